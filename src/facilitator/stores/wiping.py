"""Overwriting what a file held."""

from __future__ import annotations

import os
from pathlib import Path


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
