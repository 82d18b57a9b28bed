"""A finished text as a tree, before any file format.

All text in it is plain: a writer escapes what its format would read as markup. A report
needs no other kinds of block than these, only deeper headings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


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
    """One bullet, and the numbered points under it."""

    text: str
    children: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """A list of two levels: bullets outside, numbers inside."""

    items: tuple[Item, ...]


Block = Title | Heading | Paragraph | Points


@dataclass(frozen=True, slots=True)
class Document:
    """A whole text; `language` is the BCP 47 tag of its frame."""

    language: str
    blocks: tuple[Block, ...]


def texts(document: Document) -> Iterator[str]:
    """Every piece of text in reading order, for whoever checks what the document says."""
    for block in document.blocks:
        if isinstance(block, Points):
            for item in block.items:
                yield item.text
                yield from item.children
        else:
            yield block.text
