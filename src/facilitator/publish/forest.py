"""Notes as trees, and which of them the Rule lets stand together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from facilitator.agenda import Agenda, Segment
from facilitator.progress import Progress
from facilitator.record import Agreement, Kind, Note, NoteId

Path = tuple[tuple[int, NoteId], ...]

_APART = frozenset({Kind.ACTION, Kind.PARKING})
"""Kinds that have a section of their own, wherever they were nested."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A note and those that stand under it."""

    note: Note
    children: tuple[Tree, ...] = ()

    def below(self) -> Iterator[Note]:
        """All notes under it in reading order."""
        for child in self.children:
            yield child.note
            yield from child.below()


def traceable(agenda: Agenda, progress: Progress | None) -> frozenset[str]:
    """The segments under the Rule in which so few spoke that a point tells who said it.

    Unknown counts as few; so does everything where there is no `progress`.
    """
    crowded = {each.id for each in progress.segments if each.thin is False} if progress else set()
    return frozenset(s.id for s in agenda.segments if s.rule.protects and s.id not in crowded)


class Lineage:
    """Who stands above whom among all notes, shown or not."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self.notes = {note.id: note for note in notes}
        self._under: dict[NoteId, list[Note]] = {}
        for note in notes:
            if note.parent is not None:
                self._under.setdefault(note.parent, []).append(note)

    def below(self, note: Note) -> list[Note]:
        """All notes that stand under it, shown or not."""
        found, seen = [note], {note.id}
        for each in found:
            fresh = [n for n in self._under.get(each.id, ()) if n.id not in seen]
            seen.update(n.id for n in fresh)
            found += fresh
        return found[1:]

    def line(self, note: Note) -> list[Note]:
        """The note and those above it; a ring in a broken record ends where it closes."""
        line, seen = [note], {note.id}
        while (above := self._above(line[-1])) is not None and above.id not in seen:
            seen.add(above.id)
            line.append(above)
        return line

    def in_ring(self, line: Sequence[Note]) -> bool:
        """Whether that line never comes to a top."""
        return self._above(line[-1]) is not None

    def _above(self, note: Note) -> Note | None:
        above = None if note.parent is None else self.notes.get(note.parent)
        # What still stands under a merged note stands under the one that stands for it.
        if above is not None and above.merged is not None and above.merged != note.id:
            above = self.notes.get(above.merged, above)
        return above


class Forest:
    """The shown notes as trees: who stands under whom once the left-out ones are gone.

    `tops` are those under no other; `contested` the ids of points with another side,
    `one_sided` how many have one that is not shown.
    """

    def __init__(
        self,
        agenda: Agenda,
        lineage: Lineage,
        shown: Mapping[NoteId, Note],
        thin: frozenset[str],
    ) -> None:
        self._segments = {segment.id: segment for segment in agenda.segments}
        self._lineage = lineage
        self._shown = shown
        self._thin = thin
        self._children: dict[NoteId, list[Note]] = {}
        self._parents = {note.id: self._shown_parent(note) for note in shown.values()}
        parents: dict[NoteId, Note] = {}
        for note in shown.values():
            parent = self._parents[note.id]
            if parent is not None and self._attached(note, parent):
                parents[note.id] = parent
                self._children.setdefault(parent.id, []).append(note)
        self.contested = frozenset(
            note.id
            for note in shown.values()
            if not self._in_question(note)
            and any(child.kind is Kind.OTHER_SIDE for child in self._children.get(note.id, ()))
        )
        hidden = {
            note.parent
            for note in lineage.notes.values()
            if note.kind is Kind.OTHER_SIDE and note.id not in shown and note.merged is None
        }
        alone = (hidden & shown.keys()) - self.contested
        # A sentence over both sides tells them both.
        self.one_sided = sum(not shown[key].summary for key in alone if key is not None)
        self.tops: list[Note] = []
        for note in shown.values():
            if note.id not in parents:
                self.tops.append(note)
            elif self._alone(note):
                self._children[parents[note.id].id].remove(note)
                self.tops.append(note)
        for siblings in self._children.values():
            # All that speaks for a point stands before what speaks against it.
            siblings.sort(key=lambda n: (n.kind is Kind.OTHER_SIDE, n.position, n.id))

    def path(self, note: Note) -> Path:
        """Where the note stands: its own place behind those of the points above it."""
        line = self._lineage.line(note)
        if self._unpaired(note):
            return ((note.position, note.id),)  # not in the order of the questions either
        return tuple((each.position, each.id) for each in reversed(line))

    def tree(self, top: Note, strays: list[Note] | None = None) -> Tree:
        """The note with all under it; with `strays`, those of other segments go there."""
        children: list[Tree] = []
        for child in self._children.get(top.id, ()):
            if strays is not None and child.segment != top.segment:
                strays.append(child)
            else:
                children.append(self.tree(child, strays))
        return Tree(top, tuple(children))

    def spans(self, top: Note) -> bool:
        """Whether the note is a sentence over points of several segments."""
        return top.summary and any(
            child.segment != top.segment for child in self._lineage.below(top)
        )

    def unpaired(self) -> int:
        """How many answers stand apart from their questions, for the Rule's sake."""
        return sum(self._unpaired(note) for note in self.tops)

    def _alone(self, note: Note) -> bool:
        """Whether a point that was nested stands in a section of its own all the same."""
        if note.kind is Kind.OTHER_SIDE:
            return False
        return note.id in self.contested or note.kind in _APART or agreed(note)

    def _shown_parent(self, note: Note) -> Note | None:
        line = self._lineage.line(note)
        if len(line) == 1 or self._lineage.in_ring(line):
            return None
        return self._shown.get(line[1].id)

    def _attached(self, note: Note, parent: Note) -> bool:
        if self._unpaired(note):
            return False
        return note.kind is not Kind.QUESTION or self._in_question(parent)

    def _in_question(self, note: Note) -> bool:
        if note.kind is Kind.QUESTION:
            return True
        parent = self._parents[note.id]
        return parent is not None and not self._unpaired(note) and self._in_question(parent)

    def _unpaired(self, note: Note) -> bool:
        """Where one lead answers under the Rule, an answer under its question names them.

        Where two people spoke, so does it.
        """
        parent = self._parents[note.id]
        if note.kind is Kind.QUESTION or parent is None or parent.kind is not Kind.QUESTION:
            return False
        places = (note.segment, parent.segment)
        if note.kind is Kind.ANSWER and not self._thin.isdisjoint(places):
            return True
        return any(_one_answers(self._segments.get(place)) for place in places)


def agreed(note: Note) -> bool:
    """Whether the note tells an agreement, as a person said."""
    return note.agreement is not Agreement.NONE and note.kind is not Kind.QUESTION


def _one_answers(segment: Segment | None) -> bool:
    return segment is None or (segment.rule.protects and segment.lead != "")
