"""What people do in and around a meeting, and things do not, as data.

A name that is also a word ("Stone", "Rivers") at a sentence's start is a person where one of
these follows. Verbs of speech stand in `frames_en`.
"""

from __future__ import annotations

_REGULAR = """
back side lean hedge balk quibble sympathise empathise waffle stall veto echo mock parry dodge
stonewall grill chide scold berate rebuke admonish commend laud salute bemoan lambast slam
ridicule belittle downplay overstate understate exaggerate wrangle haggle bargain negotiate
mediate clash spar bicker argue vow swear assent consent acquiesce relay recite quote paraphrase
summarise conclude wrap reiterate rehash revisit retrace query grumble moan groan cheer applaud
boo heckle wink gesticulate beckon pace fidget doze stammer stutter mumble drone ramble digress
backtrack equivocate prevaricate fudge finesse insinuate intimate allude hint nudge prod coax
cajole entreat beseech implore exhort goad provoke needle taunt flatter congratulate console
reassure calm placate mollify appease rally enthuse gush effuse rhapsodise scribble jot type
dictate proofread copy-edit redline initial countersign accept acknowledge add address admit
advise agree annotate answer apologise apologize appear apply arrive ask attend beg bet blame
boycott brief call calculate caution chair champion chase check chuckle circulate cite clap
clarify comment compare complain concede confer consult contact convene correct counsel credit
criticise criticize decline defend defer demand demo deny deplore describe disagree discuss
dislike dispute dissent doubt draft email endorse enjoy enquire explain express finish flag
forward frown gesture giggle grimace guess hate hesitate highlight hope host hurry imagine
improvise inform insist intend interrupt intervene introduce invite joke join label lament laugh
lecture like listen lobby love mention moderate motion murmur mutter nod nominate note object
observe offer outline pause phone plead pledge point ponder prefer prepare present preside
promise pronounce propose protest praise push question rail react reason recall recap reckon
recommend reconsider refer reflect regret rehearse reject rejoin remark remember remind reply
request resign respond retort reveal review rise scowl second seem serve share shrug sigh sign
simplify sketch smile sneer snap solicit stress struggle suggest support suspect table talk
tease thank translate try turn tweet urge voice volunteer vote wait walk want warn wave welcome
whisper wince wish withdraw wonder worry yield zoom abstain advocate appreciate brush challenge
circle coin concur contend cough decry demur disclose edit elaborate emphasise emphasize
estimate exchange expand expect favour favor fear feel frame gather gloss insert interject
invoke jest liken maintain merge muse oppose phrase pick ping plan play polish post press probe
propound qualify rephrase reserve retract rework row scan scoff screen seek shake shout show
skip soften specify stand steer step stop submit summarize take tell think throw touch trace
underline underscore vouch warm weigh work write look decide dial distribute delete minute
redraft tackle upload produce spend dismiss unpack spell forbid overrule overtake break quit
fight buy sell spread split shut hurt cut hit send catch build grow fall arise remain unmute
mute pass raise skype retire concentrate budge relent dither waver bristle oblige rule pour pull
knock bounce chip butt jump dive wade lash float rattle tear shoot round
absolve accede acclaim accost accuse adjourn affirm alert amplify analyse analyze anticipate
apprise ascribe assail assert assess attest avow banter bark beam bellow blurt bluster boast
brainstorm bridle broach brood browbeat bully castigate cede certify characterise characterize
chastise chime chortle clamour commiserate compliment conjecture connive consider conspire
construe contemplate contradict converse convince cross-examine debate decipher declaim declare
decode deflect deliberate delve denounce depict deride despair detail detest devise differ
differentiate disapprove discern disclaim discourage disown disparage dispel dissociate dissuade
divulge doodle double-check embellish embroider enlighten enumerate envisage envision espouse
eulogise evade evoke exclaim excuse expostulate expound extol fault fulminate fume fuss
generalise generalize glare gloat grin harangue harp hiss hypothesise idolise illustrate
indicate inquire inveigh itemise jeer jibe justify lavish legislate libel loathe malign marvel
meddle meditate memorise misquote mull narrate nitpick notify obfuscate opine orate orchestrate
overreach peddle persevere persuade peruse pester petition philosophise photograph pontificate
pooh-pooh portray postulate pray preach preface prescribe presume pretend proclaim profess
proffer promulgate prophesy quarrel rant ratify rationalise rave reaffirm reassert reassess
rebuff recant recognise recognize reconcile recount recuse redirect reference refuse regale
relate relish remonstrate renounce repent reprimand reprise reproach reproduce repudiate rescind
resent restate revel revise rubbish salivate satirise savour scorn scrutinise scrutinize
sermonise shriek sidestep skewer smirk snigger snort speculate sputter squirm stipulate sulk
surmise sympathize tattle testify theorise theorize threaten tiptoe transcribe trivialise
trumpet underestimate unveil upbraid usher vacillate venture verify vilify visualise vouchsafe
waive wax wheedle whine whistle yawn yell yelp
measure count compute test verify sample survey audit tabulate catalogue interview co-draft
annotate calibrate simulate benchmark replicate summon commission brief debrief narrate jot
untangle dissect refute debunk parse frame propose sponsor chaperone tutor coach
"""
_IRREGULAR = """
begin began begun/bring brought brought/choose chose chosen/come came come/draw drew drawn/
feel felt felt/find found found/forget forgot forgotten/get got got/give gave given/
go went gone/have had had/hear heard heard/hold held held/keep kept kept/know knew known/
lay laid laid/lead led led/leave left left/let let let/lose lost lost/make made made/
mean meant meant/meet met met/overlook overlooked overlooked/put put put/read read read/
ring rang rung/run ran run/say said said/see saw seen/seek sought sought/send sent sent/
set set set/shake shook shaken/show showed shown/sing sang sung/sit sat sat/
sleep slept slept/speak spoke spoken/stand stood stood/stick stuck stuck/
strike struck struck/take took taken/teach taught taught/tell told told/
think thought thought/throw threw thrown/understand understood understood/wear wore worn/
win won won/withdraw withdrew withdrawn/write wrote written/spend spent spent/
forbid forbade forbidden/overrule overruled overruled/break broke broken/quit quit quit/
tear tore torn/shoot shot shot/fight fought fought/buy bought bought/sell sold sold/
spread spread spread/split split split/shut shut shut/hurt hurt hurt/cut cut cut/
hit hit hit/catch caught caught/build built built/grow grew grown/fall fell fallen/
arise arose arisen/rise rose risen/swear swore sworn/beg begged begged/nod nodded nodded/
refer referred referred/prefer preferred preferred/defer deferred deferred/
concur concurred concurred/shrug shrugged shrugged/recap recapped recapped/
clap clapped clapped/snap snapped snapped/stop stopped stopped/step stepped stepped/
plan planned planned/skip skipped skipped/flag flagged flagged/chat chatted chatted/
drop dropped dropped/scan scanned scanned/ping pinged pinged/demur demurred demurred/
rebut rebutted rebutted/undertake undertook undertaken/misread misread misread/
misspeak misspoke misspoken/withhold withheld withheld/rap rapped rapped/kid kidded kidded/
nag nagged nagged/quiz quizzed quizzed/opt opted opted/hum hummed hummed/
overhear overheard overheard/foresee foresaw foreseen/foretell foretold foretold/
mistake mistook mistaken/misunderstand misunderstood misunderstood/admit admitted admitted/
submit submitted submitted/commit committed committed/plot plotted plotted/
log logged logged/map mapped mapped/cap capped capped/foresee foresaw foreseen/
outdo outdid outdone/oversee oversaw overseen
"""
UNLIKE_PEOPLE = frozenset(
    """back lean stall slam rally drone echo clash calm provoke pace hedge pour pull bounce
    jump float dive tear shoot knock see decide rise run set get come go work show stand
    take turn begin apply remain play make leave lose pass press seem appear side point
    wave row post screen label table second lay hold keep step stop drop touch warm
    polish gather weigh circle expand pick finish bring close find win put strike mean
    draw serve skip stick ring trace yield express credit feel rule frame coin look let
    give meet raise support have push flag note plan demand share cite produce spend
    break quit fight buy sell spread split shut hurt cut hit send catch build grow fall
    arise join change hide follow cover lead move open help amplify certify evoke illustrate
    indicate threaten reproduce relate withhold ratify differ reconcile deflect reference
    anticipate prescribe alert dispel hum register""".split()
)
"""Of these, what banks, rivers and winters do as well."""


def _forms() -> tuple[frozenset[str], dict[str, str], dict[str, str]]:
    base = dict.fromkeys(_REGULAR.split(), ("", ""))
    for line in _IRREGULAR.replace("\n", "").split("/"):
        verb, past, participle = line.split()
        base[verb] = (past, participle)
    pasts: dict[str, str] = {}
    presents: dict[str, str] = {}
    for verb, (past, participle) in base.items():
        pasts[past or regular_past(verb)] = verb
        pasts.setdefault(participle or regular_past(verb), verb)
        presents[regular_present(verb)] = verb
    return frozenset(base), pasts, presents


def regular_past(verb: str) -> str:
    """The past form of a verb that has the regular one."""
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb[-1] == "y" and verb[-2] not in "aeiou" else verb + "ed"


def regular_present(verb: str) -> str:
    """The form of a verb in the present behind "she"."""
    if verb == "have":
        return "has"
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


FINITE = frozenset(
    past
    for line in _IRREGULAR.replace("\n", "").split("/")
    for _, past, participle in (line.split(),)
    if past != participle
)
"""Past forms that are no participles: "Hung showed salinity readings"."""

DEEDS, PASTS, PRESENTS = _forms()
"""The verbs, and their past and present forms with the verb each belongs to."""


def only_people(verb: str) -> bool:
    """Whether hardly anything but a person does it; `verb` is one of `DEEDS`."""
    return verb not in UNLIKE_PEOPLE


VERBS_ALONE = frozenset(
    """reckons maintains contends emphasises emphasizes underlines clarifies elaborates
    reiterates acknowledges concedes confirms considers assumes expects imagines
    complains retorts interjects intervenes interrupts begs pleads urges warns worries
    feels finds gets gives goes keeps leaves lets loses makes means needs prefers puts
    raises reads refers refuses rejects reminds repeats seeks shrugs sticks summarises
    tries wants thinks says asks agrees disagrees argues insists suggests proposes
    believes knows hopes objects explains describes thanks replies responds seems sends
    writes tells speaks likes dislikes hates regrets remembers recommends recalls denies
    doubts fears wonders intends offers declines accepts admits advises volunteers
    abstains apologises apologizes brings takes sees sits joins introduces invites
    chairs moderates concurs laughs nods smiles observes opposes withdraws understands""".split()
)
"""Present forms that are hardly ever nouns: behind a noun in the singular they make it a name."""

NOUNS_TOO = frozenset(
    """answers appeals attempts calls claims comments complaints demands fears gestures hints hopes
    moves nods notes objects offers plans pledges points prefaces pretends promises protests
    questions references remarks reports requests responds returns runs seems talks tends thanks
    turns visits votes vows wants wishes appears proves refers relates applies
    tests counts samples surveys maps plots logs briefs measures frames""".split()
)
"""Present forms that are nouns, or that things do, before "to"."""

HELPERS = frozenset(
    """had did does has would will could should can cannot might must may didn't doesn't hasn't
    hadn't wouldn't won't couldn't shouldn't can't mustn't needn't""".split()
)
BEING = frozenset("was is wasn't isn't seemed sounded looked appeared remained felt".split())
SINGULARS = frozenset("has does was is hasn't doesn't wasn't isn't".split())
"""Helping verbs: all; those that say what somebody is; those that no plural has."""

MANNERS = frozenset(
    """not never also still then later again just only even too first already always once
    rather quickly briefly however himself herself actually really twice almost nearly
    have""".split()
)
"""What may stand between a name and its verb, beside words in -ly."""

MOODS = frozenset(
    """sceptical skeptical convinced unconvinced sure unsure happy unhappy glad pleased
    sorry worried concerned surprised opposed adamant keen reluctant optimistic
    pessimistic hopeful doubtful cautious categorical blunt firm clear confident curious
    eager careful critical supportive grateful impressed unimpressed interested puzzled
    relieved drawn persuaded swayed moved satisfied dissatisfied silent tired uneasy
    unwilling willing wary ready prepared against in less more of one absent present
    late early right wrong first last next asked thanked invited interrupted quoted away
    on at with there here for able unable inclined minded visibly quite very
    disappointed furious ok okay fine disagreeing agreeing angry upset amused baffled
    aware unaware polite brief elected appointed nominated reassured unpersuaded lukewarm
    noncommittal unmoved dismissive scathing evasive outvoted overruled emphatic conciliatory
    combative""".split()
)
"""What somebody was or seemed, behind "was"."""

MOODS_OF_PEOPLE = MOODS - frozenset(
    """for fine silent tired cautious polite in less more of the one a an first last next
    right away on at with there here early late able ready present clear firm critical
    wrong quite very absent brief sure""".split()
)

POSSESSIONS = frozenset(
    """floor doubts question questions objection objections reservations concerns point points
    comment comments word slide slides request idea answer hand chart figures numbers view
    views mind suggestion proposal paper caveat say qualms hesitation misgivings worries
    sympathy trouble minutes brackets bracket finger data table text options option patience
    problem problems issue issues difficulty difficulties instructions news preference preferences
    draft photo photos pictures picture map maps notes homework answers samples figure wording
    experience insight insights feeling complaint complaints request requests anecdote story
    stories quote example examples precedent remark remarks appetite plane train flight""".split()
)
"""What somebody had: "Frost had a question"."""

OPENERS_OF_OBJECTS = frozenset(
    """a an the his her their its our that this these those it them him us me whether why how
    to for no every each all both some any two three more another himself herself what when
    where against about with on at four
    five six ten several many most half""".split()
)
"""What stands behind a verb with an object; a noun is no participle then."""

UNCOUNTED = frozenset(
    """frost rice grace hope faith joy summer winter spring autumn dawn love wood gold
    silver power peace snow rain water coal salt iron steel sand ash chance day night will
    art law justice mercy trust price march may april june august october sunday monday
    friday wheat barley cotton silk wool glass paper light heath fortune luck loss gain
    war truth honor honour prudence patience constance charity verity felicity harmony
    serenity destiny liberty music history time money cash credit wine beer coffee tea
    fish lamb beef pepper ginger flint clay marble brass copper air land earth sky sun
    moon star wind storm gale fog mist dew hail flood ice fire heat coke parliament
    congress noon midnight east west north south christmas easter lent english french
    german man mankind poverty hunger food fuel diesel oil gas labor labour staff youth
    culture nature science work media data evidence demand supply growth trade business""".split()
)
"""Nouns that open a sentence without an article."""

MARKET_MOVES = frozenset(
    """fell rose slid gained dropped jumped weakened strengthened traded rallied slumped plunged
    climbed eased firmed tumbled doubled halved went softened recovered rebounded""".split()
)
"""What a price does."""
MARKETED = frozenset("sterling rand real won mark bond equity stock".split())
"""Names of people that are traded too."""

BELONGINGS = frozenset(
    """chart charts table slide slides paper papers draft drafts figure figures map maps edit
    edits email e-mail mail message text wording line redline phrase formula sentence turn
    list notes numbers graph graphs handout memo motion ballot vote call hand voice face own
    team version story anecdote joke data dataset survey poll annex appendix bracket
    brackets footnote""".split()
)
"""What somebody has in a meeting, beside the opinions of `frames_en`."""

ROLE_LABELS = frozenset(
    """chair chairs co-chair moderator moderators facilitator rapporteur scribe minutes
    notes present attending absent apologies regrets speakers panel panellists panelists
    discussants owner lead action from to cc by presenter presenters attendees
    participants for against yes no abstaining abstentions favour todo""".split()
)
"""Words before a colon that people follow."""

SAID_BY_PEOPLE = frozenset(
    """i we my our us not no nobody never none nothing yes agree agrees disagree will would
    should could must cannot can't won't don't doesn't isn't wants says thinks asks let's
    why need needs prefer prefers against let please sorry thanks maybe too""".split()
)
"""What notes of somebody's words hold, and headings do not."""

COMMON_CAPITALS = frozenset(
    """cb mp mps pr pc ps cv cd dvd ac ec ep eb gp ga sg dg fm pmo mfa mod moj moi mof srsg
    rsg dsrsg io ifi mdb mdbs ldc ldcs ems bop cdo ppp pppp roi sop tor tors mou mous
    nda aml cft kyc cbdc sdr sdrs npl npls otc etf cds mbs abs swf sez fta ftas rta fdi
    oda gvc tpp rcep ttip usmca gatt trips lng gw mw kw kwh ev evs pv ccs ndc ndcs sdg
    sdgs mdg hiv aids gmo wash iuu ais uav uavs slbm mirv hcoc mtcr nsg psi ctbt fmct
    tpnw jcpoa iaea opcw atms slas api apis cli gui oss sso tba dos ddos cve rce vpn lan
    wan cpu gpu usb sme npo csr esg kpi kpis okr faq pov tl ids dob asap eod eta btw imo
    imho fwiw iirc lgbt ptsd ddr ssr pko dpko dpo dppa wps yps drr sgbv gbv tjc ceo coo
    cto cso cio vp evp svp ok tv hq gmt utc cet est pst bst cest edt am pm ad bc ce bce
    aob ipr aws ibm""".split()
)
"""More capitals that are ordinary abbreviations; `frames_en` has those of its patterns."""

ONLY_HERE = frozenset(
    """chaired moderated seconded nodded laughed smiled shrugged sighed interjected interrupted
    joked quipped remarked chuckled emailed redrafted unmuted frowned whispered winced chairs
    moderates himself herself""".split()
)
"""What nobody does but somebody in the room."""

SPEAKING_BODIES = frozenset(
    """us uk eu un usa uae nato who imf wto ecb fed opec asean au icj icc unsc unga nsc sco
    brics g7 g8 g20 osce igad unmiss unfil unficyp eufor kfor iso iec itu w3c ieee ietf dprk
    rok prc roc drc ksa ipcc bis bcbs fsb mpc fomc tc sc wg bbc cnn ngo ngos cso csos pm mfa
    mod iaea opcw nsg psi cb mps mp pmo moj moi mof srsg ec eb hq ceo ai hr it ip tv pc""".split()
)
"""Known capitals that speak, or are spoken of, as bodies and things do."""

MEETING_MATTERS = frozenset(
    """session meeting discussion question questions point points floor room item agenda group
    panel chair draft text paragraph annex proposal slide slides argument remark remarks
    comment comments amendment suggestion idea table motion topic matter exchange map paper papers
    clause clauses handout bullet bullets footnote footnotes summary""".split()
)
"""What is opened, raised or left in a meeting."""
