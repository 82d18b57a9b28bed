"""Answers to a copy that was sent round, typed in by number: one acknowledgement a line."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

import click

from facilitator.circulation import Amended, Circulation
from facilitator.cli.reviewing import whose
from facilitator.cli.terminal import confirmed, say
from facilitator.errors import Refused
from facilitator.guard.findings import Level
from facilitator.publish.phrases import join
from facilitator.review import Body, TextName
from facilitator.roster import Roster
from facilitator.service import Secretariat
from facilitator.text import ANY_LENGTH, clean
from facilitator.watch import Watch

_NUMBER = r"\[?[0-9]{1,9}\]?"
_SOME = rf"{_NUMBER}(?:\s*[-–]\s*{_NUMBER})?"
_LINE = re.compile(
    rf"\s*({_SOME}(?:\s*,\s*{_SOME})*)\s*[.:]?\s*(keep|amend|strike)\b\s*:?\s*(.*)", re.I
)
_DIGITS = re.compile(r"[0-9]+")

MANY = 1_000
"""Numbers in one line beyond which it is a slip of the hand."""


class Answering:
    """Takes the answers of one body to one text; a refused one is told, and the next goes on."""

    def __init__(
        self,
        secretariat: Secretariat,
        circulation: Circulation,
        text: TextName,
        body: str | None,
        roster: Roster | None,
        *,
        yes: bool,
    ) -> None:
        """Raises `Refused` where the body reads no such text."""
        self._secretariat = secretariat
        self._circulation = circulation
        self._text = text
        self._body: Body = whose(circulation, text, body)
        standing = circulation.look(text)
        if standing.review is not None:
            standing.review.step(self._body)
        self._yes = yes
        self._roster = roster
        self._wipe = False
        self._to_strike: list[int] = []
        self.taken = self.refused = 0

    def take_lines(self, lines: Iterable[str]) -> None:
        """Take an answer a line; empty lines are passed over."""
        if sys.stdin.isatty():
            say("an answer a line, such as: 3 keep; Ctrl+D ends")
        for line in lines:
            said = clean(line, cap=ANY_LENGTH).strip()
            if not said:
                continue
            found = _LINE.fullmatch(said)
            if found is None or (found[3] and found[2].lower() != "amend"):
                self.taken += 1
                self._refuse(f"not taken: “{said[:40]}” is no answer; write 3 keep")
                continue
            verb = found[2].lower()
            numbers = _numbers(found[1])
            if len(numbers) > 1 and verb == "keep":
                self._keep_all(numbers)
            elif len(numbers) == 1:
                self._take_line(numbers[0], verb, found[3])
            else:
                self.taken += 1
                few = f"only keep takes several numbers, up to {MANY:,}"
                self._refuse(f"not taken: “{said[:40]}”: {few}")

    def _keep_all(self, numbers: list[int]) -> None:
        """Keep several points; those that cannot be are told one by one."""
        kept: list[int] = []
        for number in numbers:
            self.taken += 1
            try:
                self._circulation.keep(self._text, self._body, number)
            except Refused as refusal:
                self._refuse(f"[{number}] not taken: {refusal}")
            else:
                kept.append(number)
        if kept:
            click.echo(f"{_runs(kept)} kept")

    def _take_line(self, number: int, verb: str, words: str) -> None:
        """Take the answer of one line; a question in between would eat the lines behind it."""
        if number in self._to_strike:
            self._to_strike.remove(number)
        if verb == "strike" and not self._yes and sys.stdin.isatty():
            self._to_strike.append(number)
            click.echo(f"[{number}] to be struck: you are asked once the answers have ended")
        else:
            self.take(number, verb, words, asked=False)

    def take(self, number: int, verb: str, words: str = "", *, asked: bool = True) -> None:
        """Take one answer; with `asked` the words of an amendment are read from the terminal."""
        self.taken += 1
        try:
            if verb == "keep":
                self._circulation.keep(self._text, self._body, number)
                click.echo(f"[{number}] kept")
            elif verb == "amend":
                if asked:
                    words = _asked_for(number)
                self._amend(number, words)
            else:
                self._strike(number)
        except Refused as refusal:
            said = str(refusal)
            self._refuse(f"[{number}] not taken: {said}")

    def finish(self) -> None:
        """Ask what was put off; wipe from the session's files what was replaced or erased."""
        for number in self._to_strike:
            self.take(number, "strike")
        self._to_strike.clear()
        sys.stdout.flush()
        if self._wipe and not self._secretariat.wipe():
            say("the traces of the old words are wiped when nobody else reads the record")

    def _refuse(self, line: str) -> None:
        self.refused += 1
        click.echo(line, err=True)

    def _amend(self, number: int, words: str) -> None:
        done = self._circulation.amend(self._text, self._body, number, words)
        self._wipe = self._wipe or not done.unchanged
        click.echo(f"[{number}] {_acknowledged(done)}")
        snapshot = self._secretariat.store.snapshot("")
        watch = Watch(self._roster, self._secretariat.store.agenda(), snapshot.salt)
        note = done.note
        for finding in watch.standing(note.text, note.segment, snapshot.dismissals):
            if finding.level is not Level.HINT:
                line = f"[{number}] {finding.level.value}: “{finding.words}” {finding.reason}"
                say(clean(line, cap=ANY_LENGTH))

    def _strike(self, number: int) -> None:
        if not self._yes:
            self._confirm(number)
        gone = self._circulation.strike(self._text, self._body, number)
        if not gone:
            click.echo(f"[{number}] was struck before")
            return
        self._wipe = True
        click.echo(f"[{number}] struck")
        for line in self._secretariat.left_behind(gone):
            say(f"[{number}] {line}")

    def _confirm(self, number: int) -> None:
        """Ask before a point is erased; `Refused` where the answer is not yes."""
        if not sys.stdin.isatty():
            raise Refused("say --yes to strike without being asked")
        words = self._circulation.point(self._text, self._body, number).text
        say(f"[{number}] {words}")
        if not confirmed(f"Strike [{number}]? Its words are gone from the record for good."):
            raise Refused("it is not struck")


def _numbers(text: str) -> list[int]:
    """The numbers of "3", "3, 7" or "3-7, 12", each once; none where they are too many."""
    found: dict[int, None] = {}
    for part in text.split(","):
        ends = [int(number) for number in _DIGITS.findall(part)]
        first, last = ends[0], ends[-1]
        if not 0 <= last - first < MANY or len(found) + last - first >= MANY:
            return []
        found |= dict.fromkeys(range(first, last + 1))
    return [*found]


def _runs(numbers: list[int]) -> str:
    """Numbers as "[1], [4]–[9]"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"[{run[0]}]" if len(run) == 1 else f"[{run[0]}]–[{run[-1]}]" for run in runs)


def _asked_for(number: int) -> str:
    if sys.stdin.isatty():
        return str(click.prompt(f"[{number}] shall read", err=True))
    return sys.stdin.readline()


def _acknowledged(done: Amended) -> str:
    said = "reads so already" if done.unchanged else "amended"
    if len(done.texts) > 1:
        said += f", in the {join(done.texts)}"
    if done.unquoted:
        said += "; it is no quotation any more"
    for text, bodies in done.again.items():
        who = join([body.named for body in bodies])
        where = f" with the {text}" if len(done.texts) > 1 else ""
        said += f"; back to {who}{where}, given other words"
    return said
