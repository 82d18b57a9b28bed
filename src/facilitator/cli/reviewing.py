"""The command `review`: a text goes round, answers by number come in."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from facilitator.cli.common import home_option, read_roster, roster_option
from facilitator.cli.terminal import confirmed, say
from facilitator.errors import Refused

if TYPE_CHECKING:
    from datetime import date

    from facilitator.circulation import Circulation, Standing
    from facilitator.review import TextName

_TEXTS = ("brief", "report")
_BODIES = ("hosts", "keynote", "participants")
_VERBS = ("keep", "amend", "strike")
_STEPS = ("next_", "cleared", "published", "objection", "no_objection", "printed", "until")


def _day(_context: Any, _option: Any, given: str | None) -> date | None:
    from datetime import date

    if given is None:
        return None
    with suppress(ValueError):
        day = date.fromisoformat(given)
        if 1900 <= day.year < 3000:
            return day
    raise click.BadParameter(f"'{given}' is no date: write 2020-06-03")


@click.command(
    epilog="Example:  facilitator review 2020-05-28-afghan-view --text brief --from hosts 3 keep"
)
@click.argument("words", metavar="[SESSION] [NUMBER keep|amend|strike]", nargs=-1)
@click.option("--begin", type=click.Choice(_TEXTS), help="Begin the review of this text.")
@click.option("--abandon", type=click.Choice(_TEXTS), help="Forget the review of this text.")
@click.option("--text", type=click.Choice(_TEXTS), help="Which text the answers are to.")
@click.option(
    "--from", "body", type=click.Choice(_BODIES), help="Whose answers (default: who has it now)."
)
@click.option("--next", "next_", is_flag=True, help="Go on to the next who are to read it.")
@click.option("--reason", metavar="WHY", help="Go on before the last day (kept nowhere).")
@click.option("--cleared", is_flag=True, help="The text may go out.")
@click.option("--published", metavar="DATE", callback=_day, help="The day it went out.")
@click.option("--objection", is_flag=True, help="They object: the text goes back to them.")
@click.option("--no-objection", is_flag=True, help="They agree to the whole text as it stands.")
@click.option("--printed", metavar="DATE", callback=_day, help="The day the copy went to them.")
@click.option("--until", metavar="DATE", callback=_day, help="The last day for an objection.")
@click.option("--yes", is_flag=True, help="Strike or abandon without asking.")
@click.option("--json", "as_json", is_flag=True, help="Where the texts stand, as one JSON object.")
@roster_option
@home_option
def review(
    words: tuple[str, ...],
    begin: str | None,
    abandon: str | None,
    text: str | None,
    body: str | None,
    reason: str | None,
    yes: bool,
    as_json: bool,
    roster: str | None,
    home: str | None,
    **steps: Any,
) -> None:
    """Let the hosts, the keynote speaker and the participants read a text of SESSION.

    Without more it shows where each text stands. --begin, then facilitator export --review
    prints a copy with a number at each point. Answers are typed in by number; without one on
    the command line they are read from standard input, a line each:

    \b
        3 keep
        7 amend: the new words
        12 strike
        13-20, 24 keep

    A review begun by mistake is forgotten with --abandon; what it did to points stays.

    The words of an amendment are never given on the command line: shells keep histories.
    """
    from facilitator import paths
    from facilitator.circulation import Circulation
    from facilitator.cli import wiring
    from facilitator.cli.retaining import kept_for

    given = [name for name in _STEPS if steps[name]]
    session, answer = _parsed(words)
    _refuse_nonsense(given, [each for each in (begin, abandon) if each], answer, reason)
    people = read_roster(roster)
    root = paths.home(home)
    secretariat = wiring.enter(root, wiring.choose_session(root, session, closed=True), "command")
    try:
        circulation = Circulation(secretariat)
        if begin:
            _begin(circulation, _made(circulation, begin))
        elif abandon:
            _abandon(circulation, _made(circulation, abandon), yes=yes)
        elif given:
            name = _which(circulation, text)
            for step in given:
                _go(circulation, name, body, step, steps[step], reason)
        elif answer or (_lines_wait(text, body) and not as_json):
            from facilitator.cli.answering import Answering

            name = _which(circulation, text)
            answering = Answering(secretariat, circulation, name, body, people, yes=yes)
            if answer:
                answering.take(*answer)
            else:
                answering.take_lines(sys.stdin)
            answering.finish()
            if not answering.taken and not answer:
                _show(circulation, [name], as_json=as_json)
            if answering.refused:
                lines = "1 answer was" if answering.refused == 1 else f"{answering.refused} were"
                raise Refused(f"{lines} not taken")
        else:
            wanted = [_made(circulation, text)] if text else circulation.texts
            _show(circulation, wanted, as_json=as_json)
        for line in kept_for(secretariat, only_due=True):
            say(line)
    finally:
        secretariat.leave()


def _parsed(words: Sequence[str]) -> tuple[str | None, tuple[int, str] | None]:
    """The session and the answer of the command line, as far as there are any."""
    session = words[0] if len(words) in (1, 3) else None
    if len(words) < 2:
        return session, None
    number, verb = words[-2], words[-1]
    if len(words) > 3 or not (number.isascii() and number.isdigit()) or verb not in _VERBS:
        if any(word.rstrip(":") == "amend" for word in words):
            raise click.UsageError(
                "write only NUMBER amend: the new words are asked for, as shells keep histories."
            )
        raise click.UsageError("an answer is a number and keep, amend or strike, such as: 3 keep.")
    return session, (int(number[:9]), verb)


def _refuse_nonsense(
    given: Sequence[str], whole: Sequence[str], answer: object, reason: str | None
) -> None:
    together = {"printed", "until"}
    if len({"dates" if name in together else name for name in given}) + len(whole) > 1:
        raise click.UsageError("one step at a time: the text is seen between them.")
    if (given or whole) and answer:
        raise click.UsageError("first the answer, then the step: one of them a command.")
    if reason is not None and not reason.strip():
        raise click.UsageError('a reason says something: --reason "why it goes on".')
    if reason is not None and not {"next_", "cleared"} & set(given):
        raise click.UsageError("--reason goes with --next or --cleared.")


def _lines_wait(text: str | None, body: str | None) -> bool:
    """Whether answers are to be read from standard input."""
    if sys.stdin is None or (text is None and body is None):
        return False
    return body is not None or not sys.stdin.isatty()


def _made(circulation: Circulation, text: str) -> TextName:
    for each in circulation.texts:
        if each == text:
            return each
    raise Refused(f"there is no {text} yet: {', '.join(circulation.texts)} can be reviewed")


def _which(circulation: Circulation, text: str | None) -> TextName:
    """The text meant: the one named, else the only one whose review was begun."""
    if text is not None:
        return _made(circulation, text)
    begun = [each for each in circulation.texts if circulation.look(each).review is not None]
    if len(begun) == 1:
        return begun[0]
    if not begun:
        raise Refused("no review was begun: facilitator review --begin brief")
    raise Refused("which text? --text brief or --text report")


def _begin(circulation: Circulation, text: TextName) -> None:
    before = circulation.look(text)
    standing = circulation.begin(text)
    if before.review is not None:
        click.echo(f"the review of the {text} goes on")
    _tell(standing)
    say(f"print a copy: facilitator export --as {text} --review --to FOLDER")


def _abandon(circulation: Circulation, text: TextName, *, yes: bool) -> None:
    """Ask, then forget the review of a text that was begun by mistake."""
    standing = circulation.look(text)
    if standing.review is not None:
        say(f"the review of the {text} is forgotten: its numbers, its days and what was answered.")
        say("The points stay as they are, also those amended or struck in it; the numbers on")
        say(f"copies that were printed mean nothing then, and the {text} is a draft again.")
        if not yes and not confirmed("Abandon it?"):
            raise Refused("not abandoned: say --yes to do it without being asked")
    circulation.abandon(text)
    _tell(circulation.look(text))


def _go(
    circulation: Circulation,
    text: TextName,
    body: str | None,
    step: str,
    value: Any,
    reason: str | None,
) -> None:
    """Take one step, and say where the text stands then."""
    done: dict[str, Callable[[], Standing]] = {
        "next_": lambda: circulation.advance(text, reason=reason is not None),
        "cleared": lambda: circulation.clear(text, reason=reason is not None),
        "published": lambda: circulation.publish(text, value),
        "objection": lambda: circulation.object(text, whose(circulation, text, body)),
        "no_objection": lambda: circulation.agree(text, whose(circulation, text, body)),
        "printed": lambda: circulation.redate(text, value, None),
        "until": lambda: circulation.redate(text, None, value),
    }
    _tell(done[step]())
    if reason is not None:
        say("the reason is kept nowhere")


def whose(circulation: Circulation, text: TextName, given: str | None) -> Any:
    """The body that answers: the one named, else the one that has the text now."""
    from facilitator.review import Body

    if given is not None:
        return Body(given)
    standing = circulation.look(text)
    if standing.step is None:
        raise Refused(f"the {text} is with nobody now: say whose it is, --from hosts")
    return standing.step.body


def _show(circulation: Circulation, texts: Sequence[TextName], *, as_json: bool) -> None:
    standings = [circulation.look(text) for text in texts]
    if as_json:
        import json

        from facilitator.cli.review_lines import facts

        click.echo(json.dumps([facts(each) for each in standings], ensure_ascii=False))
        return
    for standing in standings:
        _tell(standing)


def _tell(standing: Standing) -> None:
    from facilitator.cli.review_lines import lines

    for line in lines(standing):
        click.echo(line)
