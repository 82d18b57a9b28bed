"""The record's shape: no field and no column that could tell who spoke, when, or in turn.

The lists below are the whole of what may be stored. Whoever adds to them says in the same
change why the addition tells an attacker nothing (DESIGN, "The record cannot say who spoke").
"""

from __future__ import annotations

import dataclasses
import sqlite3
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from conftest import House, plan
from facilitator import paths
from facilitator.copies import Copy, Part
from facilitator.pen import Pen
from facilitator.ports import Unfinished, Waiting
from facilitator.progress import Progress, SegmentProgress
from facilitator.record import Kind, Note, Words
from facilitator.review import Given, Numbered, Review, Step
from facilitator.stores import schema
from facilitator.stores.making import create
from facilitator.stores.sqlite import SQLiteRecord

FIELDS: dict[type, set[str]] = {
    Note: {
        "id",
        "segment",
        "kind",
        "text",
        "topics",
        "quote",
        "echoes",
        "release",
        "parent",
        "position",
        "arranged",
        "revision",
        # Drawn at random from the letters that are free: it tells neither when nor in which
        # turn a question was put, nor by whom.
        "tag",
        # What has become of a question, by everybody's judgement of the answer, not the asker.
        "mark",
        # Only while the segment runs; 0 in the store from its end on, whatever was asked for
        # (test_questions.py), because a round of three askers names them.
        "round",
        # The chair tested it aloud before everybody; whose point it was is not said.
        "agreement",
        # What the rapporteur made of the points for everybody, after the meeting: a condition
        # of an agreement, a sentence over others, which of two notes of the same stands for
        # both, and a way of listing. None is tied to a person or a time.
        "reservations",
        "summary",
        "merged",
        "numbered",
    },
    Words: {"kind", "text", "topics", "quote"},
    # As in the tables `review`, `review_step`, `review_number` and `review_given` below.
    Review: {"text", "steps", "numbers", "given", "cleared", "published", "revision"},
    Step: {"body", "printed", "until", "consent", "passed"},
    Numbered: {"number", "note", "first"},
    Given: {"body", "number", "version", "settled"},
    # What goes to another laptop: what is stored, less the round, the salt and what is kept
    # under it, and every time finer than a minute (test_record_file.py has the file's fields).
    Copy: {
        "session",
        # Of what notes refer to in the agenda, which the organiser publishes anyway.
        "plan",
        "notes",
        "struck",
        "parts",
        "came",
        "composition",
        "had_roster",
        "unlisted",
        # By body, by number and by day, as in the tables; the numbers are those of the reading
        # order of a closed session's text, which is drawn or edited.
        "reviews",
    },
    Part: {"id", "place", "minutes", "rounds", "thin", "held"},
    Waiting: {"id", "segment", "text", "depth", "revision"},
    Unfinished: {"segment", "text", "depth", "waiting", "edits", "revision"},
    SegmentProgress: {
        "id",
        "phase",
        "spent",
        "place",
        # The plan as repaired: what was decided for everybody, before anybody spoke.
        "length",
        "of_rounds",
        # How many rounds were held: every participant saw them; no point says in which it was.
        "rounds",
        # One bit: too few spoke. It says that points need hiding, not whose they are; how many
        # spoke is not kept.
        "thin",
    },
    Progress: {
        "segments",
        "began",
        "since",
        "paused",
        "off_record",
        "closed",
        "revision",
        # Which round of the running segment it is, and whether questions or answers are its
        # turn: 0 and False as soon as the segment ends.
        "round",
        "answering",
        # When the present round began on the segment's clock: the finest time there is, that of
        # a round, and 0 as soon as the segment ends. No note is tied to it.
        "round_from",
        # The segment that ended when the present one began: the order of the day, as `place`.
        "gave_way",
        # By how much a later end was agreed; whole minutes from closing on.
        "pushed",
    },
}

# Column, declared type, whether it is part of the key.
COLUMNS: dict[str, set[tuple[str, str, bool]]] = {
    "session": {
        ("id", "TEXT", True),
        ("agenda", "TEXT", False),
        ("digest", "TEXT", False),
        ("had_roster", "INTEGER", False),
        ("began", "REAL", False),
        ("since", "REAL", False),
        ("paused", "INTEGER", False),
        ("off_record", "INTEGER", False),
        ("closed", "INTEGER", False),
        ("revision", "INTEGER", False),
        ("composition_held", "INTEGER", False),
        ("scrub_pending", "INTEGER", False),
        # As in `Progress` above.
        ("round", "INTEGER", False),
        ("answering", "INTEGER", False),
        ("round_from", "REAL", False),
        ("gave_way", "TEXT", False),
        ("pushed", "REAL", False),
        # How many came who are in no roster file, so that export can say how many it cannot
        # check: a number of people, none of their names, and nothing of what they said.
        ("unlisted", "INTEGER", False),
        # Random, so that the digests below say nothing to whoever guesses names; it is drawn
        # when the session is made.
        ("salt", "BLOB", False),
        # How far sealing has come, after everything that could tell is gone.
        ("sealed", "INTEGER", False),
        # Only while a seal is under way: which file is to be destroyed, and whether it is to
        # be spared. Empty before and after (test_sealing.py).
        ("sealing", "TEXT", False),
        ("spared", "INTEGER", False),
        # Which roster file the session uses, as a digest of its path keyed with the salt, so
        # that sealing another session does not destroy it. Nothing of what stands in the file,
        # and gone at seal.
        ("roster", "BLOB", False),
    },
    # What somebody kept in spite of the guard: keyed digests of a wording and of its sentence,
    # and the reason, which may not repeat the words (test_watch.py). No point, no time.
    "dismissal": {
        ("digest", "TEXT", True),
        ("reason", "TEXT", False),
        ("sentence", "TEXT", False),
    },
    "segment": {
        ("id", "TEXT", True),
        ("rule", "TEXT", False),
        ("phase", "TEXT", False),
        ("spent", "REAL", False),
        ("place", "INTEGER", False),
        ("held", "INTEGER", False),
        # As in `SegmentProgress` above.
        ("length", "REAL", False),
        ("rounds", "INTEGER", False),
        ("of_rounds", "INTEGER", False),
        ("thin", "INTEGER", False),
    },
    "public_person": {("id", "TEXT", True), ("came", "INTEGER", False)},
    "note": {
        ("id", "BLOB", True),
        ("segment", "TEXT", False),
        ("kind", "TEXT", False),
        ("text", "TEXT", False),
        ("topics", "TEXT", False),
        ("quote", "INTEGER", False),
        ("echoes", "INTEGER", False),
        ("release", "TEXT", False),
        ("parent", "BLOB", False),
        ("position", "INTEGER", False),
        ("arranged", "INTEGER", False),
        ("revision", "INTEGER", False),
        # As in `Note` above.
        ("tag", "TEXT", False),
        ("mark", "TEXT", False),
        ("round", "INTEGER", False),
        ("agreement", "TEXT", False),
        # As in `Note` above.
        ("reservations", "TEXT", False),
        ("summary", "INTEGER", False),
        ("merged", "BLOB", False),
        ("numbered", "INTEGER", False),
    },
    "struck": {("id", "BLOB", True)},
    # How a text was reviewed, after the meeting: by body and by day, no name, no hour.
    "review": {
        ("text", "TEXT", True),
        ("cleared", "INTEGER", False),
        ("published", "TEXT", False),
        ("revision", "INTEGER", False),
    },
    # The days of a body's copy, and what it said of the whole text, of no point.
    "review_step": {
        ("text", "TEXT", True),
        ("place", "INTEGER", True),
        ("body", "TEXT", False),
        ("printed", "TEXT", False),
        ("until", "TEXT", False),
        ("consent", "TEXT", False),
        ("passed", "TEXT", False),
    },
    # The number of a point in the copies: the order of the text, which is not that of the
    # meeting. Of a struck point the bare number stays (test_review_record.py).
    "review_number": {
        ("text", "TEXT", True),
        ("number", "INTEGER", True),
        ("note", "BLOB", False),
        ("first", "INTEGER", False),
    },
    # Which wording a body was given, the same for every point of its copy, and which it
    # answered to, whatever the answer. The answers of the keynote speaker, who is one person,
    # are never here (test_review.py): they would tell which points are theirs.
    "review_given": {
        ("text", "TEXT", True),
        ("body", "TEXT", True),
        ("number", "INTEGER", True),
        ("version", "INTEGER", False),
        ("settled", "INTEGER", False),
    },
    # Where files of the texts were written on this computer, for a strike to list.
    "written": {("path", "TEXT", True)},
}

# The columns of each index; the one a primary key makes is named by SQLite.
INDEXES: dict[str, set[tuple[str, tuple[str, ...]]]] = {
    "session": {("sqlite_autoindex_session_1", ("id",))},
    "segment": {("sqlite_autoindex_segment_1", ("id",))},
    "public_person": {("sqlite_autoindex_public_person_1", ("id",))},
    "note": {
        ("sqlite_autoindex_note_1", ("id",)),
        ("note_in_segment", ("segment",)),
        ("note_under", ("parent", "position")),
        # The questions, to find them at once. Sorted by segment, then by the key, which is a
        # random id: no order of asking.
        ("note_asked", ("segment",)),
        # Which notes another stands for; sorted by that note's random id.
        ("note_merged", ("merged",)),
    },
    "struck": {("sqlite_autoindex_struck_1", ("id",))},
    "dismissal": {("sqlite_autoindex_dismissal_1", ("digest",))},
    "review": {("sqlite_autoindex_review_1", ("text",))},
    "review_step": {("sqlite_autoindex_review_step_1", ("text", "place"))},
    "review_number": {
        ("sqlite_autoindex_review_number_1", ("text", "number")),
        # To let go of a point that is struck.
        ("review_number_of", ("note",)),
    },
    "review_given": {("sqlite_autoindex_review_given_1", ("text", "body", "number"))},
    "written": {("sqlite_autoindex_written_1", ("path",))},
}


def unknown_fields(known: Mapping[type, set[str]]) -> list[str]:
    """What the types hold beyond (or short of) the list, a slot or attribute included."""
    found: list[str] = []
    for kind, allowed in known.items():
        fields = {each.name for each in dataclasses.fields(kind)}
        found += [f"{kind.__name__}.{name}" for name in sorted(fields ^ allowed)]
        slots = {name for base in kind.__mro__ for name in getattr(base, "__slots__", ())}
        found += [f"{kind.__name__}.{name} (slot)" for name in sorted(slots - allowed)]
        if "__dict__" in dir(kind):
            found.append(f"{kind.__name__} takes attributes nobody listed")
    return found


def unknown_shapes(connection: sqlite3.Connection) -> list[str]:
    """What the schema of a real database holds that the lists do not know, or the reverse."""
    found: list[str] = []
    objects = connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
    tables = {name: sql for kind, name, sql in objects if kind == "table"}
    found += [f"{kind} {name}" for kind, name, _ in objects if kind not in ("table", "index")]
    found += [f"table {name}" for name in sorted(tables.keys() ^ COLUMNS.keys())]
    found += [
        f"{name} counts upwards" for name, sql in tables.items() if "AUTOINCREMENT" in sql.upper()
    ]
    for name, kind, without_rowid in connection.execute(
        "SELECT name, type, wr FROM pragma_table_list"
        " WHERE schema = 'main' AND name NOT LIKE 'sqlite\\_schema' ESCAPE '\\'"
    ).fetchall():
        if kind != "table" or not without_rowid:
            found.append(f"{name} has a hidden order of capture ({kind})")
    for table in tables:
        # table_xinfo, unlike table_info, also lists generated and hidden columns.
        columns = {
            (name, declared, key > 0)
            for name, declared, key in connection.execute(
                "SELECT name, type, pk FROM pragma_table_xinfo(?)", (table,)
            )
        }
        found += _differences(f"{table}: column", columns, COLUMNS.get(table, set()))
        indexes = {
            (name, _indexed(connection, name))
            for (name,) in connection.execute(
                "SELECT name FROM pragma_index_list(?)", (table,)
            ).fetchall()
        }
        found += _differences(f"{table}: index", indexes, INDEXES.get(table, set()))
    return found


def _indexed(connection: sqlite3.Connection, index: str) -> tuple[str, ...]:
    rows = connection.execute("SELECT name FROM pragma_index_info(?) ORDER BY seqno", (index,))
    return tuple(name or "an expression" for (name,) in rows)


def _differences(what: str, there: Iterable[object], known: Iterable[object]) -> list[str]:
    return [f"{what} {each}" for each in sorted(map(str, set(there) ^ set(known)))]


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    path = tmp_path / "record.sqlite3"
    create(path, plan(), "digest")
    return path


def shapes_of(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return unknown_shapes(connection)
    finally:
        connection.close()


def test_the_types_hold_nothing_but_the_known_fields() -> None:
    assert unknown_fields(FIELDS) == []


def test_the_database_holds_nothing_but_the_known_columns(fresh: Path) -> None:
    assert shapes_of(fresh) == []


def test_a_database_in_use_has_grown_no_table(house: House) -> None:
    """The query planner's statistics, say, would be a table that the schema never named."""
    secretariat = house.open()
    Pen(secretariat).write("a point", "discussion")
    secretariat.store.scrub()
    assert shapes_of(house.path) == []


def test_a_field_nobody_listed_is_caught() -> None:
    @dataclasses.dataclass(frozen=True, slots=True)
    class Timed(Words):
        noted_at: float = 0.0

    class Loose(Words):
        pass

    assert unknown_fields({Timed: FIELDS[Words]}) == ["Timed.noted_at", "Timed.noted_at (slot)"]
    assert unknown_fields({Loose: FIELDS[Words]}) == ["Loose takes attributes nobody listed"]


BAD_MIGRATIONS = (
    ("ALTER TABLE note ADD COLUMN noted_at REAL", "note: column ('noted_at', 'REAL', False)"),
    (
        "ALTER TABLE note ADD COLUMN length INTEGER GENERATED ALWAYS AS (length(text))",
        "note: column ('length', 'INTEGER', False)",
    ),
    ("CREATE TABLE spoke (who TEXT)", "spoke has a hidden order of capture (table)"),
    (
        "CREATE TABLE spoke (id INTEGER PRIMARY KEY AUTOINCREMENT)",
        "spoke counts upwards",
    ),
    ("CREATE TABLE spoke (who TEXT PRIMARY KEY) WITHOUT ROWID", "table spoke"),
    (
        "CREATE INDEX note_by_text ON note (text)",
        "note: index ('note_by_text', ('text',))",
    ),
    (
        "CREATE INDEX note_by_length ON note (length(text))",
        "note: index ('note_by_length', ('an expression',))",
    ),
    ("CREATE VIEW everything AS SELECT * FROM note", "view everything"),
    (
        "CREATE TRIGGER counted AFTER INSERT ON note BEGIN UPDATE session SET paused = 0; END",
        "trigger counted",
    ),
    ("ANALYZE", "table sqlite_stat1"),
)
"""Statements of a later version, and what is said of what each adds."""


@pytest.mark.parametrize(("statement", "caught"), BAD_MIGRATIONS)
def test_a_bad_migration_is_caught(
    fresh: Path, monkeypatch: pytest.MonkeyPatch, statement: str, caught: str
) -> None:
    # A row first: statistics are written of tables that hold something only.
    opened = SQLiteRecord(fresh, lambda n: 0)
    opened.keep(Note(bytes(16), "discussion", Kind.POINT, "x"), append=False)
    opened.close()
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, (statement,)))
    SQLiteRecord(fresh, lambda n: 0).close()
    assert caught in shapes_of(fresh)


def test_both_connections_of_an_open_record_have_the_settled_pragmas(fresh: Path) -> None:
    store = SQLiteRecord(fresh, lambda n: 0)
    try:
        # synchronous 2 is FULL, temp_store 2 is MEMORY.
        settled = {
            "journal_mode": "persist",
            "synchronous": 2,
            "secure_delete": 1,
            "temp_store": 2,
            "foreign_keys": 1,
        }
        for connection in (store._writer, store._reader):
            assert {
                name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in settled
            } == settled
        patience = [
            connection.execute("PRAGMA busy_timeout").fetchone()[0]
            for connection in (store._writer, store._reader)
        ]
        assert patience[0] > 0, "a write waits for another process's write"
        assert patience[1] == 0, "a screen never waits"
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            store._reader.execute("UPDATE session SET paused = 1")
    finally:
        store.close()


def test_the_files_of_a_session_are_their_owners_alone(tmp_path: Path) -> None:
    folder = paths.make_private(tmp_path / "home" / "sessions" / "first")
    record = folder / paths.RECORD
    create(record, plan(), "digest")
    store = SQLiteRecord(record, lambda n: 0)
    store.mark_roster()
    try:
        assert sorted(p.name for p in folder.iterdir()) == [
            "record.sqlite3",
            "record.sqlite3-journal",
        ]
        modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in (folder, *folder.iterdir())}
        assert modes == {
            "first": 0o700,
            "record.sqlite3": 0o600,
            "record.sqlite3-journal": 0o600,
        }
    finally:
        store.close()
