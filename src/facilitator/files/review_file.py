"""The reviews in a record's file: by body, by number and by day, never by person."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from facilitator.files.record_fields import Hex, Shape, count, word
from facilitator.review import (
    Body,
    Consent,
    Given,
    Numbered,
    Passed,
    Review,
    Step,
    TextName,
)


def _dated(day: str) -> str:
    date.fromisoformat(day)
    return day


_Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$"), AfterValidator(_dated)]
_Version = Annotated[int, count(2**40)]
_Number = Annotated[int, Field(ge=1, le=1_000_000)]


class StepShape(Shape):
    """One body's turn in a review."""

    body: Annotated[str, word(Body)]
    printed: _Day | None = None
    until: _Day | None = None
    consent: Annotated[str, word(Consent)] = ""
    passed: Annotated[str, word(Passed)] = ""


class NumberShape(Shape):
    """A number of the copies, and the point that it is of (none: it was struck)."""

    number: _Number
    note: Hex | None = None
    first: _Version


class GivenShape(Shape):
    """What a body was given of a number, and what it answered to."""

    body: Annotated[str, word(Body)]
    number: _Number
    version: _Version
    settled: _Version | None = None


class ReviewShape(Shape):
    """The review of one text."""

    text: Annotated[str, word(TextName)]
    cleared: bool = False
    published: _Day | None = None
    step: Annotated[list[StepShape], Field(min_length=1, max_length=len(Body))]
    number: Annotated[list[NumberShape], Field(max_length=100_000)] = []
    given: Annotated[list[GivenShape], Field(max_length=300_000)] = []


def review_shape(review: Review) -> ReviewShape:
    """The review as the fields of the file."""
    return ReviewShape(
        text=review.text.value,
        cleared=review.cleared,
        published=_told(review.published),
        step=[
            StepShape(
                body=step.body.value,
                printed=_told(step.printed),
                until=_told(step.until),
                consent=step.consent.value,
                passed=step.passed.value,
            )
            for step in review.steps
        ],
        number=[
            NumberShape(
                number=each.number, note=each.note.hex() if each.note else None, first=each.first
            )
            for each in review.numbers
        ],
        given=[
            GivenShape(
                body=each.body.value,
                number=each.number,
                version=each.version,
                settled=each.settled,
            )
            for each in review.given
        ],
    )


def review_of(shape: ReviewShape) -> Review:
    """The review that the fields are of."""
    return Review(
        TextName(shape.text),
        tuple(
            Step(
                Body(step.body),
                _day(step.printed),
                _day(step.until),
                Consent(step.consent),
                Passed(step.passed),
            )
            for step in shape.step
        ),
        tuple(
            Numbered(each.number, bytes.fromhex(each.note) if each.note else None, each.first)
            for each in shape.number
        ),
        tuple(
            Given(Body(each.body), each.number, each.version, each.settled) for each in shape.given
        ),
        shape.cleared,
        _day(shape.published),
    )


def review_fault(review: Review) -> str:
    """What no review holds; "" where nothing is wrong."""
    numbers = {each.number for each in review.numbers}
    points = [each.note for each in review.numbers if each.note is not None]
    given = {(each.body, each.number) for each in review.given}
    asked = {step.body for step in review.steps}
    if len(numbers) != len(review.numbers) or len(set(points)) != len(points):
        return "a number or a point stands in it twice"
    if len(given) != len(review.given) or len(asked) != len(review.steps):
        return "a body stands in it twice"
    if any(each.number not in numbers for each in review.given):
        return "an answer is to a number that there is not"
    if any(each.body.one_person and each.settled is not None for each in review.given):
        return "the answers of one person are kept by no number"
    return ""


def _told(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
