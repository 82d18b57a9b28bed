"""The dictionary: every word of its file is found, and nothing beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.guard import vocabulary
from facilitator.guard.folding import fold_name
from facilitator.guard.vocabulary import is_english

WORDS = vocabulary._words("words_en.txt").decode().splitlines()


def test_every_word_of_the_file_is_found() -> None:
    assert len(WORDS) > 60_000
    assert sorted(set(WORDS)) == WORDS
    assert all(map(is_english, WORDS))


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=12))
def test_nothing_else_is_found(word: str) -> None:
    assert is_english(word) == (word in set(WORDS))


def test_no_names_and_no_notice_stand_in_it() -> None:
    assert not any(map(is_english, ("mohammad", "takahashi", "kabul", "#", "copyright 2000", "")))


@pytest.mark.parametrize(("file", "known"), [("cities.txt", "hamilton"), ("famous.txt", "grant")])
def test_the_lists_of_names_are_in_order_and_fold_to_themselves(file: str, known: str) -> None:
    names = vocabulary._words(file).decode().splitlines()
    assert sorted(set(names)) == names
    assert known in names
    assert all(fold_name(name).lower() == name for name in names)


def test_a_city_is_no_surname_that_everybody_knows() -> None:
    assert vocabulary.is_city("port said")
    assert not vocabulary.is_city("karimov")
    assert vocabulary.is_famous("karimov")
    assert not vocabulary.is_famous("port said")
