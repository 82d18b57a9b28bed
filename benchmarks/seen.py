"""Seen: from one process's keep until another shows it, against a bare poll of the same file.

Every point kept is waited for by two watchers, each a process of its own: one that does
nothing but ask SQLite every 50 ms whether anything changed and then for the newest text, and
one with the program's own state. A third is the notes screen in a terminal. A last table
shows what an idle screen costs.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from facilitator import paths
from facilitator.cli import wiring
from facilitator.pen import Pen
from figures import Row, against, arguments, percentile, show, within
from sessions import SEGMENT, World, running, sentence, world
from timed_terminal import BARE_SHOWS, Terminal, bare_app, environment, facilitator

EVERY = 0.05
"""Seconds between two looks of the bare watcher; the same as the program's."""

IDLE = 10.0
"""Seconds for which idle screens are watched."""

SETTLED = 8.0
"""Seconds after which a screen of many points has done what it does at its start."""


def watch_bare(record: Path) -> None:
    """Print the moment at which every new number of points was seen."""
    with closing(sqlite3.connect(record, isolation_level=None, timeout=0.0)) as connection:
        connection.execute("PRAGMA query_only = ON")
        seen = -1
        while True:
            try:
                (version,) = connection.execute("PRAGMA data_version").fetchone()
                if version != seen:
                    (total,) = connection.execute("SELECT count(*) FROM note").fetchone()
                    print(total, time.perf_counter(), flush=True)
                    seen = version
            except sqlite3.OperationalError:
                seen = -1  # somebody is writing
            time.sleep(EVERY)


def watch_state(home: Path, session: str) -> None:
    """The same with the link that the screens use, and all the points in the state."""
    from facilitator.service import State
    from facilitator.ui.link import CHECK_EVERY, Link

    link = Link(wiring.enter(home, session, "command"))

    def tell(state: State) -> None:
        print(state.total, time.perf_counter(), flush=True)

    async def check() -> None:
        tell(link.state)
        while True:
            await link.check(tell)
            await asyncio.sleep(CHECK_EVERY)

    asyncio.run(check())


class Watcher:
    """One watching process; it stamps with the clock that all processes of a computer share."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def seen(self, total: int) -> float:
        """The moment at which it saw this many points."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            count, moment = line.split()
            if int(count) >= total:
                return float(moment)
        raise EOFError("the watcher has ended")


@contextmanager
def watcher(place: World, *what: str) -> Iterator[Watcher]:
    """This file once more, watching."""
    process = subprocess.Popen(
        [sys.executable, __file__, "--control", "\n".join(what)],
        env=environment(place.more(place.disk)),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Watcher(process)
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def delays(place: World, home: Path, session: str, runs: int, first: int) -> list[list[float]]:
    """Seconds from the call that keeps a point until bare poll, state and screen have it."""
    record = paths.session_dir(home, session) / paths.RECORD
    secretariat = wiring.enter(home, session, "command")
    pen, chance = Pen(secretariat), random.Random(5)
    taken: list[list[float]] = [[], [], []]
    with (
        watcher(place, "bare", str(record)) as bare,
        watcher(place, "state", str(home), session) as state,
        Terminal(facilitator("notes", session), place.more(home), place.disk) as screen,
        closing(secretariat.store),
    ):
        screen.shown(f"KEPT {first} on disk")
        bare.seen(first)
        state.seen(first)
        for total in range(first + 1, first + runs + 1):
            screen.rest(chance.uniform(0.25, 0.4))
            screen.forget()
            start = time.perf_counter()
            pen.write(f"{sentence(chance)[:40]} no {total}", SEGMENT)
            taken[2].append(screen.shown(f"no {total}"))
            taken[0].append(bare.seen(total) - start)
            taken[1].append(state.seen(total) - start)
    return taken


def idle(place: World, homes: list[tuple[Path, str, int]]) -> list[Row]:
    """Processor time of screens that nobody touches, all watched during the same seconds."""
    with ExitStack() as ended:
        bare = Terminal(bare_app(), place.more(place.home("none")), place.disk)
        ended.enter_context(bare).shown(BARE_SHOWS)
        screens = [bare]
        for home, session, count in homes:
            screen = Terminal(facilitator("notes", session), place.more(home), place.disk)
            ended.enter_context(screen).shown(f"KEPT {count} on disk")
            screens.append(screen)
        bare_share, *rest = shares(screens, IDLE)
    return [
        Row(
            f"notes screen, {count:,} points",
            f"{share:.2%}",
            f"{bare_share:.2%}",
            share / bare_share,
            "< 1 %",
            share < 0.01,
        )
        for share, (_, _, count) in zip(rest, homes, strict=True)
    ]


def shares(screens: list[Terminal], seconds: float) -> list[float]:
    """The share of one core that each takes while nobody touches it, in the same seconds."""
    _rest(screens, SETTLED)
    before = [screen.cpu_seconds() for screen in screens]
    start = time.perf_counter()
    _rest(screens, seconds)
    spent = time.perf_counter() - start
    after = [screen.cpu_seconds() for screen in screens]
    return [(b - a) / spent for a, b in zip(before, after, strict=True)]


def _rest(screens: list[Terminal], seconds: float) -> None:
    deadline = time.perf_counter() + seconds
    while time.perf_counter() < deadline:
        for screen in screens:
            screen.rest(0.1)


def main() -> None:
    given = arguments(__doc__ or "", 40, "points kept in each session", notes=10_000)
    if given.control:
        what, *rest = given.control.split("\n")
        watch_bare(Path(rest[0])) if what == "bare" else watch_state(Path(rest[0]), rest[1])
        return
    rows, homes = [], []
    with world(given.disk) as place:
        for count in (40, given.notes):
            home = place.home(f"with-{count}")
            session = running(home, count)
            taken = delays(place, home, session, given.runs, count)
            bare, state, screen = map(statistics.median, taken)
            size = f"{count:,} points"
            rows += [
                within(f"{size}: in the other's state, median", state, bare, 0.2),
                within(f"{size}: on the other's screen, median", screen, bare, 0.2),
                against(
                    f"{size}: on the other's screen, p95",
                    percentile(taken[2], 95),
                    percentile(taken[0], 95),
                ),
            ]
            homes.append((home, session, count + given.runs))
        show(
            f"A point kept here, seen there, {given.runs} points",
            "a process that only asks the same file every 50 ms",
            rows,
        )
        print()
        show(
            f"Processor time of an idle screen, share of one core over {IDLE:g} s",
            "an app of one label and one input in the same seconds",
            idle(place, homes),
        )


if __name__ == "__main__":
    main()
