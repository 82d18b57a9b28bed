"""Drawing: words in a place of fixed size, and only while there is a screen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from textual.content import Content
from textual.css.query import NoMatches
from textual.widgets import Static

P = ParamSpec("P")
W = TypeVar("W")


def while_shown(draw: Callable[Concatenate[W, P], None]) -> Callable[Concatenate[W, P], None]:
    """Make `draw` do nothing once the app takes the screen down.

    Its widgets go one by one then, while a worker or a timer may still bring a new state.
    """

    @wraps(draw)
    def guarded(self: W, /, *args: P.args, **kwargs: P.kwargs) -> None:
        with suppress(NoMatches):
            draw(self, *args, **kwargs)

    return guarded


class Bar(Static):
    """Is drawn only where its words change, and never makes the screen lay itself out anew."""

    _now = Content("\0")

    def say(self, words: Content) -> None:
        """Show these words."""
        if not words.is_same(self._now):
            self._now = words
            self.update(words, layout=False)
