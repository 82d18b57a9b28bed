"""Answers to "what was held?", from options or from a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from facilitator import meeting
from facilitator.errors import Refused
from facilitator.progress import Phase
from facilitator.record import AsHeld
from facilitator.service import Secretariat


def answered(
    secretariat: Secretariat,
    *,
    as_planned: bool = False,
    came: Sequence[str] = (),
    absent: Sequence[str] = (),
    held: Sequence[str] = (),
    composition: str | None = None,
) -> AsHeld:
    """What is known of the session as held, with these answers added.

    Raises `Refused` for a person or a segment that the agenda does not have.
    """
    agenda = secretariat.store.agenda()
    known = secretariat.held()
    public = [keynote.id for keynote in agenda.keynotes if keynote.public]
    segments = [segment.id for segment in agenda.segments]
    for given, there, what in (
        (came, public, "public person"),
        (absent, public, "public person"),
        (held, segments, "segment"),
    ):
        for name in given:
            if name not in there:
                raise Refused(f"“{name}” is no {what} of this agenda: {', '.join(there) or 'none'}")
    if as_planned:
        phases = {s.id: s.phase for s in secretariat.look().progress.segments}
        more = [s for s in segments if s not in known.segments and phases[s] is not Phase.SKIPPED]
        known = AsHeld(
            {**dict.fromkeys(public, True), **known.came}, (*known.segments, *more), True
        )
    told = {**known.came, **dict.fromkeys(came, True), **dict.fromkeys(absent, False)}
    known = replace(known, came=told)
    if held:
        first = [s for s in known.segments if s in held]
        known = replace(known, segments=(*first, *(s for s in held if s not in first)))
    if composition:
        known = replace(known, composition=composition == "as-planned")
    return known


def asked(secretariat: Secretariat, held: AsHeld, answer: Callable[[str], bool | None]) -> AsHeld:
    """Ask a person what is not answered yet; `answer` gives None for "later"."""
    agenda = secretariat.store.agenda()
    came = dict(held.came)
    for person in meeting.unanswered(agenda, held):
        said = answer(f"Did {agenda.keynote(person).name} come?")
        if said is not None:
            came[person] = said
    composition = held.composition
    if composition is None and (agenda.composition.categories or agenda.composition.countries):
        composition = answer("Were those in the room as planned?")
    segments = held.segments
    for segment in agenda.segments:
        if segment.id not in segments and answer(f"Was “{segment.title}” held?"):
            segments = (*segments, segment.id)
    return AsHeld(came, segments, composition)


def open_questions(secretariat: Secretariat) -> list[str]:
    """What is still unanswered, and how to answer it."""
    agenda, held = secretariat.store.agenda(), secretariat.held()
    lines = [
        f"not answered: did {agenda.keynote(person).name} come? Until then the brief has no"
        f" keynote line. Answer: facilitator close --came {person} (or --absent {person})"
        for person in meeting.unanswered(agenda, held)
    ]
    if held.composition is None and (agenda.composition.categories or agenda.composition.countries):
        lines.append(
            "not answered: were those in the room as planned? Until then the brief does not say"
            " who was there. Answer: facilitator close --composition as-planned"
        )
    return lines
