"""The parts that a Word file is put together from, and the putting together.

A new package is made of parts that were chosen one by one: what nobody chose (an author, a
date, a comment, a thumbnail) cannot be in it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns:w="{W}" xmlns:r="{R}"'

_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{title}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"
)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The least time that a zip file can hold."""

_COMPATIBLE = (
    '<w:compat xmlns:w="{w}"><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)
A4 = {
    "pgSz": {"w": "11906", "h": "16838"},
    "pgMar": {
        **{"top": "1700", "right": "1530", "bottom": "1580", "left": "1530"},
        **{"header": "850", "footer": "850", "gutter": "0"},
    },
}


@dataclass(frozen=True, slots=True)
class Link:
    """What a header refers to: a picture's bytes, or an address outside."""

    kind: str
    target: str
    picture: bytes | None = None
    content_type: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """A header or footer: on which pages it stands, its XML, and its links by their ids."""

    kind: str
    pages: str
    element: Any
    links: dict[str, Link] = field(default_factory=dict)


@dataclass(slots=True)
class House:
    """How the house's letters look: everything of a Word file but its words.

    `section` holds the children of the page's section in their order, `settings` those kept.
    """

    styles: Any
    numbering: Any
    section: list[Any]
    settings: list[Any] = field(default_factory=list)
    theme: bytes | None = None
    stories: list[Story] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def pages(self) -> list[str]:
        """The kinds of pages that have headers of their own."""
        kinds = ["default"]
        if any(each.tag == w("titlePg") for each in self.section):
            kinds.append("first")
        if any(each.tag == w("evenAndOddHeaders") for each in self.settings):
            kinds.append("even")
        return kinds

    def width(self) -> int:
        """The width of the text in twentieths of a point."""
        size, margins = (self._measures(name) for name in ("pgSz", "pgMar"))
        width = size.get("w", 11906) - margins.get("left", 1530) - margins.get("right", 1530)
        return max(width, 2000)

    def _measures(self, name: str) -> dict[str, int]:
        found: dict[str, int] = {}
        for each in self.section:
            if each.tag == w(name):
                for key, value in each.items():
                    if value.isdecimal():
                        found[etree.QName(key).localname] = int(value)
        return found


def w(name: str) -> str:
    """The full name of an element or attribute of word processing."""
    return f"{{{W}}}{name}"


def parsed(data: bytes | str) -> Any:
    """The root element, without reading anything from elsewhere and without comments."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(data.encode() if isinstance(data, str) else data, parser)


def own_house() -> House:
    """The look of a text where the house gives none of its own."""
    section = [_element(name, values) for name, values in A4.items()]
    styles = parsed(files(__package__).joinpath("word_styles.xml").read_bytes())
    return House(styles, parsed(f'<w:numbering xmlns:w="{W}"/>'), section)


def _element(name: str, values: dict[str, str]) -> Any:
    made = etree.Element(w(name), nsmap={"w": W})
    for key, value in values.items():
        made.set(w(key), value)
    return made


class _Main(Part):
    """The text itself, whose XML is known only after its headers have their ids."""

    xml = b""

    @property
    def blob(self) -> bytes:
        return self.xml


def packed(house: House, title: str, language: str, body: str, rightward: bool) -> bytes:
    """The bytes of the file; the same parts, the same bytes."""
    package = Package()
    main = _Main(PackURI("/word/document.xml"), CONTENT_TYPE.WML_DOCUMENT_MAIN, None, package)
    package.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)

    def add(name: str, content_type: str, kind: str, data: bytes, to: Any = main) -> Any:
        part = Part(PackURI(name), content_type, data, package)
        return part, to.relate_to(part, kind)

    types, kinds = CONTENT_TYPE, RELATIONSHIP_TYPE
    add("/word/styles.xml", types.WML_STYLES, kinds.STYLES, _told(house.styles))
    add("/word/numbering.xml", types.WML_NUMBERING, kinds.NUMBERING, _told(house.numbering))
    add("/word/settings.xml", types.WML_SETTINGS, kinds.SETTINGS, _settings(house))
    if house.theme is not None:
        add("/word/theme/theme1.xml", types.OFC_THEME, kinds.THEME, house.theme)
    core = _CORE.format(title=escape(title), language=escape(language)).encode()
    add("/docProps/core.xml", types.OPC_CORE_PROPERTIES, kinds.CORE_PROPERTIES, core, package)
    references = []
    pictures = 0
    for number, story in enumerate(house.stories, start=1):
        header = story.kind == "header"
        part, key = add(
            f"/word/{story.kind}{number}.xml",
            types.WML_HEADER if header else types.WML_FOOTER,
            kinds.HEADER if header else kinds.FOOTER,
            _told(story.element),
        )
        references.append(f'<w:{story.kind}Reference w:type="{story.pages}" r:id="{key}"/>')
        for name, link in story.links.items():
            if link.picture is None:
                part.load_rel(link.kind, link.target, name, True)
                continue
            pictures += 1
            suffix = link.content_type.rpartition("/")[2].removeprefix("x-")
            place = PackURI(f"/word/media/image{pictures}.{suffix}")
            picture = Part(place, link.content_type, link.picture, package)
            part.load_rel(link.kind, picture, name)
    main.xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {SPACES}><w:body>'
        f"{body}{_section(house, references, rightward)}</w:body></w:document>"
    ).encode()
    made = io.BytesIO()
    package.save(made)
    return _timeless(made)


def _section(house: House, references: Sequence[str], rightward: bool) -> str:
    told = [etree.tostring(each, encoding="unicode") for each in house.section]
    if not rightward:
        # Behind the first-page setting and before the grid, as the order of the format is.
        grid = [at for at, each in enumerate(house.section) if each.tag == w("docGrid")]
        told.insert(grid[0] if grid else len(told), "<w:bidi/>")
    return f"<w:sectPr>{''.join([*references, *told])}</w:sectPr>"


def _settings(house: House) -> bytes:
    root = etree.Element(w("settings"), nsmap={"w": W})
    root.extend(house.settings)
    if root.find(w("compat")) is None:
        # Without it the program opens the file as one of its oldest versions would.
        later = [at for at, each in enumerate(root) if each.tag in _BEHIND_COMPATIBILITY]
        root.insert(later[0] if later else len(root), parsed(_COMPATIBLE.format(w=W)))
    return _told(root)


_BEHIND_COMPATIBILITY = {w("themeFontLang"), w("clrSchemeMapping"), w("decimalSymbol")}


def _told(element: Any) -> bytes:
    etree.cleanup_namespaces(element, keep_ns_prefixes=_prefixes(element))
    return bytes(etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True))


def _prefixes(element: Any) -> list[str]:
    """Prefixes that attributes name in their text (`Ignorable`, `Requires`): they must stay."""
    named: set[str] = {"w", "r"}
    for each in element.iter():
        for key, value in each.items():
            if etree.QName(key).localname in ("Ignorable", "Requires", "MustUnderstand"):
                named |= set(value.split())
    return sorted(named)


def _timeless(made: io.BytesIO) -> bytes:
    """The package again without the times of its making, in an order of its own."""
    again = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(again, "w") as new:
        first = ("[Content_Types].xml", "_rels/.rels")
        for name in (*first, *sorted(set(old.namelist()) - set(first))):
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return again.getvalue()
