"""A search over all points of a thousand closed sessions, against looking into every record.

The first search of all makes the filters, a hundred at a time; it is told apart.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from draft import spoken
from facilitator import paths
from facilitator.record import POSITIONS
from facilitator.stores.finding import search
from figures import Row, arguments, interleaved, milliseconds, show, within
from sessions import running, world

SESSIONS, POINTS = 1_000, 500

AIM = 0.1
"""Seconds that a search may take."""

_RARE = "zirconium"
"""A word in one point of every hundredth session."""


def library(home: Path) -> list[Path]:
    """Closed sessions in `home`, each with points of its own."""
    model = paths.session_dir(home, running(home, 0))
    folders: list[Path] = []
    for number in range(SESSIONS):
        folder = model.with_name(f"session-{number:04}")
        folder.mkdir(mode=0o700)
        record = folder / paths.RECORD
        shutil.copyfile(model / paths.RECORD, record)
        chance = random.Random(number)
        rows = [
            (chance.randbytes(16), spoken(chance), chance.randrange(POSITIONS))
            for _ in range(POINTS - 1)
        ]
        rare = f"{spoken(chance)} {_RARE}" if number % 100 == 0 else spoken(chance)
        rows.append((chance.randbytes(16), rare, chance.randrange(POSITIONS)))
        with closing(sqlite3.connect(record)) as connection, connection:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("UPDATE session SET closed = 1")
            connection.executemany(
                "INSERT INTO note (id, segment, kind, text, position)"
                " VALUES (?, 'discussion', 'point', ?, ?)",
                rows,
            )
        folders.append(folder)
    return folders[::-1]


def every_record(folders: list[Path], word: str) -> int:
    """What a search without filters must do at the least: ask each record."""
    found = 0
    for folder in folders:
        record = f"{(folder / paths.RECORD).as_uri()}?mode=ro"
        with closing(sqlite3.connect(record, uri=True)) as connection:
            found += len(
                connection.execute(
                    "SELECT segment, kind, text FROM note WHERE text LIKE ?", (f"%{word}%",)
                ).fetchall()
            )
    return found


def timed(work: Callable[[], object]) -> float:
    """Seconds that it takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> None:
    """Measure and print."""
    given = arguments(__doc__ or "", 7, "searches of each kind")
    with world(given.disk) as place:
        folders = library(place.home("many"))
        first = timed(lambda: search(folders, "absentword"))
        while any(not (folder / "words.index").exists() for folder in folders):
            search(folders, "absentword")
        rows = [Row("the first search, which makes 100 filters", milliseconds(first))]
        common = search(folders[:1], "e").hits or search(folders[:1], "ab").hits
        words = {
            "a word in no session": "absentword",
            "a word in ten sessions": _RARE,
            "two letters that begin many words": (common[0].text if common else "ab")[:2],
        }
        for what, word in words.items():
            taken = interleaved(
                given.runs,
                {
                    "ours": lambda word=word: timed(lambda: search(folders, word)),
                    "every": lambda word=word: timed(lambda: every_record(folders, word)),
                },
            )
            ours, every = (statistics.median(taken[name]) for name in ("ours", "every"))
            rows.append(within(what, ours, every, AIM))
        show(
            f"{SESSIONS:,} sessions of {POINTS} points",
            "one LIKE in each record, read-only",
            rows,
        )


if __name__ == "__main__":
    main()
