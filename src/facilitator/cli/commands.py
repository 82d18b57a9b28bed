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
from facilitator.cli.common import (
    REFUSED,
    UNUSABLE,
    home_option,
    read_roster,
    roster_from_stdin,
    roster_option,
)
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
    no_args_is_help=True,
    epilog="Try it:  facilitator run agendas/2020-05-28-afghan-view.toml",
)
@click.version_option(__version__, message="facilitator %(version)s")
@home_option
def commands(home: str | None) -> None:
    """Run and note dialogues held under the Chatham House Rule."""
    if home:
        os.environ["FACILITATOR_HOME"] = home


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
    if _show(secretariat, desk=True, roster=people, source=source, file=file, **face):
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


@commands.command(epilog="Example:  facilitator check agenda.toml --roster roster.toml")
@click.argument("agendas", metavar="AGENDA...", nargs=-1, required=True)
@roster_option
def check(agendas: tuple[str, ...], roster: str | None) -> None:
    """Check agenda files (and a roster); print every problem, or the timetable."""
    from pathlib import Path

    from facilitator.files.agenda_file import load
    from facilitator.files.roster_file import load_roster
    from facilitator.timetable import timetable_lines

    status = 0
    for name in agendas:
        try:
            checked = load(Path(name))
        except Trouble as trouble:
            say(str(trouble))
            status = UNUSABLE
            continue
        for problem in checked.problems:
            say(str(problem))
        if checked.agenda is None:
            status = max(status, REFUSED)
        else:
            for line in timetable_lines(checked.agenda):
                click.echo(line)
    if roster:
        problems = load_roster(Path(roster)) if roster != "-" else roster_from_stdin()
        for problem in problems.problems:
            say(str(problem))
        if problems.roster is None:
            status = max(status, REFUSED)
        else:
            click.echo(f"roster: {len(problems.roster.participants)} people, read and not kept")
    sys.exit(status)


@commands.command(epilog="Example:  facilitator sessions --json")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a session, a line each.")
@home_option
def sessions(as_json: bool, home: str | None) -> None:
    """List the sessions: id, state, date, title, points."""
    from facilitator import paths
    from facilitator.cli import wiring
    from facilitator.cli.purging import finish_purges

    root = paths.home(home)
    finish_purges(root)
    status = 0
    listed = False
    for folder in paths.sessions(root):
        try:
            facts = wiring.facts(root, folder.name)
        except Trouble as trouble:
            say(f"{folder.name}: {trouble}")
            status = REFUSED
            continue
        listed = True
        if as_json:
            import json

            click.echo(json.dumps(facts, ensure_ascii=False))
        else:
            points = "1 point" if facts["points"] == 1 else f"{facts['points']} points"
            click.echo(
                f"{facts['id']}  {facts['state']}  {facts['date']}  {facts['title']}  {points}"
            )
            for line in facts["due"]:
                say(f"  {line}")
    if not listed and not as_json and not status:
        say(f"no sessions in {root}; facilitator run AGENDA opens one")
    sys.exit(status)


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
