"""Reading `roster.toml`. No problem repeats a word of it: a roster is private, even broken.

Importing this module loads the validator (about 0.1 s): import it where a file is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, PlainValidator, ValidationError

from facilitator.files import problems as said
from facilitator.files.countries import COUNTRIES
from facilitator.files.fields import Flag, Line, Lines, Shape, Title, wrong
from facilitator.files.places import place_warnings
from facilitator.files.positions import Positions, locate
from facilitator.files.problems import Finding, Problem
from facilitator.files.reading import read_text
from facilitator.files.shape_errors import findings_of
from facilitator.files.syntax import read_toml
from facilitator.roster import Participant, Roster

__all__ = ["CheckedRoster", "load_roster", "parse_roster", "place_warnings"]

_MEANT = {"UK": "GB", "EL": "GR", "USA": "US", "GBR": "GB", "EN": "GB", "AFG": "AF", "UAE": "AE"}


def _country(value: object) -> str:
    if not isinstance(value, str):
        raise wrong("this must be text", 'put it between straight quotes: "AF"')
    code = value.strip().upper()
    if code and code not in COUNTRIES:
        meant = _MEANT.get(code.replace(".", ""))
        mend = f'did you mean "{meant}"?' if meant else 'write its two letters of ISO 3166: "AF"'
        raise wrong("not a country code", mend)
    return code


class ParticipantShape(Shape):
    """One `[[participant]]`."""

    name: Title = Field(examples=['"Given Family"'])
    given: Line = ""
    family: Line = ""
    aliases: Lines = ()
    honorifics: Lines = ()
    gender: Line = ""
    office: Line = ""
    affiliation: Line = ""
    acronyms: Lines = ()
    country: Annotated[str, PlainValidator(_country)] = ""
    public: Flag = False


class RosterShape(Shape):
    """The whole file."""

    disclosed_bodies: Lines = ()
    participant: Annotated[tuple[ParticipantShape, ...], Field(max_length=2_000)] = ()


@dataclass(frozen=True, slots=True)
class CheckedRoster:
    """A roster and what is to be said of its file; with any error there is no roster."""

    roster: Roster | None
    problems: tuple[Problem, ...]


def load_roster(path: Path) -> CheckedRoster:
    """Read and check a roster file; `Trouble` (2) where it cannot be read as text."""
    return parse_roster(read_text(path), str(path))


def parse_roster(text: str, where: str) -> CheckedRoster:
    """Check the text of a roster; `where` names it in the problems, which stand by line.

    Raises `Trouble` (2) for text that no parser should be given.
    """
    data = read_toml(text, where)
    if isinstance(data, Problem):
        return CheckedRoster(None, (data,))
    lines = locate(text)
    findings: list[Finding] = []
    roster: Roster | None = None
    if "participant" not in data:
        mend = "add [[participant]] with a name for each person"
        findings.append(Finding(("participant",), "there is nobody in the roster", mend))
    try:
        shape = RosterShape.model_validate(data)
    except ValidationError as error:
        findings.extend(findings_of(error, RosterShape, private=True))
    else:
        findings.extend(_repeated(shape))
        if "participant" in data:
            people = tuple(Participant(**dict(each)) for each in shape.participant)
            roster = Roster(people, shape.disclosed_bodies)
    return CheckedRoster(roster, said.in_order(_located(each, lines, where) for each in findings))


def _repeated(shape: RosterShape) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for number, each in enumerate(shape.participant):
        name = " ".join(each.name.casefold().split())
        if name in seen:
            what = f"the same name as participant {seen[name] + 1}"
            mend = "take one out, or give the second an affiliation that tells them apart"
            yield Finding(("participant", number, "name"), what, mend, "warning")
        seen.setdefault(name, number)


def _located(finding: Finding, lines: Positions, where: str) -> Problem:
    steps = list(finding.path[:-1] if finding.unnamed else finding.path)
    key = ""
    if len(steps) > 1 and isinstance(steps[1], int):
        key = f"participant {steps[1] + 1}"
        steps = steps[2:]
    for step in steps:
        if isinstance(step, int):
            key += f", entry {step + 1}"
        else:
            key += f" . {said.shown(step)}" if key else said.shown(step)
    line = lines.line(finding.path)
    return Problem(finding.severity, said.shown_path(where), line, key, finding.what, finding.mend)
