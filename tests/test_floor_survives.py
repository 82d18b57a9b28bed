"""The floor outlives the program: killed at any moment, torn anywhere, or with nowhere to be.

`python -m pytest tests/test_floor_survives.py --full` kills the desk `KILLS` times, a plain run
`FEW` times.
"""

from __future__ import annotations

import os
import random
import signal
import stat
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import House, plan
from facilitator import paths
from facilitator.chair import Chair
from facilitator.files.agenda_file import load
from facilitator.files.roster_file import load_roster
from facilitator.floor import Floor, HandKind, Order
from facilitator.meeting import Answers, NextRound, Start
from facilitator.moderation import Call, Command, Join, Next, Raise, Withdraw
from facilitator.runtime import Runtime
from facilitator.service import State
from terminal import Terminal
from test_meeting_in_terminal import (
    AGENDA,
    SESSION,
    TWO_FINGER,
    Moderator,
    ToldClock,
    asked,
    write_roster,
)

KILLS = 10
FEW = 4


@pytest.fixture
def running() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        try:
            os.kill(terminal.pid, signal.SIGKILL)
            os.waitpid(terminal.pid, 0)
        except OSError:
            pass


# ── killed ───────────────────────────────────────────────────────────────────────────────────


class Mortal(Moderator):
    """A moderator whose program can be killed so many seconds after the next key."""

    dies: float | None = None

    def act(self, action: str, *keys: str | Callable[[str], bool], told: str = "") -> str:
        if self.dies is None:
            return super().act(action, *keys, told=told)
        self.keys(action, *keys)
        # The moment of the kill, not a wait for something.
        threading.Event().wait(self.dies)
        assert self.terminal.kill() == signal.SIGKILL
        return ""

    def killed_while(self, acts: Callable[[], None], after: float) -> bool:
        """Whether the key that was pressed before the kill was the last that counted."""
        stood = (self.stand, self.past[:], self.future[:])
        self.dies = after
        acts()
        self.dies = None
        stands = (self.stand, self.past, self.future)
        self.clock.forward(90.0)
        self.terminal = self._start()

        def either(text: str) -> bool:
            for self.stand, self.past, self.future in (stands, stood):
                if "\n KEYS ▸" in text and self.agrees(text):
                    return True
            return False

        self.terminal.until(either)
        return self.stand is stands[0]


@pytest.fixture
def open_desk(tmp_path: Path, running: list[Terminal]) -> Callable[..., Mortal]:
    """Opens a desk with 25 people on the roster; `more` is added to its environment."""
    write_roster(tmp_path / "roster.toml")
    roster, agenda = load_roster(tmp_path / "roster.toml").roster, load(AGENDA).agenda
    assert roster is not None and agenda is not None
    clock = ToldClock(tmp_path / "clock", agenda.starts_at.timestamp())

    def opened(**more: str) -> Mortal:
        def start() -> Terminal:
            given = ("run", str(AGENDA), "--roster", str(tmp_path / "roster.toml"))
            terminal = Terminal(*given, **(clock.environment | more))
            running.append(terminal)
            return terminal

        return Mortal(start, agenda, roster, clock)

    return opened


def something(chair: Mortal, chance: random.Random) -> None:
    """One thing that a moderator does, at random among those that make sense now."""
    acts: list[Callable[[], None]] = [
        lambda: chair.hand(chance.choice(chair.free())),
        lambda: chair.hand(chance.choice(chair.free())),
        lambda: chair.order(_following(chair.floor.order)),
    ]
    waiting = chair.waiting()
    if any(not hand.lost for hand in chair.floor.hands):
        acts += [lambda: _ignore(chair.next())] * 3
    if waiting:
        acts.append(lambda: chair.withdraw(chance.choice(waiting)))
        acts.append(lambda: chair.line_lost(waiting[-1]))
    answered = chair.floor.two_fingers or any(h.urgent is TWO_FINGER for h in chair.floor.hands)
    if chair.floor.turn is not None and not answered:
        acts.append(lambda: chair.hand(chance.choice(chair.free()), TWO_FINGER))
    if chair.past:
        acts += [chair.undo] * 2
    if chair.future:
        acts += [chair.redo] * 2
    chance.choice(acts)()


def _following(order: Order) -> Order:
    orders = list(Order)
    return orders[(orders.index(order) + 1) % len(orders)]


def _ignore(_: object) -> None:
    """For what gives an answer that nobody asked for."""


def test_a_desk_killed_at_any_moment_is_back_as_it_was(
    open_desk: Callable[..., Mortal], full: bool
) -> None:
    chance = random.Random(3)
    chair = open_desk()
    for segment in ("opening", "presentation", "qa"):
        chair.segment(segment)
    chair.past.clear()  # a desk that comes back begins with the running segment
    for _ in range(KILLS if full else FEW):
        for _ in range(chance.randint(1, 4)):
            something(chair, chance)
        chair.killed_while(lambda: something(chair, chance), chance.uniform(0, 0.03))
        # The way back is there as well, not the list alone.
        chair.there_and_back(min(2, len(chair.past)))


# ── torn ─────────────────────────────────────────────────────────────────────────────────────


class Table:
    """A chair over a journal on disk, in a segment that runs, without any screen."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.secretariat = house.open("desk")
        self.secretariat.conduct(Start("qa"), self.state.progress)
        self.chair = self.open()
        self.chair.follow(self.state)

    @property
    def state(self) -> State:
        return self.secretariat.look()

    @property
    def journal(self) -> Path:
        return self.house.runtime / "floor"

    def open(self) -> Chair:
        """What the next desk begins with."""
        return Chair(plan(), Runtime(self.house.runtime, self.house.folder, "desk"))

    def do(self, *commands: Command) -> None:
        """Steps at the desk, some seconds apart."""
        for command in commands:
            self.house.clock.forward(30.0)
            now = self.secretariat.now()
            self.chair.do(command, self.chair.floor.revision, self.state, now, "step")


@pytest.fixture
def table(house: House) -> Table:
    return Table(house)


Known = tuple[Floor, list[Floor], list[Floor], bool, set[str]]


def known(chair: Chair) -> Known:
    """What a chair would lose: the floor, the way back and forth, how the desk was set.

    Revisions tell two readings of one floor apart, and nothing else.
    """

    def bare(floor: Floor) -> Floor:
        return replace(floor, revision=0)

    past = [bare(step.before) for step in chair.past]
    future = [bare(step.after) for step in chair.future]
    return bare(chair.floor), past, future, chair.hidden, set(chair.saved)


def test_a_journal_cut_off_anywhere_loses_the_torn_line_and_nothing_before_it(
    table: Table,
) -> None:
    chair, stood = table.chair, [known(Chair(plan(), Runtime(None, table.house.folder, "desk")))]
    acts: list[Callable[[], None]] = [
        lambda: table.do(Join("Даниил Вересаев")),
        lambda: chair.on_file("Даниил Вересаев"),
        lambda: table.do(Raise("Даниил Вересаев", HandKind.QUESTION, "on “water”")),
        lambda: table.do(Next("Даниил Вересаев")),
        lambda: table.do(Raise("Ben", HandKind.TWO_FINGER)),
        chair.undone,
        chair.redone,
        lambda: chair.hide(True),
        lambda: table.do(Withdraw("Ben")),
        chair.undone,
    ]
    stood.append(known(chair))  # its first line is the segment, begun with nobody waiting
    for act in acts:
        act()
        stood.append(known(chair))
    written = table.journal.read_bytes()
    assert written.count(b"\n") + 1 == len(stood)
    for length in range(len(written) + 1):
        table.journal.write_bytes(written[:length])
        assert known(table.open()) == stood[written[:length].count(b"\n")], length


def test_the_step_after_a_torn_line_is_not_torn_with_it(table: Table) -> None:
    table.do(Raise("Ana", HandKind.QUESTION), Raise("Ben", HandKind.QUESTION))
    table.journal.write_bytes(table.journal.read_bytes()[:-20])
    table.chair = table.open()
    table.do(Raise("Cem", HandKind.QUESTION))
    assert known(table.open()) == known(table.chair)


@pytest.mark.parametrize("line", ["", "{", "null", "[]", '"step"', '{"word": "step"}', "\0\0"])
def test_a_line_that_nobody_wrote_is_passed_over(table: Table, line: str) -> None:
    table.do(Raise("Ana", HandKind.QUESTION), Next("Ana"))
    with table.journal.open("a") as journal:
        journal.write(f"{line}\n")
    table.do(Raise("Ben", HandKind.QUESTION))
    assert known(table.open()) == known(table.chair)


def test_a_round_begun_at_the_kill_is_a_new_round_for_the_floor_too(table: Table) -> None:
    for person in ("Ana", "Ben", "Cem"):
        table.do(Call(person, HandKind.QUESTION))
    secretariat = table.secretariat
    secretariat.conduct(Answers(), table.state.progress)
    secretariat.conduct(NextRound(), table.state.progress)
    # Killed here: the record has the round, the journal not yet.
    table.chair = table.open()
    table.chair.follow(table.state)
    table.do(Call("Dua", HandKind.QUESTION))
    assert table.chair.thin(table.state), "one person alone has spoken in round 2"


# ── where it lives, and how it ends ──────────────────────────────────────────────────────────


def test_the_journal_is_its_owners_alone_and_gone_after_the_close(
    open_desk: Callable[..., Mortal],
) -> None:
    chair = open_desk()
    chair.segment("opening")
    chair.hand(chair.free()[0])
    chair.next()
    folder = paths.runtime_dir(paths.session_dir(paths.home(), SESSION))
    assert folder is not None
    assert folder.is_relative_to(os.environ["XDG_RUNTIME_DIR"])
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    spoke = chair.floor.turn.person if chair.floor.turn else ""
    assert spoke.encode() in (folder / "floor").read_bytes()
    chair.terminal.send("\x1b[20~")  # F9
    chair.terminal.until(asked("Close the session?"))
    chair.terminal.send("\t\r")
    chair.terminal.until(asked("AS HELD"))
    assert not (folder / "floor").exists()
    chair.terminal.kill()
    again = chair._start()
    text = again.until(lambda text: text.startswith(" CLOSED"))
    assert spoke not in text
    again.send("\x11")
    assert os.waitstatus_to_exitcode(again.end()) == 0
    assert not folder.exists()


def test_the_journal_is_its_owners_alone_whatever_the_shell_allows(house: House) -> None:
    before = os.umask(0)
    try:
        table = Table(house)
        table.do(Raise("Ana", HandKind.QUESTION))
    finally:
        os.umask(before)
    assert stat.S_IMODE(table.journal.stat().st_mode) == 0o600


_NO_MEMORY = """
import os
make = os.mkdir
def mkdir(path, *mode, **more):
    if os.fsdecode(path).startswith("/dev/shm"):
        raise PermissionError(path)
    make(path, *mode, **more)
os.mkdir = mkdir
"""


def test_without_a_folder_in_memory_the_desk_says_so_beforehand(
    tmp_path: Path, open_desk: Callable[..., Mortal]
) -> None:
    site = tmp_path / "clock" / "sitecustomize.py"
    site.write_text(site.read_text() + _NO_MEMORY)
    chair = open_desk(XDG_RUNTIME_DIR="")
    text = chair.terminal.until(asked("BEFORE YOU GO ON"))
    assert "a crash costs the speakers list" in text
    chair.terminal.send("\r")
    text = chair.terminal.until(lambda text: "LIST open" in text and "BEFORE" not in text)
    assert "IN MEMORY ONLY" in text, "before anything has begun"
    chair.segment("opening")
    person = chair.free()[0]
    chair.hand(person)
    assert "IN MEMORY ONLY" in chair.terminal.text()
    for path in tmp_path.rglob("*"):
        if path.is_file() and path.name != "roster.toml":
            assert person.encode() not in path.read_bytes(), path
    chair.terminal.kill()
    chair.terminal = chair._start()
    chair.terminal.until(asked("BEFORE YOU GO ON"))
    chair.terminal.send("\r")
    chair.stand = replace(chair.stand, floor=replace(chair.floor, hands=()))
    text = chair.terminal.until(lambda text: "\n KEYS ▸" in text and chair.agrees(text))
    assert "the floor is back" not in text
