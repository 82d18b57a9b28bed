"""Labelled notes and their rosters, and what a method reached on them."""

from __future__ import annotations

import json
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from datetime import time as clock
from pathlib import Path
from typing import Any, Protocol

from facilitator.agenda import Agenda, Keynote, Rule, Segment, SegmentKind, Series, SessionPlan
from facilitator.roster import Participant

LARGE = 500
"""People on the roster that the times are measured with."""


@dataclass(frozen=True, slots=True)
class Note:
    """One labelled note. `public` are the people on the record in its segment."""

    id: str
    people: str
    text: str
    leak: bool
    level: str
    category: str
    spans: tuple[tuple[int, int], ...]
    public: tuple[str, ...]
    disclosed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """Notes of one file with the rosters they refer to, as read."""

    title: str
    notes: tuple[Note, ...]
    rosters: Mapping[str, list[dict[str, Any]]]


def material(notes: Path, rosters: Path) -> Material:
    """Read a file of notes (a JSON object on each line) and its rosters."""
    read = []
    for line in notes.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        segment = raw.get("segment") or {}
        read.append(
            Note(
                id=raw["id"],
                people=raw["roster"],
                text=raw["text"],
                leak=raw["leak"],
                # Real sentences are labelled as leaks of a name without saying so.
                level=raw.get("level") or ("identity" if raw["leak"] else ""),
                category=raw.get("category", ""),
                spans=tuple((start, end) for start, end in raw.get("spans", ())),
                public=tuple(segment.get("speakers", ())) if segment.get("on_record") else (),
                disclosed=tuple(raw.get("disclosed", ())),
            )
        )
    return Material(notes.stem, tuple(read), json.loads(rosters.read_text(encoding="utf-8")))


def participant(raw: Mapping[str, Any]) -> Participant:
    """One person of a roster file of labelled notes."""
    return Participant(
        name=raw["name"],
        given=raw.get("given", ""),
        family=raw.get("family", ""),
        aliases=tuple(raw.get("aliases", ())),
        honorifics=tuple(raw.get("honorific", ())),
        gender=raw.get("gender", ""),
        office=raw.get("office", ""),
        affiliation=raw.get("affiliation", ""),
        acronyms=tuple(raw.get("acronyms", ())),
        country=raw.get("country", ""),
        public=bool(raw.get("on_record", False)),
    )


CLOSED, OPEN = "closed", "open"


def agenda(people: Sequence[Mapping[str, Any]], public: tuple[str, ...]) -> Agenda:
    """A segment under the Rule and one in which the first of `public` is on the record."""
    named = [each["name"] for each in people if each["id"] in public[:1]]
    keynotes = tuple(Keynote("lead", name, public=True, on_record_in=(OPEN,)) for name in named)
    hour = timedelta(hours=1)
    segments = [Segment(CLOSED, SegmentKind.DISCUSSION, "Discussion", hour, Rule.CHATHAM_HOUSE)]
    if keynotes:
        segments.append(Segment(OPEN, SegmentKind.KEYNOTE, "Keynote", hour, Rule.ON_RECORD, "lead"))
    return Agenda(
        Series("series", "Series"),
        SessionPlan("session", "Session", date(2030, 1, 1), clock(9), "UTC"),
        tuple(segments),
        keynotes=keynotes,
    )


def large(sources: Sequence[Material]) -> list[dict[str, Any]]:
    """A roster of 500: given names of some, family names and affiliations of others."""
    people = {
        each["name"]: each
        for source in sources
        for roster in source.rosters.values()
        for each in roster
        if each.get("given") and each.get("family")
    }
    known = list(people.values())
    made: list[dict[str, Any]] = []
    for step in range(LARGE):
        one, other = known[step % len(known)], known[(step * 7 + step // len(known)) % len(known)]
        name = f"{one['given']} {other['family']}"
        made.append({**other, "id": f"x{step}", "name": name, "given": one["given"]})
    return made


class Method(Protocol):
    """What is measured: something that finds places in a note, knowing the roster."""

    title: str
    seconds: float
    """What the last note took, the index not counted."""

    def findings(self, source: Material, note: Note) -> list[tuple[int, int]]:
        """Start and end of whatever counts."""


@dataclass(frozen=True, slots=True)
class Score:
    """What one method reached on one file."""

    leaks: int
    hits: int
    alarms: int
    innocent: int
    at_the_words: int
    by_level: Mapping[str, tuple[int, int]]
    by_category: Mapping[tuple[str, bool], tuple[int, int]]
    wrong: tuple[Note, ...]
    seconds: float

    @property
    def precision(self) -> float:
        flagged = self.hits + self.alarms
        return self.hits / flagged if flagged and self.leaks else float("nan")

    @property
    def recall(self) -> float:
        return self.hits / self.leaks if self.leaks else float("nan")

    @property
    def f1(self) -> float:
        both = self.leaks + self.hits + self.alarms
        return 2 * self.hits / both if self.leaks else float("nan")

    @property
    def per_thousand(self) -> float:
        return 1000 * self.alarms / self.innocent if self.innocent else float("nan")

    def level(self, name: str) -> float:
        flagged, total = self.by_level.get(name, (0, 0))
        return flagged / total if total else float("nan")


def score(method: Method, source: Material) -> Score:
    """Check every note of a file."""
    hits = alarms = there = 0
    taken = []
    levels: dict[str, tuple[int, int]] = {}
    categories: dict[tuple[str, bool], tuple[int, int]] = {}
    wrong = []
    for note in source.notes:
        found = method.findings(source, note)
        taken.append(method.seconds)
        right = bool(found) == note.leak
        if not right:
            wrong.append(note)
        if note.leak:
            flagged, total = levels.get(note.level, (0, 0))
            levels[note.level] = (flagged + bool(found), total + 1)
            hits += bool(found)
            there += any(
                start < last and first < end for start, end in found for first, last in note.spans
            )
        else:
            alarms += bool(found)
        done, of = categories.get((note.category, note.leak), (0, 0))
        categories[note.category, note.leak] = (done + right, of + 1)
    leaks = sum(note.leak for note in source.notes)
    innocent = len(source.notes) - leaks
    return Score(
        leaks,
        hits,
        alarms,
        innocent,
        there,
        levels,
        categories,
        tuple(wrong),
        statistics.median(taken),
    )
