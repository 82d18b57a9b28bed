"""Agenda files that lie at hand: in this folder, and those whose sessions were run before."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from facilitator.text import clean

_KNOWN = "agendas.json"
_MOST = 200
_READ = 64 * 1024


def known(root: Path) -> dict[str, Path]:
    """Where the agendas of the sessions below `root` lay when they were last opened."""
    try:
        told = json.loads((root / _KNOWN).read_text("utf-8"))
        return {str(key): Path(path) for key, path in told.items() if Path(path).is_file()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}  # only a convenience: a session is found by its id all the same


def remember(root: Path, session: str, agenda: Path) -> None:
    """Remember where the agenda of a session lies; a failure costs only the convenience."""
    told = {session: str(agenda.expanduser().absolute())}
    told |= {key: str(path) for key, path in known(root).items() if key != session}
    draft = root / f".{_KNOWN}.{os.getpid()}"
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(dict(list(told.items())[:_MOST]), file)
        draft.replace(root / _KNOWN)
    except OSError:
        draft.unlink(missing_ok=True)


def here(folder: Path) -> tuple[Path, ...]:
    """The agenda files in a folder and in `agendas` below it, by name."""
    found: list[Path] = []
    for place in (folder, folder / "agendas"):
        try:
            paths = sorted(place.glob("*.toml"))
        except OSError:
            continue
        found += [path for path in paths[:_MOST] if _is_agenda(path)]
    return tuple(found)


def roster_beside(agenda: Path) -> Path | None:
    """The roster that `facilitator roster --beside` would have written for this agenda."""
    for name in (f"{agenda.stem}-roster.toml", "roster.toml"):
        path = agenda.with_name(name)
        if path.is_file():
            return path
    return None


def example() -> tuple[Path, Path] | None:
    """The agenda and the roster that come with the program; None where they are not installed."""
    for place in (
        Path(__file__).parents[3] / "agendas",
        Path(sys.prefix) / "share" / "facilitator" / "agendas",
    ):
        agenda, roster = place / "2020-05-28-afghan-view.toml", place / "roster-invented.toml"
        if agenda.is_file() and roster.is_file():
            return agenda, roster
    return None


def _is_agenda(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            text = file.read(_READ)
    except OSError:
        return False
    return b"[[segment]]" in text and b"[session]" in text and clean(path.name) == path.name
