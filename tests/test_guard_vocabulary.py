"""The dictionary: every word of its file is found, and nothing beside it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.guard import vocabulary
from facilitator.guard.vocabulary import is_english

WORDS = vocabulary._words().decode().splitlines()


def test_every_word_of_the_file_is_found() -> None:
    assert len(WORDS) > 60_000
    assert sorted(set(WORDS)) == WORDS
    assert all(map(is_english, WORDS))


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=12))
def test_nothing_else_is_found(word: str) -> None:
    assert is_english(word) == (word in set(WORDS))


def test_no_names_and_no_notice_stand_in_it() -> None:
    assert not any(map(is_english, ("mohammad", "takahashi", "kabul", "#", "copyright 2000", "")))
