"""Texts that are written to nobody: rows of a register, published decisions and rules, lists, pages of the web."""

from __future__ import annotations

import re

from klarsprak.signature.decisions import Trait, any_holds
from klarsprak.signature.line_shapes import is_prose
from klarsprak.signature.whole_letter import WholeLetter
from klarsprak.swedish import SENTENCE_STOPS

# *Ärendenummer*, *Avgörande 2019-04-02*
_REGISTER_LABEL = re.compile(
    r"(?:änr|(?:ärende|diarie|mål|löp)(?:nr|nummer)|dnr|avgörande(?:datum)?|beslutsdatum|avdelning|instans|ämnesord"
    r"|sökord|rubrik|referat|lagrum|publicera[dt]|nyckelord)\b[.:]?(?:\s\S+){0,3}$",
    re.IGNORECASE,
)
_REGISTER_LABELS, _LONGEST_ROW = 2, 80
"""So many lines of a row bear a register's label, and so many words a row has at most."""
# *Avgörande*, *Ämnesord*: no letter's head bears them
_REGISTERS_OWN_LABEL = re.compile(
    r"(?:änr|löpnummer|avgörande(?:datum)?|instans|ämnesord|sökord|nyckelord|referat|rättsfall)\b[.:]?(?:\s\S+){0,3}$",
    re.IGNORECASE,
)
# *A.B. anmälde att*: people of a published decision
_ANONYMOUS = re.compile(r"\b[A-ZÅÄÖ]\.\s?[A-ZÅÄÖ]\.(?=[\s,])(?!\s?[A-ZÅÄÖ][a-zåäö])")
# *Beslutet i korthet*, *anförde JO Ek följande*, *Chefsjustitieombudsmannen Ek uttalade*
_OF_DECISION = re.compile(
    r"\bbeslutet i korthet\b|\b(?:anförde|uttalade) (?:chefs)?(?:JO|JK|ombudsmannen|nämnden|domstolen)\b"
    r"|\b(?:JO|JK|ChefsJO|[Cc]hefsjustitieombudsmannen|[Jj]ustitieombudsmannen)\b[^.]{0,60}\b(?:anförde|uttalade)\b"
)
# *Hej!*, *Bästa Anna!*, but not *Till JO kom en anmälan*
_HELLO = re.compile(r"(?:hej|hejsan|bäst[ae]|kär[ae])\b", re.IGNORECASE)
# *Norrlida kommuns författningssamling*, *ISSN 1403-8234*, *Dir. 2017:29*
_PUBLISHED_RULES = re.compile(
    r".{0,40}(?:författningssamling|ordningsföreskrifter)\b|(?:reglemente|delegationsordning|arbetsordning)\b|ISSN\s\d{4}|Dir\.\s\d{4}:\d+|kommittédirektiv\b",
    re.IGNORECASE,
)
# *Anslagstavla*, *Kungörelse: beslut om bygglov*, *Anslaget tas ned: 2026-03-24*
_NOTICE_BOARD = re.compile(r"^(?:anslagstavla|kungörelse\b|anslaget (?:sätts|sattes|tas|togs|är) )", re.IGNORECASE)
# *Publicerat på webbplatsen 11.6.2026*, *Protokollet framlagt till påseende*
_MADE_PUBLIC = re.compile(
    r"^publicera[dt] (?:på|i) |\bframlag[td] till påseende\b|^tjänsteinnehavarbeslut$", re.IGNORECASE
)
# *Postlista 2026-04-16*, *Förteckning över skolor*
_LISTING = re.compile(
    r"^(?:postlista|diarie(?:lista|utdrag)|(?:\w+)?förteckning|(?:\w*)lista\b|sammanställning|register"
    r"|schema|matsedel|prislista|taxa|turordning|\w+register)",
    re.IGNORECASE,
)
_LISTING_TITLES = 3
_MINUTES = re.compile(r"(?:sammanträdes)?protokoll(?:sutdrag)?\b", re.IGNORECASE)
_SPECIFICATION = re.compile(r"\w*specifikation\b", re.IGNORECASE)
_LIST_LINES = 5
_LIST_LINES_TO_A_SENTENCE = 6
_PAGE_LINES, _LINES_TO_A_SENTENCE = 60, 8
"""A page on the web has so many lines at least, menus and links most of them, and so many to each sentence."""


def is_record(whole: WholeLetter) -> bool:
    """Whether it is written to nobody, and one of ``RECORDS`` holds.

    A row of a register, a published decision, a list.
    """
    if whole.is_signed or whole.zones.closed or whole.greets or whole.speaks_to_reader:
        return False
    return any_holds(RECORDS, whole)


def are_published_rules(whole: WholeLetter) -> bool:
    """Whether its title says that it is law: *Norrlida kommuns författningssamling*.

    Such a text may say *du*, too.
    """
    return not whole.is_signed and whole.is_titled(_PUBLISHED_RULES)


def are_minutes(whole: WholeLetter) -> bool:
    """Whether it is titled as minutes or an extract of them, and speaks to nobody.

    *Sammanträdesprotokoll*; those who were there sign them, but nobody is to be reached there.
    """
    return whole.is_titled(_MINUTES) and not (whole.greets or whole.speaks_to_reader)


def is_listing(whole: WholeLetter) -> bool:
    """Whether its title says that it is a list, whoever is named in it: *Postlista 2026-04-16*."""
    return _is_list_titled(whole, _LISTING)


def is_specification(whole: WholeLetter) -> bool:
    """Whether its title says that it lists what something is made of; it may tell the reader *ditt avgiftsutrymme*.

    *Specifikation till faktura 400*.
    """
    return _is_list_titled(whole, _SPECIFICATION)


def _is_list_titled(whole: WholeLetter, title: re.Pattern[str]) -> bool:
    """Whether it has such a title, and holds lines and hardly a sentence."""
    if whole.zones.closed or whole.greets:
        return False
    return whole.is_titled(title, lines=_LISTING_TITLES) and _is_list(whole)


def is_report_of_decision(whole: WholeLetter) -> bool:
    """Whether it tells others what an authority has said: *I sitt beslut anförde JO Ek följande.*

    It names those who have decided, and quotes letters that say *du*.
    """
    if whole.zones.closed or not whole.holds("anförde", "uttalade", "i korthet"):
        return False
    return _OF_DECISION.search(whole.running_text) is not None and not any(map(_HELLO.match, whole.texts))


def is_on_notice_board(whole: WholeLetter) -> bool:
    """Whether it says that it has been published: *Anslaget sätts upp 2026-06-23*.

    Who has decided is named there, too, and signs nothing.  A decision with a closing phrase has been sent to a
    reader, even if *Framlagt till påseende* stands below it.
    """
    if not whole.holds("publicera", "framlag", "tjänsteinnehavarbeslut", "anslag", "kungörelse") or whole.greets:
        return False
    is_public = whole.says(_MADE_PUBLIC) and not whole.zones.closed
    return is_public or whole.says(_NOTICE_BOARD)


def is_web_page(whole: WholeLetter) -> bool:
    """Whether it is a page on the web, with menus and links: many lines, and hardly a sentence among them.

    A menu may greet the reader, too: *Hej! Sök på sidan*.
    """
    lines = whole.texts
    if whole.letter.format != "html" or len(lines) < _PAGE_LINES or whole.zones.closed:
        return False
    sentences = list(filter(_is_sentence, lines))
    return len(sentences) * _LINES_TO_A_SENTENCE < len(lines)


def _is_register_row(whole: WholeLetter) -> bool:
    """Whether its few words stand under a register's labels.

    *Ärendenummer*, *Avgörande*, *Avdelning*; a letter's head may bear them, too, but more words follow.  Two
    that only registers have are enough, however long the summary is.
    """
    own = list(filter(_REGISTERS_OWN_LABEL.match, whole.texts))
    if len(own) >= _REGISTER_LABELS:
        return True
    labels = list(filter(_REGISTER_LABEL.match, whole.texts))
    return len(labels) >= _REGISTER_LABELS and whole.words <= _LONGEST_ROW


def _is_published(whole: WholeLetter) -> bool:
    """Whether people are told by initials, as it is done for others to read: *A.B. klagade hos nämnden*."""
    return _tells_by_initials(whole.running_text)


def _tells_by_initials(text: str) -> bool:
    """One *A.B.* may be how somebody signs; two are a person that the text keeps coming back to."""
    return len(_ANONYMOUS.findall(text)) > 1


def is_published_decision(text: str) -> bool:
    """Whether the text tells the public what was decided about people: *A.B. klagade … JO Ek anförde följande*.

    Those whom it is about read it, too, and so do others who know none of its trade's words.
    """
    return _tells_by_initials(text) or _OF_DECISION.search(text) is not None


def _is_list(whole: WholeLetter) -> bool:
    """Whether it holds several lines and hardly a sentence.

    A list, a specification, the texts of a drawing; a remark may stand below.
    """
    lines = whole.texts
    sentences = list(filter(_is_sentence, lines))
    return len(lines) >= _LIST_LINES and len(sentences) * _LIST_LINES_TO_A_SENTENCE <= len(lines)


def _is_sentence(text: str) -> bool:
    """Whether the line is a sentence, be it short: *Styrelsen har möte.*"""
    return is_prose(text) or (text.endswith(tuple(SENTENCE_STOPS)) and " " in text)


RECORDS: tuple[Trait[WholeLetter], ...] = (
    Trait("register", _is_register_row, "Ärendenummer\n2019-114\nAvgörande\n2019-04-02\nAvdelning\nResor"),
    Trait("published decision", _is_published, "A.B. klagade hos nämnden.\nNämnden svarade A.B. samma dag."),
    Trait("list", _is_list, "Stolar\n12 stycken\nBord\n4 stycken\nLampor\n6 stycken"),
)
"""How a text is known that is written to nobody."""
