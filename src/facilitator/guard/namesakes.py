"""Names that stand for a thing called after somebody, or for an author: "the Taylor expansion",
"Moore's law", "Kumar (2015)"."""

from __future__ import annotations

import re

from facilitator.guard.eponyms_en import (
    CALLED_AFTER,
    EPONYMS,
    NO_TERMS,
    OWNED,
    SCHOOLS,
    TECHNICAL_ENDINGS,
    VERBS_TOO,
)
from facilitator.guard.name_parts import PARTICLES, STYLES_AFTER
from facilitator.guard.spelling import Spellings
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
        if right >= len(tokens):
            return False
        if self._cited(right):
            return True
        if lower[right] == "'s":
            return right + 1 < len(tokens) and lower[right + 1] in OWNED
        if lower[right] == "-":
            return self._hyphened(right)
        if right + 2 < len(tokens) and lower[right] == "–" and tokens.tight(right + 1):
            right += 2  # "a Mehta–Dyson ensemble"
        paired = right > 3 and lower[right - 2] == "–" and tokens.tight(right - 1)
        if paired and lower[right : right + 1] in (["model"], ["hypothesis"], ["method"]):
            return True
        return right < len(tokens) and not tokens.tight(right) and self._term(left, right)

    def _term(self, left: int, right: int) -> bool:
        """Whether the noun at `right` makes a term of art, a place or a reign of the name."""
        word = self.tokens.lower[right]
        if word in CALLED_AFTER:
            if word in EPONYMS or word not in VERBS_TOO:
                return True
            return self.tokens.lower[left - 1 : left] in (["a"], ["an"], ["the"])
        return word.endswith(TECHNICAL_ENDINGS) and word not in NO_TERMS and is_english(word)

    def _hyphened(self, hyphen: int) -> bool:
        """Whether a hyphen ties a term to the name: "a Phillips-curve slope"."""
        lower, tokens, after = self.tokens.lower, self.tokens, hyphen + 1
        if after >= len(tokens) or not (tokens.tight(hyphen) and tokens.tight(after)):
            return False
        if not tokens.words[after].islower() or not lower[after].isalpha():
            return False
        if lower[after] in CALLED_AFTER:
            return True
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
