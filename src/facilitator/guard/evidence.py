"""What speaks for and against a body, a side or an office being one in this room: points.

Where no pattern knows the way a sentence ties something to somebody, the sentence's own
evidence is added up: who is named and how, what stands before and behind, dates and papers,
words of the room and of the world. The points are data (`evidence_en`).
"""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.guard import acts_en, evidence_en, frames_en, sources_en
from facilitator.guard.frames import Match
from facilitator.guard.room import Context
from facilitator.guard.vocabulary import is_english


def weighs(match: Match, context: Context) -> bool:
    """Whether the sentence's evidence puts what was found into the room."""
    lower = context.tokens.lower
    if not sources_en.WRITTEN.isdisjoint(lower[max(0, match.first - 4) : match.first]):
        return False  # "a speech by", "a paper from the"
    if lower[match.first - 1 : match.first] == ["what"]:
        return False  # "what the bank could not control was"
    if _topic(match, context) or _word(match, context):
        return False
    points = evidence_en.POINTS[evidence_en.KINDS[match.pattern.name]]
    told = sum(points.get(sign, 0) * times for sign, times in signs(match, context))
    return told >= evidence_en.ENOUGH


def _word(match: Match, context: Context) -> bool:
    """Whether capitals that are a body's are a word here: "Ship visits are UP"."""
    if match.last != match.first + 1 or context.acts[match.first] != "X":
        return False
    return context.tokens.words[match.first].isupper() and is_english(
        context.tokens.lower[match.first]
    )


def _topic(match: Match, context: Context) -> bool:
    """Whether it is an object or a place: "cited the bank as", "studied at the college"."""
    acts = context.acts
    first, last = context.tokens.sentence(match.first)
    at = match.first - 1
    while at > first and acts[at] in "daqmF~":
        at -= 1
    if at < first:
        return False
    word = context.tokens.lower[at]
    if acts[at] in "829":
        return "w" not in acts[first:last]
    if acts[at] == "1":  # "students of the university", "the statutes of the bank"
        of = context.tokens.lower[at - 1]
        return (acts[at - 1] in ".Zb" and of not in sources_en.WORN) or of in sources_en.CROWDS
    if acts[at] == "." and word.endswith("ing") and is_english(word):
        return True  # "over repealing the act"
    return acts[at] in "Vvg" and acts[match.last : match.last + 1] not in {*',!"|:('}


def signs(match: Match, context: Context) -> Iterator[tuple[str, int]]:
    """The signs of a sentence by the names they have in `evidence_en`, with how often."""
    lower, acts = context.tokens.lower, context.acts
    first, last = context.tokens.sentence(match.first)
    words, here = lower[first:last], acts[first:last]
    yield "always", 1
    name = match.first
    while name < match.last - 1 and acts[name] in "damF~":
        name += 1
    before = name - 1
    while before >= first and acts[before] in "daqmF":
        yield f"with {acts[before]}", 1
        before -= 1
    while before > first and acts[before] == "~":
        before -= 1
    yield f"behind {evidence_en.BEFORE.get(acts[before] if before >= first else '^', 'other')}", 1
    after = acts[match.last] if match.last < last else "$"
    yield f"before {evidence_en.AFTER.get(after, 'other')}", 1
    yield from _named(match, context, name)
    verb = match.last
    while verb < last and acts[verb] in "jAI~q":
        yield "passive", int(lower[verb] in acts_en.BEING)
        verb += 1
    if match.last < verb < last:
        yield f"verb {evidence_en.AFTER.get(acts[verb], 'other')}", 1
    word = lower[verb] if verb < last else ""
    yield "public deed", int(word in acts_en.PUBLISHES or word in acts_en.BEFALLS)
    yield "opinion", int(word in acts_en.OPINIONS)
    yield "year", int(any(len(w) == 4 and w.isdigit() and w[:2] in {"19", "20"} for w in words))
    yield "month", int(any(w in frames_en.DATES and w != "may" for w in words))
    yield "written", int(not sources_en.WRITTEN.isdisjoint(words))
    yield "room", min(2, sum(w in evidence_en.ROOM for w in words))
    yield "world", min(2, sum(w in evidence_en.WORLD for w in words))
    for letters, sign in evidence_en.ANYWHERE:
        yield sign, int(any(letter in here for letter in letters))
    clause = " ".join(words)
    yield "hedged", int(any(each in clause for each in evidence_en.HEDGES))


def _named(match: Match, context: Context, name: int) -> Iterator[tuple[str, int]]:
    """How the body or the person is named."""
    span = context.acts[name : match.last]
    if "X" in span:
        said = " ".join(context.tokens.lower[name : match.last])
        yield "quiet", int(said in context.bodies.quiet)
    else:
        yield f"a {evidence_en.HEADS.get(span.rstrip('~')[-1], 'other')}", 1
