"""The people of a roster by what may be said of them without a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from facilitator.guard import kinds_en
from facilitator.guard.folding import fold_name
from facilitator.roster import Participant

People = frozenset[int]


class Crowd:
    """Who may be meant by a gender, a country, a kind of work or an office.

    What the roster does not say of somebody excludes nobody.
    """

    def __init__(self, people: Iterable[Participant]) -> None:
        self.everybody: list[Participant] = list(people)
        self.all: People = frozenset(range(len(self.everybody)))
        self.gender: dict[str, People] = {}
        for gender in ("f", "m"):
            self.gender[gender] = frozenset(
                i for i, p in enumerate(self.everybody) if p.gender[:1].lower() in {"", gender}
            )
        self.country: dict[str, set[int]] = {}
        self.unknown = frozenset(i for i, p in enumerate(self.everybody) if not p.country)
        self.styled: dict[str, set[int]] = {}
        bodies: dict[str, set[int]] = {}
        for i, person in enumerate(self.everybody):
            self.country.setdefault(person.country.upper(), set()).add(i)
            for word in _words(" ".join((*person.honorifics, person.office))):
                self.styled.setdefault(word, set()).add(i)
            for word in _words(person.affiliation):
                bodies.setdefault(word, set()).add(i)
        self.kind = tuple(_of_kind(kind, self.styled, bodies) for kind in kinds_en.KINDS)

    def of_countries(self, codes: Iterable[str]) -> People:
        """Who may come from one of these countries."""
        found = set(self.unknown)
        for code in codes:
            found |= self.country.get(code, set())
        return frozenset(found)


def _words(said: str) -> set[str]:
    return set(fold_name(said).lower().replace(".", " ").replace(",", " ").split())


def _of_kind(
    kind: kinds_en.Kind, styled: Mapping[str, set[int]], bodies: Mapping[str, set[int]]
) -> People:
    """Who is surely of a kind; where nobody is, who may be."""
    found: set[int] = set()
    for word in kind.office.split():
        found |= styled.get(word, set())
    for word in kind.body.split():
        found |= bodies.get(word, set())
    if not found:
        for word in kind.possible.split():
            found |= styled.get(word, set()) | bodies.get(word, set())
    return frozenset(found)
