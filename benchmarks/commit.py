"""Keep: from a line to "it is on the disk", against one bare INSERT of the same row.

The bare INSERT goes into a file with the same tables, the same pragmas and as many rows, on
the same disk. The controls are the same INSERT with settings that are faster and lose notes
that were acknowledged: the program must not come near them by using them.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

from facilitator import paths
from facilitator.cli import wiring
from facilitator.pen import Pen
from facilitator.record import POSITIONS
from figures import Row, against, arguments, interleaved, milliseconds, show
from sessions import SEGMENT, World, running, sentence, world

SETTLED = (
    "journal_mode = PERSIST",
    "synchronous = FULL",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "foreign_keys = ON",
)
"""The pragmas of DESIGN.md, written out: the baseline must not follow the program's."""

INSERT = (
    "INSERT INTO note (id, segment, kind, text, topics, quote, echoes, release, parent,"
    " position, arranged, revision) VALUES (?, ?, 'point', ?, '', 0, 0, NULL, NULL, ?, 0, 0)"
)


def timed(work: Callable[[str], object], chance: random.Random) -> Callable[[], float]:
    """Seconds that keeping one new sentence takes."""

    def once() -> float:
        line = sentence(chance)
        start = time.perf_counter()
        work(line)
        return time.perf_counter() - start

    return once


def bare(path: Path, pragmas: tuple[str, ...], ended: ExitStack) -> Callable[[str], object]:
    """One INSERT in a transaction of its own, durable as far as the pragmas make it."""
    connection = ended.enter_context(closing(sqlite3.connect(path, isolation_level=None)))
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    chance = random.Random(3)

    def insert(line: str) -> object:
        values = (chance.randbytes(16), SEGMENT, line, chance.randrange(POSITIONS))
        return connection.execute(INSERT, values)

    return insert


def measured(place: World, notes: int, runs: int, ended: ExitStack) -> list[Row]:
    """The rows of one size of session."""
    home = place.home(f"with-{notes}")
    session = running(home, notes)
    record = paths.session_dir(home, session) / paths.RECORD
    copies = {name: place.disk / f"{name}-{notes}.sqlite3" for name in ("same", "off", "wal")}
    for copy in copies.values():
        shutil.copyfile(record, copy)
    secretariat = wiring.enter(home, session, "command")
    ended.callback(secretariat.store.close)
    pen = Pen(secretariat)
    wal = ("journal_mode = WAL", "synchronous = NORMAL", *SETTLED[2:])
    chance = random.Random(4)
    works = {
        "same": timed(bare(copies["same"], SETTLED, ended), chance),
        "kept": timed(lambda line: pen.write(line, SEGMENT), chance),
        "off": timed(bare(copies["off"], (*SETTLED, "synchronous = OFF"), ended), chance),
        "wal": timed(bare(copies["wal"], wal, ended), chance),
    }
    interleaved(10, works)
    taken = interleaved(runs, works)
    same, kept, off, fast = (statistics.median(taken[name]) for name in works)
    size = f"{notes:,} points"
    rows = [against(f"{size}: keep through the service", kept, same, 1.5)]
    for name, figure in (("synchronous=OFF", off), ("WAL+NORMAL", fast)):
        what = f"{size}: control, {name} (loses notes)"
        rows.append(Row(what, milliseconds(figure), milliseconds(same), figure / same))
    return rows


def main() -> None:
    given = arguments(__doc__ or "", 200, "points kept each way", notes=10_000)
    with world(given.disk) as place, ExitStack() as ended:
        rows = []
        for notes in (40, given.notes):
            rows += measured(place, notes, given.runs, ended)
        show(
            f"One point to the disk, median of {given.runs}",
            "a bare INSERT of the same row: same tables, pragmas, rows and disk",
            rows,
        )


if __name__ == "__main__":
    main()
