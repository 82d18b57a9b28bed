"""Power cuts and a full disk: what was acknowledged is there, whole, and the work goes on."""

from __future__ import annotations

import errno
import json
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from pathlib import Path

from conftest import Hand, House, plan
from facilitator import paths
from facilitator.cli.sealing import Sealer, Wanted, roll_forward
from facilitator.errors import Trouble
from facilitator.files.roster_file import load_roster
from facilitator.meeting import Close, End, Start
from facilitator.pen import Pen
from facilitator.progress import Phase
from facilitator.record import NoteId, Seal
from facilitator.service import Secretariat
from figures import Row
from proofs import Run, proved
from proofs.disk import DISK, Remains, on_our_disk
from sessions import sentence

Points = dict[NoteId, tuple[str, int]]
"""Text and voices of every point."""

CUTS, ENDING_CUTS, PER_MEETING = 4_000, 400, 100

SEGMENTS = ("discussion", "closing")

ROSTER = "roster.toml"
PEOPLE = ("Luo Qingshan", "Parisa Golestanpour", "Friedhelm Oberwinkler-Thees")


@contextmanager
def _house(memory: Path) -> Iterator[House]:
    folder = Path(tempfile.mkdtemp(dir=memory))
    house = House(folder, Hand(), plan())
    # Where whoever opens a session looks for it.
    place = paths.session_dir(folder, plan().session.id)
    place.parent.mkdir()
    place.symlink_to(house.folder)
    people = "\n".join(f'[[participant]]\nname = "{name}"' for name in PEOPLE)
    _roster(house).write_text(people)
    try:
        yield house
    finally:
        house.close()
        shutil.rmtree(folder)


def _roster(house: House) -> Path:
    return house.folder.parent / ROSTER


def _seal(house: House, desk: Secretariat) -> None:
    roster = _roster(house)
    wanted = Wanted(roster, load_roster(roster).roster, override=True)
    root = house.folder.parent
    sealer = Sealer(root, paths.session_dir(root, plan().session.id), desk)
    sealer.check(wanted)
    said = list(sealer.seal(wanted))
    assert said[0].startswith("0 of ") and said[-1] == "sealed", said


ENDINGS: dict[str, Callable[[House, Secretariat], object]] = {
    "the end of a segment": lambda _, desk: desk.conduct(End(), desk.look().progress),
    "close": lambda _, desk: desk.conduct(Close(), desk.look().progress),
    "seal": _seal,
}
"""What wipes or destroys, and so must be finished wherever it was cut off."""


@dataclass
class Meeting:
    """A meeting on our disk; after each acknowledged step, what must be on the disk from then on.

    `steps` holds, for each, the length of the log at its acknowledgement, and the points;
    `endings` the stretches of the log in which something is wiped; `struck` texts that are gone
    from then on; `ids` are those of before the seal.
    """

    house: House
    desk: Secretariat
    chance: random.Random
    points: Points = field(default_factory=dict)
    steps: list[tuple[int, Points]] = field(default_factory=list)
    endings: list[range] = field(default_factory=list)
    sealing: range = range(0)
    ids: set[NoteId] = field(default_factory=set)
    struck: list[tuple[int, str]] = field(default_factory=list)

    def acknowledged(self) -> None:
        self.steps.append((len(DISK.log), dict(self.points)))

    def ending(self, name: str) -> None:
        begun = len(DISK.log)
        ENDINGS[name](self.house, self.desk)
        self.sealing = range(begun, len(DISK.log) + 1)
        self.endings.append(range(begun, len(DISK.log) + 1))
        self.acknowledged()

    def hold(self, points: int) -> None:
        """Write, echo, edit and strike in both segments, end them, close, seal."""
        pen = Pen(self.desk)
        self.desk.store.mark_roster(str(_roster(self.house)))
        self.acknowledged()
        for segment in SEGMENTS:
            self.desk.conduct(Start(segment), self.desk.look().progress)
            self.acknowledged()
            for _ in range(points):
                self.step(pen, segment)
                self.acknowledged()
            self.ending("the end of a segment")
        self.ending("close")
        self.ids = set(self.points)
        self.ending("seal")

    def step(self, pen: Pen, segment: str) -> None:
        dice, here = self.chance.random(), list(self.points)
        if dice < 0.7 or not here:
            note = pen.write(self.words(), segment).note
            assert note is not None
            self.points[note.id] = (note.text, note.echoes)
            return
        note = self.desk.store.note(self.chance.choice(here))
        assert note is not None
        if dice < 0.8:
            self.points[note.id] = (note.text, self.desk.store.echo(note.id).echoes)
        elif dice < 0.92:
            text = self.words()
            pen.edit(note.id, note.segment, note.revision, text)
            self.points[note.id] = (text, note.echoes)
        else:
            begun = len(DISK.log)
            pen.strike(note.id)
            self.endings.append(range(begun, len(DISK.log) + 1))
            del self.points[note.id]
            self.struck.append((len(DISK.log), note.text))

    def words(self) -> str:
        # A mark that only one text has, so that it can be searched for.
        mark = self.chance.randrange(10**9)
        return (
            f"{sentence(self.chance)} {mark:09} {'and so on ' * self.chance.randrange(12)}".strip()
        )


def _read(secretariat: Secretariat) -> Points:
    return {n.id: (n.text, n.echoes) for n in secretariat.store.snapshot(None).notes}


class When(Enum):
    """Which moments are cut: any, those in which something is wiped, or all of the seal."""

    ANY = "a power cut"
    ENDING = "a cut during strike, scrub, close, seal"
    SEAL = "a cut at every write of the seal"


def _cuts(memory: Path, careless: bool, when: When, quick: bool, seed: int) -> tuple[int, int]:
    """The cuts of one meeting: how many, and after how many something was amiss."""
    chance = random.Random(seed)
    with _house(memory) as house:
        files = {str(p): p.read_bytes() for p in house.folder.iterdir() if p.is_file()}
        files[str(_roster(house))] = _roster(house).read_bytes()
        with on_our_disk(careless=careless) as disk:
            meeting = Meeting(house, house.open("desk"), chance)
            meeting.hold(20)
            log = list(disk.log)
        house.close()
        house.opened.clear()
        places = [*range(len(log) + 1)]
        if when is When.ENDING:
            places = [at for each in meeting.endings for at in each]
        cuts = [*meeting.sealing[:: 8 if quick else 1]]
        if when is not When.SEAL:
            cuts = sorted(chance.choices(places, k=PER_MEETING // 2 if quick else PER_MEETING))
        remains, amiss = Remains(log, files), 0
        for at in cuts:
            for path in house.folder.iterdir():
                path.unlink()
            _roster(house).unlink(missing_ok=True)
            for name, data in remains.cut(at, chance).items():
                if Path(name).parent.is_dir():  # not what was in memory
                    Path(name).write_bytes(data)
            amiss += not _whole(house, meeting, at, traces=not careless)
    return len(cuts), amiss


def _whole(house: House, meeting: Meeting, at: int, *, traces: bool) -> bool:
    """Whether all that was acknowledged by then is there, and what was cut off is finished.

    Without `traces` no remains of what was struck or reordered are looked for.
    """
    known = [points for length, points in meeting.steps if length <= at]
    allowed = [known[-1] if known else {}]
    allowed += [points for length, points in meeting.steps if length > at][:1]
    try:
        secretariat = house.open("notes", memory=False)
        try:
            if not secretariat.settle() or not _sealed_or_open(house, secretariat, meeting, at):
                return False
            found = _read(secretariat)
            if secretariat.store.sealing().state is Seal.SEALED:
                # Every point has another id then.
                if sorted(found.values()) not in [sorted(points.values()) for points in allowed]:
                    return False
            elif found not in allowed:
                return False
            with closing(sqlite3.connect(house.path)) as plain:
                if plain.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                    return False
            return not traces or not _traces(house, secretariat, meeting, at)
        finally:
            secretariat.leave()
            house.opened.clear()
    except (Trouble, sqlite3.Error):
        house.opened.clear()
        return False


def _sealed_or_open(house: House, secretariat: Secretariat, meeting: Meeting, at: int) -> bool:
    """Whether a seal that had been marked is finished, and one that was not has touched nothing.

    What was said to be sealed stays so.
    """
    roll_forward(house.folder.parent, plan().session.id, secretariat)
    state, roster = secretariat.store.sealing().state, _roster(house)
    if state is Seal.SEALED:
        return not roster.exists()
    if state is not Seal.OPEN or at >= meeting.sealing[-1]:
        return False
    return roster.exists() and all(name in roster.read_text() for name in PEOPLE)


def _traces(house: House, secretariat: Secretariat, meeting: Meeting, at: int) -> bool:
    """Whether a struck text is left anywhere, or after the close any text in the journal.

    After the seal also whether an earlier id is left, or where the roster lay.
    """
    gone = [text for length, text in meeting.struck if length <= at]
    if any(text.encode() in path.read_bytes() for text in gone for path in house.folder.iterdir()):
        return True
    if secretariat.store.sealing().state is Seal.SEALED:
        told = [*meeting.ids, str(_roster(house)).encode(), *(name.encode() for name in PEOPLE)]
        files = [path.read_bytes() for path in house.folder.iterdir()]
        if any(each in data for each in told for data in files):
            return True
    journal = house.path.with_name(house.path.name + "-journal")
    if secretariat.store.sealing().state is Seal.OPEN and at in meeting.sealing:
        # A change that never came to be leaves copies of pages that are in the record as they
        # are here, long mixed; the next wiping takes them.
        return False
    if not secretariat.look().progress.closed or not journal.exists():
        return False
    left = journal.read_bytes()
    return any(text.encode() in left for text, _ in _read(secretariat).values())


def _all_cuts(run: Run, meetings: int, *, careless: bool, when: When) -> tuple[int, int]:
    work = partial(_cuts, run.place.memory, careless, when, run.quick)
    with ProcessPoolExecutor(2) as hands:
        done = list(hands.map(work, range(meetings)))
    return sum(cut for cut, _ in done), sum(amiss for _, amiss in done)


def _power(run: Run, meetings: int, when: When) -> Row:
    meetings = 1 if run.quick else meetings
    cut, amiss = _all_cuts(run, meetings, careless=False, when=when)
    tried, lost = _all_cuts(run, max(1, meetings // 4), careless=True, when=when)
    return proved(
        f"lost, corrupt or unfinished after {when.value}",
        f"{amiss:,} of {cut:,}",
        amiss == 0,
        f"{lost:,} of {tried:,} (WAL and NORMAL)",
        lost > 0,
        "0; control > 0",
    )


def power(run: Run) -> Row:
    """Power cuts at any moment of a meeting."""
    return _power(run, CUTS // PER_MEETING, When.ANY)


def endings(run: Run) -> Row:
    """Power cuts while something is wiped."""
    return _power(run, ENDING_CUTS // PER_MEETING, When.ENDING)


def sealed(run: Run) -> Row:
    """A power cut at every single change that a seal makes, whose mark it must finish."""
    return _power(run, 4, When.SEAL)


# A full disk


def _on_a_full_disk(memory: Path, write: int | None) -> tuple[int, bool]:
    """A small meeting whose disk is full at one write (None: never) until somebody makes room.

    Returns how many writes there were, and whether all was well: told as a full disk, readable
    meanwhile, nothing lost, everything there once when it was sent again.
    """
    chance, expected, well = random.Random(1), dict[NoteId, str](), []
    with _house(memory) as house, on_our_disk() as disk:
        desk = house.open("desk")
        pen = Pen(desk)
        disk.writes, disk.room = 0, write

        def patiently(step: Callable[[], object]) -> None:
            try:
                step()
            except Trouble as trouble:
                well.append("the disk is full" in trouble.message)
                well.append(expected.items() <= _texts(desk).items())
                disk.room = None
                step()

        for segment in SEGMENTS:
            patiently(partial(_conduct, desk, Start(segment), segment, Phase.RUNNING))
            for _ in range(8):
                note_id = chance.randbytes(16)
                text = f"{sentence(chance)} {'and so on ' * 40}".strip()
                patiently(partial(pen.write, text, segment, note_id=note_id))
                expected[note_id] = text
            patiently(partial(_conduct, desk, End(), segment, Phase.DONE))
        disk.room = None
        for one in (desk, house.open("notes", memory=False)):
            well.append(one.settle() and _texts(one) == expected)
        house.close()
        house.opened.clear()
        return disk.writes, all(well)


def _texts(secretariat: Secretariat) -> dict[NoteId, str]:
    return {note_id: text for note_id, (text, _) in _read(secretariat).items()}


def _conduct(desk: Secretariat, command: Start | End, segment: str, phase: Phase) -> None:
    progress = desk.look().progress
    if progress.of(segment).phase is not phase:
        desk.conduct(command, progress)


def _in_json(path: Path, room: int) -> bool:
    """Whether all acknowledged points of one JSON file survive `room` more blocks of disk."""
    chance, notes, kept = random.Random(1), [], 0
    try:
        for _ in range(16):
            notes.append(f"{sentence(chance)} {'and so on ' * 40}".strip())
            data = json.dumps(notes).encode()
            with path.open("wb", buffering=0) as file:
                for at in range(0, len(data), 512):
                    if room <= 0:
                        raise OSError(errno.ENOSPC, "no room")
                    room -= 1
                    file.write(data[at : at + 512])
            kept = len(notes)
    except OSError:
        pass
    try:
        return len(json.loads(path.read_text())) >= kept
    except ValueError:
        return False


def full(run: Run) -> Row:
    """A disk that is full from the k-th write on, for every k."""
    writes, well = _on_a_full_disk(run.place.memory, None)
    every = range(0, writes, 29 if run.quick else 1)
    with ProcessPoolExecutor(2) as hands:
        work = partial(_on_a_full_disk, run.place.memory)
        amiss = [not fine for _, fine in hands.map(work, every, chunksize=4)]
    path = run.place.memory / "full.json"
    lost = [not _in_json(path, room) for room in range(0, 200, 7 if run.quick else 1)]
    return proved(
        f"lost, unreadable or stuck, disk full at the k-th of {writes} writes",
        f"{sum(amiss)} of {len(amiss)}",
        well and not any(amiss),
        f"{sum(lost)} of {len(lost)} (JSON)",
        any(lost),
        "0; control > 0",
    )
