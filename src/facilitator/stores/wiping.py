"""Overwriting what a file held."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from facilitator.errors import Busy
from facilitator.stores.trouble import file_trouble, told


def zero(path: Path) -> None:
    """Fill a file with zeros in place and wait until the disk has them."""
    try:
        handle = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return
    try:
        size = os.fstat(handle).st_size
        block = bytes(65536)
        for offset in range(0, size, len(block)):
            os.pwrite(handle, block[: min(len(block), size - offset)], offset)
        os.fsync(handle)
    finally:
        os.close(handle)


def scrub(writer: sqlite3.Connection, path: Path) -> bool:
    """Rewrite the record and wipe its journal; False, and still due, where a reader is busy.

    Rewriting alone would leave the old order and the erased text in the journal, which holds
    the pages as they were; so the journal is filled with zeros under a lock that keeps every
    other connection from needing it.
    """
    try:
        with told(path):
            writer.execute("VACUUM")
            writer.execute("BEGIN EXCLUSIVE")
            try:
                zero(path.with_name(path.name + "-journal"))
            finally:
                writer.execute("ROLLBACK")
            writer.execute("UPDATE session SET scrub_pending = 0")
    except Busy:
        return False
    except OSError as error:
        raise file_trouble(path, error) from None
    return True
