"""The guard on the screens: seen while typing, mended or kept by one key, never kept unseen."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from functools import partial

import pytest
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot

from conftest import Hand, House
from facilitator.meeting import OffRecord
from facilitator.moderation import Join
from facilitator.pen import Pen
from facilitator.ports import RosterNews
from facilitator.record import Kind
from facilitator.roster import Participant, Roster
from facilitator.service import Secretariat
from facilitator.ui import actions
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs import Ask
from facilitator.ui.keeping import READY, KeepWords, Why
from facilitator.ui.notes import Notes
from facilitator.ui.session_screen import SessionScreen
from facilitator.watch import LIMITS
from test_screens import picture, said, shown, start, type_line, until

ROSTER = Roster(
    (
        Participant(
            "Maryam Hosseini",
            given="Maryam",
            family="Hosseini",
            aliases=("مریم حسینی",),
            gender="f",
            affiliation="Plateau Centre",
            country="IR",
        ),
        Participant(
            "Solveig Tverrfjelldal",
            given="Solveig",
            family="Tverrfjelldal",
            gender="f",
            affiliation="Nordic Peace Institute",
            country="NO",
        ),
        Participant(
            "Luo Qingshan", given="Qingshan", family="Luo", aliases=("罗青山",), country="CN"
        ),
    )
)


def guarded(
    secretariat: Secretariat,
    face: type[SessionScreen] = Notes,
    size: tuple[int, int] = (80, 24),
    roster: Roster | None = ROSTER,
) -> AbstractAsyncContextManager[tuple[SessionScreen, Pilot[None]]]:
    return shown(secretariat, partial(face, roster=roster), size)  # type: ignore[arg-type]


async def ready(screen: SessionScreen, pilot: Pilot[None]) -> None:
    await until(pilot, lambda: screen.writing.line_guard.draft.watch is not None)


async def typed(pilot: Pilot[None], text: str) -> None:
    await pilot.press(*("space" if letter == " " else letter for letter in text))


# While typing -----------------------------------------------------------------------------


async def test_a_name_is_told_as_soon_as_its_word_is_complete_and_nothing_moves(
    house: House,
) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        before = [screen.query_one(f"#{name}").region for name in ("points", "line", "kept")]
        await typed(pilot, "Hosseini")
        assert "NAME" not in said(screen, "said")
        await typed(pilot, " ")
        told = " NAME “Hosseini” names a participant · Ctrl+G “One participant” · Ctrl+R keep"
        assert said(screen, "said") == told
        await typed(pilot, "argued fo")
        assert said(screen, "said") == told
        assert "Ctrl+G" in said(screen, "hints") and "Ctrl+R" in said(screen, "hints")
        after = [screen.query_one(f"#{name}").region for name in ("points", "line", "kept")]
        assert before == after
        await pilot.press("ctrl+u")
        assert "question" in said(screen, "said"), "the help of signs is back"


async def test_what_is_said_and_what_the_guard_sees_do_not_hide_each_other(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        await typed(pilot, "Hosseini a")
        screen.tell("something else")
        assert said(screen, "said") == " something else"
        await typed(pilot, "r")
        assert "NAME" in said(screen, "said"), "the guard's row wins while somebody types"
        screen.tell("something else")
        screen.writing.said._give_way()
        assert "NAME" in said(screen, "said"), "and after a moment"


async def test_every_kind_of_finding_is_told_by_a_word(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        for line, word in (
            ("the Norwegian participant doubted it", " AFFILIATION “the Norwegian participant”"),
            ("the only man in the room doubted it", " TRACEABLE “the only man in the room”"),
        ):
            screen.writing.entry.put(line)
            await until(pilot, lambda word=word: said(screen, "said").startswith(word))


# Ctrl+G -----------------------------------------------------------------------------------


async def test_the_neutral_wording_is_taken_by_one_key_and_never_unasked(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        await typed(pilot, "? Hosseini #2 doub")
        assert screen.writing.entry.value == "? Hosseini #2 doub"
        await pilot.press("ctrl+g")
        assert screen.writing.entry.value == "? One participant #2 doub"
        assert said(screen, "said") == " “Hosseini” → “One participant”"
        await typed(pilot, "ted it")
        await pilot.press("enter")
        await until(pilot, lambda: screen.state.total == 1)
        note = screen.state.lines[0].note
        assert (note.text, note.kind, note.topics) == (
            "One participant doubted it",
            Kind.QUESTION,
            ("formats",),
        )
        assert "marked" not in said(screen, "kept")


async def test_a_nested_line_stays_nested_when_it_is_mended(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        await type_line(screen, pilot, "above")
        await until(pilot, lambda: screen.state.total == 1)
        await pilot.press("tab")
        await typed(pilot, "Hosseini agreed")
        await pilot.press("ctrl+g", "enter")
        await until(pilot, lambda: [line.depth for line in screen.state.lines] == [0, 1])


async def test_where_nothing_is_offered_the_words_are_selected(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        screen.writing.entry.put("? 罗青山 表示反对")
        await until(pilot, lambda: "NAME" in said(screen, "said"))
        await pilot.press("ctrl+g")
        assert screen.writing.entry.selected_text == "罗青山"
        assert "no neutral wording" in said(screen, "said")
        await typed(pilot, "one")
        assert screen.writing.entry.value == "? one 表示反对"


async def test_ctrl_g_first_shows_what_it_would_change(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        await typed(pilot, "so said Hosseini")
        await pilot.press("ctrl+g")
        assert "NAME" in said(screen, "said")
        assert screen.writing.entry.value == "so said Hosseini"
        await pilot.press("ctrl+g")
        assert screen.writing.entry.value == "so said one participant"


async def test_the_two_keys_say_so_where_there_is_nothing(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        for key in ("ctrl+g", "ctrl+r"):
            await pilot.press(key)
            assert "no line is being written" in said(screen, "said")
        await typed(pilot, "nobody")
        for key in ("ctrl+g", "ctrl+r"):
            await pilot.press(key)
            assert "sees nothing" in said(screen, "said")


async def test_of_several_findings_each_is_seen_before_it_is_changed(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        await typed(pilot, "Hosseini agreed with Luo again")
        assert "NAME “Hosseini” names a participant · 1 more" in said(screen, "said")
        await pilot.press("ctrl+g")
        assert screen.writing.entry.value == "One participant agreed with Luo again"
        assert said(screen, "said") == " “Hosseini” → “One participant”"
        await pilot.press("ctrl+g")
        assert "NAME “Luo”" in said(screen, "said")
        await pilot.press("ctrl+g")
        assert "Luo" not in screen.writing.entry.value


# Ctrl+R -----------------------------------------------------------------------------------


async def test_words_are_kept_with_a_reason_that_goes_with_the_line(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        await typed(pilot, "Hosseini is a pa")
        await pilot.press("ctrl+r")
        assert isinstance(pilot.app.screen, KeepWords)
        await until(pilot, lambda: "“Hosseini” names a participant" in picture(pilot))
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, KeepWords), "no reason keeps nothing"
        await typed(pilot, "it is a mountain")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert "it is a mountain" in said(screen, "said")
        await typed(pilot, "ss north of Hosseini")
        assert "NAME" not in said(screen, "said")
        await pilot.press("enter")
        await until(pilot, lambda: len(screen.state.dismissals) == 2)
        assert screen.state.lines[0].note.text == "Hosseini is a pass north of Hosseini"
        await until(pilot, lambda: not screen.guarding.marks)
        await typed(pilot, "Hosseini ")
        assert "NAME" in said(screen, "said"), "the reason held for that line"


async def test_a_ready_reason_is_one_key_and_escape_leaves_the_line_intact(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        await typed(pilot, "Hosseini is a pass")
        await pilot.press("ctrl+r")
        await typed(pilot, "never mi")
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert screen.writing.entry.value == "Hosseini is a pass"
        assert not screen.writing.line_guard.draft.reasons
        await pilot.press("ctrl+r", "3")
        await until(pilot, lambda: pilot.app.screen is screen)
        await pilot.press("enter")
        await until(pilot, lambda: [d.reason for d in screen.state.dismissals] == [READY[2]])


async def test_a_reason_given_while_a_point_is_edited_is_kept_with_it(house: House) -> None:
    start(house.open("desk"), "discussion")
    Pen(house.open("desk")).write("Hosseini is a pass", "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        await pilot.press("up")
        await typed(pilot, " in winter")
        await pilot.press("ctrl+r", "3")
        await until(pilot, lambda: pilot.app.screen is screen)
        await pilot.press("enter")
        await until(pilot, lambda: bool(screen.state.dismissals))
        assert screen.state.lines[0].note.text == "Hosseini is a pass in winter"
        await until(pilot, lambda: not screen.guarding.marks)


async def test_letters_typed_ahead_of_the_dialog_are_its_own(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        await typed(pilot, "Hosseini is a pass")
        for key in ("ctrl+r", *"mountain"):
            pilot.app.simulate_key(key)
        await until(pilot, lambda: isinstance(pilot.app.screen, KeepWords))
        await until(pilot, lambda: pilot.app.screen.query_one(Why).value == "mountain")
        assert screen.writing.entry.value == "Hosseini is a pass"


async def test_a_reason_that_tells_who_is_meant_is_refused_in_the_dialog(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        await typed(pilot, "Hosseini is a pass")
        await pilot.press("ctrl+r")
        for reason in ("so said Solveig", "Hosseini"):
            await pilot.press("ctrl+u")
            await typed(pilot, reason)
            await pilot.press("enter")
            await until(pilot, lambda: "NOT KEPT" in picture(pilot))
        assert isinstance(pilot.app.screen, KeepWords)
        await pilot.press("escape", "enter")
        await until(pilot, lambda: screen.state.total == 1)
        assert screen.state.dismissals == ()


async def test_a_reason_for_a_line_that_is_gone_excuses_no_other(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        await typed(pilot, "Hosseini is a pass")
        await pilot.press("ctrl+r")
        desk.conduct(OffRecord(True), desk.look().progress)
        await until(pilot, lambda: screen.writing.entry.value == "")
        await pilot.press("3")
        await until(pilot, lambda: "the line is gone" in picture(pilot))
        await pilot.press("escape")
        assert not screen.writing.line_guard.draft.reasons


# Enter ------------------------------------------------------------------------------------


async def test_what_a_message_covers_has_not_been_on_screen(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        screen.tell("something else")
        screen.writing.scribe.typed("Hosseini said so", "discussion")  # no key takes it back
        screen.writing.entry.put("Hosseini said so")
        screen.writing.line_guard.look()
        await pilot.pause()
        assert said(screen, "said") == " something else"
        await pilot.press("enter")
        await until(pilot, lambda: "NOT KEPT YET" in said(screen, "said"))


async def test_what_was_on_screen_is_kept_at_once_and_marked(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        await typed(pilot, "Hosseini argued for it")
        await pilot.press("enter")
        await until(pilot, lambda: screen.state.total == 1)
        await until(pilot, lambda: "[names a participant]" in picture(pilot))
        assert "KEPT 1 on disk · 1 marked" in said(screen, "kept")


async def test_a_leak_in_the_last_word_is_held_and_kept_by_a_second_enter(
    house: House, clock: Hand
) -> None:
    start(house.open("desk"), "discussion")
    secretariat = house.open()
    async with guarded(secretariat) as (screen, pilot):
        await ready(screen, pilot)
        await typed(pilot, "so said Hosseini")
        await pilot.press("enter")
        await until(pilot, lambda: "NOT KEPT YET · NAME “Hosseini”" in said(screen, "said"))
        for key in ("Enter keeps it", "^G “one participant”", "^R"):
            assert key in said(screen, "said")
        assert screen.writing.entry.value == "so said Hosseini"
        assert screen.writing.scribe._saved.text == "so said Hosseini", "a crash costs nothing"
        screen.tell("something else")
        assert "NOT KEPT YET" in said(screen, "said"), "nothing may hide that it is not kept"
        await pilot.press("enter")
        await pilot.pause()
        assert screen.writing.entry.value and not screen.writing.scribe.waiting, "held down"
        clock.forward(1)
        await pilot.press("enter")
        await until(pilot, lambda: screen.state.total == 1)
        await until(pilot, lambda: "1 marked" in said(screen, "kept"))
        assert screen.writing.entry.value == ""


async def test_whoever_types_on_loses_and_merges_nothing(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        for key in (*"one Hosseini", "enter", *"two Luo", "enter", "x"):
            pilot.app.simulate_key(key)
        await until(pilot, lambda: screen.state.total == 2)
        assert [line.note.text for line in screen.state.lines] == ["one Hosseini", "two Luo"]
        assert screen.writing.entry.value == "x"
        await until(pilot, lambda: "2 marked" in said(screen, "kept"))


async def test_a_paste_behind_a_held_line_is_the_next_line(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        await typed(pilot, "so said Hosseini")
        await pilot.press("enter")
        screen.writing.entry.post_message(events.Paste("pasted words"))
        await until(pilot, lambda: screen.state.total == 1)
        assert screen.state.lines[0].note.text == "so said Hosseini"
        assert screen.writing.entry.value == "pasted words"


@pytest.mark.parametrize("key", ["backspace", "left", "home", "end"])
async def test_a_held_line_can_be_written_on(house: House, key: str) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        await typed(pilot, "so said Hosseini")
        await pilot.press("enter", key, "x")
        await pilot.pause()
        assert screen.state.total == 0 and not screen.writing.scribe.waiting
        assert len(screen.writing.entry.value) >= len("so said Hosseini")
        assert "NOT KEPT YET" not in said(screen, "said")


async def test_a_held_line_is_mended_or_kept_with_a_reason_and_then_goes(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        await typed(pilot, "so said Hosseini")
        await pilot.press("enter", "ctrl+g")
        assert screen.writing.entry.value == "so said one participant"
        await typed(pilot, " too")
        await pilot.press("enter")
        await until(pilot, lambda: screen.state.total == 1)
        assert screen.state.lines[0].note.text == "so said one participant too"
        await typed(pilot, "so named is Hosseini")
        await pilot.press("enter", "ctrl+r", "3")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert screen.writing.entry.value == "so named is Hosseini"
        await pilot.press("enter")
        await until(pilot, lambda: screen.state.total == 2 and bool(screen.state.dismissals))


async def test_off_the_record_a_held_line_is_cleared_and_never_kept(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        await typed(pilot, "so said Hosseini")
        await pilot.press("enter")
        desk.conduct(OffRecord(True), desk.look().progress)
        await until(pilot, lambda: "OFF THE RECORD" in said(screen, "banner"))
        assert screen.writing.entry.value == "" and not screen.writing.entry.held
        assert screen.guarding.watch is not None and not screen.guarding.watch._read
        await pilot.press("enter", "x")
        desk.conduct(OffRecord(False), desk.look().progress)
        await until(pilot, lambda: "CHATHAM HOUSE RULE" in said(screen, "banner"))
        assert screen.state.total == 0 and not screen.writing.scribe.waiting


async def test_a_held_line_belongs_to_the_segment_of_its_first_letter(
    house: House, clock: Hand
) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        await typed(pilot, "so said Hosseini")
        await pilot.press("enter")
        start(desk, "closing")
        await until(pilot, lambda: "Closing" in said(screen, "topic"))
        assert "NOT KEPT YET" in said(screen, "said")
        await typed(pilot, "next")
        await until(pilot, lambda: desk.look("discussion").lines != ())
        await pilot.press("enter")
        await until(pilot, lambda: desk.look("closing").lines != ())


async def test_a_held_line_is_there_again_after_a_crash(house: House) -> None:
    start(house.open("desk"), "discussion")
    first = house.open()
    async with guarded(first) as (screen, pilot):
        await ready(screen, pilot)
        await typed(pilot, "so said Hosseini")
        await pilot.press("enter")
        await until(pilot, lambda: "NOT KEPT YET" in said(screen, "said"))
        first.volatile.save_line = lambda line: None  # type: ignore[method-assign]
    first.volatile.release()
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        assert screen.writing.entry.value == "so said Hosseini" and screen.state.total == 0
        await pilot.press("enter")
        await until(pilot, lambda: "NOT KEPT YET" in said(screen, "said"))


async def test_an_edit_of_a_marked_point_is_not_held(house: House) -> None:
    start(house.open("desk"), "discussion")
    Pen(house.open("desk")).write("so said Hosseini", "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        await pilot.press("up")
        assert "NAME" in said(screen, "said"), "the mark has told of it"
        await pilot.press("home")
        await typed(pilot, "and ")
        await pilot.press("enter")
        await until(pilot, lambda: screen.state.lines[0].note.text == "and so said Hosseini")


async def test_on_the_desk_it_is_the_same(house: House, clock: Hand) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open("desk"), Desk) as (screen, pilot):
        await ready(screen, pilot)
        await typed(pilot, "iso said Hosseini")
        await pilot.press("enter")
        await until(pilot, lambda: "NOT KEPT YET" in said(screen, "said"))
        await pilot.press("escape")
        assert screen.writing.entry.keys_mode and "NOT KEPT" not in said(screen, "said")
        await pilot.press("i")
        assert screen.writing.entry.value == "so said Hosseini"
        await pilot.press("enter")
        await until(pilot, lambda: screen.state.total == 1)


# Points that are kept ---------------------------------------------------------------------


@pytest.mark.parametrize("face", [Notes, Desk])
async def test_kept_points_are_marked_by_a_word_and_told_in_full_when_chosen(
    house: House, face: type[SessionScreen]
) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    pen = Pen(desk)
    for text in ("Hosseini argued for it", "nobody is named", "the Norwegian participant agreed"):
        pen.write(text, "discussion")
    async with guarded(house.open(face.__name__.lower()), face) as (screen, pilot):
        await until(pilot, lambda: "2 marked" in said(screen, "kept"))
        await pilot.press("f4", "home")
        await until(
            pilot, lambda: "Hosseini argued for it  [names a participant]" in picture(pilot)
        )
        assert "nobody is named\n" in picture(pilot) + "\n"
        await until(pilot, lambda: said(screen, "said").startswith(" NAME “Hosseini”"))
        await pilot.press("end")
        await until(pilot, lambda: said(screen, "said").startswith(" AFFILIATION “the Norw"))


async def test_a_chosen_point_is_mended_by_an_ordinary_edit(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    Pen(desk).write("? Hosseini doubted it #2", "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await until(pilot, lambda: "1 marked" in said(screen, "kept"))
        await pilot.press("f4", "ctrl+g")
        await until(pilot, lambda: screen.state.lines[0].note.revision == 1)
        note = screen.state.lines[0].note
        assert note.text == "One participant doubted it" and note.topics == ("formats",)
        assert note.kind is Kind.QUESTION
        assert said(screen, "said") == " “Hosseini” → “One participant”"
        await until(pilot, lambda: "marked" not in said(screen, "kept"))


async def test_somebody_elses_change_is_not_overwritten(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    note = Pen(desk).write("Hosseini doubted it", "discussion").note
    assert note is not None
    async with guarded(house.open()) as (screen, pilot):
        await until(pilot, lambda: "1 marked" in said(screen, "kept"))
        await pilot.press("f4")
        Pen(desk).edit(note.id, "discussion", note.revision, "Hosseini doubted all of it")
        screen.point_guard.mend(note)
        await until(pilot, lambda: "somebody else" in said(screen, "said"))
        assert desk.look().lines[0].note.text == "Hosseini doubted all of it"


async def test_a_kept_point_is_dismissed_at_once_everywhere_and_stands_again(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    Pen(desk).write("Hosseini is a pass", "discussion")
    async with (
        guarded(house.open()) as (screen, pilot),
        guarded(house.open()) as (other, other_pilot),
    ):
        await until(other_pilot, lambda: "1 marked" in said(other, "kept"))
        await until(pilot, lambda: "1 marked" in said(screen, "kept"))
        await pilot.press("f4", "ctrl+r", "3")
        await until(other_pilot, lambda: "marked" not in said(other, "kept"))
        await until(pilot, lambda: "marked" not in said(screen, "kept"))
        screen.tell("")
        assert said(screen, "said") == (
            " KEPT “Hosseini”: a word, not a name · Ctrl+R lets it stand again"
        )
        await pilot.press("ctrl+r")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await until(pilot, lambda: "a word, not a name" in picture(pilot))
        await pilot.press("right", "enter")
        await until(pilot, lambda: screen.state.dismissals == ())
        await until(other_pilot, lambda: "1 marked" in said(other, "kept"))


async def test_marked_points_of_other_segments_count_and_are_told_before_closing(
    house: House,
) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    Pen(desk).write("Hosseini argued for it", "discussion")
    start(desk, "closing")
    Pen(desk).write("the Norwegian participant agreed", "closing")
    async with guarded(house.open("desk"), Desk) as (screen, pilot):
        await until(pilot, lambda: "2 marked" in said(screen, "kept"))
        Pen(desk).write("Luo said so", "discussion")
        await until(pilot, lambda: "3 marked" in said(screen, "kept"))
        await pilot.press("f9")
        await until(pilot, lambda: "3 points are marked" in picture(pilot))


# The roster -------------------------------------------------------------------------------


class Said:
    """A roster file that says what a test tells it to."""

    def __init__(self) -> None:
        self.next: RosterNews | None = None

    def news(self) -> RosterNews | None:
        news, self.next = self.next, None
        return news


async def test_another_roster_checks_the_line_and_the_points_anew(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facilitator.ui.guarding.LOOK_EVERY", 0.01)
    desk, source = house.open("desk"), Said()
    start(desk, "discussion")
    Pen(desk).write("Zarifi argued for it", "discussion")
    face = partial(Notes, roster=ROSTER, source=source)
    async with shown(house.open(), face) as (screen, pilot):  # type: ignore[arg-type]
        await ready(screen, pilot)
        await typed(pilot, "Zarifi argued")
        source.next = RosterNews(trouble="roster not re-read, the one before serves: line 3: x")
        await until(pilot, lambda: "the one before serves" in said(screen, "said"))
        assert screen.guarding.roster is ROSTER and "marked" not in said(screen, "kept")
        source.next = RosterNews(Roster((Participant("Ali Zarifi", "Ali", "Zarifi"),)))
        await until(pilot, lambda: "1 marked" in said(screen, "kept"))
        screen.tell("")
        assert "NAME “Zarifi”" in said(screen, "said")


async def test_a_roster_read_again_overtakes_no_answer_to_a_key(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facilitator.ui.guarding.LOOK_EVERY", 0.01)
    desk, source = house.open("desk"), Said()
    start(desk, "discussion")
    Pen(desk).write("Zarifi argued for it", "discussion")
    face = partial(Notes, roster=ROSTER, source=source)
    async with shown(house.open(), face) as (screen, pilot):  # type: ignore[arg-type]
        await ready(screen, pilot)
        screen.tell("redone: next")
        source.next = RosterNews(Roster((Participant("Ali Zarifi", "Ali", "Zarifi"),)))
        await until(pilot, lambda: "1 marked" in said(screen, "kept"))
        assert "redone: next" in said(screen, "said")
        screen.tell("")
        source.next = RosterNews(Roster((Participant("Ali Zarifi", "Ali", "Zarifi"),)))
        await until(pilot, lambda: "roster read again, 1 person" in said(screen, "said"))


async def test_whoever_is_typed_in_at_the_desk_is_known_to_the_guard_at_once(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open("desk"), Desk, roster=None) as (screen, pilot):
        await ready(screen, pilot)
        assert "no roster: names not checked" in said(screen, "kept")
        assert isinstance(screen, Desk)
        now = screen.link.secretariat.now()
        revision = screen.chair.floor.revision
        screen.chair.do(Join("Ali Zarifi"), revision, screen.state, now, "Ali Zarifi came")
        screen.show_floor()
        await until(pilot, lambda: "only names typed in are checked" in said(screen, "kept"))
        await pilot.press("i")
        screen.writing.entry.put("Zarifi argued for it")
        await until(pilot, lambda: "NAME “Zarifi”" in said(screen, "said"))


@pytest.mark.parametrize("width", [60, 80])
async def test_without_a_roster_it_is_said_and_attributions_are_still_seen(
    house: House, width: int
) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    async with guarded(house.open(), size=(width, 20), roster=None) as (screen, pilot):
        await ready(screen, pilot)
        assert "no roster: names not checked" in said(screen, "kept")
        await typed(pilot, "the Norwegian participant agreed")
        assert "names not checked" in said(screen, "kept")
        assert "AFFILIATION" in said(screen, "said")
        await until(pilot, lambda: "saved" in said(screen, "kept"))
        assert len(said(screen, "kept")) <= width
        desk.store.mark_roster()
        await pilot.press("ctrl+u")
        await until(pilot, lambda: "here: give --roster" in said(screen, "kept"))


async def test_no_name_of_the_roster_is_shown_that_nobody_typed(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    seen: list[str] = []
    private = [
        part
        for person in ROSTER.participants
        for part in (
            person.name, person.given, person.family, person.affiliation, *person.aliases
        )
        if part
    ]  # fmt: skip
    lines = (
        "the Norwegian participant doubted it",
        "the only man in the room agreed",
        "the woman from Iran said no",
        "speaking for the centre, the third one agreed",
    )
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        for line in lines:
            screen.writing.entry.put(line)
            await pilot.pause()
            seen.append(picture(pilot))
            await pilot.press("ctrl+r")
            seen.append(picture(pilot))
            if pilot.app.screen is not screen:
                await pilot.press("escape")
            for _ in range(2):
                house.clock.forward(1)
                await pilot.press("enter")
            seen.append(picture(pilot))
        await until(pilot, lambda: screen.state.total == len(lines))
        await until(pilot, lambda: "marked" in said(screen, "kept"))
        await pilot.press("f4", "home")
        for _ in lines:
            await pilot.press("down")
            await pilot.pause()
            seen.append(picture(pilot))
        await pilot.press("ctrl+g")
        await pilot.pause()
        for key in ("f1", "escape", "f9"):
            await pilot.press(key)
            seen.append(picture(pilot))
    shown_words = "\n".join(seen)
    assert "TRACEABLE" in shown_words and "AFFILIATION" in shown_words
    assert [part for part in private if part in shown_words] == []


async def test_the_help_says_what_the_guard_cannot_do(house: House) -> None:
    text = " ".join(str(actions.help_text(desk=False)).split())
    for limit in LIMITS:
        assert limit in text


async def test_both_keys_are_in_the_palette_with_a_tooltip(house: House) -> None:
    async with guarded(house.open()) as (screen, pilot):
        titles = {str(c.title).casefold() for c in pilot.app.get_system_commands(screen)}
        assert {"neutral words", "keep words"} <= titles
        known = {binding.id: binding for _, binding in screen._bindings}
        for name in ("mend", "keep_words"):
            assert known[f"session.{name}"].tooltip


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 10), (20, 5), (120, 36)])
async def test_text_from_right_to_left_and_wide_letters_are_told_at_every_size(
    house: House, size: tuple[int, int]
) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open(), size=size) as (screen, pilot):
        await ready(screen, pilot)
        for line in ("گفت مریم حسینی", "罗青山 说", "so said 罗青山"):
            screen.writing.entry.put(f"{line} ")
            await until(pilot, lambda: "NAME" in said(screen, "said"))
            row = said(screen, "said")
            assert cell_len(row) <= size[0] and "G" in row.partition("·")[2]
            await pilot.press("ctrl+u")
