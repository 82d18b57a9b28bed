"""The agenda file while the desk is open: saved, broken, and offered without being applied."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from conftest import House, plan
from facilitator.agenda import Agenda, Rule, fitted
from facilitator.files.agenda_following import FollowedAgenda, digest_of
from facilitator.meeting import Start
from facilitator.pen import Pen
from facilitator.service import Secretariat
from facilitator.state import AgendaNews
from facilitator.ui.agenda_offer import Offered
from facilitator.ui.desk import Desk
from facilitator.ui.session_screen import SessionScreen
from test_screens import picture, said, shown, start, until

ROOT = Path(__file__).parents[1]
GOOD = (ROOT / "agendas" / "2020-05-28-afghan-view.toml").read_text("utf-8")


# The file ---------------------------------------------------------------------------------


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "june.toml"
    made.write_text(GOOD, "utf-8")
    return made


def settled(followed: FollowedAgenda) -> AgendaNews | None:
    """What it tells of a file that stands as it is for a while."""
    return followed.news() or followed.news() or followed.news()


def test_a_saved_agenda_is_told_once_with_its_digest(path: Path) -> None:
    followed = FollowedAgenda(path)
    assert settled(followed) is None
    changed = GOOD + "\n# a remark\n"
    path.write_text(changed, "utf-8")
    news = settled(followed)
    assert news is not None and news.agenda is not None and not news.trouble
    assert news.digest == digest_of(changed) != digest_of(GOOD)
    assert settled(followed) is None


def test_a_broken_agenda_is_one_line_for_each_fault(path: Path) -> None:
    followed = FollowedAgenda(path)
    path.write_text(GOOD.replace("[session]", "[sesion]"), "utf-8")
    news = settled(followed)
    assert news is not None and news.agenda is None and "\n" not in news.trouble
    assert news.trouble.startswith("agenda file not read, the plan stays: line 1: session: ")
    path.write_text(GOOD.replace("[session]", "[sesion]") + "\n", "utf-8")
    assert settled(followed) is None, "it has been said"
    path.unlink()
    gone = settled(followed)
    assert gone is not None and gone.trouble.endswith("it is gone")
    path.write_bytes(b"\xff\xfe\x00\xd8" * 9)
    unread = settled(followed)
    assert unread is not None and unread.agenda is None and unread.trouble
    path.write_text(GOOD, "utf-8")
    again = settled(followed)
    assert again is not None and again.agenda is not None


# The offer --------------------------------------------------------------------------------


class Said:
    """An agenda file that says what a test tells it to."""

    def __init__(self) -> None:
        self.next: AgendaNews | None = None

    def news(self) -> AgendaNews | None:
        news, self.next = self.next, None
        return news

    def save(self, agenda: Agenda) -> None:
        self.next = AgendaNews(agenda, "another digest")


def longer(agenda: Agenda) -> Agenda:
    """The plan with a longer discussion."""
    segments = tuple(
        replace(s, duration=timedelta(minutes=77)) if s.id == "discussion" else s
        for s in agenda.segments
    )
    return replace(agenda, segments=segments)


def minutes(secretariat: Secretariat) -> float:
    return secretariat.look().agenda.segment("discussion").duration.total_seconds() / 60


@asynccontextmanager
async def desk(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[SessionScreen, Pilot[None], Said]]:
    monkeypatch.setattr("facilitator.ui.agenda_offer.LOOK_EVERY", 0.01)
    source = Said()
    face = partial(Desk, plan=source)
    async with shown(house.open("desk"), face) as (screen, pilot):  # type: ignore[arg-type]
        yield screen, pilot, source


async def asked(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, Offered))
    await pilot.pause()


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_a_saved_agenda_is_shown_and_no_is_the_answer(
    house: House, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    async with desk(house, monkeypatch) as (screen, pilot, source):
        before = minutes(house.open())
        source.save(longer(plan()))
        await asked(pilot)
        assert "segment discussion: for was" in picture(pilot) and "is 77 min" in picture(pilot)
        await pilot.press(key)
        await until(pilot, lambda: "the plan stays as it was" in said(screen, "said"))
        assert minutes(house.open()) == before != 77


async def test_it_is_taken_over_by_yes_alone(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk(house, monkeypatch) as (screen, pilot, source):
        source.save(longer(plan()))
        await asked(pilot)
        await pilot.press("right", "enter")
        await until(pilot, lambda: "goes by the saved agenda now" in said(screen, "said"))
        await until(
            pilot,
            lambda: screen.state.agenda.segment("discussion").duration == timedelta(minutes=77),
        )
        assert minutes(house.open()) == 77
        assert house.open().store.snapshot("").digest == "another digest"


async def test_what_cannot_be_taken_over_is_said_and_offers_no_yes(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = house.open("notes")
    start(writer, "discussion")
    Pen(writer).write("a point under the Rule", "discussion")
    other = replace(
        plan(),
        segments=tuple(
            replace(s, rule=Rule.ON_RECORD) if s.id == "discussion" else s for s in plan().segments
        ),
    )
    async with desk(house, monkeypatch) as (screen, pilot, source):
        source.save(other)
        await asked(pilot)
        assert "cannot be taken over" in picture(pilot) and "the rule changed" in picture(pilot)
        assert not pilot.app.screen.query("#yes")
        await pilot.press("enter")
        await until(pilot, lambda: "the plan stays as it was" in said(screen, "said"))
        assert house.open().look().agenda == plan()


def held_and_changed(house: House) -> Agenda:
    """A point in the discussion, and a plan without it that makes the closing longer."""
    writer = house.open("notes")
    start(writer, "discussion")
    Pen(writer).write("a point under the Rule", "discussion")
    segments = tuple(
        replace(s, duration=timedelta(minutes=33)) if s.id == "closing" else s
        for s in plan().segments
        if s.id != "discussion"
    )
    return replace(plan(), segments=segments)


async def test_the_rest_is_taken_over_where_a_part_cannot_be(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = held_and_changed(house)
    async with desk(house, monkeypatch) as (screen, pilot, source):
        source.save(changed)
        await asked(pilot)
        shown_now = picture(pilot)
        assert "cannot: segment discussion has been held" in shown_now
        assert "· segment closing: for was 10 min, is 33 min" in shown_now
        assert "is gone" not in shown_now, "it stays"
        await pilot.press("right", "enter")
        await until(pilot, lambda: "but for what cannot be" in said(screen, "said"))
    agenda = house.open().look().agenda
    assert [s.id for s in agenda.segments] == [s.id for s in plan().segments]
    assert agenda.segment("discussion") == plan().segment("discussion")
    assert agenda.segment("closing").duration == timedelta(minutes=33)
    assert house.open().store.snapshot("").digest != "another digest", "it is told of again"


def test_in_part_it_is_taken_only_where_the_hindrances_are_those_granted(house: House) -> None:
    changed = held_and_changed(house)
    secretariat = house.open()
    for granted in ((), ("another one",)):
        assert secretariat.offer(changed, "other", granted).hindrances
        assert house.open().look().agenda == plan()


def test_nothing_stays_on_the_record_that_the_new_plan_takes_off_it() -> None:
    off = tuple(replace(s, rule=Rule.CHATHAM_HOUSE) for s in plan().segments)
    assert fitted(plan(), replace(plan(), segments=off), ["talk"]) is None
    gone = tuple(s for s in plan().segments if s.id != "talk")
    assert fitted(plan(), replace(plan(), segments=gone), ["talk"]) is None


def test_no_segment_is_put_back_whose_lead_is_gone() -> None:
    gone = tuple(replace(s, lead="") for s in plan().segments if s.id != "qa")
    assert fitted(plan(), replace(plan(), segments=gone, keynotes=()), ["qa"]) is None
    back = fitted(plan(), replace(plan(), segments=gone), ["qa"])
    assert back is not None
    assert [s.id for s in back.segments] == [s.id for s in plan().segments]


async def test_a_broken_file_is_one_line_and_takes_back_what_waited(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(house, monkeypatch) as (screen, pilot, source):
        source.next = AgendaNews(trouble="agenda file not read, the plan stays: line 3: x")
        await until(pilot, lambda: "the plan stays: line 3" in said(screen, "said"))
        assert pilot.app.screen is screen
        assert house.open().look().agenda == plan()


async def test_no_question_comes_over_a_line_that_is_being_written(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(house.open("desk"), "discussion")
    async with desk(house, monkeypatch) as (screen, pilot, source):
        await pilot.press(*"ihalf a li")
        source.save(longer(plan()))
        await until(pilot, lambda: source.next is None)
        await pilot.press(*"ne")
        assert pilot.app.screen is screen and screen.writing.entry.value == "half a line"
        await pilot.press("enter")
        await asked(pilot)


async def test_a_session_that_moved_on_while_the_question_stood_keeps_its_plan(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = replace(plan(), segments=tuple(s for s in plan().segments if s.id != "discussion"))
    async with desk(house, monkeypatch) as (screen, pilot, source):
        source.save(gone)
        await asked(pilot)
        other = house.open("notes")
        other.conduct(Start("discussion"), other.look().progress)
        await pilot.press("right", "enter")
        await until(pilot, lambda: "NOT DONE: segment discussion" in said(screen, "said"))
        assert house.open().look().agenda == plan()


async def test_a_save_that_changes_nothing_asks_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(house, monkeypatch) as (screen, pilot, source):
        screen.tell("")
        source.save(plan())
        await until(pilot, lambda: "the one you go by" in said(screen, "said"))
        assert pilot.app.screen is screen
