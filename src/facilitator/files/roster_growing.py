"""Adding a person to the roster file while the meeting runs."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from facilitator.errors import Refused, Trouble


class RosterFileOnDisk:
    """The roster file that the desk was given."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def told(self) -> str:
        """The file's name, without the folders above it."""
        return self._path.name

    def add(self, person: str) -> None:
        """Append a person; every byte that stands in the file stays as it is.

        The new text is read back by the same reader before it replaces the old one in one
        step. Raises `Refused` or `Trouble`, and then the file is as it was.
        """
        import tomli_w

        from facilitator.files.reading import decode, encoding_of, read_text
        from facilitator.files.roster_file import parse_roster

        before, data = read_text(self._path), self._path.read_bytes()
        known = parse_roster(before, str(self._path))
        if known.roster is None:
            raise Refused("the roster file has errors just now; facilitator check lists them")
        if any(each.name == person for each in known.roster.participants):
            return
        entry = "" if before.endswith("\n") else "\n"
        entry += "\n[[participant]]\n" + tomli_w.dumps({"name": person})
        codec, ends = encoding_of(data), "\r\n" if "\r\n" in before else "\n"
        data += entry.replace("\n", ends).encode(codec)
        text = decode(data, str(self._path))
        after = parse_roster(text, str(self._path))
        names = [each.name for each in after.roster.participants] if after.roster else []
        if names != [each.name for each in known.roster.participants] + [person]:
            raise Refused("the roster file cannot be added to: write the name into it yourself")
        self._replace(data)

    def _replace(self, data: bytes) -> None:
        path = self._path.resolve()
        draft = path.with_name(f".{path.name}-{os.getpid()}")
        try:
            mode = path.stat().st_mode & 0o777
            handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                while data:
                    data = data[os.write(handle, data) :]
                os.fchmod(handle, mode)
                os.fsync(handle)
            finally:
                os.close(handle)
            with path.open("r+b") as old:
                draft.replace(path)
                # The names that were in it are not to lie about on the disk once it has no name.
                with suppress(OSError):
                    old.write(bytes(os.fstat(old.fileno()).st_size))
                    old.flush()
                    os.fsync(old.fileno())
        except OSError as error:
            with suppress(OSError):
                draft.unlink()
            why = (error.strerror or type(error).__name__).lower()
            raise Trouble(f"cannot write {self._path.name}", why) from None
