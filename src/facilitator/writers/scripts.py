"""What a writer must know of a text's script: its direction, its language, its width."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum

from facilitator.publish.document import Table
from facilitator.text import ANY_LENGTH, clean

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
"""Languages written from right to left, by their tags' first part."""

# Letters that Arabic itself does not use; the first language whose letters stand is taken.
_ARABIC_SCRIPT = (
    ("ps", frozenset("ټډړږښګځڅېۍ")),
    ("ur", frozenset("ٹڈڑںےھ")),
    ("fa", frozenset("پچژگکی")),
)
_NUMBER = re.compile(r"[-+−–—]?[\d.,:/%\s]*")


class Script(Enum):
    """The kinds of letters that word processors keep fonts for."""

    LATIN = "latin"
    RIGHT = "right-to-left"
    EAST = "East Asian"


def printable(text: str) -> str:
    """The text on one line, without a character that a file format could not hold."""
    return clean(text, cap=ANY_LENGTH).strip()


def rightward(text: str, language: str) -> bool:
    """Whether a paragraph runs from left to right: as most of its letters, else its language."""
    if text.isascii() and any(map(str.isalpha, text)):
        return True
    right = left = 0
    for character in text:
        way = unicodedata.bidirectional(character)
        right += way in ("R", "AL")
        left += way == "L"
    if right == left:
        return language.partition("-")[0].lower() not in RIGHT_TO_LEFT
    return left > right


def spoken(text: str, language: str) -> str:
    """The tag of the language that a paragraph's script tells; `language` where it tells none.

    Told apart are only the scripts whose fonts, direction or line breaks hang on it.
    """
    own = language.partition("-")[0].lower()
    if own in RIGHT_TO_LEFT and rightward(text, language) and re.search("[A-Za-z]", text):
        return "en"
    if text.isascii():
        return language
    if not rightward(text, language):
        if re.search("[\u0590-\u05ff]", text):
            return language if own in ("he", "yi") else "he"
        if own in RIGHT_TO_LEFT:
            return language
        return next((tag for tag, some in _ARABIC_SCRIPT if some & set(text)), "ar")
    east = sum(_east(character) for character in text)
    if own in ("zh", "ja", "ko") or east * 2 <= sum(map(str.isalpha, text)):
        return language
    if re.search("[\u3040-\u30ff]", text):
        return "ja"
    return "ko" if re.search("[\u1100-\u11ff\uac00-\ud7af]", text) else "zh"


def runs(text: str, rightward: bool) -> Iterator[tuple[Script, str]]:
    """The text cut where its script changes; what has no script goes with its neighbours."""
    kinds = [_script(character) for character in text]
    base = Script.LATIN if rightward else Script.RIGHT
    at = 0
    while at < len(kinds):
        if kinds[at] is None:
            end = at
            while end < len(kinds) and kinds[end] is None:
                end += 1
            before = kinds[at - 1] if at else base
            after = kinds[end] if end < len(kinds) else base
            between = before if before is after else base
            if Script.EAST in (before, after):
                # “ ” and … are as wide as a Chinese letter beside one, and a space is not.
                between = before if text[at] != " " else base
            kinds[at:end] = [between] * (end - at)
        at += 1
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or kinds[at] is not kinds[start]:
            yield kinds[start] or base, text[start:at]
            start = at


def width(text: str) -> int:
    """Columns that the text takes on a screen or in a fixed-width font."""
    return len(text) if text.isascii() else sum(map(columns, text))


def columns(character: str) -> int:
    """0 for what joins the character before it, 2 for East Asian letters and emoji, else 1."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def of_numbers(table: Table) -> tuple[bool, ...]:
    """For each column whether it holds nothing but numbers, which stand flush right."""
    columns_ = ([row[at] for row in table.rows] for at in range(len(table.head)))
    return tuple(any(cells) and all(map(_NUMBER.fullmatch, cells)) for cells in columns_)


def shares(table: Table) -> list[int]:
    """How wide the columns want to be beside each other, in columns of letters."""
    rows = (table.head, *table.rows)
    widest = [max(width(row[at]) for row in rows) for at in range(len(table.head))]
    return [min(wide + 5, 40) for wide in widest]


def _script(character: str) -> Script | None:
    way = unicodedata.bidirectional(character)
    if way in ("R", "AL"):
        return Script.RIGHT
    if _east(character):
        return Script.EAST
    return Script.LATIN if way == "L" else None


def _east(character: str) -> bool:
    return (
        character >= "\u1100"
        and unicodedata.east_asian_width(character) in ("W", "F")
        and (character < "\U0001f000" or character >= "\U00020000")
    )
