"""Reading `agenda.toml`: every problem at once, or the plan.

Importing this module loads the validator (about 0.1 s): import it where a file is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from facilitator.agenda import (
    Agenda,
    Category,
    Composition,
    Keynote,
    Limits,
    NumberWords,
    Organisation,
    Publication,
    Retention,
    ReviewStep,
    Role,
    Rule,
    RulePlan,
    Segment,
    SegmentKind,
    Series,
    SessionPlan,
    SpeakersListPlan,
    Topic,
)
from facilitator.files import problems as said
from facilitator.files.agenda_checks import clock_findings, cross_findings, resolved_rule
from facilitator.files.agenda_models import SCHEMA, AgendaShape, PublicationShape
from facilitator.files.positions import Positions, locate
from facilitator.files.problems import Finding, Problem
from facilitator.files.reading import read_text
from facilitator.files.shape_errors import findings_of
from facilitator.files.syntax import read_toml


@dataclass(frozen=True, slots=True)
class Checked:
    """An agenda and what is to be said of its file; with any error there is no agenda."""

    agenda: Agenda | None
    problems: tuple[Problem, ...]


def load(path: Path) -> Checked:
    """Read and check an agenda file; `Trouble` (2) where it cannot be read as text."""
    return parse(read_text(path), str(path))


def parse(text: str, where: str) -> Checked:
    """Check the text of an agenda; `where` names it in the problems, which stand by line.

    Raises `Trouble` (2) for text that no parser should be given.
    """
    data = read_toml(text, where)
    if isinstance(data, Problem):
        return Checked(None, (data,))
    if not data:
        mend = "begin with the agenda that comes with the program, and change it"
        return Checked(
            None, (Problem("error", said.shown_path(where), 1, "", "it is empty", mend),)
        )
    lines = locate(text)
    newer = data.get("schema")
    if type(newer) is int and newer > SCHEMA:
        what = f"written for a newer version of this program (schema {said.shown(newer)})"
        alone = Finding(("schema",), what, f"update the program; this one reads schema {SCHEMA}")
        return Checked(None, (_located(alone, lines, data, where),))
    findings: list[Finding] = []
    shape: AgendaShape | None = None
    try:
        shape = AgendaShape.model_validate(data)
    except ValidationError as error:
        findings.extend(findings_of(error, AgendaShape))
    findings.extend(cross_findings(data))
    agenda: Agenda | None = None
    if shape is not None and not any(each.severity == "error" for each in findings):
        agenda = _plan(shape)
        findings.extend(clock_findings(agenda))
    return Checked(agenda, said.in_order(_located(each, lines, data, where) for each in findings))


def _located(finding: Finding, lines: Positions, data: dict[str, Any], where: str) -> Problem:
    key = said.label(finding.path, data)
    line = lines.line(finding.path)
    return Problem(finding.severity, said.shown_path(where), line, key, finding.what, finding.mend)


def _plan(shape: AgendaShape) -> Agenda:
    # The shapes have the plan's own field names; what differs is spelled out.
    keynotes = tuple(Keynote(**dict(each)) for each in shape.keynote)
    default = shape.rule.name
    limits = {key: value for key, value in shape.limits if value is not None}
    if shape.limits.signals is not None:
        limits["signals"] = tuple(sorted(set(shape.limits.signals), reverse=True))
    return Agenda(
        series=Series(**dict(shape.series)),
        session=SessionPlan(**dict(shape.session)),
        segments=_segments(shape, keynotes),
        rule=RulePlan(**{**dict(shape.rule), "name": Rule(default) if default else None}),
        organisations=tuple(
            Organisation(**{**dict(each), "role": Role(each.role)}) for each in shape.organisation
        ),
        keynotes=keynotes,
        composition=Composition(
            categories=tuple(Category(**dict(each)) for each in shape.composition.categories),
            countries=shape.composition.countries,
            k=shape.composition.k,
        ),
        limits=Limits(**limits),
        speakers_list=SpeakersListPlan(**dict(shape.speakers_list)),
        topics=tuple(Topic(**dict(each)) for each in shape.topic),
        acronyms=shape.acronyms,
        scripts=shape.scripts,
        publication=_publication(shape.publication),
        follow_up=shape.follow_up.next,
        retention=Retention(**dict(shape.retention)),
    )


def _segments(shape: AgendaShape, keynotes: tuple[Keynote, ...]) -> tuple[Segment, ...]:
    by_id = {each.id: each for each in keynotes}
    segments: list[Segment] = []
    for each in shape.segment:
        lead = by_id.get(each.lead)
        agreed = lead is not None and lead.public and each.id in lead.on_record_in
        rule = resolved_rule(each.rule, agreed, shape.rule.name)
        assert rule is not None  # the checks have refused a segment without one
        segments.append(Segment(**{**dict(each), "kind": SegmentKind(each.kind), "rule": rule}))
    return tuple(segments)


def _publication(shape: PublicationShape) -> Publication:
    steps = {text: ReviewStep(**dict(step)) for text, step in shape.review if step is not None}
    words = {
        "headings": {name: text for name, text in shape.headings if text},
        "beginnings": {name: some for name, some in shape.beginnings if some},
        "numbers": {
            name: NumberWords(each.report, each.brief)
            for name, each in shape.numbers
            if each.report or each.brief
        },
    }
    return Publication(**{**dict(shape), "review": steps, **words})
