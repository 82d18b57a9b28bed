"""The app around the screens: quiet about everything but what is on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from textual.app import SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from facilitator.chair import RosterFile
from facilitator.ports import RosterSource
from facilitator.roster import Roster
from facilitator.service import Secretariat
from facilitator.state import AgendaSource
from facilitator.ui.actions import ACTIONS
from facilitator.ui.desk import Desk
from facilitator.ui.link import Link
from facilitator.ui.notes import Notes
from facilitator.ui.quiet import CRASHED, QuietApp
from facilitator.ui.session_screen import SessionScreen


class FacilitatorApp(QuietApp, inherit_bindings=False):
    """Shows one face of one session."""

    # The default screen is up before a screen's own stylesheet would be read.
    CSS_PATH = ["app.tcss", "session.tcss"]
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
        face: Callable[..., SessionScreen],
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

    def get_default_screen(self) -> Screen[None]:
        """The one screen of this run."""
        return self._face(self.link, self._notices, self._remarks, watching=self._watching)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every action, and none that writes the screen to a file."""
        for action in ACTIONS:
            run = getattr(screen, f"action_{action.name}", None)
            if run is not None:
                yield SystemCommand(action.title.capitalize(), action.meaning, run)
        yield SystemCommand("Theme", "Choose the colours", self.action_change_theme)

    def action_help_quit(self) -> None:
        """Say how to leave, where Ctrl+C copies nothing."""
        screen = self.screen
        if isinstance(screen, SessionScreen):
            screen.tell("to leave, press Ctrl+Q or F10; the session goes on")


def run(
    secretariat: Secretariat,
    *,
    desk: bool,
    notices: tuple[str, ...] = (),
    remarks: tuple[str, ...] = (),
    watching: bool = False,
    roster: Roster | None = None,
    source: RosterSource | None = None,
    file: RosterFile | None = None,
    plan: AgendaSource | None = None,
) -> int:
    """Show the desk or the notes screen until the person leaves; the exit status.

    `roster` serves the guard, and `source` follows its file; the notes screen shows nothing
    of it. `file` is where the desk adds people to it; `plan` is the agenda's file, which
    only the desk follows.
    """
    face: Callable[..., SessionScreen] = partial(Notes, roster=roster, source=source)
    if desk:
        face = partial(Desk, roster=roster, source=source, file=file, plan=plan)
    app = FacilitatorApp(secretariat, face, notices, remarks, watching=watching)
    try:
        app.run()
    finally:
        app.link.close()
    return CRASHED if app.crashed else 0
