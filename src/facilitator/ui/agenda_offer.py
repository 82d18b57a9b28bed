"""The agenda file was saved during the meeting: what changed is shown, and No is the answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from facilitator.errors import Refused, Trouble
from facilitator.service import Adoption
from facilitator.state import AgendaNews, AgendaSource
from facilitator.ui.link import Link
from facilitator.ui.over import Dialog

LOOK_EVERY = 1.0
"""Seconds between two looks at the agenda file; a save is seen at the second one."""


class Planned(Protocol):
    """The desk that goes by the agenda."""

    link: Link

    @property
    def app(self) -> App[object]:
        """The running app, for the dialog."""

    def idle(self) -> bool:
        """Whether nobody writes, chooses or answers here: a question would take no key."""

    def tell(self, message: str) -> None:
        """Say one thing."""

    def mention(self, message: str) -> None:
        """Say one thing in passing, where nothing else is said."""

    async def attempt(self, work: Callable[[], object]) -> bool:
        """Do something on the record; False (and told) where it was refused."""

    async def alone(self, make: Callable[[], Awaitable[None]]) -> None:
        """Run a dialogue; no other one begins meanwhile."""


class Offered(Dialog[bool]):
    """What a saved agenda would change; No has the focus, and is all there is where it cannot."""

    AUTO_FOCUS = "#no"

    BINDINGS = [
        Binding("escape", "answer(False)", "No", id="offered.no", tooltip="Change nothing"),
        Binding("left,right", "app.focus_next", show=False, id="offered.move"),
        Binding("up", "scroll(-1)", show=False, id="offered.up"),
        Binding("down", "scroll(1)", show=False, id="offered.down"),
        Binding("pageup", "scroll(-8)", show=False, id="offered.page_up"),
        Binding("pagedown", "scroll(8)", show=False, id="offered.page_down"),
    ]

    def __init__(self, adoption: Adoption) -> None:
        super().__init__()
        self._adoption = adoption

    def compose(self) -> ComposeResult:
        hindrances, rest = self._adoption.hindrances, self._adoption.rest
        question = "The agenda file was saved. Go by it from now on?"
        if rest:
            question = "The agenda file was saved. Go by it, but for what cannot be?"
        elif hindrances:
            question = "The agenda file was saved, and cannot be taken over."
        with Vertical(classes="dialog wide"):
            yield Static(question, classes="question")
            with VerticalScroll(classes="texts", can_focus=False):
                for line in hindrances:
                    yield Static(Content.assemble(("cannot: ", "bold"), line))
                for line in rest or self._adoption.differences:
                    yield Static(Content(f"· {line}"))
            yield Static("Up and Down scroll · every point is kept either way", classes="detail")
            with Horizontal(classes="buttons"):
                if hindrances and not rest:
                    yield Button("Go on as before", id="no", compact=True)
                else:
                    yield Button("No", id="no", compact=True)
                    yes = "Go by the rest" if hindrances else "Go by it"
                    yield Button(yes, id="yes", compact=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_answer(self, answer: bool) -> None:
        """Answer without a button."""
        self.dismiss(answer)

    def action_scroll(self, rows: int) -> None:
        """Show what stands above or below."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)


class AgendaOffers:
    """Follows the agenda file of one desk, and asks where it was saved."""

    def __init__(self, desk: Planned, source: AgendaSource) -> None:
        self._desk = desk
        self._source = source
        self._news: AgendaNews | None = None

    async def follow(self) -> None:
        """Look at the file for as long as the desk is open; ask when nobody is busy."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(LOOK_EVERY)
            news = await loop.run_in_executor(None, self._source.news)
            if news is not None and news.trouble:
                self._news = None  # what was saved before it is no longer what is wanted
                self._desk.tell(news.trouble)
            elif news is not None:
                self._news = news
            if self._news is not None and self._desk.idle():
                news, self._news = self._news, None
                await self._desk.alone(lambda news=news: self._offer(news))  # type: ignore[misc]

    async def _offer(self, news: AgendaNews) -> None:
        desk, secretariat = self._desk, self._desk.link.secretariat
        agenda = news.agenda
        if agenda is None:
            return
        try:
            weighed = await desk.link.write(lambda: secretariat.weigh(agenda))
        except (Refused, Trouble) as no:
            desk.tell(f"agenda file not taken over: {no}")
            return
        if not weighed.differences:
            desk.mention("the agenda file was saved; the plan in it is the one you go by")
            return
        if not await desk.app.push_screen_wait(Offered(weighed)):
            desk.tell("the plan stays as it was; save the agenda file again to be asked again")
            return
        came: list[Adoption] = []
        granted = weighed.hindrances
        if not await desk.attempt(
            lambda: came.append(secretariat.offer(agenda, news.digest, granted))
        ):
            return
        more = [line for line in came[0].hindrances if line not in granted]
        if came[0].hindrances != granted:  # somebody noted a point while the question stood
            desk.tell(f"NOT DONE: {(more or ['save the agenda file again'])[0]}")
        else:
            but = ", but for what cannot be" if granted else ""
            desk.tell(f"the session goes by the saved agenda now{but}")
