"""The conditions of the patterns that bring in a source: see `patterns_en_sources`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitator.guard import acts_en, presence_en, sources_en
from facilitator.guard.frames import Match
from facilitator.guard.room import Context, of_mind, suffered, verb_at


def _word(match: Match, context: Context, before: int = 1) -> str:
    at = match.first - before
    return context.tokens.lower[at] if at >= 0 else ""


def _body_alone(match: Match, context: Context) -> bool:
    """Whether only a body is named, and nobody of it."""
    span = context.acts[match.first : match.last]
    return not set("RrPluoLYO") & set(span) and ("X" in span or "B" in span)


def _quiet(match: Match, context: Context) -> bool:
    """Whether the body that is named does not speak to the public anyway."""
    span = context.acts[match.first : match.last]
    if "X" not in span:
        at = match.first + max(span.find("B"), 0)
        return context.tokens.lower[at] in acts_en.HOUSES
    first = match.first + span.index("X")
    last = first + 1
    while last < match.last and context.acts[last] == "~":
        last += 1
    return " ".join(context.tokens.lower[first:last]) in context.bodies.quiet


def _source(match: Match, context: Context) -> bool:
    """Whether what is named can sit in a meeting, and nothing in the clause is elsewhere."""
    lower, acts = context.tokens.lower, context.acts
    span = acts[match.first : match.last]
    if "B" in span and not {"X", "Y"} & set(span):
        at = match.first + span.index("B")
        if lower[at] not in sources_en.NAMELESS_BODIES:
            return False
    if "'" in span and not {"X", "Y"} & set(span):
        return _of_a_part(match, context) or "B" in span[:2]
    if "Z" in span and "X" not in span:
        return False
    first, last = context.tokens.sentence(match.first)
    before = lower[max(first, match.first - 7) : match.first]
    if not sources_en.WRITTEN.isdisjoint(before):
        return False
    near = lower[match.last : min(last, match.last + 2)]
    return not any(word.isdigit() and len(word) == 4 for word in near)


def _of_a_part(match: Match, context: Context) -> bool:
    """Whether somebody is of a body by a part of its name: "the Fund's people"."""
    words, lower = context.tokens.words, context.tokens.lower
    body = match.first + 1
    return (
        lower[match.first] == "the"
        and words[body][0].isupper()
        and lower[body] in context.bodies.heads
        and lower[match.last - 1] in sources_en.PEOPLE_OF
    )


def _part(match: Match, context: Context) -> bool:
    words, lower = context.tokens.words, context.tokens.lower
    body = match.first + 1
    if lower[match.first] == "the":
        return _of_a_part(match, context) and not suffered(
            lower[match.last : match.last + 1], "".join(lower[match.last + 1 : match.last + 2])
        )
    return words[body + 1][0].isupper() and lower[body + 1] in context.bodies.heads


def _benches(match: Match, context: Context) -> bool:
    return context.tokens.lower[match.last - 1] in sources_en.BENCHES


def _minded(match: Match, context: Context) -> bool:
    at = match.last
    if context.tokens.lower[at : at + 2] == ["is", "to"]:
        return "".join(context.tokens.lower[at + 2 : at + 3]) in acts_en.CHORES
    while context.acts[at] == "j":
        at += 1
    lower = context.tokens.lower
    if lower[at] in acts_en.DOES:
        return not sources_en.THINK.isdisjoint(lower[at + 1 : at + 4])
    return of_mind(lower, at)


def _addressed(match: Match, context: Context) -> bool:
    """Whether somebody in the room looks at them or asks them: "several looked at"."""
    lower, acts = context.tokens.lower, context.acts
    first, _ = context.tokens.sentence(match.first)
    at = match.first - 1 - (acts[match.first - 1] in "27")
    if lower[at] not in sources_en.ADDRESSED:
        return False
    if _body_alone(match, context) and acts[match.last : match.last + 1] in {".", "x", "b", "B"}:
        return False  # "followed the institute report"
    subject = lower[max(first, at - 3) : at]
    return not sources_en.THE_OTHERS.isdisjoint(subject)


def _ours(match: Match, context: Context) -> bool:
    return context.tokens.lower[match.first] in {"you", "we", "us"}


def _contributed(match: Match, context: Context) -> bool:
    """Whether it is something that is heard in a meeting."""
    acts = context.acts
    for at in range(match.first - 1, max(-1, match.first - 9), -1):
        if acts[at] in "xn":
            word = context.tokens.lower[at]
            break
    else:
        return False
    if word in sources_en.OUTSIDE_TOO:
        if _body_alone(match, context):
            return _quiet(match, context)
        span = set(acts[match.first : match.last])
        return "X" in span or "Y" in span or not {"l", "o"} & span
    return True


def _quoted(match: Match, context: Context) -> bool:
    """Whether a quotation ends right before "from"."""
    first, _ = context.tokens.sentence(match.first)
    return context.tokens.lower[first : match.first].count('"') > 1


def _between(match: Match, context: Context) -> bool:
    lower = context.tokens.lower
    return lower[match.first - 1] == "between" and not sources_en.EXCHANGES.isdisjoint(
        lower[max(0, match.first - 5) : match.first - 1]
    )


def _came(match: Match, context: Context) -> bool:
    first, _ = context.tokens.sentence(match.first)
    lower, acts = context.tokens.lower, context.acts
    verbs = lower[max(first, match.first - 6) : match.first]
    if sources_en.CAME.isdisjoint(verbs):
        return False
    if "heard" in verbs:
        return True
    told = [at for at in range(first, match.first) if acts[at] in "xn"]
    if not told:
        return False
    return not _body_alone(match, context) or _quiet(match, context)


def _dative(match: Match, context: Context) -> bool:
    word, acts = _word(match, context, 2), context.acts
    if word in sources_en.SUITS:
        return not _body_alone(match, context) or _quiet(match, context)
    if context.tokens.lower[match.first - 1] == "for":
        return False
    if acts[match.first - 2 : match.first - 1] == "n":
        return _contributed(match, context)
    if word not in sources_en.GIVEN_TO:
        return False
    if word in {"fell", "left", "falls"}:
        return acts[match.last : match.last + 1] == "7"
    first, _ = context.tokens.sentence(match.first)
    told = any(acts[at] in "xn" for at in range(first, match.first))
    return told or word in {"thanks", "credit", "compliments", "news", "tribute", "belonged"}


def _fronted(match: Match, context: Context) -> bool:
    lower = context.tokens.lower
    _, last = context.tokens.sentence(match.first)
    after = lower[match.last : last]
    if after[:1] == ["it"] and context.acts[match.last + 1 : match.last + 2] in {"A", "I"}:
        if not sources_en.JUDGED.isdisjoint(after[2:4]):
            return "X" not in context.acts[match.first : match.last] or _quiet(match, context)
        return context.acts[match.last + 2 : match.last + 3] in {"v", "V", "g"}
    clause = " ".join(after)
    return any(each in clause for each in sources_en.STAKES)


def _viewed(match: Match, context: Context) -> bool:
    return not _body_alone(match, context) or _quiet(match, context)


def _believed(match: Match, context: Context) -> bool:
    lower = context.tokens.lower
    first, last = context.tokens.sentence(match.first)
    if not sources_en.ASK.isdisjoint(lower[max(first, match.first - 3) : match.first]):
        return True
    clause = " ".join(lower[match.last : min(last, match.last + 5)])
    return clause.startswith(sources_en.RIGHT)


def _done(match: Match, context: Context) -> bool:
    """Whether the deed before "by" is one of a meeting."""
    lower, acts = context.tokens.lower, context.acts
    first, last = context.tokens.sentence(match.first)
    for at in range(match.first - 2, max(first - 1, match.first - 9), -1):
        if acts[at] in "Vvign":
            break
    else:
        return False
    word, span = lower[at], set(acts[match.first : match.last])
    if word in acts_en.BEFALLS:
        return False
    if _body_alone(match, context) and not _quiet(match, context):
        # What nobody raises but in a meeting: "an objection was raised by the bank".
        raised = not presence_en.IN_DEBATE.isdisjoint(lower[first:at])
        return raised and word in presence_en.RAISED
    if acts[at] == "n":
        return _contributed(match, context)
    if acts[at] in "Vvi" and word not in acts_en.PUBLISHES:
        return not _body_alone(match, context) or word not in acts_en.STANCES
    said = any(acts[i] in "xn" for i in range(first, match.first))
    paper = not acts_en.PAPERS.isdisjoint(lower[first:last])
    somebody_here = "X" in span and not _body_alone(match, context)
    return said or paper or somebody_here


def _cleft(match: Match, context: Context) -> bool:
    """ "It was the bank that insisted": what follows is done in the room."""
    lower, acts = context.tokens.lower, context.acts
    at = match.first - 1
    while at > 0 and acts[at] == "j":
        at -= 1
    if lower[at - 1] != "it":
        return False
    verb = verb_at(acts, match.last + 1)
    word = "".join(lower[verb : verb + 1])
    if suffered(lower[match.last : verb], word) or word in acts_en.BEFALLS:
        return False
    if acts[verb : verb + 1] in {"V", "i"} or word in acts_en.OPINIONS:
        return True
    if _body_alone(match, context):
        return (
            _quiet(match, context)
            and word not in acts_en.PUBLISHES
            and acts[verb : verb + 1] == "v"
        )
    return acts[verb : verb + 1] in {"v", "g"} and word not in acts_en.PUBLISHES


def _urging(match: Match, context: Context) -> bool:
    word = context.tokens.lower[match.last]
    return word in sources_en.URGING and _quiet(match, context)


def _sent(match: Match, context: Context) -> bool:
    verb = verb_at(context.acts, match.last)
    return "".join(context.tokens.lower[verb : verb + 1]) in sources_en.SENT


def _its(match: Match, context: Context) -> bool:
    """Whether "its representative" follows, and speaks or is here."""
    lower, acts = context.tokens.lower, context.acts
    for at in range(match.last, min(match.last + 12, len(acts) - 1)):
        if lower[at] == "its" and acts[at + 1] in "PRu":
            after = acts[at + 2 : at + 4]
            return "here" in lower[at + 2 : at + 4] or after[:1] in {"V", "v", "i", "@"}
    return False


def _worn(match: Match, context: Context) -> bool:
    return context.tokens.lower[match.last] in sources_en.WORN


def _listed(match: Match, context: Context) -> bool:
    """Whether what stands before the colon heads a list of people."""
    first, _ = context.tokens.sentence(match.first)
    before = context.tokens.lower[max(first, match.first - 7) : match.first]
    return not sources_en.LISTED.isdisjoint(before)


def _bracketed(match: Match, context: Context) -> bool:
    """Whether the brackets are a label's or end the note, and explain no name before them."""
    at = match.first - 1
    words, lower = context.tokens.words, context.tokens.lower
    if at == 0:
        return True
    last = match.last + 2 >= len(words)
    return last and lower[at] == "[" and words[at - 1][0].islower()


def _signed(match: Match, context: Context) -> bool:
    words = context.tokens.words[match.last : match.last + 2]
    return (
        words[:1] in (["/"], [">"], ["|"], ["→"], ["="])
        and words[1:] != []
        and (words[0] != "/" or words[1] == "/")
    )


def _dashed(match: Match, context: Context) -> bool:
    sign = match.first - 1
    return context.tokens.words[sign] in {"–", "—"} and sign > 2


def _few(match: Match, context: Context) -> bool:
    """Whether it is one, a few or a pair of them and not their people."""
    span = context.acts[match.first : match.last].rstrip("~")
    if "X" in span:
        return True
    return span[-1] in "PRuL" or "q" in span or "a" in span[1:]


def _both(match: Match, context: Context) -> bool:
    return context.tokens.lower[match.first] == "both"


def _willing(match: Match, context: Context) -> bool:
    lower = context.tokens.lower
    near = lower[match.last + 1 : match.last + 4]
    if "X" in context.acts[match.first : match.last] and not _quiet(match, context):
        return False
    if lower[match.last] in {"can", "can't", "cannot", "won't", "will"}:
        chore = lower[match.last] == "will" and not acts_en.CHORES.isdisjoint(near)
        return chore or not acts_en.WISHES.isdisjoint(near)
    return of_mind(lower, match.last)


def _elsewhere(match: Match, context: Context) -> bool:
    """Whether those whom the speaker calls ours are in a place: "our supervisors in Lagos"."""
    said = context.tokens.lower[match.first : match.last]
    return sources_en.AT_HAND.isdisjoint(said)


def _leaves(match: Match, context: Context) -> bool:
    near = context.tokens.lower[match.last : match.last + 4]
    return near[:1] == ["left"] and not {
        "hall", "room", "table", "meeting", "session", "floor",
    }.isdisjoint(near)  # fmt: skip


def _apart(match: Match, context: Context) -> bool:
    """Whether it is not the meeting's own body: "our rating committee", "our upper house"."""
    said = context.tokens.lower[match.first : match.last]
    between = said[1:-1]
    if not between or not sources_en.MODIFIERS_OF_ALL.isdisjoint(between):
        return False
    return said[-1] not in acts_en.WE_ALL or said[-1] in {"committee", "council", "society"}


def _plant(match: Match, context: Context) -> bool:
    said = context.tokens.lower[match.first : match.last]
    if "house" in said[2:]:
        return said[said.index("house") - 1] in sources_en.CHAMBERS
    if "society" in said[2:]:
        return said[said.index("society") - 1] == "national"
    if any(each in " ".join(said) for each in sources_en.PLANT_OF_TWO_WORDS):
        return True
    return not sources_en.PLANT.isdisjoint(said)


def _living(match: Match, context: Context) -> bool:
    said = context.tokens.lower[match.first : match.last]
    after = context.acts[match.last : match.last + 1]
    if "".join(context.tokens.lower[match.last : match.last + 1]) in sources_en.NO_OBJECTS:
        return False
    return said[0] == "we" and said[-1] in sources_en.TRADES and after not in {"!", ",", "d"}


TESTS: Mapping[str, Callable[[Match, Context], bool]] = {
    "source": _source,
    "contributed": _contributed,
    "part": _part,
    "benches": _benches,
    "minded": _minded,
    "addressed": _addressed,
    "ours": _ours,
    "quoted": _quoted,
    "came": _came,
    "between": _between,
    "dative": _dative,
    "fronted": _fronted,
    "viewed": _viewed,
    "believed": _believed,
    "done": _done,
    "cleft": _cleft,
    "urging": _urging,
    "sent": _sent,
    "its": _its,
    "worn": _worn,
    "listed": _listed,
    "bracketed": _bracketed,
    "signed": _signed,
    "dashed": _dashed,
    "few": _few,
    "both": _both,
    "willing": _willing,
    "leaves": _leaves,
    "elsewhere": _elsewhere,
    "apart": _apart,
    "plant": _plant,
    "living": _living,
}
