"""The pages for users: every command line in them does what it says; completion, manual page."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest

import facilitator.cli.main
from facilitator.cli.commands import commands
from facilitator.cli.helping import page
from preloaded import facilitator
from terminal import Terminal

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
LISTS = Path(__file__).parent / "data" / "rosters"
SESSION = "2020-05-28-afghan-view"
AGENDA = f"agendas/{SESSION}.toml"

SCREENS = {
    "": "A new agenda",
    "run": "KEYS",
    "stage": "The meeting",
    "notes": "KEPT",
    "draft": "?",
}
"""Words on the screen of each command that has one, by which it is known to be up."""

LINES = """\
Settlement before security, or after?
! A standing contact group of neighbours
_ A map of water rights
"""


def lines(name: str) -> list[str]:
    """The command lines in the boxes of a page, in their order."""
    boxes = re.findall(r"^```\n(.*?)^```$", (DOCS / name).read_text("utf-8"), re.M | re.S)
    return [line for box in boxes for line in box.splitlines() if line.strip()]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an organiser who has had a meeting: agendas, lists, a closed session."""
    folder = tmp_path / "papers-of-the-meeting"
    folder.mkdir()
    shutil.copytree(ROOT / "agendas", folder / "agendas")
    shutil.copy(LISTS / "registration-report.csv", folder / "registrations.csv")
    (folder / "lines.txt").write_text(LINES)
    (folder / "words.txt").write_text("settlement\n")
    monkeypatch.chdir(folder)
    assert facilitator("open", AGENDA).returncode == 0
    asked = facilitator("note", SESSION, "--segment", "qa", stdin="? Who guarantees it\n")
    assert asked.returncode == 0
    noted = facilitator("note", SESSION, "--segment", "discussion", stdin=LINES)
    assert noted.returncode == 0
    return folder


def shown(words: list[str]) -> None:
    """Open a screen in a real terminal, see it, leave it with F10."""
    terminal = Terminal(*words)
    terminal.until(lambda text: SCREENS[words[0] if words else ""] in text)
    terminal.send("\x1b[21~")
    assert terminal.end() == 0


@pytest.mark.parametrize("name", ["organiser.md", "moderator.md", "note-taker.md", "rapporteur.md"])
def test_every_command_line_of_the_page_works(desk: Path, name: str) -> None:
    if name in ("organiser.md", "rapporteur.md"):
        closed = facilitator("close", SESSION, "--yes", "--as-planned")
        assert closed.returncode == 0, closed.stderr
    for line in lines(name):
        line, _, source = line.partition(" < ")
        words = shlex.split(line)
        assert words.pop(0) == "facilitator", line
        if not words or words[0] in SCREENS:
            shown(words)
            continue
        done = facilitator(*words, stdin=Path(source).read_text() if source else "")
        # The guard's 1 is an answer: it names the keynote's own line, as the page says.
        assert done.returncode == (words[0] == "guard"), f"{line}\n{done.stdout}{done.stderr}"


def test_every_page_is_tested_and_told_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for path in DOCS.glob("*.md"):
        assert lines(path.name) or path.name == "threats.md", path  # no page of commands
        assert f"docs/{path.name}" in readme


# Completion and manual


def test_a_shell_completes_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_FACILITATOR_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "facilitator ro")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert facilitator().stdout.splitlines() == ["plain,roster"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_completion_script_calls_this_program(shell: str) -> None:
    script = facilitator("completion", shell).stdout
    assert "_FACILITATOR_COMPLETE" in script
    assert "facilitator" in script


def test_the_manual_has_every_command_and_option() -> None:
    told = page(commands).replace("\\-", "-").replace("\\&", "")
    for name, command in commands.commands.items():
        assert f".SS facilitator {name}" in told
        context = click.Context(command, info_name=name)
        for parameter in command.get_params(context):
            for option in parameter.opts:
                if option.startswith("--") and option != "--help":
                    assert option in told, (name, option)


def test_no_line_of_the_manual_is_a_request_by_accident() -> None:
    known = (".TH ", ".SH ", ".SS ", ".PP", ".TP", ".B ")
    for line in page(commands).splitlines():
        assert not line.startswith("'")
        assert not line.startswith(".") or line.startswith(known), line
        assert "\t" not in line
