"""Sentences as strings of letters, and the attributions found in them.

The words of a language and its patterns are data (`frames_en`, `patterns_en`); what is here
knows no language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from facilitator.guard import (
    acts_en,
    frames_en,
    patterns_en,
    patterns_en_bodies,
    patterns_en_room,
    patterns_en_sources,
    patterns_en_speaker,
    places,
    presence_en,
)
from facilitator.guard.acting import MOOD, acting, ending, plural
from facilitator.guard.tokens import Tokens, split_words

Phrases = Mapping[str, Sequence[tuple[list[str], str]]]
"""By first word: the words that follow it, and the letter of the whole; longest first."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to tie a statement to somebody; see `patterns_en`."""

    name: str
    needs: tuple[int, ...]
    shape: re.Pattern[str]
    reason: str
    conditions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found at the tokens [first, last)."""

    pattern: Pattern
    first: int
    last: int


class Language:
    """The words and patterns of one language, ready for use."""

    def __init__(self) -> None:
        self.single: dict[str, str] = {}
        self.phrases: dict[str, list[tuple[list[str], str]]] = {}
        for letter, words in frames_en.LANGUAGE.items():
            self._put(letter, words.split())
        self._put("x", [plural(word) for word in frames_en.LANGUAGE["x"].split()])
        self._put("V", frames_en.VERBS_OF_DIALOGUE)
        self._put("v", frames_en.VERBS_OF_SPEECH)
        for letter, several, words_ in (
            ("R", "r", frames_en.MEETING_ROLES),
            ("O", "o", frames_en.OFFICES),
            ("P", "l", frames_en.PROFESSIONS),
            ("B", "b", frames_en.BODIES),
        ):
            self._put(letter, words_)
            self._put(several, [plural(word) for word in words_])
        for sign, letter in _SIGNS.items():
            self.single[sign] = letter
        self.places = dict(places.forms())
        self.places_and_peoples = {**places.peoples(), **self.places}
        for form in [form for form in self.places if " " in form or "-" in form]:
            self._phrase(form, self.places[form][0])
        for names in self.phrases.values():
            names.sort(key=lambda name: -len(name[0]))
        self.seconds = {
            first: frozenset(rest[0] for rest, _ in names) for first, names in self.phrases.items()
        }
        self.acting = acting()
        self.patterns = tuple(_patterns())
        self._by_letters: dict[int, tuple[Pattern, ...]] = {}

    def _put(self, letter: str, words: Iterable[str]) -> None:
        for word in words:
            if "_" in word or "-" in word:
                self._phrase(word.replace("_", " "), letter)
            else:
                self.single.setdefault(word, letter)

    def _phrase(self, phrase: str, letter: str) -> None:
        first, *rest = words_of(phrase)
        if not rest:
            self.single.setdefault(first, letter)
            return
        names = self.phrases.setdefault(first, [])
        if all(known != rest for known, _ in names):
            names.append((rest, letter))

    def knows(self, word: str) -> bool:
        """Whether a word in small letters is one of the language's own."""
        return word in self.single or word in self.places

    def letters(self, tokens: Tokens, more: Phrases) -> str:
        """One letter for every token; `more` are phrases of the roster and come first."""
        lower, words = tokens.lower, tokens.words
        found: list[str] = []
        single, phrases, place_of = self.single, self.phrases, self.places
        seconds, final = self.seconds, len(lower) - 1
        skip = 0
        starts: list[bool] | None = None
        for place, word in enumerate(lower):
            if skip:
                skip -= 1
                found.append("~")
                continue
            letter = ""
            follows = seconds.get(word)
            if word in more or (follows and place < final and lower[place + 1] in follows):
                for rest, kind in (*more.get(word, ()), *phrases.get(word, ())):
                    size = len(rest)
                    if size and lower[place + 1 : place + 1 + size] != rest:
                        continue
                    if kind in _PROPER and not _proper(words, place, size):
                        continue
                    letter, skip = kind, size
                    break
            if not letter:
                known = place_of.get(word)
                if known is not None and (
                    words[place][0].isupper()
                    or (word not in frames_en.SMALL_WORDS and not words[place].isupper())
                ):
                    letter = known[0]
                    if word == "us" and words[place] != "US":
                        letter = "w"
                else:
                    letter = single.get(word, "")
            if not letter:
                letter = "."
                if words[place][0].isupper():
                    if starts is None:
                        starts = tokens.starts
                    if not starts[place]:
                        letter = "Z"
            found.append(letter)
        said = "".join(found)
        if "C" in said or "eu" in lower:
            said = self._adjectives(said, words)
        return said

    @staticmethod
    def _adjectives(letters: str, words: list[str]) -> str:
        """The letters, where a country's capitals before a person are an adjective."""
        found = list(letters)
        for place, letter in enumerate(letters[:-1]):
            short = words[place] == "EU" or (letter == "C" and words[place].isupper())
            if short and letters[place + 1] in "RrPlOoLFu":
                found[place] = "N"
        return "".join(found)

    def acts(self, tokens: Tokens, letters: str) -> str:
        """The letters once more, with every finite verb and every noun for a person told."""
        acting, lower, words = self.acting, tokens.lower, tokens.words
        peoples = places.peoples()
        found = list(letters)
        for place, letter in enumerate(letters):
            if letter not in _OPEN:
                continue
            word = lower[place]
            act = acting.get(word, "")
            if word in peoples and letter in ".Z" and self._is_people(letters, words, place):
                found[place] = "N"
            elif letter == ".":
                if word in _BY_NEIGHBOUR and letters[place - 1 : place] in _BY_NEIGHBOUR[word][0]:
                    found[place] = _BY_NEIGHBOUR[word][1]
                    continue
                if act == MOOD:
                    found[place] = "v" if self._verbless(found, lower, place) else ending(word)
                    continue
                if word == "crowd" and lower[max(0, place - 2) : place] == ["told", "the"]:
                    continue  # which a politician spoke to
                late = place and word in acts_en.LATE_ADVERBS and found[place - 1] in _AUXILIARIES
                found[place] = "j" if late else act or ending(word)
            elif letter == "C":
                after = place + 1
                while letters[after : after + 1] == "~":
                    after += 1
                follows = letters[after : after + 1]
                if follows in {"R", "r", "L"} or (
                    follows and "".join(lower[after : after + 1]) in acts_en.OF_A_COUNTRY
                ):
                    found[place] = "N"  # "the New Zealand member"
            elif letter == "-":
                if place and lower[place - 1] == "ex":
                    found[place] = "~"
            elif letter == "j":
                if act in _AUXILIARIES and act:
                    found[place] = act
            elif letter == "d":
                if word == "that" and place and found[place - 1] in _BEFORE_A_CLAUSE:
                    found[place] = "t"
            elif letter == "Z" and act == "B" and found[place - 1] == "m":
                found[place] = act  # "our Board"
            elif letter == "Z" and word in acts_en.OF_A_NAME and found[place - 1] in "X~":
                found[place] = "~"  # "the AIR Center", where only the capitals are known
            elif (
                act == "P"
                and place
                and found[place - 1] in _BEFORE_A_PERSON
                # "the Convenor"; but "Dr" before a name belongs to the name.
                and (letter == "Z" or not "".join(words[place + 1 : place + 2])[:1].isupper())
            ):
                found[place] = act
        if "@" in letters or "no" in lower:
            for place, word in enumerate(lower[:-1]):
                if word in acts_en.ENDS and letters[place + 1] == "@":
                    found[place] = "L"  # "the Georgian end of the table"
                elif word == "no" and letters[place + 1] == "f":
                    found[place] = "n"  # "a blunt no from"
        return "".join(found)

    @staticmethod
    def _verbless(found: list[str], lower: list[str], place: int) -> bool:
        """Whether a mood stands for the verb of hasty notes: "IMF unconvinced"."""
        at = place - 1
        while at >= 0 and found[at] in "~q":
            at -= 1
        if lower[place] in presence_en.PLURAL_PRESENTS:
            return at >= 0 and (
                found[at] in "rlo"
                or (found[at] in "KCX" and found[at - 1] == "f" and found[at - 2] in "rlo~")
            )
        follower = "".join(lower[place + 1 : place + 2])
        return at >= 0 and found[at] in "XLPORYuS" and follower in presence_en.BEHIND_MOODS

    @staticmethod
    def _is_people(letters: str, words: list[str], place: int) -> bool:
        """Whether a word that is a name too stands for its people: "the Sami delegate"."""
        beside = letters[place + 1 : place + 2] in {*"RrPlLOouF"}
        return words[place][0].isupper() and (beside or letters[place - 1 : place] in {*"da"})

    def matches(self, acts: str, first: int, last: int) -> Iterator[Match]:
        """What the patterns find in the sentence [first, last) of a text's `acts`."""
        here = acts[first:last]
        present = 0
        for letter in set(here):
            present |= _BITS.get(letter, 0)
        ready = self._by_letters.get(present)
        if ready is None:
            if len(self._by_letters) > _SENTENCES_KEPT:
                self._by_letters.clear()
            ready = self._by_letters[present] = tuple(
                each for each in self.patterns if all(present & group for group in each.needs)
            )
        for pattern in ready:
            for match in pattern.shape.finditer(here):
                start, end = match.span("w")
                if end > start:
                    yield Match(pattern, first + start, first + end)


@cache
def english() -> Language:
    """English, made once."""
    return Language()


def words_of(phrase: str) -> list[str]:
    """The tokens of a phrase in small letters."""
    return split_words(phrase)


def _patterns() -> Iterator[Pattern]:
    for name, needs, shape, reason, conditions in (
        *patterns_en.PATTERNS,
        *patterns_en_bodies.PATTERNS,
        *patterns_en_sources.PATTERNS,
        *patterns_en_room.PATTERNS,
        *patterns_en_speaker.PATTERNS,
    ):
        shape = shape.replace("{source}", patterns_en_sources.SOURCE)
        for piece, said in patterns_en.SHAPES.items():
            shape = shape.replace(piece, said)
        yield Pattern(
            name,
            tuple(sum(_BITS[letter] for letter in set(group)) for group in needs.split()),
            re.compile(shape),
            reason,
            frozenset(conditions.split()),
        )


_BITS = {letter: 1 << place for place, letter in enumerate(
    "dqamwFLhf123456789&jskeExuicVvRrOoPlBbNTSCKGXYZ.,!|:\"()-'$@~AIgWtn"
)}  # fmt: skip
_SENTENCES_KEPT = 4096
"""So many sets of letters are remembered with the patterns that they allow."""

_BY_NEIGHBOUR = {
    "sides": ({"N", "T", "~"}, "L"),  # "the Chadian and Malian sides"
    "own": ({"m"}, "F"),  # "my own ministry"
}
_OPEN = frozenset(".jdhZ-C")
_AUXILIARIES = frozenset("AI")
_BEFORE_A_CLAUSE = frozenset("VvgxWxiAI,")
_BEFORE_A_PERSON = frozenset("damNTF'")
_SIGNS = {
    ",": ",", ".": "!", "!": "!", "?": "!", ";": "|", "\n": "|", ":": ":", '"': '"', "(": "(",
    ")": ")", "[": "(", "]": ")", "-": "-", "–": "|", "—": "|", "'s": "'", "'": "'", "/": "&",
}  # fmt: skip
_PROPER = frozenset("XNTSCKG")


def _proper(words: list[str], place: int, size: int) -> bool:
    """Whether a name of several words is written as one: a capital somewhere, or no capitals
    in the whole text."""
    return any(words[place + i][0].isupper() for i in range(size + 1)) or not any(
        word[0].isupper() for word in words
    )


def outside(
    tokens: Tokens, first: int, last: int, *, moved: bool = True, said: int = -1, begin: int = -1
) -> bool:
    """Whether words beside the verb put a statement outside the meeting: "told reporters".

    Looked at are the sentence's words before the statement (up to "that") and a few after
    its subject, the tokens [first, last). Where `moved` is false, "left" and "met" say
    nothing. Where `said` is a verb of speech, a date or a paper counts only right behind it:
    later in the sentence it belongs to what was said. Words before `begin` are what was said.
    """
    lower = tokens.lower
    start, stop = tokens.sentence(first)
    begin = max(begin, start)
    if "told" in lower[last:stop] and " told us" in " ".join(lower[last:stop]):
        return False  # "had visited twice, he told us"
    until = min(stop, last + 8)
    for place in range(last, until):
        if lower[place] in frames_en.CLAUSE or (lower[place] in {'"', ":"} and place > last):
            until = place
            break
    for place in range(begin, until):
        word = lower[place]
        if first <= place < last:
            continue
        if word in frames_en.PUBLIC_AT_ONCE and (place < first or place < last + 3):
            return True
        gone = moved and word in frames_en.MOVES and last <= place < last + 3
        if gone and frames_en.OF_A_SESSION.isdisjoint(lower[place + 1 : place + 5]):
            return True
        if 0 <= said < place and not _right_behind(lower, said, place):
            continue
        if word in frames_en.BROADCAST and "on" in lower[max(begin, place - 3) : place]:
            return True
        if word in frames_en.PUBLIC and "told" in lower[max(last, place - 3) : place]:
            return True
        if word in frames_en.PUBLIC and not frames_en.INTO.isdisjoint(
            lower[max(begin, place - (2 if "to" in lower[place - 4 : place - 2] else 4)) : place]
        ):
            return True
        if (
            word in frames_en.DATES
            and lower[max(0, place - 1)] in frames_en.BEFORE_DATES
            and (place < first or frames_en.COMING.isdisjoint(lower[last:place]))
        ):
            return True
        if (
            word.isdigit()
            and len(word) == 4
            and word[:2] in {"19", "20"}
            and (place < first or lower[place - 1] in frames_en.BEFORE_DATES)
        ):
            return True
    beside = " ".join(lower[begin : until if said < 0 else min(until, said + 4)])
    if any(phrase in beside for phrase in frames_en.PUBLIC_PHRASES):
        return True
    whole = " ".join(lower[begin:stop])
    return any(phrase in whole for phrase in frames_en.PUBLISHED)


def _right_behind(lower: list[str], said: int, place: int) -> bool:
    """Whether the word at `place` stands in a phrase that opens right behind the verb."""
    if place > said + 6:
        return False
    opening = lower[said + 1 : said + 3]
    return lower[said] == "told" or not (
        frames_en.INTO.isdisjoint(opening) and frames_en.BEFORE_DATES.isdisjoint(opening)
    )
