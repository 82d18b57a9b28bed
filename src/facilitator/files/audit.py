"""Files searched for the private strings of a roster: which file, which place, how often."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from facilitator.errors import Trouble
from facilitator.files.any_file import Piece, pieces
from facilitator.files.problems import shown_path
from facilitator.guard.private import Private
from facilitator.text import ANY_LENGTH, clean


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in a file: `place` tells a person where, `count` how often it stands there."""

    file: str
    place: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Audit:
    """What a search found. `names` are how many private names were looked for, `found` how
    many of them stand somewhere; `published` are hits of names that the agenda publishes."""

    private: tuple[Hit, ...]
    published: tuple[Hit, ...]
    names: int
    found: int
    files: int
    unread: tuple[str, ...]

    @property
    def line(self) -> str:
        """The count, in a line that can go into a mail."""
        return f"{self.found} of {self.names} names found in {self.files} of our files"


def audit(private: Private, files: Iterable[Path], texts: Iterable[Piece] = ()) -> Audit:
    """Search files, and `texts` that are in no file of their own."""
    hits: Counter[tuple[str, str, str, bool]] = Counter()
    found: set[int] = set()
    unread: list[str] = []
    number = 0

    def look(file: str, piece: Piece, but: frozenset[int] = frozenset()) -> set[int]:
        seen: set[int] = set()
        text, passed, line = piece.text, 0, 1
        for each in private.find(text, prose=piece.prose):
            if each.entry in but:
                continue
            line += text.count("\n", passed, each.start)
            passed = each.start
            place = piece.place or f"line {line}"
            words = clean(" ".join(each.words.split()), cap=ANY_LENGTH)
            hits[file, clean(place, cap=ANY_LENGTH), words, each.published] += 1
            seen.add(each.entry)
            if not each.published:
                found.add(each.entry)
        return seen

    for piece in texts:
        look("the record", piece)
    for path in files:
        number += 1
        where = shown_path(str(path))
        try:
            read = pieces(path)
        except Trouble as trouble:
            unread.append(str(trouble.message))
            continue
        known = {entry for piece in read.text for entry in look(where, piece)}
        # What stands in a cell stands in the bytes too: told once.
        for piece in read.raw:
            look(where, piece, frozenset(known))
        unread += [f"{where}: {each}" for each in read.unread]

    def told(published: bool) -> tuple[Hit, ...]:
        some = [(key[:3], count) for key, count in hits.items() if key[3] is published]
        return tuple(Hit(*key, count) for key, count in some)

    return Audit(
        told(False),
        told(True),
        private.people + private.bodies,
        len(found),
        number,
        tuple(unread),
    )


def files_below(paths: Sequence[Path], but: Path | None = None) -> Iterator[Path]:
    """Every ordinary file at or below the paths, each once, by name; never the file `but`.

    Raises `Trouble` (2) where a path does not exist, or a folder cannot be looked into.
    """
    seen: set[tuple[int, int]] = set()
    if but is not None:
        seen.add(_identity(but))
    for path in paths:
        if not path.exists():
            raise Trouble(f"{shown_path(str(path))}: there is no such file or folder", "")
        for each in _walk(path):
            identity = _identity(each)
            if identity not in seen:
                seen.add(identity)
                yield each


def _walk(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return

    def refused(error: OSError) -> None:
        where = shown_path(str(error.filename))
        raise Trouble(f"{where}: cannot be read", (error.strerror or "an error").lower())

    for folder, folders, names in os.walk(path, onerror=refused):
        folders.sort()
        for name in sorted(names):
            each = Path(folder, name)
            if each.is_file():
                yield each


def _identity(path: Path) -> tuple[int, int]:
    try:
        facts = path.stat()
    except OSError:
        return (0, hash(str(path)))
    return facts.st_dev, facts.st_ino
