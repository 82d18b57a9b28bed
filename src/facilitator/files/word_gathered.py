"""What the parts of a Word file hold, gathered under one cap."""

from __future__ import annotations

from dataclasses import dataclass, field

from facilitator.files.manuscript import Sort
from facilitator.files.reading import NOTES_CAP
from facilitator.files.word_paragraphs import Stretch

VALUES_CAP = 50_000
"""Different names and values in one file; each is read in several ways."""


class Malformed(Exception):
    """The part is no XML, or XML that no word processor writes."""


@dataclass(slots=True)
class Gathered:
    """What the parts of one file hold so far."""

    stretches: list[Stretch] = field(default_factory=list)
    people: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    """By role and name: the numbers of what they wrote."""
    elements: int = 0
    characters: int = 0
    _told: set[tuple[str, str]] = field(default_factory=set)

    def put(self, stretch: Stretch) -> None:
        """Keep a stretch that says something."""
        if not stretch.spoken:
            return
        self.characters += len(stretch.plain())
        if self.characters > NOTES_CAP:
            raise Malformed(f"holds more than {NOTES_CAP // 1024} KiB of text")
        self.stretches.append(stretch)

    def value(self, place: str, value: str, sort: Sort = Sort.VALUE) -> None:
        """Keep a value that stands alone, once however often it is repeated."""
        value = value.strip()
        if value and (place, value) not in self._told:
            self._told.add((place, value))
            self._count()
            self.put(Stretch(place, sort, [(value, 0)]))

    def person(self, role: str, name: str, number: int = 0) -> None:
        """Somebody is named as the author of something."""
        if name.strip():
            self.people.setdefault((role, name.strip()), []).append(number)
            self._count()

    def _count(self) -> None:
        if len(self._told) + len(self.people) > VALUES_CAP:
            raise Malformed(f"holds more than {VALUES_CAP:,} different names and values")
