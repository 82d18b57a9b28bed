"""The desk's dialogues about rounds, segments and time, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator import meeting, moderation, rounds
from facilitator.agenda import Agenda
from facilitator.chair import lead_of
from facilitator.errors import Refused
from facilitator.floor import HandKind, Moment
from facilitator.meeting import Answers, Backdate, Close, Command, End, NextRound, Start
from facilitator.moderation import EnterRound, EnterSegment, Shift
from facilitator.ports import Standing
from facilitator.progress import Progress
from facilitator.record import Mark, Note
from facilitator.ui.calling import Calling
from facilitator.ui.conducting import ask
from facilitator.ui.picking import MARKS, NEXT_ROUND, Meant

_LEFTOVER = {"next-round": "next", "in-writing": "writing", "park": "park"}

_MARK_OF = {"writing": Mark.WRITING, "park": Mark.PARKED, "discussion": Mark.DISCUSSION}


class Chairing(Calling):
    """What the moderator can do, one dialogue at a time."""

    # Rounds and questions

    async def round(self) -> None:
        """From collecting to answers, from answers to the next round."""
        state = self._desk.link.state
        segment = rounds.in_rounds(state.agenda, state.progress)
        if segment is None:
            self._desk.tell("no Q&A segment is running: rounds belong to one")
        elif not state.progress.answering:
            lead = lead_of(state)
            end: moderation.Command = moderation.EndTurn()
            given = moderation.Call(lead, HandKind.ANSWER) if lead else end
            turn = self._chair.floor.turn
            begun = turn is not None and turn.person == lead
            await self._moved(Answers(), [] if begun else [given], "answers")
        else:
            await self._next_round()

    async def _next_round(self) -> None:
        link = self._desk.link
        state = link.state
        segment = rounds.in_rounds(state.agenda, state.progress)
        if segment is None:
            return
        progress = state.progress
        number = rounds.planned(segment, progress.of(segment.id))
        if (
            number is not None
            and progress.round >= number
            and not await ask(
                self._desk.app, f"That was round {progress.round} of {number}. Begin another?"
            )
        ):
            return
        left = rounds.unsettled(state.questions, segment.id)
        what = "next"
        if left:
            what = await self._leftover(left, segment.leftover, next_round=True)
            if what == "stay":
                return
        after = self._settled(left, what, progress.round + 1)
        commands: list[moderation.Command] = [moderation.EndTurn(), EnterRound()]
        await self._moved(NextRound(), commands, f"round {progress.round + 1}", left, after)

    async def _leftover(self, left: Sequence[Note], usual: str, *, next_round: bool) -> str:
        """What is to become of questions that are not settled; "stay": change nothing."""
        from facilitator.ui.dialogs import Choose

        letters = ", ".join(note.tag for note in left)
        answers = [("stay", "Stay: they are answered first")]
        if next_round:
            answers.append(("next", "They go to the next round"))
        else:
            answers.append(("leave", "Move on: they stay owed"))
        answers += [
            ("writing", "They are answered in writing"),
            ("park", "They are parked"),
            ("discussion", "They go to the discussion"),
        ]
        names = [name for name, _ in answers]
        planned = _LEFTOVER.get(usual, "next")
        focused = names.index(planned) if planned in names else 1
        number = f"{len(left)} question{'s are' if len(left) > 1 else ' is'} not settled"
        dialog = Choose(f"{number}: {letters}", "", tuple(answers), focused)
        return await self._desk.app.push_screen_wait(dialog)

    @staticmethod
    def _settled(left: Sequence[Note], what: str, number: int) -> list[Standing]:
        if what == "next":
            return [Standing(note.id, note.mark, number) for note in left]
        if what not in _MARK_OF:
            return _standing(left)
        return [Standing(note.id, _MARK_OF[what], note.round) for note in left]

    async def picked(self, verb: str, meant: Meant) -> None:
        """Carry out what a choice meant, where it takes the record or a question first."""
        if meant.question is not None:
            await self._mark(meant.question, meant.mark)
        else:
            await super().picked(verb, meant)

    async def _mark(self, question: Note, letter: str) -> None:
        """Say what has become of one question."""
        link = self._desk.link
        mark, number = MARKS.get(letter, question.mark), question.round
        if letter == NEXT_ROUND:
            mark, number = Mark.OPEN, link.state.progress.round + 1
        before, after = _standing([question]), [Standing(question.id, mark, number)]
        label = f"{question.tag}: " + ("next round" if letter == NEXT_ROUND else mark.value)
        store = link.secretariat.store
        if await self._desk.attempt(lambda: store.mark(question.id, mark, number)):
            present = link.state.progress
            self._took(present, present, [], label, before, after)

    # The session

    async def _carry_out(self, command: Command, on: Progress) -> bool:
        """A command on the session's progress; the floor follows it in the same step."""
        leaving = on.running is not None and isinstance(command, Start | End)
        state, chair = self._desk.link.state, self._chair
        left: tuple[Note, ...] = ()
        what, carry = "leave", True
        if leaving and on.running is not None:
            segment = state.agenda.segment(on.running.id)
            left = rounds.unsettled(state.questions, segment.id)
            if left:
                what = await self._leftover(left, segment.leftover, next_round=False)
            if what == "stay":
                return False
            if chair.floor.hands:
                answer = await self._hands_up()
                if answer == "stay":
                    return False
                carry = answer == "carry"
        floor: list[moderation.Command] = []
        if isinstance(command, Start):
            floor = [EnterSegment(command.segment, carry)]
        elif isinstance(command, End):
            floor = [EnterSegment("", carry)]
        elif isinstance(command, Backdate):
            floor = [Shift(command.seconds)]
        label = _label(command, state.agenda)
        # Marked first: at the end of the segment no question has a round any more.
        of_segment = [n for n in state.questions if on.running and n.segment == on.running.id]
        before = _standing(of_segment if leaving else left)
        settled = {one.note: one for one in self._settled(left, what, 0)}
        after = [settled.get(one.note, one) for one in before]
        return await self._moved_on(command, on, floor, label, before, after)

    async def _hands_up(self) -> str:
        from facilitator.ui.dialogs import Choose

        number = len(self._chair.floor.hands)
        hands = f"{number} hands are" if number > 1 else "1 hand is"
        return await self._desk.app.push_screen_wait(
            Choose(
                f"{hands} up. Move on?",
                "",
                (
                    ("stay", "Stay"),
                    ("carry", "Move on, and the hands come along"),
                    ("drop", "Move on, and the list is cleared (u undoes it)"),
                ),
            )
        )

    async def _moved(
        self,
        command: Command,
        floor: Sequence[moderation.Command],
        label: str,
        left: Sequence[Note] = (),
        after: Sequence[Standing] = (),
    ) -> bool:
        on = self._desk.link.state.progress
        return await self._moved_on(command, on, floor, label, _standing(left), after)

    async def _moved_on(
        self,
        command: Command,
        on: Progress,
        floor: Sequence[moderation.Command],
        label: str,
        before: Sequence[Standing],
        after: Sequence[Standing],
    ) -> bool:
        link, chair = self._desk.link, self._chair
        state, thin = link.state, self._chair.thin(link.state)
        moment = chair.moment(state, link.secretariat.now())
        changed = [one for one in after if one not in before]
        came: list[Progress] = []

        def work() -> None:
            came.append(link.secretariat.conduct(command, on, thin=thin))
            link.secretariat.settle_questions(changed)

        chair.quiet = isinstance(command, Close)
        done = await self._desk.attempt(work)
        chair.quiet = False
        if not done:
            return False
        if came[0].closed:
            chair.end()
            self._desk.show_floor()
            return True
        if isinstance(command, Start | End):
            moment = Moment()
        self._took(on, came[0], floor, label, before, after, moment)
        return True

    def _took(
        self,
        was: Progress,
        now: Progress,
        floor: Sequence[moderation.Command],
        label: str,
        before: Sequence[Standing],
        after: Sequence[Standing],
        moment: Moment | None = None,
    ) -> None:
        agenda = self._desk.link.state.agenda
        try:
            self._chair.took(was, now, floor, moment or Moment(), agenda, label, (before, after))
        except Refused as refusal:
            self._desk.tell(str(refusal))
        else:
            self._desk.tell(label)
        self._desk.show_floor()

    async def repair(self) -> None:
        """Mend the time, each way previewed with the end it leads to."""
        from facilitator.ui.repairing import RepairDialog

        link = self._desk.link
        dialog = RepairDialog(link.state, link.secretariat.now())
        command = await self._desk.app.push_screen_wait(dialog)
        if command is not None:
            await self._give(command)

    async def off_record(self) -> None:
        """Off the record is often said late: what this intervention left may be struck."""
        await super().off_record()
        link = self._desk.link
        if link.state.progress.off_record:
            await self._desk.room.keep_or_strike(self._chair.points_of_turn(link.state))

    # The way back

    async def undo(self) -> None:
        """Take back the last step, in the record and on the floor."""
        await self._turn_back(back=True)

    async def redo(self) -> None:
        """Carry out again what was taken back."""
        await self._turn_back(back=False)

    async def _turn_back(self, *, back: bool) -> None:
        link, chair = self._desk.link, self._chair
        present = link.state.progress
        try:
            step = chair.step_back(present) if back else chair.step_again(present)
        except Refused as refusal:
            self._desk.tell(str(refusal))
            return
        progress = step.was if back else step.now
        marks = step.marks_before if back else step.marks_after
        if (progress is not None or marks) and not await self._desk.attempt(
            lambda: link.secretariat.restore(present, progress, marks)
        ):
            return
        chair.undone() if back else chair.redone()
        await self.count_unlisted()
        mixed = ""
        if step.was is not None and step.now is not None and meeting.ended_by(step.was, step.now):
            mixed = "; the order of the points stays mixed" if back else ""
        self._desk.tell(f"{'undone' if back else 'redone'}: {step.label}{mixed}")
        self._desk.show_floor()


def _standing(questions: Sequence[Note]) -> list[Standing]:
    return [Standing(note.id, note.mark, note.round) for note in questions]


def _label(command: Command, agenda: Agenda) -> str:
    """What a step on the session's progress is called, also when it is undone."""
    match command:
        case Start(segment_id):
            return f"“{agenda.segment(segment_id).title}” begins"
        case End():
            return "the segment ends"
        case Backdate(seconds):
            return f"it began {seconds / 60:g} min earlier"
        case meeting.Pause():
            return "paused"
        case meeting.Resume():
            return "the clocks run"
        case meeting.Replan():
            return "the plan is mended"
        case meeting.OffRecord(on):
            return "off the record" if on else "on the record again"
        case meeting.Skip(segment_id):
            return f"“{agenda.segment(segment_id).title}” is skipped"
        case meeting.Restore(segment_id):
            return f"“{agenda.segment(segment_id).title}” is back on the agenda"
        case _:
            return ""
