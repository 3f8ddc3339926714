"""Whether a letter says what a section means, and what klarsprak itself can say of it.

A section is explained when the letter states in words what it requires or allows, in the sentence of the reference
or in the one next to it.  That a decision was made *med stöd av* a section explains nothing; that a section *reglerar
rätten till bistånd* only names its subject.
"""

from __future__ import annotations

import re

from klarsprak.laws.plain import everyday, plain
from klarsprak.laws.references import Reference, find_references

__all__ = ["everyday", "is_explained", "plain"]

_REF = "§REF§"
_I = re.IGNORECASE

# The section, or the sentence about it, is said to say something.
_SAYS = (
    r"(?:innebär|betyder|säger|anger|slår fast|föreskriver|stadgar|kräver|förbjuder|tillåter|ger dig|ger oss|ger den|"
    r"ger (?:\w+ )?(?:rätt|möjlighet|stöd för|en rätt|dig)|handlar om|går ut på|medför|menas|avses att|gör att)"
)
_PAPER = r"(?:paragrafen?|bestämmelsen?|bestämmelserna|regeln|reglerna|lagen|lagtexten|lagrummet|lagregeln|kapitlet|artikeln)"
_SECTION_SAYS = re.compile(rf"{_REF}[^.;:]{{0,12}}?,?\s*(?:som |där det |vilket )?\(?\s*{_SAYS}\b", _I)
_WHICH_SAYS = re.compile(
    rf"{_REF}\)?,? (?:som|vilket|där|vilken) (?:[\w ]{{0,25}} )?(?:{_SAYS}|står|framgår|ska|får|måste|kan|gäller)\b"
    rf"|{_REF}\)?,? (?:det vill säga|dvs|d\.v\.s\.|alltså|med andra ord)",
    _I,
)
_STANDS_THAT = re.compile(
    rf"\b(?:av|i|enligt) (?:\w+ )?{_REF}(?: i lagen)? (?:(?:står|framgår|följer|sägs|anges|stadgas|föreskrivs)(?: \w+){{0,3}}?,? att"
    rf"|finns (?:en )?(?:regel|regler|bestämmelse|bestämmelser) (?:som (?!handlar)|om att))\b"
    rf"|\b(?:står|framgår|följer|anges) (?:det )?(?:också |även |bland annat )?(?:i|av) {_REF},? att\b"
    rf"|^\W*att\b.{{8,}}\b(?:står|framgår|följer) (?:det )?(?:i|av) {_REF}",
    _I,
)

# The main verb states a rule.
_RULE_VERB = (
    r"(?:ska|skall|får|måste|kan|bör|behöver|gäller|krävs|innebär|ansvarar|svarar|räknas|menas|avses|har|är|finns|ges|lämnas|"
    r"beviljas|medges|meddelas|prövas|tas|betalas|omfattar|omfattas|hör|beror)"
)
_FRONTED = re.compile(
    rf"^\W*(?:(?:men|och|dessutom|också|även|här|så) )?(?:enligt|av|i|med stöd av|utifrån|jämlikt) (?:\w+ ){{0,3}}?{_REF}"
    rf"(?: (?:och|samt|eller) {_REF})*\)?,? ({_RULE_VERB})\b(.*)$",
    _I | re.DOTALL,
)
_MODAL = re.compile(
    r"\b(?:ska|skall|får|måste|kan|bör|behöver|krävs|gäller|har (?:\w+ ){0,3}?(?:rätt|skyldighet|ansvar|ansvaret|möjlighet)|"
    r"rätt (?:till|att)|är (?:\w+ ){0,3}?(?:skyldig\w*|ansvarig\w*|förbjud\w+|tillåt\w+|tvung\w+)|ansvarar|svarar för)\b",
    _I,
)
_STRONG = re.compile(
    r"\b(?:rätt (?:till|att)|skyldig\w*|skyldighet|förbjud\w+|tillåt\w+|ansvarar|ansvaret|möjlighet att)\b", _I
)
_CONDITION = re.compile(
    r"\b(?:om|när|för den som|den som|de som|för att|bara|endast|innan|även om|utan att|så att|till den som|först|senast|inom|"
    r"alla|varje|ingen|en (?:person|myndighet|kommun|elev|fastighetsägare)|kommunen|kommuner|myndigheten|myndigheter|"
    r"nämnden|vi)\b",
    _I,
)

# What speaks against a rule: the letter's own decision, assessment or order in this case.
_DECIDES = re.compile(
    r"\b(?:beslutar|beslutade|beslutat|beslutas|fattar|fattade|fattat|fattas|bedömer|bedömde|bedömt|bedöms|anser|anses|finner|"
    r"konstaterar|förelägger|föreläggs|avslår|avslog|avslås|avslagit|bifaller|bifalls|beviljar|beviljade|beviljat|beviljats|"
    r"tillstyrker|har (?:\w+ ){0,3}(?:beviljats|beslutats|avslagits|prövats|fattats|gjorts|lämnats|kommit|anmält|ansökt|begärt|fått)|"
    r"ansöker|ansökte|anmäler|överväger|åberopar|hänvisar|upplyser|härmed|därför|således|därmed|meddelades|godkänner|medger att|"
    r"påför\w*|förbjuder dig|uppfyller|uppfylls|omfattas)\b",
    _I,
)
_ASIDE = re.compile(
    r"\b(?:kraven|krav|kriterierna|kriterier|förutsättningarna|förutsättningar|villkoren|villkor|bestämmelserna|reglerna|"
    r"personkretsen|grunderna|undantaget|undantagen|skäl|strid)\b[\w ]{0,20}(?:i|enligt|för|mot|med) (?:\w+ )?"
    rf"{_REF}",
    _I,
)
_ATTRIBUTE = re.compile(
    rf"\b(?:\w*ansökan|\w*anmälan|\w*beslut(?:et)?|\w*utredning(?:en)?|\w*insats(?:er|en|erna)?|\w*föreläggande(?:t)?|\w*förbud(?:et)?|\w*prövning(?:en)?|"
    rf"\w*yttrande(?:t)?|\w*underrättelse(?:n)?|\w*kommunicering(?:en)?|\w*ärende(?:t|n)?|\w*tillsyn(?:en)?|\w*handläggning(?:en)?) (?:om [\w ]{{3,40}} )?"
    rf"(?:enligt|jämlikt|med stöd av|utifrån) {_REF}",
    _I,
)
_THIS_CASE = re.compile(
    r"\b(?:din|er|ditt|dina|sökandens|den här|denna) (?:\w+ )?(?:ansökan|begäran|anmälan|åtgärd|tillbyggnad|önskan)\b"
    r"|\b(?:ansökan|åtgärden|bygglovet|bygglov|tillståndet|insatsen|bistånd|bidrag)\b[\w ]{0,20}\b(?:kan|får|ska|bör) (?:\w+ ){0,2}?"
    r"(?:beviljas|avslås|bifallas|ges|godkännas|avvisas|lämnas|medges)"
    r"|\bhar (?:\w+ ){0,2}?inte rätt\b|\bhar du därför\b|\bhar (?:du|ni|hon|han) inte\b"
    r"|\b\d[\d ]*(?:kronor|kr)\b|\b(?:den )?\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b"
    r"|\d{4}-\d\d-\d\d",
    _I,
)
_TOPIC_VERBS = re.compile(
    rf"\b(?:regleras|finns|behandlas|beskrivs|framgår|står|återfinns|(?<!med )stöd|(?<!på )grund|lagstöd|lagrum|se|jfr) (?:närmare |mer |även )?(?:i|av|hos)? ?{_REF}",
    _I,
)

# Verbs that say nothing of what the section holds.
_VAGUE = re.compile(
    r"\b(?:regleras|prövas|beaktas|bedömas|hanteras|behandlas|handläggas|fastställas|beslutas|omprövas|bestämmas|tillämpas)\b",
    _I,
)

_TELLS_WHERE = re.compile(
    rf"^\W*(?:av|i|enligt) (?:\w+ )?{_REF} (?:framgår|står|anges|finns|följer|regleras|beskrivs|sägs|behandlas)\b", _I
)

# Sentences that lean on the one before or after them.
_EXPLAINS_NEXT = re.compile(
    rf"^\W*(?:det|detta|den|denna|de|där|här|{_PAPER})(?: (?:här|där))?(?: {_PAPER})? "
    rf"(?:(?:bland annat|alltså|i korthet|kort sagt|även|också) )?(?:{_SAYS}|står|framgår|sägs|är till för|finns för|gäller (?:när|om|för|att|den)|ska|får|kan)\b"
    rf"|^\W*(?:enligt|av|i) (?:den|denna|dessa|de|det)? ?(?:här |där )?{_PAPER}\b"
    r"|^\W*(?:enligt den|enligt dem|med det menas|med detta menas|det vill säga|dvs\.?|d\.v\.s\.|med andra ord|kort sagt|i korthet|"
    r"enkelt uttryckt|i klartext|alltså|vad det betyder|det här betyder|så här säger)\b",
    _I,
)
_ANAPHORIC_DECISION = re.compile(r"^\W*(?:det|detta|den|denna|de) (?:ska|får|kan)\b", _I)
_POINTS_BACK = re.compile(
    rf"^\W*(?:(?:det|detta|allt detta|det här|den regeln|denna regel|den här regeln|regeln|reglerna|de reglerna|bestämmelsen|bestämmelserna|rätten) )"
    rf"(?:om detta |om det |för detta |för det )?(?:står|finns|framgår|följer|regleras|anges|sägs|är reglerat|bestäms)"
    rf"(?: (?:också|även|bland annat|att läsa|närmare|beskrivet))* (?:i|av) (?:\w+ )?{_REF}\W*$"
    rf"|^\W*\(?(?:se|jfr|läs mer i|lagstöd|källa)?:? ?{_REF}\)?\W*$",
    _I,
)
_SEE = re.compile(rf"^\W*(?:(?:se|jfr|läs mer i|lagstöd|källa):? ?)?{_REF}", _I)
_INTRODUCES = re.compile(
    rf"\b(?:säger|lyder|står|framgår|anger|gäller)\b.{{0,40}}{_REF}[^:]{{0,20}}:\W*$"
    rf"|{_REF}.{{0,20}}\b(?:säger|lyder|anger|står|framgår)\b[^:]{{0,40}}:\W*$",
    _I,
)
_WORDS = re.compile(r"\w+")
_MIN_WORDS = 4


def is_explained(reference: Reference, before: str, sentence: str, after: str) -> bool:
    """Whether the sentence of the reference, or one of its neighbours, says what the section means.

    ``sentence`` holds the reference; ``before`` and ``after`` are the sentences next to it, "" where there are none.
    """
    masked = _mask(sentence)
    return (
        _said_of_section(masked)
        or _states_rule(masked)
        or _explained_next(masked, after)
        or _explained_before(masked, _mask(before))
    )


def _mask(sentence: str) -> str:
    """The sentence with a sign in the place of each reference that names a section, white space folded."""
    parts, position = [], 0
    for found in find_references(sentence):
        if found.sections or found.chapter or found.law is not None or found.inherited:
            parts += [sentence[position : found.start], _REF]
            position = found.end
    return " ".join("".join([*parts, sentence[position:]]).split())


def _content(text: str) -> int:
    """Words of the text that say something, references apart."""
    return len(_WORDS.findall(text.replace(_REF, "")))


def _said_of_section(text: str) -> bool:
    """*4 kap. 1 § SoL säger att …*, *av 25 § FL framgår att …*, *…, som innebär att …*."""
    patterns = (_SECTION_SAYS, _WHICH_SAYS, _STANDS_THAT)
    return any(pattern.search(text) for pattern in patterns) and _content(text) >= _MIN_WORDS


def _states_rule(text: str) -> bool:
    """*Enligt … har du rätt till …*; *Du får … enligt …*: a clause whose main verb states a rule."""
    if _REF not in text or _content(text) < _MIN_WORDS:
        return False
    if _ASIDE.search(text) or _TOPIC_VERBS.search(text) or _TELLS_WHERE.match(text):
        return False
    if _VAGUE.search(text) and not re.search(r"\b(?:om|när|för den som|bara|endast|innan)\b", text, _I):
        return False
    fronted = _FRONTED.match(text)
    if fronted:
        return _is_rule(fronted.group(1), fronted.group(2), text)
    if _DECIDES.search(text) or _THIS_CASE.search(text):
        return False
    if _ATTRIBUTE.search(text) and not _STRONG.search(text):
        return False
    return _MODAL.search(text) is not None and _content(text) >= _MIN_WORDS + 1


def _is_rule(verb: str, rest: str, text: str) -> bool:
    """Whether the main clause after *Enligt …* tells what holds, not what was decided in this case."""
    verb = verb.lower()
    conditional = _CONDITION.search(rest) is not None
    if _THIS_CASE.search(text) and not (
        conditional and re.search(r"\b(?:om|när|endast|bara|för den som)\b", rest, _I)
    ):
        return False
    if _DECIDES.search(rest) and not conditional:
        return False
    if re.match(
        r"\W*(?:\w+ ){0,4}?(?:beslutat|beviljat|bedömt|avslagit|fattat|fått|kommit|prövat|begärt|ansökt)\b", rest, _I
    ):
        return False
    if verb in ("har", "är", "finns"):
        return _STRONG.search(rest) is not None or _MODAL.search(rest) is not None
    if verb.endswith("s") and verb not in ("krävs", "menas", "avses", "räknas"):
        return re.search(r"\b(?:om|när|för den som|till den som|endast|bara|först|inom|av)\b", rest, _I) is not None
    return True


def _explained_next(text: str, after: str) -> bool:
    """The next sentence leans on the reference: *Det innebär att …*, *Enligt paragrafen …*."""
    masked = _mask(after)
    if not masked or _content(masked) < _MIN_WORDS:
        return False
    if _INTRODUCES.search(text):
        return True
    if _TOPIC_VERBS.search(text) and _takes_up(text, masked):
        return True
    if _EXPLAINS_NEXT.match(masked) is None:
        return False
    return not (_ANAPHORIC_DECISION.match(masked) and _decision(text))


def _takes_up(text: str, after: str) -> bool:
    """*Rätten till färdtjänst står i …. Du har rätt till färdtjänst om …*: the rule itself comes next."""
    shared = {word.lower() for word in _WORDS.findall(text) if len(word) > 5} - {"rätten", "reglerna", "lagen"}
    takes_up = any(word.lower() in shared for word in _WORDS.findall(after))
    return (
        takes_up
        and _MODAL.search(after) is not None
        and re.search(r"\b(?:om|när|för den som)\b", after, _I) is not None
    )


def _decision(text: str) -> bool:
    return _DECIDES.search(text) is not None or re.search(r"\bbeslut", text, _I) is not None


def _explained_before(text: str, before: str) -> bool:
    """The sentence only says where a rule stands that was told before: *Det står i …*, *(… §)*."""
    if _content(before) < _MIN_WORDS or _POINTS_BACK.match(text) is None:
        return False
    modal, decides = _MODAL.search(before), _DECIDES.search(before)
    return not _SEE.match(text) or (modal is not None and (decides is None or modal.start() < decides.start()))
