"""How a text was reviewed: the sentence on its own page, and the copy that is read for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from facilitator.publish.document import Block, Document, Heading, Paragraph, Title, texts
from facilitator.publish.phrases import capital, day, join
from facilitator.publish.points import Label
from facilitator.record import Note, NoteId
from facilitator.review import Consent, Passed, Review, Step, TextName, listed

NOT_REVIEWED = {TextName.BRIEF: "", TextName.REPORT: "This report was not circulated for review."}

_LABEL = re.compile(r"\[([0-9a-f]{32})\] ")


def reviewed(text: TextName, review: Review | None) -> str:
    """How the text was reviewed, as far as it is true: only of steps that are behind it.

    Where nobody was asked, the report says so and the brief says nothing.
    """
    told: dict[tuple[Passed, str], list[str]] = {}
    for step in review.steps if review else ():
        if step.passed is Passed.NOT or step.consent is Consent.OBJECTS:
            continue
        if step.passed is Passed.REASON and step.printed is None:
            continue  # it was decided not to ask them
        told.setdefault(_outcome(step), []).append(step.body.named)
    sentences = [_sentence(text, *outcome, bodies) for outcome, bodies in told.items()]
    return " ".join(sentences) or NOT_REVIEWED[text]


def _outcome(step: Step) -> tuple[Passed, str]:
    if step.consent is Consent.AGREES:
        return Passed.AGREED, ""
    until = day(step.until) if step.until and step.passed is Passed.SILENCE else ""
    return step.passed, until


def _sentence(text: TextName, passed: Passed, until: str, bodies: Sequence[str]) -> str:
    who = capital(join(bodies))
    were = "were" if len(bodies) > 1 or bodies[0].endswith("s") else "was"
    if passed is Passed.SILENCE:
        return f"{who} {were} given until {until} to object."
    if passed is Passed.AGREED:
        return f"{who} had no objection to this {text}."
    return f"{who} {were} given this {text} to read."


@dataclass(frozen=True, slots=True)
class Since:
    """The numbers that say something else than in the body's last copy, are new, or are gone."""

    changed: Sequence[int] = ()
    new: Sequence[int] = ()
    gone: Sequence[int] = ()


def copy(document: Document, step: Step, since: Since) -> Document:
    """The text as a copy for the body of `step`: not cleared, with how to answer on top.

    Every page says that it is not cleared, and not who may read the final text.
    """
    head = f"Not cleared: for review by {step.body.named}"
    how = (
        "Please answer by number: keep; amend, with the words that it should have; or strike."
        " Answers are those of a body: no name is kept with them."
    )
    if step.until:
        head += f" until {day(step.until)}"
        how += f" Silence until {day(step.until)} is taken as no objection."
    if since.changed:
        how += f" Changed since the last copy: {listed(since.changed)}."
    if since.new:
        how += f" New since the last copy: {listed(since.new)}."
    if since.gone:
        how += f" No longer in the text: {listed(since.gone)}."
    above: list[Block] = []
    below = list(document.blocks)
    if any(isinstance(block, Title) for block in below):
        while not above or not isinstance(above[-1], Title):
            above.append(below.pop(0))
    return replace(
        document, blocks=(*above, Heading(head), Paragraph(how), *below), header="Not cleared"
    )


def reading_order(make: Callable[[Label], Document], notes: Sequence[Note]) -> tuple[NoteId, ...]:
    """The notes in the order in which the text that `make` makes prints them."""
    known = {note.id.hex(): note.id for note in notes}
    found = (_LABEL.match(line) for line in texts(make(lambda note: f"[{note.id.hex()}]")))
    order = (known[each[1]] for each in found if each is not None and each[1] in known)
    return tuple(dict.fromkeys(order))


def numbers(known: Mapping[NoteId, int]) -> Label:
    """The label that prints the number of a point."""
    return lambda note: f"[{known[note.id]}]" if note.id in known else ""
