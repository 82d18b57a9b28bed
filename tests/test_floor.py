"""The floor: no order by route, no hand lost or doubled, and who stands where, and why."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator import plain
from facilitator.agenda import SpeakersListPlan
from facilitator.errors import Refused
from facilitator.floor import Floor, HandKind, ListState, Moment, Order, fewest, slipped, thin
from facilitator.moderation import (
    BackOnList,
    Call,
    Command,
    EndTurn,
    EnterRound,
    EnterSegment,
    Explain,
    Join,
    LineLost,
    Next,
    Raise,
    SetList,
    SetOrder,
    Shift,
    Withdraw,
    apply,
)
from facilitator.speakers import first, speakers_list
from facilitator.text import clean

PEOPLE = ("Ana", "Ben", "Cem", "Dua", "Eva")
PLAN = SpeakersListPlan()
STATEMENT, QUESTION = HandKind.STATEMENT, HandKind.QUESTION
TWO_FINGER, POINT_OF_ORDER = HandKind.TWO_FINGER, HandKind.POINT_OF_ORDER
IN_SEGMENT = Floor(segment="discussion")

people = st.sampled_from(PEOPLE)
own_kinds = st.sampled_from([STATEMENT, QUESTION])
raised_kinds = st.sampled_from([STATEMENT, QUESTION, TWO_FINGER, POINT_OF_ORDER])
commands: st.SearchStrategy[Command] = st.one_of(
    st.builds(Raise, people, st.sampled_from(HandKind), st.sampled_from(["", "on 2"])),
    st.builds(Raise, people, raised_kinds),
    st.builds(Next, people),
    st.builds(Call, people, st.sampled_from(HandKind)),
    st.builds(Withdraw, people),
    st.builds(LineLost, people),
    st.builds(Explain, people, st.just("on the timetable")),
    st.builds(SetList, st.sampled_from(ListState)),
    st.builds(SetOrder, st.sampled_from(Order)),
    st.builds(EnterSegment, st.sampled_from(["qa", "discussion", ""]), st.booleans()),
    st.builds(Shift, st.floats(0, 600)),
    st.builds(Join, people),
    st.sampled_from([Next(), EndTurn(), BackOnList(), EnterRound()]),
)
steps = st.lists(st.tuples(st.floats(0, 100), commands), max_size=60)


def run(*commands: Command, floor: Floor = IN_SEGMENT, plan: SpeakersListPlan = PLAN) -> Floor:
    """The floor after these commands, ten seconds apart."""
    for number, command in enumerate(commands):
        floor = apply(floor, command, Moment(10.0 * number), plan)
    return floor


def names(floor: Floor, *, rounds: bool = False) -> list[str]:
    return [place.hand.person for place in speakers_list(floor, rounds=rounds)]


def reasons(floor: Floor, *, rounds: bool = False) -> list[tuple[str, str]]:
    return [(place.hand.person, place.why) for place in speakers_list(floor, rounds=rounds)]


def spoke(*who: str, kind: HandKind = STATEMENT) -> tuple[Command, ...]:
    """These people had the floor, one after the other, and it is free again."""
    return tuple(step for person in who for step in (Call(person, kind), EndTurn()))


def reached(sequence: list[tuple[float, Command]]) -> Floor:
    """The floor after a random sequence, what makes no sense left out."""
    floor, at = IN_SEGMENT, 0.0
    for length, command in sequence:
        at += length
        try:
            floor = apply(floor, command, Moment(at), PLAN)
        except Refused:
            continue
    return floor


floors = steps.map(reached)

# ── no hand is lost, none is doubled ─────────────────────────────────────────────────────────


def wishes(floor: Floor) -> dict[str, tuple[bool, bool]]:
    """Who waits: in their own place, and for something urgent."""
    return {hand.person: (hand.kind is not None, hand.urgent is not None) for hand in floor.hands}


def wanted(floor: Floor, command: Next | Call) -> HandKind | None:
    """What the person would be given."""
    hand = floor.hand_of(command.person)
    if hand is not None:
        return hand.given
    return command.kind if isinstance(command, Call) else None


def expected(floor: Floor, command: Command) -> dict[str, tuple[bool, bool]]:
    """Who should wait after an accepted command, by no other rules than the domain's."""
    waiting = wishes(floor)

    def add(person: str, kind: HandKind) -> None:
        own, urgent = waiting.get(person, (False, False))
        waiting[person] = (own or not kind.urgent, urgent or kind.urgent)

    match command:
        case Raise(person, kind):
            add(person, kind)
        case Withdraw(person):
            if waiting.pop(person) == (True, True):
                waiting[person] = (True, False)
        case Call(person, HandKind.ANSWER):
            waiting.pop(person, None)
        case Next(person) | Call(person) if wanted(floor, command) is POINT_OF_ORDER:
            if floor.turn is not None and not floor.turn.kind.urgent:
                add(floor.turn.person, floor.turn.kind)  # goes on afterwards
            own, _ = waiting.pop(person, (False, False))
            if own:
                waiting[person] = (True, False)
        case Next(person) | Call(person) if person in waiting:
            own, urgent = waiting.pop(person)
            if own and urgent:
                waiting[person] = (True, False)
        case LineLost(person) if floor.turn is not None and floor.turn.person == person:
            add(person, floor.turn.kind)
        case BackOnList() if floor.last is not None:
            add(floor.last.person, floor.last.kind)
        case EnterSegment(carry=False):
            waiting.clear()
        case EnterSegment():
            replies = [hand.person for hand in floor.hands if hand.urgent is TWO_FINGER]
            waiting |= dict.fromkeys(replies, (True, False))
    return waiting


@given(steps)
def test_no_sequence_of_commands_loses_or_doubles_a_hand(
    sequence: list[tuple[float, Command]],
) -> None:
    floor, at = IN_SEGMENT, 0.0
    for length, command in sequence:
        at += length
        before = replace(floor)
        try:
            after = apply(floor, command, Moment(at), PLAN)
        except Refused:
            assert floor == before, "what is refused changes nothing"
            continue
        assert wishes(after) == expected(floor, command)
        assert after.revision == floor.revision + 1
        floor = after
        waiting = [hand.person for hand in floor.hands]
        assert len(set(waiting)) == len(waiting), "nobody stands twice"
        own = [hand.place for hand in floor.hands if hand.kind]
        urgent = [hand.urgent_place for hand in floor.hands if hand.urgent]
        assert len(set(own)) == len(own) and len(set(urgent)) == len(urgent)
        assert sorted(names(floor)) == sorted(waiting), "the list shows every hand once"
        if floor.turn is not None:
            again = floor.hand_of(floor.turn.person)
            assert again is None or (floor.turn.kind.urgent and again.urgent is None), (
                "whoever has the floor waits at most in the place of their own"
            )


@given(steps)
def test_only_what_concerns_the_turn_touches_its_clock(
    sequence: list[tuple[float, Command]],
) -> None:
    floor, at = IN_SEGMENT, 0.0
    for length, command in sequence:
        at += length
        try:
            after = apply(floor, command, Moment(at), PLAN)
        except Refused:
            continue
        turn = floor.turn
        speaks = isinstance(command, LineLost) and turn and turn.person == command.person
        moves = isinstance(command, Next | Call | EndTurn | EnterSegment | Shift) or speaks
        assert moves or after.turn == turn
        floor = after


def test_removing_a_waiting_person_never_touches_the_running_clock() -> None:
    floor = run(Raise("Ana", STATEMENT), Raise("Ben", QUESTION), Next("Ana"))
    for command in (Withdraw("Ben"), LineLost("Ben"), Explain("Ben", "late")):
        assert apply(floor, command, Moment(500.0), PLAN).turn == floor.turn
    assert floor.turn is not None and floor.turn.length(500.0) == 480.0


@pytest.mark.parametrize(
    "command",
    [
        Withdraw("Ana"),
        Next("Ana"),
        Explain("Ana", "why"),
        LineLost("Ana"),
        BackOnList(),
        Raise("Ana", HandKind.ANSWER),
        Raise("Ana", TWO_FINGER),
        Call("Zoe", STATEMENT),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(command: Command) -> None:
    nowhere = Floor()
    with pytest.raises(Refused) as refusal:
        apply(nowhere, command, Moment(), PLAN)
    assert str(refusal.value)
    assert nowhere == Floor()


def test_who_has_the_floor_gets_no_second_hand_and_is_not_called_again() -> None:
    floor = run(Call("Ana", STATEMENT))
    for command in (Raise("Ana", QUESTION), Raise("Ana", POINT_OF_ORDER), Call("Ana", QUESTION)):
        with pytest.raises(Refused, match="has the floor"):
            apply(floor, command, Moment(30.0), PLAN)


# ── the order ────────────────────────────────────────────────────────────────────────────────


@given(
    floors,
    own_kinds,
    own_kinds,
    st.lists(people.filter(lambda who: who not in ("Ana", "Ben")), max_size=8),
    st.lists(people.filter(lambda who: who != "Ana"), max_size=4),
    st.booleans(),
)
def test_the_order_never_depends_on_the_route_by_which_a_hand_came(
    floor: Floor,
    first_kind: HandKind,
    kind: HandKind,
    gone: list[str],
    behind: list[str],
    rounds: bool,
) -> None:
    floor = replace(floor, hands=(), turn=None, list=ListState.OPEN)
    noise = [command for who in gone for command in (Raise(who, STATEMENT), Withdraw(who))]
    after = [Raise(who, STATEMENT) for who in behind]
    direct = run(Raise("Ben", QUESTION), Raise("Ana", kind), *after, floor=floor)
    changed = run(
        Raise("Ben", QUESTION),
        Raise("Ana", first_kind),
        *noise,
        *after,
        Raise("Ana", kind),
        floor=floor,
    )
    assert reasons(changed, rounds=rounds) == reasons(direct, rounds=rounds)
    given_ = [[place.hand.given for place in speakers_list(each)] for each in (direct, changed)]
    assert given_[0] == given_[1]


@pytest.mark.parametrize("urgent", [TWO_FINGER, POINT_OF_ORDER])
def test_an_urgent_wish_stands_alike_before_or_after_the_own_hand(urgent: HandKind) -> None:
    heard = run(*spoke("Eva"), Raise("Ben", STATEMENT))
    one = run(Raise("Ana", STATEMENT), Raise("Ana", urgent), Raise("Cem", STATEMENT), floor=heard)
    two = run(Raise("Ana", urgent), Raise("Ana", STATEMENT), Raise("Cem", STATEMENT), floor=heard)
    assert names(one) == names(two) == ["Ana", "Ben", "Cem"]
    freed = [run(Next("Ana"), EndTurn(), floor=floor) for floor in (one, two)]
    assert names(freed[0]) == names(freed[1]) == ["Ben", "Ana", "Cem"]


def test_who_only_interrupted_gets_a_place_when_they_ask_for_one() -> None:
    direct = run(Raise("Ben", STATEMENT), Raise("Ana", STATEMENT))
    detour = run(
        Raise("Ana", POINT_OF_ORDER), Raise("Ben", STATEMENT), Raise("Ana", STATEMENT), Next("Ana")
    )
    assert names(direct) == names(detour) == ["Ben", "Ana"]


@given(floors, st.randoms(use_true_random=False), st.booleans())
def test_the_order_does_not_depend_on_how_the_hands_are_held(
    floor: Floor, chance: object, rounds: bool
) -> None:
    hands = list(floor.hands)
    chance.shuffle(hands)  # type: ignore[attr-defined]
    mixed = replace(floor, hands=tuple(hands))
    assert speakers_list(mixed, rounds=rounds) == speakers_list(floor, rounds=rounds)


@given(floors, st.booleans())
def test_points_of_order_then_two_fingers_then_the_cut_off_then_the_rest(
    floor: Floor, rounds: bool
) -> None:
    groups = [
        0 if hand.urgent is POINT_OF_ORDER else 1 if hand.urgent else 2 if hand.used is not None
        else 3
        for hand in (place.hand for place in speakers_list(floor, rounds=rounds))
    ]  # fmt: skip
    assert groups == sorted(groups)


def test_every_place_says_in_words_why_it_stands_there() -> None:
    floor = run(
        Call("Ana", STATEMENT),
        Raise("Ben", STATEMENT),
        Raise("Cem", TWO_FINGER),
        Raise("Dua", POINT_OF_ORDER),
        Raise("Eva", QUESTION),
        LineLost("Eva"),
        Next("Ben"),
        BackOnList(),
    )
    assert reasons(floor) == [
        ("Dua", "about procedure, goes first"),
        ("Cem", "replies to this intervention"),
        ("Ana", "was cut off, goes on"),
        ("Eva", "LINE LOST, place kept"),
    ]


def test_in_hand_order_having_spoken_moves_nobody() -> None:
    floor = run(*spoke("Ana"), *(Raise(who, STATEMENT) for who in ("Ana", "Ben")))
    assert reasons(floor) == [("Ana", "hand order"), ("Ben", "hand order")]


def test_first_time_first_puts_who_has_not_spoken_before_all_others_and_says_so() -> None:
    floor = run(
        *spoke("Ana", "Ana", "Ben"),
        SetOrder(Order.FIRST_TIME_FIRST),
        *(Raise(who, STATEMENT) for who in ("Ana", "Ben", "Cem", "Dua")),
    )
    assert reasons(floor) == [
        ("Cem", "first time"),
        ("Dua", "first time"),
        ("Ana", "has spoken 2 times"),  # before Ben, whose hand came later
        ("Ben", "has spoken"),
    ]


def test_least_spoken_goes_by_the_number_of_interventions_and_says_so() -> None:
    floor = run(
        *spoke("Ana", "Ana", "Ana", "Ben", "Ben", "Cem"),
        SetOrder(Order.LEAST_SPOKEN),
        *(Raise(who, STATEMENT) for who in ("Ana", "Dua", "Ben", "Cem")),
    )
    assert reasons(floor) == [
        ("Dua", "first time"),
        ("Cem", "has spoken less"),
        ("Ben", "has spoken less"),
        ("Ana", "has spoken 3 times"),
    ]


@pytest.mark.parametrize("urgent", [TWO_FINGER, POINT_OF_ORDER])
def test_a_short_reply_or_a_point_of_order_is_no_intervention(urgent: HandKind) -> None:
    floor = run(*spoke("Ana"), *spoke("Ben", kind=urgent))
    assert dict(floor.spoken) == {"Ana": 1}


def test_one_question_a_person_until_all_have_asked() -> None:
    floor = run(
        *spoke("Ana", kind=QUESTION),
        *spoke("Eva", "Eva"),
        *(Raise(who, QUESTION) for who in ("Ana", "Ben", "Eva")),
    )
    assert names(floor, rounds=False) == ["Ana", "Ben", "Eva"]
    assert reasons(floor, rounds=True) == [
        ("Ben", "first time"),
        ("Eva", "before a second question"),  # who has spoken more than anybody, but not asked
        ("Ana", "has asked already"),
    ]
    everybody = run(Next("Ben"), Next("Eva"), EndTurn(), Raise("Ben", QUESTION), floor=floor)
    assert names(everybody, rounds=True) == ["Ana", "Ben"]


def test_who_has_asked_is_not_moved_back_for_a_statement() -> None:
    floor = run(
        *spoke("Ana", kind=QUESTION),
        Raise("Ana", STATEMENT),
        Raise("Ben", QUESTION),
    )
    assert names(floor, rounds=True) == ["Ana", "Ben"]


@given(floors, st.booleans())
def test_a_reason_is_true_of_the_person_who_reads_it(floor: Floor, rounds: bool) -> None:
    spoken, asked = dict(floor.spoken), dict(floor.asked)
    listed = speakers_list(floor, rounds=rounds)
    for number, place in enumerate(listed):
        hand = place.hand
        behind = [each.hand for each in listed[number + 1 :]]
        passed = [each for each in behind if each.place < hand.place]
        turns = spoken.get(hand.person, 0)
        match place.why:
            case "hand order":
                assert not passed
            case "first time":
                assert turns == 0 and passed
            case "has spoken less":
                assert any(spoken.get(each.person, 0) > turns > 0 for each in passed)
            case "before a second question":
                assert any(each.kind is QUESTION and asked.get(each.person) for each in passed)
            case "has asked already":
                assert rounds and asked[hand.person]
            case why if why.startswith("has spoken"):
                assert turns and not passed


# ── two-fingers and points of order ──────────────────────────────────────────────────────────


def test_a_two_finger_keeps_the_place_of_the_persons_own() -> None:
    floor = run(
        Call("Ana", STATEMENT),
        *(Raise(who, STATEMENT) for who in ("Ben", "Cem", "Dua")),
        Raise("Cem", TWO_FINGER),
    )
    assert names(floor) == ["Cem", "Ben", "Dua"]
    replying = run(Next("Cem"), floor=floor)
    assert replying.turn is not None and replying.turn.kind is TWO_FINGER
    assert names(run(EndTurn(), floor=replying)) == ["Ben", "Cem", "Dua"]


@pytest.mark.parametrize("limit", [0, 1, 2])
def test_only_so_many_two_fingers_reply_to_one_intervention(limit: int) -> None:
    plan = SpeakersListPlan(two_fingers_per_floor=limit)
    floor = run(Call("Ana", STATEMENT), plan=plan)
    others = ("Ben", "Cem", "Dua")
    for who in others[:limit]:
        floor = run(Raise(who, TWO_FINGER), floor=floor, plan=plan)
    with pytest.raises(Refused, match=r"two-fingers? to one intervention"):
        run(Raise(others[limit], TWO_FINGER), floor=floor, plan=plan)
    for who in others[:limit]:  # having replied does not make room for another reply
        floor = run(Next(who), floor=floor, plan=plan)
    with pytest.raises(Refused):
        run(Raise(others[limit], TWO_FINGER), floor=floor, plan=plan)
    following = run(Call("Eva", STATEMENT), floor=floor, plan=plan)
    if limit:
        assert names(run(Raise(others[limit], TWO_FINGER), floor=following, plan=plan))


listed = st.one_of(
    st.builds(Raise, people, raised_kinds), st.builds(Next, people), st.builds(Withdraw, people)
)


@given(st.lists(listed, max_size=60))
def test_whatever_is_raised_no_intervention_gets_more_replies_than_the_plan_lets(
    sequence: list[Command],
) -> None:
    floor, replies = run(Call("Ana", STATEMENT)), 0
    for command in sequence:
        try:
            after = apply(floor, command, Moment(), PLAN)
        except Refused:
            continue
        if after.turn is not None and after.turn is not floor.turn:
            if after.turn.kind is TWO_FINGER:
                replies += 1
            elif not after.turn.kind.urgent:
                replies = 0
        assert replies <= PLAN.two_fingers_per_floor
        floor = after


# ── the state of the list ────────────────────────────────────────────────────────────────────


def test_a_closed_list_takes_points_of_order_and_nothing_else() -> None:
    floor = run(*spoke("Ana"), Raise("Ben", STATEMENT), SetList(ListState.CLOSED))
    for kind in (STATEMENT, QUESTION, TWO_FINGER):
        with pytest.raises(Refused, match="closed"):
            run(Raise("Cem", kind), floor=floor)
    floor = run(Raise("Cem", POINT_OF_ORDER), Raise("Ben", QUESTION), floor=floor)
    assert names(floor) == ["Cem", "Ben"], "who stands on it may change what they ask for"
    with pytest.raises(Refused, match="closed"):
        run(Raise("Cem", STATEMENT), floor=floor)  # a point of order is no way round it
    assert names(run(SetList(ListState.OPEN), Raise("Cem", STATEMENT), floor=floor))


def test_after_the_last_word_one_more_turn_and_the_list_is_closed() -> None:
    floor = run(Raise("Ana", STATEMENT), Raise("Ben", POINT_OF_ORDER), SetList(ListState.LAST_WORD))
    floor = run(Next("Ben"), floor=floor)
    assert floor.list is ListState.LAST_WORD, "a point of order is no turn of the list"
    floor = run(Next("Ana"), floor=floor)
    assert floor.list is ListState.CLOSED
    assert floor.turn is not None and floor.turn.person == "Ana"


# ── lost lines, cut off speakers ─────────────────────────────────────────────────────────────


def test_a_lost_line_keeps_its_place_and_is_passed_over() -> None:
    floor = run(Raise("Ana", STATEMENT), Raise("Ben", STATEMENT), LineLost("Ana"))
    assert names(floor) == ["Ana", "Ben"]
    called = first(floor)
    assert called is not None and called.person == "Ben"
    back = first(run(LineLost("Ana"), floor=floor))
    assert back is not None and back.person == "Ana"


def test_where_every_line_is_lost_nobody_is_called() -> None:
    assert first(run(Raise("Ana", STATEMENT), LineLost("Ana"))) is None
    assert first(IN_SEGMENT) is None


def test_a_speaker_whose_line_drops_goes_on_where_they_stopped() -> None:
    floor = run(Call("Ana", QUESTION), Raise("Ben", STATEMENT))
    floor = apply(floor, LineLost("Ana"), Moment(70.0), PLAN)
    assert floor.turn is None and names(floor) == ["Ana", "Ben"]
    floor = apply(floor, LineLost("Ana"), Moment(80.0), PLAN)
    floor = apply(floor, Next("Ana"), Moment(100.0), PLAN)
    assert floor.turn is not None
    assert floor.turn.kind is QUESTION and floor.turn.length(110.0) == 80.0
    assert dict(floor.spoken) == dict(floor.asked) == {"Ana": 1}, "it is one intervention"


def test_whoever_was_cut_off_goes_first_with_the_time_they_had_used() -> None:
    floor = run(Raise("Ben", STATEMENT), Call("Ana", STATEMENT))  # Ana from 10 s on
    floor = apply(floor, Next("Ben"), Moment(100.0), PLAN)
    floor = apply(floor, BackOnList(), Moment(105.0), PLAN)
    assert names(floor) == ["Ana"]
    assert floor.turn is not None and floor.turn.length(130.0) == 30.0, "Ben's clock runs on"
    floor = apply(floor, Raise("Cem", STATEMENT), Moment(110.0), PLAN)
    floor = apply(floor, Next("Ana"), Moment(200.0), PLAN)
    assert floor.turn is not None and floor.turn.length(210.0) == 100.0
    assert dict(floor.spoken) == {"Ana": 1, "Ben": 1}
    with pytest.raises(Refused):
        run(BackOnList(), BackOnList(), floor=floor)


def test_a_pause_is_charged_to_nobody_because_the_segments_clock_stands() -> None:
    floor = apply(IN_SEGMENT, Call("Ana", STATEMENT), Moment(60.0), PLAN)
    assert floor.turn is not None
    assert floor.turn.length(60.0) == 0.0 == floor.turn.length(59.0)


def test_a_back_dated_segment_leaves_the_length_of_the_turn_alone() -> None:
    floor = apply(IN_SEGMENT, Call("Ana", STATEMENT), Moment(60.0), PLAN)
    shifted = apply(floor, Shift(300.0), Moment(370.0), PLAN)
    assert floor.turn is not None and shifted.turn is not None
    assert shifted.turn.length(370.0) == floor.turn.length(70.0) == 10.0


def test_a_second_next_within_a_second_is_taken_for_a_slip() -> None:
    floor = apply(IN_SEGMENT, Call("Ana", STATEMENT), Moment(60.0), PLAN)
    assert slipped(floor, Moment(60.4)) and not slipped(floor, Moment(61.0))
    assert not slipped(IN_SEGMENT, Moment(0.0))


# ── segments, rounds, thinness ───────────────────────────────────────────────────────────────


def test_hands_come_along_into_another_segment_or_are_cleared() -> None:
    floor = run(
        *spoke("Ana", kind=QUESTION),
        Raise("Ben", QUESTION),
        Raise("Cem", STATEMENT),
        SetList(ListState.CLOSED),
        Call("Dua", STATEMENT),
        Next(),
        BackOnList(),
    )
    carried = run(EnterSegment("closing"), floor=floor)
    assert names(carried) == ["Ben", "Cem", "Dua"], "time used in another segment counts no more"
    assert carried.segment == "closing" and carried.turn is carried.last is None
    assert carried.list is ListState.OPEN
    assert carried.spoken == carried.asked == carried.heard == carried.round_heard == ()
    cleared = run(EnterSegment("closing", carry=False), floor=floor)
    assert cleared.hands == ()
    raised = run(Raise("Ana", STATEMENT), floor=cleared)
    assert raised.hands[0].place > max(hand.place for hand in floor.hands)


def test_between_segments_nobody_is_given_the_floor() -> None:
    floor = run(Raise("Ana", STATEMENT), EnterSegment(""))
    with pytest.raises(Refused, match="no segment is running"):
        run(Next("Ana"), floor=floor)
    assert names(floor) == ["Ana"]


def test_fewer_than_three_who_spoke_make_a_segment_thin() -> None:
    assert thin(IN_SEGMENT, rounds=False) is None, "nobody can say"
    assert thin(run(*spoke("Ana", "Ben", "Ana")), rounds=False) is True
    assert thin(run(*spoke("Ana", "Ben"), *spoke("Cem", kind=TWO_FINGER)), rounds=False) is False
    procedure = run(*spoke("Ana", "Ben"), *spoke("Cem", kind=POINT_OF_ORDER))
    assert thin(procedure, rounds=False) is True, "a point of order is no point of the record"


def test_one_thin_round_makes_a_segment_of_rounds_thin() -> None:
    many = run(*spoke(*PEOPLE), EnterRound(), *spoke("Ana", "Ben", "Cem"), EnterRound())
    assert thin(many, rounds=True) is False and fewest(many) == 3
    few = run(*spoke("Dua", "Eva"), floor=many)
    assert thin(few, rounds=True) is True and thin(few, rounds=False) is False
    later = run(EnterRound(), *spoke(*PEOPLE), floor=few)
    assert thin(later, rounds=True) is True, "a round gone by stays thin"


# ── what the journal keeps ───────────────────────────────────────────────────────────────────

any_name = st.text(max_size=12).map(clean)


@given(steps, st.lists(any_name, min_size=5, max_size=5, unique=True))
def test_a_floor_survives_the_journal(
    sequence: list[tuple[float, Command]], called: list[str]
) -> None:
    known = dict(zip(PEOPLE, called, strict=True))
    named = [
        (length, replace(command, person=known[command.person]))  # type: ignore[call-arg]
        if getattr(command, "person", "")
        else (length, command)
        for length, command in sequence
    ]
    floor = reached(named)
    assert plain.from_json(Floor, plain.to_json(floor)) == floor


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["hands", "turn", "person", "kind", "at", "spoken", "list", "revision"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@given(anything)
@example({"revision": float("inf")})
@example({"hands": [{"person": "Ana", "place": float("inf")}]})
def test_a_journal_that_was_tampered_with_is_unreadable_and_no_crash(value: object) -> None:
    try:
        read = plain.from_json(Floor, json.dumps(value))
    except plain.UNREADABLE:
        return
    assert isinstance(read, Floor)


@pytest.mark.parametrize("urgent", [TWO_FINGER, POINT_OF_ORDER])
def test_what_is_urgent_is_withdrawn_before_the_persons_own_place(urgent: HandKind) -> None:
    floor = run(*spoke("Eva"), Raise("Ana", STATEMENT), Raise("Ben", STATEMENT))
    floor = run(Raise("Ana", urgent), Withdraw("Ana"), floor=floor)
    assert names(floor) == ["Ana", "Ben"] and floor.hands[0].urgent is None
    assert names(run(Withdraw("Ana"), floor=floor)) == ["Ben"]


def test_a_two_finger_does_not_take_the_place_of_a_point_of_order() -> None:
    floor = run(*spoke("Eva"), Raise("Ana", POINT_OF_ORDER))
    with pytest.raises(Refused, match="point of order"):
        run(Raise("Ana", TWO_FINGER), floor=floor)


def test_a_reply_to_an_earlier_segment_comes_along_as_a_hand_of_its_own() -> None:
    floor = run(*spoke("Eva"), Raise("Ana", STATEMENT), Raise("Ben", TWO_FINGER))
    floor = run(Raise("Ana", TWO_FINGER), EnterSegment("closing"), floor=floor)
    assert names(floor) == ["Ana", "Ben"]
    assert [(hand.kind, hand.urgent) for hand in floor.hands] == [(STATEMENT, None)] * 2


def test_whoever_is_to_answer_answers_whatever_their_hand_asks_for() -> None:
    floor = run(Raise("Ana", QUESTION), Call("Ana", HandKind.ANSWER))
    assert floor.turn and floor.turn.kind is HandKind.ANSWER and not floor.hands


def test_an_answer_that_was_cut_off_goes_on_as_an_answer() -> None:
    floor = run(Call("Ana", HandKind.ANSWER), LineLost("Ana"), LineLost("Ana"), Next("Ana"))
    assert floor.turn and (floor.turn.kind, floor.turn.used) == (HandKind.ANSWER, 10.0)


def test_a_round_in_which_nobody_used_the_list_counts_as_thin() -> None:
    heard = spoke("Ana", "Ben", "Cem", "Dua")
    assert thin(run(*heard, EnterRound()), rounds=True) is False
    assert thin(run(*heard, EnterRound(), EnterRound(), *heard), rounds=True) is True


def test_whoever_a_point_of_order_interrupts_goes_on_after_it() -> None:
    floor = run(Call("Ana", STATEMENT), Raise("Ben", STATEMENT), Raise("Cem", POINT_OF_ORDER))
    floor = apply(floor, Next("Cem"), Moment(40.0), PLAN)
    assert reasons(floor) == [("Ana", "was cut off, goes on"), ("Ben", "hand order")]
    floor = apply(floor, Next("Ana"), Moment(50.0), PLAN)
    assert floor.turn and floor.turn.length(60.0) == 50.0 and dict(floor.spoken)["Ana"] == 1
