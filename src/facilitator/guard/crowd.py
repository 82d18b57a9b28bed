"""The people of a roster by what may be said of them without a name."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.guard import clues_en
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
        self.kind: dict[str, set[int]] = {kind: set() for kind, _, _ in clues_en.KINDS}
        self.styled: dict[str, set[int]] = {}
        telling: dict[str, list[str]] = {}
        for kind, _, evidence in clues_en.KINDS:
            for word in evidence.split():
                telling.setdefault(word, []).append(kind)
        for i, person in enumerate(self.everybody):
            self.country.setdefault(person.country.upper(), set()).add(i)
            style = _words(" ".join((*person.honorifics, person.office)))
            for word in style:
                self.styled.setdefault(word, set()).add(i)
            for word in style | _words(person.affiliation):
                for kind in telling.get(word, ()):
                    self.kind[kind].add(i)

    def of_countries(self, codes: Iterable[str]) -> People:
        """Who may come from one of these countries."""
        found = set(self.unknown)
        for code in codes:
            found |= self.country.get(code, set())
        return frozenset(found)


def _words(said: str) -> set[str]:
    return set(fold_name(said).lower().replace(".", " ").replace(",", " ").split())
