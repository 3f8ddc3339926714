"""Whether a text is written to somebody: a letter, as against a specification, guidelines or a register."""

from __future__ import annotations

import re
from collections.abc import Iterable

from klarsprak.analysis import Analysis
from klarsprak.finding import Occasion
from klarsprak.prose.addressee import Addressee, addressee
from klarsprak.signature.records import is_published_decision
from klarsprak.swedish import TO_ONE, TO_SEVERAL

_TO_NOBODY = frozenset({Occasion.RECORD, Occasion.REPORT})
_NOT_THE_CASE_ITSELF = _TO_NOBODY | {Occasion.FORM, Occasion.APPENDIX, Occasion.PAGE}
_READER = ("du", "dig", "din", "ditt", "dina", "ni", "ert", "era", "hej")
"""Not *er*, which is an ending, too: *observation(er)*."""
_SENDER = ("vi", "oss", "vår", "vårt", "våra")
# *Detta dokument beskriver …*: what a letter doesn't say of itself
_OF_ITSELF = re.compile(
    r"\b(?:detta dokument|det här dokumentet|dokumentet|denna specifikation) "
    r"(?:beskriver|innehåller|specificerar|definierar|syftar|vänder sig|riktar sig)\b"
)
_CASE = frozenset(
    "ansökan ansökningen överklaga överklagas överklagan överklagande omprövning omprövas beslutet ärendet".split()
)
"""Words of a case: a long decision may speak of *sökanden* throughout."""
_OF_OFFICES = re.compile(
    r"\b(?:internremiss(?:en|er)?|(?:er|eran) kompetens|ert (?:kompetens|ansvars|verksamhets)område)\b"
)
_ITS_NAMES = frozenset({"dokument", "dokumentet", "specifikation"})
_FIRST_LINES = 3
_FOR_ALL = re.compile(
    r"(?:riktlinje|rutin|reglemente|föreskrift|\w*protokoll|minnesanteckning|\w*specifikation|vägledning|handbok|manual"
    r"|(?:slut|del|års|läges|gransknings|revisions)?rapport(?!\w* [^.]*(?:kontroll|tillsyn|inspektion|besök))"
    r"|lathund|checklista|dagordning|föredragningslista|allmänna (?:råd|villkor)|ordningsregler|policy"
    r"|(?:regler|villkor|taxa|avgifter) för)\w*(?: [^.!?]*)?$",
    re.IGNORECASE,
)
_OF_LETTER = re.compile(
    r"(?:beslut|svar|avslag|bifall|föreläggande|begäran|kallelse|underrättelse|delgivning)\w*\b"
    r"|(?:du|ni|vi) [^.!?]*$",
    re.IGNORECASE,
)
_TO_ALL = re.compile(
    r"(?:(?:viktig |kort |ny |uppdaterad )?"
    r"(?:information|meddelande|upplysning|hälsning|besked|påminnelse|inbjudan)\w* )?"
    r"till (?:alla|samtliga|er|dig|berörda|våra|boende|hyresgäster|medlemmar|fastighetsägare|vårdnadshavare)\b",
    re.IGNORECASE,
)
"""The first line of a notice that has no address: *Information till samtliga båtägare*."""
_SENT_TO = re.compile(
    r"^(?:(?:beslutet|beslut|protokollsutdrag\w*|utdrag\w*) (?:skickas|sänds|expedieras|delges|ska skickas) till\b"
    r"|(?:expedieras|skickas|sänds|delges) till:?$)",
    re.MULTILINE,
)
"""What stands above those who get an extract."""
_ITEM = re.compile(r"^(?:[a-zåäö]{1,6} ?)?§ ?\d+", re.MULTILINE)
"""How an item of the minutes begins: *§ 24*, *KFN § 24*."""
_SLIPS = 2
"""Sentences that still are a slip, among more with the other pronoun: one among two, two among three."""
_PAGE, _LONG, _VERY_LONG = 150, 700, 1000
"""Tokens.  A few lines by themselves are a piece of a letter, a short text without *du* may be a notice to all in a
street, and a decision may be long."""
_TOKENS_TO_A_WORD = 400
"""A letter says *du* or *ni* at least so often; a specification of thirty pages does it by chance."""
_TOKENS_TO_US = 150
"""A letter without an end says *du* and *vi* at least so often each; somebody in a story says both now and then."""
_TOKENS_TO_A_CASE = 100
"""A decision speaks of its case at least so often; a newspaper has one *beslutet*."""


def is_letter(analysis: Analysis) -> bool:
    """Whether the text is written to somebody, be it that it doesn't say *du*.

    *Ansökan skall inges till nämnden* is; what is long, speaks of no case and to nobody isn't: *Om fältet saknas
    returneras en tom lista*; nor is a page of a newspaper, which says neither whose it is.  Asked once a letter.
    """
    if analysis.signature.occasion in _TO_NOBODY:
        return _is_sent(analysis)
    if analysis.token_count > _PAGE and not _says_whose(analysis):
        return _is_from_us_to_you(analysis) or _is_all_about_case(analysis)
    if _speaks_to_reader(analysis):
        return True
    if analysis.token_count < _LONG:
        return not _calls_itself_document(analysis)
    return _tells_of_case(analysis)


def has_reader(analysis: Analysis) -> bool:
    """Whether somebody out of the trade reads it: a letter, a decision in the minutes, a brochure that says *du*.

    A published decision about people, too: *A.B. klagade hos nämnden*.  Asked once a letter.
    """
    if analysis.once(is_letter) or _speaks_to_reader(analysis) or _is_all_about_case(analysis):
        return True
    if analysis.signature.occasion is Occasion.RECORD and is_published_decision(analysis.whole_text):
        return True
    return analysis.token_count <= _PAGE and not _calls_itself_document(analysis)


def is_between_offices(analysis: Analysis) -> bool:
    """Whether one office asks another of its own trade: *Vi önskar yttrande från er, utifrån er kompetens*.

    Asked once a letter.
    """
    return _OF_OFFICES.search(analysis.text) is not None


def _says_whose(analysis: Analysis) -> bool:
    """Whether it names its sender or its reader, by part of a signature, an address, a *To*.

    A telephone number or *kommunen* is enough on a page or two; a long story has one by chance, and *du* at times.
    """
    signature = analysis.signature
    if signature.parts or analysis.letter.envelope is not None or analysis.once(addressee) is not None:
        return True
    if _is_to_all(analysis):
        return True
    if not (signature.names_sender or signature.tells_how_to_reach):
        return False
    return analysis.token_count < _LONG or _tells_of_case(analysis) or _says_you_often(analysis)


def _is_to_all(analysis: Analysis) -> bool:
    """Whether one of its first lines says to whom it goes, and it speaks to them further down."""
    first = (block.block.text.strip() for block in analysis.blocks[:_FIRST_LINES])
    return any(map(_TO_ALL.match, first)) and _says_you_often(analysis)


def _is_sent(analysis: Analysis) -> bool:
    """Whether somebody gets the report, as its address says: *Kontrollrapport*, and below it *Almviks Krog AB …*.

    Or the extract of the minutes on somebody's case, as it says itself.  What else is filed is nobody's letter,
    whoever is named in it.
    """
    if analysis.signature.occasion is Occasion.REPORT:
        return analysis.once(addressee) is not None
    return _is_extract_for_somebody(analysis)


def _is_extract_for_somebody(analysis: Analysis) -> bool:
    """Whether it is one item of the minutes, *§ 24*, about a case, with those who get it: *Beslutet skickas till*."""
    if analysis.token_count >= _LONG or _CASE.isdisjoint(analysis.forms):
        return False
    return _SENT_TO.search(analysis.text) is not None and len(_ITEM.findall(analysis.text)) == 1


def pronoun(analysis: Analysis) -> str:
    """How the letter calls its reader: *ni* where more of its sentences say that, else *du*.

    Where it says both or neither, the one that suits whom it is sent to: *du* to a person, *ni* to two and to an
    organisation.
    """
    one, several = _sentences_to_one_and_several(analysis)
    if bool(one) == bool(several) and analysis.once(addressee) is not None:
        return "du" if analysis.once(addressee) is Addressee.PERSON else "ni"
    return "ni" if several > one else "du"


def usual_pronoun(analysis: Analysis) -> str | None:
    """How the letter calls its reader nearly everywhere; None where it says both, or too little to tell.

    *ni* of *Ni har inte betalat … era fakturor … ber vi er …* with one *Hör av dig*.  Asked once a letter.
    """
    one, several = _sentences_to_one_and_several(analysis)
    if _is_slip(one, several):
        return "ni"
    return "du" if _is_slip(several, one) else None


def _sentences_to_one_and_several(analysis: Analysis) -> tuple[int, int]:
    """How many sentences say *du*, and how many say *ni*."""
    forms = [sentence.forms for _, sentence in analysis.sentences]
    one, several = (sum(not wanted.isdisjoint(each) for each in forms) for wanted in (TO_ONE, TO_SEVERAL))
    return one, several


def _is_slip(few: int, many: int) -> bool:
    """Whether so few sentences with one pronoun are a slip among so many with the other."""
    return few <= _SLIPS and many > max(few, 1)


def _calls_itself_document(analysis: Analysis) -> bool:
    """*Detta dokument beskriver hur tjänsten anropas.*

    Its words are looked up first: few letters have them.
    """
    if analysis.forms.isdisjoint(_ITS_NAMES):
        return False
    return _OF_ITSELF.search(analysis.text) is not None


def is_of_case(analysis: Analysis) -> bool:
    """Whether the text may be expected to say how a case proceeds.

    No specification, and neither a form nor what comes with the letter: *Ansökan om färdtjänst: Namn …*, *Bilaga 2*.
    """
    if analysis.signature.occasion in _NOT_THE_CASE_ITSELF:
        return False
    return analysis.once(is_letter) and not _is_for_all(analysis)


def is_appendix(analysis: Analysis) -> bool:
    """Whether the text comes with a letter: *Bilaga: Hur man överklagar*."""
    return analysis.signature.occasion is Occasion.APPENDIX


def _is_for_all(analysis: Analysis) -> bool:
    """Whether its title says that it is about everybody's cases: *Riktlinjer för bidrag*, *Villkor för båtplats*.

    A letter's own title beside it tells that it is a letter: *Beslut*, and below it *Villkor*; so does an address.
    """
    first = [block.block.text.strip() for block in analysis.blocks[:_FIRST_LINES]]
    if not any(map(_FOR_ALL.match, first)) or any(map(_OF_LETTER.match, first)):  # as in most letters
        return False
    return analysis.once(addressee) is None


def _speaks_to_reader(analysis: Analysis) -> bool:
    """Whether *du* or *ni* stands there often enough for the text's length."""
    return _count(_READER, analysis) * _TOKENS_TO_A_WORD >= analysis.token_count


def _says_you_often(analysis: Analysis) -> bool:
    """Whether *du* stands there again and again, as it doesn't in a novel."""
    return _count(_READER, analysis) * _TOKENS_TO_A_CASE >= analysis.token_count


def _is_from_us_to_you(analysis: Analysis) -> bool:
    """Whether *du* stands there, and on a page or two *vi* as often: a brochure tells its reader of others."""
    if not _speaks_to_reader(analysis):
        return False
    if _tells_of_case(analysis):
        return True
    often = min(_count(_SENDER, analysis), _count(_READER, analysis))
    return analysis.token_count < _LONG and often * _TOKENS_TO_US >= analysis.token_count


def _is_all_about_case(analysis: Analysis) -> bool:
    """Whether it is a decision of a page or two, with words of its case again and again."""
    return analysis.token_count < _LONG and _count(_CASE, analysis) * _TOKENS_TO_A_CASE >= analysis.token_count


def _count(words: Iterable[str], analysis: Analysis) -> int:
    """How often the words stand in the text, all together."""
    return sum(len(analysis.places.get(word, ())) for word in words)


def _tells_of_case(analysis: Analysis) -> bool:
    """Whether it is a decision or instructions about one: *Sökanden har …, beslutet kan överklagas*.

    A very long one must be somebody's, too: specifications speak of *ansökan* and *beslut* as of data.
    """
    if _CASE.isdisjoint(analysis.forms):
        return False
    return analysis.token_count < _VERY_LONG or analysis.signature.name is not None
