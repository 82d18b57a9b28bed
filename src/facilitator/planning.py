"""A new agenda from ten plain answers, or from the session before in its series.

Nobody is carried from one session to the next but people who were public, and their consent
is asked for anew: it was given for one meeting.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time

from facilitator import agenda_forms
from facilitator.agenda import (
    Agenda,
    Keynote,
    Organisation,
    Publication,
    Role,
    Rule,
    RulePlan,
    SegmentKind,
    Series,
    SessionPlan,
    SpeakersListPlan,
)
from facilitator.agenda_forms import FORMS
from facilitator.errors import Refused
from facilitator.following import Before
from facilitator.text import LINE_CAP, clean
from facilitator.zones import city

LEAD = "keynote"
"""The id of the one who leads the segments of a new agenda."""

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered so far; what was not keeps what stands here.

    `day` None and an empty `title` are still to be said. `named` is whether the speaker
    agreed to be named in the texts. No `form`: the segments are those of the session before.
    """

    title: str = ""
    series: str = ""
    day: date | None = None
    start: time = time(14, 0)
    zone: str = "UTC"
    host: str = ""
    speaker: str = ""
    named: bool = False
    form: str = "keynote"
    rounds: int = 3


@dataclass(frozen=True, slots=True)
class Question:
    """One of the ten. `read` puts the answer in; it raises `Refused`, saying what is wrong.

    A `hint` of several lines lists the answers that there are.
    """

    key: str
    asks: str
    hint: str
    read: Callable[[Answers, str], Answers]
    shown: Callable[[Answers], str]
    applies: Callable[[Answers], bool] = lambda answers: True


# What people type


def read_day(text: str) -> date:
    """A date as people write it, where it can mean one day only; `Refused` otherwise."""
    words = [word for word in re.split(r"[\s,]+", text.strip().casefold()) if word]
    try:
        if found := re.fullmatch(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})", text.strip()):
            return date(*map(int, found.groups()))
        months = [_MONTHS.index(word[:3]) + 1 for word in words if word[:3] in _MONTHS]
        numbers = [int(found[0]) for word in words if (found := re.match(r"\d+", word))]
        if len(months) == 1 and len(numbers) == 2:
            day, year = sorted(numbers)
            if year >= 1970:
                return date(year, months[0], day)
    except (ValueError, IndexError):
        raise Refused(f"“{text.strip()}” is no day of the calendar") from None
    raise Refused("write the day as 2026-12-03 or 3 December 2026")


def read_time(text: str) -> time:
    """A time of day: "14:00", "14.30", "2 pm"; `Refused` otherwise."""
    told = text.strip().casefold().replace(".", ":").replace(" ", "")
    found = re.fullmatch(r"(\d{1,2})(?::(\d{2}))?(?::\d{2})?(am|pm|h)?", told)
    if found:
        hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
        if half in ("am", "pm"):
            hour = hour % 12 + (12 if half == "pm" else 0) if 1 <= hour <= 12 else 24
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise Refused("write the time as 14:00")


def _line(text: str) -> str:
    return clean(text, cap=LINE_CAP).strip()


def _titled(answers: Answers, text: str) -> Answers:
    title = _line(text)
    if not title:
        raise Refused("the meeting needs a title")
    return replace(answers, title=title)


def _hosted(answers: Answers, text: str) -> Answers:
    host = _line(text)
    if not host.strip("; "):
        raise Refused("somebody must be the host: the body that invites")
    return replace(answers, host=host)


def _yes(text: str) -> bool:
    word = text.strip().casefold()
    if word in ("y", "yes"):
        return True
    if word in ("n", "no", ""):
        return False
    raise Refused("y or n")


def _form(answers: Answers, text: str) -> Answers:
    word = text.strip().casefold()
    by_number = dict(zip("123", FORMS, strict=True))
    chosen = by_number.get(word) or next((f for f in FORMS if word and f.startswith(word)), None)
    if chosen is None:
        raise Refused("1, 2 or 3")
    return replace(answers, form=chosen)


def _rounds(answers: Answers, text: str) -> Answers:
    if not text.strip().isdecimal() or not 1 <= int(text) <= 20:
        raise Refused("a number of rounds, such as 3")
    return replace(answers, rounds=int(text))


def _day_shown(answers: Answers) -> str:
    return answers.day.isoformat() if answers.day else ""


QUESTIONS = (
    Question("title", "What is the meeting called?", "", _titled, lambda a: a.title),
    Question(
        "series",
        "Which series is it part of?",
        "leave it empty where it stands alone",
        lambda a, text: replace(a, series=_line(text)),
        lambda a: a.series,
    ),
    Question(
        "day",
        "On which day?",
        "as 2026-12-03 or 3 December 2026",
        lambda a, text: replace(a, day=read_day(text)),
        _day_shown,
    ),
    Question(
        "start",
        "When does it begin?",
        "local time, as 14:00",
        lambda a, text: replace(a, start=read_time(text)),
        lambda a: f"{a.start:%H:%M}",
    ),
    Question(
        "zone",
        "By the clock of which city?",
        "as Kabul, New York or Asia/Kabul",
        lambda a, text: replace(a, zone=city(text).zone),
        lambda a: a.zone,
    ),
    Question(
        "host", "Which body is the host?", "several with ; between them", _hosted, lambda a: a.host
    ),
    Question(
        "speaker",
        "Who opens with a talk?",
        "a name; leave it empty where nobody does, or nobody knows yet",
        lambda a, text: replace(a, speaker=_line(text)),
        lambda a: a.speaker,
    ),
    Question(
        "named",
        "Have they agreed to be named in the texts?",
        "y or n; their answers to questions stay under the Rule in any case",
        lambda a, text: replace(a, named=_yes(text)),
        lambda a: "y" if a.named else "n",
        lambda a: bool(a.speaker),
    ),
    Question(
        "form",
        "Which form has it?",
        "\n".join(f"  {n}  {form}: {what}" for n, (form, what) in enumerate(FORMS.items(), 1)),
        _form,
        lambda a: str(list(FORMS).index(a.form) + 1),
        lambda a: bool(a.form),
    ),
    Question(
        "rounds",
        "How many rounds of questions?",
        "three questions each, then the answers",
        _rounds,
        lambda a: str(a.rounds),
        lambda a: a.form != "workshop",
    ),
)


# From answers to a plan


def planned(answers: Answers, before: Before | None = None) -> Agenda:
    """The agenda of these answers; what they do not say comes from the session before.

    An unanswered title or day is filled so that the plan can be shown; `missing` tells them.
    """
    day = answers.day or date(2030, 1, 1)
    title = answers.title or "Title of the meeting"
    base = before.agenda if before else Agenda(Series("", ""), _session(title, day), ())
    series = Series(slug(answers.series or title), answers.series or title)
    if before and answers.series in ("", base.series.title):
        series = base.series
    lead = _lead(answers, base, before)
    segments = (
        before.segments(lead)
        if before
        else agenda_forms.segments(answers.form, answers.rounds, lead)
    )
    if before:
        segments = tuple(
            replace(each, rounds=answers.rounds) if each.rounds else each for each in segments
        )
    public = any(one.on_record_in for one in lead)
    scripts = dict(base.scripts) if before else agenda_forms.scripts(public_talk=public)
    return replace(
        base,
        series=series,
        session=replace(
            base.session,
            id=slug(f"{day.isoformat()}-{title}"),
            title=title,
            date=day,
            start=answers.start,
            timezone=answers.zone,
        ),
        segments=segments,
        rule=base.rule if before else RulePlan(Rule.CHATHAM_HOUSE, affirmation="read-aloud"),
        organisations=_hosts(answers.host, base.organisations),
        keynotes=lead,
        limits=base.limits if before else agenda_forms.LIMITS,
        speakers_list=base.speakers_list if before else SpeakersListPlan("first-time-first"),
        scripts=scripts,
        publication=base.publication if before else Publication(),
    )


def proposed(before: Before) -> Answers:
    """What the questions propose: as last time, with nobody's consent taken for granted."""
    one = before.agenda
    hosts = "; ".join(body.name for body in one.organisations if body.role is Role.HOST)
    return Answers(
        series=one.series.title,
        start=one.session.start,
        zone=one.session.timezone,
        host=hosts,
        speaker=before.people[0].name if before.people else "",
        form="",
        rounds=next((segment.rounds for segment in one.segments if segment.rounds), 3),
    )


def missing(answers: Answers) -> tuple[str, ...]:
    """The keys of the questions that must be answered and are not."""
    needed = {"title": answers.title, "day": answers.day, "host": answers.host}
    return tuple(key for key, value in needed.items() if not value)


def slug(text: str) -> str:
    """A name for a folder out of a title: small letters, digits, hyphens, at most 64."""
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(letter)
    )
    from anyascii import anyascii  # only titles in other scripts need it

    if not plain.isascii():
        plain = anyascii(plain).casefold()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(words) > 64:
        words = words[:64].rpartition("-")[0] or words[:64]
    return words or "meeting"


def _session(title: str, day: date) -> SessionPlan:
    return SessionPlan(
        slug(title), title, day, time(14), "UTC", format="virtual", languages=("en",)
    )


def _hosts(text: str, before: tuple[Organisation, ...]) -> tuple[Organisation, ...]:
    names = [name.strip() for name in text.split(";") if name.strip()] or ["The host"]
    known = {one.name: one for one in before if one.role is Role.HOST}
    hosts = tuple(known.get(name) or Organisation(Role.HOST, name) for name in names)
    return (*hosts, *(one for one in before if one.role is not Role.HOST))


def _lead(answers: Answers, base: Agenda, before: Before | None) -> tuple[Keynote, ...]:
    if not answers.speaker:
        return ()
    known = next((one for one in base.keynotes if one.name == answers.speaker), None)
    talks = [s.id for s in base.segments if s.kind is SegmentKind.KEYNOTE] if before else ["talk"]
    agreed = tuple(talks) if answers.named else ()
    if known is not None:
        return (replace(known, public=answers.named, on_record_in=agreed, hard_out=None),)
    return (Keynote(LEAD, answers.speaker, public=answers.named, on_record_in=agreed),)
