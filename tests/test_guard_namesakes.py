"""Names that stand for a thing, an author or somebody of history; bodies that are spoken of.

Each innocent sentence has a neighbour that tells of somebody in the room by the same name.
"""

from __future__ import annotations

import pytest

from facilitator.guard.findings import Level
from facilitator.guard.guard import Guard
from facilitator.roster import Participant, Roster
from guard_rooms import room_of

PEOPLE = """
Jonathan Phillips|m|GB||Bank of England|BoE|
Robert Lucas|m|PT|Head of Research|Banco de Portugal|BdP|
Nils Engel|m|DK||Danmarks Nationalbank|DN|
Anders Nyqvist|m|SE||Institute for Security Studies|ISS|
Emma Tobin|f|IE|Director of Markets|Central Bank of Ireland|CBI|
Dina Rabin|f|IL|former Ambassador|Institute for National Security Studies|INSS|Ambassador
Tariq Nasser|m|EG|Senior Fellow|Al-Ahram Center|ACPSS|
Michael Kissinger|m|US|Fellow|Brookings Institution||
Reza Khatami|m|IR|Researcher|University of Tehran|UT|
Vikram Gandhi|m|IN||Observer Research Foundation|ORF|
Anika Rahman|f|BD|Executive Director|Peace Studies Centre|PSC|
Clara Stern|f|GB|Adviser|Royal United Services Institute|RUSI|
Jose Reyes|m|PH||University of the Philippines|UP|
George Moore|m|GB|Convenor|British Standards Institution|BSI|
Rosa Lassa|f|NG||Arms Control Association|ACA|Dr
Ravi Kumar|m|NP|Editor|National Maritime Foundation|NMF|
Ann Kovacs|f|HU||World Trade Organization|WTO|
Tom Young|m|GB|Editor|Meridian Pension Trust|MPT|
Hamid Nouri-Asl|m|IR||||
Mark Sykes|m|GB||||
"""


@pytest.fixture(scope="module")
def guard() -> Guard:
    return Guard(room_of(PEOPLE, "honorifics"))


def told(guard: Guard, text: str) -> list[Level]:
    return [found.level for found in guard.check(text) if found.level is not Level.HINT]


@pytest.mark.parametrize(
    "text",
    [
        # terms of art, and what is called after somebody
        "A Phillips curve without a slope explains little.",
        "A flatter Phillips-curve slope was on the chart.",
        "A Lucas expansion of the second order will do.",
        "Engel's law still holds in the survey.",
        "Engel curves were estimated on old data.",
        "The Lassa virus spreads in the dry season.",
        "The Moore bronchoscope is older than the norm.",
        "A Tobin spokeswoman told the paper that the plant would close.",
        "Mark-to-market losses were small.",
        # authors
        "Kumar (2015) finds no effect.",
        "See Kumar and Rahman 2018 for the numbers.",
        "The method of Stern et al. was followed.",
        "Kumar, in his 2011 book on ports, has the figures.",
        "Stern's 2006 review used a low rate.",
        # history
        "Kissinger's shuttle of 1974 was the model.",
        "Kissinger flew eleven times between the two capitals.",
        "It would take a Kissinger to sell this.",
        "As Kissinger once asked, whom does one call?",
        "After Nasser, Cairo turned to Washington.",
        "Khatami's Iran was another country.",
        "Rabin was murdered by one of his own.",
        "Nasser and Bourguiba fell out in 1958.",
        "Mrs Gandhi and Mr Bhutto signed after midnight at Simla in 1972.",
        "Gandhi would not have recognised the party.",
        "The carrier Admiral Nasser was mentioned.",
        "Abdul Rahman of Kabul drew the line with the British.",
        "Storms Clara, Rosa and Emma hit the coast.",
        # bodies and their products
        "A RUSI paper on small arms from 2014 has the only count.",
        "According to the WTO survey trade fell.",
        "Satellite pictures, even from the ISS, would show it.",
        "Students of the University of Tehran were among those arrested.",
        "The fights over repealing the ACA were a warning.",
        "Ship visits are UP, talks are DOWN, as the headline had it.",
        # people outside, and moods
        "Indian negotiators had asked for guarantees.",
        "An Indian foreign ministry spokeswoman said the tug was there for shelter.",
        "One participant wondered whether she was the only one confused by the maps.",
        "One participant, who had lived through three currency reforms, distrusted anchors.",
        "In the film the ambassador is the only one who tells the truth.",
        "An editor for Part 3 is still being sought.",
        "The Australian regulator approved it, then paused it.",
        # letters and other alphabets
        "It is some 8,000 km from Nome, AK to Rotterdam.",
        "IT IS understood that the deadline is fixed.",
        "درباره ترتیب گام‌ها توافقی حاصل نشد.",
        "طلب الوفد تأجيل التصويت إلى الجلسة القادمة.",
    ],
)
def test_namesakes_and_matters_are_left_alone(guard: Guard, text: str) -> None:
    assert told(guard, text) == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The Phillips paper came too late to be read.", Level.IDENTITY),
        ("The Phillips remark on curves drew a laugh.", Level.IDENTITY),
        ("The Lucas proposal found three supporters.", Level.IDENTITY),
        ("Engel's question on the law stayed open.", Level.IDENTITY),
        ("Engel curved his answer round the chair.", Level.IDENTITY),
        ("Lassa raised the dry season.", Level.IDENTITY),
        ("Moore's objection has nothing to do with chips.", Level.IDENTITY),
        ("The slide that Tobin put up was from 2012.", Level.IDENTITY),
        ("Kumar found no effect (slide 15).", Level.IDENTITY),
        ("Rahman and Kumar will draft by 2018 standards.", Level.IDENTITY),
        ("Stern's rate was challenged by Moore.", Level.IDENTITY),
        ("Kissinger flew in only for the second day.", Level.IDENTITY),
        ("Kissinger would rather wait for June.", Level.IDENTITY),
        ("As Kissinger put it, nobody answers the phone.", Level.IDENTITY),
        ("After Nasser, Moore took the floor.", Level.IDENTITY),
        ("Khatami's reply was that inspections are a detail.", Level.IDENTITY),
        ("Rabin was interrupted on the second point.", Level.IDENTITY),
        ("Nasser and Rabin fell out over a footnote.", Level.IDENTITY),
        ("Mr Gandhi would not accept the second bullet.", Level.IDENTITY),
        ("Ambassador Rabin recalled the talks of 1993.", Level.IDENTITY),
        ("According to Rahman the line is open.", Level.IDENTITY),
        ("Two thirds of 2019 in Hunchun, going by what Rahman had.", Level.IDENTITY),
        ("The point that Young raised was easy.", Level.IDENTITY),
        ("The RUSI participant counted the arms.", Level.AFFILIATION),
        ("According to the WTO colleague trade fell.", Level.AFFILIATION),
        ("The Indian negotiator at the table asked for guarantees.", Level.AFFILIATION),
        ("AK: no, not before Rotterdam.", Level.IDENTITY),
    ],
)
def test_participants_of_the_same_names_and_bodies_are_seen(
    guard: Guard, text: str, level: Level
) -> None:
    assert level in told(guard, text)


def test_several_parties_make_the_opposition_a_side() -> None:
    house = Roster(
        (
            Participant("Ann Roe", given="Ann", family="Roe", affiliation="Liberal Party"),
            Participant("Bo Lind", given="Bo", family="Lind", affiliation="Green Party"),
        )
    )
    text = "The opposition party suspected that the money went to salaries."
    assert told(Guard(house), text) == [Level.AFFILIATION]
    assert told(Guard(Roster(house.participants[:1])), text) == []


def test_a_seat_on_the_roster_is_a_name() -> None:
    seats = Guard(Roster((Participant("Marketing", office="Marketing"),)))
    assert told(seats, "The third point that Marketing raised was easy.") == [Level.IDENTITY]
    assert told(seats, "Good marketing needs money.") == []
