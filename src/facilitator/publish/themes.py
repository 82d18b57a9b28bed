"""Where each note stands in the report: once, by what it is and by its theme.

What the brief may tell is sorted the same way (`points`); here more kinds are told, and
every point keeps what stands under it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from facilitator.agenda import Agenda, Segment, SegmentKind
from facilitator.progress import Progress
from facilitator.publish import frame, report_frame
from facilitator.publish.document import Item
from facilitator.publish.forest import Tree
from facilitator.publish.headings import heading
from facilitator.publish.phrases import bare, introducing, sentence, squeezed
from facilitator.publish.points import (
    Label,
    Sorting,
    alone,
    numbered,
    reserved,
    select,
    unlabelled,
    words,
)
from facilitator.record import Agreement, AsHeld, Kind, Mark, Note, Release

MANY = 12
"""Key take-aways beyond which nobody reads them."""

_OPEN = frozenset({Mark.OPEN, Mark.WRITING})


@dataclass(frozen=True, slots=True)
class Theme:
    """Points under the title of their topic; the title is empty where they have none."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """The points of one segment of a public lead who came, in their own order."""

    segment: Segment
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Sections:
    """The points of a report by section; `answers` is whether any question has one under it.

    `told` are the notes whose words stand in them; `left_out` counts the others by reason.
    """

    takeaways: tuple[Item, ...]
    keynotes: tuple[Spoken, ...]
    questions: tuple[Theme, ...]
    answers: bool
    themes: tuple[Theme, ...]
    tested: tuple[Item, ...]
    untested: tuple[Item, ...]
    differing: tuple[Item, ...]
    open: tuple[Item, ...]
    proposals: tuple[Item, ...]
    parking: tuple[Item, ...]
    actions: tuple[Item, ...]
    left_out: Mapping[str, int]
    remarks: tuple[str, ...]
    told: tuple[Note, ...]


def sections(
    agenda: Agenda,
    notes: Sequence[Note],
    held: AsHeld,
    progress: Progress | None,
    label: Label = unlabelled,
) -> Sections:
    """Sort the notes that the report may tell; the order of `notes` plays no part."""
    sorting = Sorting(agenda, notes, held, progress, Release.REPORT)
    trees = sorting.trees

    def items(found: Iterable[Tree]) -> tuple[Item, ...]:
        return tuple(_item(tree, label) for tree in found)

    talks = [s for s in sorting.leading if s.kind is SegmentKind.KEYNOTE]
    spoken = [Spoken(s, items(trees.leading[s.id])) for s in talks]
    # What a public lead said elsewhere than in a talk of their own stands with the rest.
    rest = [t for s in sorting.leading if s not in talks for t in trees.leading[s.id]]
    main = sorted([*rest, *trees.main], key=sorting.by_topic)

    open_, parked, asked = _questions(trees.questions)
    parking = [tree for tree in trees.apart if tree.note.kind is Kind.PARKING]
    actions = [tree for tree in trees.apart if tree.note.kind is Kind.ACTION]
    proposals = [tree for tree in main if tree.note.kind is Kind.PROPOSAL]
    themed = [tree for tree in main if tree.note.kind is not Kind.PROPOSAL]
    takeaways = select(agenda, notes, held, progress).tops
    return Sections(
        tuple(alone(note, label) for note in takeaways),
        tuple(each for each in spoken if each.items),
        _themes(agenda, sorting, asked, items),
        any(child.note.kind is not Kind.QUESTION for tree in asked for child in tree.children),
        _themes(agenda, sorting, themed, items),
        items(t for t in trees.agreed if t.note.agreement is Agreement.TESTED),
        items(t for t in trees.agreed if t.note.agreement is Agreement.UNTESTED),
        items(trees.differing),
        items(open_),
        items(proposals),
        items(sorted([*parking, *parked], key=sorting.by_topic)),
        items(actions),
        sorting.left_out,
        (*sorting.remarks(), *_remarks(agenda, takeaways, actions)),
        sorting.told,
    )


def _questions(trees: Iterable[Tree]) -> tuple[list[Tree], list[Tree], list[Tree]]:
    """The questions that are open, those set aside, and the others.

    One that has something under it has been spoken about, whatever its mark says.
    """
    open_: list[Tree] = []
    parked: list[Tree] = []
    others: list[Tree] = []
    for tree in trees:
        if tree.note.mark is Mark.PARKED:
            parked.append(tree)
        elif tree.note.mark in _OPEN and not tree.children:
            open_.append(tree)
        else:
            others.append(tree)
    return open_, parked, others


def _themes(
    agenda: Agenda,
    sorting: Sorting,
    trees: Sequence[Tree],
    items: Callable[[Iterable[Tree]], tuple[Item, ...]],
) -> tuple[Theme, ...]:
    """The trees, which are in the order of the topics, by their topic."""
    grouped: dict[int, list[Tree]] = {}
    for tree in trees:
        grouped.setdefault(sorting.topic(tree.note), []).append(tree)
    titles = [bare(topic.title) for topic in agenda.topics]
    # Beside others, points without a topic are told as such; alone they need no title.
    other = heading(agenda.publication, "other") if len(grouped) > 1 else ""
    return tuple(
        Theme((titles[place] or other) if place < len(titles) else other, items(found))
        for place, found in grouped.items()
    )


def _item(tree: Tree, label: Label, *, nested: bool = False) -> Item:
    note = tree.note
    children = (*reserved(note), *(_item(child, label, nested=True) for child in tree.children))
    ending: Callable[[str], str] = introducing if children else sentence
    text = ending(words(note))
    if note.kind is Kind.QUESTION:
        text = report_frame.marked(text, note.mark)
    elif note.kind is Kind.OTHER_SIDE and nested:
        text = frame.other_side(text)
    return Item(text, children, numbered(tree), label(note))


def _remarks(agenda: Agenda, takeaways: Sequence[Note], actions: Sequence[Tree]) -> list[str]:
    lines: list[str] = []
    if len(takeaways) > MANY:
        lines.append(
            f"key take-aways repeat all {len(takeaways)} points at the top of the brief: write"
            " sentences over them, or release fewer to the brief"
        )
    names = [r"(?i:hosts?|organisers?|partners?|supporters?)"]
    for body in agenda.organisations:
        named = map(squeezed, (body.name, body.short, body.parent))
        names += [re.escape(name) for name in named if name]
    owner = re.compile(rf"\b(?:{'|'.join(names)})\b")
    nobody = sum(not owner.search(squeezed(tree.note.text)) for tree in actions)
    if nobody:
        lines.append(f"next steps that name no host, supporter or partner as their owner: {nobody}")
    return lines
