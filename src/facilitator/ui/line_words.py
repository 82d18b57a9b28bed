"""What the lower edge says: of the line being typed, and of what the disk has."""

from __future__ import annotations

from textual.content import Content

from facilitator import capture
from facilitator.service import State
from facilitator.ui.scribe import Scribe

SIGNS_HELP = '? question  = answer  ! proposal  + support  ~ concern  " quote  F1 more'
ALL_SIGNS = (
    '? question  = answer  ! proposal  + support  ~ concern  " quote  * action  @ check'
    "  -- other side  ++ echo  #topic"
)


def kept(
    state: State,
    scribe: Scribe,
    trouble: str,
    last: str = "",
    width: int = 1_000,
    marked: str = "",
    unchecked: tuple[str, str] = ("", ""),
) -> Content:
    """How many points are on the disk, and what is not; `trouble` is what reading met.

    `last` is the point that came last, where the screen does not show it anyhow. `marked`
    is how many the guard marks, `unchecked` that it knows no names, also in short.
    """
    waiting = len(scribe.waiting)
    if scribe.trouble:
        return Content.assemble(
            (f" NOT KEPT: {waiting} line{'s' if waiting != 1 else ''} ", "bold $text-error"),
            f"· {scribe.trouble}",
        )
    parts = [f" KEPT {state.total} on disk", *([marked] if marked else [])]
    typed = bool(scribe.text) and not state.progress.closed
    if unchecked[0] and not state.progress.closed:
        taken = len(" · ".join((*parts, unchecked[0], "this line NOT saved" if typed else "")))
        parts.append(unchecked[0] if taken <= width else unchecked[1])
    if typed:
        parts.append("this line saved" if scribe.sheltered else "this line NOT saved")
    if state.scrub_pending:
        parts.append("wiping of old traces pending")
    if trouble:
        parts.append(trouble)
    if last and not state.silent:
        parts.append(f"last: {last}")
    return Content(" · ".join(parts)).truncate(max(8, width), ellipsis=True)


def usual(state: State, scribe: Scribe, width: int) -> str:
    """The line above where nothing is to be told: what the line will stand at, or the signs."""
    last = scribe.pen.path[-1:] if scribe.captured(state).echo else ()
    for line in state.lines if last else ():
        if line.note.id == last[0]:
            return f"one more voice for: {line.note.text}"
    if scribe.depth and scribe.pen.path:
        above = scribe.pen.path[: scribe.depth][-1]
        for line in state.lines:
            if line.note.id == above:
                return f"under: {line.note.text}"
    if scribe.at is not None and scribe.edits is None:
        return f"▸ ++ one more voice · -- other side · Tab under: {scribe.at.text}"
    return ALL_SIGNS if width > len(ALL_SIGNS) else SIGNS_HELP


def prompt(state: State, scribe: Scribe, width: int, *, muted: bool) -> str:
    """What the line being typed is: its segment, its kind, how deep it will stand."""
    if state.silent:
        return " OFF THE RECORD ▸ "
    if muted:
        return " CLOSED ▸ "
    nested = "└" * min(scribe.depth, len(scribe.pen.path)) if scribe.edits is None else ""
    if width < 40:
        return f"{nested}▸ "
    segment = scribe.segment or (state.running.id if state.running else "")
    titles = {s.id: s.title for s in state.agenda.segments}
    title = titles.get(segment, "no segment")
    kind = capture.kind_word(scribe.captured(state)) if scribe.text else "note"
    if scribe.edits is not None:
        kind = f"edit {kind}"
    longest = min(24, width // 4)
    cut = title if len(title) <= longest else title[: longest - 1].rstrip() + "…"
    return f" {cut} · {kind} {nested}▸ "


def unchecked(*, roster: bool, had_roster: bool, newcomers: bool) -> tuple[str, str]:
    """That names cannot be checked, and the same in short; "" where they can."""
    if roster:
        return "", ""
    if had_roster:
        return "names not checked here: give --roster", "names not checked"
    if newcomers:
        return "no roster: only names typed in are checked", "few names checked"
    return "no roster: names not checked", "names not checked"


def held_back(number: int) -> str:
    """What somebody who closes the session should know; "" where nothing is held back."""
    if not number:
        return ""
    points = "1 point is" if number == 1 else f"{number} points are"
    return (
        f" {points} marked by the guard: no export leaves before each is mended or kept with a"
        " reason (F4, also after closing)."
    )


def counted(number: int) -> str:
    """How many points of the session are marked; "" where none is."""
    return f"{number} marked" if number else ""
