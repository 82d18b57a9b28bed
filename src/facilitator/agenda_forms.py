"""The shapes a new agenda can take: segments, scripts and speaking times to begin with."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from facilitator.agenda import Keynote, Limits, Rule, Segment, SegmentKind

FORMS = {
    "keynote": "a talk, questions in rounds, a discussion",
    "panel": "several short statements, questions in rounds, a discussion",
    "workshop": "two working sessions, breaks, proposals at the end",
}
"""The shapes a new agenda can take, and what each is."""

LIMITS = Limits(
    timedelta(seconds=90), timedelta(minutes=6), timedelta(minutes=3), timedelta(seconds=45)
)
"""Speaking times that a meeting can begin with."""

_OPENING = """\
This meeting is held under the Chatham House Rule{except_}.
Use what you hear. Do not tell who said it, what body they belong to, or who took part.
Nothing is recorded; our note-takers keep points and no names.
Raise your hand to speak."""
_CLOSING = """\
I will sum up what I heard; correct me now where I am wrong.
The draft texts will come to you before they go out.
The Rule still holds when this meeting is over."""


def scripts(*, public_talk: bool) -> dict[str, str]:
    """What is read aloud at the beginning and the end."""
    except_ = ", except for the opening talk" if public_talk else ""
    return {"opening": _OPENING.format(except_=except_), "closing": _CLOSING}


def segments(form: str, rounds: int, lead: tuple[Keynote, ...]) -> tuple[Segment, ...]:
    """The agenda of a form (one of `FORMS`), its talk led by the first of `lead`, if any."""
    who = lead[0].id if lead else ""
    talk = Rule.ON_RECORD if lead and lead[0].on_record_in else Rule.CHATHAM_HOUSE

    def part(key: str, kind: SegmentKind, title: str, length: int, **more: object) -> Segment:
        values: dict[str, object] = {"rule": Rule.CHATHAM_HOUSE} | more
        return Segment(key, kind, title, timedelta(minutes=length), **values)  # type: ignore[arg-type]

    opening = part("opening", SegmentKind.OPENING, "Welcome and the Rule", 5, script="opening")
    closing = part(
        "closing", SegmentKind.CLOSING, "Summing up and next steps", 10, script="closing"
    )
    discussion = part(
        "discussion", SegmentKind.DISCUSSION, "General discussion", 45, least=timedelta(minutes=30)
    )
    questions = part(
        "qa",
        SegmentKind.QA,
        "Questions and answers",
        40,
        lead=who,
        least=timedelta(minutes=25),
        rounds=rounds,
        questions_per_round=3,
        leftover="next-round",
    )
    opener = part(
        "talk", SegmentKind.KEYNOTE, "Opening talk", 20, lead=who, rule=talk, source_label="talk"
    )
    if form == "keynote":
        return (opening, opener, questions, discussion, closing)
    if form == "panel":
        statements = part(
            "statements", SegmentKind.DISCUSSION, "Statements of the panel", 30,
            least=timedelta(minutes=20),
        )  # fmt: skip
        first = (opener,) if lead else ()
        return (opening, *first, statements, replace(questions, lead=""), discussion, closing)
    least = timedelta(minutes=40)
    first = (opener,) if lead else ()
    return (
        replace(opening, duration=timedelta(minutes=10)),
        *first,
        part("session-1", SegmentKind.DISCUSSION, "First working session", 60, least=least),
        part("break", SegmentKind.BREAK, "Break", 15),
        part("session-2", SegmentKind.DISCUSSION, "Second working session", 60, least=least),
        part("lunch", SegmentKind.BREAK, "Lunch", 60),
        part("proposals", SegmentKind.DISCUSSION, "Working through the proposals", 60, least=least),
        replace(closing, duration=timedelta(minutes=15)),
    )
