"""The conditions of the patterns of hasty notes: see `patterns_en_room`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitator.guard import acts_en, frames_en, presence_en
from facilitator.guard.frames import Match
from facilitator.guard.room import Context, of_mind, suffered, verb_at
from facilitator.guard.vocabulary import is_city, is_english


def _said(match: Match, context: Context) -> list[str]:
    return context.tokens.lower[match.first : match.last]


def _after(match: Match, context: Context, size: int) -> list[str]:
    return context.tokens.lower[match.last : match.last + size]


def _verb(match: Match, context: Context) -> str:
    return "".join(context.tokens.lower[verb_at(context.acts, match.last) :][:1])


def _owned(match: Match, context: Context) -> bool:
    """Whether an office that a country or a body has is one that sits in meetings."""
    lower, acts = context.tokens.lower, context.acts
    span = acts[match.first : match.last]
    if "X" in span:
        return frames_en.PUBLIC_OFFICES.isdisjoint(_said(match, context)) or not _public(lower)
    if "Y" not in span:
        return False
    verb = verb_at(acts, match.last)
    return not suffered(lower[match.last : verb], "".join(lower[verb : verb + 1]))


def _public(lower: list[str]) -> bool:
    return not frames_en.PUBLIC_AT_ONCE.isdisjoint(lower)


def _headed(match: Match, context: Context) -> bool:
    """Whether the kind of body that is named is one of the roster's: "the bank's specialist"."""
    span = context.acts[match.first : match.last]
    at = match.first + span.index("B")
    lower = context.tokens.lower
    if lower[match.last - 1] in frames_en.PUBLIC_OFFICES:
        return False
    end = at + 1
    while context.acts[end] == "~":
        end += 1
    if span[-1] == "u" and not context.tokens.capital(at):
        return False
    return not context.bodies.heads.isdisjoint(lower[at:end]) or "Y" in span


def _participating(match: Match, context: Context) -> bool:
    return context.tokens.lower[match.last - 1] in presence_en.OF_ROLES


def _numbered(match: Match, context: Context) -> bool:
    """Whether "one" behind a nationality is a person: things do not speak or mind."""
    if context.tokens.lower[match.last - 1] != "one":
        return False
    verb = verb_at(context.acts, match.last)
    word = "".join(context.tokens.lower[verb : verb + 1])
    if word in {"was", "is"}:
        return context.acts[verb] == "v"
    return context.acts[verb : verb + 1] in {"V", "i"} or word in acts_en.OPINIONS


def _siding(match: Match, context: Context) -> bool:
    near = _after(match, context, 2)
    if near[:1] == ["in"]:
        return near[1:] in (["favour"], ["favor"])
    word = _verb(match, context)
    return word in presence_en.MOODS or word in acts_en.OPINIONS or word in acts_en.DELEGATED


def _heading(match: Match, context: Context) -> bool:
    """Whether the word right before the colon heads a list of sides: "In favour: Chad, Mali"."""
    lower, acts = context.tokens.lower, context.acts
    first, last = context.tokens.sentence(match.first)
    colon = match.first - 1
    if any(word.isdigit() for word in lower[first:last]):
        return False
    opens = colon - 1 - (lower[colon - 2 : colon - 1] == ["in"]) <= first or acts[colon - 2] in "!|"
    return lower[colon - 1] in presence_en.HEADS_OF_LISTS and opens


def _wanting(match: Match, context: Context) -> bool:
    """Whether what follows is what a delegation wants: "RU/CN both say no"."""
    if context.acts[match.last - 1] == ")":
        return True  # "China (Prof.): three phases"
    near = [word for word in _after(match, context, 4) if word not in {":", "both", "all", '"'}]
    return near != [] and near[0] in presence_en.WANTING


def _present(match: Match, context: Context) -> bool:
    """Whether somebody from each of the countries is on the roster."""
    lower, acts = context.tokens.lower, context.acts
    at, found = match.first, False
    while at < match.last:
        if acts[at] in "CKNT":
            end = at + 1
            while acts[end : end + 1] == "~":
                end += 1
            place = context.place_of.get(" ".join(lower[at:end]))
            if place is None or place[1].isdisjoint(context.bodies.countries):
                return False
            found = True
        at += 1
    return found


def _seconded(match: Match, context: Context) -> bool:
    """Whether a country that others back does what is done in a meeting."""
    lower, acts = context.tokens.lower, context.acts
    if lower[match.last + 1] not in presence_en.BY_OTHERS:
        return False
    comma = acts.find(",", match.last + 1)
    verb = verb_at(acts, comma + 1)
    word = "".join(lower[verb : verb + 1])
    return word in acts_en.DELEGATED or word in acts_en.OPINIONS


def _pointed(match: Match, context: Context) -> bool:
    """Whether the brackets stand behind what somebody said and not behind a figure's source."""
    lower = context.tokens.lower
    opening = match.first - 1
    if opening < 2 or match.last + 2 < len(lower):
        return False
    first, _ = context.tokens.sentence(max(0, opening - 2))
    before = lower[first : opening - 1]
    asked = not {"V", "i"}.isdisjoint(context.acts[first:opening])
    return asked or not any(word[0].isdigit() or word == "%" for word in before)


def _unnumbered(match: Match, context: Context) -> bool:
    close = context.acts.find(")", match.last)
    return not any(word[0].isdigit() for word in context.tokens.lower[match.last : close])


def _tailed(match: Match, context: Context) -> bool:
    said = _said(match, context)
    return (
        context.acts[match.last - 1] in "POR"
        or said[-1] in presence_en.LABEL_TAILS
        or said[-2:] == ["think", "tanker"]
        or ("-" in said and "".join(said[-3:]) in presence_en.LABEL_TAILS)
    )


def _debated(match: Match, context: Context) -> bool:
    near = _after(match, context, 4)
    return not presence_en.IN_DEBATE.isdisjoint(near[1:3])


def _oured(match: Match, context: Context) -> bool:
    return not {"ours", "mine"}.isdisjoint(_said(match, context))


def _back(match: Match, context: Context) -> bool:
    said = _said(match, context)
    if said[0] not in presence_en.GOING_BACK:
        return False
    return acts_en.WE_ALL.isdisjoint(said) and "draft" not in said


def _our_own(match: Match, context: Context) -> bool:
    return not presence_en.LOOKED_AFTER.isdisjoint(_said(match, context))


def _runs(match: Match, context: Context) -> bool:
    return _said(match, context)[1] in presence_en.RUNS


def _many(match: Match, context: Context) -> bool:
    said = _said(match, context)
    return said[-1] in presence_en.MANY and said[0] in {"speaking", "talking", "speak", "spoke"}


def _urging_again(match: Match, context: Context) -> bool:
    near = _after(match, context, 2)
    return near[0] in presence_en.ASKING and near[1:] != [] and near[1] in presence_en.URGED


def _doing(match: Match, context: Context) -> bool:
    """Whether it is no source that is given: "Source: the bank"."""
    return context.tokens.lower[match.first - 2] not in presence_en.CITING


def _among(match: Match, context: Context) -> bool:
    """ "Two banks, the Riksbank among them"."""
    near = _after(match, context, 2)
    return near[0] == "among" and near[1:] in (["them"], ["others"])


def _chores(match: Match, context: Context) -> bool:
    """Whether a house of a country promises what is done for a meeting."""
    if presence_en.HOUSES_THAT_DO.isdisjoint(_said(match, context)):
        return False
    near = _after(match, context, 5)
    return near[:1] == ["will"] and not acts_en.CHORES.isdisjoint(near)


def _placed(match: Match, context: Context) -> bool:
    said = _said(match, context)
    return said[0] == "we" and said[1] in presence_en.WE_THERE


def _verdict(match: Match, context: Context) -> bool:
    return context.tokens.lower[match.last] in presence_en.VERDICTS


def _procedural(match: Match, context: Context) -> bool:
    """Whether a paper of the meeting, or the meeting, is spoken of."""
    first, last = context.tokens.sentence(match.first)
    words = context.tokens.lower[first:last]
    told = " ".join(words)
    return not acts_en.PAPERS.isdisjoint(words) or any(each in told for each in acts_en.FLOOR)


def _moody(match: Match, context: Context) -> bool:
    """Whether of this country and of the next a mood is told, and no more."""
    lower = context.tokens.lower
    second = match.last + 2
    while context.acts[second] in "CK~d":
        second += 1
    moods = presence_en.MOODS_OF_SIDES
    return lower[match.last] in moods and lower[second] in moods | {"not", "less", "more", "too"}


def _urban(match: Match, context: Context) -> bool:
    """Whether the unknown word is a city, and no word or office of a state beside it."""
    span = context.acts[match.first : match.last]
    word = context.tokens.lower[match.first + span.index("Z")]
    if not frames_en.PUBLIC_OFFICES.isdisjoint(_said(match, context)):
        return False
    return is_city(word) and not is_english(word)


def _voted(match: Match, context: Context) -> bool:
    return context.tokens.lower[match.last + 1] in presence_en.IN_DEBATE


def _missioned(match: Match, context: Context) -> bool:
    return not presence_en.MISSIONS.isdisjoint(_said(match, context))


def _voiced(match: Match, context: Context) -> bool:
    """Whether it is of some mind, or says what is no matter of the public."""
    lower, acts = context.tokens.lower, context.acts
    if acts[match.last] == "I":
        wish = "".join(lower[match.last + 1 : match.last + 2])
        return of_mind(lower, match.last) or wish in acts_en.WISHES
    word = _verb(match, context)
    return word not in acts_en.STANCES and word not in acts_en.PUBLISHES


def _brought(match: Match, context: Context) -> bool:
    """Whether a body did with a paper what is done for a meeting: "the note that it sent round"."""
    verb = verb_at(context.acts, match.last)
    lower = context.tokens.lower
    word = "".join(lower[verb : verb + 1])
    if suffered(lower[match.last : verb], word):
        return False
    return word in presence_en.SENDS


def _reasoned(match: Match, context: Context) -> bool:
    near = _after(match, context, 4)
    return not presence_en.THOUGHTS.isdisjoint(near[1:3])


def _minuted(match: Match, context: Context) -> bool:
    """Whether the sentence opens with what is minuted: "Pushback on clause 4 (…)"."""
    first, _ = context.tokens.sentence(match.first)
    return not presence_en.MINUTED.isdisjoint(context.tokens.lower[first : first + 2])


def _parts(match: Match, context: Context) -> bool:
    """ "On the part of the bank", "on its part": of what is heard in a room, or is a mood."""
    lower, first = context.tokens.lower, context.tokens.sentence(match.first)[0]
    if "part" not in (lower[match.first - 2], *_after(match, context, 2)[1:]):
        return False
    before = lower[max(first, match.first - 8) : match.first]
    if " ".join(_said(match, context)).removeprefix("the ") in context.bodies.quiet:
        return True
    span = context.acts[match.first : match.last].rstrip("~")
    return span[-1] != "X" and not presence_en.REACTIONS.isdisjoint(before)


def _wished(match: Match, context: Context) -> bool:
    """ "What the bank could live with was": what they wished, and what it was."""
    lower = context.tokens.lower
    if lower[match.first - 1] != "what":
        return False
    last = context.tokens.sentence(match.first)[1]
    near = lower[match.last : match.last + 7]
    if {"was", "is", "were"}.isdisjoint(near[1:]) or last - match.last < 3:
        return False
    if near[0] in acts_en.MODALS:
        return not presence_en.COULD_BEAR.isdisjoint(near[1:4])
    return near[0] in presence_en.CARED


def _sending(match: Match, context: Context) -> bool:
    """ "The ministry sent one person and no paper", "came with three people"."""
    verb = verb_at(context.acts, match.last)
    lower = context.tokens.lower
    if verb != match.last or lower[verb] not in {"sent", "came", "sends"}:
        return False
    last = context.tokens.sentence(match.first)[1]
    near = lower[verb + 1 : min(verb + 6, last)]
    if lower[verb] == "came":
        if near[:1] != ["with"]:
            return False
        near = near[1:]
    for at, word in enumerate(near[:4]):
        if word in presence_en.SENT_ONES:
            return near[at + 1 : at + 2] not in (["to"], ["in"], ["into"])
    return False


def _housed(match: Match, context: Context) -> bool:
    """Whether a kind of body in small letters is of two words or more that are a body's of the
    roster: "the coast guard representative", "the war college delegate"."""
    lower, words = context.tokens.lower, context.tokens.words
    span = context.acts[match.first : match.last]
    at = match.first + span.rindex("B")
    while context.acts[at + 1] == "~":
        at += 1
    kind = [word for word in lower[match.first + 1 : at + 1] if word.isalpha()]
    if len(kind) < 2 or any(words[i][0].isupper() for i in range(match.first + 1, at + 1)):
        return False
    if not frames_en.PUBLIC_OFFICES.isdisjoint(_said(match, context)):
        return False
    return any(set(kind) <= name for name in context.bodies.names)


def _trades(match: Match, context: Context) -> bool:
    """Whether the people whom somebody calls ours are neither the meeting's nor its house's."""
    said = _said(match, context)
    first, last = context.tokens.sentence(match.first)
    return (
        said[0] == "our"
        and said[-1] not in presence_en.PEOPLE_OF_ALL
        and presence_en.VENUE.isdisjoint(context.tokens.lower[first:last])
    )


TESTS: Mapping[str, Callable[[Match, Context], bool]] = {
    "owned": _owned,
    "trades": _trades,
    "reasoned": _reasoned,
    "minuted": _minuted,
    "parts": _parts,
    "wished": _wished,
    "sending": _sending,
    "housed": _housed,
    "headed": _headed,
    "participating": _participating,
    "numbered": _numbered,
    "siding": _siding,
    "heading": _heading,
    "wanting": _wanting,
    "present": _present,
    "seconded": _seconded,
    "pointed": _pointed,
    "unnumbered": _unnumbered,
    "tailed": _tailed,
    "debated": _debated,
    "oured": _oured,
    "back": _back,
    "ourown": _our_own,
    "runs": _runs,
    "many": _many,
    "urging-again": _urging_again,
    "brought": _brought,
    "doing": _doing,
    "among": _among,
    "chores": _chores,
    "placed": _placed,
    "verdict": _verdict,
    "procedural": _procedural,
    "moody": _moody,
    "urban": _urban,
    "voted": _voted,
    "missioned": _missioned,
    "voiced": _voiced,
}
