"""How English ties a statement to somebody: words and patterns, as data.

Every kind of word has one letter; a sentence becomes a string of letters (`frames.Language`),
and an attribution is a regular expression over that string. What is English stands in this
module, in `acts_en` (verbs and who does them), `patterns_en` and its two neighbours,
`clues_en` and `kinds_en` (people described). In a word list "_" stands for a space.
"""

from __future__ import annotations

from collections.abc import Sequence

VERBS_OF_SPEECH = """
said told says tells say tell stated noted argued claimed warned explained mentioned stressed
emphasised emphasized underlined underscored highlighted added suggested proposed recommended
believed thought thinks felt feels held maintained insisted contended asserted affirmed
reaffirmed confirmed conceded acknowledged admitted denied rejected predicted expected hoped
feared worried complained lamented regretted welcomed praised criticised criticized supported
opposed endorsed seconded favoured favored preferred wanted called_for pointed_to pointed_out
pointed raised described outlined presented reported recounted shared drew_attention
expressed voiced asked_for urged pleaded appealed advised advocated defended challenged
contradicted corrected summarised summarized summed_up concluded opened closed chaired
moderated led spoke speaks talked answered introduced brought_up put_forward put_it put
assured reassured promised pledged offered volunteered agreed agrees considered assumed
estimated reckoned remembered saw sees viewed regarded declared announced dismissed reflected
reminded repeated reiterated restated elaborated clarified illustrated concurred joined
left arrived attended pushed pressed briefed replied responded took_issue took_the_view
took_up went_on continued turned circulated drafted submitted requested thanked apologised
apologized joked quipped cautioned commented observed remarked objected disagreed dissented
demurred questioned queried wondered doubted asked asks argues notes warns believes
suggests insists maintains claims intervened interjected interrupted interposed retorted
countered chimed_in pushed_back took_the_floor took_the_microphone gave_a_presentation recalled
confessed quoted cited invoked planned proceeded held_forth weighed_in spoke_up
shook_her_head shook_his_head nodded laughed sighed smiled seemed_sceptical was_sceptical
was_skeptical was_not_convinced was_unconvinced was_in_favour was_in_favor was_against
was_adamant was_clear was_of_the_view was_not_so_sure was_less_optimistic was_more_optimistic
was_pessimistic was_optimistic was_worried was_concerned was_surprised was_unhappy
was_of_the_opinion came_out_against came_out_in_favour signalled signaled hinted indicated
implied voted abstained answers replies responds thanks disagrees doubts wonders objects
remarks observes comments stresses adds explains recalls proposes recommends agreed_with
went_further followed_up spoke_first spoke_last spoke_against spoke_for begged_to_differ
informed advised_that emphasises emphasizes underlines contends concedes acknowledges
withdrew walked_out kept gave made took brought looked sounded seemed remained sat
came_back stood_by stuck_to held_back nodded winced frowned hoped_that came_in clarified
was_silent had_no defended struck reacted interceded sought tried began started finished
stopped refrained declined accepted conceded rejected walked laid_out set_out ran_through
invited stayed_silent disputed contested qualified hesitated lectured abstained moved
rebutted refused inquired enquired grumbled whispered shouted smiled stayed pleaded
lobbied floated tabled sketched volunteers framed likened compared contrasted
""".split()
"""What a person does with words in a meeting."""

VERBS_OF_DIALOGUE = """
replied responded_that disagreed dissented demurred queried wondered doubted asked asked_for
asked_whether asked_why asked_how intervened interjected interrupted interposed
retorted chimed_in pushed_back took_the_floor took_the_microphone remarked
objected countered_that joked quipped confessed nodded shook_her_head shook_his_head
spoke_up weighed_in begged_to_differ told_the_meeting told_the_group told_the_room
told_the_panel told_the_session told_the_participants told_participants told_the_committee
told_us told_the_table was_not_convinced was_unconvinced was_sceptical was_skeptical
spoke_first spoke_last followed_up voiced_doubts expressed_doubts expressed_doubt
expressed_concern expressed_concerns disagrees doubts wonders objects seconded concurred
said_in_reply answered_that told_colleagues walked_the_group gave_a_presentation
asked_for_the_floor informed_the_meeting informed_the_group informed_participants
reminded_the_group reminded_participants reminded_the_meeting begs_to_differ
informed_the_committee briefed_the_group briefed_participants briefed_the_meeting
""".split()
"""What only somebody who is in the room does: no government does it to the press."""

MEETING_ROLES = """
participant speaker panellist panelist discussant attendee respondent contributor presenter
questioner intervener roundtable_member panel_member working_group_member group_member
keynote_speaker colleague
""".split()

PROFESSIONS = """
scholar expert analyst academic economist researcher official diplomat journalist lawyer
engineer officer banker activist businessman businesswoman practitioner scientist
historian strategist technocrat bureaucrat adviser advisor consultant specialist fellow
soldier lawmaker legislator parliamentarian politician negotiator mediator observer
policymaker policy-maker regulator supervisor editor industrialist entrepreneur executive
manager student postdoc think-tanker campaigner aid_worker humanitarian jurist statistician
central_banker rate-setter member veteran guest visitor interlocutor counterpart
civil_servant peacekeeper planner geologist hydrologist physicist fisherman trader cleric
ombudsperson ombudsman ombudswoman prosecutor auditor inspector curator physician priest
pilot treasurer actuary broker hydrographer oceanographer geographer nurse teacher farmer
tribal_elder elder number_two commander seafarer linguist representative delegate counterpart
""".split()

OFFICES = """
ambassador minister general governor professor admiral envoy director president chancellor
ceo commissioner senator judge secretary spokesman spokeswoman spokesperson colonel
director-general director_general chief_negotiator brigadier captain major-general
lieutenant-general lieutenant_general major_general air_marshal vice-admiral rear-admiral
attache defence_attache military_attache consul consul-general head_of_mission
high_commissioner charge_d'affaires deputy_governor chief_economist foreign_minister
finance_minister defence_minister defense_minister prime_minister deputy_minister
permanent_secretary permanent_representative undersecretary under-secretary mp mep
member_of_parliament national_security_adviser national_security_advisor chief_of_staff
intelligence_chief mayor rapporteur_general special_representative special_envoy
country_director vice-president vice_president managing_director board_member dean rector provost
editor-in-chief secretary-general secretary_general
peace_negotiator military_officer cabinet_minister police_chief coast_guard_officer
naval_officer army_officer intelligence_officer un_official
""".split()

BODIES = """
embassy ministry institute bank government company firm foundation university
organisation organization department agency directorate secretariat mission office army
military parliament headquarters hq think_tank think-tank employer country nation
foreign_ministry central_bank party navy air_force armed_forces coast_guard laboratory lab
faculty academy commission corporation consulate treasury administration cabinet
leadership prime_minister president minister foreign_minister ambassador authorities
institution ngo association union federation council chamber newspaper
intelligence_service jurisdiction authority regulator operator utility vendor manufacturer supplier
""".split()
"""What one can say "our" of, or speak for."""

LANGUAGE: dict[str, str] = {
    "d": "the this that these those its their his her",
    "a": "a an one another each every no any",
    "q": """two three four five six several some many few both most all other others half
        none either neither various certain a_few a_couple_of a_number_of one_of two_of
        some_of several_of most_of both_of""",
    "m": "my our",
    "w": "we us i me myself ourselves",
    ".": "our_team my_team our_side_of_the_argument our_institutions at_present our_party",
    "F": """former ex retired senior junior young deputy acting current serving vice assistant
        chief leading prominent veteran seasoned outgoing incoming newly-appointed ex- late
        high-ranking high-level mid-level well-known distinguished visiting lead principal
        prospective honorary special same second third next last previous
        old older younger only sole lone male female local long-serving long-time onetime
        one-time erstwhile past sitting respected experienced""",
    "L": "delegation side team contingent camp delegations negotiating_team capital "
    "member_body national_body national_committee",
    "h": "mr mrs ms miss mx dr doctor prof sir dame madam mme mlle herr frau lord",
    "f": "from",
    "1": "of",
    "2": "at",
    "3": "with",
    "4": "for",
    "5": "as",
    "6": "by",
    "7": "to",
    "8": "in",
    "9": "on",
    "&": "and or",
    "j": """also then later again had has have himself herself however too strongly firmly
        politely repeatedly quickly openly bluntly briefly softly rightly further first
        therefore thus still initially subsequently clearly simply explicitly finally quietly
        immediately consequently similarly likewise merely only sharply forcefully privately
        will would could can did does was is were are not never just even once twice
        meanwhile nevertheless nonetheless instead rather cautiously tentatively
        wearily drily dryly half-jokingly pointedly gently emphatically vigorously
        gently candidly frankly here""",
    "s": """speaking speak spoke speaks talking writing replying responding intervening testifying
        reporting arguing""",
    "$": "on_behalf_of in_the_name_of in_my_capacity_as in_his_capacity_as in_her_capacity_as "
    "in_the_capacity_of representing in_my_role_as in_my_time_as during_my_time_as "
    "in_my_years_as in_my_days_as wearing_my_hat_as my_time_at my_years_at my_days_at "
    "represented_by i_am_from i_come_from i_was_at i_sit_on_the_board_of i_work_for i_work_at "
    "i_represent "
    "we_at we_in back_home_in",
    "k": """according_to in_the_words_of in_the_view_of in_the_opinion_of in_the_eyes_of
        in_the_judgment_of in_the_judgement_of in_the_reading_of in_the_estimation_of
        in_the_telling_of from_the_direction_of
        in_the_mind_of in_the_phrase_of in_the_experience_of in_the_assessment_of in_the_account_of
        by_the_reckoning_of in_the_formulation_of in_the_hands_of at_the_insistence_of
        at_the_request_of at_the_suggestion_of at_the_prompting_of to_the_surprise_of
        to_the_annoyance_of to_the_relief_of to_the_delight_of to_the_dismay_of to_the_amusement_of
        to_the_irritation_of over_the_objections_of against_the_objections_of""",
    "@": """in_the_room at_the_table around_the_table round_the_table on_the_panel present
        in_attendance at_the_meeting at_the_session in_this_room at_this_table on_the_call
        in_the_meeting on_the_committee of_the_table in_the_session in_the_group
        online_today here_today with_us_today of_the_room in_the_working_group
        across_the_table on_the_line in_the_breakout_group at_the_workshop at_the_seminar
        in_the_hall among_us among_the_participants in_our_midst among_those_present
        in_our_group in_our_circle around_this_table in_the_circle on_this_panel
        at_the_far_end_of_the_table at_the_end_of_the_table at_the_end_of_our_table""",
    "e": "apologies regrets",
    "E": """attended took_part participated was_represented were_represented was_present
        were_present joined_the_meeting joined_the_session joined_the_discussion
        sent_apologies had_sent_apologies sent_its_apologies sent_their_apologies sent_regrets
        sent_its_regrets sent_their_regrets sends_apologies sends_its_apologies
        was_unable_to_attend were_unable_to_attend
        could_not_attend was_absent were_absent was_invited were_invited dialled_in dialed_in
        sent_two_people sent_three_people sent_a_delegate sent_a_colleague sent_a_representative
        sent_an_observer sent_observers sent_representatives sent_somebody
        joined_remotely joined_online joined_by_video""",
    "x": """point view question comment remark intervention concern suggestion argument
        opinion answer reply statement objection proposal presentation paper contribution
        questions comments remarks concerns suggestions points objections amendment
        amendments query observation observations assessment line reading position warning
        submission slide slides figure figures idea account doubts scepticism skepticism
        optimism pessimism reservations wording formulation experience perspective""",
    "u": "woman man person someone somebody lady gentleman individual women men people voice "
    "voices",
    "l": "staff",
    "i": """took_the_floor asked_for_the_floor requested_the_floor takes_the_floor told_the_meeting
        told_the_group told_the_room told_participants told_the_session told_the_panel""",
    "c": "but while whereas although though because since when where if",
}
"""The small words by letter; the long lists above come under V, v, R, P, O, B and plurals."""

PUBLIC_AT_ONCE = frozenset(
    """yesterday reporters publicly journalists announced declared announces
    spokesman spokeswoman spokesperson tweeted published reuters afp tass xinhua interfax yonhap
    kyodo irna tasnim""".split()
)
"""Words beside the verb that put a statement outside the meeting."""

MOVES = frozenset("visited visiting left arrived met died fled".split())
"""Verbs that do so as what is said of the subject."""

OF_A_SESSION = frozenset(
    "us vote lunch break session coffee item dinner agenda discussion early room hall".split()
)
"""Behind those these tell that it was this meeting that somebody left."""

PUBLIC = frozenset(
    """press newspaper newspapers television tv twitter tweet publication communique summit
    website interview article articles paper papers memoir memoirs book broadcast statement
    speech tribunal court parliament commons bundestag knesset
    duma senate congress majlis sejm unga unesco assembly study survey surveys bulletin letter
    report reports magazine journal radio hearing lecture treaty inquiry inquest auditors
    investigators circular""".split()
)
"""Words that do the same behind "in a" and the like."""

INTO = frozenset("in at to through via".split())
BROADCAST = frozenset("television tv radio twitter facebook youtube telegram".split())
"""Media that one speaks "on"."""

DATES = frozenset(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
COMING = frozenset("will can would could shall may might hopes offered undertook".split())
"""Where these stand before a date, it is one to come."""

BEFORE_YEARS = frozenset("in since of from until during after before early late".split())
BEFORE_DATES = frozenset("in on last since early late mid".split())
"""What stands before a month or a day that says when something was said ("by Friday" does not)."""


def years(lower: Sequence[str]) -> bool:
    """Whether a year says when something was: "since 1964", "rounds of 2021"."""
    return any(
        len(word) == 4
        and word.isdigit()
        and word[:2] in {"19", "20"}
        and (lower[place - 1] in BEFORE_YEARS or lower[place - 1] in DATES)
        for place, word in enumerate(lower)
        if place
    )


PUBLIC_PHRASES = tuple(
    """
on television/on twitter/on the radio/last week/last month/last year/in a letter/in public/
last spring/last summer/last autumn/last winter/last october/last november/years ago/
that year/that spring/that summer/that autumn/that winter/that decade/that season/
months ago/weeks ago/decades ago/centuries ago/
long ago/in those days/back then/security council/general assembly/press release/foreign affairs
""".replace("\n", "").split("/")
)
"""The same for several words."""

PUBLISHED = (
    "according to the press", "according to press", "according to published",
    "to judge by", "judging by", "judging from", "as the saying goes",
    "according to media", "according to reports", "was quoted as", "in its annual",
)  # fmt: skip
"""The same wherever in the sentence it stands."""

TIMES = tuple(
    """
this week/this year/in the past/in recent years/at the time/this spring/this summer/this month/
""".replace("\n", "")
    .rstrip("/")
    .split("/")
)
"""Beside what a body does these say that it was not done in the room."""

MEETING_NOUNS = frozenset(
    """meeting session group room panel committee workshop seminar call board council public
    community conference dialogue subgroup forum team audience""".split()
)

LABELS = frozenset(
    """note notes action actions question questions answer answers point points agenda background
    summary next context update status decision decisions issue issues risk risks result
    results conclusion conclusions recommendation recommendations proposal proposals example
    warning aim goal topic topics session part item chapter section annex option options
    scenario source sources date time place venue present attendance apologies chair moderator
    rapporteur participants speakers concern concerns agreement agreed disagreement other
    others follow todo tbc tbd tba nb ps re fyi cc q a qa pro con pros cons step steps
    phase track first second third finally open parking lot key takeaway takeaways
    consensus caveat reminder remark comment comments response reply title subject hint
    however but and so therefore yes no also again rule reference figure table box
    fact facts quote gist idea ideas problem solution round theme verdict argument counter
    discussion overview introduction outlook inflation growth policy security economy trade
    message lesson lessons bottom line why how what when where who which objective objectives
    motion amendment clause article paragraph page footnote see e.g. i.e. namely""".split()
)
"""Words before a colon that are headings, nobody's name."""

KNOWN_ACRONYMS = frozenset(
    """us uk eu un usa uae ai it tv pm dc ceo cfo nato who imf wto ecb fed gdp cpi ppi qe qt
    fx em eme opec asean au icj icc unsc unga nsc wmd icbm inf start npt abm arf sco brics g7
    g8 g20 cbm cbms coc doc eez unclos igad unmiss unfil unficyp eufor kfor osce usd eur gbp
    rmb ok id ip tcp udp http dns ietf iso iec itu w3c ieee api sdk tls ssl pki url html xml
    pdf ppt q&a am bc ce hr rnd r&d ngo ngos cso csos idp idps dprk rok prc roc drc ksa
    ip4 ip6 rfc tc sc wg cd dis fdis npwi co2 ghg cop ipcc bis bcbs fsb mpc fomc lcr nsfr cet1
    rwa var es sme smes ip la ny sf hq vip nb ps re fyi tbc tbd tba cc pa bbc cnn""".split()
)
"""Capitals that are nobody's initials."""

GENDERED = {
    "she": "f", "her": "f", "hers": "f", "herself": "f", "woman": "f", "lady": "f", "female": "f",
    "he": "m", "his": "m", "him": "m", "himself": "m", "man": "m", "gentleman": "m", "male": "m",
    "women": "f", "men": "m", "madam": "f", "lawwoman": "f", "businesswoman": "f",
    "businessman": "m", "mother": "f", "father": "m", "wife": "f", "husband": "m",
}  # fmt: skip


CLAUSE = frozenset("that whether why how if because".split())
"""What opens the statement itself: from here on words say what was said, not where."""

PUBLIC_OFFICES = frozenset(
    """president chancellor minister secretary governor king spokesman spokeswoman spokesperson
    ministers presidents senator commissioner mayor""".split()
)
"""Offices whose holders are talked about more than they are in the room."""

FORMER = frozenset("former ex retired late then erstwhile onetime past".split())

NO_BODIES = frozenset(
    """track zoom chatham phase part panel session round breakout global north south east west
    southern northern annex option category type level day group q a p5 g7 g20 en non
    young junior senior i ii iii iv first second""".split()
)
"""Capitals before "participant" that are no organisation."""

POWERS = frozenset(
    """leader king queen prince princess emir sultan pope premier monarch crown dictator junta
    parliament troops army court""".split()
)
"""Who is talked about and does not sit in such meetings."""

PROCEDURES = frozenset(
    """supported seconded opposed endorsed objected proposed abstained voted submitted withdrew
    tabled moved asked requested welcomed rejected accepted commented preferred offered
    volunteered suggested circulated introduced presented""".split()
)
MATTERS = frozenset(
    """proposal amendment footnote text clause draft ballot resolution comment wording agenda
    option annex note motion formulation paragraph paper comments clauses paragraphs amendments
    proposals options footnotes notes drafts annexes definitions figures table phase-in phase
    deletion
    against floor version compromise group meeting box slide slides minutes figures list
    non-paper summary workshop para""".split()
)
"""What bodies do in a meeting, and to what."""

TASKS = frozenset(
    """circulate send prepare draft call contact follow write check share arrange organise
    organize invite edit revise host chair report speak present join ask confirm propose review
    talk coordinate collect forward summarise summarize brief consult raise submit update
    finalise finalize book liaise distribute compile return lead introduce open close
    clarify inform provide ensure""".split()
)
"""What a person is asked to do next."""

LABEL_ABBREVIATIONS = frozenset("nb ps re fyi tbc tbd tba cc pa ip id hr pr ia".split())
"""Capitals before a colon that are remarks; before a verb of speech they are initials."""

SMALL_WORDS = frozenset(
    """us turkey china polish jersey chad pole poles dane finn brit guinea pacific gulf lima nice
    western west jordan mali male togo niger oman bern juba georgia america fiji cuba peru iran
    doha manx aden aland welsh scot scots kiwi kiwis pan reunion palau swiss lao as in""".split()
)
"""Places that are words when written small."""
