"""The notes of two people from one meeting of two hours: 240 lines, 30 of them said twice.

What both wrote down stands here in the words of each; of `APART` pairs the words are so far
apart that only a person sees it. The rest is put together by chance
from what is said at such meetings, so that points share words as real ones do. Some lines
give away who spoke; every person in them is on the example's invented roster.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SEED = 528
POINTS, TWICE, APART = 240, 30, 6

# Segment, topic, the one note-taker's line, the other's.
BOTH = (
    (
        "presentation",
        "1",
        "The republic is the only order that protects the rights won since 2001",
        "Only the republic protects the rights that were won since 2001",
    ),
    (
        "presentation",
        "1",
        "A ceasefire was asked for before any talk about the form of the state",
        "Before any talk on the form of the state a ceasefire was asked for",
    ),
    (
        "presentation",
        "2",
        "The negotiating team speaks for every region and has women among its members",
        "Negotiating team: members from every region, women among them",
    ),
    (
        "presentation",
        "2",
        "Releasing the last thousand prisoners depends on proof that the first did not fight",
        "Release of the last thousand prisoners depends on proof that the first ones do not fight",
    ),
    (
        "presentation",
        "4",
        "Troops should leave by conditions and not by a calendar",
        "The troops should leave by conditions, not by calendar",
    ),
    (
        "presentation",
        "5",
        "Two groups are proposed: one of neighbours, one of donors",
        "Proposed are two groups, one of neighbours and one of donors",
    ),
    (
        "qa",
        "1",
        "? Who guarantees the end state once the troops have left",
        "? Who will guarantee the end state after the troops have left?",
    ),
    (
        "qa",
        "2",
        "? What happens if the talks break down in the first month",
        "? What happens should the talks break down within the first month",
    ),
    (
        "qa",
        "3",
        "? Can the border trade be taxed by both sides meanwhile",
        "? Can both sides tax the border trade meanwhile",
    ),
    (
        "qa",
        "1",
        "= Guarantees by neighbours were called stronger than guarantees from afar",
        "= Neighbours' guarantees are stronger than guarantees from afar",
    ),
    (
        "qa",
        "2",
        "= A pause of the talks is expected and is no collapse",
        "= A pause of talks is to be expected, which is no collapse",
    ),
    (
        "qa",
        "5",
        "= The United Nations could convene and should not mediate alone",
        "= UN: the United Nations could convene but should not mediate alone",
    ),
    (
        "discussion",
        "1",
        "An interim arrangement would divide the army within weeks",
        "The army would divide within weeks under an interim arrangement",
    ),
    (
        "discussion",
        "1",
        "~ Constitutional change under fire is seen as surrender",
        "~ Changing the constitution under fire would be seen as surrender",
    ),
    (
        "discussion",
        "2",
        "Victims' groups want a seat before the agenda is fixed",
        "Victims' groups want their seat before the agenda is fixed",
    ),
    (
        "discussion",
        "2",
        "! Publish the rules of procedure so that nobody can be surprised",
        "! The rules of procedure should be published, so nobody can be surprised",
    ),
    (
        "discussion",
        "2",
        "Local ceasefires held longest where elders signed them",
        "Truces that village elders had put their names to lasted",
    ),
    (
        "discussion",
        "3",
        "Field commanders earn more from checkpoints than from foreign money",
        "Commanders live off the road tolls rather than off cash from abroad",
    ),
    (
        "discussion",
        "3",
        "~ Fighters without a wage will cross into the north",
        "~ Men who are not paid go over the northern border",
    ),
    (
        "discussion",
        "3",
        "Travel permissions were the one lever that changed behaviour",
        "The one lever which changed behaviour was travel permissions",
    ),
    (
        "discussion",
        "4",
        "Sanctions waivers decide whether the port can serve the route",
        "Whether the port can serve the route is decided by sanctions waivers",
    ),
    (
        "discussion",
        "4",
        "Rival powers agree on narcotics and could begin there",
        "Rival powers agree about narcotics; could begin there",
    ),
    (
        "discussion",
        "4",
        '" Nobody wants the last helicopter picture twice',
        '" Nobody wants that last helicopter picture twice',
    ),
    (
        "discussion",
        "5",
        "! A standing contact group of neighbours at the level of special envoys",
        "! Standing contact group of neighbours, at special envoys' level",
    ),
    (
        "discussion",
        "5",
        "Water sharing is the quiet item that no format includes",
        "Rivers are on nobody's table, said twice over",
    ),
    (
        "discussion",
        "5",
        "Electricity imports could be paid into a joint account",
        "Pay for power from the neighbours out of a purse held together",
    ),
    (
        "discussion",
        "5",
        "Humanitarian corridors were opened by phone within a day during the flood",
        "During the flood humanitarian corridors were opened within a day by phone",
    ),
    (
        "closing",
        "5",
        "* HAS circulates the map of the routes before the next session",
        "* Map of the routes: HAS circulates it before the next session",
    ),
    (
        "closing",
        "2",
        "Everybody could live with talks beginning without preconditions",
        "Talks beginning without preconditions are what everybody could live with",
    ),
    (
        "closing",
        "4",
        "Outside powers should say in public what they say in private",
        "Big powers: the same words behind closed doors and in front of them",
    ),
)

# Segment, the line. A line that begins with two spaces stands under the one above it.
BY_HAND = (
    ("opening", "The aim is to hear positions, not to negotiate them #5"),
    ("opening", "The hosts will send the draft to those present first #5"),
    ("qa", "? Is there a date for the second release #2"),
    ("qa", "? Which neighbour hosts the first round #5"),
    ("qa", "? Does the amnesty cover crimes against civilians #1"),
    ("qa", "? Who pays the salaries of the army in two years #4"),
    ("qa", "? What did the last commission leave unfinished #2"),
    ("qa", "? Are the camps on the other side of the border closed #3"),
    ("qa", '" We will talk under the tree if there is no table #2'),
    ("discussion", "The timetable should be kept whatever the violence #2"),
    ("discussion", "  -- Without less violence there is nobody left to talk for"),
    ("discussion", "A broad regional format gives everybody a stake #5"),
    ("discussion", "  -- A large table decides nothing; four states are enough"),
    ("discussion", "Economic corridors come first and trust follows #5"),
    ("discussion", "  -- Investors wait for peace and not the other way round"),
    ("discussion", "Amnesty is the price of an early ceasefire #1"),
    ("discussion", "  -- Amnesty without truth brings the war back in ten years"),
    ("discussion", "Outside troops are the last leverage of the talks #4"),
    ("discussion", "  -- Outside troops are what the other side fights against"),
    ("discussion", '" A signature is cheap and a salary is not #3'),
    ("discussion", '" The map was drawn without the people on it #4'),
    ("discussion", '" Our patience is older than your calendar #3'),
    ("discussion", "@ Share of transit trade through the southern port in 2019 #5"),
    ("discussion", "@ Number of districts with a local ceasefire #2"),
    ("discussion", "@ Year in which the water treaty was signed #5"),
    ("discussion", "_ The status of the refugees who cannot return #3"),
    ("discussion", "_ A joint history commission #2"),
    ("discussion", "..."),
    ("closing", "* KAS looks for a place for the second session #5"),
    ("closing", "* The hosts send the draft brief by Friday #5"),
    ("closing", "+ Small steps that are verified soon beat large ones promised late #2"),
    # What gives somebody away, each in another manner.
    ("discussion", "Dr Wardaki-Sahar doubted that the districts can vote in spring #1"),
    ("discussion", "The Norwegian participant offered to host the technical talks #5"),
    ("discussion", "According to Khattarzai the border posts already share radio channels #3"),
    ("discussion", "As a former envoy, the speaker recalled how the 1988 accords failed #4"),
    ("discussion", "The Thornhill Policy Trust has a study on amnesties in three countries #1"),
    ("qa", "? Whitcastle asked whether the waivers end this year #4"),
    ("closing", "Golestanpour proposed to meet again in autumn #5"),
    ("discussion", "The scholar from Kyrgyzstan warned of fighters in the passes #3"),
)

_SUBJECTS: Mapping[str, Sequence[str]] = {
    "1": (
        "The constitution",
        "An elected parliament",
        "The army's loyalty",
        "Provincial autonomy",
        "The amnesty law",
        "A census",
        "The supreme court",
        "A women's quota",
    ),
    "2": (
        "The agenda of the talks",
        "A neutral venue",
        "The prisoners' list",
        "A council of elders",
        "Confidence building",
        "A written roadmap",
        "Civil society",
        "The delegation",
    ),
    "3": (
        "Local taxation",
        "The border population",
        "A cross-border clan",
        "A fighter's wage",
        "A religious school",
        "The opium economy",
        "A safe haven",
        "A defector",
    ),
    "4": (
        "A residual force",
        "Rivalry of the outside powers",
        "A sanctions waiver",
        "Military aid",
        "The withdrawal",
        "Intelligence sharing",
        "A summit",
        "Any foreign budget",
    ),
    "5": (
        "The railway",
        "Transit trade",
        "A regional secretariat",
        "The donors' conference",
        "River management",
        "The visa regime",
        "The power line",
        "A conference of neighbours",
    ),
}

_SAYS = (
    "needs a guarantee that outlives one government",
    "was promised three times",
    "matters more in the provinces than in the capital",
    "cannot wait for every question to be settled",
    "is judged at the checkpoints",
    "loses support each month",
    "would look different with younger voices",
    "depends on two ministries",
    "is where positions are closest",
    "should be tested in four districts",
    "costs less than another summer of fighting",
    "has been overtaken by the pandemic",
    "survived earlier changes of power",
    "is used as a bargaining chip",
    "cuts through parties and clans",
    "was left out of the February agreement",
    "attracts spoilers",
    "rests on a few trusted mediators",
    "can be monitored by satellite",
    "works only by consent",
    "was better understood in the nineties",
    "divides the diaspora",
    "has no budget line",
    "is misread abroad",
)

_TAILS = (
    "yet nobody has written it down",
    "as the winter of 2001 showed",
    "so a deadline helps little",
    "and mayors already act on it",
    "which insurers noticed first",
    "while newspapers speak of something else",
    "if donors keep their pledges",
    "unless teachers are paid",
    "because land titles are contested",
    "and radio reaches further than decrees",
    "though lawyers disagree about the wording",
    "even where harvests were good",
    "until mobile networks are open at night",
    "since drivers pay twice on one road",
    "and nurses see it before generals do",
    "whoever wins the next vote",
    "as pilgrims and traders confirm",
    "but surveys ask only men",
    "where wells have run dry",
    "and translation adds to the confusion",
    "when ambassadors change every year",
    "without which engineers will not return",
    "although archives tell another story",
    "provided that widows are heard",
    "as long as fuel prices rise",
    "and students draw their own conclusion",
)

_SIGNS = ("", "", "", "", "~ ", "~ ", "! ", "+ ", "? ")


@dataclass(frozen=True, slots=True)
class Heard:
    """One line of one note-taker (0 or 1) in a segment; lines of a pair share its number."""

    segment: str
    line: str
    taker: int
    pair: int | None = None


def heard(points: int = POINTS, twice: int = TWICE, seed: int = SEED) -> list[Heard]:
    """So many lines, of which `twice` say again what the other wrote down.

    Fewer than all of them: every part of the notes gets smaller alike.
    """
    chance = random.Random(seed)
    found = [
        Heard(segment, _tagged(line, topic), taker, number)
        for number, (segment, topic, *lines) in enumerate(BOTH[:: max(1, TWICE // twice)][:twice])
        for taker, line in enumerate(lines)
    ]
    blocks = _blocks()
    own = (points - len(found)) * len(BY_HAND) // (POINTS - 2 * TWICE)
    left = points - len(found)
    chance.shuffle(blocks)
    for block in blocks:
        if own >= len(block):
            taker = chance.randrange(2)
            found += [Heard(segment, line, taker) for segment, line in block]
            own, left = own - len(block), left - len(block)
    found += [Heard(segment, line, chance.randrange(2)) for segment, line in _made(left, chance)]
    return found


def files(lines: Sequence[Heard], taker: int, seed: int = SEED) -> dict[str, str]:
    """One note-taker's lines as text files by segment, in the order in which they came."""
    chance = random.Random(seed + taker)
    blocks: dict[str, list[list[str]]] = {}
    for each in lines:
        if each.taker != taker:
            continue
        groups = blocks.setdefault(each.segment, [])
        if each.line.startswith(" "):
            groups[-1].append(each.line)
        else:
            groups.append([each.line])
    for groups in blocks.values():
        chance.shuffle(groups)
    return {
        segment: "".join(f"{line}\n" for group in groups for line in group)
        for segment, groups in blocks.items()
    }


def _tagged(line: str, topic: str) -> str:
    return f"{line} #{topic}"


def _blocks() -> list[list[tuple[str, str]]]:
    """The lines made by hand, each with what stands under it."""
    found: list[list[tuple[str, str]]] = []
    for segment, line in BY_HAND:
        if line.startswith(" "):
            found[-1].append((segment, line))
        else:
            found.append([(segment, line)])
    return found


def _made(number: int, chance: random.Random) -> list[tuple[str, str]]:
    """So many different lines over topics and segments; none has two parts of another."""
    topics = list(_SUBJECTS)
    made: list[tuple[str, str]] = []
    used: set[tuple[str, str]] = set()
    while len(made) < number:
        topic = chance.choice(topics)
        parts = (chance.choice(_SUBJECTS[topic]), chance.choice(_SAYS), chance.choice(_TAILS))
        couples = {parts[:2], parts[1:], (parts[0], parts[2])}
        if couples & used:
            continue
        used |= couples
        segment = chance.choices(("presentation", "qa", "discussion", "closing"), (2, 3, 8, 1))[0]
        sign = chance.choice(_SIGNS) if segment == "discussion" else ""
        made.append((segment, f"{sign}{', '.join((' '.join(parts[:2]), parts[2]))} #{topic}"))
    return made
