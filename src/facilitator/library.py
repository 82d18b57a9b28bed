"""All sessions by their series: how far each is, planned against actual, what is due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from facilitator.agenda import Agenda
from facilitator.clock import minutes
from facilitator.progress import Phase, Progress
from facilitator.review import Body, Passed, Review


@dataclass(frozen=True, slots=True)
class Entry:
    """One session in the list.

    `planned` and `actual` are minutes, of the whole plan and of what was held; `actual` is
    None until it is closed. `due` are lines about what waits for somebody.
    """

    id: str
    series: str
    series_title: str
    title: str
    day: date
    state: str
    points: int
    planned: int
    actual: int | None = None
    due: tuple[str, ...] = ()


def entry(
    agenda: Agenda,
    progress: Progress,
    points: int,
    reviews: Sequence[Review],
    review_state: str,
    *,
    sealed: bool,
    today: date,
    over: Sequence[str] = (),
) -> Entry:
    """What the list says of one session; `review_state` of its texts, in a word or "".

    `over` are lines about what was to be kept only until now.
    """
    held = [each for each in progress.segments if each.phase is Phase.DONE]
    return Entry(
        agenda.session.id,
        agenda.series.id,
        agenda.series.title,
        agenda.session.title,
        agenda.session.date,
        _state(progress, review_state, sealed=sealed),
        points,
        minutes(agenda.planned_length.total_seconds()),
        minutes(sum(each.spent for each in held)) if progress.closed else None,
        (*_due(agenda, progress, reviews, today), *over),
    )


def by_series(entries: Iterable[Entry]) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """The sessions by series, each in the order of days; the series met last stands first."""
    groups: dict[str, list[Entry]] = {}
    for each in sorted(entries, key=lambda one: (one.day, one.id)):
        groups.setdefault(each.series, []).append(each)
    ordered = sorted(groups.values(), key=lambda group: (group[-1].day, group[-1].id), reverse=True)
    return tuple((group[-1].series_title, tuple(group)) for group in ordered)


def lines(one: Entry) -> tuple[str, ...]:
    """A session in one line, and a line for each thing that is due."""
    points = "1 point" if one.points == 1 else f"{one.points} points"
    length = f"{one.planned} min planned"
    if one.actual is not None:
        length = f"{one.actual} of {one.planned} min"
    first = f"{one.id}  {one.state}  {one.day.isoformat()}  {one.title}  {points}  {length}"
    return (first, *(f"  {line}" for line in one.due))


def _state(progress: Progress, review_state: str, *, sealed: bool) -> str:
    if sealed:
        return "sealed"
    if progress.closed:
        return review_state or "closed"
    return "planned" if progress.began is None else "running"


def _due(
    agenda: Agenda, progress: Progress, reviews: Sequence[Review], today: date
) -> Iterable[str]:
    if not progress.closed and agenda.session.date < today:
        was = "begun and never closed" if progress.began is not None else "never begun"
        yield f"its day is past, and it was {was}"
    for review in reviews:
        for step in review.steps:
            waits = step.printed is not None and step.passed is Passed.NOT
            if waits and not review.cleared and step.until is not None:
                who = _WHO[step.body]
                late = "was due" if step.until < today else "is due"
                yield f"{review.text}: the answer of {who} {late} on {step.until.isoformat()}"
        if review.cleared and review.published is None:
            yield f"{review.text}: cleared, not published yet"


_WHO = {body: body.named for body in Body}
