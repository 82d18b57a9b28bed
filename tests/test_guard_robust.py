"""The guard fails on no text: neither on one being typed, nor on words in any order."""

from __future__ import annotations

import random
import re

import pytest

from facilitator.guard.findings import Level
from facilitator.guard.guard import UNREAD, Guard
from facilitator.roster import Roster
from guard_rooms import cases, rooms

CASES = list(cases())
WORDS = [word for _, _, text in CASES for word in text.split()]


@pytest.fixture(scope="module")
def guards() -> dict[str, Guard]:
    return {key: Guard(roster) for key, roster in rooms().items()}


def fails(guard: Guard, text: str) -> bool:
    return any(finding.reason == UNREAD for finding in guard.check(text, offers=False))


def test_no_line_fails_at_any_word_while_it_is_typed(guards: dict[str, Guard]) -> None:
    chance = random.Random(1)
    for room, _, text in chance.sample(CASES, 400):
        ends = [word.end() for word in re.finditer(r"\S+", text)]
        for end in ends:
            assert not fails(guards[room], text[:end]), text[:end]


def test_no_words_in_any_order_fail(guards: dict[str, Guard]) -> None:
    chance = random.Random(2)
    for _ in range(6_000):
        text = " ".join(chance.choices(WORDS, k=chance.randint(1, 14)))
        assert not fails(guards[chance.choice(list(guards))], text), text


def test_a_text_that_it_fails_on_is_held_back_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(*_: object) -> None:
        raise IndexError("one word too far")

    guard = Guard(Roster(()))
    monkeypatch.setattr(guard, "_read", fault)
    (finding,) = guard.check("what somebody said of the harbour")
    assert finding.level is Level.INFERENCE and finding.blocks and finding.reason == UNREAD
    assert (finding.start, finding.end) == (0, 33)
