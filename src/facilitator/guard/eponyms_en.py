"""What is called after people, as data: methods, laws, illnesses, places, firms and reigns.

"The Taylor expansion" names nobody; "the Taylor proposal" does. Nouns for what is said, shown
or written in a meeting therefore stand in none of the lists but the last.
"""

from __future__ import annotations

EPONYMS = frozenset(
    """calculus tiles tiling theorem lemma ensemble matrix matrices integral distribution
    equation equations rule effect law laws principle doctrine era years regime
    presidency premiership dynasty clan algorithm transform cycle diagram constant
    filter kernel sequence inequality conjecture estimator criterion bound space metric
    polynomial decomposition paradox trap administration government cabinet coup junta
    machine syndrome disease scale number numbers coefficient curve surface manifold
    operator process processes test entropy measure graph modulus code codes multiplier
    tax film films novel novels song songs brand fed disinflation boom bust bubble wars
    war caliphate shogunate sultanate revolution uprising massacre trial tapes affair
    legacy cult bunkers emperors kings dynasties brothers sisters tribe tribes clan clans
    shahs sultans khans emirs amirs rulers princes shoguns tsars pashas lineage estate""".split()
)
"""What is called after people: "Ito calculus", "the Park era"."""

METHODS = frozenset(
    """approximation approximations expansion expansions series curvature equilibrium equilibria
    regression regressions residual residuals causality statistic statistics index indices
    factor ratio sampler sampling smoothing interpolation extrapolation differencing bootstrap
    chain chains field fields ring rings product products functional topology geometry algebra
    logic lattice clustering tree trees forest automaton hypothesis postulate postulates axiom
    axioms identity identities theorems lemmas ensembles integrals distributions effects
    algorithms transforms cycles diagrams filters kernels sequences inequalities estimators
    criteria bounds spaces metrics polynomials decompositions machines scales coefficients
    curves surfaces operators tests measures graphs multipliers frequency temperature
    temperatures pressure force forces shift radius wave waves parameter exponent exponents cell
    cells gate gates cipher ciphers handshake hash hashes dilemma optimum optimality elasticity
    elasticities substitution dichotomy equivalence moment shock put bond bonds pricing frontier
    beta alpha sigma aggregator discounting auction auctions deadlock quota method methods
    technique techniques cube pyramid hexagon spiral loop cross wheel razor scissors tariff
    tariffs norm synthesis reagent cement steel alloy engine engines turbine turbines battery
    lamp lamps telescope probe detector coil cage generator generators motor motors rotor
    governors hour hours dose doses stain agar dish flask burner oscillation oscillations
    circulation current currents layer belt hash attack problem game games states state limit
    likelihood divergence distance exponent attractor oscillator resonance radiation spectrum
    lens prism barometer thermometer pendulum gauge assumption assumptions property
    properties""".split()
)
"""Terms of art whose first word is a name."""

ILLS = frozenset(
    """fever fevers virus viruses bacillus parasite strain strains palsy syndromes diseases
    outbreak outbreaks epidemic epidemics infection infections vaccine vaccines sarcoma lymphoma
    chorea reflex manoeuvre maneuver forceps catheter contracture ulcer gland glands hernia
    fracture atrophy dystrophy ataxia dementia patients""".split()
)
"""Illnesses, and what belongs to them."""

PLACES = frozenset(
    """estuary mosque mosques church cathedral chapel temple shrine square street road avenue
    bridge tunnel canal strait straits bay gulf inlet fjord island islands islet reef reefs shoal
    atoll ridge trench trough fault valley gorge peak glacier icefield plateau desert forest park
    farm ranch creek brook springs falls dam reservoir airport airfield airstrip port harbour
    harbor pier dock docks barracks hospital clinic building tower theatre theater stadium museum
    archive archives library college university professorship lectureship scholarship
    scholarships fellowship fellowships prize prizes award awards medal medals""".split()
)
"""Places, houses and honours."""

FIRMS = frozenset(
    """spokesman spokeswoman spokesperson plant plants factory factories shares dealership
    dealerships showroom shareholders car cars truck trucks van vans pickup pickups lorry lorries
    tractor tractors jet jets phone phones handset handsets chip chips router routers appliance
    appliances tyres tires sensor sensors franchise""".split()
)
"""What a firm of the name has."""

REIGNS = frozenset(
    """dictatorship monarchy throne insurgency rebellion revolt mutiny uprisings purge purges
    crackdown putsch ouster killing murder assassination declaration memorandum telegram telegrams
    diaries memoirs notebooks parameters accords accord treaty truce armistice raid invasion
    embargo blockade airlift shuttle militia militias army armies troops regiment mausoleum tomb
    statue portrait biography family tribunal bazooka pivot thaw""".split()
)
"""What belonged to somebody who ruled, fought or fell."""

ARMS = frozenset(
    """tank tanks missile missiles jet jets fighter fighters bomber bombers frigate frigates
    corvette corvettes destroyer destroyers submarine submarines gunboat gunboats cutter drone
    drones helicopter helicopters howitzer howitzers rocket rockets launcher launchers radar radars
    rifle rifles satellite satellites warhead warheads torpedo torpedoes interceptor interceptors
    storm storms cyclone cyclones typhoon hurricane minesweeper icebreaker spacecraft
    rover""".split()
)
"""Weapons, craft and storms that bear a name."""

SACRED = frozenset(
    """statue statues bust temple temples shrine cult altar icon idol relic relics hymn goddess god
    tomb mausoleum monument sarcophagus""".split()
)
"""Before "of" and the name of somebody of long ago."""

CARVED = frozenset("bronze marble stone clay golden gilded carved plaster granite ivory".split())
"""Of what a head is that is no participant's."""

FILED = frozenset(
    """file files template templates database databases hive hives document documents spec specs
    specification specifications format formats tool tools server servers protocol interface
    version versions module modules schema licence license""".split()
)
"""What capitals stand before that abbreviate something."""

CALLED_AFTER = ARMS | EPONYMS | METHODS | ILLS | PLACES | FIRMS | REIGNS
"""Right behind a name that has no "'s"."""

VERBS_TOO = frozenset(
    """put shift limit bound bounds drift force forces score scores rate shock state states measure
    measures test tests motor probe cross map key chip dock docks field fields rule attack code
    codes wave waves bridge loop shares square number numbers process park condition moment trial
    estate bond bonds falls hash cycle cycles factor bust boom tax trap pivot raid purge thaw ring
    rings stain fault peak tower cage cement scale scales shuttle plant plants film films
    gauge storm storms""".split()
)
"""These may be verbs: behind a name without an article they are read as such."""

OWNED = frozenset(
    """law laws theorem theorems lemma paradox conjecture inequality algorithm alpha kappa razor
    palsy disease syndrome chorea sarcoma postulates axioms q wager fallacy cave trilemma
    hierarchy scissors distance dilemma""".split()
)
"""Behind "'s": "Moore's law", "Bell's palsy"; "Taylor's rule" may be anybody's."""

TECHNICAL_ENDINGS = (
    "isation", "ization", "ometry", "onomics", "ometrics", "vature", "iasis", "itis", "ifold",
    "ogram", "oscope", "ometer", "oid", "oids", "ectomy", "morphism", "morphisms", "ellation",
)  # fmt: skip
"""How terms of art end that no list has: "Ricci curvature", "Thiessen tessellation"."""

NO_TERMS = frozenset(
    """characterisation characterization summarisation summarization organisation organization
    program histogram cancellation generalisation generalization formalisation""".split()
)
"""These end so and may be somebody's in a meeting."""

SCHOOLS = ("esque", "omics", "ians", "ian", "eans", "ean", "ites", "ism")
"""What makes a school of thought of a name: "Keynesian", "Thatcherite"."""

PERHAPS_CALLED_AFTER = frozenset(
    """plan plans line formula report reports review approach package papers initiative critique
    commission committee inquiry letters speech visit mission reforms put swing swings doctrine
    model test rule question agenda offer deal policy cuts hikes government letters committee
    school method accords round deposit years thesis argument problem moment trip pledge""".split()
)
"""The same may be a participant's, or that of somebody of whom history tells."""
