"""A document as plain text of 78 columns, for mails and terminals."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from facilitator.publish.document import (
    Document,
    Heading,
    Paragraph,
    Points,
    Table,
    Title,
    lines,
)
from facilitator.writers.scripts import columns, of_numbers, printable, rightward, width

COLUMNS = 78
_LEAST = 24
"""Columns that a point keeps for its words, however deep it stands."""

_GAP = "  "
_BULLETS = "•–"
_UNDERLINES = "=-~"
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = "\u200e", "\u200f"
_OPENING = frozenset("（［｛〈《「『【〔“‘([{«")
_CLOSING = frozenset("，。、；：！？）］｝〉》」』】〕”’…,.;:!?)]}»")


def write(document: Document) -> bytes:
    """The whole text with line feeds, and one at its end; the same document, the same bytes.

    Plain text has no pages: the header stands once, above the text.
    """
    language = document.language
    chunks: list[list[str]] = []
    for text in filter(None, [printable(document.header)]):
        chunks.append([f"{line:>{COLUMNS - width(line) + len(line)}}" for line in _wrapped(text)])
    for block in document.blocks:
        match block:
            case Title(text):
                chunks.append(_underlined(_paragraph(text, language), "="))
            case Heading(text, level):
                sign = _UNDERLINES[min(level, len(_UNDERLINES)) - 1]
                chunks.append(_underlined(_paragraph(text, language), sign))
            case Paragraph(text):
                chunks.append(_paragraph(text, language))
            case Points():
                chunks.append(_points(block, language))
            case Table():
                chunks.append(_table(block))
    return ("\n\n".join("\n".join(chunk) for chunk in chunks) + "\n").encode()


def _paragraph(text: str, language: str, room: int = COLUMNS) -> list[str]:
    text = printable(text)
    to_the_right = rightward(text, language)
    return [_directed(line, to_the_right) for line in _wrapped(text, room)]


def _underlined(told: list[str], sign: str) -> list[str]:
    return [*told, sign * max(map(width, told))]


def _points(points: Points, language: str) -> list[str]:
    told: list[str] = []
    indents = [0]
    for line in lines(points):
        del indents[line.depth + 1 :]
        mark = f"{_BULLETS[line.depth % 2]} "
        if line.number is not None:
            mark = f"{line.number}.".ljust(len(f"{line.among}. "))
        hang = indents[-1] + len(mark)
        first, *more = _paragraph(line.text, language, max(COLUMNS - hang, _LEAST))
        told.append(f"{' ' * indents[-1]}{mark}{first}")
        told += [f"{' ' * hang}{each}" for each in more]
        indents.append(min(hang, COLUMNS - _LEAST))
    return [each.rstrip() for each in told]


def _table(table: Table) -> list[str]:
    rows = [[printable(cell) for cell in row] for row in (table.head, *table.rows)]
    natural = [max(width(row[at]) for row in rows) for at in range(len(table.head))]
    widths = _shared(natural, COLUMNS - len(_GAP) * (len(natural) - 1))
    flush = of_numbers(table)
    mixed = not all(rightward(cell, "en") for row in rows for cell in row)
    told: list[str] = []
    for number, row in enumerate(rows):
        cells = [_wrapped(cell, room) for cell, room in zip(row, widths, strict=True)]
        for at in range(max(map(len, cells))):
            parts = []
            for cell, room, right in zip(cells, widths, flush, strict=True):
                text = cell[at] if at < len(cell) else ""
                space = " " * (room - width(text))
                # A mark keeps cells of a script from the right in the order of their columns.
                text = f"{_LEFT_TO_RIGHT}{text}{_LEFT_TO_RIGHT}" if mixed and text else text
                parts.append(space + text if right else text + space)
            told.append(_GAP.join(parts).rstrip())
        if number == 0:
            told.append(_GAP.join("-" * room for room in widths))
    return told


def _shared(natural: list[int], room: int) -> list[int]:
    """Widths of columns that together fit: the widest give way, down to four columns each."""
    widths = [max(each, 1) for each in natural]
    while sum(widths) > room and max(widths) > 4:
        widths[widths.index(max(widths))] -= 1
    return widths


def _directed(line: str, to_the_right: bool) -> str:
    """The line as it is, or behind a mark where its first letter would turn it around."""
    if line.isascii() and to_the_right:
        return line
    for character in line:
        way = unicodedata.bidirectional(character)
        if way in ("L", "R", "AL"):
            if (way == "L") is to_the_right:
                return line
            break
    else:
        return line
    return f"{_LEFT_TO_RIGHT if to_the_right else _RIGHT_TO_LEFT}{line}"


def _wrapped(text: str, room: int = COLUMNS) -> list[str]:
    """Lines of at most `room` columns: cut at spaces, between East Asian letters, or anywhere."""
    told: list[str] = []
    line, used = "", 0
    for gap, word in _words(text):
        wide = width(word)
        if line and used + len(gap) + wide <= room:
            line, used = f"{line}{gap}{word}", used + len(gap) + wide
            continue
        if line:
            told.append(line)
        *full, line = _cut(word, room) if wide > room else (word,)
        told += full
        used = width(line)
    return [*told, line]


def _words(text: str) -> Iterator[tuple[str, str]]:
    """What must not be cut, each behind the spaces that fall away at the end of a line."""
    for place, word in enumerate(text.split(" ")):
        gap = " " if place else ""
        if word.isascii():
            yield gap, word
            continue
        start = 0
        for at in range(1, len(word)):
            if _may_break(word[at - 1], word[at]):
                yield gap, word[start:at]
                gap, start = "", at
        yield gap, word[start:]


def _may_break(before: str, after: str) -> bool:
    if columns(after) == 0 or before == "\u200d" or before in _OPENING or after in _CLOSING:
        return False
    return columns(before) == 2 or columns(after) == 2


def _cut(word: str, room: int) -> Iterable[str]:
    line, used = "", 0
    for character in word:
        wide = columns(character)
        if used + wide > room and line:
            yield line
            line, used = "", 0
        line, used = line + character, used + wide
    yield line
