"""Two copies of one record become one, by id; nothing that anybody wrote is lost.

The result is the same on both laptops, whichever takes the other's copy, and taking the
same copy again changes nothing; where two people put or merged the same points against each
other, nothing from the second time on. What follows for each field:

* Words that differ: a point at revision 0 was never changed, so every other wording of it
  comes after and stands. Else nobody can know which came first: the one changed more often
  stands (of equals the greater in the alphabet), and the other becomes a point under it, for
  the hosts only until somebody decides. Its id is made from the point's id and revision,
  never from the words: the id of a struck wording would let a guess at it be checked.
* Voices: the greater number. One voice may have been heard on both laptops, or have come
  with an earlier exchange; a sum would count it twice, and again with each exchange.
* Agreement: said beats unsaid, untested beats tested, reservations are all kept: the joined
  record claims no more than either did. Agreement on a wording stays with that wording.
* Release and consent: the stricter. Marks: the one that comes later in `MARKS`.
* A review that was begun on one laptop comes along. Where both have one and they differ each
  keeps its own: their numbers stand on printed copies, so one number would mean two points.
* Struck is struck, on both, with any other wording that whoever struck it had not seen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from facilitator.copies import Copy, Part
from facilitator.joined_tree import placed, settled_merges
from facilitator.letters import lettered, liked
from facilitator.record import Agreement, Kind, Mark, Note, NoteId, Release
from facilitator.review import Review, TextName

MARKS = (
    Mark.NONE,
    Mark.OPEN,
    Mark.DISCUSSION,
    Mark.PARKED,
    Mark.WRITING,
    Mark.PARTLY,
    Mark.ANSWERED,
)
"""What becomes of a question, from the earliest state to the last."""

BETWEEN = " / "
"""Between reservations that were noted on two laptops."""

_RELEASES = tuple(Release)
_SURE = {Agreement.TESTED: 1, Agreement.UNTESTED: 0}
_OTHERS = 64
"""Revisions of a point for which its other wordings are looked for."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The one record that two became.

    `letters` are the questions that got another letter, with the one they had; `apart` the
    texts whose reviews went on differently, of which `copy` has the first laptop's.
    """

    copy: Copy
    letters: tuple[tuple[NoteId, str], ...] = ()
    apart: tuple[TextName, ...] = ()


def join(one: Copy, two: Copy, default: Release = Release.BRIEF) -> Joined:
    """Both records in one; `default` is how far a point goes of which nobody said so."""
    struck = {*one.struck, *two.struck, *_unseen(one, two), *_unseen(two, one)}
    first, second = _by_id(one.notes), _by_id(two.notes)
    voices = _greater(_own_voices(first), _own_voices(second))
    notes: dict[NoteId, Note] = {}
    waiting: list[Note] = []
    for note_id in sorted((first.keys() | second.keys()) - struck):
        a, b = first.get(note_id), second.get(note_id)
        if a is None or b is None:
            notes[note_id] = _one(a, b)
        else:
            notes[note_id] = _both(a, b, default)
            waiting += _other(a, b)
    while waiting:
        other = waiting.pop()
        if other.id in struck:
            continue
        there = notes.get(other.id)
        if there is None:
            notes[other.id] = other
        else:
            # That it is for the hosts only was nobody's decision, what is there may be one.
            other = replace(other, release=there.release)
            notes[other.id] = _both(there, other, default)
            waiting += _other(there, other)
    merged = settled_merges(notes)
    joined = placed(merged, first, second)
    heard = {note_id: voices.get(note_id, 0) for note_id in joined}
    for note_id, note in joined.items():
        if note.merged is not None:
            heard[note.merged] += voices.get(note_id, 0)
    joined = {i: replace(note, echoes=heard[i]) for i, note in joined.items()}
    asked, letters = lettered(joined)
    mine, theirs = _reviews(one.reviews, asked), _reviews(two.reviews, asked)
    copy = Copy(
        one.session,
        one.plan,
        tuple(asked[note_id] for note_id in sorted(asked)),
        tuple(sorted(struck)),
        _parts(one.parts, two.parts),
        _came(one.came, two.came),
        _stricter(one.composition, two.composition),
        one.had_roster or two.had_roster,
        max(one.unlisted, two.unlisted),
        tuple((theirs | mine)[text] for text in sorted(theirs | mine)),
    )
    apart = (text for text in sorted(mine.keys() & theirs.keys()) if mine[text] != theirs[text])
    return Joined(copy, letters, tuple(apart))


def other_readings(notes: Iterable[Note]) -> dict[NoteId, NoteId]:
    """The points that are another wording of a point, to that point.

    Only as long as nobody has decided: one that was merged or may go further than the hosts
    is a point like any other.
    """
    notes = [*notes]
    open_ = {n.id for n in notes if n.merged is None and n.release is Release.HOSTS}
    found: dict[NoteId, NoteId] = {}
    # Most records have none, and then nothing is looked for: screens ask at every change.
    for point in notes if open_ else ():
        for revision in range(min(point.revision, _OTHERS) + 1):
            other = other_id(point.id, revision)
            if other in open_:
                found[other] = point.id
    return found


def other_id(note_id: NoteId, revision: int) -> NoteId:
    """The id of the wording that the point had elsewhere at that revision."""
    return hashlib.blake2b(
        str(revision).encode(), digest_size=16, key=note_id, person=b"other wording"
    ).digest()


def _unseen(struck: Copy, other: Copy) -> list[NoteId]:
    """Other wordings of a point that one laptop struck without having seen them: they go too."""
    seen, there = {note.id for note in struck.notes}, {note.id for note in other.notes}
    return [
        reading
        for point in set(struck.struck) - set(other.struck)
        for reading in (other_id(point, revision) for revision in range(_OTHERS + 1))
        if reading in there and reading not in seen
    ]


def _by_id(notes: Iterable[Note]) -> dict[NoteId, Note]:
    return {note.id: note for note in notes}


def _one(a: Note | None, b: Note | None) -> Note:
    note = a if a is not None else b
    assert note is not None
    return note


# The words

_Said = tuple[str, str, bool, str]


def _said(note: Note) -> _Said:
    return (note.segment, note.kind.value, note.quote, note.text)


def _words(note: Note) -> tuple[_Said, tuple[str, ...]]:
    return (_said(note), note.topics)


def _original(note: Note) -> bool:
    """Whether the wording is the first there was, and nobody agreed to it."""
    return note.revision == 0 and note.agreement is Agreement.NONE


def _last(a: Note, b: Note) -> Note:
    """The one whose words stand."""
    if _original(a) is not _original(b):
        return b if _original(a) else a
    return max(a, b, key=lambda note: (note.revision, _words(note)))


def _other(a: Note, b: Note) -> list[Note]:
    """The wording that does not stand, as a point of its own; none where nothing is lost."""
    if _said(a) == _said(b) or _original(a) is not _original(b):
        return []
    stands = _last(a, b)
    loses = b if stands is a else a
    # A question stands once: the other wording has a letter only where the first is none.
    asked = stands.kind is not Kind.QUESTION
    return [
        replace(
            loses,
            id=other_id(loses.id, loses.revision),
            parent=loses.id,
            position=0,
            arranged=False,
            echoes=0,
            release=Release.HOSTS,
            tag=loses.tag if asked else "",
            mark=loses.mark if asked else Mark.NONE,
            round=loses.round if asked else 0,
            summary=False,
            merged=None,
            numbered=None,
        )
    ]


def _both(a: Note, b: Note, default: Release) -> Note:
    """What stands of a point that both have; `_other` tells what else was written."""
    stands = _last(a, b)
    topics = stands.topics
    if _said(a) == _said(b) and _original(a) is _original(b):
        topics = _topics(a, b)
    note = replace(stands, topics=topics)
    revision = max(a.revision, b.revision)
    if any(each.revision == revision and _words(each) != _words(note) for each in (a, b)):
        revision += 1  # whoever has the other words on screen must not overwrite these unseen
    mark = max(a.mark, b.mark, key=MARKS.index) if note.kind is Kind.QUESTION else Mark.NONE
    changes: dict[str, Any] = {}
    if _said(a) == _said(b) or _original(a) is not _original(b):
        changes = _agreed(a, b)
    return replace(
        note,
        revision=revision,
        mark=mark,
        tag=liked(a.id, (a.tag, b.tag)) if mark else "",
        round=max(a.round, b.round) if mark else 0,
        release=_released(a, b, default),
        summary=a.summary or b.summary,
        merged=max(a.merged or b"", b.merged or b"") or None,
        numbered=max(a.numbered, b.numbered, key=_certain),
        **changes,
    )


def _topics(a: Note, b: Note) -> tuple[str, ...]:
    """The topics of both; the order of the one that has all of them, where one has."""
    mine, theirs = set(a.topics), set(b.topics)
    if mine != theirs and (mine <= theirs or theirs <= mine):
        return a.topics if theirs <= mine else b.topics
    first, then = sorted((a, b), key=lambda note: (note.revision, note.topics), reverse=True)
    return tuple(dict.fromkeys((*first.topics, *then.topics)))


# What people said of a point


def _certain(value: bool | None) -> int:
    return -1 if value is None else int(value)


def _released(a: Note, b: Note, default: Release) -> Release | None:
    def freedom(release: Release | None) -> tuple[int, bool]:
        return (_RELEASES.index(release or default), release is None)

    return min(a.release, b.release, key=freedom)


def _agreed(a: Note, b: Note) -> dict[str, Any]:
    said = [note for note in (a, b) if note.agreement is not Agreement.NONE]
    if not said:
        return {"agreement": Agreement.NONE, "reservations": ""}
    agreement = min((note.agreement for note in said), key=_SURE.__getitem__)
    reservations = {note.reservations for note in said}
    if len(reservations) > 1:
        reservations = {part for all_ in reservations for part in all_.split(BETWEEN) if part}
    return {"agreement": agreement, "reservations": BETWEEN.join(sorted(reservations))}


def _own_voices(notes: Mapping[NoteId, Note]) -> dict[NoteId, int]:
    """The voices of each point without those that came with points merged into it."""
    own = {note.id: note.echoes for note in notes.values()}
    for note in notes.values():
        if note.merged is not None and note.merged in own:
            own[note.merged] -= note.echoes
    return {note_id: max(0, voices) for note_id, voices in own.items()}


def _greater(a: Mapping[NoteId, int], b: Mapping[NoteId, int]) -> dict[NoteId, int]:
    return {key: max(a.get(key, 0), b.get(key, 0)) for key in a.keys() | b.keys()}


# The session as held


def _reviews(reviews: Iterable[Review], notes: Mapping[NoteId, Note]) -> dict[TextName, Review]:
    """The reviews by text, as they stand once a number's struck point is gone."""
    return {
        review.text: replace(
            review,
            numbers=tuple(
                replace(each, note=each.note if each.note in notes else None)
                for each in review.numbers
            ),
            revision=0,
        )
        for review in reviews
    }


def _parts(one: Iterable[Part], two: Iterable[Part]) -> tuple[Part, ...]:
    parts = {part.id: part for part in one}
    for part in two:
        mine = parts.get(part.id)
        parts[part.id] = part if mine is None else _part(mine, part)
    return tuple(parts[key] for key in sorted(parts))


def _part(a: Part, b: Part) -> Part:
    """A segment that was held on one laptop was; too few speakers on one are too few."""
    return Part(
        a.id,
        min(a.place, b.place) or max(a.place, b.place),
        max(a.minutes, b.minutes),
        max(a.rounds, b.rounds),
        max(a.thin, b.thin, key=_certain),
        max(a.held, b.held, key=_certain),
    )


def _came(one: Mapping[str, bool], two: Mapping[str, bool]) -> dict[str, bool]:
    people = sorted(one.keys() | two.keys())
    return {person: one.get(person, True) and two.get(person, True) for person in people}


def _stricter(a: bool | None, b: bool | None) -> bool | None:
    """Whether both say yes; what one says where the other says nothing."""
    if a is None or b is None:
        return a if b is None else b
    return a and b
