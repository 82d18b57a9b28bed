"""Names of the roster in a text, word for word.

It sees full names, family names and aliases as they are written on the roster, whatever
their case and accents. Other spellings, initials, offices and descriptions it does not see.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from facilitator.roster import Participant, Roster


def names_in(roster: Roster, texts: Iterable[str]) -> tuple[str, ...]:
    """The private names that stand in `texts`, each once, as they are on the roster."""
    folded = [(text, _folded(text)) for text in texts]
    found: dict[str, None] = {}
    for person in roster.participants:
        if person.public:
            continue
        for name in _names(person):
            pattern = re.compile(rf"(?<!\w){re.escape(_folded(name))}(?!\w)")
            for text, plain in folded:
                match = pattern.search(plain)
                if match and (name != person.family or _as_a_name(name, text)):
                    found[name] = None
    return tuple(found)


def _names(person: Participant) -> list[str]:
    return [name for name in (person.name, *person.aliases, person.family) if name.strip()]


def _as_a_name(family: str, text: str) -> bool:
    """Whether a family name stands with its capital: "rice" and "long" are mostly words."""
    if not family[:1].isupper():
        return True
    plain = _stripped(text)
    return re.search(rf"(?<!\w){re.escape(_stripped(family))}(?!\w)", plain) is not None


def _stripped(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c))


def _folded(text: str) -> str:
    return _stripped(text).casefold()
