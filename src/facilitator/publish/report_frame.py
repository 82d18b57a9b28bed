"""The report's own sentences and headings in English, beside those that it shares with the brief.

Every function takes plain words and leaves out cleanly what is empty.
"""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.publish.document import Item
from facilitator.publish.number_words import FEW_PRESENT, Row
from facilitator.publish.phrases import (
    bare,
    capital,
    mid_sentence,
    number,
    ordinal,
    sentence,
    squeezed,
    titled,
)
from facilitator.record import Mark
from facilitator.rule_text import RULE_SOURCE, RULE_TEXT

KINDS = "Those taking part, by kind:"
COUNTRIES = "Those taking part came from:"
SHORT = ("Short", "In full")
TOTAL = "Together"
PART, PLANNED, HELD = "Part", "Planned (min)", "Held (min)"
ROUNDS, QUESTIONS = "Rounds held", "Questions"

ANYWHERE = (
    "Points stand by theme, whichever part of the meeting they come from: under the Rule, the"
    " part in which something was said may tell who said it."
)
"""Above the themes, where any part was held under the Rule."""

_NO_NAMES = (
    "Notes were taken without the names of those who spoke, and the points that they hold were"
    " grouped by topic."
)
_TOGETHER = " Only what a public keynote said on the record is kept together."
_ON_RECORD = "Notes were taken, and the points that they hold were grouped by topic."
_COMPARED = (
    "Before it was written, a program read this text as a second reader: it compared the words"
    " with the list of participants and looked for wordings that would tell who spoke or who"
    " was present."
)
_READ = (
    "Before it was written, a program read this text as a second reader: it looked for wordings"
    " that would tell who spoke or who was present. It had no list of participants, so names"
    " could not be checked."
)
_LIMITS = (
    "It is no certificate. It cannot recognise a person who is on no list, a nickname that is"
    " not listed, somebody’s style, or what only outside knowledge reveals, and it recognises"
    " attributions in English only."
)
_MARKED = {
    Mark.PARTLY: "(answered in part)",
    Mark.WRITING: "(to be answered in writing)",
}


def subtitle(event: str) -> str:
    """What kind of text this is, below its title; `event` comes with its article."""
    return f"Report of {event}"


def series(title: str, part: int | None) -> str:
    """The series on the cover, with the session's number in it."""
    place = f"session {part}" if part is not None else ""
    return ", ".join(words for words in (squeezed(title), place) if words)


def the_rule(line: str) -> str:
    """The Rule word for word with its source, behind the line that says where it held."""
    return f"{line} The Rule reads: “{RULE_TEXT}” Source: {RULE_SOURCE}.".strip()


def made(names_checked: bool, under_rule: bool, leads: bool) -> list[str]:
    """How the text came about; `leads` whether some points are told as those of a keynote."""
    first = _NO_NAMES if under_rule else _ON_RECORD
    if under_rule and leads:
        first += _TOGETHER
    return [first, f"{_COMPARED if names_checked else _READ} {_LIMITS}"]


def numbers(
    rows: Sequence[Row], known: bool, small: Sequence[str]
) -> tuple[str, tuple[str, str], list[tuple[str, str]], str]:
    """The words for numbers: what stands above their table, its head, its rows, what follows.

    `known` is whether somebody said how many took part; `small` the words among few of them.
    """
    above = "Where a point says how many shared it, these words are used:"
    three = f"{number(len(small))} words serve: {', '.join(small)}"
    among_few = f"Where fewer than {number(FEW_PRESENT)} take part, {three}."
    return (
        above,
        ("Shared by", "In this report"),
        [(capital(row.voices), row.report) for row in rows],
        "" if known else among_few,
    )


def theme(title: str, subject: str) -> str:
    """What the series is about."""
    about = mid_sentence(bare(subject))
    if not about:
        return ""
    name = f"The series {titled(title)}" if bare(title) else "The series"
    return sentence(f"{name} is about {about}")


def place(number: int | None) -> str:
    """Which session of the series this was."""
    if number is None:
        return ""
    if number > 10:
        return f"This was session {number} of the series."
    return f"This was the {ordinal(number)} session of the series."


def questions(asked: int, answered: int, partly: int) -> str:
    """How many questions were asked in a part, and what became of them."""
    if not asked:
        return ""
    told = f"{asked} asked, {answered} answered"
    return f"{told}, {partly} in part" if partly else told


def marked(question: str, mark: Mark) -> str:
    """The question with what has become of it, where that is more than its section says."""
    return f"{question} {_MARKED[mark]}" if mark in _MARKED else question


def entry(text: str) -> Item:
    """One kind or country in a list of its own."""
    return Item(capital(text))


def annex(place: int, title: str) -> str:
    """The heading of an annex counted from 0."""
    return f"Annex {chr(ord('A') + place)}. {title}"
