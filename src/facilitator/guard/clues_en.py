"""What English says of a person without a name, as data for `inference`; see `kinds_en`."""

from __future__ import annotations

import re

GENDERED = {
    "she": "f", "her": "f", "hers": "f", "herself": "f", "he": "m", "his": "m", "him": "m",
    "himself": "m",
}  # fmt: skip
"""Pronouns and the gender they tell."""

PERSONS = {
    "woman": "f", "lady": "f", "female": "f", "women": "f", "ladies": "f", "businesswoman": "f",
    "man": "m", "gentleman": "m", "male": "m", "men": "m", "gentlemen": "m", "businessman": "m",
    "spokeswoman": "f", "spokesman": "m", "chairwoman": "f", "madam": "f", "mother": "f",
    "father": "m", "grandmother": "f", "grandfather": "m",
}  # fmt: skip
"""Nouns and adjectives and the gender they tell."""

ONLY = frozenset("only sole lone single solitary".split())
MOST = frozenset(
    """youngest oldest eldest newest tallest longest-serving longest senior junior
    most-senior loudest latest highest younger elder older taller experienced decorated""".split()
)
BIOGRAPHY = frozenset(
    """flown travelled traveled arrived come joined dialled dialed connected served worked lived
    taught negotiated drafted signed wrote written authored co-authored led headed chaired
    commanded founded resigned retired posted been born grew studied trained advised represented
    returned covered spent ran mediated wrote heads leads chairs runs works lives teaches serves
    helped built left moved sat represented edited presided flew stationed based accredited
    advises governs owns edits supervises manages builds negotiates covers reports reporting
    exile exiled credentials sits living teaching working serving running heading leading
    representing attending
    was dialling dialing joining calling connecting used once married raised""".split()
)
CAREER = frozenset(
    """time years days stint tenure career posting service period term spell months decade decades
    childhood office experience job boss post deployment fieldwork hometown native homeland
    doctorate thesis dissertation book memoir work role background training""".split()
)
SUBJECTS = frozenset("she he her his".split())
"""Words at the front by which one goes on speaking of the same person."""

JOINING = frozenset("and but yet also here".split())
OPENERS = frozenset("as having coming speaking being once in a an himself herself formerly".split())
"""Words that open what is said of somebody who is named only behind it."""

WITHOUT_COMMA = OPENERS - {"a", "an"}
ARTICLES = frozenset("a an".split())
BEING = frozenset("is was been being became be".split())
POSTS = frozenset(
    """command charge office post posted stationed minister one chamber desk embassy bridge cabinet
    ministry front trenches delegation cockpit government parliament army navy service uniform
    palace headquarters negotiator accredited""".split()
)
"""What one was: "the second in command"."""

DEEDS = frozenset(
    """run ran led held headed commanded chaired negotiated mediated signed drafted designed built
    founded governed represented presided sat served worked posted inspected taught advised
    carried conducted directed overseen oversaw written wrote resigned voted fought fled grown
    married studied commissioned ruled administered supervised invented authored founded
    works runs leads heads sits teaches lives serves chairs represents advises retired
    sailed flown interviewed credentials""".split()
)
"""What somebody did that others may know of."""

TRADES = frozenset(
    """commanded commands governed governs runs heads headed leads advises advised owns owned
    edits edited manages managed represents fought fled defected founded serves served
    supervises supervised negotiated negotiates ruled teaches posted accredited jailed
    imprisoned exiled exile""".split()
)
"""What tells enough of somebody whatever it is that they do it to."""

ASIDES = frozenset(
    """a an once formerly now long until by with fresh previously currently recently himself herself
    then no as whose calling""".split()
)
"""How words set off open that tell of somebody's life."""

FAMILY = frozenset(
    """father mother grandfather grandmother brother sister uncle aunt husband wife son daughter
    parents grandparents family village""".split()
)

NAMED_AS = frozenset(
    """proposed suggested named nominated appointed seen regarded described described known
    recommended treated dismissed portrayed""".split()
)
"""Behind these, "as" tells of somebody else."""

PERHAPS = frozenset("would could should might can may will must shall".split())
"""Behind these, nobody in the room is spoken of."""

HAVING = frozenset("has had holds held carries carried".split())
HELD = frozenset(
    """title portfolio rank seat post mandate patent passport licence license command degree chair
    file""".split()
)
"""What one has by one's office."""

ARRIVED = frozenset(
    "come flown arrived travelled traveled came flew crossed driven drove sailed ridden".split()
)
NOT = frozenset("not no never nobody".split())
SOMEBODY = frozenset("someone somebody one".split())
OWNED = frozenset(
    """ship ships paper newspaper bank company ministry students organisation organization country
    institute institution unit brigade crew voters constituency portfolio troops soldiers
    regiment embassy bureau agency authority party firm employer university department
    superiors minister ambassador capital camp clinic hospital laboratory government inspectors
    correspondents readers patients pupils delegation credentials uniform currency navy army
    border passport president language monarch flag bench""".split()
)
"""What somebody has by their work or country."""

BUSY = frozenset(
    """dialling dialing joining calling connecting sitting wearing representing living teaching
    working attending serving running heading leading""".split()
)
"""Behind a mention these open what somebody is doing."""

SPANS = frozenset("years year decade decades months life lifetime".split())
LIFETIME = frozenset(
    """command watch tenure childhood eighties seventies sixties nineties thirties twenties youth
    career retirement homeland hometown""".split()
)
"""Whose they are, that person's life is told."""

BECOMING = frozenset("become becomes becoming succeed take takes".split())
JOINED = frozenset("joined dialled dialed connected called".split())
AUTHORS = frozenset("author drafter co-drafter doyen presenter initiator co-author".split())
OBJECTS = frozenset("her him".split())
HEARD = frozenset("came raised made put asked voiced said spoken chaired answered".split())
"""Behind these, "by" or "from" tells who spoke."""

FELT = frozenset(
    """confused puzzled lost baffled surprised bothered worried awake left reading counting
    wondering struggling thinking laughing listening interested amused tired cold hungry sceptical
    skeptical happy unhappy convinced unconvinced to""".split()
)
"""What "the only one" may be who is picked out by nothing but a mood."""

TO_COME = re.compile(
    r"(?:is|are|was|were|has|have) (?:still |yet |now |to )*(?:being|be|needed|missing)\b"
)
"""Behind somebody: it is not known yet who that will be."""

FICTION = frozenset("play film movie novel story fable joke cartoon myth legend series".split())
"""What is told in these is told of nobody here."""

HERALDS = frozenset("spokesman spokeswoman spokesperson spokespeople spokesmen newsreader".split())
"""Who speaks to the public for others, and is quoted in meetings."""

WHOEVER = frozenset("each every any no all most both".split())
ALONE = frozenset("youngest oldest eldest newest tallest".split())
"""What describes somebody without a noun: "the youngest disagreed"."""

BARELY = frozenset("only just".split())
SO_FEW = frozenset("two three four few".split())
WHOSE = frozenset(
    """who who'd who've who's whose having based accredited
    posted stationed employed""".split()
)
OWN = frozenset("his her their".split())

COUNTS = ONLY | frozenset("one two three both neither".split())
"""What opens a phrase that counts people."""

EXACTLY = frozenset("exactly only just but precisely".split())
PAIR = frozenset("pair duo trio couple two three".split())
PLACING = frozenset(
    """over under up down out behind without above across back based working living sitting serving
    joining dialling holding wearing representing elected among amongst""".split()
)
"""Words that open where the people are or what they do, behind the noun."""

OUR_ROOM = frozenset("list panel roster room call circle table screen group".split())
REMARKS = frozenset(
    """remark remarks point question questions objection objections plea pleas warning warnings
    caution intervention interventions hand hands voice version credit support word words note
    line aside comment comments suggestion proposal idea reply rejoinder answer doubt doubts
    concern concerns regret scepticism skepticism protest complaint request reminder story joke
    quip view account contribution praise applause laughter criticism dissent reservation
    reservations apology apologies anecdote admission confession observation correction
    clarification retort challenge call appeal argument toast assent nod groan sigh murmur
    grumble amendment reading resistance pushback rebuke riposte answer metaphor analogy
    comparison silence thanks offer invitation hint advice input query two-finger news""".split()
)
"""What comes from somebody in a meeting."""

FALLS_TO = frozenset(
    "back news dear left fell falls up aimed owed goes went due put addressed".split()
)
"""Behind these, "to" tells whose turn or matter it was."""

COME_FROM = frozenset("came come comes hail hailed hails are were is was".split())
ARE_MANY = frozenset("are were been had have carry carried bear the rank title of".split())
"""Behind several people: what they are or were follows."""

CAME = frozenset("came come comes arrived".split())
PIECES = frozenset("report data figure mention example detail defence defense".split())
"""What comes from somebody, beside the remarks."""

NOTED = frozenset("quoted named minuted heard pressed asked drawn tempted".split())
"""What a participant would or would not be."""

LIKED = frozenset("liked preferred rather welcomed loved".split())

SAVE = frozenset("save but except besides".split())
"""What takes somebody out of a number."""

AMONG = frozenset("of among amongst between".split())
SINGLED = frozenset(
    """one man woman lady gentleman older younger elder other first second third former latter
    senior junior taller quieter""".split()
)
"""Who is told from the others of a few."""

THAN_THE_OTHER = frozenset(
    """more less calmer calmest louder quieter first last one only readier milder harsher softer
    harder keener warier""".split()
)
"""What somebody was who is told from the others: "was the more relaxed", "the one to"."""

SEVERAL = frozenset("two three both pair".split())

LEFT_EARLY = (["before"], ["early"], ["at"], ["after"], ["during"])
"""Behind "left", what tells that somebody left the meeting."""

LIVING = frozenset(
    """lives live lived living based flies fly flew flown drives drove returns returned back home
    teaches works votes sits runs resides follows is was heads serves came comes come
    own reports being represents practises practices writes edits lectures
    chairs farms keeps counts trains studies commutes lands leaves travels travelled cycles leads
    been stayed settled grew born raised calls dials joins""".split()
)
"""Beside these a place is where somebody lives, works or travels to."""

HOMELY = frozenset(
    """regards tonight bedtime asleep awake children kids hour evening morning midnight dinner
    breakfast train flight airport street neighbours wife husband home lunch""".split()
)
"""In a clause with these somebody speaks of the place at home."""

HE_OR_SHE = frozenset("he she his her hers him speaker who".split())
NEGATED = frozenset("not no never doesn't didn't isn't wasn't don't aren't weren't hasn't".split())

ANOTHER = frozenset("a an one another next first last second third further final there".split())
"""Before a remark these tell that it is a new one."""

SAYING = "said added explained went told reminded sighed joked admitted conceded noted recalled"
LEARNT = frozenset("learned learnt heard gathered".split())

TRIPS = frozenset(
    """visit visits trip trips speech talk lecture paper meeting meetings testimony interview
    mission flight role time experience confidence faith interest hope trust friends
    friend credentials embassy residence posting post tenure years stint term service days
    command""".split()
)
"""What one may have in a place where one is not at home."""

LIVELIHOOD = ("for a living", "by trade", "by training", "by profession", "by birth")
"""Behind what somebody does these tell that it is their work."""
