"""After a segment under the Rule, nothing on the disk stands in the order in which it was said.

An attacker who has the files and knows who spoke when needs one thing only: any place whose
order follows the order of capture. Every such place is measured here by its rank correlation
with the true order, over so many segments that chance stays well inside the bound.
"""

from __future__ import annotations

import random
import re
import sqlite3
import statistics
from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from conftest import Hand, House, plan
from facilitator.agenda import Rule, Segment, SegmentKind
from facilitator.meeting import Close, End, Start
from facilitator.pen import Pen
from facilitator.publish.around import Text
from facilitator.service import Secretariat
from facilitator.stores import sqlite
from facilitator.writers import markdown

SIZES = {8: 120, 15: 100, 25: 60, 60: 20}
"""How many segments of how many points: 300, whose mean has a standard error of 0.017."""

BOUND = 0.05
PER_SESSION = 6

WORDS = ("border", "water", "trust", "release", "visit", "ceasefire", "school", "envoy")


def spearman(order: Sequence[int]) -> float:
    """Signed rank correlation between 0, 1, … and the ranks in `order` (a permutation)."""
    n = len(order)
    apart = sum((place - rank) ** 2 for place, rank in enumerate(order))
    return 1 - 6 * apart / (n * (n * n - 1))


def test_the_measure_knows_the_plain_cases() -> None:
    assert spearman(range(9)) == 1
    assert spearman(range(8, -1, -1)) == -1
    assert spearman([1, 0, 2, 3]) == pytest.approx(0.8)


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


def as_stored(path: Path, said: Sequence[str], order: str = "") -> float:
    """How far a plain reading of the note table follows the order of capture."""
    connection = sqlite3.connect(path)
    rows = connection.execute(f"SELECT text FROM note {order}").fetchall()
    connection.close()
    return spearman(ranks(said, [text for (text,) in rows]))


def as_written(path: Path, said: Sequence[str]) -> float | None:
    """The same of the bytes of a file; None where it holds none of the texts.

    Of a text that is there more than once (a copy of an older page), its last place counts.
    """
    raw = path.read_bytes()
    places = {text: raw.rfind(mark_of(text).encode()) for text in said}
    there = [text for text in said if places[text] >= 0]
    if len(there) < len(said):
        assert not there, "either all of the texts are in the file or none"
        return None
    return spearman(ranks(said, sorted(there, key=lambda text: places[text])))


def as_exported(text: Text, said: Sequence[str]) -> list[float]:
    """The same of a text, once for every place in which it tells all the points."""
    ours = {mark_of(each) for each in said}
    lines = markdown.write(text.document).decode().splitlines()
    seen = [line for line in lines if re.search(r"\d{6}", line) and mark_of(line) in ours]
    parts = [seen[at : at + len(said)] for at in range(0, len(seen), len(said))]
    return [spearman(ranks(said, part)) for part in parts]


def journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def test_after_the_end_no_order_follows_the_order_of_capture(tmp_path: Path) -> None:
    measured: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    sizes = [size for size, times in SIZES.items() for _ in range(times)]
    random.Random(0).shuffle(sizes)
    for number, start in enumerate(range(0, len(sizes), PER_SESSION)):
        meeting = Meeting(tmp_path / str(number), number, sizes[start : start + PER_SESSION])
        path = meeting.house.path
        for segment, size in meeting.sizes.items():
            said = meeting.say(segment)
            meeting.end()
            seen = [line.note.text for line in meeting.desk.look(segment).lines]
            (told,) = as_exported(meeting.desk.brief(), said)
            takeaways, themes = as_exported(meeting.desk.report(), said)
            for what, value in {
                "as the table is read": as_stored(path, said),
                "by position": as_stored(path, said, "ORDER BY position"),
                "on screen": spearman(ranks(said, seen)),
                "byte by byte": as_written(path, said),
                "in the brief": told,
                "in the report's take-aways": takeaways,
                "in the report's themes": themes,
            }.items():
                assert value is not None, "the texts stand in the file as they are"
                measured[what][size].append(value)
            assert as_written(journal(path), said) is None, "the journal is wiped"
        # What was mixed stays mixed when the last traces are wiped once more.
        meeting.desk.conduct(Close(), meeting.desk.look().progress)
        for segment, said in meeting.said.items():
            value = as_written(path, said)
            assert value is not None
            measured["byte by byte, closed"][meeting.sizes[segment]].append(value)
            assert as_written(journal(path), said) is None, "the journal is wiped"
        meeting.house.close()

    for what, by_size in measured.items():
        everything = [value for values in by_size.values() for value in values]
        assert len(everything) == sum(SIZES.values())
        assert abs(statistics.fmean(everything)) <= BOUND, what
        for size, values in by_size.items():
            # Opposite leanings must not cancel each other out: three standard errors each.
            error = (len(values) * (size - 1)) ** -0.5
            assert abs(statistics.fmean(values)) <= max(BOUND, 3 * error), (what, size)
            # Nor within one size: what always follows the order, forwards or back, is near 1.
            spread = statistics.fmean(value * value for value in values)
            assert spread <= 2 / (size - 1), (what, size)


def test_an_ordinary_table_tells_the_order_of_capture(tmp_path: Path) -> None:
    """The measures above see an order that is there: same texts, no care taken."""
    measured: dict[str, list[float]] = defaultdict(list)
    for number, size in enumerate(SIZES):
        meeting = Meeting(tmp_path / str(number), number, [size])
        said = meeting.say("part-0")
        meeting.house.close()
        path = tmp_path / f"ordinary-{size}.sqlite3"
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA journal_mode = PERSIST")
        connection.execute(
            "CREATE TABLE note (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL)"
        )
        for text in said:
            connection.execute("INSERT INTO note (text) VALUES (?)", (text,))
        connection.execute("UPDATE note SET text = text || '.'")
        connection.close()
        measured["as the table is read"].append(as_stored(path, said))
        for what, file in (("byte by byte", path), ("in the journal", journal(path))):
            value = as_written(file, said)
            assert value is not None
            # A page is filled from its end: the order told may be the reverse one.
            measured[what].append(abs(value))
    for what, values in measured.items():
        assert statistics.fmean(values) > 0.5, what


def test_a_running_segment_still_tells_its_order(tmp_path: Path) -> None:
    """It is the end that mixes: before it, the bytes of the very same file tell the order."""
    values = []
    for number, size in enumerate((8, 15, 25)):
        meeting = Meeting(tmp_path / str(number), number, [size])
        said = meeting.say("part-0")
        before = as_written(meeting.house.path, said)
        assert before is not None
        values.append(abs(before))
        meeting.house.close()
    assert statistics.fmean(values) > 0.5


def test_without_the_wiping_the_journal_holds_the_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rewriting of the file alone leaves its old pages behind."""
    monkeypatch.setattr(sqlite, "zero", lambda path: None)
    meeting = Meeting(tmp_path / "unwiped", 1, [25])
    said = meeting.say("part-0")
    meeting.end()
    assert any(mark_of(text).encode() in journal(meeting.house.path).read_bytes() for text in said)
    meeting.house.close()
