"""The screens as a person meets them, without a terminal."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from conftest import Hand, House, plan
from facilitator.agenda import Rule
from facilitator.meeting import Close, OffRecord, Start
from facilitator.pen import Pen
from facilitator.progress import Phase
from facilitator.service import Secretariat
from facilitator.ui.app import FacilitatorApp
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs import AsHeldDialog, Ask, Differing
from facilitator.ui.notes import Notes
from facilitator.ui.session_screen import SessionScreen
from settling import until


@asynccontextmanager
async def shown(
    secretariat: Secretariat,
    face: type[SessionScreen],
    size: tuple[int, int] = (80, 24),
    *,
    watching: bool = False,
) -> AsyncIterator[tuple[SessionScreen, Pilot[None]]]:
    app = FacilitatorApp(secretariat, face, watching=watching)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, SessionScreen)
        yield screen, pilot
    app.link.close()


def said(screen: SessionScreen, name: str) -> str:
    return str(screen.query_one(f"#{name}", Static).content)


def picture(pilot: Pilot[None]) -> str:
    """What a person reads, line by line."""
    screen = pilot.app.screen
    width, height = pilot.app.size
    strips = screen._compositor.render_strips() if hasattr(screen, "_compositor") else []
    return "\n".join(strip.text[:width].rstrip() for strip in strips[:height])


async def type_line(screen: SessionScreen, pilot: Pilot[None], text: str) -> None:
    screen.writing.entry.put(text)
    await pilot.press("enter")


def start(secretariat: Secretariat, segment: str) -> None:
    secretariat.conduct(Start(segment), secretariat.look().progress)


async def test_a_line_typed_and_entered_is_on_disk_and_said_so(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with shown(house.open(), Notes) as (screen, pilot):
        await type_line(screen, pilot, "~ released men return")
        await until(pilot, lambda: "KEPT 1 on disk" in said(screen, "kept"))
        await until(pilot, lambda: "concern" in picture(pilot))
        assert "released men return" in picture(pilot)
    assert house.open().look().total == 1


async def test_what_one_keeps_the_other_sees(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with (
        shown(house.open("desk"), Desk) as (desk, desk_pilot),
        shown(house.open(), Notes) as (notes, notes_pilot),
    ):
        await type_line(notes, notes_pilot, "from the note-taker")
        await until(desk_pilot, lambda: "from the note-taker" in picture(desk_pilot))
        await desk_pilot.press("i")
        await type_line(desk, desk_pilot, "from the desk")
        await until(notes_pilot, lambda: "from the desk" in picture(notes_pilot))


async def test_letters_typed_ahead_of_the_note_line_arrive_in_it(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with shown(house.open("desk"), Desk) as (screen, pilot):
        await pilot.press(*"inot one letter lost")
        assert screen.writing.entry.value == "not one letter lost"
        await pilot.press("escape")
        assert screen.writing.entry.keys_mode
        await pilot.press("i")
        assert screen.writing.entry.value == "not one letter lost", "Escape loses no words"


async def test_a_burst_of_letters_in_keys_is_text_and_no_command(house: House) -> None:
    async with shown(house.open("desk"), Desk) as (screen, pilot):
        entry = screen.writing.entry
        for letter in "next":
            pilot.app.simulate_key(letter)
        await until(pilot, lambda: entry.value == "next")
        assert screen.state.running is None and not entry.keys_mode


async def test_single_letters_run_the_agenda(house: House) -> None:
    async with shown(house.open("desk"), Desk) as (screen, pilot):
        await pilot.press("n")
        await until(pilot, lambda: screen.state.running is not None)
        assert screen.state.running and screen.state.running.id == "opening"
        await pilot.press("space")
        await until(pilot, lambda: screen.state.progress.paused)
        assert "PAUSED" in said(screen, "segment")


async def test_the_same_keys_work_on_a_russian_keyboard(house: House) -> None:
    async with shown(house.open("desk"), Desk) as (screen, pilot):
        await pilot.press("т")  # where n is
        await until(pilot, lambda: screen.state.running is not None)


async def test_a_second_next_at_once_asks_and_no_has_the_focus(house: House, clock: Hand) -> None:
    async with shown(house.open("desk"), Desk) as (screen, pilot):
        await pilot.press("n")
        await until(pilot, lambda: screen.state.running is not None)
        await pilot.press("n")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert screen.state.running and screen.state.running.id == "opening"
        clock.forward(60)
        await pilot.press("n")
        await until(pilot, lambda: screen.state.running.id == "talk")  # type: ignore[union-attr]


async def test_off_the_record_clears_the_line_and_takes_nothing(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    async with shown(house.open(), Notes) as (screen, pilot):
        await pilot.press(*"half a line")
        desk.conduct(OffRecord(True), desk.look().progress)
        await until(pilot, lambda: "OFF THE RECORD" in said(screen, "banner"))
        assert screen.writing.entry.value == ""
        await pilot.press(*"secret", "enter")
        assert screen.writing.entry.value == ""
        desk.conduct(OffRecord(False), desk.look().progress)
        await until(pilot, lambda: "CHATHAM HOUSE RULE" in said(screen, "banner"))
        await type_line(screen, pilot, "back")
        await until(pilot, lambda: screen.state.total == 1)
    left = house.open().volatile.left_line()
    assert left.text == ""


async def test_an_unfinished_line_is_there_again_after_a_crash(house: House) -> None:
    start(house.open("desk"), "discussion")
    first = house.open()
    async with shown(first, Notes) as (screen, pilot):
        await pilot.press(*"half a line")
        await until(pilot, lambda: screen.writing.scribe._saved.text == "half a line")
        # A killed process gives up its locks and writes nothing more.
        first.volatile.save_line = lambda line: None  # type: ignore[method-assign]
    first.volatile.release()
    async with shown(house.open(), Notes) as (screen, pilot):
        assert screen.writing.entry.value == "half a line"
        await pilot.press("enter")
        await until(pilot, lambda: screen.state.total == 1)


async def test_a_full_disk_is_said_and_the_lines_wait(house: House) -> None:
    start(house.open("desk"), "discussion")
    secretariat = house.open()
    async with shown(secretariat, Notes) as (screen, pilot):
        writer = secretariat.store._writer  # type: ignore[attr-defined]
        (pages,) = writer.execute("PRAGMA page_count").fetchone()
        writer.execute(f"PRAGMA max_page_count = {pages}")
        kept = 0
        for n in range(400):
            await type_line(screen, pilot, f"{n} " + "long words " * 60)
            await until(
                pilot,
                lambda: bool(screen.writing.scribe.trouble or not screen.writing.scribe.waiting),
            )
            if screen.writing.scribe.trouble:
                kept = n
                break
        await until(pilot, lambda: "NOT KEPT: 1 line" in said(screen, "kept"))
        assert "disk is full" in said(screen, "kept")
        await type_line(screen, pilot, "and one behind it")
        assert secretariat.volatile.left_line is not None
        writer.execute("PRAGMA max_page_count = 100000")
        screen.writing.drain()
        await until(pilot, lambda: screen.state.total == kept + 2)
        assert "KEPT" in said(screen, "kept")
        assert screen.state.lines[-1].note.text == "and one behind it"


async def test_a_conflict_shows_both_texts_and_both_can_be_kept(house: House) -> None:
    other = house.open()
    start(other, "discussion")
    async with shown(house.open(), Notes) as (screen, pilot):
        await type_line(screen, pilot, "the original")
        await until(pilot, lambda: screen.state.total == 1)
        await pilot.press("up")
        assert screen.writing.entry.value == "the original"
        note = screen.state.lines[0].note
        Pen(other).edit(note.id, "discussion", note.revision, "what they made of it")
        screen.writing.entry.put("what I made of it")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Differing))
        await until(pilot, lambda: "what they made of it" in picture(pilot))
        await until(pilot, lambda: "what I made of it" in picture(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: screen.state.total == 2)
        texts = {line.note.text for line in screen.state.lines}
        assert texts == {"what they made of it", "what I made of it"}


async def test_points_are_arranged_after_the_end_and_not_before(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    pen = Pen(desk)
    for text in "abc":
        pen.write(text, "discussion")
    async with shown(house.open(), Notes) as (screen, pilot):
        await pilot.press("f4", "shift+up")
        await until(pilot, lambda: "order of arrival" in said(screen, "said"))
        start(desk, "closing")
        await until(pilot, lambda: screen.state.segment == "closing")
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: screen.state.segment == "discussion")
        last = screen.state.lines[-1].note.id
        await pilot.press("end", "shift+up")
        await until(pilot, lambda: screen.state.lines[-1].note.id != last)
        assert screen.state.lines[-2].note.id == last
        await pilot.press("tab")
        await until(pilot, lambda: any(line.depth for line in screen.state.lines))


async def test_strike_asks_with_no_focused_and_then_erases(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with shown(house.open(), Notes) as (screen, pilot):
        await type_line(screen, pilot, "unfortunate words")
        await until(pilot, lambda: screen.state.total == 1)
        await pilot.press("ctrl+k")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert screen.state.total == 1
        await pilot.press("ctrl+k")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await pilot.press("right", "enter")
        await until(pilot, lambda: screen.state.total == 0)


async def test_closing_asks_then_asks_what_was_held(house: House) -> None:
    start(house.open("desk"), "talk")
    async with shown(house.open("desk"), Desk) as (screen, pilot):
        await pilot.press("f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert not screen.state.progress.closed, "a reflexive Enter closes nothing"
        await pilot.press("f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await pilot.press("right", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AsHeldDialog))
        await pilot.press("enter", "end", "enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        await until(pilot, lambda: screen.state.held.came == {"k": True})
        assert screen.state.progress.closed
        assert screen.state.held.segments == ("talk",)


async def test_without_a_desk_the_notes_screen_runs_the_agenda(house: House) -> None:
    async with shown(house.open(), Notes) as (screen, pilot):
        await pilot.press("f2")
        await until(pilot, lambda: screen.state.running is not None)


async def test_beside_a_desk_it_does_not(house: House) -> None:
    desk = house.open("desk")
    assert desk.volatile.take_desk()
    async with shown(house.open(), Notes) as (screen, pilot):
        await pilot.press("f2")
        await until(pilot, lambda: "desk" in said(screen, "said"))
        assert screen.state.running is None


async def test_a_second_desk_is_told_and_only_watches(house: House) -> None:
    first = house.open("desk")
    assert first.volatile.take_desk()
    async with shown(house.open("desk"), Desk, watching=True) as (screen, pilot):
        await pilot.press("n")
        await until(pilot, lambda: "watches" in said(screen, "said"))
        assert "WATCHING" in said(screen, "banner") and screen.state.running is None
        first.volatile.release()
        screen.tick()
        assert not screen.watching


async def test_the_agenda_can_be_run_in_another_order(house: House) -> None:
    async with shown(house.open("desk"), Desk) as (screen, pilot):
        await pilot.press("g")
        await until(pilot, lambda: pilot.app.screen is not screen)
        await pilot.press("end", "up", "enter")
        await until(pilot, lambda: screen.state.running is not None)
        assert screen.state.running and screen.state.running.id == "discussion"
        await pilot.press("g")
        await until(pilot, lambda: pilot.app.screen is not screen)
        await pilot.press("home", "s")
        await until(pilot, lambda: screen.state.progress.of("opening").phase is Phase.SKIPPED)


async def test_a_line_belongs_to_the_segment_of_its_first_letter(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    async with shown(house.open(), Notes) as (screen, pilot):
        await pilot.press(*"begun before")
        start(desk, "closing")
        await until(pilot, lambda: "Closing" in said(screen, "topic"))
        assert "Discussion" in said(screen, "prompt")
        await pilot.press("enter")
        await until(pilot, lambda: screen.state.total == 1)
        assert desk.look("discussion").lines[0].note.text == "begun before"
        await pilot.press(*"another")
        start(desk, "opening")
        await until(pilot, lambda: "Opening" in said(screen, "topic"))
        await pilot.press("f5", "enter")
        await until(pilot, lambda: screen.state.total == 2)
        assert desk.look("opening").lines[0].note.text == "another"


HOSTILE = "[/] [@click=app.quit]x[/] ]52;c;evil \u202d"


@pytest.mark.parametrize("size", [(80, 24), (75, 24), (60, 20), (20, 5), (120, 36)])
@pytest.mark.parametrize("face", [Desk, Notes])
async def test_every_size_is_drawn_while_somebody_types(
    house: House, face: type[SessionScreen], size: tuple[int, int]
) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    Pen(desk).write(HOSTILE, "discussion")
    Pen(desk).write("会议" * 60 + " محمد حسینی", "discussion", depth=1)
    async with shown(house.open(face.__name__.lower()), face, size) as (screen, pilot):
        screen.writing.entry.keys_mode = False
        await pilot.press(*"typing")
        for other in ((80, 24), (20, 5), (1, 1), size):
            await pilot.resize_terminal(*other)
        assert screen.writing.entry.value == "typing"
        await until(pilot, lambda: "typing" in picture(pilot))
        for key in ("f1", "escape", "f6", "escape", "f4", "home", "escape"):
            await pilot.press(key)
        await until(pilot, lambda: pilot.app.screen is screen)


async def test_a_crash_prints_no_value_and_has_its_own_exit_status(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    app = FacilitatorApp(house.open(), Notes)
    app.link.state  # noqa: B018 - it has been read once

    def fault() -> None:
        secret = "Ada Invented doubted the timetable"
        raise RuntimeError(secret)

    with pytest.raises(RuntimeError):
        async with app.run_test() as pilot:
            app.call_later(fault)
            await pilot.pause()
    assert app.crashed
    out = capsys.readouterr()
    assert "Ada" not in out.out + out.err
    app.link.close()


async def test_the_palette_writes_no_picture_of_the_screen(house: House) -> None:
    async with shown(house.open(), Notes) as (screen, pilot):
        titles = [str(c.title).casefold() for c in pilot.app.get_system_commands(screen)]
        assert not [t for t in titles if "screenshot" in t]
        assert "points" in titles and "off" in titles


async def test_a_refused_line_comes_back_with_its_reason(house: House) -> None:
    async with shown(house.open(), Notes) as (screen, pilot):
        await type_line(screen, pilot, "too early")
        await until(pilot, lambda: "no segment is running" in said(screen, "said"))
        assert screen.writing.entry.value == "too early"
        start(house.open("desk"), "discussion")
        await until(pilot, lambda: screen.state.running is not None)
        await pilot.press("enter")
        await until(pilot, lambda: screen.state.total == 1)


async def test_a_line_in_conflict_survives_a_crash_of_the_screen(house: House) -> None:
    other, mine = house.open(), house.open()
    start(other, "discussion")
    async with shown(mine, Notes) as (screen, pilot):
        await type_line(screen, pilot, "the original")
        await until(pilot, lambda: screen.state.total == 1)
        await pilot.press("up")
        note = screen.state.lines[0].note
        Pen(other).edit(note.id, "discussion", note.revision, "theirs")
        screen.writing.entry.put("mine")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Differing))
    mine.volatile.release()
    app = FacilitatorApp(house.open(), Notes)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Differing))
        await until(pilot, lambda: "mine" in picture(pilot) and "theirs" in picture(pilot))
        await pilot.press("right", "right", "enter")
        await until(pilot, lambda: [x.note.text for x in app.link.state.lines] == ["mine"])
    app.link.close()


async def test_a_segment_off_the_record_by_the_agenda_takes_nothing(
    tmp_path_factory: pytest.TempPathFactory, clock: Hand
) -> None:
    agenda = plan(segments=tuple(
        replace(s, rule=Rule.OFF_RECORD) if s.id == "qa" else s for s in plan().segments
    ))  # fmt: skip
    house = House(tmp_path_factory.mktemp("off"), clock, agenda)
    desk = house.open("desk")
    start(desk, "talk")
    async with shown(house.open(), Notes) as (screen, pilot):
        await pilot.press(*"half a line")
        start(desk, "qa")
        await until(pilot, lambda: "OFF THE RECORD" in said(screen, "banner"))
        assert screen.writing.entry.value == ""
        await pilot.press(*"secret", "enter")
        assert screen.writing.entry.value == "" and not screen.writing.scribe.waiting
        screen.writing.scribe.save()
        for path in house.runtime.iterdir():
            assert b"secret" not in path.read_bytes() and b"half" not in path.read_bytes()
    house.close()


async def test_off_the_record_a_burst_of_letters_is_not_even_shown(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    async with shown(desk, Desk) as (screen, pilot):
        await pilot.press("o")
        await until(pilot, lambda: screen.state.progress.off_record)
        for letter in "Zarman":
            pilot.app.simulate_key(letter)
        await until(pilot, lambda: "nothing typed is kept" in said(screen, "said"))
        assert screen.writing.entry.value == "" and screen.writing.scribe.text == ""


async def test_after_closing_nothing_is_written_to_memory_again(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    async with shown(desk, Desk) as (screen, pilot):
        desk.conduct(Close(), desk.look().progress)
        await until(pilot, lambda: "CLOSED" in said(screen, "banner"))
        await pilot.press("i", *"after the close")
        assert screen.writing.entry.value == ""
    desk.leave()
    assert not list(house.runtime.glob("*"))


async def test_escape_during_an_edit_loses_no_word(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with shown(house.open(), Notes) as (screen, pilot):
        await type_line(screen, pilot, "the original #2")
        await until(pilot, lambda: screen.state.total == 1)
        await pilot.press("up", *" changed", "escape")
        assert screen.writing.entry.value == ""
        await pilot.press("up", "enter")
        await until(pilot, lambda: screen.state.lines[0].note.text == "the original changed")
        assert screen.state.total == 1, "it is still an edit of the same point"
        assert "no topic" not in said(screen, "said")


async def test_what_changed_in_the_agenda_is_read_before_anything_else(house: House) -> None:
    app = FacilitatorApp(house.open("desk"), Desk, ("agenda changed: one", "agenda changed: two"))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "agenda changed: two" in picture(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Desk))
    app.link.close()


@pytest.mark.parametrize("size", [(40, 10), (20, 5), (60, 20)])
async def test_the_answers_of_a_dialog_are_in_sight_on_a_small_screen(
    house: House, size: tuple[int, int]
) -> None:
    start(house.open("desk"), "discussion")
    async with shown(house.open("desk"), Desk, size) as (_, pilot):
        await pilot.press("f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await pilot.pause()
        await until(pilot, lambda: "No" in picture(pilot) and "Close" in picture(pilot))
        await pilot.press("right", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AsHeldDialog))
        await pilot.press("end")
        await until(pilot, lambda: "Done" in picture(pilot))


async def test_a_long_title_hides_no_word_of_the_clock(
    tmp_path_factory: pytest.TempPathFactory, clock: Hand
) -> None:
    agenda = plan(segments=tuple(
        replace(s, title="The strategy for peace and the role of external partners in it")
        for s in plan().segments
    ))  # fmt: skip
    house = House(tmp_path_factory.mktemp("long"), clock, agenda)
    start(house.open("desk"), "opening")
    async with shown(house.open("desk"), Desk) as (screen, pilot):
        clock.forward(400)
        screen.tick()
        await pilot.pause()
        await until(pilot, lambda: "OVER BY 1:40" in picture(pilot))
        await pilot.press("space")
        await until(pilot, lambda: "PAUSED" in picture(pilot))
    house.close()


async def test_a_hand_that_comes_back_continues_under_what_it_sees(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    Pen(desk).write("release comes first", "discussion")
    async with shown(house.open(), Notes) as (screen, pilot):
        await type_line(screen, pilot, "++")
        await until(pilot, lambda: screen.state.lines[0].note.echoes == 1)
        await type_line(screen, pilot, "-- it comes last")
        await until(pilot, lambda: [line.depth for line in screen.state.lines] == [0, 1])


async def test_from_the_points_the_desks_letters_still_work(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    Pen(desk).write("a point", "discussion")
    async with shown(house.open("desk"), Desk) as (screen, pilot):
        await pilot.press("f4")
        await until(pilot, lambda: "POINTS" in said(screen, "prompt"))
        await pilot.press("o")
        await until(pilot, lambda: "OFF THE RECORD" in said(screen, "banner"))


async def test_beside_a_desk_the_notes_screen_offers_only_what_it_may(house: House) -> None:
    first = house.open("desk")
    assert first.volatile.take_desk()
    async with shown(house.open(), Notes) as (screen, pilot):
        await until(pilot, lambda: "close" not in said(screen, "hints"))
        first.volatile.release()
        screen.tick()
        await until(pilot, lambda: "close" in said(screen, "hints"))


async def test_a_state_that_comes_while_the_screen_is_taken_down_is_no_crash(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    for face in (Desk, Notes):
        async with shown(house.open(face.__name__.lower()), face) as (screen, _):
            await screen.query("*").remove()
            screen.show_state(desk.look())
            screen.tick()
            screen.tell("too late")
