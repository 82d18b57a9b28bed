"""Which words the points of a session may hold, without one of the words.

A Bloom filter of the words' beginnings: it says "no" for certain and "yes" nearly always
rightly, so that a search opens only the sessions that are worth it. Nothing can be read out
of it; a word can only be tried. It must go when a word does: `stores.finding` sees to that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from hashlib import blake2b

from facilitator.searching import folded

LONGEST = 14
"""Letters of a word that count: longer words are found by their beginnings, then looked at."""

SHORTEST = 2
"""Letters that a searched word must have."""

BLOCK = 64
"""Bytes of the filter in which all signs of one word lie, so that little must be read."""

_TRIES = 4
_BITS_EACH = 14
_WORD = re.compile(r"\w+")


def words(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: without capitals and marks over letters."""
    return tuple(_WORD.findall(folded(text)))


def sought(text: str) -> tuple[str, ...]:
    """What somebody looks for: each word, or beginning of one, that is long enough."""
    return tuple(word for word in dict.fromkeys(words(text)) if len(word) >= SHORTEST)


def index(texts: Iterable[str]) -> bytes:
    """The filter of all words in `texts`: a power of two of blocks."""
    found: set[str] = set()
    for text in texts:
        found.update(words(text))
    beginnings = {word[:n] for word in found for n in range(SHORTEST, min(len(word), LONGEST) + 1)}
    blocks = 1
    while blocks * BLOCK * 8 < len(beginnings) * _BITS_EACH:
        blocks *= 2
    bits = bytearray(blocks * BLOCK)
    for beginning in beginnings:
        block, signs = _signs(beginning)
        start = (block & (blocks - 1)) * BLOCK
        for sign in signs:
            bits[start + (sign >> 3)] |= 1 << (sign & 7)
    return bytes(bits)


class Wanted:
    """Words to be looked for in many filters."""

    def __init__(self, sought: Iterable[str]) -> None:
        """`sought` as the function of that name gives them."""
        self._signs = [_signs(word[:LONGEST]) for word in sought]

    def may_be_in(self, blocks: int, read: Callable[[int], bytes]) -> bool:
        """Whether a session may hold every one of the words.

        `blocks` is how many its filter has, and `read` gives the block of a number from 0.
        """
        for block, signs in self._signs:
            bits = read(block & (blocks - 1))
            if not all(bits[sign >> 3] >> (sign & 7) & 1 for sign in signs):
                return False
        return True


def holds(text: str, sought: Iterable[str]) -> bool:
    """Whether every searched word begins some word of the text."""
    whole = folded(text)
    if not all(word in whole for word in sought):
        return False  # cutting a text into words takes ten times as long
    told = f" {' '.join(_WORD.findall(whole))}"
    return all(f" {word}" in told for word in sought)


def _signs(beginning: str) -> tuple[int, tuple[int, ...]]:
    """The number of the block, before it is cut to how many there are, and the bits in it."""
    digest = int.from_bytes(blake2b(beginning.encode(), digest_size=12).digest(), "little")
    bits = tuple(digest >> (32 + 9 * n) & (BLOCK * 8 - 1) for n in range(_TRIES))
    return digest & 0xFFFFFFFF, bits
