"""A document as Markdown that CommonMark and GFM readers show word for word."""

from __future__ import annotations

import re

from facilitator.publish.document import (
    Document,
    Heading,
    Paragraph,
    Points,
    Table,
    Title,
    lines,
)
from facilitator.writers.scripts import of_numbers

_ADDRESS = re.compile(r"(?:(?:https?|ftp)(?=://)|www(?=\.))(?P<mark>.)\S*", re.IGNORECASE)
# Entities for what HTML reads too: not every reader knows a backslash in front of "<".
_INLINE = re.compile(
    r"(?P<slash>[\\`*\[\]|~])"
    r"|(?P<under>(?<![^\W_])_|_(?![^\W_]))"
    r"|(?P<tag><(?=[A-Za-z/!?]))"
    r"|(?P<entity>&(?=\#?[A-Za-z0-9]+;))"
)
_LINE_START = re.compile(r"(?:\#{1,6}(?=\s|$)|[-+](?=[-+\s]|$)|>|=+\s*$)")
_NUMBER_START = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_HEADING_END = re.compile(r"(^|\s)(#+)$")
_BREAKS = re.compile(r"\s*[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+\s*")


def write(document: Document) -> bytes:
    """The whole text with line feeds, and one at its end; the same document, the same bytes.

    Markdown has no pages: the header stands once, above the text.
    """
    chunks: list[str] = [_line(document.header)] if document.header else []
    turn = 0
    for block in document.blocks:
        # Two lists in a row would be read as one, if their signs were the same.
        turn = turn + 1 if isinstance(block, Points) else 0
        match block:
            case Title(text):
                chunks.append(f"# {_heading(text)}")
            case Heading(text, level):
                chunks.append(f"{'#' * min(level, 6)} {_heading(text)}")
            case Paragraph(text):
                chunks.append(_line(text))
            case Points():
                chunks.append(_points(block, *(("-", ".") if turn % 2 else ("*", ")"))))
            case Table():
                chunks.append(_table(block))
    return ("\n\n".join(chunks) + "\n").encode()


def _points(points: Points, bullet: str, stop: str) -> str:
    told: list[str] = []
    indents = [0]
    for line in lines(points):
        del indents[line.depth + 1 :]
        mark = bullet if line.number is None else f"{line.number}{stop}"
        told.append(f"{' ' * indents[-1]}{mark} {_line(line.text)}")
        # What stands under a point begins at its words, or a little behind them.
        indents.append(indents[-1] + max(3, len(mark) + 1))
    return "\n".join(told)


def _table(table: Table) -> str:
    marks = ["---:" if numbers else "---" for numbers in of_numbers(table)]
    rows = [[_inline(_one_line(cell)) for cell in row] for row in (table.head, *table.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], marks, *rows[1:]))


def _heading(text: str) -> str:
    # A run of "#" at the end of a heading would be taken for its frame.
    return _HEADING_END.sub(r"\1\\\2", _inline(_one_line(text)))


def _line(text: str) -> str:
    """One paragraph's text, with what only its first characters could mean taken away."""
    line = _inline(_one_line(text))
    if _LINE_START.match(line):
        return f"\\{line}"
    return _NUMBER_START.sub(r"\1\\\2", line, count=1) if _NUMBER_START.match(line) else line


def _one_line(text: str) -> str:
    return _BREAKS.sub(" ", text).strip()


def _inline(text: str) -> str:
    edits = [(found.start(), found.end(), _escaped(found)) for found in _INLINE.finditer(text)]
    for address in _ADDRESS.finditer(text):
        if any(address.start() <= start < address.end() for start, _, _ in edits):
            # GFM makes a link of an address and shows backslashes in it: let it be no link.
            edits.append((*address.span("mark"), f"\\{address['mark']}"))
    pieces: list[str] = []
    done = 0
    for start, end, instead in sorted(edits):
        pieces += [text[done:start], instead]
        done = end
    return "".join([*pieces, text[done:]])


def _escaped(found: re.Match[str]) -> str:
    if found["tag"]:
        return "&lt;"
    return "&amp;" if found["entity"] else f"\\{found[0]}"
