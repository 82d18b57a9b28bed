"""The review of a text: no way round an open objection, nothing kept by a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from conftest import plan
from facilitator import clearing
from facilitator.agenda import Agenda, Publication, ReviewStep
from facilitator.errors import Refused
from facilitator.publish.reviewed import reviewed
from facilitator.review import (
    Body,
    Consent,
    Passed,
    Review,
    Stage,
    TextName,
    bodies,
    changed,
    deadline,
    present,
    readable,
    stage,
    to_see_again,
    unanswered,
    unseen,
)

BRIEF, REPORT = TextName.BRIEF, TextName.REPORT
HOSTS, KEYNOTE, PARTICIPANTS = Body
A, B, C = (bytes([n]) * 16 for n in (1, 2, 3))
TWO = {A: 0, B: 0}
DAY = date(2020, 5, 28)  # a Thursday
LATER = date(2020, 7, 1)


def agenda(order: tuple[str, ...] = ("hosts", "keynote", "participants")) -> Agenda:
    step = ReviewStep(order, "5 working days")
    return plan(publication=Publication(review={"brief": step}))


def begun() -> Review:
    return clearing.begun(None, agenda(), BRIEF)


def out(review: Review | None = None, points: dict[bytes, int] = TWO) -> Review:
    """With a copy at the body whose turn it is."""
    return clearing.printed(review or begun(), points, DAY, "5 working days")


def gone_on(review: Review, points: dict[bytes, int] = TWO) -> Review:
    """At the next body, nobody having said anything, with its copy."""
    return out(clearing.advanced(review, points, LATER), points)


# Dates and steps


@pytest.mark.parametrize(
    ("printed", "until", "last"),
    [
        ("2020-05-28", "1 day", "2020-05-29"),
        ("2020-05-29", "1 day", "2020-05-30"),
        ("2020-05-28", "5 working days", "2020-06-04"),
        ("2020-05-29", "1 working day", "2020-06-01"),
        ("2020-05-30", "1 working day", "2020-06-01"),
        ("2020-05-28", "2 weeks", "2020-06-11"),
        ("2020-05-28", "1 working week", "2020-06-04"),
        ("2020-05-28", "", None),
    ],
)
def test_the_last_day_for_an_objection(printed: str, until: str, last: str | None) -> None:
    found = deadline(date.fromisoformat(printed), until)
    assert (found.isoformat() if found else None) == last
    assert readable(until)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 60))
def test_working_days_are_never_a_weekend_and_never_too_few(day: date, number: int) -> None:
    last = deadline(day, f"{number} working days")
    assert last is not None and last.weekday() < 5
    between = [day + timedelta(days=n) for n in range(1, (last - day).days + 1)]
    assert sum(each.weekday() < 5 for each in between) == number


def test_the_agenda_says_who_reads_and_where_it_says_nothing_the_hosts_do() -> None:
    assert bodies(agenda(("keynote", "hosts", "keynote")), BRIEF) == (KEYNOTE, HOSTS)
    assert bodies(agenda(), REPORT) == (HOSTS,)
    assert bodies(agenda(()), BRIEF) == (HOSTS,)


# The way of a text


def test_a_text_goes_from_body_to_body_and_is_cleared_and_published() -> None:
    assert stage(None, TWO) is Stage.DRAFT
    review = out()
    assert stage(review, TWO) is Stage.HOSTS
    review = gone_on(review)
    assert stage(review, TWO) is Stage.KEYNOTE
    review = gone_on(review)
    assert stage(review, TWO) is Stage.PARTICIPANTS
    with pytest.raises(Refused, match="--cleared ends the review"):
        clearing.advanced(review, TWO, LATER)
    review = clearing.cleared(review, TWO, LATER)
    assert stage(review, TWO) is Stage.CLEARED
    review = clearing.published(review, TWO, LATER)
    assert stage(review, TWO) is Stage.PUBLISHED


def test_nobody_is_hurried_past_the_last_day_without_a_reason() -> None:
    review = out()
    last = date(2020, 6, 4)
    with pytest.raises(Refused, match="the hosts have time until 4 June 2020"):
        clearing.advanced(review, TWO, last)
    assert (
        clearing.advanced(review, TWO, last + timedelta(days=1)).steps[0].passed is Passed.SILENCE
    )
    assert clearing.advanced(review, TWO, DAY, reason=True).steps[0].passed is Passed.REASON


def test_without_a_last_day_somebody_must_agree() -> None:
    review = clearing.printed(begun(), TWO, DAY, "")
    with pytest.raises(Refused, match="the hosts have not agreed"):
        clearing.advanced(review, TWO, LATER)
    review = clearing.agreed(review, HOSTS, TWO)
    assert clearing.advanced(review, TWO, DAY).steps[0].passed is Passed.AGREED


def test_who_answered_every_number_is_waited_for_no_longer() -> None:
    review = out()
    for number in (1, 2):
        with pytest.raises(Refused, match="have time"):
            clearing.advanced(review, TWO, DAY)
        assert unanswered(review, HOSTS, TWO) == tuple(range(number, 3))
        review = clearing.kept(review, HOSTS, number, TWO)
    assert clearing.advanced(review, TWO, DAY).steps[0].passed is Passed.AGREED


def test_a_body_without_a_copy_is_passed_with_a_reason_only_and_never_said_to_have_read() -> None:
    with pytest.raises(Refused, match="no copy has been printed for the hosts"):
        clearing.advanced(begun(), TWO, LATER)
    review = clearing.advanced(begun(), TWO, DAY, reason=True)
    assert stage(review, TWO) is Stage.KEYNOTE
    review = clearing.cleared(gone_on(out(review)), TWO, LATER)
    assert "hosts" not in reviewed(BRIEF, review)


def test_clearing_skips_nobody() -> None:
    with pytest.raises(Refused, match="not read yet by the keynote speaker"):
        clearing.cleared(out(), TWO, LATER)


def test_the_numbers_stay_and_a_point_added_later_gets_the_next() -> None:
    review = out(points={B: 0, A: 3})
    assert [(each.number, each.note) for each in review.numbers] == [(1, B), (2, A)]
    again = out(review, {C: 0, A: 3, B: 1})
    assert [(each.number, each.note) for each in again.numbers] == [(1, B), (2, A), (3, C)]
    assert again.numbers[0].first == 0 and changed(again, {C: 0, A: 3, B: 1}) == (1,)


def test_a_copy_with_nothing_new_gives_no_more_time_and_one_with_something_does() -> None:
    review = out()
    same = clearing.printed(review, TWO, LATER, "5 working days")
    assert same == review
    other = clearing.printed(review, {A: 1, B: 0}, LATER, "5 working days")
    assert other.steps[0].printed == LATER and other.steps[0].until == date(2020, 7, 8)


def test_what_somebody_amended_goes_back_to_whoever_was_given_the_old_words() -> None:
    review = gone_on(gone_on(out()))
    after = {A: 1, B: 0}
    review = clearing.amended(review, PARTICIPANTS, A, 1)
    assert to_see_again(review, A, 1) == (HOSTS, KEYNOTE)
    assert stage(review, after) is Stage.HOSTS
    with pytest.raises(Refused, match=r"the copy is older than the text \(changed: \[1\]\)"):
        clearing.advanced(review, after, LATER, reason=True)
    review = gone_on(out(review, after), after)
    assert stage(review, after) is Stage.KEYNOTE
    # The participants know their own words, and were asked in time before: their turn is open.
    review = clearing.advanced(review, after, LATER)
    assert stage(review, after) is Stage.PARTICIPANTS
    assert unseen(review, PARTICIPANTS, after) == ()


def test_an_answer_to_old_words_is_no_answer_to_the_new_ones() -> None:
    review = clearing.kept(out(), HOSTS, 1, TWO)
    after = {A: 1, B: 0}
    assert unanswered(review, HOSTS, after) == (1, 2)
    with pytest.raises(Refused, match="changed since the copy was printed"):
        clearing.kept(review, HOSTS, 1, after)
    assert unanswered(clearing.kept(out(review, after), HOSTS, 1, after), HOSTS, after) == (2,)


def test_a_cleared_text_that_is_changed_by_whatever_screen_is_open_again() -> None:
    review = clearing.cleared(gone_on(gone_on(out())), TWO, LATER)
    assert stage(review, {A: 0, B: 1}) is Stage.HOSTS
    assert stage(review, {A: 0, B: 0, C: 0}) is Stage.HOSTS, "a point that nobody has read"
    assert stage(review, {A: 0}) is Stage.CLEARED, "a struck one is nothing to read"


def test_an_objection_reopens_and_only_its_withdrawal_ends_it() -> None:
    review = clearing.cleared(gone_on(gone_on(out())), TWO, LATER)
    review = clearing.objected(clearing.published(review, TWO, LATER), KEYNOTE)
    assert stage(review, TWO) is Stage.KEYNOTE
    for command in (clearing.cleared, clearing.advanced):
        with pytest.raises(Refused, match="an objection of the keynote speaker stands"):
            command(review, TWO, LATER, reason=True)
    with pytest.raises(Refused, match="is not cleared"):
        clearing.published(review, TWO, LATER)
    assert present(out(review), TWO) is not None, "a new copy withdraws nothing"
    review = clearing.cleared(clearing.agreed(review, KEYNOTE, TWO), TWO, LATER)
    assert stage(review, TWO) is Stage.CLEARED


def test_an_objection_of_a_body_further_on_is_told_as_one() -> None:
    review = clearing.objected(out(), PARTICIPANTS)
    with pytest.raises(Refused, match="an objection of the participants stands"):
        clearing.cleared(review, TWO, LATER)


def test_a_text_on_its_way_again_is_cleared_by_somebody_who_says_so() -> None:
    review = clearing.cleared(gone_on(gone_on(out())), TWO, LATER)
    after = {A: 0, B: 1}
    review = clearing.advanced(out(review, after), after, LATER)
    assert stage(review, after) is Stage.KEYNOTE
    assert stage(review, {A: 0}) is Stage.PARTICIPANTS, "nothing is open, and nobody has said so"
    assert stage(clearing.cleared(review, {A: 0}, LATER), {A: 0}) is Stage.CLEARED


def test_beginning_again_takes_over_the_agenda_and_forgets_nothing_that_was_read() -> None:
    review = clearing.cleared(gone_on(gone_on(out())), TWO, LATER)
    again = clearing.begun(review, agenda(("participants", "keynote")), BRIEF)
    assert [step.body for step in again.steps] == [PARTICIPANTS, KEYNOTE, HOSTS]
    assert again.numbers == review.numbers and stage(again, TWO) is not Stage.CLEARED
    assert stage(clearing.cleared(again, TWO, LATER), TWO) is Stage.CLEARED
    assert clearing.begun(begun(), agenda(("hosts",)), BRIEF).steps == begun().steps[:1]


def test_what_is_no_answer_is_refused_with_why() -> None:
    with pytest.raises(Refused, match=r"there is no \[1\] in the brief: no copy"):
        clearing.kept(begun(), HOSTS, 1, TWO)
    with pytest.raises(Refused, match=r"there is no \[9\] in the brief: the numbers go to 2"):
        clearing.kept(out(), HOSTS, 9, TWO)
    with pytest.raises(Refused, match=r"no copy with \[1\] went to the participants"):
        clearing.kept(out(), PARTICIPANTS, 1, TWO)
    with pytest.raises(Refused, match="does not go to the participants"):
        clearing.objected(clearing.begun(None, agenda(("hosts",)), BRIEF), PARTICIPANTS)
    with pytest.raises(Refused, match="before the copy was printed"):
        clearing.redated(out(), TWO, None, DAY - timedelta(days=1), "1 day")


# The Rule


def test_the_answers_of_one_person_leave_nothing_behind() -> None:
    """Which points the keynote speaker answers would tell which are the keynote speaker's."""
    review = gone_on(out())
    assert clearing.kept(review, KEYNOTE, 1, TWO) == review
    assert clearing.amended(review, KEYNOTE, A, 1) == review
    assert unanswered(review, KEYNOTE, TWO) is None
    agreed = clearing.agreed(review, KEYNOTE, TWO)
    assert all(each.settled is None for each in agreed.given if each.body is KEYNOTE)


def test_an_amendment_of_the_keynote_speaker_looks_like_one_of_the_rapporteur() -> None:
    """Whoever was given the old words is told of the new, the one who asked for them too."""
    review = gone_on(out())
    assert to_see_again(clearing.amended(review, KEYNOTE, A, 1), A, 1) == (HOSTS, KEYNOTE)


# How it is told


def test_how_a_text_was_reviewed_is_said_as_far_as_it_is_true() -> None:
    assert reviewed(BRIEF, None) == ""
    assert reviewed(REPORT, None) == "This report was not circulated for review."
    assert reviewed(BRIEF, out()) == "", "nobody has answered, and the day has not come"
    review = gone_on(gone_on(out()))
    review = clearing.cleared(review, TWO, LATER)
    assert reviewed(BRIEF, review) == (
        "The hosts, the keynote speaker and the participants were given until 4 June 2020 to"
        " object."
    )
    objecting = clearing.objected(review, PARTICIPANTS)
    assert "participants" not in reviewed(BRIEF, objecting)
    hurried = clearing.advanced(out(), TWO, DAY, reason=True)
    hurried = clearing.agreed(out(hurried), KEYNOTE, TWO)
    hurried = clearing.advanced(hurried, TWO, DAY)
    assert reviewed(BRIEF, hurried) == (
        "The hosts were given this brief to read."
        " The keynote speaker had no objection to this brief."
    )


# Whatever happens


class Office(RuleBasedStateMachine):
    """Everything that can happen to a text, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.review: Review | None = None
        self.points: dict[bytes, int] = dict(TWO)
        self.day = DAY
        self.objections: set[Body] = set()
        self.seen: dict[Body, dict[bytes, int]] = {}

    def begun(self) -> Review:
        assert self.review is not None
        return self.review

    @rule(order=st.permutations(["hosts", "keynote", "participants"]), length=st.integers(0, 3))
    def begin(self, order: list[str], length: int) -> None:
        self.review = clearing.begun(self.review, agenda(tuple(order[:length])), BRIEF)

    @rule(note=st.sampled_from([A, B, C]), fate=st.sampled_from(["change", "leave", "enter"]))
    def touch(self, note: bytes, fate: str) -> None:
        if fate == "leave" and len(self.points) > 1:
            self.points.pop(note, None)
        elif fate == "change" and note in self.points:
            self.points[note] += 1
        elif fate == "enter":
            self.points.setdefault(note, 9)

    @rule(days=st.integers(1, 9))
    def wait(self, days: int) -> None:
        self.day += timedelta(days=days)

    @precondition(lambda self: self.review is not None)
    @rule()
    def print(self) -> None:
        try:
            step = present(self.begun(), self.points)
            self.review = clearing.printed(self.begun(), self.points, self.day, "5 working days")
        except Refused:
            return
        assert step is not None
        self.seen.setdefault(step.body, {}).update(self.points)
        again = clearing.printed(self.review, self.points, self.day, "5 working days")
        assert again == self.review, "printing the same copy twice changes nothing"

    @precondition(lambda self: self.review is not None)
    @rule(body=st.sampled_from(Body), number=st.integers(1, 4))
    def keep(self, body: Body, number: int) -> None:
        try:
            self.review = clearing.kept(self.begun(), body, number, self.points)
        except Refused:
            return
        assert clearing.kept(self.begun(), body, number, self.points) == self.review

    @precondition(lambda self: self.review is not None)
    @rule(body=st.sampled_from(Body), note=st.sampled_from([A, B, C]))
    def amend(self, body: Body, note: bytes) -> None:
        if note in self.points and body in {step.body for step in self.begun().steps}:
            self.points[note] += 1
            self.review = clearing.amended(self.begun(), body, note, self.points[note])
            if not body.one_person and note in self.seen.get(body, {}):
                self.seen[body][note] = self.points[note]

    @precondition(lambda self: self.review is not None)
    @rule(body=st.sampled_from(Body), agrees=st.booleans())
    def say(self, body: Body, agrees: bool) -> None:
        try:
            if agrees:
                self.review = clearing.agreed(self.begun(), body, self.points)
                self.objections.discard(body)
                self.seen.setdefault(body, {}).update(self.points)
            else:
                self.review = clearing.objected(self.begun(), body)
                self.objections.add(body)
        except Refused:
            pass

    @precondition(lambda self: self.review is not None)
    @rule(reason=st.booleans(), last=st.booleans())
    def go_on(self, reason: bool, last: bool) -> None:
        command = clearing.cleared if last else clearing.advanced
        try:
            self.review = command(self.begun(), self.points, self.day, reason=reason)
        except Refused:
            return
        if last:
            assert not self.objections
            assert stage(self.review, self.points) in (Stage.CLEARED, Stage.PUBLISHED)

    @precondition(lambda self: self.review is not None)
    @rule()
    def publish(self) -> None:
        try:
            self.review = clearing.published(self.begun(), self.points, self.day)
        except Refused:
            return
        assert not self.objections

    @invariant()
    def no_text_is_cleared_over_an_objection_or_with_words_nobody_was_given(self) -> None:
        if stage(self.review, self.points) not in (Stage.CLEARED, Stage.PUBLISHED):
            return
        assert not self.objections
        for step in self.begun().steps:
            if step.passed is Passed.REASON and step.printed is None:
                continue
            assert self.seen[step.body].items() >= self.points.items()

    @invariant()
    def numbers_are_given_once_and_answers_of_one_person_never_kept(self) -> None:
        if self.review is None:
            return
        numbers = [each.number for each in self.review.numbers]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len({each.note for each in self.review.numbers}) == len(numbers)
        assert all(each.settled is None for each in self.review.given if each.body is KEYNOTE)

    @invariant()
    def an_objection_stands_until_it_is_withdrawn_and_can_always_be(self) -> None:
        if self.review is None:
            return
        known = {each.body for each in self.review.steps if each.consent is Consent.OBJECTS}
        assert known == self.objections
        for body in known:
            assert clearing.agreed(self.review, body, self.points).step(body).consent is (
                Consent.AGREES
            )


TestOffice = Office.TestCase
TestOffice.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)


def test_the_reason_why_the_text_went_on_is_kept_nowhere() -> None:
    review = clearing.advanced(out(), TWO, DAY, reason=True)
    assert replace(review.steps[0], passed=Passed.NOT) == out().steps[0]
