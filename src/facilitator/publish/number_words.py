"""Words for numbers: how many shared a point, told so that nobody can be counted out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from facilitator.agenda import NumberWords

FEW_PRESENT = 8
"""Under so many participants there are three words only: one, some, most."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: the share of `voices`, and the words in the report and the brief.

    `name` is how an agenda calls it.
    """

    name: str
    voices: str
    report: str
    brief: str


ONE = Row("one", "one", "one participant", "it was suggested")
FEW = Row("few", "two or three", "a few", "some")
SEVERAL = Row("several", "four or more, under a third", "several", "several")
MANY = Row("many", "a third to a half", "many", "many")
MOST = Row("most", "over half", "most", "most")
ALL = Row("all", "tested aloud, nobody objecting", "general agreement", "general agreement")
SOME = Row("some", "two or more, up to a half", "some", "some")

TABLE = (ONE, FEW, SEVERAL, MANY, MOST, ALL)
SMALL = (ONE, SOME, MOST, ALL)
"""The table for fewer than `FEW_PRESENT` participants."""


ROWS = (ONE, FEW, SEVERAL, MANY, MOST, ALL, SOME)
"""Every row, each with its name."""

Wording = Mapping[str, NumberWords]
"""The agenda's own words by a row's name."""


def table(present: int | None, wording: Wording | None = None) -> tuple[Row, ...]:
    """The rows that hold among so many participants (None: nobody has said how many)."""
    rows = SMALL if present is not None and present < FEW_PRESENT else TABLE
    return tuple(worded(each, wording) for each in rows)


def worded(row: Row, wording: Wording | None) -> Row:
    """The row in the agenda's own words."""
    own = (wording or {}).get(row.name, NumberWords())
    return replace(row, report=own.report or row.report, brief=own.brief or row.brief)


def among_few(wording: Wording | None = None) -> tuple[str, ...]:
    """The words in short for fewer than `FEW_PRESENT`: one, some, most."""
    own = wording or {}
    return tuple(own.get(name, NumberWords()).report or name for name in ("one", "some", "most"))


def row(voices: int, present: int | None = None, *, tested: bool = False) -> Row:
    """The row for a point with so many `voices` (its echoes and its own) among those present.

    `tested` is whether it was summed up aloud and nobody objected. Where nobody knows how
    many were present, no share is claimed: four or more are "several".
    """
    if tested:
        return ALL
    if voices <= 1:
        return ONE
    if present is not None and present < FEW_PRESENT:
        return MOST if 2 * voices > present else SOME
    if voices <= 3:
        return FEW
    if present is None or 3 * voices < present:
        return SEVERAL
    return MANY if 2 * voices <= present else MOST
