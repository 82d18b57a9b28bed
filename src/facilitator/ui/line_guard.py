"""The guard on the line being typed: what the row says, what Enter and the two keys do."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from textual.content import Content
from textual.widgets.input import Selection

from facilitator.drafting import Doubt, Draft, Spoken, Words
from facilitator.errors import Refused
from facilitator.record import Note
from facilitator.service import State
from facilitator.ui.entry import Entry
from facilitator.ui.link import Link


class Typist(Protocol):
    """Who keeps the unfinished line: the point it changes, and the segment it belongs to."""

    @property
    def edits(self) -> Note | None:
        """The point that the line changes."""

    @property
    def segment(self) -> str:
        """Where it belongs; "" where nobody has typed yet."""

    def typed(self, text: str, running: str) -> None:
        """The line reads so now."""

    def save(self) -> None:
        """Remember it."""


class Line(Protocol):
    """The lower edge of a screen, as far as the guard needs it."""

    link: Link

    @property
    def scribe(self) -> Typist:
        """Who keeps the unfinished line."""

    @property
    def entry(self) -> Entry:
        """The note line."""

    def show_guard(self) -> None:
        """Draw the row above the line anew."""

    def tell(self, message: str) -> None:
        """Say one thing above the note line."""

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """Call once what was drawn is on the screen."""


class LineGuard:
    """Looks at the line whenever it changes; one for each screen."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self.draft = Draft()
        self._told: Spoken | None = None
        self._handed: deque[Mapping[Words, str]] = deque()

    # What is shown

    def look(self) -> None:
        """The line, the cursor or what the guard goes by has changed."""
        entry = self._line.entry
        if entry.held:
            self.draft.reveal(entry.value, self._segment, self._state)
        else:
            self.draft.look(entry.value, entry.cursor_position, self._segment, self._state)
        self._line.show_guard()

    def reveal(self) -> None:
        """Show what stands in the whole line: nobody types at its end."""
        self.draft.begin()
        self.draft.reveal(self._line.entry.value, self._segment, self._state)
        self.draft.seen.update(each.spoken for each in self.draft.doubts)
        self._line.show_guard()

    def begin(self) -> None:
        """The line is empty again."""
        self._told = None
        self.draft.begin()
        self._line.show_guard()

    def drawn(self) -> None:
        """The row that tells of the line is shown, and nothing else is in its place."""
        doubts, seen = self.draft.doubts, self.draft.seen
        new = {each.spoken for each in doubts} - seen
        first = doubts[0].spoken if doubts else None
        if new or first != self._told:
            # `seen` is this line's: once it is painted, it may be the line before.
            self._line.call_after_refresh(lambda: self._painted(first, seen, new))

    def _painted(self, first: Spoken | None, seen: set[Spoken], new: set[Spoken]) -> None:
        seen.update(new)
        self._told = first

    def row(self, width: int) -> Content | None:
        """What the row above the line says of it; None where nothing stands in it."""
        if not self.draft.doubts or not self._line.entry.value:
            return None
        from facilitator.ui import guard_words  # no screen needs it to start

        first, *others = self.draft.doubts
        held = self._line.entry.held
        told = guard_words.Told(first.finding, first.difference, len(others), held)
        return guard_words.row(told, width)

    # What is kept

    def gate(self, text: str, held: bool) -> bool:
        """Whether Enter keeps the line; where not, it is saved, and `look` will say why."""
        now = self._line.link.secretariat.now().steady
        if self.draft.may_go(text, self._segment, self._state, now, held=held):
            return True
        scribe = self._line.scribe
        running = self._state.running
        scribe.typed(text, running.id if running else "")
        scribe.save()
        return False

    def handed(self) -> None:
        """The line is on its way: the next letter begins another one."""
        self._handed.append(self.draft.reasons)
        self._told = None
        self.draft.begin()

    def reasons(self) -> Mapping[Words, str]:
        """What was kept with a reason in the line that was handed over first."""
        return self._handed.popleft() if self._handed else {}

    # Keys

    def _doubt(self, *, unseen: bool) -> Doubt | None:
        """What a key means: what is shown, else what stands in the whole line.

        None, and said so, where there is nothing; None also where it is shown only now, and
        the key would change something that was `unseen`.
        """
        entry, draft = self._line.entry, self.draft
        if not entry.value or entry.keys_mode:
            self._line.tell("no line is being written; F4 goes to the points that are kept")
        elif draft.watch is None:
            self._line.tell("the guard is still reading; press it again in a moment")
        else:
            told = self._told
            self.look()
            if draft.doubts and (unseen or draft.doubts[0].spoken == told):
                return draft.doubts[0]
            if draft.reveal(entry.value, self._segment, self._state):
                self._line.tell("")
                return draft.doubts[0] if unseen else None
            self._line.tell("the guard sees nothing in this line")
        return None

    def mend(self) -> None:
        """Take the neutral wording that is on the screen; it is never taken unasked."""
        doubt = self._doubt(unseen=False)
        if doubt is None:
            return
        entry = self._line.entry
        topics = self._state.agenda.topics
        made = doubt.mended(entry.value, topics)
        change = doubt.difference
        if made is None or change is None:
            self._jump(doubt)
            return
        behind = len(entry.value) - entry.cursor_position
        from facilitator.ui import guard_words

        running = self._state.running
        self._line.scribe.typed(made, running.id if running else "")
        self._line.scribe.save()
        entry.put(made, max(0, len(made) - behind))
        self._told = None
        self._line.tell(guard_words.changed(*change, entry.app.size.width or 80))
        self.look()

    def _jump(self, doubt: Doubt) -> None:
        """There is no wording to offer: show the words, ready to be written over."""
        entry = self._line.entry
        start, end = doubt.span(self._state.agenda.topics)
        entry.release()
        entry.selection = Selection(start, end)
        self._line.tell("no neutral wording to offer: the words are selected, write over them")

    async def keep(self) -> None:
        """Ask why the words are kept, which the question shows; the line stays as it is."""
        doubt = self._doubt(unseen=True)
        if doubt is None:
            return
        from facilitator.ui.keeping import KeepWords

        line = self._line.entry.value

        def keep(reason: str) -> None:
            if self._line.entry.value != line:
                raise Refused("the line is gone: Esc goes back")
            self.draft.keep(doubt, reason)

        dialog = KeepWords(doubt.finding, keep)
        # Waited for here: letters typed ahead belong to the reason.
        await self._line.entry.app.push_screen(dialog, lambda why: self._kept(doubt, why or ""))

    def _kept(self, doubt: Doubt, reason: str) -> None:
        if reason:
            self._line.entry.release()
            self.look()
            self._line.tell(f"“{doubt.finding.words}” stays: {reason}")

    @property
    def _state(self) -> State:
        return self._line.link.state

    @property
    def _segment(self) -> str:
        scribe, running = self._line.scribe, self._state.running
        if scribe.edits is not None:
            return scribe.edits.segment
        return scribe.segment or (running.id if running else "")
