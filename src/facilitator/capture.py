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
from dataclasses import dataclass, replace

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
_TOPIC = re.compile(r"(^|\s)(\\*)#([^\s#\\]+)")
_WORD = re.compile(r"\S+")
_BEGUN = re.compile(r"(?<!\S)#([^\s#\\]*)")
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
    return located(line, topics)[0]


def located(line: str, topics: Sequence[Topic] = ()) -> tuple[Captured, tuple[int, ...]]:
    """What `parse` reads, and for each character of its text the offset in the line."""
    rest = _Run.of(line)
    if rest.text == ECHO:
        return Captured(Words(Kind.POINT, ""), echo=True), ()
    if rest.text in _GAPS:
        return Captured(Words(Kind.GAP, "")), ()
    kind, quote = Kind.POINT, False
    before, rest = _leading_topics(rest, topics)
    sign, _, _ = rest.text.partition(" ")
    behind = rest.part(len(sign) + 1)
    answers = ""
    if (letter := _ANSWERS.fullmatch(sign)) is not None:
        kind, rest, answers = Kind.ANSWER, behind, letter.group(1).upper()
    elif sign in SIGNS:
        kind, rest = SIGNS[sign], behind
    elif sign == QUOTE_SIGN:
        quote, rest = True, behind
    elif rest.text.startswith("\\") and _reads_as_sign(rest.text[1:]):
        rest = rest.part(1)
    left, named, unknown = _take_topics(before + rest, topics)
    captured = Captured(Words(kind, left.text, named or (), quote), named, False, unknown, answers)
    return captured, left.at


def edited(line: str, start: int, end: int, new: str, topics: Sequence[Topic] = ()) -> str | None:
    """The line with [start, end) of its text replaced by `new`: its sign and topics stay.

    None where no line says so.
    """
    captured, at = located(line, topics)
    text = captured.words.text
    wanted = replace(captured.words, text=" ".join((text[:start] + new + text[end:]).split()))
    first = at[start] if start < len(at) else at[-1] + 1 if at else len(line)
    last = at[end - 1] + 1 if end > start else first
    own = set(at[start:end])
    others = "".join(" " if i in own else line[i] for i in range(first, last)).split()
    inside = " ".join((new, *(word for word in others if word.startswith("#"))))
    for made in (line[:first] + inside + line[last:], _line(wanted, captured)):
        again = parse(made, topics)
        same = (again.words, again.topics, again.answers)
        if wanted.text and same == (wanted, captured.topics, captured.answers):
            return made
    return None


def _line(words: Words, captured: Captured) -> str:
    """A line for `words` that names the topics, and answers the question, of `captured`."""
    line = to_line(words) + (f" #{NO_TOPIC}" if captured.topics == () else "")
    return f"={captured.answers}{line[1:]}" if captured.answers else line


@dataclass(frozen=True, slots=True)
class _Run:
    """Some text of a line, and the offset in the line of each of its characters."""

    text: str
    at: tuple[int, ...]

    @classmethod
    def of(cls, line: str) -> _Run:
        """The words of a line, one space between them."""
        text: list[str] = []
        at: list[int] = []
        for word in _WORD.finditer(line):
            if text:
                text.append(" ")
                at.append(word.start() - 1)
            text.append(word.group())
            at.extend(range(word.start(), word.end()))
        return cls("".join(text), tuple(at))

    def part(self, start: int, end: int | None = None) -> _Run:
        """Some of it."""
        return _Run(self.text[start:end], self.at[start:end])

    def stripped(self) -> _Run:
        """Without the spaces at its ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.part(start, max(start, len(self.text.rstrip())))

    def __add__(self, other: _Run) -> _Run:
        return _Run(self.text + other.text, self.at + other.at)


_NOTHING = _Run("", ())


def _leading_topics(run: _Run, topics: Sequence[Topic]) -> tuple[_Run, _Run]:
    """The topics named before a sign, and the rest: `#2 ? who` asks as `? who #2` does."""
    before = _NOTHING
    while match := _TOPIC.match(run.text):
        known = find_topic(match.group(3), topics) is not None or match.group(3) == NO_TOPIC
        if match.group(2) or not known:
            break
        named = run.part(0, match.end()).stripped()
        before += named + _Run(" ", (named.at[-1] + 1,))
        rest = run.part(match.end())
        run = rest.part(len(rest.text) - len(rest.text.lstrip()))
    return before, run


def _reads_as_sign(text: str) -> bool:
    """Whether `parse` would take the beginning of `text` for something else than text."""
    if text.startswith("\\"):
        return _reads_as_sign(text[1:])
    sign = text.partition(" ")[0]
    if _ANSWERS.fullmatch(sign):
        return True
    return text == ECHO or text in _GAPS or sign in (*SIGNS, QUOTE_SIGN)


def _take_topics(
    run: _Run, topics: Sequence[Topic]
) -> tuple[_Run, tuple[str, ...] | None, tuple[str, ...]]:
    named: list[str] = []
    unknown: list[str] = []
    cleared = False
    left, done = _NOTHING, 0
    for match in _TOPIC.finditer(run.text):
        left += run.part(done, match.start())
        done = match.end()
        literal, word = match.group(2), match.group(3)
        bare = word.rstrip(_TRAILING)
        topic = None if literal else find_topic(bare, topics)
        if literal:
            left += run.part(match.start(), match.end(1)) + run.part(match.start(2) + 1, done)
        elif topic is None and bare != NO_TOPIC:
            unknown.append(bare)
            left += run.part(match.start(), done)
        else:
            if topic is not None:
                named.append(topic.id)
            cleared = cleared or topic is None
            left += run.part(match.start(3) + len(bare), done)
    left += run.part(done)
    topics_named = tuple(dict.fromkeys(named)) if named or cleared else None
    return left.stripped(), topics_named, tuple(unknown)


def find_topic(word: str, topics: Sequence[Topic]) -> Topic | None:
    """The topic whose key or id is `word`, or the only one whose id begins with it."""
    folded = word.casefold()
    for topic in topics:
        if folded and folded in (topic.key.casefold(), topic.id):
            return topic
    begun = [topic for topic in topics if len(folded) > 1 and topic.id.startswith(folded)]
    return begun[0] if len(begun) == 1 else None


@dataclass(frozen=True, slots=True)
class Completion:
    """The topics that the word at [start, end) of a line may mean, in the agenda's order.

    `whole` is whether it is a topic's key or id already, and needs nothing more.
    """

    start: int
    end: int
    topics: tuple[Topic, ...]
    whole: bool

    def taken(self, line: str, topic: Topic) -> tuple[str, int]:
        """The line with that topic in it, and where the cursor stands then."""
        rest = line[self.end :]
        begun = f"{line[: self.start]}#{topic.id}"
        return (
            (f"{begun} {rest.lstrip()}", len(begun) + 1)
            if not rest.strip()
            else (
                f"{begun}{rest}",
                len(begun),
            )
        )


def completion(line: str, cursor: int, topics: Sequence[Topic]) -> Completion | None:
    """What the word at the cursor may become, where it begins with `#`; None: nothing.

    A topic is found by its key, by the beginning of its id, or by that of any word of its
    title.
    """
    for match in _BEGUN.finditer(line):
        if not match.start() < cursor <= match.end():
            continue
        word = match.group(1).casefold()
        found = tuple(topic for topic in topics if _may_mean(word, topic))
        whole = any(word in (topic.key.casefold(), topic.id) for topic in found) and bool(word)
        return Completion(match.start(), match.end(), found, whole) if found else None
    return None


def _may_mean(word: str, topic: Topic) -> bool:
    if word and word == topic.key.casefold():
        return True
    return any(each.startswith(word) for each in (topic.id, *topic.title.casefold().split()))


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
