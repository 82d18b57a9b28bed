"""Who was there by kind: what is told, what remains without a small number, what a comparison
with the session before would give away; and the words for numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.agenda import Category, Composition
from facilitator.publish.composition import Single, Told, differencing, present, told
from facilitator.publish.number_words import ALL, FEW, MANY, MOST, ONE, SEVERAL, SOME, row, table
from published_meeting import AGENDA, HELD


def of(*categories: Category, countries: tuple[str, ...] = (), k: int = 3) -> Composition:
    return Composition(categories, countries, k)


def tell(this: Composition, previous: Composition | None = None) -> Told:
    return told(replace(AGENDA, composition=this), HELD, previous)


# Small numbers --------------------------------------------------------------------------------


def test_what_is_told_without_a_small_number_is_proposed() -> None:
    kinds = tell(
        of(Category("former ministers", 2), Category("scholars", 4), Category("diplomats"))
    )
    assert kinds.categories == ("four scholars", "diplomats")
    assert kinds.remarks == (
        "composition count 2 'former ministers' is below 3 and tied to no public person: category"
        " left out; told without it: “Those taking part included four scholars and diplomats.”",
    )
    (remark,) = tell(of(Category("former ministers", 2))).remarks
    assert remark.endswith("category left out; no kinds are told")


def test_a_public_person_is_not_counted_among_those_to_protect() -> None:
    assert tell(of(Category("official", 1, "keynote"))).categories == ("one official",)
    assert tell(of(Category("officials", 4, "keynote"))).categories == ("four officials",)
    kinds = tell(of(Category("officials", 3, "keynote")))
    assert kinds.categories == ()
    assert "leaves 2 besides the public person, below 3" in kinds.remarks[0]


def test_what_is_published_is_what_is_told() -> None:
    small, plenty = Category("former ministers", 2), Category("scholars", 4)
    published = tell(of(small, plenty, countries=("Iran", " "))).published
    assert published == of(plenty, countries=("Iran",))
    assert told(AGENDA, replace(HELD, composition=None)).published == Composition()


def test_how_many_were_there_is_known_only_where_every_kind_has_a_number() -> None:
    assert present(of(Category("scholars", 4), Category("diplomats", 3))) == 7
    assert present(of(Category("scholars", 4), Category("diplomats"))) is None
    assert present(of()) is None


# A comparison with the session before ---------------------------------------------------------

BEFORE = of(Category("scholars", 5), Category("diplomats", 4), countries=("Iran", "India"))


@pytest.mark.parametrize(
    ("this", "found"),
    [
        (BEFORE, []),
        (replace(BEFORE, categories=(Category("Scholars.", 5), Category("diplomats", 4))), []),
        (replace(BEFORE, categories=(Category("scholars", 7), Category("diplomats", 4))), []),
        (replace(BEFORE, categories=(Category("scholars"), Category("diplomats", 4))), []),
        (replace(BEFORE, categories=(Category("judges", 6), Category("diplomats", 4))), []),
        (
            replace(BEFORE, categories=(Category("scholars", 6), Category("diplomats", 4))),
            [Single("scholars", "", True)],
        ),
        (
            replace(BEFORE, categories=(Category("scholars", 6), Category("diplomats", 3))),
            [Single("scholars", "", True), Single("diplomats", "", False)],
        ),
        (replace(BEFORE, countries=("Iran", "India", "Norway")), [Single("", "Norway", True)]),
        (replace(BEFORE, countries=("Iran",)), [Single("", "India", False)]),
        (replace(BEFORE, countries=("Iran", "India", "Norway", "Chad")), []),
        (replace(BEFORE, countries=()), []),
        (
            of(
                Category("scholars", 6),
                Category("diplomats", 4),
                countries=("India", "IRAN", "Norway"),
            ),
            [Single("scholars", "Norway", True)],
        ),
        (
            of(
                Category("scholars", 6),
                Category("diplomats", 5),
                countries=("India", "Iran", "Norway"),
            ),
            [
                Single("scholars", "", True),
                Single("diplomats", "", True),
                Single("", "Norway", True),
            ],
        ),
    ],
)
def test_a_comparison_shows_whoever_came_or_left_alone(
    this: Composition, found: list[Single]
) -> None:
    assert list(differencing(BEFORE, this)) == found
    turned = [replace(single, joined=not single.joined) for single in found]
    assert sorted(map(str, differencing(this, BEFORE))) == sorted(map(str, turned))


def test_lists_of_countries_are_compared_only_where_both_are_told() -> None:
    one = replace(BEFORE, countries=("Iran",))
    none = replace(BEFORE, countries=())
    assert differencing(one, none) == differencing(none, one) == ()


def test_a_public_person_who_joins_is_no_secret() -> None:
    this = replace(
        BEFORE, categories=(Category("scholars", 6, "keynote"), Category("diplomats", 4))
    )
    assert differencing(BEFORE, this) == ()


def test_whoever_exports_hears_what_a_comparison_shows() -> None:
    this = of(
        Category("scholars", 6), Category("diplomats", 4), countries=("Iran", "India", "Norway")
    )
    assert tell(this, BEFORE).remarks == (
        "compared with the session before, the composition shows one person of 'scholars' and"
        " from Norway who was in this session and not in the one before: leave out the number of"
        " 'scholars' and Norway, or keep it knowingly",
    )
    assert tell(this).remarks == ()
    # A number that is not told cannot be compared either.
    assert tell(replace(this, k=9), BEFORE).categories == ()
    assert [r for r in tell(replace(this, k=9), BEFORE).remarks if "'scholars' and" in r] == []


# Words for numbers ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("voices", "present", "wanted"),
    [
        *((1, 20, ONE), (2, 20, FEW), (3, 20, FEW), (4, 20, SEVERAL), (6, 20, SEVERAL)),
        *((7, 21, MANY), (7, 20, MANY), (10, 20, MANY), (11, 20, MOST), (20, 20, MOST)),
        *((3, 8, FEW), (4, 8, MANY), (5, 8, MOST), (4, 12, MANY), (4, 13, SEVERAL)),
        *((1, 7, ONE), (2, 7, SOME), (3, 7, SOME), (4, 7, MOST), (2, 4, SOME), (3, 4, MOST)),
        *((1, None, ONE), (3, None, FEW), (4, None, SEVERAL), (99, None, SEVERAL)),
    ],
)
def test_words_for_so_many_voices(voices: int, present: int | None, wanted: object) -> None:
    assert row(voices, present) is wanted
    assert row(voices, present, tested=True) is ALL


@given(st.integers(1, 60), st.none() | st.integers(1, 60))
def test_every_word_stands_in_the_table_that_is_printed(voices: int, among: int | None) -> None:
    assert row(voices, among) in table(among)
