"""The system's clipboard: said to hold a text only where it gives that text back.

The clipboard's library runs in a process of its own. It starts tools that inherit the
terminal (their complaints would land on the screen, and xclip, which stays to serve the
text, would keep the terminal from closing) and it waits for them without a limit.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys

WAIT = 1.5
"""Seconds after which a clipboard that does not answer counts as none."""

_COPY = """
import sys
# A clipboard of Qt's ends with the process that filled it.
sys.modules.update(qtpy=None, PyQt5=None)
import pyperclip
text = sys.stdin.buffer.read().decode()
pyperclip.copy(text)
sys.exit(pyperclip.paste() != text)
"""


def copied(text: str, within: float = WAIT) -> bool:
    """Put `text` on the clipboard; True only where it was read back from there.

    Blocks for up to `within` seconds, so call it in a thread. Raises nothing; what hangs is
    ended, and nothing is written to the terminal.
    """
    try:
        data = text.encode()
        with subprocess.Popen(
            # -P: a file called pyperclip.py in the present folder is not run.
            [sys.executable, "-P", "-c", _COPY],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as child:
            try:
                child.communicate(data, timeout=within)
            finally:
                if child.poll() is None:
                    os.killpg(child.pid, signal.SIGKILL)  # its tools too
    except (OSError, ValueError, subprocess.SubprocessError):
        return False
    return child.returncode == 0
