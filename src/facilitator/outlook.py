"""Where the session is heading: projected end, drift, the next hard limit, and repairs.

Every repair is previewed with the end it leads to before anybody applies it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from facilitator import meeting, rounds
from facilitator.agenda import Agenda, Segment, SegmentKind
from facilitator.clock import Instant
from facilitator.meeting import Replan
from facilitator.progress import Phase, Progress
from facilitator.timetable import instant_of

REHEARSAL_GAP = 6 * 3600.0
"""Seconds between planned and real start beyond which the plan's times of day mean nothing
(a rehearsal, an old agenda tried out): everything is then counted from the real start."""

WARN_BEFORE = 15 * 60.0
"""Seconds before a hard limit from which it is shown."""

STILL_TOLD = 10 * 60.0
"""Seconds after a person had to leave for which that is still said."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where the session is heading; Unix times and seconds.

    `drift` is positive when the session will end later than planned (or agreed since).
    """

    planned_end: float
    projected_end: float
    drift: float


def length(segment: Segment, state: Progress) -> float:
    """Seconds that a segment is to take: as repaired, else as planned."""
    repaired = state.of(segment.id).length
    return segment.duration.total_seconds() if repaired is None else repaired


def baseline(agenda: Agenda, state: Progress, now: Instant) -> float:
    """The Unix time from which the plan's lengths are counted."""
    planned = agenda.starts_at.timestamp()
    if state.began is None:
        return now.wall if now.wall - planned > REHEARSAL_GAP else planned
    began = now.wall_of(state.began)
    return began if abs(began - planned) > REHEARSAL_GAP else planned


def outlook(agenda: Agenda, state: Progress, now: Instant) -> Outlook:
    """When the session will end if everything still to come takes its time.

    The running segment counts only its overrun: as long as it is inside its plan, it is
    expected to take all of it. A segment with a hard end absorbs what came before it. A
    session held on another day than planned is measured from its own start.
    """
    start = baseline(agenda, state, now)
    planned = start
    for segment in agenda.segments:
        planned = _ended(agenda, segment, planned, segment.duration.total_seconds(), start)
    projected = now.wall if state.began is not None else max(now.wall, start)
    for segment in agenda.segments:
        phase = state.of(segment.id).phase
        left = length(segment, state)
        if phase is Phase.RUNNING:
            left = max(0.0, left - state.spent(segment.id, now))
        elif phase is not Phase.WAITING:
            continue
        projected = _ended(agenda, segment, projected, left, start)
    planned += state.pushed
    return Outlook(planned, projected, projected - planned)


def _ended(agenda: Agenda, segment: Segment, begins: float, takes: float, start: float) -> float:
    """When a segment ends that begins at a Unix time and takes some seconds."""
    end = begins + takes
    if segment.hard_end is None:
        return end
    return min(end, max(begins, _at(agenda, segment.hard_end, start)))


def _at(agenda: Agenda, wall: time, start: float) -> float:
    """The Unix time of a time of day in the plan, in a rehearsal moved along with it."""
    moved = start - agenda.starts_at.timestamp()
    return instant_of(agenda, wall).timestamp() + moved


@dataclass(frozen=True, slots=True)
class HardLimit:
    """What cannot move: seconds `left` (negative: passed) until a person leaves (`lead`) or
    a segment must end."""

    left: float
    lead: bool
    title: str


def hard_limit(agenda: Agenda, state: Progress, now: Instant) -> HardLimit | None:
    """The next hard limit, from 15 minutes before it; None where none is near."""
    start = baseline(agenda, state, now)
    near: list[HardLimit] = []
    led: set[str] = set()
    for segment in agenda.segments:
        phase = state.of(segment.id).phase
        if phase in (Phase.DONE, Phase.SKIPPED):
            continue
        if segment.hard_end is not None:
            left = _at(agenda, segment.hard_end, start) - now.wall
            if left <= WARN_BEFORE and (left > 0 or phase is Phase.RUNNING):
                near.append(HardLimit(left, False, segment.title))
        if segment.lead and segment.lead not in led:
            led.add(segment.lead)
            lead = agenda.keynote(segment.lead)
            if lead.hard_out is not None:
                left = _at(agenda, lead.hard_out, start) - now.wall
                if -STILL_TOLD < left <= WARN_BEFORE:
                    near.append(HardLimit(left, True, segment.title))
    return min(near, key=lambda limit: limit.left, default=None)


SHORT = 30.0
"""Seconds that a fixed time may take from a segment before anybody is bothered with it."""


@dataclass(frozen=True, slots=True)
class Shortage:
    """A segment that a fixed time leaves less than it wants; seconds.

    `lead` is whether the time is somebody's leaving, else it is the segment's hard end; `at`
    is that Unix time.
    """

    segment: Segment
    gets: float
    wants: float
    at: float
    lead: bool

    @property
    def below_least(self) -> bool:
        """Whether it is left less than its least (or, where none is said, than a half)."""
        least = self.segment.least
        return self.gets < (least.total_seconds() if least is not None else self.wants / 2)


def shortage(agenda: Agenda, state: Progress, now: Instant) -> Shortage | None:
    """The first segment that what comes before it leaves too little time; None where none."""
    if state.began is None:
        return None
    start, then = baseline(agenda, state, now), now.wall
    coming = [s for s in agenda.segments if state.of(s.id).phase in (Phase.RUNNING, Phase.WAITING)]
    for place, segment in enumerate(coming):
        spent = state.spent(segment.id, now)
        wants = length(segment, state)
        begins, then = then, then + max(0.0, wants - spent)
        fixed = [(segment.hard_end, False)]
        if segment.lead and all(other.lead != segment.lead for other in coming[place + 1 :]):
            fixed.append((agenda.keynote(segment.lead).hard_out, True))
        for wall, lead in fixed:
            limit = _at(agenda, wall, start) if wall is not None else then
            if then - limit <= SHORT or limit < now.wall:
                continue
            return Shortage(segment, spent + max(0.0, limit - begins), wants, limit, lead)
        then = _ended(agenda, segment, begins, then - begins, start)
    return None


@dataclass(frozen=True, slots=True)
class Repair:
    """One way to mend the plan: what it does in words, the outlook and what is short after it."""

    name: str
    words: str
    command: Replan
    after: Outlook
    short: Shortage | None = None


def repairs(agenda: Agenda, state: Progress, now: Instant) -> tuple[Repair, ...]:
    """What can be done about a late end, the gentlest first; () where it is not late.

    What would win nothing (a fixed end swallows it) is not among them.
    """
    drift, short = outlook(agenda, state, now).drift, shortage(agenda, state, now)
    if state.began is None or (drift < 30 and short is None):
        return ()
    room = _room_made(agenda, state, now, short) if short is not None else None
    made = _repair("make room", room, agenda, state, now)
    if drift < 30:
        return (made,) if made else ()
    found = [
        made,
        _repair("squeeze", _squeezed(agenda, state, now, drift), agenda, state, now),
        _repair("drop a round", _round_dropped(agenda, state, now), agenda, state, now),
        _repair("push", Replan(push=drift), agenda, state, now),
    ]
    return tuple(
        r for r in found if r and (r is made or r.command.push or drift - r.after.drift >= 1)
    )


def extended(agenda: Agenda, state: Progress, now: Instant, minutes: int) -> Repair | None:
    """The running segment longer (or shorter) by some minutes; None where that cannot be."""
    running = state.running
    if running is None:
        return None
    segment = agenda.segment(running.id)
    longer = length(segment, state) + 60.0 * minutes
    if longer < 60.0:
        return None
    return _repair("extend", Replan(((segment.id, longer),)), agenda, state, now)


def _repair(
    name: str, command: Replan | None, agenda: Agenda, state: Progress, now: Instant
) -> Repair | None:
    if command is None:
        return None
    titles = {segment.id: segment for segment in agenda.segments}
    parts = [
        f"{titles[i].title} {length(titles[i], state) / 60:.3g} → {seconds / 60:.3g} min"
        for i, seconds in command.lengths
    ]
    parts += [f"{number} round{'s' if number > 1 else ''}" for _, number in command.rounds]
    if command.push:
        parts.append("everything later; the new end counts as agreed")
    mended = meeting.apply(state, command, now)
    after, short = outlook(agenda, mended, now), shortage(agenda, mended, now)
    return Repair(name, ", ".join(parts), command, after, short)


def _spare(agenda: Agenda, state: Progress, now: Instant) -> dict[str, float]:
    """Seconds that each segment still to come can give, down to its least."""
    spare: dict[str, float] = {}
    for segment in agenda.segments:
        progress = state.of(segment.id)
        if progress.phase not in (Phase.RUNNING, Phase.WAITING) or segment.least is None:
            continue
        floor = max(60.0, segment.least.total_seconds(), state.spent(segment.id, now))
        if length(segment, state) > floor:
            spare[segment.id] = length(segment, state) - floor
    return spare


def _room_made(agenda: Agenda, state: Progress, now: Instant, short: Shortage) -> Replan | None:
    """Share what a fixed time takes among all segments up to it, each in proportion."""
    ids = [segment.id for segment in agenda.segments]
    upto = set(ids[: ids.index(short.segment.id) + 1])
    spare = {i: left for i, left in _spare(agenda, state, now).items() if i in upto}
    total, missing = sum(spare.values()), short.wants - short.gets
    if total < 1:
        return None
    share = min(1.0, missing / total)
    return Replan(tuple((i, length(agenda.segment(i), state) - share * spare[i]) for i in spare))


def _squeezed(agenda: Agenda, state: Progress, now: Instant, drift: float) -> Replan | None:
    """Shorten what is still to come, each in proportion to what it can spare.

    A fixed end may swallow some of what is saved before it; then each gives more.
    """
    spare = _spare(agenda, state, now)
    total = sum(spare.values())
    if total < 1:
        return None

    def sparing(share: float) -> Replan:
        lengths = {i: length(agenda.segment(i), state) - share * spare[i] for i in spare}
        return Replan(tuple(lengths.items()))

    def late(share: float) -> bool:
        return outlook(agenda, meeting.apply(state, sparing(share), now), now).drift > 0.5

    low = high = min(1.0, drift / total)
    if late(low):
        high = 1.0
        while high - low > 1e-4:
            middle = (low + high) / 2
            low, high = (middle, high) if late(middle) else (low, middle)
    return sparing(high)


def _round_dropped(agenda: Agenda, state: Progress, now: Instant) -> Replan | None:
    """Leave out one round of the first Q&A that has one to spare, and its share of time."""
    for segment in agenda.segments:
        progress = state.of(segment.id)
        number = rounds.planned(segment, progress)
        if segment.kind is not SegmentKind.QA or number is None or number < 2:
            continue
        if progress.phase is Phase.RUNNING and state.round < number:
            share = rounds.budget(segment, state, length(segment, state)) or 0.0
        elif progress.phase is Phase.WAITING:
            share = length(segment, state) / number
        else:
            continue
        shorter = max(length(segment, state) - share, state.spent(segment.id, now), 60.0)
        if shorter >= length(segment, state):
            continue
        return Replan(((segment.id, shorter),), ((segment.id, number - 1),))
    return None
