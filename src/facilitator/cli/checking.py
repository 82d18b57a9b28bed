"""Checking agendas and rosters: every problem at once, or the timetable."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from facilitator.cli.common import REFUSED, UNUSABLE, roster_from_stdin, roster_option
from facilitator.cli.terminal import say
from facilitator.errors import Trouble


@click.command(epilog="Example:  facilitator check agenda.toml --roster roster.toml")
@click.argument("agendas", metavar="AGENDA...", nargs=-1)
@roster_option
@click.option("--watch", is_flag=True, help="Check again at every save, until Ctrl+C.")
def check(agendas: tuple[str, ...], roster: str | None, watch: bool) -> None:
    """Check agenda files (and a roster); print every problem, or the timetable.

    The roster may also be a list as a registration form exports it: then it is shown how
    each line is read, and where the family name is in doubt.
    """
    if not agendas and not roster:
        raise click.UsageError("Missing argument 'AGENDA...'.")
    if watch:
        if roster == "-":
            raise click.UsageError("--watch needs a roster in a file, not from standard input.")
        from facilitator.cli.rechecking import recheck

        recheck([*agendas, *([roster] if roster else [])], lambda: _everything(agendas, roster))
        return
    sys.exit(_everything(agendas, roster))


def _everything(agendas: tuple[str, ...], roster: str | None) -> int:
    """Check each file and tell what is found; the exit status."""
    status = max([_agenda(name) for name in agendas], default=0)
    if roster:
        try:
            status = max(status, _roster(roster))
        except Trouble as trouble:
            say(str(trouble))
            status = UNUSABLE
    return status


def _agenda(name: str) -> int:
    from facilitator.files.agenda_file import load
    from facilitator.timetable import timetable_lines

    try:
        checked = load(Path(name))
    except Trouble as trouble:
        say(str(trouble))
        return UNUSABLE
    for problem in checked.problems:
        say(str(problem))
    if checked.agenda is None:
        return REFUSED
    for line in timetable_lines(checked.agenda):
        click.echo(line)
    return 0


def _roster(given: str) -> int:
    from facilitator.files.places import place_warnings
    from facilitator.files.roster_file import load_roster

    if given != "-" and not _is_toml(Path(given)):
        from facilitator.cli import registering

        return registering.check(given)
    checked = load_roster(Path(given)) if given != "-" else roster_from_stdin()
    warnings = () if given == "-" else place_warnings(Path(given))
    for problem in (*checked.problems, *warnings):
        say(str(problem))
    if checked.roster is None:
        return REFUSED
    people = checked.roster.participants
    click.echo(f"roster: {len(people)} people, read and not kept")
    open_ = [n for n, one in enumerate(people, 1) if len(one.name.split()) > 1 and not one.family]
    if open_:
        numbers = ", ".join(map(str, open_))
        say(
            "warning: of more than one word, and no family name told: participant"
            f" {numbers}; write given and family"
        )
    return 0


def _is_toml(path: Path) -> bool:
    """Whether a roster file is one already; what cannot be read is left to its reader."""
    if path.suffix.casefold() == ".toml":
        return True
    if path.suffix.casefold() in (".csv", ".tsv", ".tab", ".xlsx", ".xls"):
        return False
    from facilitator.files.reading import read_text

    try:
        return "[[participant]]" in read_text(path)
    except Trouble:
        return False
