"""An agenda as the file that an organiser goes on writing in: TOML with a remark a line.

What it writes, `agenda_file` reads back as the same plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta

from facilitator.agenda import (
    Agenda,
    Category,
    Keynote,
    Limits,
    Organisation,
    Publication,
    Rule,
    Segment,
    SegmentKind,
    Topic,
)

_COLUMN = 42
"""Where remarks begin, if what stands before them leaves the room."""

_HEAD = """\
# The plan of one session. Change what stands between the quotes, then run
#     facilitator check FILE
# which names every mistake with its line. Whatever is not marked "required" may be left out.
# Text stands between straight quotes "…"; true, false, numbers, dates and times do not.
# No participant is named here: names belong in the roster, a private file of its own
# (facilitator roster makes one from a list of names).
"""

Remarks = Mapping[str, str]
"""What to say behind a segment's length, by the segment's id."""


def agenda_text(agenda: Agenda, remarks: Remarks | None = None, top: Iterable[str] = ()) -> str:
    """The whole file. `remarks` stand behind the lengths of segments, `top` in front of all."""
    parts = [
        "\n".join((_HEAD.rstrip("\n"), *(f"# {line}".rstrip() for line in top), "schema = 1")),
        _series(agenda),
        _session(agenda),
        _rule(agenda),
        *_organisations(agenda.organisations),
        *_keynotes(agenda.keynotes),
        _composition(agenda),
        _limits(agenda.limits),
        _speakers_list(agenda),
        *_segments(agenda, remarks or {}),
        *_topics(agenda.topics),
        _acronyms(agenda.acronyms),
        _scripts(agenda.scripts),
        _publication(agenda.publication),
        _follow_up(agenda),
        _retention(agenda),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


# Values


def quoted(text: str) -> str:
    """A text as a TOML string on one line."""
    told = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{told}"'


def _block(text: str) -> str:
    told = text.replace("\\", "\\\\").replace('"""', '""\\"')
    if told.endswith('"'):
        told = f'{told[:-1]}\\"'
    return f'"""\n{told}"""'


def _length(value: timedelta) -> str:
    seconds = round(value.total_seconds())
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    if hours and not minutes and not seconds:
        return f'"{hours}h"'
    parts = ((hours * 60 + minutes, "m"), (seconds, "s"))
    return f'"{"".join(f"{count}{unit}" for count, unit in parts if count) or "0s"}"'


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return quoted(value)
        case timedelta():
            return _length(value)
        case date() | time():
            return value.isoformat()
        case int():
            return str(value)
        case tuple():
            return f"[{', '.join(_value(each) for each in value)}]"
    raise TypeError(type(value).__name__)


def _table(head: str, rows: Iterable[tuple[str, object, object, str]], remark: str = "") -> str:
    """A table of `(key, value, unset, remark)`.

    What is unset is left out, unless the remark begins with an example: "e.g. 3 | why".
    """
    rows = list(rows)
    width = max((len(key) for key, value, unset, _ in rows if value != unset), default=0)
    told = [_line(head, remark)]
    for key, value, unset, about in rows:
        example, _, why = about.removeprefix("e.g. ").partition(" |")
        hint = example if about.startswith("e.g. ") else ""
        why = why.strip() if hint else about
        if value != unset:
            told.append(_line(f"{key:<{width}} = {_value(value)}", why))
        elif hint:
            told.append(_line(f"# {key} = {hint}", why))
    return "\n".join(told)


def _line(text: str, remark: str) -> str:
    return f"{text:<{_COLUMN - 1}} # {remark}".rstrip() if remark else text


# Tables


def _series(agenda: Agenda) -> str:
    one = agenda.series
    return _table(
        "[series]",
        (
            ("id", one.id, None, "required; small letters, digits, hyphens"),
            ("title", one.title, None, "required"),
            ("theme", one.theme, "", 'e.g. "…" | what the meetings are about'),
            ("track", one.track, "", 'e.g. "2" | "2" or "1.5", where you say so'),
            ("aim", one.aim, "", 'e.g. "make the positions clearer" | a verb and what follows it'),
        ),
        "the run of meetings this one belongs to",
    )


def _session(agenda: Agenda) -> str:
    one = agenda.session
    return _table(
        "[session]",
        (
            ("id", one.id, None, "required; becomes the name of a folder"),
            ("number", one.number, None, ""),
            ("title", one.title, None, "required"),
            ("headline", one.headline, "", 'e.g. "…" | a line under the title'),
            ("topic", one.topic, "", 'e.g. "…" | goes on after "discussed"'),
            ("event", one.event, "", 'e.g. "expert discussion" | your word for such a meeting'),
            ("date", one.date, None, "required; year-month-day"),
            ("start", one.start, None, "required; local time, with seconds"),
            ("timezone", one.timezone, None, "required; region and city"),
            ("format", one.format, "", 'e.g. "virtual" | virtual, in-person or hybrid'),
            ("languages", one.languages, (), 'e.g. ["en"] | of the talk'),
        ),
    )


def _rule(agenda: Agenda) -> str:
    one = agenda.rule
    name = one.name.value if one.name is not None else None
    return _table(
        "[rule]",
        (
            ("name", name, None, "chatham-house, chatham-house-consent, on-record or off-record"),
            ("attendees", one.attendees, "composition-only", "composition-only, consenting or all"),
            ("affirmation", one.affirmation, "", 'e.g. "read-aloud" | how the Rule is said'),
            ("recording", one.recording, "", 'e.g. "none" | whether the call is recorded'),
        ),
        "of every segment that does not name its own",
    )


def _organisations(bodies: Iterable[Organisation]) -> list[str]:
    told = [
        _table(
            "[[organisation]]",
            (
                ("role", one.role.value, None, "host, supporter or partner"),
                ("name", one.name, None, ""),
                ("short", one.short, "", 'e.g. "…" | its short name'),
                ("article", one.article, None, '"the", or "" for none'),
                ("tagline", one.tagline, "", ""),
                ("parent", one.parent, "", ""),
            ),
        )
        for one in bodies
    ]
    return ["# The bodies behind the meeting; these are named in the texts.\n" + told[0], *told[1:]]


def _keynotes(people: Iterable[Keynote]) -> list[str]:
    told = [
        _table(
            "[[keynote]]",
            (
                ("id", one.id, None, ""),
                ("name", one.name, None, ""),
                ("style", one.style, "", 'e.g. "Her Excellency" |'),
                ("office", one.office, "", 'e.g. "Foreign Minister" |'),
                ("of", one.of, "", 'e.g. "Republic of …" | the body or country of the office'),
                ("public", one.public, None, "may the texts name them?"),
                ("speaks_for", one.speaks_for, "", ""),
                ("on_record_in", one.on_record_in, (), "segments whose points may be theirs"),
                ("hard_out", one.hard_out, None, "leaves at this time"),
            ),
        )
        for one in people
    ]
    if not told:
        return []
    about = (
        "# Whoever leads a segment. Two consents are asked for, one by one: to be named at all\n"
        "# (public), and to have the points of a segment tied to them (on_record_in).\n"
    )
    return [about + told[0], *told[1:]]


def _composition(agenda: Agenda) -> str:
    one = agenda.composition
    told = [
        "# Who is there by kind: two separate lists, since together they would point at people."
    ]
    told += ["[composition]"]
    if one.k != 3:
        told.append(f"k = {one.k}")
    if one.categories:
        told += ["categories = [", *(f"  {_category(each)}," for each in one.categories), "]"]
    else:
        told.append('# categories = [ { label = "former diplomats" }, { label = "scholars" } ]')
    if one.countries:
        told.append(f"countries = {_value(one.countries)}")
    else:
        told.append('# countries = ["Afghanistan", "the UK"]  # in the words of the texts')
    return "\n".join(told)


def _category(one: Category) -> str:
    parts = [f"label = {quoted(one.label)}"]
    if one.count is not None:
        parts.append(f"count = {one.count}")
    if one.public_person:
        parts.append(f"public_person = {quoted(one.public_person)}")
    return "{ " + ", ".join(parts) + " }"


def _limits(one: Limits) -> str:
    return _table(
        "[limits]",
        (
            ("question", one.question, None, 'e.g. "1m30s" |'),
            ("answer", one.answer, None, 'e.g. "6m" |'),
            ("statement", one.statement, None, 'e.g. "3m" |'),
            ("two_finger", one.two_finger, None, 'e.g. "45s" | a short direct reply'),
            ("signals", one.signals, Limits().signals, "warnings before a limit"),
        ),
        'speaking times: "90s", "1m30s", "1h", or minutes',
    )


def _speakers_list(agenda: Agenda) -> str:
    one = agenda.speakers_list
    return _table(
        "[speakers_list]",
        (
            ("order", one.order, None, "hand-order, first-time-first or least-spoken"),
            ("two_fingers_per_floor", one.two_fingers_per_floor, 2, ""),
        ),
    )


def _segments(agenda: Agenda, remarks: Remarks) -> list[str]:
    about = (
        "# The agenda, in order. `for` is the planned length, `least` what a late meeting may\n"
        "# squeeze it to; hard_end = 16:00:00 would be a time at which it must end.\n"
    )
    told = [
        _segment(one, _own_rule(agenda, one), remarks.get(one.id, "")) for one in agenda.segments
    ]
    return [about + told[0], *told[1:]]


def _own_rule(agenda: Agenda, one: Segment) -> str | None:
    """The rule that the segment must name itself; None where it follows from the rest."""
    lead = agenda.keynote(one.lead) if one.lead else None
    agreed = lead is not None and lead.public and one.id in lead.on_record_in
    follows = Rule.ON_RECORD if agreed else agenda.rule.name
    return None if one.rule is follows else one.rule.value


def _segment(one: Segment, rule: str | None, remark: str) -> str:
    questions = one.kind is SegmentKind.QA
    return _table(
        "[[segment]]",
        (
            ("id", one.id, None, ""),
            ("kind", one.kind.value, None, ""),
            ("title", one.title, None, ""),
            ("lead", one.lead, "", "the id of a keynote"),
            ("for", one.duration, None, remark),
            ("least", one.least, None, ""),
            ("hard_end", one.hard_end, None, ""),
            ("rule", rule, None, "other than under [rule] above"),
            ("script", one.script, "", "read from [scripts] below"),
            ("source_label", one.source_label, "", "what the texts call this part"),
            ("rounds", one.rounds, None, "e.g. 3 |" if questions else ""),
            ("questions_per_round", one.questions_per_round, None, ""),
            ("leftover", one.leftover, "", "next-round, in-writing or park"),
        ),
    )


def _topics(topics: Iterable[Topic]) -> list[str]:
    about = "# Subjects a note can carry; the key is what is typed after # in a note.\n"
    told = [
        _table(
            "[[topic]]",
            (("id", one.id, None, ""), ("title", one.title, None, ""), ("key", one.key, "", "")),
        )
        for one in topics
    ]
    if not told:
        return [about + '# [[topic]]\n# id    = "security"\n# title = "Security"\n# key   = "1"']
    return [about + told[0], *told[1:]]


def _acronyms(acronyms: Mapping[str, str]) -> str:
    rows = [f"{quoted(short)} = {quoted(long)}" for short, long in acronyms.items()]
    return "\n".join(("[acronyms]", *rows)) if rows else ""


def _scripts(scripts: Mapping[str, str]) -> str:
    rows = [f"{name} = {_block(text)}" for name, text in scripts.items()]
    return "\n".join(("[scripts]", *rows)) if rows else ""


def _publication(one: Publication) -> str:
    told = _table(
        "[publication]",
        (
            ("brief", one.brief, None, "who may read it: public, participants, on-request, hosts"),
            ("report", one.report, None, ""),
            ("contact", one.contact, "", 'e.g. "…" | whom readers ask for the report'),
            ("newsletter", one.newsletter, False, ""),
            ("scope", one.scope, "", 'e.g. "partial" | whether the brief tells all: partial, full'),
            ("default_release", one.default_release, None, "how far a note goes: brief, report"),
        ),
    )
    for text, step in one.review.items():
        order = f"order = {_value(step.order)}"
        until = f", until = {quoted(step.until)}" if step.until else ""
        told += f"\nreview.{text} = {{ {order}{until} }}"
    numbers = {
        name: f"{{ report = {quoted(words.report)}, brief = {quoted(words.brief)} }}"
        for name, words in one.numbers.items()
    }
    for part, rows in (
        ("headings", {name: quoted(text) for name, text in one.headings.items()}),
        ("beginnings", {kind: _value(texts) for kind, texts in one.beginnings.items()}),
        ("numbers", numbers),
    ):
        if rows:
            told += f"\n\n[publication.{part}]"
            told += "".join(f"\n{name} = {value}" for name, value in rows.items())
    return told


def _follow_up(agenda: Agenda) -> str:
    next_ = agenda.follow_up
    return _table("[follow_up]", (("next", next_, "", 'e.g. "…" | what comes after'),))


def _retention(agenda: Agenda) -> str:
    one = agenda.retention
    return _table(
        "[retention]",
        (
            ("roster", one.roster, None, ""),
            ("raw_notes", one.raw_notes, "", 'e.g. "30d after publication" |'),
            ("drafts", one.drafts, "", 'e.g. "30d after publication" |'),
        ),
        "when raw material is destroyed",
    )
