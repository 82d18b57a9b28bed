"""The desk's dialogues about the floor: hands, turns, the list, people who are new."""

from __future__ import annotations

from typing import Protocol

from facilitator import moderation
from facilitator.chair import Chair
from facilitator.errors import Refused, Trouble
from facilitator.floor import HandKind, ListState, Order
from facilitator.record import NoteId
from facilitator.ui.conducting import Conductor, Face, ask
from facilitator.ui.picking import Meant


class Offering(Protocol):
    """Offers points to be kept or struck."""

    async def keep_or_strike(self, points: tuple[NoteId, ...]) -> None:
        """Offer these points."""


class DeskFace(Face, Protocol):
    """The desk, as its dialogues see it."""

    chair: Chair
    drawn: int

    @property
    def room(self) -> Offering:
        """What offers the points of a turn."""

    def show_floor(self) -> None:
        """Draw the floor as it stands now."""


class Calling(Conductor):
    """What the moderator does to the floor, one dialogue at a time."""

    def __init__(self, face: DeskFace) -> None:
        super().__init__(face)
        self._desk = face
        self._not_in_file = ""

    @property
    def _chair(self) -> Chair:
        return self._desk.chair

    # The floor

    def do(self, command: moderation.Command, label: str, *, on: int | None = None) -> bool:
        """Carry out a command on the floor at once; False (and told) where it was refused.

        `on` is the revision of the floor that the person saw; left out where the command
        names its person, so that it means the same on any floor.
        """
        link = self._desk.link
        revision = self._chair.floor.revision if on is None else on
        now = link.secretariat.now()
        try:
            self._chair.do(command, revision, link.state, now, label)
        except Refused as refusal:
            self._desk.tell(str(refusal))
            return False
        self._desk.tell(label)
        self._desk.show_floor()
        return True

    async def next(self) -> None:
        """The floor goes to the first on the list, as the person saw it."""
        link, chair, seen = self._desk.link, self._chair, self._desk.drawn
        if not await self._sure():
            return
        try:
            command = chair.next_command(link.state)
        except Refused as refusal:
            self._desk.tell(str(refusal))
            return
        self.do(command, "next", on=seen)

    async def row(self, number: int) -> None:
        """Call whoever stands in that row of the list, as the person saw it."""
        places, seen = self._chair.places(self._desk.link.state), self._desk.drawn
        if number > len(places):
            self._desk.tell(f"there is no row {number} on the list")
        elif await self._sure():
            hand = places[number - 1].hand
            self.do(moderation.Call(hand.person, hand.given), "called", on=seen)

    async def _sure(self) -> bool:
        """Ask where the floor has passed on so shortly ago that a finger may have slipped."""
        link, chair = self._desk.link, self._chair
        if self._desk.drawn != chair.floor.revision:
            return True  # given on an older floor, and refused as that
        if not chair.slipped(link.state, link.secretariat.now()):
            return True
        return await ask(self._desk.app, "The floor has only just passed on. Pass it on again?")

    async def picked(self, verb: str, meant: Meant) -> None:
        """Carry out what a choice meant, where somebody is to be asked first."""
        if person := await self._newcomer(meant.newcomer):
            self.means(verb, person, meant.kind, meant.reason)
            if self._not_in_file:
                self._desk.tell(f"NOT in the roster file: {self._not_in_file}")

    def means(self, verb: str, person: str, kind: HandKind | None, reason: str) -> bool:
        """Carry out at once what a choice meant of a person; False where it was refused."""
        given = kind or HandKind.STATEMENT
        match verb:
            case "w":
                return self.do(moderation.Withdraw(person), "hand down")
            case "l":
                label = "line lost, or back: the place is kept"
                return self.do(moderation.LineLost(person), label)
            case "y":
                return self.do(moderation.Explain(person, reason), "noted why")
            case "c":
                return self.do(moderation.Call(person, given), "called")
            case _:
                return self.do(moderation.Raise(person, given), f"hand: {given.value}")

    async def _newcomer(self, name: str) -> str:
        """Add somebody who is in no file, after one question; "" where it was no."""
        chair, link = self._chair, self._desk.link
        for seat in chair.seats(link.state.agenda):
            if seat.person.casefold() == name.casefold():
                return seat.person
        where = chair.file.told if chair.file is not None else ""
        detail = (
            f"The name is added to {where}, so that every check knows it."
            if where
            else "No roster file was given: the name stays in memory, and an export will say"
            " that it cannot be checked."
        )
        from facilitator.ui.dialogs import Choose

        answers = (("no", "No: nobody is added, and there is no hand"), ("add", f"Add {name}"))
        dialog = Choose(f"Is {name} new here?", detail, answers, 1)
        if await self._desk.app.push_screen_wait(dialog) != "add":
            self._desk.tell("nobody was added")
            return ""
        if not self.do(moderation.Join(name), "added"):
            return ""
        await self._add_to_file(name)
        await self.count_unlisted()
        return name

    async def close(self) -> None:
        """Close the session; who was typed in may go to the roster file before that."""
        chair = self._chair
        file, people = chair.file, chair.unlisted()
        if file is not None and people and not self._desk.link.state.progress.closed:
            number = f"{len(people)} people were" if len(people) > 1 else "1 person was"
            question = f"{number} typed in here. Add them to {file.told}?"
            names = "" if chair.hidden else ", ".join(people)
            if await ask(self._desk.app, question, names, "Add"):
                for person in people:
                    await self._add_to_file(person)
                await self.count_unlisted()
        await super().close()

    async def _add_to_file(self, person: str) -> None:
        file = self._chair.file
        if file is None:
            return
        try:
            await self._desk.link.write(lambda: file.add(person))
        except (Refused, Trouble) as no:
            self._not_in_file = str(no)
            self._desk.tell(f"NOT in the roster file: {no}")
        else:
            self._not_in_file = ""
            self._chair.on_file(person)

    async def count_unlisted(self) -> None:
        """Let the record know how many people no check can know, for the exports to say."""
        link, number = self._desk.link, len(self._chair.unlisted())
        if number != link.state.unlisted:
            await self._desk.attempt(lambda: link.secretariat.store.count_unlisted(number))

    async def back_on_list(self) -> None:
        """Whoever spoke last was cut off."""
        self.do(moderation.BackOnList(), "back on the list, with the time used so far")

    async def end_turn(self) -> None:
        """The floor is free."""
        if self._chair.floor.turn is None:
            self._desk.tell("nobody has the floor")
        else:
            self.do(moderation.EndTurn(), "the floor is free")

    async def close_list(self) -> None:
        """Close the list, or open it again."""
        opened = self._chair.floor.list is ListState.OPEN
        state = ListState.CLOSED if opened else ListState.OPEN
        self.do(moderation.SetList(state), f"the list is {state.value}")

    async def last_word(self) -> None:
        """One more turn, then the list is closed."""
        self.do(moderation.SetList(ListState.LAST_WORD), "last word: one more turn")

    async def order(self) -> None:
        """The next of the three orders."""
        orders = list(Order)
        order = orders[(orders.index(self._chair.floor.order) + 1) % len(orders)]
        self.do(moderation.SetOrder(order), f"order: {order.value}")
