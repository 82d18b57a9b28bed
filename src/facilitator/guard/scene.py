"""One text with the people who may be meant in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.guard import places
from facilitator.guard.crowd import Crowd, People
from facilitator.guard.tokens import Tokens

FEW = 3
"""Up to so many people a description is warned about."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One text with the people who may be meant in it."""

    crowd: Crowd
    tokens: Tokens
    acts: str
    place_of: Mapping[str, tuple[str, places.Codes]]

    def of_place(self, at: int) -> People:
        """Who may come from the place named at the token `at`; nobody where it names none."""
        stop = at + 1
        while self.acts[stop : stop + 1] == "~":
            stop += 1
        place = self.place_of.get(" ".join(self.tokens.lower[at:stop]))
        return self.crowd.of_countries(place[1]) if place else frozenset()
