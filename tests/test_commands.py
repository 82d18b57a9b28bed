"""The commands as scripts call them: exit statuses, what goes where, from plan to brief."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
AGENDA = ROOT / "agendas" / "2020-05-28-afghan-view.toml"
ROSTER = ROOT / "agendas" / "roster-invented.toml"
SESSION = "2020-05-28-afghan-view"

KEYNOTE = [
    "The aim is a settlement with the Taliban; the holiday ceasefire and freed prisoners helped",
    "Talks among Afghans must include every side, and nobody else decides for them",
    "The Republic is where the process should end, since it protects rights",
    "Saying clearly where it should end calms the neighbours",
    "There is agreement on the threats, and not yet on the economy or on fighting terrorism",
    "Inclusion at home and in the region carries any deal; two formats were proposed",
]
OTHERS = [
    "#taliban-region Years of outreach gave the movement ties that are a risk and an opening",
    "#great-powers Rivalry abroad gets in the way, though two powers could work together here",
    "Peace is within sight, and lost without effort on all sides",
    "#end-state People of the region should take the lead",
]


def facilitator(*words: str | Path, stdin: str | bytes = b"") -> subprocess.CompletedProcess[str]:
    data = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [sys.executable, "-m", "facilitator", *map(str, words)],
        input=data,
        capture_output=True,
        env=os.environ | {"TERM": "xterm-256color"},
        check=False,
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in out + err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def outline(markdown: str) -> list[int]:
    """How many numbers stand under each bullet."""
    children: list[int] = []
    for line in markdown.splitlines():
        if line.startswith("- "):
            children.append(0)
        elif re.match(r"\s+\d+\. ", line):
            children[-1] += 1
    return children


@pytest.mark.parametrize("nested", [True, False], ids=["under a point", "side by side"])
def test_the_published_meeting_becomes_a_brief_of_its_shape(tmp_path: Path, nested: bool) -> None:
    opened = facilitator("open", AGENDA)
    assert opened.returncode == 0 and opened.stdout.splitlines()[-1] == SESSION
    lines = ["== presentation"]
    if nested:
        lines.append("The government's strategy was laid out in full")
    lines += [("  " if nested else "") + line for line in KEYNOTE]
    lines += ["", "== discussion", *OTHERS]
    noted = facilitator("note", SESSION, stdin="\n".join(lines))
    assert noted.returncode == 0
    assert len(noted.stdout.splitlines()) == len([line for line in lines if line])

    early = facilitator("export", SESSION, "--as", "brief", "--to", tmp_path / "early")
    told = Path(early.stdout.strip()).read_text()
    assert "Atmar" not in told, "nobody has said yet that he came"

    closed = facilitator("close", SESSION, "--yes", "--as-planned")
    assert closed.returncode == 0, closed.stderr
    exported = facilitator("export", "--as", "brief", "--format", "md", "--to", tmp_path / "out")
    assert exported.returncode == 0, exported.stderr
    path = Path(exported.stdout.splitlines()[-1])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = path.read_text("utf-8")
    assert outline(text) == [6, 0, 0, 0, 0]
    for part in (
        "HAS Track 2 Dialogue Series: Afghan View of Regional Dimensions in the Peace Process",
        "On 28 May 2020, the Heart of Asia Society (HAS), with support from the Konrad Adenauer"
        " Stiftung (KAS) and in partnership with New York University’s Center on International"
        " Cooperation (CIC), hosted",
        "one high-ranking Afghan official, former diplomats and scholars",
        "the UK and the United States",
        "His Excellency Mohammad Haneef Atmar",
        "several rounds of questions and answers",
        "a general discussion among participants",
        "the Chatham House Rule",
    ):
        assert part in text
    prose = re.sub(r"^ +\d\. ", "", text, flags=re.MULTILINE)
    assert not re.search(r"\d\d:\d\d|  |None|\(\)|,,| ,", prose)
    again = facilitator("export", "--as", "brief", "--to", tmp_path / "out")
    assert Path(again.stdout.splitlines()[-1]).read_text("utf-8") == text, "same record, same bytes"


def test_a_session_with_a_roster_is_not_exported_without_it(tmp_path: Path) -> None:
    facilitator("open", AGENDA)
    facilitator("note", SESSION, "--segment", "discussion", stdin="nothing to see here")
    from facilitator import paths
    from facilitator.cli import wiring

    secretariat = wiring.enter(paths.home(), SESSION, "command")
    secretariat.store.mark_roster()
    secretariat.store.close()
    refused = facilitator("export", "--as", "brief", "--to", tmp_path / "x")
    assert refused.returncode == 1 and "--roster" in refused.stderr
    assert not (tmp_path / "x").exists()
    done = facilitator("export", "--as", "brief", "--to", tmp_path / "x", "--roster", ROSTER)
    assert done.returncode == 0


def test_a_name_of_the_roster_holds_the_brief_back(tmp_path: Path) -> None:
    from facilitator.files.roster_file import load_roster

    roster = load_roster(ROSTER).roster
    assert roster is not None
    private = next(p for p in roster.participants if not p.public)
    facilitator("open", AGENDA)
    line = f"{private.family or private.name} doubted the timetable"
    facilitator("note", SESSION, "--segment", "discussion", stdin=line)
    words = ("export", "--as", "brief", "--to", tmp_path / "x", "--roster", ROSTER)
    refused = facilitator(*words)
    assert refused.returncode == 1 and not (tmp_path / "x").exists()
    forced = facilitator(*words, "--override", "agreed by mail")
    assert forced.returncode == 0
    assert "agreed by mail" not in Path(forced.stdout.splitlines()[-1]).read_text()


def test_every_line_is_answered_and_a_bad_one_costs_no_other(tmp_path: Path) -> None:
    facilitator("open", AGENDA)
    lines = [
        "no segment yet",
        "== nowhere",
        "lost on the way",
        "== qa",
        "- ? who pays",
        "x" * 20_000,
        '" never again',
        "#end-state",
        "++",
        "",
    ]
    done = facilitator("note", SESSION, stdin="\n".join(lines))
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "line 4: segment qa",
        "line 5: kept (question, qa)",
        "line 7: kept (quote, qa)",
        "line 8: topic end-state",
        "line 9: echoed (qa)",
    ]
    refused = [line for line in done.stderr.splitlines() if line.startswith("line ")]
    assert [line.split(":")[0] for line in refused] == ["line 1", "line 2", "line 3", "line 6"]
    assert "20,000 characters" in refused[-1]


@pytest.mark.parametrize(
    "data",
    [
        "? who pays\nthe répondeur".encode("utf-8-sig"),
        "? who pays\nthe répondeur".encode("utf-16"),
        "? who pays\r\nthe répondeur\r\n".encode(),
    ],
    ids=["byte-order mark", "UTF-16", "Windows line ends"],
)
def test_a_colleagues_file_is_read_as_it_comes(tmp_path: Path, data: bytes) -> None:
    facilitator("open", AGENDA)
    path = tmp_path / "lines.txt"
    path.write_bytes(data)
    done = facilitator("note", SESSION, "--segment", "qa", "--from", path)
    assert done.stdout.splitlines() == ["line 1: kept (question, qa)", "line 2: kept (point, qa)"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("check", "absent.toml"), 2),
        (("check", "/dev/null"), 2),
        (("open", "absent.toml"), 2),
        (("note", "absent"), 2),
        (("note", "../../etc"), 2),
        (("export", "absent", "--as", "brief", "--to", "x"), 2),
        (("export", "--as", "poem", "--to", "x"), 2),
        (("export", "--as", "report", "--to", "x"), 1),
        (("nonsense",), 2),
        (("note",), 1),
        (("close",), 1),
        (("run", AGENDA), 2),
        (("notes",), 2),
        (("sessions",), 0),
        (("--help",), 0),
        (("--version",), 0),
        ((), 0),
    ],
)
def test_exit_statuses_are_kept_and_errors_are_one_line(
    words: tuple[str | Path, ...], status: int
) -> None:
    done = facilitator(*words)
    assert done.returncode == status, done.stderr
    if status:
        assert len(done.stderr.splitlines()) == 1
        assert not done.stdout


def test_a_session_is_listed_for_people_and_for_scripts() -> None:
    facilitator("open", AGENDA)
    facilitator("note", "--segment", "qa", stdin="one point")
    series, line, due = facilitator("sessions").stdout.splitlines()
    assert series == "HAS Track 2 Dialogue Series"
    assert SESSION in line and "1 point" in line and "120 min planned" in line
    assert "its day is past, and it was never begun" in due
    facts = json.loads(facilitator("sessions", "--json").stdout)
    assert facts["id"] == SESSION and facts["state"] == "planned" and facts["points"] == 1


def test_closing_without_a_terminal_needs_yes() -> None:
    facilitator("open", AGENDA)
    assert facilitator("close").returncode == 1
    assert facilitator("close", "--yes").returncode == 0
    assert facilitator("close", SESSION, "--came", "nobody").returncode == 1
    assert facilitator("close", SESSION, "--absent", "keynote").returncode == 0


def test_a_changed_agenda_is_told_and_costs_no_note(tmp_path: Path) -> None:
    path = tmp_path / "agenda.toml"
    path.write_text(AGENDA.read_text())
    facilitator("open", path)
    facilitator("note", SESSION, "--segment", "qa", stdin="kept before the change")
    path.write_text(AGENDA.read_text().replace('"45m"', '"50m"'))
    changed = facilitator("open", path)
    assert changed.returncode == 0
    assert "45 min" in changed.stderr and "50 min" in changed.stderr
    path.write_text(re.sub(r'^(id +)= "qa"', r'\1= "questions"', AGENDA.read_text(), flags=re.M))
    hindered = facilitator("open", path)
    assert "qa" in hindered.stderr and "every point is kept" in hindered.stderr
    for broken in ('kind = "qa', "[[segment"):
        path.write_text(AGENDA.read_text() + broken)
        resumed = facilitator("open", path)
        assert resumed.returncode == 0 and "every point is kept" in resumed.stderr
    facts = json.loads(facilitator("sessions", "--json").stdout)
    assert facts["points"] == 1


def test_help_of_every_command_shows_an_example() -> None:
    from facilitator.cli.commands import commands

    for name in commands.commands:
        shown = facilitator(name, "--help")
        assert shown.returncode == 0
        assert f"facilitator {name}" in shown.stdout.split("Example:")[1]


def test_a_terminal_that_shows_nothing_is_refused_in_one_line() -> None:
    done = subprocess.run(
        [sys.executable, "-c",
         "import pty,os,sys;os.environ['TERM']='dumb';"
         f"sys.exit(os.waitstatus_to_exitcode(pty.spawn([sys.executable,'-m','facilitator','run',{str(AGENDA)!r}])))"],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "TERM=dumb" in done.stdout and "Traceback" not in done.stdout
