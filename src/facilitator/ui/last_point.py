"""Which point came last, whoever wrote it: a small desk has no room for all of them."""

from __future__ import annotations

from facilitator.ports import Volatile
from facilitator.record import NoteId
from facilitator.service import State


class LastPoint:
    """Remembers which points were seen; `text` is that of the one that came last."""

    def __init__(self, volatile: Volatile) -> None:
        self._volatile = volatile
        self._known: set[NoteId] = set()
        self._counted = (-1, "")
        self.text = ""

    def look(self, state: State) -> None:
        """Take notice of a new state."""
        before, self._counted = self._counted, (state.total, state.segment)
        if before == self._counted:
            return
        notes = {line.note.id: line.note for line in state.lines}
        if before[1] != state.segment:
            # What came before this desk was opened is known while the segment runs.
            came = [i for i in self._volatile.arrival(state.segment) if i in notes]
        else:
            came = [note_id for note_id in notes if note_id not in self._known]
        if came:
            self.text = notes[came[-1]].text
        elif before[1] != state.segment or state.total < before[0]:
            self.text = ""
        self._known = set(notes)
