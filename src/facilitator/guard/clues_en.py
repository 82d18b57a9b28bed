"""What English says of a person without a name, as data for `inference`."""

from __future__ import annotations

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

KINDS = (
    (
        "military",
        "military general colonel admiral soldier army navy commander brigadier lieutenant officer "
        "captain naval marshal veteran major",
        "general gen lt maj colonel col admiral adm brigadier brig commander captain capt major "
        "marshal army navy air military defence defense naval retd war force forces lieutenant",
    ),
    (
        "diplomat",
        "ambassador diplomat envoy embassy consul attache diplomatic negotiator",
        "ambassador amb diplomat envoy embassy consul foreign permanent representative attache "
        "mission external diplomatic minister negotiator special high commissioner",
    ),
    (
        "academic",
        "academic professor scholar researcher historian scientist university universities "
        "academia lecturer fellow "
        "postdoc lecturer dean",
        "professor prof dr university college academy school institute faculty fellow lecturer "
        "research researcher studies dean rector scholar centre center",
    ),
    (
        "think tank",
        "think-tank think_tank think tank",
        "institute centre center forum foundation council stiftung fellow circle project trust "
        "laboratory lab initiative group academy studies policy",
    ),
    (
        "journalist",
        "journalist editor reporter media newspaper columnist broadcaster press",
        "journalist editor reporter news times post media press herald tribune broadcasting tv "
        "radio journal correspondent columnist",
    ),
    (
        "banker",
        "banker bank finance financier banking monetary_authority monetary central_banker",
        "bank governor monetary reserve treasury finance bankers banking deputy",
    ),
    (
        "civil society",
        "ngo activist campaigner humanitarian charity civil_society aid",
        "ngo care oxfam cross crescent relief aid advocacy humanitarian rights amnesty watch "
        "foundation society charity action network save mercy women civil",
    ),
    (
        "parliament",
        "parliamentarian lawmaker legislator senator mp mep parliament congressman congresswoman",
        "mp mep senator parliament member congress assembly senate am msp deputy",
    ),
    ("minister", "minister secretary cabinet", "minister secretary cabinet"),
    (
        "law",
        "lawyer jurist judge legal barrister attorney",
        "lawyer legal law judge justice attorney counsel barrister jurist court",
    ),
    (
        "business",
        "businessman businesswoman executive entrepreneur industrialist industry company "
        "companies firm vendor vendors private_sector manufacturer operator business investor",
        "ceo executive company corp corporation inc ltd gmbh ag plc sa oy ab group systems "
        "technologies director industries telecom energy oil gas shipping capital holdings "
        "partners founder chairman owner",
    ),
    (
        "government",
        "official bureaucrat civil_servant ministry government technocrat governments",
        "ministry department government office agency secretariat minister deputy director "
        "commission bank authority council adviser advisor ambassador",
    ),
    (
        "regulator",
        "regulator inspector inspectorate supervisor watchdog",
        "regulatory regulation inspectorate authority agency commission safety safeguards "
        "supervision supervisory office bank",
    ),
    ("engineer", "engineer", "engineer engineering dipl ing technical"),
    ("economist", "economist", "economist economics economic bank monetary finance"),
    (
        "international official",
        "united_nations un",
        "united nations un who unhcr unicef undp imf world european union nato osce commission",
    ),
    ("cleric", "cleric imam priest bishop mullah rabbi", "imam rev reverend bishop sheikh mullah"),
)
"""A kind of person; words that tell it of a speaker; words of an office, style or affiliation
that make it possible of somebody on the roster."""

ONLY = frozenset("only sole lone single".split())
MOST = frozenset(
    """youngest oldest eldest newest tallest longest-serving longest senior junior
    most-senior loudest latest""".split()
)
BIOGRAPHY = frozenset(
    """flown travelled traveled arrived come joined dialled dialed connected served worked lived
    taught negotiated drafted signed wrote written authored co-authored led headed chaired
    commanded founded resigned retired posted been born grew studied trained advised represented
    returned covered spent ran mediated wrote heads leads chairs runs works lives teaches serves
    helped built left moved sat represented edited presided flew stationed based accredited
    advises governs owns edits supervises manages builds negotiates covers reports reporting
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
BEING = frozenset("is was been being became".split())
POSTS = frozenset("command charge office post posted stationed minister one".split())
"""What one was: "the second in command"."""

DEEDS = frozenset(
    """run ran led held headed commanded chaired negotiated mediated signed drafted designed built
    founded governed represented presided sat served worked posted inspected taught advised
    carried conducted directed overseen oversaw written wrote resigned voted fought fled grown
    married studied commissioned ruled administered supervised invented authored founded
    works runs leads heads sits teaches lives serves chairs represents advises retired
    sailed flown""".split()
)
"""What somebody did that others may know of."""

TRADES = frozenset(
    """commanded commands governed governs runs heads headed leads advises advised owns owned
    edits edited manages managed represents fought fled defected founded serves served
    supervises supervised negotiated negotiates ruled teaches posted accredited jailed
    imprisoned exiled""".split()
)
"""What tells enough of somebody whatever it is that they do it to."""

NAMED_AS = frozenset(
    """proposed suggested named nominated appointed seen regarded described described known
    recommended treated dismissed portrayed""".split()
)
"""Behind these, "as" tells of somebody else."""

PERHAPS = frozenset("would could should might can may will".split())
"""Behind these, nobody in the room is spoken of."""

WHOEVER = frozenset("each every any no all most both".split())
ALONE = frozenset("youngest oldest eldest newest tallest".split())
"""What describes somebody without a noun: "the youngest disagreed"."""

SO_FEW = frozenset("two three four".split())
WHOSE = frozenset("who whose having".split())
OWN = frozenset("his her their".split())
