"""Names and bodies of a roster as bait: what stands for a thing, a town, a ruler or the world.

Each innocent sentence has a neighbour that tells of somebody in the room.
"""

from __future__ import annotations

import pytest

from facilitator.guard.findings import Level
from facilitator.guard.guard import Guard
from guard_rooms import room_of

PEOPLE = """
Stuart Banks|m|GB||Lloyds|
Nina Cash|f|US||OECD|
Hugh Sterling|m|GB||Barclays|
Mo Rand|m|ZA||South African Reserve Bank|SARB
Luz Reyes|f|MX||UNAM|
Radu Ionescu|m|RO||Ministry of Foreign Affairs|
Haifa Said|f|JO||KISR|
Elizabeth Wren|f|GB||IISS|
Peter Lang|m|DE||SWP|
Ivor Newton|m|GB||IISS|
Chris Roberts|m|GB||UNHCR|
Tariq Bashir|m|IT||UNHCR|
Oda Karlsen|f|NO|Mediator|UNHCR|
Rafael Perez|m|ES||UNHCR|
Ida Falk|f|AT||International Atomic Energy Agency|IAEA
Ann Rowe|f|DE||Bundesbank|
Noura Sabah|f|KW||Gulf Studies Centre|GSC
Khalid Amri|m|OM||Central Bank of Oman|CBO
Ani Petrosyan|f|AM||Yerevan Peace Lab|YPL
Hans Merkel|m|DE||SWP|
"""


@pytest.fixture(scope="module")
def guard() -> Guard:
    return Guard(room_of(PEOPLE))


def stops(guard: Guard, text: str) -> bool:
    return any(f.level is not Level.HINT for f in guard.check(text, offers=False))


PAIRS = [
    ("Banks refused, brokers hesitated, and the cargo was sold.", "Banks refused to budge on it."),
    ("Cash, said one speaker, is a public good.", "Cash, speaking next, called it a public good."),
    ("Sterling rose a cent on the news.", "Sterling rose to speak for the second time."),
    ("Sterling lost its place as a reserve currency.", "Sterling fell silent after that."),
    ("A basket of rand, rupee and won was simulated.", "The rand chart was Rand's."),
    ("The RAND study said the opposite.", "Rand said the opposite."),
    ("Los Reyes, a village in the hills, has no mast.", "Reyes, the engineer, had no mast."),
    ("The tram stops at Radu cel Mare square.", "Radu showed the square on the map."),
    ("Haifa's mayor reported two hits.", "Haifa's question about the port stayed open."),
    ("The port of Haifa was sold in 2022.", "Haifa thought the port was sold too cheaply."),
    ("Elizabeth I knighted him for it.", "Elizabeth wondered who knighted him."),
    ("Peter the Great built it on a marsh.", "Peter, the moderator, closed at six."),
    ("Newton's third law was applied to sanctions.", "Newton's third point was sanctions."),
    ("CR has regularised more people than anyone else.", "CR stands by the seven per cent."),
    ("CR fell from nine to seven per cent.", "CR fell silent."),
    ("TB remains the killer nobody talks about.", "TB remains the only one against."),
    ("TB closed its five field offices.", "TB closed the round."),
    ("OK to publish once the annex is fixed.", "CR to publish once the annex is fixed."),
    ("R.P. stands for reference price.", "R.P. doubted the reference price."),
    ("Letters to the R.P. box came back.", "R.P. came back to the letters."),
    (
        "The IAEA reminded operators in a circular of 2011 that seals age.",
        "The IAEA reminded the table that seals age.",
    ),
    (
        "Why the Bundesbank sold so little gold was asked over coffee.",
        "Why the Bundesbank would not sign was never said.",
    ),
    ("The Kuwaiti–Iraqi line of 1993 was drawn better.", "The Kuwaiti called the line better."),
    ("The Omani regulator licensed a third bank that year.", "The Omani regulator disagreed."),
    (
        "Petrosyan told the crowd in 2008 that he would not yield.",
        "Petrosyan told the room that she would not yield.",
    ),
    (
        "A Norwegian mediator had tried it first, it was recalled.",
        "A Norwegian mediator recalled who had tried it first.",
    ),
    ("Merkel closed the file in 2015.", "Merkel closed with a plea for the file."),
]


@pytest.mark.parametrize(("innocent", "leak"), PAIRS)
def test_a_bait_is_let_pass_and_its_neighbour_is_stopped(
    guard: Guard, innocent: str, leak: str
) -> None:
    assert not stops(guard, innocent)
    assert stops(guard, leak)
