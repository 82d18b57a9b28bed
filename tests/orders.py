"""Meetings under the Rule whose true order is known, and how far any place tells of it."""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from conftest import Hand, House, plan
from facilitator.agenda import Rule, Segment, SegmentKind
from facilitator.meeting import End, Start
from facilitator.pen import Pen
from facilitator.publish.around import Text
from facilitator.service import Secretariat
from facilitator.writers import markdown

WORDS = ("border", "water", "trust", "release", "visit", "ceasefire", "school", "envoy")


def spearman(order: Sequence[int]) -> float:
    """Signed rank correlation between 0, 1, … and the ranks in `order` (a permutation)."""
    n = len(order)
    apart = sum((place - rank) ** 2 for place, rank in enumerate(order))
    return 1 - 6 * apart / (n * (n * n - 1))


class Meeting:
    """One session with many segments under the Rule, and all that was said in it, in order."""

    def __init__(self, root: Path, seed: int, sizes: Sequence[int]) -> None:
        root.mkdir()
        self.chance = random.Random(seed)
        # A number that only one point has, and that no sorting of the texts puts in order.
        self.marks = iter(self.chance.sample(range(10**6), sum(sizes)))
        self.sizes = {f"part-{n}": size for n, size in enumerate(sizes)}
        segments = tuple(
            Segment(i, SegmentKind.DISCUSSION, i.title(), timedelta(minutes=30), Rule.CHATHAM_HOUSE)
            for i in self.sizes
        )
        self.house = House(root, Hand(), plan(segments=segments, keynotes=()))
        self.house.random.seed(seed)
        self.desk: Secretariat = self.house.open("desk")
        self.said: dict[str, list[str]] = {}

    def say(self, segment: str) -> list[str]:
        """Hold one segment up to its last point, before its end."""
        self.desk.conduct(Start(segment), self.desk.look().progress)
        pen = Pen(self.desk)
        words = self.chance.choices(WORDS, k=3 * self.sizes[segment])
        said = [
            f"On {one} and {other} {next(self.marks):06} {last}"
            for one, other, last in zip(words[::3], words[1::3], words[2::3], strict=True)
        ]
        for text in said:
            pen.write(text, segment)
        self.said[segment] = said
        return said

    def end(self) -> None:
        self.desk.conduct(End(), self.desk.look().progress)


def mark_of(text: str) -> str:
    found = re.search(r"\d{6}", text)
    assert found
    return found[0]


def ranks(said: Sequence[str], seen: Sequence[str]) -> list[int]:
    """The places in the order of capture of what is seen, all of it exactly once."""
    place = {mark_of(text): n for n, text in enumerate(said)}
    order = [place[mark_of(text)] for text in seen if mark_of(text) in place]
    assert sorted(order) == list(range(len(said))), "every point is seen, and once"
    return order


def as_stored(path: Path, said: Sequence[str], order: str = "") -> list[int]:
    """The ranks as a plain reading of the note table has them."""
    connection = sqlite3.connect(path)
    rows = connection.execute(f"SELECT text FROM note {order}").fetchall()
    connection.close()
    return ranks(said, [text for (text,) in rows])


def as_written(path: Path, said: Sequence[str]) -> list[int] | None:
    """The same of the bytes of a file; None where it holds none of the texts.

    Of a text that is there more than once (a copy of an older page), its last place counts.
    """
    raw = path.read_bytes()
    places = {text: raw.rfind(mark_of(text).encode()) for text in said}
    there = [text for text in said if places[text] >= 0]
    if len(there) < len(said):
        assert not there, "either all of the texts are in the file or none"
        return None
    return ranks(said, sorted(there, key=lambda text: places[text]))


def exported(text: Text) -> list[str]:
    """The lines of an export that hold a point."""
    lines = markdown.write(text.document).decode().splitlines()
    return [line for line in lines if re.search(r"\d{6}", line)]


def as_exported(lines: Sequence[str], said: Sequence[str]) -> list[list[int]]:
    """The same of an export, once for every place in which it tells all the points."""
    ours = {mark_of(each) for each in said}
    seen = [line for line in lines if mark_of(line) in ours]
    return [ranks(said, seen[at : at + len(said)]) for at in range(0, len(seen), len(said))]


def journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def ordinary(path: Path, said: Sequence[str]) -> None:
    """The same texts in an ordinary table, each written twice, no care taken."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = PERSIST")
    connection.execute(
        "CREATE TABLE note (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL)"
    )
    for text in said:
        connection.execute("INSERT INTO note (text) VALUES (?)", (text,))
    connection.execute("UPDATE note SET text = text || '.'")
    connection.close()
