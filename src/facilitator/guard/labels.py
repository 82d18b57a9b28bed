"""Initials, speaker labels, handles and addresses: people written without their names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.guard import frames_en
from facilitator.guard.deeds_en import COMMON_CAPITALS, SAID_BY_PEOPLE, SPEAKING_BODIES
from facilitator.guard.frames import Language
from facilitator.guard.initials import Initials
from facilitator.guard.lexicon import Lexicon, is_word
from facilitator.guard.name_parts import PERSONAL_STYLES
from facilitator.guard.tokens import Tokens
from facilitator.guard.vocabulary import is_english

_LABEL = re.compile(
    r"(?m)^[ \t]*(?:\d{1,2}[:.h]\d\d[ \t]+(?:[-–—][ \t]+)?)?"
    r"(?:[-*•·>+=?!~@_\"#]+[ \t]+|\(?\d+[.)][ \t]+)?[\[(<]?"
    r"(?P<w>(?:[A-Z]\.[ ]?-?){1,4}|[A-Z]{2,4}|(?:[A-Z][\w'.-]*[ ]?){1,4}(?<! ))"
    r"(?P<role>[ ]?\([^)\n]{1,40}\))?[\])>]?[ \t]*(?P<sign>:|[ ][-–—>][ ]|(?<=[\])>]))[ \t]*(?=\S)"
)
_HANDLE = re.compile(r"@[A-Za-z][\w.]{2,}|[A-Za-z][\w.+-]*@[\w-]+(?:\.[\w-]+)*")
_ADDRESS = re.compile(r"(?<![\w.])([a-z])[._]([a-z]{3,})\b(?!\.[a-z])")
_FOLDER = re.compile(r"(?<=[/\\])[A-Za-z]{5,}(?=[/\\]\S)")
_NO_INITIALS = frames_en.KNOWN_ACRONYMS | (COMMON_CAPITALS - frames_en.LABEL_ABBREVIATIONS)
_FIRST_PERSON = re.compile(r"(?i)(?:\"|'|(?:i|we|my|our|i'm|we're|i'd|we'd|i've|let me)\b)")


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
        if _inner_stop(text):
            yield from self._addresses(text)
        if "/" in text or "\\" in text:
            yield from self._folders(text)
        if (
            ":" in text
            or "]" in text
            or " - " in text
            or "–" in text
            or "—" in text
            or ")" in text
            or ">" in text
        ):
            yield from self._speakers(text)
        yield from Initials(self.lexicon, self.tokens, self.letters, roster=self.roster).found()

    def _handles(self, text: str) -> Iterator[tuple[int, int, str]]:
        for match in _HANDLE.finditer(text):
            local = match.group().lstrip("@").split("@")[0].lower()
            pieces = [piece for piece in re.split(r"[\W_\d]+", local) if piece]
            plain = "".join(pieces)
            if any(
                (family in plain or given in plain) and _in_handle(family, given, plain, pieces)
                for family, given in self.lexicon.solid
            ):
                end = match.start() + len(match.group().split("@")[0]) or match.end()
                whole = match.start(), (match.end() if match.group()[0] == "@" else end)
                yield (*whole, "holds a participant's name")

    def _addresses(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Addresses without their domain: "from: a.chase"."""
        for match in _ADDRESS.finditer(text):
            initial, family = match.groups()
            if any(
                family in known.family and any(name[0] == initial for name in known.given)
                for known in self.lexicon.people
            ):
                yield (*match.span(), "holds a participant's name")

    def _folders(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Folders called after somebody: "/shared/kzhelezov/v3"."""
        for match in _FOLDER.finditer(text):
            plain = match.group().lower()
            if not is_english(plain) and any(
                (family in plain or given in plain) and _in_handle(family, given, plain, [plain])
                for family, given in self.lexicon.solid
            ):
                yield (*match.span(), "holds a participant's name")

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
            bracket = text[match.start("w") - 1 : match.start("w")] in {"[", "(", "<"}
            colon = match.group("sign") == ":"
            span = match.start("w"), match.start("w") + len(said)
            compact = low.replace(".", "").replace(" ", "").replace("-", "")
            if len(compact) < 5 and (said.isupper() or "." in said):
                if compact in self.lexicon.initials and (
                    compact not in _NO_INITIALS
                    or bracket
                    or (compact not in SPEAKING_BODIES and self._said(after))
                ):
                    yield (*span, "initials of a participant before what was said")
                elif (
                    colon
                    and compact not in _NO_INITIALS
                    and ("." in said or len(compact) == 2 or (_FIRST_PERSON.match(after)))
                    and not (self.roster and "." not in said and not _FIRST_PERSON.match(after))
                ):
                    yield (*span, "initials before what was said")
            elif colon and (
                (not self.roster and words[0] in PERSONAL_STYLES)
                or (_FIRST_PERSON.match(after) and not self._heading(words))
            ):
                yield (*span, "a name before what was said")

    @staticmethod
    def _said(after: str) -> bool:
        """Whether the rest of the line holds somebody's words rather than a figure or a state."""
        words = re.findall(r"[a-z']+", after.partition("\n")[0].lower())
        return not SAID_BY_PEOPLE.isdisjoint(words)

    def _heading(self, words: list[str]) -> bool:
        return (
            any(word in frames_en.LABELS for word in words)
            or (len(words) == 1 and self.language.single.get(words[0], "") in {*"duawVv"})
            or any(word in {"of", "the", "for"} for word in words)
            or (is_word(words[-1]) and words[-1] not in self.language.places)
        )


def _inner_stop(text: str) -> bool:
    """Whether a full stop or a low line stands inside a word: cheaper than to look for names."""
    for sign in "._":
        at = text.find(sign)
        while at >= 0:
            if text[at + 1 : at + 2].islower():
                return True
            at = text.find(sign, at + 1)
    return False


def _in_handle(family: str, given: str, plain: str, pieces: list[str]) -> bool:
    if len(family) > 2 and family in pieces:
        return True
    if len(family) > 4 and family in plain and not is_word(family):
        return True
    if len(given) > 2 and len(family) > 2 and given + family in plain:
        return True  # "@gonzalopazm"
    return (
        len(family) > 1
        and bool(given)
        and plain in {given + family, family + given, given[0] + family, family + given[0]}
    ) or (
        len(given) > 3
        and not is_word(given)
        and (given in pieces or plain in {given + family[:1], family[:1] + given})
    )
