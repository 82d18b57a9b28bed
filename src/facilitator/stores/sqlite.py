"""The record in one SQLite file: every write one transaction, durable on return."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.agenda import Agenda, from_json
from facilitator.errors import Refused, Trouble
from facilitator.ports import Snapshot
from facilitator.progress import Progress
from facilitator.record import (
    Agreement,
    AsHeld,
    Mark,
    Note,
    NoteId,
    Release,
    Sealed,
    Words,
)
from facilitator.stores import advancing, arranging, saying
from facilitator.stores.connection import WRITER_PATIENCE, connect
from facilitator.stores.editing import Editing
from facilitator.stores.finding import forget_words
from facilitator.stores.reviews import Reviews
from facilitator.stores.rows import (
    COLUMNS,
    Known,
    explain,
    find,
    forget_dismissals,
    free_tag,
    read_elsewhere,
    read_snapshot,
    row,
    there,
)
from facilitator.stores.schema import migrate
from facilitator.stores.sealing import Seals
from facilitator.stores.trouble import readable, told
from facilitator.stores.wiping import scrub

if TYPE_CHECKING:
    from facilitator.copies import Copy
    from facilitator.joining import Joined

_WRITABLE = (
    "NOT EXISTS (SELECT 1 FROM session WHERE off_record)"
    " AND NOT EXISTS (SELECT 1 FROM segment WHERE id = :segment AND rule = 'off-record')"
    " AND NOT EXISTS (SELECT 1 FROM struck WHERE id = :id)"
)

_IS_SEALED = "SELECT 1 FROM session WHERE sealed"

_RUNS = "EXISTS (SELECT 1 FROM segment WHERE id = :segment AND phase = 'running')"


class SQLiteRecord(Editing, Reviews, Seals):
    """One session's record; safe to call from several threads.

    It holds two connections: a writer that waits for its turn, and a reader that never
    waits, so that a stuck writer elsewhere cannot freeze a screen.
    """

    def __init__(self, path: Path, randbelow: Callable[[int], int]) -> None:
        """Open the existing file at `path`; `randbelow(n)` draws places from 0 to n - 1."""
        self.path = path
        self._randbelow = randbelow
        self._lock = threading.RLock()
        self._read_lock = threading.Lock()
        self._known: dict[tuple[bool, bool], Known] = {}
        self._elsewhere = Known()
        self._plan: tuple[str, Agenda] | None = None
        with told(path):
            self._writer = connect(path, WRITER_PATIENCE)
            try:
                migrate(self._writer, str(path))
                if self._writer.execute("SELECT count(*) FROM session").fetchone() == (0,):
                    raise Trouble(f"{path} holds no session", "open its agenda again")
                # Setting it up must read the file, so only afterwards does it never wait.
                self._reader = connect(path, WRITER_PATIENCE)
                self._reader.execute("PRAGMA query_only = ON")
                self._reader.execute("PRAGMA busy_timeout = 0")
            except BaseException:
                self._writer.close()
                raise

    @property
    def place(self) -> str:
        """The path of the file."""
        return str(self.path)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock, self._read_lock:
            self._writer.close()
            self._reader.close()

    # Reading

    def changed(self) -> int:
        """A number that differs after any connection's commit but the reader's own."""
        with self._read_lock, told(self.path):
            (version,) = self._reader.execute("PRAGMA data_version").fetchone()
            return int(version)

    def agenda(self) -> Agenda:
        """The plan the session goes by."""
        with self._lock, told(self.path):
            (digest,) = self._writer.execute("SELECT digest FROM session").fetchone()
            if self._plan is None or self._plan[0] != digest:
                (text,) = self._writer.execute("SELECT agenda FROM session").fetchone()
                with readable(self.path):
                    self._plan = (digest, from_json(text))
            return self._plan[1]

    def snapshot(self, segment: str | None = None, *, patient: bool = True) -> Snapshot:
        """What is stored, read in one transaction."""
        lock = self._lock if patient else self._read_lock
        connection = self._writer if patient else self._reader
        with lock, told(self.path):
            connection.execute("BEGIN")
            try:
                with readable(self.path):
                    known = self._known.setdefault((patient, bool(segment)), Known())
                    return read_snapshot(connection, segment, known)
            finally:
                connection.execute("COMMIT")

    def elsewhere(self, segment: str) -> tuple[Note, ...]:
        """The notes of every other segment."""
        with self._read_lock, told(self.path), readable(self.path):
            return read_elsewhere(self._reader, segment, self._elsewhere)

    # Notes

    def note(self, note_id: NoteId) -> Note | None:
        """One note as it stands."""
        with self._lock, told(self.path), readable(self.path):
            return find(self._writer, note_id)

    def struck(self, ids: Collection[NoteId]) -> frozenset[NoteId]:
        """Those of these points that were struck."""
        query = f"SELECT id FROM struck WHERE id IN ({', '.join('?' * len(ids))})"
        with self._lock, told(self.path):
            return frozenset(i for (i,) in self._writer.execute(query, tuple(ids)))

    def keep(self, note: Note, *, append: bool) -> tuple[Note, bool]:
        """Store a note in one statement; sending it again changes nothing."""
        with self._transaction() as connection:
            if note.mark is not Mark.NONE and find(connection, note.id) is None:
                note = replace(note, tag=free_tag(connection, self._randbelow))
            values = row(note) | {"append": append}
            # A parent that was struck meanwhile costs the note its place, never the note.
            cursor = connection.execute(
                f"""
                INSERT INTO note ({COLUMNS})
                SELECT :id, :segment, :kind, :text, :topics, :quote, :echoes, :release,
                    (SELECT id FROM note WHERE id = :parent),
                    CASE
                    WHEN EXISTS (SELECT 1 FROM note WHERE id = :parent) THEN
                        (SELECT coalesce(max(position), 0) + 1 FROM note WHERE parent = :parent)
                    WHEN :append THEN
                        (SELECT coalesce(max(position), 0) + {arranging.APART} FROM note
                         WHERE segment = :segment AND parent IS NULL)
                    ELSE :position END,
                    :arranged, 0, :tag, :mark,
                    CASE WHEN :mark <> '' AND {_RUNS}
                    THEN (SELECT round FROM session) ELSE 0 END,
                    :agreement, :reservations, :summary, :merged, :numbered
                WHERE {_WRITABLE}
                ON CONFLICT (id) DO NOTHING
                """,
                values,
            )
            stored = find(connection, note.id)
            if cursor.rowcount == 0 and stored is None:
                explain(connection, note.id)
            if stored is None:
                raise AssertionError("a kept note is stored")
            phase = "SELECT phase FROM segment WHERE id = ?"
            running = connection.execute(phase, (note.segment,)).fetchone() == ("running",)
            if not running:
                # No segment's end is still to come that would wipe the order of late notes.
                connection.execute("UPDATE session SET scrub_pending = 1 WHERE NOT scrub_pending")
            return stored, running

    def edit(self, note_id: NoteId, revision: int, words: Words, *, asked: bool = False) -> Note:
        """Change the words of a note that is still at `revision`."""
        forget_words(self.path)
        with self._transaction() as connection:
            before = find(connection, note_id)
            tag, mark = "", Mark.NONE
            if asked and before is not None:
                tag = before.tag or free_tag(connection, self._randbelow)
                mark = before.mark or Mark.OPEN
            cursor = connection.execute(
                f"""
                UPDATE note SET kind = :kind, text = :text, topics = :topics, quote = :quote,
                    tag = :tag, mark = :mark, round = CASE WHEN :mark = '' THEN 0
                        WHEN mark <> '' THEN round WHEN {_RUNS}
                        THEN (SELECT round FROM session) ELSE 0 END,
                    revision = revision + 1
                WHERE id = :id AND revision = :revision AND {_WRITABLE}
                """,
                {
                    "id": note_id,
                    "segment": before.segment if before else "",
                    "revision": revision,
                    "kind": words.kind.value,
                    "text": words.text,
                    "topics": " ".join(words.topics),
                    "quote": words.quote,
                    "tag": tag,
                    "mark": mark.value,
                },
            )
            if cursor.rowcount == 0:
                explain(connection, note_id)
            if before is not None:
                forget_dismissals(connection, before.text, words.text)
            return there(connection, note_id)

    def mark(self, note_id: NoteId, mark: Mark, round: int) -> Note:
        """Say what has become of a question; its words and their revision are not touched."""
        with self._transaction() as connection:
            note = there(connection, note_id)
            if note.mark is Mark.NONE:
                raise Refused("this is no question of a round")
            # Whatever was asked for: no question of a segment gone by has a round.
            connection.execute(
                f"UPDATE note SET mark = :mark, round = :round * {_RUNS} WHERE id = :id",
                {"id": note_id, "segment": note.segment, "mark": mark.value, "round": round},
            )
            return there(connection, note_id)

    def echo(self, note_id: NoteId, by: int = 1) -> Note:
        """Count further voices for a point, or (below zero) take them back."""
        with self._transaction() as connection:
            before = find(connection, note_id)
            cursor = connection.execute(
                f"UPDATE note SET echoes = max(0, echoes + :by) WHERE id = :id AND {_WRITABLE}",
                {"by": by, "id": note_id, "segment": before.segment if before else ""},
            )
            if cursor.rowcount == 0:
                explain(connection, note_id)
            return there(connection, note_id)

    def agree(
        self, note_id: NoteId, was: tuple[Agreement, str], now: tuple[Agreement, str]
    ) -> Note:
        """Say whether a point was agreed, and with which reservations."""
        with self._transaction() as connection:
            return saying.agree(connection, note_id, was, now)

    def release(self, note_id: NoteId, was: Release | None, now: Release | None) -> Note:
        """Say how far a point may go; None: as far as the agenda says."""
        with self._transaction() as connection:
            return saying.release(connection, note_id, was, now)

    def number(self, note_id: NoteId, was: bool | None, now: bool | None) -> Note:
        """Say how the points below are listed; None: as usual."""
        with self._transaction() as connection:
            return saying.number(connection, note_id, was, now)

    # Another laptop's record

    def copy(self) -> Copy:
        """All that another laptop may have, read in one transaction."""
        from facilitator.stores.taking import read_copy  # no screen needs it to start

        agenda = self.agenda()
        with self._lock, told(self.path):
            self._writer.execute("BEGIN")
            try:
                with readable(self.path):
                    return read_copy(self._writer, agenda)
            finally:
                self._writer.execute("COMMIT")

    def take(self, theirs: Copy) -> Joined:
        """Join another laptop's copy with what is stored at this moment."""
        from facilitator.stores.taking import take

        agenda = self.agenda()
        with self._transaction() as connection, readable(self.path):
            return take(connection, agenda, theirs)

    # The session

    def adopt(self, agenda: Agenda, digest: str, progress: Progress) -> None:
        """Go by another plan; `progress` must be that of the present plan, unchanged since."""
        with self._transaction() as connection:
            advancing.adopt(connection, agenda, digest, progress)

    def advance(self, before: Progress, after: Progress, mix: Sequence[str]) -> None:
        """Store the next state where `before` still stands, and draw new places for `mix`."""
        with self._transaction() as connection:
            advancing.advance(connection, before, after, mix, self._randbelow)

    def answer(self, held: AsHeld) -> None:
        """Store what was held; a person without an answer stays without one."""
        with self._transaction() as connection:
            advancing.answer(connection, held)

    def count_unlisted(self, number: int) -> None:
        """Remember how many people came who are in no roster file."""
        with self._transaction() as connection:
            connection.execute("UPDATE session SET unlisted = ?", (number,))

    def scrub(self) -> bool:
        """Rewrite the file and wipe the journal; False, and still due, where a reader is busy."""
        with self._lock:
            forget_words(self.path)
            return scrub(self._writer, self.path)

    @contextmanager
    def _transaction(self, *, sealed: bool = False) -> Iterator[sqlite3.Connection]:
        """One write; only with `sealed` also where the session is sealed."""
        with self._lock, told(self.path):
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                if not sealed and self._writer.execute(_IS_SEALED).fetchone():
                    raise Sealed
                yield self._writer
                self._writer.execute("COMMIT")
            except BaseException:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise
