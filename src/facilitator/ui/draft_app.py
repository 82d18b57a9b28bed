"""The app around the draft."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.app import SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from facilitator.ports import RosterSource
from facilitator.roster import Roster
from facilitator.service import Secretariat
from facilitator.ui.draft import Draft
from facilitator.ui.draft_actions import ACTIONS
from facilitator.ui.draft_desk import DraftLink
from facilitator.ui.draft_keys import Keyed
from facilitator.ui.quiet import CRASHED, QuietApp


class DraftApp(QuietApp, inherit_bindings=False):
    """Shows the draft of one session."""

    CSS_PATH = ["app.tcss", "draft.tcss"]
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_DISPLAY = None

    BINDINGS = [
        Binding(
            "ctrl+q,f10",
            "leave",
            "Leave",
            id="app.leave",
            tooltip="Leave; everything is kept",
            show=False,
            priority=True,
        ),
        Binding("ctrl+c", "help_quit", "How to leave", id="app.help_quit", show=False),
        Binding("ctrl+p", "command_palette", "Commands", id="app.palette", show=False),
    ]

    def __init__(
        self,
        secretariat: Secretariat,
        roster: Roster | None = None,
        source: RosterSource | None = None,
    ) -> None:
        super().__init__()
        self.link = DraftLink(secretariat)
        self._roster, self._source = roster, source

    def get_default_screen(self) -> Screen[None]:
        """The one screen of this run."""
        return Draft(self.link, self._roster, self._source)

    async def on_event(self, event: events.Event) -> None:
        """Give a key to the screen before anything else is done with it, one after the other."""
        screen: object = self.screen if isinstance(event, events.Key) else None
        if isinstance(event, events.Key) and isinstance(screen, Keyed):  # noqa: SIM102 - types
            if screen.put_off(event) or await screen.pressed(event):
                return
        await super().on_event(event)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every action, and none that writes the screen to a file."""
        for action in ACTIONS:
            run = getattr(screen, f"action_{action.name}", None)
            if run is not None:
                yield SystemCommand(action.title.capitalize(), action.meaning, run)
        yield SystemCommand("Theme", "Choose the colours", self.action_change_theme)

    def action_help_quit(self) -> None:
        """Say how to leave, where Ctrl+C copies nothing."""
        if isinstance(self.screen, Draft):
            self.screen.tell("to leave, press Ctrl+Q or F10; everything is kept")


def run(
    secretariat: Secretariat, *, roster: Roster | None = None, source: RosterSource | None = None
) -> int:
    """Show the draft until the person leaves; the exit status."""
    app = DraftApp(secretariat, roster, source)
    try:
        app.run()
    finally:
        app.link.close()
    return CRASHED if app.crashed else 0
