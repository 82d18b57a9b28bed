"""A crash: no value in any output, the terminal as it was, and where the points are."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator import paths
from preloaded import facilitator
from terminal import Terminal
from test_commands import AGENDA, SESSION

SECRET = "Zarmina Wardaki-Sahar"

FAULTY = f"""
import asyncio, sys, threading
from facilitator.cli.main import main
from facilitator.ui import quiet

def boom(name):
    raise ValueError(name)

async def boom_later(name):
    boom(name)

class Dying:
    def __del__(self):
        boom("{SECRET}")

async def leave(self):
    draft = "{SECRET} said the unfinished words"
    threading.Thread(target=boom, args=(draft,)).start()
    self.forgotten = asyncio.get_running_loop().create_task(boom_later(draft))
    await asyncio.sleep(0)
    del self.forgotten
    Dying()
    WHERE

quiet.QuietApp.action_leave = leave
sys.argv[0] = "facilitator"
main()
"""

WAYS = {
    "in a key": "boom(draft)",
    "in a worker": "self.run_worker(boom_later(draft))",
}


class Faulty(Terminal):
    """The program with a fault in it: leaving fails, with a name at hand."""


@pytest.fixture
def running() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        try:
            os.kill(terminal.pid, 9)
            os.waitpid(terminal.pid, 0)
        except OSError:
            pass


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "roster.toml"
    path.write_text(f'[[participant]]\nname = "{SECRET}"\naffiliation = "River Institute"\n')
    return path


SCREENS = {
    "desk": (("run", str(AGENDA)), "KEYS", True),
    "notes": (("notes", SESSION), "note ▸", True),
    "draft": (("draft", SESSION), "brief", True),
    "stage": (("stage", SESSION), "facilitator|CHATHAM|Opening", False),
}


@pytest.mark.parametrize("screen", SCREENS)
def test_a_crash_on_any_screen_tells_no_value_and_where_the_points_are(
    screen: str, running: list[Terminal], roster: Path
) -> None:
    facilitator("open", AGENDA)
    words, shows, takes_roster = SCREENS[screen]
    way = list(WAYS)[list(SCREENS).index(screen) % 2]
    Faulty.program = ("-c", FAULTY.replace("WHERE", WAYS[way]))
    named = ("--roster", str(roster)) if takes_roster else ()
    faulty = Faulty(*words, *named, width=120)
    running.append(faulty)
    faulty.until(lambda text: any(word.lower() in text.lower() for word in shows.split("|")))
    before = len(faulty.raw)
    faulty.send("\x11")
    status = os.waitstatus_to_exitcode(faulty.end())
    said = faulty.raw[before:].decode("utf-8", "replace")
    assert status == 70
    for value in (SECRET, "unfinished words", "River Institute", "Traceback", "boom"):
        assert value not in said
    record = paths.session_dir(paths.home(), SESSION) / paths.RECORD
    assert f"safe in {record}" in said.replace("\r\n", "") and "Start the same command" in said
    assert "\x1b[?1049l" in said and "\x1b[?25h" in said, "the screen and its cursor are back"
    assert faulty.cooked


CHILD = f"""
import os, resource, sys, threading
from facilitator.cli.terminal import secure_process
secure_process()
def boom(name):
    raise ValueError(name)
class Dying:
    def __del__(self):
        boom("{SECRET}")
thread = threading.Thread(target=boom, args=("{SECRET}",))
thread.start()
thread.join()
Dying()
print(resource.getrlimit(resource.RLIMIT_CORE))
if sys.platform == "linux":
    print(int(open("/proc/self/coredump_filter").read(), 16))
boom("{SECRET}")
"""


def test_no_fault_outside_the_screens_tells_a_value_and_no_core_is_written() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD], capture_output=True, text=True, check=False
    )
    assert SECRET not in done.stdout + done.stderr and "Traceback" not in done.stderr
    assert done.stderr == "facilitator: a fault of its own (ValueError)\n" * 3
    core, *filter = done.stdout.splitlines()
    assert core == "(0, 0)" and filter in ([], ["0"])


def test_control_the_default_would_tell_them() -> None:
    code = CHILD.replace("secure_process()", "")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.count(SECRET) >= 3
