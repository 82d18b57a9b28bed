"""One XML part of a Word file, read element by element into stretches of text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from facilitator.files import word_words as words
from facilitator.files.manuscript import Sort
from facilitator.files.word_attributes import Attributes
from facilitator.files.word_gathered import Gathered, Malformed
from facilitator.files.word_paragraphs import Stretch

DEPTH_CAP = 400
"""Elements within each other; a table in a text box in a table needs sixty."""

ELEMENTS_CAP = 2_000_000
"""Elements in all parts together; 200 pages have a tenth."""

ATTRIBUTES_CAP = 10_000
"""Attributes of one element, which a parser holds in memory all at once."""

_LONG_TAG = re.compile(rb"<[^<]{100000,}")
_IDLE_CODE = re.compile(
    r'(?:PAGE|NUMPAGES|SECTIONPAGES|(?:PAGEREF|REF|HYPERLINK\s+\\l)\s+"?_(?:Toc|Ref|Hlk)\d+"?)'
    r"(?:\s+\\[a-z*]|\s+MERGEFORMAT)*"
)
_NOTES = frozenset(("comment", "footnote", "endnote"))
_BETWEEN_PARAGRAPHS = frozenset(("tbl", "sdt", "sectPr"))
_BOXES = frozenset(("txbxContent", "textbox"))


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read, or that waits because its end was deleted."""

    stretch: Stretch
    depth: int
    waits: bool = False
    mark: int = 0
    code: str = ""
    ruby: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Alternative:
    """One thing written twice, for new programs and for old ones."""

    begun: int
    fallback: int
    inline: _Open | None
    pieces: int
    aside: bool = False


class PartReader:
    """Reads one part. `prefix` says in which archive within the archive it stands."""

    def __init__(self, gathered: Gathered, prefix: str, name: str) -> None:
        self._gathered = gathered
        self._prefix = prefix
        self._name = name
        self._kind = ""
        self._label = ""
        self._attributes = Attributes(gathered, prefix, "", "")
        self._stack: list[str] = []
        self._open: list[_Open] = []
        self._loose: list[str] = []
        self._changes = {1: 0, 2: 0}
        self._paragraphs = 0
        self._tables: list[list[int]] = []
        self._table_count = 0
        self._cells: list[list[tuple[int, int]]] = []
        self._places: list[str] = []
        self._notes = 0
        self._alternatives: list[_Alternative] = []
        self._note = ""
        self._property = ""

    def read(self, data: bytes) -> None:
        """Read the whole part. Raises `Malformed`."""
        if any(tag.group().count(b"=") > ATTRIBUTES_CAP for tag in _LONG_TAG.finditer(data)):
            raise Malformed("holds an element with too many attributes")
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.CommentHandler = self._remark
        parser.ProcessingInstructionHandler = lambda _, text: self._remark(text)
        parser.StartDoctypeDeclHandler = _refuse_types
        try:
            # In one piece: fed in portions, one long tag would be read again for each.
            parser.Parse(data, True)
        except (expat.ExpatError, LookupError, ValueError):
            raise Malformed("is not well-formed XML") from None
        while self._open:
            self._flush()

    # Elements

    def _start(self, full: str, attributes: Mapping[str, str]) -> None:
        name = full.rpartition(" ")[2]
        self._loosen()
        stack = self._stack
        stack.append(name)
        self._gathered.elements += 1
        if len(stack) == 1:
            self._kind = words.PARTS.get(name, self._name)
            self._label = (self._prefix + self._kind).removesuffix(", ")
            self._attributes = Attributes(self._gathered, self._prefix, self._kind, self._label)
        if len(stack) > DEPTH_CAP or self._gathered.elements > ELEMENTS_CAP:
            raise Malformed("nests too deeply or holds too many elements")
        top = self._open[-1] if self._open else None
        if name == "p" or name == "si":
            self._paragraph(top)
        elif top is not None and top.waits and name in _BETWEEN_PARAGRAPHS:
            if top.depth == len(stack):
                self._flush()
        elif name in words.CHANGES:
            if stack[-2:-1] == ["rPr"] and stack[-3:-2] == ["pPr"] and top is not None:
                top.mark |= words.CHANGES[name]
            self._changes[words.CHANGES[name]] += 1
        elif name in words.CHARACTERS:
            self._put(words.CHARACTERS[name], top)
        elif name == "sym":
            self._symbol(attributes, top)
        elif name == "fldChar":
            self._end_of_code(top)
        elif name in ("rt", "rPh"):
            self._open.append(_Open(Stretch(self._place()), len(stack)))
        if name in _CONTAINERS:
            self._enter(name, attributes)
        if attributes:
            self._attributes.read(
                name, stack[-2] if len(stack) > 1 else "", attributes, self._notes
            )

    def _end(self, full: str) -> None:
        self._loosen()
        stack = self._stack
        name = stack.pop()
        while self._open and self._open[-1].waits and self._open[-1].depth > len(stack) + 1:
            self._flush()
        if name == "p" or name == "si":
            self._paragraph_ends()
        elif name in words.CHANGES:
            self._changes[words.CHANGES[name]] -= 1
        elif name in ("rt", "rPh"):
            ruby = self._open.pop()
            if self._open:
                self._open[-1].ruby += [*ruby.ruby, ruby.stretch.plain()]
            else:
                self._open.append(ruby)
                self._flush()
        if name in _CONTAINERS:
            self._leave(name)

    def _characters(self, text: str) -> None:
        name = self._stack[-1]
        if self._open and not self._open[-1].waits:
            if name in words.TEXT:
                self._put(_LINE.sub(" ", text), self._open[-1])
                return
            if name in words.CODES:
                self._open[-1].code += text
                return
        if name not in words.NO_TEXT:
            self._loose.append(text)

    def _remark(self, text: str) -> None:
        self._gathered.value(f"{self._label}, XML remark".removeprefix(", "), text)

    def _loosen(self) -> None:
        """Characters that stand in no paragraph: a property, a cell, a custom element."""
        if not self._loose:
            return
        text = "".join(self._loose)
        self._loose.clear()
        if not any(map(str.isalpha, text)):
            return
        element = self._stack[-1]
        sort = Sort.NAME if element in words.PEOPLE_PROPERTIES else Sort.VALUE
        if self._kind != "properties":
            self._gathered.value(self._label or "text", text, sort)
            return
        if words.PERSONAL.search(self._property):
            sort = Sort.NAME
        name = self._property or self._stack[:2][-1]
        self._gathered.value(f"{self._label}: {name}", text, sort)

    # Paragraphs

    def _paragraph(self, top: _Open | None) -> None:
        if top is not None and top.waits and top.depth == len(self._stack):
            top.waits, top.mark = False, 0
            return
        sort = Sort.LABEL if self._cells and self._places[-1:] == ["cell"] else Sort.PROSE
        self._open.append(_Open(Stretch(self._place(), sort), len(self._stack)))

    def _paragraph_ends(self) -> None:
        paragraph = self._open[-1]
        self._end_of_code(paragraph)
        if not self._places and paragraph.stretch.spoken:
            self._paragraphs += 1
        if paragraph.mark:
            paragraph.stretch.pieces.append((None, paragraph.mark))
            paragraph.waits = True
        else:
            self._flush()

    def _flush(self) -> None:
        done = self._open.pop()
        self._gathered.put(done.stretch)
        if done.ruby:
            text = " ".join(done.ruby)
            self._gathered.put(Stretch(f"{done.stretch.place}, ruby", Sort.VALUE, [(text, 0)]))

    def _put(self, text: str, top: _Open | None) -> None:
        if top is None or top.waits or "tabs" in self._stack[-3:]:
            return
        changes = (1 if self._changes[1] else 0) | (2 if self._changes[2] else 0)
        top.stretch.put(text, changes)

    def _symbol(self, attributes: Mapping[str, str], top: _Open | None) -> None:
        for name, value in attributes.items():
            if name.endswith(" char"):
                code = int(value, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,5}", value) else 0
                if code and not 0xD800 <= code < 0xE000:
                    self._put(chr(code), top)

    def _end_of_code(self, top: _Open | None) -> None:
        if top is None or not top.code:
            return
        code, top.code = top.code.strip(), ""
        if not _IDLE_CODE.fullmatch(code):
            self._gathered.value(f"{top.stretch.place}, field code", code)

    # Where it stands

    def _place(self) -> str:
        said = [self._label] if self._label else []
        places = self._places
        if self._kind == "" and not {"note", "cell"} & set(places):
            said.append(f"paragraph {self._paragraphs + 1}")
        if "note" in places:
            said.append(f"{self._note} {self._notes}")
        if "cell" in places and self._tables:
            table, row, column = self._tables[-1]
            said.append(f"table {table}, row {row}, column {column}")
        if "box" in places:
            said.append("text box")
        return ", ".join(said) or "text"

    def _enter(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "tbl":
            self._table_count += 1
            self._tables.append([self._table_count, 0, 0])
        elif name == "tr" and self._tables:
            self._tables[-1][1:] = [self._tables[-1][1] + 1, 0]
            self._cells.append([])
        elif name == "tc" and self._tables:
            self._tables[-1][2] += 1
            self._places.append("cell")
            if self._cells:
                begun = len(self._gathered.stretches)
                self._cells[-1].append((begun, begun))
        elif name in _NOTES:
            kind = next((v for k, v in attributes.items() if k.endswith(" type")), "normal")
            self._note = name
            self._notes += kind == "normal"
            self._places.append("note")
        elif name in _BOXES:
            self._places.append("box")
        elif name == "property":
            self._property = next((v for k, v in attributes.items() if k == "name"), "")
        elif name == "AlternateContent":
            top = self._open[-1] if self._open else None
            begun = len(self._gathered.stretches)
            pieces = len(top.stretch.pieces) if top else 0
            self._alternatives.append(_Alternative(begun, begun, top, pieces))
        elif name == "Fallback" and self._alternatives:
            self._fallback(self._alternatives[-1])

    def _leave(self, name: str) -> None:
        if name == "tbl" and self._tables:
            self._tables.pop()
        elif name == "tr" and self._cells:
            self._labels(self._cells.pop())
        elif name == "tc" and self._places[-1:] == ["cell"]:
            self._places.pop()
            if self._cells and self._cells[-1]:
                begun, _ = self._cells[-1][-1]
                self._cells[-1][-1] = (begun, len(self._gathered.stretches))
        elif name in _NOTES or name in _BOXES:
            self._places.pop()
        elif name == "property":
            self._property = ""
        elif name == "Fallback" and self._alternatives:
            self._alternative_ends(self._alternatives[-1])
        elif name == "AlternateContent" and self._alternatives:
            self._alternatives.pop()

    def _labels(self, cells: list[tuple[int, int]]) -> None:
        """Only a cell of one paragraph with a filled one behind it can be a label."""
        for place, (begun, ended) in enumerate(cells):
            last = place + 1 == len(cells) or cells[place + 1][0] == cells[place + 1][1]
            if last or ended - begun != 1:
                for stretch in self._gathered.stretches[begun:ended]:
                    if stretch.sort is Sort.LABEL:
                        stretch.sort = Sort.PROSE

    def _fallback(self, both: _Alternative) -> None:
        both.fallback = len(self._gathered.stretches)
        top = self._open[-1] if self._open else None
        if top is not None and top is both.inline and len(top.stretch.pieces) > both.pieces:
            both.aside = True
            self._open.append(_Open(Stretch(top.stretch.place), len(self._stack)))

    def _alternative_ends(self, both: _Alternative) -> None:
        """Keep of the second writing only what the first one does not say."""
        if both.aside and both.inline is not None:
            aside = self._open.pop().stretch
            said = "".join(text or "" for text, _ in both.inline.stretch.pieces[both.pieces :])
            if aside.plain() != said:
                self._gathered.put(aside)
        kept = self._gathered.stretches
        first = {each.plain() for each in kept[both.begun : both.fallback]}
        kept[both.fallback :] = [e for e in kept[both.fallback :] if e.plain() not in first]


def _refuse_types(*_: object) -> None:
    raise Malformed("declares a document type, which no word processor writes")


_LINE = re.compile(r"[\r\n\t]")
_CONTAINERS = frozenset(
    ("tbl", "tr", "tc", "property", "Fallback", "AlternateContent", *_NOTES, *_BOXES)
)
