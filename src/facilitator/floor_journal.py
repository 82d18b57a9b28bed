"""The floor's journal: every step as a line in the volatile folder, and the way to read it.

It holds names. It is begun anew when a segment ends and destroyed when the session closes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from facilitator import plain
from facilitator.floor import Floor
from facilitator.ports import Standing, Volatile
from facilitator.progress import Progress


@dataclass(frozen=True, slots=True)
class Step:
    """One thing the moderator did, with what stood before and after it.

    `was` and `now` are the session's progress where the step moved it; `marks_before` and
    `marks_after` how questions stood.
    """

    label: str
    before: Floor
    after: Floor
    was: Progress | None = None
    now: Progress | None = None
    marks_before: tuple[Standing, ...] = ()
    marks_after: tuple[Standing, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: a step without what stood before it, a floor to begin from, or a word."""

    word: str
    label: str = ""
    floor: Floor | None = None
    was: Progress | None = None
    now: Progress | None = None
    before: tuple[Standing, ...] = ()
    after: tuple[Standing, ...] = ()


@dataclass(slots=True)
class Recovered:
    """What a journal says: the floor, the way back and forth, and how the desk was set."""

    floor: Floor
    past: list[Step] = field(default_factory=list)
    future: list[Step] = field(default_factory=list)
    hidden: bool = False
    saved: set[str] = field(default_factory=set)
    found: bool = False


class FloorJournal:
    """Writes and reads the journal of one session's floor."""

    def __init__(self, volatile: Volatile) -> None:
        self._volatile = volatile

    def step(self, step: Step) -> bool:
        """Remember a step; False where it could not be written."""
        return self._write(
            Entry(
                "step",
                step.label,
                step.after,
                step.was,
                step.now,
                step.marks_before,
                step.marks_after,
            )
        )

    def say(self, word: str, label: str = "", floor: Floor | None = None) -> None:
        """Remember something that is no step: an undo, a redo, a setting of the desk.

        An undo says the whole `floor` after it: its step may be older than the journal.
        """
        self._write(Entry(word, label, floor))

    def begin(self, floor: Floor, words: Iterable[str], saved: Iterable[str]) -> None:
        """Begin anew from a floor; who spoke before is no longer told."""
        entries = [Entry("floor", floor=floor), *(Entry(word) for word in words)]
        entries += [Entry("saved", person) for person in saved]
        self._volatile.rewrite_journal([plain.to_json(entry) for entry in entries])

    def _write(self, entry: Entry) -> bool:
        return self._volatile.journal(plain.to_json(entry))

    def read(self, floor: Floor) -> Recovered:
        """What an earlier desk left; `floor` where it left nothing.

        Lines that cannot be read are passed over: every step says the whole floor after it.
        """
        got, past, future = Recovered(floor), list[Entry](), list[Entry]()
        for line in self._volatile.journalled():
            try:
                entry = plain.from_json(Entry, line)
            except plain.UNREADABLE:
                continue
            got.found = True
            match entry.word:
                case "floor" if entry.floor is not None:
                    got.floor, past, future = entry.floor, [], []
                case "step" if entry.floor is not None:
                    past.append(entry)
                    future = []
                case "undo" if past:
                    future.append(past.pop())
                case "redo" if future:
                    past.append(future.pop())
                case "undo" | "redo" if entry.floor is not None:
                    got.floor, past, future = entry.floor, [], []
                case "hidden" | "shown":
                    got.hidden = entry.word == "hidden"
                case "saved":
                    got.saved.add(entry.label)
        for entry in past:
            got.past.append(_step(entry, got.floor))
            got.floor = got.past[-1].after
        before = got.floor
        for entry in reversed(future):
            got.future.insert(0, _step(entry, before))
            before = got.future[0].after
        return got


def _step(entry: Entry, before: Floor) -> Step:
    after = entry.floor if entry.floor is not None else before
    return Step(entry.label, before, after, entry.was, entry.now, entry.before, entry.after)
