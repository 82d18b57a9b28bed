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
from functools import partial
from pathlib import Path

from conftest import Hand, House, plan
from facilitator.errors import Trouble
from facilitator.meeting import Close, End, Start
from facilitator.pen import Pen
from facilitator.progress import Phase
from facilitator.record import NoteId
from facilitator.service import Secretariat
from figures import Row
from proofs import Run, proved
from proofs.disk import DISK, Remains, on_our_disk
from sessions import sentence

Points = dict[NoteId, tuple[str, int]]
"""Text and voices of every point."""

CUTS, ENDING_CUTS, PER_MEETING = 4_000, 400, 100

SEGMENTS = ("discussion", "closing")


@contextmanager
def _house(memory: Path) -> Iterator[House]:
    folder = Path(tempfile.mkdtemp(dir=memory))
    house = House(folder, Hand(), plan())
    try:
        yield house
    finally:
        house.close()
        shutil.rmtree(folder)


ENDINGS: dict[str, Callable[[Secretariat], object]] = {
    "the end of a segment": lambda desk: desk.conduct(End(), desk.look().progress),
    "close": lambda desk: desk.conduct(Close(), desk.look().progress),
}
"""What wipes or destroys, and so must be finished wherever it was cut off."""


@dataclass
class Meeting:
    """A meeting on our disk; after each acknowledged step, what must be on the disk from then on.

    `steps` holds, for each, the length of the log at its acknowledgement, and the points;
    `endings` the stretches of the log in which something is wiped; `struck` texts that are gone
    from then on.
    """

    desk: Secretariat
    chance: random.Random
    points: Points = field(default_factory=dict)
    steps: list[tuple[int, Points]] = field(default_factory=list)
    endings: list[range] = field(default_factory=list)
    struck: list[tuple[int, str]] = field(default_factory=list)

    def acknowledged(self) -> None:
        self.steps.append((len(DISK.log), dict(self.points)))

    def ending(self, name: str) -> None:
        begun = len(DISK.log)
        ENDINGS[name](self.desk)
        self.endings.append(range(begun, len(DISK.log) + 1))
        self.acknowledged()

    def hold(self, points: int) -> None:
        """Write, echo, edit and strike in both segments, end them, close."""
        pen = Pen(self.desk)
        self.acknowledged()
        for segment in SEGMENTS:
            self.desk.conduct(Start(segment), self.desk.look().progress)
            self.acknowledged()
            for _ in range(points):
                self.step(pen, segment)
                self.acknowledged()
            self.ending("the end of a segment")
        self.ending("close")

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


def _cuts(memory: Path, careless: bool, ending: bool, seed: int) -> tuple[int, int]:
    """`PER_MEETING` cuts of one meeting: how many, and after how many something was amiss."""
    chance = random.Random(seed)
    with _house(memory) as house:
        files = {str(p): p.read_bytes() for p in house.folder.iterdir() if p.is_file()}
        with on_our_disk(careless=careless) as disk:
            meeting = Meeting(house.open("desk"), chance)
            meeting.hold(20)
            log = list(disk.log)
        house.close()
        house.opened.clear()
        places: list[int] = [at for each in meeting.endings for at in each]
        if not ending:
            places = list(range(len(log) + 1))
        remains, amiss = Remains(log, files), 0
        for at in sorted(chance.choices(places, k=PER_MEETING)):
            for path in house.folder.iterdir():
                path.unlink()
            for name, data in remains.cut(at, chance).items():
                Path(name).write_bytes(data)
            amiss += not _whole(house, meeting, at, traces=not careless)
    return PER_MEETING, amiss


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
            if not secretariat.settle() or _read(secretariat) not in allowed:
                return False
            with closing(sqlite3.connect(house.path)) as plain:
                if plain.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                    return False
            return not traces or not _traces(house, secretariat, meeting, at)
        finally:
            secretariat.store.close()
            house.opened.clear()
    except (Trouble, sqlite3.Error):
        house.opened.clear()
        return False


def _traces(house: House, secretariat: Secretariat, meeting: Meeting, at: int) -> bool:
    """Whether a struck text is left anywhere, or after the close any text in the journal."""
    gone = [text for length, text in meeting.struck if length <= at]
    if any(text.encode() in path.read_bytes() for text in gone for path in house.folder.iterdir()):
        return True
    journal = house.path.with_name(house.path.name + "-journal")
    if not secretariat.look().progress.closed or not journal.exists():
        return False
    left = journal.read_bytes()
    return any(text.encode() in left for text, _ in _read(secretariat).values())


def _all_cuts(run: Run, cuts: int, *, careless: bool, ending: bool) -> tuple[int, int]:
    work = partial(_cuts, run.place.memory, careless, ending)
    meetings = range(max(1, cuts // PER_MEETING))
    with ProcessPoolExecutor(2) as hands:
        done = list(hands.map(work, meetings))
    return sum(cut for cut, _ in done), sum(amiss for _, amiss in done)


def _power(run: Run, what: str, cuts: int, *, ending: bool) -> Row:
    cut, amiss = _all_cuts(run, 100 if run.quick else cuts, careless=False, ending=ending)
    tried, lost = _all_cuts(run, 100 if run.quick else cuts // 4, careless=True, ending=ending)
    return proved(
        f"lost, corrupt or unfinished after {what}",
        f"{amiss:,} of {cut:,}",
        amiss == 0,
        f"{lost:,} of {tried:,} (WAL and NORMAL)",
        lost > 0,
        "0; control > 0",
    )


def power(run: Run) -> Row:
    """Power cuts at any moment of a meeting."""
    return _power(run, "a power cut", CUTS, ending=False)


def endings(run: Run) -> Row:
    """Power cuts while something is wiped."""
    return _power(run, "a cut during strike, scrub, close", ENDING_CUTS, ending=True)


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
