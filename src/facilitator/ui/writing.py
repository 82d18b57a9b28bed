"""The lower edge of both screens: what is said, the note line, what the disk has."""

from __future__ import annotations

from collections.abc import Callable

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from facilitator import capture
from facilitator.record import MAX_DEPTH, Note
from facilitator.service import State
from facilitator.ui import actions, line_words
from facilitator.ui.bar import Bar, while_shown
from facilitator.ui.completing import Completing
from facilitator.ui.entry import Entry
from facilitator.ui.last_point import LastPoint
from facilitator.ui.line_guard import LineGuard
from facilitator.ui.link import Link
from facilitator.ui.picking import VERBS
from facilitator.ui.points import PointsView
from facilitator.ui.reporting import Reporter
from facilitator.ui.said import Said
from facilitator.ui.scribe import Scribe

SAVE_AFTER = 0.2
"""Seconds by which the unfinished line may lag behind the keys."""

SCREENS = ("strike", "unchosen", "up", "down", "no name")
"""What the line's keys ask of the screen: it asks before it strikes, and it knows people."""

MARKED_HELP = " Ctrl+G neutral words  Ctrl+R keep or let stand  Enter edit  Esc back"

POINTS_HELP = (
    " Enter edit  c kind  # topic  > segment  Tab nest  Shift+↑↓ move  + echo  t agreed  / find"
    "  Ctrl+K strike  Esc back"
)
POINTS_HELP_SHORT = " Enter edit  c kind  # topic  > segment  Tab nest  + echo  / find  F1 all  Esc"


def _nothing() -> None:
    """Where nobody is to be told."""


class Writing(Vertical):
    """Takes one person's lines and tells what became of them.

    `keys` is whether Escape goes back to single-letter commands (the desk).
    """

    class Kept(Message):
        """A line has reached the disk."""

    entry = getters.query_one("#entry", Entry)
    said = getters.query_one("#said", Said)
    prompt = getters.query_one("#prompt", Static)

    def __init__(self, link: Link, hints: tuple[str, ...], *, keys: bool) -> None:
        super().__init__(id="writing")
        self.link = link
        self.line_guard = LineGuard(self)
        self.scribe = Scribe(link, Reporter(self), self.line_guard.draft)
        self.completing = Completing(lambda: self.state.agenda.topics)
        self.guard_of_points: Callable[[int], Content | None] = lambda width: None
        self.guard_told: tuple[str, tuple[str, str]] = ("", ("", ""))
        self._hints = hints
        self._keys = keys
        self.last = LastPoint(link.secretariat.volatile)
        self._prompt = ""
        self._silent = False
        self._guarded = False
        self._saving = False
        self.desk_elsewhere = False

    @property
    def state(self) -> State:
        """The session as last seen."""
        return self.link.state

    def compose(self) -> ComposeResult:
        yield Bar(id="warning")
        yield Said()
        with Horizontal(id="line"):
            yield Static(id="prompt")
            yield Entry(id="entry")
        yield Bar(id="kept")
        yield Bar(id="hints")

    def begin(self, notices: tuple[str, ...]) -> None:
        """Take up what an earlier screen left, and say it with `notices`."""
        self.entry.keys_mode = self._keys
        self.entry.gate, self.entry.handed = self.line_guard.gate, self.line_guard.handed
        self.entry.completed = self.completing.take
        left = self.scribe.recover()
        told = list(notices)
        if left:
            self.entry.keys_mode = False
            self.entry.put(left)
            told.append("the line you were typing is back")
        if shelter := self.link.secretariat.volatile.shelter:
            told.append(shelter)
        self.tell("; ".join(told))
        self.drain()

    def on_resize(self) -> None:
        self.show_prompt()
        self.show_guard()
        self.show_kept()

    def on_unmount(self) -> None:
        self.scribe.save()

    # What is shown

    @while_shown
    def show(self, state: State) -> None:
        """Draw a new state; going off the record clears the half-typed line."""
        if self._keys:
            self.last.look(state)
        if state.silent and not self._silent:
            half = "off the record: the half-typed line was cleared"
            self.tell(half if self.entry.value else "")
            self.scribe.aside.clear()
            self.empty()
            if self.line_guard.draft.watch is not None:
                self.line_guard.draft.watch.forget()
        elif self._silent and not state.silent:
            self.tell("")
        self._silent = state.silent
        self._mute()
        if self.scribe.remembered() - {line.note.id for line in state.lines}:
            self.run_worker(self.scribe.follow_strikes(), group="strikes", exclusive=True)
        if self.entry.value:
            self.line_guard.look()  # somebody else may have kept these words
        self.show_kept()
        self.show_prompt()

    def _mute(self) -> None:
        """Take no letters where nothing may be noted; a line begun may be finished at closing."""
        begun = bool(self.entry.value) or self.scribe.edits is not None
        self.entry.muted = self.state.silent or (self.state.progress.closed and not begun)

    @while_shown
    def show_kept(self) -> None:
        self.query_one("#kept", Bar).say(
            line_words.kept(
                self.state,
                self.scribe,
                self.link.trouble,
                self.last.text,
                self.size.width or 1_000,
                *self.guard_told,
            )
        )

    def set_aside(self) -> None:
        """Put the line being typed aside and go to KEYS; `i` brings it back."""
        self.scribe.blank(aside=True)
        self.empty()
        self.entry.keys_mode = True

    def warn(self, warning: str) -> None:
        """Say something in a row of its own for as long as it holds."""
        self.set_class(bool(warning), "-warned")
        self.query_one("#warning", Bar).say(Content(f" {warning}"))

    def tell(self, message: str) -> None:
        """Say one thing above the note line; "" goes back to what stands there otherwise."""
        self.said.tell(message)
        self.show_guard()

    @while_shown
    def show_guard(self) -> None:
        """Show above the line what the guard sees, else how the line is written."""
        keys, width = self.entry.keys_mode, self.size.width or 1_000
        entry = self.entry
        usual: Content | str = "" if keys else line_words.usual(self.state, self.scribe, width)
        if not keys and (offered := self.completing.row(entry.value, entry.cursor_position)):
            usual = offered
        row: Content | None = None
        self.said.on_guard = _nothing
        if self._in_points:
            row = self.guard_of_points(width)
        elif not keys and not self.entry.choosing:
            row = self.line_guard.row(width)
            self.said.on_guard = self.line_guard.drawn
        self.said.show(usual, row, held=self.entry.held)
        if (row is not None) is not self._guarded:
            self._guarded = row is not None
            self.show_prompt()

    @while_shown
    def show_prompt(self) -> None:
        """Say what the line being typed is, in front of it."""
        keys = self.entry.keys_mode
        if self.entry.choosing:
            text = f" {VERBS[self.entry.choosing]} ▸ {self.entry.chosen}"
        elif self._in_points:
            text = " POINTS ▸ "
        elif keys:
            text = " KEYS ▸ "
        else:
            muted = self.entry.muted
            text = line_words.prompt(self.state, self.scribe, self.size.width, muted=muted)
        if text != self._prompt:
            self._prompt = text
            self.prompt.update(Content(text))
        without = actions.THE_DESKS if self.desk_elsewhere else ()
        names = tuple(name for name in self._hints if name not in without)
        if self._guarded:
            names = actions.WITH_FINDING
        hints = actions.hints(names, letters=keys)
        if self.entry.choosing:
            hints = Content(" Enter takes it  ↑↓ choose  Backspace corrects  Esc back")
        if self._in_points:
            wide = self.size.width >= len(POINTS_HELP)
            usual = POINTS_HELP if wide else POINTS_HELP_SHORT
            hints = Content(MARKED_HELP if self._guarded else usual)
        self.query_one("#hints", Bar).say(hints)

    @property
    def _in_points(self) -> bool:
        return isinstance(self.screen.focused, PointsView)

    # Writing

    @on(Input.Changed, "#entry")
    def _typed(self, event: Input.Changed) -> None:
        if event.value == self.scribe.text:
            return
        running = self.state.running
        begun = bool(self.scribe.text)
        self.scribe.typed(event.value, running.id if running else "")
        if not self._saving:
            self._saving = True
            self.set_timer(SAVE_AFTER, self._save)
        if event.value:
            self.said.tell("")
        self.line_guard.look()
        if begun is not bool(event.value):
            self.show_kept()
        self.show_prompt()

    @on(Entry.Moved)
    def _moved(self) -> None:
        if not self.entry.keys_mode:
            self.line_guard.look()

    @on(Entry.Entered)
    def _entered(self, event: Entry.Entered) -> None:
        if self.state.silent:
            self.tell("off the record: nothing was kept")
            return
        reasons = self.line_guard.reasons()
        if not event.text.strip():
            self.empty()
            return
        self.tell("")
        running = self.state.running
        self.scribe.enter(event.text, running.id if running else "", reasons)
        self.show_kept()
        self.show_prompt()
        self.drain()

    def _save(self) -> None:
        self._saving = False
        self.scribe.save()
        self.show_kept()

    def drain(self) -> None:
        if self.scribe.waiting:
            self.run_worker(self.scribe.drain(), group="drain", exit_on_error=True)

    @on(Entry.Wanted)
    def _wanted(self, event: Entry.Wanted) -> None:
        if event.verb not in SCREENS:
            event.stop()
        match event.verb:
            case "older":
                self._edit_older()
            case "newer" | "back":
                self._step_back()
            case "nest" | "lift" if not self.entry.keys_mode:
                self._nest(1 if event.verb == "nest" else -1)
            case "refused":
                self.tell("a paste is not taken as keys: press i, then paste")
            case "joined":
                self.tell("the pasted lines were joined into one; Enter keeps them as one point")
            case "muted":
                self.tell(
                    "off the record: nothing typed is kept"
                    if self.state.silent
                    else "the session is closed: nothing more is noted here"
                )

    def _nest(self, step: int) -> None:
        running = self.state.running
        if running is not None and self.state.segment == running.id:
            self.scribe.pen.stand_under(self.state.lines, running.id)
        deepest = min(len(self.scribe.pen.path), MAX_DEPTH - 1)
        self.scribe.depth = max(0, min(self.scribe.depth + step, deepest))
        self.tell("there is no point above to nest under" if step > 0 and not deepest else "")
        self.show_prompt()

    def _edit_older(self) -> None:
        if self.entry.keys_mode or self.entry.muted:
            return
        if self.call_back():
            return
        if self.entry.value and self.scribe.edits is None:
            return  # a line being typed is not swept away by a stray key
        mine = set(self.scribe.pen.own)
        notes = [line.note for line in self.state.lines]
        own = [by for i in self.scribe.pen.own for by in notes if by.id == i] if mine else notes
        edited = self.scribe.edits
        if edited is not None:
            if self.entry.value != capture.to_line(edited):
                return
            ids = [note.id for note in own]
            own = own[: ids.index(edited.id)] if edited.id in ids else own
        if own:
            self.edit(own[-1])

    def call_back(self) -> bool:
        """Put the words that were put aside last into an empty line."""
        if self.entry.value or not (text := self.scribe.call_back()):
            return False
        self.entry.put(text)
        self.line_guard.reveal()
        self.tell("")
        self.show_prompt()
        return True

    def edit(self, note: Note) -> None:
        """Take a kept point into the line."""
        if self.state.silent:
            self.tell("off the record: nothing is changed")
            return
        self.entry.keys_mode = False
        self.entry.put(self.scribe.begin_edit(note))
        self.line_guard.reveal()
        self.tell("")
        self._mute()
        self.entry.focus()
        self.show_prompt()

    def stand_at(self, note: Note) -> None:
        """Let the line's signs mean this point until a line is kept."""
        if self.scribe.stand_at(note):
            self.tell("")

    def _step_back(self) -> None:
        self.scribe.at = None
        put = self.scribe.blank(aside=True)
        self.empty()
        self.tell(f"put aside; {'i' if self._keys else 'Up'} brings it back" if put else "")
        if self._keys:
            self.entry.keys_mode = True
        self.show_prompt()

    def empty(self) -> None:
        """Empty the line, on screen and where it is remembered."""
        self.scribe.blank()
        self.entry.value = ""
        self.line_guard.begin()
        self._mute()
        self.show_kept()
        self.show_prompt()

    def strikeable(self) -> Note | None:
        """The point that Ctrl+K means: the one being edited, else the last of one's own."""
        if self.scribe.edits is not None:
            return self.scribe.edits
        by_id = {line.note.id: line.note for line in self.state.lines}
        own = [by_id[i] for i in self.scribe.pen.own if i in by_id]
        return own[-1] if own else None

    def give_to_now(self) -> None:
        """Give the line being typed to the segment that runs now."""
        running = self.state.running
        if running is not None and self.scribe.edits is None:
            self.scribe.segment = running.id
            self.line_guard.look()
            self.show_prompt()

    def take_keys(self) -> None:
        """Go to the note line, ready for text."""
        self.entry.keys_mode = False
        self.entry.focus()
        self.show_prompt()
