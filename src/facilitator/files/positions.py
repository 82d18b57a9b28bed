"""On which line of a TOML text each key stands: the standard parser does not say.

The text has already passed the parser, so this scanner only needs to tell structure from
strings and comments. Nothing in it recurses, and whatever it fails to follow merely leaves
a key at the line of its table.
"""

from __future__ import annotations

import contextlib
import re
import tomllib
from bisect import bisect_right

from facilitator.files.problems import Path

DEPTH = 12
"""Levels that are told apart; deeper keys are given the line of the level above."""

_SPACE = re.compile(r"[ \t]*")
_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"""(?:"{0,2})'
    r"|'''(?:[^']|'{1,2}(?!'))*'''(?:'{0,2})"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}\n#]+")


class Positions:
    """Lines of keys, tables and entries of lists, by their path."""

    def __init__(self, lines: dict[Path, int]) -> None:
        self._lines = lines

    def line(self, path: Path) -> int:
        """The line, from 1, of `path` or of the nearest table around it."""
        for end in range(len(path), 0, -1):
            if path[:end] in self._lines:
                return self._lines[path[:end]]
        return 1


def locate(text: str) -> Positions:
    """Find the line of every key of `text`, which is valid TOML."""
    scanner = _Scanner(text)
    with contextlib.suppress(_Lost):  # what was found so far still helps
        scanner.document()
    return Positions(scanner.lines)


class _Lost(Exception):
    """The text is not what the scanner expects here."""


class _Scanner:
    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {}
        self._text = text
        self._at = 0
        self._breaks = [match.start() for match in re.finditer("\n", text)]
        self._last: dict[Path, int] = {}

    def document(self) -> None:
        """Walk all statements."""
        table: Path = ()
        while self._blank():
            if self._next() == "[":
                table = self._header()
            else:
                self._value(self._named(table))

    def _header(self) -> Path:
        line = self._line()
        double = self._text.startswith("[[", self._at)
        self._at += 2 if double else 1
        parts = self._key()
        closing = self._text.find("]]" if double else "]", self._at)
        if closing < 0:
            raise _Lost
        self._at = closing + (2 if double else 1)
        path: Path = ()
        for number, part in enumerate(parts, start=1):
            path = (*path, part)
            if number == len(parts):
                break
            self._note(path, line)
            if path in self._last:
                path = (*path, self._last[path])
        if double:
            self._note(path, line)
            self._last[path] = self._last.get(path, -1) + 1
            path = (*path, self._last[path])
        if len(path) <= DEPTH:
            self.lines[path] = line  # the header itself outranks an earlier mention
        return path

    def _named(self, table: Path) -> Path:
        line = self._line()
        path = table
        for part in self._key():
            path = (*path, part)
            self._note(path, line)
        if self._next() != "=":
            raise _Lost
        self._at += 1
        return path

    def _value(self, path: Path) -> None:
        # The lists (with the number of their next entry) and inline tables we stand in.
        inside: list[tuple[Path, int | None]] = []
        while True:
            if not self._blank():
                raise _Lost
            if self._next() == "[":
                self._at += 1
                inside.append((path, 0))
            elif self._next() == "{":
                self._at += 1
                inside.append((path, None))
            else:
                self._scalar()
            while inside:
                if not self._blank():
                    raise _Lost
                around, number = inside[-1]
                if self._next() == ",":
                    self._at += 1
                elif self._next() in ("]", "}"):
                    self._at += 1
                    inside.pop()
                elif number is None:
                    path = self._named(around)
                    break
                else:
                    path = (*around, number)
                    self._note(path, self._line())
                    inside[-1] = (around, number + 1)
                    break
            else:
                return

    def _scalar(self) -> None:
        match = _STRING.match(self._text, self._at) or _SCALAR.match(self._text, self._at)
        if match is None:
            raise _Lost
        self._at = match.end()

    def _key(self) -> tuple[str, ...]:
        """The parts of a dotted key; parts past the depth are read but not kept."""
        parts: list[str] = []
        while True:
            self._skip(_SPACE)
            quoted = self._next() in ('"', "'")
            match = (_STRING if quoted else _BARE).match(self._text, self._at)
            if match is None:
                raise _Lost
            self._at = match.end()
            if len(parts) <= DEPTH:
                parts.append(_unquoted(match.group()) if quoted else match.group())
            self._skip(_SPACE)
            if self._next() != ".":
                return tuple(parts)
            self._at += 1

    def _note(self, path: Path, line: int) -> None:
        if len(path) <= DEPTH:
            self.lines.setdefault(path, line)

    def _line(self) -> int:
        return bisect_right(self._breaks, self._at - 1) + 1

    def _next(self) -> str:
        return self._text[self._at : self._at + 1]

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self._text, self._at)
        if match is not None:
            self._at = match.end()

    def _blank(self) -> bool:
        """Skip space, line ends and comments; whether anything follows."""
        self._skip(_BLANK)
        return self._at < len(self._text)


def _unquoted(quoted: str) -> str:
    if "\\" not in quoted or quoted.startswith("'"):
        return quoted[1:-1]
    try:
        return str(tomllib.loads(f"key = {quoted}")["key"])
    except ValueError:
        raise _Lost from None
