"""The order of the draft, what becomes of each point, and the text laid flat beside it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import House, plan
from draft_room import kept
from facilitator.agenda import Publication
from facilitator.drafting_table import DraftingTable
from facilitator.publish.brief import brief
from facilitator.publish.document import Document, Heading, Item, Paragraph, Points, Table, Title
from facilitator.publish.report import report
from facilitator.publish.wording import beginnings, number_words
from facilitator.rapporteur.fates import Place, counted, fates
from facilitator.rapporteur.likeness import likeness
from facilitator.rapporteur.order import Heading as Group
from facilitator.rapporteur.order import Row, lay_out
from facilitator.record import Agreement, AsHeld, Kind, Note, Release
from facilitator.searching import Search
from facilitator.ui.draft_text import Flat

AGENDA = plan()
HELD = AsHeld({"k": True}, ("talk", "qa", "discussion"))


def note(number: int, text: str, **more: object) -> Note:
    segment = str(more.pop("segment", "discussion"))
    kind = more.pop("kind", Kind.POINT)
    return Note(number.to_bytes(16, "big"), segment, kind, text, **more)  # type: ignore[arg-type]


def shown(notes: list[Note], **ranks: int) -> list[str]:
    by_text = {each.id: ranks[each.text] for each in notes if each.text in ranks}
    layout = lay_out(AGENDA, notes, ("talk",), by_text)
    return [
        line.title if isinstance(line, Group) else "  " * line.depth + line.note.text
        for line in layout.lines
    ]


def test_groups_are_the_public_leads_own_order_then_topics_then_none() -> None:
    notes = [
        note(1, "none"),
        note(2, "second", topics=("formats",)),
        note(3, "first", topics=("end-state", "formats")),
        note(4, "lead later", segment="talk", position=2),
        note(5, "lead first", segment="talk", position=1, topics=("formats",)),
    ]
    assert shown(notes) == [
        *("Talk", "lead first", "lead later"),
        *("End state", "first"),
        *("Formats", "second"),
        *("No topic", "none"),
    ]


def test_in_a_group_arranged_points_come_first_then_kinds_then_likeness() -> None:
    notes = [
        note(1, "a", position=9),
        note(2, "b", kind=Kind.CONCERN, position=1),
        note(3, "c", position=5),
        note(4, "d", position=7, arranged=True),
        note(5, "e", position=6, arranged=True),
        note(6, "below", parent=(3).to_bytes(16, "big")),
    ]
    assert shown(notes, a=2, c=1)[1:] == ["e", "d", "c", "  below", "a", "b"]


_NOTES = st.lists(
    st.builds(
        lambda text, kind, topic, segment, arranged: (text, kind, topic, segment, arranged),
        st.sampled_from("border closed|the border|water|peace and money|money".split("|")),
        st.sampled_from([Kind.POINT, Kind.CONCERN]),
        st.sampled_from([(), ("end-state",), ("formats",)]),
        st.sampled_from(["discussion", "qa"]),
        st.just(False),
    ),
    max_size=10,
)


@settings(max_examples=150, deadline=None)
@given(_NOTES, st.randoms())
def test_neither_places_nor_ids_nor_the_order_of_reading_tell_anything(
    made: list[tuple[str, Kind, tuple[str, ...], str, bool]], chance: object
) -> None:
    """Under the Rule two sessions that differ only in who spoke when look the same."""

    def session(mixed: bool) -> list[str]:
        order, ids = list(range(len(made))), list(range(len(made)))
        if mixed:
            chance.shuffle(order)  # type: ignore[attr-defined]
            chance.shuffle(ids)  # type: ignore[attr-defined]
        notes = [
            Note(
                ids[place].to_bytes(16, "big"),
                made[n][3],
                made[n][1],
                made[n][0],
                made[n][2],
                position=place,
            )
            for place, n in enumerate(order)
        ]
        found = likeness(notes)
        layout = lay_out(AGENDA, notes, (), found.ranks if found else {})
        return [
            line.title if isinstance(line, Group) else f"{line.note.kind} {line.note.text}"
            for line in layout.lines
        ]

    assert session(False) == session(True)


def test_a_filter_keeps_what_a_point_stands_under() -> None:
    notes = [note(1, "above"), note(2, "below", parent=(1).to_bytes(16, "big")), note(3, "other")]
    found = {each.id for each in Search(AGENDA, notes).look("BELOW disc")}
    layout = lay_out(AGENDA, notes, (), {}, found)
    assert [line.note.text for line in layout.lines if isinstance(line, Row)] == ["above", "below"]
    concern = note(1, "x", topics=("formats",), kind=Kind.CONCERN)
    assert Search(AGENDA, [concern]).look("concern form") == (concern,)


_FATED = st.lists(
    st.builds(
        dict,
        kind=st.sampled_from(list(Kind)),
        release=st.sampled_from([None, *Release]),
        quote=st.booleans(),
        summary=st.booleans(),
        agreement=st.sampled_from(list(Agreement)),
        under=st.integers(0, 6),
        merged=st.integers(0, 6),
        segment=st.sampled_from(["talk", "qa", "discussion", "gone"]),
    ),
    max_size=6,
)


@settings(max_examples=200, deadline=None)
@given(_FATED, st.sampled_from(["brief", "report", "hosts"]))
def test_every_point_is_accounted_for_as_the_texts_decide(
    made: list[dict[str, object]], default: str
) -> None:
    agenda = replace(AGENDA, publication=replace(AGENDA.publication, default_release=default))
    notes = []
    for number, each in enumerate(made, start=1):
        more = dict(each)
        under, merged = more.pop("under"), more.pop("merged")
        parent = under if isinstance(under, int) and 0 < under < number else 0
        into = merged if isinstance(merged, int) and 0 < merged < number else 0
        if parent:
            more["parent"] = parent.to_bytes(16, "big")
        elif into and notes[into - 1].merged is None:
            more["merged"] = into.to_bytes(16, "big")
        notes.append(note(number, f"text {number}", **more))
    found = fates(agenda, notes)
    assert found.keys() == {each.id for each in notes}
    told = {each.id for each in brief(agenda, notes, HELD).told}
    assert {i for i, fate in found.items() if fate.place is Place.BRIEF} == told
    further = {each.id for each in report(agenda, notes, HELD).told}
    assert {i for i, fate in found.items() if fate.place is Place.REPORT} <= further
    assert all(fate.why for fate in found.values() if fate.place is not Place.BRIEF)
    assert sum(counted(found).values()) == len(notes) - len(told)


def test_an_arranged_point_stands_before_the_others_in_the_brief_as_on_the_screen(
    house: House,
) -> None:
    secretariat = house.open()
    kept(secretariat, "a", "b", "c")
    table = DraftingTable(secretariat)
    for text in ("c", "b"):
        notes = {each.text: each for each in table.look().notes.values()}
        secretariat.store.move(notes[text].id, None, None, None, arranged=True)
    sheet = table.look()
    layout = lay_out(sheet.agenda, sheet.notes.values(), sheet.keeping, {})
    screen = [line.note.text.upper() + "." for line in layout.lines if isinstance(line, Row)]
    document = table.proof(sheet).brief.document
    (points,) = [block for block in document.blocks if isinstance(block, Points)]
    assert [item.text for item in points.items] == screen == ["C.", "B.", "A."]


def test_a_document_is_laid_flat_with_its_numbers_and_each_text_is_found_in_it() -> None:
    points = Points((Item("One long point:", (Item("Under it."), Item("And this."))), Item("Two.")))
    blocks = (Title("Title"), Heading("Part"), Paragraph("Words."), points, Table(("a", "b"), ()))
    flat = Flat(Document("en", blocks), 12)
    assert [row.text for row in flat.rows] == [
        *("Title", "", "Part", "", "Words.", ""),
        *("• One long", "  point:", "   1. Under", "      it.", "   2. And", "      this."),
        *("• Two.", "", "  a | b"),
    ]
    start, end = flat.where("one long point")
    assert [row.text for row in flat.rows[start:end]] == ["• One long", "  point:"]
    assert flat.where("nowhere") == flat.where("") == flat.where("…") == (0, 0)
    again = Flat(Document("en", blocks), 12, flat)
    assert again.rows == flat.rows


def test_what_is_offered_goes_by_kind_voices_and_how_many_took_part() -> None:
    plan = Publication()
    assert beginnings(Kind.CONCERN, plan)[0] == "Some expressed concern that"
    assert beginnings(Kind.POINT, plan, agreed=True)[0] == "There was broad agreement that"
    assert "while others held" in beginnings(Kind.POINT, plan, divided=True)[0]
    one, three = note(1, "x"), note(1, "x", echoes=2)
    assert number_words(one, None, plan) == ("one participant", "it was suggested")
    assert number_words(three, None, plan) == ("a few", "some")
    assert number_words(three, 7, plan) == ("some",) and number_words(three, 5, plan) == ("most",)
    tested = note(1, "x", agreement=Agreement.TESTED)
    assert number_words(tested, 20, plan) == ("general agreement",)
