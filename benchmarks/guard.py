"""The guard on labelled notes: precision, recall by level and time, against plain baselines.

A note counts as flagged when the guard finds something in it that is more than a hint. The
baselines see the same rosters in the same run: full names as they stand, any word of the
roster, and, on request, Presidio with every term of the roster as a deny-list, installed
into an environment of its own.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator.guard.findings import Level
from facilitator.guard.guard import Guard
from facilitator.roster import Roster
from figures import Row, milliseconds, show
from labelled import (
    CLOSED,
    LARGE,
    OPEN,
    Material,
    Method,
    Note,
    Score,
    agenda,
    large,
    material,
    participant,
    score,
)
from rivals import Presidio, Words, any_word, full_names, presidio

PARAGRAPH = 200
"""Words of the paragraph that the times are measured with."""

SENTENCES = 100
"""Sentences that are timed in one round."""

LEVELS = ("identity", "affiliation", "inference")


class Guarding:
    """The guard of this program."""

    title = "the guard"

    def __init__(self) -> None:
        self.seconds = 0.0
        self._guards: dict[tuple[int, str, tuple[str, ...], tuple[str, ...]], Guard] = {}

    def findings(self, source: Material, note: Note) -> list[tuple[int, int]]:
        """Start and end of whatever is more than a hint."""
        key = (id(source), note.people, note.public, note.disclosed)
        if key not in self._guards:
            people = source.rosters[note.people]
            roster = Roster(tuple(map(participant, people)), note.disclosed)
            self._guards[key] = Guard(roster, agenda(people, note.public))
        guard, start = self._guards[key], time.perf_counter()
        found = guard.check(note.text, OPEN if note.public else CLOSED)
        self.seconds = time.perf_counter() - start
        return [(each.start, each.end) for each in found if each.level is not Level.HINT]


def table(lines: Sequence[Sequence[str]]) -> None:
    """Print columns; the first to the left, the others to the right."""
    widths = [max(len(line[n]) for line in lines) for n in range(len(lines[0]))]
    for line in lines:
        cells = [line[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)]
        print("  ".join(cells).rstrip())


def share(value: float) -> str:
    """`.973`, or a dash where there was nothing to find."""
    return "–" if value != value else f"{value:.3f}".removeprefix("0")


def show_scores(source: Material, scores: Mapping[str, Score]) -> None:
    """One line a method."""
    first = next(iter(scores.values()))
    print(f"{source.title}: {first.leaks} leaks, {first.innocent} innocent notes")
    head = (
        "",
        "precision",
        "recall",
        "F1",
        *LEVELS,
        "at the words",
        "false alarms / 1,000",
        "a note",
    )
    lines: list[Sequence[str]] = [head]
    for title, each in scores.items():
        there = each.at_the_words / each.hits if each.hits else float("nan")
        lines.append(
            (
                title,
                share(each.precision),
                share(each.recall),
                share(each.f1),
                *(share(each.level(level)) for level in LEVELS),
                share(there),
                f"{each.per_thousand:.1f}",
                milliseconds(each.seconds),
            )
        )
    table(lines)


def show_aims(ours: Score, theirs: Score | None) -> None:
    """What the guard should reach on notes it has not seen, in one line."""
    aims = [
        ("precision", ours.precision, 0.98),
        ("identity", ours.level("identity"), 0.97),
        ("affiliation", ours.level("affiliation"), 0.9),
        ("inference", ours.level("inference"), 0.7),
    ]
    said = [
        f"{name} ≥ {share(least)} {'met' if reached >= least else 'MISSED'}"
        for name, reached, least in aims
        if reached == reached
    ]
    if ours.innocent and not ours.leaks:
        said.append(f"false alarms ≤ 3 {'met' if ours.per_thousand <= 3 else 'MISSED'}")
    if theirs and ours.leaks:
        ahead = ours.f1 - theirs.f1
        said.append(
            f"F1 ahead of Presidio by {ahead:+.3f}, ≥ .05 {'met' if ahead >= 0.05 else 'MISSED'}"
        )
    print("aims: " + "; ".join(said))


def show_categories(reached: Score) -> None:
    """Right answers of the guard by kind of note, the worst first."""
    lines: list[Sequence[str]] = [("category", "leak", "right", "of", "share")]
    ordered = sorted(reached.by_category.items(), key=lambda item: item[1][0] / item[1][1])
    for (name, leak), (right, of) in ordered:
        said = "leak" if leak else "innocent"
        lines.append((name or "(none)", said, str(right), str(of), share(right / of)))
    table(lines)


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds, the median of all rounds: the index, one sentence with its rewrites, one
    paragraph, and the same with its rewrites (Presidio offers none)."""

    index: float
    sentence: float
    paragraph: float
    offers: float = 0.0


def texts(sources: Sequence[Material]) -> tuple[list[str], str]:
    """Sentences of all files, evenly spread, and a paragraph made of them."""
    every = [note.text for source in sources for note in source.notes]
    spread = every[:: max(1, len(every) // SENTENCES)][:SENTENCES]
    words = " ".join(spread).split()
    return spread, " ".join(words[:PARAGRAPH])


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def times(
    people: list[dict[str, Any]],
    spread: list[str],
    paragraph: str,
    runs: int,
    rival: Presidio | None,
) -> tuple[Times, Times | None]:
    """The guard and, in turns with it, Presidio; both know the 500."""
    roster, plan = Roster(tuple(map(participant, people))), agenda(people, ())
    guard = Guard(roster, plan)

    def all_sentences() -> None:
        for text in spread:
            guard.check(text, CLOSED)

    all_sentences()  # whatever is made at the first use
    names = ("index", "all", "one", "offers", "their index", "their all", "their one")
    taken: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(runs):
        if turn < max(3, runs // 4):
            taken["index"].append(timed(lambda: Guard(roster, plan)))
        taken["all"].append(timed(all_sentences) / len(spread))
        taken["one"].append(timed(lambda: guard.check(paragraph, CLOSED, offers=False)))
        taken["offers"].append(timed(lambda: guard.check(paragraph, CLOSED)))
        if rival:
            if turn < 3:
                rival.index(people)
                taken["their index"].append(rival.seconds)
            rival.check(spread)
            taken["their all"].append(rival.seconds / len(spread))
            rival.check([paragraph])
            taken["their one"].append(rival.seconds)
    middle = {name: statistics.median(each) for name, each in taken.items() if each}
    ours = Times(middle["index"], middle["all"], middle["one"], middle["offers"])
    if not rival:
        return ours, None
    return ours, Times(middle["their index"], middle["their all"], middle["their one"])


def show_times(ours: Times, theirs: Times | None) -> None:
    """The aims of the guard, and how much faster it is than the control."""
    rows = []
    for what, name, most in (
        (f"index of a roster of {LARGE}", "index", 0.05),
        ("a sentence", "sentence", 0.0003),
        (f"a paragraph of {PARAGRAPH} words", "paragraph", 0.002),
    ):
        mine = getattr(ours, name)
        other = getattr(theirs, name) if theirs else None
        rows.append(
            Row(
                what,
                milliseconds(mine),
                milliseconds(other) if other else "",
                mine / other if other else None,
                f"≤ {most * 1e3:g} ms",
                mine <= most,
            )
        )
    with_offers = (milliseconds(ours.offers), milliseconds(ours.paragraph))
    what = "the paragraph with its rewrites, beside without"
    rows.append(Row(what, *with_offers, ours.offers / ours.paragraph, "", None))
    if theirs:
        ratio = ours.sentence / theirs.sentence
        figures = (milliseconds(ours.sentence), milliseconds(theirs.sentence))
        rows.append(Row("at least 3 times faster", *figures, ratio, "≤ 0.33×", ratio <= 1 / 3))
    control = "Presidio with the same roster as a deny-list" if theirs else "none (see --presidio)"
    show(f"Time with a roster of {LARGE}, medians", control, rows)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    pair = {"nargs": 2, "type": Path, "action": "append", "metavar": ("NOTES", "ROSTERS")}
    parser.add_argument("--cases", **pair, help="labelled notes (JSON lines), their rosters")  # type: ignore[arg-type]
    parser.add_argument("--minutes", **pair, help="notes without any leak, their rosters")  # type: ignore[arg-type]
    parser.add_argument(
        "--presidio",
        nargs="?",
        type=Path,
        const=Path(),
        metavar="DIR",
        help="measure Presidio too; install it into DIR and keep it there (default: not kept)",
    )
    parser.add_argument("--runs", type=int, default=20, help="rounds of timing (default: 20)")
    parser.add_argument("--categories", action="store_true", help="right answers by kind of note")
    parser.add_argument("--wrong", action="store_true", help="print the notes the guard got wrong")
    given = parser.parse_args()
    if not (given.cases or given.minutes):
        parser.error("give at least one --cases NOTES ROSTERS or --minutes NOTES ROSTERS")
    if given.runs < 1:
        parser.error("--runs takes a whole number from 1")
    return given


def main() -> None:
    given = arguments()
    sources = [material(*pair) for pair in (*(given.cases or ()), *(given.minutes or ()))]
    with ExitStack() as ended:
        rival = None
        if given.presidio is not None:
            folder = given.presidio if given.presidio != Path() else None
            rival = ended.enter_context(presidio(folder))
        methods: list[Method] = [
            Guarding(),
            Words("full names", full_names),
            Words("any roster word", any_word),
        ]
        if rival:
            methods.append(rival)
        for source in sources:
            scores = {method.title: score(method, source) for method in methods}
            show_scores(source, scores)
            ours = scores[Guarding.title]
            show_aims(ours, scores.get(Presidio.title))
            if given.categories:
                print()
                show_categories(ours)
            if given.wrong:
                print()
                for note in ours.wrong:
                    print(f"{'missed' if note.leak else 'false alarm'}  {note.id}  {note.text}")
            print()
        show_times(*times(large(sources), *texts(sources), given.runs, rival))


if __name__ == "__main__":
    main()
