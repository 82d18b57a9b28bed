"""The guard: what in a text would tell who spoke, or who was there.

It is a second reader and no certificate. It cannot see a person who is on no roster, a
nickname that is not listed, somebody's style, or what only outside knowledge reveals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from facilitator.agenda import Agenda, Rule
from facilitator.guard import bodies, clues_en, index, patterns_en
from facilitator.guard.conditions import holds
from facilitator.guard.crowd import Crowd
from facilitator.guard.findings import Edit, Finding, Level
from facilitator.guard.folding import fold, fold_name
from facilitator.guard.frames import Language, english
from facilitator.guard.inference import Inference
from facilitator.guard.labels import Labels
from facilitator.guard.people import Reader
from facilitator.guard.rewrites import Sight, Writer
from facilitator.guard.room import Context
from facilitator.guard.scene import FEW
from facilitator.guard.spelling import Spellings
from facilitator.guard.tokens import Tokens
from facilitator.roster import Participant, Roster

ANNOUNCED = "\0announced"
"""In the place of a segment: a title, a lead, a keynote line, which no segment can be called."""

UNREAD = "could not be read by the guard: read it yourself, then keep it with a reason"
"""Why a text is held back that the guard fails on."""

_MENTIONS = frozenset("RrPlOouNTS@GYFWqBx")


class Guard:
    """Reads texts with one roster and one agenda in mind; either may be missing."""

    def __init__(self, roster: Roster | None, agenda: Agenda | None = None) -> None:
        self.roster = roster
        self.agenda = agenda
        self.language: Language = english()
        self.people = people = _everybody(roster, agenda)
        self._record: dict[str | None, frozenset[int]] = {}
        self.crowd = Crowd(people if roster is not None else ())
        self.spellings = Spellings(index.build(people), self.language)
        self.bodies = bodies.build(people, _disclosed(roster, agenda), self.language)

    def check(
        self, text: str, segment_id: str | None = None, *, offers: bool = True
    ) -> tuple[Finding, ...]:
        """What would tell who spoke or who was there, in the order of the text.

        Without `segment_id` the text is read as under the Rule. With `ANNOUNCED` it is read
        as the hosts' own announcement, in which public people may be named. Without `offers`
        no rewrites come with the findings: each costs another reading of its sentence.
        Never raises: a text that it fails on is held back as a whole, for a person to read.
        """
        try:
            return self._check(text, segment_id, offers=offers)
        except Exception:  # noqa: BLE001 - a fault here must neither lose a line nor let it pass
            return (Finding(Level.INFERENCE, 0, len(text), text.strip()[:40], UNREAD),)

    def _check(self, text: str, segment_id: str | None, *, offers: bool) -> tuple[Finding, ...]:
        reading = self._read(text, segment_id)
        if reading is None or not reading.found:
            return ()
        if not offers:
            return tuple(seen.finding for seen in reading.found)
        writer = Writer(text, reading.tokens, reading.letters)
        return tuple(
            self._mended(text, place, reading, writer.edit(reading.found[place].sight), segment_id)
            if seen.finding.level is not Level.HINT
            else seen.finding
            for place, seen in enumerate(reading.found)
        )

    def mend(self, text: str, segment_id: str | None = None) -> str | None:
        """`text` with every rewrite made; None where one is missing or something still blocks."""
        findings = [f for f in self.check(text, segment_id) if f.level is not Level.HINT]
        mended = text
        before = len(text)
        for finding in reversed(findings):
            if finding.edit is None or finding.edit.end > before:
                return None
            mended = finding.edit.applied(mended)
            before = finding.edit.start
        reading = self._read(mended, segment_id)
        blocked = reading is not None and any(each.finding.blocks for each in reading.found)
        return None if blocked else mended

    def _mended(
        self,
        text: str,
        place: int,
        reading: _Reading,
        edit: Edit | None,
        segment_id: str | None,
    ) -> Finding:
        """The finding with the change, when the guard reads less in the sentence after it.

        Only the sentence is read again, for a description all sentences that it draws on.
        Read alone, a sentence may tell less of somebody than the whole text did; what was
        seen there by description is therefore counted behind the change and not before it.
        """
        tokens, seen = reading.tokens, reading.found[place]
        finding = seen.finding
        if edit is None or edit.end > len(text):
            return finding
        described = finding.level in (Level.INFERENCE, Level.WARNING)
        first, last = tokens.sentence(seen.sight.first)
        if described:
            first = tokens.sentence(seen.since)[0]
        begin, end = tokens.original(first, last - 1)
        begin, end = min(begin, edit.start), max(end, edit.end)
        before = sum(
            _WEIGHTS[other.level]
            for other in (each.finding for each in reading.found)
            if begin <= other.start < end and (described or other.level not in _BY_DESCRIPTION)
        )
        local = Edit(edit.start - begin, edit.end - begin, edit.text)
        if _weight(self._read(local.applied(text[begin:end]), segment_id)) < before:
            return replace(finding, edit=edit)
        return finding

    def _read(self, text: str, segment_id: str | None) -> _Reading | None:
        folded = fold(text)
        tokens = Tokens(folded)
        if not tokens.words:
            return None
        letters = self.language.letters(tokens, self.bodies.phrases)
        if self.bodies.heads:
            letters = self.bodies.parted(tokens, letters)
        found: list[_Seen] = []

        def put(
            level: Level,
            sight: Sight,
            reason: str,
            inside: tuple[int, int] | None = None,
            since: int = 0,
        ) -> None:
            start, end = tokens.original(sight.first, sight.last - 1)
            if inside is not None:
                token = tokens.spans[sight.first][0]
                start, end = folded.span(token + inside[0], token + inside[1])
            found.append(_Seen(Finding(level, start, end, text[start:end], reason), sight, since))

        on_record = self._on_record(segment_id)
        for named in Reader(self.spellings, self.language, tokens, letters).names():
            if not on_record.isdisjoint(named.people):
                continue
            sight = Sight(named.first, named.last, "person", frozenset(named.people))
            if named.sure:
                put(Level.IDENTITY, sight, "names a participant", named.inside)
            else:
                put(Level.HINT, sight, "a participant has the same name")
        labels = Labels(
            self.spellings.lexicon, self.language, tokens, letters, roster=self.roster is not None
        )
        for start, end, reason in labels.found():
            first, last = tokens.between(start, end)
            if last > first:
                put(Level.IDENTITY, Sight(first, last, "person"), reason)
        acts = self.language.acts(tokens, letters)
        context = Context(
            tokens,
            letters,
            acts,
            self.bodies,
            self.language.places_and_peoples,
            self.roster is not None,
            on_record,
        )
        for first, last in tokens.sentences:
            for match in self.language.matches(acts, first, last):
                if holds(match, context):
                    kind = patterns_en.KINDS.get(match.pattern.name, "body")
                    put(
                        Level.AFFILIATION,
                        Sight(match.first, match.last, kind),
                        match.pattern.reason,
                    )
        if self._may_infer(acts, tokens):
            reader = Inference(self.crowd, tokens, acts, self.language.places_and_peoples)
            for guess in reader.guesses():
                if guess.people and guess.people <= on_record:
                    continue
                sight = Sight(guess.first, guess.last, "inference", guess.people)
                put(guess.level, sight, _fits(guess.count), since=guess.since)
        return _Reading(tokens, letters, tuple(_settled(found)))

    @staticmethod
    def _may_infer(acts: str, tokens: Tokens) -> bool:
        told = not (_MENTIONS.isdisjoint(acts) and clues_en.REMARKS.isdisjoint(tokens.lower))
        return told or tokens.lower[0] in clues_en.SUBJECTS

    def _on_record(self, segment_id: str | None) -> frozenset[int]:
        """Who may be named in that segment, by their own consent."""
        known = self._record.get(segment_id)
        if known is None:
            known = self._record[segment_id] = frozenset(
                i for i, who in enumerate(self.people) if self._may_be_named(who, segment_id)
            )
        return known

    def _may_be_named(self, who: Participant, segment_id: str | None) -> bool:
        if segment_id == ANNOUNCED:
            return who.public
        if self.agenda is None or segment_id is None:
            return False
        segment = next((s for s in self.agenda.segments if s.id == segment_id), None)
        if segment is None or segment.rule is not Rule.ON_RECORD:
            return False
        name = fold_name(who.name).lower()
        for keynote in self.agenda.keynotes:
            if fold_name(keynote.name).lower() == name:
                return keynote.public and segment_id in keynote.on_record_in
        return who.public


def _fits(count: int) -> str:
    if count == 1:
        return "fits exactly one participant"
    if count == 0:
        return "tells so much of a participant that others may know who it is"
    return f"fits only {count} participants" if count <= FEW else f"fits {count} participants"


@dataclass(frozen=True, slots=True)
class _Seen:
    """A finding, what was seen, and the token since which the text tells it."""

    finding: Finding
    sight: Sight
    since: int


@dataclass(frozen=True, slots=True)
class _Reading:
    tokens: Tokens
    letters: str
    found: tuple[_Seen, ...]


_BY_DESCRIPTION = frozenset({Level.INFERENCE, Level.WARNING})
_WEIGHTS = {
    Level.IDENTITY: 8,
    Level.AFFILIATION: 8,
    Level.INFERENCE: 8,
    Level.WARNING: 1,
    Level.HINT: 0,
}
"""How much stands against a text: what blocks counts most, hints nothing."""


def _weight(reading: _Reading | None) -> int:
    return 0 if reading is None else sum(_WEIGHTS[each.finding.level] for each in reading.found)


def _settled(found: Iterable[_Seen]) -> Iterator[_Seen]:
    """In the order of the text; of two that overlap the graver, then the longer."""
    kept: list[_Seen] = []
    for each in sorted(found, key=_gravest):
        start, end = each.finding.start, each.finding.end
        if all(end <= other.finding.start or start >= other.finding.end for other in kept):
            kept.append(each)
    return iter(sorted(kept, key=lambda each: each.finding.start))


def _gravest(seen: _Seen) -> tuple[int, int, int]:
    finding = seen.finding
    return finding.level.rank, finding.start - finding.end, finding.start


def _everybody(roster: Roster | None, agenda: Agenda | None) -> tuple[Participant, ...]:
    people = list(roster.participants) if roster else []
    known = {fold_name(person.name).lower() for person in people}
    for keynote in agenda.keynotes if agenda else ():
        if fold_name(keynote.name).lower() not in known:
            people.append(
                Participant(
                    keynote.name,
                    office=keynote.office,
                    affiliation=keynote.of,
                    public=keynote.public,
                )
            )
    return tuple(people)


def _disclosed(roster: Roster | None, agenda: Agenda | None) -> list[str]:
    found = list(roster.disclosed_bodies) if roster else []
    for body in agenda.organisations if agenda else ():
        found += [name for name in (body.name, body.short, body.parent) if name]
    return found
