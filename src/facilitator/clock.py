"""Reading clocks: instants, signals and how lengths are written on screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Instant:
    """One moment on two scales, both in seconds.

    `wall` is what the computer's clock says (Unix time) and may be stepped by anybody; it
    serves to show times of day. `steady` is the session's own scale: it never steps and
    goes on while the computer sleeps; every length is a difference of two of these.
    """

    wall: float
    steady: float

    def wall_of(self, steady: float) -> float:
        """The Unix time at which the session's scale read `steady`, by today's wall clock."""
        return self.wall - (self.steady - steady)


class Level(IntEnum):
    """How urgent a clock is; drawn as a word and a colour, never a colour alone."""

    CALM = 0
    SOON = 1
    LAST = 2
    OVER = 3


@dataclass(frozen=True, slots=True)
class Signal:
    """What a clock says besides its digits."""

    level: Level
    words: str


def signal(left: float, points: Sequence[timedelta]) -> Signal:
    """The signal for `left` seconds (negative: overtime) with the given warning points.

    The last warning point above zero is the urgent one. Without any, only the end itself
    is signalled.
    """
    if left <= 0:
        over = int(-left)
        return Signal(Level.OVER, f"OVER BY {span(over)}" if over else "TIME IS UP")
    ahead = sorted(seconds for p in points if (seconds := p.total_seconds()) > 0)
    for place, seconds in enumerate(ahead):
        if left <= seconds:
            level = Level.LAST if place == 0 else Level.SOON
            return Signal(level, f"UNDER {_length_words(seconds)}")
    return Signal(Level.CALM, "")


def countdown(
    whole: float, gone: float, points: Sequence[timedelta], paused: bool = False
) -> tuple[str, Signal]:
    """The digits and the signal of something that may take `whole` seconds, `gone` of them used.

    Past its end it counts up, with a plus. A whole second is shown until it has passed, so
    that it reads 0:00 exactly at the end. Pausing is charged to nobody, and says so.
    """
    left = whole - gone
    shown = f"+{span(-left)}" if left <= -1 else span(max(0.0, -(-left // 1)))
    if paused:
        return shown, Signal(Level.SOON, "PAUSED, charged to nobody")
    # A warning point as long as the whole would warn from its first second.
    return shown, signal(left, [point for point in points if point.total_seconds() < whole])


def _length_words(seconds: float) -> str:
    if seconds < 60 or seconds % 60:
        return f"{seconds:g} SECONDS"
    minutes = int(seconds // 60)
    return f"{minutes} MINUTE{'S' if minutes != 1 else ''}"


def span(seconds: float) -> str:
    """A length as `m:ss` or `h:mm:ss`, its sign in front where it is negative."""
    sign, whole = ("-", int(-seconds)) if seconds < 0 else ("", int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, secs = divmod(rest, 60)
    return f"{sign}{hours}:{minutes:02}:{secs:02}" if hours else f"{sign}{minutes}:{secs:02}"


def minutes(seconds: float) -> int:
    """Whole minutes, a started one counting from its half (as a person would say it)."""
    return int(abs(seconds) / 60 + 0.5) * (1 if seconds >= 0 else -1)


def whole_minutes(seconds: float) -> int:
    """What is kept of a length of time: minutes; what took some time took one at least."""
    return max(minutes(seconds), int(seconds > 0))


def time_of_day(wall: float, zone: str, *, seconds: bool = False) -> str:
    """The local time of a Unix time in an IANA zone, `15:31` or `15:31:08`."""
    local = datetime.fromtimestamp(wall, ZoneInfo(zone))
    return local.strftime("%H:%M:%S" if seconds else "%H:%M")
