"""How large the stage says it: the most lavish of a few layouts that the screen has room for."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from facilitator.clock import Instant, Level, time_of_day
from facilitator.floor import OnStage
from facilitator.service import State
from facilitator.ui import big, stage_words
from facilitator.ui.words import LEVEL_STYLE, edges

HIGH_BANNER = 32
"""Lines of the whole screen from which the Rule stands in large letters."""

OFF = "OFF THE RECORD"


@dataclass(frozen=True, slots=True)
class Size:
    """One layout: scales of the headline, the signal and the clock (from, to), and how many
    of the two sides of the clock an empty line keeps free."""

    headline: int
    signal: int
    clock: tuple[int, int]
    spaced: int = 2


SIZES = (
    Size(3, 3, (8, 99)),
    Size(2, 2, (5, 99)),
    Size(2, 1, (5, 99)),
    Size(1, 1, (4, 99)),
    Size(1, 1, (3, 99)),
    Size(1, 1, (3, 99), spaced=0),
    Size(1, 0, (3, 99), spaced=0),
    Size(0, 0, (2, 99), spaced=0),
    Size(0, 0, (1, 1), spaced=0),
)
OFF_SIZES = (
    Size(6, 2, (3, 6)),
    Size(4, 1, (2, 4)),
    Size(3, 1, (2, 4)),
    Size(2, 1, (2, 3)),
    Size(2, 0, (2, 3), spaced=1),
    Size(2, 0, (0, 2), spaced=0),
    Size(1, 1, (2, 3), spaced=0),
    Size(1, 0, (0, 2), spaced=0),
)


@dataclass(frozen=True, slots=True)
class Told:
    """All that one picture of the stage says, before its size is chosen."""

    title: str
    place: str
    headline: str
    sentence: str
    detail: str
    clock: stage_words.Clock
    hands: str
    speaker: str
    up: str
    ends: str
    hint: str

    @property
    def style(self) -> str:
        """The colour of the clock; off the record the whole screen has another."""
        return "bold" if self.headline == OFF else LEVEL_STYLE[self.clock.sign.level]


def told(state: State, on: OnStage, now: Instant, hint: str = "") -> Told:
    """What is to be said now."""
    phase = stage_words.phase(state, now)
    title, place = stage_words.part_words(state, on, now)
    speaker, up = stage_words.names_words(state, on, now)
    sentence, detail = phase.sentence, phase.detail
    if state.silent:
        sentence, detail = "nothing is noted", stage_words.joined(phase.sentence, phase.detail)
    return Told(
        title,
        place,
        OFF if state.silent else phase.headline,
        sentence,
        detail,
        stage_words.clock(state, on, now),
        stage_words.hands_words(state, on),
        speaker,
        up,
        stage_words.end_words(state, now),
        hint,
    )


def banner(state: State, now: Instant, width: int, height: int) -> Content:
    """The Rule and the time of day; in large letters on a screen `height` lines high."""
    title, meaning, _ = stage_words.rule(state)
    zone = state.agenda.session.timezone
    hour = time_of_day(now.wall, zone)
    if height >= HIGH_BANNER and big.knows(title + hour):
        room = width - 2 - big.width(hour, 1)
        if big.width(title, 1) + 3 <= room:
            rows = zip(big.drawn(title, 1), big.drawn(hour, 1), strict=True)
            lines = [
                edges(Content(f" {left}"), Content(f"{right} "), width) for left, right in rows
            ]
            below = edges(
                Content(f" {meaning}"), Content(f"{stage_words.zone_words(zone)} "), width
            )
            return Content("\n").join([*lines, below])
    left = Content.assemble((f" {title}", "bold"), f"  {meaning}" if meaning else "")
    exact = Content(f"{time_of_day(now.wall, zone, seconds=True)} ")
    if left.cell_length + 2 + exact.cell_length <= width:
        return edges(left, exact, width)
    # What holds is read whole or not at all; the time of day is here by luck.
    if left.cell_length > width:
        left = Content.styled(f" {title}", "bold")
    return left.truncate(width, ellipsis=True)


def page(
    state: State, on: OnStage, now: Instant, width: int, height: int, hint: str = ""
) -> Content:
    """Everything under the banner, in `height` lines of at most `width` cells."""
    if width < 1 or height < 1:
        return Content("")
    say = told(state, on, now, hint)
    for size in OFF_SIZES if state.silent else SIZES:
        lines = _laid_out(say, size, width, height)
        if lines is not None:
            break
    else:
        lines = _listed(say, width, height)
    return Content("\n").join(lines)


def _laid_out(say: Told, size: Size, width: int, height: int) -> list[Content] | None:
    """The lines in one size; None where they do not fit, or the clock would be too small."""
    head = _head(say, size.headline, width)
    tail = _tail(say, size.signal, width)
    foot = _foot(say, width)
    room = height - len(head) - len(tail) - len(foot) - size.spaced
    if room < 0 or (size.headline and not _drawable(say.headline, width)):
        return None
    least, most = size.clock
    scale = big.largest(say.clock.digits, width - 2, room, most)
    if say.clock.digits and (scale < least or room < 1):
        return None
    clock = _drawn(say.clock.digits, scale, width, say.style) if say.clock.digits else []
    over, under = [Content("")] * (size.spaced > 0), [Content("")] * (size.spaced > 1)
    lines = [*head, *over, *clock, *under, *tail]
    above = (height - len(foot) - len(lines)) // 2
    below = height - len(foot) - len(lines) - above
    return [*[Content("")] * above, *lines, *[Content("")] * below, *foot]


def _head(say: Told, scale: int, width: int) -> list[Content]:
    """The part of the agenda, what happens in it, and the same in words."""
    place = f" · {say.place}" if say.place else ""
    title = Content(say.title).truncate(max(0, width - len(place)), ellipsis=True)
    lines = [_centred(Content.assemble(title, place), width)]
    large = _headline(say.headline, scale, width)
    lines += large
    same = (say.headline.casefold(), say.title.casefold())
    sentence = "" if large and say.sentence.casefold() in same else say.sentence
    words = stage_words.joined(sentence, say.detail)
    return [*lines, _centred(Content.styled(words, "bold"), width)] if words else lines


def _tail(say: Told, scale: int, width: int) -> list[Content]:
    """What the clock counts, its signal, and who waits. Room for a signal is always kept, so
    that the clock does not jump when one comes."""
    sign = say.clock.sign
    caption = Content.assemble(
        (f"{say.speaker} · " if say.speaker else "", "bold"), say.clock.caption
    )
    lines = [_centred(caption, width)]
    if say.clock.signs:
        rows = big.height(scale) if scale else 1
        fits = big.largest(sign.words, width, rows, scale)
        signal = _drawn(sign.words, fits, width, say.style)
        lines += signal + [Content("")] * (rows - len(signal))
    lines += [_centred(Content(line), width) for line in (say.hands, say.up) if line]
    return lines


def _foot(say: Told, width: int) -> list[Content]:
    left = Content.styled(f" {say.hint}", "dim") if say.hint else Content("")
    return [edges(left, Content(f"{say.ends} ") if say.ends else Content(""), width)]


def _listed(say: Told, width: int, height: int) -> list[Content]:
    """A screen too small for large letters: a line each, what matters most kept longest."""
    sign = say.clock.sign
    counted = f"{say.clock.digits} {sign.words}".strip()
    off = say.headline == OFF
    fits = Content(say.sentence).cell_length <= width
    chosen = [
        (0, Content.styled(OFF if off else "", "bold")),
        (4, Content(stage_words.joined(say.title, say.place))),
        (2, Content.styled(say.sentence if fits or off else say.headline, "bold")),
        (3, Content(say.detail)),
        (1, Content.styled(counted, f"{say.style} bold".strip())),
        (6, Content(stage_words.joined(say.speaker, say.clock.caption))),
        (5, Content(say.hands)),
        (7, Content(say.up)),
        (2, Content.styled(say.hint, "dim")),
    ]
    large = _headline(OFF, 1, width) if off else []
    if large and len(large) + 2 <= height:
        del chosen[0]
        height -= len(large)
    else:
        large = []
    ranks = sorted(rank for rank, line in chosen if line)[:height]
    kept = [line for rank, line in chosen if line and rank in ranks][:height]
    above = [Content("")] * ((height - len(kept)) // 2)
    return [*above, *large, *(_centred(line, width) for line in kept)]


def _headline(text: str, scale: int, width: int) -> list[Content]:
    """`text` in large letters on one line, or on two where that lets it be larger."""
    if not scale or not big.knows(text):
        return []
    words = text.split(" ")
    splits = [[" ".join(words[:n]), " ".join(words[n:])] for n in range(1, len(words))]
    splits.sort(key=lambda split: max(big.width(part, 1) for part in split))
    splits = [[text], *splits[:1]]
    fitting = [min(big.largest(part, width - 2, 99, scale) for part in split) for split in splits]
    best = max(fitting)
    lines: list[Content] = []
    for part in splits[fitting.index(best)] if best else ():
        lines += [Content("")] * bool(lines) + _drawn(part, best, width, "bold")
    return lines


def _drawable(text: str, width: int) -> bool:
    return bool(_headline(text, 1, width))


def _drawn(text: str, scale: int, width: int, style: str) -> list[Content]:
    """`text` at a scale, centred; as ordinary words where it cannot be drawn."""
    if not scale:
        return [_centred(Content.styled(text, f"{style} bold".strip()), width)]
    return [_centred(Content.styled(line, style), width) for line in big.drawn(text, scale)]


def _centred(line: Content, width: int) -> Content:
    line = line.truncate(width, ellipsis=True)
    return Content.assemble(" " * ((width - line.cell_length) // 2), line)


def tint(state: State, on: OnStage, now: Instant) -> str:
    """The colour class of the whole screen: off the record before everything, then overtime."""
    if state.silent:
        return "-off"
    over = stage_words.clock(state, on, now).sign.level is Level.OVER
    return "-over" if over else "-plain"
