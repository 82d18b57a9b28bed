"""`facilitator` alone: the start screen, and the command that is chosen there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.terminal import need_terminal, say

if TYPE_CHECKING:
    from facilitator.menu import Choice

_OPENERS = ("xdg-open", "open", "wslview")

_SCREENS = ("run", "notes", "stage", "draft")
"""Commands with a screen of their own: what they print is read before the list comes back."""


def start(root: Path) -> None:
    """Show the start screen, run what is chosen, and come back, until the person leaves."""
    need_terminal()
    from facilitator.ui.start import run

    while True:
        status, choice = run(choices(root), _where(root), lambda: open_folder(root))
        if status:
            say("facilitator stopped because of a fault of its own; every kept point is safe.")
            sys.exit(status)
        if choice is None:
            return
        _do(choice, root)


def choices(root: Path) -> Sequence[Choice]:
    """The first page, with what lies below `root` and in this folder as it is now."""
    from facilitator.cli.listing import everything
    from facilitator.files import at_hand
    from facilitator.menu import Plan, menu

    entries, _ = everything(root)

    def planned(path: Path) -> Plan:
        roster = at_hand.roster_beside(path)
        return Plan(_short(path), _short(roster) if roster else "")

    found = at_hand.example()
    return menu(
        sorted(entries, key=lambda one: _last_used(root, one.id), reverse=True),
        [planned(path) for path in at_hand.here(Path.cwd())],
        {key: planned(path) for key, path in at_hand.known(root).items()},
        Plan(str(found[0]), str(found[1])) if found else None,
    )


def open_folder(root: Path) -> str:
    """Open the folder of the sessions in the file manager; what came of it, in a line."""
    from facilitator.paths import make_private

    make_private(root)
    opener = next((path for name in _OPENERS if (path := shutil.which(name))), None)
    shown = (
        sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    if opener is None or not (shown or opener.endswith("wslview")):
        return f"The sessions lie in {root}"
    subprocess.Popen(
        [opener, str(root)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    return f"Opening {root}"


def _do(choice: Choice, root: Path) -> None:
    """Run the command in a process of its own, so that nothing of it stays behind."""
    command = [sys.executable, "-m", "facilitator", *choice.command]
    words = " ".join(("facilitator", *choice.command))
    if choice.command[0] not in _SCREENS:
        say(f"$ {words}")
    done = subprocess.run(command, env=os.environ | {"FACILITATOR_HOME": str(root)}, check=False)
    if done.returncode or choice.command[0] not in _SCREENS:
        click.prompt("Enter goes back", default="", show_default=False, err=True)


def _where(root: Path) -> str:
    return f"Sessions: {_short(root)}\nAgendas and texts: {_short(Path.cwd())}"


def _short(path: Path) -> str:
    """A path as it can be given to a command here: below this folder without what is above."""
    try:
        return str(path.relative_to(Path.cwd())) if path != Path.cwd() else str(path)
    except ValueError:
        return str(path)


def _last_used(root: Path, session: str) -> float:
    from facilitator.paths import RECORD, session_dir

    try:
        return (session_dir(root, session) / RECORD).stat().st_mtime
    except OSError:
        return 0.0
