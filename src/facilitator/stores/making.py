"""Making the file of a new session, also where an earlier making was cut off."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from facilitator.agenda import Agenda, to_json
from facilitator.record import SALT_BYTES
from facilitator.stores.connection import WRITER_PATIENCE, connect
from facilitator.stores.schema import migrate
from facilitator.stores.trouble import file_trouble, told


def create(path: Path, agenda: Agenda, digest: str) -> None:
    """Make the file of a new session; does nothing where the session exists already."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise file_trouble(path, error) from None
    with told(path):
        connection = connect(path, WRITER_PATIENCE)
        try:
            migrate(connection, str(path))
            connection.execute("BEGIN IMMEDIATE")
            if connection.execute("SELECT count(*) FROM session").fetchone() == (0,):
                connection.execute(
                    "INSERT INTO session (id, agenda, digest, salt)"
                    " VALUES (?, ?, ?, randomblob(?))",
                    (agenda.session.id, to_json(agenda), digest, SALT_BYTES),
                )
                put_segments(connection, agenda)
            connection.execute("COMMIT")
        finally:
            connection.close()


def put_segments(connection: sqlite3.Connection, agenda: Agenda) -> None:
    """Make the agenda's segments known; those that are keep their progress."""
    connection.executemany(
        "INSERT INTO segment (id, rule, phase) VALUES (?, ?, 'waiting')"
        " ON CONFLICT (id) DO UPDATE SET rule = excluded.rule",
        [(segment.id, segment.rule.value) for segment in agenda.segments],
    )


def made(path: Path) -> bool:
    """Whether `path` holds a session; False also where its making was cut off half-way."""
    try:
        if path.stat().st_size == 0:
            return False
    except OSError:
        return False
    with told(path):
        connection = connect(path, WRITER_PATIENCE)
        try:
            tables = "SELECT count(*) FROM sqlite_schema WHERE name = 'session'"
            if connection.execute(tables).fetchone() == (0,):
                return bool(connection.execute("PRAGMA user_version").fetchone()[0])
            return bool(connection.execute("SELECT count(*) FROM session").fetchone()[0])
        finally:
            connection.close()
