"""The wordings by which people say what a term means, and those that only look so."""

from __future__ import annotations

import re

NO_SENSE = (
    r"(?:en|ett)\s+(?:(?:vanlig|vanligt)\s+(?!(?:form|sort|typ|slag|namn|ord)\b)"
    r"|(?:\w+\s+)?\w*(?:krav|förutsättning|skäl|merit|fördel|nackdel|brist)\b|(?:\w+\s+)?\w*(?:villkor|grund)\s+(?:för|att)\b"
    r"|(?:\w+\s+)?(?:följd|konsekvens|effekt|resultat)\s+av\b|fråga\s+(?:för|som)\b"
    r"|(?:gammal|gammalt|lång|långt|stor|stort|bra|dålig|dåligt|svår|svårt|viktig|viktigt)\s+\w+\s*[.!,])"
    r"|(?:den|det|de)\s+(?:första|andra|tredje|fjärde|femte|sista|enda|senaste|viktigaste|främsta)\b"
)
"""What a thing is to something else, not what it is in itself: *insolvens är* **ett grundkrav** *för skuldsanering*,
*är en vanlig åtgärd*."""
_SPAN = r"(?:år|månad(?:er)?|vecka|veckor|(?:\w{2,4})?dag(?:ar)?|dygn|timm(?:e|ar)|minut(?:er)?|gång)"
WHEN_IT_IS = (
    rf"om\s+(?:\w+\s+)?(?:\d+|\w{{2,5}})\s+{_SPAN}\b"
    rf"|(?:en|ett|alla|varje)\s+(?:\w+\s+)?{_SPAN}"
    r"(?=\s*(?:[.,;!)]|$)|\s+(?:från|om|efter|i\s+(?:taget|månaden|veckan|året))\b)"
    r"|den\s+(?:\d|här\s|(?:första|andra|tredje|sista)\s+"
    r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b)"
    r"|det\s+(?:bara|bra|svårt|lätt|viktigt|möjligt|fortfarande)\b"
    r"|(?:en|ett)\s+(?:(?:\w+\s+)?(?:problem|måste|önskemål|idé)\b|(?:bra|viktigt?|nödvändigt?)\s)"
)
"""When or how long a thing is, and what one thinks of it: *är om fyra år*, *är en vecka*, *är den 3 maj*, *är ett
bra sätt*; but *är en dag när …* tells what it is."""
DEFINER = (
    rf"(?!{NO_SENSE}|{WHEN_IT_IS})"
    r"(?!(?:en|ett)\s+(?:\w+\s+)?del\s+(?:av|i)\b|att\s+(?:föredra|rekommendera|anse|betrakta|se\s+som|vänta|räkna\s+med|beklaga|hoppas|önska|eftersträva)\b"
    r"|(?:en|ett)\s+(?:\w+\s+)?(?:källa\s+till|allmän\s+handling|skyldighet|rättighet|möjlighet|orsak"
    r"|anledning|utmaning|belastning|företeelse|förtroendeuppdrag|engångsföreteelse|(?:brott|tjänstefel|idé|dröm|plikt)\s+att)\b"
    r"|(?:alltså|här|som|om)\s+(?:inte|ej|vi|du|ni|bara)\b|något\s+(?:som\s+)?(?:vi|du|ni)\b|något\s+som\s+\w+(?:en|et)\s+(?:ser|tar|anser|vill|har|måste)\b"
    r"|vad\s+(?:du|ni|vi|\w+(?:en|et))\s+(?:har|hade|vill|anser)\b"
    r"|något\s+(?:över|under|för|\w{2,}(?:are|re)|mer|fler)\b)"
    r"(?:en|ett|den|det|de|att|när|om|som|pengar|något|någon|namnet|ordet|alltså|här|all|allt|alla|sådant|hur|vad"
    r"|till exempel|lov|papper|papperet|listan|summan|dagen|tiden|platsen|kortet|reglerna|kommunens)\b"
    r"(?!\s+(?:(?:miljon|tusen)\b|av\s+(?:de|dem|våra)\b|(?:halv|halvt|dag|vecka|månad|timme)\s+(?:försen|sen\b|sent\b|gam|kvar|för\b)))"
)
"""How a definition begins: *en avgift som …*; *ett tusen kronor*, *en av de äldsta*, *en vecka försenad* are none.

Nor is what only tells how important a thing is, or what it leads to: *en central del av*, *en förutsättning för*.
"""
MEANS = (
    r"(?:betyder|betydde|(?:innebär|innebar)(?!\s+(?:den|det|de)\s+(?:ny\w*|här|föreslagna|ändrade)\b)|menas|avses(?!\s+(?:att|bli|ske|i|enligt|ovan|här)\b)|menar\s+vi|betecknar|står\s+för|går\s+ut\s+på|handlar\s+om"
    r"|(?:visar|säger|bestämmer|avgör|beskriver|talar\s+om|ska\s+visa|ska\s+beskriva)"
    r"\s+(?:hur|vad|vem|vilk\w+|när|var|om))\b"
    r"(?!\s+(?:inte|ej|aldrig)\b(?![^.?!]{0,200}\butan\b))"
)
"""Verbs that tell a meaning: *betyder*, *visar hur*; *innebär inte att* tells none without *utan att*."""
THAT_IS = r"(?:det\s+vill\s+säga|dvs\.?|d\.v\.s\.|alltså|med\s+andra\s+ord|med\s+ett\s+annat\s+ord|i\s+praktiken)"
"""What leads another wording of the same: *det vill säga*."""
CALLED = (
    r"(?:[,(–—:]\s*(?:(?:en|ett|den|det|de)\s+)?(?:så\s+kalla(?:d|t|de)|s\.k\.)"
    r"|\bkalla[sr](?!\s+(?:in|på|er|dig)\b|(?:\s+\w+){0,3}?\s+till\b|(?:\s+\w+){0,2}?\s+(?:i\s+egenskap|som)\b"
    r"|\s+(?:du|ni|patienten|eleven)\s+(?:för|på|av)\b)"
    r"|\b(?:heter|på fackspråk|på juristspråk))"
)
"""What tells that a term follows for what has been said: *det kallas*; *kallas sökanden till möte* tells nothing, nor
does *kallas som sökande*.

*en sorts böter, så kallat* stands after other words for it, *med så kallat* doesn't.
"""
NO_ITEM = (
    r"(?!(?:och|eller|som|enligt|ca|cirka|om|även|också|i|på|vid|med|av|för|till|från|hela|halva|utan|inte|vara|bli|ha|få"
    r"|inom|efter|innan|före|under|mot|mellan|hos|genom|via|per|senast|tidigast|minst|högst)\b|\d)"
)
"""No word after which something else comes: *det vill säga din bror* **och** *barnet*, **om** *servitut bildas*."""
BEFORE = re.compile(
    rf"(?:{CALLED}(?:\s+\w+){{0,4}}"
    rf"|,\s*(?:{THAT_IS}|även kalla\w+)(?:\s+(?:en|ett|den|det|de))?(?:\s+{NO_ITEM}\w+)?)\W*$",
    re.IGNORECASE,
)
"""What stands before the term at the end of a wording: *en sorts böter, så kallat* before *vite*."""
WITH = re.compile(r"\bmed\s+(?:\w+\s+){0,3}[”\"]?$", re.IGNORECASE)
IS_MEANT = re.compile(r"[”\"]?\s*(?:menas|avses|menar)\b")
BY_LAW = r"\s{1,3}(?:enligt|i\s+enlighet\s+med|med\s+stöd\s+av)\s[^,;:!?]{1,40}§[^,;:!?]{0,30}"
"""The section that a thing is decided by: *förstadagsintyg* **i enlighet med AB § 28 mom. 2**."""
WORDS_BETWEEN = rf"(?:\s{{1,3}}den\s+\d+\s+\w+|{BY_LAW}|(?:\s{{1,3}}(?!och\b|eller\b|\d)\w+){{0,4}})"
"""What may stand between a term and *vilket innebär*: a day, but no number that the clause may be about."""
NO_CLAUSE = r"(?!(?:innan|medan|tills|eftersom)\b|som\s+\w+(?:en|et|na)\s)"
"""No word that begins another clause: *bullarna* **innan** *lappen visar vad …* doesn't tell what *bullarna* are."""
OF_WHAT = (
    r"(?:(?:\s{1,3}\w+(?:[ae]n|et|na))?"
    r"(?:\s{1,3}(?:i|på|för|av|till|från|om|med|vid|enligt|mot|hos|före|efter|utan)(?:\s{1,3}[\w-]+){1,4})?)"
)
"""What may stand between a term and *det vill säga*: *förhandsbesked* **för tomten**; no verb, which has a sense."""
WHO = (
    r"(?:på|i(?!\s+(?:din|ditt|sin|sitt|eg\w+|en|ett)\s)|(?:din|ditt|dina|er|ert|era)(?!\s[\w-]+\s(?:efter|före|minus)\s)|om(?!\s+(?:mer|mindre|man|någon)\s)|även|också|tidigast|senast|från|hela)"
    r"\s"
)
"""What follows *det vill säga* and tells who or when it is this time: *dödsbodelägare, dvs.* **din** *bror*.

*avgiftsutrymme, dvs. dina inkomster efter avdrag för hyran* tells how it is reckoned.
"""
OF_RISK = (
    r"\s+(?:en|ett|ingen)\s+(?:\w+\s+)?(?:avvikelse|risk|brist|fara|fördel|nackdel|lättnad|kostnad|merkostnad|försening|ökning|minskning|höjning"
    r"|sänkning|försämring|förbättring|förändring|skillnad|olägenhet)\b"
)
"""What comes of something, after *innebär*: *prickmark, vilket innebär* **en avvikelse** *från planen*."""
NO_LONGER = (
    r"\s+att\s+(?:(?:du|ni|vi)\s+(?:inte\s+längre|slipper)|det\s+blir|\w+(?:en|et)\s+(?:är|blir)\s+planstridig\w*"
    r"|(?:\w+\s+){1,3}(?:inte\s+längre|bortfaller|upphör|minskar|ökar|försvinner))\b"
)
"""What is otherwise from now on, after *innebär*: *fjärravläsning, vilket innebär* **att du slipper** *läsa av*."""
AFTER = re.compile(
    rf"""[”"]?\s{{0,3}}(?:
        [–—-]\s+(?:{DEFINER}|{THAT_IS}|där\b|[^–—]+\s[–—]\s)
      | (?:{OF_WHAT},|)\s{{0,3}}{THAT_IS}\s(?!(?:den\s)?\d|{WHO})
      | (?:(?:\s{{1,3}}{NO_CLAUSE}\w+){{0,4}}?\s{{1,3}}|{WORDS_BETWEEN}\s{{0,3}},\s*(?:vilket|som)\s+)
        {MEANS}(?!{OF_RISK}|{NO_LONGER})
      | är\s+(?:till\s+exempel\s+)?{DEFINER}
      | ,\s*(?:som|vilket|det)\s+är\s+{DEFINER}
      | [:=]\s*(?:{DEFINER}|(?:du|ni|vi|man)\s\w+(?![^.!?]{{0,30}}\d))
      | ,\s+(?:som|vilket)\s+det\s+(?:heter|kallas)\s+(?:i\s+\w+\s+)?när\s
      | (?:kallas|heter)\s(?!(?-i:[A-ZÅÄÖ])
          |(?:till|in|via|per|genom|senast|därför|härmed|du|ni|alla|både|berörda|samtliga)\b)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""What follows a term at once and tells its meaning: *vite* before *– en sorts böter* or *innebär att …*.

Blanks are counted: in any number of them each repeat would try all ways to divide them.
"""
BY_OTHER_WORD = re.compile(
    r"\b(?:enligt|för|på|mot|från|utan|av)\s+(?:(?!(?:att|som|när|om)\b)\w+\s+){0,2}$", re.IGNORECASE
)
"""What makes a verb after the term another word's: *en förutsättning* **för** *skuldsanering är att …*."""
ASKED = re.compile(r"\b(?:vad|hur)\s+(?:(?:en|ett|den|det)\s+)?(?:\w+\s+)?[”\"]?$", re.IGNORECASE)
"""What makes the verb after the term a question that is answered elsewhere: *läs* **vad ett** *vite innebär*."""
SUPPOSED = re.compile(r"(?:^|[,;:]\s+)\W*(?:om|ifall|eftersom)\s+(?:(?:en|ett|den|det)\s+)?$", re.IGNORECASE)
"""What makes it a case and no meaning: **Om** *klaganden är en kommun*."""
CASE_FIRST = re.compile(
    r"\W*(?:(?:om|ifall|när|innan|sedan|eftersom|först\s+när)\b|(?-i:[A-ZÅÄÖ])\w+(?:er|ar)\s+(?:inte|du|ni|ingen|inget|inga)\b)",
    re.IGNORECASE,
)
"""How a sentence begins that says what follows from a case: **Om du inte** *lämnar svaromål kan …*."""
WHAT_FOLLOWS = re.compile(r"[^.!?]*?,?\s(?:kan|får|ska|måste|blir|kommer|är)\s", re.IGNORECASE)
"""The verb of such a sentence, after a term that stands in the case."""
IT_IS = re.compile(r"\s+är\s+det\b", re.IGNORECASE)
"""The same where it only says how things are: *När beslutet har fått laga kraft* **är det** *klart*."""
DEMANDED = re.compile(
    r"\b(?:ska|skall|måste|behöver|krävs|kräver|fordras|förutsätter)\b[^.,;:]{0,40}$", re.IGNORECASE
)
WHICH_LEADS_TO = re.compile(r"\s+som\s+(?:innebär|innebar|medför|betyder)\b", re.IGNORECASE)
"""What narrows down a thing that is asked for: *du ska ha ett handikapp* **som innebär** *att du inte …*."""
UNDER_IT = re.compile(r"\b(?:omfattas|berörs)\s(?:\w+\s)?av\s(?:\w+\s){0,3}$", re.IGNORECASE)
"""What tells that a clause after a term tells an outcome: **omfattas av** *biotopskydd, vilket innebär att …*."""
OWNS = re.compile(r"(?!\w*(?:pens|cens|ferens|kvens|petens|solvens|tendens|evidens)$)\w{4,}(?:ens|ets|nas)")
"""A term in the genitive, whose noun the verb belongs to: *taxans tillämpning innebär att …*; no *dispens*."""
VERB_FIRST = re.compile(rf"\s+(?:{MEANS}|är\b|kallas\b)", re.IGNORECASE)
"""The verb straight after the term."""
DOES_NOW = re.compile(
    r"\s+är\s+(?:den|de|det)\s+(?:som\s+(?:ringer|kontaktar|mejlar)\s+(?:dig|er)\b|\d"
    r"|(?:inte\s+)?\w+t\s+(?:för\s+\w+\s+)?att\b|(?:du|ni|vi|jag)\s+som\b)",
    re.IGNORECASE,
)
"""What follows a term and only tells how it is this time: *är den som ringer dig*, *är den 4 juni*.

Or what is so by it: *enligt föreskrifterna är det förbjudet att elda*, *är det du som sopar*.
"""
NUMBER = r"(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv)"
HOW = (
    r"\w*(?:[^n]ät|ig|isk|sam|bar|lös|full|tom|trång|tuell|evant|entral|[it]iv)"
    r"(?=,|\s+(?:för|mot|från|till|när|där|i|på|av|att|och|så)\b)"
)
"""An adjective alone, which tells how a thing is and not what: *är otät mot vinden*, not *är brännbar gas från …*."""
DEFINITION = re.compile(
    r"(?:\s+\w+)?\s+är\s+(?!(?!mat\b)\w*(?:ad|at|ade|ats|dd|[gjklmnprst]t|ande)\b|(?-i:[A-ZÅÄÖ])|(?:av|ur|hos|vid|inom|under|utan|enligt|således|därmed|därför|dock|även|också|numera|alltid|ofta|idag|alltjämt|fortfarande|inte|ej|klar|färdig|ny|nytt|nu|redan|på|i|till|för|du|ni|vi|ca|cirka|ungefär|drygt|knappt|högst|minst|max)\b|\d)"
    rf"(?!(?:{HOW}|{NUMBER})\b|{NO_SENSE})\w+\s"
    r".*?\b(?:som|för|från|till|när|där|mot)\b"
    r"|\s+är\s+till\s+för\s+(?:att|den|de|dig|er|alla|barn|personer)\s|\s+ska\s+täcka\s(?!hela\b|alla\b|\d)"
    r"|\s+är\s+\w{3,}s\s+(?:största|minsta|längsta|högsta|lägsta|yttersta|översta|viktigaste|\w+aste)\s+\w{4,}",
    re.IGNORECASE,
)
"""What follows a term that begins its sentence, where the sentence defines it: *är resor för den som*, *är kroppens
största ådra*."""
DOES = re.compile(
    r"\s+(?:samlar|renar|stoppar|håller|gör|görs|ger|hjälper|sköts|sköter|gäller|talar|har(?!\s+(?!ett\b|rätt\b)\w*[aiglprst]ts?\b)|består|används|drivs|leds"
    r"|fungerar|innehåller|skyddar|räknas|lämnas\s+av|ligger|leder|bor|låter|ser|träffas|pratar|tar|väljer|bestämmer|stänger|mäter|varnar|lyfter)\s(?!inte\b)"
    r"(?<!gäller )\w+|\s+gäller\s(?!inte\b|i\b|till\b|från\b|fram\b|under\b|tills\b|t\.?o\.?m)\w+",
    re.IGNORECASE,
)
"""What follows *en* and a term at the head of its sentence, where it says what the thing does: *samlar fett*."""
APPOSITION = re.compile(
    r"[”\"]?,\s+(?!något\s+som\s)(?:en|ett|den|det|de|pengar|något|någon|alla)\s(?!\w+\s+(?:och|eller)\s)([^.;:()]*)",
    re.IGNORECASE,
)
"""What follows a term after a comma: *, en avgift som …*; *, en ritning och …* goes on with a list."""
ENCLOSED = re.compile(
    r",\s(?:en|ett|pengar)\s(?:[^,.;:()\d]{4,50},\s(?:hos|från|av|i)\s|(?:[\w-]+\s){1,3}(?:av|över)\s(?!och\b)[\w-]+(?:\s(?!och\b)[\w-]+){0,4}\s?\.)",
    re.IGNORECASE,
)
"""The same without a clause: *bostadstillägg, pengar till hyran, hos kommunen*, *sotning, en rengöring av röret*."""
INSIDE = re.compile(
    r",\s+där\s+(?:bland\s+annat|till\s+exempel|vi|du|ni|man|alla|flera|den\s+som"
    r"|\w+(?:et|en|na)\s+(?:renas|rinner|samlas|silas|sjunker|leds|pumpas|värms|kyls|blandas))\s[^:;\d]*$",
    re.IGNORECASE,
)
"""What follows a term and tells what is done there: *, där vi tar reda på vilken hjälp du behöver.*

Or what happens in such a thing: *, där vattnet renas i sand*; *, där måtten saknas* tells of this one.
"""
WHICH_IS = re.compile(
    r",\s+som\s+är\s+(?!\w*(?:ig|iga|igt|sk|ska|ad|at|ade|[gjklmnprst]t)\b|(?:öppen|öppna|från|i|på|till|för|av|cirka|så|inte|ny)\b|\d)"
    r"\w+\s.*?\b(?:som|för|från|när|där|till\s+att)\b",
    re.IGNORECASE,
)
"""*, som är regn och snö som har smält*; *, som är trasig* and *, som är från 1974* tell how it is."""
WHICH = re.compile(r",\s+som(?=\s)", re.IGNORECASE)
"""Between a thing and what it does, *en spisvakt, som stänger av spisen*; see ``DOES``."""
ENDS_IN_ONE = re.compile(r"\b(?:en|ett)\s+$", re.IGNORECASE)
EXAMPLES = re.compile(
    r"(?:\s+\w+){0,3}(?:,|\s+–)\s+(?:till\s+exempel|t\.?\s?ex\.?|exempelvis|såsom|det\s+kan\s+vara)"
    r"\s+(?!(?:i|på|vid|hos|den|under|från|av)\b)[^.;:]*\b(?:och|eller)\b",
    re.IGNORECASE,
)
"""What follows a term and gives examples, two at least: *, till exempel kortare uppgifter och en lugn plats*."""
WHERE = re.compile(r"\w\s+(?:i|på|inom)\s+(?:(?:det|den)\s+)?$", re.IGNORECASE)
"""What stands before a place: the examples in *stöd i ordinärt boende, såsom hemtjänst och larm* are of *stöd*."""
IN = re.compile(r"[\W\d]*i\s+(?:(?:den|det|en|ett|din|ditt|vår|vårt)\s+)?$", re.IGNORECASE)
HOLDS = re.compile(
    r"\s+(?:arbetar|jobbar|sitter|försöker|pratar|träffas|möts|tränar|lär|ingår(?!\s+(?:att|även|också|inte|ej)\b)|(?:står|skriver|bestämmer|beskriver|ser)(?:\s+(?:det|vi|du))?"
    r"\s+(?:vad|hur|vilk\w+|vem))\s",
    re.IGNORECASE,
)
"""What follows *i* and a term at the head of its sentence: **I** *planen* **står vad** *du vill ha hjälp med*."""
SUM = re.compile(r"\w*(?:inkomst|underlag|belopp)(?:en|et|er|erna)?")
"""A sum, of which it says little what is in it: *I avgiftsgrundande inkomst ingår pension*."""
IS_IN = re.compile(r"\s+ingår\b", re.IGNORECASE)
CONSISTS = re.compile(r"\s+består\s+av\s", re.IGNORECASE)
CLAUSE = re.compile(
    r"\b(?:som|där|när|att|för|till exempel|(?:du|ni|man|hon|han|den|de) (?:kan|får|ska|måste|behöver|har))\b"
)
OF_ITSELF = (
    r"\s*(?:\w+\s+)?(?:meddelande|sammanfattning|mejl|mail|e-brev|brev|utskick|sms|svar|påminnelse|bekräftelse"
    r"|kvittens)\b"
)
"""What a letter says of itself, not of the words before: *Detta är ett automatiskt* **meddelande**."""
CITES = re.compile(
    r"\A(?:det|detta)\s+(?:står|framgår|följer|regleras|finns)\s+(?:i|av)\s+(?=[^!?]{0,60}§)"
    r"(?:[^.!?]|\b(?:kap|st|p|mom)\.|\.(?=\d))+\.\s+(?=[^\W\d])",
    re.IGNORECASE,
)
"""A sentence that only says where a rule stands: **Det står i 13 kap. 8 § trafikförordningen.** *I praktiken …*."""
POINTS_BACK = re.compile(r"(?:det(?:ta)?|den(?:na)?|dessa|sådan\w*|här)\b", re.IGNORECASE)
"""What stands for the term in *Med detta avses …*."""
NEXT = re.compile(
    r"(?!det\s+är\s+alltså\s+(?:inte|ej|bara|bra|viktigt|okej|längre|mer|mindre|fler|färre|högre|lägre)\b)"
    rf"(?!det\s+är\s+(?:(?:alltså|därför|då|ju)\s+\w{{3,}}(?:en|et|na)|(?:\w+\s+)?(?:du|ni|vi|jag))\s+som\b)"
    r"(?!det\s+\w+[ae]\s+är\s|så\s+är\s+det\b)"
    r"(?!(?:den|de)\s+\w+\s+som\s|det\s+som\s+\w+\s+är\b|\w+\s+är\s+alltså\s+(?:för|inte|redan|fortfarande)\b)"
    rf"(?:(?:det|detta|den|de|dessa|så|här|(?:en|ett)\s+sådant?)\b(?!\s+\w+(?:ade|ata|dda|nda|ena)\s+\w+\s)(?:\s+\w+){{0,2}}?\s*"
    rf"(?:{MEANS}|är\s+(?!(?:en|ett)\s+vanlig|något\s+som\s+(?:borde|skulle|kunde|ni|vi|du))(?:{DEFINER})(?!{OF_ITSELF})"
    rf"|vill säga|gör att|bestämmer|finns\s+(?:till\s+)?för\s+att)"
    r"|det\s+är\s+vårt?\s+(?!ansvar|bedömning|uppfattning|önskan|förslag|mål|beslut|plikt|sak|jobb|uppgift|fel)"
    r"\w+\s+(?:för\s+att|som|till)\s"
    r"|i\s+praktiken\s+(?:(?:brukar|kan)\s+det(?:ta)?\s+(?:innebära|betyda)|(?:innebär|betyder)\s+det(?:ta)?)\b"
    rf"|med\s+(?P<about>(?:\w+\s+){{1,4}})(?:menas|avses|menar)|alltså|med andra ord|det vill säga"
    rf"|(?:där|i\s+(?:den|det|planen))\s+(?:står|skriver|bestämmer|beskriver|ser)(?:\s+(?:det|vi|du|tillsammans|ner)){{0,3}}"
    rf"\s+(?:vad|hur|vilk\w+|vem)\b"
    rf"|(?:den|det|de)\s+(?:samlar|renar|stoppar|skyddar|hjälper|består\s+av|innehåller|används|tar\s+bort|minskar)\s"
    rf"|(?:(?:en|ett)\s+sådant?|sådana)(?:\s+\w{{3,}})?\s+(?:samlar|renar|stoppar|skyddar|hjälper|består\s+av|innehåller"
    rf"|används|tar\s+(?:bort|hand|emot|reda)|minskar|mäter|visar|leder|håller|fångar)\s"
    rf"|(?:[\w-]+\s+){{1,2}}(?:är\s+alltså|har\s+alltså\s+rätt)\s)",
    re.IGNORECASE,
)
"""How the sentence after begins where it tells the meaning: *Det betyder att …*, *Där står vad …*.

*En sådan brunn samlar det fasta* tells of the kind; *Den inskickade kartan är en kopia* tells how one of them is, and
*Det är alltså jägarna som bestämmer* who does it.
"""
HEAD_NEXT = re.compile(
    r"(?P<head>\w{4,}?)(?:[ae]?n|[ae]?t)\s+(?:innebär|betyder|går\s+ut\s+på|består\s+(?:av|i))\s", re.IGNORECASE
)
"""How the sentence after begins where it names a thing by its last part: *en efterkontroll. Kontrollen innebär …*."""
GOVERNED = re.compile(r"\b(?:innan|utan|före|efter)\s+(?:\w+\s+)?$", re.IGNORECASE)
OUTCOME = re.compile(
    r"(?!\s+att\s+(?:du|ni|man)\s(?:\w+\s)?(?:aldrig|betalar\s+(?:högst|så\s+mycket)|som\s+mest)\b)"
    r"(?:[^.!?\d]*(?<!klockan )(?<!till exempel )\d(?!\d{0,3}\s(?:§|kap))"
    r"|\s+att\s+(?:du|ni)\s+(?:som\s|inte\s+längre\b|slipper\b)"
    r"|\s+(?:\w+\s+)?följande\s+för\s"
    r"|\s+att\s+(?:din|ditt|dina|er|ert|era)\s+\w+\s"
    rf"|{OF_RISK}"
    r"|\s+att\s+(?!(?:du|ni|man|vi)\s)(?:\w+\s+){1,3}?(?:inte|ej)\s+kommer\b"
    r"|\s+(?:bl\.?a\.?|bland annat|dels)\s"
    r"|\s+att\s+(?:du\s+(?:behöver\s+)?betalar?\b|(?:[\w]+\s+)?\w*(?:avgift|kostnad|pris|hyra|summa)(?:en|et|n)?\s+blir\b))",
    re.IGNORECASE,
)
"""What follows *det innebär* and tells what comes of it: *att du får 1 870 kronor*, *en risk för grannen*.

The time of a day is no sum: *Det betyder att bilen inte får stå där efter klockan 8*.

*Detta innebär följande för er* comes before a list of rules.
"""
HOW_NEXT = re.compile(
    r"(?:det(?:ta)?\s+(?:görs|gör\s+(?:vi|man)|sker)\s+genom\s+att|då\s+\w+s?\b|(?:vi|man)\s+\w+r\s+då)\s",
    re.IGNORECASE,
)
"""How the next sentence begins where it says how a thing is done: **Detta görs genom att** *inkomsten jämförs*."""
FIRST_SENTENCE = re.compile(r"(?<=[.!?])\s")
QUESTION = re.compile(r"(?:vad|hur)\s+(?:är|betyder|innebär|menas|menar|avses|fungerar|går)\b", re.IGNORECASE)
ONE = re.compile(r"(?:[\W\d]*|[^.!?]{1,40}:\s+)(?:(?:med|på|vid|i|under|genom)\s+)?(?:en|ett)\s+$", re.IGNORECASE)
