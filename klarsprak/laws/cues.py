"""The turns of phrase that tell whether a sentence says what a section means.

They look at a sentence in lower case in which each reference is replaced by ``REF``.
"""

from __future__ import annotations

from functools import partial

from klarsprak.lazy_regex import LazyRegex

Cue = partial(LazyRegex, flags=0)  # many times faster than one that must ignore case
REF = "§ref§"


def _any(words: str) -> str:
    """An alternation of the words, which are divided by blanks; ``_`` stands for a blank within one."""
    return "(?:" + "|".join(word.replace("_", " ") for word in words.split()) + ")"


_SAYS = _any(
    r"innebär betyder säger anger slår_fast föreskriver stadgar kräver förbjuder tillåter ger_dig ger_oss ger_den "
    r"ger_(?:\w+_)?(?:rätt|möjlighet|stöd_för) handlar_om går_ut_på medför menas avses_att gör_att"
)
_STANDS = _any("står framgår följer sägs anges stadgas föreskrivs")
_PAPER = _any(
    "paragrafen? bestämmelsen? bestämmelserna regeln reglerna lagen lagtexten lagrummet lagregeln kapitlet artikeln"
)
_OF = _any("enligt av i med_stöd_av utifrån jämlikt")
_MONTH = _any("januari februari mars april maj juni juli augusti september oktober november december")

# The section is said to say something: *… säger att*, *…, som innebär att*, *av … framgår att*.
SECTION_SAYS = Cue(rf"{REF}[^.;:]{{0,12}}?,?\s*(?:som |där det |vilket )?\(?\s*{_SAYS}\b")
WHICH_SAYS = Cue(
    rf"{REF}\)?,? (?:som|vilket|där|vilken) (?:[\w ]{{0,25}} )?(?:{_SAYS}|står|framgår|ska|får|måste|kan|gäller)\b",
    rf"{REF} ?\([^)]*\b(?:ska|får|måste|kan|har rätt|ansvarar|krävs)\b[^)]*\)",
    rf"{REF}\)?,? (?:det vill säga|dvs|d\.v\.s\.|alltså|med andra ord)",
)
STANDS_THAT = Cue(
    rf"\b(?:av|i|enligt) (?:\w+ )?{REF}(?: i lagen)? {_STANDS}(?: \w+){{0,3}}?,? att\b",
    rf"\b(?:av|i|enligt) (?:\w+ )?{REF} finns (?:en )?(?:regel|regler|bestämmelser?) (?:som (?!handlar)|om att)\b",
    rf"\b{_STANDS} (?:det )?(?:också |även |bland annat )?(?:i|av) {REF},? att\b",
    rf"^\W*att\b.{{8,}}\b{_STANDS} (?:det )?(?:i|av) {REF}",
)

# *Enligt …* first in the sentence, with the main verb and what comes after it.
_MAIN_VERB = _any(
    "ska skall får måste kan bör behöver gäller krävs innebär ansvarar svarar räknas menas avses har är finns ges "
    "lämnas beviljas medges meddelas prövas tas betalas omfattar omfattas hör beror"
)
_OTHER_VERB = r"\w{2,}(?:ar|er|år)"
FRONTED = Cue(
    rf"^\W*(?:(?:men|och|dessutom|också|även|här|så) )?{_OF} (?:\w+ ){{0,3}}?{REF}"
    rf"(?: (?:och|samt|eller) {REF})*\)?,? (?:({_MAIN_VERB})|({_OTHER_VERB}))\b(.*)$"
)

# The clause states a rule: what someone must, may or can demand.
RULE = Cue(
    rf"\b{_any('ska skall får måste kan bör behöver krävs gäller ansvarar svarar_för')}\b",
    rf"\bhar (?:\S+ ){{0,4}}?{_any(r'rätt skyldighet ansvar ansvaret möjlighet [a-zåäö]*plikt')}\b",
    rf"\bär (?:\S+ ){{0,4}}?{_any('skyldig ansvarig förbjud tillåt tvung')}",
    r"\brätt (?:till|att)\b",
)
RIGHT_OR_DUTY = Cue(
    r"\brätt (?:till|att)\b",
    r"\bmöjlighet att\b",
    r"\b(?:veckor|dagar|månader|år) på (?:dig|er|sig)\b",
    rf"\b{_any('plikt skolplikt skyldig skyldighet förbjud tillåt ansvarar ansvaret')}",
)
CONDITION = Cue(rf"\b{_any('om när för_den_som till_den_som bara endast innan först inom')}\b")
GENERAL = Cue(
    rf"\b{_any('om när för_den_som till_den_som den_som de_som för_att bara endast innan utan_att så_att')}\b",
    rf"\b{_any('först senast inom alla varje ingen kommunen kommuner myndigheten myndigheter nämnden vi')}\b",
    r"\ben (?:person|myndighet|kommun|elev|fastighetsägare)\b",
)
BY_OR_IF = Cue(rf"\b{_any('om när för_den_som till_den_som endast bara först inom av')}\b")

# What speaks against a rule: the letter's own decision, assessment or order in this case.
_DONE = _any(
    "beviljats beslutats avslagits prövats fattats gjorts lämnats kommit anmält ansökt begärt fått beslutat beviljat "
    "bedömt avslagit fattat prövat"
)
DECIDES = Cue(
    rf"\b{_any('beslutar beslutade beslutat beslutas fattar fattade fattat fattas')}\b",
    rf"\b{_any('bedömer bedömde bedömt bedöms anser anses finner konstaterar överväger hänvisar')}\b",
    rf"\b{_any('förelägger föreläggs avslår avslog avslås avslagit bifaller bifalls tillstyrker godkänner')}\b",
    rf"\b{_any('beviljar beviljade beviljat beviljats meddelades ansöker ansökte förbjuder_dig')}\b",
    rf"\b{_any('anmäler medger_att åberopar upplyser härmed därför således därmed uppfyller uppfylls omfattas')}\b",
    r"\bpåför\w*",
    rf"(?<!som )\bhar (?:\S+ ){{0,4}}?{_DONE}\b",
)
HAS_DONE = Cue(rf"\W*(?:\w+ ){{0,4}}?{_DONE}\b")
THIS_CASE = Cue(
    r"\b(?:din|er|ditt|dina|sökandens|den här|denna) (?:\w+ )?"
    r"(?:ansökan|begäran|anmälan|åtgärd|tillbyggnad|önskan)\b",
    r"\b(?:ansökan|åtgärden|bygglovet|bygglov|tillståndet|insatsen|bistånd|bidrag)\b[\w ]{0,20}"
    r"\b(?:kan|får|ska|bör) (?:\w+ ){0,2}?(?:beviljas|avslås|bifallas|ges|godkännas|avvisas|lämnas|medges)",
    r"\bhar (?:\w+ ){0,2}?inte rätt\b",
    r"\bhar du därför\b",
    r"\bhar (?:du|ni|hon|han) inte\b",
    r"\b\d[\d ]*(?:kronor|kr)\b",
    rf"\b\d{{1,2}} {_MONTH}\b",
    r"\d{4}-\d\d-\d\d",
)
# The section is named in passing: *kraven i …*, *en anmälan enligt …*.
ASIDE = Cue(
    r"\b(?:kraven?|kriterie(?:r|rna)|förutsättningar(?:na)?|villkor(?:en)?|bestämmelserna|reglerna|personkretsen|grunderna|"
    rf"undantagen|undantaget|skäl|strid)\b[\w ]{{0,20}}(?:i|enligt|för|mot|med) (?:\w+ )?{REF}"
)
ATTRIBUTE = Cue(
    r"\b\w*(?:ansökan|anmälan|beslut|utredning|insats|föreläggande|förbud|prövning|yttrande|underrättelse|kommunicering|"
    r"ärende|tillsyn|handläggning|vite)(?:en|et|er|erna|n|t)? (?:om [\w ]{3,40} )?"
    rf"(?:enligt|jämlikt|med stöd av|utifrån) {REF}"
)
# The sentence only tells where the rule stands, or with words that say nothing of it.
WHERE = Cue(
    r"\b(?:regleras|finns|behandlas|beskrivs|framgår|står|återfinns|lagstöd|lagrum|se|jfr|"
    r"gäller bland annat|gäller även|gäller|(?<!med )stöd|(?<!på )grund) "
    rf"(?:närmare |mer |även )?(?:i|av|hos)? ?{REF}",
)
TELLS_WHERE = Cue(rf"^\W*(?:av|i|enligt) (?:\w+ )?{REF} (?:{_STANDS}|finns|regleras|beskrivs|behandlas)\b")
VAGUE = Cue(
    rf"\b{_any('regleras prövas beaktas bedömas hanteras behandlas handläggas fastställas beslutas omprövas')}\b",
    rf"\b{_any('bestämmas tillämpas')}\b",
)

# Sentences that lean on the one before them, or on the one after.
LEANS_BACK = Cue(
    rf"^\W*(?:det|detta|den|denna|de|där|här|{_PAPER})(?: (?:här|där))?(?: {_PAPER})? "
    rf"(?:(?:bland annat|alltså|i korthet|kort sagt|även|också) )?"
    rf"(?:{_SAYS}|står|framgår|sägs|är till för|finns för|gäller (?:när|om|för|att|den)|ska|får|kan)\b",
    rf"^\W*(?:enligt|av|i) (?:den|denna|dessa|de|det)? ?(?:här |där )?{_PAPER}\b",
    r"^\W*(?:enligt den|enligt dem|med det menas|med detta menas|det vill säga|dvs\.?|d\.v\.s\.)\b",
    r"^\W*(?:med andra ord|kort sagt|i korthet|enkelt uttryckt|i klartext|alltså)\b",
    r"^\W*(?:vad det betyder|det här betyder|så här säger)\b",
)
BARE_PRONOUN = Cue(r"^\W*(?:det|detta|den|denna|de) (?:ska|får|kan)\b")
POINTS_BACK = Cue(
    r"^\W*(?:allt |den |denna |den här |de )?"
    r"(?:det|detta|det här|regeln?|reglerna|bestämmelsen|bestämmelserna|rätten) "
    r"(?:(?:om|för) (?:detta|det) )?(?:står|finns|framgår|följer|regleras|anges|sägs|är reglerat|bestäms)"
    rf"(?: (?:också|även|bland annat|att läsa|närmare|beskrivet))* (?:i|av) (?:\w+ )?{REF}\W*$",
    rf"^\W*(?:det|detta) (?:kallas|heter) (?:för )?\w+ och (?:står|finns|regleras) i {REF}\W*$",
    rf"^\W*(?:det|detta|så) (?:kräver|säger|bestämmer|lyder|står det i) {REF}\W*$",
    rf"^\W*\(?(?:se|jfr|läs mer i|lagstöd|källa)?:? ?{REF}\)?\W*$",
)
SEE = Cue(rf"^\W*(?:(?:se|jfr|läs mer i|lagstöd|källa):? ?)?{REF}")
INTRODUCES = Cue(
    rf"\b(?:säger|lyder|står|framgår|anger|gäller)\b.{{0,40}}{REF}[^:]{{0,20}}:\W*$",
    rf"{REF}.{{0,20}}\b(?:säger|lyder|anger|står|framgår|gäller)\b[^:]{{0,40}}:\W*$",
)
