"""How long raw material is to be kept: shown, and offered for destruction once it is due."""

from __future__ import annotations

from facilitator.circulation import Circulation
from facilitator.retention import due
from facilitator.service import Secretariat


def kept_for(secretariat: Secretariat, *, only_due: bool = False) -> tuple[str, ...]:
    """What the agenda says of each kind of raw material that is here, a line each."""
    store = secretariat.store
    snapshot, today = store.snapshot(""), Circulation(secretariat).today()
    found = due(
        store.agenda(),
        store.reviews(),
        sealed=bool(snapshot.sealed),
        closed=snapshot.progress.closed,
    )
    return tuple(each.told(today) for each in found if not only_due or each.over(today))
