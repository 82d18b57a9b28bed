"""A writer killed at any moment loses nothing that it has acknowledged.

`python -m pytest tests/test_kills.py --full` kills `KILLS` writers, a plain run `FEW`.
"""

from __future__ import annotations

import json
import random
import selectors
import signal
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import plan
from facilitator import paths
from facilitator.cli import wiring
from facilitator.stores.making import create

KILLS = 100
FEW = 20
LINES = 1000
"""Lines offered to each writer: more than it can keep before it is killed, and few enough
that the pipe takes them all at once."""

PATIENCE = 60.0
"""Seconds after which a writer that says nothing has failed; reached only by a fault."""


@dataclass(frozen=True)
class Killed:
    """What one writer had acknowledged when it was killed."""

    said: tuple[str, ...]
    errors: str


def kill_while_writing(command: list[str], lines: str, chance: random.Random) -> Killed:
    """Start a writer, let it acknowledge some lines, and kill it between two moments."""
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as writer:
        assert writer.stdin and writer.stdout and writer.stderr
        # Its other end stays open: the writer never reaches the end of its input.
        writer.stdin.write(lines.encode())
        writer.stdin.flush()
        wanted = chance.randrange(0, 40)
        heard = b""
        with selectors.DefaultSelector() as waiting:
            waiting.register(writer.stdout, selectors.EVENT_READ)
            while heard.count(b"\n") <= wanted:
                assert waiting.select(PATIENCE), "the writer says nothing"
                piece = writer.stdout.read1(65536)
                if not piece:
                    break
                heard += piece
        # The moment of the kill, not a wait for something: anywhere in the next few writes.
        threading.Event().wait(chance.uniform(0, 0.006))
        writer.kill()
        heard += writer.stdout.read()
        errors = writer.stderr.read().decode()
        assert writer.wait(PATIENCE) == -signal.SIGKILL, errors
    # What stands behind the last line feed was cut off by the kill and promised nothing.
    return Killed(tuple(heard.decode().split("\n")[:-1]), errors)


def a_session(name: str) -> Path:
    """A new session in the test's own home; its record."""
    folder = paths.make_private(paths.session_dir(paths.home(), name))
    create(folder / paths.RECORD, plan(), "digest")
    return folder / paths.RECORD


def kill_one_after_another(session: str, kills: Iterable[int]) -> tuple[str, ...]:
    """Kill writers of one session; all the texts that they acknowledged."""
    note = [sys.executable, "-m", "facilitator", "note", session, "--segment", "discussion"]
    acknowledged: list[str] = []
    for kill in kills:
        lines = [f"kill {kill} line {n}" for n in range(1, LINES + 1)]
        killed = kill_while_writing(note, "\n".join(lines) + "\n", random.Random(kill))
        assert killed.errors == ""
        expected = [f"line {n}: kept (point, discussion)" for n in range(1, LINES + 1)]
        assert list(killed.said) == expected[: len(killed.said)]
        acknowledged += lines[: len(killed.said)]
    return tuple(acknowledged)


def test_no_acknowledged_line_is_lost_when_its_writer_is_killed(full: bool) -> None:
    kills = KILLS if full else FEW
    # Two sessions at a time, for the second core; in each, one writer after another opens
    # what the one before left half done.
    records = {name: a_session(name) for name in ("first", "second")}
    with ThreadPoolExecutor(2) as hands:
        runs = hands.map(kill_one_after_another, records, (range(0, kills, 2), range(1, kills, 2)))
        for record, acknowledged in zip(records.values(), runs, strict=True):
            assert len(acknowledged) >= kills // 2
            kept = Counter(texts_in(record))
            assert [text for text in acknowledged if kept[text] != 1] == []
            # At most the line under way at each kill was kept without anybody being told.
            assert len(acknowledged) <= kept.total() <= len(acknowledged) + kills // 2
            reader = sqlite3.connect(record)
            assert reader.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            reader.close()


def texts_in(record: Path) -> list[str]:
    """What a screen opened afterwards shows."""
    secretariat = wiring.enter(paths.home(), record.parent.name, "command")
    try:
        return [line.note.text for line in secretariat.look("discussion").lines]
    finally:
        secretariat.store.close()


CARELESS = """
import json, sys
path = sys.argv[1]
try:
    notes = json.load(open(path))
except (OSError, ValueError):
    notes = ["x" * 40] * 20000
for line in sys.stdin:
    notes.append(line.strip())
    with open(path, "w") as file:
        json.dump(notes, file)
    print("kept", line.strip(), flush=True)
"""


def test_a_writer_that_rewrites_its_file_loses_lines_when_killed_the_same_way(
    tmp_path: Path,
) -> None:
    """The proof above could see a loss: a file truncated and written again shows it."""
    path = tmp_path / "notes.json"
    writer = [sys.executable, "-c", CARELESS, str(path)]
    for kill in range(KILLS):
        lines = "".join(f"kill {kill} line {n}\n" for n in range(LINES))
        killed = kill_while_writing(writer, lines, random.Random(kill))
        acknowledged = {said.removeprefix("kept ") for said in killed.said}
        try:
            kept = set(json.loads(path.read_text()))
        except (OSError, ValueError):
            kept = set()
        if acknowledged - kept:
            return
    pytest.fail(f"{KILLS} kills lost nothing: they do not hit a write under way")
