"""Which files are the program's own: a session's folder, its memory, and what it exported."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from pathlib import Path

from facilitator import paths
from facilitator.agenda import Agenda
from facilitator.errors import Trouble
from facilitator.stores.sqlite import SQLiteRecord


def of_session(root: Path, session_id: str) -> tuple[Path, ...]:
    """Every file that holds something of a session, as far as the record knows where."""
    folder = paths.session_dir(root, session_id)
    written: Sequence[str] = ()
    if (folder / paths.RECORD).is_file():
        store = SQLiteRecord(folder / paths.RECORD, secrets.randbelow)
        try:
            written = store.written()
        finally:
            store.close()
    return tuple(own_files(folder, written))


def own_files(folder: Path, written: Sequence[str]) -> Iterator[Path]:
    """The files of a session's folder and memory, and those of the `written` that are there."""
    yield from _files(folder)
    memory = paths.runtime_dir(folder, make=False)
    if memory is not None:
        yield from _files(memory)
    for name in written:
        path = Path(name)
        if path.is_file():
            yield path
        # What a program that was killed while it wrote left beside it.
        yield from (each for each in path.parent.glob(f".{path.name}.*") if each.is_file())


def agenda_of(root: Path, session_id: str) -> Agenda | None:
    """The plan that a session goes by; None where it has no record any more."""
    record = paths.session_dir(root, session_id) / paths.RECORD
    try:
        store = SQLiteRecord(record, secrets.randbelow)
    except Trouble:
        return None
    try:
        return store.agenda()
    finally:
        store.close()


def sessions_with(root: Path, roster: Path, *, but: str) -> list[str]:
    """The other sessions that use the roster file `roster` and are not sealed."""
    found: list[str] = []
    for folder in paths.sessions(root):
        if folder.name == but:
            continue
        try:
            store = SQLiteRecord(folder / paths.RECORD, secrets.randbelow)
        except Trouble:
            continue  # one damaged session must not hinder the others
        try:
            if store.uses_roster(str(roster)):
                found.append(folder.name)
        except Trouble:
            continue
        finally:
            store.close()
    return found


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
