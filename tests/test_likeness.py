"""How alike points are: from their words alone, and the same in whatever order they come."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.rapporteur.likeness import ALIKE, Likeness, likeness, pairs, stems
from facilitator.record import Kind, Note


def notes(*texts: str) -> list[Note]:
    return [Note(bytes([n]) * 16, "d", Kind.POINT, text) for n, text in enumerate(texts)]


def found(*texts: str) -> set[frozenset[str]]:
    given_ = notes(*texts)
    by_id = {note.id: note.text for note in given_}
    return {frozenset((by_id[p.one], by_id[p.other])) for p in pairs(given_, ALIKE) or ()}


OTHERS = (
    "water is the quiet item on no agenda",
    "money follows peace and not the other way round",
    "small steps verified soon beat large ones",
)


def test_two_note_takers_who_heard_the_same_are_found() -> None:
    same = ("The border has been closed since March", "border closed since march.")
    assert found(*same, *OTHERS) == {frozenset(same)}


def test_endings_capitals_and_accents_do_not_part_them() -> None:
    assert stems("Releasing prisoners") == stems("the release of the prisoner")
    assert stems("RÉSUMÉS") == stems("resume")


def test_scripts_without_spaces_are_compared_too() -> None:
    same = ("边境自三月以来关闭", "边境三月以来一直关闭")
    assert frozenset(same) in found(*same, *OTHERS)
    persian = ("مرز از ماه مارس بسته است", "مرز بسته است از مارس")
    assert frozenset(persian) in found(*persian, *OTHERS)


def test_points_of_other_subjects_are_not_offered() -> None:
    assert found(*OTHERS) == set()
    assert found("…", "?", "", "and or the") == set()


_WORDS = st.lists(
    st.sampled_from("border closed prisoners release water money peace 中国 مرز talks".split()),
    max_size=6,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS | st.text(max_size=30), max_size=14), st.randoms())
def test_the_order_in_which_points_come_plays_no_part(texts: list[str], chance: object) -> None:
    given_ = notes(*texts)
    mixed = list(given_)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = likeness(given_), likeness(mixed)
    assert isinstance(one, Likeness)
    assert one == other
    assert sorted(one.ranks.values()) == list(range(len(texts))), "everyone has a place"


@settings(max_examples=80, deadline=None)
@given(st.lists(_WORDS, max_size=12))
def test_no_pair_is_overlooked_for_speed(texts: list[str]) -> None:
    """Only points that share a rare word are compared: all pairs must come out all the same."""
    from facilitator.rapporteur import likeness as module

    given_ = notes(*texts)
    ordered = module.in_order(given_)
    weighed = module._weighed([stems(note.text) for note in ordered])
    expected = {
        (ordered[a].id, ordered[b].id)
        for a in range(len(ordered))
        for b in range(a + 1, len(ordered))
        if weighed[a] and module._shared(weighed[a], weighed[b]) >= 0.4 + 1e-9
    }
    assert expected <= {(pair.one, pair.other) for pair in pairs(given_, 0.4) or ()}


def test_work_that_nobody_waits_for_is_given_up() -> None:
    assert likeness(notes("one", "two"), lambda: False) is None
