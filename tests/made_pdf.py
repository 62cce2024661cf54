"""Small PDF files, made for tests."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name


def pdf(
    *pages: str, notes: Sequence[Dictionary] = (), subject: str = "", author: str = "", picture: bool = False
) -> bytes:
    """A PDF with a few lines on each page."""
    file, data = pikepdf.new(), io.BytesIO()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    for text in pages:
        page = file.add_blank_page(page_size=(300, 300))
        page.Resources = Dictionary(Font=Dictionary(F1=file.make_indirect(font)))
        lines = "".join(f"({line}) Tj 0 -14 Td " for line in text.split("\n"))
        page.Contents = file.make_stream(f"BT /F1 12 Tf 20 250 Td {lines} ET".encode("cp1252"))
        if notes:
            page.Annots = Array([file.make_indirect(note) for note in notes])
        if picture:
            image = file.make_stream(zlib.compress(b"\0"), Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
            image.ColorSpace, image.BitsPerComponent, image.Filter = Name.DeviceGray, 8, Name.FlateDecode
            page.Resources = Dictionary(XObject=Dictionary(Im=image))
            page.Contents = file.make_stream(b"q 300 0 0 300 0 0 cm /Im Do Q")
    if subject:
        file.docinfo["/Subject"] = subject
    if author:
        file.docinfo["/Author"] = author
    file.save(data, deterministic_id=True)
    return data.getvalue()
