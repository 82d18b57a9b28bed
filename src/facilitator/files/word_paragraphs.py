"""Paragraphs of a Word file: their runs joined, each read as it is and as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from facilitator.files.manuscript import Manuscript, Passage, Sort

INSERTED, DELETED = 1, 2
"""Bits of a piece that stands in a tracked change; what was moved away is deleted there."""

LABEL_LENGTH = 40
"""Characters that a cell may have to be taken for the name of who speaks in the next one."""


@dataclass(slots=True)
class Stretch:
    """Pieces of text that belong together, with their tracked changes.

    A piece of None is the end of a paragraph that was itself inserted or deleted: in one of
    the two readings the paragraphs around it are one.
    """

    place: str
    sort: Sort = Sort.PROSE
    pieces: list[tuple[str | None, int]] = field(default_factory=list)

    def put(self, text: str, changes: int = 0) -> None:
        """One more piece at the end."""
        self.pieces.append((text, changes))

    def plain(self) -> str:
        """All that stands in it, whatever its changes."""
        return "".join(text or "\n" for text, _ in self.pieces)

    @property
    def spoken(self) -> bool:
        """Whether there is a letter or a digit in it."""
        return any(text and any(map(str.isalnum, text)) for text, _ in self.pieces)


class Layout:
    """Puts stretches one under the other, with a blank line between, into one string."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._passages: list[Passage] = []
        self.length = 0

    def put(self, stretch: Stretch) -> None:
        """Write a stretch down as it is now, then as it was where that differs."""
        if not stretch.spoken:
            return
        if not any(changes for _, changes in stretch.pieces):
            self._write(stretch.plain(), stretch.place, stretch.sort, ())
            return
        standing: dict[int, int] = {}
        known: set[str] = set()
        for place, holds in _readings(stretch):
            now = place == stretch.place
            for pieces in _by_paragraph(stretch, holds):
                text = "".join(said for _, said in pieces)
                if not any(map(str.isalnum, text)):
                    continue
                copies = () if now else tuple(_copies(pieces, standing))
                if not now and text in known:
                    continue
                known.add(text)
                at = self._write(text, place, stretch.sort, copies)
                for number, said in pieces if now else ():
                    standing[number] = at
                    at += len(said)

    def manuscript(self, unread: tuple[str, ...]) -> Manuscript:
        """All that was written down."""
        return Manuscript("\n\n".join(self._text), tuple(self._passages), unread)

    def _write(
        self, text: str, place: str, sort: Sort, copies: tuple[tuple[int, int, int], ...]
    ) -> int:
        start = self.length + (2 if self._text else 0)
        end = start + len(text)
        if sort is Sort.LABEL and len(text) > LABEL_LENGTH:
            sort = Sort.PROSE
        shifted = tuple((start + a, start + b, of) for a, b, of in copies)
        self._passages.append(Passage(start, end, place, sort, shifted))
        self._text.append(text)
        self.length = end
        return start


def _readings(stretch: Stretch) -> Iterator[tuple[str, Callable[[int], bool]]]:
    """As it stands; as it was before its changes; with what was inserted and taken out again.

    Each with its place and whether it holds a piece with such changes. No word that does not
    stand is in both of the last two.
    """
    changes = {each for _, each in stretch.pieces}
    deleted = f"{stretch.place}, deleted text"
    yield stretch.place, lambda each: not each & DELETED
    before = deleted if any(each & DELETED for each in changes) else None
    yield before or f"{stretch.place}, text before insertions", lambda each: not each & INSERTED
    if INSERTED | DELETED in changes:
        yield deleted, lambda each: each != DELETED


def _by_paragraph(
    stretch: Stretch, holds: Callable[[int], bool]
) -> Iterator[list[tuple[int, str]]]:
    """The pieces of each paragraph, with their numbers in the stretch."""
    pieces: list[tuple[int, str]] = []
    for number, (text, changes) in enumerate(stretch.pieces):
        if not holds(changes):
            continue
        if text is None:
            yield pieces
            pieces = []
        else:
            pieces.append((number, text))
    yield pieces


def _copies(
    pieces: list[tuple[int, str]], standing: dict[int, int]
) -> Iterator[tuple[int, int, int]]:
    """Pieces that stand one after the other in what is written already, joined to runs."""
    start = length = of = 0
    at = 0
    for number, text in pieces:
        here = standing.get(number)
        if length and here == of + length:
            length += len(text)
        else:
            if length:
                yield start, start + length, of
            start, length, of = (at, len(text), here) if here is not None else (at, 0, 0)
        at += len(text)
    if length:
        yield start, start + length, of
