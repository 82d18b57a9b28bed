"""The guard in a real terminal: one whole flow, and a kill while a line is held."""

from __future__ import annotations

from pathlib import Path

import pytest

from terminal import Terminal
from test_terminal import AGENDA, begun, running

__all__ = ["running"]

ROSTER = Path(AGENDA).with_name("roster-invented.toml")


def kept(text: str) -> str:
    """The row that says what is on the disk."""
    return next((line for line in text.splitlines() if line.startswith(" KEPT")), "")


def guarded(running: list[Terminal], **more: str) -> Terminal:
    """A notes screen that has a roster, its guard loaded."""
    notes = Terminal("notes", "--roster", str(ROSTER), **more)
    running.append(notes)
    notes.until(lambda text: "note ▸" in text)
    notes.send("Luo ")
    notes.until(lambda text: " NAME “Luo”" in text)
    notes.send("\x15")
    notes.until(lambda text: "NAME" not in text)
    return notes


@pytest.mark.parametrize("more", [{}, {"NO_COLOR": "1"}], ids=["colour", "no colour"])
def test_a_leak_is_seen_mended_held_and_survives_a_kill(
    running: list[Terminal], more: dict[str, str]
) -> None:
    begun(running)
    notes = guarded(running, **more)
    # A leak in the middle: seen, mended by one key, kept.
    notes.send("? Luo doubted #2")
    notes.until(lambda text: "NAME “Luo” names a participant · Ctrl+G “One participant”" in text)
    notes.send("\x07")  # Ctrl+G
    notes.until(lambda text: "question ▸ ? One participant doubted #2" in text)
    notes.send(" the plan\r")
    notes.until(
        lambda text: "KEPT 1 on disk" in text and "One participant doubted the plan" in text
    )
    assert "marked" not in kept(notes.text())
    # A leak as the last word: held, and whoever types on keeps it marked.
    notes.send("so said Luo\r")
    text = notes.until(lambda text: "NOT KEPT YET · NAME “Luo”" in text)
    assert "KEPT 1 on disk" in kept(text)
    notes.send("next")
    notes.until(lambda text: "KEPT 2 on disk · 1 marked" in text and "point ▸ next" in text)
    notes.until(lambda text: "so said Luo  [names a participant]" in text)
    # In one read: nothing is lost, nothing runs together, and nobody's name goes unmarked.
    notes.send(" one\ragain Luo\rand on\r")
    notes.until(lambda text: "KEPT 5 on disk · 2 marked" in text)
    notes.until(lambda text: "again Luo  [names a participant]" in text and "and on" in text)
    # Letters typed ahead of the dialog are the reason's.
    notes.send("Luo is a county\x12not the person\r")
    notes.until(lambda text: "“Luo” stays: not the person" in text)
    notes.send("\r")
    notes.until(lambda text: "KEPT 6 on disk · 2 marked" in text)
    # Killed while a line is held.
    notes.send("at last Luo\r")
    notes.until(lambda text: "NOT KEPT YET" in text and "at last Luo" in text)
    notes.kill()
    again = Terminal("notes", "--roster", str(ROSTER), **more)
    running.append(again)
    again.until(lambda text: "point ▸ at last Luo" in text and "KEPT 6 on disk · 2 marked" in text)
    again.send("\r")
    again.until(lambda text: "NOT KEPT YET" in text)
    again.send("\x07\r")
    again.until(lambda text: "KEPT 7 on disk · 2 marked" in text)
    again.until(lambda text: "at last one participant" in text)
    for face in (notes, again):
        for private in ("Qingshan", "Golestanpour", "Research Academy", "罗青山"):
            assert private.encode() not in face.raw
