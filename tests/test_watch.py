"""The guard on a session: what stands in its points, what is kept with a reason, the gate."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from conftest import Hand, House, plan
from facilitator.agenda import Category, Composition, Publication, Series, Topic
from facilitator.cli.exporting import export
from facilitator.cli.gate import HeldBack
from facilitator.errors import Refused
from facilitator.guard.findings import Finding, Level
from facilitator.pen import Pen
from facilitator.record import Agreement, AsHeld, Kind, Note, Release
from facilitator.roster import Participant, Roster
from facilitator.service import Secretariat
from facilitator.watch import Watch, marked
from test_record_shape import shapes_of

ROSTER = Roster(
    (
        Participant(
            "Solveig Tverrfjelldal",
            given="Solveig",
            family="Tverrfjelldal",
            affiliation="Nordic Peace Institute",
            country="NO",
        ),
        Participant("Ada Invented", given="Ada", family="Invented", public=True),
    )
)


def keep(secretariat: Secretariat, text: str, segment: str = "discussion") -> Note:
    written = Pen(secretariat).write(text, segment).note
    assert written is not None
    return written


def watch_of(secretariat: Secretariat, roster: Roster | None = ROSTER) -> Watch:
    state = secretariat.look()
    return Watch(roster, state.agenda, state.salt)


def only(findings: tuple[Finding, ...]) -> Finding:
    (finding,) = findings
    return finding


def dismissed(secretariat: Secretariat, note: Note, reason: str = "a brand of cheese") -> None:
    watch = watch_of(secretariat)
    finding = only(watch.standing(note.text, note.segment))
    secretariat.store.dismiss([watch.dismiss(note.text, finding, reason)])


def brief(secretariat: Secretariat, folder: Path, **more: str) -> str:
    exported = export(secretariat, "brief", folder, ROSTER, **more)
    return exported.paths[0].read_text("utf-8")


# What stands ------------------------------------------------------------------------------


def test_a_public_person_may_be_named_only_where_they_are_on_the_record(house: House) -> None:
    watch = watch_of(house.open())
    assert watch.standing("Invented argued for it.", "talk") == ()
    assert only(watch.standing("Invented argued for it.", "qa")).level is Level.IDENTITY


def test_points_are_marked_by_the_gravest_that_stands_in_them(house: House) -> None:
    secretariat = house.open()
    leak = keep(secretariat, "Tverrfjelldal and the Norwegian participant agreed")
    keep(secretariat, "nobody is named here")
    found = marked(
        watch_of(secretariat), [line.note for line in secretariat.look("discussion").lines], ()
    )
    assert {key: finding.level for key, finding in found.items()} == {leak.id: Level.IDENTITY}


def test_without_a_roster_attributions_are_still_seen(house: House) -> None:
    watch = watch_of(house.open(), None)
    assert watch.standing("Tverrfjelldal spoke of cheese", "discussion") == ()
    assert watch.standing("the Norwegian participant doubted it", "discussion")


# What somebody kept -----------------------------------------------------------------------


def test_a_wording_kept_with_a_reason_stands_no_more_on_any_screen(house: House) -> None:
    one, other = house.open(), house.open()
    note = keep(one, "Tverrfjelldal is a cheese")
    dismissed(one, note)
    state = other.look("discussion")
    watch = watch_of(other)
    assert watch.standing(note.text, note.segment, state.dismissals) == ()
    assert marked(watch, [note], state.dismissals) == {}
    (pair,) = watch.dismissed(note.text, note.segment, state.dismissals)
    assert pair[1].reason == "a brand of cheese"
    assert watch.standing("Tverrfjelldal is no cheese", "discussion", state.dismissals)


def test_what_was_kept_can_be_let_stand_again(house: House) -> None:
    secretariat = house.open()
    note = keep(secretariat, "Tverrfjelldal is a cheese")
    dismissed(secretariat, note)
    secretariat.store.recall(secretariat.look().dismissals)
    assert secretariat.look().dismissals == ()


def test_a_reason_may_not_tell_who_is_meant(house: House) -> None:
    watch = watch_of(house.open())
    text = "the Norwegian participant doubted it"
    finding = only(watch.standing(text, "discussion"))
    for reason in ("Solveig wanted it so", "she said so, Tverrfjelldal did", " "):
        with pytest.raises(Refused):
            watch.dismiss(text, finding, reason)
    assert watch.dismiss(text, finding, "the person asked to be quoted so").reason


def test_neither_the_words_nor_the_point_are_kept_with_a_dismissal(house: House) -> None:
    secretariat = house.open()
    note = keep(secretariat, "Tverrfjelldal is a cheese")
    dismissed(secretariat, note)
    with sqlite3.connect(house.path) as raw:
        (row,) = raw.execute("SELECT * FROM dismissal").fetchall()
    told = " ".join(row).lower()
    assert "tverr" not in told and note.id.hex() not in told
    assert shapes_of(house.path) == []


@pytest.mark.parametrize("how", ["strike", "edit"])
def test_a_dismissal_goes_with_its_sentence(house: House, how: str) -> None:
    """The reason why a name stood in a point that was struck would be a trace of it."""
    secretariat = house.open()
    note = keep(secretariat, "Tverrfjelldal is a cheese. Nobody laughed.")
    kept = keep(secretariat, "Tverrfjelldal is a mountain")
    dismissed(secretariat, note)
    dismissed(secretariat, kept, "a mountain of that name")
    if how == "strike":
        Pen(secretariat).strike(note.id)
    else:
        Pen(secretariat).edit(note.id, "discussion", note.revision, "Cheese was served.")
    (left,) = secretariat.look().dismissals
    assert left.reason == "a mountain of that name"
    assert b"a brand of cheese" not in house.path.read_bytes() or how == "edit"


def test_an_edit_beside_the_sentence_leaves_its_dismissal(house: House) -> None:
    secretariat = house.open()
    note = keep(secretariat, "Tverrfjelldal is a cheese. Nobody laughed.")
    dismissed(secretariat, note)
    line = "Tverrfjelldal is a cheese. Somebody laughed."
    Pen(secretariat).edit(note.id, "discussion", note.revision, line)
    state = secretariat.look()
    assert len(state.dismissals) == 1
    assert watch_of(secretariat).standing(line, "discussion", state.dismissals) == ()


# The gate ---------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["brief", "report"])
def test_nothing_is_written_while_a_finding_stands_and_each_is_told(
    house: House, tmp_path: Path, what: str
) -> None:
    secretariat = house.open()
    keep(secretariat, "Tverrfjelldal argued for the corridor")
    keep(secretariat, "according to the Nordic Peace Institute it will reopen")
    with pytest.raises(HeldBack, match=f"2 findings stand in the {what}") as held:
        export(secretariat, what, tmp_path / "out", ROSTER)
    assert not (tmp_path / "out").exists()
    told = "\n".join(held.value.findings)
    assert "identity: “Tverrfjelldal”" in told and "affiliation: “the Nordic" in told
    assert "instead: “One participant”" in told and len(held.value.findings) == 2


def test_a_public_person_named_under_the_rule_holds_the_text_back(
    house: House, tmp_path: Path
) -> None:
    secretariat = house.open()
    keep(secretariat, "Invented thought the deadline was absurd", "qa")
    with pytest.raises(HeldBack):
        export(secretariat, "brief", tmp_path, ROSTER)


@pytest.mark.parametrize(
    "line",
    [
        *("* HAS asks Tverrfjelldal to write", "_ Tverrfjelldal on cheese"),
        *("! Tverrfjelldal could mediate", "~ Tverrfjelldal doubted it"),
    ],
)
def test_every_kind_of_point_of_the_report_is_read(house: House, tmp_path: Path, line: str) -> None:
    secretariat = house.open()
    note = keep(secretariat, line)
    secretariat.store.release(note.id, None, Release.REPORT)
    export(secretariat, "brief", tmp_path, ROSTER)
    with pytest.raises(HeldBack):
        export(secretariat, "report", tmp_path / "out", ROSTER)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("what", ["brief", "report"])
def test_reservations_are_read_as_what_was_said_in_their_part(
    house: House, tmp_path: Path, what: str
) -> None:
    secretariat = house.open()
    note = keep(secretariat, "Trade helps", "qa")
    said = (Agreement.UNTESTED, "Invented wanted it slower")
    secretariat.store.agree(note.id, (Agreement.NONE, ""), said)
    with pytest.raises(HeldBack):
        export(secretariat, what, tmp_path, ROSTER)


@pytest.mark.parametrize(
    "changes",
    [
        {"acronyms": {"ST": "Solveig Tverrfjelldal"}},
        {"topics": (Topic("t", "What Tverrfjelldal proposed"),)},
        {"publication": Publication(contact="solveig.tverrfjelldal@example.org")},
        {"follow_up": "Tverrfjelldal writes to all"},
        {"composition": Composition((Category("Tverrfjelldal and friends"),), ())},
        {"series": Series("series", "The Series", theme="the plan of Tverrfjelldal")},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_everything_around_the_points_of_the_report_is_read(
    tmp_path: Path, clock: Hand, changes: dict[str, object]
) -> None:
    house = House(tmp_path, clock, plan(**changes))
    secretariat = house.open()
    secretariat.store.answer(AsHeld({}, ("discussion",), True))
    secretariat.store.keep(
        Note(bytes(16), "discussion", Kind.POINT, "A point", topics=("t",)), append=False
    )
    with pytest.raises(HeldBack):
        export(secretariat, "report", tmp_path / "out", ROSTER)
    house.close()


def test_a_public_person_may_be_told_of_what_they_said_on_the_record(
    house: House, tmp_path: Path
) -> None:
    secretariat = house.open()
    secretariat.store.answer(AsHeld({"k": True}, ("talk",), None))
    keep(secretariat, "Invented set out the plan", "talk")
    assert "Invented set out the plan" in brief(secretariat, tmp_path)


def test_what_was_kept_with_a_reason_is_written(house: House, tmp_path: Path) -> None:
    secretariat = house.open()
    note = keep(secretariat, "tverrfjelldal is a cheese")
    with pytest.raises(HeldBack):
        export(secretariat, "brief", tmp_path, ROSTER)
    dismissed(secretariat, note)
    text = brief(secretariat, tmp_path)
    assert "Tverrfjelldal is a cheese." in text and "brand" not in text


def test_an_override_writes_and_its_reason_is_nowhere_in_the_text(
    house: House, tmp_path: Path
) -> None:
    secretariat = house.open()
    keep(secretariat, "Tverrfjelldal argued for the corridor")
    exported = export(secretariat, "brief", tmp_path, ROSTER, override="agreed by telephone")
    assert "telephone" not in exported.paths[0].read_text("utf-8")
    assert any("identity: “Tverrfjelldal”" in line for line in exported.remarks)
    assert b"telephone" not in house.path.read_bytes()
    with pytest.raises(Refused):
        export(secretariat, "brief", tmp_path, ROSTER, override="  ")


def test_a_session_that_had_a_roster_is_not_written_without_one(
    house: House, tmp_path: Path
) -> None:
    secretariat = house.open()
    secretariat.store.mark_roster()
    with pytest.raises(HeldBack):
        export(secretariat, "brief", tmp_path, None)
    exported = export(secretariat, "brief", tmp_path, None, override="the roster is destroyed")
    assert "names not checked: its roster was not given" in exported.remarks


def test_attributions_hold_a_text_back_also_where_there_never_was_a_roster(
    house: House, tmp_path: Path
) -> None:
    secretariat = house.open()
    keep(secretariat, "the Norwegian participant doubted the timetable")
    with pytest.raises(HeldBack):
        export(secretariat, "brief", tmp_path, None)
