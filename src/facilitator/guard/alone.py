"""Words that stand alone where somebody is named: the author of a comment, a firm, a path.

A name that is also a word, initials and an organisation tell nothing by themselves, but they
do where only a person can stand. So such a value is also read as the subject of a sentence,
as an address, and as an organisation of the roster.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from facilitator.guard.findings import Finding, Level
from facilitator.guard.folding import fold
from facilitator.guard.guard import Guard
from facilitator.guard.tokens import Tokens

_SPOKE = " argued that it was so."
_NAME_LENGTH = 400
"""Characters of a value in which names of accounts are looked for, word by word."""

_ACCOUNT = re.compile(r"[^\s\\/:;,@|]{3,}")
_HOME = re.compile(
    r"(?i)(?:^|[\\/])(?:users|home|profiles|documents and settings|utilisateurs|benutzer|usuarios)"
    r"[\\/]+([^\\/\s\"]{3,})"
)


def check_name(guard: Guard, value: str) -> tuple[Finding, ...]:
    """What tells who somebody is in a value that names an author, a manager, a firm.

    No wording is offered: such a value is taken out.
    """
    found = [
        *_within(guard.check(value), len(value)),
        *_within(guard.check(value + _SPOKE), len(value)),
    ]
    accounts = (match.span() for match in _ACCOUNT.finditer(value, 0, _NAME_LENGTH))
    return _settled([*found, *_accounts(guard, value, accounts), *_bodies(guard, value)])


def check_value(guard: Guard, value: str, segment_id: str | None = None) -> tuple[Finding, ...]:
    """What tells who was there in a title, a link or the name of a file."""
    homes = (match.span(1) for match in _HOME.finditer(value))
    found = guard.check(value, segment_id)
    # Of an address or the name of a file a neutral wording makes nonsense.
    kept = found if " " in value else _within(found, len(value))
    return _settled([*kept, *_accounts(guard, value, homes)])


def check_label(
    guard: Guard, label: str, said: str, segment_id: str | None = None
) -> tuple[Finding, ...]:
    """What stands in a cell of a table, which may name who said what stands in the next."""
    spoken = guard.check(f"{label}: {said}", segment_id)
    return _settled([*guard.check(label, segment_id), *_within(spoken, len(label))])


def _within(found: Iterable[Finding], length: int) -> Iterator[Finding]:
    """Those of the value itself; a wording that reaches into the rest is none for it."""
    for each in found:
        if each.end <= length:
            yield replace(each, edit=None)


def _accounts(guard: Guard, value: str, spans: Iterable[tuple[int, int]]) -> Iterator[Finding]:
    """Names by which people log in: mhosseini."""
    for start, end in spans:
        word = value[start:end]
        if any(not finding.level.rank for finding in guard.check("@" + word)):
            yield Finding(Level.IDENTITY, start, end, word, "holds a participant's name")


def _bodies(guard: Guard, value: str) -> Iterator[Finding]:
    tokens = Tokens(fold(value))
    letters = guard.language.letters(tokens, guard.bodies.phrases)
    for match in re.finditer("X~*", letters):
        first, last = match.span()
        said = " ".join(tokens.lower[first:last])
        small = said in guard.bodies.capitals and not tokens.words[first].isupper()
        if said in guard.bodies.disclosed or small:
            continue
        start, end = tokens.original(first, last - 1)
        yield Finding(
            Level.AFFILIATION, start, end, value[start:end], "names a participant's organisation"
        )


def _settled(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """In the order of the text; of two that overlap the graver, then the longer."""
    kept: list[Finding] = []
    for each in sorted(found, key=lambda f: (f.level.rank, f.start - f.end, f.start)):
        if all(each.end <= other.start or each.start >= other.end for other in kept):
            kept.append(each)
    return tuple(sorted(kept, key=lambda f: f.start))
