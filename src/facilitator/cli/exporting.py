"""From the record to a file: the gate, the document, the writer."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from facilitator import paths
from facilitator.errors import Refused, Trouble
from facilitator.guard.findings import Level
from facilitator.roster import Roster
from facilitator.service import Secretariat
from facilitator.text import ANY_LENGTH, clean
from facilitator.watch import Held, Watch
from facilitator.writers import markdown

_AROUND = 30
"""Characters of the text shown on each side of the words."""


@dataclass(frozen=True, slots=True)
class Exported:
    """The file that was written, and what the person should know about it."""

    path: Path
    remarks: tuple[str, ...]


class HeldBack(Refused):
    """The text may not leave the house yet; `findings` say what stands in it."""

    def __init__(self, reason: str, findings: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.findings = findings


def export_brief(
    secretariat: Secretariat, folder: Path, roster: Roster | None, *, override: str | None = None
) -> Exported:
    """Write the public brief as Markdown into `folder`.

    Raises `HeldBack` where the session had a roster and none is given, or where something
    in the text tells who spoke; with a reason in `override` it is written all the same.
    """
    if override is not None and not override.strip():
        raise Refused('an override needs its reason: --override "why it may go out"')
    snapshot = secretariat.store.snapshot("")
    if snapshot.had_roster and roster is None and override is None:
        raise HeldBack("this session had a roster: give it with --roster, so names can be checked")
    made = secretariat.brief()
    remarks = list(made.remarks)
    if not snapshot.progress.closed:
        remarks.insert(0, "the session is not closed: nobody has confirmed what this brief says")
    remarks += [f"left out of the brief: {n} × {reason}" for reason, n in made.left_out.items()]
    if snapshot.unlisted:
        people = "1 person" if snapshot.unlisted == 1 else f"{snapshot.unlisted} people"
        remarks.append(f"{people} came who are in no roster file: no check can know their names")
    watch = Watch(roster, secretariat.store.agenda(), snapshot.salt)
    held = watch.held_back(made, snapshot.dismissals)
    blocking = [each for each in held if each.finding.blocks]
    if blocking and override is None:
        raise HeldBack(_refusal(len(blocking)), tuple(_told(blocking)))
    remarks += [f"found: {line}" for line in _told(blocking)]
    remarks += _told([each for each in held if each.finding.level is Level.WARNING])
    if blocking:
        remarks.append("written all the same, for the reason given; it is kept nowhere")
    remarks.append(_checked(roster, snapshot.had_roster, found=bool(blocking)))
    session = secretariat.store.agenda().session.id
    path = (
        paths.make_private(folder.expanduser().absolute(), "choose another with --to")
        / f"{session}-brief.md"
    )
    write_private(path, markdown.write(made.document).encode("utf-8"))
    return Exported(path, tuple(remarks))


def _refusal(number: int) -> str:
    things = "1 finding stands" if number == 1 else f"{number} findings stand"
    return (
        f"not written: {things} in the brief; mend each point, or keep it with a reason"
        " (facilitator notes, F4)"
    )


def _told(held: Sequence[Held]) -> list[str]:
    """A line for each finding: its level, the words in their place, why, and what instead."""
    lines: list[str] = []
    for each in held:
        finding = each.finding
        start = max(0, finding.start - _AROUND)
        shown = each.text[start : finding.end + _AROUND]
        shown = (
            ("…" if start else "") + shown + ("…" if finding.end + _AROUND < len(each.text) else "")
        )
        instead = "" if finding.rewrite is None else f"; instead: “{finding.rewrite}”"
        line = f"{finding.level.value}: “{finding.words}” {finding.reason}{instead} — in “{shown}”"
        lines.append(clean(line, cap=ANY_LENGTH))
    return lines


def _checked(roster: Roster | None, had_roster: bool, *, found: bool) -> str:
    if roster is None:
        why = "its roster was not given" if had_roster else "this session never had a roster"
        return f"names not checked: {why}"
    if found:
        return "names checked: see what was found"
    return (
        f"names checked: none of {len(roster.participants)} found"
        " (a second reader is needed: the guard knows only who is on the roster)"
    )


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
