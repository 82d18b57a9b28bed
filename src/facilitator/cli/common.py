"""What the commands share: their options, their exit statuses, how a roster is read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from facilitator.cli.terminal import say
from facilitator.errors import Trouble

if TYPE_CHECKING:
    from facilitator.files.roster_file import CheckedRoster
    from facilitator.roster import Roster

F = TypeVar("F", bound=Callable[..., Any])

REFUSED, UNUSABLE = 1, 2
"""Exit statuses: the check found something or the command was refused; wrong usage or input."""


def home_option(command: F) -> F:
    """Where sessions live."""
    return click.option(
        "--home",
        metavar="DIR",
        help="Where sessions live (default: FACILITATOR_HOME, else the user data folder).",
    )(command)


def roster_option(command: F) -> F:
    """The private list of names."""
    return click.option(
        "--roster", metavar="FILE", help="The private roster; read, never copied. - is stdin."
    )(command)


def read_roster(given: str | None) -> Roster | None:
    """The roster of `--roster`, its warnings said; `Trouble` where it has errors."""
    from pathlib import Path

    if given is None:
        return None
    from facilitator.files.roster_file import load_roster

    checked = roster_from_stdin() if given == "-" else load_roster(Path(given))
    errors = [problem for problem in checked.problems if problem.severity == "error"]
    if checked.roster is None:
        raise Trouble(str(errors[0]), f"facilitator check lists all {len(errors)}")
    for problem in checked.problems:
        say(str(problem))
    return checked.roster


def roster_from_stdin() -> CheckedRoster:
    from facilitator.files.reading import SIZE_CAP, decode
    from facilitator.files.roster_file import parse_roster

    data = sys.stdin.buffer.read(SIZE_CAP + 1)
    return parse_roster(decode(data, "standard input"), "standard input")
