"""What a copy from another laptop brings, told before it is taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.copies import Copy
from facilitator.joining import Joined, other_readings
from facilitator.record import Mark, Note
from facilitator.review import TextName


@dataclass(frozen=True, slots=True)
class Differing:
    """A point that both have in other words; `kept` is whether both wordings stay."""

    here: Note
    there: Note
    stands: Note
    kept: bool


@dataclass(frozen=True, slots=True)
class Tidings:
    """What would come of taking a copy.

    `new` points are only there, `same` ones are untouched, `others` get another place, mark,
    voice or the like; `barred` were struck here, `erased` were struck there. `letters` are
    questions with the letter they had and the one they get; `answers` what else changes;
    `left_out` counts points that nobody may note here, by reason. `reviews` were begun there
    only; `apart` are the texts whose reviews went on differently, and stay so. Minutes and
    reviews are not taken while the session is not closed.
    """

    new: int
    same: int
    others: int
    differing: tuple[Differing, ...]
    barred: int
    erased: tuple[Note, ...]
    letters: tuple[tuple[Note, str, str], ...]
    answers: tuple[str, ...]
    untaken_minutes: bool
    left_out: Mapping[str, int]
    reviews: tuple[TextName, ...] = ()
    apart: tuple[TextName, ...] = ()
    untaken_reviews: bool = False

    @property
    def nothing(self) -> bool:
        """Whether the record stays as it is."""
        told = (self.new, self.others, self.differing, self.erased, self.letters, self.answers)
        return not any(told) and (self.untaken_reviews or not self.reviews)


def tidings(
    mine: Copy, theirs: Copy, joined: Joined, left_out: Mapping[str, int], *, closed: bool
) -> Tidings:
    """What taking `theirs` changes in `mine`, a session that is `closed` or not."""
    here = {note.id: note for note in mine.notes}
    there = {note.id: note for note in theirs.notes}
    after = {note.id: note for note in joined.copy.notes}
    readings = other_readings(after.values())
    differing = [
        Differing(here[i], there[i], after[i], i in readings.values())
        for i in sorted(here.keys() & there.keys() & after.keys())
        if after[i] != here[i] and _said(here[i]) != _said(there[i])
    ]
    worded = {each.here.id for each in differing}
    changed = [i for i in here.keys() & after.keys() if after[i] != here[i] and i not in worded]
    letters = [
        (after[i], was.tag, after[i].tag)
        for i in sorted(after)
        if (was := here.get(i) or there.get(i)) is not None
        and was.mark is not Mark.NONE
        and after[i].mark is not Mark.NONE
        and was.tag != after[i].tag
    ]
    return Tidings(
        new=sum(i not in here for i in after if i in there),
        same=sum(after[i] == here[i] for i in here.keys() & after.keys()),
        others=len(changed),
        differing=tuple(differing),
        barred=len(there.keys() & set(mine.struck)),
        erased=tuple(here[i] for i in sorted(here.keys() - after.keys())),
        letters=tuple(letters),
        answers=tuple(_answers(mine, joined.copy, closed=closed)),
        untaken_minutes=not closed and _minutes(mine) != _minutes(joined.copy),
        left_out=left_out,
        reviews=tuple(
            review.text
            for review in joined.copy.reviews
            if review.text not in {each.text for each in mine.reviews}
        ),
        apart=joined.apart,
        untaken_reviews=not closed,
    )


def _said(note: Note) -> tuple[object, ...]:
    return (note.segment, note.kind, note.quote, note.text, note.topics)


def _minutes(copy: Copy) -> dict[str, tuple[object, ...]]:
    return {p.id: (p.place, p.minutes, p.rounds, p.thin) for p in copy.parts}


def _answers(mine: Copy, after: Copy, *, closed: bool) -> list[str]:
    lines = [
        f"{person}: {'came' if came else 'did not come'}"
        for person, came in after.came.items()
        if mine.came.get(person) is not came
    ]
    if mine.composition is not after.composition:
        lines.append(f"composition: {'as planned' if after.composition else 'different'}")
    held = {part.id: part.held for part in mine.parts}
    lines += [
        f"segment {part.id}: {'held' if part.held else 'not held'}"
        for part in after.parts
        if held.get(part.id) is not part.held
    ]
    if closed and _minutes(mine) != _minutes(after):
        lines.append("minutes, rounds and order of the segments, as held")
    if after.had_roster and not mine.had_roster:
        lines.append("the other laptop had a roster: exports ask for it from now on")
    if mine.unlisted != after.unlisted:
        lines.append(f"people who came and are in no roster file: {after.unlisted}")
    return lines
