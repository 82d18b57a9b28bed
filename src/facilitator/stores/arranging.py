"""Where points stand, and which stands for which: moving, merging, striking."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection

from facilitator.agenda import Agenda
from facilitator.errors import Refused, StaleState
from facilitator.record import (
    MAX_DEPTH,
    POSITIONS,
    Conflict,
    Mark,
    Note,
    NoteId,
    OffTheRecord,
    asks,
    keeps_order,
    refuse_unwritable,
    stored_kind,
)
from facilitator.stores.rows import find, forget_dismissals, free_tag, there
from facilitator.stores.tree import ancestors, height, room, siblings

APART = 2**32
"""Room left between two points that keep the order in which they were written."""


def move(
    connection: sqlite3.Connection,
    randbelow: Callable[[int], int],
    note_id: NoteId,
    was_under: NoteId | None,
    under: NoteId | None,
    before: NoteId | None,
    *,
    arranged: bool,
) -> None:
    """Put a note under another, before a sibling; refused if it was moved meanwhile."""
    note = there(connection, note_id)
    if note.parent != was_under:
        raise StaleState("somebody else has moved this point meanwhile")
    if under is not None:
        there(connection, under)
        above = ancestors(connection, under)
        if note_id in above:
            raise Refused("a point cannot stand under itself")
        if len(above) + height(connection, note_id) > MAX_DEPTH:
            raise Refused(f"points nest at most {MAX_DEPTH} deep")
    beside = [n for n in siblings(connection, under) if n[0] != note_id]
    if before is not None and before not in [n[0] for n in beside]:
        raise StaleState("the points have been rearranged meanwhile")
    if under is None and not arranged:
        place = randbelow(POSITIONS)
    else:
        order = [n[0] for n in beside]
        index = len(order) if before is None else order.index(before)
        (place,) = room(connection, beside, index, 1)
    connection.execute(
        "UPDATE note SET parent = ?, position = ?, arranged = ? WHERE id = ?",
        (under, place, arranged, note_id),
    )


def transfer(
    connection: sqlite3.Connection,
    randbelow: Callable[[int], int],
    agenda: Agenda,
    note_id: NoteId,
    was: str,
    now: str,
    along: Collection[NoteId] | None = None,
) -> Note:
    """Put a point, and those of its segment that stand below it or are merged into them, at the
    top of another segment; with `along` only these of them."""
    note = there(connection, note_id)
    segment = agenda.segment(now)
    if note.segment != was:
        raise StaleState("somebody else has moved this point meanwhile")
    if connection.execute("SELECT 1 FROM session WHERE off_record").fetchone():
        raise OffTheRecord
    (runs, round) = connection.execute(
        "SELECT phase = 'running', (SELECT round FROM session) FROM segment WHERE id = ?", (now,)
    ).fetchone()
    for each in _with_all_below(connection, note):
        if each.segment != was or (along is not None and each.id not in along):
            continue  # it came from elsewhere, and stays there
        refuse_unwritable(segment, quote=each.quote)
        kind = stored_kind(each.kind, segment)
        asked = asks(kind, segment)
        tag = each.tag or free_tag(connection, randbelow) if asked else ""
        mark = each.mark or Mark.OPEN if asked else Mark.NONE
        # A late note in a segment gone by is in no round, for a round would name its asker.
        connection.execute(
            "UPDATE note SET segment = ?, kind = ?, tag = ?, mark = ?, round = ? WHERE id = ?",
            (now, kind.value, tag, mark.value, round if asked and runs else 0, each.id),
        )
    position = randbelow(POSITIONS)
    if keeps_order(agenda, segment):
        (position,) = connection.execute(
            "SELECT coalesce(max(position), 0) + ? FROM note"
            " WHERE segment = ? AND parent IS NULL AND id <> ?",
            (APART, now, note_id),
        ).fetchone()
    connection.execute(
        "UPDATE note SET parent = NULL, position = ?, arranged = 0 WHERE id = ?",
        (position, note_id),
    )
    # Unless the segment's end is still to come, the order in which points came waits to be wiped.
    connection.execute("UPDATE session SET scrub_pending = 1")
    return there(connection, note_id)


def _with_all_below(connection: sqlite3.Connection, note: Note) -> list[Note]:
    found = [note]
    for each in found:
        below = [child for child, _ in siblings(connection, each.id)]
        found += [there(connection, i) for i in (*below, *_merged_into(connection, each.id))]
    return found


def strike(connection: sqlite3.Connection, note_id: NoteId) -> tuple[Note, ...]:
    """Erase a note, and those merged into it; the points below take its place.

    What was erased, as it was.
    """
    gone: list[Note] = []
    for merged in _merged_into(connection, note_id):
        gone += strike(connection, merged)
    connection.execute("INSERT INTO struck (id) VALUES (?) ON CONFLICT DO NOTHING", (note_id,))
    note = find(connection, note_id)
    if note is None:
        return tuple(gone)
    children = [child for child, _ in siblings(connection, note_id)]
    beside = siblings(connection, note.parent)
    index = [n[0] for n in beside].index(note_id) + 1
    places = room(connection, beside, index, len(children))
    connection.executemany(
        "UPDATE note SET parent = ?, position = ? WHERE id = ?",
        [(note.parent, place, child) for place, child in zip(places, children, strict=True)],
    )
    connection.execute("DELETE FROM note WHERE id = ?", (note_id,))
    forget_dismissals(connection, note.text)
    connection.execute("UPDATE session SET scrub_pending = 1")
    return (note, *gone)


def merge(
    connection: sqlite3.Connection,
    note_id: NoteId,
    revision: int,
    into: NoteId,
    into_revision: int,
) -> Note:
    """Let `into` stand for the note: it takes over its voices and the points below it.

    Raises `Conflict` where one of the two has been changed meanwhile.
    """
    note, kept = there(connection, note_id), there(connection, into)
    if note_id == into or kept.merged is not None:
        raise Refused("a point can only be merged into one that stands")
    if note.merged is not None:
        raise Refused("this point is merged already")
    if note.revision != revision:
        raise Conflict(note)
    if kept.revision != into_revision:
        raise Conflict(kept)
    if note_id in ancestors(connection, into):
        raise Refused("a point cannot be merged into one that stands under it")
    if len(ancestors(connection, into)) + height(connection, note_id) - 1 > MAX_DEPTH:
        raise Refused(f"points nest at most {MAX_DEPTH} deep")
    children = [child for child, _ in siblings(connection, note_id)]
    beside = siblings(connection, into)
    places = room(connection, beside, len(beside), len(children))
    connection.executemany(
        "UPDATE note SET parent = ?, position = ? WHERE id = ?",
        [(into, place, child) for place, child in zip(places, children, strict=True)],
    )
    # What was merged into the note goes on to the other, each with its own voices.
    (others,) = connection.execute(
        "SELECT coalesce(sum(echoes), 0) FROM note WHERE merged = ?", (note_id,)
    ).fetchone()
    connection.execute("UPDATE note SET merged = ? WHERE merged = ?", (into, note_id))
    connection.execute(
        "UPDATE note SET merged = ?, echoes = max(0, echoes - ?), revision = revision + 1"
        " WHERE id = ?",
        (into, others, note_id),
    )
    connection.execute(
        "UPDATE note SET echoes = echoes + ?, revision = revision + 1 WHERE id = ?",
        (note.echoes, into),
    )
    return there(connection, into)


def part(connection: sqlite3.Connection, note_id: NoteId) -> Note:
    """Take a merged note out again; its voices are its own once more."""
    note = there(connection, note_id)
    if note.merged is None:
        raise Refused("this point is merged into no other")
    connection.execute(
        "UPDATE note SET echoes = max(0, echoes - ?), revision = revision + 1 WHERE id = ?",
        (note.echoes, note.merged),
    )
    connection.execute(
        "UPDATE note SET merged = NULL, revision = revision + 1 WHERE id = ?", (note_id,)
    )
    return there(connection, note_id)


def _merged_into(connection: sqlite3.Connection, note_id: NoteId) -> list[NoteId]:
    rows = connection.execute("SELECT id FROM note WHERE merged = ?", (note_id,))
    return [merged for (merged,) in rows]
