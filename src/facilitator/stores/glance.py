"""One look at a session's record, for the list of sessions: read-only, and cheap."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from facilitator.agenda import Agenda, from_json
from facilitator.progress import Progress
from facilitator.review import Review
from facilitator.stores.reviews import read_reviews
from facilitator.stores.rows import Known, read_snapshot
from facilitator.stores.schema import MIGRATIONS
from facilitator.stores.trouble import readable, told

_SEALED = 3
"""What the record's column says once sealing is over; less is a sealing that was begun."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What the list needs of one session."""

    agenda: Agenda
    progress: Progress
    points: int
    reviews: tuple[Review, ...] = ()
    sealed: bool = False


def glance(record: Path) -> Glance | None:
    """The session in `record`; None where only its own store can read it.

    That is a record of an older version, or one in which a crash left something to undo.
    Raises `Trouble` where it is damaged.
    """
    with told(record), readable(record):
        try:
            connection = sqlite3.connect(
                f"{record.absolute().as_uri()}?mode=ro", uri=True, timeout=1, isolation_level=None
            )
        except sqlite3.OperationalError:
            return None
        try:
            if connection.execute("PRAGMA user_version").fetchone() != (len(MIGRATIONS),):
                return None
            connection.execute("BEGIN")
            return _read(connection)
        except sqlite3.OperationalError:
            return None
        finally:
            connection.close()


def _read(connection: sqlite3.Connection) -> Glance | None:
    cursor = connection.execute("SELECT * FROM session")
    row = cursor.fetchone()
    if row is None:
        return None
    facts = dict(zip((each[0] for each in cursor.description), row, strict=True))
    snapshot = read_snapshot(connection, "", Known())
    return Glance(
        from_json(facts["agenda"]),
        snapshot.progress,
        snapshot.total,
        read_reviews(connection),
        facts.get("sealed", 0) >= _SEALED,
    )
