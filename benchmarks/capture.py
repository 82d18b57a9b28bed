"""Capture: two hundred points typed without a pause into a session that has ten thousand.

The notes screens of a small and of a large session, and a plain app that keeps its points in
one JSON file, each get the same lines, key after key at a pace that no hand keeps: how soon a
key is on the screen, how soon a line is on the disk, and how many lines are lost.
"""

from __future__ import annotations

import json
import random
import statistics
import string
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from facilitator.cli import wiring
from figures import Row, arguments, percentile, show, within
from sessions import running, sentence, world
from timed_terminal import Terminal, facilitator

PACE = 0.015
"""Seconds between two keys: 200 points in two minutes and a half, four times the pace of talk."""

ECHO = 0.05
"""Seconds within which a key is to be seen."""

LETTERS = 34
"""The length of a line, which never scrolls in the note line."""

EVERY = 9
"""One key in so many is waited for; the others come on its heels."""

NAIVE = """
import json, pathlib, sys
from textual.app import App
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

class Naive(App):
    def compose(self):
        self.notes = json.loads(pathlib.Path(sys.argv[1]).read_text())
        yield OptionList(*[Option(note["text"]) for note in self.notes], markup=False)
        yield Static(f"KEPT {len(self.notes)} on disk")
        yield Input()
    def on_mount(self):
        self.query_one(Input).focus()
    def on_input_submitted(self, event):
        self.notes.append({"text": event.value, "kind": "point", "segment": "discussion"})
        pathlib.Path(sys.argv[1]).write_text(json.dumps(self.notes, indent=1))
        self.query_one(OptionList).add_option(Option(event.value))
        event.input.value = ""
        self.query_one(Static).update(f"KEPT {len(self.notes)} on disk")

Naive().run()
"""
"""The control: what a person would write in an afternoon."""


class Taker:
    """Types lines into one screen and takes the time of some keys."""

    def __init__(self, terminal: Terminal, had: int, kept: Callable[[], list[str]]) -> None:
        """`had` points are there before; `kept` reads the texts that are on the disk."""
        self.terminal, self.had, self.kept = terminal, had, kept
        self.echoes: list[float] = []
        self.commits: list[float] = []
        self.lines = 0
        self._keys = 0

    def line(self, text: str) -> None:
        """Type one line and Enter; the next begins at once."""
        for place, letter in enumerate(text):
            self.terminal.send(letter)
            self._keys += 1
            if place >= 4 and self._keys % EVERY == 0:
                self.echoes.append(self.terminal.shown(text[place - 3 : place + 1]))
            self.terminal.rest(PACE)
        self.lines += 1
        self.terminal.send("\r")
        if self.lines % 5 == 0:
            self.commits.append(self.terminal.shown(f"KEPT {self.had + self.lines}"))


def texts(number: int) -> list[str]:
    """Lines of which no two are alike; a letter never stands beside another of its kind."""
    chance = random.Random(11)
    made = []
    for n in range(number):
        code = "".join(chance.sample(string.ascii_lowercase, 5))
        said = sentence(chance).lower()[: LETTERS - 10].rstrip()
        made.append(f"{code} {said} {n:03d}")
    return made


def on_disk(home: Path, session: str) -> Callable[[], list[str]]:
    """Reads the points of a session."""

    def read() -> list[str]:
        secretariat = wiring.enter(home, session, "command")
        try:
            return [note.text for note in secretariat.store.snapshot(None).notes]
        finally:
            secretariat.store.close()
            secretariat.volatile.release()

    return read


def main() -> None:
    given = arguments(__doc__ or "", 200, "points for each screen", notes=10_000)
    with world(given.disk) as place, ExitStack() as ended:
        takers: dict[str, Taker] = {}
        for count in (40, given.notes):
            home = place.home(f"with-{count}")
            session = running(home, count)
            screen = Terminal(facilitator("notes", session), place.more(home), place.disk)
            ended.enter_context(screen).shown(f"KEPT {count} on disk", "note ▸")
            screen.rest(1.0)  # the guard loads behind the first paint
            takers[f"{count:,} points"] = Taker(screen, count, on_disk(home, session))
        file = place.disk / "naive.json"
        chance = random.Random(given.notes)
        file.write_text(json.dumps([{"text": sentence(chance)} for _ in range(given.notes)]))
        naive = Terminal(
            [sys.executable, "-c", NAIVE, str(file)], place.more(place.home("naive")), place.disk
        )
        ended.enter_context(naive).shown(f"KEPT {given.notes} on disk")
        naive.rest(1.0)
        takers["one JSON file"] = Taker(
            naive, given.notes, lambda: [each["text"] for each in json.loads(file.read_text())]
        )
        lines = texts(given.runs)
        for text in lines:
            for taker in takers.values():
                taker.line(text)
        for taker in takers.values():
            taker.terminal.rest(1.0)
        rows: list[Row] = []
        *ours, (control, plain) = takers.items()
        for name, taker in ours:
            rows += [
                within(f"{name}: key, median", *_both(statistics.median, taker, plain), ECHO),
                within(
                    f"{name}: key, p99", *_both(lambda t: percentile(t, 99), taker, plain), ECHO
                ),
            ]
        most = _p99(plain.echoes)
        rows.append(within(f"control, {control}: key, p99", most, most, ECHO))
        for name, taker in takers.items():
            commit = statistics.median(taker.commits)
            rows.append(within(f"{name}: line on the disk, median", commit, commit, 1.0))
        for name, taker in takers.items():
            lost = sum((Counter(lines) - Counter(taker.kept())).values())
            rows.append(
                Row(f"{name}: lines lost of {len(lines)}", f"{lost}", "", None, "0", not lost)
            )
        show(
            f"{len(lines)} points typed at a key every {PACE * 1e3:g} ms",
            f"the same keys in an app that keeps {given.notes:,} points in one JSON file",
            rows,
        )


def _p99(seconds: list[float]) -> float:
    return percentile(seconds, 99)


def _both(
    figure: Callable[[list[float]], float], taker: Taker, plain: Taker
) -> tuple[float, float]:
    return figure(taker.echoes), figure(plain.echoes)


if __name__ == "__main__":
    main()
