"""Who is meant without being named: descriptions that fit one person of the roster, or few.

A participant is mentioned ("one participant", "a former ambassador"); what the sentence, and
what goes on with "she" or "As a former minister he", tells of that person is put together
(`portrait`); whoever on the roster it does not exclude may be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facilitator.guard import clues_en, frames_en, lives, lives_en, places
from facilitator.guard.crowd import Crowd, People
from facilitator.guard.findings import Level
from facilitator.guard.homes import Homes
from facilitator.guard.mentions import Mentions
from facilitator.guard.picked import Picked, Picker
from facilitator.guard.portrait import Portrait
from facilitator.guard.scene import FEW, Scene
from facilitator.guard.tokens import Tokens
from facilitator.guard.uniqueness import unique

_SOMEBODY = frozenset("ZPuOoRrSlYhXNTL")
_SAID = frozenset("xnVvi")
_DASHES = frozenset("–—")


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


class Inference:
    """Reads one text for descriptions of people."""

    def __init__(
        self,
        crowd: Crowd,
        tokens: Tokens,
        acts: str,
        place_of: Mapping[str, tuple[str, places.Codes]],
    ) -> None:
        self.scene = Scene(crowd, tokens, acts, place_of)
        self.homes = Homes(self.scene)
        self.tokens = tokens
        self.acts = acts
        self.picker = Picker(tokens, acts)
        self.mentions = Mentions(tokens, acts, self.picker)

    def guesses(self) -> Iterator[Guess]:
        """What fits one person or few, from left to right."""
        portrait: Portrait | None = None
        for first, last in self.tokens.sentences:
            if last - first == 1 and self.tokens.words[first] == "\n":
                continue
            for found in unique(self.tokens, self.acts, first, last):
                level = Level.WARNING if found.few else Level.INFERENCE
                count = 2 if found.few else 1
                yield Guess(found.first, found.last, level, count, frozenset(), first)
            for picked in self.picker.picked(first, last):
                yield from self._counted(picked, first)
            for begin, end in self._clauses(first, last):
                portrait, ended = self._read(portrait, begin, end)
                if ended is not None:
                    yield from self._told(ended)
        if portrait is not None:
            yield from self._told(portrait)

    def _counted(self, picked: Picked, since: int) -> Iterator[Guess]:
        """One or few who are picked out by counting, if they are in this room."""
        everybody = self.scene.crowd.all
        sketch = Portrait(self.scene, since)
        sketch.described(picked.first, picked.last)
        told = bool(sketch.clues and everybody)
        fits = len(sketch.people) if told else 0
        numbered = not clues_en.SEVERAL.isdisjoint(self.tokens.lower[picked.first : picked.last])
        several = picked.few and numbered and not picked.here and not picked.parted
        if told and len(sketch.sure) < (2 if several else 1):
            return
        end = self.tokens.sentence(picked.first)[1]
        past = not picked.world and self.picker.goes_on(picked.first, picked.last, end)
        sure = picked.here or picked.acts
        if not picked.few:
            sure = sure or past
        elif 0 < fits <= FEW:
            # "The two Swedes swapped notes", where the roster has exactly two.
            the = self.tokens.lower[picked.first] == "the"
            exact = (
                the
                and several
                and fits == 2 + ("three" in self.tokens.lower[picked.first : picked.last])
            )
            sure = sure or ((picked.counted or exact) and past)
        else:
            sure = sure and picked.counted
        if sure:
            count = (fits if picked.parted and fits else 2) if picked.few else 1
            level = Level.INFERENCE if count == 1 else Level.WARNING
            people = sketch.people if told else frozenset()
            yield Guess(picked.first, picked.last, level, count, people, since)

    def _clauses(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The sentence [first, last), parted at semicolons and dashes."""
        lower = self.tokens.lower
        begin, held = first, -1
        for place in range(first, last):
            if self.acts[place] == "|":
                if held < 0 and lower[place] in _DASHES and place > begin:
                    # Two dashes set words off as two commas do.
                    pair = (
                        i for i in range(place + 1, min(place + 14, last)) if lower[i] in _DASHES
                    )
                    held = next(pair, -1)
                    if held > 0:
                        continue
                if place == held:
                    held = -1
                    continue
                if place > begin:
                    yield begin, place
                begin = place + 1
        if begin < last:
            yield begin, last

    def _read(
        self, portrait: Portrait | None, first: int, last: int
    ) -> tuple[Portrait | None, Portrait | None]:
        """One clause: the portrait that goes on behind it, and the one that it ended."""
        lower, mentions = self.tokens.lower, self.mentions
        while first < last and (lower[first] in clues_en.JOINING or self.acts[first] in '"-'):
            first += 1
        if first == last:
            return portrait, None
        if portrait is not None and lower[first] in clues_en.SUBJECTS:
            portrait.least = 1  # "Two had been ministers. She": one of them
            portrait.pronouns(first, last)
            portrait.at_home(first, last)
            return portrait, None
        lead = mentions.lead(first, last)
        if lead:
            ended = None
            if portrait is None or lower[lead] not in clues_en.SUBJECTS:
                portrait, ended = Portrait(self.scene, first), portrait
            portrait.introduced(first, lead)
            if lower[lead] in clues_en.SUBJECTS:
                portrait.pronouns(lead, last)
            else:
                portrait.told(lead + 1, last)
            return portrait, ended
        mention = mentions.first(first, last)
        opens = lower[first] in clues_en.SUBJECTS and portrait is None and self._spoken(first)
        if opens and lives_en.TALES.isdisjoint(lower[first:last]):
            fresh = Portrait(self.scene, first)
            fresh.pronouns(first, last)
            fresh.at_home(first, last)
            for span in lives.told(lower, self.acts, first + 1, last):
                fresh.clues.append(span)
                fresh.special = True
            return fresh, None
        if mention is None:
            sent = self.homes.sent(first, last) if "f" in self.acts[first:last] else None
            if sent is not None:
                fresh = Portrait(self.scene, first)
                fresh.pending = sent
                return fresh, portrait
            if mentions.remark(first, last, fresh=portrait is None):
                fresh = Portrait(self.scene, first)
                fresh.pronouns(first, last)
                return fresh, portrait
            if portrait is not None:
                portrait.pronouns(first, last)
                portrait.at_home(first, last)
            return portrait, None
        if portrait is not None and mentions.goes_on(mention):
            portrait.told(mention[1], last)
            portrait.at_home(mention[0], last)
            return portrait, None
        fresh = Portrait(self.scene, first)
        if mentions.counted(*mention):
            fresh.least = 2
        fresh.described(*mention)
        if mentions.several(mention[1]) or self.acts[mention[1] - 1] == "@":
            at = mention[1]
            while at < min(mention[1] + 7, last) and lower[at] in clues_en.ARE_MANY:
                at += 1
            if mention[1] < at < last and self.acts[at] in "FNTGolPO":
                fresh.described(at, min(at + 4, last))
        else:
            fresh.told(mention[1], last)
            fresh.at_home(mention[0], last)
        return fresh, portrait

    def _spoken(self, first: int) -> bool:
        """Whether "she" at `first` opens the text, or what somebody said who is not told."""
        if first == 0:
            return True
        before, lower = self.acts[:first], self.tokens.lower[:first]
        if not _SOMEBODY.isdisjoint(before) or frames_en.years(lower):
            return False
        said = not _SAID.isdisjoint(before) or not clues_en.PIECES.isdisjoint(lower)
        return said and lives_en.TALES.isdisjoint(lower)

    def _told(self, portrait: Portrait) -> Iterator[Guess]:
        """What a portrait that is finished comes to."""
        if not portrait.clues:
            return
        first, last = portrait.clues[-1]
        people, since, everybody = portrait.people, portrait.since, self.scene.crowd.all
        count = len(people)
        if everybody and portrait.least <= count <= FEW:
            level = Level.INFERENCE if count == 1 else Level.WARNING
            yield Guess(first, last, level, count, people, since)
        elif portrait.special:
            yield Guess(first, last, Level.WARNING, 0, frozenset(), since)
        elif everybody and FEW < count < len(everybody):
            yield Guess(first, last, Level.HINT, count, people, since)
