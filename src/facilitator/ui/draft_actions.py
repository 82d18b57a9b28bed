"""Every action of the draft, once: bindings, help, hints and palette read this."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can ask for; `keys` as the framework names them, `said` as people do."""

    name: str
    title: str
    meaning: str
    keys: str
    said: str
    group: str


CHOOSE, ARRANGE, SAY, TEXT, SCREEN = (
    "CHOOSE",
    "ARRANGE",
    "SAY WHAT IT IS",
    "THE TEXT",
    "THE SCREEN",
)

ACTIONS: tuple[Action, ...] = (
    Action("up", "up", "The point above", "up,k", "↑ k", CHOOSE),
    Action("down", "down", "The point below", "down,j", "↓ j", CHOOSE),
    Action("screen_up", "page up", "A screenful up", "pageup", "PgUp", CHOOSE),
    Action("screen_down", "page down", "A screenful down", "pagedown", "PgDn", CHOOSE),
    Action("first", "first", "The first one", "home", "Home", CHOOSE),
    Action("last", "last", "The last one", "end", "End", CHOOSE),
    Action(
        "group_up", "group before", "The group before", "left_square_bracket,comma", "[", CHOOSE
    ),
    Action(
        "group_down",
        "group after",
        "The group after",
        "right_square_bracket,full_stop",
        "]",
        CHOOSE,
    ),
    Action("mark", "mark", "Mark the point, or not; go on", "space", "Space", CHOOSE),
    Action("mark_group", "mark group", "Mark all of the group, or none", "M", "M", CHOOSE),
    Action("filter", "filter", "Only points with these words", "slash", "/", CHOOSE),
    Action("search", "search", "The next point with these words", "s", "s", CHOOSE),
    Action("nest", "nest", "Under the point above", "tab,right", "Tab", ARRANGE),
    Action("lift", "lift", "Out from under its parent", "shift+tab,left", "Shift+Tab", ARRANGE),
    Action(
        "gather", "put under", "The marked ones under this one", "greater_than_sign", ">", ARRANGE
    ),
    Action("raise", "move up", "Before the one above", "shift+up,K", "K", ARRANGE),
    Action("lower", "move down", "Behind the one below", "shift+down,J", "J", ARRANGE),
    Action(
        "top",
        "to the top",
        "Out to the top level; out of what it was merged into",
        "o",
        "o",
        ARRANGE,
    ),
    Action("relist", "list", "Children: numbers, bullets, as usual", "n", "n", ARRANGE),
    Action("write", "write one", "One sentence for the marked points", "w", "w", ARRANGE),
    Action("write_above", "write above", "A point above the marked ones", "W", "W", ARRANGE),
    Action(
        "merge", "merge", "Points that say the same; two marked ones", "equals_sign,m", "=", ARRANGE
    ),
    Action("edit", "edit", "Edit the text here (Esc: back)", "enter,e", "Enter", SAY),
    Action("convert", "kind", "Another kind", "c", "c", SAY),
    Action("topic", "topic", "Another topic", "number_sign,a", "#", SAY),
    Action("release", "release", "How far it goes: brief, report, hosts", "r", "r", SAY),
    Action("agree", "agreed", "Agreed, tested or not, with reservations", "t", "t", SAY),
    Action("strike", "strike", "Erase for good", "ctrl+k", "Ctrl+K", SAY),
    Action("mend", "neutral words", "Take the guard's neutral wording", "ctrl+g", "Ctrl+G", SAY),
    Action("keep_words", "keep words", "Keep marked words, with a reason", "ctrl+r", "Ctrl+R", SAY),
    Action("finding", "next finding", "The next point that the guard marks", "f", "f", TEXT),
    Action("view", "view", "Points, text, findings in turn", "v", "v", TEXT),
    Action("brief", "brief", "The brief as it will be printed", "b", "b", TEXT),
    Action("report", "report", "The report as it will be printed", "p", "p", TEXT),
    Action("left_out", "left out", "What is not in the brief, and why", "l", "l", TEXT),
    Action("undo", "undo", "Undo, as often as you like", "u,ctrl+z", "u", SCREEN),
    Action("redo", "redo", "Do again what was undone", "U,ctrl+y", "U", SCREEN),
    Action("back", "back", "One step back: marks, filter, view", "escape", "Esc", SCREEN),
    Action("help", "all", "Everything this screen can do", "f1,question_mark", "?", SCREEN),
)

BY_NAME = {action.name: action for action in ACTIONS}

HINTS = {
    "points": ("edit", "mark", "write", "nest", "merge", "release", "view", "undo"),
    "text": ("brief", "report", "left_out", "view", "undo"),
    "findings": ("mend", "keep_words", "edit", "strike", "finding", "view"),
    "left": ("edit", "release", "convert", "back", "view"),
}


def bindings() -> list[Binding]:
    """The keys, each with an id and a tooltip; a key that is being typed into a line is none."""
    return [
        Binding(
            action.keys,
            action.name,
            action.title.capitalize(),
            id=f"draft.{action.name}",
            tooltip=action.meaning,
        )
        for action in ACTIONS
    ]


def hints(view: str, width: int) -> Content:
    """The footer of a view: as many keys as fit, each a place to click, and always the help."""
    parts = [
        Content.from_markup(
            f"[@click=screen.{name}][b]$said[/b] {BY_NAME[name].title}[/]",
            said=BY_NAME[name].said,
        )
        for name in (*HINTS[view], "help")
    ]
    room = width - 1 - parts[-1].cell_length
    shown: list[Content] = []
    for part in parts[:-1]:
        if part.cell_length + 2 > room:
            break
        room -= part.cell_length + 2
        shown.append(part)
    return Content(" ") + Content("  ").join([*shown, parts[-1]])


def line_hints(offers: bool) -> Content:
    """The footer while a line is written."""
    keys = [("Enter", "keep"), ("Esc", "back")]
    keys += [("F2–F8", "put in what is offered")] * offers
    keys += [("Ctrl+G", "neutral words"), ("Ctrl+R", "keep words"), ("F1", "all")]
    parts = [Content.assemble((key, "bold"), f" {told}") for key, told in keys]
    return Content(" ") + Content("  ").join(parts)


def help_text() -> Content:
    """The help panel."""
    from facilitator.watch import LIMITS  # the guard, which the first paint does not need

    lines: list[Content] = []
    group = ""
    for action in ACTIONS:
        if action.group != group:
            group = action.group
            lines += [Content("")] * bool(lines) + [Content.styled(group, "bold")]
        lines.append(Content(f"  {action.said:<12}{action.meaning}"))
    lines += [
        Content("  Ctrl+P      Command palette; Ctrl+Q or F10 leaves, and everything is kept"),
        Content(""),
        Content.styled("HOW POINTS STAND HERE", "bold"),
        Content("  By topic; in it first those that somebody arranged, then by kind and by like"),
        Content("  words. Never in the order in which they were written (the Rule)."),
        Content("  w: the brief prints the sentence alone, the report also the points below it."),
        Content("  W: both print the point and, numbered below it, the others."),
        Content("  In a line: F2 to F8 put in what is offered above it, and nothing else does."),
        *(Content(f"  {limit}") for limit in LIMITS),
    ]
    return Content("\n").join(lines)
