"""From the record to a file: the gate, the document, the writer."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from facilitator import paths
from facilitator.errors import Refused, Trouble
from facilitator.guard.guard import ANNOUNCED, Guard
from facilitator.publish.document import texts
from facilitator.roster import Roster
from facilitator.service import Secretariat
from facilitator.writers import markdown


@dataclass(frozen=True, slots=True)
class Exported:
    """The file that was written, and what the person should know about it."""

    path: Path
    remarks: tuple[str, ...]


def export_brief(
    secretariat: Secretariat, folder: Path, roster: Roster | None, *, override: str | None = None
) -> Exported:
    """Write the public brief as Markdown into `folder`.

    Raises `Refused` where the session had a roster and none is given, or where names of
    it stand in the text and no reason to override is given.
    """
    snapshot = secretariat.store.snapshot("")
    had_roster = snapshot.had_roster
    if had_roster and roster is None:
        raise Refused("this session had a roster: give it with --roster, so names can be checked")
    made = secretariat.brief()
    remarks = list(made.remarks)
    if not snapshot.progress.closed:
        remarks.insert(0, "the session is not closed: nobody has confirmed what this brief says")
    remarks += [f"left out of the brief: {n} × {reason}" for reason, n in made.left_out.items()]
    if snapshot.unlisted:
        people = "1 person" if snapshot.unlisted == 1 else f"{snapshot.unlisted} people"
        remarks.append(f"{people} came who are in no roster file: no check can know their names")
    if roster is None:
        remarks.append("names not checked: this session never had a roster")
    else:
        guard = Guard(roster, secretariat.store.agenda())
        found = tuple(
            dict.fromkeys(
                finding.words
                for text in texts(made.document)
                for finding in guard.check(text, ANNOUNCED)
                if finding.blocks
            )
        )
        remarks += [f"found: {finding}" for finding in found]
        if found and override is None:
            raise Refused(
                "names of the roster stand in the brief; mend the points first: " + "; ".join(found)
            )
        if not found:
            remarks.append(
                f"names checked: none of {len(roster.participants)} found"
                " (a second reader is needed: the guard knows only who is on the roster)"
            )
    session = secretariat.store.agenda().session.id
    path = (
        paths.make_private(folder.expanduser().absolute(), "choose another with --to")
        / f"{session}-brief.md"
    )
    write_private(path, markdown.write(made.document).encode("utf-8"))
    return Exported(path, tuple(remarks))


def write_private(path: Path, data: bytes) -> None:
    """Put a whole file in place for its owner alone, or leave what was there."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise Trouble(f"cannot write {path}", reason, status=1) from None
