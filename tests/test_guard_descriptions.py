"""The guard on people who are picked out without a name: by counting, home, language, negation."""

from __future__ import annotations

import pytest

from facilitator.guard.findings import Level
from facilitator.guard.guard import Guard
from guard_rooms import rooms


def levels(text: str, room: str = "cb") -> list[Level]:
    return [f.level for f in Guard(rooms()[room]).check(text) if f.level is not Level.HINT]


@pytest.mark.parametrize(
    "said",
    [
        "A plea for patience from the only professor here.",
        "The draft was attacked by the one lecturer on our list.",
        "Exactly one of us works for a university.",
        "This was news to the sole academic at the table.",
    ],
)
def test_the_only_one_is_one_person(said: str) -> None:
    assert levels(said) == [Level.INFERENCE]


def test_one_of_as_many_as_the_roster_has_is_warned_of() -> None:
    assert levels("The two Americans were at odds over it.") == [Level.WARNING]
    assert levels("The two Brazilians were at odds over it.") == []


@pytest.mark.parametrize(
    "said",
    [
        "The only woman ever to lead the bank resigned in the spring.",
        "The only person who can stop it is the president.",
        "One of the two Americans arrested there was released.",
        "One of the two models was American.",
        "Of the two presidents, the younger kept his word.",
    ],
)
def test_those_who_are_talked_about_are_counted_too(said: str) -> None:
    assert levels(said) == []


def test_one_told_from_the_others_of_few_is_seen() -> None:
    assert levels("Of the two Americans the one with students disagreed.") == [Level.WARNING]


def test_whoever_is_not_from_there_is_from_elsewhere() -> None:
    assert levels("The Nordic woman who isn't from Denmark had no view.", "arc") == [
        Level.INFERENCE
    ]


def test_a_place_is_home_when_somebody_lives_there_and_not_when_they_speak_of_it() -> None:
    told = "There was a plea for patience. {}"
    assert levels(told.format("He flies back to Stockholm tonight.")) == [Level.INFERENCE]
    assert levels(told.format("His lab in Stockholm would need two years.")) == [Level.INFERENCE]
    assert levels(told.format("He thought the bank in Stockholm too hasty.")) == []
    assert levels(told.format("His speech in Stockholm would need two hours.")) == []


def test_a_home_is_the_speakers_only_where_nobody_else_was_spoken_of() -> None:
    assert levels("There was a remark about a driver. He lives in Stockholm.") == []


def test_a_language_tells_where_few_speak_it() -> None:
    assert levels("One participant spoke in Portuguese.") == [Level.INFERENCE]
    assert levels("One participant spoke in English.") == []
