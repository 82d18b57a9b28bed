"""Time zones by the name of a city, as people say it.

The zone data is the reader's own (`zoneinfo`): which hour a city has on a day, half-hour and
quarter-hour zones and changed laws are all in there and nowhere in this program.
"""

from __future__ import annotations

import difflib
import unicodedata
import zoneinfo
from dataclasses import dataclass
from functools import cache

from facilitator.errors import Refused
from facilitator.text import LINE_CAP, clean

# Capitals and seats of talks that the zone data does not name; most countries have one clock.
_CITIES = """
Abu Dhabi=Asia/Dubai; Abuja=Africa/Lagos; Ankara=Europe/Istanbul; Astana=Asia/Almaty;
Bangalore=Asia/Kolkata; Barcelona=Europe/Madrid; Beijing=Asia/Shanghai; Bern=Europe/Zurich;
Bonn=Europe/Berlin; Boston=America/New_York; Brasilia=America/Sao_Paulo; Canberra=Australia/Sydney;
Cape Town=Africa/Johannesburg; Delhi=Asia/Kolkata; Doha=Asia/Qatar; Frankfurt=Europe/Berlin;
Geneva=Europe/Zurich; Hamburg=Europe/Berlin; Hanoi=Asia/Bangkok; Herat=Asia/Kabul;
Islamabad=Asia/Karachi; Jeddah=Asia/Riyadh; Kandahar=Asia/Kabul; Kyiv=Europe/Kyiv;
Lahore=Asia/Karachi; Mashhad=Asia/Tehran; Mazar-i-Sharif=Asia/Kabul; Milan=Europe/Rome;
Mumbai=Asia/Kolkata; Munich=Europe/Berlin; Naypyidaw=Asia/Yangon; New Delhi=Asia/Kolkata;
Ottawa=America/Toronto; Peshawar=Asia/Karachi; Pretoria=Africa/Johannesburg; Quetta=Asia/Karachi;
Rawalpindi=Asia/Karachi; Rio de Janeiro=America/Sao_Paulo; San Francisco=America/Los_Angeles;
Sanaa=Asia/Aden; St Petersburg=Europe/Moscow; Tel Aviv=Asia/Jerusalem; The Hague=Europe/Amsterdam;
Washington=America/New_York; Washington DC=America/New_York; Wellington=Pacific/Auckland;
Yaounde=Africa/Douala
"""


@dataclass(frozen=True, slots=True)
class City:
    """A place with its clock: `name` to be printed, `zone` the IANA name."""

    name: str
    zone: str


@cache
def _known() -> dict[str, City]:
    """Every city known, by its folded name; where two zones have one, the shorter name."""
    found: dict[str, City] = {}
    for key in sorted(zoneinfo.available_timezones(), key=lambda key: (key.count("/"), key)):
        region, _, last = key.rpartition("/")
        if region and not region.startswith(("Etc", "SystemV", "US", "right", "posix")):
            name = last.replace("_", " ")
            found.setdefault(_folded(name), City(name, key))
    for entry in _CITIES.split(";"):
        name, _, key = entry.strip().partition("=")
        found[_folded(name)] = City(name, key)
    return found


def city(text: str) -> City:
    """The city or zone that somebody wrote: "New Delhi", "Asia/Kabul", "UTC".

    Raises `Refused`, with the nearest known name, for any other.
    """
    said = clean(text, cap=LINE_CAP).strip()
    if said.upper() in ("UTC", "GMT", "Z"):
        return City("UTC", "UTC")
    known = _known().get(_folded(said))
    if known is not None:
        return known
    key = said.replace(" ", "_")
    if "/" in key and key in zoneinfo.available_timezones():
        return City(key.rpartition("/")[2].replace("_", " "), key)
    near = difflib.get_close_matches(_folded(said.rpartition("/")[2]), _known(), n=1, cutoff=0.7)
    hint = f"did you mean {_known()[near[0]].name}?" if near else "a large city near it will do"
    raise Refused(f"no time zone is known for “{said}”: {hint}")


def cities(text: str) -> tuple[City, ...]:
    """The cities of a list with commas or semicolons, each once; `Refused` as `city`."""
    words = (word.strip() for word in text.replace(";", ",").split(","))
    return tuple(dict.fromkeys(city(word) for word in words if word))


def _folded(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name.casefold().replace("_", " ").replace(".", ""))
    return " ".join("".join(c for c in parts if not unicodedata.combining(c)).split())
