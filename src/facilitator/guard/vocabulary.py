"""Whether a word is English at all: what no dictionary knows is a name, or a slip in one."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "words_en.txt"


@lru_cache(maxsize=16384)
def is_english(word: str) -> bool:
    """Whether `word` (small ASCII letters) stands in the dictionary, inflected forms included.

    Names, places and abbreviations do not stand there. The first question reads the file
    (a millisecond); the words stay one text, since a set of them would cost 20 ms and 6 MB.
    """
    wanted = word.encode("ascii", "replace")
    words = _words()
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
def _words() -> bytes:
    """The words in alphabetical order, each with a line end behind it."""
    return _FILE.read_bytes().partition(b"\n\n")[2]
