"""The floor: who speaks, who waits, who has been heard.

People are known by their names here, which is why a floor is never stored: it lives in
memory and in the volatile journal, and is destroyed at closing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

TRACEABLE = 3
"""Fewer people than this who spoke make a segment, or a round of it, thin."""

SLIPPED = 1.0
"""Seconds within which a second "next" is taken for a finger that slipped."""


class HandKind(StrEnum):
    """What a hand asks for, and what a turn is; only a lead's turn is an answer."""

    STATEMENT = "statement"
    QUESTION = "question"
    TWO_FINGER = "two-finger"
    POINT_OF_ORDER = "point of order"
    ANSWER = "answer"

    @property
    def urgent(self) -> bool:
        """Whether it goes before the list and leaves the person's own place alone."""
        return self in (HandKind.TWO_FINGER, HandKind.POINT_OF_ORDER)


class ListState(StrEnum):
    """Whether the speakers list takes new hands."""

    OPEN = "open"
    LAST_WORD = "last word"
    CLOSED = "closed"


class Order(StrEnum):
    """The chosen order of the list; advice, since the moderator may call anybody."""

    HAND_ORDER = "hand-order"
    FIRST_TIME_FIRST = "first-time-first"
    LEAST_SPOKEN = "least-spoken"


@dataclass(frozen=True, slots=True)
class Moment:
    """When a command is given: the running segment's own clock in seconds (which a pause
    stops, so that it is charged to nobody), and how many points had been kept by then."""

    at: float = 0.0
    points: int = 0


@dataclass(frozen=True, slots=True)
class Hand:
    """One person's request for the floor; nobody has two.

    `kind` is what they wait for in their own place (None: only something urgent), `urgent`
    what they ask for before that. Places count the hands of the session. `used` are the
    seconds they had already spoken when they were cut off; such a hand goes first.
    """

    person: str
    place: int
    kind: HandKind | None = None
    urgent: HandKind | None = None
    urgent_place: int = 0
    reason: str = ""
    lost: bool = False
    used: float | None = None

    @property
    def given(self) -> HandKind:
        """What the person would be given now."""
        kind = self.urgent or self.kind
        if kind is None:
            raise AssertionError("a hand asks for something")
        return kind


@dataclass(frozen=True, slots=True)
class Turn:
    """One holding of the floor, begun `at` on the segment's clock.

    `used` are seconds spoken before the turn was cut off; `points` is how many points the
    segment had when it began.
    """

    person: str
    kind: HandKind
    at: float
    used: float = 0.0
    points: int = 0

    def length(self, at: float) -> float:
        """Seconds spoken so far."""
        return self.used + max(0.0, at - self.at)


Counts = tuple[tuple[str, int], ...]
"""How often each person did something, in the order in which they first did."""


@dataclass(frozen=True, slots=True)
class Floor:
    """Everything volatile about who speaks. `revision` grows with every command.

    `spoken` counts the interventions of each person in this segment, `asked` their questions;
    `heard` and `round_heard` name whose words may be among the points of the segment and of
    the present round; `round` and `answering` are those of the record that this floor goes
    with, by which a floor left behind is known; `fewest_heard` is the least number of people
    heard in a round gone by.
    """

    segment: str = ""
    hands: tuple[Hand, ...] = ()
    turn: Turn | None = None
    last: Turn | None = None
    list: ListState = ListState.OPEN
    order: Order = Order.HAND_ORDER
    raised: int = 0
    two_fingers: int = 0
    spoken: Counts = ()
    asked: Counts = ()
    heard: tuple[str, ...] = ()
    round_heard: tuple[str, ...] = ()
    fewest_heard: int | None = None
    round: int = 0
    answering: bool = False
    newcomers: tuple[str, ...] = ()
    revision: int = 0

    def hand_of(self, person: str) -> Hand | None:
        """That person's hand, if it is raised."""
        for hand in self.hands:
            if hand.person == person:
                return hand
        return None


def fewest(floor: Floor) -> int | None:
    """The least number of people heard in a round, the present one included if anybody was."""
    if not floor.round_heard:
        return floor.fewest_heard
    present = len(floor.round_heard)
    return present if floor.fewest_heard is None else min(floor.fewest_heard, present)


def thin(floor: Floor, *, rounds: bool) -> bool | None:
    """Whether the segment (or, with `rounds`, one of its rounds) has too few speakers to hide in.

    None where the list was not used at all, so that nobody can say.
    """
    if not floor.heard:
        return None
    number = fewest(floor) if rounds else None
    return (len(floor.heard) if number is None else min(number, len(floor.heard))) < TRACEABLE


def slipped(floor: Floor, moment: Moment) -> bool:
    """Whether a turn began so shortly ago that a second "next" may be a slip."""
    return floor.turn is not None and moment.at - floor.turn.at < SLIPPED


@dataclass(frozen=True, slots=True)
class OnStage:
    """What the desk lets the stage know of the floor. Names only where it was switched on.

    `kind` is that of the present turn ("" where the floor is free), begun `at` on the
    segment's clock with `used` seconds spoken before; `limit` in seconds, None where there
    is none. `waiting` counts the hands; `list` says whether new ones are taken. All of it
    is true of `segment` only: the desk may have gone, and the meeting moved on.
    """

    segment: str = ""
    kind: str = ""
    at: float = 0.0
    used: float = 0.0
    limit: float | None = None
    waiting: int = 0
    list: str = ListState.OPEN
    speaker: str = ""
    up: tuple[str, ...] = ()
