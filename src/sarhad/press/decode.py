"""Bytes to text: UTF-8 first, then what the page declares, then what the bytes look like. Never fatal."""

import codecs
import re

from sarhad.errors import NotAPage

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"""(?:charset\s*=\s*|encoding\s*=\s*)["']?([A-Za-z0-9_.:-]{3,30})""", re.I)
MAGIC = (
    (b"\x89PNG", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"PK\x03\x04", "a ZIP archive or office file"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"ID3", "sound"),
    (b"OggS", "sound or film"),
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f-\x84\x86-\x9f]")
PROBE = 65_536
MAX_BAD_SHARE = 0.1


def decode(body: bytes) -> str:
    """The text of `body`; NotAPage when the bytes are no text at all."""
    refuse_binary(body)
    for bom, encoding in BOMS:
        if body.startswith(bom):
            return body.decode(encoding, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode(_encoding(body), "replace")
    if _bad_share(text) > MAX_BAD_SHARE:
        raise NotAPage("the bytes are no text in any encoding known here; give a text or HTML file")
    return text


def refuse_binary(body: bytes) -> None:
    """NotAPage when the bytes are an image, an archive, a program or the like."""
    for magic, what in MAGIC:
        if body.startswith(magic):
            raise NotAPage(f"this is {what}, not a page; give HTML, text, JSON Lines or a PDF")
    wide = body.startswith(tuple(bom for bom, _ in BOMS))
    if not wide and b"\x00" in body[:PROBE]:
        raise NotAPage("binary data (zero bytes), not a page; give HTML, text, JSON Lines or a PDF")


def _encoding(body: bytes) -> str:
    """UTF-8 when only a few bytes are broken, else what is declared, else what it looks like."""
    lenient = body[:PROBE].decode("utf-8", "replace")
    bad, wide = lenient.count("\ufffd"), sum(c > "\x7f" for c in lenient)
    if wide > 2 and wide >= 2 * bad:  # valid sequences are no chance in another encoding: broken, but UTF-8
        return "utf-8"
    declared = DECLARED.search(body[:4096])
    if declared and (name := _known(declared.group(1).decode("ascii", "replace"))):
        return name
    from resiliparse.parse.encoding import detect_encoding

    return _known(detect_encoding(body[:PROBE])) or "cp1252"


def _known(name: str | None) -> str | None:
    try:
        found = codecs.lookup(name or "").name
    except LookupError:
        return None
    # browsers read Latin-1 as Windows-1252; a page that claims UTF-8 and is none is not helped by it
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-8": None}.get(found, found)


def _bad_share(text: str) -> float:
    probe = text[:PROBE]
    return (probe.count("\ufffd") + len(CONTROL.findall(probe))) / max(1, len(probe))
