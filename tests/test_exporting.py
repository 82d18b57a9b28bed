"""The export: all the formats asked for, or none and one line that says why."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import House
from documents import paragraphs, word_parts
from facilitator import paths
from facilitator.cli import wiring
from facilitator.cli.exporting import export, write_private
from facilitator.errors import Trouble
from facilitator.pen import Pen
from facilitator.writers.formats import FORMATS
from letterhead import letterhead

ROOT = Path(__file__).parents[1]


def facilitator(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "facilitator", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture
def session() -> str:
    """A session of the shipped example with one point."""
    agenda = ROOT / "agendas" / "2020-05-28-afghan-view.toml"
    opened = facilitator("open", agenda).stdout.split()[-1]
    secretariat = wiring.enter(paths.home(), opened, "command")
    Pen(secretariat).write("People of the region should take the initiative", "discussion")
    secretariat.leave()
    return opened


def test_every_format_of_the_example_is_written_for_its_owner_alone(
    session: str, tmp_path: Path
) -> None:
    template = tmp_path / "house.docx"
    template.write_bytes(letterhead())
    words = ("export", session, "--as", "brief", "--to", tmp_path / "texts")
    done = facilitator(*words, "--format", "docx,pdf", "--format", "md, txt,html,MD")
    assert done.returncode == 0, done.stderr
    files = [Path(line) for line in done.stdout.splitlines()]
    assert [file.name for file in files] == [
        f"{session}-brief.{form}" for form in ("docx", "pdf", "md", "txt", "html")
    ]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert sorted(files) == sorted((tmp_path / "texts").iterdir())
    before = [file.read_bytes() for file in files]
    assert b"Public\n" in before[2]
    facilitator(*words, "--format", "docx,pdf,md,txt,html")
    assert [file.read_bytes() for file in files] == before

    styled = facilitator(*words, "--format", "docx", "--template", template)
    assert styled.returncode == 0, styled.stderr
    assert "the template has no style" in styled.stderr
    told = dict(paragraphs(word_parts(files[0].read_bytes())["word/document.xml"]))
    assert "Titel" in told


def test_the_report_is_written_in_every_format_twice_alike(session: str, tmp_path: Path) -> None:
    words = ("export", session, "--as", "report", "--to", tmp_path, "--format", ",".join(FORMATS))
    done = facilitator(*words)
    assert done.returncode == 0, done.stderr
    files = [Path(line) for line in done.stdout.splitlines()]
    assert [file.name for file in files] == [f"{session}-report.{form}" for form in FORMATS]
    before = [file.read_bytes() for file in files]
    assert b"On request\n" in before[0]
    assert b"The people" not in before[0] and b"People of the region" in before[0]
    assert "nobody has confirmed what this report says" in done.stderr
    facilitator(*words)
    assert [file.read_bytes() for file in files] == before


def test_the_session_before_in_the_series_is_compared_with(tmp_path: Path) -> None:
    example = (ROOT / "agendas" / "2020-05-28-afghan-view.toml").read_text("utf-8")
    first = example.replace('{ label = "scholars" }', '{ label = "scholars", count = 5 }')
    another = first.replace("has-track2-afghan-peace", "another").replace("count = 5", "count = 8")
    plans = {
        "first": (first, "2020-05-28"),
        "other-series": (another, "2020-06-22"),
        "damaged": (first, "2020-06-21"),
        "unconfirmed": (first.replace("count = 5", "count = 7"), "2020-06-25"),
        "later": (first.replace("count = 5", "count = 9"), "2020-08-01"),
        "second": (first.replace("count = 5", "count = 6").replace('"Norway", ', ""), "2020-07-01"),
    }
    for name, (text, day) in plans.items():
        file = tmp_path / f"{name}.toml"
        text = text.replace("2020-05-28-afghan-view", name).replace(
            "date      = 2020-05-28", f"date      = {day}"
        )
        file.write_text(text, "utf-8")
        assert facilitator("open", file).returncode == 0
        told = "different" if name == "unconfirmed" else "as-planned"
        closed = facilitator("close", name, "--yes", "--came", "keynote", "--composition", told)
        assert closed.returncode == 0, closed.stderr
    (paths.session_dir(paths.home(), "damaged") / paths.RECORD).write_bytes(b"damaged")
    for what in ("brief", "report"):
        done = facilitator("export", "second", "--as", what, "--to", tmp_path / "out")
        assert done.returncode == 0, done.stderr
        compared = [line for line in done.stderr.splitlines() if "compared with" in line]
        assert [line.split(":")[0] for line in compared] == [
            "compared with the session before, the composition shows one person of 'scholars' who"
            " was in this session and not in the one before",
            "compared with the session before, the composition shows somebody from Norway who"
            " was in the one before and not in this session",
        ]
    done = facilitator("export", "first", "--as", "brief", "--to", tmp_path / "out")
    assert "compared with" not in done.stderr


def test_an_unknown_format_is_told_with_those_that_there_are(session: str, tmp_path: Path) -> None:
    done = facilitator("export", session, "--as", "brief", "--to", tmp_path, "--format", "md,odt")
    assert done.returncode == 2
    assert f"'odt' is none of {', '.join(FORMATS)}" in done.stderr
    assert not list(tmp_path.glob("*brief*"))


def test_where_one_format_cannot_be_made_none_is_written(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secretariat = house.open()
    monkeypatch.delitem(sys.modules, "facilitator.writers.pdf", raising=False)
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(Trouble) as raised:
        export(secretariat, "brief", tmp_path / "out", None, formats=("md", "pdf"))
    assert str(raised.value) == (
        'the format pdf needs a package that is not installed: pip install "typst>=0.15,<0.16"'
    )
    assert not (tmp_path / "out").exists()


def test_a_template_is_read_only_for_the_format_that_it_is_for(
    house: House, tmp_path: Path
) -> None:
    secretariat = house.open()
    absent = tmp_path / "absent.docx"
    export(secretariat, "brief", tmp_path / "out", None, formats=("md",), template=absent)
    with pytest.raises(Trouble, match=r"cannot read the template .*absent.docx: no such file"):
        export(secretariat, "brief", tmp_path / "out", None, formats=("docx",), template=absent)
    absent.write_bytes(b"no Word file")
    with pytest.raises(Trouble, match=r"it is no \.docx file"):
        export(
            secretariat, "brief", tmp_path / "more", None, formats=("txt", "docx"), template=absent
        )
    assert not (tmp_path / "x").exists()


def test_files_are_put_in_place_together_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "a").write_text("before")
    with pytest.raises(Trouble, match=r"cannot write .*/b: is a directory"):
        write_private({tmp_path / "a": b"after", tmp_path / "b": b"after"})
    assert (tmp_path / "a").read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir() if path.name in "ab") == ["a", "b"]
    assert not list(tmp_path.glob(".*"))
