"""What tells of the life of somebody in the room, as data for `lives`."""

from __future__ import annotations

EARLIER = frozenset("earlier previous former past other another different first".split())
LIVES = frozenset("job jobs life lives career careers role roles post posting incarnation".split())
""" "In an earlier job", "in a past life": what somebody was before."""

TOLD_OF = frozenset("recalled remembered described recounted mentioned spoke".split())
CAREERS = frozenset(
    """presenting negotiating serving sitting drafting signing commanding flying inspecting facing
    teaching running heading leading chairing representing mediating advising briefing editing
    guarding patrolling sailing auditing supervising regulating governing prosecuting defending
    translating interpreting reporting handing delivering opening closing burying""".split()
)
"""What somebody recalls doing that not everybody has done."""

TOLD_WITH = frozenset("credentials instructions orders uniform post desk office cabinet".split())

NO_USES = frozenset(
    """think believe say be hope argue feel hear see call assume fear agree it this that have
    get like know""".split()
)
"""What everybody used to do."""

FOR_OTHERS = frozenset(
    "speaks negotiates buys sells answers works votes acts lobbies writes reports flies".split()
)
"""What somebody does for others, who may be known by them."""

TRADES = frozenset(
    """works runs heads leads tests trains teaches edits sells buys builds makes flies commands
    manages audits regulates negotiates insures ships mines grows farms treats invests chairs
    sits lives owns operates manufactures designs guards patrols translates publishes governs
    practises practices studies hosts coordinates convenes lends brews sails drills""".split()
)
"""What somebody does for a living, told in the present."""

DISTINCT = frozenset(
    """country state island nation city kingdom republic town province bank firm company institution
    ministry organisation organization body agency neighbour neighbor place region house
    administration capital government""".split()
)
HOWEVER = frozenset(
    "that which where whose with without between outside beyond across next bordering".split()
)
"""Behind "from a country" these describe which one."""

DESKS = frozenset(
    """office desk lab laboratory house minister ministry boss governor plant factory fleet newsroom
    constituency parish practice clinic ward team capital voters""".split()
)
"""What somebody has in a place."""

SUPERLATIVES = frozenset(
    "smallest largest poorest richest youngest oldest coldest driest hottest biggest".split()
)
"""Which of all countries somebody is from."""

TALES = frozenset(
    """wrote written poet poem novel novelist author song film book play story tale biography
    memoir painting portrait chronicle legend myth headline obituary guide""".split()
)
"""Where "he" opens a text and one of these follows, nobody in the room is told of."""
