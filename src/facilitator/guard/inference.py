"""Who is meant without being named: descriptions that fit one person of the roster, or few.

A participant is mentioned ("one participant", "a former ambassador"); what the sentence, and
the next that go on with "she" or "he", tell of that person is put together; whoever on the
roster it does not exclude may be meant. What the roster does not say excludes nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from facilitator.guard import clues_en, frames_en, places
from facilitator.guard.findings import Level
from facilitator.guard.folding import fold_name
from facilitator.guard.frames import outside
from facilitator.guard.tokens import Tokens
from facilitator.roster import Participant

FEW = 3
"""Up to so many people a description is warned about."""

_KIND_OF = {word: kind for kind, told, _ in clues_en.KINDS for word in told.split()}
_MENTION = re.compile(
    r"(?:(?:[daw]~*)(?:[FNTGBS]~*)*(?:-[FNTG.]~*)*[RPOu]~*|q~*d?(?:[FNTG]~*)*[rlou]~*|a~*1d(?:F~*)*[rlou]~*)"
)
_SPEAKS_LATER = re.compile(r"[^!|]{0,40}?[Vvi@]")
_HUMAN = frozenset("ZOPuRSrlo")


@dataclass(frozen=True, slots=True)
class Guess:
    """Tokens [first, last) fit `count` people of the roster (0: it is not known how many)."""

    first: int
    last: int
    level: Level
    count: int
    people: frozenset[int]


@dataclass(slots=True)
class _Chain:
    people: frozenset[int]
    clues: list[tuple[int, int]] = field(default_factory=list)
    special: bool = False


class Crowd:
    """The people of a roster by what may be said of them."""

    def __init__(self, people: Iterable[Participant]) -> None:
        self.everybody: list[Participant] = list(people)
        self.all = frozenset(range(len(self.everybody)))
        self.gender: dict[str, frozenset[int]] = {}
        for gender in ("f", "m"):
            self.gender[gender] = frozenset(
                i for i, p in enumerate(self.everybody) if p.gender[:1].lower() in {"", gender}
            )
        self.country: dict[str, set[int]] = {}
        self.unknown = frozenset(i for i, p in enumerate(self.everybody) if not p.country)
        self.kind: dict[str, set[int]] = {kind: set() for kind, _, _ in clues_en.KINDS}
        self.former: set[int] = set()
        telling: dict[str, list[str]] = {}
        for kind, _, evidence in clues_en.KINDS:
            for word in evidence.split():
                telling.setdefault(word, []).append(kind)
        for i, person in enumerate(self.everybody):
            self.country.setdefault(person.country.upper(), set()).add(i)
            said = " ".join((*person.honorifics, person.office, person.affiliation))
            words = set(fold_name(said).lower().replace(".", " ").replace(",", " ").split())
            for word in words:
                for kind in telling.get(word, ()):
                    self.kind[kind].add(i)
            if words & {"former", "ex", "retired", "retd", "emeritus", "ret"} or not person.office:
                self.former.add(i)

    def of_countries(self, codes: Iterable[str]) -> frozenset[int]:
        """Who may come from one of these countries."""
        found = set(self.unknown)
        for code in codes:
            found |= self.country.get(code, set())
        return frozenset(found)


class Inference:
    """Reads one text for descriptions of people."""

    def __init__(
        self,
        crowd: Crowd,
        tokens: Tokens,
        letters: str,
        place_of: dict[str, tuple[str, places.Codes]],
    ) -> None:
        self.crowd = crowd
        self.tokens = tokens
        self.letters = letters
        self.place_of = place_of

    def guesses(self) -> Iterator[Guess]:
        """What fits one person or few, from left to right."""
        chain: _Chain | None = None
        for first, last in self.tokens.sentences:
            yield from self._unique(first, last)
            here = self.letters[first:last]
            opens = self.tokens.lower[first]
            if (
                chain is not None
                and opens in clues_en.GENDERED
                and opens in {"she", "he", "her", "his"}
            ):
                self._gender(chain, first)
                self._told(chain, first + 1, last)
                continue
            if "\n" in self.tokens.words[first:last] and last - first == 1:
                continue
            mention = self._mention(here, first)
            if chain is not None and not (mention and self._same(mention)):
                yield from self._closed(chain)
                chain = None
            if mention is None:
                continue
            begin, end = mention
            if chain is None:
                chain = _Chain(self.crowd.all)
            self._described(chain, begin, end)
            self._told(chain, end, last)
        if chain is not None:
            yield from self._closed(chain)

    def _mention(self, here: str, first: int) -> tuple[int, int] | None:
        """The first participant spoken of in the sentence, as [first, last) tokens."""
        for match in _MENTION.finditer(here):
            head = match.group().rstrip("~")[-1]
            begin, end = first + match.start(), first + match.end()
            if head in "Rr":
                if self.tokens.lower[begin] in {
                    "each",
                    "every",
                    "any",
                    "no",
                    "all",
                    "most",
                    "both",
                }:
                    continue
                return begin, end
            if here[match.end() : match.end() + 1] in {".", "Z", "x", "B", "b", "N", "P"}:
                continue
            words = self.tokens.lower[begin:end]
            public = head in "Oo" and not frames_en.PUBLIC_OFFICES.isdisjoint(words)
            if public and words[0] == "the" and "former" not in words:
                continue
            spoken = _SPEAKS_LATER.match(here, match.end())
            if spoken and not outside(self.tokens, begin, end):
                return begin, end
        return None

    def _same(self, mention: tuple[int, int]) -> bool:
        words = self.tokens.lower[mention[0] : mention[1]]
        return words[0] in {"the", "this", "that"} and ("same" in words or len(words) == 2)

    def _several(self, end: int) -> bool:
        """Whether the mention that ends here is of more than one person."""
        place = end - 1
        while place and self.letters[place] == "~":
            place -= 1
        one = self.letters[max(0, place - 2) : place]
        return self.letters[place] in "rlo" and not one.startswith("1")

    def _narrow(self, chain: _Chain, people: Iterable[int], first: int, last: int) -> None:
        narrower = chain.people & frozenset(people)
        if narrower != chain.people or len(self.crowd.all) <= FEW:
            chain.clues.append((first, last))
        chain.people = narrower

    def _gender(self, chain: _Chain, at: int) -> None:
        gender = clues_en.GENDERED.get(self.tokens.lower[at]) or clues_en.PERSONS.get(
            self.tokens.lower[at]
        )
        if gender:
            self._narrow(chain, self.crowd.gender[gender], at, at + 1)

    def _described(self, chain: _Chain, begin: int, end: int) -> None:
        """What the mention's own words tell: "a retired African officer"."""
        self._words(chain, begin, end, inside=True)

    def _words(self, chain: _Chain, begin: int, end: int, *, inside: bool) -> None:
        lower = self.tokens.lower
        at = begin
        while at < end:
            letter, word = self.letters[at], lower[at]
            stop = at + 1
            while stop < end and self.letters[stop] == "~":
                stop += 1
            phrase = " ".join(lower[at:stop])
            span = (begin, end) if inside else (at, stop)
            if letter in "NTGCKS" and (place := self.place_of.get(phrase)):
                self._narrow(chain, self.crowd.of_countries(place[1]), *span)
            elif word in clues_en.PERSONS:
                self._narrow(chain, self.crowd.gender[clues_en.PERSONS[word]], *span)
            else:
                for piece in (phrase.replace(" ", "_").replace("_-_", "-"), *lower[at:stop]):
                    kind = _KIND_OF.get(piece.rstrip("s") if piece not in _KIND_OF else piece)
                    if kind:
                        self._narrow(chain, self.crowd.kind[kind], *span)
                        break
            at = stop

    def _told(self, chain: _Chain, begin: int, last: int) -> None:
        """What the rest of the sentence tells of the person who is spoken of."""
        lower = self.tokens.lower
        letters = self.letters
        speaks = next((i for i in range(begin, last) if letters[i] in "Vvi"), last)
        # Between the mention and the verb everything is about that person.
        if self._several(begin):
            return
        apposition = letters[begin : begin + 1] in {",", "(", "f", "@", "3"} or lower[
            begin : begin + 1
        ] == ["based"]
        if apposition and letters[begin] == ",":
            closing = letters.find(",", begin + 1, speaks)
            apposition = begin < closing < begin + 12 and (
                letters[begin + 1] in "da"
                or not clues_en.BIOGRAPHY.isdisjoint(lower[begin + 1 : begin + 4])
            )
            if apposition and letters[begin + 1] not in "da":
                self._life(chain, begin, closing)
        if apposition:
            self._words(chain, begin, min(speaks, begin + 12), inside=False)
        if any(word in clues_en.WHOSE for word in lower[begin : min(begin + 3, speaks)]):
            self._life(chain, begin, last)
        human = False
        for at in range(begin, last):
            word = lower[at]
            if letters[at] in _HUMAN and not (apposition and at < speaks):
                human = True
            if word in clues_en.GENDERED and not human:
                self._gender(chain, at)
                if word in clues_en.OWN:
                    self._career(chain, at, last)

    def _career(self, chain: _Chain, at: int, last: int) -> None:
        """ "her years as ambassador in Hanoi", "his ministry"."""
        lower, letters = self.tokens.lower, self.letters
        near = range(at + 1, min(at + 5, last))
        careers = [i for i in near if lower[i] in clues_en.CAREER]
        if careers:
            stop = min(at + 10, last)
            if lower[careers[0] + 1 : careers[0] + 2] == ["as"] or any(
                letters[i] in "OXBKCZN" for i in range(at + 1, stop)
            ):
                self._words(chain, at + 1, stop, inside=False)
                chain.special = True
                chain.clues.append((at, min(at + 3, last)))
        elif any(letters[i] == "B" for i in range(at + 1, min(at + 3, last))):
            self._words(chain, at + 1, min(at + 3, last), inside=False)

    def _life(self, chain: _Chain, begin: int, last: int) -> None:
        """ "who had just flown in from Tehran": what only few can say of themselves."""
        lower, letters = self.tokens.lower, self.letters
        clause = range(begin, min(begin + 14, last))
        whose = "whose" in lower[begin : begin + 3]
        if not whose and not any(lower[i] in clues_en.BIOGRAPHY for i in clause):
            return
        telling = [i for i in clause if letters[i] in "OXBKCZNb"]
        if telling:
            chain.special = True
            chain.clues.append((begin, min(telling[-1] + 1, last)))

    def _unique(self, first: int, last: int) -> Iterator[Guess]:
        """ "the only woman on the panel", "the youngest participant"."""
        lower, letters = self.tokens.lower, self.letters
        for at in range(first, last):
            word = lower[at]
            only = word in clues_en.ONLY
            if not only and word not in clues_en.MOST:
                continue
            if letters[max(first, at - 1)] != "d" and lower[max(first, at - 1)] != "most":
                continue
            begin = at - 1 if letters[at - 1] == "d" else at - 2
            window = letters[at + 1 : min(at + 7, last)]
            match = re.match(
                r"(?:[^!|,VviRPOu@]~*){0,3}(?:[RPOu]~*@~*|R~*|[POuNT]~*(?:[f81235.].{0,4}?)?(?=j*[Vvi])|.~*@~*)",
                window,
            ) or (re.match(r"a(?=[.8])", window) if only else None)
            if match is None and window[:1] in {"N", "T"}:
                after = at + 1 + len(re.match(r"[NT]~*", window).group())  # type: ignore[union-attr]
                if after < last and lower[after].endswith("ed"):
                    yield Guess(begin, after, Level.INFERENCE, 1, frozenset())
            if match and match.end() and begin >= first:
                yield Guess(begin, at + 1 + match.end(), Level.INFERENCE, 1, frozenset())

    def _closed(self, chain: _Chain) -> Iterator[Guess]:
        count = len(chain.people)
        if not chain.clues:
            return
        first, last = chain.clues[-1]
        if self.crowd.all and 0 < count <= FEW:
            level = Level.INFERENCE if count == 1 else Level.WARNING
            yield Guess(first, last, level, count, chain.people)
        elif chain.special:
            yield Guess(first, last, Level.WARNING, 0, frozenset())
        elif self.crowd.all and count > FEW and len(self.crowd.all) > count:
            yield Guess(first, last, Level.HINT, count, chain.people)
