"""The review in the record: on disk once acknowledged, whole or not at all, and honest of what
became of a point since it was printed."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from conftest import Hand, House, plan
from facilitator.agenda import Publication, ReviewStep
from facilitator.circulation import Circulation, told
from facilitator.errors import Refused, StaleState, Trouble
from facilitator.files.left_behind import Written
from facilitator.meeting import Close
from facilitator.pen import Pen
from facilitator.record import Agreement, Kind, Mark, Note, Release
from facilitator.review import Body, Given, Passed, Stage, TextName
from facilitator.service import Secretariat
from facilitator.stores.sqlite import SQLiteRecord
from test_faults import fill

BRIEF = TextName.BRIEF
STEPS = ReviewStep(("hosts", "keynote", "participants"), "5 working days")
POINTS = ("The border is closed", "Trade needs the border", "Funds are missing")


@pytest.fixture
def office(tmp_path: Path, clock: Hand) -> Iterator[House]:
    publication = Publication(review={"brief": STEPS})
    made = House(tmp_path, clock, plan(publication=publication))
    yield made
    made.close()


def held(office: House, *lines: str) -> Secretariat:
    secretariat = office.open()
    for line in lines or POINTS:
        Pen(secretariat).write(line, "discussion")
    secretariat.conduct(Close(), secretariat.look().progress)
    return secretariat


def printed(circulation: Circulation) -> str:
    with circulation.copy(BRIEF) as document:
        from facilitator.writers.plain_text import write

        return write(document).decode()


def sent(office: House, *lines: str) -> tuple[Secretariat, Circulation]:
    """A session whose brief is with the hosts."""
    secretariat = held(office, *lines)
    circulation = Circulation(secretariat)
    circulation.begin(BRIEF)
    printed(circulation)
    return secretariat, circulation


def number_of(circulation: Circulation, text: str) -> int:
    standing = circulation.look(BRIEF)
    (found,) = [n for note, n in standing.numbers.items() if text in standing.notes[note].text]
    return found


def kept_by(office: House) -> list[str]:
    """Everything that the file says of reviews."""
    with sqlite3.connect(office.path) as connection:
        tables = ("review", "review_step", "review_number", "review_given")
        return [str(row) for t in tables for row in connection.execute(f"SELECT * FROM {t}")]


def test_a_review_is_begun_of_a_closed_session_that_has_something_to_read(office: House) -> None:
    secretariat = office.open()
    circulation = Circulation(secretariat)
    with pytest.raises(Refused, match="the session is not closed"):
        circulation.begin(BRIEF)
    secretariat.conduct(Close(), secretariat.look().progress)
    with pytest.raises(Refused, match="nothing to review: the brief tells no point"):
        circulation.begin(BRIEF)
    with pytest.raises(Refused, match="facilitator review --begin brief"):
        circulation.advance(BRIEF, reason=False)


def test_the_copy_has_a_number_at_every_point_and_says_it_is_not_cleared(office: House) -> None:
    secretariat = office.open()
    pen = Pen(secretariat)
    for line, depth in (("Trade needs the border", 0), ("It is closed", 1), ("? who pays", 0)):
        pen.write(line, "discussion", depth)
    secretariat.conduct(Close(), secretariat.look().progress)
    circulation = Circulation(secretariat)
    circulation.begin(BRIEF)
    copy = printed(circulation)
    assert copy.splitlines()[0].strip() == "Not cleared"
    title, head, how = (part.strip() for part in copy.split("\n\n")[1:4])
    assert title.splitlines()[0] == "The Series: First Session"
    assert head.splitlines()[0] == "Not cleared: for review by the hosts until 4 June 2020"
    assert how.startswith("Please answer by number")
    assert re.findall(r"\[\d\] [^\n]+", copy) == [
        "[1] Trade needs the border:",
        "[2] It is closed.",
        "[3] Who pays?",
    ]
    assert "keep; amend" in copy and "Public" not in copy
    below = copy.partition(how)[2]
    assert final(secretariat).endswith(re.sub(r"\[\d\] ", "", below)), (
        "a copy says what the text will say"
    )


def final(secretariat: Secretariat) -> str:
    from facilitator.writers.plain_text import write

    return write(secretariat.brief().document).decode()


def test_the_day_is_that_of_the_sessions_zone(office: House, clock: Hand) -> None:
    secretariat = held(office)
    clock.forward(10 * 3600)  # midnight in Kabul, evening in Greenwich
    assert Circulation(secretariat).today() == date(2020, 5, 29)


def test_printing_again_keeps_numbers_and_day_and_tells_what_is_new(
    office: House, clock: Hand
) -> None:
    secretariat, circulation = sent(office)
    before = circulation.look(BRIEF)
    clock.forward(24 * 3600)
    assert "4 June" in printed(circulation)
    assert circulation.look(BRIEF).review == before.review
    Pen(secretariat).write("A late point", "discussion")
    Pen(secretariat).strike(next(n.id for n in before.notes.values() if "Funds" in n.text))
    gone = before.numbers[next(n.id for n in before.notes.values() if "Funds" in n.text)]
    assert circulation.look(BRIEF).missing == "the text has changed since the copy for the hosts"
    copy = " ".join(printed(circulation).split())
    assert "5 June 2020" in copy and f"No longer in the text: [{gone}]." in copy
    assert "New since the last copy: [4]." in copy and "[4] A late point." in copy
    now = circulation.look(BRIEF).numbers
    assert {note: now[note] for note in before.numbers if note in now} == {
        note: number for note, number in before.numbers.items() if number != gone
    }


def test_a_copy_that_could_not_be_written_was_given_to_nobody(office: House) -> None:
    circulation = Circulation(held(office))
    circulation.begin(BRIEF)
    with pytest.raises(OSError), circulation.copy(BRIEF):
        raise OSError
    standing = circulation.look(BRIEF)
    assert standing.step is not None and standing.step.printed is None
    assert standing.review is not None and standing.review.given == ()
    assert sorted(standing.numbers.values()) == [1, 2, 3], "whatever was printed of it still holds"


def test_an_amendment_changes_the_point_and_whoever_had_the_old_words_has_it_again(
    office: House, clock: Hand
) -> None:
    secretariat, circulation = sent(office)
    circulation.agree(BRIEF, Body.HOSTS)
    circulation.advance(BRIEF, reason=False)
    printed(circulation)
    number = number_of(circulation, "Trade")
    done = circulation.amend(BRIEF, Body.KEYNOTE, number, "  Trade needs\tpeace ")
    assert done.note.text == "Trade needs peace" and "Trade needs peace" in final(secretariat)
    assert done.again == {BRIEF: (Body.HOSTS, Body.KEYNOTE)}
    assert circulation.look(BRIEF).stage is Stage.HOSTS
    again = circulation.amend(BRIEF, Body.KEYNOTE, number, "Trade needs peace")
    assert again.unchanged and again.note.revision == done.note.revision
    assert f"Changed since the last copy: [{number}]." in " ".join(printed(circulation).split())


def test_an_amended_question_stays_a_question_and_an_amended_quotation_is_none(
    office: House,
) -> None:
    secretariat = office.open()
    Pen(secretariat).write("? who guarantees it", "qa")
    Pen(secretariat).write('" we will never sign', "discussion")
    secretariat.conduct(Close(), secretariat.look().progress)
    circulation = Circulation(secretariat)
    circulation.begin(BRIEF)
    printed(circulation)
    asked = circulation.amend(BRIEF, Body.HOSTS, number_of(circulation, "who"), "? who pays for it")
    assert asked.note.kind is Kind.QUESTION and asked.note.mark is Mark.OPEN and asked.note.tag
    assert asked.note.text == "? who pays for it", "words are words here, no signs"
    quote = circulation.amend(BRIEF, Body.HOSTS, number_of(circulation, "never"), "No signature")
    assert quote.unquoted and not quote.note.quote


def test_an_agreement_that_nobody_has_read_is_seen_as_a_change(office: House) -> None:
    secretariat, circulation = sent(office)
    number = number_of(circulation, "Trade")
    note = next(n for n, each in circulation.look(BRIEF).numbers.items() if each == number)
    was = (Agreement.NONE, "")
    for now in (
        (Agreement.UNTESTED, ""),
        (Agreement.UNTESTED, "if the funds come"),
        (Agreement.TESTED, "if the funds come"),
    ):
        secretariat.store.agree(note, was, now)
        was = now
        assert circulation.look(BRIEF).fresh == (note,)
        printed(circulation)
    secretariat.store.echo(note)
    assert circulation.look(BRIEF).fresh == ()


def test_a_struck_point_leaves_its_bare_number(office: House) -> None:
    _, circulation = sent(office)
    number = number_of(circulation, "Funds")
    (gone,) = circulation.strike(BRIEF, Body.HOSTS, number)
    assert circulation.strike(BRIEF, Body.HOSTS, number) == ()
    standing = circulation.look(BRIEF)
    assert standing.struck == (number,) and number not in (standing.unanswered or ())
    assert gone.id not in [each.note for each in standing.review.numbers if standing.review]
    for answer in ("keep", "amend"):
        with pytest.raises(Refused, match="it was struck"):
            if answer == "keep":
                circulation.keep(BRIEF, Body.HOSTS, number)
            else:
                circulation.amend(BRIEF, Body.HOSTS, number, "words")


def test_a_merged_point_leads_to_the_one_that_stands_for_it(office: House) -> None:
    secretariat, circulation = sent(office)
    one, two = number_of(circulation, "closed"), number_of(circulation, "Trade")
    by_number = {n: note for note, n in circulation.look(BRIEF).numbers.items()}
    notes = circulation.look(BRIEF).notes
    kept, merged = notes[by_number[one]], notes[by_number[two]]
    secretariat.store.merge(merged.id, merged.revision, kept.id, kept.revision)
    standing = circulation.look(BRIEF)
    assert standing.merged == {two: one} and two not in (standing.unanswered or ())
    with pytest.raises(Refused, match=rf"merged into \[{one}\]: answer that"):
        circulation.keep(BRIEF, Body.HOSTS, two)
    secretariat.store.part(merged.id)
    assert circulation.look(BRIEF).merged == {}


def test_a_moved_point_keeps_its_number_and_one_kept_for_the_hosts_is_left_out(
    office: House,
) -> None:
    secretariat, circulation = sent(office)
    one, two = number_of(circulation, "closed"), number_of(circulation, "Trade")
    by_number = {n: note for note, n in circulation.look(BRIEF).numbers.items()}
    secretariat.store.move(by_number[one], None, by_number[two], None, arranged=True)
    assert number_of(circulation, "closed") == one
    assert f"[{one}] The border is closed" in printed(circulation)
    secretariat.store.release(by_number[two], None, Release.HOSTS)
    assert circulation.look(BRIEF).left_out == (two,)
    with pytest.raises(Refused, match="no longer stands in the brief"):
        circulation.keep(BRIEF, Body.HOSTS, two)


def test_the_way_to_publication_is_told_for_the_list_of_sessions(
    office: House, clock: Hand
) -> None:
    _, circulation = sent(office)
    assert told([circulation.look(BRIEF)]) == "in review"
    clock.forward(10 * 24 * 3600)
    for _ in range(2):
        circulation.advance(BRIEF, reason=False)
        circulation.redate(BRIEF, date(2020, 5, 29), None) if printed(circulation) else None
    circulation.clear(BRIEF, reason=False)
    assert told([circulation.look(BRIEF)]) == "cleared"
    with pytest.raises(Refused, match="still to come"):
        circulation.publish(BRIEF, date(2021, 1, 1))
    circulation.publish(BRIEF, date(2020, 6, 7))
    assert told([circulation.look(BRIEF)]) == "published"
    assert circulation.reviewed(BRIEF) == (
        "The hosts were given until 4 June 2020 to object. The keynote speaker and the"
        " participants were given until 5 June 2020 to object."
    )


# What is kept


def test_the_record_says_nothing_of_a_person_or_an_hour(office: House) -> None:
    """Whatever is answered, the rows hold texts, bodies, numbers, ids and days."""
    _, circulation = sent(office)
    circulation.keep(BRIEF, Body.HOSTS, 1)
    circulation.amend(BRIEF, Body.HOSTS, 2, "Other words")
    circulation.object(BRIEF, Body.HOSTS)
    words = {"brief", *Body, *Passed, "agrees", "objects", "None", ""}
    for row in kept_by(office):
        for value in row.strip("()").split(", "):
            bare = value.strip("'")
            assert (
                bare in words
                or re.fullmatch(r"\d{1,4}|\d{4}-\d{2}-\d{2}", bare)
                or bare.startswith('b"')
                or bare.startswith("b'")
            ), row


def test_the_answers_of_the_keynote_speaker_leave_no_row_that_was_not_there(
    office: House,
) -> None:
    _, circulation = sent(office)
    circulation.agree(BRIEF, Body.HOSTS)
    circulation.advance(BRIEF, reason=False)
    printed(circulation)
    before = kept_by(office)
    circulation.keep(BRIEF, Body.KEYNOTE, 1)
    circulation.amend(BRIEF, Body.KEYNOTE, 2, "Other words")
    assert kept_by(office) == before


# Faults


def test_a_review_changed_by_somebody_else_meanwhile_is_not_overwritten(office: House) -> None:
    secretariat, circulation = sent(office)
    (review,) = secretariat.store.reviews()
    circulation.object(BRIEF, Body.HOSTS)
    with pytest.raises(StaleState):
        secretariat.store.review(review)
    with pytest.raises(StaleState):
        secretariat.store.review(replace(review, revision=0))
    standing = circulation.look(BRIEF)
    assert standing.missing == "an objection of the hosts stands"


def test_two_who_type_answers_at_once_lose_none(office: House) -> None:
    _, one = sent(office)
    two = Circulation(office.open("command"))
    stale = two.look(BRIEF)
    assert stale.unanswered == (1, 2, 3)
    one.keep(BRIEF, Body.HOSTS, 1)
    two.keep(BRIEF, Body.HOSTS, 2)
    assert one.look(BRIEF).unanswered == (3,)


def test_on_a_full_disk_the_review_stays_as_it_was(office: House) -> None:
    secretariat, _ = sent(office, *(f"point {n}" for n in range(60)))
    before = secretariat.store.reviews()
    store = secretariat.store
    assert isinstance(store, SQLiteRecord)
    fill(store)
    (review,) = before
    many = tuple(Given(Body.PARTICIPANTS, number, 0) for number in range(5_000))
    with pytest.raises(Trouble, match="the disk is full"):
        store.review(replace(review, given=(*review.given, *many)))
    assert store.reviews() == before


def test_a_file_of_an_earlier_version_is_brought_up_to_date(office: House) -> None:
    with sqlite3.connect(office.path) as connection:
        for table in ("review_given", "review_number", "review_step", "review", "written"):
            connection.execute(f"DROP TABLE {table}")
        for column in ("sealed", "sealing", "spared", "roster"):
            connection.execute(f"ALTER TABLE session DROP COLUMN {column}")
        connection.execute("PRAGMA user_version = 4")
    _, circulation = sent(office)
    assert circulation.look(BRIEF).stage is Stage.HOSTS


def test_a_point_struck_while_a_copy_is_stored_keeps_its_number_without_it(office: House) -> None:
    secretariat, _ = sent(office)
    (review,) = secretariat.store.reviews()
    gone = review.numbers[0].note
    assert gone is not None
    secretariat.store.strike(gone)
    stored = secretariat.store.review(review)
    assert secretariat.store.reviews()[0].numbers[0] == replace(review.numbers[0], note=None)
    assert stored.revision == review.revision + 1


# Files that hold what was struck


def test_files_that_still_hold_the_words_are_listed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("- \\[3\\] We _agree_: a &lt; b, *all* of it.\n")
    (tmp_path / "b.html").write_text("<p>We <b>agree</b>: a &lt; b, all of it</p>")
    (tmp_path / "c.txt").write_text("nothing of it")
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.7 who knows")
    names = [str(tmp_path / name) for name in ("a.md", "b.html", "c.txt", "d.pdf", "gone.md")]
    texts = ["in no file", "we agree: A < b, all of it"]
    assert Written().still_holding(names, texts) == (
        f"still holds it: {names[0]}",
        f"still holds it: {names[1]}",
        f"may still hold it: {names[3]}",
    )


def test_a_note_that_is_in_no_copy_takes_no_part(office: House) -> None:
    secretariat, circulation = sent(office)
    note = Note(b"x" * 16, "discussion", Kind.PARKING, "for later")
    secretariat.store.keep(note, append=False)
    assert circulation.look(BRIEF).fresh == ()
