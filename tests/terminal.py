"""The real program in a real (pseudo-)terminal: type, read the screen, kill."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable

import pyte

PATIENCE = 60.0
"""Seconds after which an effect is held to have failed; far more than any machine needs."""


class Terminal:
    """One run of the program; `raw` is every byte it ever wrote."""

    program: tuple[str, ...] = ("-m", "facilitator")
    cooked = True
    """Whether, at the end, what is typed is shown and taken by lines, as in a shell."""

    def __init__(self, *words: str, width: int = 80, height: int = 24, **env: str) -> None:
        self.raw = b""
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self.screen)
        pid, self._fd = pty.fork()
        if pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
            for name in ("COLUMNS", "LINES"):
                os.environ.pop(name, None)
            os.environ.update({"TERM": "xterm-256color"} | env)
            os.execv(sys.executable, [sys.executable, *self.program, *words])
        self.pid = pid

    def send(self, text: str) -> None:
        """Type."""
        data = text.encode()
        while data:
            data = data[os.write(self._fd, data) :]

    def text(self) -> str:
        """What a person reads now."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def until(self, true: Callable[[str], bool]) -> str:
        """Read until the screen fulfils `true`; fails with the screen after `PATIENCE`."""
        end = time.monotonic() + PATIENCE
        while not true(self.text()):
            if time.monotonic() > end or not self._read(0.1):
                raise AssertionError(f"not on the screen:\n{self.text()}")
        return self.text()

    def _read(self, wait: float) -> bool:
        ready, _, _ = select.select([self._fd], [], [], wait)
        if not ready:
            return True
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        self.raw += data
        # pyte does not know the kitty keyboard's and a few other private sequences.
        self._stream.feed(data.replace(b"\x1b[>1u", b"").replace(b"\x1b[<u", b""))
        return bool(data)

    def kill(self, number: int = signal.SIGKILL) -> int:
        """Send a signal and wait for the end; the wait status."""
        os.kill(self.pid, number)
        return self.end()

    def end(self) -> int:
        """Read to the end; the wait status."""
        end = time.monotonic() + PATIENCE
        pid = status = 0
        while not pid and self._read(0.1) and time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
        while pid and self._read(0.0) and select.select([self._fd], [], [], 0)[0]:
            pass
        if not pid:
            _, status = os.waitpid(self.pid, 0)
        flags = termios.tcgetattr(self._fd)[3]
        self.cooked = bool(flags & termios.ECHO and flags & termios.ICANON)
        os.close(self._fd)
        return status
