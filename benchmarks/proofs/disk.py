"""A disk that forgets, tears and fills up, below the program's own store.

The store runs on another build of SQLite (`apsw`), whose file system is ours: it writes every
change of a file down, or refuses it. What a power cut leaves is then made up from that log.
"""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

import apsw

from facilitator.cli import destroying
from facilitator.stores import connection, wiping

SECTOR = 512
"""Bytes that a disk writes as one, unless the cut tears even them."""

VFS = "proofs"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one file: bytes at a place, a new size (`data` None), or a sync (both).

    `gone` is the loss of its name, which is safe once its folder is synced.
    """

    file: str
    place: int | None = None
    data: bytes | None = None
    gone: bool = False


@dataclass
class Disk:
    """The log of all changes, and how many writes there is still room for (None: no end).

    The first write without room fails, and after it every one that makes a file larger.
    """

    log: list[Change] = field(default_factory=list)
    writes: int = 0
    room: int | None = None

    def write(self, file: str, place: int, data: bytes, size: int) -> None:
        self.writes += 1
        if self.room is not None:
            self.room -= 1
            if self.room == -1 or (self.room < -1 and place + len(data) > size):
                raise apsw.FullError("no room")
        self.log.append(Change(file, place, data))


DISK = Disk()


class _File(apsw.VFSFile):
    def __init__(self, inherit: str, name: Any, flags: list[int]) -> None:
        self.path = name.filename() if isinstance(name, apsw.URIFilename) else name
        super().__init__(inherit, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        DISK.write(str(self.path), offset, bytes(data), self.xFileSize())
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:
        DISK.log.append(Change(str(self.path), newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:
        # How the disk is told to wait changes nothing of what is in the file.
        DISK.log.append(Change(str(self.path)))


class _VFS(apsw.VFS):
    def __init__(self) -> None:
        super().__init__(VFS, "")

    def xOpen(self, name: Any, flags: list[int]) -> _File:
        return _File("", name, flags)


class _Cursor:
    """All rows of one statement, as `sqlite3` gives them."""

    def __init__(self, rows: list[Any], changed: int) -> None:
        self._rows, self.rowcount = iter(rows), changed

    def __iter__(self) -> Iterator[Any]:
        return self._rows

    def fetchone(self) -> Any:
        return next(self._rows, None)

    def fetchall(self) -> list[Any]:
        return list(self._rows)


@contextmanager
def _as_sqlite3() -> Iterator[None]:
    try:
        yield
    except apsw.ConstraintError as error:
        raise sqlite3.IntegrityError(str(error)) from None
    except apsw.Error as error:
        told = sqlite3.OperationalError(str(error))
        # Raised by our own disk it carries no number.
        full = isinstance(error, apsw.FullError)
        told.sqlite_errorcode = sqlite3.SQLITE_FULL if full else error.extendedresult
        raise told from None


class _Connection:
    """The part of a `sqlite3` connection that the store uses."""

    def __init__(self, made: apsw.Connection, shared: bool) -> None:
        self._made, self._shared = made, shared

    @property
    def in_transaction(self) -> bool:
        return self._made.in_transaction

    def execute(self, sql: str, values: Any = ()) -> _Cursor:
        if self._shared and ("query_only" in sql or "busy_timeout" in sql):
            return _Cursor([], 0)  # one connection does for both, which writes
        with _as_sqlite3():
            rows = list(self._made.execute(sql, values))
        return _Cursor(rows, self._made.changes())

    def executemany(self, sql: str, values: Any) -> None:
        with _as_sqlite3():
            self._made.executemany(sql, values)

    def close(self) -> None:
        if not self._shared:
            self._made.close()


CARELESS = (
    # A write-ahead log wants memory shared between processes, which this disk does not have.
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
)
"""The control of the power cuts: what is usually recommended, because it is fast."""


def _written_past_sqlite(file: int, data: bytes, place: int) -> int:
    DISK.log.append(Change(str(Path(f"/proc/self/fd/{file}").readlink()), place, bytes(data)))
    return os.pwrite(file, data, place)


def _synced_past_sqlite(file: int) -> None:
    DISK.log.append(Change(str(Path(f"/proc/self/fd/{file}").readlink())))


def _unlinked(path: Path, missing_ok: bool = False) -> None:
    try:
        os.unlink(path)  # noqa: PTH108 - this is what stands in for it
    except FileNotFoundError:
        if not missing_ok:
            raise
    else:
        DISK.log.append(Change(str(path), gone=True))


def _settled(folder: Path) -> None:
    DISK.log.append(Change(str(folder)))


@contextmanager
def on_our_disk(*, careless: bool = False) -> Iterator[Disk]:
    """The program's store on our disk; whatever was logged before is forgotten."""
    vfs = _VFS()
    DISK.__init__()  # type: ignore[misc]
    made: list[apsw.Connection] = []
    sqlite3_connect = sqlite3.connect

    def connect(database: str, timeout: float = 5.0, **more: Any) -> Any:
        if "mode=ro" in database:
            # Whoever searches the files reads what is there, and changes nothing of it.
            return sqlite3_connect(database, timeout=0.0, **more)
        if not careless or not made:
            opened = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_URI
            made.append(apsw.Connection(database, flags=opened, vfs=VFS))
            made[-1].set_busy_timeout(int(timeout * 1000))
        return _Connection(made[-1], careless)

    ours = {name: getattr(os, name) for name in ("open", "close", "fstat", "O_RDWR")}
    ours |= {"pwrite": _written_past_sqlite, "fsync": _synced_past_sqlite}
    with (
        mock.patch.object(connection.sqlite3, "connect", connect),
        mock.patch.object(wiping, "os", SimpleNamespace(**ours)),
        mock.patch.object(destroying.Path, "unlink", _unlinked),
        mock.patch.object(destroying, "_settled", _settled),
    ):
        if careless:
            with mock.patch.object(connection, "PRAGMAS", CARELESS):
                yield DISK
        else:
            yield DISK
    for each in made:
        each.close()
    vfs.unregister()


class Remains:
    """What is left of the files after a cut at any place in a log, which only goes forward."""

    def __init__(self, log: Sequence[Change], files: dict[str, bytes]) -> None:
        """`files` is what was on the disk when the log began."""
        self._log, self._at = log, 0
        self._safe = {name: bytearray(data) for name, data in files.items()}
        self._unsafe: dict[str, list[Change]] = {}
        self._going: set[str] = set()

    def cut(self, at: int, chance: random.Random) -> dict[str, bytes]:
        """The files after a cut behind `at` changes: of what was not synced, anything."""
        for change in self._log[self._at : at]:
            if change.gone:
                self._going.add(change.file)
                continue
            if change.place is not None:
                self._unsafe.setdefault(change.file, []).append(change)
                continue
            for name in [name for name in self._going if str(Path(name).parent) == change.file]:
                self._going.remove(name)
                self._safe.pop(name, None)
                self._unsafe.pop(name, None)
            if Path(change.file).is_dir():
                continue
            safe = self._safe.setdefault(change.file, bytearray())
            for each in self._unsafe.pop(change.file, []):
                _put(safe, each)
        self._at = at
        left = {name: bytearray(data) for name, data in self._safe.items()}
        for name, changes in self._unsafe.items():
            if name not in left and chance.random() < 0.5:
                continue  # not even its name had reached the folder
            # Sometimes the disk got nearly everything, sometimes nearly nothing.
            reached = chance.random()
            for change in changes:
                for piece in _sectors(change):
                    if chance.random() < reached:
                        _put(left.setdefault(name, bytearray()), _torn(piece, chance))
        for name in self._going:
            if chance.random() < 0.5:
                left.pop(name, None)
        return {name: bytes(data) for name, data in left.items()}


def _put(data: bytearray, change: Change) -> None:
    if change.place is None:
        return
    if change.data is None:
        del data[change.place :]
        return
    if len(data) < change.place:
        data.extend(bytes(change.place - len(data)))
    data[change.place : change.place + len(change.data)] = change.data


def _sectors(change: Change) -> Iterator[Change]:
    """A write in the pieces that reach a disk each for itself."""
    if change.data is None or change.place is None:
        yield change
        return
    at, end = change.place, change.place + len(change.data)
    while at < end:
        stop = min(end, (at // SECTOR + 1) * SECTOR)
        yield Change(change.file, at, change.data[at - change.place : stop - change.place])
        at = stop


def _torn(piece: Change, chance: random.Random) -> Change:
    if piece.data is None or chance.random() < 0.9:
        return piece
    return Change(piece.file, piece.place, piece.data[: chance.randrange(len(piece.data))])
