"""The start screen: what it offers, with arrow keys and Enter alone, and what is run then."""

from __future__ import annotations

import stat
import subprocess
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from facilitator import paths
from facilitator.cli import starting, wiring
from facilitator.cli.commands import commands
from facilitator.files import at_hand
from facilitator.library import Entry
from facilitator.menu import SHOWN, Choice, Plan, menu
from facilitator.ui.start import StartApp

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "agendas" / "2020-05-28-afghan-view.toml"


def one(name: str, state: str) -> Entry:
    return Entry(name, "s", "The Series", name.capitalize(), date(2020, 5, 28), state, 3, 120)


def titled(choices: tuple[Choice, ...]) -> dict[str, Choice]:
    return {each.title: each for each in choices}


# What is offered


def test_the_last_used_is_on_top_and_leads_to_its_screen() -> None:
    entries = [one("second", "running"), one("first", "closed")]
    agendas = {"second": Plan("second.toml", "second-roster.toml")}
    choices = menu(entries, (), agendas, None)
    assert choices[0].command == ("run", "second.toml", "--roster", "second-roster.toml")
    assert choices[1].command == ("draft", "first")
    assert choices[2].title == "A new agenda"


def test_a_session_whose_agenda_is_not_at_hand_is_run_by_its_id() -> None:
    assert menu([one("first", "planned")], (), {}, None)[0].command == ("run", "first")


def test_every_choice_says_what_it_does() -> None:
    entries = [one(f"session-{n}", state) for n, state in enumerate(("running", "closed"))]
    for choice in menu(entries, (Plan("a.toml"),), {}, Plan("example.toml", "roster.toml")):
        assert choice.about
        assert choice.command or choice.page or choice.folder


def test_many_sessions_are_one_page_away() -> None:
    choices = menu([one(f"session-{n}", "closed") for n in range(9)], (), {}, None)
    assert [each.command[0] for each in choices[:SHOWN]] == ["draft"] * SHOWN
    assert len(titled(choices)["All sessions"].page) == 9


def test_notes_and_stage_are_for_open_sessions_and_texts_for_all() -> None:
    choices = titled(menu([one("a", "running"), one("b", "closed")], (), {}, None))
    assert [each.command for each in choices["Notes"].page] == [("notes", "a")]
    assert [each.command for each in choices["The stage"].page] == [("stage", "a")]
    assert {each.command for each in choices["The texts"].page} == {("draft", "a"), ("draft", "b")}


def test_a_sealed_or_purged_session_offers_no_text_and_can_still_have_a_successor() -> None:
    choices = menu([one("a", "purged"), one("b", "sealed")], (), {}, None)
    assert choices[0].title == "A new agenda"
    assert len(titled(choices)["The next of a series"].page) == 2


# What lies at hand


def test_agendas_in_this_folder_and_the_roster_beside_them(tmp_path: Path) -> None:
    (tmp_path / "may.toml").write_text(SHIPPED.read_text())
    (tmp_path / "other.toml").write_text("[tool]\n")
    assert at_hand.here(tmp_path) == (tmp_path / "may.toml",)
    assert at_hand.roster_beside(tmp_path / "may.toml") is None
    (tmp_path / "may-roster.toml").write_text("")
    assert at_hand.roster_beside(tmp_path / "may.toml") == tmp_path / "may-roster.toml"


def test_where_an_agenda_lies_is_remembered_for_its_owner_alone(tmp_path: Path) -> None:
    root = paths.home()
    agenda = tmp_path / "may.toml"
    agenda.write_text(SHIPPED.read_text())
    session = wiring.open_agenda(root, agenda).session_id
    assert at_hand.known(root) == {session: agenda}
    assert stat.S_IMODE((root / "agendas.json").stat().st_mode) == 0o600
    agenda.unlink()
    assert at_hand.known(root) == {}
    (root / "agendas.json").write_text("[1, 2]")
    assert at_hand.known(root) == {}


def test_a_session_is_opened_by_its_id_where_no_file_has_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    session = wiring.open_agenda(paths.home(), SHIPPED).session_id
    assert wiring.open_agenda(paths.home(), Path(session)).session_id == session


def test_the_example_is_found() -> None:
    found = at_hand.example()
    assert found is not None
    assert found[0].is_file() and found[1].is_file()


# The screen


def app(choices: tuple[Choice, ...], said: str = "Opening it") -> StartApp:
    return StartApp(choices, "Sessions: here\nAgendas and texts: there", lambda: said)


CHOICES = (
    Choice("First", "Runs the first", ("run", "first"), "running 2020-05-28"),
    Choice("More", "Other ones", page=(Choice("Deep", "A deep one", ("notes", "deep")),)),
    Choice("The folder", "Opens it", folder=True),
)


def text(screen: StartApp, name: str) -> str:
    return str(screen.screen.query_one(f"#{name}").render())


async def test_enter_alone_takes_the_first() -> None:
    shown = app(CHOICES)
    async with shown.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Runs the first" in text(shown, "about")
        assert "facilitator run first" in text(shown, "about")
        assert "Sessions: here" in text(shown, "where")
        await pilot.press("enter")
    assert shown.chosen == CHOICES[0]


async def test_a_page_and_back_and_its_choice() -> None:
    shown = app(CHOICES)
    async with shown.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "enter")
        assert "A deep one" in text(shown, "about")
        assert "Esc back" in text(shown, "keys")
        await pilot.press("escape")
        assert "Other ones" in text(shown, "about")
        await pilot.press("enter", "enter")
    assert shown.chosen is not None
    assert shown.chosen.command == ("notes", "deep")


async def test_the_folder_is_opened_and_the_screen_stays() -> None:
    shown = app(CHOICES)
    async with shown.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "enter")
        assert "Opening it" in text(shown, "about")
        await pilot.press("escape")
        assert "F10" in text(shown, "about")
        await pilot.press("f10")
    assert shown.chosen is None


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 10), (20, 5), (120, 36)])
async def test_any_size_and_any_title(size: tuple[int, int]) -> None:
    shown = app((Choice("[/] [@click=app.exit]نگاه " * 9, "[/]", ("run", "a"), "running"),))
    async with shown.run_test(size=size) as pilot:
        await pilot.press("down")
        await pilot.resize_terminal(*size[::-1])
        await pilot.pause()
    assert not shown.crashed


# What is run


def test_the_chosen_command_is_run_and_the_list_comes_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ran: list[list[str]] = []

    def run(command: list[str], **more: object) -> subprocess.CompletedProcess[str]:
        ran.append(command)
        return subprocess.CompletedProcess(command, 0)

    import facilitator.ui.start as screen

    answers = iter([(0, CHOICES[0]), (0, None)])
    monkeypatch.setattr(screen, "run", lambda *_: next(answers))
    monkeypatch.setattr(starting, "need_terminal", lambda: None)
    monkeypatch.setattr(subprocess, "run", run)
    starting.start(paths.home())
    assert [command[1:] for command in ran] == [["-m", "facilitator", "run", "first"]]


def test_the_choices_of_a_real_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "may.toml").write_text(SHIPPED.read_text())
    wiring.open_agenda(paths.home(), tmp_path / "may.toml")
    first = starting.choices(paths.home())[0]
    assert first.command == ("run", "may.toml")
    assert first.aside == "planned 2020-05-28"


def test_where_no_file_manager_is_the_folder_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert str(paths.home()) in starting.open_folder(paths.home())


def test_without_a_terminal_the_help_is_printed() -> None:
    done = CliRunner().invoke(commands, [])
    assert done.exit_code == 0
    assert "Without a command" in done.output
