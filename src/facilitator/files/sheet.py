"""Tables as video tools, registration forms and spreadsheets save them: bytes to rows of cells."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from facilitator.errors import Trouble
from facilitator.files.problems import shown_path
from facilitator.files.reading import SIZE_CAP, WIDTH_CAP, contents, text_of
from facilitator.text import clean

LINES_CAP = 2_000
"""Lines that a list of names may have; a longer one is a mailing list or another file."""

ANSWER_CAP = 40
"""Lines that one cell may hold: what somebody wrote into a form, and no quote left open."""

_SEPARATORS = "\t;,|"
_EXCEL_SEPARATOR = re.compile(r"""\A["']?sep=(.)["']?\r?\n""", re.IGNORECASE)
_WORKBOOKS = {
    b"PK\x03\x04": "an Excel workbook or another packed file",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"%PDF": "a PDF file",
}
_AS_CSV = "open it where it was made and save it as CSV (UTF-8)"
_AS_TEXT_FORMULA = re.compile(r'\A="?(.*?)"?\Z')


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line on which it begins, from 1, and its cells, cleaned."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows that hold anything; `separator` is "" where no line has one.

    `old_letters` is whether the file is no UTF-8 and was read as an old Windows code page.
    """

    rows: tuple[Row, ...]
    separator: str
    old_letters: bool = False


def read_sheet(path: Path) -> Sheet:
    """The table in a file; `Trouble` (2), in one line, where it is none that can be read."""
    return sheet(contents(path, SIZE_CAP), str(path))


def sheet(data: bytes, where: str) -> Sheet:
    """Bytes as a table; `where` names them in messages. Raises `Trouble` (2)."""
    where = shown_path(where)
    for begin, what in _WORKBOOKS.items():
        if data.startswith(begin):
            raise Trouble(f"{where}: {what}, not a list as text", _AS_CSV)
    if len(data) > SIZE_CAP:
        raise Trouble(
            f"{where}: larger than {SIZE_CAP // 1024} KiB, so it is not read",
            "a list of those in the room is a short file: is it the right one?",
        )
    old_letters = False
    try:
        text = text_of(data, where)
    except Trouble:
        if b"\0" in data or not _mostly_letters(data):
            raise Trouble(f"{where}: not a plain text file", _AS_CSV) from None
        text, old_letters = data.decode("cp1252", "replace"), True
    lines = text.splitlines()
    if len(lines) > LINES_CAP:
        raise Trouble(
            f"{where}: {len(lines):,} lines, and a list of names has at most {LINES_CAP:,}",
            "is it the right file?",
        )
    for number, line in enumerate(lines, start=1):
        if len(line) > WIDTH_CAP:
            raise Trouble(f"{where}: line {number} has {len(line):,} characters", _AS_CSV)
    separator = _separator(text)
    if told := _EXCEL_SEPARATOR.match(text):
        separator = told.group(1)
        text = "\n" + text[told.end() :]
    return Sheet(tuple(_rows(text, separator, where)), separator, old_letters)


def _mostly_letters(data: bytes) -> bool:
    odd = sum(byte < 32 and byte not in (9, 10, 13) for byte in data)
    high = sum(byte > 127 for byte in data)
    return odd == 0 and high * 3 < len(data)


def _separator(text: str) -> str:
    """The sign between cells: the one of which most lines have most often the same number."""
    best, most = "", 0
    for sign in _SEPARATORS:
        counts: dict[int, int] = {}
        for line in text.splitlines():
            found = _outside_quotes(line, sign)
            if found:
                counts[found] = counts.get(found, 0) + 1
        agreeing = max(counts.values(), default=0)
        if agreeing > most:
            best, most = sign, agreeing
    return best


def _outside_quotes(line: str, sign: str) -> int:
    count, quoted = 0, False
    for character in line:
        if character == '"':
            quoted = not quoted
        elif character == sign and not quoted:
            count += 1
    return count


def _rows(text: str, separator: str, where: str) -> list[Row]:
    if not separator:
        cells = ((number, [line]) for number, line in enumerate(text.splitlines(), start=1))
        return [Row(number, (_cell(line),)) for number, (line,) in cells if line.strip()]
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
    begins = 1
    try:
        for each in reader:
            if reader.line_num - begins > ANSWER_CAP:
                raise csv.Error
            row = Row(begins, tuple(_cell(cell) for cell in each))
            if any(row.cells):
                rows.append(row)
            begins = reader.line_num + 1
    except csv.Error:
        # The lines after it would all be one cell, and the people in them gone.
        raise Trouble(
            f'{where}: line {begins} opens a quote " that is not closed', _AS_CSV
        ) from None
    return rows


def _cell(text: str) -> str:
    """A cell without what spreadsheets wrap around it: ="text", quotes, spaces at the ends."""
    text = clean(text, cap=WIDTH_CAP * 4).strip()
    if text.startswith("="):
        text = _AS_TEXT_FORMULA.sub(r"\1", text)
    return " ".join(text.split())
