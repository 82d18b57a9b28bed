"""From pydantic's errors to findings in plain words, with the nearest known key."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from facilitator.files.problems import MAX_PROBLEMS, Finding, Path, nearest, shown

_READ = 1_000
"""Errors looked at; a file with more is told of the first hundred anyway."""


def findings_of(
    error: ValidationError, model: type[BaseModel], *, private: bool = False
) -> Iterator[Finding]:
    """What `model` found wrong; with `private`, no word of the file is repeated."""
    unknown = 0
    for one in error.errors(include_url=False)[:_READ]:
        path = tuple(step for step in one["loc"] if step != "[key]")
        unknown += one["type"] == "extra_forbidden"
        if unknown > MAX_PROBLEMS:
            # Looking for the nearest key is slow, and nobody reads so many.
            yield Finding(path, "unknown key", "take it out", unnamed=private)
        else:
            yield _finding(one, path, model, private)


def _finding(one: Mapping[str, Any], path: Path, model: type[BaseModel], private: bool) -> Finding:
    sort = one["type"]
    if sort == "facilitator":
        return Finding(path, one["ctx"]["what"], one["ctx"]["mend"])
    if sort == "extra_forbidden":
        return _unknown(path, model, private)
    if sort == "missing":
        return _missing(path, model)
    if sort == "too_long":
        return Finding(path, "too many entries", f"at most {one['ctx']['max_length']} are read")
    name, value = str(path[-1]) if path else "", one["input"]
    if sort in ("tuple_type", "list_type"):
        if isinstance(value, dict) and len(path) == 1:
            return Finding(path, "one pair of brackets is too few", f"write [[{name}]]")
        return Finding(path, "this must be a list", f'write {name} = ["…", "…"]')
    if isinstance(value, list) and len(path) == 1:
        return Finding(path, "this table can stand only once", f"write [{name}], and only one")
    return Finding(path, "this must be a table", _table_mend(path))


def _table_mend(path: Path) -> str:
    if len(path) == 1:
        return f"write [{path[0]}] on a line of its own, with its keys below"
    if isinstance(path[-1], int) and len(path) == 2:
        return f"write [[{path[0]}]] on a line of its own, with its keys below"
    return 'write { label = "…" }, with the keys that belong there'


def _missing(path: Path, model: type[BaseModel]) -> Finding:
    name = str(path[-1])
    around = _model_at(model, path[:-1])
    field = _fields(around).get(name) if around else None
    inner = _inner(field.annotation) if field is not None else None
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        needed = [key for key, each in _fields(inner).items() if each.is_required()]
        mend = f"add [{name}] with {', '.join(needed)}"
        return Finding(path, "this table is missing", mend)
    example = field.examples[0] if field is not None and field.examples else '"…"'
    return Finding(path, f"`{name}` is missing", f"add for example {name} = {example}")


def _unknown(path: Path, model: type[BaseModel], private: bool) -> Finding:
    word = path[-1]
    around = _model_at(model, path[:-1])
    known = _fields(around) if around else {}
    near = nearest(word, known)
    if near is not None:
        return Finding(path, f"unknown key `{shown(word)}`", f"did you mean `{near}`?")
    if private:
        mend = f"known here: {', '.join(known)}"
        return Finding(path, "unknown key", mend, unnamed=True)
    homes = [
        f"[{name}]" if get_origin(_bare(field.annotation)) is not tuple else f"[[{name}]]"
        for name, field in _fields(model).items()
        if (inner := _model_at(model, (name, 0))) is not None and word in _fields(inner)
    ]
    if homes:
        mend = f"it belongs in {' or '.join(homes)}"
    elif len(path) == 1 and word in ("participant", "disclosed_bodies"):
        mend = "names of participants belong in the roster file, never in the agenda"
    else:
        mend = f"known here: {', '.join(known)}" if known else "take it out"
    return Finding(path, f"unknown key `{shown(word)}`", mend)


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model of the table at `path`; a number steps into a list, or nowhere in a table."""
    here: Any = model
    for step in path:
        if isinstance(step, int):
            continue  # the entries of a list share one shape
        if not (isinstance(here, type) and issubclass(here, BaseModel)):
            return None
        field = _fields(here).get(step)
        if field is None:
            return None
        here = _inner(field.annotation)
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


def _bare(annotation: Any) -> Any:
    """An annotation without its metadata and without `| None`."""
    origin = get_origin(annotation)
    if origin is typing.Annotated:
        return _bare(get_args(annotation)[0])
    if origin in (typing.Union, types.UnionType):
        return _bare(next(part for part in get_args(annotation) if part is not type(None)))
    return annotation


def _inner(annotation: Any) -> Any:
    """What an annotation holds: the entry of a list, else the thing itself."""
    bare = _bare(annotation)
    return _bare(get_args(bare)[0]) if get_origin(bare) is tuple else bare
