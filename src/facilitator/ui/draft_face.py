"""What the draft shows: all points of a session, the text made of them, what is left to mend."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from facilitator.drafting_table import Sheet
from facilitator.guard.findings import Finding
from facilitator.ports import RosterSource
from facilitator.rapporteur.order import Row
from facilitator.record import Note, NoteId
from facilitator.roster import Roster
from facilitator.service import State
from facilitator.ui import draft_actions, draft_words, guard_words, line_words
from facilitator.ui.bar import Bar, while_shown
from facilitator.ui.draft_desk import DraftDesk, DraftLink
from facilitator.ui.draft_keys import carried_out
from facilitator.ui.draft_line import DraftLine
from facilitator.ui.draft_list import Lines, Part, cut
from facilitator.ui.draft_text import Flat
from facilitator.ui.draft_work import DraftWork
from facilitator.ui.guarding import Guarding

WIPE_EVERY = 5.0
"""Seconds between two tries to wipe traces."""

VIEWS = ("points", "text", "findings")


class DraftFace(Screen[None]):
    """Points on the left, the text beside them where there is room, one line to write below."""

    BINDINGS: ClassVar[list[BindingType]] = [*draft_actions.bindings()]

    points = getters.query_one("#points", Lines)
    text = getters.query_one("#text", Lines)
    side = getters.query_one("#side", Lines)
    line = getters.query_one("#writing", DraftLine)
    detail = getters.query_one("#detail", Static)

    def __init__(
        self, link: DraftLink, roster: Roster | None = None, source: RosterSource | None = None
    ) -> None:
        """`roster` serves the guard, and `source` is its file, which may change."""
        super().__init__()
        self.link = link
        self.desk = DraftDesk(link)
        self.guarding = Guarding(link, roster, source)
        self.work = DraftWork(self)
        self.view = "points"
        self._flat: Flat | None = None
        self._side: list[tuple[NoteId | None, str, str]] = []
        self.said = ""

    def compose(self) -> ComposeResult:
        yield Bar(id="banner")
        yield Bar(id="counts")
        yield Bar(id="left-out")
        with Horizontal(id="middle"):
            yield Lines(id="points")
            yield Lines(id="side")
            yield Lines(id="text")
        with Vertical(id="about"):
            yield Static(id="detail")
            yield Bar(id="facts")
        yield DraftLine(self.link, self.guarding, self.tell)
        yield Bar(id="said")
        yield Bar(id="hints")

    async def on_mount(self) -> None:
        self.points.moved, self.side.moved = self._moved, self._moved_aside
        self.desk.changed = self.show_sheet
        self.desk.proofed = self.show_proof
        self.desk.compared = self.show_counts
        self.show_view()
        self.show_sheet()
        self.set_focus(self.points)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.run_worker(self.desk.run(), group="texts")
        self.run_worker(self.desk.compare(), group="likeness")
        self.run_worker(self.link.watch(self._changed), group="watch")
        self.run_worker(self.guarding.run(self), group="guard")
        self.run_worker(self.guarding.look(self), group="guard file")
        self.run_worker(self.desk.check(self.guarding), group="print")
        self.set_interval(WIPE_EVERY, self._wipe)

    async def _wipe(self) -> None:
        """Finish a wiping of old traces that somebody's reading kept from being done."""
        if self.link.state.scrub_pending:
            await self.link.write(self.link.secretariat.wipe)

    def on_unmount(self) -> None:
        self.desk.stop()
        self.guarding.stop()

    def on_resize(self) -> None:
        self.show_all()

    def put_off(self, event: events.Key) -> bool:
        """Whether a key waits for the end of a line that was entered before it."""
        return self.line.put_off(event)

    async def pressed(self, event: events.Key) -> bool:
        """Carry out a key, before any that was typed behind it; False where it is none of ours.

        While a line is written every key is the line's.
        """
        return self.line.purpose is None and await carried_out(self, event)

    # What others change

    def _changed(self, state: State) -> None:
        self.guarding.follow()
        self.show_banner()

    @while_shown
    def guard_came(self) -> None:
        """There is a guard now, or it goes by another roster."""
        self.line.watch_came()
        self.desk.names_checked = self.guarding.roster is not None
        self.desk.reread()
        self.show_counts()

    @while_shown
    def marks_changed(self) -> None:
        """Other points are marked than before."""
        self.show_all()

    def finding(self, note_id: NoteId) -> Finding | None:
        """The gravest finding that stands in a point."""
        return self.guarding.marks.get(note_id)

    # What is chosen

    @property
    def sheet(self) -> Sheet:
        """Everything as last seen."""
        return self.desk.sheet

    @property
    def row(self) -> Row | None:
        """The chosen point, where it stands."""
        return self.desk.layout.row(self.desk.chosen)

    @property
    def note(self) -> Note | None:
        """The chosen point, also where it is merged and stands nowhere."""
        chosen = self.desk.chosen
        return None if chosen is None else self.sheet.notes.get(chosen)

    def choose(self, note_id: NoteId | None) -> None:
        """Choose a point, wherever the keyboard is."""
        self.desk.chosen = note_id
        place = self.desk.layout.places.get(note_id) if note_id is not None else None
        self.points.choose(place, tell=False)
        self.show_detail()

    def _moved(self, place: int | None) -> None:
        line = None if place is None else self.desk.layout.lines[place]
        if isinstance(line, Row):
            self.desk.chosen = line.note.id
            self.said = ""
            self.show_detail()

    def _moved_aside(self, place: int | None) -> None:
        if place is not None and self._side[place][0] is not None:
            self.choose(self._side[place][0])

    @property
    def around(self) -> tuple[Finding, str] | None:
        """The finding that is chosen in the text around the points, with its paragraph."""
        place = self.side.chosen if self.view == "findings" else None
        if place is None or place >= len(self._side) or self._side[place][0] is not None:
            return None
        first = len(self._side) - len(self.desk.around)
        return self.desk.around[place - first]

    @on(DraftLine.Begun)
    def _line_begun(self) -> None:
        self.show_hints()

    @on(DraftLine.Left)
    def _line_left(self) -> None:
        self.focus_view()
        self.show_hints()

    def focus_view(self) -> None:
        """Give the keyboard to what is looked at."""
        lines = {"points": self.points, "text": self.text}.get(self.view, self.side)
        self.set_focus(lines)

    def turn_to(self, view: str) -> None:
        """Look at something else."""
        self.view = view
        self.show_view()
        self.show_all()
        if view in ("findings", "left") and self.side.chosen is None:
            self.choose(next((row[0] for row in self._side), self.desk.chosen))
            self.show_all()
        if self.line.purpose is None:
            self.focus_view()

    # What is shown

    def show_view(self) -> None:
        """Show the widgets of this view."""
        for view in (*VIEWS, "left"):
            self.set_class(self.view == view, f"-view-{view}")

    @while_shown
    def show_sheet(self) -> None:
        """The points are others."""
        self.guarding.follow()
        self.line.follow(self.sheet.notes)
        layout = self.desk.layout
        empty = "No points yet." if not self.desk.filter else "No point has these words. Esc"
        numbers = draft_words.numbering(layout, self.sheet.notes)

        def draw(number: int, width: int) -> Sequence[Part]:
            line = layout.lines[number]
            note_id = line.note.id if isinstance(line, Row) else None
            finding = self.finding(note_id) if note_id is not None else None
            flags = [] if finding is None else [(guard_words.mark(finding), "warning")]
            marked = note_id in self.desk.marked
            said = numbers.get(note_id, "") if note_id is not None else ""
            return draft_words.row(line, width, self.sheet, said, flags, marked=marked)

        aside = self.view == "left" and self.desk.chosen in self.sheet.notes  # merged, perhaps
        if self.desk.chosen not in layout.places and not aside:
            near = [line.note.id for line in layout.lines if isinstance(line, Row)]
            before = self.points.chosen or 0
            beyond = [n for n in near if layout.places[n] >= before]
            self.desk.chosen = beyond[0] if beyond else near[-1] if near else None
        self.points.chosen = layout.places.get(self.desk.chosen) if self.desk.chosen else None
        self.points.show(len(layout.lines), draw, lambda n: isinstance(layout.lines[n], Row), empty)
        self.points.reveal()
        self.show_all()

    @while_shown
    def show_proof(self) -> None:
        """The texts are made anew."""
        self.show_all()

    def show_all(self) -> None:
        """Draw everything but the points."""
        self.show_banner()
        self.show_counts()
        self.show_side()
        self.show_text()
        self.show_detail()
        self.show_hints()
        self.points.refresh()

    @while_shown
    def show_banner(self) -> None:
        """Whose session, and how it stands."""
        state, width = self.link.state, self.size.width
        what = {"points": "POINTS", "text": self.desk.reads.upper(), "left": "LEFT OUT"}
        view = what.get(self.view, "FINDINGS")
        stands = draft_words.stands(state, self.desk.proof, self.desk.reads)
        beside = f" · {self.desk.reads}" if self.has_class("-wide") else ""
        right = f"v: {view}{beside} "
        title = cut(f" DRAFT  {state.agenda.session.title}", width - len(stands) - len(right) - 5)
        left = Content.assemble((title, "bold"), f" · {stands}")
        gap = max(1, width - left.cell_length - len(right))
        self.query_one("#banner", Bar).say(Content.assemble(left, " " * gap, (right, "bold")))

    @while_shown
    def show_counts(self) -> None:
        """How much is left to do, and what is not in the brief."""
        desk = self.desk
        unchecked = line_words.unchecked(
            roster=self.guarding.roster is not None,
            had_roster=self.link.state.had_roster,
            newcomers=False,
        )[1]
        told = draft_words.counts(
            self.sheet, desk.layout, desk.pairs_left, len(desk.marked), desk.filter, unchecked
        )
        self.query_one("#counts", Bar).say(told.truncate(self.size.width, ellipsis=True))
        findings = len(self.guarding.marks) + len(desk.around)
        below = draft_words.left_out(desk.proof, desk.words, findings)
        self.query_one("#left-out", Bar).say(below.truncate(self.size.width, ellipsis=True))

    @while_shown
    def show_detail(self) -> None:
        """The chosen point in full, and where it ends up."""
        note, width = self.note, self.size.width
        told = Content(" nothing is chosen") if note is None else Content(note.text or "…")
        rows = told.wrap(max(8, width - 2))
        room = max(1, self.detail.size.height or 2)
        if len(rows) > room:
            rows = [*rows[: room - 1], Content(cut(rows[room - 1].plain + " …", width - 2))]
        self.detail.update(Content("\n").join(Content(f" {row.plain}") for row in rows))
        facts = Content("")
        if note is not None:
            facts = draft_words.facts(note, self.sheet, self.desk.proof)
        self.query_one("#facts", Bar).say(facts.truncate(width, ellipsis=True))
        self._show_place()
        self._show_said()

    def _show_place(self) -> None:
        """Scroll the text to the chosen point."""
        note = self.note
        flat = self.desk.flat
        lit = flat.where(note.text) if note is not None and flat is not None else (0, 0)
        if lit != self.text.lit:
            self.text.lit = lit
            if lit[1]:
                self.text.reveal()
            self.text.refresh()

    @while_shown
    def show_text(self) -> None:
        """The text as it would be printed now."""
        if self.text.size.width:
            self.desk.widen(self.text.size.width - 2)
        flat = self.desk.flat
        if flat is None or flat is self._flat:
            return
        self._flat, rows = flat, flat.rows
        self.text.show(
            len(rows), lambda n, w: [(" " + rows[n].text, rows[n].style)], lambda n: False
        )
        self._show_place()

    @while_shown
    def show_side(self) -> None:
        """The findings, or what is left out, where they are looked at."""
        if self.view not in ("findings", "left"):
            return
        empty = "Everything is in the brief."
        if self.view == "left":
            proof = self.desk.proof
            rows: list[tuple[NoteId | None, str, str]] = []
            if proof is not None:
                rows += draft_words.left_rows(proof, self.sheet, self.desk.layout.places)
        else:
            rows = self.desk.findings(self.guarding)
            empty = "The guard marks nothing that would tell who spoke."
            if self.guarding.roster is None:
                empty = "The guard marks nothing; without a roster it cannot check names."
        self._side = rows

        def draw(number: int, width: int) -> Sequence[Part]:
            _, why, words = rows[number]
            head = cut(f" {why}", min(52, width * 2 // 3))
            return [(head, "warning"), (cut(f"  {words}", width - len(head)), "")]

        ids = [row[0] for row in rows]
        self.side.show(len(rows), draw, empty=empty)
        keeps = self.side.chosen is not None and self.side.chosen < len(ids)
        if not keeps or ids[self.side.chosen or 0] is not None:
            at = ids.index(self.desk.chosen) if self.desk.chosen in ids else None
            if self.side.chosen is not None:
                self.side.resumes = self.side.chosen
            self.side.chosen = at if at is not None else (0 if None in ids[:1] else None)
        self.side.reveal()

    @while_shown
    def tell(self, message: str) -> None:
        """Say one thing; it stays until the next is said."""
        self.said = message
        self._show_said()

    def mention(self, message: str) -> None:
        """Say one thing in passing: it takes the place of nothing that was just answered."""
        if not self.said:
            self.tell(message)

    @while_shown
    def _show_said(self) -> None:
        said, width = self.query_one("#said", Bar), self.size.width or 80
        row = None if self.said else self.work.guard_row(width)
        said.set_class(bool(self.said), "-told")
        said.say(row or Content(f" {self.said or self.link.trouble}").truncate(width))

    @while_shown
    def show_hints(self) -> None:
        """The footer: the keys of the view, or of the line that is written."""
        width, purpose = self.size.width or 80, self.line.purpose
        hints = draft_actions.hints(self.view, width)
        if purpose is not None:
            hints = draft_actions.line_hints(bool(purpose.offers)).truncate(width, ellipsis=True)
        self.query_one("#hints", Bar).say(hints)
