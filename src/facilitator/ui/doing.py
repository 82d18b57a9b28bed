"""What was done to the points on one screen: taken, undone, done again. In memory only."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from facilitator.errors import Refused, Trouble
from facilitator.pen import Written
from facilitator.record import Mark, Note

if TYPE_CHECKING:
    from facilitator.rapporteur.editorial import Step
    from facilitator.rapporteur.history import History
    from facilitator.ui.session_screen import SessionScreen


class Doing:
    """Changes points for one screen and remembers how to undo that.

    A point that anybody struck is remembered by none of it.
    """

    def __init__(self, screen: SessionScreen) -> None:
        self._screen = screen

    @cached_property
    def history(self) -> History:
        """What was done; only the thread that writes touches it."""
        from facilitator.rapporteur.editorial import Bench
        from facilitator.rapporteur.history import History

        secretariat = self._screen.link.secretariat
        return History(Bench(secretariat.store, secretariat.new_id, secretariat.volatile.arrived))

    async def take(self, step: Step, name: str) -> bool:
        """Take a step and show what came of it; False where it was refused."""
        return await self._screen.attempt(lambda: self.history.take(step, name))

    def wrote(self, written: Written, before: Note | None) -> None:
        """Remember a line that the writing thread has kept; `before` is the point it changed."""
        from facilitator.rapporteur import editorial

        note = written.note
        if note is None:
            return
        if before is not None:
            words = editorial.words_of
            self.history.took(editorial.Reword(note.id, words(note), words(before)), "edit")
        elif written.echoed:
            self.history.took(editorial.Voice(note.id, -1), "echo")
        else:
            back: list[Step] = [editorial.Unwrite(note)]
            questions = self._screen.link.secretariat.store.snapshot("").questions
            back += [
                editorial.SetMark(question.id, Mark.ANSWERED, Mark.OPEN)
                for question in questions
                if written.settled and question.tag == written.settled
            ]
            self.history.took(editorial.one(back), "point")

    async def turn(self, *, back: bool) -> None:
        """Undo what was done last here, or do it again."""
        screen = self._screen
        try:
            name = await screen.link.write(lambda: self._turn(back=back))
        except (Refused, Trouble) as no:
            screen.tell(str(no))
        else:
            screen.tell(f"{'undone' if back else 'done again'}: {name}")
        await screen.link.look(screen.show_state)

    def _turn(self, *, back: bool) -> str:
        history, pen = self.history, self._screen.writing.scribe.pen
        name = history.undo() if back else history.redo()
        # A point that was taken back and written again stands under another id.
        pen.own = [history.bench.id(i) for i in pen.own]
        pen.path = tuple(history.bench.id(i) for i in pen.path)
        return name

    async def follow(self) -> None:
        """Somebody may have struck a point: no undo brings it back."""
        if "history" not in vars(self):
            return
        shown = {line.note.id for line in self._screen.state.lines}
        elsewhere = self.history.remembered() - shown
        if elsewhere:
            await self._screen.link.write(lambda: self.forget(elsewhere))

    def forget(self, ids: frozenset[bytes]) -> None:
        """Drop what remembers those of these points that were struck by somebody."""
        # A point that was taken back here and written again stands under another id.
        now = {note_id: self.history.bench.id(note_id) for note_id in ids}
        gone = self._screen.link.secretariat.store.struck(set(now.values()))
        self.history.forget(note_id for note_id, stands in now.items() if stands in gone)
