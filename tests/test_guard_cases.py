"""The guard on labelled notes: a floor under what it finds, and under what it leaves alone."""

from __future__ import annotations

from collections import Counter

import pytest

from facilitator.guard.findings import Finding, Level
from facilitator.guard.guard import Guard
from guard_rooms import cases, hand_cases, hand_rooms, plan, rooms


@pytest.fixture(scope="module")
def guards() -> dict[str, Guard]:
    return {key: Guard(roster) for key, roster in rooms().items()}


def flagged(findings: tuple[Finding, ...]) -> bool:
    return any(finding.level is not Level.HINT for finding in findings)


def test_it_sees_what_leaks_in_rooms_of_other_fields(guards: dict[str, Guard]) -> None:
    seen: Counter[str] = Counter()
    all_of_it: Counter[str] = Counter()
    missed: list[str] = []
    for room, level, text in cases():
        all_of_it[level] += 1
        if flagged(guards[room].check(text)):
            seen[level] += 1
        elif level != "-":
            missed.append(text)
    share = {level: seen[level] / all_of_it[level] for level in all_of_it}
    assert sum(all_of_it.values()) > 600
    assert share["i"] >= 0.98, missed
    assert share["a"] >= 0.95, missed
    assert share["f"] >= 0.90, missed
    assert share["-"] <= 0.01


def test_it_settles_the_hand_written_cases() -> None:
    found: dict[tuple[str, bool], Guard] = {}
    wrong: list[str] = []
    for case in hand_cases():
        spoken = case["segment"] is not None
        key = (case["roster"], spoken)
        if key not in found:
            roster = hand_rooms()[case["roster"]]
            agenda = plan("Helena Lindqvist") if spoken else None
            found[key] = Guard(roster, agenda)
        findings = found[key].check(case["text"], "talk" if spoken else None)
        if flagged(findings) != case["leak"]:
            wrong.append(case["id"])
    assert wrong == []


def test_the_words_it_points_at_are_those_of_the_case() -> None:
    guards = {key: Guard(roster) for key, roster in hand_rooms().items()}
    apart: list[str] = []
    for case in hand_cases():
        if not case["leak"] or case["segment"] is not None:
            continue
        marked = guards[case["roster"]].check(case["text"])
        for start, end in case["spans"]:
            if not any(f.start < end and start < f.end for f in marked):
                apart.append(case["id"])
        assert all(case["text"][f.start : f.end] == f.words for f in marked)
    assert apart == []


def test_identity_is_told_from_affiliation(guards: dict[str, Guard]) -> None:
    for room, text, level in (
        ("scs", "Magsino asked who would verify.", Level.IDENTITY),
        ("scs", "The Vietnamese participant asked who would verify.", Level.AFFILIATION),
        ("scs", "The youngest panellist asked about climate.", Level.INFERENCE),
    ):
        assert [f.level for f in guards[room].check(text)] == [level]
