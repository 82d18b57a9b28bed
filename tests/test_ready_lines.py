"""Lines for the chat: what fits now stands first, and nobody's name can get in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from conftest import plan
from facilitator import meeting
from facilitator.agenda import Agenda, Rule, Segment, SegmentKind
from facilitator.clock import Instant
from facilitator.files.agenda_file import load
from facilitator.files.roster_file import load_roster
from facilitator.floor import HandKind, ListState
from facilitator.guard.names import names_in
from facilitator.meeting import Answers, Close, Command, NextRound, OffRecord, Start
from facilitator.progress import Progress
from facilitator.ready_lines import ReadyLine, ready_lines
from facilitator.roster import Roster
from facilitator.rule_text import RULE_CLAUSE, RULE_TEXT

AGENDAS = Path(__file__).parents[1] / "agendas"


@pytest.fixture(scope="module")
def agenda() -> Agenda:
    read = load(AGENDAS / "2020-05-28-afghan-view.toml").agenda
    assert read is not None
    return read


@pytest.fixture(scope="module")
def roster() -> Roster:
    read = load_roster(AGENDAS / "roster-invented.toml").roster
    assert read is not None
    return read


def at(agenda: Agenda, minutes: float) -> Instant:
    """So many minutes after the planned start."""
    moment = agenda.starts_at.timestamp() + 60 * minutes
    return Instant(moment, moment)


def led(agenda: Agenda, *steps: tuple[float, Command]) -> Progress:
    """The session after these commands, each given at a minute."""
    state = meeting.fresh(agenda)
    for minute, command in steps:
        state = meeting.apply(state, command, at(agenda, minute))
    return state


def in_qa(agenda: Agenda) -> Progress:
    return led(agenda, (0, Start("opening")), (5, Start("presentation")), (25, Start("qa")))


def by_key(lines: tuple[ReadyLine, ...]) -> dict[str, str]:
    return {line.key: line.text for line in lines if line.key}


def first_key(lines: tuple[ReadyLine, ...]) -> str:
    return lines[0].key


@pytest.mark.parametrize(
    ("left", "said"),
    [(120, "Two minutes, please."), (60, "One minute, please."), (-1, "Time is up: may I ask")],
)
def test_the_time_left_to_whoever_speaks_comes_first(
    agenda: Agenda, left: float, said: str
) -> None:
    lines = ready_lines(agenda, in_qa(agenda), at(agenda, 40), turn=HandKind.STATEMENT, left=left)
    assert lines[0].text.startswith(said)


def test_nobody_is_hurried_who_has_time(agenda: Agenda) -> None:
    lines = ready_lines(agenda, in_qa(agenda), at(agenda, 30), turn=HandKind.STATEMENT, left=170)
    assert first_key(lines) not in "210edc"


def test_a_lead_called_excellency_in_the_agenda_is_addressed_so(agenda: Agenda) -> None:
    now = at(agenda, 30)
    lines = ready_lines(agenda, in_qa(agenda), now, turn=HandKind.ANSWER, left=120)
    assert lines[0].text == "Two minutes, Excellency."
    asked = ready_lines(agenda, in_qa(agenda), now, turn=HandKind.QUESTION, left=80)
    assert asked[0].text == "One minute, please."


def test_a_question_that_becomes_a_speech_is_reframed_before_it_is_cut(agenda: Agenda) -> None:
    lines = ready_lines(agenda, in_qa(agenda), at(agenda, 30), turn=HandKind.QUESTION, left=-10)
    assert lines[0].text == "May I ask you to put the question in one sentence?"
    assert lines[1].text.startswith("Time is up")


def test_a_line_keeps_its_key_wherever_it_stands(agenda: Agenda) -> None:
    idle = ready_lines(agenda, in_qa(agenda), at(agenda, 30))
    asked = ready_lines(agenda, in_qa(agenda), at(agenda, 30), turn=HandKind.QUESTION, left=-10)
    assert [line.key for line in idle] != [line.key for line in asked]
    assert by_key(idle) == by_key(asked)


def test_the_reminder_has_the_words_of_the_rule(agenda: Agenda) -> None:
    assert RULE_TEXT.endswith(RULE_CLAUSE) and "neither the identity nor the affiliation" in (
        RULE_CLAUSE
    )
    assert by_key(ready_lines(agenda, in_qa(agenda), at(agenda, 30)))["r"].endswith(RULE_CLAUSE)


def test_a_part_on_the_record_is_not_said_to_be_under_the_rule(agenda: Agenda) -> None:
    state = led(agenda, (0, Start("opening")), (5, Start("presentation")))
    said = by_key(ready_lines(agenda, state, at(agenda, 6)))
    assert said["r"].startswith("This part is on the record. Wherever the Chatham House Rule holds")
    assert said["b"] == "We are back on the record."


def test_no_reminder_of_the_rule_where_nothing_is_held_under_it(agenda: Agenda) -> None:
    public = replace(
        agenda, segments=tuple(replace(s, rule=Rule.ON_RECORD) for s in agenda.segments)
    )
    lines = ready_lines(public, in_qa(public), at(public, 30))
    assert "r" not in by_key(lines)
    assert not any("Rule" in line.text for line in lines)


def test_off_the_record_is_announced_first_and_coming_back_names_the_rule(agenda: Agenda) -> None:
    state = meeting.apply(in_qa(agenda), OffRecord(True), at(agenda, 30))
    lines = ready_lines(agenda, state, at(agenda, 30), turn=HandKind.QUESTION, left=-10)
    assert [line.key for line in lines[:2]] == ["o", "b"]
    assert lines[0].text.startswith("We are off the record now")
    # "On the record" would be heard as leave to name each other.
    assert lines[1].text == "Notes may be taken again; we go on under the Chatham House Rule."


def test_a_segment_and_the_next_one_are_announced_by_title_with_the_rule(agenda: Agenda) -> None:
    state = led(agenda, (0, Start("opening")), (5, Start("presentation")))
    begun = ready_lines(agenda, state, at(agenda, 5.5))
    assert by_key(begun)["s"] == (
        "We begin “The government's strategy for peace and the role of external partners”:"
        " 20 minutes, on the record."
    )
    assert "s" in [line.key for line in begun[:3]]
    ending = ready_lines(agenda, state, at(agenda, 24))
    assert "n" in [line.key for line in ending[:3]]
    assert by_key(ending)["n"] == (
        "Next: “Questions and answers”, 40 minutes, under the Chatham House Rule."
    )
    assert by_key(ending)["s"].startswith("We have 1 minute left for")


def test_a_round_says_how_many_questions_and_when_they_are_in(agenda: Agenda) -> None:
    state = meeting.apply(in_qa(agenda), NextRound(), at(agenda, 38))
    said = by_key(ready_lines(agenda, state, at(agenda, 38)))["u"]
    assert said == "Round 2 of 3: three questions, please; then we hear the answers."
    answering = meeting.apply(state, Answers(), at(agenda, 40))
    said = by_key(ready_lines(agenda, answering, at(agenda, 40)))["u"]
    assert said == "The questions of round 2 are in; now we hear the answers."


def test_the_keynote_leaves_in_so_many_minutes_and_has_no_name(agenda: Agenda) -> None:
    lines = ready_lines(agenda, in_qa(agenda), at(agenda, 51))  # 15:05 is minute 65
    assert "k" in [line.key for line in lines[:2]]
    assert by_key(lines)["k"] == "Our keynote speaker leaves in 14 minutes."
    assert "has to leave now" in by_key(ready_lines(agenda, in_qa(agenda), at(agenda, 64.5)))["k"]
    discussing = meeting.apply(in_qa(agenda), Start("discussion"), at(agenda, 60))
    assert "k" not in by_key(ready_lines(agenda, discussing, at(agenda, 60)))


def with_break(agenda: Agenda, **changes: object) -> Agenda:
    pause = Segment(
        "tea", SegmentKind.BREAK, "Tea", timedelta(minutes=15), Rule.CHATHAM_HOUSE, **changes
    )  # type: ignore[arg-type]
    first, second, *rest = agenda.segments
    return replace(agenda, segments=(first, second, pause, *rest))


def test_a_break_ends_at_a_time_of_the_sessions_zone_and_of_utc(agenda: Agenda) -> None:
    planned = with_break(agenda)
    before = led(planned, (0, Start("opening")), (5, Start("presentation")))
    lines = ready_lines(planned, before, at(planned, 24))
    assert by_key(lines)["p"] == "Break until 14:39 Kabul time (10:09 UTC)."
    assert "p" in [line.key for line in lines[:3]]
    during = meeting.apply(before, Start("tea"), at(planned, 25.2))
    assert first_key(ready_lines(planned, during, at(planned, 26))) == "p"
    assert by_key(ready_lines(planned, during, at(planned, 26)))["p"] == (
        "Break until 14:41 Kabul time (10:11 UTC)."
    )
    assert by_key(ready_lines(planned, during, at(planned, 41)))["p"].startswith("The break is ov")


def test_a_break_with_a_fixed_end_ends_then(agenda: Agenda) -> None:
    planned = with_break(agenda, hard_end=time(14, 35))
    during = led(planned, (0, Start("opening")), (25, Start("tea")))
    assert by_key(ready_lines(planned, during, at(planned, 25)))["p"] == (
        "Break until 14:35 Kabul time (10:05 UTC)."
    )


def test_a_zone_without_a_place_is_told_by_its_time_alone(agenda: Agenda) -> None:
    utc = replace(agenda, session=replace(agenda.session, timezone="UTC"))
    assert by_key(ready_lines(utc, meeting.fresh(utc), at(utc, -10)))["s"] == (
        "We begin at 14:00 UTC."
    )


def test_the_end_is_told_as_a_time_and_then_in_minutes(agenda: Agenda) -> None:
    assert by_key(ready_lines(agenda, in_qa(agenda), at(agenda, 26)))["w"] == (
        "We close at 16:00 Kabul time (11:30 UTC)."
    )
    closing = meeting.apply(in_qa(agenda), Start("closing"), at(agenda, 110))
    lines = ready_lines(agenda, closing, at(agenda, 112.5))
    assert by_key(lines)["w"] == "We close in 7 minutes."
    assert "w" in [line.key for line in lines[:3]]


def test_a_closed_list_is_said_first_and_as_it_is(agenda: Agenda) -> None:
    now = at(agenda, 30)
    told = ready_lines(agenda, in_qa(agenda), now, speakers=ListState.CLOSED)
    assert told[0].text == "The list is closed; those whose hands are up will still be heard."
    still_open = by_key(ready_lines(agenda, in_qa(agenda), now))["l"]
    assert still_open == "I close the list after the hands that are up now."


def test_after_the_close_the_rule_still_holds(agenda: Agenda) -> None:
    closed = meeting.apply(in_qa(agenda), Close(), at(agenda, 120))
    lines = ready_lines(agenda, closed, at(agenda, 121))
    assert [line.key for line in lines[:2]] == ["w", "r"]
    assert lines[1].text == f"The Chatham House Rule still holds: {RULE_CLAUSE}"
    assert not {"n", "s", "o", "b", "p", "k"} & set(by_key(lines))


def test_the_hosts_own_lines_come_behind_what_fits_and_never_take_a_key_of_ours(
    agenda: Agenda,
) -> None:
    own = "\n".join(f"  own   line {n}" for n in range(20)) + "\n\n"
    hosted = replace(agenda, scripts={**agenda.scripts, "chat": own})
    now = at(hosted, 30)
    lines = ready_lines(hosted, in_qa(hosted), now, turn=HandKind.QUESTION, left=-10)
    told = [line for line in lines if line.text.startswith("own line")]
    assert len(told) == 20 and told[0] == ReadyLine("3", "own line 0")
    assert [line.text for line in lines].index("own line 0") > 1
    keys = [line.key for line in lines if line.key]
    assert len(keys) == len(set(keys))
    assert told[-1].key == "", "no key is left, so it is chosen by hand"


def moments(agenda: Agenda) -> Iterator[tuple[ReadyLine, ...]]:
    """Every line of every kind of moment."""
    states = [(meeting.fresh(agenda), -30.0), (meeting.fresh(agenda), 5.0)]
    for segment in agenda.segments:
        begun = led(agenda, (0, Start(segment.id)))
        states += [(begun, minute) for minute in (0.5, 20, 51, 64.5, 130)]
        states.append((meeting.apply(begun, OffRecord(True), at(agenda, 3)), 3))
        states.append((meeting.apply(begun, Answers(), at(agenda, 3)), 3))
        states.append((meeting.apply(begun, Close(), at(agenda, 50)), 60))
    for state, minute in states:
        for turn in (None, *HandKind):
            for left in (None, 120, 60, -5):
                for speakers in ListState:
                    now = at(agenda, minute)
                    yield ready_lines(agenda, state, now, turn=turn, left=left, speakers=speakers)


def test_no_line_of_any_moment_holds_a_string_of_the_roster(agenda: Agenda, roster: Roster) -> None:
    secret = Roster(tuple(replace(person, public=False) for person in roster.participants))
    said = {line.text for lines in moments(agenda) for line in lines}
    assert len(said) > 40
    assert names_in(secret, said) == ()
    for person in secret.participants:
        for told in (person.affiliation, person.office, *person.acronyms):
            assert not told or not any(told in text for text in said), told
    # The walk sees a name where there is one.
    told = secret.participants[1].name
    hosted = replace(agenda, scripts={"chat": f"Welcome {told}"})
    assert told in names_in(secret, {line.text for lines in moments(hosted) for line in lines})


def test_every_line_is_one_line_of_whole_words() -> None:
    for lines in moments(plan()):
        for line in lines:
            assert line.text == " ".join(line.text.split())
            assert line.text[-1] in ".?"
            assert "None" not in line.text
