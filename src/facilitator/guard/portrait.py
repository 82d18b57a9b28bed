"""What a text tells of one participant who is not named, put together."""

from __future__ import annotations

import re
from collections.abc import Iterable

from facilitator.guard import acts_en, clues_en, frames_en, kinds_en, lives
from facilitator.guard.crowd import People
from facilitator.guard.homes import Homes, Place, of_language
from facilitator.guard.scene import FEW, Scene

KIND_OF = {word: i for i, kind in enumerate(kinds_en.KINDS) for word in kind.told.split()}
"""The number of the kind that a word tells."""

_HUMAN = frozenset("ZOPuRSrlo")
_OTHERS = frozenset("OYhu")
_STYLE = frozenset("OYPFBLXl")
_TELLING = frozenset("OXBKCZNbYGPL")
_LIVED = clues_en.BIOGRAPHY | clues_en.DEEDS
_COMPANY = frozenset("OYhP")
_IS_SOMEBODY = re.compile(r"(?:a|(?=P~|[FP]~*[P1]))(?:[FNTGB.]~*){0,2}[uPO]")
_AS_OFFICE = re.compile(r"a?(?:F~*)*[OY]|P")


class Portrait:
    """Grows from clause to clause; `people` are those whom nothing told excludes."""

    def __init__(self, scene: Scene, since: int) -> None:
        self.scene = scene
        self.crowd = scene.crowd
        self.homes = Homes(scene)
        self.lower = scene.tokens.lower
        self.acts = scene.acts
        self.since = since
        self.sure: People = self.crowd.all
        """Whom gender, country and office leave."""
        self.before = self.sure
        """Whom they left before the last of them."""
        self.kinds: People = self.crowd.all
        """Whom the kinds of work leave, which a roster tells less surely."""
        self.clues: list[tuple[int, int]] = []
        self.least = 1
        """How many there are of whom the mention picks one: of fewer it cannot be spoken."""
        self.special = False
        """Whether it tells of a life that others may know."""
        self.others = False
        """Whether somebody else was spoken of, so that "she" may be she."""
        self.company = False
        """The same, of whatever kind."""
        self.pending: Place | None = None
        """Where a remark came from: somebody's place once "she" goes on."""

    @property
    def people(self) -> People:
        """Who may be meant."""
        both = self.sure & self.kinds
        return both if both or self.sure == self.crowd.all else self.sure

    def described(self, first: int, last: int) -> None:
        """The mention's own words: "a retired African officer"."""
        self._words(first, last, whole=True)

    def introduced(self, first: int, lead: int) -> None:
        """What the words before the subject at `lead` tell of it."""
        stop = lead - 1 if self.acts[lead - 1] == "," else lead
        telling = any(
            self.acts[i] in _STYLE or self.lower[i] in KIND_OF for i in range(first, stop)
        )
        self._words(first + 1, stop)
        self._styled(first, stop)
        opener = self.lower[first]
        if telling and opener in clues_en.WITHOUT_COMMA and opener != "in":
            self._special(first, stop)

    def told(self, begin: int, last: int) -> None:
        """What the clause tells after a mention that ends at `begin`."""
        lower, acts = self.lower, self.acts
        speaks = next((i for i in range(begin, last) if acts[i] in "VvigsA"), last)
        following = acts[begin : begin + 1]
        # Between the mention and the verb everything is about that person.
        stop = 0
        if following in {",", "|"}:
            stop = self._aside(begin, last)
            if acts[begin + 1 : begin + 2] == "W":
                self._comes(self.homes.origin(begin + 1, last))
        elif following == "W":
            self._comes(self.homes.origin(begin, last))
        elif following in {"(", "f", "@", "3"} or lower[begin : begin + 1] == ["based"]:
            stop = min(speaks, begin + 14)
        elif following in {"1", "8", "2", "9"}:
            self._seated(begin, min(speaks, begin + 10))
            if following == "1" and acts[begin - 1] in "POF~":
                self._words(begin, min(speaks, begin + 8))
        elif following == "'" and acts[begin + 1 : begin + 2] in {"B", "L"}:
            self._special(begin, begin + 2)
        if stop:
            self._words(begin, stop)
        self._did(begin, last)
        for span in lives.told(lower, acts, begin, last):
            self._special(*span)
        if any(word in clues_en.WHOSE for word in lower[begin : min(begin + 3, last)]) or (
            "".join(lower[begin : begin + 1]) in clues_en.BUSY
        ):
            self._life(begin, last, sure=False)
            self._styled(begin, min(speaks + 10, last))
        self.pronouns(begin, last, after=stop, reported=True)

    def at_home(self, first: int, last: int) -> None:
        """What the clause tells of where the person lives or works."""
        self._comes(self.homes.fronted(first))
        self._comes(self.homes.home(first, last, company=self.company))

    def _comes(self, place: Place | None) -> None:
        if place is not None:
            self._narrow(place.people, place.at, place.at + 1)

    def pronouns(self, begin: int, last: int, *, after: int = 0, reported: bool = False) -> None:
        """What "she" and "his" tell, until somebody else is spoken of."""
        human = self.others and not reported
        for at in range(begin, last):
            if self.acts[at] in _HUMAN and at >= after:
                if not (self.acts[at] == "P" and self.lower[at - 1] in clues_en.GENDERED):
                    human = human or reported or self.acts[at] in _OTHERS
                if self.acts[at] in _OTHERS:
                    self.others = True
            word = self.lower[at]
            self.company |= self.acts[at] in _COMPANY and word not in clues_en.PERSONS
            if reported and word in clues_en.OBJECTS and self._is_object(at):
                continue
            if word in clues_en.GENDERED and not human:
                self.gender(at)
                if word in clues_en.OWN:
                    if not self.company:
                        self.career(at, last)
                elif word in clues_en.SUBJECTS:
                    if not self.company:
                        self.deeds(at, last, reported=reported)
                    if not reported:
                        self._as_somebody(at + 1, last)

    def _is_object(self, at: int) -> bool:
        """Whether "her" stands behind a verb and before no noun: then it is somebody else."""
        behind = self.acts[at - 1 : at] in {*"Vvg"}
        return behind and (
            self.lower[at] == "him" or self.acts[at + 1 : at + 2] in {*"!,|123456789ftj"}
        )

    def gender(self, at: int) -> None:
        """What the pronoun at `at` tells."""
        word = self.lower[at]
        gender = clues_en.GENDERED.get(word) or clues_en.PERSONS.get(word)
        if gender:
            self._narrow(self.crowd.gender[gender], at, at + 1)
            pending, self.pending = self.pending, None
            self._comes(pending)

    def deeds(self, at: int, last: int, *, reported: bool = False) -> None:
        """ "He had run it for three years", "she had been deputy prime minister"."""
        lower, acts = self.lower, self.acts
        near = range(at + 1, min(at + 5, last))
        stop = 0
        for i in near:
            word = lower[i]
            rest = range(i + 1, min(i + 7, last))
            if word in clues_en.DEEDS or word in clues_en.TRADES:
                if reported and not any(
                    acts[k] in "OXBYKL" or lower[k] in clues_en.POSTS
                    for k in range(i, min(i + 8, last))
                ):
                    return
                stop = min(i + 8, last)
            elif word == "spent" and any(lower[k] in clues_en.SPANS for k in rest):
                stop = min(i + 8, last)
            elif word in {"wore", "worn"} and "uniform" in lower[i : i + 4]:
                stop = min(i + 4, last)
            elif word == "born":
                stop = i + 1
            elif word in clues_en.BEING and any(
                acts[k] in "OYP" or (lower[k] in clues_en.POSTS and lower[k - 1] != "only")
                for k in rest[:5]
            ):
                stop = min(i + 6, last)
            elif word in clues_en.HAVING and any(lower[k] in clues_en.HELD for k in rest[:3]):
                stop = min(i + 5, last)
            elif word in clues_en.ARRIVED and "from" in lower[i : i + 4] and not reported:
                stop = min(i + 6, last)
            elif (
                "had" in lower[at:i]
                and not reported
                and any(lower[k] in {"himself", "herself"} for k in rest[1:])
            ):
                stop = min(i + 7, last)
            if stop:
                break
        if not stop or not clues_en.NOT.isdisjoint(lower[at + 1 : stop]):
            return
        self._styled(at, stop)
        self._special(at, stop)

    def career(self, at: int, last: int) -> None:
        """ "her years as ambassador in Hanoi", "his ministry", "her brother"."""
        lower, acts = self.lower, self.acts
        near = range(at + 1, min(at + 5, last))
        careers = [i for i in near if lower[i] in clues_en.CAREER]
        stop = min(at + 10, last)
        if any(lower[i] in clues_en.FAMILY or lower[i] in clues_en.LIFETIME for i in near[:2]):
            self._special(at, min(at + 2, last))
        elif careers:
            if lower[careers[0] + 1 : careers[0] + 2] == ["as"] or any(
                acts[i] in "OXBKCZNY" or lower[i] in KIND_OF for i in range(at + 1, stop)
            ):
                self._words(at + 1, stop)
                self._special(at, min(at + 3, last))
        elif any(
            (acts[i] in "Bb" and lower[i] not in acts_en.SHARED - {"board"})
            or lower[i] in clues_en.OWNED
            for i in near[:2]
        ):
            self._words(at + 1, min(at + 3, last))
            self._special(at, min(at + 3, last))

    def _narrow(
        self, people: Iterable[int], first: int, last: int, *, instead: bool = False
    ) -> None:
        if instead:
            self.sure = self.before
        self.before = self.sure
        narrower = self.sure & frozenset(people)
        if narrower != self.sure or len(self.crowd.all) <= FEW:
            self.clues.append((first, last))
        self.sure = narrower

    def _special(self, first: int, last: int) -> None:
        self.special = True
        self.clues.append((first, last))

    def _words(self, begin: int, end: int, *, whole: bool = False) -> None:
        """What words tell that describe the person, each for itself or as a `whole`."""
        lower, acts = self.lower, self.acts
        at = begin
        named: frozenset[str] = frozenset()
        while at < end:
            stop = at + 1
            while stop < end and acts[stop] == "~":
                stop += 1
            phrase, word = " ".join(lower[at:stop]), lower[at]
            span = (begin, end) if whole else (at, stop)
            if acts[at] == "G" and acts[stop : stop + 1] == "Z":
                pass  # "the African Union"
            elif acts[at] in "NTGCKS" and (place := self.scene.place_of.get(phrase)):
                # Of two places with "and" between them somebody is from one.
                joined = named and acts[at - 1] == "&" and acts[at - 2] in "NTGCKS~"
                if not of_language(acts, at, stop):
                    named = named | place[1] if joined else place[1]
                    self._narrow(self.crowd.of_countries(named), *span, instead=bool(joined))
            elif word in clues_en.PERSONS:
                self._narrow(self.crowd.gender[clues_en.PERSONS[word]], *span)
            elif word in clues_en.GENDERED:
                self._narrow(self.crowd.gender[clues_en.GENDERED[word]], at, stop)
            else:
                self._kind(at, stop, span)
            at = stop

    def _kind(self, at: int, stop: int, span: tuple[int, int]) -> None:
        lower = self.lower
        phrase = "_".join(lower[at:stop]).replace("_-_", "-")
        for piece in (phrase, "_".join(lower[at : at + 2]), *lower[at:stop]):
            kind = KIND_OF.get(piece)
            if kind is not None:
                left = self.kinds & self.crowd.kind[kind]
                if left or self.kinds == self.crowd.all:
                    self.kinds = left
                self.clues.append(span)
                return

    def _styled(self, begin: int, end: int) -> None:
        """Whose office has the words that are said of the person."""
        for at in range(begin, end):
            word = self.lower[at]
            if (
                self.acts[at] in "OYP~"
                and len(word) > 3
                and word not in acts_en.NO_TRADES
                and word in self.crowd.styled
            ):
                people = self.sure & self.crowd.styled[word]
                if people:
                    self._narrow(people, begin, end)

    def _aside(self, begin: int, last: int) -> int:
        """Where words set off behind the mention end, if they are about the person; else 0."""
        lower, acts = self.lower, self.acts
        closing = acts.find(acts[begin], begin + 1, last)
        if closing < 0 and acts[begin + 1 : begin + 2] in {"a", "F", "O", "Y"}:
            closing = last - 1 if acts[last - 1 : last] == "!" else last
        if not begin < closing < begin + 14:
            return 0
        opens = lower[begin + 1]
        life = not clues_en.BIOGRAPHY.isdisjoint(lower[begin + 1 : begin + 4])
        sure = acts[begin + 1] in "OYPFf" or opens in clues_en.ASIDES
        if not (life or sure or acts[begin + 1] in "daj"):
            return 0
        if acts[begin + 1] == "d" and acts[closing - 1 : closing] in {"u", "P"}:
            self._words(begin + 2, closing)  # "one of the Koreans, the woman, had"
        elif acts[begin + 1] != "d" and (life or sure):
            self._life(begin, closing, sure=sure)
        self._styled(begin, closing)
        return closing

    def _did(self, begin: int, last: int) -> None:
        """ "One participant had been minister", "runs a yard", "saw it as ambassador"."""
        lower, acts = self.lower, self.acts
        verb = begin
        while verb < last and acts[verb] in "jAI":
            verb += 1
        used = lower[begin : begin + 3] == ["used", "to", "be"]
        perfect = used or not {"had", "has"}.isdisjoint(lower[begin:verb])
        matter = not frames_en.MATTERS.isdisjoint(lower[verb : verb + 6])
        if not matter and (perfect or "".join(lower[verb : verb + 1]).endswith("s")):
            self.deeds(begin - 1, last)
        if verb < last and self._becomes(verb, last):
            self._special(begin, min(verb + 6, last))
        if lower[verb - 1] in clues_en.BEING and _IS_SOMEBODY.match(acts, verb):
            self._words(verb, min(verb + 8, last))
        if "living" in lower[verb:last] or "by" in lower[verb:last]:
            clause = " ".join(lower[verb:last])
            if any(phrase in clause for phrase in clues_en.LIVELIHOOD):
                self._special(begin, last)
        self._as_somebody(begin, last)

    def _as_somebody(self, begin: int, last: int) -> None:
        """ "Saw it as ambassador", "having sat there", "in Arabic"."""
        lower, acts = self.lower, self.acts
        for at in range(begin, last):
            word = lower[at]
            if word == "as" and clues_en.NAMED_AS.isdisjoint(lower[begin:at]):
                if "".join(lower[at + 1 : at + 2]) in clues_en.SOMEBODY:
                    self._life(at, last, sure=False)
                elif _AS_OFFICE.match(acts, at + 1):
                    stop = min(at + 6, last)
                    self._styled(at, stop)
                    self._special(at, stop)
                    break
            elif word in {"in", "into", "to"} and at + 1 < last:
                place = self.homes.language(at + 1)
                if place is not None and self.sure & place.people:
                    self._comes(place)
            elif word == "having" and acts[at - 1] == "," and at > begin + 1:
                self._life(at, last, sure=False)

    def _becomes(self, verb: int, last: int) -> bool:
        """ "Was born there", "will take over the embassy", "joined by phone from Riyadh"."""
        lower, acts = self.lower, self.acts
        near = lower[verb : verb + 6]
        if near[0] == "born":
            return True
        if not clues_en.BECOMING.isdisjoint(near[:4]):
            return any(acts[i] in "OYBX" for i in range(verb, min(verb + 7, last)))
        if near[0] in clues_en.ARRIVED or near[0] in clues_en.JOINED:
            at = next((i for i in range(verb, min(verb + 6, last)) if acts[i] == "f"), last)
            at += acts[at + 1 : at + 2] == "d"
            if acts[at + 1 : at + 2] in {"K", "C", "Z", "B", "G"}:
                self._words(at + 1, min(at + 3, last))
                return True
        return False

    def _seated(self, begin: int, stop: int) -> None:
        """ "of the upper house in London": a place that the person is in or from."""
        for at in range(begin + 1, stop):
            adjective = self.acts[at] == "G" and self.acts[at + 1 : at + 2] in {"Z", ".", "B"}
            if self.acts[at] in "KCG" and self.acts[at - 1] in {*"f82d"} and not adjective:
                self._words(at, at + 1)

    def _life(self, begin: int, last: int, *, sure: bool) -> None:
        """ "who had just flown in from Tehran": what only few can say of themselves."""
        lower, acts = self.lower, self.acts
        clause = range(begin, lives.closed(acts, begin, min(begin + 14, last)))
        whose = "whose" in lower[begin : begin + 3]
        lived = any(lower[i] in _LIVED and lower[i + 1 : i + 2] != ["through"] for i in clause)
        if not sure and not whose and not lived:
            return
        telling = [
            i
            for i in clause
            if acts[i] in _TELLING
            or (acts[i] == "Z" and i > begin + 1)
            or (whose and lower[i] in clues_en.FAMILY)
            or (lower[i].isdigit() and len(lower[i]) == 4)
            or lower[i] in clues_en.TRADES
            or lower[i] in KIND_OF
            or lower[i] in clues_en.OWNED
            or (lower[i] in clues_en.POSTS and "been" in lower[begin:i])
        ]
        matter = not frames_en.MATTERS.isdisjoint(lower[begin : begin + 8])
        if whose and not telling:
            owner = next(i for i in clause if lower[i] == "whose")
            telling = [owner + 1] if acts[owner + 1 : owner + 2] == "." else []
        if telling and (whose or not matter):
            self._special(begin, min(telling[-1] + 1, last))
