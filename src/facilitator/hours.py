"""At what hour people in other cities sit in a session, and who would sit at night.

Everything is reckoned from instants; each city's clock is read off the zone data for that day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from facilitator.agenda import Agenda
from facilitator.timetable import timetable
from facilitator.zones import City

EARLIEST, LATEST = time(7), time(22)
"""Local hours between which a meeting can be asked of anybody."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session by the clock of one city; aware datetimes. `days` is 1 where it begins a day
    later there than at the session's own place, -1 a day earlier."""

    city: City
    start: datetime
    end: datetime
    days: int

    @property
    def unsocial(self) -> str:
        """Why nobody should have to sit there then, in words; "" where the hour is fair."""
        if self.start.time() < EARLIEST:
            return f"begins at {self.start:%H:%M}"
        if self.start.time() >= LATEST:
            return f"begins at {self.start:%H:%M} at night"
        later = self.end.date() > self.start.date()
        if later or self.end.time() > LATEST:
            return f"ends at {self.end:%H:%M}{' the next day' if later else ''}"
        return ""


def home(agenda: Agenda) -> City:
    """The city whose clock the session goes by."""
    zone = agenda.session.timezone
    return City(zone.rpartition("/")[2].replace("_", " "), zone)


def ends(agenda: Agenda) -> tuple[datetime, datetime]:
    """The planned start and end as instants in UTC."""
    slots = timetable(agenda)
    if not slots:
        start = agenda.starts_at.astimezone(UTC)
        return start, start
    return slots[0].start.astimezone(UTC), slots[-1].end.astimezone(UTC)


def sitting(agenda: Agenda, city: City) -> Sitting:
    """The session by the clock of `city`."""
    start, end = ends(agenda)
    here = start.astimezone(ZoneInfo(agenda.session.timezone)).date()
    zone = ZoneInfo(city.zone)
    first = start.astimezone(zone)
    return Sitting(city, first, end.astimezone(zone), (first.date() - here).days)


def warnings(agenda: Agenda, cities: Iterable[City]) -> tuple[str, ...]:
    """A line for each city in which somebody would sit at night or before breakfast."""
    told = (sitting(agenda, city) for city in cities)
    return tuple(f"{each.city.name}: {each.unsocial} there" for each in told if each.unsocial)


def offset(moment: datetime) -> str:
    """How far a clock is from UTC, as people write it: "UTC+04:30", "UTC"."""
    told = f"{moment:%z}"
    return "UTC" if told in ("+0000", "-0000", "") else f"UTC{told[:3]}:{told[3:5]}"
