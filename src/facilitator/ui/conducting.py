"""Moving the session on: what is asked before, what is given to the service, what is told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from textual.app import App

from facilitator import meeting, rounds
from facilitator.meeting import Answers, Close, Command, NextRound, OffRecord, Pause, Resume, Start
from facilitator.progress import Progress
from facilitator.service import Secretariat
from facilitator.ui.link import Link


async def ask(app: App[Any], question: str, detail: str = "", yes: str = "Yes") -> bool:
    """Ask the person; False unless they choose `yes` themselves."""
    # The dialogs take 8 ms to load, which no screen needs to start.
    from facilitator.ui.dialogs import Ask

    return await app.push_screen_wait(Ask(question, detail, yes))


def forget_speakers(secretariat: Secretariat) -> None:
    """A segment ended while no desk runs: who spoke in it goes from the journal, hands stay."""
    if secretariat.volatile.journalled():
        from facilitator.chair import Chair

        state = secretariat.look()
        if not state.progress.closed:
            Chair(state.agenda, secretariat.volatile).follow(state)


class Face(Protocol):
    """The screen on which the person is asked and told."""

    link: Link
    watching: bool

    @property
    def app(self) -> App[object]:
        """The running app, for dialogs."""

    def may_conduct(self) -> str:
        """Why this screen may not move the agenda; "" where it may."""

    def tell(self, message: str) -> None:
        """Say one thing."""

    def before_closing(self) -> str:
        """What somebody who closes the session should know besides; "" where nothing."""

    async def attempt(self, work: Callable[[], object]) -> bool:
        """Do something on the record; False (and told) where it was refused."""


class Conductor:
    """The dialogues that change the session, for one screen; one at a time."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self.busy = False

    async def run(self, make: Callable[[], Awaitable[None]], *, agenda: bool = True) -> None:
        """Run one dialogue; a key pressed while one is under way does nothing."""
        if self.busy:
            return
        if agenda and (hindrance := self._face.may_conduct()):
            self._face.tell(hindrance)
            return
        self.busy = True
        try:
            await make()
        finally:
            self.busy = False

    async def _give(self, command: Command) -> bool:
        """Ask what must be asked, then carry the command out; False where it was not."""
        link = self._face.link
        on_state = link.state.progress
        question = meeting.question_before(on_state, command, link.secretariat.now())
        if question and not await ask(self._face.app, question):
            return False
        link.segment = ""
        done = await self._carry_out(command, on_state)
        if not done and isinstance(command, OffRecord):
            # The one failure that must not be overlooked: who speaks now believes otherwise.
            still = "ON" if command.on else "OFF"
            self._face.tell(f"STILL {still} THE RECORD: {link.trouble or 'it could not be stored'}")
        return done

    async def _carry_out(self, command: Command, on: Progress) -> bool:
        secretariat = self._face.link.secretariat

        def work() -> None:
            after = secretariat.conduct(command, on)
            if meeting.ended_by(on, after) and not secretariat.volatile.desk_taken():
                forget_speakers(secretariat)

        return await self._face.attempt(work)

    async def advance(self) -> None:
        """Start the next segment of the agenda."""
        progress = self._face.link.state.progress
        following = meeting.following(progress)
        if progress.closed:
            self._face.tell("the session is closed")
        elif not following:
            self._face.tell("no segment is left to start; g or F6 shows the agenda")
        else:
            await self._give(Start(following))

    async def agenda(self) -> None:
        """Show the agenda and carry out what is chosen there."""
        link = self._face.link
        from facilitator.ui.dialogs import AgendaDialog

        dialog = AgendaDialog(link.state, link.secretariat.now())
        command = await self._face.app.push_screen_wait(dialog)
        if command is not None:
            await self._give(command)

    async def round(self) -> None:
        """From collecting questions to answers, from answers to the next round."""
        state = self._face.link.state
        if rounds.in_rounds(state.agenda, state.progress) is None:
            self._face.tell("no Q&A segment is running: rounds belong to one")
        else:
            await self._give(NextRound() if state.progress.answering else Answers())

    async def pause(self) -> None:
        """Pause the segment's clock, or let it go on."""
        await self._give(Resume() if self._face.link.state.progress.paused else Pause())

    async def off_record(self) -> None:
        """Go off the record, or back on it."""
        await self._give(OffRecord(not self._face.link.state.progress.off_record))

    async def close(self) -> None:
        """Close the session, then ask what was held."""
        link = self._face.link
        if not link.state.progress.closed:
            if not await ask(
                self._face.app,
                "Close the session?",
                "The running segment ends, its order is mixed, times are cut to whole"
                " minutes, and what was kept in memory is destroyed. Points stay."
                + self._face.before_closing(),
                "Close",
            ):
                return
            if not await self._carry_out(Close(), link.state.progress):
                return
        from facilitator.ui.dialogs import AsHeldDialog

        held = await link.write(link.secretariat.held)
        answer = await self._face.app.push_screen_wait(AsHeldDialog(link.state, held))
        if answer is None:
            self._face.tell("not answered: F9 asks again; the brief tells only what is answered")
        elif await self._face.attempt(lambda: link.secretariat.store.answer(answer)):
            self._face.tell("answers kept. The brief: facilitator export --as brief --to FOLDER")
