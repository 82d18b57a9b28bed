"""The app around the screens: quiet about everything but what is on them."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterable

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from facilitator.service import Secretariat
from facilitator.ui.actions import ACTIONS
from facilitator.ui.desk import Desk
from facilitator.ui.link import Link
from facilitator.ui.notes import Notes
from facilitator.ui.session_screen import SessionScreen

CRASHED = 70
"""Exit status after a bug (EX_SOFTWARE)."""


class FacilitatorApp(App[None], inherit_bindings=False):
    """Shows one face of one session."""

    TITLE = "facilitator"
    # The default screen is up before a screen's own stylesheet would be read.
    CSS_PATH = ["app.tcss", "session.tcss"]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (78, "-normal"), (118, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (12, "-short"), (18, "-tall")]
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_DISPLAY = None

    BINDINGS = [
        Binding("ctrl+q,f10", "leave", "Leave", id="app.leave", show=False, priority=True),
        Binding("ctrl+c", "help_quit", "How to leave", id="app.help_quit", show=False),
        Binding("ctrl+p", "command_palette", "Commands", id="app.palette", show=False),
    ]

    def __init__(
        self,
        secretariat: Secretariat,
        face: type[SessionScreen],
        notices: tuple[str, ...] = (),
        remarks: tuple[str, ...] = (),
        *,
        watching: bool = False,
    ) -> None:
        super().__init__()
        self.link = Link(secretariat)
        self._face = face
        self._notices, self._remarks = notices, remarks
        self._watching = watching
        self.crashed = ""

    def get_default_screen(self) -> Screen[None]:
        """The one screen of this run."""
        return self._face(self.link, self._notices, self._remarks, watching=self._watching)

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self.exit)
        if self._driver is not None and not self.is_headless:
            # The shell may have put the command line, with a file's name, into the title.
            self._driver.write("\x1b]0;facilitator\x07")

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every action, and none that writes the screen to a file."""
        for action in ACTIONS:
            run = getattr(screen, f"action_{action.name}", None)
            if run is not None:
                yield SystemCommand(action.title.capitalize(), action.meaning, run)
        yield SystemCommand("Theme", "Choose the colours", self.action_change_theme)

    async def action_leave(self) -> None:
        """Leave from wherever the person is, a dialog included."""
        self.exit()

    def action_help_quit(self) -> None:
        """Say how to leave, where Ctrl+C copies nothing."""
        screen = self.screen
        if isinstance(screen, SessionScreen):
            screen.tell("to leave, press Ctrl+Q or F10; the session goes on")

    def _fatal_error(self) -> None:
        """End after a bug without printing a single value: names and drafts are among them."""
        self.crashed = "facilitator stopped because of a fault of its own."
        self._close_messages_no_wait()


def run(
    secretariat: Secretariat,
    *,
    desk: bool,
    notices: tuple[str, ...] = (),
    remarks: tuple[str, ...] = (),
    watching: bool = False,
) -> int:
    """Show the desk or the notes screen until the person leaves; the exit status."""
    app = FacilitatorApp(secretariat, Desk if desk else Notes, notices, remarks, watching=watching)
    try:
        app.run()
    finally:
        app.link.close()
    return CRASHED if app.crashed else 0
