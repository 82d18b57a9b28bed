"""The guard: what in a text would tell who spoke, or who was there.

It is a second reader and no certificate. It cannot see a person who is on no roster, a
nickname that is not listed, somebody's style, or what only outside knowledge reveals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from facilitator.agenda import Agenda, Rule
from facilitator.guard import bodies, lexicon, patterns_en
from facilitator.guard.conditions import Context, holds
from facilitator.guard.crowd import Crowd
from facilitator.guard.findings import Edit, Finding, Level
from facilitator.guard.folding import fold, fold_name
from facilitator.guard.frames import Language, english
from facilitator.guard.inference import Inference
from facilitator.guard.labels import Labels
from facilitator.guard.people import Reader
from facilitator.guard.portrait import FEW
from facilitator.guard.rewrites import Sight, Writer
from facilitator.guard.spelling import Spellings
from facilitator.guard.tokens import Tokens
from facilitator.roster import Participant, Roster

ANNOUNCED = "\0announced"
"""In the place of a segment: a title, a lead, a keynote line, which no segment can be called."""

_MENTIONS = frozenset("RrPlOouNTS@GYFWqB")


class Guard:
    """Reads texts with one roster and one agenda in mind; either may be missing."""

    def __init__(self, roster: Roster | None, agenda: Agenda | None = None) -> None:
        self.roster = roster
        self.agenda = agenda
        self.language: Language = english()
        self.people = people = _everybody(roster, agenda)
        self.crowd = Crowd(people if roster is not None else ())
        self.spellings = Spellings(lexicon.build(people), self.language)
        self.bodies = bodies.build(people, _disclosed(roster, agenda), self.language)

    def check(self, text: str, segment_id: str | None = None) -> tuple[Finding, ...]:
        """What would tell who spoke or who was there, in the order of the text.

        Without `segment_id` the text is read as under the Rule. With `ANNOUNCED` it is read
        as the hosts' own announcement, in which public people may be named. Never raises.
        """
        reading = self._read(text, segment_id)
        if reading is None or not reading.found:
            return ()
        writer = Writer(text, reading.tokens, reading.letters)
        return tuple(
            self._mended(
                text,
                finding,
                writer.edit(sight) if finding.level.rank < 4 else None,
                reading.tokens,
                sight,
                segment_id,
            )
            for finding, sight in reading.found
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
        blocked = reading is not None and any(f.blocks for f, _ in reading.found)
        return None if blocked else mended

    def _mended(
        self,
        text: str,
        finding: Finding,
        edit: Edit | None,
        tokens: Tokens,
        sight: Sight,
        segment_id: str | None,
    ) -> Finding:
        """`finding` with the change, when the guard reads less in the sentence after it."""
        if edit is None or edit.end > len(text):
            return finding
        first, last = tokens.sentence(sight.first)
        begin, end = tokens.original(first, last - 1)
        begin, end = min(begin, edit.start), max(end, edit.end)
        if finding.level in (Level.INFERENCE, Level.WARNING):
            begin, end = 0, len(text)
        before = self._read(text[begin:end], segment_id)
        local = Edit(edit.start - begin, edit.end - begin, edit.text)
        after = self._read(local.applied(text[begin:end]), segment_id)
        if _weight(after) < _weight(before):
            return replace(finding, edit=edit)
        return finding

    def _read(self, text: str, segment_id: str | None) -> _Reading | None:
        folded = fold(text)
        tokens = Tokens(folded)
        if not tokens.words:
            return None
        letters = self.language.letters(tokens, self.bodies.phrases)
        found: list[tuple[Finding, Sight]] = []

        def put(
            level: Level, sight: Sight, reason: str, inside: tuple[int, int] | None = None
        ) -> None:
            start, end = tokens.original(sight.first, sight.last - 1)
            if inside is not None:
                token = tokens.spans[sight.first][0]
                start, end = folded.span(token + inside[0], token + inside[1])
            found.append((Finding(level, start, end, text[start:end], reason), sight))

        for named in Reader(self.spellings, self.language, tokens, letters).names():
            if any(self._on_record(i, segment_id) for i in named.people):
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
        on_record = [i for i in range(len(self.people)) if self._on_record(i, segment_id)]
        context = Context(
            tokens,
            letters,
            acts,
            self.bodies,
            self.language.places,
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
        if self._may_infer(acts):
            reader = Inference(self.crowd, tokens, acts, self.language.places)
            for guess in reader.guesses():
                if guess.people and all(self._on_record(i, segment_id) for i in guess.people):
                    continue
                sight = Sight(guess.first, guess.last, "inference", guess.people)
                put(guess.level, sight, _fits(guess.count))
        return _Reading(tokens, letters, tuple(_settled(found)))

    @staticmethod
    def _may_infer(acts: str) -> bool:
        return not _MENTIONS.isdisjoint(acts)

    def _on_record(self, person: int, segment_id: str | None) -> bool:
        """Whether the person may be named in that segment, by their own consent."""
        who = self.people[person]
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
class _Reading:
    tokens: Tokens
    letters: str
    found: tuple[tuple[Finding, Sight], ...]


def _weight(reading: _Reading | None) -> int:
    """How much stands against a text: what blocks counts most, hints nothing."""
    weights = {Level.HINT: 0, Level.WARNING: 1}
    return 0 if reading is None else sum(weights.get(f.level, 8) for f, _ in reading.found)


def _settled(found: Iterable[tuple[Finding, Sight]]) -> Iterator[tuple[Finding, Sight]]:
    """In the order of the text; of two that overlap the graver, then the longer."""
    kept: list[tuple[Finding, Sight]] = []
    for each in sorted(found, key=lambda f: (f[0].level.rank, f[0].start - f[0].end, f[0].start)):
        finding = each[0]
        if all(finding.end <= other.start or finding.start >= other.end for other, _ in kept):
            kept.append(each)
    return iter(sorted(kept, key=lambda f: f[0].start))


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
