"""The speakers list: the hands in the order in which they should speak, and why.

The order is a function of the hands alone, never of the route by which they came: points of
order, then two-fingers, then who was cut off, then the rest by the chosen order.
"""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.floor import Floor, Hand, HandKind, Order


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the list: the hand and, in words, why it stands there."""

    hand: Hand
    why: str


Rank = tuple[int, int, int, int]
"""What the list is sorted by: group, questions asked, turns had, place."""


def speakers_list(floor: Floor, *, rounds: bool = False) -> tuple[Place, ...]:
    """The hands in order. With `rounds`, who has asked goes behind who has not."""
    spoken, asked = dict(floor.spoken), dict(floor.asked) if rounds else {}

    def rank(hand: Hand) -> Rank:
        if hand.urgent is HandKind.POINT_OF_ORDER:
            return (0, 0, 0, hand.urgent_place)
        if hand.urgent is HandKind.TWO_FINGER:
            return (1, 0, 0, hand.urgent_place)
        if hand.used is not None:
            return (2, 0, 0, hand.place)
        questions = asked.get(hand.person, 0) if hand.kind is HandKind.QUESTION else 0
        return (3, questions, _turns(floor, spoken, hand.person), hand.place)

    ordered = sorted(floor.hands, key=rank)
    ranks = [rank(hand) for hand in ordered]
    return tuple(
        Place(hand, _why(floor, hand, ranks[n], spoken, ranks[n + 1 :]))
        for n, hand in enumerate(ordered)
    )


def first(floor: Floor, *, rounds: bool = False) -> Hand | None:
    """Whom "next" calls: the first whose line is not lost; None where nobody waits."""
    for place in speakers_list(floor, rounds=rounds):
        if not place.hand.lost:
            return place.hand
    return None


def _turns(floor: Floor, spoken: dict[str, int], person: str) -> int:
    """How far the chosen order moves a person back for having spoken."""
    match floor.order:
        case Order.FIRST_TIME_FIRST:
            return min(1, spoken.get(person, 0))
        case Order.LEAST_SPOKEN:
            return spoken.get(person, 0)
        case _:
            return 0


def _why(
    floor: Floor,
    hand: Hand,
    rank: Rank,
    spoken: dict[str, int],
    behind: list[Rank],
) -> str:
    """Why a hand stands where it does; `behind` are the ranks of those after it."""
    group, questions, _, _ = rank
    if hand.lost:
        return "LINE LOST, place kept"
    if group == 0:
        return "about procedure, goes first"
    if group == 1:
        return "replies to this intervention"
    if group == 2:
        return "was cut off, goes on"
    turns = spoken.get(hand.person, 0)
    if questions:
        return "has asked already"
    passed = [other for other in behind if other[3] < hand.place]
    if passed and not turns:
        return "first time"
    if any(others_asked for _, others_asked, _, _ in passed):
        return "before a second question"
    if passed:
        return "has spoken less"
    if floor.order is not Order.HAND_ORDER and turns:
        return "has spoken" if turns == 1 else f"has spoken {turns} times"
    return "hand order"
