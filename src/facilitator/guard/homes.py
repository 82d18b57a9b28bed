"""Where somebody spoken of lives, works or comes from, as a text tells it in passing.

A city or a country is somebody's own when they live or travel there ("she flies back to
Oslo"), have something there ("her lab in Oslo") or speak of it as one speaks of home; a place
that is only talked about is nobody's.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from facilitator.guard import clues_en
from facilitator.guard.crowd import People
from facilitator.guard.languages_en import LANGUAGES
from facilitator.guard.scene import Scene

_LANGUAGE = re.compile(r".(?=[,!|;:)]|[jAI]*[Vvg]|$)")
_HE_SAID = re.compile(rf", (?:s?he|the speaker) (?:{'|'.join(clues_en.SAYING.split())})\b")
_FRONTED = re.compile(r"([8f]d?)[KCG]~*,(?=[^!|]*[Vv])")
_PLACES = frozenset("KCX")
_WHERE = re.compile(rf"^, where (?:s?he|the speaker) (?:{'|'.join(sorted(clues_en.LIVING))})\b")
_LINE = re.compile(r"\b(?:his|her) [a-z]+ (?:was|is) that$")
_CLAUSE = re.compile(r"[t!|,:WVv]")


class Place(NamedTuple):
    """Who may be from the place that stands at the token `at`."""

    people: People
    at: int


class Homes:
    """Finds them in the clauses of one text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.lower = scene.tokens.lower
        self.acts = scene.acts

    def origin(self, begin: int, last: int) -> Place | None:
        """ "Who comes from Peru", "who doesn't come from Brazil", "who isn't a Nigerian"."""
        lower, acts = self.lower, self.acts
        for at in range(begin + 1, min(begin + 7, last)):
            if acts[at] in "Vv" or (acts[at] == "g" and lower[at] not in clues_en.ARRIVED):
                return None
            if acts[at] in "KCGNTS" and acts[at - 1] in "fdaIAj":
                from_there = self.scene.of_place(at)
                if not from_there:
                    return None
                if any(word in clues_en.NEGATED for word in lower[begin:at]):
                    crowd = self.scene.crowd
                    return Place(crowd.all - (from_there - crowd.unknown), at)
                if acts[at - 1] != "d":
                    return Place(from_there, at)
                return None
        return None

    def sent(self, first: int, last: int) -> Place | None:
        """ "The report came from Tokyo", of which "she" goes on to tell."""
        lower, acts = self.lower, self.acts
        for at in range(first + 2, last - 1):
            if acts[at] != "f" or clues_en.CAME.isdisjoint(lower[max(first, at - 5) : at]):
                continue
            if not any(
                acts[i] in "xn" or lower[i] in clues_en.REMARKS | clues_en.PIECES
                for i in range(first, at)
            ):
                return None
            place = at + 1
            while place < last and (acts[place] == "d" or lower[place] in {"inside", "within"}):
                place += 1
            there = self.scene.of_place(place) if acts[place : place + 1] in {*"KCG"} else None
            return Place(there, place) if there else None
        return None

    def fronted(self, first: int) -> Place | None:
        """ "In Pretoria, he said, nobody listened"."""
        found = _FRONTED.match(self.acts, first)
        return Place(self.scene.of_place(found.end(1)), found.end(1)) if found else None

    def home(self, first: int, last: int, *, company: bool) -> Place | None:
        """ "She lives in Oslo", "Oslo sends its regards, she said": a place of their own."""
        lower, acts = self.lower, self.acts
        if _PLACES.isdisjoint(acts[first:last]):
            return None
        near = lower[first:last]
        if company and not _HE_SAID.search(" ".join(near)):
            return None
        for at in range(first + 2, last - 2):
            if lower[at + 1] == "as" and lower[at + 2] == "home" and acts[at] in _PLACES:
                there = self.scene.of_place(at)
                return Place(there, at) if there else None
        whose = [i for i in range(first, last) if lower[i] in clues_en.HE_OR_SHE]
        if not whose:
            return None
        homely = not clues_en.HOMELY.isdisjoint(near)
        for at in range(first, last):
            if acts[at] not in _PLACES or not (there := self.scene.of_place(at)):
                continue
            owner = next((i for i in reversed(whose) if i < at), -1)
            between = lower[owner + 1 : at]
            near_to = acts[at - 1] in {*"f8724a"}
            if "".join(lower[at + 1 : at + 3]) == "iswhere" and (
                "".join(lower[at + 3 : at + 4]) in clues_en.OWN
            ):
                return Place(there, at)  # "Zagreb is where her voters are"
            if _LINE.search(" ".join(lower[max(first, at - 5) : at])) and acts[at + 1 : at + 2] in {
                *"AI"
            }:
                return Place(there, at)  # "her line was that Canberra would go on"
            lives = (
                owner >= 0
                and near_to
                and at - owner < 9
                and not clues_en.LIVING.isdisjoint(between[:4])
                and ("had" not in between or "flown" in between or "come" in between)
                and not _CLAUSE.search(acts, owner + 1, at)
            )
            where = _WHERE.search(" ".join(lower[at + 1 : at + 6]))
            if lives or where or self._their_own(owner, at) or (homely and acts[at - 1] != "1"):
                return Place(there, at)
        return None

    def _their_own(self, owner: int, at: int) -> bool:
        """ "Her ministry in Oslo", "his window in Haifa", but not "his speech in Moscow"."""
        if owner < 0 or self.lower[owner] not in clues_en.OWN or not 2 < at - owner < 5:
            return False
        noun = at - 2
        return (
            self.acts[at - 1] in "82"
            and self.acts[noun] in ".B"
            and self.lower[noun] not in clues_en.REMARKS | clues_en.TRIPS
        )

    def language(self, at: int) -> Place | None:
        """ "In Arabic", said of how somebody spoke, by the language at `at`."""
        codes = LANGUAGES.get(self.lower[at])
        if codes is None or not _LANGUAGE.match(self.acts, at):
            return None
        return Place(self.scene.crowd.of_countries(codes), at)


def of_language(acts: str, at: int, stop: int) -> bool:
    """Whether an adjective is a language: "speaks Portuguese"."""
    return acts[at] in "NT" and acts[at - 1] in "1s" and acts[stop : stop + 1] in {*"Vvg,!@82"}
