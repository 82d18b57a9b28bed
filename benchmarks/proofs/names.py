"""No name left: twelve names that stood in everything, and what tells of them after the seal."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from unittest import mock

from facilitator import paths
from facilitator.cli import wiring
from facilitator.files.audit import audit
from facilitator.files.roster_file import load_roster
from facilitator.guard.private import Private
from facilitator.meeting import Close, Start
from facilitator.pen import Pen
from facilitator.ports import Unfinished
from facilitator.stores import connection, sqlite
from figures import Row
from proofs import Run, proved
from sessions import AGENDA, SEGMENT
from terminal import Terminal
from test_sealing import CANARIES

PLAIN = (
    "PRAGMA journal_mode = PERSIST",
    "PRAGMA secure_delete = OFF",  # some builds of SQLite have it on
    "PRAGMA foreign_keys = ON",
)
"""The control's files: what is deleted stays in them until something else is written there."""

LOOKS = (
    (
        "export",
        "SESSION",
        "--as",
        "report",
        "--format",
        "md,docx",
        "--to",
        "TEXTS",
        "--roster",
        "ROSTER",
    ),
    ("seal", "SESSION", "--roster", "ROSTER", "--yes", "--override", "nobody reviews this one"),
    ("sessions",),
    (
        "export",
        "SESSION",
        "--as",
        "brief",
        "--format",
        "md,html",
        "--to",
        "TEXTS",
        "--override",
        "it is sealed",
    ),
)
"""What is called once the meeting is over, each in a terminal of its own."""


def _held(home: Path, roster: Path) -> str:
    """A meeting in which every canary stood in a point, the floor and the line being typed."""
    session = wiring.open_agenda(home, AGENDA).session_id
    desk = wiring.enter(home, session, "command")
    wiring.mark_roster(desk, str(roster))
    desk.conduct(Start(SEGMENT), desk.look().progress)
    pen = Pen(desk)
    notes = []
    for name in CANARIES:
        desk.volatile.journal(f'{{"asks": "{name}"}}')
        desk.volatile.save_line(Unfinished(SEGMENT, f"{name} adds that"))
        notes.append(pen.write(f"{name} said so", SEGMENT).note)
    for number, note in enumerate(notes):
        assert note is not None
        if number % 2:
            pen.strike(note.id)
        else:
            pen.edit(note.id, SEGMENT, note.revision, f"It was said {number} times")
    desk.conduct(Close(), desk.look().progress)
    desk.leave()
    return session


def _given(words: Iterable[str], session: str, roster: Path, texts: Path) -> list[str]:
    known = {"SESSION": session, "ROSTER": str(roster), "TEXTS": str(texts)}
    return [known.get(word, word) for word in words]


def _sealed(run: Run, private: Private, roster: Path) -> tuple[int, int, bool]:
    """How many canaries are left after the seal, in how many files, and whether all was done.

    What the terminals were given counts as a file, as bytes and as a person reads it.
    """
    home, texts, told = (run.place.home(name) for name in ("canaries", "texts", "terminals"))
    texts.mkdir()
    told.mkdir()
    session = _held(home, roster)
    failed = 0
    for number, words in enumerate((*LOOKS, ("notes", "SESSION"))):
        environment = run.place.more(home)
        screen = Terminal(*_given(words, session, roster, texts), width=200, **environment)
        if words[0] == "notes":
            screen.until(lambda text: "It was said 0 times" in text)
            (told / "notes.txt").write_text(screen.text())
            screen.send("\x11")  # Ctrl+Q
        failed += screen.end() != 0
        (told / f"{number}-{words[0]}.txt").write_text(screen.text())
        (told / f"{number}-{words[0]}.raw").write_bytes(screen.raw)
    kept = [home, texts, told, run.place.memory]
    files = [path for folder in kept for path in folder.rglob("*") if path.is_file()]
    done = not failed and not roster.exists() and len([*texts.iterdir()]) == 4
    return audit(private, files).found, len(files), done


def _plainly(run: Run, private: Private, roster: Path) -> int:
    """How many are left in the record and its journal where deleting is all that is done."""
    home = run.place.home("plain")
    with ExitStack() as without:
        without.enter_context(mock.patch.object(sqlite, "scrub", lambda *_: True))
        without.enter_context(mock.patch.object(connection, "PRAGMAS", PLAIN))
        session = _held(home, roster)
    folder = paths.session_dir(home, session)
    return audit(private, folder.rglob(f"{paths.RECORD}*")).found


def canaries(run: Run) -> Row:
    """Names of a roster in files, terminals, logs and exports after the seal."""
    roster = run.place.disk / "roster.toml"
    roster.write_text("\n".join(f'[[participant]]\nname = "{name}"' for name in CANARIES))
    plan = wiring.open_agenda(run.place.home("plan"), AGENDA).session_id
    agenda = wiring.enter(run.place.home("plan"), plan, "command")
    private = Private(load_roster(roster).roster, agenda.store.agenda())
    agenda.leave()
    control = _plainly(run, private, roster)
    left, files, done = _sealed(run, private, roster)
    return proved(
        f"names left after the seal, in {files} files, exports and outputs of terminals",
        f"{left} of {len(CANARIES)}",
        left == 0 and done,
        f"{control} (plain delete)",
        control > 0,
        "0; control > 0",
    )
