"""Checking again at every save, as `facilitator check --watch` does beside an editor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from facilitator.cli.checking import check
from facilitator.cli.rechecking import LOOK_EVERY, recheck

ROOT = Path(__file__).parents[1]
GOOD = (ROOT / "agendas" / "2020-05-28-afghan-view.toml").read_text("utf-8")
BROKEN = GOOD.replace("[session]", "[sesion]")
ROSTER = '[[participant]]\nname = "Ali Zarifi"\n'


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    made = tmp_path / "june.toml"
    made.write_text(GOOD, "utf-8")
    return made


def at_every_look(steps: list[Callable[[], object]]) -> Callable[[float], None]:
    """A wait in which the next step happens; the person presses Ctrl+C after the last one."""
    left: Iterator[Callable[[], object]] = iter(steps)

    def rest(seconds: float) -> None:
        assert seconds == LOOK_EVERY > 0, "it must not keep a processor busy"
        step = next(left, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    return rest


def nothing() -> None:
    """Nobody saves anything."""


def checks(agenda: Path, *steps: Callable[[], object]) -> int:
    """How often the file was checked while these steps happened, the first time included."""
    seen: list[str] = []

    def checked() -> int:
        seen.append(agenda.read_text("utf-8") if agenda.exists() else "")
        return 0

    recheck([str(agenda)], checked, at_every_look([*steps]))
    return len(seen)


def test_it_checks_at_once_and_then_only_after_a_save(agenda: Path) -> None:
    assert checks(agenda) == 1
    assert checks(agenda, nothing, nothing, nothing) == 1
    assert checks(agenda, lambda: agenda.write_text(BROKEN), nothing, nothing, nothing) == 2


def test_a_file_still_being_written_waits_until_it_stands(agenda: Path) -> None:
    pieces = [lambda n=n: agenda.write_text(GOOD[:n]) for n in (0, 50, 900)]
    assert checks(agenda, *pieces) == 1
    assert checks(agenda, *pieces, nothing, nothing) == 2


def test_an_editor_may_put_another_file_in_its_place(agenda: Path) -> None:
    def replaced() -> None:
        draft = agenda.with_name("june.toml~")
        draft.write_text(BROKEN, "utf-8")
        draft.replace(agenda)

    assert checks(agenda, replaced, nothing, nothing, replaced, nothing) == 3


def test_a_file_that_is_gone_and_comes_back_is_followed(agenda: Path) -> None:
    back = [nothing, lambda: agenda.write_text(GOOD), nothing]
    assert checks(agenda, agenda.unlink, *back) == 3


def test_the_command_tells_each_time_what_it_finds(
    agenda: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    roster = agenda.with_name("roster.toml")
    roster.write_text(ROSTER)
    rest = at_every_look(
        [
            lambda: agenda.write_text(BROKEN, "utf-8"),
            nothing,
            agenda.unlink,
            nothing,
            lambda: agenda.write_text(GOOD, "utf-8"),
            nothing,
            lambda: roster.write_text("x"),
            nothing,
        ]
    )
    monkeypatch.setattr(recheck, "__defaults__", (rest,))
    check.main([str(agenda), "--roster", str(roster), "--watch"], standalone_mode=False)
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("-- ")]
    assert len(told) == 5
    assert told[0].endswith(": good. Watching; Ctrl+C ends")
    assert "(june.toml saved): to be mended." in told[1]
    assert "(june.toml saved): not readable." in told[2]
    assert "(june.toml saved): good." in told[3]
    assert "(roster.toml saved): " in told[4] and "good" not in told[4]


def test_a_roster_from_standard_input_cannot_be_saved_again() -> None:
    done = CliRunner().invoke(check, ["--roster", "-", "--watch"])
    assert done.exit_code == 2 and "--watch needs a roster in a file" in done.output
