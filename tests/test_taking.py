"""Taking another laptop's record: what it changes, what it leaves, and what goes wrong."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import Hand, House, plan
from facilitator import paths
from facilitator.circulation import Circulation
from facilitator.cli import wiring
from facilitator.cli.exporting import export, export_record
from facilitator.cli.handing_over import lines_of
from facilitator.copies import Copy, Part, plan_of
from facilitator.errors import Refused, Trouble
from facilitator.files.record_file import bytes_of
from facilitator.guard.dismissals import dismiss
from facilitator.guard.findings import Finding, Level
from facilitator.joining import other_id
from facilitator.meeting import Close, OffRecord, Start
from facilitator.pen import Pen
from facilitator.progress import Phase
from facilitator.record import Agreement, Mark, Note, NoteId, Release, Struck
from facilitator.review import Body, TextName
from facilitator.service import Secretariat
from preloaded import facilitator
from test_faults import a_session, fill, nothing_pending
from test_faults import facilitator as started


@pytest.fixture
def other(tmp_path: Path) -> Iterator[House]:
    """The same session on another laptop."""
    (tmp_path / "other").mkdir()
    made = House(tmp_path / "other", Hand(), plan())
    made.random.seed(11)
    yield made
    made.close()


def read(secretariat: Secretariat) -> dict[NoteId, Note]:
    return {note.id: note for note in secretariat.store.snapshot(None).notes}


def kept(secretariat: Secretariat, *lines: str, segment: str = "discussion") -> list[Note]:
    pen = Pen(secretariat)
    notes = [pen.write(line, segment).note for line in lines]
    return [note for note in notes if note is not None]


def exchange(one: Secretariat, two: Secretariat) -> None:
    one.take(two.copy())
    two.take(one.copy())


def in_review(secretariat: Secretariat) -> Circulation:
    """A closed session whose brief is with the hosts, printed once."""
    secretariat.conduct(Close(), secretariat.look().progress)
    circulation = Circulation(secretariat)
    circulation.begin(TextName.BRIEF)
    with circulation.copy(TextName.BRIEF):
        pass
    return circulation


def test_a_review_comes_along_and_is_gone_on_with_there(house: House, other: House) -> None:
    here, there = house.open(), other.open()
    kept(here, "water", "a group")
    circulation = in_review(here)
    circulation.keep(TextName.BRIEF, Body.HOSTS, 2)
    told = there.tidings(here.copy())
    assert [*lines_of(told)][-1] == (
        "the review of the brief there: taken only once the session is closed here"
    )
    there.take(here.copy())
    assert there.store.reviews() == (), "a session is reviewed only once it is closed"
    there.conduct(Close(), there.look().progress)
    (line,) = [each for each in lines_of(there.tidings(here.copy())) if "review" in each]
    assert line == "the review of the brief comes along: go on with it on one laptop only"
    there.take(here.copy())
    assert there.copy().reviews == here.copy().reviews
    assert there.tidings(here.copy()).nothing
    # Numbers, days and answers are those of here, and nothing has to be printed again.
    standing = Circulation(there).look(TextName.BRIEF)
    assert standing.fresh == () and standing.unanswered == (1,)
    assert standing.numbers == circulation.look(TextName.BRIEF).numbers


def test_two_reviews_that_went_on_differently_stay_apart(house: House, other: House) -> None:
    here, there = house.open(), other.open()
    water, _ = kept(here, "water", "a group")
    there.take(here.copy())
    mine, theirs = in_review(here), in_review(there)
    exchange(here, there)
    assert here.tidings(there.copy()).apart == (), "alike as long as nobody answered"
    # A point that is gone on both leaves the same bare number on both.
    here.store.strike(water.id)
    exchange(here, there)
    assert here.copy() == there.copy()
    left = [n for note, n in mine.look(TextName.BRIEF).numbers.items()]
    mine.keep(TextName.BRIEF, Body.HOSTS, left[0])
    before = here.store.reviews(), there.store.reviews()
    told = here.tidings(there.copy())
    assert told.apart == (TextName.BRIEF,) and told.nothing
    assert any("each keeps its own" in line for line in lines_of(told))
    exchange(here, there)
    assert (here.store.reviews(), there.store.reviews()) == before
    # Who wants that of the other laptop abandons the own, and takes the file again.
    theirs.abandon(TextName.BRIEF)
    there.take(here.copy())
    assert there.copy() == here.copy()


def test_after_an_exchange_both_laptops_hold_the_same(house: House, other: House) -> None:
    here, there = house.open(), other.open()
    kept(here, "water", "! a group", "~ the timetable")
    kept(there, "trust first", "? who pays")
    kept(here, "? when", segment="qa")
    kept(there, "? what", "? and whose", segment="qa")
    exchange(here, there)
    assert here.copy() == there.copy()
    assert len(read(here)) == 8
    tags = [note.tag for note in here.store.snapshot(None).questions]
    assert len(set(tags)) == 3

    # Each goes on by itself, and they meet again.
    first, second, third, *_ = sorted(read(here).values(), key=lambda note: note.id)
    Pen(here).edit(first.id, first.segment, 0, "changed here")
    here.store.agree(second.id, (Agreement.NONE, ""), (Agreement.TESTED, ""))
    there.store.strike(third.id)
    there.store.release(second.id, None, Release.HOSTS)
    exchange(here, there)
    assert here.copy() == there.copy()
    notes = read(there)
    assert notes[first.id].text == "changed here"
    assert (notes[second.id].agreement, notes[second.id].release) == (
        Agreement.TESTED,
        Release.HOSTS,
    )
    assert third.id not in notes


def test_a_struck_point_does_not_come_back_and_goes_on_the_other_laptop_too(
    house: House, other: House
) -> None:
    here, there = house.open(), other.open()
    (note,) = kept(here, "not to be minuted")
    exchange(here, there)
    before = there.copy()
    here.store.strike(note.id)
    assert here.tidings(before).barred == 1
    here.take(before)
    assert read(here) == {}
    assert [each.text for each in there.tidings(here.copy()).erased] == ["not to be minuted"]
    there.take(here.copy())
    assert read(there) == {}
    with pytest.raises(Struck):
        there.store.keep(note, append=False)
    for path in (other.path, other.path.with_name(other.path.name + "-journal")):
        assert b"not to be minuted" not in path.read_bytes(), "wiped at once"


def test_words_changed_on_both_laptops_stay_side_by_side_on_both(
    house: House, other: House
) -> None:
    here, there = house.open(), other.open()
    (note,) = kept(here, "the border")
    exchange(here, there)
    Pen(here).edit(note.id, "discussion", 0, "the border is closed")
    Pen(there).edit(note.id, "discussion", 0, "the border is shut")
    (told,) = here.tidings(there.copy()).differing
    assert (told.here.text, told.there.text, told.kept) == (
        "the border is closed",
        "the border is shut",
        True,
    )
    exchange(here, there)
    for side in (here, there):
        notes = read(side)
        assert notes[note.id].text == "the border is shut"
        assert notes[other_id(note.id, 1)].text == "the border is closed"
        assert notes[other_id(note.id, 1)].parent == note.id
    # Whoever still has the old words on screen is told, and overwrites nothing.
    with pytest.raises(Refused):
        Pen(here).edit(note.id, "discussion", 1, "the border is open")


def test_a_closed_session_takes_points_and_minutes_and_a_running_one_only_points(
    house: House, other: House
) -> None:
    here, there = house.open("desk"), other.open("desk")
    there.conduct(Start("qa"), there.look().progress)
    kept(there, "? who", segment="qa")
    other.clock.forward(20 * 60)
    there.conduct(Close(), there.look().progress)
    there.store.answer(replace(there.held(), came={"k": True}, composition=True))
    assert here.tidings(there.copy()).untaken_minutes
    here.take(there.copy())
    assert here.look().progress.of("qa").phase is Phase.WAITING
    assert here.held().came == {"k": True}
    here.conduct(Close(), here.look().progress)
    assert here.tidings(there.copy()).answers == (
        "minutes, rounds and order of the segments, as held",
    )
    here.take(there.copy())
    segment = here.look().progress.of("qa")
    assert (segment.phase, segment.spent, segment.place) == (Phase.DONE, 20 * 60, 1)
    assert here.tidings(there.copy()).nothing


def test_questions_that_come_from_elsewhere_belong_to_no_round(house: House, other: House) -> None:
    here, there = house.open("desk"), other.open("desk")
    for side in (here, there):
        side.conduct(Start("qa"), side.look().progress)
    kept(here, "? mine", segment="qa")
    kept(there, "? theirs", segment="qa")
    here.take(there.copy())
    rounds = {note.text: note.round for note in here.store.snapshot(None).questions}
    assert rounds == {"mine": 1, "theirs": 0}


def test_nothing_is_taken_off_the_record(house: House, other: House) -> None:
    here, there = house.open("desk"), other.open()
    kept(there, "a point")
    here.conduct(Start("discussion"), here.look().progress)
    here.conduct(OffRecord(True), here.look().progress)
    with pytest.raises(Refused, match="off the record"):
        here.take(there.copy())
    assert read(here) == {}


def test_the_other_laptops_roster_is_asked_for_from_then_on(house: House, other: House) -> None:
    here, there = house.open(), other.open()
    there.store.mark_roster()
    there.store.count_unlisted(2)
    here.take(there.copy())
    snapshot = here.store.snapshot("")
    assert (snapshot.had_roster, snapshot.unlisted) == (True, 2)


def test_dismissals_go_with_the_words_and_only_with_them(house: House) -> None:
    here = house.open()
    stays, goes = kept(here, "Minister Bloggs agreed", "Ambassador Doe agreed")
    salt = here.store.snapshot("").salt
    made = [
        dismiss(
            note.text, Finding(next(iter(Level)), 0, 8, note.text[:8], "an office"), "known", salt
        )
        for note in (stays, goes)
    ]
    here.store.dismiss(made)
    edited = replace(goes, text="one participant agreed", revision=1)
    here.take(replace(here.copy(), notes=(edited,)))
    assert here.store.snapshot("").dismissals == (made[0],)


def test_taking_the_same_again_writes_nothing(house: House, other: House) -> None:
    here, there = house.open(), other.open()
    kept(there, "a point", "another")
    here.take(there.copy())
    watcher = house.open()
    before = (watcher.store.changed(), house.path.read_bytes())
    here.take(there.copy())
    assert (watcher.store.changed(), house.path.read_bytes()) == before


def test_what_was_kept_meanwhile_is_not_overwritten(house: House, other: House) -> None:
    """Between what is told and the taking, somebody else goes on noting."""
    here, there = house.open(), other.open()
    kept(there, "theirs")
    theirs = there.copy()
    assert here.tidings(theirs).new == 1
    (late,) = kept(house.open(), "kept meanwhile")
    here.take(theirs)
    assert sorted(note.text for note in read(here).values()) == ["kept meanwhile", "theirs"]
    assert read(here)[late.id] == late


# Faults


def many(number: int = 400) -> Copy:
    notes = tuple(
        Note(n.to_bytes(16, "big"), "discussion", *_words(n)) for n in range(1, number + 1)
    )
    return Copy("first", plan_of(plan()), notes, parts=(Part("qa", 1, 5),))


def _words(n: int) -> tuple:  # type: ignore[type-arg]
    from facilitator.record import Kind

    return (Kind.POINT, f"{n} {'word ' * 30}".strip())


def test_on_a_full_disk_nothing_is_taken_and_what_was_kept_stays(house: House) -> None:
    here = house.open()
    kept(here, "mine")
    fill(here.store, room=4)  # type: ignore[arg-type]
    with pytest.raises(Trouble, match="the disk is full"):
        here.take(many())
    assert [note.text for note in read(here).values()] == ["mine"]
    fill(here.store, room=1000)  # type: ignore[arg-type]
    here.take(many())
    assert len(read(here)) == 401


DIE = """
import os, sqlite3, sys
from pathlib import Path
from facilitator import paths
from facilitator.cli import wiring
from facilitator.files.record_file import read_record

point = sys.argv[1]
armed = False

def reached(here):
    if armed and here.startswith(point):
        os._exit(77)

class Dying(sqlite3.Connection):
    def execute(self, sql, *values):
        reached("before " + " ".join(sql.split()))
        result = super().execute(sql, *values)
        reached("after " + " ".join(sql.split()))
        return result
    def executemany(self, sql, *values):
        result = super().executemany(sql, *values)
        reached("after " + " ".join(sql.split()))
        return result

connect = sqlite3.connect
sqlite3.connect = lambda *args, **kwargs: connect(*args, factory=Dying, **kwargs)
theirs = read_record(Path(sys.argv[2]))
secretariat = wiring.enter(paths.home(), "first", "command")
armed = True
secretariat.take(theirs)
print("never reached", point)
"""


@pytest.mark.parametrize(
    ("point", "taken"),
    [
        ("after INSERT INTO struck", False),
        ("after INSERT INTO note", False),
        ("after UPDATE session SET scrub_pending = 1", False),
        ("before COMMIT", False),
        ("before VACUUM", True),
        ("after BEGIN EXCLUSIVE", True),
    ],
)
def test_a_program_that_dies_while_it_takes_has_taken_all_or_nothing(
    point: str, taken: bool, tmp_path: Path
) -> None:
    record = a_session()
    first = wiring.enter(paths.home(), "first", "command")
    kept(first, "mine")
    first.settle()
    first.store.close()
    file = tmp_path / "theirs.json"
    file.write_bytes(bytes_of(many(), "json"))
    done = subprocess.run(
        [sys.executable, "-c", DIE, point, str(file)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 77, done.stdout + done.stderr
    assert nothing_pending(record) is not taken
    again = wiring.enter(paths.home(), "first", "command")
    assert len(read(again)) == (401 if taken else 1)
    assert nothing_pending(record), "the wiping is finished at the next opening"
    again.take(many())
    assert len(read(again)) == 401
    again.store.close()


# The command


@contextmanager
def at_home(home: Path) -> Iterator[None]:
    before = os.environ["FACILITATOR_HOME"]
    os.environ["FACILITATOR_HOME"] = str(home)
    try:
        yield
    finally:
        os.environ["FACILITATOR_HOME"] = before


@pytest.fixture
def colleague(tmp_path: Path) -> Path:
    """A file that a colleague's laptop exported: a question, a point, one under it."""
    with at_home(tmp_path / "colleague"):
        a_session()
        lines = "== qa\n? who pays\n== discussion\ntheir point\n  below\n"
        assert facilitator("note", "first", stdin=lines).returncode == 0
        done = facilitator("export", "first", "--as", "record", "--to", str(tmp_path / "out"))
        assert done.returncode == 0, done.stderr
        assert "to nobody but the hosts' own note-takers" in done.stderr
    (path,) = map(Path, done.stdout.splitlines())
    assert path.name == "first-record.toml"
    assert path.stat().st_mode & 0o777 == 0o600
    return path


def test_the_command_tells_first_and_takes_only_when_told_so(colleague: Path) -> None:
    a_session()
    asked = facilitator("take", "first", str(colleague))
    assert asked.returncode == 1
    assert asked.stdout.splitlines()[0] == "3 points new, 0 here stay as they are, 0 in other words"
    assert asked.stderr == ("facilitator: not taken: say --yes to take it without being asked\n")
    done = facilitator("take", str(colleague), "--yes")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "taken")
    again = facilitator("take", "first", str(colleague))
    assert (again.returncode, again.stdout) == (0, "nothing new: 3 points the same\n")


@pytest.mark.parametrize(("typed", "status", "points"), [("\n", 1, 0), ("y\n", 0, 3)])
def test_on_a_terminal_it_asks_and_enter_takes_nothing(
    colleague: Path, typed: str, status: int, points: int
) -> None:
    a_session()
    keyboard, terminal = pty.openpty()
    command = [sys.executable, "-m", "facilitator", "take", "first", str(colleague)]
    with subprocess.Popen(
        command, stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        os.write(keyboard, typed.encode())
        _, asked = program.communicate(timeout=60)
    os.close(keyboard)
    os.close(terminal)
    assert "Take this over? [y/N]" in asked
    assert program.returncode == status
    secretariat = wiring.enter(paths.home(), "first", "command")
    assert len(read(secretariat)) == points
    secretariat.store.close()


def test_a_record_exported_while_a_segment_runs_is_warned_of(house: House, tmp_path: Path) -> None:
    desk = house.open("desk")
    desk.conduct(Start("discussion"), desk.look().progress)
    running = export_record(desk, tmp_path, None).remarks
    assert any("a segment is running" in line for line in running)
    desk.conduct(Close(), desk.look().progress)
    assert not any("running" in line for line in export_record(desk, tmp_path, None).remarks)


def test_the_command_shows_both_wordings(colleague: Path, tmp_path: Path) -> None:
    a_session()
    facilitator("take", "first", str(colleague), "--yes")
    for home, words in ((paths.home(), "in my words"), (tmp_path / "colleague", "in theirs")):
        with at_home(home):
            secretariat = wiring.enter(paths.home(), "first", "command")
            (note,) = [n for n in read(secretariat).values() if n.text == "their point"]
            Pen(secretariat).edit(note.id, "discussion", 0, words)
            secretariat.leave()
    with at_home(tmp_path / "colleague"):
        facilitator("export", "first", "--as", "record", "--to", str(tmp_path / "out"))
    told = facilitator("take", "first", str(colleague), "--yes").stdout.splitlines()
    assert told == [
        "0 points new, 2 here stay as they are, 1 in other words",
        "  here:  point: in my words",
        "  there: point: in theirs",
        "         both stay; that of there stands, the other under it for the hosts only",
        "taken",
    ]


def test_the_same_record_gives_the_same_bytes_on_both_laptops(
    colleague: Path, tmp_path: Path
) -> None:
    a_session()
    started("note", "first", "--segment", "discussion", given="mine\n")
    started("take", "first", str(colleague), "--yes")
    started("export", "first", "--as", "record", "--to", str(tmp_path / "mine"))
    mine = tmp_path / "mine" / "first-record.toml"
    with at_home(tmp_path / "colleague"):
        assert started("take", "first", str(mine), "--yes").returncode == 0
        started("export", "first", "--as", "record", "--to", str(tmp_path / "out"))
    assert colleague.read_bytes() == mine.read_bytes()
    told = mine.read_text("utf-8")
    assert str(tmp_path) not in told and os.uname().nodename not in told


@pytest.mark.parametrize(
    ("words", "said", "status"),
    [
        (("first", "README.md"), "no record of facilitator", 2),
        (("first", "nowhere.toml"), "there is no such file", 2),
        (("second", "{file}"), "there is no session “second”", 2),
        (("first", "{file}", "more"), "Give a session and one file", 2),
        (("first", "{other}"), "it is the record of session other, not of first", 1),
        (("first", "{agenda}"), "made with another agenda", 1),
    ],
)
def test_what_cannot_be_taken_is_told_in_one_line(
    words: tuple[str, ...], said: str, status: int, colleague: Path, tmp_path: Path
) -> None:
    a_session()
    text = colleague.read_text("utf-8")
    changed = {
        "other": text.replace('session = "first"', 'session = "other"'),
        "agenda": text.replace(plan_of(plan()), "0" * 64),
    }
    files = {"file": str(colleague)}
    for name, content in changed.items():
        (tmp_path / name).write_text(content, "utf-8")
        files[name] = str(tmp_path / name)
    done = facilitator("take", *(word.format(**files) for word in words), "--yes")
    assert done.returncode == status
    (line,) = done.stderr.splitlines()
    assert line.startswith("facilitator: ") and said in line


def test_a_record_is_held_back_as_any_text_and_an_override_lets_it_through(
    tmp_path: Path,
) -> None:
    a_session()
    facilitator("note", "first", "--segment", "discussion", stdin="the French envoy said no\n")
    record = ("export", "first", "--as", "record", "--to", str(tmp_path / "out"))
    done = facilitator(*record)
    assert done.returncode == 1
    assert "1 finding stands in the record" in done.stderr
    assert not (tmp_path / "out").exists()
    done = facilitator(*record, "--override", "for the second note-taker", "--format", "json,toml")
    assert done.returncode == 0, done.stderr
    assert "written all the same, for the reason given; it is kept nowhere" in done.stderr
    for line in done.stdout.splitlines():
        assert "second note-taker" not in Path(line).read_text("utf-8")
    secretariat = wiring.enter(paths.home(), "first", "command")
    secretariat.store.mark_roster()
    secretariat.leave()
    done = facilitator(*record)
    assert (done.returncode, "this session had a roster" in done.stderr) == (1, True)


def test_a_format_of_texts_is_none_of_the_record_and_the_reverse(tmp_path: Path) -> None:
    a_session()
    to = ("--to", str(tmp_path))
    done = facilitator("export", "first", "--as", "record", "--format", "docx", *to)
    assert (done.returncode, "'docx' is none of toml, json" in done.stderr) == (2, True)
    done = facilitator("export", "first", "--as", "brief", "--format", "toml", *to)
    assert (done.returncode, "'toml' is none of md" in done.stderr) == (2, True)


def test_marks_of_questions_go_along(house: House, other: House) -> None:
    here, there = house.open(), other.open()
    (note,) = kept(there, "? who", segment="qa")
    exchange(here, there)
    there.store.mark(note.id, Mark.WRITING, 0)
    assert here.tidings(there.copy()).others == 1
    here.take(there.copy())
    assert here.store.snapshot("").questions[0].mark is Mark.WRITING


def test_who_exports_the_brief_is_told_of_points_in_two_wordings(
    house: House, other: House, tmp_path: Path
) -> None:
    here, there = house.open(), other.open()
    (note,) = kept(here, "the border")
    exchange(here, there)
    Pen(here).edit(note.id, "discussion", 0, "the border is closed")
    Pen(there).edit(note.id, "discussion", 0, "the border is shut")
    here.take(there.copy())
    made = export(here, "brief", tmp_path, None)
    assert any(line.startswith("1 point stands in two wordings") for line in made.remarks)
    told = made.paths[0].read_text("utf-8")
    assert "The border is shut" in told and "closed" not in told
    here.store.strike(other_id(note.id, 1))
    again = export(here, "brief", tmp_path, None)
    assert not any("two wordings" in line for line in again.remarks)
    here.take(there.copy())
    assert len(read(here)) == 1, "what was decided stays decided"
