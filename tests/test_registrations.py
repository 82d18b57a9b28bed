"""Lists of people as tools and forms export them: read right, or asked about."""

from __future__ import annotations

import stat
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from facilitator.cli.checking import check
from facilitator.cli.registering import asked, roster
from facilitator.errors import Refused, Trouble
from facilitator.files.personal_names import read_name
from facilitator.files.registrations import (
    Registered,
    read_registrations,
    registrations,
)
from facilitator.files.roster_file import load_roster
from facilitator.files.roster_writing import save_roster

LISTS = Path(__file__).parent / "data" / "rosters"

# Of each file: given name, family name ("?": asked for), body, country.
PEOPLE = {
    "registration-report.csv": [
        ("Zarmina", "Wardaki-Sahar", "Institute for River Basin Dialogue", "AF"),
        ("Qingshan", "Luo", "Western Corridor Research Academy", "CN"),
        ("Friedhelm", "Oberwinkler-Thees", "Lindenhof Forum, Berlin", "DE"),
        ("Suraya", "", "Lantern Street Archive", "AF"),
    ],
    "participants-report.csv": [
        ("Luo Qingshan", "?", "", ""),
        ("Aizada Toktomamatova", "?", "", ""),
        ("Raghunandan", "VELLOOR", "", ""),
        ("Suraya", "", "", ""),
    ],
    "attendance-report.csv": [
        ("Philippa Ashcombe-Rowe", "?", "", ""),
        ("Friedhelm", "Oberwinkler-Thees", "", ""),
        ("Parisa Golestanpour", "?", "", ""),
    ],
    "form-responses.csv": [
        ("Zarmina Wardaki-Sahar", "?", "Institute for River Basin Dialogue", "AF"),
        ("Luo Qingshan", "?", "Western Corridor Research Academy", ""),
        ("Solveig Tverrfjelldal", "?", "Nordlys Mediation Unit", "NO"),
    ],
    "attendee-list.tsv": [
        ("Delroy Whitcastle", "?", "", ""),
        ("Philippa Ashcombe-Rowe", "?", "Thornhill Policy Trust", ""),
    ],
    "tabelle-excel.csv": [
        ("Friedhelm", "Oberwinkler-Thees", "Lindenhof-Forum für Außenpolitik", "DE"),
        ("Jürgen", "Müller-Çelik", "Institut für Flußdialog", "AT"),
    ],
    "tickets.csv": [
        ("Philippa", "Ashcombe-Rowe", "Thornhill Policy Trust", "GB"),
        ("Delroy", "Whitcastle", "Potomac Bend Project", "US"),
    ],
    "lines.txt": [
        ("Zarmina Wardaki-Sahar", "?", "Institute for River Basin Dialogue", "AF"),
        ("Qingshan", "LUO", "Western Corridor Research Academy", "CN"),
        ("Sardar Jahanzeb Khattarzai", "?", "Margalla Ridge Institute", "PK"),
        ("Suraya", "", "Lantern Street Archive", "AF"),
        ("Ludwig van der Aalst", "?", "Free Institute", ""),
    ],
    "address-line.txt": [
        ("Philippa", "Ashcombe-Rowe", "", ""),
        ("Solveig Tverrfjelldal", "?", "", ""),
        ("Suraya", "", "", ""),
    ],
    "meet-attendance.csv": [
        ("Parisa", "Golestanpour", "", ""),
        ("Anh", "Nguyen Van", "", ""),
    ],
    "one-column.txt": [
        ("Zarmina Wardaki-Sahar", "?", "", ""),
        ("Nguyen Van Anh", "?", "", ""),
        ("Suraya", "", "", ""),
        ("Delroy Whitcastle", "?", "", ""),
    ],
}


def told(people: Registered) -> list[tuple[str, str, str, str]]:
    return [
        (
            one.name.given or one.name.full,
            "?" if one.name.doubt else one.name.family,
            one.affiliation,
            one.country,
        )
        for one in people.entries
    ]


def everything(people: Registered) -> str:
    return "\n".join(
        (
            *people.left_out,
            *people.remarks,
            *(each for one in people.entries for each in (*one.asked, *one.name.remarks)),
        )
    )


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_a_list_is_read_right_or_asked_about(name: str) -> None:
    assert told(read_registrations(LISTS / name)) == PEOPLE[name]


def test_every_list_of_the_folder_is_told_here() -> None:
    assert {path.name for path in LISTS.iterdir()} == set(PEOPLE)


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_no_address_and_no_time_of_the_list_reaches_the_roster(name: str, tmp_path: Path) -> None:
    save_roster(tmp_path / "r.toml", read_registrations(LISTS / name))
    text = (tmp_path / "r.toml").read_text("utf-8")
    assert "@" not in text
    assert "14:0" not in text
    assert ":01" not in text
    assert load_roster(tmp_path / "r.toml").roster is not None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("registration-report.csv", "line 11: registered, but “cancelled by self”"),
        ("registration-report.csv", "5 lines above the head row"),
        ("participants-report.csv", "iPhone” is hardly a person"),
        ("participants-report.csv", "1234567” is hardly a person"),
        ("participants-report.csv", "1 line is a person already read"),
        ("form-responses.csv", "“PR of Chinaland” is no country"),
        ("attendee-list.tsv", "“Thornhill Policy Trust” behind a sign"),
        ("tabelle-excel.csv", "no UTF-8"),
        ("tickets.csv", "“refunded”"),
        ("lines.txt", "“Atlantis” is no country"),
        ("lines.txt", "capitals"),
    ],
)
def test_what_was_left_out_or_is_unsure_is_said(name: str, words: str) -> None:
    assert words in everything(read_registrations(LISTS / name))


def test_another_spelling_in_brackets_is_kept_for_the_guard() -> None:
    people = read_registrations(LISTS / "participants-report.csv")
    assert people.entries[0].name.aliases == ("罗青山",)
    people = read_registrations(LISTS / "attendance-report.csv")
    assert people.entries[2].name.aliases == ()  # "Guest" is nobody's name


def test_titles_go_to_the_honorifics() -> None:
    people = read_registrations(LISTS / "lines.txt")
    assert people.entries[2].name.honorifics == ("Lt Gen", "(retd)")
    assert read_name("H.E. Dr Ada Invented").full == "Ada Invented"
    assert read_name("Ada Invented, PhD").full == "Ada Invented"
    assert read_name("He Xiangning").full == "He Xiangning"  # a name, no title


def test_the_same_name_with_another_body_is_asked_about() -> None:
    people = registrations(b"Ada Invented; One House; GB\nAda Invented; Other House; GB\n", "list")
    assert len(people.entries) == 2
    assert "one person or two?" in everything(people)


def test_family_first_is_proposed_where_it_is_the_custom_and_never_taken() -> None:
    people = registrations(b"Luo Qingshan; Academy; China\n", "list")
    assert people.entries[0].name.doubt
    assert people.entries[0].name.proposed == (0, 1)
    assert people.entries[0].name.family == ""


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"Name,Body\n" + b"Ada Invented,House\n" * 5_000, "5,001 lines"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "not a plain text"),
        (b"PK\x03\x04" + b"\0" * 100, "Excel workbook"),
        (b"x" * 300_000, "larger than"),
        (b"x" * 5_000, "5,000 characters"),
        (b"", "no names"),
        (b"a,b,c,d,e\n1,2,3,4,5\n", "which column holds the names"),
        (b'Name,Body\n"Ada Invented,House\n' + b"Bo Invented,House\n" * 60, "not closed"),
    ],
)
def test_what_is_no_list_is_one_clear_line(data: bytes, words: str) -> None:
    with pytest.raises(Trouble) as raised:
        registrations(data, "list")
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_mail_signature_or_an_answer_of_many_lines_is_one_cell() -> None:
    data = b'Name,Country,Remark\nAda Invented,UK,"late\n\nby ten minutes"\nBo Invented,US,\n'
    people = registrations(data, "list")
    assert [one.country for one in people.entries] == ["GB", "US"]
    assert [one.line for one in people.entries] == [2, 5]


def test_the_roster_is_its_owners_alone_and_replaces_nothing(tmp_path: Path) -> None:
    people = read_registrations(LISTS / "lines.txt")
    path = tmp_path / "private" / "roster.toml"
    path.parent.mkdir()
    save_roster(path, people)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_bytes()
    with pytest.raises(Refused):
        save_roster(path, people.decided(0, 0, 1))
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["roster.toml"]
    save_roster(path, people.decided(0, 0, 1), over=True)
    assert [each.name for each in path.parent.iterdir()] == ["roster.toml"]
    entry = tomllib.loads(path.read_text())["participant"][0]
    assert (entry["family"], entry["given"]) == ("Zarmina", "Wardaki-Sahar")


def test_without_a_terminal_the_doubtful_are_left_open_and_named(tmp_path: Path) -> None:
    out = tmp_path / "roster.toml"
    done = CliRunner().invoke(roster, [str(LISTS / "lines.txt"), "--save", str(out)])
    assert done.exit_code == 0
    assert "in doubt in 1, 3, 5" in done.output
    entries = tomllib.loads(out.read_text())["participant"]
    assert [each.get("family", "") for each in entries] == ["", "LUO", "", "", ""]
    assert out.read_text().count("which part is the family name?") == 3
    again = CliRunner().invoke(check, ["--roster", str(out)])
    assert "participant 1, 3, 5" in again.output


def test_check_shows_how_a_list_was_read_and_fails_while_in_doubt() -> None:
    done = CliRunner().invoke(check, ["--roster", str(LISTS / "lines.txt")])
    assert done.exit_code == 1
    assert "1? AF  Zarmina [Wardaki-Sahar]" in done.output
    assert "5 people" in done.output
    done = CliRunner().invoke(check, ["--roster", str(LISTS / "meet-attendance.csv")])
    assert done.exit_code == 0
    assert "Anh [Nguyen Van]" in done.output


def test_the_family_name_is_asked_once_for_all_and_singly_where_wrong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = iter(["2", "1 2"])
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))
    people = asked(read_registrations(LISTS / "one-column.txt"))
    assert [(one.name.given, one.name.family) for one in people.entries] == [
        ("Zarmina", "Wardaki-Sahar"),
        ("Anh", "Nguyen Van"),
        ("", ""),
        ("Delroy", "Whitcastle"),
    ]
    assert not people.doubted


def test_a_roster_beside_its_agenda_and_in_a_synchronised_folder(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    (folder / "may.toml").write_text("")
    done = CliRunner().invoke(
        roster, [str(LISTS / "meet-attendance.csv"), "--beside", str(folder / "may.toml")]
    )
    assert done.exit_code == 0
    assert (folder / "may-roster.toml").is_file()
    assert "Dropbox copies to other computers" in done.output
    assert done.output.rstrip().endswith(str(folder / "may-roster.toml"))
