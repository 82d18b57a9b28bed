"""Marks on kept points: read once, given up when the screen is left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conftest import House
from facilitator.marking import Marks
from facilitator.pen import Pen
from facilitator.record import Note
from facilitator.roster import Participant, Roster
from facilitator.watch import Watch, joined

ROSTER = Roster((Participant("Maryam Hosseini", given="Maryam", family="Hosseini"),), ("The Host",))


@pytest.fixture
def notes(house: House) -> list[Note]:
    pen = Pen(house.open())
    texts = ("Hosseini argued for it", "nobody is named", "Queen Maryam ruled")
    written = [pen.write(text, "discussion").note for text in texts]
    return [note for note in written if note is not None]


def marks(house: House) -> Marks:
    state = house.open().look()
    return Marks(Watch(ROSTER, state.agenda, state.salt))


def test_a_text_is_read_once_whatever_else_changes(house: House, notes: list[Note]) -> None:
    marking, read = marks(house), []
    found = marking.update(notes, (), lambda: read.append(1) is None)
    assert found is not None and list(found) == [notes[0].id] and len(read) == 3
    echoed = [replace(notes[0], echoes=1, revision=3), *notes[1:]]
    assert marking.update(echoed, (), lambda: read.append(1) is None) == found
    assert len(read) == 3
    edited = [replace(notes[0], text="One participant argued for it"), *notes[1:]]
    assert marking.update(edited, (), lambda: read.append(1) is None) == {}
    assert len(read) == 4


def test_what_was_kept_with_a_reason_is_marked_no_more(house: House, notes: list[Note]) -> None:
    marking = marks(house)
    watch = marking.watch
    (finding,) = watch.standing(notes[0].text, "discussion")
    dismissal = watch.dismiss(notes[0].text, finding, "a mountain")
    assert marking.update(notes, [dismissal]) == {}
    assert marking.update(notes, []) != {}


def test_reading_is_given_up_at_once_and_goes_on_where_it_was(
    house: House, notes: list[Note]
) -> None:
    marking, read = marks(house), []
    assert marking.update(notes, (), lambda: bool(read.append(1))) is None
    assert len(read) == 1
    assert marking.update(notes, (), lambda: read.append(1) is None)
    assert len(read) == 3


def test_whoever_is_typed_in_joins_the_roster_once() -> None:
    both = joined(ROSTER, ("Ali Zarifi", "MARYAM HOSSEINI"))
    assert both is not None and [p.name for p in both.participants][1:] == ["Ali Zarifi"]
    assert both.disclosed_bodies == ("The Host",)
    assert joined(None, ()) is None and joined(ROSTER, ()) is ROSTER
    alone = joined(None, ("Ali Zarifi",))
    assert alone is not None and len(alone.participants) == 1
