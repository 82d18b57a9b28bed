"""Lines that were typed in another program, made lines of our grammar.

What mail and word processors put in front of a point goes: bullets, ticks, signs of a quoted
mail. So do a list's numbers and the time of day, because they would tell in which order and
when things were said. A line of which that is not certain stays as it is: somebody's words
are never cut on a guess.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from facilitator import capture
from facilitator.agenda import Agenda, SegmentKind

_MAIL = re.compile(r"(?:>[ \t]?)+(?=\S)")
_RULE = re.compile(r"(?:[-=_*~–—#•·][ \t]*){3,}$")
_TICK = re.compile(r"\[[ xX]?\][ \t]+(?=\S)")
_BULLETS = "-•–—−·⁃∙▪▫■□◆◇○◦●‣→➢➤►▶✓✔☐☑"
_BULLET = re.compile(rf"(?:[{_BULLETS}]\s+|[\uf000-\uf0ff]\s*)(?=\S)")
# What a word processor makes of its bullets where their font is lost: a sign and a tab.
_LOST = re.compile(r"([o§Øüv*q])\t\s*(?=\S)")
_LEVELS = {"o": 1, "○": 1, "◦": 1, "§": 2, "▪": 2, "■": 2}
_ONE = r"\(?(?P<one>\d{1,3}|[a-z]|[ivx]{2,5})[.)]"
_MANY = r"(?P<many>\d{1,2}(?:\.\d{1,2}){1,3})\.?"
_NUMBER = re.compile(rf"(?:{_ONE}|{_MANY})(?P<gap>\s+)(?=\S)")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_OF_DAY = r"(?:[01]?\d|2[0-3])[:h][0-5]\d(?::[0-5]\d)?(?:\s?[apAP]\.?[mM]\.?)?"
_SPAN = rf"{_OF_DAY}(?:\s?[-–]\s?{_OF_DAY})?"
_TIME = re.compile(rf"(?:\[{_SPAN}\]:?|\({_SPAN}\):?|{_SPAN}(?:\t|\s*[-–—|]\s|:\s))\s*(?=\S)")
_BARE_TIME = re.compile(rf"{_OF_DAY}\s+(?=\S)")
_TIMES = 3
"""Lines that begin with a bare time before it counts as one: "14:00 is too early" is words."""

_QUOTE = re.compile(r"[“”„]\s+(?=\S)")
_CLOSING = re.compile(r"\s*[“”\"]$")
_MARKED = re.compile(r"#{1,6}\s+(?P<title>\S.*?)\s*#*$|(?P<mark>\*\*|__)(?P<bold>.+?)(?P=mark):?$")
_WRAPPED = 50
"""Characters from which on a line may have been broken by a mail program."""

_ENDED = (".", "!", "?", ":", ";", "…", "”", '"')
_NAMES = {
    SegmentKind.OPENING: ("opening", "opening remarks", "welcome", "introduction"),
    SegmentKind.KEYNOTE: ("keynote", "keynote speech", "keynote address", "presentation"),
    SegmentKind.QA: ("q&a", "q & a", "q and a", "questions", "questions and answers"),
    SegmentKind.DISCUSSION: ("discussion", "general discussion", "open discussion"),
    SegmentKind.CLOSING: ("closing", "closing remarks", "wrap-up", "wrap up", "conclusion"),
}
"""What people call a segment, whatever its title is."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """One point to be: its line in the file, its words, how deep it stands.

    `bullet` and `numbered` say what stood in front; `remarks` what was changed, for the
    person. `filed` is whether it stands in a file, where a name alone may be a heading.
    """

    number: int
    text: str
    depth: int = 0
    bullet: bool = False
    numbered: bool = False
    remarks: tuple[str, ...] = ()
    filed: bool = False

    @property
    def listed(self) -> bool:
        """Whether it stood in a list."""
        return self.bullet or self.numbered


def whole(lines: Sequence[str]) -> Iterator[Pasted]:
    """The points of a file, of which every line can be compared with the others."""
    numbers = _numbers(lines)
    stamped = sum(_BARE_TIME.match(_bare(line)) is not None for line in lines) >= _TIMES
    last: Pasted | None = None
    column, begun = 0, 0
    for number, line in enumerate(lines, 1):
        pasted = single(number, line, numbers, stamped=stamped)
        if pasted is None:
            if last is not None:
                yield last
            last = None
            continue
        if last is not None and _goes_on(last, lines[number - 2], pasted, line, column):
            last = replace(
                last,
                text=f"{last.text} {pasted.text}",
                remarks=(*last.remarks[:begun], f"with lines {last.number} to {number}"),
            )
            continue
        if last is not None:
            yield last
        last = replace(pasted, filed=True)
        column, begun = line.rfind(pasted.text), len(pasted.remarks)
    if last is not None:
        yield last


def single(
    number: int, line: str, numbers: frozenset[str] = frozenset(), *, stamped: bool = False
) -> Pasted | None:
    """The point of one line; None where it is blank or only drawn.

    `numbers` are the list numbers of its file, `stamped` whether its lines begin with times.
    """
    depth, text = capture.depth(line), _bare(line)
    if not text or _RULE.match(text):
        return None
    level, bullet, numbered, timed = 0, False, False, False
    while True:
        if found := _BULLET.match(text) or _LOST.match(text) or _TICK.match(text):
            bullet = True
            level = max(level, _LEVELS.get(text[0], 0) if "\t" in found[0] else 0)
        elif (found := _NUMBER.match(text)) and (
            "\t" in found["gap"] or (found["one"] or found["many"]) in numbers
        ):
            numbered = True
        elif found := _TIME.match(text) or (_BARE_TIME.match(text) if stamped else None):
            timed = True
        else:
            break
        text = text[found.end() :]
    if found := _QUOTE.match(text):
        text = f"{capture.QUOTE_SIGN} {_CLOSING.sub('', text[found.end() :])}"
    changed = (("number", numbered), ("time", timed))
    remarks = tuple(f"its {what} is left out" for what, was_there in changed if was_there)
    return Pasted(number, text, depth or level, bullet, numbered, remarks)


def heading(pasted: Pasted, agenda: Agenda) -> tuple[str, str]:
    """The segment, or else the topic, whose name the line is; "" for what it does not name."""
    marked = _MARKED.match(pasted.text)
    text = (marked["title"] or marked["bold"]) if marked else pasted.text
    plain = marked is None and not text.endswith(":") and not pasted.filed
    if pasted.bullet or pasted.depth or plain:
        return "", ""
    name = " ".join(text.rstrip(" :").casefold().split())
    segments = [s.id for s in agenda.segments if name in (s.id, _folded(s.title))]
    if not segments:
        segments = [s.id for s in agenda.segments if name in _NAMES.get(s.kind, ())]
    if len(segments) == 1:
        return segments[0], ""
    topics = [topic.id for topic in agenda.topics if name == _folded(topic.title)]
    return "", topics[0] if len(topics) == 1 else ""


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())


def _bare(line: str) -> str:
    return _without(_MAIL, line.strip())


def _without(opening: re.Pattern[str], text: str) -> str:
    found = opening.match(text)
    return text[found.end() :] if found else text


def _goes_on(last: Pasted, above: str, pasted: Pasted, line: str, column: int) -> bool:
    """Whether a mail program broke the line above: it was long and open, this one hangs."""
    hangs = len(line) - len(line.lstrip())
    return (
        last.listed
        and not pasted.listed
        and not pasted.remarks
        and abs(hangs - column) <= 1
        and pasted.text[:1].islower()
        and len(above.strip()) >= _WRAPPED
        and not above.rstrip().endswith(_ENDED)
    )


def _numbers(lines: Iterable[str]) -> frozenset[str]:
    """The list numbers of a file: those that have one before or after them in front of a line."""
    found: Counter[str] = Counter()
    for line in lines:
        if match := _NUMBER.match(_without(_BULLET, _bare(line))):
            found[match["one"] or match["many"]] += 1
    return frozenset(each for each in found if any(n in found for n in _neighbours(each)))


def _neighbours(number: str) -> list[str]:
    """The numbers that stand before and after one in a list."""
    head, dot, last = number.rpartition(".")
    if last.isdigit():
        return [f"{head}{dot}{int(last) + step}" for step in (-1, 1)]
    beside: list[str] = []
    if len(number) == 1:
        beside += [chr(ord(number) + step) for step in (-1, 1)]
    if number in _ROMAN:
        place = _ROMAN.index(number)
        beside += [each for each in _ROMAN if abs(_ROMAN.index(each) - place) == 1]
    return beside
