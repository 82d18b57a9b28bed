"""Short forms of names: those that custom knows, and those that anybody makes on the spot.

Raj for Rajesh, Cory for Corazon and Nando for Fernando are made by rules that many languages
share; Bill for William and Lyosha for Alexei stand in `short_names_data`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from facilitator.guard.short_names_data import SHORT_FORMS

_VOWELS = frozenset("aeiouy")
_ENDINGS = ("", "y", "ie", "i", "o", "a", "ita", "ito", "inho", "inha", "chen", "ik", "ek", "ka")
_DOUBLED = ("y", "ie", "i", "o", "a")
"""What goes behind the beginning of a name, and behind its last consonant written twice."""


@cache
def short_forms() -> Mapping[str, tuple[str, ...]]:
    """Given names, in small letters, with their customary short forms."""
    found: dict[str, list[str]] = {}
    for line in SHORT_FORMS.strip().replace("\n", "/").split("/"):
        words = line.split()
        if words:
            found.setdefault(words[0], []).extend(words[1:])
    return {name: tuple(dict.fromkeys(forms)) for name, forms in found.items()}


def keys(name: str) -> set[str]:
    """The three letters by which the short forms of a given name are looked up."""
    inner = {name[at : at + 3] for at in range(2, len(name) - 4)} if len(name) > 8 else set()
    return inner | {name[:3], name[-3:]}


@lru_cache(maxsize=4096)
def clipped(name: str) -> frozenset[str]:
    """The forms of a given name (small ASCII letters) that are made by cutting it."""
    return frozenset(_clipped(name)) - {name}


def _clipped(name: str) -> Iterator[str]:
    size = len(name)
    if size < 5 or not (name.isascii() and name.isalpha()):
        return
    for end in range(3, min(size - 1, 7)):
        stem = name[:end]
        yield stem
        if stem[-1] in _VOWELS:
            continue
        for ending in _ENDINGS if end < 5 else _DOUBLED:
            yield stem + ending
        if end == 3:
            for ending in _DOUBLED:
                yield stem + stem[-1] + ending
    if size > 8:
        for begin in range(2, size - 4):
            for end in range(begin + 4, min(begin + 6, size)):
                if name[begin] not in _VOWELS and name[end - 1] in _VOWELS:
                    yield name[begin:end]  # Dami, for Oluwadamilola
    for begin in range(2, size - 3):
        if name[begin] not in _VOWELS and size > 5:
            yield name[begin:]  # Bella, Nando, Lena


@lru_cache(maxsize=4096)
def cut_short(family: str) -> frozenset[str]:
    """The forms of a long family name (small ASCII letters) that colleagues make of it."""
    if len(family) < 8 or not (family.isascii() and family.isalpha()):
        return frozenset()
    found = set()
    for end in range(4, min(7, len(family) - 2)):
        stem = family[:end]
        found.add(stem)
        if stem[-1] not in _VOWELS:
            found.update(stem + ending for ending in ("i", "y", "o"))
    return frozenset(found)
