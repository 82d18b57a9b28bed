"""The moderator's screen, beside the video call."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Digits, Static

from facilitator.chair import Chair, RosterFile
from facilitator.clock import time_of_day
from facilitator.ports import RosterSource
from facilitator.roster import Roster
from facilitator.service import State
from facilitator.state import AgendaSource
from facilitator.ui import actions, floor_words, words
from facilitator.ui.bar import Bar, while_shown
from facilitator.ui.chairing import Chairing
from facilitator.ui.desk_actions import DeskActions
from facilitator.ui.entry import Entry, by_position
from facilitator.ui.link import Link
from facilitator.ui.picking import ON_LIST, VERBS, Pick, Wait
from facilitator.ui.points import PointsView
from facilitator.ui.room import Room

HELD_DOWN = 0.4
"""Seconds within which a second Enter comes from a key held down, or from a dialog just left."""


class Desk(DeskActions):
    """The floor, the round, the list, the clocks; single letters are commands until `i`."""

    HINTS = (
        "hand",
        "next",
        "two_finger",
        "round",
        "undo",
        "note",
        "off_record",
        "help",
    )
    IS_DESK = True

    def __init__(
        self,
        link: Link,
        notices: tuple[str, ...] = (),
        remarks: tuple[str, ...] = (),
        *,
        watching: bool = False,
        roster: Roster | None = None,
        source: RosterSource | None = None,
        file: RosterFile | None = None,
        plan: AgendaSource | None = None,
    ) -> None:
        """`file` is the roster's own, for people who are typed in; `plan` the agenda's."""
        if not watching and (shelter := link.secretariat.volatile.shelter):
            notices = (*notices, shelter)
        super().__init__(link, notices, remarks, watching=watching, roster=roster, source=source)
        self._people = (roster, file)
        self._plan = plan
        self.drawn = -1
        self._back = ""
        self._entered = -HELD_DOWN
        self._covered = False
        self._pick: Pick | None = None
        self._wait = Wait()
        self.chair = self._take_chair()
        if self.chair.recovered:
            self._remarks = (*filter(None, (self._back,)), *remarks)
        self.chairing = Chairing(self)
        self._conductor = self.chairing
        self.room = Room(self)

    def _take_chair(self) -> Chair:
        volatile = self.link.secretariat.volatile
        chair = Chair(self.state.agenda, volatile, *self._people, mine=not self.watching)
        moved = not self.watching and chair.follow(self.state)
        if chair.floor.turn is not None or chair.floor.hands:
            turned = "the list is back; the turn ended with its segment"
            self._back = turned if moved else "the floor is back: list, turn, clocks as they were"
        return chair

    def compose(self) -> ComposeResult:
        yield Bar(id="banner")
        yield Bar(id="agenda")
        yield Bar(id="session")
        yield Static(id="rule-line", classes="rule")
        with Horizontal(id="now"):
            yield Bar(id="segment")
            yield Digits(id="clock")
        with Horizontal(id="middle"):
            with Vertical(id="main"):
                yield Bar(id="floor")
                yield Bar(id="points-title", classes="rule")
                yield PointsView(id="points")
            with Vertical(id="side"):
                yield Static(id="agenda-list")
        yield self.make_writing()

    def on_mount(self) -> None:
        self.writing.entry.choices = frozenset(VERBS)
        self.writing.entry.on_choice = self._read_choice

    def _begin_guard(self) -> None:
        super()._begin_guard()
        if self._plan is not None:
            from facilitator.ui.agenda_offer import AgendaOffers  # no desk needs it to start

            self.run_worker(AgendaOffers(self, self._plan).follow(), group="agenda file")

    def on_resize(self) -> None:
        self.tick()

    def on_screen_suspend(self) -> None:
        self._covered = True

    def on_screen_resume(self) -> None:
        if self._covered:  # the Enter that left a dialog is none of the desk's
            self._entered = self.link.secretariat.now().steady

    def on_unmount(self) -> None:
        if not self.watching:
            self.chair.leave_stage()

    # What is shown

    @while_shown
    def show_state(self, state: State) -> None:
        self._follow(state)
        super().show_state(state)

    def _follow(self, state: State) -> None:
        """Go along with what another screen did, where no dialogue of this one is under way."""
        if state.progress.closed:
            self.chair.end()
        elif not self.watching and not self._conductor.busy:
            self.chair.follow(state)

    @while_shown
    def tick(self) -> None:
        state, now = self.state, self.link.secretariat.now()
        self._follow(state)
        width = self.size.width
        zone = state.agenda.session.timezone
        if self.watching and self.link.secretariat.volatile.take_desk():
            self.watching = False
            self.chair = self._take_chair()
            self.tell("the other desk has gone: this one runs the session now")
        clock = time_of_day(now.wall, zone, seconds=True)
        names = ""
        if self.chair.names_on_stage and not self.chair.hidden:
            names = "STAGE SHOWS NAMES  "
        elif not (self.chair.hidden or state.progress.closed or width < 66):
            names = "NAMES ON SCREEN  "
        right = f"WATCHING  {clock} " if self.watching else f"{names}{clock} "
        self.query_one("#banner", Bar).say(words.banner(state, right, width))
        self.query_one("#banner").set_classes(words.rule_words(state)[2])
        self.query_one("#agenda", Bar).say(words.agenda_line(state, now, width))
        self.query_one("#session", Bar).say(floor_words.time_line(self.chair, state, now, width))
        if self.has_class("-wide"):
            rows = words.agenda_rows(state, now, 46)
            self.query_one("#agenda-list", Static).update(Content("\n").join(rows))
        self.show_floor()

    @while_shown
    def show_floor(self) -> None:
        """Draw the floor as it stands now."""
        state, now, chair = self.state, self.link.secretariat.now(), self.chair
        if (people := self.typed_in()) != self.guarding.people:
            self.guarding.follow(people)
        width = self.size.width
        beside = width - (24 if self.has_class("-narrow") else 34)
        turn = chair.floor.turn
        if turn is not None:
            lines = floor_words.turn_lines(chair, state, now, beside)
            digits, sign = floor_words.turn_clock(state, turn, chair.moment(state, now).at)
        else:
            lines = words.segment_lines(state, now, beside)
            digits, sign = words.segment_clock(state, now)
        self.query_one("#segment", Bar).say(lines)
        face = self.query_one("#clock", Digits)
        if face.value != digits:
            face.update(digits)
        face.set_classes(f"-level-{int(sign.level)}")
        floor = self.query_one("#floor", Bar)
        floor.say(self._floor(state, floor.size.width or width, floor.size.height))
        self.query_one("#points-title", Bar).say(self._points_title(state, width))
        if not self.watching:
            chair.show_stage(state)
        self.writing.warn(floor_words.thin_words(chair, state))
        revision = chair.floor.revision
        # Seen only once it is painted: a key pressed before that was meant for what stood.
        self.call_after_refresh(lambda: setattr(self, "drawn", revision))

    def _floor(self, state: State, width: int, height: int) -> Content:
        if self.watching:
            return Content(" The floor is at the other desk.")
        if state.progress.closed:
            return Content(" The floor is gone: nobody can say who spoke. F4 shows the points.")
        chair, now = self.chair, self.link.secretariat.now()
        rows: list[Content]
        if self._pick is not None:
            verb = VERBS[self._pick.verb]
            rows = floor_words.choice_rows(chair, state, verb, self._wait, width, height)
        else:
            # The next three hands stay whatever else there is.
            waiting = min(len(chair.floor.hands), max(3, height // 2))
            room = max(1, height - waiting - 1)
            rows = floor_words.round_rows(chair, state, now, width, room)
            rows.append(floor_words.list_title(chair, chair.floor, width))
            rows += floor_words.list_rows(chair, state, width, max(1, height - len(rows)))
        return Content("\n").join(rows[: max(1, height)])

    def typed_in(self) -> tuple[str, ...]:
        """Whom no file knows: the guard knows them as soon as they are typed in."""
        chair, agenda = self.chair, self.state.agenda
        return tuple(p for p in chair.people() if not chair.seat(agenda, p).listed)

    @staticmethod
    def _points_title(state: State, width: int) -> Content:
        left = f"── POINTS kept {state.total} "
        if state.segment:
            left += f"· {words.order_words(state)} "
        return Content(left + "─" * max(0, width - len(left)))

    @on(PointsView.Focused)
    def _show_points(self) -> None:
        self.set_class(self.points.has_focus, "-points")
        self.call_after_refresh(self.tick)

    # Keys

    @on(Entry.Pressed)
    async def _press(self, event: Entry.Pressed) -> None:
        if event.key == "i":
            self.writing.call_back()
            self.tell("")
        elif event.key == "text":
            self.tell("taken as a note: Enter keeps it, Esc puts it aside")
        else:
            await self.press(event.key)
        self.writing.show_prompt()

    async def press(self, key: str) -> None:
        """Carry out the action of a letter, wherever the keyboard is."""
        letter = "space" if key == " " else by_position(key)
        action = actions.BY_LETTER.get(letter)
        if letter == "enter" and self._held_down():
            self.tell("Enter is held down: nobody was skipped; let it go, then press once")
        elif letter.isdigit() and letter != "0":
            self._row(letter)
        elif action is None:
            self.tell(f"{key} is no key here; ? shows them all, i writes a note")
        else:
            if letter not in VERBS:
                self.tell("")
            await self.run_action(f"screen.{action.name}")

    def _held_down(self) -> bool:
        """Whether this Enter follows the last one too closely for a decision."""
        before, self._entered = self._entered, self.link.secretariat.now().steady
        return self._entered - before < HELD_DOWN

    async def action_row(self, number: int) -> None:
        """Call a row of the list, by mouse."""
        self.chair_does(lambda: self.chairing.row(number))

    async def action_letters(self, letters: str) -> None:
        """Choose a person by mouse, as their two letters would."""
        if self._pick is not None:
            self._read_choice(self._pick.verb, letters, entered=False)

    def _row(self, digit: str) -> None:
        """Call the row with this number; "1" may be the beginning of "12"."""
        if int(digit) * 10 <= len(self.chair.floor.hands):
            self.ask_whom("c", digit)
        else:
            self.chair_does(lambda: self.chairing.row(int(digit)))

    # Choices

    def ask_whom(self, verb: str, typed: str = "") -> None:
        """Open a choice; what is typed next says whom or what it means."""
        if self.app.screen is not self:
            return
        entry = self.writing.entry
        if not entry.keys_mode:
            self.writing.set_aside()
        self.set_focus(entry)
        entry.ask(verb)
        entry.chosen = typed
        self._read_choice(verb, typed, entered=False)

    def _read_choice(self, verb: str, text: str, entered: bool) -> None:
        """A choice reads `text` now: show whom it may mean, or carry it out."""
        entry = self.writing.entry
        if self._pick is None or self._pick.verb != verb:
            if hindrance := self.may_chair() or self._nobody(verb):
                self._end_choice()
                self.tell(hindrance)
                self.writing.show_prompt()
                return
            self._pick = Pick(verb)
            self.tell("")
        pick = self._pick
        named = pick.person
        meant = pick.read(text, self.chair, self.state, entered=entered)
        if pick.person != named or (isinstance(meant, Wait) and meant.again):
            entry.chosen = ""  # the letters chose the person, or nobody: the next begin anew
        if isinstance(meant, Wait):
            self._wait = meant
            self.show_floor()
        elif meant.newcomer or meant.question:
            self._end_choice()
            self.show_floor()
            self.chair_does(lambda: self.chairing.picked(pick.verb, meant))
        else:
            self._end_choice()
            if not self.chairing.means(pick.verb, meant.person, meant.kind, meant.reason):
                self.show_floor()
        self.writing.show_prompt()

    def _nobody(self, verb: str) -> str:
        """Why there is nobody to choose from; "" where there is."""
        return "nobody waits" if verb in ON_LIST and not self.chair.floor.hands else ""

    def _end_choice(self) -> None:
        self._pick = None
        self.writing.entry.let_be()

    @on(Entry.Wanted)
    def _move_in_choice(self, event: Entry.Wanted) -> None:
        if event.verb == "unchosen":
            self._end_choice()
            self.show_floor()
            self.writing.show_prompt()
        elif event.verb == "no name":
            self.tell("a name can be pasted after /; nothing was taken")
        elif event.verb in ("up", "down") and self._pick is not None:
            self._pick.row = max(0, self._wait.chosen + (1 if event.verb == "down" else -1))
            self._read_choice(self._pick.verb, self.writing.entry.chosen, entered=False)

    # Actions

    def may_chair(self) -> str:
        """Why this desk may not touch the floor; "" where it may."""
        if self.watching:
            return "another desk runs this session; this one only watches"
        return "the session is closed" if self.state.progress.closed else ""

    @property
    def choosing(self) -> bool:
        """Whether somebody is being chosen, or something."""
        return self._pick is not None

    def chair_does(self, make: Callable[[], Awaitable[None]]) -> None:
        """Run one dialogue of the chair, where this desk may."""
        if hindrance := self.may_chair():
            self.tell(hindrance)
        elif self.app.screen is self:
            self.run_worker(self._conductor.run(make))

    async def action_hide(self) -> None:
        """Hide all names, or show them."""
        if self.watching:
            return
        self.chair.hide(not self.chair.hidden)
        self.tell("names are hidden; h shows them" if self.chair.hidden else "names are shown")
        self.tick()

    async def action_stage_names(self) -> None:
        """Let the stage show who is next, or not."""
        if hindrance := self.may_chair():
            self.tell(hindrance)
            return
        if self.link.secretariat.volatile.shelter:
            self.tell("no folder in memory here: the stage cannot be told any name")
            return
        self.chair.stage_names(not self.chair.names_on_stage)
        self.tell(
            "THE STAGE SHOWS NAMES of who speaks and who is next; z takes them off"
            if self.chair.names_on_stage
            else "the stage shows no names"
        )
        self.tick()

    def open_page(self, make: Callable[[], Awaitable[None]]) -> None:
        """Open a page that changes nothing."""
        if self.app.screen is self:
            self.run_worker(self._conductor.run(make, agenda=False))
