"""The commands that end a session: close it, and write its texts."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import click

from facilitator.cli.common import home_option, read_roster, roster_option
from facilitator.cli.terminal import answer, confirmed, say
from facilitator.errors import Refused
from facilitator.writers.formats import FORMATS, RECORD_FORMATS


@click.command(epilog="Example:  facilitator close 2020-05-28-afghan-view --yes --as-planned")
@click.argument("session", required=False)
@click.option("--yes", is_flag=True, help="Close without asking.")
@click.option("--as-planned", is_flag=True, help="Everything was held and everybody came.")
@click.option("--came", metavar="KEYNOTE", multiple=True, help="This public person came.")
@click.option("--absent", metavar="KEYNOTE", multiple=True, help="This public person did not.")
@click.option(
    "--held", metavar="SEGMENT", multiple=True, help="This segment was held (and no other)."
)
@click.option(
    "--composition",
    type=click.Choice(["as-planned", "different"]),
    help="Were those in the room as planned?",
)
@home_option
def close(session: str | None, yes: bool, home: str | None, **answers: Any) -> None:
    """End SESSION, destroy what was kept in memory, and say what was held.

    The brief says only what is answered here. Closing again changes the answers.
    """
    from facilitator import paths
    from facilitator.cli import closing, wiring
    from facilitator.cli.retaining import kept_for
    from facilitator.meeting import Close

    root = paths.home(home)
    secretariat = wiring.enter(root, wiring.choose_session(root, session, closed=True), "command")
    try:
        # Before closing: a mistyped name must not leave the session closed and unanswered.
        answered = closing.answered(secretariat, **answers)
        if not secretariat.look().progress.closed:
            if not yes and secretariat.volatile.desk_taken():
                raise Refused("the desk is open: close the session there (F9), or say --yes")
            if not yes and not confirmed(
                "Close the session? Its order of arrival is destroyed; the points stay."
            ):
                raise Refused("not closed: say --yes to close without being asked")
            secretariat.conduct(Close(), secretariat.look().progress)
            click.echo("closed")
        if any(answers.values()):
            secretariat.store.answer(answered)
        elif not yes and sys.stdin.isatty():
            secretariat.store.answer(closing.asked(secretariat, secretariat.held(), answer))
        for line in (*closing.open_questions(secretariat), *kept_for(secretariat)):
            say(line)
    finally:
        secretariat.leave()


def _formats(what: str, given: Sequence[str]) -> tuple[str, ...]:
    """The formats that are asked for, each once; the first there is where none is."""
    there = RECORD_FORMATS if what == "record" else FORMATS
    wanted = [form.strip().lower() for some in given for form in some.split(",")]
    for form in wanted:
        if form not in there:
            raise click.BadParameter(
                f"'{form}' is none of {', '.join(there)}", param_hint="'--format'"
            )
    return tuple(dict.fromkeys(wanted or there[:1]))


@click.command(epilog="Example:  facilitator export --as report --format docx,pdf --to texts")
@click.argument("session", required=False)
@click.option(
    "--as",
    "what",
    type=click.Choice(["brief", "report", "owed", "record"]),
    required=True,
    help="Which text.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="LIST",
    help=f"Formats: {', '.join(FORMATS)}; of the record {', '.join(RECORD_FORMATS)}; several"
    " with commas (default: the first).",
)
@click.option("--to", "folder", metavar="DIR", required=True, help="The folder to write to.")
@click.option(
    "--template",
    metavar="FILE.docx",
    envvar="FACILITATOR_TEMPLATE",
    help="Your house's Word file: the docx takes its styles, header, footer and page from it"
    " (default: FACILITATOR_TEMPLATE).",
)
@click.option(
    "--override", metavar="REASON", help="Write in spite of findings; say why (kept nowhere)."
)
@click.option(
    "--review", is_flag=True, help="A numbered copy, not cleared, for whoever is to read it now."
)
@roster_option
@home_option
def export(
    session: str | None,
    what: str,
    formats: tuple[str, ...],
    folder: str,
    template: str | None,
    override: str | None,
    review: bool,
    roster: str | None,
    home: str | None,
) -> None:
    """Write a text made from the points of SESSION, in one or more formats.

    The brief is the public page; the report has everything that is released to it, by
    theme, with the programme as held and its annexes. "owed" is the questions that are owed
    an answer in writing, without their askers, to be mailed. "record" is the raw notes for a
    fellow note-taker's laptop, where facilitator take joins them: no text for outsiders.

    Refused while something stands in it that tells who spoke, while a review of it was begun
    and is not finished, or when the session had a roster and none is given. The check is a
    second reader, no certificate: facilitator guard --help says what it cannot see.
    """
    from pathlib import Path

    from facilitator import paths
    from facilitator.cli import exporting, gate, wiring
    from facilitator.cli.retaining import kept_for

    forms = _formats(what, formats)
    if review and what not in ("brief", "report"):
        raise click.UsageError("Only the brief and the report are reviewed.")
    to, look = Path(folder), Path(template) if template else None
    root = paths.home(home)
    secretariat = wiring.enter(root, wiring.choose_session(root, session, closed=True), "command")
    try:
        people = read_roster(roster)
        if what == "record":
            result = exporting.export_record(
                secretariat, to, people, formats=forms, override=override
            )
        elif what == "owed":
            result = exporting.export_owed(
                secretariat, to, people, formats=forms, template=look, override=override
            )
        else:
            result = exporting.export(
                secretariat,
                what,
                to,
                people,
                formats=forms,
                template=look,
                override=override,
                review=review,
                previous=exporting.published_before(root, secretariat),
            )
        offered = kept_for(secretariat, only_due=True)
    except gate.HeldBack as held:
        for line in held.findings:
            say(line)
        raise
    finally:
        secretariat.leave()
    for line in (*result.remarks, *offered):
        say(line)
    for path in result.paths:
        click.echo(str(path))
