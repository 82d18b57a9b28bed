"""The shape of `agenda.toml`: one class a table, with an example for each required key."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from facilitator.agenda import Role, Rule, SegmentKind
from facilitator.files.fields import (
    AtLeastTwo,
    Count,
    CountOrNone,
    Day,
    Flag,
    Id,
    Language,
    Length,
    Line,
    Lines,
    Script,
    ScriptKey,
    Shape,
    Signal,
    TimeOfDay,
    Title,
    TopicKey,
    Wait,
    Zone,
    choice,
    values,
)
from facilitator.review import Body

SCHEMA = 1
"""The newest layout of the file that this program knows."""

READERS = ("public", "participants", "on-request", "hosts")
RULES = values(Rule)


class SeriesShape(Shape):
    id: Id = Field(examples=['"peace-dialogue"'])
    title: Title = Field(examples=['"Peace Dialogue Series"'])
    theme: Line = ""
    track: Line = ""
    aim: Line = ""


class SessionShape(Shape):
    id: Id = Field(examples=['"2020-05-28-first-view"'])
    title: Title = Field(examples=['"A First View"'])
    date: Day = Field(examples=["2020-05-28"])
    start: TimeOfDay = Field(examples=["14:00:00"])
    timezone: Zone = Field(examples=['"Asia/Kabul"'])
    number: Count | None = None
    headline: Line = ""
    topic: Line = ""
    event: Line = ""
    format: Annotated[str, choice("virtual", "in-person", "hybrid", empty=True)] = ""
    languages: Annotated[tuple[Language, ...], Field(max_length=100)] = ()


class RuleShape(Shape):
    name: Annotated[str, choice(*RULES)] | None = None
    attendees: Annotated[str, choice("composition-only", "consenting", "all")] = "composition-only"
    affirmation: Line = ""
    recording: Line = ""


class OrganisationShape(Shape):
    role: Annotated[str, choice(*values(Role))] = Field(examples=['"host"'])
    name: Title = Field(examples=['"Heart of Asia Society"'])
    short: Line = ""
    tagline: Line = ""
    parent: Line = ""
    article: Line | None = None


class KeynoteShape(Shape):
    id: Id = Field(examples=['"keynote"'])
    name: Title = Field(examples=['"Given Family"'])
    style: Line = ""
    office: Line = ""
    of: Line = ""
    public: Flag = False
    speaks_for: Line = ""
    on_record_in: Lines = ()
    hard_out: TimeOfDay | None = None


class CategoryShape(Shape):
    label: Title = Field(examples=['"scholars"'])
    count: Count | None = None
    public_person: Line = ""


class CompositionShape(Shape):
    categories: Annotated[tuple[CategoryShape, ...], Field(max_length=100)] = ()
    countries: Lines = ()
    k: AtLeastTwo = 3


class LimitsShape(Shape):
    question: Length | None = None
    answer: Length | None = None
    statement: Length | None = None
    two_finger: Length | None = None
    signals: Annotated[tuple[Signal, ...], Field(max_length=20)] | None = None


class SpeakersListShape(Shape):
    order: Annotated[str, choice("hand-order", "first-time-first", "least-spoken")] = "hand-order"
    two_fingers_per_floor: CountOrNone = 2


class SegmentShape(Shape):
    id: Id = Field(examples=['"discussion"'])
    kind: Annotated[str, choice(*values(SegmentKind))] = Field(examples=['"discussion"'])
    title: Title = Field(examples=['"General discussion"'])
    duration: Length = Field(alias="for", examples=['"45m"'])
    rule: Annotated[str, choice(*RULES)] | None = None
    lead: Line = ""
    least: Length | None = None
    hard_end: TimeOfDay | None = None
    script: Line = ""
    source_label: Line = ""
    rounds: Count | None = None
    questions_per_round: Count | None = None
    leftover: Annotated[str, choice("next-round", "in-writing", "park", empty=True)] = ""


class TopicShape(Shape):
    id: Id = Field(examples=['"united-nations"'])
    title: Title = Field(examples=['"The role of the UN"'])
    key: TopicKey = ""


class StepShape(Shape):
    order: Annotated[tuple[Annotated[str, choice(*values(Body))], ...], Field(max_length=9)] = ()
    until: Wait = ""


class ReviewShape(Shape):
    brief: StepShape | None = None
    report: StepShape | None = None


class NumberShape(Shape):
    report: Line = ""
    brief: Line = ""


_Beginnings = Annotated[tuple[Title, ...], Field(max_length=5)]


class HeadingsShape(Shape):
    about: Line = ""
    rule: Line = ""
    made: Line = ""
    numbers: Line = ""
    review: Line = ""
    takeaways: Line = ""
    background: Line = ""
    programme: Line = ""
    keynote: Line = ""
    answered: Line = ""
    asked: Line = ""
    discussion: Line = ""
    agreement: Line = ""
    divergence: Line = ""
    open: Line = ""
    proposals: Line = ""
    parking: Line = ""
    next: Line = ""
    other: Line = ""
    composition: Line = ""
    acronyms: Line = ""
    brief_agreement: Line = ""
    brief_divergence: Line = ""
    brief_questions: Line = ""


class BeginningsShape(Shape):
    point: _Beginnings = ()
    question: _Beginnings = ()
    answer: _Beginnings = ()
    proposal: _Beginnings = ()
    support: _Beginnings = ()
    concern: _Beginnings = ()
    action: _Beginnings = ()
    other_side: _Beginnings = ()
    agreed: _Beginnings = ()
    divided: _Beginnings = ()


class NumbersShape(Shape):
    one: NumberShape = NumberShape()
    few: NumberShape = NumberShape()
    several: NumberShape = NumberShape()
    many: NumberShape = NumberShape()
    most: NumberShape = NumberShape()
    all: NumberShape = NumberShape()
    some: NumberShape = NumberShape()


class PublicationShape(Shape):
    brief: Annotated[str, choice(*READERS)] = "public"
    report: Annotated[str, choice(*READERS)] = "on-request"
    contact: Line = ""
    newsletter: Flag = False
    scope: Annotated[str, choice("partial", "full", empty=True)] = ""
    default_release: Annotated[str, choice("brief", "report", "hosts")] = "brief"
    review: ReviewShape = ReviewShape()
    headings: HeadingsShape = HeadingsShape()
    beginnings: BeginningsShape = BeginningsShape()
    numbers: NumbersShape = NumbersShape()


class FollowUpShape(Shape):
    next: Line = ""


class RetentionShape(Shape):
    roster: Line = "at seal"
    raw_notes: Line = ""
    drafts: Line = ""


class AgendaShape(Shape):
    # "schema" would hide a method of the base class.
    layout: Count = Field(default=SCHEMA, alias="schema")
    series: SeriesShape
    session: SessionShape
    rule: RuleShape = RuleShape()
    organisation: Annotated[tuple[OrganisationShape, ...], Field(max_length=100)] = ()
    keynote: Annotated[tuple[KeynoteShape, ...], Field(max_length=100)] = ()
    composition: CompositionShape = CompositionShape()
    limits: LimitsShape = LimitsShape()
    speakers_list: SpeakersListShape = SpeakersListShape()
    segment: Annotated[tuple[SegmentShape, ...], Field(max_length=200)] = ()
    topic: Annotated[tuple[TopicShape, ...], Field(max_length=200)] = ()
    acronyms: Annotated[dict[Title, Line], Field(max_length=500)] = Field(default_factory=dict)
    scripts: Annotated[dict[ScriptKey, Script], Field(max_length=100)] = Field(default_factory=dict)
    publication: PublicationShape = PublicationShape()
    follow_up: FollowUpShape = FollowUpShape()
    retention: RetentionShape = RetentionShape()
