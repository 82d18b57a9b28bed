"""The draft on a large session: its first paint, and from a key to its effect on the screen.

A bare app of one label and one input takes turns with the draft in another terminal. A key
that changes the record counts until the change is on the disk, read again and drawn.
"""

from __future__ import annotations

import random
import statistics
from pathlib import Path

from figures import Row, against, arguments, interleaved, percentile, show, within
from sessions import World, running, world
from timed_terminal import BARE_SHOWS, Terminal, bare_app, facilitator

POINTS = 5_000

WORDS = 3_000
"""Different words in the session, the commonest as often as in any language (Zipf)."""

_chance = random.Random(7)
_VOCABULARY = [
    "".join(_chance.choices("abcdefghiklmnoprstuvw", k=_chance.randint(3, 9))) for _ in range(WORDS)
]
_OFTEN = [1 / (place + 1) for place in range(WORDS)]


def spoken(chance: random.Random) -> str:
    """A point in words of which few are common and most are rare."""
    words = chance.choices(_VOCABULARY, _OFTEN, k=chance.randint(4, 14))
    return " ".join(words).capitalize()


def first_paint(command: list[str], home: Path, place: World, words: str) -> float:
    """Seconds from the start of the process until the terminal holds the words."""
    with Terminal(command, place.more(home), place.disk) as terminal:
        return terminal.shown(words, patience=60)


def starts(runs: int, home: Path, place: World) -> list[Row]:
    """First paint of both."""
    draft = facilitator("draft")
    works = {
        "bare": lambda: first_paint(bare_app(), home, place, BARE_SHOWS),
        "draft": lambda: first_paint(draft, home, place, "NO TOPIC"),
    }
    interleaved(1, works)
    taken = interleaved(runs, works)
    bare, ours = (statistics.median(taken[name]) for name in works)
    return [within(f"the points are on the screen ({POINTS:,})", ours, bare, 2.0)]


class Hand:
    """Presses the keys of the draft and waits for what they do."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.marked = 0

    def mark(self) -> float:
        """Space: the count of marked points is another."""
        self.marked += 1
        self.terminal.send(" ")
        return self.terminal.shown(f"{self.marked} marked")

    def release(self) -> float:
        """`r`: how far the marked points go, stored and told."""
        self.terminal.send("r")
        return self.terminal.shown("release: ")


def keys(runs: int, home: Path, place: World) -> list[Row]:
    """Median and 95th percentile of each key against a letter in the bare app."""
    more = place.more(home)
    with (
        Terminal(bare_app(), more, place.disk) as bare,
        Terminal(facilitator("draft"), more, place.disk) as ours,
    ):
        bare.shown(BARE_SHOWS)
        ours.shown(" pairs alike", patience=120)
        ours.rest(2.0)
        letters = "abcdefghij"
        typed: list[float] = []

        def letter() -> float:
            bare.send(letters[len(typed) % 10])
            typed.append(bare.shown(letters[(len(typed)) % 10]))
            return typed[-1]

        hand = Hand(ours)
        taken = interleaved(runs, {"bare": letter, "r": hand.release})
        ours.rest(0.5)
        taken |= interleaved(runs, {"Space": hand.mark})
    base = statistics.median(taken["bare"])
    names = {
        "Space": "Space: a point is marked, the next one chosen",
        "r": "r: how far it goes, stored and drawn",
    }
    rows = [against("a letter in the bare app", base, base)]
    for name, told in names.items():
        rows.append(within(f"{told}, median", statistics.median(taken[name]), base, 0.1))
        rows.append(against(f"{told}, 95 %", percentile(taken[name], 95), base))
    return rows


def main() -> None:
    given = arguments(__doc__ or "", 20, "starts, and ten times as many keys")
    with world(given.disk) as place:
        home = place.home("large")
        running(home, POINTS, said=spoken)
        rows = starts(given.runs, home, place)
        show("Start, 80×24, median", "an app of one label and one input", rows)
        print()
        show("From a key to its effect", "the same app", keys(10 * given.runs, home, place))


if __name__ == "__main__":
    main()
