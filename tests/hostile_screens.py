"""Texts that a terminal would obey, and an agenda that has them in every place."""

from __future__ import annotations

from pathlib import Path

AGENDA = Path(__file__).parents[1] / "agendas" / "2020-05-28-afghan-view.toml"

PAYLOADS = (
    "\x1b]52;c;ZXZpbA==\x07",
    "\x1b[2J\x1b[31m",
    "\x9b31m",
    "\u202eright to left\u2066",
    "\x00\x08\x7f",
    "[/]",
    "[@click=app.quit]x[/]",
    "[red]red[/red]",
)
RAW = (b"\x1b]52", "\u202e".encode(), "\u2066".encode(), "\x9b".encode(), b"ZXZpbA==\x07")


def hostile_agenda(folder: Path) -> Path:
    """The shipped agenda with every payload in every kind of text a screen shows."""
    escaped = "".join("".join(f"\\u{ord(c):04x}" for c in payload) for payload in PAYLOADS)
    text = AGENDA.read_text("utf-8")
    for key in ("title", "headline", "topic", "name", "office", "style", "label", "source_label"):
        lines = []
        for line in text.splitlines():
            if line.split("=")[0].strip() == key and "chatham-house" not in line:
                line = f'{key} = "T {escaped}"'
            lines.append(line)
        text = "\n".join(lines)
    text = text.replace('label = "former diplomats"', f'label = "{escaped}"')
    path = folder / "hostile.toml"
    path.write_text(text, "utf-8")
    return path
