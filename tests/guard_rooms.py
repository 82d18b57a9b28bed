"""The rooms in which the guard's development cases are set."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

from facilitator.agenda import (
    Agenda,
    Keynote,
    Organisation,
    Role,
    Rule,
    Segment,
    SegmentKind,
    Series,
    SessionPlan,
)
from facilitator.roster import Participant, Roster

DATA = Path(__file__).parent / "data"


def rooms() -> dict[str, Roster]:
    """Every invented roster by its key."""
    found = tomllib.loads((DATA / "guard_rosters.toml").read_text("utf-8"))["rosters"]
    return {
        key: Roster(tuple(_participant(line) for line in lines.strip().splitlines()))
        for key, lines in found.items()
    }


def _participant(line: str) -> Participant:
    name, given, family, style, gender, country, office, body, acronym, alias = (
        part.strip() for part in line.split("|")
    )
    return Participant(
        name,
        given,
        family,
        (alias,) if alias else (),
        (style,) if style else (),
        gender,
        office,
        body,
        (acronym,) if acronym else (),
        country,
    )


def cases() -> Iterator[tuple[str, str, str]]:
    """(room, level letter, text) of every invented case."""
    for line in (DATA / "guard_cases.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            room, level, text = line.split("|", 2)
            yield room, level, text


def hand_rooms() -> dict[str, Roster]:
    """The rosters of the hand-written cases that came with the task."""
    found: dict[str, list[dict[str, Any]]] = json.loads(
        (DATA / "guard_hand_rosters.json").read_text("utf-8")
    )
    return {key: Roster(tuple(map(_given, people))) for key, people in found.items()}


def _given(row: dict[str, Any]) -> Participant:
    return Participant(
        row["name"],
        row["given"],
        row["family"],
        tuple(row["aliases"]),
        tuple(row["honorific"]),
        row["gender"],
        row["office"],
        row["affiliation"],
        tuple(row["acronyms"]),
        row["country"],
        row["on_record"],
    )


def hand_cases() -> list[dict[str, Any]]:
    """The hand-written cases that came with the task."""
    lines = (DATA / "guard_hand.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def plan(*on_record: str, rule: Rule = Rule.ON_RECORD) -> Agenda:
    """A plan with a keynote segment "talk" led by these people, and a Q&A "qa" under the Rule."""
    keynotes = tuple(
        Keynote(f"k{i}", name, public=True, on_record_in=("talk",))
        for i, name in enumerate(on_record)
    )
    length = timedelta(minutes=20)
    return Agenda(
        Series("series", "Series"),
        SessionPlan("one", "One", date(2020, 5, 28), time(14), "UTC"),
        (
            Segment("talk", SegmentKind.KEYNOTE, "Talk", length, rule, lead="k0"),
            Segment("qa", SegmentKind.QA, "Q&A", length, Rule.CHATHAM_HOUSE),
        ),
        organisations=(Organisation(Role.HOST, "Lakeside Dialogue Society", "LDS"),),
        keynotes=keynotes,
    )


def room_of(lines: str, last: str = "") -> Roster:
    """A room of name|gender|country|office|body|acronym, and behind it what `last` names.

    `last` is "", "aliases" or "honorifics"; what stands behind it is left out.
    """
    people = []
    for line in lines.strip().splitlines():
        name, gender, country, office, body, acronym, *more = line.split("|")
        given, family = name.split(" ", 1)
        also = {last: (more[0],)} if last and more[0] else {}
        people.append(
            Participant(
                name,
                given=given,
                family=family,
                gender=gender,
                country=country,
                office=office,
                affiliation=body,
                acronyms=(acronym,) if acronym else (),
                **also,
            )
        )
    return Roster(tuple(people))
