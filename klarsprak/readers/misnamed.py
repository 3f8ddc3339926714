"""Files whose name says another format than their content: Word can't open a text that is called .docx."""

from __future__ import annotations

from pathlib import PurePath

from klarsprak.readers.sniff import Format

_FORMATS = {
    ".docx": (Format.DOCX,),
    ".docm": (Format.DOCX,),
    ".dotx": (Format.DOCX,),
    ".pdf": (Format.PDF,),
    ".txt": (Format.TEXT, Format.EMAIL, Format.HTML),
}
"""What may stand in a file with that suffix; many things are found behind other names, and opened all the same."""
_KINDS: dict[str, tuple[str, str]] = {
    Format.DOCX: ("ett Word-dokument", ".docx"),
    Format.PDF: ("en pdf", ".pdf"),
    Format.TEXT: ("en textfil", ".txt"),
    Format.EMAIL: ("ett mejl", ".eml"),
    "msg": ("ett mejl från Outlook", ".msg"),
    Format.HTML: ("en webbsida", ".html"),
    Format.DOC: ("ett äldre Word-dokument", ".doc"),
    Format.ODT: ("ett dokument från LibreOffice", ".odt"),
    "fodt": ("ett dokument från LibreOffice", ".fodt"),
    Format.RTF: ("ett dokument i formatet rtf", ".rtf"),
}
_NO_MAIL = "Filen heter .eml, men är en textfil eller ett trasigt mejl. Bilagor i det är kanske inte granskade."


def describe_misnamed(found: str, source: str) -> str | None:
    """*Filen heter .docx, men är en textfil.*, and what to call it; None where the name fits the format found."""
    suffix = PurePath(source).suffix.lower()
    if suffix == ".eml" and found == Format.TEXT:
        return _NO_MAIL
    if found in _FORMATS.get(suffix, (found,)) or found not in _KINDS:
        return None
    kind, right = _KINDS[found]
    return f"Filen heter {suffix}, men är {kind}. Låt namnet sluta på {right}."
