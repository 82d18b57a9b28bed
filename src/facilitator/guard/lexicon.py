"""Which words may be part of whose name, and how near a word comes to one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from facilitator.guard import places
from facilitator.guard.frames_en import DATES as CALENDAR
from facilitator.guard.name_parts import (
    CAPITALISED_WORDS,
    NAMES_FIRST,
    RANKS,
)
from facilitator.guard.short_names import clipped, cut_short
from facilitator.guard.skeleton import deletions, distance, heard, skeleton, unlike
from facilitator.guard.vocabulary import is_english
from facilitator.roster import Participant


class Part(IntEnum):
    """What a word is in somebody's name. Whole parts stand for the person, pieces help."""

    FAMILY = 1
    GIVEN = 2
    SHORT = 3
    FAMILY_PIECE = 4
    GIVEN_PIECE = 5
    MIDDLE = 6


class Hit(NamedTuple):
    """A word that may be `part` of the name of participant number `person`.

    `near` is 0 for the spelling of the roster, 1 for one that can hardly be another word, 2
    for one that may be.
    """

    person: int
    part: Part
    near: int = 0


@dataclass(slots=True)
class Known:
    """What is kept of one participant's name."""

    who: Participant
    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    titles: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()


@dataclass(slots=True)
class Lexicon:
    """`words` and `near` find single words, `phrases` whole names, `runs` names in scripts
    that write without spaces (by their first character). `letters` stand for somebody alone
    ("Grad C"), `openings` begin somebody's name, `styles` are the honorifics of the roster,
    `clips` are the names that somebody may cut short (with the person, and whether it is a
    given name) by their first and their last three letters."""

    people: tuple[Known, ...] = ()
    words: dict[str, tuple[Hit, ...]] = field(default_factory=dict)
    phrases: dict[str, tuple[tuple[tuple[str, ...], int], ...]] = field(default_factory=dict)
    initials: dict[str, tuple[int, ...]] = field(default_factory=dict)
    given_initials: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    openings: frozenset[str] = frozenset()
    runs: dict[str, tuple[tuple[str, int, Part], ...]] = field(default_factory=dict)
    compacts: dict[str, tuple[int, ...]] = field(default_factory=dict)
    clips: dict[str, list[tuple[str, int, bool]]] = field(default_factory=dict)
    solid: tuple[tuple[str, str], ...] = ()
    """Everybody's family and given name, each as one word."""
    _bones: dict[str, list[tuple[str, Hit]]] = field(default_factory=dict)
    _abjad: dict[str, list[tuple[str, Hit]]] | None = None
    _seen: dict[str, tuple[Hit, ...]] = field(default_factory=dict)

    def near(self, word: str) -> tuple[Hit, ...]:
        """Who may be meant by `word` (small ASCII letters) in another spelling."""
        if len(word) < 4 or not self._bones:
            return ()
        known = self._seen.get(word)
        if known is None:
            if len(self._seen) > 20_000:
                self._seen.clear()
            known = self._seen[word] = self._near(word)
        return known

    def _near(self, word: str) -> tuple[Hit, ...]:
        bones, sounds = skeleton(word), heard(word)
        index = self._bones
        candidates = list(index.get(bones, ()))
        if len(word) > 4:
            for shorter in deletions(bones):
                candidates += index.get(shorter, ())
                candidates += index.get(f"-{shorter}", ())
            candidates += index.get(f"-{bones}", ())
        found: dict[tuple[int, Part], Hit] = {}
        weighed: dict[str, int] = {}
        for name, hit in candidates:
            grade = weighed.get(name)
            if grade is None:
                grade = weighed[name] = _grade(word, name, sounds)
            key = (hit.person, hit.part)
            if grade and (key not in found or found[key].near > grade):
                found[key] = Hit(hit.person, hit.part, grade)
        return tuple(found.values())

    def cut_short(self, word: str) -> tuple[Hit, ...]:
        """Who may be meant by `word` (small ASCII letters), a name cut short by a rule."""
        found = {
            person
            for key in {word[:3], word[-3:]}
            for name, person, given in self.clips.get(key, ())
            if word in (clipped(name) if given else cut_short(name))
        }
        return tuple(Hit(person, Part.SHORT, 2) for person in sorted(found))

    def without_vowels(self, word: str) -> tuple[Hit, ...]:
        """Who may be meant by a transliterated word of a script that writes no vowels."""
        if self._abjad is None:
            self._abjad = {}
            for key, hits in self.words.items():
                if key.isascii() and len(key) > 2:
                    whole = [
                        hit
                        for hit in hits
                        if hit.part < Part.SHORT or (len(key) > 3 and hit.part is not Part.SHORT)
                    ]
                    self._abjad.setdefault(abjad_bones(key), []).extend((key, hit) for hit in whole)
        bones, said = abjad_bones(word), heard("".join(c for c in word if "a" <= c <= "z"))
        if len(bones) < 2:
            return ()
        # Many words share the consonants of a name; the long vowels, which are written, tell.
        return tuple(
            hit
            for key, hit in self._abjad.get(bones, ())
            if unlike(said, heard(key), _VOICED * len(key)) <= _VOICED * len(key)
        )


_VOICED = 0.22
"""How far a word may sound from a name of the same consonants, by the letter of the name."""


def _grade(word: str, name: str, sounds: str) -> int:
    """1: surely `name` in another spelling or with a slip; 2: perhaps; 0: another word."""
    size = min(len(word), len(name))
    if abs(len(word) - len(name)) > 5:
        return 0
    slips = distance(word, name, 2)
    plain = is_word(name)
    if slips == 1 and size > 4:
        return 2 if plain else 1
    if plain:
        return 0  # "prices" is no spelling of Price
    far = unlike(sounds, heard(name), 0.2 * size)
    if far <= 0.12 * size and size > 3:
        return 1 if size > 4 or far <= 0.25 else 2
    if slips == 2 and size > 7:
        return 1
    if far <= 0.2 * size or (slips == 1 and size > 3) or (slips == 2 and size > 5):
        return 2
    return 0


def abjad_bones(word: str) -> str:
    """The consonants that an alphabet without vowels also writes, w and y taken for vowels."""
    bones = skeleton("".join(c for c in word if "a" <= c <= "z"))
    return bones[:1].replace("a", "") + bones[1:].replace("v", "").replace("h", "")


def is_word(key: str) -> bool:
    """Whether a name, in small letters, is also an English word or a place."""
    return (
        len(key) < 3
        or (is_english(key) and key not in NAMES_FIRST)
        or key in CALENDAR
        or key in CAPITALISED_WORDS
        or key in RANKS
        or key in places.forms()
    )
