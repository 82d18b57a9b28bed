"""The agenda file: what it gives, what it refuses, and how it says so."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from facilitator.agenda import Agenda, Role, Rule, SegmentKind, from_json, to_json
from facilitator.files.agenda_file import Checked, load, parse
from facilitator.files.problems import Problem

SHIPPED = Path(__file__).parent.parent / "agendas" / "2020-05-28-afghan-view.toml"
GOOD = SHIPPED.read_text(encoding="utf-8").replace('contact         = ""', 'contact = "x@y.org"')


def agenda_of(text: str) -> Agenda:
    checked = parse(text, "agenda.toml")
    assert checked.agenda is not None, [str(problem) for problem in checked.problems]
    return checked.agenda


def changed(*edits: tuple[str, str]) -> str:
    text = GOOD
    for old, new in edits:
        assert text.count(old) >= 1, f"{old!r} is not in the agenda"
        text = text.replace(old, new, 1)
    return text


def errors(checked: Checked) -> list[Problem]:
    return [problem for problem in checked.problems if problem.severity == "error"]


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


# --- the shipped agenda ---------------------------------------------------------------------


def test_the_shipped_agenda_warns_only_of_the_missing_contact() -> None:
    checked = load(SHIPPED)
    assert checked.agenda is not None
    (warning,) = checked.problems
    assert (warning.severity, warning.key) == ("warning", "[publication] . contact")
    assert "contact" in SHIPPED.read_text(encoding="utf-8").split("\n")[warning.line - 1]


def test_the_shipped_agenda_holds_the_facts_of_the_published_summary() -> None:
    agenda = agenda_of(GOOD)
    assert agenda.series.title == "HAS Track 2 Dialogue Series"
    assert agenda.session.title == "Afghan View of Regional Dimensions in the Peace Process"
    assert agenda.session.date == date(2020, 5, 28)
    assert agenda.session.format == "virtual"
    assert agenda.session.event == "expert discussion"
    assert [(body.role, body.name, body.short) for body in agenda.organisations] == [
        (Role.HOST, "Heart of Asia Society", "HAS"),
        (Role.SUPPORTER, "Konrad Adenauer Stiftung", "KAS"),
        (Role.PARTNER, "Center on International Cooperation", "CIC"),
    ]
    assert [body.article for body in agenda.organisations] == ["the", "the", None]
    assert agenda.organisations[2].parent == "New York University"
    (keynote,) = agenda.keynotes
    assert (keynote.style, keynote.name) == ("His Excellency", "Mohammad Haneef Atmar")
    assert keynote.office.casefold() == "acting foreign minister"
    assert keynote.of == "Islamic Republic of Afghanistan"
    assert keynote.public
    assert agenda.composition.countries == (
        *("Afghanistan", "China", "Iran", "Germany", "Kyrgyzstan", "India", "Norway"),
        *("Pakistan", "the UK", "the United States"),
    )
    assert [(kind.label, kind.count) for kind in agenda.composition.categories] == [
        ("high-ranking Afghan official", 1),
        ("former diplomats", None),
        ("scholars", None),
    ]
    assert [segment.kind for segment in agenda.segments] == [
        SegmentKind.OPENING,
        SegmentKind.KEYNOTE,
        SegmentKind.QA,
        SegmentKind.DISCUSSION,
        SegmentKind.CLOSING,
    ]
    assert agenda.publication.newsletter
    assert agenda.publication.scope == "partial"


def test_the_shipped_agenda_means_what_it_says() -> None:
    agenda = agenda_of(GOOD)
    assert [segment.rule for segment in agenda.segments] == [
        Rule.CHATHAM_HOUSE,
        Rule.ON_RECORD,
        Rule.CHATHAM_HOUSE,
        Rule.CHATHAM_HOUSE,
        Rule.CHATHAM_HOUSE,
    ]
    assert agenda.public_lead(agenda.segment("presentation")) is agenda.keynotes[0]
    assert agenda.public_lead(agenda.segment("qa")) is None
    assert agenda.segment("qa").duration == timedelta(minutes=40)
    assert agenda.segment("qa").least == timedelta(minutes=25)
    assert agenda.limits.question == timedelta(seconds=90)
    assert agenda.limits.signals == (timedelta(minutes=5), timedelta(minutes=1), timedelta(0))
    assert agenda.keynotes[0].hard_out == time(15, 5)
    assert agenda.scripts["opening"].count("\n") == 3
    assert agenda.publication.review["report"].order == ("hosts", "keynote", "participants")
    assert agenda.follow_up.startswith("a series of Track 2 dialogues")
    assert from_json(to_json(agenda)) == agenda


def test_load_adds_nothing_but_reading() -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert load(SHIPPED) == parse(text, str(SHIPPED))


# --- broken agendas -------------------------------------------------------------------------

# What to change, what to look for on the line the problem must name, words of the problem,
# words of its mend.
BROKEN = [
    ("typo in public", ("public       = true", "publc = true"), "publc", "publc", "`public`"),
    ("lead", ('lead     = "keynote"', 'lead = "keynot"'), '"keynot"', "keynot", '"keynote"'),
    ("role", ('role    = "supporter"', 'role = "suporter"'), "suporter", "suporter", '"supporter"'),
    ("order", ('"first-time-first" ', '"first time first" '), "first time", "", "first-time-first"),
    ("format", ('"virtual" ', '"online" '), '"online"', "online", "`virtual`"),
    ("scope", ('"partial"', '"some"'), 'scope           = "some"', "some", "`partial` or `full`"),
    ("reader", ('"on-request"\n', '"on request"\n'), '"on request"', "", '"on-request"'),
    ("release", ('default_release = "brief"', 'default_release = "all"'), '"all"', "", "brief"),
    ("attendees", ('"composition-only"', '"nobody"'), '"nobody"', "nobody", "consenting"),
    ("heading", ("takeaways       =", "takeaway ="), "takeaway =", "takeaway", "`takeaways`"),
    ("beginning", ("concern = [", "concerns = ["), "concerns =", "concerns", "`concern`"),
    ("beginning empty", ('"Concern was voiced about"', '""'), "concern =", "empty", "write it"),
    ("number word", ("few = {", "fewer = {"), "fewer =", "fewer", "`few`"),
    ("number text", ("{ report = \"a", "{ reprot = \"a"), "few =", "reprot", "`report`"),
    ("number twice", ('report = "a few"', 'report = "Several"'), "few =", "several", "of its own"),
    ("leftover", ('leftover = "next-round"', 'leftover = "parked"'), '"parked"', "", '"park"'),
    ("rule", ('name        = "chatham-house"', 'name = "chatam"'), "chatam", "", "chatham"),
    ("quoted date", ("= 2020-05-28   ", '= "2020-05-28"'), '= "2020-05-28"', "only text", "drop"),
    ("quoted time", ("= 14:00:00 ", '= "14:00:00" '), '"14:00:00"', "only text", "drop the quotes"),
    ("date with time", ("= 2020-05-28   ", "= 2020-05-28T14:00:00 "), "T14", "not a date", "alone"),
    ("zone", ('"Asia/Kabul"', '"Asia/Kabool"'), "Kabool", "Kabool", "Asia/Kabul"),
    ("city alone", ('"Asia/Kabul"', '"Kabul"'), '"Kabul"', "Kabul", "Asia/Kabul"),
    ("length", ('for   = "45m"', 'for = "45 minutes"'), "45 minutes", "length of time", '"1m30s"'),
    ("length zero", ('for   = "45m"', 'for = "0m"'), '"0m"', "zero", '"5m"'),
    ("length bare zero", ('for   = "45m"', "for = 0"), "for = 0", "zero", '"5m"'),
    ("length negative", ('for   = "45m"', "for = -5"), "for = -5", "negative", '"5m"'),
    ("length text negative", ('for   = "45m"', 'for = "-5m"'), '"-5m"', "-5m", '"5m"'),
    ("length inf", ('for   = "45m"', "for = inf"), "for = inf", "inf", '"5m"'),
    ("length nan", ('for   = "45m"', "for = nan"), "for = nan", "nan", '"5m"'),
    ("length quoted inf", ('for   = "45m"', 'for = "inf"'), '"inf"', "inf", '"5m"'),
    ("length true", ('for   = "45m"', "for = true"), "for = true", "true", '"5m"'),
    ("length float", ('for   = "45m"', "for = 1.5"), "for = 1.5", "1.5", '"5m"'),
    ("length two days", ('for   = "45m"', 'for = "48h"'), '"48h"', "longer than a day", '"5m"'),
    ("signal", ('"1m", "0s"', '"1m", "-1s"'), '"-1s"', "-1s", '"5m"'),
    ("session id", ('"2020-05-28-afghan-view"', '"../view"'), '"../view"', "id", "small letters"),
    ("session id case", ('"2020-05-28-afghan-view"', '"View"'), '"View"', "View", "small letters"),
    ("id twice", ('id    = "discussion"', 'id = "qa"'), 'id = "qa"', "qa", "its own id"),
    ("topic twice", ('id    = "formats"', 'id = "end-state"'), "@2:end-state", "entry 1", "own id"),
    ("topic key twice", ('key   = "5"', 'key = "2"'), 'key = "2"', "topic 2", "own key"),
    ("topic key words", ('key   = "5"', 'key = "two words"'), "two words", "typed", "short word"),
    ("least", ('least = "30m"', 'least = "50m"'), 'least = "50m"', "50 min", "smaller"),
    ("rounds", ("least = \"30m\"", "rounds = 2"), "rounds = 2", "`rounds`", 'kind = "qa"'),
    ("script", ('script = "closing"', 'script = "closng"'), "closng", "closng", '"closing"'),
    ("on_record_in", ('["presentation"]', '["presentaton"]'), "presentaton", "", '"presentation"'),
    ("not public", ("public       = true", "public = false"), "on_record_in =", "not public", "="),
    ("public_person", ('public_person = "keynote"', 'public_person = "x"'), '"x" },', "", "id"),
    ("count", ("count = 1", "count = 0"), "count = 0", "too small", "1 or more"),
    ("count true", ("count = 1", "count = true"), "count = true", "whole number", "3"),
    ("k", ("k = 3", "k = 1"), "k = 1", "too small", "2 or more"),
    ("track", ('track = "2"', "track = 2"), "track = 2", "must be text", "quotes"),
    ("flag", ("newsletter      = true", 'newsletter = "yes"'), '"yes"', "true nor", "without"),
    ("empty title", ('"General discussion"', '" "'), 'title = " "', "empty", "write it"),
    ("table typo", ("[follow_up]", "[follow-up]"), "[follow-up]", "follow-up", "`follow_up`"),
    ("wrong table", ('number    = 1', 'contact = "x"'), 'contact = "x"', "", "[publication]"),
    ("one bracket", ('[[topic]]\nid    = "end-state"', '[topics]'), "[topics]", "", "`topic`"),
    ("article", ('article = "the"  ', "article = 1  "), "article = 1", "text", "quotes"),
    ("language", ('["en"]', '["English!"]'), "English!", "language", '"en"'),
    ("review", ("review.brief ", "review.breif "), "breif", "breif", "`brief`"),
    ("step", ('until = "1 day"', 'untl = "1 day"'), "untl", "untl", "`until`"),
    ("step wait", ('until = "1 day"', 'until = "soon"'), '"soon"', "how long", "5 working days"),
    ("step order", ('"keynote"], until', '"keynot"], until'), '"keynot"', "", '"keynote"'),
    ("schema", ("schema = 1", "schema = 7"), "schema = 7", "newer", "update"),
    ("too long", ('"General discussion"', '"' + "x" * 401 + '"'), "xxxxx", "too long", "400"),
    ("kind", ('kind     = "qa"', 'kind = "qna"'), '"qna"', "qna", '"qa"'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("edit", "at", "what", "mend"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN]
)
def test_a_mistake_is_named_with_its_line_and_how_to_mend_it(
    edit: tuple[str, str], at: str, what: str, mend: str
) -> None:
    text = changed(edit)
    if at.startswith("@2:"):  # the second place where it stands
        word = at.removeprefix("@2:")
        line = text[: text.rindex(word)].count("\n") + 1
    else:
        line = line_of(text, at)
    checked = parse(text, "agenda.toml")
    assert checked.agenda is None
    found = [problem for problem in errors(checked) if problem.line == line]
    assert found, [str(problem) for problem in checked.problems]
    assert any(what in each.what and mend in each.mend and each.mend for each in found), found
    for problem in checked.problems:
        assert "\n" not in str(problem)
        assert str(problem).startswith(f"agenda.toml:{problem.line}: ")


SYNTAX = [
    ("curly", ('"General discussion"', "“General discussion”"), "“General", "curly", "straight"),
    ("closing curly", ('"General discussion"', '"General discussion”'), "General d", "curly", ""),
    ("single curly", ('"General discussion"', "‘General discussion’"), "‘General", "curly", "str"),
    ("guillemets", ('"General discussion"', "«General discussion»"), "«General", "curly", ""),
    ("curly in a list", ('"India", ', "“India”, "), "“India”", "curly", "straight"),
    ("curly block", ('closing = """', "closing = “““"), "“““", "curly", "straight"),
    ("no quotes", ('"General discussion"', "General discussion"), "= General", "not", "quotes"),
    ("short time", ("14:00:00", "14:00"), "14:00 ", "time of day", "14:00:00"),
    ("european date", ("= 2020-05-28", "= 28.05.2020"), "28.05.2020", "not a date", "2020-05-28"),
    ("bare length", ('for   = "45m"', "for = 45m"), "for = 45m", "without quotes", '"5m"'),
    ("key twice", ('lead     = "keynote"', 'lead = "a"\nlead = "b"'), 'lead = "b"', "twice", "one"),
    ("table twice", ("[follow_up]", "[series]"), "[series]\nnext", "twice", "first"),
    ("no equals", ("number    = 1", "number 1"), "number 1", "no =", "title"),
    ("comma", ('"Norway", "Pakistan"', '"Norway" "Pakistan"'), '"Norway" "P', "comma", "comma"),
    ("backslash", ('"virtual"', '"vir\\tual\\q"'), "\\q", "backslash", "twice"),
    ("no such day", ("2020-05-28   ", "2020-02-30   "), "2020-02-30", "no such date", "2020-05-28"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("edit", "at", "what", "mend"), [row[1:] for row in SYNTAX], ids=[row[0] for row in SYNTAX]
)
def test_what_is_not_toml_comes_alone_with_its_line_in_plain_words(
    edit: tuple[str, str], at: str, what: str, mend: str
) -> None:
    text = changed(edit)
    (problem,) = parse(text, "agenda.toml").problems
    assert problem.line == line_of(text, at), str(problem)
    assert what in problem.what
    assert mend in problem.mend


def test_all_mistakes_of_a_file_come_at_once_in_the_order_of_its_lines() -> None:
    text = changed(
        ('format    = "virtual"', 'format = "vitual"'),
        ("public       = true", "publc = true"),
        ('least = "30m"', "least = -1"),
        ('script = "closing"', 'script = "none-such"'),
        ('lead     = "keynote"', 'lead = "nobody-at-all"'),
    )
    checked = parse(text, "agenda.toml")
    # The typo in `public` leaves the keynote unnamed, so two other keys no longer hold.
    places = ('"vitual"', "publc", "on_record_in = [", "public_person")
    places += ('"nobody-at', "least = -1", '"none-such"')
    assert [each.line for each in errors(checked)] == [line_of(text, part) for part in places]
    assert checked.agenda is None


def test_a_missing_key_is_reported_at_its_table() -> None:
    text = changed(('title = "General discussion"', ""))
    (problem,) = parse(text, "a.toml").problems
    assert problem.line == text[: text.index('id    = "discussion"')].count("\n")
    assert problem.key == "[[segment]] discussion . title"
    assert "title = " in problem.mend


def test_missing_tables_are_named() -> None:
    said = "\n".join(str(problem) for problem in parse("schema = 1", "a.toml").problems)
    for part in ("series", "[session]", "no organisation is the host", "no segments"):
        assert part in said


def test_an_empty_file_is_one_problem() -> None:
    for text in ("", "\n\n", "# only a remark\n"):
        (problem,) = parse(text, "a.toml").problems
        assert "empty" in problem.what


def test_a_table_written_with_too_few_or_too_many_brackets() -> None:
    text = re.sub(r"\[\[keynote\]\]", "[keynote]", GOOD)
    assert "[[keynote]]" in next(p.mend for p in errors(parse(text, "a")) if p.key == "keynote")
    text = GOOD.replace("[session]", "[[session]]")
    assert "[session]" in next(p.mend for p in errors(parse(text, "a")) if p.key == "session")


def test_participants_do_not_belong_in_an_agenda() -> None:
    (problem,) = parse(GOOD + '\n[[participant]]\nname = "x"\n', "a").problems
    assert "roster" in problem.mend


# --- which rule -----------------------------------------------------------------------------


def test_without_any_rule_a_segment_is_an_error_unless_its_lead_agreed() -> None:
    text = changed(('name        = "chatham-house"', ""))
    found = errors(parse(text, "a.toml"))
    assert [problem.key for problem in found] == [
        f"[[segment]] {name} . rule" for name in ("opening", "qa", "discussion", "closing")
    ]
    assert all("chatham-house" in problem.mend for problem in found)


def test_a_segment_s_own_rule_outranks_the_lead_s_consent() -> None:
    text = changed(('source_label = "presentation"', 'rule = "chatham-house-consent"'))
    assert agenda_of(text).segment("presentation").rule is Rule.CHATHAM_HOUSE_CONSENT


def test_on_the_record_with_a_lead_who_did_not_agree_is_an_error() -> None:
    text = changed(
        ("public       = true", "public = false"),
        ('on_record_in = ["presentation"]', ""),
        (', public_person = "keynote"', ""),
        ('least    = "25m"', 'rule = "on-record"'),
    )
    (problem,) = errors(parse(text, "a.toml"))
    assert problem.line == line_of(text, 'rule = "on-record"')
    assert "agreed" in problem.what


def test_on_the_record_outside_the_lead_s_consent_is_a_warning() -> None:
    checked = parse(changed(('least    = "25m"', 'rule = "on-record"')), "a.toml")
    (problem,) = checked.problems
    assert problem.severity == "warning"
    assert checked.agenda is not None
    assert checked.agenda.public_lead(checked.agenda.segment("qa")) is None


# --- warnings -------------------------------------------------------------------------------


def test_a_small_count_of_people_who_are_not_public_is_a_warning() -> None:
    edit = ('{ label = "scholars" }', '{ label = "scholars", count = 2 }')
    checked = parse(changed(edit), "a.toml")
    (problem,) = checked.problems
    assert (problem.severity, problem.line) == ("warning", line_of(changed(edit), "count = 2"))
    assert checked.agenda is not None
    assert not parse(changed(edit, ("k = 3", "k = 2")), "a.toml").problems


@pytest.mark.parametrize(
    ("edits", "key", "words"),
    [
        ([("hard_out     = 15:05:00", "hard_out = 15:00:00")], "[[segment]] qa . lead", "5 min"),
        ([('least = "30m"', "hard_end = 15:49:00")], "[[segment]] discussion . hard_end", "1 min"),
        (
            [("14:00:00", "23:00:00"), ("hard_out     = 15:05:00", "hard_out = 00:00:00")],
            "[[segment]] qa . lead",
            "5 min",
        ),
    ],
)
def test_a_plan_past_a_hard_limit_is_a_warning(
    edits: list[tuple[str, str]], key: str, words: str
) -> None:
    checked = parse(changed(*edits), "a.toml")
    (problem,) = checked.problems
    assert (problem.severity, problem.key) == ("warning", key)
    assert words in problem.mend
    assert checked.agenda is not None


def test_the_hour_lost_in_spring_counts_against_a_hard_limit() -> None:
    night = [('"Asia/Kabul"', '"Europe/Berlin"'), ("= 2020-05-28 ", "= 2020-03-29 ")]
    late = [("14:00:00", "01:00:00"), ("hard_out     = 15:05:00", "hard_out = 23:00:00")]
    # 105 minutes after 01:00 it is 03:45 on that night, not 02:45.
    for wall, warned in (("03:49:00", True), ("03:50:00", False)):
        text = changed(*night, *late, ('least = "30m"', f"hard_end = {wall}"))
        assert bool([p for p in parse(text, "a").problems if "hard_end" in p.key]) is warned


def test_a_very_long_day_is_a_warning() -> None:
    checked = parse(changed(('for   = "45m"', 'for = "13h"')), "a.toml")
    assert checked.agenda is not None
    assert any("add up to" in problem.what for problem in checked.problems)


# --- hostile text ---------------------------------------------------------------------------


def test_text_is_cleaned_and_newlines_stay_only_in_scripts() -> None:
    text = changed(
        ('"General discussion"', '"General\\u001b]52 \\u202ediscussion\\nnow"'),
        ("Raise your hand", "Raise\\u0007 your hand"),
    )
    agenda = agenda_of(text)
    assert agenda.segment("discussion").title == "General]52 discussion now"
    assert "\a" not in agenda.scripts["opening"]
    assert "\n" in agenda.scripts["opening"]


def test_a_problem_never_repeats_control_characters() -> None:
    text = changed(
        ('lead     = "keynote"', 'lead = "\\u001b]52;c;AAAA\\u0007\\u202e"'),
        ("[follow_up]", '["\\u001b[2J"]'),
        ('format    = "virtual"', 'format = "\\u001b[31m' + "x" * 900 + '"'),
    )
    for problem in parse(text, "a\x1b[2J\n.toml").problems:
        assert str(problem).isprintable(), ascii(str(problem))
        assert len(str(problem)) < 600
