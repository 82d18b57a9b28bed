"""The record's shape: nothing is stored of which nobody said why it tells nothing."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from unittest import mock

from conftest import Hand, House, plan
from facilitator.cli.sealing import Sealer, Wanted
from facilitator.meeting import Close, End, Start
from facilitator.pen import Pen
from facilitator.record import Words
from facilitator.stores import schema
from facilitator.stores.sqlite import SQLiteRecord
from figures import Row
from proofs import Run, proved
from test_record_shape import BAD_MIGRATIONS, FIELDS, shapes_of, unknown_fields


@dataclasses.dataclass(frozen=True, slots=True)
class _Timed(Words):
    noted_at: float = 0.0


def _written(root: Path) -> House:
    house = House(root, Hand(), plan())
    desk = house.open("desk")
    desk.conduct(Start("discussion"), desk.look().progress)
    for number in range(8):
        Pen(desk).write(f"point {number}", "discussion")
    return house


def _through_a_meeting(root: Path) -> list[str]:
    """What nobody listed, in the record as it runs, after its close, and after its seal."""
    house = _written(root)
    (desk,) = house.opened
    found = shapes_of(house.path)
    desk.conduct(End(), desk.look().progress)
    desk.conduct(Close(), desk.look().progress)
    found += shapes_of(house.path)
    sealer = Sealer(root, house.folder, desk)
    sealer.check(Wanted(override=True))
    assert [*sealer.seal(Wanted(override=True))][-1] == "sealed"
    found += shapes_of(house.path)
    house.close()
    return found


def _after(root: Path, statement: str) -> list[str]:
    """What is found in the record of a meeting once a later version has changed its schema."""
    house = _written(root)
    house.close()
    with mock.patch.object(schema, "MIGRATIONS", (*schema.MIGRATIONS, (statement,))):
        SQLiteRecord(house.path, lambda n: 0).close()
    return shapes_of(house.path)


def shapes(run: Run) -> Row:
    """Columns, tables, indexes and fields outside the known list."""
    unknown = unknown_fields(FIELDS) + _through_a_meeting(run.folder("shape"))
    missed = []
    for number, (statement, caught) in enumerate(BAD_MIGRATIONS):
        if caught not in _after(run.folder(f"shape-{number}"), statement):
            missed.append(statement)
    seeded = len(BAD_MIGRATIONS) + 1
    caught = seeded - len(missed) - (not unknown_fields({_Timed: FIELDS[Words]}))
    return proved(
        f"columns and fields that are not listed, {len(FIELDS)} types and three schemas",
        str(len(unknown)),
        not unknown,
        f"{caught} of {seeded} seen (bad migrations, a timed field)",
        caught == seeded,
        "0; all seen",
    )
