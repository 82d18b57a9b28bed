"""A document as a Word file with real styles, lists that count, and a header on every page."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from facilitator.publish.document import (
    Document,
    Heading,
    Paragraph,
    Points,
    Table,
    Title,
    lines,
)
from facilitator.writers.scripts import (
    Script,
    of_numbers,
    printable,
    rightward,
    runs,
    shares,
    spoken,
)
from facilitator.writers.word_parts import SPACES, House, Story, own_house, packed, parsed, w
from facilitator.writers.word_styles import DEEPEST, Styles
from facilitator.writers.word_template import house_of

_PLACES = {
    **{"ar": "ar-SA", "fa": "fa-IR", "he": "he-IL", "ps": "ps-AF", "ur": "ur-PK"},
    **{"en": "en-GB", "ja": "ja-JP", "ko": "ko-KR", "ru": "ru-RU", "zh": "zh-CN"},
}
"""Word knows languages only with a country."""

_GAP = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>'
    "</w:pPr></w:p>"
)
"""Below a table: two in a row would be one, and the format ends no text with a table."""

_EAST_FONTS = {"ja": "MS Mincho", "ko": "Batang"}


def write(document: Document) -> bytes:
    """The whole file in our own styles; the same document, the same bytes."""
    house = own_house()
    language = document.language.partition("-")[0].lower()
    defaults = house.styles.find(f".//{w('rPrDefault')}/{w('rPr')}")
    if language in _EAST_FONTS:
        defaults.find(w("rFonts")).set(w("eastAsia"), _EAST_FONTS[language])
    kind = "val" if rightward("", language) else "bidi"
    defaults.find(w("lang")).set(w(kind), _PLACES.get(language, document.language))
    return _written(document, house)[0]


def write_like(document: Document, template: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The whole file in the styles, headers and page of a Word file, and remarks on that file.

    Raises `Trouble` where the template cannot be read.
    """
    return _written(document, house_of(template))


def _written(document: Document, house: House) -> tuple[bytes, tuple[str, ...]]:
    page = _Page(document, house)
    body = "".join(page.told())
    _run_round(page, document, house)
    made = packed(
        house,
        printable(document.title),
        printable(document.language),
        body,
        rightward("", document.language),
    )
    return made, (*house.remarks, *page.styles.remarks())


class _Page:
    """The body of one document while it is being told."""

    def __init__(self, document: Document, house: House) -> None:
        self._document = document
        self._language = document.language
        self._width = house.width()
        # Where a page or a style runs from right to left, the others must say that they do not.
        plain = rightward("", self._language) and house.styles.find(f".//{w('bidi')}") is None
        self._to_the_right = "" if plain else '<w:bidi w:val="0"/>'
        self.styles = Styles(house)

    def told(self) -> Iterator[str]:
        """The blocks as XML, one after another."""
        titled = not self._document.title
        for block in self._document.blocks:
            match block:
                case Title(text):
                    titled = True
                    yield self.paragraph(text, self._style("Title"))
                case Heading(text, level):
                    # Word's headings begin below the title.
                    name = f"heading {min(max(level - 1, 1), 5)}"
                    yield self.paragraph(text, self._style(name))
                case Paragraph(text):
                    style = "" if titled else self._style("Masthead")
                    yield self.paragraph(text, f"{style}{_keep(text)}")
                case Points():
                    yield from self._points(block)
                case Table():
                    yield from self._table(block)

    def _style(self, name: str) -> str:
        return _style(self.styles.paragraph(name))

    def paragraph(self, text: str, before: str = "", behind: str = "") -> str:
        """One paragraph; its other properties stand before and behind its direction."""
        text = printable(text)
        to_the_right = rightward(text, self._language)
        way = self._to_the_right if to_the_right else "<w:bidi/>"
        properties = f"{before}{way}{behind}"
        told = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        if text.isascii():
            return f"<w:p>{told}{_run(text)}</w:p>" if text else f"<w:p>{told}</w:p>"
        language = spoken(text, self._language)
        pieces = (
            _run(piece, _of_script(script, language)) for script, piece in runs(text, to_the_right)
        )
        return f"<w:p>{told}{''.join(pieces)}</w:p>"

    def _points(self, points: Points) -> Iterator[str]:
        counts: list[int] = []
        for line in lines(points):
            numbered = line.number is not None
            style, abstract, level = self.styles.points(numbered, min(line.depth, DEEPEST))
            del counts[line.depth + 1 :]
            if len(counts) == line.depth:
                counts.append(self.styles.count(abstract, level, anew=True) if numbered else 0)
            properties = f"{_style(style)}{_keep(line.text)}"
            if numbered:
                properties += (
                    f'<w:numPr><w:ilvl w:val="{level}"/>'
                    f'<w:numId w:val="{counts[line.depth]}"/></w:numPr>'
                )
            yield self.paragraph(line.text, properties)

    def _table(self, table: Table) -> Iterator[str]:
        wanted = shares(table)
        widths = [self._width * share // sum(wanted) for share in wanted]
        flush = of_numbers(table)
        way = "" if rightward("", self._language) else "<w:bidiVisual/>"
        grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.styles.table()}"/>{way}'
            '<w:tblW w:w="5000" w:type="pct"/><w:tblLook w:val="0020" w:firstRow="1"'
            ' w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        )
        for number, row in enumerate((table.head, *table.rows)):
            head = "<w:tblHeader/>" if number == 0 else ""
            cells = (
                f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>'
                f"{self._cell(cell, number == 0, right)}</w:tc>"
                for cell, wide, right in zip(row, widths, flush, strict=True)
            )
            yield f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>"
        yield f"</w:tbl>{_GAP}"

    def _cell(self, text: str, head: bool, flush: bool) -> str:
        # In a paragraph from right to left, "right" is where its lines end: the left.
        language = self._language
        turned = rightward(printable(text), language) is not rightward("", language)
        ends = flush is not turned
        keep = "<w:keepNext/>" if head else ""
        return self.paragraph(text, keep, '<w:jc w:val="right"/>' if ends else "")


def _run_round(page: _Page, document: Document, house: House) -> None:
    """Say on every page who may read the text, and number the pages where nobody else does."""
    told = printable(document.header)
    given = {(story.kind, story.pages): story for story in house.stories}
    footers = any(kind == "footer" for kind, _ in given)
    for pages in house.pages():
        if told:
            style = _style(page.styles.paragraph("header"))
            line = page.paragraph(told, style, '<w:jc w:val="right"/>')
            story = given.get(("header", pages))
            if story is None:
                story = Story("header", pages, parsed(f"<w:hdr {SPACES}/>"))
                house.stories.append(story)
            story.element.extend(parsed(f"<w:hdr {SPACES}>{line}</w:hdr>"))
        if not footers:
            style = _style(page.styles.paragraph("footer"))
            field = f'<w:fldSimple w:instr="PAGE">{_run("1")}</w:fldSimple>'
            line = f'<w:p><w:pPr>{style}<w:jc w:val="center"/></w:pPr>{field}</w:p>'
            element = parsed(f"<w:ftr {SPACES}>{line}</w:ftr>")
            house.stories.append(Story("footer", pages, element))


def _keep(text: str) -> str:
    """What keeps a line that leads on to the next on one page with it."""
    return "<w:keepNext/>" if printable(text).rstrip("\u200e\u200f").endswith((":", "：")) else ""


def _style(key: str) -> str:
    return f'<w:pStyle w:val="{escape(key, {chr(34): "&quot;"})}"/>'


def _run(text: str, properties: str = "") -> str:
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _of_script(script: Script, language: str) -> str:
    """What Word must be told to take the right fonts and to set the letters in their order."""
    place = _PLACES.get(language.partition("-")[0], "")
    if script is Script.RIGHT:
        place = place if not rightward("", language) else "ar-SA"
        return f'<w:rtl/><w:lang w:bidi="{place or "ar-SA"}"/>'
    if script is Script.EAST:
        place = place if language[:2] in ("zh", "ja", "ko") else "zh-CN"
        return f'<w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="{place}"/>'
    return ""
