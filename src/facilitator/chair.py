"""What the moderator has in hand: the floor, who is in the room, and the way back.

A chair belongs to one desk and lives in memory; every step is also appended to the volatile
journal, so that a crash of the program costs nothing of it. The record never sees a name:
commands on the session's progress go through the secretariat, and the chair is told what
came of them (`took`), so that one undo brings back both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from facilitator import meeting, moderation, plain, rounds, speakers
from facilitator.agenda import Agenda
from facilitator.clock import Instant
from facilitator.errors import Refused, StaleState
from facilitator.floor import Floor, HandKind, Moment, OnStage, Order, Turn, slipped, thin
from facilitator.floor_journal import FloorJournal, Recovered, Step
from facilitator.moderation import Command, EnterSegment, Next
from facilitator.ports import Standing, Volatile
from facilitator.progress import Progress
from facilitator.record import NoteId
from facilitator.roster import Roster
from facilitator.seats import Seat, fold, seats
from facilitator.service import State

HISTORY = 200
"""Steps that can be undone."""

UP_NEXT = 3
"""Names that the stage shows, where it may show any."""


class RosterFile(Protocol):
    """The roster's own file, which a newcomer can be added to."""

    def add(self, person: str) -> None:
        """Append a person; raises `Refused` or `Trouble`, and then the file is as it was."""

    @property
    def told(self) -> str:
        """Which file it is, for a question on screen."""


class Chair:
    """The floor of one desk. Belongs to the event loop; nothing here waits for a disk."""

    def __init__(
        self,
        agenda: Agenda,
        volatile: Volatile,
        roster: Roster | None = None,
        file: RosterFile | None = None,
        *,
        mine: bool = True,
    ) -> None:
        """Take up the floor that an earlier desk left in `volatile`, if one did.

        One that is not `mine`, because another desk runs the session, stays blank.
        """
        self.volatile = volatile
        self.file = file
        self.roster = roster
        self._journal = FloorJournal(volatile)
        blank = Floor(order=Order(agenda.speakers_list.order))
        left = self._journal.read(blank) if mine else Recovered(blank)
        self.recovered = left.found
        self.floor = left.floor
        self.past, self.future = left.past[-HISTORY:], left.future
        self.hidden, self.names_on_stage = left.hidden, False
        self.saved = left.saved
        self.sheltered = True
        self.quiet = False
        self._seats: tuple[Seat, ...] = ()
        self._seat_of: dict[str, Seat] = {}
        self._known: object = None
        self._listed: frozenset[str] = frozenset()
        self._seated: tuple[object, object] = (None, None)
        self._staged = ""

    # People

    def seats(self, agenda: Agenda) -> tuple[Seat, ...]:
        """Everybody who can be called."""
        self._take_seats(agenda)
        return self._seats

    def people(self) -> tuple[str, ...]:
        """Those whom no file names: typed in, or left by a desk that had another roster."""
        floor = self.floor
        waiting = [hand.person for hand in floor.hands]
        spoke = [turn.person for turn in (floor.turn, floor.last) if turn]
        return tuple(dict.fromkeys((*floor.newcomers, *waiting, *spoke)))

    def seat(self, agenda: Agenda, person: str) -> Seat:
        """That person's seat."""
        self._take_seats(agenda)
        return self._seat_of.get(fold(person)) or Seat(person, "", listed=False)

    def _take_seats(self, agenda: Agenda) -> None:
        """Give everybody a seat, where somebody has come since the last time."""
        if self._seated[0] is agenda and self._seated[1] is self.floor:
            return
        # Those whom the files know have their seats whatever they do; only others change them.
        others = tuple(p for p in self.people() if p not in self._listed)
        known = (agenda.keynotes, others)
        if known != self._known:
            self._known = known
            listed = seats(agenda, self.roster)
            self._listed = frozenset(seat.person for seat in listed)
            others = tuple(p for p in others if p not in self._listed)
            self._known = (agenda.keynotes, others)
            self._seats = seats(agenda, self.roster, others)
            self._seat_of = {fold(seat.person): seat for seat in self._seats}
        self._seated = (agenda, self.floor)

    def unlisted(self) -> tuple[str, ...]:
        """Who was typed in and is in no roster file."""
        return tuple(person for person in self.floor.newcomers if person not in self.saved)

    # Looking

    def moment(self, state: State, now: Instant) -> Moment:
        """Where the running segment stands."""
        running = state.progress.running
        if running is None:
            return Moment()
        at = state.progress.spent(running.id, now)
        return Moment(at, self.volatile.arrivals(running.id))

    def places(self, state: State) -> tuple[speakers.Place, ...]:
        """The speakers list in order, with reasons."""
        return speakers.speakers_list(self.floor, rounds=self._in_rounds(state))

    def thin(self, state: State) -> bool | None:
        """Whether too few people have spoken in the running segment (None: nobody can say)."""
        return thin(self.floor, rounds=self._in_rounds(state))

    def next_command(self, state: State) -> Command:
        """What "next" does now; `Refused` where nobody waits and nobody speaks."""
        floor, lead = self.floor, lead_of(state)
        answering = state.progress.answering and self._in_rounds(state) and lead
        for place in self.places(state):
            if not place.hand.lost and (not answering or place.hand.urgent):
                return Next(place.hand.person)
        if answering and (floor.turn is None or floor.turn.person != lead):
            return moderation.Call(lead, HandKind.ANSWER)
        if answering and floor.hands:
            raise Refused("answers are being given: r begins the next round, a number calls")
        if floor.turn is None:
            raise Refused("nobody waits: a adds a hand, c calls anybody")
        return Next()

    def usual_kind(self, state: State) -> HandKind:
        """What a hand asks for here, unless something else is said."""
        return HandKind.QUESTION if self._in_rounds(state) else HandKind.STATEMENT

    def points_of_turn(self, state: State) -> tuple[NoteId, ...]:
        """The points kept since the present (or else the last) turn began."""
        turn = self.floor.turn or self.floor.last
        if turn is None or not self.floor.segment:
            return ()
        return self.volatile.arrival(self.floor.segment)[turn.points :]

    def slipped(self, state: State, now: Instant) -> bool:
        """Whether a second "next" would follow so closely that it may be a slip."""
        return slipped(self.floor, self.moment(state, now))

    @staticmethod
    def _in_rounds(state: State) -> bool:
        return rounds.in_rounds(state.agenda, state.progress) is not None

    # Doing

    def do(self, command: Command, on: int, state: State, now: Instant, label: str) -> None:
        """Carry out a command that was given on the floor with revision `on`.

        Raises `StaleState` where the floor has moved on since, `Refused` where the command
        makes no sense; then nothing has changed.
        """
        if on != self.floor.revision:
            raise StaleState("the floor has moved on since: look, and press again")
        plan, moment = state.agenda.speakers_list, self.moment(state, now)
        after = moderation.apply(self.floor, command, moment, plan)
        self._step(Step(label, self.floor, after))

    def took(
        self,
        was: Progress,
        now: Progress,
        commands: Iterable[Command],
        moment: Moment,
        agenda: Agenda,
        label: str,
        marks: tuple[Sequence[Standing], Sequence[Standing]] = ((), ()),
    ) -> None:
        """The record took a command: the floor follows it with `commands`, in one step."""
        floor, given = self.floor, tuple(commands)
        for command in given:
            floor = moderation.apply(floor, command, moment, agenda.speakers_list)
        floor = replace(floor, round=now.round, answering=now.answering)
        moved = not meeting.same_ground(was, now)
        before, after = marks
        if moved or before or after or given:
            step = Step(label, self.floor, floor, was, now, tuple(before), tuple(after))
            self._step(step if moved else replace(step, was=None, now=None))
        if meeting.ended_by(was, now):
            # Who spoke in a segment gone by is known to this process only, and not for long.
            self._begin_journal()

    def follow(self, state: State) -> bool:
        """Go along with a segment or round that this floor knows nothing of; True where one is.

        Another screen began it, or this desk did and was killed before the floor followed.
        """
        progress, floor = state.progress, self.floor
        segment = progress.running.id if progress.running else ""
        present = (segment, progress.round, progress.answering)
        if present == (floor.segment, floor.round, floor.answering):
            return False
        commands: list[Command] = []
        if segment != floor.segment:
            commands.append(EnterSegment(segment))
        elif progress.round != floor.round:
            commands += [moderation.EndTurn(), moderation.EnterRound()]
        lead = lead_of(state)
        if progress.answering and not (floor.turn and floor.turn.person == lead):
            answers = moderation.Call(lead, HandKind.ANSWER) if lead else moderation.EndTurn()
            commands.append(answers)
        for command in commands:
            floor = moderation.apply(floor, command, Moment(), state.agenda.speakers_list)
        self.floor = replace(floor, round=progress.round, answering=progress.answering)
        self.past.clear()
        self.future.clear()
        self._begin_journal()
        return True

    def end(self) -> None:
        """The session is closed: nobody spoke, nobody waits."""
        self.floor = Floor(order=self.floor.order)
        self.past.clear()
        self.future.clear()

    # The way back

    def step_back(self, present: Progress) -> Step:
        """The step that undo takes back; `Refused` where there is none, or no longer."""
        if not self.past:
            raise Refused("there is nothing to undo")
        step = self.past[-1]
        if step.now is not None and not meeting.same_ground(present, step.now):
            self.past.clear()
            raise Refused("the session has moved on elsewhere: this cannot be undone any more")
        return step

    def step_again(self, present: Progress) -> Step:
        """The step that redo carries out again."""
        if not self.future:
            raise Refused("there is nothing to redo")
        step = self.future[-1]
        if step.was is not None and not meeting.same_ground(present, step.was):
            self.future.clear()
            raise Refused("the session has moved on elsewhere: this cannot be redone any more")
        return step

    def undone(self) -> None:
        """The last step was taken back in the record: take it back on the floor."""
        step = self.past.pop()
        self.future.append(step)
        self._turn_back(step.before, step, "undo")

    def redone(self) -> None:
        """The step was carried out again in the record: carry it out on the floor."""
        step = self.future.pop()
        self.past.append(step)
        self._turn_back(step.after, step, "redo")

    def _turn_back(self, floor: Floor, step: Step, word: str) -> None:
        left = step.before.segment != step.after.segment
        self.floor = replace(floor, revision=self.floor.revision + 1)
        if left:
            self._begin_journal()
        else:
            self._journal.say(word, floor=self.floor)

    def _step(self, step: Step) -> None:
        self.past.append(step)
        del self.past[:-HISTORY]
        self.future.clear()
        self.floor = step.after
        self.sheltered = self._journal.step(step)

    # What a new desk begins with

    def hide(self, hidden: bool) -> None:
        """Hide all names on the desk, or show them; a new desk begins as this one was left."""
        self.hidden = hidden
        self._journal.say("hidden" if hidden else "shown")

    def stage_names(self, on: bool) -> None:
        """Let the stage show who speaks and who is next, or not; every desk begins with not."""
        self.names_on_stage = on

    def leave_stage(self) -> None:
        """The desk is left: nobody could switch the names off any more."""
        self.names_on_stage = False
        self._staged = ""
        self.volatile.show_stage("")

    def on_file(self, person: str) -> None:
        """A newcomer stands in the roster file now."""
        self.saved.add(person)
        self._journal.say("saved", person)

    def _begin_journal(self) -> None:
        self._journal.begin(self.floor, ["hidden"] * self.hidden, sorted(self.saved))

    # The stage

    def show_stage(self, state: State) -> None:
        """Leave for the stage what it may show; names only where they were switched on.

        Nothing while the session is being closed (`quiet`) and what was kept is destroyed.
        """
        if self.quiet or state.progress.closed:
            return
        floor, turn = self.floor, self.floor.turn
        named = self.names_on_stage and not self.hidden
        view = OnStage(
            segment=floor.segment,
            list=floor.list.value,
            waiting=len(floor.hands),
            speaker=turn.person if turn and named else "",
            up=self._up_next(state) if named else (),
        )
        if turn is not None:
            seconds = limit(state.agenda, turn)
            view = replace(view, kind=turn.kind.value, at=turn.at, used=turn.used, limit=seconds)
        text = plain.to_json(view)
        if text != self._staged:
            self._staged = text
            self.volatile.show_stage(text)

    def _up_next(self, state: State) -> tuple[str, ...]:
        waiting = [place.hand for place in self.places(state) if not place.hand.lost]
        return tuple(hand.person for hand in waiting[:UP_NEXT])


def lead_of(state: State) -> str:
    """The name of whoever leads the running segment; "" where nobody does."""
    segment = state.running
    return state.agenda.keynote(segment.lead).name if segment and segment.lead else ""


def limit(agenda: Agenda, turn: Turn) -> float | None:
    """Seconds that a turn may take; None where the agenda sets no limit for its kind."""
    limits = agenda.limits
    allowed = {
        HandKind.QUESTION: limits.question,
        HandKind.STATEMENT: limits.statement,
        HandKind.TWO_FINGER: limits.two_finger,
        HandKind.ANSWER: limits.answer,
    }.get(turn.kind)
    return allowed.total_seconds() if allowed is not None else None
