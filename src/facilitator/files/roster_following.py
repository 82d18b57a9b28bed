"""Following the roster file while a screen is open: it may be corrected during the meeting."""

from __future__ import annotations

from pathlib import Path

from facilitator.errors import Trouble
from facilitator.files.saved_file import SavedFile
from facilitator.ports import RosterNews


class FollowedRoster:
    """The roster file that a screen was given; made before it is read for the first time."""

    def __init__(self, path: Path) -> None:
        self._file = SavedFile(path)
        self._told = ""

    def news(self) -> RosterNews | None:
        """The roster where the file has changed; why it could not be read, once."""
        if not self._file.saved():
            return None
        if self._file.gone:
            return self._trouble("it is gone")
        from facilitator.files.roster_file import load_roster  # loads the validator, 85 ms

        try:
            checked = load_roster(self._file.path)
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
