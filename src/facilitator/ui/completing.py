"""A topic begun in the note line: what it may become, and what Tab makes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from facilitator.agenda import Topic
from facilitator.capture import Completion, completion


class Completing:
    """Tab takes the first topic that fits what was begun; Tab again takes the next."""

    def __init__(self, topics: Callable[[], Sequence[Topic]]) -> None:
        """`topics` are those of the session, in the agenda's order."""
        self._topics = topics
        self._made: tuple[str, int] | None = None
        self._begun: tuple[str, Completion, int] = ("", Completion(0, 0, (), whole=True), 0)

    def take(self, line: str, cursor: int) -> tuple[str, int] | None:
        """The line with a topic in it, and where the cursor stands; None: none is begun."""
        if self._made == (line, cursor):
            line, offered, place = self._begun
            place = (place + 1) % len(offered.topics)
        else:
            found = completion(line, cursor, self._topics())
            if found is None or found.whole:
                return None
            offered, place = found, 0
        self._begun = (line, offered, place)
        self._made = offered.taken(line, offered.topics[place])
        return self._made

    def row(self, line: str, cursor: int) -> Content | None:
        """What to say above the line; None where no topic is begun, or just taken."""
        if self._made == (line, cursor):
            _, offered, place = self._begun
        else:
            found = completion(line, cursor, self._topics())
            if found is None:
                return None
            offered, place = found, 0
        alone = len(offered.topics) == 1
        parts = [
            Content.assemble(
                (f"#{topic.id}", "bold" if n == place else ""), f" {topic.title}" if alone else ""
            )
            for n, topic in enumerate(offered.topics)
        ]
        return Content("" if offered.whole else "Tab takes ") + Content(" · ").join(parts)
