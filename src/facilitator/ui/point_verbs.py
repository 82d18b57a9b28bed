"""What is asked of the chosen point on a running session's screen, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.errors import Refused
from facilitator.record import Agreement, Line, Note
from facilitator.service import Erased
from facilitator.ui.conducting import ask
from facilitator.ui.striking import told

if TYPE_CHECKING:
    from facilitator.rapporteur.editorial import Step
    from facilitator.ui.session_screen import SessionScreen


class PointVerbs:
    """Carries out each verb for one screen; all but striking can be undone there."""

    def __init__(self, screen: SessionScreen) -> None:
        self._screen = screen

    async def ask(self, verb: str, line: Line) -> None:
        """Do what a key asked of the point."""
        note = line.note
        match verb:
            case "strike":
                await self.strike(note)
            case "kind":
                await self._kind(note)
            case "topic":
                await self._topic(note)
            case "segment":
                await self._segment(note)
            case _:
                await self._take(verb, line)

    async def _take(self, verb: str, line: Line) -> None:
        from facilitator.rapporteur import editorial, plans  # no screen needs them to start
        from facilitator.ui import arranging

        note = line.note
        step: Step
        try:
            if verb == "echo":
                step = editorial.Voice(note.id)
            elif verb == "agree":
                tested = note.agreement is Agreement.TESTED
                step = plans.agree(note, Agreement.NONE if tested else Agreement.TESTED)
            else:
                step = arranging.plan(verb, line, self._screen.state)
        except Refused as refusal:
            self._screen.tell(str(refusal))
        else:
            await self._screen.doing.take(step, verb)

    async def _kind(self, note: Note) -> None:
        from facilitator.rapporteur import plans
        from facilitator.ui.choosing import ask_kind

        kind = await ask_kind(self._screen.app)
        if kind is not None:
            await self._planned(lambda: plans.convert(note, kind), f"now: {kind.value}")

    async def _topic(self, note: Note) -> None:
        from facilitator.rapporteur import plans
        from facilitator.ui.choosing import ask_topic

        topic = await ask_topic(self._screen.app, self._screen.state.agenda)
        if topic is not None:
            await self._planned(lambda: plans.about(note, topic), f"topic: {topic or 'none'}")

    async def _segment(self, note: Note) -> None:
        from facilitator.ui.choosing import ask_segment

        segment = await ask_segment(self._screen.app, self._screen.state.agenda, note.segment)
        if segment is not None:
            await self.transfer(note, segment)

    async def transfer(self, note: Note, segment: str) -> None:
        """Put a point, with those below it, into another segment."""
        from facilitator.rapporteur.placing import Transfer

        title = self._screen.state.agenda.segment(segment).title
        await self._planned(lambda: Transfer(note.id, note.segment, segment), f"to {title}")

    async def _planned(self, make: Callable[[], Step], name: str) -> None:
        try:
            step = make()
        except Refused as refusal:
            self._screen.tell(str(refusal))
            return
        if await self._screen.doing.take(step, name):
            self._screen.tell(f"{name} · Ctrl+Z undoes it")

    async def strike(self, note: Note | None) -> None:
        """Ask, then erase a point for good."""
        screen = self._screen
        if note is None:
            screen.tell("choose the point to strike first (F4)")
            return
        question = "Strike this point? Nothing brings it back."
        if not await ask(screen.app, question, note.text or "…", "Strike"):
            return
        if screen.writing.scribe.edits is not None:
            screen.writing.empty()
        done: list[Erased] = []
        if await screen.attempt(lambda: done.append(self._erase(note))):
            if screen.guarding.watch is not None:
                screen.guarding.watch.forget()
            screen.tell(told(screen.app, done))

    def _erase(self, note: Note) -> Erased:
        erased = self._screen.writing.scribe.pen.strike(note.id)
        history = self._screen.doing.history
        self._screen.doing.forget(history.remembered())
        return erased
