"""What Word's XML calls the things in which people write: elements and attributes, as data.

Names are local names; the two editions of the format differ in their namespaces only.
"""

from __future__ import annotations

import re

PARTS = {
    "document": "", "footnotes": "", "endnotes": "", "comments": "", "hdr": "header",
    "ftr": "footer", "glossaryDocument": "building blocks", "styles": "styles",
    "settings": "settings", "webSettings": "settings", "numbering": "list numbers",
    "people": "people", "fonts": "fonts", "theme": "theme", "coreProperties": "properties",
    "Properties": "properties", "Relationships": "links", "chartSpace": "chart",
    "dataModel": "diagram", "drawing": "diagram", "sst": "sheet", "worksheet": "sheet",
    "workbook": "sheet", "table": "sheet", "sld": "slide", "Types": "fonts",
}  # fmt: skip
"""What to call a part, by its first element; the body and the notes are told without."""

TEXT = frozenset(("t", "delText"))
CODES = frozenset(("instrText", "delInstrText"))

CHARACTERS = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n",
    "noBreakHyphen": "\u2011", "softHyphen": "\u00ad",
}  # fmt: skip
"""Elements of a run that stand for one character."""

CHANGES = {"ins": 1, "moveTo": 1, "del": 2, "moveFrom": 2}
"""Tracked changes, with the bit that their text gets; see `word_paragraphs`."""

NO_TEXT = frozenset(
    """fldData binData align posOffset pctWidth pctHeight pctPosHOffset pctPosVOffset
    relativeHeight formatCode AppVersion DocSecurity ScaleCrop LinksUpToDate SharedDoc
    HyperlinksChanged created modified""".split()
)
"""Elements whose characters nobody reads."""

PEOPLE = frozenset("author initials userId ed userName displayName lastModifiedBy".split())
"""Attributes that name somebody."""

PEOPLE_PROPERTIES = frozenset(
    "creator lastModifiedBy Manager Company author manager company Author LastAuthor".split()
)

ATTRIBUTES = {
    "descr": "alt text", "alt": "alt text", "title": "title of a picture or link",
    "tooltip": "tip of a link", "docLocation": "anchor of a link",
    "href": "link", "src": "link", "string": "drawn words", "instr": "field code",
    "displayText": "list entry", "target": "link", "caption": "caption",
}  # fmt: skip
"""Attributes that hold words wherever they stand, and what to call them."""

NAMES = {
    "bookmarkStart": "bookmark", "docPr": "name of a picture", "cNvPr": "name of a picture",
    "docVar": "document variable", "property": "name of a property",
    "sheet": "name of a sheet", "definedName": "name of a range", "cSld": "name of a slide",
    "smartTag": "smart tag", "attr": "smart tag", "moveFromRangeStart": "bookmark",
    "moveToRangeStart": "bookmark", "ser": "name of a series", "table": "name of a table",
    "tableColumn": "name of a column",
}  # fmt: skip
"""Elements whose attribute `name` somebody chose."""

VALUES = {
    "alias": "content control", "tag": "content control", "docVar": "document variable",
    "helpText": "form field", "statusText": "form field", "default": "form field",
    "listEntry": "form field", "attr": "smart tag", "tblCaption": "table title",
    "tblDescription": "table description", "query": "mail merge", "udl": "mail merge",
    "connectString": "mail merge", "table": "mail merge", "mailSubject": "mail merge",
    "addressFieldName": "mail merge", "mappedName": "mail merge", "description": "building block",
    "docPart": "building block", "aliases": "style", "lvlText": "list number",
    "entryMacro": "macro", "exitMacro": "macro", "listItem": "list entry",
    "saveThroughXslt": "settings", "column": "mail merge", "text": "caption",
}  # fmt: skip
"""Elements whose attribute `val` or `value` holds words."""

NAMED_IN = {
    "ffData": "form field", "docPartPr": "building block", "category": "building block",
    "style": "style",
}  # fmt: skip
"""Elements within which `<w:name w:val=…>` is a name that somebody chose."""

NO_WORDS = frozenset(
    """style eqn path fmla Ignorable Requires MustUnderstand ProcessContent PreserveAttributes
    PreserveElements typeface ascii hAnsi eastAsia cs coordsize coordorigin adj gfxdata
    formatCode ContentType Type Extension PartName sqref ref spans points textboxrect limo panose
    connectlocs schemaLocation space lang uri rsid date dateUtc id wrapcoords fill from to
    connectangles chromakey lumMod xfrm prst progId filter""".split()
)
"""Attributes that a program writes for a program, though they may hold spaces."""

NO_ATTRIBUTES = frozenset(
    """font rFonts lang lsdException latentStyles altName sig panose1 latin ea cs sym themeFontLang
    bodyPr theme fontScheme clrScheme fmtScheme compatSetting mathFont""".split()
)
"""Elements that name fonts, colours and languages."""

SET_BY_WORD = ("_GoBack", "_Toc", "_Hlk", "_Ref", "_MON_", "_ftn", "_edn", "OLE_LINK")
"""How the bookmarks begin that Word sets by itself."""

ORDINARY_PARTS = frozenset(
    """[content_types] _rels rels word docprops customxml theme media embeddings charts diagrams
    glossary document styles styleswitheffects settings websettings fonttable numbering header
    footer footnotes endnotes comments commentsextended commentsids commentsextensible people
    app core custom item itemprops image chart colors style data layout quickstyle drawing
    oleobject vbaproject vbadata thumbnail worksheets sheet sharedstrings workbook xl tables
    table calcchain microsoft_excel_sheet microsoft_excel_worksheet microsoft_word_document
    activex printersettings documenttasks chartex customizations attachedtoolbars fonts font
    hdphoto intelligence userdrawings ink bibliography sheetmetadata persons
    threadedcomment threadedcomments afchunk webextensions webextension taskpanes person
    xml png jpg jpeg gif bmp emf wmf tif tiff svg wdp bin odttf xlsx docx vml htm html mht
    """.split()
)
"""What the names of parts are made of, digits aside, when a program gives them."""

CHANGED = "author of tracked change"
ROLES = {
    ("comment", "author"): "author of comment", ("comment", "initials"): "initials at comment",
    ("person", "author"): "people: author", ("presenceInfo", "userId"): "people: account",
}  # fmt: skip
"""What somebody is named as, by element and attribute; else `CHANGED`."""

PERSONAL = re.compile(
    r"(?i)author|owner|user|name|\bby\b|manager|editor|reviewer|contact|from|company|client"
    r"|speaker|person|firm|organi[sz]ation|employer|sender|recipient"
)
"""What a property is called that somebody made to name a person."""
