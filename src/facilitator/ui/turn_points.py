"""The points of one turn, offered when somebody says afterwards that it was off the record."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from facilitator.record import Note, NoteId
from facilitator.ui.dialogs import fit
from facilitator.ui.over import Dialog


class TurnPoints(Dialog[tuple[NoteId, ...]]):
    """Keep or strike each point kept during the turn; Escape keeps them all."""

    BINDINGS = [
        Binding("escape", "keep_all", "Keep all", id="turn.keep", tooltip="Keep every point"),
        Binding("space", "turn", "Keep or strike", id="turn.turn", tooltip="Change one"),
        Binding("a", "all", "All", id="turn.all", tooltip="Strike all, or keep all"),
    ]

    def __init__(self, notes: Sequence[Note]) -> None:
        super().__init__()
        self._notes = tuple(notes)
        self._struck: set[NoteId] = set()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide"):
            yield Static("OFF THE RECORD. Points of this intervention:", classes="question")
            yield OptionList(id="rows", compact=True)
            yield Static(
                "Enter: strike or keep · a all · Esc keeps all. What is struck is gone.",
                classes="detail",
            )

    def on_resize(self) -> None:
        fit(self.query_one(OptionList), self.size.height)

    def on_mount(self) -> None:
        rows = self.query_one(OptionList)
        rows.add_options([Option(self._told(note)) for note in self._notes])
        rows.add_option(Option(self._done()))
        rows.highlighted = 0
        self.set_focus(rows)

    def _told(self, note: Note) -> Content:
        word = "STRIKE" if note.id in self._struck else "keep"
        return Content.assemble((f"{word:<8}", "bold"), note.text or "…")

    def _done(self) -> Content:
        number = len(self._struck)
        return Content.styled(f"Done: {number} struck, {len(self._notes) - number} kept", "bold")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_index == len(self._notes):
            self.dismiss(tuple(note.id for note in self._notes if note.id in self._struck))
        else:
            self._turn(event.option_index)

    def action_turn(self) -> None:
        """Keep or strike the chosen point."""
        place = self.query_one(OptionList).highlighted
        if place is not None and place < len(self._notes):
            self._turn(place)

    def action_all(self) -> None:
        """Strike all of them, or keep all."""
        everything = {note.id for note in self._notes}
        self._struck = set() if self._struck == everything else everything
        self._show()

    def action_keep_all(self) -> None:
        """Change nothing."""
        self.dismiss(())

    def _turn(self, place: int) -> None:
        self._struck ^= {self._notes[place].id}
        self._show()

    def _show(self) -> None:
        rows = self.query_one(OptionList)
        for place, note in enumerate(self._notes):
            rows.replace_option_prompt_at_index(place, self._told(note))
        rows.replace_option_prompt_at_index(len(self._notes), self._done())
