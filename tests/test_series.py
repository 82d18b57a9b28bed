"""The series: sessions by state and what is due; a search that keeps no word that was struck."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import House, plan
from facilitator import paths
from facilitator.agenda import Agenda
from facilitator.cli import wiring
from facilitator.cli.listing import search as search_command
from facilitator.cli.listing import sessions
from facilitator.library import Entry, by_series, entry, lines
from facilitator.meeting import Close, Start
from facilitator.progress import Phase, Progress, SegmentProgress
from facilitator.record import Kind, Note, Words
from facilitator.review import Body, Passed, Review, Step, TextName
from facilitator.service import Secretariat
from facilitator.stores.finding import WORDS, search
from facilitator.stores.glance import glance
from facilitator.stores.making import create
from facilitator.word_index import BLOCK, Wanted, holds, index, sought

TODAY = date(2020, 6, 10)


def made(agenda: Agenda) -> Path:
    folder = paths.make_private(paths.session_dir(paths.home(), agenda.session.id))
    create(folder / paths.RECORD, agenda, "digest")
    return folder


def entered(folder: Path) -> Secretariat:
    return wiring.enter(paths.home(), folder.name, "command")


def closed(title: str, day: date, *texts: str) -> Path:
    """A closed session with these points in its discussion."""
    agenda = plan()
    name = f"{day.isoformat()}-{title}"
    agenda = replace(agenda, session=replace(agenda.session, id=name, title=title, date=day))
    folder = made(agenda)
    secretariat = entered(folder)
    secretariat.conduct(Start("discussion"), secretariat.look().progress)
    for text in texts:
        note = Note(secretariat.new_id(), "discussion", Kind.POINT, text)
        secretariat.store.keep(note, append=True)
    secretariat.conduct(Close(), secretariat.look().progress)
    secretariat.leave()
    return folder


def told(text: str, **more: object) -> list[str]:
    folders = paths.sessions(paths.home())[::-1]
    return [hit.text for hit in search(folders, text, **more).hits]  # type: ignore[arg-type]


# The filter


def test_every_word_and_its_beginnings_are_in_the_filter() -> None:
    texts = ["Settlement before security, or after?", "Über die Zölle: نگاه 2020"]
    filter_ = index(texts)

    def may(words: str) -> bool:
        read = lambda n: filter_[n * BLOCK : (n + 1) * BLOCK]  # noqa: E731
        return Wanted(sought(words)).may_be_in(len(filter_) // BLOCK, read)

    for words in ("settle", "SECURITY after", "uber zolle", "نگا", "2020", "settlement"):
        assert may(words), words
        assert any(holds(text, sought(words)) for text in texts), words
    assert not may("corridor")
    assert not may("settlement corridor")


def test_the_filter_is_right_nearly_always_when_it_says_yes() -> None:
    filter_ = index(f"word{n} other{n}" for n in range(3_000))
    read = lambda n: filter_[n * BLOCK : (n + 1) * BLOCK]  # noqa: E731
    blocks = len(filter_) // BLOCK
    wrong = sum(Wanted((f"absent{n}",)).may_be_in(blocks, read) for n in range(2_000))
    assert wrong < 60


def test_no_word_can_be_read_in_the_filter() -> None:
    assert b"settlement" not in index(["Settlement before security"])


# Searching


def test_points_of_every_session_are_found_newest_first() -> None:
    closed("one", date(2020, 5, 1), "Water rights come first", "Trade")
    closed("two", date(2020, 6, 1), "First the rights to water")
    assert told("water right") == ["First the rights to water", "Water rights come first"]
    assert told("wat") == told("water right")
    assert told("ater") == []
    assert told("") == []
    assert told("w") == []


def test_a_second_search_finds_the_same_and_opens_only_what_it_must(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    closed("one", date(2020, 5, 1), "Water rights come first")
    closed("two", date(2020, 6, 1), "Trade corridors")
    assert told("water") == ["Water rights come first"]
    import facilitator.stores.finding as finding

    opened: list[str] = []
    real = finding._points
    monkeypatch.setattr(
        finding, "_points", lambda folder, **k: opened.append(folder.name) or real(folder, **k)
    )
    assert told("water") == ["Water rights come first"]
    assert opened == ["2020-05-01-one"]


def test_a_running_session_is_searched_without_a_trace() -> None:
    folder = made(plan())
    secretariat = entered(folder)
    secretariat.conduct(Start("discussion"), secretariat.look().progress)
    note = Note(secretariat.new_id(), "discussion", Kind.POINT, "Water rights")
    secretariat.store.keep(note, append=True)
    assert told("water") == ["Water rights"]
    assert not (folder / WORDS).exists()
    secretariat.leave()


@pytest.mark.parametrize("how", ["strike", "edit"])
def test_words_that_leave_the_record_leave_the_filter(how: str) -> None:
    folder = closed("one", date(2020, 5, 1), "Zirconium mines", "Trade")
    assert told("zirconium")
    assert (folder / WORDS).exists()
    secretariat = entered(folder)
    (note,) = (n for n in secretariat.store.snapshot(None).notes if "Zirc" in n.text)
    if how == "strike":
        secretariat.store.strike(note.id)
        secretariat.wipe()
    else:
        secretariat.store.edit(note.id, note.revision, Words(Kind.POINT, "Mines"))
    assert not (folder / WORDS).exists()
    secretariat.leave()
    assert told("zirconium") == []
    assert told("trade") == ["Trade"]


def test_a_filter_of_another_state_of_the_record_does_not_count() -> None:
    folder = closed("one", date(2020, 5, 1), "Water rights")
    told("water")
    before = (folder / WORDS).read_bytes()
    secretariat = entered(folder)
    note = Note(secretariat.new_id(), "discussion", Kind.POINT, "Zirconium mines")
    secretariat.store.keep(note, append=True)
    secretariat.leave()
    (folder / WORDS).write_bytes(before)
    assert told("zirconium") == ["Zirconium mines"]


def test_a_damaged_session_hinders_no_search() -> None:
    closed("one", date(2020, 5, 1), "Water rights")
    broken = closed("two", date(2020, 6, 1), "Water")
    (broken / paths.RECORD).write_bytes(b"not a database at all" * 400)
    found = search(paths.sessions(paths.home()), "water")
    assert [hit.text for hit in found.hits] == ["Water rights"]
    assert found.unread == ("2020-06-01-two",)


def test_the_first_hits_are_enough() -> None:
    closed("one", date(2020, 5, 1), *(f"Water {n}" for n in range(5)))
    folders = paths.sessions(paths.home())
    found = search(folders, "water", 3)
    assert len(found.hits) == 3
    assert found.more


def test_the_command_takes_its_words_from_standard_input() -> None:
    closed("one", date(2020, 5, 1), "Water rights", "? Who pays")
    done = CliRunner().invoke(search_command, [], input="water\n")
    assert done.exit_code == 0
    assert "2020-05-01-one\n  discussion  Water rights" in done.output
    done = CliRunner().invoke(search_command, ["--json"], input="water\n")
    assert json.loads(done.output)["text"] == "Water rights"
    assert CliRunner().invoke(search_command, [], input="zirconium\n").exit_code == 1


# The list


def listed(progress: Progress, review: str = "", **more: object) -> Entry:
    values: dict[str, object] = {"sealed": False, "today": TODAY}
    reviews = more.pop("reviews", ())
    return entry(plan(), progress, 3, reviews, review, **(values | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("progress", "review", "more", "state"),
    [
        (Progress(()), "", {}, "planned"),
        (Progress((), began=0.0), "", {}, "running"),
        (Progress((), began=0.0, closed=True), "", {}, "closed"),
        (Progress((), began=0.0, closed=True), "in review", {}, "in review"),
        (Progress((), began=0.0, closed=True), "cleared", {}, "cleared"),
        (Progress((), began=0.0, closed=True), "", {"sealed": True}, "sealed"),
    ],
)
def test_the_states(progress: Progress, review: str, more: dict[str, object], state: str) -> None:
    assert listed(progress, review, **more).state == state


def test_planned_against_actual_once_it_is_closed() -> None:
    parts = (
        SegmentProgress("talk", Phase.DONE, 24 * 60.0, 1),
        SegmentProgress("qa", Phase.DONE, 45 * 60.0, 2),
        SegmentProgress("closing", Phase.SKIPPED),
    )
    one = listed(Progress(parts, began=0.0, closed=True))
    assert (one.planned, one.actual) == (120, 69)
    assert "69 of 120 min" in lines(one)[0]
    assert "120 min planned" in lines(listed(Progress(())))[0]


def test_what_is_due() -> None:
    step = Step(Body.HOSTS, printed=TODAY - timedelta(9), until=TODAY - timedelta(1))
    review = Review(TextName.BRIEF, (step, Step(Body.KEYNOTE)))
    done = Progress((), began=0.0, closed=True)
    (due,) = listed(done, reviews=(review,)).due
    assert due == "brief: the answer of the hosts was due on 2020-06-09"
    passed = replace(step, passed=Passed.AGREED)
    assert listed(done, reviews=(replace(review, steps=(passed,)),)).due == ()
    (due,) = listed(done, reviews=(replace(review, cleared=True),)).due
    assert due == "brief: cleared, not published yet"
    assert listed(Progress(())).due == ("its day is past, and it was never begun",)


def test_series_met_last_stand_first() -> None:
    one = listed(Progress(()))
    old = replace(one, series="old", series_title="Old", day=date(2019, 1, 1))
    new = replace(one, series="new", series_title="New", day=date(2021, 1, 1))
    again = replace(old, day=date(2020, 1, 1))
    assert [title for title, _ in by_series([again, new, old])] == ["New", "Old"]
    assert by_series([again, new, old])[1][1] == (old, again)


def test_the_command_lists_by_series() -> None:
    closed("one", date(2020, 5, 1), "Water rights")
    done = CliRunner().invoke(sessions, [])
    head, line = done.output.splitlines()[:2]
    assert head == "The Series"
    assert line.startswith("  2020-05-01-one  closed  2020-05-01  one  1 point")
    facts = json.loads(CliRunner().invoke(sessions, ["--json"]).output)
    assert facts["planned_minutes"] == 120
    assert facts["state"] == "closed"


def test_a_glance_changes_nothing(house: House) -> None:
    house.open().store.close()
    before = house.path.read_bytes()
    seen = glance(house.path)
    assert seen is not None
    assert seen.agenda == plan()
    assert house.path.read_bytes() == before
