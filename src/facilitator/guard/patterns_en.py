"""How English ties a statement to somebody: the patterns, as data.

A pattern is a name, the letters that a sentence must have for it (one of every group), a
regular expression over the sentence's acts whose group "w" is what is marked, the reason
and conditions. The letters are those of `frames_en` and `acts_en`; beside them "N" is an
adjective of a country ("T" where it is also the people's plural, "S" the plural alone), "C" a
country, "K" a city that stands for one, "G" a region, "X" an organisation of the roster, "Y"
an office of it, "Z" an unknown capitalised word, "." any other, "~" goes on the word before
it. What stands in braces is one of `SHAPES`.

Conditions: "private" = nothing beside the verb puts the statement outside the meeting;
"lively" = what follows does not befall those a meeting talks about; "place" = what is named
is more than a category; "disclosed" = not what the hosts have named; "body" = what follows is
done in the room; "office" = somebody on the roster has that office; "label" = alone at the
line's start; "life" = tells of the speaker's own life; "side" = the side is not everybody's;
"unknown" = the capitalised word is no word of the language.
"""

from __future__ import annotations

SHAPES = {
    "{says}": r"[jAI]*[Vvi]",
    "{asks}": r"[jAI]*[Vi]",
    "{does}": r"(?:[jAI]*[Vvigs]|[jI]*[AI])",
    "{did}": r"(?:[jA]*[Vvigs]|j*A)",
    "{aside}": r"(?:,[^!|:]{1,14},|\([^!|:]{1,10}\))?",
    "{who}": r"(?:[dam]~*)?",
    "{nation}": r"(?:F~*)*[NT]~*(?:(?:,?&|-|,)[NT]~*)*(?:-[FNT.]~*)?",
    "{one}": r"(?:[POu]~*|F(?=[jAI]*[VvigsAI]))",
    "{by}": r"(?:[Vvig]~*|A[.j]{1,3})6",
    "{place}": r"(?:[da]~*)?(?:[FNTG]~*)*[CKXBZ]~*(?:(?:,|,?&)d?[CKX]~*)*",
}
"""Pieces that many patterns share: a finite verb of speech or of dialogue; any verb; any verb
of the past; words set off; done by; the adjectives of a country; one person; a place or a body."""

PATTERNS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "nationality and role",
        "NT R",
        r"(?P<w>[daqm]?~*1?(?:[Fq1G]~*)*{nation}(?:F~*)*R~*)",
        "tells a participant's country",
        "",
    ),
    (
        "nationality and roles",
        "NTG r",
        r"(?P<w>[dmq]?~*(?:[Fq1]~*)*(?:[NTG]~*(?:,?&)?)+(?:F~*)*r~*)(?!8[KC])",
        "tells participants' country",
        "",
    ),
    (
        "our friend of a nationality",
        "m NT Pl",
        r"(?P<w>m(?:F~*)*[NT]~*(?:F~*)*[PlF]~*)(?={does}|[@,!;|])",
        "tells a participant's country",
        "private",
    ),
    (
        "nationality and person, any verb",
        "NT POuF VvigsAI@W",
        r"(?P<w>[dam]~*(?:[jg.]~*){0,2}{nation}(?:[F.B1-]~*){0,2}{one})(?=(?:@|[f1238]d?[XZKCB]~*)?{aside}(?:{does}|@))",
        "tells a participant's country",
        "private lively",
    ),
    (
        "nationality and person, speech",
        "NT POu Vvi@",
        r"(?:^|[!|,\":(])(?P<w>{nation}[POu]~*)(?=(?:@|[f128]d?[XZKCB]~*)?{aside}(?:{says}|@))",
        "tells a participant's country",
        "private lively",
    ),
    (
        "nationality and professions, speech",
        "NT lou Vvi@",
        r"(?P<w>(?:[dmq]~*)1?d?{nation}(?:F~*)*[lou]~*)(?=@|{says})",
        "tells participants' country",
        "private lively",
    ),
    (
        "a nationality's delegates, speech",
        "NT l vg",
        r"(?P<w>(?:F~*)*[NT]~*(?:&[NT]~*)*(?:F~*)*l)(?=q?{did})",
        "tells participants' country",
        "private delegates undated lately",
    ),
    (
        "so many of a nationality are of a mind",
        "NT lor q A",
        r"(?P<w>d?q~*(?:F~*)*{nation}(?:F~*)*[lor]~*)(?=j*A)",
        "tells participants' country",
        "private delegated",
    ),
    (
        "one of a nationality's professions",
        "NT lou 1 VvigsAI",
        r"(?P<w>(?:a|q~*)1?[dm]q?~*{nation}(?:F~*)*[lou]~*)(?={does})",
        "tells participants' country",
        "private lively",
    ),
    (
        "nationality and professions, dialogue",
        "NT lou Vi@",
        r"(?P<w>{nation}(?:F~*)*[lou]~*)(?=@|{asks})",
        "tells participants' country",
        "private undated lately",
    ),
    (
        "speech, by a nationality",
        "NT PORlorF Vvi",
        r"(?:[Vvi]~*[^!|]{0,2}6~*|(?:^|[,\"!])[Vvi]~*,?\"?)(?P<w>[da]~*{nation}(?:F~*)*[PORlor]~*)(?![^!|,\"]*[Vvi])",
        "tells a participant's country",
        "private",
    ),
    (
        "put to or heard from a nationality",
        "NT PORuF f76k",
        r"(?:x~*(?:{does})?[f674]|[Vvig]~*x?~*[f76]|k~*|x1|A?.7)(?P<w>[dm]~*{nation}(?:F~*)*(?:[PORu]~*))"
        r"(?=[!,;|:)]|7|9|4|8|j|W|&|$)",
        "tells a participant's country",
        "private",
    ),
    (
        "it fell to a nationality",
        "NT POu 7",
        r"[gA].?7(?P<w>[da]~*{nation}(?:F~*)*[POu]~*)(?=7)",
        "tells a participant's country",
        "private",
    ),
    (
        "for a nationality, at the front",
        "NT PORlor 4",
        r"(?:^|[!|\"])4(?P<w>[da]~*{nation}(?:F~*)*[PORlor]~*)(?=,)",
        "tells a participant's country",
        "private",
    ),
    (
        "somebody of a body",
        "X uPR f2138",
        r"(?P<w>(?:[daq]~*)?(?:F~*)*[uPR]~*@?[f213](?:d~*)?X~*)",
        "tells whom somebody works for",
        "private",
    ),
    (
        "by roles from",
        "Rr 6f CKXZ",
        r"6(?P<w>(?:[daq]~*)?(?:F~*)*[Rr]~*f(?:d~*)?[CKXZ]~*)",
        "tells where participants come from",
        "",
    ),
    (
        "from a people's perspective",
        "NT f R",
        r"(?P<w>f[da](?:F~*)*[NT]~*x)(?=,[^!|]*R)",
        "tells a participant's country",
        "",
    ),
    (
        "somebody of a country",
        "CK ' PROu VvigsAI@",
        r"(?P<w>[CK]~*'(?:F~*)*[PROu]~*)(?=@|{did})",
        "tells a participant's country",
        "private lively",
    ),
    (
        "a country's one in the room",
        "CKX ' PROuo @",
        r"(?P<w>[CKX]~*'(?:F~*)*[PROuo]~*@~*)",
        "tells a participant's country",
        "",
    ),
    (
        "somebody of a body's own, speech",
        "X ' PROFuL VvigsAI",
        r"(?P<w>d?X~*'(?:F~*)*[PROFuL]~*)(?={did})",
        "tells whom somebody works for",
        "private undated",
    ),
    (
        "offices of the roster, speech",
        "o q VvigsAI",
        r"(?P<w>(?:q~*d?|a1d)(?:F~*)*o~*)(?={says})",
        "names an office",
        "private office",
    ),
    (
        "in the view of a nationality",
        "NT PORlor kx",
        r"(?:k~*|x1)(?P<w>[daq]~*{nation}(?:F~*)*[PORlor]~*)",
        "tells a participant's country",
        "private",
    ),
    (
        "a nationality's view",
        "NT PORu '",
        r"(?P<w>[da]~*{nation}(?:F~*)*[PORu]~*)(?='(?:F~*)*[xn])",
        "tells a participant's country",
        "private",
    ),
    (
        "one of a people",
        "NT ad",
        r"(?P<w>(?:[da](?:[jg.q]~*){0,2}(?:F~*)*N~*|a(?:F~*)*T~*))(?=[!|:;)\"1-9fjAIVvigsWEt$]|,(?![NTGF])|&(?![NTGF]|d[NT])|'(?:[x.]|F.)|$)",
        "tells a participant's country",
        "private lively alone",
    ),
    (
        "one of a people without an article",
        "N Vvg",
        r"^(?P<w>N~*)(?=j*[Vvg])",
        "tells a participant's country",
        "private lively alone",
    ),
    (
        "our one of a people",
        "m N",
        r"(?P<w>m(?:F~*)*N~*)(?={does})",
        "tells a participant's country",
        "private",
    ),
    (
        "somebody of a city",
        "K RLuPOlo",
        r"(?P<w>[dam]~*(?:F~*)*K~*(?:-.)?(?:F~*)*(?:[RLu]~*|[PO]~*(?={did})|[lo]~*(?={says})))",
        "tells where a participant comes from",
        "private",
    ),
    (
        "a role, then a nationality",
        "R NTCKX (,",
        r"R~*(?P<w>(?:,[NT]~*,|\([NTCKX]~*\)))",
        "tells a participant's country",
        "",
    ),
    (
        "a country through its participant",
        "CK RL",
        r"(?P<w>[CK]~*,[^!|,]{0,2}d[RL]~*)(?=,)",
        "tells a participant's country",
        "",
    ),
    (
        "a nationality's intervention",
        "NT x",
        r"(?P<w>d?[NT]~*x)",
        "tells a participant's country",
        "private remark",
    ),
    (
        "a people in the room",
        "SNT @",
        r"(?P<w>(?:[qa]~*1?)?d?(?:F~*)*[SNT]~*@~*)",
        "tells who was in the room",
        "",
    ),
    (
        "some of a people, speech",
        "S Vvi",
        r"(?P<w>(?:[qa]~*1?d?|q~*)(?:F~*)*S~*)(?={says})",
        "tells participants' country",
        "private",
    ),
    (
        "one of a people among several, any verb",
        "S aq VvigsAI",
        r"(?P<w>(?:a1[dm]q?~*|q~*1?d)(?:F~*)*S~*)(?={does})",
        "tells participants' country",
        "private lively",
    ),
    (
        "a people, dialogue",
        "ST Vi",
        r"(?P<w>d(?:F~*)*[ST]~*)(?={asks})",
        "tells participants' country",
        "private",
    ),
    (
        "a people, moved",
        "ST vgA",
        r"(?P<w>d(?:F~*)*[ST]~*)(?={did})",
        "tells participants' country",
        "private moved",
    ),
    (
        "role from a place or body",
        "R CKXBZG f1234",
        r"(?P<w>(?:[daqm]~*)?(?:[FqGNT1]~*)*R~*@?[f1234](?:[da]~*)?(?:[FNTG]~*)*[CKXBZ]~*)",
        "tells where a participant comes from",
        "place",
    ),
    (
        "roles from a place",
        "r CKXZ f",
        r"(?P<w>(?:[daqm]~*)?(?:[Fq1]~*)*r~*@?f(?:d~*)?[CKXZ]~*(?:(?:,|,?&)d?[CKXZ]~*)*)",
        "tells where participants come from",
        "",
    ),
    (
        "roles from a place or body, speech",
        "r CKXBZG f1234",
        r"(?P<w>(?:[daqm]~*)?(?:[Fq1]~*)*r~*@?[f1234]{place})(?=@|{says})",
        "tells where participants come from",
        "private place",
    ),
    (
        "a person from a place or body, any verb",
        "POu CKXBZ f12",
        r"(?P<w>(?:[daqm]~*)(?:[FqNTB.]~*){0,3}[POu]~*@?(?:[.8]?f|[124]){place})(?=@|,?{aside}{does})",
        "tells where a participant comes from",
        "private place lively",
    ),
    (
        "persons from a place or body, speech",
        "uol CKXBZ f12",
        r"(?P<w>(?:[daqm]~*)?(?:[FqNT]~*)*\.?[uol]~*@?(?:[.8]?f|[12]){place})(?=@|,?(?:4[da][.x])?{aside}{says})",
        "tells where participants come from",
        "private place",
    ),
    (
        "speech, by somebody from",
        "PORuolr CKXBZ f12",
        r"(?:[Vvi]~*[^!|]{0,2}6|k~*|x~*(?:{does})?[1f])"
        r"(?P<w>(?:[daq]~*)?(?:F~*)*[PORuolr]~*[f12](?:[da]~*)?(?:[FNTG]~*)*[CKXBZ]~*)",
        "tells where a participant comes from",
        "private place",
    ),
    (
        "somebody of an unknown body",
        "R Z",
        r"(?P<w>[dam]~*(?:F~*)*Z~*R~*)",
        "tells whom somebody works for",
        "unknown",
    ),
    (
        "unknown capitals, dialogue",
        "Z. V",
        r"(?:^|[!|])(?P<w>[Z.])(?=V)",
        "gives an organisation as the speaker, it seems",
        "capitals",
    ),
    (
        "apologies from",
        "e",
        r"(?P<w>e~*(?:[jAI~]|\.){0,3}[Vv.g]?~*(?:f|6)(?:[daq]~*)?(?:[FNTG]~*)*[XZCKNTShO]~*)",
        "tells who was invited",
        "",
    ),
)

KINDS = {
    "our body": "own",
    "our body of some kind": "own",
    "our plant": "own",
    "ours in a place": "own",
    "our paper ran": "own",
    "our people of some trade": "own",
    "in my time as an office": "phrase",
    "somebody said that as a former he": "phrase",
    "with a kind of hat on": "phrase",
    "with a body joining": "presence",
    "what we do for a living": "presence",
    "what somebody of a body wears": "presence",
    "a list of those present": "presence",
    "a country was represented by": "presence",
    "the people of a house of a nationality took part": "presence",
    "you or us in a place": "phrase",
    "we of a part of a name": "phrase",
    "we at a body": "phrase",
    "back at a body": "phrase",
    "here in a country": "phrase",
    "in a country we": "phrase",
    "seen from a body": "phrase",
    "seen from a country by somebody here": "phrase",
    "speaking for": "phrase",
    "speaking as": "phrase",
    "as a former": "phrase",
    "as an office I": "phrase",
    "as a people we": "phrase",
    "I was in an office": "phrase",
    "what I did in life": "phrase",
    "my colleagues at": "body",
    "apologies from": "apologies",
    "a body took part": "presence",
    "somebody of a body took part": "presence",
}
"""How a finding of a pattern is rewritten, where not by "one participant"."""
