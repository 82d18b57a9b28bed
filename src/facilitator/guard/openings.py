"""Whether a name opens a line as a speaker's does: before a colon or a dash, in brackets, or
behind "Chair:"."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.guard.deeds import several
from facilitator.guard.deeds_en import HELPERS, PASTS, ROLE_LABELS, SAID_BY_PEOPLE, UNCOUNTED
from facilitator.guard.frames_en import DATES as CALENDAR
from facilitator.guard.frames_en import LABELS
from facilitator.guard.lexicon import is_word
from facilitator.guard.tokens import Tokens


class Openings:
    """Answers for one text; `listed` says whether a participant stands beside a name."""

    def __init__(
        self, tokens: Tokens, letters: str, listed: Callable[[int, int], bool], *, small: bool
    ) -> None:
        self.tokens = tokens
        self.letters = letters
        self.listed = listed
        self.small = small

    def labelled(self, left: int, right: int) -> bool:
        """Whether the name stands before a colon or a dash at a line's start, or in brackets."""
        letters, lower = self.letters, self.tokens.lower
        before, after = letters[left - 1 : left], letters[right : right + 1]
        if lower[left - 1 : left] == ["<"] and lower[right : right + 1] == [">"]:
            return True
        if before == "(" and (after == ")" or (after in ",&" and self.listed(left, right))):
            return True
        if before == "(" and self._byline(left, right):
            return True
        at_start = (
            left == 0
            or before == "|"
            or (before in {"-", ".", "!", "("} and self.tokens.starts[left])
            or self._after_a_figure(left)
            or (before == '"' and (left == 1 or lower[left - 2] == "\n"))
        )
        if not at_start:
            return self._after_a_role(left, right) or self._signs(left, right)
        if lower[right : right + 1] == ["("] and ")" in lower[right : right + 7]:
            right = lower.index(")", right) + 1
        elif after == ")" or lower[right : right + 1] in (["again"], ["too"], ["also"], ["then"]):
            right += 1
        sign = lower[right : right + 1]
        follower = lower[right + 1 : right + 2]
        if sign == [":"]:
            return follower != [] and self._said(left, right)
        if sign == ["+"]:
            return follower != [] and follower[0].isdigit()
        return self._before_a_dash(left, right) or self._signs(left, right)

    def _byline(self, left: int, right: int) -> bool:
        """Whether a capital opens brackets behind a thing: "the matrix (Woods, 14 rows)"."""
        lower = self.tokens.lower
        return (
            left > 2
            and self.tokens.capital(left)
            and self.tokens.words[left - 2].islower()
            and lower[right : right + 1] == [","]
            and "".join(lower[right + 1 : right + 2]).isdigit()
            and ")" in lower[right + 2 : right + 5]
        )

    def against_others(self, left: int, right: int) -> bool:
        """Whether somebody does not do what others did: "Most agreed. Price certainly didn't."."""
        lower, at = self.tokens.lower, right
        if left < 3 or not self.tokens.starts[left] or not self.tokens.capital(left):
            return False
        if at < len(lower) and lower[at].endswith("ly"):
            at += 1
        if "".join(lower[at : at + 1]) not in HELPERS:
            return False
        if lower[at + 1 : at + 2] not in ([], ["."], ["!"], ["\n"]):
            return False
        first, _ = self.tokens.sentence(left - 2)
        who, did = lower[first], lower[first + 1]
        return who in _OTHERS and (
            did in PASTS or did in HELPERS or self.letters[first + 1] in "Vvi"
        )

    def _after_a_figure(self, left: int) -> bool:
        """Whether only a number or a time stands before the name on its line: "10:15 Rice"."""
        lower = self.tokens.lower
        at = left - 1
        while at >= 0 and lower[at] != "\n" and not lower[at][0].isalpha():
            at -= 1
        return (at < 0 or lower[at] == "\n") and any(w[0].isdigit() for w in lower[at + 1 : left])

    def _before_a_dash(self, left: int, right: int) -> bool:
        """Whether the name stands before a dash and what somebody says."""
        tokens = self.tokens
        spaced = right < len(tokens) and not tokens.tight(right)
        if (
            not spaced
            or tokens.lower[right] not in {"-", "–", "—", ">"}
            or right + 1 >= len(tokens)
        ):
            return False
        if tokens.tight(right + 1) and tokens.lower[right] == "-":
            return False
        return tokens.lower[left] not in CALENDAR and self._said(left, right)

    def _said(self, left: int, sign: int) -> bool:
        """Whether what follows the sign are somebody's words: "Price: we agree"; a heading's
        are a figure or a state, "Price: unchanged"."""
        tokens = self.tokens
        word = tokens.lower[left].replace("'", "")
        if not is_word(word):
            return True
        if tokens.lower[sign + 1][0].isdigit():
            return False
        if (tokens.words[left].isupper() and not tokens.shouted) or not (
            several(word) or word in UNCOUNTED
        ):
            return True
        last = tokens.sentence(sign + 1)[1]
        said = tokens.lower[sign + 1 : last]
        return not SAID_BY_PEOPLE.isdisjoint(said) or not _FINITE.isdisjoint(said)

    def _signs(self, left: int, right: int) -> bool:
        """Whether the name stands under somebody's words: '"No." — Rice'."""
        lower = self.tokens.lower
        return (
            left > 1
            and self.tokens.capital(left)
            and lower[left - 1] in {"-", "–", "—", "~"}
            and lower[left - 2] in {'"', "'", ".", "!", "?", "\n"}
            and (
                lower[right : right + 1] in ([], ["\n"], ["."])
                or (
                    lower[left - 2] == '"'
                    and lower[right : right + 1] == [","]
                    and "".join(lower[right + 1 : right + 2]) in _BEHIND_A_QUOTATION
                )
            )
        )

    def _after_a_role(self, left: int, right: int) -> bool:
        """Whether the name follows "Chair:" or stands in a list behind "Present:"."""
        lower, at = self.tokens.lower, left - 1
        if not (self.small or self.tokens.capital(left)) or lower[right : right + 1] not in (
            [],
            [","],
            [";"],
            ["."],
            ["\n"],
            ["and"],
            ["("],
            ["|"],
        ):
            return False
        while at > 0 and (self.tokens.capital(at) or lower[at] in {",", "and"}):
            at -= 1
        if at < 1 or lower[at] != ":":
            return False
        if lower[at - 1] in ROLE_LABELS:
            return True
        ends = lower[right : right + 1] in ([], ["."], ["\n"])
        return ends and at == left - 1 and lower[at - 1] not in LABELS


_OTHERS = frozenset(
    "most others several some everyone everybody nobody few many all half two three four".split()
)
_BEHIND_A_QUOTATION = frozenset("with to who whose in on after again not from".split())
_FINITE = frozenset(
    """is are was were has have had do does did isn't aren't wasn't can may might want need think
    it's that's there's they're you you're if""".split()
)
