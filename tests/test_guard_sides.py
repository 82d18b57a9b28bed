"""The guard on sides, offices, bodies and descriptions: what tells them, and what does not."""

from __future__ import annotations

import pytest

from facilitator.agenda import Agenda
from facilitator.guard import guard as guard_module
from facilitator.guard.findings import Level
from facilitator.guard.guard import Guard
from facilitator.roster import Participant, Roster
from guard_rooms import plan, rooms

GOVERNOR = Participant("Ana Silva", "Ana", "Silva", gender="f", office="Governor", country="BR")
DEPUTY = Participant("Per Holm", "Per", "Holm", gender="m", office="Deputy Governor", country="SE")


def levels(text: str, room: str = "gul") -> list[Level]:
    return [f.level for f in Guard(rooms()[room]).check(text) if f.level is not Level.HINT]


@pytest.mark.parametrize(
    "verb", ["shrugged", "had the last word", "was not so sure", "would rather wait", "drew a map"]
)
def test_any_verb_of_somebody_from_a_country_tells_the_country(verb: str) -> None:
    assert levels(f"The Kuwaiti {verb}.") == [Level.AFFILIATION]


@pytest.mark.parametrize("fate", ["won the election", "was replaced", "was never received"])
def test_what_befalls_somebody_is_subject_matter(fate: str) -> None:
    assert levels(f"The Kuwaiti {fate}.") == []


def test_a_people_that_is_a_name_too_stays_a_name() -> None:
    guard = Guard(Roster((Participant("Sami Haddad", "Sami", "Haddad", country="LB"),)))
    assert [f.level for f in guard.check("Then Sami objected.")] == [Level.IDENTITY]
    assert [f.blocks for f in guard.check("The Saami delegate objected.")] == [True]
    assert levels("The Saami delegate objected.") == [Level.AFFILIATION]


def test_an_adjective_before_another_word_is_nobody() -> None:
    assert levels("The Kuwaiti parliament met. The Turkish and the Iranian maps differ.") == []


def test_a_date_behind_the_verb_of_speech_puts_it_outside_and_a_later_one_does_not() -> None:
    assert levels("The Kuwaiti researcher said in March that prices would fall.") == []
    assert levels("The Kuwaiti researcher expected lower prices in March.") == [Level.AFFILIATION]


def test_a_body_is_told_by_what_it_does_in_a_room_and_not_by_what_it_does_in_the_world() -> None:
    for leak in ("GSF will draft the box.", "GSF was against.", "GSF: no."):
        assert levels(leak) == [Level.AFFILIATION], leak
    for topic in ("GSF published a map.", "GSF was founded in 1998.", "GSF has an office there."):
        assert levels(topic) == [], topic


def test_an_office_is_nobodys_secret_where_its_holder_is_on_the_record() -> None:
    people = (GOVERNOR, DEPUTY)
    agenda: Agenda = plan("Ana Silva")
    guard = Guard(Roster(people), agenda)
    assert [f for f in guard.check("The Governor said so.", "talk") if f.blocks] == []
    assert [f.words for f in guard.check("The Governor said so.", "qa")] == ["The Governor"]
    assert [f.words for f in guard.check("The Deputy Governor laughed.", "talk")] == [
        "The Deputy Governor"
    ]


def test_an_office_of_another_country_is_somebody_elses() -> None:
    guard = Guard(Roster((GOVERNOR, DEPUTY)))
    assert [f.words for f in guard.check("The Brazilian governor doubted it.")] != []
    assert guard.check("The Canadian governor doubted it.") == ()


def test_what_goes_on_with_she_is_told_of_the_participant_before() -> None:
    text = "One participant spoke of quotas. She had {}."
    assert levels(text.format("presented her credentials in Tehran in 2012")) == [Level.WARNING]
    assert levels(text.format("read about them with surprise")) == []


def test_one_of_two_is_warned_of() -> None:
    assert levels("One of the two mediators disagreed.") == [Level.WARNING]
    assert levels("One of the two proposals was dropped.") == []


def test_a_text_is_read_once_and_for_each_change_its_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []
    fold = guard_module.fold

    def counted(text: str) -> object:
        read.append(text)
        return fold(text)

    monkeypatch.setattr(guard_module, "fold", counted)
    text = "The Kuwaiti shrugged. Nobody spoke. The Iranian participant laughed."
    findings = Guard(rooms()["gul"]).check(text)
    assert [f.rewrite for f in findings] == ["One participant", "Another participant"]
    assert read == [text, "One participant shrugged.", "Another participant laughed."]


NORTH = Roster(
    (
        Participant("Ri Song", "Song", "Ri", gender="m", affiliation="Peace Lab Wonsan",
                    acronyms=("PLW",), country="KP"),
        Participant("Pak Un", "Un", "Pak", gender="f", affiliation="Peace Lab Wonsan",
                    acronyms=("PLW",), country="KP"),
        Participant("Naoko Ito", "Naoko", "Ito", gender="f", affiliation="Kanto Coast Guard",
                    country="JP"),
        Participant("Jun Mori", "Jun", "Mori", gender="m", affiliation="Mori Shipping",
                    acronyms=("MSK",), country="JP"),
        Participant("Ana Ruiz", "Ana", "Ruiz", gender="f", affiliation="Ports of Cadiz",
                    acronyms=("PCZ",), country="ES"),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    "told",
    [
        "There was some irritation on the part of PLW at the order of the items.",
        "On PLW's part there was little appetite for it.",
        "The two North Koreans exchanged a look and said nothing.",
        "What the coast guard representative could live with was a shared log.",
        "Nothing in our routers at PLW can do that.",
        "PLW sent one person and no paper.",
        "PCZ, for its part, had no objection.",
        "The Korean and Japanese sides came back with a joint line.",
        "Stocks run out in February, PLW told us.",
        "Pushback on clause 4 (PLW, PCZ).",
        "A sharp exchange followed between a Spanish researcher and the back row.",
    ],
)
def test_a_side_is_told_by_what_it_does_in_a_room(told: str) -> None:
    assert [f.level for f in Guard(NORTH).check(told) if f.level is not Level.HINT]


@pytest.mark.parametrize(
    "told",
    [
        "The two North Koreans arrested at the border were released in May.",
        "What PLW could not prevent was the flood.",
        "PLW sent forty trucks to the border.",
        "PLW raised an army of volunteers in 2014.",
        "The Korean and Japanese sides signed the annex in 1965.",
        "An exchange of fire followed between a Spanish patrol and the smugglers.",
        "Our oceans are no highway.",
    ],
)
def test_the_same_words_in_the_world_tell_no_side(told: str) -> None:
    assert [f.level for f in Guard(NORTH).check(told) if f.level is not Level.HINT] == []


@pytest.mark.parametrize(
    "told",
    [
        "The report on depots came from Cadiz or so. Her slides were long.",
        "A late objection came from East Asia. He apologised for it.",
        "One of us pressed for inspections. He wore a uniform for thirty years.",
        "The one who used to command troops smiled at the word.",
        "The port deal was defended with some passion. She lives in Spain.",
        "Two of those present carry the rank of commander. She was the more hopeful one.",
    ],
)
def test_what_goes_on_with_he_or_she_is_told_of_the_speaker(told: str) -> None:
    assert [f.level for f in Guard(NORTH).check(told) if f.level is not Level.HINT]
