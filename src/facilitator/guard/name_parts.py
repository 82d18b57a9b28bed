"""What belongs around names in any language: particles, styles, short forms (data)."""

from __future__ import annotations

PARTICLES = frozenset(
    """al el as ash an ar at az ad bin ibn bint ben abu abd abdel abdul ud ul de del della di da
    das dos do du la le les los las van von der den het ter ten zu zum af av e y i o d l mac mc
    st san saint ould wa""".split()
)
"""Small words inside a name that are no name alone (O' and D' are part of their word)."""

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
    envoy mayor mp am msp mep viceroy tsar czar kaiser sultan caliph pharaoh empress dictator
    warlord fuhrer duce maharaja prophet apostle patriarch""".split()
)
"""Offices that stand before a name: the person's own, or they mean somebody else."""

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

SHORT_FORMS = """
abigail abby gail/alexander alex sandy sasha alec xander sascha/alexandra alex sandra sasha lexi
alexandru alex/aleksandr sasha alex/aleksandra sasha ola/alfred alf fred/alison ali/amanda mandy
andrew andy drew/andrea andi/andrei andrey/anna anya ania annie/anne annie/anthony tony
antoinette toni/antonio toni tonio/antonia toni/anastasia nastya/archibald archie/arthur art
barbara barb babs basia/bartholomew bart/benjamin ben benny/bernard bernie/bernadette bernie
beatrice bea/beatrix bea trixie/bogdan bodya/catherine cathy kate katie cat cath kitty
charles charlie chuck chas/charlotte charlie lottie/christina chris tina chrissy/christine chris
christian chris/christopher chris kit/clifford cliff/cynthia cindy/daniel dan danny/daniela dani
david dave davey/deborah deb debbie/dennis denny/denise/dmitri dima mitya/dmitry dima mitya
dominic dom nic/donald don donny/dorothy dot dottie dolly/douglas doug/edward ed eddie ted ned
edmund ed ned/edwin ed/eleanor ellie nell nora/elizabeth liz beth betty lizzie eliza libby bess
elisabeth liz lisa elsa/ekaterina katya/yekaterina katya/evgeny zhenya/yevgeny zhenya
evgenia zhenya/eugene gene/emily em/emma em/ferdinand ferdi/florence flo/frances fran frankie
francis frank/francesca fran/francisco paco pancho/franklin frank/frederick fred freddie
friedrich fritz/gabriel gabe/gabrielle gaby/geoffrey geoff/georgina georgie/gerald gerry jerry
gerard gerry/gillian gill/giuseppe beppe/grigory grisha/gregory greg/gwendolyn gwen/harold harry
heinrich heinz/helena lena/henry harry hank/herbert herb bert/ignacio nacho/igor/isabel izzy bel
isabella bella izzy/ivan vanya/jacob jake/jacqueline jackie/james jim jimmy jamie
janet jan/jeffrey jeff/jennifer jen jenny/jeremy jerry jez/jessica jess/joanna jo/johannes hans
john johnny jack jon/jonathan jon jonny/jose pepe/joseph joe joey/josephine jo josie/joshua josh
judith judy/julia jules/juliet jules/katherine kate kathy katie kit/kathleen kath kathy
katharine kate/kenneth ken kenny/konstantin kostya/konstantinos kostas/kristina kris/laurence
larry laurie/lawrence larry laurie/leonard len leo/leonid lyonya/leopold leo/lewis lew/lillian
lily/louis lou/louise lou/lyudmila luda mila/madeleine maddy/malcolm mal/margaret maggie meg
peggy marge greta rita daisy/maria masha mary/mariana/marjorie marge/martha/martin marty
matthew matt/maximilian max/maxim max/melanie mel/melissa mel/michael mike mick micky mikey misha
michelle shelly/mikhail misha/mildred millie/mohammad mo hamo/mohammed mo/muhammad mo
mordechai motti/nadezhda nadya/nancy nan/natalia natasha nata/natalie nat/nathaniel nat nate
nathan nate/nicholas nick nicky klaus/nicola nicky/nicole nicky/nikolai kolya/nikolaos nikos
oleksandr sasha/olga olya/oliver ollie/olivia liv/pamela pam/patricia pat patty trish tricia
patrick pat paddy/pavel pasha/penelope penny/peter pete/pyotr petya/philip phil pip
philippa pippa pip/phyllis phyl/prudence pru/rachel rach/rafael rafa/raphael rafa/raymond ray
rebecca becky becca/reginald reg reggie/richard rich rick dick ricky/robert rob bob bobby bert
roberta bobbie/roderick rod/rodney rod/roger rog/roland rollo/ronald ron ronnie
rosamund ros roz rosa/rosalind ros roz/rosemary rosie/roxana roxy/rudolf rudi/russell russ
samantha sam/samuel sam sammy/sarah sally sadie/sebastian seb bastian/sergei seryozha
sergey seryozha/sigmund sigi/simon si/sophia sophie/stanley stan/stanislav stas slava
stephanie steph steffi/stephen steve stevie/steven steve stevie/stuart stu/susan sue susie suzy
susanna sue suzy/suzanne sue suzy/svetlana sveta/sylvia syl/tamara toma/tatiana tanya
tatyana tanya/terence terry/teresa terry tess/theresa terry tess/theodore ted theo/thomas tom
tommy/timothy tim timmy/tobias toby/ursula uschi/valentina valya/valerie val/vanessa nessa
vasily vasya/victor vic/victoria vicky tori/vincent vince vinnie/virginia ginny/vladimir volodya
vova vlad/volodymyr volodya vova/vyacheslav slava/walter walt wally/wilhelm willi/william bill
will billy willy liam/wilfred wilf/winifred winnie/wolfgang wolf/yaroslav slava yarik
yitzhak itzik/yosef yossi/yuri yura/zachary zach zak/zbigniew zbyszek
"""
"""Given names and the short forms that no rule would find, families parted by slashes or lines."""

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
