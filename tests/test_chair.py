"""The moderator's chair: nothing of the floor is lost by a crash, nothing of it is kept after."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import Hand, House, plan
from facilitator import moderation as floor_
from facilitator import plain
from facilitator.agenda import Agenda, Limits, SpeakersListPlan
from facilitator.chair import Chair, limit
from facilitator.errors import Refused, StaleState
from facilitator.floor import Floor, HandKind, ListState, OnStage
from facilitator.meeting import (
    Answers,
    Backdate,
    Close,
    End,
    NextRound,
    OffRecord,
    Pause,
    Replan,
    Resume,
    Start,
)
from facilitator.pen import Pen
from facilitator.ports import Standing
from facilitator.progress import Progress
from facilitator.record import Mark
from facilitator.roster import Participant, Roster
from facilitator.runtime import Runtime
from facilitator.service import Secretariat

PEOPLE = tuple(f"{given} Inventedson" for given in ("Ada", "Bo", "Cy", "Di", "Ed", "Flo"))
ROSTER = Roster(tuple(Participant(name) for name in PEOPLE))
QUESTION, STATEMENT = HandKind.QUESTION, HandKind.STATEMENT


class At:
    """One desk: a secretariat, its chair, and the two moved together as the screens do."""

    def __init__(self, house: House, *, memory: bool = True) -> None:
        self.secretariat: Secretariat = house.open("desk", memory=memory)
        self.house = house
        self.chair = self.again()

    def again(self) -> Chair:
        """The chair of a desk opened anew on the same session."""
        state = self.secretariat.look()
        self.chair = Chair(state.agenda, self.secretariat.volatile, ROSTER)
        self.chair.follow(state)
        return self.chair

    def do(self, command: floor_.Command) -> None:
        now = self.secretariat.now()
        state = self.secretariat.look()
        self.chair.do(command, self.chair.floor.revision, state, now, "done")

    def conduct(self, command: object, *floor: floor_.Command) -> None:
        state = self.secretariat.look()
        before = [Standing(n.id, n.mark, n.round) for n in state.questions]
        was = state.progress
        moment = self.chair.moment(state, self.secretariat.now())
        thin = self.chair.thin(state)
        now = self.secretariat.conduct(command, was, thin=thin)  # type: ignore[arg-type]
        self.chair.took(was, now, floor, moment, state.agenda, "moved", (before, before))

    def start(self, segment: str) -> None:
        self.conduct(Start(segment), floor_.EnterSegment(segment))

    def turn_back(self, *, back: bool) -> None:
        present = self.secretariat.look().progress
        step = self.chair.step_back(present) if back else self.chair.step_again(present)
        progress = step.was if back else step.now
        marks = step.marks_before if back else step.marks_after
        self.secretariat.restore(present, progress, marks)
        self.chair.undone() if back else self.chair.redone()

    def seen(self) -> tuple[object, ...]:
        """Everything a person could tell apart: floor, clocks, questions."""
        state, now = self.secretariat.look(), self.secretariat.now()
        progress = replace(state.progress, revision=0)
        spent = tuple(progress.spent(s.id, now) for s in progress.segments)
        turn = self.chair.floor.turn
        at = self.chair.moment(state, now).at
        questions = {n.id: (n.mark, n.round) for n in state.questions}
        length = turn.length(at) if turn else None
        return replace(self.chair.floor, revision=0), progress, spent, length, questions


@pytest.fixture
def desk(house: House) -> At:
    return At(house)


def names_in(folder: Path) -> int:
    found = 0
    for path in folder.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        found += sum(data.count(name.encode()) for name in PEOPLE)
    return found


def test_a_new_desk_finds_list_turn_and_settings_as_they_were(desk: At, clock: Hand) -> None:
    desk.start("qa")
    for person in PEOPLE[:3]:
        desk.do(floor_.Raise(person, QUESTION, "to the point"))
    desk.do(floor_.Next(PEOPLE[0]))
    clock.forward(40)
    desk.do(floor_.SetList(ListState.CLOSED))
    desk.do(floor_.Join("Newly Come"))
    desk.turn_back(back=True)
    desk.chair.hide(True)
    desk.chair.stage_names(True)
    left = desk.chair
    clock.forward(5)
    found = desk.again()
    assert found.floor == replace(left.floor, revision=found.floor.revision)
    assert (found.hidden, found.names_on_stage) == (True, False), "no desk begins with names out"
    assert [step.label for step in found.past] == [step.label for step in left.past]
    assert [step.after for step in found.future] == [step.after for step in left.future]
    state, now = desk.secretariat.look(), desk.secretariat.now()
    turn = found.floor.turn
    assert turn is not None and turn.length(found.moment(state, now).at) == pytest.approx(45)


def test_the_journal_has_the_names_and_only_while_the_segment_runs(desk: At, house: House) -> None:
    desk.start("qa")
    for person in PEOPLE[:2]:
        desk.do(floor_.Raise(person, QUESTION))
        desk.do(floor_.Next(person))
    assert names_in(house.runtime) > 0, "the control: while it runs they are there"
    assert names_in(house.folder) == 0
    desk.conduct(Start("discussion"), floor_.EnterSegment("discussion", carry=False))
    assert names_in(house.runtime) == 0, "who spoke in a segment gone by"


def test_nothing_of_the_floor_is_left_once_the_session_is_closed(desk: At, house: House) -> None:
    desk.start("qa")
    desk.do(floor_.Raise(PEOPLE[0], QUESTION))
    desk.chair.stage_names(True)
    desk.chair.show_stage(desk.secretariat.look())
    assert names_in(house.runtime) > 0
    desk.secretariat.conduct(Close(), desk.secretariat.look().progress)
    desk.chair.end()
    desk.chair.show_stage(desk.secretariat.look())
    assert names_in(house.runtime) == names_in(house.folder) == 0
    assert desk.chair.floor.hands == () and not desk.chair.past


def test_where_there_is_no_folder_in_memory_the_desk_says_so_beforehand(house: House) -> None:
    desk = At(house, memory=False)
    assert "speakers list" in desk.secretariat.volatile.shelter
    desk.start("qa")
    desk.do(floor_.Raise(PEOPLE[0], QUESTION))
    assert names_in(house.folder) == names_in(house.runtime) == 0, "in memory only"
    assert desk.again().floor.hands == ()


def test_a_command_given_on_an_older_floor_is_refused(desk: At) -> None:
    desk.start("discussion")
    for person in PEOPLE[:3]:
        desk.do(floor_.Raise(person, STATEMENT))
    seen, state, now = desk.chair.floor.revision, desk.secretariat.look(), desk.secretariat.now()
    desk.chair.do(desk.chair.next_command(state), seen, state, now, "next")
    with pytest.raises(StaleState):
        desk.chair.do(desk.chair.next_command(state), seen, state, now, "next")
    assert desk.chair.floor.turn is not None and desk.chair.floor.turn.person == PEOPLE[0]
    assert len(desk.chair.floor.hands) == 2


@pytest.mark.parametrize("seed", range(8))
def test_undo_and_redo_restore_the_list_the_clocks_and_the_questions(
    desk: At, clock: Hand, seed: int
) -> None:
    chance = random.Random(seed)
    pen = Pen(desk.secretariat)
    desk.start("qa")
    for n in range(4):
        pen.write(f"? question {n}", "qa")
    desk.chair.past.clear()
    pictures = [desk.seen()]
    while len(desk.chair.past) < 60:
        clock.forward(chance.uniform(0, 30))
        try:
            _something(desk, chance)
        except Refused:
            continue
        clock.forward(0)
        while len(pictures) <= len(desk.chair.past):
            pictures.append(desk.seen())
        pictures[len(desk.chair.past)] = desk.seen()
    clock.forward(100)
    late = [desk.seen()]
    for _ in range(60):
        desk.turn_back(back=True)
        late.append(desk.seen())
    with pytest.raises(Refused):
        desk.turn_back(back=True)
    for n in range(60):
        assert desk.seen() == late[60 - n], n
        desk.turn_back(back=False)
    assert desk.seen() == late[0]
    # Each undone state is the one that stood: only time has gone on since.
    for before, after in zip(pictures, reversed(late), strict=True):
        assert before[0] == after[0]
        assert _timeless(before[1]) == _timeless(after[1]) and before[4] == after[4]


def _timeless(progress: object) -> Progress:
    assert isinstance(progress, Progress)
    return progress


def _something(desk: At, chance: random.Random) -> None:
    state = desk.secretariat.look()
    person = chance.choice(PEOPLE)
    kinds = (QUESTION, STATEMENT, HandKind.TWO_FINGER, HandKind.POINT_OF_ORDER)
    progress = state.progress
    running = progress.running
    other = chance.choice([s.id for s in progress.segments])
    longer = chance.uniform(300, 900)
    floor: list[floor_.Command] = [
        floor_.Raise(person, chance.choice(kinds)),
        floor_.Raise(person, chance.choice(kinds)),
        floor_.Raise(person, chance.choice(kinds)),
        floor_.Withdraw(person),
        floor_.Call(person, STATEMENT),
        floor_.LineLost(person),
        floor_.BackOnList(),
        floor_.EndTurn(),
        floor_.SetList(chance.choice(list(ListState))),
    ]
    if chance.random() < 0.6:
        desk.do(chance.choice(floor))
        return
    moves: list[tuple[object, tuple[floor_.Command, ...]]] = [
        (Resume() if progress.paused else Pause(), ()),
        (Answers(), (floor_.EndTurn(),)),
        (NextRound(), (floor_.EnterRound(),)),
        (Backdate(3.0), (floor_.Shift(3.0),)),
        (Replan(((other, longer),)), ()),
        (Start(other), (floor_.EnterSegment(other, chance.random() < 0.5),)),
    ]
    if running is not None and chance.random() < 0.1:
        moves.append((End(), (floor_.EnterSegment(""),)))
    if state.questions and chance.random() < 0.3:
        question = chance.choice(state.questions)
        mark = chance.choice([Mark.OPEN, Mark.ANSWERED, Mark.PARKED])
        after = Standing(question.id, mark, question.round)
        before = Standing(question.id, question.mark, question.round)
        desk.secretariat.store.mark(question.id, mark, question.round)
        desk.chair.took(
            progress, progress, (), desk.chair.moment(state, desk.secretariat.now()),
            state.agenda, "marked", ((before,), (after,)),
        )  # fmt: skip
        return
    command, follow = chance.choice(moves)
    desk.conduct(command, *follow)


def test_off_the_record_is_never_undone_into_being_on_it(desk: At) -> None:
    desk.start("discussion")
    desk.do(floor_.Raise(PEOPLE[0], STATEMENT))
    desk.conduct(Pause())
    desk.conduct(OffRecord(True))
    desk.turn_back(back=True)
    progress = desk.secretariat.look().progress
    assert progress.off_record and not progress.paused


def test_what_another_screen_did_is_followed_and_not_undone_over(desk: At) -> None:
    desk.start("qa")
    desk.do(floor_.Raise(PEOPLE[0], QUESTION))
    desk.conduct(Pause())
    other = desk.house.open()
    other.conduct(Start("discussion"), other.look().progress)
    with pytest.raises(Refused, match="moved on elsewhere"):
        desk.turn_back(back=True)
    assert desk.chair.follow(desk.secretariat.look())
    assert desk.chair.floor.segment == "discussion"
    assert [hand.person for hand in desk.chair.floor.hands] == [PEOPLE[0]], "no hand is lost"
    with pytest.raises(Refused):
        desk.turn_back(back=True)


def test_the_stage_hears_of_names_only_when_the_desk_says_so(desk: At, house: House) -> None:
    desk.start("discussion")
    for person in PEOPLE[:3]:
        desk.do(floor_.Raise(person, STATEMENT))
    desk.do(floor_.Next(PEOPLE[0]))
    desk.chair.show_stage(desk.secretariat.look())
    told = plain.from_json(OnStage, desk.secretariat.volatile.stage())
    assert (told.kind, told.waiting, told.speaker, told.up) == ("statement", 2, "", ())
    assert not any(name in desk.secretariat.volatile.stage() for name in PEOPLE)
    desk.chair.stage_names(True)
    desk.chair.show_stage(desk.secretariat.look())
    told = plain.from_json(OnStage, desk.secretariat.volatile.stage())
    assert (told.speaker, told.up) == (PEOPLE[0], PEOPLE[1:3])
    desk.chair.stage_names(False)
    desk.chair.show_stage(desk.secretariat.look())
    assert not any(name in desk.secretariat.volatile.stage() for name in PEOPLE)


def test_the_points_of_a_turn_are_those_kept_since_it_began(desk: At) -> None:
    desk.start("discussion")
    pen = Pen(desk.secretariat)
    pen.write("before", "discussion")
    desk.do(floor_.Call(PEOPLE[0], STATEMENT))
    kept = [pen.write(text, "discussion").note for text in ("one", "two")]
    state = desk.secretariat.look()
    assert desk.chair.points_of_turn(state) == tuple(note.id for note in kept if note)
    desk.do(floor_.EndTurn())
    assert len(desk.chair.points_of_turn(state)) == 2, "said just after the turn"


def test_the_points_of_a_turn_are_known_on_the_record_too(desk: At) -> None:
    desk.start("talk")
    desk.do(floor_.Call("Ada Invented", STATEMENT))
    note = Pen(desk.secretariat).write("please do not minute that", "talk").note
    assert note and desk.chair.points_of_turn(desk.secretariat.look()) == (note.id,)


def test_next_gives_the_floor_back_to_who_answers(desk: At) -> None:
    desk.start("qa")
    lead = "Ada Invented"
    desk.conduct(Answers(), floor_.Call(lead, HandKind.ANSWER))
    desk.do(floor_.Raise(PEOPLE[1], QUESTION))
    desk.do(floor_.Raise(PEOPLE[2], HandKind.TWO_FINGER))
    state = desk.secretariat.look()
    assert desk.chair.next_command(state) == floor_.Next(PEOPLE[2])
    desk.do(floor_.Next(PEOPLE[2]))
    assert desk.chair.next_command(state) == floor_.Call(lead, HandKind.ANSWER)
    desk.do(floor_.Call(lead, HandKind.ANSWER))
    with pytest.raises(Refused, match="answers are being given"):
        desk.chair.next_command(state)


def test_each_kind_of_turn_has_its_limit_from_the_agenda(desk: At) -> None:
    from datetime import timedelta

    from facilitator.floor import Turn

    agenda = plan(limits=Limits(question=timedelta(seconds=90), answer=timedelta(minutes=6)))
    assert limit(agenda, Turn("x", QUESTION, 0.0)) == 90
    assert limit(agenda, Turn("x", HandKind.ANSWER, 0.0)) == 360
    assert limit(agenda, Turn("x", STATEMENT, 0.0)) is None
    assert limit(agenda, Turn("x", HandKind.POINT_OF_ORDER, 0.0)) is None


def test_every_line_of_a_journal_may_be_torn_or_foreign(desk: At, house: House) -> None:
    desk.start("discussion")
    floors = [desk.chair.floor]
    for person in PEOPLE:
        desk.do(floor_.Raise(person, STATEMENT))
        floors.append(desk.chair.floor)
    journal = house.runtime / "floor"
    whole = journal.read_bytes()
    for size in range(0, len(whole), 7):
        journal.write_bytes(whole[:size])
        found = Chair(plan(), Runtime(house.runtime, house.folder, "desk")).floor
        assert found in floors or found == Floor(), size
    journal.write_bytes(b'\xff\n{"word": 3}\n[]\n{"word": "step", "floor": {"hands": 5}}\n' + whole)
    assert Chair(plan(), Runtime(house.runtime, house.folder, "desk")).floor == floors[-1]


def test_the_agendas_order_is_the_first_one(house: House) -> None:
    agenda: Agenda = plan(speakers_list=SpeakersListPlan(order="least-spoken"))
    volatile = house.open("desk").volatile
    assert Chair(agenda, volatile).floor.order.value == "least-spoken"


def test_a_step_of_a_segment_gone_by_is_not_taken_back_in_another(desk: At) -> None:
    desk.start("discussion")
    desk.do(floor_.Raise(PEOPLE[0], STATEMENT))
    other = desk.house.open()
    other.conduct(Start("closing"), other.look().progress)
    assert desk.chair.follow(desk.secretariat.look())
    with pytest.raises(Refused, match="nothing to undo"):
        desk.turn_back(back=True)
    assert desk.chair.floor.segment == "closing"


def test_a_crash_after_undoing_a_segment_brings_back_what_stood(desk: At) -> None:
    desk.start("discussion")
    desk.do(floor_.Raise(PEOPLE[0], STATEMENT))
    desk.do(floor_.Next(PEOPLE[0]))
    desk.start("closing")
    desk.do(floor_.Raise(PEOPLE[1], STATEMENT))
    for back in (3, 1, 2):  # into the discussion and some way back, each time after a crash
        for _ in range(back):
            desk.turn_back(back=True)
        stood = desk.chair.floor
        assert desk.again().floor == replace(stood, revision=desk.chair.floor.revision)
        desk.do(floor_.Raise(PEOPLE[2], STATEMENT))
        desk.do(floor_.Raise(PEOPLE[3], STATEMENT))


def test_hiding_the_names_takes_them_off_the_stage_too(desk: At) -> None:
    desk.start("discussion")
    desk.do(floor_.Call(PEOPLE[0], STATEMENT))
    desk.do(floor_.Raise(PEOPLE[1], STATEMENT))
    desk.chair.stage_names(True)
    desk.chair.hide(True)
    desk.chair.show_stage(desk.secretariat.look())
    assert not any(name in desk.secretariat.volatile.stage() for name in PEOPLE)
    desk.chair.hide(False)
    desk.chair.show_stage(desk.secretariat.look())
    assert PEOPLE[0] in desk.secretariat.volatile.stage()
    desk.chair.leave_stage()
    assert desk.secretariat.volatile.stage() == ""


def test_whose_line_is_lost_is_not_announced_as_next(desk: At) -> None:
    desk.start("discussion")
    for person in PEOPLE[:3]:
        desk.do(floor_.Raise(person, STATEMENT))
    desk.do(floor_.LineLost(PEOPLE[0]))
    desk.chair.stage_names(True)
    desk.chair.show_stage(desk.secretariat.look())
    assert plain.from_json(OnStage, desk.secretariat.volatile.stage()).up == PEOPLE[1:3]


def test_a_note_taker_who_moves_on_without_a_desk_leaves_no_speaker_behind(
    desk: At, house: House
) -> None:
    from facilitator.ui.conducting import forget_speakers

    desk.start("discussion")
    desk.do(floor_.Call(PEOPLE[0], STATEMENT))
    desk.do(floor_.Raise(PEOPLE[1], STATEMENT))
    notes = house.open()
    notes.conduct(Start("closing"), notes.look().progress)
    forget_speakers(notes)
    left = (house.runtime / "floor").read_text()
    assert PEOPLE[0] not in left and PEOPLE[1] in left, "who waits still waits"


def test_an_answer_does_not_change_a_mark_that_somebody_set(desk: At) -> None:
    desk.start("qa")
    pen = Pen(desk.secretariat)
    question = pen.write("? who guarantees it", "qa").note
    assert question is not None
    for mark in (Mark.PARTLY, Mark.PARKED, Mark.WRITING):
        desk.secretariat.store.mark(question.id, mark, 1)
        pen.write(f"={question.tag} those who sign", "qa")
        assert desk.secretariat.look().questions[0].mark is mark


def test_while_the_session_is_being_closed_nothing_is_left_for_the_stage(desk: At) -> None:
    desk.start("discussion")
    desk.do(floor_.Call(PEOPLE[0], STATEMENT))
    desk.chair.stage_names(True)
    desk.chair.quiet = True
    desk.chair.show_stage(desk.secretariat.look())
    assert desk.secretariat.volatile.stage() == ""


def test_the_letters_of_those_on_file_stay_whatever_others_do(desk: At) -> None:
    desk.start("discussion")
    agenda = desk.secretariat.look().agenda
    before = desk.chair.seats(agenda)
    desk.do(floor_.Raise(PEOPLE[0], STATEMENT))
    assert desk.chair.seats(agenda) is before, "a hand gives nobody another seat"
    desk.do(floor_.Join("Newly Come"))
    assert desk.chair.seats(agenda)[: len(before)] == before
    assert desk.chair.seat(agenda, "Newly Come").code
