"""The record as a file: what stands in it, in which order, and what is refused when it comes."""

from __future__ import annotations

import json
import random
import re
import statistics
import tomllib
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import House, plan
from facilitator.copies import Copy, Part, in_order
from facilitator.errors import Trouble
from facilitator.files.record_file import SCHEMA, bytes_of, read_record
from facilitator.meeting import Close, Start
from facilitator.pen import Pen
from facilitator.record import Agreement, Kind, Mark, Note, Release
from facilitator.review import Body, Consent, Given, Numbered, Passed, Review, Step, TextName
from facilitator.service import Secretariat
from facilitator.writers.formats import RECORD_FORMATS
from test_joining import copy, note, records
from test_order import Meeting, mark_of, ranks, spearman

# The whole of what the file may hold. Whoever adds to it says in the same change why the
# addition tells an attacker nothing (as in test_record_shape.py). A question's round is not
# in it, nor the salt and the wordings kept under it, nor any time finer than a minute.
FIELDS: dict[str, set[str]] = {
    "record": {"schema_number", "session", "agenda", "had_roster", "unlisted", "struck"},
    "held": {"came", "composition"},
    "segment": {"id", "place", "minutes", "rounds", "thin", "held"},
    "point": {each.name for each in fields(Note)} - {"round"},
    # By body and by number: see `Review` in test_record_shape.py.
    "review": {"text", "cleared", "published", "step", "number", "given"},
}

UNCHECKED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]

EVERYTHING = copy(
    note(
        1,
        "“who” guarantees?\\n",
        kind=Kind.QUESTION,
        segment="qa",
        topics=("end-state", "formats"),
        quote=True,
        echoes=3,
        release=Release.REPORT,
        position=5,
        arranged=True,
        revision=4,
        tag="K",
        mark=Mark.WRITING,
        agreement=Agreement.TESTED,
        reservations="not before May",
        summary=True,
        numbered=False,
    ),
    note(2, "пункт #2 = 'x'", segment="qa", parent=bytes([1]) * 16, merged=bytes([3]) * 16),
    note(3, "مرز بسته\u200cاست"),
    struck=(bytes(range(16)),),
    parts=(Part("qa", 1, 40, 3, False, True), Part("discussion", thin=True, held=False)),
    came={"k": False},
    composition=False,
    had_roster=True,
    unlisted=2,
    reviews=(
        Review(
            TextName.BRIEF,
            (
                Step(
                    *(Body.HOSTS, date(2020, 6, 1), date(2020, 6, 8)),
                    *(Consent.AGREES, Passed.AGREED),
                ),
                Step(Body.KEYNOTE),
            ),
            (Numbered(1, bytes([1]) * 16, 25), Numbered(2, None, 0)),
            (Given(Body.HOSTS, 1, 25, 31), Given(Body.KEYNOTE, 2, 0)),
            cleared=True,
            published=date(2020, 6, 9),
        ),
        Review(TextName.REPORT, (Step(Body.PARTICIPANTS),)),
    ),
)


def parsed(data: bytes, form: str) -> dict[str, Any]:
    return json.loads(data) if form == "json" else tomllib.loads(data.decode())


def tables(told: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Every table of the file with its name."""
    return [
        (name, each)
        for name, table in told.items()
        for each in (table if isinstance(table, list) else [table])
    ]


@pytest.mark.parametrize("form", RECORD_FORMATS)
def test_the_file_holds_nothing_but_the_known_fields_and_all_of_them(form: str) -> None:
    told = tables(parsed(bytes_of(EVERYTHING, form), form))
    assert {name for name, _ in told} == set(FIELDS)
    for name, known in FIELDS.items():
        assert set().union(*(each.keys() for at, each in told if at == name)) == known
    assert {each.name for each in fields(Copy)} == {
        *("session", "plan", "notes", "struck", "parts", "came", "composition"),
        *("had_roster", "unlisted", "reviews"),
    }, "a field of the copy that no table has"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"numbers": (Numbered(1, None, 0), Numbered(1, None, 0))}, "a number or a point"),
        ({"steps": (Step(Body.HOSTS), Step(Body.HOSTS))}, "a body stands in it twice"),
        ({"given": (Given(Body.HOSTS, 9, 0),)}, "an answer is to a number that there is not"),
        ({"given": (Given(Body.KEYNOTE, 1, 0, 3),)}, "the answers of one person"),
    ],
)
def test_a_review_that_none_can_be_is_not_taken(
    change: dict[str, Any], fault: str, tmp_path: Path
) -> None:
    brief, _ = EVERYTHING.reviews
    file = tmp_path / "record.toml"
    file.write_bytes(bytes_of(replace(EVERYTHING, reviews=(replace(brief, **change),)), "toml"))
    with pytest.raises(Trouble, match=f"review of the brief: {fault}"):
        read_record(file)


def test_a_day_that_there_is_not_is_not_taken(tmp_path: Path) -> None:
    file = tmp_path / "record.toml"
    file.write_bytes(bytes_of(EVERYTHING, "toml").replace(b"2020-06-08", b"2020-06-31"))
    with pytest.raises(Trouble, match="review 1 step 1 until"):
        read_record(file)


@pytest.mark.parametrize("form", RECORD_FORMATS)
def test_a_session_in_use_writes_no_other_field_and_no_number_but_counts_and_places(
    house: House, form: str
) -> None:
    desk = a_meeting(house)
    told = tables(parsed(bytes_of(desk.copy(), form), form))
    for name, each in told:
        assert each.keys() <= FIELDS[name]
        for key, value in each.items():
            if isinstance(value, int | float) and key != "position":
                assert isinstance(value, int) and value < 1_000, (name, key)


def a_meeting(house: House) -> Secretariat:
    """A session with a running segment of questions, in its second round."""
    desk = house.open("desk")
    desk.conduct(Start("qa"), desk.look().progress)
    pen = Pen(desk)
    for line in ("? who pays #end-state", "? and when", '" exact words', "  below"):
        pen.write(line, "qa", 1 if line.startswith(" ") else 0)
    house.clock.forward(1_234.5)
    return desk


@pytest.mark.parametrize("form", RECORD_FORMATS)
@settings(max_examples=60, suppress_health_check=UNCHECKED)
@given(copied=records())
def test_what_is_written_is_read_again_and_twice_the_same_bytes(
    copied: Copy, form: str, tmp_path: Path
) -> None:
    agenda = plan()
    file = tmp_path / f"record.{form}"
    for each in (in_order(copied, agenda), in_order(EVERYTHING, agenda)):
        file.write_bytes(bytes_of(each, form))
        assert read_record(file) == each
        assert bytes_of(read_record(file), form) == file.read_bytes()


def test_no_byte_tells_the_round_the_salt_or_a_time(house: House) -> None:
    desk = a_meeting(house)
    snapshot = desk.store.snapshot(None)
    assert {each.round for each in snapshot.notes if each.mark} == {1}
    assert {each.round for each in desk.copy().notes} == {0}
    for form in RECORD_FORMATS:
        told = bytes_of(desk.copy(), form).decode()
        assert "round = 1" not in told and '"round": 1' not in told
        assert snapshot.salt.hex() not in told
        assert str(int(house.clock.instant.wall))[:6] not in re.sub(r"\d{12,}", "", told)


# Order


def as_filed(secretariat: Secretariat, said: list[str], form: str) -> float:
    told = parsed(bytes_of(secretariat.copy(), form), form)
    return spearman(ranks(said, [each["text"] for each in told["point"]]))


def test_the_order_in_the_file_is_not_that_of_capture_before_the_end_nor_after(
    tmp_path: Path,
) -> None:
    measured: dict[str, list[float]] = {"running": [], "ended": [], "by position": []}
    for number in range(6):
        sizes = random.Random(number).choices((8, 15, 25), k=10)
        meeting = Meeting(tmp_path / str(number), number, sizes)
        for segment in meeting.sizes:
            said = meeting.say(segment)
            measured["running"].append(as_filed(meeting.desk, said, "toml"))
            meeting.end()
            measured["ended"].append(as_filed(meeting.desk, said, "json"))
            told = parsed(bytes_of(meeting.desk.copy(), "json"), "json")["point"]
            told.sort(key=lambda each: each["position"])
            measured["by position"].append(spearman(ranks(said, [each["text"] for each in told])))
        meeting.house.close()
    for what, values in measured.items():
        # 60 segments: the standard error of the mean is about 0.035.
        assert abs(statistics.fmean(values)) <= 0.12, what
        assert statistics.fmean(value * value for value in values) <= 0.25, what


def test_what_was_taken_lies_in_no_order_of_its_capture(tmp_path: Path) -> None:
    """Not in the file's order either: a copy read in any order makes the same record."""
    meeting = Meeting(tmp_path / "there", 5, [25])
    said = meeting.say("part-0")
    copied = meeting.desk.copy()
    meeting.house.close()
    other = Meeting(tmp_path / "here", 6, [25])
    other.desk.take(copied)
    raw = other.house.path.read_bytes()
    assert all(mark_of(text).encode() in raw for text in said)
    journal = other.house.path.with_name(other.house.path.name + "-journal").read_bytes()
    assert not any(mark_of(text).encode() in journal for text in said)
    assert not other.desk.look().scrub_pending
    seen = sorted(said, key=lambda text: raw.rfind(mark_of(text).encode()))
    by_id = [note.text for note in sorted(copied.notes, key=lambda note: note.id)]
    assert seen in (by_id, by_id[::-1])
    other.house.close()


# What is refused


def refused(tmp_path: Path, data: bytes, name: str = "record.toml") -> str:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Trouble) as told:
        read_record(tmp_path / name)
    assert told.value.status == 2
    line = str(told.value)
    assert "\n" not in line and "\x1b" not in line and len(line) < 400 + len(str(tmp_path))
    return line.replace(str(tmp_path), "")


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    told = json.loads(bytes_of(EVERYTHING, "json"))
    change(told)
    return json.dumps(told).encode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda t: t["record"].update(schema_number=SCHEMA + 1), "newer version of facilitator"),
        (lambda t: t["record"].update(schema_number="1"), "no record of facilitator"),
        (lambda t: t.update(record=[]), "no record of facilitator"),
        (lambda t: t["record"].update(author="x"), "record author: extra inputs"),
        (lambda t: t["point"][0].update(noted_at=1.5), "point 1 noted_at: extra inputs"),
        (lambda t: t["point"][0].update(id="K"), "point 1 id"),
        (lambda t: t["point"][0].update(kind="gossip"), "“gossip” is unknown"),
        (lambda t: t["point"][0].update(kind="\x1b]52;c;x\x07"), "point 1 kind"),
        (lambda t: t["point"][0].update(echoes=-1), "point 1 echoes"),
        (lambda t: t["point"][0].update(echoes=True), "point 1 echoes"),
        (lambda t: t["point"][0].update(position=2**63), "point 1 position"),
        (lambda t: t["point"][0].update(position=float("nan")), "point 1 position"),
        (lambda t: t["point"][0].update(text="x" * 4001), "4,001 characters"),
        (lambda t: t["point"][0].update(text="\x00\x1b"), "point 1 text: there is none"),
        (lambda t: t["point"][0].update(tag="I"), "point 1 tag"),
        (lambda t: t["point"][2].update(mark="open"), "point 3 mark: it is no question"),
        (lambda t: t["point"].append(t["point"][0]), "stands in it twice"),
        (lambda t: t["segment"].append(t["segment"][0]), "stands in it twice"),
        (lambda t: t["point"][0].update(parent=t["point"][0]["id"]), "nest at most"),
        (lambda t: t["record"]["struck"].append(t["point"][0]["id"]), "that was struck"),
        (lambda t: t.update(point={"id": 1}), "point: input should be a valid list"),
        (lambda t: t["point"].extend([{}] * 100_000), "point"),
    ],
)
def test_a_file_that_no_record_can_be_is_refused_in_one_line(
    change: Callable[[dict[str, Any]], object], said: str, tmp_path: Path
) -> None:
    assert said in refused(tmp_path, changed(change)).replace("Extra", "extra")


MARK = b'[record]\nschema_number = 1\nsession = "first"\n'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no record of facilitator"),
        (b"schema_number", "damaged"),
        (b"\x89PNG\x00\x01\x02", "not a plain text file"),
        (b"{" * 100_000 + b'"schema_number"', "cannot be read to its end"),
        (b'{"schema_number": ' + b"9" * 10_000 + b"}", "cannot be read to its end"),
        (b"[1, 2]  # schema_number", "cannot be read to its end"),
        (MARK + b"a." * 15_000 + b"b = 1", "line 4: this is not as facilitator wrote it"),
        (MARK + b"x = {" + b"a." * 15_000 + b"b = 1}", "line 4"),
        (MARK + b'"\'"' + b".a" * 15_000 + b'."\'" = 1', "line 4"),
        (MARK + b"'\"'" + b".a" * 15_000 + b".'\"' = 1", "line 4"),
        (MARK + b'x = """\n"""', "line 4"),
        (MARK + b"x = " + b"[" * 10_000, "cannot be read to its end"),
        (MARK + b'x = "' + b"y" * 40_000 + b'"', "line 4"),
        (bytes_of(EVERYTHING, "toml")[:-40], "damaged"),
        (bytes_of(EVERYTHING, "json")[:-40], "cannot be read to its end"),
        (b" " * (16 * 1024 * 1024 + 1), "larger than"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_such_file_is_refused_in_one_line(
    data: bytes, said: str, tmp_path: Path
) -> None:
    assert said in refused(tmp_path, data)


@settings(max_examples=60, suppress_health_check=UNCHECKED)
@given(st.integers(0, 2000), st.binary(max_size=8))
def test_a_file_spoilt_anywhere_is_read_or_refused_never_more(
    tmp_path: Path, place: int, junk: bytes
) -> None:
    for form in RECORD_FORMATS:
        data = bytes_of(EVERYTHING, form)
        (tmp_path / "spoilt").write_bytes(data[:place] + junk + data[place + len(junk) :])
        try:
            read_record(tmp_path / "spoilt")
        except Trouble as trouble:
            assert trouble.status == 2


def test_every_text_that_comes_in_is_cleaned(tmp_path: Path) -> None:
    def foul(told: dict[str, Any]) -> None:
        told["point"][0].update(text="a\x1b]52;c;x\x07b\u202e\n", reservations="c\x9bd")

    (tmp_path / "record.json").write_bytes(changed(foul))
    first = read_record(tmp_path / "record.json").notes[0]
    assert (first.text, first.reservations) == ("a]52;c;xb ", "cd")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Trouble, match="not an ordinary file"):
        read_record(tmp_path / "pipe")


def test_a_closed_session_is_told_in_whole_minutes(house: House) -> None:
    desk = a_meeting(house)
    desk.conduct(Close(), desk.look().progress)
    (part,) = [each for each in desk.copy().parts if each.id == "qa"]
    assert (part.place, part.minutes, part.rounds, part.thin) == (1, 21, 1, None)
