"""Search over the points of every session, newest first.

Beside the record of a closed session lies a filter of its words (`word_index`), made at the
first search and dropped by whoever takes words out of the record (`forget_words`). It holds
no text, lies in the session's own folder, and counts only while the record is as it was.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from facilitator.text import ANY_LENGTH, clean
from facilitator.word_index import BLOCK, Wanted, holds, index, sought

WORDS = "words.index"
"""The name of the filter, in the session's folder."""

_BUILT = 100
"""Filters made in one search; the rest waits for the next, so that none takes a minute."""

_RECORD = "record.sqlite3"
_HEAD = 24
_POINTS = "SELECT segment, kind, text FROM note WHERE merged IS NULL"


@dataclass(frozen=True, slots=True)
class Hit:
    """A point that holds every word: in which session and segment, its kind and its text."""

    session: str
    segment: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """The first hits, newest session first; `more` whether there may be others. `unread` are
    sessions whose record could not be read."""

    hits: tuple[Hit, ...]
    more: bool = False
    unread: tuple[str, ...] = ()


def forget_words(record: Path) -> None:
    """Drop the filter beside a record: words have left it, or are about to."""
    record.with_name(WORDS).unlink(missing_ok=True)


def search(folders: Sequence[Path], text: str, most: int = 40) -> Found:
    """Look for points that hold every word (or beginning of one) in `text`.

    `folders` are those of the sessions, in the order in which hits are wanted. At most `most`
    hits come, in the order of nothing: the points of a session stand by their words.
    """
    words = sought(text)
    if not words:
        return Found(())
    wanted = Wanted(words)
    hits: list[Hit] = []
    unread: list[str] = []
    built = 0
    for place, folder in enumerate(folders):
        may = _may_hold(folder, wanted)
        if may is False:
            continue
        try:
            points = _points(folder, build=may is None and built < _BUILT)
            built += may is None
        except (sqlite3.Error, OSError):
            unread.append(folder.name)
            continue
        here = [
            Hit(folder.name, segment, kind, clean(said, cap=ANY_LENGTH))
            for segment, kind, said in points
            if holds(said, words)
        ]
        here.sort(key=lambda hit: hit.text.casefold())
        hits += here
        if len(hits) >= most:
            return Found(tuple(hits[:most]), len(hits) > most or place < len(folders) - 1)
    return Found(tuple(hits), unread=tuple(unread))


def _may_hold(folder: str | Path, wanted: Wanted) -> bool | None:
    """Whether a session may hold the words; None where no filter tells of the record as it is."""
    try:
        handle = os.open(f"{folder}/{WORDS}", os.O_RDONLY)
    except OSError:
        return None
    try:
        if os.pread(handle, _HEAD, 0) != _stamp(f"{folder}/{_RECORD}"):
            return None
        blocks = (os.fstat(handle).st_size - _HEAD) // BLOCK
        return wanted.may_be_in(blocks, lambda n: os.pread(handle, BLOCK, _HEAD + n * BLOCK))
    except (OSError, IndexError):
        return None
    finally:
        os.close(handle)


def _stamp(record: str) -> bytes:
    facts = os.stat(record)  # noqa: PTH116 - a thousand times in a search, and half the price
    parts = (facts.st_mtime_ns, facts.st_size, facts.st_ino)
    return b"".join(part.to_bytes(8, "little") for part in parts)


def _points(folder: Path, *, build: bool) -> Iterable[tuple[str, str, str]]:
    """The points of one session; where it is closed its filter is made on the way."""
    record = folder / _RECORD
    before = _stamp(str(record))
    # Only looked at: nothing is brought up to date, no lock outlives the reading.
    connection = sqlite3.connect(f"{record.absolute().as_uri()}?mode=ro", uri=True, timeout=0.5)
    try:
        points = connection.execute(_POINTS).fetchall()
        (closed,) = connection.execute("SELECT closed FROM session").fetchone()
    finally:
        connection.close()
    if build and closed:
        _build(folder, before, [text for _, _, text in points])
    return points


def _build(folder: Path, stamp: bytes, texts: list[str]) -> None:
    path = folder / WORDS
    draft = folder / f".{WORDS}.{os.getpid()}"
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(handle, stamp + index(texts))
        finally:
            os.close(handle)
        if _stamp(str(folder / _RECORD)) == stamp:
            draft.replace(path)
        else:
            draft.unlink()
    except OSError:
        draft.unlink(missing_ok=True)  # the next search reads the record itself once more
