"""A roster file made of a list of people: TOML for its owner alone, never over another file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from facilitator.errors import Refused, Trouble
from facilitator.files.registrations import Entry, Registered

_HEAD = """\
# The names of those in the room. Private: keep it out of synchronised folders, and delete it
# when the texts are cleared. Made from a list; check it with facilitator check --roster FILE.
#
# aliases = ["…"] are other spellings, in any script; gender = "f" or "m" and office = "…"
# help the guard; public = true only for who agreed to be named.

disclosed_bodies = []                     # bodies that the hosts themselves have named
"""
_UNSURE = '# which part is the family name? Write given = "…" and family = "…"\n'


def roster_text(people: Registered) -> str:
    """The TOML of a roster; where the family name was not decided a remark asks for it."""
    return _HEAD + "".join(_entry(each) for each in people.entries)


def save_roster(path: Path, people: Registered, *, over: bool = False) -> None:
    """Write the roster to `path`, mode 0600. Raises `Refused` where a file is there already.

    With `over` it takes that file's place, all at once.
    """
    data = roster_text(people).encode()
    # Made under its own name, it is never put over a file made meanwhile.
    place = path.with_name(f".{path.name}.{os.getpid()}") if over else path
    made = False
    try:
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        made = True
        try:
            while data:
                data = data[os.write(handle, data) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        if over:
            place.replace(path)
    except FileExistsError:
        raise Refused(f"{path} is there already: another name, or --yes to replace it") from None
    except OSError as error:
        if made:
            place.unlink(missing_ok=True)
        raise Trouble(f"cannot write {path}", (error.strerror or "").lower(), status=1) from None


def _entry(entry: Entry) -> str:
    import tomli_w

    name = entry.name
    values: dict[str, Any] = {
        "name": name.full,
        "given": name.given,
        "family": name.family,
        "aliases": list(name.aliases),
        "honorifics": list(name.honorifics),
        "gender": entry.gender,
        "office": entry.office,
        "affiliation": entry.affiliation,
        "country": entry.country,
    }
    lines = tomli_w.dumps({key: value for key, value in values.items() if value})
    return "\n" + (_UNSURE if name.doubt else "") + "[[participant]]\n" + lines
