"""The report: its sections, what the Rule lets stand where, that nothing is lost or doubled."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import MISSING, fields, replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.agenda import (
    Agenda,
    Category,
    Composition,
    Keynote,
    Publication,
    Rule,
    SegmentKind,
)
from facilitator.files.agenda_file import load
from facilitator.progress import Progress
from facilitator.publish.around import Text
from facilitator.publish.document import (
    Block,
    Heading,
    Item,
    Paragraph,
    Points,
    Table,
    Title,
    texts,
)
from facilitator.publish.report import report
from facilitator.record import Agreement, AsHeld, Kind, Mark, Note, Release
from facilitator.rule_text import RULE_TEXT
from facilitator.writers import markdown
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
    SIX,
    key,
    note,
    segment,
    whole,
    with_segment,
)
from test_brief import EMPTIED, HELDS

EXAMPLE = Path(__file__).parents[1] / "agendas" / "2020-05-28-afghan-view.toml"


def bare(heading: str) -> str:
    """A heading without its number or letter."""
    return re.sub(r"^(?:[\d.]+|Annex [A-Z]\.) ", "", heading)


def outline(made: Text) -> dict[str, list[Block]]:
    """What stands below each heading of the second level, by the heading without its number."""
    parts: dict[str, list[Block]] = {"": []}
    name = ""
    for block in made.document.blocks:
        if isinstance(block, Heading) and block.level == 2:
            name = bare(block.text)
            assert name not in parts
            parts[name] = []
        else:
            parts[name].append(block)
    return parts


def below(made: Text, heading: str) -> list[Item]:
    """The points of a section, from all of its themes."""
    blocks = outline(made).get(heading, [])
    return [item for block in blocks if isinstance(block, Points) for item in block.items]


def themed(made: Text, heading: str) -> dict[str, list[str]]:
    """The points of a section by theme."""
    told: dict[str, list[str]] = {}
    name = ""
    for block in outline(made).get(heading, []):
        if isinstance(block, Heading):
            name = bare(block.text)
        elif isinstance(block, Points):
            told[name] = [item.text for item in block.items]
    return told


def table(made: Text, heading: str) -> Table:
    (found,) = [block for block in outline(made)[heading] if isinstance(block, Table)]
    return found


def everything(items: Sequence[Item]) -> list[str]:
    return [text for item in items for text in (item.text, *everything(item.children))]


def held_progress(**minutes: int) -> Progress:
    """A session whose parts took so many minutes, each with many speakers."""
    return replace(
        CROWDED,
        segments=tuple(
            replace(s, spent=60.0 * minutes.get(s.id, 0), rounds=3 if s.id == "qa" else 1)
            for s in CROWDED.segments
        ),
    )


# The published meeting ------------------------------------------------------------------------

SECTIONS = [
    *("Report of a virtual Track 2 expert discussion", "About this report", "Key take-aways"),
    *("Background", "Programme as held", "Keynote", "Discussion by theme", "Next steps"),
    *("Composition", "Acronyms"),
]


@pytest.fixture(scope="module")
def example() -> Agenda:
    agenda = load(EXAMPLE).agenda
    assert agenda is not None
    return agenda


def test_the_published_meeting_comes_out_in_its_order(example: Agenda) -> None:
    notes = [replace(each, topics=("end-state",)) for each in NESTED]
    made = report(example, notes, HELD, held_progress(presentation=24, qa=41))
    assert made.document.header == "On request"
    assert made.document.title == "Afghan View of Regional Dimensions in the Peace Process"
    parts = outline(made)
    assert [name for name in parts if name] == SECTIONS
    cover = table(made, SECTIONS[0])
    assert [cover.head, *cover.rows] == [
        ("Distribution", "On request"),
        ("Series", "HAS Track 2 Dialogue Series, session 1"),
        ("Date", "28 May 2020"),
        ("Format", "Virtual"),
        ("Hosts", "The Heart of Asia Society (HAS)"),
        ("With support from", "The Konrad Adenauer Stiftung (KAS)"),
        (
            "In partnership with",
            "New York University’s Center on International Cooperation (CIC)",
        ),
    ]
    told = whole(made)
    assert f"“{RULE_TEXT}” Source: Chatham House" in told
    assert "on no list, a nickname that is not listed, somebody’s style" in told
    assert len(below(made, "Key take-aways")) == 5
    (led,) = below(made, "Keynote")
    assert len(led.children) == len(SIX)
    assert "His Excellency Mohammad Haneef Atmar" in told
    assert len(below(made, "Discussion by theme")) == len(FOUR)
    assert "about the role of regional countries in the Afghan peace process. This was" in told
    assert made.left_out == {}
    assert made.remarks == ()


def test_sections_and_annexes_are_counted_without_a_gap() -> None:
    for notes in (NESTED, FLAT[:6], [], [note(1, "qa", "Park it", Kind.PARKING)]):
        headings = [
            block
            for block in report(AGENDA, notes, HELD).document.blocks[2:]
            if isinstance(block, Heading)
        ]
        chapters = [each.text for each in headings if each.level == 2 and each.text[0].isdigit()]
        assert [text.split(".")[0] for text in chapters] == [
            str(place) for place in range(1, len(chapters) + 1)
        ]
        annexes = [each.text for each in headings if each.text.startswith("Annex")]
        assert [text[6] for text in annexes] == list("ABCDE"[: len(annexes)])
        for before, after in pairwise(headings):
            if after.level == 3:
                chapter, place = map(int, after.text.split()[0].split("."))
                assert before.text.startswith(
                    f"{chapter}." if place == 1 else f"{chapter}.{place - 1}"
                )


def test_the_programme_tells_what_was_held_and_no_time_of_day() -> None:
    agenda = with_segment(segment("qa", SegmentKind.QA, "Q&A", lead="keynote"))
    notes = [
        note(at, "qa", f"Question {at}", Kind.QUESTION, mark=mark)
        for at, mark in enumerate([Mark.ANSWERED, Mark.ANSWERED, Mark.PARTLY, Mark.OPEN], 1)
    ]
    notes.append(note(9, "qa", "Question 1 again", Kind.QUESTION, mark=Mark.OPEN, merged=key(1)))
    held = replace(HELD, segments=("presentation", "discussion", "qa"))
    progress = held_progress(presentation=24, qa=41, discussion=30)
    told = table(report(agenda, notes, held, progress), "Programme as held")
    assert told.head == ("Part", "Planned (min)", "Held (min)", "Rounds held", "Questions")
    assert told.rows == (
        (PRESENTATION.title, "20", "24", "", ""),
        ("General discussion", "20", "30", "", ""),
        ("Q&A", "20", "41", "3", "4 asked, 2 answered, 1 in part"),
        ("Together", "60", "95", "", ""),
    )
    # Nothing is known of lengths and rounds where nobody started the parts here.
    told = table(report(agenda, [], held), "Programme as held")
    assert told.head == ("Part", "Planned (min)")
    assert "Programme as held" not in outline(report(agenda, notes, replace(HELD, segments=())))


# The Rule -------------------------------------------------------------------------------------

HIDDEN = {
    "not public": ({"public": False}, HELD),
    "not in this segment": ({"on_record_in": ()}, HELD),
    "did not come": ({}, replace(HELD, came={"keynote": False})),
    "nobody said": ({}, replace(HELD, came={})),
}


@pytest.mark.parametrize(("changes", "held"), HIDDEN.values(), ids=HIDDEN)
@pytest.mark.parametrize("rule", [Rule.ON_RECORD, CH])
def test_without_consent_for_the_segment_its_points_stand_by_topic(
    changes: dict[str, object], held: AsHeld, rule: Rule
) -> None:
    person: Keynote = replace(MINISTER, **changes)  # type: ignore[arg-type]
    agenda = replace(with_segment(replace(PRESENTATION, rule=rule)), keynotes=(person,))
    topics = ("end-state", "talks", "outreach")
    notes = [replace(n, topics=(topics[at % 3],)) for at, n in enumerate(FLAT)]
    made = report(agenda, notes, held, CROWDED)
    assert "Keynote" not in outline(made)
    assert "Afghan government" not in whole(made)
    assert PRESENTATION.title not in whole(made)
    for place, topic in enumerate(topics):
        found = themed(made, "Discussion by theme")[topic.title()]
        assert len(found) == len(FLAT[place::3])


def test_only_what_the_public_lead_said_is_kept_together() -> None:
    notes = [
        *NESTED,
        note(99, "qa", "Said in confidence", under=1),
        note(98, "presentation", "Asked by somebody", Kind.QUESTION),
        note(97, "presentation", "A proposal of the lead", Kind.PROPOSAL),
    ]
    made = report(AGENDA, notes, HELD, CROWDED)
    led = everything(below(made, "Keynote"))
    assert "A proposal of the lead." in led
    assert "Said in confidence." not in led
    assert "Said in confidence." in everything(below(made, "Discussion by theme"))
    assert "Asked by somebody?" in everything(below(made, "Questions by theme"))


def test_points_of_a_public_questions_part_stand_with_the_others_by_theme() -> None:
    agenda = replace(
        with_segment(replace(AGENDA.segment("qa"), rule=Rule.ON_RECORD)),
        keynotes=(replace(MINISTER, on_record_in=("qa",)),),
    )
    made = report(agenda, [note(1, "qa", "One"), note(2, "discussion", "Two")], HELD)
    assert "Keynote" not in outline(made)
    assert everything(below(made, "Discussion by theme")) == ["One.", "Two."]


def test_a_public_lead_is_introduced_once_and_each_talk_has_its_title() -> None:
    more = segment("more", SegmentKind.KEYNOTE, "A second talk", Rule.ON_RECORD, lead="keynote")
    agenda = replace(
        AGENDA,
        segments=(*AGENDA.segments, more),
        keynotes=(replace(MINISTER, on_record_in=("presentation", "more")),),
    )
    made = report(agenda, [*FLAT, note(60, "more", "Another")], HELD)
    titles = [b.text for b in outline(made)["Keynote"] if isinstance(b, Heading)]
    assert [bare(text) for text in titles] == [PRESENTATION.title, "A second talk"]
    assert whole(made).count("Mohammad Haneef Atmar") == 1


def test_a_lead_who_is_public_without_a_part_on_record_is_told_with_the_programme() -> None:
    agenda = replace(AGENDA, keynotes=(replace(MINISTER, on_record_in=()),))
    last = outline(report(agenda, FLAT, HELD))["Programme as held"][-1]
    assert isinstance(last, Paragraph) and last.text.endswith("as keynote speaker.")


@pytest.mark.parametrize("thin", [True, False, None])
@pytest.mark.parametrize("place", ["qa", "discussion"])
def test_points_stand_by_theme_away_from_their_segment(place: str, thin: bool | None) -> None:
    """The same point in another part of the meeting gives the same text."""
    parts = tuple(replace(s, thin=thin) for s in CROWDED.segments)
    progress = replace(CROWDED, segments=parts)
    notes = [note(at, "closing", f"Point {at}", topics=("talks",)) for at in range(4)]
    moved = [replace(notes[0], segment=place), *notes[1:]]
    assert report(AGENDA, moved, HELD, progress).document == (
        report(AGENDA, notes, HELD, progress).document
    )


def test_answers_stand_under_their_questions_only_where_that_names_nobody() -> None:
    pair = [note(1, "qa", "Who pays?", Kind.QUESTION), note(2, "qa", "We do", Kind.ANSWER, under=1)]
    apart = (["Who pays?"], ["We do."])

    def told(agenda: Agenda, progress: Progress | None) -> tuple[list[str], list[str]]:
        made = report(agenda, pair, HELD, progress)
        names = ("Questions by theme", "Questions and answers by theme")
        asked = [text for name in names for text in everything(below(made, name))]
        return asked, everything(below(made, "Discussion by theme"))

    assert told(AGENDA, CROWDED) == apart  # one lead answers
    open_qa = with_segment(segment("qa", SegmentKind.QA, "Questions"))
    assert told(open_qa, CROWDED) == (["Who pays?", "We do."], [])
    for thin in (True, None):
        parts = tuple(replace(s, thin=thin) for s in CROWDED.segments)
        assert told(open_qa, replace(CROWDED, segments=parts)) == apart
    assert told(open_qa, None) == apart
    on_record = with_segment(replace(AGENDA.segment("qa"), rule=Rule.ON_RECORD))
    assert told(on_record, None) == (["Who pays?", "We do."], [])


def test_a_quote_needs_permission_where_the_rule_says_so() -> None:
    agenda = with_segment(replace(AGENDA.segment("discussion"), rule=Rule.CHATHAM_HOUSE_CONSENT))
    made = report(
        agenda,
        [note(1, "qa", "we are tired", quote=True), note(2, "discussion", "never", quote=True)],
        HELD,
    )
    assert "“we are tired”" in whole(made) and "never”" not in whole(made)
    assert made.left_out == {"quote without permission": 1}


# Where each note stands -----------------------------------------------------------------------


def test_every_kind_has_its_section() -> None:
    notes = [
        note(1, "discussion", "A claim"),
        note(2, "discussion", "Held against it", Kind.OTHER_SIDE, under=1),
        note(3, "discussion", "HAS writes it up", Kind.ACTION, under=1),
        note(4, "discussion", "Set aside", Kind.PARKING, under=1),
        note(5, "discussion", "A contact group", Kind.PROPOSAL),
        note(6, "discussion", "In small steps", under=5),
        note(7, "qa", "Still open", Kind.QUESTION, mark=Mark.OPEN),
        note(8, "qa", "In writing", Kind.QUESTION, mark=Mark.WRITING),
        note(9, "qa", "Parked", Kind.QUESTION, mark=Mark.PARKED),
        note(10, "qa", "In part", Kind.QUESTION, mark=Mark.PARTLY),
        note(11, "discussion", "Never counted", Kind.QUESTION),
        note(12, "discussion", "A number", Kind.FACT),
        note(13, "discussion", "...", Kind.GAP),
        note(14, "discussion", "A truce helps", agreement=Agreement.TESTED),
        note(
            15, "discussion", "So does trade", agreement=Agreement.UNTESTED, reservations="slowly"
        ),
        note(16, "discussion", "Nested", under=6),
    ]
    made = report(AGENDA, notes, HELD, CROWDED)
    wanted = {
        "Divergence": ["A claim:", "On the other side: Held against it."],
        "Next steps": ["HAS writes it up."],
        "Parking lot": ["Set aside.", "Parked?"],
        "Proposals": ["A contact group:", "In small steps:", "Nested."],
        "Open questions": ["Still open?", "In writing? (to be answered in writing)"],
        "Questions by theme": ["In part? (answered in part)", "Never counted?"],
        "Agreement": ["A truce helps.", "So does trade:", "With reservations: slowly."],
    }
    assert {name: everything(below(made, name)) for name in wanted} == wanted
    assert "Discussion by theme" not in outline(made)
    assert made.left_out == {"fact to check": 1, "gap": 1}


def test_release_levels_decide_between_hosts_report_and_brief() -> None:
    notes = [
        note(1, "qa", "For us", release=Release.HOSTS),
        note(2, "qa", "For the report", release=Release.REPORT),
        note(3, "qa", "For everybody", release=Release.BRIEF),
    ]
    made = report(AGENDA, notes, HELD)
    assert everything(below(made, "Key take-aways")) == ["For everybody."]
    assert everything(below(made, "Discussion by theme")) == ["For the report.", "For everybody."]
    assert made.left_out == {"kept for the hosts": 1}
    closed = replace(AGENDA, publication=Publication(default_release="hosts"))
    assert "A point" not in whole(report(closed, [note(1, "qa", "A point")], HELD))


def test_a_sentence_over_points_stands_with_them() -> None:
    notes = [
        note(1, "qa", "Talks need a floor", summary=True, numbered=False),
        note(2, "qa", "Quotas", under=1),
        note(3, "qa", "Also quotas", merged=key(2)),
    ]
    made = report(AGENDA, notes, HELD)
    assert below(made, "Discussion by theme") == [
        Item("Talks need a floor:", (Item("Quotas."),), numbered=False)
    ]
    assert everything(below(made, "Key take-aways")) == ["Talks need a floor."]
    assert made.left_out == {"merged into another": 1}


def test_points_of_a_topic_stand_below_its_title_and_the_others_last() -> None:
    notes = [
        note(1, "qa", "No topic"),
        note(2, "qa", "Gone topic", topics=("gone",)),
        note(3, "qa", "Talks", topics=("talks", "end-state")),
        note(4, "qa", "First", topics=("end-state",)),
    ]
    assert list(themed(report(AGENDA, notes, HELD), "Discussion by theme").items()) == [
        ("End-State", ["First."]),
        ("Talks", ["Talks."]),
        ("Other points", ["No topic.", "Gone topic."]),
    ]
    assert themed(report(AGENDA, notes[:1], HELD), "Discussion by theme") == {"": ["No topic."]}


def test_the_exporter_hears_of_owners_and_of_too_many_takeaways() -> None:
    actions = [
        "KAS prints it",
        "The hosts write it up",
        "Somebody has to",
        "New York University asks",
    ]
    notes = [note(at, "closing", text, Kind.ACTION) for at, text in enumerate(actions)]
    made = report(AGENDA, notes, HELD)
    assert made.remarks == ("next steps that name no host, supporter or partner as their owner: 1",)
    many = [note(at, "qa", f"Point {at}") for at in range(13)]
    (remark,) = report(AGENDA, many, HELD).remarks
    assert remark.startswith("key take-aways repeat all 13 points")


# What is told of the text itself --------------------------------------------------------------


def test_names_are_said_to_be_checked_only_where_they_were() -> None:
    assert "compared the words with the list" in whole(
        report(AGENDA, FLAT, HELD, names_checked=True)
    )
    unchecked = whole(report(AGENDA, FLAT, HELD))
    assert "names could not be checked" in unchecked
    assert "compared the words" not in unchecked


def test_how_it_was_reviewed_stands_where_it_is_told_how_it_was_made() -> None:
    how = "The hosts had no objection to this report."
    told = list(texts(report(AGENDA, FLAT, HELD, reviewed=how).document))
    assert told[told.index(how) - 1].endswith("Review")
    assert not any("Review" in text for text in texts(report(AGENDA, FLAT, HELD).document))


def test_a_meeting_on_the_record_quotes_no_rule() -> None:
    segments = tuple(replace(s, rule=Rule.ON_RECORD) for s in AGENDA.segments)
    told = whole(report(replace(AGENDA, segments=segments), FLAT, HELD))
    assert "The meeting was held on the record." in told
    assert (
        RULE_TEXT not in told and "under the Rule" not in told and "without the names" not in told
    )


def test_the_words_for_numbers_are_those_for_so_many_people() -> None:
    def rows(*categories: Category) -> list[str]:
        agenda = replace(AGENDA, composition=Composition(categories))
        blocks = outline(report(agenda, FLAT, HELD))["About this report"]
        (found,) = [block for block in blocks if isinstance(block, Table)]
        last = blocks[blocks.index(found) + 1 :]
        return [row[1] for row in found.rows] + [
            b.text[:11] for b in last if isinstance(b, Paragraph)
        ]

    usual = ["one participant", "a few", "several", "many", "most", "general agreement"]
    assert rows(Category("scholars")) == [*usual, "Where fewer"]
    assert rows(Category("scholars", 9)) == usual
    assert rows(Category("scholars", 7)) == ["one participant", "some", "most", "general agreement"]


def test_kinds_and_countries_are_two_lists() -> None:
    blocks = outline(report(AGENDA, [], HELD))["Composition"]
    assert [type(block) for block in blocks] == [Paragraph, Points, Paragraph, Points]
    untold = report(AGENDA, [], replace(HELD, composition=None))
    assert "Composition" not in outline(untold)
    acronyms = replace(AGENDA, acronyms={"UN": "United Nations", "IAN": "Talks", "X": ""})
    last = report(acronyms, [], replace(HELD, composition=None)).document.blocks
    assert last[-2:] == (
        Heading("Annex A. Acronyms"),
        Table(("Short", "In full"), (("IAN", "Talks"), ("UN", "United Nations"))),
    )


# Whatever the notes are -----------------------------------------------------------------------


@st.composite
def noted(draw: st.DrawFn) -> list[Note]:
    """Notes of any kind, nested to any depth, each with a text of its own."""
    notes: list[Note] = []
    for number in range(draw(st.integers(0, 12))):
        above = draw(st.none() | st.integers(0, number - 1)) if number else None
        kind = draw(st.sampled_from(Kind))
        place = draw(st.sampled_from([*AGENDA.segments]))
        notes.append(
            note(
                number,
                place.id,
                f"words {number} end",
                kind,
                **({} if above is None else {"under": above}),
                position=draw(st.integers(0, 3)),
                topics=draw(st.sampled_from([(), ("talks",), ("formats", "talks"), ("gone",)])),
                release=draw(st.sampled_from([None, None, None, *Release])),
                mark=draw(st.sampled_from(Mark)) if kind is Kind.QUESTION else Mark.NONE,
                agreement=draw(st.sampled_from([Agreement.NONE, Agreement.NONE, *Agreement])),
                summary=draw(st.integers(0, 4)) == 0,
                merged=draw(st.sampled_from([None, None, None, key(0)])) if number else None,
                numbered=draw(st.sampled_from([None, True, False])),
            )
        )
    return notes


@settings(max_examples=300, deadline=None)
@given(noted(), st.sampled_from([None, CROWDED]), st.integers(0, 2**20))
def test_every_note_that_is_told_stands_once_and_the_others_are_counted(
    notes: list[Note], progress: Progress | None, seed: int
) -> None:
    made = report(AGENDA, notes, HELD, progress)
    parts = outline(made)
    parts.pop("Key take-aways", None)
    items = [t for name in parts for t in everything(below(made, name))]
    found = Counter(m for text in items for m in re.findall(r"[Ww]ords (\d+) end", text))
    assert found == Counter(str(int.from_bytes(each.id, "big")) for each in made.told)
    assert len(made.told) + sum(made.left_out.values()) == len(notes)
    takeaways = everything(below(made, "Key take-aways"))
    assert set(takeaways) <= {re.sub(r":$", ".", text) for text in items}
    shuffled = list(notes)
    random.Random(seed).shuffle(shuffled)
    assert report(AGENDA, shuffled, HELD, progress) == made
    assert markdown.write(made.document) == markdown.write(
        report(AGENDA, shuffled, HELD, progress).document
    )


@settings(max_examples=200, deadline=None)
@given(EMPTIED, HELDS, noted(), st.booleans())
def test_whatever_is_missing_vanishes_cleanly(
    parts: dict[str, object], held: AsHeld, notes: list[Note], acronyms: bool
) -> None:
    agenda = Agenda(**parts, acronyms={"UN": "United Nations"} if acronyms else {})  # type: ignore[arg-type]
    clean(report(agenda, notes, held))


def clean(made: Text) -> None:
    """No double space, stray sign or empty heading anywhere in the text."""
    blocks = made.document.blocks
    for text in texts(made.document):
        assert text == text.strip() != ""
        assert not re.search(r"  | [,.:;)]|[,;:] ?[,.;:]|\.\.|\( |\(\)|None|“”|”\.\.", text), text
    for before, block in zip(blocks, (*blocks[1:], None), strict=True):
        if isinstance(before, Heading | Title):
            assert block is not None
            if isinstance(before, Heading) and isinstance(block, Heading):
                assert block.level > before.level
        if isinstance(before, Points):
            assert before.items
        if isinstance(before, Paragraph) and before.text.endswith(":"):
            assert isinstance(block, Points | Table)
        if isinstance(before, Table):
            assert before.rows or len(before.head) == 2
            assert all(
                any(row[at] for row in before.rows) for at in range(len(before.head)) if before.rows
            )


def emptied(value: object) -> list[object]:
    """The value with each of its optional parts taken out in turn, at any depth."""
    found: list[object] = []
    if isinstance(value, tuple):
        found += [value[:at] + value[at + 1 :] for at in range(len(value))]
        for at, each in enumerate(value):
            found += [(*value[:at], less, *value[at + 1 :]) for less in emptied(each)]
    elif isinstance(value, dict):
        found += [{k: v for k, v in value.items() if k != gone} for gone in value]
        for name, each in value.items():
            found += [{**value, name: less} for less in emptied(each)]
    elif hasattr(value, "__dataclass_fields__"):
        for part in fields(value):  # type: ignore[arg-type]
            now = getattr(value, part.name)
            if part.default is MISSING or isinstance(now, tuple | dict):
                others = emptied(now)
            else:
                others = [part.default, *emptied(now)]
            found += [replace(value, **{part.name: less}) for less in others]  # type: ignore[type-var]
    return found


def test_each_optional_field_of_the_agenda_goes_without_a_trace(example: Agenda) -> None:
    from facilitator.publish.brief import brief

    notes = [
        *NESTED,
        note(70, "closing", "HAS writes", Kind.ACTION),
        note(71, "qa", "x", mark=Mark.OPEN, kind=Kind.QUESTION),
    ]
    without = [
        agenda for agenda in emptied(example) if isinstance(agenda, Agenda) and agenda.segments
    ]
    assert len(without) > 100
    for agenda in without:
        known = {person.id for person in agenda.keynotes}
        if any(s.lead and s.lead not in known for s in agenda.segments):
            continue  # no file can say so
        clean(report(agenda, notes, HELD, CROWDED))
        made = brief(agenda, notes, HELD, CROWDED)
        for text in texts(made.document):
            assert text == text.strip() != ""
            assert not re.search(r"  | [,.:;)]|[,;:] ?[,.;:]|\.\.|\( |\(\)|None|“”", text), text


def test_a_changed_point_changes_both_texts() -> None:
    from facilitator.publish.brief import brief

    for at, each in enumerate(NESTED):
        changed = [*NESTED[:at], replace(each, text="Quite another thing"), *NESTED[at + 1 :]]
        for make in (brief, report):
            assert make(AGENDA, changed, HELD).document != make(AGENDA, NESTED, HELD).document


def test_nothing_private_to_the_record_is_in_the_report() -> None:
    notes = [replace(each, revision=918273, echoes=645, tag="QX", round=77) for each in NESTED]
    notes.append(note(80, "qa", "Why", Kind.QUESTION, tag="QX", mark=Mark.OPEN))
    told = markdown.write(report(AGENDA, notes, HELD, CROWDED).document).decode()
    for hidden in ("918273", "645", "QX", "77", "14:00", "15:05", "Kabul", "has-track2", "000000"):
        assert hidden not in told
