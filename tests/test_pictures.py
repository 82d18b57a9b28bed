"""The README's pictures: drawn from the running program, the same every time, nothing fetched."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "benchmarks"))

import pictures  # noqa: E402

SHOWN = {
    "desk": ("Luo", "first-time-first", "Who", "14:36:"),
    "notes": ("Toktomamatova", "Ctrl+G"),
    "draft": ("BRIEF", "other"),
}


def words(picture: str) -> str:
    """What a person reads in a picture."""
    parts = re.findall(r"<text [^>]*>(.*?)</text>", picture)
    return " ".join(parts).replace("&#160;", " ")


def test_the_readme_shows_each_picture_and_none_is_large() -> None:
    shown = re.findall(r"!\[[^\]]+\]\((docs/pictures/[^)]+)\)", (ROOT / "README.md").read_text())
    assert sorted(shown) == sorted(f"docs/pictures/{name}.svg" for name in SHOWN)
    for name in shown:
        assert (ROOT / name).stat().st_size < 60_000, name


@pytest.mark.parametrize("name", SHOWN)
def test_a_picture_is_what_the_program_shows_and_fetches_nothing(name: str) -> None:
    committed = (ROOT / "docs" / "pictures" / f"{name}.svg").read_text("utf-8")
    assert all(word in words(committed) for word in SHOWN[name])
    assert "@font-face" not in committed and "url(http" not in committed


def test_drawn_twice_a_picture_is_the_same(tmp_path: Path) -> None:
    drawn = []
    for place in ("one", "two"):
        (tmp_path / place).mkdir()
        drawn.append(asyncio.run(pictures.desk(pictures.Meeting(tmp_path / place))))
    assert drawn[0] == drawn[1]
    assert all(word in words(drawn[0]) for word in SHOWN["desk"])
