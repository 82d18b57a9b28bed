"""What becomes of each point: in the brief, and where not, why; nothing goes unaccounted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from facilitator.agenda import Agenda
from facilitator.publish.points import reasons
from facilitator.record import Note, NoteId, Release


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


def fates(agenda: Agenda, notes: Sequence[Note]) -> dict[NoteId, Fate]:
    """The fate of every note, as the two texts decide it."""
    by_id = {note.id: note for note in notes}
    brief = reasons(agenda, notes, Release.BRIEF)
    report = reasons(agenda, notes, Release.REPORT)
    default = Release(agenda.publication.default_release)
    found: dict[NoteId, Fate] = {}
    for note in notes:
        kept = by_id.get(note.merged) if note.merged is not None else None
        if note.merged is not None:
            found[note.id] = Fate(Place.MERGED, f"“{kept.text}”" if kept else "")
        elif not brief[note.id]:
            found[note.id] = Fate(Place.BRIEF)
        elif not report[note.id]:
            found[note.id] = Fate(Place.REPORT, brief[note.id])
        elif (note.release or default) is Release.HOSTS:
            found[note.id] = Fate(Place.HOSTS, report[note.id])
        else:
            found[note.id] = Fate(Place.NOWHERE, report[note.id])
    return found


def counted(fates: Mapping[NoteId, Fate]) -> dict[str, int]:
    """How many points are left out of the brief, by the reason in a few words; the most first."""
    found = Counter(
        "merged" if fate.place is Place.MERGED else fate.why
        for fate in fates.values()
        if fate.place is not Place.BRIEF
    )
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))
