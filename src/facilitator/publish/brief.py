"""The brief: one public page about a session, in the order that readers of such texts know.

This file decides what may be told; `frame` has the words, `points` sorts the notes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitator.agenda import Agenda, Keynote, Role, Rule, Segment, SegmentKind
from facilitator.publish import frame
from facilitator.publish.document import Block, Document, Heading, Item, Paragraph, Points, Title
from facilitator.publish.phrases import bare, briefly, called, day, number, squeezed
from facilitator.publish.points import Label, held_segments, leads, select, unlabelled
from facilitator.record import AsHeld, Note


@dataclass(frozen=True, slots=True)
class Brief:
    """The document, the count of notes left out by reason, lines for who exports it, and the
    notes that it tells."""

    document: Document
    left_out: Mapping[str, int]
    remarks: tuple[str, ...]
    told: tuple[Note, ...] = ()


def brief(
    agenda: Agenda,
    notes: Sequence[Note],
    held: AsHeld,
    reviewed: str = "",
    label: Label = unlabelled,
) -> Brief:
    """Make the public summary; nothing unanswered in `held` is told, and each is remarked.

    `reviewed` says how it was reviewed; `label` what stands in front of each point.
    """
    remarks: list[str] = []
    selection = select(agenda, notes, held, label)
    opening = " ".join([_lead(agenda), *_composition(agenda, held, remarks)])
    keynotes = _keynotes(agenda, held, remarks)
    flow = _flow(agenda, held, remarks)
    rule = _rule(agenda, held)
    if selection.points or selection.differing or selection.questions:
        scope = frame.scope(agenda.publication.scope, follows=bool(selection.points))
        rule = f"{rule} {scope}" if rule else scope
    publication = agenda.publication
    hosts = [briefly(body) for body in agenda.organisations if body.role is Role.HOST]
    blocks: list[Block | None] = [
        _paragraph(_masthead(agenda)),
        _title(agenda),
        _heading(squeezed(agenda.session.headline)),
        _paragraph(opening),
        _paragraph(keynotes),
        _paragraph(flow),
        _paragraph(rule),
        *_section("", selection.points),
        *_section(frame.DIFFERING, selection.differing),
        *_section(frame.QUESTIONS, selection.questions),
        _paragraph(frame.follow_up(agenda.series.aim, agenda.follow_up)),
        _paragraph(reviewed),
        _paragraph(frame.contact(publication, hosts)),
    ]
    document = Document(
        frame.LANGUAGE,
        tuple(block for block in blocks if block is not None),
        frame.readers(publication.brief),
    )
    return Brief(document, selection.left_out, (*remarks, *selection.remarks), selection.told)


def _paragraph(text: str) -> Paragraph | None:
    return Paragraph(text) if text else None


def _heading(text: str) -> Heading | None:
    return Heading(text) if text else None


def _section(heading: str, items: Sequence[Item]) -> list[Block | None]:
    return [_heading(heading), Points(tuple(items))] if items else []


def _masthead(agenda: Agenda) -> str:
    hosts = [body for body in agenda.organisations if body.role is Role.HOST]
    return " · ".join(squeezed(body.tagline) for body in hosts if squeezed(body.tagline))


def _title(agenda: Agenda) -> Title | None:
    parts = (squeezed(agenda.series.title), squeezed(agenda.session.title))
    text = ": ".join(part for part in parts if part)
    return Title(text) if text else None


def _lead(agenda: Agenda) -> str:
    session = agenda.session

    def bodies(role: Role) -> list[str]:
        names = (called(body) for body in agenda.organisations if body.role is role)
        return [name for name in names if name]

    return frame.lead(
        day(session.date),
        bodies(Role.HOST),
        bodies(Role.SUPPORTER),
        bodies(Role.PARTNER),
        frame.event(session.format, agenda.series.track, session.event),
        session.topic,
    )


def _which(agenda: Agenda, person: Keynote) -> str:
    return "the keynote" if len(agenda.keynotes) == 1 else f"the keynote '{person.id}'"


def _absence(agenda: Agenda, held: AsHeld, person: Keynote) -> str:
    """Why a public person's coming cannot be told, or nothing."""
    came = held.came.get(person.id)
    if came is None:
        return f"nobody has said yet whether {_which(agenda, person)} came"
    return "" if came is True else f"{_which(agenda, person)} did not come"


def _composition(agenda: Agenda, held: AsHeld, remarks: list[str]) -> list[str]:
    plan = agenda.composition
    if not plan.categories and not plan.countries:
        return []
    if held.composition is not True:
        why = "not confirmed at closing" if held.composition is None else "it was not as planned"
        remarks.append(f"composition left out: {why}")
        return []
    people = {person.id: person for person in agenda.keynotes}
    told: list[str] = []
    for category in plan.categories:
        label, count = bare(category.label), category.count
        if not label or count == 0:
            continue
        others = count
        if category.public_person:
            person = people.get(category.public_person)
            why = "its person is not public"
            if person is not None and person.public:
                why = _absence(agenda, held, person)
            if why:
                remarks.append(f"composition category '{label}' left out: {why}")
                continue
            others = None if count is None or count == 1 else count - 1
        if others is not None and others < plan.k:
            # The organiser may decide otherwise: [composition] k is the least count told.
            flaw = f"is below {plan.k} and tied to no public person"
            if others != count:
                flaw = f"leaves {others} besides the public person, below {plan.k}"
            remarks.append(f"composition count {count} '{label}' {flaw}: category left out")
            continue
        told.append(label if count is None else f"{number(count)} {label}")
    countries = [squeezed(country) for country in plan.countries if squeezed(country)]
    return frame.composition(told, countries)


def _keynotes(agenda: Agenda, held: AsHeld, remarks: list[str]) -> str:
    # To be named as having come is one consent (public); to have points tied to one's name
    # is another (on_record_in), which `points` asks for.
    led = {segment.lead for segment in agenda.segments}
    led_and_held = {segment.lead for segment in held_segments(agenda, held)}
    lines: list[str] = []
    for person in agenda.keynotes:
        if not person.public:
            continue
        why = _absence(agenda, held, person)
        if not why and person.id in led - led_and_held:
            why = f"{_which(agenda, person)} led no segment that was held"
        if why:
            remarks.append(f"no keynote line: {why}")
        else:
            lines.append(frame.keynote(person, agenda.session.format, also=bool(lines)))
    return " ".join(lines)


def _flow(agenda: Agenda, held: AsHeld, remarks: list[str]) -> str:
    segments = held_segments(agenda, held)
    if not segments:
        remarks.append("no flow line: nobody has said yet which segments were held")
    seen: Counter[SegmentKind] = Counter()
    parts: list[str] = []
    for segment in segments:
        seen[segment.kind] += 1
        place = seen[segment.kind]
        if segment.kind is SegmentKind.KEYNOTE:
            title = segment.title if leads(agenda, held, segment) else ""
            parts.append(frame.presentation(place, title))
        elif segment.kind is SegmentKind.QA:
            parts.append(frame.exchange(place, segment.rounds))
        elif segment.kind is SegmentKind.DISCUSSION:
            parts.append(frame.discussion(place))
    return frame.flow(parts)


def _rule(agenda: Agenda, held: AsHeld) -> str:
    was_held = [s for s in held_segments(agenda, held) if s.kind is not SegmentKind.BREAK]
    segments = was_held or [s for s in agenda.segments if s.kind is not SegmentKind.BREAK]
    rules = {segment.rule for segment in segments}
    if rules == {Rule.ON_RECORD}:
        return frame.rule(frame.Cover.ON_RECORD, ())
    if Rule.ON_RECORD in rules and not was_held:
        return frame.rule(frame.Cover.PARTLY, ())
    only_off = rules - {Rule.ON_RECORD} == {Rule.OFF_RECORD}
    cover = frame.Cover.OFF_RECORD if only_off else frame.Cover.RULE
    return frame.rule(cover, _on_record_parts(segments)) if rules else ""


def _on_record_parts(segments: Sequence[Segment]) -> list[str]:
    total = Counter(segment.kind for segment in segments)
    seen: Counter[SegmentKind] = Counter()
    parts: list[str] = []
    for segment in segments:
        seen[segment.kind] += 1
        if segment.rule is Rule.ON_RECORD:
            parts.append(frame.part(segment.kind, seen[segment.kind], total[segment.kind] > 1))
    return parts
