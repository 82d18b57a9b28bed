"""The plan of one session, as checked: plain frozen values, no file format.

`files.agenda_file` makes these from TOML; the store keeps them as JSON so that resuming a
session needs neither the file nor the validator.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from facilitator import plain


class SegmentKind(StrEnum):
    """What a part of the agenda is for."""

    OPENING = "opening"
    KEYNOTE = "keynote"
    QA = "qa"
    DISCUSSION = "discussion"
    BREAK = "break"
    CLOSING = "closing"


class Rule(StrEnum):
    """Under which rule a segment is held."""

    ON_RECORD = "on-record"
    CHATHAM_HOUSE = "chatham-house"
    CHATHAM_HOUSE_CONSENT = "chatham-house-consent"
    OFF_RECORD = "off-record"

    @property
    def protects(self) -> bool:
        """Whether speakers in such a segment must stay unknown."""
        return self is not Rule.ON_RECORD

    @property
    def allows_notes(self) -> bool:
        """Whether anything may be noted in such a segment at all."""
        return self is not Rule.OFF_RECORD


class Role(StrEnum):
    """What an organisation does for the session."""

    HOST = "host"
    SUPPORTER = "supporter"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Series:
    """A run of sessions. `aim` is a verb phrase: "make the positions clearer"."""

    id: str
    title: str
    theme: str = ""
    track: str = ""
    aim: str = ""


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """What is planned for one meeting; `start` is local to `timezone` (IANA name)."""

    id: str
    title: str
    date: date
    start: time
    timezone: str
    number: int | None = None
    headline: str = ""
    topic: str = ""
    event: str = ""
    format: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RulePlan:
    """The session's own rule (None: each segment says its own) and its attendance policy."""

    name: Rule | None = None
    attendees: str = "composition-only"
    affirmation: str = ""
    recording: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body that hosts, supports or partners; these may be named.

    `article` None lets the text choose; "" means none ("Chatham House hosted").
    """

    role: Role
    name: str
    short: str = ""
    tagline: str = ""
    parent: str = ""
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Keynote:
    """A person who leads a segment; `public` by their own consent, per segment.

    `on_record_in` lists the segment ids in which they agreed to be named.
    """

    id: str
    name: str
    style: str = ""
    office: str = ""
    of: str = ""
    public: bool = False
    speaks_for: str = ""
    on_record_in: tuple[str, ...] = ()
    hard_out: time | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of participant; `count` None where no number is to be published."""

    label: str
    count: int | None = None
    public_person: str = ""


@dataclass(frozen=True, slots=True)
class Composition:
    """Who was there by kind: two separate lists, never a table of one against the other.

    `k` is the least count that may be told of people who are not public.
    """

    categories: tuple[Category, ...] = ()
    countries: tuple[str, ...] = ()
    k: int = 3


@dataclass(frozen=True, slots=True)
class Limits:
    """Allowed speaking times by kind, and the warning points before any limit."""

    question: timedelta | None = None
    answer: timedelta | None = None
    statement: timedelta | None = None
    two_finger: timedelta | None = None
    signals: tuple[timedelta, ...] = (
        timedelta(minutes=5),
        timedelta(minutes=1),
        timedelta(0),
    )


@dataclass(frozen=True, slots=True)
class SpeakersListPlan:
    """The chosen order of the speakers list."""

    order: str = "hand-order"
    two_fingers_per_floor: int = 2


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of the agenda. `rule` is already resolved; `lead` is a keynote's id.

    `duration` is the planned length (`for` in the file); `least` the length below which a
    repair never squeezes it; `hard_end` a local time at which it must end.
    """

    id: str
    kind: SegmentKind
    title: str
    duration: timedelta
    rule: Rule
    lead: str = ""
    least: timedelta | None = None
    hard_end: time | None = None
    script: str = ""
    source_label: str = ""
    rounds: int | None = None
    questions_per_round: int | None = None
    leftover: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that points can carry; `key` is its short name while typing."""

    id: str
    title: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class ReviewStep:
    """Who reads a text, in order, and how long silence is waited for ("5 working days")."""

    order: tuple[str, ...] = ()
    until: str = ""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The house's own words for one share of the participants; "" is as usual."""

    report: str = ""
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """Who may read each text, and how far a point goes unless it is released otherwise.

    The last three hold the house's own words where it has some: headings by name, beginnings
    of sentences by kind, words for numbers by their row.
    """

    brief: str = "public"
    report: str = "on-request"
    contact: str = ""
    newsletter: bool = False
    scope: str = ""
    default_release: str = "brief"
    review: dict[str, ReviewStep] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    beginnings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: dict[str, NumberWords] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Retention:
    """How long each kind of raw material is kept, in the organiser's words."""

    roster: str = "at seal"
    raw_notes: str = ""
    drafts: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The whole plan of one session."""

    series: Series
    session: SessionPlan
    segments: tuple[Segment, ...]
    rule: RulePlan = RulePlan()
    organisations: tuple[Organisation, ...] = ()
    keynotes: tuple[Keynote, ...] = ()
    composition: Composition = Composition()
    limits: Limits = Limits()
    speakers_list: SpeakersListPlan = SpeakersListPlan()
    topics: tuple[Topic, ...] = ()
    acronyms: dict[str, str] = field(default_factory=dict)
    scripts: dict[str, str] = field(default_factory=dict)
    publication: Publication = Publication()
    follow_up: str = ""
    retention: Retention = Retention()

    def segment(self, segment_id: str) -> Segment:
        """The segment of that id; `KeyError` where there is none."""
        for segment in self.segments:
            if segment.id == segment_id:
                return segment
        raise KeyError(segment_id)

    def keynote(self, keynote_id: str) -> Keynote:
        """The keynote of that id; `KeyError` where there is none."""
        for keynote in self.keynotes:
            if keynote.id == keynote_id:
                return keynote
        raise KeyError(keynote_id)

    def public_lead(self, segment: Segment) -> Keynote | None:
        """The person whom `segment`'s points may be tied to, if there is one.

        All four must hold: the segment is on the record, it has a lead, that person is
        public, and agreed to be named in this very segment.
        """
        if segment.rule is not Rule.ON_RECORD or not segment.lead:
            return None
        lead = self.keynote(segment.lead)
        return lead if lead.public and segment.id in lead.on_record_in else None

    @property
    def starts_at(self) -> datetime:
        """The planned start as an instant."""
        zone = ZoneInfo(self.session.timezone)
        return datetime.combine(self.session.date, self.session.start, tzinfo=zone)

    @property
    def planned_length(self) -> timedelta:
        """The sum of all planned segment lengths."""
        return sum((segment.duration for segment in self.segments), timedelta(0))


def fitted(old: Agenda, new: Agenda, bound: Collection[str]) -> Agenda | None:
    """`new`, but with the segments `bound` under their old rule, or put back where they are gone.

    None where that would keep on the record what the new plan takes off it, or would put
    back a segment whose lead the new plan does not know.
    """
    segments, keynotes = list(new.segments), {keynote.id for keynote in new.keynotes}
    for place, was in enumerate(old.segments):
        if was.id not in bound:
            continue
        if was.rule is Rule.ON_RECORD:
            return None
        ids = [segment.id for segment in segments]
        if was.id in ids:
            at = ids.index(was.id)
            segments[at] = replace(segments[at], rule=was.rule)
        elif was.lead and was.lead not in keynotes:
            return None
        else:
            before = [ids.index(each.id) for each in old.segments[:place] if each.id in ids]
            segments.insert(max(before, default=-1) + 1, was)
    return replace(new, segments=tuple(segments))


def without_private(agenda: Agenda) -> Agenda:
    """The plan as it stays after sealing: nobody is in it who is not public, nor any script."""
    hidden = [keynote.id for keynote in agenda.keynotes if not keynote.public]
    now = {old: f"lead-{number}" for number, old in enumerate(hidden, 1)}
    return replace(
        agenda,
        keynotes=tuple(Keynote(now[k.id], "") if k.id in now else k for k in agenda.keynotes),
        segments=tuple(
            replace(s, lead=now.get(s.lead, s.lead), script="") for s in agenda.segments
        ),
        scripts={},
    )


def to_json(agenda: Agenda) -> str:
    """The plan as JSON text; `from_json` gives back an equal plan."""
    return plain.to_json(agenda)


def from_json(text: str) -> Agenda:
    """The plan that `to_json` wrote; fields added since take their defaults."""
    return plain.from_json(Agenda, text)


def differences(old: Agenda, new: Agenda) -> tuple[str, ...]:
    """What a person should know has changed between two plans, a line each."""
    lines: list[str] = []
    before = {segment.id: segment for segment in old.segments}
    after = {segment.id: segment for segment in new.segments}
    lines += [f"segment {key} ({before[key].title}) is gone" for key in before if key not in after]
    lines += [f"segment {key} ({after[key].title}) is new" for key in after if key not in before]
    for key in [each for each in before if each in after]:
        for entry in dataclasses.fields(Segment):
            was, now = getattr(before[key], entry.name), getattr(after[key], entry.name)
            if was != now:
                label = "for" if entry.name == "duration" else entry.name
                lines.append(f"segment {key}: {label} was {_said(was)}, is {_said(now)}")
    common = [key for key in before if key in after]
    if common != [key for key in after if key in before]:
        lines.append("the segments stand in another order")
    for entry in dataclasses.fields(Agenda):
        if entry.name != "segments" and getattr(old, entry.name) != getattr(new, entry.name):
            lines.append(f"[{_TABLE.get(entry.name, entry.name)}] has changed")
    return tuple(lines)


_TABLE = {"organisations": "organisation", "keynotes": "keynote", "topics": "topic"}


def _said(value: object) -> str:
    if isinstance(value, timedelta):
        return f"{value.total_seconds() / 60:g} min"
    return str(value) if value not in (None, "") else "unset"
