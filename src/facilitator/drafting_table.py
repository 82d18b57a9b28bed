"""The rapporteur's table: everything of one session at one moment, and what is done to it.

Screens ask here, and the record is changed here alone, a step at a time that can be undone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.agenda import Agenda
from facilitator.joining import other_readings
from facilitator.ports import Snapshot
from facilitator.publish import composition
from facilitator.publish.around import Text
from facilitator.rapporteur.editorial import Bench, Step
from facilitator.rapporteur.fates import Fate, fates
from facilitator.rapporteur.history import History
from facilitator.rapporteur.order import keeping_order
from facilitator.record import AsHeld, Note, NoteId, Release
from facilitator.review import Stage, TextName, stage, version
from facilitator.service import Erased, Secretariat


@dataclass(frozen=True, slots=True)
class Sheet:
    """The session as it lies on the table. `notes` are all of them, the merged ones too.

    `keeping` are the segments whose points keep their own order; `readings` the points that
    are only another laptop's wording of a point, to that point.
    """

    agenda: Agenda
    snapshot: Snapshot
    held: AsHeld
    keeping: tuple[str, ...]
    notes: Mapping[NoteId, Note] = field(default_factory=dict)
    readings: Mapping[NoteId, NoteId] = field(default_factory=dict)

    @property
    def default(self) -> Release:
        """How far a point goes of which nobody said so."""
        return Release(self.agenda.publication.default_release)

    @property
    def present(self) -> int | None:
        """How many took part, where the agenda counts every kind of them."""
        return composition.present(self.agenda.composition)


@dataclass(frozen=True, slots=True)
class Proof:
    """The texts as they would be printed now, what becomes of every point, and how far each is.

    `stages` is how far each text has come in its review; None where that was not begun.
    """

    brief: Text
    report: Text
    fates: Mapping[NoteId, Fate]
    stages: Mapping[TextName, Stage | None]


class DraftingTable:
    """One rapporteur's work on a session."""

    def __init__(self, secretariat: Secretariat) -> None:
        self.secretariat = secretariat
        self.history = History(Bench(secretariat.store, secretariat.new_id))

    def look(self) -> Sheet:
        """Everything as it stands; raises `Busy` rather than wait for somebody's write."""
        agenda, snapshot, held = self.secretariat.everything()
        notes = {note.id: note for note in snapshot.notes}
        readings = other_readings(snapshot.notes)
        return Sheet(agenda, snapshot, held, keeping_order(agenda, held), notes, readings)

    def proof(self, sheet: Sheet, *, names_checked: bool = False) -> Proof:
        """The texts made of a sheet; `names_checked` is whether there is a roster."""
        from facilitator.publish.brief import brief  # no first paint waits for them
        from facilitator.publish.report import report

        agenda, held, notes = sheet.agenda, sheet.held, sheet.snapshot.notes
        progress = sheet.snapshot.progress
        made = {
            TextName.BRIEF: brief(agenda, notes, held, progress),
            TextName.REPORT: report(agenda, notes, held, progress, names_checked=names_checked),
        }
        begun = {each.text: each for each in sheet.snapshot.reviews}
        stages: dict[TextName, Stage | None] = {}
        for name, text in made.items():
            points = {note.id: version(note) for note in text.told}
            stages[name] = stage(begun[name], points) if name in begun else None
        texts = made[TextName.BRIEF], made[TextName.REPORT]
        return Proof(*texts, fates(agenda, notes), stages)

    def take(self, step: Step, name: str) -> None:
        """Take a step that can be undone; raises `Refused` or `Trouble`, and changes nothing."""
        self.history.take(step, name)

    def strike(self, note_id: NoteId) -> Erased:
        """Erase a point for good."""
        erased = self.secretariat.strike(note_id)
        self.history.check(note.id for note in self.secretariat.store.snapshot(None).notes)
        return erased
