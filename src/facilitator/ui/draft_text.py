"""A document as plain lines of a width, each knowing what it says, to be read beside the points."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from facilitator.publish.document import Document, Heading, Paragraph, Points, Table, Title, lines


@dataclass(frozen=True, slots=True)
class TextLine:
    """One row; `says` is the whole piece of text that it is a part of, `style` a name of one."""

    text: str
    style: str
    says: str


def flat(document: Document, width: int) -> list[TextLine]:
    """The document laid flat."""
    rows: list[TextLine] = []
    for block in document.blocks:
        if rows:
            rows.append(TextLine("", "", ""))
        match block:
            case Title(text):
                rows += _wrapped(text.upper(), text, "strong", "", "", width)
            case Heading(text):
                rows += _wrapped(text, text, "heading", "", "", width)
            case Paragraph(text):
                rows += _wrapped(text, text, "", "", "", width)
            case Points():
                for line in lines(block):
                    sign = "•" if line.number is None else f"{line.number}."
                    indent = "   " * line.depth
                    head = f"{indent}{sign:<{2 if line.number is None else 3}}"
                    rows += _wrapped(line.text, line.text, "", head, " " * len(head), width)
            case Table(head, cells):
                for cells_of_row in (head, *cells):
                    told = " | ".join(cells_of_row)
                    rows += _wrapped(told, told, "", "", "  ", width)
    return rows


def _wrapped(text: str, says: str, style: str, first: str, then: str, width: int) -> list[TextLine]:
    room = max(8, width - cell_len(first) - 1)
    parts = [part.plain for part in Content(text).wrap(room)] or [""]
    return [
        TextLine((first if place == 0 else then) + part, style, says)
        for place, part in enumerate(parts)
    ]


def word_count(document: Document) -> int:
    """How many words the text has."""
    from facilitator.publish.document import texts

    return sum(len(text.split()) for text in texts(document))


_EDGES = " .:;,!?…؟。？！“”\"'«»„‘’"


def key(text: str) -> str:
    """By what a point is found in a text: without the marks that printing adds."""
    return " ".join(text.split()).strip(_EDGES).casefold()


def where(rows: list[TextLine], text: str) -> tuple[int, int]:
    """The lines [start, end) that say a point's text; (0, 0) where none does."""
    wanted = key(text)
    if not wanted:
        return 0, 0
    for start, row in enumerate(rows):
        if row.says and key(row.says) == wanted:
            end = start + 1
            while end < len(rows) and rows[end].says is row.says:
                end += 1
            return start, end
    return 0, 0
