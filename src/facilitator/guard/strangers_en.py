"""What is told of people who are not in the room: offices, lives, works, times, as data."""

from __future__ import annotations

WORKS = frozenset(
    """biography biographies autobiography memoir memoirs diary diaries novel novels poem poems
    poetry verse verses sonnet sonnets song songs album albums lyrics symphony symphonies sonata
    sonatas opera operas concerto requiem quartet quartets nocturne nocturnes prelude preludes
    waltz waltzes mazurka mazurkas etude etudes serenade rhapsody oratorio chorale chorales rondo
    masses overture ballet fugue fugues cantata aria arias painting paintings portrait portraits
    fresco frescoes mural murals engraving engravings sculpture sculptures statue bust tomb grave
    mausoleum shrine film films movie movies play plays comedy tragedy fable fables tale tales
    paradise concert concerts goals fans band orchestra cave razor cat demon dream nightmare
    fallacy wager theses dialogues republic metamorphoses satire satires maxim maxims aphorism
    aphorisms psalms epistles bible koran gospel gospels""".split()
)
"""What stands behind "'s" where an artist, an author or a thinker is meant."""

STUDIES = frozenset(
    """review book books essay essays article lecture lectures speech letter letters treatise visit
    tour trip government cabinet ministry party campaign election re-election victory defeat
    resignation reform reforms budget offer promise promises policy policies army troops
    speeches interview tweets tweet posts""".split()
)
"""The same, weaker: participants have them too."""

REIGNS = frozenset(
    """era reign rule presidency premiership regime dynasty empire government years coup junta
    assassination murder execution death funeral coronation ouster overthrow fall downfall
    inauguration impeachment exile conquests invasion dictatorship successor successors
    predecessor predecessors widow time day days heyday lifetime militia militias armies shuttle
    statue radio party cabinet coalition arrest imprisonment captivity
    decree decrees abdication murderer assassin assassins killers centenary anniversary
    bazooka bombers gunboats widow ghost legacy heirs
    followers disciples""".split()
)
"""What belongs to somebody who ruled or is dead."""

MAKERS = frozenset(
    """poet painter novelist playwright composer pianist violinist cellist singer songwriter
    sculptor philosopher physicist astronomer explorer navigator conqueror saint prophet
    evangelist apostle emperor empress tsar czar kaiser king queen sultan caliph pharaoh shah
    dictator dramatist filmmaker actor actress comedian footballer cricketer boxer sprinter
    chess-player bard troubadour cartoonist""".split()
)
"""Callings by which the one who is not here is told from the participant, behind "the"."""

RELATED = frozenset(
    """emperor emperors king kings queens sultans khans shahs pashas tribe tribes clan clans
    dynasties brothers sisters emirs amirs chiefs rulers princes shoguns tsars popes""".split()
)
"""What bears a name of a house or a people: "the Nguyen emperors", "the Otaibi and other clans"."""

_OFFICES = (
    r"(?:(?:prime|foreign|finance|defence|defense|interior) minister|president|vice-president"
    r"|premier|chancellor|king|queen|emperor|tsar|czar|sultan|pope|dictator|viceroy|shah|caliph"
    r"|head of state|secretary of state|mayor|senator|party leader)"
)
TOLD_OF_RULERS = (
    r", (?:then|later) (?:the )?(?:governor|minister|[a-z]+ minister|president|chancellor|chair)\b|"
    r"ran for (?:the )?(?:" + _OFFICES + r"|presidency|office|parliament|congress|senate)"
    r"|(?:was|is|had been|has been|became|as) (?:still |then |already |twice |once |again )?(?:the "
    r"|a |an )?(?:[a-z]+'s? )?" + _OFFICES + r"(?= (?:when|until|till|from|in|at|then|during|of|for"
    r"|of|and|who|whose|,|\.)|$| [,.])"
    r"|(?:was|were|got|is|been) (?:still |then |already |later |never )?(?:re-?)?(?:elected "
    r"(?:president|to (?:the )?(?:[a-z]+ )?"
    r"(?:parliament|congress|senate|office|assembly|council|presidency)|in [12]|with [0-9])"
    r"|toppled|overthrown|assassinated|deposed|ousted"
    r"|murdered|killed|poisoned|in (?:prison|power|office|exile|hiding|jail)|at the helm"
    r"|impeached|executed|crowned|born|buried|exiled|enthroned|inaugurated|sworn|guillotined"
    r"|beheaded|canonised|hanged|imprisoned|jailed|shot)"
    r"|(?:seized|took|lost|came to|swept to|rose to|returned to|fell from|clung to|left) power"
    r"|(?:came to|ascended|lost|took|won) the (?:throne|presidency|premiership|crown)"
    r"|(?:lost|won|stole|rigged|called) (?:the|an|his|her|that|snap) (?:[a-z]+ )?(?:election"
    r"|elections|war|presidency|nobel|oscar|crown|world cup|battle|grammy)"
    r"|(?:died|drowned|abdicated|invaded|conquered|colonised|annexed|besieged|reigned)\b"
    r"|(?:wrote|painted|composed|sang|sculpted|published|invented|discovered) [^.;]*\b(?:in 1[0-9]"
    r"|in 20|novel|poem|opera|symphony|song|theorem|sonnet|hymn)"
    r"|(?:told|said to|assured|informed) (?:the |his |her |their |a )?(?:[a-z]+ )?(?:press"
    r"|reporters|journalists|parliament|congress|senate|cabinet|nation|assembly|duma|knesset|bundestag"
    r"|cnn|bbc|reuters|tass|newspapers?|television|tv|crowds?|voters|un general|security council"
    r""
    r"|supporters|followers|rally|troops|demonstrators|protesters"
    r"|treasury|kremlin|commons|lords|pope|king|queen|joint session|public|country|court|tribunal"
    r"|media|markets?)\b"
    r"|(?:signed|issued) (?:a|an|the) (?:decree|bill|law|act|ukase|executive order)"
    r"|(?:nationalised|privatised|devalued|declared war|declared martial)"
    r"|(?:had|has) (?:just )?(?:beaten|scored|won|lost|ruled|governed|reigned)"
    r"|had (?:run|led|headed) the\b"
)
"""What rulers and the dead did and suffered, as it stands behind a name."""

LED_TO = (
    r"\b(?:films?|movies?|novels?|poems?|songs?|paintings?|portraits?|statues?|busts?|symphony|sonata"
    r"|opera|aria|biography|biographies|verses?|sonnets?|prints?|fugue|mural|concerts?|memoirs?"
    r"|album|ballad|hymn|play|waltz) (?:[a-z-]+ )?(?:by|of|about|on|with|after|from)$"
    r"|\b(?:days|times?|age|era|reign|court|fall|death|murder|assassination|funeral|tomb|grave|shrine"
    r"|mausoleum|ghost|armies|troops|legacy|heirs?|followers|disciples|wars|statue) of$"
    r"|\b(?:fans?|readers?|admirers?) of$"
    r"|\b(?:another|no|a second|a new|a latter-day|a modern) $"
)
"""What leads to the name of somebody who is dead, rules, or made a work."""

TIMES = (
    r"\bof the day\b|\bat the time\b|\bback then\b|\bin (?:his|her) day\b|"
    r"\b1[4-9]\d\d\b|\b20[0-2]\d\b|\bcentur(?:y|ies)\b|\b(?:fifties|sixties|seventies|eighties"
    r"|nineties|twenties|thirties)\b|\b(?:19|18)\d0s\b|\bin those (?:years|days)\b"
)
LONG_AGO = r"\b1[4-9]\d\d\b|\b(?:fif|six|seven|eigh)ties\b|\b1[89]\d0s\b"
"""Times when nobody of a meeting held office."""

DEEDS_OF_STATE = frozenset(
    """flew signed nationalised nationalized visited invaded ruled reigned expelled sacked tied
    pegged devalued floated revalued targeted crushed jailed freed founded fled knelt seized bombed
    recognised abolished annexed fell broke marched landed sailed fought defeated conquered
    unified partitioned proclaimed decreed pardoned executed deposed overthrew toppled succeeded
    withdrew evacuated besieged surrendered capitulated armed mined discovered invented
    painted sang composed starred published patented charted explored discovered governed
    negotiated brokered mediated froze privatised collectivised industrialised liberalised
    reformed rebuilt unleashed raided blockaded stormed torched massacred""".split()
)
"""What rulers, commanders and inventors did."""

OF_HISTORY = (
    r"\bin (?:his|her) lifetime\b|\baged (?:badly|well)\b|\bfor decades\b|\bhistor(?:y|ians?)\b"
    r"|\bhistorical\b|\bof (?:that|those) (?:years?|days|era)\b|\bat the time\b|\bever since\b"
    r"|\bposthumous"
    r"|\bnobel\b|\baward\b|\bbestseller\b|\bheadlines?\b|\btextbooks?\b|\bin office\b|\bfamous"
    r"|\bonce\b|\bfamously\b|\bused to\b|\btextbook\b|\banalogy\b|\bprecedents?\b|\bremembered\b"
    r"|\bmemory\b|\bof old\b|\bby then\b|\bsuccessors?\b|\bcongress\b|\bkremlin\b|\bknesset\b"
    r"|\bwhite house\b|\bdowning street\b|\bat the helm\b|\bin power\b|\bpress conference\b"
    r"|\belections?\b|\bpresident\b|\bprime minister\b|\bthe war\b|\bregime\b"
    r"|\bbetter known\b|\bnewspapers?\b|\bon television\b|\bmonument\b|\bstatue\b|\bmuseum\b"
)
OF_THE_ROOM = frozenset(
    """today here session break lunch coffee dinner floor chair agenda minutes
    room table round tomorrow tonight afternoon morning group meeting draft notes panel
    plenary annex paragraph""".split()
)
OF_CITIES = frozenset(
    """province city district town port region governorate prefecture municipality valley river
    basin plain coast airport harbour harbor county suburb suburbs metropolis station hub
    centre center capital residents mayor streets island refinery dam metro traffic docks
    stadium cathedral council police court courts fisheries tram trams buses slums suburbs
    strait straits gulf bay battle
    siege treaty peace skyline population citizens inhabitants shipyard shipyards terminal
    terminals""".split()
)

EPITHETS = frozenset(
    """Great Terrible Magnificent Conqueror Wise Bold Bald Fat Pious Lawgiver Navigator Confessor
    Lionheart Younger Elder Bruce Builder Impaler Good Cruel Catholic Just Fair Hermit Baptist
    Apostle Evangelist Silent Brave Short Tall Red Lame Mad Simple Unready Fearless""".split()
)
"""What stands behind "the" in a ruler's or a saint's name."""

NAMED_AFTER = frozenset(
    """labs laboratories university institute foundation center centre college school hospital
    street road avenue square house hall bridge river lake island islands bay airport station
    company corporation corp inc ltd plc group bank airlines motors brothers prize award medal
    plan doctrine declaration accord accords agreement convention commission committee report
    act amendment line valley county city town beach hill hills mountain mountains park field
    fields pass strait sea ocean channel port base fund trust council association society
    church temple mosque palace castle tower memorial library museum theatre stadium index
    effect law rule theorem process protocol framework formula initiative principles
    beach gate wall dam peninsula desert forest province state""".split()
)
"""What bears a name that stands before it: "Wall Street"."""

NAMED_BEFORE = frozenset(
    """lake mount mt san santa santo sao saint port fort cape camp puerto operation hurricane
    cyclone typhoon storm uss hms hotel hospital plaza rue avenida calle jebel jabal tel villa
    mont monte rio ras puente isla ile wadi umm carrier frigate destroyer cruiser
    icebreaker tanker trawler telescope""".split()
)
"""What bears a name that stands behind it: "Lake Placid"."""
