"""Where the private strings of a roster stand in a text, whatever the text is.

The guard reads sentences and asks who is meant; here every place counts where a name of
somebody who is not public stands, or the name of a body that nobody has disclosed, in a
sentence, a file's name or a heap of bytes.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facilitator.agenda import Agenda, Keynote
from facilitator.guard.folding import fold, fold_name
from facilitator.guard.guard import Guard
from facilitator.guard.lexicon import is_word
from facilitator.guard.people import Reader
from facilitator.guard.tokens import Tokens
from facilitator.roster import Participant, Roster

PORTION = 8_000
"""Characters read at a time: who a name is is told by the words around it, not by pages."""

_RUN = re.compile(r"[^\W_]+")
_LEAST_COMPACT = 9
"""Letters from which a whole name is known also where its words are written together."""

_PROGRAM_ONLY = frozenset(("scripts", "retention", "limits", "speakers_list"))
"""Parts of an agenda that nobody publishes."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Characters [start, end) of the text are `words`, a name of entry number `entry`.

    `published` is whether the agenda publishes that name.
    """

    entry: int
    start: int
    end: int
    words: str
    published: bool


@dataclass(slots=True)
class _Entry:
    """Somebody, or some body. `folded` stand as whole words, `inside` anywhere, `exact` as
    capitals; `together` without any spaces."""

    person: bool
    public: bool
    folded: set[str] = dataclasses.field(default_factory=set)
    inside: set[str] = dataclasses.field(default_factory=set)
    exact: set[str] = dataclasses.field(default_factory=set)
    together: set[str] = dataclasses.field(default_factory=set)


class Private:
    """The private strings of one roster, less what one agenda publishes."""

    def __init__(self, roster: Roster | None, agenda: Agenda | None = None) -> None:
        """Index the roster; without one there is nothing to look for but the agenda's own."""
        self._guard = Guard(roster, agenda)
        self._entries: list[_Entry] = [_person(who) for who in self._guard.people]
        disclosed = [fold_name(name).lower() for name in _disclosed(roster, agenda)]
        bodies: dict[str, _Entry] = {}
        for who in self._guard.people:
            _add_body(bodies, who, disclosed)
        self._entries += bodies.values()
        self._patterns = _patterns(self._entries)
        told = "\n".join(_published(agenda)) if agenda else ""
        for number in {each.entry for each in self.find(told)}:
            self._entries[number].public = True

    @property
    def people(self) -> int:
        """How many people there are whose names are private."""
        return sum(each.person and not each.public for each in self._entries)

    @property
    def bodies(self) -> int:
        """How many bodies there are whose names are private."""
        return sum(not (each.person or each.public) for each in self._entries)

    def find(self, text: str, *, prose: bool = True) -> tuple[Sighting, ...]:
        """Where names stand, from left to right; of two of one entry that overlap the longer.

        What is no `prose` is searched letter for letter: read as words it would be noise.
        """
        found: list[Sighting] = []
        for start, end in _portions(text):
            found += self._in(text[start:end], start, prose)
        kept: dict[int, list[Sighting]] = {}
        for each in sorted(found, key=lambda s: (s.start - s.end, s.start)):
            mine = kept.setdefault(each.entry, [])
            if all(each.end <= other.start or each.start >= other.end for other in mine):
                mine.append(each)
        return tuple(sorted((s for mine in kept.values() for s in mine), key=lambda s: s.start))

    def _in(self, text: str, at: int, prose: bool) -> Iterator[Sighting]:
        folded = fold(text)
        if not folded.text.strip():
            return
        tokens = Tokens(folded)
        if prose and tokens.words:
            letters = self._guard.language.letters(tokens, self._guard.bodies.phrases)
            reader = Reader(self._guard.spellings, self._guard.language, tokens, letters)
            for named in reader.names():
                if not named.sure:
                    continue
                start, end = tokens.original(named.first, named.last - 1)
                if named.inside is not None:
                    token = tokens.spans[named.first][0]
                    start, end = folded.span(token + named.inside[0], token + named.inside[1])
                for person in named.people:
                    yield self._sighting(person, text, start, end, at, named.people)
        for entry, start, end in self._spelled(folded.text):
            begin, stop = folded.span(start, end)
            yield self._sighting(entry, text, begin, stop, at)

    def _spelled(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Entries whose names stand in a folded text letter for letter."""
        runs = [(match.start(), match.end()) for match in _RUN.finditer(text)]
        plain = " ".join(text[start:end] for start, end in runs)
        places = [at for start, end in runs for at in (*range(start, end), end)]
        low = plain.lower()
        if len(low) != len(plain):  # a capital that is two small letters: one by one, then
            low = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
        whole, inside, exact, together = self._patterns
        for pattern, where in ((whole, low), (inside, low), (exact, plain)):
            for names, match in _matches(pattern, where):
                for entry in names:
                    yield entry, places[match.start()], places[match.end() - 1] + 1
        tight = [place for place, letter in enumerate(low) if letter != " "]
        for names, match in _matches(together, low.replace(" ", "")):
            start, end = tight[match.start()], tight[match.end() - 1]
            for entry in names:
                yield entry, places[start], places[end] + 1

    def _sighting(
        self, entry: int, text: str, start: int, end: int, at: int, beside: Iterable[int] = ()
    ) -> Sighting:
        # A name that somebody public has too is taken for theirs, as the guard does.
        public = self._entries[entry].public or any(self._entries[e].public for e in beside)
        return Sighting(entry, start + at, end + at, text[start:end], public)


_Pattern = tuple[re.Pattern[str], dict[str, tuple[int, ...]]]


def _matches(
    pattern: _Pattern | None, text: str
) -> Iterator[tuple[tuple[int, ...], re.Match[str]]]:
    if pattern is not None:
        for match in pattern[0].finditer(text):
            yield pattern[1][match.group()], match


def _patterns(entries: list[_Entry]) -> tuple[_Pattern | None, ...]:
    return (
        _pattern(entries, "folded", r"(?<![^ ]){}(?![^ ])"),
        _pattern(entries, "inside", "{}"),
        _pattern(entries, "exact", r"(?<![^ ]){}(?![^ ])"),
        _pattern(entries, "together", "{}"),
    )


def _pattern(entries: list[_Entry], kind: str, frame: str) -> _Pattern | None:
    of: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        for form in getattr(entry, kind):
            of.setdefault(form, []).append(number)
    if not of:
        return None
    forms = "|".join(re.escape(form) for form in sorted(of, key=lambda f: (-len(f), f)))
    return re.compile(frame.format(f"(?:{forms})")), {k: tuple(v) for k, v in of.items()}


def _person(who: Participant) -> _Entry:
    entry = _Entry(person=True, public=who.public)
    names = [who.name, *who.aliases]
    if who.given and who.family:
        names += [f"{who.given} {who.family}", f"{who.family} {who.given}"]
    for name in (*names, who.family):
        _spell(entry, name, whole=name != who.family)
    return entry


def _add_body(bodies: dict[str, _Entry], who: Participant, disclosed: list[str]) -> None:
    name = fold_name(who.affiliation).lower()
    if not name:
        return
    acronyms = [fold_name(each) for each in who.acronyms]
    public = who.public or name in disclosed or any(a.lower() in disclosed for a in acronyms)
    entry = bodies.setdefault(name, _Entry(person=False, public=public))
    entry.public = entry.public or public
    _spell(entry, who.affiliation, whole=True)
    entry.exact |= {each for each in acronyms if len(each) > 2 and each.isupper()}


def _spell(entry: _Entry, name: str, *, whole: bool) -> None:
    """Let the entry be found by `name`; `whole`: all of a name, not its family part alone."""
    words = _RUN.findall(fold_name(name))
    form = " ".join(words).lower()
    if not form:
        return
    if not form.isascii() and any(_unspaced(letter) for letter in form):
        if len(form) > 1:
            entry.inside.add(form)
        return
    if len(words) > 1 and all(is_word(word.lower()) for word in words):
        # "Grant Rose" is a name, "the grant rose" is none.
        entry.exact |= {" ".join(words), " ".join(words).upper()}
    elif len(words) > 1:
        entry.folded.add(form)
        if whole and len("".join(words)) >= _LEAST_COMPACT:
            entry.together.add("".join(words).lower())
    elif len(form) > 3 and not is_word(form):
        entry.folded.add(form)


def _unspaced(letter: str) -> bool:
    """Whether it is a letter of a script that writes without spaces between words."""
    return "\u3040" <= letter <= "\u30ff" or "\u3400" <= letter <= "\u9fff"


def _disclosed(roster: Roster | None, agenda: Agenda | None) -> Iterator[str]:
    yield from roster.disclosed_bodies if roster else ()
    for body in agenda.organisations if agenda else ():
        yield from (name for name in (body.name, body.short, body.parent) if name)


def _published(agenda: Agenda) -> Iterator[str]:
    """The strings of an agenda that its texts may print."""
    for entry in dataclasses.fields(Agenda):
        if entry.name not in _PROGRAM_ONLY:
            yield from _strings(getattr(agenda, entry.name))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, Keynote) and not value.public:
        return
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for entry in dataclasses.fields(value):
            if entry.name != "script":
                yield from _strings(getattr(value, entry.name))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from (*_strings(key), *_strings(each))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _strings(each)


def _portions(text: str) -> Iterator[tuple[int, int]]:
    """[start, end) of pieces of at most `PORTION` characters; no name is cut between two."""
    start = 0
    while len(text) - start > PORTION:
        cut = text.rfind("\n", start + PORTION // 2, start + PORTION)
        if cut < 0:
            cut = text.rfind(" ", start + PORTION // 2, start + PORTION)
        end = cut + 1 if cut >= 0 else start + PORTION
        yield start, min(len(text), end + (0 if cut >= 0 else 200))
        start = end
    yield start, len(text)
