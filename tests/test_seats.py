"""Who can be called: codes that stay, and names found however they are typed."""

from __future__ import annotations

from string import ascii_lowercase

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import plan
from facilitator.agenda import Agenda, Keynote
from facilitator.roster import Participant, Roster
from facilitator.seats import Seat, by_code, fold, found, seats

NOBODY: Agenda = plan(keynotes=())


def seated(*people: str | Participant, agenda: Agenda = NOBODY) -> tuple[Seat, ...]:
    listed = [each if isinstance(each, Participant) else Participant(each) for each in people]
    return seats(agenda, Roster(tuple(listed)))


def codes(everybody: tuple[Seat, ...]) -> dict[str, str]:
    return {seat.person: seat.code for seat in everybody}


def hits(everybody: tuple[Seat, ...], words: str) -> list[str]:
    return [seat.person for seat in found(everybody, words)]


# Invented people of many scripts and name orders.
ROOM = seated(
    Participant("Mehrdad Rostami", affiliation="Institute for Water", acronyms=("IfW",)),
    Participant("محمد رستمی", aliases=("Mohammad Rostami",), office="Adviser"),
    Participant("李伟", given="伟", family="李", aliases=("Li Wei",)),
    Participant("Нурлан Ахметов", affiliation="Чайхана"),
    Participant("Åse Øvergård-Lie", office="Envoy"),
    Participant("Nguyễn Thị Ánh", given="Ánh", family="Nguyễn"),
    Participant("José María O'Neill"),
)

# ── codes ────────────────────────────────────────────────────────────────────────────────────


def test_a_code_is_made_of_the_initials_where_they_are_free() -> None:
    everybody = seated(
        "Ada Byron", Participant("Nguyen Thi Anh", given="Anh", family="Nguyen"), "Abel Brown"
    )
    made = codes(everybody)
    assert made["Ada Byron"] == "ab"
    assert made["Nguyen Thi Anh"] == "an", "given and family, whichever stands first"
    assert made["Abel Brown"] not in ("ab", "an") and made["Abel Brown"][0] in "ab"


def test_every_script_gets_a_code_that_any_keyboard_can_type() -> None:
    for seat in ROOM:
        assert len(seat.code) == 2 and set(seat.code) <= set(ascii_lowercase), seat
        assert by_code(ROOM, seat.code) is seat
    assert len({seat.code for seat in ROOM}) == len(ROOM)


@pytest.mark.parametrize("code", ["", "z", "zzz", "MR", "1a", "李"])
def test_no_code_finds_nobody(code: str) -> None:
    assert by_code(ROOM, code) is None


@pytest.mark.parametrize("name", ["X", "李", "م", "é", "1", "-", "😀", "x x"])
def test_a_name_of_one_sign_has_a_code_of_two_letters(name: str) -> None:
    everybody = seated("X", "Xx", "Xa", name if name != "X" else "x")
    assert all(len(seat.code) == 2 and seat.code.isalpha() for seat in everybody), everybody


@pytest.mark.parametrize("name", ["Li Wei", "李伟", "محمد رستمی", "X"])
def test_more_than_a_hundred_of_one_name_are_told_apart(name: str) -> None:
    everybody = seated(*[name] * 130)
    assert len({seat.code for seat in everybody}) == 130
    assert len({seat.person for seat in everybody}) == 130
    assert all(len(seat.code) == 2 for seat in everybody)
    assert len(found(everybody, name)) == 130


def test_when_the_codes_have_run_out_people_are_still_found_by_name() -> None:
    everybody = seated(*(f"Person Number{n}" for n in range(700)))
    assert len(everybody) == 700
    given_out = [seat.code for seat in everybody if seat.code]
    assert len(given_out) == len(set(given_out)) == 26 * 26
    assert hits(everybody, "number699") == ["Person Number699"]
    assert by_code(everybody, "") is None


names = st.text(max_size=20)
likely = st.text(st.sampled_from("abAB -.'李伟محéßИ"), max_size=8)
participants = st.builds(
    Participant,
    names | likely,
    given=names | likely,
    family=names | likely,
    aliases=st.lists(names, max_size=2).map(tuple),
    affiliation=names,
    acronyms=st.lists(names, max_size=2).map(tuple),
)


@given(st.lists(participants, max_size=12), st.lists(names | likely, max_size=5), names | likely)
@example([Participant("A B"), Participant("A B"), Participant("A B (2)")], [], "a b")
@example([Participant(""), Participant(""), Participant("\u0301")], ["", "\u0301"], "\u0301")
@example([Participant("\ud800"), Participant("\ufdfa" * 50)], ["[/]"], "\ufdfa")
def test_whatever_people_are_called_everybody_has_one_seat_and_nothing_fails(
    roster: list[Participant], newcomers: list[str], words: str
) -> None:
    agenda = plan(keynotes=(Keynote("k", roster[0].name if roster else "Ada Invented"),))
    everybody = seats(agenda, Roster(tuple(roster)), newcomers)
    assert len(everybody) >= max(1, len(roster)), "nobody of the roster is left out"
    assert len({seat.person for seat in everybody}) == len(everybody), "a name is one person"
    assert len({seat.code for seat in everybody}) == len(everybody)
    for seat in everybody:
        assert len(seat.code) == 2 and by_code(everybody, seat.code) is seat
    assert set(found(everybody, words)) <= set(everybody)
    for participant in roster:
        if participant.name.split():
            assert found(everybody, participant.name)


@given(
    st.lists(participants, max_size=8),
    st.lists(participants, max_size=4),
    st.lists(likely, max_size=3, unique_by=fold),
)
def test_whoever_is_appended_changes_nobodys_code(
    roster: list[Participant], late: list[Participant], newcomers: list[str]
) -> None:
    before = seats(NOBODY, Roster(tuple(roster)))
    assert seats(NOBODY, Roster((*roster, *late)))[: len(before)] == before
    assert seats(NOBODY, Roster(tuple(roster)), newcomers)[: len(before)] == before
    one = seats(NOBODY, Roster(tuple(roster)), newcomers[:1])
    assert seats(NOBODY, Roster(tuple(roster)), newcomers)[: len(one)] == one
    assert seats(NOBODY, Roster(tuple(roster))) == before, "the same files, the same codes"


def test_a_newcomer_keeps_the_code_when_appended_to_the_roster_file() -> None:
    roster = (Participant("Ada Byron"), Participant("Abel Brown"))
    typed = seats(NOBODY, Roster(roster), ["Ann Bell", "Ben Ali"])
    written = seats(NOBODY, Roster((*roster, Participant("Ann Bell"), Participant("Ben Ali"))))
    assert codes(typed) == codes(written)
    assert [seat.listed for seat in typed] == [True, True, False, False]
    assert all(seat.listed for seat in written)


# ── who is whom ──────────────────────────────────────────────────────────────────────────────


def test_a_keynote_who_is_on_the_roster_too_has_one_seat_with_all_their_names() -> None:
    agenda = plan(keynotes=(Keynote("k", "Ada Invented", office="Minister"),))
    roster = (Participant("Bo Other"), Participant("ADA  Invented", aliases=("Augusta",)))
    everybody = seats(agenda, Roster(roster))
    assert [seat.person for seat in everybody] == ["Ada Invented", "Bo Other"]
    assert everybody[0].told == "Minister" and hits(everybody, "augusta") == ["Ada Invented"]


def test_without_a_roster_the_keynotes_and_the_typed_in_have_seats() -> None:
    everybody = seats(plan(), None, ["Bo Other", "bo  other", "Ada Invented"])
    assert [seat.person for seat in everybody] == ["Ada Invented", "Bo Other"]


def test_namesakes_are_numbered_and_told_apart_by_where_they_come_from() -> None:
    everybody = seated(
        Participant("Li Wei", affiliation="Water Board"), Participant("Li Wei", country="SG")
    )
    assert [(s.person, s.told) for s in everybody] == [
        ("Li Wei", "Water Board"),
        ("Li Wei (2)", "SG"),
    ]
    assert hits(everybody, "li") == ["Li Wei", "Li Wei (2)"]
    assert hits(everybody, "li water") == ["Li Wei"]


# ── finding ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("mehr", "Mehrdad Rostami"),
        ("ROST meh", "Mehrdad Rostami"),
        ("ifw", "Mehrdad Rostami"),
        ("رستم", "محمد رستمی"),
        ("mohammad", "محمد رستمی"),
        ("advis", "محمد رستمی"),
        ("李", "李伟"),
        ("伟", "李伟"),
        ("li wei", "李伟"),
        ("ахмет", "Нурлан Ахметов"),
        ("akhmet", "Нурлан Ахметов"),
        ("nurlan", "Нурлан Ахметов"),
        ("чайх", "Нурлан Ахметов"),
        ("ase", "Åse Øvergård-Lie"),
        ("øver", "Åse Øvergård-Lie"),
        ("overgard", "Åse Øvergård-Lie"),
        ("lie", "Åse Øvergård-Lie"),  # no word begins with it, but it stands in one
        ("anh", "Nguyễn Thị Ánh"),
        ("nguyen", "Nguyễn Thị Ánh"),
        ("neill", "José María O'Neill"),
        ("maria jose", "José María O'Neill"),
    ],
)
def test_a_person_is_found_by_any_part_of_any_name_in_any_script(words: str, person: str) -> None:
    assert hits(ROOM, words) == [person]


def test_the_beginning_of_a_word_counts_for_more_than_its_middle() -> None:
    everybody = seated("Susan Bell", "Ann Susan", "Assus Card")
    assert hits(everybody, "sus") == ["Susan Bell", "Ann Susan"]
    assert hits(everybody, "ssu") == ["Assus Card"]


def test_all_words_must_fit_and_none_finds_everybody() -> None:
    assert hits(ROOM, "mehrdad ahmadi") == []
    assert hits(ROOM, "rost") == ["Mehrdad Rostami", "محمد رستمی"]
    assert found(ROOM, " ") == ROOM
