"""What the guard says of the line being typed, and what must have been seen before it is kept.

Nothing is said of the word still being typed. Enter on a line in which something stands
that has not been on the screen yet holds the line instead of keeping it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator import capture
from facilitator.agenda import Topic
from facilitator.errors import Refused
from facilitator.record import Dismissal, Note
from facilitator.service import State
from facilitator.text import ANY_LENGTH, clean

if TYPE_CHECKING:
    from facilitator.guard.findings import Edit, Finding
    from facilitator.watch import Watch  # the guard loads behind the first paint

HELD_DOWN = 0.4
"""Seconds within which a second Enter comes from a key held down, and decides nothing."""

_INSIDE_WORDS = frozenset("'’ʼ-‐\u200c\u200d")

Words = tuple[str, str]
"""The level of a finding and its words, whatever their capitals."""

Spoken = tuple[str, str, int]
"""The same, and how many such came before it in the line."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding in `line`, the cleaned beginning of what is typed; `text` is what it says."""

    finding: Finding
    line: str
    text: str
    spoken: Spoken

    def mended(self, line: str, topics: Sequence[Topic]) -> str | None:
        """All that is typed, `line`, with the neutral wording; None where there is none."""
        edit, typed = self.finding.edit, clean_line(line)
        if edit is None or not typed.startswith(self.line):
            return None
        made = capture.edited(self.line, edit.start, edit.end, edit.text, topics)
        return None if made is None else made + typed[len(self.line) :]

    @property
    def difference(self) -> tuple[str, str] | None:
        """What the neutral wording replaces, and by what, in whole words."""
        edit = self.finding.edit
        return None if edit is None else difference(self.text, edit)

    def span(self, topics: Sequence[Topic]) -> tuple[int, int]:
        """Where the words stand in the line."""
        at = capture.located(self.line, topics)[1]
        return at[self.finding.start], at[self.finding.end - 1] + 1


class Draft:
    """The line being typed, as the guard sees it.

    `watch` is None until the guard is there; `doubts` are what is shown, the gravest first,
    then from left to right; `seen` is what has been on screen.
    """

    def __init__(self) -> None:
        self.watch: Watch | None = None
        self._entered = -HELD_DOWN
        self.begin()

    def begin(self) -> None:
        """Another line is begun: nothing of it has been seen."""
        self.seen: set[Spoken] = set()
        self.reasons: dict[Words, str] = {}
        self.doubts: tuple[Doubt, ...] = ()

    # What stands in it

    def look(self, line: str, cursor: int, segment: str, state: State) -> tuple[Doubt, ...]:
        """What is to be shown of `line` while somebody types at `cursor`."""
        if cursor >= len(line):
            doubts = self._standing(line[: _complete(line)], segment, state)
        else:
            doubts = _beside(self._standing(line, segment, state), line, cursor, state)
        if self.seen:  # what has been shown stays, also where the cursor comes back to it
            shown = {each.spoken for each in doubts}
            doubts += [
                each
                for each in self._standing(line, segment, state)
                if each.spoken in self.seen and each.spoken not in shown
            ]
        self.doubts = tuple(sorted(doubts, key=_gravity))
        return self.doubts

    def reveal(self, line: str, segment: str, state: State) -> tuple[Doubt, ...]:
        """Show whatever stands in the whole line, its last word included."""
        self.doubts = tuple(sorted(self._standing(line, segment, state), key=_gravity))
        return self.doubts

    def _standing(self, line: str, segment: str, state: State) -> list[Doubt]:
        read = clean_line(line)
        text = capture.parse(read, state.agenda.topics).words.text
        if self.watch is None or not text:
            return []
        from facilitator.guard.findings import Level  # with the watch, behind the first paint

        counted: dict[Words, int] = {}
        found: list[Doubt] = []
        for finding in self.watch.standing(text, segment, state.dismissals):
            words = words_of(finding)
            if finding.level is not Level.HINT and words not in self.reasons:
                number = counted[words] = counted.get(words, -1) + 1
                found.append(Doubt(finding, read, text, (*words, number)))
        return found

    # What becomes of it

    def may_go(self, line: str, segment: str, state: State, now: float, *, held: bool) -> bool:
        """Whether Enter, pressed at `now` (seconds), keeps the line.

        `held` is whether the Enter before it did not. Where it does not now, `doubts` say why.
        """
        before, self._entered = self._entered, now
        if held:
            return now - before >= HELD_DOWN
        every = self._standing(line, segment, state)
        if all(each.spoken in self.seen for each in every if each.finding.blocks):
            return True
        self.doubts = tuple(sorted(every, key=_gravity))
        return False

    def keep(self, doubt: Doubt, reason: str) -> None:
        """Keep the words of a finding; raises `Refused` as `Watch.dismiss` does.

        The sentence may still change, so only the words and the reason are remembered.
        """
        if self.watch is not None:
            self.watch.dismiss(doubt.text, doubt.finding, reason)
        self.reasons[words_of(doubt.finding)] = reason


def _gravity(doubt: Doubt) -> tuple[int, int]:
    return doubt.finding.level.rank, doubt.finding.start


def _beside(doubts: list[Doubt], line: str, cursor: int, state: State) -> list[Doubt]:
    """Without those that touch the word at the cursor."""
    start = end = cursor
    while start and _of_word(line[start - 1]):
        start -= 1
    while end < len(line) and _of_word(line[end]):
        end += 1
    if start == end:
        return doubts
    first, last = len(clean_line(line[:start])), len(clean_line(line[:end]))
    spans = [doubt.span(state.agenda.topics) for doubt in doubts]
    return [d for d, (a, b) in zip(doubts, spans, strict=True) if b < first or a > last]


def dismissals(watch: Watch, note: Note, reasons: Mapping[Words, str]) -> list[Dismissal]:
    """What was kept while the line was typed, made fast for the text as it was kept."""
    made = []
    for finding in watch.all_in(note.text, note.segment):
        reason = reasons.get(words_of(finding))
        if reason is not None:
            with suppress(Refused):
                made.append(watch.dismiss(note.text, finding, reason))
    return made


def words_of(finding: Finding) -> Words:
    """The level and the words of a finding."""
    return finding.level.value, finding.words.casefold()


def difference(text: str, edit: Edit) -> tuple[str, str]:
    """What an edit replaces in `text` and by what, widened to whole words."""
    start, end = edit.start, edit.end
    if start == end or edit.text:
        while start and _of_word(text[start - 1]) and _of_word((text[edit.start :] + " ")[0]):
            start -= 1
        while end < len(text) and _of_word(text[end]) and (edit.text or " ")[-1].isalnum():
            end += 1
    return text[start:end], text[start : edit.start] + edit.text + text[edit.end : end]


def clean_line(line: str) -> str:
    """The line as it would be kept, however long."""
    return clean(line, cap=ANY_LENGTH)


def _complete(line: str) -> int:
    """Where the last complete word of a line ends that is typed on at its end."""
    end = len(line)
    while end and _of_word(line[end - 1]):
        end -= 1
    return end


def _of_word(character: str) -> bool:
    """Whether the next letter may belong to the same word.

    Chinese and Japanese words have no end that could be seen: each letter stands for itself.
    """
    if character in _INSIDE_WORDS:
        return True
    if unicodedata.east_asian_width(character) in "WF":
        return False
    return character.isalnum() or unicodedata.category(character).startswith("M")
