"""The one line in which the draft is written: what it is for, the guard's row, what is offered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from facilitator import capture
from facilitator.drafting import Words
from facilitator.publish.phrases import mid_sentence
from facilitator.record import Note, NoteId
from facilitator.service import State
from facilitator.ui.bar import Bar, while_shown
from facilitator.ui.draft_keys import Keyed
from facilitator.ui.draft_list import cut
from facilitator.ui.entry import Entry
from facilitator.ui.guarding import Guarding
from facilitator.ui.line_guard import LineGuard
from facilitator.ui.link import Link

OFFER_KEYS = ("f2", "f3", "f4", "f5", "f6", "f7", "f8")
"""Keys that put in what is offered; letters are text here."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a line is written for: `done` takes it; the guard reads it as said in `segment`.

    `guarded` is whether the guard reads it at all; `note` is the point that it changes, `of`
    are those that it is about: a strike takes it along.
    The first `beginnings` of what is offered go to the front of the line.
    """

    prompt: str
    done: Callable[[str], Awaitable[None]]
    text: str = ""
    segment: str = ""
    guarded: bool = True
    note: Note | None = None
    of: frozenset[NoteId] = frozenset()
    offers: tuple[str, ...] = ()
    beginnings: int = 0
    typed: Callable[[str], None] = field(default=lambda text: None)


@dataclass
class Typing:
    """The line being typed, in memory only, as the guard wants to know it."""

    edits: Note | None = None
    segment: str = ""
    text: str = ""

    def typed(self, text: str, running: str) -> None:
        """It reads so now."""
        self.text = text

    def save(self) -> None:
        """It is kept nowhere else."""


class DraftEntry(Entry):
    """The line itself: what is offered is put in at once, before the next letter arrives."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.on_offer: Callable[[str], bool] = lambda key: False
        self.on_late: Callable[[events.Key], Awaitable[bool]] | None = None

    async def _on_key(self, event: events.Key) -> None:
        if self.on_late is not None and await self.on_late(event):
            event.stop()
            event.prevent_default()
        elif event.key == "f1":
            event.stop()
            await self.app.run_action("help", self.screen)
        elif event.key in OFFER_KEYS:
            event.stop()
            event.prevent_default()
            self.on_offer(event.key)
        else:
            await super()._on_key(event)


class DraftLine(Vertical):
    """Hidden until something is to be written; then it has the keyboard."""

    class Begun(Message):
        """Something is written now."""

    class Left(Message):
        """The line is done with; the keyboard goes back."""

    entry = getters.query_one("#entry", DraftEntry)
    said = getters.query_one("#guard-row", Bar)
    offers = getters.query_one("#offers", Bar)
    prompt = getters.query_one("#prompt", Static)

    def __init__(self, link: Link, guarding: Guarding, tell: Callable[[str], None]) -> None:
        super().__init__(id="writing")
        self.link = link
        self.scribe = Typing()
        self.line_guard = LineGuard(self)
        self.purpose: Purpose | None = None
        self._put_aside: dict[str, tuple[str, frozenset[NoteId]]] = {}
        self._guarding = guarding
        self._tell = tell
        self._message = ""
        self._put_in = ""
        self._due: list[Purpose] = []
        self._waiting: list[events.Key] = []
        self._pressed_now: events.Key | None = None
        self._catching_up = False
        self.reasons: Mapping[Words, str] = {}
        """What was kept with a reason in the line that was entered last."""

    @property
    def state(self) -> State:
        """The session as last seen."""
        return self.link.state

    def compose(self) -> ComposeResult:
        yield Bar(id="offers")
        yield Bar(id="guard-row")
        with Horizontal(id="line"):
            yield Static(id="prompt")
            yield DraftEntry(id="entry")

    def on_mount(self) -> None:
        self.display = False
        self.entry.gate, self.entry.handed = self.gate, self._handed
        self.entry.on_offer, self.entry.on_late = self.offer, self._late

    def gate(self, text: str, held: bool) -> bool:
        """Whether Enter takes the line: what stands in it must have been seen."""
        guarded = self.purpose is not None and self.purpose.guarded
        return self.line_guard.gate(text, held) if guarded else True

    @property
    def unfinished(self) -> bool:
        """Whether an Enter was pressed that is not carried out yet."""
        return bool(self._due) or self._catching_up

    def put_off(self, event: events.Key) -> bool:
        """Let a key wait in the line, behind those that are there, while an Enter is unfinished."""
        if not self.unfinished or event is self._pressed_now:
            return False
        self.entry.post_message(event)
        return True

    async def _late(self, event: events.Key) -> bool:
        """A key that was typed behind the Enter that ended the line: it is the screen's.

        It waits until the Enter is carried out: it means the points as they are then.
        """
        screen = self.screen
        if self.purpose is None and self.unfinished:
            self._waiting.append(event)
            return True
        return self.purpose is None and isinstance(screen, Keyed) and await screen.pressed(event)

    # From a purpose to its end

    def _handed(self) -> None:
        """Enter was pressed: what is typed from now on is for the screen."""
        self.line_guard.handed()
        if self.purpose is not None:
            self._due.append(self.purpose)
            self.end()

    def begin(self, purpose: Purpose) -> None:
        """Write for a purpose; words that were put aside for it are back."""
        self.purpose = purpose
        self.scribe.edits, self.scribe.segment = purpose.note, purpose.segment
        left, _ = self._put_aside.pop(purpose.prompt + purpose.text, ("", None))
        self.display = True
        self.prompt.update(Content(f" {purpose.prompt} ▸ "))
        self.line_guard.draft.watch = self._guarding.watch if purpose.guarded else None
        self.entry.put(left or purpose.text)
        self.screen.set_focus(self.entry)
        self.screen.set_class(bool(purpose.offers), "-offers")
        self._put_in = ""
        self._message = "your words from before are back" if left else ""
        self.line_guard.reveal()
        self._show_offers()
        self.post_message(self.Begun())

    def put_aside(self, purpose: Purpose, text: str) -> None:
        """Keep words in memory until the same is begun again."""
        self._put_aside[purpose.prompt + purpose.text] = (text, purpose.of)

    def follow(self, stands: Collection[NoteId]) -> None:
        """Forget words about points of which none stands any more: they were struck."""

        def lost(of: frozenset[NoteId]) -> bool:
            return bool(of) and of.isdisjoint(stands)

        aside = self._put_aside.items()
        self._put_aside = {key: (text, of) for key, (text, of) in aside if not lost(of)}
        if self.purpose is not None and lost(self.purpose.of):
            self.entry.put("")
            self.purpose.typed("")
            self.end()
            self._tell("this point was struck; the change was dropped")

    def watch_came(self) -> None:
        """There is a guard now, or another one."""
        if self.purpose is not None and self.purpose.guarded:
            self.line_guard.draft.watch = self._guarding.watch
            self.line_guard.look()

    def end(self) -> None:
        """Nothing is written any more."""
        self.purpose = None
        self.display = False
        self.screen.set_class(False, "-offers")
        self.line_guard.begin()
        self.post_message(self.Left())

    @on(Entry.Entered)
    async def _entered(self, event: Entry.Entered) -> None:
        event.stop()
        if not self._due:
            return
        self.reasons = self.line_guard.reasons()
        try:
            await self._due[0].done(event.text)
        finally:
            self._catching_up = True
            del self._due[0]
            try:
                await self._catch_up()
            finally:
                self._catching_up = False

    async def _catch_up(self) -> None:
        """Carry out the keys that waited, as if they were pressed now."""
        while self._waiting and not self._due:
            waited = self._waiting.pop(0)
            self._pressed_now = events.Key(waited.key, waited.character)
            await self.app.on_event(self._pressed_now)

    @on(Entry.Wanted)
    def _wanted(self, event: Entry.Wanted) -> None:
        event.stop()
        purpose = self.purpose
        if event.verb != "back" or purpose is None:
            return
        text = self.entry.value
        if text.strip() and text != purpose.text and purpose.guarded:
            self.put_aside(purpose, text)
            self._tell("not kept; your words come back when you begin it again")
        self.entry.put("")
        purpose.typed("")
        self.end()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.purpose is not None:
            self._message = ""
            self.scribe.text = event.value
            self.purpose.typed(event.value)
            if self.purpose.guarded:
                self.line_guard.look()

    @on(Entry.Moved)
    def _moved(self, event: Entry.Moved) -> None:
        event.stop()
        if self.purpose is not None and self.purpose.guarded:
            self.line_guard.look()

    # What is offered

    def offer(self, key: str) -> bool:
        """Put in what is offered under a key: a beginning in the place of the one before."""
        purpose = self.purpose
        if purpose is None or key not in OFFER_KEYS:
            return False
        place = OFFER_KEYS.index(key)
        if place >= len(purpose.offers):
            return False
        words, text = purpose.offers[place], self.entry.value
        at = self.entry.cursor_position
        if place < purpose.beginnings:
            behind = len(text) - at
            sign, rest = self._apart(text)
            put = f"{sign}{words} {mid_sentence(rest)}"
            self._put_in = f"{words} "
            self.entry.put(put, max(len(put) - behind, len(sign + words) + 1))
            return True
        before, after = text[:at], text[at:]
        put = words if not before.strip() else words[0].lower() + words[1:]
        put = f"{' ' * (before[-1:] not in ('', ' '))}{put}{' ' * (after[:1] != ' ')}"
        self.entry.put(before + put + after, len(before + put))
        return True

    def _apart(self, text: str) -> tuple[str, str]:
        """The sign in front, and the words without the beginning that was put in before."""
        sign, _, rest = text.partition(" ")
        if sign not in (*capture.SIGNS, capture.QUOTE_SIGN):
            sign, rest = "", text
        rest = rest.removeprefix(self._put_in) if self._put_in else rest
        return (f"{sign} " if sign else ""), rest

    def _show_offers(self) -> None:
        purpose = self.purpose
        parts: list[Content | str | tuple[str, str]] = [" "]
        room = (self.app.size.width or 80) - 2
        for key, words in zip(OFFER_KEYS, purpose.offers if purpose else (), strict=False):
            told = f"{key.upper()} {words}  "
            if len(told) > room:
                told = f"{key.upper()} {cut(words, max(6, room - 5))}  "
            if len(told) > room:
                break
            room -= len(told)
            parts += [(key.upper(), "bold"), told[2:]]
        self.offers.say(Content.assemble(*parts))

    # The guard's row

    def tell(self, message: str) -> None:
        """Say one thing in the guard's row."""
        self._message = message
        self.show_guard()

    @while_shown
    def show_guard(self) -> None:
        """What stands in the line, else how to leave it."""
        width = self.app.size.width or 80
        row = self.line_guard.row(width) if self.purpose and self.purpose.guarded else None
        if row is not None and (self.entry.held or not self._message):
            self.said.say(row)
            self.line_guard.drawn()
            return
        usual = "Enter keeps it · Esc back, nothing is changed"
        self.said.say(Content(f" {self._message or usual}").truncate(width, ellipsis=True))
