"""Lists of words in files: English words, cities of the world, names that everybody knows.

What no dictionary knows is a name, or a slip in one.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"


@lru_cache(maxsize=16384)
def is_english(word: str) -> bool:
    """Whether `word` (small ASCII letters) stands in the dictionary, inflected forms included.

    Names, places and abbreviations do not stand there.
    """
    return _stands_in("words_en.txt", word)


@lru_cache(maxsize=4096)
def is_city(name: str) -> bool:
    """Whether `name` (small ASCII letters, no hyphens or apostrophes) is a large city's."""
    return _stands_in("cities.txt", name)


@lru_cache(maxsize=4096)
def is_famous(surname: str) -> bool:
    """Whether `surname` (small ASCII letters) is also that of somebody whom everybody knows."""
    return _stands_in("famous.txt", surname)


def _stands_in(file: str, word: str) -> bool:
    """Whether `word` is a line of a file in alphabetical order.

    The first question reads the file (a millisecond); the words stay one text, since a set of
    them would cost 20 ms and 6 MB.
    """
    wanted = word.encode("ascii", "replace")
    words = _words(file)
    low, high = 0, len(words)
    while low < high:
        start = words.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = words.find(b"\n", start)
        found = words[start:end]
        if found == wanted:
            return True
        if found < wanted:
            low = end + 1
        else:
            high = start
    return False


@cache
def _words(file: str) -> bytes:
    """The lines in alphabetical order, each with a line end behind it, without the notice."""
    return (_DATA / file).read_bytes().partition(b"\n\n")[2]
