"""What one session hands on to the next in its series: everything but its people.

People who were public are handed on as a proposal; their consent was given for one meeting.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from facilitator.agenda import Agenda, Keynote, Rule, Segment, SegmentKind
from facilitator.text import NOTE_CAP

CARRIED = "carried"
"""The name of the script that holds what the session before left open."""


@dataclass(frozen=True, slots=True)
class Before:
    """What goes from one session into the agenda of the next.

    `agenda` is the plan without its people (public ones wait in `people`), its day, and what
    was said of it alone. `took` are the minutes that segments really took, by their ids.
    """

    agenda: Agenda
    people: tuple[Keynote, ...] = ()
    took: Mapping[str, int] = field(default_factory=dict)

    def segments(self, lead: tuple[Keynote, ...]) -> tuple[Segment, ...]:
        """The segments, led by whom the next session has; those of nobody are led by nobody."""
        leads = {one.id for one in lead}
        told = []
        for segment in self.agenda.segments:
            who = segment.lead if segment.lead in leads else ""
            if segment.lead and lead and not who:
                who = lead[0].id
            agreed = any(one.id == who and segment.id in one.on_record_in for one in lead)
            rule = segment.rule
            if agreed:
                rule = Rule.ON_RECORD
            elif segment.lead and rule is Rule.ON_RECORD:
                rule = self.agenda.rule.name or Rule.CHATHAM_HOUSE
            told.append(replace(segment, lead=who, rule=rule))
        return tuple(told)

    def told_on_top(self) -> tuple[str, ...]:
        """What the next agenda says of where it comes from."""
        told = [
            "",
            "It carries on from the session before in its series. Read the scripts once: they",
            "are last time's. Who is in the room, and who may be named, is asked for anew.",
        ]
        for one in self.people:
            told.append(f"{one.name} was public then, for that meeting only.")
        return tuple(told)

    def remarks(self) -> dict[str, str]:
        """What to say behind the length of each segment that was held."""
        return {
            segment.id: f"last time {self.took[segment.id]} min"
            for segment in self.agenda.segments
            if segment.id in self.took
        }


def after(
    agenda: Agenda, took: Mapping[str, int], left_open: Mapping[str, tuple[str, ...]]
) -> Before:
    """What the session of `agenda` hands on.

    `left_open` maps a heading ("Owed an answer") to its lines; they become a script of the
    first discussion or Q&A that has none.
    """
    lines = [
        line for head, entries in left_open.items() if entries for line in (f"{head}:", *entries)
    ]
    scripts = dict(agenda.scripts)
    scripts.pop(CARRIED, None)
    segments = tuple(
        replace(segment, hard_end=None, script=segment.script if segment.script in scripts else "")
        for segment in agenda.segments
    )
    if lines:
        scripts[CARRIED] = _within_cap(f"Left open at “{agenda.session.title}”.", lines)
        segments = _with_script(segments)
    number = agenda.session.number
    return Before(
        replace(
            agenda,
            session=replace(
                agenda.session,
                number=number + 1 if number is not None else None,
                headline="",
                topic="",
            ),
            segments=segments,
            keynotes=tuple(one for one in agenda.keynotes if one.public),
            composition=replace(agenda.composition, categories=(), countries=()),
            scripts=scripts,
            follow_up="",
        ),
        tuple(one for one in agenda.keynotes if one.public),
        dict(took),
    )


def _with_script(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    for wanted in (SegmentKind.DISCUSSION, SegmentKind.QA, SegmentKind.OPENING):
        for place, segment in enumerate(segments):
            if segment.kind is wanted and not segment.script:
                told = replace(segment, script=CARRIED)
                return (*segments[:place], told, *segments[place + 1 :])
    return segments


def _within_cap(head: str, lines: list[str]) -> str:
    """The lines that a script has room for; how many more there are is its last line."""
    told, left = [head], NOTE_CAP - len(head) - 60
    for place, line in enumerate(lines):
        left -= len(line) + 1
        if left < 0:
            told.append(f"… and {len(lines) - place} more: facilitator export --as owed")
            break
        told.append(line)
    return "\n".join(told)
