"""Sessions to measure on: a home of their own on a real disk, a running segment, many points."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from facilitator import paths
from facilitator.cli import wiring
from facilitator.meeting import Start
from facilitator.record import POSITIONS

AGENDA = Path(__file__).parent.parent / "agendas" / "2020-05-28-afghan-view.toml"

SEGMENT = "discussion"
"""A segment under the Rule: its points stand in order of arrival, the costlier case."""

_WORDS = (
    "settlement before security or after a region that trades has more to lose from war the"
    " corridor needs guarantees from both sides prisoners were released and some went back to"
    " the front neighbours compete where they could agree money follows peace and not the other"
    " way round women at the table hold longer agreements water is the quiet item no format"
    " includes everybody small steps verified soon beat large ones promised late"
).split()


@dataclass(frozen=True, slots=True)
class World:
    """Folders that nothing else uses: `disk` on a disk, `memory` in memory where there is one."""

    disk: Path
    memory: Path

    def home(self, name: str) -> Path:
        """A home of sessions."""
        return self.disk / name

    def more(self, home: Path) -> dict[str, str]:
        """The environment of a program that works in `home`.

        All programs share one cache of compiled modules, which the first start fills.
        """
        return {
            "FACILITATOR_HOME": str(home),
            "XDG_RUNTIME_DIR": str(self.memory),
            "PYTHONPYCACHEPREFIX": str(self.disk / "compiled"),
        }


@contextmanager
def world(disk: Path | None) -> Iterator[World]:
    """A fresh world, gone afterwards; this process works in it too."""
    made = World(_folder(disk or Path("/var/tmp")), _folder(Path("/dev/shm")))
    os.environ["XDG_RUNTIME_DIR"] = str(made.memory)
    try:
        yield made
    finally:
        shutil.rmtree(made.disk, ignore_errors=True)
        shutil.rmtree(made.memory, ignore_errors=True)


def _folder(where: Path) -> Path:
    return Path(tempfile.mkdtemp(prefix="facilitator-", dir=where if where.is_dir() else None))


def sentence(chance: random.Random) -> str:
    """A point as people write them: one row on a screen, sometimes two."""
    return " ".join(chance.choices(_WORDS, k=chance.randint(4, 14))).capitalize()


def running(
    home: Path,
    notes: int,
    segment: str = SEGMENT,
    said: Callable[[random.Random], str] = sentence,
) -> str:
    """A session in `home` whose `segment` runs and holds `notes` points; its id.

    `said` makes their words.

    The points go in beside the program in one transaction, each a row that the program
    could have written: random id, random position, one in five under the point above.
    """
    session = wiring.open_agenda(home, AGENDA).session_id
    secretariat = wiring.enter(home, session, "command")
    try:
        secretariat.conduct(Start(segment), secretariat.look().progress)
        record = paths.session_dir(home, session) / paths.RECORD
        for note_id in _fill(record, segment, notes, said):
            secretariat.volatile.arrived(segment, note_id)
    finally:
        secretariat.store.close()
        secretariat.volatile.release()
    return session


def _fill(
    record: Path, segment: str, notes: int, said: Callable[[random.Random], str]
) -> list[bytes]:
    chance = random.Random(notes)
    rows: list[tuple[bytes, str, str, bytes | None, int]] = []
    top: bytes | None = None
    for number in range(notes):
        note_id = chance.randbytes(16)
        nested = top is not None and chance.random() < 0.2
        position = number + 1 if nested else chance.randrange(POSITIONS)
        rows.append((note_id, segment, said(chance), top if nested else None, position))
        top = top if nested else note_id
    with closing(sqlite3.connect(record, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = PERSIST")
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(
            "INSERT INTO note (id, segment, kind, text, parent, position)"
            " VALUES (?, ?, 'point', ?, ?, ?)",
            rows,
        )
        connection.execute("COMMIT")
    return [row[0] for row in rows]
