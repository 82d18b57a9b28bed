"""Whether something stands in what others in the room said, asked or recalled: then it is their
subject matter, and tells of nobody who is here."""

from __future__ import annotations

import re

from facilitator.guard import evidence_en
from facilitator.guard.frames import Match
from facilitator.guard.room import Context, verb_at


def is_told_of(match: Match, context: Context) -> bool:
    """ "It was recalled that a mediator had", "The bank hid it, one participant thought"."""
    lower, acts = context.tokens.lower, context.acts
    span = acts[match.first : match.last]
    if not {"R", "r", "@", "m", "w", "s", "$"}.isdisjoint(span):
        return False
    first, last = context.tokens.sentence(match.first)
    if (
        _paired(match, context)
        or (
            _DATED.search(context.tokens.folded.text) is not None
            and _in_print(lower, match.last, last)
        )
        or _then(match, context, last)
        or _in_question(lower, first, match.first, last)
    ):
        return True
    return _opened(lower, acts, first, match.first) or _closed(lower, acts, match.last, last)


def _paired(match: Match, context: Context) -> bool:
    """Whether it is half of an adjective of two countries: "the Saudi–Iranian channel"."""
    tokens, acts, at = context.tokens, context.acts, match.last
    if tokens.lower[at : at + 1] not in (["–"], ["-"], ["/"]) or at + 2 >= len(tokens):
        return False
    if not (tokens.tight(at) and tokens.tight(at + 1) and acts[at + 1] in "NCZ"):
        return False
    end = at + 2
    while acts[end : end + 1] == "~":
        end += 1
    return acts[end : end + 1] not in {*"RrPLOoluVvi"}


def _in_print(lower: list[str], since: int, last: int) -> bool:
    """Whether it was done in a paper of some year: "reminded states in a circular of 2017"."""
    return _PRINTED.search(" ".join(lower[since:last])) is not None


def _then(match: Match, context: Context, last: int) -> bool:
    """Whether it was done in a year told of: "licensed its third operator that year"."""
    if "that" not in context.tokens.lower[match.last : last]:
        return False
    verb = verb_at(context.acts, match.last)
    if context.acts[verb : verb + 1] in {"V", "i"}:
        return False
    return THEN.search(" ".join(context.tokens.lower[verb:last])) is not None


def _in_question(lower: list[str], first: int, until: int, last: int) -> bool:
    """Whether it tells of a question that somebody put: "Why the bank sold was raised"."""
    if lower[first] not in evidence_en.CLAUSES or until > first + 4:
        return False
    after = lower[until:last]
    if not _PAPERS.isdisjoint(after):
        return False
    return _PUT.search(" ".join(after)) is not None


_PAPERS = frozenset("text draft clause paragraph wording amendment annex here us today".split())
THEN = re.compile(r"\bthat (?:year|spring|summer|autumn|winter|decade|season)\b")
"""When something was that is only told of: of the day of a meeting it is never said."""


def recalled(lower: list[str], first: int, begin: int, last: int) -> bool:
    """Whether the sentence says that somebody of elsewhere is recalled: "A minister had called it
    a marathon, one participant recalled"."""
    if _RECALLING.isdisjoint(lower[first:last]):
        return False
    if _RECALLED.search(" ".join(lower[max(begin, last - 9) : last])):
        return True
    return begin > first and _RECALLS.match(" ".join(lower[first:begin])) is not None


_RECALLING = frozenset(
    "recall recalls recalled remembered reports records recounts shows article".split()
)
_RECALLED = re.compile(
    r", (?:(?:it was|as) )?(?:(?:one|a|another|some|several|many) (?:participants? |speakers? "
    r"|of us |others? )?|somebody |someone |the (?:study|book|report|film|paper|memoir|press) )?"
    r"(?:recalls?|recalled|remembered|reports|records|recounts|shows|in an? [a-z -]*article)"
    r"(?: \.)?$"
)
_RECALLS = re.compile(
    r"(?:it was|(?:one|a|another) (?:participant|speaker)|somebody|someone|some|several)"
    r" (?:recalled|remembered) (?:that|how|when) (?:a|an|the|one)?"
)
_DATED = re.compile(r"(?:19|20)\d\d|[A-Za-z]\d")
"""Without a year or a code there is nothing to look for in a text."""
_PRINTED = re.compile(
    r"\b(?:in|through|via|by|with) (?:a|an|its|their|the|one) (?:[a-z-]+ ){0,2}?"
    r"(?:(?:circular|letter|report|note|notice|bulletin|statement|paper|review|guidance|decision"
    r"|guideline|guidelines|recommendation|resolution|communiqué|communique|release|plan|outlook"
    r"|decree|order) (?:of|from|in|after) (?:[a-z]+ )?"
    r"(?:(?:19|20)\d\d|[a-z]{2,4}\d+)|(?:19|20)\d\d (?:[a-z]+ )?[a-z]+)"
)
_PUT = re.compile(
    r" (?:was|were|is) (?:[a-z]+ )?(?:raised|explained|asked|recalled|discussed|told|taught"
    r"|debated|described|left open|shown|retold)\b"
)


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
