"""The two ways in which something a person asked for does not happen.

    Exception
    ├── Refused    the domain says no, in plain words (off the record, an older state …)
    └── Trouble    the environment does not let us (disk full, unreadable file …)
        └── Busy   somebody else holds the record at this moment; try again

Everything else is a bug and ends the program through its crash handler.
"""

from __future__ import annotations


class Refused(Exception):
    """The domain says no; the message is one sentence for the person on screen."""


class StaleState(Refused):
    """The command was given on an older state than the one that stands now."""


class Trouble(Exception):
    """The environment does not let us; a message, a hint how to mend it, an exit status."""

    def __init__(self, message: str, hint: str = "", status: int = 2) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.status = status

    def __str__(self) -> str:
        return f"{self.message}: {self.hint}" if self.hint else self.message


class Busy(Trouble):
    """Somebody else holds the record at this moment; trying again soon is enough."""

    def __init__(self) -> None:
        super().__init__(
            "the record is busy: another program holds it", "try again in a moment", status=1
        )
