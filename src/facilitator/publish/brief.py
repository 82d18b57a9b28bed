"""The brief: one public page about a session, in the order that readers of such texts know.

This file decides what may be told; `frame` has the words, `points` sorts the notes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from facilitator.agenda import Agenda, Composition, SegmentKind
from facilitator.progress import Progress
from facilitator.publish import composition, frame
from facilitator.publish.around import (
    Text,
    agreement,
    hosts_briefly,
    keynotes,
    lead,
    masthead,
    paragraphs,
    points,
    rule_line,
    section,
)
from facilitator.publish.document import Block, Document, Heading, Title
from facilitator.publish.headings import heading
from facilitator.publish.phrases import squeezed
from facilitator.publish.points import (
    Label,
    Selection,
    held_segments,
    leads,
    select,
    unlabelled,
)
from facilitator.record import AsHeld, Note


def brief(
    agenda: Agenda,
    notes: Sequence[Note],
    held: AsHeld,
    progress: Progress | None = None,
    *,
    previous: Composition | None = None,
    reviewed: str = "",
    label: Label = unlabelled,
) -> Text:
    """Make the public summary; nothing unanswered in `held` is told, and each is remarked.

    Without `progress` nobody knows how many spoke in a segment, which counts as few;
    `previous` is the composition that the session before in the series published.
    `reviewed` says how the text was reviewed; `label` what stands in front of each point.
    """
    selection = select(agenda, notes, held, progress, label)
    kinds = composition.told(agenda, held, previous)
    remarks = list(kinds.remarks)
    opening = [lead(agenda), *frame.composition(kinds.categories, kinds.countries)]
    named = keynotes(agenda, held, remarks)
    flow = _flow(agenda, held, remarks)
    publication = agenda.publication
    blocks: list[Block] = [
        *paragraphs(masthead(agenda)),
        *_title(agenda),
        *paragraphs(" ".join(opening), " ".join(named.values()), flow),
        *paragraphs(_rule(agenda, held, selection)),
        *points(selection.points),
        *section(
            heading(publication, "brief_agreement"), agreement(selection.tested, selection.untested)
        ),
        *section(heading(publication, "brief_divergence"), points(selection.differing)),
        *section(heading(publication, "brief_questions"), points(selection.questions)),
        *paragraphs(frame.follow_up(agenda.series.aim, agenda.follow_up)),
        *paragraphs(reviewed),
        *paragraphs(frame.contact(publication, hosts_briefly(agenda))),
    ]
    document = Document(frame.LANGUAGE, tuple(blocks), frame.readers(publication.brief))
    return Text(document, selection.left_out, (*remarks, *selection.remarks), selection.told)


def _title(agenda: Agenda) -> list[Block]:
    parts = (squeezed(agenda.series.title), squeezed(agenda.session.title))
    text = ": ".join(part for part in parts if part)
    headline = squeezed(agenda.session.headline)
    return [*([Title(text)] if text else []), *([Heading(headline)] if headline else [])]


def _rule(agenda: Agenda, held: AsHeld, selection: Selection) -> str:
    line = rule_line(agenda, held)
    told = (selection.points, selection.tested, selection.untested)
    if not any((*told, selection.differing, selection.questions)):
        return line
    scope = frame.scope(agenda.publication.scope, follows=bool(selection.points))
    return f"{line} {scope}" if line else scope


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
