"""Steps that put points elsewhere: under another, into one that says the same, to a segment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.errors import Refused
from facilitator.rapporteur.editorial import (
    Bench,
    Reword,
    Step,
    Together,
    one,
    words_of,
)
from facilitator.record import Note, NoteId, Overtaken


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


def with_all_below(notes: Mapping[NoteId, Note], note: Note) -> list[Note]:
    """A note, then all that stand below it at any depth or are merged into those."""
    children: dict[NoteId | None, list[Note]] = {}
    for each in notes.values():
        children.setdefault(each.merged or each.parent, []).append(each)
    found = [note]
    for each in found:
        found += children.get(each.id, [])
    return found


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
class Transfer:
    """From the segment `was` to the top of the segment `now`, with the points below it."""

    note: NoteId
    was: str
    now: str
    along: frozenset[NoteId] | None = None

    def take(self, bench: Bench) -> Step:
        """Move it; undone, it stands where it stood, and is what it was."""
        notes = bench.notes()
        before = bench.note(self.note)
        below = [each for each in with_all_below(notes, before) if each.segment == self.was]
        along = frozenset(map(bench.id, self.along or (each.id for each in below)))
        bench.store.transfer(before.id, self.was, self.now, along)
        running = bench.store.snapshot("").progress.running
        if running is not None and running.id == self.now:
            bench.arrived(self.now, before.id)
        back: list[Step] = [Transfer(before.id, self.now, self.was, along)]
        if before.parent is not None or before.arranged:
            behind = following(notes, before)
            back.append(Move(before.id, None, before.parent, behind, before.arranged))
        for each in below:
            stands = bench.store.note(each.id)
            if stands is not None and stands.kind is not each.kind:
                back.append(Reword(each.id, words_of(stands), words_of(each)))
        return one(back)

    def concerns(self) -> frozenset[NoteId]:
        return frozenset({self.note})
