"""Noticing that a file was saved: by its looks alone, without opening it."""

from __future__ import annotations

from pathlib import Path

_Stamp = tuple[int, int, int] | None


class SavedFile:
    """A file that somebody edits; make it before the file is read for the first time.

    Editors write a file in pieces or put another one in its place, so a save is told only
    once the file has stood as it is from one call to the next.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._told = self._last = self._stamp()

    @property
    def gone(self) -> bool:
        """Whether no file was there at the last look."""
        return self._last is None

    def saved(self) -> bool:
        """Whether it stands otherwise than when this was last True; raises nothing."""
        stamp = self._stamp()
        settled, self._last = stamp == self._last, stamp
        if stamp == self._told or not settled:
            return False
        self._told = stamp
        return True

    def _stamp(self) -> _Stamp:
        try:
            found = self.path.stat()
        except (OSError, ValueError):
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino
