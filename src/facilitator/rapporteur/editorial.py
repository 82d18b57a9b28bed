"""Editorial steps: each changes the record and gives back the step that undoes it.

A step says what it expects to find. Where somebody else was there first it is refused, and
then nothing has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Protocol

from facilitator.agenda import Agenda, SegmentKind
from facilitator.errors import Refused
from facilitator.ports import RecordStore
from facilitator.record import (
    Agreement,
    Conflict,
    Dismissal,
    Kind,
    Note,
    NoteId,
    Overtaken,
    Release,
    Words,
    refuse_unwritable,
    stored_kind,
)


class Bench:
    """What steps work on: the record, and the new ids of sentences that were written anew."""

    def __init__(self, store: RecordStore, new_id: Callable[[], NoteId]) -> None:
        self.store = store
        self.new_id = new_id
        self.renewed: dict[NoteId, NoteId] = {}

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
        asked = words.kind is Kind.QUESTION and segment.kind is SegmentKind.QA
        try:
            bench.store.edit(stands.id, stands.revision, words, asked=asked)
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
class Move:
    """From under `was_under` to under `under`, before the sibling `before` (None: last)."""

    note: NoteId
    was_under: NoteId | None
    under: NoteId | None
    before: NoteId | None
    arranged: bool = True

    def take(self, bench: Bench) -> Step:
        """Move it."""
        notes = bench.notes()
        note = notes.get(bench.id(self.note))
        if note is None:
            raise Refused("this point is gone: somebody has struck it")
        was = None if self.was_under is None else bench.id(self.was_under)
        under = None if self.under is None else bench.id(self.under)
        before = None if self.before is None else bench.id(self.before)
        back = Move(note.id, under, note.parent, following(notes, note), note.arranged)
        bench.store.move(note.id, was, under, before, arranged=self.arranged)
        return back

    def concerns(self) -> frozenset[NoteId]:
        return frozenset({self.note})


def following(notes: dict[NoteId, Note], note: Note) -> NoteId | None:
    """The sibling that comes right after a note, None behind the last."""
    after = [
        (other.position, other.id)
        for other in notes.values()
        if other.parent == note.parent and (other.position, other.id) > (note.position, note.id)
    ]
    return min(after)[1] if after else None


@dataclass(frozen=True, slots=True)
class Merge:
    """Let `into` stand for a note; both must still say what was compared."""

    note: NoteId
    into: NoteId
    texts: tuple[str, str] | None = None

    def take(self, bench: Bench) -> Step:
        """Merge; undone, each has its own voices and its own points again."""
        notes = bench.notes()
        note, kept = notes.get(bench.id(self.note)), notes.get(bench.id(self.into))
        if note is None or kept is None:
            raise Refused("one of the two is gone: somebody has struck it")
        if self.texts is not None and (note.text, kept.text) != self.texts:
            raise Overtaken
        before = sorted(
            (each for each in notes.values() if each.merged == note.id), key=lambda n: n.id
        )
        children = sorted(
            (each for each in notes.values() if each.parent == note.id),
            key=lambda n: (n.position, n.id),
        )
        bench.store.merge(note.id, note.revision, kept.id, kept.revision)
        back: list[Step] = [Part(note.id)]
        for each in before:
            back += [Part(each.id), Merge(each.id, note.id)]
        back += [Move(each.id, kept.id, note.id, None, each.arranged) for each in children]
        return Together(tuple(back))

    def concerns(self) -> frozenset[NoteId]:
        return frozenset({self.note, self.into})


@dataclass(frozen=True, slots=True)
class Part:
    """Take a merged note out again, with its own voices."""

    note: NoteId

    def take(self, bench: Bench) -> Step:
        """Take it out."""
        note = bench.note(self.note)
        if note.merged is None:
            raise Overtaken
        bench.store.part(note.id)
        return Merge(note.id, note.merged)

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
        bench.store.keep(note, append=False)
        return Unwrite(note)

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
        bench.store.strike(stands.id)
        bench.renewed[stands.id] = bench.new_id()  # a struck id never comes back
        return Write(self.note)

    def concerns(self) -> frozenset[NoteId]:
        return frozenset({self.note.id})


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
