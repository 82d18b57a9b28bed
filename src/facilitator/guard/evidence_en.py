"""What speaks for and against one in the room, as data: signs and their points.

The points were fitted, by logistic regression, to some two thousand labelled notes of several
authors, a tenth of a logit each, and rounded; signs that say next to nothing were left out.
`ENOUGH` is where almost nothing that is only talked about remains.
"""

from __future__ import annotations

from collections.abc import Mapping

ENOUGH = 22

KINDS = {
    "a body, by the evidence": "body",
    "a side, by the evidence": "side",
    "an office, by the evidence": "office",
}

BEFORE = {
    letter: name
    for letters, name in (
        ("f6k1", "source"),
        ("7", "to"),
        ("4", "for"),
        ("829", "place"),
        ('^!|:"(,', "start"),
        ("t", "that"),
        ("&X", "list"),
        (".ZBbxCsIl", "noun"),
    )
    for letter in letters
}
"""What stands before the name and its article, by letter."""

AFTER = {
    letter: name
    for letters, name in (
        ("PRuL", "person"),
        ("rlo", "several"),
        ("Vi", "dialogue"),
        ("v", "speech"),
        ("A", "past"),
        ("I", "present"),
        (":|", "sign"),
        (".ZBbC829FN7", "noun"),
        ("'", "own"),
        ("xn", "paper"),
        ("g", "deed"),
        ('!,)$"', "end"),
        ("@", "here"),
        ("Wt", "clause"),
        ("w", "we"),
    )
    for letter in letters
}
"""What stands behind it."""

HEADS = {"P": "person", "u": "person", "R": "role", "r": "role", "O": "office", "L": "side",
         "l": "profession", "o": "profession"}  # fmt: skip

ANYWHERE = (("n", "heard"), ("x", "said"), ("Vi", "dialogue"), ("@", "here"), ("w", "we"),
            ('"', "quoted"))  # fmt: skip
"""Signs that may stand anywhere in the sentence."""

ROOM = frozenset(
    """slide slides floor table coffee break lunch tea seat seats chair moderator rapporteur
    minutes round session group room everyone everybody us nobody draft clause annex footnote
    wording bracket brackets paragraph text agenda hand hands online dinner morning afternoon
    today yesterday tonight tomorrow noon earlier later again twice meeting minuted summary
    laughter applause""".split()
)
WORLD = frozenset(
    """law court mandate budget contract patent patents licence statute regulation market markets
    forecast rating bonds debt rules rule treaty act charter network networks project programme
    programmes fund funds loan loans office offices headquarters website statistics data outlook
    index guidelines guideline standards press release campus staff members annual
    quarterly""".split()
)
HEDGES = (
    "it was", "one participant", "participant felt", "several felt", "some felt", "somebody felt",
    "was cited", "was mentioned", "was quoted", "was recalled", "was compared", "was held up",
    "were cited", "were mentioned", "were quoted", "were recalled", "were held up", "came up",
)  # fmt: skip
"""What tells that somebody else speaks of it."""

UNNAMED = frozenset(
    """participant participants speaker speakers somebody someone several some many most few
    nobody everybody everyone others group room table meeting panel one""".split()
)
"""Who may say what without being told."""

CLAUSES = frozenset("that whether why who what how if which where when".split())
"""What opens the clause of what they say."""

POINTS: Mapping[str, Mapping[str, int]] = {
    "body": {
        "before person": 22,
        "before sign": 16,
        "behind source": 15,
        "dialogue": 15,
        "we": 12,
        "before end": 11,
        "before dialogue": 11,
        "opinion": 11,
        "always": 10,
        "behind other": 10,
        "here": 10,
        "said": 10,
        "behind for": 10,
        "verb noun": 10,
        "quiet": 9,
        "before speech": 8,
        "room": 7,
        "verb person": 7,
        "quoted": 6,
        "before past": 6,
        "with q": 5,
        "verb paper": 4,
        "with d": 3,
        "before we": 3,
        "verb dialogue": 3,
        "with a": -3,
        "behind place": -4,
        "before paper": -5,
        "world": -7,
        "verb deed": -7,
        "verb other": -7,
        "before deed": -9,
        "behind start": -11,
        "before present": -11,
        "behind noun": -11,
        "month": -12,
        "before own": -12,
        "hedged": -14,
        "passive": -14,
        "written": -15,
        "verb speech": -15,
        "public deed": -27,
        "year": -28,
        "before noun": -31,
    },
    "side": {
        "a role": 29,
        "behind source": 17,
        "before dialogue": 15,
        "before speech": 11,
        "opinion": 11,
        "with a": 10,
        "dialogue": 10,
        "always": 8,
        "a side": 8,
        "before sign": 8,
        "behind other": 8,
        "room": 7,
        "verb noun": 7,
        "here": 7,
        "heard": 6,
        "before here": 6,
        "with m": 6,
        "with d": 5,
        "behind to": 5,
        "verb other": 5,
        "a person": 4,
        "said": 4,
        "with q": 4,
        "before past": 3,
        "with F": 2,
        "we": 2,
        "verb speech": -2,
        "verb end": -2,
        "hedged": -4,
        "before other": -5,
        "behind list": -5,
        "public deed": -5,
        "before present": -5,
        "written": -5,
        "behind for": -6,
        "before own": -6,
        "before deed": -9,
        "behind start": -10,
        "before noun": -11,
        "month": -11,
        "verb deed": -11,
        "a office": -12,
        "year": -20,
        "a profession": -21,
    },
    "office": {
        "with F": 15,
        "we": 14,
        "before speech": 13,
        "dialogue": 13,
        "before past": 12,
        "with d": 11,
        "said": 10,
        "behind source": 10,
        "before deed": 9,
        "verb end": 7,
        "before we": 6,
        "before dialogue": 6,
        "opinion": 6,
        "always": 5,
        "a other": 5,
        "room": 5,
        "behind to": 5,
        "before end": 3,
        "with m": 3,
        "before here": 2,
        "here": 2,
        "behind other": -3,
        "quoted": -3,
        "verb noun": -3,
        "year": -3,
        "month": -4,
        "written": -5,
        "before own": -7,
        "with a": -8,
        "behind start": -10,
        "public deed": -12,
        "before other": -13,
        "before noun": -13,
        "before present": -14,
    },
}
"""By kind of what is named: the points of each sign."""
