"""What ties words to somebody here, and the same words where they tie nothing to anybody."""

from __future__ import annotations

import pytest

from facilitator.guard.findings import Level
from facilitator.guard.guard import Guard
from guard_rooms import room_of

PEOPLE = """
Olu Woods|m|NG||Harbour Pilots Institute|HPI||
Ravi Sharp|m|IN||Trafikstyrelsen|TRS||
May Ferreira|f|PT||Federal Office for Ports|FOP||
Sam Oduya|m|KE||Nordhavn Dredging|||
Urs Ammann|m|CH||Seilbahnen Graubünden|SBG||
Agni Petrou|f|GR||Hellenic Tide Centre|HTC||
Ada Price|f|GB|former Special Envoy|International Maritime Organization|IMO||
Sidi Ould Brahim|m|MR||Nouakchott Port Forum|NPF||
Kenji Hasegawa|m|JP||Osaka Bay Lab|OBL|長谷川健司|
Emi Okada|f|JP||Osaka Bay Lab|OBL|岡田恵美|
Ines Marti|f|ES|Crane Manager|Grues de Llevant|||
Bo Lund|m|DK||Nordhavn Dredging|||
Mia Krogh|f|DK||Aarhus Port School|APS||
"""


@pytest.fixture(scope="module")
def guard() -> Guard:
    return Guard(room_of(PEOPLE, "aliases"))


def levels(guard: Guard, text: str) -> set[Level]:
    found = guard.check(text, offers=False)
    return {each.level for each in found if each.level is not Level.HINT}


@pytest.mark.parametrize(
    ("leak", "innocent"),
    [
        ("Most took the offer. Price certainly didn't.", "Most costs fell. Price levels didn't."),
        ("The berth matrix (Woods, 14 rows) is new.", "The plot (woods, 14 acres) is for sale."),
        (
            "“It leaks” – Woods, with a nod at the map.",
            "“It leaks” – woods, dunes and all, he read.",
        ),
        ("#12 | tide gauge costs | RS | open", "The RS | 232 port is old | open"),
        ("todo mk – crane paper, bl – glossary", "todo am – crane paper, pm – glossary"),
        ("Weld Brahim offered rooms for ten.", "A weld by robots costs half."),
        ("長谷川は用語集の修正を提案。", "長谷川市の港は古い。"),
        ("岡田が反対した。", "岡山が反対した。"),
        ("May asked for the 2023 text.", "Lisbon, May 2023: both sides counted ships."),
        ("A remark of Agni on the tides was kept.", "A temple of Agni stood by the harbour."),
        ("Agni thanked everybody.", "Agni missiles were shown at the parade."),
        ("Agni was the first to ask.", "Agni is the commonest surname there."),
        ("Agni asked when storms come.", "The Agni storm flooded the port."),
        ("Urs asked for the floor.", "URS v3 (user requirements) is the valid one."),
        ("SAM: please renumber.", "SAM files and shadow copies were deleted."),
    ],
)
def test_a_name_is_told_from_its_twin(guard: Guard, leak: str, innocent: str) -> None:
    assert Level.IDENTITY in levels(guard, leak), leak
    assert levels(guard, innocent) == set(), innocent


@pytest.mark.parametrize(
    ("leak", "innocent"),
    [
        ("In my years as port director nobody dredged.", "In our years as a group nobody dredged."),
        (
            "One participant said that as a former customs official in Riga she had signed it.",
            "One participant said that as a former colony the island had kept such forms.",
        ),
        ("It was put with a regulator's hat on.", "A regulator's hat lay on the table."),
        ("“Our paper printed the list.”", "Our paper ran to forty pages."),
        ("“Our patrols wait at that buoy.”", "Our planet has one ocean."),
        ("“Our rolling stock is from 1970.”", "Our rolling agenda is on page two."),
        ("“Our drivers will refuse it.”", "Our speakers will refuse it."),
        ("“Our tide forecasters had two hours.”", "Our guests had two hours."),
        ("HPI left us with a sheet of figures.", "HPI left the harbour with a fleet of boats."),
        ("A word of caution from the direction of HPI.", "A cloud drifted over HPI."),
        ("When I sat on the Council we read it twice.", "When I sat down we read it twice."),
        ("HPI ran us through the charts.", "HPI ran a school in the port."),
        (
            "FOP in Lisbon would rather keep the list, and gave us a first table.",
            "FOP in Lisbon has published a first table.",
        ),
        ("HPI brought three change requests.", "HPI brought three ships home."),
        (
            "How the text of 2008 was drafted over three nights: the former special envoy told us.",
            "Ankara, 2008: the former special envoy said to the press that it was over.",
        ),
        ("Nobody reads it, admitted one of the HTC staff.", "One of the HTC reports counts it."),
        (
            "With HPI dialling in for item 5 we took it first.",
            "With HPI joining the consortium it grew.",
        ),
        (
            "Somebody over from Spain for the week said that cranes failed.",
            "Smoke drifting over from Spain closed the port for the week.",
        ),
        (
            "The two Danish experts were split on whether tides matter.",
            "The two Danish generals were split on whether to sail, says the memoir.",
        ),
        ("HPI has had a question.", "HPI has had no access since it moved to the new port."),
        ("HPI's comment on the tide was short.", "HPI's assessment of 2023 expects higher tides."),
        (
            "The crane manager doesn't believe it.",
            "Alice has left the yard, and her crane manager doesn't know.",
        ),
    ],
)
def test_a_side_is_told_from_its_twin(guard: Guard, leak: str, innocent: str) -> None:
    assert Level.AFFILIATION in levels(guard, leak), leak
    assert levels(guard, innocent) == set(), innocent


@pytest.mark.parametrize(
    ("leak", "innocent"),
    [
        (
            "There was a comparison of dykes by the woman who'd come from Athens.",
            "Anyone who'd come from Athens in 1970 knew the dykes.",
        ),
        (
            "A point by the man who'd flown in from Nairobi drew a nod.",
            "A man who'd come from Kenya built the first dyke, the book says.",
        ),
    ],
)
def test_somebody_is_described_by_a_clause_with_a_short_form(
    guard: Guard, leak: str, innocent: str
) -> None:
    assert levels(guard, leak) != set(), leak
    assert levels(guard, innocent) == set(), innocent
