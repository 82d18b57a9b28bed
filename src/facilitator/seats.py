"""Who can be called: each person with a code of two letters, found by code or by any name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from string import ascii_lowercase

from facilitator.agenda import Agenda
from facilitator.roster import Participant, Roster


@dataclass(frozen=True, slots=True)
class Seat:
    """One person in the room. `code` is two Latin letters, unique in the session.

    `told` says who they are besides their name; `names` are all spellings, folded.
    `listed` is whether a roster file or the agenda knows them.
    """

    person: str
    code: str
    told: str = ""
    names: tuple[str, ...] = ()
    listed: bool = True


def seats(agenda: Agenda, roster: Roster | None, newcomers: Sequence[str] = ()) -> tuple[Seat, ...]:
    """Everybody: the keynotes, the roster, then who was typed in, in that order.

    The same files give the same codes again, and a newcomer never changes another's.
    """
    taken: set[str] = set()
    made: list[Seat] = []
    known: set[str] = set()
    participants: dict[str, Participant] = {}
    for each in roster.participants if roster else ():
        participants.setdefault(fold(each.name), each)

    def add(person: str, participant: Participant | None, told: str, *, listed: bool) -> None:
        if fold(person) in known:
            return
        known.add(fold(person))
        code = _code(person, participant, taken)
        taken.add(code)
        spellings: tuple[str, ...] = (person, told)
        if participant is not None:
            spellings = (
                *spellings,
                participant.given,
                participant.family,
                participant.office,
                participant.affiliation,
                *participant.aliases,
                *participant.acronyms,
            )
        names = tuple(dict.fromkeys(_spelt(spellings)))
        made.append(Seat(person, code, told, names, listed))

    for keynote in agenda.keynotes:
        add(keynote.name, participants.get(fold(keynote.name)), keynote.office, listed=True)
    led = {fold(keynote.name) for keynote in agenda.keynotes}
    for participant in roster.participants if roster else ():
        told = participant.affiliation or participant.office or participant.country
        name, number = participant.name, 2
        leads = fold(name) in led and participants[fold(name)] is participant
        while fold(name) in known and not leads:
            name, number = f"{participant.name} ({number})", number + 1  # a namesake
        add(name, participant, told, listed=True)
    for person in newcomers:
        add(person, None, "", listed=False)
    return tuple(made)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower case in Latin letters without marks, as people type names in a hurry."""
    plain = unicodedata.normalize("NFKD", text)
    stripped = "".join(c for c in plain if not unicodedata.combining(c))
    if not stripped.isascii():
        from anyascii import anyascii  # 7 ms, and only names beyond Latin letters need it

        stripped = anyascii(stripped)
    return " ".join(stripped.casefold().split())


def _spelt(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if text:
            yield fold(text)
            yield text.casefold()


def _code(person: str, participant: Participant | None, taken: set[str]) -> str:
    for code in _codes(person, participant):
        if len(code) == 2 and code not in taken:
            return code
    return ""  # after 676 people: they are found by name


def _codes(person: str, participant: Participant | None) -> Iterator[str]:
    """Codes from the best to the last resort: initials, then letters of the name, then any."""
    words = ["".join(c for c in word if c in ascii_lowercase) for word in fold(person).split()]
    words = [word for word in words if word] or ["x"]
    given, family = words[0], words[-1]
    if participant is not None and participant.family:
        letters = [c for c in fold(participant.family) if c in ascii_lowercase]
        family = "".join(letters) or family
        letters = [c for c in fold(participant.given) if c in ascii_lowercase]
        given = "".join(letters) or given
    yield given[0] + family[0]
    yield from (family[:2], given[:2])
    yield from (given[0] + letter for letter in family[1:])
    yield from (family[0] + letter for letter in given[1:] + family[1:])
    yield from (family[0] + letter for letter in ascii_lowercase)
    yield from (one + two for one, two in product(ascii_lowercase, ascii_lowercase))


def by_code(everybody: Iterable[Seat], code: str) -> Seat | None:
    """The person with this code."""
    for seat in everybody:
        if len(code) == 2 and seat.code == code:
            return seat
    return None


def found(everybody: Iterable[Seat], words: str) -> tuple[Seat, ...]:
    """Everybody in whose names every one of `words` begins some word, or else stands."""
    seated = tuple(everybody)
    wanted = [_either(word) for word in words.split()]
    begun = tuple(seat for seat in seated if all(_begins(seat, word) for word in wanted))
    return begun or tuple(seat for seat in seated if all(_holds(seat, word) for word in wanted))


def _either(word: str) -> tuple[str, ...]:
    return tuple(w for w in {fold(word), word.casefold()} if w)


def _begins(seat: Seat, word: tuple[str, ...]) -> bool:
    return any(part.startswith(w) for w in word for name in seat.names for part in name.split())


def _holds(seat: Seat, word: tuple[str, ...]) -> bool:
    return any(w in name for w in word for name in seat.names)
