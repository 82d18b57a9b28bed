"""The guard of one screen: loaded behind the first paint, in a thread of its own.

Nothing here is waited for: until it is there a screen does without, and the points that
were kept meanwhile are marked afterwards.
"""

from __future__ import annotations

import asyncio
import sys
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Protocol, TypeVar

from facilitator.agenda import Agenda
from facilitator.ports import RosterSource
from facilitator.record import NoteId
from facilitator.roster import Roster
from facilitator.ui.link import Link

if TYPE_CHECKING:
    from facilitator.guard.findings import Finding
    from facilitator.marking import Marks
    from facilitator.watch import Watch

T = TypeVar("T")

LOOK_EVERY = 1.0
"""Seconds between two looks at the roster file."""

_SWITCH = 0.0005
"""Seconds after which a thread lets another one run: a key waits for several such turns."""

_WORK, _REST = 0.001, 0.002
"""Seconds of reading at a stretch, and between two: a key must not wait for either."""


class Guarded(Protocol):
    """The screen that is told what the guard sees."""

    def guard_came(self) -> None:
        """There is another watch: the line is to be checked again."""

    def marks_changed(self) -> None:
        """Other points are marked than before."""

    def tell(self, message: str) -> None:
        """Say one thing."""

    def mention(self, message: str) -> None:
        """Say one thing in passing, where nothing else is said."""


class Guarding:
    """Holds the watch and the marks of one screen up to date; belongs to the event loop."""

    def __init__(self, link: Link, roster: Roster | None, source: RosterSource | None) -> None:
        """`roster` as given at the start; `source` is its file, where it has one."""
        self._link = link
        self._source = source
        self.roster = roster
        self.people: tuple[str, ...] = ()
        self.watch: Watch | None = None
        self.marks: Mapping[NoteId, Finding] = {}
        self._marking: Marks | None = None
        self._built: tuple[Roster | None, tuple[str, ...], Agenda] | None = None
        self._wake = asyncio.Event()
        self._over = threading.Event()
        self._thread = ThreadPoolExecutor(1, "guard")
        self._since = 0.0
        self._stood: frozenset[NoteId] = frozenset()

    def follow(self, people: tuple[str, ...] = ()) -> None:
        """The session has a new state; `people` are those who were typed in."""
        self.people = people
        self._wake.set()

    def stop(self) -> None:
        """The screen is left."""
        self._over.set()
        self._wake.set()
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def run(self, face: Guarded) -> None:
        """Follow the session until `stop`."""
        sys.setswitchinterval(_SWITCH)
        await self._link.gather()
        self._wake.set()
        while not self._over.is_set():
            await self._wake.wait()
            self._wake.clear()
            await self._renew(face)
            await self._mark(face)

    async def look(self, face: Guarded) -> None:
        """Follow the roster file until `stop`."""
        while self._source is not None:
            await asyncio.sleep(LOOK_EVERY)
            news = await self._do(self._source.news)
            if news is None:
                continue
            if news.trouble:
                face.tell(news.trouble)
                continue
            self.roster = news.roster
            self._wake.set()
            number = len(news.roster.participants) if news.roster else 0
            people = "1 person" if number == 1 else f"{number} people"
            face.mention(f"roster read again, {people}: lines and points are checked anew")

    async def _renew(self, face: Guarded) -> None:
        """Another watch, where the roster or the agenda is another."""
        state, roster, people = self._link.state, self.roster, self.people
        wanted = (roster, people, state.agenda)
        if self._built is not None and all(
            a is b or a == b for a, b in zip(self._built, wanted, strict=True)
        ):
            return

        def build() -> tuple[Watch, Marks]:
            from facilitator.marking import Marks
            from facilitator.watch import Watch, joined

            watch = Watch(joined(roster, people), state.agenda, state.salt)
            return watch, Marks(watch)

        self.watch, self._marking = await self._do(build)
        self._built = wanted
        face.guard_came()

    async def _mark(self, face: Guarded) -> None:
        marking, state, others = self._marking, self._link.state, self._link.others
        if marking is None:
            return
        notes = [*(line.note for line in state.lines), *others]
        stand = frozenset(note.id for note in notes)
        if self._stood - stand and self.watch is not None:
            self.watch.forget()  # somebody struck a point: its words are in no memory here
        self._stood = stand
        found = await self._do(lambda: marking.update(notes, state.dismissals, self._rest))
        if found is not None and found != self.marks:
            self.marks = found
            face.marks_changed()

    def _rest(self) -> bool:
        """Called in the thread: let the screen have its turn; False where it is left."""
        if time.perf_counter() - self._since > _WORK:
            time.sleep(_REST)
            self._since = time.perf_counter()
        return not self._over.is_set()

    async def _do(self, work: Callable[[], T]) -> T:
        if self._over.is_set():
            raise asyncio.CancelledError
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
