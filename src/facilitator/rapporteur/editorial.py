"""Editorial steps: each changes the record and gives back the step that undoes it.

A step says what it expects to find. Where somebody else was there first it is refused, and
then nothing has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Protocol

from facilitator.agenda import Agenda
from facilitator.errors import Refused
from facilitator.ports import RecordStore
from facilitator.record import (
    Agreement,
    Conflict,
    Dismissal,
    Mark,
    Note,
    NoteId,
    Overtaken,
    Release,
    Words,
    asks,
    keeps_order,
    refuse_unwritable,
    stored_kind,
)


class Bench:
    """What steps work on: the record, and the new ids of sentences that were written anew."""

    def __init__(
        self,
        store: RecordStore,
        new_id: Callable[[], NoteId],
        arrived: Callable[[str, NoteId], None] = lambda segment, note_id: None,
    ) -> None:
        """`arrived` is told of what was put at the end of a running segment."""
        self.store = store
        self.new_id = new_id
        self.arrived = arrived
        self.renewed: dict[NoteId, NoteId] = {}
        self.taken_back: set[NoteId] = set()
        """The new ids of sentences that are not written again yet."""

    def agenda(self) -> Agenda:
        """The plan of the session."""
        return self.store.agenda()

    def id(self, note_id: NoteId) -> NoteId:
        """The id under which a note stands now."""
        while note_id in self.renewed:
            note_id = self.renewed[note_id]
        return note_id

    def notes(self) -> dict[NoteId, Note]:
        """All notes as they stand."""
        return {note.id: note for note in self.store.snapshot(None).notes}

    def note(self, note_id: NoteId) -> Note:
        """The note as it stands; raises `Refused` where it is gone."""
        found = self.store.note(self.id(note_id))
        if found is None:
            raise Refused("this point is gone: somebody has struck it")
        return found


class Step(Protocol):
    """One change that can be taken."""

    def take(self, bench: Bench) -> Step:
        """Change the record; the step that undoes it. Raises `Refused`, and changes nothing."""

    def concerns(self) -> frozenset[NoteId]:
        """The notes whose words or places it remembers."""


def words_of(note: Note) -> Words:
    """The part of a note that a person types."""
    return Words(note.kind, note.text, note.topics, note.quote)


@dataclass(frozen=True, slots=True)
class Reword:
    """Other words, another kind or other topics, for a note that still says `was`."""

    note: NoteId
    was: Words
    now: Words

    def take(self, bench: Bench) -> Step:
        """Change the words."""
        stands = bench.note(self.note)
        if words_of(stands) != self.was:
            raise Overtaken
        segment = bench.agenda().segment(stands.segment)
        refuse_unwritable(segment, quote=self.now.quote)
        words = replace(self.now, kind=stored_kind(self.now.kind, segment))
        try:
            bench.store.edit(stands.id, stands.revision, words, asked=asks(words.kind, segment))
        except Conflict:
            raise Overtaken from None
        return Reword(stands.id, words, self.was)

    def concerns(self) -> frozenset[NoteId]:
        return frozenset({self.note})


@dataclass(frozen=True, slots=True)
class SetRelease:
    """How far a point may go, where it still went as far as `was`."""

    note: NoteId
    was: Release | None
    now: Release | None

    def take(self, bench: Bench) -> Step:
        """Set it."""
        stands = bench.note(self.note)
        bench.store.release(stands.id, self.was, self.now)
        return SetRelease(stands.id, self.now, self.was)

    def concerns(self) -> frozenset[NoteId]:
        return frozenset({self.note})


@dataclass(frozen=True, slots=True)
class SetList:
    """How the points below are listed, where they still were as `was`."""

    note: NoteId
    was: bool | None
    now: bool | None

    def take(self, bench: Bench) -> Step:
        """Set it."""
        stands = bench.note(self.note)
        bench.store.number(stands.id, self.was, self.now)
        return SetList(stands.id, self.now, self.was)

    def concerns(self) -> frozenset[NoteId]:
        return frozenset({self.note})


Agreed = tuple[Agreement, str]
"""Whether a point was agreed, and with which reservations."""


@dataclass(frozen=True, slots=True)
class SetAgreement:
    """Whether a point was agreed, where that still stood as `was`."""

    note: NoteId
    was: Agreed
    now: Agreed

    def take(self, bench: Bench) -> Step:
        """Set it."""
        stands = bench.note(self.note)
        after = bench.store.agree(stands.id, self.was, self.now)
        return SetAgreement(stands.id, (after.agreement, after.reservations), self.was)

    def concerns(self) -> frozenset[NoteId]:
        return frozenset({self.note})


@dataclass(frozen=True, slots=True)
class Write:
    """Keep a new note; taken again after it was taken back, it gets another id."""

    note: Note

    def take(self, bench: Bench) -> Step:
        """Keep it, last under its parent."""
        wanted = bench.id(self.note.id)
        parent = None if self.note.parent is None else bench.id(self.note.parent)
        segment = bench.agenda().segment(self.note.segment)
        refuse_unwritable(segment, quote=self.note.quote)
        note = replace(
            self.note, id=wanted, parent=parent, kind=stored_kind(self.note.kind, segment)
        )
        append = keeps_order(bench.agenda(), segment)
        stored, running = bench.store.keep(note, append=append)
        bench.taken_back.discard(wanted)
        if running:
            bench.arrived(stored.segment, stored.id)
        return Unwrite(stored)

    def concerns(self) -> frozenset[NoteId]:
        return frozenset({self.note.id})


@dataclass(frozen=True, slots=True)
class Unwrite:
    """Take back a note that was written here, where it still says the same."""

    note: Note

    def take(self, bench: Bench) -> Step:
        """Erase it."""
        stands = bench.note(self.note.id)
        if words_of(stands) != words_of(self.note):
            raise Overtaken
        if any(note.parent == stands.id for note in bench.notes().values()):
            raise Refused("other points stand under it")
        bench.store.strike(stands.id)
        fresh = bench.new_id()  # a struck id never comes back
        bench.renewed[stands.id] = fresh
        bench.taken_back.add(fresh)
        return Write(self.note)

    def concerns(self) -> frozenset[NoteId]:
        return frozenset({self.note.id})


@dataclass(frozen=True, slots=True)
class Voice:
    """Further voices for a point, or (below zero) fewer."""

    note: NoteId
    by: int = 1

    def take(self, bench: Bench) -> Step:
        """Count them."""
        bench.store.echo(bench.note(self.note).id, self.by)
        return Voice(self.note, -self.by)

    def concerns(self) -> frozenset[NoteId]:
        return frozenset({self.note})


@dataclass(frozen=True, slots=True)
class SetMark:
    """What has become of a question, where that still was `was`."""

    note: NoteId
    was: Mark
    now: Mark

    def take(self, bench: Bench) -> Step:
        """Set it."""
        stands = bench.note(self.note)
        if stands.mark is not self.was:
            raise Overtaken
        bench.store.mark(stands.id, self.now, stands.round)
        return SetMark(stands.id, self.now, self.was)

    def concerns(self) -> frozenset[NoteId]:
        return frozenset({self.note})


@dataclass(frozen=True, slots=True)
class Dismiss:
    """Keep words in spite of the guard, of a note or (None) of the text around the points."""

    dismissals: tuple[Dismissal, ...]
    note: NoteId | None

    def take(self, bench: Bench) -> Step:
        """Remember it."""
        bench.store.dismiss(self.dismissals)
        return Recall(self.dismissals, self.note)

    def concerns(self) -> frozenset[NoteId]:
        return frozenset() if self.note is None else frozenset({self.note})


@dataclass(frozen=True, slots=True)
class Recall:
    """Let words that were kept stand again."""

    dismissals: tuple[Dismissal, ...]
    note: NoteId | None

    def take(self, bench: Bench) -> Step:
        """Forget it."""
        bench.store.recall(self.dismissals)
        return Dismiss(self.dismissals, self.note)

    def concerns(self) -> frozenset[NoteId]:
        return frozenset() if self.note is None else frozenset({self.note})


@dataclass(frozen=True, slots=True)
class Together:
    """Several steps that are one to the person: all of them, or none."""

    steps: tuple[Step, ...]

    def take(self, bench: Bench) -> Step:
        """Take one after the other; where one is refused, those before it are undone."""
        back: list[Step] = []
        for step in self.steps:
            try:
                back.append(step.take(bench))
            except Refused:
                for undo in reversed(back):
                    with suppress(Refused):
                        undo.take(bench)
                raise
        return Together(tuple(reversed(back)))

    def concerns(self) -> frozenset[NoteId]:
        return frozenset(each for step in self.steps for each in step.concerns())


def one(steps: Sequence[Step]) -> Step:
    """The steps as one."""
    return steps[0] if len(steps) == 1 else Together(tuple(steps))
