"""How English says from whom something in a meeting came: see `patterns_en`.

Each pattern is a way to bring a source in, followed by whatever names a participant by body,
office or country.
"""

from __future__ import annotations

SOURCE = (
    "(?:"
    r"(?:[daqm]~*)?(?:[Fq]~*)*X~*'?(?:F~*)*[RruPloL]~*"
    r"|(?:[daq]~*|[qa]~*1)(?:[dm]~*)?(?:[Fg.]~*){0,2}[PRuolr]~*@?[f12]d?(?:[NT]~*B|[CKXZ])~*"
    r"|(?:[dam]~*|[qa]~*1[dm]q?~*){nation}(?:F~*)*[PORurloLB]~*"
    r"|[dam]~*(?:[NT]~*)+F~*(?=[!|,:]|$)"
    r"|dB~*'(?:[F.]~*)?[PO]~*"
    r"|d[BZ.]~*'(?:F~*)*[RruPlL]~*"
    r"|(?:[dam]~*)(?:F~*)*N~*(?=[!|,:;&\")7489jW]|$)"
    r"|(?:[dam]~*)?(?:[FNT]~*)*Y~*"
    r"|d(?:[FNT]~*)*O~*(?!['XZ])"
    r"|d?X~*(?![XZ'w])"
    ")"
)
"""Whoever is named by a body, a country or an office."""

_NEEDS = "XYNTCK"
_REASON = "tells from whom it came"

PATTERNS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "a contribution from",
        f"xn f6 {_NEEDS}",
        r"[xn]~*(?:,[^,!|]{1,5},|[^!|:wVvigAIWct,]{0,4})[f6]~*(?P<w>{source})",
        _REASON,
        "private disclosed source contributed",
    ),
    (
        "a word of",
        f"n 1 {_NEEDS}",
        r"n~*1(?P<w>{source})(?=[!|,:4]|$)",
        _REASON,
        "private disclosed source contributed",
    ),
    (
        "heard on the benches",
        "n 98 NT L",
        r"n~*[98](?P<w>d(?:[NT]~*)+L~*)",
        _REASON,
        "private benches",
    ),
    (
        "the people of a part of a name",
        "BZX. ' RruPlL",
        r"(?P<w>d[BZX.]~*'(?:F~*)*[RruPlL]~*)(?=[jAI]*[VvigW])",
        "tells whom somebody works for",
        "private part",
    ),
    (
        "we of a part of a name",
        "2 BZ w",
        r"(?P<w>2d[BZ]~*)(?=,?w)",
        "says whose side the speaker is on",
        "part",
    ),
    (
        "somebody of a nationality is of a mind",
        "NT PORu I",
        r"(?P<w>d{nation}(?:F~*)*[PORu]~*)(?=j*I)",
        "tells a participant's country",
        "private minded",
    ),
    (
        "quoted from",
        f'" f {_NEEDS}',
        r"\"f(?P<w>{source})",
        _REASON,
        "private disclosed source quoted",
    ),
    (
        "came from",
        f"gvI f {_NEEDS}",
        r"[gv]~*(?:,[^,!|]{1,3},|[j.]{0,3})f(?P<w>{source})",
        _REASON,
        "private disclosed source came",
    ),
    (
        "put to an office",
        "xn 7 YO",
        r"[xn]~*7(?P<w>d(?:[FNT]~*)*[YO]~*)",
        "names an office that is on the roster",
        "private office contributed",
    ),
    (
        "an office is of a mind",
        "YOP I",
        r"(?P<w>d(?:[FNT]~*)*[YOP]~*)(?=j*I)",
        "names an office that is on the roster",
        "private office minded",
    ),
    (
        "asked in the room",
        f"Vvg {_NEEDS}",
        r"[Vvg]~*[27]?(?P<w>{source})",
        "tells who was in the room",
        "private disclosed source addressed",
    ),
    (
        "you or us in a place",
        ".w 82f CKX",
        r"(?:^|[!|\",4])(?P<w>[.w][82f]d?[CKX]~*)",
        "says whose side the speaker is on",
        "ours",
    ),
    (
        "a country was represented by",
        "CK E 6",
        r"(?P<w>d?[CK]~*)(?=E~*6)",
        "tells who was in the room",
        "disclosed",
    ),
    (
        "between two of them",
        f". & {_NEEDS}",
        r"\.(?P<w>{source}(?:&{source})?)",
        _REASON,
        "private disclosed source between",
    ),
    (
        "it fell to",
        f"74 {_NEEDS}",
        r"[74](?P<w>{source})",
        _REASON,
        "private disclosed source dative",
    ),
    (
        "for whom it was said",
        f"4 {_NEEDS}",
        r"(?:^|[!|\"])4(?P<w>{source})",
        _REASON,
        "private disclosed source fronted",
    ),
    (
        "in somebody's view",
        f"k {_NEEDS}",
        r"k~*(?P<w>{source})",
        _REASON,
        "private disclosed source viewed",
    ),
    (
        "if one believes",
        f"c {_NEEDS}",
        r"c[^!|]{0,3}?(?P<w>{source})",
        _REASON,
        "private disclosed source believed",
    ),
    (
        "done, with something between, by",
        f"Vvign 6 {_NEEDS}",
        r"[Vvign]~*(?:,[^,!|]{1,5},|\([^!|)]{1,9}\)|[^!|:VvigAIcWw,]{1,5})?6(?P<w>{source})",
        _REASON,
        "private disclosed source done",
    ),
    (
        "it was they who",
        f"AI dtW {_NEEDS}",
        r"\.[AI]j?(?P<w>{source})(?=[tdW])",
        _REASON,
        "private disclosed source cleft",
    ),
    (
        "one of a body's people",
        "X q BLl Vvg",
        r"(?:^|[,\"])[Vvg]~*(?P<w>q~*d?X~*[BLl]~*)(?=[,!|]|$)",
        "tells whom somebody works for",
        "private",
    ),
    (
        "with a body joining",
        "X 3 .g",
        r"3(?P<w>d?X~*)(?=\.[89.j])",
        _REASON,
        "private disclosed dialling",
    ),
    (
        "with a body urging",
        "X 3 .g",
        r"3(?P<w>d?X~*)(?=[.g])",
        _REASON,
        "private disclosed urging",
    ),
    (
        "said a body or a house",
        "XNTK Vv",
        r"(?:^|[,\"])[Vv](?P<w>d?X~*|[da](?:[NTK]~*)+B~*)(?=[,!|f289]|$)",
        _REASON,
        "private disclosed quiet",
    ),
    (
        "somebody whom a body sent",
        "X W RPuolr",
        r"(?P<w>(?:[daq]~*)?(?:F~*)*[RPuolr]~*Wd?X~*)(?=[jAI]*[gvV])",
        "tells whom somebody works for",
        "private sent",
    ),
    (
        "a body and its one here",
        "X d PRu",
        r"(?P<w>d?X~*)(?=[^!|]{0,11}d[PRu]~*(?:@|j|[Vvi]))",
        "tells who was in the room",
        "disclosed its",
    ),
    (
        "what somebody of a body wears",
        "X",
        r"(?P<w>(?:[dam]~*)?X~*)(?=\.)",
        "tells whom somebody works for",
        "worn",
    ),
    (
        "a list of those present",
        ": X",
        r"(?P<w>:d?X~*(?:[^!|X:]{1,7}d?X~*)*)",
        "tells who was in the room",
        "disclosed listed",
    ),
    (
        "friends at a body",
        "X Pl ma",
        r"(?P<w>(?:m|[qad]~*1m)(?:F~*)*[Pl]~*[f12]d?X~*)",
        "tells whom somebody works for",
        "private",
    ),
    (
        "a body in brackets",
        "X (",
        r"(?:^|[.!|])\((?P<w>X~*)(?=\)(?:$|[!:.awdq]))",
        "gives a participant's organisation as the source",
        "disclosed bracketed",
    ),
    (
        "a body behind a sign",
        "X",
        r"(?:^|!)(?P<w>X~*)(?=&&|\.[^&]{2})",
        "gives a participant's organisation as the source",
        "disclosed signed",
    ),
    (
        "a body behind a dash",
        "X |",
        r"\|(?P<w>X~*)(?=[!]?$|,[28])",
        "gives a participant's organisation as the source",
        "disclosed dashed",
    ),
    (
        "the people of a house of a nationality took part",
        "NTK B E",
        r"(?P<w>d(?:F~*)*[NTK]~*B~*)(?=[jAI]*E)",
        "tells who was in the room",
        "private",
    ),
    (
        "a people's ones",
        "SNTCKX ' PRuoLl",
        r"(?P<w>d?[SNTCKX]~*'(?:[Fqa]~*){0,2}[PRuoLl]~*)(?=@|{did})",
        "tells participants' country",
        "private lively few",
    ),
    (
        "both of a people",
        "S q VvigsA",
        r"(?P<w>q~*(?:F~*)*S~*)(?={did})",
        "tells participants' country",
        "private lively both",
    ),
    (
        "a side that will or will not",
        "NTX L I",
        r"(?P<w>[dm]~*(?:F~*)*[NTX]~*L~*)(?=[jAI]*I)",
        "tells participants' country",
        "private willing",
    ),
    (
        "a side leaves the room",
        "NTX L v",
        r"(?P<w>[dm]~*(?:F~*)*[NTX]~*L~*)(?=v)",
        "tells participants' country",
        "leaves",
    ),
    (
        "our body of some kind",
        "m B.",
        r"(?P<w>m(?:[FNTg.]~*){1,2}B~*)(?!@)",
        "says whose side the speaker is on",
        "apart",
    ),
    (
        "ours in a place",
        "m loPObB 8 CK",
        r"(?P<w>m(?:[FNT.]~*){0,2}[loPObB]~*)(?=[^!|,:]{0,6}8[CK])",
        "says whose side the speaker is on",
        "elsewhere",
    ),
    (
        "our plant",
        "m .",
        r"(?P<w>m(?:[FNT.]~*-?){0,2}[.lLR])",
        "says whose side the speaker is on",
        "plant",
    ),
    (
        "what we do for a living",
        "w .",
        r"(?P<w>wj*\.)",
        "says whose side the speaker is on",
        "living",
    ),
    (
        "a body, by the evidence",
        "X",
        r"(?P<w>d?X~*)",
        "seems to give a participant's organisation as the source",
        "private disclosed weighs",
    ),
    (
        "a side, by the evidence",
        "NTK PORuL",
        r"(?P<w>(?:[dam]~*)?(?:F~*)*[NTK]~*(?:[FB.]~*){0,2}[PORuL]~*)",
        "seems to tell a participant's country",
        "private weighs",
    ),
    (
        "an office, by the evidence",
        "Y d",
        r"(?P<w>d(?:F~*)*Y~*)",
        "seems to name an office that is on the roster",
        "private office weighs",
    ),
)
