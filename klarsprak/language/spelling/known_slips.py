"""Slips so common that lists of words in use have taken them for words: *orginal*, *resturang*, *ytterliggare*."""

from __future__ import annotations

from collections.abc import Callable

_STEMS = (
    ("orginal", "original"),
    ("^nogran", "noggran"),
    ("abbonemang", "abonnemang"),
    ("abbonent", "abonnent"),
    ("abboner", "abonner"),
    ("terass", "terrass"),
    ("^lisens", "licens"),
    ("^parallel$", "parallell"),
    ("parallela", "parallella"),
    ("parallelt", "parallellt"),
    ("priviligi", "privilegi"),
    ("priviliger", "privilegier"),
    ("rekomender", "rekommender"),
    ("resturang", "restaurang"),
    ("restuarang", "restaurang"),
    ("tillfredställ", "tillfredsställ"),
    ("^tyvär$", "tyvärr"),
    ("ytterliggare", "ytterligare"),
    ("^alldrig$", "aldrig"),
    ("^naturligvis$", "naturligtvis"),
    ("besikning", "besiktning"),
    ("besktikning", "besiktning"),
    ("igthet", "ighet"),
    ("mänthet", "mänhet"),
    ("äkrning", "äkring"),
    ("klarning", "klaring"),
    ("erning$", "ering"),
    ("erningen$", "eringen"),
    ("erningar$", "eringar"),
    ("erting$", "ering"),
    ("ertingen$", "eringen"),
    ("tjäst", "tjänst"),
    ("^etjänst", "e-tjänst"),
    ("literatur", "litteratur"),
    ("^ordinare$", "ordinarie"),
    ("^sekretare", "sekreterare"),
    ("chaufer", "chaufför"),
    ("vaksin", "vaccin"),
    ("^psykist$", "psykiskt"),
    ("hälsninger$", "hälsningar"),
    ("^medans$", "medan"),
    ("^kvaltet", "kvalitet"),
    ("^gällende$", "gällande"),
    ("äldrebonde", "äldreboende"),
    ("bedömm", "bedöm"),
    ("^bestämms$", "bestäms"),
    ("^utrymms$", "utryms"),
    ("^address", "adress"),
    ("^addres$", "adress"),
)
"""How each is written, and should be; ``^`` and ``$`` are where the word begins and ends."""


def find_known_slip(word: str, is_listed: Callable[[str], bool]) -> str | None:
    """The word that the lower-case one was meant to be, in compounds too: *orginalkvitton*, *originalkvitton*.

    What it was meant to be is right by ``is_listed``: *hantverkarklarning* isn't made *hantverkarklaring*.
    """
    marked = f"^{word}$"
    for wrong, right in _STEMS:
        if wrong in marked:
            meant = marked.replace(wrong, f"{'^' * (wrong[0] == '^')}{right}{'$' * (wrong[-1] == '$')}").strip("^$")
            return meant if is_listed(meant) else None
    return None
