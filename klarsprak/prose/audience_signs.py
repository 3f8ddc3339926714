"""The signs of each audience: names in the address, lines above the text, what the letter says of its reader."""

from __future__ import annotations

import re

from klarsprak.prose.audience_sign import Sign, line_sign, name_sign, office_sign, reader_sign, said_sign
from klarsprak.prose.audience_trades import TRADES

TO_GROUP = re.compile(r"(?i)(?:[\w ]*(?:information|meddelande|inbjudan|kallelse|brev) )?till\b")
"""How a line begins that says to whom the letter goes."""
EVERYBODY = re.compile(
    r"(?i)\b(?:boende|närboende|grannar|invånare|allmänhet\w*|hushåll\w*|alla|medborgare|berörda|anhöriga"
    r"|(?:fastighets|villa|hus|mark)ägare)(?= (?:och|samt|eller|med flera|m\.? ?fl)\b|,)|(?:och|samt|eller"
    r"|,) (?:alla |övriga |andra )?(?:boende|närboende|grannar|invånare|allmänhet\w*|hushåll\w*|andra|anhöriga"
    r"|övriga|(?:fastighets|villa|hus|mark)ägare)\b"
)
"""Others who read the same letter as the group that a line names."""
GROUP = re.compile(
    r"(?i)(?P<association>\b\w*förening(?:ar|en|arna)?\b|\bklubbar\w*)|(?P<company>\b\w*företag\w*|\b(?:närings"
    r"|verksamhets)\w+|\bkrögare|\bleverantörer\w*)|(?P<godman>\bgod[ae]? m[aä]n\b)|(?P<parent>\b(?:vårdnadshavar"
    r"|föräld|målsm)\w*)|(?P<student>\bstuderande\w*|\bkursdeltagare\w*)|(?P<tenant>\b(?:lokal"
    r"|bostads)?hyresgäst\w*)|(?P<customer>\bkund(?:er)?\b)|(?P<patient>\bpatient\w*)|(?P<employee>\b(?:medarbetare"
    r"|anställda|personal)\b)|(?P<authority>\b(?:myndigheter|remissinstanser)\b)"
)

_YOUR = r"(?:din|ditt|dina|er|ert|era)"
_YOUR_GUARDIAN = r"din (?:gode|god) man|din förvaltare"
_SCHOOL = r"förskol|skol(?!skjuts)|fritids|grundskol|elev|pedagog|klass(?:en)?\b|lärare|rektor|årskurs"
_CARE = (
    r"mottagningen|vårdcentral|hälsocentral|sjukhus|klinik|folktandvård|tandvård|tandläkar|tandsköterska|tandhygien"
    r"|1177|sjuksköterska|läkare|barnmorska|röntgen"
)
_FOOD = r"livsmedels(?!inspekt|strateg|butik)|serverings(?:tillstånd|ansvar|ställe)|alkohollagen|hygienkontroll"
_OF_COMPANY = (
    r"\b(?:AB|HB|KB|Aktiebolag(?:et)?|Handelsbolag|Kommanditbolag|Firma|Åkeri|Taxi|Måleri|Snickeri|Städ|Salong"
    r"|Frisör|Hotell|Bageri|Catering|Restaurang|Pizzeria|Café|Krog|Livs|Entreprenad|Konsult|Transport|Schakt|Gatukök"
    r"|Redovisning|\w+byrå|\w+firma)\b"
)
_OF_BUILDER = (
    r"(?:^|\b)(?:\w*(?:[Bb]ygg(?!d)|[Ee]ntreprenad|[Ss]chakt|[Mm]åleri|[Ss]nickeri|[Aa]rkitekt)\w*|[Gg]räv|VVS"
    r"|[Rr]ör(?:montage|teknik)?|El(?:teknik|installation|montage|service)?|[Vv]entilation\w*|[Aa]nläggning\w*"
    r"|[Aa]sfalt|[Bb]etong|[Pp]låtslag\w*|[Tt]ak(?:service|teknik|montage)?|[Mm]ark(?:teknik|arbeten|entreprenad)?"
    r"|[Bb]runnsborrning\w*)\b"
)

SIGNS: dict[str, tuple[Sign, ...]] = {
    "förening": (
        name_sign(
            r"(?i:förening(?:en)?|klubb(?:en)?|sällskap(?:et)?|församling(?:en)?|samfällighet\w*|byalag(?:et)?"
            r"|hembygds\w+|scoutkår\w*|\w*gille(?:t)?|(?:jakt|fiske|väg|bya|vatten)lag(?:et)?)\b"
            r"|\b(?:IF|IK|BK|FK|FF|SK|HK|GK|IFK|IBK|OK|BRF|Brf|Bostadsrättsföreningen)\b",
        ),
        line_sign(r"(?:information )?till (?:alla |våra |samtliga |kommunens )?(?:\w+ )?\w*(?:föreningar|klubbar)\b"),
        said_sign(r"(?:er|din|ert) (?:förening|klubb|årsmöte|styrelse|samfällighet)(?:s|en|ens)?\b(?! är medlem)"),
        said_sign(r"(?:er ansökan om|återkrav av) föreningsbidrag|(?:du|dig) som (?:ny )?(?:kassör|ordförande)\b"),
        line_sign(r"att(?:ention)?\b[.:]* ?(?:kassör|ordförande)(?:en|n)?\b"),
    ),
    "bostadsrättsförening": (
        name_sign(r"\b(?:BRF|Brf|brf|HSB|Riksbyggen|Bostadsrättsföreningen)\b|bostadsrättsförening|bostadsförening"),
        line_sign(r"(?:bostadsrättsföreningen|brf) ", r"ni|er|ert|era|föreningen"),
        said_sign(r"er bostadsrättsförening\b"),
    ),
    "företag": (
        name_sign(_OF_COMPANY, unless=r"er förening\b"),
        line_sign(
            r"till (?:dig som |er som )?(?:alla |våra |samtliga )?(?:\w+ )?(?:\w*företagare|\w*företag"
            r"|driver företag|anbudsgivare)\b"
        ),
        said_sign(
            r"(?:ditt|ert) (?:företag|bolag|aktiebolag|handelsbolag|åkeri)s?\b|(?:din|er) (?:firma|enskilda firma"
            r"|näringsverksamhet)\b|(?:din|er) (?:lärling|praktikant)\b"
        ),
        said_sign(
            rf"{_YOUR} (?:momsdeklaration|momsredovisning|momsregistrering"
            r"|bokföring|f-skatt)(?:en|er|erna)?\b|(?:du|ni) har (?:\w+ ){0,4}?redovisat (?:\w+ )?moms\b",
            unless=rf"{_YOUR} (?:\w+ )?(?:förening|klubb|samfällighet)|er årsräkning|huvudman",
        ),
    ),
    "livsmedel": (
        name_sign(
            r"(?i)\b(?:restaurang\w*|krog(?:en)?|pizzeria\w*|café\w*|cafe|livs|gatukök\w*|bageri\w*|konditori\w*"
            r"|catering\w*"
            r"|kök(?:et)?|grill(?:en)?|sushi|kebab|kiosk(?:en)?|värdshus\w*|bistro|bar)\b|krog\b",
            said=_FOOD + r"|kök|servering|gäster|matsal",
        ),
        name_sign(r".", said=rf"(?:{_FOOD})[\s\S]{{0,3000}}?\b(?:{_FOOD})", unless=r"föreningen"),
        said_sign(
            rf"{_YOUR} (?:\w+ )?(?:restaurang|café|kafé|krog|pizzeria|livsmedels(?:verksamhet|anläggning|lokal"
            r"|butik)|serveringsställe|uteservering|foodtruck|matvagn|gatukök|bageri|cateringverksamhet"
            r"|stadigvarande serveringstillstånd)\w*"
        ),
        said_sign(
            r"som livsmedelsföretagare (?:ansvarar|är|ska|måste|får|har|kan|behöver) (?:du|ni)\b"
            r"|(?:du|ni) som (?:är )?livsmedelsföretagare\b|(?:du|ni) är livsmedelsföretagare\b"
        ),
        line_sign(r"(?:livsmedelsföretagare|livsmedelsverksamhet|livsmedelsanläggning):? [A-ZÅÄÖ]", _FOOD),
        said_sign(r"er ansökan om (?:\w+ )?serveringstillstånd för", unless=r"slutet sällskap|tillfälligt"),
        said_sign(r"livsmedelsinspektör", r"hos er\b|ert kök|(?:köket|skolans kök)\b"),
        said_sign(
            rf"(?:{_FOOD})",
            rf"{_YOUR} (?:verksamhet|anläggning|butik|kök|serveringstillstånd)\b",
            unless=r"slutet sällskap|tillfälligt",
        ),
    ),
    "byggföretag": (
        name_sign(_OF_BUILDER + r".*\b(?:AB|HB|KB|Aktiebolag|Handelsbolag|[Ff]irma)\b"),
        name_sign(r"\b(?:Entreprenad|Snickeri|Måleri|Schakt|Bygg)\b|(?i:byggfirma|arkitekt\w*|byggnads)"),
        name_sign(_OF_COMPANY, said=r"er entreprenad\b|ert entreprenad|ni som entreprenör"),
        reader_sign(r"kontrollansvarig:? ", unless=r"(?:din|er) kontrollansvarig"),
        said_sign(rf"{_YOUR} markanvisning"),
        said_sign(
            r"(?:ditt|i din roll som|du som är|du är|dig som) (?:uppdrag som |certifierad )?(?:kontrollansvarig"
            r"|entreprenör)\b"
        ),
    ),
    "lantbruk": (
        reader_sign(r"(?:lantbrukare|jordbrukare|skogsägare)\b"),
        line_sign(
            r"(?:till )?(?:delägarna i|(?:mark|skogs)ägar\w+)\b", r"avverk|skogsbilväg|skogsfastighet|virke(?:t)?\b"
        ),
        name_sign(
            r"(?i)\b(?:\w*lantbruk\w*|\w*jordbruk\w*|mjölk\w*|gris\w*|skogs?bruk\w*|jaktlag\w*|viltvård\w*"
            r"|\w*jaktlag(?:et)?)\b"
        ),
        line_sign(
            r"till (?:dig som |er som |alla |våra |samtliga )*(?:är )?(?:\w+ )?(?:lantbrukare|skogsägare"
            r"|jordbrukare|djurhållare|jaktlag)\b"
        ),
        said_sign(
            rf"{_YOUR} (?:\w+ )?(?:jordbruk|lantbruk|jordbruksverksamhet|lantbruksverksamhet|jordbruksmark|åkermark"
            r"|skogsbruk|djurbesättning|besättning|djurstall|ladugård|nötkreatur|mjölkkor|grisar|betesmark"
            r"|jaktlag)(?:s|et|en)?\b"
        ),
        said_sign(
            r"(?:som|du är) (?:lantbrukare|jordbrukare|skogsägare) (?:ska|får|måste|behöver|har|kan|är"
            r"|vet)?\s?(?:du|ni)?\b",
            r"du|ni",
        ),
    ),
    "godman": (
        reader_sign(r"(?:god man|gode mannen|förvaltare) (?:för|till)\b", unless=_YOUR_GUARDIAN),
        said_sign(
            r"tack för årsräkningen|årsräkningen som du har (?:lämnat|skickat)|för din huvudman\b|du har betalat åt",
            r"överförmyndar",
            r"du|dig",
            unless=rf"{_YOUR_GUARDIAN}",
        ),
        line_sign(r"god man: ", r"du\b", r"huvudman\w*: ", unless=_YOUR_GUARDIAN),
        said_sign(
            r"du som (?:är )?(?:god man|förvaltare|ställföreträdare)\b|entlediga(?:s|t)? (?:dig )?(?:från|som)"
            r" (?:uppdraget|god man|förvaltare)|som (?:hans|hennes|\w+s) gode man\b",
            r"du|dig",
            unless=rf"{_YOUR_GUARDIAN}|av(?:går|gått) som",
        ),
        said_sign(
            r"granskning(?:en)? av (?:ovan |den |er |din )?(?:rubricerade? |inlämnade? )?årsräkning"
            r"|saknar fortfarande (?:en |din )?årsräkning|(?:lämna|skicka) in (?:din |er )?årsräkning",
            unless=rf"{_YOUR_GUARDIAN}|hennes gode|hans gode",
        ),
        said_sign(
            r"(?:du|ni) (?:är|har blivit|blev|blir) (?:förordnad|utsedd|utsedda|förordnade) (?:som |till )?"
            r"(?:god man|gode män|förvaltare|ställföreträdare)\b"
            r"|(?:lämna|sluta(?: med)?|avsluta|avgå från) (?:ditt |ert )?uppdrag(?:et)?"
            r" som (?:god man|förvaltare|ställföreträdare)\b",
            r"du|ni",
            unless=_YOUR_GUARDIAN,
        ),
        said_sign(
            r"(?:ditt|ert) arvode\b|(?:du|ni) (?:får|begär|begärt|har begärt) (?:ett )?arvode\b",
            r"huvudman|ställföreträdar",
            r"överförmyndar",
            unless=_YOUR_GUARDIAN,
        ),
        line_sign(r"huvudman(?:nen)?: ?\w", r"(?:års|slut)räkning|arvode|överförmyndar", unless=_YOUR_GUARDIAN),
        line_sign(
            r"(?:till )?(?:god man|gode mannen|förvaltare|förordnad förvaltare|ställföreträdare)\b(?!:| (?:ska"
            r"|har|är))",
            unless=r"din (?:gode|god) man|din förvaltare",
        ),
        line_sign(
            r"till (?:dig som |er som |alla |samtliga )*(?:är )?(?:god man|gode män|god man eller"
            r"|ställföreträdare)\b"
        ),
        said_sign(
            r"(?:i (?:din|er) (?:roll|egenskap)|(?:ditt|ert) uppdrag|du är|ni är|du som är|du har förordnats"
            r"|du förordnas|du har utsetts) (?:som |av |till )?(?:god man|förvaltare|ställföreträdare)\b|(?:som"
            r"|i egenskap av) (?:god man|ställföreträdare|gode män)(?: för [\w -]{1,40})?,? (?:ska|får|måste"
            r"|behöver|har|kan|bör|är|ansvarar) (?:du|ni)\b|du (?:ska|får|måste|behöver|har|kan|bör"
            r"|är) (?:i egenskap av |som )(?:god man|ställföreträdare)\b|du [\w ]{1,40}(?:i egenskap av"
            r"|som) (?:hans|hennes|huvudmannens|[\w]+s) (?:gode? man|förvaltare)\b"
        ),
        line_sign(
            r"(?:\w+ )*(?:\w+ av )?(?:års|slut)räkning(?:en|ar)?\b",
            r"huvudman|ställföreträd|arvode",
            unless=r"din (?:gode|god) man|din förvaltare",
        ),
        said_sign(
            r"(?:din|er) (?:inlämnade |inskickade )?(?:års|slut)räkning\b|du har (?:lämnat"
            r"|skickat) (?:in )?(?:en )?(?:års|slut)räkning",
            r"huvudman|ställföreträd|arvode|överförmyndar",
        ),
    ),
    "förälder": (
        reader_sign(r"(?:föräld\w+|vårdnadshav\w+|mamma|pappa) (?:till|för)\b", _SCHOOL),
        said_sign(r"(?:ni|du) har gemensam vårdnad\b|båda vårdnadshavarna\b", _SCHOOL),
        line_sign(
            r"(?:till )?(?:alla |samtliga |er |dig )*(?:som är )?(?:vårdnadshav\w+|föräld\w+|målsman|vh)\b", _SCHOOL
        ),
        line_sign(
            r"(?:\w+ ){0,4}(?:förskoleplats|barnomsorgsplats|förskoleavgift|barnomsorgsavgift"
            r"|barnomsorgsfaktura)\w*\b",
            r"du|ni|er|din",
        ),
        said_sign(r"(?:ditt|ert|era|dina) barns?\b|(?:din|er) (?:son|dotter)s?\b", _SCHOOL),
        said_sign(r"(?:du|ni|dig|er) som (?:är )?(?:vårdnadshavare|förälder|föräldrar)\b", _SCHOOL),
    ),
    "studerande": (
        reader_sign(r"(?-i:[A-ZÅÄÖ]{2,3}\d{2}[A-ZÅÄÖa-d]?)$", r"skol|gymnasi|elev|betyg|csn"),
        said_sign(
            r"(?:betyget|betyg) (?:i|på) [\w ]{3,40}\b(?:\d|[a-c])?\b|ogiltig frånvaro|din (?:programlärare|mentor)\b"
            r"|du går i (?:ettan|tvåan|trean)",
            r"gymnasi(?:et|um|eskol)",
            r"du\b",
            unless=r"(?:ditt|ert) barn\b|(?:din|er) (?:son|dotter)\b|vårdnadshavare",
        ),
        line_sign(
            r"till (?:dig som |er som |alla |våra |samtliga )*(?:är |blivande |nya )?(?:studerande|studenter"
            r"|kursdeltagare)\b"
        ),
        said_sign(
            r"(?:din|dina) (?:studieplan|studier|studieplats|kursstart|kurser|kurs|studietakt|sfi-kurs|utbildning"
            r"|studiehandledare)\b"
            r"|du (?:som )?(?:läser|studerar) |du är antagen|du har (?:blivit|antagits|påbörjat dina)"
            r"|(?:din|er) ansökan till (?:(?!att\b)[\w-]+ ){0,3}?\w*(?:kurs|utbildning|program|paket|studier)"
            r"(?:en|et|er|erna)?\b"
            r"|du har (?:\w+ )?(?:inte (?:blivit )?antagits|placerats som reserv|sökt (?:\w+ ){0,3}?kurs)",
            r"komvux|sfi\b|vuxenutbildning|folkhögskol|yrkeshögskol|yh-|lärcentrum|vuxenskol|grundläggande nivå"
            r"|gymnasial nivå",
        ),
    ),
    "hyresgäst": (
        line_sign(
            r"(?:till )?(?:alla |våra |er |dig |samtliga )*(?:som är )?(?:bostads|lokal)?hyresgäst(?:er"
            r"|erna)?\b(?!förening)"
        ),
        said_sign(
            r"(?:din|er) (?:nuvarande )?(?:lägenhet|bostad)",
            r"hyra\b|hyran\b|hyres(?:kontrakt|avtal|avi|värd|rätt)",
            unless=r"bostadsrätt|äldreboende|särskilt boende",
        ),
        said_sign(
            r"(?:ditt|ert) (?:hyreskontrakt|hyresavtal|hyresförhållande|lägenhetskontrakt)\b|(?:din|er) (?:hyra"
            r"|hyresavi|hyresvärd|senaste hyresavi)\b"
        ),
        said_sign(r"(?:du|ni) som (?:hyr|är hyresgäst)\b"),
    ),
    "kund": (
        said_sign(
            rf"{_YOUR} (?:\w+ )?(?:abonnemang|elabonnemang|elavtal|elnätsavtal|elanvändning|elförbrukning"
            r"|vattenförbrukning|fjärrvärme|fjärrvärmecentral|fjärrvärmeavtal|vattenmätare|elmätare"
            r"|avfallsabonnemang|sophämtning|sopkärl|avfallskärl|kärl|va-abonnemang|fiberavtal|bredbandsabonnemang"
            r"|slamtömning|anläggnings-id|elfaktura|vattenräkning|vattenfaktura)(?:et|en|s)?\b"
        ),
        said_sign(r"(?:du|ni) som (?:är kund|har (?:abonnemang|fjärrvärme|sophämtning|kommunalt vatten|fiber))\b"),
        line_sign(
            r"(?:kundn(?:r|ummer)|anläggnings-?id|avtalsn(?:r|ummer))\b",
            r"elnät|fjärrvärme|vattenmätare|elmätare|abonnemang|sopkärl|avstängning av el|elavtal|sophämtning"
            r"|vattenförbrukning",
        ),
        line_sign(
            r"till (?:alla |våra |dig |er |samtliga )*(?:som är |som har )?(?:\w*kunder|kund|abonnent(?:er)?"
            r"|fjärrvärme)\b"
        ),
    ),
    "patient": (
        said_sign(
            r"(?:din|ditt|dina|egen) (?:\w+ )?(?:behandling|besök|vård|operation|undersökning|remiss|läkare"
            r"|tandläkare|tandvård|kallelse|provtagning|provsvar|provresultat|sjukskrivning|journal|läkarbesök"
            r"|tandvårdsbesök|röntgen|inskrivning|egenremiss)(?:en|et|s)?\b|du (?:har fått|är kallad|kallas"
            r"|har en) (?:en |till )?(?:\w+ )?(?:tid|undersökning|besök|operation|läkarbesök)\b|remiss (?:för"
            r"|gällande|angående) dig|(?:kallar dig|kallas du|välkommen)(?: hit)? (?:till"
            r"|på) (?:\w+ ){0,2}(?:läkarbesök|undersökning|besök|bedömning"
            r"|operation|provtagning|behandling|röntgen)",
            _CARE,
            unless=r"(?:din|ditt) (?:mamma|pappa|mor|far|man|hustru|barn|son|dotter|make|maka|syster|bror)s\b",
        ),
    ),
    "anställd": (
        said_sign(r"du har (?:[^\s.!?]+ ){0,9}?(?:en|din) (?:rapport|visselblåsning)\b", r"visselblås"),
        said_sign(
            r"(?:din|er) (?:\w+ )?\w*anställning som ",
            r"hr-|avslutande samtal|fackliga? organisation|varslat?s?\b|arbetsgivarintyg|semesterdagar|vår personal",
        ),
        said_sign(
            r"tack för din ansökan", r"(?:tjänsten|jobbet|vikariatet|platsen) som\b|annonsera\w* (?:\w+ )*vikariat"
        ),
        line_sign(r"(?:kallelse|inbjudan|underlag) (?:till|inför) (?:rehab|medarbetarsamtal|lönesamtal)"),
        said_sign(
            r"(?:din|ditt) (?:anställning|lön|semester|sjukfrånvaro|arbete hos oss)\b|för (?:hög"
            r"|mycket) (?:utbetald )?lön",
            r"lönecenter|lönekontor|lönenhet|löneenhet|hr-|personalenhet|personalavdelning|som arbetsgivare"
            r"|arbetsgivaren har",
            unless=r"ekonomiskt bistånd|försörjningsstöd|din arbetsgivare|assist",
        ),
        line_sign(
            r"till (?:alla |våra |dig |er |samtliga )*(?:som är |våra )?(?:medarbetare|anställda?"
            r"|tillsvidareanställda|personal(?:en)?)\b"
        ),
        said_sign(
            r"(?:din|er) (?:\w+ )?anställning (?:hos oss|i kommunen|hos kommunen|vid kommunen"
            r"|hos [\w ]{3,20} kommun|i regionen|inom kommunen)|din närmaste chef|(?:din|ditt) (?:medarbetarsamtal"
            r"|rehabsamtal|rehabiliteringssamtal|anställningsavtal|semesteruttag)|du (?:kallas|bjuds in"
            r"|kommer att kallas) [\w ]{0,20}?(?:rehab|rehabiliterings|medarbetar)samtal|(?:vi"
            r"|kommunen) erbjuder dig [\w ]{0,20}anställning|du (?:har sökt|sökte"
            r"|söker) (?:[\w]+ ){0,2}(?:tjänsten?|jobbet|anställningen)|(?:din|er) (?:ansökan"
            r"|intresseanmälan) (?:om|till|för|på) (?:[\w]+ ){0,2}(?:tjänsten?|jobbet|anställningen|befattningen)\b"
        ),
    ),
    "myndighet": (
        line_sign(r"till (?:kommunstyrelsen|kommunfullmäktige|\w*nämnden|regionstyrelsen|regionfullmäktige)\b"),
        office_sign(
            r"länsstyrelsen|förvaltningsrätten|kammarrätten|mark- och miljödomstolen|tingsrätten"
            r"|skolverket|polismyndigheten|trafikverket|skolinspektionen|inspektionen för|försäkringskassan"
            r"|arbetsförmedlingen|boverket|naturvårdsverket|socialstyrelsen|regeringskansliet|lantmäteriet"
            r"|justitieombudsmannen|riksarkivet|integritetsskyddsmyndigheten|livsmedelsverket|\w+departementet"
        ),
        line_sign(r"(?:till )?(?:samtliga )?(?:remissinstans(?:er|erna)?|enligt sändlista|sändlista)\b"),
        said_sign(r"(?:er|din) myndighet\b(?!,)|ert remissvar|(?:ni|er) som remissinstans"),
    ),
    **TRADES,
}
"""The signs of each audience by its name, of which one is enough."""
