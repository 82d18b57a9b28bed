"""Reviews in the database: a compare-and-swap on the whole review of one text."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path

from facilitator.errors import StaleState
from facilitator.review import (
    Body,
    Consent,
    Given,
    Numbered,
    Passed,
    Review,
    Step,
    TextName,
)
from facilitator.stores.trouble import readable


class Reviews:
    """The part of a record that keeps how its texts were reviewed, and where they lie."""

    path: Path

    def _transaction(self, *, sealed: bool = False) -> AbstractContextManager[sqlite3.Connection]:
        raise NotImplementedError

    def reviews(self) -> tuple[Review, ...]:
        """The reviews that were begun, the brief's first."""
        with self._transaction(sealed=True) as connection, readable(self.path):
            return read_reviews(connection)

    def review(self, review: Review) -> Review:
        """Store what a review has become, if the one it was made from still stands."""
        with self._transaction(sealed=True) as connection:
            return write_review(connection, review)

    def abandon(self, review: Review) -> None:
        """Forget a review, its numbers, days and answers, if it still stands as given."""
        with self._transaction() as connection:
            _still(connection, review)
            connection.execute("DELETE FROM review WHERE text = ?", (review.text.value,))

    def written(self) -> tuple[str, ...]:
        """The paths of the files that were made of the points."""
        with self._transaction(sealed=True) as connection:
            rows = connection.execute("SELECT path FROM written ORDER BY path")
            return tuple(path for (path,) in rows)

    def wrote(self, paths: Sequence[str]) -> None:
        """Remember where files were made of the points."""
        with self._transaction(sealed=True) as connection:
            connection.executemany(
                "INSERT INTO written (path) VALUES (?) ON CONFLICT DO NOTHING",
                [(path,) for path in paths],
            )


def read_reviews(connection: sqlite3.Connection) -> tuple[Review, ...]:
    """The reviews that were begun, the brief's first."""
    rows = connection.execute("SELECT text, cleared, published, revision FROM review ORDER BY text")
    return tuple(
        Review(
            TextName(text),
            _steps(connection, text),
            tuple(
                Numbered(number, note, first)
                for number, note, first in connection.execute(
                    "SELECT number, note, first FROM review_number WHERE text = ? ORDER BY number",
                    (text,),
                )
            ),
            tuple(
                Given(Body(body), number, version, settled)
                for body, number, version, settled in connection.execute(
                    "SELECT body, number, version, settled FROM review_given WHERE text = ?"
                    " ORDER BY body, number",
                    (text,),
                )
            ),
            bool(is_cleared),
            _day(published),
            revision,
        )
        for text, is_cleared, published, revision in rows.fetchall()
    )


def write_review(connection: sqlite3.Connection, review: Review) -> Review:
    """Put the review in the place of the one that it was made from; as stored.

    Raises `StaleState` where somebody else has changed it, or begun one, meanwhile.
    """
    _still(connection, review)
    text = review.text.value
    connection.execute("DELETE FROM review WHERE text = ?", (text,))
    connection.execute(
        "INSERT INTO review (text, cleared, published, revision) VALUES (?, ?, ?, ?)",
        (text, review.cleared, _told(review.published), review.revision + 1),
    )
    connection.executemany(
        "INSERT INTO review_step (text, place, body, printed, until, consent, passed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                text,
                place,
                step.body.value,
                _told(step.printed),
                _told(step.until),
                step.consent.value,
                step.passed.value,
            )
            for place, step in enumerate(review.steps)
        ],
    )
    # A point struck meanwhile is gone, and its number stays.
    connection.executemany(
        "INSERT INTO review_number (text, number, note, first)"
        " VALUES (?, ?, (SELECT id FROM note WHERE id = ?), ?)",
        [(text, each.number, each.note, each.first) for each in review.numbers],
    )
    connection.executemany(
        "INSERT INTO review_given (text, body, number, version, settled) VALUES (?, ?, ?, ?, ?)",
        [(text, each.body.value, each.number, each.version, each.settled) for each in review.given],
    )
    return replace(review, revision=review.revision + 1)


def _still(connection: sqlite3.Connection, review: Review) -> None:
    row = connection.execute("SELECT revision FROM review WHERE text = ?", (review.text.value,))
    stands = row.fetchone()
    if (stands[0] if stands else 0) != review.revision:
        raise StaleState("the review has moved on meanwhile; look again")


def _steps(connection: sqlite3.Connection, text: str) -> tuple[Step, ...]:
    rows = connection.execute(
        "SELECT body, printed, until, consent, passed FROM review_step WHERE text = ?"
        " ORDER BY place",
        (text,),
    )
    return tuple(
        Step(Body(body), _day(printed), _day(until), Consent(consent), Passed(passed))
        for body, printed, until, consent, passed in rows
    )


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None


def _told(day: date | None) -> str | None:
    return day.isoformat() if day else None
