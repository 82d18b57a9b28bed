"""How points of two records stand to each other once they are in one: no ring, none too deep."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from facilitator.record import MAX_DEPTH, Note, NoteId

Notes = Mapping[NoteId, Note]
Step = Callable[[NoteId], NoteId | None]


def settled_merges(notes: Notes) -> dict[NoteId, Note]:
    """Every merged point leads to one that stands; of points merged in a ring the least does."""

    def into(note_id: NoteId) -> NoteId | None:
        merged = notes[note_id].merged
        return merged if merged in notes else None

    found: dict[NoteId, Note] = {}
    for note_id, note in notes.items():
        stands = _end(note_id, into)
        found[note_id] = replace(note, merged=None if stands == note_id else stands)
    return found


def placed(notes: Notes, first: Notes, second: Notes) -> dict[NoteId, Note]:
    """Each point in one place: of two, the one that a person gave it, then one below another.

    What stood under a point that is struck, merged or missing stands where that one stood,
    or leads.
    """
    above = {i: _above(i, notes, first, second) for i in first.keys() | second.keys()}

    def place(note_id: NoteId, sides: list[Note]) -> tuple[bool, NoteId, int]:
        return max(
            (side.arranged, _standing(note_id, side.parent, notes, above) or b"", side.position)
            for side in sides
        )

    found: dict[NoteId, Note] = {}
    for note_id, note in notes.items():
        sides = [side[note_id] for side in (first, second) if note_id in side] or [note]
        arranged, parent, position = place(note_id, sides)
        found[note_id] = replace(note, arranged=arranged, parent=parent or None, position=position)
    return _shallow(_without_rings(found))


def _above(note_id: NoteId, notes: Notes, first: Notes, second: Notes) -> NoteId | None:
    """Where what stood under a point goes once that point stands no longer."""
    note = notes.get(note_id)
    if note is not None and note.merged is not None:
        return note.merged
    sides = [side[note_id] for side in (first, second) if note_id in side]
    return max((side.arranged, side.parent or b"") for side in sides)[1] or None


def _standing(
    note_id: NoteId, parent: NoteId | None, notes: Notes, above: Mapping[NoteId, NoteId | None]
) -> NoteId | None:
    """The nearest point above that stands in the joined record."""
    seen = {note_id}
    while parent is not None and parent not in seen:
        seen.add(parent)
        if parent in notes and notes[parent].merged is None:
            return parent
        parent = above.get(parent)
    return None


def _without_rings(notes: Notes) -> dict[NoteId, Note]:
    def parent(note_id: NoteId) -> NoteId | None:
        return notes[note_id].parent

    found = dict(notes)
    for note_id in notes:
        if parent(note_id) is not None and _end(note_id, parent) == note_id:
            found[note_id] = replace(notes[note_id], parent=None)
    return found


def _shallow(notes: Notes) -> dict[NoteId, Note]:
    """A point that would stand too deep stands beside the one it was under."""
    found: dict[NoteId, Note] = {}
    depths: dict[NoteId, int] = {}
    below: dict[NoteId | None, list[NoteId]] = {}
    for note in notes.values():
        below.setdefault(note.parent, []).append(note.id)
    waiting = list(below.get(None, ()))
    while waiting:
        note = notes[waiting.pop()]
        while note.parent is not None and depths[note.parent] == MAX_DEPTH - 1:
            beside = found[note.parent]
            note = replace(note, parent=beside.parent, position=beside.position)
        found[note.id] = note
        depths[note.id] = 0 if note.parent is None else depths[note.parent] + 1
        waiting += below.get(note.id, ())
    return found


def _end(note_id: NoteId, step: Step) -> NoteId:
    """Where the steps end; of a ring, its least member."""
    way = {note_id: 0}
    while (following := step(note_id)) is not None:
        if following in way:
            return min(list(way)[way[following] :])
        way[following] = len(way)
        note_id = following
    return note_id
