"""The three zeros: nothing lost, nothing linkable, no name left; each beside what must fail.

Every figure stands beside a control of the same run: the same, with the defence taken out. A
figure is met where it is what it must be and its control is not. It needs the extra `[test]`.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "tests"))

from figures import Row, show
from proofs import Run, agendas, edits, kills, linking, names, power, screens, shapes, watching
from sessions import world

PROOFS: dict[str, Callable[[Run], Row]] = {
    "kills": kills.killed,
    "power": power.power,
    "endings": power.endings,
    "sealed": power.sealed,
    "full": power.full,
    "reidentified": linking.reidentified,
    "correlation": linking.correlation,
    "canaries": names.canaries,
    "shapes": shapes.shapes,
    "seen": watching.seen,
    "updates": edits.updates,
    "letters": kills.letters,
    "struck": edits.struck,
    "agendas": agendas.agendas,
    "raw": screens.raw,
    "crashes": screens.crashes,
}

IN_TERMINALS = ("kills", "letters", "canaries", "seen", "raw", "crashes")
"""Those that need real terminals, or the processor's time to themselves."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", action="append", choices=PROOFS, help="run this one; repeatable")
    parser.add_argument("--quick", action="store_true", help="small counts: does it work at all?")
    parser.add_argument(
        "--disk",
        type=Path,
        metavar="DIR",
        help="make the files in DIR: a real disk, not one in memory (default: /var/tmp)",
    )
    given = parser.parse_args()
    rows = []
    begun = time.monotonic()
    with world(given.disk) as place:
        for name in given.only or PROOFS:
            started = time.monotonic()
            rows.append(PROOFS[name](Run(place, given.quick)))
            print(f"{name}: {time.monotonic() - started:.0f} s", file=sys.stderr)
    show(
        f"Three zeros, {time.monotonic() - begun:.0f} s",
        "the control: the same with that defence taken out, which must fail",
        rows,
    )
    print(f"{sum(bool(row.met) for row in rows)} of {len(rows)} hold")


if __name__ == "__main__":
    main()
