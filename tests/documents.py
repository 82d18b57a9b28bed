"""Any document, for tests of what is written from one, and how to look into what was written."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser

from hypothesis import strategies as st
from lxml import etree

from facilitator.publish.document import (
    Document,
    Heading,
    Item,
    Paragraph,
    Points,
    Table,
    Title,
    texts,
)
from facilitator.writers.scripts import printable

HOSTILE = (
    *('<script>alert("1")</script>', "</style><b>&amp;", "<!-- x -->", "]]>", "a < b & c > d"),
    *('#read("/etc/passwd")', "@cite <label>", "$x^2$ *b* _i_ `c` // no /* y */", "\\u{41} \\ \\n"),
    *("\"q\" 'q' ~ -- --- ... #sys.inputs", "= no heading", "- no list", "1. no number"),
    *("{{x}} {x} %s %(x)s", "{ PAGE }", "PAGE \\* MERGEFORMAT", "=1+2", "javascript:alert(1)"),
    *("صلح یک فرایند است (UN 15+3).", "گفت‌وگو", "שלום עולם", "和平“需要”所有人，（一起）。"),
    *("平和と対話", "평화와 대화", "Мир — это процесс", "Straße ﬁne e\u0301 ½", "a\u00a0b  c"),
    *("x" * 200, "مسیر" * 40, "和" * 90, "https://example.org/" + "a/" * 60),
)
"""Texts that some format would read as its own, or sets in another way."""

NASTY = (
    *("a\x00b\x0bc\x1b[31m", "line\nbreak\r\nand\ttab", "\u202eevil\u2066x\u2069", "\ufeff\ufffe"),
    *("\ue000private", "\u2028\u2029", "\ud7ff\U0010ffff", "", " ", "\u200b", "\u0301", "\u200f"),
)
"""Texts with characters that no cleaned text has."""

EMOJI = ("👩‍👩‍👧", "❤️ ok", "☞ 1️⃣", "🇦🇫")

ANY_TEXT = st.one_of(
    st.sampled_from(HOSTILE + NASTY + EMOJI),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.text("ab صلح،(12)和。 -\u200c\u0301", max_size=60),
)
KNOWN_TEXT = st.one_of(
    st.sampled_from([text for text in HOSTILE if text.isascii() or "Мир" in text]),
    st.text("abc ABC 123 .,;:!?()'\"#$@\\*_`<>&[]{}~^/|-=+%äöüñçжщю–—’“”", max_size=80),
)
"""Texts in letters that every installation can set."""


def documents(some: st.SearchStrategy[str]) -> st.SearchStrategy[Document]:
    """Documents of every kind of block, nested to some depth."""
    labels = st.sampled_from(["", "[3]"])
    items = st.recursive(
        st.builds(Item, some, label=labels),
        lambda below: st.builds(
            Item, some, st.lists(below, max_size=3).map(tuple), st.booleans(), labels
        ),
        max_leaves=12,
    )
    tables = st.integers(1, 6).flatmap(
        lambda width: st.builds(
            Table,
            st.tuples(*[some] * width),
            st.lists(st.tuples(*[some] * width), max_size=3).map(tuple),
        )
    )
    blocks = st.one_of(
        st.builds(Title, some),
        st.builds(Heading, some, st.integers(2, 9)),
        st.builds(Paragraph, some),
        st.builds(Points, st.lists(items, max_size=4).map(tuple), st.booleans()),
        tables,
    )
    return st.builds(
        Document,
        st.sampled_from(["en", "fa", "ru", "zh", "ur-PK", "de-CH"]),
        st.lists(blocks, max_size=6).map(tuple),
        some,
    )


def deep(text: str, depth: int) -> Document:
    """A list as deep as asked for, with that text at its bottom."""
    item = Item(text)
    for number in range(depth):
        item = Item(f"level {number}", (item,), numbered=number % 2 == 0)
    return Document("en", (Title("Deep"), Points((item,))))


def said(document: Document) -> list[str]:
    """Every text that must be found again, without spaces and marks that take no place."""
    return [text for text in (bare(printable(text)) for text in texts(document)) if text]


def bare(text: str) -> str:
    """The text without what a writer may add where a line ends."""
    return re.sub("[\\s\u200b\u200e\u200f]", "", text)


class Page(HTMLParser):
    """A page of HTML as its reader sees it; anything not closed or not allowed is an error."""

    ALLOWED = frozenset(
        "html head meta title style body div header main h1 h2 h3 h4 h5 h6 p ul ol li table thead"
        " tbody tr th td".split()
    )
    ATTRIBUTES = frozenset({"lang", "dir", "class", "scope", "charset", "name", "content"})

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.parts: list[tuple[str, str]] = []
        self.own: list[dict[str, str | None]] = []
        self.feed(data.decode("utf-8"))
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.ALLOWED, tag
        assert {name for name, _ in attrs} <= self.ATTRIBUTES | {"http-equiv"}, attrs
        if tag != "meta":
            self.open.append(tag)
            self.own.append(dict(attrs))
            self.parts.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.own.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style" and data.strip():
            tag, before = self.parts[-1]
            assert tag == self.open[-1], "words stand in a block of their own"
            self.parts[-1] = (tag, before + data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)

    def shown(self) -> list[str]:
        """The texts of the body in order."""
        body = [tag for tag, _ in self.parts].index("body")
        return [text for text in (bare(text) for _, text in self.parts[body:]) if text]


R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word_parts(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file by name; every one that is XML is well-formed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        parts = {name: package.read(name) for name in package.namelist()}
        assert len(parts) == len(package.namelist())
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part)
    return parts


def paragraphs(part: bytes) -> Iterator[tuple[str, str]]:
    """The style and the text of every paragraph in a part of a Word file."""
    for paragraph in etree.fromstring(part).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        text = "".join(each.text or "" for each in paragraph.iter(f"{W}t"))
        yield ("" if style is None else style.get(f"{W}val", ""), text)


def consistent(parts: dict[str, bytes]) -> None:
    """Every style, list, part and link that is named is there, and none but those is."""
    body = etree.fromstring(parts["word/document.xml"])
    styles = etree.fromstring(parts["word/styles.xml"])
    numbering = etree.fromstring(parts["word/numbering.xml"])
    ids = [style.get(f"{W}styleId") for style in styles.iter(f"{W}style")]
    assert len(ids) == len(set(ids))
    for tag in ("pStyle", "tblStyle"):
        assert {each.get(f"{W}val") for each in body.iter(f"{W}{tag}")} <= set(ids)
    for tag in ("basedOn", "next", "link"):
        assert {each.get(f"{W}val") for each in styles.iter(f"{W}{tag}")} <= set(ids)
    nums = [num.get(f"{W}numId") for num in numbering.iter(f"{W}num")]
    assert len(nums) == len(set(nums))
    for part in (body, styles):
        assert {each.get(f"{W}val") for each in part.iter(f"{W}numId")} <= {*nums, "0"}
    for name in parts:
        if name.endswith(".rels"):
            folder = name.replace("_rels/", "").rpartition("/")[0]
            for rel in etree.fromstring(parts[name]):
                if rel.get("TargetMode") != "External":
                    target = rel.get("Target", "")
                    place = target.lstrip("/") if target[0] == "/" else f"{folder}/{target}"
                    assert place.lstrip("/") in parts, (name, target)
    for name, part in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            folder, _, file = name.rpartition("/")
            links = parts.get(f"{folder}/_rels/{file}.rels", b"<none/>")
            given = {rel.get("Id") for rel in etree.fromstring(links)}
            root = etree.fromstring(part)
            used = {v for each in root.iter() for k, v in each.items() if k.startswith(f"{{{R}}}")}
            assert used <= given, (name, used - given)
