"""The brief: its order, what it may tell, and that whatever is missing leaves no trace."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.agenda import (
    Agenda,
    Category,
    Composition,
    Keynote,
    Organisation,
    Publication,
    Role,
    Rule,
    SegmentKind,
    Series,
    SessionPlan,
)
from facilitator.publish.around import Text
from facilitator.publish.brief import brief
from facilitator.publish.document import Heading, Item, Paragraph, Points, Title, texts
from facilitator.record import AsHeld, Note
from facilitator.writers import markdown
from published_meeting import (
    AGENDA,
    FLAT,
    FOUR,
    HELD,
    NESTED,
    SIX,
    items,
    segment,
    whole,
)

LINES = [
    Title("HAS Track 2 Dialogue Series: Afghan View of Regional Dimensions in the Peace Process"),
    Heading("First virtual session of the series"),
    Paragraph(
        "On 28 May 2020, the Heart of Asia Society (HAS), with support from the Konrad Adenauer"
        " Stiftung (KAS) and in partnership with New York University’s Center on International"
        " Cooperation (CIC), hosted a virtual Track 2 expert discussion on recent developments in"
        " the Afghan peace process. Those taking part included one high-ranking Afghan official,"
        " former diplomats and scholars. The participants came from Afghanistan, China, Iran,"
        " Germany, Kyrgyzstan, India, Norway, Pakistan, the UK and the United States."
    ),
    Paragraph(
        "The Acting Foreign Minister of the Islamic Republic of Afghanistan, His Excellency"
        " Mohammad Haneef Atmar, attended the virtual meeting as keynote speaker."
    ),
    Paragraph(
        "The meeting began with a presentation entitled “Government strategy for peace and the"
        " role of external partners” and continued with several rounds of questions and answers"
        " and a general discussion among participants."
    ),
    Paragraph(
        "The meeting was held under the Chatham House Rule, apart from the presentation, which"
        " was on the record. What follows is a brief summary of the topics discussed and some of"
        " the conclusions reached:"
    ),
    Points,
    Paragraph(
        "The series aims to make the strategies and positions of the parties clearer to one"
        " another. What comes next: further Track 2 dialogues by the host and its partners."
    ),
    Paragraph(
        "A detailed report of the meeting and the newsletter are available on request from HAS."
    ),
]


@pytest.mark.parametrize("notes", [NESTED, FLAT], ids=["nested", "flat"])
def test_the_published_meeting_comes_out_in_its_order(notes: list[Note]) -> None:
    made = brief(AGENDA, notes, HELD)
    assert [Points if isinstance(b, Points) else b for b in made.document.blocks] == LINES
    assert len(items(made)) == 5
    first, *rest = items(made)
    assert first.text.endswith(":")
    assert first.children == tuple(Item(f"{text[0].upper()}{text[1:]}.") for text in SIX)
    assert rest == [Item(f"{text}.") for _, text in FOUR]
    assert made.left_out == {}
    assert made.remarks == ()


@pytest.mark.parametrize("came", [{}, {"keynote": False}], ids=["unanswered", "stayed away"])
def test_a_keynote_not_known_to_have_come_is_not_told(came: dict[str, bool]) -> None:
    made = brief(AGENDA, FLAT, replace(HELD, came=came))
    assert not re.search("Atmar|Minister|official|position of", whole(made))
    assert len(items(made)) == 10
    assert "began with a presentation and continued" in whole(made)
    why = "the keynote did not come" if came else "nobody has said yet whether the keynote came"
    assert f"no keynote line: {why}" in made.remarks
    assert f"composition category 'high-ranking Afghan official' left out: {why}" in made.remarks


@pytest.mark.parametrize("answer", [None, False])
def test_an_unconfirmed_composition_is_left_out_whole(answer: bool | None) -> None:
    made = brief(AGENDA, [], replace(HELD, composition=answer))
    assert "scholars" not in whole(made)
    assert "Norway" not in whole(made)
    (remark,) = made.remarks
    why = "not confirmed at closing" if answer is None else "it was not as planned"
    assert remark == f"composition left out: {why}"


def _composed(*categories: Category, k: int = 3) -> Text:
    return brief(replace(AGENDA, composition=Composition(categories, (), k)), [], HELD)


def test_a_small_count_tied_to_nobody_public_is_withheld_and_flagged() -> None:
    made = _composed(Category("former minister", 1), Category("scholars", 3))
    assert "included three scholars." in whole(made)
    (remark,) = made.remarks
    assert remark.startswith(
        "composition count 1 'former minister' is below 3 and tied to no public person"
    )
    assert "one former minister" in whole(_composed(Category("former minister", 1), k=1))
    # Of two officials the one who is not public is as alone as a count of one.
    made = _composed(Category("officials", 2, "keynote"))
    assert "officials" not in whole(made)
    assert len(made.remarks) == 1


def test_a_category_tied_to_somebody_not_public_is_left_out() -> None:
    agenda = replace(AGENDA, keynotes=(replace(AGENDA.keynotes[0], public=False),))
    made = brief(agenda, [], HELD)
    assert "official" not in whole(made)
    (remark,) = made.remarks
    assert remark.endswith("'high-ranking Afghan official' left out: its person is not public")


def test_categories_and_countries_are_two_sentences() -> None:
    paragraph = next(text for text in texts(brief(AGENDA, [], HELD).document) if "scholars" in text)
    for told in paragraph.split(". "):
        assert not ("scholars" in told and "Norway" in told)


def test_the_flow_follows_what_was_held() -> None:
    agenda = replace(
        AGENDA,
        segments=(*AGENDA.segments, segment("more", SegmentKind.DISCUSSION, "More")),
    )

    def flow(*held: str) -> str:
        lines = texts(brief(agenda, [], replace(HELD, segments=held)).document)
        return next((line for line in lines if re.match("The meeting (began|con)", line)), "")

    assert flow() == ""
    assert flow("opening", "closing") == ""
    assert flow("discussion") == (
        "The meeting consisted of a general discussion among participants."
    )
    assert flow("qa", "discussion", "qa", "more") == (
        "The meeting began with several rounds of questions and answers and continued with"
        " a general discussion among participants and a second discussion."
    )


def _rule_line(rules: dict[str, Rule], *held: str) -> str:
    segments = tuple(replace(s, rule=rules.get(s.id, s.rule)) for s in AGENDA.segments)
    made = brief(replace(AGENDA, segments=segments), [], replace(HELD, segments=held))
    lines = [line for line in texts(made.document) if "were held" in line or "was held" in line]
    (line,) = lines
    return line


def test_the_rule_line_says_what_was_under_the_rule() -> None:
    every = dict.fromkeys((s.id for s in AGENDA.segments), Rule.ON_RECORD)
    consent = {"discussion": Rule.CHATHAM_HOUSE_CONSENT}
    rule = "The meeting was held under the Chatham House Rule"
    assert _rule_line(every, "opening", "qa") == "The meeting was held on the record."
    assert _rule_line(consent, "discussion") == f"{rule}."
    assert _rule_line({}, "qa", "discussion") == f"{rule}."
    assert _rule_line({"qa": Rule.ON_RECORD}, "presentation", "qa", "discussion") == (
        f"{rule}, apart from the presentation and the questions and answers,"
        " which were on the record."
    )
    assert _rule_line({}) == "Parts of the meeting were held under the Chatham House Rule."
    off = {"discussion": Rule.OFF_RECORD}
    assert _rule_line(off, "discussion") == "The meeting was held off the record."


@pytest.mark.parametrize(
    ("plan", "line"),
    [
        (
            Publication(contact="a@b.org", newsletter=True),
            "For a detailed report of the meeting or the newsletter,"
            " please write to HAS at a@b.org.",
        ),
        (
            Publication(contact="a@b.org", report="hosts"),
            "For further information, please write to HAS at a@b.org.",
        ),
        (Publication(), "A detailed report of the meeting is available on request from HAS."),
        (
            Publication(report="public", newsletter=True),
            "A detailed report of the meeting is published separately."
            " The newsletter is available on request from HAS.",
        ),
    ],
)
def test_the_contact_line_offers_what_is_for_the_public(plan: Publication, line: str) -> None:
    assert list(texts(brief(replace(AGENDA, publication=plan), [], HELD).document))[-1] == line


def test_a_report_for_the_hosts_alone_is_not_mentioned() -> None:
    made = brief(replace(AGENDA, publication=Publication(report="hosts")), [], HELD)
    assert "report" not in whole(made)


def test_nothing_private_to_the_record_is_in_the_document() -> None:
    notes = [replace(each, revision=918273, echoes=645) for each in NESTED]
    told = markdown.write(brief(AGENDA, notes, HELD).document).decode()
    for hidden in ("918273", "645", "14:00", "15:05", "Kabul", "has-track2", "000000"):
        assert hidden not in told


EMPTIED = st.fixed_dictionaries(
    {
        "series": st.builds(
            Series,
            st.just("s"),
            st.sampled_from(["", "A Series"]),
            track=st.sampled_from(["", "2", "Track 1.5"]),
            aim=st.sampled_from(["", "make things clear", "To be clear."]),
        ),
        "session": st.builds(
            SessionPlan,
            st.just("s"),
            st.sampled_from(["", "A Session"]),
            st.just(date(2020, 5, 28)),
            st.just(time(14)),
            st.just("Asia/Kabul"),
            headline=st.sampled_from(["", "A headline"]),
            topic=st.sampled_from(["", "Recent events.", "Afghan women"]),
            event=st.sampled_from(["", "expert discussion"]),
            format=st.sampled_from(["", "virtual", "in-person", "hybrid"]),
        ),
        "segments": st.sets(st.sampled_from(AGENDA.segments), min_size=1).map(
            lambda chosen: tuple(s for s in AGENDA.segments if s in chosen)
        ),
        "organisations": st.lists(
            st.builds(
                Organisation,
                st.sampled_from(Role),
                st.sampled_from(["Peace Institute", "Oxfam"]),
                st.sampled_from(["", "PI"]),
                st.sampled_from(["", "Words over the door"]),
                st.sampled_from(["", "Kabul University"]),
                st.sampled_from([None, "", "the"]),
            ),
            max_size=4,
        ).map(tuple),
        "keynotes": st.builds(
            Keynote,
            st.just("keynote"),
            st.just("A Person"),
            st.sampled_from(["", "Dr"]),
            st.sampled_from(["", "Envoy"]),
            st.sampled_from(["", "Republic of Somewhere"]),
            st.booleans(),
            st.sampled_from(["", "the government"]),
            st.sampled_from([(), ("presentation",)]),
        ).map(lambda person: (person,)),
        "composition": st.builds(
            Composition,
            st.sets(st.sampled_from(AGENDA.composition.categories)).map(tuple),
            st.sampled_from([(), ("Iran",), ("Iran", "China")]),
        ),
        "publication": st.builds(
            Publication,
            report=st.sampled_from(["public", "participants", "on-request", "hosts"]),
            contact=st.sampled_from(["", "a@b.org"]),
            newsletter=st.booleans(),
            scope=st.sampled_from(["", "partial", "full"]),
        ),
        "follow_up": st.sampled_from(["", "Further meetings", "We meet again."]),
    }
)
HELDS = st.builds(
    AsHeld,
    st.sampled_from([{}, {"keynote": True}, {"keynote": False}]),
    st.lists(st.sampled_from([s.id for s in AGENDA.segments])).map(tuple),
    st.sampled_from([None, True, False]),
)


@settings(max_examples=300, deadline=None)
@given(EMPTIED, HELDS, st.lists(st.sampled_from([*NESTED, *FLAT]), unique_by=lambda n: n.id))
def test_whatever_is_missing_vanishes_cleanly(
    parts: dict[str, object], held: AsHeld, notes: list[Note]
) -> None:
    agenda = Agenda(**parts)  # type: ignore[arg-type]
    made = brief(agenda, notes, held)
    blocks = made.document.blocks
    for text in texts(made.document):
        assert text == text.strip() != ""
        assert not re.search(r"  | [,.:;)]|[,;:] ?[,.;:]|\.\.|\( |\(\)|None|“”", text), text
    for before, block in zip(blocks, (*blocks[1:], None), strict=True):
        if isinstance(before, Paragraph):
            masthead = "over the door" in before.text
            assert masthead or before.text[-1] in (":" if isinstance(block, Points) else ".")
            assert masthead or not before.text[0].islower()
        if isinstance(before, Points):
            assert before.items
        if isinstance(before, Heading):
            assert isinstance(block, Paragraph | Points)
    named = agenda.keynotes[0]
    consent = named.public and held.came.get("keynote")
    led = [segment.id for segment in agenda.segments if segment.lead == named.id]
    if not consent or (led and not set(led) & set(held.segments)):
        assert "A Person" not in whole(made)
    assert brief(agenda, list(reversed(notes)), held) == made
