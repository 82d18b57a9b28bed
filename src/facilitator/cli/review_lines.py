"""Where a text stands in its review, in lines for a person and as values for a script."""

from __future__ import annotations

from facilitator.circulation import Standing
from facilitator.publish.phrases import day
from facilitator.review import Stage, Step, listed, objecting


def lines(standing: Standing) -> list[str]:
    """The state of the text, and under it what is open, a line each."""
    review, step, text = standing.review, standing.step, standing.text
    if review is None:
        return [f"{text}: draft, no review was begun"]
    told: list[str] = []
    if step is None:
        published = f", published on {day(review.published)}" if review.published else ""
        told.append(f"{text}: cleared{published}")
    else:
        way = " → ".join(each.body for each in review.steps)
        told.append(f"{text}: in review, with {step.body.named}{_time(step)} ({way})")
        if review.published:
            told.append(f"  it was published on {day(review.published)}, and is open again")
    for body in objecting(review):
        told.append(f"  an objection of {body.named} stands")
    if step is not None:
        told += _open(standing, step)
    if standing.changed:
        told.append(f"  amended: {listed(standing.changed)}")
    if standing.struck:
        told.append(f"  struck: {listed(standing.struck)}")
    for number, into in standing.merged.items():
        told.append(f"  [{number}] is merged into {f'[{into}]' if into else 'another point'}")
    if standing.left_out:
        told.append(f"  no longer in the {text}: {listed(standing.left_out)}")
    return told


def _time(step: Step) -> str:
    if step.printed is None:
        return ", no copy printed"
    return f" until {day(step.until)}" if step.until else f" since {day(step.printed)}"


def _open(standing: Standing, step: Step) -> list[str]:
    told: list[str] = []
    if step.printed is None:
        return told
    changed = [standing.numbers[note] for note in standing.fresh if note in standing.numbers]
    new = len(standing.fresh) - len(changed)
    if changed:
        told.append(f"  changed since their copy: {listed(changed)}; print it again")
    if new:
        told.append(f"  new since their copy: {new}; print it again")
    if standing.unanswered is None:
        told.append("  answers of one person are kept by no number: they would tell whose points")
    elif standing.unanswered:
        told.append(f"  not answered: {listed(standing.unanswered)}")
    return told


def facts(standing: Standing) -> dict[str, object]:
    """The same for a script; days as 2020-06-03, what is not known or not kept as null."""
    review, step = standing.review, standing.step
    changed = [standing.numbers[note] for note in standing.fresh if note in standing.numbers]
    return {
        "text": standing.text.value,
        "state": standing.stage.value,
        "until": step.until.isoformat() if step and step.until else None,
        "published": review.published.isoformat() if review and review.published else None,
        "missing": standing.missing or None,
        "steps": [
            {
                "body": each.body.value,
                "printed": each.printed.isoformat() if each.printed else None,
                "until": each.until.isoformat() if each.until else None,
                "consent": each.consent.value or None,
                "passed": each.passed.value or None,
            }
            for each in (review.steps if review else ())
        ],
        "points": len(standing.points),
        "not_answered": None if standing.unanswered is None else list(standing.unanswered),
        "to_print_again": changed,
        "new": len(standing.fresh) - len(changed),
        "amended": list(standing.changed),
        "struck": list(standing.struck),
        "merged": {str(number): into for number, into in standing.merged.items()},
        "left_out": list(standing.left_out),
        "over": standing.stage in (Stage.CLEARED, Stage.PUBLISHED),
    }
