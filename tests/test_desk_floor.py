"""The floor as the moderator meets it on the desk, without a terminal."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Digits, OptionList

from conftest import Hand, House, plan
from facilitator import moderation
from facilitator.agenda import Limits, Segment, SegmentKind, SpeakersListPlan
from facilitator.chair import Chair
from facilitator.files.roster_file import load_roster
from facilitator.files.roster_growing import RosterFileOnDisk
from facilitator.floor import HandKind
from facilitator.meeting import Start
from facilitator.pen import Pen
from facilitator.record import Mark
from facilitator.roster import Participant, Roster
from facilitator.service import Secretariat
from facilitator.ui.desk import Desk
from facilitator.ui.dialogs import Ask, Choose
from facilitator.ui.notes import Notes
from facilitator.ui.repairing import RepairDialog
from facilitator.ui.session_screen import SessionScreen
from facilitator.ui.turn_points import TurnPoints
from test_screens import picture, said, shown, start, until

NAMES = ("Bahar Inventedson", "Chen Madeupova", "Dag Fictivsen", "Elif Uydurma", "Farid Saakhtegi")
ROSTER = Roster(
    tuple(
        Participant(
            name, given=name.split()[0], family=name.split()[1], aliases=("فرید",) * (n == 4)
        )
        for n, name in enumerate(NAMES)
    )
)
LIMITS = Limits(
    question=timedelta(seconds=90),
    statement=timedelta(minutes=3),
    answer=timedelta(minutes=6),
    two_finger=timedelta(seconds=45),
)


@pytest.fixture
def house(tmp_path: Path, clock: Hand) -> House:
    segments = tuple(
        segment
        if segment.kind is not SegmentKind.QA
        else Segment(
            "qa", SegmentKind.QA, "Questions", timedelta(minutes=40), segment.rule, "k",
            least=timedelta(minutes=25), rounds=3, questions_per_round=3,
        )
        for segment in plan().segments
    )  # fmt: skip
    agenda = plan(
        segments=segments,
        limits=LIMITS,
        speakers_list=SpeakersListPlan("first-time-first", 2),
        scripts={"closing": "Here is what I heard."},
    )
    return House(tmp_path, clock, agenda)


def desk_on(
    secretariat: Secretariat, size: tuple[int, int] = (80, 24), file: Path | None = None
) -> AbstractAsyncContextManager[tuple[Desk, Pilot[None]]]:
    grown = RosterFileOnDisk(file) if file else None
    return shown(secretariat, partial(Desk, roster=ROSTER, file=grown), size)  # type: ignore


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Keys as a person presses them: one after the other."""
    for key in keys:
        await pilot.press(key)
        desk = pilot.app.screen_stack[0]
        assert isinstance(desk, SessionScreen)
        entry = desk.writing.entry
        await until(pilot, lambda entry=entry: not entry._held)
        await pilot.pause()


def running(desk: Desk) -> str:
    return desk.state.running.id if desk.state.running else ""


async def settled(desk: Desk, pilot: Pilot[None]) -> None:
    """Until the last dialogue has ended and the floor is painted."""
    await until(pilot, lambda: not desk._conductor.busy and desk.drawn == desk.chair.floor.revision)


async def test_a_hand_takes_three_keys_and_the_floor_one(house: House, clock: Hand) -> None:
    start(house.open("desk"), "discussion")
    async with desk_on(house.open("desk")) as (desk, pilot):
        await press(pilot, "a", "b", "i")
        await settled(desk, pilot)
        await press(pilot, "a", "c", "m")
        await settled(desk, pilot)
        assert [hand.person for hand in desk.chair.floor.hands] == list(NAMES[:2])
        assert "1 bi Bahar Inventedson" in picture(pilot) and "2 waiting" in picture(pilot)
        await press(pilot, "enter")
        await settled(desk, pilot)
        assert desk.chair.floor.turn and desk.chair.floor.turn.person == NAMES[0]
        clock.forward(31)
        desk.tick()
        await until(pilot, lambda: desk.query_one("#clock", Digits).value == "2:29")
        assert "Bahar Inventedson · statement" in said(desk, "segment")
        assert "THIN SEGMENT: one person has spoken" in picture(pilot)


async def test_a_person_is_found_by_any_part_of_a_name(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with desk_on(house.open("desk")) as (desk, pilot):
        await press(pilot, "a", *"/uyd")
        await until(pilot, lambda: "Elif Uydurma" in picture(pilot))
        await press(pilot, "enter")
        await settled(desk, pilot)
        await press(pilot, "a", *"/فر", "enter")
        await settled(desk, pilot)
        assert [hand.person for hand in desk.chair.floor.hands] == [NAMES[3], NAMES[4]]


async def test_hands_are_raised_on_a_russian_keyboard(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with desk_on(house.open("desk")) as (desk, pilot):
        await press(pilot, "ф", "и", "ш")  # where a, b and i are
        await settled(desk, pilot)
        assert [hand.person for hand in desk.chair.floor.hands] == [NAMES[0]]


async def test_escape_ends_a_choice_and_changes_nothing(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with desk_on(house.open("desk")) as (desk, pilot):
        await press(pilot, "a", "b", "escape")
        assert desk.writing.entry.keys_mode and not desk.writing.entry.choosing
        assert desk.chair.floor.hands == () and said(desk, "prompt") == " KEYS ▸ "


async def test_two_enters_before_the_screen_is_painted_skip_nobody(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with desk_on(house.open("desk")) as (desk, pilot):
        for code in ("bi", "cm", "df"):
            await press(pilot, "a", *code)
            await settled(desk, pilot)
        pilot.app.simulate_key("enter")
        pilot.app.simulate_key("enter")
        await until(pilot, lambda: desk.chair.floor.turn is not None)
        await settled(desk, pilot)
        await pilot.pause()
        if isinstance(pilot.app.screen, Ask):
            await pilot.press("escape")
        assert desk.chair.floor.turn and desk.chair.floor.turn.person == NAMES[0]
        assert len(desk.chair.floor.hands) == 2


async def test_a_second_next_within_a_second_asks(house: House, clock: Hand) -> None:
    start(house.open("desk"), "discussion")
    async with desk_on(house.open("desk")) as (desk, pilot):
        for code in ("bi", "cm"):
            await press(pilot, "a", *code)
            await settled(desk, pilot)
        await press(pilot, "enter")
        await settled(desk, pilot)
        clock.forward(0.5)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await pilot.press("enter")  # No has the focus
        await settled(desk, pilot)
        assert desk.chair.floor.turn and desk.chair.floor.turn.person == NAMES[0]
        clock.forward(1)
        await press(pilot, "enter")
        await settled(desk, pilot)
        assert desk.chair.floor.turn.person == NAMES[1]


async def test_all_names_can_be_hidden_also_while_choosing(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with desk_on(house.open("desk")) as (desk, pilot):
        for code in ("bi", "cm", "df"):
            await press(pilot, "a", *code)
            await settled(desk, pilot)
        await press(pilot, "enter")
        await settled(desk, pilot)
        await press(pilot, "h")
        await until(pilot, lambda: "NAMES HIDDEN" in picture(pilot))
        for keys in ((), ("a",), ("/",), ("c",)):
            await press(pilot, *keys)
            seen = picture(pilot)
            assert not [name for name in NAMES for part in name.split() if part in seen], keys
            assert " cm " not in seen, "the letters are made of the name"
        await press(pilot, "escape", "h")
        await until(pilot, lambda: NAMES[1] in picture(pilot))


async def test_a_newcomer_is_asked_about_once_and_goes_to_the_roster_file(
    house: House, tmp_path: Path
) -> None:
    file = tmp_path / "roster.toml"
    file.write_text('# ours\n[[participant]]\nname = "Bahar Inventedson"  # with a comment\n')
    file.chmod(0o600)
    start(house.open("desk"), "discussion")
    async with desk_on(house.open("desk"), file=file) as (desk, pilot):
        await press(pilot, "a", *"/Gül Yeni", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await pilot.press("enter")
        await settled(desk, pilot)
        assert [hand.person for hand in desk.chair.floor.hands] == ["Gül Yeni"]
        await until(pilot, lambda: "Gül Yeni" in file.read_text())
    assert file.read_text().startswith('# ours\n[[participant]]\nname = "Bahar Inventedson"  # w')
    assert file.stat().st_mode & 0o777 == 0o600
    assert house.open().look().unlisted == 0


async def test_without_a_file_the_record_knows_how_many_nobody_can_check(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with desk_on(house.open("desk")) as (desk, pilot):
        await press(pilot, "c", *"/Gül Yeni", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await pilot.press("enter")
        await until(pilot, lambda: desk.chair.floor.turn is not None)
        await until(pilot, lambda: desk.state.unlisted == 1)
    assert b"Yeni" not in house.path.read_bytes()


async def test_moving_on_with_hands_up_asks_and_undo_brings_everything_back(
    house: House, clock: Hand
) -> None:
    start(house.open("desk"), "discussion")
    clock.forward(60)
    async with desk_on(house.open("desk")) as (desk, pilot):
        for code in ("bi", "cm"):
            await press(pilot, "a", *code)
            await settled(desk, pilot)
        await press(pilot, "enter")
        await settled(desk, pilot)
        clock.forward(30)
        await press(pilot, "n")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await pilot.press("escape")
        await settled(desk, pilot)
        assert desk.state.running and desk.state.running.id == "discussion"
        await press(pilot, "n")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await pilot.press("d")
        await until(pilot, lambda: running(desk) == "closing")
        await settled(desk, pilot)
        assert desk.chair.floor.hands == () and desk.chair.floor.turn is None
        clock.forward(10)
        await press(pilot, "u")
        await until(pilot, lambda: running(desk) == "discussion")
        await settled(desk, pilot)
        floor = desk.chair.floor
        assert [hand.person for hand in floor.hands] == [NAMES[1]]
        now = desk.link.secretariat.now()
        assert desk.state.progress.spent("discussion", now) == 100, "as if never given"
        assert floor.turn and floor.turn.length(desk.chair.moment(desk.state, now).at) == 40
        await press(pilot, "U")
        await until(pilot, lambda: running(desk) == "closing")


async def test_a_line_of_the_note_taker_is_a_question_of_the_round(house: House) -> None:
    start(house.open("desk"), "qa")
    async with (
        desk_on(house.open("desk")) as (desk, pilot),
        shown(house.open(), Notes) as (notes, notes_pilot),
    ):
        notes.writing.entry.put("? who guarantees the end state")
        await notes_pilot.press("enter")
        await until(pilot, lambda: "who guarantees the end state" in picture(pilot))
        assert "ROUND 1 of 3 · collecting 1/3" in picture(pilot)
        (question,) = desk.state.questions
        await until(notes_pilot, lambda: f"? {question.tag}" in picture(notes_pilot))
        assert "round 1 of 3, collecting" in said(notes, "banner")
        await press(pilot, "q", question.tag.lower(), "w")
        await until(notes_pilot, lambda: "[in writing]" in picture(notes_pilot))
        assert "ROUND 1" in picture(pilot) and "in writing" in picture(pilot)
        await settled(desk, pilot)
        await press(pilot, "u")
        await until(pilot, lambda: desk.state.questions[0].mark is Mark.OPEN)


async def test_answers_then_the_next_round_takes_what_was_left_with_one_key(
    house: House, clock: Hand
) -> None:
    secretariat = house.open("desk")
    start(secretariat, "qa")
    for text in ("? the first", "? the second"):
        Pen(secretariat).write(text, "qa")
    clock.forward(60)
    async with desk_on(house.open("desk")) as (desk, pilot):
        await press(pilot, "r")
        await until(pilot, lambda: desk.state.progress.answering)
        await settled(desk, pilot)
        assert desk.chair.floor.turn and desk.chair.floor.turn.kind is HandKind.ANSWER
        assert "Ada Invented · answer" in said(desk, "segment")
        first = min(note.tag for note in desk.state.questions)
        await press(pilot, "q", first.lower(), "a")
        await until(pilot, lambda: "1 open" in picture(pilot))
        await settled(desk, pilot)
        await press(pilot, "r")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await pilot.press("enter")  # the agenda's own choice is marked: the next round
        await until(pilot, lambda: desk.state.progress.round == 2)
        await settled(desk, pilot)
        assert sorted((n.mark, n.round) for n in desk.state.questions) == [
            (Mark.ANSWERED, 1),
            (Mark.OPEN, 2),
        ]
        assert "ROUND 2 of 3 · collecting 1/3" in picture(pilot)
        await press(pilot, "u")
        await until(pilot, lambda: desk.state.progress.round == 1)
        await until(pilot, lambda: {n.round for n in desk.state.questions} == {1})
        await settled(desk, pilot)
        assert desk.chair.floor.turn is not None


async def test_leaving_with_unanswered_questions_asks_and_they_stay_owed(house: House) -> None:
    secretariat = house.open("desk")
    start(secretariat, "qa")
    Pen(secretariat).write("? still open", "qa")
    async with desk_on(house.open("desk")) as (desk, pilot):
        await press(pilot, "n")
        await until(pilot, lambda: isinstance(pilot.app.screen, (Ask, Choose)))
        if isinstance(pilot.app.screen, Ask):  # it has only just begun
            await pilot.press("right", "enter")
            await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await pilot.press("l")
        await until(pilot, lambda: running(desk) == "discussion")
        await settled(desk, pilot)
        (question,) = desk.state.questions
        assert (question.mark, question.round) == (Mark.OPEN, 0)
        assert f"OWED · 1: {question.tag}" in picture(pilot)
        await press(pilot, "u")
        await until(pilot, lambda: desk.state.questions[0].round == 1)


async def test_off_the_record_offers_the_points_of_this_turn(house: House) -> None:
    secretariat = house.open("desk")
    start(secretariat, "discussion")
    pen = Pen(secretariat)
    pen.write("said before", "discussion")
    async with desk_on(house.open("desk")) as (desk, pilot):
        await until(pilot, lambda: desk.state.total == 1)
        await press(pilot, "c", "b", "i")
        await settled(desk, pilot)
        pen.write("please do not minute that", "discussion")
        await until(pilot, lambda: desk.state.total == 2)
        await press(pilot, "i", *"half a li")
        await pilot.press("f8")
        await until(pilot, lambda: isinstance(pilot.app.screen, TurnPoints))
        rows = pilot.app.screen.query_one(OptionList)
        assert rows.option_count == 2, "one point of this turn, and Done"
        assert desk.writing.entry.value == ""
        await pilot.press("enter", "down", "enter")
        await until(pilot, lambda: desk.state.total == 1)
        await settled(desk, pilot)
    assert b"minute that" not in house.path.read_bytes()


async def test_a_repair_is_previewed_and_then_applied(house: House, clock: Hand) -> None:
    start(house.open("desk"), "opening")
    clock.forward(15 * 60)
    async with desk_on(house.open("desk")) as (desk, pilot):
        await until(pilot, lambda: "t: repair (squeeze" in picture(pilot))
        await press(pilot, "t")
        await until(pilot, lambda: isinstance(pilot.app.screen, RepairDialog))
        await until(pilot, lambda: "Questions 40 → 30 min" in picture(pilot))
        assert "on time" in picture(pilot) and desk.state.progress.of("qa").length is None
        await pilot.press("enter")
        await until(pilot, lambda: desk.state.progress.of("qa").length == 1800)
        await settled(desk, pilot)
        await press(pilot, "u")
        await until(pilot, lambda: desk.state.progress.of("qa").length is None)


async def test_a_start_is_back_dated_and_the_turn_keeps_its_time(house: House, clock: Hand) -> None:
    start(house.open("desk"), "opening")
    async with desk_on(house.open("desk")) as (desk, pilot):
        await press(pilot, "c", "b", "i")
        await settled(desk, pilot)
        clock.forward(30)
        await press(pilot, "t")
        await until(pilot, lambda: isinstance(pilot.app.screen, RepairDialog))
        await pilot.press("down", "right", "enter")
        await until(pilot, lambda: desk.chair.past[-1].label == "it began 3 min earlier")
        now = desk.link.secretariat.now()
        assert desk.state.progress.spent("opening", now) == 210
        turn = desk.chair.floor.turn
        assert turn and turn.length(desk.chair.moment(desk.state, now).at) == 30


async def test_the_end_of_a_segment_stores_whether_it_was_thin(house: House, clock: Hand) -> None:
    start(house.open("desk"), "discussion")
    clock.forward(60)
    async with desk_on(house.open("desk")) as (desk, pilot):
        for code in ("bi", "cm"):
            await press(pilot, "c", *code)
            await settled(desk, pilot)
        assert "THIN SEGMENT: two people have spoken" in picture(pilot)
        await press(pilot, "n")
        await until(pilot, lambda: desk.state.progress.of("discussion").thin is True)
        await settled(desk, pilot)
        await press(pilot, "u")
        await until(pilot, lambda: desk.state.progress.of("discussion").thin is None)
        await settled(desk, pilot)
        await press(pilot, "c", "d", "f")
        await settled(desk, pilot)
        assert "THIN" not in picture(pilot)
        await press(pilot, "n")
        await until(pilot, lambda: desk.state.progress.of("discussion").thin is False)


@pytest.mark.parametrize("size", [(75, 24), (80, 24), (60, 20)])
async def test_turn_clock_and_the_next_three_stay_at_any_size(
    house: House, size: tuple[int, int]
) -> None:
    secretariat = house.open("desk")
    start(secretariat, "qa")
    for n in range(9):
        Pen(secretariat).write(f"? question number {n} of a long evening", "qa")
    async with desk_on(house.open("desk"), size) as (desk, pilot):
        for code in ("bi", "cm", "df", "eu", "fs"):
            await press(pilot, "a", *code)
            await settled(desk, pilot)
        await press(pilot, "enter")
        await settled(desk, pilot)
        seen = picture(pilot)
        assert f"{NAMES[0]} · question" in seen and desk.query_one("#clock", Digits).region
        assert all(name[:14] in seen for name in NAMES[1:4])
        assert "ROUND 1" in seen and "LIST open" in seen


async def test_a_desk_that_only_watches_touches_no_floor(house: House) -> None:
    first = house.open("desk")
    start(first, "discussion")
    assert first.volatile.take_desk()
    chair = Chair(first.look().agenda, first.volatile, ROSTER)
    chair.follow(first.look())
    raised = moderation.Raise(NAMES[1], HandKind.STATEMENT)
    chair.do(raised, chair.floor.revision, first.look(), first.now(), "hand")
    journal = (house.runtime / "floor").read_bytes()
    async with shown(
        house.open("desk"),
        partial(Desk, roster=ROSTER),
        watching=True,  # type: ignore
    ) as (desk, pilot):
        await press(pilot, "a", "b", "i", "enter", "h")
        assert desk.chair.floor.hands == ()  # type: ignore[attr-defined]
        assert "The floor is at the other desk" in picture(pilot)
    assert (house.runtime / "floor").read_bytes() == journal


async def test_the_floor_follows_another_screens_segment(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with desk_on(house.open("desk")) as (desk, pilot):
        await press(pilot, "a", "b", "i")
        await settled(desk, pilot)
        other = house.open()
        other.conduct(Start("closing"), other.look().progress)
        await until(pilot, lambda: desk.chair.floor.segment == "closing")
        assert [hand.person for hand in desk.chair.floor.hands] == [NAMES[0]]


async def test_a_full_two_finger_limit_is_told_and_nothing_lost(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with desk_on(house.open("desk")) as (desk, pilot):
        await press(pilot, "c", "b", "i")
        await settled(desk, pilot)
        for code in ("cm", "df", "eu"):
            await press(pilot, "f", *code)
            await settled(desk, pilot)
        assert "only 2 two-fingers" in said(desk, "said")
        assert len(desk.chair.floor.hands) == 2
        await press(pilot, "x")
        await settled(desk, pilot)
        await press(pilot, "a", "e", "u")
        await settled(desk, pilot)
        assert "the list is closed" in said(desk, "said")
        await press(pilot, "p", "e", "u")
        await settled(desk, pilot)
        first = desk.chair.places(desk.state)[0].hand
        assert (first.person, first.given) == (NAMES[3], HandKind.POINT_OF_ORDER)
        assert isinstance(desk.chair.next_command(desk.state), moderation.Next)


async def test_a_choice_ends_with_its_last_letter_and_the_next_is_a_command(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with desk_on(house.open("desk")) as (desk, pilot):
        await press(pilot, "a")
        for letter in "bix":  # typed ahead, before the screen has drawn anything
            pilot.app.simulate_key(letter)
        await until(pilot, lambda: "LIST CLOSED" in picture(pilot))
        assert [hand.person for hand in desk.chair.floor.hands] == [NAMES[0]]


async def test_enter_held_down_passes_the_floor_on_once(house: House, clock: Hand) -> None:
    start(house.open("desk"), "discussion")
    async with desk_on(house.open("desk")) as (desk, pilot):
        for code in ("bi", "cm", "df"):
            await press(pilot, "a", *code)
            await settled(desk, pilot)
        for _ in range(40):  # three seconds of a key that repeats
            await pilot.press("enter")
            clock.forward(0.08)
        await settled(desk, pilot)
        assert desk.chair.floor.turn and desk.chair.floor.turn.person == NAMES[0]
        assert len(desk.chair.floor.hands) == 2


async def test_a_row_beyond_nine_is_called_by_its_two_digits(house: House, clock: Hand) -> None:
    many = tuple(f"{letter}a Row{letter}" for letter in "ABCDEFGHJKLM")
    start(house.open("desk"), "discussion")
    roster = Roster(tuple(Participant(name) for name in many))
    async with shown(house.open("desk"), partial(Desk, roster=roster)) as (screen, pilot):  # type: ignore
        assert isinstance(screen, Desk)
        for seat in screen.chair.seats(screen.state.agenda)[1:]:
            await press(pilot, "a", *seat.code)
            await settled(screen, pilot)
        assert len(screen.chair.floor.hands) == 12
        await press(pilot, "1", "1")
        await settled(screen, pilot)
        assert screen.chair.floor.turn and screen.chair.floor.turn.person == many[10]
        assert len(screen.chair.floor.hands) == 11
        clock.forward(2)
        await press(pilot, "2")
        await settled(screen, pilot)
        assert screen.chair.floor.turn.person == many[1]


async def test_a_name_may_be_pasted_where_one_is_searched_for(house: House) -> None:
    from textual import events

    start(house.open("desk"), "discussion")
    async with desk_on(house.open("desk")) as (desk, pilot):
        await press(pilot, "a")
        desk.writing.entry._on_paste(events.Paste(NAMES[2]))
        await until(pilot, lambda: "pasted after /" in said(desk, "said"))
        await press(pilot, "/")
        desk.writing.entry._on_paste(events.Paste(NAMES[2] + "\n"))
        await press(pilot, "enter")
        await settled(desk, pilot)
        assert [hand.person for hand in desk.chair.floor.hands] == [NAMES[2]]
        assert desk.state.total == 0


async def test_a_name_that_the_roster_file_did_not_take_stays_in_sight(
    house: House, tmp_path: Path
) -> None:
    file = tmp_path / "roster.toml"
    file.write_text("broken = [\n")
    start(house.open("desk"), "discussion")
    async with desk_on(house.open("desk"), file=file) as (desk, pilot):
        await press(pilot, "a", *"/Gül Yeni", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await pilot.press("enter")
        await until(pilot, lambda: "NOT in the roster file" in said(desk, "said"))
        assert "1 NOT IN THE ROSTER FILE" in picture(pilot)
        assert [hand.person for hand in desk.chair.floor.hands] == ["Gül Yeni"]
    assert file.read_text() == "broken = [\n"


async def test_the_desk_says_as_long_as_the_stage_shows_names(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with desk_on(house.open("desk")) as (desk, pilot):
        await press(pilot, "c", "b", "i")
        await settled(desk, pilot)
        await press(pilot, "z")
        await until(pilot, lambda: "STAGE SHOWS NAMES" in said(desk, "banner"))
        assert NAMES[0] in desk.link.secretariat.volatile.stage()
    assert house.open("stage").volatile.stage() == "", "nobody is left to switch them off"


@pytest.mark.parametrize(
    "before",
    [
        b"\xef\xbb\xbf# ours\r\n[[participant]]\r\nname = 'Bahar'\r\n",
        b'[[participant]]\nname = "Bahar"',
        '\ufeff[[participant]]\nname = "Bahar"\n'.encode("utf-16-le"),
    ],
    ids=["windows", "no last line end", "utf-16"],
)
def test_a_roster_file_keeps_every_byte_it_had(tmp_path: Path, before: bytes) -> None:
    file = tmp_path / "roster.toml"
    file.write_bytes(before)
    RosterFileOnDisk(file).add('Gül "Q" Yeni')
    after = file.read_bytes()
    assert after.startswith(before)
    roster = load_roster(file).roster
    assert roster and [each.name for each in roster.participants] == ["Bahar", 'Gül "Q" Yeni']
    assert (b"\r\n" in before) is not (b"\n" in after.replace(b"\r\n", b""))


async def test_undoing_a_newcomer_takes_them_out_of_the_count(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with desk_on(house.open("desk")) as (desk, pilot):
        await press(pilot, "a", *"/Gül Yeni", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await pilot.press("enter")
        await until(pilot, lambda: desk.state.unlisted == 1)
        await settled(desk, pilot)
        for _ in range(2):  # the hand, then the person
            await press(pilot, "u")
            await settled(desk, pilot)
        await until(pilot, lambda: desk.state.unlisted == 0)
