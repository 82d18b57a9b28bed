"""The look of a house's own Word file, without its words and without what it tells of people.

Taken are styles, lists, theme, page, headers and footers. Left behind are the body, comments,
tracked changes, properties, fields that print a name, a date or a place, and every link that
a program would follow by itself.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from facilitator.errors import Trouble
from facilitator.writers.pictures import without_remarks
from facilitator.writers.word_parts import House, Link, R, Story, W, own_house, parsed, w

_MOST_BYTES = 64 * 2**20
_MOST_PARTS = 2_000

_DROPPED = frozenset(
    (
        "del moveFrom delText delInstrText rPrChange pPrChange sectPrChange tblPrChange"
        " tblPrExChange tblGridChange tcPrChange trPrChange numberingChange cellIns cellDel"
        " cellMerge commentRangeStart commentRangeEnd commentReference annotationRef"
        " bookmarkStart bookmarkEnd permStart permEnd proofErr moveFromRangeStart"
        " moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart"
        " customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd"
        " customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart"
        " customXmlMoveToRangeEnd footnoteReference endnoteReference altChunk control object"
        " contentPart subDoc ffData sdtPr sdtEndPr smartTagPr customXmlPr rsid rsids extLst"
        " hlinkClick hlinkHover lastRenderedPageBreak"
    ).split()
)
_UNWRAPPED = frozenset("ins moveTo sdt sdtContent smartTag customXml".split())
_FORGOTTEN = re.compile(r"rsid\w*|paraId|textId|author|date|initials|dateUtc|descr|title|alt|href")
_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF"})
_SECTION = (
    *("pgSz", "pgMar", "pgBorders", "pgNumType", "titlePg", "textDirection", "rtlGutter"),
    "docGrid",
)
_SETTINGS = frozenset(
    (
        "mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader"
        " bordersDoNotSurroundFooter gutterAtTop defaultTabStop autoHyphenation"
        " consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps evenAndOddHeaders"
        " characterSpacingControl compat themeFontLang clrSchemeMapping decimalSymbol"
        " listSeparator"
    ).split()
)
_SAFE = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_PICTURE = re.compile(r"image/(?:png|jpe?g|gif|bmp|tiff|x-emf|x-wmf)")
_BLOCKS = (w("p"), w("tbl"))


def house_of(data: bytes) -> House:
    """The look of that Word file; raises `Trouble` where it cannot be read as one."""
    _measured(data)
    try:
        package = Package.open(io.BytesIO(data))
        main = package.main_document_part
        if main.content_type != CONTENT_TYPE.WML_DOCUMENT_MAIN:
            raise _unusable("it is not a plain .docx: save it as one")
        return _house(main)
    except (
        *(OpcError, zipfile.BadZipFile, zlib.error, etree.LxmlError, EOFError, KeyError),
        *(ValueError, NotImplementedError, RuntimeError, AttributeError, TypeError),
    ):
        # A damaged package fails inside the library wherever the damage happens to be.
        raise _unusable("it is damaged: open it in the word processor and save it again") from None


def _unusable(why: str) -> Trouble:
    return Trouble("cannot use the template", why)


def _measured(data: bytes) -> None:
    """Refuse what would fill the memory before anything of it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise _unusable("it is no .docx file, or it has a password") from None
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
        raise _unusable(f"it is larger than {_MOST_BYTES // 2**20} MiB when unpacked")


def _house(main: Part) -> House:
    body = parsed(main.blob).find(w("body"))
    sections = [] if body is None else list(body.iter(w("sectPr")))
    styles = _related(main, RELATIONSHIP_TYPE.STYLES)
    numbering = _related(main, RELATIONSHIP_TYPE.NUMBERING)
    theme = _related(main, RELATIONSHIP_TYPE.THEME)
    settings = _related(main, RELATIONSHIP_TYPE.SETTINGS)
    plain = own_house()
    house = House(
        plain.styles if styles is None else _clean(parsed(styles.blob)),
        plain.numbering if numbering is None else _counting(_clean(parsed(numbering.blob))),
        _page(sections[-1]) if sections else plain.section,
        [] if settings is None else _kept(_clean(parsed(settings.blob)), _SETTINGS),
        None if theme is None or theme.rels else theme.blob,
    )
    left_out: set[str] = set()
    house.stories = list(_stories(main, sections, house, left_out))
    if left_out:
        names = ", ".join(sorted(left_out))
        house.remarks.append(f"left out of the template's header and footer: the fields {names}")
    return house


def _related(main: Part, kind: str) -> Part | None:
    found = [rel for rel in main.rels.values() if rel.reltype == kind and not rel.is_external]
    return found[0].target_part if found else None


def _kept(element: Any, names: frozenset[str]) -> list[Any]:
    return [each for each in element if each.tag in {w(name) for name in names}]


def _page(section: Any) -> list[Any]:
    """The page itself, in the order of the format; columns and line numbers were the body's."""
    kept = _kept(_clean(section), frozenset(_SECTION))
    for each in kept:
        _without(each, _links)
    return sorted(kept, key=lambda each: _SECTION.index(etree.QName(each).localname))


def _counting(numbering: Any) -> Any:
    """Lists without signs that are pictures, whose files stay behind."""
    for each in [*numbering.iter(w("numPicBullet"), w("lvlPicBulletId"))]:
        each.getparent().remove(each)
    return numbering


def _stories(main: Part, sections: list[Any], house: House, left_out: set[str]) -> Iterator[Story]:
    """The headers and footers of the last section; what it lacks it has from those before."""
    found: dict[tuple[str, str], str] = {}
    for section in sections:
        for kind in ("header", "footer"):
            for each in section.findall(w(f"{kind}Reference")):
                found[kind, each.get(w("type"), "default")] = each.get(f"{{{R}}}id", "")
    for (kind, pages), key in sorted(found.items()):
        if pages in house.pages() and key in main.rels and not main.rels[key].is_external:
            yield _story(kind, pages, main.rels[key].target_part, left_out)


def _story(kind: str, pages: str, part: Part, left_out: set[str]) -> Story:
    element = parsed(part.blob)
    links: dict[str, Link] = {}
    for key, rel in part.rels.items():
        if rel.is_external:
            if rel.reltype == RELATIONSHIP_TYPE.HYPERLINK and _SAFE.match(rel.target_ref):
                links[key] = Link(rel.reltype, rel.target_ref)
        elif _PICTURE.fullmatch(rel.target_part.content_type):
            picture = rel.target_part
            links[key] = Link(rel.reltype, "", without_remarks(picture.blob), picture.content_type)
    _without_fields(element, left_out)
    _clean(element)
    _without_links(element, frozenset(links))
    for holder in [element, *element.iter(w("tc"), w("txbxContent"))]:
        # What stood there alone may be gone, and the format wants a paragraph at the end.
        if not len(holder) or holder[-1].tag != w("p"):
            holder.append(etree.SubElement(holder, w("p")))
    used = {
        value
        for each in element.iter()
        for key, value in each.items()
        if key.startswith(f"{{{R}}}")
    }
    return Story(kind, pages, element, {key: link for key, link in links.items() if key in used})


def _clean(element: Any) -> Any:
    """The element without tracked changes, comments, names of people and marks of editing."""
    for row in [*element.iter(w("tr"))]:
        if row.find(f"{w('trPr')}/{w('del')}") is not None:
            row.getparent().remove(row)
    for bound in [*element.iter(w("sdt"))]:
        if bound.find(f"{w('sdtPr')}/{w('dataBinding')}") is not None:
            bound.getparent().remove(bound)
    for each in [*element.iterdescendants()]:
        name = etree.QName(each).localname
        parent = each.getparent()
        if parent is None:
            continue
        if name in _DROPPED:
            parent.remove(each)
        elif name in _UNWRAPPED and etree.QName(each).namespace == W:
            at = parent.index(each)
            parent[at : at + 1] = list(each)
    for each in element.iter():
        name = etree.QName(each).localname
        _without(each, lambda key: bool(_FORGOTTEN.fullmatch(etree.QName(key).localname)))
        if name in ("docPr", "cNvPr") and each.get("name") is not None:
            each.set("name", "Picture")
    return element


def _links(key: str) -> bool:
    return key.startswith(f"{{{R}}}")


def _without(element: Any, unwanted: Callable[[str], bool]) -> None:
    for key in [key for key, _ in element.items() if unwanted(key)]:
        del element.attrib[key]


def _without_links(element: Any, kept: frozenset[str]) -> None:
    """Take away what refers to a part or a place that is left behind."""
    for each in [*element.iter()]:
        broken = [key for key, value in each.items() if _links(key) and value not in kept]
        if not broken:
            continue
        holder = each
        while holder is not None and etree.QName(holder).localname not in (
            *("drawing", "pict", "hyperlink", "AlternateContent"),
        ):
            holder = holder.getparent()
        if holder is None or holder.getparent() is None:
            for key in broken:
                del each.attrib[key]
        elif holder.tag == w("hyperlink"):
            at = holder.getparent().index(holder)
            holder.getparent()[at : at + 1] = list(holder)
        else:
            holder.getparent().remove(holder)


def _without_fields(element: Any, left_out: set[str]) -> None:
    """Take away fields that would print a person, a date, a file or a property."""
    for each in [*element.iter(w("fldSimple"))]:
        name = _field(each.get(w("instr"), ""))
        if name not in _FIELDS:
            left_out.add(name)
            each.getparent().remove(each)
    open_fields: list[tuple[list[str], list[Any]]] = []
    for each in [*element.iter()]:
        parent = each.getparent()
        if parent is None or parent.tag != w("r") or each.tag == w("rPr"):
            continue
        kind = each.get(w("fldCharType")) if each.tag == w("fldChar") else None
        if kind == "begin":
            open_fields.append(([], []))
        if not open_fields:
            continue
        words, members = open_fields[-1]
        members.append(each)
        if each.tag == w("instrText"):
            words.append(each.text or "")
        if kind == "end":
            open_fields.pop()
            name = _field("".join(words))
            if name in _FIELDS:
                if open_fields:
                    open_fields[-1][1].extend(members)
            else:
                left_out.add(name)
                _removed(members)
    for _, members in open_fields:
        _removed(members)


def _removed(members: list[Any]) -> None:
    for each in members:
        if each.getparent() is not None:
            each.getparent().remove(each)


def _field(instruction: str) -> str:
    """The field's name, in the letters that can be one."""
    found = re.match(r"\s*([A-Za-z]+)", instruction)
    return found[1].upper() if found else "without a name"
