"""Whether a pattern that was found says something of somebody in this room.

Countries, governments, organisations and public figures are what meetings talk about; as the
subject of a sentence they are innocent. What tells the two apart is asked here.
"""

from __future__ import annotations

import re

from facilitator.guard import (
    acts_en,
    evidence,
    frames_en,
    matters,
    presence,
    presence_en,
    signs,
    sources,
)
from facilitator.guard.frames import Match, outside
from facilitator.guard.room import Context, in_procedure, in_the_room, of_mind, verb_at
from facilitator.guard.vocabulary import is_english

TESTS = {**signs.TESTS, **sources.TESTS, **presence.TESTS, "weighs": evidence.weighs}

_BEARERS = frozenset("PROYu")
_SEVERAL = frozenset("XLlo")
"""Bodies and several people: what they visit and leave is not the room."""


def holds(match: Match, context: Context) -> bool:
    """Whether all conditions of the pattern are met."""
    conditions = match.pattern.conditions
    lower, acts = context.tokens.lower, context.acts
    span = acts[match.first : match.last]
    if "private" in conditions:
        if matters.is_told_of(match, context):
            return False
        moved = not _SEVERAL.isdisjoint(span)
        said = -1
        if "X" not in span or _is_quiet(match, context):
            verb = verb_at(acts, match.last)
            speech = acts[verb : verb + 1] in {"V", "i"} or (
                acts[verb : verb + 1] == "v" and ("X" not in span or acts[verb + 1 :][:1] == "t")
            )
            lived = "had" in lower[match.last : verb] and "X" not in span
            speech = speech or (
                lived and "".join(lower[verb : verb + 1]) in presence_en.EXPERIENCED
            )
            said = verb if speech else -1
        begin = match.first if acts[: match.first].rstrip("~")[-1:] == "k" else -1
        if acts[match.first - 1 : match.first] == "," and _ends(match, context):
            begin = match.first  # "Stocks run out in May, the programme told us"
        if acts[max(0, match.first - 2) : match.first] in _TAGS and _ends_there(match, context):
            begin = match.first  # "Half was chased up by survey, admitted one of the bank's staff"
        if acts[match.first - 1 : match.first] == ":" and match.first > 7:
            begin = match.first  # "How the text of 2008 was drafted in a hotel: the envoy told us"
        if begin >= 0 and not {"R", "P", "u", "L", "O"}.isdisjoint(span):
            said = match.last - 1
        if outside(context.tokens, match.first, match.last, moved=moved, said=said, begin=begin):
            return False
    last = match.first + len(span.rstrip("~")) - 1
    if "place" in conditions and (
        acts[last] == "G" or (acts[last] == "B" and acts[last - 1] not in "dmNTSCKX")
    ):
        return False  # "from the region", "from a ministry": a category, see `inference`
    # "I sat on the committee" may be this meeting's, "on the Council" is not.
    named = "apart" in conditions or ("life" in conditions and context.tokens.capital(last))
    if acts[last] in "ZB" and lower[last] in _NO_SOURCES and not named:
        return False
    if "X" in span and not _of_a_body(match, context):
        return False
    if not all(TESTS[name](match, context) for name in conditions if name in TESTS):
        return False
    if "office" in conditions or ("source" in conditions and not {"Y", "O"}.isdisjoint(span)):
        return _office(match, context)
    if "private" in conditions:
        powers = frames_en.POWERS - {"parliament"} if "fronted" in conditions else frames_en.POWERS
        if not powers.isdisjoint(lower[match.first : match.last]):
            return False
        if "O" in span:
            words = _phrase(lower, span, match.first, "O")
            if not frames_en.PUBLIC_OFFICES.isdisjoint(words):
                return _office(match, context)
    return True


_NO_SOURCES = (frames_en.MEETING_NOUNS - {"board"}) | (
    frames_en.NO_BODIES - {"north", "south", "east", "west"}
)
"""What is no place or body that somebody is from."""


_TAGS = frozenset({",v", ",V", ",g"})


def _ends_there(match: Match, context: Context) -> bool:
    _, last = context.tokens.sentence(match.first)
    return last - match.last < 2


_OF_A_YEAR = re.compile(r"'s (?:[a-z]+ )?[a-z]+ (?:of|from|for) (?:19|20)\d\d\b|'s (?:19|20)\d\d ")


def _ends(match: Match, context: Context) -> bool:
    """Whether nothing comes behind the verb but those who were told."""
    verb = verb_at(context.acts, match.last)
    _, last = context.tokens.sentence(match.first)
    return context.acts[verb : verb + 1] in {*"Vvi"} and last - verb < 4


def _is_quiet(match: Match, context: Context) -> bool:
    """Whether the body that is named does not speak to the public anyway."""
    lower = context.tokens.lower[match.first : match.last]
    return " ".join(lower[1:] if lower[0] in {"the", "a", "an"} else lower) in context.bodies.quiet


def _phrase(lower: list[str], span: str, first: int, letter: str) -> list[str]:
    """The words of the phrase that has the letter in the span, without joining signs."""
    at = span.index(letter)
    end = at + 1
    while end < len(span) and span[end] == "~":
        end += 1
    return [word for word in lower[first + at : first + end] if word != "-"]


def _of_a_body(match: Match, context: Context) -> bool:
    conditions = match.pattern.conditions
    tokens, bodies, acts = context.tokens, context.bodies, context.acts
    span = acts[match.first : match.last]
    place = match.first + span.index("X")
    end = place + 1
    while end < match.last and acts[end] == "~":
        end += 1
    said = " ".join(tokens.lower[place:end])
    if end > place + 1 and tokens.lower[end - 1] in acts_en.OF_A_NAME and not bodies.knows(said):
        said = " ".join(tokens.lower[place : end - 1])
    members = bodies.members.get(said)
    if members and members <= set(context.on_record):
        return False  # "the Foreign Minister of …", where that minister is on the record
    word = tokens.words[place]
    if said in bodies.plain and not _as_a_name(match, context, place):
        return False
    small = sum(letter.isupper() for letter in word) < 2
    if small and said in bodies.capitals and (len(said) < 3 or is_english(said)):
        return False
    if "disclosed" in conditions and said in bodies.disclosed:
        return False
    if "quiet" in conditions and _OF_A_YEAR.match(" ".join(tokens.lower[match.last :][:5])):
        return False  # "the institute's assessment of 2023"
    if "quiet" in conditions and said not in bodies.quiet:
        paper = not acts_en.PAPERS.isdisjoint(tokens.lower[match.last : match.last + 8])
        owned = acts[match.last : match.last + 1] == "'"
        return (owned and paper) or in_procedure(tokens.lower, match.last)
    if "body" in conditions:
        return in_the_room(match, context, quiet=said in bodies.quiet)
    return True


def _as_a_name(match: Match, context: Context, place: int) -> bool:
    """Whether a word that is a body's whole name stands for the body here."""
    if not context.tokens.words[place][0].isupper():
        return False
    if not context.tokens.starts[place]:
        return True
    span = context.acts[match.first : match.last]
    if "'" in span and not _BEARERS.isdisjoint(span):
        return True
    return context.acts[verb_at(context.acts, match.last) :][:1] in {"V", "i", ":"}


def _office(match: Match, context: Context) -> bool:
    """Whether the office is somebody's of the roster; without one, whether they must be here."""
    acts, lower = context.acts, context.tokens.lower
    if lower[match.first] in {"her", "his", "their"}:
        first, _ = context.tokens.sentence(match.first)
        if "Z" in acts[first : match.first] or (
            acts[first] == "." and not is_english(lower[first]) and lower[first].isalpha()
        ):
            return False  # "Alice has left, and her manager does not know"
    span = acts[match.first : match.last]
    one = next(letter for letter in "YOoP" if letter in span)
    words = set(_phrase(lower, span, match.first, one))
    at = match.first + span.index(one)
    if len(words) == 1 and len(lower[at]) < 4 and not context.tokens.words[at].isupper():
        return False
    if re.search("[18]d?Z", span):
        return False  # "a former secretary general of the OECD"
    verb = acts[verb_at(acts, match.last) :][:1]
    former = not frames_en.FORMER.isdisjoint(lower[match.first : match.last])
    if "bare" in match.pattern.conditions:
        if not acts_en.NO_TRADES.isdisjoint(words):
            return False
    elif one == "P" and (
        (acts[match.first] != "d" and not former) or not acts_en.NO_TRADES.isdisjoint(words)
    ):
        return False
    if one == "o":
        words = {word.removesuffix("s") for word in words}
    if not context.roster:
        return one != "P" and (verb in {"V", "i"} or "F" in span)
    public = not frames_en.PUBLIC_OFFICES.isdisjoint(words)
    formed = len(words) > 1 and not presence_en.FORMED.isdisjoint(words)
    if public and not former and not formed and not _remarks(match, context):
        before = acts[match.first - 1 : match.first]
        told = "".join(lower[verb_at(acts, match.last) :][:1])
        mind = (verb != "g" or told in acts_en.FEELINGS) and of_mind(lower, match.last)
        if verb not in {"V", "v", "i"} and before not in {*"6kfVvg1~7"} and not mind:
            return False
    offices = context.bodies.offices
    exact = offices.get(frozenset(words))
    fits = exact or {
        i
        for office, people in offices.items()
        if words <= office and not (public and not former and "former" in office)
        for i in people
    }
    codes = _countries(match, context)
    if codes:
        fits = {i for i in fits if context.bodies.countries[i] in codes}
    return bool(fits) and not fits <= set(context.on_record)


def _remarks(match: Match, context: Context) -> bool:
    """Whether what is said in a room follows: "the governor's remark"."""
    near = context.tokens.lower[match.last : match.last + 3]
    return near[:1] in (["'s"], ["'"]) and not acts_en.REMARKS.isdisjoint(near[1:])


def _countries(match: Match, context: Context) -> set[str]:
    """The codes of all countries that what was found may tell."""
    acts, lower = context.acts, context.tokens.lower
    found: set[str] = set()
    for at in range(match.first, match.last):
        if acts[at] in "NTCKS":
            end = at + 1
            while acts[end : end + 1] == "~":
                end += 1
            place = context.place_of.get(" ".join(lower[at:end]))
            found |= place[1] if place else set()
    return found | {""} if found else found
