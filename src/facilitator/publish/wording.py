"""How sentences of such texts begin, by the kind of a point, and how many said it.

Offered to whoever writes; nothing here is ever put into a text unasked.
"""

from __future__ import annotations

from facilitator.agenda import Publication
from facilitator.publish.number_words import row, worded
from facilitator.record import Agreement, Kind, Note

USUAL: dict[str, tuple[str, ...]] = {
    "point": ("It was noted that", "Participants observed that", "It was pointed out that"),
    "question": ("Participants asked whether", "The question was raised whether"),
    "answer": ("In reply it was explained that", "It was answered that"),
    "proposal": ("It was suggested that", "It was proposed to"),
    "support": ("Support was expressed for", "It was welcomed that"),
    "concern": ("Some expressed concern that", "Concern was voiced about"),
    "action": ("It was agreed to", "The hosts will"),
    "other_side": ("Others held that", "It was argued against this that"),
    "agreed": ("There was broad agreement that",),
    "divided": ("Some argued that … while others held that …",),
}
"""By the name under which an agenda may word them otherwise."""


def beginnings(
    kind: Kind, plan: Publication, *, agreed: bool = False, divided: bool = False
) -> tuple[str, ...]:
    """How a sentence over points of this kind may begin, the likeliest first.

    `agreed` is whether a person said so; `divided` is whether both sides were noted.
    """
    name = kind.name.lower()
    names = ["agreed"] * agreed + ["divided"] * divided + [name if name in USUAL else "point"]
    return tuple(text for each in names for text in plan.beginnings.get(each) or USUAL[each])


def number_words(note: Note, present: int | None, plan: Publication) -> tuple[str, ...]:
    """The words for how many voices a point has: those of the report, then of the brief.

    `present` is how many took part, None where nobody has said.
    """
    tested = note.agreement is Agreement.TESTED
    words = worded(row(note.echoes + 1, present, tested=tested), plan.numbers)
    return tuple(dict.fromkeys((words.report, words.brief)))
