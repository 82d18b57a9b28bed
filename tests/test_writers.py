"""Every writer: any text comes back as text, nothing else does, and twice the same bytes."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from documents import (
    ANY_TEXT,
    EMOJI,
    HOSTILE,
    KNOWN_TEXT,
    NASTY,
    Page,
    W,
    bare,
    consistent,
    deep,
    documents,
    paragraphs,
    said,
    word_parts,
)
from facilitator.errors import Trouble
from facilitator.publish.document import (
    Document,
    Heading,
    Item,
    Paragraph,
    Points,
    Table,
    Title,
    lines,
    texts,
)
from facilitator.writers import pdf, plain_text, web_page, word
from facilitator.writers.formats import FORMATS, written
from facilitator.writers.scripts import Script, rightward, runs, spoken, width


def around(*some: str, language: str = "en") -> Document:
    """Those texts in every place that a document has."""
    blocks = [
        block
        for text in some
        for block in (
            *(Title(text), Heading(text), Heading(text, 4), Paragraph(text)),
            Points((Item(text, (Item(text, (Item(text),), numbered=False),)),)),
            Table((text, "n"), ((text, "1"),)),
        )
    ]
    return Document(language, tuple(blocks), some[0])


# --- the tree ---


def test_a_list_is_walked_in_reading_order_whatever_its_depth() -> None:
    points = Points((Item("a", (Item("b", (Item("c"),), numbered=False), Item("d"))), Item("e")))
    told = [(line.depth, line.number, line.among, line.text) for line in lines(points)]
    assert told == [
        *((0, None, 2, "a"), (1, 1, 2, "b"), (2, None, 1, "c"), (1, 2, 2, "d")),
        (0, None, 2, "e"),
    ]
    assert sum(1 for _ in texts(deep("x", 5_000))) == 5_002


def test_a_table_has_as_many_cells_in_every_row() -> None:
    with pytest.raises(ValueError, match="as many cells"):
        Table(("a", "b"), (("c",),))


# --- what the writers know of scripts ---


@pytest.mark.parametrize(
    ("text", "language", "to_the_right", "tongue"),
    [
        ("Peace", "en", True, "en"),
        ("15+3", "fa", False, "fa"),
        ("UN و سازمان ملل متحد", "fa", False, "fa"),
        ("صلح یک فرایند است", "en", False, "fa"),
        ("السلام عملية", "en", False, "ar"),
        ("امن کے لیے بات چیت", "en", False, "ur"),
        ("سوله او خبرې اترې", "en", False, "ps"),
        ("שלום", "en", False, "he"),
        ("An English paragraph with صلح in it", "fa", True, "en"),
        ("和平是一个过程", "en", True, "zh"),
        ("平和へのプロセス", "en", True, "ja"),
        ("평화", "en", True, "ko"),
        ("Мир", "ru", True, "ru"),
        ("The word 和平 alone", "en", True, "en"),
    ],
)
def test_direction_and_language_follow_most_of_the_letters(
    text: str, language: str, to_the_right: bool, tongue: str
) -> None:
    assert rightward(text, language) is to_the_right
    assert spoken(text, language) == tongue


@given(st.text(st.characters(exclude_categories=["Cs"])), st.booleans())
def test_a_text_cut_by_script_is_whole(text: str, to_the_right: bool) -> None:
    pieces = list(runs(text, to_the_right))
    assert "".join(piece for _, piece in pieces) == text
    assert all(piece for _, piece in pieces)
    assert all(before[0] is not behind[0] for before, behind in pairwise(pieces))


def test_what_has_no_script_goes_with_its_neighbours() -> None:
    assert list(runs("صلح (UN) است.", False)) == [
        *((Script.RIGHT, "صلح ("), (Script.LATIN, "UN"), (Script.RIGHT, ") است.")),
    ]
    assert list(runs("说“和平”。", True)) == [(Script.EAST, "说“和平”。")]


# --- plain text ---


@settings(max_examples=150, deadline=None)
@given(documents(ANY_TEXT))
def test_plain_text_has_every_text_in_order_within_its_columns(document: Document) -> None:
    data = plain_text.write(document)
    assert data == plain_text.write(document)
    told = data.decode("utf-8")
    at = 0
    wide = any(isinstance(block, Table) for block in document.blocks)
    flat = bare(told)
    if not wide:
        for text in said(document):
            at = flat.index(text, at) + len(text) if not _marked(text) else at
    assert all(width(line) <= plain_text.COLUMNS for line in told.splitlines())
    assert told.endswith("\n")
    assert not re.search(r"[^\S\n]\n", told)


def _marked(text: str) -> bool:
    """Whether a text holds what stands at line starts too, so that its place is not sure."""
    return bool(re.search("[-=~•–.0-9]", text))


def test_lists_hang_and_numbers_stand_below_each_other() -> None:
    long = "word " * 20
    numbers = tuple(Item(long if n == 9 else f"n{n}") for n in range(10))
    told = plain_text.write(Document("en", (Points((Item("top", numbers),)),))).decode()
    rows = told.splitlines()
    assert rows[:2] == ["• top", "  1.  n0"]
    assert rows[10].startswith("  10. word")
    assert rows[11].startswith("      word")


def test_a_table_is_aligned_by_the_width_of_its_letters() -> None:
    table = Table(("环节", "minutes"), (("问答", "40"), ("opening", "5")))
    told = plain_text.write(Document("zh", (table,))).decode()
    assert told.splitlines() == [
        *("环节     minutes", "-------  -------", "问答          40", "opening        5"),
    ]


def test_a_line_that_begins_with_another_script_keeps_its_direction() -> None:
    told = plain_text.write(Document("fa", (Paragraph("UN و سازمان ملل متحد"),))).decode()
    assert told.startswith("\u200fUN")
    assert not plain_text.write(Document("en", (Paragraph("UN"),))).startswith("\u200e".encode())


# --- HTML ---


@settings(max_examples=150, deadline=None)
@given(documents(ANY_TEXT))
def test_html_shows_every_text_and_nothing_else(document: Document) -> None:
    data = web_page.write(document)
    assert data == web_page.write(document)
    assert Page(data).shown() == said(document)


@pytest.mark.parametrize("text", HOSTILE + NASTY + EMOJI)
def test_hostile_text_is_text_in_html(text: str) -> None:
    document = around(text)
    page = Page(web_page.write(document))
    assert page.shown() == said(document)


def test_the_page_fetches_and_runs_nothing() -> None:
    told = web_page.write(around("صلح", "https://example.org/x.js")).decode()
    head = told[: told.index("<main>")]
    assert not re.search(r"url\(|@import|https?:|<script|<link|<img| on\w+=| src=| href=", head)
    assert "default-src 'none'" in head
    assert not re.search(r"<(script|link|img|iframe|a)\b| on\w+=| src=| href=", told)


def test_each_script_says_its_language_and_direction() -> None:
    blocks = (
        Paragraph("Peace"),
        Paragraph("صلح یک"),
        Points((Item("Peace:", (Item("صلح یک", (Item("back"),)),)),)),
    )
    told = web_page.write(Document("en", blocks)).decode()
    assert '<html lang="en">' in told
    assert "<p>Peace</p>" in told
    assert '<p lang="fa" dir="rtl">صلح یک</p>' in told
    assert '<ol lang="fa" dir="rtl">\n<li><p>صلح یک</p>\n<ol lang="en" dir="ltr">' in told
    assert '<html lang="fa" dir="rtl">' in web_page.write(Document("fa", ())).decode()


# --- Word ---


@settings(max_examples=100, deadline=None)
@given(documents(ANY_TEXT))
def test_word_holds_every_text_and_nothing_else(document: Document) -> None:
    data = word.write(document)
    assert data == word.write(document)
    parts = word_parts(data)
    told = [bare(text) for _, text in paragraphs(parts["word/document.xml"])]
    header = said(Document("en", (), document.header))
    assert header + [text for text in told if text] == said(document)
    shown = [text for name in parts if "header" in name for _, text in paragraphs(parts[name])]
    assert [text for text in map(bare, shown) if text] == header
    consistent(parts)


def _numbered(data: bytes) -> list[tuple[str, str, str]]:
    """The style, the list and the text of every paragraph."""
    told = []
    for paragraph in etree.fromstring(word_parts(data)["word/document.xml"]).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        text = "".join(each.text or "" for each in paragraph.iter(f"{W}t"))
        named, counted = (
            "" if each is None else each.get(f"{W}val", "") for each in (style, number)
        )
        told.append((named, counted, text))
    return told


def test_word_has_real_styles_and_lists_that_count_anew() -> None:
    inner = (Item("i"), Item("ii"))
    blocks = (
        *(Paragraph("over it"), Title("T"), Heading("H"), Heading("h", 3), Paragraph("p")),
        Points((Item("A", inner), Item("B", inner))),
        Points((Item("x"),), numbered=True),
    )
    data = word.write(Document("en", blocks))
    told = _numbered(data)
    assert [(style, text) for style, _, text in told] == [
        *(("Masthead", "over it"), ("Title", "T"), ("Heading1", "H"), ("Heading2", "h"), ("", "p")),
        *(("ListBullet", "A"), ("ListNumber2", "i"), ("ListNumber2", "ii")),
        *(("ListBullet", "B"), ("ListNumber2", "i"), ("ListNumber2", "ii"), ("ListNumber", "x")),
    ]
    first, same, other, again, third = (number for style, number, _ in told if "Number" in style)
    assert first == same
    assert other == again
    assert len({first, other, third}) == 3
    numbering = etree.fromstring(word_parts(data)["word/numbering.xml"])
    begun = {
        num.get(f"{W}numId"): [each.get(f"{W}val") for each in num.iter(f"{W}startOverride")]
        for num in numbering.iter(f"{W}num")
    }
    assert [begun[each] for each in (first, other, third)] == [["1"], ["1"], ["1"]]


def test_word_is_told_what_runs_from_right_to_left_and_what_is_chinese() -> None:
    document = Document("en", (Paragraph("صلح UN"), Paragraph("a 和平"), Table(("صلح",), ())))
    body = word_parts(word.write(document))["word/document.xml"].decode()
    assert "<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/>" in body
    assert '<w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="zh-CN"/>' in body
    blocks = (Table(("صلح",), ()), Paragraph("Peace"))
    turned = word_parts(word.write(Document("fa", blocks)))["word/document.xml"]
    assert b'<w:p><w:pPr><w:bidi w:val="0"/></w:pPr><w:r><w:t xml:space="preserve">Peace' in turned
    assert b"<w:bidiVisual/>" in turned
    assert b"<w:bidi/></w:sectPr>" in turned


def test_a_line_that_leads_on_stays_on_the_page_of_what_follows() -> None:
    some = (
        *(Paragraph("They said:"), Points((Item("Of trade:", (Item("it grows"),)), Item("Peace")))),
        *(Paragraph("和平："), Paragraph("صلح:\u200f"), Paragraph("At 14:00 we met.")),
    )
    data = word.write(Document("en", (Title("T"), *some)))
    body = etree.fromstring(word_parts(data)["word/document.xml"])
    kept = [
        "".join(each.text or "" for each in paragraph.iter(f"{W}t"))
        for paragraph in body.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}keepNext") is not None
    ]
    assert kept == ["They said:", "Of trade:", "和平：", "صلح:\u200f"]
    for paragraph in body.iter(f"{W}pPr"):
        tags = [each.tag.removeprefix(W) for each in paragraph]
        order = ["pStyle", "keepNext", "numPr", "bidi", "jc"]
        assert tags == sorted(tags, key=order.index), "the format wants this order"


def test_a_word_file_tells_no_author_and_no_time() -> None:
    parts = word_parts(word.write(around("Peace")))
    assert not [name for name in parts if "app.xml" in name or "custom" in name or "jpeg" in name]
    core = etree.fromstring(parts["docProps/core.xml"])
    assert {etree.QName(each).localname: each.text for each in core} == {
        **{"title": "Peace", "language": "en"},
    }
    assert not re.search(rb"python|docx|\d{4}-\d\d-\d\d", b"".join(parts.values()))


def test_a_list_deeper_than_any_page_is_written_by_all() -> None:
    made, _ = written(deep("bottom", 300), FORMATS)
    assert set(made) == set(FORMATS)
    assert b"bottom" in made["txt"]
    assert b"bottom" in word_parts(made["docx"])["word/document.xml"]


# --- PDF ---

BARE_FONTS = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext")


def _pdf_text(data: bytes, tmp_path: Path) -> str:
    path = tmp_path / "x.pdf"
    path.write_bytes(data)
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-raw", str(path), "-"], capture_output=True, check=True
    )
    return done.stdout.decode("utf-8")


@settings(max_examples=40, deadline=None)
@given(documents(KNOWN_TEXT))
def test_a_pdf_is_made_of_any_document_in_known_letters(document: Document) -> None:
    data = pdf.write(document)
    assert data.startswith(b"%PDF-")
    assert data == pdf.write(document)


@settings(max_examples=40, deadline=None)
@given(documents(ANY_TEXT))
def test_a_pdf_is_made_or_the_missing_font_is_named(document: Document) -> None:
    try:
        data = pdf.write(document)
    except Trouble as trouble:
        assert str(trouble).startswith("the PDF needs a font for ")
        assert "\n" not in str(trouble)
    else:
        assert data.startswith(b"%PDF-")


def test_nothing_in_a_text_is_read_as_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[dict[str, str]] = []
    real = pdf.typst.compile

    def compile(source: bytes, **more: object) -> bytes:
        assert source == (Path(pdf.__file__).parent / "page.typ").read_bytes()
        handed.append(more["sys_inputs"])  # type: ignore[arg-type]
        return real(source, **more)  # type: ignore[arg-type, return-value, call-overload]

    monkeypatch.setattr(pdf.typst, "compile", compile)
    pdf.write(around(*(text for text in HOSTILE if text.isascii())))
    assert [list(each) for each in handed] == [["document"]]


def test_signs_stand_on_the_side_where_their_point_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[str] = []
    monkeypatch.setattr(
        *(pdf.typst, "compile"), lambda _, **more: handed.append(more["sys_inputs"]["document"])
    )
    inner = (Item("یک"), Item("two"), Item("три"), Item("四"), Item("پنج"))
    outer = Points((Item("صلح", inner), Item("peace"), Item("мир"), Item("和平"), Item("گفت")))
    document = Document("en", (outer,))
    pdf.write(document)
    (block,) = json.loads(handed[0])["blocks"]

    def sides(groups: list[dict[str, Any]]) -> list[tuple[bool, list[int | None]]]:
        return [(each["rightward"], [i["number"] for i in each["items"]]) for each in groups]

    assert sides(block["groups"]) == [(False, [None]), (True, [None] * 3), (False, [None])]
    below = block["groups"][0]["items"][0]["below"]
    assert sides(below) == [(False, [1]), (True, [2, 3, 4]), (False, [5])]
    body = etree.fromstring(word_parts(word.write(document))["word/document.xml"])
    found = [each.find(f"{W}pPr/{W}bidi") is None for each in body.iter(f"{W}p")]
    assert found == [rightward(line.text, "en") for line in lines(outer)]
    told = web_page.write(document).decode()
    assert re.findall(r"<(ul|ol|li)[^>]*?(?: dir=\"(\w+)\")?><?p?>?\s*(\w*)", told) == [
        *(("ul", "rtl", ""), ("li", "", "صلح"), ("ol", "", ""), ("li", "", "یک")),
        *(("li", "ltr", "two"), ("li", "ltr", "три"), ("li", "ltr", "四"), ("li", "", "پنج")),
        *(("li", "ltr", "peace"), ("li", "ltr", "мир"), ("li", "ltr", "和平"), ("li", "", "گفت")),
    ]
    # The room for a sign is its point's own: that of the list is on one side for all.
    assert re.search(r"ul, ol \{[^}]*padding: 0;", told)
    assert re.search(r"li \{[^}]*margin-inline-start: 1.75em;", told)


@BARE_FONTS
def test_a_pdf_shows_hostile_texts_as_they_are(tmp_path: Path) -> None:
    plain = [text for text in HOSTILE if text.isascii() and len(text) < 60]
    told = bare(_pdf_text(pdf.write(around(*plain)), tmp_path))
    for text in plain:
        assert told.count(bare(text)) >= 7, text


def test_a_pdf_tells_no_author_and_no_time() -> None:
    data = pdf.write(Document("en", (Title("Peace"), Paragraph("p"))))
    assert not re.search(rb"/Author|/CreationDate|/ModDate|CreateDate|ModifyDate|dc:creator", data)
    assert b"Peace" in data


@pytest.fixture
def bundled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer that has no fonts of its own."""
    alone = pdf.typst.Fonts(include_system_fonts=False)
    monkeypatch.setattr(pdf, "fonts", lambda: alone)


@pytest.mark.usefixtures("bundled")
@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("صلح", "a font for Arabic (حصل): install Noto Naskh Arabic, or "),
        ("和平", "a font for Chinese (和平): install Noto Serif CJK SC, or "),
        ("평화", "a font for Korean (평화): install Noto Serif CJK KR, or "),
        ("አማ", "a font for Ethiopic (ማአ): install Noto Sans Ethiopic, or "),
        (
            "صلح and 和平",
            "a font for Arabic (حصل) and for Chinese (和平): install Noto Naskh Arabic and"
            " Noto Serif CJK SC, or ",
        ),
    ],
)
def test_a_missing_font_is_named(text: str, named: str) -> None:
    with pytest.raises(Trouble) as raised:
        pdf.write(Document("en", (Title("T"), Paragraph(text))))
    assert f"the PDF needs {named}" in str(raised.value)


@pytest.mark.usefixtures("bundled")
def test_what_is_bundled_serves_europe() -> None:
    some = ("Peace – “it’s”", "Мир: процесс", "Ειρήνη", "Młodzież İçin Țară", "→ ≤ ✓ €")
    assert pdf.write(around(*some)).startswith(b"%PDF-")


def test_headings_are_read_out_without_a_level_left_out() -> None:
    blocks = (Heading("deep first", 6), Title("T"), Heading("x", 4), Heading("y", 2))
    assert pdf.write(Document("en", blocks)).startswith(b"%PDF-")
