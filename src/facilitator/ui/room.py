"""What the desk holds ready for the room: lines for the chat, scripts, the page to read aloud."""

from __future__ import annotations

from facilitator.chair import limit
from facilitator.errors import Trouble
from facilitator.record import NoteId
from facilitator.service import Erased
from facilitator.ui.calling import DeskFace
from facilitator.ui.striking import told


class Room:
    """Opens the pages that are read or pasted; remembers what was ticked off."""

    def __init__(self, desk: DeskFace) -> None:
        self._desk = desk
        self._ticked: dict[str, frozenset[int]] = {}

    async def ready_lines(self) -> None:
        """Lines to copy into the chat, those that fit the moment first."""
        from facilitator.guard.names import names_in
        from facilitator.ready_lines import ready_lines
        from facilitator.ui.reading import ReadyLinesDialog

        link, chair = self._desk.link, self._desk.chair
        now, turn = link.secretariat.now(), chair.floor.turn
        left = None
        if turn is not None and (allowed := limit(link.state.agenda, turn)) is not None:
            left = allowed - turn.length(chair.moment(link.state, now).at)
        lines = ready_lines(
            link.state.agenda,
            link.state.progress,
            now,
            turn=turn.kind if turn else None,
            left=left,
            speakers=chair.floor.list,
        )
        # The organiser's own lines come with them: none with a name may reach the chat.
        roster = chair.roster
        if roster is not None:
            named = set(names_in(roster, [line.text for line in lines]))
            lines = tuple(line for line in lines if not any(n in line.text for n in named))
        await self._desk.app.push_screen_wait(ReadyLinesDialog(lines))

    async def script(self) -> None:
        """The script of the running segment (or the one to come), to be ticked off."""
        from facilitator import meeting
        from facilitator.script_page import script_lines
        from facilitator.ui.reading import ScriptDialog

        state = self._desk.link.state
        segment = state.running
        if segment is None and (coming := meeting.following(state.progress)):
            segment = state.agenda.segment(coming)
        lines = script_lines(state.agenda, segment) if segment is not None else ()
        if segment is None or not lines:
            self._desk.tell("the agenda has no script for this segment")
            return
        ticked = self._ticked.get(segment.id, frozenset())
        dialog = ScriptDialog(segment.title, lines, ticked)
        self._ticked[segment.id] = await self._desk.app.push_screen_wait(dialog)

    async def read_aloud(self) -> None:
        """Tested agreements, open disagreements, questions owed."""
        from facilitator.script_page import closing_page
        from facilitator.ui.reading import ClosingPageDialog

        link = self._desk.link
        try:
            stored = await link.write(lambda: link.secretariat.store.snapshot(None))
        except Trouble as trouble:
            self._desk.tell(str(trouble))
            return
        page = closing_page(link.state.agenda, stored.notes, stored.questions)
        await self._desk.app.push_screen_wait(ClosingPageDialog(page))

    async def keep_or_strike(self, points: tuple[NoteId, ...]) -> None:
        """Off the record was said after the fact: what this turn left may be struck."""
        from facilitator.ui.turn_points import TurnPoints

        link = self._desk.link
        wanted = set(points)
        notes = [line.note for line in link.state.lines if line.note.id in wanted]
        if not notes:
            return
        struck = await self._desk.app.push_screen_wait(TurnPoints(notes))
        done: list[Erased] = []

        def strike() -> None:
            done.extend(link.secretariat.strike(note_id) for note_id in struck)

        if struck and await self._desk.attempt(strike):
            number = "1 point" if len(struck) == 1 else f"{len(struck)} points"
            self._desk.tell(told(self._desk.app, done, f"{number} struck"))
