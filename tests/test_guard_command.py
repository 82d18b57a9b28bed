"""`facilitator guard` as scripts call it: exit statuses, places, what goes where."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from test_commands import AGENDA, ROSTER, facilitator

NAMED = "Solveig Tverrfjelldal argued that the timetable was too long."
CLEAN = "The timetable was thought too long."


def found(text: str, *options: str | Path) -> list[dict[str, Any]]:
    done = facilitator("guard", "-", "--roster", ROSTER, "--json", *options, stdin=text)
    told = json.loads(done.stdout)
    findings: list[dict[str, Any]] = told["findings"]
    assert told["file"] == "-" and told["blocking"] == bool(findings)
    assert done.returncode == (1 if findings else 0), done.stderr
    return findings


def test_a_name_is_told_with_place_reason_and_a_neutral_wording(tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_text(f"# Notes\n\n{CLEAN}\n- {NAMED}\n", "utf-8")
    done = facilitator("guard", file, "--roster", ROSTER)
    assert done.returncode == 1
    first, line, marks, mend = done.stdout.splitlines()
    assert first == f"{file}:4:3: block-identity: “Solveig Tverrfjelldal” names a participant"
    assert line[marks.index("^") : marks.rindex("^") + 1] == "Solveig Tverrfjelldal"
    assert "“One participant”" in mend
    assert "second reader" in done.stderr.splitlines()[-1]
    assert "other languages than English" in done.stderr.splitlines()[-1]


def test_a_clean_text_ends_with_nought_and_still_says_the_limits() -> None:
    done = facilitator("guard", "-", "--roster", ROSTER, stdin=CLEAN)
    assert (done.returncode, done.stdout) == (0, "")
    assert "second reader" in done.stderr


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
def test_offsets_are_code_points_of_the_whole_text(end: str) -> None:
    text = end.join(["日本 😀", "", f"So: {NAMED}", " ", "", CLEAN, NAMED])
    first, second = found(text)
    for finding, line, column in ((first, 3, 5), (second, 7, 1)):
        assert (finding["line"], finding["column"]) == (line, column)
        assert text[finding["start"] : finding["end"]] == finding["text"]
        start, stop = finding["replaces"]
        mended = text[:start] + finding["rewrite"] + text[stop:]
        assert mended.count("ne participant argued") == 1
    keys = {"level", "line", "column", "start", "end", "text", "reason", "rewrite"}
    assert keys <= set(first)


def test_clues_are_put_together_within_a_paragraph_and_not_across() -> None:
    from facilitator.files.manuscript import paragraphs

    text = "\n\none\ntwo\n \t\nthree\r\n\r\n\r\n"
    assert [text[start:end].strip() for start, end in paragraphs(text)] == ["one\ntwo", "three"]


def test_a_public_person_may_be_named_only_where_on_the_record() -> None:
    text = "Atmar said that the ceasefire had helped."
    assert found(text, "--agenda", AGENDA, "--segment", "discussion")
    assert not found(text, "--agenda", AGENDA, "--segment", "presentation")


def test_without_a_roster_the_frames_work_and_names_are_said_to_be_unchecked() -> None:
    text = f"{NAMED}\n\nThe Norwegian participant doubted the timetable."
    done = facilitator("guard", "-", stdin=text)
    assert done.returncode == 1
    assert "-:3:1: block-affiliation" in done.stdout and "Tverrfjelldal" not in done.stdout
    assert "names cannot be checked" in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("text.docx",), "no such file"),
        (("none.txt",), "no such file"),
        (("-", "-"), "read once"),
        (("-", "--roster", "-"), "both the roster and the text"),
        (("-", "--segment", "qa"), "--agenda"),
        (("-", "--agenda", str(AGENDA), "--segment", "nowhere"), "nowhere"),
    ],
)
def test_what_cannot_be_read_ends_with_two_and_one_line(words: tuple[str, ...], told: str) -> None:
    done = facilitator("guard", *words, stdin=CLEAN)
    assert (done.returncode, done.stdout) == (2, "")
    assert len([line for line in done.stderr.splitlines() if told in line]) == 1


@pytest.mark.parametrize(
    "data",
    [b"PK\3\4\0\0", b"{\\rtf1 text}", b"x" * (4 * 1024 * 1024 + 1)],
    ids=["zip", "rtf", "large"],
)
def test_what_is_no_text_or_too_large_is_not_read(data: bytes) -> None:
    done = facilitator("guard", "-", "--roster", ROSTER, stdin=data)
    assert (done.returncode, done.stdout) == (2, "")
    assert "standard input" in done.stderr


def test_one_unreadable_file_does_not_hide_what_stands_in_the_next(tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("Café: ".encode("cp1252") + NAMED.encode())
    done = facilitator("guard", tmp_path / "none.txt", file, "--roster", ROSTER)
    assert done.returncode == 2
    assert f"{file}:1:7: block-identity" in done.stdout


def test_nothing_in_a_text_commands_the_terminal() -> None:
    done = facilitator("guard", "-", "--roster", ROSTER, stdin=f"\x1b[2J\u202e{NAMED}\x07")
    assert done.returncode == 1
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout + done.stderr)
