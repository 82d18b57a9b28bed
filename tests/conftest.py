"""What every test needs: a home of its own, a clock and ids that only move when told."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from facilitator.agenda import (
    Agenda,
    Keynote,
    Organisation,
    Role,
    Rule,
    RulePlan,
    Segment,
    SegmentKind,
    Series,
    SessionPlan,
    Topic,
)
from facilitator.clock import Instant
from facilitator.files.left_behind import Written
from facilitator.runtime import Runtime
from facilitator.service import Secretariat
from facilitator.stores.making import create
from facilitator.stores.sqlite import SQLiteRecord
from settling import known_from_the_loop

# How long an example takes tells of the computer, not of the program.
settings.register_profile(
    "steady", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--full",
        action="store_true",
        help="as many kills and simulated segments as the project's figures rest on",
    )


@pytest.fixture
def full(request: pytest.FixtureRequest) -> bool:
    """Whether the large counts were asked for; what is tested is the same."""
    return bool(request.config.getoption("--full"))


@pytest.fixture(autouse=True)
def own_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing found on the machine reaches a test."""
    monkeypatch.setenv("FACILITATOR_HOME", str(tmp_path / "home"))
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))


@pytest.fixture(autouse=True, scope="session")
def settling() -> Iterator[None]:
    """A key pressed in a test is waited for as long as it takes and no longer."""
    with known_from_the_loop():
        yield


class Hand:
    """A clock that moves only when told."""

    def __init__(self) -> None:
        self.instant = Instant(1_590_658_200.0, 1_590_658_200.0)  # 28 May 2020, 14:00 in Kabul

    def __call__(self) -> Instant:
        return self.instant

    def forward(self, seconds: float) -> None:
        """Let time pass, for the computer and for the meeting."""
        self.instant = Instant(self.instant.wall + seconds, self.instant.steady + seconds)


@pytest.fixture
def clock() -> Hand:
    return Hand()


def plan(**changes: object) -> Agenda:
    """A small session: a public keynote, Q&A with the same lead, a discussion."""
    values: dict[str, object] = {
        "series": Series("series", "The Series", track="2"),
        "session": SessionPlan(
            "first", "First Session", date(2020, 5, 28), time(14, 0), "Asia/Kabul"
        ),
        "segments": (
            _segment("opening", SegmentKind.OPENING, 5),
            _segment("talk", SegmentKind.KEYNOTE, 20, Rule.ON_RECORD, "k"),
            _segment("qa", SegmentKind.QA, 40, Rule.CHATHAM_HOUSE, "k"),
            _segment("discussion", SegmentKind.DISCUSSION, 45),
            _segment("closing", SegmentKind.CLOSING, 10),
        ),
        "rule": RulePlan(Rule.CHATHAM_HOUSE),
        "organisations": (Organisation(Role.HOST, "Heart of Asia Society", "HAS"),),
        "keynotes": (Keynote("k", "Ada Invented", public=True, on_record_in=("talk",)),),
        "topics": (Topic("end-state", "End state", "1"), Topic("formats", "Formats", "2")),
    }
    return Agenda(**(values | changes))  # type: ignore[arg-type]


def _segment(
    name: str,
    kind: SegmentKind,
    length: int,
    rule: Rule = Rule.CHATHAM_HOUSE,
    lead: str = "",
) -> Segment:
    return Segment(name, kind, name.capitalize(), timedelta(minutes=length), rule, lead)


class House:
    """One session on disk, and as many faces on it as a test opens."""

    def __init__(self, root: Path, clock: Hand, agenda: Agenda) -> None:
        self.folder = root / "session"
        self.folder.mkdir(mode=0o700)
        self.runtime = root / "volatile"
        self.runtime.mkdir(mode=0o700)
        self.clock = clock
        self.random = random.Random(7)
        self.path = self.folder / "record.sqlite3"
        self.opened: list[Secretariat] = []
        create(self.path, agenda, "digest")

    def open(self, role: str = "notes", *, memory: bool = True) -> Secretariat:
        """Another process's view of the session (`memory`: with a folder in memory)."""
        volatile = Runtime(self.runtime if memory else None, self.folder, role)
        store = SQLiteRecord(self.path, self.random.randrange)
        secretariat = Secretariat(
            store,
            volatile,
            self.clock,
            lambda: self.random.randbytes(16),
            self.random.randrange,
            Written(),
        )
        self.opened.append(secretariat)
        return secretariat

    def close(self) -> None:
        for secretariat in self.opened:
            secretariat.store.close()
            secretariat.volatile.release()


@pytest.fixture
def house(tmp_path: Path, clock: Hand) -> Iterator[House]:
    made = House(tmp_path, clock, plan())
    yield made
    made.close()
