"""The line of every key, whatever the layout of the file."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from typing import Any

import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.files.positions import locate

DECOYS = st.sampled_from(
    ['# [x]\n"""', "a = 1", "[[y]]", "''' \"", "\\", "}, {", "x\ny\n]", 'say """"', "'", "", "[\n"]
)
LEAVES: st.SearchStrategy[Any] = st.one_of(
    st.integers(-5, 5), st.booleans(), DECOYS, st.lists(DECOYS, max_size=3),
    st.just(date(2020, 5, 28)),
)  # fmt: skip


def _with_unique_keys(value: Any, counter: list[int]) -> Any:
    if isinstance(value, dict):
        made = {}
        for key, inner in value.items():
            counter[0] += 1
            name = f"k{counter[0]}{key}"
            made[name] = _with_unique_keys(inner, counter)
        return made
    if isinstance(value, list):
        return [_with_unique_keys(inner, counter) for inner in value]
    return value


KEYS = st.sampled_from(["", "z", " q", ".d", '"', "#", "é", "]", "'", "\n"])
TREES = st.recursive(
    st.dictionaries(KEYS, LEAVES, max_size=4),
    lambda inner: st.dictionaries(
        KEYS, st.one_of(LEAVES, inner, st.lists(inner, min_size=1, max_size=3)), max_size=4
    ),
    max_leaves=8,
).map(lambda tree: _with_unique_keys(tree, [0]))


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in leaves(inner, (*path, key))]
    if isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
        return [found for n, inner in enumerate(value) for found in leaves(inner, (*path, n))]
    return [path] if path and isinstance(path[-1], str) else []


def assert_all_found(text: str, tree: Any) -> None:
    positions = locate(text)
    for path in leaves(tree):
        number = re.match(r"k\d+", str(path[-1]))
        assert number is not None
        first = re.search(rf"{number.group()}(?!\d)", text)
        assert first is not None
        assert positions.line(path) == text[: first.start()].count("\n") + 1, (path, text)


@settings(max_examples=150, deadline=None)
@given(TREES, st.booleans())
def test_every_key_of_a_written_document_is_found(tree: dict[str, Any], blocks: bool) -> None:
    assert_all_found(tomli_w.dumps(tree, multiline_strings=blocks), tree)


def _quoted(draw: st.DrawFn, key: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9_-]+", key) and draw(st.booleans()):
        return key
    if "'" not in key and "\n" not in key and draw(st.booleans()):
        return f"'{key}'"
    head = re.match(r"k\d+", key)
    assert head is not None
    rest = "".join(f"\\u{ord(letter):04x}" for letter in key[head.end() :])
    return f'"{head.group()}{rest}"'


def _value(draw: st.DrawFn, value: Any) -> str:
    if isinstance(value, dict):
        inner = (f"{_quoted(draw, key)} = {_value(draw, each)}" for key, each in value.items())
        return "{ " + ", ".join(inner) + " }"
    if isinstance(value, list):
        gap = draw(st.sampled_from(["", " ", "\n", " # ] , [\n", "\n\n  "]))
        return f"[{gap}" + "".join(f"{_value(draw, each)}{gap},{gap}" for each in value) + "]"
    if isinstance(value, str) and draw(st.booleans()):
        text = value.replace("\\", "\\\\").replace('"""', '""\\"')
        text = text[:-1] + '\\"' if text.endswith('"') and not text.endswith('\\"') else text
        return f'"""{text}"""'
    return tomli_w.dumps({"x": value}).removeprefix("x = ").strip()


@st.composite
def laid_out(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A document with dotted keys, inline tables, remarks and lists over several lines."""
    tree = draw(TREES)
    lines: list[str] = []

    def table(content: dict[str, Any], prefix: str) -> None:
        later = []
        for key, value in content.items():
            name = _quoted(draw, key)
            lines.extend(draw(st.sampled_from([[], [""], ["# a = 1 [[x"], ["   "]])))
            tables = isinstance(value, list) and value and all(isinstance(v, dict) for v in value)
            if isinstance(value, dict) and value and draw(st.booleans()):
                for inner, each in value.items():
                    lines.append(f"{name} . {_quoted(draw, inner)}={_value(draw, each)} # '''")
            elif (isinstance(value, dict) or tables) and draw(st.booleans()):
                later.append((name, value))
            else:
                lines.append(f"  {name}  = {_value(draw, value)}")
        for name, value in later:
            for each in value if isinstance(value, list) else [value]:
                opening, closing = ("[[", "]]") if isinstance(value, list) else ("[", "]")
                lines.append(f"{opening} {prefix}{name} {closing} # [no]")
                table(each, f"{prefix}{name}.")

    table(tree, "")
    return "\n".join(lines), tree


@settings(max_examples=250, deadline=None)
@given(laid_out())
def test_every_key_of_a_document_laid_out_by_hand_is_found(
    made: tuple[str, dict[str, Any]],
) -> None:
    text, tree = made
    assert tomllib.loads(text) == tree  # else this test writes something else than it means
    assert_all_found(text, tree)


def test_entries_of_lists_and_tables_have_lines_of_their_own() -> None:
    text = '[a]\nx = [\n  "1",\n  # no\n  "2",\n]\n[[b]]\n[[b]]\ny = { z = [ { q = 1 } ] }\n'
    positions = locate(text)
    assert positions.line(("a", "x", 1)) == 5
    assert positions.line(("b", 1)) == 8
    assert positions.line(("b", 1, "y", "z", 0, "q")) == 9
    assert positions.line(("b", 0, "missing")) == 7
    assert positions.line(("nowhere",)) == 1
