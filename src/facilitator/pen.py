"""One person's hand in the record: what they last wrote and which topic they are on.

It lives in memory only: nothing that is kept says who wrote what.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from facilitator import capture
from facilitator.agenda import Segment
from facilitator.errors import Refused
from facilitator.record import (
    MAX_DEPTH,
    POSITIONS,
    Kind,
    Line,
    Mark,
    Note,
    NoteId,
    OffTheRecord,
    asks,
    keeps_order,
    refuse_unwritable,
    stored_kind,
)
from facilitator.service import Erased, Secretariat
from facilitator.text import clean


@dataclass(frozen=True, slots=True)
class Written:
    """What came of one line: the note as stored (None: the line held no text).

    `settled` is the letter of a question that it marked as answered.
    """

    note: Note | None
    captured: capture.Captured
    echoed: bool = False
    settled: str = ""

    @property
    def alone(self) -> bool:
        """Whether the other side of something was written with nothing above it."""
        note = self.note
        return note is not None and note.kind is Kind.OTHER_SIDE and note.parent is None


class Pen:
    """One person's hand: where they are writing, in memory only.

    `path` are the ids last written at each depth, `topics` the ones that stick.
    """

    def __init__(self, secretariat: Secretariat) -> None:
        """A hand that has written nothing yet."""
        self.secretariat = secretariat
        self.topics: tuple[str, ...] = ()
        self.path: tuple[NoteId, ...] = ()
        self.segment = ""
        self.own: list[NoteId] = []

    def write(
        self, line: str, segment_id: str, depth: int = 0, note_id: NoteId | None = None
    ) -> Written:
        """Keep one line in a segment, `depth` levels under what was written last.

        Durable on return. Sending the same `note_id` again keeps nothing twice. Raises
        `Refused` (with the reason in one sentence) or `Trouble`; then nothing was kept.
        """
        store = self.secretariat.store
        agenda = store.agenda()
        try:
            segment = agenda.segment(segment_id)
        except KeyError:
            raise Refused(f"there is no segment “{clean(segment_id)}”") from None
        captured = capture.parse(clean(line), agenda.topics)
        if segment_id != self.segment:
            self.segment, self.path = segment_id, ()
        if captured.echo:
            return self._echo(captured)
        if captured.topics is not None:
            self.topics = captured.topics
        if captured.empty:
            if captured.answers:
                refuse_unwritable(segment, quote=False)
                if store.snapshot("").progress.off_record:
                    raise OffTheRecord
                return Written(None, captured, settled=self._settle(captured.answers))
            if captured.topics is None:
                raise Refused("there is nothing behind the sign")
            return Written(None, captured)
        words = captured.words
        refuse_unwritable(segment, quote=words.quote)
        if words.kind is Kind.OTHER_SIDE:
            depth = max(depth, 1)
        kind = stored_kind(words.kind, segment)
        above = self.path[: min(depth, MAX_DEPTH - 1)]
        if captured.answers and kind is Kind.ANSWER:
            above = self._under(captured.answers, segment)
        elif captured.answers:
            # Who answers is known here: a point, and nothing that ties it to the question.
            self._question(captured.answers)
            above = ()
        note, running = store.keep(
            Note(
                id=note_id or self.secretariat.new_id(),
                segment=segment_id,
                kind=kind,
                text=words.text,
                topics=self.topics,
                quote=words.quote,
                parent=above[-1] if above else None,
                position=self.secretariat.randbelow(POSITIONS),
                mark=Mark.OPEN if asks(kind, segment) else Mark.NONE,
            ),
            append=keeps_order(agenda, segment),
        )
        if running:
            self.secretariat.volatile.arrived(segment_id, note.id)
        self.path = (*above, note.id)
        self.own.append(note.id)
        settled = self._settle(captured.answers) if captured.answers else ""
        return Written(note, captured, settled=settled)

    def _question(self, tag: str) -> Note:
        for note in self.secretariat.store.snapshot("").questions:
            if note.tag == tag:
                return note
        raise Refused(f"there is no question {tag}")

    def _under(self, tag: str, segment: Segment) -> tuple[NoteId, ...]:
        """The points that an answer stands under, from the top; () in another segment."""
        question = self._question(tag)
        if question.segment != segment.id:
            return ()
        notes = self.secretariat.store.snapshot(segment.id).notes
        parents = {note.id: note.parent for note in notes}
        above: tuple[NoteId, ...] = ()
        step: NoteId | None = question.id
        while step is not None:
            above, step = (step, *above), parents.get(step)
        return above[: MAX_DEPTH - 1]

    def _settle(self, tag: str) -> str:
        """Mark a question as answered, where nobody has said what becomes of it."""
        question = self._question(tag)
        if question.mark is not Mark.OPEN:
            return ""
        self.secretariat.store.mark(question.id, Mark.ANSWERED, question.round)
        return tag

    def stand_under(self, lines: Sequence[Line], segment_id: str) -> None:
        """Take the last points shown as those written last, where this hand wrote none yet."""
        if self.segment == segment_id and self.path:
            return
        self.segment, self.path = segment_id, ()
        for line in lines:
            self.path = (*self.path[: line.depth], line.note.id)

    def stand_at(self, lines: Sequence[Line], note: Note) -> None:
        """Stand at a chosen point of those shown: what comes next echoes it, or goes under it."""
        self.segment, self.path = note.segment, ()
        for line in lines:
            self.path = (*self.path[: line.depth], line.note.id)
            if line.note.id == note.id:
                return

    def _echo(self, captured: capture.Captured) -> Written:
        store = self.secretariat.store
        for note_id in reversed(self.path):
            if store.note(note_id) is not None:  # it may have been struck, or taken back
                return Written(store.echo(note_id), captured, echoed=True)
        raise Refused("there is no point above to echo")

    def edit(self, note_id: NoteId, segment_id: str, revision: int, line: str) -> Note:
        """Change a note last seen at `revision` to what the line says.

        Raises `Conflict` where somebody else changed it first, `Refused` or `Trouble`.
        """
        agenda = self.secretariat.store.agenda()
        segment = agenda.segment(segment_id)
        captured = capture.parse(clean(line), agenda.topics)
        if captured.echo or captured.empty:
            raise Refused("an empty line changes nothing; to remove the point, strike it")
        words = captured.words
        refuse_unwritable(segment, quote=words.quote)
        kind = stored_kind(words.kind, segment)
        asked = asks(kind, segment)
        return self.secretariat.store.edit(
            note_id, revision, replace(words, kind=kind), asked=asked
        )

    def forget(self, gone: Collection[NoteId]) -> None:
        """Go on as if these points had never been written."""
        self.path = tuple(i for i in self.path if i not in gone)
        self.own = [i for i in self.own if i not in gone]

    def strike(self, note_id: NoteId) -> Erased:
        """Erase a point for good."""
        self.forget({note_id})
        return self.secretariat.strike(note_id)
