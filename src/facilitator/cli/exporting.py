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
from facilitator.cli.gate import HeldBack, let_through, need_roster
from facilitator.errors import Refused, Trouble
from facilitator.joining import other_readings
from facilitator.publish.around import Text
from facilitator.publish.composition import told
from facilitator.publish.document import Document
from facilitator.publish.points import Label, unlabelled
from facilitator.record import Note
from facilitator.review import TextName
from facilitator.roster import Roster
from facilitator.service import Secretariat
from facilitator.stores.sqlite import SQLiteRecord
from facilitator.watch import Watch
from facilitator.writers.formats import written

RAW = (
    "this file holds the raw notes, also those for the hosts only: give it to nobody but the"
    " hosts' own note-takers, and destroy it when it has been taken"
)


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written, and what the person should know about them."""

    paths: tuple[Path, ...]
    remarks: tuple[str, ...]


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
    snapshot = secretariat.store.snapshot("")
    need_roster(snapshot, roster, override)
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
    remarks += _undecided(secretariat.store.snapshot(None).notes)
    watch = Watch(roster, secretariat.store.agenda(), snapshot.salt)
    held = watch.held_back(made, snapshot.dismissals)
    remarks += let_through(what, held, snapshot, roster, override, unfinished=bool(missing))
    name = f"{secretariat.store.agenda().session.id}-{what}"
    place = folder.expanduser().absolute()
    if review:
        with circulation.copy(text, lambda label: make("", label).document) as document:
            files, more = _put(document, place, f"{name}-review", formats, look)
    else:
        files, more = _put(made.document, place, name, formats, look)
    secretariat.store.wrote([str(path) for path in files])
    return Exported(files, (*remarks, *more))


def export_owed(
    secretariat: Secretariat,
    folder: Path,
    roster: Roster | None,
    *,
    formats: Sequence[str] = ("md",),
    template: Path | None = None,
    override: str | None = None,
) -> Exported:
    """Write the questions that are owed an answer in writing; held back as `export` says.

    Raises `Refused` where none is.
    """
    from facilitator.publish.owed import owed

    look = None if template is None or "docx" not in formats else _read(template)
    snapshot = secretariat.store.snapshot("")
    need_roster(snapshot, roster, override)
    agenda = secretariat.store.agenda()
    made = owed(agenda, snapshot.questions)
    remarks = [f"left out: {n} × {reason}" for reason, n in made.left_out.items()]
    if not made.told:
        raise Refused("; ".join(("no question is owed an answer: nothing to write", *remarks)))
    watch = Watch(roster, agenda, snapshot.salt)
    held = watch.held_back(made, snapshot.dismissals)
    remarks += let_through("questions", held, snapshot, roster, override)
    place, name = folder.expanduser().absolute(), f"{agenda.session.id}-owed"
    files, more = _put(made.document, place, name, formats, look)
    secretariat.store.wrote([str(path) for path in files])
    return Exported(files, (*remarks, *more))


def export_record(
    secretariat: Secretariat,
    folder: Path,
    roster: Roster | None,
    *,
    formats: Sequence[str] = ("toml",),
    override: str | None = None,
) -> Exported:
    """Write the whole record into `folder`, in each of the `formats`; held back as `export` says.

    Everything in it is checked, also what no text would print.
    """
    from facilitator.files.record_file import bytes_of

    snapshot = secretariat.store.snapshot("")
    need_roster(snapshot, roster, override)
    copy = secretariat.copy()
    watch = Watch(roster, secretariat.store.agenda(), snapshot.salt)
    held = watch.in_notes(copy.notes, snapshot.dismissals)
    remarks = let_through("record", held, snapshot, roster, override)
    if snapshot.progress.running is not None:
        # Between two files lies what was said between them.
        remarks.append(
            "a segment is running: whoever holds this file and a later one can tell which of"
            " its points came between; export after its end, or destroy this one then"
        )
    place = paths.make_private(folder.expanduser().absolute(), "choose another with --to")
    files = {place / f"{copy.session}-record.{form}": bytes_of(copy, form) for form in formats}
    write_private(files)
    secretariat.store.wrote([str(path) for path in files])
    return Exported(tuple(files), (*remarks, RAW))


def _undecided(notes: Sequence[Note]) -> list[str]:
    """What to say of points that came from another laptop in other words."""
    number = len(set(other_readings(notes).values()))
    if not number:
        return []
    points = "1 point stands" if number == 1 else f"{number} points stand"
    return [
        f"{points} in two wordings since another laptop's record was taken: the other one is"
        " under it, for the hosts only; strike it, or release it and strike the first"
    ]


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
