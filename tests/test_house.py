"""The house: which part may know which, what starts without what, and the printed commands."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "check",
    [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)],
    ids=["lint", "format", "types"],
)
def test_the_sources_are_clean(check: tuple[str, ...]) -> None:
    done = run(sys.executable, "-m", *check)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_arrows_between_the_parts_point_inward() -> None:
    done = run(str(Path(sys.executable).with_name("lint-imports")), "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("imported", "absent"),
    [
        (
            "facilitator.cli.commands",
            {"textual", "rich", "pydantic", "sqlite3", "platformdirs", "docx", "lxml", "typst"},
        ),
        ("facilitator.service", {"textual", "rich", "pydantic", "sqlite3", "click", "tomllib"}),
        ("facilitator.publish.brief", {"textual", "pydantic", "sqlite3", "click", "tomllib"}),
        ("facilitator.stores.sqlite", {"textual", "rich", "pydantic", "click"}),
        ("facilitator.ui.app", {"pydantic", "sqlite3", "click", "tomllib"}),
    ],
)
def test_a_part_starts_without_what_it_must_not_know(imported: str, absent: set[str]) -> None:
    code = f"import sys, {imported}; print(' '.join(sys.modules))"
    loaded = set(run(sys.executable, "-c", code).stdout.split())
    assert imported in loaded
    assert not absent & loaded


def test_only_the_screens_import_the_framework() -> None:
    for path in (ROOT / "src" / "facilitator").rglob("*.py"):
        if "ui" not in path.relative_to(ROOT / "src" / "facilitator").parts:
            assert not re.search(r"^\s*(import|from) (textual|rich)\b", path.read_text(), re.M), (
                path
            )


def test_no_source_file_has_grown_past_four_hundred_lines() -> None:
    for path in (ROOT / "src").rglob("*.py"):
        assert len(path.read_text("utf-8").splitlines()) <= 400, path


def test_ci_runs_the_test_command_that_the_readme_prints() -> None:
    (printed,) = re.findall(r"^(python3 -m venv .*pytest)$", (ROOT / "README.md").read_text(), re.M)
    assert (ROOT / ".ci" / "run").read_text().splitlines()[-1] == printed


def test_every_command_of_the_readme_exists() -> None:
    readme = (ROOT / "README.md").read_text()
    from facilitator.cli.commands import commands

    used = set(re.findall(r"facilitator ([a-z]+)\b(?= )", readme)) & set(commands.commands)
    assert set(commands.commands) <= used | {"check"}, "every command is shown once"
