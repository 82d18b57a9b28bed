"""What a person has looked at and kept, with a reason, without keeping the name.

A dismissal holds for one wording: the words that were marked, in their sentence. Only a
salted digest of them is kept; with another session's salt it says nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from facilitator.errors import Refused
from facilitator.guard.findings import Finding
from facilitator.guard.folding import fold

SALT_BYTES = 16
"""Random bytes that a session draws once for its dismissals."""

_BREAK = re.compile(r"(?<=[.!?])\s+(?=[^a-z])|\n+")


@dataclass(frozen=True, slots=True)
class Dismissal:
    """`digest` of the wording and the `reason` a person gave for keeping it."""

    digest: str
    reason: str


def dismiss(text: str, finding: Finding, reason: str, salt: bytes) -> Dismissal:
    """Keep the wording of `finding` in `text`; raises `Refused` without a reason, and where
    the reason repeats the words."""
    plain = " ".join(reason.split())
    if not plain:
        raise Refused("a reason is needed to keep these words")
    if _plain(finding.words) and _plain(finding.words) in _plain(plain):
        raise Refused("give the reason without the words themselves: it is kept")
    return Dismissal(digest(text, finding, salt), plain)


def dismissed(
    text: str, finding: Finding, dismissals: Iterable[Dismissal], salt: bytes
) -> Dismissal | None:
    """The dismissal under which `finding` in `text` falls, if there is one."""
    own = digest(text, finding, salt)
    return next((each for each in dismissals if each.digest == own), None)


def standing(
    text: str, findings: Iterable[Finding], dismissals: Iterable[Dismissal], salt: bytes
) -> tuple[Finding, ...]:
    """Those findings that nobody has dismissed."""
    kept = tuple(dismissals)
    return tuple(each for each in findings if dismissed(text, each, kept, salt) is None)


def digest(text: str, finding: Finding, salt: bytes) -> str:
    """Of the level, the words and their sentence, spaces and capitals apart."""
    begin, end = 0, len(text)
    for match in _BREAK.finditer(text):
        if match.end() <= finding.start:
            begin = match.end()
        elif match.start() >= finding.end:
            end = match.start()
            break
    said = "\0".join(
        (
            finding.level.value,
            _plain(finding.words),
            _plain(text[begin:end]),
            str(_plain(text[begin : finding.start]).count(_plain(finding.words))),
        )
    )
    key = hashlib.blake2b(salt).digest()
    return hashlib.blake2b(
        said.encode("utf-8", "surrogatepass"), digest_size=16, key=key
    ).hexdigest()


def _plain(text: str) -> str:
    return " ".join(fold(text).text.lower().split())
