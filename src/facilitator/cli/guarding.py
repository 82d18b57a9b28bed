"""The command that reads any text with the guard and tells what it found."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.common import REFUSED, UNUSABLE, read_roster, roster_option
from facilitator.cli.terminal import say
from facilitator.errors import Trouble

if TYPE_CHECKING:
    from facilitator.agenda import Agenda
    from facilitator.files.manuscript import Manuscript


@click.command(epilog="Example:  facilitator guard brief.md --roster roster.toml")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@roster_option
@click.option("--agenda", metavar="AGENDA", help="Whose keynotes and hosts may be named.")
@click.option("--segment", metavar="ID", help="Read as notes of this segment of AGENDA.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file, a line each.")
def guard(
    files: tuple[str, ...],
    roster: str | None,
    agenda: str | None,
    segment: str | None,
    as_json: bool,
) -> None:
    """Find in FILE what tells who spoke or who was there; - is standard input.

    Reads .txt, .md and .docx; of Word documents also comments, tracked changes, headers,
    notes, properties and the names of those who wrote them, but no pictures. Ends with 1
    where something blocks. A second reader, no certificate: it cannot see a person who is on
    no roster, a nickname that is not listed, somebody's style, or what only outside knowledge
    tells; attributions in English only.
    """
    # Together they cost 80 ms, which --help of another command must not wait for.
    from facilitator.cli.guard_lines import as_json as json_of
    from facilitator.cli.guard_lines import as_lines
    from facilitator.cli.guard_places import places
    from facilitator.guard.guard import Guard

    if roster == "-" and "-" in files:
        raise Trouble("standard input cannot be both the roster and the text", "give one a file")
    if files.count("-") > 1:
        raise Trouble("standard input can be read once", "give - once")
    if segment is not None and agenda is None:
        raise Trouble("--segment needs the agenda it belongs to", "give --agenda AGENDA")
    plan = None if agenda is None else _plan(Path(agenda), segment)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # What reads JSON expects UTF-8; a terminal with few letters must not end the reading.
        sys.stdout.reconfigure(encoding="utf-8" if as_json else None, errors="backslashreplace")
    reader = Guard(read_roster(roster), plan)
    status = 0
    for name in files:
        try:
            manuscript = _manuscript(name)
        except Trouble as trouble:
            say(str(trouble))
            status = UNUSABLE
            continue
        found = tuple(places(reader, manuscript, segment))
        if any(place.finding.blocks for place in found):
            status = max(status, REFUSED)
        if as_json:
            click.echo(json_of(name, found))
        else:
            for place in found:
                for line in as_lines(name, manuscript.text, place):
                    click.echo(line)
        if manuscript.unread:
            say(_unread(name, manuscript.unread))
    sys.stdout.flush()
    if roster is None:
        say("No roster is given: names cannot be checked.")
    from facilitator.watch import LIMITS  # with the guard, which other commands do not load

    say(" ".join(LIMITS))
    sys.exit(status)


def _manuscript(name: str) -> Manuscript:
    from facilitator.files.manuscript import manuscript, read_manuscript
    from facilitator.files.word_package import FILE_CAP

    if name == "-":
        return manuscript(sys.stdin.buffer.read(FILE_CAP + 1), "standard input")
    return read_manuscript(Path(name))


def _plan(path: Path, segment: str | None) -> Agenda:
    from facilitator.files.agenda_file import load
    from facilitator.files.problems import shown

    checked = load(path)
    if checked.agenda is None:
        errors = [problem for problem in checked.problems if problem.severity == "error"]
        raise Trouble(str(errors[0]), f"facilitator check lists all {len(errors)}")
    known = [each.id for each in checked.agenda.segments]
    if segment is not None and segment not in known:
        raise Trouble(f"there is no segment “{shown(segment)}”", f"there are {', '.join(known)}")
    return checked.agenda


def _unread(name: str, parts: tuple[str, ...]) -> str:
    from facilitator.files.problems import shown, shown_path

    some = ", ".join(shown(Path(part).name) for part in parts[:5])
    more = f" and {len(parts) - 5:,} more" if len(parts) > 5 else ""
    return f"{shown_path(name)}: not read, look at it yourself: {some}{more}"
