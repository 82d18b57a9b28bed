"""Whether a name that is also a word is the thing where it stands, by what stands around it."""

from __future__ import annotations

from facilitator.guard.deeds import several
from facilitator.guard.deeds_en import (
    HELPERS,
    MARKET_MOVES,
    MARKETED,
    PASTS,
    UNCOUNTED,
    only_people,
)
from facilitator.guard.evidence_en import UNNAMED
from facilitator.guard.tokens import Tokens
from facilitator.guard.vocabulary import is_english


def is_a_thing(tokens: Tokens, letters: str, left: int, right: int) -> bool:
    """Whether the word in the tokens [left, right) is no name, whatever verb follows."""
    return (
        _of_something_said(tokens, letters, left, right)
        or _among_others(tokens, left, right)
        or _on_a_market(tokens, left, right)
    )


def _of_something_said(tokens: Tokens, letters: str, left: int, right: int) -> bool:
    """Whether the word opens what somebody unnamed said: "Price, said one participant, is"."""
    if letters[right : right + 1] != ",":
        return False
    near = tokens.lower[right + 1 : right + 8]
    if "," not in near or UNNAMED.isdisjoint(near[: near.index(",")]):
        return False
    return letters[right + 1] in "Vv" or near[0] in UNNAMED or near[:2] == ["it", "was"]


def _on_a_market(tokens: Tokens, left: int, right: int) -> bool:
    """Whether a price or a thing moves: "Sterling rose a cent", "Gold lost its lustre"."""
    lower = tokens.lower
    if not tokens.starts[left] or lower[left] not in UNCOUNTED | MARKETED:
        return False
    did, follower = ("".join(lower[at : at + 1]) for at in (right, right + 1))
    if follower == "its" and did in PASTS and not only_people(PASTS[did]):
        return True
    if did not in MARKET_MOVES:
        return False
    figure = "".join(lower[right + 2 : right + 3])
    if follower in {"to", "by", "from"}:
        return figure[:1].isdigit() or figure in {"a", "the", "nearly", "almost", "record"}
    return follower in _ON_MARKETS or follower[:1].isdigit()


def _among_others(tokens: Tokens, left: int, right: int) -> bool:
    """Whether others of the kind do the like: "Banks said no, insurers said maybe"."""
    lower = tokens.lower
    if not tokens.starts[left] or not several(lower[left]):
        return False
    _, last = tokens.sentence(left)
    for at in range(right + 1, min(last - 2, right + 9)):
        if lower[at] not in {",", ";"}:
            continue
        other = at + 1 + (lower[at + 1] in {"and", "but", "while"})
        word, did = lower[other], lower[min(other + 1, last - 1)]
        return (
            tokens.words[other].islower()
            and several(word)
            and is_english(word)
            and (did in PASTS or did in HELPERS or did.endswith("ed"))
        )
    return False


_ON_MARKETS = frozenset("a against after before sharply again further steadily all when".split())
