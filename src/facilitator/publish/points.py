"""Which notes go into the brief, and where: the Rule's part of the work.

Under the Rule a point is tied to nothing but its topic. Only a segment whose lead is public
for that very segment, and came, keeps its points together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.agenda import Agenda, Rule, Segment, SegmentKind
from facilitator.progress import Progress
from facilitator.publish import frame
from facilitator.publish.document import Item
from facilitator.publish.forest import Forest, Lineage, Path, Tree, agreed, traceable
from facilitator.publish.phrases import ends_closed, introducing, quoted, sentence, squeezed
from facilitator.record import Agreement, AsHeld, Kind, Note, NoteId, Release

NEVER = {
    Release.BRIEF: frozenset({Kind.ACTION, Kind.FACT, Kind.PARKING, Kind.GAP}),
    Release.REPORT: frozenset({Kind.FACT, Kind.GAP}),
}
"""The kinds that a text never tells, by the text."""

_KEPT_FOR = {Release.HOSTS: "kept for the hosts", Release.REPORT: "kept for the report"}
_REACHES = {
    Release.BRIEF: frozenset({Release.BRIEF}),
    Release.REPORT: frozenset({Release.BRIEF, Release.REPORT}),
}


Label = Callable[[Note], str]
"""What is printed in front of a point."""


def unlabelled(note: Note) -> str:
    """Nothing stands in front of a point in a final text."""
    return ""


@dataclass(frozen=True, slots=True)
class Selection:
    """The points of a brief by section, how many notes are left out and why, and remarks.

    `tops` are the notes that stand at the top of `points`, then those agreed, without what
    answers a point that is not told; `told` all notes whose words stand in the sections.
    """

    points: tuple[Item, ...]
    tested: tuple[Item, ...]
    untested: tuple[Item, ...]
    differing: tuple[Item, ...]
    questions: tuple[Item, ...]
    left_out: Mapping[str, int]
    remarks: tuple[str, ...]
    tops: tuple[Note, ...] = ()
    told: tuple[Note, ...] = ()


def select(
    agenda: Agenda,
    notes: Sequence[Note],
    held: AsHeld,
    progress: Progress | None = None,
    label: Label = unlabelled,
) -> Selection:
    """Sort the notes that may be public into sections; the order of `notes` plays no part.

    Without `progress` nobody knows how many spoke in a segment, which counts as few.
    """
    sorting = Sorting(agenda, notes, held, progress, Release.BRIEF)
    trees = sorting.trees

    def items(found: Iterable[Tree]) -> tuple[Item, ...]:
        return tuple(_item(tree, label) for tree in found)

    points: list[Item] = []
    for segment in sorting.leading:
        points += _together(agenda, segment, trees.leading[segment.id], label)
    points += items(trees.main)
    return Selection(
        tuple(points),
        items(tree for tree in trees.agreed if tree.note.agreement is Agreement.TESTED),
        items(tree for tree in trees.agreed if tree.note.agreement is Agreement.UNTESTED),
        items(trees.differing),
        items(trees.questions),
        sorting.left_out,
        tuple(sorting.remarks()),
        tuple(
            tree.note
            for tree in (*trees.first(), *trees.agreed)
            if tree.note.kind is not Kind.OTHER_SIDE
        ),
        sorting.told,
    )


@dataclass(slots=True)
class Trees:
    """Trees by what they are; `leading` by the segment of a public lead, in its own order.

    `apart` are those of kinds that the brief never tells. All but those of the leads are in
    the order of the topics.
    """

    leading: dict[str, list[Tree]] = field(default_factory=dict)
    main: list[Tree] = field(default_factory=list)
    agreed: list[Tree] = field(default_factory=list)
    differing: list[Tree] = field(default_factory=list)
    questions: list[Tree] = field(default_factory=list)
    apart: list[Tree] = field(default_factory=list)

    def first(self) -> list[Tree]:
        """What the leads said, then the other main points."""
        return [*(tree for trees in self.leading.values() for tree in trees), *self.main]


class Sorting:
    """The notes that a text may tell, as trees; the order in which they come plays no part."""

    def __init__(
        self,
        agenda: Agenda,
        notes: Sequence[Note],
        held: AsHeld,
        progress: Progress | None,
        text: Release,
    ) -> None:
        self._held = held
        self._text = text
        lineage = Lineage(notes)
        shown, self.left_out = _admitted(agenda, notes, lineage, text)
        self.told = tuple(sorted(shown.values(), key=lambda note: note.id))
        self.forest = Forest(agenda, lineage, shown, traceable(agenda, progress))
        self.leading = [s for s in _in_order(agenda, held) if leads(agenda, held, s)]
        self._rank = {topic.id: place for place, topic in enumerate(agenda.topics)}
        self.trees = self._sorted()

    def topic(self, note: Note) -> int:
        """The place of the note's first topic in the agenda; behind them all where it has none."""
        first = note.topics[:1]
        return self._rank.get(first[0], len(self._rank)) if first else len(self._rank)

    def remarks(self) -> list[str]:
        """What whoever exports the text should know of its points."""
        forest, lines = self.forest, []
        alone = sum(note.kind is Kind.OTHER_SIDE for note in forest.tops)
        if alone:
            lines.append(f"'other side' told without the point it answers: {alone}")
        if forest.one_sided:
            lines.append(f"points told without their other side: {forest.one_sided}")
        if unpaired := forest.unpaired():
            lines.append(f"answers told apart from their questions, for the Rule: {unpaired}")
        held = self._held.segments
        unheld = sum(note.segment not in held for note in self.told) if held else 0
        if unheld:
            lines.append(f"points from segments that were not held: {unheld}")
        return lines

    def _sorted(self) -> Trees:
        forest, never = self.forest, NEVER[Release.BRIEF]
        trees = Trees({segment.id: [] for segment in self.leading})
        waiting = list(forest.tops)
        while waiting:
            top = waiting.pop()
            if top.kind in never:
                trees.apart.append(forest.tree(top))
            elif top.kind is Kind.QUESTION:
                trees.questions.append(forest.tree(top))
            elif agreed(top):
                trees.agreed.append(forest.tree(top))
            elif top.id in forest.contested:
                trees.differing.append(forest.tree(top))
            elif top.segment in trees.leading and not forest.spans(top):
                # A point said under the Rule and nested here would be given to the lead.
                strays: list[Note] = []
                trees.leading[top.segment].append(forest.tree(top, strays))
                waiting += strays
            else:
                trees.main.append(forest.tree(top))
        for kept in trees.leading.values():
            kept.sort(key=lambda tree: forest.path(tree.note))
        for others in (trees.main, trees.agreed, trees.differing, trees.questions, trees.apart):
            others.sort(key=self.by_topic)
        return trees

    def by_topic(self, tree: Tree) -> tuple[int, bool, Path]:
        """What trees are sorted by: the topic first, then the place somebody gave them."""
        return self.topic(tree.note), not tree.note.arranged, self.forest.path(tree.note)


def leads(agenda: Agenda, held: AsHeld, segment: Segment) -> bool:
    """Whether the segment has a lead who is public for it and is known to have come."""
    lead = agenda.public_lead(segment)
    return lead is not None and held.came.get(lead.id) is True


def held_segments(agenda: Agenda, held: AsHeld) -> list[Segment]:
    """The segments that were held, each once, in the order in which they began."""
    planned = {segment.id: segment for segment in agenda.segments}
    return [planned[key] for key in dict.fromkeys(held.segments) if key in planned]


def words(note: Note) -> str:
    """The note's text as it is printed, before it is made a sentence."""
    if note.quote:
        return quoted(note.text)
    text = squeezed(note.text)
    # A question is noted in haste without its mark; a full stop would make it a statement.
    return f"{text}?" if note.kind is Kind.QUESTION and not ends_closed(text) else text


def reserved(note: Note) -> tuple[Item, ...]:
    """The reservations with which the note was agreed, as what stands first under it."""
    told = frame.reservations(note.reservations) if agreed(note) else ""
    return (Item(told),) if told else ()


def numbered(tree: Tree) -> bool:
    """Whether what stands under the note is counted; reservations alone are not."""
    alone = bool(reserved(tree.note)) and not tree.children
    return tree.note.numbered is not False and not alone


def reasons(
    agenda: Agenda, notes: Sequence[Note], text: Release, lineage: Lineage | None = None
) -> dict[NoteId, str]:
    """Why each note is not told in the text, by its id; "" where it is."""
    segments = {segment.id: segment for segment in agenda.segments}
    default = Release(agenda.publication.default_release)
    found = {
        note.id: _left_out(note, segments.get(note.segment), note.release or default, text)
        for note in notes
    }
    if text is Release.BRIEF:
        summaries = {note.id for note in notes if note.summary and not found[note.id]}
        lineage = lineage or Lineage(notes)
        for note in notes if summaries else ():
            above = lineage.line(note)[1:]
            if not found[note.id] and any(each.id in summaries for each in above):
                found[note.id] = "told by the sentence above"
    return found


def _admitted(
    agenda: Agenda, notes: Sequence[Note], lineage: Lineage, text: Release
) -> tuple[dict[NoteId, Note], dict[str, int]]:
    """The notes that the text may tell by their id, and how many others by the reason."""
    why = reasons(agenda, notes, text, lineage)
    left_out = Counter(reason for reason in why.values() if reason)
    shown = {note.id: note for note in notes if not why[note.id]}
    return shown, dict(sorted(left_out.items()))


def _left_out(note: Note, segment: Segment | None, release: Release, text: Release) -> str:
    rule = segment.rule if segment else Rule.CHATHAM_HOUSE_CONSENT
    if note.merged is not None:
        return "merged into another"
    if note.kind in NEVER[text]:
        return note.kind.value
    if release not in _REACHES[text]:
        return _KEPT_FOR[release]
    if not rule.allows_notes:
        return "off the record"
    if note.quote and rule is Rule.CHATHAM_HOUSE_CONSENT:
        return "quote without permission"
    return "" if squeezed(note.text) else "empty"


def _in_order(agenda: Agenda, held: AsHeld) -> list[Segment]:
    first = held_segments(agenda, held)
    return first + [segment for segment in agenda.segments if segment not in first]


def _together(agenda: Agenda, segment: Segment, trees: Sequence[Tree], label: Label) -> list[Item]:
    """The points of a public lead's segment, under one line where they stand flat."""
    if len(trees) < 2 or any(tree.children for tree in trees):
        return [_item(tree, label) for tree in trees]
    line = leading_in(agenda, segment)
    return [Item(line, tuple(alone(tree.note, label) for tree in trees))]


def leading_in(agenda: Agenda, segment: Segment) -> str:
    """The line above the points of a public lead's segment."""
    lead = agenda.public_lead(segment)
    # In any other kind of segment others speak too: their points are not the lead's position.
    of = lead.speaks_for if lead and segment.kind is SegmentKind.KEYNOTE else ""
    return frame.leading_in(segment.kind, segment.source_label, of)


def alone(note: Note, label: Label, put: Callable[[str], str] = str) -> Item:
    """The note as a point with nothing under it, its sentence as `put` has it."""
    return Item(put(sentence(words(note))), label=label(note))


def _item(tree: Tree, label: Label) -> Item:
    top, notes = tree.note, list(tree.below())
    # A list of nothing but the other side needs no word for it.
    mixed = any(note.kind is not Kind.OTHER_SIDE for note in notes)
    told = (
        alone(note, label, frame.other_side)
        if mixed and note.kind is Kind.OTHER_SIDE
        else alone(note, label)
        for note in notes
    )
    below = (*reserved(top), *told)
    ending: Callable[[str], str] = introducing if below else sentence
    return Item(ending(words(top)), below, numbered(tree), label(top))
