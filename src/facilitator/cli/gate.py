"""The gate before every export: what stands in the text, and whether it may be written."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.errors import Refused
from facilitator.guard.findings import Level
from facilitator.ports import Snapshot
from facilitator.roster import Roster
from facilitator.text import ANY_LENGTH, clean
from facilitator.watch import Held

_AROUND = 30
"""Characters of the text shown on each side of the words."""


class HeldBack(Refused):
    """The text may not leave the house yet; `findings` say what stands in it."""

    def __init__(self, reason: str, findings: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.findings = findings


def need_roster(snapshot: Snapshot, roster: Roster | None, override: str | None) -> None:
    """Raise `HeldBack` where the session had a roster and none is given.

    `override` is the reason for which it is written all the same; an empty one is refused.
    """
    if override is not None and not override.strip():
        raise Refused('an override needs its reason: --override "why it may go out"')
    if snapshot.sealed and roster is None and override is None and snapshot.had_roster:
        raise HeldBack(
            "this session is sealed and its roster is destroyed, so names cannot be checked again;"
            ' --override "reason" writes it all the same'
        )
    if snapshot.had_roster and roster is None and override is None:
        raise HeldBack("this session had a roster: give it with --roster, so names can be checked")


def let_through(
    what: str,
    held: Sequence[Held],
    snapshot: Snapshot,
    roster: Roster | None,
    override: str | None,
    *,
    unfinished: bool = False,
) -> list[str]:
    """What to say of the text called `what`, in which `held` was found; raises `HeldBack`.

    `unfinished` is whether its review is, so that it is written in spite of that too.
    """
    blocking = [each for each in held if each.finding.blocks]
    if blocking and override is None:
        raise HeldBack(_refusal(what, len(blocking)), tuple(_told(blocking)))
    remarks: list[str] = []
    if snapshot.unlisted:
        people = "1 person" if snapshot.unlisted == 1 else f"{snapshot.unlisted} people"
        remarks.append(f"{people} came who are in no roster file: no check can know their names")
    remarks += [f"found: {line}" for line in _told(blocking)]
    remarks += _told([each for each in held if each.finding.level is Level.WARNING])
    if blocking or unfinished:
        remarks.append("written all the same, for the reason given; it is kept nowhere")
    remarks.append(_checked(roster, snapshot.had_roster, found=bool(blocking)))
    return remarks


def _refusal(what: str, number: int) -> str:
    things = "1 finding stands" if number == 1 else f"{number} findings stand"
    return (
        f"not written: {things} in the {what}; mend each point, or keep it with a reason"
        " (facilitator draft, f; or facilitator notes, F4)"
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
