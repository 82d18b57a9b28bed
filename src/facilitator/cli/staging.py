"""Opens the stage on a session: without a roster, without a line of its own."""

from __future__ import annotations

import sys

from facilitator import paths
from facilitator.cli import wiring
from facilitator.cli.terminal import stopped


def show(session: str | None, home: str | None) -> None:
    """Show the stage of SESSION until the person leaves."""
    root = paths.home(home)
    secretariat = wiring.enter(root, wiring.choose_session(root, session, closed=True), "stage")
    from facilitator.ui.stage import run  # imports the framework: a session may be refused first

    status = run(secretariat)
    secretariat.leave()
    if status:
        stopped(secretariat.place, "Start the same command again.")
        sys.exit(status)
