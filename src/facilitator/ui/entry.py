"""The note line: always focused, so that no letter typed ahead is lost.

On the desk it has two modes. In KEYS single letters are commands; in NOTE everything is
text. A few commands go on to ask whom they mean: that is a choice, still in this widget.
So the letters after `i`, and those after `a`, arrive where they belong however fast they
come.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.widgets import Input

from facilitator.errors import Refused
from facilitator.text import ANY_LENGTH, LINE_CAP, clean

BURST = 0.02
"""Seconds within which a second letter makes both text: no hand is that fast, a paste is."""

TYPING = 0.12
"""The same for letters that command at once: somebody who types on in KEYS, taking it for the
note line, is that fast. A letter that opens a choice does no harm and need not wait so long."""

# What stands on the keys of the first layouts our users have, by position.
_BY_POSITION = dict(
    zip(
        "йцукенгшщзфывапролдячсмитьضصثقفغعهخحشسیبلاتنمظطزرذدپ",
        "qwertyuiopasdfghjklzxcvbnmqwertyuiopasdfghjklzxcvbnm",
        strict=True,
    )
)


_DIGITS = dict(zip("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789", strict=True))


def by_position(letter: str) -> str:
    """The Latin letter on the key where `letter` stands on a Russian or Persian keyboard."""
    latin = _BY_POSITION.get(letter) or _BY_POSITION.get(letter.lower(), "").upper()
    return latin or _DIGITS.get(letter, letter)


class Entry(Input):
    """One line of typing; says what was asked and decides nothing."""

    @dataclass
    class Entered(Message):
        """The line was handed over: Enter was pressed, or a letter behind one that was held."""

        text: str

    @dataclass
    class Pressed(Message):
        """A letter was pressed in KEYS."""

        key: str

    class Moved(Message):
        """The cursor may stand elsewhere, or the line is no longer held."""

    @dataclass
    class Wanted(Message):
        """One of the line's own keys: older, newer, nest, lift, strike, back, refused, muted."""

        verb: str

    # One row of fixed width: a longer text scrolls in it and moves nothing else, so the
    # framework need not lay out the whole screen at every key (2 of 6 ms).
    virtual_size = Reactive(Size(0, 0), layout=False)

    keys_mode: reactive[bool] = reactive(False)
    muted: reactive[bool] = reactive(False)
    """Whether nothing typed is taken at all (off the record)."""

    BINDINGS = [
        # Terminals send a line feed for Ctrl+J, and for the line ends of an unmarked paste.
        Binding("ctrl+j", "submit", show=False, id="line.feed"),
        Binding("up", "want('older')", "Edit last", id="line.older", tooltip="Edit the last point"),
        Binding("down", "want('newer')", show=False, id="line.newer", tooltip="Back to the line"),
        Binding("tab", "nest", "Nest", id="line.nest", tooltip="Take the topic, or nest the line"),
        Binding(
            "shift+tab", "want('lift')", "Lift", show=False, id="line.lift", tooltip="One level out"
        ),
        Binding("ctrl+k", "want('strike')", "Strike", id="line.strike", tooltip="Erase for good"),
        Binding("escape", "want('back')", show=False, id="line.back", tooltip="One step back"),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False  # half of what an idle screen would cost
        self._held = ""
        self.choices: frozenset[str] = frozenset()
        self.choosing = ""
        self.chosen = ""
        # Told of every key of a choice at once, not by a message: a choice that is complete
        # must end before the next letter, which may be a command of its own.
        self.on_choice: Callable[[str, str, bool], None] = lambda verb, text, entered: None
        # Asked at once, too: is the line kept, or held until it has been looked at?
        self.gate: Callable[[str, bool], bool] = lambda text, held: True
        self.handed: Callable[[], None] = lambda: None
        # And at once, lest letters typed on end up in the topic: what Tab makes of the line.
        self.completed: Callable[[str, int], tuple[str, int] | None] = lambda text, cursor: None
        self._held_line: str | None = None
        # The framework does not scroll to the end of the first text a line is given, which
        # here may be a long paste or a line that was brought back.
        self._initial_value = False

    def watch_keys_mode(self, keys_mode: bool) -> None:
        self.set_class(keys_mode, "-keys")

    async def _on_key(self, event: events.Key) -> None:
        if self.muted and not self.keys_mode and event.is_printable:
            event.stop()
            event.prevent_default()
            self.post_message(self.Wanted("muted"))
            return
        if self.choosing and await self._choose(event):
            return
        if not event.is_printable or event.character is None:
            if event.key not in ("enter", "ctrl+j"):
                self._held_line = None
            await self._do_now(event)
            self.post_message(self.Moved())
            return
        if not self.keys_mode:
            if self.held:
                self._hand_over()  # whoever types on has done with this line
            await super()._on_key(event)
            return
        event.prevent_default()
        event.stop()
        letter = event.character
        if self._held and self.muted:
            self._held = ""
            self.post_message(self.Wanted("muted"))
        elif self._held == letter:
            self._let_go()  # a key held down: each counts, and none is text
            self._hold(letter)
        elif self._held:
            # A second letter on the heels of the first: this is text, not two commands.
            text, self._held = self._held + letter, ""
            self.keys_mode = False
            self.value = text
            self.cursor_position = len(text)
            self.post_message(self.Pressed("text"))
        elif by_position(letter) == "i":
            self.keys_mode = False
            self.post_message(self.Pressed("i"))
        else:
            self._hold(letter)

    def _hold(self, letter: str) -> None:
        """Wait a moment before a letter counts as a command: the next may make it text."""
        self._held = letter
        wait = BURST if by_position(letter) in self.choices else TYPING
        self.set_timer(wait, self._let_go)

    async def _choose(self, event: events.Key) -> bool:
        """A key typed in a choice; False where it is none of the choice's."""
        if event.key == "escape":
            self.let_be()
            self.post_message(self.Wanted("unchosen"))
        elif event.key in ("enter", "ctrl+j", "up", "down", "tab"):
            word = {"ctrl+j": "enter", "tab": " "}.get(event.key, event.key)
            if word == "enter":
                self.on_choice(self.choosing, self.chosen, True)
            elif word == " ":
                self._chosen(self.chosen + " ")
            else:
                self.post_message(self.Wanted(word))
        elif event.key == "backspace":
            self._chosen(self.chosen[:-1])
        elif event.is_printable and event.character is not None:
            self._chosen(self.chosen + event.character)
        else:
            return False
        event.stop()
        event.prevent_default()
        return True

    def _chosen(self, text: str) -> None:
        self.chosen = clean(text, cap=ANY_LENGTH)
        self.on_choice(self.choosing, self.chosen, False)

    def ask(self, verb: str) -> None:
        """Begin a choice: letters typed from now on are its own."""
        self.choosing, self.chosen, self._held = verb, "", ""

    def let_be(self) -> None:
        """End a choice."""
        self.choosing, self.chosen = "", ""

    async def _do_now(self, event: events.Key) -> None:
        """Carry out the line's own keys at once, in the order in which they were typed.

        Left to the framework they go up to the app and come back as actions, and letters
        typed meanwhile overtake them: Enter would then keep half of the next line as well.
        """
        for key in event.aliases:
            for binding in self._bindings.key_to_bindings.get(key, ()):
                if await self.app.run_action(binding.action, self):
                    event.stop()
                    event.prevent_default()
                    return

    def _let_go(self) -> None:
        if self._held:
            letter, self._held = by_position(self._held), ""
            if letter in self.choices:
                self.ask(letter)
                self.on_choice(letter, "", False)
            else:
                self.post_message(self.Pressed(letter))

    def _paste_choice(self, text: str) -> None:
        """A name copied from the call may be pasted where a name is searched for."""
        if "/" not in self.chosen:
            self.post_message(self.Wanted("no name"))
            return
        try:
            pasted = clean(" ".join(text.split()), cap=LINE_CAP)
        except Refused:
            self.post_message(self.Wanted("no name"))
        else:
            self._chosen(self.chosen + pasted)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if self.choosing:
            self._paste_choice(event.text)
            return
        if self.keys_mode or self.muted:
            self.post_message(self.Wanted("refused" if self.keys_mode else "muted"))
            return
        text = clean(event.text, cap=ANY_LENGTH)
        if text and self.held:
            self._hand_over()
        if text:
            self.replace(text, *self.selection)
        if len(event.text.strip().splitlines()) > 1:
            self.post_message(self.Wanted("joined"))

    async def action_submit(self) -> None:
        """Hand the text over and be empty at once, before the next letter arrives."""
        if self.keys_mode:
            self._let_go()  # a letter before it goes first
            self.post_message(self.Pressed("enter"))
            return
        if self.gate(self.value, self.held):
            self._hand_over()
        else:
            self._held_line = self.value

    @property
    def held(self) -> bool:
        """Whether Enter did not keep the line as it stands."""
        return self._held_line is not None

    def watch_value(self, value: str) -> None:
        if value != self._held_line:
            self._held_line = None

    def release(self) -> None:
        """What held the line has been settled: the next Enter is asked about anew."""
        self._held_line = None

    def _hand_over(self) -> None:
        self._held_line = None
        self.handed()
        # Said before the line is emptied: whoever hears of both must hear of them so.
        self.post_message(self.Entered(self.value))
        self.value = ""

    def action_want(self, verb: str) -> None:
        """Tell the screen which of the line's own keys was pressed."""
        self.post_message(self.Wanted(verb))

    def action_nest(self) -> None:
        """Take the topic that is offered; where none is, ask for the line to be nested."""
        made = None if self.keys_mode else self.completed(self.value, self.cursor_position)
        if made is None:
            self.action_want("nest")
        else:
            self.put(*made)

    def put(self, text: str, cursor: int | None = None) -> None:
        """Put a text into the line, the cursor behind it or where it is told."""
        self.value = text
        self.cursor_position = len(text) if cursor is None else cursor

    async def caught_up(self) -> None:
        """Wait until every key that was pressed before has been taken."""
        done = asyncio.Event()
        self.call_later(done.set)
        await done.wait()
