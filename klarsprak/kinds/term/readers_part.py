"""Whether a term is the reader's own part in life, *du vill bli kontaktfamilj*, or a word of the reader's."""

from __future__ import annotations

import re

from klarsprak.analysis import Analysis
from klarsprak.kinds.term.applied import is_applied_for
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role

_LONGEST = 160
"""Characters before the words that are looked at."""
_SUBJECT = 150
"""Characters: a subject is no longer."""
_NAME = r"(?-i:[A-ZÅÄÖ][\w-]+)"
_PART = re.compile(
    r"\b(?:tack\s+för\s+(?:att\s+(?:du|ni)\s+vill|ditt\s+intresse\s+(?:för\s+)?att)\s+(?:bli|vara)"
    r"|(?:du|ni)\s+(?:har\s+)?(?:anmält\s+(?:dig|er)|anmälde\s+(?:dig|er)|erbjudit\s+(?:dig|er)\s+att\s+bli"
    r"|vill\s+(?:sluta|fortsätta))\s+som"
    r"|(?:du|ni)\s+(?:är|har\s+varit|var)\s+(?:inte\s+längre|fortfarande)"
    rf"|(?:du|ni)\s+(?:är|blir|var|har\s+varit)\s+(?:hans|hennes|deras|{_NAME}s)"
    r"|(?:din\s+ansökan|du\s+(?:har\s+)?(?:sökt|sökte|ansökt|ansökte))\s+om\s+att\s+(?:få\s+)?bli"
    r"|(?:ditt|er|ert|din)\s+(?:uppdrag|roll|arbete|tjänst|anställning|provanställning|vikariat|jobb)\s+som)"
    r"\s+(?:en\s+|ett\s+|ny\s+|extra\s+)?\Z",
    re.IGNORECASE,
)
"""*Tack för att du vill bli*, *du är inte längre*, *du är Elsas*, *ditt uppdrag som*, and then what the reader is."""
_LEADS = frozenset("bli vara som längre fortfarande hans hennes deras".split())
_BETWEEN = frozenset({"en", "ett", "ny", "extra"})
"""The last words of such beginnings, but for names, and what may stand after them."""
_WANTS = re.compile(r"\b(?:vill|ville|vilja)\s+(?:(?:du|ni)\s+)?(?:bli|vara)\s+(?:en\s+|ett\s+)?\Z", re.IGNORECASE)
"""*Vill du bli god man?*, in a letter to one who has said so."""
_HAS_SAID_SO = re.compile(
    r"\b(?:tack för att du vill bli|(?:du|ni) (?:står|finns) på (?:vår|en|kommunens) lista|din intresseanmälan"
    r"|ditt intresse|du har anmält (?:ditt )?intresse|vi ses på introduktionen|du har gått utbildningen)\b"
)
_OF_GROUP = re.compile(
    r"\A\W*(?:hej|bästa|kära|till)\s+(?:alla|allihop|er)\s+i\s+(?:\w+\s+)?\Z"
    r"|\A\W*(?:hej|bästa|kära|till)\s+(?:alla\s+)?(?:[^.:!?]{0,80}(?:,|\boch|\bsamt)\s+)?\Z",
    re.IGNORECASE,
)
"""How a line begins that greets or names its readers: *Hej alla i*, *Till styrelsen samt*."""
_FOR_WHOM = re.compile(r"\s*(?:[!,.]|\Z|(?:för|i|på|hos)\s+(?:\w+\s+)?(?-i:[A-ZÅÄÖ]))", re.IGNORECASE)
"""What follows a reader's part in such a line: *Till huvudmannen* **för Ekbackens** *förskola*."""
_DEFINITE = re.compile(r"(?:en|et|na|arna|erna|man|gruppen)\Z")
_ANSWERED = re.compile(r"\A\W*(?:(?:ämne|rubrik|ärende):\s*)?(?:sv|re|vb):\s", re.IGNORECASE)
"""How a subject begins that its reader has written: *SV: När kommer min*."""
_MATTER = r"(?:(?:en|ett|den|det|att|ny|nytt|nya|fler|bättre)\s+){0,3}"
_SAID = r"(?:(?!att\b)[^\s.!?:]+\s+){0,3}?att\s+(?:(?:din|ditt|er|ert|\w+(?:en|et))\s+(?:har\s+|bor\s+)?)?"
_THE_READERS_WORD = re.compile(
    r"\b(?:(?:(?:din|er|ditt|ert)\s+(?:förslag|medborgarförslag|idé|offert|anbud)\s+(?:om|på)"
    r"|tack\s+för\s+(?:anbudet|offerten|förslaget|medborgarförslaget)\s+(?:om|på)"
    rf"|(?:du|ni)\s+kallar\s+(?:det|den|[^.:!?]{{1,60}}?\sför))\s+{_MATTER}"
    rf"|(?:du|ni)\s+enligt\s+egen\s+uppgift\s+(?:är|har|får)\s+{_MATTER}"
    rf"|(?:du|ni)\s+(?:har\s+)?(?:berättat|berättade|sa|nämnde|skrev|skriver|angett|angav|uppgett|uppgav)"
    rf"\s+{_SAID})\Z",
    re.IGNORECASE,
)
"""*Tack för ditt förslag om*, *Du berättade i telefon att*, and then the reader's own word."""


_HAS_ALREADY = re.compile(
    r"\b(?:(?:är|var)\s+(?:redan\s+|sedan\s+tidigare\s+)?beviljad"
    rf"|(?:du|ni|hon|han|hen|{_NAME}|\w{{3,}}(?:en|et))\s+har\s+(?:redan|sedan\s+tidigare|i\s+dag|idag|i\s+nuläget"
    r"|i\s+dagsläget|för\s+närvarande)(?:\s+(?:fått|beviljats|beviljad))?"
    rf"|(?:du|ni|hon|han|hen|{_NAME})\s+(?:[^.!?;:]{{1,40}}\s)?bor\s+(?:\w+\s+)?(?:i|på)"
    r"|har\s+(?:du|ni)\s+redan|tillgodose(?:s|dd|tt)\s+(?:\w+\s+)?(?:genom|av|via)(?:\s+(?:din|ditt|dina|den|det|de))?)"
    r"\s+(?:(?:en|ett)\s+)?(?:[^.!?;:]{1,60}?(?:,|\boch|\bsamt)\s+)?\Z",
    re.IGNORECASE,
)
"""*Hon är beviljad larm samt*, *Du har i dag*, *behovet tillgodoses genom*, and then what the reader has."""
_MORE_OF = re.compile(
    r"\b(?:utökad|utökat|utökade|befintlig|befintligt|befintliga|nuvarande|pågående|redan\s+(?:beviljad|beviljat|beviljade)"
    r"|(?:din|ditt|dina)\s+(?:beviljade|tidigare))\s+\Z",
    re.IGNORECASE,
)
"""*genom* **utökad** *ledsagning*: there is some of it already."""
_OF_PERSON = re.compile(
    r"(?:\w{2,}insats|\w{2,}insatser|\w{2,}insatsen|\w{2,}insatserna|\w*stöd|stödet|hjälp|person|personen|verksamhet|service"
    r"|vistelse|ledsagning|ledsagare|assistans|assistent|boende|avlösning|trygghetslarm)s?",
    re.IGNORECASE,
)
"""How that is called which somebody gets for herself, and not what an office or a firm runs."""
_INCOME = re.compile(
    r"\b(?:lön|pension|sjukpenning|föräldrapenning|a-kassa|barnbidrag|studiemedel|bostadsbidrag|underhållsstöd)\b",
    re.IGNORECASE,
)
_GOT = re.compile(
    r"\w*(?:bidrag|stöd|penning|pension|tillägg|ersättning|livränta|a-kassa|alfa-kassa)(?:et|en)?", re.IGNORECASE
)
"""How incomes are called that somebody gets from the state."""
_PAID = re.compile(r"\s+(?:har\s+|hade\s+)?(?:utbetalats|utbetalts|betalats\s+ut|betalts\s+ut)\b", re.IGNORECASE)
"""*Vidare har sjukersättning* **utbetalats** *från FK*: who gets the money knows what it is called."""
_FROM = re.compile(
    r"\s+från\s+(?:FK|Försäkringskassan|CSN|Pensionsmyndigheten|a-kassan|din\s+a-kassa)\b", re.IGNORECASE
)
_RECKONED = re.compile(
    r"\b(?:inkomst|inkomster|inkomsten|inkomsterna|räknat|räknats|räknas|tagit\s+med|hämtat\s+uppgifter)\b",
    re.IGNORECASE,
)
"""*Som* **inkomst** *har räknats aktivitetsstöd från Försäkringskassan*."""
_MIGHT = re.compile(r"\b(?:kan|ansök\w*|söka|sök|söker|rätt\s+till|möjlighet|om\s+(?:du|ni))\b", re.IGNORECASE)
_SENT = re.compile(
    r"\b(?:du|ni)\s+(?:har\s+)?(?:(?!inte\b|ej\b|aldrig\b)[^\s.!?:]+\s+){0,5}?"
    r"(?:(?:inkom|inkommit|kom\s+in|kommit\s+in)\s+(?:[^\s.!?:]+\s+){0,4}?med"
    r"|(?:lämnat|lämnade|skickat|skickade)\s+in|bifogat|bifogade)"
    r"\s+(?:(?!(?:att|inte|om|ansökan|begäran)\b)[^\s.!?:;]+\s+){0,5}?\Z",
    re.IGNORECASE,
)
"""*Du inkom den 9 maj med kopior och utdrag ur*, and then what the reader sent."""
_OWN_INCOME = re.compile(
    r"(?:(?:din|ditt)\s+)?(?:bostadstillägg|bostadsbidrag|garantipension|inkomstpension|tjänstepension|änkepension"
    r"|barnpension|sjukersättning|aktivitetsersättning|aktivitetsstöd|föräldrapenning|sjukpenning)"
    r"(?::?|:\s*\d[\d\s]*(?:kr|kronor)?)",
    re.IGNORECASE,
)
"""An income that only stands in a reckoning of one's own, alone on its line, or with its sum."""
_LIVES_ON = re.compile(
    r"\b(?:uppbär|uppbar|(?:lever|levt|levde)\s+på|(?:påverka|påverkar|dras\s+från|dra\s+in)\s+(?:din|ditt))\s+\Z",
    re.IGNORECASE,
)
"""*Sökanden uppbär*, *det kan påverka ditt*, and then what somebody gets already."""


def _is_had(words: WordsAt, before: str) -> bool:
    """Whether the letter says there that somebody has what the words name already, and so knows its name.

    *Du har redan en kontaktperson*, *utökad ledsagning*; but not *Du har fått vite*.
    """
    if _OF_PERSON.fullmatch(words.text.split()[-1]) is None:
        return False
    return _HAS_ALREADY.search(before) is not None or _MORE_OF.search(before) is not None


def _is_listed_income(words: WordsAt) -> bool:
    """Whether the words are an income in a list of several: *A-kassa, aktivitetsstöd*; who gets it knows its name.

    Or an income of the reader's own that stands alone before its sum, in a reckoning.
    """
    block = words.block
    if _OWN_INCOME.fullmatch(block.text.strip()):
        return True
    if block.block.role is not Role.LIST_ITEM or _GOT.fullmatch(words.text) is None:
        return False
    first, last = words.characters
    return _INCOME.search(f"{block.text[:first]} {block.text[last:]}") is not None


def _is_paid_income(words: WordsAt, before: str) -> bool:
    """Whether the words are an income that is paid: *har sjukersättning utbetalats*, *räknat in din X från CSN*."""
    if _GOT.fullmatch(words.text) is None:
        return False
    last = words.characters[1]
    if _PAID.match(words.block.text, last) or _LIVES_ON.search(before):
        return True
    if _FROM.match(words.block.text, last) is None or _MIGHT.search(words.text_before):
        return False
    return _RECKONED.search(words.text_before) is not None


_SHOWS_WHERE = re.compile(
    r"\b(?:du|ni)\s+(?:\w+\s+)?(?:vill|kan|får)\s+(?:\w+\s+)?(?:visa|peka\s+ut|märka\s+ut|berätta)\s+(?:\w+\s+)?"
    r"(?:var|hur)\s+(?:(?:din|ditt|dina|er|ert|era|den|det|de)\s+)?\Z",
    re.IGNORECASE,
)
"""*om du vill visa var* **täckdikena** *ligger*: who can show them knows what they are."""


def said_before(words: WordsAt) -> str:
    """What stands before the words in their block, on one line."""
    first = words.characters[0]
    return f"{' '.join(words.block.text[max(0, first - _LONGEST) : first].split())} "


def is_readers_part(words: WordsAt, before: str, analysis: Analysis) -> bool:
    """Whether the letter says there that the words are what its reader is, wants to be or has been.

    ``before`` stands before them.

    *Tack för att du vill bli kontaktfamilj*, *Till huvudmannen för Ekbackens förskola*; but not *du är sakägare*:
    who hears that she is one may not know what that is.
    """
    if _may_lead_to_part(before):
        if _PART.search(before):
            return True
        if _WANTS.search(before) and _HAS_SAID_SO.search(analysis.text):
            return True
    if _SHOWS_WHERE.search(before):
        return True
    return _is_greeted(words)


def _may_lead_to_part(before: str) -> bool:
    """Whether the last word may be one that says what somebody is: a glance, since most aren't."""
    *others, last = ["", *before.lower().rsplit(maxsplit=2)]
    if last in _BETWEEN:
        last = others[-1]
    return last in _LEADS or last.endswith("s")


def _is_greeted(words: WordsAt) -> bool:
    """Whether the words stand in a line that greets or names its readers, in the definite form."""
    first, last = words.characters
    text = words.block.text
    if _OF_GROUP.match(text[:first]) is None or _DEFINITE.search(words.text.lower()) is None:
        return False
    return _FOR_WHOM.match(text[last:]) is not None


def is_known_from_matter(words: WordsAt, before: str, analysis: Analysis) -> bool:
    """Whether the reader has applied for what the words name, has it already, or has said these words herself.

    ``before`` stands before them.
    """
    if is_applied_for(words, before, analysis) or _is_readers_word(words, before) or _is_had(words, before):
        return True
    return _is_listed_income(words) or _is_paid_income(words, before) or _SENT.search(before) is not None


def _is_readers_word(words: WordsAt, before: str) -> bool:
    """Whether the letter says there that its reader has used the words: in a proposal, a bid, a subject.

    *Tack för ditt förslag om en slåtteräng*; *SV: När kommer min merkostnadsersättning?*.  Who asks about a thing may
    have met its name in another letter.
    """
    if len(words.block.text) <= _SUBJECT and _ANSWERED.match(words.block.text):
        return True
    return _THE_READERS_WORD.search(before) is not None
