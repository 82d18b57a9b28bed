"""A session's whole record as one file, TOML or JSON, for another laptop.

It holds the fields below and nothing else: no author, host, path or time. What is as usual
(no topics, no voices …) is left out. Reading trusts nothing: the file may have come by mail.
"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any

import tomli_w
from pydantic import AfterValidator, Field, ValidationError

from facilitator.copies import Copy, Part
from facilitator.errors import Refused, Trouble
from facilitator.files.problems import shown, shown_path
from facilitator.files.reading import read_long
from facilitator.files.record_fields import Hex, Shape, count, word
from facilitator.files.review_file import ReviewShape, review_fault, review_of, review_shape
from facilitator.letters import LETTERS
from facilitator.record import MAX_DEPTH, Agreement, Kind, Mark, Note, NoteId, Release
from facilitator.review import TextName
from facilitator.text import LINE_CAP, NOTE_CAP, clean

SCHEMA = 1
"""The newest layout of the file that this program knows."""

SIZE_CAP = 16 * 1024 * 1024
"""Bytes that such a file may have: 30,000 points of ordinary length."""

_WIDTH_CAP = 32_000
_LEVELS_CAP = 8
_RESERVATIONS_CAP = 15_000
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_HEADING = (
    "# Raw notes of a session, under the rule of each of its segments. Not a text for outsiders:",
    "# for the hosts' own computers only. facilitator take SESSION FILE joins it there.",
)


# The fields of the file


def _cleaned(cap: int) -> AfterValidator:
    def check(text: str) -> str:
        try:
            return clean(text, cap=cap)
        except Refused as refusal:
            raise ValueError(str(refusal)) from None

    return AfterValidator(check)


_Name = Annotated[str, Field(min_length=1, max_length=LINE_CAP), _cleaned(LINE_CAP)]
_Text = Annotated[str, Field(max_length=4 * NOTE_CAP), _cleaned(NOTE_CAP)]
_Reservations = Annotated[str, Field(max_length=_WIDTH_CAP), _cleaned(_RESERVATIONS_CAP)]
_Tag = Annotated[str, Field(pattern=f"^([{LETTERS}][2-9]?)?$")]


class RecordShape(Shape):
    """What the file is of."""

    schema_number: int
    session: _Name
    agenda: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    had_roster: bool = False
    unlisted: Annotated[int, count(100_000)] = 0
    struck: Annotated[list[Hex], Field(max_length=100_000)] = []


class HeldShape(Shape):
    """What somebody answered at closing."""

    came: Annotated[dict[_Name, bool], Field(max_length=1_000)] = {}
    composition: bool | None = None


class SegmentShape(Shape):
    """How one segment was held."""

    id: _Name
    place: Annotated[int, count(10_000)] = 0
    minutes: Annotated[int, count(100_000)] = 0
    rounds: Annotated[int, count(10_000)] = 0
    thin: bool | None = None
    held: bool | None = None


class PointShape(Shape):
    """One point."""

    id: Hex
    segment: _Name
    kind: Annotated[str, word(Kind)]
    text: _Text = ""
    topics: Annotated[list[_Name], Field(max_length=1_000)] = []
    quote: bool = False
    echoes: Annotated[int, count(1_000_000)] = 0
    release: Annotated[str, word(Release)] | None = None
    parent: Hex | None = None
    position: Annotated[int, count(2**63 - 1)]
    arranged: bool = False
    revision: Annotated[int, count(2**31)] = 0
    tag: _Tag = ""
    mark: Annotated[str, word(Mark)] = ""
    agreement: Annotated[str, word(Agreement)] = ""
    reservations: _Reservations = ""
    summary: bool = False
    merged: Hex | None = None
    numbered: bool | None = None


class FileShape(Shape):
    """The whole file."""

    record: RecordShape
    held: HeldShape = HeldShape()
    segment: Annotated[list[SegmentShape], Field(max_length=1_000)] = []
    point: Annotated[list[PointShape], Field(max_length=100_000)] = []
    review: Annotated[list[ReviewShape], Field(max_length=len(TextName))] = []


# Writing


def bytes_of(copy: Copy, form: str) -> bytes:
    """The copy, which stands in its fixed order, as a file; the same copy, the same bytes."""
    shape = FileShape(
        record=RecordShape(
            schema_number=SCHEMA,
            session=copy.session,
            agenda=copy.plan,
            had_roster=copy.had_roster,
            unlisted=copy.unlisted,
            struck=[each.hex() for each in copy.struck],
        ),
        held=HeldShape(came=dict(copy.came), composition=copy.composition),
        segment=[
            SegmentShape(
                id=part.id,
                place=part.place,
                minutes=part.minutes,
                rounds=part.rounds,
                thin=part.thin,
                held=part.held,
            )
            for part in copy.parts
        ],
        point=[_point(note) for note in copy.notes],
        review=[review_shape(review) for review in copy.reviews],
    )
    told = shape.model_dump(exclude_defaults=True)
    if form == "json":
        return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
    tables = [*_HEADING, "", "[record]", tomli_w.dumps(told["record"])]
    if "held" in told:
        tables += [tomli_w.dumps({"held": told["held"]})]
    for name in ("segment", "point"):
        for each in told.get(name, ()):
            tables += [f"[[{name}]]", tomli_w.dumps(each)]
    if "review" in told:
        tables += [tomli_w.dumps({"review": told["review"]})]
    return "\n".join(tables).encode()


def _point(note: Note) -> PointShape:
    return PointShape(
        id=note.id.hex(),
        segment=note.segment,
        kind=note.kind.value,
        text=note.text,
        topics=list(note.topics),
        quote=note.quote,
        echoes=note.echoes,
        release=note.release.value if note.release else None,
        parent=note.parent.hex() if note.parent else None,
        position=note.position,
        arranged=note.arranged,
        revision=note.revision,
        tag=note.tag,
        mark=note.mark.value,
        agreement=note.agreement.value,
        reservations=note.reservations,
        summary=note.summary,
        merged=note.merged.hex() if note.merged else None,
        numbered=note.numbered,
    )


# Reading


def read_record(path: Path) -> Copy:
    """The copy in a file; `Trouble` (2), in one line, for anything that is none."""
    where = shown_path(str(path))
    text = read_long(path, SIZE_CAP).removeprefix("\ufeff")
    told = _parsed(text, where)
    record = told.get("record")
    schema = record.get("schema_number") if isinstance(record, dict) else None
    if not isinstance(schema, int) or isinstance(schema, bool):
        raise _no_record(where)
    if schema > SCHEMA:
        raise Trouble(
            f"{where}: written by a newer version of facilitator",
            "update facilitator on this computer; nothing was changed",
        )
    try:
        shape = FileShape.model_validate(told)
    except ValidationError as error:
        raise _damaged(where, *_first(error)) from None
    copy = _copy(shape)
    _check(copy, where)
    return copy


def _parsed(text: str, where: str) -> dict[str, Any]:
    if "schema_number" not in text:
        raise _no_record(where)
    try:
        if text.lstrip()[:1] == "{":
            told = json.loads(text)
        else:
            _check_lines(text, where)
            told = tomllib.loads(text)
    except (ValueError, RecursionError):
        raise _damaged(where, "", "it cannot be read to its end") from None
    return told if isinstance(told, dict) else {}


def _check_lines(text: str, where: str) -> None:
    """Nothing that the program never writes, and that could hold the parser for minutes."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith("#"):
            continue
        rest = _STRING.sub("", line)
        if len(line) > _WIDTH_CAP or "'" in rest or '"' in rest or rest.count(".") >= _LEVELS_CAP:
            raise _damaged(where, f"line {number}", "this is not as facilitator wrote it")


def _first(error: ValidationError) -> tuple[str, str]:
    """The first thing wrong: where in the file, and what."""
    one = error.errors(include_url=False, include_input=False)[0]
    steps = [f"{each + 1}" if isinstance(each, int) else shown(each) for each in one["loc"]]
    what = one["msg"].removeprefix("Value error, ")
    return " ".join(steps), what[:1].lower() + what[1:]


def _no_record(where: str) -> Trouble:
    return Trouble(
        f"{where}: this is no record of facilitator",
        "give the file that facilitator export --as record wrote",
    )


def _damaged(where: str, place: str, what: str) -> Trouble:
    told = f"{place}: {what}" if place else what
    return Trouble(f"{where}: damaged, so it is not taken ({told})", "export it again")


def _copy(shape: FileShape) -> Copy:
    return Copy(
        session=shape.record.session,
        plan=shape.record.agenda,
        notes=tuple(_note(point) for point in shape.point),
        struck=tuple(bytes.fromhex(each) for each in shape.record.struck),
        parts=tuple(Part(**part.model_dump()) for part in shape.segment),
        came=shape.held.came,
        composition=shape.held.composition,
        had_roster=shape.record.had_roster,
        unlisted=shape.record.unlisted,
        reviews=tuple(review_of(each) for each in shape.review),
    )


def _note(point: PointShape) -> Note:
    return Note(
        id=bytes.fromhex(point.id),
        segment=point.segment,
        kind=Kind(point.kind),
        text=point.text,
        topics=tuple(dict.fromkeys(point.topics)),
        quote=point.quote,
        echoes=point.echoes,
        release=Release(point.release) if point.release is not None else None,
        parent=bytes.fromhex(point.parent) if point.parent else None,
        position=point.position,
        arranged=point.arranged,
        revision=point.revision,
        tag=point.tag,
        mark=Mark(point.mark),
        agreement=Agreement(point.agreement),
        reservations=point.reservations,
        summary=point.summary,
        merged=bytes.fromhex(point.merged) if point.merged else None,
        numbered=point.numbered,
    )


def _check(copy: Copy, where: str) -> None:
    """What no record holds: a point twice, a mark on no question, points that nest for ever."""
    parents: dict[NoteId, NoteId | None] = {note.id: note.parent for note in copy.notes}
    if len(parents) != len(copy.notes) or len({p.id for p in copy.parts}) != len(copy.parts):
        raise _damaged(where, "", "a point or a segment stands in it twice")
    if parents.keys() & set(copy.struck):
        raise _damaged(where, "", "a point is in it that was struck")
    for review in copy.reviews:
        if review_fault(review):
            raise _damaged(where, f"review of the {review.text}", review_fault(review))
    if len({review.text for review in copy.reviews}) != len(copy.reviews):
        raise _damaged(where, "review", "a text is in it twice")
    for number, note in enumerate(copy.notes, start=1):
        if note.mark is not Mark.NONE and note.kind is not Kind.QUESTION:
            raise _damaged(where, f"point {number} mark", "it is no question")
        if not note.text and note.kind is not Kind.GAP:
            raise _damaged(where, f"point {number} text", "there is none")
        depth, above = 0, note.parent
        while above is not None and depth < MAX_DEPTH:
            depth, above = depth + 1, parents.get(above)
        if depth >= MAX_DEPTH:
            raise _damaged(where, f"point {number} parent", f"points nest at most {MAX_DEPTH} deep")
