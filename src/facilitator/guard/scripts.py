"""Names of a roster in other alphabets: as an alias gives them, inflected, or by their sound."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from anyascii import anyascii

from facilitator.guard.folding import looks_latin
from facilitator.guard.lexicon import Hit, Lexicon, Part, is_word
from facilitator.guard.name_parts import CJK_STYLES
from facilitator.guard.skeleton import deletions, heard, skeleton, unlike
from facilitator.guard.words_abroad import is_common_abroad

WHOLE = frozenset({Part.FAMILY, Part.GIVEN, Part.SHORT})
"""Parts of a name that stand for the person alone."""


class Scripts:
    """Looks words and runs of other alphabets up in one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def word(self, word: str) -> tuple[Hit, ...]:
        """Whose name a word of an alphabet with spaces may be."""
        words = self.lexicon.words
        for prefix in ("", *_GLUED):
            if prefix and not (word.startswith(prefix) and len(word) > len(prefix) + 2):
                continue
            bare = word[len(prefix) :]
            if bare in words:
                return words[bare]
        if is_common_abroad(word):
            return ()
        if "\u0900" <= word[0] <= "\u0dff" or "\u0f00" <= word[0] <= "\u0fff":
            return self._without_vowels(word)
        looks = looks_latin(word)
        latin = _latin(word)
        if looks and looks.lower() in words:
            return words[looks.lower()]
        abjad = "\u0590" <= word[0] <= "\u08ff"
        if not abjad:
            for ending in ("", *_CASES):
                stem = latin.removesuffix(ending) if len(latin) - len(ending) > 2 else latin
                for final in ("", "a", "y", "iy", "ii", "aya"):
                    if stem + final in words:
                        return words[stem + final]
        if len(latin) < 3:
            return ()
        if abjad:
            return tuple(
                h
                for p in ("", *_GLUED)
                if word.startswith(p)
                for h in self.lexicon.without_vowels(anyascii(word[len(p) :]).lower())
            )
        near = self.lexicon.near(latin)
        if near:
            return near
        for ending in _CASES:
            if latin.endswith(ending) and len(latin) - len(ending) > 3:
                near = self.lexicon.near(latin.removesuffix(ending))
                if near:
                    return near
        return ()

    def in_run(self, run: str) -> tuple[int, int, int] | None:
        """Whose name stands inside a run of characters, with its start there and its length."""
        for at, character in enumerate(run):
            for name, person, part in self.lexicon.runs.get(character, ()):
                if not run.startswith(name, at):
                    continue
                if (
                    part is Part.FAMILY_PIECE
                    and (len(name) < 2 or run != name)
                    and not run[at + len(name) :].startswith(_STYLES)
                    and not (at == 0 and self._a_subject(run, name, person))
                    and not self._given_after(run[at + 1 : at + 3], person)
                ):
                    continue
                return person, at, len(name)
            hangul = "\uac00" <= character <= "\ud7af"
            for size in (4, 3, 2):
                piece = run[at : at + size]
                if len(piece) < size:
                    continue
                compact = _latin(piece)
                people = self.lexicon.compacts.get(compact, ())
                if people and len(compact) > 4:
                    return people[0], at, size
                if not hangul:
                    continue
                if any(h.near < 2 for h in self.lexicon.near(compact)) and len(compact) > 5:
                    return self.lexicon.near(compact)[0].person, at, size
                if size == 2:
                    sounds = _korean(compact)
                    for given, person in self._koreans:
                        if len(given) > 4 and unlike(sounds, given, 0.6) <= 0.6:
                            return person, at, size
        if "\u3040" <= run[0] <= "\u30ff" or _KANA.search(run):
            return self._kana(run)
        return None if run[0] >= "\u2e80" else self._run_without_vowels(run)

    # By sound --------------------------------------------------------------------

    @cached_property
    def _boned(self) -> list[tuple[str, Hit]]:
        """The consonants of all names that have enough of them, the longest first."""
        found = [
            (bones, hit)
            for key, hits in self.lexicon.words.items()
            if key.isascii() and not is_word(key) and len(bones := skeleton(key)) > 2
            for hit in hits
            if hit.part in (Part.FAMILY, Part.GIVEN)
        ]
        return sorted(found, key=lambda each: -len(each[0]))

    @cached_property
    def _koreans(self) -> list[tuple[str, int]]:
        return [
            (_korean("".join(known.given)), person)
            for person, known in enumerate(self.lexicon.people)
            if known.who.country in {"KR", "KP"} and known.given
        ]

    def _a_subject(self, run: str, name: str, person: int) -> bool:
        """Whether a Japanese family name opens the run and a particle follows: "岡本は"."""
        after = run[len(name) :]
        of_japan = self.lexicon.people[person].who.country == "JP"
        return of_japan and len(name) > 1 and after.startswith(_PARTICLES)

    def _given_after(self, syllables: str, person: int) -> bool:
        """Whether a Korean given name stands behind the family name."""
        if len(syllables) < 2 or not "\uac00" <= syllables[0] <= "\ud7af":
            return False
        given = _korean("".join(self.lexicon.people[person].given))
        return unlike(_korean(_latin(syllables)), given, 0.9) <= 0.9

    def _without_vowels(self, word: str) -> tuple[Hit, ...]:
        """A word of an alphabet whose vowels are signs, which folding takes away."""
        bones, _ = _bones_of(word)
        if len(bones) < 3:
            return ()
        return tuple(
            Hit(hit.person, hit.part, 1)
            for name, hit in self._boned
            if (bones.startswith(name) and len(bones) - len(name) < 2)
            or (len(name) > 5 and any(bones.startswith(fewer) for fewer in deletions(name)))
        )

    def _run_without_vowels(self, run: str) -> tuple[int, int, int] | None:
        """The same in a script that parts no words."""
        bones, places = _bones_of(run)
        for name, hit in self._boned:
            at = bones.find(name)
            if at < 0:
                continue
            styled = run[: places[at]] in _THAI_STYLES
            if len(name) > 3 or at == 0 or styled:
                return hit.person, places[at], places[at + len(name) - 1] - places[at] + 1
        return None

    def _kana(self, run: str) -> tuple[int, int, int] | None:
        """A name spelled by its sound in Japanese."""
        for match in _KANA.finditer(run):
            styled = run[match.end() :].startswith(_STYLES) or match.group().endswith("さん")
            said = match.group().removesuffix("さん")
            latin = _latin(said.removesuffix("ー")) + ("r" if said.endswith("ー") else "")
            for form in (latin, _WEAK.sub(r"\1", latin), latin.removesuffix("r")):
                for hit in self.lexicon.near(form) or self.lexicon.words.get(form, ()):
                    if hit.near < 2 or styled:
                        return hit.person, match.start(), len(said)
        return None


def written_together(character: str) -> bool:
    """Whether the character is of a script that parts no words by spaces."""
    return (
        "\u2e80" <= character <= "\u9fff"
        or "\u0e00" <= character <= "\u0eff"
        or "\u1000" <= character <= "\u109f"
        or "\u1780" <= character <= "\u17ff"
        or "\uac00" <= character <= "\ud7af"
    )


def _latin(word: str) -> str:
    return "".join(c for c in anyascii(word).lower() if "a" <= c <= "z")


@lru_cache(maxsize=4096)
def _bone(character: str) -> str:
    return skeleton(_latin(character))


def _bones_of(run: str) -> tuple[str, list[int]]:
    """The consonants of a run, near sounds made one, and where each stands."""
    bones: list[str] = []
    places: list[int] = []
    for place, character in enumerate(run):
        for bone in _bone(character):
            bones.append(bone)
            places.append(place)
    return "".join(bones), places


@lru_cache(maxsize=4096)
def _korean(latin: str) -> str:
    """A Korean name as it sounds, whatever system spells it."""
    for spelled, sound in _KOREAN:
        latin = latin.replace(spelled, sound)
    return heard(latin)


_KOREAN = (
    ("yeo", "yo"), ("eo", "o"), ("eu", "u"), ("ae", "e"), ("oe", "e"), ("ui", "i"), ("oo", "u"),
    ("ee", "i"), ("ou", "u"), ("young", "yong"),
)  # fmt: skip
_STYLES = tuple(CJK_STYLES)
_PARTICLES = ("は", "が", "も", "から", "より", "によ")
"""What follows whoever does or says something in Japanese."""
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u30fc]{3,}")
_WEAK = re.compile(r"([bcdfghjklmnpqrstvz])u(?=[bcdfghjklmnpqrstvz]|$)")
_THAI_STYLES = frozenset(("คณ", "คุณ", "นาย", "นาง", "นางสาว", "ทาน", "ท่าน", "ดร", "ดร."))
_GLUED = ("وال", "بال", "ال", "لل", "و", "ب", "ل", "ف", "ك", "ک", "ו", "ה", "ב", "ל", "מ", "ש", "כ")
_CASES = (
    "ning", "nyng", "dung", "tung", "nung", "dun", "tun", "nun", "din", "tin", "nin", "dyn",
    "tyn", "nyn", "dan", "den", "don", "tan", "ten", "ga", "ogo", "omu", "iyu", "oyu", "aya",
    "ami", "oiu", "ovi", "evi", "ym", "im", "om", "em", "oi", "oy", "ey", "ei", "iu", "yu", "ya",
    "ou", "os", "on", "u", "a", "e", "i", "y",
)  # fmt: skip
