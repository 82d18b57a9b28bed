"""Word documents made of a few words of XML, as small as Word itself would still open."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = f"""xmlns:w="{W}"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
 xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships\""""
_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/></Types>"""
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PROPERTIES = {
    "core": (
        "cp:coreProperties",
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ),
    "app": (
        "Properties",
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"',
    ),
    "custom": (
        "Properties",
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"',
    ),
}

CLEAN = "The timetable was thought too long."


def run(text: str, tag: str = "t") -> str:
    """A run of text."""
    return f'<w:r><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def para(*inside: str, ends: str = "") -> str:
    """A paragraph; plain words are put into a run. `ends` is the change of its end."""
    mark = f"<w:pPr><w:rPr>{ends}</w:rPr></w:pPr>" if ends else ""
    return f"<w:p>{mark}{''.join(i if i.startswith('<') else run(i) for i in inside)}</w:p>"


def deleted(text: str, by: str = "", tag: str = "del") -> str:
    """A tracked deletion."""
    return f'<w:{tag} w:id="1" w:author={quoteattr(by)}>{run(text, "delText")}</w:{tag}>'


def inserted(inside: str, by: str = "", tag: str = "ins") -> str:
    """A tracked insertion of words or of a run."""
    inside = inside if inside.startswith("<") else run(inside)
    return f'<w:{tag} w:id="2" w:author={quoteattr(by)}>{inside}</w:{tag}>'


def table(*rows: tuple[str, ...]) -> str:
    """A table of paragraphs."""
    return "<w:tbl>" + "".join(
        "<w:tr>" + "".join(f"<w:tc>{para(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows
    ) + "</w:tbl>"  # fmt: skip


def part(root: str, inside: str) -> str:
    """A part with that first element."""
    return f"<?xml version='1.0' encoding='UTF-8'?><{root} {_SPACES}>{inside}</{root}>"


def properties(kind: str, inside: str) -> str:
    """`core`, `app` or `custom` properties."""
    root, spaces = _PROPERTIES[kind]
    return f"<{root} {spaces}>{inside}</{root}>"


def link(target: str) -> str:
    """The part that tells where the document's links lead."""
    return (
        f'<Relationships xmlns="{_RELS}"><Relationship Id="r1" Type="x" TargetMode="External"'
        f" Target={quoteattr(target)}/></Relationships>"
    )


def word(*body: str, **parts: str | bytes) -> bytes:
    """A document; other parts are given by their names: `word__header1_xml=…`."""
    inside = "".join(each if each.startswith("<") else para(each) for each in body)
    named: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "word/document.xml": part("w:document", f"<w:body>{inside}</w:body>"),
    }
    for key, data in parts.items():
        folder, _, name = key.rpartition("__")
        stem, _, ending = name.rpartition("_")
        named[f"{folder.replace('__', '/')}/{stem}.{ending}".lstrip("/")] = data
    return archive(named)


def archive(parts: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these parts."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", compression) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return whole.getvalue()
