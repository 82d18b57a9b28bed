"""The nameless screen, safe to share in the video call: clock, part, round, the Rule.

It reads the record and the one text that the desk leaves for it, and neither the roster nor
the floor. Nothing can be typed or changed here.
"""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from facilitator.clock import Instant
from facilitator.service import Secretariat, State
from facilitator.ui import stage_page, stage_words
from facilitator.ui.bar import Bar, while_shown
from facilitator.ui.link import Link
from facilitator.ui.quiet import CRASHED, QuietApp

HINT = "Ctrl+Q or F10 leaves"
HINTED_FOR = 10.0
"""Seconds for which the hint stands, at first and after any key; then the screen is the call's."""

LOOK_EVERY = 0.25
"""Seconds between two looks at what the desk left; it is redrawn only where that has changed."""


class Stage(Screen[None]):
    """Everything is drawn anew each second, and at once where something changes."""

    ALLOW_SELECT = False

    def __init__(self, link: Link) -> None:
        super().__init__()
        self.link = link
        self._left = ""
        self._floor = stage_words.UNKNOWN
        self._hinted_until = 0.0

    def compose(self) -> ComposeResult:
        yield Bar(id="banner")
        yield Bar(id="page")

    def on_mount(self) -> None:
        self.say_hint()
        self.run_worker(self.link.watch(self.show_state), group="watch")
        self.set_interval(1.0, self.tick)
        self.set_interval(LOOK_EVERY, self.look)

    def on_resize(self) -> None:
        self.tick()

    def on_key(self) -> None:
        self.say_hint()

    def say_hint(self) -> None:
        """Say for a while how to leave."""
        self._hinted_until = self.link.secretariat.now().steady + HINTED_FOR
        self.tick()

    def show_state(self, state: State) -> None:
        """Draw a new state."""
        self.tick()

    def look(self) -> None:
        """Draw what the desk left, where that is new."""
        if self._read():
            self.tick()

    def _read(self) -> bool:
        text = self.link.secretariat.volatile.stage()
        if text == self._left:
            return False
        self._left, self._floor = text, stage_words.floor_known(text)
        return True

    @while_shown
    def tick(self) -> None:
        """Draw everything as it is now."""
        self._read()
        state, now = self.link.state, self.link.secretariat.now()
        desk = self.link.secretariat.volatile.desk_taken()
        floor = stage_words.floor_of_now(state, self._floor, desk=desk)
        width, height = self.size
        banner, page = self.query_one("#banner", Bar), self.query_one("#page", Bar)
        above = stage_page.banner(state, now, width, height)
        rows = above.plain.count("\n") + 1
        banner.say(above)
        banner.set_classes([stage_words.rule(state)[2], "-high" if rows > 1 else "-low"])
        page.say(stage_page.page(state, floor, now, width, height - rows, self._hint(now)))
        page.set_classes(stage_page.tint(state, floor, now))

    def _hint(self, now: Instant) -> str:
        if self.link.trouble:
            return "not up to date: the record cannot be read"
        if now.steady >= self._hinted_until:
            return ""
        shelter = self.link.secretariat.volatile.shelter
        return f"{HINT}; no folder in memory: no turns, no hands" if shelter else HINT


class StageApp(QuietApp, inherit_bindings=False):
    """Shows the stage of one session."""

    CSS_PATH = ["stage.tcss"]
    ENABLE_COMMAND_PALETTE = False

    BINDINGS = [
        Binding(
            "ctrl+q,f10",
            "leave",
            "Leave",
            id="app.leave",
            tooltip="Leave; the session goes on",
            show=False,
            priority=True,
        ),
        Binding(
            "ctrl+c,f1",
            "hint",
            "How to leave",
            id="app.help_quit",
            tooltip="Say how to leave",
            show=False,
        ),
    ]

    def __init__(self, secretariat: Secretariat) -> None:
        super().__init__()
        self.link = Link(secretariat)

    def get_default_screen(self) -> Screen[None]:
        """The one screen of this run."""
        return Stage(self.link)

    def action_hint(self) -> None:
        """Say how to leave."""
        if isinstance(self.screen, Stage):
            self.screen.say_hint()


def run(secretariat: Secretariat) -> int:
    """Show the stage until the person leaves; the exit status."""
    app = StageApp(secretariat)
    try:
        app.run()
    finally:
        app.link.close()
    return CRASHED if app.crashed else 0
