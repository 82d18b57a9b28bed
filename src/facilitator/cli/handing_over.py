"""The command that joins the record of another laptop with ours, after telling what changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.common import home_option
from facilitator.cli.terminal import confirmed, say
from facilitator.errors import Refused

if TYPE_CHECKING:
    from facilitator.record import Note
    from facilitator.tidings import Differing, Tidings


@click.command(epilog="Example:  facilitator take 2020-05-28-afghan-view from-colleague.toml")
@click.argument("words", nargs=-1, required=True, metavar="[SESSION] FILE")
@click.option("--yes", is_flag=True, help="Take it without asking.")
@home_option
def take(words: tuple[str, ...], yes: bool, home: str | None) -> None:
    """Join the record in FILE, exported on another laptop, with that of SESSION.

    Points are joined by id: what is only there is added, what is the same is left, and where
    the words differ both stay. What was struck on either laptop is gone on both. First it is
    told what would change; taking the same file again changes nothing. Do it on both laptops,
    each with the other's file, and both have the same record.
    """
    from facilitator import paths
    from facilitator.cli import wiring
    from facilitator.files.record_file import read_record

    if len(words) > 2:
        raise click.UsageError("Give a session and one file.", click.get_current_context())
    *session, file = words
    theirs = read_record(Path(file))
    root = paths.home(home)
    chosen = wiring.choose_session(root, session[0] if session else None, closed=True)
    secretariat = wiring.enter(root, chosen, "command")
    try:
        try:
            told = secretariat.tidings(theirs)
        except Refused as refusal:
            raise Refused(f"not taken: {refusal}") from None
        for line in lines_of(told):
            click.echo(line)
        if told.nothing:
            return
        if not yes and not confirmed("Take this over?"):
            raise Refused("not taken: say --yes to take it without being asked")
        wiped = secretariat.take(theirs)
        click.echo("taken")
        for line in secretariat.left_behind(told.erased):
            say(line)
        if not wiped:
            say("old traces wait to be wiped: another program reads; the next opening wipes them")
    finally:
        secretariat.leave()


def lines_of(told: Tidings) -> Iterator[str]:
    """What taking it would change, a line each; words that differ on two lines more."""
    if told.nothing:
        yield f"nothing new: {_points(told.same)} the same"
    else:
        other = f"{len(told.differing)} in other words"
        yield f"{_points(told.new)} new, {told.same} here stay as they are, {other}"
    yield from _differing(told.differing)
    if told.others:
        yield f"{_points(told.others)} with another mark, voice, place, topic or release"
    for note, before, after in told.letters:
        yield f"question {before or '(none)'} is {after} from now on: {note.text}"
    if told.erased:
        yield f"{_points(len(told.erased))} struck there, to be erased here:"
        yield from (f"  {note.text}" for note in told.erased)
    if told.barred:
        yield f"{_points(told.barred)} struck here, not taken"
    for reason, count in told.left_out.items():
        yield f"{_points(count)} not taken: {reason}"
    yield from told.answers
    for text in told.reviews:
        if told.untaken_reviews:
            yield f"the review of the {text} there: taken only once the session is closed here"
        else:
            yield f"the review of the {text} comes along: go on with it on one laptop only"
    for text in told.apart:
        yield f"the review of the {text} went on on both laptops: each keeps its own, since one"
        yield "  number would mean two points; to go on with that of there: facilitator review"
        yield f"  --abandon {text}, then take the file again"
    if told.untaken_minutes:
        yield "minutes and rounds as held there: taken only once the session is closed here"


def _differing(differing: Sequence[Differing]) -> Iterator[str]:
    for each in differing:
        yield f"  here:  {_said(each.here)}"
        yield f"  there: {_said(each.there)}"
        here = _said(each.stands) == _said(each.here)
        stands = "that of here" if here else "that of there"
        if each.kept:
            yield f"         both stay; {stands} stands, the other under it for the hosts only"
        elif each.here.text == each.there.text:
            yield f"         becomes: {_said(each.stands)}"
        else:
            yield f"         {stands} is the later one and stands"


def _said(note: Note) -> str:
    kind = "quote" if note.quote else note.kind.value
    topics = "".join(f" #{topic}" for topic in note.topics)
    return f"{kind}: {note.text or '…'}{topics}"


def _points(number: int) -> str:
    return "1 point" if number == 1 else f"{number:,} points"
