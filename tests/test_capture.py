"""The grammar of a note line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.agenda import Topic
from facilitator.capture import completion, depth, find_topic, heading, parse, to_line
from facilitator.errors import Refused
from facilitator.record import Kind, Words
from facilitator.text import clean

TOPICS = (Topic("end-state", "End state", "1"), Topic("formats", "Formats", "2"), Topic("aid", "A"))


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("settlement first", Kind.POINT, "settlement first"),
        ("? who pays", Kind.QUESTION, "who pays"),
        ("= the donors", Kind.ANSWER, "the donors"),
        ("! a contact group", Kind.PROPOSAL, "a contact group"),
        ("+ agreed", Kind.SUPPORT, "agreed"),
        ("~ too fast", Kind.CONCERN, "too fast"),
        ("* draft by Friday", Kind.ACTION, "draft by Friday"),
        ("@ 4,000 or 5,000", Kind.FACT, "4,000 or 5,000"),
        ("_ water", Kind.PARKING, "water"),
        ("-- it buys confidence", Kind.OTHER_SIDE, "it buys confidence"),
        ("...", Kind.GAP, ""),
        ("- a bullet", Kind.POINT, "- a bullet"),
        ("?no space", Kind.POINT, "?no space"),
        ("\\? literal", Kind.POINT, "? literal"),
        ("\\ alone", Kind.POINT, "\\ alone"),
        ("+1 is no sign", Kind.POINT, "+1 is no sign"),
        ("[/] [@click=app.quit]", Kind.POINT, "[/] [@click=app.quit]"),
    ],
)
def test_a_sign_in_front_says_the_kind(line: str, kind: Kind, text: str) -> None:
    words = parse(line, TOPICS).words
    assert (words.kind, words.text, words.quote) == (kind, text, False)


def test_a_quotation_mark_and_a_space_is_a_quote() -> None:
    assert parse('" never again', TOPICS).words == Words(Kind.POINT, "never again", quote=True)
    assert not parse('"never" again', TOPICS).words.quote


@pytest.mark.parametrize(
    ("line", "text", "topics"),
    [
        ("no one decides #1", "no one decides", ("end-state",)),
        ("#2 who sits where", "who sits where", ("formats",)),
        ("#form ? who sits", "who sits", ("formats",)),
        ("the #formats, again #1.", "the, again.", ("formats", "end-state")),
        ("resolution #2250 stands", "resolution #2250 stands", None),
        ("resolution \\#2 stands", "resolution #2 stands", None),
        ("\\#2 first", "#2 first", None),
        ("off topic #none", "off topic", ()),
        ("#1", "", ("end-state",)),
    ],
)
def test_topics_are_named_in_the_line(line: str, text: str, topics: tuple[str, ...] | None) -> None:
    captured = parse(line, TOPICS)
    assert captured.words.text == text
    assert captured.topics == topics


def test_a_word_that_is_no_topic_stays_text_and_is_said() -> None:
    captured = parse("the #metoo years", TOPICS)
    assert captured.words.text == "the #metoo years"
    assert captured.unknown == ("metoo",)


def test_an_ambiguous_beginning_is_no_topic() -> None:
    both = (Topic("aid-now", "A"), Topic("aid-later", "B"))
    assert find_topic("aid", both) is None
    assert find_topic("aid-l", both) == both[1]


LINES = st.text(
    st.sampled_from('ab#12?=!+~"*@_-\\. …\u0645\u200c会') | st.characters(), max_size=40
)


@given(LINES, st.sampled_from(list(Kind)), st.sets(st.sampled_from([t.id for t in TOPICS])))
def test_a_kept_note_comes_back_from_its_own_line(line: str, kind: Kind, named: set[str]) -> None:
    text = parse(clean(line), ()).words.text
    if not text:
        return
    words = Words(kind if kind is not Kind.GAP else Kind.POINT, text, tuple(sorted(named)))
    again = parse(to_line(words), TOPICS).words
    assert (again.kind, again.text, set(again.topics)) == (words.kind, words.text, named)
    quoted = Words(Kind.POINT, text, (), quote=True)
    assert parse(to_line(quoted), TOPICS).words == quoted


@given(LINES)
def test_no_line_is_refused_and_no_word_disappears(line: str) -> None:
    cleaned = clean(line)
    captured = parse(cleaned, ())
    letters = [c for c in cleaned if c.isalnum()]
    assert [c for c in captured.words.text if c.isalnum()] == [
        c for c in letters if "#none" not in cleaned
    ] or "#none" in cleaned


@given(st.text(max_size=60), st.booleans())
def test_cleaning_twice_changes_nothing(text: str, newlines: bool) -> None:
    once = clean(text, newlines=newlines)
    assert clean(once, newlines=newlines) == once


@pytest.mark.parametrize(
    ("hostile", "left"),
    [
        ("\x1b]52;c;ZXZpbA==\x07", "]52;c;ZXZpbA=="),
        ("\x9b2J", "2J"),
        ("\u202eevil", "evil"),
        ("nul\0l", "null"),
        ("a\u200cb\u200dc\u200e", "a\u200cb\u200dc\u200e"),
        ("two\nlines\ttab", "two lines tab"),
        ("\ud800x", "x"),
        ("\ue000private", "private"),
        ("\ufeffmark", "mark"),
        ("e\u0301", "é"),
    ],
)
def test_nothing_that_a_terminal_obeys_gets_in(hostile: str, left: str) -> None:
    assert clean(hostile) == left


def test_too_long_a_text_is_refused_not_cut() -> None:
    with pytest.raises(Refused, match=r"20,000 characters, and 4,000 fit"):
        clean("x" * 20_000)


@pytest.mark.parametrize(
    ("line", "level"), [("a", 0), ("  a", 1), ("\ta", 1), ("    a", 2), ("  \ta", 2), (" a", 0)]
)
def test_indentation_says_how_deep_a_line_stands(line: str, level: int) -> None:
    assert depth(line) == level


def test_a_heading_turns_the_segment() -> None:
    assert heading("== qa") == "qa"
    assert heading("==qa") is None and heading("== two words") is None


@given(
    before=st.text("ab #?\\", max_size=8),
    begun=st.sampled_from(["", "e", "end", "f", "for", "s", "st", "a", "1", "2", "aid", "x"]),
    after=st.sampled_from(["", " and more", "."]),
    data=st.data(),
)
def test_a_completed_line_names_the_topic_and_loses_no_other_letter(
    before: str, begun: str, after: str, data: st.DataObject
) -> None:
    line = f"{before}#{begun}{after}"
    cursor = data.draw(st.integers(0, len(line)))
    found = completion(line, cursor, TOPICS)
    if found is None:
        return
    topic = data.draw(st.sampled_from(found.topics))
    made, place = found.taken(line, topic)
    assert made.startswith(line[: found.start]) and made.rstrip().endswith(
        line[found.end :].strip()
    )
    assert made[found.start : place].rstrip() == f"#{topic.id}"
    if line[: found.start].split("#")[0] == line[: found.start] and "\\" not in line:
        assert topic.id in (parse(made, TOPICS).topics or ())


@pytest.mark.parametrize(
    ("line", "cursor", "found", "whole"),
    [
        ("#", 1, ["end-state", "formats", "aid"], False),
        ("who #fo pays", 7, ["formats"], False),
        ("who #fo pays", 4, None, False),
        ("who #fo pays", 9, None, False),
        ("#STATE", 6, ["end-state"], False),
        ("#2", 2, ["formats"], True),
        ("#formats", 8, ["formats"], True),
        ("\\#fo", 4, None, False),
        ("C#fo", 4, None, False),
        ("#nothing", 8, None, False),
    ],
)
def test_a_topic_is_offered_for_its_key_its_id_or_a_word_of_its_title(
    line: str, cursor: int, found: list[str] | None, whole: bool
) -> None:
    offered = completion(line, cursor, TOPICS)
    assert (None if offered is None else [topic.id for topic in offered.topics]) == found
    assert offered is None or offered.whole is whole
