"""The fonts and colours that Word offers who goes on writing in a document, and what stands for a font that is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from elzctl.render.docx_package import RELATION, Part
from elzctl.render.docx_styles import OURS

_MIME = "application/vnd.openxmlformats-officedocument"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FAMILIES = (("Arial", "swiss"), ("Consolas", "modern"), ("Segoe UI Symbol", "swiss"))


def fonts(text: str) -> Part:
    """The fonts in use and their families; *text* is that of running text."""
    inside = "".join(
        f'<w:font w:name="{name}"><w:charset w:val="00"/><w:family w:val="{family}"/></w:font>'
        for name, family in sorted((*_FAMILIES, (text, "auto" if text != "Calibri" else "swiss")))
    )
    xml = f'<w:fonts xmlns:w="{_WORD}" xmlns:r="{RELATION}">{inside}</w:fonts>'
    return Part("word/fontTable.xml", "fontTable", f"{_MIME}.wordprocessingml.fontTable+xml", xml)


def theme(colours: Mapping[str, str] = OURS, font: str = "Calibri") -> Part:
    """The colours and fonts; shapes are as plain as can be, because there are none."""
    scheme = "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in _scheme(colours))
    letters = f'<a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    xml = (
        f'<a:theme xmlns:a="{_DRAWING}" name="elzctl"><a:themeElements>'
        f'<a:clrScheme name="elzctl">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="elzctl"><a:majorFont>{letters}</a:majorFont><a:minorFont>{letters}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="elzctl"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
    return Part("word/theme1.xml", "theme", f"{_MIME}.theme+xml", xml)


def _scheme(colours: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Dark and light, then six accents: those of the look, and of the states of actions."""
    accent, muted = colours["accent"], colours["muted"]
    yield from (("dk1", colours["ink"]), ("lt1", "FFFFFF"), ("dk2", accent), ("lt2", colours["tint"]))
    yield from (("accent1", accent), ("accent2", muted), ("accent3", "1F3A63"), ("accent4", "5C3F00"))
    yield from (("accent5", "25511A"), ("accent6", "47336A"), ("hlink", accent), ("folHlink", muted))
