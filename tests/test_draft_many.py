"""The draft of a long session: several points at once, what a merge costs, no place lost."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from conftest import House
from draft_room import choose, drafting, kept, note, picture, rows, texts, until
from facilitator.rapporteur.editorial import Step
from facilitator.record import Agreement, Release
from facilitator.roster import Participant, Roster
from facilitator.ui.dialogs import Ask
from facilitator.ui.draft import Draft
from facilitator.ui.draft_merge import MergePairs
from test_draft_screen import type_

NAMED = Roster((Participant("Zarmina Wardaki", given="Zarmina", family="Wardaki"),))


async def test_all_marked_points_go_equally_far_and_it_is_told_how_far(house: House) -> None:
    secretariat = house.open()
    _, second, _ = kept(secretariat, "a", "b", "c")
    secretariat.store.release(second.id, None, Release.HOSTS)
    async with drafting(house.open()) as (screen, pilot):
        await pilot.press("space", "space", "r")  # a and b are marked, c is chosen
        assert "release: report · 2 points" in picture(pilot)
        assert note(screen, "a").release is note(screen, "b").release is Release.REPORT
        assert note(screen, "c").release is None
        await pilot.press("u")
        await until(pilot, lambda: note(screen, "b").release is Release.HOSTS)
        assert note(screen, "a").release is None


async def test_reservations_belong_to_the_marked_point_and_not_to_the_chosen_one(
    house: House,
) -> None:
    secretariat = house.open()
    first, second = kept(secretariat, "a", "b")
    secretariat.store.agree(first.id, (Agreement.NONE, ""), (Agreement.TESTED, "of the first"))
    secretariat.store.agree(second.id, (Agreement.NONE, ""), (Agreement.UNTESTED, "of the second"))
    async with drafting(house.open()) as (screen, pilot):
        await pilot.press("space", "t", "r")
        assert screen.note is not None and screen.note.text == "b"
        assert screen.line.entry.value == "of the first"
        await type_(pilot, screen, "of the first, and more")
        await until(pilot, lambda: note(screen, "a").reservations == "of the first, and more")
        assert note(screen, "a").agreement is Agreement.TESTED
        assert note(screen, "b").reservations == "of the second"


async def test_a_whole_group_is_marked_and_goes_under_a_point(house: House) -> None:
    kept(house.open(), "#1 a", "#1 b", "#2 c", "#2 d")
    async with drafting(house.open()) as (screen, pilot):
        choose(screen, "a")
        await pilot.press("M")
        assert "2 marked" in picture(pilot)
        await pilot.press("M")
        assert "marked" not in picture(pilot).splitlines()[1]
        await pilot.press("M")
        choose(screen, "d")
        await pilot.press("greater_than_sign")
        assert rows(screen) == [(0, "c"), (0, "d"), (1, "a"), (1, "b")]
        assert "marked" not in picture(pilot).splitlines()[1], "it is done with"
        await pilot.press("u")
        await until(pilot, lambda: [depth for depth, _ in rows(screen)] == [0] * 4)
        assert texts(screen) == ["a", "b", "c", "d"]
        await pilot.press("greater_than_sign")
        assert "NOT DONE: mark the points" in picture(pilot)


async def test_two_marked_points_are_merged_however_little_alike_they_are(house: House) -> None:
    kept(house.open(), "rivers are on no agenda", "water is the quiet item", "other")
    async with drafting(house.open()) as (screen, pilot):
        await pilot.press("M", "equals_sign")
        assert "mark two points" in picture(pilot)
        choose(screen, "other")
        await pilot.press("space", "equals_sign")
        assert isinstance(pilot.app.screen, MergePairs)
        shown = picture(pilot)
        assert "THE TWO THAT ARE MARKED" in shown and "A  rivers" in shown and "B  water" in shown
        await pilot.press("k")
        assert isinstance(pilot.app.screen, Draft) and len(texts(screen)) == 3
        await pilot.press("equals_sign", "b")
        await until(pilot, lambda: len(texts(screen)) == 2)
        assert isinstance(pilot.app.screen, Draft)
        assert "merged: 1 voice now" in picture(pilot)
        assert "marked" not in picture(pilot).splitlines()[1]
        gone, stands = (
            note(screen, "rivers are on no agenda"),
            note(screen, "water is the quiet item"),
        )
        assert gone.merged == stands.id


async def test_what_a_merge_does_not_take_over_is_shown_before_and_told_after(
    house: House,
) -> None:
    secretariat = house.open()
    kept_one, agreed = kept(
        secretariat, "border closed since March", "The border closed since March"
    )
    secretariat.store.agree(agreed.id, (Agreement.NONE, ""), (Agreement.TESTED, ""))
    secretariat.store.release(agreed.id, None, Release.HOSTS)
    async with drafting(house.open()) as (screen, pilot):
        await pilot.press("equals_sign")
        assert "agreed, tested, hosts only" in picture(pilot)
        await pilot.press("a")
        await until(pilot, lambda: "NOT taken over: agreed, tested, hosts only" in picture(pilot))
        await pilot.press("u")
        await until(pilot, lambda: "pair 1 of 1" in picture(pilot))
        await pilot.press("b")
        await until(pilot, lambda: "merged: 1 voice now; u undoes" in picture(pilot))
        assert screen.sheet.notes[kept_one.id].merged == agreed.id


async def test_a_pair_that_is_undone_is_the_one_that_is_shown(house: House) -> None:
    kept(house.open(), "aa bb cc", "cc bb aa", "dd ee ff", "ff ee dd")
    async with drafting(house.open()) as (_, pilot):
        await pilot.press("equals_sign", "a")
        await until(pilot, lambda: "of 1 left" in picture(pilot))
        first = "A  aa bb cc"
        assert first not in picture(pilot)
        await pilot.press("down", "u")
        await until(pilot, lambda: first in picture(pilot) and "pair 1 of 2" in picture(pilot))


async def test_what_was_merged_on_another_day_is_taken_out_again(house: House) -> None:
    secretariat = house.open()
    one, two, _ = kept(secretariat, "gone", "stands", "other")
    secretariat.store.echo(one.id)
    one = next(note for note in secretariat.store.snapshot(None).notes if note.id == one.id)
    secretariat.store.merge(one.id, one.revision, two.id, two.revision)
    async with drafting(house.open()) as (screen, pilot):
        await pilot.press("l")
        assert screen.note is not None and screen.note.text == "gone", "the first one is chosen"
        await pilot.press("r")
        assert "it is merged into another; o takes it out again" in picture(pilot)
        other = note(screen, "other")
        secretariat.store.release(other.id, None, Release.REPORT)
        await until(pilot, lambda: note(screen, "other").release is Release.REPORT)
        assert screen.note is not None and screen.note.text == "gone", "the place is kept"
        await pilot.press("o")
        await until(pilot, lambda: sorted(texts(screen)) == ["gone", "other", "stands"])
        assert note(screen, "stands").echoes == 0 and note(screen, "gone").echoes == 1
        await pilot.press("u")
        await until(pilot, lambda: sorted(texts(screen)) == ["other", "stands"])
        assert note(screen, "stands").echoes == 1


async def test_before_a_point_is_struck_it_is_said_what_goes_with_it(house: House) -> None:
    secretariat = house.open()
    one, two = kept(secretariat, "gone", "stands")
    secretariat.store.merge(one.id, one.revision, two.id, two.revision)
    async with drafting(house.open()) as (_, pilot):
        await pilot.press("ctrl+k")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        assert "and the one merged into it?" in picture(pilot)


async def test_the_findings_are_gone_through_where_they_are_listed(house: House) -> None:
    kept(house.open(), "fine", *(f"Zarmina Wardaki {word}" for word in ("agreed", "came", "did")))
    async with drafting(house.open(), roster=NAMED) as (screen, pilot):
        await until(pilot, lambda: "3 findings (f)" in picture(pilot))
        named = [text for text in texts(screen) if text.startswith("Zarmina")]
        choose(screen, "fine")
        await pilot.press("v", "v", "down", "ctrl+g")
        await until(pilot, lambda: "2 findings (f)" in picture(pilot))
        assert named[0] in texts(screen) and named[1] not in texts(screen), "the second one"
        await pilot.press("down", "ctrl+g")
        await until(pilot, lambda: "1 finding (f)" in picture(pilot))
        assert named[0] in texts(screen) and named[2] not in texts(screen), "the one below it"


async def test_the_chosen_point_is_in_sight_when_a_filter_is_given_up(house: House) -> None:
    words = [f"#1 point of a long list {n:02}" for n in range(40)]
    kept(house.open(), *words)
    async with drafting(house.open()) as (screen, pilot):
        await pilot.press("slash", *"list 27", "enter")
        await until(pilot, lambda: len(texts(screen)) == 1)
        await pilot.press("escape")
        await until(pilot, lambda: len(texts(screen)) == 40)
        await until(pilot, lambda: picture(pilot).count("long list 27") == 2)  # and in full below
        assert not screen.points.show_horizontal_scrollbar


async def test_a_key_held_down_answers_a_question_once_and_leaves_the_screen_alone(
    house: House,
) -> None:
    kept(house.open(), "a")
    async with drafting(house.open()) as (screen, pilot):
        for key in "tttt":
            pilot.app.post_message(events.Key(key, key))
        await until(pilot, lambda: note(screen, "a").agreement is Agreement.TESTED)
        await until(pilot, lambda: isinstance(pilot.app.screen, Draft))
        await pilot.pause()
        assert "agreed, tested" in picture(pilot)


async def test_keys_typed_behind_a_strike_mean_the_points_that_are_left(house: House) -> None:
    kept(house.open(), "a", "b", "c")
    async with drafting(house.open()) as (screen, pilot):
        await pilot.press("ctrl+k")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        told = screen.tell

        def typed_at_once(message: str) -> None:
            told(message)
            if message.startswith("struck"):
                for key in ("home", "space", "space"):
                    pilot.app.post_message(events.Key(key, " " if key == "space" else None))

        screen.tell = typed_at_once  # type: ignore[method-assign]
        await pilot.press("right", "enter")
        await until(pilot, lambda: "2 marked" in picture(pilot))
        assert texts(screen) == ["b", "c"]


async def test_a_key_pressed_as_soon_as_a_sentence_is_drawn_loses_no_place(house: House) -> None:
    kept(house.open(), "#1 a", "#1 b", "#2 c", "#2 d")
    async with drafting(house.open()) as (screen, pilot):
        take = screen.work.take

        async def pressed_at_once(plan: Callable[[], Step], name: str) -> bool:
            taken = await take(plan, name)
            await screen.action_group_down()
            return taken

        await pilot.press("M", "w")
        screen.work.take = pressed_at_once  # type: ignore[method-assign]
        await type_(pilot, screen, "both")
        await until(pilot, lambda: "both" in texts(screen))
        assert screen.note is not None and screen.note.text == "c"
        assert screen.points.chosen == screen.desk.layout.places[screen.note.id]


async def test_keys_behind_a_search_mean_the_point_that_it_finds(house: House) -> None:
    """All of it in one reading of the terminal, as a fast hand or a slow computer has it."""
    kept(house.open(), "#1 first", "#1 second", "#2 third", "#2 fourth")
    async with drafting(house.open()) as (screen, pilot):
        for key in (*"sthird", "enter", " ", *"sfourth", "enter", " ", "w", *"both", "enter", "r"):
            name = "space" if key == " " else key
            pilot.app.post_message(events.Key(name, "\r" if key == "enter" else key))
        await until(pilot, lambda: "both" in texts(screen))
        await until(pilot, lambda: note(screen, "both").release is Release.REPORT)
        assert sorted(rows(screen)[-3:]) == [(0, "both"), (1, "fourth"), (1, "third")]
        assert note(screen, "third").release is None
