"""What the project says of itself: the table of threats stands, and nothing claims too much."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
THREATS = ROOT / "docs" / "threats.md"

# Written apart, so that this file holds neither.
TOO_MUCH = re.compile("anony" + "mous|unre" + "coverable", re.IGNORECASE)

# Words of the language, and notes that somebody else might write: data, not what we say.
DATA = ("src/facilitator/guard/data/", "benchmarks/cases/", "tests/data/")


def said() -> list[Path]:
    """Every file of the project in which it says something."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    names = listed.stdout.splitlines() or [
        str(path.relative_to(ROOT))
        for part in ("src", "tests", "docs", "benchmarks", "agendas")
        for path in (ROOT / part).rglob("*")
    ]
    return [ROOT / n for n in names if not n.startswith(DATA) and (ROOT / n).is_file()]


def test_nothing_claims_more_than_can_be_kept() -> None:
    files = said()
    assert THREATS in files and len(files) > 100
    found = []
    for path in files:
        text = path.read_bytes().decode("utf-8", "ignore")
        found += [f"{path}: {match.group()}" for match in TOO_MUCH.finditer(text)]
    assert not found


@pytest.mark.parametrize("claim", ["An " + "anony" + "mous note", "UNRE" + "COVERABLE"])
def test_control_the_words_are_found(claim: str) -> None:
    assert TOO_MUCH.search(claim)


@pytest.mark.parametrize(
    "row",
    [
        "laptop during the meeting",
        "laptop after sealing",
        "image of the disk",
        "backup",
        "exported file",
        "shared screen",
        "second note-taker",
        "hostile agenda",
    ],
)
def test_the_table_has_every_row(row: str) -> None:
    assert re.search(rf"^\| \*\*[^|]*{row}", THREATS.read_text(), re.MULTILINE)


@pytest.mark.parametrize(
    "residual", ["Wording", "Thin segments", "Solid-state", "copy-on-write", "video platform"]
)
def test_the_residuals_are_said(residual: str) -> None:
    assert residual in THREATS.read_text().partition("## Residuals")[2]
    assert "Encrypt the disk" in THREATS.read_text()


def test_every_test_that_is_named_exists() -> None:
    named = set(re.findall(r"tests/\w+\.py", THREATS.read_text()))
    assert named and all((ROOT / name).is_file() for name in named)
