"""Markdown out: read by a CommonMark and a GFM reader, every text comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from facilitator.publish.document import (
    Block,
    Document,
    Heading,
    Item,
    Paragraph,
    Points,
    Table,
    Title,
)
from facilitator.writers import markdown

READERS = {
    "commonmark": MarkdownIt("commonmark"),
    "gfm": MarkdownIt("commonmark").enable(["table", "strikethrough"]),
}

HOSTILE = [
    *("[/", "[/]", "<script>alert(1)</script>", "&amp;", "Q & A", "&#35;", "1. one", "1) one"),
    *("# no heading", "a # b #", "#", "- dash", "+ plus", "* star", "> quote", "---", "***", "___"),
    *("===", "```", "~~~", "~~gone~~", "a_b", "_a_", "__a__", "`code`", "a\\", "\\*", "!"),
    *("![x](y)", "[x](http://y)", "[x]: http://y", "[ ] task", "| a | b |", "|---|", "<b", "a < b"),
    *("<!-- x", "<?php", "http://a.org/_b_?c=1&amp;d", "<http://a.org>", "www.a.org/*b*", "123."),
    *(
        "2020. A year",
        "صلح [/ و <b> گفت‌وگو",
        "\u200f1. راست",
        "a  b",
        "-",
        "+",
        "- - -",
        "https://x",
    ),
    *("¶ & © &copy;", "self-made, it’s 3.5 – fine!", "::: note", "$x$", "a*b*c", "{#id}", "-- x"),
]
TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text("*_`[]<>#+-1.|\\~&!;=: ()ab\"'/‏صل", min_size=1),
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1),
).map(lambda text: " ".join(text.split()))
SOME = TEXTS.filter(bool)
ITEMS = st.recursive(
    st.builds(Item, SOME),
    lambda below: st.builds(
        Item, SOME, st.lists(below, min_size=1, max_size=12).map(tuple), st.booleans()
    ),
    max_leaves=15,
)
BLOCKS = st.one_of(
    st.builds(Title, SOME),
    st.builds(Heading, SOME, st.integers(2, 6)),
    st.builds(Paragraph, SOME),
    st.builds(Points, st.lists(ITEMS, min_size=1).map(tuple), st.booleans()),
)
TABLES = st.integers(1, 4).flatmap(
    lambda width: st.builds(
        Table,
        st.tuples(*[TEXTS] * width),
        st.lists(st.tuples(*[TEXTS] * width), max_size=3).map(tuple),
    )
)
DOCUMENTS = st.builds(Document, st.just("en"), st.lists(BLOCKS, max_size=5).map(tuple))


def _plain(node: SyntaxTreeNode) -> str:
    """The text of an inline node; anything but text in it is somebody's markup."""
    assert {child.type for child in node.children} <= {"text"}, node.children
    return "".join(child.content for child in node.children)


def _only(node: SyntaxTreeNode) -> str:
    (inline,) = node.children
    return _plain(inline)


def _items(node: SyntaxTreeNode) -> tuple[Item, ...]:
    items: list[Item] = []
    for each in node.children:
        first, *more = each.children
        assert first.type == "paragraph"
        assert len(more) <= 1
        below = _items(more[0]) if more else ()
        numbered = more[0].type == "ordered_list" if more else True
        items.append(Item(_only(first), below, numbered))
    return tuple(items)


def _rows(node: SyntaxTreeNode) -> Table:
    head, *rows = [
        tuple(_only(cell) for cell in row.children)
        for part in node.children
        for row in part.children
    ]
    return Table(head, tuple(rows))


def read(text: str, reader: MarkdownIt) -> Document:
    """The document that such a reader sees."""
    blocks: list[Block] = []
    for node in SyntaxTreeNode(reader.parse(text)).children:
        if node.type == "heading":
            level = int(node.tag[1:])
            blocks.append(Title(_only(node)) if level == 1 else Heading(_only(node), level))
        elif node.type in ("bullet_list", "ordered_list"):
            blocks.append(Points(_items(node), numbered=node.type == "ordered_list"))
        elif node.type == "table":
            blocks.append(_rows(node))
        else:
            assert node.type == "paragraph", node.type
            blocks.append(Paragraph(_only(node)))
    return Document("en", tuple(blocks))


def write(document: Document) -> str:
    return markdown.write(document).decode("utf-8")


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_as_text_everywhere(text: str, reader: MarkdownIt) -> None:
    document = Document(
        "en",
        (
            *(Title(text), Heading(text), Paragraph(text), Paragraph(text)),
            Points((Item(text, (Item(text), Item(text, (Item(text),)))), Item(text))),
        ),
    )
    assert read(write(document), reader) == document


@settings(max_examples=200, deadline=None)
@given(DOCUMENTS)
@example(Document("en", (Points((Item("a"),)), Points((Item("b"),)))))
@example(Document("en", (Points((Item("a"),), True), Points((Item("b"),), True))))
@example(Document("en", (Points(tuple(Item("a", (Item("b"),)) for _ in range(12)), True),)))
def test_any_document_comes_back_whole(document: Document) -> None:
    text = write(document)
    for reader in READERS.values():
        assert read(text, reader) == document
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    assert write(document) == text


@settings(max_examples=100, deadline=None)
@given(st.one_of(TABLES, st.builds(Table, st.just(("a", "|")), st.just((("\\", "x|"),)))))
def test_any_table_comes_back_whole(table: Table) -> None:
    document = Document("en", (Heading("h"), table, Paragraph("p")))
    assert read(write(document), READERS["gfm"]) == document


def test_a_column_of_numbers_stands_flush_right() -> None:
    table = Table(("part", "minutes"), (("talk", "20"), ("break", "—")))
    told = "| part | minutes |\n| --- | ---: |\n| talk | 20 |\n| break | — |\n"
    assert write(Document("en", (table,))) == told


def test_who_may_read_it_stands_above_the_text() -> None:
    assert write(Document("en", (Title("T"),), "*Hosts* only")) == "\\*Hosts\\* only\n\n# T\n"


def test_prose_is_left_as_it_is() -> None:
    prose = (
        "It’s a well-known, multi-aligned state (15+3); cost: 3.5 – 4% of GDP! Q & A follow_up,"
        " see https://example.org/a-b?c=1&d=2 or write to first_last@example.org. 5 > 4 < 6 #1."
    )
    assert write(Document("en", (Paragraph(prose),))) == f"{prose}\n"


def test_bullets_stand_outside_and_numbers_inside() -> None:
    points = Points((Item("A:", (Item("b"), Item("c", (Item("e"),), numbered=False))), Item("D")))
    told = "# T\n\n- A:\n   1. b\n   2. c\n      - e\n- D\n"
    assert write(Document("en", (Title("T"), points))) == told


def test_html_is_inert_even_where_markdown_is_not_read() -> None:
    assert "<" not in write(Document("en", (Paragraph("<script>x</script><!-- y"),)))


def test_an_address_that_needs_escapes_is_no_link() -> None:
    # GFM would show the backslashes inside a link's text.
    told = write(Document("en", (Paragraph("see https://a.org/_b_ and www.a.org/~x"),)))
    assert told == "see https\\://a.org/\\_b\\_ and www\\.a.org/\\~x\n"


def test_line_breaks_in_a_text_do_not_break_its_block() -> None:
    told = write(Document("en", (Paragraph("a\n\n# b"), Points((Item("c\n- d"),)))))
    assert told == "a # b\n\n- c - d\n"
