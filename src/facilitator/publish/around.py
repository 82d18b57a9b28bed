"""What both texts tell around their points: bodies, keynotes, the course, the Rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitator.agenda import Agenda, Role, Rule, Segment, SegmentKind
from facilitator.publish import frame
from facilitator.publish.composition import absence, which
from facilitator.publish.document import Block, Document, Heading, Item, Paragraph, Points
from facilitator.publish.phrases import briefly, called, day, squeezed
from facilitator.publish.points import held_segments
from facilitator.record import AsHeld, Note


@dataclass(frozen=True, slots=True)
class Text:
    """A brief or a report: the document, the count of notes left out of it by reason, lines
    for who exports it, and the notes that it tells."""

    document: Document
    left_out: Mapping[str, int]
    remarks: tuple[str, ...]
    told: tuple[Note, ...] = ()


def paragraphs(*texts: str) -> list[Block]:
    """A paragraph for each of the texts that is not empty."""
    return [Paragraph(text) for text in texts if text]


def points(items: Sequence[Item]) -> list[Block]:
    """The items as one list, or nothing."""
    return [Points(tuple(items))] if items else []


def section(heading: str, blocks: Sequence[Block], level: int = 2) -> list[Block]:
    """The blocks below their heading; without any there is no heading either."""
    return [Heading(heading, level), *blocks] if blocks and heading else list(blocks)


def agreement(tested: Sequence[Item], untested: Sequence[Item]) -> list[Block]:
    """What was agreed, each list below the words that say how it is known."""
    blocks: list[Block] = []
    for items, how in ((tested, frame.TESTED), (untested, frame.UNTESTED)):
        if items:
            blocks += [Paragraph(how), Points(tuple(items))]
    return blocks


def masthead(agenda: Agenda) -> str:
    """The words that the hosts put above their texts."""
    hosts = [body for body in agenda.organisations if body.role is Role.HOST]
    return " · ".join(squeezed(body.tagline) for body in hosts if squeezed(body.tagline))


def bodies(agenda: Agenda, role: Role) -> list[str]:
    """The full names of the bodies in a role, each as it stands inside a sentence."""
    names = (called(body) for body in agenda.organisations if body.role is role)
    return [name for name in names if name]


def hosts_briefly(agenda: Agenda) -> list[str]:
    """The hosts by their short names, once the full ones have been told."""
    return [briefly(body) for body in agenda.organisations if body.role is Role.HOST]


def lead(agenda: Agenda) -> str:
    """The sentence that says when, by whom, with whose help and on what."""
    session = agenda.session
    return frame.lead(
        day(session.date),
        bodies(agenda, Role.HOST),
        bodies(agenda, Role.SUPPORTER),
        bodies(agenda, Role.PARTNER),
        frame.event(session.format, agenda.series.track, session.event),
        session.topic,
    )


def keynotes(agenda: Agenda, held: AsHeld, remarks: list[str]) -> dict[str, str]:
    """The sentence that names each public person who came, by the person's id."""
    # To be named as having come is one consent (public); to have points tied to one's name
    # is another (on_record_in), which the sorting of the points asks for.
    led = {segment.lead for segment in agenda.segments}
    led_and_held = {segment.lead for segment in held_segments(agenda, held)}
    lines: dict[str, str] = {}
    for person in agenda.keynotes:
        if not person.public:
            continue
        why = absence(agenda, held, person)
        if not why and person.id in led - led_and_held:
            why = f"{which(agenda, person)} led no segment that was held"
        if why:
            remarks.append(f"no keynote line: {why}")
        else:
            lines[person.id] = frame.keynote(person, agenda.session.format, also=bool(lines))
    return lines


def rule_line(agenda: Agenda, held: AsHeld) -> str:
    """Under which rule the meeting was held, and which parts were not."""
    segments, was_held = _considered(agenda, held)
    rules = {segment.rule for segment in segments}
    if rules == {Rule.ON_RECORD}:
        return frame.rule(frame.Cover.ON_RECORD, ())
    if Rule.ON_RECORD in rules and not was_held:
        return frame.rule(frame.Cover.PARTLY, ())
    only_off = rules - {Rule.ON_RECORD} == {Rule.OFF_RECORD}
    cover = frame.Cover.OFF_RECORD if only_off else frame.Cover.RULE
    return frame.rule(cover, _on_record_parts(segments)) if rules else ""


def under_the_rule(agenda: Agenda, held: AsHeld) -> bool:
    """Whether any part of the meeting was held under the Rule."""
    rules = {segment.rule for segment in _considered(agenda, held)[0]}
    return not rules.isdisjoint({Rule.CHATHAM_HOUSE, Rule.CHATHAM_HOUSE_CONSENT})


def _considered(agenda: Agenda, held: AsHeld) -> tuple[list[Segment], bool]:
    """The parts whose rule is told, breaks aside: those held, else (False) those planned."""
    was_held = [s for s in held_segments(agenda, held) if s.kind is not SegmentKind.BREAK]
    planned = [s for s in agenda.segments if s.kind is not SegmentKind.BREAK]
    return was_held or planned, bool(was_held)


def _on_record_parts(segments: Sequence[Segment]) -> list[str]:
    total = Counter(segment.kind for segment in segments)
    seen: Counter[SegmentKind] = Counter()
    parts: list[str] = []
    for segment in segments:
        seen[segment.kind] += 1
        if segment.rule is Rule.ON_RECORD:
            parts.append(frame.part(segment.kind, seen[segment.kind], total[segment.kind] > 1))
    return parts
