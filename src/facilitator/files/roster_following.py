"""Following the roster file while a screen is open: it may be corrected during the meeting."""

from __future__ import annotations

from pathlib import Path

from facilitator.errors import Trouble
from facilitator.ports import RosterNews

_Stamp = tuple[int, int, int] | None


class FollowedRoster:
    """The roster file that a screen was given; made before it is read for the first time.

    Editors write a file in pieces or put another one in its place, so it is read again only
    once it has stood as it is from one call to the next.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read = self._last = self._stamp()
        self._told = ""

    def news(self) -> RosterNews | None:
        """The roster where the file has changed; why it could not be read, once."""
        stamp = self._stamp()
        settled, self._last = stamp == self._last, stamp
        if stamp == self._read or not settled:
            return None
        self._read = stamp
        if stamp is None:
            return self._trouble("it is gone")
        from facilitator.files.roster_file import load_roster  # loads the validator, 85 ms

        try:
            checked = load_roster(self._path)
        except Trouble as trouble:
            return self._trouble(trouble.hint or trouble.message)
        if checked.roster is None:
            errors = [each for each in checked.problems if each.severity == "error"]
            return self._trouble(f"line {errors[0].line}: {errors[0].what}")
        self._told = ""
        return RosterNews(checked.roster)

    def _trouble(self, why: str) -> RosterNews | None:
        if self._told:
            return None
        self._told = f"roster not re-read, the one before serves: {why}"
        return RosterNews(trouble=self._told)

    def _stamp(self) -> _Stamp:
        try:
            found = self._path.stat()
        except (OSError, ValueError):
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino
