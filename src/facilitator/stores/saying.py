"""What people say of a point: whether it was agreed, how far it may go, how its list counts.

Each is a compare-and-swap on the value that the person saw.
"""

from __future__ import annotations

import sqlite3

from facilitator.record import (
    Agreement,
    Note,
    NoteId,
    Overtaken,
    Release,
    agreement_words,
    list_words,
    release_words,
)
from facilitator.stores.rows import there


def agree(
    connection: sqlite3.Connection,
    note_id: NoteId,
    was: tuple[Agreement, str],
    now: tuple[Agreement, str],
) -> Note:
    """Say whether a point was agreed, and with which reservations, where `was` still stands."""
    note = there(connection, note_id)
    now = now if now[0] is not Agreement.NONE else (now[0], "")
    if (note.agreement, note.reservations) not in (was, now):
        stands = agreement_words(note.agreement, note.reservations)
        raise Overtaken(stands, agreement_words(*now))
    connection.execute(
        "UPDATE note SET agreement = ?, reservations = ? WHERE id = ?",
        (now[0].value, now[1], note_id),
    )
    return there(connection, note_id)


def release(
    connection: sqlite3.Connection, note_id: NoteId, was: Release | None, now: Release | None
) -> Note:
    """Say how far a point may go, where `was` still stands."""
    note = there(connection, note_id)
    if note.release not in (was, now):
        raise Overtaken(release_words(note.release), release_words(now))
    value = now.value if now else None
    connection.execute("UPDATE note SET release = ? WHERE id = ?", (value, note_id))
    return there(connection, note_id)


def number(
    connection: sqlite3.Connection, note_id: NoteId, was: bool | None, now: bool | None
) -> Note:
    """Say how the points below are listed, where `was` still stands."""
    note = there(connection, note_id)
    if note.numbered not in (was, now):
        raise Overtaken(list_words(note.numbered), list_words(now))
    connection.execute("UPDATE note SET numbered = ? WHERE id = ?", (now, note_id))
    return there(connection, note_id)
