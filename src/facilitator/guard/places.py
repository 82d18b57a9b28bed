"""The lookup made of `countries`: a form in small letters gives the kind of word and the codes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from facilitator.guard.countries import COUNTRIES, PEOPLES, REGIONS

Codes = frozenset[str]

ADJECTIVE, PEOPLE, COUNTRY, CITY, REGION = "N", "S", "C", "K", "G"
"""The letters under which places stand in the frames (`frames`)."""

PLURAL_ADJECTIVE = "T"
"""An adjective that is also the plural of the people: Chinese, French, Swiss."""


@cache
def forms() -> dict[str, tuple[str, Codes]]:
    """Every form of every place, in small letters, with its letter and its country codes."""
    found: dict[str, tuple[str, Codes]] = {}

    def put(form: str, letter: str, codes: Codes) -> None:
        known = found.get(form.lower())
        if known is None:
            found[form.lower()] = (letter, codes)
        elif known[0] == letter:
            found[form.lower()] = (letter, known[1] | codes)

    for code, names, adjectives, peoples, cities in _lines():
        codes = frozenset({code})
        own = set(peoples)
        # An American is one: only what has no plural of its own stands for the people.
        own -= {people for people in peoples if f"{people}s" in own}
        for name in names:
            put(name, COUNTRY, codes)
        for adjective in adjectives:
            put(adjective, PLURAL_ADJECTIVE if adjective in own else ADJECTIVE, codes)
        for people in peoples or tuple(f"{adjective}s" for adjective in adjectives):
            if people not in adjectives:
                # "a Swede" stands like "a Norwegian"; "Swedes" like "Norwegians".
                singular = f"{people}s" in peoples or people.endswith(("man", "woman"))
                put(people, ADJECTIVE if singular else PEOPLE, codes)
        for city in cities:
            put(city, CITY, codes)
    for line in REGIONS.replace("\n  ", " ").strip().splitlines():
        names_, codes_ = line.split(";")
        for name in names_.split("/"):
            put(name, REGION, frozenset(codes_.split()))
            if name.endswith(("an", "ic", "ab")):
                put(f"{name}s", REGION, frozenset(codes_.split()))
    return found


@cache
def peoples() -> dict[str, tuple[str, Codes]]:
    """Peoples of no one country, in small letters, as `forms` has the others.

    They stand apart: Sami and Roma are people's names too.
    """
    found: dict[str, tuple[str, Codes]] = {}
    for line in PEOPLES.strip().splitlines():
        names, codes_ = line.split(";")
        for name in names.split("/"):
            found[name.lower()] = (ADJECTIVE, frozenset(codes_.split()))
    return found


@cache
def codes() -> frozenset[str]:
    """Every country code the data knows."""
    return frozenset(code for code, *_ in _lines())


Forms = tuple[str, ...]


def _lines() -> Iterator[tuple[str, Forms, Forms, Forms, Forms]]:
    for line in COUNTRIES.replace("\n  ", "").strip().splitlines():
        parts = [_forms(part) for part in line[3:].split(";")]
        yield line[:2], parts[0], parts[1], parts[2], parts[3]


def _forms(field: str) -> tuple[str, ...]:
    return tuple(form for form in field.split("/") if form)
