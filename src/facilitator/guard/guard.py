"""The guard: what in a text would tell who spoke, or who was there.

It is a second reader and no certificate. It cannot see a person who is on no roster, a
nickname that is not listed, somebody's style, or what only outside knowledge reveals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitator.agenda import Agenda, Rule
from facilitator.guard import bodies, lexicon
from facilitator.guard.findings import Finding, Level
from facilitator.guard.folding import fold, fold_name
from facilitator.guard.frames import Language, Match, english, outside
from facilitator.guard.inference import FEW, Crowd, Inference
from facilitator.guard.labels import Labels
from facilitator.guard.people import Reader
from facilitator.guard.spelling import Spellings
from facilitator.guard.tokens import Tokens
from facilitator.roster import Participant, Roster


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

        Without `segment_id` the text is read as under the Rule. Never raises.
        """
        folded = fold(text)
        tokens = Tokens(folded)
        if not tokens.words:
            return ()
        letters = self.language.letters(tokens, self.bodies.phrases)
        found: list[Finding] = []
        for named in Reader(self.spellings, self.language, tokens, letters).names():
            if any(self._on_record(i, segment_id) for i in named.people):
                continue
            level = Level.IDENTITY if named.sure else Level.HINT
            reason = "names a participant" if named.sure else "a participant has the same name"
            found.append(_finding(text, tokens, level, named.first, named.last, reason))
        labels = Labels(
            self.spellings.lexicon, self.language, tokens, letters, roster=self.roster is not None
        )
        for start, end, reason in labels.found():
            a, b = folded.span(start, end)
            found.append(Finding(Level.IDENTITY, a, b, text[a:b], reason))
        for first, last in tokens.sentences:
            for match in self.language.matches(letters, first, last):
                if self._holds(match, tokens, letters):
                    found.append(
                        _finding(
                            text, tokens, Level.AFFILIATION, match.first, match.last,
                            match.pattern.reason,
                        )
                    )
        reader = Inference(self.crowd, tokens, letters, self.language.places)
        for guess in reader.guesses():
            if guess.people and all(self._on_record(i, segment_id) for i in guess.people):
                continue
            found.append(
                _finding(
                    text, tokens, guess.level, guess.first, guess.last, _fits(guess.count)
                )
            )
        return tuple(_settled(found))

    def _on_record(self, person: int, segment_id: str | None) -> bool:
        """Whether the person may be named in that segment, by their own consent."""
        if self.agenda is None or segment_id is None:
            return False
        who = self.people[person]
        segment = next((s for s in self.agenda.segments if s.id == segment_id), None)
        if segment is None or segment.rule is not Rule.ON_RECORD:
            return False
        name = fold_name(who.name).lower()
        for keynote in self.agenda.keynotes:
            if fold_name(keynote.name).lower() == name:
                return keynote.public and segment_id in keynote.on_record_in
        return who.public

    def _holds(self, match: Match, tokens: Tokens, letters: str) -> bool:
        conditions = match.pattern.conditions
        if "private" in conditions and outside(tokens, match.first, match.last, match.end):
            return False
        lower = tokens.lower
        span = letters[match.first : match.last]
        last = span.rstrip("~")[-1:]
        if "place" in conditions:
            if last == "G" or (last == "B" and letters[match.first + len(span.rstrip("~")) - 2] not in "dm"):
                return False
        at = span.find("X")
        if at >= 0:
            end = at + 1
            while end < len(span) and span[end] == "~":
                end += 1
            said = " ".join(lower[match.first + at : match.first + end])
            if said in self.bodies.capitals and not tokens.words[match.first + at].isupper():
                return False
            if "disclosed" in conditions and said in self.bodies.disclosed:
                return False
            if "quiet" in conditions and said not in self.bodies.quiet:
                return False
        if "office" in conditions:
            heads = {lower[match.first + i] for i, c in enumerate(span) if c in "O~"}
            if self.roster is not None:
                return bool(heads & self.bodies.heads)
            return letters[match.end : match.end + 4].lstrip("j")[:1] in {"V", "i"} or "F" in span
        return True


def _fits(count: int) -> str:
    if count == 1:
        return "fits exactly one participant"
    if count == 0:
        return "tells so much of a participant that others may know who it is"
    return f"fits only {count} participants" if count <= FEW else f"fits {count} participants"


def _finding(
    text: str, tokens: Tokens, level: Level, first: int, last: int, reason: str
) -> Finding:
    start, end = tokens.original(first, last - 1)
    return Finding(level, start, end, text[start:end], reason)


def _settled(found: Iterable[Finding]) -> Iterator[Finding]:
    """In the order of the text; of two that overlap the graver, then the longer."""
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: (f.level.rank, f.start - f.end, f.start)):
        if all(finding.end <= other.start or finding.start >= other.end for other in kept):
            kept.append(finding)
    return iter(sorted(kept, key=lambda f: f.start))


def _everybody(roster: Roster | None, agenda: Agenda | None) -> tuple[Participant, ...]:
    people = list(roster.participants) if roster else []
    known = {fold_name(person.name).lower() for person in people}
    for keynote in agenda.keynotes if agenda else ():
        if fold_name(keynote.name).lower() not in known:
            people.append(
                Participant(keynote.name, office=keynote.office, affiliation=keynote.of,
                            public=keynote.public)
            )
    return tuple(people)


def _disclosed(roster: Roster | None, agenda: Agenda | None) -> list[str]:
    found = list(roster.disclosed_bodies) if roster else []
    for body in agenda.organisations if agenda else ():
        found += [name for name in (body.name, body.short, body.parent) if name]
    return found

