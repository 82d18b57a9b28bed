"""The published meeting rebuilt in a real terminal: loose notes, the keyboard, and a file."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.files.any_file import pieces
from terminal import Terminal

AGENDA = Path(__file__).parents[1] / "agendas" / "2020-05-28-afghan-view.toml"
SESSION = "2020-05-28-afghan-view"

# Two note-takers' lines, in no order of the finished text and some of them twice.
NOTES = """\
== presentation
inclusivity at home and in the region is the key; two group formats are proposed
A settlement is the goal, and ceasefire and releases were steps towards it
A clear end state calms neighbours and wins support
The Republic is the end state, the only frame that protects rights
The talks must take in every Afghan side, and nobody outside decides
There is consensus on threats and none yet on the economy
== discussion
#4 Rivalry abroad gets in the way of peace here, yet two powers may work together
#5 People of the region should take the initiative, since others are busy
the initiative should be taken by people of the region
* circulate the map of the routes
== qa
#3 Ties of the Taliban with the region are a challenge and an opening
The last chance can be lost without commitment on all sides #none
"""

SIX = ("A settlement", "The talks", "The Republic", "A clear end", "There is consensus", "incl")


def run(*words: str, typed: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-m", "facilitator", *words],
        input=typed,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_the_published_page_is_rebuilt_from_loose_notes_by_keyboard_alone(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    run("open", str(AGENDA))
    run("note", SESSION, typed=NOTES)
    run("close", SESSION, "--yes", "--as-planned")
    terminal = Terminal("draft", SESSION, width=size[0], height=size[1])
    terminal.until(lambda shown: "1 pair alike" in shown and "BRIEF 11 points" in shown)

    # The two who wrote down the same: one stands for both.
    terminal.send("=")
    terminal.until(lambda shown: "pair 1 of 1 left" in shown)
    terminal.send("a")  # the one with the earlier text, whoever wrote it
    terminal.until(lambda shown: "no pair is left" in shown)
    terminal.send("\x1b")
    terminal.until(lambda shown: "BRIEF 10 points" in shown)

    # The six of the presentation under one point, typed as fast as a machine can.
    terminal.send("\x1b[H" + " " * 6)
    terminal.until(lambda shown: "6 marked" in shown)
    terminal.send("W" + "The strategy of the government was laid out in the first part\r")
    terminal.until(lambda shown: len(_children(shown)) == 6)

    # Each to its place: choose it by its words, move it up as often as it takes.
    for place, begins in enumerate(SIX):
        terminal.send(f"s{begins}\r")
        terminal.until(lambda shown, begins=begins: _chosen(shown).startswith(begins))
        while (at := _place(terminal.text(), begins)) > place:
            terminal.send("K")
            terminal.until(lambda shown, at=at, begins=begins: _place(shown, begins) == at - 1)
    terminal.send("b")
    terminal.until(lambda shown: "6. Incl" in shown)
    terminal.send("\x11")
    assert terminal.end() == 0

    out = tmp_path / "texts"
    run("export", SESSION, "--as", "brief", "--to", str(out))
    run("export", SESSION, "--as", "report", "--to", str(out))
    brief = (out / f"{SESSION}-brief.md").read_text("utf-8")
    report = (out / f"{SESSION}-report.md").read_text("utf-8")
    lines = brief.splitlines()
    tops = [line for line in lines if line.startswith("- ")]
    assert len(tops) == 5, brief
    assert tops[0] == "- The strategy of the government was laid out in the first part:"
    under = [line.strip() for line in lines if line.startswith("  ")]
    assert [line[:3] for line in under] == [f"{n}. " for n in range(1, 7)]
    for line, begins in zip(under, SIX, strict=True):
        assert line[3:].lower().startswith(begins.lower())
    assert "circulate the map" not in brief and "irculate the map" in report
    assert brief.count("initiative") == 1

    # The same page in all five formats: five points, the six below the first in their order.
    run("export", SESSION, "--as", "brief", "--format", "md,txt,html,docx,pdf", "--to", str(out))
    points = [line.strip("- ").rstrip(":") for line in tops]
    wanted = [points[0], *(line[3:] for line in under), *points[1:]]
    for ending in ("md", "txt", "html", "docx", "pdf"):
        made = _words(out / f"{SESSION}-brief.{ending}")
        places = [made.find(_plain(each)) for each in wanted]
        assert -1 not in places and places == sorted(places), (ending, places)
        assert "circulatethemap" not in made.lower()


def _words(file: Path) -> str:
    """What a person reads in a file, without spaces, signs and line ends."""
    return _plain("\n".join(piece.text for piece in pieces(file).text if piece.prose))


def _plain(text: str) -> str:
    return re.sub(r"\W|_", "", text)


def _children(shown: str) -> list[str]:
    """The numbered points of the list, as far as the screen shows them."""
    return re.findall(r"^ [ a-z]{12}  +\d\. (.+?)(?: *│.*)?$", shown, re.M)


def _place(shown: str, begins: str) -> int:
    return next((n for n, text in enumerate(_children(shown)) if text.startswith(begins)), 99)


def _chosen(shown: str) -> str:
    """The first row of the chosen point, as it stands below the list."""
    lines = shown.splitlines()
    return lines[len(lines) - (7 if len(lines) > 32 else 5)].strip()
