"""The row of a finding: fitted to any width, and never a key cut off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitator.guard.findings import Finding, Level
from facilitator.ui import guard_words, line_words
from facilitator.ui.guard_words import Told, middle, row

TEXTS = st.text(st.sampled_from("ab 罗青حسé\u0301…’"), min_size=1, max_size=120)


def finding(words: str, level: Level = Level.IDENTITY) -> Finding:
    return Finding(level, 0, len(words), words, "names a participant")


@given(
    words=TEXTS,
    new=st.none() | st.just("") | TEXTS,
    level=st.sampled_from([each for each in Level if each is not Level.HINT]),
    more=st.integers(0, 12),
    held=st.booleans(),
    width=st.integers(30, 140),
)
def test_every_key_is_told_at_every_width(
    words: str, new: str | None, level: Level, more: int, held: bool, width: int
) -> None:
    change = None if new is None else (words, new)
    told = row(Told(finding(words, level), change, more, held), width).plain
    assert cell_len(told) <= width and "\n" not in told
    assert "^G" in told or "Ctrl+G" in told
    assert "^R" in told or "Ctrl+R" in told
    if held:
        assert told.startswith(" NOT KEPT") and "Enter" in told


@given(text=TEXTS, cells=st.integers(1, 40))
def test_a_text_is_shortened_in_its_middle(text: str, cells: int) -> None:
    short = middle(text, cells)
    assert cell_len(short) <= cells
    assert short == text or "…" in short


@pytest.mark.parametrize(
    ("width", "told"),
    [
        (80, " NAME “Luo” names a participant · Ctrl+G “One participant” · Ctrl+R keep"),
        (60, " NAME “Luo” · Ctrl+G “One participant” · Ctrl+R keep"),
        (44, " NAME “Luo” · ^G “One participant” · ^R keep"),
    ],
)
def test_the_reason_gives_way_before_the_words(width: int, told: str) -> None:
    assert row(Told(finding("Luo"), ("Luo", "One participant")), width).plain == told


def test_a_mark_is_short_and_a_word() -> None:
    exact = guard_words.mark(finding("Luo"))
    assert exact == "[names a participant]"
    long = Finding(
        Level.AFFILIATION, 0, 3, "Luo", "gives a participant's organisation as the source"
    )
    assert guard_words.mark(long) == "[tells an affiliation]"
    one = Finding(Level.INFERENCE, 0, 3, "Luo", "fits exactly one participant")
    assert guard_words.mark(one) == "[fits one person]"


@pytest.mark.parametrize(
    ("roster", "had", "came", "told"),
    [
        (True, True, True, ""),
        (False, False, False, "no roster: names not checked"),
        (False, True, False, "names not checked here: give --roster"),
        (False, False, True, "no roster: only names typed in are checked"),
    ],
)
def test_it_is_said_for_as_long_as_names_cannot_be_checked(
    roster: bool, had: bool, came: bool, told: str
) -> None:
    assert line_words.unchecked(roster=roster, had_roster=had, newcomers=came)[0] == told


def test_what_holds_exports_back_is_told_before_closing() -> None:
    assert line_words.held_back(0) == ""
    assert "1 point is marked" in line_words.held_back(1)
