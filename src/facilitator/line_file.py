"""The file that holds one screen's unfinished line: of a fixed size, overwritten in place."""

from __future__ import annotations

import json
import os
from dataclasses import asdict

from facilitator.ports import Unfinished, Waiting
from facilitator.text import ANY_LENGTH, clean

_BLOCK = 64 * 1024
"""Bytes by which a line file grows, so that its size does not tell the line's."""


def _bytes_of(line: Unfinished) -> bytes:
    values = asdict(line)
    values["edits"] = line.edits.hex() if line.edits else ""
    values["waiting"] = [w | {"id": w["id"].hex()} for w in values["waiting"]]
    return json.dumps(values).encode("ascii")


def overwrite(handle: int, line: Unfinished) -> bool:
    """Put the line in the place of what the file held, to its last byte."""
    empty = not line.text and not line.waiting
    written = b"" if empty else _bytes_of(line)
    size = max(os.fstat(handle).st_size, -(-len(written) // _BLOCK) * _BLOCK, _BLOCK)
    return os.pwrite(handle, written.ljust(size, b"\0"), 0) == size


def read(handle: int) -> Unfinished:
    """The line in an open file; an empty one where there is none that can be read."""
    written = os.pread(handle, os.fstat(handle).st_size, 0).rstrip(b"\0")
    try:
        values = json.loads(written)
        return Unfinished(
            segment=str(values["segment"]),
            text=clean(str(values["text"]), cap=ANY_LENGTH),
            depth=int(values["depth"]),
            waiting=tuple(
                Waiting(
                    bytes.fromhex(w["id"]),
                    str(w["segment"]),
                    clean(str(w["text"]), cap=ANY_LENGTH),
                    int(w["depth"]),
                    None if w["revision"] is None else int(w["revision"]),
                )
                for w in values["waiting"]
            ),
            edits=bytes.fromhex(values["edits"]) or None,
            revision=int(values["revision"]),
        )
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return Unfinished()
