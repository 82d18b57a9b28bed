"""What is done in a review: begin, print, answer, go on, clear, publish, object.

Functions, state and command in, state out; each raises `Refused` with what is missing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from facilitator.agenda import Agenda
from facilitator.errors import Refused
from facilitator.publish.phrases import day as in_words
from facilitator.record import NoteId
from facilitator.review import (
    Body,
    Consent,
    Given,
    Numbered,
    Passed,
    Points,
    Review,
    Step,
    TextName,
    bodies,
    deadline,
    done,
    listed,
    objecting,
    present,
    unanswered,
    unseen,
)


def begun(before: Review | None, agenda: Agenda, text: TextName) -> Review:
    """Begin the review of a text, or go on with one by the agenda as it is now.

    One that is cleared is open again; what was read stays read.
    """
    asked = bodies(agenda, text)
    if before is None:
        return Review(text, tuple(Step(body) for body in asked))
    known = {step.body: step for step in before.steps}
    # Who has been given a copy stays in the review, whatever the agenda says now.
    kept = [step.body for step in before.steps if step.printed or step.consent]
    order = [*asked, *(body for body in kept if body not in asked)]
    steps = tuple(known.get(body, Step(body)) for body in order)
    return replace(before, steps=steps, cleared=False)


def printed(review: Review, points: Points, day: date, until: str) -> Review:
    """The body whose turn it is was given a copy of the text as it stands.

    A copy with nothing new in it leaves the last day for an objection as it was.
    """
    step = _open(review, points)
    fresh = unseen(review, step.body, points)
    if step.printed is None or fresh:
        consent = Consent.OBJECTS if step.consent is Consent.OBJECTS else Consent.SILENT
        last = deadline(day, until)
        review = _with(review, Step(step.body, day, last, consent, Passed.NOT))
    return _given(review, step.body, points)


def redated(
    review: Review, points: Points, day: date | None, until: date | None, wait: str
) -> Review:
    """Put right the day the present copy went out, or the last day for an objection."""
    step = _open(review, points)
    if step.printed is None:
        raise Refused(no_copy(review.text, step.body))
    day, last = day or step.printed, until or (deadline(day, wait) if day else step.until)
    if last is not None and last < day:
        raise Refused("the last day for an objection is before the copy was printed")
    return _with(review, replace(step, printed=day, until=last, passed=Passed.NOT))


def kept(review: Review, body: Body, number: int, points: Points) -> Review:
    """The body keeps a point as its copy has it; `Refused` where it has not been given it so."""
    entry = numbered(review, number)
    _asked(review, body, number)
    note = entry.note
    if note is None or note not in points:
        raise Refused(f"it no longer stands in the {review.text}")
    if note in unseen(review, body, points):
        raise Refused(
            "it has been changed since the copy was printed: print it again, or --no-objection"
            " where they agree to the text as it stands"
        )
    return _settled(review, body, number, points[note])


def amended(review: Review, body: Body, note: NoteId, version: int) -> Review:
    """The body gave a point the words it has in `version`; others see it anew."""
    number = review.number_of(note)
    known = any(each.body is body and each.number == number for each in review.given)
    return _settled(review, body, number, version) if number and known else review


def objected(review: Review, body: Body) -> Review:
    """The body objects: the text is not cleared while it does, and goes back to it."""
    step = replace(review.step(body), consent=Consent.OBJECTS)
    return replace(_with(review, step), cleared=False)


def agreed(review: Review, body: Body, points: Points) -> Review:
    """The body agrees to the whole text as it stands; an objection of it is withdrawn."""
    step = replace(review.step(body), consent=Consent.AGREES)
    return _given(_with(review, step), body, points, settled=True)


def advanced(review: Review, points: Points, day: date, *, reason: bool = False) -> Review:
    """The text goes on to the next body; `reason`: somebody said why before the last day."""
    step = _open(review, points)
    after = _with(review, _passing(review, step, points, day, reason))
    if all(done(after, each, points) for each in after.steps):
        raise Refused(f"{step.body.named}: nobody reads it after them; --cleared ends the review")
    return replace(after, cleared=False)


def cleared(review: Review, points: Points, day: date, *, reason: bool = False) -> Review:
    """The text may go out; `Refused` while anything is open with anybody."""
    step = present(review, points)
    if step is None:
        return review  # cleared already
    review = _with(review, _passing(review, step, points, day, reason))
    for body in objecting(review):
        raise Refused(_stands(body))
    for left in review.steps:
        if not done(review, left, points):
            raise Refused(f"not read yet by {left.body.named}: --next goes on to them")
    return replace(review, cleared=True, published=None)


def published(review: Review, points: Points, day: date) -> Review:
    """The text went out on that day."""
    if present(review, points) is not None:
        raise Refused(f"the {review.text} is not cleared: --cleared comes first")
    return replace(review, published=day)


def numbered(review: Review, number: int) -> Numbered:
    """The point of that number; `Refused` where no copy has it."""
    for each in review.numbers:
        if each.number == number:
            return each
    last = max((each.number for each in review.numbers), default=0)
    there = f"the numbers go to {last}" if last else "no copy has been printed"
    raise Refused(f"there is no [{number}] in the {review.text}: {there}")


def no_copy(text: TextName, body: Body) -> str:
    """What to say where a body is to answer to a copy that was never printed."""
    return (
        f"no copy has been printed for {body.named}: facilitator export --as {text} --review"
        " --to FOLDER"
    )


def _stands(body: Body) -> str:
    return f"an objection of {body.named} stands: mend the text, then --no-objection --from {body}"


def _open(review: Review, points: Points) -> Step:
    step = present(review, points)
    if step is None:
        raise Refused(f"the review of the {review.text} is over: --objection reopens it")
    return step


def _asked(review: Review, body: Body, number: int) -> None:
    review.step(body)
    if not any(each.body is body and each.number == number for each in review.given):
        raise Refused(f"no copy with [{number}] went to {body.named}")


def _passing(review: Review, step: Step, points: Points, day: date, reason: bool) -> Step:
    """The step once the text goes on from it, or why it cannot."""
    if step.consent is Consent.OBJECTS:
        raise Refused(_stands(step.body))
    if step.printed is None and step.consent is Consent.SILENT:
        if reason:
            return replace(step, passed=Passed.REASON)
        raise Refused(no_copy(review.text, step.body))
    if waiting := unseen(review, step.body, points):
        known = {each.note: each.number for each in review.numbers}
        old = [known[note] for note in waiting if note in known]
        new = len(waiting) - len(old)
        said = ([f"changed: {listed(old)}"] if old else []) + ([f"new: {new}"] if new else [])
        raise Refused(
            f"{step.body.named}: the copy is older than the text ({'; '.join(said)}): print it"
            " again, or --no-objection where they agree"
        )
    if step.passed is not Passed.NOT:
        return step
    answered = unanswered(review, step.body, points) == ()
    if step.consent is Consent.AGREES or answered:
        return replace(step, passed=Passed.AGREED)
    if step.until is not None and day > step.until:
        return replace(step, passed=Passed.SILENCE)
    if reason:
        return replace(step, passed=Passed.REASON)
    wait = f"has time until {in_words(step.until)}" if step.until else "has not agreed"
    if not step.body.one_person:
        wait = wait.replace("has", "have", 1)
    raise Refused(
        f"{step.body.named} {wait}: --no-objection where everybody agrees, or --reason WHY"
    )


def _with(review: Review, changed: Step) -> Review:
    steps = tuple(changed if step.body is changed.body else step for step in review.steps)
    return replace(review, steps=steps)


def _given(review: Review, body: Body, points: Points, *, settled: bool = False) -> Review:
    """The body has the points as they stand; those that no copy had get the next numbers."""
    numbers = list(review.numbers)
    known = {each.note for each in numbers}
    last = max((each.number for each in numbers), default=0)
    fresh = [note for note in points if note not in known]
    numbers += [Numbered(last + n, note, points[note]) for n, note in enumerate(fresh, 1)]
    before = {each.number: each for each in review.given if each.body is body}
    for each in numbers:
        if each.note is None or each.note not in points:
            continue
        version = points[each.note]
        old = before.get(each.number, Given(body, each.number, version))
        answered = version if settled and not body.one_person else old.settled
        before[each.number] = replace(old, version=version, settled=answered)
    others = tuple(each for each in review.given if each.body is not body)
    return replace(review, numbers=tuple(numbers), given=(*others, *before.values()))


def _settled(review: Review, body: Body, number: int, version: int) -> Review:
    if body.one_person:
        return review
    return replace(
        review,
        given=tuple(
            replace(each, settled=version) if each.body is body and each.number == number else each
            for each in review.given
        ),
    )
