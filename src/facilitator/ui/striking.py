"""What a person is told once a point was struck: what is gone, and where its words still lie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.app import App

from facilitator.service import Erased


def told(app: App[Any], done: Sequence[Erased], what: str = "struck") -> str:
    """What to say of points that were struck; the exports that hold them are a page to read."""
    left = tuple(dict.fromkeys(line for each in done for line in each.left))
    if left:
        from facilitator.ui.dialogs import Notices  # no screen needs it to start

        app.push_screen(Notices(("struck here; no strike reaches what was exported:", *left)))
    if not all(each.wiped for each in done):
        return f"{what}; the old traces are wiped as soon as nobody reads"
    return f"{what}: erased from every file kept here"
