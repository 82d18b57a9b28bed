"""Words in a place of fixed size."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class Bar(Static):
    """Is drawn only where its words change, and never makes the screen lay itself out anew."""

    _now = Content("\0")

    def say(self, words: Content) -> None:
        """Show these words."""
        if not words.is_same(self._now):
            self._now = words
            self.update(words, layout=False)
