"""What goes wrong around the program costs no note, and is said in one line."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from conftest import House, plan
from facilitator import paths
from facilitator.cli import wiring
from facilitator.errors import Busy, Trouble
from facilitator.meeting import Close, Start
from facilitator.pen import Pen
from facilitator.progress import Phase
from facilitator.record import Kind, Note
from facilitator.service import Secretariat
from facilitator.stores.making import create
from facilitator.stores.sqlite import SQLiteRecord

PATIENCE = 60.0
"""Seconds after which something hangs; reached only by a fault."""


def texts(secretariat: Secretariat, segment: str = "discussion") -> list[str]:
    return sorted(line.note.text for line in secretariat.look(segment).lines)


def a_session(name: str = "first") -> Path:
    """A new session in the test's own home; its record."""
    folder = paths.make_private(paths.session_dir(paths.home(), name))
    create(folder / paths.RECORD, plan(), "digest")
    return folder / paths.RECORD


def facilitator(
    *arguments: str, given: str = "", before: str = "", limit: int = 0
) -> subprocess.CompletedProcess[str]:
    """Run the program; `before` is Python that runs first, `limit` bounds the size of files."""
    command = [sys.executable, "-m", "facilitator", *arguments]
    if before or limit:
        if limit:
            before += (
                f"\nimport resource; resource.setrlimit(resource.RLIMIT_FSIZE, {(limit,) * 2})"
            )
        code = f"import sys\n{before}\nfrom facilitator.cli import main\nmain()\n"
        command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(
        command, input=given, capture_output=True, text=True, check=False, timeout=PATIENCE
    )


def one_line(done: subprocess.CompletedProcess[str], status: int = 2) -> str:
    """The one line that was said; the exit status is `status`."""
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    (line,) = done.stderr.splitlines()
    assert line.startswith("facilitator: ")
    return line


# A full disk


def fill(store: SQLiteRecord, *, room: int = 0) -> None:
    """Let the file of this store grow by no more than `room` pages; SQLite says "full" then."""
    (pages,) = store._writer.execute("PRAGMA page_count").fetchone()
    store._writer.execute(f"PRAGMA max_page_count = {pages + room}")


def test_on_a_full_disk_what_was_kept_stays_and_the_line_can_be_sent_again(house: House) -> None:
    desk = house.open("desk")
    desk.conduct(Start("discussion"), desk.look().progress)
    fill(desk.store, room=2)  # type: ignore[arg-type]
    pen, kept = Pen(desk), []
    note_id = bytes(16)
    with pytest.raises(Trouble) as told:
        for n in range(1000):
            note_id = n.to_bytes(16, "big")
            pen.write(f"{n} {'word ' * 40}", "discussion", note_id=note_id)
            kept.append(f"{n} {'word ' * 40}".strip())
    assert "the disk is full" in told.value.message
    assert not isinstance(told.value, Busy)
    assert 0 < len(kept) < 1000
    assert texts(desk) == sorted(kept), "what was kept can be read on the full disk"
    elsewhere = house.open()
    assert texts(elsewhere) == sorted(kept)

    fill(desk.store, room=1000)  # type: ignore[arg-type]
    for sender in (desk, desk, elsewhere):
        Pen(sender).write("the line again", "discussion", note_id=note_id)
    assert texts(desk) == sorted([*kept, "the line again"])


FULL = """
import sqlite3
class Full(sqlite3.Connection):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        pages, = self.execute("PRAGMA page_count").fetchone()
        self.execute(f"PRAGMA max_page_count = {pages + 2}")
connect = sqlite3.connect
sqlite3.connect = lambda *args, **kwargs: connect(*args, factory=Full, **kwargs)
"""


@pytest.mark.parametrize(
    ("full", "said"),
    [(True, "the disk is full"), (False, "the disk does not answer")],
    ids=["full", "failing"],
)
def test_a_command_on_a_full_disk_names_the_line_that_was_not_kept(full: bool, said: str) -> None:
    limit = a_session().stat().st_size + 16_384
    offered = [f"{n} {'word ' * 40}".strip() for n in range(1, 400)]
    note = ("note", "first", "--segment", "discussion")
    fault: dict[str, Any] = {"before": FULL} if full else {"limit": limit}
    done = facilitator(*note, given="\n".join(offered), **fault)
    acknowledged = done.stdout.splitlines()
    assert 0 < len(acknowledged) < len(offered)
    line = one_line(done)
    assert f"line {len(acknowledged) + 1} and those behind it were not kept: {said}" in line

    rest = offered[len(acknowledged) :]
    assert facilitator(*note, given="\n".join(rest)).returncode == 0
    secretariat = wiring.enter(paths.home(), "first", "command")
    assert texts(secretariat) == sorted(offered), "all of them, and each once"
    secretariat.store.close()


def test_what_cannot_be_written_is_told_as_such(house: House) -> None:
    desk = house.open("desk")
    Pen(desk).write("kept", "discussion")
    desk.store._writer.execute("PRAGMA query_only = ON")  # type: ignore[attr-defined]
    with pytest.raises(Trouble, match="cannot write to") as told:
        Pen(desk).write("lost", "discussion")
    assert str(house.path) in str(told.value)
    assert texts(house.open()) == ["kept"]


def test_a_wiping_that_a_full_disk_does_not_let_happen_bars_nobody_from_the_points(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record = a_session()
    first = wiring.enter(paths.home(), "first", "desk")
    Pen(first).write("kept", "discussion")
    first.store.close()
    with closing(sqlite3.connect(record)) as connection, connection:
        connection.execute("UPDATE session SET scrub_pending = 1")

    def full(store: SQLiteRecord) -> bool:
        raise Trouble("the disk is full")

    monkeypatch.setattr(SQLiteRecord, "scrub", full)
    second = wiring.enter(paths.home(), "first", "command")
    assert texts(second) == ["kept"]
    assert second.look().scrub_pending
    second.store.close()


# A writer that is stuck


class Stuck:
    """Another program that took the record and does not let go."""

    def __init__(self, path: Path, lock: str) -> None:
        # Opened before it is needed: one thread takes the lock, another lets it go.
        self.connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self.lock = lock

    def __enter__(self) -> Stuck:
        self.connection.execute(f"BEGIN {self.lock}")
        return self

    def __exit__(self, *_: object) -> None:
        self.let_go()
        self.connection.close()

    def let_go(self) -> None:
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")


def without_hanging(call: Callable[[], object]) -> object:
    """What `call` returned or raised; red where it is still waiting after a long time."""
    came: list[object] = []

    def run() -> None:
        try:
            came.append(call())
        except Trouble as trouble:
            came.append(trouble)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    assert came, "it waits for the stuck writer"
    return came[0]


def test_a_stuck_writer_freezes_no_screen(house: House) -> None:
    desk = house.open("desk")
    Pen(desk).write("kept", "discussion")
    desk.look("discussion")
    # Whatever waits as the writer does would wait far beyond the test's own patience.
    desk.store._writer.execute("PRAGMA busy_timeout = 3600000")  # type: ignore[attr-defined]
    with Stuck(house.path, "IMMEDIATE"):
        state = without_hanging(lambda: desk.look("discussion", patient=False))
        assert [line.note.text for line in state.lines] == ["kept"]  # type: ignore[attr-defined]
        assert isinstance(without_hanging(desk.store.changed), int)
    with Stuck(house.path, "EXCLUSIVE"):
        assert isinstance(without_hanging(lambda: desk.look("discussion", patient=False)), Busy)
    assert desk.look("discussion", patient=False).total == 1


@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_write_gives_up_on_a_stuck_writer_and_loses_nothing(house: House, lock: str) -> None:
    desk = house.open("desk")
    desk.conduct(Start("discussion"), desk.look().progress)
    note = Pen(desk).write("kept", "discussion").note
    assert note is not None
    progress = desk.look().progress
    desk.store._writer.execute("PRAGMA busy_timeout = 20")  # type: ignore[attr-defined]
    new = Note(bytes(range(16)), "discussion", Kind.POINT, "waiting")
    with Stuck(house.path, lock):
        for write in (
            lambda: desk.store.keep(new, append=False),
            lambda: desk.store.echo(note.id),
            lambda: desk.store.strike(note.id),
            lambda: desk.conduct(Close(), progress),
        ):
            assert isinstance(without_hanging(write), Busy)
        assert without_hanging(desk.store.scrub) is False, "the wiping waits for another day"
    assert desk.look().progress == progress
    assert texts(desk) == ["kept"]
    desk.store.keep(new, append=False)
    desk.store.keep(new, append=False)
    assert texts(desk) == ["kept", "waiting"]


def test_a_session_can_be_opened_while_another_program_writes(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of the connections that a screen opens waits for a short write to end."""
    connect = sqlite3.connect
    writers: list[Stuck] = []
    ends: list[threading.Timer] = []

    def connect_during_a_write(*args: Any, **kwargs: Any) -> sqlite3.Connection:
        connection = connect(*args, **kwargs)
        with monkeypatch.context() as plain:
            plain.setattr(sqlite3, "connect", connect)
            writers.append(Stuck(house.path, "EXCLUSIVE").__enter__())
        # Long enough for the opening to meet the lock, and far below its patience.
        ends.append(threading.Timer(0.3, writers[-1].let_go))
        ends[-1].start()
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect_during_a_write)
    try:
        house.open()
    finally:
        for end in ends:
            end.join(PATIENCE)
        for writer in writers:
            writer.connection.close()
    assert len(writers) >= 2


# A file that is no record of ours


def newer(record: Path) -> None:
    with closing(sqlite3.connect(record)) as connection:
        connection.execute("PRAGMA user_version = 999")


def noise(record: Path) -> None:
    record.write_bytes(random.Random(1).randbytes(20_000))


def beheaded(record: Path) -> None:
    """Its name and version are right, the rest is noise."""
    record.write_bytes(record.read_bytes()[:100] + random.Random(1).randbytes(20_000))


def cut_short(record: Path) -> None:
    record.write_bytes(record.read_bytes()[:9000])


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (newer, "newer version of facilitator"),
        (noise, "damaged or not a session"),
        (beheaded, "damaged or not a session"),
        (cut_short, "damaged or not a session"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_record_that_cannot_be_used_is_told_in_one_line_and_left_alone(
    spoil: Callable[[Path], None], said: str
) -> None:
    record = a_session()
    spoil(record)
    found = record.read_bytes()
    with pytest.raises(Trouble, match=said):
        wiring.enter(paths.home(), "first", "desk").look()
    line = one_line(facilitator("note", "first", "--segment", "discussion", given="a line\n"))
    assert said in line and str(record) in line
    assert said in one_line(facilitator("export", "first", "--as", "brief", "--to", "texts"))
    assert record.read_bytes() == found


def test_damage_found_while_reading_is_told_as_damage(house: House) -> None:
    """The pages of the notes are spoilt, one after another; the head of the file is whole."""
    desk = house.open("desk")
    for n in range(80):
        Pen(desk).write(f"{n} {'word ' * 30}", "discussion")
    house.close()
    house.opened.clear()
    whole = house.path.read_bytes()
    seen = 0
    for start in range(4096, len(whole), 4096):
        if b"word word" not in whole[start : start + 4096]:
            continue
        spoilt = whole[:start] + random.Random(start).randbytes(4096) + whole[start + 4096 :]
        house.path.write_bytes(spoilt)
        store = SQLiteRecord(house.path, house.random.randrange)
        for patient in (True, False):
            with pytest.raises(Trouble, match="damaged"):
                store.snapshot("discussion", patient=patient)
        store.close()
        assert house.path.read_bytes() == spoilt
        seen += 1
    assert seen > 3


def test_words_that_were_damaged_are_told_as_damage() -> None:
    record = a_session()
    raw = record.read_bytes()
    record.write_bytes(raw.replace(b"Heart of Asia Society", b"\xff" * 21))
    assert "damaged" in one_line(facilitator("note", "first", "--segment", "qa", given="x\n"))


def test_a_missing_record_is_told_and_no_empty_one_is_made(tmp_path: Path) -> None:
    record = a_session()
    record.unlink()
    with pytest.raises(Trouble, match="cannot write to"):
        SQLiteRecord(record, lambda n: 0)
    for session in ("first", "never-there"):
        line = one_line(facilitator("note", session, given="a line\n"))
        assert f"there is no session “{session}”" in line
    assert not record.exists()


def test_a_session_whose_making_was_cut_off_is_made_again(tmp_path: Path) -> None:
    agenda = Path(__file__).parents[1] / "agendas" / "2020-05-28-afghan-view.toml"
    folder = paths.make_private(paths.session_dir(paths.home(), agenda.stem))
    (folder / paths.RECORD).touch(mode=0o600)  # killed before anything was written into it
    done = facilitator("open", str(agenda))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == agenda.stem


def test_a_damaged_session_does_not_hide_the_one_that_is_open() -> None:
    noise(a_session("damaged"))
    a_session("first")
    done = facilitator("note", "--segment", "discussion", given="a line\n")
    assert done.stdout == "line 1: kept (point, discussion)\n"


# A home that cannot be used


@pytest.mark.parametrize("below", ["", "below"], ids=["a file", "below a file"])
def test_a_home_that_is_no_folder_is_told_in_one_line(tmp_path: Path, below: str) -> None:
    file = tmp_path / "home"
    file.write_text("not a folder")
    home = str(file / below)
    agenda = str(Path(__file__).parents[1] / "agendas" / "2020-05-28-afghan-view.toml")
    for command in (
        ("open", agenda),
        ("note", "first", "--segment", "qa"),
        ("note",),
        ("sessions",),
        ("close", "--yes"),
        ("export", "--as", "brief", "--to", str(tmp_path)),
    ):
        done = facilitator(*command, "--home", home, given="a line\n")
        # Opening an agenda also tells what the agenda lacks, before and apart from that.
        done.stderr = "".join(
            line for line in done.stderr.splitlines(True) if ": warning: " not in line
        )
        assert home in one_line(done)
    assert file.read_text() == "not a folder"


# A program that dies while it wipes


DIE = """
import os, sqlite3, sys
from facilitator import paths
from facilitator.cli import wiring
from facilitator.meeting import End

point = sys.argv[1]
armed = writing = False

def reached(here):
    if armed and here.startswith(point):
        os._exit(77)

class Dying(sqlite3.Connection):
    def execute(self, sql, *values):
        global writing
        words = " ".join(sql.split())
        writing = writing or words == "BEGIN IMMEDIATE"
        if words != "COMMIT" or writing:
            reached(f"before {words}")
        result = super().execute(sql, *values)
        if words != "COMMIT" or writing:
            reached(f"after {words}")
        return result

connect = sqlite3.connect
sqlite3.connect = lambda *args, **kwargs: connect(*args, factory=Dying, **kwargs)
pwrite = os.pwrite

def torn(handle, data, offset):
    if armed and point == "in the zeroing":
        pwrite(handle, data[: len(data) // 2], offset)
        os._exit(77)
    return pwrite(handle, data, offset)

os.pwrite = torn
desk = wiring.enter(paths.home(), "first", "desk")
progress = desk.look().progress
armed = True
desk.conduct(End(), progress)
print("never reached", point)
"""

# In the order in which they are passed; the commit stores the end of the segment.
POINTS = (
    "after COMMIT",
    "before VACUUM",
    "after VACUUM",
    "before BEGIN EXCLUSIVE",
    "after BEGIN EXCLUSIVE",
    "in the zeroing",
    "before ROLLBACK",
    "after ROLLBACK",
    "before UPDATE session SET scrub_pending = 0",
)


def die_at(point: str) -> tuple[Path, list[Note]]:
    """A segment whose end was cut off at `point`; the record, and what was kept in it."""
    record = a_session()
    desk = wiring.enter(paths.home(), "first", "desk")
    desk.conduct(Start("discussion"), desk.look().progress)
    pen = Pen(desk)
    notes = [pen.write(f"{n} {'word ' * 30}", "discussion").note for n in range(60)]
    desk.store.close()
    done = subprocess.run(
        [sys.executable, "-c", DIE, point], capture_output=True, text=True, check=False
    )
    assert done.returncode == 77, done.stdout + done.stderr
    return record, [note for note in notes if note]


def traces(record: Path, notes: list[Note]) -> int:
    """How many of the points the journal still tells something of."""
    journal = record.with_name(record.name + "-journal").read_bytes()
    return sum(note.id in journal or note.text.encode() in journal for note in notes)


def nothing_pending(record: Path) -> bool:
    with closing(sqlite3.connect(record)) as connection:
        return connection.execute("SELECT scrub_pending FROM session").fetchone() == (0,)


@pytest.mark.parametrize("point", POINTS)
def test_a_wiping_cut_off_anywhere_is_finished_at_the_next_opening(point: str) -> None:
    record, notes = die_at(point)
    assert not nothing_pending(record)
    wiped_already = POINTS.index(point) > POINTS.index("in the zeroing")
    assert bool(traces(record, notes)) is not wiped_already

    secretariat = wiring.enter(paths.home(), "first", "notes")
    assert traces(record, notes) == 0
    state = secretariat.look("discussion")
    assert not state.scrub_pending
    assert state.progress.of("discussion").phase is Phase.DONE
    assert {line.note.id: line.note.text for line in state.lines} == {n.id: n.text for n in notes}
    assert not state.in_arrival_order
    secretariat.store.close()


def test_an_end_cut_off_before_its_commit_did_not_happen() -> None:
    record, notes = die_at("before COMMIT")
    assert nothing_pending(record)
    secretariat = wiring.enter(paths.home(), "first", "notes")
    state = secretariat.look()
    assert state.running is not None and state.running.id == "discussion"
    assert [line.note.id for line in state.lines] == [note.id for note in notes]
    assert state.in_arrival_order
    secretariat.store.close()


def test_the_order_of_arrival_of_a_segment_whose_end_was_cut_off_is_destroyed() -> None:
    record, notes = die_at("after COMMIT")
    wiring.enter(paths.home(), "first", "notes").store.close()
    folder = paths.runtime_dir(record.parent)
    assert folder is not None
    assert not [p for p in folder.iterdir() if notes[0].id.hex().encode() in p.read_bytes()]
