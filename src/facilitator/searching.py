"""Search in the points of a session: words in any order, whatever their marks and capitals."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from facilitator.agenda import Agenda
from facilitator.record import Note


class Search:
    """Points made ready once; each look then takes a few milliseconds for ten thousand."""

    def __init__(self, agenda: Agenda, notes: Iterable[Note]) -> None:
        """`notes` in the order in which they are to be found."""
        segments = {segment.id: folded(segment.title) for segment in agenda.segments}
        topics = {topic.id: folded(topic.title) for topic in agenda.topics}
        self._notes = tuple(notes)
        self._texts = [
            "\n".join(
                (
                    folded(note.text),
                    note.kind.value,
                    "quote" if note.quote else "",
                    segments.get(note.segment, ""),
                    *(f"#{topic} {topics.get(topic, '')}" for topic in note.topics),
                )
            )
            for note in self._notes
        ]
        self._last: tuple[tuple[str, ...], tuple[int, ...]] = ((), tuple(range(len(self._notes))))

    def look(self, words: str) -> tuple[Note, ...]:
        """The points that have each of these words somewhere: text, kind, topic or segment."""
        wanted = tuple(folded(words).split())
        before, places = self._last
        narrower = len(wanted) >= len(before) and all(
            mine.startswith(theirs) for mine, theirs in zip(wanted, before, strict=False)
        )
        among = places if narrower else range(len(self._notes))
        found = tuple(i for i in among if all(word in self._texts[i] for word in wanted))
        self._last = (wanted, found)
        return tuple(self._notes[i] for i in found)


def folded(text: str) -> str:
    """Without capitals and without marks over letters, so that Munchen finds München.

    The letters of any script stay what they are.
    """
    if text.isascii():
        return text.casefold()
    parts = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in parts if not unicodedata.combining(c))
