"""What was done on one screen, to be undone and done again; it is in memory only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitator.errors import Refused
from facilitator.rapporteur.editorial import Bench, Step
from facilitator.record import NoteId

MOST = 500
"""Steps that are remembered."""


@dataclass(frozen=True, slots=True)
class Done:
    """A step that was taken, by what undoes (or redoes) it, and its name for the person."""

    back: Step
    name: str


class History:
    """What was done on one screen, in its memory only; a point that is struck is in none of it."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self._done: list[Done] = []
        self._undone: list[Done] = []

    def take(self, step: Step, name: str) -> None:
        """Take a step."""
        self.took(step.take(self.bench), name)

    def took(self, back: Step, name: str) -> None:
        """Remember a step that was taken elsewhere, by what undoes it."""
        self._done.append(Done(back, name))
        del self._done[:-MOST]
        self._undone.clear()

    def undo(self) -> str:
        """Undo the last step; its name. One that somebody overtook is refused, and given up."""
        return self._turn(self._done, self._undone, "nothing is left to undo")

    def redo(self) -> str:
        """Do again what was undone last; its name."""
        return self._turn(self._undone, self._done, "nothing was undone")

    def _turn(self, source: list[Done], target: list[Done], nothing: str) -> str:
        if not source:
            raise Refused(nothing)
        done = source.pop()
        try:
            target.append(Done(done.back.take(self.bench), done.name))
        except Refused as refusal:
            raise Refused(f"“{done.name}” stays as it is: {refusal}") from None
        return done.name

    def forget(self, gone: Iterable[NoteId]) -> None:
        """Drop every step that remembers one of these notes."""
        lost = {*gone}

        def kept(done: Sequence[Done]) -> list[Done]:
            return [each for each in done if lost.isdisjoint(each.back.concerns())]

        self._done, self._undone = kept(self._done), kept(self._undone)

    def remembered(self) -> frozenset[NoteId]:
        """The notes that any step remembers."""
        everything = (*self._done, *self._undone)
        return frozenset(note for each in everything for note in each.back.concerns())

    def check(self, present: Iterable[NoteId]) -> None:
        """Drop what remembers a note that is not `present` any more: it was struck.

        A sentence that was written here and taken back can be written again, until somebody
        strikes it under the id that it has since.
        """
        stands = {*present} | self.bench.taken_back
        self.forget(each for each in self.remembered() if self.bench.id(each) not in stands)
