"""The database's errors in words for a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.errors import Busy, Trouble
from facilitator.plain import UNREADABLE


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the database's errors into words for a person."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise Busy from None
        if code == sqlite3.SQLITE_FULL:
            raise Trouble("the disk is full", "make some room; nothing kept is lost") from None
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
            raise Trouble(
                f"cannot write to {path}",
                "check the folder's permissions, or choose another with --home",
            ) from None
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or "decode" in str(error):
            raise damaged(path) from None
        if code == sqlite3.SQLITE_IOERR:
            raise Trouble(
                "the disk does not answer", "check the disk; what was kept before is safe"
            ) from None
        raise


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn values that the program never wrote into words for a person."""
    try:
        yield
    except UNREADABLE:
        raise damaged(path) from None


def damaged(path: Path) -> Trouble:
    """What to say of a file that holds something else than a session."""
    return Trouble(
        f"{path} is damaged or not a session of facilitator",
        "restore it from a backup; it was left untouched",
    )


def file_trouble(path: Path, error: OSError) -> Trouble:
    reason = (error.strerror or type(error).__name__).lower()
    return Trouble(f"cannot write to {path}", f"{reason}; choose another folder with --home")
