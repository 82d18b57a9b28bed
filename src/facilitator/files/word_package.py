"""A Word file as what it is, an archive of parts: opened with a cap on everything it holds."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.errors import Trouble

FILE_CAP = 64 * 1024 * 1024
"""Bytes that a Word file may have, pictures included."""

PARTS_CAP = 5_000
"""Parts that its archive may hold."""

UNPACKED_CAP = 32 * 1024 * 1024
"""Bytes that all its text parts may have together, unpacked; 200 pages have about five."""

_ENTRY = b"PK\x01\x02"
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError, IndexError,
    NotImplementedError, RuntimeError, OverflowError,
)  # fmt: skip
AGAIN = "open it in a word processor and save it again as .docx or .txt"


@dataclass(slots=True)
class Budget:
    """Bytes that may still be unpacked; an archive inside the archive draws on the same."""

    left: int = UNPACKED_CAP


class Package:
    """The parts of one archive. Every error is one `Trouble` (2) that begins with `where`."""

    def __init__(self, data: bytes, where: str, budget: Budget) -> None:
        self.where = where
        self.budget = budget
        if len(data) > FILE_CAP:
            raise Trouble(
                f"{where}: larger than {FILE_CAP // 1024**2} MiB, so it is not read",
                "save it without its pictures",
            )
        # The directory is counted before it is read: each entry costs ten times its size.
        if data.count(_ENTRY) > PARTS_CAP:
            raise Trouble(f"{where}: holds too many parts to be a Word document", AGAIN)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise broken(where) from None
        self._entries = self._archive.infolist()
        self.comment = self._archive.comment.decode("utf-8", "replace")
        if any(entry.flag_bits & 1 for entry in self._entries):
            raise Trouble(f"{where}: is locked with a password", "take the password off and save")

    @property
    def names(self) -> list[str]:
        """The names of its parts."""
        return [entry.filename for entry in self._entries]

    def parts(self) -> Iterator[tuple[str, zipfile.ZipInfo]]:
        """Every part but folders, also where two have one name."""
        for entry in self._entries:
            if not entry.is_dir():
                yield entry.filename, entry

    def begins(self, entry: zipfile.ZipInfo, count: int = 64) -> bytes:
        """How a part begins."""
        return self._read(entry, count)

    def bytes_of(self, entry: zipfile.ZipInfo) -> bytes:
        """A whole part, unpacked, within the budget."""
        data = self._read(entry, self.budget.left + 1)
        if len(data) > self.budget.left:
            self.budget.left = 0
            raise Trouble(
                f"{self.where}: unpacks to more than {UNPACKED_CAP // 1024**2} MiB of text,"
                " so it is not read",
                "is it the right file?",
            )
        self.budget.left -= len(data)
        return data

    def _read(self, entry: zipfile.ZipInfo, most: int) -> bytes:
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise broken(self.where)
        try:
            with self._archive.open(entry) as part:
                return part.read(most)
        except _BROKEN:
            raise broken(self.where) from None


def broken(where: str) -> Trouble:
    """The file is damaged, or no such file at all."""
    return Trouble(f"{where}: is damaged, or no Word document", AGAIN)
