"""The grammar of the frames: articles, lists, cases."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.agenda import Organisation, Role
from facilitator.publish import frame, phrases


@pytest.mark.parametrize(
    "name",
    """the Heart of Asia Society
    the Konrad Adenauer Stiftung
    the Friedrich-Ebert-Stiftung
    the Center on International Cooperation
    the Afghan Institute for Strategic Studies
    the Ministry of Foreign Affairs
    the Embassy of Norway
    the London School of Economics
    the University of Kabul
    the American University of Afghanistan
    the United Nations
    the United States
    the United Arab Emirates
    the Russian Federation
    the Islamic Republic of Afghanistan
    the Kingdom of Norway
    the UN
    Kabul University
    Chatham House
    Oxfam
    Germany
    Amnesty International
    The Asia Foundation
    The Hague Centre""".splitlines(),
)
def test_names_take_the_where_their_head_noun_asks_for_it(name: str) -> None:
    name = name.strip()
    assert phrases.with_article(name.removeprefix("the ")) == name
    assert phrases.with_article(name) == name  # never twice


def test_the_organiser_has_the_last_word_on_an_article() -> None:
    assert phrases.with_article("Deutsche Bank", "") == "Deutsche Bank"
    assert phrases.with_article("Elders", "the") == "the Elders"
    assert phrases.with_article("The Elders", "the") == "The Elders"


@pytest.mark.parametrize(
    ("body", "full", "brief"),
    [
        (Organisation(Role.HOST, "Asia Society", "AS"), "the Asia Society (AS)", "AS"),
        (Organisation(Role.HOST, "Asia Society"), "the Asia Society", "the Asia Society"),
        (Organisation(Role.HOST, "Chatham House"), "Chatham House", "Chatham House"),
        (
            Organisation(Role.PARTNER, "Center on Peace", "CP", parent="New York University"),
            "New York University’s Center on Peace (CP)",
            "CP",
        ),
        (
            Organisation(Role.PARTNER, "The Policy Unit", parent="Ministry of Foreign Affairs"),
            "the Ministry of Foreign Affairs’ Policy Unit",
            "the Ministry of Foreign Affairs’ Policy Unit",
        ),
    ],
)
def test_bodies_are_called_by_their_full_name_once(
    body: Organisation, full: str, brief: str
) -> None:
    assert phrases.called(body) == full
    assert phrases.briefly(body) == brief


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Recent developments", "recent developments"),
        ("Afghan women", "Afghan women"),
        ("Women in politics", "women in politics"),
        ("The Afghan peace process", "the Afghan peace process"),
        ("The Hague and after", "The Hague and after"),
        ("New Delhi and its neighbours", "New Delhi and its neighbours"),
        ("New approaches", "new approaches"),
        ("South Asia", "South Asia"),
        ("Recent Developments in the Region", "Recent Developments in the Region"),
        ("UN reform", "UN reform"),
        ("", ""),
    ],
)
def test_only_plain_words_lose_their_capital(text: str, inside: str) -> None:
    assert phrases.mid_sentence(text) == inside


def test_lists_numbers_and_days() -> None:
    assert [phrases.join(list(some)) for some in ("", "A", "AB", "ABC")] == [
        *("", "A", "A and B", "A, B and C"),
    ]
    assert [phrases.number(n) for n in (0, 1, 12, 13, 1200)] == [
        *("zero", "one", "twelve", "13", "1,200"),
    ]
    assert phrases.day(date(2020, 5, 28)) == "28 May 2020"
    assert phrases.ordinal(2) == "second"


@pytest.mark.parametrize(
    "phrase",
    [
        *("a virtual meeting", "an in-person meeting", "an expert discussion", "a hybrid forum"),
        *("a university day", "a UN forum", "an NGO forum", "a European forum", "an hour"),
        *("a one-day event", "an 11-day tour", "a Track 2 talk", "an uninterrupted day"),
    ],
)
def test_a_or_an_follows_the_sound(phrase: str) -> None:
    assert phrases.indefinite(phrase.strip().split(" ", 1)[1]) == phrase.strip()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("It was laid out.", "It was laid out:"),
        ("it was laid out", "It was laid out:"),
        ("Laid out:", "Laid out:"),
        ("Who pays?", "Who pays?"),
        ("Talks, visits, etc.", "Talks, visits, etc.:"),
        ("“we must act”", "“we must act”:"),
    ],
)
def test_a_line_above_points_ends_in_a_colon(text: str, line: str) -> None:
    assert phrases.introducing(text) == line


def test_quotation_marks_are_put_once() -> None:
    assert phrases.quoted("no more") == "“no more”"
    assert phrases.quoted("“no more”") == "“no more”"
    assert phrases.quoted("“no” and “more”") == "““no” and “more””"
    assert phrases.titled('A "new" start.') == "“A ‘new’ start”"


def test_event_words_are_not_said_twice() -> None:
    assert frame.event("virtual", "2", "Expert discussion") == (
        "a virtual Track 2 Expert discussion"
    )
    assert frame.event("virtual", "Track 1.5", "virtual Track 1.5 meeting") == (
        "a virtual Track 1.5 meeting"
    )
    assert frame.event("", "", "") == "a meeting"


def test_several_bodies_in_every_part_read_well() -> None:
    line = frame.lead("1 May 2021", ["A", "B"], ["C", "D"], ["E"], "a meeting", "")
    assert line == (
        "On 1 May 2021, A and B, with support from C and D, and in partnership with E,"
        " hosted a meeting."
    )
    assert frame.lead("1 May 2021", [], [], ["E"], "a meeting", "Iran") == (
        "On 1 May 2021, a meeting on Iran took place, in partnership with E."
    )
