"""Texts: a document of 5,000 points in every format, beside the same document as Markdown.

Every format is written by a process of its own, which counts its own time and memory; the
last row is one process that writes all of them, as `facilitator export` does. A fifth of the
points are Persian or Chinese where this computer has the fonts that a PDF needs.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import replace
from importlib.util import find_spec

from facilitator.publish.document import Document, Heading, Item, Points, Table, Title
from facilitator.writers.formats import FORMATS, written
from figures import Row, show
from sessions import sentence

PERSIAN = "همسایگان می‌توانند بر سر آب و تجارت به توافق برسند، پیش از آن‌که دربارهٔ مرزها سخن گویند."
CHINESE = "邻国可以先就水资源与贸易达成一致，再讨论边界问题；小步骤若能尽快核实，胜过迟来的大承诺。"
MOST_SECONDS, MOST_MEMORY = 10.0, 400


def document(points: int, scripts: bool) -> Document:
    """Topics of 50 points, one in five with points of its own, and a table."""
    chance = random.Random(points)

    def text() -> str:
        if scripts and chance.random() < 0.2:
            return chance.choice([PERSIAN, CHINESE])
        return f"{sentence(chance)}, {sentence(chance).lower()}."

    blocks: list[object] = [Title("A meeting of many words")]
    left = points
    while left:
        items: list[Item] = []
        for _ in range(min(left, 50)):
            if items and chance.random() < 0.8 and len(items[-1].children) < 4:
                above = items[-1]
                items[-1] = replace(above, children=(*above.children, Item(text())))
            else:
                items.append(Item(text()))
        blocks += [Heading(sentence(chance)), Points(tuple(items))]
        left -= min(left, 50)
    rows = tuple((sentence(chance), "20", str(chance.randrange(90))) for _ in range(20))
    blocks.append(Table(("Segment", "Planned", "Held"), rows))
    return Document("en", tuple(blocks), "Participants only")  # type: ignore[arg-type]


def measure(points: int, formats: list[str], scripts: bool) -> None:
    """Print seconds, MiB at the most and MiB written, of this process."""
    made = document(points, scripts)
    start = time.perf_counter()
    texts, _ = written(made, formats)
    seconds = time.perf_counter() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if MAC else 2**10)
    sys.stdout.write(f"{seconds} {most} {sum(map(len, texts.values())) / 2**20}")


MAC = sys.platform == "darwin"


def taken(points: int, formats: list[str], scripts: bool) -> tuple[float, float, float]:
    command = [sys.executable, __file__, "--points", str(points), "--formats", *formats]
    done = subprocess.run(
        [*command, *(["--scripts"] if scripts else [])], capture_output=True, text=True, check=True
    )
    seconds, most, size = map(float, done.stdout.split())
    return seconds, most, size


def has_fonts() -> bool:
    """Asked in a process of its own: what it loads would be counted to those it starts."""
    command = [sys.executable, __file__, "--points", "50", "--formats", "pdf", "--scripts"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=3, help="runs of each (default: 3)")
    parser.add_argument("--points", type=int, default=5_000, help="points (default: 5000)")
    parser.add_argument("--formats", nargs="+", help=argparse.SUPPRESS)
    parser.add_argument("--scripts", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.formats:
        measure(given.points, given.formats, given.scripts)
        return
    scripts = has_fonts()
    formats = [form for form in FORMATS if form != "pdf" or find_spec("typst")]
    works = {form: [form] for form in formats} | {"all together": formats}
    runs: dict[str, list[tuple[float, float, float]]] = {name: [] for name in works}
    for _ in range(given.runs):
        for name, wanted in works.items():
            runs[name].append(taken(given.points, wanted, scripts))
    middle = {
        name: [statistics.median(column) for column in zip(*each, strict=True)]
        for name, each in runs.items()
    }
    base = middle["md"]
    rows: list[Row] = []
    for name, (seconds, most, size) in middle.items():
        whole = name == "all together"
        rows.append(
            Row(
                f"{name}: seconds",
                f"{seconds:.2f} s",
                f"{base[0]:.2f} s",
                seconds / base[0],
                f"≤ {MOST_SECONDS:g} s" if whole else "",
                seconds <= MOST_SECONDS if whole else None,
            )
        )
        rows.append(
            Row(
                f"{name}: memory at the most ({size:.1f} MiB written)",
                f"{most:.0f} MiB",
                f"{base[1]:.0f} MiB",
                most / base[1],
                f"≤ {MOST_MEMORY} MiB" if whole else "",
                most <= MOST_MEMORY if whole else None,
            )
        )
    letters = "Latin, Persian and Chinese" if scripts else "Latin (no fonts for other scripts here)"
    show(
        f"{given.points:,} points in {letters}, median of {given.runs}",
        "the same document by the Markdown writer, in a process of its own",
        rows,
    )


if __name__ == "__main__":
    main()
