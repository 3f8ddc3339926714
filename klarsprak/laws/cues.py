"""The turns of phrase that tell whether a sentence says what a section means.

They look at a sentence in lower case in which each reference is replaced by ``REF``.
"""

from __future__ import annotations

from functools import partial

from klarsprak.laws.masked import REF
from klarsprak.lazy_regex import LazyRegex
from klarsprak.swedish import MONTHS

Cue = partial(LazyRegex, flags=0)  # many times faster than one that must ignore case


def _any(words: str) -> str:
    """An alternation of the words, which are divided by blanks; ``_`` stands for a blank within one."""
    alternatives = [word.replace("_", " ") for word in words.split()]
    return f"(?:{'|'.join(alternatives)})"


# *Paragrafen säger att …*, *som ger dig rätt till …*
_SAYS = _any(
    r"innebär betyder säger anger slår_fast föreskriver stadgar kräver förbjuder tillåter ger_dig ger_oss ger_den "
    r"ger_(?:\w+_)?(?:rätt|möjlighet|stöd_för) ålägger handlar_om går_ut_på medför menas avses_att gör_att"
)
_STANDS = _any("står framgår följer sägs anges stadgas föreskrivs")
_PAPER = _any(
    "paragrafen? paragraferna föreskrifterna förordningen "
    "bestämmelsen? bestämmelserna regeln reglerna lagen lagtexten lagrummet lagregeln kapitlet artikeln"
)
_OF = _any("enligt av i med_stöd_av utifrån jämlikt")
_MONTH = _any(" ".join(MONTHS))
# *rätt till*, *företrädesrätt till*, *skyddas av sekretess*
_GIVEN = r"\b(?:(?:företrädes|förköps|nyttjande|inlösen)?rätt (?:till|att)|skydda(?:s|d|de|t) (?:av|mot|från))\b"

# The section is said to say something: *4 kap. 1 § SoL säger att …*, *25 § FL, som innebär att …*.
SECTION_SAYS = Cue(rf"{REF}[^.;:]{{0,12}}?,?\s*(?:som |där det |vilket )?\(?\s*{_SAYS}\b")
# *motivera varför det ska ses som litet enligt 25 § FL*: a question to the reader, up to the section.
ASKED = Cue(
    r"\b(?:motiver\w+|beskriv\w*|redogör\w*|redovisa\w*|förklar\w+|utveckla|berätta\w*|skriv(?:a|er)?|tala om|ange"
    r"|visa|svara(?: på)?|besvara\w*|yttra (?:dig|er|sig)|redogörelse|förklaring|motivering)"
    r"(?: (?:för|om|till|över|gärna|också|kort|sedan|oss|även)){0,2} (?:varför|hur|på vilket sätt|huruvida)\b"
    rf"[^.;:§]{{0,160}}? (?:enligt|i|av|med stöd av) {REF}"
)
# *25 § FL, som handlar om …*, *25 § FL (du har rätt att …)*, *25 § FL, det vill säga …*
WHICH_SAYS = Cue(
    rf"{REF}\)?,? (?:som|där) (?:[\w ]{{0,25}} )?(?:{_SAYS}|står|framgår|ska|får|måste|kan|gäller)\b",
    # *föreläggande enligt 34 §, vilket kan förenas med vite* is about the order, not the section.
    rf"{REF}\)?,? (?:vilket|vilken) (?:[\w ]{{0,25}} )?(?:{_SAYS}|står|framgår)\b",
    rf"{REF} ?\([^)]*\b(?:ska|får|måste|kan|har rätt|ansvarar|krävs)\b[^)]*\)",
    # *1 § 1 LSS (utvecklingsstörning, autism eller liknande tillstånd)*: what it holds is counted up.
    rf"{REF} ?\((?!(?:se|jfr|jämför|dnr|sfs|nedan|förkort\w+|kallad|\w*lag(?:en)?|\w*balken|\w*förordning\w*"
    r"|ändrad|bilaga)\b)"
    r"(?=[^()]*(?:, | eller ))(?:[^()§]*?\b[a-zåäö]{5,}){3}[^()§]*\)",
    rf"{REF}\)?,? (?:det vill säga|dvs|d\.v\.s\.|alltså|med andra ord)",
    # *uppfyllt sin skyldighet enligt skollagen att erbjuda plats inom fyra månader*
    rf"\b(?:skyldighet|rätt|ansvar|skyldiga?|möjlighet|förbjudet|tillåtet)(?:en|et)? (?:{_OF}) {REF},? att\b",
    # *Din granne har inte sagt ja, vilket är ett krav enligt 9 § LSS.*
    rf"[,.;] (?:vilket|det|detta) (?:är|var) (?:ett krav|förbjudet|inte tillåtet|obligatoriskt|tillåtet) {_OF} {REF}",
)
# *Det betyder att du går före andra (25 § LAS)*: what a word means, with the section that says it last.
MEANS_THAT = Cue(rf"^\W*(?:det|detta) (?:betyder|innebär) att .{{8,}}\({REF}\)\W*$")
# *Av 25 § FL framgår att …*, *i 25 § FL finns regler om att …*, *det står i 25 § FL att …*,
# *att … framgår av 25 § FL*, *Du får läsa allt, vilket framgår av 25 § FL*
STANDS_THAT = Cue(
    rf"\b(?:av|i|enligt) (?:\w+ )?{REF}(?:,? (?:och|samt) {REF})?(?: i lagen|,? saknr l? ?\d+)?,? {_STANDS}"
    r"(?: \w+){0,3}?,? att\b",
    rf"\b(?:av|i|enligt) (?:\w+ )?{REF} finns (?:en )?(?:regel|regler|bestämmelser?) (?:som (?!handlar)|om att)\b",
    # *I 8 kap. 5 § SoL finns ett tak: ingen betalar mer …*, *i 9 § LSS finns en lista över tio sorters stöd*
    rf"\bi (?:\w+ )?{REF} finns (?:en|ett) (?:\w+: .{{8,}}|lista (?:över|på|med) )",
    rf"\b{_STANDS} (?:det )?(?:också |även |bland annat )?(?:i|av) {REF},? att\b",
    rf"^\W*att\b.{{8,}}\b{_STANDS} (?:det )?(?:i|av) {REF}",
    rf"\b(?:ska|får|måste|har rätt)\b.{{8,}}, vilket (?:\w+ )?{_STANDS} (?:i|av) {REF}",
)

# The verbs that come after *Enligt …*, most of which make rules: *ska*, *gäller*, *beviljas*.
_MAIN_VERB = _any(
    "ska skall får måste kan bör behöver gäller krävs innebär ansvarar svarar räknas menas avses har är finns ges "
    "lämnas beviljas medges meddelas prövas tas betalas omfattar omfattas hör beror äger"
)
_OTHER_VERB = r"\w{2,}(?:ar|er|år)"
_RULES_TOO = r"(?:\w+ )?(?:förordning(?:en)?|föreskrifter(?:na)?|bestämmelser(?:na)?)"
"""*Enligt lagen om …* **och tillhörande förordning** *har kommunen rätt att …*"""
# *Enligt …* first in the sentence, with the main verb and what comes after it: *Enligt 25 § FL ska myndigheten …*,
# *Men med stöd av 9 § LSS och 10 § LSS betalar du …*.
FRONTED = Cue(
    rf"^(?:[^:]{{0,200}}: )?\W*(?:(?:men|och|dessutom|också|även|här|så) )?{_OF} (?:\w+ ){{0,3}}?{REF}"
    rf"(?: (?:och|samt|eller) (?:{REF}|{_RULES_TOO}))*\)?,? (?:({_MAIN_VERB})|({_OTHER_VERB}))\b(.*)$"
)

# The clause states a rule, what someone must, may or can demand: *du får …*, *kommunen har det yttersta ansvaret …*,
# *det är för var och en förbjudet …*, *rätt till …*.
RULE = Cue(
    rf"\b{_any('ska skall får måste kan bör behöver krävs gäller ansvarar svarar_för')}\b",
    rf"\bhar (?:\S+ ){{0,4}}?{_any(r'rätt skyldighet ansvar ansvaret möjlighet [a-zåäö]*plikt')}\b",
    rf"\bär (?:\S+ ){{0,4}}?{_any('skyldig ansvarig berättiga förbjud tillåt tvung hemlig skydda frivillig gratis')}",
    _GIVEN,
    rf"\b(?:ansvar|skyldighet) (?:(?:{_OF}) {REF},? )?att\b",
    rf"\b{_any('åligger ankommer åvilar')}\b.*\batt\b",
    # *uttag kräver nämndens samtycke*
    r"\bkräver (?:\w+ ){0,3}?(?:samtycke|tillstånd|medgivande|godkännande|dispens|bygglov)\b",
    # *Du ges enligt 25 § FL möjlighet att yttra dig.*
    rf"\b(?:ges|bereds) (?:\S+ ){{0,3}}?(?:(?:{_OF}) {REF},? )?(?:möjlighet|tillfälle|rätt) att\b",
    # *arrendet medför inget besittningsskydd*
    r"\b(?:medför|ger|saknar) (?:\w+ ){0,4}?\w{3,}(?:skydd|rätt|skyldighet|plikt)\b",
    # *skyldigheten inträder när …*, *tiden börjar löpa först när …*
    r"\b(?:inträder|uppkommer|uppstår|upphör|förfaller|preskriberas|löper|börjar löpa) (?:att gälla )?"
    r"(?:(?:först|bara|endast|tidigast|senast) )?(?:om|när|inom|efter|sedan|från|i och med att)\b",
)
GIVEN_BY_OTHER = Cue(rf"{_GIVEN}[^.;§]{{0,60}}? {_OF} {REF}")
# *möjlighet att …*, *tre veckor på dig*, *barnet har skolplikt*
RIGHT_OR_DUTY = Cue(
    _GIVEN,
    r"\bmöjlighet att\b",
    r"\b(?:veckor|dagar|månader|år) på (?:dig|er|sig)\b",
    rf"\b{_any('plikt skolplikt skyldig skyldighet berättigad berättigade förbjud tillåt ansvarar ansvaret')}",
)
# *om du behöver …*, *för den som …*, *inom tre veckor*
CONDITION = Cue(
    rf"\b{_any('om när för_den_som till_den_som bara endast innan först inom i_de_fall i_det_fall')}\b",
    # *ändringar som någon med en funktionsnedsättning behöver för att …*
    r"\bsom (?:någon|en person) (?:med|som)\b",
    # *… inträder det år då barnet fyller sex*
    r"\bden \w*(?:dag|vecka|månad|termin|tidpunkt) då\b",
    r"\bdet \w*år då\b",
)
# Someone or something in general: *för att …*, *alla*, *kommunen*, *en fastighetsägare*.
GENERAL = Cue(
    rf"\b{_any('om när för_den_som till_den_som den_som de_som för_att bara endast innan utan_att så_att')}\b",
    rf"\b{_any('först senast inom alla varje ingen kommunen kommuner myndigheten myndigheter nämnden vi')}\b",
    r"\ben (?:person|myndighet|kommun|elev|fastighetsägare)\b",
)
# *… lämnas när …*, *… lämnas av …*
BY_OR_IF = Cue(rf"\b{_any('om när för_den_som till_den_som endast bara först inom av')}\b")

# What has been done in this case: *beviljats*, *ansökt*.
_DONE = _any(
    "beviljats beslutats avslagits prövats fattats gjorts lämnats kommit anmält ansökt begärt fått beslutat beviljat "
    "bedömt avslagit fattat prövat"
)
# What speaks against a rule, the letter's own decision, assessment or order in this case: *nämnden beslutar …*,
# *vi bedömer …*, *ansökan avslås*, *stöd har beviljats*, *vi påför …*, *du har den 5 maj ansökt …*.
DECIDES = Cue(
    rf"\b{_any('beslutar beslutade beslutat beslutas fattar fattade fattat fattas')}\b",
    rf"\b{_any('bedömer bedömde bedömt bedöms anser anses finner konstaterar överväger hänvisar')}\b",
    rf"\b{_any('förelägger föreläggs avslår avslog avslås avslagit bifaller bifalls tillstyrker godkänner')}\b",
    rf"\b{_any('beviljar beviljade beviljat beviljats meddelades ansöker ansökte förbjuder_dig')}\b",
    rf"\b{_any('anmäler medger_att åberopar upplyser härmed därför således därmed uppfylls')}\b",
    # *får ges till den som omfattas av 5 §* tells of all
    r"(?<!som )\b(?:uppfyller|omfattas)\b",
    r"\bpåför\w*",
    # A threat to this reader: *kan vattnet komma att stängas av i enlighet med 43 § …*
    r"\bkan (?:\w+ ){0,3}?komma att\b",
    rf"(?<!som )\bhar (?:\S+ ){{0,4}}?{_DONE}\b",
)
# What is done in this case, after the rule that it is done by: *Du ska sköta din ekonomi (8 kap. 12 §), och därför
# frågar vi om pengarna*.
CONSEQUENCE = Cue(rf"(?<=\({REF}\))(?:,? (?:och|så)|,) därför\b.*$")
# A decision that is only told of as the time before which something holds: *… innan vi beslutar*.
BEFORE_DECISION = Cue(r"\binnan (?:\w+ ){1,3}?(?:beslutar|beslutas|avgörs|avgör|fattas|fattar (?:\w+ )?beslut)\b")
# What follows *Enligt … har*: *du fått …*, *nämnden den 5 maj beslutat …*
HAS_DONE = Cue(rf"\W*(?:\w+ ){{0,4}}?{_DONE}\b")
# *din ansökan*, *insatsen kan inte beviljas*, *har du därför …*, *1 200 kronor*, *den 5 maj*, *2026-05-05*
THIS_CASE = Cue(
    r"\b(?:din|er|ditt|dina|sökandens|den här|denna) (?:\w+ )?"
    r"(?:ansökan|begäran|anmälan|åtgärd|tillbyggnad|önskan)\b",
    r"\b(?:ansökan|åtgärden|bygglovet|tillståndet|insatsen|(?:bygglov|bistånd|bidrag)(?! [\w ]{1,80}? (?:om|när) ))\b"
    r"[\w ]{0,20}\b(?:kan|får|ska|bör) "
    r"(?:\w+ ){0,2}?(?:beviljas|avslås|bifallas|ges|godkännas|avvisas|lämnas|medges)",
    r"\bhar (?:\w+ ){0,2}?inte rätt\b",
    r"\bhar du därför\b",
    r"\bhar (?:du|ni|hon|han) inte\b",
    r"\b\d[\d ]*(?:kronor|kr)\b",
    # What falls on a day every year is no case's.
    rf"\b\d{{1,2}} {_MONTH}\b(?! (?:varje|vart|vartannat|alla) )",
    r"\d{4}-\d\d-\d\d",
)
# The section is named in passing: *kraven i 9 § LSS*, *förutsättningarna för stöd enligt 9 § LSS*, *följa 9 § LSS*.
ASIDE = Cue(
    r"\b(?:kraven?|kriterie(?:r|rna)|förutsättningar(?:na)?|villkor(?:en)?|bestämmelserna|reglerna|personkretsen|grunderna|"
    rf"undantagen|undantaget|skäl|strid)\b[\w ]{{0,20}}(?:i|enligt|för|mot|med) (?:\w+ )?{REF}",
    rf"\b{_any('följa följs följer uppfylla iaktta beakta tillämpa tillämpas bryta_mot bryter_mot')} {REF}",
    rf"\brätt till (?:en |ett )?(?:insats|stöd|hjälp|bistånd)(?:en|et|er|erna)? (?:enligt|utifrån) {REF}\W*$",
)
_LEFT = _any(
    "anges avses sägs nämns framgår följer föreskrivs stadgas regleras bestäms beskrivs räknas_upp finns står "
    "angetts angivits föreskrives stadgas angives"
)
# What the rule says is left to the section: *den tid som anges i 44 § FL*, *enligt vad som sägs i 6 § viteslagen*.
LEFT_TO_SECTION = Cue(
    rf"\b(?:som|vad|det),? (?:\w+ ){{0,2}}?{_LEFT}(?: \w+)? (?:i|av|enligt|till) (?:\w+ )?{REF}",
    rf"\b{_any('angiven angivna avsedd avsedda nämnd nämnda föreskriven föreskrivna')} (?:i|enligt) (?:\w+ )?{REF}",
)
# The section only tells which matter is meant: *en anmälan enligt 9 § LSS*, *beslutet om bistånd enligt 9 § LSS*,
# *du får en varning enligt 9 kap. 17 § alkohollagen*.
ATTRIBUTE = Cue(
    r"\b\w*(?:ansökan|anmälan|beslut|utredning|insats|föreläggande|förbud|prövning|yttrande|underrättelse|kommunicering|"
    r"ärende|tillsyn|handläggning|vite|avstängning|omhändertagande)(?:en|et|er|erna|n|t)? "
    rf"(?:(?:om|av) [\w ]{{3,40}} )?(?:enligt|jämlikt|med stöd av|i enlighet med|utifrån) {REF}",
    rf"\b(?:laglighetspröv|överpröv)\w*\b[\w ]{{0,40}}(?:enligt|jämlikt|med stöd av|i) {REF}",
    rf"\b(?:överklagan|överklagandet?|besvär) (?:kan|får|ska) (?:\w+ ){{1,4}}(?:enligt|med stöd av) {REF}",
    rf"\b(?:får en|får ett|betala) (?:\w+ )?\w+ (?:enligt|jämlikt|med stöd av|utifrån) {REF}\W*$",
)
# What the section is named for is left unsaid: *rätten till ersättning enligt 11 kap. jordabalken*, *obligatorisk
# utbildning enligt 3 kap. 5 § vallagen*.
CLAIM = Cue(
    r"\b\w*(?:utbildning|återkallelse|sekretess|ersättning|dispens|undantag|anstånd|straff|påföljd|"
    r"sanktion|sanktionsavgift|miljösanktionsavgift|byggsanktionsavgift|skadestånd|registrering)(?:en|et|er|n)? "
    r"(?:(?:av|för|från) [\w-]{3,40} )?"
    rf"(?:enligt|jämlikt|med stöd av|i enlighet med) {REF}",
)
# It says what may happen to the one who doesn't do something: *Om ritningen inte kommer kan ansökan komma att avvisas
# enligt 9 kap. 22 § PBL.*
MAY_HAPPEN = Cue(
    r"\b(?:om|ifall|i det? fall) (?:så )?(?:\w+ ){0,6}(?:inte|ej)\b.*"
    r"\b(?:kan (?:\w+ ){0,4}?komma att|riskerar (?:\w+ ){0,4}?att)\b.{6,}"
    rf"(?:\b(?:med stöd av|enligt|i enlighet med|jämlikt)|[,(] ?(?:jfr|jämför|se)\b\.?) {REF}",
)
# It says half of what the section says: that something costs money, or what someone lives in.
HALF = Cue(
    rf"\b(?:\w*avgift(?:en|er|erna)?|\w*ränta(?:n)?) (?:tas|utgår|debiteras|betalas|påförs)\b.*{REF}",
    # *Därför har du rätt till hjälp (7 § LSS).*
    rf"\b(?:därför|alltså|således|därmed) (?:har|får|ska|måste|kan|är) [^()]{{8,}}\({REF}\)",
    rf"\b(?:bor|bott|bodde|vistas) (?:i|på|hos) [^.;]{{10,90}}?\b(?:enligt|utifrån) {REF}",
)
# Whose rules they are, with the number in a parenthesis, and then what they say: *enligt Swedacs föreskrifter
# (STAFS 2007:2) ska mätaren …*.
WHOSE_RULES = Cue(
    r"\b(?:enligt|av|i) [\w-]+:?s (?:och [\w-]+:?s )?(?:\w+ ){0,2}?"
    rf"(?:råd|föreskrift(?:er)?|råd och föreskrifter|föreskrifter och (?:allmänna )?råd|regler|riktlinjer)"
    rf"(?: (?:om|för) [^().;]{{3,60}})? ?\({REF}\)(?:\W+\w+){{3}}",
)
MUST = Cue(rf"\b{_any('ska skall får måste bör krävs')}\b")
# The sentence only tells where the rule stands, or with words that say nothing of it: *… regleras i 25 § FL*,
# *… finns närmare i 25 § FL*, *se 25 § FL*.
WHERE = Cue(
    r"\b(?:regleras|finns|behandlas|beskrivs|framgår|står|återfinns|lagstöd|lagrum|(?<!, )(?<!\()(?:se|jfr)|"
    r"överklagas, se|gäller bland annat|gäller även|gäller|(?<!med )stöd|(?<!på )grund) "
    rf"(?:närmare |mer |även )?(?:i|av|hos)? ?{REF}",
)
# *I 25 § FL finns regler om …*, *av 25 § FL framgår …*
TELLS_WHERE = Cue(rf"^\W*(?:av|i|enligt) (?:\w+ )?{REF} (?:{_STANDS}|finns|regleras|beskrivs|behandlas)\b")
# *frågan ska prövas …*, *lagen ska tillämpas*
VAGUE = Cue(
    rf"\b{_any('regleras prövas beaktas bedömas hanteras behandlas handläggas fastställas beslutas omprövas')}\b",
    rf"\b{_any('bestämmas tillämpas')}\b",
)

# Sentences that lean on the one before them: *Det innebär att …*, *Paragrafen säger …*, *Enligt bestämmelsen …*,
# *Med andra ord …*, *Så här säger lagen …*.
LEANS_BACK = Cue(
    rf"^\W*(?:det|detta|den|denna|de|där|här|{_PAPER})(?: (?:här|där))?(?: {_PAPER})? "
    rf"(?:(?:bland annat|alltså|i korthet|kort sagt|även|också) )?"
    rf"(?:{_SAYS}|står|framgår|sägs|är till för|finns för|gäller (?:när|om|för|att|den)|ska|får|kan|skyddar)\b",
    rf"^\W*(?:enligt|av|i) (?:den|denna|dessa|de|det|båda)? ?(?:här |där )?{_PAPER}\b",
    r"^\W*enligt (?:den|dem|denna|dessa|båda|den här|de här|de båda) (?:är|ska|får|måste|kan|har|gäller|krävs)\b",
    r"^\W*(?:enligt den|enligt dem|med det menas|med detta menas|det vill säga|dvs\.?|d\.v\.s\.)\b",
    r"^\W*(?:med andra ord|kort sagt|i korthet|enkelt uttryckt|i klartext|alltså)\b",
    r"^\W*(?:vad det betyder|det här betyder|så här säger)\b",
)
# *Företräde ges till den som …*, *Plats erbjuds dem som …*: how such matters are settled, of nobody in this letter.
SETTLES = Cue(
    r"^\W*(?:företräde|förtur|plats|platser|ersättning|bidrag|stöd|hjälp|tillstånd|avgift|betyg|lov) "
    r"(?:ges|lämnas|beviljas|medges|erbjuds|fördelas|betalas|tas ut|får ges|får lämnas|ska ges) "
    r"(?:då |bara |endast |först |i första hand )?(?:till |för |av )?(?:den|dem|de|sökande|personer|elever|barn) "
    r"(?:som|med|vars|utan)\b"
)
# *Det ska …*, *De kan …*
BARE_PRONOUN = Cue(r"^\W*(?:det|detta|den|denna|de) (?:ska|får|kan)\b")
# *Rengör golvbrunnen. Lagstöd: 25 § FL.*: a label of what is ordered, on which the section rests.
GROUND_LABEL = Cue(rf"^\W*(?:lagstöd|lagrum|stöd): ?{REF}")
# *Det ska ske skriftligt …* after *laglighetsprövning enligt 13 kap. KL*: how to do what the section lets one do.
HOW = Cue(r"^\W*(?:det|detta) (?:ska|får|kan) (?:ske|göras)\b")
_WHOSE = r"(?:[\w-]+s (?:\w+ ){0,2}?(?:föreskrifter|råd|regler) \(|\w+ )?"
"""*Naturvårdsverkets föreskrifter (NFS 2021:10)*, *diskrimineringslagen*."""
_AND_OTHERS = rf"(?:(?:,| och| samt| eller) (?:i )?{_WHOSE}{REF})*"
"""*2 kap. 1 §* **och 3 kap. 1 §** *skadeståndslagen*."""
# *Allt det står också i 25 § FL.*, *Detta kallas ersättning och regleras i 9 § LSS.*, *Så säger 25 § FL.*,
# *(se 25 § FL)*
POINTS_BACK = Cue(
    r"^\W*(?:allt |den |denna |den här |de )?"
    r"(?:det|detta|det här|regeln?|reglerna|bestämmelsen|bestämmelserna|rätten|(?:\w+ )?(?:kravet|kraven|skälen)) "
    r"(?:(?:om|för) (?:detta|det) )?(?:står|finns|framgår|följer|regleras|anges|sägs|är reglerat|bestäms|räknas upp)"
    rf"(?: (?:också|även|bland annat|att läsa|närmare|beskrivet))* (?:i|av) {_WHOSE}{REF}{_AND_OTHERS}\W*$",
    rf"^\W*(?:det|detta) (?:kallas|heter) (?:för )?\w+ och (?:står|finns|regleras) i {REF}{_AND_OTHERS}\W*$",
    rf"^\W*(?:det|detta|så) (?:kräver|säger|bestämmer|lyder|står det i) {REF}\W*$",
    rf"^\W*så (?:är det|har \w+) (?:bestämt|reglerat|sagt)(?: [\w ]{{3,30}})?,? (?:i|enligt) {REF}\W*$",
    rf"^\W*{REF},? (?:säger|kräver|bestämmer) (?:så|det|detta)\W*$",
    rf"^\W*\(?(?:se|jfr|läs (?:gärna )?(?:mer i|mer|själv)|lagstöd|källa)?:? ?{REF}[.)]*\W*$",
)
RULES_STAND = Cue(
    r"^\W*(?:reglerna|kraven|villkoren|bestämmelserna)(?: (?:om|för) \w+)? (?:finns|står|hittar du|framgår) "
    rf"(?:i|av) {_WHOSE}{REF}\W*$"
)
SEE = Cue(rf"^\W*(?:(?:se|jfr|läs mer i|lagstöd|källa):? ?)?{REF}")
# Sentences that lean on the one after them: *Så här säger 25 § FL:*, *I 25 § FL står följande regel:*.
INTRODUCES = Cue(
    rf"\b(?:säger|lyder|står|framgår|anger|gäller)\b.{{0,40}}{REF}[^:]{{0,20}}:\W*$",
    rf"{REF}.{{0,20}}\b(?:säger|lyder|anger|står|framgår|gäller)\b[^:]{{0,40}}:\W*$",
)
