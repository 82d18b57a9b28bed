"""The terminal around a command: is there one, who answers, where talk goes."""

from __future__ import annotations

import gc
import os
import sys
import threading
from contextlib import suppress

import click

from facilitator.errors import Trouble


def say(line: str) -> None:
    """One line to the person, beside the data."""
    click.echo(line, err=True)


def secure_process() -> None:
    """New files are this user's alone, and a crash leaves no memory image behind."""
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Where a program takes core files in, Linux asks it and not the limit: it gets no memory.
    with suppress(OSError), open("/proc/self/coredump_filter", "w") as filter:  # noqa: PTH123
        filter.write("0")
    _hush_faults()


def _hush_faults() -> None:
    """Whatever fails unseen says which kind of fault it was, and none of the values in it."""

    def told(kind: type[BaseException] | None) -> None:
        name = "a fault" if kind is None else kind.__name__
        # A screen that is shown would be written over.
        if not (sys.stderr is None or sys.stderr.isatty()):
            sys.stderr.write(f"facilitator: a fault of its own ({name})\n")

    sys.excepthook = lambda kind, value, trace: told(kind)
    sys.unraisablehook = lambda fault: told(fault.exc_type)
    threading.excepthook = lambda fault: told(fault.exc_type)


def stopped(where: str, resume: str) -> None:
    """Say after a fault where the points are, and how to go on."""
    say("facilitator stopped because of a fault of its own; nothing of it was written anywhere.")
    say(f"Every kept point is safe in {where}")
    say(resume)


def need_terminal(*, stdin: bool = True) -> None:
    """Screens need a terminal; without one the framework would wait for ever."""
    if (stdin and not sys.stdin.isatty()) or not sys.stdout.isatty():
        raise Trouble(
            "this screen needs a terminal",
            "start it in one; facilitator note, close and export work without",
        )
    if os.environ.get("TERM", "dumb") in ("dumb", "unknown", ""):
        raise Trouble(
            "this terminal cannot show a screen (TERM=dumb)",
            "start it in an ordinary terminal window; facilitator note works here",
        )


def start_quickly() -> None:
    """Leave garbage alone until the screen is drawn, which saves a tenth of the start."""
    gc.disable()
    # The event loop logs what nobody waited for, with its values; no command needs it.
    import logging

    logging.disable(logging.CRITICAL)


def keyboard_again() -> None:
    """The roster came over standard input; the keyboard is the terminal itself."""
    try:
        keyboard = os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        raise Trouble("there is no keyboard behind the roster", "give --roster a file") from None
    os.dup2(keyboard, 0)
    os.close(keyboard)


def confirmed(question: str) -> bool:
    return sys.stdin.isatty() and click.confirm(question, default=False, err=True)


def answer(question: str) -> bool | None:
    """Yes, no, or not answered (Enter)."""
    while True:
        said = click.prompt(
            f"{question} [y/n, Enter: later]", default="", show_default=False, err=True
        )
        word = str(said).strip().casefold()
        if word in ("", "later"):
            return None
        if word in ("y", "yes", "n", "no"):
            return word.startswith("y")
