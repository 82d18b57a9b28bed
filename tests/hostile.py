"""Files that nobody meant well, or that an editor broke."""

from __future__ import annotations

import random
from pathlib import Path

SHIPPED = Path(__file__).parent.parent / "agendas" / "2020-05-28-afghan-view.toml"
GOOD = SHIPPED.read_text(encoding="utf-8")

MONSTERS: dict[str, bytes] = {
    "one dotted key": b"a." * 65_536 + b"a = 1",
    "many dotted keys": b"\n".join(b"k%d." % n + b"a." * 1_900 + b"a=1" for n in range(60)),
    "quoted dotted keys": b"\n".join(b'"k%d".' % n + b'"a".' * 900 + b"a=1" for n in range(60)),
    "nested lists": b"a = " + b"[" * 100_000,
    "nested lists, short lines": b"a = " + (b"[" * 3_000 + b"\n") * 33,
    "nested tables": b"a = " + b"{a=" * 1_300,
    "huge": b"# x\n" * 76_800,
    "long line": b"# " + b"x" * 5_000,
    "zeros": b"\0" * 1_000,
    "picture": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 8,
    "picture without zeros": b"\xff\xd8\xff\xe0" + bytes(range(1, 256)) * 8,
    "word processor": b"{\\rtf1\\ansi x}",
    "archive": b"PK\x03\x04\x14\x00\x06\x00" + b"\x00abc" * 20,
    "old code page": "title = 'Société'".encode("cp1252"),
    "empty": b"",
    "bom alone": b"\xef\xbb\xbf",
    "half a character": b"\xff\xfea",
    "many unknown keys": b"\n".join(b"k%d = 1" % n for n in range(20_000)),
    "many segments": b"[[segment]]\n" * 20_000,
    "huge number": b"schema = " + b"9" * 3_900,
    "huge hexadecimal": b"[composition]\nk = 0x" + b"f" * 3_900,
    "infinite length": b"[[segment]]\nminutes = inf\n" * 50,
    "no number": b"[[segment]]\nminutes = nan\n" * 50,
    "directions": ('[session]\ntitle = "' + "\u202e\u2066" * 900 + '"\n').encode(),
    "infinite year": b"[session]\ndate = 9999-12-31\nstart = 23:59:59.999999",
}

_LINES = GOOD.split("\n")
_ODD = (*"\"'[]{}=.,#\\\n\r\t-“0", '"""', "[[", "inf", "\u202e", "\x1b")
_VALUES = ("1", "-1", "true", "[]", "{}", '""', "1.5", "[[1]]", "{a=1}")
_SORTS = ("drop", "double", "swap", "cut", "insert", "value")


def mutated(chance: random.Random) -> str:
    """The shipped agenda after one to four slips of a hand or an editor."""
    lines = list(_LINES)
    for _ in range(chance.randint(1, 4)):
        where, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        sort, line = chance.choice(_SORTS), lines[where]
        at = chance.randint(0, len(line))
        if sort == "drop":
            del lines[where]
        elif sort == "double":
            lines.insert(where, line)
        elif sort == "swap":
            lines[where], lines[other] = lines[other], lines[where]
        elif sort == "cut":
            lines[where] = line[:at] + line[at + 1 :]
        elif sort == "insert":
            lines[where] = line[:at] + chance.choice(_ODD) + line[at:]
        elif "=" in line:
            lines[where] = line.split("=")[0] + "= " + chance.choice(_VALUES)
    return "\n".join(lines)
