"""Which notes go into the brief, and where: the Rule's part of the work.

Under the Rule a point is tied to nothing but its topic. Only a segment whose lead is public
for that very segment, and came, keeps its points together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from facilitator.agenda import Agenda, Rule, Segment, SegmentKind
from facilitator.publish import frame
from facilitator.publish.document import Item
from facilitator.publish.phrases import ends_closed, introducing, quoted, sentence, squeezed
from facilitator.record import AsHeld, Kind, Note, NoteId, Release

_NEVER = frozenset({Kind.ACTION, Kind.FACT, Kind.PARKING, Kind.GAP})
_KEPT_FOR = {Release.HOSTS: "kept for the hosts", Release.REPORT: "kept for the report"}

Path = tuple[tuple[int, NoteId], ...]

Label = Callable[[Note], str]
"""What is printed in front of a point."""


def unlabelled(note: Note) -> str:
    """Nothing stands in front of a point in a final text."""
    return ""


@dataclass(frozen=True, slots=True)
class Selection:
    """The points of a brief by section, how many notes are left out and why, and remarks.

    `told` are the notes whose words stand in the sections.
    """

    points: tuple[Item, ...]
    differing: tuple[Item, ...]
    questions: tuple[Item, ...]
    left_out: Mapping[str, int]
    remarks: tuple[str, ...]
    told: tuple[Note, ...] = ()


def select(
    agenda: Agenda, notes: Sequence[Note], held: AsHeld, label: Label = unlabelled
) -> Selection:
    """Sort the notes that may be public into sections; the order of `notes` plays no part."""
    segments = {segment.id: segment for segment in agenda.segments}
    default = Release(agenda.publication.default_release)
    left_out: Counter[str] = Counter()
    shown: dict[NoteId, Note] = {}
    for note in notes:
        reason = _left_out(note, segments.get(note.segment), default)
        if reason:
            left_out[reason] += 1
        else:
            shown[note.id] = note
    forest = _Forest(notes, shown, segments)
    leading = [segment for segment in _in_order(agenda, held) if leads(agenda, held, segment)]
    public = {segment.id for segment in leading}

    main: list[tuple[Note, list[Note]]] = []
    differing: list[tuple[Note, list[Note]]] = []
    questions: list[tuple[Note, list[Note]]] = []
    waiting = list(forest.tops)
    while waiting:
        top = waiting.pop()
        if top.kind is Kind.QUESTION:
            questions.append((top, forest.below(top)))
        elif top.id in forest.contested:
            differing.append((top, forest.below(top)))
        elif top.segment in public:
            # A point said under the Rule and nested here would be given to the lead.
            strays: list[Note] = []
            main.append((top, forest.below(top, strays)))
            waiting += strays
        else:
            main.append((top, forest.below(top)))

    rank = {topic.id: place for place, topic in enumerate(agenda.topics)}

    def by_topic(tree: tuple[Note, list[Note]]) -> tuple[int, Path]:
        first = tree[0].topics[:1]
        return (rank.get(first[0], len(rank)) if first else len(rank), forest.path(tree[0]))

    points: list[Item] = []
    for segment in leading:
        trees = [tree for tree in main if tree[0].segment == segment.id]
        trees.sort(key=lambda tree: forest.path(tree[0]))
        points += _together(agenda, segment, trees, label)
    others = [tree for tree in main if tree[0].segment not in public]
    points += [_item(*tree, label) for tree in sorted(others, key=by_topic)]
    return Selection(
        tuple(points),
        tuple(_item(*tree, label) for tree in sorted(differing, key=by_topic)),
        tuple(_item(*tree, label) for tree in sorted(questions, key=by_topic)),
        dict(sorted(left_out.items())),
        tuple(_remarks(shown.values(), forest, held)),
        tuple(sorted(shown.values(), key=lambda note: note.id)),
    )


def leads(agenda: Agenda, held: AsHeld, segment: Segment) -> bool:
    """Whether the segment has a lead who is public for it and is known to have come."""
    lead = agenda.public_lead(segment)
    return lead is not None and held.came.get(lead.id) is True


def held_segments(agenda: Agenda, held: AsHeld) -> list[Segment]:
    """The segments that were held, each once, in the order in which they began."""
    planned = {segment.id: segment for segment in agenda.segments}
    return [planned[key] for key in dict.fromkeys(held.segments) if key in planned]


class _Forest:
    """The shown notes as trees: who stands under whom once the left-out ones are gone."""

    def __init__(
        self,
        notes: Sequence[Note],
        shown: Mapping[NoteId, Note],
        segments: Mapping[str, Segment],
    ) -> None:
        self._all = {note.id: note for note in notes}
        self._shown = shown
        self._segments = segments
        self._children: dict[NoteId, list[Note]] = {}
        for note in shown.values():
            if self._attached(note) and note.parent is not None:
                self._children.setdefault(note.parent, []).append(note)
        self.contested = {
            note.id
            for note in shown.values()
            if not self._in_question(note)
            and any(child.kind is Kind.OTHER_SIDE for child in self._children.get(note.id, ()))
        }
        self.tops = [note for note in shown.values() if not self._attached(note)]
        for note in shown.values():
            # A disagreement stands on its own, wherever the point was nested.
            if note.id in self.contested and note.kind is not Kind.OTHER_SIDE:
                siblings = self._children.get(note.parent, []) if note.parent else []
                if note in siblings:
                    siblings.remove(note)
                    self.tops.append(note)
        for siblings in self._children.values():
            siblings.sort(key=lambda note: (note.position, note.id))

    def path(self, note: Note) -> Path:
        """Where the note stands: its own place behind those of the points above it."""
        line = self._line(note)
        if self._unpaired(note):
            return ((note.position, note.id),)  # not in the order of the questions either
        return tuple((each.position, each.id) for each in reversed(line))

    def below(self, top: Note, strays: list[Note] | None = None) -> list[Note]:
        """All notes under `top`, depth first; with `strays`, other segments' go there."""
        found: list[Note] = []
        for child in self._children.get(top.id, ()):
            if strays is not None and child.segment != top.segment:
                strays.append(child)
            else:
                found += [child, *self.below(child, strays)]
        return found

    def _line(self, note: Note) -> list[Note]:
        """The note and those above it; a ring in a broken record ends where it closes."""
        line, seen = [note], {note.id}
        while (above := line[-1].parent) is not None and above in self._all:
            if above in seen:
                break
            seen.add(above)
            line.append(self._all[above])
        return line

    def _shown_parent(self, note: Note) -> Note | None:
        line = self._line(note)
        last = line[-1].parent
        if last is not None and last in self._all:
            return None  # part of a ring
        return self._shown.get(line[1].id) if len(line) > 1 else None

    def _attached(self, note: Note) -> bool:
        parent = self._shown_parent(note)
        if parent is None or self._unpaired(note):
            return False
        return note.kind is not Kind.QUESTION or self._in_question(parent)

    def _in_question(self, note: Note) -> bool:
        if note.kind is Kind.QUESTION:
            return True
        parent = self._shown_parent(note)
        return parent is not None and not self._unpaired(note) and self._in_question(parent)

    def _unpaired(self, note: Note) -> bool:
        """Where one lead answers under the Rule, an answer under its question names them."""
        parent = self._shown_parent(note)
        if note.kind is Kind.QUESTION or parent is None or parent.kind is not Kind.QUESTION:
            return False
        return any(
            segment is None or (segment.rule.protects and segment.lead != "")
            for segment in map(self._segments.get, (note.segment, parent.segment))
        )


def _left_out(note: Note, segment: Segment | None, default: Release) -> str:
    rule = segment.rule if segment else Rule.CHATHAM_HOUSE_CONSENT
    release = note.release or default
    if note.merged is not None:
        return "merged into another"
    if note.kind in _NEVER:
        return note.kind.value
    if release is not Release.BRIEF:
        return _KEPT_FOR[release]
    if not rule.allows_notes:
        return "off the record"
    if note.quote and rule is Rule.CHATHAM_HOUSE_CONSENT:
        return "quote without permission"
    return "" if squeezed(note.text) else "empty"


def _in_order(agenda: Agenda, held: AsHeld) -> list[Segment]:
    first = held_segments(agenda, held)
    return first + [segment for segment in agenda.segments if segment not in first]


def _together(
    agenda: Agenda, segment: Segment, trees: Sequence[tuple[Note, list[Note]]], label: Label
) -> list[Item]:
    """The points of a public lead's segment, under one line where they stand flat."""
    if len(trees) < 2 or any(below for _, below in trees):
        return [_item(*tree, label) for tree in trees]
    lead = agenda.public_lead(segment)
    # In any other kind of segment others speak too: their points are not the lead's position.
    of = lead.speaks_for if lead and segment.kind is SegmentKind.KEYNOTE else ""
    line = frame.leading_in(segment.kind, segment.source_label, of)
    return [Item(line, tuple(_item(note, (), label) for note, _ in trees))]


def _item(top: Note, below: Sequence[Note], label: Label) -> Item:
    ending: Callable[[str], str] = introducing if below else sentence
    children = tuple(_item(note, (), label) for note in below)
    return Item(ending(_words(top)), children, label=label(top))


def _words(note: Note) -> str:
    if note.quote:
        return quoted(note.text)
    text = squeezed(note.text)
    # A question is noted in haste without its mark; a full stop would make it a statement.
    return f"{text}?" if note.kind is Kind.QUESTION and not ends_closed(text) else text


def _remarks(shown: Iterable[Note], forest: _Forest, held: AsHeld) -> list[str]:
    lines: list[str] = []
    notes = list(shown)
    alone = sum(note.kind is Kind.OTHER_SIDE for note in forest.tops)
    if alone:
        lines.append(f"'other side' told without the point it answers: {alone}")
    unheld = sum(note.segment not in held.segments for note in notes) if held.segments else 0
    if unheld:
        lines.append(f"points from segments that were not held: {unheld}")
    return lines
