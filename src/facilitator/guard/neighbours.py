"""The words that stand together with a name: styles before it, particles, other names."""

from __future__ import annotations

from facilitator.guard.deeds_en import DEEDS, PASTS
from facilitator.guard.frames import Language
from facilitator.guard.lexicon import Hit, Part, is_word
from facilitator.guard.name_parts import (
    PARTICLES,
    PERSONAL_STYLES,
    POST_NOMINALS,
    RANKS,
    RANKS_SHORT,
    STYLES_AFTER,
)
from facilitator.guard.spelling import Spellings
from facilitator.guard.standing import CALENDAR
from facilitator.guard.tokens import Tokens
from facilitator.guard.vocabulary import is_english


class Neighbours:
    """Answers for one text which words belong to the name at a token."""

    def __init__(
        self, tokens: Tokens, letters: str, spellings: Spellings, language: Language
    ) -> None:
        self.tokens = tokens
        self.letters = letters
        self.spellings = spellings
        self.language = language
        self.small = not any(w[0].isupper() for w in tokens.words if w[0].isalpha())

    def hits(self, at: int) -> tuple[Hit, ...]:
        """Whose name the token is part of, letter for letter."""
        return self.spellings.exact(self.tokens.lower[at])

    def any_hits(self, at: int) -> tuple[Hit, ...]:
        """The same in any spelling, where the word stands as a name does."""
        word = self.tokens.words[at]
        if word[0].isupper() or not word.isascii():
            return self.spellings.hits(word)
        return self.hits(at)

    def cased(self, first: int, last: int) -> bool:
        """Whether the words are written as a whole name is."""
        words = self.tokens.words
        return (
            self.small
            or sum(w[0].isupper() for w in words[first:last]) > 1
            or any(not w.isascii() for w in words[first:last])
        )

    def chunk(self, place: int) -> tuple[int, int]:
        """[first, last) of the capitalised words that stand together with `place`."""
        words, lower, count = self.tokens.words, self.tokens.lower, len(self.tokens)
        last = place + 1
        while last < count:
            at = last
            if lower[at] in {"-", "–"} and self.tokens.tight(at) and at + 1 < count:
                if lower[at] == "–" and not self.hits(at + 1):
                    break
                at += 1
            elif (lower[at] == "." and len(words[at - 1]) == 1 and at + 1 < count) or (
                lower[at] == "," and self._reversed(at)
            ):
                at += 1
            ahead = at
            while ahead < min(at + 3, count) and lower[ahead] in PARTICLES:
                ahead += 1
            if self._nameish(at, place) or (at < ahead < count and self._nameish(ahead, place)):
                last = at + 1
                continue
            if (
                lower[at] in PARTICLES
                and lower[at + 1 : at + 2] == ["-"]
                and at + 2 < count
                and self._nameish(at + 2, place)
            ):
                last = at + 3
                continue
            break
        first = place
        while first > 0:
            at = first - 1
            if lower[at] in {"-", "–"} and self.tokens.tight(first) and at > 0:
                if lower[at] == "–":
                    break
                at -= 1
            elif lower[at] == "." and at > 0 and len(words[at - 1]) == 1:
                at -= 1
            if len(words[at]) == 1 and at > 0 and lower[at - 1] == "&":
                break  # "Q&A"
            if self._nameish(at, place) and not self._opener(at):
                first = at
                continue
            if lower[at] in PARTICLES and lower[at] not in {
                "a",
                "i",
                "the",
                "y",
                "e",
                "as",
                "at",
                "an",
                "den",
                "do",
            }:
                first = at
                continue
            break
        return first, last

    def _reversed(self, comma: int) -> bool:
        """Whether a comma stands between a family name and the same person's given name."""
        before = {h.person for h in self.hits(comma - 1) if h.part is Part.FAMILY}
        if not before or comma + 1 >= len(self.tokens):
            return False
        given = {h.person for h in self.hits(comma + 1) if h.part is Part.GIVEN}
        return bool(before & given)

    def _nameish(self, at: int, place: int) -> bool:
        """Whether the word at `at` may belong to the same name as the one at `place`."""
        word, low = self.tokens.words[at], self.tokens.lower[at]
        if not word[0].isalpha():
            return False
        if word[0].isupper() and not self.tokens.words[place][0].isupper() and not self.small:
            return False
        if not word[0].isupper():
            if self.tokens.words[place][0].isupper() and not (
                at > 1 and self.tokens.lower[at - 1] == "-" and self.tokens.tight(at)
            ):
                return False
            if self.small and not is_english(low) and not self.language.knows(low):
                return low.isalpha() and low not in STYLES_AFTER and low not in PERSONAL_STYLES
            mine = {hit.person for hit in self.hits(place)}
            return any(hit.person in mine for hit in self.hits(at))
        if low in CALENDAR or (
            (low in PERSONAL_STYLES or low in RANKS or low in self.spellings.lexicon.styles)
            and low not in self.spellings.lexicon.words
        ):
            return False
        return self.letters[at] not in _NO_NAMES or low in self.spellings.lexicon.words

    def _opener(self, at: int) -> bool:
        """Whether a capital at a sentence's start only opens it: "However", "Asked"."""
        if not self.tokens.starts[at]:
            return False
        low = self.tokens.lower[at]
        if low in self.spellings.lexicon.words:
            return is_word(low)
        return (
            self.language.single.get(low, "") != ""
            or low in _OPENERS
            or (low.endswith("ly") and is_english(low) and low not in _GIVEN_IN_LY)
            or ((low in DEEDS or low in PASTS or low.endswith(("ing", "ed"))) and is_english(low))
        )

    def title(self, first: int) -> tuple[int, str]:
        """Where the styles before a name begin, and the one nearest to it in small letters."""
        lower = self.tokens.lower
        at, nearest = first, ""
        while at > 0:
            before = at - 1
            if lower[before] in {".", "'"} and before > 0 and len(lower[before - 1]) < 5:
                before -= 1
            if lower[before] == ")" and lower[max(0, before - 2) : before][:1] == ["("]:
                break
            if (
                lower[before] not in PERSONAL_STYLES
                and lower[before] not in RANKS
                and lower[before] not in self.spellings.lexicon.styles
            ):
                break
            if not self.tokens.capital(before) and lower[before] in RANKS and not self.small:
                nearest = nearest or lower[before]
                break
            at = before
            nearest = nearest or RANKS_SHORT.get(lower[before], lower[before])
        return at, nearest

    def widened(self, left: int, right: int, person: int) -> tuple[int, int]:
        """The span with particles, initials and letters after the name."""
        lower, words, count = self.tokens.lower, self.tokens.words, len(self.tokens)
        initials = self.spellings.lexicon.people[person].initials
        while left > 0:
            at = left - 1
            if lower[at] == "-" and at > 0 and lower[at - 1] in PARTICLES and self.tokens.tight(at):
                left = at - 1
            elif (
                lower[at] in PARTICLES and lower[at] in self.spellings.lexicon.people[person].family
            ):
                left = at
            elif (
                lower[at] == "."
                and at > 0
                and len(words[at - 1]) == 1
                and any(form.startswith(lower[at - 1]) for form in initials)
            ):
                left = at - 1
            else:
                break
        while right < count and words[right].isupper() and lower[right] in POST_NOMINALS:
            right += 1
        if (
            lower[right : right + 1] == ["-"]
            and right + 1 < count
            and words[right + 1].islower()
            and self.tokens.tight(right + 1)
            and (len(words[right + 1]) < 6 or lower[right + 1] in STYLES_AFTER)
        ):
            right += 2  # "Guo-wei", "Hideaki-san"
        elif right < count and words[right][0].isupper() and lower[right] in STYLES_AFTER:
            right += 1  # "Hasan Bey"
        if lower[right : right + 1] == ["("] and ")" in lower[right : right + 12]:
            close = lower.index(")", right)
            if not _TELLING.isdisjoint(self.letters[right:close]):
                right = close + 1
        return left, right


_OPENERS = frozenset(
    """if as yes no both later earlier today tomorrow yesterday tonight here there now then
    next first second third finally lastly thanks thank dear ask tell note see per with without
    after before during despite following given like unlike only even perhaps maybe still yet
    under over above below behind beside besides beyond among amongst amid against along alongside
    around between by for from in into of off on onto out past through throughout to toward
    towards up upon via about across at aside apart inside outside near next opposite till
    within worth minus plus contrary thanks owing due instead rather quite very too so such more
    most less least much many few several some any all each every either neither another
    otherwise therefore thus hence also again always never often sometimes soon once twice
    meanwhile elsewhere anyway indeed well ok okay oh ah sorry please hello hi wow alas nope yep
    silence applause laughter good great nice fair enough back over question answer comment
    action todo re fyi nb btw imo it he she they we you i
    what who whom whose which why how where when whether that this these those while although
    because since unless until though however moreover but and or so nor is was are were does
    did has have had can could should would
    asked according turning quoting citing echoing answering replying responding""".split()
)
_GIVEN_IN_LY = frozenset("willy billy sally polly molly lily milly tilly holly kelly wally".split())
_NO_NAMES = frozenset("daqmwNTSCKGkse123456789&")
_TELLING = frozenset("XYOoPCNTKBSL")
