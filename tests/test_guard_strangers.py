"""Lone names that everybody knows, or that are words: whoever acts in the room is named by them.

Each sentence about a stranger has a neighbour about the participant of that name.
"""

from __future__ import annotations

import pytest

from facilitator.guard.findings import Level
from facilitator.guard.guard import Guard
from facilitator.roster import Participant, Roster

PEOPLE = """
Losana Vakatawa|Losana|Vakatawa|FJ
Jamal Grant|Jamal|Grant|GB
Carol Fields|Carol|Fields|US
Davron Karimov|Davron|Karimov|UZ
Farid Haddad|Farid|Haddad|LB
Kate Taylor|Kate|Taylor|US
Nora Banks|Nora|Banks|GB
Lina Chopin|Lina|Chopin|FR
Anders Wolf|Anders|Wolf|SE
Sofia Ortega|Sofia|Ortega|MX
Mehdi Moradi|Mehdi|Moradi|IR
Charlotte Burns|Charlotte|Burns|GB
Tom Young|Tom|Young|GB
Choi Ji-eun|Ji-eun|Choi|KR
Chen Guoqiang|Guoqiang|Chen|CN
Ruth Power|Ruth|Power|IE
Nadia Walker|Nadia|Walker|CA
April Waters|April|Waters|US
Joy Mwangi|Joy|Mwangi|KE
Levan Gelashvili|Levan|Gelashvili|GE
Jean-Baptiste N'Guessan|Jean-Baptiste|N'Guessan|CI
""".strip().splitlines()


@pytest.fixture(scope="module")
def guard() -> Guard:
    people = []
    for line in PEOPLE:
        name, given, family, country = line.split("|")
        people.append(Participant(name, given=given, family=family, country=country))
    return Guard(Roster(tuple(people)))


def identity(guard: Guard, text: str) -> bool:
    return any(found.level is Level.IDENTITY for found in guard.check(text))


@pytest.mark.parametrize(
    "text",
    [
        "Under Burns the mint was moved to another city and nobody complained.",
        "Wolf was overthrown in 1974 and the fishing fleet with him.",
        "Haddad's novels are set in a port like this one.",
        "The Ortega brothers owned both canneries until the nineties.",
        "A portrait of Taylor hangs above the door of the observatory.",
        "Taylor's 1914 lectures are still on the reading list.",
        "Karimov was elected president in 1991, long before any treaty on orbits.",
        "Grant, the painter, spent his summers on that island.",
        "Chopin's preludes were on during the break.",
        "Sultan Haddad dug the first canal.",
        "Walker & Sons still build the nets.",
        "Moradi of Shiraz wrote verses about the stars.",
        "Taylor-Hughes is the firm that audits the fund.",
        "W. T. Burns is the namesake of the prize.",
        "Imam Mehdi is awaited by half of the coast, as the guide told us.",
        "Fields took over from forests along the river.",
        "Banks took losses on every loan to the fleet.",
        "Waters recede and the catch improves.",
        "The re-\nport of the fleet is late, and mid-\nterm too.",
        "Depth 7 / CB / sand and mud / 12 m",
        "Chen Shui-bian built that harbour.",
        "Choi Min-ho once ran the aquarium.",
        "Joy of the sea, says the brochure, is free.",
        "W.F. in the table means white fish.",
        "Files in /srv/power/charts until Monday.",
        "“Power nets” is a brand, not a method.",
        "The Chens and Youngs of this world buy their own quota.",
        "A Young method and a Grant net were both tried in the bay.",
        "Haddad told reporters in Beirut that the port would reopen.",
        "Wolf won the Nobel for his work on currents.",
        "Followers of Karimov still meet in that square.",
        "Ortega came to power in the same year as the first quota.",
        "Charlotte and Jacksonville took the boats in.",
        "The Burns era ended with the herring.",
        "Young & Rubicam drew the poster.",
        "Under Chopin the academy of music doubled in size.",
        "Ortega was assassinated on the steps of the senate.",
        "Grant's symphony, his only one, was on the radio.",
        "Haddad reigned for eleven years and paid for none of it.",
        "The Karimov and other clans ran the pharmacies.",
        "Wolf, the philosopher, never left his town.",
        "An opera by Chopin would have been shorter.",
        "A bust of Moradi stands in the hospital yard.",
        "Taylor of Canterbury treated the king.",
        "Peru's Ortega lost the election by a hair.",
        "Burns died of a fever that a vaccine now prevents.",
        "Young & Sons made the syringes.",
        "Chen's Requiem was sung for the nurses.",
        "A Wolf lamp lit the ward.",
        "Walker declared war on polio from the White House steps and told the nation so.",
        "Fields minced by shells grow nothing.",
        "Banks want out of small loans.",
        "Power scolds nobody, as the proverb has it.",
        "Waters chilled to four degrees keep the doses.",
        "Walker frames to be ordered by ward 6",
        "Doses first, prices later, fields last.",
        "Choe Min-ho of the football team fell ill.",
        "N.B. doses are counted twice.",
        "KT means cold transport here, says the glossary; KT as in the annex.",
        "“Young doses” is what the trade calls them.",
        "The Grants and Taylors of our time give money, not doses.",
        "W. K. Taylor built the ward.",
        "Viceroy Haddad had the swamp drained.",
    ],
)
def test_strangers_and_words_are_nobody_in_the_room(guard: Guard, text: str) -> None:
    assert not identity(guard, text)


@pytest.mark.parametrize(
    "text",
    [
        "Burns, under pressure from two sides, gave up the second sentence.",
        "Wolf was outvoted, seven to three.",
        "Haddad's table of landings was the clearest thing we saw.",
        "Ortega brought her own chart of quotas.",
        "A reply from Taylor on the observatory is still owed.",
        "Taylor's numbers for 2014 are off by a tenth.",
        "Karimov was elected to hold the pen.",
        "Grant, the last on the list, spent her three minutes on fish meal.",
        "Chopin's draft was on the screen during the break.",
        "Mr Haddad dug out the first draft.",
        "Walker & Grant will merge their texts.",
        "Moradi of the space agency wrote to us about debris.",
        "K. Taylor wants the orbit table in an annex.",
        "Ruth ran the numbers for the third time.",
        "Waters begs to differ on stocks.",
        "Banks was having none of it.",
        "Fields took umbrage at the footnote.",
        "Young tore into the draft.",
        "Power walked us through the tables.",
        "Grant waxed lyrical about plankton.",
        "Burns takes issue with every number.",
        "Waters pleads for a smaller annex.",
        '"Too late for cod," Young countered.',
        '"Too late for cod." – Banks',
        "As Cho-\npin remarked, the shelf is empty.",
        "We owe the phrase to Vaka-\ntawa.",
        "Chen Kuo-ch'iang had brought samples.",
        "too few boats, said joy.",
        "told joy about the brochure; she laughed",
        "Files in /srv/gelashvili/charts until Monday.",
        "The Chen point is noted.",
        "A Grant proposal and a Taylor amendment are on the table.",
        "Haddad told us that the port would reopen.",
        "Wolf won the argument on currents.",
        "The followers of this debate owe Karimov a drink.",
        "Ortega came to the second round with a text.",
        "Charlotte and Levan took the floor.",
        "Under pressure Chopin gave in.",
        "Ortega was interrupted on the second point.",
        "Grant's timetable for the vaccine, her only slide, was on the wall.",
        "Haddad spoke for eleven minutes and took no question.",
        "The Karimov and Ortega texts were merged.",
        "Wolf, the first to speak, never mentioned vaccines.",
        "An amendment by Chopin would have been shorter.",
        "A quick word from Moradi on the hospital ended it.",
        "Taylor of Pfizer treated us to a chart.",
        "Peru's Ortega asked for doses by March.",
        "Burns doubted that a fever is enough.",
        "Young & Chopin made the same point.",
        "Chen's request was met.",
        "A Wolf amendment split the ward chapter.",
        "Walker declared herself unconvinced.",
        "Fields minced no words about cold chains.",
        "Banks wants out of the price clause.",
        "Power scolded the drafters.",
        "Waters chides the drafters for the footnote.",
        "Young gave short shrift to the idea.",
        "Walker v doubtful about doses",
        '"Not in my ward," said the note. And: "Never!" - Waters',
        "Doses first, prices later, Fields answered.",
        "Not before March, as Va-\nkatawa made plain.",
        "Choe Ji-un doubted the cold chain.",
        "Ch'en Kuo-chiang doubted it too.",
        "J.-B. N'G. counted them again.",
        "TODO KT + one more: cold chain map",
        "Joy, with all respect, your ministry never answered.",
        "told levan about the doses; he had no answer",
        "H.E. Vakatawa left for the airport.",
        "N.B. N.B. will send doses",
    ],
)
def test_participants_of_the_same_names_are_seen(guard: Guard, text: str) -> None:
    assert identity(guard, text)
