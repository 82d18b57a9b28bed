"""What becomes of each point: in the brief, and where not, why; nothing goes unaccounted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from facilitator.agenda import Agenda, Rule
from facilitator.record import Kind, Note, NoteId, Release


class Place(StrEnum):
    """Where a point ends up."""

    BRIEF = "in the brief"
    REPORT = "report only"
    MERGED = "merged into another"
    HOSTS = "hosts only"
    NOWHERE = "in no text"


@dataclass(frozen=True, slots=True)
class Fate:
    """Where a point goes, and why not into the brief ("" where it does)."""

    place: Place
    why: str = ""

    @property
    def words(self) -> str:
        """The same for a person."""
        return f"{self.place.value}: {self.why}" if self.why else self.place.value


_SECTIONS = frozenset({Kind.ACTION, Kind.PARKING})
"""Kinds that have a section of the report and none of the brief."""

_WORK = frozenset({Kind.FACT, Kind.GAP})
"""Kinds that are still to be worked on before they are a point."""


def fates(agenda: Agenda, notes: Iterable[Note], told: Collection[NoteId]) -> dict[NoteId, Fate]:
    """The fate of every note; `told` are those whose words stand in the brief."""
    by_id = {note.id: note for note in notes}
    told = frozenset(told)
    return {note.id: _fate(agenda, note, by_id, told) for note in by_id.values()}


def _fate(
    agenda: Agenda, note: Note, notes: Mapping[NoteId, Note], told: frozenset[NoteId]
) -> Fate:
    if note.merged is not None:
        kept = notes.get(note.merged)
        return Fate(Place.MERGED, f"“{kept.text}”" if kept else "")
    if note.id in told:
        return Fate(Place.BRIEF)
    rule = next((s.rule for s in agenda.segments if s.id == note.segment), None)
    if rule is None or rule is Rule.OFF_RECORD:
        return Fate(Place.NOWHERE, "off the record")
    if note.quote and rule is Rule.CHATHAM_HOUSE_CONSENT:
        return Fate(Place.NOWHERE, "a quote without permission: write the gist")
    release = note.release or Release(agenda.publication.default_release)
    if release is Release.HOSTS:
        return Fate(Place.HOSTS, "release level")
    if note.kind in _WORK or not note.text.strip():
        return Fate(Place.NOWHERE, "a gap to fill" if note.kind is Kind.GAP else note.kind.value)
    if note.kind in _SECTIONS:
        return Fate(Place.REPORT, f"{note.kind.value}: has its place there")
    if release is Release.REPORT:
        return Fate(Place.REPORT, "release level")
    return Fate(Place.REPORT, _hidden(note, notes))


def _hidden(note: Note, notes: Mapping[NoteId, Note]) -> str:
    """Why a point that may go into the brief does not stand there."""
    above, seen = note.parent, {note.id}
    while above is not None and above in notes and above not in seen:
        if notes[above].summary:
            return "a sentence stands for it"
        seen.add(above)
        above = notes[above].parent
    return "the brief has no place for it"


def counted(fates: Mapping[NoteId, Fate]) -> dict[str, int]:
    """How many points are left out of the brief, by the reason in a few words."""
    found: Counter[str] = Counter()
    for fate in fates.values():
        if fate.place is Place.BRIEF:
            continue
        if fate.place is Place.MERGED:
            found["merged"] += 1
        elif fate.why == "release level":
            found[fate.place.value] += 1
        else:
            found[fate.why.partition(":")[0]] += 1
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))
