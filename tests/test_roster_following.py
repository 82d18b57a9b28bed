"""The roster file while a screen is open: corrected by an editor, half-written, gone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from facilitator.files.roster_following import FollowedRoster
from facilitator.ports import RosterNews

ONE = '[[participant]]\nname = "Ali Zarifi"\n'
TWO = ONE + '\n[[participant]]\nname = "Bea Nowak"\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "roster.toml"
    made.write_text(ONE)
    return made


def settled(followed: FollowedRoster) -> RosterNews | None:
    """What it tells of a file that stands as it is for a while."""
    return followed.news() or followed.news() or followed.news()


def names(news: RosterNews | None) -> list[str]:
    assert news is not None and news.roster is not None and not news.trouble
    return [each.name for each in news.roster.participants]


def test_a_file_that_nobody_touches_is_no_news(path: Path) -> None:
    assert settled(FollowedRoster(path)) is None


def test_a_changed_file_is_read_once(path: Path) -> None:
    followed = FollowedRoster(path)
    path.write_text(TWO)
    assert names(settled(followed)) == ["Ali Zarifi", "Bea Nowak"]
    assert settled(followed) is None


def test_an_editor_may_put_another_file_in_its_place(path: Path) -> None:
    followed = FollowedRoster(path)
    before = path.stat()
    draft = path.with_name("draft")
    draft.write_text(ONE.replace("Zarifi", "Nowaky"))
    os.utime(draft, ns=(before.st_atime_ns, before.st_mtime_ns))
    draft.replace(path)
    assert path.stat().st_size == before.st_size
    assert names(settled(followed)) == ["Ali Nowaky"]


def test_a_file_that_is_still_being_written_is_not_read(path: Path) -> None:
    followed = FollowedRoster(path)
    for end in (0, 10, len(ONE), len(TWO) - 3):
        path.write_text(TWO[:end])
        assert followed.news() is None
    path.write_text(TWO)
    assert names(settled(followed)) == ["Ali Zarifi", "Bea Nowak"]


def test_a_broken_file_is_told_once_with_its_line_and_no_word_of_it(path: Path) -> None:
    followed = FollowedRoster(path)
    path.write_text(TWO + 'country = "Zarifistan"\n')
    news = settled(followed)
    assert news is not None and news.roster is None
    assert news.trouble.startswith("roster not re-read, the one before serves: line 6: ")
    assert "Zarifi" not in news.trouble and "\n" not in news.trouble
    path.write_text(TWO + "nonsense\n")
    assert settled(followed) is None, "it has been said"
    path.write_text(TWO)
    assert names(settled(followed)) == ["Ali Zarifi", "Bea Nowak"]
    path.write_text("x")
    again = settled(followed)
    assert again is not None and again.trouble


@pytest.mark.parametrize("how", ["gone", "folder", "bytes", "huge"])
def test_what_cannot_be_read_is_told_and_never_raised(path: Path, how: str) -> None:
    followed = FollowedRoster(path)
    path.unlink()
    if how == "folder":
        path.mkdir()
    elif how == "bytes":
        path.write_bytes(b"\xff\xfe\x00\xd8" * 9)
    elif how == "huge":
        path.write_text("#" * 300_000)
    news = settled(followed)
    assert news is not None and news.roster is None and news.trouble
    assert settled(followed) is None
