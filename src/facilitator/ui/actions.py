"""Every action of the session screens, once: bindings, help, hints and palette read this."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from textual.binding import Binding
from textual.content import Content

from facilitator.capture import SIGNS


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can ask for. `letter` works in KEYS on the desk, `key` everywhere."""

    name: str
    title: str
    meaning: str
    key: str
    letter: str = ""


ACTIONS: tuple[Action, ...] = (
    Action("advance", "next", "Start the next segment", "f2", "n"),
    Action("agenda", "agenda", "Start any segment, re-enter or skip one", "f6", "g"),
    Action("pause", "pause", "Pause the segment's clock, or go on", "f7", "space"),
    Action("off_record", "off", "Go off the record, or back on it", "f8", "o"),
    Action("note", "note", "Write a note (Esc: back to KEYS)", "f3", "i"),
    Action("points", "points", "Choose, arrange and edit points", "f4"),
    Action("belongs", "to now", "Give the line to the segment running now", "f5"),
    Action("close_session", "close", "Close the session, or say what was held", "f9"),
    Action("help", "all", "Everything this screen can do", "f1", "?"),
    Action("quit", "leave", "Leave; the session goes on and can be resumed", "f10"),
)

THE_DESKS = ("advance", "agenda", "close_session")
"""What only the desk may do while one is open."""

BY_LETTER = {action.letter: action for action in ACTIONS if action.letter}


def bindings() -> list[Binding]:
    """The keys that work in every mode; the letters are the note line's business."""
    return [
        Binding(
            action.key,
            action.name,
            action.title,
            id=f"session.{action.name}",
            tooltip=action.meaning,
            priority=True,
        )
        for action in ACTIONS
        if action.name != "quit"  # the app's, so that it works in a dialog too
    ]


@lru_cache(maxsize=8)  # asked for at every key, and markup is slow to read
def hints(names: tuple[str, ...], *, letters: bool) -> Content:
    """The footer: the keys of these actions, each a place to click."""
    parts = []
    for action in ACTIONS:
        if action.name not in names:
            continue
        key = action.letter if letters and action.letter else action.key.upper()
        parts.append(
            Content.from_markup(f"[@click=screen.{action.name}][b]{key}[/b] {action.title}[/]")
        )
    return Content(" ") + Content("  ").join(parts)


def help_text(*, desk: bool) -> Content:
    """The help panel of a screen."""
    lines: list[Content] = [Content.styled("KEYS", "bold")]
    for action in ACTIONS:
        if action.name == "note" and not desk:
            continue
        letter = action.letter if desk else ""
        keys = f"{action.key.upper()}" + (f" or {letter}" if letter else "")
        lines.append(Content(f"  {keys:<14}{action.meaning}"))
    lines += [
        Content(f"  {'Ctrl+P':<14}Command palette; Ctrl+Q leaves, like F10"),
        Content(""),
        Content.styled("A NOTE LINE (a sign in front, then a space)", "bold"),
    ]
    signs = [*SIGNS.items()]
    named = [f"{sign:<3}{kind.value}" for sign, kind in signs] + ['"  quote', "++ echo", "... gap"]
    for start in range(0, len(named), 4):
        lines.append(Content("  " + "".join(f"{part:<17}" for part in named[start : start + 4])))
    lines += [
        Content("  #topic  sets the topic until another is named; #none: no topic"),
        Content("  \\       in front makes a sign plain text"),
        Content("  Enter keeps · Up edits the last point · Tab/Shift+Tab nests · Ctrl+K strikes"),
        Content("  -- under a point opens the other side of a disagreement"),
        Content(""),
        Content.styled("POINTS (F4)", "bold"),
        Content(
            "  Up/Down (k j) choose · Shift+Up/Down (U D) move · Tab/Shift+Tab nest · Enter edit"
        ),
        Content("  + echo · Ctrl+K strike · [ ] (or , .) other segments · Esc back to the line"),
        Content(""),
        Content.styled(
            "Under the Rule the order of points is mixed when a segment ends.", "italic"
        ),
    ]
    return Content("\n").join(lines)
