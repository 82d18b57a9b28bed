"""Whether a pattern that was found says something of somebody in this room.

Countries, governments, organisations and public figures are what meetings talk about; as the
subject of a sentence they are innocent. What tells the two apart is asked here.
"""

from __future__ import annotations

from facilitator.guard import frames_en
from facilitator.guard.bodies import Bodies
from facilitator.guard.frames import Match, outside
from facilitator.guard.tokens import Tokens


def holds(match: Match, tokens: Tokens, letters: str, bodies: Bodies, *, roster: bool) -> bool:
    """Whether all conditions of the pattern are met; `roster`: somebody's names are known."""
    conditions = match.pattern.conditions
    if "private" in conditions and outside(tokens, match.first, match.last, match.end):
        return False
    lower = tokens.lower
    span = letters[match.first : match.last]
    solid = span.rstrip("~")
    last = match.first + len(solid) - 1
    if "place" in conditions and (
        letters[last] == "G" or (letters[last] == "B" and letters[last - 1] not in "dm")
    ):
        return False  # "from the region", "from a ministry": a category, see `inference`
    if letters[last] in "ZB" and lower[last] in frames_en.MEETING_NOUNS:
        return False
    if "X" in span and not _of_a_body(match, tokens, letters, bodies):
        return False
    if "office" in conditions:
        return _office(match, lower, letters, bodies, roster=roster)
    if "O" in span and "private" in conditions:
        words = _phrase(lower, span, match.first, "O")
        if not frames_en.PUBLIC_OFFICES.isdisjoint(words):
            return _office(match, lower, letters, bodies, roster=roster)
    return True


def _phrase(lower: list[str], span: str, first: int, letter: str) -> list[str]:
    """The words of the phrase that has the letter in the span, without joining signs."""
    at = span.index(letter)
    end = at + 1
    while end < len(span) and span[end] == "~":
        end += 1
    return [word for word in lower[first + at : first + end] if word != "-"]


def _of_a_body(match: Match, tokens: Tokens, letters: str, bodies: Bodies) -> bool:
    conditions = match.pattern.conditions
    span = letters[match.first : match.last]
    place = match.first + span.index("X")
    end = place + 1
    while end < match.last and letters[end] == "~":
        end += 1
    said = " ".join(tokens.lower[place:end])
    if said in bodies.capitals and not tokens.words[place].isupper():
        return False
    if "disclosed" in conditions and said in bodies.disclosed:
        return False
    if "quiet" in conditions and said not in bodies.quiet:
        return _in_procedure(tokens.lower, match.last)
    return True


def _in_procedure(lower: list[str], at: int) -> bool:
    """Whether what follows is the business of a meeting: "supported the amendment"."""
    near = lower[at : at + 8]
    if "." in near:
        near = near[: near.index(".")]
    acts = [i for i, word in enumerate(near[:3]) if word in frames_en.PROCEDURES]
    return bool(acts) and not frames_en.MATTERS.isdisjoint(near[acts[0] :])


def _office(match: Match, lower: list[str], letters: str, bodies: Bodies, *, roster: bool) -> bool:
    """Whether the office is somebody's of the roster; without one, whether they must be here."""
    span = letters[match.first : match.last]
    one = "O" if "O" in span else "o"
    words = set(_phrase(lower, span, match.first, one))
    if one == "o":
        words = {word.removesuffix("s") for word in words}
    if roster:
        return any(words <= office for office in bodies.offices)
    return letters[match.end : match.end + 4].lstrip("j")[:1] in {"V", "i"} or "F" in span
