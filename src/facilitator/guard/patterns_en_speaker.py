"""How English lets a speaker tell whose side he is on: "our navy", "As a minister I"; see
`patterns_en`."""

from __future__ import annotations

PATTERNS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "in a country we",
        "28 w XCK",
        r"(?:^|[!|\",t])(?P<w>j?[28](?:d~*)?[XCK]~*)(?=,?w)",
        "says whose side the speaker is on",
        "",
    ),
    (
        "here in a country",
        "8f CK",
        r"(?P<w>j8[CK]~*)",
        "says whose side the speaker is on",
        "here",
    ),
    (
        "seen from a body",
        "X f",
        r"(?P<w>f(?:d~*)?X~*)",
        "says whose side the speaker is on",
        "seen",
    ),
    (
        "seen from a country by somebody here",
        "CK f w",
        r"(?P<w>f[CK]~*)(?=,?[^!|]{0,4}w)",
        "says whose side the speaker is on",
        "seen",
    ),
    (
        "our body",
        "m",
        r"(?P<w>m(?:[FNT]~*)*[BOoLb]~*)(?!@)",
        "says whose side the speaker is on",
        "side",
    ),
    (
        "my colleagues at",
        "m",
        r"(?P<w>m(?:[FNT]~*)*[ruL]~*[8f21]d?[XCKBZ]~*)",
        "says whose side the speaker is on",
        "",
    ),
    (
        "we at a body",
        "$w",
        r"(?P<w>(?:s?\$~*|w[2])(?:[da]~*)?(?:[FNTG]~*)*[XCKBZSPORLY]~*)",
        "says whose side the speaker is on",
        "side",
    ),
    (
        "back at a body",
        "2 B",
        r"(?P<w>[.j]2B~*)(?=[,!&]|w|$)",
        "says whose side the speaker is on",
        "here",
    ),
    (
        "speaking for",
        "s 4",
        r"(?P<w>sj*4(?:[dam]~*)?(?:[FNTG.]~*)*[XCBZSLoO]~*)",
        "says for whom somebody spoke",
        "side",
    ),
    (
        "speaking as",
        "s 5",
        r"(?P<w>sj*5(?:[dam]~*)?(?:[FNTG.]~*){0,3}[OPRBXZSNTYl]~*)",
        "says in which office somebody spoke",
        "trade",
    ),
    (
        "as a former",
        "5 F",
        r"(?P<w>5(?:[dam]~*)?(?:F~*)+(?:[NT]~*)?[OPY]~*(?:[12748]d?\w~*)?)(?=,?w|,?[daq]~*F*[RPU]|,)",
        "says in which office somebody spoke",
        "",
    ),
    (
        "as an office I",
        "5 OYPB w",
        r"(?P<w>5(?:[da]~*)?(?:[FNT.]~*){0,3}[OYPB]~*(?:[127f48]d?\w~*)?)(?=,?w)",
        "says in which office somebody spoke",
        "side trade",
    ),
    (
        "as a people we",
        "w STNC",
        r"(?P<w>(?:5(?:S|[da](?:[FG]~*)*[NTC])~*(?:[POR]~*)?(?=,?w)|w[ST]~*(?=[jAIVv,.])))",
        "says whose side the speaker is on",
        "",
    ),
    (
        "I was in an office",
        "w OPYB AIg",
        r"(?P<w>wj*(?:A|I|g)j*(?:[da]~*)?(?:[FNT.]~*){0,3}[OPYB]~*(?:[12748f]d?[XCKBZ]~*)?)",
        "says in which office somebody spoke",
        "first trade",
    ),
    (
        "what I did in life",
        "w vgA XCKBYOLZ",
        r"(?P<w>wA?j*[vg.][^!|,w]{0,5}?[XCKBYOLZ]~*)",
        "says in which office somebody spoke",
        "first life",
    ),
)
