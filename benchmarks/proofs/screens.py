"""What screens give to a terminal: bytes that it would obey, and names when they crash."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from facilitator import paths
from facilitator.cli import wiring
from facilitator.meeting import Start
from figures import Row
from hostile_screens import PAYLOADS, RAW, hostile_agenda
from proofs import Run, proved
from sessions import AGENDA
from terminal import Terminal

_MAIN = """
import sys
sys.argv[0] = "facilitator"
from facilitator.cli.main import main
main()
"""

UNFILTERED = """
import facilitator.text
facilitator.text.clean = lambda text, **_: text
"""


class Unfiltered(Terminal):
    """The program without its one filter of texts."""

    program = ("-c", UNFILTERED + _MAIN)


@dataclass(frozen=True, slots=True)
class Face:
    """A screen: its command, what it shows when it is there, and keys with what each shows.

    What stands behind a `-` is not to be seen any more. `roster` is whether it takes one.
    """

    words: tuple[str, ...]
    shows: str
    keys: Sequence[tuple[str, str]] = ()
    roster: bool = True


# An escape would end the paste for the terminal as well as for the program.
PASTED = "".join(p for p in PAYLOADS if p.isprintable()) + "\x9b31m\u202e"

FACES = {
    "desk": Face(
        ("run", "AGENDA"),
        "KEYS",
        (
            ("\x1bOS", "end of payload"),  # F4, the points
            ("\x1b", "KEYS"),
            ("\x1bOP", "THE FLOOR"),  # F1
            ("\x1b", "-THE FLOOR"),
            ("g", "AGENDA"),
            ("\x1b", "-AGENDA"),
        ),
    ),
    "notes": Face(
        ("notes", "SESSION"),
        "KEPT",
        (
            (f"\x1b[200~{PASTED}\x1b[201~", "this line saved"),
            ("\r", "KEPT 2"),
            ("\x1bOP", "A NOTE LINE"),
            ("\x1b", "-A NOTE LINE"),
            ("\x0b", "Strike this point?"),  # Ctrl+K
            ("\x1b", "-Strike this point?"),
        ),
    ),
    "draft": Face(("draft", "SESSION"), "NO TOPIC"),
    "stage": Face(("stage", "SESSION"), "RULE", roster=False),
}

UNREADABLE = Face(("notes", "SESSION"), "nothing that can be waited for")
"""A screen without the filter: what it shows then cannot be known."""


def _session(home: Path, agenda: Path) -> str:
    """A session whose second segment runs and holds a point that went past every filter."""
    session = wiring.open_agenda(home, agenda).session_id
    secretariat = wiring.enter(home, session, "command")
    secretariat.conduct(Start("discussion"), secretariat.look().progress)
    secretariat.store.close()
    secretariat.volatile.release()
    record = paths.session_dir(home, session) / paths.RECORD
    with closing(sqlite3.connect(record)) as plain, plain:
        plain.execute(
            "INSERT INTO note (id, segment, kind, text, position)"
            " VALUES (randomblob(16), 'discussion', 'point', ?, 1)",
            ("".join(PAYLOADS) + " end of payload",),
        )
    return session


def _shows(text: str, words: str) -> bool:
    return words[1:] not in text if words.startswith("-") else words in text


def _given(words: Sequence[str], agenda: Path, session: str) -> list[str]:
    known = {"AGENDA": str(agenda), "SESSION": session}
    return [known.get(word, word) for word in words]


def _passed(
    run: Run, kind: type[Terminal], name: str, faces: Sequence[Face], patience: float
) -> tuple[int, int]:
    """Surfaces that were seen, and payloads of any that reached the terminal as they are."""
    home = run.place.home(f"bytes-{name}")
    folder = Path(tempfile.mkdtemp(dir=run.place.memory))
    agenda = hostile_agenda(folder)
    session = _session(home, agenda)
    seen, passed = 0, 0
    for face in faces:
        screen = kind(*_given(face.words, agenda, session), **run.place.more(home))
        # Without the filter a screen may show anything, or nothing that can be read.
        with contextlib.suppress(AssertionError):
            screen.until(lambda text, face=face: face.shows in text, patience)
            seen += 1
            for key, shows in face.keys:
                screen.send(key)
                screen.until(lambda text, shows=shows: _shows(text, shows), patience)
                seen += 1
        screen.kill()
        passed += sum(payload in screen.raw for payload in RAW)
    return seen, passed


def raw(run: Run) -> Row:
    """Payloads in everything that the screens ever gave to their terminals."""
    surfaces = sum(1 + len(face.keys) for face in FACES.values())
    seen, passed = _passed(run, Terminal, "filtered", [*FACES.values()], 60.0)
    _, control = _passed(run, Unfiltered, "unfiltered", [UNREADABLE], 10.0)
    return proved(
        f"control bytes that reach a terminal: {seen} views × {len(PAYLOADS)} payloads",
        str(passed),
        passed == 0 and seen == surfaces,
        f"{control} (filter off)",
        control > 0,
        "0; control > 0",
    )


# Crashes

NAME, DRAFT = "Zarmina Wardaki", "an unfinished thought"

FAULTY = f"""
from facilitator.ui import quiet

async def leave(self):
    draft = "{NAME} said {DRAFT}"
    raise ValueError(draft)

quiet.QuietApp.action_leave = leave
"""

LOUD = "del quiet.QuietApp._fatal_error\n"


class Faulty(Terminal):
    """The program with a fault in it: leaving fails, with a name at hand."""

    program = ("-c", FAULTY + _MAIN)


class Loud(Terminal):
    """The same, and the framework tells of it as it usually does."""

    program = ("-c", FAULTY + LOUD + _MAIN)


def _told(run: Run, kind: type[Terminal], name: str) -> list[str]:
    """The screens whose crash told the name or the draft."""
    home = run.place.home(f"crash-{name}")
    session = _session(home, AGENDA)
    roster = run.place.disk / f"{name}.toml"
    roster.write_text(f'[[participant]]\nname = "{NAME}"\n')
    told = []
    for which, face in FACES.items():
        named = ("--roster", str(roster)) if face.roster else ()
        words = _given(face.words, AGENDA, session)
        screen = kind(*words, *named, width=120, **run.place.more(home))
        screen.until(lambda text, face=face: face.shows in text)
        before = len(screen.raw)
        screen.send("\x11")
        screen.end()
        said = screen.raw[before:].decode("utf-8", "replace")
        if NAME in said or DRAFT in said:
            told.append(which)
    return told


def crashes(run: Run) -> Row:
    """Screens that tell a name or a draft when they fail."""
    told = _told(run, Faulty, "quiet")
    control = _told(run, Loud, "loud")
    return proved(
        f"screens whose crash tells a name or a draft, of {len(FACES)}",
        str(len(told)),
        not told,
        f"{len(control)} (the framework's default)",
        len(control) > 0,
        "0; control > 0",
    )
