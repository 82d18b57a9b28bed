"""How far the session has come: a frozen state, and the commands that change it.

`apply(state, command, now)` is the only way from one state to the next, so undo, replay
and property tests need nothing else. No time finer than a segment is held: what remains
of a finished segment is the seconds it took, and of a pause nothing at all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from facilitator.agenda import Agenda
from facilitator.clock import Instant, minutes
from facilitator.errors import Refused
from facilitator.record import AsHeld

REHEARSAL_GAP = 6 * 3600.0
"""Seconds between planned and real start beyond which the plan's times of day mean nothing
(a rehearsal, an old agenda tried out): the planned end is then counted from the real start."""

TWICE = 2.0
"""Seconds within which a second "next segment" is taken for a finger that slipped."""


class Phase(StrEnum):
    """Where one segment stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class SegmentProgress:
    """One segment's progress: finished running time in seconds, and its place among those held.

    `place` is 0 until the segment first runs, then 1, 2, … in the order of the day.
    """

    id: str
    phase: Phase = Phase.WAITING
    spent: float = 0.0
    place: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """The whole session's progress.

    `began` and `since` are on the session's steady scale: the first start of all, and the
    start of the present stretch of the running segment (None while paused or between
    segments). `revision` grows with every command.
    """

    segments: tuple[SegmentProgress, ...]
    began: float | None = None
    since: float | None = None
    paused: bool = False
    off_record: bool = False
    closed: bool = False
    revision: int = 0

    @property
    def running(self) -> SegmentProgress | None:
        """The segment that is running (or paused), if any."""
        for segment in self.segments:
            if segment.phase is Phase.RUNNING:
                return segment
        return None

    def of(self, segment_id: str) -> SegmentProgress:
        """The progress of that segment; `KeyError` where there is none."""
        for segment in self.segments:
            if segment.id == segment_id:
                return segment
        raise KeyError(segment_id)

    def spent(self, segment_id: str, now: Instant) -> float:
        """Seconds that the segment has taken so far, pauses not counted."""
        segment = self.of(segment_id)
        if segment.phase is Phase.RUNNING and self.since is not None:
            return segment.spent + max(0.0, now.steady - self.since)
        return segment.spent


@dataclass(frozen=True, slots=True)
class Start:
    """Start a segment, re-enter one that ran, or call back one that was skipped."""

    segment: str


@dataclass(frozen=True, slots=True)
class End:
    """End the running segment without starting another."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave a waiting segment out."""

    segment: str


@dataclass(frozen=True, slots=True)
class Restore:
    """Put a skipped segment back among the waiting."""

    segment: str


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop the segment's clock; the time is charged to nobody."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Let the segment's clock run again."""


@dataclass(frozen=True, slots=True)
class OffRecord:
    """Go off the record (True) or back on it (False)."""

    on: bool


@dataclass(frozen=True, slots=True)
class Close:
    """End the session: no segment runs any more, and times are cut to whole minutes."""


Command = Start | End | Skip | Restore | Pause | Resume | OffRecord | Close


def fresh(agenda: Agenda) -> Progress:
    """The state of a session that has not begun."""
    return Progress(tuple(SegmentProgress(segment.id) for segment in agenda.segments))


def apply(state: Progress, command: Command, now: Instant) -> Progress:
    """The state after `command`; raises `Refused` where it makes no sense."""
    if state.closed:
        raise Refused("the session is closed")
    match command:
        case Start(segment_id):
            new = _start(state, segment_id, now)
        case End():
            if state.running is None:
                raise Refused("no segment is running")
            new = _ended(state, now)
        case Skip(segment_id):
            if state.of(segment_id).phase is not Phase.WAITING:
                raise Refused("only a segment that has not been held can be skipped")
            new = _with(state, segment_id, phase=Phase.SKIPPED)
        case Restore(segment_id):
            if state.of(segment_id).phase is not Phase.SKIPPED:
                raise Refused("this segment was not skipped")
            new = _with(state, segment_id, phase=Phase.WAITING)
        case Pause():
            new = _pause(state, now)
        case Resume():
            if not state.paused:
                raise Refused("nothing is paused")
            new = replace(state, since=now.steady, paused=False)
        case OffRecord(on):
            if state.off_record is on:
                raise Refused(f"the session is already {'off' if on else 'on'} the record")
            new = replace(state, off_record=on)
        case Close():
            new = _closed(_ended(state, now))
    return replace(new, revision=state.revision + 1)


def _with(state: Progress, segment_id: str, **changes: object) -> Progress:
    return replace(
        state,
        segments=tuple(
            replace(segment, **changes) if segment.id == segment_id else segment  # type: ignore[arg-type]
            for segment in state.segments
        ),
    )


def _start(state: Progress, segment_id: str, now: Instant) -> Progress:
    wanted = state.of(segment_id)
    if wanted.phase is Phase.RUNNING:
        raise Refused("this segment is running already")
    ended = _ended(state, now)
    place = wanted.place or 1 + max((segment.place for segment in state.segments), default=0)
    began = now.steady if state.began is None else state.began
    started = _with(ended, segment_id, phase=Phase.RUNNING, place=place)
    return replace(started, began=began, since=now.steady)


def _ended(state: Progress, now: Instant) -> Progress:
    running = state.running
    if running is None:
        return state
    spent = state.spent(running.id, now)
    ended = _with(state, running.id, phase=Phase.DONE, spent=spent)
    return replace(ended, since=None, paused=False)


def _pause(state: Progress, now: Instant) -> Progress:
    running = state.running
    if running is None:
        raise Refused("no segment is running")
    if state.paused:
        raise Refused("the clock is paused already")
    held = _with(state, running.id, spent=state.spent(running.id, now))
    return replace(held, since=None, paused=True)


def _closed(state: Progress) -> Progress:
    return replace(
        state,
        segments=tuple(
            replace(segment, spent=60.0 * max(minutes(segment.spent), int(segment.spent > 0)))
            for segment in state.segments
        ),
        began=None if state.began is None else state.began // 60 * 60,
        off_record=False,
        closed=True,
    )


def following(state: Progress) -> str:
    """The id of the segment that "next" starts: the first waiting one after the running one.

    Where nothing waits behind it, the first waiting one of all; "" where none is left.
    """
    ids = [segment.id for segment in state.segments]
    running = state.running
    start = ids.index(running.id) + 1 if running else 0
    for segment in (*state.segments[start:], *state.segments[:start]):
        if segment.phase is Phase.WAITING:
            return segment.id
    return ""


def question_before(state: Progress, command: Command, now: Instant) -> str:
    """What to ask before `command` is carried out; "" where nothing need be asked."""
    running = state.running
    if isinstance(command, Start) and running is not None:
        if running.spent == 0 and state.spent(running.id, now) < TWICE:
            return "This segment has only just begun. Move on all the same?"
        if state.off_record:
            return "You are still off the record. Start the segment all the same?"
    if isinstance(command, Start) and state.of(command.segment).phase is Phase.DONE:
        return "This segment has been held. Re-enter it?"
    return ""


def ended_by(before: Progress, after: Progress) -> tuple[str, ...]:
    """The ids of the segments that ran in `before` and no longer do in `after`."""
    return tuple(
        old.id
        for old, new in zip(before.segments, after.segments, strict=True)
        if old.phase is Phase.RUNNING and new.phase is not Phase.RUNNING
    )


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where the session is heading; Unix times and seconds.

    `drift` is positive when the session will end later than planned.
    """

    planned_end: float
    projected_end: float
    drift: float


def outlook(agenda: Agenda, state: Progress, now: Instant) -> Outlook:
    """When the session will end if everything still to come takes its planned time.

    The running segment counts only its overrun: as long as it is inside its plan, it is
    expected to take all of it. A session held on another day than planned is measured
    from its own start.
    """
    planned_start = agenda.starts_at.timestamp()
    if state.began is None:
        late = now.wall - planned_start
        start = now.wall if late > 0 else planned_start
        baseline = planned_start if late <= REHEARSAL_GAP else start
    else:
        start = now.wall
        began = now.wall_of(state.began)
        baseline = planned_start if abs(began - planned_start) <= REHEARSAL_GAP else began
    left = 0.0
    for segment in agenda.segments:
        phase = state.of(segment.id).phase
        planned = segment.duration.total_seconds()
        if phase is Phase.RUNNING:
            left += max(0.0, planned - state.spent(segment.id, now))
        elif phase is Phase.WAITING:
            left += planned
    planned_end = baseline + agenda.planned_length.total_seconds()
    return Outlook(planned_end, start + left, start + left - planned_end)


def held_by_progress(state: Progress) -> tuple[str, ...]:
    """The ids of the segments that ran, in the order in which they first did."""
    ran = sorted((s for s in state.segments if s.place), key=lambda s: s.place)
    return tuple(segment.id for segment in ran)


def unanswered(agenda: Agenda, held: AsHeld) -> tuple[str, ...]:
    """The ids of public people of whom nobody has said yet whether they came."""
    return tuple(k.id for k in agenda.keynotes if k.public and k.id not in held.came)
