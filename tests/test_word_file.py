"""Word documents: everything written in them is read, told once, and nothing else hurts."""

from __future__ import annotations

import io
import random
import re
import zipfile
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.cli.guard_places import Place, places
from facilitator.errors import Trouble
from facilitator.files.manuscript import Manuscript, manuscript
from facilitator.files.word_gathered import VALUES_CAP
from facilitator.files.word_package import PARTS_CAP, UNPACKED_CAP
from facilitator.files.word_part import ATTRIBUTES_CAP, DEPTH_CAP
from facilitator.guard.guard import Guard
from facilitator.roster import Participant, Roster
from word_documents import (
    CLEAN,
    archive,
    deleted,
    inserted,
    link,
    para,
    part,
    properties,
    run,
    table,
    word,
)

NAME = "Mohammad Hosseini"
ROOM = Roster(
    (
        Participant(NAME, given="Mohammad", family="Hosseini", honorifics=("Dr",), country="IR",
                    affiliation="Embassy of Iran", gender="m"),
        Participant("Hope Long", given="Hope", family="Long", gender="f", country="GB",
                    affiliation="World Health Organization", acronyms=("WHO",)),
        Participant("Luo Qingshan", given="Qingshan", family="Luo", aliases=("罗青山",),
                    affiliation="Western Corridor Research Academy", acronyms=("WCRA",)),
        Participant("Ingrid Berg", given="Ingrid", family="Berg", country="NO",
                    affiliation="Heart of Asia Society", office="host"),
    ),
    disclosed_bodies=("Heart of Asia Society",),
)  # fmt: skip


@cache
def reader() -> Guard:
    return Guard(ROOM)


def read(data: bytes) -> Manuscript:
    return manuscript(data, "report.docx")


def found(data: bytes) -> list[Place]:
    whole = read(data)
    told = [each for each in places(reader(), whole, None) if each.finding.level != "hint"]
    for each in told:
        assert whole.text[each.finding.start : each.finding.end] == each.finding.words
    return told


def said(whole: Manuscript) -> list[tuple[str | None, str]]:
    return [(each.place, whole.text[each.start : each.end]) for each in whole.passages]


BOX = (
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape>"
    "</w:pict></w:r>"
)
HIDDEN = f"Thanks to {NAME}."
DRAWN = f"<a:p><a:r><a:t>{NAME}</a:t></a:r></a:p>"
SHEET = "<sst><si><r><t>Mohammad </t></r><r><t>Hosseini</t></r></si></sst>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText> HYPERLINK "mailto:</w:instrText></w:r>'
    "<w:r><w:instrText>m.hosseini@example.org\" </w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("write") +
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)  # fmt: skip
PLACES: dict[str, tuple[bytes, str]] = {
    "body": (word(CLEAN, HIDDEN), "paragraph 2"),
    "table": (word(CLEAN, table(("a", "b"), ("c", HIDDEN))), "table 1, row 2, column 2"),
    "text box": (word(para(BOX.format(para(HIDDEN)), "x")), "paragraph 1, text box"),
    "deleted": (word(para("So ", deleted(HIDDEN))), "paragraph 1, deleted text"),
    "moved away": (
        word(para("So ", deleted(HIDDEN, tag="moveFrom"))),
        "paragraph 1, deleted text",
    ),
    "inserted": (word(para("So ", inserted(HIDDEN))), "paragraph 1"),
    "moved here": (word(para("So ", inserted(HIDDEN, tag="moveTo"))), "paragraph 1"),
    "inserted and deleted": (
        word(para("So ", inserted(deleted(HIDDEN)))),
        "paragraph 1, deleted text",
    ),
    "author of an insertion": (word(para(inserted("x", by=NAME))), "author of tracked change"),
    "author of two deletions": (
        word(para(deleted("x", by=NAME), deleted("y", by=NAME))),
        "author of 2 tracked changes",
    ),
    "header": (word(CLEAN, word__header1_xml=part("w:hdr", para(HIDDEN))), "header"),
    "footer": (word(CLEAN, word__footer2_xml=part("w:ftr", para(HIDDEN))), "footer"),
    "footnote": (
        word(
            CLEAN,
            word__footnotes_xml=part(
                "w:footnotes",
                f'<w:footnote w:id="-1" w:type="separator">{para()}</w:footnote>'
                f'<w:footnote w:id="2">{para(HIDDEN)}</w:footnote>',
            ),
        ),
        "footnote 1",
    ),
    "endnote": (
        word(
            CLEAN, word__endnotes_xml=part("w:endnotes", f"<w:endnote>{para(HIDDEN)}</w:endnote>")
        ),
        "endnote 1",
    ),
    "comment": (
        word(
            CLEAN,
            word__comments_xml=part(
                "w:comments",
                f"<w:comment>{para(CLEAN)}</w:comment><w:comment>{para(HIDDEN)}</w:comment>",
            ),
        ),
        "comment 2",
    ),
    "author of a comment": (
        word(
            CLEAN,
            word__comments_xml=part(
                "w:comments", f'<w:comment w:author="Dr {NAME}">{para(CLEAN)}</w:comment>'
            ),
        ),
        "author of comment 1",
    ),
    "initials at a comment": (
        word(
            CLEAN,
            word__comments_xml=part(
                "w:comments", f'<w:comment w:initials="MH">{para(CLEAN)}</w:comment>'
            ),
        ),
        "initials at comment 1",
    ),
    "people": (
        word(
            CLEAN, word__people_xml=part("w15:people", f'<w15:person w15:author="Dr {NAME}"/>')
        ),
        "people: author",
    ),
    "account": (
        word(
            CLEAN,
            word__people_xml=part(
                "w15:people",
                '<w15:person w15:author="x"><w15:presenceInfo w15:providerId="AD"'
                ' w15:userId="S::mhosseini@example.org::0"/></w15:person>',
            ),
        ),
        "people: account",
    ),
    "creator": (
        word(docProps__core_xml=properties("core", f"<dc:creator>Dr {NAME}</dc:creator>")),
        "properties: creator",
    ),
    "last modified by, by account": (
        word(
            docProps__core_xml=properties(
                "core", "<cp:lastModifiedBy>mhosseini</cp:lastModifiedBy>"
            )
        ),
        "properties: lastModifiedBy",
    ),
    "manager": (
        word(docProps__app_xml=properties("app", "<Manager>Hope</Manager>")),
        "properties: Manager",
    ),
    "company": (
        word(
            docProps__app_xml=properties(
                "app", "<Company>Western Corridor Research Academy</Company>"
            )
        ),
        "properties: Company",
    ),
    "company by acronym": (
        word(docProps__app_xml=properties("app", "<Company>WHO</Company>")),
        "properties: Company",
    ),
    "title": (
        word(docProps__core_xml=properties("core", f"<dc:title>Talk by {NAME}</dc:title>")),
        "properties: title",
    ),
    "keywords": (
        word(
            docProps__core_xml=properties("core", "<cp:keywords>water; Hosseini</cp:keywords>")
        ),
        "properties: keywords",
    ),
    "custom property": (
        word(
            docProps__custom_xml=properties(
                "custom", '<property name="Checked by"><vt:lpwstr>Long</vt:lpwstr></property>'
            )
        ),
        "properties: Checked by",
    ),
    "name of a property": (
        word(
            docProps__custom_xml=properties(
                "custom", '<property name="Hosseini"><vt:lpwstr>x</vt:lpwstr></property>'
            )
        ),
        "properties, name of a property",
    ),
    "link": (
        word(CLEAN, word___rels__document_xml_rels=link("mailto:mhosseini@example.org")),
        "links",
    ),
    "escaped link": (
        word(
            CLEAN,
            word___rels__document_xml_rels=link("https://example.org/%E7%BD%97%E9%9D%92%E5%B1%B1"),
        ),
        "links",
    ),
    "template of somebody": (
        word(
            CLEAN,
            word___rels__settings_xml_rels=link(r"file:///C:\Users\mhosseini\Notes.dotx"),
        ),
        "links",
    ),
    "field code": (word(para(FIELD)), "paragraph 1, field code"),
    "simple field": (
        word(para(f"<w:fldSimple w:instr='AUTHOR \"{NAME}\"'>{run('x')}</w:fldSimple>")),
        "field code",
    ),
    "alt text": (
        word(para(f'<w:r><w:drawing><wp:docPr name="x" descr="{HIDDEN}"/></w:drawing></w:r>')),
        "alt text",
    ),
    "name of a picture": (
        word(para('<w:r><w:drawing><wp:docPr name="Hosseini 1"/></w:drawing></w:r>')),
        "name of a picture",
    ),
    "bookmark": (word(para('<w:bookmarkStart w:name="Remarks_Hosseini"/>')), "bookmark"),
    "watermark": (
        word(para(f'<w:r><w:pict><v:shape><v:textpath string="{NAME}"/></v:shape></w:pict></w:r>')),
        "drawn words",
    ),
    "content control": (
        word(f'<w:sdt><w:sdtPr><w:alias w:val="{NAME}"/></w:sdtPr></w:sdt>'),
        "content control",
    ),
    "document variable": (
        word(
            CLEAN,
            word__settings_xml=part("w:settings", f'<w:docVar w:name="x" w:val="{NAME}"/>'),
        ),
        "settings, document variable x",
    ),
    "glossary": (
        word(
            CLEAN,
            word__glossary__document_xml=part("w:glossaryDocument", para(HIDDEN)),
        ),
        "building blocks",
    ),
    "chart": (
        word(
            CLEAN,
            word__charts__chart1_xml=part("c:chartSpace", DRAWN),
        ),
        "chart",
    ),
    "values of a chart": (
        word(CLEAN, word__charts__chart1_xml=part("c:chartSpace", f"<c:v>{NAME}</c:v>")),
        "chart",
    ),
    "diagram": (
        word(
            CLEAN,
            word__diagrams__data1_xml=part("dataModel", DRAWN),
        ),
        "diagram",
    ),
    "name of a file": (word(CLEAN, word__media__Hosseini_png=b"x"), "name of a file in it"),
    "custom data": (
        word(CLEAN, customXml__item1_xml=f"<data><who>{NAME}</who></data>"),
        "item",
    ),
    "attribute nobody knows": (
        word(f'<w:unknown w:strange="{HIDDEN}"/>'),
        "strange",
    ),
    "remark in the XML": (word(f"<!-- {HIDDEN} -->"), "XML remark"),
    "page that is inserted": (
        word(CLEAN, word__afchunk1_htm=f"<html><p>Thanks to <b>{NAME}</b>.</p></html>"),
        "word/afchunk1.htm",
    ),
    "document in the document": (
        word(CLEAN, word__embeddings__inner_docx=word(CLEAN, HIDDEN)),
        "embedded inner.docx, paragraph 2",
    ),
    "sheet in the document": (
        word(
            CLEAN,
            word__embeddings__Microsoft_Excel_Sheet1_xlsx=archive(
                {"xl/sharedStrings.xml": SHEET}
            ),
        ),
        "embedded Microsoft_Excel_Sheet1.xlsx, sheet",
    ),
}  # fmt: skip


@pytest.mark.parametrize("where", PLACES)
def test_a_name_is_found_wherever_it_stands_and_told_once(where: str) -> None:
    data, place = PLACES[where]
    assert [each.named for each in found(data) if each.finding.blocks] == [place]


def test_the_same_places_without_a_name_are_clean() -> None:
    for data, _ in PLACES.values():
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            parts = {name: opened.read(name) for name in opened.namelist()}
        cleaned = {
            name.replace("Hosseini", "picture"): _without_names(content)
            for name, content in parts.items()
        }
        assert not found(archive(cleaned))


SAID = (
    NAME, "mhosseini", "m.hosseini", "Hosseini", "Mohammad", "MH", "Long", "Hope", "WHO",
    "%E7%BD%97%E9%9D%92%E5%B1%B1", "Western Corridor Research Academy",
)  # fmt: skip


def _without_names(content: bytes) -> bytes:
    if content.startswith(b"PK"):
        return b"<x/>"
    for name in SAID:
        content = content.replace(name.encode(), b"office")
    return content


@pytest.mark.parametrize(
    "value", ["Administrator", "Microsoft Office User", "python-docx", "Heart of Asia Society", "x"]
)
def test_an_author_who_is_nobody_and_the_hosts_own_name_are_let_pass(value: str) -> None:
    assert not found(
        word(
            docProps__core_xml=properties("core", f"<dc:creator>{value}</dc:creator>"),
            docProps__app_xml=properties("app", f"<Company>{value}</Company>"),
        )
    )


def test_a_name_split_over_runs_is_joined() -> None:
    split = run("Dr Hos") + '<w:proofErr w:type="spellStart"/>' + run("sei") + run("ni")
    (only,) = found(word(para(split, " argued for it.")))
    assert only.finding.words == "Dr Hosseini"


def test_signs_of_a_run_become_the_right_characters() -> None:
    signs = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
    signs += '<w:softHyphen/><w:t>e</w:t><w:sym w:font="x" w:char="00E9"/></w:r>'
    tabs = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr>'
    assert said(read(word(f"<w:p>{tabs}{signs}</w:p>")))[0][1] == "a\tb\nc\u2011d\u00ade\u00e9"


def test_a_changed_paragraph_is_read_as_it_is_and_as_it_was_and_never_mixed() -> None:
    data = word(para("The ", deleted("Hos"), inserted("chair "), deleted("seini"), "end"))
    assert said(read(data))[:2] == [
        ("paragraph 1", "The chair end"),
        ("paragraph 1, deleted text", "The Hosseiniend"),
    ]


def test_what_stands_is_not_told_again_in_the_text_before_the_change() -> None:
    data = word(para(f"{NAME} argued for ", deleted("a pause"), inserted("an end"), "."))
    assert [each.named for each in found(data)] == ["paragraph 1"]


def test_a_sentence_that_only_a_deletion_makes_an_attribution_is_seen() -> None:
    data = word(para("The ", deleted("Norwegian "), "participant doubted the timetable."))
    (only,) = found(data)
    assert only.named == "paragraph 1, deleted text"
    assert only.finding.level == "affiliation"


def test_a_name_torn_by_an_insertion_is_seen() -> None:
    (only,) = found(word(para("Mr Hos", inserted("xyz"), "seini argued for it.")))
    assert only.named == "paragraph 1, text before insertions"


def test_paragraphs_joined_by_a_deleted_end_are_read_both_ways() -> None:
    mark = '<w:del w:id="3" w:author="x"/>'
    data = word(para("Mr Hos", ends=mark), para("seini argued for it."), para("Next"))
    assert said(read(data))[:4] == [
        ("paragraph 1", "Mr Hosseini argued for it."),
        ("paragraph 1, deleted text", "Mr Hos"),
        ("paragraph 1, deleted text", "seini argued for it."),
        ("paragraph 3", "Next"),
    ]
    assert [each.named for each in found(data)] == ["paragraph 1"]


def test_what_is_written_for_old_and_new_programs_is_told_once() -> None:
    box = "<w:txbxContent>{}</w:txbxContent>"
    both = (
        "<w:r><mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    same = box.format(para(HIDDEN))
    assert len(found(word(para(both.format(same, same))))) == 1
    assert len(found(word(para(both.format(box.format(para(CLEAN)), same))))) == 1
    inline = both.format("<w:t>1</w:t>", "<w:t>2</w:t>")
    texts = [text for _, text in said(read(word(para("a", inline, "b"))))]
    assert "a1b" in texts and "2" in texts
    same = both.format("<w:t>1</w:t>", "<w:t>1</w:t>")
    assert [text for _, text in said(read(word(para("a", same, "b"))))] == ["a1b"]


def test_a_paragraph_that_was_the_same_before_is_read_once() -> None:
    data = word(para(ends='<w:ins w:id="1"/>'), para("Next"))
    assert [text for _, text in said(read(data))] == ["Next"]


def test_a_value_that_is_repeated_is_told_once() -> None:
    mark = '<w:bookmarkStart w:name="Remarks_Hosseini"/>'
    assert len(found(word(para(mark, mark), para(mark)))) == 1


def test_ruby_above_a_name_does_not_tear_it() -> None:
    ruby = "".join(
        f"<w:ruby><w:rt>{run(sound)}</w:rt><w:rubyBase>{run(sign)}</w:rubyBase></w:ruby>"
        for sound, sign in (("luo", "罗"), ("qing", "青"), ("shan", "山"))
    )
    assert [each.finding.words for each in found(word(para(ruby, "说")))][:1] == ["罗青山"]


def test_initials_in_a_table_count_only_before_what_was_said() -> None:
    told = found(word(table(("MH", "I think the timetable is too long."), ("x", "MH"))))
    assert [each.named for each in told] == ["table 1, row 1, column 1"]


def test_the_name_of_the_last_cell_is_no_label_of_the_next_row() -> None:
    assert not found(word(table(("x", "MH"), ("I think so.", "y"))))


def test_pictures_and_objects_that_cannot_be_read_are_told() -> None:
    data = word(CLEAN, word__media__image1_png=b"\x89PNG", word__embeddings__oleObject1_bin=b"\1")
    assert set(read(data).unread) == {"word/media/image1.png", "word/embeddings/oleObject1.bin"}


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\x85"),
    min_size=1,
    max_size=12,
).map(lambda text: "x" + text + "x")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_text_put_anywhere_comes_out_with_exact_offsets(data: st.DataObject) -> None:
    body: list[str] = []
    expected: list[str] = []
    for _ in range(data.draw(st.integers(1, 6))):
        now = before = both = ""
        runs: list[str] = []
        for _ in range(data.draw(st.integers(1, 5))):
            text, sort = data.draw(WORDS), data.draw(st.sampled_from("plain ins del both".split()))
            if sort in ("plain", "ins"):
                now += text
            if sort in ("plain", "del"):
                before += text
            both += text if sort != "del" else ""
            runs.append(
                {
                    "plain": run(text),
                    "ins": inserted(text),
                    "del": deleted(text),
                    "both": inserted(deleted(text)),
                }[sort]
            )
        expected += [now, before, both]
        whole = para(*runs)
        shape = data.draw(st.sampled_from(("paragraph", "cell", "box")))
        if shape == "cell":
            whole = f"<w:tbl><w:tr><w:tc>{whole}</w:tc></w:tr></w:tbl>"
        elif shape == "box":
            whole = para(BOX.format(whole))
        body.append(whole)
    whole_text = read(word(*body))
    texts = [text for _, text in said(whole_text)]
    for each in filter(None, expected):
        assert any(each in text for text in texts)
    ends = [0]
    for passage in whole_text.passages:
        assert passage.start >= ends[-1] and whole_text.text[ends[-1] : passage.start].strip() == ""
        ends.append(passage.end)
        for start, end, of in passage.copies:
            copied = whole_text.text[of : of + end - start]
            assert whole_text.text[start:end] == copied and of + end - start <= passage.start


BILLION = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]>'
    "<w:document>&b;</w:document>"
)
OUTSIDE = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'


def _raw(**parts: str | bytes) -> bytes:
    named = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"}
    return archive(named | {name.replace("__", "/"): data for name, data in parts.items()})  # type: ignore[arg-type]


def _locked() -> bytes:
    data = bytearray(word(CLEAN))
    for at in range(len(data) - 10):
        if data[at : at + 4] == b"PK\1\2":
            data[at + 8] |= 1
    return bytes(data)


HOSTILE: dict[str, tuple[bytes, str]] = {
    "entities": (archive({"[Content_Types].xml": "", "word/document.xml": BILLION}), "type"),
    "outside entity": (archive({"[Content_Types].xml": "", "word/x.xml": OUTSIDE}), "type"),
    "bomb": (
        archive({"[Content_Types].xml": "", "word/document.xml": b" " * (UNPACKED_CAP + 2)}),
        "unpacks to more",
    ),
    "deep": (word("<w:a>" * DEPTH_CAP + "</w:a>" * DEPTH_CAP), "deeply"),
    "much text": (word("word " * 1_000_000), "KiB of text"),
    "many parts": (
        archive({str(n): "" for n in range(PARTS_CAP + 1)}, zipfile.ZIP_STORED),
        "too many parts",
    ),
    "many attributes": (
        word("<w:x " + " ".join(f'a{n}=""' for n in range(ATTRIBUTES_CAP + 20_000)) + "/>"),
        "too many attributes",
    ),
    "many authors": (
        word("".join(f'<w:ins w:author="a{n}"/>' for n in range(VALUES_CAP + 1))),
        "different names",
    ),
    "bomb in the document": (
        word(word__embeddings__x_docx=archive({"a.xml": b" " * (UNPACKED_CAP + 2)})),
        "unpacks to more",
    ),
    "other compression": (
        archive({"[Content_Types].xml": "", "word/document.xml": "x"}, zipfile.ZIP_LZMA),
        "damaged",
    ),
    "half": (word(CLEAN)[:400], "damaged"),
    "broken part": (word("<w:open>"), "word/document.xml"),
    "locked archive": (_locked(), "password"),
    "locked document": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "password",
    ),
    "old document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "(.doc)"),
    "rich text": (b"{\\rtf1 text}", "Rich Text"),
    "pdf": (b"%PDF-1.4", "PDF"),
    "spreadsheet": (archive({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "spreadsheet"),
    "open document": (archive({"mimetype": "x", "content.xml": ""}), "OpenDocument"),
    "any archive": (archive({"a": "b"}), "zip archive"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_or_no_word_document_is_one_clear_line(name: str) -> None:
    data, told = HOSTILE[name]
    with pytest.raises(Trouble, match=r"^report\.docx: ") as caught:
        read(data)
    line = str(caught.value)
    assert told in line and caught.value.status == 2 and caught.value.hint
    assert line.isprintable() and len(line) < 200


def test_an_entry_that_lies_about_its_size_is_counted_as_it_unpacks() -> None:
    data = bytearray(
        archive({"[Content_Types].xml": "", "word/document.xml": b" " * (UNPACKED_CAP + 2)})
    )
    at = data.rindex(b"PK\1\2")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    with pytest.raises(Trouble):
        read(bytes(data))


RICH = archive(
    {
        name: content
        for data in (PLACES["footnote"][0], PLACES["comment"][0], PLACES["field code"][0])
        for name, content in (
            (entry, zipfile.ZipFile(io.BytesIO(data)).read(entry))
            for entry in zipfile.ZipFile(io.BytesIO(data)).namelist()
        )
    },
    zipfile.ZIP_STORED,
)


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 6), st.booleans())
def test_damaged_bytes_are_read_or_refused_and_never_a_crash(
    chance: random.Random, changes: int, cut: bool
) -> None:
    data = bytearray(RICH)
    for _ in range(changes):
        data[chance.randrange(len(data))] = chance.randrange(256)
    whole = bytes(data[: chance.randrange(len(data))] if cut else data)
    try:
        read(whole)
    except Trouble as trouble:
        assert trouble.status == 2 and str(trouble).isprintable()


SNIPPETS = (
    "<w:p>", "</w:p>", "<w:tc>", "</w:tc>", "<w:tr>", "</w:tr>", "<w:tbl>", "</w:tbl>",
    "<w:t>x</w:t>",
    "<w:del>", "</w:del>", "<w:ins>", "</w:ins>", "<w:rt>", "</w:rt>", "<mc:AlternateContent>",
    "</mc:AlternateContent>", "<mc:Choice>", "</mc:Choice>", "<mc:Fallback>", "</mc:Fallback>",
    "<w:txbxContent>", "</w:txbxContent>", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", "<w:fldChar/>",
    "<w:instrText>a</w:instrText>", "<w:comment>", "</w:comment>", "<property>", "</property>",
    '<w:sym w:char="D800"/>', '<w:sym w:char="zz"/>', "<w:tab/>", "<a:p>", "</a:p>", "text",
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(SNIPPETS), max_size=25))
def test_elements_in_any_order_are_read_or_refused(pieces: list[str]) -> None:
    opened: list[str] = []
    balanced: list[str] = []
    for piece in pieces:  # what is closed must have been opened, or it is no XML
        if piece.startswith("</"):
            if not opened:
                continue
            piece = f"</{opened.pop()}>"
        elif "/" not in piece and piece != "text":
            opened.append(piece[1:-1])
        balanced.append(piece.replace(">x<", f">x{len(balanced)}x<"))
    balanced += [f"</{name}>" for name in reversed(opened)]
    whole = read(word("".join(["<w:body>", *balanced, "</w:body>"])))
    for text in re.findall("x[0-9]+x", "".join(balanced)):
        assert text in whole.text
