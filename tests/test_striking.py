"""A struck point is nowhere: no file, no line, no undo, and nothing brings it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import House
from draft_room import choose, drafting, kept
from facilitator.drafting_table import DraftingTable
from facilitator.files.left_behind import Written
from facilitator.pen import Pen
from facilitator.ports import Unfinished, Waiting
from facilitator.rapporteur import plans
from facilitator.rapporteur.editorial import Write
from facilitator.record import Kind, Note, Struck, Words
from facilitator.ui.dialogs import Ask, Notices
from facilitator.ui.notes import Notes
from test_screens import shown, start, type_line, until

SECRET = "unutterable"


@pytest.fixture
def memory(house: House) -> Iterator[House]:
    start(house.open("desk"), "discussion")
    yield house


def nowhere(house: House, words: str = SECRET) -> bool:
    files = [p for folder in (house.folder, house.runtime) for p in folder.iterdir() if p.is_file()]
    return not any(words.encode() in p.read_bytes() for p in files)


def point(house: House, text: str) -> Note:
    note = Pen(house.open()).write(text, "discussion").note
    assert note is not None
    return note


@pytest.mark.parametrize("memory_folder", [True, False], ids=["in memory", "without one"])
def test_the_line_of_a_dead_screen_forgets_a_struck_point(
    memory: House, memory_folder: bool
) -> None:
    note = point(memory, f"{SECRET} words")
    dead = memory.open("notes", memory=memory_folder).volatile
    other = Waiting(b"o" * 16, "discussion", "another line")
    waiting = (Waiting(note.id, "discussion", f"{SECRET} again"), other)
    dead.save_line(Unfinished("discussion", f"{SECRET} more", 0, waiting, note.id, 0))
    assert not nowhere(memory)
    dead.release()
    assert memory.open("desk", memory=memory_folder).strike(note.id).wiped
    assert nowhere(memory)
    again = memory.open("notes", memory=memory_folder).volatile.left_line()
    assert again == Unfinished(waiting=(other,)), "what was meant for other points stays"


def test_a_line_that_was_no_change_of_the_point_is_left_alone(memory: House) -> None:
    note = point(memory, f"{SECRET} words")
    dead = memory.open("notes").volatile
    line = Unfinished("discussion", "a new thought", 1)
    dead.save_line(line)
    dead.release()
    memory.open("desk").strike(note.id)
    assert memory.open("notes").volatile.left_line() == line


@given(st.lists(st.binary(min_size=1, max_size=1), max_size=6), st.booleans())
def test_nothing_meant_for_a_struck_point_stays_in_a_line(ids: list[bytes], edits: bool) -> None:
    gone = {b"\0"}
    waiting = tuple(Waiting(i, "qa", i.hex()) for i in ids)
    line = Unfinished("qa", "text", 0, waiting, b"\0" if edits else None, 3)
    kept_line = line.without(gone)
    assert [w.id for w in kept_line.waiting] == [i for i in ids if i not in gone]
    assert (kept_line.text == "text") is not edits
    assert kept_line.without(gone) == kept_line


async def test_a_screen_that_comes_back_does_not_make_a_struck_point_a_new_line(
    memory: House,
) -> None:
    note = point(memory, f"{SECRET} words")
    dead = memory.open("notes").volatile
    dead.save_line(Unfinished("discussion", f"{SECRET} words, changed", 0, (), note.id, 0))
    # Struck where the dead screen's folder is not seen, as by the rapporteur's command.
    command = memory.open("command")
    command.store.strike(note.id)
    assert command.wipe() and not nowhere(memory)
    dead.release()
    async with shown(memory.open("notes"), Notes) as (screen, _):
        assert screen.writing.entry.value == ""
        assert nowhere(memory)


async def test_a_change_taken_up_again_is_one_of_the_text_that_it_was_begun_on(
    memory: House,
) -> None:
    note = point(memory, "as it was")
    dead = memory.open("notes").volatile
    dead.save_line(Unfinished("discussion", "as one wants it", 0, (), note.id, note.revision))
    dead.release()
    memory.open().store.edit(note.id, note.revision, Words(Kind.POINT, "as another wants it"))
    async with shown(memory.open("notes"), Notes) as (screen, pilot):
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is not screen)
        assert "Differing" in str(pilot.app.screen), "both texts are shown"
        assert memory.open().store.note(note.id).text == "as another wants it"  # type: ignore[union-attr]


async def test_another_screen_forgets_what_it_had_put_aside_and_what_it_changes(
    memory: House,
) -> None:
    async with shown(memory.open("notes"), Notes) as (screen, pilot):
        await type_line(screen, pilot, f"{SECRET} one")
        await type_line(screen, pilot, "a point that stays")
        await until(pilot, lambda: screen.state.total == 2)
        one, stays = (line.note for line in screen.state.lines)
        scribe = screen.writing.scribe
        screen.writing.edit(stays)
        screen.writing.entry.put("a point that stays, changed")
        await pilot.press("escape")
        screen.writing.edit(one)
        screen.writing.entry.put(f"{SECRET} one, changed")
        await pilot.press("escape")
        screen.writing.edit(one)
        screen.writing.entry.put(f"{SECRET} one, changed again")
        await until(pilot, lambda: scribe.text.endswith("again"))
        assert len(scribe.aside) == 2
        # In another part of the meeting than the one that the screen shows by now.
        start(memory.open("desk"), "closing")
        await until(pilot, lambda: screen.state.segment == "closing")
        memory.open("command").strike(one.id)
        await until(pilot, lambda: len(scribe.aside) == 1)
        assert screen.writing.entry.value == "" and scribe.edits is None
        assert SECRET not in str(vars(scribe)) and one.id not in scribe.pen.own
        assert scribe.aside[0][0] == "a point that stays, changed"
        await until(pilot, lambda: nowhere(memory))


async def test_another_rapporteurs_words_put_aside_go_with_the_point(memory: House) -> None:
    one, two = kept(memory.open("command"), f"{SECRET} one", "two")
    async with drafting(memory.open("draft")) as (screen, pilot):
        for note in (one, two):
            choose(screen, note.text)
            await pilot.press("enter")
            await until(pilot, lambda: screen.line.purpose is not None)
            screen.line.entry.put(f"{note.text}, half changed")
            await pilot.press("escape")
            await until(pilot, lambda: screen.line.purpose is None)
        choose(screen, one.text)
        await pilot.press("enter")
        await until(pilot, lambda: screen.line.purpose is not None)
        assert screen.line.entry.value.endswith("half changed"), "they come back"
        memory.open("command").strike(one.id)
        await until(pilot, lambda: screen.line.purpose is None)
        assert SECRET not in str(screen.line._put_aside) + screen.line.entry.value
        assert "two, half changed" in str(screen.line._put_aside)


def test_a_sentence_written_again_and_struck_then_is_in_no_undo(memory: House) -> None:
    secretariat = memory.open("draft")
    table = DraftingTable(secretariat)
    sentence = Note(b"s" * 16, "discussion", Kind.POINT, f"{SECRET} sentence")
    table.take(Write(sentence), "sentence")
    stands = table.look().notes[sentence.id]
    table.take(plans.reword(stands, Words(Kind.POINT, f"{SECRET} twice")), "edit")
    table.history.undo()
    table.history.undo()
    table.history.check(table.look().notes)
    assert table.history.redo() == "sentence", "what was only taken back can be written again"
    (again,) = table.look().notes.values()
    memory.open("command").strike(again.id)
    table.history.check(table.look().notes)
    assert table.history.remembered() == frozenset()
    assert SECRET not in str(vars(table.history))


def test_neither_a_retry_nor_a_redo_brings_a_struck_point_back(memory: House) -> None:
    note = point(memory, f"{SECRET} words")
    table = DraftingTable(memory.open("draft"))
    table.take(plans.convert(table.look().notes[note.id], Kind.CONCERN), "now: concern")
    table.history.undo()
    other = memory.open("notes")
    assert other.strike(note.id).wiped
    with pytest.raises(Struck):
        Pen(other).write(note.text, "discussion", note_id=note.id)
    with pytest.raises(Struck):
        other.store.edit(note.id, note.revision, Words(note.kind, note.text))
    with pytest.raises(Exception, match="struck"):
        table.history.redo()
    assert other.store.struck([note.id, b"x" * 16]) == {note.id}
    assert nowhere(memory)


def test_what_was_merged_into_a_struck_point_goes_along(memory: House) -> None:
    one, two = point(memory, "kept words"), point(memory, f"{SECRET} words")
    store = memory.open().store
    store.merge(two.id, two.revision, one.id, one.revision)
    folder = memory.folder / "texts"
    folder.mkdir()
    (folder / "brief.md").write_text(f"before: {SECRET} words")
    store.wrote([str(folder / "brief.md")])
    erased = memory.open().strike(one.id)
    assert erased.left == (f"still holds it: {folder / 'brief.md'}",)
    assert store.snapshot(None).notes == () and nowhere(memory)


def test_a_pdf_is_looked_into(tmp_path: Path) -> None:
    typst = pytest.importorskip("typst")
    (tmp_path / "a.typ").write_text("Funds should flow\n\nthrough *one channel* alone.")
    typst.compile(str(tmp_path / "a.typ"), output=str(tmp_path / "a.pdf"))
    name = str(tmp_path / "a.pdf")
    assert Written().still_holding([name], ["flow through one channel alone"]) == (
        f"still holds it: {name}",
    )
    assert Written().still_holding([name], ["flow through two channels"]) == ()


async def test_the_screen_names_the_exports_that_still_hold_the_words(memory: House) -> None:
    brief = memory.folder / "brief.md"
    brief.write_text("* Unutterable *one*.")
    memory.open().store.wrote([str(brief)])
    async with shown(memory.open("notes"), Notes) as (screen, pilot):
        await type_line(screen, pilot, f"{SECRET} one")
        await until(pilot, lambda: screen.state.total == 1)
        await pilot.press("ctrl+k")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await pilot.press("right", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Notices))
        told = pilot.app.screen.query(".notice").results()
        assert [str(each.content) for each in told][1:] == [f"· still holds it: {brief}"]  # type: ignore[attr-defined]


async def test_a_note_takers_own_line_written_again_and_struck_then_is_in_no_undo(
    memory: House,
) -> None:
    async with shown(memory.open("notes"), Notes) as (screen, pilot):
        await type_line(screen, pilot, f"{SECRET} one")
        await until(pilot, lambda: screen.state.total == 1)
        screen.writing.edit(screen.state.lines[0].note)
        await type_line(screen, pilot, f"{SECRET} one, better")
        await until(pilot, lambda: screen.state.lines[0].note.revision == 1)
        for back in (True, True, False):
            await screen.doing.turn(back=back)
        await until(pilot, lambda: screen.state.total == 1)
        memory.open("command").strike(screen.state.lines[0].note.id)
        await until(pilot, lambda: screen.doing.history.remembered() == frozenset())
        assert SECRET not in str(vars(screen.doing.history))


async def test_the_guard_of_another_screen_forgets_the_words(memory: House) -> None:
    note = point(memory, f"{SECRET} words")
    async with shown(memory.open("notes"), Notes) as (screen, pilot):
        await until(pilot, lambda: screen.guarding.watch is not None)
        watch = screen.guarding.watch
        await until(pilot, lambda: SECRET in str(watch._read))
        memory.open("command").strike(note.id)
        await until(pilot, lambda: SECRET not in str(watch._read))
        await until(pilot, lambda: SECRET not in str(vars(screen.guarding._marking)))
