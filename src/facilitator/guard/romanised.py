"""Korean and Chinese names in other romanisations: Choe for Choi, Ch'en Kuo-ch'iang.

Here only whole names are compared, family and given name together: a single syllable in
another romanisation may be anybody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from facilitator.guard.lexicon import Known

_KOREA = frozenset({"KR", "KP"})
_CHINA = frozenset({"CN", "TW", "HK", "MO", "SG", "MY"})


class Romanised:
    """Finds people of one roster by whole names in any romanisation."""

    def __init__(self, people: Iterable[Known]) -> None:
        self._korean: dict[tuple[str, str], int] = {}
        self._chinese: dict[tuple[str, str], int] = {}
        for person, known in enumerate(people):
            family, given = "".join(known.family), "".join(known.given)
            if not family or not given:
                continue
            if known.who.country in _KOREA:
                self._korean[_by_ear(family), _by_ear(given)] = person
            elif known.who.country in _CHINA and len(family) < 7:
                self._chinese[family, given] = person
        self.any = bool(self._korean or self._chinese)

    def person(self, family: str, given: tuple[str, ...]) -> int | None:
        """Whose name it is; `given` holds its syllables, or both in one (small letters)."""
        found = self._korean.get((_by_ear(family), _by_ear("".join(given))))
        if found is not None or not self._chinese:
            return found
        for name in product(_pinyin(family), *map(_pinyin, given)):
            found = self._chinese.get((name[0], "".join(name[1:])))
            if found is not None:
                return found
        return None


_KOREAN_SOUNDS = (
    (re.compile(r"eo|eu|oo|ou"), "u"),
    (re.compile(r"ae|ai|ay"), "e"),
    (re.compile(r"oi|oe|oy|we|wae"), "e"),
    (re.compile(r"ee|ey|ui(?!$)|eui"), "i"),
    (re.compile(r"w(?=[ou])"), ""),
    (re.compile(r"uh|oh"), "u"),
    (re.compile(r"o"), "u"),
    (re.compile(r"ch|jj|j"), "c"),
    (re.compile(r"kk|gg|g"), "k"),
    (re.compile(r"tt|dd|d"), "t"),
    (re.compile(r"pp|bb|b"), "p"),
    (re.compile(r"sh|ss"), "s"),
    (re.compile(r"^(?:lee|yi|rhee|ri|li|i)$"), "i"),
    (re.compile(r"^(?:l|rh|r)"), "l"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=4096)
def _by_ear(word: str) -> str:
    """A Korean name in small letters with the sounds made one that its romanisations part."""
    word = word.replace("'", "")
    for spelled, sound in _KOREAN_SOUNDS:
        word = spelled.sub(sound, word)
    return word


_INITIALS = {
    "ch'": ("q", "ch"), "ch": ("zh", "j", "q", "ch"), "hs": ("x",), "k'": ("k",), "k": ("g", "k"),
    "t'": ("t",), "t": ("d", "t"), "p'": ("p",), "p": ("b", "p"), "ts'": ("c",),
    "ts": ("z", "c"), "tz'": ("c",), "tz": ("z", "c"), "ss": ("s",), "j": ("r", "j"),
}  # fmt: skip
_SYLLABLE = re.compile(r"(ch'?|hs|k'?|t[sz]'?|t'?|p'?|ss|j|sh|[bcdfghlmnqrsxzwy]*)(.*)")
_FINALS = {
    "ung": ("ong",), "ien": ("ian",), "ieh": ("ie",), "ueh": ("ue",), "ih": ("i",),
    "uei": ("ui",), "erh": ("er",), "eh": ("e",), "en": ("en", "an"), "o": ("e", "uo", "o"),
    "u": ("u", "i", "ou"), "iung": ("iong",), "ieng": ("ing",),
}  # fmt: skip


@lru_cache(maxsize=4096)
def _pinyin(syllable: str) -> tuple[str, ...]:
    """What a syllable in Wade and Giles' spelling may be in pinyin; itself comes first."""
    found = [syllable.replace("'", "")]
    match = _SYLLABLE.fullmatch(syllable)
    if match and len(syllable) < 8:
        first, rest = match.groups()
        for initial in _INITIALS.get(first, (first,)):
            found += [initial + final for final in (rest, *_FINALS.get(rest, ()))]
    return tuple(dict.fromkeys(found))


def names_at(
    words: list[str], lower: list[str], place: int
) -> Iterator[tuple[int, str, list[str]]]:
    """The token behind a name that may begin at `place`, its family name and its given ones."""
    if words[place + 2 : place + 3] == ["-"] and place + 3 < len(words):
        yield place + 4, lower[place], [lower[place + 1], lower[place + 3]]
    if words[place + 1 : place + 2] == ["-"] and place + 3 < len(words):
        yield place + 4, lower[place + 3], [lower[place], lower[place + 2]]
    capital = [word[0].isupper() for word in words[place + 1 : place + 3]]
    if capital == [True, True]:
        yield place + 3, lower[place], [lower[place + 1], lower[place + 2]]
        yield place + 3, lower[place + 2], [lower[place], lower[place + 1]]
    if capital[:1] == [True]:
        yield place + 2, lower[place], [lower[place + 1]]
        yield place + 2, lower[place + 1], [lower[place]]
