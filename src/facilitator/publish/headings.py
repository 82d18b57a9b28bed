"""The headings of both texts, by the names under which an agenda may word them otherwise."""

from __future__ import annotations

from facilitator.agenda import Publication
from facilitator.publish.phrases import squeezed

USUAL = {
    "about": "About this report",
    "rule": "The Chatham House Rule",
    "made": "How this report was made",
    "numbers": "Words used for numbers",
    "review": "Review",
    "takeaways": "Key take-aways",
    "background": "Background",
    "programme": "Programme as held",
    "keynote": "Keynote",
    "answered": "Questions and answers by theme",
    "asked": "Questions by theme",
    "discussion": "Discussion by theme",
    "agreement": "Agreement",
    "divergence": "Divergence",
    "open": "Open questions",
    "proposals": "Proposals",
    "parking": "Parking lot",
    "next": "Next steps",
    "other": "Other points",
    "composition": "Composition",
    "acronyms": "Acronyms",
    "brief_agreement": "Where views met",
    "brief_divergence": "Where views differed",
    "brief_questions": "Questions raised",
}
"""The report's, and those of the brief behind "brief_"."""


def heading(plan: Publication, name: str) -> str:
    """The heading of that name, in the agenda's words where it has some."""
    return squeezed(plan.headings.get(name, "")) or USUAL[name]
