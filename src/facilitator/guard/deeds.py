"""What a name that is also a word does behind a sentence's start, so that it is a name there."""

from __future__ import annotations

from functools import lru_cache

from facilitator.guard.deeds_en import (
    BEING,
    DEEDS,
    FINITE,
    HELPERS,
    MANNERS,
    MEETING_MATTERS,
    MOODS,
    MOODS_OF_PEOPLE,
    NOUNS_TOO,
    OPENERS_OF_OBJECTS,
    PASTS,
    POSSESSIONS,
    PRESENTS,
    SINGULARS,
    UNCOUNTED,
    VERBS_ALONE,
    only_people,
)
from facilitator.guard.idioms_en import IDIOM_TAILS, IDIOM_VERBS


def acts_like_a_person(word: str, after: list[str]) -> bool:
    """Whether `word`, which opens a sentence, is a person by what follows it (small letters).

    "Stone wants the log" and "Rivers was not convinced" are; "Rivers carry silt" is not. A
    noun in the singular needs an article where it is no name, so nearly any verb tells.
    """
    at = 0
    for phrase in _ASIDES:
        if after[: len(phrase)] == phrase:
            after = after[len(phrase) :]
    while at < len(after) and _manner(after[at]):
        at += 1
    if at >= len(after):
        return False
    if not _PERSONAL.isdisjoint(after[at : at + 5]):
        return True
    verb = after[at]
    rest = at + 1
    while rest < len(after) and _manner(after[rest]):
        rest += 1
    follower = after[rest] if rest < len(after) else ""
    plural, loose = several(word), word in UNCOUNTED
    if verb in HELPERS and after[at + 1 : at + 2] == ["rather"]:
        return True
    if _idiom(IDIOM_VERBS.get(verb, ""), after[at + 1 :]):
        return True
    if verb in HELPERS and _idiom(PASTS.get(follower, follower), after[rest + 1 :]):
        return True
    if verb in BEING and follower.endswith("ing") and _idiom(follower, after[rest + 1 :]):
        return True
    if verb in _DEGREES:
        felt = at + 1 + (after[at + 1 : at + 2] == ["."])
        return after[felt : felt + 1] != [] and after[felt] in MOODS_OF_PEOPLE
    if verb in HELPERS:
        perfect = "have" in after[at + 1 : rest]
        return _helped(verb, follower, after[rest:], perfect, several=plural, loose=loose)
    if verb in BEING:
        denied = verb.endswith("n't") or "not" in after[at:rest]
        if denied and follower in {"having", "buying"}:
            return after[rest + 1 : rest + 2] != [] and after[rest + 1] in _DETERMINERS
        if plural and verb in SINGULARS:
            return True
        if follower.endswith("ing") and not (plural or loose) and _gerund(follower):
            return True
        if follower == "on" and after[rest + 1 : rest + 2] in (["leave"], ["mute"], ["holiday"]):
            return True
        if verb == "is" and follower in {"right", "wrong"}:
            return True
        if follower == "the" and not (plural or loose):
            return after[rest + 1 : rest + 3] in (["last", "to"], ["first", "to"], ["only", "one"])
        return follower in (MOODS_OF_PEOPLE if plural or loose else MOODS)
    passing = verb == "went" and follower in {"by", "without", "past"}
    if (verb in PASTS or verb.endswith("ed")) and verb not in _ALSO_MONTHS and not passing:
        ended = next((n for n, w in enumerate(after) if w in _ENDS), len(after))
        if not MEETING_MATTERS.isdisjoint(after[at + 1 : ended]):
            return True
    if verb in PASTS and (PASTS[verb] != verb or word not in UNCOUNTED):
        if only_people(PASTS[verb]) or (verb in {"saw", "viewed"} and "as" in after):
            return True
        told = verb in FINITE or follower in OPENERS_OF_OBJECTS or not follower
        return told and not plural and not loose
    if asks_much(word, after[at:]):
        return False
    if verb in VERBS_ALONE and (not loose or only_people(PRESENTS.get(verb, ""))):
        return True
    if verb in MOODS_OF_PEOPLE or after[:2] == ["in", "favour"]:
        return True
    if verb.endswith("ing") and follower in OPENERS_OF_OBJECTS and _gerund(verb):
        return True
    if verb in PRESENTS and plural and follower in OPENERS_OF_OBJECTS:
        noun = follower == "to" and verb in NOUNS_TOO
        return follower in _DETERMINERS or (only_people(PRESENTS[verb]) and not noun)
    if verb in PRESENTS and follower == "to" and only_people(PRESENTS[verb]):
        return not loose and verb not in NOUNS_TOO
    if plural or loose:
        return False
    if verb in PRESENTS:
        return follower in _DETERMINERS
    if not verb.endswith("ed") or len(verb) < 5 or verb == "closed":
        return False
    return follower in OPENERS_OF_OBJECTS - _OF_PASSIVES or rest > at + 1 or follower in _ENDS


def asks_much(word: str, after: list[str]) -> bool:
    """Whether peace or patience asks more of us than war, as the proverbs say."""
    return (
        word in UNCOUNTED
        and bool(after)
        and after[0] in _ASKS_MUCH
        and not _OF_THINGS.isdisjoint(after[1:])
    )


def opens_nothing(word: str, after: list[str]) -> bool:
    """Whether `word`, which may open a phrase ("So", "An"), is a person by what follows it."""
    if len(after) < 2 or not acts_like_a_person("x", after):
        return False
    if after[0] in HELPERS | BEING and after[1] in _SUBJECTS:
        return False
    return not (after[0] in _INVERTED and after[1] in _SUBJECTS)


def _idiom(verb: str, after: list[str]) -> bool:
    """Whether an idiom of people begins with `verb`, a plain form or one in -ing."""
    base = verb
    if verb.endswith("ing"):
        stem = verb[:-3]
        base = next((b for b in (stem, stem + "e", stem[:-1]) if b in IDIOM_TAILS), "")
    return any(after[: len(tail)] == tail for tail in IDIOM_TAILS.get(base, ()))


def _gerund(verb: str) -> bool:
    stem = verb[:-3]
    return any(base in DEEDS and only_people(base) for base in (stem, stem + "e", stem[:-1]))


def _helped(
    verb: str, follower: str, rest: list[str], perfect: bool, *, several: bool, loose: bool
) -> bool:
    if several and verb in SINGULARS:
        return True
    done = PASTS.get(follower)
    if not perfect and verb not in _HAVING:
        done = follower if follower in DEEDS else None
    if done is not None:
        return only_people(done) or not (several or loose)
    if verb in _HAVING:
        return not POSSESSIONS.isdisjoint(rest[:4])
    if follower in {"be", "been"}:
        return len(rest) > 1 and rest[1] in MOODS_OF_PEOPLE
    return not several and not loose and follower.isalpha() and follower not in _WEAK


@lru_cache(maxsize=4096)
def several(word: str) -> bool:
    """Whether a noun looks like a plural."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _manner(word: str) -> bool:
    return word in MANNERS or (word.endswith("ly") and len(word) > 4)


_SUBJECTS = frozenset(
    """the they he she i we it you a an this that these those all many some most his her their our
    its both others one two""".split()
)
_INVERTED = frozenset("said says argued claimed wrote thought went goes concluded ran read".split())
_ASIDES = [
    aside.split()
    for aside in (
        "in turn/for his part/for her part/for their part/once more/on the other hand/in reply/"
        "in response/at this point/by contrast/at length/in the end/at least"
    ).split("/")
]
_DEGREES = frozenset("v very quite rather deeply totally wholly still not".split())
_ASKS_MUCH = frozenset("asks demands takes needs costs wants gives brings makes finds".split())
_OF_THINGS = frozenset("than more much little".split())
_PERSONAL = frozenset("himself herself his".split())
_ALSO_MONTHS = frozenset("saw brought met".split())
_DETERMINERS = frozenset("a an the his her their its our this it them him us no every".split())
_ENDS = frozenset(". ! ; and but as because when after before".split()) | {""}
_HAVING = frozenset("had has hasn't hadn't".split())
_WEAK = frozenset("have be been it they there you we i he she the a an become fail fall".split())
_OF_PASSIVES = frozenset("to for about with against on at from by".split())
