"""What the start screen offers, and which command each choice is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitator.library import Entry

SHOWN = 4
"""Sessions on the first page; all others are one step away."""

OPEN = ("planned", "running")
TEXTS = ("closed", "in review", "cleared", "published")


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: what it is, how it stands (`aside`), and what it does (`about`).

    `command` are the words after `facilitator`; `page` are further choices instead. With
    `folder` the folder of the sessions is opened.
    """

    title: str
    about: str
    command: tuple[str, ...] = ()
    aside: str = ""
    page: tuple[Choice, ...] = ()
    folder: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """An agenda file: its path, as it is told, and the roster that lies beside it, if any."""

    path: str
    roster: str = ""


def menu(
    entries: Sequence[Entry],
    plans: Sequence[Plan],
    agendas: dict[str, Plan],
    example: Plan | None,
) -> tuple[Choice, ...]:
    """The first page. `entries` come last used first; `agendas` are those of their sessions
    that are known; `plans` are agenda files that lie at hand."""
    resumed = [_resume(one, agendas.get(one.id)) for one in entries if one.state in (*OPEN, *TEXTS)]
    first = list(resumed[:SHOWN])
    if len(resumed) > SHOWN:
        first.append(_page("All sessions", "Choose among all of them", resumed))
    open_ = [one for one in entries if one.state in OPEN]
    written = [one for one in entries if one.state in TEXTS]
    first += [
        Choice("A new agenda", "Ten questions make a commented file, checked", ("new",)),
        _page(
            "The next of a series",
            "A new agenda from a session before: bodies, topics, what is owed; no people",
            [_of(one, ("new", "--after", one.id)) for one in entries],
        ),
        Choice(
            "A roster",
            "From a registration list or an attendance report; it asks where in doubt",
            ("roster",),
        ),
        _page(
            "An agenda file",
            "Open its session and show the moderator's desk",
            [_plan(one) for one in plans],
        ),
        _page(
            "Notes",
            "The note-taker's screen, beside the desk or on its own",
            [_of(one, ("notes", one.id, *_roster(agendas.get(one.id)))) for one in open_],
        ),
        _page(
            "The stage",
            "Clock and round without names, to be shared in the call",
            [_of(one, ("stage", one.id)) for one in open_],
        ),
        _page(
            "The texts",
            "Arrange the points; the brief and the report beside them",
            [
                _of(one, ("draft", one.id, *_roster(agendas.get(one.id))))
                for one in (*written, *open_)
            ],
        ),
        Choice("Search", "Find points in all sessions", ("search",)),
    ]
    if example is not None:
        first.append(
            Choice(
                "The example",
                "A real published meeting with invented people, to try everything on",
                ("run", example.path, *_roster(example)),
            )
        )
    first.append(Choice("The folder of the sessions", "Open it in the file manager", folder=True))
    return tuple(first)


def _resume(one: Entry, plan: Plan | None) -> Choice:
    day = one.day.isoformat()
    if one.state in OPEN:
        word = "Go on with it" if one.state == "running" else "Open it"
        what = plan.path if plan else one.id
        about = f"{word} at the moderator's desk{_told(plan)}"
        return Choice(one.title, about, ("run", what, *_roster(plan)), f"{one.state} {day}")
    about = f"Its texts: arrange the points, see brief and report{_told(plan)}"
    return Choice(one.title, about, ("draft", one.id, *_roster(plan)), f"{one.state} {day}")


def _of(one: Entry, command: tuple[str, ...]) -> Choice:
    about = "; ".join(one.due) or one.series_title
    return Choice(one.title, about, command, f"{one.state} {one.day.isoformat()}")


def _plan(one: Plan) -> Choice:
    return Choice(one.path, f"Run it{_told(one)}", ("run", one.path, *_roster(one)))


def _page(title: str, about: str, choices: Iterable[Choice]) -> Choice:
    page = tuple(choices)
    if not page:
        return Choice(title, f"{about} (none yet)", page=(_NONE,))
    return Choice(title, about, page=page)


_NONE = Choice("None yet", "Esc goes back")


def _roster(plan: Plan | None) -> tuple[str, ...]:
    return ("--roster", plan.roster) if plan and plan.roster else ()


def _told(plan: Plan | None) -> str:
    return " with the roster beside its agenda" if plan and plan.roster else ""
