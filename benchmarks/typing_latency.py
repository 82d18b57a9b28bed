"""Typing: from a key to its letter on the screen, against a bare framework app.

Three programs stand in a terminal each: an app of one label and one input, the notes screen
of a small session, and the notes screen of a session with ten thousand points. They take
turns, a key each. A second round is the same while somebody else keeps a point a second; a
third has the notes screen with a roster of 500, once with the guard and once with the guard
taken out of it, in sentences of which one word in ten names somebody.
"""

from __future__ import annotations

import random
import statistics
import string
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from facilitator.cli import wiring
from facilitator.pen import Pen
from figures import Row, against, arguments, percentile, show
from sessions import SEGMENT, World, running, sentence, world
from timed_terminal import BARE_SHOWS, Terminal, bare_app, facilitator

LINE = 40
"""Keys after which the line is emptied, so that it never scrolls."""

TAIL = 4
"""Letters at the end of the line that must stand together on the screen: no clock draws them."""


PEOPLE = 500
"""People on the roster of the guard's round."""

WITHOUT_GUARD = """
from facilitator.ui.session_screen import SessionScreen
SessionScreen._begin_guard = lambda screen: None
from facilitator.cli import main
main()
"""
"""The program with its guard taken out: what the guard's keys are measured against."""


class Typist:
    """Types letters into one program."""

    def __init__(self, terminal: Terminal, chance: random.Random) -> None:
        self.terminal = terminal
        self.taken: list[float] = []
        self._chance = chance
        self._line = ""

    def key(self) -> None:
        """Press one letter and wait until the terminal has it."""
        self.press(self._chance.choice(string.ascii_lowercase))

    def press(self, letter: str) -> None:
        """Press this letter and wait until the terminal has it."""
        if len(self._line) == LINE:
            self.terminal.send("\x15")  # Ctrl+U empties the line
            self.terminal.rest(0.3)
            self._line = ""
        # Any moment between two beats of the program's own timers is as likely as another.
        self.terminal.rest(self._chance.uniform(0.02, 0.07))
        self._line += letter
        self.terminal.send(letter)
        self.taken.append(self.terminal.shown(self._line[-TAIL:]))


def roster(path: Path) -> list[str]:
    """A roster of invented people at `path`; their family names."""
    chance = random.Random(500)
    syllables = ["bar", "lod", "min", "rux", "tev", "kon", "sal", "dri", "fen", "gol", "hup", "zan"]
    families = ["".join(chance.choices(syllables, k=3)).capitalize() for _ in range(PEOPLE)]
    people = [
        f'[[participant]]\nname = "Given{n} {name}"\ngiven = "Given{n}"\nfamily = "{name}"\n'
        f'affiliation = "{name} Institute {n}"\ncountry = "NO"\n'
        for n, name in enumerate(families)
    ]
    path.write_text("\n".join(people), "utf-8")
    return families


def guarded(typists: list[Typist], names: list[str], keys: int) -> list[list[tuple[str, float]]]:
    """Every key and its seconds, the programs taking turns at the same text."""
    chance = random.Random(4)
    taken: list[list[tuple[str, float]]] = [[] for _ in typists]
    while len(taken[0]) < keys:
        words = sentence(chance).split()
        text = [chance.choice(names) if chance.random() < 0.1 else word for word in words]
        for letter in " ".join(text) + " ":
            for typist, pressed in zip(typists, taken, strict=True):
                typist.press(letter)
                pressed.append((letter, typist.taken[-1]))
    return taken


@contextmanager
def somebody_keeps(homes: list[tuple[Path, str]]) -> Iterator[None]:
    """Another process's points, one a second in every session, for as long as this lasts."""
    ended = threading.Event()
    hands = [wiring.enter(home, session, "command") for home, session in homes]

    def keep() -> None:
        chance = random.Random(1)
        pens = [Pen(hand) for hand in hands]
        while not ended.wait(1.0 / len(pens)):
            pen = pens[0]
            pens.append(pens.pop(0))
            pen.write(sentence(chance), SEGMENT)

    writer = threading.Thread(target=keep)
    writer.start()
    try:
        yield
    finally:
        ended.set()
        writer.join()
        for hand in hands:
            hand.store.close()
            hand.volatile.release()


def typed(typists: list[Typist], keys: int) -> list[list[float]]:
    """Seconds of every key, the programs taking turns."""
    for typist in typists:
        typist.taken = []
    for _ in range(keys):
        for typist in typists:
            typist.key()
    return [typist.taken for typist in typists]


def rows(taken: list[list[float]], names: list[str], most: float | None) -> list[Row]:
    """Median and 95th percentile of every program but the first, against the first."""
    bare, *others = taken
    made = []
    for name, keys in zip(names, others, strict=True):
        made.append(
            against(f"{name}, median", statistics.median(keys), statistics.median(bare), most)
        )
        made.append(against(f"{name}, p95", percentile(keys, 95), percentile(bare, 95), most))
    return made


def main() -> None:
    given = arguments(__doc__ or "", 200, "keys for each program", notes=10_000)
    with world(given.disk) as place, ExitStack() as ended:
        homes = []
        terminals = [Terminal(bare_app(), place.more(place.home("none")), place.disk)]
        ended.enter_context(terminals[0]).shown(BARE_SHOWS)
        for count in (40, given.notes):
            home = place.home(f"with-{count}")
            session = running(home, count)
            homes.append((home, session))
            notes = Terminal(facilitator("notes", session), place.more(home), place.disk)
            ended.enter_context(notes).shown(f"KEPT {count} on disk", "note ▸")
            terminals.append(notes)
        chance = random.Random(2)
        typists = [Typist(terminal, chance) for terminal in terminals]
        names = ["40 points", f"{given.notes:,} points"]
        baseline = "the same keys in an app of one label and one input"
        typed(typists, 20)
        show(
            f"Key to screen in the note line, {given.runs} keys each",
            baseline,
            rows(typed(typists, given.runs), names, 1.3),
        )
        print()
        with somebody_keeps(homes):
            time.sleep(1.0)
            taken = typed(typists, given.runs)
        show(
            f"The same while somebody keeps a point a second, {given.runs} keys each",
            baseline,
            rows(taken, names, None),
        )
        print()
        with_guard(place, given.runs)


def with_guard(place: World, keys: int) -> None:
    """The same keys with and without the guard, in one run."""
    home, file = place.home("guarded"), place.disk / "roster.toml"
    session, names = running(home, 40), roster(file)
    words = ["notes", session, "--roster", str(file)]
    chance = random.Random(3)
    with ExitStack() as ended:
        typists = []
        for command in ([sys.executable, "-c", WITHOUT_GUARD, *words], facilitator(*words)):
            screen = ended.enter_context(Terminal(command, place.more(home), place.disk))
            screen.shown("KEPT 40 on disk", "note ▸")
            screen.rest(2.0)  # the guard loads behind the first paint
            typists.append(Typist(screen, chance))
        for typist in typists:
            typist.terminal.send(f"{names[0]} ")
        typists[1].terminal.shown("names a participant")
        for typist in typists:
            typist.terminal.send("\x15")
            typist.terminal.rest(0.3)
        guarded(typists, names, 20)
        without, guard = guarded(typists, names, keys)
    made = []
    for name, picked in (("every key", ""), ("the key that ends a word", " ")):
        base = [seconds for key, seconds in without if picked in key]
        figures = [seconds for key, seconds in guard if picked in key]
        made.append(
            against(f"{name}, median", statistics.median(figures), statistics.median(base), 1.15)
        )
        made.append(against(f"{name}, p95", percentile(figures, 95), percentile(base, 95)))
    show(
        f"With the guard, roster of {PEOPLE}, {len(guard)} keys each",
        "the same keys in the same screen without the guard",
        made,
    )


if __name__ == "__main__":
    main()
