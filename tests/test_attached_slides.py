"""Words on slides that nobody can read are not published; light words on a dark ground, or perhaps on one, are."""

from __future__ import annotations

import io
import time
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

import pytest
from test_attached_inside import linked, refused, seen, zipped

from elzctl.attachments.slide_looks import A, P
from elzctl.tree import Unreadable

UNREAD = "holds words that nobody can read, in the colour of what is behind them or as small as a dot (in {});"
UNSEEN = "holds what readers do not see: hidden sheets, rows, columns, slides, shapes or words (in {});"
NAME = "ppt/slides/slide1.xml"

SPACES = (
    f'xmlns:a="{A[1:-1]}" xmlns:p="{P[1:-1]}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAP = (
    '<p:clrMap bg1="{0}" tx1="{1}" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent1" accent3="accent1"'
    ' accent4="accent1" accent5="accent1" accent6="accent1" hlink="accent1" folHlink="accent1"/>'
)
LIGHT, DARK = MAP.format("lt1", "dk1"), MAP.format("dk1", "lt1")
SCHEME = (
    '<a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1>'
    '<a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="1F3864"/></a:dk2><a:lt2><a:srgbClr val="EEEEEE"/>'
    '</a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme>'
)
PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
GRADIENT = '<a:gradFill><a:gsLst><a:gs pos="0"><a:schemeClr val="phClr"/></a:gs></a:gsLst></a:gradFill>'
THEME = (
    f'<a:theme {SPACES} name="x"><a:themeElements>{SCHEME}<a:fmtScheme name="x"><a:bgFillStyleLst>{PLAIN}{GRADIENT}{PLAIN}'
    "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
PAPER = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'


def tree(*shapes: str, ground: str = "") -> str:
    return f"<p:cSld>{ground}<p:spTree><p:nvGrpSpPr/><p:grpSpPr/>{''.join(shapes)}</p:spTree></p:cSld>"


def led(**to: str) -> str:
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{KIND}/{kind}" Target="{target}"/>' for kind, target in to.items()
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'


def deck(
    *shapes: str,
    ground: str = "",
    master: str = "",
    layout: str = "",
    colours: str = LIGHT,
    paper: str = PAPER,
    more: str = "",
    about: str = "",
) -> bytes:
    """A presentation of one slide with these shapes; what its master and its layout draw, and what is behind all of that."""
    parts = {
        "ppt/presentation.xml": f'<p:presentation {SPACES}><p:sldSz cx="9000" cy="5000"/></p:presentation>',
        NAME: f"<p:sld {SPACES}{about}>{tree(*shapes, ground=ground)}{more}</p:sld>",
        "ppt/slides/_rels/slide1.xml.rels": led(slideLayout="../slideLayouts/slideLayout1.xml"),
        "ppt/slideLayouts/slideLayout1.xml": f"<p:sldLayout {SPACES}>{tree(layout)}</p:sldLayout>",
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": led(slideMaster="/ppt/slideMasters/slideMaster1.xml"),
        "ppt/slideMasters/slideMaster1.xml": f"<p:sldMaster {SPACES}>{tree(master, ground=paper)}{colours}</p:sldMaster>",
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": led(theme="../theme/theme1.xml"),
        "ppt/theme/theme1.xml": THEME,
    }
    return zipped({**parts, **linked(parts)})


def rgb(colour: str, more: str = "") -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}">{more}</a:srgbClr></a:solidFill>'


def named(name: str, more: str = "") -> str:
    return f'<a:solidFill><a:schemeClr val="{name}">{more}</a:schemeClr></a:solidFill>'


WHITE, NAVY, BLACK = rgb("FFFFFF"), rgb("1F3864"), rgb("000000")
BELOW, ACROSS = (1000, 3000, 2000, 500), (500, 500, 8000, 2000)
TITLE = '<p:ph type="title"/>'


def words(look: str = "", text: str = "GEHEIM", level: int = 0) -> str:
    about = f'<a:pPr lvl="{level}"/>' if level else ""
    return f'<a:p>{about}<a:r><a:rPr lang="nl-BE">{look}</a:rPr><a:t>{text}</a:t></a:r></a:p>'


def sp(
    said: str = "",
    fill: str = "",
    at: tuple[int, int, int, int] | None = (1000, 1000, 2000, 500),
    *,
    form: str = "rect",
    style: str = "",
    place: str = "",
    usual: str = "",
    body: str = "",
    about: str = "",
) -> str:
    """A shape with words, filled with something, at its left, its top, so wide and so high."""
    where = ""
    if at is not None:
        where = f'<a:xfrm{about}><a:off x="{at[0]}" y="{at[1]}"/><a:ext cx="{at[2]}" cy="{at[3]}"/></a:xfrm>'
    shape = f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>' if form and not place else ""
    name = f'<p:nvSpPr><p:cNvPr id="2" name="x"/><p:cNvSpPr/><p:nvPr>{place}</p:nvPr></p:nvSpPr>'
    text = f"<p:txBody><a:bodyPr{body}<a:lstStyle>{usual}</a:lstStyle>{said}</p:txBody>" if said else ""
    text = text.replace("<a:bodyPr<", "<a:bodyPr/><")
    return f"<p:sp>{name}<p:spPr>{where}{shape}{fill}</p:spPr>{style}{text}</p:sp>"


def pic(at: tuple[int, int, int, int]) -> str:
    where = f'<a:xfrm><a:off x="{at[0]}" y="{at[1]}"/><a:ext cx="{at[2]}" cy="{at[3]}"/></a:xfrm>'
    return f'<p:pic><p:nvPicPr><p:cNvPr id="4" name="x"/></p:nvPicPr><p:blipFill/><p:spPr>{where}</p:spPr></p:pic>'


def group(*shapes: str, at: tuple[int, int, int, int] = ACROSS, inner: str = "", about: str = "") -> str:
    start = inner or f'<a:chOff x="{at[0]}" y="{at[1]}"/><a:chExt cx="{at[2]}" cy="{at[3]}"/>'
    where = f'<a:xfrm{about}><a:off x="{at[0]}" y="{at[1]}"/><a:ext cx="{at[2]}" cy="{at[3]}"/>{start}</a:xfrm>'
    return f"<p:grpSp><p:nvGrpSpPr/><p:grpSpPr>{where}</p:grpSpPr>{''.join(shapes)}</p:grpSp>"


def cell(fill: str, look: str = WHITE) -> str:
    where = '<p:xfrm><a:off x="1000" y="1000"/><a:ext cx="2000" cy="500"/></p:xfrm>'
    row = f"<a:tr><a:tc><a:txBody><a:bodyPr/>{words(look)}</a:txBody><a:tcPr>{fill}</a:tcPr></a:tc></a:tr>"
    return f"<p:graphicFrame>{where}<a:graphic><a:graphicData><a:tbl>{row}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"


def styled(font: str, fill: int = 1) -> str:
    return f'<p:style><a:fillRef idx="{fill}"><a:schemeClr val="accent1"/></a:fillRef><a:fontRef idx="minor"><a:schemeClr val="{font}"/></a:fontRef></p:style>'


def ground(fill: str) -> str:
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"


OVERRIDE = '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"/></p:clrMapOvr>'


@pytest.mark.parametrize(
    "raw",
    [
        deck(sp(words(WHITE))),
        deck(sp(words(rgb("FBFCFD")))),
        deck(sp(words(named("bg1")))),
        deck(sp(words(named("lt1")))),
        deck(sp(words(named("bg1", '<a:lumMod val="95000"/>')))),
        deck(sp(words(named("tx1")), fill=BLACK)),
        deck(sp(words(named("bg1"))), colours=DARK),
        deck(sp(words(named("bg1"))), ground=ground(named("bg1")), more=OVERRIDE),
        deck(sp(words(NAVY)), ground=ground(NAVY)),
        deck(sp(words(NAVY), fill=NAVY)),
        deck(sp(words(WHITE, level=1), usual="")),
        deck(sp(words(level=1), usual=f"<a:lvl2pPr><a:defRPr>{WHITE}</a:defRPr></a:lvl2pPr>")),
        deck(sp(words(), usual='<a:lvl1pPr><a:defRPr sz="100"/></a:lvl1pPr>')),
        deck(sp(words(), fill="<a:noFill/>", style=styled("lt1"))),
        deck(sp(words("<a:noFill/>"))),
        deck(sp(words("<a:noFill/>"), fill=NAVY)),
        deck(sp(words(WHITE), at=None, place=TITLE)),
        deck(sp(words(WHITE), at=None, place=TITLE), layout=sp(at=ACROSS, place=TITLE)),
        deck(sp(words(WHITE), at=BELOW), master=sp(fill=NAVY, at=ACROSS)),
        deck(sp(fill=NAVY, at=ACROSS), sp(words(WHITE), at=BELOW)),
        deck(sp(words(WHITE)), sp(fill=NAVY, at=ACROSS)),
        deck(sp(words(WHITE)), ground=ground(rgb("FAFAFA"))),
        deck(sp(fill=WHITE, at=ACROSS), sp(words(WHITE)), ground=ground(NAVY)),
        deck(sp(words(WHITE), at=None, place=TITLE), layout=sp(fill=WHITE, at=ACROSS)),
        deck(sp(words(WHITE)), master=sp(fill=NAVY, at=ACROSS), about=' showMasterSp="0"'),
        deck(cell(WHITE)),
        deck(cell(NAVY, NAVY)),
        deck(group(sp(words(WHITE)))),
        deck(f"<mc:AlternateContent><mc:Choice>{sp(words(WHITE))}</mc:Choice></mc:AlternateContent>"),
        deck(
            sp(words(WHITE), body=' wrap="none"><a:spAutoFit/></a:bodyPr>', at=BELOW), master=sp(fill=NAVY, at=ACROSS)
        ),
        deck(sp(words(f"{NAVY}<a:highlight><a:srgbClr val='1F3864'/></a:highlight>"))),
    ],
)
def test_words_in_the_colour_of_what_is_behind_them_are_not_published(raw: bytes, tmp_path: Path) -> None:
    assert refused(tmp_path, "a.pptx", raw).startswith(UNREAD.format(NAME))


@pytest.mark.parametrize(
    "raw",
    [
        deck(sp(words())),
        deck(sp(words(NAVY))),
        deck(sp(words(named("bg1", '<a:lumMod val="75000"/>')))),
        deck(sp(words(named("tx1", '<a:lumMod val="50000"/><a:lumOff val="50000"/>')))),
        deck(sp(words(WHITE, " – "))),
        deck(sp(words(WHITE), fill=NAVY)),
        deck(sp(words(WHITE), fill=rgb("FFFFFF", '<a:alpha val="10000"/>'))),
        deck(sp(words(WHITE), fill=GRADIENT)),
        deck(sp(words(WHITE), style=styled("lt1"))),
        deck(sp(words(), style=styled("lt1"))),
        deck(sp(words(WHITE)), ground=ground(NAVY)),
        deck(sp(words(WHITE)), ground=ground("<a:blipFill/>")),
        deck(sp(words(named("tx1"))), colours=DARK),
        deck(sp(words(WHITE)), colours=DARK),
        deck(sp(words(named("lt1"))), more=OVERRIDE),
        deck(sp(words(WHITE)), paper=PAPER.replace("1001", "1002")),
        deck(sp(words(WHITE)), paper=""),
        deck(sp(fill=NAVY, at=ACROSS), sp(words(WHITE))),
        deck(sp(fill=NAVY, at=(0, 0, 1500, 5000)), sp(words(WHITE))),
        deck(sp(fill=NAVY, at=ACROSS, form="ellipse"), sp(words(WHITE))),
        deck(pic((0, 0, 9000, 5000)), sp(words(WHITE))),
        deck(sp(words(WHITE)), master=sp(fill=NAVY, at=ACROSS)),
        deck(sp(words(WHITE)), layout=pic(ACROSS)),
        deck(sp(words(WHITE), at=None, place=TITLE), master=sp(at=ACROSS, place=TITLE), layout=pic(ACROSS)),
        deck(sp(words(WHITE), at=None, place=TITLE), layout=sp(fill=NAVY, at=ACROSS, place=TITLE)),
        deck(sp(words(WHITE), at=None, place='<p:ph idx="7"/>'), layout=sp(fill=NAVY, at=BELOW)),
        deck(cell("")),
        deck(cell("<a:noFill/>")),
        deck(cell(NAVY)),
        deck(group(sp(fill=NAVY, at=ACROSS), sp(words(WHITE)))),
        deck(group(sp(words(WHITE)), about=' rot="5400000"'), master=sp(fill=NAVY, at=BELOW)),
        deck(sp(words(WHITE), body=' wrap="none"/>', at=BELOW), master=sp(fill=NAVY, at=ACROSS)),
        deck(sp(words(f"<a:ln w='9'>{BLACK}</a:ln>{WHITE}"))),
        deck(sp(words(f"{WHITE}<a:effectLst><a:outerShdw/></a:effectLst>"))),
        deck(sp(words(f"{WHITE}<a:highlight><a:srgbClr val='1F3864'/></a:highlight>"))),
        deck(sp(words(GRADIENT))),
        deck(sp(words(level=1), usual=f"<a:lvl1pPr><a:defRPr>{WHITE}</a:defRPr></a:lvl1pPr>")),
    ],
)
def test_words_that_somebody_can_read_or_perhaps_are_published(raw: bytes, tmp_path: Path) -> None:
    seen(tmp_path, "a.pptx", raw)


HALF = '<a:chOff x="0" y="0"/><a:chExt cx="18000" cy="10000"/>'


@pytest.mark.parametrize(
    "raw",
    [
        deck(group(sp(words()), sp(words(text="GEHEIM"), at=(9500, 0, 900, 500)), at=(0, 0, 10400, 5000))),
        deck(group(sp(words(), at=(18500, 0, 900, 500)), at=(0, 0, 9000, 5000), inner=HALF)),
    ],
)
def test_words_of_a_group_that_lie_beside_the_slide_are_not_published(raw: bytes, tmp_path: Path) -> None:
    assert refused(tmp_path, "a.pptx", raw).startswith(UNSEEN.format(NAME))


@pytest.mark.parametrize(
    "raw",
    [
        deck(group(sp(words(), at=(9500, 0, 900, 500)), at=(0, 0, 9000, 5000), inner=HALF)),
        deck(group(sp(words(text="–"), at=(9500, 0, 900, 500)), sp(words()), at=(0, 0, 10400, 5000))),
        deck(group(sp(words(), at=(9500, 0, 900, 500)), at=(0, 0, 9000, 5000), inner=HALF, about=' flipH="1"')),
    ],
)
def test_words_of_a_group_that_lie_on_the_slide_are_published(raw: bytes, tmp_path: Path) -> None:
    seen(tmp_path, "a.pptx", raw)


def test_a_document_that_is_strictly_of_the_norm_has_the_same_names_for_other_things(tmp_path: Path) -> None:
    data = io.BytesIO()
    with ZipFile(io.BytesIO(deck(sp(words(WHITE))))) as old, ZipFile(data, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for kind in ("drawingml", "presentationml"):
                text = text.replace(
                    f"http://schemas.openxmlformats.org/{kind}/2006/main", f"http://purl.oclc.org/ooxml/{kind}/main"
                )
            new.writestr(name, text)
    assert refused(tmp_path, "a.pptx", data.getvalue()).startswith(UNREAD.format(NAME))


def test_more_than_can_be_looked_into_is_not_published(tmp_path: Path) -> None:
    told = "has more on its slides than elzctl can look into"
    assert refused(tmp_path, "a.pptx", deck("<a:x/>" * (9 << 20))) == told


@pytest.mark.parametrize(
    "shapes",
    [
        "<p:grpSp>" * 100_000 + "</p:grpSp>" * 100_000,
        sp(fill=NAVY) * 3_000 + sp(words(WHITE)),
        sp(words(BLACK)) * 3_000,
        "<p:sp>" * 10_000,
        '<!DOCTYPE x [<!ENTITY a "aaaa">]>',
    ],
)
def test_a_hostile_slide_takes_no_more_than_a_moment(shapes: str, tmp_path: Path) -> None:
    begun = time.process_time()
    with suppress(Unreadable):
        seen(tmp_path, "a.pptx", deck(shapes))
    assert time.process_time() - begun < 10
