"""Where each point of a session ended up, counted from its files alone, not from the program."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BRIEF, REPORT, MERGED = "in the brief", "in the report only", "merged into another"
STRUCK, HOSTS = "struck", "hosts only"
LOST, WRONG = "UNACCOUNTED FOR", "merged into a point that says something else"
FATES = (BRIEF, REPORT, MERGED, HOSTS, STRUCK, LOST, WRONG)

_FRONT = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+|[\\*_>#]")


@dataclass(frozen=True, slots=True)
class Account:
    """The fate of each point by its id; `words` are those of the points that have a bad one."""

    fates: Mapping[str, str]
    words: tuple[str, ...]

    @property
    def counted(self) -> dict[str, int]:
        """How many points have each fate."""
        return {fate: number for fate in FATES if (number := Counter(self.fates.values())[fate])}

    @property
    def whole(self) -> bool:
        """Whether every point is accounted for."""
        return not self.words


def account(
    entered: Path, record: Path, brief: str, report: str, pairs: Sequence[tuple[str, str]]
) -> Account:
    """Follow the points of `entered`, a record, to `record` (later) and both texts in Markdown.

    `pairs` are the words, as entered, of points that say the same: only these may be merged.
    """
    before, told = _read(entered), _read(record)
    after = {point["id"]: point for point in told["point"]}
    struck = set(told["record"].get("struck", ()))
    same = {frozenset(pair) for pair in pairs}
    first = {point["id"]: point.get("text", "") for point in before["point"]}
    lines = {BRIEF: _lines(brief), REPORT: _lines(report)}
    fates: dict[str, str] = {}
    for key, words in first.items():
        point = after.get(key)
        if point is None:
            fates[key] = STRUCK if key in struck else LOST
        elif (into := point.get("merged")) is not None:
            kept = first.get(into)
            # The one it was merged into may itself have been struck; then both were.
            paired = kept is not None and frozenset((words, kept)) in same
            fates[key] = LOST if into not in after else MERGED if paired else WRONG
        elif _told(point, lines[BRIEF]):
            fates[key] = BRIEF
        elif _told(point, lines[REPORT]):
            fates[key] = REPORT
        else:
            fates[key] = HOSTS if point.get("release") == "hosts" else LOST
    bad = tuple(first[key] for key, fate in fates.items() if fate in (LOST, WRONG))
    return Account(fates, bad)


def without_a_point(made: Account, record: Path, texts: Sequence[str]) -> list[str]:
    """The texts without a point that the brief tells: to see whether that is found."""
    key = min(key for key, fate in made.fates.items() if fate == BRIEF)
    (words,) = [_letters(each["text"]) for each in _read(record)["point"] if each["id"] == key]
    return [
        "\n".join(line for line in text.splitlines() if words not in _letters(line))
        for text in texts
    ]


def _read(record: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(record.read_text("utf-8"))
    return told


def _lines(text: str) -> list[str]:
    return [letters for line in text.splitlines() if (letters := _letters(_FRONT.sub("", line)))]


def _told(point: Mapping[str, Any], lines: Sequence[str]) -> bool:
    """Whether a line says the words, whatever else its sentence puts in front of them."""
    words = _letters(point.get("text", ""))
    return bool(words) and any(line.endswith(words) for line in lines)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
