"""People written as initials, and whole sentences in capitals or without any."""

from __future__ import annotations

import pytest

from facilitator.guard.findings import Level
from facilitator.guard.guard import Guard
from facilitator.roster import Participant, Roster


def who(name: str, given: str, family: str) -> Participant:
    return Participant(name, given, family)


GUARD = Guard(
    Roster(
        (
            who("Maryam Hosseini", "Maryam", "Hosseini"),
            who("Annegret von der Heide", "Annegret", "von der Heide"),
            who("Jean-Baptiste Lefèvre", "Jean-Baptiste", "Lefèvre"),
            who("Park Hyun-chul", "Hyun-chul", "Park"),
            who("Kwame Badu", "Kwame", "Badu"),
            who("Pilar Ortega", "Pilar", "Ortega"),
            who("Carmen Paz", "Carmen", "Paz"),
            who("Olive Stone", "Olive", "Stone"),
            who("Simon May", "Simon", "May"),
        )
    )
)


def named(text: str) -> bool:
    return any(finding.level is Level.IDENTITY for finding in GUARD.check(text))


@pytest.mark.parametrize(
    "text",
    [
        "A.v.d.H. closed with three asks.",
        "AvdH: too early",
        "J.-B. will send the list.",
        "To be redone by PHC.",
        "PHC / MH both want the office back.",
        "MH/CP: the model still works",
        "MH + KB both would drop it",
        "<KB> +1 to option B",
        "chair = KB, rapporteur tbc",
        "10:15 KB: we should wait",
        "KB wants the log shorter.",
        "Text from KB to be merged.",
        "The room went quiet when KB spoke.",
        "Dr H. asked who pays.",
        "МН: no",  # in Cyrillic letters
        "mh wants it shorter",
        "kb: no",
    ],
)
def test_initials_are_people_wherever_people_stand(text: str) -> None:
    assert named(text)


@pytest.mark.parametrize(
    "text",
    [
        "Issuance of commercial paper (CP) fell. CP spreads widened.",
        "CP issuance fell.",
        "The CP market froze.",
        "The file is 12 KB in size.",
        "See table KB.",
        "KB-4001 was installed.",
        "The PO system was replaced.",
        "M.H. Government's review was cited.",
        "MH spectroscopy was used.",
        "ASEAN, CP and IMF staff met.",
    ],
)
def test_abbreviations_are_nobody(text: str) -> None:
    assert not named(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hosseini said that the text was ready.",
        "The text by Stone was circulated.",
        "May was not convinced.",
        "Mr Badu asked who would pay.",
        "Stone wants the log published.",
        "Hossieni would rather see a code.",
    ],
)
def test_capitals_change_nothing(text: str) -> None:
    assert named(text)
    assert named(text.upper())
    assert named(text.lower())


def test_one_sentence_in_capitals_is_read_in_a_text_of_others() -> None:
    assert named("The text is ready. STONE SAID THAT IT WAS NOT. Others agreed.")
    assert not named("The text is ready. STONE WALLS WERE BUILT. Others agreed.")
