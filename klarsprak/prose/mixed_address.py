"""Where a letter that calls its reader both *du* and *ni* says the one that it had better not.

A letter to one person, or *Till dig som …*, says *du*, and one to two guardians or an organisation *ni*.  Where
nobody can tell who reads it is the form that it says less often, or where it says both as often the later one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from klarsprak.analysis import Analysis
from klarsprak.finding import Occasion
from klarsprak.language.analysed import AnalysedBlock, Sentence
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role
from klarsprak.prose.addressee import Addressee, addressee
from klarsprak.prose.family import is_about_family
from klarsprak.prose.in_company import is_at_home_with_kin, is_in_company
from klarsprak.prose.letter_head import greeted_names, head_lines
from klarsprak.prose.organisation_names import names_organisation
from klarsprak.prose.reader_lines import lines_of_reader
from klarsprak.prose.several_readers import follows_two, is_counted, is_for_several, is_of_place
from klarsprak.signature.names import is_first_name
from klarsprak.swedish import TO_ONE, TO_SEVERAL

_YOU = TO_ONE | TO_SEVERAL
_DOER = frozenset({"du", "ni"})
"""What a heading says to the reader; *Ditt ärende* and *Till er som odlar* are titles."""
_BOTH = frozenset({"/", "och", "eller", "&"})
"""What stands between the two where the letter is for one reader or several: *du/ni*, *dig och er*."""
_WORDS_OF_LEAD_IN = 3
_LEADS_IN = frozenset("att ska skall måste behöver bör kan".split())
"""The last word before a list that goes on with the sentence."""

_TO_ANYBODY = re.compile(r"(?i)personuppgift|integritet|gdpr|dataskydd|skriv(?:er|a)? ut|detta (?:e-post)?meddelande")
"""What sentences that stand below any letter speak of: *Så behandlar vi dina personuppgifter*."""
_ASKS_WRITER = re.compile(
    r"(?i)(?:hur|varför|när|vad|vilk(?:en|et|a)(?: [a-zåäö-]+){1,5}) "
    r"(?:har|gör|räknar|tar|kommer|hämtar|tömmer|öppnar|stänger|sparar|använder|behandlar|erbjuder|svarar|vet|kan)"
    r" ni\b[^?]{0,60}\?"
)
"""What a reader may ask, in a heading."""
_TOGETHER = frozenset(
    "tillsammans gemensamt gemensam gemensamma båda bägge varandra överens sinsemellan emellan familjen"
    " hushållet turas".split()
)
"""Words of sentences in which *ni* is the reader and somebody else, whoever the letter is to."""
_AGREE = frozenset("bestämmer planerar träffas ses flyttar separerar flera två fler alla andra båda".split())
"""What stands beside such a *ni*: *där bestämmer ni vilka tider*, *om ni är flera*, *om ni flyttar*."""
_BESIDE = 2
_GROUPS = frozenset(
    "grupp grupper lag klass förening klubb styrelse företag bolag verksamhet familj hushåll personal arbetslag "
    "avdelning arbetsplats organisation".split()
)
"""What a reader is one of: *er grupp*."""
_ONE_OF_YOU = frozenset("är har sköter tar gör kommer vill leder ska får redan inte ännu".split())
"""*du som är kassör* is one of those who read."""
_WITH_OTHERS = re.compile(
    r"\b(?:[Dd]u|[Dd]ig|[Nn]i|[Ee]r),? (?:och|eller) (?:(?:din|ditt|dina|er|ert|era) (?!barn)|de\b|dem\b|[A-ZÅÄÖ]\w+"
    r"|barnen\b|familjen\b)|\b[A-ZÅÄÖ]\w+ (?:och|eller) (?:du|dig)\b"
    r"|\b[Nn]i (?:andra|båda|bägge|två)\b|\b(?i:din|ditt) (?:sambo|make|maka|fru|man|partner|syskon|syster|bror)\b"
)
"""Of a letter in which *ni* may be the reader and somebody else."""
_FOR_OTHERS = re.compile(r"[”\"“][^”\"“\n]{0,80}\b(?:oss|vi|vår|vårt|våra)\b[^”\"“\n]{0,80}[”\"“]")
"""What the reader wrote for more than herself: *”ett hån mot oss pensionärer”*."""
_OF_GROUP = re.compile(
    r"(?i)\b(?:er|ert|era)(?: \w+)? (?:verksamhet|personal|medarbetare|chaufför\w*|kund|kunder|kunds|brukare|gäst"
    r"|gäster|medlem|medlemmar|anställd\w*|offert|anbud|butik|leverans\w*|organisation|underentreprenör\w*|faktura på"
    r"|egenkontroll)\b"
    r"|\bhos er på\b|\bni som (?:utförare|leverantör|arbetsgivare|verksamhetsutövare)\b"
    r"|\b(?:brf|\w*förening(?:en|ens|ar)?|\w*klubb(?:en|ens)?|styrelse\w*|(?:dam|herr|fotbolls)?laget|\w*bolag(?:et|ets)?"
    r"|företag\w*|firma|dödsbo\w*|familjen|\w*kök(?:et|ets)?|arrangör\w*|samfällighet\w*|markanvisning\w*|restaurang\w*"
    r"|serverings\w+)\b"
)
"""What only an organisation has, or what it is."""
_GUARDIANS = frozenset({"vårdnadshavarna", "vårdnadshavarnas", "föräldrarna", "föräldrarnas"})
"""Who reads a letter that is sent to *Vårdnadshavare till Maja Ek*, where it speaks of both."""
_TO_GUARDIANS = re.compile(r"(?i)(?:till )?(?:vårdnadshavar\w*|föräldr\w+) (?:till|för)\b")
_ENDING = re.compile(r"\w\($")
_TO_YOU = re.compile(r"(?i)(?:.{0,40}\b)?till dig\b(?!,)|(?:hej|bästa|kära) du\b")


class _Use(NamedTuple):
    """A word for the reader."""

    is_several: bool
    block: AnalysedBlock
    token: int

    @property
    def sentence(self) -> Sentence:
        return self.block.sentence_at(self.token)

    @property
    def place(self) -> tuple[int, int]:
        return self.block.index, self.token


def breaks_address(words: WordsAt, analysis: Analysis) -> bool:
    """Whether the words call the reader otherwise than the letter had better do.

    *ni* of *Du har sökt bidrag. Vi vill att ni skickar en budget. Då får du svar i maj.*
    """
    return (words.block.index, words.start) in analysis.once(_mixed).strays


def switches_address(words: WordsAt, analysis: Analysis) -> bool:
    """Whether the letter goes over from the form that it had better not say to the other one at these words.

    *du* of *Er ansökan är läst. Därför får du en båtplats* to one person, who stops there.
    """
    return (words.block.index, words.start) == analysis.once(_mixed).switch


def has_strays(analysis: Analysis) -> bool:
    """Whether any words of the letter break its address."""
    return bool(analysis.once(_mixed).strays)


def has_switch(analysis: Analysis) -> bool:
    """Whether the letter switches its address anywhere."""
    return analysis.once(_mixed).switch is not None


class _Mixed(NamedTuple):
    """Where a letter mixes: each place is a block and a token."""

    strays: frozenset[tuple[int, int]] = frozenset()
    """Words of the form that the letter had better not say."""
    switch: tuple[int, int] | None = None
    """The first word of the right form, where the letter begins with the other one."""


def _mixed(analysis: Analysis) -> _Mixed:
    """Where the letter says the form that it had better not say, and where it first leaves that."""
    if any(map(analysis.forms.isdisjoint, (TO_ONE, TO_SEVERAL))):
        return _Mixed()
    is_to_firm = analysis.once(addressee) is Addressee.ORGANISATION
    if is_for_several(analysis.text) or (greeted_names(analysis) and _is_for_others(analysis)):
        return _Mixed()  # *du* is the one who reads, and *ni* those for whom she does
    uses = [use for use in _uses(analysis) if not _is_of_many(use, is_to_firm=is_to_firm) and not _is_to_anybody(use)]
    uses = [use for use in uses if not is_at_home_with_kin(use.block, use.token, analysis)]
    if analysis.signature.occasion is Occasion.PAGE:
        uses = [use for use in uses if not _is_readers_question(use)]
    if analysis.once(is_about_family):  # *ni* are all at home; the heading calls her alone
        uses = [use for use in uses if not use.is_several or use.block.block.role is Role.HEADING]
    counts = Counter(use.is_several for use in uses)
    if not _is_mixed(counts, analysis):
        return _Mixed()
    form = _form_for_reader(counts, analysis)
    if form is None:
        return _Mixed(frozenset(use.place for use in _rarer(uses, analysis)))
    strays = frozenset(
        use.place for use in uses if use.is_several is not form and not is_in_company(use.block, use.token, analysis)
    )
    in_text = (use for use in uses if use.block.block.role is not Role.HEADING)
    switch = None if uses[0].is_several is form else _first_of(in_text, is_several=form)
    return _Mixed(strays, None if switch is None else switch.place)


def _first_of(uses: Iterable[_Use], *, is_several: bool) -> _Use | None:
    """The first of the uses that is of that form."""
    return next((use for use in uses if use.is_several is is_several), None)


def _is_mixed(counts: Counter[bool], analysis: Analysis) -> bool:
    """Whether the letter says both; *Till dig som har båt* says *du* before its text does."""
    return bool(counts[True] and (counts[False] or _is_to_you(analysis)))


def _is_for_others(analysis: Analysis) -> bool:
    """Whether the one who is greeted reads for an organisation, or wrote for others, too."""
    if analysis.once(addressee) is Addressee.ORGANISATION or any(map(names_organisation, lines_of_reader(analysis))):
        return True
    return (_OF_GROUP.search(analysis.text) or _FOR_OTHERS.search(analysis.text)) is not None


def _as_written(analysis: Analysis) -> str:
    """The writer's text with its capitals, one block a line."""
    return "\n".join(block.block.text for block in analysis.blocks)


def _form_for_reader(counts: Counter[bool], analysis: Analysis) -> bool | None:
    """Whether the letter ought to say *ni* (true) or *du* (false), by whom it is sent to; None if nobody can tell.

    Of a person and somebody else, *du och din sambo*, nobody can, nor of two persons whom it mostly calls *du*.
    """
    reader = analysis.once(addressee)
    if _is_to_you(analysis) or reader is Addressee.PERSON:
        return None if _WITH_OTHERS.search(_as_written(analysis)) else False
    if reader is Addressee.ORGANISATION:
        return True
    is_to_several = reader is Addressee.PERSONS or _is_to_guardians(analysis)
    return True if is_to_several and counts[True] >= counts[False] else None


def _is_to_you(analysis: Analysis) -> bool:
    """*Till dig som har båt*, above the text."""
    return any(map(_TO_YOU.match, head_lines(analysis)))


def _is_to_guardians(analysis: Analysis) -> bool:
    """*Vårdnadshavare till Maja Ek*, of a letter that speaks of both."""
    return not _GUARDIANS.isdisjoint(analysis.forms) and any(map(_TO_GUARDIANS.match, head_lines(analysis)))


def _rarer(uses: Sequence[_Use], analysis: Analysis) -> Iterator[_Use]:
    """The words of the form that the letter says less often, or later, and that of the first switch.

    Where the rarer form is said once only, and not in a heading, that one place tells it all.  A rare *ni* beside
    *du och din sambo* is the two of them.
    """
    counts = Counter(use.is_several for use in uses)
    is_several = counts[True] < counts[False] if counts[True] != counts[False] else not uses[0].is_several
    if is_several and _WITH_OTHERS.search(_as_written(analysis)):
        return
    rarer = [use for use in uses if use.is_several is is_several]
    yield from rarer
    if len(rarer) > 1 or rarer[0].block.block.role is Role.HEADING:
        yield from filter(None, [_first_of(uses, is_several=not uses[0].is_several)])


def _uses(analysis: Analysis) -> Iterator[_Use]:
    """Each word for the reader in the text; of labels (*Ert datum*) and the page's head none."""
    for block in analysis.blocks:
        is_heading = block.block.role is Role.HEADING
        if block.forms.isdisjoint(_YOU) or not (is_heading or block.is_prose or _leads_in(block)):
            continue
        for token, form in enumerate(block.words):
            if form not in _YOU or (is_heading and _is_title(block.words, token)):
                continue
            if not _is_one_of_two(block.words, token) and _is_said(block, token):
                yield _Use(form in TO_SEVERAL, block, token)


def _is_said(block: AnalysedBlock, token: int) -> bool:
    """Whether the writer says the word: it is neither quoted nor an ending, *observation(er)*."""
    start, end = block.chars(token, token + 1)
    return block.is_own_words(start, end) and not _ENDING.search(block.text, max(0, start - 2), start)


def _is_title(words: list[str], token: int) -> bool:
    """Whether the heading calls the reader in general: *Ditt ärende*, *Till er som odlar*; no *Arbete på er gata*."""
    return words[token] not in _DOER and token < 2


def _leads_in(block: AnalysedBlock) -> bool:
    """Whether a list goes on with the sentence: *Ni ska därför*, *Ni anmodas härmed att*; no label, *Ert namn:*."""
    words = [word for word in block.words if word.isalpha()]
    return len(words) >= _WORDS_OF_LEAD_IN and words[-1] in _LEADS_IN


def _is_one_of_two(words: list[str], token: int) -> bool:
    """Whether the word stands beside another for the reader: *du/ni*."""
    after, before = words[token + 1 : token + 3], words[max(0, token - 2) : token][::-1]
    return any(len(pair) == 2 and pair[0] in _BOTH and pair[1] in _YOU for pair in (after, before))


def _is_to_anybody(use: _Use) -> bool:
    """Whether the sentence stands below any letter, *Tänk på miljön innan du skriver ut mejlet*, or is the reader's.

    *Hur har ni räknat?* asks those who write.
    """
    first, last = use.sentence.characters
    text = use.block.text
    return _TO_ANYBODY.search(text, first, last) is not None or _ASKS_WRITER.match(text, first, last) is not None


def _is_readers_question(use: _Use) -> bool:
    """Whether the block is a question of those who read, on a page that answers it: *Vad gör ni med mitt namn?*"""
    return use.is_several and use.block.text.rstrip().endswith("?") and len(use.block.sentences) == 1


def _is_of_many(use: _Use, *, is_to_firm: bool) -> bool:
    """Whether *ni* is the reader with others, or *du* one of them.

    *Ni räknar rösterna tillsammans*, *er grupp*, *ni som bor här*; *du som är kassör*, *Joakim, du undrade*.  *Er
    förening* is the reader where the letter is to it.
    """
    words, token = use.block.words, use.token
    after, then = (*words[token + 1 : token + 3], "", "")[:2]
    if after == "som" and then in _ONE_OF_YOU and words[token - 1 : token] != ["är"]:
        return True
    if not use.is_several:
        return _is_called_by_name(use)
    if is_counted(after, then) or is_of_place(words, token, after, then) or (after in _GROUPS and not is_to_firm):
        return True
    if not use.sentence.forms.isdisjoint(_TOGETHER) or follows_two(use.block, use.sentence.start):
        return True
    return not _AGREE.isdisjoint(words[max(0, token - _BESIDE) : token + 1 + _BESIDE])


def _is_called_by_name(use: _Use) -> bool:
    """Whether the name of one of those who read stands beside *du*: *Joakim, du undrade*, *till dig, Petra*."""
    block, token = use.block, use.token
    before, after = token - 2, token + 2
    if before == use.sentence.start and block.words[before + 1] == "," and _is_name(block, before):
        return True
    return after < use.sentence.end and block.words[token + 1] == "," and _is_name(block, after)


def _is_name(block: AnalysedBlock, token: int) -> bool:
    return is_first_name(block.written(token, token + 1))
