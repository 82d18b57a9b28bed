"""A program in a real terminal of 80×24 that answers no question the program asks it."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

_SEQUENCES = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]"  # styles, moves, modes
    rb"|\x1b[\]PX^_].*?(?:\x07|\x1b\\)"  # titles and other strings
    rb"|\x1b[ -/]*[0-Z\\^-~]",
    re.DOTALL,
)

BARE_APP = """
from textual.app import App
from textual.widgets import Input, Static

class Bare(App):
    def compose(self):
        yield Static("bare label")
        yield Input()

Bare().run()
"""
"""The least an app with a line to type in can be; what a screen of ours is measured against."""

BARE_SHOWS = "bare label"


def facilitator(*arguments: str) -> list[str]:
    """The command as people run it, else the module, by this interpreter."""
    script = Path(sys.executable).with_name("facilitator")
    start = [str(script)] if script.exists() else [sys.executable, "-m", "facilitator"]
    return [*start, *arguments]


def bare_app() -> list[str]:
    """The bare app, run by this interpreter."""
    return [sys.executable, "-c", BARE_APP]


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """This one without what would change how an app starts or how large it is."""
    # PYTHONDONTWRITEBYTECODE, for one, would compile our modules anew at every start, and
    # never those of the baseline, which were compiled when they were installed.
    odd = ("TEXTUAL", "FACILITATOR", "PYTHON")
    kept = {k: v for k, v in os.environ.items() if k == "PYTHONPATH" or not k.startswith(odd)}
    for name in ("COLUMNS", "LINES", "NO_COLOR"):
        kept.pop(name, None)
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", **more}


class Terminal:
    """Runs one command from the moment it is made; seconds are counted from the last mark."""

    def __init__(self, command: Sequence[str], more: Mapping[str, str], folder: Path) -> None:
        """`more` is added to the environment; the command starts in `folder`."""
        env = environment(more)
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._since = b""
        self.marked = time.perf_counter()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.close(self._master)
                os.login_tty(slave)
                os.chdir(folder)
                os.execvpe(command[0], list(command), env)
            finally:
                os._exit(127)
        os.close(slave)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def send(self, keys: str, *, forget: bool = True) -> None:
        """Press keys, and count from here; what was shown before is forgotten."""
        if forget:
            self._since = b""
        self.marked = time.perf_counter()
        os.write(self._master, keys.encode())

    def shown(self, *words: str, patience: float = 30.0) -> float:
        """Seconds from the mark until the terminal has been sent every one of these words."""
        deadline = time.perf_counter() + patience
        while True:
            moment = time.perf_counter()
            plain = _SEQUENCES.sub(b"", self._since).decode("utf-8", "ignore")
            if all(word in plain for word in words):
                return moment - self.marked
            if (left := deadline - time.perf_counter()) <= 0:
                break
            self._read(left)
        plain = _SEQUENCES.sub(b"", self._since).decode("utf-8", "replace")
        raise TimeoutError(f"not shown within {patience:g} s: {words}; shown was: {plain[-800:]!r}")

    def match(self, pattern: str, patience: float = 30.0) -> str:
        """What the pattern finds in what was sent since the mark: its group, else all of it.

        A group that took no part is "".
        """
        deadline = time.perf_counter() + patience
        while True:
            plain = _SEQUENCES.sub(b"", self._since).decode("utf-8", "ignore")
            if found := re.search(pattern, plain):
                return (found[1] or "") if found.re.groups else found[0]
            left = deadline - time.perf_counter()
            if left < 0:
                raise TimeoutError(f"not shown within {patience:g} s: {pattern}; {plain[-800:]!r}")
            self._read(left)

    def rest_of_it(self, patience: float = 120.0) -> str:
        """Wait until the program ends by itself; what it has shown since the mark."""
        deadline = time.perf_counter() + patience
        while (left := deadline - time.perf_counter()) > 0:
            try:
                self._read(left)
            except EOFError:
                return _SEQUENCES.sub(b"", self._since).decode("utf-8", "replace")
        raise TimeoutError(f"it has not ended within {patience:g} s")

    def forget(self) -> None:
        """Count from here."""
        self._since = b""
        self.marked = time.perf_counter()

    def rest(self, seconds: float) -> None:
        """Take what it draws for so long, and look at nothing."""
        deadline = time.perf_counter() + seconds
        while (left := deadline - time.perf_counter()) > 0:
            self._read(left)

    def _read(self, patience: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], max(0.0, patience))
        if not ready:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            data = b""
        if not data:
            raise EOFError(f"the program has ended; its last words: {self._since[-800:]!r}")
        self._since += data
        return True

    def cpu_seconds(self) -> float:
        """Processor time the program has taken so far, all threads; in kernel ticks or finer."""
        tasks = Path(f"/proc/{self.pid}/task")
        try:
            each = [(task / "schedstat").read_text().split()[0] for task in tasks.iterdir()]
            return sum(map(int, each)) / 1e9
        except (OSError, IndexError):
            fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """End the program at once; what it has kept is on the disk."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._master)
