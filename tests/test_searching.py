"""Search: words in any order, whatever their capitals and marks; narrowing changes nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conftest import plan
from facilitator.record import Kind, Note
from facilitator.searching import Search, folded

AGENDA = plan()


def note(number: int, text: str, **more: object) -> Note:
    values: dict[str, object] = {"segment": "discussion", "kind": Kind.POINT} | more
    return Note(number.to_bytes(16, "big"), text=text, **values)  # type: ignore[arg-type]


def test_marks_and_capitals_do_not_matter_in_any_script() -> None:
    texts = ["München zahlt", "Ёлка и Йод", "مذاكَرَة", "和平进程", "plain"]
    search = Search(AGENDA, [note(n, text) for n, text in enumerate(texts)])
    for words, found in [
        ("munchen", 0),
        ("ZAHLT münch", 0),
        ("елка", 1),
        ("مذاكرة", 2),
        ("进程", 3),
    ]:
        assert [each.text for each in search.look(words)] == [texts[found]]


def test_kind_topic_and_segment_are_found_too() -> None:
    asked = note(1, "who pays", kind=Kind.QUESTION, topics=("formats",), segment="qa")
    quoted = note(2, "never again", quote=True)
    search = Search(AGENDA, [asked, quoted])
    assert search.look("question #formats") == (asked,)
    assert search.look("qa") == (asked,)
    assert search.look("quote") == (quoted,)
    assert search.look("") == (asked, quoted)


_TEXTS = st.lists(st.text("aäb ßÅ", max_size=6), max_size=12)


@given(_TEXTS, st.lists(st.text("aäbB ßå", max_size=5), max_size=6))
def test_however_the_words_were_reached_the_same_points_are_found(
    texts: list[str], typed: list[str]
) -> None:
    notes = [note(n, text) for n, text in enumerate(texts)]
    search = Search(AGENDA, notes)
    for words in typed:
        wanted = folded(words).split()
        plainly = tuple(
            each
            for each in notes
            if all(word in f"{folded(each.text)}\npoint\n\ndiscussion" for word in wanted)
        )
        assert search.look(words) == plainly
