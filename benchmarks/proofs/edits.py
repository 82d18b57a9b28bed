"""Several hands on one record: no update is lost, and what was struck stays struck."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from conftest import Hand, House, plan
from facilitator.errors import Refused
from facilitator.meeting import Start
from facilitator.pen import Pen
from facilitator.rapporteur.editorial import Bench, Reword, words_of
from facilitator.rapporteur.history import History
from facilitator.record import Conflict, Kind, Note, Words
from facilitator.service import Secretariat
from figures import Row
from proofs import Run, proved


def _house(root: Path) -> House:
    house = House(root, Hand(), plan())
    desk = house.open("desk")
    desk.conduct(Start("discussion"), desk.look().progress)
    return house


# Lost updates


def _edited(house: House, edits: int, *, careful: bool) -> tuple[int, int]:
    """Two hands add their marks to one text in turns: how many are lost, how many conflicted.

    Both always know the text as it was before the other's last edit. Who is told of a conflict
    adds the mark to the text that stands, as a person does who is shown both.
    """
    hands = [house.open(), house.open()]
    note = Pen(hands[0]).write("marks", "discussion").note
    assert note is not None
    known, conflicts = [note, note], 0
    for edit in range(edits):
        who = edit % 2
        revision = known[who].revision
        if not careful:
            standing = hands[who].store.note(note.id)
            assert standing is not None
            revision = standing.revision  # whatever stands is written over
        text = f"{known[who].text} {edit}"
        try:
            known[who] = Pen(hands[who]).edit(note.id, "discussion", revision, text)
        except Conflict as conflict:
            conflicts += conflict.stands.text != known[who].text  # both texts can be shown
            stands = conflict.stands
            known[who] = Pen(hands[who]).edit(
                note.id, "discussion", stands.revision, f"{stands.text} {edit}"
            )
    stored = hands[0].store.note(note.id)
    assert stored is not None
    return edits - len({*stored.text.split()} & {str(edit) for edit in range(edits)}), conflicts


def updates(run: Run) -> Row:
    """Marks of two editors that are not in the text in the end."""
    edits = 40 if run.quick else 400
    house = _house(run.folder("edits"))
    lost, conflicts = _edited(house, edits, careful=True)
    control, _ = _edited(house, edits, careful=False)
    house.close()
    return proved(
        f"updates lost by two editors in {edits} edits ({conflicts} conflicts shown)",
        str(lost),
        lost == 0 and conflicts >= edits // 2,
        f"{control} (last write wins)",
        control >= edits // 4,
        "0; control > 0",
    )


# What was struck


def _come_back(house: House, number: int, *, listed: bool) -> int:
    """How many points of `number` are there again after they were struck in one of three ways."""
    chance, back = random.Random(number), 0
    for n in range(number):
        writer, other = house.open(), house.open()
        text = f"a point to be struck {chance.randrange(10**9):09}"
        note = Pen(writer).write(text, "discussion").note
        assert note is not None
        history = History(Bench(other.store, other.new_id))
        words = words_of(note)
        history.take(Reword(note.id, words, Words(Kind.POINT, f"{text} once more")), "edit")
        if n % 2:
            history.undo()
        _strike(house, note, killed=n % 3 == 0)
        if not listed:
            with closing(sqlite3.connect(house.path)) as plain, plain:
                plain.execute("DELETE FROM struck")
        for again in (history.redo, history.undo):  # the other screen
            with suppress(Refused):
                again()
        with suppress(Refused):  # the writer's line, sent again
            writer.store.keep(note, append=False)
        # Whoever opens the session next finishes what a kill cut off.
        there = house.open()
        there.settle()
        files = [path for path in house.folder.iterdir() if path.is_file()]
        back += there.store.note(note.id) is not None or any(
            text.encode() in path.read_bytes() for path in files
        )
        for each in (writer, other, there):
            _leave(house, each)
    return back


def _strike(house: House, note: Note, *, killed: bool) -> None:
    if not killed:
        striker = house.open()
        Pen(striker).strike(note.id)
        _leave(house, striker)
        return
    child = os.fork()
    if not child:
        # Dies between the commit and the wiping of what it leaves behind.
        house.open().store.strike(note.id)
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)


def _leave(house: House, secretariat: Secretariat) -> None:
    secretariat.store.close()
    secretariat.volatile.release()
    house.opened.remove(secretariat)


def struck(run: Run) -> Row:
    """Struck points that a retry, another screen's redo or undo, or a kill brings back."""
    number = 12 if run.quick else 150
    house = _house(run.folder("struck"))
    back = _come_back(house, number, listed=True)
    control = _come_back(house, number, listed=False)
    house.close()
    return proved(
        f"struck points that came back, of {number}: retry, redo elsewhere, kill",
        str(back),
        back == 0,
        f"{control} (no struck list)",
        control > 0,
        "0; control > 0",
    )
