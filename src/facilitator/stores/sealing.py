"""Sealing in the database: one transaction destroys what could still tell, the rest rolls on."""

from __future__ import annotations

import hashlib
import os
import secrets
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager

from facilitator.agenda import Agenda, to_json
from facilitator.ports import Sealing
from facilitator.record import POSITIONS, NoteId, Seal, keeps_order

_KEY_BYTES = 16


class Seals:
    """The part of a record that is sealed in the end."""

    _randbelow: Callable[[int], int]

    def _transaction(self, *, sealed: bool = False) -> AbstractContextManager[sqlite3.Connection]:
        raise NotImplementedError

    def mark_roster(self, place: str = "") -> None:
        """Remember the one bit that this session had a roster, and a keyed digest of its place."""
        with self._transaction(sealed=True) as connection:
            connection.execute(
                "UPDATE session SET had_roster = 1 WHERE NOT had_roster AND NOT sealed"
            )
            if place:
                connection.execute(
                    "UPDATE session SET roster = ? WHERE NOT sealed", (_key(connection, place),)
                )

    def uses_roster(self, place: str) -> bool:
        """Whether the roster file at `place` is this session's."""
        with self._transaction(sealed=True) as connection:
            (stored,) = connection.execute("SELECT roster FROM session").fetchone()
            return stored is not None and stored == _key(connection, place)

    def sealing(self) -> Sealing:
        """How far the sealing has come, and which roster file waits to be destroyed."""
        with self._transaction(sealed=True) as connection:
            row = connection.execute("SELECT sealed, sealing, spared FROM session").fetchone()
            return Sealing(Seal(row[0]), row[1], bool(row[2]))

    def mark_seal(self, agenda: Agenda, roster: str, *, spared: bool) -> None:
        """Destroy what could still tell, and remember that sealing began."""
        with self._transaction() as connection:
            _shuffle(connection, agenda, self._randbelow)
            _renew_ids(connection)
            connection.execute("DELETE FROM struck")
            connection.execute(
                "UPDATE session SET sealed = ?, sealing = ?, spared = ?, agenda = ?,"
                " roster = NULL, scrub_pending = 1, revision = revision + 1",
                (Seal.MARKED, roster, spared, to_json(agenda)),
            )

    def redirect_seal(self, roster: str, *, spared: bool) -> None:
        """Another file is to be destroyed (or spared) in the end than was said at first."""
        with self._transaction(sealed=True) as connection:
            connection.execute(
                "UPDATE session SET sealing = ?, spared = ? WHERE sealed AND sealed < ?",
                (roster, spared, Seal.SEALED),
            )

    def advance_seal(self, state: Seal) -> None:
        """The sealing has come further; at its end the roster's place is forgotten."""
        with self._transaction(sealed=True) as connection:
            connection.execute("UPDATE session SET sealed = ? WHERE sealed", (state,))
            if state is Seal.SEALED:
                connection.execute("UPDATE session SET sealing = '', spared = 0, scrub_pending = 1")


def _key(connection: sqlite3.Connection, place: str) -> bytes:
    (salt,) = connection.execute("SELECT salt FROM session").fetchone()
    return hashlib.blake2b(os.fsencode(place), key=salt, digest_size=_KEY_BYTES).digest()


def _shuffle(
    connection: sqlite3.Connection, agenda: Agenda, randbelow: Callable[[int], int]
) -> None:
    """Draw the places anew that no person gave; on the record the order tells nothing."""
    for segment in agenda.segments:
        if keeps_order(agenda, segment):
            continue
        loose = connection.execute(
            "SELECT id FROM note WHERE segment = ? AND NOT arranged", (segment.id,)
        ).fetchall()
        connection.executemany(
            "UPDATE note SET position = ? WHERE id = ?",
            [(randbelow(POSITIONS), note_id) for (note_id,) in loose],
        )


def _renew_ids(connection: sqlite3.Connection) -> None:
    """Give every note another random id: what knew the old ones knows nothing here any more."""
    connection.execute("PRAGMA defer_foreign_keys = ON")
    rows = connection.execute("SELECT id, parent, merged FROM note").fetchall()
    fresh: dict[NoteId | None, NoteId | None] = {None: None}
    fresh |= {note_id: secrets.token_bytes(16) for note_id, _, _ in rows}
    connection.executemany(
        "UPDATE note SET id = ?, parent = ?, merged = ? WHERE id = ?",
        [(fresh[i], fresh[parent], fresh[merged], i) for i, parent, merged in rows],
    )
