"""Whether a line names an association, a company or another organisation: *Norrlida IF*, *Brf Eken*."""

from __future__ import annotations

import re

_ORGANISATION = re.compile(
    r"\b(?:AB|HB|KB|Aktiebolag(?:et)?|Handelsbolag|Kommanditbolag|Ekonomisk förening|ek\.? för\.?|BRF|Brf|HSB"
    r"|Riksbyggen|Bostadsrättsföreningen|Stiftelsen|IF|IK|BK|FK|FF|SK|HK|GK|IFK|IBK|OK"
    r"|Arkitekter|Assistans|Bageri|Begravningsbyrå|Blommor|Bygg|Café|Catering|Entreprenad|Fastigheter|Firma|Friskolan?"
    r"|Frisör|Frukt|Förlag|Företag(?:et)?|Gatukök|Grönt|Hemtjänst|Hotell|Kiosk|Konsult|Krog|Lantbruk|Livs|Måleri|Omsorg"
    r"|Pizzeria|Redovisning|Restaurang|Salong|Schakt|Snickeri|Städ|Tandvård|Taxi|Transport|Vandrarhem|Åkeri)\b"
    r"|(?i:\w*förening(?:en)?|\w*klubb(?:en)?|sällskap(?:et)?|\w*samfällighet\w*|bolaget|bolag|handel|kompani|laget"
    r"|scoutkår|(?:jakt|fiske|by|bya|vatten|väg|skiftes)lag|\w+gille|\w+vårdsområde|allmänning(?:en)?"
    r"|(?:diknings|torrläggnings|sjösänknings|invallnings|vattenavlednings|flottnings|vattenreglerings)företag(?:et)?"
    r"|\w+byrå(?:n)?|vårdcentral\w*|hälsocentral\w*|\w*firma"
    r"|\w*kooperativ(?:et)?|styrelsen för [\w ]+)\b"
)


def names_organisation(line: str) -> bool:
    """Whether the line names one, perhaps with who reads for it."""
    return _ORGANISATION.search(line) is not None
