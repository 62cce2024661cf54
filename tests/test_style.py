"""The house style of a zone: what plan.yaml may say, pictures and fonts that can be used, and the documents that wear it."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from drawn_meetings import FIRST, met
from drawn_plans import DUTCH, TODAY, sound
from hypothesis import given, settings
from hypothesis import strategies as st
from made_pictures import JPEG, SIGN, chunk, exif, header, jpeg, named, png, segment
from small_plans import PLAN, loaded, write
from test_html import elements, parsed, words
from word_files import check_package, parts_of

from elzctl.colours import Colour
from elzctl.finding import Finding, Severity
from elzctl.load import Loaded, load
from elzctl.pictures import LARGEST_SIDE, MOST_PIXELS, Picture, Unusable, picture
from elzctl.render.dress import Dress, dress_of
from elzctl.render.html import html
from elzctl.render.meeting_editions import Wanted, meeting_edition
from elzctl.render.plan_document import plan_document
from elzctl.render.plan_editions import plan_edition
from elzctl.render.report_editions import report_edition
from elzctl.source import Patch
from elzctl.templates import OwnTemplates, own
from elzctl.tree import WorkTree
from elzctl.typefaces import NoFont, family
from elzctl.wording import Language, Message

EN = Language("en")
STYLE = """\
style:
  logo: templates/logo.png
  logo_alt: Een rode stip
  accent: "#7a1e6e"
  second: "#c96f00"
  font: Libertinus Serif
  cover: |
    Goedgekeurd op **12 december**, zie [onze site](https://zorg.example).

    ## Voor iedereen
"""
SECRETS = (b"Anna Auteur", b"Fototoestel", b"51.0,4.1")


def about(found: Loaded, *codes: str) -> list[Finding]:
    """The findings about the house style."""
    known = codes or ("low-contrast", "unusable-picture", "unknown-font", "unusable-font", "wrong-value")
    return [finding for finding in found.findings if finding.code in known]


def styled(root: Path, style: str) -> Loaded:
    return loaded(root, plan=f"{PLAN}{style}")


def one(root: Path, style: str) -> Finding:
    (finding,) = about(styled(root, f"style: {{{style}}}\n"))
    return finding


def said(message: Message | None) -> str:
    return EN(message) if message is not None else ""


def with_logo(root: Path, data: bytes = png(), name: str = "logo.png") -> Path:
    (root / "templates").mkdir(exist_ok=True)
    (root / "templates" / name).write_bytes(data)
    return root


# What plan.yaml says


def test_a_plan_without_style_has_none(tmp_path: Path) -> None:
    found = loaded(tmp_path)
    style = found.plan.settings.style
    assert (style.logo, style.accent, style.second, style.font, style.cover) == ("", None, None, "", "")
    assert found.plan.logo is None
    assert dress_of(found.plan) == Dress()


def test_everything_that_a_style_can_say_is_read(tmp_path: Path) -> None:
    found = styled(with_logo(tmp_path), STYLE)
    style = found.plan.settings.style
    assert about(found) == []
    assert (style.logo, style.logo_alt, style.font) == ("templates/logo.png", "Een rode stip", "Libertinus Serif")
    assert (style.accent, style.second) == (Colour(0x7A, 0x1E, 0x6E), Colour(0xC9, 0x6F, 0))
    assert style.cover.startswith("Goedgekeurd op **12 december**")
    assert found.plan.logo == Picture("png", png(), 12, 4)


def test_a_colour_that_cannot_be_read_is_an_error_with_the_nearest_one_that_can(tmp_path: Path) -> None:
    finding = one(tmp_path, 'accent: "#2aa5b8"')
    assert (finding.code, finding.severity) == ("low-contrast", Severity.ERROR)
    assert "its contrast is 2.70 to 1, 4.5 is needed" in said(finding.message)
    assert said(finding.hint) == 'The nearest colour that will do is "#1f7987".'
    text = f'{PLAN}style: {{accent: "#2aa5b8"}}\n'
    assert finding.fix == (Patch("plan/plan.yaml", text.index('"#2aa5b8"'), text.index("}\n"), '"#1f7987"'),)
    assert about(styled(tmp_path, 'style: {accent: "#1f7987"}\n')) == []
    assert loaded(tmp_path, plan=text).plan.settings.style.accent is None


def test_a_colour_that_reads_on_white_but_not_on_its_tint_is_refused(tmp_path: Path) -> None:
    assert one(tmp_path, 'accent: "#767676"').code == "low-contrast"


def test_a_line_needs_less_contrast_than_words(tmp_path: Path) -> None:
    assert about(styled(tmp_path, 'style: {second: "#d97a00"}\n')) == []
    finding = one(tmp_path, 'second: "#ffe100"')
    assert finding.code == "low-contrast"
    assert "3 is needed" in said(finding.message)


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("0b4f5c", '"#0b4f5c"'),
        ("FA0", '"#ffaa00"'),
        ("teal", ""),
        ('"#12345"', ""),
        ('"rgb(1,2,3)"', ""),
        ('"#0b4f5c; } body { display: none"', ""),
        ("\"#fff', read('/etc/passwd')\"", ""),
    ],
)
def test_what_is_no_colour_is_an_error_and_never_used(tmp_path: Path, typed: str, better: str) -> None:
    finding = one(tmp_path, f"second: {typed}")
    assert finding.code == "wrong-value"
    assert [patch.text for patch in finding.fix] == [better][: bool(better)]
    assert '"#' in said(finding.hint)
    assert load(WorkTree(tmp_path)).plan.settings.style.second is None


def test_a_colour_without_quotes_is_a_comment_and_is_told(tmp_path: Path) -> None:
    found = styled(tmp_path, "style:\n  accent: #0b4f5c\n")
    assert [finding.code for finding in found.findings] == ["text-after-hash"]


def test_a_list_or_an_unknown_key_is_told(tmp_path: Path) -> None:
    found = styled(tmp_path, 'style: {accent: ["#0b4f5c"], kleur: blauw}\n')
    assert [finding.code for finding in found.findings] == ["wrong-value", "unknown-key"]
    assert about(styled(tmp_path, "style: [groen]\n"))[0].code == "wrong-value"


# The logo


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("logo.png", "templates or plan"),
        ("/etc/passwd", "templates or plan"),
        ("private/logo.png", "templates or plan"),
        ("plan/beelden/logo.png", "templates or plan"),
        ("https://zorg.example/logo.png", "templates or plan"),
        ("C:/logo.png", "templates or plan"),
        ("'templates/../private/logo.png'", "every computer"),
        ("templates//logo.png", "every computer"),
        ("templates/.git/logo.png", "every computer"),
        ("'templates/a\\b.png'", "Windows"),
        ("'templates/../a\\b.png'", "every computer"),
        ("templates/con.png", "every computer"),
        ("'templates/lo\"go.png'", "every computer"),
        ("templates/logo.svg", "PNG or JPEG"),
        ("templates/png", "PNG or JPEG"),
        ("templates/html/plan.css", "PNG or JPEG"),
    ],
)
def test_a_logo_stands_in_the_repository_under_a_plain_name(tmp_path: Path, path: str, word: str) -> None:
    finding = one(tmp_path, f"logo: {path}")
    assert finding.code == "wrong-value"
    assert word in said(finding.message) + said(finding.hint)
    assert load(WorkTree(tmp_path)).plan.logo is None


@pytest.mark.parametrize("given", ["plan\\logo.png", "'templates\\logo.png'", "templates\\beeld\\logo.png"])
def test_a_backslash_in_the_path_of_a_logo_is_told_as_such_and_put_right(tmp_path: Path, given: str) -> None:
    finding = one(tmp_path, f"logo: {given}")
    assert "\\" in said(finding.message)
    assert [patch.text for patch in finding.fix] == [given.strip("'").replace("\\", "/")]
    assert finding.fix[0].text in said(finding.hint)


def test_a_missing_picture_is_an_error_where_it_is_named(tmp_path: Path) -> None:
    finding = one(tmp_path, "logo: templates/logo.png")
    assert (finding.code, finding.severity) == ("unusable-picture", Severity.ERROR)
    assert (finding.span.path, finding.span.line) == ("plan/plan.yaml", PLAN.count("\n") + 1)
    assert said(finding.message) == "templates/logo.png does not exist"


def test_a_logo_may_stand_beside_plan_yaml_and_is_no_stray_file(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "plan" / "logo.jpg").write_bytes(JPEG)
    found = styled(tmp_path, "style: {logo: plan/logo.jpg}\n")
    assert found.findings == ()
    assert found.plan.logo is not None
    assert found.plan.logo[::2] == ("jpeg", 8)


def test_a_picture_behind_a_link_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "geheim.png").write_bytes(png())
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "logo.png").symlink_to(tmp_path / "geheim.png")
    assert "is a link" in said(one(tmp_path, "logo: templates/logo.png").message)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "no PNG and no JPEG"),
        (b"<svg onload=alert(1)>", "no PNG and no JPEG"),
        (b"GIF89a", "no PNG and no JPEG"),
        (b"\0" * (1 << 20) + b"\0", "larger than 1024 KiB"),
        (png(6000, 20), "has 6000 × 20 pixels; 3000 a side"),
        (png(2001, 2000), "has 2001 × 2000 pixels"),
        (SIGN + header(1 << 31, 1 << 31) + chunk(b"IEND"), "pixels"),
        (SIGN, "is damaged"),
        (png()[:-1], "is damaged"),
        (png().replace(b"IDAT", b"IDAX"), "is damaged"),
        (SIGN + header(0, 4) + chunk(b"IEND"), "is damaged"),
        (SIGN + chunk(b"IEND"), "is damaged"),
        (SIGN + header(12, 4) + chunk(b"IDAT", b"geen pixels") + chunk(b"IEND"), "is damaged"),
        (png(12, 4).replace(header(12, 4), header(12, 5)), "is damaged"),
        (png(12, 4).replace(header(12, 4), header(12, 4, bits=3)), "is damaged"),
        (png(12, 4).replace(header(12, 4), header(12, 4, colours=3)), "is damaged"),
        (png(12, 4, chunk(b"VREEMD"[:4])), "is damaged"),
        (SIGN + header(2000, 2000) + png(2900, 6000)[len(SIGN) + 25 :], "is damaged"),
        (JPEG[:-2], "is damaged"),
        (JPEG[:40], "is damaged"),
        (b"\xff\xd8\xff", "is damaged"),
        (b"\xff\xd8\xff\xd9", "is damaged"),
        (JPEG.replace(b"\xff\xc0", b"\xff\xc3"), "not every program"),
        (JPEG.replace(b"\x08\x00\x04\x00\x08\x01", b"\x08\x00\x04\x00\x08\x04"), "CMYK"),
        (JPEG.replace(b"\x08\x00\x04\x00\x08\x01", b"\x08\x17\x70\x00\x08\x01"), "has 8 × 6000 pixels"),
        (jpeg(exif(6)), "on its side"),
        (jpeg(exif(3, ">")), "on its side"),
    ],
)
def test_a_picture_that_cannot_be_used_says_why(tmp_path: Path, data: bytes, word: str) -> None:
    finding = one(with_logo(tmp_path, data), "logo: templates/logo.png")
    assert finding.code == "unusable-picture"
    assert word in said(finding.message)


def test_the_largest_pictures_that_may_be_used_are_used() -> None:
    assert picture(png(LARGEST_SIDE, 3)).width == LARGEST_SIDE
    assert picture(png(2000, MOST_PIXELS // 2000)).height == 2000


def test_nothing_of_who_made_a_png_is_left() -> None:
    raw = png(
        12,
        4,
        chunk(b"tEXt", b"Author\0" + SECRETS[0]),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + SECRETS[1]),
        chunk(b"eXIf", SECRETS[2]),
        chunk(b"iCCP", b"naam\0\0" + SECRETS[0]),
        chunk(b"tIME", b"\x07\xe9\x01\x01\x00\x00\x00"),
    )
    found = picture(raw + b"achteraan: " + SECRETS[0])
    assert found.data == png()
    assert not any(secret in found.data for secret in SECRETS)


def test_nothing_of_who_made_a_jpeg_is_left() -> None:
    adobe = segment(0xEE, b"Adobe\0d\0\0\0\0\1")
    raw = jpeg(
        exif(1, author=SECRETS[0]),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRETS[1]),
        segment(0xE2, b"ICC_PROFILE\0\1\1" + SECRETS[0]),
        segment(0xED, b"Photoshop 3.0\0" + SECRETS[2]),
        segment(0xFE, SECRETS[0]),
        segment(0xEE, b"Adobe" + SECRETS[1]),
        adobe,
    )
    found = picture(raw + SECRETS[2])
    assert not any(secret in found.data for secret in SECRETS)
    assert b"JFIF" not in found.data
    assert found.data == jpeg(adobe, data=JPEG.replace(JPEG[2:20], b""))


def test_transparency_and_a_palette_are_kept() -> None:
    import zlib

    parts = (chunk(b"PLTE", b"\x01\x02\x03\x7a\x1e\x6e"), chunk(b"tRNS", b"\x00\xff"))
    data = SIGN + header(8, 2, 1, 3) + b"".join(parts) + chunk(b"IDAT", zlib.compress(b"\0\xf0" * 2)) + chunk(b"IEND")
    assert picture(data).data == data


@settings(deadline=None)
@given(
    st.binary(max_size=300), st.sampled_from([png(), JPEG, jpeg(exif(1)), SIGN, b"\xff\xd8\xff"]), st.integers(0, 600)
)
def test_no_bytes_make_a_picture_raise_anything_else(noise: bytes, whole: bytes, place: int) -> None:
    for raw in (whole[:place] + noise, whole[:place] + noise + whole[place:], noise + whole):
        with suppress(Unusable):
            found = picture(raw)
            assert found.width > 0 < found.height
            assert picture(found.data) == found


# Fonts


def shipped_font() -> bytes:
    return Path(str(files("fontpkg_source_sans_3")), "files", "SourceSans3[wght].ttf").read_bytes()


def own_font() -> bytes:
    """A font of another name, with the same letters."""
    old, new = ("Source Sans 3".encode("utf-16-be"), "Polder Sans 3".encode("utf-16-be"))
    return shipped_font().replace(old, new)


def with_font(root: Path, data: bytes, name: str = "polder.ttf") -> Path:
    (root / "templates" / "fonts").mkdir(parents=True, exist_ok=True)
    (root / "templates" / "fonts" / name).write_bytes(data)
    return root


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Polder Sans", "Polder Sans"),
        ("Polder Sans SemiBold", "Polder Sans"),
        ("Polder Sans Extra Light Italic", "Polder Sans"),
        ("Polder-Condensed", "Polder"),
        ("Boldini", "Boldini"),
        ("Light", "Light"),
        ("Źródło 3", "Źródło 3"),
    ],
)
def test_a_family_is_named_without_its_cut(name: str, found: str) -> None:
    assert family(named(name)) == found
    assert family(named(name, magic=b"OTTO")) == found


def test_the_name_of_a_family_is_the_one_that_the_engine_knows() -> None:
    import typst

    place = str(files("fontpkg_source_sans_3") / "files")
    there = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[place]).families()
    assert [family(shipped_font())] == list(dict.fromkeys(there))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"wOFF2",
        b"ttcf\0\1\0\0",
        b"\0\1\0\0",
        b"\0\1\0\0\xff\xff\0\0\0\0\0\0",
        named(""),
        named('x"; } </style>'),
        named("x" * 61),
        named("regel\neinde"),
    ],
)
def test_what_is_no_font_with_a_plain_name_is_refused(data: bytes) -> None:
    with pytest.raises(NoFont):
        family(data)


@settings(deadline=None)
@given(st.binary(max_size=200), st.integers(0, 60))
def test_no_bytes_make_a_font_raise_anything_else(noise: bytes, place: int) -> None:
    whole = named("Polder")
    for raw in (whole[:place] + noise, b"\0\1\0\0" + noise):
        with suppress(NoFont):
            assert family(raw).isprintable()


def test_a_font_that_is_not_here_is_refused_with_those_that_are(tmp_path: Path) -> None:
    finding = one(tmp_path, "font: Arial")
    assert (finding.code, finding.severity) == ("unknown-font", Severity.ERROR)
    assert "Source Sans 3, Libertinus Serif" in said(finding.hint)
    finding = one(with_font(tmp_path, own_font()), "font: polder sans 3")
    assert said(finding.hint) == "Did you mean “Polder Sans 3”?"
    assert [patch.text for patch in finding.fix] == ['"Polder Sans 3"']


def test_a_font_of_the_zone_is_found_by_its_name(tmp_path: Path) -> None:
    assert about(styled(with_font(tmp_path, own_font()), "style: {font: Polder Sans 3}\n")) == []


def test_a_file_that_is_no_font_is_told_when_fonts_are_looked_at(tmp_path: Path) -> None:
    with_font(tmp_path, b"geen letter")
    assert about(styled(tmp_path, "style: {font: Libertinus Serif}\n")) == []
    found = about(styled(tmp_path, "style: {font: Polder}\n"))
    assert [(finding.code, finding.span.path) for finding in found] == [
        ("unusable-font", "templates/fonts/polder.ttf"),
        ("unknown-font", "plan/plan.yaml"),
    ]


# Documents


@pytest.fixture(scope="module")
def zone(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """A plan with meetings and a house style."""
    root = met(with_logo(tmp_path_factory.mktemp("zone")))
    plan = root / "plan" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8") + STYLE, "utf-8")
    return load(WorkTree(root))


def test_the_page_wears_the_colours_light_and_dark(zone: Loaded) -> None:
    page = plan_edition("html", zone.plan, TODAY).data.decode()
    values = re.findall(r"--accent: (#[0-9a-f]{6})", page)
    assert values[0] == "#7a1e6e"
    assert values[1] not in (values[0], "#8fd0d6")
    assert re.findall(r"--rule: (#[0-9a-f]{6})", page)[0] == "#c96f00"
    assert "0b5160" not in page.split("</style>")[0]
    assert 'font-family: "Libertinus Serif", system-ui' in page


def test_the_page_shows_logo_and_words_on_its_cover(zone: Loaded) -> None:
    root = parsed(plan_edition("html", zone.plan, TODAY).data.decode())
    (image,) = (element for name, element in elements(root) if name == "img")
    assert image.attrib["alt"] == "Een rode stip"
    assert (image.attrib["width"], image.attrib["height"]) == ("12", "4")
    assert base64.b64decode(image.attrib["src"].removeprefix("data:image/png;base64,")) == png()
    (cover,) = (element for name, element in elements(root) if name == "header")
    assert "Goedgekeurd op 12 december, zie onze site. Voor iedereen" in words(cover)
    assert [name for name, _ in elements(cover) if name in ("h1", "h2", "h3", "h4", "h5", "h6")] == ["h1"]


def test_without_style_every_document_is_as_it_comes_with_elzctl(tmp_path: Path) -> None:
    plan = load(WorkTree(sound(tmp_path))).plan
    drawn = plan_document(plan, TODAY, Language(plan.settings.language.value))
    assert drawn.cover == ()
    page = html(drawn)
    assert page == html(drawn, Dress()) == plan_edition("html", plan, TODAY).data.decode()
    assert "<img" not in page
    assert "--accent: #0b5160" in page


def images(pdf: pikepdf.Pdf) -> list[Any]:
    streams = (one for one in pdf.objects if isinstance(one, pikepdf.Stream))
    return [one for one in streams if one.get("/Subtype") == "/Image"]


def test_the_pdf_has_the_logo_with_its_words_and_stays_accessible(zone: Loaded) -> None:
    data, warnings, _ = plan_edition("pdf", zone.plan, TODAY)
    assert warnings == ()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(images(pdf)) == 1
        assert (images(pdf)[0].Width, images(pdf)[0].Height) == (12, 4)
        alts = [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
        assert "Een rode stip" in alts
        metadata = bytes(pdf.Root.Metadata.read_bytes())
        assert b"pdfuaid" in metadata
        names = {str(one.get("/BaseFont", "")) for one in pdf.objects if isinstance(one, pikepdf.Dictionary)}
    assert any("LibertinusSerif" in name for name in names)
    assert not any("SourceSans3" in name for name in names)


def test_the_word_file_has_logo_colours_and_font(zone: Loaded) -> None:
    data, warnings, _ = plan_edition("docx", zone.plan, TODAY)
    assert warnings == ()
    check_package(data)
    parts = parts_of(data)
    assert parts["word/media/logo.png"] == png()
    text, styles = parts["word/document.xml"].decode(), parts["word/styles.xml"].decode()
    assert 'descr="Een rode stip"' in text
    assert "Goedgekeurd op" in text
    assert "7A1E6E" in styles
    assert "C96F00" in styles
    assert (
        "0B4F5C"
        not in styles
        + parts["word/theme/theme1.xml" if "word/theme/theme1.xml" in parts else "word/theme1.xml"].decode()
    )
    assert 'w:ascii="Libertinus Serif"' in styles


@pytest.mark.parametrize("ending", ["html", "pdf", "docx"])
def test_minutes_and_reports_have_the_logo_but_not_the_words_for_the_cover(zone: Loaded, ending: str) -> None:
    minutes = meeting_edition(ending, zone.plan, Wanted("minutes", FIRST), TODAY).data
    report = report_edition(ending, zone.plan, 2025, TODAY).data
    for data in (minutes, report):
        if ending == "html":
            assert b"data:image/png" in data
            assert b"Goedgekeurd op" not in data
        elif ending == "docx":
            assert parts_of(data)["word/media/logo.png"] == png()
        else:
            with pikepdf.open(io.BytesIO(data)) as pdf:
                assert len(images(pdf)) == 1


def test_a_message_has_no_logo_that_programs_for_mail_would_not_show(zone: Loaded) -> None:
    data = meeting_edition("eml", zone.plan, Wanted("invitation", FIRST), TODAY).data
    assert b"image/png" not in data
    assert b"<img" not in data


@pytest.mark.parametrize("ending", ["html", "pdf", "docx"])
def test_nothing_of_who_made_the_logo_is_in_a_document(tmp_path: Path, ending: str) -> None:
    traces = [chunk(b"tEXt", b"Author\0" + secret) for secret in SECRETS]
    root = sound(with_logo(tmp_path, png(12, 4, *traces)))
    plan = root / "plan" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8") + "style: {logo: templates/logo.png}\n", "utf-8")
    data = plan_edition(ending, load(WorkTree(root)).plan, TODAY).data
    if ending == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"".join(archive.read(name) for name in archive.namelist())
    found = [data] if ending != "html" else [data, *map(base64.b64decode, re.findall(rb"base64,([\w+/=]+)", data))]
    assert not any(secret in one for secret in SECRETS for one in found)


@pytest.mark.parametrize("kind", ["png", "jpg"])
def test_both_kinds_of_pictures_are_drawn(tmp_path: Path, kind: str) -> None:
    root = sound(with_logo(tmp_path, png() if kind == "png" else JPEG, f"logo.{kind}"))
    plan = root / "plan" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8") + f"style: {{logo: templates/logo.{kind}}}\n", "utf-8")
    found = load(WorkTree(root)).plan
    for ending in ("html", "pdf", "docx"):
        data, warnings, _ = plan_edition(ending, found, TODAY)
        assert warnings == ()
        assert data
    assert b'alt="Eerstelijnszone Polder"' in plan_edition("html", found, TODAY).data


def test_a_font_of_the_zone_is_in_the_pdf_and_named_in_the_others(tmp_path: Path) -> None:
    root = sound(with_font(tmp_path, own_font()))
    plan = root / "plan" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8") + "style: {font: Polder Sans 3}\n", "utf-8")
    found = load(WorkTree(root)).plan
    dressed = own(WorkTree(root), "pdf", "fonts")
    data, warnings, _ = plan_edition("pdf", found, TODAY, dressed)
    assert warnings == ()
    assert data != plan_edition("pdf", found, TODAY).data
    page = plan_edition("html", found, TODAY, OwnTemplates(fonts=dressed.fonts)).data
    assert b'font-family: "Polder Sans 3"' in page
    assert b"@font-face" not in page


def test_without_the_fonts_of_the_zone_the_document_says_which_it_has(tmp_path: Path) -> None:
    root = sound(with_font(tmp_path, own_font()))
    plan = root / "plan" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8") + "style: {font: Polder Sans 3}\n", "utf-8")
    (warning,) = plan_edition("pdf", load(WorkTree(root)).plan, TODAY).warnings
    assert EN(warning) == "The font “Polder Sans 3” is not used; the documents have Source Sans 3"
    assert DUTCH(warning)


def test_the_same_style_gives_the_same_bytes(zone: Loaded) -> None:
    for ending in ("html", "pdf", "docx"):
        assert plan_edition(ending, zone.plan, TODAY).data == plan_edition(ending, zone.plan, TODAY).data


def test_what_a_style_sheet_fetches_is_told_with_its_place(tmp_path: Path) -> None:
    sheet = tmp_path / "templates" / "html" / "plan.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_bytes(b"\xef\xbb\xbfa {}\r\nb { background: image-set('x.png' 1x) }\r\n" + b"i { mask: url(y) }\n" * 50)
    write(tmp_path)
    found = about(load(WorkTree(tmp_path)), "fetched-by-style")
    assert [(finding.span.line, finding.span.column) for finding in found[:2]] == [(2, 28), (3, 15)]
    assert said(found[0].message) == "The style sheet asks for “x.png”, and no page shows that"
    assert len(found) == 20
