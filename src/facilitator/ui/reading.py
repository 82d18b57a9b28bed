"""What the chair pastes or reads aloud: ready lines, a script to tick off, the closing page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence

from rich.table import Table
from rich.text import Text
from textual import events, getters
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from facilitator.ready_lines import ReadyLine
from facilitator.script_page import Section
from facilitator.ui.bar import while_shown
from facilitator.ui.clipboard import copied
from facilitator.ui.entry import by_position
from facilitator.ui.over import Dialog

STYLES = "reading.tcss"

ROOMY = 22
"""Rows of the screen from which the lines of a script stand apart, to be read at arm's length."""


def hanging(rows: Iterable[tuple[str, str, str]]) -> Table:
    """Rows of (mark, text, style): long texts are wrapped beside their mark, not under it."""
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for mark, text, style in rows:
        table.add_row(Text(mark, "bold"), Text(text, style))
    return table


class ReadyLinesDialog(Dialog[None]):
    """Lines for the chat; a line's key, or Enter, copies it."""

    CSS_PATH = STYLES
    BINDINGS = [
        Binding("escape", "dismiss(None)", "Back", id="lines.back", tooltip="Back to the desk")
    ]

    rows = getters.query_one("#rows", OptionList)
    told = getters.query_one("#told", Static)
    bare = getters.query_one("#bare", Static)

    def __init__(self, lines: Sequence[ReadyLine], copy: Callable[[str], bool] = copied) -> None:
        """`copy` says whether the clipboard took a text; it may block and runs in a thread."""
        super().__init__()
        self._lines, self._copy = tuple(lines), copy
        self._wanted: ReadyLine | None = None
        self._turns = asyncio.Lock()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide reading"):
            yield Static("READY LINES for the chat", classes="question")
            yield OptionList(
                *(Option(hanging([(line.key or " ", line.text, "")])) for line in self._lines),
                id="rows",
                compact=True,
            )
            yield Static(Content("Its letter or Enter copies a line · Esc back"), id="told")
        yield Static(id="bare")

    def on_mount(self) -> None:
        self.rows.highlighted = 0 if self._lines else None
        self.set_focus(self.rows)

    def on_key(self, event: events.Key) -> None:
        if not event.is_printable or event.character is None:
            return
        key = by_position(event.character).lower()
        for place, line in enumerate(self._lines):
            if line.key == key:
                event.stop()
                self.rows.highlighted = place
                self._begin(line)
                return

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._begin(self._lines[event.option_index])

    def _begin(self, line: ReadyLine) -> None:
        self._wanted = line
        self._tell(Content("copying …"))
        self.run_worker(self._finish(line), group="copy")

    async def _finish(self, line: ReadyLine) -> None:
        """Copy one after the other: the clipboard holds what was wanted last."""
        async with self._turns:
            if line is self._wanted:
                done = await asyncio.to_thread(self._copy, line.text)
                if line is self._wanted:
                    self._show(line, done)

    def _show(self, line: ReadyLine, done: bool) -> None:
        if done:
            self._tell(Content.assemble(("copied: ", "bold"), line.text))
        else:
            warning = ("NOT COPIED. ", "bold $text-warning")
            how = "Mark it below with the mouse (Shift)."
            self._tell(Content.assemble(warning, how), line.text)

    @while_shown
    def _tell(self, words: Content, bare: str = "") -> None:
        self.told.update(words)
        self.bare.update(Content(bare))
        self.set_class(bool(bare), "-bare")
        if bare:
            self.call_after_refresh(self.rows.scroll_to_highlight)


class ScriptDialog(Dialog[frozenset[int]]):
    """A script read aloud line by line; gives back the places of the lines that were read."""

    CSS_PATH = STYLES
    BINDINGS = [
        Binding("space", "tick", "Read", id="script.tick", tooltip="Tick the line, go on"),
        Binding("escape", "leave", "Back", id="script.back", tooltip="Back; the ticks stay"),
    ]

    rows = getters.query_one("#rows", OptionList)
    count = getters.query_one("#count", Static)

    def __init__(
        self, title: str, lines: Sequence[str], ticked: frozenset[int] = frozenset()
    ) -> None:
        """`ticked`: the places, from 0, of the lines read before."""
        super().__init__()
        self._title, self._lines = title, tuple(lines)
        self._ticked = frozenset(place for place in ticked if place < len(self._lines))

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide reading"):
            yield Static(id="count", classes="question")
            yield OptionList(id="rows", compact=True)
            yield Static("Space or Enter: read, on to the next · Esc back", classes="detail")

    def on_mount(self) -> None:
        rows = self.rows
        rows.add_options([Option(self._row(place)) for place in range(len(self._lines))])
        rows.add_option(Option(self._end()))
        self._tell()
        rows.highlighted = self._unread_from(0)
        self.set_focus(rows)

    def on_resize(self) -> None:
        for place in range(len(self._lines)):
            self.rows.replace_option_prompt_at_index(place, self._row(place))
        self.call_after_refresh(self.rows.scroll_to_highlight)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_index == len(self._lines):
            self.action_leave()
        else:
            self._tick(event.option_index)

    def action_tick(self) -> None:
        """Tick the chosen line and go on; on a line ticked before, take the tick off."""
        place = self.rows.highlighted
        if place is not None and place < len(self._lines):
            self._tick(place)

    def action_leave(self) -> None:
        """Go back, with the ticks."""
        self.dismiss(self._ticked)

    def _tick(self, place: int) -> None:
        self._ticked ^= {place}
        self.rows.replace_option_prompt_at_index(place, self._row(place))
        self.rows.replace_option_prompt_at_index(len(self._lines), self._end())
        self._tell()
        if place in self._ticked:
            self.rows.highlighted = self._unread_from(place)

    def _unread_from(self, place: int) -> int:
        """The first unread line from there on; past the last line where all are read."""
        after = range(place, len(self._lines))
        return next((n for n in after if n not in self._ticked), len(self._lines))

    def _row(self, place: int) -> Table:
        read = place in self._ticked
        rows = [("✓" if read else "·", self._lines[place], "dim" if read else "")]
        if self.size.height >= ROOMY:
            rows.append(("", "", ""))
        return hanging(rows)

    def _end(self) -> Content:
        left = len(self._lines) - len(self._ticked)
        words = f"Back: {left} not read yet" if left else "Done: all read"
        return Content.styled(words, "bold")

    def _tell(self) -> None:
        read = f"{len(self._ticked)} of {len(self._lines)} read"
        self.count.update(Content(f"{self._title} · {read}"))


class ClosingPageDialog(Dialog[None]):
    """The page to read aloud at the end."""

    CSS_PATH = STYLES
    BINDINGS = [
        Binding("escape,enter", "dismiss(None)", "Back", id="page.back", tooltip="Back"),
        Binding("space", "page", "Further", id="page.on", tooltip="The next screenful"),
    ]

    page = getters.query_one("#page", VerticalScroll)

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self._sections = tuple(sections)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide reading"):
            yield Static("TO READ ALOUD", classes="question")
            with VerticalScroll(id="page"):
                for section in self._sections:
                    yield Static(Content(section.title), classes="heading")
                    yield Static(
                        hanging(
                            ("–" if line.depth else "·", line.text, "") for line in section.lines
                        )
                    )
            yield Static("↑ ↓ Space: further · Esc back", classes="detail")

    def on_mount(self) -> None:
        self.set_focus(self.page)

    def action_page(self) -> None:
        """Show the next screenful."""
        self.page.scroll_page_down(animate=False)
