"""What must not outlive the meeting, in a folder that lives in memory.

A crash of the program costs nothing of it; a power cut costs all of it, which is the price
chosen. Where a computer has no such folder, the order of arrival lives in this process
only, and the unfinished line in a file of fixed size that is overwritten in place.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from facilitator import line_file
from facilitator.clock import Instant
from facilitator.ports import Unfinished
from facilitator.record import NoteId

IN_USE = "in-use.lock"
"""An empty file beside the record, locked by whoever uses the session."""

_FLOOR, _STAGE = "floor", "stage"
"""The floor's journal, and what the stage may show of it."""

_ARRIVAL = 33
"""Bytes of one line in the order of arrival: 32 hexadecimal digits and a line feed."""

_SLOTS = 64
"""Screens of one kind that may each keep an unfinished line for one session."""


class Runtime:
    """The volatile side of one session, seen by one screen or command.

    `folder` is the folder in memory, None where there is none; `fallback` is the session's
    own folder. `role` tells desks from note-takers, so that each finds its own line again.
    """

    def __init__(self, folder: Path | None, fallback: Path, role: str) -> None:
        self._folder = folder
        self._place = folder or fallback
        self._home = fallback
        self._presence: int | None = None
        self._role = role
        self._arrived: dict[str, list[NoteId]] = {}
        self._desk: int | None = None
        self._line: int | None = None
        self._left: Unfinished | None = None
        self._offset: float | None = None
        self._journal_whole = False

    @property
    def shelter(self) -> str:
        """What a crash of the program would cost; "" where it costs nothing."""
        if self._folder is not None:
            return ""
        lost = "mixes the order of the running segment"
        if self._role == "desk":
            lost = f"costs the speakers list, which lives in this program only, and {lost}"
        return f"no folder in memory here: a crash {lost}"

    # The order of arrival

    def arrival(self, segment: str) -> tuple[NoteId, ...]:
        """The notes of a running segment in the order in which they were kept."""
        if self._folder is None:
            return tuple(self._arrived.get(segment, ()))
        try:
            written = self._arrival_file(segment).read_text("ascii")
        except (OSError, ValueError):
            return ()
        lines = written.splitlines()
        try:
            # Every look of every screen comes by here, so all at once where it can be.
            ids = [*map(bytes.fromhex, lines)]
        except ValueError:
            ids = []
            for line in lines:
                with suppress(ValueError):  # a torn last line
                    ids.append(bytes.fromhex(line))
        return tuple(dict.fromkeys(ids))

    def arrived(self, segment: str, note_id: NoteId) -> None:
        """Remember that this note came next; several processes may append."""
        if self._folder is None:
            self._arrived.setdefault(segment, []).append(note_id)
            return
        with (
            suppress(OSError),
            _opened(self._arrival_file(segment), os.O_WRONLY | os.O_APPEND) as handle,
        ):
            os.write(handle, note_id.hex().encode("ascii") + b"\n")

    def arrivals(self, segment: str) -> int:
        """How many notes have arrived in a running segment."""
        if self._folder is None:
            return len(self._arrived.get(segment, ()))
        try:
            return self._arrival_file(segment).stat().st_size // _ARRIVAL
        except OSError:
            return 0

    def forget(self, segment: str) -> None:
        """Destroy the order of arrival of a segment."""
        self._arrived.pop(segment, None)
        if self._folder is not None:
            _destroy(self._arrival_file(segment))

    def _arrival_file(self, segment: str) -> Path:
        return self._place / f"arrival-{segment}"

    # The unfinished line

    def left_line(self) -> Unfinished:
        """The line that an earlier screen in this place left unfinished."""
        self._take_line()
        return self._left or Unfinished()

    def save_line(self, line: Unfinished) -> bool:
        """Remember the unfinished line, overwriting the last one in place."""
        handle = self._take_line()
        if handle is None:
            return False
        with suppress(OSError):
            return line_file.overwrite(handle, line)
        return False

    def strike(self, ids: Collection[NoteId]) -> None:
        """Erase these notes from the lines that screens left behind when they died."""
        gone = frozenset(ids)
        for path in self._place.glob("line-*"):
            with suppress(OSError), _opened(path, os.O_RDWR) as handle:
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except OSError:
                    continue  # its screen is open, sees what was struck, and forgets it itself
                line = line_file.read(handle)
                kept = line.without(gone)
                if kept != line:
                    line_file.overwrite(handle, kept)

    def _take_line(self) -> int | None:
        """This screen's own line file, locked; one with a line left in it is taken first."""
        if self._line is not None:
            return self._line
        free: list[tuple[bool, int, Unfinished]] = []
        with suppress(OSError):
            for slot in range(_SLOTS):
                path = self._place / f"line-{self._role}-{slot}"
                known = path.exists()
                if free and not known:
                    break
                handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except OSError:
                    os.close(handle)
                    continue
                line = line_file.read(handle)
                free.append((not line.text and not line.waiting, handle, line))
                if not free[-1][0] or not known:
                    break
        if not free:
            return None
        free.sort(key=lambda candidate: candidate[0])
        (_, self._line, self._left), *others = free
        for _, handle, _ in others:
            os.close(handle)
        return self._line

    # The floor

    def journal(self, entry: str) -> bool:
        """Append one line to the floor's journal, in a single write."""
        if self._folder is None:
            return False
        with suppress(OSError), _opened(self._place / _FLOOR, os.O_RDWR | os.O_APPEND) as handle:
            data = entry.encode("utf-8") + b"\n"
            size = 0 if self._journal_whole else os.fstat(handle).st_size
            if size and os.pread(handle, 1, size - 1) != b"\n":
                data = b"\n" + data  # a crash tore the last line: it must not swallow this one
            self._journal_whole = os.write(handle, data) == len(data)
            return self._journal_whole
        self._journal_whole = False
        return False

    def journalled(self) -> tuple[str, ...]:
        """The lines of the floor's journal, a torn last one left out."""
        if self._folder is None:
            return ()
        try:
            written = (self._place / _FLOOR).read_bytes()
        except OSError:
            return ()
        whole, _, _ = written.rpartition(b"\n")
        return tuple(line.decode("utf-8", "replace") for line in whole.split(b"\n") if line)

    def rewrite_journal(self, entries: Sequence[str]) -> None:
        """Replace the floor's journal, all at once; the memory of the old one is freed."""
        self._replace(_FLOOR, "".join(f"{entry}\n" for entry in entries))

    def show_stage(self, text: str) -> None:
        """Leave what the stage may show, all at once."""
        self._replace(_STAGE, text)

    def stage(self) -> str:
        """What the desk left for the stage."""
        if self._folder is None:
            return ""
        try:
            return (self._place / _STAGE).read_text("utf-8", "replace")
        except OSError:
            return ""

    def _replace(self, name: str, text: str) -> None:
        if self._folder is None:
            return
        path = self._place / name
        draft = self._place / f"{name}-{os.getpid()}"
        with suppress(OSError):
            with _opened(draft, os.O_WRONLY | os.O_TRUNC) as handle:
                data = text.encode("utf-8")
                while data:
                    data = data[os.write(handle, data) :]
            draft.replace(path)

    # Who uses the session

    def attend(self) -> bool:
        """Use the session beside others; False where somebody seals or purges it now."""
        if self._presence is None:
            try:
                self._presence = os.open(self._home / IN_USE, os.O_CREAT | os.O_RDWR, 0o600)
            except OSError:
                return True  # what cannot be written is told by the record
        return _locked(self._presence, fcntl.LOCK_SH)

    def alone(self) -> bool:
        """Use the session alone from now on; False where another process uses it."""
        if self._presence is None and not self.attend():
            return False
        if self._presence is None or _locked(self._presence, fcntl.LOCK_EX):
            return True
        _locked(self._presence, fcntl.LOCK_SH)  # the try has given it up
        return False

    # The one desk

    def take_desk(self) -> bool:
        """Become the session's one desk; False where another process is."""
        if self._desk is not None:
            return True
        try:
            handle = os.open(self._place / "desk.lock", os.O_CREAT | os.O_RDWR, 0o600)
        except OSError:
            return False
        for _ in range(5):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                time.sleep(0.01)  # somebody may just be asking `desk_taken`
            else:
                self._desk = handle
                return True
        os.close(handle)
        return False

    def desk_taken(self) -> bool:
        """Whether some process is the session's desk."""
        if self._desk is not None:
            return True
        try:
            with _opened(self._place / "desk.lock", os.O_RDWR) as handle:
                fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return True
        return False

    # The end

    def release(self) -> None:
        """Give up locks; what is kept stays for the next screen."""
        for handle in (self._line, self._desk, self._presence):
            if handle is not None:
                os.close(handle)
        self._line = self._desk = self._presence = None

    def destroy(self) -> None:
        """Overwrite and remove everything kept here for the session."""
        self._arrived.clear()
        if self._line is not None:
            os.close(self._line)
            self._line = None
        self._left = None
        for path in self._place.glob("line-*" if self._folder is None else "*"):
            _destroy(path)
        if self._folder is not None:
            with suppress(OSError):
                self._folder.rmdir()

    # The clock

    def now(self) -> Instant:
        """This moment. The steady scale is shared by all processes of the session.

        It runs on the clock that counts sleep and that nobody can set; where it started is
        kept in memory, so it ends with the computer's uptime, as that clock does.
        """
        wall, ticks = time.time(), _ticks()
        if self._offset is None:
            self._offset = self._shared_offset(wall - ticks)
        return Instant(wall, ticks + self._offset)

    def _shared_offset(self, mine: float) -> float:
        if self._folder is None:
            return mine
        boot = _boot()
        path = self._folder / "clock"
        with suppress(OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
            stored = json.loads(path.read_text("ascii"))
            if stored.get("boot") == boot:
                return float(stored["offset"])
        with suppress(OSError):
            draft = self._folder / f"clock-{os.getpid()}"
            draft.write_text(json.dumps({"boot": boot, "offset": mine}), "ascii")
            draft.replace(path)
        return mine


def _ticks() -> float:
    """Seconds on a clock that counts sleep and cannot be set."""
    # macOS has no CLOCK_BOOTTIME; its CLOCK_MONOTONIC goes on during sleep.
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


def _boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return ""


def _locked(handle: int, how: int) -> bool:
    for _ in range(5):
        try:
            fcntl.flock(handle, how | fcntl.LOCK_NB)
        except OSError:
            time.sleep(0.01)  # somebody may just be asking
        else:
            return True
    return False


@contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    handle = os.open(path, flags | os.O_CREAT, 0o600)
    try:
        yield handle
    finally:
        os.close(handle)


def _destroy(path: Path) -> None:
    with suppress(OSError):
        handle = os.open(path, os.O_RDWR)
        try:
            os.pwrite(handle, bytes(os.fstat(handle).st_size), 0)
            os.fsync(handle)
        finally:
            os.close(handle)
        path.unlink()
