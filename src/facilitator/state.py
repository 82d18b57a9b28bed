"""What a face of the program is given: the session at one moment, and what came of a command."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from facilitator.agenda import Agenda, Segment
from facilitator.progress import Progress
from facilitator.record import AsHeld, Dismissal, Line, Note


@dataclass(frozen=True, slots=True)
class State:
    """What a face shows: the session at one moment, with the points of one segment.

    `lines` are the points of `segment` ("" where none was ever started) in the order in
    which they may be shown; `in_arrival_order` says which that is. `total` counts all.
    `questions` are those of every Q&A segment. `dismissals` are the wordings kept in spite
    of the guard, under the session's `salt`.
    """

    agenda: Agenda
    progress: Progress
    segment: str
    lines: tuple[Line, ...]
    in_arrival_order: bool
    total: int
    scrub_pending: bool
    had_roster: bool
    held: AsHeld
    questions: tuple[Note, ...] = ()
    unlisted: int = 0
    salt: bytes = b""
    dismissals: tuple[Dismissal, ...] = ()

    @property
    def running(self) -> Segment | None:
        """The running segment of the plan, if any."""
        running = self.progress.running
        return self.agenda.segment(running.id) if running else None

    @property
    def silent(self) -> bool:
        """Whether nothing said now may be noted: off the record by key or by the agenda."""
        segment = self.running
        return self.progress.off_record or (segment is not None and not segment.rule.allows_notes)


@dataclass(frozen=True, slots=True)
class Adoption:
    """What came of offering a changed agenda: the differences, and why it was not taken.

    `rest` are the differences that can be taken in spite of the hindrances.
    """

    differences: tuple[str, ...]
    hindrances: tuple[str, ...]
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaNews:
    """What became of the agenda's file: another plan and its digest, or why there is none."""

    agenda: Agenda | None = None
    digest: str = ""
    trouble: str = ""


class AgendaSource(Protocol):
    """The agenda's own file, followed for as long as the desk is open."""

    def news(self) -> AgendaNews | None:
        """What is new since the last call (None: nothing); cheap where nothing is.

        It may wait for a disk, and raises nothing.
        """


@dataclass(frozen=True, slots=True)
class Erased:
    """What came of a strike.

    `wiped` is whether its traces are; `left` are the exported files that still hold the words,
    a line each.
    """

    wiped: bool
    left: tuple[str, ...] = ()
