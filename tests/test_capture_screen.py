"""Notes at the speed of talk: topics completed, points chosen to go on from, all of it undone."""

from __future__ import annotations

from collections.abc import Callable

from conftest import House
from facilitator.meeting import OffRecord
from facilitator.pen import Pen
from facilitator.record import Kind, Mark
from facilitator.ui.finding import Find
from facilitator.ui.notes import Notes
from facilitator.ui.points import AT, OWN
from test_screens import picture, said, shown, start, type_line, until


def texts(house: House, segment: str = "discussion") -> Callable[[], list[str]]:
    secretariat = house.open()
    return lambda: [line.note.text for line in secretariat.look(segment).lines]


def tree(house: House, segment: str = "discussion") -> Callable[[], list[tuple[int, str, Kind]]]:
    secretariat = house.open()
    return lambda: [
        (line.depth, line.note.text, line.note.kind) for line in secretariat.look(segment).lines
    ]


async def test_tab_takes_the_topic_that_was_begun_and_tab_again_the_next(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with shown(house.open(), Notes) as (screen, pilot):
        await pilot.press(*"who pays #", "tab")
        assert screen.writing.entry.value == "who pays #end-state "
        await until(pilot, lambda: "#formats" in said(screen, "said"))
        await pilot.press("tab")
        assert screen.writing.entry.value == "who pays #formats "
        await pilot.press(*"now", "enter")
        await until(pilot, lambda: screen.state.total == 1)
        note = screen.state.lines[0].note
        assert (note.text, note.topics) == ("who pays now", ("formats",))


async def test_letters_typed_behind_tab_stand_behind_the_topic(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with shown(house.open(), Notes) as (screen, pilot):
        for key in ("#", "f", "o", "tab", "y", "e", "s"):
            pilot.app.simulate_key(key)
        await until(pilot, lambda: screen.writing.entry.value == "#formats yes")


async def test_tab_nests_where_no_topic_is_begun_or_its_key_stands_there(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with shown(house.open(), Notes) as (screen, pilot):
        await type_line(screen, pilot, "above")
        await until(pilot, lambda: screen.state.total == 1)
        await pilot.press(*"below #2", "tab")
        await until(pilot, lambda: screen.writing.scribe.depth == 1)
        assert screen.writing.entry.value == "below #2"


async def test_the_signs_mean_the_point_that_was_chosen(house: House) -> None:
    start(house.open("desk"), "discussion")
    shown_tree = tree(house)
    async with shown(house.open(), Notes) as (screen, pilot):
        for n, line in enumerate(("one", "two", "three"), 1):
            await type_line(screen, pilot, line)
            await until(pilot, lambda n=n: screen.state.total == n)  # type: ignore[misc]
        await pilot.press("f4", "up", "up", "escape")
        await until(pilot, lambda: f"{AT} " in picture(pilot) and "under: one" in picture(pilot))
        await type_line(screen, pilot, "++")
        await until(pilot, lambda: screen.state.lines[0].note.echoes == 1)
        await pilot.press("f4", "home", "escape")
        await until(pilot, lambda: "under: one" in picture(pilot))
        await type_line(screen, pilot, "-- not so")
        await until(
            pilot,
            lambda: shown_tree()[:2] == [(0, "one", Kind.POINT), (1, "not so", Kind.OTHER_SIDE)],
        )


async def test_points_only_looked_at_leave_the_line_where_it_was(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with shown(house.open(), Notes) as (screen, pilot):
        await type_line(screen, pilot, "mine")
        await until(pilot, lambda: screen.state.total == 1)
        Pen(house.open()).write("a colleague's", "discussion")
        await until(pilot, lambda: screen.state.total == 2)
        await pilot.press("f4", "escape")
        await type_line(screen, pilot, "++")
        await until(pilot, lambda: any(line.note.echoes for line in screen.state.lines))
        assert next(line.note.text for line in screen.state.lines if line.note.echoes) == "mine"


async def test_what_was_written_here_is_told_apart_and_nothing_kept_says_so(house: House) -> None:
    start(house.open("desk"), "discussion")
    Pen(house.open()).write("a colleague's", "discussion")
    async with shown(house.open(), Notes) as (screen, pilot):
        await type_line(screen, pilot, "mine")
        await until(pilot, lambda: "mine" in picture(pilot))
        rows = {line.split()[-1]: line for line in picture(pilot).splitlines() if line.split()}
        assert rows["mine"].startswith(OWN) and rows["colleague's"].startswith(" ")
    async with shown(house.open(), Notes) as (screen, pilot):
        await until(pilot, lambda: "mine" in picture(pilot))
        marked = [row for row in picture(pilot).splitlines() if row.startswith(OWN)]
        assert not marked, "another window knows nothing of it"


async def test_whatever_was_done_here_is_undone_and_done_again(house: House) -> None:
    start(house.open("desk"), "discussion")
    shown_tree = tree(house)
    async with shown(house.open(), Notes) as (screen, pilot):

        async def back(key: str, wanted: list[tuple[int, str, Kind]]) -> None:
            await pilot.press(key)
            await until(pilot, lambda: shown_tree() == wanted)
            await until(pilot, lambda: screen.writing.said.message.startswith(("undone", "done")))

        point = Kind.POINT
        await type_line(screen, pilot, "one")
        await until(pilot, lambda: screen.state.total == 1)
        await type_line(screen, pilot, "two")
        await until(pilot, lambda: screen.state.total == 2)
        await pilot.press("up")
        await type_line(screen, pilot, "~ two, said better")
        await until(pilot, lambda: "said better" in picture(pilot))
        better = (0, "two, said better", Kind.CONCERN)
        await pilot.press("f4", "end", "tab")
        await until(pilot, lambda: shown_tree()[1][0] == 1)
        await back("ctrl+z", [(0, "one", point), better])
        await back("ctrl+z", [(0, "one", point), (0, "two", point)])
        await back("ctrl+z", [(0, "one", point)])
        await back("ctrl+y", [(0, "one", point), (0, "two", point)])
        await back("ctrl+y", [(0, "one", point), better])
        await pilot.press("escape")
        await type_line(screen, pilot, "++")
        await until(pilot, lambda: any(line.note.echoes for line in screen.state.lines))
        assert screen.state.lines[1].note.echoes == 1, "the point written again is the last one"


async def test_an_answer_taken_back_leaves_its_question_open(house: House) -> None:
    start(house.open("desk"), "qa")
    asked = Pen(house.open()).write("? who pays", "qa").note
    assert asked is not None
    async with shown(house.open(), Notes) as (screen, pilot):
        await type_line(screen, pilot, f"={asked.tag} the donors")
        await until(pilot, lambda: screen.state.questions[0].mark is Mark.ANSWERED)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: screen.state.questions[0].mark is Mark.OPEN)
        assert screen.state.total == 1


async def test_no_undo_brings_back_what_anybody_struck(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with shown(house.open(), Notes) as (screen, pilot):
        await type_line(screen, pilot, "the name of somebody")
        await until(pilot, lambda: screen.state.total == 1)
        note = screen.state.lines[0].note
        await pilot.press("up")
        await type_line(screen, pilot, "nobody")
        await until(pilot, lambda: screen.state.lines[0].note.text == "nobody")
        house.open().store.strike(note.id)
        await until(pilot, lambda: screen.state.total == 0)
        await until(pilot, lambda: not screen.doing.history.remembered())
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "nothing is left to undo" in said(screen, "said"))
        assert "the name of somebody" not in str(vars(screen.doing.history))


async def test_undo_does_not_touch_what_is_kept_while_a_line_is_written(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with shown(house.open(), Notes) as (screen, pilot):
        await type_line(screen, pilot, "kept")
        await until(pilot, lambda: screen.state.total == 1)
        await pilot.press(*"half a line", "ctrl+z")
        await until(pilot, lambda: "Esc puts it aside" in said(screen, "said"))
        assert screen.writing.entry.value == "half a line" and screen.state.total == 1


async def test_a_point_takes_another_kind_topic_and_segment_by_single_keys(house: House) -> None:
    start(house.open("desk"), "discussion")
    async with shown(house.open(), Notes) as (screen, pilot):
        await type_line(screen, pilot, "a point")
        await until(pilot, lambda: screen.state.total == 1)

        def note() -> tuple[Kind, tuple[str, ...]]:
            return screen.state.lines[0].note.kind, screen.state.lines[0].note.topics

        await pilot.press("f4", "c")
        await until(pilot, lambda: "What is it?" in picture(pilot))
        await pilot.press("c")
        await until(pilot, lambda: note()[0] is Kind.CONCERN)
        await pilot.press("number_sign")
        await until(pilot, lambda: "Which topic?" in picture(pilot))
        await pilot.press("2")
        await until(pilot, lambda: note()[1] == ("formats",))
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: "To which segment?" in picture(pilot))
        await pilot.press("4")
        await until(pilot, lambda: texts(house, "closing")() == ["a point"])


async def test_f5_brings_the_point_being_edited_to_the_segment_running_now(house: House) -> None:
    start(house.open("desk"), "discussion")
    Pen(house.open()).write("said too early", "talk")
    async with shown(house.open(), Notes) as (screen, pilot):
        await pilot.press("f4", "left_square_bracket", "left_square_bracket")
        await until(pilot, lambda: screen.state.segment == "talk" and bool(screen.state.lines))
        await pilot.press("enter")
        await until(pilot, lambda: screen.writing.entry.value == "said too early")
        await pilot.press("f5")
        await until(pilot, lambda: texts(house)() == ["said too early"])


async def test_words_are_found_wherever_they_stand_and_enter_goes_there(house: House) -> None:
    start(house.open("desk"), "discussion")
    hand = Pen(house.open())
    hand.write("the budget was agreed in München", "talk")
    hand.write("nothing of the kind", "discussion")
    async with shown(house.open(), Notes) as (screen, pilot):
        await pilot.press("ctrl+f")
        await until(pilot, lambda: isinstance(pilot.app.screen, Find))
        await pilot.press(*"munchen BUD")
        await until(pilot, lambda: "1 point ·" in picture(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: screen.state.segment == "talk" and screen.points.has_focus)
        assert screen.points.line is not None
        assert screen.points.line.note.text == "the budget was agreed in München"
        await pilot.press("escape", "ctrl+f")
        await until(pilot, lambda: "munchen BUD" in picture(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)


async def test_off_the_record_no_point_is_changed_by_a_key(house: House) -> None:
    secretariat = house.open("desk")
    start(secretariat, "discussion")
    async with shown(house.open(), Notes) as (screen, pilot):
        await type_line(screen, pilot, "kept")
        await until(pilot, lambda: screen.state.total == 1)
        await pilot.press("up")
        await type_line(screen, pilot, "changed")
        await until(pilot, lambda: screen.state.lines[0].note.text == "changed")
        secretariat.conduct(OffRecord(True), secretariat.look().progress)
        await until(pilot, lambda: screen.state.silent)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "off the record" in said(screen, "said"))
        assert screen.state.lines[0].note.text == "changed"
