"""A manuscript read with the guard: every finding with its place in the whole text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.files.manuscript import Manuscript, Passage, Sort
from facilitator.guard.alone import check_label, check_name, check_value
from facilitator.guard.findings import Finding
from facilitator.guard.guard import Guard

LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Place:
    """A finding with offsets into the whole text; line and column count from 1.

    `named` says where a word processor shows it; None in a plain text.
    """

    finding: Finding
    line: int
    column: int
    named: str | None = None


def places(reader: Guard, manuscript: Manuscript, segment: str | None) -> Iterator[Place]:
    """What stands in the manuscript, one passage after the other."""
    text = manuscript.text
    line, begun, passed = 1, 0, 0
    told: list[Finding] = []
    for number, passage in enumerate(manuscript.passages):
        for found in _check(reader, manuscript, number, segment):
            at, edit = passage.start, found.edit
            if edit is not None:
                edit = replace(edit, start=edit.start + at, end=edit.end + at)
            finding = replace(found, start=found.start + at, end=found.end + at, edit=edit)
            if passage.copies and _known(finding, passage, told):
                continue
            told.append(finding)
            for match in LINE_END.finditer(text, passed, finding.start):
                line, begun = line + 1, match.end()
            passed = max(begun, finding.start)
            yield Place(finding, line, finding.start - begun + 1, passage.place)


def _check(
    reader: Guard, manuscript: Manuscript, number: int, segment: str | None
) -> tuple[Finding, ...]:
    text, passages = manuscript.text, manuscript.passages
    passage = passages[number]
    words = text[passage.start : passage.end]
    if passage.sort is Sort.NAME:
        return check_name(reader, words)
    if passage.sort is Sort.VALUE:
        return check_value(reader, words, segment)
    if passage.sort is Sort.LABEL and number + 1 < len(passages):
        said = passages[number + 1]
        return check_label(reader, words, text[said.start : said.end], segment)
    return reader.check(words, segment)


def _known(finding: Finding, passage: Passage, told: list[Finding]) -> bool:
    """Whether the words are all copies of some that are told already, as grave or graver."""
    for start, end, of in passage.copies:
        if start <= finding.start and finding.end <= end:
            first, last = finding.start - start + of, finding.end - start + of
            return any(
                each.level.rank <= finding.level.rank and each.start < last and first < each.end
                for each in reversed(told)
            )
    return False
