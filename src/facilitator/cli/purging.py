"""Purging a session: its notes are destroyed, and a receipt without content stays.

The receipt is written first, under another name: where the program is cut off, whoever looks
at the sessions next finds it and goes on. It gets its own name when nothing else is left.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from facilitator import paths
from facilitator.cli.destroying import destroy
from facilitator.errors import Refused, Trouble
from facilitator.runtime import IN_USE, Runtime
from facilitator.service import Secretariat

_BEST_EFFORT = (
    "Overwritten, then removed. On solid-state disks, copy-on-write file systems and in backups"
    " that is the best a program can do."
)


class Purger:
    """Purges one session, whose folder is `folder`."""

    def __init__(self, folder: Path, secretariat: Secretariat) -> None:
        self._folder, self._secretariat = folder, secretariat

    def check(self) -> None:
        """Raise `Refused` where it may not be purged."""
        if not self._secretariat.store.snapshot("").progress.closed:
            raise Refused("not purged: the session is not closed; facilitator close comes first")
        if not self._secretariat.volatile.alone():
            raise Refused(
                "not purged: the session is open in another window or command: leave it there"
            )

    def question(self) -> str:
        """What is destroyed, for the person to agree to."""
        snapshot = self._secretariat.store.snapshot("")
        lines = ["Purging destroys for good:"]
        number = "1 point" if snapshot.total == 1 else f"{snapshot.total} points"
        lines.append(f"  {number}, and everything else in {self._folder}")
        if not snapshot.sealed and snapshot.had_roster:
            lines.append("Not destroyed: the roster (facilitator seal would have done that).")
        there = self._exports()
        if there:
            lines.append("Not destroyed, because they lie where you put them:")
            lines += [f"  {path}" for path in there]
        return "\n".join((*lines, "Purge the session?"))

    def purge(self, today: date) -> Iterator[str]:
        """Destroy it; a line for each thing done, the last of which is the receipt's path."""
        exports = self._exports()
        files = sorted(p for p in self._folder.rglob("*") if p.is_file() and p.name != IN_USE)
        lines = [f"Session {self._folder.name}: its notes were destroyed on {today.isoformat()}."]
        lines += [f"destroyed: {p.name}, {p.stat().st_size} bytes" for p in files]
        lines += [f"still there: {p}, {p.stat().st_size} bytes" for p in exports]
        _write(self._folder / paths.PURGING, "\n".join((*lines, _BEST_EFFORT, "")))
        self._secretariat.store.close()
        self._secretariat.volatile.destroy()
        _rest(self._folder)
        yield f"{len(files)} files destroyed"
        yield from (f"still there, destroy it yourself: {path}" for path in exports)
        yield str(self._folder / paths.RECEIPT)

    def _exports(self) -> list[Path]:
        return [p for name in self._secretariat.store.written() if (p := Path(name)).is_file()]


def finish_purges(root: Path) -> None:
    """Go on with every purge below `root` that was cut off; one that cannot is left for later."""
    for marker in sorted((root / "sessions").glob(f"*/{paths.PURGING}")):
        folder = marker.parent
        volatile = Runtime(paths.runtime_dir(folder, make=False), folder, "command")
        try:
            if volatile.alone():
                volatile.destroy()
                with suppress(Trouble):
                    _rest(folder)
        finally:
            volatile.release()


def _rest(folder: Path) -> None:
    """Destroy what is left beside the marker, and let it be the receipt."""
    marker = folder / paths.PURGING
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        if path != marker and path.name not in (IN_USE, paths.RECEIPT):
            destroy(path)
    marker.replace(folder / paths.RECEIPT)
    (folder / IN_USE).unlink(missing_ok=True)


def _write(path: Path, text: str) -> None:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise Trouble(f"cannot write {path}", f"{reason}; nothing was destroyed", 1) from None
