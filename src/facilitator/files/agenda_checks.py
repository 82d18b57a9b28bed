"""What one table of an agenda says about another: leads, rules, scripts, consent, counts.

These read the file's own tables and not the checked shapes, so that a mistake in one place
hides none in another; whatever has the wrong type is passed over here, because the shapes
report it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, timedelta
from typing import Any

from pydantic_core import PydanticCustomError

from facilitator.agenda import Agenda, Role, Rule, SegmentKind
from facilitator.files.agenda_models import READERS, RULES
from facilitator.files.fields import parse_length
from facilitator.files.problems import Finding, Path, listed, nearest, shown
from facilitator.publish.number_words import SMALL, TABLE
from facilitator.timetable import instant_of, said, timetable

LONG_DAY = timedelta(hours=12)

_QA_ONLY = ("rounds", "questions_per_round", "leftover")
_RULE_CHOICE = f"write rule = with {listed(RULES)}, or a [rule] name for the whole session"


def cross_findings(data: dict[str, Any]) -> Iterator[Finding]:
    """The findings of every check that needs more than one table."""
    yield from _needed(data)
    for table in ("segment", "keynote", "topic"):
        yield from _repeated(data, table)
    yield from _topic_keys(data)
    for number, segment in _entries(data, "segment"):
        yield from _segment(data, ("segment", number), segment)
    for number, keynote in _entries(data, "keynote"):
        yield from _keynote(data, ("keynote", number), keynote)
    yield from _composition(data)
    publication = _table(data, "publication")
    if publication.get("report", READERS[2]) == "on-request" and not _word(publication, "contact"):
        yield Finding(
            ("publication", "contact"),
            "the report is on request, but nobody is named to ask",
            'write contact = "…", the address that readers write to',
            "warning",
        )
    yield from _number_words(_table(publication, "numbers"))


def _number_words(own: dict[str, Any]) -> Iterator[Finding]:
    """One word for two shares would tell the reader less than the table beside it claims."""
    for rows in (TABLE, SMALL):
        told: dict[str, str] = {}
        for row in rows:
            word = _word(_table(own, row.name), "report")
            said = (word or row.report).casefold()
            if said in told:
                named = row.name if word else told[said]
                yield Finding(
                    ("publication", "numbers", named, "report"),
                    f"“{shown(said)}” stands for {told[said]} and for {row.name}",
                    "give each share of the participants a word of its own",
                )
                return
            told[said] = row.name


def resolved_rule(own: object, lead_agreed: bool, default: object) -> Rule | None:
    """The rule of a segment: its own, else on the record where its lead agreed, else [rule]."""
    if own is not None:
        return Rule(own) if own in RULES else None
    if lead_agreed:
        return Rule.ON_RECORD
    return Rule(default) if isinstance(default, str) and default in RULES else None


def clock_findings(agenda: Agenda) -> Iterator[Finding]:
    """Warnings about times: segments planned past a hard end or a hard out, a very long day."""
    slots = timetable(agenda)
    outs = {one.id: one.hard_out for one in agenda.keynotes if one.hard_out is not None}
    for number, slot in enumerate(slots):
        segment, end = slot.segment, slot.end.astimezone(UTC)
        limits = (
            ("hard_end", segment.hard_end, "it must end"),
            ("lead", outs.get(segment.lead), f"`{segment.lead}` leaves"),
        )
        for key, wall, what in limits:
            if wall is None:
                continue
            over = end - instant_of(agenda, wall)
            if over > timedelta(0):
                yield Finding(
                    ("segment", number, key),
                    f"planned to end at {slot.end:%H:%M}, but {what} at {wall:%H:%M}",
                    f"start earlier or shorten the plan by {said(over)}",
                    "warning",
                )
    if agenda.planned_length > LONG_DAY:
        what = f"the segments add up to {said(agenda.planned_length)}"
        yield Finding(("segment", 0), what, "is a length in hours meant as minutes?", "warning")


def _needed(data: dict[str, Any]) -> Iterator[Finding]:
    organisations = list(_entries(data, "organisation"))
    if "organisation" not in data or organisations:
        roles = [entry.get("role") for _, entry in organisations]
        if Role.HOST not in roles:
            mend = 'add [[organisation]] with role = "host" and its name'
            yield Finding(("organisation",), "no organisation is the host", mend)
    if data.get("segment", []) == []:
        mend = "add [[segment]] with id, kind, title and for"
        yield Finding(("segment",), "there are no segments", mend)


def _repeated(data: dict[str, Any], table: str) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for number, entry in _entries(data, table):
        name = _word(entry, "id")
        if name and name in seen:
            what = f'the id "{shown(name)}" is also that of entry {seen[name] + 1}'
            yield Finding((table, number, "id"), what, "give each its own id")
        elif name:
            seen[name] = number


def _topic_keys(data: dict[str, Any]) -> Iterator[Finding]:
    topics = list(_entries(data, "topic"))
    taken = {_word(entry, "id").casefold(): number for number, entry in topics}
    for number, entry in topics:
        key = _word(entry, "key").casefold()
        if not key:
            continue
        owner = taken.setdefault(key, number)
        if owner != number:
            what = f'the key "{shown(key)}" already stands for topic {owner + 1}'
            yield Finding(("topic", number, "key"), what, "give each topic its own key")


def _segment(data: dict[str, Any], path: Path, segment: dict[str, Any]) -> Iterator[Finding]:
    keynotes = {_word(entry, "id"): entry for _, entry in _entries(data, "keynote")}
    name, lead = _word(segment, "id"), _word(segment, "lead")
    if lead and lead not in keynotes and isinstance(data.get("keynote", []), list):
        what = f'no keynote has the id "{shown(lead)}"'
        yield Finding((*path, "lead"), what, _meant(lead, keynotes, "add a [[keynote]] of that id"))
    leader = keynotes.get(lead, {}) if lead else {}
    agreed = leader.get("public") is True and name in _words(leader, "on_record_in")
    default = _table(data, "rule").get("name")
    own = segment.get("rule")
    if own is None and default is None and resolved_rule(None, agreed, None) is None:
        yield Finding((*path, "rule"), "nothing says under which rule this is held", _RULE_CHOICE)
    if own == Rule.ON_RECORD and leader and not agreed:
        yield _not_agreed(path, lead, leader)
    if "kind" in segment and segment["kind"] != SegmentKind.QA:
        for key in _QA_ONLY:
            if key in segment and segment["kind"] in tuple(SegmentKind):
                what = f'`{key}` is only for segments of kind "qa"'
                mend = f'take it out, or write kind = "qa" instead of "{segment["kind"]}"'
                yield Finding((*path, key), what, mend)
    least, planned = _length(segment.get("least")), _length(segment.get("for"))
    if least is not None and planned is not None and least > planned:
        what = f"the least length, {said(least)}, is more than the planned {said(planned)}"
        yield Finding((*path, "least"), what, "make `least` smaller or `for` larger")
    script, scripts = _word(segment, "script"), _table(data, "scripts")
    if script and script not in scripts:
        mend = _meant(script, scripts, f'write {shown(script)} = """…""" under [scripts]')
        yield Finding((*path, "script"), f'[scripts] has no "{shown(script)}"', mend)


def _not_agreed(path: Path, lead: str, leader: dict[str, Any]) -> Finding:
    if leader.get("public") is not True:
        return Finding(
            (*path, "rule"),
            f"on the record, but its lead `{shown(lead)}` has not agreed to be named",
            'write rule = "chatham-house"; or, once they agree, public = true and on_record_in',
        )
    return Finding(
        (*path, "rule"),
        f"on the record, but `{shown(lead)}` does not list it in on_record_in",
        "its points will not be tied to them; add it to on_record_in once they agree",
        "warning",
    )


def _keynote(data: dict[str, Any], path: Path, keynote: dict[str, Any]) -> Iterator[Finding]:
    segments = [_word(entry, "id") for _, entry in _entries(data, "segment")]
    named_in = _words(keynote, "on_record_in")
    if named_in and keynote.get("public", False) is False:
        yield Finding(
            (*path, "on_record_in"),
            "named in some segments, but not public",
            "once they agree to be named write public = true; otherwise take on_record_in out",
        )
    for number, name in enumerate(named_in):
        if name not in segments and isinstance(data.get("segment", []), list):
            mend = _meant(name, segments, "use the id of a [[segment]]")
            what = f'no segment has the id "{shown(name)}"'
            yield Finding((*path, "on_record_in", number), what, mend)


def _composition(data: dict[str, Any]) -> Iterator[Finding]:
    keynotes = {_word(entry, "id"): entry for _, entry in _entries(data, "keynote")}
    public = [name for name, entry in keynotes.items() if entry.get("public") is True]
    composition = _table(data, "composition")
    k = composition.get("k", 3)
    for number, category in _entries(composition, "categories"):
        path: Path = ("composition", "categories", number)
        person, count = _word(category, "public_person"), category.get("count")
        if person and person not in keynotes:
            mend = _meant(person, public, "use the id of a [[keynote]] with public = true")
            what = f'no keynote has the id "{shown(person)}"'
            yield Finding((*path, "public_person"), what, mend)
        elif person and person not in public:
            what = f"`{shown(person)}` has not agreed to be named"
            mend = "take it out, or write public = true in their [[keynote]] once they agree"
            yield Finding((*path, "public_person"), what, mend)
        if type(count) is not int or type(k) is not int or not 0 < count < k:
            continue
        if not person or count > 1:
            who = "only one of them is public" if person else "it is tied to no public person"
            yield Finding(
                (*path, "count"),
                f"{count} is fewer than {k}, and {who}: the number could give people away",
                "leave the count out, or join the category with another",
                "warning",
            )


def _meant(word: str, known: Iterable[str], otherwise: str) -> str:
    near = nearest(word, known)
    return f'did you mean "{shown(near)}"?' if near else otherwise


def _entries(data: dict[str, Any], table: str) -> Iterator[tuple[int, dict[str, Any]]]:
    found = data.get(table)
    for number, entry in enumerate(found[:200] if isinstance(found, list) else ()):
        if isinstance(entry, dict):
            yield number, entry


def _table(data: dict[str, Any], name: str) -> dict[str, Any]:
    found = data.get(name)
    return found if isinstance(found, dict) else {}


def _word(entry: dict[str, Any], key: str) -> str:
    found = entry.get(key)
    return found.strip() if isinstance(found, str) else ""


def _words(entry: dict[str, Any], key: str) -> list[str]:
    found = entry.get(key)
    return [word for word in found if isinstance(word, str)] if isinstance(found, list) else []


def _length(value: object) -> timedelta | None:
    if value is None:
        return None
    try:
        return parse_length(value)
    except PydanticCustomError:
        return None  # the shape says so already
