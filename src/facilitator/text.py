"""The one filter that every text passes on its way in.

Terminals, word processors and databases each read some characters as commands. A text
that has passed `clean` holds none of them, so no screen and no writer needs to know.
"""

from __future__ import annotations

import unicodedata

from facilitator.errors import Refused

NOTE_CAP = 4_000
"""Characters that one note may hold."""

LINE_CAP = 400
"""Characters that a title, a name or another one-line field may hold."""

ANY_LENGTH = 2**31
"""No cap: for text that was within one when it was first let in."""

# Joiners and direction marks shape Persian, Urdu and Indic words; they are format
# characters (Cf) like the dangerous ones, so they are named one by one.
_KEPT_FORMAT = frozenset("\u200c\u200d\u200e\u200f")
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_SEPARATORS = frozenset("\u2028\u2029\u0085\r\n\t\v\f")


def clean(text: str, *, cap: int = NOTE_CAP, newlines: bool = False) -> str:
    """Return `text` in NFC without any character that a terminal or a file could obey.

    Control, format, surrogate, private-use and unassigned characters go, except the
    joiners and direction marks that scripts need and, with `newlines`, line feeds; without
    it every line break or tab becomes one space. Cleaning twice changes nothing.

    Raises `Refused` when more than `cap` characters remain: nothing is cut silently.
    """
    if text.isascii() and text.isprintable() and len(text) <= cap:
        return text  # nothing here can be dropped or composed
    if newlines:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept: list[str] = []
    for character in unicodedata.normalize("NFC", text):
        if character in _SEPARATORS:
            if newlines and character in "\n\u2028\u2029\u0085":
                kept.append("\n")
            else:
                kept.append(" ")
        elif unicodedata.category(character) not in _DROPPED or character in _KEPT_FORMAT:
            kept.append(character)
    # Dropping what stood between them can bring two characters together that compose.
    result = unicodedata.normalize("NFC", "".join(kept))
    if len(result) > cap:
        raise Refused(f"{len(result):,} characters, and {cap:,} fit: split or shorten it")
    return result
