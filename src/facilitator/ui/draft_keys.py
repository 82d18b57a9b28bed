"""Keys of the draft in the order in which they were typed, on whatever keyboard."""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from textual import events
from textual.screen import Screen

from facilitator.ui.entry import by_position


@runtime_checkable
class Keyed(Protocol):
    """A screen that carries out its keys in the order in which they were typed."""

    def put_off(self, event: events.Key) -> bool:
        """Whether a key waits until what was typed before it is carried out."""

    async def pressed(self, event: events.Key) -> bool:
        """Carry out a key."""


async def carried_out(screen: Screen[Any], event: events.Key) -> bool:
    """Carry out a key of a screen at once; False where it has none.

    The framework would send a key to the widget that has the keyboard, and the next one too
    before the first has moved it: letters typed ahead of a line would be lost. On a Russian
    or Persian keyboard the key at the same place counts.
    """
    letter = by_position(event.character) if event.character else ""
    elsewhere = letter and letter != event.character
    for key in (letter,) if elsewhere else event.aliases:
        for binding in screen._bindings.key_to_bindings.get(key, ()):
            if await screen.app.run_action(binding.action, screen):
                return True
    return False
