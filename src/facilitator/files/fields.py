"""The kinds of value that an agenda or a roster holds: each checks, cleans and explains."""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainValidator
from pydantic_core import PydanticCustomError

from facilitator.errors import Refused
from facilitator.files.problems import listed, nearest, shown
from facilitator.review import readable
from facilitator.text import LINE_CAP, NOTE_CAP, clean

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
LONGEST = timedelta(hours=24)
LENGTH_EXAMPLE = 'write for example "5m", "1m30s", "1h15m", or 5 for five minutes'

_LENGTH = re.compile(
    r"(?:(?P<hours>[0-9]{1,6})h)?\s*(?:(?P<minutes>[0-9]{1,6})m)?\s*(?:(?P<seconds>[0-9]{1,6})s)?"
)
_WORDS_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_ZONE = re.compile(r"[A-Za-z0-9_+/-]{1,64}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_BIGGEST = 100_000


class Shape(BaseModel):
    """A table of a file; a key it does not know is an error, as a typo could name a person."""

    model_config = ConfigDict(defer_build=True, extra="forbid")


def wrong(what: str, mend: str) -> PydanticCustomError:
    """The error a field raises: what is wrong, and how to mend it."""
    return PydanticCustomError("facilitator", "{what}", {"what": what, "mend": mend})


def _cleaned(value: object, cap: int, newlines: bool) -> str:
    if isinstance(value, bool) or not isinstance(value, str):
        raise wrong("this must be text", 'put it between straight quotes: "…"')
    try:
        return clean(value, cap=cap, newlines=newlines).strip()
    except Refused as no:
        raise wrong("too long", str(no)) from None


def _line(value: object) -> str:
    return _cleaned(value, LINE_CAP, newlines=False)


def _title(value: object) -> str:
    text = _line(value)
    if not text:
        raise wrong("this is empty", "write it, between the quotes")
    return text


def _script(value: object) -> str:
    return _cleaned(value, NOTE_CAP, newlines=True)


def _id(value: object) -> str:
    text = _line(value)
    if not ID.fullmatch(text):
        what = f'"{shown(text)}" cannot be an id' if text else "the id is empty"
        raise wrong(what, 'small letters a–z, digits and hyphens, at most 64: "2020-05-28-view"')
    return text


def _script_key(value: object) -> str:
    text = _line(value)
    if not _WORDS_KEY.fullmatch(text):
        raise wrong("this cannot be the name of a script", 'one word such as "opening"')
    return text


def _topic_key(value: object) -> str:
    text = _line(value)
    if len(text) > 16 or not all(letter.isalnum() or letter in "-_" for letter in text):
        raise wrong(
            f'"{shown(text)}" cannot be typed as a topic\'s key',
            'one short word of letters and digits, such as "1" or "un"',
        )
    return text


def parse_length(value: object) -> timedelta:
    """A length of time: "90s", "1m30s", "1h15m", or a bare whole number of minutes.

    Zero is let through. Raises pydantic's custom error for anything else, for negative
    lengths and for more than 24 hours.
    """
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise wrong(f"{shown(value)} is not a length of time", LENGTH_EXAMPLE)
    if isinstance(value, int):
        if value < 0:
            raise wrong("a length of time cannot be negative", LENGTH_EXAMPLE)
        length = timedelta(minutes=min(value, _BIGGEST))
    else:
        match = _LENGTH.fullmatch(value.strip())
        if match is None or not value.strip():
            raise wrong(f'"{shown(value)}" is not a length of time', LENGTH_EXAMPLE)
        length = timedelta(**{unit: int(found or 0) for unit, found in match.groupdict().items()})
    if length > LONGEST:
        raise wrong(f"{shown(value)} is longer than a day", LENGTH_EXAMPLE)
    return length


def _length(value: object) -> timedelta:
    length = parse_length(value)
    if not length:
        raise wrong("a length of zero", LENGTH_EXAMPLE)
    return length


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise wrong("this is neither true nor false", "write true or false, without quotes")
    return value


def _whole(least: int) -> Callable[[object], int]:
    def check(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise wrong("this is not a whole number", "write for example 3, without quotes")
        if value < least:
            raise wrong(f"{shown(value)} is too small", f"write {least} or more")
        if value > _BIGGEST:
            raise wrong(f"{shown(value)} is too large", f"write {_BIGGEST:,} or less")
        return value

    return check


def _date(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        if not 1970 <= value.year <= 2200:
            raise wrong(f"the year {value.year} cannot be meant", "write for example 2020-05-28")
        return value
    if isinstance(value, str):
        raise wrong("a date between quotes is only text", "drop the quotes: 2020-05-28")
    raise wrong("this is not a date", "write the date alone, without quotes: 2020-05-28")


def _time(value: object) -> time:
    if isinstance(value, time):
        return value
    if isinstance(value, str):
        raise wrong("a time between quotes is only text", "drop the quotes: 14:00:00")
    raise wrong("this is not a time of day", "write it with seconds, without quotes: 14:00:00")


def _zone(value: object) -> str:
    name = _line(value)
    if _ZONE.fullmatch(name):
        try:
            return zoneinfo.ZoneInfo(name).key
        except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
            pass  # the names are listed only now: that reads hundreds of files
    known = zoneinfo.available_timezones()
    by_city = {zone.rsplit("/", 1)[-1]: zone for zone in sorted(known, reverse=True)}
    city = nearest(name.rsplit("/", 1)[-1].replace(" ", "_"), by_city)
    near = nearest(name, known) or (by_city[city] if city else None)
    hint = f'did you mean "{near}"?' if near else 'write a region and city: "Asia/Kabul"'
    raise wrong(f'"{shown(name)}" is not a known time zone', hint)


def _language(value: object) -> str:
    text = _line(value)
    if not _LANGUAGE.fullmatch(text):
        raise wrong(f'"{shown(text)}" is not a language code', 'write for example "en" or "fa"')
    return text


def _wait(value: object) -> str:
    text = _line(value)
    if not readable(text):
        raise wrong(
            f'"{shown(text)}" does not say how long to wait', 'write for example "5 working days"'
        )
    return text


def choice(*words: str, empty: bool = False) -> Any:
    """A field that holds one of `words` (with `empty`, or nothing at all)."""

    def check(value: object) -> str:
        text = value.strip() if isinstance(value, str) else None
        if text is not None and (text in words or (empty and not text)):
            return text
        near = nearest(value, words)
        mend = f'did you mean "{near}"?' if near else f"write {listed(words)}"
        if near and len(words) > 2:
            mend += f" (it can be {listed(words)})"
        raise wrong(f'"{shown(value)}" is not known here', mend)

    return PlainValidator(check)


def values(words: Iterable[Any]) -> tuple[str, ...]:
    """The words of an enumeration."""
    return tuple(word.value for word in words)


Line = Annotated[str, PlainValidator(_line)]
"""One line of text, cleaned, at most `LINE_CAP` characters."""
Title = Annotated[str, PlainValidator(_title)]
"""One line of text that must not be empty."""
Script = Annotated[str, PlainValidator(_script)]
"""Several lines of text, cleaned, at most `NOTE_CAP` characters."""
Id = Annotated[str, PlainValidator(_id)]
"""A name that can be a folder's: small letters, digits and hyphens, at most 64."""
ScriptKey = Annotated[str, PlainValidator(_script_key)]
TopicKey = Annotated[str, PlainValidator(_topic_key)]
Language = Annotated[str, PlainValidator(_language)]
Zone = Annotated[str, PlainValidator(_zone)]
"""The IANA name of a time zone."""
Length = Annotated[timedelta, PlainValidator(_length)]
"""A length of time, more than zero and at most a day."""
Signal = Annotated[timedelta, PlainValidator(parse_length)]
"""A length of time that may be zero."""
Flag = Annotated[bool, PlainValidator(_flag)]
Count = Annotated[int, PlainValidator(_whole(1))]
CountOrNone = Annotated[int, PlainValidator(_whole(0))]
AtLeastTwo = Annotated[int, PlainValidator(_whole(2))]
Day = Annotated[date, PlainValidator(_date)]
TimeOfDay = Annotated[time, PlainValidator(_time)]
Wait = Annotated[str, PlainValidator(_wait)]
"""How long an answer is waited for, in days; nothing: no last day."""
Lines = Annotated[tuple[Line, ...], Field(max_length=300)]
"""A list of texts."""
