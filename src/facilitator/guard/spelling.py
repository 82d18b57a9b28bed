"""Which names of a roster a single written word may stand for."""

from __future__ import annotations

import re

from facilitator.guard.frames import Language
from facilitator.guard.frames_en import DATES as CALENDAR
from facilitator.guard.lexicon import Hit, Lexicon, is_word
from facilitator.guard.romanised import Romanised
from facilitator.guard.scripts import WHOLE, Scripts
from facilitator.guard.vocabulary import is_english


class Spellings:
    """Looks words up in one lexicon: as written there, inflected, transliterated, misspelled."""

    def __init__(self, lexicon: Lexicon, language: Language) -> None:
        self.lexicon = lexicon
        self.language = language
        self.scripts = Scripts(lexicon)
        self.romanised = Romanised(lexicon.people)
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
            return self.scripts.word(word)
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
        if len(plain) < 3 or plain in CALENDAR or self.language.knows(plain):
            return ()
        if is_english(plain):
            return ()
        near = self._respelled(plain) if len(plain) > 3 else ()
        return near or self.lexicon.cut_short(plain)

    def _respelled(self, word: str) -> tuple[Hit, ...]:
        """A word that no dictionary knows: a name with an ending, or in another spelling."""
        words = self.lexicon.words
        for ending in _ENDINGS:
            stem = word.removesuffix(ending)
            if len(stem) < 3 or stem == word:
                continue
            for final in ("", "a", "i") if len(stem) > 3 else ("",):
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

    def together(self, one: str, other: str, *, glued: bool) -> tuple[Hit, ...]:
        """Two words that are one name: "Hos-seini", "Li Juan"."""
        both = (one + other).lower()
        found = self.lexicon.words.get(both, ())
        if not found and len(both) > 5 and glued:
            found = tuple(hit for hit in self.lexicon.near(both) if hit.near < 2)
        return found


_ENDINGS = (
    "evima", "ovima", "evoj", "ovoj", "evom", "ovom", "evog", "ovog", "schen", "iego", "iemu",
    "ului", "ning", "sche", "ites", "eva", "ova",
    "ego", "emu", "iej", "ovi", "owi", "evi", "ovo", "evo", "nin", "nun", "lar", "ler", "dan",
    "den", "nak", "nek", "val", "vel", "lle", "lta", "lla", "ssa", "ian", "ism", "ist", "ite",
    "lui", "om", "em", "ev", "ov", "in", "im", "it", "ga", "ul", "ni", "da", "es", "ek", "ot",
    "un", "ie", "nu", "s", "a", "u", "e", "i", "n", "t", "y",
)  # fmt: skip
"""Cases, plurals and possessives that names in Latin letters take, the longest first."""

_DIGITS = {"0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "$": "s", "I": "l"}
_DIGITS_I = {**_DIGITS, "1": "i", "I": "i"}
