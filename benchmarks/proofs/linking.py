"""What a closed or sealed session tells of who said what, to one who knows who spoke when."""

from __future__ import annotations

import bisect
import math
import random
import shutil
import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from pathlib import Path
from unittest import mock

from facilitator.cli.sealing import Sealer, Wanted
from facilitator.meeting import Close
from facilitator.stores import wiping
from figures import Row
from orders import (
    Meeting,
    as_exported,
    as_stored,
    as_written,
    exported,
    journal,
    ordinary,
    spearman,
)
from proofs import Run, proved

Orders = dict[str, list[int]]
"""For every place that tells all points of a segment, their ranks in the order of capture."""

ALMOST = 1.96
"""Standard errors on either side of a mean that hold the true one 95 times in 100."""


def _close(meeting: Meeting) -> None:
    meeting.desk.conduct(Close(), meeting.desk.look().progress)


def _seal(meeting: Meeting) -> None:
    house = meeting.house
    sealer = Sealer(house.folder.parent, house.folder, meeting.desk)
    wanted = Wanted(override=True)  # no text was reviewed
    sealer.check(wanted)
    assert [*sealer.seal(wanted)][-1] == "sealed"


def _ended(meeting: Meeting) -> dict[str, Orders]:
    """Close and seal a session; every order before the seal and after it."""
    _close(meeting)
    closed = _orders(meeting)
    _seal(meeting)
    return {
        segment: closed[segment] | {f"{what}, sealed": order for what, order in orders.items()}
        for segment, orders in _orders(meeting).items()
    }


def _orders(meeting: Meeting) -> dict[str, Orders]:
    """Every order in the files and exports as they are, segment by segment."""
    path = meeting.house.path
    brief, report = exported(meeting.desk.brief()), exported(meeting.desk.report())
    found = {}
    for segment, said in meeting.said.items():
        takeaways, themes = as_exported(report, said)
        orders: dict[str, list[int] | None] = {
            "table": as_stored(path, said),
            "positions": as_stored(path, said, "ORDER BY position"),
            "bytes": as_written(path, said),
            "journal": as_written(journal(path), said),
            "brief": as_exported(brief, said)[0],
            "take-aways": takeaways,
            "themes": themes,
        }
        found[segment] = {what: order for what, order in orders.items() if order is not None}
    return found


# The order of capture

MEETINGS = {8: 1800, 15: 900, 25: 540, 60: 300}
"""How many segments of how many points: the smaller, the more it takes to tell chance apart."""

BOUND, PER_SESSION = 0.05, 6

Values = dict[tuple[str, int], list[float]]


def _correlations(memory: Path, size: int, careful: bool, seed: int) -> Values:
    """Signed rank correlations of every order in one session of `PER_SESSION` segments."""
    root = memory / f"order-{size}-{careful}-{seed}"
    values: Values = defaultdict(list)
    meeting = Meeting(root, seed * 100 + size, [size] * PER_SESSION)
    try:
        for segment in meeting.sizes:
            said = meeting.say(segment)
            if careful:
                meeting.end()
                continue
            ordinary(root / segment, said)
            values["rowid table", size].append(spearman(as_stored(root / segment, said)))
            with mock.patch.object(wiping, "zero", lambda path: None):
                meeting.end()
            left = as_written(journal(meeting.house.path), said)
            values["journal not zeroed", size].append(0.0 if left is None else spearman(left))
        if careful:
            for orders in _ended(meeting).values():
                for what, order in orders.items():
                    values[what, size].append(spearman(order))
    finally:
        meeting.house.close()
        shutil.rmtree(root)
    return dict(values)


def _interval(values: Sequence[float], errors: float = ALMOST) -> tuple[float, float]:
    mean = statistics.fmean(values)
    error = errors * statistics.stdev(values) / math.sqrt(len(values))
    return mean - error, mean + error


def _far(low: float, high: float) -> float:
    """How far from zero the farthest point of an interval is."""
    return max(abs(low), abs(high))


def _near(low: float, high: float) -> float:
    """How far from zero its nearest point is; below zero where zero is in it."""
    return max(low, -high)


def _measured(run: Run, meetings: dict[int, int], *, careful: bool) -> Values:
    values: Values = defaultdict(list)
    with ProcessPoolExecutor(2) as hands:
        for size, number in meetings.items():
            work = partial(_correlations, run.place.memory, size, careful)
            for found in hands.map(work, range(number // PER_SESSION)):
                for key, each in found.items():
                    values[key] += each
    return values


def correlation(run: Run) -> Row:
    """Signed rank correlation with the order of capture: intervals of every place and size."""
    few = {8: 60, 15: 30, 25: 18, 60: 6}
    ours = _measured(run, few if run.quick else MEETINGS, careful=True)
    controls = _measured(run, {8: 12, 15: 12} if run.quick else {8: 60, 15: 60}, careful=False)
    low, high = max((_interval(values) for values in ours.values()), key=lambda ends: _far(*ends))
    if run.quick:
        # The interval of a few meetings is wide whatever they tell: chance must explain it.
        holds = all(_near(*_interval(values, 4.5)) < 0 for values in ours.values())
    else:
        holds = _far(low, high) <= BOUND
    least = {
        name: min(
            _near(*_interval(values)) for (what, _), values in controls.items() if what == name
        )
        for name in ("rowid table", "journal not zeroed")
    }
    places = {what for what, _ in ours}
    return proved(
        f"rank correlation with the order of capture, worst of {len(places)} places × 4 sizes",
        f"{low:+.3f} to {high:+.3f}",
        holds and not {"journal", "journal, sealed"} & places,
        ", ".join(f"±{value:.2f} ({name})" for name, value in least.items()),
        min(least.values()) > BOUND,
        "95 % within ±0.05",
    )


# Who said it

SPEAKERS, SEGMENTS, POINTS = 12, 4, 15
HOUR = 1800.0
"""Seconds for which a segment lasts."""

LAG = (5.0, 40.0)
"""Seconds from something said to its note: the least and the most."""

WIDTHS = (0.03, 0.08, 0.2, 0.5, math.inf)
"""How far an attacker may take a rank to be off, as a share of the segment."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Who held the floor from when to when in one segment; attackers know it to the second."""

    ends: tuple[float, ...]
    speakers: tuple[int, ...]

    @classmethod
    def drawn(cls, chance: random.Random) -> Timeline:
        """A segment in which some speak more than others, as people do."""
        order = chance.sample(range(SPEAKERS), SPEAKERS)
        weights = [0.8**place for place in range(SPEAKERS)]
        turns, speakers = list[float](), list[int]()
        while sum(turns) < HOUR:
            (speaker,) = chance.choices(order, weights)
            if speakers and speaker == speakers[-1]:
                continue
            turns.append(20 + chance.expovariate(1 / 130))
            speakers.append(speaker)
        return cls(tuple(accumulate(turns)), tuple(speakers))

    @property
    def length(self) -> float:
        return self.ends[-1]

    def at(self, moment: float) -> int:
        """Who spoke then."""
        place = bisect.bisect_left(self.ends, min(max(moment, 0.0), self.length))
        return self.speakers[place]

    def likeliest(self, moment: float, width: float) -> int:
        """Who it was where the moment is known up to a normal error of `width` seconds."""
        shares: Counter[int] = Counter()
        begun = 0.0
        for end, speaker in zip(self.ends, self.speakers, strict=True):
            if math.isinf(width):
                shares[speaker] += end - begun  # type: ignore[assignment]
            else:
                far = math.erf((end - moment) / width) - math.erf((begun - moment) / width)
                shares[speaker] += far  # type: ignore[assignment]
            begun = end
        return max(shares, key=lambda speaker: (shares[speaker], -speaker))


@dataclass(frozen=True, slots=True)
class Seized:
    """One segment as an attacker has it; `truth` is who said each point, by rank of capture.

    `written` is when each was noted, which only the control has.
    """

    timeline: Timeline
    truth: tuple[int, ...]
    written: tuple[float, ...]
    orders: Orders


def _seize(memory: Path, seed: int) -> list[Seized]:
    """Hold one meeting through the program, close and seal it, and take every file."""
    chance = random.Random(seed)
    root = memory / f"who-{seed}"
    meeting = Meeting(root, 10_000 + seed, [POINTS] * SEGMENTS)
    try:
        naive: dict[str, list[int]] = {}
        for segment in meeting.sizes:
            said = meeting.say(segment)
            meeting.end()
            ordinary(root / segment, said)
            naive[segment] = as_stored(root / segment, said)
        seized = []
        for segment, orders in _ended(meeting).items():
            timeline = Timeline.drawn(chance)
            moments = [chance.uniform(0, timeline.length) for _ in range(POINTS)]
            noted = sorted((moment + chance.uniform(*LAG), moment) for moment in moments)
            truth = tuple(timeline.at(moment) for _, moment in noted)
            written = tuple(time for time, _ in noted)
            orders = {**orders, ORDINARY: naive[segment]}
            seized.append(Seized(timeline, truth, written, orders))
        return seized
    finally:
        meeting.house.close()
        shutil.rmtree(root)


ORDINARY = "an ordinary table"
"""The control among the orders: the one that is left out of every honest attack."""

Attack = Callable[[Seized], int]
"""How many points of a segment it gives to the right person."""


def _by_order(what: str, backwards: bool, width: float, one: Seized) -> int:
    order = one.orders.get(what)
    if order is None:
        return 0
    right, length = 0, one.timeline.length
    for place, rank in enumerate(order):
        share = (place + 0.5) / len(order)
        moment = (1 - share if backwards else share) * length
        right += one.timeline.likeliest(moment, width * length) == one.truth[rank]
    return right


def _by_segment(one: Seized) -> int:
    return sum(one.timeline.likeliest(0.0, math.inf) == truth for truth in one.truth)


def _by_time(one: Seized) -> int:
    lag = statistics.fmean(LAG)
    guesses = [one.timeline.at(time - lag) for time in one.written]
    return sum(guess == truth for guess, truth in zip(guesses, one.truth, strict=True))


def _best(meetings: Sequence[list[Seized]], places: Sequence[str]) -> float:
    """The share right of the attack that does best on the other half of the meetings.

    The attacker has practised on meetings of their own: which place tells something, from which
    end, and how much it is to be trusted, down to not at all.
    """
    attacks: list[Attack] = [_by_segment]
    for what in places:
        for backwards in (False, True):
            attacks += [partial(_by_order, what, backwards, width) for width in WIDTHS[:-1]]
    scores = [[sum(map(attack, meeting)) for meeting in meetings] for attack in attacks]
    right = 0
    for practice, real in ((0, 1), (1, 0)):
        chosen = max(scores, key=lambda score: sum(score[practice::2]))
        right += sum(chosen[real::2])
    return right / (len(meetings) * SEGMENTS * POINTS)


def reidentified(run: Run) -> Row:
    """Points given to the right person from the files, the roster and an exact timeline."""
    number = 12 if run.quick else 300
    with ProcessPoolExecutor(2) as hands:
        meetings = list(hands.map(partial(_seize, run.place.memory), range(number)))
    places = sorted({what for m in meetings for one in m for what in one.orders} - {ORDINARY})
    points = number * SEGMENTS * POINTS
    segment = sum(_by_segment(one) for meeting in meetings for one in meeting) / points
    files = _best(meetings, places) - segment
    order = _best(meetings, [ORDINARY]) - segment
    timed = sum(_by_time(one) for meeting in meetings for one in meeting) / points
    return proved(
        f"given to the right person, {number} meetings, over the segment alone ({segment:.2f})",
        f"{files:+.3f}",
        files <= (0.05 if run.quick else 0.01),
        f"{timed:.2f} (times), {order:+.2f} (capture order)",
        timed >= 0.85 and order >= (0.05 if run.quick else 0.10),
        "≤ +0.01; ≥ 0.85, ≥ +0.10",
    )
