"""A session as an iCalendar file (RFC 5545) that calendars accept: one event, no person in it.

The zone's rules stand in the file as explicit changes for a year before and after, so that a
reader with old zone data (Iran gave up summer time in 2022) still shows the right hour.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from facilitator.agenda import Agenda
from facilitator.hours import ends
from facilitator.publish.phrases import squeezed
from facilitator.rule_text import RULE_TEXT
from facilitator.timetable import timetable

_LINE = 75
"""Octets that a line may have before it is folded."""

_AROUND = timedelta(days=366)


def write(agenda: Agenda, stamp: datetime) -> bytes:
    """The whole file. `stamp` (aware) is when it was made: a later file replaces an earlier.

    It names nobody: whoever leads is in the invitation if they agreed, not in calendars.
    """
    start, end = ends(agenda)
    zone = ZoneInfo(agenda.session.timezone)
    made = stamp.astimezone(UTC)
    name = hashlib.sha256(f"{agenda.series.id}/{agenda.session.id}".encode()).hexdigest()[:32]
    local = not any(_twice(moment, zone) for moment in (start, end))
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//facilitator//EN", "METHOD:PUBLISH"]
    if local and zone.key != "UTC":
        lines += _zone(zone, start, end)
    lines += [
        "BEGIN:VEVENT",
        f"UID:{name}@facilitator",
        f"DTSTAMP:{_utc(made)}",
        f"SEQUENCE:{int(made.timestamp()) // 60}",
        _moment("DTSTART", start, zone, local=local),
        _moment("DTEND", end, zone, local=local),
        f"SUMMARY:{_text(agenda.session.title)}",
        f"DESCRIPTION:{_text(_description(agenda))}",
        "CLASS:PRIVATE",
        "TRANSP:OPAQUE",
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(folded for line in lines for folded in _folded(line))


def _description(agenda: Agenda) -> str:
    parts = [squeezed(agenda.series.title)]
    slots = timetable(agenda)
    parts += [f"{slot.start:%H:%M} {slot.segment.title}" for slot in slots]
    if any(segment.rule.protects for segment in agenda.segments):
        parts += ["", RULE_TEXT]
    return "\n".join(parts)


def _twice(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether the clocks of the zone show this hour twice that night."""
    local = moment.astimezone(zone)
    return local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset()


def _moment(name: str, moment: datetime, zone: ZoneInfo, *, local: bool) -> str:
    if not local or zone.key == "UTC":
        return f"{name}:{_utc(moment)}"
    return f"{name};TZID={zone.key}:{_wall(moment.astimezone(zone))}"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _wall(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%S}"


# Zones


def _zone(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[str]:
    """The zone from a year before the session to a year after it, change by change."""
    first = start - _AROUND
    before = _offset(first, zone)
    yield from ("BEGIN:VTIMEZONE", f"TZID:{zone.key}")
    yield from _observance(first, before, before, zone)
    for change in _changes(first, end + _AROUND, zone):
        after = _offset(change, zone)
        yield from _observance(change, before, after, zone)
        before = after
    yield "END:VTIMEZONE"


def _observance(
    moment: datetime, before: timedelta, after: timedelta, zone: ZoneInfo
) -> Iterator[str]:
    local = moment.astimezone(zone)
    kind = "DAYLIGHT" if local.dst() else "STANDARD"
    # A change begins at the hour that the clocks showed until then.
    wall = moment.astimezone(UTC).replace(tzinfo=None) + before
    yield from (
        f"BEGIN:{kind}",
        f"DTSTART:{_wall(wall)}",
        f"TZOFFSETFROM:{_signed(before)}",
        f"TZOFFSETTO:{_signed(after)}",
        f"TZNAME:{_text(local.tzname() or zone.key)}",
        f"END:{kind}",
    )


def _changes(first: datetime, last: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """The instants at which the zone's clocks are set, to the second."""
    moment, step = first, timedelta(days=1)
    while moment < last:
        following = min(moment + step, last)
        if _offset(following, zone) != _offset(moment, zone):
            low, high = moment, following
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) / 2
                middle = middle.replace(microsecond=0)
                if _offset(middle, zone) == _offset(low, zone):
                    low = middle
                else:
                    high = middle
            yield high
        moment = following


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta(0)


def _signed(offset: timedelta) -> str:
    seconds = round(offset.total_seconds())
    sign = "-" if seconds < 0 else "+"
    hours, rest = divmod(abs(seconds), 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{sign}{hours:02}{minutes:02}" + (f"{seconds:02}" if seconds else "")


# Text


def _text(text: str) -> str:
    for sign, instead in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign, instead)
    return text


def _folded(line: str) -> Iterator[bytes]:
    """A line and what it continues on; no letter is cut in two."""
    rest = line.encode()
    room = _LINE
    while len(rest) > room:
        cut = room
        while rest[cut] & 0xC0 == 0x80:
            cut -= 1
        yield rest[:cut] + b"\r\n "
        rest, room = rest[cut:], _LINE - 1
    yield rest + b"\r\n"
