"""English grammar for the frames of the texts: words as data, and small pure functions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from facilitator.agenda import Organisation


def _list(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_MONTHS = _list(
    "January February March April May June July August September October November December"
)
_NUMBERS = _list("zero one two three four five six seven eight nine ten eleven twelve")
_ORDINALS = _list("first second third fourth fifth sixth seventh eighth ninth tenth")

# A name whose head noun is one of these takes "the".
_GENERIC = frozenset(
    _list("""academy agency alliance assembly association authority bank board bureau center centre
    chamber club commission committee commonwealth confederation conference consortium
    corporation council court delegation department directorate division embassy emirate
    emirates endowment federation fellowship forum foundation fund government group initiative
    institute institution kingdom league library ministry mission museum nations netherlands
    network office organisation organization parliament philippines platform presidency
    principality programme program project republic school secretariat senate service society
    state states stiftung sultanate trust union""")
)
_SCHOOLS = frozenset({"university", "college"})  # "Kabul University", "the University of Kabul"
_SHORT_WITH_ARTICLE = frozenset(_list("EU OSCE SCO UAE UK UN US USA"))
_PREPOSITIONS = frozenset(_list("at for from in of on to"))
_DETERMINERS = frozenset(_list("a an her his its my our the their this"))

# Words that open a topic or a plan and are no names, whatever follows them …
_PLAIN = frozenset(
    _list("""a about achievements after again an and another approaches as aspects assessing at
    beyond both building challenges changes common continued cooperation current developments
    dialogue different discussions during early economic efforts ensuring exploring five for
    four from further future how implications improving in its joint key lessons looking
    making more most next obstacles of on one open opportunities options other our outlook
    paths perspectives planned possible priorities progress promoting prospects questions
    reaching recent regular relations renewed rethinking risks scenarios second several
    shared some steps strengthening the their third three to today towards toward two
    understanding ways what when where whether which who why with""")
)
# … and words that are no names unless a capital follows: "Regional trade", "Regional Command".
_PLAIN_ALONE = frozenset(
    _list("""black border central civil climate conflict development east education energy foreign
    general global great human humanitarian international internal local middle migration
    military national new north peace political power public red regional security social
    south state sustainable trade transport united war water west white women world
    young youth""")
)

_ENDS = ".!?:…؟۔。！？।"
_CLOSERS = "”’\"'»)]"
_MARKS = "\u200c\u200d\u200e\u200f"
_ABBREVIATION = re.compile(r"(?:\b\w\.\w\.|\betc\.|\bal\.)$")


def squeezed(text: str) -> str:
    """`text` with every run of white space as one space, and none at its ends."""
    return " ".join(text.split())


def join(items: Sequence[str]) -> str:
    """The items as a list in a sentence: "A, B and C"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def number(count: int) -> str:
    """A word up to twelve, figures above."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"


def ordinal(place: int) -> str:
    """The word for a place counted from 1; "further" past the tenth."""
    return _ORDINALS[place - 1] if 1 <= place <= len(_ORDINALS) else "further"


def day(when: date) -> str:
    """The date as "28 May 2020"."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def capital(text: str) -> str:
    """`text` with a plain lower-case first letter raised; any other first character stays."""
    return text[0].upper() + text[1:] if "a" <= text[:1] <= "z" else text


def indefinite(phrase: str) -> str:
    """The phrase behind "a" or "an", chosen by how its first word sounds."""
    first = re.split(r"[\s-]", phrase, maxsplit=1)[0]
    if len(first) > 1 and first.isupper() and first.isalpha():
        vowel = first[0] in "AEFHILMNORSX" and first not in {"NATO", "SAARC"}
    else:
        low = first.lower()
        consonant = low.startswith(("uni", "use", "eur", "one", "once", "ubiq", "uto"))
        vowel = low.startswith(("a", "e", "i", "o", "u", "8", "hour", "honest", "honour", "heir"))
        vowel = (vowel and not consonant) or low in {"11", "18"}
        vowel = vowel or low.startswith(("unin", "unim", "unid"))
    return f"{'an' if vowel else 'a'} {phrase}"


def takes_the(name: str) -> bool:
    """Whether the name of a body or a country is used with "the"; a guess from its head noun."""
    words = re.split(r"[\s-]+", name.strip())
    low = [word.strip(",.()").lower() for word in words]
    if low[0] == "the":
        return False
    if len(low) == 1:
        return words[0] in _SHORT_WITH_ARTICLE or low[0] in {"netherlands", "philippines"}
    cut = next((at for at, word in enumerate(low) if at and word in _PREPOSITIONS), len(low))
    if low[cut - 1] in _SCHOOLS and cut < len(low):
        return low[cut] == "of"
    return low[cut - 1] in _GENERIC or low[-1] in _GENERIC or low[0] == "stiftung"


def with_article(name: str, article: str | None = None) -> str:
    """The name as it stands inside a sentence; `article` None guesses, "" means none."""
    name = squeezed(name)
    if not name or name.split()[0].lower() in _DETERMINERS:
        return name
    if article is None:
        article = "the" if takes_the(name) else ""
    return squeezed(f"{article} {name}")


def possessive(name: str) -> str:
    """The name with an apostrophe, and an s unless it ends in one."""
    return f"{name}’" if name[-1:] in "sS" else f"{name}’s"


def called(body: Organisation) -> str:
    """A body's full name inside a sentence, with its parent and its short name."""
    name, short, parent = squeezed(body.name), squeezed(body.short), squeezed(body.parent)
    if not name:
        name, short = short, ""
    if parent and name:
        # "New York University’s Center": the possessive stands for the article.
        own = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)
        phrase = f"{possessive(with_article(parent, body.article))} {own}"
    else:
        phrase = with_article(name or parent, body.article)
    return f"{phrase} ({short})" if short and short != name else phrase


def briefly(body: Organisation) -> str:
    """A body's short name, once the full one has been told; else the full one."""
    short = squeezed(body.short)
    return with_article(short) if short else called(body)


def mid_sentence(text: str) -> str:
    """`text` as it stands inside a sentence: a plain English first word loses its capital."""
    words = text.split(maxsplit=2)
    if not words or not re.fullmatch(r"[A-Z][a-z]*,?", words[0]):
        return text
    first = words[0].rstrip(",").lower()
    second = words[1].strip("“”\"',.;:") if len(words) > 1 else ""
    before_capital = second[:1].isupper()
    if before_capital and second.lower() in _PLAIN | _PLAIN_ALONE:
        return text  # every word has a capital: a title, kept as it is
    if text.startswith("The Hague"):
        return text
    if first in _PLAIN or (first in _PLAIN_ALONE and not before_capital):
        return text[0].lower() + text[1:]
    return text


def bare(text: str) -> str:
    """`text` without a full stop, comma or semicolon at its end."""
    text = squeezed(text)
    return text if _ABBREVIATION.search(text) else text.rstrip(" .,;")


def ends_closed(text: str) -> bool:
    """Whether `text` ends a sentence, closing quotes and brackets aside."""
    return text.rstrip(_MARKS).rstrip(_CLOSERS + _MARKS)[-1:] in tuple(_ENDS)


def sentence(text: str) -> str:
    """`text` with a capital and, unless its end closes it, a full stop."""
    text = squeezed(text)
    return capital(text if ends_closed(text) else f"{text.rstrip(' ,;')}.")


def introducing(text: str) -> str:
    """`text` with a capital and a colon, above the points it introduces.

    A question or an exclamation keeps its own mark.
    """
    text = squeezed(text)
    if text.rstrip(_CLOSERS + _MARKS).endswith(("?", "!", "؟", "？", "！")) or text.endswith(":"):
        return capital(text)
    return capital(f"{bare(text)}:")


def quoted(text: str) -> str:
    """`text` in quotation marks, unless it stands in a pair of them already."""
    text = squeezed(text)
    for left, right in ("“”", '""', "«»", "„“", "‘’", "''"):
        inside = text[1:-1]
        if text.startswith(left) and text.endswith(right) and len(text) > 1:
            if left in inside or right in inside:
                continue  # several quotations, not one around the whole
            return text
    return f"“{text}”"


def titled(text: str) -> str:
    """A title in quotation marks; those inside become single ones."""
    inner = re.sub(r'[“„«]|(?<!\S)"', "‘", bare(text))
    inner = re.sub(r'[”»"]', "’", inner)
    return f"“{inner}”"
