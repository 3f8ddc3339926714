"""Mails as Outlook has them while they are written."""

import base64

SIGNED = "Eva Ek<br>Socialsekreterare<br>Socialförvaltningen<br>Box 1, 123 21 Ekvalla<br>Telefon 0980-319 245"
OLDER = (
    '<div id="divRplyFwdMsg"><hr><p><b>Från:</b> Olle Berg &lt;olle@example.se&gt;<br><b>Skickat:</b> den 3 mars '
    "2026 10:12<br><b>Till:</b> Eva Ek<br><b>Ämne:</b> Faktura</p></div><p>Jag har ej fått erhålla någon faktura.</p>"
)
"""The earlier mail below."""
SUBJECT = "SV: Faktura"


def body(*paragraphs: str, signed: str = SIGNED) -> str:
    """A whole body, with the earlier mail."""
    own = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f"<html><body>{own}<p>Med vänlig hälsning</p><p>{signed}</p>{OLDER}</body></html>"


GOOD = body("Hej!", "Du får en faktura i maj.")
"""Nothing is to be said of it."""
PLAIN = body("Hej!", "Du kommer att <b>erhålla</b> en faktura. Vi har ej hunnit läsa.")
"""Some words could be plainer; nothing must be mended."""
UNSIGNED = body("Hej!", "Du kommer att erhålla en faktura.", signed="Eva Ek")


def attached(name: str, text: str) -> dict[str, str]:
    """A text file, as Outlook gives it."""
    return {"name": name, "content": base64.b64encode(text.encode()).decode()}


LEFT_OVER = attached("beslut.txt", "Hej!\n\nKlicka här för att ange text.\n\nVi hörs om en vecka.")
FINE = attached("svar.txt", "Hej!\n\nDu får en faktura i maj.\n\nVi hörs om en vecka.")
