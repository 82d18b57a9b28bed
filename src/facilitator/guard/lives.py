"""Where a clause about a participant tells of a life that others in the trade may know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.guard import clues_en
from facilitator.guard import lives_en as en

_PLACES = frozenset("KCX")


def told(lower: Sequence[str], acts: str, begin: int, last: int) -> Iterator[tuple[int, int]]:
    """[first, last) tokens that tell of a life, in the clause behind a mention that ends at
    `begin`."""
    yield from _origin(lower, begin, last)
    verb = begin
    while verb < last and acts[verb] in "jAI":
        verb += 1
    stop = min(verb + 8, last)
    if verb < last:
        word = lower[verb]
        if word in en.TRADES and _somewhere(lower, acts, verb, stop):
            yield verb, stop
        if word in en.TOLD_OF:
            yield from _recalled(lower, acts, verb, stop)
    if "".join(lower[begin : begin + 1]) in {"has", "had"} and _has(lower, acts, begin, last):
        yield begin, min(begin + 6, last)
    for at in range(begin, last - 2):
        word = lower[at]
        if word == "in" and _earlier(lower, at, last):
            yield at, min(at + 4, last)
        elif word == "behind" and lower[at + 1] in {"him", "her"}:
            if not clues_en.SPANS.isdisjoint(lower[max(begin, at - 5) : at]):
                yield max(begin, at - 4), at + 2
        elif word == "used" and lower[at + 1] == "to" and at < begin + 3:
            if lower[at + 2] not in en.NO_USES:
                yield at, min(at + 6, last)
        elif word == "who" and at < begin + 2:
            yield from _who(lower, acts, at, last)
        elif word == "spoke" and lower[at + 1] in {"for", "as"} and at < begin + 3:
            yield from _origin(lower, at + 1, last)


def _origin(lower: Sequence[str], begin: int, last: int) -> Iterator[tuple[int, int]]:
    """ "From a country between two giants", "came from a state that has no army"."""
    near = lower[begin : min(begin + 3, last)]
    at = next((i for i, word in enumerate(near) if word in {"from", "for", "of", "as"}), -1)
    if at < 0 or any(word not in {"came", "comes", "is", "was"} for word in near[:at]):
        return
    at += begin
    if lower[at + 1 : at + 2] == ["the"] and "".join(lower[at + 2 : at + 3]) in en.SUPERLATIVES:
        yield at, min(at + 4, last)
        return
    if lower[at + 1 : at + 2] not in (["a"], ["an"]):
        return
    for noun in range(at + 2, min(at + 5, last - 1)):
        follower = lower[noun + 1]
        if lower[noun] in en.DISTINCT and lower[at] != "as" and follower in en.HOWEVER:
            yield at, min(noun + 6, last)
            return
        if lower[noun] == "from" and follower == "outside" and lower[at] == "as":
            yield at, min(noun + 4, last)
            return


def _somewhere(lower: Sequence[str], acts: str, verb: int, stop: int) -> bool:
    """Whether a place or a body follows in which, or for which, it is done."""
    return any(
        acts[at] in "KCXBZ" and acts[at - 1] in "daNTFG8274.~" and lower[at] not in {"board"}
        for at in range(verb + 2, stop)
    ) and any(lower[at] in {"in", "at", "for", "of", "from"} for at in range(verb + 1, stop))


def _recalled(lower: Sequence[str], acts: str, verb: int, stop: int) -> Iterator[tuple[int, int]]:
    doing = verb + 1 + (lower[verb + 1 : verb + 2] == ["having"])
    if lower[verb] == "spoke" and lower[verb + 1 : verb + 2] == ["of"]:
        doing = verb + 2
    near = lower[doing:stop]
    if (
        (near and near[0] in en.CAREERS)
        or near[:2] == ["to", "have"]
        or (doing > verb + 1 and not en.TOLD_WITH.isdisjoint(near))
    ):
        yield verb, stop


def _has(lower: Sequence[str], acts: str, at: int, last: int) -> bool:
    """ "Has an office in Pyongyang"."""
    stop = min(at + 8, last)
    noun = next((i for i in range(at + 1, min(at + 5, last)) if lower[i] in en.DESKS), -1)
    return noun > 0 and any(
        acts[i] in _PLACES and acts[i - 1] in "82" for i in range(noun + 1, stop)
    )


def _earlier(lower: Sequence[str], at: int, last: int) -> bool:
    near = lower[at + 1 : min(at + 5, last)]
    if near[:1] in (["a"], ["an"], ["his"], ["her"]):
        near = near[1:]
    return len(near) > 1 and near[0] in en.EARLIER and near[1] in en.LIVES


def _who(lower: Sequence[str], acts: str, at: int, last: int) -> Iterator[tuple[int, int]]:
    """ "Who speaks for the makers", "who had delivered budgets himself"."""
    stop = min(at + 8, last)
    if (lower[at + 1] in en.FOR_OTHERS and lower[at + 2 : at + 3] == ["for"]) or (
        lower[at + 1] in en.TRADES and _somewhere(lower, acts, at + 1, stop)
    ):
        yield at, stop
    elif lower[at + 1] in clues_en.ARRIVED and lower[at + 2 : at + 3] == ["from"]:
        if acts[at + 3 : at + 4] in {"Z", "K", "C"}:
            yield at, at + 4
    elif lower[at + 1] in {"had", "has"}:
        for i in range(at + 3, stop):
            if lower[i] in {"himself", "herself"}:
                yield at, i + 1
                return


def closed(acts: str, begin: int, last: int) -> int:
    """Where a clause set off by commas ends, if what the person did follows: else `last`."""
    for at in range(begin + 1, last):
        if acts[at] == "," and acts[at + 1 : at + 2] in {*"Vvg"}:
            return at
    return last
