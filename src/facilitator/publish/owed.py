"""Questions that are owed an answer, as a text to be mailed to whoever owes it.

Who asked is told nowhere, nor in which round: a round of three askers names them. Grouped
by topic and never by segment, so that those of a thin segment lie among the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from facilitator.agenda import Agenda, Rule
from facilitator.publish import frame
from facilitator.publish.around import Text
from facilitator.publish.document import Block, Document, Heading, Item, Paragraph, Points, Title
from facilitator.publish.phrases import capital, day, ends_closed, number, squeezed, titled
from facilitator.record import Mark, Note, Release

OWED = (Mark.WRITING, Mark.PARTLY, Mark.OPEN)
"""Marks of questions to which an answer in writing is owed."""

HEADER = "Not for publication"
_OTHER = "Other questions"
_PARTLY = "answered in part"


def owed(agenda: Agenda, notes: Sequence[Note]) -> Text:
    """The questions of the session that are still owed an answer."""
    left_out: Counter[str] = Counter()
    told: list[Note] = []
    for note in notes:
        if note.mark not in OWED or note.merged is not None:
            continue
        why = _kept_back(agenda, note)
        if why:
            left_out[why] += 1
        else:
            told.append(note)
    told.sort(key=lambda note: (note.position, note.id))
    blocks: list[Block] = [Title("Questions for an answer in writing")]
    blocks += [Paragraph(text) for text in _opening(agenda, told) if text]
    titles = {topic.id: squeezed(topic.title) for topic in agenda.topics}
    groups = {each: [n for n in told if _topic(n, titles) == each] for each in (*titles, "")}
    filled = {topic: group for topic, group in groups.items() if group}
    for topic, group in filled.items():
        if len(filled) > 1 or topic:
            blocks.append(Heading(titles.get(topic, _OTHER)))
        blocks.append(Points(tuple(Item(_words(note)) for note in group), numbered=True))
    contact = squeezed(agenda.publication.contact)
    if contact and told:
        blocks.append(Paragraph(f"Answers are welcome at {contact.rstrip('.')}."))
    document = Document(frame.LANGUAGE, tuple(blocks), HEADER)
    return Text(document, dict(sorted(left_out.items())), (), tuple(told))


def _kept_back(agenda: Agenda, note: Note) -> str:
    if note.release is Release.HOSTS:
        return "kept for the hosts"
    segments = {segment.id: segment for segment in agenda.segments}
    if note.segment not in segments or not segments[note.segment].rule.allows_notes:
        return "off the record"
    return "" if squeezed(note.text) else "empty"


def _opening(agenda: Agenda, told: Sequence[Note]) -> list[str]:
    if not told:
        return []
    where = f"at {titled(agenda.session.title)} on {day(agenda.session.date)}"
    if len(told) == 1:
        put = f"This question was put {where} and is still owed an answer, or the rest of one."
    else:
        put = (
            f"These {number(len(told))} questions were put {where} and are still owed an answer,"
            " or the rest of one."
        )
    rules = {agenda.segment(note.segment).rule for note in told}
    if rules == {Rule.ON_RECORD}:
        return [put]
    return [
        put,
        "Under the Chatham House Rule it is not told who asked.",
    ]


def _topic(note: Note, titles: Mapping[str, str]) -> str:
    return next((topic for topic in note.topics if topic in titles), "")


def _words(note: Note) -> str:
    text = squeezed(note.text)
    text = capital(text if ends_closed(text) else f"{text}?")
    return f"{text} ({_PARTLY})" if note.mark is Mark.PARTLY else text
