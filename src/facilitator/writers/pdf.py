"""A document as PDF/UA: tagged for those who listen, and no character without its letter."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from facilitator.errors import Trouble
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
from facilitator.writers.scripts import columns, of_numbers, printable, rightward, shares, spoken

_DEEPEST = 7
"""Points below this depth stand at it: a page is not wider."""

_LONGEST = 40
"""Columns after which a word without a place to break gets one."""

_LATIN = "Libertinus Serif"
_ARABIC = (
    *("Noto Naskh Arabic", "Vazirmatn", "Amiri", "Scheherazade New", "Geeza Pro"),
    *("Times New Roman", "Arial", "Noto Sans Arabic", "DejaVu Sans"),
)
_CHINESE = (
    *("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", "Noto Serif SC"),
    *("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"),
)
_JAPANESE = (
    *("Noto Serif CJK JP", "Source Han Serif", "Hiragino Mincho ProN", "Yu Mincho"),
    *("Noto Serif JP", "Noto Sans CJK JP"),
)
_KOREAN = (
    *("Noto Serif CJK KR", "Source Han Serif K", "AppleMyungjo", "Batang", "Noto Serif KR"),
    *("Noto Sans CJK KR",),
)
_EAST = {"zh": _CHINESE, "ja": _JAPANESE, "ko": _KOREAN}
_SYMBOLS = {"name": "DejaVu Sans Mono", "covers": "[\u2000-\u2bff]"}
_SELDOM = frozenset({_LATIN, _SYMBOLS["name"]})
"""Always there; but the Arabic letters of the second, all of one width, are no text for a page."""

_BOXES = re.compile("last ?resort|adobe (not)?blank|adobe notdef|tofu", re.IGNORECASE)
"""Fonts that have every character, as a box."""

_UNSHOWN = re.compile(r'the text `"(.*?)"` could not be displayed')
_FONTS = {
    "ARABIC": ("Arabic", "Noto Naskh Arabic"),
    "CJK": ("Chinese", "Noto Serif CJK SC"),
    "HIRAGANA": ("Japanese", "Noto Serif CJK JP"),
    "KATAKANA": ("Japanese", "Noto Serif CJK JP"),
    "HANGUL": ("Korean", "Noto Serif CJK KR"),
}


def write(document: Document) -> bytes:
    """The whole file; on the same computer the same document gives the same bytes.

    Raises `Trouble` where no font on this computer has some letters: it names their script.
    """
    try:
        return _compiled(document, every=False)
    except Trouble:
        # A rare letter is looked for in every font; that costs the whole text memory and time.
        return _compiled(document, every=True)


def _compiled(document: Document, *, every: bool) -> bytes:
    data = _data(document, every)
    try:
        return typst.compile(
            files(__package__).joinpath("page.typ").read_bytes(),
            sys_inputs={"document": json.dumps(data)},
            font_paths=fonts(),
            # The accessible kind of PDF, which refuses a text that no font can show.
            pdf_standards="ua-1" if data["title"] else [],
        )
    except typst.TypstError as error:
        unshown = [_plain(found) for found in _UNSHOWN.findall(error.diagnostic)]
        if not unshown:
            raise
        raise Trouble(*_fonts_wanted(unshown), status=1) from None


def _fonts_wanted(unshown: Sequence[str]) -> tuple[str, str]:
    """What is missing, and what to install, for all scripts in one line."""
    wanted: dict[tuple[str, str], str] = {}
    for character in sorted(set("".join(unshown))):
        if columns(character):
            script = _script(character)
            wanted[script] = wanted.get(script, "") + character
    scripts = [
        f"{script} ({letters[:12]}{'…' if len(letters) > 12 else ''})"
        for (script, _), letters in wanted.items()
    ]
    install = dict.fromkeys(font for _, font in wanted)
    return (
        f"the PDF needs a font for {' and for '.join(scripts)}",
        f"install {' and '.join(install)}, or choose another format (docx)",
    )


def _script(character: str) -> tuple[str, str]:
    """The script's name and a free font that has it."""
    first = unicodedata.name(character, "").partition(" ")[0].removesuffix("-")
    if first in _FONTS:
        return _FONTS[first]
    if not character.isalpha():
        return "symbols", "Noto Sans Symbols and Noto Emoji"
    return first.capitalize(), f"Noto Sans {first.capitalize()}"


def _plain(quoted: str) -> str:
    r"""The text behind the compiler's own way of writing it (`\u{301}`, `\"`)."""
    return re.sub(
        r"\\(?:u\{([0-9a-f]+)\}|(.))",
        lambda found: chr(int(found[1], 16)) if found[1] else found[2],
        quoted,
    )


@cache
def fonts() -> typst.Fonts:
    """The fonts of this computer, looked for once, and those that come with the compiler."""
    return typst.Fonts()


def _data(document: Document, every: bool) -> dict[str, Any]:
    piece = _Pieces(document.language)
    blocks = list(_blocks(document, piece))
    header = piece(document.header) if printable(document.header) else None
    first = next(filter(None, map(printable, texts(document))), "")
    return {
        "title": printable(document.title) or first,
        "header": header,
        **_tongue("", document.language),
        "blocks": blocks,
        "fonts": {each: _families(each, every) for each in sorted(piece.languages)},
    }


def _families(language: str, every: bool) -> list[dict[str, str]]:
    """The families for a text in this language, the best first; the usual ones, or all."""
    here = [family for family in sorted(fonts().families()) if not _BOXES.search(family)]

    def found(wanted: Sequence[str]) -> list[str]:
        return [family for family in wanted if family in here]

    east = found(_EAST.get(language, _CHINESE))
    arabic = found(_ARABIC)
    latin = {"name": _LATIN}
    first = [_LATIN]
    opening: list[dict[str, str]] = []
    if language in _EAST:
        # Its “quotes” and … are as wide as its letters.
        opening, first = [{**latin, "covers": "latin-in-cjk"}], east[:1]
    elif not rightward("", language):
        # Its points and brackets are drawn for its own letters.
        first = [*arabic[:1], _LATIN]
    names = [*dict.fromkeys((*first, _LATIN, *arabic[:1], *east[:1]))]
    few = [*opening, *({"name": family} for family in names), _SYMBOLS]
    if not every:
        return few
    others = [family for some in _EAST.values() for family in found(some)]
    rest = dict.fromkeys((*arabic, *east, *others, *here))
    return [*few, *({"name": family} for family in rest if family not in _SELDOM)]


class _Pieces:
    """Makes a text into data, and remembers which languages it has met."""

    def __init__(self, language: str) -> None:
        self._language = language
        self.languages = {_tongue("", language)["language"]}

    def __call__(self, text: str) -> dict[str, Any]:
        text = printable(text)
        tongue = _tongue(text, self._language)
        self.languages.add(tongue["language"])
        return {"text": _breakable(text), **tongue}


def _tongue(text: str, language: str) -> dict[str, Any]:
    return {
        "language": spoken(text, language).partition("-")[0].lower(),
        "rightward": rightward(text, language),
    }


def _blocks(document: Document, piece: _Pieces) -> Iterator[dict[str, Any]]:
    titled = not document.title
    before: object = None
    level = 0
    for block in document.blocks:
        match block:
            case Title(text) | Heading(text) | Paragraph(text) if not printable(text):
                continue
            case Title(text):
                titled, level = True, 1
                yield {"kind": "title", "level": 1, "piece": piece(text)}
            case Heading(text, size):
                # Whoever listens is led by levels, so none is skipped; the size stays.
                level = min(level + 1, size)
                kind = "subtitle" if isinstance(before, Title) else "heading"
                yield {"kind": kind, "level": level, "size": max(size, 2), "piece": piece(text)}
            case Paragraph(text):
                yield {"kind": "paragraph" if titled else "masthead", "piece": piece(text)}
            case Points() if block.items:
                yield {"kind": "points", "groups": _groups(block, piece)}
            case Table():
                yield _table(block, piece)
        before = block


def _groups(points: Points, piece: _Pieces) -> list[dict[str, Any]]:
    """Lists in lists; a group ends where bullets turn into numbers, or the side they stand on."""
    outermost: list[dict[str, Any]] = []
    levels = [outermost]
    for line in lines(points):
        del levels[min(line.depth, _DEEPEST) + 1 :]
        groups = levels[-1]
        numbered = line.number is not None
        told = piece(line.text)
        kind = {"numbered": numbered, "rightward": told["rightward"]}
        if not groups or any(groups[-1][key] is not value for key, value in kind.items()):
            groups.append({**kind, "items": []})
        below: list[dict[str, Any]] = []
        groups[-1]["items"].append({"number": line.number, "piece": told, "below": below})
        levels.append(below)
    return outermost


def _table(table: Table, piece: _Pieces) -> dict[str, Any]:
    numbers = of_numbers(table)
    crowded = len(numbers) > 8
    return {
        "kind": "table",
        "numbers": numbers,
        # 0 is as wide as its numbers.
        "columns": [
            0 if flush and not crowded else share
            for flush, share in zip(numbers, shares(table), strict=True)
        ],
        "head": [piece(cell) for cell in table.head],
        "rows": [[piece(cell) for cell in row] for row in table.rows],
    }


def _breakable(text: str) -> str:
    """The text with places to break in words that no line could hold."""
    if max(map(len, text.split(" "))) <= _LONGEST:
        return text
    told: list[str] = []
    run = 0
    for character in text:
        wide = columns(character)
        run = 0 if wide == 2 or character.isspace() else run + wide
        if run > _LONGEST and wide:
            told.append("\u200b")
            run = 1
        told.append(character)
    return "".join(told)
