"""The command that searches files for the private strings of a roster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.common import REFUSED, home_option, read_roster
from facilitator.cli.terminal import say
from facilitator.errors import Trouble

if TYPE_CHECKING:
    from facilitator.agenda import Agenda
    from facilitator.files.audit import Audit, Hit


@click.command(epilog="Example:  facilitator audit 2020-05-28-afghan-view --roster roster.toml")
@click.argument("targets", metavar="[SESSION|PATH]...", nargs=-1)
@click.option(
    "--roster", metavar="FILE", required=True, help="The private roster; read, never copied."
)
@click.option("--agenda", metavar="AGENDA", help="What this agenda publishes is listed apart.")
@click.option("--json", "as_json", is_flag=True, help="What was found, as one JSON object.")
@home_option
def audit(
    targets: tuple[str, ...], roster: str, agenda: str | None, as_json: bool, home: str | None
) -> None:
    """Search what was written of SESSION, or any PATH, for every private string of a roster.

    Of a session: its record down to the raw bytes, what it has in memory, and every text that
    was exported from it. A file or a folder may hold anything; of Word files, PDF and other
    archives the words inside are read. Names are known in every spelling and script that the
    guard knows. What the agenda publishes is listed apart. Ends with 1 where a private string
    stands anywhere.
    """
    from facilitator import paths
    from facilitator.cli import own_files, wiring
    from facilitator.files.audit import audit as search
    from facilitator.files.audit import files_below
    from facilitator.guard.private import Private

    root = paths.home(home)
    names = targets or (wiring.choose_session(root, None, closed=True),)
    people = read_roster(roster)
    plan = None if agenda is None else _plan(Path(agenda))
    ours: list[Path] = []
    for name in names:
        if _is_session(root, name):
            plan = plan or own_files.agenda_of(root, name)
            ours += own_files.of_session(root, name)
        else:
            ours.append(Path(name))
    itself = None if roster == "-" else Path(roster)
    found = search(Private(people, plan), files_below(ours, but=itself))
    if as_json:
        click.echo(_json(found))
    else:
        for line in lines(found):
            click.echo(line)
    for each in found.unread:
        say(f"not read, look at it yourself: {each}")
    if found.private:
        raise SystemExit(REFUSED)


def lines(found: Audit) -> Iterator[str]:
    """What was found, a line a place; the count comes last."""
    yield from (told(hit) for hit in found.private)
    if found.published:
        yield "published by the agenda, listed apart:"
        yield from (f"  {told(hit)}" for hit in found.published)
    yield found.line


def told(hit: Hit) -> str:
    """One place where names stand, on a line."""
    return f"{hit.file}: {hit.place}: “{hit.words}”" + (f" {hit.count}×" * (hit.count > 1))


def _json(found: Audit) -> str:
    import json

    def values(hits: Sequence[Hit]) -> list[dict[str, object]]:
        return [
            {"file": h.file, "place": h.place, "words": h.words, "count": h.count} for h in hits
        ]

    return json.dumps(
        {
            "private": values(found.private),
            "published": values(found.published),
            "names": found.names,
            "found": found.found,
            "files": found.files,
            "unread": list(found.unread),
        },
        ensure_ascii=False,
    )


def _is_session(root: Path, name: str) -> bool:
    from facilitator import paths

    if "/" in name or name in (".", ".."):
        return False
    return paths.session_dir(root, name).is_dir()


def _plan(path: Path) -> Agenda:
    from facilitator.files.agenda_file import load

    checked = load(path)
    if checked.agenda is None:
        errors = [problem for problem in checked.problems if problem.severity == "error"]
        raise Trouble(str(errors[0]), f"facilitator check lists all {len(errors)}")
    return checked.agenda
