"""The roster as an index: which word may be part of whose name, built once per roster."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import cache, lru_cache
from typing import NamedTuple

from anyascii import anyascii

from facilitator.guard import places
from facilitator.guard.folding import fold_name
from facilitator.guard.frames_en import DATES as CALENDAR
from facilitator.guard.name_parts import (
    CAPITALISED_WORDS,
    HANGUL_FAMILIES,
    NAMES_FIRST,
    PARTICLES,
    PERSONAL_STYLES,
    POST_NOMINALS,
    RANKS,
    SHORT_FORMS,
)
from facilitator.guard.skeleton import deletions, distance, heard, skeleton, unlike
from facilitator.guard.vocabulary import is_english
from facilitator.roster import Participant


class Part(IntEnum):
    """What a word is in somebody's name. Whole parts stand for the person, pieces help."""

    FAMILY = 1
    GIVEN = 2
    SHORT = 3
    FAMILY_PIECE = 4
    GIVEN_PIECE = 5
    MIDDLE = 6


class Hit(NamedTuple):
    """A word that may be `part` of the name of participant number `person`.

    `near` is 0 for the spelling of the roster, 1 for one that can hardly be another word, 2
    for one that may be.
    """

    person: int
    part: Part
    near: int = 0


@dataclass(slots=True)
class Known:
    """What is kept of one participant's name."""

    who: Participant
    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    titles: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()


@dataclass(slots=True)
class Lexicon:
    """`words` and `near` find single words, `phrases` whole names, `runs` names in scripts
    that write without spaces (by their first character). `letters` stand for somebody alone
    ("Grad C"), `openings` begin somebody's name, `styles` are the honorifics of the roster."""

    people: tuple[Known, ...] = ()
    words: dict[str, tuple[Hit, ...]] = field(default_factory=dict)
    phrases: dict[str, tuple[tuple[tuple[str, ...], int], ...]] = field(default_factory=dict)
    initials: dict[str, tuple[int, ...]] = field(default_factory=dict)
    given_initials: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    openings: frozenset[str] = frozenset()
    runs: dict[str, tuple[tuple[str, int, Part], ...]] = field(default_factory=dict)
    compacts: dict[str, tuple[int, ...]] = field(default_factory=dict)
    _bones: dict[str, list[tuple[str, Hit]]] = field(default_factory=dict)
    _abjad: dict[str, list[Hit]] | None = None
    _seen: dict[str, tuple[Hit, ...]] = field(default_factory=dict)

    def near(self, word: str) -> tuple[Hit, ...]:
        """Who may be meant by `word` (small ASCII letters) in another spelling."""
        if len(word) < 4 or not self._bones:
            return ()
        known = self._seen.get(word)
        if known is None:
            if len(self._seen) > 20_000:
                self._seen.clear()
            known = self._seen[word] = self._near(word)
        return known

    def _near(self, word: str) -> tuple[Hit, ...]:
        bones, sounds = skeleton(word), heard(word)
        index = self._bones
        candidates = list(index.get(bones, ()))
        if len(word) > 4:
            for shorter in deletions(bones):
                candidates += index.get(shorter, ())
                candidates += index.get(f"-{shorter}", ())
            candidates += index.get(f"-{bones}", ())
        found: dict[tuple[int, Part], Hit] = {}
        weighed: dict[str, int] = {}
        for name, hit in candidates:
            grade = weighed.get(name)
            if grade is None:
                grade = weighed[name] = _grade(word, name, sounds)
            key = (hit.person, hit.part)
            if grade and (key not in found or found[key].near > grade):
                found[key] = Hit(hit.person, hit.part, grade)
        return tuple(found.values())

    def without_vowels(self, word: str) -> tuple[Hit, ...]:
        """Who may be meant by a transliterated word of a script that writes no vowels."""
        if self._abjad is None:
            self._abjad = {}
            for key, hits in self.words.items():
                if key.isascii() and len(key) > 2:
                    whole = [hit for hit in hits if hit.part is not Part.SHORT]
                    self._abjad.setdefault(abjad_bones(key), []).extend(whole)
        bones = abjad_bones(word)
        return tuple(self._abjad.get(bones, ())) if len(bones) > 1 else ()


def _grade(word: str, name: str, sounds: str) -> int:
    """1: surely `name` in another spelling or with a slip; 2: perhaps; 0: another word."""
    size = min(len(word), len(name))
    if abs(len(word) - len(name)) > 5:
        return 0
    slips = distance(word, name, 2)
    plain = is_word(name)
    if slips == 1 and size > 4:
        return 2 if plain else 1
    if plain:
        return 0  # "prices" is no spelling of Price
    far = unlike(sounds, heard(name), 0.2 * size)
    if far <= 0.12 * size and size > 3:
        return 1 if size > 4 or far <= 0.25 else 2
    if slips == 2 and size > 7:
        return 1
    if far <= 0.2 * size or (slips == 1 and size > 3) or (slips == 2 and size > 5):
        return 2
    return 0


def abjad_bones(word: str) -> str:
    """The consonants that an alphabet without vowels also writes, w and y taken for vowels."""
    bones = skeleton("".join(c for c in word if "a" <= c <= "z"))
    return bones[:1].replace("a", "") + bones[1:].replace("v", "").replace("h", "")


@cache
def short_forms() -> Mapping[str, tuple[str, ...]]:
    """Given names, in small letters, with their customary short forms."""
    found: dict[str, list[str]] = {}
    for line in SHORT_FORMS.strip().replace("\n", "/").split("/"):
        words = line.split()
        if words:
            found.setdefault(words[0], []).extend(words[1:])
    return {name: tuple(dict.fromkeys(forms)) for name, forms in found.items()}


def is_word(key: str) -> bool:
    """Whether a name, in small letters, is also an English word or a place."""
    return (
        len(key) < 3
        or (is_english(key) and key not in NAMES_FIRST)
        or key in CALENDAR
        or key in CAPITALISED_WORDS
        or key in RANKS
        or key in places.forms()
    )


class _Builder:
    def __init__(self) -> None:
        self.words: dict[str, dict[tuple[int, Part], Hit]] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        self.initials: dict[str, list[int]] = {}
        self.given_initials: set[str] = set()
        self.styles: set[str] = set()
        self.runs: dict[str, list[tuple[str, int, Part]]] = {}
        self.compacts: dict[str, list[int]] = {}
        self.people: list[Known] = []

    def add(self, who: Participant) -> None:
        person = len(self.people)
        given, family = _given_and_family(who)
        titles = tuple(fold_name(text) for text in (*who.honorifics, who.office) if text)
        known = Known(who, given, family, frozenset(t for text in titles for t in _tokens(text)))
        self.people.append(known)
        self._parts(person, given, Part.GIVEN, Part.GIVEN_PIECE)
        self._parts(person, family, Part.FAMILY, Part.FAMILY_PIECE)
        for style in who.honorifics:
            self.styles |= {t for t in _tokens(fold_name(style)) if len(t) > 1} - _ARTICLES
        for token in _tokens(fold_name(who.name)) if given or family else ():
            if (
                len(token) > 2
                and token not in {*given, *family}
                and token not in PARTICLES | POST_NOMINALS | PERSONAL_STYLES | RANKS
            ):
                self._word(token, person, Part.MIDDLE)
        written = f"{who.name}{who.given}{who.family}".lower()
        if any(letter in written for letter in _UMLAUTS):
            more = replace(
                who,
                name=_spelled_out(who.name),
                given=_spelled_out(who.given),
                family=_spelled_out(who.family),
            )
            given_, family_ = _given_and_family(more)
            self._parts(person, given_, Part.GIVEN, Part.GIVEN_PIECE)
            self._parts(person, family_, Part.FAMILY, Part.FAMILY_PIECE)
        if who.country in {"KR", "KP"} and len(family) == 1:
            for spelled in HANGUL_FAMILIES.values():
                if family[0] in spelled.split():
                    for other in spelled.split():
                        self._word(other, person, Part.FAMILY)
        for called in _solid(given)[:2]:
            for short in short_forms().get(called, ()):
                self._word(short, person, Part.SHORT)
        both = (*given, *family)
        names = {_tokens(fold_name(who.name)), both, (*family, *given)}
        for alias in who.aliases:
            names |= self._alias(person, alias, known)
        for name in names:
            if len(name) > 1:
                self.phrases.setdefault(name[0], []).append((name, person))
        known.initials = self._initials(person, given, family, who)
        first, last = "".join(given), "".join(family)
        for compact in (first + last, last + first, first[:1] + last, last + first[:1], last):
            if len(compact) > 3 and (first or compact == last):
                self.compacts.setdefault(compact, []).append(person)

    def _word(self, key: str, person: int, part: Part) -> None:
        if key:
            self.words.setdefault(key, {}).setdefault((person, part), Hit(person, part))

    def _parts(self, person: int, tokens: tuple[str, ...], whole: Part, piece: Part) -> None:
        solid = _solid(tokens)
        compact = "".join(tokens)
        for form in {compact, *_umlauts(compact)}:
            self._word(form, person, whole)
        if len(solid) == 1:
            for form in {solid[0], *_umlauts(solid[0])}:
                self._word(form, person, whole)
        else:
            self._word("".join(solid), person, whole)
            for token in solid:
                for form in {token, *_umlauts(token)}:
                    if len(form) > 1:
                        self._word(form, person, piece)

    def _alias(self, person: int, alias: str, known: Known) -> set[tuple[str, ...]]:
        tokens = _tokens(fold_name(alias))
        if not tokens:
            return set()
        if _unspaced(alias):
            self._run("".join(tokens), person)
            if alias[0] < "\u2e80":
                for token in tokens:
                    if len(token) > 2:
                        self.runs.setdefault(token[0], []).append((token, person, Part.FAMILY))
            return set()
        plain = [anyascii(token).lower() for token in tokens]
        solid = [i for i, token in enumerate(tokens) if token not in PARTICLES and len(token) > 1]
        if len(solid) == 1:
            self._word(tokens[solid[0]], person, Part.FAMILY)
            return {tokens}
        family = {skeleton("".join(c for c in f if c.isalpha())) for f in known.family}
        given = {skeleton(g) for g in known.given}
        for place in solid:
            bones = skeleton("".join(c for c in plain[place] if c.isalpha()))
            part = Part.GIVEN
            if bones in family or (bones not in given and place == solid[-1]):
                part = Part.FAMILY
            self._word(tokens[place], person, part)
        return {tokens, tokens[::-1]}

    def _run(self, name: str, person: int) -> None:
        forms = [(name, Part.FAMILY)]
        if len(name) == 3 and self.people[person].who.country == "JP":
            forms += [(name[:2], Part.FAMILY_PIECE), (name[2:], Part.FAMILY_PIECE)]
        elif len(name) == 3:
            forms.append((name[1:], Part.GIVEN))
        elif len(name) == 4:
            forms += [(name[2:], Part.GIVEN), (name[:2], Part.FAMILY_PIECE)]
        if len(name) < 4:
            forms.append((name[:1], Part.FAMILY_PIECE))
        for form, part in forms:
            self.runs.setdefault(form[0], []).append((form, person, part))
        self._word(name, person, Part.FAMILY)

    def _initials(
        self, person: int, given: tuple[str, ...], family: tuple[str, ...], who: Participant
    ) -> frozenset[str]:
        g = "".join(t[0] for t in given if t)
        f = "".join(t[0] for t in _solid(family) or family)
        named = _tokens(fold_name(who.name))
        name = "".join(t[0] for t in named if t not in PARTICLES)
        whole = "".join(t[0] for t in (*given, *family))
        run = "".join(t[0] for t in named)
        forms: tuple[str, ...] = (
            g + f,
            g[:1] + f[:1],
            g[:1] + f,
            f + g,
            f[:1] + g[:1],
            g + f[:1],
            name,
            whole,
            run,
        )
        forms += tuple(
            "".join(token[0] for token in tokens)
            for alias in who.aliases
            if len(tokens := _tokens(fold_name(alias))) > 1
        )
        if f and family[-1].startswith("mc"):
            forms += (f"{g[:1]}mc{family[-1][2:3]}",)
        found = {form for form in forms if 1 < len(form) < 6 and form.isascii()}
        for form in found:
            self.initials.setdefault(form, []).append(person)
        if 1 < len(g) < 4:
            self.given_initials.add(g)
        return frozenset(found)

    def done(self) -> Lexicon:
        bones: dict[str, list[tuple[str, Hit]]] = {}
        for key, hits in self.words.items():
            if len(key) < 3 or not key.isascii() or (len(key) < 5 and is_word(key)):
                continue
            whole = [(key, hit) for hit in hits.values() if hit.part is not Part.SHORT]
            if not whole:
                continue
            shape = skeleton(key)
            bones.setdefault(shape, []).extend(whole)
            if len(key) > 4:
                for fewer in set(deletions(shape)):
                    bones.setdefault(f"-{fewer}", []).extend(whole)
        runs = {
            first: tuple(sorted(names, key=lambda n: -len(n[0])))
            for first, names in self.runs.items()
        }
        for hangul, spelled in HANGUL_FAMILIES.items():
            for family in spelled.split():
                for hit in self.words.get(family, {}).values():
                    if hit.part is Part.FAMILY:
                        more = (hangul, hit.person, Part.FAMILY_PIECE)
                        runs[hangul] = (*runs.get(hangul, ()), more)
        letters = {
            letter
            for names in self.phrases.values()
            for name, _ in names
            for letter in (name[0], name[-1])
            if len(letter) == 1 and len(name) > 1
        }
        return Lexicon(
            tuple(self.people),
            {key: tuple(hits.values()) for key, hits in self.words.items()},
            {key: tuple(names) for key, names in self.phrases.items()},
            {key: tuple(people) for key, people in self.initials.items()},
            frozenset(self.given_initials),
            frozenset(self.styles),
            frozenset(letters),
            frozenset(name[0] for known in self.people for name in (*known.family, *known.given)),
            runs,
            {key: tuple(people) for key, people in self.compacts.items()},
            bones,
        )


def build(participants: Iterable[Participant]) -> Lexicon:
    """The index of these people; the same people give the same index."""
    builder = _Builder()
    for who in participants:
        builder.add(who)
    return builder.done()


_APART = str.maketrans({"'": "", "-": " ", ".": " ", ",": " ", "(": " ", ")": " "})


@lru_cache(maxsize=4096)
def _tokens(folded: str) -> tuple[str, ...]:
    """The words of a folded name in small letters, without apostrophes, hyphens and stops."""
    return tuple(folded.lower().translate(_APART).split())


def _solid(tokens: Iterable[str]) -> tuple[str, ...]:
    return tuple(token for token in tokens if token not in PARTICLES)


_ARTICLES = frozenset("honourable honorable dr prof hon excellency".split()) | {
    "the",
    "his",
    "her",
    "right",
}


def _given_and_family(who: Participant) -> tuple[tuple[str, ...], tuple[str, ...]]:
    given = tuple(t for t in _tokens(fold_name(who.given)) if t not in _ARTICLES)
    family = _tokens(fold_name(who.family))
    if given or family:
        return given, family
    office = set(_tokens(fold_name(who.office)))
    titles = PERSONAL_STYLES | RANKS | POST_NOMINALS | {"the", "his", "her"}
    tokens = tuple(t for t in _tokens(fold_name(who.name)) if t not in titles and t not in office)
    if len(tokens) < 2:
        return (), tokens if tokens and len(tokens[0]) > 1 else ()
    last = len(tokens) - 1
    while last > 1 and tokens[last - 1] in PARTICLES:
        last -= 1
    return tokens[:last], tokens[last:]


_UMLAUTS = {
    "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "đ": "dj", "č": "ch", "ć": "ch",
    "š": "sh", "ş": "sh", "ç": "ch", "ž": "zh", "ğ": "gh",
}  # fmt: skip


def _spelled_out(name: str) -> str:
    """Müller as Mueller, where folding gives Muller."""
    return "".join(_UMLAUTS.get(letter, letter) for letter in name.lower())


def _umlauts(token: str) -> set[str]:
    """Muller for a roster's Mueller."""
    found = set()
    for long, short in (("ue", "u"), ("oe", "o"), ("ae", "a"), ("aa", "a")):
        if long in token and len(token) > 4:
            found.add(token.replace(long, short))
    return found


def _unspaced(name: str) -> bool:
    """Whether a name is in a script that writes its words together."""
    return any(low <= c <= high for c in name for low, high in _UNSPACED)


_UNSPACED = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u2e80", "\u9fff"),
    ("\uac00", "\ud7af"),
)
""" Thai, Lao, Burmese, Khmer, Chinese and Japanese, Korean."""
