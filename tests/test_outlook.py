"""Where the session is heading: tables worked out by hand, limits that cannot move, repairs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator import meeting
from facilitator.agenda import Agenda, Keynote, Rule, Segment, SegmentKind, Series, SessionPlan
from facilitator.clock import Instant, time_of_day
from facilitator.meeting import (
    End,
    NextRound,
    Pause,
    Replan,
    Resume,
    Start,
    apply,
    fresh,
)
from facilitator.outlook import (
    HardLimit,
    Repair,
    extended,
    hard_limit,
    length,
    outlook,
    repairs,
    shortage,
)
from facilitator.progress import Progress

Steps = tuple[tuple[float, meeting.Command], ...]


def part(
    name: str,
    minutes: float,
    *,
    least: float | None = None,
    hard_end: time | None = None,
    rounds: int | None = None,
    lead: str = "",
) -> Segment:
    return Segment(
        name,
        SegmentKind.QA if rounds else SegmentKind.DISCUSSION,
        name.upper(),
        timedelta(minutes=minutes),
        Rule.CHATHAM_HOUSE,
        lead,
        None if least is None else timedelta(minutes=least),
        hard_end,
        rounds=rounds,
    )


def plan(day: date, start: time, zone: str, *segments: Segment, out: time | None = None) -> Agenda:
    session = SessionPlan("one", "One", day, start, zone)
    lead = Keynote("k", "Ada Invented", hard_out=out)
    return Agenda(Series("s", "Series"), session, segments, keynotes=(lead,))


def afternoon(*segments: Segment, out: time | None = None) -> Agenda:
    """A plan from 14:00 in Kabul."""
    return plan(date(2020, 5, 28), time(14), "Asia/Kabul", *segments, out=out)


def at(agenda: Agenda, minutes: float, wall: float = 0.0) -> Instant:
    """So many minutes after the planned start; the wall clock `wall` minutes off."""
    steady = agenda.starts_at.timestamp() + 60 * minutes
    return Instant(steady + 60 * wall, steady)


def day(agenda: Agenda, steps: Steps) -> Progress:
    state = fresh(agenda)
    for when, command in steps:
        state = apply(state, command, at(agenda, when))
    return state


# ── projected end and drift ──────────────────────────────────────────────────────────────────

# a 20 + b 20 + c 20 minutes from 23:30 in Kabul: planned to end at 00:30 of the next day.
MIDNIGHT = plan(
    date(2020, 12, 31), time(23, 30), "Asia/Kabul", part("a", 20), part("b", 20), part("c", 20)
)
# The same, but b must end at 00:10, which is when it is planned to: 40 minutes after the start.
MIDNIGHT_FIXED = replace(
    MIDNIGHT, segments=(part("a", 20), part("b", 20, hard_end=time(0, 10)), part("c", 20))
)
# The night in which 02:00-03:00 comes twice; 02:30 is the first one, 00:30 UTC. Two hours
# later it is 02:30 UTC, and the clocks then show 03:30.
AUTUMN = plan(date(2020, 10, 25), time(2, 30), "Europe/Berlin", part("a", 60), part("b", 60))
# The same, but b must end at 03:00 = 02:00 UTC, 90 minutes after the start; so it is planned.
AUTUMN_FIXED = replace(AUTUMN, segments=(part("a", 60), part("b", 60, hard_end=time(3))))
# The night in which 02:00-03:00 is left out: 01:30 is 00:30 UTC, two hours later it is 04:30.
SPRING = plan(date(2020, 3, 29), time(1, 30), "Europe/Berlin", part("a", 60), part("b", 60))
# The same, but b must end at 04:00 = 02:00 UTC, 90 minutes after the start; so it is planned.
SPRING_FIXED = replace(SPRING, segments=(part("a", 60), part("b", 60, hard_end=time(4))))
# a 20 + b 30 (ends 15:00 at the latest, 60 minutes after the start) + c 20: ends at 15:10.
FIXED = afternoon(part("a", 20), part("b", 30, hard_end=time(15)), part("c", 20))
# Two fixed ends: a 20, b 30 by 14:50 (50), c 20, d 10 by 15:20 (80). Ends at 15:20.
TWO_FIXED = afternoon(
    part("a", 20),
    part("b", 30, hard_end=time(14, 50)),
    part("c", 20),
    part("d", 10, hard_end=time(15, 20)),
)

BEGUN: Steps = ((0, Start("a")),)


@pytest.mark.parametrize(
    ("agenda", "steps", "now", "wall", "drift", "end"),
    [
        # 23:30 a, 23:55 b (5 late), now 00:05: 10 of b are left, then c 20: 00:35.
        (MIDNIGHT, ((0, Start("a")), (25, Start("b"))), 35, 0, 5, "00:35"),
        # a overruns: at 00:00 it has taken 30; b and c follow at once: 00:40.
        (MIDNIGHT, BEGUN, 30, 0, 10, "00:40"),
        # a began at 23:40 and ends at 00:00; b has 10 instead of 20; c until 00:30: no drift.
        (MIDNIGHT_FIXED, ((10, Start("a")),), 15, 0, 0, "00:30"),
        # a still runs at 00:20, past b's end: b has nothing left, c until 00:40.
        (MIDNIGHT_FIXED, BEGUN, 50, 0, 10, "00:40"),
        # b ran until 00:00, ten before it had to end: time that was won stays won. 00:20.
        (
            MIDNIGHT_FIXED,
            ((0, Start("a")), (20, Start("b")), (30, Start("c"))),
            35,
            0,
            -10,
            "00:20",
        ),
        # 40 minutes in, the clocks show 02:10 again; all is in its plan.
        (AUTUMN, BEGUN, 40, 0, 0, "03:30"),
        # begun 15 late, at 02:45 (the first one): 60 + 60 minutes later it is 03:45.
        (AUTUMN, ((15, Start("a")),), 20, 0, 15, "03:45"),
        # a has taken 75 instead of 60, b takes its 60.
        (AUTUMN, BEGUN, 75, 0, 15, "03:45"),
        # begun 15 late: a ends after 75, b after 90 because it must; 03:00 as planned.
        (AUTUMN_FIXED, ((15, Start("a")),), 20, 0, 0, "03:00"),
        # a still runs after 100 minutes, ten past b's fixed end.
        (AUTUMN_FIXED, BEGUN, 100, 0, 10, "03:10"),
        (SPRING, BEGUN, 40, 0, 0, "04:30"),
        (SPRING, ((15, Start("a")),), 20, 0, 15, "04:45"),
        (SPRING_FIXED, ((15, Start("a")),), 20, 0, 0, "04:00"),
        (SPRING_FIXED, BEGUN, 100, 0, 10, "04:10"),
        # The lid was shut from minute 10 to 40, and both scales went on: a has taken 40, not
        # 20; b and c take 40: 00:50.
        (MIDNIGHT, BEGUN, 40, 0, 20, "00:50"),
        # Set back by 5 minutes at minute 10: a has taken 10 as before, 10 + 40 are to come, and
        # the clock shows 23:35: the end is at 00:25 by the clock everybody now reads.
        (MIDNIGHT, BEGUN, 10, -5, -5, "00:25"),
        # Set forward by an hour at minute 10: 00:40 + 50 = 01:30.
        (MIDNIGHT, BEGUN, 10, 60, 60, "01:30"),
        # b's fixed end absorbs what a step of the clock made late: 23:50 + 10 for a = 00:00,
        # b until 00:10, c until 00:30.
        (MIDNIGHT_FIXED, BEGUN, 10, 10, 0, "00:30"),
        # Paused from minute 10 on, now 25: 10 of a are left and 40 to follow: 75 instead of 60.
        (MIDNIGHT, ((0, Start("a")), (10, Pause())), 25, 0, 15, "00:45"),
        # Let go on at 25: it stays at that.
        (MIDNIGHT, ((0, Start("a")), (10, Pause()), (25, Resume())), 30, 0, 15, "00:45"),
        # 25 late: a ends at 14:45; b has 15 of its 30 left, the rest is absorbed: c from 15:00
        # to 15:20. Planned were a 14:20, b 14:50, c 15:10.
        (FIXED, ((25, Start("a")),), 26, 0, 10, "15:20"),
        # 5 late: b ends at 14:55, before it must: nothing is absorbed.
        (FIXED, ((5, Start("a")),), 6, 0, 5, "15:15"),
        # b runs past its end (now 15:04): c takes 20 from now on.
        (FIXED, ((0, Start("a")), (20, Start("b"))), 64, 0, 14, "15:24"),
        # 15 late: a ends at 35, b at 50 (absorbs 15), c at 70, d at 80: on time.
        (TWO_FIXED, ((15, Start("a")),), 16, 0, 0, "15:20"),
        # c began 12 late, at 62: it ends at 82, behind d's end: d has nothing, 15:22.
        (TWO_FIXED, ((0, Start("a")), (20, Start("b")), (62, Start("c"))), 63, 0, 2, "15:22"),
        # A later end was agreed: 20 late, of which 15 were pushed.
        (MIDNIGHT, ((20, Start("a")), (20, Replan(push=900))), 25, 0, 5, "00:50"),
        # b is to take 12 instead of 20, and a runs 5 over: 25 + 12 + 20 = 57.
        (MIDNIGHT, ((0, Start("a")), (1, Replan((("b", 720),)))), 25, 0, -3, "00:27"),
    ],
)
def test_projected_end_and_drift_agree_with_a_table_worked_out_by_hand(
    agenda: Agenda, steps: Steps, now: float, wall: float, drift: float, end: str
) -> None:
    ahead = outlook(agenda, day(agenda, steps), at(agenda, now, wall))
    assert ahead.drift / 60 == pytest.approx(drift)
    assert time_of_day(ahead.projected_end, agenda.session.timezone) == end
    assert ahead.projected_end - ahead.planned_end == pytest.approx(ahead.drift)


@pytest.mark.parametrize("days", [-3, 1, 400])
def test_in_a_rehearsal_on_another_day_fixed_ends_move_along(days: int) -> None:
    # Begun 37 minutes past the hour of the plan on another day; 25 more late than any plan,
    # a (20) overran to 45, b ends 60 after the start, c after 80: 10 late.
    begin = 1440 * days + 37
    state = day(FIXED, ((begin, Start("a")),))
    ahead = outlook(FIXED, state, at(FIXED, begin + 45))
    assert ahead.drift / 60 == pytest.approx(10)
    assert ahead.planned_end == at(FIXED, begin + 70).wall


# ── what cannot move ─────────────────────────────────────────────────────────────────────────

# 14:00 opening, 14:10 talk, 14:30 questions until 15:10 at the latest; the lead leaves at 14:40.
LIMITED = afternoon(
    part("opening", 10),
    part("talk", 20, lead="k"),
    part("questions", 40, lead="k", hard_end=time(15, 10)),
    part("closing", 10),
    out=time(14, 40),
)
IN_TALK: Steps = ((0, Start("opening")), (10, Start("talk")))
IN_QUESTIONS: Steps = (*IN_TALK, (30, Start("questions")))


@pytest.mark.parametrize(
    ("steps", "now", "limit"),
    [
        (IN_TALK, 24.9, None),
        (IN_TALK, 25, HardLimit(900, True, "TALK")),
        (IN_QUESTIONS, 31, HardLimit(540, True, "QUESTIONS")),  # the part that they still lead
        (IN_QUESTIONS, 45, HardLimit(-300, True, "QUESTIONS")),  # should have left
        (IN_QUESTIONS, 51, None),
        (IN_QUESTIONS, 55, HardLimit(900, False, "QUESTIONS")),
        (IN_QUESTIONS, 75, HardLimit(-300, False, "QUESTIONS")),  # and still runs
        (IN_TALK, 75, None),  # its end went by before it began
        ((*IN_QUESTIONS, (32, Start("closing"))), 33, None),  # nobody leads anything any more
        ((*IN_QUESTIONS, (50, End())), 60, None),
        ((), 26, HardLimit(840, True, "TALK")),  # late before the first word
    ],
)
def test_a_hard_limit_is_told_from_fifteen_minutes_before(
    steps: Steps, now: float, limit: HardLimit | None
) -> None:
    assert hard_limit(LIMITED, day(LIMITED, steps), at(LIMITED, now)) == limit


def test_of_two_hard_limits_the_nearer_is_told() -> None:
    agenda = replace(LIMITED, keynotes=(Keynote("k", "Ada Invented", hard_out=time(15, 5)),))
    state = day(agenda, IN_QUESTIONS)
    assert hard_limit(agenda, state, at(agenda, 56)) == HardLimit(540, True, "QUESTIONS")
    agenda = replace(LIMITED, keynotes=(Keynote("k", "Ada Invented", hard_out=time(15, 15)),))
    assert hard_limit(agenda, state, at(agenda, 62)) == HardLimit(480, False, "QUESTIONS")


@pytest.mark.parametrize("days", [-3, 1, 400])
def test_in_a_rehearsal_on_another_day_limits_count_from_its_own_start(days: int) -> None:
    begin = 1440 * days - 240  # 10:00 in the morning
    assert hard_limit(LIMITED, fresh(LIMITED), at(LIMITED, begin + 239)) is None
    state = day(LIMITED, ((begin, Start("opening")), (begin + 10, Start("talk"))))
    assert hard_limit(LIMITED, state, at(LIMITED, begin + 24)) is None
    assert hard_limit(LIMITED, state, at(LIMITED, begin + 30)) == HardLimit(600, True, "TALK")


def test_a_hard_limit_follows_the_wall_clock_when_it_is_put_right() -> None:
    state = day(LIMITED, IN_TALK)
    assert hard_limit(LIMITED, state, at(LIMITED, 20)) is None
    assert hard_limit(LIMITED, state, at(LIMITED, 20, 12)) == HardLimit(480, True, "TALK")


# ── repairs ──────────────────────────────────────────────────────────────────────────────────

# 20 + 40 (20 at least) + 30 (20 at least) + 10 minutes.
ELASTIC = afternoon(part("a", 20), part("b", 40, least=20), part("c", 30, least=20), part("d", 10))


def offered(agenda: Agenda, state: Progress, now: Instant) -> dict[str, Repair]:
    return {repair.name: repair for repair in repairs(agenda, state, now)}


@pytest.mark.parametrize(
    ("steps", "now", "lengths", "drift"),
    [
        # 15 late before b: 20 + 10 can be spared, half of each is needed.
        (((0, Start("a")), (35, Start("b"))), 35, {"b": 30, "c": 25}, 0),
        # 45 late: everything down to the least, 15 stay.
        (((0, Start("a")), (65, Start("b"))), 65, {"b": 20, "c": 20}, 15),
        # 15 late and 30 of b gone: b can spare 10 more, c 10; three quarters are needed.
        (((0, Start("a")), (35, Start("b"))), 65, {"b": 32.5, "c": 22.5}, 0),
        # b is past its 40: only c can spare anything, 10 of the 20.
        (((0, Start("a")), (25, Start("b"))), 80, {"c": 20}, 10),
    ],
)
def test_squeezing_is_in_proportion_and_never_below_the_least(
    steps: Steps, now: float, lengths: dict[str, float], drift: float
) -> None:
    squeeze = offered(ELASTIC, day(ELASTIC, steps), at(ELASTIC, now))["squeeze"]
    assert dict(squeeze.command.lengths) == pytest.approx(
        {name: 60 * minutes for name, minutes in lengths.items()}
    )
    assert squeeze.after.drift / 60 == pytest.approx(drift)


def test_a_repair_says_in_words_what_it_does() -> None:
    state = day(ELASTIC, ((0, Start("a")), (35, Start("b"))))
    found = repairs(ELASTIC, state, at(ELASTIC, 35))
    assert [repair.name for repair in found] == ["squeeze", "push"]
    assert found[0].words == "B 40 → 30 min, C 30 → 25 min"


def test_squeezing_goes_on_where_a_fixed_end_swallows_the_first_part_of_it() -> None:
    # a (30) runs at 60 and is over by 30; b (20 by 14:50) has nothing left; c and d follow:
    # 60 + 30 + 30 = 120 instead of 110. b's 10 would win nothing; c and d have 20 each.
    agenda = afternoon(
        part("a", 30),
        part("b", 20, least=10, hard_end=time(14, 50)),
        part("c", 30, least=10),
        part("d", 30, least=10),
    )
    state = day(agenda, BEGUN)
    now = at(agenda, 60)
    assert outlook(agenda, state, now).drift / 60 == pytest.approx(10)
    assert offered(agenda, state, now)["squeeze"].after.drift / 60 == pytest.approx(0, abs=0.01)


def test_a_squeeze_that_wins_nothing_is_not_offered() -> None:
    # b would end at 14:40 whatever is done to it, and c has nothing to spare.
    agenda = afternoon(part("a", 20), part("b", 20, least=5, hard_end=time(14, 40)), part("c", 20))
    state = day(agenda, BEGUN)
    assert list(offered(agenda, state, at(agenda, 50))) == ["push"]


IN_ROUNDS = afternoon(part("a", 20), part("q", 45, rounds=3), part("z", 10))


@pytest.mark.parametrize(
    ("steps", "now", "minutes", "drift"),
    [
        # Still to come: a third of 45 is left out; a runs 10 over: 30 + 30 + 10 = 70, not 75.
        (BEGUN, 30, 30, -5),
        # In the first round since 30: the same third; ends at 30 + 30 + 10.
        (((0, Start("a")), (30, Start("q"))), 35, 30, -5),
        # The second round began after 25 of 45: 20 were left for two, so 10 go.
        (((0, Start("a")), (30, Start("q")), (55, NextRound())), 60, 35, 0),
    ],
)
def test_dropping_a_round_frees_its_share(
    steps: Steps, now: float, minutes: float, drift: float
) -> None:
    drop = offered(IN_ROUNDS, day(IN_ROUNDS, steps), at(IN_ROUNDS, now))["drop a round"]
    assert drop.command.lengths == (("q", pytest.approx(60 * minutes)),)
    assert drop.command.rounds == (("q", 2),)
    assert drop.words.endswith("2 rounds")
    assert drop.after.drift / 60 == pytest.approx(drift)


@pytest.mark.parametrize(
    ("steps", "now"),
    [
        # The last round runs.
        ((*BEGUN, (30, Start("q")), (31, NextRound()), (32, NextRound())), 40),
        # The first round has eaten all 45 minutes: what is gone cannot be saved any more.
        ((*BEGUN, (20, Start("q"))), 70),
        # It is over.
        ((*BEGUN, (20, Start("q")), (80, Start("z"))), 81),
    ],
)
def test_a_round_that_cannot_be_spared_is_not_offered(steps: Steps, now: float) -> None:
    found = offered(IN_ROUNDS, day(IN_ROUNDS, steps), at(IN_ROUNDS, now))
    assert list(found) == ["push"]


def test_where_one_part_has_none_to_spare_a_later_one_drops_a_round() -> None:
    agenda = afternoon(part("p", 20, rounds=2), part("q", 45, rounds=3))
    drop = offered(agenda, day(agenda, ((0, Start("p")),)), at(agenda, 30))["drop a round"]
    assert drop.command == Replan((("q", 1800.0),), (("q", 2),))


def test_pushing_agrees_to_the_later_end_and_moves_nothing() -> None:
    state = day(MIDNIGHT, BEGUN)
    now = at(MIDNIGHT, 32)
    push = offered(MIDNIGHT, state, now)["push"]
    assert push.after.drift == pytest.approx(0)
    assert push.after.projected_end == outlook(MIDNIGHT, state, now).projected_end
    assert repairs(MIDNIGHT, apply(state, push.command, now), now) == ()


@pytest.mark.parametrize(("steps", "now"), [((), 60), (BEGUN, 5), (BEGUN, 20.4)])
def test_where_it_is_not_late_or_has_not_begun_there_is_nothing_to_repair(
    steps: Steps, now: float
) -> None:
    assert repairs(ELASTIC, day(ELASTIC, steps), at(ELASTIC, now)) == ()


def test_the_running_segment_is_extended_by_minutes() -> None:
    state = day(MIDNIGHT, BEGUN)
    now = at(MIDNIGHT, 5)
    longer, shorter = (extended(MIDNIGHT, state, now, minutes) for minutes in (7, -7))
    assert longer is not None and shorter is not None
    assert (longer.after.drift / 60, shorter.after.drift / 60) == pytest.approx((7, -7))
    assert longer.words == "A 20 → 27 min"
    twice = extended(MIDNIGHT, apply(state, longer.command, now), now, 3)
    assert twice is not None and dict(twice.command.lengths) == {"a": 30 * 60.0}
    assert extended(MIDNIGHT, state, now, -20) is None
    assert extended(MIDNIGHT, fresh(MIDNIGHT), now, 5) is None


# ── what holds for every plan ────────────────────────────────────────────────────────────────


@st.composite
def late_sessions(draw: st.DrawFn) -> tuple[Agenda, Progress, Instant]:
    """A plan with fixed ends and least lengths, somewhere in the middle, mostly late."""
    segments = []
    for name in "abcde"[: draw(st.integers(2, 5))]:
        minutes = draw(st.integers(5, 60))
        least = draw(st.none() | st.integers(0, minutes))
        ends = draw(st.none() | st.integers(20, 300))
        fixed = None if ends is None else time(14 + ends // 60, ends % 60)
        rounds = draw(st.none() | st.integers(1, 4))
        segments.append(part(name, minutes, least=least, hard_end=fixed, rounds=rounds))
    agenda = afternoon(*segments)
    when = draw(st.floats(0, 60))
    state = apply(fresh(agenda), Start("a"), at(agenda, when))
    for segment in segments[1 : draw(st.integers(1, len(segments)))]:
        when += draw(st.floats(0.1, 60))
        state = apply(state, Start(segment.id), at(agenda, when))
        if draw(st.booleans()):
            state = apply(state, NextRound(), at(agenda, when))
    return agenda, state, at(agenda, when + draw(st.floats(0, 60)))


@given(late_sessions(), st.integers(-30, 30))
def test_every_preview_is_what_applying_it_gives(
    session: tuple[Agenda, Progress, Instant], minutes: int
) -> None:
    agenda, state, now = session
    longer = extended(agenda, state, now, minutes)
    for repair in (*repairs(agenda, state, now), *([longer] if longer else [])):
        assert outlook(agenda, apply(state, repair.command, now), now) == repair.after
        assert repair.words


@given(late_sessions())
def test_a_squeeze_never_makes_the_end_later_and_never_shortens_more_than_needed(
    session: tuple[Agenda, Progress, Instant],
) -> None:
    agenda, state, now = session
    before = outlook(agenda, state, now)
    squeeze = offered(agenda, state, now).get("squeeze")
    tightest = Replan(
        tuple(
            (s.id, max(60.0, s.least.total_seconds(), state.spent(s.id, now)))
            for s in agenda.segments
            if s.least is not None
            and state.of(s.id).phase in ("running", "waiting")
            and max(60.0, s.least.total_seconds(), state.spent(s.id, now)) < length(s, state)
        )
    )
    best = outlook(agenda, apply(state, tightest, now), now).projected_end
    if squeeze is None:
        assert before.drift < 30 or before.projected_end - best < 2
        return
    after = squeeze.after.projected_end
    assert after < before.projected_end
    assert after >= before.planned_end - 1, "no minute is taken that was not needed"
    assert after <= max(before.planned_end, best) + 1, "and none that was needed is left"
    floors = dict(tightest.lengths)
    for name, seconds in squeeze.command.lengths:
        assert floors[name] - 1e-6 <= seconds <= length(agenda.segment(name), state)


@given(late_sessions())
def test_a_dropped_round_never_makes_anything_longer(
    session: tuple[Agenda, Progress, Instant],
) -> None:
    agenda, state, now = session
    drop = offered(agenda, state, now).get("drop a round")
    if drop is not None:
        ((name, seconds),) = drop.command.lengths
        assert state.spent(name, now) <= seconds < length(agenda.segment(name), state)
        assert drop.after.projected_end <= outlook(agenda, state, now).projected_end


# ── what a fixed time leaves too little ──────────────────────────────────────────────────────

# a 20, q 40 (25 at least), d 45 (30 at least) which must end at 15:30, 90 minutes after the
# start: planned, d ends at 105 and so gets 30 of its 45 minutes.
CRUSHED = afternoon(
    part("a", 20), part("q", 40, least=25), part("d", 45, least=30, hard_end=time(15, 30))
)


def test_a_segment_crushed_by_its_hard_end_is_told_and_room_is_made_for_it() -> None:
    # a has taken 34 of 20: q 34–74, d from 74, and 16 of 45 minutes are left until 90.
    state, now = day(CRUSHED, BEGUN), at(CRUSHED, 34)
    short = shortage(CRUSHED, state, now)
    assert short is not None and (short.segment.id, short.lead) == ("d", False)
    assert (short.gets / 60, short.wants / 60) == (pytest.approx(16), 45) and short.below_least
    made = offered(CRUSHED, state, now)["make room"]
    # 29 minutes are missing, and q can give 15, d 15: both shrink by 14.5.
    assert dict(made.command.lengths) == {
        "q": pytest.approx(60 * 25.5),
        "d": pytest.approx(60 * 30.5),
    }
    assert made.short is None


def test_a_hard_end_that_leaves_what_is_least_is_not_cried_out() -> None:
    short = shortage(CRUSHED, day(CRUSHED, BEGUN), at(CRUSHED, 10))
    assert short is not None and not short.below_least  # 30 of 45 minutes, and 30 are enough
    assert shortage(FIXED, day(FIXED, BEGUN), at(FIXED, 10)) is None


def test_room_is_made_before_a_person_leaves() -> None:
    # a 20 and q 40 are led by somebody who leaves at 14:50, 50 minutes after the start.
    agenda = afternoon(part("a", 20, lead="k"), part("q", 40, least=20, lead="k"), out=time(14, 50))
    state, now = day(agenda, BEGUN), at(agenda, 5)
    short = shortage(agenda, state, now)
    assert short is not None and (short.segment.id, short.lead) == ("q", True)
    assert dict(offered(agenda, state, now)["make room"].command.lengths) == {"q": 60 * 30}


def test_before_it_begins_and_once_a_fixed_time_is_gone_nothing_is_short() -> None:
    assert shortage(CRUSHED, day(CRUSHED, ()), at(CRUSHED, 60)) is None
    assert shortage(CRUSHED, day(CRUSHED, BEGUN), at(CRUSHED, 91)) is None
