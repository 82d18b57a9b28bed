"""Files that nobody meant well, or that an editor broke: refused or explained, never a crash."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.errors import Trouble
from facilitator.files.agenda_file import load, parse
from facilitator.files.problems import MAX_PROBLEMS
from facilitator.files.reading import SIZE_CAP, WIDTH_CAP, decode, read_text
from facilitator.files.roster_file import parse_roster

SHIPPED = Path(__file__).parent.parent / "agendas" / "2020-05-28-afghan-view.toml"
GOOD = SHIPPED.read_text(encoding="utf-8")

MONSTERS: dict[str, bytes] = {
    "one dotted key": b"a." * 65_536 + b"a = 1",
    "many dotted keys": b"\n".join(b"k%d." % n + b"a." * 1_900 + b"a=1" for n in range(60)),
    "quoted dotted keys": b"\n".join(b'"k%d".' % n + b'"a".' * 900 + b"a=1" for n in range(60)),
    "nested lists": b"a = " + b"[" * 100_000,
    "nested lists, short lines": b"a = " + (b"[" * 3_000 + b"\n") * 33,
    "nested tables": b"a = " + b"{a=" * 1_300,
    "huge": b"# x\n" * 76_800,
    "long line": b"# " + b"x" * 5_000,
    "zeros": b"\0" * 1_000,
    "picture": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 8,
    "picture without zeros": b"\xff\xd8\xff\xe0" + bytes(range(1, 256)) * 8,
    "word processor": b"{\\rtf1\\ansi x}",
    "archive": b"PK\x03\x04\x14\x00\x06\x00" + b"\x00abc" * 20,
    "old code page": "title = 'Société'".encode("cp1252"),
    "empty": b"",
    "bom alone": b"\xef\xbb\xbf",
    "half a character": b"\xff\xfea",
    "many unknown keys": b"\n".join(b"k%d = 1" % n for n in range(20_000)),
    "many segments": b"[[segment]]\n" * 20_000,
    "huge number": b"schema = " + b"9" * 3_900,
    "huge hexadecimal": b"[composition]\nk = 0x" + b"f" * 3_900,
    "infinite year": b"[session]\ndate = 9999-12-31\nstart = 23:59:59.999999",
}
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


GOOD_LINES = GOOD.split("\n")
LINES = st.integers(0, len(GOOD_LINES) - 1)
ODD = st.sampled_from([*"\"'[]{}=.,#\\\n\r\t-“0", '"""', "[[", "inf", "\u202e", "\x1b"])


@st.composite
def mutated(draw: st.DrawFn) -> str:
    lines = list(GOOD_LINES)
    for _ in range(draw(st.integers(1, 4))):
        where = draw(LINES) % len(lines)
        sort = draw(st.sampled_from(("drop", "double", "swap", "cut", "insert", "value")))
        line = lines[where]
        at = draw(st.integers(0, len(line)))
        if sort == "drop":
            del lines[where]
        elif sort == "double":
            lines.insert(where, line)
        elif sort == "swap":
            other = draw(LINES) % len(lines)
            lines[where], lines[other] = lines[other], lines[where]
        elif sort == "cut":
            lines[where] = line[:at] + line[at + 1 :]
        elif sort == "insert":
            lines[where] = line[:at] + draw(ODD) + line[at:]
        elif "=" in line:
            value = draw(
                st.sampled_from(("1", "-1", "true", "[]", "{}", '""', "1.5", "[[1]]", "{a=1}"))
            )
            lines[where] = line.split("=")[0] + "= " + value
    return "\n".join(lines)


@settings(max_examples=150, deadline=None)
@given(mutated())
def test_a_mutated_agenda_is_explained_and_never_a_crash(text: str) -> None:
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
