"""What the fields of a record's file have in common: nothing unknown, nothing out of bounds."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from facilitator.files.problems import shown


class Shape(BaseModel):
    """A table of the file."""

    model_config = ConfigDict(extra="forbid", strict=True)


def count(most: int) -> Any:
    """A number from 0 to `most`."""
    return Field(ge=0, le=most)


def word(kind: type[Enum]) -> AfterValidator:
    """One of the values of `kind`."""

    def check(text: str) -> str:
        if text not in [each.value for each in kind]:
            raise ValueError(f"“{shown(text)}” is unknown")
        return text

    return AfterValidator(check)


Hex = Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
"""The id of a point."""
