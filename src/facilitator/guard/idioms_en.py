"""Idioms of people in a meeting, as data: banks, rivers and winters do nothing of the kind."""

from __future__ import annotations

from facilitator.guard.deeds_en import PASTS, PRESENTS, regular_past, regular_present

_IDIOMS = """
bang the/beat the drum/beg to/bite her/bite his/blow hot/butt in/call time/change her/
change his/change tack/chip in/come clean/come in hard/come in late/come in on/
come in with/come prepared/cross swords/dial in/dig her/dig his/
drop off the/drop out of the/eat her/eat his/face down/fight her/fight his/fight shy/
get the last/get to the point/give a tour/give away nothing/give short/go first/go last/
go next/go second/go straight to/have a go/have a word/have had enough/have little time/
have no time for/have none of/have second thoughts/have the floor/have the last word/
have to leave/have nothing to add/have nothing to say/have nothing to report/
have nothing to hide/have nothing to offer/have nothing to fear/have nothing against/
have nothing but/have nothing further/have one more/have a lot to say/
have a go at/have no objection/have no views/have no problem/have another/hold forth/hold her/
hold his/hold the line/keep her/keep his/keep mum/
keep quiet/knock the/lay into/lay it on/leave early/leave it at/let fly/let it be/
let slip/log off/log on/lose her/lose his/lose it/lose the thread/make a pitch/
make a plea/make do with/make light of/make no bones/make short work/make the case/
mince no/muddy the/need convincing/need to leave/open her/open his/
paint a/part company/pass round/pay tribute/pick holes/pick up on/pile in/play devil's/
play for time/play it/point out/pour cold/press home/pull no punches/pull rank/
pull the plug/push back on/put down a marker/put in a word/put it bluntly/
put it differently/put it to/put paid/quote from/raise an eyebrow/raise her/raise his/
read aloud/read from/read out/read us/rest her/rest his/row back/rub salt/
run the figures/run the numbers/run us through/save her/save his/see it/
see red/see things/set it out/set them out/set this out/set that out/set out how/set out why/
set out her/set out his/draw up/be drafting/set the record/shoot back/show us/
shrug it/sign off on/sit silent/sit through/smell a/sound a note/sound sceptical/spare no/
speak up/spell out/split hairs/stand her ground/stand his ground/steer clear/steer the/
steer us/step in with/stick up for/sum up/swallow hard/swear to/take a different/
take a dim/take a harder/take a softer/take a tougher/take exception/take issue/take notes/
take offence/take the chair/take the floor/take the group/take the minutes/
take the opposite/take the room/take to task/take umbrage/tear into/tell us/think aloud/
think it/think otherwise/thrash out/throw cold/throw her/throw his/toe the/
touch on/try again/try to/tune out/voice doubts/wade in/
wade into/walk back/walk out/walk everybody/walk everyone/walk the group/walk the room/walk them/
walk us/want in/want it/want none/want out/warm to/wash her/wash his/wave aside/
wave away/weigh in/wind up by/wonder aloud/work the room/write back/zoom in
"""
"""What people do in a meeting, whatever their name is; a verb in its plain form opens each."""


def _tails() -> dict[str, tuple[list[str], ...]]:
    found: dict[str, list[list[str]]] = {}
    for idiom in _IDIOMS.replace("\n", "").split("/"):
        verb, *tail = idiom.split()
        found.setdefault(verb, []).append(tail)
    return {verb: tuple(tails) for verb, tails in found.items()}


IDIOM_TAILS = _tails()
"""What follows a verb, in its plain form, in an idiom of people."""

_IRREGULAR = {"bite": "bit", "blow": "blew", "beat": "beat", "dig": "dug", "eat": "ate"} | {
    "pay": "paid", "wind": "wound", "log": "logged", "rub": "rubbed", "sum": "summed"
}  # fmt: skip


def _forms() -> dict[str, str]:
    found = dict(PASTS) | PRESENTS
    for verb in IDIOM_TAILS:
        found.setdefault(_IRREGULAR.get(verb) or regular_past(verb), verb)
        found.setdefault(regular_present(verb), verb)
    return {form: verb for form, verb in found.items() if verb in IDIOM_TAILS}


IDIOM_VERBS = _forms()
"""The finite forms of these verbs, each with its plain one."""
