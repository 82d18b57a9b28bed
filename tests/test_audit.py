"""`facilitator audit`: every private string of a roster, wherever and however it is written."""

from __future__ import annotations

import json
import random
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from docx import Document

from conftest import plan
from facilitator.agenda import Keynote
from facilitator.errors import Trouble
from facilitator.files.any_file import pieces
from facilitator.files.audit import audit, files_below
from facilitator.guard.private import PORTION, Private
from facilitator.roster import Participant, Roster
from preloaded import facilitator
from test_commands import AGENDA, SESSION

ROSTER = Roster(
    (
        Participant(
            "Zarmina Wardaki-Sahar",
            given="Zarmina",
            family="Wardaki-Sahar",
            aliases=("زرمینه وردکی سحر",),
            affiliation="Institute for River Basin Dialogue",
            acronyms=("IRBD",),
            country="AF",
        ),
        Participant("Luo Qingshan", "Qingshan", "Luo", aliases=("罗青山",), country="CN"),
        Participant("Grant Rose", "Grant", "Rose", affiliation="Meridian", country="GB"),
        Participant("Ada Invented", "Ada", "Invented", public=True),
    ),
    ("Heart of Asia Society",),
)
SPELLINGS = (
    "Luo Qingshan said it",
    "luo qingshan",
    "LuoQingshan",
    "luo-qingshan_notes",
    "Qing-\nshan Luo",
    "罗青山先生说",
    "Зармина Вардаки-Сахар",
    "Z\u00e1rmina W\u0430rdaki Sahar",
    "زرمينه وردكي سحر",
    "the INSTITUTE FOR RIVER BASIN DIALOGUE",
    "an IRBD paper",
    "Zar\u00admina War\u200bdaki\u2010Sahar",
)


@pytest.fixture(scope="module")
def private() -> Private:
    return Private(ROSTER, plan())


@pytest.mark.parametrize("text", SPELLINGS)
def test_a_name_is_known_in_every_spelling(private: Private, text: str) -> None:
    for around in ("", "x" * (PORTION - 3) + " ", "word " * (PORTION // 5 - 2)):
        found = private.find(around + text)
        assert found and not any(each.published for each in found), around[:1]
        assert all(text[e.start - len(around) :].startswith(e.words) for e in found)


@pytest.mark.parametrize(
    "text",
    ["", "The grant rose by a third of it", "a rose garden", "irbdx", "Qingdao", "Ada said it"],
)
def test_words_are_no_names_where_none_stand(private: Private, text: str) -> None:
    assert not [each for each in private.find(text) if not each.published]


def test_what_the_agenda_publishes_is_told_apart() -> None:
    agenda = plan(keynotes=(Keynote("k", "Luo Qingshan", public=True),))
    (found,) = Private(ROSTER, agenda).find("Luo Qingshan said it")
    assert found.published
    hidden = plan(keynotes=(Keynote("k", "Luo Qingshan"),))
    (found,) = Private(ROSTER, hidden).find("Luo Qingshan said it")
    assert not found.published, "an agenda that names somebody who is not public publishes nothing"
    assert Private(ROSTER, agenda).people == Private(ROSTER, hidden).people - 1


def heap(folder: Path) -> dict[str, Path]:
    """A file of every kind, each with a private string where a person may overlook it."""
    folder.mkdir()
    document = Document()
    document.add_paragraph("nothing here")
    document.core_properties.author = "Luo Qingshan"
    document.save(str(folder / "a.docx"))
    (folder / "b.html").write_text("<p>Luo&#32;Qing<b>shan</b></p>")
    (folder / "c.json").write_text(json.dumps({"said": "罗青山"}))
    (folder / "d.txt").write_bytes("Luo Qingshan".encode("utf-16"))
    (folder / "e.bin").write_bytes(b"\x00\x01\xff" * 9 + b"by Luo Qingshan" + b"\x00\x02" * 9)
    (folder / "luo-qingshan.txt").write_text("empty of names")
    with zipfile.ZipFile(folder / "g.odt", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", "<text:p>Luo <text:span>Qing</text:span>shan</text:p>")
    with closing(sqlite3.connect(folder / "h.db")) as connection:
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("CREATE TABLE note (text TEXT)")
        connection.execute("INSERT INTO note VALUES (?)", ("word " * 3_000 + "Luo Qingshan",))
        connection.commit()
    (folder / "i.rtf").write_text("{\\rtf1 Luo Qingshan}")
    return {path.name: path for path in sorted(folder.iterdir())}


def test_every_kind_of_file_is_read(private: Private, tmp_path: Path) -> None:
    files = heap(tmp_path / "heap")
    for path in files.values():
        found = audit(private, [path])
        assert found.found == 1 and found.line == "1 of 5 names found in 1 of our files", path
    found = audit(private, files_below([tmp_path]))
    assert {Path(hit.file).name for hit in found.private} == set(files)
    assert found.files == len(files) and found.found == 1


def test_what_a_database_only_deleted_is_found_in_its_bytes(
    private: Private, tmp_path: Path
) -> None:
    for secure, expected in (("OFF", 1), ("ON", 0)):
        path = tmp_path / f"{secure}.db"
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA secure_delete = {secure}")
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("CREATE TABLE note (text TEXT)")
            connection.execute("INSERT INTO note VALUES ('by Luo Qingshan')")
            connection.execute("DELETE FROM note")
            connection.commit()
        found = audit(private, [path])
        assert found.found == expected
        assert [hit.place for hit in found.private] == ["raw bytes"] * expected


def test_a_pdf_is_read_page_by_page(private: Private, tmp_path: Path) -> None:
    typst = pytest.importorskip("typst")
    (tmp_path / "a.typ").write_text("nothing\n#pagebreak()\nas Luo Qingshan said")
    typst.compile(str(tmp_path / "a.typ"), output=str(tmp_path / "a.pdf"))
    (hit,) = audit(private, [tmp_path / "a.pdf"]).private
    assert (hit.place, hit.words) == ("page 2", "Luo Qingshan")


def test_what_cannot_be_read_is_said(private: Private, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 who knows; Luo Qingshan")
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n" + bytes(range(256)))
    found = audit(private, files_below([tmp_path]))
    assert len(found.unread) == 2 and "picture" in found.unread[1]
    assert found.found == 1, "its bytes are searched all the same"


def test_a_damaged_file_is_read_or_refused_and_nothing_of_it_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    files = heap(tmp_path / "heap")
    typst = pytest.importorskip("typst")
    (tmp_path / "a.typ").write_text("as Luo Qingshan said")
    typst.compile(str(tmp_path / "a.typ"), output=str(tmp_path / "p.pdf"))
    whole = [files[n] for n in ("a.docx", "b.html", "g.odt", "h.db")] + [tmp_path / "p.pdf"]
    luck = random.Random(6)
    read = refused = 0
    for number in range(300):
        path = whole[number % len(whole)]
        data = bytearray(path.read_bytes())
        for _ in range(luck.choice((1, 3, 20))):
            at = luck.randrange(len(data) or 1)
            match luck.randrange(3):
                case 0:
                    data[at : at + 1] = luck.randbytes(1)
                case 1:
                    data[at:at] = luck.randbytes(luck.randrange(1, 9))
                case _:
                    del data[at : at + luck.randrange(1, 200)]
        damaged = tmp_path / f"damaged{path.suffix}"
        damaged.write_bytes(data)
        unread = pieces(damaged).unread
        read, refused = read + (not unread), refused + bool(unread)
    assert read and refused
    assert not caplog.records


def test_what_is_shown_of_a_strange_file_is_clean(private: Private, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "x.db")) as connection:
        connection.execute('CREATE TABLE "n\x1b[2Jote" (text TEXT)')
        connection.execute('INSERT INTO "n\x1b[2Jote" VALUES (?)', ("Luo \x1b\u202eQingshan",))
        connection.commit()
    (hit,) = audit(private, [tmp_path / "x.db"]).private
    assert (hit.place, hit.words) == ("n[2Jote.text", "Luo Qingshan")


# The command


def command(*words: object, status: int = 0) -> str:
    done = facilitator("audit", *words)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_command_tells_file_place_and_count(tmp_path: Path) -> None:
    roster = AGENDA.with_name("roster-invented.toml")
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "roster.toml").write_bytes(roster.read_bytes())
    said = command(folder, "--roster", folder / "roster.toml", "--agenda", AGENDA)
    assert said == "0 of 22 names found in 0 of our files\n", "the roster itself is left out"
    (folder / "mail.txt").write_text("Dear all,\nLuo Qingshan and Luo Qingshan of the WCRA\n")
    (folder / "card.txt").write_text("Mohammad Haneef Atmar")
    said = command(folder, "--roster", folder / "roster.toml", "--agenda", AGENDA, status=1)
    assert said.splitlines() == [
        f"{folder / 'mail.txt'}: line 2: “Luo Qingshan” 2×",
        f"{folder / 'mail.txt'}: line 2: “WCRA”",
        "published by the agenda, listed apart:",
        f"  {folder / 'card.txt'}: line 1: “Mohammad Haneef Atmar”",
        "2 of 22 names found in 2 of our files",
    ]
    told = json.loads(command(folder / "mail.txt", "--roster", roster, "--json", status=1))
    assert told["found"] == 2 and told["private"][0] == {
        "file": str(folder / "mail.txt"),
        "place": "line 2",
        "words": "Luo Qingshan",
        "count": 2,
    }
    assert "no such file" in command(tmp_path / "none", "--roster", roster, status=2)


def test_a_session_is_searched_with_everything_that_was_made_of_it(tmp_path: Path) -> None:
    roster = AGENDA.with_name("roster-invented.toml")
    facilitator("open", AGENDA)
    facilitator("note", SESSION, "--segment", "discussion", stdin="A plain point\n")
    assert "0 of 22 names found in" in command(SESSION, "--roster", roster)
    facilitator("note", SESSION, "--segment", "discussion", stdin="As Luo Qingshan put it\n")
    done = facilitator("export", SESSION, "--as", "brief", "--to", tmp_path, "--format", "docx,pdf")
    assert done.returncode == 0, done.stderr
    said = command("--roster", roster, status=1)
    for place in ("note.text", "-brief.docx", "-brief.pdf: page 1"):
        assert place in said


def test_a_folder_that_cannot_be_looked_into_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def scandir(path: str) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("os.scandir", scandir)
    with pytest.raises(Trouble, match="cannot be read: permission denied"):
        list(files_below([tmp_path]))
