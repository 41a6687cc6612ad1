"""The text of a PDF, when pypdfium2 is installed."""

from sarhad.errors import MissingPart, NotAPage

MAX_PAGES = 300


def pdf_text(body: bytes) -> str:
    """The text of a PDF page after page; MissingPart without pypdfium2, NotAPage for a broken or scanned one."""
    try:
        import pypdfium2
    except ImportError:
        raise MissingPart(
            "a PDF needs pypdfium2, which is not installed; install it with: pip install 'sarhad[pdf]'"
        ) from None
    try:
        document = pypdfium2.PdfDocument(body)
        pages = [document[i].get_textpage().get_text_range() for i in range(min(len(document), MAX_PAGES))]
        document.close()
    except pypdfium2.PdfiumError as error:
        raise NotAPage(f"the PDF cannot be opened ({error}); save it again or give its text") from None
    text = "\n\n".join(page.replace("\r\n", "\n") for page in pages)
    if not text.strip():
        raise NotAPage("the PDF holds no text (a scan); run it through text recognition first")
    return text
