"""A whole meeting at the desk, in a real terminal: every key is pressed, every effect seen.

A model beside it, made of nothing but the core of the floor, says after each key what must
stand on the screen: who speaks, for how long yet, the list and its reasons. The computer's
clock goes only when it is told, so that two hours pass in seconds and are the same on every
machine.
"""

from __future__ import annotations

import math
import os
import random
import re
import signal
import struct
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import tomli_w
from textual.renderables.digits import DIGITS, DIGITS3X3, DIGITS3X3_BOLD

from facilitator import paths
from facilitator.agenda import Agenda
from facilitator.errors import Refused
from facilitator.files.agenda_file import load
from facilitator.files.roster_file import load_roster
from facilitator.floor import Floor, HandKind, ListState, Moment, Order, Turn
from facilitator.moderation import (
    BackOnList,
    Call,
    Command,
    EndTurn,
    EnterRound,
    EnterSegment,
    Explain,
    Join,
    LineLost,
    Next,
    Raise,
    SetList,
    SetOrder,
    Withdraw,
    apply,
)
from facilitator.roster import Roster
from facilitator.seats import seats
from facilitator.speakers import Place, first, speakers_list
from terminal import Terminal

AGENDA = Path(__file__).parents[1] / "agendas" / "2020-05-28-afghan-view.toml"
SESSION = "2020-05-28-afghan-view"
LEAD = "Mohammad Haneef Atmar"

STATEMENT, QUESTION = HandKind.STATEMENT, HandKind.QUESTION
TWO_FINGER, POINT_OF_ORDER = HandKind.TWO_FINGER, HandKind.POINT_OF_ORDER

# ── a computer whose clock goes when it is told ──────────────────────────────────────────────

_TOLD = """
import mmap, os, struct, time
wall, file = float(os.environ["TOLD_WALL"]), os.open(os.environ["TOLD_FILE"], os.O_RDONLY)
told = mmap.mmap(file, 8, prot=mmap.PROT_READ)
steady, read = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC), time.clock_gettime
gone = lambda: struct.unpack("d", told)[0]
time.clock_gettime = lambda clock: 5000.0 + gone() if clock == steady else read(clock)
time.time = lambda: wall + gone()
"""


class ToldClock:
    """The clock of programs that are started with `environment`: it stands unless told.

    `gone` are the seconds since `wall`, a Unix time. Timers of the screens run as ever.
    """

    def __init__(self, folder: Path, wall: float) -> None:
        folder.mkdir()
        (folder / "sitecustomize.py").write_text(_TOLD, "ascii")
        self.gone = 0.0
        self._file = folder / "gone"
        self._file.write_bytes(bytes(8))
        elsewhere = os.environ.get("PYTHONPATH")
        self.environment = {
            "PYTHONPATH": os.pathsep.join([str(folder), *([elsewhere] if elsewhere else [])]),
            "TOLD_WALL": str(wall),
            "TOLD_FILE": str(self._file),
        }

    def forward(self, seconds: float) -> None:
        """Let time pass."""
        self.gone += seconds
        with self._file.open("r+b") as file:
            file.write(struct.pack("d", self.gone))


# ── what the screen says ─────────────────────────────────────────────────────────────────────

_KINDS = "statement|question|two-finger|point of order|answer"
_TURN = re.compile(rf"^ ON THE FLOOR.*\n (.+?) · ({_KINDS})\b", re.M)
_TITLE = re.compile(r"^── LIST (open|LAST WORD|CLOSED) · (\d+|nobody) waiting · ([a-z-]+)", re.M)
_ROW = re.compile(rf"^ (>>|[ \d]\d) ([a-z]{{2}}) (.+?) +({_KINDS}) +(\S.*)$", re.M)
_MORE = re.compile(r"^ … (\d+) more waiting", re.M)


_GLYPHS = {
    tuple(line.ljust(3) for line in font[3 * place : 3 * place + 3]): character
    for font in (DIGITS3X3, DIGITS3X3_BOLD)
    for place, character in enumerate(DIGITS)
}


@dataclass(frozen=True)
class Seen:
    """The floor as the desk shows it: who speaks, for what, the clock; the first of the list."""

    turn: tuple[str, str]
    clock: str
    list: tuple[str, int, str]
    rows: tuple[tuple[str, str, str, str, str], ...]
    more: int


def seen(text: str) -> Seen | None:
    """What a person reads of the floor; None where the floor is not in sight."""
    title, turn, more = _TITLE.search(text), _TURN.search(text), _MORE.search(text)
    if title is None:
        return None
    said, number, order = title.groups()
    return Seen(
        (turn[1], turn[2]) if turn else ("", ""),
        big_clock(text),
        (said.casefold(), 0 if number == "nobody" else int(number), order),
        tuple(match.groups() for match in _ROW.finditer(text)),  # type: ignore[misc]
        int(more[1]) if more else 0,
    )


def big_clock(text: str) -> str:
    """The large clock, read from the right-hand edge of the screen."""
    rows = [line.ljust(80) for line in text.splitlines()[4:7]]
    found = ""
    for left in range(76, 45, -3):
        character = _GLYPHS.get(tuple(row[left : left + 3] for row in rows), "")
        if character.strip() == "":
            break
        found = character + found
    return found


def asked(words: str) -> Callable[[str], bool]:
    """That these words are on the screen."""
    return lambda text: words in text


def said(text: str) -> str:
    """The line above the prompt, where the desk tells what it did."""
    return text.splitlines()[-4]


# ── the moderator ────────────────────────────────────────────────────────────────────────────

PACE = 25.0
"""Seconds of the meeting between two steps."""

Event = tuple[str, str, bool]
"""What became of a hand: `raised`, `given`, `withdrawn`, `cleared`; whose; whether urgent."""


@dataclass(frozen=True)
class Stand:
    """What must be on the screen, and what became of the hands so far.

    The running segment began `began` seconds after the clock was made, and was paused
    `paused` seconds after; `rounds`: it is one of questions and answers.
    """

    floor: Floor
    began: float = 0.0
    paused: float | None = None
    rounds: bool = False
    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Done:
    """One step: what it is called, and what stood before and after it."""

    label: str
    before: Stand
    after: Stand


def hands_up(floor: Floor) -> Counter[tuple[str, bool]]:
    """The hands that are up: whose, and whether each is urgent; somebody may have both."""
    found: Counter[tuple[str, bool]] = Counter()
    for hand in floor.hands:
        found.update([(hand.person, False)] * (hand.kind is not None))
        found.update([(hand.person, True)] * (hand.urgent is not None))
    return found


class Moderator:
    """Presses keys at the desk, looks at nothing but the screen, and knows what must be there."""

    def __init__(
        self,
        start: Callable[[], Terminal],
        agenda: Agenda,
        roster: Roster,
        clock: ToldClock,
    ) -> None:
        """`start` opens the desk, which goes by `clock`."""
        self._start, self._agenda, self._roster = start, agenda, roster
        self.clock = clock
        self.stand = Stand(Floor(order=Order(agenda.speakers_list.order)))
        self.past: list[Done] = []
        self.future: list[Done] = []
        self.pressed: dict[str, list[int]] = defaultdict(list)
        self._codes: dict[tuple[str, ...], dict[str, str]] = {}
        self.terminal = start()
        self.terminal.until(asked("\n KEYS ▸"))

    @property
    def floor(self) -> Floor:
        """The floor of the model."""
        return self.stand.floor

    @property
    def at(self) -> float:
        """The clock of the running segment, in seconds."""
        stand = self.stand
        return (self.clock.gone if stand.paused is None else stand.paused) - stand.began

    @property
    def codes(self) -> dict[str, str]:
        """Everybody's two letters."""
        new = self.floor.newcomers
        if new not in self._codes:
            found = seats(self._agenda, self._roster, new)
            self._codes[new] = {seat.person: seat.code for seat in found}
        return self._codes[new]

    # The model

    def do(self, label: str, *commands: Command, gone: tuple[Event, ...] = ()) -> None:
        """One step of the model, some time after the last."""
        self.clock.forward(PACE)
        self.step(label, self.after(*commands), gone)

    def after(self, *commands: Command) -> Stand:
        """What would stand after these commands; raises `Refused`."""
        floor = self.floor
        for command in commands:
            floor = apply(floor, command, Moment(self.at), self._agenda.speakers_list)
        return replace(self.stand, floor=floor)

    def step(self, label: str, after: Stand, gone: tuple[Event, ...] = ()) -> None:
        """Go to what stands after a step; `gone` is what became of hands that went down."""
        came = (hands_up(after.floor) - self.up()).elements()
        events = (*self.stand.events, *gone, *(("raised", *key) for key in came))
        self.past.append(Done(label, self.stand, replace(after, events=events)))
        self.future.clear()
        self.stand = self.past[-1].after

    def places(self) -> tuple[Place, ...]:
        """The list, in order, with reasons."""
        return speakers_list(self.floor, rounds=self.stand.rounds)

    def waiting(self) -> list[str]:
        """Who is on the list, in order."""
        return [place.hand.person for place in self.places()]

    def free(self) -> list[str]:
        """Who is neither on the list nor on the floor (whose lead is no participant)."""
        busy = {*self.waiting(), self.floor.turn.person if self.floor.turn else ""}
        return [person for person in self.codes if person not in busy and person != LEAD]

    def up(self) -> Counter[tuple[str, bool]]:
        """The hands that are up now."""
        return hands_up(self.floor)

    def counted(self, *what: str) -> Counter[tuple[str, bool]]:
        """How often one of these things became of each hand, undone ones left out."""
        events = self.stand.events
        return Counter((person, urgent) for word, person, urgent in events if word in what)

    def agrees(self, text: str) -> bool:
        """Whether the screen shows the floor of the model."""
        shown, floor, codes = seen(text), self.floor, self.codes
        if shown is None:
            return False
        turn = (floor.turn.person, floor.turn.kind.value) if floor.turn else ("", "")
        listed = (floor.list.value, len(floor.hands), floor.order.value)
        if (shown.turn, shown.list) != (turn, listed):
            return False
        if floor.turn is not None and shown.clock != self.turn_clock(floor.turn):
            return False
        places = self.places()
        if len(shown.rows) + shown.more != len(places) or (places and not shown.rows):
            return False
        for number, (place, row) in enumerate(zip(places, shown.rows, strict=False), 1):
            mark, code, name, kind, why = row
            hand = place.hand
            told = f"{place.why}: {hand.reason}" if hand.reason else place.why
            if (
                mark.strip() != (">>" if hand.urgent else str(number))
                or code != codes[hand.person]
                or not hand.person.startswith(name.rstrip("…"))
                or kind != hand.given.value
                or not told.startswith(why.rstrip("…"))
            ):
                return False
        return True

    def turn_clock(self, turn: Turn) -> str:
        """The time left of a turn, or by how much it is over."""
        limits = self._agenda.limits
        allowed = {
            QUESTION: limits.question,
            STATEMENT: limits.statement,
            TWO_FINGER: limits.two_finger,
            HandKind.ANSWER: limits.answer,
        }.get(turn.kind)
        taken = turn.length(self.at)
        left = math.ceil(allowed.total_seconds() - taken) if allowed else int(taken)
        minutes, seconds = divmod(abs(left), 60)
        return f"{'+' if left < 0 else ''}{minutes}:{seconds:02}"

    # The keys

    def keys(self, action: str, *parts: str | Callable[[str], bool]) -> None:
        """Press these keys, waiting in between for what the screen must show first."""
        count = 0
        for part in parts:
            if isinstance(part, str):
                self.terminal.send(part)
                count += len(part)
            else:
                self.terminal.until(part)
        self.pressed[action].append(count)

    def settled(self, told: str = "") -> str:
        """Wait until the desk is back in KEYS, has told this, and shows the model's floor."""
        try:
            return self.terminal.until(
                lambda text: "\n KEYS ▸" in text and told[:60] in said(text) and self.agrees(text)
            )
        except AssertionError as error:
            waiting = [(self.codes[p], p) for p in self.waiting()]
            raise AssertionError(f"{error}\n{told!r} {self.floor.turn} {waiting}") from None

    def act(self, action: str, *keys: str | Callable[[str], bool], told: str = "") -> str:
        """Press the keys of the step that the model took last, and see it."""
        self.keys(action, *keys)
        return self.settled(told or self.past[-1].label)

    def refused(self, command: Command, *keys: str | Callable[[str], bool]) -> None:
        """Press keys that must change nothing and say why."""
        with pytest.raises(Refused) as refusal:
            self.after(command)
        self.keys("refused", *keys)
        self.settled(str(refusal.value))

    # The floor

    def hand(self, person: str, kind: HandKind | None = None, spaces: int = 0) -> None:
        """A hand goes up: by its letter, the spaces that change its kind, and two letters."""
        usual = QUESTION if self.stand.rounds else STATEMENT
        given = kind or usual
        letter = {TWO_FINGER: "f", POINT_OF_ORDER: "p"}.get(given, "a")
        prompt = {"f": "TWO-FINGER ▸", "p": "POINT OF ORDER ▸"}.get(letter, "HAND ▸")
        self.do(f"hand: {given.value}", Raise(person, given))
        keys = " " * spaces + self.codes[person]
        self.act("a hand", letter, asked(f"\n {prompt}"), keys)

    def next(self) -> str:
        """The floor goes to the first on the list; who that was."""
        hand = first(self.floor, rounds=self.stand.rounds)
        assert hand is not None
        event = ("given", hand.person, hand.urgent is not None)
        self.do("next", Next(hand.person), gone=(event,))
        self.act("the floor", "\r")
        return hand.person

    def call(self, number: int) -> None:
        """The floor goes to whoever stands in that row."""
        hand = self.places()[number - 1].hand
        event = ("given", hand.person, hand.urgent is not None)
        self.do("called", Call(hand.person, hand.given), gone=(event,))
        self.act("a row", str(number))

    def withdraw(self, person: str) -> None:
        """A hand goes down."""
        left = self.up() - hands_up(self.after(Withdraw(person)).floor)
        gone = tuple(("withdrawn", *key) for key in left.elements())
        self.do("hand down", Withdraw(person), gone=gone)
        self.act("hand down", "w", asked("\n WITHDRAW ▸"), self.codes[person])

    def line_lost(self, person: str) -> None:
        """A line drops, or is back."""
        self.do("line lost, or back: the place is kept", LineLost(person))
        self.act("line lost", "l", asked("\n LINE LOST ▸"), self.codes[person])

    def back(self) -> None:
        """Whoever spoke last was cut off."""
        self.do("back on the list, with the time used so far", BackOnList())
        self.act("back", "b")

    def close_list(self, state: ListState) -> None:
        """Close or open the list, or announce the last word."""
        told = "last word: one more turn" if state is ListState.LAST_WORD else ""
        self.do(told or f"the list is {state.value}", SetList(state))
        self.act("the list", "X" if told else "x")

    def order(self, order: Order) -> None:
        """Press for the next order, which must be this one."""
        self.do(f"order: {order.value}", SetOrder(order))
        self.act("the order", "v")

    def undo(self) -> None:
        """Take the last step back."""
        self.clock.forward(PACE)
        step = self.past.pop()
        self.future.append(step)
        self.stand = step.before
        self.act("undo", "u", told=f"undone: {step.label}")

    def redo(self) -> None:
        """Carry out again what was taken back."""
        self.clock.forward(PACE)
        step = self.future.pop()
        self.past.append(step)
        self.stand = step.after
        self.act("redo", "U", told=f"redone: {step.label}")

    def there_and_back(self, steps: int) -> None:
        """Undo so many steps and redo them: each of them is seen, and all is as it was."""
        for _ in range(steps):
            self.undo()
        for _ in range(steps):
            self.redo()

    # Rounds, notes, segments

    def note(self, line: str) -> None:
        """Write a note line and go back to KEYS."""
        kept = int(re.findall(r"^ KEPT (\d+) on disk", self.terminal.text(), re.M)[0])
        self.keys("a note", f"i{line}\r\x1b")
        self.terminal.until(lambda text: f"\n KEPT {kept + 1} on disk" in text)
        self.settled()

    def mark(self, gist: str, letter: str, word: str) -> None:
        """Say what has become of a question, by the letter that stands before it."""
        self.terminal.send("q")
        find = re.compile(rf"^ ([A-Z]\d?) +(?:owed: )?{re.escape(gist)}", re.M)
        text = self.terminal.until(
            lambda text: "\n QUESTION ▸" in text and find.search(text) is not None
        )
        tag = find.findall(text)[0]
        self.do(f"{tag}: {word}")
        self.act("a question", tag.lower() + letter)
        self.pressed["a question"][-1] += 1  # the q

    def answers(self) -> None:
        """From the questions to the answers: the floor is the lead's."""
        self.do("answers", Call(LEAD, HandKind.ANSWER))
        self.act("the round", "r")

    def next_round(self, number: int, *left_over: str | Callable[[str], bool]) -> None:
        """From the answers to the next round."""
        self.do(f"round {number}", EndTurn(), EnterRound())
        self.act("the round", "r", *left_over)
        self.terminal.until(lambda text: f"── ROUND {number} of 3 · collecting" in text)

    def segment(self, name: str, *asked: str | Callable[[str], bool], carry: bool = True) -> None:
        """Start the next segment; `asked` are the questions before it and their answers."""
        self.clock.forward(PACE)
        title = self._agenda.segment(name).title
        floor = self.after(EnterSegment(name, carry)).floor
        assert not carry or [h.person for h in floor.hands] == [h.person for h in self.floor.hands]
        # A two-finger that comes along has nothing left to reply to: it waits in its own place.
        gone = tuple(("cleared", *key) for key in (self.up() - hands_up(floor)).elements())
        after = Stand(floor, self.clock.gone, rounds=name == "qa")
        self.step(f"“{title}” begins", after, gone)
        self.act("a segment", "n", *asked)

    def pause(self, seconds: float) -> None:
        """Pause the clocks, and let them go on after some time."""
        self.clock.forward(PACE)
        self.step("paused", replace(self.stand, paused=self.clock.gone))
        self.act("pause", " ")
        self.clock.forward(seconds)
        now = self.clock.gone
        self.step("the clocks run", replace(self.stand, paused=None, began=now - self.at))
        self.act("pause", " ")

    def slip(self, *, yes: bool) -> None:
        """Enter again before a second has passed: a question comes, and Enter says no to it."""
        self.clock.forward(0.5)  # less is taken for a key held down
        question = asked("The floor has only just passed on.")
        if not yes:
            self.keys("a slip", "\r", question, "\r")
            self.settled()
            return
        hand = first(self.floor, rounds=self.stand.rounds)
        assert hand is not None
        event = ("given", hand.person, hand.urgent is not None)
        self.step("next", self.after(Next(hand.person)), (event,))
        self.act("a slip", "\r", question, "\t\r")

    # Accidents

    def killed(self) -> Terminal:
        """The program is killed and started again; the run that is over."""
        gone = self.terminal
        assert gone.kill() == signal.SIGKILL
        self.clock.forward(90.0)
        self.terminal = self._start()
        self.settled("the floor is back: list, turn")
        return gone


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


# ── the people, all of them invented but the public keynote ──────────────────────────────────

PEOPLE = """
Benedikta | Quellinghaus | | Verein für Stromtalgespräche
Tancredi | Ombrellaro | | Istituto dei Valichi Alti
Ludmila | Zvonareva | Людмила Звонарёва | Nordkontor of Caravan Studies
Mansur | Khwajazadeh | منصور خواجه‌زاده | Bamyan Orchard Trust
Haoran | Zhuge | 诸葛浩然 | Western Passes Academy
Gulbadan | Sherpunkova | Гульбадан Шерпункова | Fergana Round Table
Ottoline | Farquharson | | Tweedside Mediation Society
Rajeshwari | Kanthavelu | | Deccan Forum on Neighbours
Behrouz | Tirandazan | بهروز تیراندازان | Plateau Salt Road Centre
Nurzhamal | Oskonbaeva | | Issyk Seminar
Siegbert | Klunkermann | | Stiftung Sieben Brücken
Ingeborg | Halvorsdatter | | Fjordlag for Quiet Talks
Farooq | Ghilzaman | فاروق غلزمان | Kabul Water Table
Meiling | Ouyangzi | 欧阳美玲 | Silk Spindle Institute
Delphine | Marchevault | | Cercle des Trois Cols
Wahida | Sarbulandzai | وحیده سربلندزی | Herat Loom Council
Cuthbert | Penhallowby | | Lanternmoor College
Yevgeny | Bredikhinsky | Евгений Бредихинский | Amudarya Observatory
Parwana | Rostamkhel | پروانه رستم‌خیل | Panjshir Reading Room
Everardo | Quintanilhaes | | Casa dos Rios Longe
Suhrob | Mirzokarimzoda | Сӯҳроб Мирзокаримзода | Pamir Footbridge Fund
Xiuying | Baili | 百里秀英 | Jade Gate Papers
Noor | Stone | نور ستون | Upland Listening Post
Thorvald | Eggertsbakken | | Northlight Dialogue Desk
"""

WORD_NAMES = ("Stone",)
"""Names that are words as well: alone they say nothing about who was there."""

NEWCOMER = "Philomena Wraxby"


def write_roster(path: Path) -> None:
    """Twenty-five people: the keynote, and twenty-four whom nobody may know of."""
    people: list[dict[str, object]] = [
        {"name": LEAD, "given": "Mohammad Haneef", "family": "Atmar", "public": True}
    ]
    for line in PEOPLE.strip().splitlines():
        given, family, alias, body = (part.strip() for part in line.split("|"))
        person = {"name": f"{given} {family}", "given": given, "family": family}
        people.append({**person, "affiliation": body, **({"aliases": [alias]} if alias else {})})
    path.write_text(tomli_w.dumps({"disclosed_bodies": [], "participant": people}), "utf-8")
    path.chmod(0o600)


def private_strings(roster: Roster) -> list[str]:
    """Every string of the roster that would tell who was there."""
    found: dict[str, None] = {NEWCOMER: None}
    for person in roster.participants:
        if not person.public:
            parts = (person.name, person.given, person.family, *person.aliases, person.affiliation)
            found.update(dict.fromkeys(parts))
    bodies = roster.disclosed_bodies
    return [s for s in found if len(s) >= 4 and s not in WORD_NAMES and s not in bodies]


def spellings(private: list[str]) -> list[bytes]:
    """The bytes that these strings may be written with, all in small letters."""
    ways: list[bytes] = []
    for text in private:
        escaped = text.encode("ascii", "backslashreplace")
        ways += [text.encode(way) for way in ("utf-8", "utf-16-le", "utf-16-be")] + [escaped]
    return list(dict.fromkeys(way.lower() for way in ways))


def hits(data: bytes, private: list[bytes]) -> int:
    """How often any of them stands in these bytes."""
    low = data.lower()
    return sum(low.count(way) for way in private)


def scan(folders: list[Path], private: list[bytes]) -> dict[Path, int]:
    """The files below these folders in which, or in whose paths, any of them stands."""
    found: dict[Path, int] = {}
    for folder in folders:
        for path in folder.rglob("*"):
            number = hits(os.fsencode(path), private)
            if path.is_file():
                number += hits(path.read_bytes(), private)
            if number:
                found[path] = number
    return found


# ── the meeting ──────────────────────────────────────────────────────────────────────────────

HANDS = 120

_STRING = re.compile(rb"\x1b[\]PX^_](.*?)(?:\x07|\x1b\\)", re.DOTALL)
"""What a terminal takes for itself: titles, clipboard, and their kin."""


def hands(chair: Moderator, chance: random.Random, number: int) -> None:
    """So many people who do not wait yet raise a hand."""
    for person in chance.sample(chair.free(), number):
        chair.hand(person)


def three_rounds(chair: Moderator, chance: random.Random) -> None:
    """Questions three at a time, a block of answers after each three; one is left over twice."""
    for number in (1, 2, 3):
        hands(chair, chance, 5)
        if number == 1:
            chair.hand(chance.choice(chair.free()), STATEMENT, spaces=1)
        for n in range(3):
            chair.next()
            chair.note(f"? gist {n} of round {number}")
        chair.answers()
        hands(chair, chance, 2)
        # Whoever waits with a question waits until the answers are given.
        chair.keys("refused", "\r")
        chair.settled("answers are being given: r begins the next round, a number calls")
        chair.hand(chance.choice(chair.free()), TWO_FINGER)
        chair.next()
        chair.do("next", Call(LEAD, HandKind.ANSWER))
        chair.act("the floor", "\r")  # the answers go on
        chair.note(f"= an answer of round {number}")
        chair.mark(f"gist 0 of round {number}", "a", "answered")
        chair.mark(f"gist 1 of round {number}", "p", "partly")
        chair.undo()
        chair.redo()
        chair.mark(f"gist 1 of round {number}", "a", "answered")
        if number == 1:
            chair.next_round(2, asked("1 question is not settled"), "n")
            chair.undo()
            chair.redo()
        elif number == 2:
            chair.mark("gist 2 of round 1", "w", "in writing")
            chair.next_round(3, asked("1 question is not settled"), "n")


def rare_things(chair: Moderator, chance: random.Random) -> None:
    """What happens once in a meeting: a line lost and back, a cut, a last word, a closed list."""
    hands(chair, chance, 6)
    chair.next()
    chair.hand(chance.choice(chair.free()), TWO_FINGER)
    chair.hand(chair.waiting()[-1], TWO_FINGER)  # and keeps their own place
    third = chance.choice(chair.free())
    two_fingers = asked("\n TWO-FINGER ▸")
    chair.refused(Raise(third, TWO_FINGER), "f", two_fingers, chair.codes[third])
    chair.hand(chance.choice(chair.free()), POINT_OF_ORDER)
    chair.there_and_back(4)
    for _ in range(3):
        chair.next()
    chair.slip(yes=False)
    chair.pause(600.0)
    chair.back()
    chair.next()
    chair.slip(yes=True)
    lost = chair.waiting()[0]
    chair.line_lost(lost)
    assert chair.next() != lost, "who cannot be heard is passed over"
    chair.line_lost(lost)
    chair.next()
    chair.line_lost(chair.floor.turn.person if chair.floor.turn else "")
    assert chair.floor.turn is None
    chair.line_lost(chair.waiting()[0])
    chair.next()
    hands(chair, chance, 3)
    why = chair.waiting()[1]
    chair.do("noted why", Explain(why, "on the timetable"))
    waiting = asked("\n WHY ▸")
    chair.act("why", "y", waiting, chair.codes[why], asked("say why"), "on the timetable\r")
    chair.call(2)
    chair.order(Order.LEAST_SPOKEN)
    chair.order(Order.HAND_ORDER)
    chair.order(Order.FIRST_TIME_FIRST)
    chair.close_list(ListState.CLOSED)
    late = chance.choice(chair.free())
    prompt = asked("\n HAND ▸")
    chair.refused(Raise(late, STATEMENT), "a", prompt, chair.codes[late])
    chair.hand(late, POINT_OF_ORDER)
    assert chair.next() == late
    chair.close_list(ListState.OPEN)
    hands(chair, chance, 1)
    chair.close_list(ListState.LAST_WORD)
    chair.next()
    assert chair.floor.list is ListState.CLOSED
    chair.undo()
    chair.undo()
    assert chair.floor.list is ListState.OPEN
    chair.withdraw(chair.waiting()[-1])
    nothing = "there is nothing to redo"
    chair.keys("refused", "U")
    chair.settled(nothing)


def somebody_new(chair: Moderator) -> None:
    """Somebody on no roster raises a hand; one question is asked."""
    chair.do("added", Join(NEWCOMER))
    chair.do("hand: statement", Raise(NEWCOMER, STATEMENT))
    prompt = asked("\n HAND ▸")
    new = asked(f"Is {NEWCOMER} new here?")
    chair.act("somebody new", "a", prompt, f"/{NEWCOMER}\r", new, "a")


def a_long_list(chair: Moderator, chance: random.Random) -> None:
    """Hands and turns until the hands are enough; the program is killed on the way."""
    killed = False
    while chair.counted("raised").total() < HANDS:
        hands(chair, chance, min(len(chair.free()), chance.randint(1, 4)))
        for _ in range(chance.randint(1, 3)):
            chair.next()
        if chance.random() < 0.2:
            chair.withdraw(chance.choice(chair.waiting()))
        if chance.random() < 0.2:
            chair.there_and_back(chance.randint(1, 6))
        if chance.random() < 0.2:
            chair.hand(chance.choice(chair.free()), TWO_FINGER)
        if not killed and chair.counted("raised").total() > HANDS * 3 // 4:
            killed = True
            chair.undo()
            chair.killed()
            chair.redo()
            chair.there_and_back(5)


def test_a_meeting_of_two_hours_and_nobody_finds_out_who_was_there(
    tmp_path: Path, running: list[Terminal]
) -> None:
    write_roster(tmp_path / "roster.toml")
    roster, agenda = load_roster(tmp_path / "roster.toml").roster, load(AGENDA).agenda
    assert roster is not None and agenda is not None and len(roster.participants) == 25
    clock = ToldClock(tmp_path / "clock", agenda.starts_at.timestamp())
    home, memory = paths.home(), Path(os.environ["XDG_RUNTIME_DIR"])
    (tmp_path / "person").mkdir()

    def start() -> Terminal:
        more = clock.environment | {
            "HOME": str(tmp_path / "person"),
            "TMPDIR": str(tmp_path / "person"),
        }
        terminal = Terminal("run", str(AGENDA), "--roster", str(tmp_path / "roster.toml"), **more)
        running.append(terminal)
        return terminal

    chance = random.Random(2020)
    chair = Moderator(start, agenda, roster, clock)
    private = spellings(private_strings(roster))
    written = [home, memory, tmp_path / "person"]

    chair.segment("opening")
    chair.segment("presentation")
    hands(chair, chance, 3)
    chair.segment("qa", asked("3 hands are up. Move on?"), "c")
    three_rounds(chair, chance)
    chair.segment(
        "discussion",
        asked("2 questions are not settled"),
        "d",
        asked("hands are up. Move on?"),
        "d",
        carry=False,
    )
    assert scan(written, private) == {}, "who spoke in a segment gone by is told nowhere"
    chair.there_and_back(1)
    rare_things(chair, chance)
    somebody_new(chair)
    a_long_list(chair, chance)
    chair.segment("closing", asked("hands are up. Move on?"), "c")
    hands(chair, chance, 1)

    # What was promised of the keys.
    most = {action: max(counts) for action, counts in chair.pressed.items()}
    assert most["a hand"] == 4 and sorted(chair.pressed["a hand"])[-2] == 3
    assert most["the floor"] == most["a row"] == most["undo"] == most["redo"] == 1
    assert most["hand down"] == most["line lost"] == most["a question"] == 3
    assert clock.gone >= 2 * 3600
    # No hand was lost, and none was doubled.
    raised = chair.counted("raised")
    assert raised.total() >= HANDS
    assert raised == chair.counted("given", "withdrawn", "cleared") + chair.up()

    journal = paths.runtime_dir(paths.session_dir(home, SESSION))
    assert journal is not None
    control = scan(written, private)
    assert list(control) == [journal / "floor"] and control[journal / "floor"] > len(chair.up())

    chair.terminal.send("\x1b[20~")  # F9
    chair.terminal.until(asked("Close the session?"))
    chair.terminal.send("\t\r")
    chair.terminal.until(asked("AS HELD"))
    assert scan(written, private) == {}, "the floor is gone before anything else is asked"
    chair.terminal.send("\x1b")
    text = chair.terminal.until(lambda text: text.startswith(" CLOSED") and "AS HELD" not in text)
    chair.terminal.send("\x11")
    assert os.waitstatus_to_exitcode(chair.terminal.end()) == 0
    assert hits(text.encode(), private) == 0

    assert scan(written, private) == {} and not journal.exists()
    assert any(path.stat().st_size for path in home.rglob("*.sqlite3")), "something was scanned"
    for run in running:
        assert hits(b"".join(_STRING.findall(run.raw)), private) == 0
        assert hits(run.raw, private) > 0, "a name on the screen is found in the bytes"
    _, _, after = chair.terminal.raw.rpartition(b"\x1b[?1049l")
    assert after and hits(after, private) == 0, "nothing is left in the terminal's history"
