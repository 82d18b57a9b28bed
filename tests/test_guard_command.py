"""`facilitator guard` as scripts call it: exit statuses, places, what goes where."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from preloaded import facilitator
from test_commands import AGENDA, ROSTER
from word_documents import deleted, para, part, properties, word

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
    assert first == f"{file}:4:3: identity: “Solveig Tverrfjelldal” names a participant"
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
    assert "-:3:1: affiliation" in done.stdout and "Tverrfjelldal" not in done.stdout
    assert "names cannot be checked" in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
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
    [b"PK\3\4\0\0", b"{\\rtf1 text}", b"x" * (4 * 1024 * 1024 + 1), b"a\0b", b"\x89PNG\0"],
    ids=["zip", "rtf", "large", "zeros", "picture"],
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
    assert f"{file}:1:7: identity" in done.stdout


COMMENT = f'<w:comment w:author="Suraya">{para(CLEAN)}</w:comment>'
REPORT = word(
    CLEAN,
    para("So: ", NAMED[:10], NAMED[10:]),
    para("One participant ", deleted("(Tverrfjelldal) "), "agreed."),
    word__comments_xml=part(
        "w:comments", f'<w:comment w:author="Suraya">{para(CLEAN)}</w:comment>'
    ),
    docProps__core_xml=properties("core", "<dc:creator>Solveig Tverrfjelldal</dc:creator>"),
    word__media__image1_png=b"\x89PNG",
)


def test_a_word_document_is_told_by_places_that_a_word_processor_shows(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(REPORT)
    done = facilitator("guard", file, "--roster", ROSTER)
    assert done.returncode == 1
    heads = [line for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert [head.removeprefix(f"{file}, ").split(": identity")[0] for head in heads] == [
        "paragraph 2",
        "paragraph 3, deleted text",
        "properties: creator",
        "author of comment 1",
    ]
    assert f"{file}: not read, look at it yourself: image1.png" in done.stderr.splitlines()


@pytest.mark.parametrize("name", ["report.docx", "report.docm", "report.dotx", "notes.txt", "-"])
def test_a_word_document_is_known_by_what_it_holds(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(REPORT)
    word_file = name if name == "-" else tmp_path / name
    done = facilitator("guard", word_file, "--roster", ROSTER, "--json", stdin=REPORT)
    assert done.returncode == 1
    (line,) = done.stdout.splitlines()
    findings = json.loads(line)["findings"]
    assert [each["place"] for each in findings][:2] == ["paragraph 2", "paragraph 3, deleted text"]
    first = findings[0]
    assert (first["text"], first["line"], first["column"]) == ("Solveig Tverrfjelldal", 3, 5)
    assert (first["start"], first["end"]) == (len(CLEAN) + 6, len(CLEAN) + 27)


def test_a_plain_text_has_no_place_but_line_and_column() -> None:
    assert [each["place"] for each in found(NAMED)] == [None]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "(.doc) are not read"),
        ("a.odt", b"PK\3\4", "(.odt) are not read"),
        ("a.rtf", b"{\\rtf1}", "(.rtf) are not read"),
        ("a.pdf", b"%PDF-1.7", "PDF files are not read"),
        ("a.docx", b"plain", "no Word document"),
        ("b.docx", b"", "no Word document"),
        ("c.docx", b"%PDF-1.7", "PDF files are not read"),
        ("d.docx", REPORT[:-30], "damaged"),
    ],
)
def test_another_kind_of_file_is_one_line_and_hides_no_other_file(
    name: str, data: bytes, told: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "clean.txt").write_text(CLEAN)
    done = facilitator("guard", tmp_path / name, tmp_path / "clean.txt", "--json")
    assert done.returncode == 2
    assert [json.loads(line)["file"] for line in done.stdout.splitlines()] == [
        str(tmp_path / "clean.txt")
    ]
    (line,) = [line for line in done.stderr.splitlines() if str(tmp_path / name) in line]
    assert told in line and ".txt" in line


@pytest.mark.parametrize("kind", ["folder", "nothing"])
def test_a_folder_and_a_missing_file_are_one_line(kind: str, tmp_path: Path) -> None:
    where = tmp_path if kind == "folder" else tmp_path / "none.docx"
    done = facilitator("guard", where, "--roster", ROSTER)
    assert (done.returncode, done.stdout) == (2, "")
    assert len([line for line in done.stderr.splitlines() if str(where) in line]) == 1


@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_offsets_do_not_count_how_a_file_is_encoded(coding: str) -> None:
    done = facilitator("guard", "-", "--roster", ROSTER, "--json", stdin=NAMED.encode(coding))
    (finding,) = json.loads(done.stdout)["findings"]
    assert (finding["start"], finding["end"], finding["line"], finding["column"]) == (0, 21, 1, 1)


def test_an_empty_file_is_clean_and_answered(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = facilitator("guard", tmp_path / "empty.txt", "--roster", ROSTER, "--json")
    assert (done.returncode, json.loads(done.stdout)["findings"]) == (0, [])


@pytest.mark.parametrize(
    ("before", "cells"),
    [("\t\tx\t", 2), ("会議：", 6), ("e\u0301 q\u0323 ", 4), ("", 0), ("x" * 100 + " ", 30)],
    ids=["tabs", "wide", "combining", "nothing", "long"],
)
def test_the_marks_stand_under_the_words(before: str, cells: int) -> None:
    done = facilitator("guard", "-", "--roster", ROSTER, stdin=f"{before}{NAMED}")
    assert done.stdout.splitlines()[2] == " " * (4 + cells) + "^" * 21


@pytest.mark.parametrize("before", ["در نشست ", "שלום ", "👩\u200d💻 ", "कि "])
def test_where_no_line_below_can_point_the_words_are_marked_in_place(before: str) -> None:
    done = facilitator("guard", "-", "--roster", ROSTER, stdin=f"{before}{NAMED}")
    lines = done.stdout.splitlines()
    assert f"»{NAMED[:21]}« argued" in lines[1]
    assert not any("^" in line for line in lines)


def test_a_huge_line_is_read_in_portions_that_lose_nothing() -> None:
    from facilitator.files.manuscript import PASSAGE_CAP, manuscript

    for piece in (f"{CLEAN} ", "word ", "字"):
        text = piece * (3 * PASSAGE_CAP // len(piece))
        whole = manuscript(text.encode(), "x")
        cut = [(each.start, each.end) for each in whole.passages]
        assert len(cut) > 2 and all(end - start <= PASSAGE_CAP for start, end in cut)
        assert [start for start, _ in cut] == [0, *[end for _, end in cut[:-1]]]
        assert cut[-1][1] == len(text)
        if piece.endswith(". "):
            assert all(text[:end].endswith(". ") for _, end in cut)
    names = found(f"{CLEAN} " * 400 + NAMED)
    assert [each["column"] for each in names] == [len(CLEAN) * 400 + 401]


def test_a_terminal_with_few_letters_does_not_end_the_reading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    text = f"会議： {NAMED}"
    assert "identity" in facilitator("guard", "-", "--roster", ROSTER, stdin=text).stdout
    assert found(text)[0]["start"] == 4


def test_nothing_in_a_text_commands_the_terminal() -> None:
    done = facilitator("guard", "-", "--roster", ROSTER, stdin=f"\x1b[2J\u202e{NAMED}\x07")
    assert done.returncode == 1
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout + done.stderr)
