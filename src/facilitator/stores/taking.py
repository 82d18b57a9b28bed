"""A whole record read for another laptop, and another laptop's joined with this one."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import replace

from facilitator.agenda import Agenda
from facilitator.clock import whole_minutes
from facilitator.copies import Copy, Part, fitting, part_of, plan_of
from facilitator.joining import Joined, join
from facilitator.record import Note, NoteId, OffTheRecord, Release
from facilitator.stores.reviews import write_review
from facilitator.stores.rows import COLUMNS, Known, forget_dismissals, read_snapshot, row

_NAMES = COLUMNS.split(", ")
_PUT = (
    f"INSERT INTO note ({COLUMNS}) VALUES ({', '.join(':' + name for name in _NAMES)})"
    " ON CONFLICT (id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _NAMES if name != "id")
)


def read_copy(connection: sqlite3.Connection, agenda: Agenda) -> Copy:
    """All of the record that another laptop may have; inside a transaction."""
    snapshot = read_snapshot(connection, None, Known())
    held = dict(connection.execute("SELECT id, held FROM segment").fetchall())
    return Copy(
        agenda.session.id,
        plan_of(agenda),
        snapshot.notes,
        tuple(i for (i,) in connection.execute("SELECT id FROM struck ORDER BY id")),
        tuple(
            part_of(each, None if held[each.id] is None else bool(held[each.id]))
            for each in snapshot.progress.segments
        ),
        dict(snapshot.held.came),
        snapshot.held.composition,
        snapshot.had_roster,
        snapshot.unlisted,
        tuple(replace(review, revision=0) for review in snapshot.reviews),
    )


def take(connection: sqlite3.Connection, agenda: Agenda, theirs: Copy) -> Joined:
    """Join another laptop's copy with what is stored at this moment; inside a transaction.

    Raises `Refused` off the record, or where the copy is of another session or agenda.
    """
    if connection.execute("SELECT 1 FROM session WHERE off_record").fetchone():
        raise OffTheRecord
    mine = read_copy(connection, agenda)
    fit, _ = fitting(theirs, agenda)
    joined = join(mine, fit, Release(agenda.publication.default_release))
    # Parents may be written after what stands under them.
    connection.execute("PRAGMA defer_foreign_keys = ON")
    wrote = _put_notes(connection, mine, joined)
    wrote = _put_session(connection, mine, joined.copy) or wrote
    _put_reviews(connection, mine, joined.copy)
    if wrote:
        # What came in one go lies together in the file, and what went is still in the journal.
        connection.execute("UPDATE session SET scrub_pending = 1")
    return joined


def _put_notes(connection: sqlite3.Connection, mine: Copy, joined: Joined) -> bool:
    before = {note.id: note for note in mine.notes}
    after = {note.id: note for note in joined.copy.notes}
    gone = [(note_id,) for note_id in sorted(before.keys() - after.keys())]
    changed = [note for note_id, note in after.items() if before.get(note_id) != note]
    struck = [(note_id,) for note_id in joined.copy.struck if note_id not in set(mine.struck)]
    connection.executemany("INSERT INTO struck (id) VALUES (?)", struck)
    connection.executemany(
        _PUT, [row(n) | {"revision": n.revision, "round": n.round} for n in changed]
    )
    connection.executemany("DELETE FROM note WHERE id = ?", gone)
    _forget(connection, before, after)
    return bool(gone or changed or struck)


def _forget(
    connection: sqlite3.Connection, before: Mapping[NoteId, Note], after: Mapping[NoteId, Note]
) -> None:
    """Drop the dismissals of sentences that stand in no point any more."""
    stays = {note.text for note in after.values()}
    over = [note.text for note in before.values() if note.text not in stays]
    if over:
        forget_dismissals(connection, "\n".join(over), "\n".join(sorted(stays)))


def _put_session(connection: sqlite3.Connection, mine: Copy, after: Copy) -> bool:
    closed = connection.execute("SELECT closed FROM session").fetchone() == (1,)
    parts = [part for part in after.parts if part not in mine.parts]
    connection.executemany(
        "UPDATE segment SET held = ? WHERE id = ?", [(p.held, p.id) for p in parts]
    )
    if closed:
        # A running session goes by its own clock; only of one gone by are minutes taken.
        _put_minutes(connection, parts)
    connection.executemany(
        "INSERT INTO public_person (id, came) VALUES (?, ?)"
        " ON CONFLICT (id) DO UPDATE SET came = excluded.came",
        list(after.came.items()),
    )
    told = (after.composition, after.had_roster, after.unlisted)
    said = told != (mine.composition, mine.had_roster, mine.unlisted) or after.came != mine.came
    if parts or said:
        connection.execute(
            "UPDATE session SET composition_held = ?, had_roster = ?, unlisted = ?,"
            " revision = revision + 1",
            told,
        )
    return bool(parts or said)


def _put_reviews(connection: sqlite3.Connection, mine: Copy, after: Copy) -> None:
    """Take over the reviews that were begun elsewhere only; of a closed session, as here."""
    begun = {review.text for review in mine.reviews}
    if connection.execute("SELECT closed FROM session").fetchone() == (1,):
        for review in after.reviews:
            if review.text not in begun:
                write_review(connection, review)


def _put_minutes(connection: sqlite3.Connection, parts: list[Part]) -> None:
    for part in parts:
        (spent,) = connection.execute(
            "SELECT spent FROM segment WHERE id = ?", (part.id,)
        ).fetchone()
        connection.execute(
            "UPDATE segment SET spent = ?, place = ?, rounds = ?, thin = ?,"
            " phase = CASE WHEN ? THEN 'done' ELSE phase END WHERE id = ?",
            (
                spent if whole_minutes(spent) == part.minutes else part.minutes * 60.0,
                part.place,
                part.rounds,
                part.thin,
                part.place > 0,
                part.id,
            ),
        )
