"""The screens' line to the service: one thread that writes, one that reads, none that waits.

The event loop never touches the disk for longer than asking whether anything changed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from facilitator.errors import Busy, Trouble
from facilitator.record import Note
from facilitator.service import Secretariat, State

T = TypeVar("T")

CHECK_EVERY = 0.05
"""Seconds between two looks at whether somebody committed something."""


class Link:
    """Runs what the screens ask of a secretariat, in order, and tells what changed.

    With `everything`, `others` are the points of all other segments than the one in `state`.
    """

    def __init__(self, secretariat: Secretariat) -> None:
        """Serve one running app; `state` is the last state seen."""
        self.secretariat = secretariat
        self.state: State = secretariat.look()
        self.others: tuple[Note, ...] = ()
        self.everything = False
        self.segment = ""
        self.trouble = ""
        self._seen = secretariat.store.changed()
        self._writer = ThreadPoolExecutor(1, "record-writer")
        self._reader = ThreadPoolExecutor(1, "record-reader")
        self._looking = False
        self._again = False

    async def write(self, work: Callable[[], T]) -> T:
        """Run `work` behind everything asked before it; raises what it raises."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, work)

    async def watch(self, show: Callable[[State], None]) -> None:
        """Show every new state for as long as the app runs.

        A bare sleep costs a third of what the framework's timers do, twenty times a second.
        """
        while True:
            await asyncio.sleep(CHECK_EVERY)
            await self.check(show)

    async def check(self, show: Callable[[State], None]) -> None:
        """Show the new state where somebody committed since the last look."""
        if self._looking:
            return  # the reader is busy for as long as it reads; the next check finds the rest
        try:
            seen = self.secretariat.store.changed()
        except Busy:
            return
        except Trouble as trouble:
            self.trouble = str(trouble)
            return
        if seen != self._seen:
            self._seen = seen
            await self.look(show)

    async def look(self, show: Callable[[State], None]) -> None:
        """Read the state and show it; looks asked for meanwhile become one more."""
        if self._looking:
            self._again = True
            return
        self._looking = True
        try:
            while True:
                self._again = False
                try:
                    loop = asyncio.get_running_loop()
                    self.state, self.others = await loop.run_in_executor(self._reader, self._read)
                    self.trouble = ""
                except Busy:
                    self._seen = -1  # look again at the next check
                    return
                except Trouble as trouble:
                    self.trouble = str(trouble)
                    return
                show(self.state)
                if not self._again:
                    return
        finally:
            self._looking = False

    async def gather(self) -> None:
        """Read the points of the other segments now, and with every look from now on."""
        self.everything = True
        if self._looking:
            self._again = True
            return
        self._looking, segment = True, self.state.segment
        try:
            self.others = await asyncio.get_running_loop().run_in_executor(
                self._reader, lambda: self.secretariat.elsewhere(segment)
            )
        except Trouble:  # somebody writes: the next look reads them
            self._again = True
        finally:
            self._looking = False
            if self._again:
                self._seen = -1

    def _read(self) -> tuple[State, tuple[Note, ...]]:
        state = self.secretariat.look(self.segment, patient=False)
        return state, self.secretariat.elsewhere(state.segment) if self.everything else ()

    def close(self) -> None:
        """Finish what was asked and stop both threads."""
        self._writer.shutdown(wait=True)
        self._reader.shutdown(wait=True)
