"""What a key means for the points that are shown: the step it asks for, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from facilitator.agenda import Agenda
from facilitator.errors import Refused
from facilitator.rapporteur.editorial import (
    Reword,
    SetAgreement,
    SetList,
    SetRelease,
    Step,
    Together,
    Write,
    one,
    words_of,
)
from facilitator.rapporteur.order import Layout, Row
from facilitator.rapporteur.placing import Merge, Move, Part, following
from facilitator.record import Agreement, Kind, Note, NoteId, Release, Words

Notes = Mapping[NoteId, Note]

WIDER = (Release.BRIEF, Release.REPORT, Release.HOSTS)
"""The release levels as one key goes through them."""


def nest(layout: Layout, row: Row) -> Step:
    """Under the point above it."""
    beside = layout.siblings(row)
    place = beside.index(row)
    if place == 0:
        raise Refused("there is no point above to nest under")
    return Move(row.note.id, row.note.parent, beside[place - 1].note.id, None)


def lift(notes: Notes, row: Row) -> Step:
    """Out from under its parent, right behind it."""
    parent = None if row.note.parent is None else notes.get(row.note.parent)
    if parent is None:
        raise Refused("this point stands at the top already")
    return Move(row.note.id, parent.id, parent.parent, following(dict(notes), parent))


def top(notes: Notes, row: Row) -> Step:
    """Out to the top, behind the point that it stood under at last."""
    note = row.note
    if note.parent is None or note.parent not in notes:
        raise Refused("this point stands at the top already")
    above = notes[note.parent]
    while above.parent is not None and above.parent in notes:
        above = notes[above.parent]
    return Move(note.id, note.parent, None, following(dict(notes), above))


def shift(layout: Layout, notes: Notes, row: Row, down: bool, keeping: Sequence[str]) -> Step:
    """Before the one above it, or behind the one below.

    A point that nobody arranged yet takes its place behind those that are.
    """
    note, beside = row.note, layout.siblings(row)
    ordered = beside
    if row.depth == 0 and note.segment not in keeping:
        ordered = tuple(each for each in beside if each.note.arranged)
    if row not in ordered:
        last = ordered[-1].note if ordered else None
        before = following(dict(notes), last) if last is not None else None
        return Move(note.id, note.parent, note.parent, None if before == note.id else before)
    place = ordered.index(row)
    if not down:
        if place == 0:
            raise Refused("this is the first one")
        return Move(note.id, note.parent, note.parent, ordered[place - 1].note.id)
    if place == len(ordered) - 1:
        others = "; the ones below are not arranged yet" if len(beside) > len(ordered) else ""
        raise Refused(f"this is the last one{others}")
    behind = following(dict(notes), ordered[place + 1].note)
    return Move(note.id, note.parent, note.parent, behind)


def convert(note: Note, kind: Kind, *, quote: bool = False) -> Step:
    """Another kind."""
    now = replace(words_of(note), kind=kind, quote=quote)
    if now == words_of(note):
        raise Refused(f"this is a {'quote' if quote else kind.value} already")
    return Reword(note.id, words_of(note), now)


def about(note: Note, topic: str) -> Step:
    """Another first topic ("": none); topics that stood behind it stay."""
    others = tuple(each for each in note.topics[1:] if each != topic)
    topics = (topic, *others) if topic else ()
    if topics == note.topics:
        raise Refused("it has this topic already" if topic else "it has no topic")
    return Reword(note.id, words_of(note), replace(words_of(note), topics=topics))


def reword(note: Note, now: Words) -> Step:
    """Other words."""
    return Reword(note.id, words_of(note), now)


def next_release(note: Note, default: Release) -> Release:
    """The level that comes after the one a point has now."""
    return WIDER[(WIDER.index(note.release or default) + 1) % len(WIDER)]


def release(note: Note, wanted: Release, default: Release) -> Step:
    """As far as `wanted`; the agenda's own level is stored as such."""
    return SetRelease(note.id, note.release, None if wanted is default else wanted)


def relist(note: Note) -> Step:
    """The points below with numbers, or with bullets."""
    now = {None: False, False: True, True: None}[note.numbered]
    return SetList(note.id, note.numbered, now)


def agree(note: Note, agreement: Agreement, reservations: str = "") -> Step:
    """Agreed or not, tested or not, with reservations."""
    if note.kind in (Kind.QUESTION, Kind.OTHER_SIDE) and agreement is not Agreement.NONE:
        raise Refused(f"a{'n' * (note.kind is Kind.OTHER_SIDE)} {note.kind.value} is not agreed")
    now = (agreement, reservations if agreement is not Agreement.NONE else "")
    return SetAgreement(note.id, (note.agreement, note.reservations), now)


def merge(gone: Note, kept: Note, words: str = "") -> Step:
    """Let `kept` stand for `gone`, with other `words` where some are given."""
    if words and words != kept.text:
        reworded = Reword(kept.id, words_of(kept), replace(words_of(kept), text=words))
        return Together((reworded, Merge(gone.id, kept.id, (gone.text, words))))
    return Merge(gone.id, kept.id, (gone.text, kept.text))


def part(note: Note) -> Step:
    """Out of the point it was merged into, with its own voices."""
    return Part(note.id)


def gather(notes: Notes, marked: Sequence[Row], under: Note) -> Step:
    """The marked points under another, last, in the order in which they are shown."""
    rows = [row for row in marked if not _under(notes, row.note, marked)]
    moved = [row.note for row in rows if row.note.id != under.id]
    if not moved:
        raise Refused("mark the points that are to stand under this one (Space)")
    if _under(notes, under, marked):
        raise Refused("this point stands under one of those that are marked")
    return one([Move(note.id, note.parent, under.id, None) for note in moved])


def take_reading(point: Note, reading: Note) -> Step:
    """Let a point say what it said on the other laptop, with what was agreed there."""
    steps: list[Step] = [Reword(point.id, words_of(point), words_of(reading))]
    was, now = ((each.agreement, each.reservations) for each in (point, reading))
    if was != now:
        steps.append(SetAgreement(point.id, was, now))
    steps.append(Merge(reading.id, point.id, (reading.text, reading.text)))
    return Together(tuple(steps))


def keep_reading(point: Note, reading: Note, default: Release) -> Step:
    """Keep both: the other wording is a point of its own, which goes as far as the first."""
    if (point.release or default) is Release.HOSTS:
        raise Refused("the first is for the hosts only, and so the other stays")
    return SetRelease(reading.id, reading.release, point.release)


def over(
    agenda: Agenda,
    layout: Layout,
    notes: Notes,
    marked: Sequence[Row],
    note_id: NoteId,
    words: Words,
    keeping: Sequence[str],
    *,
    alone: bool,
) -> Step:
    """Write one sentence over the marked points, where the first of them stands.

    `alone` is whether the brief prints it without them; the report prints them in any case.
    It belongs to a segment under the Rule where one of them does: a sentence over what
    several said must not be given to a public lead.
    """
    rows = [row for row in marked if not _under(notes, row.note, marked)]
    if not rows:
        raise Refused("choose or mark the points that the sentence stands for")
    first = rows[0].note
    guarded = [row.note for row in rows if row.note.segment not in keeping]
    places = {row.note.segment for row in rows}
    segment = first.segment if len(places) == 1 else (guarded or [first])[0].segment
    parents = {row.note.parent for row in rows}
    parent = first.parent if len(parents) == 1 and first.parent in notes else None
    topics = words.topics or next((r.note.topics for r in rows if r.note.topics), ())
    note = Note(
        note_id,
        segment,
        words.kind,
        words.text,
        topics,
        words.quote,
        parent=parent,
        arranged=True,
        summary=alone,
    )
    before = first.id if first.parent == parent else None
    if parent is None and not first.arranged and first.segment not in keeping:
        placed = shift(layout, notes, Row(note, 0, rows[0].group), True, keeping)
        before = placed.before if isinstance(placed, Move) else None
    steps: list[Step] = [Write(note), Move(note_id, parent, parent, before)]
    steps += [Move(row.note.id, row.note.parent, note_id, None) for row in rows]
    return Together(tuple(steps))


def _under(notes: Notes, note: Note, marked: Sequence[Row]) -> bool:
    """Whether a point stands under one that is marked too."""
    ids = {row.note.id for row in marked}
    above, seen = note.parent, {note.id}
    while above is not None and above in notes and above not in seen:
        if above in ids:
            return True
        seen.add(above)
        above = notes[above].parent
    return False
