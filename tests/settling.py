"""When a screen without a terminal has come to rest, known from its event loop.

The framework's own `wait_for_idle` sleeps 20 ms at a time, twice a key, until the process takes
hardly any processor time: most of what a test then costs is sleep, and on a loaded computer a
process that gets no time looks idle. Here a screen is at rest once its loop has nothing to do,
no thread works for it, and no timer is about to go off.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from textual.pilot import Pilot

PATIENCE = 60.0
"""Seconds after which an effect is held to have failed; far more than any machine needs."""

NEAR = 0.025
"""Seconds within which a timer counts as part of what was asked for: the painting of a screen,
and a letter that is held back for a moment (`facilitator.ui.entry.BURST`)."""

PAINTED_EVERY = 0.002
"""Seconds between two paintings of a screen: nobody looks at these, and a key waits for one."""

BLOCKED = 0.3
"""Seconds after which a thread is not waited for: some are blocked on purpose, and those that
read everybody's notes may take their time."""

LONGEST = 1.0
"""Seconds after which a loop that is still at work is left to it, as by the framework."""

_working: Counter[asyncio.AbstractEventLoop] = Counter()


async def settled(*_: float) -> None:
    """Wait until the running loop is at rest, for `LONGEST` at most."""
    loop: Any = asyncio.get_running_loop()
    begun = loop.time()
    while loop.time() < begun + LONGEST:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        if _working[loop] and loop.time() < begun + BLOCKED:
            await asyncio.sleep(0.001)
            continue
        due = [timer.when() for timer in loop._scheduled if not timer.cancelled()]
        first = min(due, default=begun + LONGEST)
        if first > begun + NEAR:
            return
        await asyncio.sleep(max(0.0, first - loop.time()))


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    """Wait for an effect, however slow the machine is."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it never came"
        await pilot.pause()
        await asyncio.sleep(0.005)


@contextmanager
def known_from_the_loop() -> Iterator[None]:
    """The framework's pilot waits for `settled`, and it is known which threads work."""
    ask = asyncio.BaseEventLoop.run_in_executor

    def asked(self: asyncio.BaseEventLoop, *work: Any) -> Any:
        def done(_: object) -> None:
            _working[self] -= 1
            if not _working[self]:
                del _working[self]  # loops come and go, one a test

        future = ask(self, *work)
        _working[self] += 1
        future.add_done_callback(done)
        return future

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asyncio.BaseEventLoop, "run_in_executor", asked)
        patch.setattr("textual.screen.UPDATE_PERIOD", PAINTED_EVERY)
        patch.setattr("textual.app.wait_for_idle", settled)
        patch.setattr("textual.pilot.wait_for_idle", settled)
        yield
