"""The rapporteur's screen as a person meets it, without a terminal: every key and its effect."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from conftest import Hand, House, plan
from draft_room import choose, drafting, kept, note, picture, rows, texts, until
from facilitator.circulation import Circulation
from facilitator.meeting import Close, OffRecord, Start
from facilitator.pen import Pen
from facilitator.rapporteur import plans
from facilitator.record import Agreement, Kind, Release
from facilitator.review import Body, TextName
from facilitator.roster import Participant, Roster
from facilitator.ui.dialogs import Ask, Help
from facilitator.ui.draft import Draft
from facilitator.ui.draft_actions import ACTIONS
from facilitator.ui.draft_merge import MergePairs

LINES = (
    "#1 one point of the end state",
    "#2 border closed since March",
    "~ a concern about water",
    "The border has been closed since March",
    "#none nothing of a topic",
)


def some(house: House) -> None:
    kept(house.open(), *LINES)


async def type_(pilot: Pilot[None], screen: Draft, text: str) -> None:
    await until(pilot, lambda: screen.line.purpose is not None)
    screen.line.entry.put(text)
    await pilot.press("enter")
    await pilot.pause()


async def test_it_opens_on_all_points_by_topic_kind_and_likeness(house: House) -> None:
    some(house)
    kept(house.open(), "#1 of another segment", segment="opening")
    async with drafting(house.open()) as (screen, pilot):
        shown = picture(pilot)
        assert "END STATE  (2)" in shown and "FORMATS  (3)" in shown and "NO TOPIC  (1)" in shown
        assert shown.index("END STATE") < shown.index("FORMATS") < shown.index("NO TOPIC")
        assert "6 points · 6 never arranged · 1 pair alike" in shown
        assert set(texts(screen)[2:4]) == {"border closed since March", LINES[3]}
        assert texts(screen)[4] == "a concern about water", "kinds stand together"


async def test_the_order_of_arrival_is_not_told_while_a_segment_runs(house: House) -> None:
    """The same points in another order of arrival: the screen is the same."""
    desk = house.open("desk")
    desk.conduct(Start("discussion"), desk.look().progress)
    words = [f"{word} {n}" for n, word in enumerate(("zebra", "yak", "ant", "mole", "bee"))]
    kept(desk, *words)
    async with drafting(house.open()) as (screen, _):
        assert texts(screen) == sorted(words)
        assert "notes are still being taken" in picture(_)


async def test_choosing_goes_by_arrows_and_letters_and_over_headings(house: House) -> None:
    some(house)
    async with drafting(house.open()) as (screen, pilot):
        first = screen.desk.chosen
        await pilot.press("j", "down", "k", "up")
        assert screen.desk.chosen == first
        await pilot.press("end")
        assert screen.note is not None and screen.note.text == "nothing of a topic"
        await pilot.press("left_square_bracket")
        assert screen.row is not None and screen.row.group == 1
        await pilot.press("right_square_bracket")
        assert screen.row is not None and screen.row.group == 2


async def test_keys_count_by_position_on_another_keyboard(house: House) -> None:
    some(house)
    async with drafting(house.open()) as (screen, pilot):
        first = screen.desk.chosen
        await pilot.press("о")  # the key of j on a Russian keyboard
        assert screen.desk.chosen != first
        await pilot.press("л")
        assert screen.desk.chosen == first
        await pilot.press("к")  # r
        assert note(screen, LINES[0][3:]).release is Release.REPORT


async def test_nesting_lifting_and_out_to_the_top(house: House) -> None:
    kept(house.open(), "a", "b", "c")
    async with drafting(house.open()) as (screen, pilot):
        choose(screen, "b")
        await pilot.press("tab")
        assert rows(screen) == [(0, "a"), (1, "b"), (0, "c")]
        choose(screen, "c")
        await pilot.press("tab", "up", "down", "tab")
        assert rows(screen) == [(0, "a"), (1, "b"), (2, "c")]
        await pilot.press("o")
        assert (0, "c") in rows(screen)
        choose(screen, "b")
        await pilot.press("shift+tab")
        assert sorted(rows(screen)) == [(0, "a"), (0, "b"), (0, "c")]
        await pilot.press("shift+tab")
        assert "NOT DONE: this point stands at the top already" in picture(pilot)


async def test_moving_among_siblings_counts_down_what_was_never_arranged(house: House) -> None:
    kept(house.open(), "a", "b", "c")
    async with drafting(house.open()) as (screen, pilot):
        choose(screen, "c")
        await pilot.press("K")
        assert texts(screen) == ["c", "a", "b"]
        assert "2 never arranged" in picture(pilot)
        choose(screen, "b")
        await pilot.press("shift+up")
        assert texts(screen) == ["c", "b", "a"]
        await pilot.press("shift+up")
        assert texts(screen) == ["b", "c", "a"]
        await pilot.press("J")
        assert texts(screen) == ["c", "b", "a"]


async def test_another_kind_another_topic_a_list_a_release_level(house: House) -> None:
    kept(house.open(), "a", "b")
    async with drafting(house.open()) as (screen, pilot):
        choose(screen, "a")
        await pilot.press("c", "c")
        await until(pilot, lambda: note(screen, "a").kind is Kind.CONCERN)
        await pilot.press("number_sign", "2")
        await until(pilot, lambda: note(screen, "a").topics == ("formats",))
        await pilot.press("n")
        assert note(screen, "a").numbered is False and "bullets" in picture(pilot)
        await pilot.press("n")
        assert note(screen, "a").numbered is True
        await pilot.press("r")
        assert note(screen, "a").release is Release.REPORT
        assert "report only" in picture(pilot)
        await pilot.press("r")
        assert note(screen, "a").release is Release.HOSTS
        await pilot.press("r")
        assert note(screen, "a").release is None, "the agenda's own level is not stored"


async def test_agreement_is_said_by_a_person_with_reservations(house: House) -> None:
    kept(house.open(), "a")
    async with drafting(house.open()) as (screen, pilot):
        await pilot.press("t", "t")
        await until(pilot, lambda: note(screen, "a").agreement is Agreement.TESTED)
        await pilot.press("t", "r")
        await type_(pilot, screen, "if the funds come")
        await until(pilot, lambda: note(screen, "a").reservations == "if the funds come")
        assert note(screen, "a").agreement is Agreement.TESTED
        assert "with reservations" in picture(pilot)
        await pilot.press("t", "n")
        await until(pilot, lambda: note(screen, "a").agreement is Agreement.NONE)
        assert note(screen, "a").reservations == ""


async def test_a_point_is_edited_in_place_and_escape_loses_no_word(house: House) -> None:
    kept(house.open(), "~ a concern")
    async with drafting(house.open()) as (screen, pilot):
        await pilot.press("enter")
        assert screen.line.entry.value == "~ a concern"
        await pilot.press(*" grows", "escape")
        assert note(screen, "a concern")
        await pilot.press("enter")
        assert screen.line.entry.value == "~ a concern grows", "the words are back"
        await pilot.press("enter")
        await until(pilot, lambda: "a concern grows" in texts(screen))
        assert screen.points.has_focus


async def test_letters_typed_ahead_go_where_they_belong(house: House) -> None:
    kept(house.open(), "a", "b")
    async with drafting(house.open()) as (screen, pilot):
        for key in ("enter", "x", "y", "enter", "j"):
            pilot.app.simulate_key(key)
        await until(pilot, lambda: "axy" in texts(screen))
        await until(pilot, lambda: screen.note is not None and screen.note.text == "b")


async def test_one_sentence_over_the_marked_points(house: House) -> None:
    kept(house.open(), "a", "b", "c")
    async with drafting(house.open()) as (screen, pilot):
        await pilot.press("space", "space")
        assert "2 marked" in picture(pilot)
        await pilot.press("w")
        assert "F2 It was noted that" in picture(pilot)
        await type_(pilot, screen, "both were raised")
        await until(pilot, lambda: (0, "both were raised") in rows(screen))
        assert rows(screen) == [(0, "both were raised"), (1, "a"), (1, "b"), (0, "c")]
        assert note(screen, "both were raised").summary
        assert screen.note is note(screen, "both were raised")
        await pilot.press("u")
        assert sorted(rows(screen)) == [(0, "a"), (0, "b"), (0, "c")]
        await pilot.press("U")
        assert (1, "a") in rows(screen)


async def test_patterns_and_number_words_are_put_in_only_by_their_key(house: House) -> None:
    secretariat = house.open()
    (said,) = kept(secretariat, "~ The routes may close")
    secretariat.store.echo(said.id)
    async with drafting(house.open()) as (screen, pilot):
        await pilot.press("enter")
        assert screen.line.entry.value == "~ The routes may close", "nothing is put in unasked"
        assert "F2 Some expressed concern that" in picture(pilot)
        assert "F2–F8 put in what is offered" in picture(pilot), "the footer is the line's"
        await pilot.press("f2")
        assert screen.line.entry.value == "~ Some expressed concern that the routes may close"
        await pilot.press("f3")
        assert screen.line.entry.value == "~ Concern was voiced about the routes may close"
        screen.line.entry.put("~ ")
        await pilot.press("f4")
        assert screen.line.entry.value == "~ a few "


async def test_near_duplicates_side_by_side(house: House) -> None:
    secretariat = house.open()
    one, two, _, _ = kept(
        secretariat,
        "border closed since March",
        "The border has been closed since March",
        "water shares of the river",
        "the shares of river water",
    )
    secretariat.store.echo(one.id)
    secretariat.store.echo(two.id)
    async with drafting(house.open()) as (screen, pilot):
        await pilot.press("equals_sign")
        dialog = pilot.app.screen
        assert isinstance(dialog, MergePairs)
        assert "pair 1 of 2 left" in picture(pilot)
        await pilot.press("a")
        await until(pilot, lambda: "pair 1 of 1 left" in picture(pilot))
        merged = [each for each in screen.sheet.notes.values() if each.merged]
        assert len(merged) == 1
        await pilot.press("u")
        await until(pilot, lambda: "of 2 left" in picture(pilot))
        await pilot.press("b")
        await until(pilot, lambda: "pair 1 of 1 left" in picture(pilot))
        await pilot.press("k")
        await until(pilot, lambda: "no pair is left" in picture(pilot))
        await pilot.press("u")
        await until(pilot, lambda: "pair 1 of 1 left" in picture(pilot))
        await pilot.press("w")
        line = dialog.query_one("#writing")
        entry = line.query_one("#entry")
        await until(pilot, lambda: entry.has_focus)
        await pilot.press(*" X", "enter")
        await until(pilot, lambda: "no pair is left" in picture(pilot))
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, Draft)
        assert len(texts(screen)) == 2
        assert any(text.endswith(" X") for text in texts(screen))
        (border,) = [n for n in screen.sheet.notes.values() if "order" in n.text and not n.merged]
        assert border.echoes == 2, "voices add up"


async def test_a_pair_kept_apart_is_not_offered_again_on_this_screen(house: House) -> None:
    kept(house.open(), "border closed since March", "The border has been closed since March")
    async with drafting(house.open()) as (_, pilot):
        await pilot.press("equals_sign", "k", "escape")
        await pilot.press("equals_sign")
        assert isinstance(pilot.app.screen, Draft)
        assert "no two points are alike" in picture(pilot)
        assert "0 pairs alike" in picture(pilot)


async def two_wordings(house: House, tmp_path: Path) -> None:
    """The same point, worded anew on each of two laptops that exchanged their records."""
    here = house.open()
    (point,) = kept(here, "the first words")
    (tmp_path / "other").mkdir()
    other = House(tmp_path / "other", Hand(), plan())
    there = other.open()
    there.take(here.copy())
    Pen(here).edit(point.id, "discussion", 0, "border open on Mondays")
    Pen(there).edit(point.id, "discussion", 0, "a fence at the crossing")
    there.store.echo(point.id)
    here.take(there.copy())
    other.close()


@pytest.mark.parametrize("key", ["a", "b", "w", "k"])
async def test_wordings_of_two_laptops_are_offered_side_by_side(
    house: House, tmp_path: Path, key: str
) -> None:
    await two_wordings(house, tmp_path)
    async with drafting(house.open()) as (screen, pilot):
        before = dict(screen.sheet.notes)
        assert "1 pair alike (=)" in picture(pilot), "they share no word"
        (first,) = [each for each in before.values() if each.parent is None]
        (second,) = [each for each in before.values() if each.parent == first.id]
        await pilot.press("equals_sign")
        dialog = pilot.app.screen
        assert isinstance(dialog, MergePairs)
        told = picture(pilot)
        assert "ONE POINT, WORDED ON TWO LAPTOPS · pair 1 of 1 left" in told
        assert "A  border open" in told and "B  a fence at" in told
        await pilot.press(key)
        if key == "w":
            entry = dialog.query_one("#writing").query_one("#entry")
            await until(pilot, lambda: entry.has_focus)
            await pilot.press(*" X", "enter")
        await until(pilot, lambda: "no pair is left" in picture(pilot))
        notes = screen.sheet.notes
        # The point stays the one that both laptops know, whichever words it says.
        assert (
            notes[first.id].text
            == {
                "a": first.text,
                "b": second.text,
                "w": f"{first.text} X",
                "k": first.text,
            }[key]
        )
        assert notes[first.id].echoes == 1
        stays = notes[second.id]
        if key == "k":
            assert (stays.merged, stays.release) == (None, first.release)
        else:
            assert stays.merged == first.id
        await pilot.press("u")
        await until(pilot, lambda: "pair 1 of 1 left" in picture(pilot))
        now = screen.sheet.notes
        assert [(n.text, n.release, n.merged) for n in now.values()] == [
            (n.text, n.release, n.merged) for n in before.values()
        ]


async def test_how_far_the_review_has_come_stands_on_top(house: House) -> None:
    secretariat = house.open()
    (note,) = kept(secretariat, "one point")
    async with drafting(house.open(), (100, 24)) as (screen, pilot):
        assert "notes are still being taken" in picture(pilot)
        secretariat.conduct(Close(), secretariat.look().progress)
        await until(pilot, lambda: "closed · review not begun" in picture(pilot))
        circulation = Circulation(secretariat)
        circulation.begin(TextName.BRIEF)
        await until(pilot, lambda: "brief: with the hosts" in picture(pilot))
        with circulation.copy(TextName.BRIEF):
            pass
        circulation.agree(TextName.BRIEF, Body.HOSTS)
        circulation.clear(TextName.BRIEF, reason=False)
        await until(pilot, lambda: "brief: cleared" in picture(pilot))
        # What is changed after that is with them again.
        Pen(secretariat).edit(note.id, "discussion", 0, "another point")
        await until(pilot, lambda: "brief: with the hosts" in picture(pilot))
        await pilot.press("p")
        await until(pilot, lambda: screen.desk.reads == "report")
        await until(pilot, lambda: "closed · review not begun" in picture(pilot))


async def test_a_level_that_somebody_else_set_meanwhile_is_told_with_ones_own(house: House) -> None:
    (note,) = kept(house.open(), "one point")
    async with drafting(house.open()) as (screen, pilot):
        seen = screen.desk.table.look()
        house.open().store.release(note.id, None, Release.HOSTS)
        step = plans.release(seen.notes[note.id], Release.REPORT, seen.default)
        assert not await screen.work.take(lambda: step, "release")
        told = picture(pilot)
        assert "NOT DONE: somebody else has changed this point meanwhile: now it is “hosts”" in told


async def test_filter_and_search(house: House) -> None:
    some(house)
    async with drafting(house.open()) as (screen, pilot):
        await pilot.press("slash", *"border")
        await until(pilot, lambda: len(texts(screen)) == 2)
        await pilot.press("enter")
        assert screen.points.has_focus and "filter “border”: 2 shown" in picture(pilot)
        await pilot.press("escape")
        assert len(texts(screen)) == 5
        await pilot.press("s", *"water", "enter")
        await until(
            pilot, lambda: screen.note is not None and screen.note.text == "a concern about water"
        )
        await pilot.press("slash", *"nowhere")
        await until(pilot, lambda: "No point has these words" in picture(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: len(texts(screen)) == 5)


async def test_the_text_is_made_beside_and_follows_the_chosen_point(house: House) -> None:
    some(house)
    async with drafting(house.open(), (120, 36)) as (screen, pilot):
        await until(pilot, lambda: "• One point of the end state." in picture(pilot))
        choose(screen, "a concern about water")
        await pilot.pause()
        flat = screen.desk.flat
        assert flat is not None
        start, end = screen.text.lit
        assert [row.text for row in flat.rows[start:end]] == ["• A concern about water."]
        await pilot.press("enter", *" and money", "enter")
        await until(pilot, lambda: "water and money." in picture(pilot))
        await pilot.press("p")
        await until(pilot, lambda: "1.1 " in picture(pilot) or "Key take-aways" in picture(pilot))
        assert "v: POINTS · report" in picture(pilot)
        await pilot.press("p", "home")
        await until(pilot, lambda: "Distribution" in picture(pilot))
        assert "END STATE  (1)" in picture(pilot), "the points stay beside it"


async def test_at_80_columns_one_key_turns_between_points_text_and_findings(
    house: House,
) -> None:
    some(house)
    async with drafting(house.open()) as (_, pilot):
        assert "v: POINTS" in picture(pilot)
        await pilot.press("v")
        await until(pilot, lambda: "v: BRIEF" in picture(pilot))
        assert "• A concern about water." in picture(pilot)
        await pilot.press("v")
        assert "v: FINDINGS" in picture(pilot)
        assert "it cannot check names" in picture(pilot)
        await pilot.press("escape")
        assert "v: POINTS" in picture(pilot)


async def test_every_point_is_accounted_for(house: House) -> None:
    secretariat = house.open()
    kept(secretariat, "told", "* an action", "@ a fact", "for the hosts", "same", "the same")
    async with drafting(secretariat) as (screen, pilot):
        choose(screen, "for the hosts")
        await pilot.press("r", "r")
        one, two = note(screen, "same"), note(screen, "the same")
        secretariat.store.merge(one.id, one.revision, two.id, two.revision)
        await until(
            pilot, lambda: "left out 4 (l): 1 action, 1 fact to check, 1 kept" in picture(pilot)
        )
        fates = screen.desk.proof.fates if screen.desk.proof else {}
        assert fates.keys() == screen.sheet.notes.keys()
        await pilot.press("l")
        shown = picture(pilot)
        assert (
            "hosts only: kept for the hosts" in shown and "merged into another: “the same”" in shown
        )
        assert "report only: action" in shown and "in no text: fact to check" in shown
        await pilot.press("l")
        choose(screen, "told")
        assert "in the brief · point" in picture(pilot)


NAMED = Roster((Participant("Zarmina Wardaki", given="Zarmina", family="Wardaki"),))


async def test_findings_are_mended_kept_and_counted(house: House) -> None:
    kept(house.open(), "Zarmina Wardaki doubted it", "Zarmina Wardaki agreed", "fine")
    async with drafting(house.open(), roster=NAMED) as (screen, pilot):
        await until(pilot, lambda: "2 findings (f)" in picture(pilot))
        await pilot.press("f")
        assert "NAME “Zarmina Wardaki”" in picture(pilot)
        await pilot.press("ctrl+g")
        await until(pilot, lambda: "1 finding (f)" in picture(pilot))
        assert any(text.startswith("One participant") for text in texts(screen))
        await pilot.press("u")
        await until(pilot, lambda: "2 findings (f)" in picture(pilot))
        await pilot.press("v", "v")
        assert "names a participant" in picture(pilot)
        await pilot.press("ctrl+r", "2")
        await until(pilot, lambda: "1 finding (f)" in picture(pilot))
        await pilot.press("u")
        await until(pilot, lambda: "2 findings (f)" in picture(pilot))


async def test_what_the_guard_sees_around_the_points_is_told_and_can_be_kept(
    house: House,
) -> None:
    secretariat = house.open()
    kept(secretariat, "fine")
    secretariat.store.answer(replace(secretariat.held(), came={"k": True}))
    agenda = plan(session=replace(plan().session, topic="what Zarmina Wardaki proposed"))
    secretariat.store.adopt(agenda, "other", secretariat.look().progress)
    async with drafting(house.open(), roster=NAMED) as (screen, pilot):
        await until(pilot, lambda: "finding" in picture(pilot) and "(f)" in picture(pilot))
        number = len(screen.desk.around)
        await pilot.press("f")
        assert "NAME in the text: “Zarmina" in picture(pilot)
        await pilot.press("ctrl+r", "4")
        await until(pilot, lambda: len(screen.desk.around) < number)


async def test_a_name_in_a_line_is_seen_before_it_is_kept(house: House) -> None:
    kept(house.open(), "it was doubted")
    async with drafting(house.open(), roster=NAMED) as (screen, pilot):
        await pilot.press("enter")
        screen.line.entry.put("Zarmina Wardaki doubted")
        await until(pilot, lambda: "names a participant" in picture(pilot))
        await pilot.press("ctrl+g")
        assert screen.line.entry.value == "One participant doubted"
        await pilot.press("escape", "enter")
        screen.line.entry.put("it was doubted by Zarmina Wardaki")
        await pilot.press("enter")
        assert screen.line.purpose is not None, "held: its last word was not seen yet"
        assert "NOT KEPT" in picture(pilot)


async def test_a_struck_point_is_gone_from_the_screen_and_its_undo(house: House) -> None:
    kept(house.open(), "a name", "other")
    async with drafting(house.open()) as (screen, pilot):
        choose(screen, "a name")
        await pilot.press("enter", *"d", "enter")
        await until(pilot, lambda: "a named" in texts(screen))
        await pilot.press("ctrl+k")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Draft))
        assert "a named" in texts(screen), "a reflexive Enter destroys nothing"
        await pilot.press("ctrl+k")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await pilot.press("right", "enter")
        await until(pilot, lambda: texts(screen) == ["other"])
        await pilot.press("u")
        await until(pilot, lambda: "nothing is left to undo" in picture(pilot))


async def test_what_others_write_meanwhile_comes_in_and_what_they_changed_is_not_forced(
    house: House,
) -> None:
    (first,) = kept(house.open(), "a")
    async with drafting(house.open()) as (screen, pilot):
        other = house.open()
        kept(other, "from elsewhere")
        await until(pilot, lambda: "from elsewhere" in texts(screen))
        choose(screen, "a")
        await pilot.press("enter", *"bc")
        from facilitator.pen import Pen

        Pen(other).edit(first.id, "discussion", 0, "theirs")
        await until(pilot, lambda: "theirs" in texts(screen))
        await pilot.press("enter")
        await until(pilot, lambda: "NOT DONE: somebody else has changed" in picture(pilot))
        assert "theirs" in texts(screen)
        assert screen.line.entry.value == "abc", "both texts are there, none is lost"
        await pilot.press("enter")
        await until(pilot, lambda: "abc" in texts(screen))


async def test_what_is_written_after_a_segments_end_leaves_no_trace_of_when(house: House) -> None:
    secretariat = house.open()
    kept(secretariat, "a", "b")
    secretariat.wipe()
    async with drafting(house.open()) as (screen, pilot):
        await pilot.press("w")
        await type_(pilot, screen, "over it")
        await until(pilot, lambda: "over it" in texts(screen))
        assert screen.link.state.scrub_pending
        await until(pilot, lambda: not screen.link.state.scrub_pending)


async def test_off_the_record_and_after_closing(house: House) -> None:
    secretariat = house.open()
    kept(secretariat, "a", "b")
    desk = house.open("desk")
    desk.conduct(Start("discussion"), desk.look().progress)
    desk.conduct(OffRecord(True), desk.look().progress)
    async with drafting(house.open()) as (screen, pilot):
        assert "OFF THE RECORD" in picture(pilot)
        await pilot.press("enter", "x", "enter")
        await until(pilot, lambda: "NOT DONE: off the record" in picture(pilot))
        desk.conduct(OffRecord(False), desk.look().progress)
        desk.conduct(Close(), desk.look().progress)
        await until(pilot, lambda: "· closed" in picture(pilot))
        choose(screen, "b")
        await pilot.press("enter", "x", "enter")
        await until(pilot, lambda: "bx" in texts(screen))


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 20), (40, 10), (20, 5)])
async def test_hostile_words_are_shown_as_words(house: House, size: tuple[int, int]) -> None:
    kept(
        house.open(),
        "[/] [@click=app.quit]x[/] [bold]",
        "متن فارسی با نیم‌فاصله",
        "中文很长" * 60,
        "\\[red] $text {0} %s",
        "é" * 300,
    )
    async with drafting(house.open(), size) as (screen, pilot):
        await pilot.press("j", "j", "v", "v", "l", "l", "escape", "enter", "escape", "f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, Help))
        await pilot.press("escape")
        if size == (80, 24):
            assert "[/] [@click=app.quit]x[/] [bold]" in picture(pilot)
        assert len(texts(screen)) == 5


async def test_every_key_has_an_id_and_a_word_for_it_and_an_action() -> None:
    for action in ACTIONS:
        assert hasattr(Draft, f"action_{action.name}") and action.meaning
    for binding in Draft.BINDINGS:
        assert binding.id and binding.tooltip  # type: ignore[union-attr]
    keys = [key for action in ACTIONS for key in action.keys.split(",")]
    assert len(keys) == len(set(keys)), "no key means two things"


async def test_help_and_palette_know_every_key(house: House) -> None:
    kept(house.open(), "a")
    async with drafting(house.open(), (100, 60)) as (screen, pilot):
        names = {command.title for command in pilot.app.get_system_commands(screen)}
        assert {action.title.capitalize() for action in ACTIONS} <= names
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(pilot.app.screen, Help))
        shown = str(pilot.app.screen.query_one("Static").content)
        assert all(action.meaning in shown for action in ACTIONS)
