"""Where in its sentence a reference to law stands, told from word order and morphology."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from klarsprak.kinds.legal.cited import Cited, Stretch
from klarsprak.language.grammar.clauses import SentenceForms, has_finite_verb, is_finite
from klarsprak.language.words_at import WordsAt
from klarsprak.lazy_regex import LazyRegex

_OPENERS = frozenset({"", "och", "men", "också", "även", "dessutom"})
_JOINERS = frozenset({"och", "samt", "eller"})
_STOPS = frozenset(",.:;()–-§\n")
_REACH = 6
"""The most words of a second subject: *… och kommunens taxa styr avgiften*."""


def is_subject(one: Cited) -> bool:
    """*9 kap. 31 b § PBL medger …*: the sentence begins with the section, and its verb comes next.

    In Swedish the verb is the second element of a main clause, so what stands before it with no preposition is, with
    few exceptions, the subject.
    """
    if not one.reference.sections or one.is_heading:
        return False
    if not _begins_sentence(one):
        return False
    text = one.block.block.text
    _, end = one.span
    rest = text[one.reference.end : end].lstrip()
    if not rest:
        return False
    return _begins_with_verb(_forms(one, end - len(rest), end))


def _begins_sentence(one: Cited) -> bool:
    """Whether nothing but *och*, *dessutom* or the like stands before the section."""
    return _before(one).strip().lower() in _OPENERS


def _begins_with_verb(words: SentenceForms) -> bool:
    """Whether a finite verb comes first, or after a second subject joined to the first.

    *9 kap. 31 b § och kommunens taxa* **styr** *…*.
    """
    for i in _places_of_verb(words):
        if words.forms[i] in _STOPS:
            return False
        if is_finite(words, i):
            return True
    return False


def _places_of_verb(words: SentenceForms) -> list[int]:
    """The first word; after *och*, any of those that a second subject may end before.

    White space is a token too, and no word.
    """
    places = [i for i, form in enumerate(words.forms) if form.strip()]
    if not places:
        return []
    if words.forms[places[0]] in _JOINERS:
        return places[1 : _REACH + 2]
    return places[:1]


_GROUND = LazyRegex(
    r"\b(?:enligt|enl\.?|jämlikt|jml\.?|med stöd av|i enlighet med|regleras (?:närmare )?i)\s+(?:den\s+)?$"
)
_APPLICATION = LazyRegex(r"(?i)\b(?:ansökan|ansökt|ansöker) om (?!.*\bom\b)(?:[\w-]+ ){1,8}enligt $")
"""What the reader has applied for, and so knows: *er ansökan om tillstånd att hantera brandfarlig vara enligt …*."""
_ABOUT = LazyRegex(r"(?i)(?:om|för|gällande|angående|kring)\b[^().:;]{3,}\((?:se |jfr )?$")
_FORM = LazyRegex(r"(?i)\b(?:blankett|blanketten|formulär|formuläret)\s+$")
_NAMED_BESIDE = LazyRegex(r",?\s+(?:om|för|som|där|säger|anger|kräver)\b|\s*[(:]")

_SUM_AFTER = LazyRegex(r",? ?\(?[^().;\d]{0,30}\d[\d  ,]*(?:kr\b|kronor\b|procent\b|%)")
"""*enligt räntelagen (referensränta + 8 %)*, *enligt avgiftsförordningen, 50 kr …*: what the act comes to is told."""

_RULES_ALL = LazyRegex(r"(?i),? (?:ska|skall|får|måste|kan|krävs|gäller|(?:är|har) (?:\w+ ){1,3}(?:rätt|skyldig))\b")
"""What follows an act with which the sentence begins, where the sentence tells what it says: *Enligt … ska …*."""


def is_aside(one: Cited) -> bool:
    """*Folkhälsomyndigheten har råd om buller (FoHMFS 2014:13).*: the number stands after what it is about.

    So it does after the name of a form. *enligt allmänna råd (HVMFS 2016:17)* says nothing of what they are about.
    """
    before = _before(one)
    return _ABOUT.search(before) is not None or _FORM.search(before) is not None


def is_named_beside(one: Cited) -> bool:
    """*BFS 2011:6 om hur ett hus ska byggas*, *AFS 2020:1 (arbetsplatsens utformning)*: what it is about follows."""
    return _NAMED_BESIDE.match(one.block.block.text, one.reference.end) is not None


def is_ground(one: Cited) -> bool:
    """Whether a whole act is what the sentence rests on, and the sentence doesn't say what the act requires.

    *Överklagan kan göras enligt kommunallagen.*, but not *Vi följer kommunallagen.*
    """
    if one.is_heading or one.reference.law is None or one.reference.is_place:
        return False
    if _GROUND.search(_before(one)) is None or _APPLICATION.search(_before(one)) is not None:
        return False
    return not one.is_explained and not _tells_after(one)


def _tells_after(one: Cited) -> bool:
    """Whether the sentence goes on with what the act comes to: a sum, or what it makes somebody do."""
    text, end = one.block.block.text, one.reference.end
    if _SUM_AFTER.match(text, end) is not None:
        return True
    return _before(one).strip().lower() == "enligt" and _RULES_ALL.match(text, end) is not None


def _before(one: Cited) -> str:
    """The sentence up to the reference."""
    start, _ = one.span
    return one.block.block.text[start : one.reference.start]


def crowds(found: list[Cited], most: int) -> Iterator[list[Cited]]:
    """The references of each sentence with more than ``most``; those in a parenthesis at its end don't count.

    Each crowd comes in the order of its sentence.
    """
    for _, sentence in groupby(found, key=_sentence):
        crowd = list(_counting(sentence))
        if len(crowd) > most and _is_sentence(crowd[0]):
            yield crowd


def _is_sentence(one: Cited) -> bool:
    """Whether the reference stands in one: a line of sections alone, as below *Lagrum*, has no verb."""
    return has_finite_verb(_forms(one, *one.span))


def _sentence(one: Cited) -> tuple[int, Stretch]:
    """The block and the stretch of the reference's sentence."""
    return one.block.index, one.span


def _counting(sentence: Iterable[Cited]) -> Iterator[Cited]:
    """Those that a reader has to read past: sections, not laws, and not at the end.

    *enligt 4 §, 5 § och 6 §*, but not *(4–6 §§ SoL).*
    """
    for one in sentence:
        if not one.reference.sections:
            continue
        if not _in_last_parenthesis(one):
            yield one


def _in_last_parenthesis(one: Cited) -> bool:
    """*… har rätt till bistånd (4 kap. 1 § SoL).*"""
    sentence = one.sentence
    start = one.reference.start - one.span[0]
    opened = sentence.rfind("(", 0, start + 1)
    if opened < 0 or ")" in sentence[opened:start]:
        return False
    after = sentence[sentence.rfind(")") + 1 :]
    return not after.strip(" .")


def _forms(one: Cited, start: int, end: int) -> SentenceForms:
    """The words at those code points of the reference's block."""
    return SentenceForms.of(WordsAt.covering(one.block, start, end))
