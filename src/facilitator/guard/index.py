"""The index of a roster, built once: which word may be part of whose name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from anyascii import anyascii

from facilitator.guard.folding import fold_name
from facilitator.guard.lexicon import Hit, Known, Lexicon, Part, is_word
from facilitator.guard.name_parts import (
    HANGUL_FAMILIES,
    PARTICLES,
    PERSONAL_STYLES,
    POST_NOMINALS,
    RANKS,
)
from facilitator.guard.short_names import keys, short_forms
from facilitator.guard.skeleton import deletions, skeleton
from facilitator.roster import Participant


class _Builder:
    def __init__(self) -> None:
        self.words: dict[str, dict[tuple[int, Part], Hit]] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        self.initials: dict[str, list[int]] = {}
        self.given_initials: set[str] = set()
        self.styles: set[str] = set()
        self.runs: dict[str, list[tuple[str, int, Part]]] = {}
        self.compacts: dict[str, list[int]] = {}
        self.clips: dict[str, list[tuple[str, int, bool]]] = {}
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
            if len(called) > 4:
                for key in keys(called):
                    self.clips.setdefault(key, []).append((called, person, True))
        for called in family:
            if len(called) > 7:
                self.clips.setdefault(called[:3], []).append((called, person, False))
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
        if len(name) == 5 and self.people[person].who.country == "JP":
            forms.append((name[: 3 if name[2] in _ENDS_OF_FAMILIES else 2], Part.FAMILY_PIECE))
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
            self.clips,
            tuple(("".join(known.family), "".join(known.given)) for known in self.people),
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
    if not tokens and len(office) == 1 and fold_name(who.name).lower() in office:
        return (), tuple(office)  # a seat and no person is on the roster: "Marketing"
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

_ENDS_OF_FAMILIES = frozenset("川田野山谷々木原島崎部井本沢澤藤里村")
"""What Japanese family names of three characters end with."""
