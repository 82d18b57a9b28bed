"""The letters by which questions are known."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from facilitator.record import Mark, Note, NoteId

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""I and O look like digits."""

LONGER = tuple(f"{letter}{digit}" for digit in range(2, 10) for letter in LETTERS)
"""Where all letters are taken: a letter and a digit."""


def lettered(
    notes: Mapping[NoteId, Note],
) -> tuple[dict[NoteId, Note], tuple[tuple[NoteId, str], ...]]:
    """The notes with no letter twice, and the questions that had another one.

    Of two with the same letter one keeps it, by their random ids, and the other gets a free
    one that its own id chooses: both laptops choose the same.
    """
    asked = sorted(note.id for note in notes.values() if note.mark is not Mark.NONE)
    taken: set[str] = set()
    without: list[NoteId] = []
    for note_id in asked:
        tag = notes[note_id].tag
        if tag and tag not in taken:
            taken.add(tag)
        else:
            without.append(note_id)
    found = dict(notes)
    for note_id in without:
        tag = liked(note_id, (tag for tag in (*LETTERS, *LONGER) if tag not in taken))
        taken.add(tag)
        found[note_id] = replace(notes[note_id], tag=tag)
    changed = tuple((i, notes[i].tag) for i in without if notes[i].tag != found[i].tag)
    return found, changed


def liked(note_id: NoteId, tags: Iterable[str]) -> str:
    """Of these letters the one that the id likes best, a single letter first; "" of none."""

    def liking(tag: str) -> tuple[int, bytes]:
        return (len(tag), hashlib.blake2b(tag.encode(), digest_size=8, key=note_id).digest())

    return min((tag for tag in tags if tag), key=liking, default="")
