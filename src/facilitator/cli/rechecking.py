"""Checking again at every save, beside an editor, until Ctrl+C."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from facilitator.cli.terminal import say
from facilitator.files.saved_file import SavedFile

LOOK_EVERY = 0.3
"""Seconds between two looks at the files; a save is seen at the second one."""

_TOLD = {0: "good", 1: "to be mended", 2: "not readable"}


def recheck(
    names: Sequence[str],
    check: Callable[[], int],
    rest: Callable[[float], None] = time.sleep,
) -> None:
    """Check the files `names` now and after every save; returns at Ctrl+C.

    `check` tells what it finds and gives the exit status; `rest` waits for so many seconds.
    """
    files = [SavedFile(Path(name)) for name in names]
    try:
        _once(check, "")
        while True:
            rest(LOOK_EVERY)
            saved = [file.path.name for file in files if file.saved()]
            if saved:
                _once(check, ", ".join(saved))
    except KeyboardInterrupt:
        say("")


def _once(check: Callable[[], int], saved: str) -> None:
    if sys.stdout.isatty():
        click.clear()
    elif saved:
        say("")
    found = _TOLD[check()]
    sys.stdout.flush()
    at = time.strftime("%H:%M:%S")
    why = f" ({saved} saved)" if saved else ""
    say(f"-- {at}{why}: {found}. Watching; Ctrl+C ends")
