"""An app that tells the world nothing but what is on its screen, not even when it fails."""

from __future__ import annotations

import asyncio
import gc
import signal

from textual.app import App

CRASHED = 70
"""Exit status after a bug (EX_SOFTWARE)."""


_RARELY = (50_000, 20, 20)
"""When Python looks for garbage in cycles: a look at ten thousand points makes as many values
that go without its help, and the usual search among them would take longer than the look."""


def _collect() -> None:
    """Begin to look for garbage, which a quick start leaves alone; what is loaded stays."""
    gc.freeze()
    gc.set_threshold(*_RARELY)
    gc.enable()


class QuietApp(App[None], inherit_bindings=False):
    """What all screens of the program share: title, signals, and a crash without values."""

    TITLE = "facilitator"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (78, "-normal"), (118, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (12, "-short"), (18, "-tall"), (32, "-high")]

    crashed = ""

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self.exit)
        if self._driver is not None and not self.is_headless:
            # The shell may have put the command line, with a file's name, into the title.
            self._driver.write("\x1b]0;facilitator\x07")
        self.call_after_refresh(_collect)

    async def action_leave(self) -> None:
        """Leave from wherever the person is, a dialog included."""
        self.exit()

    def _fatal_error(self) -> None:
        """End after a bug without printing a single value: names and drafts are among them."""
        self.crashed = "facilitator stopped because of a fault of its own."
        self._close_messages_no_wait()
