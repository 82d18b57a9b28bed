"""`facilitator note` tells on standard error what the guard sees in a line that it keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator import paths
from facilitator.cli import wiring
from preloaded import facilitator
from test_commands import AGENDA, ROSTER, SESSION


@pytest.fixture(autouse=True)
def opened() -> None:
    assert facilitator("open", AGENDA).returncode == 0


LINES = """== discussion
nobody is named here
? Luo doubted it #2
  罗青山 agreed, and according to Luo so did all
"""


def test_findings_are_told_beside_the_acknowledgements_and_every_line_is_kept() -> None:
    done = facilitator("note", SESSION, "--roster", ROSTER, stdin=LINES)
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "line 1: segment discussion",
        "line 2: kept (point, discussion)",
        "line 3: kept (question, discussion)",
        "line 4: kept (point, discussion)",
    ]
    told = done.stderr.splitlines()
    assert told[0] == "line 3: identity: “Luo” names a participant; instead: “One participant”"
    assert len(told) == 2 and told[1].count("identity: ") == 2
    secretariat = wiring.enter(paths.home(), SESSION, "command")
    state = secretariat.look("discussion")
    secretariat.leave()
    assert state.total == 3 and state.had_roster


def test_without_a_roster_attributions_are_told_and_names_are_not() -> None:
    lines = "== discussion\nLuo doubted it\nthe Norwegian participant doubted it\n"
    done = facilitator("note", SESSION, stdin=lines)
    assert done.returncode == 0
    (told,) = done.stderr.splitlines()
    assert told.startswith("line 3: affiliation: “the Norwegian participant”")


def test_standard_input_is_the_roster_or_the_lines(tmp_path: Path) -> None:
    done = facilitator("note", SESSION, "--roster", "-", stdin=LINES)
    assert done.returncode == 2 and "--from FILE" in done.stderr
    path = tmp_path / "lines.txt"
    path.write_text(LINES)
    done = facilitator("note", SESSION, "--roster", "-", "--from", path, stdin=ROSTER.read_bytes())
    assert done.returncode == 0 and "line 3: identity" in done.stderr
