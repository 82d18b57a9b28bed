"""What a rapporteur does to the record: merging, releasing, agreeing; nothing is lost silently."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import House
from facilitator.errors import Refused
from facilitator.pen import Pen
from facilitator.record import Agreement, Conflict, Note, NoteId, Overtaken, Release
from facilitator.service import Secretariat


def keep(secretariat: Secretariat, *texts: str, depth: int = 0) -> list[Note]:
    pen = Pen(secretariat)
    notes = []
    for place, text in enumerate(texts):
        note = pen.write(text, "discussion", depth if place else 0).note
        assert note is not None
        notes.append(note)
    return notes


def read(secretariat: Secretariat) -> dict[NoteId, Note]:
    return {note.id: note for note in secretariat.store.snapshot(None).notes}


def shown(secretariat: Secretariat) -> list[tuple[int, str]]:
    return sorted((line.depth, line.note.text) for line in secretariat.look("discussion").lines)


def test_a_merged_point_goes_out_of_sight_with_its_voices_and_gives_up_its_points(
    house: House,
) -> None:
    secretariat = house.open()
    one, two = keep(secretariat, "the border is closed", "border closed")
    (below,) = keep(secretariat, "since March")
    secretariat.store.echo(two.id)
    two = secretariat.store.echo(two.id)
    secretariat.store.move(below.id, None, two.id, None, arranged=False)
    merged = secretariat.store.merge(two.id, two.revision, one.id, one.revision)
    assert merged.echoes == 2
    assert shown(secretariat) == [(0, "the border is closed"), (1, "since March")]
    assert read(secretariat)[two.id].merged == one.id, "it is kept, and says where it went"


def test_a_merged_point_can_be_taken_out_again(house: House) -> None:
    secretariat = house.open()
    one, two = keep(secretariat, "the border is closed", "border closed")
    two = secretariat.store.echo(two.id)
    secretariat.store.merge(two.id, two.revision, one.id, one.revision)
    secretariat.store.part(two.id)
    notes = read(secretariat)
    assert (notes[one.id].echoes, notes[two.id].echoes, notes[two.id].merged) == (0, 1, None)
    assert len(shown(secretariat)) == 2


def test_points_merged_one_after_the_other_come_apart_with_their_own_voices(
    house: House,
) -> None:
    secretariat = house.open()
    one, two, three = keep(secretariat, "one", "two", "three")
    for note in (two, three):
        secretariat.store.echo(note.id)
    for note_id, into in ((three.id, two.id), (two.id, one.id)):
        now = read(secretariat)
        secretariat.store.merge(note_id, now[note_id].revision, into, now[into].revision)
    assert read(secretariat)[one.id].echoes == 2
    secretariat.store.part(two.id)
    secretariat.store.part(three.id)
    assert [read(secretariat)[note.id].echoes for note in (one, two, three)] == [0, 1, 1]


def test_a_point_that_somebody_changed_is_not_merged_unseen(house: House) -> None:
    secretariat = house.open()
    one, two = keep(secretariat, "the border is closed", "border closed")
    Pen(secretariat).edit(two.id, "discussion", two.revision, "the border is open")
    with pytest.raises(Conflict):
        secretariat.store.merge(two.id, two.revision, one.id, one.revision)
    assert len(shown(secretariat)) == 2


def test_points_are_merged_neither_into_themselves_nor_into_what_stands_under_them(
    house: House,
) -> None:
    secretariat = house.open()
    one, two = keep(secretariat, "above", "below", depth=1)
    for note, into in ((one, one), (one, two)):
        with pytest.raises(Refused):
            secretariat.store.merge(note.id, note.revision, into.id, into.revision)


def test_striking_a_point_takes_along_those_merged_into_it(house: House) -> None:
    """They say the same: what was to be erased must not come back by taking one out."""
    secretariat = house.open()
    one, two = keep(secretariat, "the border is closed", "border closed")
    secretariat.store.merge(two.id, two.revision, one.id, one.revision)
    secretariat.store.strike(one.id)
    assert read(secretariat) == {}
    with pytest.raises(Refused):
        secretariat.store.part(two.id)


def test_how_far_a_point_goes_and_how_it_was_agreed_is_said_by_a_person(house: House) -> None:
    secretariat = house.open()
    (note,) = keep(secretariat, "a point")
    store = secretariat.store
    unsaid, said = (Agreement.NONE, ""), (Agreement.UNTESTED, "if the funds come")
    store.release(note.id, None, Release.HOSTS)
    store.number(note.id, None, False)
    store.agree(note.id, unsaid, said)
    found = read(secretariat)[note.id]
    assert (found.release, found.numbered) == (Release.HOSTS, False)
    assert (found.agreement, found.reservations) == (Agreement.UNTESTED, "if the funds come")
    store.agree(note.id, said, (Agreement.NONE, "if the funds come"))
    store.release(note.id, Release.HOSTS, None)
    store.number(note.id, False, None)
    found = read(secretariat)[note.id]
    assert (found.reservations, found.release, found.numbered) == ("", None, None)


def test_what_somebody_else_has_said_of_a_point_is_not_overwritten_unseen(house: House) -> None:
    """Two people choose on what they saw: the second is told of both, and nothing changes."""
    mine, theirs = house.open(), house.open()
    (note,) = keep(mine, "a point")
    unsaid = (Agreement.NONE, "")
    theirs.store.release(note.id, None, Release.HOSTS)
    theirs.store.number(note.id, None, False)
    theirs.store.agree(note.id, unsaid, (Agreement.UNTESTED, "if the funds come"))
    stands = read(mine)[note.id]
    with pytest.raises(Overtaken, match="now it is “hosts”, yours was “report”"):
        mine.store.release(note.id, None, Release.REPORT)
    with pytest.raises(Overtaken, match="now it is “bullets below”, yours was “numbers below”"):
        mine.store.number(note.id, None, True)
    both = "now it is “agreed, not tested, with reservations: if the funds come”, yours was “agreed"
    with pytest.raises(Overtaken, match=both):
        mine.store.agree(note.id, unsaid, (Agreement.TESTED, ""))
    # Reservations that somebody wrote meanwhile are not lost by agreeing to the rest.
    with pytest.raises(Overtaken, match=both):
        mine.store.agree(note.id, (Agreement.UNTESTED, ""), (Agreement.TESTED, ""))
    assert read(mine)[note.id] == stands
    # Who wants what stands already gets it.
    assert mine.store.release(note.id, None, Release.HOSTS) == stands


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_is_merged_and_parted_no_point_and_no_voice_is_lost(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    from conftest import Hand, plan

    house = House(tmp_path_factory.mktemp("house"), Hand(), plan())
    secretariat = house.open()
    try:
        notes = keep(secretariat, *(f"point {n}" for n in range(6)))
        voices = {}
        for note in notes:
            times = data.draw(st.integers(0, 2))
            for _ in range(times):
                secretariat.store.echo(note.id)
            voices[note.id] = times
        for _ in range(data.draw(st.integers(0, 8))):
            now = read(secretariat)
            a, b = (now[data.draw(st.sampled_from(notes)).id] for _ in range(2))
            try:
                if a.merged is not None and data.draw(st.booleans()):
                    secretariat.store.part(a.id)
                else:
                    secretariat.store.merge(a.id, a.revision, b.id, b.revision)
            except Refused:
                assert read(secretariat) == now, "refused: nothing has changed"
        now = read(secretariat)
        assert set(now) == set(voices)
        for note in now.values():
            if note.merged is not None:
                assert now[note.merged].merged is None, "it stands for it, or nothing does"
        standing = sum(note.echoes for note in now.values() if note.merged is None)
        assert standing == sum(voices.values())
    finally:
        house.close()
