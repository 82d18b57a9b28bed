"""What every benchmark prints: medians as ratios against a baseline of the same run."""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


def arguments(about: str, runs: int, runs_help: str, notes: int = 0) -> argparse.Namespace:
    """The options that all benchmarks share; `notes` adds `--notes`."""
    parser = argparse.ArgumentParser(description=about.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=runs, help=f"{runs_help} (default: {runs})")
    parser.add_argument(
        "--disk",
        type=Path,
        metavar="DIR",
        help="make the files in DIR: a real disk, not one in memory (default: /var/tmp)",
    )
    if notes:
        parser.add_argument(
            "--notes",
            type=int,
            default=notes,
            help=f"points in the running segment (default: {notes})",
        )
    parser.add_argument("--control", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.runs < 1:
        parser.error("--runs takes a whole number from 1")
    return given


def interleaved(runs: int, works: Mapping[str, Callable[[], float]]) -> dict[str, list[float]]:
    """Seconds of every work, A B A B: what slows the machine meanwhile slows them all."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            taken[name].append(work())
    return taken


def percentile(values: Sequence[float], share: int) -> float:
    """The value that `share` of 100 do not exceed."""
    if len(values) < 2:
        return values[0]
    return statistics.quantiles(values, n=100, method="inclusive")[share - 1]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was measured, against what, and what it should be."""

    what: str
    figure: str
    baseline: str = ""
    ratio: float | None = None
    aim: str = ""
    met: bool | None = None


def milliseconds(seconds: float) -> str:
    """`12.3 ms`."""
    return f"{seconds * 1e3:.1f} ms" if seconds >= 1e-3 else f"{seconds * 1e3:.2f} ms"


def against(what: str, figure: float, baseline: float, most: float | None = None) -> Row:
    """A row of two durations in seconds; the aim, if any, is a ratio of at most `most`."""
    ratio = figure / baseline
    aim, met = ("", None) if most is None else (f"≤ {most:g}×", ratio <= most)
    return Row(what, milliseconds(figure), milliseconds(baseline), ratio, aim, met)


def within(what: str, figure: float, baseline: float, most: float) -> Row:
    """A row of two durations in seconds; the aim is at most `most` seconds."""
    return Row(
        what,
        milliseconds(figure),
        milliseconds(baseline),
        figure / baseline,
        f"≤ {most * 1e3:g} ms",
        figure <= most,
    )


def show(title: str, baseline: str, rows: Sequence[Row]) -> None:
    """Print the table; `baseline` says what the figures are measured against."""
    print(title)
    print(f"baseline: {baseline}")
    lines = [("", "figure", "baseline", "ratio", "aim", "")]
    for row in rows:
        verdict = {None: "", True: "met", False: "MISSED"}[row.met]
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}×"
        lines.append((row.what, row.figure, row.baseline, ratio, row.aim, verdict))
    widths = [max(len(line[n]) for line in lines) for n in range(6)]
    for line in lines:
        cells = [line[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)]
        print("  ".join(cells).rstrip())
