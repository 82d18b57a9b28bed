"""Editorial steps: every one can be undone and done again, and none is forced on anybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Hand, House, plan
from facilitator.drafting_table import DraftingTable, Sheet
from facilitator.errors import Refused
from facilitator.pen import Pen
from facilitator.rapporteur import plans
from facilitator.rapporteur.editorial import Step, Voice
from facilitator.rapporteur.order import Layout, Row, lay_out
from facilitator.rapporteur.placing import Transfer
from facilitator.record import Agreement, Kind, Note, NoteId, Overtaken, Release, Words
from facilitator.service import Secretariat


def kept(secretariat: Secretariat, *lines: str, segment: str = "discussion") -> list[Note]:
    pen = Pen(secretariat)
    notes = [pen.write(line, segment).note for line in lines]
    return [note for note in notes if note is not None]


def laid(sheet: Sheet) -> Layout:
    return lay_out(sheet.agenda, sheet.notes.values(), sheet.keeping, {})


def row(sheet: Sheet, note_id: NoteId) -> Row:
    found = laid(sheet).row(note_id)
    assert found is not None
    return found


def take(table: DraftingTable, make: Callable[[Sheet], Step]) -> None:
    table.take(make(table.look()), "a step")


def told(sheet: Sheet) -> dict[str, tuple[object, ...]]:
    """All that a person sees of every point, by its first words."""
    texts = {note.id: note.text for note in sheet.notes.values()}
    return {
        note.text: (
            note.kind,
            note.topics,
            note.echoes,
            note.release,
            note.numbered,
            note.agreement,
            note.reservations,
            note.summary,
            note.segment,
            note.tag != "",
            texts.get(note.parent or b""),
            texts.get(note.merged or b""),
        )
        for note in sheet.notes.values()
    }


def shown(sheet: Sheet) -> list[tuple[int, str]]:
    lines = laid(sheet).lines
    return [(line.depth, line.note.text) for line in lines if isinstance(line, Row)]


def test_a_sentence_over_points_stands_for_them_where_the_first_stood(house: House) -> None:
    secretariat = house.open()
    one, two, _ = kept(secretariat, "one", "two", "three")
    table = DraftingTable(secretariat)

    def over(sheet: Sheet) -> Step:
        rows = [row(sheet, one.id), row(sheet, two.id)]
        words = Words(Kind.POINT, "both")
        note_id = secretariat.new_id()
        return plans.over(
            sheet.agenda, laid(sheet), sheet.notes, rows, note_id, words, sheet.keeping, alone=True
        )

    take(table, over)
    assert shown(table.look()) == [(0, "both"), (1, "one"), (1, "two"), (0, "three")]
    (sentence,) = [note for note in table.look().notes.values() if note.text == "both"]
    assert sentence.summary and sentence.arranged
    table.history.undo()
    assert [text for _, text in shown(table.look())] == ["one", "three", "two"]
    table.history.redo()
    assert shown(table.look())[:3] == [(0, "both"), (1, "one"), (1, "two")]


def test_a_sentence_over_what_others_said_too_is_not_given_to_the_public_lead(
    house: House,
) -> None:
    secretariat = house.open()
    (lead,) = kept(secretariat, "said by the lead", segment="talk")
    (other,) = kept(secretariat, "said by somebody")
    secretariat.store.answer(replace(secretariat.held(), came={"k": True}))
    table = DraftingTable(secretariat)
    sheet = table.look()
    assert sheet.keeping == ("talk",)
    rows = [row(sheet, lead.id), row(sheet, other.id)]
    words = Words(Kind.POINT, "both")
    table.take(
        plans.over(
            sheet.agenda,
            laid(sheet),
            sheet.notes,
            rows,
            secretariat.new_id(),
            words,
            sheet.keeping,
            alone=True,
        ),
        "over",
    )
    (sentence,) = [note for note in table.look().notes.values() if note.summary]
    assert sentence.segment == "discussion"


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(house: House) -> None:
    secretariat = house.open()
    (note,) = kept(secretariat, "as it was")
    table = DraftingTable(secretariat)
    take(table, lambda s: plans.reword(s.notes[note.id], Words(Kind.POINT, "as I say")))
    now = table.look().notes[note.id]
    Pen(house.open()).edit(note.id, "discussion", now.revision, "as they say")
    with pytest.raises(Refused, match="somebody else"):
        table.history.undo()
    assert table.look().notes[note.id].text == "as they say"
    with pytest.raises(Refused, match="nothing is left"):
        table.history.undo()
    sheet = table.look()
    step = plans.release(sheet.notes[note.id], Release.REPORT, sheet.default)
    house.open().store.release(note.id, None, Release.HOSTS)
    with pytest.raises(Overtaken, match="now it is “hosts”, yours was “report”"):
        table.take(step, "release")


def test_a_struck_point_is_in_no_undo(house: House) -> None:
    secretariat = house.open()
    one, two = kept(secretariat, "the name of somebody", "another")
    table = DraftingTable(secretariat)
    take(table, lambda s: plans.reword(s.notes[one.id], Words(Kind.POINT, "nobody")))
    take(table, lambda s: plans.convert(s.notes[two.id], Kind.CONCERN))
    table.strike(one.id)
    assert one.id not in table.history.remembered()
    assert table.history.undo() == "a step"
    with pytest.raises(Refused):
        table.history.undo()
    assert "the name of somebody" not in str(vars(table.history))


def test_a_point_that_somebody_else_struck_leaves_the_undo_too(house: House) -> None:
    secretariat = house.open()
    (one,) = kept(secretariat, "the name of somebody")
    table = DraftingTable(secretariat)
    take(table, lambda s: plans.reword(s.notes[one.id], Words(Kind.POINT, "nobody")))
    house.open().store.strike(one.id)
    table.history.check(table.look().notes)
    assert table.history.remembered() == frozenset()


def test_a_merge_undone_gives_back_the_points_below_and_what_was_merged_before(
    house: House,
) -> None:
    secretariat = house.open()
    one, two, three, child = kept(secretariat, "one", "two", "three", "child")
    secretariat.store.echo(two.id)
    secretariat.store.move(child.id, None, two.id, None, arranged=True)
    table = DraftingTable(secretariat)
    take(table, lambda s: plans.merge(s.notes[three.id], s.notes[two.id]))
    before = told(table.look())
    take(table, lambda s: plans.merge(s.notes[two.id], s.notes[one.id], "one and the same"))
    after = table.look()
    assert after.notes[one.id].echoes == 1 and after.notes[one.id].text == "one and the same"
    table.history.undo()
    assert told(table.look()) == before


def test_a_step_of_several_is_taken_whole_or_not_at_all(house: House) -> None:
    secretariat = house.open()
    one, two = kept(secretariat, "one", "two")
    table = DraftingTable(secretariat)
    sheet = table.look()
    steps = [
        plans.reword(sheet.notes[one.id], Words(Kind.POINT, "changed")),
        plans.merge(sheet.notes[two.id], replace(sheet.notes[one.id], text="something else")),
    ]
    from facilitator.rapporteur.editorial import Together

    with pytest.raises(Overtaken):
        table.take(Together(tuple(steps)), "both")
    assert {note.text for note in table.look().notes.values()} == {"one", "two"}


def test_a_point_moved_takes_its_place_behind_those_that_were_arranged(house: House) -> None:
    secretariat = house.open()
    notes = kept(secretariat, "a", "b", "c", "d")
    table = DraftingTable(secretariat)
    for note in (notes[3], notes[1]):
        take(
            table,
            lambda s, n=note: plans.shift(laid(s), s.notes, row(s, n.id), False, s.keeping),  # type: ignore[misc]
        )
    assert [text for _, text in shown(table.look())] == ["d", "b", "a", "c"]
    take(
        table,
        lambda s: plans.shift(laid(s), s.notes, row(s, notes[1].id), False, s.keeping),
    )
    assert [text for _, text in shown(table.look())] == ["b", "d", "a", "c"]
    assert laid(table.look()).unarranged == 2


VERBS = ("reword", "convert", "about", "release", "relist", "agree", "nest", "lift", "top")


def _step(data: st.DataObject, sheet: Sheet, new_id: Callable[[], NoteId]) -> Step:
    layout = laid(sheet)
    rows = [line for line in layout.lines if isinstance(line, Row)]
    chosen = data.draw(st.sampled_from(rows))
    others = ("merge", "merge", "over", "up", "down", "transfer", "voice", "gather")
    verb = data.draw(st.sampled_from((*VERBS, *others)))
    note = chosen.note
    match verb:
        case "reword":
            text = f"{note.text[:8]} {data.draw(st.integers(0, 9))}"
            return plans.reword(note, Words(note.kind, text, note.topics))
        case "convert":
            return plans.convert(note, data.draw(st.sampled_from([Kind.CONCERN, Kind.PROPOSAL])))
        case "about":
            return plans.about(note, data.draw(st.sampled_from(["end-state", "formats", ""])))
        case "release":
            return plans.release(note, data.draw(st.sampled_from(plans.WIDER)), sheet.default)
        case "relist":
            return plans.relist(note)
        case "agree":
            return plans.agree(note, data.draw(st.sampled_from(list(Agreement))), "if paid")
        case "nest":
            return plans.nest(layout, chosen)
        case "lift":
            return plans.lift(sheet.notes, chosen)
        case "top":
            return plans.top(sheet.notes, chosen)
        case "gather":
            some = data.draw(st.lists(st.sampled_from(rows), min_size=1, max_size=3, unique=True))
            return plans.gather(sheet.notes, some, note)
        case "voice":
            return Voice(note.id)
        case "transfer":
            return Transfer(note.id, note.segment, data.draw(st.sampled_from(["qa", "closing"])))
        case "merge":
            other = data.draw(st.sampled_from(rows)).note
            return plans.merge(note, other, data.draw(st.sampled_from(["", f"{other.text}!"])))
        case "over":
            some = data.draw(st.lists(st.sampled_from(rows), min_size=1, max_size=3, unique=True))
            some.sort(key=lambda each: layout.places[each.note.id])
            note_id = new_id()
            words = Words(Kind.POINT, f"over {note_id.hex()[:6]}")
            return plans.over(
                sheet.agenda,
                layout,
                sheet.notes,
                some,
                note_id,
                words,
                sheet.keeping,
                alone=data.draw(st.booleans()),
            )
        case _:
            return plans.shift(layout, sheet.notes, chosen, verb == "down", sheet.keeping)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_was_done_can_all_be_undone_and_all_be_done_again(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    house = House(tmp_path_factory.mktemp("house"), Hand(), plan())
    secretariat = house.open()
    try:
        for note in kept(secretariat, *(f"point {n}" for n in range(6))):
            for _ in range(data.draw(st.integers(0, 1))):
                secretariat.store.echo(note.id)
        table = DraftingTable(secretariat)
        stages = [told(table.look())]
        for _ in range(data.draw(st.integers(1, 8))):
            sheet = table.look()
            try:
                table.take(_step(data, sheet, secretariat.new_id), "a step")
            except Refused:
                assert told(table.look()) == stages[-1], "refused: nothing has changed"
            else:
                stages.append(told(table.look()))
        for stage in reversed(stages[:-1]):
            table.history.undo()
            assert told(table.look()) == stage
        for stage in stages[1:]:
            table.history.redo()
            assert told(table.look()) == stage
        for stage in reversed(stages[:-1]):
            table.history.undo()
            assert told(table.look()) == stage
        with pytest.raises(Refused):
            table.history.undo()
    finally:
        house.close()
