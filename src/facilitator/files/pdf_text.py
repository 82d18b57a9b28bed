"""The words of a PDF, page by page."""

from __future__ import annotations

import io
import logging
from pathlib import Path

from facilitator.errors import Trouble
from facilitator.files.problems import shown_path
from facilitator.files.reading import contents
from facilitator.files.word_package import FILE_CAP


def pdf_pages(path: Path) -> tuple[str, ...]:
    """The text of each page; `Trouble` (2) where it cannot be read."""
    where = shown_path(str(path))
    data = contents(path, FILE_CAP)
    if len(data) > FILE_CAP:
        raise Trouble(f"{where}: larger than {FILE_CAP // 1024**2} MiB, so it is not read", "")
    return pages_of(data, where)


def pages_of(data: bytes, where: str) -> tuple[str, ...]:
    """The text of each page, what is written on it and its properties; `where` names the file.

    Raises `Trouble` (2) for what is locked, damaged or no PDF. Pictures are not read.
    """
    import pypdf  # 60 ms that no other file needs

    # It would tell of damage line by line, with what stands there.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Trouble(f"{where}: is locked with a password", "take the password off")
        told = [str(value) for value in (reader.metadata or {}).values()]
        pages = [page.extract_text() for page in reader.pages]
    except Trouble:
        raise
    # What a damaged file makes the reader stumble over is beyond counting.
    except Exception:  # noqa: BLE001 - the file is somebody else's; nothing of it is printed
        raise Trouble(f"{where}: is damaged or no PDF", "open it and save it again") from None
    return (*pages, "\n".join(told)) if told else tuple(pages)
