"""The floor: from a key to the desk's answer with a full room, against the same in a small one.

Three programs stand in a terminal each: an app of one label and one input, a desk of ten
people and five waiting hands, and a desk of a hundred people and fifty. They take turns. Each
hand and each turn is undone again, so that every one meets the same list. Then the start of a
desk that was killed, with a journal of three hundred steps to read, against its start without.
"""

from __future__ import annotations

import itertools
import random
import statistics
import string
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import tomli_w

from facilitator import paths
from facilitator.chair import Chair
from facilitator.cli import wiring
from facilitator.files.roster_file import load_roster
from facilitator.floor import HandKind
from facilitator.meeting import Start
from facilitator.moderation import Command, Next, Raise, Withdraw
from figures import Row, against, arguments, interleaved, percentile, show, within
from sessions import AGENDA, SEGMENT, World, world
from timed_terminal import BARE_SHOWS, Terminal, bare_app, facilitator

STEPS = 300
"""Steps in the journal that a killed desk left."""

PARTS = ("a: who it may be", "two letters: on the list", "Enter: on the floor", "u: undone")
"""What is timed one by one; `a` and `u` are held back for a moment first, as a paste may follow."""


@dataclass(frozen=True, slots=True)
class Room:
    """One session whose discussion runs, with `waiting` hands up and nobody on the floor."""

    home: Path
    roster: Path
    people: int
    waiting: int
    code: str
    "The two letters of somebody who does not wait."
    first: str
    "Who is first on the list."

    @property
    def desk(self) -> list[str]:
        """The command that shows it."""
        return facilitator("run", str(AGENDA), "--roster", str(self.roster))


def furnished(place: World, name: str, people: int, waiting: int, steps: int = 0) -> Room:
    """A room of so many people (the keynote is one) whose journal has at least so many steps."""
    home = place.home(name)
    home.mkdir()
    roster = home / "roster.toml"
    letters = itertools.product("BDFGKLMNPRST", "aeiou", "lmnrst", "aeiou")
    names = itertools.islice(("".join(parts) for parts in letters), 0, None, 18)
    everybody = [{"name": f"{name} {name[::-1].title()}"} for name in names][: people - 1]
    roster.write_text(tomli_w.dumps({"participant": everybody}), "utf-8")
    roster.chmod(0o600)
    read = load_roster(roster).roster
    session = wiring.open_agenda(home, AGENDA).session_id
    secretariat = wiring.enter(home, session, "desk")
    try:
        secretariat.store.mark_roster()
        secretariat.conduct(Start(SEGMENT), secretariat.look().progress)
        state = secretariat.look()
        chair = Chair(state.agenda, secretariat.volatile, read)
        chair.follow(state)
        seats = chair.seats(state.agenda)

        def do(command: Command) -> None:
            chair.do(command, chair.floor.revision, state, secretariat.now(), "step")

        for seat in seats[1 : waiting + 1]:
            do(Raise(seat.person, HandKind.STATEMENT))
        for number in range((steps - waiting) // 2):
            # Turns and hands as they come, the list as long as before.
            person = chair.places(state)[0].hand.person
            do(Next(person) if number % 3 else Withdraw(person))
            do(Raise(next(s.person for s in seats[1:] if _free(chair, s.person)), _STATEMENT))
        free = next(seat for seat in reversed(seats) if _free(chair, seat.person))
        first = chair.places(state)[0].hand.person if waiting else ""
    finally:
        secretariat.leave()
    return Room(home, roster, people, waiting, free.code, first)


_STATEMENT = HandKind.STATEMENT


def _free(chair: Chair, person: str) -> bool:
    turn = chair.floor.turn
    return chair.floor.hand_of(person) is None and (turn is None or turn.person != person)


class Desk:
    """Presses keys at one desk."""

    def __init__(self, room: Room, terminal: Terminal, chance: random.Random) -> None:
        self.room, self.terminal = room, terminal
        self.taken: dict[str, list[float]] = {part: [] for part in PARTS}
        self._chance = chance

    def _timed(self, part: str, key: str, *words: str, rest: float = 0.05) -> None:
        # Any moment between two beats of the program's own timers is as likely as another.
        self.terminal.rest(rest + self._chance.uniform(0.0, 0.05))
        self.terminal.send(key)
        self.taken[part].append(self.terminal.shown(*words))

    def once(self) -> None:
        """A hand and a turn, each undone."""
        room, asks, on_list, on_floor, undone = self.room, *PARTS
        self._timed(asks, "a", "HAND ▸", "two letters")
        self._timed(on_list, room.code, f"{room.waiting + 1} waiting")
        self._timed(undone, "u", f"{room.waiting} waiting")
        # An Enter that comes sooner is taken for a key held down.
        self._timed(on_floor, "\r", f"{room.first} · statement", rest=0.5)
        self._timed(undone, "u", f"{room.waiting} waiting")


class Typist:
    """Types letters into the bare app."""

    def __init__(self, terminal: Terminal, chance: random.Random) -> None:
        self.terminal, self.taken = terminal, list[float]()
        self._chance = chance
        self._line = ""

    def once(self) -> None:
        """One letter."""
        if len(self._line) == 40:
            self.terminal.send("\x15")  # Ctrl+U empties the line
            self._line = ""
        self.terminal.rest(self._chance.uniform(0.05, 0.1))
        letter = self._chance.choice(string.ascii_lowercase)
        self._line += letter
        self.terminal.send(letter)
        self.taken.append(self.terminal.shown(self._line[-4:]))


def latency(place: World, runs: int) -> tuple[list[Row], list[Row]]:
    """Every part in the full room against the small one, and both against the bare app."""
    chance = random.Random(3)
    with ExitStack() as ended:
        bare = ended.enter_context(Terminal(bare_app(), place.more(place.home("none")), place.disk))
        bare.shown(BARE_SHOWS)
        typist, desks = Typist(bare, chance), list[Desk]()
        for people, waiting in ((10, 5), (100, 50)):
            room = furnished(place, f"room-of-{people}", people, waiting)
            terminal = Terminal(room.desk, place.more(room.home), place.disk)
            ended.enter_context(terminal).shown("KEYS ▸", f"{waiting} waiting")
            desks.append(Desk(room, terminal, chance))
        for counted in (False, True):
            typist.taken = []
            for desk in desks:
                desk.taken = {part: [] for part in PARTS}
            for _ in range(runs if counted else 5):
                for each in (typist, *desks):
                    each.once()
    small, full = (desk.taken for desk in desks)
    rooms, plain = [], []
    for part in PARTS:
        one, other = full[part], small[part]
        middle = statistics.median(one), statistics.median(other)
        rooms.append(against(f"{part}, median", *middle, 1.3))
        rooms.append(against(f"{part}, p95", percentile(one, 95), percentile(other, 95)))
        plain.append(against(f"{part}, 10 people", middle[1], statistics.median(typist.taken)))
        plain.append(against(f"{part}, 100 people", middle[0], statistics.median(typist.taken)))
    whole = [[sum(parts) for parts in _whole(desk)] for desk in desks]
    middle = statistics.median(whole[1]), statistics.median(whole[0])
    rooms.append(against("a hand and the floor, median", *middle, 1.3))
    rooms.append(against("a hand and the floor, p95", *(percentile(w, 95) for w in whole[::-1])))
    return rooms, plain


def _whole(desk: Desk) -> list[tuple[float, ...]]:
    """The three waits of a hand and the turn after it, the holding back left out of none."""
    return list(zip(*(desk.taken[part] for part in PARTS[:3]), strict=True))


def resumed(place: World, runs: int) -> list[Row]:
    """The start of a killed desk with a long journal, against the start with none."""
    rooms = furnished(place, "killed", 100, 50, STEPS), furnished(place, "new", 100, 0)

    def start(room: Room) -> float:
        waiting = f"{room.waiting} waiting" if room.waiting else "nobody waiting"
        with Terminal(room.desk, place.more(room.home), place.disk) as terminal:
            return terminal.shown("KEYS ▸", waiting)  # and it is killed again

    works = {"journal": lambda: start(rooms[0]), "none": lambda: start(rooms[1])}
    interleaved(1, works)
    taken = interleaved(runs, works)
    folder = paths.runtime_dir(paths.session_dir(rooms[0].home, AGENDA.stem))
    size = (folder / "floor").stat().st_size if folder else 0
    long, none = taken.values()
    return [
        within(
            f"killed with {STEPS} steps, 50 hands ({size / 1e6:.1f} MB), median",
            statistics.median(long),
            statistics.median(none),
            2.0,
        ),
        against("the same, the slowest", max(long), max(none)),
    ]


def main() -> None:
    given = arguments(__doc__ or "", 60, "hands and turns at each desk")
    with world(given.disk) as place:
        rooms, plain = latency(place, given.runs)
        show(
            f"Key to screen at the desk: 100 people, 50 hands; {given.runs} of each",
            "the same key with 10 people, 5 hands",
            rooms,
        )
        print()
        show("The same, medians", "a letter in an app of one label and one input", plain)
        print()
        starts = max(5, given.runs // 5)
        show(
            f"A desk that was killed, from the command to its list, {starts} starts",
            "the same desk without a journal",
            resumed(place, starts),
        )


if __name__ == "__main__":
    main()
