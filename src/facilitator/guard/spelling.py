"""Which names of a roster a single written word may stand for."""

from __future__ import annotations

import re

from anyascii import anyascii

from facilitator.guard.folding import looks_latin
from facilitator.guard.frames import Language
from facilitator.guard.frames_en import DATES as CALENDAR
from facilitator.guard.lexicon import Hit, Lexicon, Part, is_word
from facilitator.guard.name_parts import CJK_STYLES
from facilitator.guard.vocabulary import is_english

WHOLE = frozenset({Part.FAMILY, Part.GIVEN, Part.SHORT})
"""Parts of a name that stand for the person alone."""


class Spellings:
    """Looks words up in one lexicon: as written there, inflected, transliterated, misspelled."""

    def __init__(self, lexicon: Lexicon, language: Language) -> None:
        self.lexicon = lexicon
        self.language = language
        self._seen: dict[str, tuple[Hit, ...]] = {}

    def exact(self, low: str) -> tuple[Hit, ...]:
        """Whose name the word in small letters is part of, letter for letter."""
        found = self.lexicon.words.get(low.replace("'", ""), ())
        if not found and "'" in low[3:]:
            found = self.lexicon.words.get(low[: low.index("'", 3)], ())
        return found

    def hits(self, written: str) -> tuple[Hit, ...]:
        """Whose name the word may be part of, in any spelling."""
        found = self._seen.get(written)
        if found is None:
            if len(self._seen) > 20_000:
                self._seen.clear()
            found = self._seen[written] = self._hits(written)
        return found

    def _hits(self, written: str) -> tuple[Hit, ...]:
        word = written.lower()
        plain = word.replace("'", "")
        exact = self.lexicon.words.get(plain)
        if exact or "'" in word:
            return exact or self.exact(word)
        if not word.isascii():
            return self._foreign(word)
        if not plain.isalpha() or "I" in written[1:]:
            seen = self._drawn_alike(written)
            if seen:
                return seen
        if written[1:] != written[1:].lower() and not written.isupper():
            humps = re.findall(r"[A-Z][a-z]+", written)
            for hump in humps[:2] if len(humps) > 1 else []:
                found = self.lexicon.words.get(hump.lower(), ())
                if found and not is_word(hump.lower()):
                    return tuple(hit for hit in found if hit.part in WHOLE)
        if len(plain) < 4 or plain in CALENDAR or self.language.knows(plain):
            return ()
        return () if is_english(plain) else self._respelled(plain)

    def _respelled(self, word: str) -> tuple[Hit, ...]:
        """A word that no dictionary knows: a name with an ending, or in another spelling."""
        words = self.lexicon.words
        for ending in _ENDINGS:
            stem = word.removesuffix(ending)
            if len(stem) < 3 or stem == word:
                continue
            for final in ("", "a", "i") if len(stem) > 4 else ("",):
                found = words.get(stem + final)
                if found and not is_word(stem + final):
                    grade = 1 if len(stem) > 4 or ending in {"s", "es"} else 2
                    return tuple(
                        Hit(hit.person, hit.part, grade) for hit in found if hit.part in WHOLE
                    )
        return self.lexicon.near(word)

    def _drawn_alike(self, written: str) -> tuple[Hit, ...]:
        """Digits and capitals that stand for letters: H0sseini, BeIl."""
        for pairs in (_DIGITS, _DIGITS_I):
            plain = "".join(pairs.get(c, c) for c in written).lower()
            if plain.isalpha() and plain in self.lexicon.words:
                return self.lexicon.words[plain]
        return ()

    def _foreign(self, word: str) -> tuple[Hit, ...]:
        """A word in another alphabet: as on the roster, inflected, or transliterated."""
        words = self.lexicon.words
        for prefix in ("", *_GLUED):
            if prefix and not (word.startswith(prefix) and len(word) > len(prefix) + 2):
                continue
            bare = word[len(prefix) :]
            if bare in words:
                return words[bare]
        looks = looks_latin(word)
        latin = "".join(c for c in anyascii(word).lower() if "a" <= c <= "z")
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

    def together(self, one: str, other: str, *, glued: bool) -> tuple[Hit, ...]:
        """Two words that are one name: "Hos-seini", "Li Juan"."""
        both = (one + other).lower()
        found = self.lexicon.words.get(both, ())
        if not found and len(both) > 5 and glued:
            found = self.lexicon.near(both)
        return found

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
                ):
                    continue
                return person, at, len(name)
            for size in (4, 3, 2):
                piece = run[at : at + size]
                if len(piece) == size:
                    compact = "".join(c for c in anyascii(piece).lower() if "a" <= c <= "z")
                    people = self.lexicon.compacts.get(compact, ())
                    if people and len(compact) > 4:
                        return people[0], at, size
                    hits = self.lexicon.near(compact) if "\uac00" <= character <= "\ud7af" else ()
                    if any(h.near < 2 for h in hits) and len(compact) > 5:
                        return hits[0].person, at, size
        return None


_STYLES = tuple(CJK_STYLES)


def written_together(character: str) -> bool:
    """Whether the character is of a script that parts no words by spaces."""
    return (
        "\u2e80" <= character <= "\u9fff"
        or "\u0e00" <= character <= "\u0eff"
        or "\u1000" <= character <= "\u109f"
        or "\u1780" <= character <= "\u17ff"
        or "\uac00" <= character <= "\ud7af"
    )


_ENDINGS = (
    "iego", "iemu", "evima", "ovima", "eva", "ova", "ego", "emu", "iej", "ovi", "owi", "evi",
    "nak", "nek", "val", "vel", "lle", "lta", "lla", "ssa", "sche", "schen", "ian", "ism", "ist",
    "ites", "ite", "om", "em", "ev", "ov", "in", "im", "it", "ga", "es", "ek", "ot", "un", "ie",
    "nu", "da", "s", "a", "u", "e", "i", "n", "t", "y",
)  # fmt: skip
"""Cases, plurals and possessives that names in Latin letters take, the longest first."""

_DIGITS = {"0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "$": "s", "I": "l"}
_DIGITS_I = {**_DIGITS, "1": "i", "I": "i"}
_GLUED = ("وال", "بال", "ال", "لل", "و", "ب", "ل", "ف", "ك", "ک", "ו", "ה", "ב", "ל", "מ", "ש", "כ")
_CASES = (
    "ogo", "omu", "iyu", "oyu", "aya", "ami", "oiu", "ovi", "evi", "ym", "im", "om", "em", "oi",
    "oy", "ey", "ei", "iu", "yu", "ya", "ou", "os", "on", "u", "a", "e", "i", "y",
)  # fmt: skip
