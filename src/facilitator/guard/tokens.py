"""A folded text as words: what stands where, in capitals or not, at a sentence's start or not."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from facilitator.guard.folding import Folded
from facilitator.guard.vocabulary import is_english

# Folded Latin letters are ASCII, so a run of others is another alphabet's word.
_TOKEN = re.compile(
    r"[A-Za-z0-9]+(?:'(?![sS]\b)[A-Za-z0-9]+)*|'[sS]\b|[^\W_A-Za-z0-9]+|[^\w\s]|_|\n"
)

SENTENCE_END = frozenset(".!?\n")
_OPENING = frozenset("\"(<[{*-+:'•·–—_>|#=~\\")
_ABBREVIATIONS = frozenset(
    """dr mr mrs ms prof sir st gen col lt maj capt sgt adm amb hon rev sen rep gov pres jr sr
    vs etc eg ie cf no dept ltd inc corp co retd ret mme mlle fr dipl ing eng h e g""".split()
)


def split_words(folded: str) -> list[str]:
    """The words and signs of a folded text in small letters."""
    return _TOKEN.findall(folded.lower())


class Tokens:
    """The words and signs of one folded text; offsets are worked out only when asked for."""

    def __init__(self, folded: Folded) -> None:
        self.folded = folded
        self.words: list[str] = _TOKEN.findall(folded.text)
        self.lower: list[str] = [word.lower() for word in self.words]
        self.shouted = False
        """Whether the whole text was in capitals, so that a capital said nothing."""
        if "I" in folded.text or "E" in folded.text or "A" in folded.text or "O" in folded.text:
            self._hush()

    def _hush(self) -> None:
        """Take sentences in capitals for sentences in small letters."""
        loud = [len(w) > 1 and w.isupper() and w.isascii() and w.isalpha() for w in self.words]
        if sum(loud) < 2:
            return
        calm = [len(w) > 1 and w[0].isalpha() and not w.isupper() and w != "'s" for w in self.words]
        self.shouted = not any(calm) and sum(loud) > 3
        for first, last in self.sentences:
            cried = [self.lower[at] for at in range(first, last) if loud[at]]
            if len(cried) < 2 or any(calm[first:last]):
                continue
            if len(cried) > 3 or any(len(word) > 3 and is_english(word) for word in cried):
                self.words[first:last] = self.lower[first:last]

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """[start, end) of every token in the folded text."""
        return [match.span() for match in _TOKEN.finditer(self.folded.text)]

    def original(self, first: int, last: int) -> tuple[int, int]:
        """The original's [start, end) from token `first` to token `last`, both included."""
        return self.folded.span(self.spans[first][0], self.spans[last][1])

    @cached_property
    def starts(self) -> list[bool]:
        """Whether each token opens a sentence, a line, a quotation or what follows a colon."""
        found: list[bool] = []
        opening = True
        for place, word in enumerate(self.lower):
            found.append(opening)
            if word in SENTENCE_END:
                opening = not (word == "." and self._abbreviated(place))
            elif not (opening and word in _OPENING):
                opening = word in ('"', ":", ";", "(") or (word == "'" and not self.tight(place))
        return found

    def tight(self, place: int) -> bool:
        """Whether no space stands between the token (if there is one) and the one before it."""
        return 0 < place < len(self.spans) and self.spans[place - 1][1] == self.spans[place][0]

    def _abbreviated(self, stop: int) -> bool:
        """Whether the full stop at `stop` ends no sentence: "Dr.", "J.", "e.g."."""
        if stop == 0:
            return False
        before = self.words[stop - 1]
        if len(before) == 1 and before.isalpha():
            lone = stop < 2 or self.words[stop - 2] in {".", "-"} or before.isupper()
            return lone and self.tight(stop)
        # Few words are abbreviations: the offsets that `tight` needs are seldom worked out.
        return self.lower[stop - 1] in _ABBREVIATIONS and self.tight(stop)

    def capital(self, place: int) -> bool:
        """Whether the word begins with a capital letter."""
        return self.words[place][0].isupper()

    def between(self, start: int, end: int) -> tuple[int, int]:
        """[first, last) of the tokens that touch the folded text's [start, end)."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._begins, end)
        return first, max(first, last)

    @cached_property
    def _begins(self) -> list[int]:
        return [start for start, _ in self.spans]

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self.spans]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """[first, last) tokens of every sentence."""
        found: list[tuple[int, int]] = []
        first = 0
        for place, word in enumerate(self.words):
            if word in SENTENCE_END and not (word == "." and self._abbreviated(place)):
                found.append((first, place + 1))
                first = place + 1
        if first < len(self.words):
            found.append((first, len(self.words)))
        return found

    def sentence(self, place: int) -> tuple[int, int]:
        """[first, last) of the sentence in which the token stands."""
        for first, last in self.sentences:
            if place < last:
                return first, last
        return 0, len(self.words)

    @cached_property
    def capitals(self) -> bool:
        """Whether any word has a capital."""
        return any(word[0].isupper() for word in self.words)
