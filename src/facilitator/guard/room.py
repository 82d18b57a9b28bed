"""What is done in a meeting and what is done in the world, told by the verb and its company."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from facilitator.guard import acts_en, frames_en, presence_en
from facilitator.guard.bodies import Bodies
from facilitator.guard.frames import Match
from facilitator.guard.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Context:
    """A text with its letters and acts, and what is known of the people who may be meant."""

    tokens: Tokens
    letters: str
    acts: str
    bodies: Bodies
    place_of: Mapping[str, tuple[str, frozenset[str]]]
    roster: bool
    """Whether somebody's names are known."""
    on_record: Collection[int] = ()
    """Who may be named in this text."""


_QUIETLY = presence_en.QUIETLY


def verb_at(acts: str, at: int) -> int:
    """The finite verb that stands at `at` or behind adverbs, auxiliaries and words set off."""
    if acts[at : at + 1] == ",":
        comma = acts.find(",", at + 1)
        at = comma + 1 if comma > 0 else at
    while acts[at : at + 1] in {"j", "A", "I", "~", "q"}:
        at += 1
    return at


def suffered(before: Sequence[str], word: str) -> bool:
    """Whether a verb is passive, by the words before it, and no feeling."""
    return (
        not acts_en.BEING.isdisjoint(before[-3:])
        and (word.endswith(("ed", "en", "wn")) or word in acts_en.PASTS_TOO)
        and word not in acts_en.FEELINGS
    )


def of_mind(lower: Sequence[str], at: int) -> bool:
    """Whether what is told from the auxiliary at `at` on is a state of mind."""
    word, near = "".join(lower[at : at + 1]), lower[at + 1 : at + 4]
    if word in {"had", "has"}:
        return not acts_en.MINDS.isdisjoint(near) or "mind" in lower[at + 3 : at + 7]
    if word in acts_en.MODALS:
        return not acts_en.WISHES.isdisjoint(near)
    return not (acts_en.MIND.isdisjoint(near) and acts_en.FEELINGS.isdisjoint(near))


def in_the_room(match: Match, context: Context, *, quiet: bool) -> bool:
    """Whether what the body does is done in this meeting; `quiet`: it does not speak to the
    public anyway."""
    acts, lower = context.acts, context.tokens.lower
    verb = verb_at(acts, match.last)
    act, word = acts[verb : verb + 1], lower[verb] if verb < len(lower) else ""
    if acts[match.first - 1 : match.first] in {*"6f13"} or (
        act == "V" and suffered(lower[match.last : verb], word)
    ):
        return False  # "a poll by the bank was doubted"
    if lower[match.first - 1 : match.first] == ["what"]:
        return False  # "what the bank could not control": what it wished has its own pattern
    if act in {"V", "i"}:
        return True
    first, last = context.tokens.sentence(match.first)
    if "@" in acts[first:last]:
        return True
    if lower[match.last] in {"has", "have"} and "since" in lower[match.last : last]:
        return False  # "has had no access since it deployed"
    clause = " ".join((*lower[match.last : last], ""))
    if any(time in clause for time in frames_en.TIMES):
        return False
    if any(phrase in clause for phrase in acts_en.ROOM):
        return True
    if quiet and any(each in " ".join(lower[match.last : match.last + 7]) for each in _QUIETLY):
        return True
    if _promised(lower[match.last : last], quiet=quiet) or in_procedure(lower, match.last):
        return True
    if word in acts_en.OPINIONS:
        return True
    told = acts[match.first - 1 : match.first] == "t"
    aux = next((i for i in range(match.last, verb) if acts[i] in "AI"), -1)
    if told or suffered(lower[match.last : verb], word):
        return False
    if (
        quiet
        and aux >= 0
        and lower[aux] in {"was", "were"}
        and lower[aux + 1 : aux + 2] in (["for"], ["against"])
    ):
        return "".join(lower[aux + 2 : aux + 3]) in {*"a an the it this that both neither".split()}
    if aux >= 0 and of_mind(lower, aux) and (quiet or (acts[aux] == "A" and lower[aux] != "would")):
        return True
    if quiet and aux >= 0 and lower[aux] in acts_en.DOES:
        return not acts_en.WISHES.isdisjoint(lower[aux + 1 : aux + 4])
    if quiet and word in acts_en.THINKS:
        return True
    if quiet and word in presence_en.SENDS and not frames_en.years(lower[first:last]):
        handed = slice(verb + 1, verb + 5)  # "brought three change requests"
        if "n" in acts[handed] or not presence_en.HANDED.isdisjoint(lower[handed]):
            return True
    if word in acts_en.PUBLISHES:
        return False
    if act == "v" and acts[verb + 1 : verb + 2] in {"t", "7", ",", "!"}:
        return True
    if not quiet:
        return act == "v" and word not in acts_en.STANCES
    if aux >= 0 and lower[aux] == "had" and not acts_en.HAPPENS.isdisjoint(lower[aux : aux + 4]):
        return False
    if word in acts_en.LIGHT and act == "v" and lower[verb + 1 : verb + 2] != ["it"]:
        near = acts[verb + 1 : verb + 8]
        return not {"x", "n", "@", "w", "P", "R"}.isdisjoint(near) or not acts_en.PAPERS.isdisjoint(
            lower[verb + 1 : verb + 8]
        )
    return act == "v" or (aux >= 0 and acts[aux] == "A" and lower[aux] not in acts_en.BEING)


def _promised(after: list[str], *, quiet: bool) -> bool:
    """Whether something is promised that is done for a meeting: "will draft the box"."""
    for place, word in enumerate(after[:3]):
        if word in acts_en.PROMISES:
            chore = [i for i in range(place + 1, place + 4) if after[i : i + 1] != []]
            for at in chore:
                if after[at] in acts_en.CHORES:
                    given = after[at + 1 : at + 7]
                    return quiet or not (
                        frames_en.MATTERS.isdisjoint(given) and presence_en.GIVEN.isdisjoint(given)
                    )
    return False


def in_procedure(lower: list[str], at: int) -> bool:
    """Whether what follows is the business of a meeting: "supported the amendment"."""
    near = lower[at : at + 8]
    if "." in near:
        near = near[: near.index(".")]
    acts = [i for i, word in enumerate(near[:3]) if word in frames_en.PROCEDURES]
    return bool(acts) and not frames_en.MATTERS.isdisjoint(near[acts[0] :])
