"""Pictures of the running program for the README: desk, notes and draft of the shipped example.

    python benchmarks/pictures.py [FOLDER]

writes desk.svg, notes.svg and draft.svg into docs/pictures (or FOLDER). The clock, the ids and
the order of mixed points are given, so that the same program draws the same pictures. The
names in the room are the invented ones of the example's roster.
"""

from __future__ import annotations

import asyncio
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from facilitator.clock import Instant
from facilitator.files.agenda_file import load
from facilitator.files.roster_file import load_roster
from facilitator.meeting import Start
from facilitator.pen import Pen
from facilitator.roster import Roster
from facilitator.runtime import Runtime
from facilitator.service import Secretariat
from facilitator.stores.making import create
from facilitator.stores.sqlite import SQLiteRecord
from facilitator.ui.app import FacilitatorApp
from facilitator.ui.desk import Desk
from facilitator.ui.draft import Draft
from facilitator.ui.draft_app import DraftApp
from facilitator.ui.notes import Notes

ROOT = Path(__file__).parents[1]
AGENDA = ROOT / "agendas" / "2020-05-28-afghan-view.toml"
ROSTER = ROOT / "agendas" / "roster-invented.toml"
PICTURES = ROOT / "docs" / "pictures"

BEGAN = 1_590_658_200.0
"""Seconds since 1970 of 28 May 2020, 14:00 in Kabul, when the example begins."""

SIZE = (96, 27)
"""Columns and rows of the terminal in the pictures."""

PATIENCE = 30.0
"""Seconds to wait for a screen to be ready before giving up."""

HELD = {
    "presentation": (
        "#end-state A settlement is the aim; the holiday ceasefire and freed prisoners helped",
        "#intra-afghan Talks among Afghans must include every side",
        "Saying clearly where the process should end calms the neighbours",
    ),
    "qa": (
        "? #end-state Who guarantees the end state?",
        "? #formats Which role have the two formats?",
        "~ #intra-afghan Freed prisoners may return to the fighting",
        "-- Most have gone home so far",
    ),
}
"""What was noted in each part, as it is typed."""

HANDS = ("Luo Qingshan", "Parisa Golestanpour", "Aizada Toktomamatova", "Delroy Whitcastle")


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.passed = 0.0

    def __call__(self) -> Instant:
        return Instant(BEGAN + self.passed, BEGAN + self.passed)


class Meeting:
    """The example as far as its questions, in a folder that is thrown away."""

    def __init__(self, folder: Path) -> None:
        agenda, roster = load(AGENDA).agenda, load_roster(ROSTER).roster
        if agenda is None or roster is None:
            raise SystemExit("the shipped example is broken: facilitator check tells how")
        self.roster: Roster = roster
        self.clock, self.chance = Clock(), random.Random(28)
        self._folder, self._memory = folder / "session", folder / "memory"
        for made in (self._folder, self._memory):
            made.mkdir(mode=0o700)
        create(self._folder / "record.sqlite3", agenda, "digest")
        hand = self.open("desk")
        for segment, minutes in (("opening", 6.0), ("presentation", 24.0), ("qa", 6.0)):
            hand.conduct(Start(segment), hand.look().progress)
            pen = Pen(hand)
            for line in HELD.get(segment, ()):
                pen.write(line, segment)
            self.clock.passed += minutes * 60
        hand.leave()

    def open(self, role: str) -> Secretariat:
        """One more face on the session."""
        return Secretariat(
            SQLiteRecord(self._folder / "record.sqlite3", self.chance.randrange),
            Runtime(self._memory, self._folder, role),
            self.clock,
            lambda: self.chance.randbytes(16),
            self.chance.randrange,
        )


async def until(pilot: Pilot[Any], ready: Callable[[], bool]) -> None:
    """Wait until the screen is ready."""
    end = time.monotonic() + PATIENCE
    while not ready():
        if time.monotonic() > end:
            raise SystemExit("the screen was not ready in time")
        await pilot.pause(0.02)


def drawn(app: App[Any], title: str) -> str:
    """The screen as a picture; it names no font that would have to be fetched."""
    picture = app.export_screenshot(title=title)
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.S)
    picture = picture.replace("Fira Code", "ui-monospace, Menlo, Consolas, DejaVu Sans Mono")
    return "\n".join(line.rstrip() for line in picture.splitlines()) + "\n"


async def desk(meeting: Meeting) -> str:
    """The moderator's desk in a round of questions, four hands up, one on the floor."""
    secretariat = meeting.open("desk")
    secretariat.volatile.take_desk()
    app = FacilitatorApp(secretariat, partial(Desk, roster=meeting.roster))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, Desk)
        await until(pilot, lambda: screen.writing.line_guard.draft.watch is not None)
        for number, person in enumerate(HANDS, 1):
            code = screen.chair.seat(screen.state.agenda, person).code
            await pilot.press("a", *code)
            await until(pilot, lambda number=number: len(screen.chair.floor.hands) == number)  # type: ignore[misc]
        await until(pilot, lambda: screen.drawn == screen.chair.floor.revision)
        await pilot.press("enter")
        await until(pilot, lambda: screen.chair.floor.turn is not None)
        meeting.clock.passed += 40
        screen.tick()
        await until(pilot, lambda: screen.drawn == screen.chair.floor.revision)
        await pilot.pause()
        picture = drawn(app, "facilitator run")
    app.link.close()
    secretariat.leave()
    return picture


async def notes(meeting: Meeting) -> str:
    """The notes screen: a line being typed names a participant, and the guard says so."""
    secretariat = meeting.open("notes")
    app = FacilitatorApp(secretariat, partial(Notes, roster=meeting.roster))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, Notes)
        await until(pilot, lambda: screen.writing.line_guard.draft.watch is not None)
        screen.writing.entry.put("As Toktomamatova said, water is shared")
        await until(pilot, lambda: "NAME" in str(screen.query_one("#said").render()))
        await pilot.pause()
        picture = drawn(app, "facilitator notes")
    app.link.close()
    secretariat.leave()
    return picture


async def draft(meeting: Meeting) -> str:
    """The rapporteur's screen: all points by topic, and the text that is made of them."""
    secretariat = meeting.open("draft")
    app = DraftApp(secretariat, meeting.roster)
    async with app.run_test(size=SIZE) as pilot:
        screen = app.screen
        assert isinstance(screen, Draft)
        await until(pilot, lambda: screen.desk.proof is not None)
        await until(pilot, lambda: screen.desk.likeness is not None)
        await until(pilot, lambda: screen.guarding.watch is not None)
        await pilot.pause()
        picture = drawn(app, "facilitator draft")
    app.link.close()
    secretariat.leave()
    return picture


def pictures() -> dict[str, str]:
    """Every picture by the name of its file."""
    made = {}
    for make in (desk, notes, draft):
        with tempfile.TemporaryDirectory() as folder:
            made[f"{make.__name__}.svg"] = asyncio.run(make(Meeting(Path(folder))))
    return made


def main() -> None:
    """Draw them all, and tell how large each is."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in pictures().items():
        (folder / name).write_text(picture, "utf-8")
        print(f"{folder / name}  {len(picture.encode()) / 1024:.0f} KB")


if __name__ == "__main__":
    main()
