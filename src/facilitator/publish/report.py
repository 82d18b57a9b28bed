"""The report: the detailed text about a session, from the same points as the brief.

This file decides what may be told around the points; `report_frame` has the words, `themes`
says where each point stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitator.agenda import Agenda, Composition, Role, Segment, SegmentKind
from facilitator.clock import minutes
from facilitator.progress import Progress, SegmentProgress
from facilitator.publish import composition, frame, number_words
from facilitator.publish import report_frame as words
from facilitator.publish.around import (
    Text,
    agreement,
    bodies,
    keynotes,
    lead,
    masthead,
    paragraphs,
    points,
    rule_line,
    section,
    under_the_rule,
)
from facilitator.publish.document import Block, Document, Heading, Paragraph, Table, Title
from facilitator.publish.headings import heading
from facilitator.publish.phrases import bare, capital, day, join, squeezed
from facilitator.publish.points import Label, held_segments, leading_in, leads, unlabelled
from facilitator.publish.themes import Sections, Spoken, Theme, sections
from facilitator.record import AsHeld, Mark, Note


def report(
    agenda: Agenda,
    notes: Sequence[Note],
    held: AsHeld,
    progress: Progress | None = None,
    *,
    previous: Composition | None = None,
    names_checked: bool = False,
    reviewed: str = "",
    label: Label = unlabelled,
) -> Text:
    """Make the detailed text; nothing unanswered in `held` is told, and each is remarked.

    Without `progress` nobody knows how many spoke in a segment, which counts as few.
    `previous` is the composition that the session before in the series published;
    `names_checked` is whether the gate has the list of participants to compare with.
    `reviewed` says how the text was reviewed; `label` what stands in front of each point.
    """
    plan = agenda.publication
    sorted_ = sections(agenda, notes, held, progress, label)
    kinds = composition.told(agenda, held, previous)
    remarks = list(kinds.remarks)
    named = keynotes(agenda, held, remarks)
    present = composition.present(kinds.published)
    rows = _programme(agenda, notes, held, progress)
    if not rows:
        remarks.append("no programme: nobody has said yet which segments were held")
    talkers = {each.segment.lead for each in sorted_.keynotes}
    elsewhere = [line for person, line in named.items() if person not in talkers]
    parts: list[tuple[str, Sequence[Block]]] = [
        (heading(plan, "about"), _about(agenda, held, sorted_, present, names_checked, reviewed)),
        (heading(plan, "takeaways"), points(sorted_.takeaways)),
        (heading(plan, "background"), _background(agenda)),
        (heading(plan, "programme"), [*rows, *paragraphs(" ".join(elsewhere))]),
        (heading(plan, "keynote"), _keynotes(agenda, sorted_.keynotes, named)),
        (
            heading(plan, "answered") if sorted_.answers else heading(plan, "asked"),
            _themes(sorted_.questions),
        ),
        (heading(plan, "discussion"), _discussion(agenda, held, sorted_.themes)),
        (heading(plan, "agreement"), agreement(sorted_.tested, sorted_.untested)),
        (heading(plan, "divergence"), points(sorted_.differing)),
        (heading(plan, "open"), points(sorted_.open)),
        (heading(plan, "proposals"), points(sorted_.proposals)),
        (heading(plan, "parking"), points(sorted_.parking)),
        (heading(plan, "next"), _next(agenda, sorted_)),
    ]
    blocks = [*_cover(agenda), *_numbered(parts), *_annexes(agenda, kinds)]
    document = Document(frame.LANGUAGE, tuple(blocks), frame.readers(agenda.publication.report))
    return Text(document, sorted_.left_out, (*remarks, *sorted_.remarks), sorted_.told)


def _numbered(parts: Sequence[tuple[str, Sequence[Block]]]) -> list[Block]:
    """The sections that have something in them, counted without a gap; so are their parts."""
    blocks: list[Block] = []
    filled = [(title, inside) for title, inside in parts if inside]
    for place, (title, inside) in enumerate(filled, start=1):
        blocks.append(Heading(f"{place}. {title}"))
        below = 0
        for block in inside:
            if isinstance(block, Heading):
                below += 1
                block = Heading(f"{place}.{below} {block.text}", block.level)
            blocks.append(block)
    return blocks


def _cover(agenda: Agenda) -> list[Block]:
    session, series = agenda.session, agenda.series
    title = squeezed(session.title) or squeezed(series.title)
    told = {
        "Distribution": frame.readers(agenda.publication.report),
        "Series": words.series(series.title, session.number) if squeezed(session.title) else "",
        "Date": day(session.date),
        "Format": capital(squeezed(session.format)),
        "Hosts": capital(join(bodies(agenda, Role.HOST))),
        "With support from": capital(join(bodies(agenda, Role.SUPPORTER))),
        "In partnership with": capital(join(bodies(agenda, Role.PARTNER))),
        "Contact": bare(agenda.publication.contact),
    }
    first, *rest = [(label, text) for label, text in told.items() if text]
    return [
        *paragraphs(masthead(agenda)),
        *([Title(title)] if title else []),
        Heading(words.subtitle(frame.event(session.format, series.track, session.event))),
        *paragraphs(squeezed(session.headline)),
        Table(first, tuple(rest)),
    ]


def _about(
    agenda: Agenda,
    held: AsHeld,
    told: Sections,
    present: int | None,
    names_checked: bool,
    reviewed: str,
) -> list[Block]:
    plan = agenda.publication
    line = rule_line(agenda, held)
    under = under_the_rule(agenda, held)
    rule = paragraphs(words.the_rule(line) if under else line)
    if not told.told:
        return section(heading(plan, "rule"), rule, 3)
    made = words.made(names_checked, under, bool(told.keynotes))
    above, head, rows, small = words.numbers(
        number_words.table(present, plan.numbers),
        present is not None,
        number_words.among_few(plan.numbers),
    )
    numbers: list[Block] = [Paragraph(above), Table(head, tuple(rows)), *paragraphs(small)]
    return [
        *section(heading(plan, "rule"), rule, 3),
        *section(heading(plan, "made"), paragraphs(*made), 3),
        *section(heading(plan, "numbers"), numbers, 3),
        *section(heading(plan, "review"), paragraphs(reviewed), 3),
    ]


def _background(agenda: Agenda) -> list[Block]:
    series = agenda.series
    lines = [
        words.theme(series.title, series.theme),
        words.place(agenda.session.number),
        frame.follow_up(series.aim, ""),
    ]
    return paragraphs(lead(agenda), " ".join(line for line in lines if line))


def _programme(
    agenda: Agenda, notes: Sequence[Note], held: AsHeld, progress: Progress | None
) -> list[Block]:
    """The parts that were held; lengths in minutes, and no time of day."""
    segments = held_segments(agenda, held)
    if not segments:
        return []
    known = {each.id: each for each in progress.segments} if progress else {}
    head = (words.PART, words.PLANNED, words.HELD, words.ROUNDS, words.QUESTIONS)
    rows: list[tuple[str, ...]] = [
        (
            _called(agenda, held, segment),
            str(minutes(segment.duration.total_seconds())),
            *_course(segment, known.get(segment.id, SegmentProgress(segment.id))),
            _asked(segment, notes),
        )
        for segment in segments
    ]
    if len(rows) > 1:
        sums = [_sum([row[column] for row in rows]) for column in (1, 2)]
        rows.append((words.TOTAL, *sums, "", ""))
    filled = [at for at in range(len(head)) if any(row[at] for row in rows)]
    return [Table(_kept(head, filled), tuple(_kept(row, filled) for row in rows))]


def _kept(row: Sequence[str], columns: Sequence[int]) -> tuple[str, ...]:
    return tuple(row[column] for column in columns)


def _sum(cells: Sequence[str]) -> str:
    """The sum of a column in which nothing is missing."""
    return str(sum(map(int, cells))) if all(cells) else ""


def _called(agenda: Agenda, held: AsHeld, segment: Segment) -> str:
    """The title of a part; that of a talk may tell whose it was."""
    if segment.kind is SegmentKind.KEYNOTE and not leads(agenda, held, segment):
        return capital(frame.part(segment.kind, 1, False).removeprefix("the "))
    name = frame.part(segment.kind, 1, False).removeprefix("the ")
    return bare(segment.title) or capital(name)


def _course(segment: Segment, done: SegmentProgress) -> tuple[str, str]:
    """How many minutes the part took and, of questions and answers, how many rounds."""
    took = str(max(1, minutes(done.spent))) if done.spent else ""
    in_rounds = segment.kind is SegmentKind.QA and done.rounds
    return took, str(done.rounds) if in_rounds else ""


def _asked(segment: Segment, notes: Sequence[Note]) -> str:
    """How many questions were put in the part, and how many of them answered."""
    marks = [
        note.mark
        for note in notes
        if note.segment == segment.id and note.mark is not Mark.NONE and note.merged is None
    ]
    return words.questions(len(marks), marks.count(Mark.ANSWERED), marks.count(Mark.PARTLY))


def _keynotes(agenda: Agenda, spoken: Sequence[Spoken], named: Mapping[str, str]) -> list[Block]:
    blocks: list[Block] = []
    introduced: set[str] = set()
    for each in spoken:
        # Who gave two talks is introduced once.
        line = "" if each.segment.lead in introduced else named.get(each.segment.lead, "")
        introduced.add(each.segment.lead)
        above = f"{line} {leading_in(agenda, each.segment)}".strip()
        inside = [*paragraphs(above), *points(each.items)]
        many = len(spoken) > 1
        blocks += section(bare(each.segment.title) if many else "", inside, 3)
    return blocks


def _discussion(agenda: Agenda, held: AsHeld, themes: Sequence[Theme]) -> list[Block]:
    apart = under_the_rule(agenda, held) and bool(themes)
    return [*paragraphs(words.ANYWHERE if apart else ""), *_themes(themes)]


def _themes(themes: Sequence[Theme]) -> list[Block]:
    return [block for theme in themes for block in section(theme.title, points(theme.items), 3)]


def _next(agenda: Agenda, told: Sections) -> list[Block]:
    return [*points(told.actions), *paragraphs(frame.follow_up("", agenda.follow_up))]


def _annexes(agenda: Agenda, kinds: composition.Told) -> list[Block]:
    plan, lists = agenda.publication, list[Block]()
    for above, entries in ((words.KINDS, kinds.categories), (words.COUNTRIES, kinds.countries)):
        if entries:
            lists += [Paragraph(above), *points([words.entry(text) for text in entries])]
    told = {bare(short): bare(full) for short, full in agenda.acronyms.items()}
    rows = sorted((pair for pair in told.items() if all(pair)), key=lambda row: row[0].casefold())
    acronyms: list[Block] = [Table(words.SHORT, tuple(rows))] if rows else []
    found = [(heading(plan, "composition"), lists), (heading(plan, "acronyms"), acronyms)]
    blocks: list[Block] = []
    for place, (title, inside) in enumerate(each for each in found if each[1]):
        blocks += section(words.annex(place, title), inside)
    return blocks
