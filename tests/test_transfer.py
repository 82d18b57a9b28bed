"""A point goes to another segment with all that stands below it, and is what may stand there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from conftest import Hand, House, plan
from facilitator.agenda import Rule
from facilitator.errors import Refused, StaleState
from facilitator.meeting import OffRecord, Start
from facilitator.pen import Pen
from facilitator.rapporteur.editorial import Bench
from facilitator.rapporteur.history import History
from facilitator.rapporteur.placing import Transfer
from facilitator.record import Kind, Mark, Note, NoteId, OffTheRecord
from facilitator.service import Secretariat


def kept(secretariat: Secretariat, line: str, segment: str, depth: int = 0) -> Note:
    note = Pen(secretariat).write(line, segment, depth).note
    assert note is not None
    return note


def under(pen: Pen, *lines: tuple[int, str], segment: str) -> list[Note]:
    notes = [pen.write(line, segment, depth).note for depth, line in lines]
    return [note for note in notes if note is not None]


def stands(secretariat: Secretariat, note_id: NoteId) -> Note:
    note = secretariat.store.note(note_id)
    assert note is not None
    return note


def test_all_that_stands_below_goes_along(house: House) -> None:
    secretariat = house.open()
    top, child, grandchild = under(
        Pen(secretariat), (0, "top"), (1, "child"), (2, "grandchild"), segment="discussion"
    )
    twin = kept(secretariat, "the child, said again", "discussion")
    secretariat.store.merge(twin.id, 0, child.id, 0)
    secretariat.store.transfer(child.id, "discussion", "closing")
    moved = stands(secretariat, child.id)
    assert (moved.segment, moved.parent) == ("closing", None)
    assert stands(secretariat, grandchild.id).segment == "closing"
    assert stands(secretariat, grandchild.id).parent == child.id
    assert stands(secretariat, twin.id).segment == "closing"
    assert stands(secretariat, top.id).segment == "discussion"


def test_a_question_gets_its_letter_where_questions_are_put_and_loses_it_elsewhere(
    house: House,
) -> None:
    secretariat = house.open()
    asked = kept(secretariat, "? who pays", "discussion")
    assert asked.mark is Mark.NONE
    there = secretariat.store.transfer(asked.id, "discussion", "qa")
    assert there.tag and there.mark is Mark.OPEN and there.round == 0
    back = secretariat.store.transfer(asked.id, "qa", "discussion")
    assert (back.tag, back.mark, back.round) == ("", Mark.NONE, 0)


def test_an_answer_is_a_plain_point_where_everybody_knows_who_answers(house: House) -> None:
    secretariat = house.open()
    answer = kept(secretariat, "= the donors", "discussion")
    history = History(Bench(secretariat.store, secretariat.new_id))
    history.take(Transfer(answer.id, "discussion", "qa"), "to the questions")
    assert stands(secretariat, answer.id).kind is Kind.POINT
    history.undo()
    assert stands(secretariat, answer.id).kind is Kind.ANSWER
    assert stands(secretariat, answer.id).segment == "discussion"


def test_a_point_is_last_where_points_keep_their_order(house: House) -> None:
    secretariat = house.open()
    kept(secretariat, "first", "talk")
    kept(secretariat, "second", "talk")
    moved = kept(secretariat, "late", "discussion")
    secretariat.store.transfer(moved.id, "discussion", "talk")
    assert [line.note.text for line in secretariat.look("talk").lines] == [
        "first",
        "second",
        "late",
    ]


def test_a_point_moved_into_the_running_segment_comes_last(house: House) -> None:
    secretariat = house.open()
    late = kept(secretariat, "late", "closing")
    secretariat.conduct(Start("discussion"), secretariat.look().progress)
    for word in ("one", "two", "three"):
        kept(secretariat, word, "discussion")
    volatile = secretariat.volatile
    bench = Bench(secretariat.store, secretariat.new_id, volatile.arrived)
    History(bench).take(Transfer(late.id, "closing", "discussion"), "moved")
    texts = [line.note.text for line in secretariat.look("discussion").lines]
    assert texts == ["one", "two", "three", "late"]


def test_what_may_not_be_noted_there_stays_where_it_is(house: House) -> None:
    secretariat = house.open()
    note = kept(secretariat, "a point", "discussion")
    with pytest.raises(StaleState):
        secretariat.store.transfer(note.id, "closing", "qa")
    progress = secretariat.look().progress
    secretariat.conduct(Start("discussion"), progress)
    secretariat.conduct(OffRecord(True), secretariat.look().progress)
    with pytest.raises(OffTheRecord):
        secretariat.store.transfer(note.id, "discussion", "qa")
    assert stands(secretariat, note.id).segment == "discussion"


def test_exact_words_do_not_go_where_they_need_permission(tmp_path: Path, clock: Hand) -> None:
    consent = Rule.CHATHAM_HOUSE_CONSENT
    segments = tuple(
        replace(segment, rule=consent) if segment.id == "closing" else segment
        for segment in plan().segments
    )
    house = House(tmp_path, clock, plan(segments=segments))
    try:
        secretariat = house.open()
        (top, quote) = under(
            Pen(secretariat), (0, "a point"), (1, '" exact words'), segment="discussion"
        )
        with pytest.raises(Refused, match="permission"):
            secretariat.store.transfer(top.id, "discussion", "closing")
        assert stands(secretariat, top.id).segment == "discussion"
        assert stands(secretariat, quote.id).segment == "discussion"
    finally:
        house.close()


def test_what_came_from_elsewhere_stays_there_also_when_it_is_undone(house: House) -> None:
    secretariat = house.open()
    here, there = kept(secretariat, "here", "discussion"), kept(secretariat, "there", "qa")
    below = kept(secretariat, "below", "qa")
    secretariat.store.merge(there.id, 0, here.id, 0)
    secretariat.store.move(below.id, None, here.id, None, arranged=True)
    history = History(Bench(secretariat.store, secretariat.new_id))
    history.take(Transfer(here.id, "discussion", "qa"), "to the questions")
    assert {stands(secretariat, note.id).segment for note in (here, there, below)} == {"qa"}
    history.undo()
    assert stands(secretariat, here.id).segment == "discussion"
    assert stands(secretariat, there.id).segment == stands(secretariat, below.id).segment == "qa"
