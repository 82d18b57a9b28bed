"""What every dialog has in common: it is left once."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

T = TypeVar("T")


class Dialog(ModalScreen[T]):
    """A question over a screen, answered once.

    The framework takes down whatever is on top for each answer: a key held down, or two keys
    in one reading of the terminal, would answer for the dialog and take the screen below it.
    """

    _answered = False

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Answer, and leave; an answer that comes behind another is none."""
        if self._answered:
            return AwaitComplete()
        self._answered = True
        return super().dismiss(result)
