"""What the guard says about a text: where, how grave, why, and a neutral wording."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How grave a finding is. The first three block; the graver stands first."""

    IDENTITY = "identity"
    AFFILIATION = "affiliation"
    INFERENCE = "inference"
    WARNING = "warning"
    HINT = "hint"

    @property
    def blocks(self) -> bool:
        """Whether a text with such a finding is held back."""
        return self in _BLOCKING

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _ORDER[self]


_BLOCKING = frozenset({Level.IDENTITY, Level.AFFILIATION, Level.INFERENCE})
_ORDER = {level: place for place, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the code points [start, end) of the original text by `text`."""

    start: int
    end: int
    text: str

    def applied(self, whole: str) -> str:
        """`whole` with this one change made."""
        return whole[: self.start] + self.text + whole[self.end :]


@dataclass(frozen=True, slots=True)
class Finding:
    """The words [start, end) of the original text, in code points, and what is wrong with them.

    `reason` is one sentence for the person on screen. It may repeat `words` and never tells
    more of the roster than they do. `edit` is the change that the guard offers and has
    checked; None where it has none to offer.
    """

    level: Level
    start: int
    end: int
    words: str
    reason: str
    edit: Edit | None = None

    @property
    def blocks(self) -> bool:
        """Whether an export is held back until this is settled."""
        return self.level.blocks

    @property
    def rewrite(self) -> str | None:
        """The neutral wording for [edit.start, edit.end); None where none is offered."""
        return None if self.edit is None else self.edit.text
