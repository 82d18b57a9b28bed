"""The commands: a promise to people and scripts, wired to the same service as the screens.

Imports click and nothing heavier, so that `--help` costs no more than it must; every
command imports what it needs itself.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from facilitator import __version__
from facilitator.cli.common import home_option, read_roster, roster_option
from facilitator.cli.terminal import (
    keyboard_again,
    need_terminal,
    say,
    start_quickly,
    stopped,
)
from facilitator.errors import Refused, Trouble

if TYPE_CHECKING:
    from facilitator.service import Secretariat


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    invoke_without_command=True,
    epilog="Try it:  facilitator run agendas/2020-05-28-afghan-view.toml",
)
@click.version_option(__version__, message="facilitator %(version)s")
@home_option
@click.pass_context
def commands(context: click.Context, home: str | None) -> None:
    """Run and note dialogues held under the Chatham House Rule.

    Without a command, in a terminal, it shows the start screen.
    """
    if home:
        os.environ["FACILITATOR_HOME"] = home
    if context.invoked_subcommand is None:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            click.echo(context.get_help())
            return
        from facilitator import paths
        from facilitator.cli.starting import start

        start(paths.home(home))


@commands.command(epilog="Example:  facilitator run agenda.toml --roster roster.toml")
@click.argument("agenda", metavar="AGENDA")
@roster_option
@home_option
def run(agenda: str, roster: str | None, home: str | None) -> None:
    """Open or resume the session of AGENDA and show the moderator's desk."""
    from pathlib import Path

    need_terminal(stdin=roster != "-")
    start_quickly()
    from facilitator import paths
    from facilitator.cli import wiring

    source, file = wiring.roster_source(roster), wiring.roster_file(roster)
    people = read_roster(roster)
    root = paths.home(home)
    plan = wiring.agenda_source(root, Path(agenda))
    opened = wiring.open_agenda(root, Path(agenda))
    secretariat = wiring.enter(root, opened.session_id, "desk")
    if roster:
        wiring.mark_roster(secretariat, roster)
        if roster == "-":
            keyboard_again()
    closed = secretariat.look().progress.closed
    watching = not closed and not secretariat.volatile.take_desk()
    newcomers = () if closed else ("no roster: a, then / and a name, adds a person",)
    remarks = _roster_told(people) or newcomers
    if opened.warnings:
        number = "a warning" if len(opened.warnings) == 1 else f"{len(opened.warnings)} warnings"
        remarks = (*remarks, f"the agenda file has {number}: facilitator check tells")
    if watching:
        remarks = ("another desk runs this session; this one watches", *remarks)
    face = {"notices": opened.notices, "remarks": remarks, "watching": watching}
    if _show(secretariat, desk=True, roster=people, source=source, file=file, plan=plan, **face):
        say("The session is closed. The brief: facilitator export --as brief --to FOLDER")
    else:
        say(f"The session goes on. Resume: facilitator run {agenda}")


@commands.command("open", epilog="Example:  facilitator open agenda.toml")
@click.argument("agenda", metavar="AGENDA")
@home_option
def open_(agenda: str, home: str | None) -> None:
    """Create the session of AGENDA without a screen; the last line is its id."""
    from pathlib import Path

    from facilitator import paths
    from facilitator.cli import wiring

    opened = wiring.open_agenda(paths.home(home), Path(agenda))
    for notice in (*opened.warnings, *opened.notices):
        say(notice)
    click.echo(opened.session_id)


@commands.command(epilog="Example:  facilitator notes 2020-05-28-afghan-view")
@click.argument("session", required=False)
@roster_option
@home_option
def notes(session: str | None, roster: str | None, home: str | None) -> None:
    """Show the note-taker's screen on SESSION, in another terminal than the desk."""
    need_terminal(stdin=roster != "-")
    start_quickly()
    from facilitator import paths
    from facilitator.cli import wiring

    source = wiring.roster_source(roster)
    people = read_roster(roster)
    root = paths.home(home)
    secretariat = wiring.enter(root, wiring.choose_session(root, session), "notes")
    if roster:
        wiring.mark_roster(secretariat, roster)
        if roster == "-":
            keyboard_again()
    remarks = _roster_told(people)
    _show(secretariat, desk=False, roster=people, source=source, remarks=remarks)


@commands.command(epilog="Example:  facilitator stage 2020-05-28-afghan-view")
@click.argument("session", required=False)
@home_option
def stage(session: str | None, home: str | None) -> None:
    """Show clock, part, round and Rule of SESSION, without names: safe to share."""
    need_terminal()
    start_quickly()
    from facilitator.cli import staging

    staging.show(session, home)


@commands.command(
    epilog="Example:  facilitator note 2020-05-28-afghan-view --segment qa --from lines.txt"
)
@click.argument("session", required=False)
@click.option("--segment", metavar="ID", help="The segment (default: the running one).")
@click.option("--from", "source", metavar="FILE", help="Read lines from FILE, not from stdin.")
@roster_option
@home_option
def note(
    session: str | None,
    segment: str | None,
    source: str | None,
    roster: str | None,
    home: str | None,
) -> None:
    """Keep lines from standard input or a file, same signs as on screen.

    Two leading spaces or a tab per level nest a line under the one above; a line
    "== segment-id" goes on in another segment. One acknowledgement a line is printed,
    after it is on the disk; what the guard sees in it is told on standard error.

    A colleague's notes from a mail or a word processor may come as they are: bullets, list
    numbers and times of day in front are left out (they tell the order of what was said), and
    a heading that names a segment or a topic ("Q&A:") goes on in it.
    """
    from facilitator import paths
    from facilitator.cli import wiring
    from facilitator.cli.dictation import Dictation, lines_of

    if roster == "-" and source in (None, "-"):
        raise Trouble("standard input cannot be both the roster and the lines", "give --from FILE")
    people = read_roster(roster)
    root = paths.home(home)
    secretariat = wiring.enter(root, wiring.choose_session(root, session, closed=True), "command")
    try:
        if roster:
            wiring.mark_roster(secretariat, roster)
        dictation = Dictation(secretariat, segment, people)
        for line in lines_of(source):
            for answer in dictation.take(line):
                click.echo(answer.text, err=answer.beside)
        sys.stdout.flush()
        secretariat.settle()
    finally:
        secretariat.leave()
    if dictation.refused:
        lines = "1 line was" if dictation.refused == 1 else f"{dictation.refused} lines were"
        raise Refused(f"{lines} not kept")


# What both screens share


def _show(secretariat: Secretariat, **face: Any) -> bool:
    """Show a screen until the person leaves; whether the session is closed by then."""
    from facilitator.ui.app import run as show

    status = show(secretariat, **face)
    closed = secretariat.look().progress.closed
    secretariat.leave()
    if status:
        stopped(secretariat.place, "Start the same command again: it resumes with your line.")
        sys.exit(status)
    return closed


def _roster_told(roster: Any) -> tuple[str, ...]:
    return () if roster is None else (f"roster read: {len(roster.participants)} people",)
