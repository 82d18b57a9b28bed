"""What the desk and the notes screen share: the points, the note line, the running session."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import getters, on
from textual.binding import BindingType
from textual.screen import Screen

from facilitator import capture
from facilitator.errors import Refused, Trouble
from facilitator.ports import RosterSource
from facilitator.roster import Roster
from facilitator.service import State
from facilitator.ui import actions, line_words
from facilitator.ui.bar import while_shown
from facilitator.ui.conducting import Conductor
from facilitator.ui.doing import Doing
from facilitator.ui.entry import Entry
from facilitator.ui.guarding import Guarding
from facilitator.ui.link import Link
from facilitator.ui.point_guard import PointGuard
from facilitator.ui.point_verbs import PointVerbs
from facilitator.ui.points import PointsView
from facilitator.ui.writing import Writing

GUARD_AFTER = 0.1
"""Seconds after which the guard is loaded: the first screen has reached the terminal by then."""

WIPE_EVERY = 5.0
"""Seconds between two tries to wipe traces that somebody's reading kept from being wiped."""


class SessionScreen(Screen[None]):
    """One face on a running session. `watching`: another desk runs it, this one only looks."""

    BINDINGS: ClassVar[list[BindingType]] = [*actions.bindings()]
    HINTS: tuple[str, ...] = ()
    IS_DESK = False

    points = getters.query_one("#points", PointsView)
    writing = getters.query_one("#writing", Writing)

    def __init__(
        self,
        link: Link,
        notices: tuple[str, ...] = (),
        remarks: tuple[str, ...] = (),
        *,
        watching: bool = False,
        roster: Roster | None = None,
        source: RosterSource | None = None,
    ) -> None:
        """`notices` must be read before anything else; `remarks` are said in passing.

        `roster` serves the guard, and `source` is its file, which may change.
        """
        super().__init__()
        self.link = link
        self.guarding = Guarding(link, roster, source)
        self.point_guard = PointGuard(self)
        self.doing = Doing(self)
        self.verbs = PointVerbs(self)
        self._sought = ""
        self.watching = watching
        self._notices, self._remarks = notices, remarks
        self._conductor = Conductor(self)

    @property
    def state(self) -> State:
        """The session as last seen."""
        return self.link.state

    def make_writing(self) -> Writing:
        """The lower edge of this screen."""
        return Writing(self.link, self.HINTS, keys=self.IS_DESK)

    def on_mount(self) -> None:
        self.set_focus(self.writing.entry)
        self.writing.guard_of_points = self.point_guard.row
        self.writing.scribe.wrote = self.doing.wrote
        self.writing.begin(self._remarks)
        if self._notices:
            from facilitator.ui.dialogs import Notices

            self.app.push_screen(Notices(self._notices))
        self.show_state(self.state)
        self.set_timer(GUARD_AFTER, self._begin_guard)
        self.run_worker(self.link.watch(self.show_state), group="watch")
        self.set_interval(1.0, self.tick)
        self.set_interval(WIPE_EVERY, self._wipe)

    def _begin_guard(self) -> None:
        """The first screen is painted: now there is time to load the guard."""
        self.run_worker(self.guarding.run(self), group="guard")
        self.run_worker(self.guarding.look(self), group="guard file")

    def on_unmount(self) -> None:
        self.guarding.stop()

    # What is shown

    @on(Writing.Kept)
    async def _check(self) -> None:
        await self.link.check(self.show_state)

    async def _wipe(self) -> None:
        if self.state.scrub_pending:
            await self.link.write(self.link.secretariat.wipe)

    @while_shown
    def show_state(self, state: State) -> None:
        """Draw a new state."""
        empty = "No points yet." if state.segment else "Points appear here once a segment runs."
        self.points.show(state.lines, empty)
        self._tell_guard(state)
        self.writing.show(state)
        self.show_own()
        self.run_worker(self.doing.follow(), group="undo")
        self.guarding.follow(self.typed_in())
        self.tick()

    @while_shown
    def show_own(self) -> None:
        """Tell apart the points written here, and the one that the line stands at."""
        at = self.writing.scribe.at
        self.points.tell_apart(self.writing.scribe.pen.own, at.id if at else None)

    def typed_in(self) -> tuple[str, ...]:
        """Whom somebody typed in here; only the desk knows people."""
        return ()

    @while_shown
    def guard_came(self) -> None:
        """Check the line anew: there is a guard, or it goes by another roster."""
        self.writing.line_guard.draft.watch = self.guarding.watch
        self._tell_guard(self.state)
        self.writing.line_guard.look()
        self.writing.show_kept()

    @while_shown
    def marks_changed(self) -> None:
        """Show which points are marked now."""
        from facilitator.ui import guard_words  # no screen needs it to start

        self.points.mark({key: guard_words.mark(f) for key, f in self.guarding.marks.items()})
        self._tell_guard(self.state)
        self.writing.show_kept()
        self.writing.show_guard()

    def _tell_guard(self, state: State) -> None:
        guarding = self.guarding
        unchecked = line_words.unchecked(
            roster=guarding.roster is not None,
            had_roster=state.had_roster,
            newcomers=bool(guarding.people),
        )
        self.writing.guard_told = (line_words.counted(len(guarding.marks)), unchecked)

    def before_closing(self) -> str:
        """What somebody who closes the session should know of its points."""
        held = sum(1 for finding in self.guarding.marks.values() if finding.blocks)
        return line_words.held_back(held)

    def tick(self) -> None:
        """Draw what changes with time alone."""

    @while_shown
    def tell(self, message: str) -> None:
        """Say one thing above the note line."""
        self.writing.tell(message)

    @while_shown
    def mention(self, message: str) -> None:
        """Say one thing in passing: it takes the place of nothing that was just answered."""
        if not self.writing.said.message:
            self.tell(message)

    async def attempt(self, work: Callable[[], object]) -> bool:
        """Do something on the record and show what came of it; False where it was refused."""
        try:
            await self.link.write(work)
        except (Refused, Trouble) as no:
            self.tell(f"NOT DONE: {no}")
            return False
        finally:
            await self.link.look(self.show_state)
        return True

    # Points

    @on(PointsView.Chosen)
    async def _choose(self, event: PointsView.Chosen) -> None:
        self.writing.edit(event.line.note)
        await self._leave_points()

    @on(PointsView.Moved)
    def _choose_another(self) -> None:
        if self.points.has_focus and self.point_guard.row(self.size.width) is not None:
            self.tell("")
        self._say_where()

    @on(PointsView.Focused)
    def _say_where(self) -> None:
        self.writing.show_guard()
        self.writing.show_prompt()

    @on(PointsView.Lettered)
    async def _pass_on(self, event: PointsView.Lettered) -> None:
        await self.press(event.key)

    async def press(self, key: str) -> None:
        """A letter pressed as a command; only the desk has any."""
        self.tell("Esc goes back to the note line")

    @on(PointsView.Left)
    async def _leave_points(self) -> None:
        line = self.points.line if self.points.picked else None
        self.set_focus(self.writing.entry)
        self.link.segment = ""
        if line is not None:
            self.writing.stand_at(line.note)
        await self.link.look(self.show_state)

    @on(PointsView.Turned)
    async def _turn_segment(self, event: PointsView.Turned) -> None:
        ids = [segment.id for segment in self.state.agenda.segments]
        place = ids.index(self.state.segment) if self.state.segment in ids else 0
        self.link.segment = ids[(place + event.step) % len(ids)]
        await self.link.look(self.show_state)
        self.tell(f"points of {self.state.agenda.segment(self.link.segment).title}; Esc goes back")

    @on(PointsView.Asked)
    def _asked(self, event: PointsView.Asked) -> None:
        self.tell("")
        if event.verb == "find":
            self._find()
        else:
            self.run_worker(self.verbs.ask(event.verb, event.line))

    @on(Entry.Wanted)
    def _strike_own(self, event: Entry.Wanted) -> None:
        if event.verb == "strike":
            self.run_worker(self.verbs.strike(self.writing.strikeable()))

    def _find(self) -> None:
        if self.app.screen is self:
            self.run_worker(self._look_for(), group="find", exclusive=True)

    async def _look_for(self) -> None:
        """Ask for words, and go to the point that is chosen."""
        from facilitator.ui.finding import Find

        secretariat = self.link.secretariat
        try:
            found = Find(self.state.agenda, await self.link.write(secretariat.all_points))
        except Trouble as trouble:
            self.tell(str(trouble))
            return
        found.words = self._sought
        note = await self.app.push_screen_wait(found)
        self._sought = found.words
        if note is None:
            return
        self.link.segment = note.segment
        await self.link.look(self.show_state)
        self.set_focus(self.points)
        self.points.go_to(note.id)

    # The session

    def may_conduct(self) -> str:
        """Why this screen may not move the agenda; "" where it may."""
        if self.watching:
            return "another desk runs this session; this one only watches"
        if not self.IS_DESK and self.link.secretariat.volatile.desk_taken():
            return "the desk is open: it runs the agenda"
        return ""

    def _conduct(self, make: Callable[[], Awaitable[None]], *, agenda: bool = True) -> None:
        if self.app.screen is self:
            self.run_worker(self._conductor.run(make, agenda=agenda))

    async def action_advance(self) -> None:
        """Start the next segment of the agenda."""
        self._conduct(self._conductor.advance)

    async def action_agenda(self) -> None:
        """Show the agenda and carry out what is chosen there."""
        self._conduct(self._conductor.agenda)

    async def action_round(self) -> None:
        """From questions to answers, from answers to the next round."""
        self._conduct(self._conductor.round)

    async def action_pause(self) -> None:
        """Pause the segment's clock, or let it go on."""
        self._conduct(self._conductor.pause)

    async def action_off_record(self) -> None:
        """Go off the record, or back on it; every screen may, at once."""
        self._conduct(self._conductor.off_record, agenda=False)

    async def action_close_session(self) -> None:
        """Close the session, then ask what was held."""
        self._conduct(self._conductor.close)

    async def action_belongs(self) -> None:
        """Give the line being typed to the segment that runs now."""
        edited, running = self.writing.scribe.edits, self.state.running
        if edited is None or running is None or edited.segment == running.id:
            self.writing.give_to_now()
        elif self.writing.scribe.text != capture.to_line(edited):
            self.tell("keep the change first (Enter), then F5 moves the point")
        else:
            self.writing.empty()
            self.run_worker(self.verbs.transfer(edited, running.id))

    async def action_note(self) -> None:
        """Go to the note line."""
        self.writing.take_keys()

    async def action_points(self) -> None:
        """Go to the points, or back from them."""
        if self.points.has_focus:
            await self._leave_points()
        else:
            self.set_focus(self.points)

    async def action_take_back(self) -> None:
        """Undo what was done last to the points from this screen."""
        await self._turn(back=True)

    async def action_put_back(self) -> None:
        """Do again what was undone."""
        await self._turn(back=False)

    async def _turn(self, *, back: bool) -> None:
        await self.writing.entry.caught_up()
        scribe = self.writing.scribe
        if not self.points.has_focus and scribe.text:
            self.tell("a line is being written: Esc puts it aside, then Ctrl+Z undoes")
        elif scribe.waiting:
            self.tell("lines are still on their way to the disk")
        else:
            self.run_worker(self.doing.turn(back=back), group="undo keys")

    async def action_find(self) -> None:
        """Look for words in all points of the session."""
        await self.writing.entry.caught_up()
        self._find()

    async def action_mend(self) -> None:
        """Take the neutral wording of what the guard shows."""
        await self.writing.entry.caught_up()
        line = self.points.line
        if not self.points.has_focus:
            self.writing.line_guard.mend()
        elif line is not None:
            self.point_guard.mend(line.note)

    async def action_keep_words(self) -> None:
        """Keep the words that the guard shows, with a reason, or let them stand again."""
        await self.writing.entry.caught_up()
        line = self.points.line
        if not self.points.has_focus:
            await self.writing.line_guard.keep()
        elif line is not None:
            await self.point_guard.keep(line.note)

    async def action_help(self) -> None:
        """Show everything this screen can do."""
        if self.app.screen is self:
            from facilitator.ui.dialogs import Help

            await self.app.push_screen(Help(actions.help_text(desk=self.IS_DESK)))

    async def action_quit(self) -> None:
        """Leave; the session goes on."""
        self.app.exit()
