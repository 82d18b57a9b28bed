"""Names in other spellings, with slips, in other alphabets: found anywhere, words left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.guard.findings import Level
from facilitator.guard.guard import Guard
from facilitator.guard.skeleton import distance, heard, skeleton, unlike
from facilitator.guard.vocabulary import is_english
from facilitator.roster import Participant, Roster
from guard_rooms import rooms

ROOMS = {key: (roster, Guard(roster)) for key, roster in rooms().items()}
FRAMES = (
    "{} wants the log published.",
    "{} would rather see a code.",
    "{} - what about the families?",
    "The point raised by {} was noted.",
)


def names(guard: Guard, text: str) -> bool:
    return any(finding.level is Level.IDENTITY for finding in guard.check(text))


def one_slip(word: str) -> set[str]:
    """`word` with a letter swapped with the next, dropped or doubled, but for the ends."""
    found = set()
    for at in range(1, len(word) - 1):
        found.add(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
        found.add(word[:at] + word[at + 1 :])
        found.add(word[: at + 1] + word[at:])
    return found - {word}


LONG = [
    (guard, person.family)
    for roster, guard in ROOMS.values()
    for person in roster.participants
    if len(person.family) > 5 and person.family.isascii() and person.family.isalpha()
    if not is_english(person.family.lower())
]


def test_every_slip_in_a_name_is_found_whatever_the_verb() -> None:
    missed = []
    seen = 0
    for guard, family in LONG:
        for number, written in enumerate(sorted(one_slip(family))):
            low = written.lower()
            if is_english(low) or guard.language.knows(low):
                continue
            seen += 1
            if not names(guard, FRAMES[number % len(FRAMES)].format(written)):
                missed.append(written)
    assert seen > 1000
    assert len(missed) < 0.01 * seen, missed


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(sorted(ROOMS)), st.data())
def test_no_word_of_the_dictionary_is_a_slip_in_a_name(room: str, data: st.DataObject) -> None:
    roster, guard = ROOMS[room]
    person = data.draw(st.sampled_from(roster.participants))
    low = data.draw(st.sampled_from(sorted(one_slip(person.family.lower())) or ["water"]))
    if is_english(low) and low not in guard.spellings.lexicon.words:
        for text in (f"{low.title()} was on the table.", f"They spoke of {low} at length."):
            assert not names(guard, text)


def room(name: str, given_name: str, family: str, country: str = "") -> Guard:
    """One person among two others."""
    others = (
        Participant("Alice Merton", "Alice", "Merton"),
        Participant("Kwame Boateng", "Kwame", "Boateng"),
    )
    return Guard(Roster((Participant(name, given_name, family, country=country), *others)))


@pytest.mark.parametrize(
    ("given_name", "family", "written"),
    [
        ("Andreas", "Christodoulou", "Hristodulu spoke of the harbour."),
        ("Krzysztof", "Wiśniewski", "Visnievski had a slide."),
        ("Anahit", "Hakobyan", "Hagopian and others compared maps."),
        ("Tariq", "Qureshi", "Koreishi asked for reciprocity."),
        ("Idris", "Osman", "Uthman spoke of the river."),
        ("Nadia", "Youssef", "Yusuf has the figures."),
        ("Ekaterina", "Morozova", "Yekaterina doubted it."),
        ("Yevhenia", "Bondarenko", "Evgenia Bondarenko asked who pays."),
        ("Alexei", "Popov", "Popoff has the figures."),
        ("Dmitri", "Lebedev", "Lebedew has the figures."),
        ("Ara", "Petrosyan", "Petrossian has the figures."),
        ("Wenbin", "Zhao", "Chao Wen-pin has the figures."),
        ("Elchin", "Mammadov", "Mamedov has the figures."),
        ("Gulnara", "Huseynova", "Guseinova has the figures."),
        ("Ion", "Popescu", "Popescului i s-a răspuns."),
        ("Krzysztof", "Wiśniewski", "Pytanie Wiśniewskiego dotyczyło tranzytu."),
        ("Dragana", "Stojanović", "Stojanovićeva reče da dijaloga nema."),
        ("Bjørn", "Ødegård", "Ødegårds innlegg was the longest."),
        ("Kenji", "Takahashi", "Takahashis point on the survey stood."),
        ("Tewodros", "Gebremariam", "Gebre-Mariam read out the clause."),
        ("Françoise", "L'Hermitte", "Françoise L Hermitte proposed a pause."),
    ],
)
def test_other_systems_spell_the_same_name(given_name: str, family: str, written: str) -> None:
    assert names(room(f"{given_name} {family}", given_name, family), written)


@pytest.mark.parametrize(
    ("given_name", "family", "text"),
    [
        ("Behrouz", "Karimi", "President Karimov closed the mine."),
        ("Abebe", "Bekele", "Abebe Bikila won barefoot."),
        ("Sun-hee", "Park", "The Park Chung-hee era was recalled."),
        ("Joko", "Wibowo", "Joko Widodo's capital was mentioned."),
        ("Hiroshi", "Ito", "Ito calculus is used in Annex D."),
        ("Xiaoming", "Wang", "Wang tiles were rejected."),
        ("Victoria", "Grey", "Lake Victoria is shrinking."),
        ("Claude", "Petit", "A petit comité met afterwards."),
        ("Martín", "Grossi", "Director General Grossi's report was quoted."),
        ("Andreas", "Christodoulou", "Several people had been christened there."),
        ("Maria", "Hamilton", "The next meeting is in Hamilton."),
    ],
)
def test_a_namesake_is_somebody_else(given_name: str, family: str, text: str) -> None:
    guard = room(f"{given_name} {family}", given_name, family)
    assert not any(f.level is not Level.HINT for f in guard.check(text))


@pytest.mark.parametrize(
    ("honorific", "text"),
    [
        ("", "Hasan Bey said nothing."),
        ("", "Hasan hoca drew the map."),
        ("", "Batono Hasan disagreed."),
        ("", "Don Hasan explained why."),
        ("Ratu", "Ratu Hasan thanked the group."),
        ("Oyabun", "Oyabun Hasan thanked the group."),
        ("", "Mzee Hasan thanked the group."),
    ],
)
def test_a_style_of_any_culture_is_no_other_name(honorific: str, text: str) -> None:
    who = Participant("Hasan Güneş", "Hasan", "Güneş", honorifics=(honorific,) if honorific else ())
    assert names(Guard(Roster((who,))), text)


def test_a_name_in_the_middle_counts_too() -> None:
    guard = room("Abdulaziz bin Saud Al-Qahtani", "Abdulaziz", "Al-Qahtani")
    assert names(guard, "Bin Saud asked for the chart.")


def test_half_of_a_double_name_stands_for_the_person() -> None:
    guard = room("Carlos Restrepo Gómez", "Carlos", "Restrepo Gómez")
    assert names(guard, "Restrepo did not expect a ceasefire.")


# By ear -----------------------------------------------------------------------------

WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


@given(WORDS, WORDS)
def test_two_words_are_as_far_apart_either_way(one: str, other: str) -> None:
    first, second = heard(one), heard(other)
    assert unlike(first, second, 99) == pytest.approx(unlike(second, first, 99))
    assert unlike(first, first, 0) == 0
    assert unlike(first, second, 99) <= distance(first, second, 99)


@given(WORDS)
def test_a_skeleton_keeps_consonants_only(word: str) -> None:
    assert set(skeleton(word)) <= set("ptkslrmn")
