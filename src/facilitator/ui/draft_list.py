"""Lines of one row each, drawn only where they are in view: ten thousand cost as much as ten."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment as Cell
from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

Part = tuple[str, str]
"""Some words and the name of their style, one of `STYLES` or ""."""

STYLES = ("muted", "heading", "strong", "warning", "mark", "empty")

Draw = Callable[[int, int], Sequence[Part]]
"""The parts of a line, by its number and the width."""


class Lines(ScrollView, can_focus=True):
    """Shows lines, one of them chosen; the screen has the keys."""

    COMPONENT_CLASSES = {"lines--chosen", *(f"lines--{name}" for name in STYLES)}

    DEFAULT_CSS = """
    Lines { height: 1fr; min-height: 1; background: $background; }
    Lines { scrollbar-size-vertical: 1; overflow-x: hidden; }
    Lines > .lines--muted { color: $text-muted; }
    Lines > .lines--heading { color: $text-accent; text-style: bold; }
    Lines > .lines--strong { text-style: bold; }
    Lines > .lines--warning { color: $text-warning; text-style: bold; }
    Lines > .lines--mark { color: $text-success; text-style: bold; }
    Lines > .lines--empty { color: $text-muted; text-style: italic; }
    Lines > .lines--chosen { background: $accent 30%; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._count = 0
        self._draw: Draw = lambda number, width: ()
        self._choosable: Callable[[int], bool] = lambda number: True
        self._empty = ""
        self.chosen: int | None = None
        self.resumes = 0
        """The line with which the arrows go on where none is chosen."""
        # Told at once: the next key may already be on its way, and means the new line.
        self.moved: Callable[[int | None], None] = lambda number: None
        self.lit: tuple[int, int] = (0, 0)
        """Lines [start, end) that are shown as chosen besides."""

    def show(
        self,
        count: int,
        draw: Draw,
        choosable: Callable[[int], bool] = lambda number: True,
        empty: str = "",
    ) -> None:
        """Show so many lines."""
        self._count, self._draw, self._choosable, self._empty = count, draw, choosable, empty
        if self.chosen is not None and self.chosen >= count:
            self.chosen = None
        self.virtual_size = Size(self.scrollable_content_region.width, max(1, count))
        self.refresh()

    def on_resize(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, max(1, self._count))
        self.reveal()

    def render_line(self, y: int) -> Strip:
        number, width = self.scroll_offset.y + y, self.size.width
        base = self.rich_style
        if number >= self._count:
            if number or not self._empty:
                return Strip.blank(width, base)
            style = self.get_component_rich_style("lines--empty")
            return Strip([Cell(f" {self._empty}", style)]).adjust_cell_length(width, base)
        if self._is_lit(number):
            base += self.get_component_rich_style("lines--chosen")
        cells = []
        for words, name in self._draw(number, width):
            own = base
            if name:
                own = base + self.get_component_rich_style(f"lines--{name}", partial=True)
            cells.append(Cell(words, own))
        return Strip(cells).adjust_cell_length(width, base)

    def _is_lit(self, number: int) -> bool:
        return number == self.chosen or self.lit[0] <= number < self.lit[1]

    # Choosing

    def choose(self, number: int | None, *, tell: bool = True) -> None:
        """Choose a line and bring it into view."""
        if number is not None and not (0 <= number < self._count and self._choosable(number)):
            number = None
        moved = number != self.chosen
        self.chosen = number
        self.reveal()
        if moved and tell:
            self.moved(number)

    def step(self, by: int) -> None:
        """Choose a line further down, or (negative) up."""
        if not self._count:
            return
        way = 1 if by > 0 else -1
        resumes = min(self.resumes, self._count - 1) - (way > 0)
        at = resumes if self.chosen is None else self.chosen
        left, last = abs(by), self.chosen
        while left and 0 <= at + way < self._count:
            at += way
            if self._choosable(at):
                last, left = at, left - 1
        self.choose(last)

    def reveal(self) -> None:
        """Bring what is chosen into view, with the heading above it at the very top."""
        start, end = self.lit if self.chosen is None else (self.chosen, self.chosen + 1)
        if end > start and self.size.height:
            while self.chosen is not None and start and not self._choosable(start - 1):
                start -= 1
            height = max(1, self.size.height)
            region = Region(0, max(start, end - height), 1, min(height, end - start))
            self.scroll_to_region(region, animate=False, force=True, center=self.chosen is None)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        number = event.y + self.scroll_offset.y
        if 0 <= number < self._count and self._choosable(number):
            self.choose(number)


def cut(text: str, cells: int) -> str:
    """The text in so many cells, its end shortened."""
    if cell_len(text) <= cells:
        return text
    return set_cell_size(text, max(0, cells - 1)).rstrip() + "…" if cells > 0 else ""
