"""The proofs of the three zeros hold in small numbers, and each would see a defence go.

`python benchmarks/zeros.py` runs them in the numbers that the project's figures rest on. Those
that need a real terminal or take time by the clock run here with `--full` only; what they are
about is tested by `test_kills.py`, `test_terminal.py` and `test_hostile_files.py` as well.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

import zeros
from proofs import Run
from sessions import world


@pytest.mark.parametrize("name", zeros.PROOFS)
def test_a_proof_holds_and_its_control_fails(
    name: str, full: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name in zeros.IN_TERMINALS and not full:
        pytest.skip("it needs real terminals: --full")
    # `world` works in a folder of its own and leaves that in the environment.
    monkeypatch.setenv("XDG_RUNTIME_DIR", "")
    with world(None) as place:
        row = zeros.PROOFS[name](Run(place, quick=True))
    assert row.met, row
