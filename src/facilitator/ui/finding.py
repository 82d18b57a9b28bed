"""Search: every point of the session by words in it; Enter goes there."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from facilitator.agenda import Agenda
from facilitator.record import Note
from facilitator.searching import Search
from facilitator.ui.clean_input import CleanInput
from facilitator.ui.dialogs import fit

SHOWN = 200
"""Points listed at once; more are counted."""


class Find(ModalScreen[Note | None]):
    """A line to type words into, and the points that have all of them."""

    BINDINGS = [
        Binding("escape", "back", "Back", id="find.back", tooltip="Back, nothing chosen"),
        Binding("down", "step(1)", "Next", id="find.down", tooltip="The next one", priority=True),
        Binding("up", "step(-1)", "Before", id="find.up", tooltip="The one before", priority=True),
        Binding("pagedown", "step(10)", show=False, id="find.pagedown", priority=True),
        Binding("pageup", "step(-10)", show=False, id="find.pageup", priority=True),
    ]

    def __init__(self, agenda: Agenda, notes: Sequence[Note], words: str = "") -> None:
        """`notes` are those of the session as they are to be found; `words` were sought last."""
        super().__init__()
        self._search = Search(agenda, notes)
        self._titles = {segment.id: segment.title for segment in agenda.segments}
        self.words = words
        self._found = self._search.look(words)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide"):
            yield Static("FIND in all points of the session", classes="question")
            yield CleanInput(
                self.words, placeholder="words, in any order", compact=True, id="words"
            )
            yield OptionList(id="rows", compact=True)
            yield Static("", classes="detail", id="told")

    def on_resize(self) -> None:
        fit(self.query_one(OptionList), self.size.height - 1)

    def on_mount(self) -> None:
        self.query_one(OptionList).can_focus = False
        self.set_focus(self.query_one("#words", Input))
        self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.words = event.value
        self._found = self._search.look(event.value)
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._go(self.query_one(OptionList).highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._go(event.option_index)

    def _go(self, place: int | None) -> None:
        notes = self._found[:SHOWN]
        if place is not None and place < len(notes):
            self.dismiss(notes[place])

    def action_step(self, step: int) -> None:
        """Choose a row further up or down."""
        rows = self.query_one(OptionList)
        if rows.option_count:
            place = (rows.highlighted or 0) + step
            rows.highlighted = max(0, min(place, rows.option_count - 1))

    def action_back(self) -> None:
        """Nothing is chosen."""
        self.dismiss(None)

    def _show(self) -> None:
        rows = self.query_one(OptionList)
        rows.clear_options()
        rows.add_options(
            [
                Option(
                    Content.assemble(
                        (f"{self._titles.get(note.segment, note.segment)[:16]:<17}", "$text-muted"),
                        note.text or "…",
                    ).truncate(200, ellipsis=True)
                )
                for note in self._found[:SHOWN]
            ]
        )
        rows.highlighted = 0 if self._found else None
        self.query_one("#told", Static).update(Content(self._told()))

    def _told(self) -> str:
        number = len(self._found)
        if not number:
            return "No point has these words · Esc back"
        more = f" (the first {SHOWN} are shown)" if number > SHOWN else ""
        points = "1 point" if number == 1 else f"{number:,} points"
        return f"{points}{more} · ↑↓ choose · Enter goes there · Esc back"
