"""Where people stand in a sentence: before speech, after "according to", at a line's start.

A name that is also a word ("Long", "May") counts only there.
"""

from __future__ import annotations

import re

from facilitator.guard.frames_en import TASKS
from facilitator.guard.lexicon import is_word
from facilitator.guard.spelling import WHOLE, Spellings
from facilitator.guard.tokens import Tokens


class Standing:
    """Answers for one text what stands around the tokens [left, right)."""

    def __init__(self, tokens: Tokens, letters: str, spellings: Spellings) -> None:
        self.tokens = tokens
        self.letters = letters
        self.spellings = spellings

    def labelled(self, left: int, right: int) -> bool:
        """Whether the name stands before a colon at a line's start, or alone in brackets."""
        letters = self.letters
        before, after = letters[left - 1 : left], letters[right : right + 1]
        if before == "(" and after == ")":
            return True
        at_start = (
            left == 0
            or before == "|"
            or (before in {"-", ".", "!", "("} and self.tokens.starts[left])
        )
        return at_start and (
            after == ":" or (after == ")" and letters[right + 1 : right + 2] == ":")
        )

    def like_a_person(self, left: int, right: int, *, strict: bool = False) -> bool:
        """Whether the words around are those that stand around people."""
        letters = self.letters
        if self.labelled(left, right):
            return True
        after = letters[right:]
        spoke = _SPEAKS.match(after)
        if spoke:
            verb = right + spoke.end() - 1
            following = letters[verb + 1 : verb + 2]
            if self.tokens.starts[left] and self.tokens.lower[verb] in _ALSO_NOUNS:
                return following not in {".", "Z"} and not strict
            if following != "6" and not (strict and letters[left - 1 : left] in {*"damqFNT"}):
                return not (
                    strict and letters[verb] == "v" and self.tokens.lower[verb] in _ALSO_NOUNS
                )
        if self.tokens.lower[right : right + 1] == ["-"] and not self.tokens.capital(left):
            return False
        task = _TASK.match(after)
        if task and (self.tokens.starts[left] or letters[left - 1 : left] == ":"):
            return self.tokens.lower[right + task.end() - 1] in TASKS
        if strict:
            return False
        before = letters[:left]
        if _SPOKEN_OF.search(before) and letters[left - 1 : left] != "d":
            return True
        if _OPINION.match(after):
            return True
        return self.listed(left, right)

    def did_speak(self, right: int) -> bool:
        """Whether a verb of speech in the past follows at once."""
        if self.letters[right : right + 1] not in {"V", "v", "i"}:
            return False
        word = self.tokens.lower[right]
        return word.endswith("ed") or word in {
            "said",
            "told",
            "thought",
            "saw",
            "spoke",
            "put",
            "took",
        }

    def listed(self, left: int, right: int) -> bool:
        """Whether a participant who is no word stands beside it in a list."""
        for at, step in ((right, 1), (left - 1, -1)):
            near = at
            while 0 <= near < len(self.letters) and self.letters[near] in {",", "&"}:
                near += step
            if near != at and 0 <= near < len(self.letters):
                word = self.tokens.lower[near]
                whole = any(h.part in WHOLE for h in self.spellings.exact(word))
                if whole and self.tokens.words[near][0].isupper() and not is_word(word):
                    return True
        return False

    def capital_tells(self, place: int, word: str) -> bool | None:
        """Whether a capital in the middle of a sentence makes a name of a word."""
        lower, words = self.tokens.lower, self.tokens.words
        if not words[place][0].isupper() or self.tokens.starts[place] or self.tokens.shouted:
            return None
        if words[place].isupper() and len(word) > 1:
            return None
        before = self.letters[place - 1] if place else ""
        after = self.letters[place + 1] if place + 1 < len(lower) else ""
        if before in {"d", "a", "m", "q", "N", "T", "F"}:
            return None
        if word in CALENDAR:
            if lower[max(0, place - 1)] == "-":
                return None
            near = self.tokens.lower[max(0, place - 2) : place + 3]
            if sum(each in CALENDAR for each in near) > 1:
                return None
            return None if before in {*"4678f19d", "."} or after.isdigit() else True
        first, last = self.tokens.sentence(place)
        capitals = sum(w[0].isupper() for w in words[first:last])
        letters = sum(w[0].isalpha() for w in words[first:last])
        if letters > 3 and capitals * 2 > letters:
            return None
        if after == "Z" or before == "Z":
            return None
        if before in {"8", "9", "2"} and after != "'":
            return None
        return True


_SPEAKS = re.compile(r"(?:\([^)!|]{1,14}\))?(?:,[^!|:]{1,14},)?,?[j~]*[Vvi]")
_SPOKEN_OF = re.compile(
    r"(?:k~*|[Vvi]~*[^!|]{0,1}6|x~*[f1]|[Vvi]f|[Vvi]7|e~*[.jvV]*f|w7|[Vvi]|5|3|.\"|,)$"
)
_OPINION = re.compile(r"'(?:F|\.)?~*x")
_TASK = re.compile(r"(?:7|j)[.vVi]")
AUXILIARIES = frozenset("will may can might".split())
"""Names that would open a question: "May replied" is none."""
_ALSO_NOUNS = frozenset(
    "notes questions points claims reports comments remarks saw left put turned pressed".split()
)
FUNCTION = frozenset(
    """he she we you they it so an in to do my no on or as at by be is if up us am are was who
    how why all any but can did for has had her him his may not now our out own say see she the
    too two was way yet will none some one these those this that then than when""".split()
)
CALENDAR = frozenset(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
