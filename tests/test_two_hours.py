"""A small session of two note-takers becomes a cleared brief and report; no point gets lost.

The whole of it, 240 points in a real terminal, is `benchmarks/two_hours.py`.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from conftest import House
from draft_room import choose, drafting, kept, texts, until
from facilitator.circulation import Circulation
from facilitator.cli.exporting import export
from facilitator.meeting import Close
from facilitator.review import Body, Stage, TextName
from facilitator.service import Secretariat
from facilitator.ui.dialogs import Ask

TWICE = (
    ("The border has been closed since March", "border closed since March"),
    ("Water sharing is on no agenda", "On no agenda is water sharing"),
    ("Rivers are the quiet item", "nobody speaks of streams"),  # only a person sees this
)
ONCE = [
    f"{word} at {place}" for word, place in zip("abcdefghijklmn", "opqrstuvwxyzäö", strict=True)
]
REST = ("* the hosts write to all", "@ a number to check", "~ a concern", "? who pays")


async def test_every_point_of_two_note_takers_is_accounted_for_when_the_texts_are_cleared(
    house: House, tmp_path: Path
) -> None:
    secretariat = house.open()
    secretariat.conduct(Close(), secretariat.look().progress)
    first = kept(secretariat, *ONCE[:7], *(one for one, _ in TWICE), *REST[:2])
    second = kept(secretariat, *ONCE[7:], *(other for _, other in TWICE), *REST[2:])
    entered = {each.id: each.text for each in (*first, *second)}
    assert len(entered) == 24

    async with drafting(house.open()) as (screen, pilot):
        await pilot.press("equals_sign", "a", "a", "escape")
        await until(pilot, lambda: len(texts(screen)) == 22)
        for words in TWICE[2]:
            choose(screen, words)
            await pilot.press("space")
        await pilot.press("equals_sign", "a")
        await until(pilot, lambda: len(texts(screen)) == 21)
        choose(screen, ONCE[0])
        await pilot.press("r", "r")  # for the hosts
        choose(screen, ONCE[1])
        await pilot.press("r")  # for the report
        choose(screen, "a number to check")
        await pilot.press("ctrl+k")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await pilot.press("right", "enter")
        await until(pilot, lambda: len(texts(screen)) == 20)

    for text in TextName:
        goes_round(secretariat, text, tmp_path)
    told = {
        text: export(secretariat, text, tmp_path, None).paths[0].read_text() for text in TextName
    }
    notes = {each.id: each for each in secretariat.store.snapshot(None).notes}
    struck = set(secretariat.copy().struck)
    fates: Counter[str] = Counter()
    for each in entered:
        words = notes[each].text if each in notes else ""
        if each not in notes:
            fates["struck" if each in struck else "LOST"] += 1
        elif notes[each].merged is not None:
            fates["merged" if notes[each].merged in notes else "LOST"] += 1
        elif words.casefold() in told[TextName.BRIEF].casefold():
            fates["brief"] += 1
        elif words.casefold() in told[TextName.REPORT].casefold():
            fates["report"] += 1
        else:
            fates["hosts" if notes[each].release else "LOST"] += 1
    assert fates == {"brief": 16, "report": 2, "merged": 3, "struck": 2, "hosts": 1}
    assert "as the hosts have it" in told[TextName.BRIEF].casefold()


def goes_round(secretariat: Secretariat, text: TextName, folder: Path) -> None:
    """The hosts read a text, change one point and erase another, and it is cleared."""
    circulation = Circulation(secretariat)
    circulation.begin(text)
    export(secretariat, text, folder, None, review=True)
    if text is TextName.BRIEF:
        circulation.amend(text, Body.HOSTS, 1, "as the hosts have it")
        circulation.strike(text, Body.HOSTS, 2)
    circulation.agree(text, Body.HOSTS)
    assert circulation.clear(text, reason=False).stage is Stage.CLEARED
