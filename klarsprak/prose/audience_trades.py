"""The signs of the audiences that know a trade: those who care for others, those who sell to the municipality."""

from __future__ import annotations

from klarsprak.prose.audience_sign import Sign, line_sign, name_sign, reader_sign, said_sign

_OF_CARE = (
    r"undersköters\w+|vårdbiträde\w*|omsorgs\w+|stödassistent\w*|boendestödjare\w*|personlig assistent"
    r"|assistansanordnare"
    r"|(?:anställd|medarbetare|personal\w*|chef) (?:på|vid) [\w ]{0,30}(?:gruppbostad|äldreboende|hemtjänst)"
)
_OF_RELATIVE = r"din (?:mamma|pappa|mor|far|man|hustru)\b"
_OF_HEALTH = (
    r"(?:leg\.? |legitimerad )?(?:\w*läkare|\w*sköterska|barnmorska|fysioterapeut|arbetsterapeut|logoped|psykolog"
    r"|tandhygienist)\b|\w*vårdcentral\w*|\w*hälsocentral\w*|\w*tandvård ab\b|\w*klinik(?:en)?\b|\w*apotek\w*"
)

TRADES: dict[str, tuple[Sign, ...]] = {
    "omsorg": (
        name_sign(r"(?i)\b(?:\w*omsorg|assistans|hemtjänst|lss|hvb|\w*hem och vård|vård(?: &| och) omsorg)\b"),
        reader_sign(_OF_CARE + r"|hvb-hem\w*|familjehem\w*konsult\w*", unless=_OF_RELATIVE),
        reader_sign(r"vikarie på", r"brukar\w+|boende[nt]?|hemtjänst\w*"),
        said_sign(
            r"(?:brukare|boende|kund(?:er)?|en person) hos er\b|era (?:brukare|boende|assistenter)\b"
            r"|(?:ni|er|ert uppdrag) som (?:utförare|assistansanordnare|vårdgivare)\b",
            r"omsorg|hemtjänst|assistan|äldreboende|gruppbostad|brukar|lss",
        ),
        said_sign(r"(?:hej|till) (?:alla|er) (?:i|på) (?:hemtjänst|hemsjukvård|boendet|gruppbostad|avdelning)"),
        said_sign(
            r"(?:vikariat\w*|tjänst\w*|jobb\w*|\w*anställning\w*) som (?:undersköterska|vårdbiträde|stödassistent"
            r"|personlig assistent)\b",
        ),
    ),
    "familjehem": (
        said_sign(
            r"(?:er|dig|ni|du|familjen) som är (?:familjehem|jourhem|kontaktfamilj)\b"
            r"|som (?:familjehem|jourhem) (?:är|ska|får|har|kan|måste|behöver) (?:du|ni)\b"
            r"|(?:ditt|ert|era) (?:uppdrag som (?:familjehem|jourhem)|familjehemsuppdrag)\b"
        ),
        reader_sign(r"(?:familjehem|jourhem)(?:met|men)? (?:till|för|åt)\b"),
        line_sign(r"till (?:alla |våra |samtliga |er |dig )*(?:som är )?(?:familjehem|jourhem)\b(?!,| och)"),
    ),
    "vårdpersonal": (
        reader_sign(
            _OF_HEALTH,
            r"patient\w*|intyg\w*|remiss\w*|medicin\w*|läkemedel\w*|journal\w*",
            unless=r"ditt besök\b",
        ),
        said_sign(
            r"hej,? (?:dr\b|doktor )|(?:er|din) patient(?:s|en)?\b|(?:era|dina) patienter\b|ert intyg om"
            r"|du (?:har )?(?:skrev|skrivit) i intyget"
        ),
    ),
    "leverantör": (
        line_sign(r"till (?:alla |våra |samtliga |kommunens )*leverantörer\b"),
        said_sign(
            r"(?:ert|ditt|era) (?:anbud|anbudet|avtal om (?:snöröjning|städning|mat))\b"
            r"|tack för (?:ert )?anbud(?:et)?\b"
            r"|ni (?:vann|förlorade|deltog i) upphandlingen|till (?:alla |samtliga )?anbudsgivar(?:e|na)\b"
            r"|ni har (?:lämnat|kommit in med|vunnit) (?:ett |det bästa )?anbud\w*"
            r"|(?:ni|du) som (?:leverantör|anbudsgivare)\b"
        ),
    ),
    "hyresvärd": (
        reader_sign(r"(?:hyresvärd|fastighetsägare|fastighetsbolag|bostadsbolag)(?:en|et)?\b"),
        name_sign(r"\b(?:\w*[Ff]astighet(?:er|s)|\w*[Bb]ostäder)\b"),
        said_sign(
            r"(?:era|dina) hyresgäster\b|din hyresgäst\b|(?:du|ni) som (?:är )?(?:hyresvärd|fastighetsägare)\b"
        ),
    ),
    "skolhuvudman": (
        said_sign(
            r"(?:er|din) (?:för|fri)?skola\b|ert fritidshem\b|er pedagogiska omsorg\b|föräldrakooperativ",
            r"tillsyn",
            r"huvudman",
            unless=r"(?:ditt|ert) barn\b|(?:din|er) (?:son|dotter)\b",
        ),
        line_sign(r"till huvudmannen\b"),
        name_sign(r"(?i)\b\w*(?:friskola|förskola|skola)n?\b.*\b(?:AB|ekonomisk förening)\b|föräldrakooperativ"),
    ),
}
"""The signs of each trade by its name, of which one is enough."""
