"""Progress and clocks: tables worked out by hand, and what holds for every sequence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import plan
from facilitator import meeting
from facilitator.agenda import SessionPlan, from_json, to_json
from facilitator.clock import Instant, Level, minutes, signal, span, time_of_day
from facilitator.errors import Refused
from facilitator.meeting import (
    Close,
    End,
    OffRecord,
    Pause,
    Restore,
    Resume,
    Skip,
    Start,
    apply,
    fresh,
)
from facilitator.outlook import outlook
from facilitator.progress import Phase

AGENDA = plan()  # 14:00 Kabul: 5 + 20 + 40 + 45 + 10 minutes
START = AGENDA.starts_at.timestamp()


def at(clock_minutes: float, steady: float | None = None) -> Instant:
    """So many minutes after the planned start, on both scales unless told otherwise."""
    wall = START + 60 * clock_minutes
    return Instant(wall, wall if steady is None else START + 60 * steady)


def day(*steps: tuple[float, meeting.Command]) -> meeting.Progress:
    state = fresh(AGENDA)
    for when, command in steps:
        state = apply(state, command, at(when))
    return state


@pytest.mark.parametrize(
    ("steps", "now", "drift"),
    [
        ((), -30, 0),
        ((), 10, 10),  # late before the first word
        (((0, Start("opening")),), 3, 0),
        (((0, Start("opening")),), 5, 0),
        (((0, Start("opening")),), 8, 3),  # only the overrun counts
        (((0, Start("opening")), (3, Start("talk"))), 4, -2),  # two minutes won
        (((4, Start("opening")), (9, Start("talk"))), 20, 4),  # started late
        (((0, Start("opening")), (5, Start("discussion"))), 6, 0),  # other order, same end
        (((0, Start("opening")), (2, Skip("qa"))), 3, -40),
        (((0, Start("opening")), (2, Pause())), 12, 10),  # a pause moves the end
        (((0, Start("opening")), (2, Pause()), (12, Resume())), 15, 10),
        (((0, Start("opening")), (5, End())), 11, 6),  # idle between segments
        (((0, Start("opening")), (5, Start("talk")), (25, Start("opening"))), 27, 2),
    ],
)
def test_drift_agrees_with_a_table_worked_out_by_hand(
    steps: tuple[tuple[float, meeting.Command], ...], now: float, drift: float
) -> None:
    ahead = outlook(AGENDA, day(*steps), at(now))
    assert ahead.drift / 60 == pytest.approx(drift)
    assert ahead.projected_end == pytest.approx(START + 60 * (120 + drift))


def test_an_agenda_tried_out_on_another_day_is_measured_from_its_own_start() -> None:
    years_later = Instant(START + 2_000 * 86_400, START + 2_000 * 86_400)
    state = apply(fresh(AGENDA), Start("opening"), years_later)
    assert outlook(AGENDA, state, years_later).drift == pytest.approx(0)


@pytest.mark.parametrize("step", [-7200.0, -90.0, 3600.0, 86_400.0])
def test_a_stepped_wall_clock_changes_no_length(step: float) -> None:
    state = day((0, Start("opening")))
    stepped = Instant(START + 180 + step, START + 180)
    assert state.spent("opening", stepped) == 180
    assert outlook(AGENDA, state, stepped).projected_end == pytest.approx(START + 7200 + step)


def test_sleep_counts_because_the_steady_scale_goes_on() -> None:
    state = day((0, Start("opening")))
    assert state.spent("opening", at(600)) == 36_000


@pytest.mark.parametrize(
    ("zone", "day_of", "start", "hours", "end"),
    [
        ("Asia/Kabul", date(2020, 5, 28), time(23, 30), 2, "01:30"),
        ("Europe/Berlin", date(2026, 3, 29), time(1, 30), 1, "03:30"),  # 02:00 is left out
        ("Europe/Berlin", date(2026, 10, 25), time(2, 30), 1, "02:30"),  # 02:00 comes twice
        ("Asia/Kathmandu", date(2026, 1, 1), time(23, 45), 1, "00:45"),
    ],
)
def test_times_of_day_cross_midnight_and_clock_changes(
    zone: str, day_of: date, start: time, hours: int, end: str
) -> None:
    agenda = replace(AGENDA, session=SessionPlan("s", "S", day_of, start, zone))
    begin = agenda.starts_at.timestamp()
    assert time_of_day(begin + 3600 * hours, zone) == end


COMMANDS = st.one_of(
    st.sampled_from([s.id for s in AGENDA.segments]).flatmap(
        lambda i: st.sampled_from([Start(i), Skip(i), Restore(i)])
    ),
    st.sampled_from([End(), Pause(), Resume(), OffRecord(True), OffRecord(False)]),
)


@given(st.lists(st.tuples(st.floats(0, 600), COMMANDS), max_size=40), st.booleans())
def test_whatever_is_done_time_is_charged_once_and_one_segment_runs(
    steps: list[tuple[float, meeting.Command]], close: bool
) -> None:
    state, now, charged = fresh(AGENDA), START, 0.0
    for length, command in steps:
        if state.since is not None:
            charged += length
        now += length
        try:
            after = apply(state, command, Instant(now, now))
        except Refused:
            continue
        assert after.revision == state.revision + 1
        state = after
    moment = Instant(now, now)
    total = sum(state.spent(s.id, moment) for s in state.segments)
    assert total == pytest.approx(charged, abs=1e-3)
    assert sum(s.phase is Phase.RUNNING for s in state.segments) <= 1
    places = sorted(s.place for s in state.segments if s.place)
    assert places == list(range(1, len(places) + 1))
    if close:
        closed = apply(state, Close(), moment)
        assert closed.running is None and closed.since is None and not closed.off_record
        assert all(s.spent % 60 == 0 for s in closed.segments), "whole minutes only"
        assert closed.began is None or closed.began % 60 == 0
        with pytest.raises(Refused):
            apply(closed, Start("opening"), moment)


def test_next_is_the_first_waiting_segment_behind_the_running_one() -> None:
    state = day((0, Start("discussion")))
    assert meeting.following(state) == "closing"
    state = apply(state, Start("closing"), at(1))
    assert meeting.following(state) == "opening"
    for segment in ("opening", "talk", "qa"):
        state = apply(state, Skip(segment), at(2))
    assert meeting.following(state) == ""


def test_a_second_next_on_the_heels_of_the_first_asks() -> None:
    state = day((0, Start("opening")))
    assert meeting.question_before(state, Start("talk"), at(0.01))
    assert not meeting.question_before(state, Start("talk"), at(1))
    assert meeting.question_before(day((0, Start("talk")), (1, End())), Start("talk"), at(2))


@given(st.floats(-7200, 7200))
def test_a_signal_has_a_word_for_every_level(left: float) -> None:
    told = signal(left, AGENDA.limits.signals)
    expected = (
        Level.OVER if left <= 0 else Level.LAST if left <= 60 else
        Level.SOON if left <= 300 else Level.CALM
    )  # fmt: skip
    assert told.level is expected
    assert bool(told.words) is (told.level is not Level.CALM)


def test_time_past_the_limit_counts_up() -> None:
    assert signal(0, ()).words == "TIME IS UP"
    assert signal(-83, ()).words == "OVER BY 1:23"
    assert signal(-4000, ()).words == "OVER BY 1:06:40"
    assert signal(240, (timedelta(minutes=5),)).words == "UNDER 5 MINUTES"


@pytest.mark.parametrize(
    ("seconds", "said", "whole"),
    [(0, "0:00", 0), (59, "0:59", 1), (29, "0:29", 0), (3600, "1:00:00", 60), (-83, "-1:23", -1)],
)
def test_lengths_are_written_as_people_read_them(seconds: float, said: str, whole: int) -> None:
    assert span(seconds) == said
    assert minutes(seconds) == whole


def test_a_plan_survives_the_store() -> None:
    assert from_json(to_json(AGENDA)) == AGENDA
