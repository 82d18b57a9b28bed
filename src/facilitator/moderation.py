"""What the moderator does to the floor: the commands, and the one way from floor to floor."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.agenda import SpeakersListPlan
from facilitator.errors import Refused
from facilitator.floor import Counts, Floor, Hand, HandKind, ListState, Moment, Order, Turn


@dataclass(frozen=True, slots=True)
class Raise:
    """A hand goes up. A second one of the same person changes the first and keeps its place."""

    person: str
    kind: HandKind
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Explain:
    """Say why somebody waits."""

    person: str
    reason: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """A hand goes down, what is urgent first; the running clock is not touched."""

    person: str


@dataclass(frozen=True, slots=True)
class Next:
    """Give the floor to `person`, who is first on the list as shown; "" ends the turn only."""

    person: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """Give the floor to anybody, on the list or not; `kind` where they had no hand up."""

    person: str
    kind: HandKind


@dataclass(frozen=True, slots=True)
class EndTurn:
    """The floor is free."""


@dataclass(frozen=True, slots=True)
class LineLost:
    """A person's line dropped, or is back: they keep their place and are passed over."""

    person: str


@dataclass(frozen=True, slots=True)
class BackOnList:
    """Whoever spoke last was cut off: they go first, with the time they had used."""


@dataclass(frozen=True, slots=True)
class SetList:
    """Close the list, open it, or announce the last word."""

    state: ListState


@dataclass(frozen=True, slots=True)
class SetOrder:
    """Choose another order of the list."""

    order: Order


@dataclass(frozen=True, slots=True)
class EnterSegment:
    """Another segment runs ("": none); the hands come along or are cleared."""

    segment: str
    carry: bool = True


@dataclass(frozen=True, slots=True)
class EnterRound:
    """A new round begins: nobody has been heard in it."""


@dataclass(frozen=True, slots=True)
class Shift:
    """The segment's clock was set forward by `seconds`: its start was back-dated."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Join:
    """Somebody who is not on the roster has come."""

    person: str


Command = (
    Raise
    | Explain
    | Withdraw
    | Next
    | Call
    | EndTurn
    | LineLost
    | BackOnList
    | SetList
    | SetOrder
    | EnterSegment
    | EnterRound
    | Shift
    | Join
)


def apply(floor: Floor, command: Command, moment: Moment, plan: SpeakersListPlan) -> Floor:
    """The floor after `command`; raises `Refused` where it makes no sense."""
    match command:
        case Raise():
            new = _raised(floor, command, plan)
        case Explain(person, reason):
            new = _with_hand(floor, replace(_waiting(floor, person), reason=reason))
        case Withdraw(person):
            new = _withdrawn(floor, _waiting(floor, person))
        case Next(person):
            freed = not person
            new = _freed(floor, moment) if freed else _given(floor, _waiting(floor, person), moment)
        case Call(person, kind):
            # Who is to answer answers, whatever their own hand asks for.
            waiting = None if kind is HandKind.ANSWER else floor.hand_of(person)
            new = _given(floor, waiting or Hand(person, 0, kind), moment)
        case EndTurn():
            new = _freed(floor, moment)
        case LineLost(person):
            new = _line_lost(floor, person, moment)
        case BackOnList():
            new = _back(floor)
        case SetList(state):
            new = replace(floor, list=state)
        case SetOrder(order):
            new = replace(floor, order=order)
        case EnterSegment(segment, carry):
            new = _entered(floor, segment, carry=carry)
        case EnterRound():
            # A round in which the list was not used counts as thin: nobody can say.
            known = floor.fewest_heard
            heard = len(floor.round_heard)
            lowest = heard if known is None else min(known, heard)
            new = replace(floor, round_heard=(), fewest_heard=lowest)
        case Shift(seconds):
            turn = floor.turn and replace(floor.turn, at=floor.turn.at + seconds)
            new = replace(floor, turn=turn)
        case Join(person):
            newcomers = dict.fromkeys((*floor.newcomers, person))
            new = replace(floor, newcomers=tuple(newcomers))
    return replace(new, revision=floor.revision + 1)


def _waiting(floor: Floor, person: str) -> Hand:
    hand = floor.hand_of(person)
    if hand is None:
        raise Refused("this person is not on the list")
    return hand


def _without(floor: Floor, person: str) -> Floor:
    return replace(floor, hands=tuple(hand for hand in floor.hands if hand.person != person))


def _withdrawn(floor: Floor, hand: Hand) -> Floor:
    """What is urgent goes first; the person's own place goes with a second withdrawal."""
    if hand.urgent is not None and hand.kind is not None:
        return _with_hand(floor, replace(hand, urgent=None, urgent_place=0))
    return _without(floor, hand.person)


def _with_hand(floor: Floor, hand: Hand) -> Floor:
    """The floor with this hand, in the place where the same person's one stood."""
    if floor.hand_of(hand.person) is None:
        return replace(floor, hands=(*floor.hands, hand))
    hands = tuple(hand if each.person == hand.person else each for each in floor.hands)
    return replace(floor, hands=hands)


def _raised(floor: Floor, command: Raise, plan: SpeakersListPlan) -> Floor:
    person, kind = command.person, command.kind
    if kind is HandKind.ANSWER:
        raise Refused("an answer needs no hand: call the person")
    if floor.turn is not None and floor.turn.person == person:
        raise Refused("this person has the floor")
    before = floor.hand_of(person)
    own_place = before is not None and before.kind is not None and not kind.urgent
    passes = kind is HandKind.POINT_OF_ORDER or own_place
    if floor.list is ListState.CLOSED and not passes:
        raise Refused("the list is closed; a point of order still passes, x opens the list")
    if kind is HandKind.TWO_FINGER and before and before.urgent is HandKind.POINT_OF_ORDER:
        raise Refused("this person has a point of order up, which goes before")
    if kind is HandKind.TWO_FINGER and not (before and before.urgent is kind):
        waiting = sum(1 for hand in floor.hands if hand.urgent is kind)
        if floor.turn is None and floor.last is None:
            raise Refused("a two-finger replies to an intervention, and nobody has spoken yet")
        if floor.two_fingers + waiting >= plan.two_fingers_per_floor:
            number = plan.two_fingers_per_floor
            most = "no two-finger" if not number else f"only {number} two-finger"
            raise Refused(f"{most}{'s' if number > 1 else ''} to one intervention (the agenda)")
    place = floor.raised + 1
    hand = before or Hand(person, place)
    if kind.urgent:
        again = hand.urgent is kind
        hand = replace(hand, urgent=kind, urgent_place=hand.urgent_place if again else place)
    else:
        # Who has only something urgent has no place of their own yet.
        own = hand.place if hand.kind is not None else place
        hand = replace(hand, kind=kind, place=own)
    hand = replace(hand, lost=False, reason=command.reason or hand.reason)
    return _with_hand(replace(floor, raised=place), hand)


def _given(floor: Floor, hand: Hand, moment: Moment) -> Floor:
    """The floor goes to the person of `hand`; what they were given is no longer waited for."""
    if not floor.segment:
        raise Refused("no segment is running: n starts the next one")
    if floor.turn is not None and floor.turn.person == hand.person:
        raise Refused("this person has the floor")
    person, kind = hand.person, hand.given
    if hand.urgent is not None and hand.kind is not None:
        left = replace(hand, urgent=None, urgent_place=0, lost=False)
        freed = _with_hand(_freed(floor, moment), left)
    else:
        freed = _without(_freed(floor, moment), person)
    interrupted = floor.turn is not None and not floor.turn.kind.urgent
    if kind is HandKind.POINT_OF_ORDER and interrupted:
        freed = _back(freed)  # whoever was interrupted goes on after it
    resumed = hand.used is not None and hand.urgent is None
    used = (hand.used or 0.0) if resumed else 0.0
    turn = Turn(person, kind, moment.at, used, moment.points)
    new = replace(freed, turn=turn)
    if kind is HandKind.TWO_FINGER:
        new = replace(new, two_fingers=floor.two_fingers + 1)
    elif not kind.urgent:
        new = replace(new, two_fingers=0)
        if not resumed:
            new = replace(new, spoken=_counted(new.spoken, person))
            if kind is HandKind.QUESTION:
                new = replace(new, asked=_counted(new.asked, person))
        if floor.list is ListState.LAST_WORD:
            new = replace(new, list=ListState.CLOSED)
    if kind is not HandKind.POINT_OF_ORDER:
        heard, in_round = (dict.fromkeys((*who, person)) for who in (new.heard, new.round_heard))
        new = replace(new, heard=tuple(heard), round_heard=tuple(in_round))
    return new


def _freed(floor: Floor, moment: Moment) -> Floor:
    if floor.turn is None:
        return floor
    return replace(floor, turn=None, last=replace(floor.turn, used=floor.turn.length(moment.at)))


def _line_lost(floor: Floor, person: str, moment: Moment) -> Floor:
    if floor.turn is not None and floor.turn.person == person:
        back = _back(_freed(floor, moment))
        return _with_hand(back, replace(_waiting(back, person), lost=True))
    hand = _waiting(floor, person)
    return _with_hand(floor, replace(hand, lost=not hand.lost))


def _back(floor: Floor) -> Floor:
    last = floor.last
    if last is None:
        raise Refused("nobody has spoken yet")
    if floor.turn is not None and floor.turn.person == last.person:
        raise Refused("whoever spoke last has the floor")
    place = floor.raised + 1
    hand = floor.hand_of(last.person) or Hand(last.person, place)
    if last.kind.urgent:
        hand = replace(hand, urgent=last.kind, urgent_place=place)
    else:
        hand = replace(hand, kind=hand.kind or last.kind, used=last.used)
    return _with_hand(replace(floor, raised=place, last=None), hand)


def _entered(floor: Floor, segment: str, *, carry: bool) -> Floor:
    return replace(
        floor,
        segment=segment,
        hands=tuple(_carried(hand) for hand in floor.hands) if carry else (),
        turn=None,
        last=None,
        list=ListState.OPEN,
        two_fingers=0,
        spoken=(),
        asked=(),
        heard=(),
        round_heard=(),
        fewest_heard=None,
    )


def _carried(hand: Hand) -> Hand:
    """A hand in the next segment: the time used before, and what it replied to, are gone."""
    hand = replace(hand, used=None)
    if hand.kind is HandKind.ANSWER:
        hand = replace(hand, kind=HandKind.STATEMENT)
    if hand.urgent is HandKind.TWO_FINGER:
        own = hand.place if hand.kind is not None else hand.urgent_place
        kind = hand.kind or HandKind.STATEMENT
        hand = replace(hand, urgent=None, urgent_place=0, kind=kind, place=own)
    return hand


def _counted(counts: Counts, person: str) -> Counts:
    known = dict(counts)
    known[person] = known.get(person, 0) + 1
    return tuple(known.items())
