"""Organisations and offices of the roster, as phrases for the frames."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from facilitator.guard import places
from facilitator.guard.folding import fold_name
from facilitator.guard.frames import Language, words_of
from facilitator.guard.lexicon import is_word
from facilitator.guard.tokens import Tokens
from facilitator.roster import Participant

_PARTED = re.compile(r"'|[jAI]*[Vi](?!6)")
"""What follows the kind of a body that stands for its name."""

_OF_MEETINGS = frozenset("committee board council conference forum".split())
_SMALL = frozenset("of for and the on in at to de des du la le und fur y e del della & ,".split())
_GENERIC = frozenset(
    """institute institution centre center forum foundation council society academy school
    university college ministry department office bank agency commission committee group
    association union federation network organisation organization international national
    institute's research policy studies strategic security political economic foreign affairs
    peace defence defense development world global european african asian central federal
    royal state public private company corporation limited ltd inc gmbh ag plc project
    programme program initiative fund trust secretariat mission embassy delegation board
    authority service services laboratory lab alliance league congress assembly party house
    unit team analysis strategy cooperation relations regional dialogue action relief aid
    media news press times post journal review bureau directorate general north south east
    west northern southern eastern western united nations human rights law legal trade
    finance health education energy water climate science technology systems reserve good
    offices""".split()
)
_VOICES = frozenset(
    """ministry government bank nations fund commission department office parliament court
    secretariat agency police army navy reserve treasury embassy congress senate assembly
    authority administration directorate world european union party""".split()
)
_HEADS = frozenset(
    """fund bank commission foundation board institute ministry agency authority council secretariat
    chamber center centre forum academy society union committee trust federation conference
    association company department directorate institution treasury""".split()
)
"""Kinds of bodies by which one of them is called: the Fund, the Bank."""

_HEARD = frozenset(
    """un who imf nato eu ecb fed osce unhcr unicef wto iaea icrc wfp undp unesco fao ilo oecd
    asean opec gcc boe boj rba pboc rbi snb fsb adb afdb ebrd eib ifc wb igad au ecowas""".split()
)


@dataclass(slots=True)
class Bodies:
    """`phrases` for the frames; `of` tells which organisation a phrase means, `quiet` those
    that do not speak to the public anyway, `plain` names that are words too, `heads` what kinds
    of body they are, `offices` who has the words of an office or style, `members` who works
    for a body, `countries` where everybody comes from."""

    phrases: dict[str, list[tuple[list[str], str]]] = field(default_factory=dict)
    capitals: frozenset[str] = frozenset()
    quiet: frozenset[str] = frozenset()
    disclosed: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    offices: dict[frozenset[str], set[int]] = field(default_factory=dict)
    countries: tuple[str, ...] = ()
    members: dict[str, set[int]] = field(default_factory=dict)
    names: frozenset[frozenset[str]] = frozenset()
    """The words of every organisation's name, but of those that the hosts have named."""
    parties: bool = False
    """Whether people of several parties sit there."""

    def parted(self, tokens: Tokens, letters: str) -> str:
        """`letters` with those of a body by the kind of it, where a capital makes a name of
        that: "the Fund's director", but not "the Fund for Peace"."""
        found: list[str] | None = None
        heads = self.heads - _OF_MEETINGS
        if heads.isdisjoint(tokens.lower):
            return letters
        for at in range(1, len(letters)):
            if letters[at] not in "B.Z" or tokens.lower[at] not in heads:
                continue
            if tokens.lower[at - 1] != "the" or not tokens.capital(at):
                continue
            if tokens.lower[at - 2 : at - 1] != ["per"] and not _PARTED.match(letters, at + 1):
                continue
            found = found or list(letters)
            found[at] = "X"
        return letters if found is None else "".join(found)

    def knows(self, said: str) -> bool:
        """Whether these words are a whole form of some organisation's name."""
        first, *rest = said.split()
        return any(words == rest for words, _ in self.phrases.get(first, ()))


def build(
    participants: Sequence[Participant], disclosed: Iterable[str], language: Language
) -> Bodies:
    """The organisations and offices of these people; `disclosed` are names of bodies that the
    hosts have told the public."""
    phrases: dict[str, dict[tuple[str, ...], str]] = {}
    capitals: set[str] = set()
    quiet: set[str] = set()
    hosts: set[str] = set()
    plain: set[str] = set()
    heads: set[str] = set()
    offices: dict[frozenset[str], set[int]] = {}
    members: dict[str, set[int]] = {}
    names: set[frozenset[str]] = set()

    def put(words: Iterable[str], letter: str) -> str:
        first, *rest = words
        phrases.setdefault(first, {}).setdefault(tuple(rest), letter)
        return " ".join((first, *rest))

    named = {form for body in disclosed for form in _names(body, ())}
    affiliations: dict[tuple[str, tuple[str, ...]], set[int]] = {}
    for place, who in enumerate(participants):
        affiliations.setdefault((who.affiliation, who.acronyms), set()).add(place)
    for (affiliation, acronyms), theirs in affiliations.items():
        forms = _names(affiliation, acronyms)
        hidden = not forms.isdisjoint(named)
        voice = _public_voice(affiliation, acronyms)
        if not hidden:
            names.add(frozenset(fold_name(affiliation).lower().split()))
            heads.update(_HEADS.intersection(fold_name(affiliation).lower().split()))
        for form in forms:
            words = words_of(form)
            if not words:
                continue
            if len(words) == 1:
                if not _distinctive(words[0], form, language):
                    if form != fold_name(affiliation) or not words[0].isalpha():
                        continue
                    plain.add(words[0])
                if sum(letter.isupper() for letter in form) > 1:
                    capitals.add(words[0])
            said = put(words, "X")
            members.setdefault(said, set()).update(theirs)
            if hidden:
                hosts.add(said)
            elif not voice:
                quiet.add(said)
    for place, who in enumerate(participants):
        for style in (who.office, *who.honorifics):
            if style:
                offices.setdefault(_words(style), set()).add(place)
    for office in dict.fromkeys(who.office for who in participants if who.office):
        short = _initials(office)
        if short:
            put((short,), "Y")
            offices.setdefault(frozenset((short,)), set()).update(
                place for place, who in enumerate(participants) if who.office == office
            )
        for form in _offices(office):
            words = words_of(form)
            if len(words) > 1 or words[0] not in language.single:
                put(words, "Y")
    return Bodies(
        {
            first: sorted(
                ((list(rest), letter) for rest, letter in ends.items()),
                key=lambda end: -len(end[0]),
            )
            for first, ends in phrases.items()
        },
        frozenset(capitals),
        frozenset(quiet),
        frozenset(hosts | {" ".join(words_of(form)) for form in named}),
        frozenset(plain),
        frozenset(heads - {word for form in named for word in form.lower().split()}),
        offices,
        tuple(who.country.upper() for who in participants),
        members,
        frozenset(names),
        len({who.affiliation for who in participants if "party" in who.affiliation.lower()}) > 1,
    )


def _initials(office: str) -> str:
    """DG for a director-general, in small letters."""
    words = re.sub(r"(?i)^(?:former|ex|retired|acting)[ -]", "", fold_name(office))
    words = re.split(r",| (?:of|for|to|at|in) ", words)[0]
    parts = re.split(r"[ -]", words)
    short = "".join(part[0] for part in parts if part).lower()
    return short if len(short) > 2 or short in {"dg", "ed", "vp", "sg", "pm", "ps"} else ""


def _words(style: str) -> frozenset[str]:
    """The words of an office or a style, with the nouns for whoever has it."""
    words = words_of(fold_name(style))
    return frozenset((*words, *(noun for word in words for noun in _BEARERS.get(word, ()))))


_BEARERS = {
    "lord": ("peer",), "baroness": ("peer",), "lady": ("peer",), "viscount": ("peer",),
    "earl": ("peer",), "sir": ("knight",), "dame": ("knight",), "monsignor": ("priest", "cleric"),
    "father": ("priest", "cleric"), "reverend": ("priest", "cleric"), "rev": ("priest", "cleric"),
    "imam": ("cleric",), "mullah": ("cleric",), "rabbi": ("cleric",), "bishop": ("cleric",),
    "gen": ("general",), "col": ("colonel",), "brig": ("brigadier",), "adm": ("admiral",),
    "capt": ("captain",), "maj": ("major",), "amb": ("ambassador",), "prof": ("professor",),
    "lt": ("lieutenant",), "cdr": ("commander",), "justice": ("judge",), "judge": ("justice",),
}  # fmt: skip
"""What bearers of a style are called."""


def _names(affiliation: str, acronyms: tuple[str, ...]) -> set[str]:
    """The forms in which an organisation is written."""
    name = re.sub(r"^(?:the|The)\s+", "", fold_name(affiliation))
    forms = {fold_name(acronym) for acronym in acronyms if acronym.strip()}
    if not name:
        return forms
    forms.add(name)
    if "(" in name:
        name = re.sub(r"\s*\([^)]*\)", "", name).strip()
        forms.add(name)
    words = name.replace(",", " ").split()
    solid = [word for word in words if word.lower() not in _SMALL]
    short = "".join(word[0] for word in solid if word[0].isupper())
    if 3 <= len(short) <= 6 and short.isupper():
        forms.add(short)
    match = re.match(r"(?i)(ministry|department|office) (?:of|for) (?:the )?([\w ]+)$", name)
    if match:
        forms.add(f"{match[2]} {match[1]}")
    match = re.match(r"(?i)(.+?) (?:of|for|on|in) ", name)
    if (
        match
        and len(match[1].split()) > 1
        and any(word not in _GENERIC and not is_word(word) for word in match[1].lower().split())
    ):
        forms.add(match[1])
    countries = _words_of_countries(name)
    if len(solid) > 1:
        if solid[-1].lower() in _GENERIC and len(solid) > 2 and solid == words:
            forms.add(" ".join(solid[:-1]))
        for word in solid:
            if word.lower() not in _GENERIC and word not in countries:
                forms.add(word)
    forms |= _shortened(words)
    return {
        form
        for form in forms
        if len(form) > 1 and (form.lower() not in _GENERIC or (form.isupper() and len(form) < 6))
    }


def _words_of_countries(name: str) -> set[str]:
    """The words of countries of several words in an organisation's name: "Costa Rica"."""
    words, known = name.split(), places.forms()
    found: set[str] = set()
    for size in (3, 2):
        for at in range(len(words) - size + 1):
            if " ".join(words[at : at + size]).lower() in known:
                found.update(words[at : at + size])
    return found


def _shortened(words: list[str]) -> set[str]:
    """Forms of a name without its country, and up to "for" or "of": "Coast Guard"."""
    country = places.forms()
    found: set[str] = set()
    ends: set[str] = set()
    cuts = [words]
    for place, word in enumerate(words):
        if word in {"of", "for", "on", "in", "and", "-"}:
            cuts.append(words[:place])
            break
    for cut in cuts:
        for size in (3, 2, 1):
            if " ".join(cut[:size]).lower() in country:
                found.add(" ".join(cut[size:]))
            if len(cut) > size and " ".join(cut[-size:]).lower() in country:
                found.add(" ".join(cut[:-size]))
    first = words[0].lower()
    if first in _WHERE or not (first.isalpha() and is_word(first)):
        found.add(" ".join(words[1:]))
    if len(words) > 2 and words[-1].lower() in _HEADS | _MORE_HEADS:
        tail = words[-2:]
        if tail[0].lower() not in _WHERE | _SMALL and tail[0][0].isupper():
            ends.add(" ".join(tail))
    turned = re.match(r"(?:\w+ )??(\w+) (?:of|for) (?:the )?(\w+s)$", " ".join(words))
    if turned and turned[1].lower() in _TURNING:
        found.add(f"{turned[2]}' {turned[1]}")
    found.update(" ".join(cut) for cut in cuts[1:])
    return ends | {form for form in found if _telling(form.lower().split())}


_MORE_HEADS = frozenset("coalition alliance centre center network league mission".split())
_WHERE = frozenset(
    """international national european african asian american arab royal federal world global
    united pan-african inter-american nordic baltic atlantic pacific""".split()
)
"""What people leave out in front of a name: the (International) Crisis Group."""

_TURNING = frozenset(
    """commission council forum committee association union conference league federation network
    guild congress institute society""".split()
)
"""Bodies that may stand behind whose they are: "the Jurists' Commission"."""


_WATERS = frozenset("sea seas gulf ocean river lake basin delta strait valley coast horn".split())
"""What a place's name ends with, which may stand for itself in the name of a body."""


def _telling(words: list[str]) -> bool:
    """Whether two words or more are not all of those that many names have."""
    return (
        len(words) > 1
        and not all(word in _GENERIC or word in _SMALL for word in words)
        and not {words[0], words[-1]} & _SMALL
        and words[-1] not in _WATERS
    )


def _distinctive(word: str, form: str, language: Language) -> bool:
    """Whether one word of an organisation's name is enough to mean it."""
    if sum(letter.isupper() for letter in form) > 1:
        return True
    return len(word) > 3 and not is_word(word) and not language.knows(word)


def _public_voice(affiliation: str, acronyms: tuple[str, ...]) -> bool:
    words = set(words_of(fold_name(affiliation)))
    return bool(words & _VOICES) or any(acronym.lower() in _HEARD for acronym in acronyms)


_TURNED = frozenset(
    """minister secretary head director chief envoy ambassador lead adviser advisor officer manager
    commissioner representative coordinator economist deputy""".split()
)
"""Offices that may stand behind what they are for: "the safeguards director"."""

_ENOUGH = frozenset("ambassador governor general envoy".split())
"""Offices that are told by one word."""

_SYNONYMS = {
    "mp": ("member of parliament",), "mep": ("member of the european parliament",),
    "ceo": ("chief executive",), "member of parliament": ("mp",), "chief executive": ("ceo",),
    "chief executive officer": ("ceo", "chief executive"),
}  # fmt: skip


def _offices(office: str) -> set[str]:
    """The forms of an office without "former" and the like."""
    name = re.sub(r"\s*\([^)]*\)", "", fold_name(office)).strip().lower()
    name = re.sub(
        r"^(?:the )?(?:(?:former|ex-?|retired|acting|then|current|previous) ?)+", "", name
    )
    if not name or name in {"chair", "moderator", "rapporteur", "participant", "speaker"}:
        return set()
    forms = {name, *_SYNONYMS.get(name, ())}
    match = re.match(r"(.+?),? (?:of|for|to|at|in) (.+)$", name)
    if match:
        head = match[1]
        if len(re.split(r"[ -]", head)) > 1 or head in _ENOUGH:
            forms.add(head)
        rest = match[2].removeprefix("the ")
        *before, last = re.split(r"[ -]", head)
        if last in _TURNED and len(rest.split()) < 4:
            forms.add(" ".join((*before, rest, last)))
    return forms | {form.replace("-", " ") for form in forms}
