"""The rapporteur's screen: its keys."""

from __future__ import annotations

from facilitator.rapporteur import plans
from facilitator.rapporteur.order import Heading, Row
from facilitator.searching import Search
from facilitator.ui import draft_actions
from facilitator.ui.draft_face import VIEWS, DraftFace
from facilitator.ui.draft_line import Purpose
from facilitator.ui.draft_work import MERGED


class Draft(DraftFace):
    """What each key does; all of it is in the palette too."""

    # Choosing

    def _step(self, by: int) -> None:
        if self.view == "text":
            self.text.scroll_relative(y=by, animate=False, force=True)
        elif self.view == "points":
            self.points.step(by)
        else:
            self.side.step(by)

    async def action_up(self) -> None:
        """The point above."""
        self._step(-1)

    async def action_down(self) -> None:
        """The point below."""
        self._step(1)

    async def action_screen_up(self) -> None:
        """A screenful up."""
        self._step(-self._screenful)

    async def action_screen_down(self) -> None:
        """A screenful down."""
        self._step(self._screenful)

    async def action_first(self) -> None:
        """The first one."""
        self._step(-1_000_000)

    async def action_last(self) -> None:
        """The last one."""
        self._step(1_000_000)

    @property
    def _screenful(self) -> int:
        lines = {"points": self.points, "text": self.text}.get(self.view, self.side)
        return max(1, lines.size.height - 2)

    async def action_group_up(self) -> None:
        """The first point of this group, or of the one before."""
        self._to_group(-1)

    async def action_group_down(self) -> None:
        """The first point of the next group."""
        self._to_group(1)

    def _to_group(self, way: int) -> None:
        lines = self.desk.layout.lines
        heads = [n + 1 for n, line in enumerate(lines) if isinstance(line, Heading)]
        at = self.points.chosen or 0
        wanted = [n for n in heads if (n > at if way > 0 else n < at)]
        if wanted:
            self.turn_to("points")
            self.points.choose(wanted[0] if way > 0 else wanted[-1])

    async def action_mark(self) -> None:
        """Mark the chosen point, or unmark it."""
        row = self.row
        if row is None:
            return
        self.desk.marked ^= {row.note.id}
        if self.view == "points":
            self.points.step(1)
        self.show_counts()
        self.points.refresh()

    async def action_mark_group(self) -> None:
        """Mark all points of this group that are shown, or unmark them."""
        row = self.row
        if row is None:
            self.work.refuse_unplaced()
            return
        lines = self.desk.layout.lines
        group = {
            each.note.id for each in lines if isinstance(each, Row) and each.group == row.group
        }
        self.desk.marked = (
            self.desk.marked - group if group <= self.desk.marked else self.desk.marked | group
        )
        self.show_counts()
        self.points.refresh()

    async def action_filter(self) -> None:
        """Show only points with these words."""

        def typed(text: str) -> None:
            if text != self.desk.filter:
                self.desk.filter = " ".join(text.split())
                self.desk.lay_out()

        async def done(text: str) -> None:
            typed(text)

        self.turn_to("points")
        self.line.begin(Purpose("filter", done, self.desk.filter, guarded=False, typed=typed))

    async def action_search(self) -> None:
        """Choose the next point with these words."""

        async def done(text: str) -> None:
            self._sought = " ".join(text.split()) or self._sought
            self._seek(self._sought)

        self.turn_to("points")
        prompt = f"search (Enter: “{self._sought}”)" if self._sought else "search"
        self.line.begin(Purpose(prompt, done, guarded=False))

    _sought = ""

    def _seek(self, words: str) -> None:
        search = Search(self.sheet.agenda, self.sheet.notes.values())
        found = {note.id for note in search.look(words)}
        lines = self.desk.layout.lines
        at = self.points.chosen if self.points.chosen is not None else -1
        for place in (*range(at + 1, len(lines)), *range(at + 1)):
            line = lines[place]
            if words and isinstance(line, Row) and line.note.id in found:
                self.points.choose(place)
                self.tell("" if place > at else "began again at the top")
                return
        self.tell(f"no point has “{words}”")

    # Arranging

    async def action_nest(self) -> None:
        """Put it under the point above."""
        await self.work.place(lambda row: plans.nest(self.desk.layout, row), "nest")

    async def action_lift(self) -> None:
        """Take it out from under its parent."""
        await self.work.place(lambda row: plans.lift(self.sheet.notes, row), "lift")

    async def action_top(self) -> None:
        """Take it out to the top, or out of the point it was merged into."""
        note = self.note
        if note is not None and note.merged is not None:
            if await self.work.take(lambda: plans.part(note), "take out again"):
                self.choose(note.id)
                self.tell("it stands by itself again, with its own voices")
            return
        await self.work.place(lambda row: plans.top(self.sheet.notes, row), "to the top")

    async def action_gather(self) -> None:
        """Put the marked points under the chosen one."""
        under, rows = self.row, self.desk.marked_rows() if self.desk.marked else []
        if under is None:
            self.work.refuse_unplaced()
            return
        if await self.work.take(
            lambda: plans.gather(self.sheet.notes, rows, under.note), "put under"
        ):
            self.desk.marked.clear()
            self.show_all()

    async def action_raise(self) -> None:
        """Move it before the one above."""
        await self._shift(False)

    async def action_lower(self) -> None:
        """Move it behind the one below."""
        await self._shift(True)

    async def _shift(self, down: bool) -> None:
        desk, sheet = self.desk, self.sheet
        await self.work.place(
            lambda row: plans.shift(desk.layout, sheet.notes, row, down, sheet.keeping),
            "move down" if down else "move up",
        )

    async def action_relist(self) -> None:
        """List what is below it with numbers, with bullets, or as usual."""
        note = self.note
        if note is None:
            return
        if await self.work.take(lambda: plans.relist(note), "list"):
            now = self.sheet.notes.get(note.id)
            told = {True: "numbers", False: "bullets", None: "as usual"}
            self.tell(f"the points below: {told[now.numbered if now else None]}")

    async def action_write(self) -> None:
        """Write one sentence that stands for the marked points in the brief."""
        self._write(True)

    async def action_write_above(self) -> None:
        """Write a point above the marked ones; both texts print them under it."""
        self._write(False)

    def _write(self, alone: bool) -> None:
        rows = self.desk.marked_rows()
        if rows:
            self.work.write_over(rows, alone=alone)
        else:
            self.tell("mark the points first (Space)")

    async def action_merge(self) -> None:
        """Show points that say the same, two by two."""
        from facilitator.ui.draft_merge import MergePairs

        marked = [row.note.id for row in self.desk.marked_rows()] if self.desk.marked else []
        if len(marked) == 2:
            asked = (marked[0], marked[1])
            await self.app.push_screen(MergePairs(self, asked), lambda _: self.show_all())
        elif marked:
            self.tell("mark two points to compare them, or none to go through those alike")
        elif self.desk.likeness is None:
            self.tell("the points are still being compared; press it again in a moment")
        elif not self.desk.alike():
            self.tell("no two points are alike enough to be offered")
        else:
            await self.app.push_screen(MergePairs(self), lambda _: self.show_all())

    # Saying what it is

    async def action_edit(self) -> None:
        """Edit the chosen point."""
        note = self.note
        if note is None:
            self.tell("choose a point first")
        elif note.merged is not None:
            self.tell(MERGED)
        else:
            self.work.edit(note)

    async def action_convert(self) -> None:
        """Make it another kind."""
        await self.work.convert()

    async def action_topic(self) -> None:
        """Give it another topic."""
        await self.work.topic()

    async def action_release(self) -> None:
        """Say how far it may go."""
        default, rows = self.sheet.default, self.desk.marked_rows()
        if not rows:
            self.work.refuse_unplaced()
            return
        wanted = plans.next_release(rows[0].note, default)
        if await self.work.each(lambda note: plans.release(note, wanted, default), "release"):
            several = f" · {len(rows)} points" if len(rows) > 1 else ""
            self.tell(f"release: {wanted.value}{several}")

    async def action_agree(self) -> None:
        """Say whether it was agreed."""
        await self.work.agree()

    async def action_strike(self) -> None:
        """Erase it for good."""
        note = self.note
        if note is not None:
            self.run_worker(self.work.strike(note), group="work")

    async def action_mend(self) -> None:
        """Take the neutral wording of what the guard shows."""
        if self.line.purpose is not None:
            await self.line.entry.caught_up()
            self.line.line_guard.mend()
        elif (note := self.note) is not None:
            await self.work.mend(note)

    async def action_keep_words(self) -> None:
        """Keep what the guard marks, with a reason."""
        if self.line.purpose is not None:
            await self.line.entry.caught_up()
            await self.line.line_guard.keep()
        elif (around := self.around) is not None:
            await self.work.keep_finding(*around, None)
        elif (note := self.note) is not None:
            await self.work.keep_words(note)

    # Looking

    async def action_finding(self) -> None:
        """Go to the next point that the guard marks."""
        rows = self.desk.findings(self.guarding)
        ids = [note_id for note_id, _, _ in rows if note_id is not None]
        if rows and not ids:
            self.turn_to("findings")
            self.tell("it stands around the points: mend the agenda file, or Ctrl+R keeps it")
            return
        if not ids:
            unchecked = "" if self.guarding.roster else "; without a roster names are not checked"
            self.tell(f"the guard marks no point{unchecked}")
            return
        at = ids.index(self.desk.chosen) + 1 if self.desk.chosen in ids else 0
        if self.view == "text":
            self.turn_to("points")
        self.choose(ids[at % len(ids)])
        self.show_side()
        self.tell("")

    async def action_view(self) -> None:
        """Points, text, findings in turn."""
        order = VIEWS if self.size.width < WIDE else ("points", "findings")
        place = order.index(self.view) if self.view in order else -1
        self.turn_to(order[(place + 1) % len(order)])

    async def action_brief(self) -> None:
        """Show the brief."""
        self._read("brief")

    async def action_report(self) -> None:
        """Show the report."""
        self._read("report")

    def _read(self, which: str) -> None:
        beside = self.size.width >= WIDE
        if not beside or (which == self.desk.reads and self.view != "text"):
            self.turn_to("text")  # beside the points it is scrolled from there, too
        self.desk.read(which)
        self.show_all()

    async def action_left_out(self) -> None:
        """Show what is not in the brief, or go back from it."""
        self.turn_to("points" if self.view == "left" else "left")

    async def action_undo(self) -> None:
        """Undo the last step."""
        await self.work.turn(True)

    async def action_redo(self) -> None:
        """Do again what was undone."""
        await self.work.turn(False)

    async def action_back(self) -> None:
        """One step back: to the points, then without a filter, then without marks."""
        if self.view != "points":
            self.turn_to("points")
        elif self.desk.filter:
            self.desk.filter = ""
            self.desk.lay_out()
        elif self.desk.marked:
            self.desk.marked.clear()
            self.show_all()
        else:
            self.tell("Ctrl+Q or F10 leaves; everything is kept")

    async def action_help(self) -> None:
        """Show everything this screen can do."""
        from facilitator.ui.dialogs import Help

        await self.app.push_screen(Help(draft_actions.help_text()))


WIDE = 118
"""Columns from which the text stands beside the points."""
