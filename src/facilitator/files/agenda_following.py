"""Following the agenda file while the desk is open: a plan may change during the meeting."""

from __future__ import annotations

import hashlib
from pathlib import Path

from facilitator.errors import Trouble
from facilitator.files.reading import read_text
from facilitator.files.saved_file import SavedFile
from facilitator.state import AgendaNews


def digest_of(text: str) -> str:
    """By what an agenda file is known again; two files differ in it where one letter differs."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class FollowedAgenda:
    """The agenda file that the desk was given; made before it is read for the first time."""

    def __init__(self, path: Path) -> None:
        self._file = SavedFile(path)
        self._told = ""

    def news(self) -> AgendaNews | None:
        """The plan where the file was saved; why it could not be read, once for each reason."""
        if not self._file.saved():
            return None
        if self._file.gone:
            return self._trouble("it is gone")
        from facilitator.files.agenda_file import parse  # loads the validator, 85 ms

        try:
            text = read_text(self._file.path)
            checked = parse(text, str(self._file.path))
        except Trouble as trouble:
            return self._trouble(trouble.hint or trouble.message)
        if checked.agenda is None:
            first = next(each for each in checked.problems if each.severity == "error")
            key = f"{first.key}: " if first.key else ""
            return self._trouble(f"line {first.line}: {key}{first.what}")
        self._told = ""
        return AgendaNews(checked.agenda, digest_of(text))

    def _trouble(self, why: str) -> AgendaNews | None:
        if why == self._told:
            return None
        self._told = why
        return AgendaNews(trouble=f"agenda file not read, the plan stays: {why}")
