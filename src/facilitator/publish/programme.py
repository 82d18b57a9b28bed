"""The papers made from the plan alone: the agenda for everybody, and the one for the team.

The first names nobody but those who agreed to it, and says nothing of how the meeting is
run. The second is for those who run it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from facilitator import hours
from facilitator.agenda import Agenda, Keynote, Role, Rule, Segment, SegmentKind
from facilitator.publish import frame
from facilitator.publish.document import (
    Block,
    Document,
    Heading,
    Item,
    Paragraph,
    Points,
    Table,
    Title,
)
from facilitator.publish.phrases import called, day, join, sentence, squeezed, with_article
from facilitator.rule_text import RULE_TEXT
from facilitator.timetable import Slot, said, timetable
from facilitator.zones import City

TEAM = "For the team only: not for participants, not for publication"

_UNDER = {
    Rule.ON_RECORD: "on the record",
    Rule.CHATHAM_HOUSE: "Chatham House Rule",
    Rule.CHATHAM_HOUSE_CONSENT: "Chatham House Rule, no quotes without permission",
    Rule.OFF_RECORD: "off the record, nothing is noted",
}
_LEFTOVER = {
    "next-round": "questions left over go to the next round",
    "in-writing": "questions left over are answered in writing",
    "park": "questions left over are parked",
}
_WIDE = 2
"""Cities that have columns of their own in the programme; more stand in a table of theirs."""


def public_agenda(agenda: Agenda, cities: Sequence[City] = ()) -> Document:
    """The agenda to be sent out: no name but of whom the texts may name, and no cue."""
    blocks = _head(agenda)
    beside = cities if len(cities) <= _WIDE else ()
    blocks += [_programme(agenda, beside)]
    if not beside and cities:
        blocks += [Heading("At what time where you are"), _elsewhere(agenda, cities)]
    covered = {segment.rule for segment in agenda.segments if segment.kind is not SegmentKind.BREAK}
    if covered - {Rule.ON_RECORD}:
        blocks += [Heading("The Chatham House Rule"), Paragraph(RULE_TEXT)]
        blocks += [Paragraph(text) for text in _exceptions(agenda)]
    contact = squeezed(agenda.publication.contact)
    if contact:
        blocks.append(Paragraph(f"Contact: {contact}"))
    return Document(frame.LANGUAGE, tuple(blocks))


def annotated_agenda(agenda: Agenda, cities: Sequence[City] = ()) -> Document:
    """The agenda for those who run the meeting: who leads, limits, cues, scripts."""
    blocks = _head(agenda)
    unsocial = hours.warnings(agenda, (hours.home(agenda), *cities))
    if unsocial:
        blocks.append(Points(tuple(Item(sentence(line)) for line in unsocial)))
    if cities:
        blocks += [Heading("At what time elsewhere"), _elsewhere(agenda, cities)]
    blocks += [Heading("Speaking times"), *_limits(agenda)]
    blocks.append(Heading("Part by part"))
    for slot in timetable(agenda):
        segment = slot.segment
        clock = f"{slot.start:%H:%M}–{slot.end:%H:%M}"
        blocks.append(Heading(f"{clock} {segment.title} ({said(segment.duration)})", 3))
        blocks.append(Points(tuple(Item(sentence(cue)) for cue in _cues(agenda, segment))))
        script = agenda.scripts.get(segment.script, "")
        if script:
            blocks.append(Paragraph("To be read aloud:"))
            lines = [line.strip() for line in script.split("\n") if line.strip()]
            blocks.append(Points(tuple(Item(line) for line in lines)))
    return Document(frame.LANGUAGE, tuple(blocks), TEAM)


# What both say first


def _head(agenda: Agenda) -> list[Block]:
    start, end = _home(agenda)
    city = hours.home(agenda).name
    when = f"{day(start.date())}, {start:%H:%M}–{_wall(end, start)}"
    where = f"{city} time, {hours.offset(start)}"
    blocks: list[Block] = [Title(agenda.session.title)]
    if agenda.series.title != agenda.session.title:
        blocks.append(Paragraph(agenda.series.title))
    blocks.append(Paragraph(f"{when} ({where})"))
    for role, how in (
        (Role.HOST, "Hosted by"),
        (Role.SUPPORTER, "With support from"),
        (Role.PARTNER, "In partnership with"),
    ):
        names = [called(body) for body in agenda.organisations if body.role is role]
        if names:
            blocks.append(Paragraph(f"{how} {join(names)}"))
    return blocks


def _home(agenda: Agenda) -> tuple[datetime, datetime]:
    told = hours.sitting(agenda, hours.home(agenda))
    return told.start, told.end


def _wall(moment: datetime, start: datetime) -> str:
    days = (moment.date() - start.date()).days
    return f"{moment:%H:%M}" + (f" ({days:+d} day{'s' * (abs(days) > 1)})" if days else "")


def _programme(agenda: Agenda, cities: Sequence[City]) -> Table:
    first, _ = _home(agenda)
    clocks = (hours.home(agenda), City("UTC", "UTC"), *cities)
    head = (*(city.name for city in dict.fromkeys(clocks)), "Part")
    rows = []
    for slot in timetable(agenda):
        times = [_at(slot, city, first) for city in dict.fromkeys(clocks)]
        rows.append((*times, _part(agenda, slot.segment)))
    return Table(head, tuple(rows))


def _at(slot: Slot, city: City, first: datetime) -> str:
    from zoneinfo import ZoneInfo

    zone = ZoneInfo(city.zone)
    start, end = slot.start.astimezone(zone), slot.end.astimezone(zone)
    days = (start.date() - first.date()).days
    return f"{start:%H:%M}–{end:%H:%M}" + (f" ({days:+d} day)" if days else "")


def _elsewhere(agenda: Agenda, cities: Sequence[City]) -> Table:
    here, _ = _home(agenda)
    rows = []
    for city in dict.fromkeys((hours.home(agenda), City("UTC", "UTC"), *cities)):
        told = hours.sitting(agenda, city)
        rows.append((city.name, _wall(told.start, here), _wall(told.end, here)))
    return Table(("City", "Begins", "Ends"), tuple(rows))


def _part(agenda: Agenda, segment: Segment) -> str:
    lead = agenda.public_lead(segment)
    return f"{segment.title}: {_titled(lead)}" if lead else segment.title


def _titled(lead: Keynote) -> str:
    name = squeezed(f"{lead.style} {lead.name}")
    of = with_article(lead.of)
    office = squeezed(lead.office + (f" of {of}" if lead.office and of else ""))
    return ", ".join(part for part in (name, office or lead.of) if part)


def _exceptions(agenda: Agenda) -> list[str]:
    told = []
    parts = [s for s in agenda.segments if s.kind is not SegmentKind.BREAK]
    for rule, what in (
        (Rule.ON_RECORD, "on the record"),
        (Rule.CHATHAM_HOUSE_CONSENT, "not to be quoted from without permission"),
        (Rule.OFF_RECORD, "off the record: nothing is noted"),
    ):
        titles = [f"“{segment.title}”" for segment in parts if segment.rule is rule]
        if titles:
            told.append(f"{join(titles)} {'is' if len(titles) == 1 else 'are'} {what}.")
    return told


# For the team


def _limits(agenda: Agenda) -> list[Block]:
    one = agenda.limits
    kinds = (
        ("Question", one.question),
        ("Answer", one.answer),
        ("Statement", one.statement),
        ("Two-finger", one.two_finger),
    )
    rows = tuple((name, said(length)) for name, length in kinds if length is not None)
    order = f"Order of the speakers list: {agenda.speakers_list.order}."
    table: list[Block] = [Table(("Kind", "Allowed"), rows)] if rows else []
    return [*table, Paragraph(order)]


def _cues(agenda: Agenda, segment: Segment) -> list[str]:
    told = [f"Rule: {_UNDER[segment.rule]}"]
    if segment.lead:
        lead = agenda.keynote(segment.lead)
        named = "may be named here" if agenda.public_lead(segment) else "is not to be named"
        told.append(f"Led by {_titled(lead)}, who {named}")
        if lead.hard_out is not None:
            told.append(f"{lead.name} leaves at {lead.hard_out:%H:%M}")
    if segment.hard_end is not None:
        told.append(f"Must end at {segment.hard_end:%H:%M}")
    if segment.least is not None and segment.least < segment.duration:
        told.append(f"If late, no shorter than {said(segment.least)}")
    if segment.rounds:
        each = segment.questions_per_round
        rounds = "1 round" if segment.rounds == 1 else f"{segment.rounds} rounds"
        per = segment.duration / segment.rounds
        told.append(f"{rounds}{f' of {each} questions' if each else ''}, {said(per)} each")
    if segment.leftover:
        told.append(_LEFTOVER[segment.leftover])
    if segment.kind is SegmentKind.OPENING and segment.rule.protects:
        recording = agenda.rule.recording
        kept = "nothing is recorded" if recording in ("", "none") else f"this is kept: {recording}"
        told.append(f"Say the Rule, and that {kept}")
    if segment.kind is SegmentKind.CLOSING:
        told.append("Sum up aloud, and let the room correct it; say what happens to the texts")
    return told
