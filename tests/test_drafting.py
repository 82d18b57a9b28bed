"""The line being typed, as the guard sees it: what is shown, what Enter keeps, what is mended."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import House, plan
from facilitator import capture
from facilitator.agenda import Topic
from facilitator.drafting import HELD_DOWN, Draft, difference, dismissals
from facilitator.errors import Refused
from facilitator.guard.findings import Edit
from facilitator.pen import Pen
from facilitator.progress import Progress, SegmentProgress
from facilitator.record import AsHeld
from facilitator.roster import Participant, Roster
from facilitator.service import State
from facilitator.watch import Watch

ROSTER = Roster(
    (
        Participant("Maryam Hosseini", given="Maryam", family="Hosseini", country="IR"),
        Participant("Luo Qingshan", given="Qingshan", family="Luo", aliases=("罗青山",)),
        Participant("Ada Invented", given="Ada", family="Invented", public=True),
    )
)
TOPICS = (*plan().topics, Topic("accent", "With an accent", "é"))


@pytest.fixture
def state(house: House) -> State:
    return house.open().look()


@pytest.fixture
def draft(state: State) -> Draft:
    made = Draft()
    made.watch = Watch(ROSTER, state.agenda, state.salt)
    return made


def shown(draft: Draft, state: State, line: str, cursor: int | None = None) -> list[str]:
    place = len(line) if cursor is None else cursor
    return [d.finding.words for d in draft.look(line, place, "discussion", state)]


# What is shown ----------------------------------------------------------------------------


def test_nothing_is_said_of_the_word_still_being_typed(draft: Draft, state: State) -> None:
    line = "Hosseini argued"
    seen = [shown(draft, state, line[:end]) for end in range(1, len(line) + 1)]
    name = len("Hosseini")
    assert seen[:name] == [[]] * name
    assert seen[name:] == [["Hosseini"]] * (len(line) - name), "and it does not flicker"


@pytest.mark.parametrize("line", ["Hosseini", "so said Hosseini", "Hosseini’", "Maryam-Hosseini"])
def test_a_word_may_go_on_behind_its_last_letter(draft: Draft, state: State, line: str) -> None:
    assert "Hosseini" not in " ".join(shown(draft, state, line))


@pytest.mark.parametrize("end", [" ", ".", ",", ":", "?", "”"])
def test_a_word_ends_with_a_space_or_a_stop(draft: Draft, state: State, end: str) -> None:
    assert shown(draft, state, f"so said Hosseini{end}") == ["Hosseini"]


def test_chinese_words_are_complete_with_their_last_letter(draft: Draft, state: State) -> None:
    assert shown(draft, state, "罗青山") == ["罗青山"]
    assert shown(draft, state, "罗青山表示反对") == ["罗青山"]


def test_elsewhere_only_the_word_at_the_cursor_is_left_alone(draft: Draft, state: State) -> None:
    line = "Hosseini and Luo agreed on it"
    assert shown(draft, state, line, line.index("agreed")) == ["Hosseini", "Luo"]
    assert shown(draft, state, line, 3) == ["Luo"]
    assert shown(draft, state, line, line.index("Luo") + 3) == ["Hosseini"]


def test_the_cursor_is_found_in_a_line_of_letters_that_compose(draft: Draft, state: State) -> None:
    line = "e\u0301e\u0301e\u0301 Hosseini spoke of it"
    assert shown(draft, state, line, line.index("Hoss") + 2) == []
    assert shown(draft, state, line, 2) == ["Hosseini"]


def test_what_was_on_screen_stays_there_when_the_cursor_comes_back(
    draft: Draft, state: State
) -> None:
    shown(draft, state, "Hosseini ")
    draft.seen.update(each.spoken for each in draft.doubts)
    assert shown(draft, state, "Hosseini") == ["Hosseini"]
    assert shown(draft, state, "Hossein") == []


def test_signs_and_topics_are_no_part_of_what_is_read(draft: Draft, state: State) -> None:
    line = "? #1 Hosseini, #2 again Luo "
    doubts = draft.look(line, len(line), "discussion", state)
    spans = [doubt.span(state.agenda.topics) for doubt in doubts]
    assert [line[start:end] for start, end in spans] == ["Hosseini", "Luo"]


def test_the_gravest_comes_first_then_the_leftmost(draft: Draft, state: State) -> None:
    words = shown(draft, state, "the Iranian participant met Luo and Hosseini there")
    assert words[:2] == ["Luo", "Hosseini"] and "Iranian" in words[2]


def test_a_public_person_is_named_freely_only_where_they_are_on_the_record(
    draft: Draft, state: State
) -> None:
    line = "Invented set out the plan "
    assert draft.look(line, len(line), "talk", state) == ()
    assert draft.look(line, len(line), "qa", state)


def test_hints_are_not_shown_while_somebody_types(draft: Draft, state: State) -> None:
    line = "Queen Ada ruled then "
    assert draft.watch is not None and draft.watch.all_in(line, "discussion")
    assert shown(draft, state, line) == []
    assert draft.may_go(line, "discussion", state, 0.0, held=False)


def test_without_a_guard_nothing_is_shown_and_enter_keeps(state: State) -> None:
    draft = Draft()
    assert draft.look("Hosseini ", 9, "discussion", state) == ()
    assert draft.may_go("Hosseini", "discussion", state, 0.0, held=False)


# What Enter keeps -------------------------------------------------------------------------


def test_enter_holds_a_line_whose_last_word_has_not_been_on_screen(
    draft: Draft, state: State
) -> None:
    line = "so said Hosseini"
    assert not draft.may_go(line, "discussion", state, 10.0, held=False)
    assert [d.finding.words for d in draft.doubts] == ["Hosseini"]
    assert draft.may_go(line, "discussion", state, 11.0, held=True)


def test_enter_held_down_keeps_nothing_however_long(draft: Draft, state: State) -> None:
    line, now = "so said Hosseini", 10.0
    assert not draft.may_go(line, "discussion", state, now, held=False)
    for _ in range(100):
        now += HELD_DOWN / 10
        assert not draft.may_go(line, "discussion", state, now, held=True)
    assert draft.may_go(line, "discussion", state, now + HELD_DOWN, held=True)


def test_what_was_on_screen_is_kept_at_once(draft: Draft, state: State) -> None:
    line = "Hosseini said so"
    shown(draft, state, line)
    assert not draft.may_go(line, "discussion", state, 0.0, held=False), "computed, never painted"
    draft.seen.update(each.spoken for each in draft.doubts)
    assert draft.may_go(line, "discussion", state, 9.0, held=False)
    again = "Hosseini said so to Hosseini"
    assert not draft.may_go(again, "discussion", state, 10.0, held=False), "the second was not"


def test_what_only_warns_holds_nothing(draft: Draft, state: State) -> None:
    assert draft.may_go("nobody is named here", "discussion", state, 0.0, held=False)


# What is kept with a reason ---------------------------------------------------------------


def test_a_reason_settles_the_words_wherever_they_stand_in_the_line(
    draft: Draft, state: State, house: House
) -> None:
    (doubt,) = draft.look("Hosseini is a pass ", 19, "discussion", state)
    draft.keep(doubt, "a mountain")
    line = "Hosseini is a pass in the hills near Hosseini"
    assert shown(draft, state, line) == []
    assert draft.may_go(line, "discussion", state, 0.0, held=False)
    note = Pen(house.open()).write(line, "discussion").note
    assert note is not None and draft.watch is not None
    made = dismissals(draft.watch, note, draft.reasons)
    assert len(made) == 2 and {each.reason for each in made} == {"a mountain"}
    assert draft.watch.standing(note.text, "discussion", made) == ()


def test_a_reason_that_tells_who_is_meant_settles_nothing(draft: Draft, state: State) -> None:
    (doubt,) = draft.look("Hosseini is a pass ", 19, "discussion", state)
    for reason in ("Luo wanted it", "Hosseini", "  "):
        with pytest.raises(Refused):
            draft.keep(doubt, reason)
    assert shown(draft, state, "Hosseini is a pass ") == ["Hosseini"]


def test_another_line_begins_with_nothing_seen_and_nothing_kept(draft: Draft, state: State) -> None:
    (doubt,) = draft.look("Hosseini is a pass ", 19, "discussion", state)
    draft.keep(doubt, "a mountain")
    draft.begin()
    assert shown(draft, state, "Hosseini is a pass ") == ["Hosseini"]


# Mending ----------------------------------------------------------------------------------

PARTS = st.sampled_from(
    [
        *("? ", "= ", "! ", "+ ", "~ ", '" ', "* ", "@ ", "_ ", "-- ", "=K ", "\\? ", "\\"),
        *("#1 ", "#2, ", "#formats. ", "#none ", "#nowhere ", "\\#2 ", "#1#2 ", "#é "),
        *("the Iranian participant ", "Hosseini ", "Luo: ", "according to ", "حسینی ", "罗青山 "),
        *("doubted", "it ", " ", "\t", "\u3000", "e\u0301 ", "#", "…", "'s "),
    ]
)


@given(st.lists(PARTS, max_size=9).map("".join), st.data())
def test_an_edit_of_what_a_line_says_leaves_its_sign_and_topics(
    line: str, data: st.DataObject
) -> None:
    captured, at = capture.located(line, TOPICS)
    text = captured.words.text
    assert captured == capture.parse(line, TOPICS) and len(at) == len(text)
    assert list(at) == sorted(set(at))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(st.sampled_from(["One participant", "another participant’s", "W", ""]))
    made = capture.edited(line, start, end, new, TOPICS)
    wanted = " ".join((text[:start] + new + text[end:]).split())
    if made is None:
        assert not wanted or not text
        return
    again = capture.parse(made, TOPICS)
    assert again.words == replace(captured.words, text=wanted)
    assert (again.topics, again.answers) == (captured.topics, captured.answers)


@pytest.fixture(scope="module")
def reader() -> tuple[Draft, State]:
    """A draft and a state that no example changes, with topics of its own."""
    agenda = replace(plan(), topics=TOPICS)
    draft = Draft()
    draft.watch = Watch(ROSTER, agenda, b"salt")
    progress = Progress(tuple(SegmentProgress(s.id) for s in agenda.segments))
    return draft, State(agenda, progress, "", (), False, 0, False, False, AsHeld())


@given(line=st.lists(PARTS, max_size=9).map("".join))
def test_the_neutral_wording_taken_in_the_line_is_the_one_offered(
    reader: tuple[Draft, State], line: str
) -> None:
    draft, state = reader
    for doubt in draft.look(line, len(line), "discussion", state):
        made, edit = doubt.mended(line, TOPICS), doubt.finding.edit
        if edit is None or made is None:
            assert edit is None or not edit.applied(doubt.text).strip()
            continue
        before, after = capture.parse(doubt.line, TOPICS), capture.parse(made, TOPICS)
        assert after.words.kind is before.words.kind and after.answers == before.answers
        beginning = " ".join(edit.applied(doubt.text).split())
        assert after.words.text.startswith(beginning) or line != doubt.line


def test_a_topic_inside_the_words_stays_in_the_line() -> None:
    line = "? the Iranian #2 participant doubted it"
    start, end = 0, len("the Iranian participant")
    assert capture.edited(line, start, end, "One participant", TOPICS) == (
        "? One participant #2 doubted it"
    )


def test_what_would_read_as_a_sign_is_made_plain_text() -> None:
    made = capture.edited("Hosseini: ? is a question mark", 0, len("Hosseini: "), "", TOPICS)
    assert made is not None and capture.parse(made, TOPICS).words.text == "? is a question mark"
    assert capture.parse(made, TOPICS).words.kind is capture.parse("x").words.kind


@pytest.mark.parametrize(
    ("text", "edit", "told"),
    [
        ("Luo: we agree", Edit(0, 6, "W"), ("Luo: we", "We")),
        ("so said Luo", Edit(8, 11, "one participant"), ("Luo", "one participant")),
        ("Luo’s plan", Edit(0, 5, "One participant’s"), ("Luo’s", "One participant’s")),
        ("Luo: it is late", Edit(0, 5, ""), ("Luo: ", "")),
    ],
)
def test_a_change_is_told_in_whole_words(text: str, edit: Edit, told: tuple[str, str]) -> None:
    assert difference(text, edit) == told
