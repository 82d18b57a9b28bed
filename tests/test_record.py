"""The record: what is kept, in which order it may be seen, and what is wiped."""

from __future__ import annotations

import random
import sqlite3

import pytest

from conftest import House
from facilitator.errors import Refused, StaleState
from facilitator.meeting import End, OffRecord, Start
from facilitator.pen import Pen
from facilitator.record import Conflict, Kind, Struck, Words
from facilitator.service import Secretariat


def start(secretariat: Secretariat, segment: str) -> None:
    secretariat.conduct(Start(segment), secretariat.look().progress)


def end(secretariat: Secretariat) -> None:
    secretariat.conduct(End(), secretariat.look().progress)


def texts(secretariat: Secretariat, segment: str = "") -> list[str]:
    return [("  " * line.depth) + line.note.text for line in secretariat.look(segment).lines]


def test_a_kept_line_is_seen_by_every_other_process(house: House) -> None:
    desk, notes = house.open("desk"), house.open()
    start(desk, "discussion")
    Pen(notes).write("! a standing contact group #2", "discussion")
    (line,) = desk.look().lines
    assert line.note.kind is Kind.PROPOSAL
    assert line.note.topics == ("formats",)
    assert desk.look().total == 1


def test_a_running_segment_shows_the_order_of_arrival_to_every_process(house: House) -> None:
    desk, notes = house.open("desk"), house.open()
    start(desk, "discussion")
    pens = [Pen(desk), Pen(notes)]
    said = [f"point {n}" for n in range(20)]
    for n, line in enumerate(said):
        pens[n % 2].write(line, "discussion")
    assert texts(desk) == said == texts(notes)
    assert desk.look().in_arrival_order


def test_the_end_of_a_segment_destroys_the_order_of_arrival(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    pen = Pen(desk)
    said = [f"point {n}" for n in range(30)]
    for line in said:
        pen.write(line, "discussion")
    before = {line.note.id: line.note.position for line in desk.look().lines}
    end(desk)
    assert sorted(texts(desk, "discussion")) == sorted(said)
    assert texts(desk, "discussion") != said
    assert not desk.look("discussion").in_arrival_order
    assert not list(house.runtime.glob("arrival-*"))
    after = {line.note.id: line.note.position for line in desk.look("discussion").lines}
    assert all(before[i] != after[i] for i in before), "every place is drawn anew"


def test_children_keep_their_order_under_their_parent(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    pen = Pen(desk)
    pen.write("parent", "discussion")
    children = [f"child {n}" for n in range(8)]
    for line in children:
        pen.write(line, "discussion", depth=1)
    end(desk)
    assert texts(desk, "discussion") == ["parent", *("  " + c for c in children)]


def test_on_the_record_with_a_public_lead_points_keep_the_order_of_writing(house: House) -> None:
    desk = house.open("desk")
    start(desk, "talk")
    pen = Pen(desk)
    said = [f"point {n}" for n in range(12)]
    for line in said:
        pen.write(line, "talk")
    assert texts(desk) == said
    end(desk)
    assert texts(desk, "talk") == said


def test_an_arranged_point_keeps_its_place_when_its_segment_runs_again(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    pen = Pen(desk)
    for n in range(6):
        pen.write(f"point {n}", "discussion")
    end(desk)
    lines = desk.look("discussion").lines
    moved, first = lines[-1].note, lines[0].note
    desk.store.move(moved.id, None, None, first.id, arranged=True)
    assert desk.look("discussion").lines[0].note.id == moved.id
    place = desk.look("discussion").lines[0].note.position
    start(desk, "discussion")
    end(desk)
    again = {line.note.id: line.note for line in desk.look("discussion").lines}
    assert again[moved.id].position == place and again[moved.id].arranged


def test_where_one_lead_answers_under_the_rule_an_answer_is_a_plain_point(house: House) -> None:
    desk = house.open("desk")
    start(desk, "qa")
    assert Pen(desk).write("= yes, within a year", "qa").note.kind is Kind.POINT  # type: ignore[union-attr]
    start(desk, "discussion")
    assert Pen(desk).write("= yes", "discussion").note.kind is Kind.ANSWER  # type: ignore[union-attr]


def test_off_the_record_the_writing_itself_refuses(house: House) -> None:
    desk, notes = house.open("desk"), house.open()
    start(desk, "discussion")
    pen = Pen(notes)
    kept = pen.write("before", "discussion").note
    assert kept is not None
    desk.conduct(OffRecord(True), desk.look().progress)
    for attempt in (
        lambda: pen.write("during", "discussion"),
        lambda: pen.write("++", "discussion"),
        lambda: pen.edit(kept.id, "discussion", kept.revision, "changed"),
        lambda: pen.write("elsewhere", "closing"),
    ):
        with pytest.raises(Refused, match="off the record"):
            attempt()
    assert texts(desk) == ["before"]
    desk.conduct(OffRecord(False), desk.look().progress)
    pen.write("after", "discussion")
    assert texts(desk) == ["before", "after"]


def test_sending_a_note_again_keeps_it_once(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    same = bytes(range(16))
    for _ in range(3):
        Pen(desk).write("once", "discussion", note_id=same)
    assert texts(desk) == ["once"]


def test_an_edit_on_an_older_text_conflicts_and_shows_both(house: House) -> None:
    first, second = house.open(), house.open()
    start(first, "discussion")
    note = Pen(first).write("the original", "discussion").note
    assert note is not None
    Pen(first).edit(note.id, "discussion", note.revision, "mine")
    with pytest.raises(Conflict) as conflict:
        Pen(second).edit(note.id, "discussion", note.revision, "theirs")
    assert conflict.value.stands.text == "mine"
    assert texts(first) == ["mine"]


def test_two_editors_with_stale_texts_lose_no_update(house: House) -> None:
    hands = [house.open(), house.open()]
    start(hands[0], "discussion")
    note = Pen(hands[0]).write("0", "discussion").note
    assert note is not None
    chance = random.Random(3)
    known = [note, note]
    done = 0
    for _ in range(200):
        who = chance.randrange(2)
        try:
            known[who] = Pen(hands[who]).edit(
                known[who].id, "discussion", known[who].revision, str(int(known[who].text) + 1)
            )
            done += 1
        except Conflict as conflict:
            known[who] = conflict.stands
    assert texts(hands[0]) == [str(done)]


def test_a_struck_point_is_gone_from_the_files_and_does_not_come_back(house: House) -> None:
    desk, notes = house.open("desk"), house.open()
    start(desk, "discussion")
    pen = Pen(notes)
    note = pen.write("unutterable secret words", "discussion").note
    assert note is not None
    pen.write("a child", "discussion", depth=1)
    assert pen.strike(note.id).wiped
    stored = b"".join(p.read_bytes() for p in house.folder.iterdir())
    assert b"unutterable" not in stored
    assert texts(desk) == ["a child"], "what stood under it stays"
    with pytest.raises(Struck):
        pen.write("unutterable secret words", "discussion", note_id=note.id)
    with pytest.raises(Struck):
        desk.store.edit(note.id, note.revision, Words(Kind.POINT, "again"))


def test_a_child_of_a_struck_point_is_kept_at_the_top(house: House) -> None:
    one, two = house.open(), house.open()
    start(one, "discussion")
    pen = Pen(one)
    parent = pen.write("parent", "discussion").note
    assert parent is not None
    Pen(two).strike(parent.id)
    pen.write("child of what is gone", "discussion", depth=1)
    assert texts(one) == ["child of what is gone"]


def test_a_command_on_an_older_state_is_refused(house: House) -> None:
    desk, notes = house.open("desk"), house.open()
    start(desk, "discussion")
    old = notes.look().progress
    start(desk, "closing")
    with pytest.raises(StaleState):
        notes.conduct(Start("closing"), old)
    running = desk.look().running
    assert running is not None and running.id == "closing"


def test_a_move_checks_what_the_mover_saw(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    pen = Pen(desk)
    a, b, c = (pen.write(t, "discussion").note for t in "abc")
    assert a and b and c
    move = desk.store.move
    move(b.id, None, a.id, None, arranged=False)
    with pytest.raises(StaleState):
        move(b.id, None, c.id, None, arranged=False)
    with pytest.raises(Refused, match="under itself"):
        move(a.id, None, b.id, None, arranged=False)
    assert sorted(texts(desk)) == ["  b", "a", "c"]


def test_points_nest_only_so_deep_and_a_deeper_line_is_kept_at_the_last_level(
    house: House,
) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    pen = Pen(desk)
    for n in range(7):
        pen.write(f"level {n}", "discussion", depth=n)
    depths = [line.depth for line in desk.look().lines]
    assert depths == [0, 1, 2, 3, 3, 3, 3]


def test_arranging_again_and_again_never_loses_a_point(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    pen = Pen(desk)
    for n in range(9):
        pen.write(f"{n}", "discussion")
    end(desk)
    chance = random.Random(5)
    model = [line.note.id for line in desk.look("discussion").lines]
    for _ in range(400):
        moved = chance.choice(model)
        model.remove(moved)
        index = chance.choice([0, 1, len(model)])
        before = model[index] if index < len(model) else None
        desk.store.move(moved, None, None, before, arranged=True)
        model.insert(index, moved)
    assert [line.note.id for line in desk.look("discussion").lines] == model


def test_while_somebody_reads_the_wiping_waits_and_is_finished_later(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    Pen(desk).write("something", "discussion")
    reader = sqlite3.connect(house.path, isolation_level=None)
    desk.store._writer.execute("PRAGMA busy_timeout = 20")  # type: ignore[attr-defined]
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM note").fetchall()
    # A reader in the way holds up the commit as well, so the end is stored before it.
    reader.execute("COMMIT")
    progress = desk.look().progress
    held = []
    scrub = desk.store.scrub

    def scrub_while_read() -> bool:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM note").fetchall()
        held.append(scrub())
        reader.execute("COMMIT")
        return held[-1]

    desk.store.scrub = scrub_while_read  # type: ignore[method-assign]
    desk.conduct(End(), progress)
    assert held == [False]
    assert desk.look().scrub_pending
    reader.close()
    later = house.open()
    assert later.settle()
    assert not later.look().scrub_pending


def test_late_notes_leave_no_order_behind_either(house: House) -> None:
    desk = house.open("desk")
    start(desk, "discussion")
    end(desk)
    pen = Pen(desk)
    for n in range(30):
        pen.write(f"late point {n}", "discussion")
    assert desk.look().scrub_pending, "no end of a segment is still to come"
    assert desk.settle()
    journal = house.path.with_name(house.path.name + "-journal")
    assert b"late point" not in journal.read_bytes()
    assert texts(desk, "discussion") != [f"late point {n}" for n in range(30)]
