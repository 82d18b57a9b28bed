"""What only a real terminal shows: raw bytes, kills, the way back."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator import paths
from facilitator.cli import wiring
from hostile_screens import PAYLOADS, RAW, hostile_agenda
from terminal import Terminal

ROOT = Path(__file__).parents[1]
AGENDA = ROOT / "agendas" / "2020-05-28-afghan-view.toml"
SESSION = "2020-05-28-afghan-view"


@pytest.fixture
def running() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        try:
            os.kill(terminal.pid, signal.SIGKILL)
            os.waitpid(terminal.pid, 0)
        except OSError:
            pass


def begun(running: list[Terminal], agenda: Path = AGENDA) -> Terminal:
    """A desk whose first segment runs."""
    desk = Terminal("run", str(agenda))
    running.append(desk)
    desk.until(lambda text: "KEYS" in text)
    desk.send("n")
    desk.until(lambda text: "▶" in text)
    return desk


def test_no_surface_passes_a_payload_to_the_terminal(
    tmp_path: Path, running: list[Terminal]
) -> None:
    agenda = hostile_agenda(tmp_path)
    desk = begun(running, agenda)
    # Somebody wrote into the database behind the program's back, past the filter.
    record = paths.session_dir(paths.home(), SESSION) / paths.RECORD
    connection = sqlite3.connect(record)
    connection.execute(
        "INSERT INTO note (id, segment, kind, text, position)"
        " SELECT randomblob(16), id, 'point', ?, 1 FROM segment WHERE phase = 'running'",
        ("".join(PAYLOADS) + " end of payload",),
    )
    connection.commit()
    connection.close()
    desk.send("\x1bOS")  # F4
    desk.until(lambda text: "end of payload" in text and "[/]" in text)
    desk.send("\x1b")
    desk.until(lambda text: "KEYS" in text)
    notes = Terminal("notes")
    running.append(notes)
    notes.until(lambda text: "end of payload" in text)
    typed = "".join(p for p in PAYLOADS if p.isprintable()) + " typed"
    notes.send(f"\x1b[200~{typed}\x9b31m\u202e{'x' * 20_000}\x1b[201~")
    notes.until(lambda text: "xxxx" in text)
    notes.send("\r")
    notes.until(lambda text: "characters, and 4,000 fit" in text)
    notes.send("\x15")
    notes.send(typed + "\r")
    notes.until(lambda text: "KEPT 2" in text)
    for face, heading in ((desk, "  THE FLOOR"), (notes, "A NOTE LINE")):
        face.send("\x1bOP")  # F1
        face.until(lambda text, heading=heading: heading in text)
        face.send("\x1b")
        face.until(lambda text, heading=heading: heading not in text)
    desk.send("g")
    desk.until(lambda text: "AGENDA" in text)
    desk.send("\x1b")
    desk.until(lambda text: "AGENDA" not in text)
    notes.send("\x0b")  # Ctrl+K
    notes.until(lambda text: "Strike this point?" in text and "[@click" in text)
    notes.send("\x1b")
    notes.until(lambda text: "Strike this point?" not in text)
    desk.send("\x1b[20~")  # F9
    desk.until(lambda text: "Close the session?" in text)
    desk.send("\t\r")
    desk.until(lambda text: "AS HELD" in text)
    desk.send("\x1b")
    desk.until(lambda text: "CLOSED" in text)
    for face in (desk, notes):
        face.send("\x11")
        assert os.waitstatus_to_exitcode(face.end()) == 0
        for payload in RAW:
            assert payload not in face.raw
    out = tmp_path / "out"
    command = [sys.executable, "-m", "facilitator"]
    exported = subprocess.run(
        [*command, "export", "--as", "brief", "--to", str(out)], capture_output=True, check=False
    )
    listed = subprocess.run([*command, "sessions"], capture_output=True, check=False)
    checked = subprocess.run([*command, "check", str(agenda)], capture_output=True, check=False)
    (brief,) = out.iterdir()
    for written in (
        exported.stdout + exported.stderr,
        listed.stdout,
        checked.stdout + checked.stderr,
        brief.read_bytes(),
    ):
        assert written
        assert not any(payload in written for payload in RAW)
        assert b"\x1b" not in written


def test_a_killed_screen_comes_back_with_its_line(running: list[Terminal]) -> None:
    desk = begun(running)
    notes = Terminal("notes")
    running.append(notes)
    notes.until(lambda text: "note" in text)
    notes.send("kept before the kill\r")
    notes.until(lambda text: "KEPT 1" in text)
    notes.send("a line half typ")
    root = paths.home()
    seen = wiring.enter(root, SESSION, "notes")
    folder = paths.runtime_dir(paths.session_dir(root, SESSION))
    seen.store.close()
    assert folder is not None
    line = folder / "line-notes-0"
    notes.until(lambda text: b"a line half typ" in line.read_bytes())
    notes.kill()
    desk.kill()
    again = Terminal("notes")
    running.append(again)
    again.until(lambda text: "a line half typ" in text and "kept before the kill" in text)
    again.send("ed\r")
    again.until(lambda text: "a line half typed" in text and "KEPT 2" in text)
    resumed = Terminal("run", str(AGENDA))
    running.append(resumed)
    resumed.until(lambda text: "a line half typed" in text and "▶" in text)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_polite_signal_saves_the_line_and_restores_the_terminal(
    running: list[Terminal], number: signal.Signals
) -> None:
    facing = begun(running)
    facing.send("ione last thought")
    facing.until(lambda text: "one last thought" in text)
    status = facing.kill(number)
    assert os.waitstatus_to_exitcode(status) == 0
    assert b"\x1b[?1049l" in facing.raw, "the ordinary screen is back"
    again = Terminal("run", str(AGENDA))
    running.append(again)
    again.until(lambda text: "one last thought" in text)


def test_off_the_record_is_said_on_every_screen(running: list[Terminal]) -> None:
    desk = begun(running)
    notes = Terminal("notes")
    running.append(notes)
    notes.until(lambda text: "note ▸" in text)
    notes.send("about to be said in conf")
    notes.until(lambda text: "in conf" in text)
    desk.send("o")
    notes.until(lambda text: text.startswith(" OFF THE RECORD") and "in conf" not in text)
    notes.send("idence\r")
    notes.until(lambda text: "nothing typed is kept" in text)
    notes.send("\x1bOP")  # F1: a dialog leaves the banner in sight
    notes.until(lambda text: "A NOTE LINE" in text and text.startswith(" OFF THE RECORD"))
    desk.send("o")
    notes.until(lambda text: text.startswith(" CHATHAM HOUSE RULE"))
    notes.send("\x1b")
    notes.until(lambda text: "A NOTE LINE" not in text)
    assert "KEPT 0" in notes.text()
    folder = paths.runtime_dir(paths.session_dir(paths.home(), SESSION))
    assert folder is not None
    for path in folder.iterdir():
        assert b"conf" not in path.read_bytes()


def test_the_title_of_the_terminal_tells_nothing(running: list[Terminal]) -> None:
    desk = Terminal("run", str(AGENDA))
    running.append(desk)
    desk.until(lambda text: "KEYS" in text)
    assert b"\x1b]0;facilitator\x07" in desk.raw


def test_keys_that_arrive_in_one_read_stay_in_their_order(running: list[Terminal]) -> None:
    desk = begun(running)
    desk.send("ifirsx\x7ft line\rsecond line\n\tunder it\r\x1b[Zthird")
    desk.until(lambda text: "KEPT 3" in text and "▸ third" in text)
    desk.send("\x1bOS")  # F4: a small desk shows the points instead of the floor
    desk.until(
        lambda text: (
            [row.strip(" ·") for row in text.splitlines() if " line" in row or row.endswith(" it")][
                :3
            ]
            == ["first line", "second line", "under it"]
        )
    )


def test_every_segment_is_held_through_kills_of_both_screens(running: list[Terminal]) -> None:
    desk = Terminal("run", str(AGENDA))
    running.append(desk)
    desk.until(lambda text: "KEYS" in text)
    notes = Terminal("notes")
    running.append(notes)
    names = {
        "Opening": "Welcome",
        "Keynote": "The gov",
        "Q&A": "Questions",
        "Discussion": "General",
        "Closing": "Summing",
    }
    for number, (name, title) in enumerate(names.items(), 1):
        desk.send("\x1bOQ")  # F2: the next segment
        asked = desk.until(
            lambda text, name=name: f"▶{name}" in text or "Move on all the same?" in text
        )
        if f"▶{name}" not in asked:
            desk.send("\t\r")  # "only just begun": yes, move on
            desk.until(lambda text, name=name: f"▶{name}" in text)
        # A line belongs to the segment of its first letter: wait until this screen knows it.
        notes.until(lambda text, title=title: f" {title}" in text.splitlines()[-3])
        notes.send(f"point {number} of the day\r")
        notes.until(lambda text, number=number: f"KEPT {number}" in text)
        victim = (desk, notes)[number % 2]
        victim.kill()
        if victim is desk:
            desk = Terminal("run", str(AGENDA))
            running.append(desk)
            desk.until(lambda text, name=name: f"▶{name}" in text)
        else:
            notes = Terminal("notes")
            running.append(notes)
            notes.until(lambda text, number=number: f"KEPT {number}" in text)
    desk.send("\x1b[20~")  # F9
    desk.until(lambda text: "Close the session?" in text)
    desk.send("\t\r")
    desk.until(lambda text: "AS HELD" in text)
    desk.send("\r")  # he came
    desk.until(lambda text: "yes          Mohammad" in text)
    desk.send("\x1b[F\r")  # End: done
    desk.until(lambda text: "answers kept" in text)
    notes.until(lambda text: "CLOSED" in text)
    root = paths.home()
    seen = wiring.enter(root, SESSION, "notes")
    said = [line.note.text for s in seen.look().agenda.segments for line in seen.look(s.id).lines]
    held = seen.held()
    seen.leave()
    assert said == [f"point {n} of the day" for n in range(1, 6)]
    assert len(held.segments) == 5 and held.came == {"keynote": True}
