"""What the guard does beside finding: consent, hosts, rewrites, dismissals, any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.agenda import Rule
from facilitator.errors import Refused
from facilitator.guard.dismissals import dismiss, dismissed, standing
from facilitator.guard.findings import Level
from facilitator.guard.guard import ANNOUNCED, Guard
from facilitator.roster import Participant, Roster
from guard_rooms import hand_rooms, plan, rooms

ROOM = hand_rooms()["t1"]
GUARD = Guard(ROOM)
BARE = Guard(None)
SALT = bytes(range(16))


def blocked(guard: Guard, text: str, segment: str | None = None) -> bool:
    return any(finding.blocks for finding in guard.check(text, segment))


# Any text ------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "Hosseini", "Rice", "the", "Norwegian", "participant", "doubted", ":", "\n", "-", "—", "'s",
        "’", "M.H.", "[DR]", "@", "she", "only", "our embassy", "王丽娟", "محمد", "Смирнову",
        "\u200b",
        ",", ".", "(", ")", "As", "a", "former", "minister", "I", "speaking for", "WHO", "\ud800",
    ]
)  # fmt: skip
ANYTHING = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(ANYTHING)
def test_no_text_makes_it_fail_and_every_finding_points_into_the_text(text: str) -> None:
    for guard in (GUARD, BARE):
        found = guard.check(text)
        assert found == guard.check(text), "the same text, the same findings"
        for finding in found:
            assert 0 <= finding.start < finding.end <= len(text)
            assert text[finding.start : finding.end] == finding.words
            if finding.edit is not None:
                assert 0 <= finding.edit.start <= finding.edit.end <= len(text)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            Participant,
            st.text(max_size=20),
            st.text(max_size=9),
            st.text(max_size=9),
            st.lists(st.text(max_size=9), max_size=2).map(tuple),
            st.lists(st.text(max_size=9), max_size=2).map(tuple),
            st.sampled_from(["", "f", "m"]),
            st.text(max_size=12),
            st.text(max_size=12),
            st.lists(st.text(max_size=6), max_size=2).map(tuple),
            st.sampled_from(["", "NO", "ZZ"]),
        ),
        max_size=3,
    ),
    ANYTHING,
)
def test_no_roster_makes_it_fail(people: list[Participant], text: str) -> None:
    Guard(Roster(tuple(people), ("", "A B"))).check(text)


def test_a_finding_in_a_long_line_of_one_letter_costs_no_minute() -> None:
    for text in ("a" * 4000, "M." * 2000, "A " * 2000, "(" * 4000, "the " * 1000, "щ" * 4000):
        GUARD.check(text)


# Consent ---------------------------------------------------------------------------


def test_a_public_person_is_exempt_only_where_they_are_on_the_record() -> None:
    guard = Guard(ROOM, plan("Helena Lindqvist"))
    said = "Dr Lindqvist said that the corridor must stay open."
    assert not blocked(guard, said, "talk")
    assert blocked(guard, said, "qa"), "the answers are under the Rule"
    assert blocked(guard, said), "an unknown place counts as under the Rule"
    assert blocked(guard, "In reply to Hosseini, Dr Lindqvist repeated the figure.", "talk")


def test_a_segment_under_the_rule_exempts_nobody() -> None:
    guard = Guard(ROOM, plan("Helena Lindqvist", rule=Rule.CHATHAM_HOUSE))
    assert blocked(guard, "Lindqvist disagreed.", "talk")


def test_an_announcement_may_name_public_people_only() -> None:
    assert not blocked(GUARD, "Keynote by Helena Lindqvist", ANNOUNCED)
    assert blocked(GUARD, "Keynote by Daniel Rice", ANNOUNCED)


def test_a_keynote_of_the_plan_is_known_without_a_roster() -> None:
    guard = Guard(None, plan("Helena Lindqvist"))
    assert not blocked(guard, "Lindqvist said so.", "talk")
    assert blocked(guard, "Lindqvist said so.", "qa")


def test_hosts_may_be_named_but_their_people_are_still_participants() -> None:
    people = (
        *ROOM.participants,
        Participant("Ada Quist", affiliation="Lakeside Dialogue Society", acronyms=("LDS",)),
    )
    for guard in (
        Guard(Roster(people), plan("Helena Lindqvist")),
        Guard(Roster(people, ("Lakeside Dialogue Society", "LDS"))),
    ):
        assert not blocked(guard, "The Lakeside Dialogue Society thanked everybody.")
        assert not blocked(guard, "LDS took part.")
        assert blocked(guard, "A colleague from LDS disagreed.")
    assert blocked(Guard(Roster(people)), "The Lakeside Dialogue Society disagreed.")


# Without a roster -----------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian participant doubted the timetable.",
        "Our embassy had warned about it.",
        "As a former minister I know how it works.",
        "A.B.: we cannot fund that.",
        "Speaking for the bank, a participant said no.",
        "According to the delegation of Norway, the text is ready.",
        "Apologies were received from the Kenyan delegation.",
        "The timetable was doubted by the Norwegian participant.",
        "In the view of the Iranian scholar, trust had gone.",
        "Nobody will move first (Norwegian participant).",
        "A participant from Ankara disagreed.",
        "The only woman in the room disagreed.",
    ],
)
def test_frames_work_without_a_roster(text: str) -> None:
    assert blocked(BARE, text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway has offered to host.",
        "The Iranian government denied it.",
        "The World Bank forecast slower growth.",
        "Iranian scholars have published widely on this.",
        "The Turkish foreign minister said that ships would sail.",
        "Next steps: circulate the text.",
        "One participant suggested a hotline; another disagreed.",
        "Several participants argued that sanctions should be eased.",
        "The general debate was lively.",
        "Members of the Committee noted that inflation had eased.",
    ],
)
def test_what_is_only_talked_about_is_left_alone(text: str) -> None:
    assert not any(f.level is not Level.HINT for f in BARE.check(text))


# How many people a description fits ------------------------------------------------


def room(*genders: str) -> Guard:
    return Guard(
        Roster(tuple(Participant(f"Zor{i} Quell{i}", gender=g) for i, g in enumerate(genders)))
    )


@pytest.mark.parametrize(
    ("women", "level"),
    [(1, Level.INFERENCE), (2, Level.WARNING), (3, Level.WARNING), (4, Level.HINT)],
)
def test_a_description_is_as_grave_as_the_people_it_fits_are_few(women: int, level: Level) -> None:
    guard = room(*("f" * women), *("m" * 6))
    (finding,) = guard.check("One participant said she would not travel.")
    assert finding.level is level
    assert finding.words == "she"


def test_what_the_roster_does_not_say_excludes_nobody() -> None:
    assert not any(
        f.level is not Level.HINT
        for f in room("f", *[""] * 5).check("One participant said she would not travel.")
    )


def test_clues_of_a_paragraph_are_put_together() -> None:
    people = tuple(
        Participant(f"Zor{i} Quell{i}", gender=g, office=office, affiliation="Lake House")
        for i, (g, office) in enumerate(
            [("f", "former ambassador"), *[("m", "former ambassador")] * 4, *[("f", "editor")] * 4]
        )
    )
    guard = Guard(Roster(people))
    apart = guard.check("One participant, a diplomat, said so. Another participant shook her head.")
    assert not any(f.level is Level.INFERENCE for f in apart)
    together = guard.check("One participant, a diplomat, said so. She had been there.")
    assert any(f.level is Level.INFERENCE for f in together)


# Rewrites ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Hosseini argued that time is short.", "One participant argued that time is short."),
        ("Hosseini’s point was shared.", "One participant’s point was shared."),
        ("RICE: we cannot fund that.", "We cannot fund that."),
        ("[DR] No one will move first.", "No one will move first."),
        ("- Rice: no", "- No"),
        (
            "In reply to Hosseini, Smirnova disagreed.",
            "In reply to one participant, another participant disagreed.",
        ),
        ("Two of the Germans in the room objected.", "Some participants objected."),
        (
            "Speaking for the bank, a participant said no.",
            "A participant said no.",
        ),
        ("As a former minister, I know.", "I know."),
        ("My ministry has doubts.", "The authorities have doubts."),
        ("The only woman on the panel disagreed.", "One participant disagreed."),
        ("The Norwegian participant doubted it.", "One participant doubted it."),
        ("A colleague from SWP doubted it.", "One participant doubted it."),
        ("No one will move (Norwegian participant).", "No one will move."),
    ],
)
def test_a_text_is_mended_by_rule(text: str, mended: str) -> None:
    assert GUARD.mend(text) == mended
    assert not blocked(GUARD, mended)


def test_pronouns_become_plural_with_their_verbs() -> None:
    guard = Guard(hand_rooms()["t2"])
    said = "One participant said she was tired and that her paper could wait."
    assert (
        guard.mend(said) == "One participant said they were tired and that their paper could wait."
    )


def test_no_rewrite_is_offered_that_the_guard_would_mark_again() -> None:
    for key, roster in rooms().items():
        guard = Guard(roster)
        for person in roster.participants:
            text = f"{person.name} said that {person.affiliation} would pay."
            for finding in guard.check(text):
                if finding.edit is not None:
                    after = guard.check(finding.edit.applied(text))
                    assert finding.words not in [f.words for f in after], (key, text)


def test_a_text_that_cannot_be_mended_is_left_to_people() -> None:
    assert GUARD.mend("会上王丽娟认为制裁无效。") is None
    assert GUARD.mend("Nothing to see.") == "Nothing to see."


def test_where_a_public_person_is_on_the_record_their_office_and_body_may_stand() -> None:
    agenda = plan("Helena Lindqvist")
    roster = Roster(
        (
            Participant(
                "Helena Lindqvist",
                office="Foreign Minister",
                affiliation="Republic of Skane",
                public=True,
            ),
            Participant("Jo Reed", affiliation="Harbour Trust"),
        )
    )
    guard = Guard(roster, agenda)
    said = "The Foreign Minister of the Republic of Skane told the group of it."
    assert guard.check(said, ANNOUNCED) == () == guard.check(said, "talk")
    assert any(finding.blocks for finding in guard.check(said))
    other = "The Harbour Trust told the group of it."
    assert any(finding.blocks for finding in guard.check(other, ANNOUNCED))


# Dismissals ---------------------------------------------------------------------------


def test_a_dismissal_holds_for_its_wording_only_and_keeps_no_name() -> None:
    text = "The harvest failed. Rice said no. Talks go on."
    (finding,) = GUARD.check(text)
    kept = dismiss(text, finding, "the grain trader's brand", SALT)
    assert "rice" not in kept.digest.lower() + kept.reason.lower()
    assert standing(text, [finding], [kept], SALT) == ()
    moved = "Rice said no."
    (again,) = GUARD.check(moved)
    assert dismissed(moved, again, [kept], SALT) is kept, "the same sentence elsewhere"
    other = "Rice said yes."
    (changed,) = GUARD.check(other)
    assert dismissed(other, changed, [kept], SALT) is None
    assert dismissed(text, finding, [kept], b"another session!") is None


def test_a_dismissal_wants_a_reason_without_the_words() -> None:
    text = "Hosseini said no."
    (finding,) = GUARD.check(text)
    with pytest.raises(Refused):
        dismiss(text, finding, "  ", SALT)
    with pytest.raises(Refused):
        dismiss(text, finding, "hosseini agreed to be named", SALT)


def test_no_reason_tells_more_than_the_words_do() -> None:
    names = {p.family.lower() for p in ROOM.participants}
    for text in ("M.H. warned of it.", "The only woman on the panel disagreed.", "Ros asked why."):
        for finding in GUARD.check(text):
            assert not any(name in finding.reason.lower() for name in names)
