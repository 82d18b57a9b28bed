"""A text on its way round: copies out, answers in, as the record stands at each moment.

Screens, commands and the gate before every export ask here, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from facilitator import clearing
from facilitator.errors import Refused, StaleState
from facilitator.publish.document import Document
from facilitator.publish.phrases import day as in_words
from facilitator.publish.points import Label
from facilitator.publish.reviewed import Since, copy, numbers, reading_order, reviewed
from facilitator.record import Mark, Note, NoteId, Words, refuse_unwritable
from facilitator.review import (
    Body,
    Numbered,
    Points,
    Review,
    Stage,
    Step,
    TextName,
    changed,
    objecting,
    present,
    stage,
    to_see_again,
    unanswered,
    unseen,
    version,
    waiting_time,
)
from facilitator.service import Secretariat
from facilitator.text import clean

_TRIES = 5


@dataclass(frozen=True)
class Standing:
    """One text at one moment: its review, the points that it tells, and every note."""

    text: TextName
    review: Review | None
    points: Points
    notes: Mapping[NoteId, Note]

    @cached_property
    def stage(self) -> Stage:
        """How far the text has come."""
        return stage(self.review, self.points)

    @cached_property
    def step(self) -> Step | None:
        """The body that has the text now, if any."""
        return present(self.review, self.points) if self.review else None

    @cached_property
    def numbers(self) -> Mapping[NoteId, int]:
        """The number by which the copies know each point."""
        known = self.review.numbers if self.review else ()
        return {each.note: each.number for each in known if each.note is not None}

    @cached_property
    def unanswered(self) -> tuple[int, ...] | None:
        """The numbers not answered by the body that has the text; None where that is not kept."""
        if self.review is None or self.step is None:
            return ()
        return unanswered(self.review, self.step.body, self.points)

    @cached_property
    def changed(self) -> tuple[int, ...]:
        """The numbers that say something else than when they were first printed."""
        return changed(self.review, self.points) if self.review else ()

    @cached_property
    def fresh(self) -> tuple[NoteId, ...]:
        """The points that stand otherwise than in the last copy of the body that has the text."""
        if self.review is None or self.step is None or self.step.printed is None:
            return ()
        return unseen(self.review, self.step.body, self.points)

    @cached_property
    def struck(self) -> tuple[int, ...]:
        """The numbers whose points are gone for good."""
        known = self.review.numbers if self.review else ()
        return tuple(each.number for each in known if each.note is None)

    @cached_property
    def merged(self) -> Mapping[int, int | None]:
        """The numbers whose points another stands for, and its number, if a copy had it."""
        found: dict[int, int | None] = {}
        for note, number in self.numbers.items():
            into = self.notes[note].merged if note in self.notes else None
            if into is not None:
                found[number] = self.numbers.get(into)
        return found

    @cached_property
    def left_out(self) -> tuple[int, ...]:
        """The numbers whose points are in the record, and in this text no more."""
        return tuple(
            number
            for note, number in self.numbers.items()
            if note not in self.points and number not in self.merged
        )

    @property
    def missing(self) -> str:
        """What a begun review still lacks, in a line; "" where nothing does."""
        if self.review is None or self.step is None:
            return ""
        body, step = self.step.body.named, self.step
        if objections := objecting(self.review):
            return f"an objection of {', '.join(each.named for each in objections)} stands"
        if step.printed is None:
            return f"no copy has been printed for {body}"
        if self.fresh:
            return f"the text has changed since the copy for {body}"
        until = f" until {in_words(step.until)}" if step.until else ""
        if step.passed:
            return "nobody has said --cleared"
        return f"it is with {body}{until}"


@dataclass(frozen=True, slots=True)
class Amended:
    """What came of an amendment: the point, the texts it is in, and who sees it again."""

    note: Note
    unchanged: bool
    texts: tuple[TextName, ...]
    again: Mapping[TextName, tuple[Body, ...]]
    unquoted: bool


class Circulation:
    """The reviews of one session, as every face of the program sees them."""

    def __init__(self, secretariat: Secretariat) -> None:
        """Look at the session behind `secretariat`."""
        self._secretariat = secretariat
        self._store = secretariat.store
        self._made: dict[TextName, Callable[[Label], Document]] = {
            TextName.BRIEF: lambda label: secretariat.brief(label=label).document,
            TextName.REPORT: lambda label: secretariat.report(label=label).document,
        }

    @property
    def texts(self) -> tuple[TextName, ...]:
        """The texts that can be made."""
        return tuple(self._made)

    def today(self) -> date:
        """The day in the zone of the session."""
        zone = ZoneInfo(self._store.agenda().session.timezone)
        return datetime.fromtimestamp(self._secretariat.now().wall, zone).date()

    def look(self, text: TextName) -> Standing:
        """Where the text stands."""
        notes = {note.id: note for note in self._store.snapshot(None).notes}
        review = next((each for each in self._store.reviews() if each.text is text), None)
        order = reading_order(self._made[text], tuple(notes.values()))
        points = {note: version(notes[note]) for note in order}
        return Standing(text, review, points, notes)

    def reviewed(self, text: TextName) -> str:
        """How the text was reviewed, for its own page."""
        return reviewed(text, self.look(text).review)

    # The steps

    def begin(self, text: TextName) -> Standing:
        """Begin the review of a closed session's text, or take over the agenda's steps."""
        if not self._store.snapshot("").progress.closed:
            raise Refused("the session is not closed: facilitator close comes first")
        if not self.look(text).points:
            raise Refused(f"there is nothing to review: the {text} tells no point")
        agenda = self._store.agenda()
        return self._change(text, lambda s: clearing.begun(s.review, agenda, text))

    @contextmanager
    def copy(
        self, text: TextName, make: Callable[[Label], Document] | None = None
    ) -> Iterator[Document]:
        """A numbered copy for the body that has the text, to be written in the block.

        `make` makes the text as it is to be printed (None: as it is looked at).

        The numbers are stored before anything is printed with them. Where the block fails,
        nobody was given a copy.
        """
        before = self.look(text)
        if not before.points:
            raise Refused(f"there is nothing to review: the {text} tells no point")
        review, wait = _begun(before), waiting_time(self._store.agenda(), text)
        day = self.today()
        now = self._change(text, lambda s: clearing.printed(_begun(s), s.points, day, wait))
        step = now.step
        if step is None:
            raise AssertionError("a copy is printed for somebody")
        had = {each.number for each in review.given if each.body is step.body}
        fresh = sorted(now.numbers[note] for note in before.fresh)
        since = Since(
            tuple(number for number in fresh if number in had),
            tuple(number for number in fresh if number not in had),
            tuple(n for n in sorted({*now.struck, *now.merged, *now.left_out}) if n in had),
        )
        document = (make or self._made[text])(numbers(now.numbers))
        try:
            yield copy(document, step, since)
        except BaseException:
            self._withdraw(review)
            raise

    def _withdraw(self, before: Review) -> None:
        """The copy was never written: its day is forgotten, its numbers stay."""

        def restored(standing: Standing) -> Review:
            now = _begun(standing)
            return replace(now, steps=before.steps, given=before.given)

        self._change(before.text, restored)

    def redate(self, text: TextName, printed: date | None, until: date | None) -> Standing:
        """Put right the day of the present copy, or the last day for an objection."""
        wait = waiting_time(self._store.agenda(), text)
        return self._change(
            text, lambda s: clearing.redated(_begun(s), s.points, printed, until, wait)
        )

    def advance(self, text: TextName, *, reason: bool) -> Standing:
        """Go on to the next body."""
        day = self.today()
        return self._change(
            text, lambda s: clearing.advanced(_begun(s), s.points, day, reason=reason)
        )

    def clear(self, text: TextName, *, reason: bool) -> Standing:
        """The text may go out."""
        day = self.today()
        return self._change(
            text, lambda s: clearing.cleared(_begun(s), s.points, day, reason=reason)
        )

    def publish(self, text: TextName, day: date) -> Standing:
        """The text went out on that day."""
        if day > self.today():
            raise Refused(f"{in_words(day)} is still to come: say so once it is published")
        return self._change(text, lambda s: clearing.published(_begun(s), s.points, day))

    def abandon(self, text: TextName) -> None:
        """Forget the review: its numbers, days and answers. The points stay as they are."""
        self._store.abandon(_begun(self.look(text)))

    # The answers

    def object(self, text: TextName, body: Body) -> Standing:
        """The body objects to the text."""
        return self._change(text, lambda s: clearing.objected(_begun(s), body))

    def agree(self, text: TextName, body: Body) -> Standing:
        """The body agrees to the whole text as it stands."""
        return self._change(text, lambda s: clearing.agreed(_begun(s), body, s.points))

    def keep(self, text: TextName, body: Body, number: int) -> None:
        """The body keeps a point as its copy has it."""

        def kept(standing: Standing) -> Review:
            self._there(standing, body, number)
            return clearing.kept(_begun(standing), body, number, standing.points)

        self._change(text, kept)

    def amend(self, text: TextName, body: Body, number: int, words: str) -> Amended:
        """Give a point other words, in every text; who was given the old ones sees it again."""
        standing = self.look(text)
        note = self._there(standing, body, number)
        said = clean(" ".join(words.split()))
        if not said:
            raise Refused("an amendment needs its words; to remove the point, strike it")
        same = said == " ".join(note.text.split())
        if not same:
            refuse_unwritable(self._store.agenda().segment(note.segment), quote=False)
            # Words that a reader put in are nobody's exact words.
            wanted = Words(note.kind, said, note.topics, quote=False)
            asked = note.mark is not Mark.NONE
            note = self._store.edit(note.id, note.revision, wanted, asked=asked)
        found: dict[TextName, tuple[Body, ...]] = {}
        for each in self._store.reviews():
            if each.number_of(note.id) is None:
                continue
            now = self._change(
                each.text, lambda s: clearing.amended(_begun(s), body, note.id, version(note))
            )
            found[each.text] = to_see_again(_begun(now), note.id, version(note))
        again = {each: who for each, who in found.items() if who}
        unquoted = standing.notes[note.id].quote and not same
        return Amended(note, same, tuple(found), again, unquoted)

    def strike(self, text: TextName, body: Body, number: int) -> tuple[Note, ...]:
        """Erase a point for good; what went, as it was, or () where it was struck before."""
        standing = self.look(text)
        if clearing.numbered(_begun(standing), number).note is None:
            return ()
        return self._secretariat.erase(self._there(standing, body, number).id)

    def point(self, text: TextName, body: Body, number: int) -> Note:
        """The point with that number in a copy; `Refused` where it stands there no more."""
        return self._there(self.look(text), body, number)

    def _there(self, standing: Standing, body: Body, number: int) -> Note:
        """The point of that number, as it stands; `Refused` where it does no more."""
        review = _begun(standing)
        review.step(body)
        entry: Numbered = clearing.numbered(review, number)
        if entry.note is None or entry.note not in standing.notes:
            raise Refused("it was struck")
        if number in standing.merged:
            into = standing.merged[number]
            where = f"[{into}]: answer that" if into else "another point, which is in no copy yet"
            raise Refused(f"it was merged into {where}")
        return standing.notes[entry.note]

    def _change(self, text: TextName, command: Callable[[Standing], Review]) -> Standing:
        """Store what `command` makes of the text as it stands; somebody else's change first."""
        for attempt in range(_TRIES):
            standing = self.look(text)
            after = command(standing)
            if after == standing.review:
                return standing
            try:
                return replace(standing, review=self._store.review(after))
            except StaleState:
                if attempt == _TRIES - 1:
                    raise
        raise AssertionError("the last attempt raises")


def _begun(standing: Standing) -> Review:
    if standing.review is None:
        raise Refused(
            f"no review of the {standing.text} was begun: facilitator review --begin"
            f" {standing.text}"
        )
    return standing.review


def told(standings: Sequence[Standing]) -> str:
    """The state of a session's texts in a word for the list of sessions; "" without a review."""
    stages = {each.stage for each in standings if each.review is not None}
    if not stages:
        return ""
    if stages - {Stage.CLEARED, Stage.PUBLISHED}:
        return "in review"
    return "published" if stages == {Stage.PUBLISHED} else "cleared"
