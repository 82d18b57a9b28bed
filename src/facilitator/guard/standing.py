"""Where people stand in a sentence: before speech, after "according to", at a line's start.

A name that is also a word ("Long", "May") counts only there.
"""

from __future__ import annotations

import re

from facilitator.guard.deeds import acts_like_a_person, asks_much, several
from facilitator.guard.deeds_en import (
    BELONGINGS,
    HELPERS,
    MOODS_OF_PEOPLE,
    ONLY_HERE,
    PASTS,
    PRESENTS,
    UNCOUNTED,
)
from facilitator.guard.eponyms_en import EPONYMS
from facilitator.guard.frames_en import TASKS
from facilitator.guard.lexicon import is_word
from facilitator.guard.openings import Openings
from facilitator.guard.scripts import WHOLE
from facilitator.guard.spelling import Spellings
from facilitator.guard.tokens import Tokens
from facilitator.guard.wares import is_a_thing


class Standing:
    """Answers for one text what stands around the tokens [left, right)."""

    def __init__(self, tokens: Tokens, letters: str, spellings: Spellings) -> None:
        self.tokens = tokens
        self.letters = letters
        self.spellings = spellings
        self.small = not any(w[0].isupper() for w in tokens.words if w[0].isalpha())
        self.openings = Openings(tokens, letters, self.listed, small=self.small)

    def like_a_person(self, left: int, right: int, *, strict: bool = False) -> bool:
        """Whether the words around are those that stand around people."""
        letters = self.letters
        if self.openings.labelled(left, right) or self.openings.against_others(left, right):
            return True
        after = letters[right:]
        if letters[left - 1 : left] == '"' and after[:1] == '"':
            return False  # a word that is quoted
        if is_a_thing(self.tokens, letters, left, right):
            return False
        if (
            self.addressed(left, right)
            or self.about(left, right)
            or (letters[right : right + 1] == "'" and self._belongs(left, right))
        ):
            return True
        spoke = _SPEAKS.match(after)
        if spoke:
            verb = right + spoke.end() - 1
            following = letters[verb + 1 : verb + 2]
            if self.tokens.starts[left] and (
                self._things_do(left, right, verb)
                or asks_much(self.tokens.lower[left], self.tokens.lower[right : right + 6])
            ):
                return False
            if self.tokens.starts[left] and self.tokens.lower[verb] in _ALSO_NOUNS:
                return following not in {".", "Z"} and not strict
            if following != "6" and not (strict and letters[left - 1 : left] in {*"damqFNT"}):
                return not (
                    strict and letters[verb] == "v" and self.tokens.lower[verb] in _ALSO_NOUNS
                )
        if self.tokens.starts[left] and _TOGETHER.match(after):
            return True
        if self._after_an_aside(left, right) or self._of_somewhere_speaks(left, right):
            return True
        if self.tokens.lower[right : right + 2] in ([",", "who"], [",", "whose"]):
            return True
        if self.tokens.lower[right : right + 1] == ["-"] and not self.tokens.capital(left):
            return False
        if (
            (self.tokens.starts[left] or letters[left - 1] in ",c&j")
            and (self.small or self.tokens.capital(left))
            and acts_like_a_person(self.tokens.lower[left], self.tokens.lower[right : right + 9])
        ):
            return True
        if self.tokens.lower[left - 1] in _DAYS and self.tokens.capital(left) and left > 1:
            verb_here = "".join(self.tokens.lower[right : right + 1])
            if verb_here.endswith("s") and verb_here[:-1] in TASKS:
                return True  # "by Monday Joy sends round the draft"
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

    def _after_an_aside(self, left: int, right: int) -> bool:
        """Whether somebody acts behind words between commas: "Rice, never in doubt, voted no"."""
        lower = self.tokens.lower
        if lower[right : right + 1] != [","] or not self.tokens.starts[left]:
            return False
        near = lower[right + 1 : right + 13]
        if "," not in near or "and" in near[: near.index(",") + 2]:
            return False
        at = right + 1 + near.index(",")
        return acts_like_a_person(lower[left], lower[at + 1 : at + 9])

    def _of_somewhere_speaks(self, left: int, right: int) -> bool:
        """Whether somebody speaks who is named with a body or a place: "Walker of Shell asked"."""
        lower, at = self.tokens.lower, right + 1
        if lower[right : right + 1] not in (["of"], ["from"], ["at"]):
            return False
        if not self.tokens.starts[left] or not self.tokens.capital(left):
            return False
        small = {"the", "of"} if lower[right] != "of" else {"&"}  # "Banks of the Rhine"
        while at < min(len(lower), right + 6) and (self.tokens.capital(at) or lower[at] in small):
            at += 1
        spoke = re.match(r"[j~]*[Vvi](?!6)", self.letters[at:])
        if at == right + 1 or spoke is None:
            return False
        return lower[at + spoke.end() : at + spoke.end() + 1] != ["to"]

    def _belongs(self, left: int, right: int) -> bool:
        """Whether what stands behind "'s" is a person's: a noun alone has no "'s" in front."""
        lower = self.tokens.lower
        owned = lower[right + 1] if right + 1 < len(lower) else ""
        if several(lower[left]) and lower[right] == "'s" and self.tokens.capital(left):
            return True  # "Banks's worry": a plural has no "'s"
        if owned in BELONGINGS:
            return True
        if not self.tokens.starts[left] or right != left + 1 or not owned.isalpha():
            return False
        if several(lower[left]) or lower[left] in UNCOUNTED or owned in EPONYMS:
            return False
        return (
            self.tokens.words[right + 1].islower()
            and not owned.endswith("ed")
            and owned not in PASTS
        )

    def addressed(self, left: int, right: int) -> bool:
        """Whether somebody is spoken to: "Dawn, could you …"."""
        lower = self.tokens.lower
        if lower[right : right + 1] != [","] or not self.tokens.starts[left]:
            return False
        asked = lower[right + 1 : right + 3]
        near = lower[right + 1 : right + 12]
        if "," in near and not {".", "and"} & set(near[: near.index(",")]):
            told = near[near.index(",") + 1 :]
            if told[:1] in (["you"], ["your"], ["you're"], ["could"], ["would"]):
                return told[0][:3] == "you" or told[1:2] == ["you"]
        return (
            len(asked) > 1
            and (
                asked[0] in {"could", "would", "can", "will", "do", "did", "are", "have", "may"}
                and asked[1] in {"you", "i", "we"}
            )
        ) or asked[:1] in (["please"], ["thanks"], ["thank"], ["over"])

    def _things_do(self, left: int, right: int, verb: int) -> bool:
        """Whether banks, hope or a river may do the same: "Hope remained"."""
        word, done = self.tokens.lower[left], self.tokens.lower[verb]
        if is_word(word) and not _PASSIVE.isdisjoint(self.tokens.lower[right:verb]):
            return True  # "Power was shared"
        if not (word in UNCOUNTED or several(word)) or not is_word(word):
            return False
        follower = self.tokens.lower[verb + 1 : verb + 6]
        if follower[:2] == ["to", "be"]:
            return True
        if done in _ALSO_THINGS and follower[:1] not in _TOLD and BELONGINGS.isdisjoint(follower):
            return not acts_like_a_person(word, self.tokens.lower[left + 1 : left + 7])
        return False

    def tagged(self, left: int, right: int) -> bool:
        """Whether the name and a verb stand behind somebody's words: "It is rent, West said."."""
        lower = self.tokens.lower
        if lower[left - 1 : left] not in ([","], ['"']) or not self.tokens.capital(left):
            return False
        if self.letters[right : right + 1] not in {"v", "V"}:
            return False
        return lower[right + 1 : right + 2] in ([], ["."], [","], [":"], [";"])

    def only_here(self, left: int, right: int) -> bool:
        """Whether somebody does what no country does: "Jordan nodded"."""
        after = self.letters[right:]
        if after[:1] in {"i", "V"} or _OPINION.match(after) or self.tagged(left, right):
            return True
        if self.letters[left - 1 : left] == "h" or not self.tokens.starts[left]:
            return self.letters[left - 1 : left] == "h"
        near = self.tokens.lower[right : right + 3]
        return not ONLY_HERE.isdisjoint(near[:2]) or (
            near[:1] in (["was"], ["is"]) and not MOODS_OF_PEOPLE.isdisjoint(near[1:])
        )

    def small_name(self, left: int, right: int) -> bool:
        """Whether a word in notes without capitals is led to as a person is: "as stone put it"."""
        lower, letters = self.tokens.lower, self.letters
        if left == 0:
            return False
        before, after = lower[left - 1], letters[right : right + 1]
        if before == "as":
            return after in {"V", "v", "i"}
        word = lower[left]
        if before in {"says", "said"} and lower[right : right + 1] in ([], [","], ["."], [";"]):
            return True
        if before in {"asked", "asks", "told"} and lower[right : right + 1] in _ASKING:
            return not several(word)
        if after in {"V", "v"} and letters[left - 1] in ",c&j|" and word not in UNCOUNTED:
            return not several(word)
        if before == "ask" and lower[right : right + 1] in (["about"], ["for"], ["to"], ["if"]):
            return True
        if after == "'" and _OPINION.match(letters[right:]):
            return word not in UNCOUNTED and letters[left - 1] not in "dam"
        source = lower[left - 2] if left > 1 else ""
        if before in {"by", "from"} and (source in BELONGINGS or letters[left - 2] in "xVv"):
            told = lower[right : right + 1]
            if told and (told[0] in PASTS or told[0] in HELPERS or told[0] in _PASSIVE):
                return not several(word) and word not in UNCOUNTED
        if after in {".", "Z"} or several(word) or word in UNCOUNTED:
            return False
        if before in {"by", "from", "of"}:
            return left > 1 and (letters[left - 2] in "xVv" or lower[left - 2] in _CAME)
        if before == "to":
            return left > 1 and (letters[left - 2] in "k~x" or lower[left - 2] in _GIVEN_TO)
        return before in {"ask", "per", "cc", "thanks", "@"}

    def about(self, left: int, right: int) -> bool:
        """Whether a line opens with the name and what they spoke of: "Page on licences: no"."""
        lower = self.tokens.lower
        if lower[right : right + 1] not in (["on"], ["re"], ["about"]):
            return False
        near = lower[right + 1 : right + 14]
        if (
            lower[left - 1 : left] == [":"]
            and self.tokens.capital(left)
            and not is_word(lower[left])
        ):
            return True  # "To follow up: Raj on the swap lines"
        asked = next((at for at, word in enumerate(near) if word in {"why", "how", "whether"}), 0)
        if self.tokens.starts[left] and asked > 1 and near[asked - 1] in {",", "and"}:
            return True
        if several(lower[left]) or lower[left] in UNCOUNTED or not self.tokens.starts[left]:
            return False
        return ":" in lower[right + 1 : right + 6]

    def owned(self, right: int) -> bool:
        """Whether an opinion belongs to the name: "in May's view"."""
        return _OPINION.match(self.letters[right:]) is not None

    def came_from(self, left: int, right: int) -> bool:
        """Whether something said comes from the name: "the wording came from May"."""
        lower = self.tokens.lower
        if left < 2 or lower[left - 1] not in {"from", "by", "to", "with", "of", "between"}:
            return False
        if lower[left - 1] == "to":
            return lower[left - 2] in {"went", "goes", "over", "reply", "answer", "question"}
        source = lower[left - 2]
        if self.listed(left, right) or lower[right : right + 1] in ([":"], ["("], ["on"]):
            return True
        if lower[right : right + 1] in (["to"], ["until"], ["till"], ["-"], ["–"], ["onwards"]):
            return False
        if right < len(lower) and (lower[right].isdigit() or lower[right] in {"or", "2"}):
            return False
        return source in _CAME or (self.letters[left - 2] in "xVv" and self.letters[left - 2] != "")

    def did_speak(self, right: int) -> bool:
        """Whether a verb of speech in the past follows at once."""
        if self.letters[right : right + 1] not in {"V", "v", "i"}:
            return False
        word = self.tokens.lower[right]
        return word.endswith("ed") or word in {"said", "told", "thought", "spoke"}

    def listed(self, left: int, right: int) -> bool:
        """Whether a participant who is no word stands beside it in a list."""
        for at, step in ((right, 1), (left - 1, -1)):
            near = at
            while 0 <= near < len(self.letters) and self.letters[near] in {",", "&"}:
                near += step
            if near != at and 0 <= near < len(self.letters):
                word = self.tokens.lower[near]
                whole = any(h.part in WHOLE for h in self.spellings.exact(word))
                if not whole or not self.tokens.capital(near):
                    continue
                if not is_word(word) or (near > left and not self.tokens.starts[near]):
                    return True
        return False

    def relative(self, place: int) -> bool:
        """Whether "that" before the name opens what they did: "the point that Young raised"."""
        lower = self.tokens.lower
        if place < 2 or lower[place - 1] != "that" or self.letters[place - 2] in {*"vV", ",", '"'}:
            return False
        did = "".join(lower[place + 1 : place + 2])
        return self.letters[place + 1 : place + 2] in {*"Vvi"} or did in PASTS or did in PRESENTS

    def capital_tells(self, place: int, word: str) -> bool | None:
        """Whether a capital in the middle of a sentence makes a name of a word."""
        lower, words = self.tokens.lower, self.tokens.words
        if not words[place][0].isupper() or self.tokens.starts[place] or self.tokens.shouted:
            return None
        if words[place].isupper() and len(word) > 1:
            return None
        before = self.letters[place - 1] if place else ""
        after = self.letters[place + 1] if place + 1 < len(lower) else ""
        only = before == "F" and self.tokens.starts[place - 1] and word not in CALENDAR
        if (
            self.letters[max(0, place - 2) : place - 1] in {"d", "a", "m"}
            and before == "."
            and lower[place - 1].isalpha()
            and self.tokens.words[place - 1].islower()
            and lower[place + 1 : place + 2] != []
            and lower[place + 1] not in PASTS
            and not lower[place + 1].endswith("ed")
        ):
            return None  # "a control Frame"
        bound = before in {"d", "a", "m", "q", "N", "T", "F"} and not only  # "Only Stone …"
        if bound and lower[place - 1] not in _PAIRS and not self.relative(place):
            return None
        if place + 1 < len(lower) and lower[place + 1][0].isdigit():
            return None
        if word in CALENDAR:
            if lower[max(0, place - 1)] == "-":
                return None
            near = self.tokens.lower[max(0, place - 2) : place + 3]
            if sum(each in CALENDAR for each in near) > 1:
                return None
            return None if before in {*"4678f19d", "."} else True
        first, last = self.tokens.sentence(place)
        known = self.spellings.lexicon.words
        capitals = sum(
            words[at][0].isupper() and lower[at] not in known for at in range(first, last)
        )
        letters = sum(w[0].isalpha() for w in words[first:last])
        if letters > 3 and capitals * 2 > letters:
            return None
        if after == "Z" or before == "Z":
            return None
        if before == "8" and after != "'":
            return None
        return not (before == '"' and after == '"') or None


_ASKING = (["whether"], ["why"], ["how"], ["what"], ["if"], ["when"], ["about"])
_SPEAKS = re.compile(r"(?:\([^)!|]{1,14}\))?(?:,[^!|:]{1,14},)?,?[j~]*[Vvi]")
_SPOKEN_OF = re.compile(
    r"(?:k~*|[Vvi]~*[^!|]{0,1}6|x~*[f1]|[Vvi]f|[Vvi]7|e~*[.jvV]*f|w7|[Vvi]|5|3|.\"|,)$"
)
_TOGETHER = re.compile(r"&(?:[daq]~*F?[NF]?~*[RrPlOouL]|[aq]q)")
_OPINION = re.compile(r"'(?:F|\.)?~*x")
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday noon tomorrow tonight lunch
    dinner""".split()
)
_TASK = re.compile(r"(?:7|j)[.vVi]")
_ALSO_THINGS = frozenset(
    """remained seemed sounded started began saw decided gave brought took made stopped closed
    turned moved came kept had led opened left reported""".split()
)
_TOLD = (["that"], ["on"], ["back"], ["to"], ["from"], ["how"])
_PASSIVE = frozenset("was is were are been be".split())
_CAME = frozenset("came come comes".split())
_GIVEN_TO = frozenset("thanks reply answer question over according".split())
_PAIRS = frozenset("neither nor both either".split())
OPENERS = frozenset("will may can might an so do my to up no see say way own now yet".split())
"""Names that also open a question or a phrase: "May replied" opens none."""
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
