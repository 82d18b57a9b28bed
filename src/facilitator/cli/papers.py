"""The papers that are made from the plan: the agenda to send out, the team's, the calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.common import read_roster, roster_option
from facilitator.cli.terminal import say
from facilitator.errors import Trouble
from facilitator.writers.formats import FORMATS

if TYPE_CHECKING:
    from facilitator.agenda import Agenda
    from facilitator.publish.document import Document
    from facilitator.roster import Roster
    from facilitator.zones import City

_PAPERS = ("agenda", "annotated", "calendar")


@click.command(
    epilog='Example:  facilitator papers agenda.toml --to papers --cities "Berlin, New York"'
)
@click.argument("agenda", metavar="AGENDA")
@click.option("--to", "folder", metavar="DIR", required=True, help="The folder to write to.")
@click.option(
    "--as",
    "what",
    type=click.Choice(_PAPERS),
    multiple=True,
    help="Which papers (default: all three).",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="LIST",
    help=f"Formats: {', '.join(FORMATS)}, several with commas (default: md).",
)
@click.option("--cities", default="", help="Where people sit, with commas: their local hours.")
@roster_option
def papers(
    agenda: str,
    folder: str,
    what: tuple[str, ...],
    formats: tuple[str, ...],
    cities: str,
    roster: str | None,
) -> None:
    """Write the papers that are made from AGENDA, before the meeting.

    "agenda" is for participants: it names nobody but those who agreed to it, in the
    session's zone, UTC and the --cities. "annotated" is for the team: who leads, cues,
    limits, scripts. "calendar" is an .ics file for calendars. With --roster the agenda is
    held back where a name of it, or an affiliation, stands in it. Whoever would sit at night
    is told.
    """
    from facilitator import hours
    from facilitator.cli.exporting import write_private
    from facilitator.cli.finishing import formats_asked
    from facilitator.paths import make_private
    from facilitator.zones import cities as named

    plan = _read(Path(agenda))
    where = named(cities)
    people = read_roster(roster)
    files = _made(plan, what or _PAPERS, formats_asked("papers", formats), where, people)
    for line in hours.warnings(plan, (hours.home(plan), *where)):
        say(f"warning: {line}")
    place = make_private(Path(folder).expanduser().absolute(), "choose another with --to")
    paths = {place / f"{plan.session.id}-{name}": data for name, data in files.items()}
    write_private(paths)
    for path in paths:
        click.echo(str(path))


def _read(path: Path) -> Agenda:
    from facilitator.files.agenda_file import load

    checked = load(path)
    errors = [problem for problem in checked.problems if problem.severity == "error"]
    if checked.agenda is None:
        raise Trouble(str(errors[0]), f"facilitator check {path} lists all {len(errors)}")
    return checked.agenda


def _made(
    plan: Agenda,
    what: Sequence[str],
    formats: Sequence[str],
    cities: Sequence[City],
    roster: Roster | None,
) -> Mapping[str, bytes]:
    from datetime import UTC, datetime

    from facilitator.publish.programme import annotated_agenda, public_agenda
    from facilitator.writers import calendar
    from facilitator.writers.formats import written

    files: dict[str, bytes] = {}
    if "agenda" in what or "calendar" in what:
        document = public_agenda(plan, cities)
        _hold_back(plan, document, roster)
        if "agenda" in what:
            made, _ = written(document, formats)
            files |= {f"agenda.{form}": data for form, data in made.items()}
    if "annotated" in what:
        made, _ = written(annotated_agenda(plan, cities), formats)
        files |= {f"annotated.{form}": data for form, data in made.items()}
    if "calendar" in what:
        files["session.ics"] = calendar.write(plan, datetime.now(UTC))
    return files


def _hold_back(plan: Agenda, document: Document, roster: Roster | None) -> None:
    """Raise `HeldBack` where the public agenda would tell who takes part."""
    from facilitator.cli.gate import HeldBack, told
    from facilitator.publish.around import Text
    from facilitator.watch import Watch

    watch = Watch(roster, plan, b"")
    held = watch.held_back(Text(document, {}, ()), ())
    blocking = [each for each in held if each.finding.blocks]
    if blocking:
        for line in told(blocking):
            say(line)
        raise HeldBack("not written: the public agenda tells who takes part; mend the plan")
