"""Rows of the database as values of the record, and why a guarded write changed nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable

from facilitator.errors import Refused
from facilitator.letters import LETTERS, LONGER
from facilitator.ports import Snapshot
from facilitator.progress import Phase, Progress, SegmentProgress
from facilitator.record import (
    Agreement,
    AsHeld,
    Conflict,
    Dismissal,
    Kind,
    Mark,
    Note,
    NoteId,
    OffTheRecord,
    Release,
    Seal,
    Struck,
)
from facilitator.stores.reviews import read_reviews
from facilitator.text import ANY_LENGTH, clean

COLUMNS = (
    "id, segment, kind, text, topics, quote, echoes, release, parent, position, arranged,"
    " revision, tag, mark, round, agreement, reservations, summary, merged, numbered"
)


class Known:
    """The notes as they were last read, which serve again for as long as their rows are equal.

    A screen reads them all again whenever anybody commits; a note that is the same object
    as before is drawn and checked no second time.
    """

    def __init__(self) -> None:
        self._last: dict[NoteId, tuple[tuple[object, ...], Note]] = {}

    def read(self, rows: Iterable[tuple]) -> tuple[Note, ...]:  # type: ignore[type-arg]
        """The notes of these rows; what is not among them is forgotten."""
        last = self._last
        self._last = now = {}
        for row in rows:
            held = last.get(row[0])
            now[row[0]] = held if held is not None and held[0] == row else (row, _note(row))
        return tuple([note for _, note in now.values()])

    def one(self, row: tuple) -> Note:  # type: ignore[type-arg]
        """The note of a row that may have been among them."""
        held = self._last.get(row[0])
        return held[1] if held is not None and held[0] == row else _note(row)


def read_snapshot(connection: sqlite3.Connection, segment: str | None, known: Known) -> Snapshot:
    """What is stored; `known` are the notes last read."""
    row = connection.execute(
        "SELECT began, since, paused, off_record, closed, revision, composition_held,"
        " scrub_pending, had_roster, digest, round, answering, round_from, gave_way, pushed,"
        " unlisted, salt, sealed FROM session"
    ).fetchone()
    began, since, paused, off_record, closed, revision, composition, scrub, roster, digest = row[
        :10
    ]
    number, answering, round_from, gave_way, pushed, unlisted, salt, sealed = row[10:]
    parts = connection.execute(
        "SELECT id, phase, spent, place, held, length, rounds, of_rounds, thin FROM segment"
    ).fetchall()
    progress = Progress(
        tuple(
            SegmentProgress(i, Phase(phase), spent, place, length, number, of, _bit(thin))
            for i, phase, spent, place, _, length, number, of, thin in parts
        ),
        began,
        since,
        bool(paused),
        bool(off_record),
        bool(closed),
        revision,
        number,
        bool(answering),
        round_from,
        gave_way,
        pushed,
    )
    came = {i: bool(c) for i, c in connection.execute("SELECT id, came FROM public_person")}
    ran = tuple(part[0] for part in parts if part[4] or (part[4] is None and part[3]))
    held = AsHeld(came, ran, _bit(composition))
    query = f"SELECT {COLUMNS} FROM note"
    # "+": through the index every row would be looked for on its own.
    notes = known.read(
        connection.execute(query)
        if segment is None
        else connection.execute(query + " WHERE +segment = ?", (segment,))
    )
    asked = connection.execute(query + " WHERE mark <> ''")
    questions = tuple(known.one(row) for row in asked)
    (total,) = connection.execute("SELECT count(*) FROM note").fetchone()
    answered = any(part[4] is not None for part in parts)
    dismissed = connection.execute("SELECT digest, reason, sentence FROM dismissal")
    dismissals = tuple(
        Dismissal(each, clean(why, cap=ANY_LENGTH), sentence) for each, why, sentence in dismissed
    )
    return Snapshot(
        progress,
        notes,
        total,
        bool(scrub),
        bool(roster),
        held,
        answered,
        digest,
        questions,
        unlisted,
        salt,
        dismissals,
        read_reviews(connection) if segment is None else (),
        Seal(sealed),
    )


def read_elsewhere(connection: sqlite3.Connection, segment: str, known: Known) -> tuple[Note, ...]:
    """The notes of every other segment; `known` are the notes last read."""
    query = f"SELECT {COLUMNS} FROM note WHERE segment <> ?"
    return known.read(connection.execute(query, (segment,)))


def _bit(stored: int | None) -> bool | None:
    return None if stored is None else bool(stored)


def row(note: Note) -> dict[str, object]:
    return {
        "id": note.id,
        "segment": note.segment,
        "kind": note.kind.value,
        "text": note.text,
        "topics": " ".join(note.topics),
        "quote": note.quote,
        "echoes": note.echoes,
        "release": note.release.value if note.release else None,
        "parent": note.parent,
        "position": note.position,
        "arranged": note.arranged,
        "tag": note.tag,
        "mark": note.mark.value,
        "agreement": note.agreement.value,
        "reservations": note.reservations,
        "summary": note.summary,
        "merged": note.merged,
        "numbered": note.numbered,
    }


_KINDS = {kind.value: kind for kind in Kind}


def _note(row: tuple) -> Note:  # type: ignore[type-arg]
    i, segment, kind, text, topics, quote, echoes, release, parent, place, arranged = row[:11]
    revision, tag, mark, number, agreement, reservations, summary, merged, numbered = row[11:]
    return Note(
        i,
        segment,
        _KINDS[kind],
        clean(text, cap=ANY_LENGTH),
        tuple(topics.split()) if topics else (),
        bool(quote),
        echoes,
        Release(release) if release else None,
        parent,
        place,
        bool(arranged),
        revision,
        tag,
        Mark(mark),
        number,
        Agreement(agreement),
        clean(reservations, cap=ANY_LENGTH),
        bool(summary),
        merged,
        _bit(numbered),
    )


def find(connection: sqlite3.Connection, note_id: NoteId) -> Note | None:
    row = connection.execute(f"SELECT {COLUMNS} FROM note WHERE id = ?", (note_id,)).fetchone()
    return _note(row) if row else None


def there(connection: sqlite3.Connection, note_id: NoteId) -> Note:
    note = find(connection, note_id)
    if note is None:
        explain(connection, note_id)
        raise Refused("this point is not in the record")
    return note


def explain(connection: sqlite3.Connection, note_id: NoteId) -> None:
    """Raise why a guarded statement changed nothing; return where the note is unknown."""
    if connection.execute("SELECT 1 FROM struck WHERE id = ?", (note_id,)).fetchone():
        raise Struck
    if connection.execute("SELECT 1 FROM session WHERE off_record").fetchone():
        raise OffTheRecord
    note = find(connection, note_id)
    if note is not None:
        rule = connection.execute("SELECT rule FROM segment WHERE id = ?", (note.segment,))
        if rule.fetchone() != ("off-record",):
            raise Conflict(note)
    raise Refused("nothing is noted here: the segment is off the record, or the point is gone")


def forget_dismissals(connection: sqlite3.Connection, gone: str, stays: str = "") -> None:
    """Drop the dismissals of sentences that were in the text `gone` and are not in `stays`.

    Whoever strikes a point must not leave behind the reason why a name stood in it.
    """
    if connection.execute("SELECT 1 FROM dismissal LIMIT 1").fetchone() is None:
        return
    from facilitator.guard.dismissals import sentences  # 15 ms that no screen needs to start

    (salt,) = connection.execute("SELECT salt FROM session").fetchone()
    over = sentences(gone, salt) - sentences(stays, salt)
    connection.executemany("DELETE FROM dismissal WHERE sentence = ?", [(each,) for each in over])


def free_tag(connection: sqlite3.Connection, randbelow: Callable[[int], int]) -> str:
    """A letter that no question of the session has, drawn at random.

    Where all are taken, a letter and a digit.
    """
    taken = {tag for (tag,) in connection.execute("SELECT tag FROM note WHERE mark <> ''")}
    free = [letter for letter in LETTERS if letter not in taken]
    free = free or [tag for tag in LONGER if tag not in taken]
    return free[randbelow(len(free))] if free else ""
