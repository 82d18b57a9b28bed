"""Attributes of Word's XML: which of them hold words, and which name somebody."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

from facilitator.files import word_words as words
from facilitator.files.word_gathered import Gathered

_HOLDS_WORDS = re.compile(r"[@\\]|[^\W\d_]\s|\s[^\W\d_]|[^\W\d_a-zA-Z]")


class Attributes:
    """Reads the attributes of one part, which is of that kind and told by that label."""

    def __init__(self, gathered: Gathered, prefix: str, kind: str, label: str) -> None:
        self._gathered = gathered
        self._prefix = prefix
        self._silent = kind in ("theme", "fonts")
        self._label = label

    def read(self, element: str, parent: str, attributes: Mapping[str, str], number: int) -> None:
        """Gather what an element says; `number` is that of the note or comment it stands in."""
        if self._silent or element in words.NO_ATTRIBUTES:
            return
        plain = {name.rpartition(" ")[2]: value for name, value in attributes.items()}
        if element == "Relationship":
            if plain.get("TargetMode") == "External":
                self._put("", unquote(plain.get("Target", "")))
            return
        for full, value in attributes.items():
            name = full.rpartition(" ")[2]
            if name in words.PEOPLE:
                self._gathered.person(self._role(element, name), value, number)
            elif any(map(str.isalpha, value)):
                place = _words_in(element, parent, name, plain)
                if place and not value.startswith(words.SET_BY_WORD):
                    self._put(place, unquote(value))
                elif not place and name not in words.NO_WORDS and _HOLDS_WORDS.search(value):
                    self._put(name, value)

    def _put(self, what: str, value: str) -> None:
        place = ", ".join(each for each in (self._label, what) if each)
        self._gathered.value(place or "text", value)

    def _role(self, element: str, name: str) -> str:
        other = words.CHANGED if name == "author" else f"settings: {name}"
        return self._prefix + words.ROLES.get((element, name), other)


def _words_in(element: str, parent: str, name: str, plain: Mapping[str, str]) -> str:
    """What to call an attribute into which somebody writes words; "" for another."""
    if name == "name":
        return words.NAMES.get(element, "")
    if name == "anchor":
        return "anchor of a link" if element == "hyperlink" else ""
    if name in ("val", "value"):
        if element == "name":
            return words.NAMED_IN.get(parent, "")
        if element == "docVar":
            return f"document variable {plain.get('name', '')}".strip()
        return words.VALUES.get(element, "")
    return words.ATTRIBUTES.get(name, "")
