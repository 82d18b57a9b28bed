"""Choices that several screens ask for: another kind, another topic, another segment.

Each answer has a letter or a digit; Escape changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App

from facilitator.agenda import Agenda
from facilitator.record import Kind

LETTERS = "pqarsctfko"
"""The letter of each kind that a person may choose, in the order of the kinds."""

KEYS = "123456789abcdefghijklmnopqrstuvwxyz"

NOTHING = ("-", "nothing is changed")


async def choose(app: App[object], question: str, answers: Sequence[tuple[str, str]]) -> str:
    """One of a few answers by its first letter; "" where nothing is to change."""
    from facilitator.ui.dialogs import Choose

    answer = await app.push_screen_wait(Choose(question, "", (NOTHING, *answers), 1))
    return answer if answer and answer != NOTHING[0] else ""


async def ask_kind(app: App[object]) -> Kind | None:
    """Another kind; None where nothing is to change."""
    named = dict(zip(LETTERS, (kind for kind in Kind if kind is not Kind.GAP), strict=True))
    answers = [(letter, kind.value) for letter, kind in named.items()]
    return named.get(await choose(app, "What is it?", answers))


async def ask_topic(app: App[object], agenda: Agenda) -> str | None:
    """The id of a topic, "" for none; None where nothing is to change."""
    named = dict(zip(KEYS, agenda.topics, strict=False))
    answers = [(key, topic.title) for key, topic in named.items()]
    key = await choose(app, "Which topic?", [*answers, ("0", "no topic")])
    if key == "0":
        return ""
    return named[key].id if key in named else None


async def ask_segment(app: App[object], agenda: Agenda, now: str) -> str | None:
    """The id of another segment than `now`; None where nothing is to change."""
    others = [s for s in agenda.segments if s.id != now and s.rule.allows_notes]
    named = dict(zip(KEYS, others, strict=False))
    answers = [(key, segment.title) for key, segment in named.items()]
    key = await choose(app, "To which segment? What stands below goes along.", answers)
    return named[key].id if key in named else None
