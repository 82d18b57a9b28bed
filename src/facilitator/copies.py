"""A copy of the whole record, as one laptop gives it to another.

It holds what the record holds and no more: no author, no time finer than a minute, no round
of a question, and no order but random ids and the places that points have. What is kept
under the session's salt (wordings kept in spite of the guard) stays behind: it says nothing
to a record that has another salt.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from facilitator.agenda import Agenda
from facilitator.clock import whole_minutes
from facilitator.errors import Refused
from facilitator.progress import SegmentProgress
from facilitator.record import Note, NoteId, outline, refuse_unwritable, stored_kind
from facilitator.review import Review


@dataclass(frozen=True, slots=True)
class Part:
    """How one segment was held: its place in the order of the day (0: never), whole minutes.

    `held` is what somebody answered at closing (None: nobody did); `thin` as in `Progress`.
    """

    id: str
    place: int = 0
    minutes: int = 0
    rounds: int = 0
    thin: bool | None = None
    held: bool | None = None


@dataclass(frozen=True, slots=True)
class Copy:
    """One session's record. `plan` is the fingerprint of what notes refer to in the agenda.

    `struck` are the bare ids of points that must not come back; `had_roster` says that its
    names can be checked only with one; `unlisted` how many came who are in no roster file.
    `reviews` count no changes: their `revision` is 0.
    """

    session: str
    plan: str
    notes: tuple[Note, ...] = ()
    struck: tuple[NoteId, ...] = ()
    parts: tuple[Part, ...] = ()
    came: Mapping[str, bool] = field(default_factory=dict)
    composition: bool | None = None
    had_roster: bool = False
    unlisted: int = 0
    reviews: tuple[Review, ...] = ()


def plan_of(agenda: Agenda) -> str:
    """The fingerprint of what notes refer to: a title mended on one laptop changes nothing."""
    told = [
        agenda.series.id,
        agenda.session.id,
        sorted([s.id, s.kind.value, s.rule.value, s.lead] for s in agenda.segments),
        sorted(topic.id for topic in agenda.topics),
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def part_of(segment: SegmentProgress, held: bool | None) -> Part:
    """The segment's progress with its time cut to whole minutes."""
    return Part(
        segment.id, segment.place, whole_minutes(segment.spent), segment.rounds, segment.thin, held
    )


def in_order(copy: Copy, agenda: Agenda) -> Copy:
    """The copy in the one order that every copy of the same record has.

    Segments stand as in the agenda, points as an outline by their places, which say nothing
    of capture; a merged point behind the others, by its random id.
    """
    rank = {segment.id: place for place, segment in enumerate(agenda.segments)}
    notes = [line.note for line in outline(copy.notes)]
    notes += sorted((n for n in copy.notes if n.merged is not None), key=lambda note: note.id)
    notes.sort(key=lambda note: rank.get(note.segment, len(rank)))
    return replace(
        copy,
        notes=tuple(replace(note, round=0) for note in notes),
        struck=tuple(sorted(copy.struck)),
        parts=tuple(sorted(copy.parts, key=lambda part: rank.get(part.id, len(rank)))),
        came=dict(sorted(copy.came.items())),
        reviews=tuple(sorted(copy.reviews, key=lambda review: review.text)),
    )


def fitting(copy: Copy, agenda: Agenda) -> tuple[Copy, Mapping[str, int]]:
    """What of a copy from elsewhere may be noted here at all, and the count left out by reason.

    Raises `Refused` where it was made for another session or with another agenda.
    """
    if copy.session != agenda.session.id:
        raise Refused(f"it is the record of session {copy.session}, not of {agenda.session.id}")
    if copy.plan != plan_of(agenda):
        raise Refused(
            "it was made with another agenda (segments, rules, leads or topics differ): run or"
            " open the same agenda file on both laptops, then export again"
        )
    segments = {segment.id: segment for segment in agenda.segments}
    topics = {topic.id for topic in agenda.topics}
    people = {keynote.id for keynote in agenda.keynotes if keynote.public}
    left_out: Counter[str] = Counter()
    notes: list[Note] = []
    for note in copy.notes:
        segment = segments.get(note.segment)
        try:
            if segment is None:
                raise Refused("of a segment that the agenda does not have")
            refuse_unwritable(segment, quote=note.quote)
        except Refused as refusal:
            left_out[str(refusal)] += 1
            continue
        known = tuple(topic for topic in note.topics if topic in topics)
        notes.append(replace(note, kind=stored_kind(note.kind, segment), topics=known, round=0))
    fit = replace(
        copy,
        notes=tuple(notes),
        parts=tuple(part for part in copy.parts if part.id in segments),
        came={person: came for person, came in copy.came.items() if person in people},
    )
    return fit, dict(sorted(left_out.items()))
