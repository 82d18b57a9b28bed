"""Choosing a person, a row or a question by a few letters, without leaving the line.

Pure: what has been typed in a choice means `Wait` (and what to show), or a `Meant`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from facilitator import rounds
from facilitator.chair import Chair
from facilitator.floor import HandKind
from facilitator.record import Mark, Note
from facilitator.seats import Seat, by_code, found
from facilitator.service import State
from facilitator.ui.entry import by_position

SEARCH = "/"

MARKS = {
    "a": Mark.ANSWERED,
    "p": Mark.PARTLY,
    "w": Mark.WRITING,
    "k": Mark.PARKED,
    "d": Mark.DISCUSSION,
    "o": Mark.OPEN,
}
"""The letter behind a question's own that says what becomes of it."""

NEXT_ROUND = "n"

VERBS = {
    "a": "HAND",
    "f": "TWO-FINGER",
    "p": "POINT OF ORDER",
    "c": "CALL",
    "w": "WITHDRAW",
    "l": "LINE LOST",
    "y": "WHY",
    "q": "QUESTION",
}
"""The letters that open a choice, and the word before what is typed in it."""

ON_LIST = ("w", "y")
"""Choices among those who wait; the others are among everybody."""

_KINDS = (HandKind.QUESTION, HandKind.STATEMENT, HandKind.TWO_FINGER, HandKind.POINT_OF_ORDER)


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing is meant yet. `people` may be; `kind` is what would be given; `hint` says how.

    `again`: what was typed means nobody, and the next letter begins anew.
    """

    people: tuple[Seat, ...] = ()
    kind: HandKind | None = None
    hint: str = ""
    questions: tuple[Note, ...] = ()
    chosen: int = 0
    again: bool = False


@dataclass(frozen=True, slots=True)
class Meant:
    """What was chosen: a person and a kind, a new name, or a question and its mark."""

    person: str = ""
    kind: HandKind | None = None
    newcomer: str = ""
    question: Note | None = None
    mark: str = ""
    reason: str = ""


@dataclass(slots=True)
class Pick:
    """One choice under way; `row` is the one that Enter takes while searching."""

    verb: str
    row: int = 0
    person: str = ""
    kinds: tuple[HandKind, ...] = field(default=_KINDS)

    def read(self, text: str, chair: Chair, state: State, *, entered: bool = False) -> Wait | Meant:
        """What `text` means so far; `entered` is whether Enter was pressed on it."""
        if self.verb == "q":
            return _question(text, state)
        kind, rest = self._kind(text, chair, state)
        everybody = self._candidates(chair, state)
        if self.person:
            hint = "say why, then Enter"
            return Meant(self.person, reason=rest.strip()) if entered else Wait(hint=hint)
        if SEARCH in rest:
            words = rest.partition(SEARCH)[2]
            return self._search(words, everybody, kind, entered=entered)
        latin = "".join(by_position(letter) for letter in rest)
        if latin.isdigit():
            return self._row(latin, chair, state, kind, entered=entered)
        latin = latin.lower()
        if self.verb == "l" and entered and not latin and chair.floor.turn:
            return Meant(chair.floor.turn.person)
        seat = by_code(everybody, latin)
        if seat is not None:
            return self._meant(seat.person, kind)
        begun = tuple(s for s in everybody if s.code.startswith(latin))
        if begun:
            return Wait(begun, kind, self._hint())
        wrong = f"nobody has the letters {latin[:8]}: again, or / and part of a name"
        return Wait(everybody, kind, wrong, again=True)

    def _meant(self, person: str, kind: HandKind | None) -> Wait | Meant:
        if self.verb == "y":
            self.person = person
            return Wait(hint="say why, then Enter")
        return Meant(person, kind)

    def _hint(self) -> str:
        row = "two letters, a row's number" if self.verb in (*ON_LIST, "c", "l") else "two letters"
        new = "" if self.verb in ON_LIST else ", / and a new name"
        kind = ", space another kind" if self.verb in "ac" else ""
        speaker = ", Enter the speaker" if self.verb == "l" else ""
        return f"{row}, / part of a name{new}{kind}{speaker}, Esc back"

    def _candidates(self, chair: Chair, state: State) -> tuple[Seat, ...]:
        everybody = chair.seats(state.agenda)
        if self.verb in ON_LIST:
            return tuple(s for s in everybody if chair.floor.hand_of(s.person))
        return everybody

    def _kind(self, text: str, chair: Chair, state: State) -> tuple[HandKind | None, str]:
        """The kind that the hand asks for, and what was typed behind the spaces that chose it."""
        rest = text.lstrip(" ")
        if self.verb == "f":
            return HandKind.TWO_FINGER, rest
        if self.verb == "p":
            return HandKind.POINT_OF_ORDER, rest
        if self.verb not in "ac":
            return None, rest
        kinds = list(self.kinds)
        turned = kinds.index(chair.usual_kind(state)) + len(text) - len(rest)
        return kinds[turned % len(kinds)], rest

    def _row(
        self,
        digits: str,
        chair: Chair,
        state: State,
        kind: HandKind | None,
        *,
        entered: bool,
    ) -> Wait | Meant:
        places = chair.places(state)
        number = int(digits)
        # "1" may be the beginning of "12": Enter says that it is not.
        if 1 <= number <= len(places) and (entered or number * 10 > len(places)):
            return self._meant(places[number - 1].hand.person, kind)
        return Wait(hint=f"row {number}; Enter takes it" if number else "a row's number")

    def _search(
        self, words: str, everybody: tuple[Seat, ...], kind: HandKind | None, *, entered: bool
    ) -> Wait | Meant:
        matching = found(everybody, words)
        row = min(self.row, max(0, len(matching) - 1))
        if entered and matching:
            return self._meant(matching[row].person, kind)
        if entered and words.strip() and self.verb not in ON_LIST:
            return Meant(newcomer=" ".join(words.split()), kind=kind)
        if matching:
            return Wait(
                matching, kind, "Enter takes the marked one, Up and Down choose", chosen=row
            )
        if self.verb in ON_LIST:
            return Wait(hint="nobody on the list is called that")
        return Wait(kind=kind, hint="nobody is called that: Enter adds a new person of this name")


def _question(text: str, state: State) -> Wait | Meant:
    """A question's letter (and digit), then the letter of what becomes of it."""
    typed = "".join(by_position(letter) for letter in text if not letter.isspace())
    questions = rounds.by_letter(state.questions)
    tag = typed[:1].upper() + (typed[1:2] if typed[1:2].isdigit() else "")
    mark = typed[len(tag) :].lower()
    meant = [note for note in questions if note.tag == tag]
    if not typed:
        return Wait(hint=_letter_hint(questions), questions=questions)
    if not meant:
        hint = f"no question {tag}; {_letter_hint(questions)}"
        return Wait(hint=hint, questions=questions, again=True)
    if mark and mark not in MARKS and mark != NEXT_ROUND:
        return Wait(
            hint=f"{mark} is no mark; {_letter_hint(questions)}", questions=questions, again=True
        )
    if mark in MARKS or mark == NEXT_ROUND:
        return Meant(question=meant[0], mark=mark)
    hint = "a answered  p partly  w in writing  k park  d discussion  n next round  o open"
    return Wait(hint=hint, questions=tuple(meant))


def _letter_hint(questions: Sequence[Note]) -> str:
    return "a question's letter, Esc back" if questions else "no questions yet; Esc back"
