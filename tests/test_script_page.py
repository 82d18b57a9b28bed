"""What is read aloud: the scripts with the Rule word for word, and the closing page."""

from __future__ import annotations

from dataclasses import replace

from facilitator.agenda import Agenda, Rule, RulePlan, Segment, SegmentKind
from facilitator.record import Agreement, Kind, Mark, Note, Release
from facilitator.rule_text import RULE_TEXT
from facilitator.script_page import PageLine, Section, closing_page, script_lines
from published_meeting import AGENDA, note, with_segment

THE_RULE = f"“{RULE_TEXT}”"


def scripted(agenda: Agenda = AGENDA, **scripts: str) -> Agenda:
    return replace(agenda, scripts=scripts)


def opening(agenda: Agenda) -> Segment:
    return agenda.segment("opening")


def test_a_script_comes_line_by_line_with_the_rule_where_it_is_named() -> None:
    agenda = scripted(opening="Welcome.\n\n  We are under the Chatham House Rule. \nHands up.\n")
    assert script_lines(agenda, opening(agenda)) == (
        "Welcome.",
        "We are under the Chatham House Rule.",
        THE_RULE,
        "Hands up.",
    )


def test_the_opening_reads_the_rule_even_where_no_script_names_it() -> None:
    agenda = scripted(opening="Welcome.")
    assert script_lines(agenda, opening(agenda)) == (THE_RULE, "Welcome.")
    bare = replace(AGENDA, scripts={})
    assert script_lines(bare, opening(bare)) == (THE_RULE,)


def test_a_script_that_quotes_the_rule_itself_reads_it_once() -> None:
    agenda = scripted(opening=f"Welcome.\n{RULE_TEXT}\nHands up.")
    assert script_lines(agenda, opening(agenda)) == ("Welcome.", RULE_TEXT, "Hands up.")


def test_nothing_is_read_of_a_rule_that_holds_nowhere() -> None:
    public = tuple(replace(s, rule=Rule.ON_RECORD) for s in AGENDA.segments)
    agenda = scripted(replace(AGENDA, segments=public), opening="Welcome.")
    assert script_lines(agenda, opening(agenda)) == ("Welcome.",)


def test_other_segments_have_their_own_script_and_no_rule() -> None:
    agenda = scripted(closing="I sum up.\nThe Chatham House Rule holds.", talk="Now the talk.")
    assert script_lines(agenda, agenda.segment("closing")) == (
        "I sum up.",
        "The Chatham House Rule holds.",
    )
    assert script_lines(agenda, agenda.segment("qa")) == ()
    named = replace(agenda.segment("qa"), script="talk")
    assert script_lines(agenda, named) == ("Now the talk.",)


def test_without_an_opening_the_first_segment_reads_the_rule_if_it_is_to_be_read_aloud() -> None:
    talk = replace(AGENDA.segment("qa"), id="talk", kind=SegmentKind.DISCUSSION)
    without = replace(AGENDA, segments=(talk, AGENDA.segment("closing")))
    assert script_lines(without, talk) == ()
    aloud = replace(without, rule=RulePlan(Rule.CHATHAM_HOUSE, affirmation="Read-aloud"))
    assert script_lines(aloud, talk) == (THE_RULE,)
    assert script_lines(aloud, aloud.segment("closing")) == ()


def page(*notes: Note, questions: tuple[Note, ...] = (), agenda: Agenda = AGENDA) -> dict[str, str]:
    """The closing page, each section as text."""
    made = closing_page(agenda, notes, questions)
    assert all(isinstance(section, Section) and section.lines for section in made)
    return {section.title: "\n".join(shown(line) for line in section.lines) for section in made}


def shown(line: PageLine) -> str:
    return "  " * line.depth + line.text


def question(number: int, text: str, mark: Mark, **more: object) -> Note:
    return note(number, "qa", text, Kind.QUESTION, mark=mark, tag="K", **more)


def test_a_session_without_a_test_says_so_and_has_no_empty_heading() -> None:
    assert page() == {"Agreement": "Nothing was summed up and tested."}
    assert page(note(1, "discussion", "a point")) == page()


def test_tested_agreements_are_read_by_topic_and_not_as_they_came() -> None:
    tested = {"agreement": Agreement.TESTED}
    made = page(
        note(1, "qa", "formats are many", topics=("formats",), position=1, **tested),
        note(2, "discussion", "untested", position=2),
        note(
            3, "discussion", "the end state is clear", topics=("end-state",), position=9, **tested
        ),
        note(4, "closing", "we meet again", position=0, **tested),
    )
    assert made == {
        "Agreed, as tested": "The end state is clear.\nFormats are many.\nWe meet again."
    }


def test_an_open_disagreement_is_read_with_both_sides() -> None:
    made = page(
        note(1, "discussion", "settlement first"),
        note(2, "discussion", "security first", Kind.OTHER_SIDE, under=1),
        note(3, "discussion", "trade first", Kind.OTHER_SIDE, under=1, position=5),
    )
    assert made["Where views differ"] == (
        "One side: Settlement first.\n"
        "  The other side: Security first.\n"
        "  The other side: Trade first."
    )


def test_another_side_without_its_point_is_told_as_such() -> None:
    made = page(note(2, "discussion", "security first", Kind.OTHER_SIDE, under=1))
    assert made["Where views differ"] == "Another side, noted on its own: Security first."


def test_a_tested_point_with_another_side_is_no_open_disagreement_but_says_it() -> None:
    made = page(
        note(1, "discussion", "a contact group", Kind.PROPOSAL, agreement=Agreement.TESTED),
        note(2, "discussion", "too early", Kind.OTHER_SIDE, under=1),
    )
    assert made == {
        "Agreed, as tested": "A contact group.\n  Another side was noted: Too early.",
    }


def test_questions_owed_are_read_by_what_is_owed_without_letter_or_round() -> None:
    asked = (
        question(1, "who guarantees", Mark.OPEN, topics=("formats",), round=2),
        question(2, "what of trade?", Mark.OPEN, topics=("end-state",)),
        question(3, "when", Mark.PARTLY),
        question(4, "how", Mark.WRITING),
        question(5, "why", Mark.DISCUSSION),
        question(6, "was it answered", Mark.ANSWERED),
        question(7, "is it for today", Mark.PARKED),
    )
    made = page(*asked, note(8, "discussion", "verification", Kind.PARKING), questions=asked)
    made.pop("Agreement")
    assert made == {
        "Questions still open": "What of trade?\nWho guarantees?",
        "Questions answered in part": "When?",
        "Questions to be answered in writing": "How?",
        "Questions taken to the discussion": "Why?",
        "Set aside": "Is it for today?\nVerification.",
    }


def test_proposals_that_nobody_tested_or_disputed_come_last() -> None:
    made = page(
        note(1, "discussion", "lists of detained drivers", Kind.PROPOSAL),
        note(2, "discussion", "a fund", Kind.PROPOSAL),
        note(3, "discussion", "no money", Kind.OTHER_SIDE, under=2),
    )
    assert list(made)[-1] == "Proposed, and not tested"
    assert made["Proposed, and not tested"] == "Lists of detained drivers."


def test_what_is_kept_for_the_hosts_or_off_the_record_is_not_read_to_the_room() -> None:
    hidden = {"agreement": Agreement.TESTED, "release": Release.HOSTS}
    assert page(note(1, "discussion", "for the hosts", **hidden)) == page()
    silent = with_segment(replace(AGENDA.segment("discussion"), rule=Rule.OFF_RECORD))
    said = note(1, "discussion", "a secret", agreement=Agreement.TESTED)
    assert page(said, agenda=silent) == page()
    assert page(note(2, "discussion", "...", Kind.GAP), note(3, "discussion", "  ")) == page()


def test_voices_segments_and_people_are_not_on_the_page() -> None:
    told = note(1, "presentation", "borders stay open", agreement=Agreement.TESTED, echoes=4)
    assert page(told) == {"Agreed, as tested": "Borders stay open."}
    assert page(replace(told, quote=True)) == {"Agreed, as tested": "“borders stay open”"}
