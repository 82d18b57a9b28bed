"""Questions owed in writing: fit to be mailed, without who asked and in which round."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import House, plan
from facilitator.agenda import Publication, Rule
from facilitator.cli.exporting import export_owed
from facilitator.cli.gate import HeldBack
from facilitator.errors import Refused
from facilitator.pen import Pen
from facilitator.publish.document import Heading, Paragraph, Points, texts
from facilitator.publish.owed import owed
from facilitator.record import Kind, Mark, Note, Release
from facilitator.writers.formats import FORMATS

QUESTIONS = (
    ("who guarantees the end state", ("end-state",), Mark.WRITING),
    ("And who pays for it?", ("end-state", "formats"), Mark.PARTLY),
    ("Which format comes first", ("formats",), Mark.OPEN),
    ("and the neighbours", (), Mark.OPEN),
    ("answered already", (), Mark.ANSWERED),
    ("parked", (), Mark.PARKED),
    ("for the discussion", (), Mark.DISCUSSION),
)


def question(number: int, text: str, **changes: object) -> Note:
    values: dict[str, object] = {"tag": "K", "mark": Mark.OPEN, "position": number}
    values |= changes
    return Note(bytes([number]) * 16, "qa", Kind.QUESTION, text, **values)  # type: ignore[arg-type]


NOTES = [
    question(number, text, topics=topics, mark=mark)
    for number, (text, topics, mark) in enumerate(QUESTIONS, 1)
]


def test_the_questions_stand_by_topic_with_what_is_left_of_them() -> None:
    made = owed(plan(publication=Publication(contact="desk@example.org")), NOTES)
    assert [b for b in made.document.blocks if isinstance(b, Heading | Paragraph)] == [
        Paragraph(
            "These four questions were put at “First Session” on 28 May 2020 and are still owed"
            " an answer, or the rest of one."
        ),
        Paragraph("Under the Chatham House Rule it is not told who asked."),
        Heading("End state"),
        Heading("Formats"),
        Heading("Other questions"),
        Paragraph("Answers are welcome at desk@example.org."),
    ]
    lists = [b for b in made.document.blocks if isinstance(b, Points)]
    assert [[item.text for item in b.items] for b in lists] == [
        ["Who guarantees the end state?", "And who pays for it? (answered in part)"],
        ["Which format comes first?"],
        ["And the neighbours?"],
    ]
    assert all(b.numbered for b in lists)
    assert {note.id for note in made.told} == {note.id for note in NOTES[:4]}


def test_no_letter_no_round_and_no_segment_is_told() -> None:
    notes = [replace(note, tag=f"Z{n}", round=7) for n, note in enumerate(NOTES, 2)]
    told = " ".join(texts(owed(plan(), notes).document))
    assert not re.search(r"Z\d|7|Qa|round", told)
    assert owed(plan(), notes).document == owed(plan(), NOTES).document


def test_their_order_is_that_of_their_places_not_of_the_reading() -> None:
    assert owed(plan(), NOTES[::-1]).document == owed(plan(), NOTES).document


def test_what_is_merged_or_for_the_hosts_stays_at_home() -> None:
    hosts = replace(NOTES[0], release=Release.HOSTS)
    merged = replace(NOTES[1], merged=NOTES[2].id)
    made = owed(plan(), [hosts, merged, NOTES[2], replace(NOTES[3], text=" ")])
    assert [note.id for note in made.told] == [NOTES[2].id]
    assert made.left_out == {"kept for the hosts": 1, "empty": 1}


def test_a_single_question_without_topic_needs_no_heading() -> None:
    made = owed(plan(), [NOTES[3]])
    assert not [b for b in made.document.blocks if isinstance(b, Heading)]
    assert "This question was put" in " ".join(texts(made.document))


def test_on_the_record_the_rule_is_not_spoken_of() -> None:
    segments = tuple(replace(s, rule=Rule.ON_RECORD) for s in plan().segments)
    told = " ".join(texts(owed(plan(segments=segments), NOTES).document))
    assert "Chatham" not in told


@given(st.lists(st.sampled_from(NOTES), unique=True), st.booleans(), st.booleans())
def test_no_part_that_is_missing_leaves_a_trace(
    notes: list[Note], topics: bool, contact: bool
) -> None:
    changes: dict[str, object] = {} if topics else {"topics": ()}
    if contact:
        changes["publication"] = Publication(contact=" desk@example.org. ")
    document = owed(plan(**changes), notes).document
    for block in document.blocks:
        assert not isinstance(block, Points) or block.items
    for text in texts(document):
        assert text and not re.search(r"  |\.\.| [.,]|\(\)|“”", text)


def test_it_is_written_in_every_format_and_twice_the_same(house: House, tmp_path: Path) -> None:
    secretariat = house.open()
    with pytest.raises(Refused, match="no question is owed an answer"):
        export_owed(secretariat, tmp_path / "out", None)
    assert not (tmp_path / "out").exists()
    Pen(secretariat).write("? who guarantees #end-state", "qa")
    made = export_owed(secretariat, tmp_path / "out", None, formats=FORMATS)
    assert [path.name for path in made.paths] == [f"first-owed.{form}" for form in FORMATS]
    before = [path.read_bytes() for path in made.paths]
    assert b"Who guarantees?" in before[0]
    export_owed(secretariat, tmp_path / "out", None, formats=FORMATS)
    assert [path.read_bytes() for path in made.paths] == before


def test_a_question_that_names_is_held_back(house: House, tmp_path: Path) -> None:
    secretariat = house.open()
    Pen(secretariat).write("? the French envoy asked who pays", "qa")
    with pytest.raises(HeldBack, match="1 finding stands in the questions"):
        export_owed(secretariat, tmp_path, None)
    assert export_owed(secretariat, tmp_path, None, override="they know").paths
    secretariat.store.mark_roster()
    with pytest.raises(HeldBack, match="this session had a roster"):
        export_owed(secretariat, tmp_path, None)
