"""A new agenda from ten answers, and from the session before: a good file, and nobody in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from conftest import Hand, House, plan
from facilitator import paths
from facilitator.agenda import (
    Agenda,
    Category,
    Composition,
    Keynote,
    Rule,
    SegmentKind,
    differences,
)
from facilitator.agenda_forms import FORMS
from facilitator.capture import Words
from facilitator.cli import wiring
from facilitator.cli.preparing import new
from facilitator.errors import Refused
from facilitator.files.agenda_file import load, parse
from facilitator.files.agenda_writing import agenda_text
from facilitator.meeting import Close, Start
from facilitator.planning import (
    QUESTIONS,
    Answers,
    missing,
    planned,
    proposed,
    read_day,
    read_time,
    slug,
)
from facilitator.record import Kind, Mark, Note, Release
from facilitator.roster import Participant, Roster
from facilitator.succession import hand_on
from facilitator.text import clean
from facilitator.zones import cities, city

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "agendas" / "2020-05-28-afghan-view.toml"
DAY = date(2026, 12, 3)
ANSWERS = Answers("A First Look", day=DAY, zone="Asia/Kabul", host="Invented House")


def read_back(agenda: Agenda) -> Agenda:
    checked = parse(agenda_text(agenda), "agenda.toml")
    assert checked.agenda is not None, [str(problem) for problem in checked.problems]
    return checked.agenda


# The file


def test_the_shipped_agenda_is_written_and_read_back_the_same() -> None:
    shipped = load(SHIPPED).agenda
    assert shipped is not None
    assert read_back(shipped) == shipped


TEXTS = st.text(st.characters(exclude_categories=("C",)), max_size=40).map(
    lambda t: clean(t).strip()
)


@given(TEXTS, TEXTS, TEXTS)
def test_no_text_breaks_the_file(title: str, script: str, acronym: str) -> None:
    agenda = plan()
    agenda = replace(
        agenda,
        session=replace(agenda.session, title=title or "-", headline=script),
        scripts={"opening": f'{script}"\n"""{title}\\'},
        acronyms={acronym or "X": title},
    )
    again = read_back(agenda)
    assert (again.session.title, again.session.headline) == (
        agenda.session.title,
        agenda.session.headline,
    )


def test_every_part_of_a_plan_is_written() -> None:
    shipped = load(SHIPPED).agenda
    assert shipped is not None
    full = replace(
        shipped,
        composition=Composition((Category("scholars", 7),), ("Iran",), 5),
        segments=tuple(
            replace(one, hard_end=time(18, 0), least=timedelta(seconds=90), rule=Rule.OFF_RECORD)
            for one in shipped.segments
        ),
        series=replace(shipped.series, theme="", aim=""),
    )
    assert differences(full, read_back(full)) == ()


# The ten questions


def answered(*texts: str) -> Answers:
    answers = Answers()
    given = iter(texts)
    for question in QUESTIONS:
        if question.applies(answers):
            answers = question.read(answers, next(given))
    assert next(given, None) is None
    return answers


def test_ten_answers_make_an_agenda_that_passes_check() -> None:
    assert len(QUESTIONS) == 10
    answers = answered(
        "A First Look", "The Series", "3 December 2026", "2 pm", "kabul", "One House; Other House",
        "Ada Invented", "y", "1", "2",
    )  # fmt: skip
    agenda = read_back(planned(answers))
    assert agenda.session.id == "2026-12-03-a-first-look"
    assert (agenda.session.start, agenda.session.timezone) == (time(14), "Asia/Kabul")
    assert [body.name for body in agenda.organisations] == ["One House", "Other House"]
    talk, qa = agenda.segment("talk"), agenda.segment("qa")
    assert agenda.public_lead(talk) is not None
    assert qa.rule is Rule.CHATHAM_HOUSE
    assert qa.rounds == 2


def test_whoever_has_not_agreed_is_named_in_no_segment() -> None:
    agenda = planned(replace(ANSWERS, speaker="Ada Invented", named=False))
    assert agenda.keynotes == (Keynote("keynote", "Ada Invented"),)
    assert all(agenda.public_lead(segment) is None for segment in read_back(agenda).segments)


def test_nobody_is_asked_about_the_consent_of_nobody() -> None:
    (named,) = (question for question in QUESTIONS if question.key == "named")
    assert not named.applies(ANSWERS)
    assert planned(ANSWERS).keynotes == ()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("speaker", ["", "Ada Invented"])
@pytest.mark.parametrize("named", [True, False])
def test_every_form_passes_check(form: str, speaker: str, named: bool) -> None:
    agenda = planned(replace(ANSWERS, form=form, speaker=speaker, named=named))
    assert read_back(agenda) == agenda


def test_a_workshop_has_breaks_and_a_panel_has_rounds() -> None:
    kinds = [one.kind for one in planned(replace(ANSWERS, form="workshop")).segments]
    assert kinds.count(SegmentKind.BREAK) == 2
    assert planned(replace(ANSWERS, form="panel", rounds=4)).segment("qa").rounds == 4


@pytest.mark.parametrize("form", FORMS)
def test_the_shipped_templates_are_what_new_writes(form: str) -> None:
    path = ROOT / "agendas" / f"template-{form}.toml"
    start = time(9, 30) if form == "workshop" else time(14)
    answers = Answers(
        "Title of the Meeting", "Title of the Series", date(2030, 1, 10), start, "Asia/Kabul",
        "Name of the Host", form=form,
    )  # fmt: skip
    assert path.read_text("utf-8") == agenda_text(planned(answers))
    assert load(path).agenda is not None


@pytest.mark.parametrize(
    "text", ["2026-12-03", "3 December 2026", "3rd dec 2026", "December 3, 2026", "2026/12/3"]
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert read_day(text) == DAY


@pytest.mark.parametrize("text", ["03/12/2026", "12/3/26", "", "2026-13-01", "31 feb 2026", "soon"])
def test_a_day_that_could_be_two_is_asked_again(text: str) -> None:
    with pytest.raises(Refused):
        read_day(text)


def test_times_as_people_write_them() -> None:
    assert [read_time(each) for each in ("14:00", "14", "2 pm", "2:05pm", "12 am", "9.30")] == [
        time(14), time(14), time(14), time(14, 5), time(0), time(9, 30),
    ]  # fmt: skip
    for wrong in ("25:00", "14:70", "noon", "13 pm", ""):
        with pytest.raises(Refused):
            read_time(wrong)


def test_cities_that_the_zone_data_does_not_name() -> None:
    told = [each.zone for each in cities("New Delhi, beijing; Kabul, São Paulo, Washington, UTC")]
    assert told == [
        "Asia/Kolkata", "Asia/Shanghai", "Asia/Kabul", "America/Sao_Paulo", "America/New_York",
        "UTC",
    ]  # fmt: skip
    with pytest.raises(Refused, match="did you mean Berlin"):
        city("Berlim")


def test_folder_names_of_any_title() -> None:
    assert slug("2026-12-03-Ein Gespräch: Über Öl!") == "2026-12-03-ein-gesprach-uber-ol"
    assert slug("نگاه").isascii()
    assert len(slug("word " * 40)) <= 64
    assert slug("…") == "meeting"


def test_what_must_be_answered() -> None:
    assert missing(Answers()) == ("title", "day", "host")
    assert missing(ANSWERS) == ()


# After a session


def note(house: House, text: str, kind: Kind, segment: str = "discussion", **more: object) -> None:
    secretariat = house.opened[0]
    made = Note(secretariat.new_id(), segment, kind, text, **more)  # type: ignore[arg-type]
    secretariat.store.keep(made, append=True)


@pytest.fixture
def held(tmp_path: Path, clock: Hand) -> House:
    """A closed session: a private lead, a public one, names in script, title and points."""
    agenda = plan()
    agenda = replace(
        agenda,
        session=replace(agenda.session, number=1, headline="First of a series"),
        keynotes=(*agenda.keynotes, Keynote("p", "Bruno Privatus")),
        segments=tuple(
            replace(one, title="Reply by Bruno Privatus", lead="p")
            if one.id == "discussion"
            else one
            for one in agenda.segments
        ),
        scripts={"opening": "Welcome.\nBruno Privatus replies.", "closing": "Thank you."},
    )
    house = House(tmp_path, clock, agenda)
    secretariat = house.open()
    progress = secretariat.conduct(Start("talk"), secretariat.look().progress)
    clock.forward(24 * 60)
    secretariat.conduct(Start("qa"), progress)
    note(house, "Who guarantees the end state?", Kind.QUESTION, "qa", mark=Mark.WRITING)
    note(house, "Was it settled", Kind.QUESTION, "qa", mark=Mark.ANSWERED)
    note(house, "A map of water rights", Kind.PARKING)
    note(house, "Bruno Privatus wants the map", Kind.PARKING)
    note(house, "For the hosts only", Kind.PARKING, release=Release.HOSTS)
    clock.forward(60)
    secretariat.conduct(Close(), secretariat.look().progress)
    return house


def test_the_next_agenda_names_nobody_but_public_people(held: House) -> None:
    roster = Roster((Participant("Bruno Privatus"), Participant("Ada Invented", public=True)))
    handed = hand_on(held.opened[0].store, roster)
    answers = replace(proposed(handed.before), title="Second Session", day=DAY)
    text = agenda_text(
        planned(answers, handed.before), handed.before.remarks(), handed.before.told_on_top()
    )
    assert "Privatus" not in text
    assert "Ada Invented" in text
    checked = parse(text, "next.toml")
    assert checked.agenda is not None
    assert any("1 point stays behind" in each for each in handed.remarks)
    held.close()


def test_what_goes_on(held: House) -> None:
    handed = hand_on(held.opened[0].store, None)
    answers = replace(proposed(handed.before), title="Second Session", day=DAY)
    agenda = planned(answers, handed.before)
    before = held.opened[0].store.agenda()
    assert agenda.series == before.series
    assert agenda.organisations == before.organisations
    assert agenda.topics == before.topics
    assert agenda.limits == before.limits
    assert agenda.session.number == 2
    assert agenda.session.headline == ""
    carried = agenda.scripts["carried"]
    assert "Who guarantees the end state?" in carried
    assert "A map of water rights" in carried
    assert "settled" not in carried
    assert "hosts only" not in carried
    assert any(one.script == "carried" for one in agenda.segments)
    assert "last time 24 min" in agenda_text(agenda, handed.before.remarks())
    assert handed.texts
    held.close()


def test_a_consent_was_given_for_one_meeting(held: House) -> None:
    handed = hand_on(held.opened[0].store, None)
    agenda = planned(replace(proposed(handed.before), title="T", day=DAY), handed.before)
    assert [one.name for one in agenda.keynotes] == ["Ada Invented"]
    assert not agenda.keynotes[0].public
    assert all(agenda.public_lead(one) is None for one in agenda.segments)
    again = replace(proposed(handed.before), title="T", day=DAY, named=True)
    named = planned(again, handed.before)
    assert named.public_lead(named.segment("talk")) is not None
    held.close()


def test_without_the_roster_of_a_session_that_had_one_no_words_go_on(held: House) -> None:
    store = held.opened[0].store
    store.mark_roster()
    handed = hand_on(store, None)
    assert "carried" not in handed.before.agenda.scripts
    assert not handed.texts
    assert any("--roster" in each for each in handed.remarks)
    held.close()


# The command


def opened(tmp_path: Path) -> str:
    root = paths.home()
    done = wiring.open_agenda(root, SHIPPED)
    secretariat = wiring.enter(root, done.session_id, "command")
    secretariat.conduct(Start("opening"), secretariat.look().progress)
    words = Words(Kind.PARKING, "A map of water rights")
    made = Note(secretariat.new_id(), "discussion", words.kind, words.text)
    secretariat.store.keep(made, append=True)
    secretariat.conduct(Close(), secretariat.look().progress)
    secretariat.leave()
    return done.session_id


def test_new_after_the_closed_example(tmp_path: Path) -> None:
    session = opened(tmp_path)
    target = tmp_path / "next.toml"
    done = CliRunner().invoke(
        new,
        [
            "--after",
            session,
            str(target),
            "--title",
            "Second View",
            "--date",
            "2020-06-25",
            "--yes",
        ],
    )
    assert done.exit_code == 0, done.output
    assert done.output.rstrip().endswith(str(target))
    agenda = load(target).agenda
    assert agenda is not None
    assert agenda.session.id == "2020-06-25-second-view"
    assert "water rights" in target.read_text()
    secretariat = wiring.enter(paths.home(), session, "command")
    assert str(target) in secretariat.store.written()  # a strike will tell of it
    secretariat.leave()


def test_new_asks_and_replaces_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines = "A Look\n\n2026-12-03\n\nKabul\nInvented House\n\n2\n\n"
    done = CliRunner().invoke(new, [], input=lines)
    assert done.exit_code == 0, done.output
    path = tmp_path / "2026-12-03-a-look.toml"
    assert load(path).agenda is not None
    path.write_text("mine")
    assert CliRunner().invoke(new, [], input=lines).exception is not None
    assert path.read_text() == "mine"


def test_new_says_what_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(new, ["--yes", "--title", "A Look"])
    assert isinstance(done.exception, Refused)
    assert "--date and --host" in str(done.exception)
    assert not list(tmp_path.glob("*.toml"))
