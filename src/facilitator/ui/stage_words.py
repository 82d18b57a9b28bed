"""What the stage says, as pure functions of a state, of what the desk let it know, and a time.

It is shown to everybody in the call, so it repeats nothing that a person typed but the
titles of the agenda; a name stands only where the Rule or the desk has let it through.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from facilitator import meeting, plain, rounds
from facilitator.agenda import Agenda, Rule, Segment, SegmentKind
from facilitator.clock import Instant, Level, Signal, countdown, minutes, span, time_of_day
from facilitator.floor import HandKind, ListState, OnStage
from facilitator.outlook import length, outlook
from facilitator.service import State
from facilitator.ui import words

COUNTDOWN = 12 * 3600.0
"""Seconds before the planned beginning from which the clock counts down to it."""

LONGEST = 24 * 3600.0
"""Seconds beyond which a speaking time is taken for damage."""

MOST_HANDS = 999

CALM = Signal(Level.CALM, "")

UNKNOWN = OnStage(list="")
"""What is known of the floor where no desk has told anything."""

_LISTS: dict[str, str] = {
    ListState.OPEN: "the list is open",
    ListState.LAST_WORD: "last word: the list closes",
    ListState.CLOSED: "the list is closed",
}
_HELD_UNDER = {
    Rule.CHATHAM_HOUSE: "under the Chatham House Rule",
    Rule.CHATHAM_HOUSE_CONSENT: "under the Chatham House Rule, no quotes",
}
_PHASES = {
    SegmentKind.OPENING: ("OPENING", "Opening"),
    SegmentKind.KEYNOTE: ("KEYNOTE", "Keynote"),
    SegmentKind.DISCUSSION: ("DISCUSSION", "General discussion"),
    SegmentKind.CLOSING: ("CLOSING", "Closing"),
}


@dataclass(frozen=True, slots=True)
class Phase:
    """What happens now: one or two words to draw large, the whole of it, and what belongs to it."""

    headline: str
    sentence: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """What the clock reads ("": there is none), what it is the clock of, and its signal.

    `signs` is whether it is one that may signal anything, now or later.
    """

    digits: str
    caption: str
    sign: Signal = CALM
    signs: bool = False


def floor_of_now(state: State, on: OnStage, *, desk: bool) -> OnStage:
    """What the desk left, while it is about the running segment; else nothing is known.

    Without a `desk` nobody could switch the names off any more: they are not shown.
    """
    running = state.progress.running
    if on.segment != (running.id if running else ""):
        return UNKNOWN
    return on if desk else replace(on, speaker="", up=())


def floor_known(text: str) -> OnStage:
    """What the desk left for the stage; nothing that could not have come from a desk."""
    try:
        told = plain.from_json(OnStage, text)
    except plain.UNREADABLE:
        return UNKNOWN
    seconds = (told.at, told.used, 0.0 if told.limit is None else told.limit)
    broken = not all(math.isfinite(s) and 0 <= s <= LONGEST for s in seconds)
    if broken or told.kind not in tuple(HandKind):
        told = replace(told, kind="", speaker="", at=0.0, used=0.0, limit=None)
    return replace(
        told,
        waiting=min(max(0, told.waiting), MOST_HANDS),
        list=told.list if told.list in _LISTS else "",
        speaker=_one_line(told.speaker),
        up=tuple(filter(None, (_one_line(name) for name in told.up))),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def rule(state: State) -> tuple[str, str, str]:
    """The banner: what holds, what that means for those present, the name of its colour class."""
    title, meaning, style = words.rule_words(state)
    if state.progress.closed:
        held = _HELD_UNDER.get(state.agenda.rule.name or Rule.ON_RECORD)
        return title, "the Chatham House Rule still holds" if held else "", style
    if state.silent:
        return title, "nothing is noted", style
    if state.running is None:
        return title, _HELD_UNDER.get(state.agenda.rule.name or Rule.ON_RECORD, ""), style
    return title, meaning, style


def phase(state: State, now: Instant) -> Phase:
    """What happens now, in words."""
    progress, segment = state.progress, state.running
    if progress.closed:
        return Phase("CLOSED", "The meeting is closed")
    if segment is None:
        if progress.began is None:
            return _before(state.agenda, now)
        upcoming = meeting.following(progress)
        title = state.agenda.segment(upcoming).title if upcoming else ""
        return Phase("BETWEEN PARTS", "Between two parts", f"next: {title}" if title else "")
    present = _present(state, segment, now)
    if progress.paused:
        what = present.sentence if segment.kind is not SegmentKind.BREAK else "Break"
        return Phase("PAUSED", "Paused", joined(what, present.detail))
    return present


def _present(state: State, segment: Segment, now: Instant) -> Phase:
    if segment.kind is SegmentKind.BREAK:
        end = _end_of(state, segment, now)
        if end <= now.wall:
            return Phase("BACK NOW", "Break: back now")
        back = time_of_day(end, state.agenda.session.timezone)
        return Phase(f"BACK AT {back}", f"Break: back at {back}")
    if segment.kind is SegmentKind.QA:
        if state.progress.answering:
            return Phase("ANSWERS", "Answers", round_words(state))
        return Phase("QUESTIONS", "Questions are being collected", round_words(state))
    lead = state.agenda.public_lead(segment)
    return Phase(*_PHASES[segment.kind], lead.name if lead else "")


def _end_of(state: State, segment: Segment, now: Instant) -> float:
    """The Unix time at which the running segment is to end, its hard end included."""
    alone = replace(state.agenda, segments=(segment,))
    return outlook(alone, state.progress, now).projected_end


def _before(agenda: Agenda, now: Instant) -> Phase:
    start, zone = agenda.starts_at, ZoneInfo(agenda.session.timezone)
    headline, sentence = "NOT STARTED", "The meeting has not started"
    if start.timestamp() <= now.wall:
        return Phase(headline, sentence)
    today = datetime.fromtimestamp(now.wall, zone).date()
    day = "" if today == start.date() else f"on {start.day} {start:%B} "
    return Phase(headline, f"{sentence}: begins {day}at {start:%H:%M}")


def round_words(state: State) -> str:
    """`Round 2 of 3`; "" where the running segment is not one of questions and answers."""
    segment = rounds.in_rounds(state.agenda, state.progress)
    if segment is None:
        return ""
    number, planned = state.progress.round, rounds.planned(segment, state.progress.of(segment.id))
    return f"Round {number} of {planned}" if planned and number <= planned else f"Round {number}"


def turn_of(state: State, on: OnStage, now: Instant) -> float | None:
    """Seconds that the present speaker has used; None where nobody has the floor."""
    segment = state.running
    if segment is None or not on.kind:
        return None
    gone = state.progress.spent(segment.id, now) - on.at
    # Before it can have begun: the desk has gone, and what it left is of another segment.
    return None if gone < -1 else on.used + max(0.0, gone)


def clock(state: State, on: OnStage, now: Instant) -> Clock:
    """The turn's time where somebody has the floor, else the segment's, else the time of day."""
    segment, agenda = state.running, state.agenda
    if segment is None:
        left = agenda.starts_at.timestamp() - now.wall
        if state.progress.closed:
            return Clock("", "")
        if state.progress.began is None and 0 < left <= COUNTDOWN:
            return Clock(span(math.ceil(left)), "until it begins")
        zone = agenda.session.timezone
        return Clock(time_of_day(now.wall, zone), zone_words(zone))
    used = turn_of(state, on, now)
    if used is None:
        takes = length(segment, state.progress)
        return _counted(state, state.progress.spent(segment.id, now), takes, "this part")
    if on.limit is None:
        return Clock(span(used), f"so far · {on.kind}, no limit", signs=True)
    return _counted(state, used, on.limit, on.kind)


def _counted(state: State, gone: float, limit: float, what: str) -> Clock:
    """The clock of something that is to take `limit` seconds."""
    digits, sign = countdown(limit, gone, state.agenda.limits.signals)
    over = gone - limit >= 1
    caption = f"{'over' if over else 'left of'} {length_words(limit)} · {what}"
    return Clock(digits, caption, sign, signs=True)


def length_words(seconds: float) -> str:
    """`40 min`, and `1:30` where minutes alone would say too little."""
    return f"{minutes(seconds)} min" if seconds >= 600 or seconds % 60 == 0 else span(seconds)


def part_words(state: State, on: OnStage, now: Instant) -> tuple[str, str]:
    """The running segment's title, and where it stands: `part 3 of 5 · 9 min left`."""
    segment, agenda = state.running, state.agenda
    if segment is None:
        return agenda.session.title, ""
    ids = [each.id for each in agenda.segments]
    place = f"part {ids.index(segment.id) + 1} of {len(ids)}"
    if turn_of(state, on, now) is None:
        return segment.title, place
    left = length(segment, state.progress) - state.progress.spent(segment.id, now)
    late = f"{minutes(left)} min left" if left >= 0 else f"over by {minutes(-left)} min"
    return segment.title, f"{place} · {late}"


def hands_words(state: State, on: OnStage) -> str:
    """How many wait, and whether the list takes more; "" where no list is kept."""
    segment = state.running
    if segment is None or segment.kind is SegmentKind.BREAK or not on.list:
        return ""
    match on.waiting:
        case 0:
            number = "no hand is waiting"
        case 1:
            number = "1 hand is waiting"
        case many:
            number = f"{many} hands are waiting"
    return joined(number, _LISTS[on.list])


def names_words(state: State, on: OnStage, now: Instant) -> tuple[str, str]:
    """Who has the floor and who comes next, as far as the desk has switched names on."""
    if state.silent or state.running is None:
        return "", ""
    speaker = on.speaker if turn_of(state, on, now) is not None else ""
    return speaker, f"next: {', '.join(on.up)}" if on.up else ""


def end_words(state: State, now: Instant) -> str:
    """When the meeting will end, in its own zone."""
    if state.progress.closed:
        return ""
    if state.progress.began is None and now.wall - state.agenda.starts_at.timestamp() < -COUNTDOWN:
        return ""
    end = outlook(state.agenda, state.progress, now).projected_end
    return f"ends {time_of_day(end, state.agenda.session.timezone)}"


def zone_words(zone: str) -> str:
    """An IANA zone as people say it: `Kabul time`."""
    region, _, place = zone.rpartition("/")
    name = place.replace("_", " ")
    return f"{name} time" if region and region != "Etc" else name


def joined(*parts: str) -> str:
    """Those that say anything, parted by a dot."""
    return " · ".join(filter(None, parts))
