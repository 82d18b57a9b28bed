"""Choices that several screens ask for: another kind, another topic, another segment.

Each answer has a letter or a digit; Escape changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App

from facilitator.agenda import Agenda
from facilitator.record import Kind

_KIND_LETTERS = "pqarsctfko"

_KEYS = "123456789abcdefghijklmnopqrstuvwxyz"

NOTHING = ("-", "nothing is changed")


def kinds() -> dict[str, Kind]:
    """The kinds that a person may choose, by their letters."""
    return dict(zip(_KIND_LETTERS, (k for k in Kind if k is not Kind.GAP), strict=True))


def topics(agenda: Agenda) -> dict[str, tuple[str, str]]:
    """The id and the title of each topic by its key, and "" for none."""
    named = zip(_KEYS, ((topic.id, topic.title) for topic in agenda.topics), strict=False)
    return {**dict(named), "0": ("", "no topic")}


async def choose(app: App[object], question: str, answers: Sequence[tuple[str, str]]) -> str:
    """One of a few answers by its first letter; "" where nothing is to change."""
    from facilitator.ui.dialogs import Choose

    answer = await app.push_screen_wait(Choose(question, "", (NOTHING, *answers), 1))
    return answer if answer and answer != NOTHING[0] else ""


async def ask_kind(app: App[object]) -> Kind | None:
    """Another kind; None where nothing is to change."""
    named = kinds()
    answers = [(letter, kind.value) for letter, kind in named.items()]
    return named.get(await choose(app, "What is it?", answers))


async def ask_topic(app: App[object], agenda: Agenda) -> str | None:
    """The id of a topic, "" for none; None where nothing is to change."""
    named = topics(agenda)
    answers = [(key, title) for key, (_, title) in named.items()]
    key = await choose(app, "Which topic?", answers)
    return named[key][0] if key else None


async def ask_segment(app: App[object], agenda: Agenda, now: str) -> str | None:
    """The id of another segment than `now`; None where nothing is to change."""
    others = [s for s in agenda.segments if s.id != now and s.rule.allows_notes]
    named = dict(zip(_KEYS, others, strict=False))
    answers = [(key, segment.title) for key, segment in named.items()]
    key = await choose(app, "To which segment? What stands below goes along.", answers)
    return named[key].id if key in named else None
