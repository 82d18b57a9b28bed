"""An input whose text has passed the one filter, however it came in."""

from __future__ import annotations

from textual.widgets import Input

from facilitator.text import ANY_LENGTH, clean


class CleanInput(Input):
    """Shows nothing that a terminal could obey: what is pasted is cleaned before it is shown."""

    def validate_value(self, value: str) -> str:
        """The text without control characters, on one line."""
        return clean(value, cap=ANY_LENGTH)
