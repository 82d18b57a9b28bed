"""Pages to read aloud: a segment's script line by line, and what the session came to.

Nothing on them says who said a thing, in which segment or round, or in which order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from facilitator import rounds
from facilitator.agenda import Agenda, Rule, Segment, SegmentKind
from facilitator.publish.phrases import ends_closed, quoted, sentence, squeezed
from facilitator.record import Agreement, Kind, Mark, Note, NoteId, Release
from facilitator.rule_text import RULE_TEXT

READ_ALOUD = "read-aloud"
"""What `[rule].affirmation` says where the Rule is read to everybody."""


def script_lines(agenda: Agenda, segment: Segment) -> tuple[str, ...]:
    """What is read aloud in a segment, a line each; () where nothing is.

    The opening has the Rule word for word among its lines, unless nothing is held under it
    or the script quotes it itself; so has the first segment where the Rule is to be read
    aloud and no opening is planned. A segment that names no script takes that of its kind.
    """
    script = agenda.scripts.get(segment.script or segment.kind.value, "")
    lines = [line for raw in script.splitlines() if (line := squeezed(raw))]
    if not _reads_the_rule(agenda, segment) or squeezed(RULE_TEXT) in squeezed(script):
        return tuple(lines)
    named = (n for n, line in enumerate(lines, 1) if "chatham house rule" in line.casefold())
    place = next(named, 0)
    return (*lines[:place], quoted(RULE_TEXT), *lines[place:])


def _reads_the_rule(agenda: Agenda, segment: Segment) -> bool:
    if not any(s.rule.protects and s.rule.allows_notes for s in agenda.segments):
        return False
    if any(s.kind is SegmentKind.OPENING for s in agenda.segments):
        return segment.kind is SegmentKind.OPENING
    first = agenda.segments[0].id == segment.id
    return first and squeezed(agenda.rule.affirmation).casefold() == READ_ALOUD


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page, under the line above it where `depth` is 1."""

    text: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    title: str
    lines: tuple[PageLine, ...]


_OWED_TITLES = {
    Mark.OPEN: "Questions still open",
    Mark.PARTLY: "Questions answered in part",
    Mark.WRITING: "Questions to be answered in writing",
    Mark.DISCUSSION: "Questions taken to the discussion",
}


def closing_page(
    agenda: Agenda, notes: Iterable[Note], questions: Iterable[Note]
) -> tuple[Section, ...]:
    """What the chair reads back at the end, by topic; sections without content are left out.

    `notes` are those of the whole session, `questions` those put in its Q&A segments. What
    is kept for the hosts is not read to the room. That nothing was tested is said.
    """
    room = _Room(agenda, notes)
    asked = room.sorted(questions)
    owed = {note.id for note in rounds.owed(asked)}
    parked = {n.id: n for n in (*room.notes, *asked) if _is_parked(n)}
    sections = [
        Section("Agreed, as tested", room.agreed()),
        Section("Where views differ", room.differing()),
        *(
            Section(title, _flat(n for n in asked if n.mark is mark and n.id in owed))
            for mark, title in _OWED_TITLES.items()
        ),
        Section("Set aside", _flat(room.sorted(parked.values()))),
        Section("Proposed, and not tested", _flat(room.proposals())),
    ]
    if not sections[0].lines:
        sections[0] = Section("Agreement", (PageLine("Nothing was summed up and tested."),))
    return tuple(section for section in sections if section.lines)


def _is_parked(note: Note) -> bool:
    return note.kind is Kind.PARKING or note.mark is Mark.PARKED


def _flat(notes: Iterable[Note]) -> tuple[PageLine, ...]:
    return tuple(PageLine(_told(note)) for note in notes)


def _told(note: Note) -> str:
    if note.quote:
        return quoted(note.text)
    text = squeezed(note.text)
    # A question is noted in haste without its mark; a full stop would make it a statement.
    return sentence(f"{text}?" if note.kind is Kind.QUESTION and not ends_closed(text) else text)


class _Room:
    """The points that may be read to everybody, in the order of the topics."""

    def __init__(self, agenda: Agenda, notes: Iterable[Note]) -> None:
        self._segments = {segment.id: segment for segment in agenda.segments}
        self._rank = {topic.id: place for place, topic in enumerate(agenda.topics)}
        self.notes = self.sorted(notes)
        known = {note.id: note for note in self.notes}
        self._sides: dict[NoteId, list[Note]] = {}
        self._alone: list[Note] = []
        for note in self.notes:
            if note.kind is Kind.OTHER_SIDE:
                above = known.get(note.parent) if note.parent else None
                if above is None or above.kind is Kind.QUESTION:
                    self._alone.append(note)
                else:
                    self._sides.setdefault(above.id, []).append(note)

    def sorted(self, notes: Iterable[Note]) -> tuple[Note, ...]:
        """Those of `notes` that may be read aloud, by topic, then as they were arranged."""
        return tuple(
            sorted(
                (note for note in notes if self._may_be_read(note)),
                key=lambda note: (self._topic(note), note.position, note.id),
            )
        )

    def _topic(self, note: Note) -> int:
        last = len(self._rank)
        return self._rank.get(note.topics[0], last) if note.topics else last

    def _may_be_read(self, note: Note) -> bool:
        segment = self._segments.get(note.segment)
        rule = segment.rule if segment else Rule.CHATHAM_HOUSE_CONSENT
        if note.release is Release.HOSTS or note.kind is Kind.GAP or not squeezed(note.text):
            return False
        return rule.allows_notes and not (note.quote and rule is Rule.CHATHAM_HOUSE_CONSENT)

    def agreed(self) -> tuple[PageLine, ...]:
        """The points tested aloud, with any other side that was noted all the same."""
        lines: list[PageLine] = []
        for note in self.notes:
            if note.agreement is Agreement.TESTED:
                lines.append(PageLine(_told(note)))
                lines += [
                    PageLine(f"Another side was noted: {_told(side)}", 1)
                    for side in self._sides.get(note.id, ())
                ]
        return tuple(lines)

    def differing(self) -> tuple[PageLine, ...]:
        """Each point that has another side, with it; then the sides whose point is not here."""
        lines: list[PageLine] = []
        for note in self.notes:
            sides = self._sides.get(note.id)
            if sides and note.agreement is not Agreement.TESTED:
                lines.append(PageLine(f"One side: {_told(note)}"))
                lines += [PageLine(f"The other side: {_told(side)}", 1) for side in sides]
        lines += [
            PageLine(f"Another side, noted on its own: {_told(note)}")
            for note in self._alone
            if note.agreement is not Agreement.TESTED
        ]
        return tuple(lines)

    def proposals(self) -> list[Note]:
        """The proposals that nobody disputed and the chair did not test."""
        return [
            note
            for note in self.notes
            if note.kind is Kind.PROPOSAL
            and note.agreement is not Agreement.TESTED
            and note.id not in self._sides
        ]
