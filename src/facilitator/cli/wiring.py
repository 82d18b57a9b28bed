"""Puts the parts together: which store, which folder, which clock a session gets."""

from __future__ import annotations

import os
import re
import secrets
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator import paths
from facilitator.agenda import Agenda
from facilitator.errors import Refused, Trouble
from facilitator.files.agenda_following import FollowedAgenda, digest_of
from facilitator.files.at_hand import known, remember
from facilitator.files.left_behind import Written
from facilitator.files.reading import read_text
from facilitator.runtime import Runtime
from facilitator.service import Secretariat
from facilitator.stores.making import create, made
from facilitator.stores.sqlite import SQLiteRecord
from facilitator.text import clean

if TYPE_CHECKING:
    from facilitator.files.roster_following import FollowedRoster
    from facilitator.files.roster_growing import RosterFileOnDisk

_SAFE_ID = re.compile("[a-z0-9][a-z0-9-]{0,63}")
_AS_BEFORE = "the session goes on with the agenda it had; every point is kept"


def enter(root: Path, session_id: str, role: str, *, sealing: bool = True) -> Secretariat:
    """Open an existing session for one face; unfinished wiping is finished on the way.

    So is an unfinished sealing, unless whoever opens it goes on with it (`sealing` False).
    """
    folder = paths.session_dir(root, session_id)
    record = folder / paths.RECORD
    if _purged(root, session_id):
        raise Refused(f"the session was purged: {folder / paths.RECEIPT} is what is left of it")
    if not record.is_file():
        raise Trouble(
            f"there is no session “{clean(session_id)}” in {root}",
            "facilitator sessions lists them",
        )
    if not os.access(record, os.W_OK) or not os.access(folder, os.W_OK):
        raise Trouble(f"cannot write to {folder}", "it is read-only; choose another with --home")
    store = SQLiteRecord(record, secrets.randbelow)
    volatile = Runtime(paths.runtime_dir(folder), folder, role)
    secretariat = Secretariat(
        store,
        volatile,
        volatile.now,
        lambda: secrets.token_bytes(16),
        secrets.randbelow,
        Written(),
    )
    if not volatile.attend():
        secretariat.leave()
        raise Refused("the session is being sealed or purged in another window")
    secretariat.settle()
    if sealing and store.snapshot("").sealed:
        # Reading a roster and searching files is what few openings need.
        from facilitator.cli.sealing import roll_forward
        from facilitator.cli.terminal import say

        for line in roll_forward(root, session_id, secretariat):
            say(line)
    return secretariat


def _purged(root: Path, session_id: str) -> bool:
    """Whether the session was purged; a purge that was cut off is finished."""
    folder = paths.session_dir(root, session_id)
    if (folder / paths.PURGING).exists():
        from facilitator.cli.purging import finish_purges

        finish_purges(root)
    return (folder / paths.RECEIPT).exists() and not (folder / paths.RECORD).exists()


def mark_roster(secretariat: Secretariat, given: str) -> None:
    """Remember that this session has a roster, and by a digest which file it is."""
    secretariat.store.mark_roster("" if given == "-" else str(Path(given).resolve()))


@dataclass(frozen=True, slots=True)
class Opened:
    """A session that `open_agenda` created or found, and what to tell about it."""

    session_id: str
    notices: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def open_agenda(root: Path, agenda_file: Path) -> Opened:
    """Create the session of an agenda file, or find it again; tell where the file has changed.

    The id of a session serves as well, where no file has that name. Raises `Trouble` for a
    file that cannot be read or is not a good agenda.
    """
    name = str(agenda_file)
    if (
        _SAFE_ID.fullmatch(name)
        and not agenda_file.exists()
        and made(paths.session_dir(root, name) / paths.RECORD)
    ):
        return Opened(name)
    opened = _open_file(root, agenda_file)
    remember(root, opened.session_id, agenda_file)
    return opened


def _open_file(root: Path, agenda_file: Path) -> Opened:
    text = read_text(agenda_file)
    digest = digest_of(text)
    # Reading the id alone spares a resumed session the validator, which takes longer to
    # import than everything else together.
    session_id = _session_id(text)
    if session_id and _purged(root, session_id):
        raise Refused(f"session {session_id} was purged: give the new one another [session] id")
    if session_id and made(paths.session_dir(root, session_id) / paths.RECORD):
        return _resume(root, session_id, agenda_file, digest)
    agenda, warnings = _checked(agenda_file)
    folder = paths.make_private(paths.session_dir(root, agenda.session.id))
    create(folder / paths.RECORD, agenda, digest)
    return Opened(agenda.session.id, warnings=warnings)


def _session_id(text: str) -> str:
    """The id under [session], also where the rest of the file is broken at the moment."""
    try:
        session = tomllib.loads(text).get("session")
        given = session.get("id") if isinstance(session, dict) else None
    except (ValueError, RecursionError):
        found = re.search(r"""^\[session\]\s*$[^\[]*?^id\s*=\s*["']([^"'\n]+)["']""", text, re.M)
        given = found.group(1) if found else None
    return given if isinstance(given, str) and _SAFE_ID.fullmatch(given) else ""


def _resume(root: Path, session_id: str, agenda_file: Path, digest: str) -> Opened:
    """What to tell of an agenda file whose session has begun: nothing where it is unchanged."""
    secretariat = enter(root, session_id, "command")
    try:
        if secretariat.store.snapshot("").digest == digest:
            return Opened(session_id)
        try:
            agenda, warnings = _checked(agenda_file)
        except Trouble as trouble:
            # A slip in the file must not keep the moderator out of a running meeting.
            return Opened(session_id, (f"not taken over: {trouble}", _AS_BEFORE))
        adoption = secretariat.offer(agenda, digest)
    finally:
        secretariat.leave()
    told = [f"agenda changed: {line}" for line in adoption.differences]
    if adoption.hindrances:
        told += [f"not taken over: {line}" for line in adoption.hindrances]
        told.append(_AS_BEFORE)
    return Opened(session_id, tuple(told), warnings)


def _checked(agenda_file: Path) -> tuple[Agenda, tuple[str, ...]]:
    from facilitator.files.agenda_file import load  # imports the validator: 85 ms and more

    checked = load(agenda_file)
    if checked.agenda is None:
        errors = [str(problem) for problem in checked.problems if problem.severity == "error"]
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        raise Trouble(f"{errors[0]}{more}", f"facilitator check {agenda_file} lists everything")
    return checked.agenda, tuple(str(p) for p in checked.problems)


def roster_file(given: str | None) -> RosterFileOnDisk | None:
    """The roster's own file, for people who are typed in; None where it was not a file."""
    if given is None or given == "-":
        return None
    from facilitator.files.roster_growing import RosterFileOnDisk

    return RosterFileOnDisk(Path(given))


def roster_source(given: str | None) -> FollowedRoster | None:
    """The roster's file, to be followed; call it before the file is read."""
    if given is None or given == "-":
        return None
    from facilitator.files.roster_following import FollowedRoster

    return FollowedRoster(Path(given))


def agenda_source(root: Path, given: Path) -> FollowedAgenda | None:
    """The agenda's file, to be followed; call it before the file is read.

    Where `given` is the id of a session, it is the file that it was last opened with, if any.
    """
    path = given if given.exists() else known(root).get(str(given))
    return FollowedAgenda(path) if path else None


def choose_session(root: Path, given: str | None, *, closed: bool = False) -> str:
    """The session meant: `given`, else the only one that is open (or, with `closed`, at all)."""
    if given:
        if "/" in given or given in (".", ".."):
            raise Trouble(f"“{clean(given)}” is no session", "facilitator sessions lists them")
        return given
    from facilitator.cli.purging import finish_purges

    finish_purges(root)
    everything = [folder.name for folder in paths.sessions(root)]
    candidates = [name for name in everything if not _closed(root, name)]
    if closed and not candidates:
        candidates = everything
    if len(candidates) == 1:
        return candidates[0]
    if not candidates:
        raise Refused("no session is open: facilitator run AGENDA opens one")
    raise Refused(f"which session? Name one of: {', '.join(candidates)}")


def _closed(root: Path, session_id: str) -> bool:
    try:
        store = SQLiteRecord(paths.session_dir(root, session_id) / paths.RECORD, secrets.randbelow)
    except Trouble:
        return True  # one damaged session must not hinder the others; `sessions` tells of it
    try:
        return store.snapshot("").progress.closed
    except Trouble:
        return True
    finally:
        store.close()


def review_state(root: Path, session_id: str) -> str:
    """How far the texts of a closed session are, in a word."""
    from facilitator.circulation import Circulation, told  # 20 ms that few lists need

    secretariat = enter(root, session_id, "command")
    try:
        circulation = Circulation(secretariat)
        return told([circulation.look(text) for text in circulation.texts]) or "closed"
    finally:
        secretariat.leave()
