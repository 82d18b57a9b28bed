"""The guard on one session: what stands in its points, what somebody kept with a reason.

Screens, commands and the gate before every export ask here, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitator.agenda import Agenda
from facilitator.errors import Refused
from facilitator.guard.dismissals import digest, dismiss
from facilitator.guard.findings import Finding, Level
from facilitator.guard.folding import fold_name
from facilitator.guard.guard import ANNOUNCED, Guard
from facilitator.publish.around import Text
from facilitator.publish.document import wordings
from facilitator.record import Dismissal, Note, NoteId
from facilitator.roster import Participant, Roster

_REMEMBERED = 50_000

LIMITS = (
    "Attributions in other languages than English are not recognised.",
    "A person on no roster, an unlisted nickname, somebody's style, and what only outside"
    " knowledge tells, cannot be seen.",
    "The guard is a second reader, not a certificate.",
)
"""What the guard cannot do, a sentence each, in the words of the help."""


@dataclass(frozen=True, slots=True)
class Held:
    """A finding, and the `text` of the point or paragraph in which it stands.

    `segment` is the id of the point's segment, `ANNOUNCED` where the hosts themselves speak.
    """

    finding: Finding
    text: str
    segment: str


def joined(roster: Roster | None, people: Iterable[str]) -> Roster | None:
    """The roster with those who were typed in and are not on it; None where there is nobody."""
    known = {fold_name(each.name).lower() for each in roster.participants} if roster else set()
    new = [person for person in people if fold_name(person).lower() not in known]
    if not new:
        return roster
    before = roster or Roster()
    added = tuple(Participant(person) for person in new)
    return Roster((*before.participants, *added), before.disclosed_bodies)


class Watch:
    """Reads texts of one session; safe to call from several threads, and never raises.

    `roster` None: names cannot be checked, attributions without a name still can.
    """

    def __init__(self, roster: Roster | None, agenda: Agenda, salt: bytes) -> None:
        """Index the roster (25 ms for 500 people)."""
        self.roster = roster
        self.agenda = agenda
        self.salt = salt
        self._guard = Guard(roster, agenda)
        self._read: dict[tuple[str, str], tuple[tuple[Finding, str], ...]] = {}

    def forget(self) -> None:
        """Forget every text that was read: some of it was struck, or never to be noted."""
        self._read.clear()

    def all_in(self, text: str, segment: str) -> tuple[Finding, ...]:
        """Every finding in a text noted in `segment`, also those that somebody dismissed."""
        return tuple(finding for finding, _ in self._digested(text, segment))

    def standing(
        self, text: str, segment: str, dismissals: Iterable[Dismissal] = ()
    ) -> tuple[Finding, ...]:
        """The findings in a text noted in `segment` that nobody has dismissed."""
        kept = {each.digest for each in dismissals}
        return tuple(f for f, key in self._digested(text, segment) if key not in kept)

    def dismissed(
        self, text: str, segment: str, dismissals: Iterable[Dismissal]
    ) -> tuple[tuple[Finding, Dismissal], ...]:
        """The findings that somebody dismissed, each with its dismissal."""
        kept = {each.digest: each for each in dismissals}
        return tuple((f, kept[key]) for f, key in self._digested(text, segment) if key in kept)

    def dismiss(self, text: str, finding: Finding, reason: str) -> Dismissal:
        """Keep the wording of `finding`; raises `Refused` where the reason is none, or would
        itself tell who is meant."""
        if any(each.blocks for each in self._guard.check(reason)):
            raise Refused("the reason itself tells who is meant: word it without that")
        return dismiss(text, finding, reason, self.salt)

    def held_back(self, made: Text, dismissals: Sequence[Dismissal]) -> tuple[Held, ...]:
        """What stands in a text that is to leave the house, in its points and around them."""
        found = self._in_notes(made.told, dismissals)
        # The points once more, as printed: words set together may tell what each did not.
        for text in wordings(made.document):
            self._hold(found, text, ANNOUNCED, dismissals)
        return tuple(found.values())

    def in_notes(self, notes: Iterable[Note], dismissals: Sequence[Dismissal]) -> tuple[Held, ...]:
        """What stands in the words of these points, printed or not."""
        return tuple(self._in_notes(notes, dismissals).values())

    def _in_notes(
        self, notes: Iterable[Note], dismissals: Sequence[Dismissal]
    ) -> dict[tuple[str, str], Held]:
        found: dict[tuple[str, str], Held] = {}
        for note in notes:
            for text in (note.text, note.reservations):
                self._hold(found, text, note.segment, dismissals)
        return found

    def _hold(
        self,
        found: dict[tuple[str, str], Held],
        text: str,
        segment: str,
        dismissals: Sequence[Dismissal],
    ) -> None:
        for finding in self.standing(text, segment, dismissals):
            key = (finding.words.lower(), text.strip(' .!?:“”"').lower())
            found.setdefault(key, Held(finding, text, segment))

    def _digested(self, text: str, segment: str) -> tuple[tuple[Finding, str], ...]:
        known = self._read.get((text, segment))
        if known is None:
            if len(self._read) > _REMEMBERED:
                self._read.clear()
            known = self._read[text, segment] = tuple(
                (finding, digest(text, finding, self.salt))
                for finding in self._guard.check(text, segment)
            )
        return known


def marked(
    watch: Watch, notes: Iterable[Note], dismissals: Sequence[Dismissal]
) -> dict[NoteId, Finding]:
    """The gravest finding that stands in each of the notes, by the note's id; hints do not."""
    found: dict[NoteId, Finding] = {}
    for note in notes:
        standing = watch.standing(note.text, note.segment, dismissals)
        grave = min(standing, key=lambda finding: finding.level.rank, default=None)
        if grave is not None and grave.level is not Level.HINT:
            found[note.id] = grave
    return found
