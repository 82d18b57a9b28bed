"""Reads any text with the guard, paragraph by paragraph, and tells what it found."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.common import REFUSED, UNUSABLE, read_roster, roster_option
from facilitator.cli.terminal import say
from facilitator.errors import Trouble

if TYPE_CHECKING:
    from facilitator.agenda import Agenda
    from facilitator.guard.findings import Finding
    from facilitator.guard.guard import Guard

LIMITS = (
    "A second reader is needed: people on no roster, unlisted nicknames and style are not seen,"
    " and attributions in other languages than English are not recognised."
)

_LINE_END = re.compile(r"\r\n|\n|\r")
_BETWEEN = re.compile(r"(?:\r\n|\n|\r)[^\S\r\n]*(?=\r\n|\n|\r)")
_AROUND = 30
"""Characters shown on each side of the words."""


@click.command(epilog="Example:  facilitator guard brief.md --roster roster.toml")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@roster_option
@click.option("--agenda", metavar="AGENDA", help="Whose keynotes and hosts may be named.")
@click.option("--segment", metavar="ID", help="Read as notes of this segment of AGENDA.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file, a line each.")
def guard(
    files: tuple[str, ...],
    roster: str | None,
    agenda: str | None,
    segment: str | None,
    as_json: bool,
) -> None:
    """Find in FILE what tells who spoke or who was there; - is standard input.

    Reads .txt and .md. Ends with 1 where something blocks. A second reader, no certificate:
    it cannot see a person who is on no roster, a nickname that is not listed, somebody's
    style, or what only outside knowledge tells; attributions in English only.
    """
    from facilitator.guard.guard import Guard

    if roster == "-" and "-" in files:
        raise Trouble("standard input cannot be both the roster and the text", "give one a file")
    if files.count("-") > 1:
        raise Trouble("standard input can be read once", "give - once")
    if segment is not None and agenda is None:
        raise Trouble("--segment needs the agenda it belongs to", "give --agenda AGENDA")
    plan = None if agenda is None else _plan(Path(agenda), segment)
    reader = Guard(read_roster(roster), plan)
    status = 0
    for name in files:
        try:
            text = _text(name)
        except Trouble as trouble:
            say(str(trouble))
            status = UNUSABLE
            continue
        found = tuple(places(reader, text, segment))
        if any(place.finding.blocks for place in found):
            status = max(status, REFUSED)
        if as_json:
            click.echo(_json(name, found))
            continue
        for place in found:
            for line in _lines(name, text, place):
                click.echo(line)
    sys.stdout.flush()
    if roster is None:
        say("No roster is given: names cannot be checked.")
    say(LIMITS)
    sys.exit(status)


@dataclass(frozen=True, slots=True)
class Place:
    """A finding with offsets into the whole text; line and column count from 1."""

    finding: Finding
    line: int
    column: int


def places(reader: Guard, text: str, segment: str | None) -> Iterator[Place]:
    """What stands in `text`, one paragraph (between blank lines) after the other."""
    from dataclasses import replace

    line, begun, passed = 1, 0, 0
    for start, end in paragraphs(text):
        for found in reader.check(text[start:end], segment):
            edit = found.edit
            if edit is not None:
                edit = replace(edit, start=edit.start + start, end=edit.end + start)
            finding = replace(found, start=found.start + start, end=found.end + start, edit=edit)
            for match in _LINE_END.finditer(text, passed, finding.start):
                line, begun = line + 1, match.end()
            passed = max(begun, finding.start)
            yield Place(finding, line, finding.start - begun + 1)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph; together with the blank lines they are the text."""
    start = 0
    for gap in _BETWEEN.finditer(text):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()
    if text[start:].strip():
        yield start, len(text)


def _text(name: str) -> str:
    from facilitator.files.problems import shown_path
    from facilitator.files.reading import NOTES_CAP, prose, read_prose

    if name == "-":
        return prose(sys.stdin.buffer.read(NOTES_CAP + 1), "standard input")
    if name.lower().endswith(".docx"):
        raise Trouble(
            f"{shown_path(name)}: Word documents are not read yet", "save it as plain text (.txt)"
        )
    return read_prose(Path(name))


def _plan(path: Path, segment: str | None) -> Agenda:
    from facilitator.files.agenda_file import load
    from facilitator.files.problems import shown

    checked = load(path)
    if checked.agenda is None:
        errors = [problem for problem in checked.problems if problem.severity == "error"]
        raise Trouble(str(errors[0]), f"facilitator check lists all {len(errors)}")
    known = [each.id for each in checked.agenda.segments]
    if segment is not None and segment not in known:
        raise Trouble(f"there is no segment “{shown(segment)}”", f"there are {', '.join(known)}")
    return checked.agenda


def _json(name: str, found: tuple[Place, ...]) -> str:
    import json

    told = {
        "file": name,
        "findings": [_told(place) for place in found],
        "blocking": any(place.finding.blocks for place in found),
    }
    # A lone surrogate of a broken file name must not end the program.
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace").decode()


def _told(place: Place) -> dict[str, object]:
    finding, edit = place.finding, place.finding.edit
    return {
        "level": finding.level.value,
        "start": finding.start,
        "end": finding.end,
        "line": place.line,
        "column": place.column,
        "text": finding.words,
        "reason": finding.reason,
        "rewrite": finding.rewrite,
        # Where the rewrite goes: it may need more of the sentence than the words.
        "replaces": None if edit is None else [edit.start, edit.end],
    }


def _lines(name: str, text: str, place: Place) -> Iterator[str]:
    """The finding, the words underlined in their line, and the neutral wording."""
    from facilitator.files.problems import shown_path

    finding = place.finding
    where = f"{shown_path(name)}:{place.line}:{place.column}"
    yield f"{where}: {finding.level.value}: “{_shown(finding.words)}” {_shown(finding.reason)}"
    line = finding.start - place.column + 1
    ended = _LINE_END.search(text, finding.end)
    before = _shown(text[max(line, finding.start - _AROUND) : finding.start]).lstrip()
    after = text[finding.end : ended.start() if ended else len(text)][:_AROUND]
    yield f"    {before}{_shown(finding.words)}{_shown(after).rstrip()}"
    yield f"    {' ' * _cells(before)}{'^' * max(1, _cells(_shown(finding.words)))}"
    if finding.edit is not None:
        old = _shown(text[finding.edit.start : finding.edit.end])
        new = _shown(finding.edit.text)
        yield f"    instead of “{old}”: “{new}”" if new else f"    leave out “{old}”"


def _shown(text: str) -> str:
    """Nothing a terminal would obey, on one line."""
    from facilitator.text import ANY_LENGTH, clean

    return clean(text, cap=ANY_LENGTH)


def _cells(text: str) -> int:
    """Columns that `text` takes in a terminal."""
    return sum(
        0
        if unicodedata.category(each) in ("Mn", "Me", "Cf")
        else 1 + (unicodedata.east_asian_width(each) in "WF")
        for each in text
    )
