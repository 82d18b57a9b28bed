"""From the record to a file: the gate, the document, the writer."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from facilitator import paths
from facilitator.agenda import Composition
from facilitator.circulation import Circulation
from facilitator.errors import Refused, Trouble
from facilitator.guard.findings import Level
from facilitator.publish.around import Text
from facilitator.publish.composition import told
from facilitator.publish.document import Document
from facilitator.publish.points import Label, unlabelled
from facilitator.review import TextName
from facilitator.roster import Roster
from facilitator.service import Secretariat
from facilitator.stores.sqlite import SQLiteRecord
from facilitator.text import ANY_LENGTH, clean
from facilitator.watch import Held, Watch
from facilitator.writers.formats import written

_AROUND = 30
"""Characters of the text shown on each side of the words."""


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written, and what the person should know about them."""

    paths: tuple[Path, ...]
    remarks: tuple[str, ...]


class HeldBack(Refused):
    """The text may not leave the house yet; `findings` say what stands in it."""

    def __init__(self, reason: str, findings: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.findings = findings


def export(
    secretariat: Secretariat,
    what: str,
    folder: Path,
    roster: Roster | None,
    *,
    formats: Sequence[str] = ("md",),
    template: Path | None = None,
    override: str | None = None,
    review: bool = False,
    previous: Composition | None = None,
) -> Exported:
    """Write the "brief" or the "report" into `folder`, in each of the `formats` or in none.

    The DOCX looks like `template`, the house's own Word file. With `review` it is a numbered
    copy for the body whose turn it is to read it. `previous` is the composition that the
    session before in the series published.

    Raises `HeldBack` where the session had a roster and none is given, where something in
    the text tells who spoke, or where its review was begun and is not finished; with a reason
    in `override` it is written all the same.
    """
    look = None if template is None or "docx" not in formats else _read(template)
    if override is not None and not override.strip():
        raise Refused('an override needs its reason: --override "why it may go out"')
    snapshot = secretariat.store.snapshot("")
    if snapshot.had_roster and roster is None and override is None:
        raise HeldBack("this session had a roster: give it with --roster, so names can be checked")
    circulation, text = Circulation(secretariat), TextName(what)
    missing = "" if review else circulation.look(text).missing
    if missing and override is None:
        raise HeldBack(f"not written: the review of the {what} is not finished: {missing}")
    make = _maker(secretariat, text, previous, names_checked=roster is not None)
    made = make("" if review else circulation.reviewed(text), unlabelled)
    remarks = list(made.remarks)
    if missing:
        remarks.append(f"the review of the {what} is not finished: {missing}")
    if not snapshot.progress.closed:
        remarks.insert(0, f"the session is not closed: nobody has confirmed what this {what} says")
    remarks += [f"left out of the {what}: {n} × {reason}" for reason, n in made.left_out.items()]
    if snapshot.unlisted:
        people = "1 person" if snapshot.unlisted == 1 else f"{snapshot.unlisted} people"
        remarks.append(f"{people} came who are in no roster file: no check can know their names")
    watch = Watch(roster, secretariat.store.agenda(), snapshot.salt)
    held = watch.held_back(made, snapshot.dismissals)
    blocking = [each for each in held if each.finding.blocks]
    if blocking and override is None:
        raise HeldBack(_refusal(what, len(blocking)), tuple(_told(blocking)))
    remarks += [f"found: {line}" for line in _told(blocking)]
    remarks += _told([each for each in held if each.finding.level is Level.WARNING])
    if blocking or missing:
        remarks.append("written all the same, for the reason given; it is kept nowhere")
    remarks.append(_checked(roster, snapshot.had_roster, found=bool(blocking)))
    name = f"{secretariat.store.agenda().session.id}-{what}"
    place = folder.expanduser().absolute()
    if review:
        with circulation.copy(text, lambda label: make("", label).document) as document:
            files, more = _put(document, place, f"{name}-review", formats, look)
    else:
        files, more = _put(made.document, place, name, formats, look)
    secretariat.store.wrote([str(path) for path in files])
    return Exported(files, (*remarks, *more))


def _maker(
    secretariat: Secretariat,
    text: TextName,
    previous: Composition | None,
    *,
    names_checked: bool,
) -> Callable[[str, Label], Text]:
    """What makes the text, told how it was reviewed and what stands in front of its points."""
    if text is TextName.BRIEF:
        return lambda how, label: secretariat.brief(previous, reviewed=how, label=label)
    return lambda how, label: secretariat.report(
        previous, names_checked=names_checked, reviewed=how, label=label
    )


def _put(
    document: Document, place: Path, name: str, formats: Sequence[str], look: bytes | None
) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Write a document in each of the formats; the files, and remarks about the template."""
    texts, remarks = written(document, formats, look)
    paths.make_private(place, "choose another with --to")
    files = {place / f"{name}.{form}": data for form, data in texts.items()}
    write_private(files)
    return tuple(files), remarks


def published_before(root: Path, secretariat: Secretariat) -> Composition | None:
    """The composition that the session before in the same series published, if one is here.

    Only sessions of an earlier day count, and of those the latest that tells one; what is
    read of it is the part of its agenda that its texts told.
    """
    agenda = secretariat.store.agenda()
    earlier: list[tuple[date, str, Composition]] = []
    for folder in paths.sessions(root):
        if folder.name == agenda.session.id:
            continue
        try:
            store = SQLiteRecord(folder / paths.RECORD, secrets.randbelow)
        except Trouble:
            continue  # a damaged session must not hinder the text of another
        try:
            other = store.agenda()
            if other.series.id == agenda.series.id and other.session.date < agenda.session.date:
                published = told(other, store.snapshot("").held).published
                if published.categories or published.countries:
                    earlier.append((other.session.date, other.session.id, published))
        except Trouble:
            continue
        finally:
            store.close()
    return max(earlier, key=lambda each: each[:2])[2] if earlier else None


def _read(template: Path) -> bytes:
    try:
        return template.expanduser().read_bytes()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise Trouble(f"cannot read the template {template}", reason) from None


def _refusal(what: str, number: int) -> str:
    things = "1 finding stands" if number == 1 else f"{number} findings stand"
    return (
        f"not written: {things} in the {what}; mend each point, or keep it with a reason"
        " (facilitator notes, F4)"
    )


def _told(held: Sequence[Held]) -> list[str]:
    """A line for each finding: its level, the words in their place, why, and what instead."""
    lines: list[str] = []
    for each in held:
        finding = each.finding
        start = max(0, finding.start - _AROUND)
        shown = each.text[start : finding.end + _AROUND]
        shown = (
            ("…" if start else "") + shown + ("…" if finding.end + _AROUND < len(each.text) else "")
        )
        instead = "" if finding.rewrite is None else f"; instead: “{finding.rewrite}”"
        line = f"{finding.level.value}: “{finding.words}” {finding.reason}{instead} — in “{shown}”"
        lines.append(clean(line, cap=ANY_LENGTH))
    return lines


def _checked(roster: Roster | None, had_roster: bool, *, found: bool) -> str:
    if roster is None:
        why = "its roster was not given" if had_roster else "this session never had a roster"
        return f"names not checked: {why}"
    if found:
        return "names checked: see what was found"
    return (
        f"names checked: none of {len(roster.participants)} found"
        " (a second reader is needed: the guard knows only who is on the roster)"
    )


def write_private(files: Mapping[Path, bytes]) -> None:
    """Put whole files in place for their owner alone: all of them, or none and one line why."""
    drafts: dict[Path, Path] = {}
    path = Path()
    try:
        for path, data in files.items():
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            drafts[path] = path.with_name(f".{path.name}.{os.getpid()}")
            handle = os.open(drafts[path], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        for path, draft in drafts.items():
            draft.replace(path)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise Trouble(f"cannot write {path}", reason, status=1) from None
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
