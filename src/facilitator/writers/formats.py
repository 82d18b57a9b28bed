"""The formats that a text can be written in, each with the writer that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from facilitator.errors import Trouble

if TYPE_CHECKING:
    from facilitator.publish.document import Document

_WRITERS = {
    "md": "markdown",
    "txt": "plain_text",
    "html": "web_page",
    "docx": "word",
    "pdf": "pdf",
}
FORMATS = tuple(_WRITERS)
"""The names of the formats, which are also the endings of their files."""

RECORD_FORMATS = ("toml", "json")
"""The formats of the record itself, which `files.record_file` writes and reads."""

_PACKAGES = {"docx": "python-docx>=1.1,<2", "lxml": "lxml", "typst": "typst>=0.15,<0.16"}


def written(
    document: Document, formats: Sequence[str], template: bytes | None = None
) -> tuple[Mapping[str, bytes], tuple[str, ...]]:
    """The document in each of the formats, and remarks; the DOCX looks like `template`.

    Raises `Trouble` where one of them cannot be made: then none is.
    """
    made: dict[str, bytes] = {}
    remarks: tuple[str, ...] = ()
    for form in formats:
        writer = _writer(form)
        if form == "docx" and template is not None:
            made[form], remarks = writer.write_like(document, template)
        else:
            made[form] = writer.write(document)
    return made, remarks


def _writer(form: str) -> Any:
    # Imported here: Word costs 60 ms at the start, and PDF is an extra that may be missing.
    try:
        return import_module(f"facilitator.writers.{_WRITERS[form]}")
    except ModuleNotFoundError as error:
        package = _PACKAGES.get((error.name or "").partition(".")[0])
        if package is None:
            raise
        raise Trouble(
            f"the format {form} needs a package that is not installed",
            f'pip install "{package}"',
            status=1,
        ) from None
