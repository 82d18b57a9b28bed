"""The sessions by series, and a search over all their points."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.common import REFUSED, home_option
from facilitator.cli.terminal import say
from facilitator.errors import Trouble

if TYPE_CHECKING:
    from facilitator.library import Entry


@click.command(epilog="Example:  facilitator sessions --json")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a session, a line each.")
@home_option
def sessions(as_json: bool, home: str | None) -> None:
    """List the sessions by series: id, state, day, title, points, minutes; what is due.

    The state is planned, running, closed, in review, cleared, published, sealed or purged.
    """
    import json

    from facilitator import paths
    from facilitator.cli.purging import finish_purges
    from facilitator.library import by_series, lines

    root = paths.home(home)
    finish_purges(root)
    entries, troubles = everything(root)
    for trouble in troubles:
        say(trouble)
    for title, group in by_series(entries):
        if not as_json:
            click.echo(title)
        for one in group:
            if as_json:
                click.echo(json.dumps(_facts(one), ensure_ascii=False))
            else:
                for line in lines(one):
                    click.echo(f"  {line}")
    receipts = paths.purged(root)
    if receipts and not as_json:
        click.echo("Purged")
    for receipt in receipts:
        if as_json:
            gone = {"id": receipt.parent.name, "state": "purged", "receipt": str(receipt)}
            click.echo(json.dumps(gone, ensure_ascii=False))
        else:
            click.echo(f"  {receipt.parent.name}  purged  {receipt}")
    if not entries and not receipts and not as_json and not troubles:
        say(f"no sessions in {root}; facilitator run AGENDA opens one")
    sys.exit(REFUSED if troubles else 0)


def everything(root: Path) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """Every session below `root`, and a line for each that cannot be read."""
    from facilitator import paths

    entries: list[Entry] = []
    troubles: list[str] = []
    for folder in paths.sessions(root):
        try:
            entries.append(read_entry(root, folder))
        except Trouble as trouble:
            troubles.append(f"{folder.name}: {trouble}")
    return tuple(entries), tuple(troubles)


def read_entry(root: Path, folder: Path) -> Entry:
    """What the list says of the session in `folder`; `Trouble` where it cannot be read."""
    import secrets
    from datetime import date

    from facilitator.cli import wiring
    from facilitator.library import entry
    from facilitator.paths import RECORD
    from facilitator.retention import due
    from facilitator.stores.glance import glance
    from facilitator.stores.sqlite import SQLiteRecord

    seen = glance(folder / RECORD)
    if seen is None:
        # Its own store brings an older record up to date and finishes what was cut off.
        SQLiteRecord(folder / RECORD, secrets.randbelow).close()
        seen = glance(folder / RECORD)
    if seen is None:
        raise Trouble("the record cannot be read just now", "try again in a moment")
    closed_texts = ""
    if seen.progress.closed and seen.reviews and not seen.sealed:
        closed_texts = wiring.review_state(root, folder.name)
    today = date.today()
    kept = due(seen.agenda, seen.reviews, sealed=seen.sealed, closed=seen.progress.closed)
    return entry(
        seen.agenda,
        seen.progress,
        seen.points,
        seen.reviews,
        closed_texts,
        sealed=seen.sealed,
        today=today,
        over=[each.told(today) for each in kept if each.over(today)],
    )


def _facts(one: Entry) -> dict[str, object]:
    return {
        "id": one.id,
        "state": one.state,
        "date": one.day.isoformat(),
        "title": one.title,
        "series": one.series_title,
        "points": one.points,
        "planned_minutes": one.planned,
        "actual_minutes": one.actual,
        "due": list(one.due),
    }


@click.command(epilog="Example:  facilitator search")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a point, a line each.")
@click.option("--most", type=click.IntRange(1, 1000), default=40, help="Points shown (40).")
@home_option
def search(as_json: bool, most: int, home: str | None) -> None:
    """Find points in all sessions that still have them, newest session first.

    The words are asked for, or read from standard input, a search a line: shells keep what
    stands on a command line. Each word may be the beginning of one; capitals and marks over
    letters do not count. Exit status 1 where nothing is found.
    """
    import json

    from facilitator import paths
    from facilitator.stores.finding import search as look

    folders = newest_first(paths.home(home))
    found = 0
    for words in _asked():
        result = look(folders, words, most)
        found += len(result.hits)
        session = ""
        for hit in result.hits:
            if as_json:
                facts = {"session": hit.session, "segment": hit.segment}
                facts |= {"kind": hit.kind, "text": hit.text}
                click.echo(json.dumps(facts, ensure_ascii=False))
                continue
            if hit.session != session:
                session = hit.session
                click.echo(session)
            kind = "" if hit.kind == "point" else f"{hit.kind}: "
            click.echo(f"  {hit.segment}  {kind}{hit.text}")
        if result.more:
            say(f"the first {most}; there may be more in older sessions (--most)")
        for name in result.unread:
            say(f"{name}: not searched, its record cannot be read")
    if not found:
        say("nothing found")
        sys.exit(REFUSED)


def newest_first(root: Path) -> Sequence[Path]:
    """The folders of sessions; their names begin with their days where `new` made them."""
    from facilitator import paths

    return paths.sessions(root)[::-1]


def _asked() -> list[str]:
    if sys.stdin.isatty():
        return [str(click.prompt("Words", err=True))]
    return [line.strip() for line in sys.stdin if line.strip()]
