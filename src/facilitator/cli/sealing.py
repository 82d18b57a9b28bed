"""Sealing a session: what must be true before, what is destroyed, how it is verified.

The record is changed in one transaction, which is the marker too. From then on every opening
of the session rolls forward: wipe, search, destroy the roster, and only then "sealed".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator import paths
from facilitator.agenda import Agenda, without_private
from facilitator.circulation import Circulation
from facilitator.cli.destroying import copies_beside, destroy
from facilitator.cli.gate import HeldBack
from facilitator.cli.own_files import own_files, sessions_with
from facilitator.errors import Refused, Trouble
from facilitator.record import Note, Seal
from facilitator.roster import Roster
from facilitator.service import Secretariat

if TYPE_CHECKING:
    from facilitator.files.audit import Audit

_TRIES = 4
"""Wipes that are tried while somebody reads, each as patient as a write."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person asked for. `roster` is its file (None: none, or standard input);
    `people` what stands in it; `gone` that it was destroyed before; `spared` that it stays."""

    roster: Path | None = None
    people: Roster | None = None
    spared: bool = False
    gone: bool = False
    override: bool = False


class Sealer:
    """Seals one session, whose folder is `folder` below `root`."""

    def __init__(self, root: Path, folder: Path, secretariat: Secretariat) -> None:
        self._root, self._folder, self._secretariat = root, folder, secretariat
        self._store = secretariat.store

    def check(self, wanted: Wanted) -> None:
        """Raise `Refused` (or `HeldBack`, with what was found) where it may not be sealed yet."""
        snapshot = self._store.snapshot("")
        if not snapshot.progress.closed:
            raise Refused("not sealed: the session is not closed; facilitator close comes first")
        if snapshot.had_roster and wanted.people is None and not wanted.gone:
            raise Refused(
                "not sealed: this session had a roster: give it with --roster, so that names can"
                " be searched for and it can be destroyed; --roster-gone where it is already"
            )
        self._alone()
        if wanted.roster is not None and not wanted.spared:
            others = sessions_with(self._root, wanted.roster.resolve(), but=self._folder.name)
            if others:
                raise Refused(
                    f"not sealed: {wanted.roster} is the roster of {', '.join(others)} too: seal"
                    " that first, or say --keep-roster"
                )
        if snapshot.sealed or wanted.override:
            return
        circulation = Circulation(self._secretariat)
        for text in circulation.texts:
            if missing := circulation.look(text).missing:
                raise Refused(
                    f"not sealed: the review of the {text} is not finished: {missing}; or say why"
                    ' not to wait for it: --override "reason"'
                )
        found = self._search(wanted.people, before=True)
        if found is not None and found.private:
            raise HeldBack(
                f"not sealed: {found.line}; mend or strike what you can, or say why it stays:"
                ' --override "reason"',
                _places(found),
            )

    def question(self, wanted: Wanted) -> str:
        """What is destroyed, for the person to agree to."""
        snapshot = self._store.snapshot("")
        lines = ["Sealing destroys for good:"]
        if wanted.roster is not None and not wanted.spared:
            number = len(wanted.people.participants) if wanted.people else 0
            lines.append(f"  the roster {wanted.roster.resolve()} ({number} people)")
        lines += [
            "  the order of points that nobody placed, their ids, the list of what was struck",
            "  names of people who are not public, and scripts, in the plan that is kept here",
            f"It stays: {snapshot.total} points; nobody can change them any more, only strike one.",
        ]
        if wanted.spared and wanted.roster is not None:
            lines.append(f"The roster stays too, as you say: {wanted.roster.resolve()}")
        return "\n".join((*lines, "Seal the session?"))

    def seal(self, wanted: Wanted) -> Iterator[str]:
        """Seal it; what came of each step, a line each, the last of which is "sealed".

        Raises `Refused`, `HeldBack` or `Trouble`; what was marked is then finished by the next
        opening, or by sealing again.
        """
        self._alone()
        roster = "" if wanted.roster is None else str(wanted.roster.resolve())
        if self._store.sealing().state is Seal.OPEN:
            plan = without_private(self._store.agenda())
            self._store.mark_seal(plan, roster, spared=wanted.spared)
        elif roster:
            self._store.redirect_seal(roster, spared=wanted.spared)
        yield from self.finish(wanted)

    def finish(self, wanted: Wanted | None = None) -> Iterator[str]:
        """Roll a marked seal forward; without `wanted` by what the marker says."""
        self._wipe()
        self._secretariat.volatile.destroy()
        marked = self._store.sealing()
        if marked.state is Seal.MARKED:
            people = wanted.people if wanted is not None else _read(marked.roster)
            given_up = wanted is not None and wanted.gone
            had_roster = self._store.snapshot("").had_roster
            found = self._search(people, before=False)
            if found is None and had_roster and not given_up:
                raise Refused(
                    "the sealing of this session has begun and is not finished: its roster cannot"
                    " be read; facilitator seal with --roster FILE, or --roster-gone, goes on"
                )
            if found is None:
                why = "the roster is gone" if had_roster else "this session never had a roster"
                yield f"names not searched for: {why}"
            else:
                yield from _places(found)
                yield from (f"not read, look at it yourself: {each}" for each in found.unread)
                yield found.line
                if found.private and not (wanted is not None and wanted.override):
                    raise HeldBack(f"not sealed: {found.line}; the roster was not destroyed")
            self._store.advance_seal(Seal.SEARCHED)
            marked = self._store.sealing()
        if marked.roster and not marked.spared:
            destroy(Path(marked.roster))
            yield f"roster destroyed: {marked.roster}"
            yield from (
                f"a copy of it seems to lie beside it: {copy}"
                for copy in copies_beside(Path(marked.roster))
            )
        elif marked.roster:
            yield f"roster kept, as you said: {marked.roster}"
        self._store.advance_seal(Seal.SEALED)
        self._wipe()
        yield "sealed"

    def _alone(self) -> None:
        if not self._secretariat.volatile.alone():
            raise Refused(
                "not sealed: the session is open in another window or command: leave it there"
            )

    def _wipe(self) -> None:
        for _ in range(_TRIES):
            if self._secretariat.wipe():
                return
        raise Trouble(
            "another program reads the record, so its old traces are not wiped yet",
            "end it, then seal again: it goes on where it stopped",
            status=1,
        )

    def _search(self, people: Roster | None, *, before: bool) -> Audit | None:
        """Look for private strings: in the words that will stay, or in every file there is."""
        if people is None:
            return None
        from facilitator.files.any_file import Piece
        from facilitator.files.audit import audit
        from facilitator.guard.private import Private

        agenda = self._store.agenda()
        private = Private(people, agenda)
        written = [Path(name) for name in self._store.written()]
        if before:
            notes = self._store.snapshot(None).notes
            texts = [Piece("the points", _words(notes)), Piece("the plan", _plan(agenda))]
            return audit(private, [path for path in written if path.is_file()], texts)
        return audit(private, own_files(self._folder, self._store.written()))


def _words(notes: Sequence[Note]) -> str:
    return "\n".join(text for note in notes for text in (note.text, note.reservations) if text)


def _plan(agenda: Agenda) -> str:
    from facilitator.agenda import to_json

    return to_json(without_private(agenda))


def _places(found: Audit) -> tuple[str, ...]:
    from facilitator.cli.auditing import told

    return tuple(told(hit) for hit in found.private)


def _read(roster: str) -> Roster | None:
    """The roster that waits to be destroyed; None where it cannot be read any more."""
    if not roster or not Path(roster).is_file():
        return None
    from facilitator.files.roster_file import load_roster

    try:
        return load_roster(Path(roster)).roster
    except Trouble:
        return None


def roll_forward(root: Path, session_id: str, secretariat: Secretariat) -> tuple[str, ...]:
    """Finish a seal that was marked; what to tell of it, () where there is nothing to finish."""
    if secretariat.store.sealing().state not in (Seal.MARKED, Seal.SEARCHED):
        return ()
    if not secretariat.volatile.alone():
        return ("the session is being sealed in another window",)
    said: list[str] = []
    try:
        sealer = Sealer(root, paths.session_dir(root, session_id), secretariat)
        for line in sealer.finish():
            said.append(line)
    except (Refused, Trouble) as no:
        said.append(str(no))
    finally:
        secretariat.volatile.attend()
    return tuple(said)
