"""English words that are also somebody's name: written small they are words.

Derived: the family and given names of the United States census (public domain) that stand in
the SCOWL word list (free for any use). A name in this list counts as a name only where it
stands as one (`guard.people`); every other name counts wherever it stands.
"""

from __future__ import annotations

NAME_WORDS = frozenset(
    """
abate abbey abbot abide able abler ace ache acre acres admire age agent aid aide akin alas albino
alder alderman alert ales alias aline all alley alliance ally almond alpha alt alter alto amass
amber amble amen amend amir an anchors angel angelic anger angers angle angles angry angst anon ape
apple apt arch archer area areas arena arenas ares argue arias arm armor arms army arrow arroyo art
artist arts ash ashing ask askew aspen atlas auger august aura autumn awe awkward ax axe aye azure
babe bachelor back backbone backer backers bacon bad badder bade badger bail bake baker bakes bald
balder balding bale bales balk ball balling balloon balls balm ban banana band bandy bane bang
bangs banister bank banker banks banner banning bannister banter baptist bar barb barber bard bare
barefoot barer bares barge barges bark barker barks barley barman barn barnacle barney barns baron
barren barrette barrier barrios barrow barrows bars barter barters base bash basil basket bass
basso batch bates bath bathe baton batten batter batters battle battles batty bay bays be beach
beady beagle beam beams bean beans bear beard bearded beards bears beat beaver beavers beck bee
beech been beer beers bees beets began begin begun belch bell belle belling bellow bellows bells
below belt belts bench bend bender bending bent berg berry berth best better betters beverage bias
bible bicker bickers bidding big bigger bile bill billing billings billow bills billy binder
binning birch bird bishop bison bitter black blackbird blacker blacksmith blade blades blamer
blanch bland blander blank blanks blare blaze blazer blazing bleak blend bless blessing blew blight
blind blinks bliss blitz blizzard block blonder blood bloom bloomer blossom blotter blow blue blunt
blush board boards boas boast boatman bob bode bodily body bogus bold bolder boles bologna bolster
bolt bombard bond bonds bone boner bones boney bonier boning bonnet bonus book books boom boon boor
boos boot booth boots booty booze boozer border borders bores boring born borne boroughs borrow
boss bossier both bottom bottoms bough bound bounds bouquet bourbon bourgeois bow bowels bower
bowers bowl bowler bowling bowman box boxer boys brace bracken bracket brain brake bramble bran
branch brand brands brandy bras brash brasher brass brave braver bravo brawn bray brazen brazier
breach bread breath breed breeding breeze brew brewer brick bride bridegroom bridge bridges bright
brighter brightly brilliant brim brine bring brink brinks brisk brisker bristle brittle broach
broad broaden broccoli brochure brogan broker brood brook brooking brooks broom brooms brothers
brought brow brown browner brownie browning browns brunet brunette brunt brush buck buckle buckles
bucks bud buddy budge buff buffalo buggy bugler bull bullion bullock bulls bump bumpers bumps bun
bunch bunk bunker bunkers bunny bunting buoy burden bureau burg burger burly burn burner burns burr
burrow burrows burrs bury busby bush bushman bushy busing buss buster bustle but butcher butler
butt butte butter butters buttery button butts buys buzzard bye byes cable cables caddy cadet cage
cagey cairns cake calamity calico calk call caller callow cam camel camera camp camper camps campus
can canal canary cancel cancer candle candy cane canes canning cannon canny canon canter cantor cap
cape caper capers capes caprice captain car caraway carbon card cardinal care cargo carol carp
carpenter carrier carrion carry cart carton carver case cash cashing casino cassette cassino cast
caster castle castles castor catching catchings cater catholic caulk cavalier cave caves cease
cedar cedars cellar celli center centers certain chafe chain chalet chalk challenger chamber
chamberlain chambers champ champagne champion chance chancellor chandler channel chant chapel char
charity charm chars charter charters chase chasten chastity chatters check cheek cheeks cheers
cheese cherish cherry chess chestnut chew chi chick child chiles chill chime chimes chin china
choice chow christen chuck chum church churches churn chute cinnamon circle citizen city civil
clack clam clamp clan clap clapper clarity class clause claw clay clear cleaver cleaves clement
clerk clever cleverly click client cliff climes clinch clink clock close cloud clover clubs cluck
cluster clutter coach coast coaster coats cobble cocking cocks codding code coffee coffer coffin
coil coin coins coke colander colder collar college collie collier colon colonel colony colt coma
comas combs come comer comes comfort comings commander comment commodore common commons companion
conception cone cones confer congress conquest cons console constant converse cook cooks cool
cooler cools coon coons coop cooper coots cope copes copier copper copping coral cord cordial
cordon cords core cork corn cornea corner corners cornet corning corns corona corporal corpus
corral cosier cost cote cotter cotton couch cough council counter countess countryman counts coup
courier course courser court courts cousin cousins cove cover covert covey coward cowboy cower
cowing cox coy coyer cozier cradle craft crafts cram cramp crane crank crass crate crater craven
cravens cray craze crazier creamer crease credit creed creek creeks creel cress crest crew crews
crick crimes crisp croak crochet crock crofts crone crook crooked crooks croon cropper cross
crosser crouch crow crown crozier cruel cruise crumb crumble crumbly crutch crystal cue cuff cull
cumming cunning curb curd cure curio curl curling curls curly current curry curt custard cutter
cutting cypress czar dad daft daily dais daisy dale dally dam dame dames dance dancer dandy danger
danker dapper dare daring dark darling dart darting dash dates daub daubs daughters daunt davenport
dawn day days deacon deal dean deans dear dears dearth decamp decent deck decree deed deeds deem
deems deep deer deforest degree delay dell delta delude dense dent deputy derby derrick desire
dessert destine destiny deter deters devoid dew dewberry dial dials diamond dibble dice dick dickey
dicks dies diesel dieter dike dikes dill dills dimes dimmer dimple din dine dines dinning dire
dirks distance ditch ditto ditty diver divers divine do dock doctor dodge doe doing dole doles doll
dollar dolly dolphin dome dominion domino don donate done doom dooms door dose dot double doughty
douse dove dowdy down downer downing downs downy draft drafts dragon drain drake drakes drape
dredge dress dresser drew drier dries drilling driver drivers drone drones drop dross drought drown
drum drummer dry dryer dub dubs duck ducking due duel dues duet duff duke dukes dull dung dunk
dunks dunning dupes during dusky dust dusty duty dye dyer dyke dykes eager eagle eagles ear earl
earls early earnest earthly east easterly eastern eaves ebbing ebbs ebony echo economy eddy edge
ego eke elder elders elk elks elm elms else em emerald emery emperor end endow ends ensign enter
eon era escort evangelist eve even evener evens every eves ewers expose eye face factor fail
failing fails fain fair fairly fairy faith fake falcon falconer fall fallen falling falls falter
fan fang fanning fare farina farm farmer farrow farthing fast faster fat fate favor favorite favors
fawn fear fearing fears feast feather feathers fee feeler feeling fees fell feller felling fellows
fells felt felts fend fender fern ferns ferries ferry fester fetch fetter fetters few fey fickle
fiddler field fielder fielding fields fife figures file files fill filler filter finch fine finely
finer fines finger fink fire fireman first firth fiscal fish fisher fisherman fitting fix flack
flair flake flakes flaming flank flash flasher flatness flatten flatter flattery flavors fleck
fleet fleeting flick flicker flies flight fling flint flirt flock flood floor flora floras floss
flow flower flowers fluke flurry fly foil folds folk folks fonder font foot foots force ford fore
forehand foreman forest forester forge forget form fort forte fortes forth forts fortune forward
foster fought found founds fountain fox foyer fraction frame frames franc frank franks fray free
freed freedman freeman freer frees freeze french fresh freshwater fret friar fried friend friendly
friends frier fries frieze frisk fritter frock from frost fruit fruits fry fryer fudge fuel
fuelling fuller fulling funk furl furlong furlough furnace furnish furrow furry fury fuse fuss gab
gable gables gage gain gains gal gala galas gale gales gall gallant gallery galley gallon gallop
gals gamble gambler gambles gamer games gamma gander gang garb garden gardener garland garner
garnet garret garrison garter gash gate gates gather gathers gaudier gaudy gaunt gauze gave gavel
gay gayer gear gearing gee gene genera general generous genesis genie genre gent gentile gentle
gentleman gentles gentry getting gibbons gibes gift gilding gill gills gin ginger gins gist given
givens glad gladden glade glance glass glassing glaze glazier glee glen glimpse glory gloss glow go
goad gobble goes going goings gold golden golds goldsmith gondola gone gong goo good goodie
goodness goodnight goods goodwill goody goon gore gores goring gory gosling gouge gourd govern
grace graces grade graft grain gram grams grand grandchild grant grapes grass grate grater grates
grave gravel gravely graven graver graves gray grayer grays green greener greenhouse greening greet
grew grey gribble grief grieve grieves griffin grill grills grim grime grimes grimmer grinder grip
grit groom grooms gross grosser ground grounds grove groves grow grumbles grumbling guard guardian
guess guest guild guile guise guitar gull gulley gulling gully gum gums gun gunner gunning guppy
gurney gust gut gutter gutting guy guys ha hack hacker hacking hackney haddock haggard hail hails
hailstone hair hake hale hales half hall hallmark halls halo halon halt halter ham hamburger hamlet
hammed hammer hammers hamming hammock hamper hams hand handing handler hands handsome handy hang
hanger hanks harbor hard harden harder hardy hare haring hark harm harmony harms harness harp harps
harries harrow harry harsh hart harts harvest has hash haste hasten hasting hasty hatch hatchet
hatter haven havens hawk hawking hawks haws hay hays hazard hazel hazy he head heading headings
headland heads heady heal heap heaps heard hearing heart heater heath heather heck heckle heckler
hector hedge hedges hefty height heir held helm helms helper hem hemming hemp hence her herald herb
herd heritage hero heron herring hertz hew hews hey hick hickey hickory hicks hidden hides high
highland hikes hill hillier hills hilt hilts him hind hinders hinds hint hire hires hiss hitch
hives ho hoard hobby hock hockey hocking hoe hoes hogan hoist holder holding hole holes holiday
holler hollering hollow holly holster holy home homer homes homestead hone hones honey honor hood
hoof hook hooker hooks hoop hoops hoot hoots hope hopes hopper hopping horde horn horns horse
horseman hose host hotter house householder housekeeper hove hover how huddle hue huff hug huge
huger huh hull hum human humble humbles hummingbird hung hunger hunt hunter hunting huntsman hurdle
hurl hurry hurt husband husbands hush husk husky hutch hyacinth ice idler idol ill imperial in inch
inches infield ink inks innocent ion iris iron irons island isle isles ivory ivy jabs jack jacks
jade jarred jasper jay jeans jerkins jersey jest jester jetty jewel jewels job jobs john johns
joiner jolly journey joy jubilee judge jumbo jump jumper junior juniper junk junker jury just
justice keel keeling keels keen keener keens keep keepers kelp ken kennel kettle key keys khan kick
kicks kid kidder kidney kill killer killings kilts kin kind kinder kindle kindred kinds king
kingdom kingfisher kings kipper kiss kit kitchen kitchens kite kitten kitty kluge knack knee knife
knight knights knock knoll knows knuckles lab labor labs lace lack lackey lacks lacrosse lacy lade
lady lager lain lair lake lakes lam lamas lamb lambing lame lamer laming lamp lance land lander
landing landmark lands lane lanes lapping lard large larger lark laser lash lass last latch late
later lathe lather laud laughter laundry laurel lava lavender law lawless lawn laws lawyer lax lay
layer layman lazier lea leach leader leaf league leak leaks lean leap learn learned lease leash
leather leathers led ledger lee leech leek leeks leer lees left legacy leggins legions leis leisure
lemme lemon lemons lent leopard less lessen lesser letters levee level levels lever levering levers
levy libel liberty lick lie lied lien lies lieu life light lighter lightning lights like likens
likes lily limb limber limbo lime limerick limes liming linden line linear linen liner lines linger
lingo link linker links lint lion lions lips lira list listen liter litter little littler lively
livers living livings llamas llanos lo loader loan lob lobe lock locker locket locks locust lodge
loft lofts lofty loll lolling lone long longest longs look looney loop loose loosen loots lope
lopes lord lords lore lose loser loss lot loth loud louder love loveless lovely lover loving low
lower lowers lowing loyal luck lucks lucky lull lunch lung lush lusher lust luster lusty lute lutes
lye lynch ma mace macho macintosh mad madden madrigal magic magnolia maid maiden maidens mail
mailman main mainland mains maize maizes majestic major majors maker malady males mall mallard
mallet man mane manes manger mangle mango mania manifold manly manner manners manning manor mans
mantel mantle manual many maple maples mar marble march mare mares maria marina marinas marine
mariner marines mark marker market marking marks marlin maroon marquis marrow marry mars marsh
marshal mart martens martin martini martins marts martyr marvel mas mascot mash mask mason mass
massed massing mast master masters mate mates math matt matte matter matters mattes matts maudlin
maul max maxim maxima may mayo mayor maze me mead meadow meadows meager meals mealy mean means
mechanic medal media median mediate medicine medley meek meeker mellow melody members memo memory
memos men mend mends mention merchant mercury mercy meres merino merry mesa mess messenger messier
messing meter metro mettle mew mews mickey midget mighty mike mikes milder mile miles milks mill
miller millers millet milliner milling million mills mimes mince miner miners mines mingle minion
minister mink minks minor minors minus miracle mire mires miser miss misty mitten mitts mix mixer
moan moat moats moccasin mock mode model modest mohair mole moles moll molt mom moment monarch
money monger monk monks mood moody moon moons moor mooring moors moos moose moots morale more morn
morning moron morrow moss mosses most mote motes motley motto mound mount mountain mounts mourning
mouse mouser mow mower mowers mu much muck muff mulch mule mull mulling munch murders muse music
muss mussel must mustache mustard muster musty mutter mutters mutton my nab nail nails nap narrow
natal nation nations naval nave navy nay near nearing neat necessary needle needles needs needy
neigh neighbor neighbors neither nephew nest nestle net nettle nettles never new newborn newcomer
newer newton nice nicely nick nickel nickels nickles nicks niece nigh night nightingale nine nip
nipper nipple nix no noble nobles noel noon north northern nose notch notice noun nova novel null
number numbers nunnery nurse nutting oak oaks oar obey ocean octave ode odor off offer officer ogle
ogles oh ohm ohms ohs old olden older olive olives omega on opal or orange orchard ore ores organ
other otter ouch ours outhouse outlaw oven ovens over overall overcast overland overlie overly
oxford oyster pa pace pacific pack packer paddock paddy pagan page pages pagoda pain painter pair
pal pale paling pall palm palms palomino pals pan pancake panda pander pane pang panning pansy
panther pap papa papas paradise parcel parchment pardon pare parent parents pares parish park parks
parlor parody parrot parry parsley parson parsons part partridge party paschal pass passer pastel
pastor pastures pasty pat patch patches pate pates patience patient patron patter patty pay payer
payment pea peace peacemaker peach peaches peacock peak peaks peal peals pear pearl pears peasant
pease peat pebbles peck pedlar peek peeks peel peeling peels peer peers peg pellet pelt pen pence
pencil pennant penning penny peon people peoples pepper peppers perch perches perfect perish
perking perks person persons pert pester peter peters petite petty pew pheasant phlegm phoenix pi
piano piazza piccolo pick picket picking pickle pickles pickup pier pierce pies piety pigeon pike
pikes pile piles pilgrim pill pillar pilling pillow pilot pimple pin pinch pine pines ping pinion
pink pinks pinto pipe piper pipes pippin pique pitch pitcher pizza place plain plan plane plank
plant plants plaster plate platter player plaza pleas pleasant pleasure plenty plough plowman pluck
plum plumb plumber plume plump plunk plush ply pod poet point pointer points poke pole poles police
poling polio polite polka poll pollen polo poncho pond ponder ponds pool poor pop pope poplar porch
pore port portal porter ports poss post postal poster potter potters pouch pound pounds pour power
powers prairie pray prayer precious precise president press presto presume pretty pretzel prey
price pride pries priest prim prime primer primes primmer primrose prince princess printers prior
pro proctor proffer profit prom promise proper prophet prose prosper proud providence province
provost prow prows prude prudence prudent pry public pucker puff puffer pulley pulling pulse puma
pummel pump pun punch punches punt punter purchase purple purser push putt putty qua quail quails
quarry quay queen query quest quick quiet quill quirk quitter quiver quivers race racer rack radar
radish rafter raid raider rail railing rain rainbow rainier rains rainwater raisin rake rakes ram
ramming ramp rams ran ranch rancher rang range ranger rank ranks ransom rape raring rash rasher
rasp raspberry rather rattler rave ravel raveling raven ravens raw ray razor re reach read reader
reading ready real ream reamer reams reap reaper rear reason reasons rebel record records rector
red redden redder redhead redo reed reeds reedy reef reek reeks reel reels reeve reeves regal
register rein reining reins reis relic remedies rend render repress resides retort reusing reveal
revel revels revere revering rhea rhyme rhymes rice rich richer riches rick ricks riddle riddles
rider rides ridge ridges riding rife riffle right righter rile riles riling rim ring ringer rings
rink rinks ripple rise risen riser rising risk rival river rivers rivet roach roads roam roan rob
robe robes robin robins rock rocker rockers rocks rocky rod rode roe roebuck roes roger rogers
rogue roles roll roller rolling rolls roman romance romp rood roof rook rooks room root roots ropes
rose rosemary roses rosier rosy rote rotunda rouge rough roughen roulette round rounds rouse rout
route row royal royals royalty ruble ruby rudder ruddy rude ruder rue rued ruff ruffing rule rumble
rummage rummer rump rumple rumps rung runnels runner running ruse rush rushing rusk rust rusty ruts
rye saber sack sacks safe safer sage sager sages said sailor sailors sails saint sake sale sales
saliva sally salmon salmons salon salt salter salts salvage sames sample samples sand sander
sanders sandman sands sandy sane saner sang sari saris sass sat satchel sauce saucer saucier saunas
savage save saver savory sawyer sawyers say scale scales scarce scarlet school schooling schools
schooner score scrape screen screws scripture scull scurry sea seal seals seaman seamen sear search
searing sears seashore season seat seats second section see seed seeds seek seen sees self sell
seller sellers sells seltzer semen senate sender senior sensing sensor sequin sera serene sergeant
sermon sermons serum servant serve server service session sessions setter setters setting settle
settler settles sever severance severe severs sewer sexton shack shackle shade shadow shady shaggy
shah shaikh shake shall shallow sham shames shams shank shanks shape share shark sharp sharper
sharps shave shaver shavers shawl shear shearer shearing shears shed sheen sheer sheerer sheets
sheikh shell sheller shelling shells shelter shepherd sherbert sheriff sherry shield shields
shilling shim shin shine shines shingles ship shire shirk shirts shiver shivers shoals shock shoe
shoemaker shone shook shore shores short shorten shorter shorts shoulder shoulders shouts shove
show showers showman shown shows shuck shutter shutters shy sic sick sickle sickles sicks side
sides sidle sidles sierra sieve sieving signs silence silk sill sills silos silver silvers
silversmith sim simmer simmering simmers simple simpler sims sin sine sing singer single singleton
sings sink sinks sinner sinning sins siren sires sit sites sitter six sizer skates skill skipper
slack slain slate slates slaughter slay sledge sleek sleeper sleet sleigh slice slick slicker
slight slim slimmer slipper slot sly smack small smaller smalls smart smiles smiley smiling smit
smith smock smoke smoker smolder smothers snare snide snider sniff snipe snipes snow snowball
snuffer so sober sobers socks soda solar solders sole soles solid solo son song sons soon sorrow
sour sours south southerly southern southward sovereign sow sowers sox space spade span spangle
spaniel spanner spar spare spark sparkle sparks sparrow spates speak speaker speaks spear spearing
spears speck specking specter speed speedy spell speller spells spice spies spike spikes spine
spinner spire spires spittle splinter spoon spore sport sports spotted sprain sprang sprawls spray
spring springs sprinkle sprinkles sprout spruce sprung spry square squire squires stable stabler
stabs stack stacks staff stage stagger staggers stain stains stair stairs stake stakes stalker
stall stalling stallion stalls stammer stamp stamps standard standing stands stank staple stapler
staples star starch stare stark starling starring starry stars start state stater states station
stave staves stay steady steed steel steep steeples steer stein stem stencil step sterling stern
sterner sterns steward stick sticker stickler stiff stiles still stiller stills stinger stirrup
stitch stock stocking stocks stoke stoker stokes stole stone stoner stones stoney stonier stoop
stoops stops storage store stores storey stork storks storm storms stormy story stout stove stow
straight strain strait strand strange stranger straw strawberry straws stray stream streams street
streets strength stretch stride strife strike striker string stringer stripling strode stroll
strong struck strum stubby stuck student study stump sturdy sturgeon style styles sub such sue
sugar suing suit suite suitor suits sullen sultan sum summer summers summons sun sung sunny suns
sunshine super supple surface surgeon surprise swab swagger swain swallow swallows swam swamp swan
swank swarm sweat sweep sweet sweeten sweets swell swift swilling swim swims swindle swindler swing
swisher switcher sword swords tables tack tag tags tail tailor taker takes talent talk tall tally
tam tamer tames tan tang tango tank tankard tanker tanks tanner tape taper taps tardy tarring tarry
tart tartar tarter tawny tea teach teal tear teas tease teat teats tee teed teem teems tees teeter
teeters tell teller tellers tempest temple temples ten tenant tennis tenor tent termini terrace
terrible terry test tester than thatch thatcher thee them then thistle thong thorn thorns thrash
thrasher threat threats thresher thrift thrill throne thrower thy tiara tick tickle tier tiff tiger
till tiller tilt timber timbers times tin tinder ting tingle tinker tinkle tiny tipping tittle to
tobacco toll tom tomb tombs tome tomes toms ton tone toner tones tong tongue tonic tonne tonsil too
tools toot top topping torn torrent tote toting totter touch touchstone tout tow towels tower
towers town towns toy trace trader trail train trainer trammel tramp trapper traverse treasure
treat trees tremble trench trend trial tribe trice trick trill trilling trim trimmer trinity trio
triplet trodden troll troop trotter troupe trouser trout trowel troy trucks true truly trump trumps
trunk truss trusty try tuck tucker tuft tufts tulip tune tuner tuning turner turns turtle tutor
tweed tweedy tweet twelves twine twining twist unavailable union uphold upright urban us usher
utter vale valentine valley van vandal vane vanes vanish veal veer veil vein velvet venerable vent
venture verge verges vermillion vessel vessels vest veto vi via vial vicars vice victor victory
view vigil vigilante vigor vile villa villas vine vinegar vines vineyard viola violet virgin virtue
vise visor vital voice vote voter vowels wacker wadding waddle waddles wade wafer waffle wage wager
wagers wages wagon wagoner wait waiters waits wake waldo wales walk walker walkers walking walks
wall wallet walling walls waltz wan wand wander wanders wands wanner want war ward warden ware warm
warn warning warns warp warren warring warrior wary wash washer washing wasp watchman water
waterfall waters watt watts wave waver wax way ways weakly wear wearing wears weary weasel weather
weathers weaver weavers weaving wedding wedge wedlock wee weed weekly weeks weight weir welch
welcome weld welder welding well welling wellington wells welsh welter welters went west western
wetter whack whaler wheat wheeler wheeling whetstone while whiles whisker whistle white whiten
whitener whiter whites whiting whittle wholly why wick wicker wickers wicks wide widen wider wiener
wig wight wild wilder wilds wile wiles will willing willow wills wilt wilts win wince winch wind
windy wine wines wing winger wings wink winks winner winners winning wins winter winters wire wires
wisdom wise wisely wiser wish wist withers witting witty wolf wolfing womble women won wonder
wonders woo wood woodcock wooden wooding woodland woodman woods woody wool woolen word work worker
workings workman works world worlds worm worn worst worth worthy wreath wren wrench wright wrinkle
wrinkles writer wry yam yap yard yarn yawn yearling yeast yell yellow yen yielding yip yock yoke
yokel yon you young younger zone
""".split()
)
