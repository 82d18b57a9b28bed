"""What is done and said in hasty notes by those who are in the room, as data."""

from __future__ import annotations

PRESENTS = """
wants prefers supports opposes accepts favours favors abstains dissents feels
expects regrets endorses rejects declines welcomes seeks undertakes reckons concurs hesitates
insists pleads intends promises refuses worries withdraws resubmits
""".split()
"""What somebody does, in the present, beside the verbs of speech in `frames_en`."""

MOODS = """
happy unhappy fine ok okay against undecided opposed reluctant silent sceptical skeptical keen
content adamant unconvinced lukewarm unpersuaded unimpressed worried cautious supportive amused
doubtful hesitant nervous neutral noncommittal absent excused puzzled uneasy relaxed wary grateful
disappointed reserving abstaining dissenting objecting
""".split()
"""How somebody is whom hasty notes tell of without a verb: "DG Trade happy with 3(b)"."""

PLURAL_PRESENTS = frozenset(
    """want prefer support oppose think say agree disagree object accept insist believe doubt
    abstain wonder""".split()
)
"""What several do, in the present, whom notes tell of."""

BEHIND_MOODS = frozenset(
    """with about on , . ; ! to that if as but for over at and so now today again still until too
    here also""".split()
) | {"", "\n", "–", "—", "("}
"""What follows a mood that is no adjective before a noun."""

OF_ROLES = frozenset(
    """participant participants panellist panellists panelist discussant discussants delegate
    delegates representative representatives rep reps negotiator""".split()
)
"""Who is in a room whatever country they are from."""

FORMED = frozenset(
    """deputy assistant vice permanent joint first committee under chief special state political
    private parliamentary executive managing senior general principal associate additional
    regional climate cyber digital trade policy legal deputy-""".split()
)
"""Words that make of a public office one that many have: "the permanent secretary"."""

SENDS = frozenset(
    """brought circulated tabled sent shown submitted prepared shared distributed handed drafted
    shared offered promised projected emailed mailed""".split()
)
"""What is done with a paper for a meeting."""

HANDED = frozenset(
    """amendment amendments proposal proposals comments edits slide slides redline redlines
    mark-up markup non-paper handout handouts figures chart charts table questions""".split()
)
"""What is brought to one."""

HEADS_OF_LISTS = frozenset(
    """favour favor against abstained abstaining abstentions abstention attendance present excused
    apologies regrets reserving reservations objecting objections supporting opposing supported
    opposed dissenting undecided absent""".split()
)
"""What stands before the colon of a list of those who take a side, or are there."""

WANTING = frozenset(
    """want wants say says need needs prefer prefers agree agrees support supports oppose opposes
    see sees think thinks object objects accept accepts abstain abstains reserve reserves ask asks
    back backs favour favours can could cannot can't will would won't happy unhappy fine ok okay
    against delete keep retain replace insert deleting worried reluctant undecided reserved
    opposed""".split()
)
"""What follows the codes or names of countries in the notes of a negotiation."""

BY_OTHERS = frozenset("supported seconded backed joined echoed followed".split())
"""What others in the room do for a country that takes the floor."""

LABEL_TAILS = frozenset(
    """legal chart charts slide slides point view comment comments rep reps guy lady man woman
    person people side team question questions answer colleague colleagues intervention remark
    remarks query proposal think-tanker think-tankers staff input edits edit""".split()
)
"""What stands behind a body's name in the label of what was said."""

IN_DEBATE = frozenset(
    """question questions comment comments remark remarks intervention interventions query queries
    slides slide point objection objections ballot vote""".split()
)
"""What belongs to somebody who speaks in a meeting."""

COUNTERED = frozenset(
    """was is supported withdrawn rejected accepted failed noted drew met got fell found
    won""".split()
)

GOING_BACK = frozenset("back here home".split())

LOOKED_AFTER = frozenset(
    """clean-up dealing-room atolls atoll islands island delta browser app engine servers server
    customers users bench lab labs farmers voters
    soldiers hospitals vaults gold currency reserves miners fishermen villages village
    shipyards airline exchange platform subscribers depositors taxpayers parliament senate
    constitution courts police schools nurses pupils pensioners railways grid refineries
    peasants growers tenants readers viewers""".split()
)
"""What some in a room call ours and the others do not."""

RUNS = frozenset("run head negotiate represent supervise regulate".split())
"""What somebody does for a living who says "I"."""

MANY = frozenset(
    """states islands islanders industry vendors donors producers users patients farmers youth women
    operators carriers insurers importers exporters manufacturers creditors debtors makers
    shippers fishers consumers workers unions employers cities municipalities regulators
    supervisors economies members""".split()
)
"""For whom somebody may speak who is not everybody."""

URGED = frozenset("again for whether why to about".split())
ASKING = frozenset("asking pressing pushing insisting urging pleading arguing wondering".split())
"""What hasty notes say that a body does, and what stands behind it."""

BEARERS = frozenset("lady man woman person gentleman people team expert".split())
"""Who may be "the ministry's"."""

MISSIONS = frozenset("mission delegation representation legation".split())
"""What a country has that sits in meetings."""

EXPERIENCED = frozenset("heard seen known lived met done tried read been witnessed".split())
"""What somebody had done before, whenever it was."""

CITING = frozenset("source sources data reference references ref refs see cf credit photo".split())
"""What stands before the colon of a reference."""

SHOWN = frozenset(
    """contribution contributions slide slides comment comments remark remarks intervention
    footnote""".split()
)
VIEWS = frozenset(
    "view line position proposal amendment amendments edits wording question query".split()
)
"""What is shown in the room, by whomever; what is if the body speaks nowhere else."""

RAISED = frozenset("raised made put asked tabled voiced lodged entered withdrawn offered".split())
"""What is done with a question or an objection."""

AMONG_THEM = frozenset("among including".split())

VERDICTS = frozenset(
    "ok okay no yes fine against abstains abstain agrees happy undecided opposed reserves".split()
)
"""What stands behind the code of a country in a list of positions."""

WE_THERE = frozenset("upstream downstream upriver downriver".split())
"""Where only some of a room are."""

HOUSES_THAT_DO = frozenset("secretariat mission delegation committee institute".split())

MOODS_OF_SIDES = frozenset((*MOODS, "flexible", "open", "firm", "hesitating", "ready", "yes", "no"))
"""How the sides of a negotiation are, in a list of them."""

GIVEN = frozenset("data code template contacts experience sandbox mapping".split())
"""What is promised in a meeting, beside its papers."""

THOUGHTS = frozenset(
    """reasoning argument arguments point points question questions remark remarks answer doubts
    worry concern concerns logic view intervention slides slide maths explanation reply
    hesitation scepticism enthusiasm objection suggestion comment comments chart""".split()
)
"""What somebody of a body has in a room."""

MINUTED = frozenset(
    """pushback push-back support objections objection reservations reservation comments hum against
    for dissent abstentions questions disagreement opposed opposition agreement""".split()
)
"""What opens a line of minutes that ends with who it was."""

REACTIONS = frozenset(
    """irritation impatience unease discomfort amusement enthusiasm curiosity hesitation reluctance
    scepticism skepticism annoyance surprise doubt doubts appetite interest relief resistance
    nervousness bemusement disappointment reservations concern caution sympathy""".split()
)
"""What is felt on somebody's part."""

COULD_BEAR = frozenset(
    "live accept swallow stomach support sign endorse join tolerate abide agree defend bear".split()
)
CARED = frozenset(
    """cared wanted asked disliked missed liked feared resented proposed objected minded hoped
    preferred suggested worried""".split()
)
"""What stands between "what they" and "was", by auxiliary or alone."""

SENT_ONES = frozenset(
    """person people delegate delegates colleague colleagues representative representatives nobody
    observer observers deputy deputies junior juniors someone somebody one two three""".split()
)
"""Whom a body sends to a meeting."""

QUIETLY = tuple(
    """
went along/picked up the bill/picked up on/took exception/ran the numbers/ran the figures/
spoke last/spoke first/gave way/gave in/came round/caved/balked/bristled/dug in/stuck to its/
stayed away/stayed quiet/kept quiet/got its way/let it pass/drew a line/played along/backed down/
backed off/put in a word/held out/stood firm/swapped/having none/was for the/had a story/
had a question/had the last word/made the case/weighed in/chipped in/piled in/sat silent/
pushed back/came in hard/came in on/came in late/took a softer/took a harder/
took notes/took issue/poured cold/sounded a note/raised an eyebrow/rowed back/walked back/
warmed to/waded in/wanted in/wanted out/wanted none/voiced doubts/begged to differ/not be moved/
not budge/gave little away/said little/said nothing/said its piece/kept its counsel/
kept its powder/changed tack/changed its mind/lost the thread/had nothing to/had no view/
had no objection/had no problem/had had enough/had other ideas/would have none/was not buying/
saw it differently/saw it otherwise/read it differently/laughed it off/shrugged it off/
let the matter/left it at that/left it there/rested its case/lost patience/lost its temper/
held its tongue/bit its tongue/held its ground/stood its ground/held its nose
""".replace("\n", "").split("/")
)
"""What bodies that do not speak to the public are only heard to do in a room."""

PEOPLE_OF_ALL = frozenset(
    """leaders politicians rapporteurs hosts moderators speakers organisers organizers facilitators
    drafters interpreters translators chairs friends partners guests peers elders authors critics
    lecturers predecessors successors donors funders sponsors experts ancestors teachers winners
    heroes witnesses victims volunteers staff folks mates lot ladies gentlemen ministers youth
    neighbours neighbors kids presenters panellists listeners colleagues chairmen notetakers
    forefathers counterparts scholars scientists historians economists delegates participants
    critics authorities presidents officials diplomats principals editors
    reviewers contributors caterers""".split()
)
"""Whom a whole meeting may call ours."""

VENUE = frozenset(
    """hotel booth hall bus coach dinner lunch venue microphone sound lobby airport shuttle
    reception registration kitchen breakfast conference""".split()
)
"""Words of the house in which a meeting sits."""
