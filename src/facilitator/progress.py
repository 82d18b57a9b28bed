"""How far the session has come: a frozen state, stored durably, with no name in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.clock import Instant


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
    `length` (seconds) and `of_rounds` replace what the agenda planned, where somebody
    repaired it; `rounds` were held; `thin` is whether fewer than three people spoke in it
    (None: nobody can say, which counts as thin).
    """

    id: str
    phase: Phase = Phase.WAITING
    spent: float = 0.0
    place: int = 0
    length: float | None = None
    rounds: int = 0
    of_rounds: int | None = None
    thin: bool | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """The whole session's progress.

    `began` and `since` are on the session's steady scale: the first start of all, and the
    start of the present stretch of the running segment (None while paused or between
    segments). `round` is that of the running segment (0: none runs; a segment without
    questions stays in its first), `round_from` where it began on the segment's own clock;
    `gave_way` is the segment that ended when the running one began. `pushed` are the seconds
    by which a later end was agreed. `revision` grows with every command.
    """

    segments: tuple[SegmentProgress, ...]
    began: float | None = None
    since: float | None = None
    paused: bool = False
    off_record: bool = False
    closed: bool = False
    revision: int = 0
    round: int = 0
    answering: bool = False
    round_from: float = 0.0
    gave_way: str = ""
    pushed: float = 0.0

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
