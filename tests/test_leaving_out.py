"""What is not there leaves no trace in any file: read back from the bytes of every format.

A trace is a double space, a stray comma, an empty paragraph or point, or a heading above nothing.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from documents import W, bare, word_parts
from facilitator.agenda import Agenda
from facilitator.files.agenda_file import load
from facilitator.publish.brief import brief
from facilitator.publish.document import (
    Block,
    Document,
    Heading,
    Item,
    Paragraph,
    Points,
    Title,
    texts,
)
from facilitator.publish.report import report
from facilitator.record import Agreement, AsHeld, Kind, Mark, Note, Release
from facilitator.writers.formats import written
from published_meeting import CROWDED, HELD, NESTED, note
from test_report import emptied

EXAMPLE = Path(__file__).parents[1] / "agendas/2020-05-28-afghan-view.toml"
NOTES = [
    *NESTED,
    note(70, "closing", "HAS writes", Kind.ACTION),
    note(71, "qa", "Who guarantees it?", Kind.QUESTION, mark=Mark.OPEN),
    note(72, "discussion", "A contact group", Kind.PROPOSAL, topics=("formats",), echoes=3),
    note(73, "discussion", "Order first", topics=("talks",)),
    note(74, "discussion", "Talks first", Kind.OTHER_SIDE, under=73),
    note(
        *(75, "discussion", "The region decides"),
        agreement=Agreement.TESTED,
        reservations="one body wished for more time",
    ),
    note(76, "discussion", "A summary of both", summary=True, numbered=False),
    note(77, "discussion", "The first half", under=76),
    note(78, "closing", "Set aside", Kind.PARKING, release=Release.REPORT),
]
Shown = tuple[int, str]
"""A text with its level: 1 to 6 for headings, 0 for a paragraph, a point or a cell."""


@dataclass(frozen=True)
class Case:
    """Everything that both texts are made from."""

    agenda: Agenda
    notes: tuple[Note, ...]
    held: AsHeld


@cache
def made() -> list[Document]:
    """Both texts, whole, with each optional part gone in turn, and with more and more gone."""
    agenda = load(EXAMPLE).agenda
    assert agenda is not None
    whole = Case(agenda, tuple(NOTES), HELD)
    cases = [*_less(whole), whole]
    chance = random.Random(5)
    for _ in range(60):
        cases.append(chance.choice(_less(cases[-1]) or [whole]))
    documents: dict[Document, None] = {}
    for case in cases:
        for make in (brief, report):
            documents[make(case.agenda, case.notes, case.held, CROWDED).document] = None
    return list(documents)


def _less(case: Case) -> list[Case]:
    """The case with each optional part gone in turn, where a file and a record can be so."""
    found: list[Case] = []
    for each in emptied(case):
        assert isinstance(each, Case)
        known = {person.id for person in each.agenda.keynotes}
        ids = {one.id for one in each.notes}
        led = all(part.lead in known for part in each.agenda.segments if part.lead)
        whole = all(one.parent in ids for one in each.notes if one.parent is not None)
        if each.agenda.segments and led and whole and each != case:
            found.append(each)
    return found


def tidy(text: str) -> None:
    """No space or sign is left where words are missing."""
    assert text == text.strip() != ""
    assert not re.search(r"\s\s|\s[,.:;)]|[,;:]\s?[,.;:]|\.\.|\(\s|\(\)|None|“”|^[,.;:]", text), (
        text
    )


def headed(shown: list[Shown]) -> None:
    """Every heading has words, and something under it that is no heading of its own rank."""
    for (level, text), (below, _) in pairwise([*shown, (1, "")]):
        if level:
            assert bare(text)
            # The title stands above the line that says what kind of text it is.
            assert below == 0 or below > level, text


def markdown(data: bytes) -> list[Shown]:
    text = data.decode()
    assert text.endswith("\n") and "\n\n\n" not in text and not re.search(r"[ \t]\n", text)
    shown: list[Shown] = []
    for line in text[:-1].split("\n"):
        if not line or re.fullmatch(r"\|(?: -{3}:? \|)+", line):
            continue
        if line.startswith("|"):
            shown += [(0, cell) for cell in map(str.strip, line[2:-2].split(" | ")) if cell]
            assert any(cell.strip() for cell in line.split("|"))
            continue
        words = re.sub(r"^ *(?:[-*]|\d+[.)])(?: |$)", "", line)
        level = len(words) - len(words.lstrip("#"))
        shown.append((level, words[level + 1 :] if level else words.replace("\\", "")))
    return shown


def plain_text(data: bytes) -> list[Shown]:
    text = data.decode()
    assert text.endswith("\n") and "\n\n\n" not in text and not re.search(r"[ \t]\n", text)
    shown: list[Shown] = []
    for chunk in text[:-1].split("\n\n"):
        told = chunk.split("\n")
        if len(told) > 1 and re.fullmatch(r"-+(?:  -+)+", told[1]):
            assert all(line.strip() for line in told)
            shown += [(0, cell) for line in told for cell in re.split(r" {2,}", line.strip())]
        elif len(told) > 1 and re.fullmatch(r"=+|-+|~+", told[-1]):
            shown.append((" =-~".index(told[-1][0]), " ".join(told[:-1])))
        else:
            shown += [(0, re.sub(r"^ *(?:[•–]|\d+\.)? *", "", line)) for line in told]
    return shown


class _Read(HTMLParser):
    """The blocks of a page that have words, or should."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.shown: list[Shown] = []
        self.cells: list[list[str]] = []
        self._inside = ""
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag == "tr":
            self.cells.append([])
        if tag in ("p", "td", "th") or re.fullmatch("h[1-6]", tag):
            self.shown.append((int(tag[1]) if tag[0] == "h" and tag[1:].isdigit() else 0, ""))
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""
            if tag in ("td", "th"):
                self.cells[-1].append(self.shown[-1][1])
                if not self.shown[-1][1]:
                    self.shown.pop()

    def handle_data(self, data: str) -> None:
        if self._inside:
            level, text = self.shown[-1]
            self.shown[-1] = (level, text + data)


def web_page(data: bytes) -> list[Shown]:
    read = _Read(data)
    assert all(any(row) for row in read.cells)
    assert not re.search(rb"<(ul|ol|li|table|tbody|header|main)[^>]*>\s*</", data)
    return read.shown


def word(data: bytes) -> list[Shown]:
    parts = word_parts(data)
    shown: list[Shown] = []
    for element in etree.fromstring(parts["word/document.xml"])[0]:
        if element.tag == f"{W}tbl":
            for row in element.iter(f"{W}tr"):
                cells = [_words(cell) for cell in row.iter(f"{W}tc")]
                assert any(cells)
                shown += [(0, cell) for cell in cells if cell]
        elif element.tag == f"{W}p" and not (
            # The line of no words below a table, without which the format would join it.
            shown and element.getprevious().tag == f"{W}tbl" and not _words(element)
        ):
            style = element.find(f"{W}pPr/{W}pStyle")
            name = "" if style is None else style.get(f"{W}val", "")
            level = 1 if name == "Title" else int(name[-1]) + 1 if name[:-1] == "Heading" else 0
            shown.append((level, _words(element)))
    for name, part in parts.items():
        if name.startswith(("word/header", "word/footer")):
            shown[:0] = [(0, _words(each)) for each in etree.fromstring(part).iter(f"{W}p")]
    return shown


def _words(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


READERS: dict[str, Callable[[bytes], list[Shown]]] = {
    "md": markdown,
    "txt": plain_text,
    "html": web_page,
    "docx": word,
}


def test_enough_is_left_out() -> None:
    assert len(made()) > 150


@pytest.mark.parametrize("form", READERS)
def test_each_optional_field_goes_without_a_trace(form: str) -> None:
    for document in made():
        shown = READERS[form](written(document, [form])[0][form])
        for _, text in shown:
            tidy(text)
        headed(shown)


def _some() -> Iterator[Document]:
    """The texts that differ most from each other: the whole ones, and the shortest of each size."""
    by_size = sorted(made(), key=lambda document: sum(map(len, texts(document))))
    yield from (by_size[at * (len(by_size) - 1) // 7] for at in range(8))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext")
def test_what_is_left_out_leaves_no_trace_on_the_pages_of_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "text.pdf"
    for document in _some():
        path.write_bytes(written(document, ["pdf"])[0]["pdf"])
        done = subprocess.run(
            ["pdftotext", "-enc", "UTF-8", "-raw", str(path), "-"], capture_output=True, check=True
        )
        told = [line for line in done.stdout.decode().replace("\f", "").split("\n") if line]
        for line in told:
            tidy(re.sub(r"^(?:[•–]|\d+\.) ", "", line))
            assert re.search(r"\w", re.sub(r"^(?:[•–]|\d+\.)", "", line)), line


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize(
    "block", [Heading(""), Heading("x"), Paragraph("a , b"), Paragraph("a  b"), Points((Item(""),))]
)
def test_a_trace_would_be_seen(form: str, block: Block) -> None:
    document = Document("en", (Title("T"), Paragraph("y"), block))
    data = written(document, [form])[0][form]
    with pytest.raises(AssertionError):
        shown = READERS[form](data)
        for _, text in shown:
            tidy(text)
        headed(shown)
