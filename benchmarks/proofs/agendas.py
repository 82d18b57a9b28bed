"""Agendas that nobody meant well: refused or explained, and soon."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from facilitator.errors import Trouble
from facilitator.files.agenda_file import parse
from facilitator.files.reading import decode
from figures import Row
from hostile import MONSTERS, mutated
from proofs import Run, proved

MUTATED = 20_000
SLOW = 3.0
"""Seconds after which somebody thinks that the program hangs."""

UNCAPPED = """
import sys
sys.path[:0] = sys.argv[1:]
from facilitator.files import reading
reading.SIZE_CAP = reading.WIDTH_CAP = reading.LEVELS_CAP = 10**9
from facilitator.files.agenda_file import parse
from facilitator.errors import Trouble
from hostile import MONSTERS
print("begun", flush=True)
try:
    parse(reading.decode(MONSTERS["one dotted key"], "monster"), "monster")
except Trouble:
    pass
"""


def _read(data: bytes) -> tuple[bool, float]:
    """Whether an error came that nobody had thought of, and the seconds it all took."""
    begun = time.perf_counter()
    wrong = False
    try:
        parse(decode(data, "agenda.toml"), "agenda.toml")
    except Trouble:
        pass
    except Exception:  # noqa: BLE001 - it is what is counted
        wrong = True
    return wrong, time.perf_counter() - begun


def _mutated(seed: int) -> tuple[bool, float]:
    return _read(mutated(random.Random(seed)).encode("utf-8", "surrogatepass"))


def _hangs_without_caps() -> bool:
    tests = str(Path(__file__).parents[2] / "tests")
    command = [sys.executable, "-c", UNCAPPED, tests]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as reader:
        assert reader.stdout is not None
        begun = reader.stdout.readline() == b"begun\n"
        try:
            return reader.wait(SLOW) != 0 and begun
        except subprocess.TimeoutExpired:
            return begun
        finally:
            reader.kill()


def agendas(run: Run) -> Row:
    """Uncaught errors and hangs over mutated agendas and monsters made by hand."""
    number = 300 if run.quick else MUTATED
    read = list(map(_read, MONSTERS.values()))
    with ProcessPoolExecutor(2) as hands:
        read += hands.map(_mutated, range(number), chunksize=50)
    wrong = sum(error for error, _ in read)
    longest = max(taken for _, taken in read)
    hangs = _hangs_without_caps()
    return proved(
        f"uncaught errors, longest: {number:,} mutated agendas, {len(MONSTERS)} monsters",
        f"{wrong}, {longest:.2f} s",
        wrong == 0 and longest <= SLOW,
        f"{'> 3 s' if hangs else 'read'} (caps off)",
        hangs,
        "0, ≤ 3 s; control > 3 s",
    )
