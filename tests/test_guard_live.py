"""The guard on the screens: seen while typing, mended or kept by one key, never kept unseen."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from functools import partial

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from conftest import Hand, House
from facilitator.meeting import Start
from facilitator.pen import Pen
from facilitator.roster import Participant, Roster
from facilitator.service import Secretariat
from facilitator.ui.desk import Desk
from facilitator.ui.keeping import KeepWords
from facilitator.ui.notes import Notes
from facilitator.ui.session_screen import SessionScreen
from test_screens import picture, said, shown, start, until

ROSTER = Roster(
    (
        Participant(
            "Maryam Hosseini",
            given="Maryam",
            family="Hosseini",
            aliases=("مریم حسینی",),
            gender="f",
            affiliation="Plateau Centre",
            country="IR",
        ),
        Participant(
            "Solveig Tverrfjelldal",
            given="Solveig",
            family="Tverrfjelldal",
            gender="f",
            affiliation="Nordic Peace Institute",
            country="NO",
        ),
        Participant("Luo Qingshan", given="Qingshan", family="Luo", aliases=("罗青山",), country="CN"),
    )
)


def guarded(
    secretariat: Secretariat,
    face: type[SessionScreen] = Notes,
    size: tuple[int, int] = (80, 24),
    roster: Roster | None = ROSTER,
) -> AbstractAsyncContextManager[tuple[SessionScreen, Pilot[None]]]:
    return shown(secretariat, partial(face, roster=roster), size)  # type: ignore[arg-type]


async def ready(screen: SessionScreen, pilot: Pilot[None]) -> None:
    await until(pilot, lambda: screen.writing.line_guard.draft.watch is not None)


async def test_x(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with guarded(house.open()) as (screen, pilot):
        await ready(screen, pilot)
        await pilot.press(*"Hosseini")
        print(said(screen, "said"))
        await pilot.press("space")
        print(said(screen, "said"))
        print(picture(pilot))
        await pilot.press(*"argued for it", "enter")
        await until(pilot, lambda: screen.state.total == 1)
        await until(pilot, lambda: "1 marked" in said(screen, "kept"))
        print(picture(pilot))
        await pilot.press(*"so said Hosseini", "enter")
        await pilot.pause()
        print(picture(pilot))
        await pilot.press("ctrl+g")
        await pilot.pause()
        print(picture(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: screen.state.total == 2)
        await pilot.press("f4", "up")
        await pilot.pause()
        print(picture(pilot))
        await pilot.press("ctrl+r")
        await pilot.pause()
        print(picture(pilot))
        await pilot.press("3")
        await until(pilot, lambda: bool(screen.state.dismissals))
        await pilot.pause()
        print(picture(pilot))
        await pilot.press("f1")
        await pilot.pause()
        print(picture(pilot))
    assert 0
