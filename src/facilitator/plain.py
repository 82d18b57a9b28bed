"""Frozen values as JSON text and back, for what is kept between two runs of the program."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from datetime import date, time, timedelta
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar

from facilitator.text import ANY_LENGTH, clean

T = TypeVar("T")


def to_json(value: Any) -> str:
    """A dataclass of plain parts as JSON text; `from_json` gives back an equal one."""
    return json.dumps(_values(value), default=_plain, ensure_ascii=False, sort_keys=True)


_LEAVES = frozenset({str, int, float, bool, type(None)})

_FIELDS: dict[type, tuple[str, ...]] = {}


def _values(value: Any) -> Any:
    """As `dataclasses.asdict`, which copies every leaf and takes five times as long."""
    kind: type = type(value)
    if kind in _LEAVES:
        return value
    if kind not in _FIELDS and dataclasses.is_dataclass(kind):
        _FIELDS[kind] = tuple(each.name for each in dataclasses.fields(kind))
    if kind in _FIELDS:
        return {name: _values(getattr(value, name)) for name in _FIELDS[kind]}
    if isinstance(value, tuple | list):
        return [_values(item) for item in value]
    if isinstance(value, dict):
        return {key: _values(item) for key, item in value.items()}
    return value


def from_json(wanted: type[T], text: str) -> T:
    """The value that `to_json` wrote; fields added since take their defaults.

    Raises one of `UNREADABLE` for any other text.
    """
    built: T = _build(wanted, json.loads(text))
    return built


UNREADABLE = (
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    OverflowError,
    RecursionError,
)
"""What reading a text that `to_json` did not write may raise."""


def _plain(value: object) -> object:
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    raise TypeError(type(value).__name__)


@lru_cache
def _hints(wanted: type) -> dict[str, Any]:
    return typing.get_type_hints(wanted)


def _build(wanted: Any, value: Any) -> Any:
    origin = typing.get_origin(wanted)
    if origin in (types.UnionType, typing.Union):
        if value is None:
            return None
        (wanted,) = (part for part in typing.get_args(wanted) if part is not type(None))
        return _build(wanted, value)
    if origin is tuple:
        inner = typing.get_args(wanted)
        if inner[-1] is Ellipsis:
            return tuple(_build(inner[0], item) for item in value)
        return tuple(_build(kind, item) for kind, item in zip(inner, value, strict=True))
    if origin is dict:
        inner = typing.get_args(wanted)
        return {key: _build(inner[1], item) for key, item in value.items()}
    if dataclasses.is_dataclass(wanted):
        hints = _hints(typing.cast(type, wanted))
        known = {key: _build(hints[key], item) for key, item in value.items() if key in hints}
        return typing.cast(Any, wanted)(**known)
    if wanted is timedelta:
        return timedelta(seconds=value)
    if wanted in (date, time):
        return wanted.fromisoformat(value)
    if wanted is bytes:
        return bytes.fromhex(value)
    if wanted is str:
        return clean(value, cap=ANY_LENGTH, newlines=True)  # a file may have been tampered with
    if issubclass(wanted, Enum):
        return wanted(value)
    if not isinstance(value, int | float):
        raise TypeError(type(value).__name__)
    return wanted(value)
