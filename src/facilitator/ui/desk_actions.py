"""The desk's actions by name, as keys, palette and mouse ask for them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from facilitator.ui.chairing import Chairing
from facilitator.ui.room import Room
from facilitator.ui.session_screen import SessionScreen


class DeskActions(SessionScreen):
    """Passes each action on to the dialogue that carries it out."""

    chairing: Chairing
    room: Room

    @property
    def choosing(self) -> bool:
        """Whether somebody is being chosen, or something."""
        raise NotImplementedError

    def ask_whom(self, verb: str, typed: str = "") -> None:
        """Open a choice; what is typed next says whom or what it means."""
        raise NotImplementedError

    def chair_does(self, make: Callable[[], Awaitable[None]]) -> None:
        """Run one dialogue of the chair, where this desk may."""
        raise NotImplementedError

    def open_page(self, make: Callable[[], Awaitable[None]]) -> None:
        """Open a page that changes nothing."""
        raise NotImplementedError

    def idle(self) -> bool:
        """Whether nobody writes, chooses or answers here: a question would take no key."""
        return (
            self.app.screen is self
            and not (self.watching or self.state.progress.closed)
            and not self._conductor.busy
            and not self.writing.scribe.text
            and not self.choosing
        )

    async def alone(self, make: Callable[[], Awaitable[None]]) -> None:
        """Run a dialogue; no other one begins meanwhile."""
        await self._conductor.run(make, agenda=False)

    async def action_hand(self) -> None:
        """Somebody wants the floor."""
        self.ask_whom("a")

    async def action_two_finger(self) -> None:
        """Somebody replies to this intervention."""
        self.ask_whom("f")

    async def action_point_of_order(self) -> None:
        """Somebody raises a point of order."""
        self.ask_whom("p")

    async def action_call(self) -> None:
        """Call anybody."""
        self.ask_whom("c")

    async def action_withdraw(self) -> None:
        """A hand goes down."""
        self.ask_whom("w")

    async def action_line_lost(self) -> None:
        """Somebody's line dropped, or is back."""
        self.ask_whom("l")

    async def action_why(self) -> None:
        """Say why somebody waits."""
        self.ask_whom("y")

    async def action_questions(self) -> None:
        """Show every question; mark one."""
        self.ask_whom("q")

    async def action_next(self) -> None:
        """The floor goes to the first on the list."""
        self.chair_does(self.chairing.next)

    async def action_end_turn(self) -> None:
        """The floor is free."""
        self.chair_does(self.chairing.end_turn)

    async def action_back_on_list(self) -> None:
        """Whoever spoke last goes back on the list."""
        self.chair_does(self.chairing.back_on_list)

    async def action_undo(self) -> None:
        """Undo the last step."""
        self.chair_does(self.chairing.undo)

    async def action_redo(self) -> None:
        """Redo what was undone."""
        self.chair_does(self.chairing.redo)

    async def action_close_list(self) -> None:
        """Close the list, or open it."""
        self.chair_does(self.chairing.close_list)

    async def action_last_word(self) -> None:
        """One more turn, then the list is closed."""
        self.chair_does(self.chairing.last_word)

    async def action_order(self) -> None:
        """Another order of the list."""
        self.chair_does(self.chairing.order)

    async def action_repair(self) -> None:
        """Mend the time."""
        self.chair_does(self.chairing.repair)

    async def action_ready_lines(self) -> None:
        """Lines to copy into the chat."""
        self.open_page(self.room.ready_lines)

    async def action_script(self) -> None:
        """The script of the segment."""
        self.open_page(self.room.script)

    async def action_read_aloud(self) -> None:
        """The page to read aloud at the end."""
        self.open_page(self.room.read_aloud)
