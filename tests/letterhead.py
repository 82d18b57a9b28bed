"""A Word file as a house has it, with everything in it that tells who made it and where."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from facilitator.writers.word_parts import SPACES

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SECRET = "Tverrfjelldal"
"""Stands wherever a file may tell who made it."""


def chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


PNG = b"".join(
    [
        b"\x89PNG\r\n\x1a\n",
        chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)),
        chunk(b"tEXt", b"Author\0" + SECRET.encode()),
        chunk(b"IDAT", zlib.compress(b"\0\x20\x40\x80")),
        chunk(b"IEND", b""),
    ]
)
DRAWING = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:extent cx="360000" cy="360000"/>'
    f'<wp:docPr id="1" name="{SECRET}.png" descr="C:\\Users\\{SECRET}\\logo.png"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData'
    ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic='
    '"http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1"'
    f' name="{SECRET}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:{{link}}/>'
    '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


BY = f'w:id="9" w:author="{SECRET}" w:date="2020-05-28T14:00:00Z"'
PICTURE = DRAWING.replace("{link}", 'embed="rId1"')
TRACKER = DRAWING.replace("{link}", 'link="rId4"')
PLACE = field("FILENAME \\p", f"C:/{SECRET}")
LETTERHEAD = (
    f'<w:p w:rsidR="00AB12CD">{run("The House")}{PICTURE}'
    f"<w:ins {BY}>{run(' of Peace')}</w:ins><w:del {BY}><w:r><w:delText>{SECRET}</w:delText></w:r>"
    f'</w:del><w:commentRangeStart w:id="0"/><w:bookmarkStart w:id="1" w:name="{SECRET}"/>'
    f'<w:bookmarkEnd w:id="1"/><w:permStart w:id="2" w:ed="HOUSE\\{SECRET}"/><w:permEnd w:id="2"/>'
    f'<w:r><w:commentReference w:id="0"/></w:r>{field("AUTHOR", SECRET)}'
    f"{PLACE}"
    f'<w:fldSimple w:instr=" LASTSAVEDBY ">{run(SECRET)}</w:fldSimple>'
    f"<w:sdt><w:sdtPr><w:dataBinding w:xpath='x' w:storeItemID='y'/></w:sdtPr><w:sdtContent>"
    f"{run(SECRET)}</w:sdtContent></w:sdt>"
    f'<w:hyperlink r:id="rId2">{run(" house.example")}</w:hyperlink>'
    f'<w:hyperlink r:id="rId3">{run(" (map)")}</w:hyperlink>'
    f"{TRACKER}</w:p>"
)
FOOT = f"<w:p>{run('page ')}{field('PAGE', '7')}{field('IF ' + field('AUTHOR', 'x'), SECRET)}</w:p>"
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Garamond"/></w:rPr></w:rPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Standard">'
    '<w:name w:val="Normal"/><w:rsid w:val="00AB12CD"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn'
    ' w:val="Standard"/><w:rPr><w:color w:val="7A0019"/>'
    f"<w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Standard"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Aufz"><w:name w:val="List Bullet"/>'
    '<w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="ListNumber2"><w:name w:val="of another name"/>'
    "</w:style>"
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt'
    ' w:val="bullet"/><w:pStyle w:val="Aufz"/><w:lvlText w:val="►"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>'
)
SETTINGS = (
    '<w:attachedTemplate r:id="rId1"/><w:trackRevisions/><w:documentProtection w:edit="forms"'
    f' w:enforcement="1"/><w:defaultTabStop w:val="709"/><w:docVars><w:docVar w:name="x"'
    f' w:val="{SECRET}"/></w:docVars><w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids>'
)
SECTION = (
    '<w:sectPr w:rsidR="00AB12CD"><w:headerReference w:type="default" r:id="rId11"/>'
    '<w:footerReference w:type="default" r:id="rId12"/>{more}<w:pgSz w:w="12240" w:h="15840"/>'
    '<w:pgMar w:top="2400" w:right="1440" w:bottom="1440" w:left="1440" w:header="720"'
    ' w:footer="720" w:gutter="0"/><w:cols w:num="2"/>{first}</w:sectPr>'
)


def rels(*some: tuple[str, str, str, bool]) -> str:
    told = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if outside else ''}/>"
        for key, kind, target, outside in some
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{told}</Relationships>'


def letterhead(
    *,
    first: bool = False,
    styles: str = STYLES,
    kind: str = "document.main",
    **changed: str | None,
) -> bytes:
    """A Word file as somebody's office has it; `changed` parts by their last name."""
    core = "http://schemas.openxmlformats.org/package/2006"
    body = f"<w:p>{run(SECRET)}</w:p>" + SECTION.format(
        more="", first="<w:titlePg/>" if first else ""
    )
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{core}/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="png" ContentType="image/png"/>'
            + "".join(
                f'<Override PartName="/word/{name}.xml" ContentType="{WML}.{what}+xml"/>'
                for name, what in (
                    *(
                        ("document", kind),
                        ("styles", "styles"),
                        ("comments", "comments"),
                    ),
                    *(("numbering", "numbering"), ("settings", "settings")),
                    *(("header1", "header"), ("footer1", "footer")),
                )
            )
            + "</Types>"
        ),
        "_rels/.rels": rels(
            ("rId1", "officeDocument", "word/document.xml", False),
            ("rId2", "extended-properties", "docProps/app.xml", False),
        ).replace(
            "</Relationships>",
            f'<Relationship Id="rId3" Type="{core}/relationships/metadata/core-properties"'
            ' Target="docProps/core.xml"/></Relationships>',
        ),
        "docProps/app.xml": f"<Properties><Company>{SECRET}</Company></Properties>",
        "docProps/core.xml": f"<coreProperties><creator>{SECRET}</creator></coreProperties>",
        "word/_rels/document.xml.rels": rels(
            *(
                ("rId1", "styles", "styles.xml", False),
                ("rId2", "numbering", "numbering.xml", False),
            ),
            *(
                ("rId3", "settings", "settings.xml", False),
                ("rId4", "comments", "comments.xml", False),
            ),
            *(("rId11", "header", "header1.xml", False), ("rId12", "footer", "footer1.xml", False)),
        ),
        "word/_rels/header1.xml.rels": rels(
            *(("rId1", "image", "media/image1.png", False),),
            *(("rId2", "hyperlink", "https://house.example/", True),),
            *(("rId3", "hyperlink", f"file:///C:/{SECRET}/map.pdf", True),),
            *(("rId4", "image", f"https://track.example/{SECRET}.png", True),),
        ),
        "word/_rels/settings.xml.rels": rels(
            ("rId1", "attachedTemplate", f"file:///C:/{SECRET}/house.dotx", True)
        ),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {SPACES}>{NUMBERING}</w:numbering>",
        "word/settings.xml": f"<w:settings {SPACES}>{SETTINGS}</w:settings>",
        "word/comments.xml": f"<w:comments {SPACES}><w:comment {BY}/></w:comments>",
        "word/header1.xml": f"<w:hdr {SPACES}>{LETTERHEAD}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {SPACES}>{FOOT}</w:ftr>",
    }
    for name, value in changed.items():
        (place,) = [each for each in parts if each.endswith(f"/{name}.xml")]
        if value is None:
            del parts[place]
        else:
            parts[place] = value
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for place, text in parts.items():
            package.writestr(place, text)
        package.writestr("word/media/image1.png", PNG)
    return made.getvalue()
