"""Questions over the screen. What destroys or publishes something focuses *No*."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from facilitator.clock import Instant
from facilitator.meeting import Command, Restore, Skip, Start
from facilitator.progress import Phase
from facilitator.record import AsHeld
from facilitator.service import State
from facilitator.ui import words
from facilitator.ui.entry import by_position
from facilitator.ui.over import Dialog


def fit(rows: OptionList, height: int) -> None:
    """Let a list leave room for the words above and below it on a screen of `height` rows."""
    rows.styles.max_height = max(1, height - (11 if height >= 18 else 5))


class Ask(Dialog[bool]):
    """A question with No and Yes; No has the focus, Escape is No."""

    AUTO_FOCUS = "#no"

    BINDINGS = [
        Binding("escape", "answer(False)", "No", id="ask.no", tooltip="Change nothing"),
        Binding("left,right", "app.focus_next", show=False, id="ask.move"),
    ]

    def __init__(self, question: str, detail: str = "", yes: str = "Yes") -> None:
        super().__init__()
        self._question, self._detail, self._yes = question, detail, yes

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(self._question), classes="question")
            if self._detail:
                yield Static(Content(self._detail), classes="detail")
            with Horizontal(classes="buttons"):
                yield Button("No", id="no", compact=True)
                yield Button(Content(self._yes), id="yes", compact=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_answer(self, answer: bool) -> None:
        """Answer without a button."""
        self.dismiss(answer)


class Choose(Dialog[str]):
    """A question with several answers, each a key and its words; Escape is the first one."""

    BINDINGS = [
        Binding("escape", "back", "Back", id="choose.back", tooltip="Change nothing"),
    ]

    def __init__(
        self, question: str, detail: str, answers: tuple[tuple[str, str], ...], focused: int = 0
    ) -> None:
        """`answers` are pairs of what is returned (its first letter chooses it) and words."""
        super().__init__()
        self._question, self._detail = question, detail
        self._answers, self._focused = answers, focused

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide"):
            yield Static(Content(self._question), classes="question")
            if self._detail:
                yield Static(Content(self._detail), classes="detail")
            rows = [
                Option(Content.assemble((f"{name[0]}  ", "bold"), told))
                for name, told in self._answers
            ]
            yield OptionList(*rows, id="rows", compact=True)

    def on_mount(self) -> None:
        rows = self.query_one(OptionList)
        rows.highlighted = self._focused
        self.set_focus(rows)

    def on_resize(self) -> None:
        fit(self.query_one(OptionList), self.size.height)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._answers[event.option_index][0])

    def on_key(self, event: events.Key) -> None:
        for name, _ in self._answers:
            if event.character and by_position(event.character).lower() == name[0]:
                event.stop()
                self.dismiss(name)
                return

    def action_back(self) -> None:
        """Change nothing."""
        self.dismiss(self._answers[0][0])


class Differing(Dialog[str]):
    """Two texts of one point: keep "mine", "theirs" or "both" (which loses nothing)."""

    AUTO_FOCUS = "#both"

    BINDINGS = [
        Binding("escape", "answer('both')", "Both", id="differing.both"),
        Binding("left", "app.focus_previous", show=False, id="differing.left"),
        Binding("right", "app.focus_next", show=False, id="differing.right"),
    ]

    def __init__(self, mine: str, theirs: str) -> None:
        super().__init__()
        self._mine, self._theirs = mine, theirs

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static("Somebody else changed this point meanwhile.", classes="question")
            with VerticalScroll(classes="texts", can_focus=False):
                yield Static(Content.assemble(("On the record now  ", "bold"), self._theirs))
                yield Static(Content.assemble(("Yours  ", "bold"), self._mine))
            with Horizontal(classes="buttons"):
                yield Button("Keep both", id="both", compact=True)
                yield Button("Keep theirs", id="theirs", compact=True)
                yield Button("Keep mine", id="mine", compact=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id or "both")

    def action_answer(self, answer: str) -> None:
        """Answer without a button."""
        self.dismiss(answer)


class AgendaDialog(Dialog[Command | None]):
    """The whole agenda: start any segment, re-enter one, skip one or call it back."""

    BINDINGS = [
        Binding("s", "skip", "Skip", id="agenda.skip", tooltip="Skip the segment, or call it back"),
        Binding("escape", "dismiss(None)", "Back", id="agenda.back", tooltip="Change nothing"),
    ]

    def __init__(self, state: State, now: Instant) -> None:
        super().__init__()
        self._state, self._now = state, now

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide"):
            yield Static("AGENDA", classes="question")
            rows = words.agenda_rows(self._state, self._now, 64)
            yield OptionList(*(Option(row) for row in rows), id="rows", compact=True)
            yield Static(
                "Enter starts or re-enters · s skips or calls back · Esc back", classes="detail"
            )

    def on_resize(self) -> None:
        fit(self.query_one(OptionList), self.size.height)

    def on_mount(self) -> None:
        rows = self.query_one(OptionList)
        ids = [segment.id for segment in self._state.agenda.segments]
        following = words.following(self._state)
        rows.highlighted = ids.index(following) if following in ids else 0
        self.set_focus(rows)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(Start(self._state.agenda.segments[event.option_index].id))

    def action_skip(self) -> None:
        """Skip the chosen segment, or put a skipped one back."""
        place = self.query_one(OptionList).highlighted
        if place is None:
            return
        segment = self._state.agenda.segments[place].id
        skipped = self._state.progress.of(segment).phase is Phase.SKIPPED
        self.dismiss(Restore(segment) if skipped else Skip(segment))


@dataclass(frozen=True, slots=True)
class _Row:
    """One thing to answer: a person, the composition, or a segment."""

    kind: str
    key: str
    words: str


class AsHeldDialog(Dialog[AsHeld | None]):
    """What was really held; the brief says only what is answered here."""

    BINDINGS = [
        Binding("escape", "dismiss(None)", "Later", id="held.later", tooltip="Answer later"),
        Binding("space", "turn", "Change", id="held.turn", tooltip="Change the answer"),
    ]

    def __init__(self, state: State, held: AsHeld) -> None:
        super().__init__()
        agenda = state.agenda
        self._held = held
        rows = [_Row("person", k.id, f"{k.name} came") for k in agenda.keynotes if k.public]
        parts = [category.label for category in agenda.composition.categories]
        if parts or agenda.composition.countries:
            told = ", ".join(parts) or f"{len(agenda.composition.countries)} countries"
            rows.append(_Row("composition", "", f"Those present were as planned: {told}"))
        rows += [_Row("segment", s.id, f"Held: {s.title}") for s in agenda.segments]
        self._rows = rows

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide"):
            yield Static("AS HELD: the brief says only what is answered here", classes="question")
            yield OptionList(id="rows", compact=True)
            yield Static("Enter or space changes an answer · Esc: answer later", classes="detail")

    def on_resize(self) -> None:
        fit(self.query_one(OptionList), self.size.height)

    def on_mount(self) -> None:
        rows = self.query_one(OptionList)
        rows.add_options([Option(self._told(row)) for row in self._rows])
        rows.add_option(Option(Content.styled("Done: keep these answers", "bold")))
        rows.highlighted = 0
        self.set_focus(rows)

    def _answer(self, row: _Row) -> bool | None:
        if row.kind == "person":
            return self._held.came.get(row.key)
        if row.kind == "composition":
            return self._held.composition
        return row.key in self._held.segments

    def _told(self, row: _Row) -> Content:
        said = {True: "yes", False: "no", None: "not answered"}[self._answer(row)]
        return Content.assemble((f"{said:<13}", "bold"), row.words)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_index == len(self._rows):
            self.dismiss(self._held)
        else:
            self._turn(event.option_index)

    def action_turn(self) -> None:
        """Change the answer of the chosen row."""
        place = self.query_one(OptionList).highlighted
        if place is not None and place < len(self._rows):
            self._turn(place)

    def _turn(self, place: int) -> None:
        row = self._rows[place]
        answer = self._answer(row)
        if row.kind == "segment":
            kept = tuple(s for s in self._held.segments if s != row.key)
            segments = kept if answer else (*self._held.segments, row.key)
            self._held = replace(self._held, segments=segments)
        else:
            turned = {None: True, True: False, False: None}[answer]
            if row.kind == "composition":
                self._held = replace(self._held, composition=turned)
            else:
                came = {k: v for k, v in self._held.came.items() if k != row.key}
                if turned is not None:
                    came[row.key] = turned
                self._held = replace(self._held, came=came)
        self.query_one(OptionList).replace_option_prompt_at_index(place, self._told(row))


class Notices(Dialog[None]):
    """What a person must have read before going on: a changed agenda, say."""

    BINDINGS = [Binding("escape,enter,space", "dismiss", "Go on", id="notices.on", tooltip="Go on")]

    def __init__(self, notices: tuple[str, ...]) -> None:
        super().__init__()
        self._notices = notices

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog wide"):
            yield Static("BEFORE YOU GO ON", classes="question")
            for notice in self._notices:
                yield Static(Content(f"· {notice}"), classes="notice")
            yield Static("Enter goes on", classes="detail")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(VerticalScroll))


class Help(Dialog[None]):
    """Everything this screen can do, with its keys and the signs of a note line."""

    BINDINGS = [
        Binding("escape,f1,q,enter", "dismiss", "Back", id="help.back", tooltip="Close this help")
    ]

    def __init__(self, text: Content) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog wide"):
            yield Static(self._text)

    def on_mount(self) -> None:
        self.set_focus(self.query_one(VerticalScroll))
