"""The house's own words: headings, beginnings of sentences and words for numbers of an agenda."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.agenda import Agenda, NumberWords, Publication, from_json, to_json
from facilitator.files.agenda_file import load
from facilitator.files.agenda_models import BeginningsShape, HeadingsShape, NumbersShape
from facilitator.publish import headings, number_words, wording
from facilitator.publish.brief import brief
from facilitator.publish.document import Heading, texts
from facilitator.publish.report import report
from facilitator.record import Agreement, Kind, Mark, Note
from published_meeting import AGENDA, CROWDED, HELD, NESTED, note, whole

EXAMPLE = Path(__file__).parents[1] / "agendas/2020-05-28-afghan-view.toml"
NOTES = [
    *NESTED,
    note(30, "discussion", "Both wait", Kind.POINT, topics=("talks",)),
    note(31, "discussion", "Neither waits", Kind.OTHER_SIDE, under=30),
    note(32, "discussion", "The region decides", agreement=Agreement.UNTESTED),
    note(33, "qa", "Who guarantees it", Kind.QUESTION, mark=Mark.OPEN),
    note(34, "qa", "Who pays", Kind.QUESTION, mark=Mark.ANSWERED),
    note(35, "discussion", "A contact group", Kind.PROPOSAL),
    note(36, "discussion", "Trade", Kind.PARKING),
    note(37, "closing", "HAS writes", Kind.ACTION),
    note(38, "discussion", "A sentence over two", summary=True),
    note(39, "discussion", "The first of two", under=38),
    note(40, "discussion", "Of talks", topics=("talks",)),
]


def worded(**own: object) -> Agenda:
    return replace(AGENDA, acronyms={"UN": "United Nations"}, publication=Publication(**own))  # type: ignore[arg-type]


def both(agenda: Agenda, notes: list[Note] = NOTES) -> list[str]:
    made = [
        *(brief(agenda, notes, HELD, CROWDED), brief(agenda, [*NESTED, NOTES[-1]], HELD)),
        *(report(agenda, notes, HELD, CROWDED, reviewed="x"), report(agenda, NESTED, HELD)),
    ]
    return [
        block.text for each in made for block in each.document.blocks if isinstance(block, Heading)
    ]


def test_every_heading_can_be_worded_and_none_else_changes() -> None:
    usual = both(worded())
    shown = set()
    for name, text in headings.USUAL.items():
        own = both(worded(headings={name: "In our own  words"}))
        changed = [(a, b) for a, b in zip(usual, own, strict=True) if a != b]
        assert {b.replace("In our own words", text) for _, b in changed} <= {a for a, _ in changed}
        if changed:
            shown.add(name)
    # A meeting whose questions were all without an answer has the other heading.
    assert shown >= headings.USUAL.keys() - {"asked", "answered"}
    assert shown & {"asked", "answered"}


@pytest.mark.parametrize("name", wording.USUAL)
def test_what_is_offered_is_in_the_houses_words(name: str) -> None:
    plan = Publication(beginnings={name: ("In our own words,", "Or thus")})
    kind = {"agreed": Kind.POINT, "divided": Kind.POINT}.get(name) or Kind[name.upper()]
    state = {"agreed": name == "agreed", "divided": name == "divided"}
    told = wording.beginnings(kind, plan, **state)
    assert told[:2] == ("In our own words,", "Or thus")
    usual = wording.beginnings(kind, Publication(), **state)
    assert usual[: len(wording.USUAL[name])] == wording.USUAL[name]
    assert "In our own words," not in usual


def test_words_for_numbers_are_the_same_where_they_are_explained_and_offered() -> None:
    own = {
        "few": NumberWords("two or three of them"),
        "one": NumberWords("a single voice"),
        "some": NumberWords("part"),
    }
    agenda = worded(numbers=own)
    made = report(agenda, NOTES, HELD, CROWDED)
    told = list(texts(made.document))
    assert "two or three of them" in told and "a few" not in told
    assert "a single voice" in told
    assert "three words serve: a single voice, part, most." in whole(made)
    voiced = replace(NOTES[0], echoes=1)
    offered = wording.number_words(voiced, None, agenda.publication)
    assert offered == ("two or three of them", "some"), "what is left out is as usual"
    assert number_words.table(5, own)[1].report == "part"


def test_the_shipped_agenda_words_what_is_usual_as_usual() -> None:
    agenda = load(EXAMPLE).agenda
    assert agenda is not None
    plan = agenda.publication
    assert all(headings.USUAL[name] == text for name, text in plan.headings.items())
    assert all(wording.USUAL[name] == some for name, some in plan.beginnings.items())
    rows = {row.name: NumberWords(row.report, row.brief) for row in number_words.ROWS}
    assert all(rows[name] == words for name, words in plan.numbers.items())
    assert plan.headings and plan.beginnings and plan.numbers
    assert from_json(to_json(agenda)) == agenda


def test_an_agenda_knows_the_names_that_the_texts_know() -> None:
    assert [*HeadingsShape.model_fields] == [*headings.USUAL]
    assert [*BeginningsShape.model_fields] == [*wording.USUAL]
    assert [*NumbersShape.model_fields] == [row.name for row in number_words.ROWS]
