"""Start: from the command to the first paint of the desk, against a bare framework app.

Every run is a new process in a real terminal; it ends as soon as its content is there.
"""

from __future__ import annotations

import itertools
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from figures import Row, against, arguments, interleaved, show, within
from sessions import AGENDA, World, running, world
from timed_terminal import BARE_SHOWS, Terminal, bare_app, environment, facilitator

DESK_SHOWS = "KEYS ▸"


def first_paint(command: Sequence[str], home: Path, place: World, *words: str) -> float:
    """Seconds from the start of the process until the terminal holds the words."""
    with Terminal(command, place.more(home), place.disk) as terminal:
        return terminal.shown(*words)


def to_end(command: Sequence[str], place: World) -> float:
    """Seconds that a command without a screen takes from start to end."""
    env = environment(place.more(place.home("none")))
    start = time.perf_counter()
    subprocess.run(command, env=env, cwd=place.disk, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def screens(runs: int, place: World) -> list[Row]:
    """First paint of the bare app, of a desk resumed and of a desk on a new session."""
    resumed = place.home("resumed")
    running(resumed, 40)
    fresh = (place.home(f"new-{number}") for number in itertools.count())
    desk = facilitator("run", str(AGENDA))
    works = {
        "bare": lambda: first_paint(bare_app(), resumed, place, BARE_SHOWS),
        "resumed": lambda: first_paint(desk, resumed, place, DESK_SHOWS, "CHATHAM HOUSE"),
        "new": lambda: first_paint(desk, next(fresh), place, DESK_SHOWS, "NOT STARTED"),
    }
    interleaved(1, works)  # the first run of all fills the caches
    taken = interleaved(runs, works)
    bare, old, new = (statistics.median(taken[name]) for name in works)
    return [
        against("desk, session resumed (40 points)", old, bare, 1.35),
        against("desk, new session", new, bare, 1.7),
    ]


def commands(runs: int, place: World) -> list[Row]:
    """`--help` beside an empty program, the least it must import, and what it must not."""
    works = {
        "nothing": lambda: to_end([sys.executable, "-c", "pass"], place),
        "help": lambda: to_end(facilitator("--help"), place),
        "floor": lambda: to_end([sys.executable, "-c", "import click"], place),
        "control": lambda: to_end([sys.executable, "-c", "import facilitator.ui.app"], place),
    }
    interleaved(1, works)
    taken = interleaved(runs, works)
    nothing, told, *others = (statistics.median(taken[name]) for name in works)
    names = ("floor: import click alone", "control: import all screens")
    return [
        within("facilitator --help", told, nothing, 0.060),
        *(against(name, figure, nothing) for name, figure in zip(names, others, strict=True)),
    ]


def main() -> None:
    given = arguments(__doc__ or "", 20, "starts of each kind")
    with world(given.disk) as place:
        show(
            f"First paint, 80×24, median of {given.runs}",
            "an app of one label and one input",
            screens(given.runs, place),
        )
        print()
        show(
            f"Commands without a screen, median of {2 * given.runs}",
            "python -c pass",
            commands(2 * given.runs, place),
        )


if __name__ == "__main__":
    main()
