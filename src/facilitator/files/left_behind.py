"""Which files that were written before still hold the words of a point that is gone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from facilitator.errors import Trouble
from facilitator.files.problems import shown_path

_TAG = re.compile(r"<[^>]*>")


class Written:
    """The files that the program wrote where a person told it to."""

    def still_holding(self, paths: Sequence[str], texts: Iterable[str]) -> tuple[str, ...]:
        """A line for each file that holds one of the texts, or may because it cannot be read."""
        wanted = [letters for text in texts if (letters := _letters(text))]
        lines: list[str] = []
        for name in paths:
            path = Path(name)
            if not wanted or not path.is_file():
                continue
            text = _text(path)
            if text is None:
                lines.append(f"may still hold it: {shown_path(name)}")
            elif any(each in text for each in wanted):
                lines.append(f"still holds it: {shown_path(name)}")
        return tuple(lines)


def _text(path: Path) -> str | None:
    """The letters of a file's text; None where it cannot be read."""
    import html  # with its table of entities 5 ms that no command needs to start

    from facilitator.files.manuscript import read_manuscript
    from facilitator.files.pdf_text import pdf_pages

    try:
        if path.suffix == ".pdf":
            return _letters("".join(pdf_pages(path)))
        text = read_manuscript(path).text
    except Trouble:
        return None
    if path.suffix == ".html":
        text = _TAG.sub("", text)
    if path.suffix in (".html", ".md"):
        text = html.unescape(text)
    return _letters(text)


def _letters(text: str) -> str:
    """What no format changes of a text: signs, spaces and marks may be written otherwise."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
