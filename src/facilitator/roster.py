"""The roster: who is in the room. Private; read from its file, never kept in a store."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Participant:
    """One person. `given` and `family` are asked for because their order is cultural.

    `country` is ISO 3166-1 alpha-2; `aliases` are other spellings in any script;
    `acronyms` are those of the affiliation; `public` means named by their own consent.
    """

    name: str
    given: str = ""
    family: str = ""
    aliases: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()
    gender: str = ""
    office: str = ""
    affiliation: str = ""
    acronyms: tuple[str, ...] = ()
    country: str = ""
    public: bool = False


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody in the room, and the bodies whose presence the hosts have disclosed."""

    participants: tuple[Participant, ...] = ()
    disclosed_bodies: tuple[str, ...] = ()
