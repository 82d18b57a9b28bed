"""The three zeros as programs: each figure beside a control in the same run that must fail.

What the tests simulate with (`tests/conftest.py`, `tests/terminal.py` and their like) is used
from there; `zeros.py` and `tests/test_zeros.py` see to it that both folders are found.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from figures import Row
from sessions import World


@dataclass(frozen=True, slots=True)
class Run:
    """How a proof is run: in which folders, and whether only as much as shows that it works."""

    place: World
    quick: bool

    def folder(self, name: str) -> Path:
        """An empty folder in memory, for what no disk is needed for."""
        made = self.place.memory / name
        made.mkdir(parents=True)
        return made


def proved(what: str, figure: str, holds: bool, control: str, fails: bool, aim: str) -> Row:
    """One figure, met where it `holds` and its control `fails`."""
    return Row(what, figure, control, None, aim, holds and fails)
