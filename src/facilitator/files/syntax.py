"""Reading TOML, with the parser's complaints put into an organiser's words."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from facilitator.errors import Trouble
from facilitator.files.problems import Problem, shown_path
from facilitator.files.reading import check_shape

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_CURLY = "“”„‟‘’‚‛«»‹›"
_CURLY_OPENS = re.compile(rf"(?:^|[=\[,{{])\s*[{_CURLY}]")
_CURLY_CLOSES = re.compile(rf"=\s*[\"'][^\"']*[{_CURLY}]\s*,?\s*(?:#.*)?$")
_CURLY_BLOCK = re.compile(rf"[{_CURLY}]{{3}}")
_SHORT_TIME = re.compile(r"=\s*(\d{1,2}:\d{2}(?!\d|:)|\d:\d{2}:\d{2})")
_OTHER_DATE = re.compile(r"=\s*(?!\d{4}-\d{2}-\d{2})\d{1,4}([./-])\d{1,2}\1\d{1,4}")
_BARE_LENGTH = re.compile(r"=\s*\d+ ?(?:h|m|s|min|hours?|minutes?)\b")
_BARE_WORD = re.compile(r"=\s*[^\W\d]")

_CURLY_WHAT = "a curly quote from a word processor"
_CURLY_MEND = 'use the straight quote "'

# Beginnings of the parser's messages; an unknown one falls back to plain "not understood".
_SAID = (
    ("Cannot overwrite a value", "this key stands twice in its table", "keep one of the two"),
    ("Duplicate inline table key", "a key stands twice between { and }", "keep one of the two"),
    (
        "Cannot declare",
        "this table stands twice",
        "put its keys under the first one; lists of tables have two brackets: [[segment]]",
    ),
    ("Cannot", "this table is already complete", "put these keys where it stands first"),
    (
        "Unclosed array",
        "a comma is missing in a list, or the list is not closed",
        "put a comma after each entry and end the list with ]",
    ),
    ("Unclosed inline table", "a { is not closed on its line", "end it with }"),
    (
        "Unterminated string",
        "a text is not closed",
        'end it with the quote it began with: " or """',
    ),
    ("Illegal character", "a text is not closed, or holds a control character", 'end it with "'),
    ("Expected '\"", "a text is not closed", "end it with the quote it began with"),
    ('Expected "', "a text is not closed", "end it with the quote it began with"),
    ("Expected '='", "there is no = after the name of the key", 'write for example title = "…"'),
    ("Expected ']", "the name of the table is not closed", "write [session] or [[segment]]"),
    ("Unescaped", "a backslash \\ in a text means something special", "write it twice: \\\\"),
    ("Invalid hex", "a backslash \\ in a text means something special", "write it twice: \\\\"),
    ("Escaped", "a backslash \\ in a text means something special", "write it twice: \\\\"),
    ("Invalid date", "no such date or time", "write 2020-05-28 or 14:00:00"),
    ("Expected newline", "something is left over after the value", "one key and value a line"),
    (
        "Invalid value",
        "the value is missing or not understood",
        'put text between straight quotes "',
    ),
    ("Invalid initial", "the name of a key is missing or not understood", 'write title = "…"'),
    ("Invalid statement", "this line is not understood", 'write title = "…", or # before a remark'),
)


def read_toml(text: str, where: str) -> dict[str, Any] | Problem:
    """The tables of a TOML text, or the one problem that keeps it from being read.

    Raises `Trouble` (2) for text that must not be parsed: too large, too long a line, or
    nested too deeply.
    """
    check_shape(text, where)
    if "\0" in text:
        raise Trouble(
            f"{shown_path(where)}: not a plain text file", "save it as plain text (UTF-8)"
        )
    try:
        return tomllib.loads(text)
    except RecursionError:
        message = f"{shown_path(where)}: lists nested too deeply"
        raise Trouble(message, "an agenda or a roster needs two or three levels") from None
    except ValueError as error:
        return _explained(str(error), text, where)


def _explained(message: str, text: str, where: str) -> Problem:
    lines = text.split("\n")
    number, what, mend = _place(message, lines), "", ""
    line = lines[number - 1]
    block = _block_of_curly(lines) if _at_end(message) else None
    if block is not None:
        number, what, mend = block, _CURLY_WHAT, f"{_CURLY_MEND} three times"
    elif _CURLY_OPENS.search(line) or _CURLY_CLOSES.search(line):
        what, mend = _CURLY_WHAT, _CURLY_MEND
    elif _SHORT_TIME.search(line):
        what, mend = "not a full time of day", "times need two digits and seconds: 14:00:00"
    elif _OTHER_DATE.search(line):
        what, mend = "not a date", "write year-month-day, without quotes: 2020-05-28"
    elif _BARE_LENGTH.search(line):
        what, mend = "a length of time without quotes", 'put it between straight quotes: "5m"'
    else:
        what, mend = _translated(message)
        if message.startswith("Invalid value") and _BARE_WORD.search(line):
            mend += "; yes and no are true and false, in small letters without quotes"
    return Problem("error", shown_path(where), number, "", what, mend)


def _translated(message: str) -> tuple[str, str]:
    for start, what, mend in _SAID:
        if message.startswith(start):
            return what, mend
    return "this line is not understood", 'write key = value, with text between straight quotes "'


def _at_end(message: str) -> bool:
    return message.endswith("(at end of document)")


def _place(message: str, lines: list[str]) -> int:
    found = _PLACE.search(message)
    if found and found.group(1):
        return min(int(found.group(1)), len(lines))
    last = len(lines)
    while last > 1 and not lines[last - 1].strip():
        last -= 1
    return last if found else 1


def _block_of_curly(lines: list[str]) -> int | None:
    for number, line in enumerate(lines, start=1):
        if _CURLY_BLOCK.search(line):
            return number
    return None
