"""A colleague's notes as people send them: from mail, word processors, old editors."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import plan
from facilitator import paths
from facilitator.cli import wiring
from facilitator.pasted import Pasted, heading, single, whole
from test_faults import a_session, facilitator


def texts(*lines: str) -> list[str]:
    return [each.text for each in whole(lines)]


@pytest.mark.parametrize(
    ("line", "text", "depth"),
    [
        ("- settlement", "settlement", 0),
        ("• ? who", "? who", 0),
        ("•\tfrom a word processor", "from a word processor", 0),
        ("o\tits second level", "its second level", 1),
        ("§\tits third", "its third", 2),
        ("▪\tits third", "its third", 2),
        ("\uf0b7\ta bullet of a font", "a bullet of a font", 0),
        ("\to\tindented anyway", "indented anyway", 1),
        ("\u00a0\u00a0– an indented dash", "an indented dash", 1),
        ("*\tan old mail program's bullet", "an old mail program's bullet", 0),
        ("* our own sign", "* our own sign", 0),
        ("-- other side", "-- other side", 0),
        ("-5 degrees", "-5 degrees", 0),
        ("o que fazer", "o que fazer", 0),
        ("[ ] a box", "a box", 0),
        ("☐ - a box and a dash", "a box and a dash", 0),
        ("> > quoted in a mail", "quoted in a mail", 0),
        ("“ exact words", '" exact words', 0),
        ("” exact words ”", '" exact words', 0),
        ("“Peace” is a word", "“Peace” is a word", 0),
        ("don’t", "don’t", 0),
        ("trust > weapons - always", "trust > weapons - always", 0),
        ("...", "...", 0),
        ("++", "++", 0),
    ],
)
def test_what_a_program_put_in_front_goes_and_our_signs_stay(
    line: str, text: str, depth: int
) -> None:
    for found in (single(1, line), next(iter(whole([line])))):
        assert found is not None
        assert (found.text, found.depth) == (text, depth)


@pytest.mark.parametrize("line", ["", "  \t", "-----", "=====", "* * *", "___", "——————"])
def test_what_is_drawn_or_blank_is_no_point(line: str) -> None:
    assert single(1, line) is None


@pytest.mark.parametrize(
    "lines",
    [
        ("1. border", "2. water"),
        ("3) border", "4) water"),
        ("(1) border", "(2) water"),
        ("a) border", "b) water"),
        ("i. border", "ii. water"),
        ("iv) border", "v) water"),
        ("1.1 border", "1.2 water"),
        ("1.\tborder", "7.\twater"),
        ("- 1. border", "- 2. water"),
    ],
)
def test_a_lists_numbers_go_because_they_tell_the_order(lines: tuple[str, ...]) -> None:
    assert texts(*lines) == ["border", "water"]
    assert [each.remarks for each in whole(lines)] == [("its number is left out",)] * 2


@pytest.mark.parametrize(
    "line",
    [
        "28. Mai: ein Vorschlag",
        "1. only one",
        "3.5 million people",
        "I. think so",
        "5) alone",
        "2020. A year",
    ],
)
def test_a_number_that_is_no_list_stays(line: str) -> None:
    assert texts(line, "another line") == [line, "another line"]


@pytest.mark.parametrize(
    "line",
    [
        "14:05 – water",
        "[14:05] water",
        "(14:05:30) water",
        "14:05: water",
        "2:05 pm - water",
        "14:05-14:10 | water",
        "14h05\twater",
        "- 14:05 – water",
        "1.\t14:05 – water",
    ],
)
def test_the_time_of_day_in_front_goes_because_it_tells_who_spoke(line: str) -> None:
    (found,) = whole([line])
    assert found.text == "water"
    assert "its time is left out" in found.remarks


def test_a_bare_time_goes_only_where_every_line_has_one() -> None:
    assert texts("14:00 start is too early", "a point") == ["14:00 start is too early", "a point"]
    assert texts("14:00 one", "14:02 two", "14:09 three") == ["one", "two", "three"]
    assert texts("16:9 pictures", "25:00 hours", "2:1 majority") == [
        "16:9 pictures",
        "25:00 hours",
        "2:1 majority",
    ]


def test_a_line_that_a_mail_program_broke_is_one_point() -> None:
    long = "- the withdrawal, which several thought was coming far too early and"
    (one, two) = whole([long, "  without any plan", "- the next"])
    assert one.text.endswith("far too early and without any plan")
    assert (one.number, one.remarks) == (1, ("with lines 1 to 2",))
    assert (two.number, two.text) == (3, "the next")


@pytest.mark.parametrize(
    "below",
    ["  - without any plan", "  Without any plan", "    deeper still", "", "without a hanging end"],
)
def test_a_line_that_may_be_a_point_is_one(below: str) -> None:
    long = "- the withdrawal, which several thought was coming far too early and"
    assert len(texts(long, below)) == (2 if below else 1)
    assert len(texts("- short", "  below it")) == 2
    assert len(texts(long + " so on.", "  below it")) == 2


@pytest.mark.parametrize(
    ("line", "segment"),
    [
        ("Q&A:", "qa"),
        ("Q&A", "qa"),
        ("Questions and Answers", "qa"),
        ("**Discussion**", "discussion"),
        ("## Closing ##", "closing"),
        ("3.\tDiscussion:", "discussion"),
        ("opening", "opening"),
        ("Discussion of the border", ""),
        ("• Discussion", ""),
        ("  Discussion", ""),
    ],
)
def test_a_heading_that_names_a_segment_goes_on_in_it(line: str, segment: str) -> None:
    (found,) = whole([line])
    assert heading(found, plan()) == (segment, "")


def test_a_name_alone_is_a_heading_in_a_file_only_and_a_topic_may_be_one() -> None:
    typed = single(1, "Discussion")
    assert typed is not None and heading(typed, plan()) == ("", "")
    assert heading(Pasted(1, "Discussion:"), plan()) == ("discussion", "")
    assert heading(Pasted(1, "End state:"), plan()) == ("", "end-state")


@given(st.lists(st.text(max_size=30)))
def test_no_line_with_words_is_lost(lines: list[str]) -> None:
    found = list(whole(lines))
    numbers = [each.number for each in found]
    assert numbers == sorted(set(numbers))
    for number, line in enumerate(lines, 1):
        if any(character.isalpha() for character in line) and number not in numbers:
            assert any(line.split()[-1] in each.text for each in found)


SENT = """Notes from Thursday

Q&A:
•\tWho guarantees the “end state”?
o\tAnd who pays for it?

Discussion
1.\tPrisoners first
2.\tA ceasefire, then talks…
14:05 – a contact group
"""


@pytest.mark.parametrize(
    "data",
    [
        SENT.encode(),
        SENT.replace("\n", "\r\n").encode(),
        SENT.replace("\n", "\r").encode(),
        SENT.encode("utf-8-sig"),
        SENT.replace("\n", "\r\n").encode("utf-16"),
        SENT.replace("\n", "\r\n").encode("utf-16-le"),
        SENT.encode("cp1252"),
        SENT.replace(" first", "\x0bfirst").encode(),
        SENT.replace(" first", "\x0bfirst").encode("utf-16"),
    ],
    ids=["utf-8", "crlf", "cr", "bom", "utf-16", "utf-16 bare", "cp1252", "break", "break 16"],
)
def test_a_colleagues_file_comes_in_whatever_it_was_written_with(
    data: bytes, tmp_path: Path
) -> None:
    a_session()
    (tmp_path / "sent.txt").write_bytes(data)
    done = facilitator(
        "note", "first", "--segment", "opening", "--from", str(tmp_path / "sent.txt")
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "line 1: kept (point, opening)",
        "line 3: segment qa",
        "line 4: kept (point, qa)",
        "line 5: kept (point, qa)",
        "line 7: segment discussion",
        "line 8: kept (point, discussion); its number is left out",
        "line 9: kept (point, discussion); its number is left out",
        "line 10: kept (point, discussion); its time is left out",
    ]
    secretariat = wiring.enter(paths.home(), "first", "command")
    notes = {note.text: note for note in secretariat.store.snapshot(None).notes}
    secretariat.store.close()
    assert notes.keys() == {
        "Notes from Thursday",
        "Who guarantees the “end state”?",
        "And who pays for it?",
        "Prisoners first",
        "A ceasefire, then talks…",
        "a contact group",
    }
    under = notes["And who pays for it?"].parent
    assert under == notes["Who guarantees the “end state”?"].id
