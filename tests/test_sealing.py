"""Seal and purge: what is destroyed, what is verified, and that no moment leaves them half done."""

from __future__ import annotations

import itertools
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from conftest import plan
from facilitator import paths
from facilitator.agenda import Agenda, Keynote, Retention, Rule, SegmentKind
from facilitator.circulation import Circulation
from facilitator.cli import wiring
from facilitator.cli.gate import HeldBack
from facilitator.cli.purging import Purger, finish_purges
from facilitator.cli.sealing import Sealer, Wanted
from facilitator.errors import Refused
from facilitator.files.audit import audit
from facilitator.files.roster_file import load_roster
from facilitator.files.roster_growing import RosterFileOnDisk
from facilitator.guard.private import Private
from facilitator.meeting import Close, Start
from facilitator.pen import Pen
from facilitator.ports import Unfinished
from facilitator.record import Note, Seal, Sealed
from facilitator.retention import due
from facilitator.review import Review, TextName
from facilitator.service import Secretariat
from facilitator.stores import wiping
from facilitator.stores.making import create
from facilitator.stores.sqlite import SQLiteRecord
from preloaded import facilitator
from terminal import Terminal
from test_commands import AGENDA, SESSION

CANARIES = (
    "Zarmina Wardaki-Sahar",
    "Luo Qingshan",
    "Parisa Golestanpour",
    "Friedhelm Oberwinkler-Thees",
    "Aizada Toktomamatova",
    "Raghunandan Velloor",
    "Solveig Tverrfjelldal",
    "Otgonbayar Chuluunsuren",
    "Marzhan Bekturganova",
    "Tiburcio Echegoyenaga",
    "Ngozi Ezenwanyi",
    "Hallgerd Snaevarsdottir",
)


class Office:
    """One session as the commands open it, its roster, and an exported text."""

    def __init__(self, root: Path, agenda: Agenda | None = None) -> None:
        self.home = paths.home()
        self.agenda = agenda or plan()
        self.folder = paths.session_dir(self.home, "first")
        self.roster = root / "private" / "roster.toml"
        self.brief = root / "brief.md"
        self.opened: list[Secretariat] = []
        if self.folder.exists():
            return  # a copy of another
        paths.make_private(self.folder)
        create(self.folder / paths.RECORD, self.agenda, "digest")
        self.roster.parent.mkdir(exist_ok=True)
        people = "\n".join(f'[[participant]]\nname = "{name}"' for name in CANARIES)
        self.roster.write_text(people)
        self.brief.write_text("a brief that names nobody")

    def enter(self, *, sealing: bool = True) -> Secretariat:
        secretariat = wiring.enter(self.home, "first", "command", sealing=sealing)
        self.opened.append(secretariat)
        return secretariat

    def leave(self) -> None:
        for each in self.opened:
            each.volatile.release()
            each.store.close()
        self.opened.clear()

    def note(self, *lines: str, segment: str = "discussion") -> list[Note]:
        pen = Pen(self.enter())
        notes = [pen.write(line.strip(), segment, len(line) - len(line.lstrip())) for line in lines]
        self.leave()
        return [each.note for each in notes if each.note is not None]

    def close(self) -> None:
        secretariat = self.enter()
        wiring.mark_roster(secretariat, str(self.roster))
        secretariat.store.wrote([str(self.brief)])
        if not secretariat.look().progress.closed:
            secretariat.conduct(Close(), secretariat.look().progress)
        self.leave()

    @property
    def wanted(self) -> Wanted:
        return Wanted(self.roster, load_roster(self.roster).roster)

    def sealer(self) -> Sealer:
        return Sealer(self.home, self.folder, self.enter(sealing=False))

    def seal(self, wanted: Wanted | None = None) -> list[str]:
        wanted = wanted or self.wanted
        sealer = self.sealer()
        try:
            sealer.check(wanted)
            return list(sealer.seal(wanted))
        finally:
            self.leave()

    def state(self) -> Seal:
        store = SQLiteRecord(self.folder / paths.RECORD, lambda n: 0)
        try:
            return store.sealing().state
        finally:
            store.close()

    def stored(self) -> dict[str, Note]:
        store = SQLiteRecord(self.folder / paths.RECORD, lambda n: 0)
        try:
            return {note.text: note for note in store.snapshot(None).notes}
        finally:
            store.close()

    def holds(self, words: str) -> bool:
        return any(words.encode() in p.read_bytes() for p in self.folder.rglob("*"))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    made.leave()


# What must be true before


def test_an_open_session_is_not_sealed_nor_purged(office: Office) -> None:
    with pytest.raises(Refused, match="not closed"):
        office.seal()
    with pytest.raises(Refused, match="not closed"):
        Purger(office.folder, office.enter()).check()
    assert office.roster.exists() and office.state() is Seal.OPEN


def test_a_session_that_had_a_roster_is_sealed_with_it(office: Office) -> None:
    office.close()
    with pytest.raises(Refused, match="give it with --roster"):
        office.seal(Wanted())
    said = office.seal(Wanted(gone=True))
    assert said == ["names not searched for: the roster is gone", "sealed"]


def test_nobody_seals_what_somebody_else_has_open(office: Office) -> None:
    office.close()
    beside = wiring.enter(office.home, "first", "notes")
    for attempt in (lambda: office.seal(), lambda: Purger(office.folder, office.enter()).check()):
        with pytest.raises(Refused, match="open in another window"):
            attempt()
        office.leave()
    beside.volatile.release()
    beside.store.close()
    assert office.seal()[-1] == "sealed"


def test_nobody_opens_what_is_being_sealed(office: Office) -> None:
    office.close()
    assert office.enter().volatile.alone()
    with pytest.raises(Refused, match="being sealed"):
        wiring.enter(office.home, "first", "notes")


def test_a_roster_that_another_session_uses_is_not_destroyed(office: Office) -> None:
    office.close()
    other = paths.make_private(paths.session_dir(office.home, "second"))
    session = replace(office.agenda.session, id="second")
    create(other / paths.RECORD, replace(office.agenda, session=session), "digest")
    secretariat = wiring.enter(office.home, "second", "command")
    link = office.roster.with_name("link.toml")
    link.symlink_to(office.roster)
    wiring.mark_roster(secretariat, str(link))
    secretariat.leave()
    with pytest.raises(Refused, match="is the roster of second too"):
        office.seal()
    assert office.seal(replace(office.wanted, spared=True))[-2:] == [
        f"roster kept, as you said: {office.roster}",
        "sealed",
    ]
    assert office.roster.exists()
    assert str(office.roster).encode() not in (other / paths.RECORD).read_bytes()


def test_a_review_that_is_not_finished_holds_the_seal_back(office: Office) -> None:
    office.note("a point")
    office.close()
    Circulation(office.enter()).begin(TextName.BRIEF)
    office.leave()
    with pytest.raises(Refused, match="review of the brief is not finished"):
        office.seal()
    assert office.seal(replace(office.wanted, override=True))[-1] == "sealed"


# What is destroyed


def test_nothing_that_could_tell_is_left_and_every_word_is(office: Office) -> None:
    desk = office.enter()
    desk.conduct(Start("discussion"), desk.look().progress)
    office.leave()
    notes = office.note(*(f"point {n}" for n in range(40)), "  below 1", "  below 2", "gone")
    secretariat = office.enter()
    store = secretariat.store
    by = {note.text: note for note in notes}
    secretariat.strike(by["gone"].id)
    store.move(by["point 3"].id, None, None, None, arranged=True)
    store.merge(by["point 5"].id, 0, by["point 4"].id, 0)
    office.leave()
    office.close()
    before = office.stored()
    assert office.seal() == [
        "0 of 12 names found in 4 of our files",
        f"roster destroyed: {office.roster}",
        "sealed",
    ]
    after = office.stored()
    assert not office.roster.exists() and office.state() is Seal.SEALED
    assert after.keys() == before.keys()
    assert not {note.id for note in after.values()} & {note.id for note in before.values()}
    for note in notes:
        assert not office.holds(note.id.hex()) and note.id not in _bytes(office.folder)
    names = {note.id: text for text, note in before.items()} | {
        note.id: text for text, note in after.items()
    }
    for text, note in after.items():
        was = before[text]
        assert names.get(note.parent or b"") == names.get(was.parent or b"")
        assert names.get(note.merged or b"") == names.get(was.merged or b"")
        assert (note.position == was.position) is was.arranged, text
    with closing(sqlite3.connect(office.folder / paths.RECORD)) as connection:
        assert connection.execute("SELECT count(*) FROM struck").fetchone() == (0,)
        row = connection.execute("SELECT sealing, roster, scrub_pending FROM session").fetchone()
        assert row == ("", None, 0)
    assert not office.holds(str(office.roster)), "not even where the roster lay"


def _bytes(folder: Path) -> bytes:
    return b"".join(p.read_bytes() for p in folder.rglob("*") if p.is_file())


def test_on_the_record_the_order_stays_and_after_the_seal_nothing_changes(office: Office) -> None:
    notes = office.note("one", "two", "three", segment="talk")
    office.close()
    before = [office.stored()[note.text].position for note in notes]
    office.seal()
    after = office.stored()
    assert [after[note.text].position for note in notes] == before
    store = office.enter().store
    for change in (
        lambda: store.echo(after["one"].id),
        lambda: Pen(office.opened[0]).write("late", "discussion"),
        lambda: store.answer(store.snapshot("").held),
    ):
        with pytest.raises(Sealed):
            change()
    assert office.opened[0].strike(after["one"].id).wiped, "what is taken back goes, also then"
    assert office.stored().keys() == {"two", "three"}
    assert store.reviews() == () and store.written() == (str(office.brief),)
    store.mark_roster(str(office.roster))  # a roster given for the guard is no change
    assert not store.uses_roster(str(office.roster))


def test_the_plan_that_stays_names_nobody_who_is_not_public(tmp_path: Path) -> None:
    hidden = Keynote("luo-q", "Luo Qingshan", office="Director", of="Western Corridor")
    agenda = plan(
        keynotes=(*plan().keynotes, hidden),
        scripts={"opening": "Thank you, Luo Qingshan"},
    )
    qa = next(s for s in agenda.segments if s.kind is SegmentKind.QA)
    agenda = replace(
        agenda,
        segments=tuple(replace(s, lead="luo-q") if s.id == qa.id else s for s in agenda.segments),
    )
    office = Office(tmp_path, agenda)
    office.close()
    assert office.holds("Luo Qingshan") and office.holds("luo-q")
    assert office.seal()[0].startswith("0 of 12 names")
    assert not office.holds("Luo Qingshan") and not office.holds("luo-q")
    stored = office.enter().store.agenda()
    assert stored.keynote(stored.segment("qa").lead).name == ""
    assert stored.segment("qa").rule is Rule.CHATHAM_HOUSE
    assert office.opened[0].brief().document and office.opened[0].report().document
    office.leave()


# What is verified


def test_names_in_points_or_texts_hold_the_seal_back(office: Office) -> None:
    office.note(f"as {CANARIES[1]} put it")
    office.close()
    office.brief.write_text(f"thanks to {CANARIES[2]}")
    with pytest.raises(HeldBack, match="2 of 12 names found in 1 of our files") as held:
        office.seal()
    assert [line.split(": ")[0] for line in held.value.findings] == [
        "the record",
        str(office.brief),
    ]
    assert office.roster.exists() and office.state() is Seal.OPEN
    said = office.seal(replace(office.wanted, override=True))
    assert said[-1] == "sealed" and "2 of 12 names found in 4 of our files" in said
    assert any(CANARIES[1] in line and "note.text" in line for line in said)


def test_a_name_in_a_file_nobody_thought_of_keeps_it_from_being_sealed(office: Office) -> None:
    office.close()
    (office.folder / "left.txt").write_text(f"draft for {CANARIES[0]}")
    with pytest.raises(HeldBack, match="not sealed: 1 of 12 names found in 5 of our files"):
        office.seal()
    assert office.roster.exists() and office.state() is Seal.MARKED
    office.enter()
    office.leave()
    assert office.roster.exists() and office.state() is Seal.MARKED, "opening it tells, again"
    (office.folder / "left.txt").unlink()
    office.enter()
    assert not office.roster.exists() and office.state() is Seal.SEALED


def test_a_seal_that_goes_on_with_another_copy_destroys_that_one(office: Office) -> None:
    office.close()
    (office.folder / "left.txt").write_text(f"draft for {CANARIES[0]}")
    with pytest.raises(HeldBack):
        office.seal()
    office.leave()
    copy = office.roster.with_name("copy.toml")
    office.roster.rename(copy)
    (office.folder / "left.txt").unlink()
    office.enter()
    office.leave()
    assert office.state() is Seal.MARKED, "without the roster nothing says sealed"
    said = office.seal(Wanted(copy, load_roster(copy).roster))
    assert said[1:] == [f"roster destroyed: {copy}", "sealed"] and not copy.exists()


@pytest.mark.parametrize("scrubbed", [True, False], ids=["as it is", "control: plain delete"])
def test_twelve_canaries_struck_and_sealed(
    office: Office, scrubbed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not scrubbed:
        monkeypatch.setattr("facilitator.stores.sqlite.scrub", lambda *_: True)
        monkeypatch.setattr(
            "facilitator.stores.connection.PRAGMAS",
            ("PRAGMA journal_mode = PERSIST", "PRAGMA foreign_keys = ON"),
        )
    private = Private(load_roster(office.roster).roster, office.agenda)
    for note in office.note(*(f"{name} said so" for name in CANARIES)):
        office.enter().strike(note.id)
        office.leave()
    office.close()
    if scrubbed:
        assert office.seal()[0] == "0 of 12 names found in 4 of our files"
    found = audit(private, office.folder.rglob("*.sqlite3*"))
    assert (found.found == 0) is scrubbed


# At every moment


def events(work: Callable[[], object], stop: Callable[[int, str], None]) -> None:
    """Run `work`, telling `stop` of everything that reaches the disk before it does."""
    count = [0]

    def reached(label: str) -> None:
        count[0] += 1
        stop(count[0], label)

    class Watched(sqlite3.Connection):
        def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
            words = " ".join(sql.split())
            if words.split()[0] in ("COMMIT", "VACUUM", "UPDATE", "DELETE", "ROLLBACK"):
                reached(words[:60])
            return super().execute(sql, *values)

    connect, pwrite, unlink, move = sqlite3.connect, os.pwrite, os.unlink, os.replace

    def torn(handle: int, data: bytes, offset: int) -> int:
        reached("zeroing")
        return pwrite(handle, data, offset)

    def removed(path: Any, *more: Any, **named: Any) -> None:
        reached(f"unlink {Path(path).name}")
        unlink(path, *more, **named)

    def moved(old: Any, new: Any, **named: Any) -> None:
        reached(f"rename {Path(new).name}")
        move(old, new, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, factory=Watched, **k))
        patch.setattr(os, "pwrite", torn)
        patch.setattr(os, "unlink", removed)
        patch.setattr(os, "replace", moved)
        work()


def moments(work: Callable[[], object]) -> list[tuple[int, str]]:
    """The first and the last of each kind of thing that reaches the disk in a run of `work`."""
    passed: list[tuple[int, str]] = []
    events(work, lambda number, label: passed.append((number, label)))
    kinds = {label: [n for n, other in passed if other == label] for _, label in passed}
    return sorted({(n, label) for label, all_ in kinds.items() for n in (all_[0], all_[-1])})


def killed_at(number: int, work: Callable[[], object]) -> bool:
    """Run `work` in a process that dies without a word at that moment; whether it did."""
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            events(work, lambda now, _: os._exit(77) if now == number else None)
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 77


@pytest.fixture
def offices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Office]:
    """As many closed sessions, with their rosters, as a test wants."""
    first = tmp_path / "first"
    first.mkdir()
    monkeypatch.setenv("FACILITATOR_HOME", str(first / "home"))
    office = Office(first)
    office.note("one", "two", "  below")
    office.close()
    number = itertools.count()

    def another() -> Office:
        place = tmp_path / f"copy-{next(number)}"
        shutil.copytree(first, place)
        monkeypatch.setenv("FACILITATOR_HOME", str(place / "home"))
        return Office(place)

    return another


def test_a_seal_cut_off_at_any_moment_is_finished_by_the_next_opening(
    offices: Callable[[], Office],
) -> None:
    when = moments(offices().seal)
    assert len(when) > 12 and any("roster.toml" in label for _, label in when)
    marked = 0
    for number, label in when:
        office = offices()
        assert killed_at(number, office.seal), label
        if office.state() is Seal.OPEN:
            assert office.roster.exists(), label
            continue
        marked += 1
        assert (
            office.state() is not Seal.SEALED
            or number == when[-1][0]
            or not (office.roster.exists())
        ), label
        secretariat = office.enter()
        assert office.state() is Seal.SEALED and not office.roster.exists(), label
        snapshot = secretariat.store.snapshot(None)
        assert {note.text for note in snapshot.notes} == {"one", "two", "below"}
        assert not snapshot.scrub_pending, label
        office.leave()
        assert not office.holds(str(office.roster)), label
    assert marked > 6


def test_a_close_cut_off_at_any_moment_is_finished_by_the_next_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number_of = itertools.count()

    def running() -> Office:
        place = tmp_path / f"at-{next(number_of)}"
        place.mkdir()
        monkeypatch.setenv("FACILITATOR_HOME", str(place / "home"))
        office = Office(place)
        desk = office.enter()
        desk.conduct(Start("discussion"), desk.look().progress)
        pen = Pen(desk)
        for n in range(3):
            pen.write(f"point {n}", "discussion")
        desk.volatile.journal('{"names": "on the floor"}')
        desk.volatile.save_line(Unfinished("discussion", "half a line"))
        office.leave()
        return office

    def close(office: Office) -> None:
        desk = office.enter()
        desk.conduct(Close(), desk.look().progress)

    whole = running()
    when = moments(lambda: close(whole))
    whole.leave()
    assert len(when) > 8
    closed = 0
    for number, label in when:
        office = running()
        before = office.stored()
        assert killed_at(number, lambda office=office: close(office)), label  # type: ignore[misc]
        secretariat = office.enter()
        snapshot = secretariat.store.snapshot(None)
        assert {n.text: n.id for n in snapshot.notes} == {t: n.id for t, n in before.items()}
        memory = paths.runtime_dir(office.folder, make=False)
        if snapshot.progress.closed:
            closed += 1
            assert not snapshot.scrub_pending, label
            assert memory is None or not [p for p in memory.iterdir() if p.is_file()], label
            journal = (office.folder / f"{paths.RECORD}-journal").read_bytes()
            assert not any(note.id in journal for note in before.values()), label
            assert all(s.spent % 60 == 0 for s in snapshot.progress.segments), label
        else:
            assert secretariat.volatile.arrivals("discussion") == 3, label
            assert secretariat.volatile.journalled(), label
        office.leave()
    assert closed > 3


def test_a_purge_cut_off_at_any_moment_is_finished_by_whoever_looks_next(
    offices: Callable[[], Office],
) -> None:
    def purge(office: Office) -> list[str]:
        purger = Purger(office.folder, office.enter())
        purger.check()
        return list(purger.purge(date(2020, 7, 1)))

    whole = offices()
    when = moments(lambda: purge(whole))
    assert any("unlink record" in label for _, label in when)
    for number, label in when:
        office = offices()
        assert killed_at(number, lambda office=office: purge(office)), label  # type: ignore[misc]
        begun = (office.folder / paths.PURGING).exists()
        finish_purges(office.home)
        left = sorted(p.name for p in office.folder.iterdir())
        if begun:
            assert left == [paths.RECEIPT], label
            with pytest.raises(Refused, match="purged"):
                office.enter()
        else:
            assert paths.RECORD in left or left[-1] == paths.RECEIPT, label


def test_the_receipt_has_names_and_sizes_and_no_content(office: Office) -> None:
    office.note("words of the meeting")
    office.close()
    purger = Purger(office.folder, office.enter())
    purger.check()
    assert "1 point" in purger.question() and str(office.brief) in purger.question()
    said = list(purger.purge(date(2020, 7, 1)))
    receipt = office.folder / paths.RECEIPT
    assert said[-1] == str(receipt) and said[1].endswith(str(office.brief))
    text = receipt.read_text()
    assert "destroyed on 2020-07-01" in text and "record.sqlite3, " in text
    assert "words" not in text and receipt.stat().st_mode & 0o777 == 0o600
    assert office.brief.exists()


# How long things are kept


def test_zeros_reach_the_disk_before_the_name_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from facilitator.cli import destroying

    path = tmp_path / "roster.toml"
    path.write_text("Luo Qingshan")
    os.link(path, tmp_path / "other-name")
    link = tmp_path / "link"
    link.symlink_to(path)
    (tmp_path / "roster.toml~").write_text("Luo")
    assert destroying.copies_beside(link) == (tmp_path / "roster.toml~",)
    synced: list[int] = []
    fsync = os.fsync
    monkeypatch.setattr(wiping.os, "fsync", lambda handle: (synced.append(handle), fsync(handle)))
    destroying.destroy(link)
    assert not path.exists() and not link.is_symlink()
    assert (tmp_path / "other-name").read_bytes() == bytes(12) and len(synced) >= 2


def test_a_roster_that_grew_leaves_no_older_one_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "roster.toml"
    path.write_text(f'[[participant]]\nname = "{CANARIES[0]}"\n')
    os.link(path, tmp_path / "as-it-was")
    RosterFileOnDisk(path).add(CANARIES[1])
    assert CANARIES[0] in path.read_text() and CANARIES[1] in path.read_text()
    assert not (tmp_path / "as-it-was").read_bytes().strip(b"\0")


PUBLISHED = Review(TextName.BRIEF, (), cleared=True, published=date(2020, 6, 5))
UNPUBLISHED = Review(TextName.REPORT, (), cleared=True)


@pytest.mark.parametrize(
    ("said", "reviews", "since"),
    [
        ("30d after publication", [PUBLISHED], date(2020, 7, 5)),
        ("30d after publication", [PUBLISHED, UNPUBLISHED], None),
        ("30 days after publication", [], None),
        ("2 weeks after the meeting", [], date(2020, 6, 11)),
        ("1 month after closing", [], date(2020, 6, 27)),
        ("until publication", [PUBLISHED], date(2020, 6, 5)),
        ("as long as the archive stands", [PUBLISHED], None),
    ],
)
def test_retention_is_read_as_organisers_write_it(
    said: str, reviews: Sequence[Review], since: date | None
) -> None:
    agenda = plan(retention=Retention(raw_notes=said))
    (roster, notes) = due(agenda, reviews, sealed=False, closed=True)
    assert (roster.kind, notes.kind, notes.since) == ("roster", "raw_notes", since)
    assert said in notes.told(date(2030, 1, 1))
    assert notes.told(date(2030, 1, 1)).startswith("DUE") is (since is not None)
    assert not notes.over(date(2020, 5, 28))
    (notes,) = due(agenda, reviews, sealed=True, closed=True)
    assert notes.kind == "raw_notes", "a sealed session has no roster to keep"


def test_what_is_due_is_offered_and_nothing_is_done_about_it(office: Office) -> None:
    office.close()
    store = office.enter().store
    later = plan(retention=Retention(raw_notes="30d after publication"))
    store.adopt(later, "other digest", store.snapshot("").progress)
    assert wiring.facts(office.home, "first")["due"] == []
    store.review(PUBLISHED)
    office.leave()
    told = "DUE since 2020-07-05: the raw notes (30d after publication): facilitator purge"
    assert told in wiring.facts(office.home, "first")["due"]
    done = facilitator("sessions")
    assert told in done.stderr and "first" in done.stdout
    assert (office.folder / paths.RECORD).exists()


# The commands


def test_enter_destroys_nothing_and_what_will_be_is_said(tmp_path: Path) -> None:
    roster = tmp_path / "roster.toml"
    roster.write_bytes(AGENDA.with_name("roster-invented.toml").read_bytes())
    facilitator("open", AGENDA)
    facilitator("close", SESSION, "--yes", "--as-planned")
    for command, words in (
        (("seal", "--roster", str(roster)), ("Seal the session?", "roster.toml (12 people)")),
        (("purge",), ("Purge the session?", "0 points")),
    ):
        asked = Terminal(*command, width=200)
        shown = asked.until(lambda text, word=words[0]: word in text)
        assert all(word in shown for word in words) and "[y/N]" in shown
        asked.send("\r")
        assert os.waitstatus_to_exitcode(asked.end()) == 1
    assert facilitator("seal", SESSION, "--roster", roster).returncode == 1
    assert roster.exists()
    done = facilitator("seal", SESSION, "--roster", roster, "--yes")
    assert done.returncode == 0 and done.stdout.splitlines() == [
        "0 of 22 names found in 3 of our files",
        f"roster destroyed: {roster}",
        "sealed",
    ]
    assert not roster.exists()
    assert facilitator("seal", SESSION).stdout == "sealed already\n"
    assert "  sealed  " in facilitator("sessions").stdout
    done = facilitator("purge", SESSION, "--yes")
    assert done.returncode == 0 and done.stdout.splitlines()[-1].endswith("receipt.txt")
    assert "was purged" in facilitator("open", AGENDA).stderr
