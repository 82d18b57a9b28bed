"""Questions of a round: their letters, their marks, and what ties an answer to them."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import Hand, House, plan
from facilitator.agenda import to_json
from facilitator.capture import parse, to_line
from facilitator.errors import Refused, Trouble
from facilitator.meeting import Command, NextRound, OffRecord, Start
from facilitator.pen import Pen
from facilitator.record import Agreement, Kind, Mark, Note, Struck
from facilitator.rounds import of_round
from facilitator.service import Secretariat
from facilitator.stores import schema
from facilitator.stores.connection import connect
from facilitator.stores.making import put_segments
from facilitator.stores.rows import LETTERS
from facilitator.stores.sqlite import SQLiteRecord
from test_record_shape import shapes_of


@pytest.fixture
def open_house(tmp_path: Path, clock: Hand) -> Iterator[House]:
    """A session in whose Q&A anybody may answer: nobody leads it."""
    agenda = plan()
    segments = tuple(replace(s, lead="") if s.id == "qa" else s for s in agenda.segments)
    root = tmp_path / "open"
    root.mkdir()
    made = House(root, clock, replace(agenda, segments=segments))
    yield made
    made.close()


def conduct(secretariat: Secretariat, command: Command) -> None:
    secretariat.conduct(command, secretariat.look().progress)


def ask(pen: Pen, words: str = "who pays", segment: str = "qa") -> Note:
    note = pen.write(f"? {words}", segment).note
    assert note is not None
    return note


def stored(house: House) -> dict[str, tuple[str, str, int]]:
    """Letter, mark and round of every note, read from the file by somebody else."""
    with closing(sqlite3.connect(house.path)) as other:
        rows = other.execute("SELECT text, tag, mark, round FROM note").fetchall()
    return {text: (tag, mark, number) for text, tag, mark, number in rows}


def noted(secretariat: Secretariat, segment: str = "qa") -> dict[str, Note]:
    return {line.note.text: line.note for line in secretariat.look(segment).lines}


# ── letters ──────────────────────────────────────────────────────────────────────────────────


def test_a_question_line_in_a_qa_segment_is_a_question_of_the_round(house: House) -> None:
    desk, notes = house.open("desk"), house.open()
    conduct(desk, Start("qa"))
    first = ask(Pen(notes))
    assert first.kind is Kind.QUESTION and first.tag in LETTERS
    assert (first.mark, first.round) == (Mark.OPEN, 1)
    conduct(desk, NextRound())
    second = ask(Pen(notes), "who guarantees it")
    assert (second.mark, second.round) == (Mark.OPEN, 2)
    seen = desk.look()
    assert {note.id for note in seen.questions} == {first.id, second.id}, "one object, seen by all"
    assert of_round(seen.questions, seen.progress) == (second,)


@pytest.mark.parametrize("segment", ["opening", "discussion", "closing"])
def test_elsewhere_a_question_has_no_letter(house: House, segment: str) -> None:
    desk = house.open("desk")
    conduct(desk, Start(segment))
    note = ask(Pen(desk), segment=segment)
    assert (note.kind, note.tag, note.mark, note.round) == (Kind.QUESTION, "", Mark.NONE, 0)
    assert desk.look().questions == ()


def test_a_question_noted_late_has_a_letter_and_no_round(house: House) -> None:
    desk = house.open("desk")
    conduct(desk, Start("discussion"))  # its round is 1, and none of the question's business
    late = ask(Pen(desk))
    assert late.tag and late.mark is Mark.OPEN and late.round == 0


def test_letters_are_drawn_at_random_and_a_digit_is_added_when_they_are_all_taken(
    house: House,
) -> None:
    desk = house.open("desk")
    conduct(desk, Start("qa"))
    pen = Pen(desk)
    tags = [ask(pen, f"question {n}").tag for n in range(30)]
    assert sorted(tags[:24]) == list(LETTERS)
    assert tags[:24] != list(LETTERS), "the order of asking is not that of the letters"
    assert all(len(tag) == 2 and tag[0] in LETTERS and tag[1].isdigit() for tag in tags[24:])
    assert len(set(tags)) == 30
    assert pen.write(f"={tags[29]}", "qa").settled == tags[29]


def test_two_who_write_at_once_never_get_the_same_letter(house: House) -> None:
    conduct(house.open("desk"), Start("qa"))
    secretariats = [house.open(), house.open()]
    begin = threading.Barrier(2)
    tags: list[str] = []

    def write(secretariat: Secretariat, name: str) -> None:
        pen = Pen(secretariat)
        begin.wait(timeout=30)
        tags.extend([ask(pen, f"{name} {n}").tag for n in range(15)])

    writers = [
        threading.Thread(target=write, args=(each, name))
        for each, name in zip(secretariats, ("one", "two"), strict=True)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=60)
    assert len(tags) == len(set(tags)) == 30


def test_sending_a_question_again_takes_no_second_letter(house: House) -> None:
    desk = house.open("desk")
    conduct(desk, Start("qa"))
    same = bytes(range(16))
    tags = set()
    for _ in range(40):
        note = Pen(desk).write("? who pays", "qa", note_id=same).note
        assert note is not None
        tags.add(note.tag)
    assert len(tags) == 1
    assert len(desk.look().questions) == 1
    others = {ask(Pen(desk), f"question {n}").tag for n in range(23)}
    assert tags | others == set(LETTERS), "no letter was burnt"


def test_a_struck_question_gives_its_letter_back_and_does_not_return(house: House) -> None:
    desk = house.open("desk")
    conduct(desk, Start("qa"))
    pen = Pen(desk)
    asked = [ask(pen, f"question {n}") for n in range(24)]
    pen.strike(asked[5].id)
    with pytest.raises(Struck):
        pen.write("? question 5", "qa", note_id=asked[5].id)
    with pytest.raises(Refused):
        desk.store.mark(asked[5].id, Mark.ANSWERED, 1)
    assert ask(pen, "another").tag == asked[5].tag


# ── rounds are known only while the segment runs ─────────────────────────────────────────────


def test_the_end_of_a_segment_clears_the_rounds_of_its_questions(house: House) -> None:
    desk = house.open("desk")
    conduct(desk, Start("qa"))
    pen = Pen(desk)
    first = ask(pen, "first")
    conduct(desk, NextRound())
    second = ask(pen, "second")
    assert [stored(house)[text][2] for text in ("first", "second")] == [1, 2]
    conduct(desk, Start("discussion"))
    assert stored(house) == {
        "first": (first.tag, "open", 0),
        "second": (second.tag, "open", 0),
    }


def test_nothing_gives_a_question_its_round_back_once_its_segment_is_over(house: House) -> None:
    desk = house.open("desk")
    conduct(desk, Start("qa"))
    pen = Pen(desk)
    note = ask(pen, "asked")
    plain = pen.write("noted", "qa").note
    assert plain is not None
    conduct(desk, Start("discussion"))
    # A mark that was on its way when the segment ended, and words that make a point a question.
    assert desk.store.mark(note.id, Mark.ANSWERED, 1).round == 0
    edited = pen.edit(plain.id, "qa", plain.revision, "? noted")
    assert edited.mark is Mark.OPEN and edited.round == 0
    assert {number for _, _, number in stored(house).values()} == {0}


# ── marks, agreement ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("mark", [mark for mark in Mark if mark is not Mark.NONE])
def test_a_question_is_marked_without_touching_its_words(house: House, mark: Mark) -> None:
    desk = house.open("desk")
    conduct(desk, Start("qa"))
    note = ask(Pen(desk))
    marked = desk.store.mark(note.id, mark, 2)
    assert marked == replace(note, mark=mark, round=2)
    edited = Pen(desk).edit(note.id, "qa", note.revision, "? who pays, and when")
    assert (edited.tag, edited.mark, edited.round) == (note.tag, mark, 2), "no conflict, no loss"


def test_only_a_question_of_a_round_is_marked(house: House) -> None:
    desk = house.open("desk")
    conduct(desk, Start("qa"))
    point = Pen(desk).write("a point", "qa").note
    assert point is not None
    with pytest.raises(Refused, match="no question"):
        desk.store.mark(point.id, Mark.ANSWERED, 1)
    with pytest.raises(Refused):
        desk.store.mark(bytes(16), Mark.ANSWERED, 1)
    assert noted(desk) == {"a point": point}


def test_agreement_is_set_and_taken_back_by_a_person_only(house: House) -> None:
    desk = house.open("desk")
    conduct(desk, Start("discussion"))
    note = Pen(desk).write("agreed: general agreement, tested, consensus", "discussion").note
    assert note is not None and note.agreement is Agreement.NONE
    unsaid, tested = (Agreement.NONE, ""), (Agreement.TESTED, "")
    assert desk.store.agree(note.id, unsaid, tested) == replace(note, agreement=Agreement.TESTED)
    edited = Pen(desk).edit(note.id, "discussion", note.revision, "other words")
    assert edited.agreement is Agreement.TESTED
    assert noted(house.open(), "discussion") == {"other words": edited}
    assert desk.store.agree(note.id, tested, unsaid).agreement is Agreement.NONE
    with pytest.raises(Refused):
        desk.store.agree(bytes(16), unsaid, tested)


def test_a_question_made_a_point_loses_letter_mark_and_round_and_gets_them_back(
    house: House,
) -> None:
    desk = house.open("desk")
    conduct(desk, Start("qa"))
    conduct(desk, NextRound())
    pen = Pen(desk)
    note = ask(pen)
    desk.store.mark(note.id, Mark.PARTLY, 2)
    point = pen.edit(note.id, "qa", note.revision, "the donors pay")
    assert (point.kind, point.tag, point.mark, point.round) == (Kind.POINT, "", Mark.NONE, 0)
    assert desk.look().questions == ()
    again = pen.edit(note.id, "qa", point.revision, "? who pays")
    assert again.tag in LETTERS and (again.mark, again.round) == (Mark.OPEN, 2)
    assert desk.look().questions == (again,)


# ── answers ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "letter", "text"),
    [
        ("=K the donors", "K", "the donors"),
        ("=k the donors", "K", "the donors"),
        ("=K2 the donors", "K2", "the donors"),
        ("=k", "K", ""),
        ("#1 =K the donors", "K", "the donors"),
        ("= K the donors", "", "K the donors"),
        ("=no, never", "", "=no, never"),
        ("=> hence", "", "=> hence"),
        ("\\=K is a formula", "", "=K is a formula"),
    ],
)
def test_a_letter_behind_the_sign_says_which_question_is_answered(
    line: str, letter: str, text: str
) -> None:
    captured = parse(line, plan().topics)
    assert (captured.answers, captured.words.text) == (letter, text)
    again = parse(to_line(captured.words), plan().topics)
    assert again.words == captured.words and not again.answers


def test_where_one_lead_answers_under_the_rule_an_answer_is_tied_to_nothing(house: House) -> None:
    desk = house.open("desk")
    conduct(desk, Start("qa"))
    pen = Pen(desk)
    note = ask(pen)
    written = pen.write(f"={note.tag.lower()} the donors, within a year #1", "qa", depth=1)
    assert written.note is not None
    assert (written.note.kind, written.note.parent) == (Kind.POINT, None)
    assert (written.note.tag, written.note.mark, written.note.round) == ("", Mark.NONE, 0)
    assert note.tag not in written.note.text.split()
    assert written.settled == note.tag
    assert noted(desk)["who pays"].mark is Mark.ANSWERED


def test_where_nobody_leads_an_answer_stands_under_its_question(open_house: House) -> None:
    desk = open_house.open("desk")
    conduct(desk, Start("qa"))
    pen = Pen(desk)
    first, second = ask(pen, "first"), ask(pen, "second")
    answer = pen.write(f"={first.tag} the donors", "qa").note
    assert answer is not None
    assert (answer.kind, answer.parent) == (Kind.ANSWER, first.id)
    below = pen.write("within a year", "qa", depth=2).note
    assert below is not None and below.parent == answer.id
    marks = {text: note.mark for text, note in noted(desk).items() if note.mark}
    assert marks == {"first": Mark.ANSWERED, "second": Mark.OPEN}
    assert second.tag != first.tag


def test_an_answer_nests_no_deeper_than_points_do(open_house: House) -> None:
    desk = open_house.open("desk")
    conduct(desk, Start("qa"))
    pen = Pen(desk)
    for depth in range(3):
        pen.write(f"level {depth}", "qa", depth=depth)
    deep = pen.write("? level 3", "qa", depth=3).note
    assert deep is not None
    pen.write("something else", "qa")
    answer = pen.write(f"={deep.tag} the answer", "qa").note
    assert answer is not None
    pen.write("below it", "qa", depth=4)
    lines = {line.note.text: line.depth for line in desk.look().lines}
    assert lines["level 3"] == 3
    assert max(lines.values()) == 3, "four levels at most"


def test_an_answer_given_in_another_segment_is_not_torn_out_of_it(open_house: House) -> None:
    desk = open_house.open("desk")
    conduct(desk, Start("qa"))
    pen = Pen(desk)
    note = ask(pen)
    conduct(desk, Start("discussion"))
    answer = pen.write(f"={note.tag} the donors", "discussion").note
    assert answer is not None
    assert (answer.segment, answer.parent) == ("discussion", None)
    assert noted(desk)["who pays"].mark is Mark.ANSWERED


@pytest.mark.parametrize(
    ("mark", "after", "settled"),
    [
        (Mark.OPEN, Mark.ANSWERED, True),
        (Mark.PARTLY, Mark.PARTLY, False),
        (Mark.ANSWERED, Mark.ANSWERED, False),
        (Mark.WRITING, Mark.WRITING, False),
        (Mark.PARKED, Mark.PARKED, False),
        (Mark.DISCUSSION, Mark.DISCUSSION, False),
    ],
)
def test_a_letter_alone_marks_a_question_of_which_nobody_has_said_what_becomes_of_it(
    house: House, mark: Mark, after: Mark, settled: bool
) -> None:
    desk = house.open("desk")
    conduct(desk, Start("qa"))
    note = ask(Pen(desk))
    desk.store.mark(note.id, mark, 1)
    written = Pen(house.open()).write(f"={note.tag}", "qa")
    assert written.note is None and bool(written.settled) is settled
    assert noted(desk)["who pays"].mark is after
    assert desk.look().total == 1


@pytest.mark.parametrize("line", ["={} the donors", "={}"])
def test_an_unknown_letter_is_refused_and_nothing_is_kept(
    house: House, open_house: House, line: str
) -> None:
    for each in (house, open_house):
        desk = each.open("desk")
        conduct(desk, Start("qa"))
        pen = Pen(desk)
        note = ask(pen)
        other = next(letter for letter in LETTERS if letter != note.tag)
        with pytest.raises(Refused, match=f"no question {other}"):
            pen.write(line.format(other), "qa")
        assert noted(desk) == {"who pays": note}


def test_an_answer_sent_again_is_kept_once(open_house: House) -> None:
    desk = open_house.open("desk")
    conduct(desk, Start("qa"))
    pen = Pen(desk)
    note = ask(pen)
    same = bytes(range(16))
    for _ in range(3):
        pen.write(f"={note.tag} the donors", "qa", note_id=same)
    assert sorted(noted(desk)) == ["the donors", "who pays"]


def test_off_the_record_nothing_typed_marks_a_question(house: House) -> None:
    desk = house.open("desk")
    conduct(desk, Start("qa"))
    note = ask(Pen(desk))
    conduct(desk, OffRecord(True))
    for line in (f"={note.tag}", f"={note.tag} the donors", "? another"):
        with pytest.raises(Refused, match="off the record"):
            Pen(house.open()).write(line, "qa")
    assert noted(desk) == {"who pays": note}


# ── files of the version before ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize("phase", ["waiting", "running", "done"])
def test_a_file_of_version_one_opens_with_every_note_and_gets_the_columns(
    tmp_path: Path, phase: str
) -> None:
    path = tmp_path / "record.sqlite3"
    path.touch(mode=0o600)
    agenda = plan()
    with closing(connect(path, 1.0)) as old:
        for statement in schema.MIGRATIONS[0]:
            old.execute(statement)
        old.execute("PRAGMA user_version = 1")
        old.execute(
            "INSERT INTO session (id, agenda, digest, revision, had_roster) VALUES (?, ?, ?, 7, 1)",
            (agenda.session.id, to_json(agenda), "digest"),
        )
        put_segments(old, agenda)
        old.execute("UPDATE segment SET phase = ?, place = 1, spent = 60 WHERE id = 'qa'", (phase,))
        old.executemany(
            "INSERT INTO note (id, segment, kind, text, topics, echoes, parent, position, revision)"
            " VALUES (?, 'qa', ?, ?, 'formats', 2, ?, ?, 3)",
            [
                (bytes([n]) * 16, kind, f"note {n}", bytes(16) if n == 9 else None, n)
                for n, kind in [(0, "question"), (1, "point"), (9, "answer")]
            ],
        )
    for _ in range(2):  # the second opening finds nothing to do
        store = SQLiteRecord(path, lambda n: 0)
        try:
            snapshot = store.snapshot()
            assert {note.text: note.kind for note in snapshot.notes} == {
                "note 0": Kind.QUESTION,
                "note 1": Kind.POINT,
                "note 9": Kind.ANSWER,
            }
            for note in snapshot.notes:
                assert (note.topics, note.echoes, note.revision) == (("formats",), 2, 3)
                assert (note.tag, note.mark, note.round) == ("", Mark.NONE, 0)
                assert note.agreement is Agreement.NONE
                assert (note.parent is not None) is (note.text == "note 9")
            assert snapshot.questions == ()
            progress = snapshot.progress
            assert progress.revision == 7 and snapshot.had_roster
            assert progress.round == (1 if phase == "running" else 0)
            assert progress.of("qa").spent == 60 and progress.of("qa").thin is None
        finally:
            store.close()
    assert shapes_of(path) == []


@pytest.mark.parametrize("length", ["1e999", "-1e999", "1e300", '"5"', "[" * 900 + "]" * 900])
def test_a_plan_that_nobody_wrote_is_told_as_damage(house: House, length: str) -> None:
    with closing(sqlite3.connect(house.path)) as other, other:
        other.execute("UPDATE session SET agenda = replace(agenda, '300.0', ?)", (length,))
    store = house.open().store
    with pytest.raises(Trouble, match="damaged"):
        store.agenda()


def test_a_migration_that_fails_half_way_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "record.sqlite3"
    path.touch(mode=0o600)
    with closing(connect(path, 1.0)) as old:
        for statement in schema.MIGRATIONS[0]:
            old.execute(statement)
        old.execute("PRAGMA user_version = 1")
        before = old.execute("SELECT sql FROM sqlite_schema").fetchall()
        broken = (schema.MIGRATIONS[0], (*schema.MIGRATIONS[1][:5], "ALTER TABLE nowhere"))
        monkeypatch.setattr(schema, "MIGRATIONS", broken)
        with pytest.raises(sqlite3.OperationalError):
            schema.migrate(old, str(path))
        assert old.execute("SELECT sql FROM sqlite_schema").fetchall() == before
        assert old.execute("PRAGMA user_version").fetchone() == (1,)
