"""No text is a command: every surface of every screen, found in the running program.

What is hostile comes in at the real entrances (agenda and roster files, the database behind the
program's back, a line that was left, a paste); then every screen and every dialog that the
program has is shown, and every cell of every widget in it is read. A new screen or widget is
found by itself, or the last test of this file says that nothing here shows it yet.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from rich.segment import Segment
from textual import events
from textual.app import App
from textual.content import Content
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

import facilitator.ui
from conftest import Hand, House
from draft_room import drafting
from facilitator import moderation, plain
from facilitator.agenda import Agenda
from facilitator.chair import Chair
from facilitator.files.agenda_file import load
from facilitator.files.roster_file import load_roster
from facilitator.floor import HandKind
from facilitator.guard.findings import Finding, Level
from facilitator.meeting import Start
from facilitator.menu import Choice
from facilitator.pen import Pen
from facilitator.ports import Unfinished
from facilitator.script_page import closing_page
from facilitator.service import Secretariat
from facilitator.state import Adoption
from facilitator.text import ANY_LENGTH, clean
from facilitator.ui.desk import Desk
from facilitator.ui.notes import Notes
from facilitator.ui.stage import StageApp
from test_screens import shown, until
from test_terminal import AGENDA, PAYLOADS

MARK = "MK"
RAW = f"[@click=app.quit]{MARK}[/][/]" + "".join(PAYLOADS)
"""Read as markup, the letters of the mark would not stand behind a bracket any more."""

MEANT = clean(RAW, cap=ANY_LENGTH)
JOINERS = frozenset("\u200c\u200d\u200e\u200f")


def poisoned(folder: Path) -> Agenda:
    """The shipped agenda with the payload in front of every text, read from its file."""
    escaped = "".join(f"\\u{ord(c):04x}" for c in RAW)
    lines = []
    for line in AGENDA.read_text("utf-8").splitlines():
        key = line.split("=")[0].strip()
        if key in FREE and '= "' in line and "chatham-house" not in line:
            opened = '= """' if '= """' in line else '= "'
            line = line.replace(opened, f"{opened}{escaped} ", 1)
        lines.append(line)
    path = folder / "hostile.toml"
    path.write_text("\n".join(lines), "utf-8")
    checked = load(path)
    assert checked.agenda is not None, [str(problem) for problem in checked.problems]
    assert plain.to_json(checked.agenda).count(MARK) > 20
    return checked.agenda


FREE = (
    "title theme aim headline topic event name tagline parent style office of speaks_for label"
    " source_label opening closing contact next"
).split()


@pytest.fixture
def hostile(tmp_path: Path, clock: Hand) -> Iterator[House]:
    house = House(tmp_path, clock, poisoned(tmp_path))
    yield house
    house.close()


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    escaped = "".join(f"\\u{ord(c):04x}" for c in RAW)
    people = ("Bahar Inventedson", "Chen Madeupova", "Dag Fictivsen")
    path = tmp_path / "roster.toml"
    path.write_text(
        "\n".join(
            f'[[participant]]\nname = "{name} {escaped}"\naffiliation = "{escaped}"'
            for name in people
        )
    )
    return path


def begun(house: House) -> Secretariat:
    """A running discussion with points that somebody put into the database past the filter."""
    secretariat = house.open("command")
    for segment in ("qa", "discussion"):
        secretariat.conduct(Start(segment), secretariat.look().progress)
        pen = Pen(secretariat)
        pen.write(f"? {MARK} what now", segment)
        pen.write(f"{MARK} one more", segment, 1)
        pen.write(f"{MARK} one more thing", segment)
    with closing(sqlite3.connect(house.path)) as connection:
        connection.execute("UPDATE note SET text = ? || ' ' || text", (RAW,))
        connection.execute("UPDATE note SET reservations = ?", (RAW,))
        connection.commit()
    return secretariat


def cells(widget: Widget) -> Iterator[Segment]:
    """Everything that the widget draws, seen or not."""
    size = widget.outer_size
    if size.width and size.height:
        for strip in widget.render_lines(Region(0, 0, size.width, size.height)):
            yield from strip
    for title in (widget.border_title, widget.border_subtitle):
        if title:
            yield Segment(str(title))


def faults(app: App[Any]) -> tuple[list[str], int]:
    """What a terminal could obey in any widget of any open screen; how often the mark stands."""
    found: list[str] = []
    marks = 0
    for screen in app.screen_stack:
        for widget in screen.walk_children(Widget, with_self=True):
            text = ""
            for segment in cells(widget):
                text += segment.text
                style = segment.style
                if style is not None and (style.link or "app.quit" in str(style.meta)):
                    found.append(f"{widget!r}: an action or a link in {segment.text!r}")
            for letter in set(text) - JOINERS:
                if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co"):
                    found.append(f"{widget!r}: {letter!r}")
            alone = text.replace(f"[@click=app.quit]{MARK}", "").replace(f" {MARK}", "")
            if alone.lstrip().startswith(MARK) or f"…{MARK}" in alone:
                alone = ""  # cut off in front, or wrapped
            if f"]{MARK}" not in text and MARK in alone and "[@click" not in text:
                found.append(f"{widget!r}: markup was read in {text.strip()[:60]!r}")
            marks += text.count(f"]{MARK}")
    return found, marks


async def paste(pilot: Pilot[None]) -> None:
    """Paste the payload into every input that there is."""
    for screen in pilot.app.screen_stack:
        for entry in screen.query(Input):
            entry.post_message(events.Paste(RAW))
    await pilot.pause()


async def clear(pilot: Pilot[None], at_least: int = 1) -> None:
    """No widget of what is shown has anything that a terminal could obey."""
    await pilot.pause()
    found, marks = faults(pilot.app)
    assert not found
    assert marks >= at_least, "the payload is on the screen"
    await paste(pilot)
    found, _ = faults(pilot.app)
    assert not found


# The four faces


async def test_the_desk(hostile: House, roster: Path) -> None:
    secretariat = begun(hostile)
    people = load_roster(roster).roster
    assert people is not None
    desk = hostile.open("desk")
    assert desk.volatile.take_desk()
    chair = Chair(desk.look().agenda, desk.volatile, people)
    chair.follow(desk.look())
    for who in people.participants:
        raised = moderation.Raise(who.name, HandKind.QUESTION)
        chair.do(raised, chair.floor.revision, desk.look(), desk.now(), "hand")
    chair.do(moderation.Next(), chair.floor.revision, desk.look(), desk.now(), "next")
    desk.volatile.release()
    face = partial(Desk, remarks=(MEANT,), roster=people)
    async with shown(
        hostile.open("desk"),
        lambda link, *_, watching: face(link, watching=watching),  # type: ignore[arg-type]
    ) as (screen, pilot):
        await clear(pilot, 3)
        for keys in (("a",), ("escape",), ("g",), ("escape",), ("f1",), ("escape",), ("f4",)):
            await pilot.press(*keys)
            await clear(pilot)
        await until(pilot, lambda: screen.guarding.watch is not None)
        await clear(pilot)
    assert secretariat.look().total == 6


async def test_the_notes_screen_with_a_line_that_was_left(hostile: House) -> None:
    begun(hostile)
    dead = hostile.open("notes").volatile
    dead.save_line(Unfinished("discussion", RAW))
    dead.release()
    async with shown(hostile.open("notes"), Notes) as (screen, pilot):
        assert MARK in screen.writing.entry.value
        await clear(pilot, 2)
        for keys in (("enter",), ("f4",), ("left_square_bracket",), ("escape",), ("ctrl+f",)):
            await pilot.press(*keys)
            await clear(pilot)


async def test_the_draft(hostile: House, roster: Path) -> None:
    begun(hostile)
    async with drafting(hostile.open("draft"), roster=load_roster(roster).roster) as (_, pilot):
        await clear(pilot, 2)
        for key in ("v", "v", "l", "escape", "enter", "escape", "f", "slash"):
            await pilot.press(key)
            await clear(pilot, 0)


async def test_the_stage(hostile: House) -> None:
    begun(hostile)
    app = StageApp(hostile.open("stage"))
    async with app.run_test(size=(120, 36)) as pilot:
        await clear(pilot)
    app.link.close()


# Every dialog


def screens() -> list[type[Screen[Any]]]:
    """Every screen that the program has, the faces too."""
    for module in pkgutil.iter_modules(facilitator.ui.__path__):
        importlib.import_module(f"facilitator.ui.{module.name}")
    return [kind for kind in below(Screen) if kind.__module__.startswith("facilitator.")]


def below(kind: type) -> Iterator[Any]:
    for each in kind.__subclasses__():
        yield each
        yield from below(each)


FACES = {"Desk", "DeskActions", "Notes", "Draft", "DraftFace", "Stage", "SessionScreen"}
DIALOGS = sorted((s for s in screens() if s.__name__ not in FACES), key=lambda s: s.__name__)


def takes_a_draft(kind: type[Screen[Any]]) -> bool:
    """Whether the dialog stands on the rapporteur's screen."""
    return "DraftFace" in str(inspect.signature(kind.__init__))


def makers(secretariat: Secretariat) -> dict[str, Callable[[], Any]]:
    """A hostile value of every type that a dialog is made from."""
    state = secretariat.look("discussion")
    notes = secretariat.store.snapshot(None).notes

    def ready() -> Sequence[Any]:
        from facilitator.ready_lines import ready_lines

        return ready_lines(state.agenda, state.progress, secretariat.now())

    return {
        "str": lambda: MEANT,
        "Content": lambda: Content(MEANT),
        "State": lambda: state,
        "AsHeld": lambda: state.held,
        "Instant": secretariat.now,
        "Agenda": lambda: state.agenda,
        "tuple[str, ...]": lambda: (MEANT,),
        "tuple[tuple[str, str], ...]": lambda: (("-", "nothing"), ("x", MEANT)),
        "Sequence[str]": lambda: (MEANT,),
        "Sequence[Note]": lambda: [note for note in notes if note.segment == "discussion"],
        "Finding": lambda: Finding(Level.IDENTITY, 0, len(MEANT), MEANT, MEANT),
        "Callable[[str], None]": lambda: lambda reason: None,
        "Callable[[Choice], None]": lambda: lambda choice: None,
        "Callable[[], str]": lambda: lambda: MEANT,
        "Adoption": lambda: Adoption((MEANT,), (MEANT,), (MEANT,)),
        "Sequence[Choice]": lambda: (Choice(MEANT, MEANT, (MEANT,), MEANT),),
        "Sequence[ReadyLine]": ready,
        "Sequence[Section]": lambda: closing_page(state.agenda, notes, state.questions),
    }


def made(kind: type[Screen[Any]], values: dict[str, Callable[[], Any]]) -> Screen[Any]:
    """A dialog with something hostile in every place where it takes a text."""
    given = {}
    for name, parameter in inspect.signature(kind.__init__).parameters.items():
        if name == "self":
            continue
        annotation = str(parameter.annotation)
        if parameter.default is inspect.Parameter.empty or annotation == "str":
            assert annotation in values, f"{kind.__name__} takes a {annotation}: make a hostile one"
            given[name] = values[annotation]()
    return kind(**given)


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
async def test_every_dialog(kind: type[Screen[Any]], hostile: House) -> None:
    secretariat = begun(hostile)
    values = makers(secretariat)
    if takes_a_draft(kind):
        async with drafting(hostile.open("draft")) as (face, pilot):
            values["DraftFace"] = lambda: face
            pilot.app.push_screen(made(kind, values))
            await until(pilot, lambda: isinstance(pilot.app.screen, kind))
            await clear(pilot)
        return
    async with shown(hostile.open("notes"), Notes, (100, 40)) as (_, pilot):
        _, before = faults(pilot.app)
        pilot.app.push_screen(made(kind, values))
        await until(pilot, lambda: isinstance(pilot.app.screen, kind))
        await clear(pilot, before + 1)


# Controls, and what nobody has shown


class Careless(Screen[None]):
    """A screen whose author thought of nothing."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self._widget = widget

    def compose(self) -> Iterator[Widget]:
        yield self._widget


@pytest.mark.parametrize(
    "widget",
    [
        lambda: Static(f"[@click=app.quit]{MARK}[/]"),
        lambda: Static(Content("\x1b]52;c;ZXZpbA==\x07")),
        lambda: Static(Content("\u202eright to left")),
        lambda: Input("\x9b31m"),
    ],
    ids=["markup", "escape sequence", "direction", "input"],
)
async def test_control_a_careless_widget_is_found(
    widget: Callable[[], Widget], hostile: House
) -> None:
    async with shown(hostile.open("notes"), Notes) as (_, pilot):
        assert faults(pilot.app)[0] == []
        pilot.app.push_screen(Careless(widget()))
        await pilot.pause()
        assert faults(pilot.app)[0]


async def test_control_an_input_of_the_framework_shows_what_is_pasted(hostile: House) -> None:
    async with shown(hostile.open("notes"), Notes) as (_, pilot):
        pilot.app.push_screen(Careless(Input()))
        await pilot.pause()
        await paste(pilot)
        assert faults(pilot.app)[0]


async def test_every_screen_and_widget_of_the_program_is_shown_here(
    hostile: House, roster: Path
) -> None:
    """A new screen or widget that nothing above shows is named here."""
    secretariat = begun(hostile)
    values = makers(secretariat)
    seen: set[type] = set()

    def look(app: App[Any]) -> None:
        for screen in app.screen_stack:
            for widget in screen.walk_children(Widget, with_self=True):
                seen.update(type(widget).__mro__)

    stage = StageApp(hostile.open("stage"))
    async with stage.run_test():
        look(stage)
    stage.link.close()
    async with drafting(hostile.open("draft")) as (face, pilot):
        values["DraftFace"] = lambda: face
        look(pilot.app)
        for kind in filter(takes_a_draft, DIALOGS):
            pilot.app.push_screen(made(kind, values))
            await pilot.pause()
            look(pilot.app)
            pilot.app.pop_screen()
    async with shown(hostile.open("desk"), Desk) as (_, pilot):
        look(pilot.app)
    async with shown(hostile.open("notes"), Notes) as (_, pilot):
        for kind in DIALOGS:
            if not takes_a_draft(kind):
                pilot.app.push_screen(made(kind, values))
                await pilot.pause()
                look(pilot.app)
                pilot.app.pop_screen()
    ours = [kind for kind in below(Widget) if kind.__module__.startswith("facilitator.")]
    assert [kind.__name__ for kind in ours if kind not in seen] == []
