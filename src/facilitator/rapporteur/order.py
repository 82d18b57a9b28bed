"""The points of a session as a rapporteur meets them: by topic, then kind, then likeness.

Points that a person has arranged come first, as they were arranged. The others are told
apart by their words alone: neither their places nor the order in which they were written
plays a part. Only what a public lead said on the record keeps its own order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from facilitator.agenda import Agenda
from facilitator.publish.points import held_segments, leads
from facilitator.record import AsHeld, Kind, Note, NoteId

UNSORTED = "No topic"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a group of points has in common; `points` counts those at its top."""

    title: str
    points: int


@dataclass(frozen=True, slots=True)
class Row:
    """One point, how deep it stands, and the number of its group."""

    note: Note
    depth: int
    group: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Rows and headings in reading order, and where each point is among them.

    `unarranged` counts the points at a top whose place nobody has chosen.
    """

    lines: tuple[Heading | Row, ...]
    places: Mapping[NoteId, int]
    unarranged: int

    def row(self, note_id: NoteId | None) -> Row | None:
        """The row of a point that is shown."""
        place = self.places.get(note_id) if note_id is not None else None
        line = None if place is None else self.lines[place]
        return line if isinstance(line, Row) else None

    def siblings(self, row: Row) -> tuple[Row, ...]:
        """Those that stand beside a point, itself among them, as they are shown."""
        return tuple(
            line
            for line in self.lines
            if isinstance(line, Row)
            and line.depth == row.depth
            and line.group == row.group
            and (row.depth == 0 or line.note.parent == row.note.parent)
        )

    def below(self, note_id: NoteId) -> tuple[Row, ...]:
        """The points right under another."""
        return tuple(
            line for line in self.lines if isinstance(line, Row) and line.note.parent == note_id
        )


def keeping_order(agenda: Agenda, held: AsHeld) -> tuple[str, ...]:
    """The segments whose points keep their own order, in the order in which they were held."""
    first = held_segments(agenda, held)
    every = first + [segment for segment in agenda.segments if segment not in first]
    return tuple(segment.id for segment in every if leads(agenda, held, segment))


def lay_out(
    agenda: Agenda,
    notes: Iterable[Note],
    keeping: Sequence[str],
    ranks: Mapping[NoteId, int],
    shown: frozenset[NoteId] | None = None,
) -> Layout:
    """All standing points in groups; with `shown`, those alone and what they stand under."""
    standing = {note.id: note for note in notes if note.merged is None}
    children: dict[NoteId, list[Note]] = {}
    tops: list[Note] = []
    for note in standing.values():
        if note.parent is not None and note.parent in standing:
            children.setdefault(note.parent, []).append(note)
        else:
            tops.append(note)
    for below in children.values():
        below.sort(key=lambda note: (note.position, note.id))
    kept = shown
    if shown is not None:
        kept = frozenset(above for note_id in shown for above in _line(standing, note_id))
    topics = {topic.id: place for place, topic in enumerate(agenda.topics)}
    groups: dict[tuple[int, int], list[Note]] = {}
    for note in tops:
        groups.setdefault(_group(note, keeping, topics), []).append(note)
    lines: list[Heading | Row] = []
    places: dict[NoteId, int] = {}
    for number, key in enumerate(sorted(groups)):
        members = groups[key]
        own = key[0] == 0
        members.sort(key=_by_position if own else lambda note: _order(note, ranks))
        members = [note for note in members if kept is None or note.id in kept]
        if not members:
            continue
        lines.append(Heading(_title(agenda, key, keeping), len(members)))
        waiting = [(0, note) for note in reversed(members)]
        while waiting:
            depth, note = waiting.pop()
            if kept is not None and note.id not in kept:
                continue
            places[note.id] = len(lines)
            lines.append(Row(note, depth, number))
            waiting += [(depth + 1, child) for child in reversed(children.get(note.id, ()))]
    return Layout(tuple(lines), places, sum(not note.arranged for note in tops))


def _line(notes: Mapping[NoteId, Note], note_id: NoteId) -> Iterable[NoteId]:
    """The note and those that it stands under."""
    seen: set[NoteId] = set()
    step: NoteId | None = note_id
    while step is not None and step in notes and step not in seen:
        seen.add(step)
        step = notes[step].parent
    return seen


def _group(note: Note, keeping: Sequence[str], topics: Mapping[str, int]) -> tuple[int, int]:
    if note.segment in keeping:
        return 0, keeping.index(note.segment)
    return 1, topics.get(note.topics[0], len(topics)) if note.topics else len(topics)


def _title(agenda: Agenda, key: tuple[int, int], keeping: Sequence[str]) -> str:
    kind, place = key
    if kind == 0:
        segment = agenda.segment(keeping[place])
        return segment.title
    return agenda.topics[place].title if place < len(agenda.topics) else UNSORTED


def _by_position(note: Note) -> tuple[int, NoteId]:
    return note.position, note.id


_KINDS = {kind: place for place, kind in enumerate(Kind)}


def _order(note: Note, ranks: Mapping[NoteId, int]) -> tuple[int, int, int, str, NoteId]:
    if note.arranged:
        return 0, note.position, 0, "", note.id
    rank = ranks.get(note.id, len(ranks))
    return 1, _KINDS[note.kind], rank, note.text.casefold(), note.id
