"""The nameless screen: what everybody in the call may read, and what never reaches it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot

from conftest import Hand, House, plan
from facilitator import paths, plain
from facilitator.agenda import Agenda, Limits, Rule, RulePlan, Segment, SegmentKind
from facilitator.cli import wiring
from facilitator.clock import Instant, Level
from facilitator.floor import HandKind, ListState, OnStage
from facilitator.meeting import (
    Answers,
    Close,
    Command,
    End,
    NextRound,
    OffRecord,
    Pause,
    Replan,
    Start,
)
from facilitator.pen import Pen
from facilitator.progress import Phase, Progress, SegmentProgress
from facilitator.record import AsHeld
from facilitator.service import Secretariat, State
from facilitator.text import clean
from facilitator.ui import big, stage_page, stage_words
from facilitator.ui.stage import Stage, StageApp
from settling import until
from terminal import Terminal

ROOT = Path(__file__).parents[1]
AGENDA = ROOT / "agendas" / "2020-05-28-afghan-view.toml"
SESSION = "2020-05-28-afghan-view"
NAMES = ("Zarmina Wardaki", "Kofi Invented")


def conduct(secretariat: Secretariat, *commands: Command) -> None:
    for command in commands:
        secretariat.conduct(command, secretariat.look().progress)


def leave(secretariat: Secretariat, **floor: Any) -> None:
    """What the desk leaves for the stage, of the segment that runs (or of another)."""
    assert secretariat.volatile.take_desk()
    running = secretariat.look().progress.running
    floor = {"segment": running.id if running else ""} | floor
    secretariat.volatile.show_stage(plain.to_json(OnStage(**floor)))


def read(
    secretariat: Secretariat, on: OnStage = stage_words.UNKNOWN, size: tuple[int, int] = (80, 23)
) -> str:
    """The page as words, large letters included."""
    state, now = secretariat.look(), secretariat.now()
    return stage_page.page(state, on, now, *size).plain


def large(text: str, scale: int = 1) -> str:
    """The first line of `text` in large letters."""
    return big.drawn(text, scale)[0].strip()


@asynccontextmanager
async def shown(
    secretariat: Secretariat, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[StageApp, Pilot[None]]]:
    app = StageApp(secretariat)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot
    app.link.close()


def picture(app: StageApp) -> str:
    width, height = app.size
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text[:width].rstrip() for strip in strips[:height])


# What is said in each phase


def with_break(**changes: object) -> Agenda:
    segments = list(plan().segments)
    rest = Segment(
        "rest", SegmentKind.BREAK, "Tea", timedelta(minutes=15), Rule.CHATHAM_HOUSE, **changes
    )  # type: ignore[arg-type]
    segments.insert(3, rest)
    segments[2] = replace(segments[2], rounds=3)
    return replace(plan(), segments=tuple(segments))


@pytest.fixture
def meeting(tmp_path: Path, clock: Hand) -> Iterator[House]:
    made = House(tmp_path, clock, with_break())
    yield made
    made.close()


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        ((), ("The meeting has not started", "First Session")),
        ((Start("opening"),), ("Opening · part 1 of 6", large("OPENING"))),
        ((Start("talk"),), (large("KEYNOTE"), "Talk · part 2 of 6", "Ada Invented")),
        ((Start("qa"),), ("Questions are being collected · Round 1 of 3", large("QUESTIONS"))),
        ((Start("qa"), NextRound(), Answers()), (large("ANSWERS"), "Round 2 of 3")),
        ((Start("rest"),), ("Break: back at 14:15", large("BACK AT 14:15"))),
        ((Start("discussion"),), ("General discussion", large("DISCUSSION"))),
        ((Start("closing"),), (large("CLOSING"), "part 6 of 6")),
        ((Start("opening"), End()), ("Between two parts · next: Talk",)),
        (
            (Start("qa"), Pause()),
            (large("PAUSED"), "Questions are being collected · Round 1 of 3"),
        ),
        (
            (Start("discussion"), OffRecord(True)),
            (large("OFF THE", 2), large("RECORD", 2), "nothing is noted"),
        ),
        ((Start("opening"), Close()), ("The meeting is closed", large("CLOSED", 3))),
    ],
)
def test_each_phase_is_said_in_words(
    meeting: House, commands: tuple[Command, ...], words: tuple[str, ...]
) -> None:
    desk = meeting.open("desk")
    conduct(desk, *commands)
    page = read(desk)
    for expected in words:
        assert expected in page


def test_before_the_meeting_the_clock_counts_down_to_it(meeting: House, clock: Hand) -> None:
    desk = meeting.open("desk")
    clock.forward(-90)
    assert "The meeting has not started: begins at 14:00" in read(desk)
    assert stage_words.clock(desk.look(), OnStage(), desk.now()).digits == "1:30"
    clock.forward(-3 * 86_400)
    assert "begins on 28 May at 14:00" in read(desk)
    assert stage_words.clock(desk.look(), OnStage(), desk.now()).digits == "13:58"


def test_a_repaired_plan_is_what_is_counted(meeting: House, clock: Hand) -> None:
    desk = meeting.open("desk")
    conduct(desk, Start("qa"), Replan((("qa", 1_500.0),), (("qa", 2),)))
    clock.forward(60)
    page = read(desk)
    assert "Round 1 of 2" in page and "left of 25 min" in page
    assert stage_words.clock(desk.look(), OnStage(), desk.now()).digits == "24:00"


def test_a_round_beyond_the_plan_is_not_one_of_so_many(meeting: House) -> None:
    desk = meeting.open("desk")
    conduct(desk, Start("qa"), NextRound(), NextRound(), NextRound())
    assert "Round 4" in read(desk) and "Round 4 of" not in read(desk)


def test_a_break_ends_when_it_must_and_says_when_it_is_over(tmp_path: Path, clock: Hand) -> None:
    house = House(tmp_path, clock, with_break(hard_end=time(14, 10)))
    desk = house.open("desk")
    conduct(desk, Start("rest"))
    assert "Break: back at 14:10" in read(desk)
    clock.forward(16 * 60)
    assert "Break: back now" in read(desk) and "OVER" not in read(desk, size=(20, 1))[:3]
    house.close()


@pytest.mark.parametrize(
    ("rule", "words", "style"),
    [
        (Rule.CHATHAM_HOUSE, "CHATHAM HOUSE RULE  no name, no affiliation", "-rule"),
        (Rule.CHATHAM_HOUSE_CONSENT, "CHATHAM HOUSE RULE  no name, no affiliation, no", "-rule"),
        (Rule.OFF_RECORD, "OFF THE RECORD  nothing is noted", "-off"),
    ],
)
def test_the_banner_says_what_holds_and_what_it_means(
    tmp_path: Path, clock: Hand, rule: Rule, words: str, style: str
) -> None:
    segments = tuple(replace(s, rule=rule) for s in plan().segments)
    house = House(tmp_path, clock, replace(plan(), segments=segments))
    desk = house.open("desk")
    conduct(desk, Start("discussion"))
    state = desk.look()
    assert words in stage_page.banner(state, desk.now(), 80, 24).plain
    assert "14:00:00" in stage_page.banner(state, desk.now(), 80, 24).plain
    assert stage_words.rule(state)[2] == style
    assert large(words.split("  ")[0]) in stage_page.banner(state, desk.now(), 120, 36).plain
    for width in range(19, 80):
        # What holds is read whole however narrow the screen is, and the time never covers it.
        assert words.split("  ")[0] in stage_page.banner(state, desk.now(), width, 24).plain
    house.close()


def test_a_name_stands_in_the_banner_only_for_the_public_lead_on_the_record(house: House) -> None:
    desk = house.open("desk")
    conduct(desk, Start("talk"))
    assert "Ada Invented may be named" in stage_page.banner(desk.look(), desk.now(), 80, 24).plain
    conduct(desk, Start("qa"))  # the same lead, under the Rule
    assert "Ada" not in stage_page.banner(desk.look(), desk.now(), 80, 24).plain + read(desk)


def test_a_lead_who_is_not_public_in_this_very_segment_is_not_named(
    tmp_path: Path, clock: Hand
) -> None:
    keynotes = (replace(plan().keynotes[0], on_record_in=()),)
    house = House(tmp_path, clock, replace(plan(), keynotes=keynotes))
    desk = house.open("desk")
    conduct(desk, Start("talk"))
    assert large("KEYNOTE") in read(desk) and "Ada" not in read(desk)
    house.close()


def test_a_closed_meeting_is_still_under_the_rule(house: House) -> None:
    desk = house.open("desk")
    conduct(desk, Start("talk"), Close())
    assert stage_words.rule(desk.look())[1] == "the Chatham House Rule still holds"
    agenda = replace(plan(), rule=RulePlan(Rule.ON_RECORD))
    assert stage_words.rule(replace(desk.look(), agenda=agenda))[1] == ""


# The clocks


def turn(secretariat: Secretariat, **floor: Any) -> stage_words.Clock:
    return stage_words.clock(secretariat.look(), OnStage(**floor), secretariat.now())


def test_the_clock_is_the_turns_and_warns_in_words(meeting: House, clock: Hand) -> None:
    desk = meeting.open("desk")
    conduct(desk, Start("qa"))
    clock.forward(100)
    floor = {"kind": "question", "at": 100.0, "limit": 90.0}
    seen = turn(desk, **floor)
    assert (seen.digits, seen.sign.level, seen.caption) == (
        "1:30",
        Level.CALM,
        "left of 1:30 · question",
    )
    clock.forward(30.5)
    seen = turn(desk, **floor)
    assert (seen.digits, seen.sign.words) == ("1:00", "UNDER 1 MINUTE")
    assert large("UNDER 1 MINUTE") in read(desk, OnStage(**floor))
    clock.forward(59.5)
    assert (turn(desk, **floor).digits, turn(desk, **floor).sign.words) == ("0:00", "TIME IS UP")
    clock.forward(12)
    seen = turn(desk, **floor)
    assert (seen.digits, seen.sign.words) == ("+0:12", "OVER BY 0:12")
    assert seen.caption == "over 1:30 · question"
    assert large("OVER BY 0:12") in read(desk, OnStage(**floor))
    assert "part 3 of 6 · 37 min left" in read(desk, OnStage(**floor))


def test_a_turn_goes_on_where_it_was_cut_off_and_stands_while_paused(
    meeting: House, clock: Hand
) -> None:
    desk = meeting.open("desk")
    conduct(desk, Start("discussion"))
    clock.forward(60)
    floor = {"kind": "statement", "at": 50.0, "used": 20.0, "limit": 180.0}
    assert turn(desk, **floor).digits == "2:30"
    conduct(desk, Pause())
    clock.forward(600)
    assert turn(desk, **floor).digits == "2:30"


def test_a_turn_without_a_limit_counts_up(meeting: House, clock: Hand) -> None:
    desk = meeting.open("desk")
    conduct(desk, Start("discussion"))
    clock.forward(75)
    seen = turn(desk, kind="point of order", at=10.0)
    assert (seen.digits, seen.caption) == ("1:05", "so far · point of order, no limit")
    assert seen.sign.words == ""


def test_a_turn_left_by_a_desk_of_an_earlier_segment_is_not_shown(
    meeting: House, clock: Hand
) -> None:
    desk = meeting.open("desk")
    conduct(desk, Start("discussion"))
    clock.forward(75)
    on = OnStage(kind="question", at=900.0, limit=90.0, speaker="Zarmina", waiting=2)
    assert stage_words.clock(desk.look(), on, desk.now()).caption == "left of 45 min · this part"
    assert "Zarmina" not in read(desk, on)
    conduct(desk, End())
    assert "Zarmina" not in read(desk, replace(on, at=0.0))


def test_the_segment_over_its_time_counts_up_in_words(meeting: House, clock: Hand) -> None:
    desk = meeting.open("desk")
    conduct(desk, Start("opening"))
    clock.forward(5 * 60 + 70)
    seen = turn(desk)
    assert (seen.digits, seen.sign.words) == ("+1:10", "OVER BY 1:10")
    assert stage_page.tint(desk.look(), OnStage(), desk.now()) == "-over"


def test_the_agendas_own_warning_points_are_used(tmp_path: Path, clock: Hand) -> None:
    limits = Limits(signals=(timedelta(seconds=30),))
    house = House(tmp_path, clock, replace(plan(), limits=limits))
    desk = house.open("desk")
    conduct(desk, Start("opening"))
    clock.forward(5 * 60 - 40)
    assert turn(desk).sign.words == ""
    clock.forward(15)
    assert turn(desk).sign.words == "UNDER 30 SECONDS"
    house.close()


def test_hands_and_the_list_are_counted_and_said(meeting: House) -> None:
    desk = meeting.open("desk")
    conduct(desk, Start("discussion"))
    assert "no hand is waiting · the list is open" in read(desk, OnStage())
    assert "1 hand is waiting · last word" in read(desk, OnStage(waiting=1, list="last word"))
    assert "7 hands are waiting · the list is closed" in read(
        desk, OnStage(waiting=7, list="closed")
    )
    assert "waiting" not in read(desk), "where no desk has told anything, nothing is claimed"
    conduct(desk, Start("rest"))
    assert "waiting" not in read(desk, OnStage(waiting=3))


def test_the_projected_end_is_in_the_sessions_zone(meeting: House, clock: Hand) -> None:
    desk = meeting.open("desk")
    conduct(desk, Start("opening"))
    assert "ends 16:15" in read(desk)
    clock.forward(15 * 60)
    assert "ends 16:25" in read(desk)


# Names


def test_names_stand_only_where_the_desk_switched_them_on(meeting: House) -> None:
    desk = meeting.open("desk")
    conduct(desk, Start("discussion"))
    on = OnStage(kind="statement", limit=180.0, waiting=1, speaker=NAMES[0], up=NAMES[1:])
    page = read(desk, on)
    assert f"{NAMES[0]} · left of 3 min" in page and f"next: {NAMES[1]}" in page
    conduct(desk, OffRecord(True))
    page = read(desk, on)
    assert not any(name in page for name in NAMES), "and never off the record"


class Sealed:
    """The volatile side, of which the stage may know the clock and its own text only."""

    ALLOWED = ("stage", "desk_taken", "shelter", "now", "arrival", "forget", "release", "destroy")

    def __init__(self, volatile: Any) -> None:
        self._volatile = volatile

    def __getattr__(self, name: str) -> Any:
        if name not in self.ALLOWED:
            raise AssertionError(f"the stage asked for {name}")
        return getattr(self._volatile, name)


async def test_a_floor_full_of_names_leaves_no_name_in_the_stage(house: House, clock: Hand) -> None:
    desk = house.open("desk")
    conduct(desk, Start("discussion"))
    assert desk.volatile.journal(json.dumps({"person": NAMES[0]}))
    leave(desk, kind="statement", limit=180.0, waiting=4)
    assert NAMES[0] in "".join(desk.volatile.journalled())
    stage = house.open("stage")
    stage.volatile = Sealed(stage.volatile)  # type: ignore[assignment]
    async with shown(stage) as (app, pilot):
        await until(pilot, lambda: "4 hands are waiting" in picture(app))
        assert not any(name in picture(app) for name in NAMES)
        assert app.title == "facilitator" and not app.sub_title
        leave(desk, kind="statement", limit=180.0, waiting=3, up=NAMES)
        await until(pilot, lambda: f"next: {NAMES[0]}, {NAMES[1]}" in picture(app))
        leave(desk, kind="statement", limit=180.0, waiting=3)
        await until(pilot, lambda: NAMES[0] not in picture(app))


async def test_what_people_typed_is_not_on_the_stage(house: House) -> None:
    desk = house.open("desk")
    conduct(desk, Start("qa"))
    pen = Pen(desk)
    async with shown(house.open("stage")) as (app, pilot):
        pen.write("? who guarantees the end state #end-state", "qa")
        pen.write("a plain point", "qa")
        conduct(desk, Answers())
        await until(pilot, lambda: large("ANSWERS") in picture(app))
        assert "guarantees" not in picture(app) and "point" not in picture(app)
        assert "End state" not in picture(app), "nor its topic"


def test_the_stage_leaves_no_line_and_takes_no_desk(house: House) -> None:
    async def once() -> None:
        async with shown(house.open("stage")) as (_, pilot):
            await pilot.press("a", "escape", "enter")

    asyncio.run(once())
    assert not list(house.runtime.glob("line-*"))
    assert not house.open("notes").volatile.desk_taken()


# The screen


async def test_off_the_record_fills_the_screen_at_once_and_leaves_again(house: House) -> None:
    desk = house.open("desk")
    conduct(desk, Start("discussion"))
    async with shown(house.open("stage")) as (app, pilot):
        await until(pilot, lambda: large("DISCUSSION") in picture(app))
        conduct(desk, OffRecord(True))
        await until(pilot, lambda: large("OFF THE", 2) in picture(app))
        page = app.screen.query_one("#page")
        assert page.has_class("-off")
        red = app.theme_variables["error"]
        assert page.background_colors[1].hex.casefold() == red.casefold()
        conduct(desk, OffRecord(False))
        await until(pilot, lambda: large("DISCUSSION") in picture(app))
        assert not page.has_class("-off")


async def test_the_clock_ticks_and_the_end_of_the_time_colours_the_screen(
    house: House, clock: Hand
) -> None:
    conduct(house.open("desk"), Start("opening"))
    async with shown(house.open("stage")) as (app, pilot):
        await until(pilot, lambda: large("5:00", 4) in picture(app))
        clock.forward(301)
        await until(pilot, lambda: large("OVER BY 0:01") in picture(app))
        assert app.screen.query_one("#page").has_class("-over")


async def test_a_turn_at_the_desk_is_on_the_stage_without_a_change_of_the_record(
    house: House,
) -> None:
    desk = house.open("desk")
    conduct(desk, Start("discussion"))
    async with shown(house.open("stage")) as (app, pilot):
        leave(desk, kind="statement", limit=180.0)
        await until(pilot, lambda: "left of 3 min · statement" in picture(app))
        desk.volatile.show_stage("")
        await until(pilot, lambda: "left of 45 min · this part" in picture(app))


async def test_a_closed_session_says_so_and_one_closed_meanwhile_too(house: House) -> None:
    desk = house.open("desk")
    conduct(desk, Start("opening"))
    async with shown(house.open("stage")) as (app, pilot):
        conduct(desk, Close())
        await until(pilot, lambda: "The meeting is closed" in picture(app))
    async with shown(house.open("stage")) as (app, _):
        assert "The meeting is closed" in picture(app)


async def test_escape_and_letters_do_nothing_and_the_way_out_is_said_for_a_while(
    house: House, clock: Hand
) -> None:
    async with shown(house.open("stage")) as (app, pilot):
        assert "Ctrl+Q or F10 leaves" in picture(app)
        clock.forward(11)
        await until(pilot, lambda: "Ctrl+Q" not in picture(app))
        await pilot.press("escape", "q", "n", "ctrl+p", "ctrl+c")
        assert app.is_running and isinstance(app.screen, Stage)
        await until(pilot, lambda: "Ctrl+Q or F10 leaves" in picture(app))
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not app.is_running)


async def test_without_a_folder_in_memory_it_says_what_is_missing(house: House) -> None:
    async with shown(house.open("stage", memory=False)) as (app, _):
        assert "no folder in memory: no turns, no hands" in picture(app)


@pytest.mark.parametrize("size", [(80, 24), (75, 24), (60, 20), (120, 36), (40, 12), (20, 5)])
@pytest.mark.parametrize("off", [False, True])
async def test_what_matters_most_is_on_every_screen(
    house: House, size: tuple[int, int], off: bool
) -> None:
    desk = house.open("desk")
    conduct(desk, Start("qa"), OffRecord(True)) if off else conduct(desk, Start("qa"))
    leave(desk, kind="question", limit=90.0, waiting=2, speaker=NAMES[0], up=NAMES)
    async with shown(house.open("stage"), size) as (app, pilot):
        seen = picture(app)
        rows = seen.splitlines()
        assert len(rows) <= size[1] and all(len(row) <= size[0] for row in rows)
        scales = range(1, 12)
        assert "1:30" in seen or any(large("1:30", scale) in seen for scale in scales)
        rule = "OFF THE RECORD" if off else "CHATHAM HOUSE RULE"
        assert rule in seen or large(rule) in seen
        if not off:
            assert "QUESTIONS" in seen or "Questions are being collected" in seen
            assert "Round 1" in seen
        for other in ((20, 5), (1, 1), (3, 2), (120, 36), size):
            await pilot.resize_terminal(*other)
            await pilot.pause()
        assert picture(app) == seen


# Whatever is left there for it


HOSTILE = (
    "",
    "null",
    "[]",
    "{",
    "\x00",
    "[" * 100_000,
    '{"kind": 3}',
    '{"waiting": 1e999}',
    '{"waiting": NaN}',
    '{"at": NaN, "kind": "question"}',
    '{"limit": Infinity, "kind": "question"}',
    '{"limit": -5, "kind": "question"}',
    '{"used": 1e300, "kind": "question", "limit": 90}',
    '{"up": 7}',
    '{"up": {"a": "b"}}',
    '{"kind": "a text that somebody typed"}',
    '{"list": "a text that somebody typed"}',
)


@pytest.mark.parametrize("text", HOSTILE)
async def test_an_unreadable_or_hostile_text_shows_the_segment_and_nothing_else(
    house: House, text: str
) -> None:
    desk = house.open("desk")
    conduct(desk, Start("discussion"))
    leave(desk, kind="statement", limit=180.0)
    async with shown(house.open("stage")) as (app, pilot):
        await until(pilot, lambda: "statement" in picture(app))
        desk.volatile.show_stage(text)
        await until(pilot, lambda: "left of 45 min · this part" in picture(app))
        assert "typed" not in picture(app)


async def test_names_pass_as_characters_and_never_as_markup_or_commands(house: House) -> None:
    desk = house.open("desk")
    conduct(desk, Start("discussion"))
    text = "[@click=app.quit]a[/] [/] \x1b]52;c;ZXZpbA==\x07 two\nlines \u202eleft"
    leave(desk, kind="statement", limit=180.0, speaker="a\nb", up=(text, "x" * 5_000))
    async with shown(house.open("stage")) as (app, pilot):
        await until(pilot, lambda: "[@click=app.quit]a[/] [/]" in picture(app))
        assert "two lines" in picture(app) and "a b · left of" in picture(app)
        assert not {"\x1b", "\x07", "\u202e"} & set(picture(app))


def test_numbers_beyond_all_measure_are_cut() -> None:
    assert stage_words.floor_known('{"waiting": 1e12}').waiting == stage_words.MOST_HANDS
    assert stage_words.floor_known('{"waiting": -3}').waiting == 0


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*OnStage.__dataclass_fields__, "more"]), anything))
def test_no_text_at_all_breaks_the_reading(values: dict[str, object]) -> None:
    told = stage_words.floor_known(json.dumps(values))
    assert told.kind in ("", *HandKind) and told.list in ("", *ListState)
    assert 0 <= told.waiting <= stage_words.MOST_HANDS


# For any state, time and width


titles = st.text(max_size=60).map(clean) | st.just("一二三" * 20)
titles = titles.map(lambda title: title.replace("\N{SECTION SIGN}", ""))
names = st.just("") | titles.map(lambda name: f"\N{SECTION SIGN}{name}")
lengths = st.floats(1, 40_000)


@st.composite
def states(draw: st.DrawFn) -> tuple[State, OnStage, Instant]:
    kinds = draw(st.lists(st.sampled_from(SegmentKind), min_size=1, max_size=5))
    segments = tuple(
        Segment(
            f"s{n}",
            kind,
            draw(titles),
            timedelta(seconds=draw(lengths)),
            draw(st.sampled_from(Rule)),
            lead=draw(st.sampled_from(("", "k"))),
            hard_end=draw(st.none() | st.times()),
            rounds=draw(st.none() | st.integers(1, 9)),
        )
        for n, kind in enumerate(kinds)
    )
    signals = draw(st.lists(st.floats(0, 900).map(lambda s: timedelta(seconds=s)), max_size=4))
    zone = draw(st.sampled_from(("Asia/Kabul", "UTC", "Etc/GMT-14", "America/Argentina/Ushuaia")))
    agenda = replace(
        plan(),
        segments=segments,
        session=replace(plan().session, timezone=zone, title=draw(titles)),
        rule=RulePlan(draw(st.none() | st.sampled_from(Rule))),
        limits=Limits(signals=tuple(signals)),
    )
    running = draw(st.integers(-1, len(segments) - 1))
    others = (Phase.WAITING, Phase.DONE, Phase.SKIPPED)
    progress = tuple(
        SegmentProgress(
            segment.id,
            Phase.RUNNING if n == running else draw(st.sampled_from(others)),
            draw(st.floats(0, 40_000)),
            length=draw(st.none() | lengths),
            of_rounds=draw(st.none() | st.integers(1, 9)),
        )
        for n, segment in enumerate(segments)
    )
    start = agenda.starts_at.timestamp()
    now = Instant(start + draw(st.floats(-400_000, 400_000)), draw(st.floats(0, 400_000)))
    begun = running >= 0 or draw(st.booleans())
    paused = running >= 0 and draw(st.booleans())
    state = Progress(
        progress,
        began=now.steady - draw(st.floats(0, 40_000)) if begun else None,
        since=now.steady - draw(st.floats(0, 40_000)) if running >= 0 and not paused else None,
        paused=paused,
        off_record=draw(st.booleans()),
        closed=running < 0 and draw(st.booleans()),
        round=draw(st.integers(0, 12)),
        answering=draw(st.booleans()),
    )
    floor = OnStage(
        kind=draw(st.sampled_from(("", *HandKind))),
        at=draw(st.floats(0, 40_000)),
        used=draw(st.floats(0, 40_000)),
        limit=draw(st.none() | st.floats(0, 40_000)),
        waiting=draw(st.integers(0, 999)),
        list=draw(st.sampled_from(("", *ListState))),
        speaker=draw(names),
        up=tuple(draw(st.lists(names, max_size=3))),
    )
    return State(agenda, state, "", (), False, 0, False, False, AsHeld()), floor, now


@settings(max_examples=300, deadline=None)
@given(states(), st.integers(0, 220), st.integers(0, 70), st.sampled_from(("", "Ctrl+Q leaves")))
def test_it_fits_every_screen_in_every_state(
    seen: tuple[State, OnStage, Instant], width: int, height: int, hint: str
) -> None:
    state, floor, now = seen
    page = stage_page.page(state, floor, now, width, height, hint)
    lines = page.split("\n", allow_blank=True)
    assert len(lines) <= max(1, height)
    assert all(line.cell_length <= width for line in lines)
    banner = stage_page.banner(state, now, width, height).split("\n", allow_blank=True)
    assert all(line.cell_length <= width for line in banner)
    assert stage_page.tint(state, floor, now) in ("-off", "-over", "-plain")
    if state.silent or state.running is None:
        assert "\N{SECTION SIGN}" not in page.plain, (
            "no name where nobody speaks, or off the record"
        )


@pytest.mark.parametrize("off", [False, True])
def test_no_height_has_a_line_too_many(meeting: House, off: bool) -> None:
    desk = meeting.open("desk")
    conduct(desk, Start("qa"), *((OffRecord(True),) if off else ()))
    on = OnStage(kind="question", limit=90.0, waiting=2, speaker=NAMES[0], up=NAMES)
    for floor in (on, OnStage()):
        for width in (20, 30, 40, 53, 60, 75, 80, 100, 120, 200):
            for height in range(1, 60):
                lines = read(desk, floor, (width, height)).split("\n")
                assert len(lines) <= height
                if height > 12:
                    assert lines[-1], "the end of the meeting stands on the last line"


@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:+ ", min_size=1), st.integers(1, 9))
def test_large_letters_are_as_large_as_they_say(text: str, scale: int) -> None:
    lines = big.drawn(text, scale)
    assert len(lines) == big.height(scale)
    assert {len(line) for line in lines} == {big.width(text, scale)}
    assert big.largest(text, big.width(text, scale), big.height(scale)) == scale
    assert big.largest(text, big.width(text, scale) - 1, big.height(scale)) == scale - 1


# In a real terminal


@pytest.fixture
def running() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        try:
            os.kill(terminal.pid, signal.SIGKILL)
            os.waitpid(terminal.pid, 0)
        except OSError:
            pass


def facilitator(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "facilitator", *words],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"TERM": "xterm-256color"},
        check=False,
    )


def test_the_stage_in_a_terminal(running: list[Terminal]) -> None:
    assert facilitator("open", str(AGENDA)).returncode == 0
    desk = wiring.enter(paths.home(None), SESSION, "desk")
    stage = Terminal("stage", SESSION)
    running.append(stage)
    stage.until(lambda text: "The meeting has not started" in text)
    conduct(desk, Start("qa"))
    desk.volatile.journal(json.dumps({"person": NAMES[0]}))
    leave(desk, kind="question", limit=90.0, waiting=3)
    stage.until(lambda text: "Questions are being collected · Round 1 of 3" in text)
    stage.until(lambda text: "3 hands are waiting · the list is open" in text)
    stage.send("\x1b")
    conduct(desk, OffRecord(True))
    stage.until(lambda text: large("OFF THE", 2) in text)
    stage.send("\x11")
    assert os.waitstatus_to_exitcode(stage.end()) == 0
    assert not any(name.encode() in stage.raw for name in NAMES)
    titles_set = stage.raw.split(b"\x1b]0;")[1:]
    assert titles_set and all(title.startswith(b"facilitator\x07") for title in titles_set)
    volatile = paths.runtime_dir(paths.session_dir(paths.home(None), SESSION))
    assert volatile is not None and not list(volatile.glob("line-*"))
    desk.leave()


def test_a_stage_of_a_closed_session_says_so_and_ends_with_its_terminal(
    running: list[Terminal],
) -> None:
    assert facilitator("open", str(AGENDA)).returncode == 0
    assert facilitator("close", "--yes").returncode == 0
    stage = Terminal("stage", width=60, height=20)
    running.append(stage)
    stage.until(lambda text: "The meeting is closed" in text)
    assert os.waitstatus_to_exitcode(stage.kill(signal.SIGHUP)) == 0


def test_without_a_terminal_or_a_session_it_is_refused_in_a_line() -> None:
    done = facilitator("stage")
    assert done.returncode == 2 and "needs a terminal" in done.stderr
    assert "facilitator stage" in facilitator("stage", "--help").stdout


def test_the_stage_starts_without_any_reader_of_names() -> None:
    code = "import sys, facilitator.ui.stage; print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "facilitator.ui.stage" in loaded
    assert not {name for name in loaded if name.startswith("facilitator.files")}
    assert not loaded & {"pydantic", "sqlite3", "click", "tomllib", "facilitator.ui.desk"}


async def test_what_a_desk_that_is_gone_left_of_another_segment_is_not_shown(house: House) -> None:
    desk = house.open("desk")
    conduct(desk, Start("discussion"))
    leave(desk, kind="statement", limit=180.0, waiting=2, speaker=NAMES[0], up=NAMES[1:])
    async with shown(house.open("stage")) as (app, pilot):
        await until(pilot, lambda: NAMES[0] in picture(app))
        conduct(desk, Start("closing"))
        await until(pilot, lambda: "Closing" in picture(app))
        assert not any(name in picture(app) for name in NAMES)
        assert "waiting" not in picture(app)


async def test_names_go_with_the_desk_that_could_have_switched_them_off(house: House) -> None:
    desk = house.open("desk")
    conduct(desk, Start("discussion"))
    leave(desk, kind="statement", limit=180.0, waiting=2, speaker=NAMES[0], up=NAMES[1:])
    async with shown(house.open("stage")) as (app, pilot):
        await until(pilot, lambda: NAMES[0] in picture(app))
        desk.volatile.release()  # as a killed process does
        await until(pilot, lambda: not any(name in picture(app) for name in NAMES))
        assert "2 hands are waiting" in picture(app)
