"""Pictures without what a camera or a program wrote beside the picture."""

from __future__ import annotations

_PNG = b"\x89PNG\r\n\x1a\n"
_REMARKS = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})
_COLOURS = frozenset({0xE0, 0xE2, 0xEE})
"""Segments of a JPEG that say how to show it; the other named ones say who, when and where."""


def without_remarks(data: bytes) -> bytes:
    """The same picture (PNG or JPEG) without author, time, place and comments."""
    if data.startswith(_PNG):
        return _png(data)
    return _jpeg(data) if data.startswith(b"\xff\xd8") else data


def _png(data: bytes) -> bytes:
    kept = [_PNG]
    at = len(_PNG)
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        chunk = data[at : at + 12 + size]
        if chunk[4:8] not in _REMARKS:
            kept.append(chunk)
        at += len(chunk)
    return b"".join(kept)


def _jpeg(data: bytes) -> bytes:
    kept = [data[:2]]
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        kind, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if kind != 0xFE and (kind in _COLOURS or not 0xE0 <= kind <= 0xEF):
            kept.append(data[at : at + 2 + size])
        at += 2 + size
    return b"".join([*kept, data[at:]])
