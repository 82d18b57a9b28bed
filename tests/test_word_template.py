"""A house's own Word file: its look is taken over, what it tells of people is not."""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from documents import ANY_TEXT, W, bare, consistent, documents, paragraphs, said, word_parts
from facilitator.errors import Trouble
from facilitator.publish.document import Document, Heading, Item, Paragraph, Points, Table, Title
from facilitator.writers import word
from facilitator.writers.pictures import without_remarks
from facilitator.writers.word_parts import SPACES
from letterhead import PNG, SECRET, letterhead

DOCUMENT = Document(
    "en",
    (
        *(Title("Peace"), Heading("Points"), Paragraph("p"), Table(("a",), (("b",),))),
        Points((Item("A", (Item("i"), Item("ii"))), Item("B", (Item("i"),)))),
    ),
    "Participants only",
)


def test_the_letterhead_stands_and_says_who_may_read_the_text() -> None:
    data, remarks = word.write_like(DOCUMENT, letterhead())
    parts = word_parts(data)
    head = next(part for name, part in parts.items() if re.match(r"word/header", name))
    assert [text for _, text in paragraphs(head)] == [
        *("The House of Peace house.example (map)", "Participants only"),
    ]
    foot = next(part for name, part in parts.items() if re.match(r"word/footer", name))
    assert b" PAGE " in foot
    assert [text for _, text in paragraphs(foot)] == ["page 7"]
    page = etree.fromstring(parts["word/document.xml"]).find(f".//{W}pgSz")
    assert page is not None
    assert page.get(f"{W}w") == "12240"
    assert without_remarks(PNG) in parts.values()
    assert word.write_like(DOCUMENT, letterhead()) == (data, remarks)


def test_nothing_of_the_template_tells_of_people_times_or_places() -> None:
    data, remarks = word.write_like(DOCUMENT, letterhead())
    parts = word_parts(data)
    for name, part in parts.items():
        assert SECRET.encode() not in part, name
        assert not re.search(rb"2020-05|rsid|00AB12CD|track\.example|file:|C:[/\\]", part), name
        assert not re.search(rb"<w:(ins\b|del|comment|perm|bookmark|sdt|docVar|rPrChange)", part), (
            name
        )
        assert not re.search(rb"AUTHOR|FILENAME|LASTSAVEDBY|trackRevisions|enforcement", part), name
    assert not [name for name in parts if re.search("app|comments|custom", name)]
    assert b"https://house.example/" in b"".join(parts.values())
    assert remarks[0] == (
        "left out of the template's header and footer: the fields AUTHOR, FILENAME, IF, LASTSAVEDBY"
    )


def test_the_houses_styles_are_used_and_ours_stand_in() -> None:
    data, remarks = word.write_like(DOCUMENT, letterhead())
    parts = word_parts(data)
    told = [
        each for each in paragraphs(parts["word/document.xml"]) if each[1] not in ("", "a", "b")
    ]
    assert told == [
        *(("Titel", "Peace"), ("berschrift1", "Points"), ("", "p"), ("Aufz", "A")),
        *(("ListNumber21", "i"), ("ListNumber21", "ii"), ("Aufz", "B"), ("ListNumber21", "i")),
    ]
    styles = etree.fromstring(parts["word/styles.xml"])
    named = {each.get(f"{W}styleId"): each for each in styles.iter(f"{W}style")}
    assert named["ListNumber21"].find(f"{W}basedOn").get(f"{W}val") == "Standard"
    assert named["Titel"].find(f".//{W}color").get(f"{W}val") == "7A0019"
    assert remarks[-1] == (
        "the template has no style 'List Number 2', 'header': ours is used instead"
    )


def test_a_first_page_of_its_own_says_it_too() -> None:
    parts = word_parts(word.write_like(DOCUMENT, letterhead(first=True))[0])
    heads = [part for name, part in parts.items() if re.fullmatch(r"word/header\d\.xml", name)]
    assert sorted([text for _, text in paragraphs(head)][-1] for head in heads) == [
        *("Participants only", "Participants only"),
    ]


def test_a_file_with_nothing_but_a_body_serves() -> None:
    bare_file = letterhead(
        document=f"<w:document {SPACES}><w:body/></w:document>",
        styles="",
        settings=f"<w:settings {SPACES}/>",
    )
    parts = word_parts(word.write_like(DOCUMENT, bare_file)[0])
    assert [t for _, t in paragraphs(parts["word/document.xml"]) if t][:2] == ["Peace", "Points"]


@settings(max_examples=40, deadline=None)
@given(documents(ANY_TEXT))
def test_any_document_is_whole_in_the_houses_file(document: Document) -> None:
    data, _ = word.write_like(document, letterhead())
    consistent(word_parts(data))
    told = [bare(text) for _, text in paragraphs(word_parts(data)["word/document.xml"])]
    header = said(Document("en", (), document.header))
    assert header + [text for text in told if text] == said(document)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is no .docx file, or it has a password"),
        (b"\xd0\xcf\x11\xe0 an old or a locked file", "it is no .docx file, or it has a password"),
        (letterhead()[:-400], "it is no .docx file, or it has a password"),
        (letterhead(document="<w:document"), "it is damaged"),
        (letterhead(document=None), "it is damaged"),
        (letterhead(styles="<w:style>"), "it is damaged"),
        (letterhead(kind="template.main"), "it is not a plain .docx: save it as one"),
    ],
)
def test_a_broken_template_is_one_clear_line(data: bytes, why: str) -> None:
    with pytest.raises(Trouble, match=r"^cannot use the template: ") as raised:
        word.write_like(DOCUMENT, data)
    assert why in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_template_that_would_fill_the_memory_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for number in range(5):
            package.writestr(f"{number}", bytes(2**24))
    with pytest.raises(Trouble, match="larger than 64 MiB when unpacked"):
        word.write_like(DOCUMENT, made.getvalue())


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_a_damaged_template_is_refused_or_used_never_a_crash(seed: int, times: int) -> None:
    chance = random.Random(seed)
    parts = {name: bytearray(part) for name, part in TEMPLATE_PARTS.items()}
    for _ in range(times):
        part = parts[chance.choice(sorted(parts))]
        place = chance.randrange(len(part))
        match chance.randrange(3):
            case 0:
                part[place] = chance.randrange(256)
            case 1:
                del part[place : place + chance.randrange(40)]
            case _:
                part[place:place] = chance.choice([b"<w:p/>", b'"', b"&x;", b"rId9", b"<", b"\0"])
        part += b" " * (not part)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, part in parts.items():
            package.writestr(name, bytes(part))
    try:
        data, _ = word.write_like(DOCUMENT, made.getvalue())
    except Trouble as trouble:
        assert "\n" not in str(trouble)
    else:
        assert "Peace" in [text for _, text in paragraphs(word_parts(data)["word/document.xml"])]


with zipfile.ZipFile(io.BytesIO(letterhead())) as _package:
    TEMPLATE_PARTS = {name: _package.read(name) for name in _package.namelist()}


def test_a_photograph_loses_where_and_when_it_was_taken() -> None:
    def segment(kind: int, data: bytes) -> bytes:
        return bytes([0xFF, kind]) + struct.pack(">H", len(data) + 2) + data

    kept = segment(0xE0, b"JFIF\0") + segment(0xDB, bytes(65))
    scan = segment(0xDA, b"\0" * 10) + b"\x12\xff\x00\x34\xff\xd9"
    whole = b"\xff\xd8" + kept + segment(0xE1, b"Exif\0GPS") + segment(0xFE, b"by me") + scan
    assert without_remarks(whole) == b"\xff\xd8" + kept + scan
    assert without_remarks(b"GIF89a") == b"GIF89a"
