"""A document as plain lines of a width, each knowing what it says, to be read beside the points."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from facilitator.publish.document import Document, Heading, Paragraph, Points, Table, Title, lines


@dataclass(frozen=True, slots=True)
class TextLine:
    """One row, and the name of its style."""

    text: str
    style: str


class Flat:
    """A document laid flat, and where in it each text stands.

    What the one `before` had wrapped to the same width is taken from there, so that a change
    costs what was changed. Made in any thread.
    """

    def __init__(self, document: Document, width: int, before: Flat | None = None) -> None:
        self.document, self.width = document, width
        self._known = before._wraps if before is not None and before.width == width else {}
        self._wraps: dict[tuple[str, int], list[str]] = {}
        self.rows: list[TextLine] = []
        self._places: dict[str, tuple[int, int]] = {}
        for block in document.blocks:
            if self.rows:
                self.rows.append(TextLine("", ""))
            match block:
                case Title(text):
                    self._put(text, "strong")
                case Heading(text):
                    self._put(text, "heading")
                case Paragraph(text):
                    self._put(text, "")
                case Points():
                    for line in lines(block):
                        sign = "•" if line.number is None else f"{line.number}."
                        head = f"{'   ' * line.depth}{sign:<{2 if line.number is None else 3}}"
                        self._put(line.text, "", head)
                case Table(head_row, cells):
                    for row in (head_row, *cells):
                        self._put(" | ".join(row), "muted" if row is head_row else "", "  ")
        self._known = {}

    def _put(self, text: str, style: str, head: str = "") -> None:
        room = max(8, self.width - cell_len(head) - 1)
        found = self._known.get((text, room)) or _wrapped(text, room)
        self._wraps[text, room] = found
        start = len(self.rows)
        for place, part in enumerate(found):
            self.rows.append(TextLine((" " * len(head) if place else head) + part, style))
        self._places.setdefault(key(text), (start, len(self.rows)))

    def where(self, text: str) -> tuple[int, int]:
        """The lines [start, end) that say a point's text; (0, 0) where none does."""
        wanted = key(text)
        return self._places.get(wanted, (0, 0)) if wanted else (0, 0)


def _wrapped(text: str, room: int) -> list[str]:
    if len(text) <= room and text.isascii():
        return [text]
    return [part.plain for part in Content(text).wrap(room)] or [""]


_EDGES = " .:;,!?…؟。？！“”\"'«»„‘’"


def key(text: str) -> str:
    """By what a point is found in a text: without the marks that printing adds."""
    return " ".join(text.split()).strip(_EDGES).casefold()
