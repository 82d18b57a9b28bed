"""The conditions of patterns that are asked of a few words around what was found.

Each has the name under which `patterns_en` asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitator.guard import acts_en, clues_en, frames_en, presence_en, sources_en
from facilitator.guard.frames import Match
from facilitator.guard.room import Context, of_mind, suffered, verb_at
from facilitator.guard.standing import FUNCTION
from facilitator.guard.vocabulary import is_english


def _lively(match: Match, context: Context) -> bool:
    """Whether what follows was done and not suffered: not "was arrested", not "would say"."""
    acts, lower = context.acts, context.tokens.lower
    verb = verb_at(acts, match.last)
    word = "".join(lower[verb : verb + 1])
    if word in acts_en.BEFALLS:
        return False
    if lower[match.last - 1] in sources_en.BODIES_TOO and word in acts_en.PUBLISHES:
        return False  # "the Australian regulator approved it"
    before = lower[match.last : verb]
    if suffered(before, word):
        return False
    if lower[match.first] in {"a", "an"} and lower[match.last : match.last + 1] == ["has"]:
        return False  # "a Swedish economist has called this"
    several = acts[match.first] == "a"
    return not (several and not clues_en.PERHAPS.isdisjoint(before))


def _moved(match: Match, context: Context) -> bool:
    """Whether a people does what its delegates do: "wanted more time", "were against"."""
    lower, acts = context.tokens.lower, context.acts
    verb = verb_at(acts, match.last)
    word = "".join(lower[verb : verb + 1])
    if suffered(lower[match.last : verb], word):
        return False
    if word in acts_en.OPINIONS:
        return True
    if acts[verb : verb + 1] == "v" and word not in acts_en.PUBLISHES:
        return word not in acts_en.STANCES or acts[verb + 1 : verb + 2] in {"t", "7", ",", "!"}
    if word in acts_en.LIGHT and acts[verb : verb + 1] == "v":
        return not {"x", "n"}.isdisjoint(acts[verb + 1 : verb + 4])
    return acts[match.last] == "A" and of_mind(lower, match.last)


def _opens(match: Match, context: Context) -> bool:
    first = context.tokens.lower[match.first]
    return first in {"here", "back", "home"}


def _kind(match: Match, context: Context) -> bool:
    return context.tokens.lower[match.last - 1] in acts_en.KINDS_OF_WE


def _mine(match: Match, context: Context) -> bool:
    said = context.tokens.lower[match.first : match.last]
    return said[-1] in acts_en.OURS or (said[0] == "my" and said[-1] in acts_en.MINE)


def _code(match: Match, context: Context) -> bool:
    """Whether it is the code of a participant's country: "SE: no"."""
    words = context.tokens.words[match.first : match.last]
    codes = [word for word in words if word.isalnum() and word != "and"]
    if context.acts[match.last : match.last + 1] == "-" and context.tokens.tight(match.last):
        return False  # "AU-UN funding"
    return (
        bool(codes)
        and not context.tokens.shouted
        and all(
            len(code) == 2
            and code.isupper()
            and code not in acts_en.NO_CODES
            and _ISO.get(code, code) in context.bodies.countries
            for code in codes
        )
    )


_ISO = {"UK": "GB"}


def _those(match: Match, context: Context) -> bool:
    return context.tokens.lower[match.first] in acts_en.THOSE


def _requested(match: Match, context: Context) -> bool:
    """ "At the request of the bank", "at the bank's insistence", "responding to the bank"."""
    lower = context.tokens.lower
    around = lower[max(0, match.first - 2) : match.first] + lower[match.last + 1 : match.last + 2]
    return not acts_en.REQUESTS.isdisjoint(around)


def _dissenting(match: Match, context: Context) -> bool:
    before = context.acts[match.first - 1 : match.first]
    return before != "6" and context.tokens.lower[match.last] in acts_en.DISSENTING


def _asked(match: Match, context: Context) -> bool:
    return context.tokens.lower[match.first - 2] in acts_en.ASKED


def _business(match: Match, context: Context) -> bool:
    """Whether a nationality's support or objection is to a paper of the meeting."""
    lower = context.tokens.lower
    near = lower[match.last : match.last + 6]
    return lower[match.last - 1] in acts_en.STANDS and not acts_en.PAPERS.isdisjoint(near)


def _house(match: Match, context: Context) -> bool:
    """Whether a house of some country does what is done in a meeting."""
    lower, acts = context.tokens.lower, context.acts
    span = acts[match.first : match.last]
    if lower[match.first + span.index("B")] not in acts_en.HOUSES:
        return False
    verb = verb_at(acts, match.last)
    word, act = "".join(lower[verb : verb + 1]), acts[verb : verb + 1]
    if suffered(lower[match.last : verb], word) or word in acts_en.PUBLISHES:
        return False
    if act in {"V", "i"} or word in acts_en.OPINIONS:
        return True
    if act == "v":
        return word not in acts_en.STANCES or acts[verb + 1 : verb + 2] == "t"
    return acts[match.last] == "A" and of_mind(lower, match.last)


def _remark(match: Match, context: Context) -> bool:
    return context.tokens.lower[match.last - 1] in acts_en.REMARKS


def _alone(match: Match, context: Context) -> bool:
    """Whether the word for one of a people is no adjective before a word that is unknown."""
    acts, place = context.acts, match.last
    if acts[match.first - 1 : match.first] == "," and acts[match.first - 2] in "Z~":
        return False  # "Blix, a Swede, had reported"
    after = acts[place : place + 2]
    if context.tokens.words[place - 1][:1].islower() and context.tokens.capitals:
        return False
    return not (
        after[:1] in {"g", "v"}
        and after[1:] in {".", "b", "B", "l", "Z"}
        and (context.tokens.lower[place].endswith("ed") and acts[match.first] == "a")
    )


def _seen(match: Match, context: Context) -> bool:
    return context.tokens.lower[max(0, match.first - 1)] in {"seen", "viewed", "speaking"}


def _first_person(match: Match, context: Context) -> bool:
    """Whether it is "I" who speaks, and says what is and not what is not."""
    said = context.tokens.lower[match.first : match.last]
    return said[0] == "i" and {"not", "never", "no", "that"}.isdisjoint(said)


def _life(match: Match, context: Context) -> bool:
    said = context.tokens.lower[match.first : match.last]
    return not acts_en.LIFE.isdisjoint(said[:5])


def _trade(match: Match, context: Context) -> bool:
    """Whether the noun for a person says what somebody does or for whom."""
    span = context.acts[match.first : match.last].rstrip("~")
    if span[-1] not in "Pl":
        return True
    place = match.first + len(span) - 1
    word = context.tokens.lower[place]
    return word not in acts_en.NO_TRADES or context.tokens.lower[place - 1] == "external"


def _side(match: Match, context: Context) -> bool:
    """Whether not everybody in the room is on that side."""
    lower = context.tokens.lower
    said = lower[match.first : match.last]
    if "X" not in context.acts[match.first : match.last] and not acts_en.WE_ALL.isdisjoint(said):
        return False
    if said == ["our", "side"] and lower[match.first - 1 : match.first] == ["on"]:
        return lower[match.last : match.last + 1] == ["of"]
    if said[-1] not in acts_en.SHARED or said[0] not in {"our", "my"}:
        return True
    acts = context.acts
    alone = acts[match.last : match.last + 1] not in {".", "b", "B", "Z"} or lower[match.last] in {
        "nobody", "everybody", "everyone", "people", "they",
    }  # fmt: skip
    return alone and (said[0] == "my" or acts[match.first - 1 : match.first] in {*"8f729"})


def _delegates(match: Match, context: Context) -> bool:
    """Whether the several people are such as sit in meetings."""
    return context.tokens.lower[match.last - 1] in acts_en.DELEGATES


def _procedure(match: Match, context: Context) -> bool:
    """Whether a country does what only delegates do: "wanted clause 7 in brackets"."""
    lower, acts = context.tokens.lower, context.acts
    if acts[match.first - 1 : match.first] == "t":
        return False
    verb = verb_at(acts, match.last)
    word, last = "".join(lower[verb : verb + 1]), context.tokens.sentence(match.first)[1]
    if word == "abstained":
        return lower[verb + 1 : verb + 2] in ([], ["."], [","], [";"])
    clause = " ".join((*lower[match.last : last], ""))
    if any(phrase in clause for phrase in acts_en.FLOOR):
        return True
    if word in acts_en.WONDERS:
        return True
    near = lower[verb + 1 : verb + 9]
    if word in acts_en.DELEGATED and near[:1] == ['"']:
        return '"' in near[1:5]  # the wording itself: preferred "may"
    if acts[match.last] in "AI" and of_mind(lower, match.last):
        return not acts_en.PAPERS.isdisjoint(lower[match.last : match.last + 8])
    joined = word == "join" and "consensus" in near[:4]
    return joined or (word in acts_en.DELEGATED and not acts_en.PAPERS.isdisjoint(near))


def _task(match: Match, context: Context) -> bool:
    return "".join(context.tokens.lower[match.last + 1 : match.last + 2]) in frames_en.TASKS


def _per(match: Match, context: Context) -> bool:
    return context.tokens.lower[match.first - 1] == "per"


def _contribution(match: Match, context: Context) -> bool:
    """Whether a body's name stands before what is only said or shown in a room."""
    word = context.tokens.lower[match.last - 1]
    if word in presence_en.SHOWN:
        return True
    name = context.tokens.lower[match.first : match.last - 1]
    said = " ".join(name[1:] if context.acts[match.first] == "d" else name)
    return word in presence_en.VIEWS and said in context.bodies.quiet


def _floor(match: Match, context: Context) -> bool:
    first, _ = context.tokens.sentence(match.first)
    return "floor" in context.tokens.lower[first : match.first]


def _he(match: Match, context: Context) -> bool:
    """Whether "he" or "she" goes on: "As director of the division, he had seen it"."""
    lower = context.tokens.lower
    return lower[match.last + (lower[match.last] == ",") :][:1] in (["he"], ["she"])


def _unknown(match: Match, context: Context) -> bool:
    """Whether the capitalised word before "participant" may be somebody's organisation."""
    span = context.acts[match.first : match.last]
    place = match.first + span.index("Z")
    word = context.tokens.lower[place]
    if word in frames_en.NO_BODIES or word in frames_en.DATES or word.isdigit():
        return False
    colleague = context.tokens.lower[match.last - 1] == "colleague"
    return colleague or context.tokens.words[place].isupper() or not is_english(word)


def _capitals(match: Match, context: Context) -> bool:
    word = context.tokens.words[match.first]
    return (
        context.roster
        and word.isupper()
        and 2 < len(word) < 6
        and word.lower() not in FUNCTION
        and not context.tokens.shouted
    )


def _label(match: Match, context: Context) -> bool:
    """Whether the name stands alone before a sign with a space behind it, and tells no history."""
    sign = match.last
    first, last = context.tokens.sentence(match.first)
    if frames_en.years(context.tokens.lower[first:last]):
        return False
    if context.acts[sign] == "-" and context.tokens.tight(sign):
        return False
    return not (sign + 1 < len(context.acts) and context.tokens.tight(sign + 1))


def _undated(match: Match, context: Context) -> bool:
    """Whether no year in the sentence says that it was long ago."""
    first, last = context.tokens.sentence(match.first)
    return not frames_en.years(context.tokens.lower[first:last])


def _lately(match: Match, context: Context) -> bool:
    """Whether it was not before something else: "negotiators had asked" is history."""
    return context.tokens.lower[match.last : match.last + 1] != ["had"]


def _no_product(match: Match, context: Context) -> bool:
    """Whether it is the body and not what it publishes: "according to the bank survey"."""
    for at in range(match.last, min(match.last + 3, len(context.acts))):
        if context.acts[at] in ',!|:;"(':
            return True
        if context.tokens.lower[at] in sources_en.PRODUCTS:
            return False
    return True


def _bench(match: Match, context: Context) -> bool:
    """Whether it is one side of a house in which several parties sit, and they act there."""
    if not context.bodies.parties or context.tokens.lower[match.last - 2] not in acts_en.BENCHES:
        return False
    verb = verb_at(context.acts, match.last)
    word = "".join(context.tokens.lower[verb : verb + 1])
    near = context.acts[verb + 1 : verb + 5]
    said = "x" in near or "n" in near or context.acts[verb + 1 : verb + 2] == "t"
    return context.acts[verb : verb + 1] in {*"Vi"} or (said and word not in acts_en.PUBLISHES)


def _of_a_mind(match: Match, context: Context) -> bool:
    """Whether so many of a people think alike or do not: "the two Danes were split on it"."""
    lower, at = context.tokens.lower, match.last
    while context.acts[at] == "j":
        at += 1
    near = lower[at + 1 : at + 6]
    return (
        lower[at] in {"were", "seemed", "sounded"}
        and of_mind(lower, at)
        and not {"on", "over", "about", "as", "that"}.isdisjoint(near)
        and sources_en.TELLS_OF_THE_PAST.isdisjoint(lower[at : context.tokens.sentence(at)[1]])
    )


def _hatted(match: Match, context: Context) -> bool:
    return context.tokens.lower[match.last + 1] in sources_en.WORN


def _printed(match: Match, context: Context) -> bool:
    """Whether "our paper" is a newspaper and not what a meeting drafts."""
    lower = context.tokens.lower
    verb = verb_at(context.acts, match.last)
    return (
        lower[match.last - 1] == "paper"
        and lower[verb] in sources_en.PRINTS
        and (lower[verb + 1 : verb + 2] != ["to"])
    )


def _dialling(match: Match, context: Context) -> bool:
    """Whether a body is on the line: "with the bank dialling in"."""
    near = tuple(context.tokens.lower[match.last : match.last + 2])
    return near in sources_en.ON_THE_LINE


TESTS: Mapping[str, Callable[[Match, Context], bool]] = {
    "lively": _lively,
    "moved": _moved,
    "here": _opens,
    "seen": _seen,
    "first": _first_person,
    "life": _life,
    "trade": _trade,
    "side": _side,
    "he": _he,
    "floor": _floor,
    "those": _those,
    "requested": _requested,
    "dissenting": _dissenting,
    "code": _code,
    "asked": _asked,
    "business": _business,
    "house": _house,
    "task": _task,
    "per": _per,
    "contribution": _contribution,
    "procedure": _procedure,
    "kind": _kind,
    "mine": _mine,
    "remark": _remark,
    "alone": _alone,
    "delegates": _delegates,
    "unknown": _unknown,
    "capitals": _capitals,
    "label": _label,
    "undated": _undated,
    "lately": _lately,
    "itself": _no_product,
    "bench": _bench,
    "hatted": _hatted,
    "delegated": _of_a_mind,
    "printed": _printed,
    "dialling": _dialling,
}
