"""Which words are the writer's own: neither names, nor another language, nor words that are only mentioned."""

from __future__ import annotations

import re
from functools import partial

from klarsprak.language.words_at import WordsAt
from klarsprak.swedish import TITLED_THINGS

_CALLED = frozenset("kallas kallad kallat kallade kallar heter betyder".split())
"""What stands before a word that is only mentioned."""
_CALLED_FOR = re.compile(
    r"\b(?:det|detta|den|denna|som|så|vilket|ofta|även|också) kallas (?:också |även |ofta )?för "
    r"(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
"""What stands before a word of the name that something has: *Det kallas för plats* **i mån av** *utrymme*."""
_INFINITIVE = "a"
"""How a verb ends that is taught: *att* **bestrida**; in *att* **du** *får flytta* a clause begins."""
_SUMMONED = frozenset({"du", "ni", "vi", "jag"})
"""Before *kallas*: whom somebody wants to see."""
_WITH_LETTERS = re.compile(r"[A-ZÅÄÖ]{1,6}-[a-zåäö]")
"""How a word begins that letters are put before: *F-skatt*, *BPSD-skattning*; but no *Maj-Britt*."""
_AROUND_LABEL = " :*–-•\t\n"
_NAME = re.compile(r"[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?(?: [A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?){1,2}")
"""A person's whole name."""
_REACH = 3
"""Words before, *att* among them, of which one may be such a verb."""
_OPENERS = frozenset("”\"'(:-–•*")
"""After these a capital may begin a sentence."""
_ITEM_NUMBER = re.compile(r"\s*(?:(?:\d{1,3}|[a-zA-Z])\s?[.)]|[\[(][xX ]?[\])]|[☐☑☒✓✔])\s*")
"""What was typed before an item, after which a sentence begins, too: *4.*, *b)*, the box *[x]* or *☐*."""
_OFFICE_OR_LAW = re.compile(
    r"(?:handläggar|inspektör|sekreterar|chef|utredar|samordnar|ingenjör|assistent|ombud|nämnd|förvaltning|enhet|avdelning"
    r"|kontor|myndighet|(?<!om)råd)(?:e|en|ens|es|er|et|ets|s|erna|na)?$"
    r"|(?:(?<!för)(?<!av)(?<!an)(?<!upp)slag(?:en)?|[klnt]lag(?:en)?|förordning(?:en)?|balken|lagstiftning(?:en)?)s?$"
)
"""How a position, a unit or a law is called: *miljöinspektören*, *socialnämnd*, *skollagen*; but no *förslagen*,
nor *planområde*."""
_NEAR = 600
"""Signs before a word that may belong to the same law's name."""
_IN_LAW = re.compile(
    r"\b(?:lag|lagen|förordning|förordningen|föreskrifter|föreskrifterna|direktiv|direktivet)\s+"
    r"(?:\([^)]*\)\s+)?(?:om|med|för|mot)\s+(?:(?!(?:ska|är|har|kan|måste|får|gäller|säger|står)\b)[\w-]+\s+){0,6}$",
    re.IGNORECASE,
)
"""What stands before a word of a law's name: *enligt lagen (1993:387) om stöd och* before *service*."""
_OF_LAWS = ("lag", "förordning", "föreskrift", "direktiv")
"""Of these one stands in each such name, and in few other texts."""
_IN_DOCUMENT = re.compile(
    r"(?<=[\wåäö,:] )(?:Regler|Regelverk|Riktlinjer|Föreskrifter|Bestämmelser|Villkor|Policy|Reglemente|Taxa|Avgifter"
    r"|Rutin|Handlingsplan|Handbok|Strategi|Program)\s+(?:och [a-zåäö]+\s+)?(?:för|om|vid|gällande)\s+"
    r"(?:(?!(?:ska|är|har|kan|måste|får|gäller|säger|står)\b)[\w-]+,?\s+){0,7}$"
)
"""What stands before a word of a document's name: *se Regler för förskola,* before *pedagogisk omsorg*."""
_IN_UNIT = re.compile(
    r"\b(?:Enheten|Avdelningen|Sektionen|Kontoret|Förvaltningen|Nämnden|Utskottet|Verksamheten|Centrum)\s+för\s+"
    r"(?:[a-zåäö-]+,?\s+(?:och\s+)?){0,3}$"
)
"""What stands before a word of a unit's name: *Enheten för* before *serviceresor*."""
_UNIT_BEFORE = re.compile(
    r"\A\W*[\w-]*(?:[Ee]nhet|[Aa]vdelning|[Ss]ektion|[Ss]ektor)(?:en)?\s+(?:[a-zåäö-]+,?\s+(?:och\s+)?){0,2}\Z"
)
"""What stands in a short line before a word of a unit's name: *Myndighetsenheten* before *funktionshinder*."""
_UNIT_DECIDES = re.compile(
    r"\s+(?:avslår|beviljar|bifaller|(?:har|hade)\s+(?:beslutat|beviljat|avslagit|bedömt|granskat))\b"
)
"""What only people do: *Bostadsanpassning* **avslår** *din ansökan*."""
_AN_ACTIVITY = re.compile(r"[A-ZÅÄÖ][a-zåäö-]{2,}(?:ning|tjänst|omsorg|vård|hälsa)")
"""What units are named by, without an article."""
_TO_CONTACT = re.compile(
    r"\b(?:kontakta|kontaktar|ring|ringa|ringer|mejla|mejlar|maila|kontakt med|prata med|tala med"
    r"|(?:vänd|vänder|vända|hör|höra)(?: (?:du|ni|gärna|av)){0,3} (?:dig|er) till)\s+"
    r"(?:kommunens\s+|vår\s+)?$",
    re.IGNORECASE,
)
_A_UNIT = re.compile(
    r"[a-zåäö-]{3,}(?:tjänst|omsorg|vård|hälsa|reskontra|rådgivning|mottagning|planering|ekonomi|inkasso)"
)
_HOW_TO_REACH = re.compile(r"\s*(?:[,.(]|\Z|(?:på|via|per|tel|tfn|om|för|så)\b)", re.IGNORECASE)
"""Around what people are to be reached at: *Kontakta* **kundreskontra, tel 0325-180 00**."""
_NUMBER_OF_LAW = re.compile(r"\s*\(\d{4}:\d+\)")
_NUMBER_OF_REPORT = re.compile(r"\b(?:Ds|SOU|[Dd]ir|[Pp]rop|[Ss]kr|[Bb]et|COM)\b\.? ?\(?\d{4}[:/]\d")
"""What stands after the title of a report: *Ds 2026:15*, *prop. 2001/02:1*."""
_LABEL_OF_ADDRESS = re.compile(r"\b\w*adress(?:en)?(?: är)?:?\s*$", re.IGNORECASE)
"""What stands before an address: *Besöksadress:* before *Salutorget 4*."""
_REST_OF_ADDRESS = re.compile(r"[^.!?;\n]{0,60}\b\d{3} ?\d{2}\s+[A-ZÅÄÖ]")
"""What follows the first word of an address: *4, 123 45 Norrköpinge* after *Salutorget*."""

_TITLED = re.compile(rf"\b(?i:{'|'.join(TITLED_THINGS)}) (?P<begun>[A-ZÅÄÖ][a-zåäöé-]+ (?:[a-zåäöé-]+ ){{0,3}})?$")
"""What stands before the title of a form, a book or a page, or before a later word of it."""
_BEFORE_TITLE = 120
"""Characters before a word of a title in which that stands."""


def is_name(words: WordsAt) -> bool:
    """Whether the words are written as a name: a capital where no sentence, line or list item begins.

    *hos Erhåller Berg*; what stands in capitals throughout may be any word: *VI HAR ERHÅLLIT*, and so may what a
    capital of its own begins: *F-skatt*.  A line of two such words is a name: *Inger Berg*.
    """
    text = words.text
    if not text[0].isupper():
        return False
    if words.is_first_in_sentence:
        sentence = words.sentence
        return _NAME.fullmatch(words.block.written(sentence.start, sentence.end)) is not None
    before = words.block.words[words.start - 1]
    if before in _OPENERS or before.isspace() or _ITEM_NUMBER.fullmatch(words.text_before.rpartition("\n")[2]):
        return False
    return not text.isupper() and not _WITH_LETTERS.match(text)


def is_title(words: WordsAt) -> bool:
    """Whether the words are of what a form, a book or a page is called.

    *Blanketten* **Uppgift om inkomst**; *boken* **Vid uteblivet svar**; *blanketten Anmälan* **om en sak**.
    A title has no verb: in *Rutan Övrigt har tyvärr utgått* none begins at *tyvärr*.
    """
    if not words.block.once(is_title, partial(_names_titled_thing, words.block.text)):
        return False
    first_sign, _ = words.characters
    before = _TITLED.search(words.block.text[max(0, first_sign - _BEFORE_TITLE) : first_sign])
    if before is None:
        return False
    if before["begun"] is None:
        return words.text[0].isupper() and not words.text.isupper()
    first = words.start - len(before["begun"].split())
    return not any("VerbForm=Fin" in features for features in words.block.features[first : words.end])


def _names_titled_thing(text: str) -> bool:
    """Whether something that has a title is named anywhere, as in few texts: asked once of each."""
    folded = text.lower()
    return any(thing in folded for thing in TITLED_THINGS)


def is_label(words: WordsAt) -> bool:
    """Whether a noun stands alone in its block, as the name of a column, a menu's choice or a kind of paper.

    *Skrivelse*: what it stands for isn't called anything else.
    """
    block, start, end = words
    if block.tags[start] != "NOUN" or end - start > 1:
        return False
    return block.text.strip(_AROUND_LABEL) == words.text


def is_mentioned(words: WordsAt) -> bool:
    """Whether the letter tells what something is called, and so teaches the word.

    *Det heter vite*: the word before tells.  *Det kallas då att bestrida*: before *att*, one of two.  But who is
    summoned isn't named: *Ni kallas härmed till ett möte*, nor is the one a clause is about: *Det betyder att du får
    flytta*.
    """
    before = words.block.words[max(0, words.start - _REACH) : words.start]
    if "kallas" in words.block.forms and _CALLED_FOR.search(words.text_before[-_NEAR:]) is not None:
        return True
    if before[-1:] == ["att"]:
        return not _CALLED.isdisjoint(before) and words.block.words[words.start].endswith(_INFINITIVE)
    return not _CALLED.isdisjoint(before[-1:]) and not _is_summons(words, before)


def _is_summons(words: WordsAt, before: list[str]) -> bool:
    """*Ni kallas härmed*, *vid behov kallas sökanden till samråd*."""
    if before[-1] == "kallas" and words.block.words[words.end : words.end + 1] == ["till"]:
        return True
    return not _SUMMONED.isdisjoint(before[-2:-1])


def is_office_or_law(word: str) -> bool:
    """Whether the word, lower case, names a position, a unit or a law, which have no plainer names.

    *bygglovshandläggare*, *socialnämnden*, *skollagstiftningen*.
    """
    return _OFFICE_OR_LAW.search(word) is not None


def is_foreign(words: WordsAt, *, but_names: bool = False) -> bool:
    """Whether the words are a name, or part of an address or of the name of a law: not what the writer chose.

    *Anna Vite*, *Salutorget 4, 123 45 Norrköpinge*, *lagen om viten*.  With ``but_names`` a capital makes no name.
    """
    if (is_name(words) and not but_names) or _is_in_address(words):
        return True
    before = words.text_before[-_NEAR:]
    return _is_in_longer_name(words, before) or _is_in_title(words) or _is_units_name(words, before)


def _is_in_address(words: WordsAt) -> bool:
    """*Besöksadress:* **Salutorget** *4, 123 45 Norrköpinge*."""
    if not words.text[0].isupper():
        return False
    _, end = words.characters
    if _REST_OF_ADDRESS.match(words.block.text, end):
        return True
    return _LABEL_OF_ADDRESS.search(words.text_before[-_NEAR:]) is not None


def _is_in_longer_name(words: WordsAt, before: str) -> bool:
    """*lagen om stöd och* **service**, **skollagen** *(2010:800)*; *se Regler för förskola och* **fritidshem**;
    *Skriv till Enheten för* **serviceresor**.
    """
    _, end = words.characters
    if _NUMBER_OF_LAW.match(words.block.text, end):
        return True
    if any(map(before.lower().__contains__, _OF_LAWS)) and _IN_LAW.search(before):
        return True
    return (_IN_DOCUMENT.search(before) or _IN_UNIT.search(before)) is not None


def _is_units_name(words: WordsAt, before: str) -> bool:
    """*Myndighetsenheten* **funktionshinder**, a line; **Hemvård** *avslår din ansökan*; *Ring* **hemvård**."""
    first, last = words.characters
    text = words.block.text
    if not words.block.is_prose and not text[last:].strip() and _UNIT_BEFORE.match(text[:first]):
        return True
    if _A_UNIT.fullmatch(words.text) and _TO_CONTACT.search(before):
        return _HOW_TO_REACH.match(text, last) is not None
    if not words.is_first_in_sentence or _AN_ACTIVITY.fullmatch(words.text) is None:
        return False
    return _UNIT_DECIDES.match(text, last) is not None


def _is_in_title(words: WordsAt) -> bool:
    """*Gäldenärens avtal i konkurs, Ds 2026:15*: a line that is the title of a report, with its number."""
    block = words.block
    return not block.is_prose and _NUMBER_OF_REPORT.search(block.text, words.characters[1]) is not None
