"""Every action of the session screens, once: bindings, help, hints and palette read this."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from functools import lru_cache

from textual.binding import Binding
from textual.content import Content

from facilitator.capture import SIGNS


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can ask for. `letter` works in KEYS on the desk, `key` everywhere.

    `group` heads it in the help; what has one is the desk's alone.
    """

    name: str
    title: str
    meaning: str
    key: str = ""
    letter: str = ""
    group: str = ""


FLOOR, LIST, TIME, ROOM = "THE FLOOR", "THE LIST", "QUESTIONS AND TIME", "FOR THE ROOM"

ACTIONS: tuple[Action, ...] = (
    Action("hand", "hand", "A hand, then the person's two letters", "", "a", FLOOR),
    Action("next", "next", "The floor goes to the first on the list", "", "enter", FLOOR),
    Action("two_finger", "two-finger", "A short reply to this intervention", "", "f", FLOOR),
    Action("point_of_order", "order", "A point of order: goes first", "", "p", FLOOR),
    Action("call", "call", "Call anybody (a number calls that row)", "", "c", FLOOR),
    Action("end_turn", "end", "End the turn; the floor is free", "", "e", FLOOR),
    Action("back_on_list", "back", "Who spoke last was cut off: back on the list", "", "b", FLOOR),
    Action("undo", "undo", "Undo, as often as you like", "", "u", FLOOR),
    Action("redo", "redo", "Redo what was undone", "", "U", FLOOR),
    Action("withdraw", "withdraw", "A hand goes down", "", "w", LIST),
    Action("line_lost", "line lost", "Somebody's line dropped, or is back", "", "l", LIST),
    Action("why", "why", "Say why somebody waits", "", "y", LIST),
    Action("close_list", "close list", "Close the list, or open it", "", "x", LIST),
    Action("last_word", "last word", "One more turn, then the list is closed", "", "X", LIST),
    Action("order", "order by", "Hand order, first-time-first, least-spoken", "", "v", LIST),
    Action("hide", "hide", "Hide all names on this screen, or show them", "", "h", LIST),
    Action("questions", "questions", "What is owed; mark a question", "", "q", TIME),
    Action("repair", "repair", "Late: squeeze, drop, push, extend, back-date", "", "t", TIME),
    Action("ready_lines", "chat lines", "Ready lines to copy into the chat", "", "m", ROOM),
    Action("script", "script", "The script, ticked off line by line", "", "s", ROOM),
    Action("read_aloud", "read aloud", "Agreements, disagreements, what is owed", "", "d", ROOM),
    Action("stage_names", "stage names", "The stage shows who is next, or not", "", "z", ROOM),
    Action("round", "round", "From questions to answers to the next round", "f12", "r"),
    Action("advance", "segment", "Start the next segment", "f2", "n"),
    Action("agenda", "agenda", "Start any segment, re-enter or skip one", "f6", "g"),
    Action("pause", "pause", "Pause the clocks, or go on; charged to nobody", "f7", "space"),
    Action("off_record", "off", "Go off the record, or back on it", "f8", "o"),
    Action("note", "note", "Write a note (Esc: back to KEYS)", "f3", "i"),
    Action("mend", "neutral words", "Take the neutral wording that the guard offers", "ctrl+g"),
    Action("keep_words", "keep words", "Keep what the guard marks, with a reason", "ctrl+r"),
    Action("take_back", "undo note", "Undo what was done last to the points here", "ctrl+z"),
    Action("put_back", "redo note", "Do again what was undone", "ctrl+y"),
    Action("find", "find", "Find words in all points of the session", "ctrl+f"),
    Action("points", "points", "Choose, arrange and edit points", "f4"),
    Action("belongs", "to now", "Give the line to the segment running now", "f5"),
    Action("close_session", "close", "Close the session, or say what was held", "f9"),
    Action("help", "all", "Everything this screen can do", "f1", "?"),
    Action("quit", "leave", "Leave; the session goes on and can be resumed", "f10"),
)

THE_DESKS = ("round", "advance", "agenda", "close_session")
"""What only the desk may do while one is open."""

WITH_FINDING = ("mend", "keep_words", "points", "off_record", "help")
"""What is offered while the guard sees something in the line."""

HELP_WIDTH = 70
"""Cells of a line in the help panel."""

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
        if action.key and action.name != "quit"  # the app's, so that it works in a dialog too
    ]


def key_name(key: str) -> str:
    """A key as it stands on the keyboard: F4, Ctrl+G."""
    return key.upper() if not key.startswith("ctrl+") else f"Ctrl+{key[-1].upper()}"


_KEY_NAMES = {"enter": "Enter", "space": "space"}


@lru_cache(maxsize=8)  # asked for at every key, and markup is slow to read
def hints(names: tuple[str, ...], *, letters: bool) -> Content:
    """The footer: the keys of these actions, each a place to click."""
    parts = []
    for action in ACTIONS:
        if action.name not in names or not (action.key or letters):
            continue
        key = action.letter if letters and action.letter else action.key
        said = _KEY_NAMES.get(key, key if key == action.letter else key_name(key))
        parts.append(
            Content.from_markup(f"[@click=screen.{action.name}][b]{said}[/b] {action.title}[/]")
        )
    return Content(" ") + Content("  ").join(parts)


THE_GUARD = (
    "What would tell who spoke, or who was there, is named above the line once its word is"
    " complete. Enter keeps a line at once only where that was on screen; what is kept so is"
    " marked, and no export leaves while it stands. Ctrl+G takes the neutral wording; Ctrl+R"
    " keeps the words, with a reason. In the points (F4) both mean the chosen point; where its"
    " words were kept, Ctrl+R shows the reason, and lets them stand against it again."
)


def _told(*sentences: str) -> list[Content]:
    """Sentences as lines that fit the help panel."""
    wrapped = [
        line
        for told in sentences
        for line in textwrap.wrap(
            told, HELP_WIDTH - 2, initial_indent="  ", subsequent_indent="    "
        )
    ]
    return [Content(line) for line in wrapped]


def _floor_help() -> list[Content]:
    lines: list[Content] = []
    group = ""
    for action in ACTIONS:
        if not action.group:
            continue
        if action.group != group:
            group = action.group
            lines += [Content("")] * bool(lines) + [Content.styled(group, "bold")]
        lines.append(
            Content(f"  {_KEY_NAMES.get(action.letter, action.letter):<14}{action.meaning}")
        )
    return [
        *lines,
        Content("  In a choice of people: two letters, a row's number, or / and part of"),
        Content("  a name; space changes what the hand asks for; Esc goes back."),
        Content(""),
    ]


def _meeting_help(*, desk: bool) -> list[Content]:
    lines = [Content.styled("THE MEETING", "bold")]
    for action in ACTIONS:
        if action.group or (action.name == "note" and not desk):
            continue
        letter = action.letter if desk else ""
        keys = key_name(action.key) + (f" or {letter}" if letter else "")
        lines.append(Content(f"  {keys:<14}{action.meaning}"))
    last = Content(f"  {'Ctrl+P':<14}Command palette; Ctrl+Q leaves, like F10")
    return [*lines, last, Content("")]


def _notes_help() -> list[Content]:
    signs = [*SIGNS.items()]
    named = [f"{sign:<3}{kind.value}" for sign, kind in signs] + ['"  quote', "++ echo", "... gap"]
    rows = [named[start : start + 4] for start in range(0, len(named), 4)]
    return [
        Content.styled("A NOTE LINE (a sign in front, then a space)", "bold"),
        *(Content("  " + "".join(f"{part:<17}" for part in row)) for row in rows),
        *_told(
            "#topic sets the topic until another is named; #none: no topic; Tab completes it",
            "\\ in front makes a sign plain text",
            "In a Q&A segment a ? line is a question of the round; =K answers question K",
            "Enter keeps · Up edits the last point · Tab and Shift+Tab nest · Ctrl+K strikes",
            "-- under a point opens the other side of a disagreement",
        ),
        Content(""),
        Content.styled("POINTS (F4)", "bold"),
        *_told(
            "Up/Down (k j) choose · Shift+Up/Down (U D) move · Tab/Shift+Tab nest · Enter edit",
            "c another kind · # another topic · > to another segment · / find",
            "+ echo · Ctrl+K strike · [ ] (or , .) other segments · Esc back to the line",
            "t agreed: summed up aloud by the chair, and nobody objected (t again: not)",
            "Back in the line, ++ -- and Tab mean the point that was chosen here (▸)",
            "· stands before what was written in this window",
        ),
        Content(""),
    ]


def help_text(*, desk: bool) -> Content:
    """The help panel of a screen: first what its person does most."""
    from facilitator.watch import LIMITS  # the guard, which no screen needs to start

    meeting, notes = _meeting_help(desk=desk), _notes_help()
    lines = [
        *([*_floor_help(), *meeting, *notes] if desk else [*notes, *meeting]),
        Content.styled("THE GUARD", "bold"),
        *_told(THE_GUARD, *LIMITS),
        Content(""),
        Content.styled(
            "Under the Rule the order of points is mixed when a segment ends.", "italic"
        ),
    ]
    return Content("\n").join(lines)
