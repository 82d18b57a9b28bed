"""What the desk says of the floor: whose turn, the round, the list, as content without markup.

Pure functions of the chair's floor, a state, an instant and a width. With names hidden not
even the two letters of a person are shown, since they are made of the name.
"""

from __future__ import annotations

from textual.content import Content
from textual.style import Style

from facilitator import rounds
from facilitator.chair import Chair, limit
from facilitator.clock import Instant, Level, Signal, countdown, minutes, span, time_of_day
from facilitator.floor import TRACEABLE, Floor, ListState, Turn
from facilitator.outlook import HardLimit, Shortage, hard_limit, length, outlook, repairs, shortage
from facilitator.record import Note
from facilitator.seats import Seat
from facilitator.service import State
from facilitator.speakers import Place
from facilitator.ui import actions, words
from facilitator.ui.picking import Wait

HIDDEN = "(name hidden)"

_NUMBERS = ("nobody has", "one person has", "two people have")


# The turn


def turn_clock(state: State, turn: Turn, at: float) -> tuple[str, Signal]:
    """The time left of a turn, or taken where it has no limit, and its signal."""
    allowed, taken, paused = limit(state.agenda, turn), turn.length(at), state.progress.paused
    if allowed is None:
        words_ = "PAUSED, charged to nobody" if paused else ""
        return span(taken), Signal(Level.SOON if paused else Level.CALM, words_)
    return countdown(allowed, taken, state.agenda.limits.signals, paused)


def turn_lines(chair: Chair, state: State, now: Instant, width: int) -> Content:
    """Who has the floor, for what, and how the time stands, in three lines."""
    turn = chair.floor.turn
    if turn is None:
        raise AssertionError("somebody has the floor")
    at = chair.moment(state, now).at
    _, sign = turn_clock(state, turn, at)
    allowed = limit(state.agenda, turn)
    of = f"of {span(allowed)}" if allowed is not None else "no limit set"
    name = Content.assemble((f" {name_of(chair, turn.person)}", "bold"), f" · {turn.kind.value}")
    return Content.assemble(
        words.edges(Content(" ON THE FLOOR"), Content(of), width + 1),
        "\n",
        name.truncate(max(4, width), ellipsis=True),
        "\n ",
        (sign.words, words.LEVEL_STYLE[sign.level]),
    )


def name_of(chair: Chair, person: str) -> str:
    """A name as the desk shows it now."""
    return HIDDEN if chair.hidden else person


# Time


def time_line(chair: Chair, state: State, now: Instant, width: int) -> Content:
    """The nearest hard limit, or the segment's clock where the big one shows a turn's; at
    the right how late it is and what would mend it."""
    progress, agenda = state.progress, state.agenda
    if progress.closed or progress.began is None:
        return words.session_line(state, now, width)
    near, told = hard_limit(agenda, progress, now), True
    segment = state.running
    short = shortage(agenda, progress, now)
    if short is not None and short.below_least and (near is None or near.left > 0):
        left = Content.assemble((f" {short_words(short)}", "bold $text-warning"))
        told = False
    elif near is not None:
        left = Content.assemble((f" {limit_words(near)}", "bold $text-warning"))
    elif segment is not None and chair.floor.turn is not None:
        _, sign = words.segment_clock(state, now)
        whole = span(length(segment, progress))
        spent = span(progress.spent(segment.id, now))
        left = Content.assemble(
            f" SEGMENT {spent} of {whole}  ", (sign.words, words.LEVEL_STYLE[sign.level])
        )
        told = False
    else:
        gone, planned = now.steady - progress.began, agenda.planned_length.total_seconds()
        left = Content(f" SESSION {span(gone)} of {span(planned)}")
    ahead = outlook(agenda, progress, now)
    found = repairs(agenda, progress, now)
    if found and (words.late_minutes(ahead) > 0 or (short is not None and short.below_least)):
        end = time_of_day(found[0].after.projected_end, agenda.session.timezone)
        told_of = f"t: repair ({found[0].name} → {end}) "
        right = _clickable(Content.styled(told_of, "bold $text-warning"), "repair")
    else:
        zone = agenda.session.timezone
        ends, plan = (time_of_day(end, zone) for end in (ahead.projected_end, ahead.planned_end))
        ends_told = f"ends {ends}, planned {plan}, " if told and near is None else ""
        right = Content(f"{ends_told}{words.drift_words(ahead)} ")
    return words.edges(left, right, width)


def limit_words(near: HardLimit) -> str:
    """`KEYNOTE LEAVES IN 14 MIN`, `Q&A MUST END IN 3 MIN`, or that it has passed."""
    whole = minutes(near.left)
    who = "KEYNOTE" if near.lead else near.title.upper()
    if near.left <= 0:
        return f"{who} {'HAD TO LEAVE' if near.lead else 'HAD TO END'} {-whole} MIN AGO"
    return f"{who} {'LEAVES' if near.lead else 'MUST END'} IN {whole or 1} MIN"


def short_words(short: Shortage) -> str:
    """`DISCUSSION GETS 4 OF 45 MIN`: a fixed time leaves a segment too little."""
    gets, wants = minutes(short.gets), minutes(short.wants)
    return f"{short.segment.title.upper()} GETS {gets} OF {wants} MIN"


# The round


def round_rows(chair: Chair, state: State, now: Instant, width: int, room: int) -> list[Content]:
    """The round and its questions; what is owed from before; at most `room` rows."""
    segment = rounds.in_rounds(state.agenda, state.progress)
    owed = rounds.owed(state.questions)
    if segment is None:
        if not owed:
            return []
        letters = " ".join(note.tag for note in owed)
        return [_rule(f"OWED · {len(owed)}: {letters}", "q: questions", width)]
    progress = state.progress
    number = rounds.planned(segment, progress.of(segment.id))
    present = rounds.of_round(state.questions, progress)
    title = f"ROUND {progress.round}" + (f" of {number}" if number else "")
    if progress.answering:
        title += f" · answers · {len([n for n in present if n.mark in rounds.UNSETTLED])} open"
        last = number is not None and progress.round >= number
        key = "r: one more round" if last else "r: next round"
    else:
        planned = segment.questions_per_round
        title += f" · collecting {len(present)}" + (f"/{planned}" if planned else "")
        key = "r: answers"
    budget = rounds.budget(segment, progress, length(segment, progress))
    if budget is not None:
        left = budget - rounds.spent(segment, progress, now)
        over = left <= -60
        title += f" · {'OVER BY ' if over else ''}{abs(minutes(left))} min{'' if over else ' left'}"
    rows = [_rule(title, key, width)]
    before = [note for note in owed if note not in present]
    shown = [question_row(note, width) for note in present]
    shown += [question_row(note, width, "owed: ") for note in before]
    if len(shown) > room - 1:
        kept = max(0, room - 2)
        shown = [*shown[:kept], Content(f" … {len(shown) - kept} more: q shows all questions")]
    return rows + shown if room > 1 else rows


def question_row(note: Note, width: int, before: str = "") -> Content:
    """A question's letter, its gist, and what has become of it."""
    settled = note.mark not in rounds.UNSETTLED
    gist = Content.styled(before + note.text, "dim" if settled else "")
    style = "" if settled else "bold"
    return words.edges(
        Content.assemble((f" {note.tag:<3}", "bold"), gist),
        Content.styled(f"{note.mark.value} ", style),
        width,
    )


# The list


def list_title(chair: Chair, floor: Floor, width: int) -> Content:
    """Whether hands are taken, how many wait, in which order."""
    said = "open" if floor.list is ListState.OPEN else floor.list.value.upper()
    waiting = f"{len(floor.hands)} waiting" if floor.hands else "nobody waiting"
    hidden = " · NAMES HIDDEN" if chair.hidden else ""
    memory = " · IN MEMORY ONLY" if chair.volatile.shelter or not chair.sheltered else ""
    missing = len(chair.unlisted()) if chair.file is not None else 0
    unsaved = f" · {missing} NOT IN THE ROSTER FILE" if missing else ""
    title = f"LIST {said} · {waiting} · {floor.order.value}{hidden}{memory}{unsaved}"
    key = {ListState.OPEN: "x: close it"}.get(floor.list, "x: open it")
    return _rule(title, key, width)


def list_rows(chair: Chair, state: State, width: int, room: int) -> list[Content]:
    """Who waits, in order, and why they stand there; at most `room` rows."""
    places = chair.places(state)
    if not places:
        return []
    kept = places if len(places) <= room else places[: max(0, room - 1)]
    rows = [place_row(chair, state, n, place, width) for n, place in enumerate(kept, 1)]
    if len(kept) < len(places):
        rows.append(Content(f" … {len(places) - len(kept)} more waiting"))
    return rows


def place_row(chair: Chair, state: State, number: int, place: Place, width: int) -> Content:
    """One row: number, letters, name, what is asked for, why it stands there."""
    hand = place.hand
    code = "" if chair.hidden else chair.seat(state.agenda, hand.person).code
    mark = ">>" if hand.urgent is not None else f"{number:>2}"
    style = "dim" if hand.lost else "bold" if number == 1 else ""
    told = hand.reason and not chair.hidden  # a reason may hold a name
    reason = f"{place.why}: {hand.reason}" if told else place.why
    # The three that say what the moderator must read stay whole; the name is cut first.
    tail = Content.assemble(f"{hand.given.value:<15}", (reason, "bold" if hand.lost else "dim"))
    wide = max(14, min(30, width - 8 - 15 - 30))
    who = Content.styled(name_of(chair, hand.person), style).truncate(wide, ellipsis=True)
    gap = " " * max(1, wide + 1 - who.cell_length)
    row = Content.assemble(f" {mark} ", (f"{code:<3}", "bold"), who, gap, tail)
    return _clickable(row.truncate(max(1, width - 1), ellipsis=True), f"row({number})")


def thin_words(chair: Chair, state: State) -> str:
    """That too few people have spoken for their points not to be traced; "" where enough have."""
    segment, heard = state.running, chair.floor.heard
    if segment is None or not (segment.rule.protects and segment.rule.allows_notes):
        return ""
    if not chair.thin(state):
        return ""
    in_round = rounds.in_rounds(state.agenda, state.progress) is not None
    number, what = len(heard), "SEGMENT"
    if number >= TRACEABLE and in_round:
        number, what = len(chair.floor.round_heard), "ROUND"
        if number >= TRACEABLE:
            return "THIN ROUND: in an earlier round too few spoke; its points can be traced"
    spoken = _NUMBERS[min(number, 2)]
    return f"THIN {what}: {spoken} spoken; its points can be traced"


# A choice


def choice_rows(
    chair: Chair, state: State, verb: str, wait: Wait, width: int, room: int
) -> list[Content]:
    """Whom or what a choice may mean, in as many columns as there is room for."""
    kind = wait.kind.value if wait.kind is not None else ""
    title = f"{verb} · {kind}" if kind and kind.upper() != verb else verb
    hint = Content(f" {wait.hint}").truncate(max(1, width), ellipsis=True)
    rows = [_rule(title, "", width), hint]
    room = max(0, room - len(rows))
    if wait.questions:
        return rows + [question_row(note, width) for note in wait.questions[:room]]
    if not wait.people or room == 0:
        return rows
    if chair.hidden:
        return [*rows, Content(" names are hidden: h shows them; letters work all the same")]
    columns = max(1, min(-(-len(wait.people) // room), 4, (width - 1) // 25))
    cells = (width - 1) // columns
    people = wait.people[: room * columns]
    height = -(-len(people) // columns)
    for n in range(height):
        parts = [
            _person(person, cells, marked=wait.hint.startswith("Enter") and place == wait.chosen)
            for column in range(columns)
            if (place := column * height + n) < len(people)
            for person in [people[place]]
        ]
        rows.append(Content.assemble(" ", *parts))
    if len(people) < len(wait.people):
        more = f" (and {len(wait.people) - len(people)} more) {wait.hint}"
        rows[1] = Content(more).truncate(max(1, width), ellipsis=True)
    return rows


def _person(seat: Seat, cells: int, *, marked: bool) -> Content:
    told = f"  {seat.told}" if seat.told else ""
    row = Content.assemble((f"{seat.code:<3}", "bold"), seat.person, (told, "dim"))
    row = row.truncate(cells - 1, ellipsis=True)
    padded = Content.assemble(row, " " * (cells - row.cell_length))
    padded = _clickable(padded, f"letters('{seat.code}')")
    return padded.stylize("reverse") if marked else padded


def _clickable(content: Content, action: str) -> Content:
    """The same words, and a place to click."""
    return content.stylize(Style.from_meta({"@click": f"screen.{action}"}))


def _rule(title: str, key: str, width: int) -> Content:
    """A line across the screen with a title in it, and at its end the key that goes with it."""
    left = Content.assemble("── ", (title, "bold"), " ")
    right = f" {key} " if key else ""
    if left.cell_length + len(right) + 1 > width:
        right = ""
    left = left.truncate(max(1, width), ellipsis=True)
    action = actions.BY_LETTER.get(right[1:2])
    click = _clickable(Content(right), action.name) if action else Content(right)
    return Content.assemble(left, "─" * max(0, width - left.cell_length - len(right)), click)
