"""Which files that were written before still hold the words of a point that is gone."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from pathlib import Path

from facilitator.errors import Trouble

_TAG = re.compile(r"<[^>]*>")


def left_behind(files: Iterable[str], text: str) -> list[str]:
    """A line for each file that holds the words, or may hold them because it cannot be read."""
    words = _letters(text)
    lines: list[str] = []
    for name in files:
        path = Path(name)
        if not path.is_file():
            continue
        held = _holds(path, words)
        if held is None:
            lines.append(f"may still hold it: {name}")
        elif held:
            lines.append(f"still holds it: {name}")
    return lines


def _holds(path: Path, words: str) -> bool | None:
    """Whether the file's text holds the words; None where its text cannot be read."""
    from facilitator.files.manuscript import read_manuscript

    try:
        text = read_manuscript(path).text
    except Trouble:
        return None
    if path.suffix == ".html":
        text = _TAG.sub("", text)
    if path.suffix in (".html", ".md"):
        text = html.unescape(text)
    return bool(words) and words in _letters(text)


def _letters(text: str) -> str:
    """What no format changes of a text: signs, spaces and marks may be written otherwise."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
