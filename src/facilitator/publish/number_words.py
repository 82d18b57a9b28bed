"""Words for numbers: how many shared a point, told so that nobody can be counted out."""

from __future__ import annotations

from dataclasses import dataclass

FEW_PRESENT = 8
"""Under so many participants there are three words only: one, some, most."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: the share of `voices`, and the words in the report and the brief."""

    voices: str
    report: str
    brief: str


ONE = Row("one", "one participant", "it was suggested")
FEW = Row("two or three", "a few", "some")
SEVERAL = Row("four or more, under a third", "several", "several")
MANY = Row("a third to a half", "many", "many")
MOST = Row("over half", "most", "most")
ALL = Row("tested aloud, nobody objecting", "general agreement", "general agreement")
SOME = Row("two or more, up to a half", "some", "some")

TABLE = (ONE, FEW, SEVERAL, MANY, MOST, ALL)
SMALL = (ONE, SOME, MOST, ALL)
"""The table for fewer than `FEW_PRESENT` participants."""


def table(present: int | None) -> tuple[Row, ...]:
    """The rows that hold among so many participants (None: nobody has said how many)."""
    return SMALL if present is not None and present < FEW_PRESENT else TABLE


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
