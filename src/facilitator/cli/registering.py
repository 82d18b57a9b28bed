"""The list of those in the room, from what the organiser has: read, asked about, saved."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.terminal import confirmed, say
from facilitator.errors import Refused, Trouble

if TYPE_CHECKING:
    from facilitator.files.registrations import Entry, Registered

WIDTH = 80
"""Columns of the terminal that a line of the list is made for."""

_ORDERS = ("ask", "last", "first", "none")


@click.command(epilog="Example:  facilitator roster registrations.csv --save roster.toml")
@click.argument("file", metavar="[FILE]", required=False)
@click.option("--save", metavar="ROSTER.toml", help="Write the roster there, for you alone.")
@click.option("--beside", metavar="AGENDA", help="Write it beside AGENDA, under its name.")
@click.option(
    "--family",
    type=click.Choice(_ORDERS),
    default="ask",
    help="Where a name does not tell which part is the family name: ask (without a terminal:"
    " leave it open), the last word, the first, or leave it open.",
)
@click.option("--yes", is_flag=True, help="Replace a file that is there already.")
def roster(file: str | None, save: str | None, beside: str | None, family: str, yes: bool) -> None:
    """Make a roster from a list of names: a registration, a meeting report, plain lines.

    FILE is CSV or TSV as video tools and forms export it (any encoding, comma, semicolon or
    tab, lines above the table), or lines "Name; body; country"; - is standard input. E-mail
    addresses and times are dropped. How each line was read is shown; nothing is guessed
    silently, and nothing is saved without --save or --beside. In a terminal both are asked
    for.
    """
    if save and beside:
        raise click.UsageError("--save or --beside, not both.")
    terminal = sys.stdin.isatty()
    if file is None:
        if not terminal:
            raise click.UsageError("Missing argument 'FILE'.")
        file = _path(click.prompt("Which list? (a file can be dragged here)", err=True))
    people = _read(file)
    if family in ("last", "first"):
        for place in people.doubted:
            words = len(people.entries[place].name.words)
            people = people.decided(place, 0 if family == "first" else words - 1, 1)
    elif family == "ask" and terminal and people.doubted:
        for line in lines(people):
            click.echo(line)
        people = asked(people)
        click.echo("")
    for line in lines(people):
        click.echo(line)
    for line in (*people.remarks, *(f"left out: {each}" for each in people.left_out)):
        say(line)
    if people.doubted:
        say(_in_doubt(people))
    target = Path(save) if save else _beside(Path(beside)) if beside else None
    if target is None and terminal:
        answer = click.prompt(
            "Save as (best beside the agenda; Enter: nowhere)",
            default="",
            show_default=False,
            err=True,
        )
        target = Path(_path(answer)) if answer.strip() else None
    if target is None:
        say("nothing is saved: --save ROSTER.toml writes the roster")
        return
    _save(target.expanduser().absolute(), people, yes=yes)


def _read(file: str) -> Registered:
    from facilitator.files.reading import SIZE_CAP
    from facilitator.files.registrations import read_registrations, registrations

    if file == "-":
        return registrations(sys.stdin.buffer.read(SIZE_CAP + 1), "standard input")
    if file.endswith(".toml"):
        raise Trouble(f"{file} is a roster already", "facilitator check --roster reads it")
    return read_registrations(Path(file))


def _path(typed: str) -> str:
    """A path as it was typed, or dragged into the terminal: quotes and backslashes off."""
    parts = shlex.split(typed) if "'" in typed or '"' in typed or "\\ " in typed else [typed]
    return parts[0].strip() if len(parts) == 1 else typed.strip()


def _beside(agenda: Path) -> Path:
    if not agenda.is_file():
        raise Trouble(f"{agenda}: there is no such file", "check its name and folder")
    return agenda.with_name(f"{agenda.stem}-roster.toml")


def _save(path: Path, people: Registered, *, yes: bool) -> None:
    from facilitator.files.places import place_warnings
    from facilitator.files.roster_file import load_roster
    from facilitator.files.roster_writing import save_roster

    over = yes
    if not over and path.exists() and confirmed(f"Replace {path}?"):
        over = True
    save_roster(path, people, over=over)
    for warning in (*load_roster(path).problems, *place_warnings(path)):
        say(str(warning))
    click.echo(str(path))


def lines(people: Registered) -> list[str]:
    """One line a person: number, country, name with the family name in [brackets], body.

    A family name in doubt is proposed in [brackets] behind a question mark.
    """
    told = []
    for number, entry in enumerate(people.entries, start=1):
        sign = "?" if entry.name.doubt else " "
        name = " ".join((*entry.name.honorifics, _marked(entry)))
        line = (
            f"{number:>3}{sign} {entry.country or '--'}  {name:<32}  {entry.affiliation}".rstrip()
        )
        if len(line) <= WIDTH:
            told.append(line)
        else:
            told += [
                f"{number:>3}{sign} {entry.country or '--'}  {name}",
                f"         {entry.affiliation}",
            ]
        notes = [*entry.name.remarks, *entry.asked]
        if entry.name.aliases:
            notes.insert(0, f"also: {', '.join(entry.name.aliases)}")
        told += [f"         {note}" for note in notes]
    return told


def asked(people: Registered) -> Registered:
    """Ask which part is the family name wherever that is in doubt."""
    say("[…] is the family name; after ? only proposed, since the name does not tell.")
    wrong = _numbers(
        "Numbers that are wrong (3 7)? Enter: none is; 0: leave those with ? open",
        len(people.entries),
    )
    if wrong == [0]:
        return people
    for place in people.doubted:
        if place + 1 not in wrong:
            people = people.decided(place, *people.entries[place].name.proposed)
    for number in wrong:
        words = people.entries[number - 1].name.words
        shown = "  ".join(f"{place} {word}" for place, word in enumerate(words, start=1))
        chosen = _numbers(f"{shown}\nWhich words are the family name? Enter: none", len(words))
        first = min(chosen, default=1) - 1
        if sorted(chosen) != list(range(first + 1, first + 1 + len(chosen))):
            say("words beside each other only: left open")
            continue
        people = people.decided(number - 1, first, len(chosen))
    return people


def _numbers(question: str, most: int) -> list[int]:
    while True:
        said = str(click.prompt(question, default="", show_default=False, err=True))
        words = re.split(r"[\s,;]+", said.strip()) if said.strip() else []
        if all(word.isdecimal() and int(word) <= most for word in words):
            return [int(word) for word in words]
        say(f"numbers up to {most}, please")


def _marked(entry: Entry) -> str:
    name = entry.name
    if name.doubt:
        first, number = name.proposed
        words = list(name.words)
        inner = f"[{' '.join(words[first : first + number])}]"
        return " ".join((*words[:first], inner, *words[first + number :]))
    if not name.family:
        return name.full
    return name.full.replace(name.family, f"[{name.family}]", 1)


def _in_doubt(people: Registered) -> str:
    numbers = ", ".join(str(place + 1) for place in people.doubted)
    return (
        f"the family name is in doubt in {numbers}: proposed in [brackets], not saved;"
        " write given and family into the roster, or say --family last"
    )


def check(file: str) -> int:
    """What `facilitator check --roster` says of a list that is no roster yet; the exit status."""
    try:
        people = _read(file)
    except Refused as refusal:
        say(str(refusal))
        return 1
    for line in lines(people):
        click.echo(line)
    for line in (*people.remarks, *(f"left out: {each}" for each in people.left_out)):
        say(line)
    if people.doubted:
        say(_in_doubt(people))
    number = len(people.entries)
    click.echo(f"list: {'1 person' if number == 1 else f'{number} people'}, read and not kept")
    say(f"this is no roster file yet: facilitator roster {file} --save roster.toml makes one")
    return 1 if people.doubted else 0
