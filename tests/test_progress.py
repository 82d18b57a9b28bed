"""How the session comes along: back-dating, rounds, repaired plans, and undoing any of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import plan
from facilitator import meeting, moderation, rounds
from facilitator.agenda import SpeakersListPlan
from facilitator.clock import Instant
from facilitator.errors import Refused
from facilitator.floor import Floor, HandKind, Moment
from facilitator.meeting import (
    Answers,
    Backdate,
    Close,
    End,
    NextRound,
    OffRecord,
    Pause,
    Replan,
    Restore,
    Resume,
    Skip,
    Start,
    apply,
    fresh,
    judged,
    restored,
    same_ground,
)
from facilitator.progress import Progress
from facilitator.record import Kind, Mark, Note

AGENDA = plan()  # 14:00 Kabul: opening 5, talk 20, qa 40, discussion 45, closing 10 minutes
START = AGENDA.starts_at.timestamp()
QA = replace(AGENDA.segment("qa"), rounds=3)
IDS = [segment.id for segment in AGENDA.segments]


def at(clock_minutes: float) -> Instant:
    """So many minutes after the planned start, on both scales."""
    return Instant(START + 60 * clock_minutes, START + 60 * clock_minutes)


def day(*steps: tuple[float, meeting.Command]) -> Progress:
    state = fresh(AGENDA)
    for when, command in steps:
        state = apply(state, command, at(when))
    return state


def taken(state: Progress, now: float) -> dict[str, float]:
    """The minutes that each segment has taken, those without any left out."""
    spent = {i: state.spent(i, at(now)) / 60 for i in IDS}
    return {i: pytest.approx(minutes) for i, minutes in spent.items() if minutes}


# ── a start or an end that was forgotten ─────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("steps", "now", "expected"),
    [
        # The talk began 3 minutes before somebody pressed the key.
        (((0, Start("opening")), (8, Start("talk")), (9, Backdate(180))), 10,
         {"opening": 5, "talk": 5}),
        (((0, Start("opening")), (8, Start("talk", ago=180))), 10, {"opening": 5, "talk": 5}),
        # Twice: 3 minutes and one more.
        (((0, Start("opening")), (8, Start("talk", 180)), (9, Backdate(60))), 10,
         {"opening": 4, "talk": 6}),
        # The very first start: nothing gives way to it.
        (((5, Start("opening")), (6, Backdate(240))), 10, {"opening": 9}),
        (((5, Start("opening", ago=240)),), 10, {"opening": 9}),
        # The end came 2 minutes before it was pressed.
        (((0, Start("opening")), (8, End(ago=120))), 10, {"opening": 6}),
        # 4 idle minutes lie before the talk: 3 of them were in truth its own.
        (((0, Start("opening")), (4, End()), (8, Start("talk")), (9, Backdate(180))), 10,
         {"opening": 4, "talk": 5}),
        (((0, Start("opening")), (4, End()), (8, Start("talk", 180))), 10,
         {"opening": 4, "talk": 5}),
        # Back-dated while it is paused: the pause stays charged to nobody.
        (((0, Start("opening")), (8, Start("talk")), (9, Pause()), (12, Backdate(120))), 15,
         {"opening": 6, "talk": 3}),
    ],
)  # fmt: skip
def test_a_forgotten_key_is_made_good(
    steps: tuple[tuple[float, meeting.Command], ...], now: float, expected: dict[str, float]
) -> None:
    assert taken(day(*steps), now) == expected


def test_a_back_dated_first_start_is_the_start_of_the_session() -> None:
    state = day((5, Start("opening")), (6, Backdate(240)))
    assert state.began == at(1).steady
    later = day((5, Start("opening")), (6, End()), (20, Start("opening")), (21, Backdate(240)))
    assert later.began == at(5).steady, "it was entered again; it did not begin again"


@pytest.mark.parametrize(
    ("steps", "when", "command"),
    [
        (((0, Start("opening")), (8, Start("talk"))), 9, Backdate(481)),
        (((0, Start("opening")), (8, Start("talk")), (9, Backdate(300))), 9, Backdate(181)),
        (((0, Start("opening")),), 8, Start("talk", ago=481)),
        (((0, Start("opening")),), 8, End(ago=481)),
        (((0, Start("opening")), (4, End()), (8, Start("talk"))), 9, Backdate(241)),
        (((0, Start("opening")), (4, End())), 8, Start("talk", ago=241)),
        (((0, Start("opening")), (4, Pause())), 8, Start("talk", ago=60)),
        (((0, Start("opening")),), 8, Start("talk", ago=-1)),
        (((0, Start("opening")),), 8, Backdate(0)),
        (((0, Start("opening")),), 8, Backdate(-60)),
        ((), 8, Backdate(60)),
        (((0, Start("opening")), (4, End())), 8, Backdate(60)),
    ],
)
def test_nothing_reaches_before_the_beginning_of_what_ran_before(
    steps: tuple[tuple[float, meeting.Command], ...], when: float, command: meeting.Command
) -> None:
    with pytest.raises(Refused):
        apply(day(*steps), command, at(when))


seconds = st.floats(0, 1200)
COMMANDS: st.SearchStrategy[meeting.Command] = st.one_of(
    st.builds(Start, st.sampled_from(IDS)),
    st.builds(Start, st.sampled_from(IDS), seconds),
    st.builds(End, st.just(0.0) | seconds),
    st.builds(Backdate, seconds),
    st.builds(Skip, st.sampled_from(IDS)),
    st.builds(Restore, st.sampled_from(IDS)),
    st.builds(OffRecord, st.booleans()),
    st.builds(
        Replan,
        st.lists(st.tuples(st.sampled_from(IDS), st.floats(60, 7200)), max_size=2).map(tuple),
        st.lists(st.tuples(st.sampled_from(IDS), st.integers(1, 4)), max_size=1).map(tuple),
        st.floats(0, 600),
    ),
    st.sampled_from([Pause(), Resume(), NextRound(), Answers()]),
)
STEPS = st.lists(st.tuples(st.floats(0, 600), COMMANDS), max_size=40)


@given(STEPS)
def test_however_much_is_back_dated_no_more_time_is_charged_than_went_by(
    steps: list[tuple[float, meeting.Command]],
) -> None:
    state, now = fresh(AGENDA), START
    for length, command in steps:
        now += length
        moment = Instant(now, now)
        before = sum(state.spent(i, moment) for i in IDS)
        try:
            after = apply(state, command, moment)
        except Refused:
            continue
        total = sum(after.spent(i, moment) for i in IDS)
        if isinstance(command, Backdate) and state.gave_way:
            assert total == pytest.approx(before, abs=1e-3), "taken from one, given to another"
        elif isinstance(command, Start) and state.since is not None:
            assert total == pytest.approx(before, abs=1e-3)
        state = after
        assert all(segment.spent >= 0 for segment in state.segments)
        assert (
            0 <= state.round_from <= state.spent(state.running.id, moment) + 1e-3
            if (state.running)
            else state.round_from == 0
        )
        if state.began is not None:
            assert total <= now - state.began + 1e-3


# ── rounds ───────────────────────────────────────────────────────────────────────────────────


def budget(state: Progress, minutes: float = 40) -> float | None:
    shared = rounds.budget(QA, state, 60 * minutes)
    return None if shared is None else round(shared / 60, 6)


def test_the_budget_of_a_round_is_recomputed_as_rounds_end() -> None:
    # 40 minutes for three rounds.
    state = day((0, Start("qa")))
    assert state.round == 1 and budget(state) == pytest.approx(40 / 3)
    state = apply(state, NextRound(), at(20))  # it took 20: 20 are left for two
    assert state.round == 2 and budget(state) == pytest.approx(10)
    assert rounds.spent(QA, state, at(24)) == pytest.approx(240)
    state = apply(state, NextRound(), at(26))  # 14 are left for the last
    assert budget(state) == pytest.approx(14)
    state = apply(state, NextRound(), at(38))  # one more than planned: what is left
    assert budget(state) == pytest.approx(2)
    assert budget(apply(state, NextRound(), at(50))) == 0, "never less than nothing"


def test_a_repaired_plan_changes_the_budget() -> None:
    state = day((0, Start("qa")), (20, NextRound()), (20, Replan(rounds=(("qa", 2),))))
    assert rounds.planned(QA, state.of("qa")) == 2
    assert budget(state) == pytest.approx(20)
    assert budget(state, minutes=50) == pytest.approx(30)


def test_without_a_planned_number_or_a_running_segment_there_is_no_budget() -> None:
    assert rounds.budget(AGENDA.segment("qa"), day((0, Start("qa"))), 2400) is None
    assert budget(fresh(AGENDA)) is None


def test_collecting_and_answering_take_turns() -> None:
    state = day((0, Start("qa")))
    assert not state.answering
    state = apply(state, Answers(), at(5))
    assert state.answering and state.round == 1
    with pytest.raises(Refused):
        apply(state, Answers(), at(6))
    state = apply(state, NextRound(), at(10))
    assert not state.answering and state.round == 2
    ended = apply(apply(state, Answers(), at(12)), End(), at(15))
    assert (ended.round, ended.answering, ended.round_from) == (0, False, 0.0)
    assert ended.of("qa").rounds == 2
    for command in (Answers(), NextRound()):
        with pytest.raises(Refused):
            apply(ended, command, at(16))


def test_a_segment_entered_again_goes_on_in_the_round_it_was_in() -> None:
    state = day((0, Start("qa")), (20, NextRound()), (25, Start("discussion")), (30, Start("qa")))
    assert state.round == 2
    assert rounds.spent(QA, state, at(33)) == pytest.approx(180)


def test_a_back_dated_start_lengthens_the_round_it_began_and_no_other() -> None:
    first = day((0, Start("opening")), (8, Start("qa")), (10, Backdate(180)))
    assert rounds.spent(QA, first, at(10)) == pytest.approx(300)
    second = day((0, Start("opening")), (8, Start("qa")), (9, NextRound()), (10, Backdate(180)))
    assert rounds.spent(QA, second, at(10)) == pytest.approx(60)
    entered: list[tuple[float, meeting.Command]] = [
        (0, Start("qa")),
        (20, NextRound()),
        (25, Start("discussion")),
        (30, Start("qa")),
    ]
    again = day(*entered, (33, Backdate(60)))
    assert rounds.spent(QA, again, at(33)) == pytest.approx(240)
    once = day((0, Start("qa")), (20, Start("discussion")), (30, Start("qa")), (33, Backdate(60)))
    assert rounds.spent(QA, once, at(33)) == pytest.approx(240), "not the 20 minutes before"


def question(tag: str, mark: Mark, number: int = 1, segment: str = "qa") -> Note:
    return Note(
        tag.encode().ljust(16), segment, Kind.QUESTION, "who", tag=tag, mark=mark, round=number
    )


def test_questions_are_owed_until_somebody_has_said_what_becomes_of_them() -> None:
    marks = dict(zip("AKBMZ", [m for m in Mark if m is not Mark.NONE], strict=False))
    questions = [question(tag, mark) for tag, mark in marks.items()] + [
        question("D2", Mark.DISCUSSION),
        question("C", Mark.OPEN, 2),
        question("E", Mark.OPEN, 2, "talk"),
    ]
    assert [n.tag for n in rounds.owed(questions)] == ["A", "B", "C", "E", "M", "D2"]
    assert [n.tag for n in rounds.unsettled(questions, "qa")] == ["A", "B", "C"]
    second = day((0, Start("qa")), (5, NextRound()))
    assert [n.tag for n in rounds.of_round(questions, second)] == ["C", "E"]
    cleared = [question("A", Mark.OPEN, 0)]
    assert rounds.of_round(cleared, fresh(AGENDA)) == (), "no round runs"


# ── repairs of the plan ──────────────────────────────────────────────────────────────────────


def test_only_what_is_still_to_be_held_is_given_another_length() -> None:
    state = day((0, Start("opening")), (5, Start("talk")), (6, Skip("closing")))
    state = apply(state, Replan((("talk", 600.0), ("qa", 1800.0)), push=120), at(7))
    assert (state.of("talk").length, state.of("qa").length, state.pushed) == (600, 1800, 120)
    state = apply(state, Replan(push=60), at(8))
    assert state.pushed == 180 and state.of("qa").length == 1800
    for wrong in (
        Replan((("opening", 600.0),)),
        Replan((("closing", 600.0),)),
        Replan((("qa", 0.0),)),
        Replan((("qa", -60.0),)),
        Replan(rounds=(("qa", 0),)),
    ):
        with pytest.raises(Refused):
            apply(state, wrong, at(9))


def test_closing_leaves_no_time_finer_than_a_minute() -> None:
    state = day(
        (0.37, Start("opening")),
        (1, Replan((("talk", 611.7),), push=93.4)),
        (8.21, Start("talk")),
        (20.4, NextRound()),
        (21.3, Start("qa")),
    )
    closed = apply(state, Close(), at(33.33))
    times = [closed.began, closed.pushed, closed.round_from]
    times += [value for s in closed.segments for value in (s.spent, s.length or 0.0)]
    assert all(value is not None and value % 60 == 0 for value in times)
    assert closed.since is None and closed.round == 0


def test_a_part_of_which_nobody_can_say_or_with_too_few_makes_the_whole_thin() -> None:
    for known, expected in [
        ((None,), None),
        ((True,), True),
        ((False,), False),
        ((True, False), True),
        ((False, True), True),
        ((True, None), True),
    ]:
        state = day((0, Start("qa")), (5, End()))
        for thin in known:
            state = judged(state, "qa", thin)
        assert state.of("qa").thin is expected, known
        assert state.of("talk").thin is None


# ── undo ─────────────────────────────────────────────────────────────────────────────────────


def test_an_undone_command_leaves_the_clock_as_if_it_had_never_been_given() -> None:
    before = day((0, Start("opening")))
    present = apply(before, Start("talk"), at(4))
    back = restored(present, before)
    assert taken(back, 10) == {"opening": 10}
    assert back.revision == present.revision + 1, "others learn that something has changed"


def test_an_undo_leaves_alone_what_everybody_hears_of_at_once() -> None:
    before = day((0, Start("opening")))
    present = apply(apply(before, Pause(), at(1)), OffRecord(True), at(2))
    back = restored(present, before)
    assert back.off_record and not back.paused
    closed = apply(present, Close(), at(5))
    assert restored(closed, before).closed


def test_two_states_are_the_same_ground_where_an_undo_would_bring_nothing_back() -> None:
    state = day((0, Start("opening")))
    assert same_ground(state, apply(state, OffRecord(True), at(1)))
    assert not same_ground(state, apply(state, Pause(), at(1)))
    assert not same_ground(state, apply(state, Replan(push=60), at(1)))


PEOPLE = ("Ana", "Ben", "Cem")
people = st.sampled_from(PEOPLE)
FLOOR_COMMANDS: st.SearchStrategy[moderation.Command] = st.one_of(
    st.builds(moderation.Raise, people, st.sampled_from(HandKind)),
    st.builds(moderation.Call, people, st.sampled_from(HandKind)),
    st.builds(moderation.Withdraw, people),
    st.builds(moderation.LineLost, people),
    st.builds(moderation.EnterSegment, st.sampled_from(IDS), st.booleans()),
    st.sampled_from([moderation.EndTurn(), moderation.BackOnList(), moderation.EnterRound()]),
)


@given(
    st.lists(st.tuples(st.floats(0, 600), COMMANDS | FLOOR_COMMANDS), max_size=60),
    st.integers(1, 60),
    st.floats(0, 3600),
)
def test_undo_n_times_then_redo_n_times_is_the_identity_on_floor_and_clocks(
    steps: list[tuple[float, meeting.Command | moderation.Command]], back: int, later: float
) -> None:
    progress, floor, now = fresh(AGENDA), Floor(segment="opening"), START
    history: list[tuple[Progress, Floor, float, meeting.Command | moderation.Command]] = []
    for length, command in steps:
        now += length
        was = (progress, floor, now, command)
        try:
            progress, floor = _given(progress, floor, command, now)
        except Refused:
            continue
        history.append(was)
    last, last_floor = progress, floor
    undone = history[-back:]
    end = now + later
    # Undo: each snapshot again, some time after the command was given.
    for before, before_floor, _, _ in reversed(undone):
        progress, floor = restored(progress, before), before_floor
    if undone:
        first, first_floor, _, _ = undone[0]
        assert floor == first_floor
        assert clocks(progress, floor, end) == clocks(first, first_floor, end)
        assert same_ground(progress, first)
    # Redo: the commands again, at the times at which they were given.
    for before, _, when, command in undone:
        progress = replace(restored(progress, progress), off_record=before.off_record)
        progress, floor = _given(progress, floor, command, when)
    assert floor == last_floor
    assert clocks(progress, floor, end) == clocks(last, last_floor, end)
    assert same_ground(progress, last)


def _given(
    progress: Progress, floor: Floor, command: meeting.Command | moderation.Command, now: float
) -> tuple[Progress, Floor]:
    instant = Instant(now, now)
    if isinstance(command, meeting.Command):
        return apply(progress, command, instant), floor
    running = progress.running
    on_clock = progress.spent(running.id, instant) if running else 0.0
    return progress, moderation.apply(floor, command, Moment(on_clock), SpeakersListPlan())


def clocks(progress: Progress, floor: Floor, now: float) -> tuple[object, ...]:
    """Every clock on the screen at that time."""
    instant = Instant(now, now)
    running = progress.running
    on_clock = progress.spent(running.id, instant) if running else 0.0
    return (
        [progress.spent(i, instant) for i in IDS],
        progress.began,
        progress.round_from,
        floor.turn.length(on_clock) if floor.turn else None,
    )
