"""How English ties a statement to somebody: the patterns, as data.

A pattern is a name, the letters that a sentence must have for it (one of every group), a
regular expression over the sentence's letters whose group "w" is what is marked, the reason
and conditions. The letters are those of `frames_en`; beside them "N" is an adjective of a
country ("T" where it is also the people's plural, "S" the plural alone), "C" a country, "K" a
city that stands for one, "G" a region, "X" an organisation of the roster, "Y" an office of
it, "Z" an unknown capitalised word, "." any other, "~" goes on the word before it.

Conditions: "private" = nothing beside the verb puts the statement outside the meeting;
"place" = what is named is more than a category; "disclosed" = not what the hosts have
named; "quiet" = not a body that speaks to the public anyway; "office" = somebody on the
roster has that office.
"""

from __future__ import annotations

PATTERNS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "nationality and role",
        "NT R",
        r"(?P<w>[daqm]?~*[Fq1G]*[NT]~*(?:-[NT]~*)?[F&]*R~*)",
        "tells a participant's country",
        "",
    ),
    (
        "nationality and roles",
        "NTG r",
        r"(?P<w>[dmq]~*[Fq1]*[NTG]~*F*r~*)(?!8[KC])",
        "tells participants' country",
        "private",
    ),
    (
        "nationality, roles, speech",
        "NT r",
        r"(?P<w>F*[NT]~*F*r~*)(?=@|j*[Vvi])",
        "tells participants' country",
        "private",
    ),
    (
        "nationality and profession, speech",
        "NT POu Vvi@",
        r"(?P<w>[dam]~*F*[NT]~*F*[POu]~*)(?=(?:@|[f12]d?[XZKCB]~*)?(?:,[^!|:]{1,14},)?[jJ]*[Vvi])",
        "tells a participant's country",
        "private",
    ),
    (
        "nationality and professions, speech",
        "NT lou Vvi",
        r"(?P<w>[dmq]~*1?d?F*[NT]~*F*[lou]~*)(?=(?:@)?j*[Vvi])",
        "tells participants' country",
        "private",
    ),
    (
        "nationality and professions present",
        "NT louPO @",
        r"(?P<w>[dmqa]?~*1?d?F*[NT]~*F*[louPO]~*@~*)",
        "tells participants' country",
        "",
    ),
    (
        "nationality and professions, dialogue",
        "NT lo Vi",
        r"(?P<w>F*[NT]~*F*[lo]~*)(?=j*[Vi])",
        "tells participants' country",
        "private",
    ),
    (
        "speech, by a nationality",
        "NT PORlor Vvi",
        r"[Vvi]~*(?:[^!|]{0,2}6~*|,?\"?)(?P<w>[da]~*F*[NT]~*F*[PORlor]~*)(?![^!|,\"]*[Vvi])",
        "tells a participant's country",
        "private",
    ),
    (
        "for a nationality, at the front",
        "NT PORlor 4",
        r"(?:^|[!|\"])4(?P<w>[da]~*F*[NT]~*F*[PORlor]~*)(?=,)",
        "tells a participant's country",
        "private",
    ),
    (
        "somebody of a body",
        "X uPR f2",
        r"(?P<w>(?:[daq]~*)?F*[uPR]~*@?[f2](?:d~*)?X~*)",
        "tells whom somebody works for",
        "private",
    ),
    (
        "speech, by one of a people",
        "N 6",
        r"[Vvi.]~*6(?P<w>[da]F*N~*)(?=[!,|;:)&j]|$)",
        "tells a participant's country",
        "private",
    ),
    (
        "by roles from",
        "Rr 6f CKXZ",
        r"6(?P<w>(?:[daq]~*)?F*[Rr]~*f(?:d~*)?[CKXZ]~*)",
        "tells where participants come from",
        "",
    ),
    (
        "from a people's perspective",
        "NT f R",
        r"(?P<w>f[da]F*[NT]~*x)(?=,[^!|]*R)",
        "tells a participant's country",
        "",
    ),
    (
        "somebody of a country, speech",
        "CK ' PRO Vvi",
        r"(?P<w>[CK]~*'F*[PRO]~*)(?=j*[Vvi])",
        "tells a participant's country",
        "private",
    ),
    (
        "somebody of a body's own, speech",
        "X ' PRO Vvi",
        r"(?P<w>d?X~*'F*[PRO]~*)(?=j*[Vvi])",
        "tells whom somebody works for",
        "private",
    ),
    (
        "one of a people's view",
        "N ' x",
        r"(?P<w>[da]F*N~*)(?='F*x)",
        "tells a participant's country",
        "private",
    ),
    (
        "in a country we",
        "28 w XCK",
        r"(?:^|[!|\"])(?P<w>[28](?:d~*)?[XCK]~*)(?=,?w)",
        "says whose side the speaker is on",
        "",
    ),
    (
        "offices of the roster, speech",
        "o q Vvi",
        r"(?P<w>q~*d?F*o~*)(?=j*[Vvi])",
        "names an office",
        "private office",
    ),
    (
        "in the view of a nationality",
        "NT PORlor kx",
        r"(?:k~*|x1)(?P<w>[daq]~*F*[NT]~*F*[PORlor]~*)",
        "tells a participant's country",
        "private",
    ),
    (
        "a nationality's view",
        "NT POR '",
        r"(?P<w>[da]~*F*[NT]~*F*[POR]~*)(?='F*x)",
        "tells a participant's country",
        "private",
    ),
    (
        "one of a people, speech",
        "N Vvi@",
        r"(?P<w>[da]F*N~*)(?=@|(?:,[^!|:]{1,14},)?j*[Vvi])",
        "tells a participant's country",
        "private",
    ),
    (
        "a people in the room",
        "SNT @",
        r"(?P<w>(?:[qa]~*1?)?d?F*[SNT]~*@~*)",
        "tells who was in the room",
        "",
    ),
    (
        "some of a people, speech",
        "S Vvi",
        r"(?P<w>(?:[qa]~*1?d?|q~*)F*S~*)(?=j*[Vvi])",
        "tells participants' country",
        "private",
    ),
    (
        "a people, dialogue",
        "ST Vi",
        r"(?P<w>dF*[ST]~*)(?=j*[Vi])",
        "tells participants' country",
        "private",
    ),
    (
        "side of the table",
        "NTX LR @",
        r"(?P<w>[dm]?F*[NTX]~*[LR]~*@~*)",
        "tells who was in the room",
        "",
    ),
    (
        "nationality and delegation, dialogue",
        "NTX L Vi",
        r"(?P<w>[dam]~*F*[NTX]~*F*L~*)(?=j*[Vi])",
        "tells participants' country",
        "private",
    ),
    (
        "delegation, speech",
        "NTX L v",
        r"(?P<w>[dam]~*F*[NTX]~*L~*)(?=j*v)",
        "tells participants' country",
        "private",
    ),
    (
        "according to a delegation",
        "L k6",
        r"(?:k~*|[Vvi]~*6)(?P<w>[dam]~*F*(?:[NTX]~*L~*|L~*[1f]d?[CKXZNTG]~*))",
        "tells a participant's side",
        "",
    ),
    (
        "delegation of, speech",
        "L CKXZ Vvi",
        r"(?P<w>[da]~*F*L~*[1f]d?[CKXZ]~*)(?=j*[Vvi])",
        "tells a participant's side",
        "private",
    ),
    (
        "role from a place or body",
        "R CKXBZG f1234",
        r"(?P<w>(?:[daqm]~*)?(?:[FqGNT1]~*)*R~*@?[f1234](?:[da]~*)?(?:[FNTG]~*)*[CKXBZ]~*)",
        "tells where a participant comes from",
        "place",
    ),
    (
        "roles from a place or body, speech",
        "r CKXBZG f1234",
        r"(?P<w>(?:[daqm]~*)?[Fq1]*r~*@?[f1234](?:[da]~*)?(?:[FNTG]~*)*[CKXBZ]~*)(?=@|j*[Vvi])",
        "tells where participants come from",
        "private place",
    ),
    (
        "a person from a place or body, speech",
        "POuol CKXBZ f12",
        r"(?P<w>(?:[daqm]~*)?(?:[FqNT]~*)*[POuopl]~*@?[f12](?:[da]~*)?(?:[FNTG]~*)*[CKXBZ]~*)"
        r"(?=@|,?(?:[^!|:]{1,8},)?j*[Vvi])",
        "tells where a participant comes from",
        "private place",
    ),
    (
        "speech, by somebody from",
        "PORuolr CKXBZ f12",
        r"(?:[Vvi]~*[^!|]{0,2}6|k~*|x~*[1f])"
        r"(?P<w>(?:[daq]~*)?F*[PORuoplr]~*[f12](?:[da]~*)?(?:[FNTG]~*)*[CKXBZ]~*)",
        "tells where a participant comes from",
        "private place",
    ),
    (
        "our body",
        "m",
        r"(?P<w>m(?:[FNT]~*)*[BOoLb]~*)(?!@)",
        "says whose side the speaker is on",
        "",
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
        "$",
        r"(?P<w>s?\$~*(?:[da]~*)?(?:[FNTG]~*)*[XCKBZSPORLY]~*)",
        "says whose side the speaker is on",
        "",
    ),
    (
        "speaking for",
        "s 4",
        r"(?P<w>sj*4(?:[dam]~*)?(?:[FNTG]~*)*[XCBZSLoO]~*)",
        "says for whom somebody spoke",
        "",
    ),
    (
        "speaking as",
        "s 5",
        r"(?P<w>sj*5(?:[dam]~*)?(?:[FNTG]~*)*[OPRBXZSNTY]~*)",
        "says in which office somebody spoke",
        "",
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
        "5 O w",
        r"(?P<w>5(?:[da]~*)?(?:[FNT]~*)*[OY]~*(?:[127f48]d?\w~*)?)(?=,?w)",
        "says in which office somebody spoke",
        "",
    ),
    (
        "as a people we",
        "w STNC",
        r"(?P<w>(?:5(?:S|[da](?:[FG]~*)*[NTC])~*(?:[POR]~*)?(?=,?w)|w[ST]~*(?=[jVv,.])))",
        "says whose side the speaker is on",
        "",
    ),
    (
        "apologies from",
        "e",
        r"(?P<w>e~*(?:[j~]|\.){0,3}[Vv.]?~*(?:f|6)(?:[daq]~*)?(?:[FNTG]~*)*[XZCKNTShO]~*)",
        "tells who was invited",
        "",
    ),
)

KINDS = {
    "our body": "own",
    "we at a body": "phrase",
    "speaking for": "phrase",
    "speaking as": "phrase",
    "as a former": "phrase",
    "as an office I": "phrase",
    "as a people we": "phrase",
    "my colleagues at": "body",
    "apologies from": "apologies",
    "a body took part": "presence",
    "somebody of a body took part": "presence",
}
"""How a finding of a pattern is rewritten, where not by "one participant"."""
