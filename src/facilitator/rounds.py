"""Rounds of questions and answers: how many, how long, and what is still owed."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.agenda import Agenda, Segment, SegmentKind
from facilitator.clock import Instant
from facilitator.progress import Progress, SegmentProgress
from facilitator.record import Mark, Note

OWED = (Mark.OPEN, Mark.PARTLY, Mark.WRITING, Mark.DISCUSSION)
"""Questions that somebody still has to answer."""

UNSETTLED = (Mark.OPEN, Mark.PARTLY)
"""Questions of which nobody has said yet what becomes of them."""


def planned(segment: Segment, progress: SegmentProgress) -> int | None:
    """How many rounds a segment is to have: as repaired, else as planned; None: not said."""
    return segment.rounds if progress.of_rounds is None else progress.of_rounds


def budget(segment: Segment, state: Progress, length: float) -> float | None:
    """Seconds of the present round: an even share of what was left when it began.

    `length` is that of the whole segment. Rounds that overran leave less for each of the
    rest, so that the first cannot eat the last. None where no number of rounds is planned.
    """
    number = planned(segment, state.of(segment.id))
    if number is None or not state.round:
        return None
    return max(0.0, length - state.round_from) / max(1, number - state.round + 1)


def spent(segment: Segment, state: Progress, now: Instant) -> float:
    """Seconds that the present round has taken."""
    return state.spent(segment.id, now) - state.round_from


def in_rounds(agenda: Agenda, state: Progress) -> Segment | None:
    """The running segment, where it is one of questions and answers."""
    running = state.running
    segment = agenda.segment(running.id) if running else None
    return segment if segment is not None and segment.kind is SegmentKind.QA else None


def of_round(questions: Iterable[Note], state: Progress) -> tuple[Note, ...]:
    """The questions of the present round, by their letters."""
    return by_letter(note for note in questions if state.round and note.round == state.round)


def owed(questions: Iterable[Note]) -> tuple[Note, ...]:
    """The questions still to be answered, by their letters."""
    return by_letter(note for note in questions if note.mark in OWED)


def unsettled(questions: Iterable[Note], segment_id: str) -> tuple[Note, ...]:
    """The questions of a segment of which nobody has said yet what becomes of them."""
    return by_letter(n for n in questions if n.segment == segment_id and n.mark in UNSETTLED)


def by_letter(questions: Iterable[Note]) -> tuple[Note, ...]:
    """Questions in the order of their letters, which is nobody's."""
    return tuple(sorted(questions, key=lambda note: (len(note.tag), note.tag)))
