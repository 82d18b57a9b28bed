"""People written as their initials: "MH argued", "A.v.d.H.", "to be redone by PHC"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anyascii import anyascii

from facilitator.guard import frames_en
from facilitator.guard.abbreviations import SINGLED_OUT, Abbreviations
from facilitator.guard.deeds import acts_like_a_person
from facilitator.guard.deeds_en import (
    BEING,
    BELONGINGS,
    COMMON_CAPITALS,
    MOODS_OF_PEOPLE,
    ROLE_LABELS,
    SAID_BY_PEOPLE,
    SPEAKING_BODIES,
)
from facilitator.guard.folding import looks_latin
from facilitator.guard.lexicon import Lexicon, Part, is_word
from facilitator.guard.name_parts import POST_NOMINALS
from facilitator.guard.standing import FUNCTION
from facilitator.guard.tokens import Tokens
from facilitator.guard.vocabulary import is_english

_DOTTED = re.compile(
    r"(?<![\w.])[A-Z]\.(?:[ -]?[A-Za-z](?:'[A-Z])?\.){1,5}(?![a-z])"
    r"(?:(?: (?:de|la|del|da|dos|do|du|le|van|von|der|den|ter|al|el|bin|ibn|ag|ould)){1,3}"
    r" [A-Z]\.(?![a-z]))?"
)
_NO_INITIALS = re.compile(
    r"(?:U\.? ?[SNK]\.?|E\.? ?U\.?|D\.? ?C\.?|U\.S\.A\.?|P\.M\.|A\.M\.|U\.A\.E\.|B\.C\.|A\.D\.)"
)
_SHAPE = re.compile(r"[A-Z]{1,5}|[A-Z]{1,3}[a-z]{1,3}[A-Z]{1,2}")
_JOINTS = frozenset("/ & + , and or nor vs".split())
_STANDS = frozenset("remains stays stands remained stayed stood".split())
_STANDS_BY = frozenset("by against with firm".split())
_STATES = frozenset(
    """again absent present excused online remote remotely late not no also too against both
    agrees disagrees abstaining opposed""".split()
)


class Initials:
    """Finds them in one text."""

    def __init__(self, lexicon: Lexicon, tokens: Tokens, letters: str, *, roster: bool) -> None:
        self.lexicon = lexicon
        self.tokens = tokens
        self.letters = letters
        self.roster = roster
        self.written = Abbreviations(lexicon, tokens, letters)

    def found(self) -> Iterator[tuple[int, int, str]]:
        """[start, end) in the folded text and the reason of everything found."""
        if "." in self.tokens.folded.text:
            yield from self._dotted()
        if not self.lexicon.initials or self.tokens.shouted:
            return
        initials = self.lexicon.initials
        small = not any(word[0].isupper() for word in self.tokens.words)
        for place, word in enumerate(self.tokens.words):
            if small and len(word) < 5 and self._small(place, word):
                yield (*self.tokens.spans[place], "initials of a participant")
                continue
            if not word.isascii():
                yield from self._other_alphabet(place, word)
                continue
            if len(word) > 5 or not word[-1].isupper() or not word[0].isupper():
                continue
            low = self.tokens.lower[place]
            if len(word) == 1:
                if self._single(place, low):
                    yield (*self.tokens.spans[place], "the letter of a participant")
            elif (
                (low in initials or low in self.lexicon.given_initials)
                and _SHAPE.fullmatch(word)
                and self._person(place, word, low)
            ):
                yield (*self.tokens.spans[place], "initials of a participant")

    def _other_alphabet(self, place: int, word: str) -> Iterator[tuple[int, int, str]]:
        """Initials in capitals of another alphabet, or in letters that look like ours."""
        if not 1 < len(word) < 5 or not word.isupper():
            return
        for read in {looks_latin(word).lower(), anyascii(word).lower()}:
            if read in self.lexicon.initials and self._person(place, read.upper(), read):
                yield (*self.tokens.spans[place], "initials of a participant")
                return

    def _small(self, place: int, word: str) -> bool:
        """Whether small letters before a colon at a line's start are initials: "mh: no"."""
        if word not in self.lexicon.initials or not word.isalpha():
            return False
        if word in frames_en.KNOWN_ACRONYMS or word in COMMON_CAPITALS or is_english(word):
            return False
        if word in frames_en.LABELS or self.letters[place] != ".":
            return False
        after, other = self._word(place + 1), self._word(place + 2)
        if self.letters[place - 1 : place] in {"d", "a", "m", "q"}:
            return False
        if self._acts(place, known=False) or (self._asked(place) and other in frames_en.TASKS):
            return True
        if self._word(place - 1) in _TASK_LINES | {","} and self._word(0) in _TASK_LINES:
            return after in {"-", "–", "—", ":"} and not self.tokens.tight(place + 1)
        if self._word(place - 1) not in {"", "\n", "-", "*", "."}:
            return False
        return after == ":" or (after in {"/", "&", "+"} and other in self.lexicon.initials)

    # Dotted ----------------------------------------------------------------------

    def _dotted(self) -> Iterator[tuple[int, int, str]]:
        text = self.tokens.folded.text
        for match in _DOTTED.finditer(text):
            said = match.group().rstrip(" -")
            start, end = match.start(), match.start() + len(said)
            half = said[: len(said) // 2]
            twice = " " in said and said.endswith(half) and len(half) > 3
            if twice:
                start, said = end - len(half), half  # "N.B. N.B. will be late"
            bare = re.sub(r"'[A-Z]|\b[a-z]{2,}\b", "", said)
            letters = "".join(c for c in bare if c.isalpha()).lower()
            if letters in _LATIN and not twice and not self._acts_at(end):
                continue
            if _NO_INITIALS.fullmatch(said) or self._of_a_name(end):
                continue
            if self._of_a_thing(start, end):
                continue
            if letters in self.lexicon.initials or (
                letters in self.lexicon.given_initials and ("-" in said or self._acts_at(end))
            ):
                yield start, end, "initials of a participant"
            elif not self.roster and self._speaks_at(end):
                yield start, end, "initials of a speaker, it seems"

    def _of_a_name(self, end: int) -> bool:
        """Whether a strange name follows the initials: "J.P. Morgan", "H.M. Government"."""
        first, _ = self.tokens.between(end, end + 2)
        if first >= len(self.tokens) or self.tokens.tight(first):
            return False
        word = self.tokens.words[first]
        return word[0].isupper() and len(word) > 1 and self.tokens.lower[first] not in _WORDS_AFTER

    def _of_a_thing(self, start: int, end: int) -> bool:
        """Whether they stand between an article and a noun, "the P.O. box", or are explained."""
        first, last = self.tokens.between(start, end)
        if self.written.stands_for(last - 1, "·"):
            return True
        noun = self.letters[last : last + 1]
        return self.letters[first - 1 : first] in {"d", "a"} and noun == "."

    def _acts_at(self, end: int) -> bool:
        """Whether somebody acts behind the folded text's position `end`."""
        first = next((at for at, (start, _) in enumerate(self.tokens.spans) if start >= end), 0)
        return first > 0 and acts_like_a_person("x", self.tokens.lower[first : first + 6])

    def _speaks_at(self, end: int) -> bool:
        """Whether a verb of speech follows the folded text's position `end`."""
        for place, (start, _) in enumerate(self.tokens.spans):
            if start >= end:
                return re.match(r"j*[Vvi]", self.letters[place:]) is not None
        return False

    # Capitals --------------------------------------------------------------------

    def _person(self, place: int, word: str, low: str) -> bool:
        """Whether capitals stand where a person does and are no known abbreviation."""
        known = low in frames_en.KNOWN_ACRONYMS or low in COMMON_CAPITALS
        if known and low in SPEAKING_BODIES and not self._asked(place):
            return False
        if not word.isupper():
            return True
        styled = low in POST_NOMINALS and self.letters[place - 1 : place] == "Z"
        cried = low in FUNCTION and any(
            self._word(at) in FUNCTION and self.tokens.words[at].isupper()
            for at in (place - 1, place + 1)
            if 0 <= at < len(self.tokens)
        )  # "IT IS understood"
        if low in self.written.explained or cried or styled or self.written.of_a_state(place, low):
            return False
        before = self.tokens.lower[place - 1] if place else ""
        letter = self.letters[place - 1 : place]
        if letter in {"d", "a", "m", "q", "N", "T", "F"} and before not in _PAIRS:
            return False
        if self.letters[place] in "CKSG":
            return False  # "DR Congo"
        if before in _NUMBERED or self.letters[place + 1 : place + 2] in {"C", "K"}:
            return False
        if self.written.of_the_world(place):
            return False
        if (
            letter == "h"
            or self._owns(place)
            or self._acts(place, known=known)
            or self._asked(place)
        ):
            return True
        if low not in SPEAKING_BODIES and self._done_by(place):
            return True
        return not known and (
            self._named_by(place)
            or self._joined(place)
            or self._alone(place)
            or not (self.written.abbreviates(place) or self.written.opens(place))
        )

    def _acts(self, place: int, *, known: bool) -> bool:
        after = self.letters[place + 1 :]
        if known and self._word(place + 1) in BEING and after[1:2] == "v":
            return False  # "GDP was expected to rise"
        if re.match(r"j*[Vvi](?!6)", after) or re.match(r"'F*x", after):
            return True
        if after[:1] == "'" and self._word(place + 2) in BELONGINGS:
            return True
        near = self.tokens.lower[place + 1 : place + 7]
        if near[:1] != [] and near[0] in _STANDS and near[1:2] != []:
            alone = near[1] == "the" and near[2:3] != [] and near[2] in SINGLED_OUT
            return alone or near[1] in MOODS_OF_PEOPLE or near[1] in _STANDS_BY
        return not known and (acts_like_a_person("x", near) or (near != [] and near[0] in _STATES))

    def _asked(self, place: int) -> bool:
        """Whether a task follows: "Action: PA to circulate"."""
        after, before = self.letters[place + 1 :], self.letters[:place]
        task = re.match(r"7[.vVi]", after)
        if self.tokens.lower[place] == "ok" and self._word(place - 1) in {"", "."}:
            return False  # "OK to publish"
        opens = place == 0 or self.tokens.starts[place] or before[-1:] in {",", "&", ":"}
        return task is not None and opens

    def _owns(self, place: int) -> bool:
        """Whether they stand between bars on a line of tasks: "Action 3 / KW / letter"."""
        before, after = self._word(place - 1), self._word(place + 1)
        if before != after or before not in {"/", "|", "–", "—"} or self.tokens.tight(place):
            return False
        at = place
        while at > 0 and self.tokens.lower[at - 1] != "\n":
            at -= 1
        return self._word(at) in _TASK_LINES or self._word(at + 1) in _TASK_LINES

    def _named_by(self, place: int) -> bool:
        """Whether the words before lead to a person: "by", "from", "cc", "owner ="."""
        before, after = self._word(place - 1), self.letters[place + 1 : place + 2]
        if re.search(r"k~*$", self.letters[:place]):
            return True
        if self._word(place + 1)[:1].isdigit() or after in {"Z", "N"}:
            return False
        ends = after in {"", "!", ",", "|", ")", ";", "&", ":", "c", "8", "9"}
        if before in {"→", ">"} and (ends or self._word(place + 1) in {"by", "to", "/", "+"}):
            return True
        if before == "on" and self._word(place - 2) in _TASK_LINES:
            return True
        if before == "@" or (before == "of" and self.letters[place - 2 : place - 1] == "x"):
            return True
        if self._word(place + 1) == ":" and (
            before in {",", ";", "–", "—", ")"} or self.letters[place - 1 : place] == "x"
        ):
            return True
        if before in {"by", "from", "cc", "per", "thanks", "ask", "via", "with", "for", "to", "="}:
            return after != "." or self._word(place + 1) in _WORDS_AFTER
        if before in ROLE_LABELS or self._word(place - 2) in ROLE_LABELS:
            return ends or self._word(place + 1) == "+"
        return False

    def _done_by(self, place: int) -> bool:
        """Whether something is told to be done by them, and no more: "submitted by KM |"."""
        ends = self.letters[place + 1 : place + 2] in {"", "!", ",", "|", ")", ":"}
        return (
            (ends or self._word(place + 1) in {"|", "/"})
            and self._word(place - 1) == "by"
            and self.letters[place - 2 : place - 1] in {*"Vv."}
            and self._word(place - 2).endswith(("ed", "en"))
        )

    def _joined(self, place: int) -> bool:
        """Whether the initials of another participant stand beside them: "MG/SC:"."""
        if re.match(r"&[daq]~*[NF]?~*[RrPlOouL]", self.letters[place + 1 :]):
            return True
        for step in (1, -1):
            at = place + step
            if self._word(at) not in _JOINTS:
                continue
            other = self._word(at + step)
            whole = self.lexicon.words.get(other, ())
            if any(hit.part < Part.FAMILY_PIECE for hit in whole) and not is_word(other):
                return True
            if (
                other in self.lexicon.initials
                and self.tokens.words[at + step].isupper()
                and len(other) > 1
            ):
                return True
        return False

    def _alone(self, place: int) -> bool:
        """Whether they stand in brackets, before a "+1", or alone behind a task."""
        before, after = self._word(place - 1), self._word(place + 1)
        if not before.strip() and after == "/" and not self.tokens.tight(place + 1):
            topic = self.tokens.words[place + 2 : place + 6]
            return len(topic) > 3 and not (topic[0].isupper() and topic[0].isalpha())
        if before in {"(", "[", "<"} and after in {")", "]", ">", ",", ":", "/"}:
            return True
        if not before.strip() and after == "." and not self.tokens.tight(place + 2):
            return not SAID_BY_PEOPLE.isdisjoint(self.tokens.lower[place + 2 : place + 9])
        if before == "|" and after in {"|", "\n", ""}:
            return self._numbered_row(place)
        if after == "+" and self._word(place + 2).isdigit():
            return True
        ended = place + 1 == len(self.tokens) or after in {"\n", ";"}
        if ended and before.isdigit() and self._word(place - 2) == "+":
            return True
        return ended and before in {"-", "–", "—", "/", ">"} and not self.tokens.tight(place)

    def _numbered_row(self, place: int) -> bool:
        """Whether they are a cell of a row that opens with a number: "#71 | cost | KW | open"."""
        at = place
        while at > 0 and self.tokens.lower[at - 1] != "\n":
            at -= 1
        at += self._word(at) in {"#", "|"}
        return self._word(at).isdigit() and self._word(at + 1) == "|"

    def _word(self, place: int) -> str:
        return self.tokens.lower[place] if 0 <= place < len(self.tokens) else ""

    def _single(self, place: int, low: str) -> bool:
        """A participant written as one letter, "D was trying": only before what people do."""
        if self.letters[place - 1 : place] == "h" or (
            self._word(place - 1) == "." and self.letters[place - 2 : place - 1] == "h"
        ):
            return low in self.lexicon.openings and self._word(place + 1) != "-"
        if low == "i" or low not in self.lexicon.letters:
            return False
        after = self.letters[place + 1 :]
        if low == "a":
            return re.match(r"[Vvi]d", after) is not None
        return re.match(r"j*[Vvi]|jj", after) is not None


_NUMBERED = frozenset(
    """annex table figure section appendix option group clause room zone article class type level
    version phase model grade part chapter form file code line track stage route area
    block""".split()
)

_LATIN = frozenset({"nb", "ps", "eg", "ie"})
"""Dotted letters that are hardly ever a person's."""

_TASK_LINES = frozenset("action actions todo ap task tasks owner followup follow-up".split())
_PAIRS = frozenset("both neither either".split())
_WORDS_AFTER = frozenset(
    """how why what when where who there the this that in on it we i they he she but and as if
    for no""".split()
)
