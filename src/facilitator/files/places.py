"""Where a roster should not lie: synchronised folders, version control, open permissions."""

from __future__ import annotations

import contextlib
import re
import shlex
import stat
from pathlib import Path

from facilitator.files.problems import Problem, shown_path

# Names of folders, small letters, as the clients create them; "(…)" and "- …" may follow.
_SYNCED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "google drive file stream": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "cloudstorage": "a cloud service",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "pcloud": "pCloud",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
    "mega": "MEGA",
    "megasync": "MEGA",
    "box": "Box",
    "box sync": "Box",
    "seafile": "Seafile",
    "tresorit": "Tresorit",
    "proton drive": "Proton Drive",
    "protondrive": "Proton Drive",
    "synologydrive": "Synology Drive",
    "yandex.disk": "Yandex Disk",
}
_MARKERS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.drivedownload": "Google Drive",
    ".synologydrive": "Synology Drive",
    ".megaignore": "MEGA",
}
_DATABASES = (("._sync_*.db", "ownCloud or Nextcloud"), (".sync_*.db", "ownCloud or Nextcloud"))
_VERSIONED = (".git", ".hg", ".svn")
_COMMON_WORDS = ("box", "mega")  # "mega-project" is nobody's synchronised folder
_SUFFIX = re.compile(r"(?: \(.*\)| ?- .*|-[^ ].*)$")
_SHARED_BITS = stat.S_IRWXG | stat.S_IRWXO


def place_warnings(path: Path) -> tuple[Problem, ...]:
    """Warnings about where a roster file lies and who may read it; the file is not opened."""
    found: list[tuple[str, str]] = []
    folders = _folders(path)
    service = next((name for folder in folders if (name := _service(folder))), None)
    if service:
        found.append(
            (
                f"the roster lies in a folder that {service} copies to other computers",
                "move it to a folder that is not synchronised",
            )
        )
    if any(_exists(folder / mark) for folder in folders for mark in _VERSIONED):
        found.append(
            (
                "the roster lies in a folder under version control, which keeps what is deleted",
                "move it out of that folder",
            )
        )
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        mode = 0
    if stat.S_ISREG(mode) and mode & _SHARED_BITS:
        mend = f"chmod 600 {shlex.quote(shown_path(str(path)))}"
        found.append(("other accounts on this machine may read the roster", mend))
    where = shown_path(str(path))
    return tuple(Problem("warning", where, 0, "", what, mend) for what, mend in found)


def _folders(path: Path) -> list[Path]:
    """The folders around the path as written and, where links lead elsewhere, as it is."""
    folders = list(path.absolute().parents)
    # A loop of links has no end to resolve; reading the file will say so.
    with contextlib.suppress(OSError, RuntimeError, ValueError):
        folders += [each for each in path.resolve().parents if each not in folders]
    return folders


def _service(folder: Path) -> str | None:
    name = folder.name.casefold()
    base = _SUFFIX.sub("", name)
    service = _SYNCED.get(name) or (_SYNCED.get(base) if base not in _COMMON_WORDS else None)
    if service:
        return service
    for marker, owner in _MARKERS.items():
        if _exists(folder / marker):
            return owner
    try:
        for pattern, owner in _DATABASES:
            if next(folder.glob(pattern), None) is not None:
                return owner
    except (OSError, ValueError):
        pass  # a folder that may be entered but not listed
    return None


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
