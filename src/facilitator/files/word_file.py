"""A Word document (.docx) as text: everything in it that a person could have written.

Its body, tables, text boxes, notes, comments, headers; what tracked changes deleted; who
wrote and changed it; properties, links, field codes, alternative texts, names of pictures.
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import PurePosixPath
from zipfile import ZipInfo

from facilitator.errors import Trouble
from facilitator.files import word_words as words
from facilitator.files.manuscript import ARCHIVE, Manuscript, Sort
from facilitator.files.problems import shown
from facilitator.files.reading import NOTES_CAP
from facilitator.files.word_gathered import Gathered, Malformed
from facilitator.files.word_package import AGAIN, Budget, Package
from facilitator.files.word_paragraphs import Layout, Stretch
from facilitator.files.word_part import PartReader

LEVELS = 2
"""Archives within the archive that are read: a chart's sheet, a document in the document."""

_XML = frozenset((".xml", ".rels", ".vml", ".svg"))
_PICTURES = frozenset(
    ".png .jpg .jpeg .gif .bmp .emf .wmf .tif .tiff .wdp .emz .wmz .ico .webp .heic".split()
)
_FONTS = frozenset((".odttf", ".fntdata", ".ttf"))
_PAGES = frozenset((".htm", ".html", ".xhtml", ".mht", ".txt", ".csv", ".json"))
_TAG = re.compile(r"<[^<>]*>")
_FIRST = ("document", "footnotes", "endnotes", "comments", "header", "footer")
_SOME = 5
"""Numbers of comments told for one author."""

_OTHERS = {
    "xl/workbook.xml": "a spreadsheet",
    "ppt/presentation.xml": "a presentation",
    "mimetype": "an OpenDocument file",
    "index/document.iwa": "a Pages document",
}


def word_text(data: bytes, where: str) -> Manuscript:
    """Everything written in a Word document; `Trouble` (2) where it is none or is damaged."""
    package = Package(data, where, Budget())
    _check_kind(package)
    gathered, unread = Gathered(), list[str]()
    try:
        _Whole(gathered, unread).read(package, "", LEVELS)
        layout = Layout()
        for stretch in gathered.stretches:
            layout.put(stretch)
        for (role, name), numbers in gathered.people.items():
            layout.put(Stretch(_written(role, numbers), Sort.NAME, [(name, 0)]))
    except Malformed as fault:
        raise Trouble(f"{where}: {fault}", AGAIN) from None
    return layout.manuscript(tuple(unread))


def _check_kind(package: Package) -> None:
    names = {name.lower() for name in package.names}
    if "[content_types].xml" in names and any(
        name.startswith("word/") and name.endswith(".xml") for name in names
    ):
        return
    kind = next((said for name, said in _OTHERS.items() if name in names), "a zip archive")
    raise Trouble(f"{package.where}: is {kind}, no Word document", "save it as .docx or .txt")


class _Whole:
    """Reads a package with all its parts, and those in it."""

    def __init__(self, gathered: Gathered, unread: list[str]) -> None:
        self._gathered = gathered
        self._unread = unread

    def read(self, package: Package, prefix: str, levels: int) -> None:
        """Gather from every part, the body first. Raises `Malformed` and `Trouble`."""
        for name, entry in sorted(package.parts(), key=lambda part: _rank(part[0])):
            ending = PurePosixPath(name).suffix.lower()
            if ending in _FONTS:
                continue
            start = b"" if ending in _PICTURES else package.begins(entry)
            if ending in _PAGES:
                text = package.bytes_of(entry).decode("utf-8", "replace")[:NOTES_CAP]
                text = unescape(_TAG.sub(" ", text)).replace("\0", "")
                self._gathered.put(Stretch(prefix + name, Sort.PROSE, [(text, 0)]))
            elif ending in _XML or start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml"):
                self._read_xml(package, entry, prefix)
            elif start.startswith(ARCHIVE) and levels:
                self._read_inner(package, entry, prefix, levels)
            elif start or ending in _PICTURES:
                self._unread.append(name)
        self._read_names(package, prefix)

    def _read_xml(self, package: Package, entry: ZipInfo, prefix: str) -> None:
        data = package.bytes_of(entry)
        if not data.strip():
            return
        try:
            PartReader(self._gathered, prefix, _stem(entry.filename)).read(data)
        except Malformed as fault:
            if not prefix and PurePosixPath(entry.filename).suffix.lower() in (".xml", ".rels"):
                raise Malformed(f"its part {shown(entry.filename)} {fault}") from None
            # Drawings of old sheets are no XML at times.
            self._unread.append(entry.filename)

    def _read_inner(self, package: Package, entry: ZipInfo, prefix: str, levels: int) -> None:
        """A package in the package; where it is damaged that is said, not refused."""
        name = PurePosixPath(entry.filename).name
        data = package.bytes_of(entry)
        try:
            inner = Package(data, package.where, package.budget)
            self.read(inner, f"{prefix}embedded {name}, ", levels - 1)
        except Trouble:
            self._unread.append(entry.filename)

    def _read_names(self, package: Package, prefix: str) -> None:
        """The names of the parts, where they are not those that every such file has."""
        for name in package.names:
            for step in PurePosixPath(name).parts:
                pieces = (piece.rstrip("0123456789-_ ") for piece in step.lower().split("."))
                if any(piece and piece not in words.ORDINARY_PARTS for piece in pieces):
                    self._gathered.value(f"{prefix}name of a file in it", step)
        self._gathered.value(f"{prefix}remark on the archive", package.comment.replace("\0", ""))


def _rank(name: str) -> tuple[int, str, int]:
    """Parts in the order in which a person reads them: header2 before header10."""
    stem = _stem(name)
    place = _FIRST.index(stem) if stem in _FIRST else len(_FIRST)
    if "glossary" in name or not name.startswith("word/"):
        place = len(_FIRST) + 1
    return place, stem, int("".join(filter(str.isdecimal, PurePosixPath(name).stem))[:9] or 0)


def _stem(name: str) -> str:
    """The name of a part without folder, number and ending, in small letters."""
    return PurePosixPath(name).stem.lower().rstrip("0123456789-_ ")


def _written(role: str, numbers: list[int]) -> str:
    if role.endswith(" comment"):
        told = ", ".join(str(number) for number in numbers[:_SOME])
        more = ", …" if len(numbers) > _SOME else ""
        return f"{role}{'s' if len(numbers) > 1 else ''} {told}{more}"
    if role.endswith(words.CHANGED) and len(numbers) > 1:
        return f"{role.removesuffix(words.CHANGED)}author of {len(numbers)} tracked changes"
    return role
