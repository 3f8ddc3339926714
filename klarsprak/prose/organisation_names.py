"""Whether a line names an association, a company or another organisation: *Norrlida IF*, *Brf Eken*."""

from __future__ import annotations

import re

_ORGANISATION = re.compile(
    r"\b(?:AB|HB|KB|Aktiebolag(?:et)?|Handelsbolag|Kommanditbolag|Ekonomisk förening|ek\.? för\.?|BRF|Brf|HSB"
    r"|Riksbyggen|Bostadsrättsföreningen|Stiftelsen|IF|IK|BK|FK|FF|SK|HK|GK|IFK|IBK|OK"
    r"|Arkitekter|Assistans|Bageri|Begravningsbyrå|Blommor|Bygg|Café|Catering|Entreprenad|Fastigheter|Firma|Friskolan?"
    r"|Frisör|Frukt|Förlag|Företag(?:et)?|Gatukök|Grönt|Hemtjänst|Hotell|Kiosk|Konsult|Krog|Lantbruk|Livs|Måleri|Omsorg"
    r"|Pizzeria|Redovisning|Restaurang|Salong|Schakt|Snickeri|Städ|Tandvård|Taxi|Transport|Vandrarhem|Åkeri)\b"
    r"|(?i:förening(?:en)?|klubb(?:en)?|sällskap(?:et)?|samfällighet\w*|bolaget|bolag|handel|kompani|laget"
    r"|scoutkår|(?:jakt|fiske|by|bya|vatten|väg|skiftes)lag|\wgille|\wvårdsområde|allmänning(?:en)?"
    r"|(?:diknings|torrläggnings|sjösänknings|invallnings|vattenavlednings|flottnings|vattenreglerings)företag(?:et)?"
    r"|\wbyrå(?:n)?|vårdcentral\w*|hälsocentral\w*|firma"
    r"|kooperativ(?:et)?|styrelsen för [\w ]+)\b"
)
"""What stands before *förening* or *klubb* in its word doesn't matter, and to try it at each letter takes long."""


def names_organisation(line: str) -> bool:
    """Whether the line names one, perhaps with who reads for it."""
    return _ORGANISATION.search(line) is not None
