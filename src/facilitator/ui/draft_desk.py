"""What lies on the rapporteur's screen, kept up to date in threads that no key waits for."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from facilitator.drafting_table import DraftingTable, Proof, Sheet
from facilitator.errors import Busy, Trouble
from facilitator.rapporteur.likeness import Likeness, Pair, likeness
from facilitator.rapporteur.order import Layout, Row, lay_out, matching
from facilitator.record import Note, NoteId
from facilitator.ui import guard_words
from facilitator.ui.draft_text import Flat
from facilitator.ui.guarding import Guarding
from facilitator.ui.link import Link

T = TypeVar("T")

_WORK, _REST = 0.003, 0.003
"""Seconds of comparing at a stretch, and between two: a key must not wait for either."""

_AGAIN = 0.1
"""Seconds until the record is read again where somebody was writing."""


def nothing() -> None:
    """Nobody is told."""


class DraftDesk:
    """The session as last read, its order, its texts, and what is chosen and marked.

    Belongs to the event loop. `proof`, `flat` (the text in lines of `width` cells) and
    `likeness` are None until they are there.
    """

    def __init__(self, link: Link) -> None:
        self.table = DraftingTable(link.secretariat)
        self.sheet: Sheet = self.table.look()
        self.likeness: Likeness | None = None
        self.proof: Proof | None = None
        self.flat: Flat | None = None
        self.width = 78
        self.filter = ""
        self.chosen: NoteId | None = None
        self.marked: set[NoteId] = set()
        self.apart: set[frozenset[NoteId]] = set()
        self.layout: Layout = self._laid_out()
        self.changed: Callable[[], None] = nothing
        self.proofed: Callable[[], None] = nothing
        self.compared: Callable[[], None] = nothing
        self.told: Callable[[str], None] = lambda message: None
        self._link = link
        self._dirty = asyncio.Event()
        self._reworded = asyncio.Event()
        self._compared: dict[NoteId, str] | None = None
        self._reading = asyncio.Lock()
        self._over = threading.Event()
        self._texts = ThreadPoolExecutor(1, "draft-texts")
        self._words = ThreadPoolExecutor(1, "draft-words")
        self._since = 0.0
        self._dirty.set()
        self._reworded.set()

    def stop(self) -> None:
        """The screen is left."""
        self._over.set()
        self._dirty.set()
        self._reworded.set()
        self._texts.shutdown(wait=False, cancel_futures=True)
        self._words.shutdown(wait=False, cancel_futures=True)

    # Reading

    async def renew(self) -> None:
        """Read the record again, and show it where it is another."""
        async with self._reading:
            while not self._over.is_set():
                try:
                    sheet = await self._do(self._texts, self.table.look)
                    break
                except Busy:
                    await asyncio.sleep(_AGAIN)
                except Trouble as trouble:
                    self.told(str(trouble))
                    return
            else:
                return
            before, self.sheet = self.sheet, sheet
            if _same(before, sheet) and self.proof is not None:
                return
            self.table.history.check(sheet.notes)
            self.marked &= sheet.notes.keys()
            self.lay_out()
            self._dirty.set()
            self._reworded.set()

    def lay_out(self) -> None:
        """Put the points in order and show them."""
        self.layout = self._laid_out()
        self.changed()

    def _laid_out(self) -> Layout:
        sheet, shown = self.sheet, None
        if self.filter:
            shown = matching(sheet.agenda, sheet.notes.values(), self.filter)
        ranks: Mapping[NoteId, int] = self.likeness.ranks if self.likeness else {}
        return lay_out(sheet.agenda, sheet.notes.values(), sheet.keeping, ranks, shown)

    async def run(self) -> None:
        """Make the texts anew whenever the points are others, until `stop`."""
        while not self._over.is_set():
            await self._dirty.wait()
            self._dirty.clear()
            proof, flat = await self._do(self._texts, partial(self._made, self.sheet))
            if not self._dirty.is_set():
                self.proof, self.flat = proof, flat
                self.proofed()

    def _made(self, sheet: Sheet) -> tuple[Proof, Flat]:
        proof = self.table.proof(sheet)
        return proof, Flat(proof.brief.document, self.width, self.flat)

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
        """Pairs that may say the same and that nobody has looked at yet."""
        if self.likeness is None:
            return []
        notes = self.sheet.notes
        return [
            pair
            for pair in self.likeness.alike
            if frozenset((pair.one, pair.other)) not in self.apart
            and _may_merge(notes.get(pair.one), notes.get(pair.other))
        ]

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
        return rows


def _same(one: Sheet, other: Sheet) -> bool:
    """Whether two sheets say the same; notes that were not touched are the same objects."""
    return (
        one.agenda is other.agenda
        and one.held == other.held
        and one.snapshot.dismissals == other.snapshot.dismissals
        and one.snapshot.notes == other.snapshot.notes
    )


def _may_merge(one: Note | None, other: Note | None) -> bool:
    if one is None or other is None or one.merged is not None or other.merged is not None:
        return False
    return one.parent != other.id and other.parent != one.id
