"""The grammar of a note line: short typed signs in front, `#topic` anywhere.

    ? question   = answer    ! proposal   + support    ~ concern   " quote
    * action     @ fact to check          _ parking    -- other side
    ++ echo      ... a gap   \\ makes a sign literal

`=K` answers the question with the letter K.

A sign counts only with a space behind it. A dash or a bullet alone is nobody's sign.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.agenda import Topic
from facilitator.record import Kind, Note, Words

SIGNS: dict[str, Kind] = {
    "?": Kind.QUESTION,
    "=": Kind.ANSWER,
    "!": Kind.PROPOSAL,
    "+": Kind.SUPPORT,
    "~": Kind.CONCERN,
    "*": Kind.ACTION,
    "@": Kind.FACT,
    "_": Kind.PARKING,
    "--": Kind.OTHER_SIDE,
}
QUOTE_SIGN = '"'
ECHO = "++"
GAP = "..."
NO_TOPIC = "none"

_SIGN_OF = {kind: sign for sign, kind in SIGNS.items()}
_BULLET = re.compile(r"[-•–—·▪‣◦●]\s+(?=\S)")
_TOPIC = re.compile(r"(^|\s)(\\*)#([^\s#\\]+)")
_HEADING = re.compile(r"==\s+(\S+)\s*$")
_ANSWERS = re.compile(r"=([A-Za-z][2-9]?)")
_GAPS = (GAP, "…")
_TRAILING = ".,;:!?"


@dataclass(frozen=True, slots=True)
class Captured:
    """What one line says. `topics` is None where the line names none (the last ones stay).

    `echo` asks for one more voice on the last point; such a line, and one that only names
    a topic, holds no text. `answers` is the letter of the question that it answers.
    `unknown` are words after a `#` that are no topic: they stay text.
    """

    words: Words
    topics: tuple[str, ...] | None = None
    echo: bool = False
    unknown: tuple[str, ...] = ()
    answers: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not self.words.text and self.words.kind is not Kind.GAP


def parse(line: str, topics: Sequence[Topic] = ()) -> Captured:
    """Read one cleaned line; never fails, since an unknown sign is simply text."""
    rest = " ".join(line.split())
    if rest == ECHO:
        return Captured(Words(Kind.POINT, ""), echo=True)
    if rest in _GAPS:
        return Captured(Words(Kind.GAP, ""))
    kind, quote = Kind.POINT, False
    before, rest = _leading_topics(rest, topics)
    sign, _, behind = rest.partition(" ")
    answers = ""
    if (letter := _ANSWERS.fullmatch(sign)) is not None:
        kind, rest, answers = Kind.ANSWER, behind, letter.group(1).upper()
    elif sign in SIGNS:
        kind, rest = SIGNS[sign], behind
    elif sign == QUOTE_SIGN:
        quote, rest = True, behind
    elif rest.startswith("\\") and _reads_as_sign(rest[1:]):
        rest = rest[1:]
    text, named, unknown = _take_topics(before + rest, topics)
    return Captured(Words(kind, text, named or (), quote), named, False, unknown, answers)


def _leading_topics(text: str, topics: Sequence[Topic]) -> tuple[str, str]:
    """The topics named before a sign, and the rest: `#2 ? who` asks as `? who #2` does."""
    before = ""
    while match := _TOPIC.match(text):
        known = find_topic(match.group(3), topics) is not None or match.group(3) == NO_TOPIC
        if match.group(2) or not known:
            break
        before += match.group().strip() + " "
        text = text[match.end() :].lstrip()
    return before, text


def _reads_as_sign(text: str) -> bool:
    """Whether `parse` would take the beginning of `text` for something else than text."""
    if text.startswith("\\"):
        return _reads_as_sign(text[1:])
    sign = text.partition(" ")[0]
    if _ANSWERS.fullmatch(sign):
        return True
    return text == ECHO or text in _GAPS or sign in (*SIGNS, QUOTE_SIGN)


def _take_topics(
    text: str, topics: Sequence[Topic]
) -> tuple[str, tuple[str, ...] | None, tuple[str, ...]]:
    named: list[str] = []
    unknown: list[str] = []
    cleared = False

    def take(match: re.Match[str]) -> str:
        nonlocal cleared
        before, literal, word = match.groups()
        if literal:
            return f"{before}{literal[1:]}#{word}"
        bare = word.rstrip(_TRAILING)
        topic = find_topic(bare, topics)
        if topic is not None:
            named.append(topic.id)
        elif bare == NO_TOPIC:
            cleared = True
        else:
            unknown.append(bare)
            return f"{before}#{word}"
        return word[len(bare) :]

    left = _TOPIC.sub(take, text).strip()
    topics_named = tuple(dict.fromkeys(named)) if named or cleared else None
    return left, topics_named, tuple(unknown)


def find_topic(word: str, topics: Sequence[Topic]) -> Topic | None:
    """The topic whose key or id is `word`, or the only one whose id begins with it."""
    folded = word.casefold()
    for topic in topics:
        if folded and folded in (topic.key.casefold(), topic.id):
            return topic
    begun = [topic for topic in topics if len(folded) > 1 and topic.id.startswith(folded)]
    return begun[0] if len(begun) == 1 else None


def to_line(note: Note | Words) -> str:
    """The line that a person would type for these words, for editing; `parse` undoes it."""
    text = _TOPIC.sub(r"\1\\\2#\3", note.text)
    topics = "".join(f" #{topic}" for topic in note.topics)
    if note.kind is Kind.GAP and not text:
        return GAP
    sign = QUOTE_SIGN if note.quote else _SIGN_OF.get(note.kind, "")
    if sign:
        return f"{sign} {text}{topics}"
    return ("\\" if _reads_as_sign(text + topics) else "") + text + topics


def kind_word(captured: Captured) -> str:
    """What the prompt says of the line being typed."""
    if captured.echo:
        return "echo"
    if captured.words.quote:
        return "quote"
    if captured.answers:
        return f"answer to {captured.answers}"
    return captured.words.kind.value


def without_bullet(line: str) -> str:
    """The line without a bullet that a word processor or a habit put in front."""
    return _BULLET.sub("", line, count=1) if _BULLET.match(line) else line


def heading(line: str) -> str | None:
    """The segment id of a `== segment-id` line; None for any other line."""
    match = _HEADING.match(line.strip())
    return match.group(1) if match else None


def depth(line: str) -> int:
    """How deep a line of a text file is indented: two spaces or one tab a level."""
    spaces = 0
    for character in line:
        if character == "\t":
            spaces = (spaces // 2 + 1) * 2
        elif character in " \u00a0":
            spaces += 1
        else:
            break
    return spaces // 2
