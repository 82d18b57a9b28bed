"""One spelling for many, and the way back to the original's code points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.files.countries import COUNTRIES
from facilitator.guard import places
from facilitator.guard.folding import fold, fold_name

WILD = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("aeiouüßøæéНосѕеіΑΒο\u200b\u200d\u00ad-’'\n .ﷺﬁ한국王محمد"),
    ),
    max_size=60,
)


@given(WILD)
def test_every_span_of_the_folded_text_is_a_span_of_the_original(text: str) -> None:
    folded = fold(text)
    for place in range(len(folded.text)):
        start, end = folded.span(place, place + 1)
        assert 0 <= start < end <= len(text)
    if folded.text:
        start, end = folded.span(0, len(folded.text))
        assert 0 <= start < end <= len(text)


@given(WILD)
def test_the_way_back_never_goes_backwards(text: str) -> None:
    folded = fold(text)
    places = [folded.span(place, place + 1) for place in range(len(folded.text))]
    assert places == sorted(places)


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), max_size=80))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert fold(text).text == text or "`" in text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("H\u200bosse\u00adini", "Hosseini"),
        ("Нosseini", "Hosseini"),
        ("Ηоsseini", "Hosseini"),
        ("Смирнoва", "Смирнова"),
        ("Müller-\nBrandt", "Muller-Brandt"),
        ("Müller-  \r\n  Brandt", "Muller-Brandt"),
        ("O’Brien", "O'Brien"),
        ("Kjærgaard", "Kjaergaard"),
        ("𝐇𝐨𝐬𝐬𝐞𝐢𝐧𝐢", "Hosseini"),
        ("ʜᴏssᴇɪɴɪ", "hosseini"),
        ("Ｈosseini", "Hosseini"),
        ("حسيني", "حسینی"),
        ("مُحَمَّد", "محمد"),
        ("Zoe\u0308", "Zoe"),
        ("박지훈", "박지훈"),
    ],
)
def test_what_looks_alike_is_read_alike(written: str, read: str) -> None:
    assert fold_name(written) == read


def test_a_long_word_of_another_alphabet_folds_at_once() -> None:
    assert len(fold("щ" * 4000 + "q").text) == 4001


def test_every_country_of_a_roster_has_words() -> None:
    assert places.codes() == COUNTRIES
    forms = places.forms()
    for word, code in (("norwegian", "NO"), ("swede", "SE"), ("kyrgyz", "KG"), ("uk", "GB")):
        assert forms[word][1] == {code}
