"""Words and digits as high as a screen allows, drawn with half blocks: readable from afar.

One face of three by five points serves every size: a point is as many cells wide as it is
half cells high, so letters keep their shape however much they grow.
"""

from __future__ import annotations

POINTS = 5
"""How many points high a letter is."""

_FACE = """
A .#. #.# ### #.# #.#
B ##. #.# ##. #.# ##.
C .## #.. #.. #.. .##
D ##. #.# #.# #.# ##.
E ### #.. ##. #.. ###
F ### #.. ##. #.. #..
G .### #... #.## #..# .###
H #.# #.# ### #.# #.#
I # # # # #
J ..# ..# ..# #.# .#.
K #..# #.#. ##.. #.#. #..#
L #.. #.. #.. #.. ###
M #...# ##.## #.#.# #...# #...#
N #..# ##.# #.## #..# #..#
O ### #.# #.# #.# ###
P ### #.# ### #.. #..
Q ###. #.#. #.#. #.## ####
R ##. #.# ##. #.# #.#
S ### #.. ### ..# ###
T ### .#. .#. .#. .#.
U #.# #.# #.# #.# ###
V #...# #...# .#.#. .#.#. ..#..
W #...# #...# #.#.# #.#.# .#.#.
X #.# #.# .#. #.# #.#
Y #.# #.# .#. .#. .#.
Z ### ..# .#. #.. ###
0 ### #.# #.# #.# ###
1 .#. ##. .#. .#. ###
2 ### ..# ### #.. ###
3 ### ..# ### ..# ###
4 #.# #.# ### ..# ..#
5 ### #.. ### ..# ###
6 ### #.. ### #.# ###
7 ### ..# ..# ..# ..#
8 ### #.# ### #.# ###
9 ### #.# ### ..# ###
: . # . # .
+ ... .#. ### .#. ...
"""
_GLYPHS = {line[0]: tuple(line[2:].split()) for line in _FACE.strip().splitlines()} | {
    " ": (".",) * POINTS
}
_CELLS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def knows(text: str) -> bool:
    """Whether every character of `text` can be drawn."""
    return bool(text) and all(character in _GLYPHS for character in text)


def width(text: str, scale: int) -> int:
    """How many cells wide `text` is at `scale` cells a point."""
    return scale * (sum(len(_GLYPHS[c][0]) + 1 for c in text) - 1)


def height(scale: int) -> int:
    """How many lines high a letter is at `scale` cells a point."""
    return -(-POINTS * scale // 2)


def largest(text: str, columns: int, lines: int, most: int = 99) -> int:
    """The largest scale at which `text` fits, at most `most`; 0 where none does."""
    if not knows(text):
        return 0
    scale = min(most, columns // max(1, width(text, 1)), 2 * lines // POINTS)
    return max(0, scale)


def drawn(text: str, scale: int) -> tuple[str, ...]:
    """The lines that draw `text`, all equally wide; `KeyError` for a character it lacks."""
    halves: list[list[bool]] = []
    for row in range(POINTS):
        points = ".".join(_GLYPHS[character][row] for character in text)
        halves += [[point == "#" for point in points for _ in range(scale)]] * scale
    if len(halves) % 2:
        halves.append([False] * len(halves[0]))
    return tuple(
        "".join(_CELLS[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(halves[::2], halves[1::2], strict=True)
    )
