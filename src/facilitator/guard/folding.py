"""One spelling for many: a text folded for comparison, with the way back to the original.

Zero-width and soft characters go, presentation forms and diacritics are reduced, letters
that only look like another alphabet's are read as what they look like, words split at a
line's end are joined. Every character of the folded text knows where it came from.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` keeps its capitals. `starts`/`ends` map its characters to code points of the
    original (None: they are the same); a span maps as `starts[a]`, `ends[b - 1]`."""

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's [start, end) of the folded [start, end), which must not be empty."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """`text` folded. Its capitals stay; its words stand in the same order."""
    if text.isascii() and text.isprintable() and "`" not in text:
        return Folded(text)
    if text.isascii() and _PLAIN.fullmatch(text) and not _LINE_END.search(text):
        return Folded(text)
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = 0
    for match in _STRANGE.finditer(text):
        place = match.start()
        parts.append(text[last:place])
        starts += range(last, place)
        ends += range(last + 1, place + 1)
        plain = _folded_character(match.group())
        parts.append(plain)
        starts += [place] * len(plain)
        ends += [place + 1] * len(plain)
        last = place + 1
    parts.append(text[last:])
    starts += range(last, len(text))
    ends += range(last + 1, len(text) + 1)
    folded = "".join(parts)
    if not folded.isascii():
        folded = _WORD.sub(_one_alphabet, folded)
    if "\n" in folded and _LINE_END.search(folded):
        kept = _joined_lines(folded)
        folded = "".join(folded[i] for i in kept)
        starts = [starts[i] for i in kept]
        ends = [ends[i] for i in kept]
    return Folded(folded, tuple(starts), tuple(ends))


@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """A name as `fold` would show it, with simple spaces."""
    if name.isascii():
        return " ".join(name.replace("`", "'").split())
    return " ".join(fold(name).text.replace("\n", " ").split())


_APOSTROPHES = "’‘ʼʻ`´ʹ′＇‛ˈʾʿ՚"
_HYPHENS = "‐‑‒−﹣－⁃־\u00ad"
_SPELLED = {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O",
    "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
    "ı": "i", "ŋ": "n", "ħ": "h", "Ħ": "H", "ŧ": "t", "ə": "e", "Ə": "E", "ё": "е", "Ё": "Е",
}  # fmt: skip
_ARABIC = str.maketrans("يىئكةأإآٱؤۀہھےڪ", "یییکهااااوهههیک")
_QUOTES = str.maketrans("“”„«»‟「」『』", '""""""""""')


@lru_cache(maxsize=8192)
def _folded_character(character: str) -> str:
    if character in _APOSTROPHES:
        return "'"
    if character == "\u00ad":
        return ""
    if character in _HYPHENS:
        return "-"
    if character in _SPELLED:
        return _SPELLED[character]
    if character in "\u2028\u2029\u0085":
        return "\n"
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if category in ("Cf", "Cs", "Co", "Cn", "Cc"):
        return ""
    if "\u3040" <= character <= "\u30ff" or "\uac00" <= character <= "\ud7af":
        return character
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", character) if unicodedata.category(c)[0] != "M"
    )
    if not plain:
        return ""
    plain = unicodedata.normalize("NFC", plain).translate(_ARABIC).translate(_QUOTES)
    if plain.isascii():
        return plain
    return "".join(_latin_letter(c) for c in plain)


def _latin_letter(letter: str) -> str:
    if letter in _SPELLED:
        return _SPELLED[letter]
    if not letter.isascii() and unicodedata.name(letter, "").startswith("LATIN"):
        return anyascii(letter) or letter
    return letter


# Letters of other alphabets that are drawn like Latin ones, each pair side by side.
_LOOKS = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХҮаеѕіјкорсухүһԛԝӏьԁɡв"
        "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαειικνορτυχγωϲϳ"
        "ՕՍՏօոսհցքյ"
        "ᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᏒᏚᎢᏙᏔᏃ",
        "ABESIJKMHOPCTYXYaesijkopcyxyhqwlbdgb"
        "ABEZHIKMNOPTYXaeiikvoptuxywcj"
        "OUSonuhgqj"
        "ABCDEHJKLMPRSTVWZ",
        strict=True,
    )
)
_CYRILLIC = {latin: other for other, latin in _LOOKS.items() if "\u0400" <= other <= "\u04ff"}
_WORD = re.compile(r"[^\W_]+")


def looks_latin(word: str) -> str:
    """`word` read by its looks where every letter is drawn like a Latin one, else ""."""
    if any(letter not in _LOOKS for letter in word):
        return ""
    return "".join(_LOOKS[letter] for letter in word)


def _one_alphabet(match: re.Match[str]) -> str:
    """A word of mixed alphabets in the one it pretends to be."""
    word = match.group()
    if word.isascii() or not any(letter.isascii() for letter in word):
        return word
    if all(letter.isascii() or letter in _LOOKS for letter in word):
        return "".join(_LOOKS.get(letter, letter) for letter in word)
    if all(not letter.isascii() or letter in _CYRILLIC for letter in word):
        return "".join(_CYRILLIC.get(letter, letter) for letter in word)
    return word


_STRANGE = re.compile(r"[^\x00-\x7f]")
_PLAIN = re.compile(r"[\n\x20-\x5f\x61-\x7e]*")
_LINE_END = re.compile(r"(?<=[^\W\d_])-[ \t]*\r?\n[ \t]*(?=[^\W\d_])")


def _joined_lines(text: str) -> list[int]:
    """The indices that stay when a word split by a hyphen at a line's end is joined.

    The hyphen itself stays: a reader of words ignores it inside a name.
    """
    kept: list[int] = []
    last = 0
    for match in _LINE_END.finditer(text):
        kept += range(last, match.start() + 1)
        last = match.end()
    kept += range(last, len(text))
    return kept
