"""What a Word document that is protected lets people do with it: *Begränsa redigering*."""

from __future__ import annotations

from klarsprak.editing.fixes import OtherWayError
from klarsprak.editing.word.package import WordFile
from klarsprak.letter import ReadError
from klarsprak.readers.docx.markup import W, child

_CLOSED = ("readOnly", "comments")
_FORMS = "forms"
_TRACKED = "trackedChanges"
_OFF = (None, "0", "false", "off")
_PROTECTED = (
    "Dokumentet är skyddat mot ändringar. Ta bort skyddet i Word, under Granska och Begränsa redigering, "
    "och försök igen."
)
_ONLY_TRACKED = "Dokumentet tar bara emot spårade ändringar."
_ONLY_FILLED_IN = "Dokumentet är ett skyddat formulär, där inga ändringar kan spåras."


def allows_only_forms(file: WordFile, tracked: bool) -> bool:
    """Whether nothing but a form's fields and controls may be filled in.

    Raises ``ReadError`` where nothing can be changed, and ``OtherWayError`` where nobody could accept the changes
    (``tracked``), or where all changes must be such as can be rejected and these are not.
    """
    kind = _protection_of(file)
    if kind in _CLOSED:
        raise ReadError(_PROTECTED)
    if tracked and kind == _FORMS:
        raise OtherWayError(_ONLY_FILLED_IN)
    if not tracked and kind == _TRACKED:
        raise OtherWayError(_ONLY_TRACKED)
    return kind == _FORMS


def _protection_of(file: WordFile) -> str | None:
    """What the document's settings restrict people to; None where they don't, and where they can't be read."""
    settings = file.side_part("settings")
    protection = None if settings is None else child(settings[1], W + "documentProtection")
    if protection is None or protection.get(W + "enforcement") in _OFF:
        return None
    return protection.get(W + "edit")
