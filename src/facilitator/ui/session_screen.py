"""What the desk and the notes screen share: the note line, the points, the running session."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from facilitator import capture, meeting
from facilitator.errors import Refused, Trouble
from facilitator.meeting import Close, Command, OffRecord, Pause, Resume, Start
from facilitator.record import MAX_DEPTH, Line, Note
from facilitator.service import State, Written
from facilitator.ui import actions, arranging
from facilitator.ui.dialogs import AgendaDialog, AsHeldDialog, Ask, Differing, Help
from facilitator.ui.entry import Entry
from facilitator.ui.link import CHECK_EVERY, Link
from facilitator.ui.points import PointsView
from facilitator.ui.scribe import Scribe

SAVE_EVERY = 0.2
"""Seconds by which the unfinished line may lag behind the keys."""

RETRY_EVERY = 2.0
"""Seconds between two tries to bring a waiting line to a disk that was full."""


class SessionScreen(Screen[None]):
    """One face on a running session. `watching`: another desk runs it, this one only looks."""

    BINDINGS: ClassVar[list[BindingType]] = [*actions.bindings()]
    HINTS: tuple[str, ...] = ()
    IS_DESK = False

    entry = getters.query_one("#entry", Entry)
    points = getters.query_one("#points", PointsView)
    prompt = getters.query_one("#prompt", Static)

    def __init__(
        self, link: Link, notices: tuple[str, ...] = (), *, watching: bool = False
    ) -> None:
        super().__init__()
        self.link = link
        self.scribe = Scribe(link, self)
        self.watching = watching
        self._notices = notices
        self._said = ""
        self._prompt = ""
        self._conducting = False

    @property
    def state(self) -> State:
        """The session as last seen."""
        return self.link.state

    def compose_writing(self) -> ComposeResult:
        """The lower edge of both screens."""
        with Vertical(id="writing"):
            yield Static(id="said")
            with Horizontal(id="line"):
                yield Static(id="prompt")
                yield Entry(id="entry")
            yield Static(id="kept")
            yield Static(id="hints")

    def on_mount(self) -> None:
        left = self.scribe.recover()
        self.set_focus(self.entry)
        notices = list(self._notices)
        if left:
            self.entry.keys_mode = False
            self.entry.put(left)
            notices.append("the line you were typing is back")
        shelter = self.link.secretariat.volatile.shelter
        if shelter:
            notices.append(shelter)
        self.tell("; ".join(notices))
        self.show_state(self.state)
        self.set_interval(CHECK_EVERY, self._check)
        self.set_interval(SAVE_EVERY, self.scribe.save)
        self.set_interval(RETRY_EVERY, self._drain)
        self.set_interval(1.0, self.tick)
        self._drain()

    def on_unmount(self) -> None:
        self.scribe.save()

    # What is shown

    async def _check(self) -> None:
        await self.link.check(self.show_state)

    def show_state(self, state: State) -> None:
        """Draw a new state."""
        off = state.progress.off_record
        if off and not self.entry.muted:
            if self.entry.value:
                self.tell("off the record: the half-typed line was cleared")
            self.scribe.aside.clear()
            self._empty_line()
        self.entry.muted = off
        edited = self.scribe.edits
        shown = {line.note.id for line in state.lines} if edited is not None else set()
        if edited is not None and state.segment == edited.segment and edited.id not in shown:
            self._empty_line()
            self.tell("this point was struck; the change was dropped")
        empty = "No points yet." if state.segment else "Points appear here once a segment runs."
        self.points.show(state.lines, empty)
        self.query_one("#kept", Static).update(self.kept_words(state))
        self.tick()
        self.show_prompt()

    def tick(self) -> None:
        """Draw what changes with time alone."""

    def kept_words(self, state: State) -> Content:
        """How many points are on the disk, and what is not."""
        waiting = len(self.scribe.waiting)
        if self.scribe.trouble:
            return Content.assemble(
                (f" NOT KEPT: {waiting} line{'s' if waiting != 1 else ''} ", "bold $text-error"),
                f"· {self.scribe.trouble}",
            )
        parts = [f" KEPT {state.total} on disk"]
        if self.entry.value:
            saved = not self.link.secretariat.volatile.shelter or "in a file"
            parts.append("this line saved" if saved is True else f"this line saved {saved}")
        if state.scrub_pending:
            parts.append("wiping of old traces pending")
        if self.link.trouble:
            parts.append(self.link.trouble)
        return Content(" · ".join(parts))

    def tell(self, message: str) -> None:
        """Say one thing above the note line; "" goes back to the help line."""
        self._said = message
        self._show_said()

    def _show_said(self) -> None:
        said = self.query_one("#said", Static)
        said.set_class(bool(self._said), "-told")
        said.update(Content(f" {self._said or self._help_line()}"))

    def _help_line(self) -> str:
        if self.entry.keys_mode:
            return ""
        if self.scribe.depth and self.scribe.pen.path:
            above = self.scribe.pen.path[: self.scribe.depth][-1]
            for line in self.state.lines:
                if line.note.id == above:
                    return f"under: {line.note.text}"
        return '? question  = answer  ! proposal  + support  ~ concern  " quote  F1 more'

    def show_prompt(self) -> None:
        """Say what the line being typed is, in front of it."""
        text = self._prompt_words()
        if text != self._prompt:
            self._prompt = text
            self.prompt.update(Content(text))
        self.query_one("#hints", Static).update(
            actions.hints(self.HINTS, letters=self.entry.keys_mode)
        )

    def _prompt_words(self) -> str:
        if self.entry.keys_mode:
            return " KEYS ▸ "
        if self.entry.muted:
            return " OFF THE RECORD ▸ "
        scribe = self.scribe
        segment_id = scribe.segment
        if not segment_id and self.state.running is not None:
            segment_id = self.state.running.id
        known = {segment.id: segment.title for segment in self.state.agenda.segments}
        title = known.get(segment_id, "no segment")
        kind = capture.kind_word(scribe.captured(self.state)) if scribe.text else "note"
        if scribe.edits is not None:
            kind = f"edit {kind}"
        nested = "└" * min(scribe.depth, len(scribe.pen.path))
        cut = title if len(title) <= 18 else title[:17] + "…"
        return f" {cut} · {kind} {nested}▸ "

    # Writing

    @on(Input.Changed, "#entry")
    def _typed(self, event: Input.Changed) -> None:
        if event.value == self.scribe.text:
            return
        running = self.state.running
        self.scribe.typed(event.value, running.id if running else "")
        if self._said and event.value:
            self.tell("")
        self.show_prompt()

    @on(Entry.Entered)
    def _entered(self, event: Entry.Entered) -> None:
        if self.state.progress.off_record:
            self.tell("off the record: nothing was kept")
            return
        if not event.text.strip():
            self._empty_line()
            return
        running = self.state.running
        self.scribe.enter(event.text, running.id if running else "")
        self.show_prompt()
        self._drain()

    def _drain(self) -> None:
        if self.scribe.waiting:
            self.run_worker(self.scribe.drain(), group="drain", exit_on_error=True)

    def kept(self, written: Written) -> None:
        """A line is on the disk."""
        if written.captured.unknown:
            said = ", ".join(f"#{word}" for word in written.captured.unknown)
            self.tell(f"{said}: no topic of this session, kept as text")
        elif written.echoed and written.note is not None:
            self.tell(f"{written.note.echoes + 1} voices: {written.note.text}")
        elif written.note is None:
            self.tell(f"topic: {', '.join(self.scribe.pen.topics) or 'none'}")
        self.run_worker(self._check())

    def not_kept(self, text: str, reason: str) -> None:
        """A line was refused; its text goes back to the person."""
        self.tell(f"NOT KEPT: {reason}")
        if text and not self.entry.value:
            self.entry.keys_mode = False
            self.entry.put(text)
        elif text:
            self.scribe.aside.append(text)
            self.tell(f"NOT KEPT: {reason}; Up brings the line back")

    def stuck(self, reason: str) -> None:
        """The disk does not take lines now, or does again."""
        self.query_one("#kept", Static).update(self.kept_words(self.state))
        if reason:
            self.tell(f"{reason}. Your lines wait here and are tried again")
        else:
            self.tell("the disk takes lines again: everything is kept")

    def conflicted(self, text: str, stands: Note) -> None:
        """Somebody else changed the point first: show both, drop neither."""
        self.run_worker(self._settle_conflict(text, stands))

    async def _settle_conflict(self, text: str, stands: Note) -> None:
        choice = await self.app.push_screen_wait(Differing(text, capture.to_line(stands)))
        if choice == "mine":
            self.scribe.edits = stands
            self.scribe.enter(text, stands.segment)
        elif choice == "both":
            self.scribe.edits = None
            self.scribe.segment = stands.segment
            self.scribe.enter(text, stands.segment)
        await self.scribe.drain()

    @on(Entry.Wanted)
    def _wanted(self, event: Entry.Wanted) -> None:
        match event.verb:
            case "older":
                self._edit_older()
            case "newer" | "back":
                self._step_back()
            case "nest" | "lift" if not self.entry.keys_mode:
                self._nest(1 if event.verb == "nest" else -1)
            case "strike":
                self.run_worker(self._strike(self._strikeable()))
            case "refused":
                self.tell("a paste is not taken as keys: press i, then paste")
            case "muted":
                self.tell("off the record: nothing typed is kept; F8 goes back on the record")

    def _nest(self, step: int) -> None:
        running = self.state.running
        if running is not None and self.state.segment == running.id:
            self.scribe.pen.stand_under(self.state.lines, running.id)
        deepest = min(len(self.scribe.pen.path), MAX_DEPTH - 1)
        self.scribe.depth = max(0, min(self.scribe.depth + step, deepest))
        self.tell("there is no point above to nest under" if step > 0 and not deepest else "")
        self.show_prompt()

    def _edit_older(self) -> None:
        if self.entry.keys_mode or self.entry.muted:
            return
        if self.scribe.aside and not self.entry.value:
            self.entry.put(self.scribe.aside.pop())
            return
        if self.entry.value and self.scribe.edits is None:
            return  # a line being typed is not swept away by a stray key
        mine = set(self.scribe.pen.own)
        notes = [line.note for line in self.state.lines]
        own = [by for i in self.scribe.pen.own for by in notes if by.id == i] if mine else notes
        edited = self.scribe.edits
        if edited is not None:
            if self.entry.value != capture.to_line(edited):
                return
            ids = [note.id for note in own]
            own = own[: ids.index(edited.id)] if edited.id in ids else own
        if own:
            self.edit(own[-1])

    def edit(self, note: Note) -> None:
        """Take a kept point into the line."""
        self.entry.keys_mode = False
        self.entry.put(self.scribe.begin_edit(note))
        self.set_focus(self.entry)
        self.show_prompt()

    def _step_back(self) -> None:
        if self.scribe.edits is None and self.entry.value:
            self.scribe.blank(aside=True)
            self.tell("the line is put aside; Up brings it back")
        self._empty_line()
        if self.IS_DESK:
            self.entry.keys_mode = True
        self.show_prompt()

    def _empty_line(self) -> None:
        self.scribe.blank()
        self.entry.value = ""
        self.show_prompt()

    # Points

    @on(PointsView.Chosen)
    def _choose(self, event: PointsView.Chosen) -> None:
        self.edit(event.line.note)

    @on(PointsView.Left)
    async def _leave_points(self) -> None:
        self.set_focus(self.entry)
        self.link.segment = ""
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
        line = event.line
        if event.verb == "strike":
            self.run_worker(self._strike(line.note))
        elif event.verb == "echo":
            self._work(lambda: self.link.secretariat.store.echo(line.note.id))
        else:
            self._arrange(event.verb, line)

    def _arrange(self, verb: str, line: Line) -> None:
        try:
            move = arranging.plan(verb, line, self.state)
        except Refused as refusal:
            self.tell(str(refusal))
            return
        store = self.link.secretariat.store
        self._work(
            lambda: store.move(
                move.note, move.was_under, move.under, move.before, arranged=move.arranged
            )
        )

    def _work(self, work: Callable[[], object]) -> None:
        async def run() -> None:
            await self._try(work)

        self.run_worker(run())

    async def _try(self, work: Callable[[], object]) -> bool:
        try:
            await self.link.write(work)
        except (Refused, Trouble) as no:
            self.tell(str(no))
            return False
        finally:
            await self.link.look(self.show_state)
        return True

    def _strikeable(self) -> Note | None:
        if self.scribe.edits is not None:
            return self.scribe.edits
        by_id = {line.note.id: line.note for line in self.state.lines}
        own = [by_id[i] for i in self.scribe.pen.own if i in by_id]
        return own[-1] if own else None

    async def _strike(self, note: Note | None) -> None:
        if note is None:
            self.tell("choose the point to strike first (F4)")
            return
        if await self.app.push_screen_wait(
            Ask("Strike this point? Nothing brings it back.", note.text or "…", "Strike")
        ):
            if self.scribe.edits is not None:
                self._empty_line()
            if await self._try(lambda: self.scribe.pen.strike(note.id)):
                self.tell("struck: erased from every file kept here")

    # The session

    def _conduct(self, make: Callable[[], Awaitable[None]]) -> None:
        """Run one dialogue with the person at a time; a key pressed meanwhile does nothing."""
        if self._conducting or self.app.screen is not self:
            return
        if self.watching:
            self.tell("another desk runs this session; this one only watches")
            return

        async def run() -> None:
            self._conducting = True
            try:
                await make()
            finally:
                self._conducting = False

        self.run_worker(run())

    def _mine(self) -> bool:
        """Whether this screen may move the agenda; says why where it may not."""
        if not self.IS_DESK and self.link.secretariat.volatile.desk_taken():
            self.tell("the desk is open: it runs the agenda")
            return False
        return True

    async def _give(self, command: Command) -> None:
        on_state = self.state.progress
        now = self.link.secretariat.now()
        question = meeting.question_before(on_state, command, now)
        if question and not await self.app.push_screen_wait(Ask(question)):
            return
        self.link.segment = ""
        await self._try(lambda: self.link.secretariat.conduct(command, on_state))

    async def action_advance(self) -> None:
        """Start the next segment of the agenda."""
        following = meeting.following(self.state.progress)
        if not following or self.state.progress.closed:
            self.tell("no segment is left to start" if not self.state.progress.closed else "closed")
        elif self._mine():
            self._conduct(lambda: self._give(Start(following)))

    async def action_agenda(self) -> None:
        """Show the agenda and carry out what is chosen there."""

        async def choose() -> None:
            dialog = AgendaDialog(self.state, self.link.secretariat.now())
            command = await self.app.push_screen_wait(dialog)
            if command is not None and self._mine():
                await self._give(command)

        self._conduct(choose)

    async def action_pause(self) -> None:
        """Pause the segment's clock, or let it go on."""
        if self._mine():
            self._conduct(lambda: self._give(Resume() if self.state.progress.paused else Pause()))

    async def action_off_record(self) -> None:
        """Go off the record, or back on it; either screen may, at once."""
        on_it = self.state.progress.off_record
        self._conduct(lambda: self._give(OffRecord(not on_it)))

    async def action_close_session(self) -> None:
        """Close the session, then ask what was held."""
        if self._mine():
            self._conduct(self._close)

    async def _close(self) -> None:
        if not self.state.progress.closed:
            if not await self.app.push_screen_wait(
                Ask(
                    "Close the session?",
                    "The running segment ends, its order is mixed, times are cut to whole"
                    " minutes, and what was kept in memory is destroyed. Points stay.",
                    "Close",
                )
            ):
                return
            on_state = self.state.progress
            if not await self._try(lambda: self.link.secretariat.conduct(Close(), on_state)):
                return
        held = await self.link.write(self.link.secretariat.held)
        answer = await self.app.push_screen_wait(AsHeldDialog(self.state, held))
        if answer is None:
            self.tell("not answered: F9 asks again; the brief tells only what is answered")
        elif await self._try(lambda: self.link.secretariat.store.answer(answer)):
            self.tell("answers kept. The brief: facilitator export --as brief --to FOLDER")

    async def action_belongs(self) -> None:
        """Give the line being typed to the segment that runs now."""
        running = self.state.running
        if running is not None and self.scribe.edits is None:
            self.scribe.segment = running.id
            self.show_prompt()

    async def action_note(self) -> None:
        """Go to the note line."""
        self.entry.keys_mode = False
        self.set_focus(self.entry)
        self.show_prompt()

    async def action_points(self) -> None:
        """Go to the points, or back from them."""
        if self.points.has_focus:
            await self._leave_points()
        else:
            self.set_focus(self.points)

    async def action_help(self) -> None:
        """Show everything this screen can do."""
        if self.app.screen is self:
            await self.app.push_screen(Help(actions.help_text(desk=self.IS_DESK)))

    async def action_quit(self) -> None:
        """Leave; the session goes on."""
        self.scribe.save()
        self.app.exit()
