"""What comes from somebody in a meeting, and the words that say from whom, as data.

In a sentence's acts (see `acts_en`) a noun for what somebody adds to a meeting is "n"; what
may be said or written anywhere is "x" (`frames_en`).
"""

from __future__ import annotations

HEARD = """
nod nods murmur murmurs mutter grumble grumbles grumbling groan groans sigh sighs laugh laughs
laughter smile smiles chuckle chuckles applause clapping shrug shrugs frown frowns wince grin grins
noise noises silence pushback push-back joke jokes jibe quip quips aside asides anecdote
anecdotes outburst outbursts interjection interjections interruption interruptions heckle
two-finger rejoinder retort retorts riposte tone mood scepticism skepticism annoyance irritation
impatience unease discomfort amusement bemusement enthusiasm curiosity hesitation reluctance
plea pleas reminder reminders word words yes yeses no noes maybe compliment compliments
credit hint hints hand hands hat-tip nudge clarification clarifications correction corrections
addition additions addendum follow-up variation variant twist echo echoes dissent query
queries caveat caveats rebuke rebukes reprimand lament laments complaint complaints confession
confessions admission admissions eloquence rebuttal rebuttals counterpoint counter-example
counterexample contributions interventions monologue digression digressions lecture sermon
input inputs feedback prompt reaction reactions response responses replies answers
arithmetic summary reflection reflections musings musing remark story stories tale tales
whisper whispers cheer cheers jeers tribute tributes sketch ultimatum
""".split()
"""What is heard in a room and nowhere else."""

HEARD_TOO = """
offer offers promise promises support objection thanks caution note appeal appeals protest protests
request requests invitation invitations suggestion advice proposal backing agreement assent consent
approval disapproval criticism opposition resistance insistence pressure sympathy praise message
messages statement statements positions warnings arguments opinions views ideas lines
apology apologies encouragement reassurance assurance assurances commitment endorsement greeting
greetings concession concessions veto vote votes sentence phrase phrases metaphor image explanation
explanations demand demands analogy analogies comparison comparisons claim claims push call calls
assertion recommendation example
examples nothing something question-mark refusal refusals pledge preference preferences
""".split()
"""What is heard in a room and outside of it."""

CONTRIBUTIONS = (*HEARD, *HEARD_TOO)
OUTSIDE_TOO = frozenset(
    (
        *HEARD_TOO,
        *"""objection statement proposal presentation paper contribution amendment amendments
        position warning submission figure figures account assessment observations observation
        concern concerns line reading wording formulation""".split(),
    )
)
"""What bodies that speak to the public say there as well."""

THINK = frozenset(
    """like want see accept agree believe think mind object share need buy trust know care doubt
    support oppose favour favor understand recall remember expect hope fear""".split()
)
"""What somebody in the room does or does not."""

ADDRESSED = frozenset(
    """looked turned asked pressed thanked interrupted corrected contradicted challenged reminded
    echoed seconded backed answered teased needled cornered quizzed grilled glanced
    applauded followed believed understood backed joined doubted""".split()
)
JUDGED = frozenset(
    "too important essential clear crucial enough hard difficult obvious premature vital".split()
)
"""What something is for those who are asked."""

AT_HAND = frozenset(
    """hosts host chair guests guest speaker speakers meeting group dialogue colleagues moderator
    interpreters participants""".split()
)
"""Whom a whole meeting calls ours."""

THE_OTHERS = frozenset(
    """nobody several some most everyone everybody all participants participant chair moderator
    somebody someone others heads eyes many few one others table room group two three""".split()
)
"""What those in a room do to one of them, and who does it."""

EXCHANGES = frozenset(
    """disagreement disagreements exchange exchanges spat clash sparring banter back-and-forth
    crossfire huddle whispering bickering glances quarrel quarrels argument row squabble skirmish
    tiff standoff moment duel conversation haggle haggling tussle wrangle""".split()
)
"""What goes on between two of those in a room."""

CAME = frozenset(
    "came come comes heard emerged originated coming followed follows arose followed_by".split()
)
"""How what was heard gets to the room."""

GIVEN_TO = frozenset(
    """fell falls left belonged belongs goes went owed owe due thanks credit compliments tribute
    news dear passed handed indebted attributed put addressed directed turned""".split()
)
"""What stands before "to" and the one whose doing or turn it is."""

SUITS = frozenset(
    """fine ok okay acceptable unacceptable agreeable tolerable palatable alright enough
    unpalatable intolerable""".split()
)
"""What stands before "for" or "to" and the one who can live with it."""

STAKES = (
    "red line", "redline", "non-starter", "dealbreaker", "deal-breaker", "deal breaker", "a must",
    "no-go", "out of the question", "make or break", "the priority", "a problem in itself",
)  # fmt: skip
"""What something is for one who sits at the table."""

ASK = frozenset(
    """ask asks asked believe believes believed trust trusts listen listens follow follows credit
    credits hear hears""".split()
)
"""Behind "if one" and "if you": somebody who can be asked."""

RIGHT = (
    "is right", "was right", "is to be believed", "was to be believed", "is correct",
    "has it right", "are right", "are to be believed", "has its way", "have their way",
    "gets its way", "gets his", "gets her", "has her way", "has his way", "were to be believed",
    "got it right", "is wrong",
)  # fmt: skip
"""What is said of somebody whose word it is."""

URGING = frozenset(
    """urging insisting arguing asking warning pressing pleading adding opposing supporting
    preferring reserving seconding abstaining dissenting objecting agreeing disagreeing nodding
    doubting questioning protesting offering volunteering conceding concurring demurring""".split()
)
"""What somebody does while the meeting goes on."""

SENT = frozenset("sent seconded dispatched delegated nominated flew brought put".split())
"""What a body does to have somebody in the room."""

WORN = frozenset(
    "hat hats badge lanyard nameplate cap jersey jacket pin tie flag chair seat".split()
)
"""What tells a side."""

PRODUCTS = frozenset(
    """survey surveys report reports data dataset database figures statistics review outlook index
    website bulletin barometer forecast forecasts projections estimate estimates count tally study
    studies poll polls polling table tables ranking rankings map maps atlas tracker dashboard
    guidelines rule rules rulebook handbook manual list register yearbook model models paper papers
    brief briefs factsheet commentary commentaries article articles release statement
    communique""".split()
)
"""What a body publishes."""

BODIES_TOO = frozenset(
    """regulator supervisor operator watchdog insurer lender manufacturer producer exporter importer
    carrier broadcaster publisher supplier vendor auditor""".split()
)
"""Nouns for persons that are mostly firms and authorities."""

CROWDS = frozenset(
    """student students graduate graduates alumnus alumni pupils founder founders predecessor
    predecessors customers clients victims critics supporters opponents readers members
    shareholders creditors employees workers""".split()
)
"""Those who are of a body, or have to do with it, and sit in no meeting for it."""

LISTED = frozenset(
    """sheet present attendance attending attended absent attendees registered roll list online
    remotely dialled dialed screen room table participants apologies joining joined excused late
    delegates delegations seated""".split()
)
"""What stands before the colon of a list of those who were there."""

WRITTEN = frozenset(
    """book books novel novels film films movie poem poems song songs painting biography memoir
    memoirs textbook article articles report reports study studies paper papers survey map maps
    dataset
    atlas index documentary thesis dissertation photograph photographs exhibition series drawing
    treaty law statute ruling judgment verdict patent patents invention theorem coined published
    written wrote built designed invented discovered painted filmed directed founded composed shot
    killed wounded arrested murdered owned translated commissioned financed funded bought sold
    grant grants loan loans letter letters bank's database museum company companies firm quoted
    pictures images imagery footage photos statistics readings measurements samples backgrounder
    speech speeches lecture lectures essay essays column editorial op-ed blog interview poll polls
    decision decisions rulings directive circular circulars decree
    century decade""".split()
)
"""What makes it likely that somebody is somewhere else."""

NAMELESS_BODIES = frozenset(
    """institute university college foundation lab laboratory think-tank academy ngo firm company
    vendor manufacturer school faculty observatory bank parliament ministry delegation senate
    chamber operator regulator utility party embassy mission agency society insurer lender bench
    broadcaster newspaper insurers carrier supplier""".split()
)
"""Bodies that are told by a nationality: "the Canadian bank"."""

TRADES = frozenset(
    """insure reinsure underwrite manufacture certify regulate supervise patrol charter broadcast
    lend refinance""".split()
)
"""What "we" do who are not everybody."""

NO_OBJECTS = frozenset(
    "what how too only each because when in as more less everything nothing better".split()
)
"""Behind these verbs it is no trade that is told."""

PLANT = frozenset(
    """backbone fleet clinic clinics ward wards newsroom plant plants reactor reactors depositors
    policyholders subscribers ratepayers handsets branches switchboard dealing-room
    studio studios hangar shipyard refinery refineries constituency constituencies club clubs port
    ports terminal terminals dam dams turbine turbines valley valleys harbour harbours vessels ships
    tanker tankers crews router routers firmware warehouse warehouses mine mines pipeline
    pipelines aquifer canals fields orchards herds hospital hospitals trawlers boats underwriters
    supervisors examiners inspectors pilots engineers lawyers clients policy-holders shareholders
    traders dealers teller tellers vault mint grid patrol patrols outpost outposts checkpoint
    checkpoints convoys battalion battalions garrison frigates peacekeepers deminers locomotive
    locomotives trainset trainsets wagons depot depots signallers signalmen datacentre datacentres
    datacenter datacenters runway runways berths quays smelter smelters kilns furnace furnaces
    substation substations feeders barrages sluices newsdesk presses readership stringers printers
    nurses midwives vineyards greenhouses cattle livestock airframes dispensary laboratories
    correspondents hotline linemen welders divers rangers testers foundry mills looms""".split()
)
"""What only some of those in a room have."""

PLANT_OF_TWO_WORDS = (
    "high - speed", "red team", "rolling stock", "signal box", "control room", "trading floor",
    "flight deck", "blast furnace", "assembly line", "call centre", "call center", "night shift",
    "loan book", "picture desk", "front page", "test track", "patrol boat", "mail server",
)  # fmt: skip
"""The same, where only the two words together tell it."""

PRINTS = frozenset(
    """ran printed carried broke splashed headlined published exposed serialised serialized
    investigated""".split()
)
"""What a newspaper does, and a paper of a meeting does not."""

ON_THE_LINE = frozenset(
    (first, second)
    for first in "dialling dialing phoning calling logging joining listening chipping".split()
    for second in "in online remotely late".split()
)
"""How those take part who are not in the hall."""

TELLS_OF_THE_PAST = frozenset(
    """memoir memoirs book novel film biography diary diaries archive archives newspaper
    broadcast""".split()
)
"""Where one reads of what others thought who are not here."""

CHAMBERS = frozenset("upper lower second".split())
"""Houses of a parliament: "our upper house"."""

BENCHES = frozenset("bench benches end corner".split())
"""Where they sit who are heard: "laughter on the Dutch benches"."""

PEOPLE_OF = frozenset(
    """people person team man woman representative representatives rep reps delegate delegates
    colleague colleagues guy guys folks crowd lot voice""".split()
)
"""Whoever is of a body of which only a part of the name is told: "the Fund's people"."""

MODIFIERS_OF_ALL = frozenset(
    """drafting steering working organising organizing joint common next small little shared present
    first last own new today's editorial entire whole main local current""".split()
)
"""What a whole meeting may have: "our drafting committee"."""
