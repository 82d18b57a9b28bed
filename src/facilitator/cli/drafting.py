"""`facilitator draft`: the rapporteur's screen."""

from __future__ import annotations

import sys

import click

from facilitator.cli.common import home_option, read_roster, roster_option
from facilitator.cli.terminal import (
    keyboard_again,
    need_terminal,
    say,
    start_quickly,
    stopped,
)


@click.command(epilog="Example:  facilitator draft 2020-05-28-afghan-view --roster roster.toml")
@click.argument("session", required=False)
@roster_option
@home_option
def draft(session: str | None, roster: str | None, home: str | None) -> None:
    """Show the rapporteur's screen on SESSION: all points, and the text made of them.

    It works before closing and after. Everything done there is kept at once and can be
    undone there; only a struck point never comes back.
    """
    need_terminal(stdin=roster != "-")
    start_quickly()
    from facilitator import paths
    from facilitator.cli import wiring

    people = read_roster(roster)
    root = paths.home(home)
    secretariat = wiring.enter(root, wiring.choose_session(root, session, closed=True), "draft")
    if roster:
        wiring.mark_roster(secretariat, roster)
        if roster == "-":
            keyboard_again()
    from facilitator.ui.draft_app import run

    status = run(secretariat, roster=people, source=wiring.roster_source(roster))
    secretariat.leave()
    if status:
        stopped(secretariat.place, "Start the same command again.")
        sys.exit(status)
    say("Everything is kept. The texts: facilitator export --as brief --to FOLDER")
