"""Descriptions that tell a life, one of a pair, or a home over two sentences, beside matters."""

from __future__ import annotations

import pytest

from facilitator.guard.findings import Level
from facilitator.guard.guard import Guard
from facilitator.roster import Participant, Roster

PEOPLE = """
Anke Schröder|f|DE
Markus Weiß|m|DE
Petra Horvat|f|HR
Vlora Gashi|f|XK
Arbër Krasniqi|m|XK
Margaret May|f|AU
Nino Kapanadze|f|GE
Kateřina Nováková|f|CZ
Raghav Subramaniam|m|IN
Kenji Morita|m|JP
Sidi Khattar|m|MR
Tom Banks|m|GB
Ana Marković|f|ME
Luka Đurović|m|ME
Fernanda Quiroga|f|AR
""".strip().splitlines()


@pytest.fixture(scope="module")
def guard() -> Guard:
    rows = (line.split("|") for line in PEOPLE)
    people = (Participant(name, gender=gender, country=country) for name, gender, country in rows)
    return Guard(Roster(tuple(people)))


def told(guard: Guard, text: str) -> bool:
    return any(found.level is not Level.HINT for found in guard.check(text))


@pytest.mark.parametrize(
    "text",
    [
        "Of the two Germans it was the woman who would pay for it.",
        "Out of the pair from Montenegro it was the lady who wanted numbers.",
        "Of those who came from Pristina, the woman was the one to bring up the textbooks.",
        "One of the Germans, the woman, had done a survey.",
        "Neither of the two members from Asia expected the dollar to weaken.",
        "Asia's two delegates disagreed.",
        "She is from Pristina and has never been asked about the north.",
        "He used to sign the banknotes, and so the remark had some bite.",
        "She spoke late. In the Caucasus, she thought, the dollar is a habit.",
        "Somebody doubted it. It came out later that Zagreb is where her voters are.",
        "Somebody spoke first. Her line was that Canberra would go on flying.",
        "One speaker was late; a minute later Nouakchott was “at home” for him.",
        "The remark drew smiles. Its author had flown in from Prague that morning.",
        "One of the participants has to report to Buenos Aires tonight, so she asked for the text.",
        "One participant has an office in Pyongyang.",
        "One participant who had fitted seals in an earlier job explained the gap.",
        "One participant recalled presenting credentials in Oslo.",
        "A participant who had delivered budgets himself warned against it.",
        "A participant from a country between two giants suggested a venue.",
        "One speaker used to sit in cabinet.",
        "The only one there from a university reported otherwise.",
        "The only manufacturer of gases present objected.",
        "The African in the room had heard it before.",
        "The person who speaks for the makers saw no need for it.",
        "A participant spoke of Prague as home, and she meant it.",
        "A participant who crossed from Haifa that morning wanted a visit.",
        "The lawyer among the diplomats would not accept it.",
        "One participant from the smallest country of all saw no harm in it.",
        "A participant with four decades at sea behind him spoke of radios.",
        "A participant who had crossed from Podgorica that morning, a woman, wanted a visit.",
    ],
)
def test_a_life_or_a_home_tells_who_it_was(guard: Guard, text: str) -> None:
    assert told(guard, text)


@pytest.mark.parametrize(
    "text",
    [
        "Of the two German banks it was the older that would pay for it.",
        "Out of the two offers it was the cheaper that won.",
        "Neither of the two options from Asia was expected to last.",
        "Asia's two largest ports were compared.",
        "In the Caucasus the dollar is a habit.",
        "Zagreb is where the voters are.",
        "Canberra would go on flying, the group expected.",
        "The paper drew smiles. Its title had been changed that morning.",
        "One participant has a question on the office in Pyongyang.",
        "One participant recalled that credentials had been presented in Oslo.",
        "A participant warned that budgets are read as forecasts.",
        "A participant from the south suggested a venue.",
        "One speaker used to think otherwise.",
        "The only manufacturer of gases in the sample had failed.",
        "The smallest country of all hosts six bases.",
        "He used to be a shepherd, the poet wrote of himself.",
        "The African in the picture was not named.",
        "A book that speaks of Prague as home was quoted.",
        "The brigadier who led the coup was shot.",
        "One participant thought that an earlier job programme had failed.",
    ],
)
def test_the_same_words_as_a_matter_tell_nobody(guard: Guard, text: str) -> None:
    assert not told(guard, text)
