"""The session's next state: a compare-and-swap, and the order destroyed that it ends."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from facilitator.errors import StaleState
from facilitator.progress import Progress
from facilitator.record import POSITIONS


def advance(
    connection: sqlite3.Connection,
    before: Progress,
    after: Progress,
    mix: Sequence[str],
    randbelow: Callable[[int], int],
) -> None:
    """Store `after` where `before` still stands (`StaleState`); draw new places for `mix`."""
    cursor = connection.execute(
        """
        UPDATE session SET began = ?, since = ?, paused = ?, off_record = ?, closed = ?,
            revision = ?, scrub_pending = max(scrub_pending, ?), round = ?,
            answering = ?, round_from = ?, gave_way = ?, pushed = ?
        WHERE revision = ?
        """,
        (
            after.began,
            after.since,
            after.paused,
            after.off_record,
            after.closed,
            after.revision,
            bool(mix) or after.closed,
            after.round,
            after.answering,
            after.round_from,
            after.gave_way,
            after.pushed,
            before.revision,
        ),
    )
    if cursor.rowcount == 0:
        raise StaleState("the session has moved on meanwhile; look again")
    connection.executemany(
        "UPDATE segment SET phase = ?, spent = ?, place = ?, length = ?, rounds = ?,"
        " of_rounds = ?, thin = ? WHERE id = ?",
        [
            (s.phase.value, s.spent, s.place, s.length, s.rounds, s.of_rounds, s.thin, s.id)
            for s in after.segments
        ],
    )
    # A round of three askers names them: no question of a segment gone by has one.
    connection.executemany(
        "UPDATE note SET round = 0 WHERE segment = ? AND mark <> ''",
        [(s.id,) for s in after.segments if s is not after.running],
    )
    for segment in mix:
        tops = connection.execute(
            "SELECT id FROM note WHERE segment = ? AND parent IS NULL AND NOT arranged",
            (segment,),
        ).fetchall()
        connection.executemany(
            "UPDATE note SET position = ? WHERE id = ?",
            [(randbelow(POSITIONS), note_id) for (note_id,) in tops],
        )
