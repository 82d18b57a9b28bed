"""What a session hands on to the next, read by the guard before it is written anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitator.agenda import Agenda, SegmentKind
from facilitator.clock import minutes
from facilitator.following import Before, after
from facilitator.guard.guard import ANNOUNCED
from facilitator.ports import RecordStore, Snapshot
from facilitator.progress import Phase
from facilitator.publish.phrases import squeezed
from facilitator.record import Kind, Mark, Note, Release
from facilitator.roster import Roster
from facilitator.rounds import by_letter, owed
from facilitator.watch import Watch

_TITLES = {
    SegmentKind.OPENING: "Welcome",
    SegmentKind.KEYNOTE: "Opening talk",
    SegmentKind.QA: "Questions and answers",
    SegmentKind.DISCUSSION: "Discussion",
    SegmentKind.BREAK: "Break",
    SegmentKind.CLOSING: "Summing up",
}


@dataclass(frozen=True, slots=True)
class HandedOn:
    """What goes on, and remarks about what does not.

    `texts` is whether words of the record are in it, so that a strike must tell of the file.
    """

    before: Before
    remarks: tuple[str, ...] = ()
    texts: bool = False


def hand_on(store: RecordStore, roster: Roster | None) -> HandedOn:
    """What the session in `store` hands on; the roster is only read, to keep its names out.

    Where the session had a roster and none is given, no words of its record go on, because
    nobody can check them.
    """
    agenda, snapshot = store.agenda(), store.snapshot("")
    watch = Watch(roster, agenda, snapshot.salt)
    remarks: list[str] = []
    plan = _without_people(agenda, watch, remarks)
    left_open: dict[str, tuple[str, ...]] = {}
    if snapshot.had_roster and roster is None:
        remarks.append(
            "owed questions and the parking lot stay behind: give --roster, so that names in"
            " them are seen"
        )
    else:
        left_open = _left_open(store, snapshot, watch, remarks)
    took = {
        each.id: minutes(each.spent)
        for each in snapshot.progress.segments
        if each.phase is Phase.DONE
    }
    return HandedOn(after(plan, took, left_open), tuple(remarks), any(left_open.values()))


def _left_open(
    store: RecordStore, snapshot: Snapshot, watch: Watch, remarks: list[str]
) -> dict[str, tuple[str, ...]]:
    notes = store.snapshot(None).notes
    parked = [n for n in notes if n.kind is Kind.PARKING and n.merged is None]
    parked += [n for n in by_letter(snapshot.questions) if n.mark is Mark.PARKED]
    # By their words: the order in which points were taken is nobody's business.
    parked = list({n.id: n for n in sorted(parked, key=lambda n: n.text.casefold())}.values())
    told: dict[str, tuple[str, ...]] = {}
    kept_back = 0
    for head, which in (("Owed an answer", owed(snapshot.questions)), ("Parking lot", parked)):
        clean = [n for n in which if _may_go(n) and not _found(watch, n.text, n.segment, snapshot)]
        kept_back += sum(_may_go(n) for n in which) - len(clean)
        told[head] = tuple(squeezed(n.text) for n in clean)
    if kept_back:
        points = "1 point stays" if kept_back == 1 else f"{kept_back} points stay"
        remarks.append(f"{points} behind: the guard sees in them who spoke or took part")
    return told


def _may_go(note: Note) -> bool:
    return note.release is not Release.HOSTS and note.merged is None and bool(note.text.strip())


def _found(watch: Watch, text: str, segment: str, snapshot: Snapshot) -> bool:
    return any(each.blocks for each in watch.standing(text, segment, snapshot.dismissals))


def _without_people(agenda: Agenda, watch: Watch, remarks: list[str]) -> Agenda:
    """The plan without names of people who are not public, wherever somebody wrote them."""

    def names(text: str) -> bool:
        return any(each.blocks for each in watch.all_in(text, ANNOUNCED))

    scripts: dict[str, str] = {}
    for name, text in agenda.scripts.items():
        lines = text.split("\n")
        scripts[name] = "\n".join(line for line in lines if not names(line))
        gone = sum(names(line) for line in lines)
        if gone:
            remarks.append(f"script {name}: {gone} of its lines names somebody, and stays behind")
    segments = tuple(
        replace(one, title=_TITLES[one.kind], source_label="")
        if names(one.title) or names(one.source_label)
        else one
        for one in agenda.segments
    )
    remarks += _renamed(agenda.segments, segments)
    topics = tuple(one for one in agenda.topics if not names(one.title))
    if len(topics) < len(agenda.topics):
        remarks.append("a topic whose title names somebody stays behind")
    series = agenda.series
    if names(series.theme) or names(series.aim):
        series = replace(series, theme="", aim="")
        remarks.append("theme and aim of the series name somebody, and stay behind")
    return replace(agenda, scripts=scripts, segments=segments, topics=topics, series=series)


def _renamed(before: Iterable[object], after: Iterable[object]) -> list[str]:
    changed = sum(one != two for one, two in zip(before, after, strict=True))
    return ["a segment whose title names somebody has another title"] * bool(changed)
