"""The points of a segment as one line-drawn widget: ten thousand cost as much as ten.

Only the rows in view are drawn; the rows of a point are wrapped once and remembered.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from rich.segment import Segment as Cell
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from facilitator.record import Agreement, Kind, Line, Mark, Note, NoteId

KIND_CELLS = 14
"""Width of the column that names each point's kind."""

OWN, AT = "·", "▸"
"""What stands before a line that was written here, and before the one the note line stands at."""

LABELS = {Kind.POINT: "", Kind.FACT: "check", Kind.GAP: "gap"}


Row = tuple[str, int]
"""One row of a point, and where in it the mark begins."""


def _styled_from(part: Content) -> int:
    """Where the first style of a row begins; its end where it has none."""
    return min((span.start for span in part.spans), default=len(part.plain))


class PointsView(ScrollView, can_focus=True):
    """Shows points; with the focus, lets a person choose and arrange them."""

    class Chosen(Message):
        """Enter was pressed on a point: edit it."""

        def __init__(self, line: Line) -> None:
            self.line = line
            super().__init__()

    class Asked(Message):
        """Something else was asked of the chosen point."""

        def __init__(self, verb: str, line: Line) -> None:
            self.verb = verb
            self.line = line
            super().__init__()

    class Turned(Message):
        """The person wants to see the points of another segment."""

        def __init__(self, step: int) -> None:
            self.step = step
            super().__init__()

    class Focused(Message):
        """The points got or lost the keyboard."""

    class Lettered(Message):
        """A letter that means nothing to the points was pressed."""

        def __init__(self, key: str) -> None:
            self.key = key
            super().__init__()

    class Moved(Message):
        """Another point is chosen."""

    class Left(Message):
        """The person wants back to the note line."""

    BINDINGS = [
        Binding("up,k", "choose(-1)", "Choose", id="points.up", tooltip="The point above"),
        Binding("down,j", "choose(1)", show=False, id="points.down", tooltip="The point below"),
        Binding("pageup", "choose(-10)", show=False, id="points.pageup"),
        Binding("pagedown", "choose(10)", show=False, id="points.pagedown"),
        Binding("home", "choose(-1000000)", show=False, id="points.home"),
        Binding("end", "choose(1000000)", show=False, id="points.end"),
        Binding("enter", "edit", "Edit", id="points.edit", tooltip="Edit this point"),
        Binding("tab,right", "ask('nest')", "Nest", id="points.nest", tooltip="Under the above"),
        Binding(
            "shift+tab,left",
            "ask('lift')",
            "Lift",
            id="points.lift",
            tooltip="Out from under its parent",
        ),
        Binding(
            "shift+up,U", "ask('up')", "Move up", id="points.raise", tooltip="Move before the above"
        ),
        Binding(
            "shift+down,D",
            "ask('down')",
            "Move down",
            id="points.lower",
            tooltip="Move behind the below",
        ),
        Binding("c", "ask('kind')", "Kind", id="points.kind", tooltip="Another kind"),
        Binding("number_sign", "ask('topic')", "Topic", id="points.topic", tooltip="Another topic"),
        Binding(
            "greater_than_sign",
            "ask('segment')",
            "Segment",
            id="points.segment",
            tooltip="To another segment",
        ),
        Binding("slash", "ask('find')", "Find", id="points.find", tooltip="Find words in points"),
        Binding("plus", "ask('echo')", "Echo", id="points.echo", tooltip="One more voice"),
        Binding(
            "t", "ask('agree')", "Agreed", id="points.agree", tooltip="Tested: nobody objected"
        ),
        Binding("ctrl+k", "ask('strike')", "Strike", id="points.strike", tooltip="Erase for good"),
        Binding(
            "left_square_bracket,comma",
            "turn(-1)",
            "Segment before",
            id="points.before",
            show=False,
        ),
        Binding(
            "right_square_bracket,full_stop",
            "turn(1)",
            "Segment after",
            id="points.after",
            show=False,
        ),
        Binding("escape", "leave", "Back", id="points.leave", tooltip="Back to the note line"),
    ]

    COMPONENT_CLASSES = {"points--label", "points--chosen", "points--empty", "points--mark"}

    DEFAULT_CSS = """
    PointsView { height: 1fr; min-height: 1; scrollbar-size-vertical: 1; background: $background; }
    PointsView > .points--label { color: $text-muted; }
    PointsView > .points--chosen { background: $accent 30%; }
    PointsView > .points--mark { color: $text-warning; text-style: bold; }
    PointsView > .points--empty { color: $text-muted; text-style: italic; }
    PointsView:focus { background: $surface; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: tuple[Line, ...] = ()
        self._rows = 0
        self._first: list[int] = []
        self._marks: Mapping[NoteId, str] = {}
        self._known: dict[NoteId, tuple[Note, int, str, list[Row]]] = {}
        self._width = 0
        self._empty = ""
        self._chosen: NoteId | None = None
        self._own: frozenset[NoteId] = frozenset()
        self._at: NoteId | None = None
        self.picked = False
        """Whether the person moved to the chosen point since they came here."""

    # What is shown

    def show(self, lines: tuple[Line, ...], empty: str = "") -> None:
        """Show these points (or the word `empty`); the view stays at its end if it was there."""
        at_end = self.scroll_offset.y >= self.max_scroll_y - 1
        if lines is self._lines and empty == self._empty:
            return
        self._lines, self._empty = lines, empty
        if self.chosen is not None and self.place is None:
            self.chosen, self.picked = None, False
        self._lay_out()
        if self.has_focus and self.chosen is None and lines:
            self.chosen = lines[-1].note.id
        if self.has_focus and self.chosen is not None:
            self._reveal()
        elif at_end:
            self.scroll_end(animate=False, force=True, immediate=True)

    def mark(self, marks: Mapping[NoteId, str]) -> None:
        """Show a word behind these points; nothing else moves."""
        if marks == self._marks:
            return
        at_end = self.scroll_offset.y >= self.max_scroll_y - 1
        self._marks = marks
        self._lay_out()
        if at_end and not self.has_focus:
            self.scroll_end(animate=False, force=True, immediate=True)

    def tell_apart(self, own: Iterable[NoteId], at: NoteId | None) -> None:
        """Mark the lines written in this process, and the point that the note line stands at."""
        mine = frozenset(own)
        if (mine, at) != (self._own, self._at):
            self._own, self._at = mine, at
            self.refresh()

    def on_resize(self) -> None:
        at_end = self.scroll_offset.y >= self.max_scroll_y - 1
        if self.scrollable_content_region.width != self._width:
            self._lay_out()
        if at_end:
            self.scroll_end(animate=False, force=True, immediate=True)

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if not width:
            self._rows, self._width, self._first = 0, 0, []
            return  # not shown yet: it is laid out when it is
        known = self._known if width == self._width else {}
        self._width, self._known, self._first = width, {}, []
        rows = 0
        for line in self._lines:
            shown = known.get(line.note.id)
            mark = self._marks.get(line.note.id, "")
            same = shown is not None and shown[0] is line.note and shown[1:3] == (line.depth, mark)
            if shown is None or not same:
                shown = (line.note, line.depth, mark, self._parts(line, mark))
            self._known[line.note.id] = shown
            self._first.append(rows)
            rows += len(shown[3])
        self._rows = rows
        self.virtual_size = Size(self._width, max(1, rows))
        self.refresh()

    def _parts(self, line: Line, mark: str) -> list[Row]:
        note = line.note
        text = f"“{note.text}”" if note.quote else note.text or "…"
        if note.echoes:
            text += f"  ({note.echoes + 1} voices)"
        if note.mark not in (Mark.NONE, Mark.OPEN):
            text += f"  [{note.mark.value}]"
        if note.agreement is Agreement.TESTED:
            text += "  [agreed, tested]"
        width = max(8, self._width - KIND_CELLS - 2 * line.depth)
        if not mark and len(text) <= width and text.isascii():
            return [(text, len(text))]
        whole = Content.assemble(text, (f"  {mark}", "bold") if mark else "")
        return [(part.plain, _styled_from(part)) for part in whole.wrap(width)] or [("", 0)]

    def render_line(self, y: int) -> Strip:
        row_number = self.scroll_offset.y + y
        width = self.size.width
        base = self.rich_style
        if not self._rows:
            style = self.get_component_rich_style("points--empty")
            return Strip(
                [Cell(f" {self._empty}" if row_number == 0 else "", style)]
            ).adjust_cell_length(width, base)
        if row_number >= self._rows:
            return Strip.blank(width, base)
        place = bisect_right(self._first, row_number) - 1
        line = self._lines[place]
        nth = row_number - self._first[place]
        kind = line.note.kind
        usual = f"? {line.note.tag}" if line.note.tag else LABELS.get(kind, kind.value)
        named = "" if nth else usual
        indent = "  " * line.depth
        edge = " " if nth or line.note.id not in self._own else OWN
        if line.note.id == self._at:
            edge = AT
        label = f"{edge}{indent}{named}"[:KIND_CELLS].ljust(KIND_CELLS)
        chosen = Style()
        if line.note.id == self.chosen and self.has_focus:
            chosen = self.get_component_rich_style("points--chosen")
        text, marked = self._known[line.note.id][3][nth]
        cells = [
            Cell(label, base + self.get_component_rich_style("points--label") + chosen),
            Cell(indent + text[:marked], base + chosen),
        ]
        if marked < len(text):
            style = base + self.get_component_rich_style("points--mark") + chosen
            cells.append(Cell(text[marked:], style))
        return Strip(cells).adjust_cell_length(width, base + chosen)

    # Choosing

    @property
    def chosen(self) -> NoteId | None:
        """The id of the chosen point."""
        return self._chosen

    @chosen.setter
    def chosen(self, note_id: NoteId | None) -> None:
        if note_id != self._chosen:
            self._chosen = note_id
            self.post_message(self.Moved())

    @property
    def place(self) -> int | None:
        """The index of the chosen point among those shown."""
        for place, line in enumerate(self._lines):
            if line.note.id == self.chosen:
                return place
        return None

    @property
    def line(self) -> Line | None:
        """The chosen point."""
        place = self.place
        return None if place is None else self._lines[place]

    def on_key(self, event: events.Key) -> None:
        if not event.is_printable or event.character is None:
            return
        if not any(self._bindings.key_to_bindings.get(key) for key in event.aliases):
            event.stop()
            self.post_message(self.Lettered(event.character))

    def on_focus(self) -> None:
        self.post_message(self.Focused())
        self.picked = False
        if self.chosen is None and self._lines:
            self.chosen = self._lines[-1].note.id
        self._reveal()

    def on_blur(self) -> None:
        self.post_message(self.Focused())
        self.refresh()

    def action_choose(self, step: int) -> None:
        """Choose a point further up or down."""
        if not self._lines:
            return
        place = self.place
        place = len(self._lines) - 1 if place is None else place + step
        self.chosen = self._lines[max(0, min(place, len(self._lines) - 1))].note.id
        self.picked = True
        self._reveal()

    def on_click(self, event: object) -> None:
        y = getattr(event, "y", 0) + self.scroll_offset.y
        if 0 <= y < self._rows:
            self.chosen = self._lines[bisect_right(self._first, y) - 1].note.id
            self.picked = True
            self.refresh()

    def go_to(self, note_id: NoteId) -> None:
        """Choose a point that is shown."""
        self.chosen, self.picked = note_id, True
        self._reveal()

    def _reveal(self) -> None:
        place = self.place
        if place is not None and self._first:
            start = self._first[place]
            end = self._first[place + 1] if place + 1 < len(self._first) else self._rows
            region = Region(0, start, max(1, self._width), max(1, end - start))
            self.scroll_to_region(region, animate=False, force=True)
        self.refresh()

    def action_edit(self) -> None:
        """Edit the chosen point."""
        if (line := self.line) is not None:
            self.post_message(self.Chosen(line))

    def action_ask(self, verb: str) -> None:
        """Pass on what is asked of the chosen point."""
        if (line := self.line) is not None:
            self.post_message(self.Asked(verb, line))

    def action_turn(self, step: int) -> None:
        """Ask for the points of the segment before or after."""
        self.post_message(self.Turned(step))

    def action_leave(self) -> None:
        """Go back to the note line."""
        self.post_message(self.Left())
