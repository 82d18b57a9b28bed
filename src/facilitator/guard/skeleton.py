"""How near two spellings of one name are.

A transliterated name keeps its consonants and changes its vowels: Mohammad, Muhammed,
Mohamed. `skeleton` keeps what stays, `distance` says how much of the rest has moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_SOUNDS = (
    ("tsch", "c"), ("dsch", "j"), ("shch", "s"), ("sch", "s"), ("tch", "c"), ("dzh", "j"),
    ("ch", "c"), ("sh", "s"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"),
    ("dh", "d"), ("bh", "b"), ("ck", "k"), ("cz", "c"), ("sz", "s"), ("rz", "j"), ("ts", "c"),
    ("tz", "c"), ("dj", "j"), ("dz", "z"), ("ou", "u"), ("ee", "i"), ("oo", "u"), ("qu", "k"),
    ("x", "ks"), ("q", "k"), ("w", "v"),
)  # fmt: skip
_SOUND = re.compile("|".join(spelled for spelled, _ in _SOUNDS))
_HEARD = dict(_SOUNDS)
_TWICE = re.compile(r"(.)\1+")
_SOFT_C = re.compile(r"c(?=[aou]|[lrktn])")
_VOWEL = re.compile(r"[aeiouy]+")
_HARD = str.maketrans({"z": "s", "c": "s", "g": "k", "j": "s", "p": "b", "t": "d"})


@lru_cache(maxsize=16384)
def heard(word: str) -> str:
    """A word in small ASCII letters, spelled as it sounds: one letter a sound."""
    if word[:1] == "y" and word[1:2] in "aeiou":
        word = "j" + word[1:]
    return _TWICE.sub(r"\1", _SOUND.sub(lambda m: _HEARD[m.group()], _SOFT_C.sub("k", word)))


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """The consonants of a word in small ASCII letters, near sounds made one.

    A leading vowel is kept as "a"; an h only in front.
    """
    sounds = heard(word)
    bones = _VOWEL.sub("", sounds)
    bones = bones[:1] + bones[1:].replace("h", "")
    if sounds[:1] in "aeiouy":
        bones = "a" + bones.replace("h", "")
    return _TWICE.sub(r"\1", bones.translate(_HARD))


def deletions(bones: str) -> Iterator[str]:
    """`bones` with each one letter left out: two that share one differ by one consonant."""
    for place in range(1, len(bones)):
        yield bones[:place] + bones[place + 1 :]


def distance(one: str, other: str, most: int) -> int:
    """Letters to insert, drop, change or swap with a neighbour; `most + 1` when more."""
    if one == other:
        return 0
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
