"""Which letter a word becomes in a sentence's acts, and what a word's end tells of it."""

from __future__ import annotations

from facilitator.guard import acts_en, presence_en, sources_en

MOOD = "mood"
"""In the place of a letter: a word that is a verb only where none stands."""


def plural(word: str) -> str:
    """The plural of a noun in small letters."""
    if word.endswith(("man", "person")) and word != "german":
        return word[:-3] + "men" if word.endswith("man") else word[:-6] + "people"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "sh", "x")) else "s")


def acting() -> dict[str, str]:
    """The words that become another letter in a sentence's acts."""
    found: dict[str, str] = {}
    for letter, words in (
        ("A", acts_en.PAST_AUXILIARIES),
        ("I", acts_en.PRESENT_AUXILIARIES),
        ("g", acts_en.PASTS),
        ("W", ["who", "whose", "whom", "who'd", "who's", "who've"]),
        ("R", ["rep"]),
        ("r", ["reps"]),
        ("u", acts_en.PEOPLE),
        ("L", acts_en.SIDES),
        ("P", acts_en.PERSONS),
        ("l", [plural(word) for word in acts_en.PERSONS]),
        ("B", acts_en.BODIES),
        ("b", [plural(word) for word in acts_en.BODIES]),
        ("w", ["we've", "we're", "we'd", "we'll", "i've", "i'd", "i'll"]),
        ("n", sources_en.CONTRIBUTIONS),
        ("v", presence_en.PRESENTS),
        (MOOD, [*presence_en.MOODS, *presence_en.PLURAL_PRESENTS]),
    ):
        for word in words:
            found.setdefault(word, letter)
    return found


def ending(word: str) -> str:
    """What a word's end tells of it: a verb of the past, an adverb, a person or nothing."""
    end = word[-2:]
    if end == "ed":
        return "g" if len(word) > 4 and word not in acts_en.NO_PASTS else "."
    if end == "ly":
        return "." if word in acts_en.NO_ADVERBS else "j"
    person = word.endswith(acts_en.PERSON_ENDINGS) and word not in acts_en.NO_PERSONS
    return "P" if person else "."
