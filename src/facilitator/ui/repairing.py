"""The repair dialog: every way to mend the time, with the end it leads to, before it is applied."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from facilitator import meeting
from facilitator.clock import Instant, minutes, time_of_day
from facilitator.errors import Refused
from facilitator.meeting import Backdate, Command, End, Start
from facilitator.outlook import Outlook, Shortage, extended, outlook, repairs, shortage
from facilitator.service import State
from facilitator.ui import words
from facilitator.ui.dialogs import fit
from facilitator.ui.over import Dialog

STEP = 1
"""Minutes by which the arrow keys change a row."""


def short_words(short: Shortage | None) -> str:
    """What a fixed time would still leave too short, after a repair; "" where nothing."""
    if short is None:
        return ""
    return f"; {short.segment.title} gets only {minutes(short.gets)} min"


class RepairDialog(Dialog[Command | None]):
    """Squeeze, drop a round, push, extend, back-date; nothing changes before Enter."""

    BINDINGS = [
        Binding("left,minus", "turn(-1)", "Less", id="repair.less", tooltip="A minute less"),
        Binding("right,plus", "turn(1)", "More", id="repair.more", tooltip="A minute more"),
        Binding("escape", "dismiss(None)", "Back", id="repair.back", tooltip="Change nothing"),
    ]

    def __init__(self, state: State, now: Instant) -> None:
        super().__init__()
        self._state, self._now = state, now
        self._minutes = {"extend": 5, "began": 2, "ended": 2}

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide"):
            yield Static("REPAIR THE TIME: shown with the end it leads to", classes="question")
            yield Static(Content(self._present()), classes="detail")
            yield OptionList(id="rows", compact=True)
            yield Static(
                Content("Enter applies · ← → change the minutes · u undoes it · Esc back"),
                classes="detail",
            )

    def on_resize(self) -> None:
        fit(self.query_one(OptionList), self.size.height - 2)

    def on_mount(self) -> None:
        self._show(0)
        self.set_focus(self.query_one(OptionList))

    def _present(self) -> str:
        ahead = outlook(self._state.agenda, self._state.progress, self._now)
        short = shortage(self._state.agenda, self._state.progress, self._now)
        return f"Now it {self._ends(ahead)}{short_words(short)}"

    def _ends(self, ahead: Outlook) -> str:
        zone = self._state.agenda.session.timezone
        return f"ends {time_of_day(ahead.projected_end, zone)}, {words.drift_words(ahead)}"

    def _rows(self) -> list[tuple[str, Command | None, str, str]]:
        """Name, command (None: it cannot be done), what it does, and the end after it."""
        agenda, progress, now = self._state.agenda, self._state.progress, self._now
        rows: list[tuple[str, Command | None, str, str]] = []
        for repair in repairs(agenda, progress, now):
            end = self._ends(repair.after) + short_words(repair.short)
            rows.append((repair.name, repair.command, repair.words, end))
        running = self._state.running
        if running is None:
            return rows
        longer = extended(agenda, progress, now, self._minutes["extend"])
        told = f"◂ {self._minutes['extend']:+d} min ▸  {longer.words if longer else ''}"
        end = self._ends(longer.after) if longer else "a segment needs some time"
        rows.append(("extend", longer.command if longer else None, told, end))
        for name, command in (("began", self._began()), ("ended", self._ended())):
            told = f"◂ {self._minutes[name]} min ▸  {running.title} {name} that much earlier"
            try:
                after = meeting.apply(progress, command, now)
            except Refused as refusal:
                rows.append((name, None, told, str(refusal)))
            else:
                rows.append((name, command, told, self._ends(outlook(agenda, after, now))))
        return rows

    def _began(self) -> Command:
        return Backdate(60.0 * self._minutes["began"])

    def _ended(self) -> Command:
        """The segment ended, and the next began, some minutes ago."""
        ago = 60.0 * self._minutes["ended"]
        following = meeting.following(self._state.progress)
        return Start(following, ago) if following else End(ago)

    def _show(self, place: int) -> None:
        rows = self.query_one(OptionList)
        rows.clear_options()
        for name, command, told, end in self._rows():
            style = "" if command is not None else "dim"
            rows.add_option(
                Option(
                    Content.assemble(
                        (f"{name:<13}", "bold" if command is not None else "dim"),
                        (told, style),
                        "\n",
                        (f"{'':<13}{end}", "dim"),
                    )
                )
            )
        if not rows.option_count:
            rows.add_option(Option(Content("No segment is running and nothing is late.")))
        rows.highlighted = min(place, rows.option_count - 1)

    def action_turn(self, step: int) -> None:
        """Change the minutes of the chosen row."""
        place = self.query_one(OptionList).highlighted or 0
        rows = self._rows()
        if place >= len(rows) or rows[place][0] not in self._minutes:
            return
        name = rows[place][0]
        lowest = -90 if name == "extend" else STEP
        value = self._minutes[name] + step * STEP
        if name == "extend" and value == 0:
            value += step
        self._minutes[name] = max(lowest, min(90, value))
        self._show(place)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        rows = self._rows()
        if event.option_index < len(rows) and rows[event.option_index][1] is not None:
            self.dismiss(rows[event.option_index][1])
