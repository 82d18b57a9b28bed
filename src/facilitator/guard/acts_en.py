"""What English people and bodies do, as data: any finite verb, and which verbs tell what.

`frames` makes a second string of letters of a sentence, its acts, in which any verb of the
past is "g", an auxiliary of the past "A" and one of the present "I", "who" and "whose" are
"W", "that" behind a verb is "t", an adverb is "j" and a noun for a person is "P" ("l" for
several). The other letters are those of `frames_en`.
"""

from __future__ import annotations

PASTS = """
arose ate awoke bade bore beat became began bent bet bid bled blew bought bound bred broke
brought built burnt came caught chose clung cost crept cut dealt drank drew drove dug dwelt fell
felt fled flew flung forbade foresaw forgave forgot forwent fought found froze gave got grew
ground heard held hid hit hung hurt kept knelt knew laid leant leapt learnt led left lent let lit
lost made meant met misread mistook misunderstood outdid overcame overheard oversaw overtook
paid pled proved put quit ran rang read rebuilt redrew rethought rewrote rid rode rose sang sank
sat saw sent set shed shone shook shot showed shrank shut slept slid slipped sought sold spared
spelt spent split spoke sprang spread stayed stole stood strode strove struck stuck stung swam
swept swore swung taught thought threw told took tore trod understood undertook underwent undid
upheld upset went wept withdrew withheld withstood woke won wore wound wove wrote
""".split()
"""Verbs whose past does not end in -ed, in the past."""

PASTS_TOO = frozenset((*PASTS, "done", "gone", "come", "begun", "rung", "sung", "swum", "sought"))
"""The same as a set, with what is a participle only."""

BEING = frozenset("was were is are be been being wasn't weren't isn't aren't got".split())
"""Auxiliaries of the passive."""

NO_PASTS = frozenset(
    """need seed feed speed breed indeed hundred sacred naked wicked rugged united biased embed
    exceed proceed succeed heed weed deed reed greed creed bleed shed sled bed red led ted fed
    wed based born so-called""".split()
)
"""What ends in -ed and is no verb of the past."""

PAST_AUXILIARIES = """
was were had did would could might wasn't weren't hadn't didn't wouldn't couldn't should
shouldn't used_to
""".split()

PRESENT_AUXILIARIES = """
is are has have does do will can may must isn't aren't hasn't haven't doesn't don't won't can't
cannot shall
""".split()

LATE_ADVERBS = frozenset("ever yet soon long all both quite often always".split())
"""Words that are adverbs behind an auxiliary."""

NO_ADVERBS = frozenset(
    """family reply supply ally italy apply assembly rally july bully fly rely comply imply early
    likely friendly lonely only daily weekly monthly quarterly yearly anomaly monopoly elderly
    scholarly costly timely orderly ugly holy silly belly jelly multiply""".split()
)
"""What ends in -ly and is no adverb."""

PERSONS = """
chief doctor friend lead peer knight dame baroness baron duke monsignor bishop archbishop imam
sheikh mullah rabbi priest vicar deacon chaplain elder monk nun official governor modeller modeler
trainer coach drafter envoy broker negotiator implementer implementor vendor developer programmer
designer architect surveyor forecaster epidemiologist banker lender insurer reinsurer trader miner
skipper sailor submariner airman mariner seaman gunner ranger warden guard coastguard commander
commandant general lieutenant major sergeant constable detective investigator rapporteur convenor
convener chairwoman chairman chairperson moderator mayor councillor councilor magistrate barrister
solicitor notary attorney prosecutor ombudswoman registrar prisoner hostage victim patient
principal associate counsel headmaster headmistress lecturer tutor postdoc doctorand doyen dean
provost rector
chancellor emissary intermediary facilitator columnist broadcaster correspondent blogger publisher
author poet novelist translator interpreter director head supremo boss founder owner president
islander highlander villager herder farmer grower rancher shepherd fisher pilot captain supervisor
examiner inspector auditor controller comptroller treasurer bursar liaison attache organiser
organizer unionist defector exile refugee returnee ex-minister ex-ambassador ex-general laureate
youth aide successor predecessor compatriot sibling spouse protege host hostess chair soldier
graduate alumnus alumna intern mandarin heavyweight newcomer reporter surgeon psychiatrist farmer-
activist cartographer geneticist vet volunteer medic paramedic firefighter sapper deminer monitor
verifier custodian archivist librarian anthropologist sociologist philosopher theologian
mathematician logistician electrician technician politician statesman stateswoman parliamentarian
centrist fundraiser recruiter headhunter financier accountant actuary underwriter stockbroker
contractor lobbyist shipowner charterer stevedore longshoreman retailer wholesaler importer
exporter producer
brewer vintner refiner driller prospector speculator landowner tenant chieftain tribesman princess
prince earl viscount countess envoy-designate ex-president ex-official ex-diplomat ex-
officer ex-governor insider technocrat donor newspaperman newspaperwoman funder sponsor creditor
grantee witness nordic candidate driver widow widower staffer counsellor counselor
""".split()
"""Nouns for people that are no words of `frames_en`."""

PEOPLE = "folks folk guys guy crowd ppl chap chaps lot mate pal bloke duo gentlemen ladies".split()
"""Words for people that take the name of a body or a country before them."""

ENDS = frozenset("end ends half corner".split())
"""Where at a table some of them sit."""

SIDES = "pair trio bench benches corner twosome quartet foursome seat seats".split()
"""Words for a few who sit together."""

BENCHES = frozenset("opposition ruling governing government".split())
"""Sides of a house: "the opposition party"."""

NO_PERSONS = frozenset(
    """list twist mist exist consist resist insist persist assist wrist fist gist checklist playlist
    shortlist coexist desist heist enlist grist hoist joist moist waist foist blacklist whitelist
    catalist preexist terrorist""".split()
)
"""What ends in -ist and is nobody one meets in a meeting."""

PERSON_ENDINGS = (
    "ist",
    "ologist",
    "ographer",
    "onomist",
    "crat",
    "woman",
    "women",
    "sman",
    "smen",
    "maker",
    "builder",
    "keeper",
    "worker",
    "owner",
    "dealer",
    "planner",
    "writer",
    "leader",
    "grower",
    "breeder",
    "officer",
    "holder",
    "patriot",
)
"""How nouns for people end."""

BODIES = """
inspectorate bureau board division fund bank trust college school hospital observatory desk branch
section consulate command brigade regiment squadron fleet battalion station base capital mission
embassy cabinet administration admiralty chancellery constituency unit lab laboratory newsroom
paper magazine committee parish diocese church order chamber guild union alliance consortium
cooperative federation court tribunal prosecution watchdog service body academy institute
publisher employer ministry registry
""".split()
"""What one can say "our" of; the long list is in `frames_en`."""

OF_A_NAME = frozenset(
    """center centre institute foundation forum agency council commission bank group university
    society trust fund network company corporation office alliance school laboratory""".split()
)
"""What goes on a name of a body that stands before it, in capitals."""

SHARED = frozenset(
    """board committee paper section unit base order court fund school union alliance capital
    service station command chamber body trust church order""".split()
)
"""Of these, what a whole meeting may call "our" too: they tell a side only after "my", or with
"we" beside them."""

BEFALLS = frozenset(
    """elected arrested killed detained appointed convicted released injured jailed murdered
    assassinated wounded abducted kidnapped exiled deported expelled imprisoned born buried
    executed sentenced ousted deposed evacuated hanged awarded nominated promoted
    hospitalised poisoned captured rescued sworn re-elected reelected overthrown died fled
    invented discovered founded designed patented painted composed pioneered coined
    seized annexed bombed attacked shelled imposed vetoed ratified dissolved mobilised blockaded
    wrote
    drowned won resigned defected emigrated conquered invaded fell starved""".split()
)
"""What happens to those whom a meeting talks about."""

FEELINGS = frozenset(
    """surprised worried concerned convinced unconvinced disappointed pleased alarmed irritated
    amused impressed unimpressed relieved satisfied dissatisfied annoyed asked reminded interested
    opposed inclined disinclined prepared struck pressed challenged interrupted supported
    contradicted thanked invited persuaded unpersuaded moved puzzled troubled encouraged
    discouraged tempted torn intrigued unmoved reluctant bored offended touched bothered
    heard seated joined corrected shocked fascinated intimidated resigned determined frustrated
    perplexed confused excited upset""".split()
)
"""What was done to somebody in the room: "was not persuaded"."""

OPINIONS = frozenset(
    """thought felt wondered doubted preferred conceded explained observed added recalled
    suggested stressed remarked disagreed dissented hesitated quarrelled quarreled sparred
    clashed differed demurred winced shrugged sighed laughed joked quipped nodded mused
    conceded admitted confessed worried regretted elaborated clarified reiterated countered
    retorted rejoined agreed_with sided seconded abstained volunteered undertook muttered
    grumbled sceptical skeptical unconvinced unpersuaded unimpressed relaxed cautious adamant
    noncommittal""".split()
)
"""What even a body that speaks in public is only heard to do in a meeting."""

LIGHT = frozenset(
    """gave took made kept brought held turned looked sought tried struck set ran led drew
    carried""".split()
)
"""Verbs that say little without what comes behind them."""

PUBLISHES = frozenset(
    """published announced released issued declared founded opened closed turned lost grew cut
    raised held kept revised lifted imposed signed withdrew joined left accepted launched adopted
    ratified approved suspended dissolved moved bought sold paid built won began started stopped
    ended continued led appeared became met celebrated created merged hired dismissed lobbied
    brought made walked finished sat surveyed drafted submitted quoted""".split()
)
"""What a body is written about for; in a meeting it says little of who sits there."""

STANCES = frozenset(
    """warned urged called condemned welcomed demanded pledged promised expected projected forecast
    estimated supported opposed rejected accepted claimed denied confirmed reported predicted
    agreed approved offered criticised criticized recommended assumed advised endorsed said
    invited asked_for requested appealed reaffirmed presented planned considered took gave
    dismissed contested disputed put sought came kept remained stayed stuck moved tried voted
    decided thanked
    outlined proposed""".split()
)
"""What governments, banks and the like do to matters in public."""

CHORES = frozenset(
    """circulate host draft redraft share send look check prepare translate co-host revert compile
    distribute provide supply report chair edit consult offer bring resubmit withdraw renumber close
    reply rerun redo retest rewrite reword comment explain verify""".split()
)
"""What is promised in a meeting."""
PROMISES = frozenset(
    "will would can could undertook offered agreed promised volunteered undertakes offers".split()
)

ROOM = tuple(
    """
told the group/told the room/told the meeting/told the table/the others at/than the others/
the others in/its position/at the table/the non-paper/the footnote/draft summary/the chair/
the moderator/colleagues/the floor/this summary/the summary/reserved/the rapporteur/the minutes/
in the margins/on the slide/its slides/its slide/the box on/the wording/para /off the record/
in the break/over coffee/over breakfast/over lunch/over dinner/beforehand/in the corridor/
handed round/handed around/passed round/be drawn/taken aback/took notes throughout/left us/
walked us/told us/reminded us/took us through/showed us/gave us/asked us/assured us/urged us/
in reply/handed out a/handed out copies/handed out the/handed out its/came armed/came prepared/
came with a/brought along/stayed out of it/sat on its hands/the only one to/when asked/asked about/
asked for/asked whether/asked to/exchanged a look/a glance/shook its head/into the text/ran us
""".replace("\n", "").split("/")
)
"""Words that put the sentence's subject into the room, whatever it is."""

FLOOR = tuple(
    """
reserved its position/reserved their position/took the floor/asked for the floor/for the record/
right of reply/at the table/told the group/told the meeting/told the room/could live with/
could not live with/the working group/the drafting group/the rapporteur/the convenor/the convener
""".replace("\n", "").split("/")
)
"""What only a delegation does."""

DELEGATED = frozenset(
    """seconded objected proposed asked requested supported opposed withdrew accepted preferred
    commented voted wanted suggested insisted disagreed questioned tabled submitted
    favoured favored offered volunteered moved reserved rejected accept prefer support oppose
    propose asks wants proposes supports opposes objects""".split()
)
PAPERS = frozenset(
    """footnote clause wording ballot comment comments agenda motion paragraph deletion floor
    minutes slide box para bracket brackets subclause adjournment wd cd dis table editor
    shall informative normative definition definitions amendment amendments para paras consensus
    article preamble""".split()
)
"""What delegations do, and with what."""

WONDERS = frozenset(
    """wondered queried remarked joked quipped nodded smiled laughed shrugged sighed demurred winced
    muttered""".split()
)
"""What no state does."""

ASKED = frozenset(
    """question questions q comment comments remark remarks query two-finger finger reply
    request""".split()
)
OF_A_COUNTRY = frozenset(
    """member members delegate delegates representative representatives rep reps envoy ambassador
    observer observers negotiator negotiators chair expert-level people""".split()
)
"""Before these a country's name is an adjective."""

THOSE = frozenset("one those two three others some somebody someone both another".split())
REQUESTS = frozenset(
    """request insistence responding replying response reply answer answering surprise annoyance
    invitation suggestion objections objection discomfort relief dismay""".split()
)
"""What is at somebody's request is so because they asked for it in the room."""

DISSENTING = frozenset(
    "dissenting abstaining objecting agreeing concurring disagreeing nodding against alone".split()
)
STANDS = frozenset(
    """support objection objections pushback request insistence reluctance resistance opposition
    concern concerns question reservation reservations proposal amendment wording""".split()
)
HOUSES = frozenset(
    """institute university college foundation lab laboratory think-tank think_tank academy ngo firm
    secretariat company vendor manufacturer body mediators school faculty observatory mission
    delegation""".split()
)
NO_CODES = frozenset("IT IS IN AT BE NO SO AM AS ME MY DO TO PM IP ID HR PR TV OK AI GE".split())
"""Codes of countries that are words."""

OURS = frozenset(
    """implementation chip chips product products patent patents factory firmware chipset
    constituents shareholders newsroom parish readers""".split()
)
"""What tells a side whoever has it."""

LIFE = frozenset(
    """commanded headed chaired led ran founded oversaw managed governed represented negotiated
    mediated signed drafted served worked joined advised negotiating working serving posted
    stationed teaching taught accredited commanding running heading leading chairing advising
    representing mediating flew flown sailed presided deployed seconded briefed trained studied
    elected appointed practised practiced interned reported covered inspected inspecting sat
    employed drafting supervised supervising audited directed directing set""".split()
)
"""What somebody did who tells of their own life."""

DELEGATES = frozenset("representatives delegates discussants invitees".split())
"""Several people who sit in meetings more than elsewhere."""

NO_TRADES = frozenset(
    """participant member guest observer visitor optimist pessimist realist outsider layman
    friend sceptic skeptic minority witness student newcomer veteran youth principal guard
    lead major chair host""".split()
)
"""Nouns for people that say nothing of whom somebody works for."""

KINDS_OF_WE = frozenset(
    """state donor claimant island province neighbour neighbor producer importer exporter signatory
    issuer lender creditor debtor host manufacturer implementer publisher carrier operator
    shareholder depositary guarantor recipient city municipality broadcaster charity
    economy""".split()
)
"""As such a one "we" is not everybody."""

MINE = frozenset(
    """students readers troops soldiers shareholders customers clients viewers voters constituents
    officers sailors pilots inspectors reporters patients parishioners engineers correspondents
    editors members ministers superiors bosses lawyers delegates governor minister supervisor boss
    superior president commissioner commander bishop ministry""".split()
)
"""Whose they are tells what somebody does."""

REMARKS = frozenset(
    "intervention interventions comment comments remark remarks query question quip joke".split()
)

HAPPENS = frozenset(
    """outage breach monopoly office offices branch branches licence license contract contracts
    staff
    budget mandate revenue loss losses subsidiary headquarters troops ships plant plants factory
    factories customers shareholders debt debts profit profits market recall scandal""".split()
)
"""What a body has and needs no meeting for."""

MIND = frozenset(
    """comfortable sceptical skeptical reluctant keen ready open happy unhappy prepared sure unsure
    certain uncertain clear silent adamant against content cautious hesitant puzzled pessimistic
    optimistic neutral supportive critical wary uneasy doubtful curious alone sympathetic less
    lukewarm cool relaxed unimpressed quiet calm split divided firm frank flexible
    opinion view favour favor fine okay ok nervous hopeful undecided agnostic guarded hurry mood
    mind minds rush upset angry livid annoyed""".split()
)
"""What somebody in the room is."""

MINDS = frozenset(
    """view views doubts doubt reservations concerns question questions objection objections opinion
    sympathy misgivings take answer idea figures point comment comments position
    nothing problem problems difficulty difficulties trouble objections preference suggestion
    words advice proposal slides""".split()
)
"""What somebody in the room has."""

MODALS = frozenset("would could wouldn't couldn't can can't cannot won't".split())
"""Behind these stands a wish."""

DOES = frozenset("does doesn't do don't did didn't".split())
"""Behind these too, if the body speaks nowhere else."""

WISHES = frozenset(
    """like prefer rather accept go see want say live support agree welcome oppose not endorse
    join drop keep add sign swallow settle drawn budge""".split()
)
"""What somebody in the room would or could."""

THINKS = frozenset(
    """thinks wants sees prefers opposes supports agrees objects doubts believes feels asks
    disagrees questions favours favors seconds dissents wonders worries insists proposes suggests
    abstains""".split()
)
"""The same in the present."""

WE_ALL = frozenset(
    """region group community society panel continent planet world humanity profession
    generation species meeting committee council forum team whole""".split()
)
"""As these "we" is everybody in the room."""
