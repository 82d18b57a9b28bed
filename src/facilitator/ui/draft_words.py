"""What the draft says: its rows, its counts, and all about the chosen point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from textual.content import Content

from facilitator.drafting_table import Proof, Sheet
from facilitator.rapporteur.fates import Place, counted
from facilitator.rapporteur.order import Heading, Layout, Row
from facilitator.record import Agreement, Kind, Note, NoteId, Release, agreement_words, list_words
from facilitator.review import Stage, TextName
from facilitator.service import State
from facilitator.ui.draft_list import Part, cut

KIND_CELLS = 13
"""Width of the column that names each point's kind."""

RELEASE = {Release.HOSTS: "hosts only", Release.REPORT: "report only", Release.BRIEF: ""}

_UNSAID = {Kind.POINT: "", Kind.FACT: "check"}


def row(
    line: Heading | Row,
    width: int,
    sheet: Sheet,
    number: str,
    flags: Sequence[Part],
    *,
    marked: bool,
) -> list[Part]:
    """One row of the points; `number` is how its list counts it, `flags` what is odd about it."""
    if isinstance(line, Heading):
        return [(cut(f" {line.title.upper()}  ({line.points})", width), "heading")]
    note = line.note
    kind = "sentence" if note.summary else _UNSAID.get(note.kind, note.kind.value)
    head = f"{'*' if marked else ' '}{kind}"[:KIND_CELLS].ljust(KIND_CELLS)
    told = behind(note, sheet)
    tail = [*([(f" {told}", "muted")] if told else []), *((f" {w}", s) for w, s in flags)]
    room = width - KIND_CELLS - sum(cell_len(words) for words, _ in tail) - 1
    text = "  " * line.depth + number + shown_text(note)
    while tail and room < min(24, cell_len(text)):
        room += cell_len(tail[0][0])
        tail = tail[1:]
    body = cut(text, max(1, room))
    gap = " " * max(0, room - cell_len(body))
    style = "mark" if marked else "strong" if note.summary else ""
    return [(head, "mark" if marked else "muted"), (body + gap, style), *tail]


def shown_text(note: Note) -> str:
    """The words of a point."""
    return f"“{note.text}”" if note.quote else note.text or "…"


def behind(note: Note, sheet: Sheet) -> str:
    """What a row says behind the words: voices, release level, agreement."""
    parts = [f"{note.echoes + 1} voices"] if note.echoes else []
    release = RELEASE[note.release or sheet.default]
    if note.agreement is not Agreement.NONE:
        parts.append("agreed" if note.agreement is Agreement.UNTESTED else "agreed, tested")
    return ", ".join([*parts, *([release] if release else [])])


def counts(
    sheet: Sheet, layout: Layout, alike: int | None, marked: int, filtered: str, unchecked: str
) -> Content:
    """The second row: how much work is left."""
    standing = sum(note.merged is None for note in sheet.notes.values())
    parts = [plural(standing, "point")]
    if marked:  # what was just done first: a narrow row loses its end
        parts.append(f"{marked} marked")
    if filtered:
        shown = len(layout.places)
        parts.append(f"filter “{cut(filtered, 20)}”: {shown} shown")
    parts += [
        f"{layout.unarranged} never arranged",
        "looking for pairs" if alike is None else f"{plural(alike, 'pair')} alike (=)",
    ]
    if unchecked:
        parts.append(unchecked)
    return Content(" " + " · ".join(parts))


_STAGES = {
    Stage.HOSTS: "with the hosts",
    Stage.KEYNOTE: "with the keynote",
    Stage.PARTICIPANTS: "with the participants",
    Stage.CLEARED: "cleared",
    Stage.PUBLISHED: "published",
}


def stands(state: State, proof: Proof | None, reads: str) -> str:
    """Where the session stands, and once it is closed the review of the text that is read."""
    if state.progress.off_record:
        return "OFF THE RECORD"
    if not state.progress.closed:
        return "notes are still being taken"
    name = TextName(reads)
    return "closed" if proof is None else review(name, proof.stages[name])


def review(text: TextName, stage: Stage | None) -> str:
    """How far a text of a closed session has come in its review, for the top row."""
    told = "closed · review not begun" if stage is None else _STAGES[stage]
    return f"{text}: {told}" if stage else told


def plural(number: int, noun: str) -> str:
    """`1 pair`, `3 pairs`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def left_out(proof: Proof | None, words: int, findings: int) -> Content:
    """The third row: the brief's length, and what is not in it."""
    if proof is None:
        return Content(" the texts are being made …")
    missing = counted(proof.fates)
    told = sum(fate.place is Place.BRIEF for fate in proof.fates.values())
    out = ", ".join(f"{number} {reason}" for reason, number in missing.items())
    number = sum(missing.values())
    parts: list[Content | str | tuple[str, str]] = [
        f" BRIEF {plural(told, 'point')}, {plural(words, 'word')} · "
    ]
    if findings:
        parts += [(f"{plural(findings, 'finding')} (f)", "bold $text-error"), " · "]
    parts.append((f"left out {number}" + (f" (l): {out}" if out else ""), "$text-warning"))
    return Content.assemble(*parts)


def facts(note: Note, sheet: Sheet, proof: Proof | None) -> Content:
    """One row about the chosen point: whence it is, how far it goes, where it ends up."""
    segments = {segment.id: segment.title for segment in sheet.agenda.segments}
    parts = [
        "sentence over points" if note.summary else "quote" if note.quote else note.kind.value,
        cut(segments.get(note.segment, note.segment), 24),
    ]
    if note.agreement is not Agreement.NONE:
        parts.insert(0, agreement_words(note.agreement, note.reservations))
    if note.topics:
        parts.append("#" + " #".join(note.topics))
    if note.echoes:
        parts.append(f"{note.echoes + 1} voices")
    parts.append(f"release {(note.release or sheet.default).value}")
    if note.numbered is not None:
        parts.append(list_words(note.numbered))
    fate = proof.fates.get(note.id) if proof else None
    style = "bold" if fate and fate.place is Place.BRIEF else "bold $text-warning"
    told = fate.words if fate else "…"
    return Content.assemble((f" {told}", style), " · ", " · ".join(parts))


def not_taken_over(kept: Note, gone: Note, default: Release) -> list[str]:
    """What was said of a point and is not said of the one that stands for it now."""
    lost: list[str] = []
    if (gone.kind, gone.quote) != (kept.kind, kept.quote):
        lost.append("quote" if gone.quote else gone.kind.value)
    if gone.agreement is not Agreement.NONE and (gone.agreement, gone.reservations) != (
        kept.agreement,
        kept.reservations,
    ):
        lost.append(agreement_words(gone.agreement, gone.reservations))
    release = gone.release or default
    if release is not Release.BRIEF and release is not (kept.release or default):
        lost.append(RELEASE[release])
    lost += [f"#{topic}" for topic in gone.topics if topic not in kept.topics]
    return lost


def strike_question(merged: int) -> str:
    """What is asked before a point is erased, and `merged` others with it."""
    others = {0: "", 1: ", and the one merged into it"}
    also = others.get(merged, f", and the {merged} merged into it")
    return f"Strike this point{also}? Nothing brings it back."


def numbering(layout: Layout, notes: Mapping[NoteId, Note]) -> dict[NoteId, str]:
    """How the list of each nested point counts it: with a number, or with a bullet."""
    found: dict[NoteId, str] = {}
    at: dict[NoteId, int] = {}
    for line in layout.lines:
        if not isinstance(line, Row) or line.depth == 0:
            continue
        parent = line.note.parent
        above = notes.get(parent) if parent is not None else None
        if above is None:
            continue
        place = at[above.id] = at.get(above.id, 0) + 1
        found[line.note.id] = "• " if above.numbered is False else f"{place}. "
    return found


def left_rows(
    proof: Proof, sheet: Sheet, order: Mapping[NoteId, int]
) -> list[tuple[NoteId, str, str]]:
    """Every point that is not in the brief: its id, why, and its words."""
    rows = [
        (fate.words, note_id)
        for note_id, fate in proof.fates.items()
        if fate.place is not Place.BRIEF
    ]
    rows.sort(key=lambda each: (each[0], order.get(each[1], len(order)), each[1]))
    return [(i, why, shown_text(sheet.notes[i])) for why, i in rows if i in sheet.notes]
