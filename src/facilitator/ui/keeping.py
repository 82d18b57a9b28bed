"""The dialog in which words are kept in spite of the guard: never without a reason."""

from __future__ import annotations

from collections.abc import Callable

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from facilitator.errors import Refused
from facilitator.guard.findings import Finding
from facilitator.text import LINE_CAP, clean
from facilitator.ui.clean_input import CleanInput
from facilitator.ui.guard_words import LEVELS
from facilitator.ui.over import Dialog

READY = (
    "means somebody or something else, not the participant",
    "agreed to be named",
    "a word, not a name",
    "the hosts have announced it themselves",
)
"""Reasons that are a key each; none of them tells who is meant."""


class Why(CleanInput):
    """The reason; a digit on an empty line is a ready one."""

    class Ready(Message):
        """A ready reason was chosen, by its place."""

        def __init__(self, place: int) -> None:
            self.place = place
            super().__init__()

    async def _on_key(self, event: events.Key) -> None:
        digit = event.character or ""
        if not self.value and digit.isdecimal() and 1 <= int(digit) <= len(READY):
            event.stop()
            event.prevent_default()
            self.post_message(self.Ready(int(digit) - 1))
            return
        await super()._on_key(event)


class KeepWords(Dialog[str]):
    """Asks why; answers "" where nothing is kept."""

    BINDINGS = [
        Binding("escape", "dismiss('')", "Back", id="keep.back", tooltip="Change nothing"),
    ]

    def __init__(self, finding: Finding, keep: Callable[[str], None]) -> None:
        """`keep` takes the reason; where it raises `Refused` the dialog stays and says so."""
        super().__init__()
        self._finding, self._keep = finding, keep

    def compose(self) -> ComposeResult:
        finding = self._finding
        level = LEVELS.get(finding.level, "NOTE")
        with Vertical(classes="dialog wide keeping"):
            yield Static(
                Content.assemble("KEEP THESE WORDS?  ", (level, "$text-error")), classes="question"
            )
            yield Static(Content(f"“{finding.words}” {finding.reason}"), classes="words")
            for number, reason in enumerate(READY, 1):
                yield Static(Content.assemble((f"{number}  ", "bold"), reason), classes="ready")
            yield Why(placeholder="or say why, without the words themselves", compact=True)
            yield Static("Enter keeps them · Esc back; nothing is changed", id="told")

    async def on_mount(self) -> None:
        self.set_focus(self.query_one(Why))

    @on(Why.Ready)
    def _ready(self, event: Why.Ready) -> None:
        self._try(READY[event.place])

    @on(Input.Submitted)
    def _said(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self._try(event.value)

    def _try(self, reason: str) -> None:
        try:
            said = clean(" ".join(reason.split()), cap=LINE_CAP)
            self._keep(said)
        except Refused as refusal:
            told = self.query_one("#told", Static)
            told.update(Content(f"NOT KEPT: {refusal}"))
            told.add_class("-refused")
        else:
            self.dismiss(said)
