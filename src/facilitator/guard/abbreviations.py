"""Whether capitals are an abbreviation where they stand, and nobody's initials."""

from __future__ import annotations

import re
from functools import cached_property

from facilitator.guard import frames_en
from facilitator.guard.deeds_en import MARKET_MOVES
from facilitator.guard.lexicon import Lexicon
from facilitator.guard.tokens import Tokens


class Abbreviations:
    """Answers for one text."""

    def __init__(self, lexicon: Lexicon, tokens: Tokens, letters: str) -> None:
        self.lexicon = lexicon
        self.tokens = tokens
        self.letters = letters

    def of_the_world(self, place: int) -> bool:
        """Whether what they do is done by a body: "WFP closed its five field offices"."""
        if not self.tokens.starts[place] or self.letters[place + 1 : place + 2] in {"V", "i"}:
            return False
        if self._word(place + 1) in _LASTING and self._word(place + 2) in {"the", "a", "an"}:
            near = self.letters[place + 3 : place + 5]
            return self._word(place + 3) not in SINGLED_OUT and not set("RPOulR") & set(near)
        figure = self._word(place + 3)
        told = {self._word(at) for at in range(place + 2, place + 5)}
        if self._word(place + 1) in _BREAKS and not _NEWS.isdisjoint(told):
            return True
        if self._word(place + 1) in MARKET_MOVES and self._word(place + 2) in {"from", "to", "by"}:
            return figure[:1].isdigit() or figure in _FIGURES
        for at in range(place + 2, min(place + 5, len(self.tokens))):
            if self.tokens.lower[at] == "its":
                return True
            if self.letters[at] not in "89146fj5":
                break
        _, last = self.tokens.sentence(place)
        return frames_en.years(self.tokens.lower[place:last])

    def abbreviates(self, place: int) -> bool:
        """Whether capitals stand as an abbreviation does: on a noun, in a list of others, behind
        a figure."""
        letters, words = self.letters, self.tokens.words
        before, after = self._word(place - 1), self._word(place + 1)
        letter = letters[place + 1 : place + 2]
        if letter in {".", "Z", "N", "x", "'", "&", "1", "R", "r", "B", "b", "O", "o", "P", "l"}:
            return True
        if after[:1].isdigit() or (after in {"-", "/", "("} and self.tokens.tight(place + 1)):
            return True
        if not before or before in {"\n", "-", "*"}:
            return after in {"", "\n", "!", "."} or letter in {"!", "|"}
        if before[-1].isdigit() or before in {"/", "-", "=", "%"}:
            return True
        if letters[place - 1] in ".ZNRBXSCKGTPrbolu" or before in {"in", "under", "of", "per"}:
            return True
        for at in (place - 2, place + 2):
            if 0 <= at < len(words) and self._word((at + place) // 2) in {",", "and", "or"}:
                other = words[at]
                if (
                    other.isupper()
                    and len(other) > 1
                    and other.lower() not in self.lexicon.initials
                ):
                    return True
        return False

    @cached_property
    def explained(self) -> frozenset[str]:
        """Capitals whose meaning the text gives: "commercial paper (CP)", "CP (commercial …"."""
        lower, found = self.tokens.lower, set()
        for place, word in enumerate(self.tokens.words):
            if not (1 < len(word) < 6 and word.isupper() and word.isalpha()):
                continue
            low = lower[place]
            if self._word(place - 1) == "(" and self._word(place + 1) == ")":
                said = [w for w in lower[max(0, place - 12) : place - 1] if w[0].isalpha()]
                heads = "".join(w[0] for w in said)
                if low in heads[-len(low) - 2 :] or (said and said[-1][0] == low[-1]):
                    found.add(low)
            elif self.stands_for(place, low):
                found.add(low)
            elif self._word(place + 1) == "(":
                said = [w for w in lower[place + 2 : place + 9] if w[0].isalpha()]
                if "".join(w[0] for w in said).startswith(low):
                    found.add(low)
        return frozenset(found)

    def stands_for(self, place: int, low: str) -> bool:
        """Whether it is said what the capitals mean: "CR here stands for Costa Rica"."""
        near = self.tokens.lower[place + 1 : place + 10]
        if _EXPLAINS.match(" ".join(near)):
            return True
        if near[:1] not in (["means"], ["meaning"], ["="], ["is"]):
            return False
        return "".join(word[0] for word in near[1:] if word[0].isalpha()).startswith(low)

    def of_a_state(self, place: int, low: str) -> bool:
        """Whether a place stands before the letters of its state: "Nome, AK"."""
        town = self._word(place - 2)
        return (
            low in STATES
            and self._word(place - 1) == ","
            and self.letters[place - 2 : place - 1] in {"Z", "K", "."}
            and self.tokens.capital(place - 2)
            and town not in self.lexicon.words
            and self.letters[place + 1 : place + 2] not in {"V", "v", "i"}
        )

    def opens(self, place: int) -> bool:
        """Whether they open a sentence that goes on with words: there an abbreviation is as
        likely, and what follows must tell of a person."""
        after = self._word(place + 1)
        if not self.tokens.starts[place] or not after[:1].isalnum():
            return False
        return self._word(place + 2) != "by"  # "CP seconded by AM"

    def _word(self, place: int) -> str:
        return self.tokens.lower[place] if 0 <= place < len(self.tokens) else ""


_EXPLAINS = re.compile(
    r"(?:here |now |, )?(?:in the [a-z]+ )?(?:(?:stands|stood|is short) for|as in|means not)\b"
)
_FIGURES = frozenset(
    """one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty a
    the under over about nearly almost around""".split()
)
_BREAKS = frozenset("ran broke carried filed wired printed published".split())
_NEWS = frozenset(
    """story stories news report reports picture pictures photo photos dispatch footage headline
    interview obituary scoop item""".split()
)
"""What a news agency has, and what it does with it."""
_LASTING = frozenset("remains is becomes stays was remained became stayed".split())
SINGLED_OUT = frozenset("only one first last odd exception lone sole".split())
"""Behind "is the" these tell of somebody in a group: "MH is the only one against"."""

STATES = frozenset(
    """al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm
    ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc bc ab mb sk qc ns nb""".split()
)
"""States and provinces of North America."""
