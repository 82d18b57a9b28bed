"""Two records become one: the same in either order, the same again, and nothing lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import plan
from facilitator.copies import Copy, Part, fitting, in_order, plan_of
from facilitator.errors import Refused
from facilitator.joining import BETWEEN, join, other_id, other_readings
from facilitator.record import (
    MAX_DEPTH,
    POSITIONS,
    Agreement,
    Kind,
    Mark,
    Note,
    NoteId,
    Release,
    outline,
)
from facilitator.tidings import tidings

IDS = [bytes([n]) * 16 for n in range(1, 8)]
TEXTS = ("the border is closed", "the border is open", "trust first", "water", "a visit")


def note(number: int = 1, text: str = "a point", **changes: object) -> Note:
    values: dict[str, object] = {
        "id": IDS[number - 1],
        "segment": "discussion",
        "kind": Kind.POINT,
        "text": text,
    }
    return Note(**(values | changes))  # type: ignore[arg-type]


def copy(*notes: Note, **changes: object) -> Copy:
    values: dict[str, object] = {"session": "first", "plan": plan_of(plan()), "notes": notes}
    return Copy(**(values | changes))  # type: ignore[arg-type]


def by_id(joined: Copy) -> dict[NoteId, Note]:
    return {each.id: each for each in joined.notes}


def both_ways(one: Copy, two: Copy) -> dict[NoteId, Note]:
    """The joined points, after seeing that both orders and another time give the same."""
    joined = join(one, two)
    assert join(two, one) == joined
    for again in (one, two):
        assert join(joined.copy, again).copy == joined.copy
    return by_id(joined.copy)


# What two laptops may hold of one session. A point that was never changed (revision 0) has
# the same words wherever it is: the id is made with them.


@st.composite
def records(draw: st.DrawFn) -> Copy:
    chosen = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=len(IDS)))
    notes: list[Note] = []
    for place, note_id in enumerate(chosen):
        revision = draw(st.integers(0, 2))
        text = TEXTS[IDS.index(note_id) % len(TEXTS)]
        topics: tuple[str, ...] = ()
        asked = IDS.index(note_id) % 3 == 0
        kind = Kind.QUESTION if asked else Kind.POINT
        if revision:
            text = draw(st.sampled_from(TEXTS))
            kind = draw(st.sampled_from([Kind.POINT, Kind.QUESTION, Kind.CONCERN]))
            topics = tuple(draw(st.lists(st.sampled_from(["end-state", "formats"]), unique=True)))
        # Only under what stands before it: no ring on one laptop, and none too deep.
        above = [each for each in notes[:place] if each.merged is None and each.parent is None]
        parent = draw(st.sampled_from([None, *(each.id for each in above)]))
        tops = [each.id for each in notes if each.merged is None]
        merged = draw(st.sampled_from([None, None, None, *tops]))
        agreement = draw(st.sampled_from(Agreement))
        mark = draw(st.sampled_from(list(Mark)[1:])) if kind is Kind.QUESTION else Mark.NONE
        notes.append(
            Note(
                note_id,
                draw(st.sampled_from(["qa", "discussion"])) if revision else "qa",
                kind,
                text,
                topics,
                echoes=draw(st.integers(0, 4)),
                release=draw(st.sampled_from([None, *Release])),
                parent=parent,
                position=draw(st.integers(0, 3)),
                arranged=draw(st.booleans()),
                revision=revision,
                tag="ABCDEFGH"[place] if mark else "",
                mark=mark,
                agreement=agreement,
                reservations=draw(st.sampled_from(["", "not yet", "in part / later"]))
                if agreement
                else "",
                summary=draw(st.booleans()),
                merged=merged,
                numbered=draw(st.sampled_from([None, True, False])),
            )
        )
    gone = {note_id for note_id in IDS if note_id not in chosen}
    struck = draw(st.lists(st.sampled_from(sorted(gone)), unique=True)) if gone else []
    return copy(
        *sorted(notes, key=lambda each: each.id),
        struck=tuple(sorted(struck)),
        parts=tuple(
            Part(name, *(draw(st.integers(0, 3)) for _ in range(3)), draw(st.sampled_from(BITS)))
            for name in ("discussion", "qa")
        ),
        came=draw(st.dictionaries(st.sampled_from(["k", "l"]), st.booleans())),
        composition=draw(st.sampled_from(BITS)),
        had_roster=draw(st.booleans()),
        unlisted=draw(st.integers(0, 3)),
    )


BITS = (None, True, False)


def words(notes: Iterable[Note]) -> set[tuple[str, str, str]]:
    return {(each.segment, each.kind.value, each.text) for each in notes}


def plain(joined: Copy) -> Copy:
    """Without places: of points that stand under each other in a ring one is put on top."""
    return replace(
        joined,
        notes=tuple(
            replace(each, parent=None, position=0, arranged=False, merged=None, echoes=0)
            for each in joined.notes
        ),
    )


@settings(max_examples=150)
@given(records(), records())
def test_either_order_gives_the_same_record(one: Copy, two: Copy) -> None:
    assert join(one, two) == join(two, one)


@settings(max_examples=150)
@given(records(), records())
def test_taking_the_same_record_again_changes_nothing(one: Copy, two: Copy) -> None:
    joined = join(one, two).copy
    for again in (one, two, joined):
        assert plain(join(joined, again).copy) == plain(joined)
    assert join(joined, joined).copy == joined


@settings(max_examples=150)
@given(records(), records())
def test_two_laptops_that_exchange_their_records_come_to_rest(one: Copy, two: Copy) -> None:
    """Also where both put the same points under each other, or merged them into each other."""
    for _ in range(3):
        before = (one, two)
        one = join(one, two).copy
        two = join(two, one).copy
    assert (one, two) == before
    assert one == two


@settings(max_examples=150)
@given(records(), records())
def test_no_words_are_lost_but_those_that_an_edit_replaced_or_a_strike_erased(
    one: Copy, two: Copy
) -> None:
    joined = join(one, two).copy
    struck = {*one.struck, *two.struck}
    assert set(joined.struck) == struck
    assert not struck & by_id(joined).keys()
    written = [each for side in (one, two) for each in side.notes if each.id not in struck]
    edited = {each.id for each in written if each.revision}
    last = [
        each
        for each in written
        if each.id not in edited or each.revision or each.agreement is not Agreement.NONE
    ]
    assert words(last) <= words(joined.notes)
    for each in joined.notes:
        assert each.merged is None or by_id(joined)[each.merged].merged is None
        assert each.parent is None or by_id(joined)[each.parent].merged is None


@settings(max_examples=150)
@given(records(), records(), records())
def test_three_records_lose_no_words_whichever_are_joined_first(
    one: Copy, two: Copy, three: Copy
) -> None:
    first = join(join(one, two).copy, three).copy
    then = join(one, join(two, three).copy).copy
    assert words(first.notes) == words(then.notes)
    # Which other wordings were ever made depends on who met whom; what was struck does not.
    assert set(first.struck) & set(IDS) == set(then.struck) & set(IDS)
    assert replace(first, notes=(), struck=()) == replace(then, notes=(), struck=())


@settings(max_examples=150)
@given(records(), records())
def test_the_outline_is_whole_and_no_deeper_than_any_other(one: Copy, two: Copy) -> None:
    joined = join(one, two).copy
    lines = outline(joined.notes)
    assert {line.note.id for line in lines} == {n.id for n in joined.notes if n.merged is None}
    assert all(line.depth < MAX_DEPTH for line in lines)
    tags = [each.tag for each in joined.notes if each.mark]
    assert all(tags) and len(tags) == len(set(tags))


@settings(max_examples=150)
@given(records(), records())
def test_what_is_told_before_accounts_for_every_point(one: Copy, two: Copy) -> None:
    joined = join(one, two)
    told = tidings(one, two, joined, {}, closed=True)
    others = other_readings(joined.copy.notes).keys() - {n.id for n in one.notes}
    mine = {each.id for each in one.notes}
    assert len(mine) == told.same + told.others + len(told.differing) + len(told.erased)
    assert len(joined.copy.notes) == len(mine) - len(told.erased) + told.new + len(others)
    again = tidings(joined.copy, joined.copy, join(joined.copy, joined.copy), {}, closed=True)
    assert again.nothing


# Rule by rule


def test_points_of_both_stand_side_by_side() -> None:
    assert both_ways(copy(note(1)), copy(note(2, "another"))).keys() == set(IDS[:2])


def test_a_first_wording_gives_way_to_its_edit_and_is_not_kept() -> None:
    joined = both_ways(copy(note(text="boarder")), copy(note(text="border", revision=1)))
    assert [each.text for each in joined.values()] == ["border"]


def test_of_two_edits_both_wordings_stay_and_the_second_is_for_the_hosts_only() -> None:
    joined = both_ways(
        copy(note(text="closed since March", revision=1, echoes=2)),
        copy(note(text="closed", revision=2, echoes=1, release=Release.REPORT)),
    )
    stands, other = joined[IDS[0]], joined[other_id(IDS[0], 1)]
    assert (stands.text, stands.revision, stands.echoes) == ("closed", 2, 2)
    assert (other.text, other.parent, other.echoes) == ("closed since March", IDS[0], 0)
    assert other.release is Release.HOSTS
    assert other_readings(joined.values()) == {other.id: stands.id}


def test_an_edit_on_screen_cannot_overwrite_the_other_wording_unseen() -> None:
    joined = both_ways(copy(note(text="a", revision=1)), copy(note(text="b", revision=1)))
    assert (joined[IDS[0]].text, joined[IDS[0]].revision) == ("b", 2)


def test_what_was_decided_about_the_other_wording_stays_decided() -> None:
    one, two = copy(note(text="a", revision=1)), copy(note(text="b", revision=1))
    joined = join(one, two).copy
    other = other_id(IDS[0], 1)
    mended = replace(joined, notes=(note(text="c", revision=3),), struck=(other,))
    assert list(both_ways(mended, one).values()) == [note(text="c", revision=3)]


def test_a_wording_that_somebody_released_stays_released() -> None:
    one, two = copy(note(text="a", revision=1)), copy(note(text="b", revision=1))
    joined, other = join(one, two).copy, other_id(IDS[0], 1)
    let_go = replace(by_id(joined)[other], release=Release.BRIEF)
    decided = replace(joined, notes=(by_id(joined)[IDS[0]], let_go))
    assert both_ways(decided, one)[other].release is Release.BRIEF


def test_a_question_stands_once_and_its_other_wording_has_no_letter() -> None:
    def asked(text: str, **changes: object) -> Copy:
        values: dict[str, object] = {"segment": "qa", "revision": 1, "tag": "K"}
        values |= {"kind": Kind.QUESTION, "mark": Mark.WRITING}
        return copy(note(text=text, **(values | changes)))

    joined = both_ways(asked("who?"), asked("and who?"))
    assert (joined[IDS[0]].tag, joined[IDS[0]].mark) == ("K", Mark.WRITING)
    other = joined[other_id(IDS[0], 1)]
    assert (other.kind, other.tag, other.mark) == (Kind.QUESTION, "", Mark.NONE)
    # Where the wording that stands is no question any more, the other one keeps what it is.
    statement = asked("z", kind=Kind.SUPPORT, tag="", mark=Mark.NONE)
    other = both_ways(asked("who?"), statement)[other_id(IDS[0], 1)]
    assert (other.tag, other.mark) == ("K", Mark.WRITING)


def test_a_strike_takes_the_wordings_along_that_nobody_there_had_seen() -> None:
    one, two = copy(note(text="a", revision=1)), copy(note(text="b", revision=1))
    joined, other = join(one, two).copy, other_id(IDS[0], 1)
    assert both_ways(joined, copy(struck=(IDS[0],))) == {}
    seen = replace(joined, notes=tuple(n for n in joined.notes if n.id == other))
    assert both_ways(replace(seen, struck=(IDS[0],)), joined).keys() == {other}


def test_the_id_of_the_other_wording_tells_nothing_of_its_words() -> None:
    """A struck wording must not be open to guesses by whoever has the list of struck ids."""
    for text in ("Norway doubted", "one participant doubted"):
        joined = join(copy(note(text=text, revision=1)), copy(note(text="zz", revision=1)))
        assert other_id(IDS[0], 1) in by_id(joined.copy)


def test_another_wording_of_a_point_at_the_lowest_level_stands_beside_it() -> None:
    line = [note(n, str(n), parent=IDS[n - 2] if n > 1 else None) for n in range(1, 5)]
    edited = [*line[:3], replace(line[3], text="x", revision=1)]
    line[3] = replace(line[3], text="y", revision=1)
    joined = both_ways(copy(*line), copy(*edited))
    other = joined[other_id(IDS[3], 1)]
    assert (other.parent, other.position) == (IDS[2], joined[IDS[3]].position)
    assert other_readings(joined.values()) == {other.id: IDS[3]}


def test_an_agreement_stays_with_the_wording_that_was_agreed() -> None:
    agreed = note(text="a corridor", agreement=Agreement.TESTED, reservations="by May")
    joined = both_ways(copy(agreed), copy(note(text="an open corridor", revision=1)))
    assert joined[IDS[0]].agreement is Agreement.NONE
    other = joined[other_id(IDS[0], 0)]
    assert (other.text, other.agreement, other.reservations) == (
        "a corridor",
        Agreement.TESTED,
        "by May",
    )


@pytest.mark.parametrize(
    ("one", "two", "stands"),
    [
        (("", ""), ("tested", "by May"), ("tested", "by May")),
        (("tested", "by May"), ("tested", "by May"), ("tested", "by May")),
        (("tested", ""), ("untested", ""), ("untested", "")),
        (("tested", ""), ("tested", "by May"), ("tested", "by May")),
        (("tested", "b"), ("untested", "a"), ("untested", f"a{BETWEEN}b")),
    ],
)
def test_an_agreement_claims_no_more_than_either_laptop(
    one: tuple[str, str], two: tuple[str, str], stands: tuple[str, str]
) -> None:
    joined = both_ways(
        *(copy(note(agreement=Agreement(said), reservations=but)) for said, but in (one, two))
    )
    assert (joined[IDS[0]].agreement, joined[IDS[0]].reservations) == stands


def test_one_voice_is_counted_once_however_often_the_records_are_exchanged() -> None:
    one, two = copy(note(echoes=2)), copy(note(echoes=3))
    for _ in range(3):
        one = join(one, two).copy
        two = join(two, one).copy
    assert one.notes[0].echoes == 3


def test_voices_that_came_with_a_merged_point_are_added_once() -> None:
    merged = copy(note(1, echoes=3), note(2, "b", echoes=1, revision=1, merged=IDS[0]))
    apart = copy(note(1, echoes=4), note(2, "b", echoes=1))
    joined = both_ways(merged, apart)
    assert (joined[IDS[0]].echoes, joined[IDS[1]].echoes) == (5, 1)


def test_points_merged_into_each_other_do_not_both_go_out_of_sight() -> None:
    joined = both_ways(
        copy(note(1), note(2, "b", merged=IDS[0])), copy(note(1, merged=IDS[1]), note(2, "b"))
    )
    assert [joined[i].merged for i in IDS[:2]] == [None, IDS[0]]


def test_a_point_merged_into_one_that_is_struck_stands_again() -> None:
    one = copy(note(1), note(2, "b", merged=IDS[0]))
    joined = both_ways(one, copy(note(2, "b"), struck=(IDS[0],)))
    assert [(each.id, each.merged) for each in joined.values()] == [(IDS[1], None)]


@pytest.mark.parametrize(
    ("one", "two", "stands"),
    [
        (None, Release.HOSTS, Release.HOSTS),
        (None, Release.BRIEF, Release.BRIEF),
        (Release.BRIEF, Release.REPORT, Release.REPORT),
        (None, None, None),
    ],
)
def test_the_stricter_release_stands(
    one: Release | None, two: Release | None, stands: Release | None
) -> None:
    assert both_ways(copy(note(release=one)), copy(note(release=two)))[IDS[0]].release is stands


def test_no_release_is_as_strict_as_the_agenda_says() -> None:
    one, two = copy(note(release=None)), copy(note(release=Release.BRIEF))
    assert join(one, two, Release.HOSTS).copy.notes[0].release is None


def test_the_topics_of_both_stay() -> None:
    one = copy(note(topics=("end-state",), revision=1))
    two = copy(note(topics=("formats",), revision=2))
    assert both_ways(one, two)[IDS[0]].topics == ("formats", "end-state")


def test_two_questions_with_one_letter_get_two_and_both_laptops_the_same() -> None:
    def asked(number: int, tag: str) -> Note:
        return note(number, "who?", kind=Kind.QUESTION, segment="qa", tag=tag, mark=Mark.OPEN)

    joined = join(copy(asked(1, "K"), asked(3, "M")), copy(asked(2, "K")))
    letters = {each.id: each.tag for each in joined.copy.notes}
    assert (letters[IDS[0]], letters[IDS[2]]) == ("K", "M")
    assert letters[IDS[1]] not in ("K", "M", "")
    assert joined.letters == ((IDS[1], "K"),)
    both_ways(copy(asked(1, "K"), asked(3, "M")), copy(asked(2, "K")))


def test_the_later_mark_of_a_question_stands() -> None:
    def asked(mark: Mark) -> Copy:
        return copy(note(kind=Kind.QUESTION, segment="qa", tag="K", mark=mark))

    assert both_ways(asked(Mark.OPEN), asked(Mark.WRITING))[IDS[0]].mark is Mark.WRITING
    assert both_ways(asked(Mark.ANSWERED), asked(Mark.PARKED))[IDS[0]].mark is Mark.ANSWERED


def test_a_place_given_by_a_person_stands_and_what_stood_under_a_struck_point_moves_up() -> None:
    one = copy(note(1), note(2, "b", position=9, arranged=True), note(3, "c"))
    two = copy(note(1), note(2, "b", parent=IDS[0]), note(3, "c", parent=IDS[1]))
    joined = both_ways(one, two)
    assert (joined[IDS[1]].parent, joined[IDS[1]].position) == (None, 9)
    assert joined[IDS[2]].parent == IDS[1]
    without = both_ways(copy(note(1), struck=(IDS[1],)), two)
    assert without[IDS[2]].parent == IDS[0]


def test_points_put_under_each_other_end_in_no_ring() -> None:
    joined = both_ways(
        copy(note(1), note(2, "b", parent=IDS[0])), copy(note(1, parent=IDS[1]), note(2, "b"))
    )
    assert [joined[i].parent for i in IDS[:2]] == [None, IDS[0]]


def test_what_was_held_on_either_laptop_was_held_and_what_one_denies_is_not_told() -> None:
    one = copy(parts=(Part("qa", 1, 40, 3, False, True),), came={"k": True}, composition=True)
    two = copy(parts=(Part("qa"), Part("discussion", 2, 44)), came={"k": False})
    for joined in (join(one, two).copy, join(two, one).copy):
        assert joined.parts == (Part("discussion", 2, 44), Part("qa", 1, 40, 3, False, True))
        assert (joined.came, joined.composition) == ({"k": False}, True)
    assert join(copy(had_roster=True), copy(unlisted=2)).copy == copy(had_roster=True, unlisted=2)


# What may come in at all


def test_a_copy_of_another_session_or_agenda_is_refused() -> None:
    with pytest.raises(Refused, match="of session second, not of first"):
        fitting(copy(session="second"), plan())
    with pytest.raises(Refused, match="made with another agenda"):
        fitting(copy(plan="0" * 64), plan())
    assert plan_of(plan()) != plan_of(plan(topics=()))


def test_what_may_not_be_noted_here_stays_out_and_is_counted() -> None:
    from facilitator.agenda import Rule

    segments = tuple(
        replace(each, rule=rule)
        for each, rule in zip(plan().segments, [*list(Rule), Rule.CHATHAM_HOUSE], strict=True)
    )
    agenda = plan(segments=segments)
    rule = {each.rule: each.id for each in segments}
    fit, left_out = fitting(
        copy(
            note(1, segment=rule[Rule.OFF_RECORD]),
            note(2, segment=rule[Rule.CHATHAM_HOUSE_CONSENT], quote=True),
            note(3, segment="nowhere"),
            note(4, segment="talk", kind=Kind.ANSWER, topics=("formats", "unknown"), round=2),
            plan=plan_of(agenda),
            came={"k": True, "somebody": True},
        ),
        agenda,
    )
    assert list(left_out.values()) == [1, 1, 1]
    assert fit.notes == (note(4, segment="talk", topics=("formats",)),), "an answer of one lead"
    assert fit.came == {"k": True}


@given(st.permutations(range(6)), st.integers(0, POSITIONS))
def test_a_copy_has_one_order_whatever_order_it_was_read_in(
    shuffled: list[int], position: int
) -> None:
    notes = [note(n + 1, str(n), position=position * (n % 2)) for n in range(6)]
    made = [
        in_order(copy(*(notes[n] for n in order)), plan()) for order in (shuffled, sorted(shuffled))
    ]
    assert made[0] == made[1]
