"""Who was there by kind: what may be told of it, and what a comparison would give away."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from facilitator.agenda import Agenda, Category, Composition, Keynote
from facilitator.publish import frame
from facilitator.publish.phrases import bare, join, number, squeezed
from facilitator.record import AsHeld


@dataclass(frozen=True, slots=True)
class Told:
    """The kinds and the countries as they may be told: two lists, never one across the other.

    `published` is the part of the plan that they tell, for the next session to compare with.
    """

    categories: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    published: Composition = field(default_factory=Composition)


def told(agenda: Agenda, held: AsHeld, previous: Composition | None = None) -> Told:
    """What may be told of the composition, and a remark on all that is left out of it.

    `previous` is what the session before in the series published; what a comparison with it
    would tell of one person is remarked.
    """
    plan = agenda.composition
    if not plan.categories and not plan.countries:
        return Told()
    if held.composition is not True:
        why = "not confirmed at closing" if held.composition is None else "it was not as planned"
        return Told(remarks=(f"composition left out: {why}",))
    people = {person.id: person for person in agenda.keynotes}
    kept: list[Category] = []
    untold: list[str] = []
    small: list[str] = []
    for category in plan.categories:
        if not bare(category.label) or category.count == 0:
            continue
        if why := _untellable(category, people, agenda, held):
            untold.append(f"composition category '{bare(category.label)}' left out: {why}")
        elif flaw := _too_small(category, plan.k):
            small.append(flaw)
        else:
            kept.append(category)
    words = tuple(_words(category) for category in kept)
    countries = tuple(squeezed(country) for country in plan.countries if squeezed(country))
    rest = " ".join(frame.composition(words, ()))
    instead = f"; told without it: “{rest}”" if rest else "; no kinds are told"
    published = replace(plan, categories=tuple(kept), countries=countries)
    remarks = [*untold, *(f"{flaw}{instead}" for flaw in small)]
    if previous is not None:
        remarks += [str(single) for single in differencing(previous, published)]
    return Told(words, countries, tuple(remarks), published)


def present(composition: Composition) -> int | None:
    """How many people the kinds add up to; None where one of them has no number."""
    counts = [category.count for category in composition.categories]
    known = [count for count in counts if count is not None]
    return sum(known) if known and len(known) == len(counts) else None


def absence(agenda: Agenda, held: AsHeld, person: Keynote) -> str:
    """Why a public person's coming cannot be told, or nothing."""
    came = held.came.get(person.id)
    if came is None:
        return f"nobody has said yet whether {which(agenda, person)} came"
    return "" if came is True else f"{which(agenda, person)} did not come"


def which(agenda: Agenda, person: Keynote) -> str:
    """A public person as the remarks speak of them."""
    return "the keynote" if len(agenda.keynotes) == 1 else f"the keynote '{person.id}'"


@dataclass(frozen=True, slots=True)
class Single:
    """One person whom a comparison of two compositions shows.

    They `joined` or left; `category` and `country` are what is learnt of them, as far as it is.
    """

    category: str
    country: str
    joined: bool

    def __str__(self) -> str:
        ours, theirs = "this session", "the one before"
        here, away = (ours, theirs) if self.joined else (theirs, ours)
        # A country has no number: who came from there need not have come alone.
        who = "one person" if self.category else "somebody"
        learnt = [f"of '{self.category}'"] if self.category else []
        learnt += [f"from {self.country}"] if self.country else []
        lost = [f"the number of '{self.category}'"] if self.category else []
        lost += [self.country] if self.country else []
        return (
            f"compared with the session before, the composition shows {who} {join(learnt)}"
            f" who was in {here} and not in {away}: leave out {join(lost)}, or keep it knowingly"
        )


def differencing(previous: Composition, this: Composition) -> tuple[Single, ...]:
    """Each single person whom a comparison of two published compositions of a series shows.

    A kind whose number changed by one shows one person. A list of countries that gained or
    lost one name shows somebody from there, perhaps alone; where one kind changed by one the
    same way, the kind and the country are those of the same person.
    """
    before, after = _others(previous), _others(this)
    was = {country.casefold(): country for country in map(squeezed, previous.countries)}
    now = {country.casefold(): country for country in map(squeezed, this.countries)}
    found: list[Single] = []
    for joined, (old, new), (gone, come) in (
        (True, (before, after), (was, now)),
        (False, (after, before), (now, was)),
    ):
        labels = [new[key][0] for key in new if key in old and new[key][1] - old[key][1] == 1]
        # Without a list on one of the sides there is nothing to compare.
        countries = [come[key] for key in come if key not in gone] if gone and come else []
        country = countries[0] if len(countries) == 1 else ""
        if len(labels) == 1 and country:
            found.append(Single(labels[0], country, joined))
            continue
        found += [Single(label, "", joined) for label in labels]
        if country:
            found.append(Single("", country, joined))
    return tuple(found)


def _others(composition: Composition) -> dict[str, tuple[str, int]]:
    """How many people of each kind are not public, by its label without regard to capitals."""
    counts: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for category in composition.categories:
        if category.count is not None:
            key = bare(category.label).casefold()
            labels.setdefault(key, bare(category.label))
            counts[key] += category.count - (1 if category.public_person else 0)
    return {key: (labels[key], max(0, count)) for key, count in counts.items()}


def _words(category: Category) -> str:
    label = bare(category.label)
    return label if category.count is None else f"{number(category.count)} {label}"


def _untellable(
    category: Category, people: dict[str, Keynote], agenda: Agenda, held: AsHeld
) -> str:
    """Why the public person to whom the kind is tied keeps it from being told, or nothing."""
    if not category.public_person:
        return ""
    person = people.get(category.public_person)
    if person is None or not person.public:
        return "its person is not public"
    return absence(agenda, held, person)


def _too_small(category: Category, k: int) -> str:
    """Why the number of a kind would point at people who are not public, or nothing."""
    count = category.count
    if count is None:
        return ""
    others = count - 1 if category.public_person else count
    if others >= k or (category.public_person and others == 0):
        return ""
    # The organiser may decide otherwise: [composition] k is the least count told.
    flaw = f"is below {k} and tied to no public person"
    if others != count:
        flaw = f"leaves {others} besides the public person, below {k}"
    return f"composition count {count} '{bare(category.label)}' {flaw}: category left out"
