"""The one bridge between faces (screens, commands) and the meeting.

A secretariat runs a command, stores the result and hands out the new state; a pen is one
person's hand in it: what they last wrote and which topic they are on, in memory only.
Screens and plain commands both go through these, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator import capture, meeting
from facilitator.agenda import Agenda, Segment, differences
from facilitator.clock import Instant
from facilitator.errors import Refused, Trouble
from facilitator.meeting import Command, Progress
from facilitator.ports import RecordStore, Snapshot, Volatile
from facilitator.record import (
    MAX_DEPTH,
    POSITIONS,
    AsHeld,
    Kind,
    Line,
    Note,
    NoteId,
    keeps_order,
    outline,
    refuse_unwritable,
    stored_kind,
)
from facilitator.text import clean

if TYPE_CHECKING:
    from facilitator.publish.brief import Brief


@dataclass(frozen=True, slots=True)
class State:
    """What a face shows: the session at one moment, with the points of one segment.

    `lines` are the points of `segment` ("" where none was ever started) in the order in
    which they may be shown; `in_arrival_order` says which that is. `total` counts all.
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
    """What came of offering a changed agenda: the differences, and why it was not taken."""

    differences: tuple[str, ...]
    hindrances: tuple[str, ...]


class Secretariat:
    """One session, as every face of the program sees it."""

    def __init__(
        self,
        store: RecordStore,
        volatile: Volatile,
        now: Callable[[], Instant],
        new_id: Callable[[], NoteId],
        randbelow: Callable[[int], int],
    ) -> None:
        """Serve the session in `store`; `new_id` gives 16 random bytes."""
        self.store = store
        self.volatile = volatile
        self.now = now
        self.new_id = new_id
        self.randbelow = randbelow
        self._agenda: tuple[str, Agenda] | None = None

    # Looking

    def look(self, segment: str = "", *, patient: bool = True) -> State:
        """The session now, with the points of `segment` ("": the running or last held one).

        Impatient, it raises `Busy` rather than wait for somebody's write.
        """
        if not segment or self._agenda is None:
            progress = self._ordered(self.store.snapshot("", patient=patient)).progress
            segment = segment or _of_interest(progress)
        snapshot = self._ordered(self.store.snapshot(segment, patient=patient))
        agenda = self._agenda[1] if self._agenda else self.store.agenda()
        running = snapshot.progress.running
        arriving = (
            running is not None
            and running.id == segment
            and not keeps_order(agenda, agenda.segment(segment))
        )
        arrival = self.volatile.arrival(segment) if arriving else ()
        return State(
            agenda,
            snapshot.progress,
            segment,
            outline(snapshot.notes, arrival),
            arriving,
            snapshot.total,
            snapshot.scrub_pending,
            snapshot.had_roster,
            snapshot.held,
        )

    def _ordered(self, snapshot: Snapshot) -> Snapshot:
        """The snapshot with its segments in the agenda's order."""
        if self._agenda is None or self._agenda[0] != snapshot.digest:
            self._agenda = (snapshot.digest, self.store.agenda())
        by_id = {segment.id: segment for segment in snapshot.progress.segments}
        ordered = tuple(by_id[s.id] for s in self._agenda[1].segments if s.id in by_id)
        return replace(snapshot, progress=replace(snapshot.progress, segments=ordered))

    # Conducting

    def conduct(self, command: Command, on: Progress) -> Progress:
        """Carry out a command that was given on the state `on`; the new state is stored.

        Raises `StaleState` where the session has moved on since, `Refused` where the
        command makes no sense. What ends a segment also mixes and wipes its order.
        """
        after = meeting.apply(on, command, self.now())
        agenda = self.store.agenda()
        ended = meeting.ended_by(on, after)
        mix = [i for i in ended if not keeps_order(agenda, agenda.segment(i))]
        self.store.advance(on, after, mix)
        for segment in ended:
            self.volatile.forget(segment)
        if after.closed:
            self.volatile.destroy()
        if mix or after.closed:
            self.wipe()
        return after

    def settle(self) -> bool:
        """Finish what a crash cut off: order of arrival not destroyed, traces not wiped.

        False where a wiping is still due, because somebody reads or the disk refuses.
        """
        snapshot = self.store.snapshot("")
        progress = snapshot.progress
        for segment in progress.segments:
            if segment is not progress.running:
                self.volatile.forget(segment.id)
        if progress.closed:
            self.volatile.destroy()
        return self.wipe() if snapshot.scrub_pending else True

    def wipe(self) -> bool:
        """Wipe old traces; False, and still due, where it cannot be done now.

        What was asked for has been stored before; that its traces wait is no failure of it.
        """
        try:
            return self.store.scrub()
        except Trouble:
            return False

    def offer(self, agenda: Agenda, digest: str) -> Adoption:
        """Go by a changed agenda where no note and no held segment would lose its place."""
        snapshot = self._ordered(self.store.snapshot(None))
        mine = self.store.agenda()
        if agenda.series.id != mine.series.id:
            raise Refused(
                f"session {mine.session.id} belongs to the series “{mine.series.title}”: give the"
                " new agenda another [session] id"
            )
        found = differences(mine, agenda)
        kept = {segment.id for segment in agenda.segments}
        noted = {note.segment for note in snapshot.notes}
        hindrances = [
            f"segment {s.id} has been held or noted and is missing from the file"
            for s in snapshot.progress.segments
            if s.id not in kept and (s.place or s.id in noted)
        ]
        before = {segment.id: segment for segment in mine.segments}
        hindrances += [
            f"segment {s.id}: the rule changed after points were noted under the other one"
            for s in agenda.segments
            if s.id in noted and s.rule is not before[s.id].rule
        ]
        if not hindrances:
            self.store.adopt(agenda, digest, snapshot.progress)
            self._agenda = None
        return Adoption(found, tuple(hindrances))

    # Ending

    def held(self) -> AsHeld:
        """What was held, as far as anybody said; a segment that has points was held.

        Segments stand in the order in which they ran; where one was held without ever
        having been started here, the order of the day is not known and the agenda's is told.
        """
        snapshot = self._ordered(self.store.snapshot(None))
        told = set(snapshot.held.segments)
        if not snapshot.segments_answered:
            told |= {note.segment for note in snapshot.notes}
        segments = [s for s in snapshot.progress.segments if s.id in told]
        if all(segment.place for segment in segments):
            segments.sort(key=lambda segment: segment.place)
        return replace(snapshot.held, segments=tuple(segment.id for segment in segments))

    def brief(self) -> Brief:
        """The public brief of what is in the record."""
        from facilitator.publish.brief import brief  # no screen needs it to start

        return brief(self.store.agenda(), self.store.snapshot(None).notes, self.held())

    def leave(self) -> None:
        """Let go of the session; of a closed one nothing stays in memory."""
        with suppress(Trouble):  # whoever opens it next destroys what is left
            if self.store.snapshot("").progress.closed:
                self.volatile.destroy()
        self.volatile.release()
        self.store.close()

    def pen(self) -> Pen:
        """A new writing hand."""
        return Pen(self)


def _of_interest(progress: Progress) -> str:
    if progress.running is not None:
        return progress.running.id
    held = meeting.held_by_progress(progress)
    return held[-1] if held else ""


@dataclass(frozen=True, slots=True)
class Written:
    """What came of one line: the note as stored (None: the line only set the topic)."""

    note: Note | None
    captured: capture.Captured
    echoed: bool = False

    @property
    def alone(self) -> bool:
        """Whether the other side of something was written with nothing above it."""
        note = self.note
        return note is not None and note.kind is Kind.OTHER_SIDE and note.parent is None


class Pen:
    """One person's hand: where they are writing, in memory only.

    `path` are the ids last written at each depth, `topics` the ones that stick.
    """

    def __init__(self, secretariat: Secretariat) -> None:
        """A hand that has written nothing yet."""
        self.secretariat = secretariat
        self.topics: tuple[str, ...] = ()
        self.path: tuple[NoteId, ...] = ()
        self.segment = ""
        self.own: list[NoteId] = []

    def write(
        self, line: str, segment_id: str, depth: int = 0, note_id: NoteId | None = None
    ) -> Written:
        """Keep one line in a segment, `depth` levels under what was written last.

        Durable on return. Sending the same `note_id` again keeps nothing twice. Raises
        `Refused` (with the reason in one sentence) or `Trouble`; then nothing was kept.
        """
        store = self.secretariat.store
        agenda = store.agenda()
        try:
            segment = agenda.segment(segment_id)
        except KeyError:
            raise Refused(f"there is no segment “{clean(segment_id)}”") from None
        captured = capture.parse(clean(line), agenda.topics)
        if segment_id != self.segment:
            self.segment, self.path = segment_id, ()
        if captured.echo:
            return self._echo(captured)
        if captured.topics is not None:
            self.topics = captured.topics
        if captured.empty:
            if captured.topics is None:
                raise Refused("there is nothing behind the sign")
            return Written(None, captured)
        words = captured.words
        refuse_unwritable(segment, quote=words.quote)
        if words.kind is Kind.OTHER_SIDE:
            depth = max(depth, 1)
        above = self.path[: min(depth, MAX_DEPTH - 1)]
        note, running = store.keep(
            Note(
                id=note_id or self.secretariat.new_id(),
                segment=segment_id,
                kind=stored_kind(words.kind, segment),
                text=words.text,
                topics=self.topics,
                quote=words.quote,
                parent=above[-1] if above else None,
                position=self.secretariat.randbelow(POSITIONS),
            ),
            append=keeps_order(agenda, segment),
        )
        if running and not keeps_order(agenda, segment):
            self.secretariat.volatile.arrived(segment_id, note.id)
        self.path = (*above, note.id)
        self.own.append(note.id)
        return Written(note, captured)

    def stand_under(self, lines: Sequence[Line], segment_id: str) -> None:
        """Take the last points shown as those written last, where this hand wrote none yet."""
        if self.segment == segment_id and self.path:
            return
        self.segment, self.path = segment_id, ()
        for line in lines:
            self.path = (*self.path[: line.depth], line.note.id)

    def _echo(self, captured: capture.Captured) -> Written:
        if not self.path:
            raise Refused("there is no point above to echo")
        return Written(self.secretariat.store.echo(self.path[-1]), captured, echoed=True)

    def edit(self, note_id: NoteId, segment_id: str, revision: int, line: str) -> Note:
        """Change a note last seen at `revision` to what the line says.

        Raises `Conflict` where somebody else changed it first, `Refused` or `Trouble`.
        """
        agenda = self.secretariat.store.agenda()
        segment = agenda.segment(segment_id)
        captured = capture.parse(clean(line), agenda.topics)
        if captured.echo or captured.empty:
            raise Refused("an empty line changes nothing; to remove the point, strike it")
        words = captured.words
        refuse_unwritable(segment, quote=words.quote)
        kind = stored_kind(words.kind, segment)
        return self.secretariat.store.edit(note_id, revision, replace(words, kind=kind))

    def strike(self, note_id: NoteId) -> bool:
        """Erase a point for good; False where its traces could not be wiped yet."""
        self.path = tuple(i for i in self.path if i != note_id)
        self.own = [i for i in self.own if i != note_id]
        self.secretariat.store.strike(note_id)
        return self.secretariat.wipe()
