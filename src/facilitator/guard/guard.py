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
from facilitator.guard.people import Reader
from facilitator.guard.tokens import Tokens
from facilitator.roster import Participant, Roster


class Guard:
    """Reads texts with one roster and one agenda in mind; either may be missing."""

    def __init__(self, roster: Roster | None, agenda: Agenda | None = None) -> None:
        self.roster = roster
        self.agenda = agenda
        self.language: Language = english()
        people = _everybody(roster, agenda)
        self.lexicon = lexicon.build(people)
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
        for named in Reader(self.lexicon, self.language, tokens, letters).names():
            level = Level.IDENTITY if named.sure else Level.HINT
            reason = "names a participant" if named.sure else "a participant has the same name"
            found.append(_finding(text, tokens, level, named.first, named.last, reason))
        for first, last in tokens.sentences:
            for match in self.language.matches(letters, first, last):
                if self._holds(match, tokens, letters):
                    found.append(
                        _finding(
                            text, tokens, Level.AFFILIATION, match.first, match.last,
                            match.pattern.reason,
                        )
                    )
        return tuple(_settled(found))

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


_ = Rule
