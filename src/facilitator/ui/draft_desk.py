"""What lies on the rapporteur's screen, kept up to date in threads that no key waits for."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from facilitator.drafting_table import DraftingTable, Proof, Sheet
from facilitator.errors import Busy, Trouble
from facilitator.guard.findings import Finding, Level
from facilitator.publish.document import texts, wordings
from facilitator.rapporteur.likeness import Likeness, Pair, likeness
from facilitator.rapporteur.order import Layout, Row, lay_out
from facilitator.record import Note, NoteId
from facilitator.searching import Search
from facilitator.service import State
from facilitator.ui import guard_words
from facilitator.ui.draft_text import Flat, key
from facilitator.ui.guarding import Guarding
from facilitator.ui.link import Link

if TYPE_CHECKING:
    from facilitator.watch import Watch  # the guard loads behind the first paint

T = TypeVar("T")

_WORK, _REST = 0.003, 0.003
"""Seconds of comparing at a stretch, and between two: a key must not wait for either."""

_QUIET = 0.5
"""Seconds without a change after which long texts are made anew; short ones at once."""

_AGAIN = 0.1
"""Seconds until the record is read again where somebody was writing."""


def nothing() -> None:
    """Nobody is told."""


class DraftLink(Link):
    """A link on which the desk reads everything at once: nothing is read twice for a change."""

    renew: Callable[[], Awaitable[None]]

    def follow(self, sheet: Sheet) -> None:
        """Take over what was read, for the guard and for whoever asks how the session stands."""
        snapshot = sheet.snapshot
        self.trouble = ""
        self.state = replace(
            self.state,
            agenda=sheet.agenda,
            progress=snapshot.progress,
            lines=(),
            total=snapshot.total,
            scrub_pending=snapshot.scrub_pending,
            had_roster=snapshot.had_roster,
            held=sheet.held,
            salt=snapshot.salt,
            dismissals=snapshot.dismissals,
        )
        self.others = tuple(note for note in snapshot.notes if note.merged is None)

    def caught_up(self) -> None:
        """What was committed until now is about to be read."""
        self._seen = self.secretariat.store.changed()

    async def look(self, show: Callable[[State], None]) -> None:
        """Read everything again, and tell of it."""
        await self.renew()
        show(self.state)

    async def gather(self) -> None:
        """The points of all segments are here already."""


class DraftDesk:
    """The session as last read, its order, its texts, and what is chosen and marked.

    Belongs to the event loop. `proof`, `flat` (the text in lines of `width` cells) and
    `likeness` are None until they are there.
    """

    def __init__(self, link: DraftLink) -> None:
        self.table = DraftingTable(link.secretariat)
        self.sheet: Sheet = self.table.look()
        link.renew = self.renew
        link.follow(self.sheet)
        self.likeness: Likeness | None = None
        self.proof: Proof | None = None
        self.flat: Flat | None = None
        self.words = 0
        self.width = 78
        self.reads = "brief"
        self.names_checked = False
        self.around: tuple[tuple[Finding, str], ...] = ()
        """What the guard sees in the texts as printed and in no point."""
        self.filter = ""
        self.chosen: NoteId | None = None
        self.marked: set[NoteId] = set()
        self.apart: set[frozenset[NoteId]] = set()
        self.layout: Layout = self._laid_out()
        self.changed: Callable[[], None] = nothing
        self.proofed: Callable[[], None] = nothing
        self.compared: Callable[[], None] = nothing
        self._link = link
        self._dirty = asyncio.Event()
        self._reworded = asyncio.Event()
        self._printed = asyncio.Event()
        self._compared: dict[NoteId, str] | None = None
        self._reading = asyncio.Lock()
        self._over = threading.Event()
        self._reader = ThreadPoolExecutor(1, "draft-reader")
        self._texts = ThreadPoolExecutor(1, "draft-texts")
        self._words = ThreadPoolExecutor(1, "draft-words")
        self._since = 0.0
        self._quiet = 0.0
        self._dirty.set()
        self._reworded.set()

    def stop(self) -> None:
        """The screen is left."""
        self._over.set()
        self._dirty.set()
        self._reworded.set()
        self._printed.set()
        self._reader.shutdown(wait=False, cancel_futures=True)
        self._texts.shutdown(wait=False, cancel_futures=True)
        self._words.shutdown(wait=False, cancel_futures=True)

    # Reading

    async def renew(self) -> None:
        """Read the record again, and show it where it is another."""
        async with self._reading:
            sheet = await self._read()
            if sheet is None:
                return
            before, self.sheet = self.sheet, sheet
            self._link.follow(sheet)
            if _same(before, sheet) and self.proof is not None:
                return
            self.table.history.check(sheet.notes)
            self.marked &= sheet.notes.keys()
            self.lay_out()
            self._dirty.set()
            self._reworded.set()

    async def _read(self) -> Sheet | None:
        """Everything, once nobody is writing; None where that cannot be had."""
        while not self._over.is_set():
            try:
                self._link.caught_up()
                return await self._do(self._reader, self.table.look)
            except Busy:
                await asyncio.sleep(_AGAIN)
            except Trouble as trouble:
                self._link.trouble = str(trouble)
                return None
        return None

    def lay_out(self) -> None:
        """Put the points in order and show them."""
        self.layout = self._laid_out()
        self.changed()

    def _laid_out(self) -> Layout:
        sheet, shown = self.sheet, None
        if self.filter:
            search = Search(sheet.agenda, sheet.notes.values())
            shown = frozenset(note.id for note in search.look(self.filter))
        ranks: Mapping[NoteId, int] = self.likeness.ranks if self.likeness else {}
        return lay_out(sheet.agenda, sheet.notes.values(), sheet.keeping, ranks, shown)

    async def run(self) -> None:
        """Make the texts anew whenever the points are others, until `stop`."""
        while not self._over.is_set():
            await self._dirty.wait()
            while self.proof is not None and self._dirty.is_set() and not self._over.is_set():
                self._dirty.clear()
                await asyncio.sleep(self._quiet)  # while somebody goes on, the keys come first
            self._dirty.clear()
            work = partial(self._made, self.sheet, self.reads)
            began = time.perf_counter()
            made = await self._do(self._texts, work)
            self._quiet = min(_QUIET, 2 * (time.perf_counter() - began))
            if not self._dirty.is_set():
                self.proof, self.words, self.flat = made
                self.proofed()
                self._printed.set()

    def _made(self, sheet: Sheet, reads: str) -> tuple[Proof, int, Flat]:
        proof = self.table.proof(sheet, names_checked=self.names_checked)
        words = sum(len(text.split()) for text in texts(proof.brief.document))
        read = proof.report if reads == "report" else proof.brief
        return proof, words, Flat(read.document, self.width, self.flat)

    def read(self, which: str) -> None:
        """Look at the "brief" or at the "report"."""
        if which != self.reads:
            self.reads = which
            self._dirty.set()

    def widen(self, width: int) -> None:
        """The text is read at another width."""
        if width != self.width:
            self.width = width
            self._dirty.set()

    async def compare(self) -> None:
        """Compare the points whenever their words are others, until `stop`."""
        while not self._over.is_set():
            await self._reworded.wait()
            self._reworded.clear()
            notes = [*self.sheet.notes.values()]
            words = {note.id: note.text for note in notes}
            if words == self._compared:
                continue
            found = await self._do(self._words, partial(likeness, notes, self._rest))
            if found is not None:
                self._compared, self.likeness = words, found
                self.lay_out()
                self.compared()

    async def check(self, guarding: Guarding) -> None:
        """Read the texts as printed whenever they are others, until `stop`; points once more.

        Words set together may tell what each did not, and the hosts' own sentences may too.
        """
        while not self._over.is_set():
            await self._printed.wait()
            self._printed.clear()
            watch, proof, sheet = guarding.watch, self.proof, self.sheet
            if watch is None or proof is None:
                continue
            found = await self._do(self._words, partial(self._in_print, watch, proof, sheet))
            if found is not None and found != self.around:
                self.around = found
                self.proofed()

    def _in_print(
        self, watch: Watch, proof: Proof, sheet: Sheet
    ) -> tuple[tuple[Finding, str], ...] | None:
        from facilitator.guard.guard import ANNOUNCED

        kept = sheet.snapshot.dismissals
        told = {
            (key(note.text), finding.words.casefold())
            for note in sheet.notes.values()
            for finding in watch.standing(note.text, note.segment, kept)
        }
        found: dict[tuple[str, str], tuple[Finding, str]] = {}
        for made in (proof.brief, proof.report):
            for text in wordings(made.document):
                if not self._rest():
                    return None
                for finding in watch.standing(text, ANNOUNCED, kept):
                    at = (key(text), finding.words.casefold())
                    if finding.level is not Level.HINT and at not in told:
                        found.setdefault(at, (finding, text))
        return tuple(found.values())

    def reread(self) -> None:
        """The guard is there, or goes by another roster."""
        self._dirty.set()

    def _rest(self) -> bool:
        if time.perf_counter() - self._since > _WORK:
            time.sleep(_REST)
            self._since = time.perf_counter()
        return not self._over.is_set()

    async def _do(self, thread: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(thread, work)

    # Asking

    def marked_rows(self) -> list[Row]:
        """The marked points as they stand, else the chosen one."""
        rows = [self.layout.row(note_id) for note_id in self.marked]
        found = [row for row in rows if row is not None]
        if not found and (row := self.layout.row(self.chosen)) is not None:
            found = [row]
        return sorted(found, key=lambda row: self.layout.places[row.note.id])

    def alike(self) -> list[Pair]:
        """Pairs that may say the same and that nobody has looked at yet.

        First those that two laptops worded differently: both are known to be one point.
        """
        notes, readings = self.sheet.notes, self.sheet.readings
        found = [
            Pair(point, other, 1.0, readings=True)
            for other, point in sorted(readings.items(), key=lambda each: each[::-1])
            if notes[point].merged is None
        ]
        known = {frozenset((pair.one, pair.other)) for pair in found}
        for pair in self.likeness.alike if self.likeness else ():
            both = frozenset((pair.one, pair.other))
            if both not in known and _may_merge(notes.get(pair.one), notes.get(pair.other)):
                found.append(pair)
        return [pair for pair in found if frozenset((pair.one, pair.other)) not in self.apart]

    @property
    def pairs_left(self) -> int | None:
        """How many they are; None while they are looked for."""
        return None if self.likeness is None else len(self.alike())

    def findings(self, guarding: Guarding) -> list[tuple[NoteId | None, str, str]]:
        """What the guard marks, in the order of the points: the point, why, and its words."""
        places = self.layout.places
        marked = [
            (not finding.blocks, places.get(note_id, len(places)), note_id, finding)
            for note_id, finding in guarding.marks.items()
            if note_id in self.sheet.notes
        ]
        rows: list[tuple[NoteId | None, str, str]] = []
        for _, _, note_id, finding in sorted(marked, key=lambda each: each[:3]):
            level = guard_words.LEVELS.get(finding.level, "NOTE")
            why = f"{level} “{finding.words}” {finding.reason}"
            rows.append((note_id, why, self.sheet.notes[note_id].text))
        for finding, text in self.around:
            level = guard_words.LEVELS.get(finding.level, "NOTE")
            why = f"{level} in the text: “{finding.words}” {finding.reason}"
            rows.append((None, why, text))
        return rows


def _same(one: Sheet, other: Sheet) -> bool:
    """Whether two sheets say the same; notes that were not touched are the same objects."""
    return (
        one.agenda is other.agenda
        and one.held == other.held
        and one.snapshot.dismissals == other.snapshot.dismissals
        and one.snapshot.notes == other.snapshot.notes
        and one.snapshot.reviews == other.snapshot.reviews
    )


def _may_merge(one: Note | None, other: Note | None) -> bool:
    if one is None or other is None or one.merged is not None or other.merged is not None:
        return False
    return one.parent != other.id and other.parent != one.id
