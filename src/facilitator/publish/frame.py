"""The texts' own sentences in English; what may be told is decided before they are called.

Every function takes plain words and leaves out cleanly what is empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from facilitator.agenda import Keynote, Publication, SegmentKind
from facilitator.publish.phrases import (
    bare,
    capital,
    indefinite,
    join,
    mid_sentence,
    ordinal,
    sentence,
    squeezed,
    titled,
    with_article,
)

LANGUAGE = "en"
TESTED = "The chair summed this up aloud, and nobody objected:"
UNTESTED = "This was agreed as the rapporteur understood it; it was not tested aloud:"

_PART = {
    SegmentKind.OPENING: "opening",
    SegmentKind.KEYNOTE: "presentation",
    SegmentKind.QA: "questions and answers",
    SegmentKind.DISCUSSION: "general discussion",
    SegmentKind.CLOSING: "closing",
    SegmentKind.BREAK: "break",
}
_SCOPE = {
    "partial": "the topics discussed and some of the conclusions reached",
    "full": "the topics discussed and the conclusions reached",
}


_READERS = {
    "public": "Public",
    "participants": "Participants only",
    "on-request": "On request",
    "hosts": "Hosts only",
}


class Cover(Enum):
    """How far the Rule covered the meeting."""

    RULE = "under the Chatham House Rule"
    ON_RECORD = "on the record"
    OFF_RECORD = "off the record"
    PARTLY = "partly"


def readers(level: str) -> str:
    """Who may read the text, for the top of every page."""
    return _READERS.get(level, "")


def event(form: str, track: str, kind: str) -> str:
    """The kind of meeting with its article: "a virtual Track 2 expert discussion"."""
    kind = mid_sentence(bare(kind)) or "meeting"
    track = squeezed(track)
    if track and not track.lower().startswith("track"):
        track = f"Track {track}"
    words = [
        word for word in (squeezed(form), track) if word and word.casefold() not in kind.casefold()
    ]
    return indefinite(" ".join([*words, kind]))


def lead(
    day: str,
    hosts: Sequence[str],
    supporters: Sequence[str],
    partners: Sequence[str],
    what: str,
    topic: str,
) -> str:
    """The sentence that says when, by whom, with whose help and on what."""
    clauses = []
    if supporters:
        clauses.append(f"with support from {join(supporters)}")
    if partners:
        clauses.append(f"in partnership with {join(partners)}")
    crowded = len(supporters) > 1 or len(partners) > 1
    helped = (", and " if crowded else " and ").join(clauses)
    topic = mid_sentence(bare(topic))
    subject = f"{what} on {topic}" if topic else what
    if hosts:
        return sentence(
            f"On {day}, {join(hosts)}{f', {helped},' if helped else ''} hosted {subject}"
        )
    return sentence(f"On {day}, {subject} took place{f', {helped}' if helped else ''}")


def composition(categories: Sequence[str], countries: Sequence[str]) -> list[str]:
    """Up to two sentences, one a list; the two lists are never crossed."""
    lines = []
    if categories:
        lines.append(sentence(f"Those taking part included {join(categories)}"))
    if countries:
        lines.append(sentence(f"The participants came from {join(countries)}"))
    return lines


def keynote(person: Keynote, form: str, also: bool) -> str:
    """The sentence that names a public person; `also` for the second and later ones."""
    name = squeezed(f"{person.style} {person.name}")
    office, of = bare(person.office), with_article(bare(person.of))
    if office and office.split()[0].lower() not in {"the", "a", "an"}:
        office = f"the {office}"
    place = " of ".join(part for part in (office, of) if part)
    bare_name = f"{name}, of {of}," if of else name
    who = f"{place}, {name}," if office else bare_name
    if also:
        return sentence(f"{who} also attended as keynote speaker")
    meeting = "meeting" if squeezed(form) in ("", "in-person") else f"{squeezed(form)} meeting"
    return sentence(f"{who} attended the {meeting} as keynote speaker")


def presentation(place: int, title: str) -> str:
    """A presentation in the course of the meeting; `title` empty where it is not public."""
    plain = "a presentation" if place == 1 else f"a {ordinal(place)} presentation"
    return f"{plain} entitled {titled(title)}" if bare(title) else plain


def exchange(place: int, rounds: int | None) -> str:
    """Questions and answers in the course of the meeting."""
    if place > 1:
        return "further questions and answers"
    if rounds is not None and rounds > 1:
        return "several rounds of questions and answers"
    return "questions and answers"


def discussion(place: int) -> str:
    """A discussion in the course of the meeting."""
    if place == 1:
        return "a general discussion among participants"
    return f"a {ordinal(place)} discussion"


def flow(parts: Sequence[str]) -> str:
    """The course of the meeting, without times."""
    if not parts:
        return ""
    if len(parts) == 1:
        return sentence(f"The meeting consisted of {parts[0]}")
    return sentence(f"The meeting began with {parts[0]} and continued with {join(parts[1:])}")


def part(kind: SegmentKind, place: int, many: bool) -> str:
    """The name of a part of the meeting; `many` where there were others of its kind."""
    if not many:
        return f"the {_PART[kind]}"
    name = {SegmentKind.QA: "question-and-answer part", SegmentKind.DISCUSSION: "discussion"}
    return f"the {ordinal(place)} {name.get(kind, _PART[kind])}"


def rule(cover: Cover, on_record: Sequence[str]) -> str:
    """The Rule line; `on_record` are the parts that it did not cover."""
    if cover is Cover.PARTLY:
        return "Parts of the meeting were held under the Chatham House Rule."
    line = f"The meeting was held {cover.value}"
    if on_record:
        plural = len(on_record) > 1 or on_record[0].endswith("answers")
        line += f", apart from {join(on_record)}, which {'were' if plural else 'was'} on the record"
    return f"{line}."


def scope(extent: str, follows: bool) -> str:
    """The caveat on what the points cover; `follows` where they stand right below it."""
    covered = _SCOPE.get(extent, "the topics discussed")
    return f"What follows is a brief summary of {covered}{':' if follows else '.'}"


def leading_in(kind: SegmentKind, label: str, speaks_for: str) -> str:
    """The line above the points of a segment whose lead is public for it."""
    name = bare(label) or _PART[kind]
    first = name.split()[0].lower()
    if first not in {"the", "a", "an", "his", "her", "their"} and not first.endswith(("’s", "'s")):
        name = f"the {name}"
    whose = with_article(bare(speaks_for))
    if whose:
        return capital(f"{name} set out the position of {whose}:")
    return capital(f"{name} covered the following points:")


def other_side(told: str) -> str:
    """What is held against a point, beside what speaks for it."""
    return f"On the other side: {told}"


def reservations(text: str) -> str:
    """The reservations with which something was agreed."""
    return sentence(f"With reservations: {bare(text)}") if bare(text) else ""


def follow_up(aim: str, then: str) -> str:
    """What the series is for, and what is planned next."""
    lines = []
    aim = squeezed(aim)
    if aim.lower().startswith("to "):
        aim = aim[3:]
    if bare(aim):
        verb = aim.split()[0]
        if verb[1:] == verb[1:].lower():
            aim = aim[0].lower() + aim[1:]
        lines.append(sentence(f"The series aims to {aim}"))
    if bare(then):
        lines.append(sentence(f"What comes next: {mid_sentence(squeezed(then))}"))
    return " ".join(lines)


def contact(publication: Publication, hosts: Sequence[str]) -> str:
    """How to get the report and the newsletter, as far as they are for the public."""
    lines = []
    address = bare(publication.contact)
    report = "detailed report of the meeting"
    wanted = []
    if publication.report == "public":
        lines.append(f"A {report} is published separately.")
    elif publication.report == "on-request":
        wanted.append(f"a {report}")
    if publication.newsletter:
        wanted.append("the newsletter")
    if address:
        what = " or ".join(wanted) or "further information"
        to = f"{join(hosts)} at {address}" if hosts else address
        lines.append(sentence(f"For {what}, please write to {to}"))
    elif wanted:
        verb = "are" if len(wanted) > 1 else "is"
        source = f" from {join(hosts)}" if hosts else ""
        lines.append(sentence(f"{join(wanted)} {verb} available on request{source}"))
    return " ".join(lines)
