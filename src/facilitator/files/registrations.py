"""Who is on a list that a video tool, a form or a person made: read, and asked where in doubt.

Nothing is guessed silently: each entry tells how it was read, and what a person should look
at. What is not needed (e-mail addresses, times, questions of a form) is dropped here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from facilitator.errors import Trouble
from facilitator.files.countries import COUNTRIES
from facilitator.files.personal_names import Name, no_person, read_name, two_columns, without_mail
from facilitator.files.problems import shown, shown_path
from facilitator.files.sheet import Row, Sheet, read_sheet, sheet

WIDEST_LINE = 4
"""Cells on a line that needs no head row: a name, a body, a country, and something more."""

_COLUMNS = {
    "given": "first name|given name|given names|forename|first|vorname|prénom|prenom|nombre",
    "family": "last name|surname|family name|last|nachname|familienname|nom de famille|apellido",
    "name": "name|full name|user name|username|participant|participants|participant name|attendee"
    "|attendee name|display name|your name|your full name|name and surname|person"
    "|name and family name|nom complet|vollständiger name|nom",
    "affiliation": "organization|organisation|company|company name|affiliation|institution"
    "|institute|body|employer|organization name|organisation name|institution/organisation"
    "|institution / organisation|organisation/institution|university|institut|unternehmen"
    "|your institution|your organisation|your organization",
    "country": "country|country/region|country/region name|country of residence|country/territory"
    "|nationality|land|pays|staat|state/country",
    "office": "job title|position|function|occupation|job|funktion|beruf|fonction|office",
    "honorific": "prefix|salutation|honorific|anrede|civilité",
    "title": "title|titel|titre",
    "gender": "gender|sex|geschlecht",
    "status": "approval status|registration status|order status|attendee status|status",
    "other_name": "preferred name|original name|name in original script|also known as"
    "|name in native script",
}
_FIELD = {word: name for name, words in _COLUMNS.items() for word in words.split("|")}
_OUT = ("cancel", "denied", "declined", "not approved", "refunded", "rejected", "absent")
_SECTION = re.compile(r"\A\d\. ")
_PRONOUNS = {"f": "f", "female": "f", "woman": "f", "m": "m", "male": "m", "man": "m"}
_NO_ANSWER = frozenset({"-", "--", "n/a", "na", "none", "prefer not to say", "no", "."})
_ADDRESSES = re.compile(r"\s*(?:\"?([^<>;\"]*?)\"?\s*<[^<>@\s]+@[^<>\s]+>)\s*(?:[;,]|\Z)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One person as read from `line`. `asked` are the remarks a person should look at."""

    line: int
    name: Name
    affiliation: str = ""
    country: str = ""
    office: str = ""
    gender: str = ""
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Registered:
    """Everybody on the list in its order; `left_out` says of each line not taken why."""

    entries: tuple[Entry, ...]
    left_out: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    separator: str = ""

    @property
    def doubted(self) -> tuple[int, ...]:
        """The places, from 0, of those whose family name is in doubt."""
        return tuple(place for place, each in enumerate(self.entries) if each.name.doubt)

    def decided(self, place: int, first: int, number: int) -> Registered:
        """With the family name of one of them told: `number` words from word `first`."""
        entry = self.entries[place]
        told = replace(entry, name=entry.name.decided(first, number))
        return replace(self, entries=(*self.entries[:place], told, *self.entries[place + 1 :]))


@dataclass(slots=True)
class _Reading:
    entries: list[Entry] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def read_registrations(path: Path) -> Registered:
    """The people on a list; `Trouble` (2), in one line, where it is none."""
    return registered(read_sheet(path), str(path))


def registrations(data: bytes, where: str) -> Registered:
    """The same of bytes that came over standard input."""
    return registered(sheet(data, where), where)


def registered(table: Sheet, where: str) -> Registered:
    """The people in a table, with or without a head row; `Trouble` (2) where nobody is."""
    reading = _Reading()
    if table.old_letters:
        reading.remarks.append(
            "the file is no UTF-8: letters with marks were read as a Western Windows file's;"
            " look at them"
        )
    found = _head(table.rows)
    if found is None:
        widths = sorted(len(row.cells) for row in table.rows)
        if widths and widths[len(widths) // 2] > WIDEST_LINE:
            raise Trouble(
                f"{shown_path(where)}: no head row says which column holds the names",
                'call it "Name", or two columns "First name" and "Last name"',
            )
        _lines(table, reading)
    else:
        place, columns = found
        if place:
            reading.remarks.append(f"{place} line{'s' * (place > 1)} above the head row left out")
        _table(table.rows[place], table.rows[place + 1 :], columns, reading)
    entries = _once(reading)
    if not entries:
        raise Trouble(
            f"{shown_path(where)}: no names found in it",
            "one person a line, Name; body; country, or a table with a column called Name",
        )
    return Registered(
        tuple(entries), tuple(reading.left_out), tuple(reading.remarks), table.separator
    )


# A table with a head row


def _head(rows: Sequence[Row]) -> tuple[int, dict[str, int]] | None:
    """The first row that names a column of names, and which field stands in which column."""
    for place, row in enumerate(rows[:60]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(row.cells):
            known = _field(cell)
            if known and known not in columns:
                columns[known] = column
        if "nom" in (c.casefold() for c in row.cells) and "given" in columns:
            columns["family"] = columns.pop("name", columns.get("family", 0))
        named = "name" in columns or ("given" in columns and "family" in columns)
        full = sum(bool(cell) for cell in row.cells)
        if named and (full > 1 or (full == 1 and "name" in columns and len(rows) > place + 1)):
            return place, columns
    return None


def _field(cell: str) -> str:
    word = cell.casefold().rstrip(":*? ").strip()
    word = re.sub(r"\s*\((?:original name|required|optional|as .*)\)\Z", "", word).strip(" *")
    return _FIELD.get(word, "")


def _table(head: Row, rows: Sequence[Row], columns: dict[str, int], reading: _Reading) -> None:
    original = "original" in head.cells[columns["name"]].casefold() if "name" in columns else False
    people = list(_until_next_section(rows))
    if "title" in columns and "office" not in columns:
        titles = [_at(row, columns, "title") for row in people]
        honorifics = sum(_form_of_address(title) for title in titles if title)
        columns["honorific" if honorifics * 2 > len([t for t in titles if t]) else "office"] = (
            columns.pop("title")
        )
    used = {column: name for name, column in columns.items()}
    dropped = [cell for place, cell in enumerate(head.cells) if place not in used and cell]
    if dropped:
        reading.remarks.append(f"columns not taken: {', '.join(shown(cell) for cell in dropped)}")
    for row in people:
        status = _at(row, columns, "status").casefold()
        if any(word in status for word in _OUT):
            reading.left_out.append(f"line {row.line}: registered, but “{shown(status)}”")
            continue
        given, family = _at(row, columns, "given"), _at(row, columns, "family")
        country, asked = _country(_at(row, columns, "country"))
        if given or family:
            whole = two_columns(given, family)
        else:
            whole = read_name(_at(row, columns, "name"), country, original=original)
        style = _at(row, columns, "honorific")
        if style.casefold() not in _NO_ANSWER and style:
            whole = replace(whole, honorifics=(style, *whole.honorifics))
        if other := _at(row, columns, "other_name"):
            whole = replace(whole, aliases=(*whole.aliases, other))
        entry = Entry(
            row.line,
            whole,
            _answer(_at(row, columns, "affiliation")),
            country,
            _answer(_at(row, columns, "office")),
            _PRONOUNS.get(_at(row, columns, "gender").casefold(), ""),
            asked,
        )
        _take(entry, reading)


def _until_next_section(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows below the head; a numbered heading begins another table of the same export."""
    for row in rows:
        if _SECTION.match(row.cells[0]) and sum(bool(cell) for cell in row.cells) == 1:
            return
        yield row


def _at(row: Row, columns: dict[str, int], name: str) -> str:
    column = columns.get(name, -1)
    return row.cells[column] if 0 <= column < len(row.cells) else ""


def _answer(cell: str) -> str:
    return "" if cell.casefold() in _NO_ANSWER else without_mail(cell)


def _form_of_address(cell: str) -> bool:
    """Whether a cell under "Title" is a form of address and no position."""
    return read_name(f"{cell} Somebody").full == "Somebody"


# Lines without a head row


def _lines(table: Sheet, reading: _Reading) -> None:
    for row in table.rows:
        cells = [cell for cell in row.cells if cell]
        joined = f"{table.separator or ';'} ".join(row.cells)
        addressed = [name for name in _ADDRESSES.findall(joined) if name.strip()]
        if len(addressed) > 1:
            for name in addressed:
                _take(Entry(row.line, read_name(name)), reading)
            continue
        if table.separator == "," and len(cells) == 2 and not _is_country(cells[1]):
            # "Family, Given", or a name and a body: the sign alone does not say which.
            entry = Entry(row.line, read_name(f"{cells[0]}, {cells[1]}"))
            entry = replace(entry, asked=("read as family name, given name: or is it a body?",))
            _take(entry, reading)
            continue
        first = re.sub(r"\A(?:[-*•–]|\d{1,3}[.)])\s+", "", row.cells[0])
        rest = [without_mail(cell) for cell in row.cells[1:]]
        rest = [cell for cell in rest if cell]
        country: str = ""
        asked: tuple[str, ...] = ()
        if rest and (len(rest) > 1 or _is_country(rest[-1])):
            country, asked = _country(rest.pop())
        if len(rest) > 1:
            asked = (*asked, f"more than a body and a country: “{shown(' / '.join(rest))}”")
        name = read_name(first, country)
        _take(Entry(row.line, name, rest[0] if rest else "", country, asked=asked), reading)


def _take(entry: Entry, reading: _Reading) -> None:
    if not entry.name.full:
        reading.left_out.append(f"line {entry.line}: no name")
    elif no_person(entry.name.full):
        what = shown(entry.name.full)
        reading.left_out.append(f"line {entry.line}: “{what}” is hardly a person: add them if so")
    else:
        if entry.name.behind and not entry.affiliation:
            what = f"“{shown(entry.name.behind)}” behind a sign: read as the body"
            entry = replace(entry, affiliation=entry.name.behind, asked=(*entry.asked, what))
        reading.entries.append(entry)


def _once(reading: _Reading) -> list[Entry]:
    """Each person once, however often somebody joined; what the lines say is put together."""
    kept: dict[str, Entry] = {}
    again: dict[str, int] = {}
    for entry in reading.entries:
        key = " ".join(sorted(entry.name.full.casefold().replace("-", " ").split()))
        before = kept.get(key)
        if before is None:
            kept[key] = entry
        elif before.affiliation and entry.affiliation and before.affiliation != entry.affiliation:
            what = f"the same name as line {before.line}, another body: one person or two?"
            kept[f"{key} {entry.line}"] = replace(entry, asked=(*entry.asked, what))
        else:
            again[key] = again.get(key, 0) + 1
            kept[key] = _together(before, entry)
    if again:
        number = sum(again.values())
        lines = "1 line is" if number == 1 else f"{number} lines are"
        reading.remarks.append(f"{lines} a person already read, and joined with them")
    return list(kept.values())


def _together(first: Entry, second: Entry) -> Entry:
    name = first.name if first.name.family or not second.name.family else second.name
    merged = tuple(dict.fromkeys((*first.name.aliases, *second.name.aliases)))
    return replace(
        first,
        name=replace(name, aliases=merged),
        affiliation=first.affiliation or second.affiliation,
        country=first.country or second.country,
        office=first.office or second.office,
        asked=tuple(dict.fromkeys((*first.asked, *second.asked))),
    )


# Countries


def _is_country(cell: str) -> bool:
    return bool(_code(cell))


def _country(cell: str) -> tuple[str, tuple[str, ...]]:
    """The two letters of a country, and what to ask where they are not known."""
    cell = _answer(cell)
    code = _code(cell)
    return code, (f"“{shown(cell)}” is no country known here",) if cell and not code else ()


def _code(cell: str) -> str:
    folded = " ".join(cell.casefold().replace(".", "").split()).removeprefix("the ")
    if len(folded) == 2 and folded.upper() in COUNTRIES:
        return folded.upper()
    return _by_name().get(folded, "")


@cache
def _by_name() -> dict[str, str]:
    from facilitator.guard.countries import COUNTRIES as LINES  # 250 lines, parsed once

    names: dict[str, str] = {}
    for line in LINES.splitlines():
        if line[:2].isupper() and line[2:3] == " ":
            for name in line[3:].split(";")[0].split("/"):
                names[name.strip().casefold()] = line[:2]
    return names | _MORE


_MORE = {
    "uk": "GB",
    "usa": "US",
    "us": "US",
    "america": "US",
    "uae": "AE",
    "deutschland": "DE",
    "österreich": "AT",
    "schweiz": "CH",
    "frankreich": "FR",
    "france métropolitaine": "FR",
    "allemagne": "DE",
    "norwegen": "NO",
    "indien": "IN",
    "kirgisistan": "KG",
    "vereinigtes königreich": "GB",
    "united kingdom of great britain and northern ireland": "GB",
    "russian federation": "RU",
    "islamic republic of iran": "IR",
    "iran (islamic republic of)": "IR",
    "iran, islamic republic of": "IR",
    "korea, republic of": "KR",
    "viet nam": "VN",
    "türkiye": "TR",
    "syrian arab republic": "SY",
    "lao people's democratic republic": "LA",
    "united states of america": "US",
    "afg": "AF",
    "pak": "PK",
    "ind": "IN",
    "irn": "IR",
    "chn": "CN",
    "deu": "DE",
    "ger": "DE",
    "gbr": "GB",
    "nor": "NO",
    "kgz": "KG",
}
