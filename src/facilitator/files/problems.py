"""What is wrong with a file, said so that the person who wrote it can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from facilitator.text import clean

Path = tuple[str | int, ...]
"""Where a value stands in a file: the names of tables and keys, and numbers within lists."""

Severity = Literal["error", "warning"]

MAX_PROBLEMS = 100
"""Problems told of one file; whoever wrote more has another kind of file in hand."""

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file. `line` counts from 1; 0 is the file as a whole."""

    severity: Severity
    file: str
    line: int
    key: str
    what: str
    mend: str

    def __str__(self) -> str:
        """The problem on one line, in the shape that editors know how to jump to."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        mark = "warning: " if self.severity == "warning" else ""
        key = f"{self.key}: " if self.key else ""
        mend = f" — {self.mend}" if self.mend else ""
        return f"{place}: {mark}{key}{self.what}{mend}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem that knows its place in the data but not yet its line.

    With `unnamed` the last step of the path is not to be shown: it may be somebody's name.
    """

    path: Path
    what: str
    mend: str
    severity: Severity = "error"
    unnamed: bool = False


def shown(value: object) -> str:
    """A value from a file made fit for a message: cleaned, on one line, at most 60 characters."""
    text = _as_text(value)
    text = clean(text[: 4 * _SHOWN], cap=4 * _SHOWN * 4).strip()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def shown_path(where: str) -> str:
    """The name of a file made fit for a message; unlike other values it is not shortened."""
    return clean(where[:4_096], cap=4 * 4_096)


def _as_text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        # Python refuses to print integers of many thousand digits.
        return str(value) if value.bit_length() <= 64 else "a huge number"
    if isinstance(value, dict):
        return "a table"
    return "a list" if isinstance(value, list | tuple) else str(value)


def nearest(word: object, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, if any is near."""
    if not isinstance(word, str) or len(word) > 100:
        return None
    by_folded = {entry.casefold(): entry for entry in known}
    folded = word.strip().casefold()
    if folded in by_folded:
        return by_folded[folded]
    squeezed = folded.replace("_", "-").replace(" ", "-")
    found = difflib.get_close_matches(squeezed, by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def listed(words: Iterable[str]) -> str:
    """Words as a choice in a sentence: `a`, `b` or `c`."""
    marked = [f"`{word}`" for word in words]
    if len(marked) < 2:
        return "".join(marked)
    return ", ".join(marked[:-1]) + " or " + marked[-1]


def label(path: Path, data: Any = None) -> str:
    """A place as people see it in their file: `[[segment]] qa . rounds`.

    Entries of a list of tables are named by their id where `data` has a usable one.
    """
    if not path:
        return ""
    if len(path) == 1:
        return shown(path[0])
    head, rest = shown(path[0]), list(path[1:])
    if isinstance(rest[0], int):
        number = rest.pop(0)
        said = f"[[{head}]] {_name_of(data, path[0], number)}"
    else:
        said = f"[{head}]"
    for step in rest:
        said += f", entry {step + 1}" if isinstance(step, int) else f" . {shown(step)}"
    return said


def _name_of(data: Any, table: str | int, number: str | int) -> str:
    assert isinstance(number, int)
    try:
        entry = data[table][number]
        name = entry.get("id") or entry.get("short")
    except (TypeError, KeyError, IndexError, AttributeError):
        name = None
    return shown(name) if isinstance(name, str) and shown(name) else str(number + 1)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by line, errors first on a line; past the cap one line says how many more."""
    ordered = sorted(problems, key=lambda each: (each.line, each.severity, each.key))
    if len(ordered) <= MAX_PROBLEMS:
        return tuple(ordered)
    last = ordered[MAX_PROBLEMS - 1]
    more = len(ordered) - MAX_PROBLEMS
    worst: Severity = "error" if any(one.severity == "error" for one in ordered) else "warning"
    tail = Problem(worst, last.file, last.line, "", f"and {more:,} more", "mend those above first")
    return (*ordered[:MAX_PROBLEMS], tail)
