"""The guard on who something came from: what brings a source in, and what only looks like it."""

from __future__ import annotations

import pytest

from facilitator.guard import evidence_en
from facilitator.guard.findings import Level
from facilitator.guard.guard import Guard
from facilitator.roster import Participant, Roster
from guard_rooms import rooms


def levels(text: str, room: str) -> list[Level]:
    return [f.level for f in Guard(rooms()[room]).check(text) if f.level is not Level.HINT]


@pytest.mark.parametrize(
    ("room", "leak", "topic"),
    [
        ("std", "A caveat from AFNOR: too early.", "A brochure from AFNOR lay about."),
        ("std", "A smile from the convenor.", "A convenor may close the list."),
        ("std", "It was BIS that insisted on the date.", "It was BIS that was founded in 1947."),
        ("std", "If BIS is right, it costs more.", "If BIS publishes it, it costs more."),
        ("std", "Present: AFNOR, BSI.", "Sold by: AFNOR, BSI catalogue of 2019."),
        ("bas", "Sparring between the Pole and the Austrian.", "A treaty between the Poles."),
        ("bas", "On this the Secretary General would not budge.", "A secretary general serves."),
        ("bas", "We supervise forty such banks.", "We supervise what we can measure."),
        ("gul", "RCSS doesn't like the term.", "RCSS doesn't publish its accounts."),
        ("cau", "Laughter on the Armenian benches.", "The Armenian benches are of stone."),
        ("cau", "Several looked at BSG.", "Several looked at the BSG website."),
        ("cb", "On our Board nobody votes.", "The Board of the bank has six members."),
    ],
)
def test_a_source_is_told_from_subject_matter(room: str, leak: str, topic: str) -> None:
    assert levels(leak, room) != [], leak
    assert levels(topic, room) == [], topic


@pytest.mark.parametrize(
    "frame",
    ["{} was recalled that {}", "One participant feared that {1}", "{1}, somebody recalled"],
)
def test_what_others_say_of_a_body_is_subject_matter(frame: str) -> None:
    told = "MAS had asked for more time"
    assert levels(f"{told}.", "bas") == [Level.AFFILIATION]
    assert levels(frame.format("It", told) + ".", "bas") == []


def test_a_part_of_a_name_tells_only_with_its_people_and_in_capitals() -> None:
    guard = Guard(Roster((Participant("Ida Falk", "Ida", "Falk", affiliation="Nordic Fund"),)))
    assert [f.level for f in guard.check("The Fund's people objected.")] == [Level.AFFILIATION]
    assert guard.check("The fund's people objected.") == ()
    assert guard.check("The Fund grew by a tenth.") == ()


def test_a_name_that_is_a_word_too_is_read_as_a_body_only_as_a_name() -> None:
    guard = Guard(Roster((Participant("Ida Falk", "Ida", "Falk", affiliation="Orange"),)))
    assert [f.level for f in guard.check("Then Orange objected.")] == [Level.AFFILIATION]
    assert guard.check("Orange seemed the wrong colour for the map.") == ()
    assert guard.check("Then orange seemed better than red.") == ()


def test_evidence_is_added_up_where_no_pattern_knows_the_sentence() -> None:
    assert levels("Not everybody can live with a footnote, BSI for one.", "std") == [
        Level.AFFILIATION
    ]
    assert levels("BSI for one sold the rights in 2011.", "std") == []


def test_dates_and_papers_speak_against_one_in_the_room_in_every_table_of_points() -> None:
    for points in evidence_en.POINTS.values():
        assert points.get("year", 0) < 0
        assert points.get("month", 0) < 0
        assert points.get("written", 0) <= 0
        assert points.get("world", 0) <= 0
        assert points["behind source"] > 0
