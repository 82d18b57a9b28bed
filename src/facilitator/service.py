"""The one bridge between faces (screens, commands) and the meeting.

A secretariat runs a command, stores the result and hands out the new state. Screens and
plain commands both go through it, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator import meeting
from facilitator.agenda import Agenda, Composition, differences, fitted
from facilitator.clock import Instant
from facilitator.errors import Refused, Trouble
from facilitator.meeting import Command
from facilitator.ports import Outside, RecordStore, Snapshot, Standing, Volatile
from facilitator.progress import Progress
from facilitator.record import (
    AsHeld,
    Note,
    NoteId,
    Release,
    keeps_order,
    outline,
)
from facilitator.state import Adoption, Erased, State

if TYPE_CHECKING:
    from facilitator.copies import Copy
    from facilitator.publish.around import Text
    from facilitator.publish.points import Label
    from facilitator.tidings import Tidings


__all__ = ["Adoption", "Erased", "Secretariat", "State"]


class Secretariat:
    """One session, as every face of the program sees it."""

    def __init__(
        self,
        store: RecordStore,
        volatile: Volatile,
        now: Callable[[], Instant],
        new_id: Callable[[], NoteId],
        randbelow: Callable[[int], int],
        outside: Outside | None = None,
    ) -> None:
        """Serve the session in `store`; `new_id` gives 16 random bytes.

        `outside` looks into the files that were written before (None: nobody does).
        """
        self.store = store
        self.volatile = volatile
        self.now = now
        self.new_id = new_id
        self.randbelow = randbelow
        self._outside = outside
        self._agenda: tuple[str, Agenda] | None = None

    @property
    def place(self) -> str:
        """Where the points lie, for a person."""
        return self.store.place

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
            snapshot.questions,
            snapshot.unlisted,
            snapshot.salt,
            snapshot.dismissals,
        )

    def elsewhere(self, segment: str) -> tuple[Note, ...]:
        """The points of every other segment; raises `Busy` rather than wait for a write."""
        return self.store.elsewhere(segment)

    def all_points(self) -> tuple[Note, ...]:
        """Every point that stands, segment by segment, as they may be shown."""
        agenda = self.store.agenda()
        order = {segment.id: place for place, segment in enumerate(agenda.segments)}
        lines = outline(self.store.snapshot(None).notes)
        running = self.look()
        lines = tuple(line for line in lines if line.note.segment != running.segment)
        lines += running.lines
        notes = [line.note for line in lines]
        return tuple(sorted(notes, key=lambda note: order.get(note.segment, len(order))))

    def _ordered(self, snapshot: Snapshot) -> Snapshot:
        """The snapshot with its segments in the agenda's order."""
        if self._agenda is None or self._agenda[0] != snapshot.digest:
            self._agenda = (snapshot.digest, self.store.agenda())
        by_id = {segment.id: segment for segment in snapshot.progress.segments}
        ordered = tuple(by_id[s.id] for s in self._agenda[1].segments if s.id in by_id)
        return replace(snapshot, progress=replace(snapshot.progress, segments=ordered))

    # Conducting

    def conduct(self, command: Command, on: Progress, *, thin: bool | None = None) -> Progress:
        """Carry out a command that was given on the state `on`; the new state is stored.

        `thin` is whether too few people spoke in a segment that it ends (None: nobody can
        say). Raises `StaleState` where the session has moved on since, `Refused` where the
        command makes no sense. What ends a segment also mixes and wipes its order.
        """
        after = meeting.apply(on, command, self.now())
        for segment in meeting.ended_by(on, after):
            after = meeting.judged(after, segment, thin)
        self._advance(on, after)
        return after

    def restore(
        self, present: Progress, before: Progress | None, marks: Sequence[Standing]
    ) -> Progress:
        """Undo: `before` again (None: it was not moved), and questions as they stood.

        The order of a segment that had ended stays mixed: it is gone from everywhere.
        """
        after = present
        if before is not None and not meeting.same_ground(present, before):
            after = meeting.restored(present, before)
            self._advance(present, after)
        self.settle_questions(marks)
        return after

    def settle_questions(self, marks: Sequence[Standing]) -> None:
        """Let questions stand as told; one struck since is passed over."""
        for question in marks:
            with suppress(Refused):
                self.store.mark(question.note, question.mark, question.round)

    def _advance(self, on: Progress, after: Progress) -> None:
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

    def erase(self, note_id: NoteId) -> tuple[Note, ...]:
        """Strike a point from the record and from what screens left behind; `wipe` comes after.

        What was erased, as it was: the point, and those that were merged into it.
        """
        gone = self.store.strike(note_id)
        self.volatile.strike({note_id, *(note.id for note in gone)})
        return gone

    def strike(self, note_id: NoteId) -> Erased:
        """Erase a point for good, and wipe its traces."""
        gone = self.erase(note_id)
        wiped = self.wipe()
        return Erased(wiped, self.left_behind(gone))

    def left_behind(self, gone: Sequence[Note]) -> tuple[str, ...]:
        """A line for each exported file that holds the words of points that are gone."""
        texts = [text for note in gone for text in (note.text, note.reservations) if text]
        if self._outside is None or not texts:
            return ()
        return self._outside.still_holding(self.store.written(), texts)

    def offer(self, agenda: Agenda, digest: str, granted: tuple[str, ...] = ()) -> Adoption:
        """Go by a changed agenda where no note and no held segment would lose its place.

        Where its hindrances are those `granted`, and no others, go by the rest of it.
        """
        progress, adoption, fit = self._weighed(agenda)
        if adoption.hindrances == granted and fit is not None:
            # In part: whoever opens the file again is told of it again.
            self.store.adopt(fit, f"{digest} in part" if granted else digest, progress)
        return adoption

    def weigh(self, agenda: Agenda) -> Adoption:
        """What `offer` would come to; nothing is changed."""
        return self._weighed(agenda)[1]

    def _weighed(self, agenda: Agenda) -> tuple[Progress, Adoption, Agenda | None]:
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
        hindrances = {
            s.id: f"segment {s.id} has been held or noted and is missing from the file"
            for s in snapshot.progress.segments
            if s.id not in kept and (s.place or s.id in noted)
        }
        before = {segment.id: segment for segment in mine.segments}
        hindrances |= {
            s.id: f"segment {s.id}: the rule changed after points were noted under the other one"
            for s in agenda.segments
            if s.id in noted and s.rule is not before[s.id].rule
        }
        fit = fitted(mine, agenda, hindrances)
        rest = differences(mine, fit) if hindrances and fit is not None else ()
        return snapshot.progress, Adoption(found, tuple(hindrances.values()), rest), fit

    # Another laptop

    def copy(self) -> Copy:
        """All that another laptop may have of the record, in an order that tells nothing."""
        from facilitator.copies import in_order  # no screen needs it to start

        return in_order(self.store.copy(), self.store.agenda())

    def tidings(self, theirs: Copy) -> Tidings:
        """What taking another laptop's copy would change; nothing is changed.

        Raises `Refused` where it is of another session or agenda.
        """
        from facilitator.copies import fitting
        from facilitator.joining import join
        from facilitator.tidings import tidings

        agenda, mine = self.store.agenda(), self.store.copy()
        fit, left_out = fitting(theirs, agenda)
        joined = join(mine, fit, Release(agenda.publication.default_release))
        closed = self.store.snapshot("").progress.closed
        return tidings(mine, fit, joined, left_out, closed=closed)

    def take(self, theirs: Copy) -> bool:
        """Join another laptop's copy with the record; False where its traces wait to be wiped.

        The wiping destroys the order in which the points lie in the file.
        """
        joined = self.store.take(theirs)
        self.volatile.strike(joined.copy.struck)
        return self.wipe() if self.store.snapshot("").scrub_pending else True

    # Ending

    def held(self) -> AsHeld:
        """What was held, as far as anybody said; a segment that has points was held.

        Segments stand in the order in which they ran; where one was held without ever
        having been started here, the order of the day is not known and the agenda's is told.
        """
        return _held(self._ordered(self.store.snapshot(None)))

    def everything(self) -> tuple[Agenda, Snapshot, AsHeld]:
        """The plan, all that is stored, and what was held, at one moment.

        Raises `Busy` rather than wait for somebody's write.
        """
        snapshot = self._ordered(self.store.snapshot(None, patient=False))
        agenda = self._agenda[1] if self._agenda else self.store.agenda()
        return agenda, snapshot, _held(snapshot)

    def brief(
        self,
        previous: Composition | None = None,
        *,
        reviewed: str = "",
        label: Label | None = None,
    ) -> Text:
        """The public brief of what is in the record.

        `previous` is the composition that the session before in the series published;
        `reviewed` says how the text was reviewed; `label` gives what is printed in front of
        each point (None: nothing).
        """
        from facilitator.publish.brief import brief  # no screen needs it to start
        from facilitator.publish.points import unlabelled

        snapshot = self.store.snapshot(None)
        return brief(
            self.store.agenda(),
            snapshot.notes,
            self.held(),
            snapshot.progress,
            previous=previous,
            reviewed=reviewed,
            label=label or unlabelled,
        )

    def report(
        self,
        previous: Composition | None = None,
        *,
        names_checked: bool = False,
        reviewed: str = "",
        label: Label | None = None,
    ) -> Text:
        """The detailed report of what is in the record; all but `names_checked` as for the brief.

        `names_checked` is whether the gate has the list of participants to compare with.
        """
        from facilitator.publish.points import unlabelled
        from facilitator.publish.report import report

        snapshot = self.store.snapshot(None)
        return report(
            self.store.agenda(),
            snapshot.notes,
            self.held(),
            snapshot.progress,
            previous=previous,
            names_checked=names_checked,
            reviewed=reviewed,
            label=label or unlabelled,
        )

    def leave(self) -> None:
        """Let go of the session; of a closed one nothing stays in memory."""
        with suppress(Trouble):  # whoever opens it next destroys what is left
            if self.store.snapshot("").progress.closed:
                self.volatile.destroy()
        self.volatile.release()
        self.store.close()


def _of_interest(progress: Progress) -> str:
    if progress.running is not None:
        return progress.running.id
    held = meeting.held_by_progress(progress)
    return held[-1] if held else ""


def _held(snapshot: Snapshot) -> AsHeld:
    told = set(snapshot.held.segments)
    if not snapshot.segments_answered:
        told |= {note.segment for note in snapshot.notes}
    segments = [s for s in snapshot.progress.segments if s.id in told]
    if all(segment.place for segment in segments):
        segments.sort(key=lambda segment: segment.place)
    return replace(snapshot.held, segments=tuple(segment.id for segment in segments))
