"""`facilitator review` as people and scripts call it, and the numbered copies that it is about."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from documents import paragraphs, word_parts
from preloaded import facilitator
from terminal import Terminal
from test_commands import AGENDA, SESSION

LINES = """\
#end-state People of the region should take the lead
  Neighbours go first
? who guarantees the end state
#great-powers Rivalry abroad gets in the way
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the texts go; the session of the shipped agenda is closed."""
    facilitator("open", AGENDA)
    assert facilitator("note", SESSION, "--segment", "discussion", stdin=LINES).returncode == 0
    assert facilitator("close", SESSION, "--yes", "--as-planned").returncode == 0
    return tmp_path / "texts"


def review(*words: str, stdin: str = "", status: int = 0) -> str:
    """What the command says, talk behind data."""
    done = facilitator("review", SESSION, *words, stdin=stdin)
    assert done.returncode == status, done.stderr
    return done.stdout + done.stderr


def copy(folder: Path, forms: str = "md") -> list[Path]:
    words = ("export", SESSION, "--as", "brief", "--review", "--to", folder, "--format", forms)
    done = facilitator(*words)
    assert done.returncode == 0, done.stderr
    return [Path(line) for line in done.stdout.splitlines()]


def final(folder: Path, *more: str) -> tuple[int, str, str]:
    done = facilitator("export", SESSION, "--as", "brief", "--to", folder, *more)
    text = Path(done.stdout.splitlines()[-1]).read_text() if done.returncode == 0 else ""
    return done.returncode, text, done.stderr


def facts() -> dict[str, object]:
    (found,) = json.loads(review("--json", "--text", "brief"))
    assert isinstance(found, dict)
    return found


def state() -> str:
    found = json.loads(facilitator("sessions", "--json").stdout)["state"]
    assert isinstance(found, str)
    return found


def test_a_brief_goes_round_and_comes_back_cleared(folder: Path) -> None:
    assert final(folder)[0] == 0, "a text that nobody reviews may go out"
    assert review() == ("brief: draft, no review was begun\nreport: draft, no review was begun\n")
    assert state() == "closed"
    assert "with the hosts, no copy printed (hosts → keynote)" in review("--begin", "brief")
    status, _, said = final(folder)
    assert status == 1 and said.splitlines()[-1] == (
        "facilitator: not written: the review of the brief is not finished: no copy has been"
        " printed for the hosts"
    )
    assert state() == "in review"

    (file,) = copy(folder)
    assert file.name == f"{SESSION}-brief-review.md"
    text = file.read_text()
    assert text.startswith("Not cleared\n\n# HAS Track 2")
    assert re.search(r"\n## Not cleared: for review by the hosts until \d+ \w+ \d{4}\n", text)
    assert [line.strip() for line in text.splitlines() if r"\[" in line] == [
        r"- \[1\] People of the region should take the lead:",
        r"1. \[2\] Neighbours go first.",
        r"- \[3\] Rivalry abroad gets in the way.",
        r"- \[4\] Who guarantees the end state?",
    ]
    assert not re.search(r"^Public$", text, re.M)

    assert review("1", "keep") == "[1] kept\n"
    assert review("2", "amend", stdin="Neighbours go first, and pay\n") == "[2] amended\n"
    assert review("--text", "brief", stdin="3 keep\n\n[4]. Keep\n") == "[3] kept\n[4] kept\n"
    assert facts()["not_answered"] == [] and facts()["amended"] == [2]
    assert "with the keynote speaker, no copy printed" in review("--next")

    copy(folder)
    assert "kept by no number" in review()
    assert "the keynote speaker has time until" in review("--cleared", status=1)
    review("--printed", "2020-05-29")
    assert facts()["until"] == "2020-05-30"
    review("--cleared")
    assert state() == "cleared"
    status, text, _ = final(folder)
    assert status == 0 and "Neighbours go first, and pay." in text
    assert (
        "The hosts had no objection to this brief. The keynote speaker was given until 30 May 2020"
        " to object." in text
    )
    assert review("--published", "2020-06-05").startswith(
        "brief: cleared, published on 5 June 2020\n"
    )
    assert state() == "published"

    said = review("--objection", "--from", "keynote")
    assert "an objection of the keynote speaker stands" in said and "is open again" in said
    assert state() == "in review"
    assert "an objection of the keynote speaker stands" in final(folder)[2]
    assert "mend the text" in review("--cleared", "--reason", "late", status=1)
    status, text, said = final(folder, "--override", "the printer waits")
    assert status == 0 and "is not finished" in said and "printer" not in text
    assert "keynote speaker was given" not in text
    review("--no-objection", "--from", "keynote")
    review("--cleared")
    assert state() == "cleared"


def test_an_amendment_that_others_had_otherwise_goes_back_to_them(folder: Path) -> None:
    review("--begin", "brief")
    copy(folder)
    review("--no-objection")
    review("--next")
    copy(folder)
    assert review("--text", "brief", stdin="3 amend: Rivalry abroad costs lives\n") == (
        "[3] amended; back to the hosts and the keynote speaker, given other words\n"
    )
    assert "with the hosts" in review() and "changed since their copy: [3]" in review()
    assert "the copy is older than the text (changed: [3])" in review("--next", status=1)
    (file,) = copy(folder)
    assert "Changed since the last copy: \\[3\\]." in file.read_text()
    assert review("3", "keep", "--from", "hosts") == "[3] kept\n"


def test_the_report_goes_round_by_itself_and_an_amendment_changes_both(folder: Path) -> None:
    words = ("export", SESSION, "--as", "report", "--to", folder)
    done = facilitator(*words)
    assert "not circulated for review" in Path(done.stdout.strip()).read_text()
    review("--begin", "brief")
    copy(folder)
    assert "(hosts → keynote → participants)" in review("--begin", "report")
    assert "which text?" in review("1", "keep", status=1)
    done = facilitator(*words, "--review")
    file = Path(done.stdout.strip())
    assert file.name == f"{SESSION}-report-review.md"
    text = file.read_text()
    numbers = {
        line.split("] ")[1]: re.search(r"\[(\d+)", line)
        for line in text.splitlines()
        if r"\[" in line and "] " in line
    }
    found = numbers["Rivalry abroad gets in the way."]
    assert found is not None
    assert text.count(f"\\[{found[1]}\\] Rivalry abroad") == 2, "in the take-aways as well"
    said = review("--text", "brief", "3", "amend", stdin="Rivalry abroad costs lives\n")
    assert said == "[3] amended, in the brief and report\n"
    assert "costs lives" in Path(facilitator(*words, "--review").stdout.strip()).read_text()
    status, _, said = final(folder)
    assert status == 1 and "the review of the brief is not finished" in said
    done = facilitator(*words)
    assert done.returncode == 1 and "the review of the report is not finished" in done.stderr
    for text_ in ("brief", "report"):
        review("--text", text_, "--no-objection")
    review("--text", "report", "--next", "--reason", "x")
    review("--text", "report", "--next", "--reason", "x")
    review("--text", "report", "--cleared", "--reason", "x")
    review("--text", "brief", "--next")
    review("--text", "brief", "--cleared", "--reason", "x")
    assert state() == "cleared"
    text = Path(facilitator(*words).stdout.strip()).read_text()
    assert "The hosts had no objection to this report." in text
    assert "circulated" not in text and "participants had" not in text


def test_every_line_is_acknowledged_and_a_refused_one_costs_the_others_nothing(
    folder: Path,
) -> None:
    review("--begin", "brief")
    copy(folder)
    lines = "1 keep\n9 keep\nkeep it all\n2 amend:\n4 strike\n3 keep him out\n3 keep\n1 keep\n"
    done = facilitator("review", SESSION, "--text", "brief", stdin=lines)
    assert done.returncode == 1
    assert done.stdout == "[1] kept\n[3] kept\n[1] kept\n"
    said = done.stderr.splitlines()
    assert [line.partition(":")[0] for line in said] == [
        "[9] not taken",
        "not taken",
        "[2] not taken",
        "[4] not taken",
        "not taken",
        "facilitator",
    ]
    assert "say --yes to strike" in said[3]


def test_a_strike_wipes_and_tells_which_files_still_hold_the_words(folder: Path) -> None:
    review("--begin", "brief")
    files = copy(folder, "md,docx,pdf,txt,html")
    done = facilitator("review", SESSION, "4", "strike", "--yes")
    assert done.returncode == 0 and done.stdout == "[4] struck\n"
    assert sorted(done.stderr.splitlines()) == sorted(
        f"[4] still holds it: {file}" for file in files
    )
    assert facilitator("review", SESSION, "4", "strike", "--yes").stdout == (
        "[4] was struck before\n"
    )
    assert facts()["struck"] == [4] and "guarantees" not in review()
    assert "it was struck" in review("4", "keep", status=1)
    nowhere("guarantees the end state")


def nowhere(words: str) -> None:
    """No file that the program keeps holds the words."""
    home = Path(os.environ["FACILITATOR_HOME"])
    for file in home.rglob("*"):
        assert file.is_dir() or words.encode() not in file.read_bytes(), file


def test_the_words_that_an_amendment_replaced_are_nowhere(folder: Path) -> None:
    review("--begin", "brief")
    copy(folder)
    review("--no-objection")
    review("--next")
    copy(folder)
    review("3", "amend", stdin="Trust is missing\n")
    nowhere("Rivalry abroad")


def test_a_reflexive_enter_strikes_nothing(folder: Path) -> None:
    review("--begin", "brief")
    copy(folder)
    for typed, gone in (("\r", False), ("y\r", True)):
        terminal = Terminal("review", SESSION, "4", "strike")
        terminal.until(lambda text: "[y/N]" in text)
        terminal.send(typed)
        terminal.end()
        assert ("[4] struck" in terminal.text()) is gone, terminal.text()
    terminal = Terminal("review", SESSION, "3", "amend")
    terminal.until(lambda text: "[3] shall read" in text)
    terminal.send("Rivalry helps nobody\r")
    terminal.until(lambda text: "[3] amended" in text)
    terminal.end()


def test_several_numbers_are_kept_in_one_line(folder: Path) -> None:
    review("--begin", "brief")
    copy(folder)
    lines = "1-2, [4] keep\n3, 9 keep\n1-2 amend: both\n2-1 keep\n1-99999999 keep\n"
    done = facilitator("review", SESSION, "--text", "brief", stdin=lines)
    assert done.returncode == 1
    assert done.stdout == "[1]–[2], [4] kept\n[3] kept\n"
    said = done.stderr.splitlines()
    assert said[0].startswith("[9] not taken: ") and len(said) == 5
    assert all("only keep takes several numbers" in line for line in said[1:4])
    assert facts()["not_answered"] == []


def test_a_strike_among_answers_is_asked_at_their_end_and_eats_none_of_them(folder: Path) -> None:
    review("--begin", "brief")
    copy(folder)
    for typed, gone in (("n", False), ("y", True)):
        terminal = Terminal("review", SESSION, "--text", "brief", "--from", "hosts")
        terminal.until(lambda text: "Ctrl+D ends" in text)
        terminal.send("4 strike\r3 strike\r1-2 keep\r3 keep\r\x04")
        terminal.until(lambda text: "Strike [4]?" in text)
        terminal.send(f"{typed}\r")
        terminal.end()
        shown = terminal.text()
        assert "[1]–[2] kept" in shown and "[3] kept" in shown and "Strike [3]?" not in shown
        assert "who guarantees the end state" in shown, "it is said what would be gone"
        assert ("[4] struck" in shown) is gone, shown


def test_what_an_amendment_gives_away_is_said_at_once(folder: Path) -> None:
    review("--begin", "brief")
    copy(folder)
    said = review("3", "amend", stdin="The Norwegian participant doubted it\n")
    assert "[3] amended" in said and "Norwegian" in said.splitlines()[-1]
    _, _, said = final(folder, "--override", "x")
    assert "found: " in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("3", "amend", "He doubted it"), "shells keep histories"),
        (("3", "amend:"), "shells keep histories"),
        (("three", "keep"), "such as: 3 keep"),
        (("--next", "--cleared"), "one step at a time"),
        (("3", "keep", "--next"), "one of them a command"),
        (("--objection", "--reason", "x"), "--reason goes with"),
        (("--next", "--reason", " "), "says something"),
        (("--published", "soon"), "is no date"),
        (("--until", "9999-12-31"), "is no date"),
    ],
)
def test_what_makes_no_sense_is_told_before_anything_is_read(
    words: tuple[str, ...], said: str
) -> None:
    done = facilitator("review", "no-such-session", *words)
    assert done.returncode == 2 and said in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--next",), "no review was begun: facilitator review --begin brief"),
        (("1", "keep"), "no review was begun"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_line(
    folder: Path, words: tuple[str, ...], said: str
) -> None:
    assert said in review(*words, status=1)


def test_a_review_copy_needs_a_review_and_the_guard_reads_it_too(folder: Path) -> None:
    words = ("export", SESSION, "--as", "brief", "--review", "--to", folder)
    done = facilitator(*words)
    assert done.returncode == 1 and "facilitator review --begin brief" in done.stderr
    review("--begin", "brief")
    line = "The Norwegian participant doubted the timetable"
    facilitator("note", SESSION, "--segment", "discussion", stdin=line)
    done = facilitator(*words)
    assert done.returncode == 1 and "Norwegian" in done.stderr
    assert facts()["until"] is None, "no copy, no day"
    assert not list(folder.glob("*"))


def test_the_copy_in_word_has_its_numbers_and_is_not_cleared_on_any_page(folder: Path) -> None:
    review("--begin", "brief")
    (file,) = copy(folder, "docx")
    parts = word_parts(file.read_bytes())
    told = [text for _, text in paragraphs(parts["word/document.xml"])]
    assert told[1].startswith("Not cleared: for review by the hosts until")
    assert told[2].startswith("Please answer by number")
    assert [text for text in told if text.startswith("[")] == [
        "[1] People of the region should take the lead:",
        "[2] Neighbours go first.",
        "[3] Rivalry abroad gets in the way.",
        "[4] Who guarantees the end state?",
    ]
    headers = b"".join(data for name, data in parts.items() if "header" in name)
    assert b"Not cleared" in headers and b"Public" not in headers


def test_a_review_begun_by_mistake_is_abandoned_and_its_points_stay(folder: Path) -> None:
    assert "no review of the brief was begun" in review("--abandon", "brief", "--yes", status=1)
    review("--begin", "brief")
    copy(folder)
    review("--text", "brief", "--from", "hosts", stdin="1 amend: Quite other words\n")
    assert final(folder)[0] == 1
    said = review("--abandon", "brief", status=1)
    assert "not abandoned: say --yes" in said and "its numbers, its days" in said
    assert state() == "in review"
    assert "one step at a time" in review("--abandon", "brief", "--begin", "brief", status=2)
    said = review("--abandon", "brief", "--yes")
    assert said.startswith("brief: draft, no review was begun\n")
    assert state() == "closed"
    status, text, _ = final(folder)
    assert status == 0 and "Quite other words" in text
    assert "with the hosts, no copy printed" in review("--begin", "brief")
