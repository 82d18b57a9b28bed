"""When each segment is planned to begin and end, in real time.

Lengths are added to instants and only then read on the wall clock of the session's zone,
so a night in which the clocks change, and midnight, come out right.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from facilitator.agenda import Agenda, Segment

_HALF_A_DAY = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Slot:
    """A segment with its planned start and end, aware, in the session's zone.

    Compare these with others by way of UTC: two datetimes of one zone compare by wall clock.
    """

    segment: Segment
    start: datetime
    end: datetime


def timetable(agenda: Agenda) -> tuple[Slot, ...]:
    """The segments one after the other from the planned start."""
    zone = ZoneInfo(agenda.session.timezone)
    slots: list[Slot] = []
    now = agenda.starts_at.astimezone(UTC)
    for segment in agenda.segments:
        end = now + segment.duration
        slots.append(Slot(segment, now.astimezone(zone), end.astimezone(zone)))
        now = end
    return tuple(slots)


def instant_of(agenda: Agenda, wall: time) -> datetime:
    """Which instant a local time in the agenda (`hard_end`, `hard_out`) means; in UTC.

    The first one from the session's start on. One more than half a day (or the planned
    length, if longer) after the start is taken for one that had already passed when the
    session began, as of somebody who leaves before it.
    """
    zone = ZoneInfo(agenda.session.timezone)
    start = agenda.starts_at.astimezone(UTC)
    reach = max(_HALF_A_DAY, agenda.planned_length)
    candidates = sorted(
        datetime.combine(agenda.session.date + timedelta(days=days), wall, tzinfo=zone)
        .replace(fold=fold)
        .astimezone(UTC)
        for days in (0, 1)
        for fold in (0, 1)
    )
    for candidate in candidates:
        if start <= candidate <= start + reach:
            return candidate
    return candidates[0]


def timetable_lines(agenda: Agenda) -> tuple[str, ...]:
    """The timetable to print: the day and zone, a line a segment, the end.

    `14:00–14:05  Welcome and the Rule  5 min  chatham-house`; an end on a later day is
    marked `+1 day`.
    """
    slots = timetable(agenda)
    first = slots[0].start.date() if slots else agenda.session.date
    start = slots[0].start if slots else agenda.starts_at
    lines = [f"{first.isoformat()}  {agenda.session.timezone} (UTC{_offset(start)})"]
    for slot in slots:
        segment = slot.segment
        hours = f"{slot.start:%H:%M}–{_wall(slot.end, start)}"
        lines.append(f"{hours}  {segment.title}  {said(segment.duration)}  {segment.rule.value}")
    end = slots[-1].end if slots else start
    lines.append(f"ends {_wall(end, start)}  {said(agenda.planned_length)} planned")
    return tuple(lines)


def said(length: timedelta) -> str:
    """A length of time in words: `5 min`, `1 min 30 s`, `2 h 5 min`."""
    minutes, seconds = divmod(round(length.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "h"), (minutes, "min"), (seconds, "s"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 min"


def _wall(moment: datetime, start: datetime) -> str:
    days = (moment.date() - start.date()).days
    mark = "" if not days else f" +{days} day{'s' if days > 1 else ''}"
    return f"{moment:%H:%M}{mark}"


def _offset(moment: datetime) -> str:
    offset = f"{moment:%z}"
    return f"{offset[:3]}:{offset[3:5]}"
