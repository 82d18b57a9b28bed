"""The planned times of a session, also at midnight and when the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from facilitator.agenda import Agenda, Rule, Segment, SegmentKind, Series, SessionPlan
from facilitator.timetable import instant_of, said, timetable, timetable_lines


def plan(day: date, start: time, zone: str, *minutes: float) -> Agenda:
    return Agenda(
        series=Series("s", "Series"),
        session=SessionPlan("one", "One", day, start, zone),
        segments=tuple(
            Segment(
                id=f"part-{number}",
                kind=SegmentKind.DISCUSSION,
                title=f"Part {number}",
                duration=timedelta(minutes=length),
                rule=Rule.CHATHAM_HOUSE,
            )
            for number, length in enumerate(minutes, start=1)
        ),
    )


def walls(agenda: Agenda) -> list[str]:
    return [f"{slot.start:%H:%M}-{slot.end:%H:%M}" for slot in timetable(agenda)]


def test_a_plain_afternoon_in_a_half_hour_zone() -> None:
    agenda = plan(date(2020, 5, 28), time(14), "Asia/Kabul", 5, 20, 40)
    assert walls(agenda) == ["14:00-14:05", "14:05-14:25", "14:25-15:05"]
    start = timetable(agenda)[0].start
    assert start.utcoffset() == timedelta(hours=4, minutes=30)
    there = {
        zone: f"{start.astimezone(ZoneInfo(zone)):%H:%M}"
        for zone in ("Asia/Kolkata", "Asia/Shanghai", "Europe/Berlin", "America/New_York")
    }
    assert list(there.values()) == ["15:00", "17:30", "11:30", "05:30"]
    assert timetable_lines(agenda) == (
        "2020-05-28  Asia/Kabul (UTC+04:30)",
        "14:00–14:05  Part 1  5 min  chatham-house",
        "14:05–14:25  Part 2  20 min  chatham-house",
        "14:25–15:05  Part 3  40 min  chatham-house",
        "ends 15:05  1 h 5 min planned",
    )


def test_midnight_is_marked() -> None:
    agenda = plan(date(2020, 12, 31), time(23, 30), "Asia/Kabul", 20, 20, 20)
    assert timetable_lines(agenda)[1:] == (
        "23:30–23:50  Part 1  20 min  chatham-house",
        "23:50–00:10 +1 day  Part 2  20 min  chatham-house",
        "00:10–00:30 +1 day  Part 3  20 min  chatham-house",
        "ends 00:30 +1 day  1 h planned",
    )


def test_the_night_that_loses_an_hour() -> None:
    agenda = plan(date(2020, 3, 29), time(1, 30), "Europe/Berlin", 60, 30)
    assert walls(agenda) == ["01:30-03:30", "03:30-04:00"]


def test_the_night_that_has_an_hour_twice() -> None:
    agenda = plan(date(2020, 10, 25), time(1, 30), "Europe/Berlin", 60, 60, 60)
    assert walls(agenda) == ["01:30-02:30", "02:30-02:30", "02:30-03:30"]


def test_a_local_limit_is_the_next_such_time_from_the_start_on() -> None:
    agenda = plan(date(2020, 5, 28), time(23), "Asia/Kabul", 90)
    assert instant_of(agenda, time(0, 30)) == datetime(2020, 5, 28, 20, 0, tzinfo=UTC)
    assert instant_of(agenda, time(23, 30)) == datetime(2020, 5, 28, 19, 0, tzinfo=UTC)


def test_a_limit_that_had_passed_before_the_start_stays_in_the_past() -> None:
    agenda = plan(date(2020, 5, 28), time(14), "Asia/Kabul", 90)
    assert instant_of(agenda, time(13)) == datetime(2020, 5, 28, 8, 30, tzinfo=UTC)


@given(
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    st.times(),
    st.sampled_from(["Asia/Kabul", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]),
    st.lists(st.integers(1, 300), min_size=1, max_size=6),
)
def test_segments_follow_on_one_another_and_last_as_long_as_planned(
    day: date, start: time, zone: str, minutes: list[int]
) -> None:
    agenda = plan(day, start, zone, *minutes)
    slots = timetable(agenda)
    for slot in slots:
        real = slot.end.astimezone(UTC) - slot.start.astimezone(UTC)
        assert real == slot.segment.duration
    for one, other in pairwise(slots):
        assert one.end == other.start
    assert len(timetable_lines(agenda)) == len(minutes) + 2


def test_a_plan_without_segments_still_has_a_start_and_an_end() -> None:
    assert (
        timetable_lines(plan(date(2020, 5, 28), time(14), "UTC"))[1] == "ends 14:00  0 min planned"
    )


def test_lengths_in_words() -> None:
    lengths = (timedelta(seconds=90), timedelta(hours=2), timedelta(hours=1, minutes=5))
    assert [said(length) for length in lengths] == ["1 min 30 s", "2 h", "1 h 5 min"]
