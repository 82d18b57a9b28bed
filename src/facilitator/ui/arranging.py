"""Which move a key asks for, given what is shown: nest, lift, up, down."""

from __future__ import annotations

from facilitator.errors import Refused
from facilitator.rapporteur.placing import Move
from facilitator.record import Line
from facilitator.service import State


def plan(verb: str, line: Line, state: State) -> Move:
    """The move that `verb` means for `line`; raises `Refused` where there is nowhere to go."""
    note, lines = line.note, state.lines
    siblings = [other.note.id for other in lines if other.note.parent == note.parent]
    place = siblings.index(note.id)
    # While a segment runs under the Rule, only nesting may change how its points stand.
    arranged = not state.in_arrival_order
    if verb == "nest":
        if place == 0:
            raise Refused("there is no point above to nest under")
        return Move(note.id, note.parent, siblings[place - 1], None, arranged)
    if verb == "lift":
        if note.parent is None:
            raise Refused("this point stands at the top already")
        parent = next(other.note for other in lines if other.note.id == note.parent)
        beside = [other.note.id for other in lines if other.note.parent == parent.parent]
        after = beside.index(parent.id) + 1
        before = beside[after] if after < len(beside) and arranged else None
        return Move(note.id, note.parent, parent.parent, before, arranged)
    if state.in_arrival_order and note.parent is None:
        raise Refused("points stand in order of arrival until the segment ends")
    if verb == "up":
        if place == 0:
            raise Refused("this is the first one")
        return Move(note.id, note.parent, note.parent, siblings[place - 1], True)
    if place == len(siblings) - 1:
        raise Refused("this is the last one")
    before = siblings[place + 2] if place + 2 < len(siblings) else None
    return Move(note.id, note.parent, note.parent, before, True)
