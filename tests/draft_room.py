"""A draft on a screen without a terminal, and how to read it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from facilitator.pen import Pen
from facilitator.rapporteur.order import Row
from facilitator.record import Note
from facilitator.roster import Roster
from facilitator.service import Secretariat
from facilitator.ui.draft import Draft
from facilitator.ui.draft_app import DraftApp
from test_screens import picture, until


@asynccontextmanager
async def drafting(
    secretariat: Secretariat, size: tuple[int, int] = (80, 24), roster: Roster | None = None
) -> AsyncIterator[tuple[Draft, Pilot[None]]]:
    app = DraftApp(secretariat, roster)
    async with app.run_test(size=size) as pilot:
        screen = app.screen
        assert isinstance(screen, Draft)
        await until(pilot, lambda: screen.desk.proof is not None)
        await until(pilot, lambda: screen.desk.likeness is not None)
        await until(pilot, lambda: screen.guarding.watch is not None)
        yield screen, pilot
    app.link.close()


def kept(secretariat: Secretariat, *lines: str, segment: str = "discussion") -> list[Note]:
    pen = Pen(secretariat)
    notes = [pen.write(line, segment).note for line in lines]
    return [note for note in notes if note is not None]


def rows(screen: Draft) -> list[tuple[int, str]]:
    """The points as they stand on the screen: how deep, and their words."""
    lines = screen.desk.layout.lines
    return [(line.depth, line.note.text) for line in lines if isinstance(line, Row)]


def texts(screen: Draft) -> list[str]:
    return [text for _, text in rows(screen)]


def note(screen: Draft, text: str) -> Note:
    (found,) = [each for each in screen.sheet.notes.values() if each.text == text]
    return found


def choose(screen: Draft, text: str) -> None:
    screen.choose(note(screen, text).id)


__all__ = ["choose", "drafting", "kept", "note", "picture", "rows", "texts", "until"]
