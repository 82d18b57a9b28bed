"""Destroying a file: its bytes are overwritten, then it is removed.

Best effort: solid-state disks, copy-on-write file systems and backups keep what they keep.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from facilitator.errors import Trouble
from facilitator.stores.wiping import zero

_COPIES = (
    "{name}~",
    "{name}.bak",
    "{name}.orig",
    ".{name}.sw?",
    "#{name}#",
    ".#{name}",
    ".{name}-*",
)
"""How editors and this program call what they leave beside a file."""


def destroy(path: Path) -> None:
    """Overwrite a file with zeros in place and remove it; nothing where there is none.

    A link goes with the file that it leads to. Raises `Trouble` where the disk refuses; then
    the file is still there, or its name with nothing in it.
    """
    real = path.resolve()
    try:
        if real.exists():
            zero(real)
            real.unlink()
            _settled(real.parent)
        if path.is_symlink():
            path.unlink()
            _settled(path.parent)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise Trouble(f"cannot destroy {path}", f"{reason}; mend that and try again", 1) from None


def copies_beside(path: Path) -> tuple[Path, ...]:
    """Files beside it that look like copies of it."""
    real = path.resolve()
    found: set[Path] = set()
    for shape in _COPIES:
        # A name may hold signs that a pattern reads otherwise.
        pattern = shape.format(name="".join(f"[{c}]" if c in "*?[" else c for c in real.name))
        with suppress(OSError, ValueError):
            found.update(real.parent.glob(pattern))
    return tuple(sorted(found))


def _settled(folder: Path) -> None:
    """Wait until the disk knows which names are in the folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
