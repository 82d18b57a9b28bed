"""Kills of the real program in a real terminal: what was acknowledged, what was being typed."""

from __future__ import annotations

import contextlib
import json
import os
import random
import re
import secrets
import signal
import string
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count, takewhile

from facilitator import paths
from facilitator.stores.sqlite import SQLiteRecord
from figures import Row
from proofs import Run, proved
from sessions import running
from terminal import Terminal

KILLS, CONTROL_KILLS = 200, 30

SOON = 0.06
"""Seconds after Enter within which the program is killed: reading, writing and drawing."""

IN_PLACE = """
import json, sys
from textual.app import App
from textual.widgets import Input, Static

class InPlace(App):
    def compose(self):
        with open(sys.argv[1]) as file:
            self.notes = json.load(file)
        yield Static(f"KEPT {len(self.notes)} on disk", id="kept")
        yield Input()
    def on_mount(self):
        self.query_one(Input).focus()
    def on_input_submitted(self, event):
        self.notes.append(event.value)
        with open(sys.argv[1], "w") as file:
            json.dump(self.notes, file)
        event.input.value = ""
        self.query_one("#kept").update(f"KEPT {len(self.notes)} on disk")

InPlace().run()
"""
"""The control of the kills: one JSON file, written anew for every note."""


class InPlace(Terminal):
    """The control in a terminal."""

    program = ("-c", IN_PLACE)


@dataclass
class Lost:
    """What kills have cost so far: of `shown` notes that a screen had said were on disk."""

    kills: int = 0
    shown: int = 0
    lost: int = 0

    def __add__(self, other: Lost) -> Lost:
        return Lost(self.kills + other.kills, self.shown + other.shown, self.lost + other.lost)

    def __str__(self) -> str:
        return f"{self.lost:,} of {self.shown:,}"


def _kept(terminal: Terminal) -> int:
    """How many points the screen says are on the disk; 0 where it says nothing."""
    found = re.search(r"KEPT (\d+)", terminal.text())
    return int(found[1]) if found else 0


def _kill_again_and_again(
    start: Callable[[], Terminal], stored: Callable[[], list[str]], kills: Iterable[int]
) -> Lost:
    """Type lines into one program after another and kill each; `stored` reads the disk.

    The screen counts what is on the disk: fewer there than it said is a loss, and so is a text
    that was there after an earlier kill, or is there twice, or that nobody typed.
    """
    lost, before, number = Lost(), set(stored()), count(1)
    typed = set(before)
    for kill in kills:
        chance = random.Random(kill)
        screen = start()
        screen.until(lambda text: "KEPT" in text)
        told = _kept(screen)
        # What the killed one left in its line goes first: the lines are told apart by number.
        lines = [f"kill {kill} line {next(number)}" for _ in range(chance.randint(1, 6))]
        typed |= set(lines)
        screen.send("\x15" + "".join(f"{line}\r" for line in lines))
        if chance.random() < 0.7:
            more = told + chance.randint(1, len(lines))
            screen.until(lambda text, screen=screen, more=more: _kept(screen) >= more)
        # The moment of the kill, not a wait for something.
        threading.Event().wait(chance.uniform(0, SOON))
        screen.kill()
        told = max(told, _kept(screen))
        there = stored()
        lost.kills += 1
        lost.shown = max(lost.shown, told)
        lost.lost += max(0, told - len(there), len(before - set(there)))
        lost.lost += len(there) - len(set(there)) + len(set(there) - typed)
        before = set(there)
    return lost


def _ours(run: Run, name: str, kills: Iterable[int]) -> Lost:
    home = run.place.home(f"kills-{name}")
    session = running(home, 0)
    record = paths.session_dir(home, session) / paths.RECORD

    def stored() -> list[str]:
        store = SQLiteRecord(record, secrets.randbelow)
        try:
            return [note.text for note in store.snapshot(None).notes]
        finally:
            store.close()

    return _kill_again_and_again(
        lambda: Terminal("notes", session, **run.place.more(home)), stored, kills
    )


def _in_place(run: Run, kills: Iterable[int]) -> Lost:
    path = run.place.disk / "in-place.json"
    lost = Lost()

    def begun() -> list[str]:
        notes = [f"an earlier point, number {n}" for n in range(4000)]
        path.write_text(json.dumps(notes))
        return notes

    def stored() -> list[str]:
        try:
            notes: list[str] = json.loads(path.read_text())
        except ValueError:
            return []
        return notes

    for kill in kills:
        # A file that was spoilt is begun anew, so that each kill counts for itself.
        begun()
        lost += _kill_again_and_again(
            lambda: InPlace(str(path), **run.place.more(run.place.disk)), stored, [kill]
        )
    return lost


def killed(run: Run) -> Row:
    """Acknowledged notes lost over kills of the notes screen, which starts again on each."""
    kills, controls = (4, 3) if run.quick else (KILLS, CONTROL_KILLS)
    with ThreadPoolExecutor(2) as hands:
        ours = hands.map(lambda half: _ours(run, str(half), range(half, kills, 2)), range(2))
        lost = sum(ours, Lost())
        control = _in_place(run, range(controls))
    return proved(
        f"acknowledged notes lost, {lost.kills} kills of a screen in a terminal",
        str(lost),
        lost.lost == 0 and lost.kills == kills and lost.shown > 0,
        f"{control} (JSON rewritten in place, {control.kills} kills)",
        control.lost > 0,
        "0; control > 0",
    )


# The line that is being typed

PACE = 0.08
"""Seconds between two letters: a fast typist."""

RESTORED = 10.0
"""Seconds for which the line of the screen before is waited for."""

UNSAVED = """
import sys
from facilitator.runtime import Runtime
Runtime.save_line = lambda self, line: True
sys.argv[0] = "facilitator"
from facilitator.cli.main import main
main()
"""


class Unsaved(Terminal):
    """The program without its saving of the unfinished line."""

    program = ("-c", UNSAVED)


def _close_window(terminal: Terminal) -> None:
    os.close(terminal._fd)
    os.waitpid(terminal.pid, 0)


WAYS: dict[str, Callable[[Terminal], object]] = {
    "KILL": lambda terminal: terminal.kill(signal.SIGKILL),
    "HUP": lambda terminal: terminal.kill(signal.SIGHUP),
    "TERM": lambda terminal: terminal.kill(signal.SIGTERM),
    "closed window": _close_window,
}


def _line(terminal: Terminal) -> str:
    """What stands in the note line, spaces left out."""
    shown = [row for row in terminal.text().splitlines() if "▸" in row]
    return shown[-1].rpartition("▸")[2].replace(" ", "") if shown else ""


def _letters_lost(run: Run, kind: type[Terminal], name: str, way: str, times: int) -> list[int]:
    """Letters that were typed before each end and do not stand in the line of the next start."""
    home = run.place.home(f"letters-{name}-{way.replace(' ', '-')}")
    session = running(home, 0)
    more = run.place.more(home)
    chance = random.Random(way)
    lost = []
    screen = kind("notes", session, **more)
    screen.until(lambda text: "▸" in text and "KEPT" in text)
    for _ in range(times):
        letters = "".join(chance.choices(string.ascii_lowercase, k=chance.randint(12, 30)))
        screen.send("\x15")
        for letter in letters:
            screen.send(letter)
            threading.Event().wait(PACE)
            screen._read(0)
        WAYS[way](screen)
        # Wherever an end costs nothing the next start comes with the line; one that lost all
        # of it comes with its hint instead.
        screen = kind("notes", session, **more)
        screen.until(lambda text: "▸" in text and "KEPT" in text)
        with contextlib.suppress(AssertionError):
            screen.until(lambda text, screen=screen: bool(_line(screen)), patience=RESTORED)
        there = _line(screen)
        same = takewhile(lambda pair: pair[0] == pair[1], zip(letters, there, strict=False))
        lost.append(len(letters) - len([*same]))
    screen.kill()
    return lost


def letters(run: Run) -> Row:
    """Letters of the line being typed that an end of the screen costs, at the most."""
    times = 1 if run.quick else 10
    with ThreadPoolExecutor(2) as hands:
        ours = hands.map(lambda way: _letters_lost(run, Terminal, "saved", way, times), WAYS)
        by_way = dict(zip(WAYS, ours, strict=True))
        ways = list(WAYS)[:1] if run.quick else list(WAYS)
        control = hands.map(lambda way: _letters_lost(run, Unsaved, "unsaved", way, 1), ways)
        least = min(max(lost) for lost in control)
    each = ", ".join(f"{way} {max(lost)}" for way, lost in by_way.items())
    return proved(
        f"letters lost of the line being typed, at most in {times} ends of each kind",
        each,
        max(map(max, by_way.values())) <= 5,
        f"{least} at least (saving off)",
        least > 5,
        "≤ 5; control > 5",
    )
