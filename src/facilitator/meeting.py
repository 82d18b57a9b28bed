"""The commands that move the session on.

`apply(state, command, now)` is the only way from one state to the next, so undo, replay
and property tests need nothing else. No time finer than a segment is held: what remains
of a finished segment is the seconds it took, and of a pause nothing at all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.agenda import Agenda
from facilitator.clock import Instant, minutes, whole_minutes
from facilitator.errors import Refused
from facilitator.progress import Phase, Progress, SegmentProgress
from facilitator.record import AsHeld

TWICE = 2.0
"""Seconds within which a second "next segment" is taken for a finger that slipped."""


@dataclass(frozen=True, slots=True)
class Start:
    """Start a segment, re-enter one that ran, or call back one that was skipped.

    It began `ago` seconds before it was started here, and what ran before ended then.
    """

    segment: str
    ago: float = 0.0


@dataclass(frozen=True, slots=True)
class End:
    """End the running segment without starting another; it ended `ago` seconds before."""

    ago: float = 0.0


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
class Answers:
    """The questions of the round are collected; the block of answers begins."""


@dataclass(frozen=True, slots=True)
class NextRound:
    """The round is over; the next one begins to collect."""


@dataclass(frozen=True, slots=True)
class Backdate:
    """The running segment began `seconds` before it was started here."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Replan:
    """Repair the plan: new lengths in seconds, new numbers of rounds, a later end agreed."""

    lengths: tuple[tuple[str, float], ...] = ()
    rounds: tuple[tuple[str, int], ...] = ()
    push: float = 0.0


@dataclass(frozen=True, slots=True)
class Close:
    """End the session: no segment runs any more, and times are cut to whole minutes."""


Command = (
    Start
    | End
    | Skip
    | Restore
    | Pause
    | Resume
    | OffRecord
    | Answers
    | NextRound
    | Backdate
    | Replan
    | Close
)


def fresh(agenda: Agenda) -> Progress:
    """The state of a session that has not begun."""
    return Progress(tuple(SegmentProgress(segment.id) for segment in agenda.segments))


def apply(state: Progress, command: Command, now: Instant) -> Progress:
    """The state after `command`; raises `Refused` where it makes no sense."""
    if state.closed:
        raise Refused("the session is closed")
    match command:
        case Start(segment_id, ago):
            new = _start(state, segment_id, _before(state, now, ago))
        case End(ago):
            if state.running is None:
                raise Refused("no segment is running")
            new = _ended(state, _before(state, now, ago))
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
        case Answers():
            if state.running is None or state.answering:
                raise Refused("no questions are being collected")
            new = replace(state, answering=True)
        case NextRound():
            new = _next_round(state, now)
        case Backdate(seconds):
            new = _backdated(state, seconds, now)
        case Replan():
            new = _replanned(state, command)
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
    return replace(
        started,
        began=began,
        since=now.steady,
        round=max(1, wanted.rounds),
        round_from=wanted.spent,
        gave_way=state.running.id if state.running else "",
    )


def _ended(state: Progress, now: Instant) -> Progress:
    running = state.running
    if running is None:
        return state
    spent = state.spent(running.id, now)
    ended = _with(state, running.id, phase=Phase.DONE, spent=spent, rounds=state.round)
    return replace(
        ended, since=None, paused=False, round=0, answering=False, round_from=0.0, gave_way=""
    )


def _before(state: Progress, now: Instant, ago: float) -> Instant:
    """The instant `ago` seconds before now; `Refused` before anything was running."""
    if ago < 0:
        raise Refused("nothing is started or ended ahead of its time")
    if ago and state.paused:
        raise Refused("the clock is paused: let it go on first (space)")
    if state.since is not None and now.steady - ago < state.since:
        raise Refused("the running segment had not begun by then")
    if ago and state.since is None and ago > _uncharged(state, now):
        raise Refused("the segment before had not ended by then")
    return Instant(now.wall - ago, now.steady - ago)


def _uncharged(state: Progress, now: Instant) -> float:
    """Seconds since the session began that no segment has taken; endless before it began."""
    if state.began is None:
        return float("inf")
    return now.steady - state.began - sum(state.spent(s.id, now) for s in state.segments)


def _next_round(state: Progress, now: Instant) -> Progress:
    running = state.running
    if running is None:
        raise Refused("no segment is running")
    return replace(
        state, round=state.round + 1, answering=False, round_from=state.spent(running.id, now)
    )


def _backdated(state: Progress, seconds: float, now: Instant) -> Progress:
    """The running segment takes `seconds` from the one that gave way to it, if one did."""
    running = state.running
    if running is None or state.began is None:
        raise Refused("no segment is running")
    if seconds <= 0:
        raise Refused("a start is back-dated by some minutes")
    new = _with(state, running.id, spent=running.spent + seconds)
    if state.gave_way:
        before = state.of(state.gave_way)
        if before.spent < seconds:
            raise Refused("the segment before would have ended before it began")
        new = _with(new, before.id, spent=before.spent - seconds)
    elif running.place == 1 and not running.rounds:  # it has not ended yet: the very first start
        new = replace(new, began=state.began - seconds)
    elif seconds > _uncharged(state, now):
        raise Refused("the segment before had not ended by then")
    if state.round > max(1, running.rounds):  # the present round began later than the segment
        new = replace(new, round_from=state.round_from + seconds)
    return new


def _replanned(state: Progress, plan: Replan) -> Progress:
    new = replace(state, pushed=state.pushed + plan.push)
    for segment_id, length in plan.lengths:
        if length <= 0:
            raise Refused("a segment needs some time")
        if state.of(segment_id).phase in (Phase.DONE, Phase.SKIPPED):
            raise Refused("only a segment still to be held can be given another length")
        new = _with(new, segment_id, length=length)
    for segment_id, number in plan.rounds:
        if number < 1:
            raise Refused("one round at least is needed")
        new = _with(new, segment_id, of_rounds=number)
    return new


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
            replace(
                segment,
                spent=60.0 * whole_minutes(segment.spent),
                length=None if segment.length is None else 60.0 * whole_minutes(segment.length),
            )
            for segment in state.segments
        ),
        pushed=60.0 * minutes(state.pushed),
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


def restored(present: Progress, before: Progress) -> Progress:
    """`before` again, as an undo asks; what everybody hears of at once stays as it is now."""
    return replace(
        before,
        off_record=present.off_record,
        closed=present.closed,
        revision=present.revision + 1,
    )


def same_ground(one: Progress, other: Progress) -> bool:
    """Whether two states differ in nothing that an undo would bring back."""
    return restored(one, one) == restored(one, other)


def judged(state: Progress, segment_id: str, thin: bool | None) -> Progress:
    """The state with what is known of a segment's thinness; one thin part makes it thin."""
    known = {state.of(segment_id).thin, thin} - {None}
    return _with(state, segment_id, thin=True in known if known else None)


def ended_by(before: Progress, after: Progress) -> tuple[str, ...]:
    """The ids of the segments that ran in `before` and no longer do in `after`."""
    return tuple(
        old.id
        for old, new in zip(before.segments, after.segments, strict=True)
        if old.phase is Phase.RUNNING and new.phase is not Phase.RUNNING
    )


def held_by_progress(state: Progress) -> tuple[str, ...]:
    """The ids of the segments that ran, in the order in which they first did."""
    ran = sorted((s for s in state.segments if s.place), key=lambda s: s.place)
    return tuple(segment.id for segment in ran)


def unanswered(agenda: Agenda, held: AsHeld) -> tuple[str, ...]:
    """The ids of public people of whom nobody has said yet whether they came."""
    return tuple(k.id for k in agenda.keynotes if k.public and k.id not in held.came)
