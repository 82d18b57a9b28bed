"""What the guard found, told: as lines for people with the words marked, or as JSON."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence

from facilitator.cli.guard_places import LINE_END, Place
from facilitator.files.problems import shown, shown_path
from facilitator.text import ANY_LENGTH, clean

_AROUND = 30
"""Characters shown on each side of the words."""


def as_json(name: str, found: Sequence[Place]) -> str:
    """One object on one line, whatever stands in the file or its name."""
    told = {
        "file": name,
        "findings": [_told(place) for place in found],
        "blocking": any(place.finding.blocks for place in found),
    }
    # A lone surrogate of a broken file name must not end the program.
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace").decode()


def _told(place: Place) -> dict[str, object]:
    finding, edit = place.finding, place.finding.edit
    return {
        "level": finding.level.value,
        "start": finding.start,
        "end": finding.end,
        "line": place.line,
        "column": place.column,
        "place": place.named,
        "text": finding.words,
        "reason": finding.reason,
        "rewrite": finding.rewrite,
        # Where the rewrite goes: it may need more of the sentence than the words.
        "replaces": None if edit is None else [edit.start, edit.end],
    }


def as_lines(name: str, text: str, place: Place) -> Iterator[str]:
    """The finding, its words marked in their line, and the neutral wording."""
    finding = place.finding
    where = f"{shown_path(name)}:{place.line}:{place.column}"
    if place.named is not None:
        where = f"{shown_path(name)}, {shown(place.named)}"
    yield f"{where}: {finding.level.value}: “{_shown(finding.words)}” {_shown(finding.reason)}"
    line = finding.start - place.column + 1
    before = _shown(text[max(line, finding.start - _AROUND) : finding.start]).lstrip()
    after = _shown(LINE_END.split(text[finding.end : finding.end + _AROUND])[0]).rstrip()
    words = _shown(finding.words)
    if any(map(_unsteady, before + words + after)):
        yield f"    {before}»{words}«{after}"
    else:
        yield f"    {before}{words}{after}"
        yield f"    {' ' * _cells(before)}{'^' * max(1, _cells(words))}"
    if finding.edit is not None:
        old = _shown(text[finding.edit.start : finding.edit.end])
        new = _shown(finding.edit.text)
        yield f"    instead of “{old}”: “{new}”" if new else f"    leave out “{old}”"


def _shown(text: str) -> str:
    """Nothing a terminal would obey, on one line."""
    return clean(text, cap=ANY_LENGTH)


def _unsteady(character: str) -> bool:
    """Whether no line below can point at what stands beside the character: terminals show
    right-to-left scripts in another order, and disagree on how wide joined signs are."""
    return (
        unicodedata.bidirectional(character) in ("R", "AL", "AN")
        or unicodedata.category(character) == "Mc"
        or character in "\u200d\ufe0f"
    )


def _cells(text: str) -> int:
    """Columns that `text` takes in a terminal."""
    return sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff":
        return 0
    return 1 + (unicodedata.east_asian_width(character) in "WF")
