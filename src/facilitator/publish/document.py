"""A finished text as a tree, before any file format.

All text in it is plain: a writer escapes what its format would read as markup. It holds
nothing that the text does not print, so a file made of it can tell no more than it shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_COUNTED = re.compile(r"\A(?:\d+\.\d*|Annex [A-Z]\.) ")


@dataclass(frozen=True, slots=True)
class Title:
    """The one title of the text."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above what follows it; `level` 2 is the one just below the title."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more sentences without a line break."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One point and the list under it, which is `numbered` unless it says otherwise.

    `label` is printed in front of the text, as "[3]" in a copy for review.
    """

    text: str
    children: tuple[Item, ...] = ()
    numbered: bool = True
    label: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points, to any depth; the outermost has bullets unless it is `numbered`."""

    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A head row and rows of as many cells."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        if not self.head or any(len(row) != len(self.head) for row in self.rows):
            raise ValueError("every row of a table has as many cells as its head, at least one")


Block = Title | Heading | Paragraph | Points | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A whole text.

    `language` is the BCP 47 tag of its frame; `header` says on every page who may read it.
    """

    language: str
    blocks: tuple[Block, ...]
    header: str = ""

    @property
    def title(self) -> str:
        """What a file says of itself: the title that it prints, or nothing."""
        return next((block.text for block in self.blocks if isinstance(block, Title)), "")


@dataclass(frozen=True, slots=True)
class Line:
    """One point of a list laid flat.

    `depth` 0 is the outermost; `number` is None behind a bullet; `among` points stand in its list.
    """

    depth: int
    number: int | None
    among: int
    text: str


def lines(points: Points) -> Iterator[Line]:
    """Every point of the list in reading order, each behind the one that it stands under."""
    levels = [(points.numbered, len(points.items), enumerate(points.items, start=1))]
    while levels:
        numbered, among, items = levels[-1]
        for number, item in items:
            text = f"{item.label} {item.text}" if item.label else item.text
            yield Line(len(levels) - 1, number if numbered else None, among, text)
            if item.children:
                below = enumerate(item.children, start=1)
                levels.append((item.numbered, len(item.children), below))
                break
        else:
            levels.pop()


def texts(document: Document) -> Iterator[str]:
    """Every piece of text in reading order, as it is printed."""
    if document.header:
        yield document.header
    for block in document.blocks:
        match block:
            case Points():
                yield from (line.text for line in lines(block))
            case Table(head, rows):
                yield from (cell for row in (head, *rows) for cell in row if cell)
            case _:
                yield block.text


def wordings(document: Document) -> Iterator[str]:
    """The same for whoever checks what it says: a number in front is no part of a sentence."""
    for text in texts(document):
        yield _COUNTED.sub("", text)
