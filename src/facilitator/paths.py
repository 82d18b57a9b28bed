"""Every place on disk, computed when asked. Directories 0700, files 0600."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from facilitator.errors import Trouble

RECORD = "record.sqlite3"

PURGING, RECEIPT = "purging.txt", "receipt.txt"
"""What tells of a session that is being purged, and of one that was."""


def home(given: str | None = None) -> Path:
    """Where sessions live: `given`, else FACILITATOR_HOME, else the platform's data folder."""
    chosen = given or os.environ.get("FACILITATOR_HOME")
    if chosen:
        return Path(chosen).expanduser().absolute()
    import platformdirs  # 10 ms, and needed only where nobody chose a folder

    return Path(platformdirs.user_data_dir("facilitator", appauthor=False))


def session_dir(root: Path, session_id: str) -> Path:
    """The folder of one session below `root`."""
    return root / "sessions" / session_id


def sessions(root: Path) -> list[Path]:
    """The folders of all sessions below `root`, by name."""
    folder = root / "sessions"
    try:
        return sorted(p for p in folder.iterdir() if (p / RECORD).is_file())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Trouble(f"cannot read {folder}", _why(error)) from None


def make_private(folder: Path, hint: str = "choose another folder with --home") -> Path:
    """Create `folder` (and what is missing above it) for its owner alone."""
    try:
        # `parents=True` would give the mode to the last folder only.
        for place in (*reversed(folder.parents), folder):
            if not place.exists():
                place.mkdir(mode=0o700, exist_ok=True)
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    except OSError as error:
        raise Trouble(f"cannot create {folder}", f"{_why(error)}; {hint}") from None
    return folder


def runtime_dir(session_folder: Path, *, make: bool = True) -> Path | None:
    """A folder in memory for this session, owned by this user alone; None where there is none.

    Without `make` it is only looked for.

    `$XDG_RUNTIME_DIR`, else `/dev/shm`. A folder there that somebody else prepared, or
    that others can enter, is not used.
    """
    # The full path tells two homes with the same session apart.
    import hashlib

    name = hashlib.sha256(os.fsencode(session_folder)).hexdigest()[:16]
    given = os.environ.get("XDG_RUNTIME_DIR")
    for base in (Path(given) if given else None, Path("/dev/shm")):
        if base is None or not base.is_dir():
            continue
        top = base / (f"facilitator-{os.getuid()}" if base == Path("/dev/shm") else "facilitator")
        if not make and not (top / name).is_dir():
            continue
        try:
            for folder in (top, top / name):
                folder.mkdir(mode=0o700, exist_ok=True)
                facts = folder.lstat()
                if (
                    not stat.S_ISDIR(facts.st_mode)
                    or facts.st_uid != os.getuid()
                    or facts.st_mode & 0o077
                ):
                    raise PermissionError
        except OSError:
            continue
        return top / name
    return None


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
