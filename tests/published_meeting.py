"""The one published meeting, in code and in other words, and how to look into a brief."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise

from facilitator.agenda import (
    Agenda,
    Category,
    Composition,
    Keynote,
    Organisation,
    Publication,
    Role,
    Rule,
    RulePlan,
    Segment,
    SegmentKind,
    Series,
    SessionPlan,
    Topic,
)
from facilitator.progress import Progress, SegmentProgress
from facilitator.publish.around import Text
from facilitator.publish.document import Document, Heading, Item, Points, texts
from facilitator.record import AsHeld, Kind, Note

CH = Rule.CHATHAM_HOUSE


def segment(key: str, kind: SegmentKind, title: str, rule: Rule = CH, **more: object) -> Segment:
    return Segment(key, kind, title, timedelta(minutes=20), rule, **more)  # type: ignore[arg-type]


MINISTER = Keynote(
    "keynote",
    "Mohammad Haneef Atmar",
    style="His Excellency",
    office="Acting Foreign Minister",
    of="Islamic Republic of Afghanistan",
    public=True,
    speaks_for="the Afghan government",
    on_record_in=("presentation",),
    hard_out=time(15, 5),
)
PRESENTATION = segment(
    "presentation",
    SegmentKind.KEYNOTE,
    "Government strategy for peace and the role of external partners",
    Rule.ON_RECORD,
    lead="keynote",
    source_label="presentation",
)
AGENDA = Agenda(
    Series(
        "has-track2-afghan-peace",
        "HAS Track 2 Dialogue Series",
        theme="Regional countries and the Afghan peace process",
        track="2",
        aim="Make the strategies and positions of the parties clearer to one another.",
    ),
    SessionPlan(
        "2020-05-28-afghan-view",
        "Afghan View of Regional Dimensions in the Peace Process",
        date(2020, 5, 28),
        time(14),
        "Asia/Kabul",
        headline="First virtual session of the series",
        topic="Recent developments in the Afghan peace process",
        event="expert discussion",
        format="virtual",
        languages=("en",),
    ),
    (
        segment("opening", SegmentKind.OPENING, "Welcome and the Rule", script="opening"),
        PRESENTATION,
        segment("qa", SegmentKind.QA, "Questions and answers", lead="keynote", rounds=3),
        segment("discussion", SegmentKind.DISCUSSION, "General discussion"),
        segment("closing", SegmentKind.CLOSING, "Wrap-up"),
    ),
    rule=RulePlan(CH),
    organisations=(
        Organisation(Role.HOST, "Heart of Asia Society", "HAS"),
        Organisation(Role.SUPPORTER, "Konrad Adenauer Stiftung", "KAS"),
        Organisation(
            Role.PARTNER, "Center on International Cooperation", "CIC", parent="New York University"
        ),
    ),
    keynotes=(MINISTER,),
    composition=Composition(
        (
            Category("high-ranking Afghan official", 1, "keynote"),
            Category("former diplomats"),
            Category("scholars"),
        ),
        (
            *("Afghanistan", "China", "Iran", "Germany", "Kyrgyzstan"),
            *("India", "Norway", "Pakistan", "the UK", "the United States"),
        ),
    ),
    topics=tuple(Topic(key, key.title()) for key in ("end-state", "talks", "outreach", "formats")),
    publication=Publication(newsletter=True, scope="partial"),
    follow_up="Further Track 2 dialogues by the host and its partners",
)
HELD = AsHeld(
    {"keynote": True}, ("opening", "presentation", "qa", "discussion", "closing"), composition=True
)
CROWDED = Progress(tuple(SegmentProgress(s.id, thin=False) for s in AGENDA.segments))
"""Many people spoke in every part."""

SIX = (
    "Settlement with the Taliban is the goal; ceasefire and releases helped",
    "intra-Afghan talks must include every Afghan side",
    "The Republic is the end state",
    "A clear end state calms neighbours and wins support",
    "Agreement exists on the threats, not yet on the economy or counter-terrorism",
    "Inclusivity at home and in the region; two group formats are proposed",
)
FOUR = (
    ("qa", "Ties of the Taliban with the region are a challenge and an opening"),
    ("discussion", "Rivalry abroad gets in the way, yet two powers may cooperate here"),
    ("qa", "The chance can be lost without commitment on all sides"),
    ("discussion", "People of the region should take the initiative"),
)


def key(number: int) -> bytes:
    return number.to_bytes(16, "big")


def note(number: int, segment: str, text: str, kind: Kind = Kind.POINT, **more: object) -> Note:
    above = more.pop("under", None)
    more.setdefault("position", number)
    parent = key(above) if isinstance(above, int) else None
    return Note(key(number), segment, kind, text, parent=parent, **more)  # type: ignore[arg-type]


PARENT = note(1, "presentation", "The government's strategy was laid out in the first part.")
NESTED = [
    PARENT,
    *(note(10 + at, "presentation", text, under=1, position=at) for at, text in enumerate(SIX)),
    *(note(20 + at, place, text) for at, (place, text) in enumerate(FOUR)),
]
FLAT = [
    *(note(10 + at, "presentation", text) for at, text in enumerate(SIX)),
    *(note(20 + at, place, text) for at, (place, text) in enumerate(FOUR)),
]


def items(made: Text | Document, section: str = "") -> tuple[Item, ...]:
    """The items below that heading; without one, the main points."""
    document = made.document if isinstance(made, Text) else made
    blocks = document.blocks
    for before, block in pairwise(blocks):
        named = before.text if isinstance(before, Heading) else ""
        if isinstance(block, Points) and named == section:
            return block.items
    return ()


def whole(made: Text) -> str:
    return "\n".join(texts(made.document))


def tops(made: Text, section: str = "") -> list[str]:
    return [item.text for item in items(made, section)]


def with_segment(changed: Segment) -> Agenda:
    segments = tuple(changed if s.id == changed.id else s for s in AGENDA.segments)
    return replace(AGENDA, segments=segments)
