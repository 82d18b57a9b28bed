"""The start screen: everything the program does, to be chosen with the arrow keys and Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len, set_cell_size
from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from facilitator.menu import Choice
from facilitator.ui.quiet import CRASHED, QuietApp

KEYS = "↑ ↓ choose   Enter open   F10 leave"
KEYS_BELOW = "↑ ↓ choose   Enter open   Esc back   F10 leave"


class Start(Screen[None]):
    """One page of choices; a choice with a page of its own leads there, Escape back."""

    BINDINGS = [
        Binding("escape", "back", "Back", id="start.back", tooltip="The page before"),
    ]

    choices = getters.query_one("#choices", OptionList)

    def __init__(
        self,
        first: Sequence[Choice],
        where: str,
        chosen: Callable[[Choice], None],
        open_folder: Callable[[], str],
    ) -> None:
        """`chosen` is told a choice that is a command; `open_folder` says what came of it."""
        super().__init__()
        self._pages: list[tuple[str, tuple[Choice, ...], int]] = [("", tuple(first), 0)]
        self._where, self._chosen, self._open_folder = where, chosen, open_folder

    def compose(self) -> ComposeResult:
        yield Static(id="head")
        yield OptionList(id="choices", compact=True)
        yield Static(id="about")
        yield Static(Content(self._where), id="where")
        yield Static(id="keys")

    def on_mount(self) -> None:
        self._show()
        self.set_focus(self.choices)

    def on_resize(self) -> None:
        place = self.choices.highlighted
        self._fill()
        self.choices.highlighted = place

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        title, page, _ = self._pages[-1]
        self._pages[-1] = (title, page, event.option_index)
        choice = page[event.option_index]
        same = " ".join(("facilitator", *choice.command)) if choice.command else ""
        self.query_one("#about", Static).update(Content.assemble(choice.about, "\n", (same, "dim")))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        choice = self._pages[-1][1][event.option_index]
        if choice.page:
            self._pages.append((choice.title, choice.page, 0))
            self._show()
        elif choice.folder:
            self.query_one("#about", Static).update(Content(self._open_folder()))
        elif choice.command:
            self._chosen(choice)

    def action_back(self) -> None:
        """Go back to the page before; on the first, say how to leave."""
        if len(self._pages) > 1:
            self._pages.pop()
            self._show()
        else:
            self.query_one("#about", Static).update(Content("To leave, press F10 or Ctrl+Q."))

    def _show(self) -> None:
        title, _, place = self._pages[-1]
        head = Content.assemble(("facilitator", "bold"), f"  {title}" if title else "")
        if not title:
            head = Content.assemble(
                ("facilitator", "bold"), "  dialogues under the Chatham House Rule"
            )
        self.query_one("#head", Static).update(head)
        keys = KEYS_BELOW if len(self._pages) > 1 else KEYS
        self.query_one("#keys", Static).update(Content(keys))
        self._fill()
        self.choices.highlighted = place

    def _fill(self) -> None:
        rows = self.choices
        rows.clear_options()
        width = max(20, self.size.width - 4)
        rows.add_options([Option(_row(each, width)) for each in self._pages[-1][1]])


def _row(choice: Choice, width: int) -> Content:
    """The title, and at the right how it stands."""
    aside = choice.aside if cell_len(choice.aside) < width // 2 else ""
    room = width - cell_len(aside) - 1
    title = choice.title + (" …" if choice.page else "")
    return Content.assemble(set_cell_size(title, room), (f" {aside}", "dim"))


class StartApp(QuietApp, inherit_bindings=False):
    """Shows the start screen until something is chosen."""

    CSS_PATH = ["start.tcss"]
    ENABLE_COMMAND_PALETTE = False

    BINDINGS = [
        Binding(
            "ctrl+q,f10",
            "leave",
            "Leave",
            id="app.leave",
            tooltip="Leave the program",
            show=False,
            priority=True,
        ),
        Binding("ctrl+c", "hint", "How to leave", id="app.help_quit", show=False),
    ]

    def __init__(
        self,
        first: Sequence[Choice],
        where: str,
        open_folder: Callable[[], str],
    ) -> None:
        super().__init__()
        self.chosen: Choice | None = None
        self._page = (first, where, open_folder)

    def get_default_screen(self) -> Screen[None]:
        """The one screen of this run."""
        first, where, open_folder = self._page
        return Start(first, where, self._choose, open_folder)

    def action_hint(self) -> None:
        """Say how to leave."""
        self.screen.query_one("#about", Static).update(Content("To leave, press F10 or Ctrl+Q."))

    def _choose(self, choice: Choice) -> None:
        self.chosen = choice
        self.exit()


def run(
    first: Sequence[Choice], where: str, open_folder: Callable[[], str]
) -> tuple[int, Choice | None]:
    """Show the start screen; the exit status, and what was chosen (None: to leave)."""
    app = StartApp(first, where, open_folder)
    app.run()
    return (CRASHED if app.crashed else 0), app.chosen
