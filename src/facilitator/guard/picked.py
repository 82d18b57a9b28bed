"""Phrases that pick one or few people out of a room by counting: "one of the two women here".

Such a phrase opens with a word that counts, names people, and may go on with a place or with
what they do. It is about this room when it says so ("among us", "on our list"), when a remark
is by or from those people, or when what they do is done in a meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.guard import acts_en, clues_en, frames_en
from facilitator.guard.frames import outside
from facilitator.guard.room import of_mind, suffered, verb_at
from facilitator.guard.tokens import Tokens

_ONE, _MANY = frozenset("RPOu"), frozenset("rloSu")
_ADJECTIVES = frozenset("FNTGLB.-j")
_NO_ADJECTIVES = frozenset("bxX")
_ENDS = frozenset(',!|:;)"')
_VERBS = frozenset("VvigsA")
_FINITE = frozenset("VvigsAI")
_THOSE = re.compile(r"[NTG]~*,?$|^d[f9W]|^dq[f9W]|L~*[f1]|^d(?:F~*)*O")
_PREPOSITIONS = frozenset("f123489")


@dataclass(frozen=True, slots=True)
class Picked:
    """Tokens [first, last) pick somebody out; what describes them ends at `last` too.

    `few`: one of some people, or all of them; `counted`: it is told that they are two or three.
    `here`: the phrase says that they are in the room or that a remark is theirs. `acts`: what
    they do is done in a meeting; `world`: it is surely not. `parted`: somebody is told from
    the others, so that all words together may fit one.
    """

    first: int
    last: int
    few: bool
    counted: bool
    here: bool
    acts: bool
    world: bool
    parted: bool = False


class Picker:
    """Finds them in one text."""

    def __init__(self, tokens: Tokens, acts: str) -> None:
        self.tokens = tokens
        self.lower = tokens.lower
        self.acts = acts

    def picked(self, first: int, last: int) -> Iterator[Picked]:
        """Every such phrase of the sentence [first, last), from left to right."""
        lower = self.lower
        if lower[first] in clues_en.AMONG or lower[first : first + 2] == ["out", "of"]:
            yield from self._parted(first, last)
        if clues_en.COUNTS.isdisjoint(lower[first:last]):
            return
        for at in range(first, last):
            if lower[at] not in clues_en.COUNTS:
                continue
            opened = self._opened(at, first, last)
            if opened is None:
                continue
            begin, body, few, counted = opened
            head = self._head(body, last, several=few)
            if not head:
                continue
            if self._idiom(begin, head, first):
                continue
            end, here = self._tail(head, last)
            if self.acts[head - 1] == "B" and not here:
                continue
            here = here or self.source(begin, first) or self._of_somebody(begin, first)
            counted = counted and (lower[begin] == "one" or end > head or here)
            world = self._in_the_world(begin, end, last)
            acts = not world and (
                (begin > first and self.acts[begin - 1] in "Vv")
                or self._in_the_room(begin, end, last)
            )
            yield Picked(begin, end, few, counted, here, acts, world)

    def _idiom(self, begin: int, head: int, first: int) -> bool:
        """Whether somebody only says how they feel: "was she the only one confused"."""
        lower = self.lower
        if lower[begin:head] not in (["the", "only", "one"], ["the", "only", "person"]):
            return False
        denied = not {"not", "n't", "wasn't", "isn't"}.isdisjoint(
            lower[max(first, begin - 3) : begin]
        )
        felt = "".join(lower[head : head + 1])
        return denied or felt in clues_en.FELT

    def _parted(self, first: int, last: int) -> Iterator[Picked]:
        """ "Of the two Americans the man", "Out of the pair from Oslo it was the lady who"."""
        lower, acts = self.lower, self.acts
        opens = first + (lower[first] == "out")
        if acts[opens + 1 : opens + 2] not in {"d", "m"}:
            return
        for at in range(opens + 2, min(opens + 14, last - 1)):
            if acts[at] in "Vvg" and not (
                lower[at] in clues_en.COME_FROM and acts[at - 1] in "Wdr"
            ):
                return
            some = lower[at] in {"one", "two"} and acts[at + 1] in "AIVvgs"
            if not some and (lower[at] != "the" or not self._singled(at + 1)):
                continue
            between = acts[opens + 1 : at].rstrip("F")
            if _MANY.isdisjoint(between) and not _THOSE.search(between):
                return
            cleft = lower[at - 2 : at] in (["it", "was"], ["it", "is"])
            end, here = self._tail(at + (1 if some else 2), last)
            public = not frames_en.PUBLIC_OFFICES.isdisjoint(lower[first:at]) and not (
                "deputy" in lower[first:at] or cleft
            )
            world = public or (not cleft and self._in_the_world(first, end, last))
            yield Picked(
                first,
                end,
                few=True,
                counted=True,
                parted=True,
                here=here,
                acts=not world and (cleft or self._in_the_room(first, end, last)),
                world=world,
            )
            return

    def _singled(self, at: int) -> bool:
        """Whether one is told from others by the words at `at`: "the older", "the Swiss one"."""
        lower, acts = self.lower, self.acts
        if lower[at] in clues_en.SINGLED or acts[at] == "P":
            return True
        after = at + 1 < len(acts) and (lower[at + 1] == "one" or acts[at + 1] in "uPR")
        return acts[at] in "NTG" and after

    def _opened(self, at: int, first: int, last: int) -> tuple[int, int, bool, bool] | None:
        """Where the phrase that counts with the word at `at` begins, where its nouns begin,
        whether it is about more than one, and whether it tells how many."""
        lower, acts = self.lower, self.acts
        word, before = lower[at], acts[at - 1] if at > first else "|"
        if word in clues_en.ONLY or word == "one":
            if before in "dm'" and lower[at - 1] not in {"this", "that", "no"}:
                return at - 1, at + 1, False, False
            if word == "only" and before in '|"-':
                return at, at + 1, False, False
        if word in {"one", "neither"} and lower[at + 1 : at + 2] == ["of"]:
            place = at + 2
            if lower[place : place + 1] in (["two"], ["three"]):
                return at, place + 1, True, False  # "one of two West Africans in the room"
            if lower[place : place + 1] == ["us"] and lower[at - 1] in clues_en.EXACTLY:
                return at - 1, place, False, False
            if acts[place : place + 1] not in {"d", "m"}:
                return None
            place += 1
            number = "".join(lower[place : place + 1])
            if number in clues_en.SO_FEW:
                return at, place + 1, True, True
            return at, place, True, number in clues_en.PAIR
        if word in {"two", "three"}:
            begin = at - 2 if lower[at - 1] in clues_en.ONLY else at - 1
            if begin > first and acts[begin] == "'" and acts[begin - 1] in "CKGX~":
                return begin - 1, at + 1, True, True  # "Asia's two delegates"
            if begin >= first and acts[begin] in "dm" and lower[begin - 1 : begin] != ["of"]:
                return begin, at + 1, True, True
        if word == "both" and acts[at : at + 2] != "q~":
            return at, at + 1, True, True
        if word in {"two", "three"} and at == first:
            return at, at + 1, True, False
        if word in {"two", "three"} and lower[at - 1] == "all":
            return at - 1, at + 1, True, True
        return None

    def _head(self, place: int, last: int, *, several: bool) -> int:
        """Where the noun for people ends that the words from `place` on lead to, or 0."""
        lower, acts = self.lower, self.acts
        begin = place
        people = _MANY if several else _ONE
        stop = min(place + 6, last)
        word = "".join(lower[place : place + 1])
        if word == "us":
            return place + 1
        if (not several and word in {"one", "ones"}) or (several and word in clues_en.PAIR):
            return place + 1
        if several and (
            acts[place : place + 1] in {"W", "f"} or word in {"who've", "who's", "who'd"}
        ):
            return place
        while place < stop:
            act = acts[place]
            end = place + 1
            while end < last and acts[end] == "~":
                end += 1
            after = acts[end : end + 1]
            if after == "@" and not several and act in _ADJECTIVES | {"Z"}:
                return end  # "the only cloud provider in the room"
            if act in people and after not in people and after not in _NO_ADJECTIVES | {"B", "P"}:
                return 0 if not frames_en.POWERS.isdisjoint(lower[begin:end]) else end
            if act == "B" and not several and after in {"3", "1", "8"}:
                return end  # "the only company with a brand in the room"
            if act in "NTGSZ" and after not in _ADJECTIVES | people | _NO_ADJECTIVES | {"Z"}:
                return end if act != "Z" else 0
            if act == "G" and several and lower[end - 1].endswith("ns"):
                return end  # "two West Africans in the room"
            if act in "NTG" and after == "j":
                return end
            if act not in _ADJECTIVES and not (act in _ONE and after in people) and act != "g":
                return 0
            place = end
        return 0

    def _tail(self, place: int, last: int) -> tuple[int, bool]:
        """Where what describes the people further ends, and whether it puts them in the room."""
        lower, acts = self.lower, self.acts
        here = lower[place - 1] == "us" or acts[place - 1] == "R"
        while place < last:
            act, word = acts[place], lower[place]
            there = word == "there" and lower[place - 1] in {"one", "person", "woman", "man"}
            if act == "@" or there or word in {"here", "present", "today"}:
                here = here or word != "today"
                place += 1
            elif act == "~" or (act == "1" and lower[place + 1 : place + 2] == ["us"]):
                here = here or act == "1"
                place += 1 if act == "~" else 2
            elif act == "w" and "".join(lower[place + 1 : place + 2]) in {"had", "have", "know"}:
                here, place = True, place + 2
            elif word in clues_en.COME_FROM and acts[place + 1 : place + 2] == "f":
                here = here or acts[place - 1] in "Rr"
                place += 1
            elif act in _PREPOSITIONS or word in clues_en.PLACING:
                here = here or (word == "over" and acts[place + 1 : place + 2] == "f")
                end = self._until(place + 1, last, place + 12)
                if not clues_en.OUR_ROOM.isdisjoint(lower[place:end]):
                    here = True
                place = end
            elif act == "W" or word in {"that", "who've", "who's", "who'd", "nobody"}:
                near = range(place + 1, min(place + 4, last))
                verb = next((i for i in near if acts[i] in "Vvgis"), place + 1)
                while verb < last and acts[verb] in "jAI~":
                    verb += 1
                end = self._until(verb + 1, last, place + 12)
                here = here or "@" in acts[place:end]
                place = end
            else:
                break
        return min(place, last), here

    def _until(self, place: int, last: int, limit: int) -> int:
        while place < min(last, limit) and self.acts[place] not in _ENDS:
            if self.acts[place] in _FINITE or self.acts[place] in "W@":
                break
            if self.lower[place] == "here":
                break
            place += 1
        return place

    def _of_somebody(self, begin: int, first: int) -> bool:
        """Whether the phrase is said of somebody spoken of: "he is the only one", "(the only
        governor)", "nobody save the one woman"."""
        lower, acts = self.lower, self.acts
        before = lower[max(first, begin - 2) : begin]
        if before[-1:] == ["as"] or not clues_en.SAVE.isdisjoint(before[-1:]):
            return True
        if len(before) == 2 and before[1] in clues_en.BEING:
            return before[0] in {"he", "she", "i"} or acts[begin - 2] in "Vvg"
        return acts[begin - 1] in "(," and begin > first + 1 and "R" in acts[first:begin]

    def source(self, begin: int, first: int) -> bool:
        """Whether a remark, a question or the like is of the people spoken of at `begin`."""
        lower, acts = self.lower, self.acts
        at = begin - 1
        if at < first:
            return False
        if acts[at] == "~":
            while at > first and acts[at] == "~":
                at -= 1
            return acts[at] == "k"
        near = lower[max(first, at - 14) : at]
        words = {*near}
        if acts[at] in "f6":
            if not clues_en.REMARKS.isdisjoint(words) or "x" in acts[max(first, at - 14) : at]:
                return True
            if "".join(lower[at - 1 : at]) in {"this", "that"} or "came" in words:
                return True
            return acts[at] == "6" and acts[at - 1] in "Vvg" and suffered(near[:-1], near[-1])
        if acts[at] == "1":
            return near[-1:] != [] and (acts[at - 1] == "x" or near[-1] in clues_en.REMARKS)
        if acts[at] == "7":
            return near[-1:] != [] and near[-1] in clues_en.FALLS_TO
        return False

    def _in_the_world(self, begin: int, end: int, last: int) -> bool:
        """Whether what the people did or suffered was elsewhere."""
        lower = self.lower
        if lower[end : end + 2] in (["to", "have"], ["ever", "to"]):
            return True
        first, _ = self.tokens.sentence(begin)
        if not clues_en.FICTION.isdisjoint(lower[first:begin]) and lower[first] == "in":
            return True  # "in the play the journalist is the only one who"
        if "at the time" in " ".join(lower[begin : min(end + 4, last)]):
            return True
        pairs = zip(lower[begin:end], lower[begin + 1 : end + 1], strict=False)
        if any(word == "who" and after in clues_en.PERHAPS for word, after in pairs):
            return True
        verb = verb_at(self.acts, end)
        word = "".join(lower[verb : verb + 1]) if verb < last else ""
        before = lower[end:verb]
        if suffered(before, word) and word not in clues_en.NOTED:
            return True
        if word in acts_en.BEFALLS:
            return True
        if word in frames_en.MOVES and lower[verb + 1 : verb + 2] not in clues_en.LEFT_EARLY:
            return True
        aux = next((i for i in range(end, verb) if self.acts[i] in "AI"), -1)
        if not clues_en.PERHAPS.isdisjoint(before) and not (
            of_mind(lower, aux) or word in clues_en.NOTED or word in clues_en.LIKED
        ):
            return True
        return outside(self.tokens, begin, end, moved=False)

    def _in_the_room(self, begin: int, end: int, last: int) -> bool:
        """Whether what the people do is done in a meeting, as far as the verb tells."""
        lower, acts = self.lower, self.acts
        if acts[end : end + 1] == "," and lower[end + 1 : end + 2] == [lower[begin]]:
            return True  # "Two Swiss experts, two opinions"
        verb = verb_at(acts, end)
        if verb >= last:
            return False
        word, act = lower[verb], acts[verb]
        if act in {"V", "i", "v", "s"} or word in acts_en.OPINIONS or word in clues_en.LIKED:
            return True
        aux = next((i for i in range(end, verb + 1) if acts[i : i + 1] == "A"), -1)
        if aux < 0:
            return False
        if lower[aux + 1 : aux + 2] == ["the"] or lower[aux + 1 : aux + 2] == ["more"]:
            than = "".join(lower[aux + 2 : aux + 3])
            return than in clues_en.THAN_THE_OTHER or lower[aux + 1] == "more"
        return of_mind(lower, aux) or word in {"alone", "at", "relaxed", "frank"}

    def goes_on(self, begin: int, end: int, last: int) -> bool:
        """Whether the phrase tells what they do, or a verb follows it."""
        if "W" in self.acts[begin:end]:
            return True
        verb = verb_at(self.acts, end)
        return verb < last and (
            (verb > end and self.lower[end] not in {"is", "are"})
            or self.acts[verb] in _VERBS
            or self.lower[verb].endswith("s")
        )
