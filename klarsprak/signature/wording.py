"""The phrases that only a signature is known by: its labels, what is signed on behalf of, and what ends it.

Each is a piece of an expression.  Greetings and closing phrases, which others ask for too, stand in ``phrases``.
"""

from __future__ import annotations

import re

from klarsprak.signature.model import Label

LABELS = {
    Label.PERSON: r"""(?:vår |din |er |ansvarig )?handläggare|kontaktperson(?:er)?|din kontakt|kontakta?
        |vår referens|vår kontaktperson|beredare|beslutande|beslutsfattare|föredragande|handlagt av|handläggs av
        |handlades av|upprättad av|beslutad av|beslutat av|beslut av|beslut fattat av
        |fattat av|undertecknat av|undertecknad av|underskrift
        |(?:(?:elektroniskt|digitalt) )?signera[dt] av
        |(?:elektroniskt|digitalt) (?:godkä(?:nt|nd)|undertecknat|beslutat)(?: \d{4}-\d\d-\d\d(?: \d\d[:.]\d\d)?)? av
        |godkänt digitalt av|signera[dt] med (?:e-legitimation|bankid|freja)(?: av)?
        |avsändare|namnförtydligande|namnteckning|ansvarig tjänsteman|ansvarig|skrivet av""",
    Label.NAME: r"namn",
    Label.TITLE: r"befattning|titel|tjänstetitel|yrkestitel|roll",
    Label.UNIT: r"enhet|avdelning|förvaltning|nämnd|verksamhet",
    Label.ADDRESS: r"postadress|adress|(?:box|post)- och besöksadress|post|brev|gatuadress",
    Label.VISIT: r"besöksadress|besök oss|besök|här finns vi",
    Label.SWITCHBOARD: r"""(?:telefon |tel\.? |tfn )?\(?(?:kommunens |vår )?(?:telefon)?(?:växel|vxl?)(?:n|nummer)?\)?
        |jour(?:nummer|telefon|en)?|texttelefon""",
    Label.SHARED_PHONE: r"kundtjänst|kundcenter|kontaktcenter|medborgarservice|servicecenter",
    Label.PHONE: r"""(?:(?:telefon|tel|tfn|tlf|tele)\.?[ ,/(]*)?(?:direkt(?:nummer|telefon|nr|tel|val)?|dir)\b\.?\)?
        |mobil(?:telefon|nummer|nr)?|mob|telefon(?:nummer|nr)?|tel|tfn|tlf|tele|ring (?:mig|oss) på|du når mig på
        |nås säkrast|ring|t(?=:)|m(?=:)""",
    Label.HOURS: r"""telefontid(?:er)?|öppettid(?:er)?|öppet(?=\s|:|$)|expeditionstid(?:er)?|besökstid(?:er)?""",
    Label.FAX: r"(?:tele)?fax(?:nummer)?",
    Label.THEIRS: r"""sökande|sökanden|mottagare|till|personnummer|fastighetsägare|fastighet|fastighetsbeteckning
        |kund|elev|barn|vårdnadshavare|byggherre|huvudman|er referens|er handläggare|er beteckning|part|klagande
        |ärendet gäller|avser|gäller|anläggningsägare|adressat|verksamhetsutövare|ombud|faktureringsadress
        |fakturaadress|leveransadress|betalningsmottagare|delges|entreprenör|kontrollansvarig
        |beställare|mottages|mottas|mottaget|kvitteras|kvitterat|god man|företrädare
        |kontaktperson hos (?:er|sökanden)""",
    Label.COPY: r"""kopia(?: till)?|kopior till|bilag(?:a|or)(?: \d)?|sändlista|delges även|för kännedom|cc
        |(?:beslutet |besluten |detta beslut )?(?:skickas|sänds|expedieras|meddelas)(?: till)?
        |underrättelse till""",
    Label.OTHER: r"""e-?post(?:adress)?|e-?mail|mail|mejl(?:adress)?|webb(?:plats|sida|adress)?|hemsida|internet|datum
        |org(?:anisations)?\.?[- ]?(?:nr|nummer)|bankgiro|plusgiro|postgiro|bg|pg|diarienummer|dnr|d\.nr|ärendenummer
        |ärende(?: ?nr)?|vår beteckning|ert datum|vårt datum|sida|sid|ref
        |beslutsdatum|delegation|saken|swish|instagram|facebook|e""",
}
"""What stands before a part of the signature: *Handläggare:*, *Telefon*.  A space stands for any white space."""
LABELS_WITHOUT_COLON = {
    *(Label.PHONE, Label.SWITCHBOARD, Label.SHARED_PHONE, Label.FAX),
    *(Label.ADDRESS, Label.VISIT, Label.HOURS, Label.OTHER),
}
"""Those that can stand before what they label with a mere space: *Telefon 0980-319 214*."""
# *För socialnämnden*, *På uppdrag av miljö- och byggnadsnämnden*, *På kultur- och fritidsnämndens vägnar*
ON_BEHALF = re.compile(
    r"(?:för|på uppdrag av|på delegation av|enligt delegation (?:av|från)|på|å)\s+"
    r"(?P<unit>(?:nämnden|utskottet|styrelsen) för [\w-]+(?:(?:,|,? (?:och|&)) [\w-]+)*"
    r"|(?:[\w-]+ (?:och )?){0,3}?[\w-]*(?:nämnden|styrelsen|utskottet|förvaltningen|kontoret|verket|kommun))"
    r"(?:s vägnar|s räkning)?\b[.,:]?",
    re.IGNORECASE,
)
# *Hur man överklagar*, *Överklagandehänvisning*
APPEAL = re.compile(r"(?:så här |hur (?:du|man|ni) )?(?:överklag|besvärs(?:hänvisning|anvisning))", re.IGNORECASE)
# *Så här överklagar du*, *-----*, *PS.*, *Från: Anna Ek*, *Svarstalong*, *☐ Ja, jag kommer*
SIGNATURE_ENDS = re.compile(
    r"^(?:så här överklagar|så behandlar vi|hur (?:du|man|ni) överklagar|överklag\w*(?:hänvisning|ande)"
    r"|besvärshänvisning|-{3,}|_{5,}\s*från|p\.?\s?s\b|från:|original message|ursprungligt meddelande"
    r"|(?:vi ber (?:er|dig) (?:att )?)?fyll\w* i [^.]{0,20}talong"
    r"|svarstalong|svarsblankett|blankett|talong|fullmakt$|om du vill överklaga|upplysningar|information om|>"
    r"|(?:jag|vi|undertecknad|härmed) (?:har )?(?:härmed )?(?:tagit del|läst|fått|mottagit|bekräfta|intyga|kvittera)"
    r"|(?:mottagande\w*|beskedet|brevet|beslutet) (?:bekräftas|kvitteras|mottaget)\b"
    r"|(?:jag|vi) kommer(?: gärna| inte)?\s?[!.:]|(?:ja|nej),? (?:tack|jag|vi)\b|[☐□]"
    r"|delgivnings(?:kvitto|bevis)|mottagningsbevis|kvittens)",
    re.IGNORECASE,
)
# *Delgivning: Kvittot ska skickas tillbaka.*, *Beslutet har fattats på delegation.*
AMONG_NAMES = re.compile(
    r"^(?:delgivning\s*:|(?:detta |det här )?beslut(?:et)? (?:har |är )?fatta(?:t|ts|des) (?:på|enligt|med stöd av) "
    r"(?!.*\bav (?-i:[A-ZÅÄÖ]))[^:]*deleg[^:]*$)",
    re.IGNORECASE,
)
"""Sentences that may stand among the lines of a signature or below them."""
# *Telefon* 0980-319 214, *Besöksadress* Kvarngatan 2
LABEL_FIRST = re.compile(r"(?:telefon|tel|tfn|mobil|direkt|växel|adress|postadress|besöksadress)\w*\b", re.IGNORECASE)
