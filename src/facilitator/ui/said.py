"""The row above the note line: what was said to the person, what the guard sees, or the help."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.timer import Timer

from facilitator.ui.bar import Bar

GIVES_WAY = 4.0
"""Seconds after which a message gives way to a finding that stands in the line."""


class Said(Bar):
    """One row of fixed height. What is said stays until the next key; then the guard's row.

    A line that Enter did not keep is told of before anything else.
    """

    def __init__(self) -> None:
        super().__init__(id="said")
        self._message = ""
        self._usual: Content | str = ""
        self._guard: Content | None = None
        self._held = False
        self.on_guard: Callable[[], None] = lambda: None
        """Told whenever the guard's row is what is shown."""
        self._timer: Timer | None = None

    @property
    def message(self) -> str:
        """What is said at the moment."""
        return self._message

    def tell(self, message: str) -> None:
        """Say something; "" takes it back."""
        self._message = message
        self._draw()

    def show(self, usual: Content | str, guard: Content | None, *, held: bool) -> None:
        """What stands there where nothing is said: the guard's row, else `usual`."""
        self._usual, self._guard, self._held = usual, guard, held
        self._draw()

    def _draw(self) -> None:
        waits = bool(self._message) and self._guard is not None
        if waits and self._timer is None:
            self._timer = self.set_timer(GIVES_WAY, self._give_way)
        elif not waits and self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._guard is not None and (self._held or not self._message):
            self.remove_class("-told")
            self.say(self._guard)
            self.on_guard()
            return
        self.set_class(bool(self._message), "-told")
        width = self.app.size.width or 1_000
        told = (
            Content(" ") + Content(self._message) if self._message else Content(" ") + self._usual
        )
        self.say(told.truncate(width, ellipsis=True))

    def _give_way(self) -> None:
        self._timer = None
        if self._guard is not None:
            self.tell("")
