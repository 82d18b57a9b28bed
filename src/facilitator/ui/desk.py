"""The moderator's screen, beside the video call."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Digits, Static

from facilitator.clock import time_of_day
from facilitator.service import State
from facilitator.ui import actions, words
from facilitator.ui.bar import Bar, while_shown
from facilitator.ui.entry import Entry, by_position
from facilitator.ui.points import PointsView
from facilitator.ui.session_screen import SessionScreen


class Desk(SessionScreen):
    """Segment, clocks, projected end; single letters are commands until `i`."""

    HINTS = ("advance", "agenda", "pause", "off_record", "note", "points", "close_session", "help")
    IS_DESK = True

    def compose(self) -> ComposeResult:
        yield Bar(id="banner")
        yield Bar(id="agenda")
        yield Static(id="rule-line", classes="rule")
        with Horizontal(id="now"):
            yield Bar(id="segment")
            yield Digits(id="clock")
        yield Bar(id="session")
        yield Bar(id="points-title", classes="rule")
        with Horizontal(id="middle"):
            yield PointsView(id="points")
            with Vertical(id="side"):
                yield Static(id="agenda-list")
        yield self.make_writing()

    def on_resize(self) -> None:
        self.tick()

    @while_shown
    def tick(self) -> None:
        state, now = self.state, self.link.secretariat.now()
        width = self.size.width
        zone = state.agenda.session.timezone
        if self.watching and self.link.secretariat.volatile.take_desk():
            self.watching = False
            self.tell("the other desk has gone: this one runs the session now")
        clock = time_of_day(now.wall, zone, seconds=True)
        right = f"WATCHING  {clock} " if self.watching else f"{clock} "
        self.query_one("#banner", Bar).say(words.banner(state, right, width))
        self.query_one("#banner").set_classes(words.rule_words(state)[2])
        self.query_one("#agenda", Bar).say(words.agenda_line(state, now, width))
        self.query_one("#segment", Bar).say(words.segment_lines(state, now, width - 34))
        digits, sign = words.segment_clock(state, now)
        clock_face = self.query_one("#clock", Digits)
        if clock_face.value != digits:
            clock_face.update(digits)
        clock_face.set_classes(f"-level-{int(sign.level)}")
        self.query_one("#session", Bar).say(words.session_line(state, now, width))
        self.query_one("#points-title", Bar).say(self._points_title(state, width))
        if self.has_class("-wide"):
            rows = words.agenda_rows(state, now, 46)
            self.query_one("#agenda-list", Static).update(Content("\n").join(rows))

    @staticmethod
    def _points_title(state: State, width: int) -> Content:
        left = f"── POINTS kept {state.total} "
        if state.segment:
            left += f"· {words.order_words(state)} "
        return Content(left + "─" * max(0, width - len(left)))

    @on(Entry.Pressed)
    async def _press(self, event: Entry.Pressed) -> None:
        if event.key == "i":
            self.writing.call_back()
            self.tell("")
        elif event.key == "text":
            self.tell("taken as a note: Enter keeps it, Esc puts it aside")
        else:
            await self.press(event.key)
        self.writing.show_prompt()

    async def press(self, key: str) -> None:
        """Carry out the action of a letter, wherever the keyboard is."""
        action = actions.BY_LETTER.get("space" if key == " " else by_position(key))
        if action is None:
            self.tell(f"{key} is no key here; ? shows them all, i writes a note")
        else:
            self.tell("")
            await self.run_action(f"screen.{action.name}")
