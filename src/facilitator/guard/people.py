"""Who is named: names of the roster where they stand as names.

A word that may be part of a name is looked at with the capitalised words around it. Given
and family name together are the person; a family name beside somebody else's given name is
somebody else; a name that is also a word or a place counts only where people stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.guard.frames import Language
from facilitator.guard.lexicon import Hit, Lexicon
from facilitator.guard.neighbours import Neighbours
from facilitator.guard.romanised import names_at
from facilitator.guard.scripts import written_together
from facilitator.guard.spelling import Spellings
from facilitator.guard.strangers import Strangers
from facilitator.guard.strangers_en import NAMED_AFTER
from facilitator.guard.tokens import Tokens
from facilitator.guard.verdicts import Verdicts
from facilitator.guard.vocabulary import is_english


@dataclass(frozen=True, slots=True)
class Named:
    """Tokens [first, last) name `people` (numbers in the lexicon); `sure` unless it is only
    a hint (a namesake, it seems). `inside` is the part of a single token that is the name."""

    first: int
    last: int
    people: tuple[int, ...]
    sure: bool = True
    inside: tuple[int, int] | None = None


class Reader:
    """Finds names in one text; made for every text, thrown away after it."""

    def __init__(
        self, spellings: Spellings, language: Language, tokens: Tokens, letters: str
    ) -> None:
        self.spellings = spellings
        self.lexicon: Lexicon = spellings.lexicon
        self.neighbours = Neighbours(tokens, letters, spellings, language)
        self.language = language
        self.tokens = tokens
        self.letters = letters
        self.verdicts = Verdicts(spellings, language, self.neighbours)
        self.strangers = Strangers(tokens, letters, language, self.verdicts.standing)
        self.small = self.neighbours.small

    def names(self) -> Iterator[Named]:
        """All names, from left to right, none overlapping another."""
        lower, words = self.tokens.lower, self.tokens.words
        known, place_end = self.lexicon.words, 0
        split, romanised = "-" in lower, self.spellings.romanised.any
        phrases = self.lexicon.phrases
        for place, word in enumerate(lower):
            if place < place_end:
                continue
            hits: tuple[Hit, ...] = ()
            if split and len(word) < 5 and self._split(place):
                joined = self._joined(place)
                if joined is not None:
                    place_end = joined.last
                    yield joined
                    continue
            if word in known:
                hits = known[word]
            elif "'" in word:
                hits = self.neighbours.hits(place)
            found: Named | None = None
            if not hits and word in phrases:
                found = self._phrase(place)
            elif hits or self._worth_a_look(place, word, words[place]):
                found = self._around(place, hits)
            if romanised and words[place][0].isupper() and (found is None or not found.sure):
                found = self._romanised(place) or found
            if found is not None:
                place_end = max(found.last, place + 1)
                yield found

    def _worth_a_look(self, place: int, word: str, written: str) -> bool:
        """Whether an unknown word may be a name in another spelling."""
        if not word.isascii():
            return word[0].isalpha()
        if len(word) < 3 or not word[0].isalpha():
            return False
        if written[0].isupper():
            return True
        if self.letters[place] != "." or not (self.small or self.tokens.starts[place]):
            return False
        if self.small and len(word) > 4 and not is_english(word):
            return True
        follower = self.letters[place + 1 : place + 2]
        return follower in {"V", "v", "'", "i", ":"} or self.tokens.lower[
            place + 1 : place + 2
        ] == ["-"]

    def _split(self, place: int) -> bool:
        """Whether a line's end may have split a name here: "Or-tega"."""
        tokens, after = self.tokens, place + 2
        return (
            after < len(tokens)
            and tokens.lower[place + 1] == "-"
            and tokens.capital(place)
            and tokens.words[after].islower()
            and tokens.tight(place + 1)
            and tokens.tight(after)
        )

    def _romanised(self, place: int) -> Named | None:
        """A whole Korean or Chinese name in another romanisation."""
        for last, family, given in names_at(self.tokens.words, self.tokens.lower, place):
            person = self.spellings.romanised.person(family, tuple(given))
            if person is not None:
                return Named(place, last, (person,))
        return None

    def _phrase(self, place: int) -> Named | None:
        """A whole name written exactly as on the roster, such as "Grad C"."""
        lower = self.tokens.lower
        for name, person in self.lexicon.phrases.get(lower[place], ()):
            at, matched = place, 0
            while matched < len(name) and at < len(lower):
                if lower[at].replace("'", "") == name[matched]:
                    matched += 1
                elif matched == 0 or lower[at] not in {"-", ".", "\n", ","}:
                    break
                at += 1
            if matched == len(name) and self.neighbours.cased(place, at):
                if "".join(lower[at : at + 1]) in NAMED_AFTER and self.tokens.capital(at):
                    return None  # "Rachel Carson Avenue"
                return Named(place, at, (person,))
        return None

    def _around(self, place: int, hits: tuple[Hit, ...]) -> Named | None:
        tokens = self.tokens
        word = tokens.lower[place]
        if not word.isascii() and written_together(word[0]):
            return self._in_run(place)
        if not hits:
            joined = self._joined(place)
            if joined is not None:
                return joined
            hits = self.spellings.hits(self.tokens.words[place])
            if not hits:
                return None
        first, last = self.neighbours.chunk(place)
        named = self._phrase(place) or self._judge(place, first, last, hits)
        if named is None and first < place:
            return None
        return named

    def _in_run(self, place: int) -> Named | None:
        run = self.tokens.words[place]
        if place + 1 < len(self.tokens) and not self.tokens.words[place + 1].isascii():
            run += self.tokens.words[place + 1]  # "김 대사"
            if len(self.tokens.words[place]) > 1:
                run = self.tokens.words[place]
        found = self.spellings.scripts.in_run(run)
        if found is None:
            return None
        person, at, size = found
        return Named(place, place + 1, (person,), True, (at, min(at + size, len(run))))

    def _joined(self, place: int) -> Named | None:
        """Two words that together are a name: "Hos-seini", "Li Juan"."""
        lower, words = self.tokens.lower, self.tokens.words
        after = place + 1
        glued = after < len(lower) and lower[after] == "-" and self.tokens.tight(after)
        if glued:
            after += 1
        if after >= len(lower) or not (glued or words[after][0].isupper()):
            return None
        glued = glued and (words[place][0].isupper() or self.small)
        if glued and is_english(lower[after]) and lower[place] not in self.lexicon.words:
            glued = place > 0 and self.tokens.capital(place - 1)  # not "Sunny-day scenarios"
        hits = self.spellings.together(lower[place], lower[after], glued=glued)
        if not hits:
            return None
        return Named(place, after + 1, tuple(dict.fromkeys(hit.person for hit in hits)))

    def _judge(self, place: int, first: int, last: int, hits: tuple[Hit, ...]) -> Named | None:
        lower = self.tokens.lower
        word = self.tokens.words[place]
        ranges = range(first, last)
        by_person: dict[int, dict[int, Hit]] = {}
        for at in ranges:
            found = hits if at == place else self.neighbours.any_hits(at)
            for hit in found:
                mine = by_person.setdefault(hit.person, {})
                if at not in mine or mine[at].part > hit.part:
                    mine[at] = hit
        begin, title = self.neighbours.title(first)
        best: Named | None = None
        for person, mine in by_person.items():
            if place not in mine:
                continue
            verdict = self.verdicts.of(person, mine, place, (first, last), title)
            if verdict is None:
                continue
            left, right = min(mine), max(mine) + 1
            if verdict and right == left + 1 and word.isascii():
                verdict = not self.strangers.somebody_else(
                    left, right, self.lexicon.people[person], title
                )
            if verdict and title and left == first:
                left = begin
            left, right = self.neighbours.widened(left, right, person)
            if best is None or (verdict and not best.sure):
                best = Named(left, right, (person,), verdict)
            elif verdict == best.sure:
                best = Named(
                    min(best.first, left), max(best.last, right), (*best.people, person), verdict
                )
        if best is not None and not best.sure:
            self.verdicts.others.add(lower[place])
        return best
