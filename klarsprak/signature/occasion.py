"""What the letter is: an autoreply, a form, an appendix … which need not be signed as letters are."""

from __future__ import annotations

import re

from klarsprak.finding import Occasion
from klarsprak.letter import Letter
from klarsprak.signature.autoreply import is_titled_autoreply, says_it_is_autoreply, says_writer_is_away
from klarsprak.signature.decisions import DecisionRow, decide
from klarsprak.signature.digital import says_approved_digitally
from klarsprak.signature.model import SignatureBlock
from klarsprak.signature.notices import is_answered_by_machine, is_notice
from klarsprak.signature.pages import is_page
from klarsprak.signature.records import (
    are_minutes,
    are_published_rules,
    is_listing,
    is_on_notice_board,
    is_record,
    is_report_of_decision,
    is_specification,
    is_web_page,
)
from klarsprak.signature.whole_letter import WholeLetter
from klarsprak.signature.zones import Zones

# *Bilaga 2*, *Överklagandehänvisning*, *Information om hur du överklagar*, *Så här överklagar du beslutet*
_APPENDIX = re.compile(
    r"^(?:bilaga(?: \d+| [A-Z])?[.:]?|(?:bilaga\W+)?(?:överklagande|besvärs)(?:hänvisning|anvisning)(?:en|ar)?"
    r"|(?:information om )?hur (?:du|man|ni) (?:kan )?överklagar?\b.*|så (?:här )?överklagar (?:du|man|ni)\b.*)$",
    re.IGNORECASE,
)
_APPENDIX_LINES = 4
# *Beslut om bygglov*, *Svar på din fråga*
_LETTER_TITLE = re.compile(
    r"beslut|föreläggande|kallelse|underrättelse|\b(?:svar|avslag|meddelande|kommunicering|begäran|yttrande)\b",
    re.IGNORECASE,
)
# *Ansökan om färdtjänst*, *Svarstalong*
_FORM = re.compile(
    r"^(?:ansökan|anmälan|begäran|beställning|uppgifter|blankett|fullmakt|medgivande|samtycke|enkät|svarstalong"
    r"|svarsblankett|delgivningskvitto|mottagningsbevis|intyg|egenkontroll|checklista)\b",
    re.IGNORECASE,
)
# *Fråga* and *Svar* above the columns of a form's table
_QUESTION, _ANSWER = re.compile(r"^Fråg(?:a|or)$"), re.compile(r"^Svar$")
_MANY_BLANKS, _LINES_TO_A_BLANK = 5, 5
"""A form without a form's title has so many blanks, and one at least for so many lines."""
# *Tillsynsrapport om badplatserna*, *PM om avloppet*, but not *Rapport om din skola*
_REPORT = re.compile(
    r"^(?:\w*rapport(?:en)?\b(?! om din| om ditt| om er)|årsredovisning|verksamhetsberättelse|promemoria|PM\b)",
    re.IGNORECASE,
)

# *Innehållsförteckning*, *Revisionshistorik*
_DOCUMENT = re.compile(
    r"^(?:innehåll|innehållsförteckning|(?:revisions?|versions?|dokument|ändrings)\s?histori[ak]\w*)$", re.IGNORECASE
)
_DOCUMENT_LINES = 40


def occasion_of(letter: Letter, zones: Zones, found: SignatureBlock) -> Occasion:
    """What the letter is, by its title and its words; ``zones`` are the letter's, ``found`` is its signature."""
    whole = WholeLetter(letter, zones, found)
    return decide(OCCASIONS, whole, otherwise=Occasion.LETTER)


def _is_appendix(whole: WholeLetter) -> bool:
    """Whether a line at the top says so and nobody signs: *Bilaga 1*, *Hur du överklagar*.

    A letter that somebody signs is a letter, even if its first lines name an appendix, and so is one that tells
    something before it comes to *Hur du överklagar*.
    """
    if whole.is_signed:
        return False
    return any(map(_APPENDIX.match, whole.titles_above_text[:_APPENDIX_LINES]))


def _is_enclosed(whole: WholeLetter) -> bool:
    """Whether it came with a mail and is no letter of its own: it greets nobody and is titled as none.

    *mejl.eml#karta.docx* with the title *Karta över området*.
    """
    if whole.is_signed or "#" not in whole.letter.source:
        return False
    return not whole.greets and not any(map(_LETTER_TITLE.search, whole.titles))


def _is_form(whole: WholeLetter) -> bool:
    """Whether the reader is to fill in most of it.

    Two blanks are enough below a form's title, *Ansökan om färdtjänst*; without it there must be many.  One that is
    filled in has a table of questions and answers.
    """
    if whole.is_signed:
        return False
    if whole.says(_QUESTION) and whole.says(_ANSWER):
        return True
    blanks = whole.count_blanks()
    if blanks >= _MANY_BLANKS and blanks * _LINES_TO_A_BLANK >= len(whole.texts):
        return True
    return blanks > 1 and whole.is_titled(_FORM)


def _is_report(whole: WholeLetter) -> bool:
    """Whether it is titled as a report and speaks to nobody.

    *Tillsynsrapport om badplatserna*, without *du* and without a signature.
    """
    is_closed = whole.found.name or whole.zones.closed
    if is_closed or not whole.is_titled(_REPORT):
        return False
    return not whole.greets and not whole.speaks_to_reader


def _is_document(whole: WholeLetter) -> bool:
    """Whether it has a list of contents or tells its versions, and is long: a specification, a programme.

    Letters have neither; who has written each version is named in a table, and signs nothing.
    """
    if whole.zones.closed or len(whole.texts) < _DOCUMENT_LINES:
        return False
    return whole.says(_DOCUMENT)


def _is_approved_digitally(whole: WholeLetter) -> bool:
    """*Beslutet är godkänt digitalt, saknar därför underskrift.*"""
    if whole.zones.marked:
        return True
    return whole.holds("digital", "elektronisk", "underskrift") and any(map(says_approved_digitally, whole.texts))


def _is_units(whole: WholeLetter) -> bool:
    """Whether a unit signs where a person would: no name, no title, and nothing that stands in a name's place.

    *Hälsningar*, *Gatuenheten*; but *Hälsningar*, *Anna*, *Gatuenheten* is a person's who forgot the surname.
    """
    unit = whole.found.unit
    if not unit or _names_somebody(whole.found):
        return False
    blocks_below = {line.span.block for line in whole.zones.tail}
    return whole.zones.closed or unit.block in blocks_below


def _names_somebody(found: SignatureBlock) -> bool:
    """Whether a name or a title is there, or what stands in a name's place.

    *Anna Ek*, *Rektor*; *Anna* and *[Namn]*, of which ``why`` tells.
    """
    is_hinted = "name" in found.why
    return is_hinted or not found.parts.keys().isdisjoint({"name", "title"})


OCCASIONS: tuple[DecisionRow[WholeLetter, Occasion], ...] = (
    DecisionRow(
        "autoreply's title", is_titled_autoreply, Occasion.AUTOREPLY, "Autosvar: ditt mejl\nTack för mejlet."
    ),
    DecisionRow(
        "says it is an autoreply",
        says_it_is_autoreply,
        Occasion.AUTOREPLY,
        "Hej!\nDet här är ett automatiskt svar. Vi läser ditt mejl i morgon.",
    ),
    DecisionRow(
        "answered by a machine",
        is_answered_by_machine,
        Occasion.AUTOREPLY,
        "Auto-Submitted: auto-replied\nSkolan öppnar i morgon.",
    ),
    DecisionRow(
        "writer away",
        says_writer_is_away,
        Occasion.AUTOREPLY,
        "Hej!\nJag är på semester till och med den 3 augusti.\nAnna Ek",
    ),
    DecisionRow("appendix", _is_appendix, Occasion.APPENDIX, "Bilaga 1\nSå här räknar vi."),
    DecisionRow("enclosed", _is_enclosed, Occasion.APPENDIX, "Karta över området\nVägen är röd."),
    DecisionRow("form", _is_form, Occasion.FORM, "Ansökan om färdtjänst\nNamn: ________\nAdress: ________"),
    DecisionRow("report", _is_report, Occasion.REPORT, "Tillsynsrapport om badplatserna\nVattnet var rent i juni."),
    DecisionRow("document", _is_document, Occasion.REPORT, "Program för parker\nInnehåll" + "\nPark" * 40),
    DecisionRow("web page", is_web_page, Occasion.RECORD, "Norrlida.se" + "\nSök" * 60),
    DecisionRow(
        "published rules",
        are_published_rules,
        Occasion.RECORD,
        "Norrlida kommuns författningssamling\nTaxan gäller från den 1 mars.",
    ),
    DecisionRow(
        "on a notice board", is_on_notice_board, Occasion.RECORD, "Kungörelse\nNämnden gav lov till ett lager i mars."
    ),
    DecisionRow(
        "report of a decision",
        is_report_of_decision,
        Occasion.RECORD,
        "Bo klagade.\nI sitt beslut anförde JO Ek detta.",
    ),
    DecisionRow("minutes", are_minutes, Occasion.RECORD, "Sammanträdesprotokoll\nNämnden gav lov till ett lager."),
    DecisionRow(
        "specification", is_specification, Occasion.REPORT, "Specifikation till faktura 400\n" + "Dag\n190,00\n" * 3
    ),
    DecisionRow("listing", is_listing, Occasion.RECORD, "Postlista\n" + "In\nAnna Ek\n" * 3),
    DecisionRow("notice", is_notice, Occasion.NOTICE, "Hej!\nDu har fått ett nytt beslut i e-tjänsten."),
    DecisionRow("record", is_record, Occasion.RECORD, "Ärendenummer\n2019-114\nAvdelning\nResor"),
    DecisionRow(
        "approved digitally",
        _is_approved_digitally,
        Occasion.DIGITAL,
        "Beslutet är godkänt digitalt, saknar därför underskrift.",
    ),
    DecisionRow(
        "page", is_page, Occasion.PAGE, "När hämtar ni soporna?\nI maj.\nVad gör jag om kärlet är fullt?\nRing oss."
    ),
    DecisionRow("signed by a unit", _is_units, Occasion.UNIT, "Vi lagar gatan.\nHälsningar\nGatuenheten"),
)
"""What a letter may be, in the order in which they are tried; any other is a letter."""
