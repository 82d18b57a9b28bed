"""Which points of a session the guard marks, kept up to date at the price of what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from facilitator.guard.findings import Finding, Level
from facilitator.record import Dismissal, Note, NoteId
from facilitator.watch import Watch, marked


class Marks:
    """Reads every text once; who changes the roster begins with new ones."""

    def __init__(self, watch: Watch) -> None:
        self.watch = watch
        self._read: dict[NoteId, tuple[Note, bool]] = {}

    def update(
        self,
        notes: Iterable[Note],
        dismissals: Sequence[Dismissal],
        rest: Callable[[], bool] = lambda: True,
    ) -> Mapping[NoteId, Finding] | None:
        """The gravest finding of each marked note, by its id.

        `rest` is called after every text that had to be read; where it says False the
        reading is given up, and what has been read is remembered (None).
        """
        before, self._read = self._read, dict(self._read)
        suspects: list[Note] = []
        now: dict[NoteId, tuple[Note, bool]] = {}
        for note in notes:
            known = before.get(note.id)
            if known is None or not _same(known[0], note):
                found = self.watch.all_in(note.text, note.segment)
                known = (note, any(each.level is not Level.HINT for each in found))
                self._read[note.id] = known
                if not rest():
                    return None
            now[note.id] = known
            if known[1]:
                suspects.append(note)
        self._read = now
        return marked(self.watch, suspects, dismissals)


def _same(one: Note, other: Note) -> bool:
    return one is other or (one.text == other.text and one.segment == other.segment)
