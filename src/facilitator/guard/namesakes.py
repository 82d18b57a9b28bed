"""Names that stand for a thing called after somebody, or for an author: "the Taylor expansion",
"Moore's law", "Kumar (2015)"."""

from __future__ import annotations

import re

from facilitator.guard.eponyms_en import (
    CALLED_AFTER,
    CARVED,
    EPONYMS,
    FILED,
    NO_TERMS,
    OWNED,
    SACRED,
    SCHOOLS,
    TECHNICAL_ENDINGS,
    VERBS_TOO,
)
from facilitator.guard.folding import fold_name
from facilitator.guard.frames_en import DATES
from facilitator.guard.name_parts import PARTICLES, STYLES_AFTER
from facilitator.guard.spelling import Spellings
from facilitator.guard.strangers_en import EPITHETS, NAMED_BEFORE
from facilitator.guard.tokens import Tokens
from facilitator.guard.vocabulary import is_english, is_famous


class Namesakes:
    """Answers for one text what is called after the name in the tokens [left, right)."""

    def __init__(self, tokens: Tokens, letters: str, spellings: Spellings) -> None:
        self.tokens = tokens
        self.letters = letters
        self.spellings = spellings

    def called_after(self, left: int, right: int) -> bool:
        """Whether something is called after the name, or somebody's work is cited by it."""
        lower, tokens = self.tokens.lower, self.tokens
        if right == left + 1 and self._school(lower[left]):
            return True
        if self._of_old(left):
            return True
        if right >= len(tokens):
            return False
        if _SURNAME.match(" ".join(lower[right : right + 6])):
            return True
        if self._cited(right) or self._abbreviates(left, right):
            return True
        if lower[left] in DATES and _YEAR.fullmatch(lower[right]):
            return True
        if lower[right] == "'s":
            owned = right + 1
            while owned < len(tokens) and self.letters[owned] == "F":
                owned += 1  # "Newton's third law"
            return owned < len(tokens) and lower[owned] in OWNED
        if lower[right] == "-":
            return self._hyphened(right)
        if right + 2 < len(tokens) and lower[right] == "–" and tokens.tight(right + 1):
            right += 2  # "a Mehta–Dyson ensemble"
        paired = right > 3 and lower[right - 2] == "–" and tokens.tight(right - 1)
        if paired and lower[right : right + 1] in (["model"], ["hypothesis"], ["method"]):
            return True
        return right < len(tokens) and not tokens.tight(right) and self._term(left, right)

    def _of_old(self, left: int) -> bool:
        """Whether it is a statue's or a cult's name: "the bronze head of Anahit"."""
        lower = self.tokens.lower
        if left < 2 or lower[left - 1] not in {"of", "to"}:
            return False
        thing = lower[left - 2]
        return thing in SACRED or (
            thing == "head" and "".join(lower[left - 3 : left - 2]) in CARVED
        )

    def _abbreviates(self, left: int, right: int) -> bool:
        """Whether short capitals stand before a version or a kind of file: "URS v3"."""
        word, after = self.tokens.words[left], self.tokens.lower[right]
        if right != left + 1 or not (word.isupper() and 1 < len(word) < 5) or self.tokens.shouted:
            return False
        return after in FILED or _VERSION.fullmatch(after) is not None

    def borne(self, left: int) -> bool:
        """Whether a lake, a ship or a storm bears the name at `left`, alone or with others:
        "Lake Placid", "Hurricanes Harvey, Irma and Maria"."""
        lower, at = self.tokens.lower, left - 1
        if at >= 0 and lower[at] in NAMED_BEFORE:
            return True
        while at > 0 and (lower[at] in {",", "and", "or", "&"} or self.tokens.capital(at)):
            if lower[at].endswith("s") and lower[at][:-1] in NAMED_BEFORE:
                return True
            at -= 1
        return at >= 0 and lower[at].endswith("s") and lower[at][:-1] in NAMED_BEFORE

    def of_a_ruler(self, right: int, name: str) -> bool:
        """Whether a ruler's number or epithet stands behind the name, and the participant's
        `name` has none: "Charles V", "Peter the Great"."""
        words = self.tokens.words[right : right + 2]
        if not words or not (words[0] == "the" or _NUMERAL.fullmatch(words[0])):
            return False
        if words[0] == "the":
            return words[1:] != [] and words[1] in EPITHETS
        if words[0] == "I" and words[1:] != [] and words[1] in _MYSELF:
            return False  # "to Elizabeth I would say"
        parts = fold_name(name).lower().split()
        if self.tokens.lower[right] in parts or not self.tokens.words[right - 1][0].isupper():
            return False
        # "Josie V." is somebody's initial.
        return len(words[0]) > 1 or not (
            words[1:] == ["."] or any(part[0] == words[0].lower() for part in parts)
        )

    def with_an_article(self, left: int, name: str) -> bool:
        """Whether a place is called so: "Los Reyes", "El Rosario"."""
        before = self.tokens.words[left - 1] if left else ""
        if before not in _SPANISH:
            return False
        return before.lower() not in fold_name(name).lower().replace("-", " ").split()

    def of_a_place(self, place: int) -> bool:
        """Whether the word is part of a place of several words: "Costa Rica", "Lake Chad"."""
        head = place
        while head > 0 and self.letters[head] == "~":
            head -= 1
        if head < place and self.letters[head] in "CKG":
            return True
        after = self.letters[place + 1 : place + 2]
        return self.tokens.lower[place] in NAMED_BEFORE and after in {"C", "K"}

    def _term(self, left: int, right: int) -> bool:
        """Whether the noun at `right` makes a term of art, a place or a reign of the name."""
        word = self.tokens.lower[right]
        if word in CALLED_AFTER:
            if word in EPONYMS or word not in VERBS_TOO:
                return True
            return self.tokens.lower[left - 1 : left] in (["a"], ["an"], ["the"])
        return word.endswith(TECHNICAL_ENDINGS) and word not in NO_TERMS

    def _hyphened(self, hyphen: int) -> bool:
        """Whether a hyphen ties a term to the name: "a Phillips-curve slope"."""
        lower, tokens, after = self.tokens.lower, self.tokens, hyphen + 1
        if after >= len(tokens) or not (tokens.tight(hyphen) and tokens.tight(after)):
            return False
        if not tokens.words[after].islower() or not lower[after].isalpha():
            return False
        if lower[after] in CALLED_AFTER or lower[after] in _TIED:
            return True  # "mark-to-market", "a Stein-type test"
        return (
            not self.spellings.exact(lower[after])
            and lower[after] not in STYLES_AFTER
            and lower[after] not in PARTICLES
            and not is_english(lower[after])
        )

    def _school(self, word: str) -> bool:
        """Whether the word is made of a name that everybody knows: "Keynesian"."""
        return any(
            word.endswith(ending) and is_famous(word.removesuffix(ending)) for ending in SCHOOLS
        )

    def _cited(self, right: int) -> bool:
        """Whether a work is cited: "Kumar (2015)", "Green and Mann 2012", "Cook et al."."""
        return _CITED.match(" ".join(self.tokens.lower[right : right + 9])) is not None


_SURNAME = re.compile(r"(?:is|was) (?:the|a|an) (?:[a-z]+ ){0,2}(?:surname|forename)\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_VERSION = re.compile(r"v?\d[\d.]*")
_NUMERAL = re.compile(r"(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})")
_MYSELF = frozenset("am was have had would will think said".split())
_SPANISH = frozenset("El La Los Las Punta Santa San Santo Costa Sierra Isla Puerto".split())
_TIED = frozenset("to by of in type era".split())
_CITED = re.compile(
    r"(?:(?:and|&|,) (?!the |a )[^ ]+ )*(?:(?:and|&) (?:others|co-authors) )?"
    r"(?:et al\b|\( ?(?:1[89]|20)\d\d[a-d]? ?[),:]|\[ ?(?:1[89]|20)\d\d[a-d]? ?\]"
    r"|(?:19|20)\d\d[a-d]?(?= (?:for|is|are|has|have|finds?|shows?|argues?|and|p|pp|,|\.|;|\))|$)"
    r"|(?:'s|') (?:1[89]|20)\d\d (?:[a-z]+ )?(?:meta-analysis|study|studies|article|book|essay"
    r"|survey|meta - analysis|monograph|thesis|review|lectures?|theorem|experiments?|speech"
    r"|memoirs?)\b"
    r"|, in (?:his|her|their|a|an) (?:[a-z-]+ )?(?:19|20)\d\d )"
)
"""What stands behind an author's name."""
