"""The volatile side: what survives a crash of the program, and what nothing survives."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator import runtime
from facilitator.ports import Unfinished, Waiting
from facilitator.runtime import Runtime

BLOCK = 64 * 1024

FIRST, SECOND, THIRD = (bytes([n]) * 16 for n in (1, 2, 3))
LINE = Unfinished(
    segment="qa",
    text="der Satz, den “niemand” beendet",
    depth=2,
    waiting=(Waiting(FIRST, "qa", "waits"), Waiting(SECOND, "talk", "an edit", 1, revision=4)),
    edits=THIRD,
    revision=7,
)


class Place:
    """A folder in memory and a session folder, and as many screens as a test opens on them."""

    def __init__(self, root: Path) -> None:
        self.memory = root / "memory"
        self.session = root / "session"
        self.memory.mkdir(mode=0o700)
        self.session.mkdir(mode=0o700)
        self.opened: list[Runtime] = []

    def screen(self, role: str = "notes", *, memory: bool = True) -> Runtime:
        made = Runtime(self.memory if memory else None, self.session, role)
        self.opened.append(made)
        return made

    def lines(self, folder: Path | None = None) -> dict[str, bytes]:
        return {p.name: p.read_bytes() for p in (folder or self.memory).glob("line-*")}


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    yield made
    for each in made.opened:
        each.release()


# The order of arrival


def test_every_process_sees_one_order_of_arrival(place: Place) -> None:
    one, two = place.screen("desk"), place.screen()
    one.arrived("qa", FIRST)
    two.arrived("qa", THIRD)
    one.arrived("qa", SECOND)
    two.arrived("qa", THIRD)  # sent again after a crash: it came only once
    assert one.arrival("qa") == two.arrival("qa") == (FIRST, THIRD, SECOND)
    assert place.screen().arrival("qa") == (FIRST, THIRD, SECOND), "nor does a crash cost it"
    assert one.arrival("talk") == ()
    (file,) = place.memory.glob("arrival-*")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_forgetting_destroys_the_order_of_one_segment_for_everybody(place: Place) -> None:
    one, two = place.screen("desk"), place.screen()
    one.arrived("qa", FIRST)
    one.arrived("talk", SECOND)
    kept_open = os.open(place.memory / "arrival-qa", os.O_RDONLY)
    two.forget("qa")
    try:
        assert set(os.read(kept_open, 4096)) == {0}, "overwritten, not only taken off the list"
    finally:
        os.close(kept_open)
    assert [p.name for p in place.memory.glob("arrival-*")] == ["arrival-talk"]
    assert one.arrival("qa") == two.arrival("qa") == ()
    assert one.arrival("talk") == (SECOND,)
    two.forget("qa")  # nothing there is nothing to do


def test_a_torn_order_of_arrival_costs_the_torn_line_only(place: Place) -> None:
    screen = place.screen()
    screen.arrived("qa", FIRST)
    with (place.memory / "arrival-qa").open("ab") as file:
        file.write(SECOND.hex().encode()[:7])
    assert screen.arrival("qa") == (FIRST,)
    (place.memory / "arrival-talk").write_bytes(bytes(range(256)))
    assert screen.arrival("talk") == ()


# The unfinished line


@pytest.mark.parametrize("memory", [True, False], ids=["in memory", "without a folder in memory"])
def test_a_line_left_by_a_crash_is_found_by_the_next_screen(place: Place, memory: bool) -> None:
    crashed = place.screen(memory=memory)
    assert crashed.left_line() == Unfinished()
    crashed.save_line(LINE)
    crashed.release()  # a crash lets go of the lock and blanks nothing
    assert place.screen(memory=memory).left_line() == LINE


def test_a_line_is_found_after_its_process_was_killed(place: Place) -> None:
    code = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from facilitator.ports import Unfinished\n"
        "from facilitator.runtime import Runtime\n"
        "screen = Runtime(Path(sys.argv[1]), Path(sys.argv[2]), 'notes')\n"
        "screen.left_line()\n"
        "screen.save_line(Unfinished('qa', 'half a'))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", code, place.memory, place.session], check=False)
    assert place.screen().left_line() == Unfinished("qa", "half a")


@pytest.mark.parametrize(
    "line", [Unfinished("qa", "typed"), Unfinished("qa", waiting=LINE.waiting)], ids=str
)
def test_a_blanked_line_is_all_zeros(place: Place, line: Unfinished) -> None:
    screen = place.screen()
    screen.save_line(line)
    assert set(next(iter(place.lines().values()))) != {0}
    screen.save_line(Unfinished("qa", depth=3))
    assert place.lines() == {"line-notes-0": bytes(BLOCK)}
    screen.release()
    assert place.screen().left_line() == Unfinished()


def test_the_size_of_a_line_file_does_not_tell_the_lines(place: Place) -> None:
    screen = place.screen()
    for text in ("a", "a longer line", "", "ж" * 4000):
        screen.save_line(Unfinished("qa", text))
        assert [len(raw) for raw in place.lines().values()] == [BLOCK]
    screen.save_line(Unfinished("qa", "x" * (BLOCK + 1)))
    assert [len(raw) for raw in place.lines().values()] == [2 * BLOCK]
    screen.save_line(Unfinished())
    assert place.lines() == {"line-notes-0": bytes(2 * BLOCK)}, "the longer text is blanked whole"


def test_a_shorter_line_leaves_nothing_of_the_longer_one(place: Place) -> None:
    screen = place.screen()
    screen.save_line(Unfinished("qa", "the name that was taken back"))
    screen.save_line(Unfinished("qa", "x"))
    assert b"taken back" not in place.lines()["line-notes-0"]


def test_two_screens_at_work_have_a_line_each(place: Place) -> None:
    one, two, desk = place.screen(), place.screen(), place.screen("desk")
    one.save_line(Unfinished("qa", "one"))
    two.save_line(Unfinished("qa", "two"))
    assert desk.left_line() == Unfinished(), "a desk does not find a note-taker's line"
    assert sorted(place.lines()) == ["line-desk-0", "line-notes-0", "line-notes-1"]
    one.release()
    two.release()
    assert {place.screen().left_line().text for _ in range(2)} == {"one", "two"}


def test_a_dead_screens_line_is_found_before_a_free_place(place: Place) -> None:
    living, dead, gone = place.screen(), place.screen(), place.screen()
    for number, screen in enumerate((living, dead, gone)):
        screen.save_line(Unfinished("qa", f"line {number}"))
    gone.save_line(Unfinished())
    living.save_line(Unfinished())
    living.release()
    gone.release()
    dead.release()
    # The first and the third place are free; the line left behind is in the second.
    next_one = place.screen()
    assert next_one.left_line().text == "line 1"
    after = place.screen()
    assert after.left_line() == Unfinished(), "one line is taken up by one screen"
    after.save_line(Unfinished("qa", "another"))
    assert b"line 1" in place.lines()["line-notes-1"]


@pytest.mark.parametrize(
    "found",
    [
        b"\xff\xfe garbage \x00 more",
        b'{"segment": "qa", "text": "torn',
        b"[]",
        b"null",
        b'{"segment": "qa"}',
        json.dumps(
            {"segment": "", "text": "x", "depth": "deep", "waiting": [], "edits": "", "revision": 0}
        ).encode(),
        json.dumps(
            {"segment": "", "text": "x", "depth": 0, "waiting": [1], "edits": "", "revision": 0}
        ).encode(),
        json.dumps(
            {"segment": "", "text": "x", "depth": 0, "waiting": 1, "edits": "no", "revision": 0}
        ).encode(),
        b"",
    ],
    ids=lambda found: found[:12].decode("ascii", "replace"),
)
def test_a_garbled_line_file_is_no_line_and_is_used_again(place: Place, found: bytes) -> None:
    (place.memory / "line-notes-0").write_bytes(found)
    screen = place.screen()
    assert screen.left_line() == Unfinished()
    screen.save_line(Unfinished("qa", "typed"))
    screen.release()
    assert place.screen().left_line().text == "typed"


@pytest.mark.parametrize(
    "found",
    [
        b"[" * 60_000,
        b'{"segment": "", "text": "x", "depth": Infinity, "waiting": [], "edits": "",'
        b' "revision": 0}',
    ],
    ids=["nested without end", "no whole number"],
)
def test_a_line_file_that_upsets_the_parser_is_no_line(place: Place, found: bytes) -> None:
    (place.memory / "line-notes-0").write_bytes(found)
    assert place.screen().left_line() == Unfinished()


def test_a_folder_that_went_away_costs_the_line_and_nothing_else(place: Place) -> None:
    screen = place.screen()
    place.memory.rmdir()
    screen.save_line(Unfinished("qa", "typed"))
    screen.arrived("qa", FIRST)
    screen.forget("qa")
    assert screen.left_line() == Unfinished()
    assert screen.arrival("qa") == ()
    assert not screen.take_desk()
    screen.destroy()


# Without a folder in memory


def test_without_a_folder_in_memory_the_screen_says_what_a_crash_costs(place: Place) -> None:
    assert place.screen().shelter == ""
    assert "crash" in place.screen(memory=False).shelter


def test_without_a_folder_in_memory_the_order_stays_in_the_process(place: Place) -> None:
    one, two = place.screen(memory=False), place.screen(memory=False)
    one.arrived("qa", FIRST)
    one.arrived("qa", SECOND)
    assert one.arrival("qa") == (FIRST, SECOND)
    assert two.arrival("qa") == ()
    assert not list(place.session.iterdir()), "nothing of it may touch the disk"
    one.forget("qa")
    assert one.arrival("qa") == ()


def test_without_a_folder_in_memory_the_line_is_overwritten_in_place(place: Place) -> None:
    screen = place.screen(memory=False)
    inodes = set()
    for text in ("a name, abandoned", "x", ""):
        screen.save_line(Unfinished("qa", text))
        (file,) = place.session.iterdir()
        facts = file.stat()
        assert (stat.S_IMODE(facts.st_mode), facts.st_size) == (0o600, BLOCK)
        inodes.add(facts.st_ino)
    assert len(inodes) == 1, "a new file would leave the old one's bytes on the disk"
    assert file.read_bytes() == bytes(BLOCK)


# The one desk


@pytest.mark.parametrize("memory", [True, False], ids=["in memory", "without a folder in memory"])
def test_a_session_has_one_desk_at_a_time(place: Place, memory: bool) -> None:
    one, two = place.screen("desk", memory=memory), place.screen("desk", memory=memory)
    assert not two.desk_taken()
    assert one.take_desk()
    assert one.take_desk(), "asking again changes nothing"
    assert not two.take_desk()
    assert one.desk_taken() and two.desk_taken()
    assert not two.take_desk(), "having been asked frees nothing"
    one.release()
    assert not two.desk_taken()
    assert two.take_desk()
    assert not one.take_desk()


# The end


@pytest.mark.parametrize("memory", [True, False], ids=["in memory", "without a folder in memory"])
def test_the_end_destroys_lines_and_orders_of_every_screen(place: Place, memory: bool) -> None:
    desk, notes = place.screen("desk", memory=memory), place.screen(memory=memory)
    record = place.session / "record.sqlite3"
    record.write_bytes(b"the record stays")
    for screen in (desk, notes):
        screen.arrived("qa", FIRST)
        screen.save_line(Unfinished("qa", "a name"))
    folder = place.memory if memory else place.session
    kept_open = [os.open(p, os.O_RDONLY) for p in folder.glob("line-*")]
    assert len(kept_open) == 2
    desk.destroy()
    for handle in kept_open:
        assert os.read(handle, 2 * BLOCK) == bytes(BLOCK), "overwritten before it is removed"
        os.close(handle)
    assert not [p for p in place.memory.glob("*") if p.name.startswith(("arrival", "line"))]
    assert [p.name for p in place.session.iterdir()] == ["record.sqlite3"]
    assert record.read_bytes() == b"the record stays"
    assert desk.arrival("qa") == ()
    assert desk.left_line() == Unfinished()


def test_the_end_leaves_no_file_in_memory(place: Place) -> None:
    desk = place.screen("desk")
    desk.take_desk()
    desk.now()
    desk.save_line(Unfinished("qa", "x"))
    desk.destroy()
    assert not place.memory.exists()


# The clock


class Clocks:
    """The computer's two clocks, set by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.wall, self.ticks, self.boot = 1_590_658_200.0, 5_000.0, "this boot"
        monkeypatch.setattr(time, "time", lambda: self.wall)
        monkeypatch.setattr(runtime, "_ticks", lambda: self.ticks)
        monkeypatch.setattr(runtime, "_boot", lambda: self.boot)

    def forward(self, seconds: float) -> None:
        self.wall += seconds
        self.ticks += seconds


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> Clocks:
    return Clocks(monkeypatch)


@pytest.mark.parametrize("memory", [True, False], ids=["in memory", "without a folder in memory"])
def test_a_step_of_the_computers_clock_changes_no_length(
    place: Place, clocks: Clocks, memory: bool
) -> None:
    screen = place.screen(memory=memory)
    start = screen.now()
    clocks.forward(60)
    clocks.wall += 3600  # summer time done by hand, or a time server heard at last
    later = screen.now()
    assert later.steady - start.steady == 60
    assert later.wall - start.wall == 3660
    clocks.forward(30)
    clocks.wall -= 7200
    assert screen.now().steady - start.steady == 90


def test_a_second_process_counts_on_the_same_scale_in_spite_of_a_step(
    place: Place, clocks: Clocks
) -> None:
    start = place.screen("desk").now()
    clocks.forward(60)
    clocks.wall += 3600
    assert place.screen().now().steady - start.steady == 60


def test_after_a_restart_of_the_computer_the_scale_is_found_again_by_its_clock(
    place: Place, clocks: Clocks
) -> None:
    start = place.screen("desk").now()
    clocks.boot, clocks.ticks = "another boot", 20.0
    clocks.wall += 600
    again = place.screen("desk")
    assert again.now().steady - start.steady == 600
    clocks.forward(5)
    clocks.wall += 999
    assert place.screen().now().steady == again.now().steady, "and shared anew"


@pytest.mark.parametrize(
    "found",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        b'{"boot": "this boot"}',
        b'{"boot": "this boot", "offset": {}}',
    ],
    ids=repr,
)
def test_a_garbled_clock_file_is_replaced(place: Place, clocks: Clocks, found: bytes) -> None:
    (place.memory / "clock").write_bytes(found)
    start = place.screen().now()
    assert start.steady == clocks.wall
    clocks.wall += 3600
    assert place.screen().now().steady == start.steady


def test_the_real_clocks_agree_between_two_processes(place: Place) -> None:
    """The scale of one process, read in another, lies between two readings of the first."""
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from facilitator.runtime import Runtime\n"
        "print(repr(Runtime(Path(sys.argv[1]), Path(sys.argv[2]), 'notes').now().steady))\n"
    )
    screen = place.screen("desk")
    before = screen.now().steady
    done = subprocess.run(
        [sys.executable, "-c", code, place.memory, place.session],
        capture_output=True,
        text=True,
        check=True,
    )
    assert before <= float(done.stdout) <= screen.now().steady
