"""Whether a name that stands alone means somebody else of that name, by what is told of them.

No single word decides: an office of a state, a life, a work, a year and a name that everybody
knows count for somebody who is not in the room; speech, questions and the things of a meeting
count against. Three points more make it somebody else.
"""

from __future__ import annotations

import re

from facilitator.guard.acts_en import PASTS_TOO, THINKS
from facilitator.guard.deeds_en import BEING, BELONGINGS, MEETING_MATTERS, PASTS
from facilitator.guard.eponyms_en import PERHAPS_CALLED_AFTER
from facilitator.guard.frames import Language
from facilitator.guard.frames_en import years
from facilitator.guard.lexicon import Known
from facilitator.guard.name_parts import PARTICLES, PERSONAL_STYLES, STYLES_OF_ANYBODY
from facilitator.guard.scripts import WHOLE
from facilitator.guard.sources_en import CONTRIBUTIONS
from facilitator.guard.standing import CALENDAR, Standing
from facilitator.guard.strangers_en import (
    DEEDS_OF_STATE,
    LED_TO,
    LONG_AGO,
    MAKERS,
    OF_CITIES,
    OF_HISTORY,
    OF_THE_ROOM,
    REIGNS,
    RELATED,
    STUDIES,
    TIMES,
    TOLD_OF_RULERS,
    WORKS,
)
from facilitator.guard.tokens import Tokens
from facilitator.guard.vocabulary import is_city, is_english, is_famous

ENOUGH = 3


class Strangers:
    """Answers for one text."""

    def __init__(
        self, tokens: Tokens, letters: str, language: Language, standing: Standing
    ) -> None:
        self.tokens = tokens
        self.letters = letters
        self.language = language
        self.standing = standing

    def somebody_else(self, left: int, right: int, known: Known, title: str) -> bool:
        """Whether the name in the tokens [left, right), with its title, seems a stranger's."""
        lower = self.tokens.lower
        first, last = self.tokens.sentence(left)
        word = lower[left]
        while left > first and lower[left - 1] in PARTICLES and self.tokens.capital(left - 1):
            if self.tokens.starts[left - 1]:
                break
            left -= 1
        before, after = lower[first:left], lower[right:last]
        strong = self._told(before, after, known) + self._belongs(right, last)
        strong += self._from_somewhere(left, right, known) + self._city(left, right)
        strong += self._no_name(left, right, before, after) + self._titled(left, title, known)
        famous = is_famous(word.replace("'", ""))
        times = self._times(before, after)
        if not (strong or famous or times):
            return False
        told = strong + famous + times + self._world(left, right, first, last)
        enough = ENOUGH if strong or famous else ENOUGH + 1
        return told >= enough and told - self._here(left, right, before, after) >= enough

    def _titled(self, left: int, title: str, known: Known) -> int:
        """Points for a title that is not the participant's, less for one that anybody has."""
        if not title or any(title in own or own in title for own in known.titles):
            return -4 if title else 0
        if title in PERSONAL_STYLES:
            other = _GENDERS.get(title, known.who.gender) != known.who.gender
            if other and known.who.gender in {"f", "m"}:
                return 3
            return -4 if title in STYLES_OF_ANYBODY else -1
        of = left - 2 if self.tokens.lower[left - 1] == title else left
        if 0 <= of < left and (self.letters[of] in "CNTXK" or self.tokens.lower[of] == "fed"):
            return 3  # "Fed Chair Powell"
        return 2

    def _world(self, left: int, right: int, first: int, last: int) -> int:
        """Points for deeds, places and people of the world around the name."""
        lower, letters = self.tokens.lower, self.letters
        after = lower[right:last]
        points = 0
        did = after[1:] if after[:1] and after[0] in _ASIDE else after
        points += self._dated_deed(right, did, last)
        if did and did[0] in DEEDS_OF_STATE and did[:2] != ["flew", "in"]:
            points += 2
        if lower[left - 1 : left] and lower[left - 1] in _ONE_OF_THE_KIND and left > first:
            alone = letters[right : right + 1] in {"7", "W", "", "!", ",", "A", "I", "j"}
            points += 3 if alone else 0
        if after[:1] and after[0] in PERHAPS_CALLED_AFTER and letters[left - 1 : left] in {*"da"}:
            points += 1
        elsewhere = 0
        for at in range(first, last):
            if left <= at < right:
                continue
            if letters[at] in "CK" or (letters[at] in "Z." and self._stranger(at)):
                elsewhere += 1 + (letters[at] in "Z." and is_famous(lower[at]))
        points += min(2, elsewhere)
        for near in (right + 1, left - 2):
            joint = lower[left - 1 : left] if near < left else lower[right : right + 1]
            if joint in (["and"], ["&"], ["–"]) and first <= near < last and self._stranger(near):
                points += 1
        return points

    def _dated_deed(self, right: int, did: list[str], last: int) -> int:
        """Points for what was done in a year, or to somebody's words: nobody was "quoted on
        houses divided" here, nor "closed the file in 2015"."""
        if did[:1] in (["was"], ["were"], ["is"]) and did[1:2] != [] and did[1] in _INVOKED:
            return 2 if did[2:3] != [] and did[2] in _INVOKED_ON else 1
        if (
            not did
            or (self.letters[right] in "Vvi" and did[0] not in _ENDED)
            or not (did[0] in PASTS or did[0][-2:] == "ed")
        ):
            return 0
        return 2 * int(years(self.tokens.lower[right:last]))

    def _stranger(self, at: int) -> bool:
        """Whether a capitalised word stands there that is of no participant."""
        word = self.tokens.words[at]
        return (
            word[0].isupper()
            and len(word) > 2
            and not word.isupper()
            and word.isalpha()
            and self.tokens.lower[at] not in CALENDAR
            and not self.standing.spellings.hits(word)
            and not is_english(self.tokens.lower[at])
        )

    def _told(self, before: list[str], after: list[str], known: Known) -> int:
        """Points for a life, an office or a work around the name."""
        points = 0
        said = " ".join(after[:16])
        if _RULERS.match(said):
            points += 3
        if before and _LED_TO.search(" ".join(before[-5:])):
            points += 3
        if before[-1:] == ["as"] and _ONCE_SAID.match(said):
            points += 3
        if before[-1:] == ["under"] and after[:1] != ["'s"]:
            opens = len(before) == 1 or before[-2] in {",", ";", "and", "but", "–", "—"}
            points += 3 if opens else 1
        if before[-1:] == ["'s"] and self.language.places.get("".join(before[-2:-1]), "")[:1] == (
            "C",
        ):
            points += 2
        for place, word in enumerate(after[:20]):
            if word in MAKERS and after[place - 1] in {"the", "great"} and place:
                points += 0 if word in " ".join(known.titles) else 3
                break
        if after[:2] == ["and", "other"] and RELATED & set(after[2:4]):
            points += 3
        return points

    def _no_name(self, left: int, right: int, before: list[str], after: list[str]) -> int:
        """Points for a kind, a thing or a title that bears the name."""
        word, known = self.tokens.lower[left], self.standing.spellings.lexicon.words
        if before[-1:] in (["a"], ["an"]) and self._thing(right):
            return 3  # "a Ming vase"
        if word not in known and word[-1:] == "s" and word[:-1] in known:
            if _OF_THIS_WORLD.search(" ".join(after[:8])):
                return 3
            if self.tokens.starts[left] and after[:1] and after[0] in _ALONG:
                return 3  # "Maliks along the line"
        if before[-1:] == ['"'] and '"' in after[1:4] and self.letters[right] == ".":
            return 0 if after[0] in BEING else 3  # "Paz total"
        if _IS_A_NAME.match(" ".join(after[:4])):
            return 3  # "Abe is the name of the file"
        if before[-1:] and before[-1] in _NEW and set(before[-2:-1]) <= {"a", "the", "no"}:
            return 0 if self.letters[right : right + 1] in {"x", "."} else 3  # "a new Sadat"
        if before[-1:] == ["the"] and after[:1] == ["of"]:
            return 3  # "the Sadat of today"
        if before[-2:-1] and before[-2] in _FOR and len(before[-1]) < 4:
            return 3  # "Ideas para la Paz"
        return 5 if " ".join(before[-2:]) in _TITLES else 0

    def _thing(self, at: int) -> bool:
        """Whether a plain noun stands there that is no matter of a meeting."""
        word = "".join(self.tokens.lower[at : at + 1])
        return (
            word.isalpha()
            and self.tokens.words[at].islower()
            and self.letters[at] == "."
            and is_english(word)
            and word not in BELONGINGS
            and word not in MEETING_MATTERS
        )

    def _belongs(self, right: int, last: int) -> int:
        """Points for what stands behind "'s"."""
        lower, words = self.tokens.lower, self.tokens.words
        if lower[right : right + 1] != ["'s"] and lower[right : right + 1] != ["'"]:
            return 0
        points = 0
        for at in range(right + 1, min(right + 4, last)):
            word = lower[at]
            if not word[0].isalnum() or self.letters[at] in "VvidFkh":
                break
            if word in WORKS or word in REIGNS:
                return points + 3
            if word in STUDIES:
                of = lower[at + 1 : at + 2] == ["of"] and self._dated(at + 2)
                return points + 1 + int(of or self._dated(right + 1))
            if self.letters[at] == "x":
                return points + (
                    2 if lower[at + 1 : at + 2] == ["of"] and self._dated(at + 2) else 0
                )
            if at == right + 1 and self.letters[at] == "C":
                return points + 3  # "Nasser's Egypt"
            if at == right + 1 and words[at].istitle() and self.letters[at] == "Z":
                points += 2
        return points

    def _dated(self, at: int) -> bool:
        """Whether a date begins here: "March 2020", "1993"."""
        near = self.tokens.lower[at : at + 2]
        if near and near[0] in CALENDAR:
            near = near[1:]
        return near != [] and _YEAR.fullmatch(near[0]) is not None

    def _from_somewhere(self, left: int, right: int, known: Known) -> int:
        """Points for "Lawrence of Arabia": nobody of a meeting is called so."""
        lower = self.tokens.lower
        if lower[right : right + 1] != ["of"] or right + 1 >= len(lower):
            return 0
        if not self.tokens.words[right + 1][0].isupper():
            return 0
        found = self.language.places.get(lower[right + 1])
        if found is not None and known.who.country in found[1]:
            return 0
        here = found is not None or any(
            is_city(" ".join(lower[right + 1 : right + 1 + size])) for size in (2, 1)
        )
        return 3 if here else 0

    def _city(self, left: int, right: int) -> int:
        """Points for a city of the name."""
        lower = self.tokens.lower
        after = lower[right : right + 1]
        if after and after[0] in OF_CITIES and self.letters[right] != "x":
            return 3
        if after == ["'s"] and is_city(lower[left]) and self._of_a_city(right + 1):
            return 3  # "Haifa's mayor"
        if lower[left - 1 : left] == ["of"] and lower[left - 2] in OF_CITIES:
            return 3 if is_city(lower[left]) else 0  # "the port of Haifa"
        if not is_city(lower[left]):
            return 0
        near = lower[right : right + 8]
        if near[:1] in (["in"], [","]) and self.tokens.capital(min(right + 1, len(lower) - 1)):
            return 2
        if near[:1] in (["is"], ["was"], ["has"], ["lost"]) and OF_CITIES & set(near):
            return 3
        return self._among_cities(left, right)

    def _of_a_city(self, at: int) -> bool:
        """Whether what stands there is a town's, and nobody's remark about one."""
        lower = self.tokens.lower
        if at + 1 < len(lower) and lower[at] in OF_CITIES:
            return self.letters[at + 1] != "x" and lower[at + 1] not in BELONGINGS
        return False

    def _among_cities(self, left: int, right: int) -> int:
        """Points for standing beside other places: "Berbera, Lamu, Djibouti"."""
        lower = self.tokens.lower
        points = 0
        for step, at in ((1, right), (-1, left - 1)):
            near = at
            while 0 <= near < len(lower) and lower[near] in {",", "and", "or"}:
                near += step
            if near != at and 0 <= near < len(lower) and self._place(near):
                points += 2
        led = lower[left - 1 : left] in (["to"], ["between"], ["via"], ["near"])
        if points == 2 and (led or "and" in lower[max(0, left - 1) : right + 1]):
            points += 1
        return min(points, 3)

    def _place(self, at: int) -> bool:
        """Whether a place stands there that is nobody's name."""
        word = self.tokens.lower[at]
        if word in self.standing.spellings.lexicon.words or not self.tokens.capital(at):
            return False
        return is_city(word) or word in self.language.places

    @staticmethod
    def _times(before: list[str], after: list[str]) -> int:
        said = " ".join((*before, "·", *after))
        times = 2 if _LONG_AGO.search(said) else int(_TIMES.search(said) is not None)
        points = times + min(2, len(_HISTORY.findall(said)))
        did = "".join(after[1:2])
        if after[:1] == ["had"]:
            return points + int(
                did.endswith(("ed", "en", "wn")) or did in PASTS_TOO or did == "been"
            )
        if _WOULD_HAVE.match(" ".join(after[:4])):
            return points + 2 * int(_LIKES.isdisjoint(after[1:5]))
        return points + int(after[:1] != [] and after[0] in _BACK_THEN)

    def _here(self, left: int, right: int, before: list[str], after: list[str]) -> int:
        """Points for a participant."""
        points = 0
        if self.standing.openings.labelled(left, right):
            points += 5
        spoke = _SPOKE.match(self.letters[right:])
        if before[-1:] == ["as"] and _ONCE_SAID.match(" ".join(after[:4])):
            spoke = None
        if after[:1] and (after[0] in _ENDED or (after[1:2] and after[1] in _INVOKED)):
            spoke = None
        if spoke and after[0] not in {"had", "would"} and not _RULERS.match(" ".join(after[:8])):
            points += 2
        if before[-1:] in (["from"], ["by"], ["to"]) and len(before) > 1:
            told = self.letters[left - 2] in "xVv" or before[-2] in _TOLD_BY
            points += 2 if told else 0
        if after[:1] and (after[0] in _NOWADAYS or after[0] in THINKS):
            points += int(_WOULD_HAVE.match(" ".join(after[:4])) is None)
        points += 2 * (before[-2:] == ["by", "what"])  # "going by what he had from the bridge"
        points += 3 * (after[:1] == [":"] and before[-1:] in ([], ["from"], ["per"], ["to"]))
        points += min(2, len(OF_THE_ROOM.intersection((*before, *after))))
        first, last = self.tokens.sentence(left)
        beside = self.letters[first:left] + self.letters[right:last]
        points += 2 * ("@" in beside) + ("w" in beside or "i" in beside)
        for at in range(first, last):
            if not left <= at < right and self.tokens.words[at][0].isupper():
                hits = self.standing.spellings.exact(self.tokens.lower[at])
                if any(hit.part in WHOLE for hit in hits) and not is_english(self.tokens.lower[at]):
                    points += 1
                    break
        return points


_RULERS = re.compile(f"(?:, [^,]+, )?(?:(?:once|later|then|never|also|even) )?(?:{TOLD_OF_RULERS})")
_OF_THIS_WORLD = re.compile(r"(?:and [a-z'-]+ )?of (?:this|the|our|that) (?:world|day|time|age)")
_ALONG = frozenset("along of in across on throughout with everywhere and from".split())
_FOR = frozenset("para por pour".split())
_TITLES = frozenset({"war and", "crime and", "pride and", "sense and"})
_IS_A_NAME = re.compile(r"(?:is|was) (?:only )?(?:the|a) (?:name|title|nickname|codename)\b")
_NEW = frozenset("new second modern latter-day next late".split())
_ONCE_SAID = re.compile(
    r"(?:(?:once|famously) [a-z]+|used to say|(?:liked|loved) to say|was fond of"
    r"|put it in (?:his|her|the|19|18|a)\b)"
)
_GENDERS = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "madam": "f"}
_LED_TO = re.compile(LED_TO)
_TIMES = re.compile(TIMES)
_HISTORY = re.compile(OF_HISTORY)
_LONG_AGO = re.compile(LONG_AGO)
_ENDED = frozenset("closed opened ended began started".split())
_INVOKED = frozenset("quoted cited invoked recalled remembered compared".split())
_INVOKED_ON = frozenset("on as for about with to".split())
_ASIDE = frozenset("once later then never also even himself herself had".split())
_TOLD_BY = frozenset(CONTRIBUTIONS) | {"according"}
_BACK_THEN = frozenset("once himself herself".split())
_WOULD_HAVE = re.compile(r"(?:(?:himself|herself) )?would (?:not |never )?have\b")
_NOWADAYS = frozenset("will would can could should won't wouldn't can't couldn't isn't".split())
_LIKES = frozenset(
    """rather like prefer love go want accept liked preferred wanted loved voted gone supported
    asked said wished""".split()
)
_ONE_OF_THE_KIND = frozenset("a an no another".split())
_YEAR = re.compile(r"1[4-9]\d\d|20[0-2]\d")
_SPOKE = re.compile(r"j*[Vvi]")
