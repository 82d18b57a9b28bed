"""People called by a short form, by a rank cut short or by unusual initials; each beside its
innocent neighbour."""

from __future__ import annotations

import pytest

from facilitator.guard.findings import Level
from facilitator.guard.guard import Guard
from facilitator.guard.short_names import clipped, cut_short
from facilitator.roster import Participant, Roster

PEOPLE = """
Rajesh Iyer|Rajesh|Iyer|IN|
Zsuzsanna Halász|Zsuzsanna|Halász|HU|
Friedrich Baumgartner|Friedrich|Baumgartner|DE|
Alexei Morozov|Alexei|Morozov|RU|
William Hook|William|Hook|US|
Fernando Quiroga|Fernando|Quiroga|AR|
Timothy Baker|Timothy|Baker|US|Rear Admiral
Nora Wells|Nora|Wells|GB|
Kim Ji-young|Ji-young|Kim|KR|
María del Pilar de la Fuente|María Pilar|de la Fuente|MX|
Amy Chase|Amy|Chase|US|
Milica Jovanović|Milica|Jovanović|RS|
Robert Price|Robert|Price|GB|
""".strip().splitlines()


@pytest.fixture(scope="module")
def guard() -> Guard:
    people = []
    for line in PEOPLE:
        name, given, family, country, rank = line.split("|")
        people.append(
            Participant(
                name,
                given=given,
                family=family,
                country=country,
                honorifics=(rank,) if rank else (),
            )
        )
    return Guard(Roster(tuple(people)))


def identity(guard: Guard, text: str) -> bool:
    return any(found.level is Level.IDENTITY for found in guard.check(text))


@pytest.mark.parametrize(
    "text",
    [
        "Raj has a paper on that.",
        "Zsuzsa had the numbers for the corporate bonds.",
        "Baumi wanted the word out.",
        "Lyosha would not sign.",
        "Bill had a two-finger on the strait.",
        "Nando said that the ceiling is low.",
        "Someone should ask Raj for the table",
        "RAdm Baker set out the rules at sea.",
        "JY Kim brought the survey.",
        "M.P. de la F. to send the letter round.",
        "Minutes → ZH, by Friday",
        "<chase> I can live with that",
        "from: a.chase; re: logs",
        '"hvala Jovanovićevoj na ispravci"',
        "Wells and one other had to leave.",
        "Wells's worry was the levy.",
        "Wells had nothing to add.",
        "Price had set it out in three steps.",
        "Chase had logged forty such probes.",
    ],
)
def test_people_are_known_by_what_colleagues_call_them(guard: Guard, text: str) -> None:
    assert identity(guard, text)


@pytest.mark.parametrize(
    "text",
    [
        "The Raj ended in 1947.",
        "A bill had been tabled, and the bill has a sunset clause.",
        "Bills had been passed before.",
        "Fern and moss had covered the pipes.",
        "Wells and springs dry up first.",
        "Wells had nothing in them but salt.",
        "Price levels by Friday may say something else.",
        "The baker in the port had complained.",
        "In <chase> tags nothing is shown.",
        "M.P. of the opposition benches voted no.",
        "See a.chart for the details.",
    ],
)
def test_words_like_them_are_nobody(guard: Guard, text: str) -> None:
    assert not identity(guard, text)


def test_a_name_is_cut_short_by_rule() -> None:
    assert {"raj", "raju"} & clipped("rajesh") == {"raj"}
    assert {"corazon", "co"}.isdisjoint(clipped("corazon"))
    assert {"cor", "cory", "corrie"} <= clipped("corazon")
    assert clipped("ann") == frozenset()
    assert "dami" in clipped("oluwadamilola")
    assert {"raghu", "baumi"} & (cut_short("raghunathan") | cut_short("iyer")) == {"raghu"}
    assert cut_short("iyer") == frozenset()
