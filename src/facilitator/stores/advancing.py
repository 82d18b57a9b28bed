"""The session's next state, another plan, what was held: each by compare-and-swap.

The end of a segment destroys the order of its points.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from facilitator.agenda import Agenda, to_json
from facilitator.errors import StaleState
from facilitator.progress import Progress
from facilitator.record import POSITIONS, AsHeld
from facilitator.stores.making import put_segments


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


def adopt(connection: sqlite3.Connection, agenda: Agenda, digest: str, progress: Progress) -> None:
    """Go by another plan; `progress` must be that of the present plan, unchanged since."""
    kept = {segment.id for segment in agenda.segments}
    cursor = connection.execute(
        "UPDATE session SET agenda = ?, digest = ?, revision = revision + 1 WHERE revision = ?",
        (to_json(agenda), digest, progress.revision),
    )
    if cursor.rowcount == 0:
        raise StaleState("the session has moved on meanwhile")
    connection.executemany(
        "DELETE FROM segment WHERE id = ?",
        [(s.id,) for s in progress.segments if s.id not in kept],
    )
    put_segments(connection, agenda)


def answer(connection: sqlite3.Connection, held: AsHeld) -> None:
    """Store what was held; a person without an answer stays without one."""
    connection.executemany(
        "INSERT INTO public_person (id, came) VALUES (?, ?)"
        " ON CONFLICT (id) DO UPDATE SET came = excluded.came",
        list(held.came.items()),
    )
    connection.execute(
        "UPDATE session SET composition_held = ?, revision = revision + 1",
        (held.composition,),
    )
    segments = [i for (i,) in connection.execute("SELECT id FROM segment")]
    connection.executemany(
        "UPDATE segment SET held = ? WHERE id = ?", [(i in held.segments, i) for i in segments]
    )
