"""The papers from the plan: hours everywhere, nobody named, a calendar file that others read."""

from __future__ import annotations

import io
import stat
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner
from dateutil import tz
from hypothesis import given
from hypothesis import strategies as st

from conftest import plan
from facilitator import hours
from facilitator.agenda import Agenda, Keynote
from facilitator.cli.gate import HeldBack
from facilitator.cli.papers import papers
from facilitator.errors import Refused
from facilitator.publish.document import Document, Table, texts
from facilitator.publish.programme import TEAM, annotated_agenda, public_agenda
from facilitator.writers import calendar
from facilitator.zones import City, cities, city

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "agendas" / "2020-05-28-afghan-view.toml"
ROSTER = ROOT / "agendas" / "roster-invented.toml"
STAMP = datetime(2020, 5, 1, 12, 0, tzinfo=UTC)


def at(zone: str, day: date, start: time, **more: object) -> Agenda:
    agenda = plan(**more)
    return replace(agenda, session=replace(agenda.session, date=day, start=start, timezone=zone))


def told(document: Document) -> str:
    return "\n".join(texts(document))


def table(document: Document, head: str) -> tuple[tuple[str, ...], ...]:
    (found,) = (b for b in document.blocks if isinstance(b, Table) and b.head[0] == head)
    return found.rows


# Hours

ON_28_MAY = at("Asia/Kabul", date(2020, 5, 28), time(14))


def test_the_hours_of_the_published_meeting() -> None:
    where = cities("New Delhi, Beijing, Berlin, New York")
    starts = [f"{hours.sitting(ON_28_MAY, each).start:%H:%M}" for each in where]
    assert starts == ["15:00", "17:30", "11:30", "05:30"]
    assert hours.warnings(ON_28_MAY, where) == ("New York: begins at 05:30 there",)


@pytest.mark.parametrize(
    ("start", "name", "words"),
    [
        (time(9), "New York", "begins at 00:30"),
        (time(14), "Tokyo", ""),
        (time(18), "Tokyo", "begins at 22:30 at night"),
        (time(17), "Tokyo", "ends at 23:30"),
        (time(18), "Kathmandu", ""),
        (time(19), "Kathmandu", "ends at 22:15"),
        (time(20), "Kathmandu", "ends at 23:15"),
    ],
)
def test_who_would_sit_at_night_is_told(start: time, name: str, words: str) -> None:
    agenda = at("Asia/Kabul", date(2020, 5, 28), start)
    (line,) = hours.warnings(agenda, (city(name),)) or ("",)
    assert words in line
    assert bool(line) == bool(words)


def test_another_day_elsewhere_is_marked() -> None:
    agenda = at("Asia/Kabul", date(2020, 5, 28), time(5))
    told = public_agenda(agenda, cities("New York, Berlin, Tokyo"))
    rows = {row[0]: row[1:] for row in table(told, "City")}
    assert rows["New York"] == ("20:30 (-1 day)", "22:30 (-1 day)")
    assert rows["Tokyo"] == ("09:30", "11:30")


@pytest.mark.parametrize(
    ("day", "hour"),
    [
        # New York goes to summer time two weeks before Berlin, and back one week after.
        (date(2026, 3, 4), "09:00"),
        (date(2026, 3, 11), "10:00"),
        (date(2026, 4, 1), "09:00"),
        (date(2026, 10, 28), "10:00"),
        (date(2026, 11, 4), "09:00"),
    ],
)
def test_new_york_in_a_changing_week(day: date, hour: str) -> None:
    there = hours.sitting(at("Europe/Berlin", day, time(15)), city("New York"))
    assert f"{there.start:%H:%M}" == hour


# The agenda for participants


def test_the_public_agenda_names_only_whom_it_may() -> None:
    private = plan(
        keynotes=(
            Keynote("k", "Ada Invented", public=True, on_record_in=("talk",)),
            Keynote("p", "Bruno Privatus", office="Envoy", of="Arland"),
        ),
        segments=tuple(
            replace(one, lead="p" if one.id == "discussion" else one.lead, script="opening")
            for one in plan().segments
        ),
        scripts={"opening": "CUE: unmute everybody"},
    )
    public = told(public_agenda(private))
    assert "Talk: Ada Invented" in public
    assert "Privatus" not in public
    assert "Envoy" not in public
    assert "CUE" not in public
    assert "Qa: " not in public  # her answers are under the Rule
    team = annotated_agenda(private)
    assert team.header == TEAM
    assert "Bruno Privatus, Envoy of Arland, who is not to be named" in told(team)
    assert "CUE: unmute everybody" in told(team)


def test_two_cities_stand_beside_the_programme_and_more_below_it() -> None:
    few = public_agenda(ON_28_MAY, cities("Berlin, New York"))
    assert table(few, "Kabul")[1][:4] == (
        "14:05–14:25", "09:35–09:55", "11:35–11:55", "05:35–05:55",
    )  # fmt: skip
    many = public_agenda(ON_28_MAY, cities("Berlin, New York, Beijing"))
    assert len(table(many, "Kabul")[0]) == 3
    assert ("Beijing", "17:30", "19:30") in table(many, "City")


def test_the_team_reads_limits_and_cues() -> None:
    text = told(annotated_agenda(ON_28_MAY, cities("New York")))
    assert "New York: begins at 05:30 there." in text
    assert "Say the Rule, and that nothing is recorded." in text
    assert "14:25–15:05 Qa (40 min)" in text


# The calendar


def read(data: bytes) -> tuple[icalendar.Event, datetime, datetime]:
    """The event as an independent reader sees it, with the zone as the file tells it."""
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    zones = tz.tzical(io.StringIO(data.decode()))
    moments = []
    for name in ("DTSTART", "DTEND"):
        wall = event[name].dt
        if "TZID" in event[name].params:
            by_file = wall.replace(tzinfo=zones.get(event[name].params["TZID"]))
            assert by_file.astimezone(UTC) == wall.astimezone(UTC), "file and zone data differ"
            wall = by_file
        moments.append(wall.astimezone(UTC))
    return event, moments[0], moments[1]


@pytest.mark.parametrize(
    ("zone", "day", "start", "instant"),
    [
        ("Asia/Kabul", date(2020, 5, 28), time(14), "2020-05-28 09:30"),
        ("Asia/Kathmandu", date(2026, 6, 1), time(14), "2026-06-01 08:15"),
        # Iran had summer time until 2022, and has none since.
        ("Asia/Tehran", date(2022, 6, 1), time(14), "2022-06-01 09:30"),
        ("Asia/Tehran", date(2023, 6, 1), time(14), "2023-06-01 10:30"),
        ("Asia/Tehran", date(2022, 12, 1), time(14), "2022-12-01 10:30"),
        # New York on both sides of its changes, which come at 2 in the morning of a Sunday.
        ("America/New_York", date(2026, 3, 7), time(9), "2026-03-07 14:00"),
        ("America/New_York", date(2026, 3, 8), time(9), "2026-03-08 13:00"),
        ("America/New_York", date(2026, 3, 8), time(0, 30), "2026-03-08 05:30"),
        ("America/New_York", date(2026, 10, 31), time(9), "2026-10-31 13:00"),
        ("America/New_York", date(2026, 11, 1), time(9), "2026-11-01 14:00"),
        ("Australia/Lord_Howe", date(2026, 10, 5), time(9), "2026-10-04 22:00"),
        ("UTC", date(2026, 10, 5), time(9), "2026-10-05 09:00"),
    ],
)
def test_an_independent_reader_finds_the_right_instant(
    zone: str, day: date, start: time, instant: str
) -> None:
    agenda = at(zone, day, start)
    _, begins, ends = read(calendar.write(agenda, STAMP))
    assert f"{begins:%Y-%m-%d %H:%M}" == instant
    assert ends - begins == agenda.planned_length


@given(
    st.sampled_from(["Asia/Kabul", "Asia/Tehran", "America/New_York", "Africa/Casablanca",
                     "Europe/Dublin", "America/Santiago", "Pacific/Apia", "Asia/Kathmandu"]),
    st.dates(date(2005, 1, 1), date(2035, 1, 1)),
    st.times(),
)  # fmt: skip
def test_any_session_in_any_zone_is_read_back_at_its_instant(
    zone: str, day: date, start: time
) -> None:
    agenda = at(zone, day, start.replace(second=0, microsecond=0))
    begins, ends = hours.ends(agenda)
    data = calendar.write(agenda, STAMP)
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert event["DTSTART"].dt.astimezone(UTC) == begins
    assert event["DTEND"].dt.astimezone(UTC) == ends


def test_a_change_stands_at_the_hour_that_the_clocks_showed_until_then() -> None:
    data = calendar.write(at("America/New_York", date(2026, 3, 7), time(9)), STAMP).decode()
    change = ["DTSTART:20260308T020000", "TZOFFSETFROM:-0500", "TZOFFSETTO:-0400"]
    assert "\r\n".join(("BEGIN:DAYLIGHT", *change)) in data
    back = ["DTSTART:20261101T020000", "TZOFFSETFROM:-0400", "TZOFFSETTO:-0500"]
    assert "\r\n".join(("BEGIN:STANDARD", *back)) in data


def test_an_hour_that_comes_twice_is_told_in_utc() -> None:
    agenda = at("America/New_York", date(2026, 10, 31), time(23, 30))  # ends at 01:30, once
    data = calendar.write(agenda, STAMP)
    assert b"DTEND:20261101T053000Z" in data
    assert b"VTIMEZONE" not in data


def test_any_title_is_read_back_and_no_line_is_too_long() -> None:
    title = "Água; نگاه به صلح, 和平進程 \\ " * 6
    agenda = plan()
    agenda = replace(agenda, session=replace(agenda.session, title=title.strip()))
    data = calendar.write(agenda, STAMP)
    event, _, _ = read(data)
    assert event["SUMMARY"] == title.strip()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_a_later_file_replaces_an_earlier_one_and_names_nobody() -> None:
    first, _, _ = read(calendar.write(ON_28_MAY, STAMP))
    later, _, _ = read(calendar.write(ON_28_MAY, STAMP + timedelta(hours=1)))
    assert first["UID"] == later["UID"]
    assert later["SEQUENCE"] > first["SEQUENCE"]
    assert not {"ORGANIZER", "ATTENDEE"} & set(first)
    assert "Ada Invented" not in first["DESCRIPTION"]
    assert str(first["CLASS"]) == "PRIVATE"


# The command


def test_the_papers_are_written_for_their_owner_and_the_hour_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    done = CliRunner().invoke(
        papers,
        [str(SHIPPED), "--to", str(folder), "--cities", "Berlin, New York", "--format",
         "md,html,docx", "--roster", str(ROSTER)],
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert "warning: New York: begins at 05:30 there" in done.output
    names = {path.name.removeprefix("2020-05-28-afghan-view-") for path in folder.iterdir()}
    assert names == {
        "agenda.md", "agenda.html", "agenda.docx", "annotated.md", "annotated.html",
        "annotated.docx", "session.ics",
    }  # fmt: skip
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in folder.iterdir())
    assert read(next(folder.glob("*.ics")).read_bytes())[1].hour == 9


def test_an_agenda_that_tells_who_comes_is_held_back(tmp_path: Path) -> None:
    text = SHIPPED.read_text().replace("General discussion", "Reply by Solveig Tverrfjelldal")
    agenda = tmp_path / "agenda.toml"
    agenda.write_text(text)
    run = [str(agenda), "--to", str(tmp_path / "papers"), "--roster", str(ROSTER)]
    done = CliRunner().invoke(papers, run)
    assert isinstance(done.exception, HeldBack)
    assert "Tverrfjelldal" in done.output
    assert not (tmp_path / "papers").exists()
    assert CliRunner().invoke(papers, [*run, "--as", "annotated"]).exit_code == 0


def test_an_unknown_city_is_one_line(tmp_path: Path) -> None:
    done = CliRunner().invoke(papers, [str(SHIPPED), "--to", str(tmp_path), "--cities", "Berlim"])
    assert isinstance(done.exception, Refused)
    assert "Berlin" in str(done.exception)


def test_home_is_named_by_its_city() -> None:
    assert hours.home(at("America/New_York", date(2026, 1, 1), time(9))) == City(
        "New York", "America/New_York"
    )
