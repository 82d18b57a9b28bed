"""What a person has looked at and kept, with a reason, without keeping the name.

A dismissal holds for one wording: the words that were marked, in their sentence. Only keyed
digests are kept; with another session's salt they say nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from facilitator.errors import Refused
from facilitator.guard.findings import Finding
from facilitator.guard.folding import fold
from facilitator.record import Dismissal

_BREAK = re.compile(r"(?<=[.!?])\s+(?=[^a-z])|\n+")
_EDGES = " .!?:;,…\"'“”«»"


def dismiss(text: str, finding: Finding, reason: str, salt: bytes) -> Dismissal:
    """Keep the wording of `finding` in `text`; raises `Refused` without a reason, and where
    the reason repeats the words."""
    plain = " ".join(reason.split())
    if not plain:
        raise Refused("a reason is needed to keep these words")
    if _plain(finding.words) and _plain(finding.words) in _plain(plain):
        raise Refused("give the reason without the words themselves: it is kept")
    return Dismissal(digest(text, finding, salt), plain, _keyed(_sentence(text, finding)[1], salt))


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
    kept = {each.digest for each in dismissals}
    return tuple(each for each in findings if digest(text, each, salt) not in kept)


def digest(text: str, finding: Finding, salt: bytes) -> str:
    """Of the level, the words and their sentence; spaces, capitals and what stands at the
    sentence's edges play no part, so that it holds where a text is set for print."""
    begin, sentence = _sentence(text, finding)
    words = _plain(finding.words)
    before = _plain(text[begin : finding.start]).count(words)
    return _keyed("\0".join((finding.level.value, words, sentence, str(before))), salt)


def sentences(text: str, salt: bytes) -> frozenset[str]:
    """The digests of the sentences of `text`, as `Dismissal.sentence` has them."""
    return frozenset(_keyed(_plain(text[start:end]), salt) for start, end in _sentences(text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _sentence(text: str, finding: Finding) -> tuple[int, str]:
    """Where the sentence of `finding` begins, and its plain words."""
    begin, end = 0, len(text)
    for start, stop in _sentences(text):
        if start <= finding.start:
            begin = start
        if stop >= finding.end:
            end = stop
            break
    return begin, _plain(text[begin:end])


def _keyed(said: str, salt: bytes) -> str:
    key = hashlib.blake2b(salt).digest()
    data = said.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=16, key=key).hexdigest()


def _plain(text: str) -> str:
    return " ".join(fold(text).text.lower().split()).strip(_EDGES)
