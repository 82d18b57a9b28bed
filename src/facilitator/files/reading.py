"""From bytes somebody else wrote to text, refusing what would hang or fool a parser."""

from __future__ import annotations

import codecs
import os
import re
import stat
from pathlib import Path

from facilitator.errors import Trouble
from facilitator.files.problems import shown_path

SIZE_CAP = 256 * 1024
"""Bytes that an agenda or a roster may have."""

NOTES_CAP = 4 * 1024 * 1024
"""Bytes that a file of notes may have."""

WIDTH_CAP = 4_000
"""Characters on one line: a single dotted key of 128 KiB holds the parser for a minute."""

LEVELS_CAP = 32
"""Dots in a row that a key may have; many keys of thousands hold the parser for seconds."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DEEP_KEY = re.compile(rf"(?<![A-Za-z0-9_-])(?:{_PART}[ \t]*\.[ \t]*){{{LEVELS_CAP}}}")
_PLAIN_TEXT = "save it from a text editor as plain text (UTF-8)"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def encoding_of(data: bytes) -> str:
    """The encoding that the beginning of a file tells; UTF-8 where it tells none."""
    return next((name for mark, name in _BOMS if data.startswith(mark)), "utf-8")


def read_text(path: Path) -> str:
    """The text of a regular file; `Trouble` (2) where it cannot be read or is no such text."""
    return decode(contents(path, SIZE_CAP), shown_path(str(path)))


def read_lines(path: Path) -> list[str]:
    """The lines of somebody's notes, however long each is; `Trouble` (2) as `read_text`."""
    where = shown_path(str(path))
    data = contents(path, NOTES_CAP)
    if len(data) > NOTES_CAP:
        raise _too_large(where, NOTES_CAP)
    if b"\0" not in data and not data.startswith(tuple(mark for mark, _ in _BOMS)):
        return [note_line(line) for line in data.splitlines()]
    # No other sign ends a line: a word processor's break within a paragraph is none.
    return _LINE_END.split(text_of(data, where))


def read_prose(path: Path) -> str:
    """Somebody's whole text with its line ends as they are; `Trouble` (2) as `read_text`."""
    return prose(contents(path, NOTES_CAP), str(path))


def read_long(path: Path, cap: int) -> str:
    """The text of a regular file of at most `cap` bytes; `Trouble` (2) as `read_text`."""
    where = shown_path(str(path))
    data = contents(path, cap)
    if len(data) > cap:
        raise _too_large(where, cap)
    return text_of(data, where)


def prose(data: bytes, where: str) -> str:
    """Bytes as text up to `NOTES_CAP`, line ends kept; `Trouble` (2) for what is no text."""
    where = shown_path(where)
    if len(data) > NOTES_CAP:
        raise _too_large(where, NOTES_CAP)
    if b"\0" in data or data.startswith((b"{\\rtf", *(mark for mark, _ in _BOMS))):
        return text_of(data, where)
    return "".join(map(note_line, data.splitlines(keepends=True)))


def note_line(line: bytes) -> str:
    """One line of notes; what is no UTF-8 comes from an old word processor."""
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def contents(path: Path, cap: int) -> bytes:
    """The bytes of a regular file, never more than one past `cap`."""
    where = shown_path(str(path))
    try:
        # Opening a pipe for reading waits for a writer unless it is told not to.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        raise Trouble(f"{where}: there is no such file", "check its name and folder") from None
    except PermissionError:
        raise Trouble(f"{where}: not allowed to read it", "check who owns the file") from None
    except (OSError, ValueError):
        raise Trouble(f"{where}: cannot be opened", "check its name and folder") from None
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise Trouble(f"{where}: is a folder", "name the file inside it")
        if not stat.S_ISREG(mode):
            raise Trouble(f"{where}: is not an ordinary file", "copy its text into a file")
        return _read(descriptor, cap)
    except OSError:
        raise Trouble(f"{where}: cannot be read", "copy the file and try the copy") from None
    finally:
        os.close(descriptor)


def decode(data: bytes, where: str) -> str:
    """Bytes as text: UTF-8 or UTF-16, with or without a byte order mark.

    `where` names the source in messages. Raises `Trouble` (2) for what is too large, has an
    overlong line, or is not text.
    """
    where = shown_path(where)
    if len(data) > SIZE_CAP:
        raise _too_large(where)
    text = text_of(data, where)
    check_shape(text, where)
    return text


def text_of(data: bytes, where: str) -> str:
    """Bytes as text by their byte order mark or their zeros; `Trouble` (2) where they are none."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = _decoded(data[len(mark) :], encoding, where)
            break
    else:
        text = _decoded(data, "utf-8" if b"\0" not in data else _sixteen(data), where)
    if "\0" in text or text.startswith("{\\rtf"):
        raise _not_text(where)
    return text


def _read(descriptor: int, cap: int) -> bytes:
    """The file's bytes, and never more than one past the cap."""
    data = b""
    while len(data) <= cap and (more := os.read(descriptor, cap + 1 - len(data))):
        data += more
    return data


def check_shape(text: str, where: str) -> None:
    """Raise `Trouble` (2) when `text` is too large or has a line no parser should get."""
    if len(text) > SIZE_CAP:
        raise _too_large(shown_path(where))
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > WIDTH_CAP:
            raise Trouble(
                f"{shown_path(where)}: line {number} has {len(line):,} characters, "
                f"and {WIDTH_CAP:,} are read",
                'break it up; long texts stand between """ on lines of their own',
            )
        if line.count(".") >= LEVELS_CAP and _DEEP_KEY.search(line):
            raise Trouble(
                f"{shown_path(where)}: line {number} nests too deeply, so it is not read",
                "an agenda or a roster needs two or three levels",
            )


def _too_large(where: str, cap: int = SIZE_CAP) -> Trouble:
    return Trouble(
        f"{where}: larger than {cap // 1024} KiB, so it is not read",
        "is it the right file? Agenda, roster and notes are short text files",
    )


def _not_text(where: str) -> Trouble:
    return Trouble(f"{where}: not a plain text file", _PLAIN_TEXT)


def _decoded(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        # Few bad bytes are an accented letter from an old code page; many are a picture.
        if encoding != "utf-8" or b"\0" in data or data.startswith(b"\xff\xd8"):
            raise _not_text(where) from None
        line = data.count(b"\n", 0, error.start) + 1
        message = f"{where}: line {line} has a letter in an unknown encoding"
        raise Trouble(message, _PLAIN_TEXT) from None


def _sixteen(data: bytes) -> str:
    """The byte order of UTF-16 without its mark, told by where the zeros of ASCII stand."""
    if len(data) % 2 == 0:
        high, low = data[1::2].count(0), data[0::2].count(0)
        units = len(data) // 2
        if high * 4 >= units and low * 50 <= high:
            return "utf-16-le"
        if low * 4 >= units and high * 50 <= low:
            return "utf-16-be"
    return "utf-8"
