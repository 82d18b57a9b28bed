"""Whether something stands in what others in the room said, asked or recalled: then it is their
subject matter, and tells of nobody who is here."""

from __future__ import annotations

from facilitator.guard import evidence_en
from facilitator.guard.frames import Match
from facilitator.guard.room import Context


def is_told_of(match: Match, context: Context) -> bool:
    """ "It was recalled that a mediator had", "The bank hid it, one participant thought"."""
    lower, acts = context.tokens.lower, context.acts
    span = acts[match.first : match.last]
    if not {"R", "r", "@", "m", "w", "s", "$"}.isdisjoint(span):
        return False
    first, last = context.tokens.sentence(match.first)
    return _opened(lower, acts, first, match.first) or _closed(lower, acts, match.last, last)


def _opened(lower: list[str], acts: str, first: int, until: int) -> bool:
    """Whether somebody unnamed says or asks, and the clause of it begins before `until`."""
    for at in range(first, min(first + 4, until)):
        if acts[at] in "Vvg" and at > first:
            subject = lower[first:at]
            break
        if acts[at] in "xn" and lower[at] in {"question", "point", "view", "fear", "hope"}:
            subject = ["somebody"]
            break
    else:
        return False
    if not (evidence_en.UNNAMED & set(subject) or subject[:2] in (["it", "was"], ["it", "is"])):
        return False
    return any(
        acts[i] in "tW" or lower[i] in evidence_en.CLAUSES
        for i in range(at + 1, min(at + 4, until))
    )


def _closed(lower: list[str], acts: str, since: int, last: int) -> bool:
    """Whether the sentence ends with who said so, unnamed: ", one participant recalled"."""
    for at in range(max(since, last - 7), last - 2):
        if acts[at] != ",":
            continue
        said = lower[at + 1 : last]
        if said[:2] == ["it", "was"] or said[:1] == ["went"]:
            return True
        if evidence_en.UNNAMED & set(said[:2]) and any(
            each in "Vvg" for each in acts[at + 1 : last]
        ):
            return True
    return False
