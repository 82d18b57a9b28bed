"""What the core asks of its edges: a store of the record, and a place that forgets.

The service and the screens know these protocols only; SQLite, the runtime directory, and
later a shared store, are the wiring's business.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from facilitator.agenda import Agenda
from facilitator.progress import Progress
from facilitator.record import (
    Agreement,
    AsHeld,
    Dismissal,
    Mark,
    Note,
    NoteId,
    Release,
    Seal,
    Words,
)
from facilitator.review import Review
from facilitator.roster import Roster

if TYPE_CHECKING:
    from facilitator.copies import Copy
    from facilitator.joining import Joined


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that is stored of a session at one moment; `notes` of the asked segment or all.

    `questions` are those put in Q&A segments, of the whole session; `unlisted` is how many
    people came who are in no roster file. `total` counts the points of the whole session;
    `scrub_pending` is whether old traces still wait to be wiped; `digest` is the
    fingerprint of the agenda file gone by; `segments_answered` is whether somebody said
    which segments were held. `dismissals` are the wordings that somebody has looked at and
    kept, as digests under the session's `salt`. `reviews` are those begun, where all notes were
    asked for. `sealed` is how far its sealing has come.
    """

    progress: Progress
    notes: tuple[Note, ...]
    total: int
    scrub_pending: bool
    had_roster: bool
    held: AsHeld
    segments_answered: bool
    digest: str
    questions: tuple[Note, ...] = ()
    unlisted: int = 0
    salt: bytes = b""
    dismissals: tuple[Dismissal, ...] = ()
    reviews: tuple[Review, ...] = ()
    sealed: Seal = Seal.OPEN


@dataclass(frozen=True, slots=True)
class Standing:
    """How one question stands: what has become of it, and in which round it is."""

    note: NoteId
    mark: Mark
    round: int


@dataclass(frozen=True, slots=True)
class Sealing:
    """How far the sealing of a session has come; `roster` is the file to be destroyed.

    `spared` is whether it was asked to stay; "" where it came over standard input.
    """

    state: Seal
    roster: str = ""
    spared: bool = False


class RecordStore(Protocol):
    """What the service needs of a store. One method is one transaction, durable on return.

    Every method may raise `Trouble` where the disk or the file does not let it, and then
    nothing has changed. Writes of text raise `Refused` off the record.
    """

    @property
    def place(self) -> str:
        """Where it lies, for a person: the path of a file."""

    def agenda(self) -> Agenda:
        """The plan the session goes by."""

    def adopt(self, agenda: Agenda, digest: str, progress: Progress) -> None:
        """Go by another plan from now on."""

    def snapshot(self, segment: str | None = None, *, patient: bool = True) -> Snapshot:
        """What is stored, with the notes of one segment or (None) of all.

        Impatient, it raises `Busy` at once where a writer is in the way.
        """

    def elsewhere(self, segment: str) -> tuple[Note, ...]:
        """The notes of every other segment; raises `Busy` at once where a writer is in the way."""

    def note(self, note_id: NoteId) -> Note | None:
        """One note as it stands; None where there is none."""

    def struck(self, ids: Collection[NoteId]) -> frozenset[NoteId]:
        """Those of these points (a few hundred at most) that were struck."""

    def changed(self) -> int:
        """A number that differs after anybody's commit; cheap enough for 20 calls a second.

        Raises `Busy` where a writer is in the way at that moment.
        """

    def keep(self, note: Note, *, append: bool) -> tuple[Note, bool]:
        """Store a note once, however often it is sent; `append` puts it behind its siblings.

        A note with a mark is a question: it gets a free letter and the present round. The
        note as stored, and whether its segment is running now.
        """

    def edit(self, note_id: NoteId, revision: int, words: Words, *, asked: bool = False) -> Note:
        """Change a note that is still at `revision`; raises `Conflict` otherwise.

        `asked` is whether it is a question of a Q&A segment now.
        """

    def mark(self, note_id: NoteId, mark: Mark, round: int) -> Note:
        """Say what has become of a question, and in which round it stands."""

    def agree(
        self, note_id: NoteId, was: tuple[Agreement, str], now: tuple[Agreement, str]
    ) -> Note:
        """Say whether a point was agreed, and with which reservations.

        Raises `Overtaken` where neither `was` nor `now` stands; so do the next two.
        """

    def release(self, note_id: NoteId, was: Release | None, now: Release | None) -> Note:
        """Say how far a point may go; None: as far as the agenda says."""

    def number(self, note_id: NoteId, was: bool | None, now: bool | None) -> Note:
        """Say how the points below are listed; None: as usual."""

    def merge(self, note_id: NoteId, revision: int, into: NoteId, into_revision: int) -> Note:
        """Let `into` stand for a note that says the same; its voices and points go along.

        Raises `Conflict` where one of them has been changed since its revision.
        """

    def part(self, note_id: NoteId) -> Note:
        """Take a merged note out again, with its own voices; its points stay where they are."""

    def dismiss(self, dismissals: Sequence[Dismissal]) -> None:
        """Remember wordings that somebody has looked at and kept."""

    def recall(self, dismissals: Sequence[Dismissal]) -> None:
        """Forget that these were kept, so that they stand again."""

    def echo(self, note_id: NoteId, by: int = 1) -> Note:
        """Count further voices for a point, or (below zero) take them back."""

    def move(
        self,
        note_id: NoteId,
        was_under: NoteId | None,
        under: NoteId | None,
        before: NoteId | None,
        *,
        arranged: bool,
    ) -> None:
        """Put a note under another (None: top), before a sibling (None: last)."""

    def transfer(
        self, note_id: NoteId, was: str, now: str, along: Collection[NoteId] | None = None
    ) -> Note:
        """Put a point of segment `was`, with those below it, at the top of segment `now`.

        What stands below it from another segment stays there; with `along` only these go.
        Each is what the rule of that segment lets it be: a question gets or loses its letter.
        Raises `Refused` where one may not be noted there, `StaleState` where it moved meanwhile.
        """

    def strike(self, note_id: NoteId) -> tuple[Note, ...]:
        """Erase a note, and those merged into it; its children move up to where it stood.

        What was erased, as it was.
        """

    def reviews(self) -> tuple[Review, ...]:
        """The reviews of texts that were begun."""

    def review(self, review: Review) -> Review:
        """Store what a review has become, as it is stored then.

        Raises `StaleState` where another than the one it was made from stands.
        """

    def abandon(self, review: Review) -> None:
        """Forget a review; raises `StaleState` where another than this one stands."""

    def written(self) -> tuple[str, ...]:
        """The paths of the files that were made of the points, wherever they are now."""

    def wrote(self, paths: Sequence[str]) -> None:
        """Remember where files were made of the points."""

    def copy(self) -> Copy:
        """All that another laptop may have of the record."""

    def take(self, theirs: Copy) -> Joined:
        """Join another laptop's copy with what is stored at this moment, in one transaction.

        Raises `Refused` off the record, or where the copy is of another session or agenda.
        """

    def advance(self, before: Progress, after: Progress, mix: Sequence[str]) -> None:
        """Store the next state of the session, if `before` still stands (`StaleState`).

        The top positions of the segments in `mix` are drawn anew in the same transaction.
        """

    def answer(self, held: AsHeld) -> None:
        """Store what was held."""

    def count_unlisted(self, number: int) -> None:
        """Remember how many people came who are in no roster file; their names are not told."""

    def mark_roster(self, place: str = "") -> None:
        """Remember the one bit that this session had a roster.

        Of the file at `place` only a keyed digest is kept, until sealing: it answers nothing
        but whether two sessions use the same file.
        """

    def uses_roster(self, place: str) -> bool:
        """Whether the roster file at `place` is this session's."""

    def sealing(self) -> Sealing:
        """How far the sealing has come, and which roster file waits to be destroyed."""

    def mark_seal(self, agenda: Agenda, roster: str, *, spared: bool) -> None:
        """Destroy what could still tell, in one transaction, and remember that sealing began.

        `agenda` is the plan that stays; `roster` the file that is destroyed in the end, unless
        it is `spared`. Top points that nobody placed are drawn anew, and so are points below
        others that nobody placed; every id is renewed, and the list of the struck is dropped.
        """

    def redirect_seal(self, roster: str, *, spared: bool) -> None:
        """Another file is to be destroyed (or spared) in the end than was said at first."""

    def advance_seal(self, state: Seal) -> None:
        """The sealing has come further; at its end the roster's place is forgotten."""

    def scrub(self) -> bool:
        """Wipe the traces of what was erased or reordered; False where a reader is in the way."""

    def close(self) -> None:
        """Let go of the file."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A finished line that the disk has not taken yet; `id` makes sending it again harmless.

    `revision` is that of the note the line changes; None where it is a new one.
    """

    id: NoteId
    segment: str
    text: str
    depth: int = 0
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The line being typed in one screen, and the lines that still wait for the disk.

    `edits` is the point (and its `revision`) that the line changes; None for a new one.
    """

    segment: str = ""
    text: str = ""
    depth: int = 0
    waiting: tuple[Waiting, ...] = ()
    edits: NoteId | None = None
    revision: int = 0

    def without(self, gone: Collection[NoteId]) -> Unfinished:
        """The same with nothing that was meant for these notes."""
        waiting = tuple(line for line in self.waiting if line.id not in gone)
        if self.edits is not None and self.edits in gone:
            return Unfinished(waiting=waiting)
        return replace(self, waiting=waiting)


class Volatile(Protocol):
    """A place for what must not outlive the meeting; it survives a crash of the program only.

    Losing any of it loses no note, so failures to write raise nothing.
    """

    @property
    def shelter(self) -> str:
        """What a crash would cost, in words for the screen; "" where it costs nothing."""

    def arrival(self, segment: str) -> tuple[NoteId, ...]:
        """The notes of a running segment in the order in which they were kept."""

    def arrived(self, segment: str, note_id: NoteId) -> None:
        """Remember that this note came next."""

    def arrivals(self, segment: str) -> int:
        """How many notes have arrived in a running segment; cheap."""

    def forget(self, segment: str) -> None:
        """Destroy the order of arrival of a segment."""

    def save_line(self, line: Unfinished) -> bool:
        """Remember the unfinished line of this screen; False where there is no room for it.

        An empty one blanks it.
        """

    def left_line(self) -> Unfinished:
        """The line that an earlier screen in this place left unfinished."""

    def strike(self, ids: Collection[NoteId]) -> None:
        """Erase these notes from the lines that screens left behind; open screens do it themselves.

        A change of a struck point that somebody was typing goes with it.
        """

    def attend(self) -> bool:
        """Use the session beside others; False where somebody seals or purges it now."""

    def alone(self) -> bool:
        """Use the session alone from now on; False where another process uses it."""

    def take_desk(self) -> bool:
        """Become the session's one desk; False where another process is."""

    def desk_taken(self) -> bool:
        """Whether some process is the session's desk."""

    def journal(self, entry: str) -> bool:
        """Append one line to the floor's journal; False where it lives in memory only."""

    def journalled(self) -> tuple[str, ...]:
        """The lines of the floor's journal, a torn last one left out."""

    def rewrite_journal(self, entries: Sequence[str]) -> None:
        """Replace the floor's journal, all at once."""

    def show_stage(self, text: str) -> None:
        """Leave what the stage may show of the floor, for its process to read."""

    def stage(self) -> str:
        """What the desk left for the stage; "" where there is nothing."""

    def destroy(self) -> None:
        """Destroy everything kept here for the session."""

    def release(self) -> None:
        """Give up locks; what is kept stays for the next screen."""


@dataclass(frozen=True, slots=True)
class RosterNews:
    """What became of the roster's file: another `roster`, or why the one before still serves."""

    roster: Roster | None = None
    trouble: str = ""


class Outside(Protocol):
    """The files that were made of the points and lie where no strike reaches."""

    def still_holding(self, paths: Sequence[str], texts: Iterable[str]) -> tuple[str, ...]:
        """A line for each file that holds one of the texts, or may because it cannot be read."""


class RosterSource(Protocol):
    """The roster's own file, followed for as long as a screen is open."""

    def news(self) -> RosterNews | None:
        """What is new since the last call (None: nothing); cheap where nothing is.

        It may wait for a disk, and raises nothing.
        """
