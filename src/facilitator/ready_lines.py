"""Lines ready to be pasted into the meeting's chat, those that fit the moment first.

No roster comes in here: who speaks is known by the kind of their turn only, so no line can
tell a name. Titles and the host's own lines are the agenda's words as they stand there.
"""

from __future__ import annotations

from dataclasses import dataclass

from facilitator import meeting, rounds
from facilitator.agenda import Agenda, Rule, Segment, SegmentKind
from facilitator.clock import Instant, minutes, time_of_day
from facilitator.floor import HandKind, ListState
from facilitator.outlook import STILL_TOLD, WARN_BEFORE, baseline, length, outlook
from facilitator.progress import Phase, Progress
from facilitator.publish.phrases import number, squeezed, titled
from facilitator.rule_text import RULE_CLAUSE
from facilitator.timetable import instant_of

CHAT = "chat"
"""The key under [scripts] whose lines are the host's own."""

SOON = 120.0
"""Seconds around the change of segment in which its announcements come first."""

_HOSTS_KEYS = "3456789afgijvxyz"
_TO_GO = {2: (150.0, "2", "e"), 1: (90.0, "1", "d"), 0: (30.0, "0", "c")}
"""From how many seconds left a line says 2, 1 or 0 minutes; its key, and the one with a title."""


@dataclass(frozen=True, slots=True)
class ReadyLine:
    """A line for the chat and the key that copies it ("": it has none, choose it by hand).

    A line of ours keeps its key for the whole session, wherever it stands among the others.
    """

    key: str
    text: str


def ready_lines(
    agenda: Agenda,
    progress: Progress,
    now: Instant,
    *,
    turn: HandKind | None = None,
    left: float | None = None,
    speakers: ListState = ListState.OPEN,
) -> tuple[ReadyLine, ...]:
    """What the chair may paste now: what fits first, then the host's own, then the rest.

    `turn` is the kind of the present intervention (None: the floor is free), `left` its
    seconds left (negative: over; None: no limit), `speakers` the state of the list.
    """
    running = progress.running
    segment = agenda.segment(running.id) if running else None
    moment = _Moment(agenda, progress, now, segment)
    texts = {**_for_a_turn(), **_for_the_floor(speakers), **moment.announcements()}
    fitting = [
        *(("o", "b") if progress.off_record else ()),
        *_fitting_turn(agenda, segment, turn, left),
        *(("l",) if speakers is not ListState.OPEN else ()),
        *moment.fitting(),
    ]
    first = [key for key in dict.fromkeys(fitting) if key in texts]
    rest = [key for key in texts if key not in first]
    return (
        *(ReadyLine(key, texts[key]) for key in first),
        *_hosts_own(agenda),
        *(ReadyLine(key, texts[key]) for key in rest),
    )


def _hosts_own(agenda: Agenda) -> tuple[ReadyLine, ...]:
    lines = [line for raw in agenda.scripts.get(CHAT, "").splitlines() if (line := squeezed(raw))]
    return tuple(ReadyLine(_HOSTS_KEYS[n : n + 1], line) for n, line in enumerate(lines))


def _for_a_turn() -> dict[str, str]:
    return {
        "2": "Two minutes, please.",
        "1": "One minute, please.",
        "0": "Time is up: may I ask you to conclude?",
        "e": "Two minutes, Excellency.",
        "d": "One minute, Excellency.",
        "c": "Time is up, Excellency: may I ask you to conclude?",
        "q": "May I ask you to put the question in one sentence?",
    }


def _fitting_turn(
    agenda: Agenda, segment: Segment | None, turn: HandKind | None, left: float | None
) -> list[str]:
    if turn is None:
        return []
    keys = []
    if left is not None:
        lead = agenda.keynote(segment.lead) if segment and segment.lead else None
        # Only a lead's turn is an answer, and the style of a lead stands in the agenda.
        titled_lead = lead is not None and "excellency" in lead.style.casefold()
        due = [name for name, (until, _, _) in _TO_GO.items() if left <= until]
        if due:
            _, plain, honoured = _TO_GO[min(due)]
            keys = [honoured if turn is HandKind.ANSWER and titled_lead else plain]
    if turn is HandKind.QUESTION:
        over = left is None or left <= 0
        keys = ["q", *keys] if over else [*keys, "q"]
    return keys


def _for_the_floor(speakers: ListState) -> dict[str, str]:
    closing = {
        ListState.OPEN: "I close the list after the hands that are up now.",
        ListState.LAST_WORD: "One last intervention, please; then the list is closed.",
        ListState.CLOSED: "The list is closed; those whose hands are up will still be heard.",
    }
    return {
        "h": "Please raise your hand if you would like the floor; you will be called in turn.",
        "l": closing[speakers],
        "t": "Your line has dropped: we keep your place on the list.",
        "m": "Please mute your microphone while others speak.",
    }


def _rule_words(rule: Rule) -> str:
    return {
        Rule.ON_RECORD: "on the record",
        Rule.CHATHAM_HOUSE: "under the Chatham House Rule",
        Rule.CHATHAM_HOUSE_CONSENT: (
            "under the Chatham House Rule, and nobody is quoted without permission"
        ),
        Rule.OFF_RECORD: "off the record: please take no notes",
    }[rule]


def _clock(wall: float, zone: str) -> str:
    """A Unix time as `15:45 Kabul time (11:15 UTC)`, rounded up to the minute."""
    wall = -(-wall // 60) * 60
    local, utc = time_of_day(wall, zone), time_of_day(wall, "UTC")
    area, _, place = zone.rpartition("/")
    if area in ("", "Etc"):
        return f"{utc} UTC" if local == utc else f"{local} ({utc} UTC)"
    return f"{local} {place.replace('_', ' ')} time ({utc} UTC)"


def _minutes(count: int) -> str:
    return f"{count} minute{'' if count == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class _Moment:
    """Where the session stands, and what is to be announced there."""

    agenda: Agenda
    progress: Progress
    now: Instant
    segment: Segment | None

    def announcements(self) -> dict[str, str]:
        """The lines that the agenda and the clock give, by key; those without sense left out."""
        texts = {
            "r": self._rule(),
            "o": self._off_record(),
            "b": self._back(),
            "s": self._this_segment(),
            "u": self._round(),
            "n": self._next_segment(),
            "k": self._keynote_leaves(),
            "p": self._break(),
            "w": self._end(),
        }
        return {key: text for key, text in texts.items() if text}

    def fitting(self) -> list[str]:
        """The keys of what fits now."""
        if self.progress.closed:
            return ["w", "r"]
        segment = self.segment
        if segment is None:
            return ["s", "n"] if self.progress.began is None else ["n", "p", "s"]
        left, spent = self._left(segment), self.progress.spent(segment.id, self.now)
        keys: list[str] = []
        if segment.kind is SegmentKind.BREAK:
            keys += "p"
        if spent < SOON:
            keys += "s"
        if segment.kind is SegmentKind.OPENING:
            keys += "rh"
        if (leaves := self._leaving()) is not None and leaves <= WARN_BEFORE:
            keys += "k"
        if left <= SOON:
            keys += "pn" if self._next_is_break() else "n"
        if segment.kind is SegmentKind.CLOSING or self._session_left() <= WARN_BEFORE:
            keys += "w"
        if segment.kind is SegmentKind.CLOSING:
            keys += "r"
        return [*keys, "u"]

    # Times

    def _left(self, segment: Segment) -> float:
        return length(segment, self.progress) - self.progress.spent(segment.id, self.now)

    def _session_left(self) -> float:
        left = outlook(self.agenda, self.progress, self.now).projected_end - self.now.wall
        if self.segment is not None and self.segment.kind is SegmentKind.CLOSING:
            return min(left, self._left(self.segment))  # what was passed over is not held now
        return left

    def _moved(self, planned: float) -> float:
        """A Unix time of the plan, in a rehearsal moved along with it."""
        start = self.agenda.starts_at.timestamp()
        return planned + baseline(self.agenda, self.progress, self.now) - start

    def _said(self, wall: float) -> str:
        return _clock(wall, self.agenda.session.timezone)

    def _following(self) -> Segment | None:
        following = "" if self.progress.closed else meeting.following(self.progress)
        return self.agenda.segment(following) if following else None

    def _next_is_break(self) -> bool:
        following = self._following()
        return following is not None and following.kind is SegmentKind.BREAK

    # Lines

    def _rule(self) -> str:
        if not any(s.rule.protects and s.rule.allows_notes for s in self.agenda.segments):
            return ""
        if self.progress.closed:
            return f"The Chatham House Rule still holds: {RULE_CLAUSE}"
        rule = self.segment.rule if self.segment else None
        if rule is Rule.ON_RECORD:
            return (
                "This part is on the record. Wherever the Chatham House Rule holds, " + RULE_CLAUSE
            )
        reminder = f"A reminder of the Chatham House Rule: {RULE_CLAUSE}"
        if rule is Rule.CHATHAM_HOUSE_CONSENT:
            reminder += " Nobody is quoted without permission either."
        return reminder

    def _off_record(self) -> str:
        if self.progress.closed:
            return ""
        if self.segment is not None and not self.segment.rule.allows_notes:
            return "This part is off the record: please take no notes."
        return "We are off the record now: please take no notes until I say so."

    def _back(self) -> str:
        segment = self.segment
        if segment is None or not segment.rule.allows_notes or self.progress.closed:
            return ""
        if segment.rule is Rule.ON_RECORD:
            return "We are back on the record."
        # "On the record" would be heard as leave to name each other.
        return f"Notes may be taken again; we go on {_rule_words(segment.rule)}."

    def _this_segment(self) -> str:
        progress, segment = self.progress, self.segment
        if progress.closed:
            return ""
        if progress.began is None:
            start = baseline(self.agenda, progress, self.now)
            if start > self.now.wall:
                return f"We begin at {self._said(start)}."
            return "We begin in a moment; thank you for your patience."
        if segment is None or segment.kind is SegmentKind.BREAK:
            return ""
        title, left = titled(segment.title), self._left(segment)
        if progress.spent(segment.id, self.now) < SOON:
            planned = _minutes(max(1, minutes(length(segment, progress))))
            return f"We begin {title}: {planned}, {_rule_words(segment.rule)}."
        if left < 60:
            return f"The time for {title} is up."
        return f"We have {_minutes(int(left // 60))} left for {title}."

    def _next_segment(self) -> str:
        following = self._following()
        if following is None or following.kind is SegmentKind.BREAK:
            return ""
        planned = _minutes(max(1, minutes(length(following, self.progress))))
        changed = self.segment is None or self.segment.rule is not following.rule
        rule = f", {_rule_words(following.rule)}" if changed else ""
        return f"Next: {titled(following.title)}, {planned}{rule}."

    def _round(self) -> str:
        segment = rounds.in_rounds(self.agenda, self.progress)
        if segment is None:
            return ""
        place = self.progress.round
        if self.progress.answering:
            return f"The questions of round {place} are in; now we hear the answers."
        of = rounds.planned(segment, self.progress.of(segment.id)) or 0
        count = segment.questions_per_round
        wanted = "your questions"
        if count is not None:
            wanted = f"{number(count)} question{'' if count == 1 else 's'}"
        named = f"Round {place} of {of}" if place <= of else f"Round {place}"
        return f"{named}: {wanted}, please; then we hear the answers."

    def _leaving(self) -> float | None:
        """Seconds until the lead of this segment, or of one to come, has to leave."""
        for segment in self.agenda.segments:
            if self.progress.of(segment.id).phase not in (Phase.WAITING, Phase.RUNNING):
                continue
            lead = self.agenda.keynote(segment.lead) if segment.lead else None
            if lead is not None and lead.hard_out is not None:
                out = instant_of(self.agenda, lead.hard_out).timestamp()
                return self._moved(out) - self.now.wall
        return None

    def _keynote_leaves(self) -> str:
        left = self._leaving()
        if left is None or self.progress.closed or self.progress.began is None:
            return ""
        if left <= -STILL_TOLD:
            return ""
        if left >= 60:
            return f"Our keynote speaker leaves in {_minutes(int(left // 60))}."
        return "Our keynote speaker has to leave now; our warm thanks."

    def _break(self) -> str:
        if self.progress.closed or self.progress.began is None:
            return ""
        segment, following = self.segment, self._following()
        if segment is not None and segment.kind is SegmentKind.BREAK:
            until, pause = self.now.wall + self._left(segment), segment
        elif following is not None and following.kind is SegmentKind.BREAK:
            until, pause = self.now.wall + length(following, self.progress), following
        else:
            on = self._said(self.now.wall + 300)
            return f"A break of five minutes: we go on at {on}."
        if pause.hard_end is not None:
            until = min(until, self._moved(instant_of(self.agenda, pause.hard_end).timestamp()))
        if until - self.now.wall < 60:
            return "The break is over: please come back to the call."
        return f"Break until {self._said(until)}."

    def _end(self) -> str:
        if self.progress.closed:
            return "The meeting is closed; thank you all."
        if self.progress.began is None:
            return ""
        left = self._session_left()
        if left > 3600:
            return f"We close at {self._said(self.now.wall + left)}."
        if left >= 60:
            return f"We close in {_minutes(int(left // 60))}."
        return "We are at the end of our time."
