"""A document as one page of HTML that fetches nothing, runs nothing and prints well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from importlib.resources import files

from facilitator.publish.document import (
    Document,
    Heading,
    Paragraph,
    Points,
    Table,
    Title,
    lines,
    texts,
)
from facilitator.writers.scripts import of_numbers, printable, rightward, spoken

_HEAD = """<!DOCTYPE html>
<html{about}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<div class="page">
"""
_FOOT = "</div>\n</body>\n</html>\n"


def write(document: Document) -> bytes:
    """The whole page, in UTF-8; the same document, the same bytes."""
    page = _Page(document)
    return "".join(page.told()).encode()


@dataclass(frozen=True, slots=True)
class _Tongue:
    """What the reader of a text must know: its language, and whether it runs to the right."""

    language: str
    rightward: bool

    def within(self, outer: _Tongue) -> str:
        """The attributes that say it where it is another than that of what stands around."""
        told = "" if self.language == outer.language else f' lang="{_quoted(self.language)}"'
        if self.rightward is outer.rightward:
            return told
        return f'{told} dir="{"ltr" if self.rightward else "rtl"}"'


class _Page:
    """One page while it is being told."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tongue = self._of("")

    def told(self) -> Iterator[str]:
        document = self._document
        yield _HEAD.format(
            about=self._tongue.within(_Tongue("", True)),
            title=_escaped(document.title or next(texts(document), "")),
            style=files(__package__).joinpath("page.css").read_text("utf-8"),
        )
        if printable(document.header):
            # As the head of a table, which browsers repeat on every printed page.
            yield f"<header>{self._tag('p', document.header)}</header>\n"
        yield "<main>\n"
        titled = not document.title
        for block in document.blocks:
            match block:
                case Title(text):
                    titled = True
                    yield self._tag("h1", text) + "\n"
                case Heading(text, level):
                    yield self._tag(f"h{min(level, 6)}", text) + "\n"
                case Paragraph(text):
                    yield self._tag("p", text, "" if titled else "masthead") + "\n"
                case Points():
                    yield from self._points(block)
                case Table():
                    yield from self._table(block)
        yield "</main>\n"
        yield _FOOT

    def _of(self, text: str) -> _Tongue:
        language = self._document.language
        return _Tongue(spoken(text, language), rightward(text, language))

    def _tag(self, name: str, text: str, kind: str = "", more: str = "") -> str:
        kind = f' class="{kind}"' if kind else ""
        own = self._of(text).within(self._tongue)
        return f"<{name}{kind}{more}{own}>{_escaped(text)}</{name}>"

    def _points(self, points: Points) -> Iterator[str]:
        opened: list[tuple[str, _Tongue]] = []
        outer = self._tongue
        for line in lines(points):
            own = self._of(line.text)
            while len(opened) > line.depth + 1:
                yield f"</li>\n</{opened.pop()[0]}>"
            if len(opened) == line.depth + 1:
                yield "</li>\n"
            else:
                # The first point decides on which side the signs of the list stand.
                opened.append(("ul" if line.number is None else "ol", own))
                yield f"\n<{opened[-1][0]}{own.within(outer)}>\n"
            yield f"<li{own.within(opened[-1][1])}><p>{_escaped(line.text)}</p>"
            outer = own
        while opened:
            yield f"</li>\n</{opened.pop()[0]}>"
        yield "\n"

    def _table(self, table: Table) -> Iterator[str]:
        kinds = ["number" if numbers else "" for numbers in of_numbers(table)]
        yield "<table>\n<thead>\n<tr>"
        for cell, kind in zip(table.head, kinds, strict=True):
            yield self._tag("th", cell, kind, ' scope="col"')
        yield "</tr>\n</thead>\n<tbody>\n"
        for row in table.rows:
            cells = zip(row, kinds, strict=True)
            yield f"<tr>{''.join(self._tag('td', cell, kind) for cell, kind in cells)}</tr>\n"
        yield "</tbody>\n</table>\n"


def _escaped(text: str) -> str:
    return escape(printable(text), quote=False)


def _quoted(text: str) -> str:
    return escape(printable(text), quote=True)
