"""How sentences of such texts begin, by the kind of a point, and how many said it.

Offered to whoever writes; nothing here is ever put into a text unasked.
"""

from __future__ import annotations

from facilitator.publish.number_words import row
from facilitator.record import Agreement, Kind, Note

_BEGIN: dict[Kind, tuple[str, ...]] = {
    Kind.POINT: ("It was noted that", "Participants observed that", "It was pointed out that"),
    Kind.QUESTION: ("Participants asked whether", "The question was raised whether"),
    Kind.ANSWER: ("In reply it was explained that", "It was answered that"),
    Kind.PROPOSAL: ("It was suggested that", "It was proposed to"),
    Kind.SUPPORT: ("Support was expressed for", "It was welcomed that"),
    Kind.CONCERN: ("Some expressed concern that", "Concern was voiced about"),
    Kind.ACTION: ("It was agreed to", "The hosts will"),
    Kind.OTHER_SIDE: ("Others held that", "It was argued against this that"),
}
_AGREED = ("There was broad agreement that",)
_DIVIDED = ("Some argued that … while others held that …",)


def beginnings(kind: Kind, *, agreed: bool = False, divided: bool = False) -> tuple[str, ...]:
    """How a sentence over points of this kind may begin, the likeliest first.

    `agreed` is whether a person said so; `divided` is whether both sides were noted.
    """
    usual = _BEGIN.get(kind, _BEGIN[Kind.POINT])
    return (*(_AGREED if agreed else ()), *(_DIVIDED if divided else ()), *usual)


def number_words(note: Note, present: int | None) -> tuple[str, ...]:
    """The words for how many voices a point has: those of the report, then of the brief.

    `present` is how many took part, None where nobody has said.
    """
    tested = note.agreement is Agreement.TESTED
    words = row(note.echoes + 1, present, tested=tested)
    return tuple(dict.fromkeys((words.report, words.brief)))
