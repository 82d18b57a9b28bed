"""Any text that somebody hands in, cut into passages that are read one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from facilitator.errors import Trouble
from facilitator.files.problems import shown_path
from facilitator.files.reading import NOTES_CAP, contents, prose
from facilitator.files.word_package import FILE_CAP

PASSAGE_CAP = 8_000
"""Characters read as one: who reads a paragraph weighs every finding in it against all others."""

ARCHIVE = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_NAMES = frozenset((".docx", ".docm", ".dotx", ".dotm"))
_OTHER_NAMES = {
    ".doc": "old Word documents (.doc)",
    ".dot": "old Word templates (.dot)",
    ".odt": "OpenDocument texts (.odt)",
    ".rtf": "Rich Text files (.rtf)",
    ".pdf": "PDF files",
    ".pages": "Pages documents",
}
_SAVE = "save it as .docx or .txt"

_BETWEEN = re.compile(r"(?:\r\n|\n|\r)[^\S\r\n]*(?=\r\n|\n|\r)")
_PAUSE = re.compile(r"[.!?…][\"'”’)\]]*\s+|[\r\n]+|[。！？]")
_SPACE = re.compile(r"\s+")


class Sort(Enum):
    """How a passage is to be read."""

    PROSE = auto()
    LABEL = auto()
    """A short cell of a table; the passage that follows may be what this one said."""
    VALUE = auto()
    """A title, a link, the name of a file: no sentence."""
    NAME = auto()
    """Where a person or a firm is named: an author, a manager."""


@dataclass(frozen=True, slots=True)
class Passage:
    """[start, end) of the text. `place` says where a word processor shows it.

    `copies` are (start, end, of): what stands there is told at `of` already, because the same
    paragraph is read once as it is and once as it was.
    """

    start: int
    end: int
    place: str | None = None
    sort: Sort = Sort.PROSE
    copies: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A text as one string; `unread` names what it holds besides, such as pictures."""

    text: str
    passages: tuple[Passage, ...]
    unread: tuple[str, ...] = ()


def read_manuscript(path: Path) -> Manuscript:
    """The text of a file; `Trouble` (2) where it is none that can be read."""
    kind = path.suffix.lower()
    if kind in _OTHER_NAMES and path.is_file():
        raise _not_read(shown_path(str(path)), _OTHER_NAMES[kind])
    data = contents(path, FILE_CAP)
    if kind in _WORD_NAMES and not data.startswith((ARCHIVE, _OLD_OFFICE, b"%PDF-", b"{\\rtf")):
        raise Trouble(
            f"{shown_path(str(path))}: is no Word document, though its name says so",
            "open it where it was written and " + _SAVE.replace("it ", "it there "),
        )
    return manuscript(data, str(path))


def manuscript(data: bytes, where: str) -> Manuscript:
    """Bytes as a text; what kind of file they are is told by how they begin."""
    shown = shown_path(where)
    if data.startswith(ARCHIVE):
        # Word documents are rare beside notes, and what reads them costs 10 ms.
        from facilitator.files.word_file import word_text

        return _in_portions(word_text(data, shown))
    if data.startswith(_OLD_OFFICE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Trouble(
                f"{shown}: is locked with a password", "open it, take the password off and save it"
            )
        raise _not_read(shown, _OTHER_NAMES[".doc"])
    if data.startswith(b"%PDF-"):
        raise _not_read(shown, _OTHER_NAMES[".pdf"])
    if data.startswith(b"{\\rtf"):
        raise _not_read(shown, _OTHER_NAMES[".rtf"])
    text = prose(data[: NOTES_CAP + 1], where)
    return _in_portions(Manuscript(text, tuple(Passage(*each) for each in paragraphs(text))))


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph; together with the blank lines they are the text."""
    start = 0
    for gap in _BETWEEN.finditer(text):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()
    if text[start:].strip():
        yield start, len(text)


def _in_portions(whole: Manuscript) -> Manuscript:
    """The manuscript with no passage longer than `PASSAGE_CAP`, cut between sentences."""
    if all(each.end - each.start <= PASSAGE_CAP for each in whole.passages):
        return whole
    cut: list[Passage] = []
    for each in whole.passages:
        start = each.start
        while each.end - start > PASSAGE_CAP:
            end = _pause(whole.text, start)
            cut.append(replace(each, start=start, end=end))
            start = end
        cut.append(replace(each, start=start))
    return replace(whole, passages=tuple(cut))


def _pause(text: str, start: int) -> int:
    """The last place before the cap where a sentence ends, else a word, else the cap."""
    for pattern in (_PAUSE, _SPACE):
        last = max(
            (m.end() for m in pattern.finditer(text, start + 1, start + PASSAGE_CAP)), default=0
        )
        if last > start + PASSAGE_CAP // 2:
            return last
    return start + PASSAGE_CAP


def _not_read(where: str, kind: str) -> Trouble:
    return Trouble(f"{where}: {kind} are not read", _SAVE)
