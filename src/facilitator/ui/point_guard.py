"""The guard on points that are kept: their marks, and what the two keys do to the chosen one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from facilitator import capture
from facilitator.drafting import difference
from facilitator.errors import Refused
from facilitator.record import Conflict, Dismissal, Note
from facilitator.ui.conducting import ask

if TYPE_CHECKING:
    from facilitator.guard.findings import Finding
    from facilitator.ui.session_screen import SessionScreen


class PointGuard:
    """Mends a point, keeps its words, or lets them stand again; for one screen."""

    def __init__(self, screen: SessionScreen) -> None:
        self._screen = screen

    # What is shown

    def finding(self, note: Note) -> Finding | None:
        """The gravest finding that stands in a point."""
        return self._screen.guarding.marks.get(note.id)

    def kept(self, note: Note) -> tuple[Finding, Dismissal] | None:
        """A finding of the point that somebody kept with a reason."""
        watch, state = self._screen.guarding.watch, self._screen.state
        if watch is None:
            return None
        pairs = watch.dismissed(note.text, note.segment, state.dismissals)
        return pairs[0] if pairs else None

    def row(self, width: int) -> Content | None:
        """What the row above the line says of the chosen point."""
        from facilitator.ui import guard_words  # no screen needs it to start

        line = self._screen.points.line
        if line is None:
            return None
        finding = self.finding(line.note)
        if finding is not None:
            change = difference(line.note.text, finding.edit) if finding.edit else None
            return guard_words.row(guard_words.Told(finding, change), width)
        kept = self.kept(line.note)
        if kept is None:
            return None
        return guard_words.kept_row(kept[0], kept[1].reason, width)

    # What is done

    def mend(self, note: Note) -> None:
        """Put the neutral wording in the place of the words, as an ordinary edit."""
        finding = self.finding(note)
        if finding is None:
            self._screen.tell("the guard sees nothing in this point")
        elif finding.edit is None:
            self._screen.tell("no neutral wording to offer: Enter edits the point")
        else:
            self._screen.run_worker(self._mend(note, finding))

    async def _mend(self, note: Note, finding: Finding) -> None:
        from facilitator.ui import guard_words

        if finding.edit is None:
            return
        screen = self._screen
        text = " ".join(finding.edit.applied(note.text).split())
        line = capture.to_line(replace(note, text=text))
        pen = screen.writing.scribe.pen
        old, new = difference(note.text, finding.edit)
        try:
            await screen.link.write(lambda: pen.edit(note.id, note.segment, note.revision, line))
        except Conflict:
            screen.tell("somebody else has changed this point meanwhile: look at it again")
        except Refused as refusal:
            screen.tell(f"NOT DONE: {refusal}")
        else:
            screen.tell(guard_words.changed(old, new, screen.size.width))
        await screen.link.look(screen.show_state)

    async def keep(self, note: Note) -> None:
        """Ask why its words are kept; where they were kept, whether they stand again."""
        finding, kept = self.finding(note), self.kept(note)
        if finding is not None:
            from facilitator.ui.keeping import KeepWords

            made: list[Dismissal] = []
            await self._screen.app.push_screen(
                KeepWords(finding, self._taken(note, finding, made)),
                lambda reason: self._settle(made, reason or ""),
            )
        elif kept is not None:
            self._screen.run_worker(self._recall(*kept))
        else:
            self._screen.tell("the guard sees nothing in this point")

    def _taken(self, note: Note, finding: Finding, made: list[Dismissal]) -> Callable[[str], None]:
        def take(reason: str) -> None:
            watch = self._screen.guarding.watch
            if watch is not None:
                made.append(watch.dismiss(note.text, finding, reason))

        return take

    def _settle(self, made: list[Dismissal], reason: str) -> None:
        if made and reason:
            store = self._screen.link.secretariat.store
            self._screen.run_worker(self._done(lambda: store.dismiss(made), f"kept: {reason}"))

    async def _recall(self, finding: Finding, dismissal: Dismissal) -> None:
        store = self._screen.link.secretariat.store
        question = "Let these words stand against the point again?"
        detail = f"“{finding.words}” {finding.reason}. Kept: {dismissal.reason}"
        if await ask(self._screen.app, question, detail, "Stand again"):
            await self._done(lambda: store.recall([dismissal]), "it stands again")

    async def _done(self, work: Callable[[], object], told: str) -> None:
        if await self._screen.attempt(work):
            self._screen.tell(told)
