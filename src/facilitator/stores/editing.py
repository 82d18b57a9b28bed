"""What the record lets people do to points that stand: put elsewhere, merge, strike, keep words."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager

from facilitator.agenda import Agenda
from facilitator.record import Dismissal, Note, NoteId
from facilitator.stores import arranging


class Editing:
    """The part of a record that changes where its points stand, and which words were kept."""

    _randbelow: Callable[[int], int]

    def agenda(self) -> Agenda:
        """The plan the session goes by."""
        raise NotImplementedError

    def _transaction(self, *, sealed: bool = False) -> AbstractContextManager[sqlite3.Connection]:
        raise NotImplementedError

    def move(
        self,
        note_id: NoteId,
        was_under: NoteId | None,
        under: NoteId | None,
        before: NoteId | None,
        *,
        arranged: bool,
    ) -> None:
        """Put a note under another, before a sibling; refused if it was moved meanwhile."""
        with self._transaction() as connection:
            arranging.move(
                connection, self._randbelow, note_id, was_under, under, before, arranged=arranged
            )

    def strike(self, note_id: NoteId) -> tuple[Note, ...]:
        """Erase a note and what was merged into it for good; `scrub` wipes the traces.

        Also of a sealed session: a point can always be taken back.
        """
        with self._transaction(sealed=True) as connection:
            return arranging.strike(connection, note_id)

    def transfer(
        self, note_id: NoteId, was: str, now: str, along: Collection[NoteId] | None = None
    ) -> Note:
        """Put a point of segment `was`, and those below it, at the top of another segment."""
        agenda = self.agenda()
        with self._transaction() as connection:
            return arranging.transfer(connection, self._randbelow, agenda, note_id, was, now, along)

    def merge(self, note_id: NoteId, revision: int, into: NoteId, into_revision: int) -> Note:
        """Let `into` stand for a note that says the same; its voices and points go along."""
        with self._transaction() as connection:
            return arranging.merge(connection, note_id, revision, into, into_revision)

    def part(self, note_id: NoteId) -> Note:
        """Take a merged note out again, with its own voices; its points stay where they are."""
        with self._transaction() as connection:
            return arranging.part(connection, note_id)

    def dismiss(self, dismissals: Sequence[Dismissal]) -> None:
        """Remember wordings that somebody has looked at and kept."""
        with self._transaction() as connection:
            connection.executemany(
                "INSERT INTO dismissal (digest, reason, sentence) VALUES (?, ?, ?)"
                " ON CONFLICT (digest) DO UPDATE SET reason = excluded.reason",
                [(each.digest, each.reason, each.sentence) for each in dismissals],
            )

    def recall(self, dismissals: Sequence[Dismissal]) -> None:
        """Forget that these were kept, so that they stand again."""
        with self._transaction() as connection:
            connection.executemany(
                "DELETE FROM dismissal WHERE digest = ?", [(each.digest,) for each in dismissals]
            )
