"""Descriptions that by their own words fit one person, or two: "the youngest of us"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.guard import clues_en, frames_en
from facilitator.guard.frames import outside
from facilitator.guard.room import suffered, verb_at
from facilitator.guard.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Unique:
    """Tokens [first, last) say of themselves that they fit one person, or `few` people."""

    first: int
    last: int
    few: bool = False


_DOES = r"(?:[jAI]*[Vvigs]|[jI]*[AI])"
_DID = r"(?:[jA]*[Vvigs]|j*A)"
_FITS = re.compile(
    r"(?:[^!|,VvigRPOu@AI]~*){0,3}(?:[RPOu]~*@~*|R~*|[POu]~*(?=[^!|]{0,10}[VvigsAI@)])|"
    rf"[POu]~*(?=[|!]|$)|[NTG]~*(?:-.)?(?={_DOES})|1dq?[rlobSTu]~*|.~*@~*)"
)
_THERE = re.compile(r"(?:[FNTGBKC.q]~*(?:-.)?){0,3}?[POYu]~*@~*|(?:F~*)*G~*@~*")
_AMONG = re.compile(r"(?:F~*)?[PO]~*.(?=d(?:F~*)*[lo])")
_THE_FROM = re.compile(
    rf"(?:[FNTG.]~*){{0,2}}(?:[RPOu]~*[f3]|[Ru]~*[892])[^!|,VvigAI]{{1,7}}?(?={_DOES})"
)
_THE_TWO = re.compile(r"q(?:[FNTG.]~*){0,2}[rlobSu]~*(?=[jA]*[Vi@])")
_AUTHOR = re.compile(rf".(?:1[^!|,VvigAI]{{1,6}}?)?(?={_DID})")
_JUST_ONE = re.compile(r"(?:[FNTG.]~*){1,2}R~*|(?:[FNTG.]~*){0,2}[POu]~*")
_IS_ONLY = re.compile(r"(?:[^!|,VvigRPOu@AI]~*){0,3}[POuN]~*")
_BARE = re.compile(rf"(?={_DOES}|[@1W])")
_FROM_SOMEWHERE = re.compile(r"fd?[CKGZ]")


def unique(tokens: Tokens, acts: str, first: int, last: int) -> Iterator[Unique]:
    """What in the sentence [first, last) fits one person of any room, or two."""
    lower = tokens.lower
    if lower[first] in {"nobody", "none"} and lower[first + 1 : first + 2] == ["else"]:
        here = acts.find("@", first, last)
        if here > 0:
            yield Unique(first, here + 1)
    if lower[first] == "alone" and acts[first + 1 : first + 2] in {"1", "."}:
        yield Unique(first, min(first + 4, last))
    for at in range(first, last):
        word = lower[at]
        if word == "else" and lower[at - 1] in {"nobody", "none"}:
            # "Nobody else from the Gulf" tells that there was one.
            if _FROM_SOMEWHERE.match(acts, at + 1, last):
                yield Unique(at - 1, at + 1, few=True)
        elif word == "hers" and lower[at + 1 : at + 4] == ["was", "the", "only"]:
            yield Unique(at, at + 4)
        if word in clues_en.BARELY and (
            lower[at + 1 : at + 2] == ["one"] and acts[at - 1 : at] not in {"d", "m"}
        ):
            alone = _JUST_ONE.match(acts, at + 2, last)
            if alone and not _suffers(tokens, acts, alone.end()):
                yield Unique(at, alone.end())
            continue
        elif word == "the":
            yield from _definite(tokens, acts, at, last)
        if word not in clues_en.MOST:
            continue
        before = max(first, at - 1)
        if acts[before] not in "dm'" and lower[before] != "most":
            continue
        begin = at - 1 if acts[at - 1] in "dm'" else at - 2
        if begin < first:
            continue
        end = _described(tokens, acts, at, last, copula=_of_somebody(lower, begin))
        if end:
            yield Unique(begin, end)


def _definite(tokens: Tokens, acts: str, at: int, last: int) -> Iterator[Unique]:
    """ "The shipbuilder at the table" is one, "the man from the yard" soon found."""
    window = acts[at + 1 : last]
    there = _THERE.match(window)
    if there:
        yield Unique(at, at + 1 + there.end())
        return
    among = _AMONG.match(window)
    if among and tokens.lower[at + among.end()] in {"among", "amongst"}:
        yield Unique(at, at + 1 + among.end())
        return
    if "".join(tokens.lower[at + 1 : at + 2]) in clues_en.AUTHORS:
        drew = _AUTHOR.match(window)
        if drew and not outside(tokens, at, at + 1 + drew.end()):
            yield Unique(at, at + 1 + drew.end(), few=True)
            return
    both = _THE_TWO.match(window)
    if both:
        yield Unique(at, at + 1 + both.end(), few=True)
        return
    somewhere = _THE_FROM.match(window)
    said = tokens.lower[at : at + 1 + (somewhere.end() if somewhere else 0)]
    if somewhere and _suffers(tokens, acts, at + 1 + somewhere.end()):
        return
    if somewhere and frames_en.MEETING_NOUNS.isdisjoint(said):
        yield Unique(at, at + 1 + somewhere.end(), few=True)


def _of_somebody(lower: list[str], begin: int) -> bool:
    """Whether "he is" or "as" stands before: then no verb need follow."""
    before = lower[max(0, begin - 2) : begin]
    return before[-1:] == ["as"] or (
        len(before) == 2 and before[0] in {"he", "she", "i"} and before[1] in clues_en.BEING
    )


def _described(tokens: Tokens, acts: str, at: int, last: int, *, copula: bool) -> int:
    """Where the description that opens with "youngest" at `at` ends, or 0."""
    word = tokens.lower[at]
    window = acts[at + 1 : min(at + 11, last)]
    match = _FITS.match(window)
    if match is None and copula:
        match = _IS_ONLY.match(window)
    if match is None and word in clues_en.ALONE and _BARE.match(window):
        return at + 1
    return at + 1 + match.end() if match and match.end() else 0


def _suffers(tokens: Tokens, acts: str, end: int) -> bool:
    """Whether what follows the description was done to somebody, in the world."""
    main = verb_at(acts, end)
    return suffered(tokens.lower[end:main], "".join(tokens.lower[main : main + 1]))
