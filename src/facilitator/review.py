"""The review of a text: who has read which wording of it, and what is still open.

What is open follows from the points as they stand now: whoever changes one after it was read
reopens the review, on whatever screen it was changed. `clearing` has the commands.

Answers are those of a body, never of a person. The keynote speaker is one person: which
points they answered would tell which are theirs, so theirs are kept by nothing but the words
that they lead to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from facilitator.agenda import Agenda
from facilitator.errors import Refused
from facilitator.record import Agreement, Note, NoteId

Points = Mapping[NoteId, int]
"""The points that a text tells, in reading order, each with its `version`."""

_WAIT = re.compile(r"\s*([0-9]{1,3})\s+(working\s+)?(day|week)s?\s*", re.IGNORECASE)
_SATURDAY = 5


class TextName(StrEnum):
    """A text that can be reviewed."""

    BRIEF = "brief"
    REPORT = "report"


class Body(StrEnum):
    """Who reads a text before it goes out; never a person."""

    HOSTS = "hosts"
    KEYNOTE = "keynote"
    PARTICIPANTS = "participants"

    @property
    def named(self) -> str:
        """The body inside a sentence."""
        return "the keynote speaker" if self is Body.KEYNOTE else f"the {self.value}"

    @property
    def one_person(self) -> bool:
        """Whether its answers are those of one person, which are kept by no number."""
        return self is Body.KEYNOTE


class Stage(StrEnum):
    """How far a text has come."""

    DRAFT = "draft"
    HOSTS = "hosts"
    KEYNOTE = "keynote"
    PARTICIPANTS = "participants"
    CLEARED = "cleared"
    PUBLISHED = "published"


class Consent(StrEnum):
    """What a body has said of the whole text."""

    SILENT = ""
    AGREES = "agrees"
    OBJECTS = "objects"


class Passed(StrEnum):
    """Why the text went on from a body."""

    NOT = ""
    SILENCE = "silence"
    AGREED = "agreed"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class Step:
    """One body's turn: the day its copy was printed, and the last day for an objection."""

    body: Body
    printed: date | None = None
    until: date | None = None
    consent: Consent = Consent.SILENT
    passed: Passed = Passed.NOT


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number of a point in the copies (note None: it was struck since).

    `first` is its version when it was first printed.
    """

    number: int
    note: NoteId | None
    first: int


@dataclass(frozen=True, slots=True)
class Given:
    """The `version` of a point in the last copy that a body was given.

    `settled` is the version that it answered to; always None for one person.
    """

    body: Body
    number: int
    version: int
    settled: int | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """The review of one text; `revision` counts its changes, for compare-and-swap."""

    text: TextName
    steps: tuple[Step, ...]
    numbers: tuple[Numbered, ...] = ()
    given: tuple[Given, ...] = ()
    cleared: bool = False
    published: date | None = None
    revision: int = 0

    def step(self, body: Body) -> Step:
        """The body's turn; `Refused` where it is not asked."""
        for step in self.steps:
            if step.body is body:
                return step
        raise Refused(
            f"the {self.text} does not go to {body.named}: [publication] review.{self.text} says"
            " who reads it"
        )

    def number_of(self, note: NoteId) -> int | None:
        """The number by which the copies know a point."""
        return next((each.number for each in self.numbers if each.note == note), None)


def version(note: Note) -> int:
    """A number that differs once the point says something else than it did.

    That is its words, whether it was agreed, and whether with reservations.
    """
    agreement = list(Agreement).index(note.agreement)
    return (note.revision * len(Agreement) + agreement) * 2 + bool(note.reservations)


# Dates


def readable(until: str) -> bool:
    """Whether this says how long to wait: "1 day", "5 working days", "2 weeks"."""
    return not until.strip() or _WAIT.fullmatch(until) is not None


def deadline(printed: date, until: str) -> date | None:
    """The last day for an objection to a copy of that day; None where nobody waits.

    Working days are Monday to Friday.
    """
    found = _WAIT.fullmatch(until)
    if found is None:
        return None
    days = int(found[1]) * (1 if found[3].lower() == "day" else 5 if found[2] else 7)
    if not found[2]:
        return printed + timedelta(days=days)
    last = printed
    while days:
        last += timedelta(days=1)
        days -= last.weekday() < _SATURDAY
    return last


# What is open


def bodies(agenda: Agenda, text: TextName) -> tuple[Body, ...]:
    """Who reads the text, in the order of the agenda; the hosts where it names nobody."""
    planned = agenda.publication.review.get(text)
    named = dict.fromkeys(planned.order if planned else ())
    known = {body.value: body for body in Body}
    return tuple(known[name] for name in named if name in known) or (Body.HOSTS,)


def waiting_time(agenda: Agenda, text: TextName) -> str:
    """How long silence is waited for, in the agenda's words."""
    planned = agenda.publication.review.get(text)
    return planned.until if planned else ""


def unseen(review: Review, body: Body, points: Points) -> tuple[NoteId, ...]:
    """The points whose present wording the body has neither been given nor answered to."""
    step = review.step(body)
    if step.passed is Passed.REASON and step.printed is None:
        return ()  # it was decided that this body is not asked
    number = {each.note: each.number for each in review.numbers if each.note is not None}
    given = {each.number: each for each in review.given if each.body is body}
    found: list[NoteId] = []
    for note, version in points.items():
        known = given.get(number.get(note, 0))
        if known is None or version not in (known.version, known.settled):
            found.append(note)
    return tuple(found)


def unanswered(review: Review, body: Body, points: Points) -> tuple[int, ...] | None:
    """The numbers in the body's copy that it has not answered; None for one person."""
    if body.one_person:
        return None
    given = {each.number: each for each in review.given if each.body is body}
    return tuple(
        each.number
        for each in review.numbers
        if each.note is not None
        and each.note in points
        and each.number in given
        and given[each.number].settled != points[each.note]
    )


def changed(review: Review, points: Points) -> tuple[int, ...]:
    """The numbers of points that say something else than when they were first printed."""
    return tuple(
        each.number
        for each in review.numbers
        if each.note is not None and points.get(each.note, each.first) != each.first
    )


def to_see_again(review: Review, note: NoteId, version: int) -> tuple[Body, ...]:
    """The bodies that were given a point in other words than those of `version`."""
    number = review.number_of(note)
    return tuple(
        each.body
        for each in review.given
        if each.number == number and version not in (each.version, each.settled)
    )


def done(review: Review, step: Step, points: Points) -> bool:
    """Whether nothing is open with the body of this step."""
    return (
        step.passed is not Passed.NOT
        and step.consent is not Consent.OBJECTS
        and not unseen(review, step.body, points)
    )


def present(review: Review, points: Points) -> Step | None:
    """The step that the text is at; None where it is cleared and nothing has changed since."""
    for step in review.steps:
        if not done(review, step, points):
            return step
    return None if review.cleared else review.steps[-1]


def stage(review: Review | None, points: Points) -> Stage:
    """How far the text has come, as its points stand now."""
    if review is None:
        return Stage.DRAFT
    step = present(review, points)
    if step is not None:
        return Stage(step.body.value)
    return Stage.PUBLISHED if review.published else Stage.CLEARED


def objecting(review: Review) -> tuple[Body, ...]:
    """The bodies whose objection stands."""
    return tuple(step.body for step in review.steps if step.consent is Consent.OBJECTS)


_SHOWN = 12


def listed(numbers: Iterable[int]) -> str:
    """Numbers as "[1], [2]", the first dozen of them."""
    known = list(numbers)
    more = [f"{len(known) - _SHOWN} more"] if len(known) > _SHOWN else []
    return ", ".join([*(f"[{number}]" for number in known[:_SHOWN]), *more])
