"""What one screen keeps another shows soon; a screen that nobody touches costs next to nothing."""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

import seen as watched
from figures import Row, milliseconds, percentile
from proofs import Run, proved
from sessions import running
from timed_terminal import Terminal, facilitator

NOTES, RUNS = 10_000, 40
SOON, CHEAP = 0.2, 0.01
"""Seconds until a change is seen, and the share of one core that an idle screen takes: at most."""

REREADING = """
from facilitator.ui import link

async def check(self, show):
    await self.look(show)

link.Link.check = check
import sys
sys.argv[0] = "facilitator"
from facilitator.cli.main import main
main()
"""
"""The control: every look reads everything, whether or not somebody committed."""


def _idle(run: Run, home: Path, session: str, count: int, seconds: float) -> tuple[float, float]:
    """Shares of one core that our screen and one that rereads take in the same seconds."""
    commands = (
        facilitator("notes", session),
        [sys.executable, "-c", REREADING, "notes", session],
    )
    screens = []
    try:
        for command in commands:
            screens.append(Terminal(command, run.place.more(home), run.place.disk))
            screens[-1].shown(f"KEPT {count} on disk")
        ours, control = watched.shares(screens, seconds)
    finally:
        for screen in screens:
            screen.close()
    return ours, control


def seen(run: Run) -> Row:
    """From a keep to another's screen, and an idle screen's processor time, at 10,000 points."""
    runs = 5 if run.quick else RUNS
    home = run.place.home("watched")
    session = running(home, NOTES)
    _, state, screen = watched.delays(run.place, home, session, runs, NOTES)
    count = NOTES + runs
    ours, control = _idle(run, home, session, count, 4.0 if run.quick else watched.IDLE)
    middle, late = statistics.median(screen), percentile(screen, 95)
    return proved(
        f"seen on another's screen, median and p95, and its idle share of a core, {NOTES:,} points",
        f"{milliseconds(middle)}, {milliseconds(late)}, {ours:.2%}",
        max(middle, statistics.median(state)) <= SOON and ours < CHEAP,
        f"{control:.0%} (rereads at every look)",
        control >= CHEAP,
        f"≤ {SOON:g} s, < {CHEAP:.0%}; control more",
    )
