"""The record: points, and how they stand to each other.

A note has no speaker, no author, no time and no sequence of capture (an attacker with the
exact timeline of the floor would turn any of them into names). Nothing may be added here
that would change that; `tests/test_record_shape.py` holds the list of allowed fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from operator import attrgetter
from typing import NamedTuple

from facilitator.agenda import Agenda, Rule, Segment, SegmentKind
from facilitator.errors import Refused

MAX_DEPTH = 4
"""Levels that points may be nested in the record; the brief shows two of them."""

POSITIONS = 2**62
"""Top-level positions are drawn from [0, POSITIONS): one scale for the whole session, so
that sorting by it mixes segments as well as points."""

NoteId = bytes
"""16 random bytes, made by the client that writes the note."""


class Kind(StrEnum):
    """What a point is. The order is that of the help line."""

    POINT = "point"
    QUESTION = "question"
    ANSWER = "answer"
    PROPOSAL = "proposal"
    SUPPORT = "support"
    CONCERN = "concern"
    ACTION = "action"
    FACT = "fact to check"
    PARKING = "parking"
    OTHER_SIDE = "other side"
    GAP = "gap"


class Release(StrEnum):
    """How far a point may go; each level includes those before it."""

    HOSTS = "hosts"
    REPORT = "report"
    BRIEF = "brief"


class Mark(StrEnum):
    """What has become of a question put in a Q&A segment; NONE: it is no such question."""

    NONE = ""
    OPEN = "open"
    ANSWERED = "answered"
    PARTLY = "partly"
    WRITING = "in writing"
    PARKED = "parked"
    DISCUSSION = "to the discussion"


class Seal(IntEnum):
    """How far the sealing of a session has come; from MARKED on nothing in it changes any more.

    MARKED: what could still tell is gone from the record, its traces may not be. SEARCHED: the
    program's own files were searched for the roster's names. SEALED: the roster is dealt with.
    """

    OPEN = 0
    MARKED = 1
    SEARCHED = 2
    SEALED = 3


class Agreement(StrEnum):
    """Whether a point was agreed; only a person says so, never a sign or its words.

    UNTESTED is agreement as the rapporteur understood it, without a test before everybody.
    """

    NONE = ""
    TESTED = "tested"
    UNTESTED = "untested"


@dataclass(frozen=True, slots=True)
class Note:
    """One captured point. `echoes` counts further voices; `release` None is the default.

    `position` orders siblings and says nothing of capture; `arranged` is whether a person
    gave it that place; `revision` counts edits, for compare-and-swap. A question of a Q&A
    segment has a `tag` (a letter drawn at random) and a `mark`; its `round` is known only
    while the segment runs, because a round of three askers would name them. `agreement` is
    tested where the chair summed the point up aloud and nobody objected; `reservations`
    are those with which it was agreed.

    The draft adds: `summary`, a sentence written over the points below it (the brief prints
    it alone); `merged`, the note that says the same and stands for this one, which is
    printed nowhere; `numbered`, how the points below are listed (None: as usual).
    """

    id: NoteId
    segment: str
    kind: Kind
    text: str
    topics: tuple[str, ...] = ()
    quote: bool = False
    echoes: int = 0
    release: Release | None = None
    parent: NoteId | None = None
    position: int = 0
    arranged: bool = False
    revision: int = 0
    tag: str = ""
    mark: Mark = Mark.NONE
    round: int = 0
    agreement: Agreement = Agreement.NONE
    reservations: str = ""
    summary: bool = False
    merged: NoteId | None = None
    numbered: bool | None = None


@dataclass(frozen=True, slots=True)
class AsHeld:
    """What was really held, as somebody answered at closing; what is unanswered is untold.

    `came` maps a public person's id to whether they came (missing: not answered);
    `segments` are the ids of the segments that were held (`Secretariat.held` puts them in
    the order of the day);
    `composition` is whether those in the room were as planned (None: not answered).
    """

    came: Mapping[str, bool] = field(default_factory=dict)
    segments: tuple[str, ...] = ()
    composition: bool | None = None


SALT_BYTES = 16
"""Random bytes that a session draws once for its dismissals."""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A wording that somebody kept in spite of the guard (`guard.dismissals` makes them).

    `digest` is that of the wording, keyed with the session's salt, `reason` what the person
    gave for it, `sentence` the keyed digest by which it goes when the sentence does.
    """

    digest: str
    reason: str
    sentence: str


class Conflict(Refused):
    """Somebody else changed the point first; `stands` is what it says now."""

    def __init__(self, stands: Note) -> None:
        super().__init__("somebody else has changed this point; both texts are shown")
        self.stands = stands


class Overtaken(Refused):
    """Somebody else changed the point meanwhile; nothing was forced.

    `stands` and `wanted` say in words what is there now and what was to be put in its place.
    """

    def __init__(self, stands: str = "", wanted: str = "") -> None:
        both = f": now it is “{stands}”, yours was “{wanted}”" if stands else ""
        super().__init__(
            f"somebody else has changed this point meanwhile{both}; nothing is overwritten"
        )
        self.stands = stands
        self.wanted = wanted


def agreement_words(agreement: Agreement, reservations: str) -> str:
    """Whether a point was agreed, in words, with its reservations."""
    told = {
        Agreement.NONE: "not agreed",
        Agreement.UNTESTED: "agreed, not tested",
        Agreement.TESTED: "agreed, tested",
    }[agreement]
    return f"{told}, with reservations: {reservations}" if reservations else told


def release_words(release: Release | None) -> str:
    """How far a point may go, in a word."""
    return release.value if release else "as the agenda says"


def list_words(numbered: bool | None) -> str:
    """How the points below another are listed, in words."""
    return {None: "as usual", True: "numbers below", False: "bullets below"}[numbered]


class OffTheRecord(Refused):
    """Nothing is noted now, and what was being written is not to be kept anywhere."""

    def __init__(self) -> None:
        super().__init__("off the record: nothing is noted")


class Sealed(Refused):
    """The session is sealed, or its sealing has begun."""

    def __init__(self) -> None:
        super().__init__("the session is sealed: a point can be struck, nothing else changes")


class Struck(Refused):
    """The point was struck; nothing brings it back."""

    def __init__(self) -> None:
        super().__init__("this point was struck and does not come back")


class Line(NamedTuple):
    """One row of an outline: how deep the note stands, and the note."""

    depth: int
    note: Note


_PLACE = attrgetter("position", "id")


def outline(notes: Iterable[Note], arrival: Iterable[NoteId] = ()) -> tuple[Line, ...]:
    """The notes as a tree read from top to bottom.

    Top-level notes stand in `arrival` order where it is known (a running segment), behind
    those of which it is not, by position; children always by position under their parent.
    A note whose parent is not among `notes` stands at the top; one that was merged into
    another stands nowhere.
    """
    standing = {note.id: note for note in notes if note.merged is None}
    children: dict[NoteId | None, list[Note]] = {}
    for note in standing.values():
        parent = note.parent if note.parent in standing else None
        if parent in children:
            children[parent].append(note)
        else:
            children[parent] = [note]
    tops = {note.id: note for note in children.pop(None, ())}
    came = [tops.pop(note_id) for note_id in arrival if note_id in tops]
    stack = [Line(0, note) for note in (*sorted(tops.values(), key=_PLACE), *came)]
    stack.reverse()
    lines: list[Line] = []
    while stack:
        line = stack.pop()
        lines.append(line)
        if (below := children.get(line.note.id)) is not None:
            below.sort(key=_PLACE, reverse=True)
            depth = line.depth + 1
            stack.extend([Line(depth, child) for child in below])
    return tuple(lines)


def keeps_order(agenda: Agenda, segment: Segment) -> bool:
    """Whether the segment's points may keep the order in which they were written.

    Only where everybody knows who spoke: on the record, with a public lead.
    """
    return agenda.public_lead(segment) is not None


def stored_kind(kind: Kind, segment: Segment) -> Kind:
    """The kind under which a line is stored in `segment`.

    Where one lead answers under the Rule, everybody knows who answered: an answer is then
    stored as a plain point, so that nothing pairs it with its question.
    """
    if kind is Kind.ANSWER and segment.lead and segment.rule.protects:
        return Kind.POINT
    return kind


def asks(kind: Kind, segment: Segment) -> bool:
    """Whether a point of this kind is a question of a round in `segment`."""
    return kind is Kind.QUESTION and segment.kind is SegmentKind.QA


def refuse_unwritable(segment: Segment, *, quote: bool) -> None:
    """Raise `Refused` where the segment's rule does not let this be noted."""
    if not segment.rule.allows_notes:
        raise Refused(f"“{segment.title}” is off the record: nothing is noted in it")
    if quote and segment.rule is Rule.CHATHAM_HOUSE_CONSENT:
        raise Refused("exact words need permission in this segment: write the gist instead")


@dataclass(frozen=True, slots=True)
class Words:
    """The part of a note that a person types and may edit."""

    kind: Kind
    text: str
    topics: tuple[str, ...] = ()
    quote: bool = False
