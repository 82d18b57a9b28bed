"""A new agenda: ten plain questions, or the session before, and a commented file."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from facilitator.cli.common import home_option, read_roster, roster_option
from facilitator.cli.terminal import confirmed, say
from facilitator.errors import Refused, Trouble

if TYPE_CHECKING:
    from facilitator.following import Before
    from facilitator.planning import Answers, Question

_SHOWN = 6
"""Lines of the agenda that an answer shows."""


@click.command(epilog="Example:  facilitator new --after 2020-05-28-afghan-view june.toml")
@click.argument("file", metavar="[FILE]", required=False)
@click.option("--after", "session", metavar="SESSION", help="The next one after that session.")
@click.option("--title", help="What the meeting is called.")
@click.option("--date", "day", metavar="DAY", help="The day, as 2026-12-03.")
@click.option("--start", metavar="TIME", help="When it begins, as 14:00.")
@click.option("--zone", metavar="CITY", help="By the clock of which city.")
@click.option("--host", metavar="BODY", help="The body that invites.")
@click.option(
    "--form",
    type=click.Choice(["keynote", "panel", "workshop"]),
    help="The template: the form of agendas/2020-05-28-afghan-view.toml, a panel, a workshop.",
)
@click.option("--yes", is_flag=True, help="Ask nothing; replace a file that is there already.")
@roster_option
@home_option
def new(
    file: str | None,
    session: str | None,
    yes: bool,
    roster: str | None,
    home: str | None,
    **given: str | None,
) -> None:
    """Write a new agenda from ten plain questions, in FILE (default: its date and title).

    With --after it carries on from a session: series, organisations, scripts, limits, topics,
    questions still owed, the parking lot, and how long each segment really took; of its
    people only those who were public, whose consent is asked for anew. --roster, the roster
    of that session, keeps its names out of what is carried on.
    """
    from facilitator.planning import Answers, missing, proposed

    before, remarks = _before(session, roster, home)
    answers = _given(proposed(before) if before else Answers(form="keynote"), given)
    if not yes:
        told = {key for key, value in given.items() if value}
        answers = asked(answers, before, sys.stdin.isatty(), told)
    if lacking := missing(answers):
        options = {"title": "--title", "day": "--date", "host": "--host"}
        raise Refused(f"not written: say {' and '.join(options[key] for key in lacking)}")
    path = write(answers, before, file, yes=yes)
    if before and session:
        _remember(session, home, path)
    for line in remarks:
        say(line)
    tell_check(path)
    click.echo(str(path))


def _before(
    session: str | None, roster: str | None, home: str | None
) -> tuple[Before | None, tuple[str, ...]]:
    if session is None:
        return None, ()
    from facilitator import paths
    from facilitator.cli import wiring
    from facilitator.succession import hand_on

    root = paths.home(home)
    people = read_roster(roster)
    secretariat = wiring.enter(root, wiring.choose_session(root, session, closed=True), "command")
    try:
        handed = hand_on(secretariat.store, people)
    finally:
        secretariat.leave()
    return handed.before, handed.remarks


def _remember(session: str, home: str | None, path: Path) -> None:
    """Let the session know the file that holds words of its record, for a later strike."""
    from facilitator import paths
    from facilitator.cli import wiring

    secretariat = wiring.enter(paths.home(home), session, "command")
    try:
        secretariat.store.wrote([str(path)])
    finally:
        secretariat.leave()


def _given(answers: Answers, given: dict[str, Any]) -> Answers:
    from facilitator.planning import QUESTIONS

    for question in QUESTIONS:
        value = given.get(question.key)
        if question.key == "form" and value:
            value = str(["keynote", "panel", "workshop"].index(value) + 1)
        if value is not None:
            answers = question.read(answers, value)
    return answers


def asked(
    answers: Answers, before: Before | None, terminal: bool, told: Collection[str] = ()
) -> Answers:
    """Ask the questions that no option answered; without a terminal a line each is read.

    In a terminal each answer shows the lines of the agenda that it fills.
    """
    from facilitator.planning import QUESTIONS

    shown = _text(answers, before)
    for place, question in enumerate(QUESTIONS, start=1):
        if question.key not in told and question.applies(answers):
            answers = _ask(question, f"{place}/{len(QUESTIONS)}", answers, terminal)
            if terminal:
                now = _text(answers, before)
                for line in _filled(shown, now):
                    click.echo(click.style(f"    {line}", dim=True), err=True)
                shown = now
    return answers


def _text(answers: Answers, before: Before | None) -> str:
    from facilitator.files.agenda_writing import agenda_text
    from facilitator.planning import planned

    return agenda_text(planned(answers, before), before.remarks() if before else {})


def _filled(before: str, now: str) -> list[str]:
    """The lines of the agenda that an answer has made or changed; of many, the first ones."""
    old = set(before.split("\n"))
    new = [
        line.partition("  # ")[0].rstrip()[:72]
        for line in now.split("\n")
        if line.strip() and line not in old
    ]
    more = len(new) - _SHOWN
    return new if more <= 1 else [*new[:_SHOWN], f"… and {more} more lines"]


def _ask(question: Question, place: str, answers: Answers, terminal: bool) -> Answers:
    while True:
        proposal = question.shown(answers)
        listed = "\n" in question.hint
        hint = f" ({question.hint})" if question.hint and not listed else ""
        if terminal and listed:
            say(question.hint)
        if terminal:
            default = proposal or ""
            text = str(
                click.prompt(
                    f"{place} {question.asks}{hint}",
                    default=default,
                    show_default=bool(default),
                    err=True,
                )
            )
        else:
            line = sys.stdin.readline()
            text = line.strip() or proposal
        try:
            return question.read(answers, text)
        except Refused as no:
            if not terminal:
                raise
            say(str(no))


def write(answers: Answers, before: Before | None, file: str | None, *, yes: bool) -> Path:
    """Write the agenda; `Refused` where a file is in the way."""
    from facilitator.files.agenda_writing import agenda_text
    from facilitator.planning import planned

    agenda = planned(answers, before)
    path = Path(file or f"{agenda.session.id}.toml").expanduser().absolute()
    remarks = before.remarks() if before else {}
    text = agenda_text(agenda, remarks, before.told_on_top() if before else ())
    if path.exists() and not yes and not confirmed(f"Replace {path}?"):
        raise Refused(f"{path} is there already: name another file, or --yes to replace it")
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_text(text, "utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise Trouble(f"cannot write {path}", (error.strerror or "").lower(), status=1) from None
    return path


def tell_check(path: Path) -> None:
    """What `facilitator check` says of the file that was just written."""
    from facilitator.files.agenda_file import load
    from facilitator.timetable import timetable_lines

    checked = load(path)
    for problem in checked.problems:
        say(str(problem))
    if checked.agenda is not None:
        for line in timetable_lines(checked.agenda):
            say(line)
