"""The roster file: read, checked, and never repeated in a message."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.errors import Trouble
from facilitator.files.roster_file import load_roster, parse_roster, place_warnings

SHIPPED = Path(__file__).parent.parent / "agendas" / "roster-invented.toml"
GOOD = SHIPPED.read_text(encoding="utf-8")
SEED_COUNTRIES = {"AF", "CN", "IR", "DE", "KG", "IN", "NO", "PK", "GB", "US"}

ONE = '[[participant]]\nname = "Xilonen Quatermass"\n'


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_the_shipped_roster_is_invented_but_for_the_public_keynote() -> None:
    checked = load_roster(SHIPPED)
    assert not checked.problems
    assert checked.roster is not None
    people = checked.roster.participants
    assert len(people) == 12
    assert {each.country for each in people} == SEED_COUNTRIES
    assert [each.name for each in people if each.public] == ["Mohammad Haneef Atmar"]
    assert "INVENTED" in GOOD.split("\n")[0]
    assert all(each.affiliation for each in people)
    assert "Heart of Asia Society" in checked.roster.disclosed_bodies
    luo = next(each for each in people if each.country == "CN")
    assert (luo.given, luo.family, luo.aliases) == ("Qingshan", "Luo", ("罗青山",))


def test_text_is_cleaned_but_joiners_stay() -> None:
    text = '[[participant]]\nname = "A\\u001b]52;B"\naliases = ["گلستان\\u200cپور", " x "]\n'
    roster = parse_roster(text, "r").roster
    assert roster is not None
    assert roster.participants[0].name == "A]52;B"
    assert roster.participants[0].aliases == ("گلستان\u200cپور", "x")


BROKEN = [
    ("typo", ONE + "publc = true\n", "publc", "`public`"),
    ("family typo", ONE + 'famly = "Quatermass"\n', "famly", "`family`"),
    ("strange key", ONE + 'zzzzzzz = "Quatermass"\n', "zzzzzzz", "known here"),
    ("uk", ONE + 'country = "UK"\n', "UK", '"GB"'),
    ("greece", ONE + 'country = "EL"\n', "EL", '"GR"'),
    ("country in words", ONE + 'country = "Quatermassia"\n', "Quatermassia", "two letters"),
    ("country number", ONE + "country = 49\n", "49", "quotes"),
    ("no name", ONE + '[[participant]]\ngiven = "Xilonen"\n', "[[participant]]\ngiven", "name ="),
    ("empty name", ONE + '[[participant]]\nname = "  "\n', 'name = "  "', "write it"),
    ("public as text", ONE + 'public = "yes"\n', '"yes"', "true or false"),
    ("aliases as text", ONE + 'aliases = "Xilonen"\n', "aliases", "["),
    ("alias number", ONE + 'aliases = ["x",\n 5]\n', " 5]", "quotes"),
    ("long", ONE + f'office = "{"Quatermass" * 50}"\n', "office", "400"),
    ("bodies", 'disclosed_bodies = "Quatermass"\n' + ONE, "disclosed_bodies", "["),
    ("top-level typo", 'disclosed_body = ["Quatermass"]\n' + ONE, "disclosed_body", "bodies"),
    ("one bracket", '[participant]\nname = "Quatermass"\n', "[participant]", "[[participant]]"),
    ("nobody", 'disclosed_bodies = ["Quatermass"]\n', "disclosed", "[[participant]]"),
    ("empty", "", "", "[[participant]]"),
    ("curly", ONE + "office = “Quatermass”\n", "office", "straight"),
    ("no quotes", ONE + "office = Quatermass\n", "office", "quotes"),
    ("twice", ONE + 'office = "Xilonen"\noffice = "Quatermass"\n', 'office = "Q', "one of the two"),
    ("a name as key", ONE + '"Quatermass, Xilonen" = 1\n', '"Quatermass, X', "known here"),
]


@pytest.mark.parametrize(
    ("text", "at", "mend"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN]
)
def test_a_mistake_is_named_with_its_line_and_nobody_s_name(text: str, at: str, mend: str) -> None:
    checked = parse_roster(text, "roster.toml")
    assert checked.roster is None
    assert any(each.line == line_of(text, at) and mend in each.mend for each in checked.problems)
    for problem in checked.problems:
        assert "Quatermass" not in str(problem)
        assert "Xilonen" not in str(problem)
        assert "\n" not in str(problem)


def test_a_problem_says_whose_entry_it_is_by_number() -> None:
    text = ONE + '[[participant]]\nname = "Other"\naliases = ["x", 3]\ncountry = "UK"\n'
    keys = [each.key for each in parse_roster(text, "r").problems]
    assert keys == ["participant 2 . aliases, entry 2", "participant 2 . country"]


def test_small_letters_make_a_country_too() -> None:
    roster = parse_roster(ONE + 'country = "af"\n', "r").roster
    assert roster is not None
    assert roster.participants[0].country == "AF"


def test_the_same_name_twice_is_a_warning_without_the_name() -> None:
    checked = parse_roster(ONE + ONE.replace("Xilonen Q", "XILONEN  q"), "r")
    (problem,) = checked.problems
    assert (problem.severity, problem.line) == ("warning", 4)
    assert "participant 1" in problem.what
    assert "ilonen" not in str(problem)
    assert checked.roster is not None


def test_nothing_of_the_roster_reaches_a_refusal() -> None:
    for text in ("Quatermass " * 500, "Quatermass\0", "a." * 40 + "Quatermass = 1"):
        with pytest.raises(Trouble) as caught:
            parse_roster(text, "r")
        assert "Quatermass" not in str(caught.value)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_mutated_roster_is_explained_and_never_a_crash(data: st.DataObject) -> None:
    text = GOOD
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text) - 1))
        cut = data.draw(st.integers(0, 12))
        text = text[:at] + data.draw(st.text(max_size=3)) + text[at + cut :]
    try:
        checked = parse_roster(text, "r")
    except Trouble:
        return
    refused = any(each.severity == "error" for each in checked.problems)
    assert (checked.roster is None) == refused


# --- where it lies --------------------------------------------------------------------------


def roster_in(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "roster.toml"
    path.write_text(ONE, encoding="utf-8")
    path.chmod(0o600)
    return path


def test_a_private_file_in_a_plain_folder_has_no_warning(tmp_path: Path) -> None:
    for name in ("meeting", "mega-project", "inbox", "boxes"):
        assert place_warnings(roster_in(tmp_path / name)) == ()


@pytest.mark.parametrize(
    "folder",
    [
        *("Dropbox", "Dropbox (Institute)", "OneDrive", "OneDrive - Institute", "Google Drive"),
        *("GoogleDrive-a@b.org", "My Drive", "Nextcloud", "ownCloud", "MEGA", "pCloudDrive"),
        *("Library/Mobile Documents/com~apple~CloudDocs", "Library/CloudStorage/Any", "Box"),
    ],
)
def test_a_synchronised_folder_is_a_warning(tmp_path: Path, folder: str) -> None:
    (warning,) = place_warnings(roster_in(tmp_path / folder / "meetings" / "2020"))
    assert warning.severity == "warning"
    assert "other computers" in warning.what
    assert "move it" in warning.mend


@pytest.mark.parametrize("marker", [".stfolder", ".dropbox.cache", "._sync_12ab.db"])
def test_a_synchronised_folder_is_known_by_its_marks(tmp_path: Path, marker: str) -> None:
    path = roster_in(tmp_path / "work" / "deep")
    (tmp_path / "work" / marker).touch()
    (warning,) = place_warnings(path)
    assert "other computers" in warning.what


def test_a_link_from_a_plain_folder_hides_nothing(tmp_path: Path) -> None:
    real = roster_in(tmp_path / "Dropbox")
    link = tmp_path / "roster.toml"
    link.symlink_to(real)
    assert len(place_warnings(link)) == 1


def test_a_folder_under_version_control_is_a_warning(tmp_path: Path) -> None:
    path = roster_in(tmp_path / "work" / "deep")
    (tmp_path / "work" / ".git").mkdir()
    (warning,) = place_warnings(path)
    assert "version control" in warning.what


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o620])
def test_a_file_that_others_may_open_is_a_warning(tmp_path: Path, mode: int) -> None:
    path = roster_in(tmp_path / "two words")
    path.chmod(mode)
    (warning,) = place_warnings(path)
    assert warning.mend == f"chmod 600 '{path}'"
    assert str(warning).startswith(f"{path}: warning: ")


def test_odd_paths_warn_of_nothing_and_raise_nothing(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for path in (tmp_path / "none", loop, tmp_path / ("x" * 4_000), Path("a\0b")):
        assert all(isinstance(each.what, str) for each in place_warnings(path))
