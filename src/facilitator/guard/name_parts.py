"""What belongs around names in any language: particles, styles, short forms (data)."""

from __future__ import annotations

PARTICLES = frozenset(
    """al el as ash an ar at az ad bin ibn bint ben abu abd abdel abdul ud ul de del della di da
    das dos do du la le les los las van von der den het ter ten zu zum af av e y i o d l mac mc cel
    st san saint ould weld wuld wa""".split()
)
"""Small words inside a name that are no name alone (O' and D' are part of their word)."""

COMPOUNDING = frozenset("abdul abdel abdal abu umm ibn".split())
"""With these a name is another one: Abdul Rahman is not called Rahman."""

POST_NOMINALS = frozenset(
    """am mp ms mep msp td phd dphil md ma ba llm llb qc kc jd obe cbe mbe kcmg cmg gcmg kbe dbe
    jr sr ii iii iv esq retd ret frs mba usn usaf usmc rn raf""".split()
)

PERSONAL_STYLES = frozenset(
    """mr mrs ms miss mx dr doctor prof professor sir dame lady lord madam mme mlle monsieur
    madame herr frau fraulein senor senora senorita sig signor signora dona shri smt sri
    pandit ustad haji hajji hon honourable honorable rev reverend fr
    sheikh shaikh imam mullah maulana rabbi ayatollah dipl ing engineer eng excellency
    sardar khan-sahib sahib begum bey hanim dato datin m bayan pani gospodin
    gospoda ato weizero datuk tun mwalimu baroness baron countess assoc
    batono kalbatono don bapak pak ibu bu ratu adi monsignor msgr mgr hajah alhaji alhaja ustaz
    ustadh agha aqa khanum khanom khanim hoca hodja mzee puan encik tan u daw ko khun acharya
    swami thakur nawab chief oba sayyid sayyida seyyed syed mufti mawlana pan panie herrn fru
    frk mevrouw meneer dhr ingeniero lic licenciado licenciada dra sra srta senhor senhora dom
    padre gospodja gospozha gospodinu kyrios kyria kyrie sayin abba abune woizero woizerit
    brother sister father comrade tunku tengku lama geshe saya fraulein doutor doutora dottore
    dottoressa avvocato maitre me docteur pr docent drs ir mba bang mas mbak kak nana nii togbe
    alderman mister missus sig.ra paron lrd h.e he-mr shaykh sheikha amir hojatoleslam""".split()
)
"""Titles that stand before anybody's name."""

STYLES_OF_ANYBODY = frozenset(
    """mr mrs ms miss mx dr doctor prof professor madam madame mme mlle monsieur herr frau senor
    senora senorita signor signora""".split()
)
"""Of these, what a note-taker may put before any name of the room."""

STYLES_AFTER = frozenset(
    """bey beyefendi hanim hanimefendi hoca hocam efendi aga agha khanum khanom jan aka beg bek
    sahib saheb sahiba ji san sama sensei kun ssi nim shi laoshi xiansheng nushi effendi pasha
    baba ana teyze amca gee ahjussi seonsaengnim seonsaeng""".split()
)
"""Titles that stand behind somebody's name."""

CLAIMED = frozenset("chair chairman chairwoman chairperson delegate representative rep".split())
"""Offices of a meeting: a roster need not know them."""

RANKS = frozenset(
    """ambassador amb general gen lieutenant lt colonel col major maj captain capt admiral adm
    brigadier brig commander commodore marshal sergeant minister senator sen governor gov
    representative rep delegate commissioner judge justice deputy director dean president
    chancellor premier chairman chairwoman chairperson chair secretary undersecretary king queen
    prince princess emperor pope cardinal bishop archbishop councillor counsellor attache consul
    envoy mayor radm vadm cdre cdr lcdr ltgen majgen mgen lgen bgen ltcol ltc cpt mp am msp mep
    viceroy tsar czar kaiser sultan caliph pharaoh empress dictator
    warlord fuhrer duce maharaja prophet apostle patriarch""".split()
)
"""Offices that stand before a name: the person's own, or they mean somebody else."""

RANKS_SHORT = {
    "radm": "admiral", "vadm": "admiral", "cdre": "commodore", "cdr": "commander",
    "lcdr": "commander", "ltgen": "general", "majgen": "general", "mgen": "general",
    "lgen": "general", "bgen": "brigadier", "ltcol": "colonel", "ltc": "colonel",
    "cpt": "captain",
}  # fmt: skip
"""Ranks and offices as they are shortened before a name."""

HEADS = frozenset(
    """president chancellor premier king queen prince princess emperor pope cardinal chairman
    minister secretary senator governor justice mayor archbishop viceroy tsar czar kaiser sultan
    caliph pharaoh empress dictator warlord fuhrer duce maharaja prophet apostle
    patriarch""".split()
)
"""Offices of public figures: before a name that is on the roster they mean a namesake, unless
the person has that office."""

REVERED = frozenset(
    """imam saint st san santa sao pope prophet ayatollah rabbi sheikh shaikh maulana guru sant
    abba mar""".split()
)
"""Styles of those to whom shrines and mosques are built, before a given name."""

NAMES_FIRST = frozenset(
    """abbey ali aline alison amir angus ani aria arroyo baptist barrios basil becky berg
    bertha biddy billy bob bobbie bobby bonnie brad brogan bunsen carmine carol charlotte
    chow cicely clementine colleen curt daisy davy derrick dick dieter dirk dolly don dora
    drew duncan earl eddy elmer ernest ester eugenia fanny felicity fergus flora florin
    gabby georgette gill ginny glen greg gunner guy hank harry heather henna henry hugh ivy
    jack jasmine jasper jay jemmy jen jenny jeremiah jerry jill jimmy joe john josh jude
    julienne kelly ken khan kirk kitty lam laurel lea lee lei levy lily llamas lopes louis
    madeleine madrigal mads magdalen mandy margarita maria marina marten martin martins mats
    matt maxim merino mick mickey mike millie minnie moll molly nadir nan napoleon ned
    nelly nelson nick nikita noel oliver oscar paddy pam pat patty percy peter phoebe pierre
    pinto piper pol polly randy rick rob robin roger rory rosemary ruby sally sam sander
    serge sherry sid simon smith sonny stein sue taro ted terry tim timothy toby tom tommy
    tony trudy vera vic wally walt warren wen wilhelm willy winnie wolfram yaw zinnia""".split()
)
"""Dictionary words that with a capital are a name far more often than the word."""

CAPITALISED_WORDS = frozenset("christian roman english french german olympic arab".split())
"""Names that are also words with a capital."""

HANGUL_FAMILIES = {
    "이": "lee yi rhee li ri i", "박": "park bak pak", "최": "choi choe chey",
    "정": "jung jeong chung chong", "조": "cho jo joe", "임": "lim im rim",
    "노": "roh noh ro no", "유": "yoo yu you", "우": "woo u", "오": "oh o", "안": "ahn an",
    "신": "shin sin", "강": "kang gang", "구": "koo gu", "문": "moon mun", "류": "ryu yoo",
    "백": "baek paik", "허": "heo hur huh", "서": "seo suh", "주": "joo ju", "전": "jeon chun",
    "김": "kim gim", "권": "kwon gwon", "윤": "yoon yun", "장": "jang chang", "송": "song",
    "한": "han", "황": "hwang", "손": "son sohn", "배": "bae", "홍": "hong", "양": "yang",
    "고": "ko go koh", "남": "nam", "심": "shim sim", "하": "ha", "곽": "kwak",
}  # fmt: skip
"""Korean family names as their owners write them in Latin letters."""

CJK_STYLES = (
    "先生 女士 小姐 教授 博士 大使 将军 將軍 部长 部長 主任 院长 院長 司长 老师 老師 同志 研究员"
    " さん 氏 様 大使 教授 博士 先生 議員 씨 님 교수 박사 대사 장관 의원 선생 위원 국장"
).split()
"""Styles that follow a family name in Chinese, Japanese and Korean."""
