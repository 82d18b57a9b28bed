"""How near two spellings of one name are.

A transliterated name keeps its consonants, or their kind, and changes its vowels: Mohammad
and Muhammed, Akopian and Hakobyan. `skeleton` keeps what stays; `unlike` weighs by ear what
has moved; `distance` counts slips of the keyboard.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

# One sign a sound: S sh, Z zh, C ch, J j, c ts, T th, x kh, j the y of "yes", N ng.
_SOUNDS = (
    ("ngh", "ngh"), ("tsch", "C"), ("dsch", "J"), ("shch", "S"), ("sch", "S"), ("tch", "C"),
    ("dzh", "J"),
    ("tsh", "C"), ("chh", "C"), ("ssh", "S"), ("ch", "C"), ("sh", "S"), ("zh", "Z"), ("kh", "x"),
    ("gh", "g"), ("ph", "f"), ("th", "T"), ("dh", "d"), ("bh", "b"), ("rh", "r"), ("lh", "l"),
    ("ck", "k"), ("cz", "C"), ("cs", "C"), ("sz", "S"), ("rz", "Z"), ("zs", "Z"), ("ts", "c"),
    ("tz", "c"), ("dj", "J"), ("dz", "J"), ("gj", "J"), ("xh", "J"), ("hs", "S"), ("nj", "nj"),
    ("ou", "u"), ("ee", "i"), ("oo", "u"), ("quh", "k"), ("qu", "ku"), ("x", "ks"), ("q", "k"),
    ("w", "v"), ("j", "J"),
)  # fmt: skip
_SOUND = re.compile("|".join(spelled for spelled, _ in _SOUNDS))
_HEARD = dict(_SOUNDS)
_TWICE = re.compile(r"(.)\1+")
_HARD_C = re.compile(r"c(?=[aou]|[lrktn](?!h))")
_LAST_C = re.compile(r"(?<=i)c$")
_GREEK = re.compile(r"ch(?=[rlntm])")
_GLIDE = re.compile(r"y(?=[aeiou])")
_LONG_END = re.compile(r"(?:iy|yi|ii|ij|yj|ey|ie)$")
_BONES = str.maketrans(
    {
        **dict.fromkeys("aeiouyjhv", ""),
        **dict.fromkeys("bf", "p"),
        **dict.fromkeys("dT", "t"),
        **dict.fromkeys("zSZCJc", "s"),
        **dict.fromkeys("gx", "k"),
        "N": "n",
    }
)


@lru_cache(maxsize=16384)
def heard(word: str) -> str:
    """A word in small ASCII letters, spelled as it sounds: one letter a sound."""
    if word[:1] == "x":
        word = "sh" + word[1:]
    word = _LONG_END.sub("i", _GREEK.sub("kh", word))
    word = _LAST_C.sub("ch", _HARD_C.sub("k", word))
    sounds = _SOUND.sub(lambda m: _HEARD[m.group()], word)
    sounds = _GLIDE.sub("j", sounds).replace("y", "i")
    return _TWICE.sub(r"\1", sounds)


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """The consonants of a word in small ASCII letters, near sounds made one.

    Sounds that one alphabet writes and another leaves out (h, v between vowels, the y of
    "yes") are left out.
    """
    return heard(word).translate(_BONES)


def deletions(bones: str) -> Iterator[str]:
    """`bones` with each one letter left out: two that share one differ by one consonant."""
    for place in range(len(bones)):
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


def unlike(one: str, other: str, most: float) -> float:
    """How far apart two words sound, both as `heard`; more than `most` when they are no match.

    A lost vowel or another one counts less than half a letter, a consonant of the same kind
    a quarter, a strange one a whole letter.
    """
    if one == other:
        return 0.0
    row = [0.0]
    for wanted in other:
        row.append(row[-1] + _LOST.get(wanted, 1.0))
    for letter in one:
        lost = _LOST.get(letter, 1.0)
        near = _NEAR.get(letter, _NONE)
        before, row = row, [row[0] + lost]
        at = row[0]
        for j, wanted in enumerate(other):
            step = before[j]
            if letter != wanted:
                step += near.get(wanted, 1.0)
            at = min(step, before[j + 1] + lost, at + _LOST.get(wanted, 1.0))
            row.append(at)
        if min(row) > most:
            return most + 1
    return row[-1]


_LOST = {**dict.fromkeys("aeiou", 0.45), "j": 0.2, "h": 0.35, "v": 0.8, "g": 0.9}
_NONE: dict[str, float] = {}


def _pairs() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for cost, pairs in _COSTS.items():
        for pair in pairs.split():
            found.setdefault(pair[0], {})[pair[1]] = cost
            found.setdefault(pair[1], {})[pair[0]] = cost
    return found


_COSTS = {
    0.15: "ij",
    0.2: "fv xh kg bp td Tt ZJ cs zs Nn",
    0.25: "ao ei ou ea kx uv CS CZ CJ Jj Ss cC ZS Zz Jz sC",
    0.35: "ai au eo eu io iu cz cJ Ts kC xC kh gx gJ gh bv Td Tz Tc ov js Zs ej Js gZ",
    0.6: "mn lr xJ nl fh Jh Jx",
}
_NEAR = _pairs()
