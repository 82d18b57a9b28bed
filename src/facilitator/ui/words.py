"""What the screens say of a state, as content without markup.

Pure functions of a state, an instant and a width, so that they can be read and tested
without a terminal. Every state has its word; colour only repeats it.
"""

from __future__ import annotations

from textual.content import Content

from facilitator import meeting, rounds
from facilitator.agenda import Agenda, Rule, Segment, SegmentKind
from facilitator.clock import Instant, Level, Signal, countdown, minutes, span, time_of_day
from facilitator.outlook import REHEARSAL_GAP, Outlook, length, outlook
from facilitator.progress import Phase, Progress
from facilitator.service import State

MARKS = {Phase.WAITING: "·", Phase.RUNNING: "▶", Phase.DONE: "✓", Phase.SKIPPED: "–"}

LEVEL_STYLE = {
    Level.CALM: "",
    Level.SOON: "$text-warning",
    Level.LAST: "bold $text-warning",
    Level.OVER: "bold $text-error",
}


def rule_words(state: State) -> tuple[str, str, str]:
    """The banner: what holds now, what that means, and the name of its colour class."""
    if state.progress.closed:
        return "CLOSED", "nothing more is noted here; the texts come next", "-closed"
    if state.progress.off_record:
        return "OFF THE RECORD", "nothing typed is kept", "-off"
    segment = state.running
    if segment is None:
        first = state.progress.began is None
        return ("NOT STARTED" if first else "BETWEEN SEGMENTS"), "start a segment to note", "-rule"
    match segment.rule:
        case Rule.CHATHAM_HOUSE:
            return "CHATHAM HOUSE RULE", "no name, no affiliation", "-rule"
        case Rule.CHATHAM_HOUSE_CONSENT:
            return "CHATHAM HOUSE RULE", "no name, no affiliation, no quotes", "-rule"
        case Rule.OFF_RECORD:
            return "OFF THE RECORD", "nothing is noted in this segment", "-off"
        case Rule.ON_RECORD:
            lead = state.agenda.public_lead(segment)
            return "ON THE RECORD", f"{lead.name} may be named" if lead else "", "-record"


def banner(state: State, right: str, width: int) -> Content:
    """The Rule of the running segment, with something at the right-hand edge."""
    title, meaning, _ = rule_words(state)
    # What holds must be read whole on the smallest screen; the clock is beside it by luck.
    shown = right if width - len(right) > len(title) + 2 else ""
    return edges(Content.assemble((f" {title}", "bold"), f"  {meaning}"), Content(shown), width)


def edges(left: Content, right: Content, width: int) -> Content:
    """`left` and `right` on one line of `width` cells; `left` is cut where both do not fit."""
    room = max(0, width - right.cell_length - 2)
    if left.cell_length > room:
        left = left.truncate(room, ellipsis=True)
    gap = max(0, width - left.cell_length - right.cell_length - 1)
    return Content.assemble(left, " " * gap, right)


def segment_times(state: State, segment: Segment, now: Instant) -> str:
    """`6` held, `31/40` running, `45` waiting: actual and planned minutes."""
    progress = state.progress.of(segment.id)
    planned = minutes(length(segment, state.progress))
    spent = minutes(state.progress.spent(segment.id, now))
    match progress.phase:
        case Phase.RUNNING:
            return f"{spent}/{planned}"
        case Phase.DONE:
            return f"{spent}"
        case _:
            return f"{planned}"


KIND_NAMES = {
    SegmentKind.OPENING: "Opening",
    SegmentKind.KEYNOTE: "Keynote",
    SegmentKind.QA: "Q&A",
    SegmentKind.DISCUSSION: "Discussion",
    SegmentKind.BREAK: "Break",
    SegmentKind.CLOSING: "Closing",
}


def short_names(agenda: Agenda) -> tuple[str, ...]:
    """The segments by their kind, numbered where a kind comes more than once."""
    kinds = [segment.kind for segment in agenda.segments]
    names = []
    for n, kind in enumerate(kinds):
        number = f" {kinds[: n + 1].count(kind)}" if kinds.count(kind) > 1 else ""
        names.append(KIND_NAMES[kind] + number)
    return tuple(names)


def agenda_line(state: State, now: Instant, width: int) -> Content:
    """The whole agenda on one line: by title, else by kind, else the part around now."""
    end = Content.assemble(*end_words(state.agenda, state.progress, now))
    room = width - end.cell_length - 4
    segments = state.agenda.segments
    times = [segment_times(state, segment, now) for segment in segments]
    names, gap = [segment.title for segment in segments], 2
    if _cells(names, times, gap) > room:
        names = list(short_names(state.agenda))
    if _cells(names, times, gap) > room:
        gap = 1
    ids = [segment.id for segment in segments]
    centre = ids.index(state.segment) if state.segment in ids else 0
    shown = list(range(len(segments)))
    while len(shown) > 1 and _cells([names[n] for n in shown], [times[n] for n in shown], 1) > room:
        shown.pop(0 if centre - shown[0] > shown[-1] - centre else -1)
    parts: list[Content | str | tuple[str, str]] = ["…" if shown[0] else " "]
    for n in shown:
        phase = state.progress.of(ids[n]).phase
        style = {Phase.RUNNING: "bold", Phase.WAITING: ""}.get(phase, "dim")
        parts.append((f"{MARKS[phase]}{names[n]} {times[n]}{' ' * gap}", style))
    if shown[-1] < len(segments) - 1:
        parts.append("…")
    return edges(Content.assemble(*parts), end, width)


def _cells(names: list[str], times: list[str], gap: int) -> int:
    """The width of these segments: a mark, a name, a space and its minutes, a gap."""
    return sum(Content(n).cell_length + len(t) + 2 + gap for n, t in zip(names, times, strict=True))


def end_words(agenda: Agenda, progress: Progress, now: Instant) -> list[tuple[str, str]]:
    """When the session will end in its own zone, and the drift: `ends 16:07 +7`."""
    if progress.closed:
        return [("closed ", "dim")]
    ahead = outlook(agenda, progress, now)
    end = time_of_day(ahead.projected_end, agenda.session.timezone)
    late = late_minutes(ahead)
    style = "bold $text-warning" if late > 0 else ""
    return [(f"ends {end}", "bold"), (f" {late:+d}" if late else "", style)]


def late_minutes(ahead: Outlook) -> int:
    """The drift between the two ends as they are shown, so that the three agree."""
    return int(ahead.projected_end // 60 - ahead.planned_end // 60)


def drift_words(ahead: Outlook) -> str:
    """`7 min late`, `4 min early`, or `on time`."""
    late = late_minutes(ahead)
    if late == 0:
        return "on time"
    return f"{abs(late)} min {'late' if late > 0 else 'early'}"


def segment_clock(state: State, now: Instant) -> tuple[str, Signal]:
    """The time left in the running segment (`+m:ss`: overtime), and its signal."""
    segment = state.running
    if segment is None:
        return "", Signal(Level.CALM, "")
    spent = state.progress.spent(segment.id, now)
    signals, paused = state.agenda.limits.signals, state.progress.paused
    return countdown(length(segment, state.progress), spent, signals, paused)


def segment_lines(state: State, now: Instant, width: int) -> Content:
    """What runs now, in three lines beside its clock; a long title is cut, never wrapped."""
    segment = state.running
    if segment is None:
        if state.progress.closed:
            return Content(" CLOSED\n The texts: facilitator export\n Changed answers: F9")
        first = state.progress.began is None
        words = "Nothing has started yet." if first else "No segment is running."
        return Content(f" {words}\n n starts the next one, g shows the agenda.\n")
    _, sign = segment_clock(state, now)
    lead = state.agenda.public_lead(segment)
    spent = span(state.progress.spent(segment.id, now))
    planned = span(length(segment, state.progress))
    title = Content.styled(f" {segment.title}", "bold")
    return Content.assemble(
        title.truncate(max(4, width), ellipsis=True),
        f"\n {spent} of {planned}{f' · {lead.name}' if lead else ''}\n ",
        (sign.words, LEVEL_STYLE[sign.level]),
    )


def session_line(state: State, now: Instant, width: int) -> Content:
    """The session's own clock, its projected end in its zone, and the drift."""
    progress, agenda = state.progress, state.agenda
    if progress.closed:
        total = sum(segment.spent for segment in progress.segments)
        length_ = minutes(total)
        return Content(f" SESSION closed after {length_} minute{'s' if length_ != 1 else ''}")
    ahead = outlook(agenda, progress, now)
    zone = agenda.session.timezone
    ends = time_of_day(ahead.projected_end, zone)
    planned_end = time_of_day(ahead.planned_end, zone)
    if progress.began is None:
        start = agenda.starts_at.timestamp()
        starts = time_of_day(start, zone)
        if now.wall - start > REHEARSAL_GAP:
            day = agenda.session.date.isoformat()
            return Content(f" SESSION planned for {day} {starts}; started now, it ends {ends}")
        return Content(f" SESSION starts {starts}, ends {ends} ({zone})")
    gone = now.steady - progress.began
    planned = agenda.planned_length.total_seconds()
    over = f", OVER BY {span(gone - planned)}" if gone > planned else ""
    local = f" ({zone})" if width >= 110 else ""
    left = Content(f" SESSION {span(gone)} of {span(planned)}{over}{local}")
    style = "bold $text-warning" if late_minutes(ahead) > 0 else ""
    right = Content.assemble(
        f"ends {ends}, planned {planned_end}, ", (drift_words(ahead), style), " "
    )
    return edges(left, right, width)


def agenda_rows(state: State, now: Instant, width: int) -> list[Content]:
    """The agenda as a list, a row a segment: mark, title, minutes, rule."""
    rows = []
    for segment in state.agenda.segments:
        phase = state.progress.of(segment.id).phase
        left = Content.assemble(
            (f"{MARKS[phase]} {segment.title}", "bold" if phase is Phase.RUNNING else "")
        )
        right = Content(f"{phase.value} {segment_times(state, segment, now)} min")
        rows.append(edges(left, right, width))
    return rows


def round_words(state: State) -> str:
    """`round 2 of 3, collecting · ` while questions are put or answered; "" otherwise."""
    segment = rounds.in_rounds(state.agenda, state.progress)
    if segment is None:
        return ""
    number = rounds.planned(segment, state.progress.of(segment.id))
    of = f" of {number}" if number else ""
    phase = "answers" if state.progress.answering else "collecting"
    return f"round {state.progress.round}{of}, {phase} · "


def following(state: State) -> str:
    """The id of the segment that "next" starts."""
    return meeting.following(state.progress)


def order_words(state: State) -> str:
    """In which order the points shown stand, and what will become of it."""
    if state.in_arrival_order:
        return "order of arrival (mixed at its end)"
    segment = state.agenda.segment(state.segment)
    if state.agenda.public_lead(segment) is not None:
        return "order of writing"
    if not state.progress.of(segment.id).place:
        return "not held yet"
    return "order mixed (the Rule)" if segment.rule.protects else "order mixed"
