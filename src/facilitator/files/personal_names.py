"""A name as somebody typed it into a form: titles off, and which part is the family name.

The order of names is cultural, so it is told only where the writing tells it (a comma, two
columns, capitals); otherwise there is a proposal and a doubt, and a person decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

FAMILY_FIRST = frozenset({"CN", "HK", "HU", "JP", "KH", "KP", "KR", "MO", "SG", "TW", "VN"})
"""Countries in whose languages the family name usually stands first."""

_TITLES = frozenset(
    """
    adm admiral air amb ambassador baron baroness brig brigadier capt captain chief col colonel
    commander commodore dame doctor dr eng engineer excellency father gen general h.e he hajji
    haji hon honourable honorable hrh imam judge justice lady lieutenant lord lt maj major marshal
    maulana minister miss mme mr mrs ms mx mullah p.d prof professor rabbi rev reverend retd rtd
    senator sheikh shaikh sir ustad vice sayyid m mlle herr frau his her
    """.split()
)
_DEGREES = frozenset("phd ph.d md m.d jr sr ii iii iv esq obe cbe mbe kbe cmg kcmg llm mba".split())
_ONLY_BEFORE_OTHERS = frozenset({"he", "m", "his", "her", "air", "vice", "p.d", "eng"})
_PARTICLES = frozenset(
    "af al ap ben bin bint da dal de degli dei del della den der di do dos du el ibn la las le los"
    " ter ten van vom von y zu zum zur".split()
)
_IN_BRACKETS = re.compile(r"\s*[(\[（]([^()\[\]（）]{1,200})[)\]）]")
_NO_SPELLING = frozenset(
    "guest host co-host external unverified me presenter organizer organiser attendee he/him"
    " she/her they/them he/him/his she/her/hers you (you) gast invité".split()
)
_RETIRED = re.compile(r"\((?:retd?|rtd|ret'd)\.?\)", re.IGNORECASE)
_AFTER = re.compile(r"\s+(?:[|–—/#]|-)\s+(.+)$")
_MAIL = re.compile(r"<?\b[^\s<>;,\"']+@[^\s<>;,\"']+\b>?")
_DEVICE = re.compile(
    r"\b(?:iphone|ipad|galaxy|android|pixel|macbook|laptop|desktop|redmi|huawei|samsung|xiaomi|"
    r"oppo|vivo|zoom user|guest|unknown|anonym\w*|call-in|phone|room|meeting|interpreter|"
    r"interpretation|notetaker|note taker|recorder|recording|otter|fireflies|read\.ai|host|admin|"
    r"technical|support|moderator|test)\b|^\+?[\d\s().*x-]{5,}$|\d{3,}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as read. `proposed` is the place and number of words that may be the family name.

    With `doubt` a person has to say; `given` and `family` are empty until then. `behind` is
    what stood behind a dash or another sign: mostly a body.
    """

    full: str
    given: str = ""
    family: str = ""
    honorifics: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    doubt: bool = False
    proposed: tuple[int, int] = (0, 0)
    remarks: tuple[str, ...] = ()
    behind: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(self.full.split())

    def decided(self, first: int, number: int) -> Name:
        """The name whose family name is `number` words from word `first` (from 0); 0: none."""
        words = self.words
        if not 0 <= first <= first + number <= len(words):
            raise ValueError("the family name is within the name")
        family = " ".join(words[first : first + number])
        given = " ".join((*words[:first], *words[first + number :])) if number else ""
        return replace(self, given=given, family=family, doubt=False)


def without_mail(text: str) -> str:
    """The text with every e-mail address taken out."""
    return " ".join(_MAIL.sub("", text).replace('"', " ").split()).strip(" ,;")


def no_person(text: str) -> bool:
    """Whether this is more likely a telephone, a room or a helper than somebody's name."""
    return not any(letter.isalpha() for letter in text) or bool(_DEVICE.search(text))


def read_name(text: str, country: str = "", *, original: bool = False) -> Name:
    """One name in one cell. With `original` brackets hold another spelling of the same name."""
    text = without_mail(text)
    honorifics: list[str] = []
    if _RETIRED.search(text):
        text = _RETIRED.sub(" ", text)
        honorifics.append("(retd)")
    remarks: list[str] = []
    aliases = [found.strip() for found in _IN_BRACKETS.findall(text)]
    aliases = [each for each in aliases if each.casefold() not in _NO_SPELLING]
    text = _IN_BRACKETS.sub(" ", text).strip()
    if aliases and not original:
        remarks.append(f"“{aliases[0]}” in brackets: read as another spelling of the name")
    body = ""
    if behind := _AFTER.search(text):
        body, text = behind.group(1).strip(), text[: behind.start()].strip()
    titles, text = _titles(text)
    honorifics = [*titles, *honorifics]
    made = Name("", honorifics=tuple(honorifics), aliases=tuple(aliases), remarks=tuple(remarks))
    made = replace(made, behind=body)
    if "," in text:
        before, _, after = (part.strip() for part in text.partition(","))
        more, after = _titles(after)
        made = replace(made, honorifics=(*made.honorifics, *more))
        if not before or not after or after.casefold().strip(".") in _DEGREES:
            text = before or after
        else:
            return replace(made, full=f"{after} {before}", given=after, family=before)
    return _ordered(replace(made, full=" ".join(text.split())), country)


def two_columns(given: str, family: str) -> Name:
    """A name whose parts came in columns of their own; titles may stand in front of the first."""
    titles, given = _titles(without_mail(given))
    more, family = _titles(without_mail(family))
    full = " ".join(part for part in (given, family) if part)
    if not given or not family:
        return Name(full, honorifics=(*titles, *more))
    return Name(full, given, family, (*titles, *more))


def _titles(text: str) -> tuple[list[str], str]:
    """The titles in front of a name, and the rest."""
    words, found = text.split(), []
    while len(words) > 1:
        folded = words[0].casefold().strip(".,")
        again = words[1].casefold().strip(".,")
        alone = folded in _ONLY_BEFORE_OTHERS and not words[0].endswith(".")
        if folded not in _TITLES or (alone and again not in _TITLES):
            break
        found.append(words.pop(0).strip(","))
    if found:
        # "Lt Gen" is one title, "Professor Dr" are two that are always said together.
        return [" ".join(found)], " ".join(words)
    return [], " ".join(words)


def _ordered(name: Name, country: str) -> Name:
    words = name.words
    if len(words) < 2:
        return name
    capitals = [place for place, word in enumerate(words) if _in_capitals(word)]
    in_a_row = capitals == list(range(capitals[0], capitals[-1] + 1)) if capitals else False
    if (
        in_a_row
        and len(capitals) < len(words)
        and (capitals[0] == 0 or capitals[-1] == len(words) - 1)
    ):
        decided = name.decided(capitals[0], len(capitals))
        return replace(decided, remarks=(*name.remarks, "capitals: the family name"))
    if country in FAMILY_FIRST:
        return replace(name, doubt=True, proposed=(0, 1))
    first = len(words) - 1
    while first > 1 and words[first - 1].casefold().strip("-'’") in _PARTICLES:
        first -= 1
    return replace(name, doubt=True, proposed=(first, len(words) - first))


def _in_capitals(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)
