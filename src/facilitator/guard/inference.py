"""Who is meant without being named: descriptions that fit one person of the roster, or few.

A participant is mentioned ("one participant", "a former ambassador"); what the sentence, and
what goes on with "she" or "As a former minister he", tells of that person is put together;
whoever on the roster it does not exclude may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from facilitator.guard import acts_en, clues_en, frames_en, kinds_en, places
from facilitator.guard.conditions import suffered
from facilitator.guard.crowd import Crowd, People
from facilitator.guard.findings import Level
from facilitator.guard.frames import outside
from facilitator.guard.tokens import Tokens
from facilitator.guard.uniqueness import unique

FEW = 3
"""Up to so many people a description is warned about."""

_KIND_OF = {word: i for i, kind in enumerate(kinds_en.KINDS) for word in kind.told.split()}
_MENTION = re.compile(
    r"(?:(?:[daw]~*)(?:[FNTGBSu]~*|\.(?=[POu])|\.-\.)*(?:-[FNTG.]~*)*[RPOYu]~*"
    r"|a(?:[FNTG]~*)*B(?=f)|q~*d?q?~*(?:[FNTG]~*)*[rlou]~*|a~*1d(?:F~*)*[rlou]~*|[da](?:F~*)*G~*(?=[jA]*[VvigA])"
    r"|a(?=[jA]*[VvgA]))"
)
_SPEAKS_LATER = re.compile(r"[^!|]{0,40}?[Vvigs@A]")
_HUMAN = frozenset("ZOPuRSrlo")
_OTHERS = frozenset("OYhuP")
_STYLE = frozenset("OYPFBLXl")
_TELLING = frozenset("OXBKCZNbYGPL")


@dataclass(frozen=True, slots=True)
class Guess:
    """Tokens [first, last) fit `count` people of the roster (0: it is not known how many).

    What tells it stands in the tokens from `since` on.
    """

    first: int
    last: int
    level: Level
    count: int
    people: People
    since: int


@dataclass(slots=True)
class _Chain:
    people: People
    """Whom gender, country and office leave."""
    since: int
    kinds: People
    """Whom the kinds of work leave, which a roster tells less surely."""
    clues: list[tuple[int, int]] = field(default_factory=list)
    special: bool = False
    others: bool = False
    """Whether somebody else was spoken of, so that "she" may be she."""


class Inference:
    """Reads one text for descriptions of people."""

    def __init__(
        self,
        crowd: Crowd,
        tokens: Tokens,
        acts: str,
        place_of: dict[str, tuple[str, places.Codes]],
    ) -> None:
        self.crowd = crowd
        self.tokens = tokens
        self.acts = acts
        self.place_of = place_of

    def guesses(self) -> Iterator[Guess]:
        """What fits one person or few, from left to right."""
        chain: _Chain | None = None
        for first, last in self.tokens.sentences:
            if last - first == 1 and self.tokens.words[first] == "\n":
                continue
            for found in unique(self.tokens, self.acts, first, last):
                level = Level.WARNING if found.few else Level.INFERENCE
                count = 2 if found.few else 1
                yield Guess(found.first, found.last, level, count, frozenset(), first)
            for begin, end in self._clauses(first, last):
                chain, ended = self._read(chain, begin, end, opens=begin == first)
                if ended is not None:
                    yield from self._closed(ended)
        if chain is not None:
            yield from self._closed(chain)

    def _clauses(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The sentence [first, last), parted at semicolons and dashes."""
        begin = first
        for place in range(first, last):
            if self.acts[place] == "|":
                if place > begin:
                    yield begin, place
                begin = place + 1
        if begin < last:
            yield begin, last

    def _read(
        self, chain: _Chain | None, first: int, last: int, *, opens: bool
    ) -> tuple[_Chain | None, _Chain | None]:
        """One clause: the chain that goes on behind it, and the chain that it ended."""
        lower = self.tokens.lower
        while first < last and (lower[first] in clues_en.JOINING or self.acts[first] in '"-'):
            first += 1
        if first == last:
            return chain, None
        if chain is not None and lower[first] in clues_en.SUBJECTS:
            if not chain.others:
                self._gender(chain, first)
                self._told(chain, first + 1, last)
                self._deeds(chain, first, last)
            return chain, None
        lead = self._lead(first, last)
        if chain is not None and not lead and self._own(first):
            self._gender(chain, first + 1)
            self._career(chain, first + 1, last)
            return chain, None
        if lead:
            subject = lower[lead]
            ended = None
            if subject not in clues_en.SUBJECTS or chain is None:
                chain, ended = _Chain(self.crowd.all, first, self.crowd.all), chain
            self._introduced(chain, first, lead)
            self._gender(chain, lead)
            self._told(chain, lead + 1, last)
            if subject in clues_en.SUBJECTS:
                self._deeds(chain, lead, last)
            return chain, ended
        mention = self._mention(first, last)
        if mention is not None and chain is not None and self._same(mention):
            self._told(chain, mention[1], last)
            return chain, None
        if mention is None:
            return (None, chain) if opens else (chain, None)
        fresh = _Chain(self.crowd.all, first, self.crowd.all)
        self._words(fresh, *mention, inside=True)
        self._told(fresh, mention[1], last)
        return fresh, chain

    def _lead(self, first: int, last: int) -> int:
        """Where the subject stands that opening words describe: "As a former minister he"."""
        lower, acts = self.tokens.lower, self.acts
        opener = lower[first]
        if opener not in clues_en.OPENERS:
            return 0
        if opener == "in" and not self._own(first):
            return 0
        if opener == "speaking" and self.acts[first + 1 : first + 2] not in {"4", "5", "f"}:
            return 0
        for place in range(first + 1, min(first + 15, last)):
            word, act = lower[place], acts[place]
            after_comma = acts[place - 1] == ","
            if word in {"he", "she"} and (after_comma or opener in clues_en.WITHOUT_COMMA):
                return place
            if after_comma and opener in clues_en.WITHOUT_COMMA and act == "a":
                if _MENTION.match(acts, place) or word == "another":
                    return place
                return 0
            if act in "Vvi" and opener == "as":
                return 0
            if act in "VviAI" and opener in clues_en.ARTICLES:
                return 0
            if act in "W!|":
                return 0
        return 0

    def _own(self, first: int) -> bool:
        """ "In her view", "in his own work"."""
        return self.tokens.lower[first : first + 2] in (["in", "her"], ["in", "his"])

    def _introduced(self, chain: _Chain, first: int, lead: int) -> None:
        """What the words before the subject tell of it."""
        lower, acts = self.tokens.lower, self.acts
        stop = lead - 1 if acts[lead - 1] == "," else lead
        telling = [i for i in range(first, stop) if acts[i] in _STYLE or lower[i] in _KIND_OF]
        self._words(chain, first + 1, stop, inside=False)
        self._styled(chain, first, stop)
        if lower[first] in clues_en.WITHOUT_COMMA and lower[first] != "in" and telling:
            chain.special = True
            chain.clues.append((first, stop))

    def _mention(self, first: int, last: int) -> tuple[int, int] | None:
        """The first participant spoken of in the clause, as [first, last) tokens."""
        lower, acts = self.tokens.lower, self.acts
        here = acts[first:last]
        for match in _MENTION.finditer(here):
            head = match.group().rstrip("~")[-1]
            begin, end = first + match.start(), first + match.end()
            if head == "a":
                if lower[begin] == "another":
                    return begin, end
                continue
            if head in "Rr":
                if lower[begin] in clues_en.WHOEVER:
                    continue
                return begin, end
            follows = here[match.end() : match.end() + 2]
            if follows[:1] in {".", "Z", "x", "B", "b", "N", "P"}:
                continue
            if follows[:1] == "'" and follows not in {"'x", "'F"}:
                continue
            words = lower[begin:end]
            if words[0] in {"its", "their"}:
                continue
            public = head in "OoY" and not frames_en.PUBLIC_OFFICES.isdisjoint(words)
            if public and words[0] == "the" and "former" not in words:
                continue
            spoken = _SPEAKS_LATER.match(here, match.end())
            if spoken and (
                not self._happened(first + spoken.end() - 1, last)
                or not clues_en.PERHAPS.isdisjoint(lower[end : first + spoken.end()])
            ):
                continue
            if words[0] == "the" and words[-1] == "member" and lower[end : end + 1] == ["of"]:
                continue
            if spoken and not outside(self.tokens, begin, end, moved=False):
                return begin, end
        return None

    def _happened(self, verb: int, last: int) -> bool:
        """Whether the clause tells of something past that was not only suffered."""
        lower, acts = self.tokens.lower, self.acts
        if lower[verb] in clues_en.PERHAPS:
            return False
        main = verb
        while main + 1 < last and acts[main] in "jAI":
            main += 1
        if suffered(lower[verb:main], lower[main]) or not acts_en.BEFALLS.isdisjoint(
            lower[verb:last]
        ):
            return False
        return any(
            acts[i] in "gA@" or (acts[i] in "Vvi" and lower[i][-1] != "s")
            for i in range(verb, last)
            if lower[i] not in clues_en.PERHAPS
        )

    def _same(self, mention: tuple[int, int]) -> bool:
        words = self.tokens.lower[mention[0] : mention[1]]
        return words[0] in {"the", "this", "that"} and ("same" in words or len(words) == 2)

    def _several(self, end: int) -> bool:
        """Whether the mention that ends here is of more than one person."""
        place = end - 1
        while place and self.acts[place] == "~":
            place -= 1
        one = self.acts[max(0, place - 2) : place]
        return self.acts[place] in "rlo" and not one.startswith("1")

    def _narrow(self, chain: _Chain, people: Iterable[int], first: int, last: int) -> None:
        narrower = chain.people & frozenset(people)
        if narrower != chain.people or len(self.crowd.all) <= FEW:
            chain.clues.append((first, last))
        chain.people = narrower

    def _gender(self, chain: _Chain, at: int) -> None:
        word = self.tokens.lower[at]
        gender = clues_en.GENDERED.get(word) or clues_en.PERSONS.get(word)
        if gender:
            self._narrow(chain, self.crowd.gender[gender], at, at + 1)

    def _words(self, chain: _Chain, begin: int, end: int, *, inside: bool) -> None:
        """What words tell that describe the person: "a retired African officer"."""
        lower = self.tokens.lower
        at = begin
        while at < end:
            letter, word = self.acts[at], lower[at]
            stop = at + 1
            while stop < end and self.acts[stop] == "~":
                stop += 1
            phrase = " ".join(lower[at:stop])
            span = (begin, end) if inside else (at, stop)
            if letter in "NTGCKS" and (place := self.place_of.get(phrase)):
                self._narrow(chain, self.crowd.of_countries(place[1]), *span)
            elif word in clues_en.PERSONS:
                self._narrow(chain, self.crowd.gender[clues_en.PERSONS[word]], *span)
            elif word in clues_en.GENDERED:
                self._narrow(chain, self.crowd.gender[clues_en.GENDERED[word]], at, stop)
            else:
                for piece in (phrase.replace(" ", "_").replace("_-_", "-"), *lower[at:stop]):
                    kind = _KIND_OF.get(piece)
                    if kind is not None:
                        chain.kinds &= self.crowd.kind[kind]
                        chain.clues.append(span)
                        break
            at = stop

    def _styled(self, chain: _Chain, begin: int, end: int) -> None:
        """Whose office has the words that are said of the person."""
        for at in range(begin, end):
            word = self.tokens.lower[at]
            if self.acts[at] in "OYP~" and word in self.crowd.styled:
                people = chain.people & self.crowd.styled[word]
                if people:
                    self._narrow(chain, people, begin, end)

    def _told(self, chain: _Chain, begin: int, last: int) -> None:
        """What the rest of the clause tells of the person who is spoken of."""
        lower, acts = self.tokens.lower, self.acts
        speaks = next((i for i in range(begin, last) if acts[i] in "VvigA"), last)
        # Between the mention and the verb everything is about that person.
        if self._several(begin):
            return
        following = acts[begin : begin + 1]
        apposition = following in {",", "(", "f", "@", "3"} or lower[begin : begin + 1] == ["based"]
        if apposition and following == ",":
            closing = acts.find(",", begin + 1, last)
            aside = acts[begin + 1 : begin + 2]
            life = not clues_en.BIOGRAPHY.isdisjoint(lower[begin + 1 : begin + 4])
            opens = "".join(lower[begin + 1 : begin + 2])
            told = aside in {*"OYPF"} or opens in clues_en.ASIDES
            apposition = begin < closing < begin + 14 and (aside in {*"daOYPFj"} or life or told)
            if apposition:
                if aside != "d" and (life or told):
                    self._life(chain, begin, closing, sure=told)
                self._styled(chain, begin, closing)
                speaks = closing
        elif following in {"1", "8", "2", "9"}:
            self._seated(chain, begin, min(speaks, begin + 10))
        if apposition:
            self._words(chain, begin, min(speaks, begin + 14), inside=False)
        self._main(chain, begin, last)
        if any(word in clues_en.WHOSE for word in lower[begin : min(begin + 3, last)]):
            self._life(chain, begin, last, sure=False)
            self._styled(chain, begin, min(speaks + 10, last))
        human = False
        for at in range(begin, last):
            word = lower[at]
            if acts[at] in _HUMAN and not (apposition and at < speaks):
                human = True
                if acts[at] in _OTHERS:
                    chain.others = True
            if word in clues_en.GENDERED and not human:
                self._gender(chain, at)
                if word in clues_en.OWN:
                    self._career(chain, at, last)
                elif word in clues_en.SUBJECTS:
                    self._deeds(chain, at, last, reported=True)

    def _main(self, chain: _Chain, begin: int, last: int) -> None:
        """ "One participant had been minister", "runs a yard", "saw it as ambassador"."""
        lower, acts = self.tokens.lower, self.acts
        verb = begin
        while verb < last and acts[verb] in "jAI":
            verb += 1
        perfect = not {"had", "has"}.isdisjoint(lower[begin:verb])
        matter = not frames_en.MATTERS.isdisjoint(lower[verb : verb + 6])
        if not matter and (perfect or "".join(lower[verb : verb + 1]).endswith("s")):
            self._deeds(chain, begin - 1, last)
        for at in range(begin, last):
            if (
                lower[at] == "as"
                and re.match(r"a?(?:F~*)*[OY]|P", acts[at + 1 : at + 6])
                and clues_en.NAMED_AS.isdisjoint(lower[begin:at])
            ):
                stop = min(at + 6, last)
                self._styled(chain, at, stop)
                chain.special = True
                chain.clues.append((at, stop))
                break

    def _seated(self, chain: _Chain, begin: int, stop: int) -> None:
        """ "of the upper house in London": a place that the person is in or from."""
        for at in range(begin + 1, stop):
            if self.acts[at] in "KCG" and self.acts[at - 1] in {*"f82d"}:
                self._words(chain, at, at + 1, inside=False)

    def _deeds(self, chain: _Chain, at: int, last: int, *, reported: bool = False) -> None:
        """ "He had run it for three years", "she had been deputy prime minister"."""
        lower, acts = self.tokens.lower, self.acts
        near = range(at + 1, min(at + 5, last))
        deed = next((i for i in near if lower[i] in clues_en.DEEDS), 0)
        been = next((i for i in near if lower[i] in clues_en.BEING), 0)
        if deed:
            if reported and not any(acts[i] in "OXBYKL" for i in range(deed, min(deed + 8, last))):
                return
            stop = min(deed + 8, last)
        elif been and any(
            acts[i] in "OYP" or lower[i] in clues_en.POSTS
            for i in range(been + 1, min(been + 6, last))
        ):
            stop = min(been + 6, last)
            if not {"not", "no", "never"}.isdisjoint(lower[been:stop]):
                return
        else:
            return
        self._styled(chain, at, stop)
        chain.special = True
        chain.clues.append((at, stop))

    def _career(self, chain: _Chain, at: int, last: int) -> None:
        """ "her years as ambassador in Hanoi", "his ministry"."""
        lower, acts = self.tokens.lower, self.acts
        near = range(at + 1, min(at + 5, last))
        careers = [i for i in near if lower[i] in clues_en.CAREER]
        if any(lower[i] in clues_en.FAMILY for i in near):
            chain.special = True
            chain.clues.append((at, min(at + 2, last)))
        elif careers:
            stop = min(at + 10, last)
            if lower[careers[0] + 1 : careers[0] + 2] == ["as"] or any(
                acts[i] in "OXBKCZNY" for i in range(at + 1, stop)
            ):
                self._words(chain, at + 1, stop, inside=False)
                chain.special = True
                chain.clues.append((at, min(at + 3, last)))
        elif any(acts[i] == "B" for i in range(at + 1, min(at + 3, last))):
            self._words(chain, at + 1, min(at + 3, last), inside=False)

    def _life(self, chain: _Chain, begin: int, last: int, *, sure: bool) -> None:
        """ "who had just flown in from Tehran": what only few can say of themselves."""
        lower, acts = self.tokens.lower, self.acts
        clause = range(begin, min(begin + 14, last))
        whose = "whose" in lower[begin : begin + 3]
        if not sure and not whose and not any(lower[i] in clues_en.BIOGRAPHY for i in clause):
            return
        telling = [
            i
            for i in clause
            if acts[i] in _TELLING or lower[i] in clues_en.TRADES or lower[i] in _KIND_OF
        ]
        matter = not frames_en.MATTERS.isdisjoint(lower[begin : begin + 8])
        if telling and (whose or not matter):
            chain.special = True
            chain.clues.append((begin, min(telling[-1] + 1, last)))

    def _closed(self, chain: _Chain) -> Iterator[Guess]:
        if not chain.clues:
            return
        people = chain.people & chain.kinds
        if not people and chain.people != self.crowd.all:
            people = chain.people
        count = len(people)
        first, last = chain.clues[-1]
        everybody, since = self.crowd.all, chain.since
        if everybody and 0 < count <= FEW:
            level = Level.INFERENCE if count == 1 else Level.WARNING
            yield Guess(first, last, level, count, people, since)
        elif chain.special:
            yield Guess(first, last, Level.WARNING, 0, frozenset(), since)
        elif everybody and count > FEW and len(everybody) > count:
            yield Guess(first, last, Level.HINT, count, people, since)
