"""How long raw material is kept, in the organiser's words, and whether that time is over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from facilitator.agenda import Agenda
from facilitator.review import Review

_SAID = re.compile(
    r"\s*(?:([0-9]{1,4})\s*(d|days?|w|weeks?|m|months?|y|years?)\s+after\s+|(?:at|on|until)\s+)"
    r"(?:the\s+)?(publication|published|session|meeting|close|closing|seal|sealing)\s*",
    re.IGNORECASE,
)
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}

NAMES = {
    "roster": ("the roster", "facilitator seal"),
    "raw_notes": ("the raw notes", "facilitator purge"),
    "drafts": ("drafts and review copies", "delete them where they lie"),
}
"""What is kept for a time, and what destroys it."""


@dataclass(frozen=True, slots=True)
class Due:
    """One kind of raw material: `said` in the organiser's words, `since` which day it is due.

    `since` is None where that depends on what has not happened, or cannot be read.
    """

    kind: str
    said: str
    since: date | None

    def over(self, today: date) -> bool:
        """Whether the time is over."""
        return self.since is not None and today >= self.since

    def told(self, today: date) -> str:
        """The matter in a line for a person."""
        what, how = NAMES[self.kind]
        if self.since is None:
            return f"{what}: {self.said}"
        if self.over(today):
            return f"DUE since {self.since.isoformat()}: {what} ({self.said}): {how}"
        return f"{what}: {self.said}, which is {self.since.isoformat()}"


def due(
    agenda: Agenda, reviews: Sequence[Review], *, sealed: bool, closed: bool
) -> tuple[Due, ...]:
    """What the agenda says of each kind that is still here, and since when it is due.

    "After publication" counts from the day the last of the reviewed texts went out.
    """
    published = _published(reviews)
    found: list[Due] = []
    for kind in NAMES:
        said = getattr(agenda.retention, kind)
        if not said or (kind == "roster" and sealed):
            continue
        found.append(Due(kind, said, _since(said, agenda.session.date, published, closed=closed)))
    return tuple(found)


def _since(said: str, held: date, published: date | None, *, closed: bool) -> date | None:
    match = _SAID.fullmatch(said)
    if match is None:
        return None
    event = match[3].lower()
    day: date | None = held
    if event.startswith(("publi", "seal")):
        day = published  # a session is sealed once its texts are out
    elif event.startswith("clos") and not closed:
        day = None
    if day is None:
        return None
    return day + timedelta(days=int(match[1]) * _DAYS[match[2][0].lower()] if match[1] else 0)


def _published(reviews: Sequence[Review]) -> date | None:
    """The day the last text went out; None while one is still under review, or none was."""
    days = [review.published for review in reviews]
    if not days or None in days:
        return None
    return max(day for day in days if day is not None)
