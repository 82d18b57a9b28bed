"""One screen's writing: the unfinished line, the lines on their way to the disk.

A finished line waits here, and in the volatile folder, until the record has it: neither a
full disk nor a crash between Enter and the commit loses it, and its id keeps it from being
stored twice. Lines reach the record strictly in the order in which they were entered.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Protocol

from facilitator import capture
from facilitator.drafting import Draft, Words, dismissals
from facilitator.errors import Refused, Trouble
from facilitator.pen import Pen, Written
from facilitator.ports import Unfinished, Waiting
from facilitator.record import Conflict, Note, NoteId, OffTheRecord, Struck
from facilitator.service import State
from facilitator.text import ANY_LENGTH, clean
from facilitator.ui.link import Link


class Reader(Protocol):
    """The screen that a scribe reports to."""

    def kept(self, written: Written) -> None:
        """A line is on the disk."""

    def not_kept(self, line: Waiting, reason: str) -> None:
        """A line was refused; its text goes back to the person."""

    def dropped(self) -> None:
        """The point that was being changed was struck."""

    def gone(self) -> None:
        """The point that a line would have changed was struck."""

    def conflicted(self, text: str, stands: Note) -> None:
        """Somebody else changed the point first; `settle` says which text stays."""

    def unsaid(self) -> None:
        """A line met the meeting off the record: it is kept nowhere."""

    def stuck(self, reason: str) -> None:
        """The disk does not take lines now ("": it does again)."""


class Scribe:
    """Keeps what one person types; `link` does the writing."""

    def __init__(self, link: Link, reader: Reader, draft: Draft) -> None:
        """`reader` is told what became of every line; `draft` is the line as the guard sees it."""
        self.link = link
        self.reader = reader
        self.draft = draft
        self._reasons: dict[NoteId, Mapping[Words, str]] = {}
        self.pen: Pen = Pen(link.secretariat)
        self.text = ""
        self.segment = ""
        self.depth = 0
        self.edits: Note | None = None
        self.at: Note | None = None
        self.wrote: Callable[[Written, Note | None], None] = lambda written, before: None
        """Told, in the thread that writes, of each line that was kept."""
        self.waiting: list[Waiting] = []
        self.aside: list[tuple[str, Note | None]] = []
        self.trouble = ""
        self.sheltered = True
        self.conflict: Note | None = None
        self._saved = Unfinished()
        self._draining = False

    # The unfinished line

    def recover(self) -> str:
        """The text that an earlier screen left unfinished; lines that waited are taken up."""
        left = self.link.secretariat.volatile.left_line()
        self._saved = left
        self.waiting.extend(left.waiting)
        if self.link.state.silent:
            return ""
        edited = None
        if left.edits is not None:
            edited = self.link.secretariat.store.note(left.edits)
            if edited is None:  # struck meanwhile: its words are nobody's new point
                self.save()
                return ""
            # Somebody may have changed it since; then both texts are shown at Enter.
            edited = replace(edited, revision=left.revision)
        self.depth, self.segment, self.text = left.depth, left.segment, left.text
        self.edits = edited
        return left.text

    def remembered(self) -> frozenset[NoteId]:
        """The points of which something is remembered here: put aside, changed, on its way."""
        notes = [note for _, note in self.aside] + [self.edits, self.conflict, self.at]
        ids = [note.id for note in notes if note is not None]
        return frozenset((*ids, *(line.id for line in self.waiting)))

    async def follow_strikes(self) -> None:
        """Forget here what somebody struck, wherever it was struck."""
        store, ids = self.link.secretariat.store, self.remembered()
        try:
            gone = await self.link.write(lambda: store.struck(ids))
        except Trouble:
            return  # the next change asks again
        if gone and self.forget(gone):
            self.reader.dropped()

    def forget(self, gone: Collection[NoteId]) -> bool:
        """Forget all of these points, which were struck; True where one was being changed."""
        self.pen.forget(gone)
        if self.at is not None and self.at.id in gone:
            self.at = None
        self.aside = [(text, n) for text, n in self.aside if n is None or n.id not in gone]
        if not self._draining and self.conflict is None:
            self.waiting = [line for line in self.waiting if line.id not in gone]
        changed = self.edits is not None and self.edits.id in gone
        if changed:
            self.text, self.segment, self.edits = "", "", None
        self.save()
        return changed

    def typed(self, text: str, running: str) -> None:
        """The line now reads `text`; it belongs to the segment running at its first letter."""
        if text and not self.text and self.edits is None:
            self.segment = running
        elif not text and self.edits is None:
            self.segment = ""
        self.text = text

    def save(self) -> None:
        """Remember the unfinished line and what waits, where they changed."""
        line = Unfinished(
            self.segment,
            self.text,
            self.depth,
            tuple(self.waiting),
            self.edits.id if self.edits else None,
            self.edits.revision if self.edits else 0,
        )
        if line != self._saved and not self.link.state.progress.closed:
            self._saved = line
            self.sheltered = self.link.secretariat.volatile.save_line(line)

    def blank(self, *, aside: bool = False) -> bool:
        """Empty the line; with `aside` its words stay in memory until they are called back.

        True where words were put aside.
        """
        unchanged = self.edits is not None and self.text == capture.to_line(self.edits)
        put = aside and bool(self.text.strip()) and not unchanged
        if put:
            self.aside.append((self.text, self.edits))
        self.text, self.segment, self.edits = "", "", None
        self.save()
        return put

    def call_back(self) -> str:
        """The words put aside last, taken up again; "" where there are none."""
        if not self.aside:
            return ""
        text, self.edits = self.aside.pop()
        self.text = text
        running = self.link.state.running
        self.segment = self.edits.segment if self.edits else running.id if running else ""
        return text

    def give_back(self, line: Waiting, note: Note | None) -> None:
        """Make a refused line the unfinished one again; `note` is the point it changes."""
        self.text, self.segment, self.depth, self.edits = line.text, line.segment, line.depth, note

    def stand_at(self, note: Note) -> bool:
        """Let what comes next echo this point, or go under it; False while lines are on their way.

        Only among the points that are shown, in the segment that runs.
        """
        state = self.link.state
        running = state.running
        if self.waiting or running is None or note.segment != running.id:
            return False
        self.pen.stand_at(state.lines, note)
        self.at = note
        return True

    def begin_edit(self, note: Note) -> str:
        """Take up a kept note; the line to show."""
        self.edits, self.segment = note, note.segment
        self.text = capture.to_line(note)
        return self.text

    def captured(self, state: State) -> capture.Captured:
        """What the line, as far as it is typed, would be kept as."""
        text = clean(self.text, cap=ANY_LENGTH)
        return capture.parse(text, state.agenda.topics)

    # On its way to the disk

    def enter(self, text: str, running: str, reasons: Mapping[Words, str]) -> None:
        """Take a finished line, and why some of its words are kept; `drain` brings it to the disk.

        The reasons are in memory only: should they be lost, the point is marked.
        """
        if self.edits is not None:
            entered = Waiting(self.edits.id, self.edits.segment, text, revision=self.edits.revision)
        else:
            segment = self.segment or running
            if not self.waiting and segment == self.link.state.segment:
                # A hand that has just come (back) continues under what it sees.
                self.pen.stand_under(self.link.state.lines, segment)
            entered = Waiting(self.link.secretariat.new_id(), segment, text, self.depth)
        self.waiting.append(entered)
        if reasons:
            self._reasons[entered.id] = reasons
        self.text, self.segment, self.edits, self.at = "", "", None, None
        self.save()

    async def drain(self) -> None:
        """Bring every waiting line to the disk, or stop at the first that it does not take."""
        if self._draining or self.conflict is not None:
            return
        self._draining = True
        try:
            while self.waiting and not self.link.state.progress.off_record:
                if not await self._bring(self.waiting[0]):
                    return
                self.waiting.pop(0)
                self.save()
        finally:
            self._draining = False

    async def _bring(self, line: Waiting) -> bool:
        try:
            if line.revision is None:
                written = await self.link.write(lambda: self._keep(line))
            else:
                written = await self.link.write(lambda: self._edit(line))
        except Conflict as conflict:
            if self._parsed(line).words.text == conflict.stands.text:
                return True  # our own edit had reached the disk before a crash
            self.conflict = conflict.stands  # the line waits, also through a crash
            self.reader.conflicted(line.text, conflict.stands)
            return False
        except OffTheRecord:
            self.reader.unsaid()
            return True
        except Struck:
            self.reader.gone()
            return True
        except Refused as refusal:
            self.reader.not_kept(line, str(refusal))
            return True
        except Trouble as trouble:
            self.trouble = str(trouble)
            self.reader.stuck(self.trouble)  # which asks for another try soon
            return False
        if self.trouble:
            self.trouble = ""
            self.reader.stuck("")
        self.reader.kept(written)
        return True

    def _keep(self, line: Waiting) -> Written:
        if not line.segment:
            raise Refused("no segment is running: start one, then press Enter again")
        written = self.pen.write(line.text, line.segment, line.depth, line.id)
        if written.note is not None:
            self._dismiss(written.note)
        self.wrote(written, None)
        return written

    def _edit(self, line: Waiting) -> Written:
        before = self.link.secretariat.store.note(line.id)
        note = self.pen.edit(line.id, line.segment, line.revision or 0, line.text)
        self._dismiss(note)
        written = Written(note, self._parsed(line))
        self.wrote(written, before)
        return written

    def _dismiss(self, note: Note) -> None:
        """Keep with the point what was kept with a reason while it was typed."""
        reasons = self._reasons.pop(note.id, None)
        if reasons and self.draft.watch is not None:
            made = dismissals(self.draft.watch, note, reasons)
            with suppress(Trouble):  # the note is on the disk; it is marked, and can be asked of
                self.link.secretariat.store.dismiss(made)

    def _parsed(self, line: Waiting) -> capture.Captured:
        text = clean(line.text, cap=ANY_LENGTH)
        return capture.parse(text, self.link.state.agenda.topics)

    def settle(self, choice: str) -> None:
        """End a conflict: "mine" replaces what stands, "both" adds, else the line is dropped."""
        stands, self.conflict = self.conflict, None
        line = self.waiting[0]
        if stands is None:
            return
        if choice == "mine":
            self.waiting[0] = replace(line, revision=stands.revision)
        elif choice == "both":
            self.waiting[0] = replace(line, id=self.link.secretariat.new_id(), revision=None)
        else:
            self.waiting.pop(0)
        self.save()
