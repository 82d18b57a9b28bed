"""Where notes stand among each other: siblings, room between them, how deep they nest."""

from __future__ import annotations

import sqlite3

from facilitator.record import POSITIONS, NoteId


def siblings(connection: sqlite3.Connection, parent: NoteId | None) -> list[tuple[NoteId, int]]:
    return connection.execute(
        "SELECT id, position FROM note WHERE parent IS ? ORDER BY position, id", (parent,)
    ).fetchall()


def room(
    connection: sqlite3.Connection, siblings: list[tuple[NoteId, int]], index: int, count: int
) -> list[int]:
    """`count` free positions at `index` among `siblings`, which are spread out where needed."""
    low = siblings[index - 1][1] if index else 0
    high = siblings[index][1] if index < len(siblings) else POSITIONS
    if high - low <= count:
        step = POSITIONS // (len(siblings) + count + 1)
        places = [step * (n + 1 + (count if n >= index else 0)) for n in range(len(siblings))]
        connection.executemany(
            "UPDATE note SET position = ? WHERE id = ?",
            [(place, note_id) for place, (note_id, _) in zip(places, siblings, strict=True)],
        )
        return [step * (index + 1 + n) for n in range(count)]
    step = (high - low) // (count + 1)
    return [low + step * (n + 1) for n in range(count)]


def ancestors(connection: sqlite3.Connection, note_id: NoteId | None) -> list[NoteId]:
    """The note itself, then its parent, and so on to the top."""
    line: list[NoteId] = []
    while note_id is not None:
        line.append(note_id)
        row = connection.execute("SELECT parent FROM note WHERE id = ?", (note_id,)).fetchone()
        note_id = row[0] if row else None
    return line


def height(connection: sqlite3.Connection, note_id: NoteId) -> int:
    """Levels of the tree below and including the note."""
    children = [child for child, _ in siblings(connection, note_id)]
    return 1 + max((height(connection, child) for child in children), default=0)
