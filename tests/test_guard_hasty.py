"""Sides, bodies and offices in hasty notes: without verbs, in brackets, by code, through "ours".

Each way is held beside the same words as subject matter.
"""

from __future__ import annotations

import pytest

from facilitator.guard.findings import Level
from facilitator.guard.guard import Guard
from facilitator.roster import Participant, Roster

PEOPLE = """
Fernanda Quiroga|AR|Ministry of Economy||Chief Negotiator
Tanaka Hiroshi|JP|Fisheries Agency of Japan||Director for Fisheries
Guillermo Arce|CR|Ministry of Foreign Trade of Costa Rica|COMEX|Vice Minister of Foreign Trade
Hassan Rasheed|MV|Alliance of Small Island States|AOSIS|
Edward Marsh|GB|Overseas Development Institute|ODI|
Olivier Tremblay|CA|Environment and Climate Change Canada|ECCC|
Frederik Holm|DK|World Bank||Senior Water Specialist
Amy Chase|US|Cloudflare||Chief Information Security Officer
Gao Ming|CN|Cyberspace Administration of China|CAC|Section Chief
Marta Kowalczyk|PL|Polish Committee for Standardization|PKN|
Robert Cash|US|Department of the Treasury||Assistant Secretary
Liis Tamm|EE|Cooperative Cyber Defence Centre of Excellence|CCDCOE|
""".strip().splitlines()


@pytest.fixture(scope="module")
def guard() -> Guard:
    people = []
    for line in PEOPLE:
        name, country, body, short, office = line.split("|")
        people.append(
            Participant(
                name,
                affiliation=body,
                acronyms=(short,) if short else (),
                office=office,
                country=country,
            )
        )
    return Guard(Roster(tuple(people)))


def affiliation(guard: Guard, text: str) -> bool:
    return any(found.level is Level.AFFILIATION for found in guard.check(text))


@pytest.mark.parametrize(
    "text",
    [
        "ODI happy with para 3, AOSIS not",
        "AOSIS wants it in the cover decision.",
        "ODI handed out a chart with the premiums.",
        "AOSIS and ODI were for a joint statement.",
        "(ODI) – no appetite for a window",
        "Nobody else saw it that way. (AOSIS, ODI)",
        "ECCC (by phone): can support",
        "ODI chart: premiums",
        "ODI asking again for the data",
        "The note that AOSIS had circulated was taken as read.",
        "The World Bank sent its apologies for day two.",
        "CAC's section chief referred to the white paper.",
        "The bank's water specialist put it at two billion.",
        "The Assistant Secretary let it pass.",
        "The Cloudflare CISO asked for logs.",
        "The vice minister is in no hurry to sign.",
        "Canada supports para 8.",
        'Japan preferred "may".',
        "Japan would join a consensus on 3(b).",
        "Argentina, supported by Japan, wanted it deleted.",
        "JP/AR both say no",
        "Japan/Argentina: want a ceiling",
        "In favour: Japan, Canada.",
        "Against: Argentina.",
        "Delegations of Japan and Canada in favour",
        "Japan's participant kept his card up.",
        "The Estonian one disagreed.",
        "Philippine and Fijian delegates both wanted more.",
        "The Japanese expert's LNG analogy failed.",
        "A voice from the Polish ministry: who pays?",
        "The mission of Japan had no instructions.",
        "The Irish seat stayed out of it.",
        "According to the World Bank's man here there were forty leaks since January.",
        "A colleague of ours at the World Bank has the text.",
        "Back in our dealing room nobody believed it.",
        "Our browser ships this next month whatever the group decides.",
        "Our islands will be gone.",
        "I run a regulator's office and see these dossiers daily.",
        "Speaking for the small islands, he asked for more.",
        "Someone on the Estonian central bank's payroll called the plan naive.",
        "Two bodies, the World Bank among them, were ready to try.",
        "An objection was raised by the World Bank at the very end.",
        "A Cloudflare associate had drawn up a table.",
        "Both Estonians were of the same opinion.",
        "The Estonians brought a paper on cables.",
        "Canada is flexible on para 8, its negotiator said.",
        "Para 8: JP ok, AR no, CA ok",
        "The Polish delegation will translate by June.",
        "The Polish secretariat will renumber the figures.",
        "At the ministry in Brasilia we call this progress.",
        "The trainers from Warsaw want a module.",
        "The Treasury's representative wanted it out.",
        "Per the Treasury, no decision before December",
        "The vice minister is to circulate a note.",
        "The Cloudflare CISO had logs.",
        "Two makers asked for 875 bar. (AOSIS, ODI)",
        "Japan's vote: abstain",
        "ODI's view: too early",
        "China (Prof.): three phases, no deadline",
        "The Polish NB to translate",
        "The World Bank would share its data on leaks.",
        "Canada was flexible on para 4.",
        "Canada flexible, Japan not, Argentina silent.",
        "The Hamburg judge reminded everyone of the opinion.",
    ],
)
def test_hasty_notes_tell_whose_side_it_was(guard: Guard, text: str) -> None:
    assert affiliation(guard, text)


@pytest.mark.parametrize(
    "text",
    [
        "ODI published a chart of premiums in 2019.",
        "Premiums rose by 3 per cent. (ODI)",
        "AOSIS (founded 1990): a short history",
        "Source: ODI",
        "The World Bank sent its first loan in 1958.",
        "CAC rules are strict.",
        "The bank's loans came to two billion.",
        "An assistant secretary is appointed for four years.",
        "Canada supports wheat farmers.",
        "Japan would join the alliance later.",
        "Argentina tabled a resolution in the General Assembly.",
        "JP and AR exports fell.",
        "Trade: Japan, Canada.",
        "In favour of ratification by 2010: Japan, Canada.",
        "Of the two plans the Estonian one was better.",
        "Saudi reserves covered fourteen months.",
        "Georgian needs two more letters.",
        "A mission to Japan had been planned.",
        "Islands will be gone.",
        "Those who run a regulator's office see these dossiers daily.",
        "The paper that AOSIS had published was cited.",
        "A chart of the islands was shown.",
        "Objections were raised against the World Bank at the time.",
        "Both Estonian ports were of the same depth.",
        "The Polish secretariat was moved in 1990.",
        "Canada is flexible on steel.",
        "Para 8: AB ok, AC no",
        "The farmers near Warsaw want rain.",
        "The treasury's bonds sold well.",
        "It is the Treasury that sells bonds.",
        "A vice minister is to be appointed.",
        "Japan's vote counted for little.",
        "The Polish A4 format was accepted.",
        "The World Bank would lend two billion.",
        "Canada was larger, Japan richer.",
        "The Hamburg port was closed.",
    ],
)
def test_the_same_words_as_a_matter_tell_nothing(guard: Guard, text: str) -> None:
    assert not affiliation(guard, text)
