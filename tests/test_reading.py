"""The dialogs to paste and read from, and the clipboard behind them."""

from __future__ import annotations

import os
import select
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from facilitator.ready_lines import ReadyLine
from facilitator.rule_text import RULE_TEXT
from facilitator.script_page import PageLine, Section
from facilitator.ui import reading
from facilitator.ui.app import FacilitatorApp
from facilitator.ui.clipboard import copied
from facilitator.ui.reading import ClosingPageDialog, ReadyLinesDialog, ScriptDialog
from settling import until

UI = Path(reading.__file__).parent
SIZES = [(80, 24), (60, 20), (20, 5)]
HOSTILE = "[/] [@click=app.quit]x[/] [b"

LINES = (
    ReadyLine("2", "Two minutes, please."),
    ReadyLine("q", "May I ask you to put the question in one sentence?"),
    ReadyLine("r", RULE_TEXT),
    ReadyLine("", HOSTILE),
)
SCRIPT = ("Welcome to the meeting.", RULE_TEXT, "Raise your hand to speak.")
PAGE = (
    Section("Agreed, as tested", (PageLine("A contact group of neighbours."),)),
    Section(
        "Where views differ",
        (PageLine("One side: Settlement first."), PageLine("The other side: Security first.", 1)),
    ),
    Section("Set aside", tuple(PageLine(f"Matter {n}, {HOSTILE}") for n in range(30))),
)


class Host(App[None]):
    """A screen with something on its first row, and one dialog over it."""

    CSS_PATH = UI / "app.tcss"
    HORIZONTAL_BREAKPOINTS = FacilitatorApp.HORIZONTAL_BREAKPOINTS
    VERTICAL_BREAKPOINTS = FacilitatorApp.VERTICAL_BREAKPOINTS

    def __init__(self, dialog: Callable[[], ModalScreen[object]]) -> None:
        super().__init__()
        self._dialog = dialog
        self.answers: list[object] = []

    def compose(self) -> ComposeResult:
        yield Static("THE RULE")

    def on_mount(self) -> None:
        self.push_screen(self._dialog(), self.answers.append)


def rows(pilot: Pilot[None]) -> list[str]:
    """What a person reads, row by row."""
    return [strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips()]


def text(pilot: Pilot[None]) -> str:
    return "\n".join(rows(pilot))


class Clipboard:
    """A clipboard that works or not, and remembers."""

    def __init__(self, works: bool = True) -> None:
        self.works = works
        self.texts: list[str] = []
        self.open = threading.Event()
        self.open.set()

    def __call__(self, given: str) -> bool:
        self.open.wait(30)
        self.texts.append(given)
        return self.works


@pytest.mark.parametrize("key", ["2", "۲", "٢"])
async def test_the_key_of_a_line_copies_it_on_any_layout(key: str) -> None:
    board = Clipboard()
    async with Host(lambda: ReadyLinesDialog(LINES, board)).run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        await until(pilot, lambda: "copied: Two minutes, please." in text(pilot))
    assert board.texts == ["Two minutes, please."]


@pytest.mark.parametrize("key", ["q", "й", "ض", "Q"])
async def test_letters_count_by_their_position(key: str) -> None:
    board = Clipboard()
    async with Host(lambda: ReadyLinesDialog(LINES, board)).run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        await until(pilot, lambda: board.texts == [LINES[1].text])


async def test_enter_copies_the_chosen_line_even_one_without_a_key() -> None:
    board = Clipboard()
    async with Host(lambda: ReadyLinesDialog(LINES, board)).run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "enter")
        await until(pilot, lambda: "copied:" in text(pilot))
        assert board.texts == [HOSTILE], "not a sign of it is taken for markup"
        await pilot.press("escape")
        assert pilot.app.answers == [None]  # type: ignore[attr-defined]


async def test_copied_is_not_said_before_it_is_true() -> None:
    board = Clipboard()
    board.open.clear()
    async with Host(lambda: ReadyLinesDialog(LINES, board)).run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await until(pilot, lambda: "copying" in text(pilot))
        await pilot.press("down", "down")  # a clipboard that hangs does not freeze the screen
        assert pilot.app.screen.query_one(OptionList).highlighted == 2
        assert "copied" not in text(pilot)
        board.open.set()
        await until(pilot, lambda: "copied: Two minutes" in text(pilot))


async def test_of_lines_wanted_in_haste_the_last_one_is_on_the_clipboard() -> None:
    board = Clipboard()
    board.open.clear()
    async with Host(lambda: ReadyLinesDialog(LINES, board)).run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "2", "q")
        board.open.set()
        await until(pilot, lambda: "copied: May I ask" in text(pilot))
    assert board.texts[-1] == LINES[1].text


@pytest.mark.parametrize("size", SIZES)
async def test_what_cannot_be_copied_stands_bare_from_the_first_column(
    size: tuple[int, int],
) -> None:
    dialog = lambda: ReadyLinesDialog(LINES, Clipboard(works=False))  # noqa: E731
    async with Host(dialog).run_test(size=size) as pilot:
        await pilot.press("2")
        line = LINES[0].text if size[0] > 20 else "Two minutes, please."
        await until(pilot, lambda: line in rows(pilot))
        assert "copied" not in text(pilot)
        assert rows(pilot)[0].startswith("THE RULE"), "the first row stays in sight"
        if size[1] > 5:
            assert "NOT COPIED. Mark it below with the mouse (Shift)." in text(pilot)
        await pilot.press("r")
        await until(pilot, lambda: any(row.startswith(RULE_TEXT[:14]) for row in rows(pilot)))
        if size[1] > 5:
            bare = [row for row in rows(pilot) if row[:1].isalpha()][1:]
            assert " ".join(" ".join(bare).split()) == RULE_TEXT


async def test_a_line_copied_after_one_that_was_not_takes_the_bare_line_away() -> None:
    board = Clipboard(works=False)
    async with Host(lambda: ReadyLinesDialog(LINES, board)).run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await until(pilot, lambda: LINES[0].text in rows(pilot))
        board.works = True
        await pilot.press("2")
        await until(pilot, lambda: "copied: Two" in text(pilot))
        assert LINES[0].text not in rows(pilot)


async def test_a_dialog_left_while_copying_is_no_crash() -> None:
    board = Clipboard()
    board.open.clear()
    async with Host(lambda: ReadyLinesDialog(LINES, board)).run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await pilot.press("escape")
        assert pilot.app.answers == [None]  # type: ignore[attr-defined]
        board.open.set()
        await until(pilot, lambda: board.texts == [LINES[0].text])


def script(ticked: frozenset[int] = frozenset()) -> Callable[[], ModalScreen[object]]:
    return lambda: ScriptDialog("Welcome", SCRIPT, ticked)  # type: ignore[return-value]


async def test_a_script_is_ticked_line_by_line_and_the_ticks_come_back() -> None:
    async with Host(script()).run_test(size=(80, 24)) as pilot:
        assert "Welcome · 0 of 3 read" in text(pilot)
        await pilot.press("space")
        assert "1 of 3 read" in text(pilot)
        assert any("✓ Welcome to the meeting." in row for row in rows(pilot))
        await pilot.press("enter")
        assert "Back: 1 not read yet" in text(pilot)
        await pilot.press("escape")
        assert pilot.app.answers == [frozenset({0, 1})]  # type: ignore[attr-defined]


async def test_at_the_end_enter_goes_back_and_space_does_not() -> None:
    async with Host(script(frozenset({0, 7}))).run_test(size=(80, 24)) as pilot:
        assert "1 of 3 read" in text(pilot), "ticks of lines that are gone do not count"
        await pilot.press("space", "space", "space")
        assert "3 of 3 read" in text(pilot) and "Done: all read" in text(pilot)
        assert pilot.app.answers == []  # type: ignore[attr-defined]
        await pilot.press("enter")
        assert pilot.app.answers == [frozenset({0, 1, 2})]  # type: ignore[attr-defined]


async def test_a_tick_can_be_taken_off_again() -> None:
    async with Host(script(frozenset({0, 1}))).run_test(size=(80, 24)) as pilot:
        await pilot.press("up", "up", "space")
        assert "1 of 3 read" in text(pilot)
        assert pilot.app.screen.query_one(OptionList).highlighted == 0
        await pilot.press("space", "escape")
        assert pilot.app.answers == [frozenset({0, 1})]  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", SIZES[:2])
async def test_the_longest_line_of_a_script_is_read_whole(size: tuple[int, int]) -> None:
    async with Host(script(frozenset({0}))).run_test(size=size) as pilot:
        shown = " ".join(" ".join(row.strip(" │") for row in rows(pilot)).split())
        assert RULE_TEXT in shown
        assert "Space or Enter" in shown


@pytest.mark.parametrize("size", SIZES)
async def test_the_closing_page_is_read_to_its_end(size: tuple[int, int]) -> None:
    dialog = lambda: ClosingPageDialog(PAGE)  # noqa: E731
    async with Host(dialog).run_test(size=size) as pilot:  # type: ignore[arg-type]
        assert rows(pilot)[0].startswith("THE RULE")
        if size[1] > 5:
            assert "Agreed, as tested" in text(pilot)
            assert "– The other side: Security first." in text(pilot)
        await pilot.press("end")
        await until(pilot, lambda: "[b" in text(pilot).split("Space")[0].rstrip(" │\n↑↓"))
        await pilot.press("escape")
        assert pilot.app.answers == [None]  # type: ignore[attr-defined]


async def test_space_turns_the_page() -> None:
    dialog = lambda: ClosingPageDialog(PAGE)  # noqa: E731
    async with Host(dialog).run_test(size=(80, 24)) as pilot:  # type: ignore[arg-type]
        assert "Matter 20" not in text(pilot)
        await pilot.press("space")
        await until(pilot, lambda: "Matter 20" in text(pilot))


@pytest.mark.parametrize(
    "dialog",
    [lambda: ReadyLinesDialog((), Clipboard()), script(), lambda: ClosingPageDialog(PAGE)],
    ids=["lines", "script", "page"],
)
async def test_the_terminal_may_change_its_size_at_any_time(
    dialog: Callable[[], ModalScreen[object]],
) -> None:
    async with Host(dialog).run_test(size=(80, 24)) as pilot:
        for size in [(60, 20), (20, 5), (8, 3), (120, 36), (80, 24)]:
            await pilot.resize_terminal(*size)
            await pilot.press("down", "up")
        await pilot.press("escape")
        assert len(pilot.app.answers) == 1  # type: ignore[attr-defined]


# The clipboard itself, with a library that does as the test wants


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Put a library of the given source in the place of pyperclip; its clipboard is a file."""
    board = tmp_path / "board"

    def put(source: str) -> Path:
        start = f"import os, pathlib, signal, subprocess, sys\nB = pathlib.Path({str(board)!r})\n"
        (tmp_path / "pyperclip.py").write_text(start + source)
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))
        return board

    return put


WORKS = """
def copy(text): B.write_bytes(text.encode())
def paste(): return B.read_bytes().decode()
"""
STAYS = """
stays = subprocess.Popen([sys.executable, '-c', 'import signal; signal.pause()'])
B.with_name('pid').write_text(str(stays.pid))
"""
HANGS = """
fifo = os.open(B.with_name('alive'), os.O_WRONLY)
os.write(fifo, b'x')
subprocess.Popen([sys.executable, '-c', 'import signal; signal.pause()'], pass_fds=[fifo])
def copy(text): signal.pause()
"""
LONG = 30.0
"""Seconds within which any machine starts a process."""


def test_copied_is_what_the_clipboard_gives_back(library: Callable[[str], Path]) -> None:
    board = library(WORKS)
    assert copied("Two minutes, Excellency. دو دقیقه ✓", LONG)
    assert board.read_text("utf-8") == "Two minutes, Excellency. دو دقیقه ✓"


@pytest.mark.parametrize(
    "source",
    [
        "def copy(text): pass\ndef paste(): return 'something else'\n",
        "def copy(text): raise RuntimeError(text)\n",
        "raise ImportError\n",
        "def copy(text): os.abort()\n",
    ],
    ids=["other text", "no clipboard", "no library", "crash"],
)
def test_nothing_else_counts_as_copied(library: Callable[[str], Path], source: str) -> None:
    library(source)
    assert not copied("a line", LONG)


def test_a_text_that_cannot_be_written_is_not_copied(library: Callable[[str], Path]) -> None:
    library(WORKS)
    assert not copied("\ud800", LONG)


def test_no_interpreter_means_no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    assert not copied("a line")


def test_a_library_lying_in_the_present_folder_is_not_run(
    library: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library(WORKS)
    folder = tmp_path / "downloads"
    folder.mkdir()
    (folder / "pyperclip.py").write_text("raise ImportError")
    monkeypatch.chdir(folder)
    assert copied("a line", LONG)


def test_nothing_a_clipboard_tool_says_reaches_the_terminal(
    library: Callable[[str], Path], capfd: pytest.CaptureFixture[str]
) -> None:
    noise = "os.system('echo loud; echo loud >&2; echo loud >/dev/tty')\n"
    library(noise + WORKS)
    assert copied("a line", LONG)
    assert capfd.readouterr() == ("", "")


def test_a_tool_that_stays_to_serve_the_text_does_not_hold_us_up(
    library: Callable[[str], Path],
) -> None:
    board = library(STAYS + WORKS)
    assert copied("a line", LONG)
    # It was left alive: killing what is gone raises.
    os.kill(int(board.with_name("pid").read_text()), signal.SIGKILL)


def test_a_clipboard_that_hangs_is_ended_with_its_tools(library: Callable[[str], Path]) -> None:
    alive = library(HANGS).with_name("alive")
    os.mkfifo(alive)
    reader = os.open(alive, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert not copied("a line", 1.0)
        if os.read(reader, 1):  # else it had not even begun: a busy machine
            poll = select.poll()
            poll.register(reader, 0)
            assert poll.poll(1_000 * LONG), "whoever held the other end is gone"
    finally:
        os.close(reader)
