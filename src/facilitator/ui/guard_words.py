"""What the screens say of a finding, fitted to the width so that no key is cut off."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from facilitator.guard.findings import Finding, Level

LEVELS = {
    Level.IDENTITY: "NAME",
    Level.AFFILIATION: "AFFILIATION",
    Level.INFERENCE: "TRACEABLE",
    Level.WARNING: "WARNING",
}

_ELLIPSIS = "…"
_LEAST = 12
"""Cells that the words, and what they become, keep before anything else gives way."""

_MARK = 32
"""Cells that a mark behind a point may take."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a row tells of the gravest finding; `change` is what it replaces and by what.

    `more` counts the other findings; `held` is whether Enter did not keep the line.
    """

    finding: Finding
    change: tuple[str, str] | None
    more: int = 0
    held: bool = False


def row(told: Told, width: int) -> Content:
    """One row of at most `width` cells: the level, the words, why, and the keys.

    A shorter form is taken before the words are shortened, and then in their middle.
    """
    wants = cell_len(told.finding.words), cell_len(told.change[1]) if told.change else 0
    parts = [_parts(form, told) for form in _FORMS]
    rooms = [width - cell_len("".join(each)) - 2 for each in parts]  # 2: their quotation marks
    least = sum(min(want, _LEAST) for want in wants)
    whole = [place for place, room in enumerate(rooms) if room >= sum(wants)]
    short = [p for p, room in enumerate(rooms) if room >= least and not _FORMS[p].reason]
    if not whole and not short:
        return Content.styled(_keys_alone(told), "bold").truncate(max(1, width), ellipsis=True)
    place = (whole or short)[0]
    first, second = _shared(wants, rooms[place])
    head, behind, keys, last = parts[place]
    new = middle(told.change[1], second) if told.change else ""
    return Content.assemble(
        (head, "bold $text-error"),
        (f"“{middle(told.finding.words, first)}”{behind}", "$text-warning"),
        (f"{keys}{new}{last}", "bold"),
    )


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to say it; each is shorter than the one before."""

    reason: bool = False
    held: str = "NOT KEPT YET"
    level: bool = True
    enter: str = " · Enter keeps it marked"
    mend: str = " · ^G "
    keep: str = " · ^R keep"


_FORMS = (
    _Form(reason=True, mend=" · Ctrl+G ", keep=" · Ctrl+R keep"),
    _Form(reason=True),
    _Form(mend=" · Ctrl+G ", keep=" · Ctrl+R keep"),
    _Form(),
    _Form(enter=" · Enter keeps it"),
    _Form(enter=" · Enter keeps it", keep=" · ^R"),
    _Form(enter=" · Enter keeps it", keep=" · ^R", level=False),
    _Form(enter=" · Enter", keep=" · ^R", level=False, held="NOT KEPT"),
)


def _parts(form: _Form, told: Told) -> tuple[str, str, str, str]:
    """What stands before the words, behind them, before the new wording and behind it."""
    held = f"{form.held} · " if told.held else ""
    level = f"{_level(told)} " if form.level or not told.held else ""
    reason = f" {told.finding.reason}" if form.reason else ""
    more = f" · {told.more} more" if form.level else f" +{told.more}"
    behind = reason + more * bool(told.more)
    keys = (form.enter if told.held else "") + form.mend
    head = f" {held}{level}"
    if told.change is None:
        return head, behind, f"{keys}shows it", form.keep
    if not told.change[1]:
        return head, behind, f"{keys}leaves it out", form.keep
    return head, behind, f"{keys}“", f"”{form.keep}"


def _keys_alone(told: Told) -> str:
    """Where there is no room for any words."""
    return " NOT KEPT · Enter · ^G · ^R" if told.held else f" {_level(told)} · ^G · ^R"


def _level(told: Told) -> str:
    return LEVELS.get(told.finding.level, "NOTE")


def kept_row(finding: Finding, reason: str, width: int) -> Content:
    """What is said of words that somebody kept with a reason."""
    keys = " · Ctrl+R lets it stand again"
    fixed = cell_len(f" KEPT “”: {keys}")
    words, why = _shared((cell_len(finding.words), cell_len(reason)), width - fixed)
    return Content.assemble(
        (" KEPT", "bold"),
        f" “{middle(finding.words, words)}”: {middle(reason, why)}",
        (keys, "bold"),
    ).truncate(max(1, width), ellipsis=True)


def _shared(wants: tuple[int, int], room: int) -> tuple[int, int]:
    """Cells for the words and for the new wording: what one leaves, the other may take."""
    first, second = wants
    room = max(0, room)
    if first + second <= room:
        return first, second
    half = room // 2
    if first <= half:
        return first, room - first
    if second <= half:
        return room - second, second
    return room - half, half


def middle(text: str, cells: int) -> str:
    """The text within so many cells, shortened in its middle: both ends tell what it was."""
    if cell_len(text) <= cells:
        return text
    if cells < 1:
        return ""
    left, right = cells // 2, (cells - 1) // 2
    front, back = "", ""
    for character in text:
        if cell_len(front + character) > left:
            break
        front += character
    for character in reversed(text):
        if cell_len(character + back) > right:
            break
        back = character + back
    return f"{front.rstrip()}{_ELLIPSIS}{back.lstrip()}"


def mark(finding: Finding) -> str:
    """What stands behind a marked point."""
    usual = {
        Level.IDENTITY: "names a participant",
        Level.AFFILIATION: "tells an affiliation",
        Level.INFERENCE: "fits one person",
        Level.WARNING: "may tell who it is",
    }
    exact = finding.level is not Level.INFERENCE and cell_len(finding.reason) <= _MARK
    return f"[{finding.reason if exact else usual.get(finding.level, finding.reason)}]"


def changed(old: str, new: str, width: int = 1_000) -> str:
    """A change that was made, for the row above the line."""
    room = (width - 12) // 2
    instead = f"“{middle(new, room)}”" if new else "left out"
    return f"“{middle(old, room)}” → {instead}"
