"""The database's shape, as numbered migrations.

No column may tell who spoke, when, or in which order; every table is WITHOUT ROWID,
because a hidden rowid is an order of capture. `tests/test_record_shape.py` knows every
column by name and fails on any other.
"""

from __future__ import annotations

import sqlite3

from facilitator.errors import Trouble

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE session (
            id TEXT PRIMARY KEY,
            agenda TEXT NOT NULL,
            digest TEXT NOT NULL,
            had_roster INTEGER NOT NULL DEFAULT 0,
            began REAL,
            since REAL,
            paused INTEGER NOT NULL DEFAULT 0,
            off_record INTEGER NOT NULL DEFAULT 0,
            closed INTEGER NOT NULL DEFAULT 0,
            revision INTEGER NOT NULL DEFAULT 0,
            composition_held INTEGER,
            scrub_pending INTEGER NOT NULL DEFAULT 0
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE segment (
            id TEXT PRIMARY KEY,
            rule TEXT NOT NULL,
            phase TEXT NOT NULL,
            spent REAL NOT NULL DEFAULT 0,
            place INTEGER NOT NULL DEFAULT 0,
            held INTEGER
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE public_person (
            id TEXT PRIMARY KEY,
            came INTEGER NOT NULL
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE note (
            id BLOB PRIMARY KEY CHECK (length(id) = 16),
            segment TEXT NOT NULL REFERENCES segment (id),
            kind TEXT NOT NULL,
            text TEXT NOT NULL,
            topics TEXT NOT NULL DEFAULT '',
            quote INTEGER NOT NULL DEFAULT 0,
            echoes INTEGER NOT NULL DEFAULT 0,
            release TEXT,
            parent BLOB REFERENCES note (id),
            position INTEGER NOT NULL,
            arranged INTEGER NOT NULL DEFAULT 0,
            revision INTEGER NOT NULL DEFAULT 0
        ) WITHOUT ROWID
        """,
        "CREATE INDEX note_in_segment ON note (segment)",
        "CREATE INDEX note_under ON note (parent, position)",
        "CREATE TABLE struck (id BLOB PRIMARY KEY) WITHOUT ROWID",
    ),
    # Rounds. A question's letter is drawn at random; its round is cleared at segment end.
    (
        "ALTER TABLE session ADD COLUMN round INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE session ADD COLUMN answering INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE session ADD COLUMN round_from REAL NOT NULL DEFAULT 0",
        "ALTER TABLE session ADD COLUMN gave_way TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE session ADD COLUMN pushed REAL NOT NULL DEFAULT 0",
        "ALTER TABLE session ADD COLUMN unlisted INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE segment ADD COLUMN length REAL",
        "ALTER TABLE segment ADD COLUMN rounds INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE segment ADD COLUMN of_rounds INTEGER",
        "ALTER TABLE segment ADD COLUMN thin INTEGER",
        "ALTER TABLE note ADD COLUMN tag TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE note ADD COLUMN mark TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE note ADD COLUMN round INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE note ADD COLUMN agreement TEXT NOT NULL DEFAULT ''",
        "CREATE INDEX note_asked ON note (segment) WHERE mark <> ''",
        # Whoever runs while the file is brought up to date is in the first round.
        "UPDATE session SET round = 1 WHERE EXISTS (SELECT 1 FROM segment WHERE phase = 'running')",
    ),
    # Wordings that somebody has looked at and kept: keyed digests, no words, no point.
    (
        "ALTER TABLE session ADD COLUMN salt BLOB NOT NULL DEFAULT x''",
        "UPDATE session SET salt = randomblob(16)",
        """
        CREATE TABLE dismissal (
            digest TEXT PRIMARY KEY,
            reason TEXT NOT NULL,
            sentence TEXT NOT NULL
        ) WITHOUT ROWID
        """,
    ),
    # The draft: what a rapporteur makes of the points, for everybody the same.
    (
        "ALTER TABLE note ADD COLUMN reservations TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE note ADD COLUMN summary INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE note ADD COLUMN merged BLOB REFERENCES note (id)",
        "ALTER TABLE note ADD COLUMN numbered INTEGER",
        "CREATE INDEX note_merged ON note (merged) WHERE merged IS NOT NULL",
    ),
    # The review of a text: by body and by day. A number whose point was struck stays, and
    # says nothing of it; where the files lie that a strike cannot reach is known too.
    (
        """
        CREATE TABLE review (
            text TEXT PRIMARY KEY,
            cleared INTEGER NOT NULL DEFAULT 0,
            published TEXT,
            revision INTEGER NOT NULL DEFAULT 0
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE review_step (
            text TEXT NOT NULL REFERENCES review (text) ON DELETE CASCADE,
            place INTEGER NOT NULL,
            body TEXT NOT NULL,
            printed TEXT,
            until TEXT,
            consent TEXT NOT NULL,
            passed TEXT NOT NULL,
            PRIMARY KEY (text, place)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE review_number (
            text TEXT NOT NULL REFERENCES review (text) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            note BLOB REFERENCES note (id) ON DELETE SET NULL ON UPDATE CASCADE,
            first INTEGER NOT NULL,
            PRIMARY KEY (text, number)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX review_number_of ON review_number (note)",
        """
        CREATE TABLE review_given (
            text TEXT NOT NULL REFERENCES review (text) ON DELETE CASCADE,
            body TEXT NOT NULL,
            number INTEGER NOT NULL,
            version INTEGER NOT NULL,
            settled INTEGER,
            PRIMARY KEY (text, body, number)
        ) WITHOUT ROWID
        """,
        "CREATE TABLE written (path TEXT PRIMARY KEY) WITHOUT ROWID",
    ),
    # Sealing: how far it has come, and until its end which file is to be destroyed.
    (
        "ALTER TABLE session ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE session ADD COLUMN sealing TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE session ADD COLUMN spared INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE session ADD COLUMN roster BLOB",
    ),
)


def migrate(connection: sqlite3.Connection, where: str) -> None:
    """Bring the database up to date, each step recorded in its own transaction.

    Raises `Trouble` for a file written by a newer version of the program.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise Trouble(
            f"{where} was written by a newer version of facilitator",
            "update facilitator on this computer; nothing was changed",
        )
    for number in range(version + 1, len(MIGRATIONS) + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have done this step while we waited for the lock.
            (now,) = connection.execute("PRAGMA user_version").fetchone()
            if now < number:
                for statement in MIGRATIONS[number - 1]:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
