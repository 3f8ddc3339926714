"""``punctuation``: how paragraphs and items of lists end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import starmap
from typing import Literal, NamedTuple

from pydantic import Field

from klarsprak.analysis import Analysis
from klarsprak.kinds.base import Rule
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.language.analysed import AnalysedBlock, Sentence
from klarsprak.language.pipeline import Need
from klarsprak.letter import Letter, Role
from klarsprak.phrases import closing_at_start
from klarsprak.prose.lists import ITEM_SIGNS, is_row, last_of, lists, odd_ends

_STOPS = (".", "!", "?", "…")
_GUESSED_LINES = frozenset({"pdf", "html"})
"""The formats in which a paragraph may end where the page, a column or a box does."""
_LAST = frozenset({"NOUN", "VERB", "ADJ"})
"""Parts of speech that a sentence may end in for sure; an adverb may begin a clause that goes on."""
_LAST_PRONOUNS = frozenset({"oss", "mig", "dig", "er", "det", "detta"})
"""Pronouns that end a sentence rather than a line: *Hör gärna av dig till oss*."""
_LIKE_HEADING = frozenset("så hur vad vilken vilka vilket när var vem varför om att för".split())
"""First words of headings that are sentences."""
_WELCOME = re.compile(
    r"(?:(?:hjärtligt|varmt)\s)?(?:välkommen|välkomna|välkommet|grattis)\b[^!]{0,60}!", re.IGNORECASE
)
_WRITERS = frozenset("vi oss vår vårt våra jag mig min mitt mina".split())
"""Words that headings hardly have: *Du har rätt att få hjälp av en tolk på mötet* may be one."""
_BEFORE_ITEMS = frozenset({"följande", "detta"})
"""Words that are no nouns and end a sentence which a list goes on from."""
_FINITE = "VerbForm=Fin"
_WORDS_OF_ITEM = 4
"""An item of fewer words may be a phrase with a verb in it: *kunder som klagar*."""
_WORDS_OF_LAST_SENTENCE = 5
_WORDS_OF_ONLY_SENTENCE = 14
"""A shorter sentence that stands alone may be a heading: *Så här gör du om du vill överklaga vårt beslut*."""
_WORDS_AMONG_STOPS = 9
"""So many are enough where the other paragraphs have their stops and it doesn't begin as headings do."""
_REQUESTS = frozenset("vänligen observera notera glöm".split())
"""First words of sentences that no heading begins with: *Vänligen ändra inte ämnesraden om du svarar på mejlet*."""
_WORDS_OF_REQUEST = 7
_TO_NAMES = re.compile(r"Till [A-ZÅÄÖ]\w+(?:,| och )")
"""Those whom the letter goes to: *Till Egon, Siv och alla andra som var med i maj*."""
_STOP_WITHIN = re.compile(r"[a-zåäö)][.!?] [A-ZÅÄÖ]")
"""*… enligt lagen. Läs mer på …*: running text, and no item of a list."""
_WORDS_BEFORE_ADDRESS = 6
"""So many words with a verb are a sentence, also where the file calls the line a heading: none ends in an address."""
_WORDS_OF_LAST_BEFORE_ADDRESS = 3
"""*Läs mer på www.ekvalla.example*, after another sentence."""
# *www.ekvalla.example/avgifter*, *hamn@ekvalla.example*, *ekvalla.example*
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[\w/]|[\w.+-]+@[\w.-]+\w|(?:[\w-]+\.)+[a-z]{2,7}(?:/\S*[\w/])?")
# *telefon 0980-319 245*, *ring oss på 0980-319 245*
_NUMBER = re.compile(r"(?:tfn|tel\.?|telefon\w*|ring\w*|num\w+|på|till):? \+?\d[\d \u00a0–-]{5,14}\d$", re.IGNORECASE)
_MAY_END_IN_ADDRESS = frozenset({Role.PARAGRAPH, Role.HEADING})
_WORDS_OF_INTRODUCTION = 3
_FEWEST_STOPS = 2
"""So many items with a stop show that the list's sentences end in one."""


class PunctuationRule(Rule):
    """One thing that is looked for."""

    kind: Literal["punctuation"]
    check: Literal["paragraph_stop", "address_stop", "list_stop", "list_colon", "list_ends"] = Field(
        description="paragraph_stop: ett stycke som slutar utan punkt. address_stop: detsamma, där en webbadress, "
        "en e-postadress eller ett telefonnummer står sist. list_stop: en punkt i en lista som saknar "
        "den punkt som de andra slutar med. list_colon: en mening före en lista som saknar kolon. list_ends: en "
        "punkt i en lista utan meningar som slutar med ett annat tecken än de andra."
    )

    def need(self) -> Need:
        """Whether there is a finite verb."""
        return super().need() | Need.MORPHOLOGY


class PunctuationKind(Kind[PunctuationRule]):
    """Looks at how paragraphs and items of lists end."""

    rule_type = PunctuationRule

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """The last word of each passage that ends in another way than it should, and the same as it should be."""
        if analysis.letter.format in _GUESSED_LINES:
            return
        for rule in self.rules:
            for end in _FINDERS[rule.check](analysis):
                yield end.hit(rule)


class _End(NamedTuple):
    """A passage that ends in another way than it should, and the sign that it should end in."""

    block: AnalysedBlock
    sign: str = "."

    def hit(self, rule: PunctuationRule) -> Hit:
        """*skolan* offers *skolan.*; *kvitto;* offers *kvitto,*."""
        text = self.block.block.text.rstrip()
        start = max(text.rfind(" "), text.rfind("\u00a0"), text.rfind("\n")) + 1
        word = text[start:]
        return Hit(rule, self.block.index, start, len(text), (word.rstrip(ITEM_SIGNS) + self.sign,))


def _last_word(block: AnalysedBlock) -> int:
    """The last token that isn't white space."""
    last = len(block.words) - 1
    while block.words[last].isspace():
        last -= 1
    return last


def _open_paragraphs(analysis: Analysis) -> Iterator[_End]:
    """Paragraphs that end in a sentence without a stop.

    *Du är välkommen. Ring oss gärna om du undrar något*
    """
    for block in analysis.blocks:
        # In the order of what it costs: most paragraphs end in a stop.
        is_open = block.block.role is Role.PARAGRAPH and _ends_in_word(block) and _lacks_stop(block, analysis)
        if is_open and not _goes_on(block, analysis.letter) and not is_row(block.index, analysis.letter.blocks):
            yield _End(block)


def _open_addresses(analysis: Analysis) -> Iterator[_End]:
    """Sentences that end in an address or a telephone number, and without a stop.

    *Du svarar på erbjudandet på sidan ekvalla.example*
    """
    for block in analysis.blocks:
        is_open = block.block.role in _MAY_END_IN_ADDRESS and _ends_in_address(block.text.rstrip())
        if is_open and _is_sentence_with_address(block) and not _goes_on(block, analysis.letter):
            yield _End(block)


def _ends_in_address(text: str) -> bool:
    """Whether an address of a page, of mail or a telephone number comes last, and after no colon."""
    last = last_of(text)
    if _ADDRESS.fullmatch(last):
        return not text.removesuffix(last).rstrip().endswith(":")
    return _NUMBER.search(text) is not None


def _is_sentence_with_address(block: AnalysedBlock) -> bool:
    """Whether the last sentence is no label: *Telefon 0980-319 245*, *Besök oss på ekvalla.example*."""
    last = block.sentences[-1]
    least = _WORDS_OF_LAST_BEFORE_ADDRESS if _has_stop_before(block, last) else _WORDS_BEFORE_ADDRESS
    return _is_sentence(block, last, least)


def _ends_in_word(block: AnalysedBlock) -> bool:
    """Whether a plain word comes last that may end a sentence: no number, address, name or sign, and no *den dag då*.

    Most blocks end in a stop and are done here.
    """
    last = last_of(block.text)
    if not _is_plain(last):
        return False
    return last in _LAST_PRONOUNS or block.tags[_last_word(block)] in _LAST


def _is_plain(word: str) -> bool:
    """Whether it is a word and no name, number or sign: *för- och*, *utegym*."""
    return word.islower() and word.replace("-", "").isalpha()


def _lacks_stop(block: AnalysedBlock, analysis: Analysis) -> bool:
    """Whether the last sentence needs a stop: one after others, or one so long that it is no heading.

    *Välkommen till kursen! Du börjar i maj* as the first words of a letter is its heading.
    """
    last = block.sentences[-1]
    if _has_stop_before(block, last):
        return _is_sentence(block, last, _WORDS_OF_LAST_SENTENCE) and not _may_head(block, analysis)
    if _TO_NAMES.match(block.text):
        return False
    if block.words[0] in _REQUESTS:
        return _has_words(block, last, _WORDS_OF_REQUEST)
    if not _is_sentence(block, last, _WORDS_AMONG_STOPS):
        return False
    return _is_sentence(block, last, _WORDS_OF_ONLY_SENTENCE) or _is_odd(block, analysis)


def _may_head(block: AnalysedBlock, analysis: Analysis) -> bool:
    """Whether the block is one short line that begins with a welcome, and no running text stands above it."""
    if not _WELCOME.match(block.text) or "\n" in block.text or len(block.text.split()) >= _WORDS_OF_ONLY_SENTENCE:
        return False
    return not any(each.index < block.index and _is_long_paragraph(each) for each in analysis.blocks)


def _is_odd(block: AnalysedBlock, analysis: Analysis) -> bool:
    """Whether no other paragraph of running text lacks its stop, and the sentence is no heading.

    *Vi bygger ut nätet så att alla på ön får bredband* among paragraphs that end in a stop.
    """
    if block.words[0] in _LIKE_HEADING or _WRITERS.isdisjoint(block.sentences[-1].forms):
        return False
    others = [each for each in analysis.blocks if _is_long_paragraph(each) and each is not block]
    return len(others) >= _FEWEST_STOPS and all(map(_has_stop, others))


def _is_long_paragraph(block: AnalysedBlock) -> bool:
    """Whether it is no heading, item, address or closing phrase."""
    return block.block.role is Role.PARAGRAPH and block.is_prose


def _has_stop_before(block: AnalysedBlock, last: Sentence) -> bool:
    """Whether another sentence with a stop stands before, on the same line."""
    before = block.text[: last.characters[0]]
    return before.rstrip(" \u00a0").endswith(_STOPS)


def _is_sentence(block: AnalysedBlock, sentence: Sentence, least: int) -> bool:
    """Whether it has a capital, so many words and a finite verb among them."""
    start, _ = sentence.characters
    if not _has_words(block, sentence, least) or not block.text[start].isupper():
        return False
    return any(_FINITE in features for features in block.features[sentence.start : sentence.end])


def _has_words(block: AnalysedBlock, sentence: Sentence, least: int) -> bool:
    """Whether it is so long; enough for a request, whose verb may be read as an infinitive: *Vänligen svara inte*."""
    return sum(map(str.isalpha, block.words[sentence.start : sentence.end])) >= least


def _goes_on(block: AnalysedBlock, letter: Letter) -> bool:
    """Whether the next block is a list, or the rest of the sentence.

    *Ta med dig* before *- ett kvitto*; *Du ska ringa till* before *din handläggare.*
    """
    following = letter.blocks[block.index + 1 : block.index + 2]
    return any(_continues(each.text, each.role) for each in following)


def _continues(text: str, role: Role) -> bool:
    """Whether such a block may belong to the sentence before it.

    A heading doesn't, nor do a sentence with its stop and a closing phrase: *Vi ringer dig.*, *Med vänlig hälsning*.
    But *Ritning* may be an item of a list that the file doesn't call one.
    """
    if role is Role.HEADING:
        return False
    if role is not Role.PARAGRAPH or not text[:1].isupper():
        return True
    is_sentence = text.rstrip().endswith(_STOPS) or _STOP_WITHIN.search(text) is not None
    return not is_sentence and closing_at_start(text.lower()) is None


def _open_items(analysis: Analysis) -> Iterator[_End]:
    """Items that are sentences and lack the stop that most of the list's sentences end in.

    *- Ring oss i dag.* above *- Du kan också skriva till oss*
    """
    for items in lists(analysis):
        without = [block for block in items if not _has_stop(block)]
        # Most lists have stops throughout, or none: nobody needs to know whether their items are sentences.
        if 0 < len(without) < len(items):
            yield from map(_End, _outnumbered(items, without))


def _has_stop(block: AnalysedBlock) -> bool:
    """Whether a stop ends the item."""
    return block.text.rstrip().endswith(_STOPS)


def _outnumbered(items: Iterable[AnalysedBlock], without: Iterable[AnalysedBlock]) -> Iterator[AnalysedBlock]:
    """The sentences without a stop, where more of the list's sentences have one.

    What is no sentence needs no stop and says nothing of the others.
    """
    all_sentences = list(filter(_is_item_sentence, items))
    open_sentences = list(filter(_is_item_sentence, without))
    stops = len(all_sentences) - len(open_sentences)
    if stops >= _FEWEST_STOPS and stops > len(open_sentences):
        yield from filter(_ends_in_word, open_sentences)


def _is_item_sentence(block: AnalysedBlock) -> bool:
    """Whether the item's last sentence is one: *Du kan också skriva till oss*."""
    return _is_sentence(block, block.sentences[-1], _WORDS_OF_ITEM)


def _bare_introductions(analysis: Analysis) -> Iterator[_End]:
    """Sentences without a sign before a list.

    *Du behöver skicka in två papper* above *- ett kvitto*
    """
    blocks = analysis.letter.blocks
    for block in analysis.blocks:
        following = blocks[block.index + 1 : block.index + 2]
        is_before_list = any(each.role is Role.LIST_ITEM for each in following)
        if is_before_list and block.block.role is Role.PARAGRAPH and _introduces(block):
            yield _End(block, ":")


def _introduces(block: AnalysedBlock) -> bool:
    """Whether a whole sentence ends there that is no heading; *Du ska* goes on in the items."""
    last = last_of(block.text)
    if not _is_plain(last) or block.words[0] in _LIKE_HEADING:
        return False
    if last not in _BEFORE_ITEMS and block.tags[_last_word(block)] != "NOUN":
        return False
    return _is_sentence(block, block.sentences[-1], _WORDS_OF_INTRODUCTION)


def _odd_items(analysis: Analysis) -> Iterator[_End]:
    """Items of a list of phrases that end in another sign than the others.

    *- ett kvitto;* between *- en ritning,* and *- ett intyg,*
    """
    for items in lists(analysis):
        if not any(_is_item_sentence(item) or len(item.sentences) > 1 for item in items):
            yield from starmap(_End, odd_ends(items))


_FINDERS = {
    "paragraph_stop": _open_paragraphs,
    "address_stop": _open_addresses,
    "list_stop": _open_items,
    "list_colon": _bare_introductions,
    "list_ends": _odd_items,
}
