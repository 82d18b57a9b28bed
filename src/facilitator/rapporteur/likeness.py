"""How alike points are, from their words alone: stems that are rare in the session count most.

Everything here gives the same answer whatever order the points come in: they are first put
in the order of their texts.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from facilitator.record import Note, NoteId

ALIKE = 0.5
"""From here two points may say the same, and are offered to be merged."""

AKIN = 0.3
"""From here two points speak of the same, and stand together."""

_LONGEST = 7
"""Letters of a stem; what follows is mostly ending."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ENDINGS = ("ingly", "ations", "ation", "ments", "ment", "ings", "ing", "edly", "ies", "ied")
_SHORT_ENDINGS = ("ed", "en", "es", "ly", "s")

# Words that tie a sentence together and say nothing of its subject; "not" and "no" do.
_TIES = frozenset(
    """a about after all also am an and any are as at be been before being both but by can could
    did do does for from had has have he her here his how i if in into is it its just may
    might more most much must of on only or other others our own said same say says she should
    since so some such than that the their them then there these they this those through to
    too under up very was we were what when where which while who whose why will with would
    you your""".split()
)


def stems(text: str) -> frozenset[str]:
    """The subject words of a text, without capitals, accents and endings.

    Where words are not set apart (Chinese, Japanese) each character counts as one.
    """
    folded = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    plain = unicodedata.normalize("NFC", bare)  # Korean syllables whole again
    found: set[str] = set()
    for word in _WORD.findall(plain):
        if any(unicodedata.east_asian_width(c) == "W" and not "가" <= c <= "힣" for c in word):
            found.update(word)
        elif word not in _TIES:
            found.add(_stem(word))
    return frozenset(found)


def _stem(word: str) -> str:
    if word.isdecimal():
        return word
    word = word.replace("’", "'").partition("'")[0] or word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)][:_LONGEST]
    for ending in _SHORT_ENDINGS:
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word.removesuffix("e")[:_LONGEST] if len(word) > 3 else word


@dataclass(frozen=True, slots=True)
class Pair:
    """Two points and how alike they are, from 0 to 1; `one` has the earlier text.

    `readings`: they are two laptops' wordings of one point, and `one` is the one that stands.
    """

    one: NoteId
    other: NoteId
    alike: float
    readings: bool = False


def pairs(
    notes: Iterable[Note], least: float = ALIKE, rest: Callable[[], bool] = lambda: True
) -> tuple[Pair, ...] | None:
    """Every two of the notes that are at least so much alike, the most alike first.

    `rest` is called now and then; where it says False the work is given up (None). Points
    without a subject word are like no other.
    """
    ordered = in_order(notes)
    weighed = _weighed([stems(note.text) for note in ordered])
    # Two lists of words that are alike enough share one of the words that make up the first,
    # rarest part of each; so only points that share such a word are ever compared.
    holders: dict[str, list[int]] = {}
    found: list[tuple[float, int, int]] = []
    for place, words in enumerate(weighed):
        if not rest():
            return None
        near: set[int] = set()
        left = 1.0
        for word, weight in words.items():
            if left < least * least - 1e-9:
                break
            left -= weight * weight
            known = holders.setdefault(word, [])
            near.update(known)
            known.append(place)
        for before in near:
            alike = _shared(words, weighed[before])
            if alike >= least:
                found.append((alike, before, place))
    found.sort(key=lambda each: (-round(each[0], 9), each[1], each[2]))
    return tuple(Pair(ordered[a].id, ordered[b].id, alike) for alike, a, b in found)


def in_order(notes: Iterable[Note]) -> list[Note]:
    """The notes by their texts; nothing of when they came plays a part."""
    return sorted(notes, key=lambda note: (note.text.casefold(), note.text, note.id))


@dataclass(frozen=True, slots=True)
class Likeness:
    """A place for each note, and the pairs that may say the same, the most alike first."""

    ranks: Mapping[NoteId, int]
    alike: tuple[Pair, ...]


def likeness(notes: Sequence[Note], rest: Callable[[], bool] = lambda: True) -> Likeness | None:
    """Places such that notes that speak of the same stand together, and pairs to merge."""
    akin = pairs(notes, AKIN, rest)
    if akin is None:
        return None
    return Likeness(ranks(notes, akin), tuple(pair for pair in akin if pair.alike >= ALIKE))


def ranks(notes: Sequence[Note], akin: Iterable[Pair]) -> Mapping[NoteId, int]:
    """A place for each note by the pairs that are akin.

    The largest such group comes first; within it each note follows one that is like it.
    """
    ordered = in_order(notes)
    at = {note.id: place for place, note in enumerate(ordered)}
    beside: list[list[tuple[float, int]]] = [[] for _ in ordered]
    for pair in akin:
        a, b = at[pair.one], at[pair.other]
        beside[a].append((-pair.alike, b))
        beside[b].append((-pair.alike, a))
    groups: list[list[int]] = []
    seen = [False] * len(ordered)
    for start in range(len(ordered)):
        if seen[start]:
            continue
        group, waiting = [], [start]
        seen[start] = True
        while waiting:
            place = waiting.pop()
            group.append(place)
            for _, near in sorted(beside[place], reverse=True):
                if not seen[near]:
                    seen[near] = True
                    waiting.append(near)
        groups.append(group)
    groups.sort(key=lambda group: (-len(group), group[0]))
    places = (place for group in groups for place in group)
    return {ordered[place].id: rank for rank, place in enumerate(places)}


def _weighed(texts: Sequence[frozenset[str]]) -> list[dict[str, float]]:
    """The words of each text, the rarest first, with weights whose squares add up to 1."""
    held_by = Counter(word for words in texts for word in words)
    rare = {word: 1.0 + math.log(len(texts) / number) for word, number in held_by.items()}
    weighed: list[dict[str, float]] = []
    for words in texts:
        ordered = sorted(words, key=lambda word: (-rare[word], word))
        length = math.sqrt(sum(rare[word] ** 2 for word in ordered)) or 1.0
        weighed.append({word: rare[word] / length for word in ordered})
    return weighed


def _shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if len(other) < len(one):
        one, other = other, one
    return math.fsum(weight * other[word] for word, weight in one.items() if word in other)
