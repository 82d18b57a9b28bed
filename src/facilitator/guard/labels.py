"""Initials, speaker labels, handles and addresses: people written without their names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.guard import frames_en
from facilitator.guard.frames import Language
from facilitator.guard.lexicon import Lexicon, is_word
from facilitator.guard.name_parts import PERSONAL_STYLES
from facilitator.guard.tokens import Tokens

_LABEL = re.compile(
    r"(?m)^[ \t]*(?:[-*•·>+=?!~@_\"#]+[ \t]+|\(?\d+[.)][ \t]+)?[\[(]?"
    r"(?P<w>(?:[A-Z]\.[ ]?-?){1,4}|[A-Z]{2,4}|(?:[A-Z][\w'.-]*[ ]?){1,4}(?<! ))"
    r"(?P<role>[ ]?\([^)\n]{1,40}\))?[\])]?[ \t]*(?P<sign>:|[ ][-–—][ ]|(?<=[\])]))[ \t]*(?=\S)"
)
_DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\.[ -]?){2,4}(?![a-z])")
_HANDLE = re.compile(r"@[A-Za-z][\w.]{2,}|[A-Za-z][\w.+-]*@[\w-]+(?:\.[\w-]+)*")
_FIRST_PERSON = re.compile(r"(?i)(?:\"|'|(?:i|we|my|our|i'm|we're|i'd|we'd|i've|let me)\b)")
_NO_INITIALS = re.compile(
    r"(?:U\.? ?[SNK]\.?|E\.? ?U\.?|D\.? ?C\.?|U\.S\.A\.?|P\.M\.|A\.M\.|U\.A\.E\.)"
)


class Labels:
    """Finds them in one text."""

    def __init__(
        self, lexicon: Lexicon, language: Language, tokens: Tokens, letters: str, *, roster: bool
    ) -> None:
        self.lexicon = lexicon
        self.language = language
        self.tokens = tokens
        self.letters = letters
        self.roster = roster

    def found(self) -> Iterator[tuple[int, int, str]]:
        """[start, end) in the folded text and the reason of everything found."""
        text = self.tokens.folded.text
        if "@" in text:
            yield from self._handles(text)
        if "." in text:
            yield from self._dotted(text)
        if ":" in text or "]" in text or " - " in text or "–" in text or "—" in text or ")" in text:
            yield from self._speakers(text)
        yield from self._capitals()

    def _handles(self, text: str) -> Iterator[tuple[int, int, str]]:
        for match in _HANDLE.finditer(text):
            local = match.group().lstrip("@").split("@")[0].lower()
            pieces = [piece for piece in re.split(r"[\W_\d]+", local) if piece]
            plain = "".join(pieces)
            people = {
                i
                for i, known in enumerate(self.lexicon.people)
                if _in_handle("".join(known.family), "".join(known.given), plain, pieces)
            }
            if people:
                end = match.start() + len(match.group().split("@")[0]) or match.end()
                whole = match.start(), (match.end() if match.group()[0] == "@" else end)
                yield (*whole, "holds a participant's name")

    def _dotted(self, text: str) -> Iterator[tuple[int, int, str]]:
        for match in _DOTTED.finditer(text):
            said = match.group().rstrip(" -")
            letters = "".join(c for c in said if c.isalpha()).lower()
            end = match.start() + len(said)
            if _NO_INITIALS.fullmatch(said):
                continue
            if letters in self.lexicon.initials:
                yield match.start(), end, "initials of a participant"
            elif not self.roster and self._speaks_at(end):
                yield match.start(), end, "initials of a speaker, it seems"

    def _speaks_at(self, end: int) -> bool:
        """Whether a verb of speech follows the folded text's position `end`."""
        for place, (start, _) in enumerate(self.tokens.spans):
            if start >= end:
                return re.match(r"j*[Vvi]", self.letters[place:]) is not None
        return False

    def _speakers(self, text: str) -> Iterator[tuple[int, int, str]]:
        for match in _LABEL.finditer(text):
            said = match.group("w").rstrip(" .")
            low = said.lower()
            words = low.replace(".", " ").split()
            if not words or (
                "." not in said and not frames_en.LABELS.isdisjoint((words[0], words[-1]))
            ):
                continue
            after = text[match.end() :]
            bracket = text[match.start("w") - 1 : match.start("w")] in {"[", "("}
            colon = match.group("sign") == ":"
            span = match.start("w"), match.start("w") + len(said)
            compact = low.replace(".", "").replace(" ", "").replace("-", "")
            if len(compact) < 5 and (said.isupper() or "." in said):
                if compact in self.lexicon.initials and (
                    compact not in frames_en.KNOWN_ACRONYMS or bracket
                ):
                    yield (*span, "initials of a participant before what was said")
                elif (
                    colon
                    and compact not in frames_en.KNOWN_ACRONYMS
                    and ("." in said or len(compact) == 2 or (_FIRST_PERSON.match(after)))
                    and not (self.roster and "." not in said and not _FIRST_PERSON.match(after))
                ):
                    yield (*span, "initials before what was said")
            elif colon and (
                (not self.roster and words[0] in PERSONAL_STYLES)
                or (_FIRST_PERSON.match(after) and not self._heading(words))
            ):
                yield (*span, "a name before what was said")

    def _heading(self, words: list[str]) -> bool:
        return (
            any(word in frames_en.LABELS for word in words)
            or (len(words) == 1 and self.language.single.get(words[0], "") in {*"duawVv"})
            or any(word in {"of", "the", "for"} for word in words)
            or (is_word(words[-1]) and words[-1] not in self.language.places)
        )

    def _capitals(self) -> Iterator[tuple[int, int, str]]:
        """Initials in capitals where people stand: "MH argued", "Action: PA to circulate"."""
        initials = self.lexicon.initials
        if not initials or self.tokens.shouted:
            return
        for place, word in enumerate(self.tokens.words):
            if not (word.isupper() and len(word) < 5 and word.isalpha()):
                continue
            low = word.lower()
            if len(word) == 1:
                if self._single(place, low):
                    yield (*self.tokens.spans[place], "the letter of a participant")
                continue
            if low not in initials:
                continue
            after, before = self.letters[place + 1 :], self.letters[:place]
            if low in frames_en.KNOWN_ACRONYMS - frames_en.LABEL_ABBREVIATIONS and not (
                before[-1:] == ":" and re.match(r"7[.vV]", after)
            ):
                continue
            if before[-1:] == "(" and self._explained(place, low):
                continue
            if (
                re.match(r"j*[Vvi](?!6)", after)
                or re.match(r"'F*x", after)
                or (
                    re.match(r"7[.vV]", after)
                    and (place == 0 or self.tokens.starts[place] or before[-1:] in {",", "&"})
                )
                or (
                    re.search(r"(?:k~*|[Vvi]6|xf|5|\()$", before)
                    and after[:1] not in {".", "Z", "N"}
                )
            ):
                yield (*self.tokens.spans[place], "initials of a participant")

    def _explained(self, place: int, low: str) -> bool:
        """Whether capitals in brackets only shorten the words before: "commercial paper (CP)"."""
        before = self.tokens.lower[max(0, place - 6) : place - 1]
        return bool(before) and before[-1][:1] == low[-1]

    def _single(self, place: int, low: str) -> bool:
        """A participant written as one letter, "D was trying": only before what people do."""
        if low == "i" or not any(
            low in name and len(name) > 1 and len(low) == 1
            for first in self.lexicon.phrases.values()
            for name, _ in first
            if name[-1] == low or name[0] == low
        ):
            return False
        after = self.letters[place + 1 :]
        if low == "a":
            return re.match(r"[Vvi]d", after) is not None
        return re.match(r"j*[Vvi]|jj", after) is not None


def _in_handle(family: str, given: str, plain: str, pieces: list[str]) -> bool:
    if len(family) > 2 and family in pieces:
        return True
    if len(family) > 4 and family in plain and not is_word(family):
        return True
    return (
        len(family) > 1
        and bool(given)
        and plain in {given + family, family + given, given[0] + family, family + given[0]}
    )
