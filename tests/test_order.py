"""After a segment under the Rule, nothing on the disk stands in the order in which it was said.

An attacker who has the files and knows who spoke when needs one thing only: any place whose
order follows the order of capture. Every such place is measured here by its rank correlation
with the true order, over so many segments that chance stays well inside the bound.
"""

from __future__ import annotations

import random
import statistics
from collections import defaultdict
from pathlib import Path

import pytest

from facilitator.meeting import Close
from facilitator.stores import wiping
from orders import (
    Meeting,
    as_exported,
    as_stored,
    as_written,
    exported,
    journal,
    mark_of,
    ordinary,
    ranks,
    spearman,
)

SIZES = {8: 120, 15: 100, 25: 60, 60: 20}
"""How many segments of how many points: 300, whose mean has a standard error of 0.017."""

BOUND = 0.05
PER_SESSION = 6


def test_the_measure_knows_the_plain_cases() -> None:
    assert spearman(range(9)) == 1
    assert spearman(range(8, -1, -1)) == -1
    assert spearman([1, 0, 2, 3]) == pytest.approx(0.8)


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
            (told,) = as_exported(exported(meeting.desk.brief()), said)
            takeaways, themes = as_exported(exported(meeting.desk.report()), said)
            for what, order in {
                "as the table is read": as_stored(path, said),
                "by position": as_stored(path, said, "ORDER BY position"),
                "on screen": ranks(said, seen),
                "byte by byte": as_written(path, said),
                "in the brief": told,
                "in the report's take-aways": takeaways,
                "in the report's themes": themes,
            }.items():
                assert order is not None, "the texts stand in the file as they are"
                measured[what][size].append(spearman(order))
            assert as_written(journal(path), said) is None, "the journal is wiped"
        # What was mixed stays mixed when the last traces are wiped once more.
        meeting.desk.conduct(Close(), meeting.desk.look().progress)
        for segment, said in meeting.said.items():
            order = as_written(path, said)
            assert order is not None
            measured["byte by byte, closed"][meeting.sizes[segment]].append(spearman(order))
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
        ordinary(path, said)
        measured["as the table is read"].append(spearman(as_stored(path, said)))
        for what, file in (("byte by byte", path), ("in the journal", journal(path))):
            order = as_written(file, said)
            assert order is not None
            # A page is filled from its end: the order told may be the reverse one.
            measured[what].append(abs(spearman(order)))
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
        values.append(abs(spearman(before)))
        meeting.house.close()
    assert statistics.fmean(values) > 0.5


def test_without_the_wiping_the_journal_holds_the_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rewriting of the file alone leaves its old pages behind."""
    monkeypatch.setattr(wiping, "zero", lambda path: None)
    meeting = Meeting(tmp_path / "unwiped", 1, [25])
    said = meeting.say("part-0")
    meeting.end()
    assert any(mark_of(text).encode() in journal(meeting.house.path).read_bytes() for text in said)
    meeting.house.close()
