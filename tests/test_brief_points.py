"""Which points a brief shows, and where: what the Rule asks of their order."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest

from facilitator.agenda import (
    Keynote,
    Publication,
    Rule,
)
from facilitator.progress import SegmentProgress
from facilitator.publish.brief import brief
from facilitator.publish.document import Heading, Item, Paragraph, Points, texts
from facilitator.record import Agreement, AsHeld, Kind, Note, Release
from published_meeting import (
    AGENDA,
    CH,
    CROWDED,
    FLAT,
    FOUR,
    HELD,
    MINISTER,
    NESTED,
    PRESENTATION,
    items,
    key,
    note,
    tops,
    whole,
    with_segment,
)


def test_flat_points_of_a_public_lead_get_one_line_above_them() -> None:
    assert tops(brief(AGENDA, NESTED, HELD))[0] == (
        "The government's strategy was laid out in the first part:"
    )
    assert tops(brief(AGENDA, FLAT, HELD))[0] == (
        "The presentation set out the position of the Afghan government:"
    )


@pytest.mark.parametrize(
    ("label", "speaks_for", "line"),
    [
        ("", "", "The presentation covered the following points:"),
        ("opening speech", "", "The opening speech covered the following points:"),
        (
            "",
            "Ministry of Trade",
            "The presentation set out the position of the Ministry of Trade:",
        ),
        ("his talk", "its allies", "His talk set out the position of its allies:"),
    ],
)
def test_the_line_above_them_is_grammatical_for_any_words(
    label: str, speaks_for: str, line: str
) -> None:
    agenda = replace(
        with_segment(replace(PRESENTATION, source_label=label)),
        keynotes=(replace(MINISTER, speaks_for=speaks_for),),
    )
    assert tops(brief(agenda, FLAT, HELD))[0] == line


def test_the_order_in_which_notes_come_in_never_shows() -> None:
    notes = [*NESTED, *(note(40 + at, "qa", f"Tie {at}", position=7) for at in range(8))]
    notes += [note(60, "qa", "Why", Kind.QUESTION), note(61, "qa", "How", Kind.QUESTION, under=60)]
    wanted = brief(AGENDA, notes, HELD)
    for seed in range(30):
        random.Random(seed).shuffle(notes)
        assert brief(AGENDA, notes, HELD) == wanted


HIDDEN = {
    "not public": replace(MINISTER, public=False),
    "not in this segment": replace(MINISTER, on_record_in=()),
    "in another segment only": replace(MINISTER, on_record_in=("qa",)),
}


@pytest.mark.parametrize("person", HIDDEN.values(), ids=HIDDEN)
@pytest.mark.parametrize("notes", [NESTED, FLAT], ids=["nested", "flat"])
def test_without_consent_for_the_segment_nothing_ties_its_points_to_its_lead(
    person: Keynote, notes: list[Note]
) -> None:
    for agenda in (AGENDA, with_segment(replace(PRESENTATION, rule=CH))):
        mixed = [replace(each, position=100 - each.position) for each in notes]
        made = brief(replace(agenda, keynotes=(person,)), mixed, HELD)
        told = whole(made).splitlines()
        named = [line for line in told if re.search("Atmar|Excellency|Minister", line)]
        # Being named as having come is a consent of its own: that one line, or none.
        assert [line.endswith("as keynote speaker.") for line in named] == [True] * person.public
        assert "Afghan government" not in whole(made)
        assert "Government strategy for peace" not in whole(made)
        # FOUR stand first once the presentation has no place of its own.
        assert tops(made)[:4] == [f"{text}." for _, text in reversed(FOUR)]


def test_release_decides_and_lower_points_are_lifted() -> None:
    notes = [
        note(1, "qa", "For us", release=Release.HOSTS),
        note(2, "qa", "Lifted first", under=1, position=1),
        note(3, "qa", "Also for us", under=1, release=Release.HOSTS),
        note(4, "qa", "Lifted second", under=3),
        note(5, "qa", "For the report", release=Release.REPORT),
        note(6, "qa", "Stays"),
        note(7, "qa", "Lifted third", under=8),
        note(8, "qa", "For the report", under=6, release=Release.REPORT),
    ]
    made = brief(AGENDA, notes, HELD)
    # A lifted point stands where the one above it would have stood.
    assert tops(made) == ["Lifted first.", "Lifted second.", "Stays.", "Lifted third."]
    assert made.left_out == {"kept for the hosts": 2, "kept for the report": 2}
    closed = replace(AGENDA, publication=Publication(default_release="hosts"))
    assert items(brief(closed, notes, HELD)) == ()
    assert tops(brief(closed, [note(1, "qa", "Out", release=Release.BRIEF)], HELD)) == ["Out."]


def test_kinds_that_are_not_for_the_public_are_counted() -> None:
    kinds = [Kind.ACTION, Kind.FACT, Kind.PARKING, Kind.GAP, Kind.ACTION]
    notes = [note(at, "qa", f"Secret {at}", kind) for at, kind in enumerate(kinds)]
    made = brief(AGENDA, notes, HELD)
    assert made.left_out == {"action": 2, "fact to check": 1, "gap": 1, "parking": 1}
    assert "Secret" not in whole(made)
    assert "What follows" not in whole(made)


def test_questions_stand_apart_and_keep_what_belongs_to_them() -> None:
    notes = [
        note(1, "discussion", "who guarantees it?", Kind.QUESTION),
        note(2, "discussion", "For how long", Kind.QUESTION, under=1),
        note(3, "discussion", "Nobody yet", Kind.ANSWER, under=1),
        note(4, "discussion", "A point"),
        note(5, "discussion", "Asked under a point", Kind.QUESTION, under=4),
    ]
    made = brief(AGENDA, notes, HELD, CROWDED)
    assert items(made) == (Item("A point."),)
    assert items(made, "Questions raised") == (
        Item("Who guarantees it?", (Item("For how long?"), Item("Nobody yet."))),
        Item("Asked under a point?"),
    )


def test_under_the_rule_answers_of_one_lead_never_stand_under_a_question() -> None:
    pair = [note(1, "qa", "Who pays?", Kind.QUESTION), note(2, "qa", "We do", under=1)]
    made = brief(AGENDA, pair, HELD)
    assert items(made) == (Item("We do."),)
    assert items(made, "Questions raised") == (Item("Who pays?"),)
    open_qa = with_segment(replace(AGENDA.segment("qa"), rule=Rule.ON_RECORD))
    paired = items(brief(open_qa, pair, HELD), "Questions raised")
    assert paired == (Item("Who pays?", (Item("We do."),)),)


@pytest.mark.parametrize("thin", [True, None])
def test_where_two_people_spoke_an_answer_never_stands_under_a_question(
    thin: bool | None,
) -> None:
    pair = [
        note(1, "discussion", "Who pays?", Kind.QUESTION),
        note(2, "discussion", "The neighbours", Kind.ANSWER, under=1),
    ]
    progress = replace(CROWDED, segments=(SegmentProgress("discussion", thin=thin),))
    for known in (progress, replace(CROWDED, segments=()), None):
        made = brief(AGENDA, pair, HELD, known)
        assert items(made) == (Item("The neighbours."),)
        assert items(made, "Questions raised") == (Item("Who pays?"),)
        assert made.remarks == ("answers told apart from their questions, for the Rule: 1",)
    on_record = with_segment(replace(AGENDA.segment("discussion"), rule=Rule.ON_RECORD))
    (told,) = items(brief(on_record, pair, HELD), "Questions raised")
    assert told == Item("Who pays?", (Item("The neighbours."),))


def test_a_point_with_another_side_moves_with_it() -> None:
    notes = [
        note(1, "discussion", "Release comes first"),
        note(2, "discussion", "It buys confidence", Kind.OTHER_SIDE, under=1),
        note(3, "discussion", "Undisputed"),
        note(4, "discussion", "Disputed below", under=3),
        note(5, "discussion", "No", Kind.OTHER_SIDE, under=4),
    ]
    made = brief(AGENDA, notes, HELD)
    assert items(made) == (Item("Undisputed."),)
    assert items(made, "Where views differed") == (
        Item("Release comes first:", (Item("It buys confidence."),)),
        Item("Disputed below:", (Item("No."),)),
    )


def test_deeper_points_are_flattened_in_reading_order() -> None:
    notes = [
        note(1, "qa", "A."),
        note(2, "qa", "B", under=1, position=2),
        note(3, "qa", "C", under=2, position=1),
        note(4, "qa", "D", under=3, position=1),
        note(5, "qa", "E", under=1, position=1),
        note(6, "qa", "F", under=2, position=2),
    ]
    assert items(brief(AGENDA, notes, HELD)) == (Item("A:", tuple(Item(f"{c}.") for c in "EBCDF")),)


def test_points_follow_the_topics_and_never_the_segments() -> None:
    notes = [
        note(1, "discussion", "Last topic", topics=("formats",)),
        note(2, "qa", "No topic"),
        note(3, "qa", "First topic, later", topics=("end-state",), position=9),
        note(4, "discussion", "First topic", topics=("end-state", "formats"), position=8),
        note(5, "closing", "Unknown topic", topics=("gone",), position=0),
        note(6, "qa", "First topic, latest", topics=("end-state",), position=10),
    ]
    assert tops(brief(AGENDA, notes, HELD)) == [
        *("First topic.", "First topic, later.", "First topic, latest."),
        *("Last topic.", "Unknown topic.", "No topic."),
    ]


def test_a_public_leads_points_stand_first_in_their_own_order() -> None:
    notes = [
        note(1, "qa", "Elsewhere", topics=("end-state",)),
        note(2, "presentation", "Second", topics=("end-state",), position=6),
        note(3, "presentation", "First", position=5),
        note(4, "presentation", "Below", under=2),
    ]
    assert tops(brief(AGENDA, notes, HELD)) == ["First.", "Second:", "Elsewhere."]


def test_a_point_under_the_rule_is_not_given_to_the_public_lead() -> None:
    notes = [*NESTED, note(99, "qa", "Said in confidence", under=1)]
    made = brief(AGENDA, notes, HELD)
    assert len(items(made)[0].children) == 6
    assert "Said in confidence." in tops(made)


def test_a_quote_needs_permission_where_the_rule_says_so() -> None:
    agenda = with_segment(replace(AGENDA.segment("discussion"), rule=Rule.CHATHAM_HOUSE_CONSENT))
    notes = [
        note(1, "qa", "we are tired", quote=True),
        note(2, "qa", '"We are tired."', quote=True),
        note(3, "discussion", "never again", quote=True),
        note(4, "gone from the agenda", "nor this", quote=True),
    ]
    made = brief(agenda, notes, HELD)
    assert tops(made) == ["“we are tired”.", '"We are tired."']
    assert made.left_out == {"quote without permission": 2}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the end  state", "The end state."),
        ("Done!", "Done!"),
        ("He said “no.”", "He said “no.”"),
        ("state, or", "State, or."),
        ("صلح ممکن است؟", "صلح ممکن است؟"),
        ("élan", "élan."),
        ("to be seen…", "To be seen…"),
        ("trailing;", "Trailing."),
    ],
)
def test_points_read_as_sentences(text: str, shown: str) -> None:
    assert tops(brief(AGENDA, [note(1, "qa", text)], HELD)) == [shown]


def test_a_ring_in_a_broken_record_loses_no_point() -> None:
    ring = [note(1, "qa", "One", under=2), note(2, "qa", "Two", under=1)]
    ring += [note(3, "qa", "Three", under=3), note(4, "qa", "Four", under=77)]
    assert sorted(tops(brief(AGENDA, ring, HELD))) == ["Four.", "One.", "Three.", "Two."]


def test_points_of_a_public_questions_part_are_not_called_the_leads_position() -> None:
    person = replace(MINISTER, on_record_in=("qa",))
    agenda = replace(
        with_segment(replace(AGENDA.segment("qa"), rule=Rule.ON_RECORD)), keynotes=(person,)
    )
    made = brief(agenda, [note(1, "qa", "One"), note(2, "qa", "Two")], HELD)
    line = "The questions and answers covered the following points:"
    assert items(made) == (Item(line, (Item("One."), Item("Two."))),)


def test_what_was_noted_off_the_record_by_mistake_stays_out() -> None:
    agenda = with_segment(replace(AGENDA.segment("discussion"), rule=Rule.OFF_RECORD))
    made = brief(agenda, [note(1, "discussion", "Not for anybody")], HELD)
    assert "Not for anybody" not in whole(made)
    assert made.left_out == {"off the record": 1}


def test_unpaired_answers_do_not_stand_in_the_order_of_their_questions() -> None:
    notes = [
        note(1, "qa", "First?", Kind.QUESTION),
        note(2, "qa", "Second?", Kind.QUESTION),
        note(9, "qa", "To the first", under=1, position=0),
        note(8, "qa", "To the second", under=2, position=0),
    ]
    assert tops(brief(AGENDA, notes, HELD)) == ["To the second.", "To the first."]


def test_an_answer_to_the_other_side_stays_in_the_disagreement() -> None:
    notes = [
        note(1, "qa", "Claim"),
        note(2, "qa", "Doubt", Kind.OTHER_SIDE, under=1),
        note(3, "qa", "Reply", Kind.OTHER_SIDE, under=2),
    ]
    assert items(brief(AGENDA, notes, HELD), "Where views differed") == (
        Item("Claim:", (Item("Doubt."), Item("Reply."))),
    )


def test_the_exporter_hears_of_points_that_do_not_add_up() -> None:
    notes = [
        note(1, "qa", "For us", release=Release.HOSTS),
        note(2, "qa", "Doubt", Kind.OTHER_SIDE, under=1),
    ]
    made = brief(AGENDA, notes, replace(HELD, segments=("presentation", "discussion")))
    assert made.remarks == (
        "'other side' told without the point it answers: 1",
        "points from segments that were not held: 1",
    )


def test_a_question_noted_without_its_mark_is_told_with_it() -> None:
    note = Note(bytes(16), "qa", Kind.QUESTION, "who guarantees the end state")
    asked = brief(AGENDA, [note], AsHeld())
    assert "Who guarantees the end state?" in list(texts(asked.document))
    kept = brief(AGENDA, [replace(note, text="who pays, and when?")], AsHeld())
    assert "Who pays, and when?" in list(texts(kept.document))


# What the draft made of the points ------------------------------------------------------------


def test_a_sentence_over_points_stands_in_the_brief_alone() -> None:
    notes = [
        note(1, "discussion", "Talks need a floor", summary=True),
        note(2, "discussion", "Quotas", under=1),
        note(3, "discussion", "Not at all", Kind.OTHER_SIDE, under=2),
        note(4, "discussion", "Agreed below", under=2, agreement=Agreement.TESTED),
        note(5, "discussion", "Who pays", Kind.QUESTION, under=1),
        note(6, "discussion", "A point"),
    ]
    made = brief(AGENDA, notes, HELD)
    assert tops(made) == ["Talks need a floor.", "A point."]
    assert whole(made).count("\n") == whole(brief(AGENDA, notes[:1] + notes[5:], HELD)).count("\n")
    assert made.left_out == {"told by the sentence above": 4}
    kept = [replace(notes[0], release=Release.REPORT), *notes[1:]]
    assert "Quotas" in whole(brief(AGENDA, kept, HELD)), "what is not told covers nothing"


def test_a_sentence_over_points_of_others_is_not_given_to_the_public_lead() -> None:
    notes = [
        note(1, "presentation", "Everybody wants peace", summary=True, position=9),
        note(2, "qa", "So do we", under=1),
        note(3, "presentation", "Ours is the Republic", position=8),
        note(4, "qa", "No topic either", position=1),
    ]
    assert tops(brief(AGENDA, notes, HELD)) == [
        *("Ours is the Republic.", "No topic either.", "Everybody wants peace."),
    ]


def test_a_merged_point_is_told_by_the_one_that_stands_for_it() -> None:
    notes = [
        note(1, "qa", "Water first"),
        note(2, "qa", "Water comes first", merged=key(1)),
        note(3, "qa", "Data are shared", under=2),
    ]
    made = brief(AGENDA, notes, HELD)
    assert items(made) == (Item("Water first:", (Item("Data are shared."),)),)
    assert made.left_out == {"merged into another": 1}
    ring = [replace(notes[0], merged=key(2), parent=key(2)), notes[1]]
    assert items(brief(AGENDA, ring, HELD)) == ()


@pytest.mark.parametrize(("numbered", "shown"), [(None, True), (True, True), (False, False)])
def test_the_list_below_a_point_is_counted_as_somebody_said(
    numbered: bool | None, shown: bool
) -> None:
    notes = [note(1, "qa", "Steps", numbered=numbered), note(2, "qa", "First", under=1)]
    assert items(brief(AGENDA, notes, HELD)) == (Item("Steps:", (Item("First."),), shown),)


def test_what_was_agreed_stands_apart_with_how_that_is_known() -> None:
    notes = [
        note(1, "qa", "A point"),
        note(2, "qa", "Tested", under=1, agreement=Agreement.TESTED),
        note(3, "qa", "Untested", agreement=Agreement.UNTESTED, reservations=" if all come; "),
        note(4, "qa", "Doubt", Kind.OTHER_SIDE, under=3),
        note(5, "qa", "Is it agreed", Kind.QUESTION, agreement=Agreement.TESTED),
    ]
    made = brief(AGENDA, notes, HELD)
    assert items(made) == (Item("A point."),)
    at = list(made.document.blocks).index(Heading("Where views met"))
    assert made.document.blocks[at + 1 : at + 5] == (
        Paragraph("The chair summed this up aloud, and nobody objected:"),
        Points((Item("Tested."),)),
        Paragraph("This was agreed as the rapporteur understood it; it was not tested aloud:"),
        Points((Item("Untested:", (Item("With reservations: if all come."), Item("Doubt."))),)),
    )
    assert items(made, "Questions raised") == (Item("Is it agreed?"),)


def test_a_point_whose_other_side_is_kept_back_is_told_of() -> None:
    notes = [
        note(1, "qa", "Claim"),
        note(2, "qa", "Doubt", Kind.OTHER_SIDE, under=1, release=Release.HOSTS),
    ]
    made = brief(AGENDA, notes, HELD)
    assert "points told without their other side: 1" in made.remarks
    said = [replace(notes[0], summary=True), notes[1]]
    assert brief(AGENDA, said, HELD).remarks == (), "a sentence over both sides tells them both"


def test_what_speaks_for_a_point_stands_before_what_speaks_against_it() -> None:
    notes = [
        note(1, "qa", "Claim"),
        note(2, "qa", "Against", Kind.OTHER_SIDE, under=1, position=0),
        note(3, "qa", "For", Kind.SUPPORT, under=1, position=1),
    ]
    (told,) = items(brief(AGENDA, notes, HELD), "Where views differed")
    assert told == Item("Claim:", (Item("For."), Item("On the other side: Against.")))
