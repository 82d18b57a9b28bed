"""Files that nobody meant well, or that an editor broke: refused or explained, never a crash."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.errors import Trouble
from facilitator.files.agenda_file import load, parse
from facilitator.files.problems import MAX_PROBLEMS
from facilitator.files.reading import SIZE_CAP, WIDTH_CAP, decode, read_text
from facilitator.files.roster_file import parse_roster
from hostile import GOOD, MONSTERS, mutated

REFUSED = ("dotted", "nested", "huge", "long line", "zeros", "picture", "word", "archive", "old")


@pytest.mark.parametrize("name", MONSTERS)
def test_a_monster_is_refused_or_explained(name: str) -> None:
    try:
        checked = parse(decode(MONSTERS[name], "monster.toml"), "monster.toml")
    except Trouble as trouble:
        assert trouble.status == 2
        assert str(trouble).isprintable()
        assert len(str(trouble)) < 300
    else:
        assert checked.agenda is None
        assert 0 < len(checked.problems) <= MAX_PROBLEMS + 1
        assert name in ("nested lists, short lines", "huge number", "huge hexadecimal") or not any(
            word in name for word in REFUSED
        )


@pytest.mark.parametrize("name", MONSTERS)
def test_a_monster_is_no_roster_either(name: str) -> None:
    try:
        checked = parse_roster(decode(MONSTERS[name], "monster.toml"), "monster.toml")
    except Trouble as trouble:
        assert trouble.status == 2
    else:
        assert checked.roster is None
        assert 0 < len(checked.problems) <= MAX_PROBLEMS + 1


def test_parse_itself_refuses_what_must_not_be_parsed() -> None:
    for text in ("a." * 3_000 + "a=1", "#\n" * SIZE_CAP, "a=1 # " + "x" * WIDTH_CAP, "a='\0'"):
        with pytest.raises(Trouble):
            parse(text, "a.toml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_usual_encoding_is_read(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "agenda.toml"
    path.write_bytes(GOOD.replace("General discussion", "بحث عمومی").encode(encoding))
    checked = load(path)
    assert checked.agenda is not None
    assert checked.agenda.segment("discussion").title == "بحث عمومی"


def test_windows_line_ends_are_read() -> None:
    assert parse(GOOD.replace("\n", "\r\n"), "a") == parse(GOOD, "a")


def test_what_is_no_readable_file_is_trouble_in_plain_words(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    big = tmp_path / "big"
    with big.open("wb") as file:
        file.truncate(1 << 40)  # a hole: reading it whole would never end
    paths = [tmp_path / "none", tmp_path, pipe, big, Path("/dev/zero"), Path("a\0b")]
    paths.append(tmp_path / ("x" * 5_000))
    for path in paths:
        with pytest.raises(Trouble) as caught:
            read_text(path)
        assert caught.value.status == 2
        assert caught.value.hint


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_of_somebody_else_is_trouble(tmp_path: Path) -> None:
    path = tmp_path / "agenda.toml"
    path.write_text(GOOD, encoding="utf-8")
    path.chmod(0)
    with pytest.raises(Trouble, match="not allowed"):
        read_text(path)


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_mutated_agenda_is_explained_and_never_a_crash(chance: random.Random) -> None:
    text = mutated(chance)
    try:
        checked = parse(text, "agenda.toml")
    except Trouble:
        return
    assert (checked.agenda is None) == any(each.severity == "error" for each in checked.problems)
    count = text.count("\n") + 1
    for problem in checked.problems:
        assert 1 <= problem.line <= count
        assert problem.what
        assert problem.mend
        assert str(problem).isprintable()


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_refused_or_explained(data: bytes) -> None:
    try:
        parse(decode(data, "x"), "x")
    except Trouble as trouble:
        assert trouble.status == 2
