"""Whatever lies on a disk as pieces of text: what a person could read in it, and raw bytes."""

from __future__ import annotations

import lzma
import re
import sqlite3
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from facilitator.errors import Trouble
from facilitator.files.manuscript import ARCHIVE, manuscript
from facilitator.files.problems import shown_path
from facilitator.files.reading import contents, prose
from facilitator.files.word_package import FILE_CAP

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_DATABASE = b"SQLite format 3\0"
_PAGES = frozenset((".htm", ".html", ".xhtml", ".xml", ".svg"))
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    ValueError,
    RuntimeError,
    EOFError,
    OverflowError,
)
"""What a damaged archive makes its reader raise."""

_BLOCKS = r"(?:p|h|h\d|li|td|tr|row|si|div|title|br|tab)"
_BLOCK_END = re.compile(rf"</(?:[\w.]*:)?{_BLOCKS}\s*>|<br\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_ESCAPED = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
_UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]+")
_LEAST = 3
"""Letters in a row that bytes must be to be taken for text."""

_NO_CHANCE = 16
"""Letters in a row that random bytes hardly are."""

_WORDS = re.compile(rf"[^\W_][^\x00-\x1f\ufffd]{{{_LEAST - 1},}}")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of a file; `place` says where a person finds it ("" where lines are counted)."""

    place: str
    text: str
    prose: bool = True
    """Whether it can be read as words; else letters in a row that may be nothing."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """All text of a file. `raw` are its bytes taken for text, where it also has a shape; of
    `unread` a person must look for themselves."""

    text: tuple[Piece, ...]
    raw: tuple[Piece, ...] = ()
    unread: tuple[str, ...] = ()


def pieces(path: Path) -> Pieces:
    """What is written in a file and in its name; `Trouble` (2) where it cannot be read."""
    where = shown_path(str(path))
    data = contents(path, FILE_CAP)
    named = Piece("the file's name", re.sub(r"[-_.+]+", " ", path.name))
    if len(data) > FILE_CAP:
        return Pieces((named,), unread=("larger than 64 MiB",))
    try:
        found = _pieces(data, where, path)
    except Trouble as trouble:
        found = Pieces((), _raw(data), (trouble.message.removeprefix(f"{where}: "),))
    return Pieces((named, *found.text), found.raw, found.unread)


def _pieces(data: bytes, where: str, path: Path) -> Pieces:
    if data.startswith(_DATABASE):
        return Pieces(tuple(_cells(path)), _raw(data))
    if data.startswith(b"%PDF-"):
        from facilitator.files.pdf_text import pages_of  # loads a library that reads PDF, 60 ms

        pages = pages_of(data, where)
        return Pieces(tuple(Piece(f"page {n}", text) for n, text in enumerate(pages, 1)))
    if data.startswith(ARCHIVE):
        return _archive(data, where)
    if data.startswith(_PICTURES):
        return Pieces((), _raw(data), ("a picture",))
    if _LOCKED in data:
        raise Trouble(f"{where}: is locked with a password", "")
    try:
        text = prose(data, where)
    except Trouble:
        return Pieces((), _raw(data))
    if _UNREADABLE.search(text):
        return Pieces(_raw(data))
    if path.suffix.lower() in _PAGES:
        text = _without_tags(text)
    return Pieces((Piece("", _unescaped(text)),))


def _archive(data: bytes, where: str) -> Pieces:
    """A Word document as a person reads it; of any other archive each file."""
    try:
        read = manuscript(data, where)
    except Trouble as trouble:
        inside = tuple(_members(data, trouble))
        return Pieces(inside, (), ())
    text, told = read.text, []
    for passage in read.passages:
        told.append(Piece(passage.place or "", text[passage.start : passage.end]))
    return Pieces(tuple(told), (), read.unread)


def _members(data: bytes, trouble: Trouble) -> Iterator[Piece]:
    left = FILE_CAP
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            for info in package.infolist():
                left -= info.file_size
                if left < 0 or info.flag_bits & 1:
                    raise trouble
                yield Piece("a name in the archive", re.sub(r"[-_.+/]+", " ", info.filename))
                inside = package.read(info)
                if inside.lstrip()[:1] == b"<":
                    yield Piece(info.filename, _without_tags(inside.decode("utf-8", "replace")))
                else:
                    for piece in _raw(inside):
                        yield Piece(info.filename, piece.text, piece.prose)
    except _DAMAGED:
        raise trouble from None


def _cells(path: Path) -> Iterator[Piece]:
    """Every text in a database, one piece a column."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=5.0)) as connection:
            connection.text_factory = lambda data: data.decode("utf-8", "replace")
            tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            for (table,) in tables.fetchall():
                rows = connection.execute(f'SELECT * FROM "{table}"')  # names from the schema
                names = [column[0] for column in rows.description]
                columns: list[list[str]] = [[] for _ in names]
                for row in rows:
                    for column, value in zip(columns, row, strict=True):
                        if isinstance(value, str):
                            column.append(value)
                for name, values in zip(names, columns, strict=True):
                    if values:
                        yield Piece(f"{table}.{name}", _unescaped("\n".join(values)))
    except (sqlite3.Error, ValueError):
        yield Piece("", "")  # its bytes are read all the same


def _raw(data: bytes) -> tuple[Piece, ...]:
    """Bytes as text: what may be UTF-8, and what may be UTF-16, of at least three letters."""
    found = _WORDS.findall(data.decode("utf-8", "replace"))
    wide: list[str] = []
    if b"\0" in data:
        for start in (0, 1):
            wide += _WORDS.findall(data[start:].decode("utf-16-le", "replace"))
    told = [run for run in found if run.count(" ") > 1 or len(run) > _NO_CHANCE]
    known = set(told)
    others = [run for run in (*found, *wide) if run not in known]
    return (
        Piece("raw bytes", _unescaped("\n".join(told))),
        Piece("raw bytes", _unescaped("\n".join(others)), prose=False),
    )


def _without_tags(text: str) -> str:
    import html  # with its table of entities 5 ms that no other file needs

    return html.unescape(_TAG.sub("", _BLOCK_END.sub("\n", text)))


def _unescaped(text: str) -> str:
    r"""The text with every \u0410 as the letter it stands for, as JSON and TOML write them."""

    def letters(match: re.Match[str]) -> str:
        units = match.group().replace("\\u", "")
        return bytes.fromhex(units).decode("utf-16-be", "replace")

    return _ESCAPED.sub(letters, text)
