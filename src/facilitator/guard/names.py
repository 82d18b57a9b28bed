"""Whether names of the roster stand in the program's own lines."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.guard.findings import Level
from facilitator.guard.guard import ANNOUNCED, Guard
from facilitator.roster import Roster


def names_in(roster: Roster, texts: Iterable[str]) -> tuple[str, ...]:
    """The words in `texts` that name somebody who is not public, each once."""
    guard = Guard(roster)
    found = (finding for text in texts for finding in guard.check(text, ANNOUNCED))
    return tuple(dict.fromkeys(f.words for f in found if f.level is Level.IDENTITY))
